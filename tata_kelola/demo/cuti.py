"""Cuti demo: permintaan pada tiap keadaan dan putusan, cuti besar, CLTN, pengaktifan kembali, dan catatan dari kertas.

Everything through the doors of the office: ``alur`` for the requests, ``catatan`` for what stood on paper.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pegawai, Pengguna, ProfilKini
from kesejahteraan.cuti import catatan
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from tata_kelola.demo.panggung import Sutradara, segar

BAGIAN = "cuti"
SETUJU = {"hasil": "disetujui"}
TUNDA = {
    "hasil": "ditangguhkan",
    "alasan_putusan": "Penyusunan laporan keuangan akhir tahun tidak dapat ditinggalkan.",
}
TOLAK = {"hasil": "tidak", "alasan_putusan": "Pada tanggal itu tiga orang lain di unitnya sudah diberi cuti."}
KALIMAT = {
    "kembalikan": "Alamat selama cuti belum jelas; tulis desa dan kecamatannya.",
    "tolak": "Berangkat bersama rombongan tahun berikutnya.",
    "pasal": "PP 11/2017 Pasal 317",
    "batalkan": "Rencana keluarga berubah.",
}
# (step at which it stands, last act, late, decision of the office, first day from today, working days)
BABAK_TAHUNAN = (
    ("selesai", "", False, SETUJU, -1, 4), ("selesai", "", False, "ubah", 6, 3), ("selesai", "", False, TUNDA, 12, 5),
    ("selesai", "", False, TOLAK, 9, 2), ("tanda_tangan", "", False, SETUJU, 8, 3), ("penetapan", "", False, SETUJU, 11, 2),
    ("keputusan", "", True, SETUJU, 15, 5), ("pertimbangan", "", False, SETUJU, 18, 3),
    ("keputusan", "kembalikan", False, SETUJU, 20, 2), ("pertimbangan", "batalkan", False, SETUJU, 22, 3),
    ("draf", "", False, SETUJU, 25, 4),
)  # fmt: skip


class SutradaraCuti(Sutradara):
    """Answers the steps that decide with ``putusan``; ``ubah``: a day later, a day shorter."""

    def __init__(self, layanan, hari_ini, putusan=None, *, cetak):
        super().__init__(layanan, hari_ini, cetak=cetak)
        self.putusan, self.kalimat = putusan or SETUJU, KALIMAT

    def satu_langkah(self, usulan, pada, **jawab):
        """A step with the form of a decision is answered; the others as always."""
        kode = usulan.langkah_kini.kode
        if kode not in ("pertimbangan", "keputusan") or not self.layanan.langkah(kode).sebutan:
            return super().satu_langkah(usulan, pada, **jawab)
        putusan = self.putusan if kode == "keputusan" else SETUJU
        if putusan == "ubah":
            putusan = {"hasil": "diubah", "tmt_baru": usulan.isian["tmt"], "sampai_baru": usulan.isian["tmt"],
                       "alasan_putusan": "Dua hari berikutnya rapat koordinasi."}  # fmt: skip
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=putusan)
        return segar(usulan)

    def coba(self, pegawai, sampai, **lain):
        """The play of a usulan; a step nobody in this regency can hold ends it where it stands."""
        try:
            return (yield from self.lakon(pegawai, sampai, **lain))
        except DitolakAlur:
            return None


def _hari_kerja(p, mulai):
    acuan = p.sutradara("cuti-tahunan").acuan
    hari = p.hari_ini + timedelta(days=mulai)
    while not acuan.hari_kerja(hari):
        hari += timedelta(days=1)
    return hari


def _isian(mulai, hari, **lain):
    return {
        "tmt": mulai.isoformat(), "sampai": (mulai + timedelta(days=hari - 1)).isoformat(), "alasan": "Keperluan keluarga",
        "alamat": "Desa Made, Kecamatan Lamongan", "telepon": "0812-0000-0000",
    } | lain  # fmt: skip


def tambah_cuti(p):
    """Adds the plays of cuti to ``p`` (Pementasan) and records what stood on paper of the printed accounts."""
    _catatan(p)
    operator = [opd for opd in p.sutradara("cuti-tahunan").pengusul if opd]
    orang = (
        ProfilKini.objects.filter(
            status="PNS",
            kedudukan_id="01",
            jenis_jabatan="pelaksana",
            opd_id__in=operator,
            pegawai__usulan__isnull=True,
        )
        .exclude(pegawai__pengguna__penugasan__peran="operator_opd")
        .order_by("-nip")
    )  # nobody numbers his own letter
    for sampai, akhir, terlambat, putusan, mulai, hari in BABAK_TAHUNAN:
        _satu(p, "cuti-tahunan", orang, _isian(_hari_kerja(p, mulai), hari), sampai, akhir, putusan, terlambat)
    kini = p.hari_ini
    _satu(p, "cuti-sakit", orang, _isian(_hari_kerja(p, -2), 5, sakit="CS1", dokter="lain", alasan=""), "selesai")
    hamil = orang.filter(jenis_kelamin="P")
    akhir = (tambah_bulan(kini, 4) - kini).days
    _satu(p, "cuti-melahirkan", hamil, _isian(tambah_bulan(kini, 1), akhir - 31, anak_ke=1), "keputusan")
    _satu(
        p, "cuti-alasan-penting", orang, _isian(_hari_kerja(p, 3), 4, sebab="nikah", bukti="terlampir"), "pertimbangan"
    )
    haji = _isian(tambah_bulan(kini, 5), 45, sebab="haji", alasan="Haji pertama")
    _satu(p, "cuti-besar", orang, haji, "selesai")
    _satu(p, "cuti-besar", orang, haji, "keputusan")
    lama = (tambah_bulan(kini, 25) - tambah_bulan(kini, 1)).days
    cltn = _isian(
        tambah_bulan(kini.replace(day=1), 2), lama, jenis="baru", alasan="Mendampingi suami bertugas di luar negeri"
    )
    _satu(p, "cltn", orang, cltn, "persetujuan_bkn")
    kembali = {"tanggal_lapor": (kini - timedelta(days=20)).isoformat(), "tmt": tambah_bulan(kini.replace(day=1), 1).isoformat(),
               "jabatan": ""}  # fmt: skip
    _satu(p, "cltn-aktif", ProfilKini.objects.filter(kedudukan_id="02", jenis_jabatan="pelaksana", opd_id__in=operator),
          kembali, "periksa_kasubbid")  # fmt: skip


def _satu(p, slug, calon, isian, sampai, akhir="", putusan=SETUJU, terlambat=False):
    sutradara = SutradaraCuti(katalog.ambil(slug), p.hari_ini, putusan, cetak=p.cetak)
    for pegawai in p.pilih(slug, calon, 1, isian):
        p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, akhir=akhir, isian=isian, terlambat=terlambat))


def _catatan(p):
    """Four years of the paper forms of the printed accounts, by staf of the BKD."""
    akun = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB42", pegawai__kini__aktif=True, is_active=True)
    akun = akun.exclude(pegawai__kini__jenis_jabatan="struktural").order_by("pk").first()
    if akun is None:  # a very small regency
        return
    oleh = p.sutradara("cuti-tahunan").pelaku(akun, timezone.now())
    for urut, pegawai in enumerate(Pegawai.objects.filter(nip__in=p.tokoh).select_related("kini").order_by("nip")):
        for mundur in range(1, 5):
            tahun = p.hari_ini.year - mundur
            if not pegawai.kini.aktif or not catatan.boleh_mencatat(oleh.hak, pegawai.kini):
                continue
            catatan.catat(
                pegawai, tahun=tahun, jenis="dipakai", hari=12 - (urut + mundur) % 7, oleh=oleh,
                sumber=f"Formulir cuti tahun {tahun}",
            )  # fmt: skip
