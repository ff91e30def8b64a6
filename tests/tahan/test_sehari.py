"""Sehari semalam dalam semenit: every entry of beat's timetable at its own moment of one day, over the demo.

The day is the first of the next month, so that the monthly ones come too. The clock of the code (``timezone.now``) is ours, tasks
run at once, and what they queue as well. Nothing may fail; a second night over the same day may add nothing; and a clock that is
put back disturbs neither a sweep nor an act.
"""

import logging
from collections import Counter
from datetime import datetime, timedelta

import pytest
from celery.schedules import crontab
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from bkd_portal.celery import app
from indeks.models import PutaranIndeks
from kepegawaian.models import Jejak, Kiriman, Naskah
from tata_kelola.cadangan import isi
from tata_kelola.models import LaporanBulanan

DARI_DEMO = True
pytestmark = pytest.mark.usefixtures("basis_e2e")
HARI = (timezone.localdate().replace(day=28) + timedelta(days=5)).replace(day=1)
AWAL = timezone.make_aware(datetime(HARI.year, HARI.month, 1))
# A night that is run again makes its result anew and swaps it in, and what the trail has gained is sealed at whatever hour;
# nothing else may grow.
DIGANTI = (
    "kepegawaian_segeljejak",
    "indeks_",
    "kepangkatan_",
    "karier_",
    "kesejahteraan_kelayakan",
    "django_session",
    "diklat_kebutuhan",
)


class Jam:
    """The clock of the code; ``catatan``: {entry: seconds}."""

    def __init__(self, monkeypatch):
        self.kini, self.lama = AWAL, Counter()
        monkeypatch.setattr(timezone, "now", lambda: self.kini)

    def jalankan(self, kapan, nama):
        """One entry of beat at its moment."""
        self.kini = kapan
        mulai = datetime.now().timestamp()
        app.tasks[app.conf.beat_schedule[nama]["task"]].apply(throw=True)
        self.lama[nama] += datetime.now().timestamp() - mulai


def jadwal(*, sapuan=True):
    """[(moment, entry)] of the day, in order; without ``sapuan`` only those of the timetable by clock."""
    hasil = []
    for nama, satu in app.conf.beat_schedule.items():
        kapan = satu["schedule"]
        if isinstance(kapan, crontab):
            if (
                HARI.day in kapan.day_of_month
                and HARI.month in kapan.month_of_year
                and HARI.isoweekday() % 7 in kapan.day_of_week
            ):
                hasil += [(AWAL + timedelta(hours=j, minutes=m), nama) for j in kapan.hour for m in kapan.minute]
        elif sapuan:
            hasil += [(AWAL + timedelta(seconds=d), nama) for d in range(0, 86400, int(kapan))]
    return sorted(hasil)


@pytest.fixture(scope="module", autouse=True)
def _antrean_pendek(basis_e2e):
    """Of the prints that the demo left waiting three stay for the day, the rest waits for the one after: printing is slow."""
    sesudah = AWAL + timedelta(days=2)
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SET LOCAL session_replication_role = replica")
        kursor.execute(
            "UPDATE kepegawaian_naskah SET dibuat_pada = %s WHERE tahap = 'menunggu_cetak' AND id NOT IN"
            " (SELECT id FROM kepegawaian_naskah WHERE tahap = 'menunggu_cetak' ORDER BY id LIMIT 3)",
            [sesudah],
        )
        kursor.execute("UPDATE kepegawaian_daftarresmi SET ditetapkan_pada = %s WHERE NOT tercetak", [sesudah])


@pytest.fixture
def galat(caplog):
    """Everything the code logged as an error."""
    caplog.set_level(logging.WARNING)
    return lambda: [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]


@pytest.fixture
def jam(monkeypatch, tugas_langsung, settings):
    app.loader.import_default_modules()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return Jam(monkeypatch)


def hitung():
    with connection.cursor() as kursor:
        return isi.hitung(kursor)


def tumbuh(sebelum):
    """{table: (rows then, rows now)} of those whose number changed, but for results that are replaced."""
    kini = hitung()
    return {t: (sebelum.get(t), n) for t, n in kini.items() if n != sebelum.get(t) and not t.startswith(DIGANTI)}


def test_sehari_penuh_menurut_jadwal_beat(jam, galat):
    while Kiriman.objects.filter(status="menunggu").exists():  # what the demo left is not of this day
        jam.jalankan(AWAL - timedelta(minutes=1), "sapu-kiriman")
    mail.outbox.clear()
    for kapan, nama in jadwal():
        jam.jalankan(kapan, nama)
    assert galat() == []
    assert set(jam.lama) == set(app.conf.beat_schedule)
    bulan_lalu = HARI - timedelta(days=1)
    assert (
        LaporanBulanan.objects.filter(bulan__year=bulan_lalu.year, bulan__month=bulan_lalu.month)
        .exclude(file="")
        .exists()
    )
    assert PutaranIndeks.objects.filter(kini=True, tanggal=HARI).exists()
    assert not Naskah.objects.filter(tahap="menunggu_cetak", dibuat_pada__lt=AWAL).exists()
    assert not Kiriman.objects.filter(status="menunggu").exists()
    assert len(mail.outbox) == len({(tuple(m.to), m.subject, m.body) for m in mail.outbox})


def test_malam_yang_diulang_tidak_menambah_apa_pun(jam, galat):
    sebelum, surat, terakhir = hitung(), len(mail.outbox), Jejak.objects.order_by("-pk").first().pk
    for kapan, nama in jadwal(sapuan=False):
        jam.jalankan(kapan, nama)
    beda = tumbuh(sebelum)
    lagi = Jejak.objects.filter(pk__gt=terakhir).values_list("aksi", flat=True)
    # That a night was counted, or the trail looked through, once more is worth recording.
    assert [aksi for aksi in lagi if not aksi.endswith(("_hitung", "_periksa"))] == []
    beda.pop("kepegawaian_jejak", None)
    assert beda == {}
    assert len(mail.outbox) == surat
    assert galat() == []


def test_jam_yang_mundur_tidak_mengganggu_penyapu_dan_tidak_menambah_apa_pun(jam, galat):
    """As after a wrong clock has been set right: what was written bears times that have not come yet."""
    sebelum = hitung()
    mundur = AWAL - timedelta(hours=3)
    for nama, satu in app.conf.beat_schedule.items():
        if not isinstance(satu["schedule"], crontab):
            jam.jalankan(mundur, nama)
    assert galat() == []
    assert tumbuh(sebelum) == {}
