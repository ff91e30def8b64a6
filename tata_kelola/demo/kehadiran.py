"""Kehadiran demo: pegawai pada tiap ambang ketidakhadiran, koreksi presensi pada tiap keadaan, gaji dihentikan dan dibayarkan.

Two files through the real importer (the last months of some people; this month of them and of the printed accounts), the
corrections through ``alur``, the salary decisions through the handlers' own act. Of one calendar year, that of yesterday.
"""

import random
from datetime import date, timedelta
from itertools import count

from django.db.models import Count
from django.utils import timezone

from disiplin.kehadiran import perbuatan
from disiplin.tasks import hitung_kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pegawai, Pengguna, ProfilKini
from layanan import alur, katalog
from tata_kelola.demo.gaji import _impor
from tata_kelola.demo.panggung import Sutradara, segar

# Days of absence of each of them, evenly spread, so that no ten follow each other.
AMBANG = (3, 5, 8, 12, 15, 18, 22, 26, 29)
HADIR = ("07:22", "16:04", "Hadir", 0, 0)
TK = ("", "", "TK", "", "")
# (state it stands in, last act, late, outcome): every status and step of a correction.
BABAK = (
    ("selesai", "", False, "sah"),
    ("selesai", "", False, "tidak_sah"),
    ("putusan_atasan", "", False, ""),
    ("putusan_bkd", "", False, "teruskan"),
    ("putusan_bkd", "", True, ""),
    ("putusan_atasan", "kembalikan", False, ""),
    ("draf", "", False, ""),
    ("draf", "batalkan", False, ""),
)
CATATAN = {
    "sah": "Surat tugasnya sudah saya cocokkan.",
    "tidak_sah": "Surat tugas yang dilampirkan untuk tanggal lain.",
    "teruskan": "Surat tugasnya diterbitkan Sekretariat Daerah; mohon dicocokkan BKD.",
}
KALIMAT = {
    "kembalikan": "Surat tugas belum menyebut tanggal kegiatannya. Lampirkan yang lengkap.",
    "batalkan": "Presensinya sudah dibetulkan petugas mesin.",
    "tolak": "",
    "pasal": "",
}
ALASAN = "Mengikuti rapat koordinasi di provinsi menurut surat tugas; tidak sempat presensi."


def isi_kehadiran(p):
    """Everything of the docstring, as far as there are people; ``p``: Pementasan, whose plays are over."""
    hari = _hari_kerja(p.hari_ini)
    calon = ProfilKini.objects.filter(status="PNS", unit__pola_kerja="5", opd__isnull=False)
    calon = calon.exclude(opd__kode="BKPSDM").exclude(jenis_jabatan="struktural")
    # Whoever asks for nothing else first, so that nobody is promoted and dismissed at once.
    calon = calon.annotate(n=Count("pegawai__usulan")).order_by("n", "nip")
    calon = calon.filter(aktif=True).exclude(nip__in=p.tokoh)
    orang = list(calon[: len(AMBANG) + len(BABAK) + 4])
    if (
        len(orang) < len(AMBANG) + len(BABAK) + 4 or len(hari) < 40
    ):  # a very small regency, or the first weeks of a year
        return
    absen, minta = _absen(orang, hari)
    tokoh = ProfilKini.objects.filter(nip__in=p.tokoh, aktif=True).order_by("nip")
    awal = hari[-1].replace(day=1)
    _berkas("presensi-triwulan", orang, [h for h in hari if h < awal], absen)
    _berkas("presensi-berjalan", [*orang, *tokoh], [h for h in hari if h >= awal], absen)
    _koreksi(p, minta)
    hitung_kehadiran(hari[-1].year)
    _gaji(p, orang[len(AMBANG) : len(AMBANG) + 2], absen)
    hitung_kehadiran(hari[-1].year)


def _hari_kerja(hari_ini):
    """Working days from the first of the month three months ago to yesterday, of yesterday's year."""
    acuan, kemarin = acuan_kini(), hari_ini - timedelta(days=1)
    mulai = max(tambah_bulan(hari_ini.replace(day=1), -3), date(kemarin.year, 1, 1))
    semua = (mulai + timedelta(days=i) for i in range((kemarin - mulai).days + 1))
    return [h for h in semua if acuan.hari_kerja(h)]


