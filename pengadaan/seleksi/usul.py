"""Usul penetapan NIP kepada BKN, jawabannya, pegawai yang lahir darinya, dan usulan SK-nya. Dasar: PP 11/2017 Ps. 31–33 (CPN-14).

The answer of BKN is a naskah from outside, recorded with its scan: on it rest the identity of the new pegawai and his kedudukan
"CPNS belum menerima SK" (PPPK: tidak aktif), so he stands in no list of active people before his SK. Reading order: ``buat``,
``rekam``, ``rekam_banyak``, ``usulkan_sk``.
"""

from datetime import date, timedelta

from django.db.models import Max

from kepegawaian import dosir as gudang, jejak, nip as pemeriksa
from kepegawaian.impor import sel, wadah
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.models import Naskah, NaskahPegawai, Pegawai, RiwayatIdentitas, RiwayatKedudukan
from kepegawaian.profil import segarkan
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from pengadaan.models import BarisUsulNip, Pemberkasan, UsulNip
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.perbuatan import kunci

SLUG = {"CPNS": "sk-cpns", "PPPK": "pengangkatan-pppk", "PPPK_PW": "pengangkatan-pppk"}
MENUNGGU = {"CPNS": "51", "PPPK": "52", "PPPK_PW": "52"}  # KedudukanHukum until the SK
KOLOM_USUL = (
    "NOMOR PESERTA", "NIK", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA",
    "STATUS KAWIN", "ALAMAT", "EMAIL", "NOMOR HP", "TINGKAT PENDIDIKAN", "PENDIDIKAN", "SEKOLAH", "TAHUN LULUS", "NOMOR IJAZAH",
    "KODE JABATAN", "JABATAN", "KODE UNIT", "UNIT KERJA", "GOLONGAN", "TMT USUL", "STATUS USUL", "NIP",
)  # fmt: skip
KOLOM_JAWAB = ("NOMOR PESERTA", "NIP", "NOMOR PERTEK", "TANGGAL PERTEK", "TMT", "HASIL", "CATATAN")
SINONIM = {
    "NO PESERTA": "NOMOR PESERTA",
    "NOMOR PERSETUJUAN": "NOMOR PERTEK",
    "NI PPPK": "NIP",
    "STATUS": "HASIL",
    "KETERANGAN": "CATATAN",
}
HASIL = {"": "terbit", "TERBIT": "terbit", "ACC": "terbit", "MS": "terbit", "BTL": "btl", "TMS": "tms"}


def siap_diusulkan(s):
    """Pelamar whose papers are complete and who are in no running usul."""
    return (
        s.pelamar.filter(pemberkasan__status="lengkap", pegawai__isnull=True)
        .exclude(usul_nip__status__in=("diusulkan", "terbit")).order_by("nomor_peserta")
    )  # fmt: skip


