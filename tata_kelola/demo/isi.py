"""Isi demo: the whole play in order, each part through the door an office would use."""

import tempfile
import time
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.management import call_command
from django.utils import timezone

from kepegawaian import akses, bangkit, impor
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Pengguna, ProfilKini, Setelan
from layanan import alih, alur, halangan, katalog, kolektif, naskah as modul_naskah, rekap
from layanan.models import LangkahUsulan, Usulan
from layanan.tte import SANDI_UJI as SANDI_TTE
from tata_kelola.demo.daftar import isi_daftar
from tata_kelola.demo.naskah import mainkan_tindakan
from tata_kelola.demo.orang import SANDI, pemohon_contoh, siapkan_akun
from tata_kelola.demo.panggung import Sutradara, isi_dosir, layak
from tata_kelola.demo.templat import isi_templat

# (step at which it stands, last act, late) for each usulan of the play.
# Every status and step once, then those that are only a second or a late one: a small regency runs out of people.
BABAK_KP = (
    ("selesai", "", False),
    ("serahkan", "", False),
    ("tanda_tangan", "", False),
    ("penetapan", "", False),
    ("pertek", "", False),
    ("pertek", "tms", False),
    ("persetujuan_kaban", "", True),
    ("persetujuan_kaban", "tolak", False),
    ("periksa_kabid", "", False),
    ("periksa_kasubbid", "", False),
    ("verifikasi_bkd", "", True),
    ("verifikasi_bkd", "kembalikan", False),
    ("verifikasi_opd", "", True),
    ("draf", "", False),
    ("draf", "batalkan", False),
    ("pertek", "bts", False),
    ("verifikasi_opd", "", False),
    ("verifikasi_bkd", "", False),
    ("persetujuan_kaban", "", False),
    ("tanda_tangan", "", True),
    ("periksa_kabid", "", True),
    ("verifikasi_opd", "kembalikan", False),
    ("selesai", "", True),
)
BABAK_KP_LUAR = (("rekam_sk_luar", "", False), ("selesai", "", False))
# Waiting for an electronic signature, so that one can sign many at once.
BABAK_TTE = (("tanda_tangan", "", False),) * 3
KANTOR_TTE = ("DISDIK", "BKPSDM")
BABAK_KGB = (
    ("draf", "", False),
    ("verifikasi_bkd", "", False),
    ("verifikasi_bkd", "", False),
    ("verifikasi_bkd", "", True),
    ("verifikasi_bkd", "kembalikan", False),
    ("penetapan", "", False),
    ("penetapan", "", True),
    ("penetapan", "batalkan", False),
    ("tanda_tangan", "", False),
    ("tanda_tangan", "", True),
    ("selesai", "", False),
    ("selesai", "", False),
    ("selesai", "", True),
)


def isi_demo(jumlah=2000, seed=2026, *, susulan=300, lapor=print):
    """Fills an empty portal: people, accounts, dosir, usulan in every status and step, an import to look at, index.

    ``susulan``: people in that second file, which waits with its mistakes; 0: none.
    """
    hari_ini = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder, _Jam(lapor) as jam:
        orang = list(bangkit.bangkitkan(jumlah, seed, hari_ini))
        jalur = bangkit.tulis_xlsx(orang, Path(folder) / "utama")
        jam(f"{jumlah} orang rekaan")
        _impor(jalur[0], "data-asn-lamongan.xlsx", hari_ini, terapkan=True)
        jam("impor diterapkan")
        _setel_tte()
        akun = siapkan_akun(bangkit.peran_demo(orang))
        _contoh_dosir(akun)
        jam("akun dan dosir")
        isi_templat(akun, hari_ini)
        _mainkan(hari_ini, jam, [a.nama_pengguna for a in akun])
        if susulan:
            salah = bangkit.bangkitkan(susulan, seed + 1, hari_ini, 15.0)
            _impor(bangkit.tulis_xlsx(salah, Path(folder) / "salah")[0], "susulan-perlu-diperbaiki.xlsx", hari_ini)
            jam("berkas susulan dengan kesalahan, siap ditinjau")
        call_command("hitung_indeks")
        jam("indeks dan yang akan datang")
        akun[3:3] = pemohon_contoh()
        rekap.kirim(_hari_kerja(hari_ini))
        jam("rekap pagi bagi pejabat dan petugas")
    _tulis_akun(akun)
    return akun


