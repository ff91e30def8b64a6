"""Pemberkasan calon: akun terbatas, DRH, berkas satu per satu, pemeriksaan, tenggat. Dasar: PP 11/2017 Ps. 31–33 (CPN-14).

The candidate acts on his own papers, Subbid Formasi dan Pengadaan (SUB21) on all. Each act: lock the pemberkasan → its state and
version allow? → change → Jejak and notice, in one transaction; refused with a sentence. Who withdraws: ``pengganti``.
"""

from datetime import timedelta

from django.urls import reverse

from kepegawaian import dosir as gudang, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import antrekan
from kepegawaian.models import Pengguna, Penugasan
from kepegawaian.tasks import kirim_kode
from pengadaan.models import BerkasCalon, Pemberkasan
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.perbuatan import BASI, kunci

# Documents of the usul NIP (kode, name, help); a statement of service only where the announcement asks for one.
DOKUMEN = (
    ("lamaran", "Surat lamaran", "Ditujukan kepada Bupati Lamongan, bertanda tangan."),
    ("ijazah", "Ijazah", "Ijazah asli sesuai kualifikasi formasi."),
    ("transkrip", "Transkrip nilai", "Transkrip asli."),
    ("drh", "Daftar riwayat hidup (DRH)", "DRH dari SSCASN yang sudah ditandatangani."),
    ("skck", "SKCK", "Surat keterangan catatan kepolisian yang masih berlaku."),
    ("surat_sehat", "Surat sehat jasmani dan rohani", "Dari dokter pemerintah."),
    ("bebas_narkoba", "Surat bebas narkoba", "Dari dokter pemerintah atau lembaga yang berwenang."),
    ("pernyataan", "Surat pernyataan 5 poin", "Bermeterai dan bertanda tangan."),
    ("pas_foto", "Pas foto", "Berlatar merah, terbaru."),
)
PENGABDIAN = (
    "pengabdian",
    "Surat pernyataan pengabdian",
    "Bersedia mengabdi pada formasi selama masa yang diumumkan.",
)
PENGALAMAN = ("pengalaman", "Bukti pengalaman kerja", "Bila diminta oleh formasinya.")
DRH = ("agama", "jenis_kawin", "alamat", "sekolah", "tahun_lulus", "nomor_ijazah")


def dokumen(seleksi):
    """[(kode, nama, keterangan, wajib)] asked of the candidates of a seleksi."""
    semua = [(*d, True) for d in DOKUMEN]
    if seleksi.pengabdian_tahun:
        semua.append((*PENGABDIAN, True))
    return [*semua, (*PENGALAMAN, False)]


def berkas_kini(pelamar):
    """{kode: BerkasCalon} that hold now."""
    return {b.kode: b for b in pelamar.berkas.all() if b.diganti_pada is None}


def kurang(p, berkas=None):
    """What is still missing of a Pemberkasan, in words; [] when it may be sent."""
    berkas = berkas if berkas is not None else berkas_kini(p.pelamar)
    hilang = [nama for kode, nama, _, wajib in dokumen(p.pelamar.seleksi) if wajib and kode not in berkas]
    if any(getattr(p, f"{m}_id" if m in ("agama", "jenis_kawin") else m) in (None, "") for m in DRH):
        hilang.insert(0, "isian data diri")
    return hilang


