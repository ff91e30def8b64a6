"""Demo keluarga dan perkawinan: perubahan keluarga, laporan, izin, dan perceraian pada tiap keadaan, diajukan orangnya sendiri.

Everything through ``alur``: step forms, berita acara, written decisions, and one case far beyond the limit of the law. A
refused permit ends as a written refusal, so no usulan here has the status ditolak.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini, RiwayatKeluarga
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from tata_kelola.demo.panggung import Sutradara, segar

BAGIAN = "keluarga, perkawinan, dan perceraian"
KALIMAT = {
    "kembalikan": "Foto aktanya terpotong; unggah yang memuat nomor dan tanggalnya.",
    "batalkan": "Sudah dilaporkan lewat operator.",
}
KALIMAT_PERKARA = {
    "kembalikan": "Surat keterangan desa belum diketahui camat; lengkapi lalu ajukan kembali.",
    "batalkan": "Kami sepakat mencoba memperbaiki rumah tangga.",
}
# (step at which it stands, last act, days ago of the last act, answers of steps that differ)
BABAK_LAHIR = (
    ("selesai", "", None),
    ("verifikasi_bkd", "kembalikan", None),
    ("verifikasi_opd", "batalkan", None),
    ("draf", "", None),
)
BABAK_CERAI = (
    ("selesai", "", 20, {}), ("selesai", "", 12, {"keputusan": "tolak"}), ("selesai", "", 9, {"mediasi_1": "rukun"}),
    ("keputusan", "", 100, {}), ("pembinaan", "", 100, {}), ("verifikasi_bkd", "kembalikan", None, {}), ("draf", "", None, {}),
)  # fmt: skip


class SutradaraKeluarga(Sutradara):
    """The persons apply themselves; answers the forms of the steps."""

    def __init__(self, slug, hari_ini, *, cetak, kalimat=KALIMAT_PERKARA, hasil=None):
        super().__init__(katalog.ambil(slug), hari_ini, cetak=cetak)
        self.kalimat, self.hasil = kalimat, hasil or {}

    def pengusul_untuk(self, pegawai):
        """The person's own account."""
        return Pengguna.objects.get(pegawai=pegawai)

    def satu_langkah(self, usulan, pada, **jawab):
        """A step with a form of its own is answered; the others as always."""
        isi = self.isian_langkah(usulan.langkah_kini.kode, timezone.localdate(pada).isoformat())
        if isi is None:
            return super().satu_langkah(usulan, pada, **jawab)
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi)
        return segar(usulan)

    def isian_langkah(self, kode, hari):
        """Answers of the form of a step, or None when it asks nothing."""
        if kode.startswith("mediasi"):
            return {"tanggal_mediasi": hari, "hadir": "keduanya", "hasil": self.hasil.get(kode, "lanjut" if self.poligami else "buntu"),
                    "uraian": "Kedua pihak didengar bergantian, lalu bersama-sama; nasihat diberikan."}  # fmt: skip
        hasil = self.hasil.get("keputusan", "keterangan" if self.layanan.slug == "keterangan-cerai" else "izin")
        return {
            "pembinaan": {"tanggal_panggilan": hari, "hadir": "keduanya", "hasil": self.hasil.get("pembinaan", "lanjut"),
                          "uraian": "Dipanggil dan dinasihati agar menyelesaikan persoalannya bersama keluarga."},
            "pertimbangan_opd": {"pertimbangan": "Upaya merukunkan sudah ditempuh; diserahkan kepada pejabat."},
            "keputusan": {"hasil": hasil, "alasan_tolak": "alasan yang dikemukakan tidak terbukti" if hasil == "tolak" else ""},
            "memo_gaji": {"kehendak": "pns", "anak_pns": "0", "anak_istri": "1", "gaji": "3426000"},
        }.get(kode)  # fmt: skip

    @property
    def poligami(self):
        """Its one session ends with "tetap" or "mencabut"."""
        return self.layanan.slug == "izin-beristri"

    def coba(self, pegawai, sampai, **lain):
        """The play of a usulan; a step nobody in this regency can hold ends it where it stands."""
        try:
            return (yield from self.lakon(pegawai, sampai, **lain))
        except DitolakAlur:
            return None


def tambah_keluarga(p):
    """Adds everything of the docstring to the plays of ``p`` (Pementasan)."""
    operator = [opd for opd in p.sutradara("perubahan-keluarga").pengusul if opd]
    bebas = ProfilKini.objects.filter(
        status="PNS", pegawai__usulan__isnull=True, jenis_jabatan__in=("pelaksana", "fungsional")
    )
    kawin = RiwayatKeluarga.objects.filter(anggota="pasangan-1", keadaan="hidup", dibatalkan_pada=None)
    putus = RiwayatKeluarga.objects.filter(anggota="pasangan-1", dibatalkan_pada=None).exclude(keadaan="hidup")
    menikah = (
        bebas.filter(pk__in=kawin.values("pegawai_id")).exclude(pk__in=putus.values("pegawai_id")).order_by("nip")
    )
    _perubahan(p, menikah.filter(opd_id__in=operator))
    _lapor_kawin(p, bebas.filter(opd_id__in=operator).exclude(pk__in=kawin.values("pegawai_id")).order_by("nip"))
    _perkara(p, menikah.exclude(unit__kode="SUB42").exclude(opd__isnull=True))