def _hari_kerja(tanggal):
    """Today, or the last working day before it: the digest of a Sunday is nobody's."""
    while not acuan_kini().hari_kerja(tanggal):
        tanggal -= timedelta(days=1)
    return tanggal


class _Jam:
    """Reports each part with its seconds."""

    def __init__(self, lapor):
        self.lapor = lapor

    def __enter__(self):
        self.mulai = time.monotonic()
        return self

    def __exit__(self, *_):
        return False

    def __call__(self, apa):
        kini = time.monotonic()
        self.lapor(f"  {apa} ({kini - self.mulai:.1f} detik)")
        self.mulai = kini


def _impor(jalur, nama, per_tanggal, *, terapkan=False):
    """The same door as the page: upload, read, and apply when asked."""
    with Path(jalur).open("rb") as berkas:
        batch = impor.unggah(File(berkas, nama), nama, per_tanggal, None)
    impor.baca(batch.pk)
    if terapkan:
        impor.terapkan(batch.pk)
    return batch


def _contoh_dosir(akun):
    nip = [a.nama_pengguna for a in akun if a.nama_pengguna.isdigit()]
    for kini in ProfilKini.objects.filter(nip__in=nip).select_related("pegawai__kini"):
        isi_dosir(kini.pegawai)


def _mainkan(hari_ini, jam, tokoh):
    """Plays every babak with people whom the law lets through; those of the printed list stay untouched."""
    cetak = find_spec("weasyprint") is not None and _pango()
    pelaksana = ProfilKini.objects.filter(aktif=True, status="PNS", jenis_jabatan="pelaksana").exclude(nip__in=tokoh)
    lama = pelaksana.filter(tmt_pangkat__lte=hari_ini - timedelta(days=4 * 365 - 60)).order_by("nip")
    kp, isian = katalog.ambil("kp-reguler"), {"tmt": _tmt_kp(hari_ini).isoformat()}
    _babak(kp, BABAK_KP_LUAR, lama.filter(golongan_id="III/d"), hari_ini, cetak, isian)
    # Drafts that the operator of the accounts sends under one letter.
    _babak(kp, (("draf", "", False),) * 3, lama.filter(opd__kode="DISDIK"), hari_ini, cetak, isian)
    lama = lama.filter(pegawai__usulan__isnull=True)
    _babak(kp, (("penetapan", "", False),) * 3, lama.exclude(golongan_id="III/d"), hari_ini, cetak, isian)
    _sk_kolektif(kp, hari_ini, cetak)
    lama = lama.filter(pegawai__usulan__isnull=True)
    _babak(kp, BABAK_KP, lama.exclude(golongan_id="III/d"), hari_ini, cetak, isian)
    jam("usulan kenaikan pangkat")
    kgb = katalog.ambil("kgb")
    _babak(
        kgb,
        BABAK_KGB,
        ProfilKini.objects.filter(aktif=True).filter(pegawai__usulan__isnull=True).order_by("nip"),
        hari_ini,
        cetak,
    )
    jam("usulan kenaikan gaji berkala")
    for kode in KANTOR_TTE:
        calon = ProfilKini.objects.filter(aktif=True, opd__kode=kode, pegawai__usulan__isnull=True)
        _babak(kgb, BABAK_TTE, calon.exclude(nip__in=tokoh).order_by("nip"), hari_ini, cetak)
    jam("surat KGB yang menunggu tanda tangan elektronik")
    mainkan_tindakan(hari_ini, cetak)
    jam("perubahan, pencabutan, dan pembatalan naskah; nomor yang dipesan")
    isi_daftar(hari_ini, cetak)
    jam("kebutuhan jabatan, DUK dan nominatif, permintaan kartu")
    _ketidakhadiran(kgb, hari_ini, tokoh)
    jam("ketidakhadiran pejabat")