def _absen(orang, hari):
    """({nip: {date: row}} of what is not plain presence, [(person, day to correct)])."""
    absen, urut = {}, iter(orang)
    for n, o in zip(AMBANG, urut, strict=False):
        absen[o.nip] = {hari[i * len(hari) // n]: TK for i in range(n)}
    for _ in range(2):  # ten days in a row, a weekend and perhaps a holiday between them
        absen[next(urut).nip] = dict.fromkeys(hari[-30:-20], TK)
    # Nine days, and one in their midst that nobody recorded.
    absen[next(urut).nip] = dict.fromkeys(hari[-30:-20], TK) | {hari[-25]: None}
    # Never absent, but late so often that the minutes fill three days: 30 x 45 = 1.350.
    absen[next(urut).nip] = dict.fromkeys(hari[-32:-2], ("08:15", "16:00", "Hadir", 45, 0))
    minta = []
    for o, (_, _, terlambat, _) in zip(urut, BABAK, strict=False):
        satu = hari[-40] if terlambat else hari[-6]
        absen[o.nip] = {satu: TK}
        minta.append((o, satu))
    return absen, minta


def _berkas(nama, orang, hari, absen):
    """One file of the machine for these people and days."""
    acak = random.Random(7)
    baris = []
    for o in orang:
        lain = absen.get(o.nip, {})
        for h in hari:
            isi = lain.get(h, HADIR)
            if isi is HADIR and acak.random() < 0.05:
                isi = acak.choice((("07:41", "16:00", "Hadir", 11, 0), ("", "", "Dinas Luar", "", "")))
            if isi is not None:
                baris.append((o.nip, f"{h:%d-%m-%Y}", *isi))
    if baris:
        _impor(f"{nama}-{hari[-1]:%Y-%m}.xlsx", baris, hari[-1], terapkan=True)


class SutradaraKoreksi(Sutradara):
    """The person himself asks; who holds the step answers its form with ``hasil``."""

    def __init__(self, layanan, hari_ini, hasil):
        super().__init__(layanan, hari_ini, cetak=False)
        self.hasil, self.surat, self.kalimat = hasil, count(701), KALIMAT

    def pengusul_untuk(self, pegawai):
        """His own account."""
        return Pengguna.objects.get(pegawai=pegawai)

    def satu_langkah(self, usulan, pada, **jawab):
        """The decision of the atasan or of the BKD."""
        isi = {"hasil": self.hasil, "catatan": CATATAN[self.hasil]}
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi,
                     periksa={h["kode"]: "Sudah dicocokkan." for h in usulan.hasil_syarat})  # fmt: skip
        return segar(usulan)


def _koreksi(p, minta):
    layanan = katalog.ambil("koreksi-presensi")
    lakon = []
    for (o, hari), (sampai, akhir, terlambat, hasil) in zip(minta, BABAK, strict=True):
        sutradara = SutradaraKoreksi(layanan, p.hari_ini, hasil)
        isian = {"dari": hari.isoformat(), "sampai": hari.isoformat(), "keadaan": "dinas_luar", "alasan": ALASAN}
        pegawai = Pegawai.objects.select_related("kini__opd").get(pk=o.pk)
        satu = sutradara.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian)
        lakon.append(p.berwaktu("koreksi presensi", satu))
    p.langsung(lakon)


def _gaji(p, orang, absen):
    """Both lose their salary from the next month; of the second the days turn out to be excused and it is paid."""
    staf = (
        ProfilKini.objects.filter(unit__kode="SUB11", aktif=True).exclude(jenis_jabatan="struktural").order_by("nip")
    )
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is None:
        return
    sutradara = Sutradara(katalog.ambil("koreksi-presensi"), p.hari_ini, cetak=False)
    oleh = sutradara.pelaku(akun, timezone.now())
    for o in orang:
        tahun = max(absen[o.nip]).year
        perbuatan.hentikan_gaji(
            o.pegawai, tahun, alasan="Sepuluh hari kerja tidak masuk tanpa kabar menurut rekap presensi.", oleh=oleh
        )
    perbuatan.bayarkan_gaji(
        orang[1].pegawai, oleh=oleh, dasar=f"Berita acara pemeriksaan contoh 800/61/413.204/{tahun}",
        alasan="Pemeriksaan menemukan yang bersangkutan dirawat di rumah sakit selama empat hari di antaranya.",
    )  # fmt: skip
