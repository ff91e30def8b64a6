"""Demo penghargaan dan perlindungan: dua periode Satyalancana, pemilihan PNS berprestasi, klaim JKK dan JKM, bantuan hukum.

Last August's award stands with its letter and Keppres recorded from a list; next August's is under way at every step.
"""

from datetime import timedelta
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini, RiwayatKeluarga, RiwayatPenghargaan
from kepegawaian.profil import profil
from kesejahteraan.penghargaan import aturan, jawaban, pemilihan, periode, surat
from kesejahteraan.penghargaan.forms import hari_anugerah
from kesejahteraan.penghargaan.models import Pemilihan
from kesejahteraan.penghargaan.periode import usulan as usulan_periode
from layanan import katalog
from layanan.models import Usulan
from tata_kelola.demo.panggung import Sutradara, segar
from tata_kelola.demo.pindaian import pindaian

# (step at which it stands, last act, late)
BABAK = (
    ("jawaban", "", True), ("kirim", "", False), ("persetujuan_kaban", "tolak", False), ("verifikasi_opd", "", True),
    ("verifikasi_opd", "kembalikan", False), ("draf", "", False), ("draf", "batalkan", False),
)  # fmt: skip
LALU = 2  # people of the award of last August
JKM = (("selesai", "", False), ("draf", "", False))
JKK = (
    ("bayar", "", True, "cacat_anatomis"), ("penetapan_bkn", "", False, "tewas"), ("penetapan_bkn", "bukan", False, "luka"),
    ("verifikasi_opd", "kembalikan", False, "luka"),
)  # fmt: skip
BANTUAN = (("selesai", "", False), ("perkembangan", "lanjut", False), ("telaah", "", True))
CALON = 2
KALIMAT = {
    "kembalikan": "Berkas halaman 2 tidak terbaca; berkas lain sudah diterima.",
    "tolak": "Menurut SK asli ada masa cuti di luar tanggungan negara, sehingga masa kerjanya terputus.",
    "pasal": "PP 35/2010 Pasal 22", "batalkan": "Diusulkan pada periode berikutnya.",
}  # fmt: skip
# Outcomes of a step by their own names, with what is said.
KATA = {
    "dikembalikan": "Piagam kelas sebelumnya belum dilampirkan.", "bukan": "Kejadian di luar jam kerja dan tanpa tugas.",
    "lanjut": "Sidang pertama: pembacaan gugatan.",
}  # fmt: skip
KRONOLOGIS = "Terjatuh dari tangga saat memeriksa atap kantor bersama petugas lain."
KAITAN = "Digugat atas surat teguran yang ditandatangani dalam jabatannya."


@cache
def _lembar(judul):
    return pindaian(judul).read()