def _main(p, slug, calon, isian, babak, kalimat=KALIMAT_PERKARA):
    """Chooses people for ``babak`` of one service and adds their plays."""
    orang = p.pilih(slug, calon, len(babak), isian)
    for pegawai, (sampai, akhir, mundur, *hasil) in zip(orang, babak, strict=False):
        s = SutradaraKeluarga(slug, p.hari_ini, cetak=p.cetak, kalimat=kalimat, hasil=hasil[0] if hasil else None)
        p.tambah(BAGIAN, s.coba(pegawai, sampai, akhir=akhir, isian=isian, mundur=mundur))


def _perubahan(p, calon):
    """Births in every status, a job of the spouse, and a school letter of a child soon 21."""
    hari = p.hari_ini
    umum = {"nomor_bukti": "3524-LT-15092026-0007", "tanggal_bukti": (hari - timedelta(days=20)).isoformat(),
            "penerbit": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Lamongan"}  # fmt: skip
    lahir = hari - timedelta(days=45)
    _main(p, "perubahan-keluarga", calon, umum | {
        "jenis": "lahir", "nama": "Bintang Ramadhan", "tanggal_lahir": lahir.isoformat(), "jenis_kelamin": "L",
        "tanggung": True, "tanggal_peristiwa": lahir.isoformat(),
    }, BABAK_LAHIR, KALIMAT)  # fmt: skip
    kerja = {
        "jenis": "pekerjaan",
        "anggota": "pasangan-1",
        "pekerjaan": "Karyawan swasta",
        "tanggal_peristiwa": lahir.isoformat(),
    }
    babak = (("verifikasi_opd", "", 24),)
    _main(p, "perubahan-keluarga", calon, umum | kerja, babak, KALIMAT)
    anak = RiwayatKeluarga.objects.filter(
        anggota="anak-1", keadaan="hidup", tertanggung=True, dibatalkan_pada=None,
        tanggal_lahir__range=(tambah_bulan(hari, -12 * 24), tambah_bulan(hari, -12 * 20)),
    )  # fmt: skip
    sekolah = {"jenis": "sekolah", "anggota": "anak-1", "tanggal_peristiwa": (hari - timedelta(days=25)).isoformat(),
               "sekolah_sampai": tambah_bulan(hari, 9).isoformat(), "nomor_bukti": "421.3/118/UNISLA/2026",
               "tanggal_bukti": (hari - timedelta(days=25)).isoformat(), "penerbit": "Universitas Islam Lamongan"}  # fmt: skip
    babak = (("verifikasi_bkd", "", None),)
    _main(p, "perubahan-keluarga", calon.filter(pk__in=anak.values("pegawai_id")), sekolah, babak, KALIMAT)


def _lapor_kawin(p, calon):
    """One in time and recorded, one reported after 14 months, at the operator."""
    for bulan, babak in ((2, ("selesai", "", None)), (14, ("verifikasi_bkd", "", None))):
        akad = tambah_bulan(p.hari_ini, -bulan).isoformat()
        isian = {"nama_pasangan": "Rizky Firmansyah", "lahir_pasangan": "1994-08-17", "pekerjaan": "Wiraswasta", "sebelum": "belum",
                 "tanggal_akad": akad, "nomor_akta": "0118/042/2026", "tanggal_akta": akad, "penerbit": "KUA Kecamatan Lamongan"}  # fmt: skip
        _main(p, "lapor-kawin", calon.filter(jenis_kelamin="P"), isian, (babak,), KALIMAT)


def _perkara(p, calon):
    """Divorces of plaintiffs and defendants, one polygamy, and a divorce that is reported."""
    hari = p.hari_ini
    cerai = {"anggota": "pasangan-1", "alasan": ["selisih"], "bukti": "Berita acara BP4 nomor B-12/2026",
             "alasan_lengkap": "Berselisih terus-menerus dan pisah rumah; upaya keluarga tidak berhasil."}  # fmt: skip
    _main(p, "izin-cerai", calon, cerai, BABAK_CERAI)
    gugat = {"anggota": "pasangan-1", "nomor_gugatan": f"412/Pdt.G/{hari.year}/PA.Lmg", "pengadilan": "Pengadilan Agama Lamongan",
             "tanggal_gugatan": (hari - timedelta(days=40)).isoformat(), "tanggal_lapor": (hari - timedelta(days=37)).isoformat(),
             "tanggapan": "keberatan", "alasan_lengkap": "Keberatan bercerai demi anak-anak."}  # fmt: skip
    _main(p, "keterangan-cerai", calon, gugat, (("tanda_tangan", "", None),))
    beristri = {"calon": "Siti Rohmah", "alternatif": ["keturunan"], "bukti_alternatif": "Surat dokter RSUD 445/88/2026",
                "persetujuan_istri": "ya", "penghasilan": "ya", "adil": "ya", "alasan_lengkap": "Belum dikaruniai keturunan."}  # fmt: skip
    _main(p, "izin-beristri", calon.filter(jenis_kelamin="L"), beristri, (("pertimbangan_opd", "", None),))
    lapor = {"anggota": "pasangan-1", "nomor_akta": f"0331/AC/{hari.year}/PA.Lmg", "penerbit": "Pengadilan Agama Lamongan",
             "tanggal_akta": (hari - timedelta(days=50)).isoformat(), "nomor_izin": "474.2/19/413.207/2025"}  # fmt: skip
    _main(p, "lapor-cerai", calon.filter(jenis_kelamin="L"), lapor, (("memo_gaji", "", None),))