def buat(pk, nomor, tanggal, tmt, pelamar_ids, *, oleh):
    """One letter to BKN for the chosen candidates; ``pelamar_ids`` None: everybody who is ready."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "ditetapkan")
        siap = siap_diusulkan(s)
        if pelamar_ids is not None:
            siap = siap.filter(pk__in=pelamar_ids)
        siap = list(siap)
        if not siap:
            raise DitolakSeleksi("Tidak ada calon terpilih yang berkasnya lengkap dan belum diusulkan.")
        if tmt.day != 1:
            raise DitolakSeleksi("TMT yang diusulkan selalu tanggal 1.")
        if s.usul_nip.filter(nomor_surat=nomor).exists():
            raise DitolakSeleksi("Surat usul dengan nomor itu sudah ada.")
        u = UsulNip.objects.create(
            seleksi=s,
            nomor_surat=nomor,
            tanggal_surat=tanggal,
            tmt=tmt,
            dibuat_oleh=oleh.pengguna,
            dibuat_pada=oleh.kini,
        )
        BarisUsulNip.objects.bulk_create(BarisUsulNip(usul=u, pelamar=p) for p in siap)
        jejak.catat("usul_nip_buat", u, pada=oleh.kini, nomor=nomor, jumlah=len(siap))
    return u


def baris_lembar(u, golongan):
    """Rows of the list for SIASN; ``golongan``: function (Pelamar) -> kode."""
    semua = u.baris.select_related(
        "pelamar__tingkat", "pelamar__formasi__jabatan", "pelamar__formasi__unit", "pelamar__mengisi__jabatan",
        "pelamar__mengisi__unit", "pelamar__pemberkasan__agama", "pelamar__pemberkasan__jenis_kawin",
    )  # fmt: skip
    for b in semua:
        p, d, f = b.pelamar, b.pelamar.pemberkasan, b.pelamar.mengisi
        yield (
            p.nomor_peserta, p.nik, p.nama, d.gelar_depan, d.gelar_belakang, p.tempat_lahir, p.tanggal_lahir, p.jenis_kelamin,
            d.agama.nama if d.agama else "", d.jenis_kawin.nama if d.jenis_kawin else "", d.alamat, p.email, p.nomor_hp,
            p.tingkat.nama, p.pendidikan, d.sekolah, d.tahun_lulus, d.nomor_ijazah, f.jabatan.kode, f.jabatan.nama, f.unit.kode,
            f.unit.nama, golongan(p), u.tmt, b.get_status_display(), b.nip,
        )  # fmt: skip


# ── the answer of BKN ────────────────────────────────────────────────────────────────────────────────


def rekam(pk, data, file, *, oleh):
    """The answer for one row. ``data``: status, and for terbit nip, nomor_pertek, tanggal_pertek, tmt; else catatan.

    terbit: NIP checked, pegawai made, the pertek kept as naskah with its scan, the papers put into his dosir. A row that is
    answered stays as it is; btl and tms may be proposed again by another letter.
    """
    isi = _pindaian(file) if data["status"] == "terbit" else None
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        return _rekam(pk, data, isi, oleh)


def _pindaian(file):
    try:
        return gudang.terima(file, hanya_pdf=True)
    except gudang.BerkasDitolak as galat:
        raise DitolakSeleksi(f"Pindaian persetujuan BKN: {galat}") from galat


def _rekam(pk, data, isi, oleh):
    b = (
        BarisUsulNip.objects.select_for_update(of=("self",))
        .select_related("usul__seleksi", "pelamar__formasi", "pelamar__pemberkasan").get(pk=pk)
    )  # fmt: skip
    if b.status != "diusulkan":
        raise DitolakSeleksi(f"Jawaban BKN bagi {b.pelamar.nama} sudah direkam: {b.get_status_display().lower()}.")
    if data["status"] != "terbit":
        if not (data.get("catatan") or "").strip():
            raise DitolakSeleksi(f"{b.pelamar.nama}: tulis catatan BKN.")
        b.status, b.catatan, b.dicatat_pada = data["status"], data["catatan"].strip()[:400], oleh.kini
        b.save(update_fields=["status", "catatan", "dicatat_pada"])
        if b.status == "btl":
            Pemberkasan.objects.filter(pelamar=b.pelamar).update(
                status="dikirim"
            )  # the subbid returns the pieces BKN names
    else:
        _terbit(b, data, isi, oleh)
    jejak.catat(
        "usul_nip_jawab", b.usul, pada=oleh.kini, peserta=b.pelamar.nomor_peserta, hasil=b.get_status_display()
    )
    return b


def periksa_nip(nomor, pelamar, tmt, hari_ini):
    """Sentences of why ``nomor`` cannot be the NIP of this candidate (NIP-01 to NIP-09), [] when it can."""
    pemilik = Pegawai.objects.filter(nip=pemeriksa.bersihkan(nomor)).aggregate(x=Max("nip"))["x"]
    temuan = pemeriksa.periksa(
        nomor, hari_ini=hari_ini, pppk=pelamar.seleksi.jenis != "CPNS", tanggal_lahir=pelamar.tanggal_lahir,
        jenis_kelamin=pelamar.jenis_kelamin, tmt_cpns=tmt, pemilik="pegawai lain" if pemilik else None, batas=tmt,
    )  # fmt: skip
    return [f"{t.kode}: {t.pesan}" for t in temuan if t.berat == pemeriksa.TOLAK]


def _terbit(b, data, isi, oleh):
    p, nomor, tmt = b.pelamar, pemeriksa.bersihkan(data["nip"]), data["tmt"]
    if not (data.get("nomor_pertek") or "").strip() or data.get("tanggal_pertek") is None or tmt is None:
        raise DitolakSeleksi(f"{p.nama}: isi nomor dan tanggal pertek serta TMT-nya.")
    if data["tanggal_pertek"] > oleh.hari_ini:
        raise DitolakSeleksi(f"{p.nama}: tanggal pertek tidak boleh sesudah hari ini.")
    if salah := periksa_nip(nomor, p, tmt, oleh.hari_ini):
        raise DitolakSeleksi(f"{p.nama}: {' '.join(salah)}")
    pegawai = _pegawai(p, nomor)
    naskah = _pertek(b, data, isi, oleh)
    NaskahPegawai.objects.create(
        naskah=naskah, pegawai=pegawai, tmt=tmt, diterapkan_pada=oleh.kini,
        data={"layanan": SLUG[p.seleksi.jenis], "isian": {"nip": nomor, "nomor_peserta": p.nomor_peserta}},
    )  # fmt: skip
    _riwayat_awal(b, naskah, pegawai, tmt, data)
    gudang.simpan(pegawai.pk, "pertek_nip", isi, pada=oleh.kini)
    _dosir(p, pegawai, oleh)
    p.pegawai = pegawai
    p.save(update_fields=["pegawai"])
    b.status, b.nip, b.nomor_pertek, b.tanggal_pertek = (
        "terbit",
        nomor,
        data["nomor_pertek"].strip(),
        data["tanggal_pertek"],
    )
    b.tmt, b.naskah, b.dicatat_pada, b.catatan = tmt, naskah, oleh.kini, (data.get("catatan") or "").strip()[:400]
    b.save()
    segarkan([pegawai.pk], per=oleh.hari_ini)


def _pegawai(p, nomor):
    d = p.pemberkasan
    return Pegawai.objects.create(
        nip=nomor, tempat_lahir=p.tempat_lahir, tanggal_lahir=p.tanggal_lahir, jenis_kelamin=p.jenis_kelamin, agama=d.agama,
        jenis_kawin=d.jenis_kawin, nik=p.nik, nomor_hp=p.nomor_hp, email=p.email, alamat=d.alamat, npwp=d.npwp,
        jenis_pegawai_id="15" if p.seleksi.jenis == "CPNS" else None,
    )  # fmt: skip


def _pertek(b, data, isi, oleh):
    """The pertek as a naskah from outside that stands."""
    naskah = Naskah(
        jenis="pertek", perihal="Persetujuan teknis penetapan NIP", asal="luar", nomor=data["nomor_pertek"].strip(),
        tanggal=data["tanggal_pertek"], penetap="Kepala Badan Kepegawaian Negara", tahap="ditandatangani", status="berlaku",
        dibuat_pada=oleh.kini, ditandatangani_pada=oleh.kini, cara_tanda_tangan="basah", hash_sah=isi.sha256,
        data={"usul": b.usul.nomor_surat, "nip": data["nip"]},
    )  # fmt: skip
    naskah.berkas_sah.name = gudang.simpan_bytes(naskah.berkas_sah, isi)
    naskah.save()
    return naskah


def _riwayat_awal(b, naskah, pegawai, tmt, data):
    """Who he is, and that he waits for his SK: dated the pertek, always before the TMT of the SK."""
    d, np = b.pelamar.pemberkasan, naskah.isi.get()
    sk = {
        "pegawai": pegawai, "tmt": min(data["tanggal_pertek"], tmt - timedelta(days=1)), "naskah_pegawai": np,
        "nomor_sk": naskah.nomor, "tanggal_sk": naskah.tanggal, "pejabat": naskah.penetap,
    }  # fmt: skip
    RiwayatIdentitas.objects.create(
        nama=b.pelamar.nama, gelar_depan=d.gelar_depan, gelar_belakang=d.gelar_belakang, **sk
    )
    RiwayatKedudukan.objects.create(kedudukan_id=MENUNGGU[b.pelamar.seleksi.jenis], **sk)


def _dosir(p, pegawai, oleh):
    """His papers go into his dosir by their kind, so that the SK finds them by itself."""
    for b in p.berkas.filter(diganti_pada__isnull=True):
        with b.file.open("rb") as berkas:
            gudang.simpan(
                pegawai.pk, b.kode, gudang.Isi(berkas.read(), b.mime, b.akhiran, b.nama_asli), pada=oleh.kini
            )


def rekam_banyak(pk, lembar, file, *, oleh):
    """The answers of a whole letter from a sheet (``KOLOM_JAWAB``) with one scan: (recorded, [(row, why not)]).

    One wrong row and nothing is recorded; every fault is named.
    """
    isi = _pindaian(file)
    pesan = "Berkas tidak mempunyai kolom NOMOR PESERTA dan NIP."
    try:
        _, letak, baris = buka_daftar(lembar, KOLOM_JAWAB, ("NOMOR PESERTA", "NIP"), SINONIM, pesan)
    except wadah.BerkasDitolak as galat:
        raise DitolakSeleksi(str(galat)) from galat
    u, salah = UsulNip.objects.get(pk=pk), []
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        menunggu = dict(u.baris.filter(status="diusulkan").values_list("pelamar__nomor_peserta", "pk"))
        jawab = [(n, *_jawaban(n, s, letak, u, salah)) for n, s in baris]
        for nomor, peserta, data in jawab:
            if data is None:
                continue
            if peserta not in menunggu:
                salah.append((nomor, f"{peserta} tidak menunggu jawaban pada surat ini"))
                continue
            try:
                _rekam(menunggu.pop(peserta), data, isi, oleh)
            except DitolakSeleksi as galat:
                salah.append((nomor, str(galat)))
        if salah or not jawab:
            kalimat = "; ".join(f"baris {n}: {sebab}" for n, sebab in salah[:8]) or "tidak ada satu baris pun"
            raise DitolakSeleksi(f"Tidak ada yang direkam. {kalimat}{' …' if salah[8:] else ''}")
    return len(jawab)


def _jawaban(nomor, sel_, letak, u, salah):
    """(participant number, data of ``rekam`` or None) of one row."""

    def ambil(kolom, fungsi=sel.teks):
        return fungsi(sel_[letak[kolom]]) if kolom in letak and letak[kolom] < len(sel_) else None

    peserta = None
    try:
        peserta = (ambil("NOMOR PESERTA") or "").replace(" ", "")
        hasil = HASIL.get((ambil("HASIL") or "").upper())
        if hasil is None:
            raise SelSalah("HASIL harus TERBIT, BTL, atau TMS", "")
        tanggal, tmt = (ambil(k, lambda x: sel.tanggal(x)[0]) for k in ("TANGGAL PERTEK", "TMT"))
        return peserta, {
            "status": hasil, "nip": ambil("NIP") or "", "nomor_pertek": ambil("NOMOR PERTEK") or "",
            "tanggal_pertek": date.fromisoformat(tanggal) if tanggal else None,
            "tmt": date.fromisoformat(tmt) if tmt else u.tmt, "catatan": ambil("CATATAN") or "",
        }  # fmt: skip
    except SelSalah as galat:
        salah.append((nomor, galat.sebab))
        return peserta, None


# ── towards the SK ───────────────────────────────────────────────────────────────────────────────────


def usulkan_sk(pk, *, oleh):
    """Makes and submits the usulan of the SK of everybody in the letter who has his NIP and none yet: (how many, [(name, why not)])."""
    u, berhasil, gagal = UsulNip.objects.select_related("seleksi").get(pk=pk), 0, []
    layanan, oleh = katalog.ambil(SLUG[u.seleksi.jenis]), oleh.berombongan()
    for b in u.baris.filter(status="terbit", usulan__isnull=True).select_related("pelamar__pegawai__kini"):
        pegawai = b.pelamar.pegawai
        try:
            usulan = alur.buat_draf(layanan, pegawai, oleh=oleh)
            BarisUsulNip.objects.filter(pk=b.pk).update(usulan=usulan)
            alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
            berhasil += 1
        except DitolakAlur as galat:
            gagal.append((b.pelamar.nama, str(galat)))
    return berhasil, gagal