class Pemain(Sutradara):
    """A Sutradara that knows what the parties outside answer in these services."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kalimat = KALIMAT

    def pengusul_untuk(self, pegawai):
        """Legal help is asked by the person himself; the rest by the OPD."""
        sendiri = "operator_opd" not in self.layanan.pengusul and "asn" in self.layanan.pengusul
        akun = Pengguna.objects.filter(pegawai=pegawai, is_active=True).first() if sendiri else None
        return akun or super().pengusul_untuk(pegawai)

    def lembar(self, dokumen, usulan):
        """One sheet a document, drawn once: forty scans cost more than all the acts."""
        return SimpleUploadedFile("pindaian.pdf", _lembar(dokumen.nama), content_type="application/pdf")

    def jawaban(self, usulan, pada):
        """Answers of the step that waits."""
        hari, n = timezone.localdate(pada).isoformat(), f"{usulan.pk:05d}"
        lanjut = usulan.langkah_kini.kode == "perkembangan" and usulan.langkah.filter(kode="perkembangan").count() < 2
        return {
            "kirim": {"nomor_usul": f"003.2/{n}/413.207/{pada.year}", "tanggal_usul": hari},
            "jawaban": {"hasil": "diterima", "catatan": ""},
            "keppres": {"nomor_sk": f"78/TK/Tahun {pada.year}", "tanggal_sk": hari, "pejabat": jawaban.PRESIDEN,
                        "nomor_piagam": f"SLKS-{n}"},
            "penilaian": {"hasil": "terpilih"},
            "penetapan_bkn": {"hasil": "ditetapkan", "nomor_penetapan": f"{n}/B-PK/{pada.year}", "tanggal_penetapan": hari},
            "jawaban_taspen": {"hasil": "disetujui", "catatan": ""},
            "bayar": {"nomor_sk": f"TSP-{n}", "tanggal_sk": hari, "pejabat": "PT Taspen (Persero)", "nilai": _nilai(usulan)},
            "pendamping": {"pendamping": "Bagian Hukum Sekretariat Daerah", "nama_pendamping": "Retno Wulandari, S.H., M.H.",
                           "nomor_surat": f"180/{n}/413.012/{pada.year}", "tanggal_surat": hari},
            "perkembangan": {"hasil": "lanjut" if lanjut else "putus", "tahap": "Sidang pertama" if lanjut else "Putusan",
                             "tanggal": hari, "nomor_perkara": f"{n}/G/{pada.year}/PTUN.SBY",
                             "catatan": "Pembacaan gugatan." if lanjut else "Gugatan ditolak seluruhnya."},
        }.get(usulan.langkah_kini.kode, {})  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of what was made outside."""
        satu = self.layanan.langkah(usulan.langkah_kini.kode)
        if satu.naskah is None:
            return None
        return pindaian(satu.naskah.judul, usulan.pegawai.kini.nama_lengkap, tanda_tangan=isi.get("pejabat", ""))

    def akhiri(self, usulan, akhir, pengusul, pada):
        """Also the outcomes of these services by their own names."""
        if akhir in KATA:
            isi = {
                "hasil": akhir,
                "catatan": KATA[akhir],
                "dasar_tolak": f"Surat Kantor Regional II BKN {usulan.pk:05d}",
            }
            return self.satu_langkah(usulan, pada, **isi)
        return super().akhiri(usulan, akhir, pengusul, pada)


def _nilai(usulan):
    """What was claimed is what is paid."""
    surat_ = usulan.naskah.filter(surat=False, naskah__asal="register").select_related("naskah").first()
    return sum(b["rupiah"] for b in surat_.naskah.data["manfaat"]) if surat_ else 1


def tambah_penghargaan(p):
    """Adds the plays of ``p`` (Pementasan); what many share (letter, Keppres list) is ``selesaikan_penghargaan``."""
    for slug in ("satyalancana", "pns-berprestasi", "klaim-jkm", "klaim-jkk", "bantuan-hukum"):
        p._sutradara[slug] = Pemain(katalog.ambil(slug), p.hari_ini, cetak=p.cetak)
    pns = ProfilKini.objects.filter(status="PNS", opd_id__in=[o for o in p.sutradara("satyalancana").pengusul if o])
    _satyalancana(p, pns)
    _klaim(p, pns)
    tmt = (p.hari_ini - timedelta(days=70)).isoformat()
    isian = {"tmt": tmt, "jenis_perkara": "tun", "karena_tugas": "ya", "kaitan_tugas": KAITAN, "uraian": KAITAN,
             "nomor_perkara": "", "lawan": "Penggugat"}  # fmt: skip
    p.babak("bantuan hukum", "bantuan-hukum", BANTUAN, pns.exclude(jenis_jabatan="pelaksana"), isian)
    _pemilihan(p, pns)


def _calon(p, pns, hari, banyak):
    """[(pegawai, class)] of those the rules let through at the award on ``hari``."""
    acuan, layanan, hasil = acuan_kini(), katalog.ambil("satyalancana"), []
    punya = RiwayatPenghargaan.objects.filter(jenis_id__in=aturan.KODE.values(), dibatalkan_pada__isnull=True)
    lama = p.bebas(pns.filter(tmt_cpns__lte=tambah_bulan(hari, -120))).exclude(
        pegawai__in=punya.values("pegawai")
    )[: banyak * 4]  # fmt: skip
    for satu in profil(per=hari, ids=[k.pk for k in lama]):
        kelas = aturan.kelas_usul(satu, acuan, hari)
        isian = {"tmt": hari, "kelas": kelas, "pidana": "tidak"}
        konteks = katalog.Konteks(satu, isian, hari, acuan)
        if kelas and all(h.jawaban != katalog.TIDAK for _, h in layanan.periksa(konteks)):
            hasil.append((satu.pegawai_id, kelas))
    orang = {k.pegawai_id: k.pegawai for k in ProfilKini.objects.filter(pk__in=[pk for pk, _ in hasil[:banyak]])
             .select_related("pegawai__kini__opd")}  # fmt: skip
    p.pakai(orang.values())
    return [(orang[pk], kelas) for pk, kelas in hasil[:banyak]]