def _kunci(pk, *status, versi=None):
    p = (
        Pemberkasan.objects.select_for_update(of=("self",))
        .select_related("pelamar__seleksi", "pelamar__pengguna")
        .get(pk=pk)
    )
    if status and p.status not in status:
        raise DitolakSeleksi(f"Pemberkasan ini {p.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    if versi is not None and str(versi) != str(p.versi):
        raise DitolakSeleksi(BASI.replace("Seleksi", "Pemberkasan"))
    return p


def _simpan(p, *medan):
    p.versi += 1
    p.save(update_fields=[*medan, "versi"])


def _kabari(p, judul, isi, kunci_, oleh):
    """A notice to the candidate; it goes to the e-mail of his application."""
    jejak.beri_tahu(
        [p.pelamar.pengguna_id], kunci=f"pemberkasan:{p.pk}:{kunci_}", judul=judul, isi=isi,
        url=reverse("pengadaan:pemberkasan_saya"), pada=oleh.kini, peristiwa="pemberkasan",
    )  # fmt: skip


# ── the subbid opens it ──────────────────────────────────────────────────────────────────────────────


def buka(pk, tenggat, *, oleh, kirim=True):
    """Gives everybody who passed and has none yet an account (role ``calon``) and a Pemberkasan; returns how many.

    ``kirim``: a one-time code goes to the e-mail of the application, as everybody activates his account.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "ditetapkan"), acuan_kini()
        tenggat = tenggat or oleh.hari_ini + timedelta(days=acuan.setelan("pemberkasan_hari", oleh.hari_ini))
        if tenggat < oleh.hari_ini:
            raise DitolakSeleksi("Tenggat pemberkasan tidak boleh mendahului hari ini.")
        calon = list(
            s.pelamar.filter(mengisi__isnull=False, pembatalan__isnull=True, pemberkasan__isnull=True).order_by(
                "nomor_peserta"
            )
        )
        if not calon:
            raise DitolakSeleksi("Semua yang lulus sudah dibuka pemberkasannya.")
        terpakai = Pengguna.objects.filter(nama_pengguna__in=[p.nomor_peserta for p in calon]).values_list(
            "nama_pengguna", flat=True
        )
        if terpakai:
            raise DitolakSeleksi(
                f"Nomor peserta {', '.join(terpakai[:3])} sudah menjadi nama akun lain; hubungi admin."
            )
        for pelamar in calon:
            akun = Pengguna.objects.create_user(pelamar.nomor_peserta, None, nama=pelamar.nama, email=pelamar.email)
            Penugasan.objects.create(
                pengguna=akun, peran="calon", sejak=oleh.hari_ini, dasar=f"Pemberkasan {s.nama}"[:200]
            )
            pelamar.pengguna = akun
            pelamar.save(update_fields=["pengguna"])
            Pemberkasan.objects.create(pelamar=pelamar, tenggat=tenggat)
            if kirim and pelamar.email:
                antrekan(kirim_kode, akun.pk)
        s.tenggat_berkas = tenggat
        s.save(update_fields=["tenggat_berkas"])
        jejak.catat("pemberkasan_buka", s, pada=oleh.kini, nama=s.nama, jumlah=len(calon), tenggat=tenggat.isoformat())
    return len(calon)


def perpanjang(pk, tenggat, *, oleh):
    """A later last day for one candidate."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci(pk, "dibuka", "dikembalikan")
        if tenggat < max(oleh.hari_ini, p.tenggat):
            raise DitolakSeleksi("Tenggat baru harus sesudah hari ini dan sesudah tenggat yang lama.")
        p.tenggat = tenggat
        _simpan(p, "tenggat")
        _kabari(
            p,
            "Tenggat pemberkasan Anda diperpanjang",
            f"Lengkapi sebelum {tenggat:%d-%m-%Y} berakhir.",
            f"tenggat:{tenggat}",
            oleh,
        )
        jejak.catat(
            "pemberkasan_tenggat", p, pada=oleh.kini, peserta=p.pelamar.nomor_peserta, tenggat=tenggat.isoformat()
        )
    return p


# ── the candidate fills it ───────────────────────────────────────────────────────────────────────────


def _harus_miliknya(p, oleh):
    if p.pelamar.pengguna_id != oleh.hak.pengguna_id:
        raise DitolakSeleksi("Pemberkasan ini bukan milik Anda.")
    if p.tenggat < oleh.hari_ini:
        raise DitolakSeleksi("Tenggat pemberkasan sudah lewat. Hubungi Subbidang Formasi dan Pengadaan Pegawai.")


def isi_drh(pk, data, *, oleh, versi=None):
    """The candidate's own data; ``data`` holds cleaned fields of ``FormDrh``."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci(pk, "dibuka", "dikembalikan", versi=versi)
        _harus_miliknya(p, oleh)
        for nama, nilai in data.items():
            setattr(p, nama, nilai)
        _simpan(p, *data)
        jejak.catat("pemberkasan_isi", p, pada=oleh.kini, peserta=p.pelamar.nomor_peserta)
    return p


def unggah(pk, kode, file, *, oleh):
    """One scan in place of the one before it; a piece that was found right is not replaced. Raises DitolakSeleksi."""
    try:
        isi = gudang.terima(file)
    except gudang.BerkasDitolak as galat:
        raise DitolakSeleksi(str(galat)) from galat
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci(pk, "dibuka", "dikembalikan")
        _harus_miliknya(p, oleh)
        nama = {k: n for k, n, *_ in dokumen(p.pelamar.seleksi)}
        if kode not in nama:
            raise DitolakSeleksi("Berkas itu tidak diminta.")
        lama = p.pelamar.berkas.filter(kode=kode, diganti_pada__isnull=True)
        if lama.filter(keadaan="sesuai").exists():
            raise DitolakSeleksi(f"{nama[kode]} sudah diperiksa dan sesuai; tidak perlu diganti.")
        lama.update(diganti_pada=oleh.kini)
        berkas = BerkasCalon(
            pelamar=p.pelamar, kode=kode, nama_asli=isi.nama, mime=isi.mime, akhiran=isi.akhiran, sha256=isi.sha256,
            diunggah_pada=oleh.kini,
        )  # fmt: skip
        berkas.file.name = gudang.simpan_bytes(berkas.file, isi)
        berkas.save()
        _simpan(p)
        jejak.catat(
            "pemberkasan_unggah", p, pada=oleh.kini, peserta=p.pelamar.nomor_peserta, berkas=nama[kode].lower()
        )
    return berkas


def kirim(pk, *, oleh, versi=None):
    """Sends the whole to the subbid: nothing lacks, no piece found wrong is left as it was, and he says it is true."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci(pk, "dibuka", "dikembalikan", versi=versi)
        _harus_miliknya(p, oleh)
        berkas = berkas_kini(p.pelamar)
        if hilang := kurang(p, berkas):
            raise DitolakSeleksi(f"Belum lengkap: {', '.join(hilang)}.")
        nama = {k: n for k, n, *_ in dokumen(p.pelamar.seleksi)}
        if salah := [nama[b.kode] for b in berkas.values() if b.keadaan == "kembali"]:
            raise DitolakSeleksi(f"Belum diperbaiki: {', '.join(salah)}.")
        p.status, p.dikirim_pada, p.benar, p.alasan = "dikirim", oleh.kini, True, ""
        _simpan(p, "status", "dikirim_pada", "benar", "alasan")
        jejak.catat("pemberkasan_kirim", p, pada=oleh.kini, peserta=p.pelamar.nomor_peserta)
    return p


# ── the subbid checks it ─────────────────────────────────────────────────────────────────────────────


def periksa(berkas_pk, hasil, alasan, *, oleh):
    """One piece is right, or must be mended for a reason."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        b = BerkasCalon.objects.select_related("pelamar__pemberkasan").get(pk=berkas_pk)
        p = _kunci(b.pelamar.pemberkasan.pk, "dikirim")
        b = BerkasCalon.objects.select_for_update().get(pk=b.pk)
        if b.diganti_pada is not None:
            raise DitolakSeleksi("Berkas ini sudah diganti calon; muat ulang halaman.")
        if hasil not in ("sesuai", "kembali"):
            raise DitolakSeleksi("Pilih sesuai atau perlu diperbaiki.")
        if hasil == "kembali" and not alasan:
            raise DitolakSeleksi("Tulis apa yang harus diperbaiki pada berkas itu.")
        b.keadaan, b.alasan = hasil, alasan[:300] if hasil == "kembali" else ""
        b.diperiksa_oleh, b.diperiksa_pada = oleh.pengguna, oleh.kini
        b.save(update_fields=["keadaan", "alasan", "diperiksa_oleh", "diperiksa_pada"])
        jejak.catat(
            "pemberkasan_periksa",
            p,
            pada=oleh.kini,
            peserta=p.pelamar.nomor_peserta,
            berkas=b.kode,
            hasil=b.get_keadaan_display().lower(),
        )
    return b


def putuskan(pk, tenggat, catatan, *, oleh, versi=None):
    """Ends the check: all pieces right makes it ``lengkap``; else it goes back with the reasons and a new last day."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci(pk, "dikirim", versi=versi)
        nama = {k: n for k, n, *_ in dokumen(p.pelamar.seleksi)}
        berkas = berkas_kini(p.pelamar)
        if belum := [nama.get(b.kode, b.kode) for b in berkas.values() if not b.keadaan]:
            raise DitolakSeleksi(f"Belum diperiksa: {', '.join(belum)}.")
        salah = [f"{nama.get(b.kode, b.kode)}: {b.alasan}" for b in berkas.values() if b.keadaan == "kembali"]
        catatan = (catatan or "").strip()
        if catatan:
            salah.append(catatan)
        p.diperiksa_oleh, p.diperiksa_pada = oleh.pengguna, oleh.kini
        if not salah:
            p.status = "lengkap"
            _simpan(p, "status", "diperiksa_oleh", "diperiksa_pada")
            _kabari(
                p,
                "Berkas Anda lengkap",
                "Berkas Anda sudah diperiksa dan akan diusulkan penetapan NIP-nya.",
                "lengkap",
                oleh,
            )
        else:
            if tenggat is None or tenggat < oleh.hari_ini:
                raise DitolakSeleksi("Isi tenggat perbaikan, paling cepat hari ini.")
            p.status, p.alasan, p.tenggat = "dikembalikan", "; ".join(salah)[:400], tenggat
            _simpan(p, "status", "alasan", "tenggat", "diperiksa_oleh", "diperiksa_pada")
            _kabari(p, "Berkas Anda perlu diperbaiki", p.alasan, f"kembali:{p.versi}", oleh)
        jejak.catat(
            "pemberkasan_putus",
            p,
            pada=oleh.kini,
            peserta=p.pelamar.nomor_peserta,
            hasil=p.get_status_display().lower(),
        )
    return p


def akhiri_akun(pelamar, hari_ini):
    """Ends the role ``calon`` of his account with yesterday; one that began today ends today."""
    for tugas in Penugasan.objects.filter(pengguna_id=pelamar.pengguna_id, peran="calon", sampai__isnull=True):
        tugas.sampai = max(tugas.sejak, hari_ini - timedelta(days=1))
        tugas.save(update_fields=["sampai"])
    Pengguna.objects.filter(pk=pelamar.pengguna_id, pegawai__isnull=True).update(is_active=False)