def _sk_kolektif(layanan, hari_ini, cetak):
    """Three of those who wait for a number get one decree with its lampiran; it waits for the signature."""
    menunggu = list(
        Usulan.objects.filter(layanan=layanan.slug, langkah_kini__kode="penetapan").order_by("-pk")
        .select_related("langkah_kini", "pegawai__kini")[:3]
    )  # fmt: skip
    if len(menunggu) < kolektif.PALING_SEDIKIT:
        return
    sutradara = Sutradara(layanan, hari_ini, cetak=cetak)
    oleh = sutradara.pemegang(menunggu[0], timezone.now())
    naskah, _ = alur.tetapkan_kolektif([(u, u.versi_baris) for u in menunggu], oleh=oleh)
    if naskah and cetak:
        modul_naskah.cetak(naskah.pk)


def _ketidakhadiran(layanan, hari_ini, tokoh):
    """One head of an OPD is ill without a Plh., so what waits for him has gone up; another will travel next week."""
    staf = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB12", is_active=True).order_by("pk").first()
    oleh = Sutradara(layanan, hari_ini).pelaku(staf, timezone.now())
    kepala = LangkahUsulan.objects.filter(
        keadaan="menunggu", jabatan__kepala_unit=True, jabatan__unit__jenis="opd"
    ).exclude(jabatan__kode__in=(KODE_SEKDA, *(f"KEPALA-{k}" for k in KANTOR_TTE)))  # fmt: skip
    pemangku = akses.pemangku(hari_ini, kepala.values_list("jabatan_id", flat=True).distinct())
    ids = {p.pegawai_id for daftar in pemangku.values() for p in daftar}
    semua = ProfilKini.objects.filter(pk__in=ids).exclude(nip__in=tokoh).order_by("nip").values_list("pk", flat=True)
    if not semua:  # a very small regency
        return
    sakit, *lain = semua
    halangan.catat(
        sakit, sejak=hari_ini - timedelta(days=7), sampai=hari_ini + timedelta(days=7), sebab="sakit",
        keterangan="Rawat inap", oleh=oleh,
    )  # fmt: skip
    for pegawai in lain[:1]:
        awal = hari_ini + timedelta(days=7)
        halangan.catat(
            pegawai, sejak=awal, sampai=awal + timedelta(days=2), sebab="dinas_luar", keterangan="Rapat di Surabaya",
            oleh=oleh,
        )  # fmt: skip
    alih.alihkan_semua(timezone.now())


def _setel_tte():
    """Two offices sign electronically from the start of the play; the others, the Bupati too, on paper."""
    asal = Setelan.objects.filter(kunci="tte_kantor").order_by("-berlaku_sejak").first()
    Setelan.objects.create(
        kunci="tte_kantor", nilai=asal.nilai | {f"KEPALA-{k}": "lokal" for k in KANTOR_TTE}, uraian=asal.uraian,
        berlaku_sejak=date(2026, 1, 1), dasar="Keputusan contoh 800/2/413.204/2026", keyakinan="asumsi",
    )  # fmt: skip


def _tmt_kp(hari_ini):
    """The period in work: next month, but not over the turn of the year, whose results are not assessed yet."""
    berikut = (hari_ini.replace(day=1) + timedelta(days=32)).replace(day=1)
    return berikut if berikut.year == hari_ini.year else hari_ini.replace(day=1)


def _babak(layanan, babak, calon, hari_ini, cetak, isian=None):
    sutradara = Sutradara(layanan, hari_ini, cetak=cetak)
    orang = layak(layanan, calon, hari_ini, len(babak), isian)
    for pegawai, (sampai, akhir, terlambat) in zip(orang, babak, strict=False):
        isi_dosir(pegawai)
        sutradara.mainkan(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian)


def _pango():
    """True when WeasyPrint can really load its libraries."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - asks whether Pango is there
    except OSError:
        return False
    return True


def _tulis_akun(akun):
    """Writes the list ``make run`` prints, beside the document folder."""
    lebar = max(len(a.peran) for a in akun)
    baris = [f"{a.peran:<{lebar}}  {a.nama_pengguna:<20} {a.nama}" for a in akun]
    baris.append(f"Kata sandi semua akun contoh: {SANDI}")
    baris.append(f"Kata sandi sertifikat uji (Kepala BKD, Kepala Dinas Pendidikan): {SANDI_TTE}")
    Path(settings.MEDIA_ROOT).parent.joinpath("akun_demo.txt").write_text("\n".join(baris) + "\n", encoding="utf-8")
