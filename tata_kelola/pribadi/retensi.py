"""Masa simpan tiap jenis data: atas dasar apa, dan berapa yang sudah lewat. It shows; only what no law keeps is deleted by itself.

UU 27/2022 Pasal 16 ayat (2) huruf g (dimusnahkan sesudah masa retensi), Pasal 43 and 44; records of personnel follow the
jadwal retensi arsip of the regency (UU 43/2009 tentang Kearsipan) and are never deleted by the portal. Figures without an
article are asumsi of the portal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from axes.models import AccessLog
from django.conf import settings

from kepegawaian.models import BatchImpor, Pemberitahuan, Sesi
from tata_kelola.models import SalinanData

HARI_MASUK = 90
HARI_KABAR = 730
HARI_IMPOR = 1825


@dataclass(frozen=True, slots=True)
class Butir:
    """One kind of data. ``cara``: tetap (kept), sendiri (deleted by the nightly job), tinjau (the office decides)."""

    nama: str
    masa: str
    dasar: str
    cara: str
    lewat: Callable | None = None
    asumsi: bool = False


def _masuk(sekarang):
    return AccessLog.objects.filter(attempt_time__lt=sekarang - timedelta(days=HARI_MASUK))


BUTIR = (
    Butir("Riwayat, naskah, dan dosir pegawai", "selama menjadi ASN, lalu menurut jadwal retensi arsip kabupaten",
          "UU 43/2009; UU 27/2022 Pasal 15 ayat (1) huruf c", "tetap"),
    Butir("Jejak perbuatan, pembacaan data tersamar, dan segelnya", "selama portal berjalan", "UU 27/2022 Pasal 31", "tetap"),
    Butir("Usulan beserta berkasnya", "menurut jadwal retensi arsip kabupaten", "UU 43/2009", "tetap"),
    Butir("Sesi yang berakhir", "8 jam sejak masuk", "UU 27/2022 Pasal 16 ayat (2) huruf g", "sendiri",
          lambda s: Sesi.objects.filter(mulai__lt=s - timedelta(seconds=settings.SESSION_COOKIE_AGE)), asumsi=True),
    Butir("Catatan percobaan masuk: akun, alamat, peramban", f"{HARI_MASUK} hari", "UU 27/2022 Pasal 16 ayat (2) huruf g", "sendiri",
          _masuk, asumsi=True),
    Butir("Salinan data yang diminta pemiliknya", "sampai masa unduhnya habis", "UU 27/2022 Pasal 16 ayat (2) huruf g", "sendiri",
          lambda s: SalinanData.objects.filter(status="jadi", sampai__lt=s), asumsi=True),
    Butir("Pemberitahuan yang sudah dibaca", "2 tahun", "UU 27/2022 Pasal 43", "tinjau",
          lambda s: Pemberitahuan.objects.filter(dibaca_pada__lt=s - timedelta(days=HARI_KABAR)), asumsi=True),
    Butir("Berkas impor mentah dari SIASN", "5 tahun sesudah diterapkan", "UU 27/2022 Pasal 43", "tinjau",
          lambda s: BatchImpor.objects.filter(diterapkan_pada__lt=s - timedelta(days=HARI_IMPOR)), asumsi=True),
)  # fmt: skip
CARA = {
    "tetap": "disimpan, tidak dihapus portal",
    "sendiri": "dihapus sendiri tiap malam",
    "tinjau": "ditinjau kantor",
}


def keadaan(sekarang):
    """[(Butir, how it ends, how many rows are past their time or None)] of every kind."""
    return [(b, CARA[b.cara], b.lewat(sekarang).count() if b.lewat else None) for b in BUTIR]


def bersihkan(sekarang):
    """Deletes what no law keeps: old log-ins of django-axes. Sessions and copies have jobs of their own."""
    return _masuk(sekarang).delete()[0]