def _satyalancana(p, pns):
    """Last August: at BKN's end, months ago; next August: every step."""
    bagian, main = "usulan Satyalancana", p.sutradara("satyalancana")
    lalu = hari_anugerah(acuan_kini(), periode.tahun_kini(acuan_kini(), p.hari_ini) - 1)
    mundur = max((p.hari_ini - lalu).days, 0) + 30
    for pegawai, kelas in _calon(p, pns, lalu, LALU):
        isian = {"tmt": lalu.isoformat(), "kelas": kelas, "pidana": "tidak"}
        p.tambah(bagian, main.lakon(pegawai, "kirim", isian=isian, mundur=mundur))
    depan = hari_anugerah(acuan_kini(), lalu.year + 1)
    for (pegawai, kelas), (sampai, akhir, terlambat) in zip(_calon(p, pns, depan, len(BABAK)), BABAK, strict=False):
        isian = {"tmt": depan.isoformat(), "kelas": kelas, "pidana": "tidak"}
        p.tambah(bagian, main.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))


def _klaim(p, pns):
    """Claims of pelaksana with a family, in several states."""
    bagian = "klaim JKK dan JKM"
    kawin = RiwayatKeluarga.objects.filter(hubungan="pasangan", keadaan="hidup", dibatalkan_pada__isnull=True)
    orang = pns.filter(pegawai__in=kawin.values("pegawai"), gaji_pokok__isnull=False)
    wafat = {"tmt": (p.hari_ini - timedelta(days=75)).isoformat(), "nomor_akta": "3524-KM-0001"}
    p.babak(bagian, "klaim-jkm", JKM, orang, wafat)
    for sampai, akhir, terlambat, keadaan in JKK:
        kejadian = p.hari_ini - timedelta(days=80)
        isian = {"tmt": kejadian.isoformat(), "tanggal_lapor": (kejadian + timedelta(days=1)).isoformat(), "peristiwa": "tugas",
                 "kronologis": KRONOLOGIS, "saksi": "Sutrisno; Wahyuni", "nomor_surat_tugas": "094/77/413.101/2026",
                 "keadaan": keadaan, "persen_tabel": "35", "biaya_perawatan": 8750000, "biaya_darat": 900000}  # fmt: skip
        for pegawai in p.pilih("klaim-jkk", orang, 1, isian | {"keadaan": "luka"}):
            if keadaan == "tewas":
                isian["penerima"] = kawin.filter(pegawai=pegawai).values_list("anggota", flat=True).first()
            lakon = p.sutradara("klaim-jkk").lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian)
            p.tambah(bagian, lakon)


def _pemilihan(p, pns):
    """One selection at judging with two jurors, one whose proposals are open, one draft."""
    staf = staf_sejahtera()
    if staf is None:  # a very small regency
        return
    satu = _buat(p, staf, f"Pemilihan PNS berprestasi tahun {p.hari_ini.year}", -60, -20, -6, "dibuka")
    _buat(p, staf, f"Pemilihan PNS berprestasi tahun {p.hari_ini.year + 1}", 100, 130, 160, "draf")
    isian = {"pemilihan": satu.pk, "tmt": satu.wawancara.isoformat(),
             "inovasi": "Antrean daring puskesmas sejak 2024; waktu tunggu turun dari 90 menit menjadi 25 menit."}  # fmt: skip
    main = p.sutradara("pns-berprestasi")
    baik = pns.filter(
        pegawai__riwayatkinerja__tahun=p.hari_ini.year - 1, pegawai__riwayatkinerja__predikat="Sangat Baik"
    )
    for pegawai in p.pilih("pns-berprestasi", baik.exclude(jenis_jabatan="struktural"), CALON, isian):
        p.tambah("PNS berprestasi", main.lakon(pegawai, "penilaian", isian=isian, mundur=25))


