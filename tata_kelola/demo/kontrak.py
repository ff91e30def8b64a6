"""Kontrak demo: perpanjangan perjanjian kerja PPPK pada tiap langkah, yang terlambat, paruh waktu, satu kolektif, dan pengingat.

People are PPPK whose contract ends between half a year and a year and a half ahead, so that the usul is in time (PPK-5).
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini
from layanan import alur, katalog
from pengadaan.kontrak import pantauan
from tata_kelola.demo.panggung import Sutradara, segar
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "perpanjangan perjanjian kerja PPPK"
BABAK = (
    ("selesai", "", False), ("jawaban_menteri", "", False), ("perjanjian", "", False), ("tanda_tangan", "", False),
    ("tembusan_bkn", "", False), ("verifikasi_bkd", "", True), ("draf", "", False), ("persetujuan_opd", "", False),
    ("periksa_kasubbid", "", False), ("verifikasi_bkd", "kembalikan", False), ("persetujuan_kaban", "tolak", False),
    ("periksa_kabid", "", False), ("persetujuan_kaban", "", True), ("paraf_sekda", "", False), ("penetapan", "", False),
    ("penetapan", "", False), ("serahkan", "", False), ("persetujuan_opd", "batalkan", False), ("jawaban_menteri", "", True),
)  # fmt: skip
BABAK_PARUH = (("verifikasi_bkd", "", False), ("draf", "", False))
KALIMAT = {
    "kembalikan": "Pernyataan kebutuhan belum dilampiri peta jabatan; lengkapi lalu ajukan kembali.",
    "tolak": "Formasi jabatannya dihapus pada penataan organisasi.",
    "pasal": "PP 49/2018 Pasal 37 ayat (2)",
    "batalkan": "Yang bersangkutan mengundurkan diri pada akhir perjanjian.",
}
ISIAN = {"kebutuhan": "ya", "kompetensi": "ya"}


class SutradaraKontrak(Sutradara):
    """Answers the forms of the steps: what the Menteri says, and the copy to BKN."""

    def __init__(self, p, staf):
        super().__init__(katalog.ambil(pantauan.SLUG), p.hari_ini, cetak=p.cetak)
        self.kalimat, self.staf = KALIMAT, staf

    def pengusul_untuk(self, pegawai):
        """The operator of his OPD, else the staf of the Subbid Formasi."""
        return self.pengusul.get(pegawai.kini.opd_id) or self.staf

    def jawaban(self, usulan, pada):
        """The Menteri agrees."""
        hari = timezone.localdate(pada).isoformat()
        return {"nomor_usul": f"810/{usulan.pk}/413.204/{pada.year}", "tanggal_kirim": hari, "hasil": "setuju",
                "nomor_jawaban": f"B/{usulan.pk}/M.SM.01.00/{pada.year}", "tanggal_jawaban": hari, "catatan": ""}  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of the answer."""
        return pindaian(
            "Persetujuan perpanjangan PPPK",
            isi["nomor_jawaban"],
            usulan.pegawai.kini.nama_lengkap,
            tanda_tangan="Menteri PANRB",
        )

    def satu_langkah(self, usulan, pada, **jawab):
        """The copy to BKN is a form; the others as always."""
        if usulan.langkah_kini.kode != "tembusan_bkn":
            return super().satu_langkah(usulan, pada, **jawab)
        isi = {
            "nomor_tembusan": f"810/{usulan.pk}/413.204/{pada.year}",
            "tanggal_tembusan": timezone.localdate(pada).isoformat(),
        }
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi)
        return segar(usulan)


def mainkan_kontrak(p):
    """Adds the plays to ``p`` (Pementasan) and sends today's reminders for everybody else."""
    orang = (
        ProfilKini.objects.filter(unit__kode="SUB21", aktif=True).exclude(jenis_jabatan="struktural").order_by("nip")
    )
    staf = Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()
    if staf is None:  # a very small regency
        return
    main, usul = SutradaraKontrak(p, staf), (p.hari_ini - timedelta(days=60)).isoformat()
    batas = tambah_bulan(p.hari_ini, 6)
    calon = ProfilKini.objects.filter(
        pegawai__usulan__isnull=True, kontrak_sampai__gt=batas, kontrak_sampai__lte=tambah_bulan(p.hari_ini, 23), opd__isnull=False
    ).order_by("kontrak_sampai", "nip")  # fmt: skip
    for status, babak in (("PPPK", BABAK), ("PPPK_PW", BABAK_PARUH)):
        isian = ISIAN | {"tanggal_usul": usul}
        for pegawai, (sampai, akhir, terlambat) in zip(
            p.pilih(pantauan.SLUG, calon.filter(status=status), len(babak), isian), babak, strict=False
        ):
            p.tambah(BAGIAN, main.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))
    pantauan.ingatkan(p.hari_ini)