def _buat(p, akun, nama, buka, tutup, wawancara, status):
    """A selection whose dates lie so many days from today."""
    hari = [p.hari_ini + timedelta(days=n) for n in (buka, tutup, wawancara)]
    return Pemilihan.objects.create(
        tahun=hari[2].year, nama=nama, buka=hari[0], tutup=hari[1], wawancara=hari[2], status=status, terpilih=1,
        pengumuman="Tiap perangkat daerah mengusulkan paling banyak dua orang. Penilaian: kinerja, inovasi, perilaku, wawancara.",
        dibuat_oleh=akun, dibuat_pada=timezone.now(),
    )  # fmt: skip


def staf_sejahtera():
    """A staf of Subbidang Kesejahteraan with an account."""
    staf = ProfilKini.objects.filter(unit__kode="SUB42", aktif=True).exclude(jenis_jabatan="struktural").order_by("pk")
    return Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()


def selesaikan_penghargaan(p):
    """After the plays: the letter and the Keppres of last August for all at once, jury scores, and the night's list."""
    staf = staf_sejahtera()
    if staf is None:
        return
    main = p.sutradara("satyalancana")
    tahun = periode.tahun_kini(acuan_kini(), p.hari_ini) - 1
    satu = periode.periode(tahun)
    kirim = usulan_periode(satu.tanggal).filter(status="diproses", langkah_kini__kode="kirim")
    if kirim.exists():
        mundur = max((p.hari_ini - satu.tanggal).days, 4)
        saat = (main.saat(1, mundur=mundur + 20)[0], main.saat(1, mundur=mundur - 3)[0])
        surat.terbitkan(satu.pk, kirim, oleh=main.pelaku(staf, saat[0]))
        menunggu = (
            usulan_periode(satu.tanggal).filter(langkah_kini__kode="jawaban").select_related("pegawai", "langkah_kini")
        )
        daftar = [
            jawaban.Jawaban(i, u, {"hasil": jawaban.DITETAPKAN, "nomor_piagam": f"SLKS-{tahun}-{i:03d}"})
            for i, u in enumerate(menunggu, 2)
        ]
        keppres = {"nomor_sk": f"78/TK/Tahun {tahun}", "tanggal_sk": satu.tanggal - timedelta(days=6),
                   "berkas": pindaian("Keputusan Presiden", f"78/TK/Tahun {tahun}", tanda_tangan="Presiden")}  # fmt: skip
        jawaban.terapkan(daftar, keppres, oleh=main.pelaku(staf, saat[1]))
        for u in Usulan.objects.filter(pk__in=[j.usulan.pk for j in daftar[1:]], status="diproses"):
            main.satu_langkah(segar(u), saat[1])
    _nilai_juri(p, staf)
    periode.hitung(tahun + 1)


def _nilai_juri(p, staf):
    """Two jurors, both sheets filled; the result still to be set."""
    satu = Pemilihan.objects.filter(status="dibuka", tutup__lt=p.hari_ini).first()
    main = p.sutradara("pns-berprestasi")
    oleh = main.pelaku(staf, main.saat(1)[0])
    if satu is None or not pemilihan.pendaftar(satu).filter(langkah_kini__kode="penilaian").exists():
        return
    pemilihan.tutup(satu.pk, oleh=oleh)
    dewan = (("Dr. Hartini, M.Si.", "Universitas Islam Lamongan"), ("Drs. Suparman", "Inspektorat"))
    juri = [pemilihan.tambah_juri(satu.pk, nama, unsur, None, oleh=oleh) for nama, unsur in dewan]
    kriteria = Pemilihan.objects.get(pk=satu.pk).kriteria
    for i, j in enumerate(juri):
        daftar = {c.pk: dict.fromkeys(kriteria, 74 + 4 * n + 2 * i) for n, c in enumerate(satu.peserta.order_by("pk"))}
        pemilihan.isi_nilai(j.pk, daftar, oleh=oleh)
