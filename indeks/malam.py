"""Pekerjaan malam: satu aliran Profil menjadi indeks dan daftar jatuh tempo semua pegawai.

``mulai`` opens a run (or finds the one that was killed), ``kerjakan`` takes one range of pegawai ids after
the other until none is left, ``rampungkan`` attaches the rows, computes the means and swaps the pointer, all
in one transaction. Any number of processes may ``kerjakan`` at once: a range is claimed by its row lock and
written and marked in one transaction, so a killed process leaves nothing and the next one continues. Until
the swap every page shows yesterday's run. May be run again at any time, for any date.
"""

import gc
import io
import logging
from collections import defaultdict
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import Count, Max, Sum

from indeks import baris, partisi, rekap, setelan, tempo
from indeks.generasi_a import malam as malam_a
from indeks.models import PutaranIndeks, RentangPutaran
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import NaskahPegawai
from kepegawaian.profil import profil
from layanan import katalog

log = logging.getLogger(__name__)

LEBAR_MAKS = 10_000
BANYAK_RENTANG = 8
GALAT_MAKS = 100
UMUR_LANJUT = timedelta(hours=20)
UMUR_TERTINGGAL = timedelta(minutes=10)
KINERJA_SUSULAN = 5  # the profile holds the results of the last six years only
KUNCI_MULAI = 7_411_001


# ── start ────────────────────────────────────────────────────────────────────────────────────────────


def mulai(tanggal, *, hari_ini, sekarang, generasi=None, bertempo=False):
    """The run of ``tanggal`` to work on: a killed one of today under the same settings, else a new one.

    A year is finished when ``tanggal`` is its reference date and lies behind ``hari_ini``: then the predikat of
    that year counts as known today. Otherwise only facts up to ``tanggal`` are seen. Due dates come with a run that is not
    older than those in force; ``bertempo``: also with an older one, for the report of its month.
    """
    acuan = acuan_kini()
    bawaan = setelan.generasi_tahun(acuan, tanggal.year)
    generasi = generasi or bawaan
    tutup = tanggal == setelan.tanggal_acuan(acuan, tanggal.year) and hari_ini > tanggal
    aturan = _aturan(acuan, tanggal, generasi, berjalan=not tutup)
    with transaction.atomic():
        _kunci_mulai()
        lama = PutaranIndeks.objects.filter(status="berjalan", tanggal=tanggal, generasi=generasi).first()
        if lama is not None:
            if lama.versi_acuan == acuan.versi and sekarang - lama.mulai < UMUR_LANJUT:
                return lama
            PutaranIndeks.objects.filter(pk=lama.pk).update(status="gagal")
        terakhir = PutaranIndeks.objects.filter(tempo_kini=True).aggregate(t=Max("tanggal"))["t"]
        putaran = PutaranIndeks.objects.create(
            tanggal=tanggal,
            tahun=tanggal.year,
            generasi=generasi,
            berjalan=not tutup,
            kinerja_per=min(hari_ini, date(tanggal.year + KINERJA_SUSULAN, 12, 31)) if tutup else tanggal,
            tempo=generasi == bawaan != "A" and (bertempo or terakhir is None or tanggal >= terakhir),
            versi_acuan=acuan.versi,
            setelan=aturan.potret,
            mulai=sekarang,
        )
        partisi.siapkan(putaran.pk)
        _bagi_rentang(putaran.pk)
    return putaran


def _aturan(acuan, tanggal, generasi, *, berjalan):
    """The frozen rules of a run that begins now."""
    if generasi == "A":
        return malam_a.aturan(acuan, tanggal, berjalan=berjalan)
    return setelan.susun(acuan, tanggal.year, generasi=generasi, berjalan=berjalan)


def generasi_malam(tanggal):
    """The generations a night computes: that of the year first, then the setting ip_generasi_tambahan."""
    acuan = acuan_kini()
    bawaan = setelan.generasi_tahun(acuan, tanggal.year)
    try:
        tambahan = acuan.setelan("ip_generasi_tambahan", tanggal)
    except KeyError:  # reference data older than the setting
        tambahan = ""
    return [bawaan, *(g for g in (tambahan,) if g in setelan.SEMUA and g != bawaan)]


def tertinggal(sekarang):
    """Ids of runs that have stood for ten minutes with a range nobody holds or with all of them done, unswapped."""
    lama = PutaranIndeks.objects.filter(
        status="berjalan", mulai__lt=sekarang - UMUR_TERTINGGAL, mulai__gt=sekarang - UMUR_LANJUT
    )
    return list(lama.order_by("pk").values_list("pk", flat=True))


def _kunci_mulai():
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(%s)", [KUNCI_MULAI])


def _bagi_rentang(putaran_id):
    """Cuts all pegawai, by id, into ranges of equal numbers."""
    with connection.cursor() as kursor:
        kursor.execute(
            """
            WITH semua AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS banyak
                           FROM kepegawaian_pegawai)
            INSERT INTO indeks_rentangputaran (putaran_id, dari, sampai, populasi, terukur, tempo, galat)
            SELECT %(putaran)s, min(id), max(id), 0, 0, 0, 0 FROM semua
            GROUP BY n / greatest(1, least(%(maks)s, ceil(banyak / %(bagi)s::numeric)::int))
            """,
            {"putaran": putaran_id, "maks": LEBAR_MAKS, "bagi": BANYAK_RENTANG},
        )


# ── ranges ───────────────────────────────────────────────────────────────────────────────────────────


def kerjakan(putaran_id, *, sekarang):
    """Works off the ranges that nobody has finished or claimed; returns how many were done here.

    ``sekarang`` is a function that gives the time of the mark.
    """
    putaran = PutaranIndeks.objects.get(pk=putaran_id)
    if putaran.status != "berjalan":
        return 0
    pembaca = tempo.susun(katalog.semua() if putaran.tempo else (), acuan_kini(), putaran.tanggal)
    perakit, banyak = _perakit(putaran, pembaca), 0
    while _satu_rentang(putaran, perakit, sekarang):
        banyak += 1
    return banyak


def _perakit(putaran, pembaca):
    """Who turns a Profil into the rows of this generation."""
    if putaran.generasi == "A":
        return malam_a.Perakit(putaran, pembaca)
    aturan = setelan.dari_potret(putaran.setelan, putaran.tahun, generasi=putaran.generasi, berjalan=putaran.berjalan)
    return baris.Perakit(putaran.pk, aturan, pembaca)


def _satu_rentang(putaran, perakit, sekarang):
    """Claims, computes, writes and marks one range in one transaction; False when none is left."""
    with transaction.atomic():
        rentang = (
            RentangPutaran.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(putaran=putaran, selesai_pada__isnull=True, putaran__status="berjalan")
            .order_by("dari")
            .first()
        )
        if rentang is None:
            return False
        perakit.mulai(rentang)
        with _tanpa_pemulung():
            hasil, tempo_, galat = _rakit(putaran, rentang, perakit)
        _tulis(partisi.nama(partisi.HASIL, putaran.pk), baris.KOLOM_HASIL, hasil)
        _tulis(partisi.nama(partisi.TEMPO, putaran.pk), baris.KOLOM_TEMPO, tempo_)
        RentangPutaran.objects.filter(pk=rentang.pk).update(
            selesai_pada=sekarang(),
            populasi=perakit.populasi,
            terukur=perakit.terukur,
            tempo=perakit.tempo,
            galat=galat,
        )
    return True


@contextmanager
def _tanpa_pemulung():
    """Rows of a stream hold no cycles; without the collector walking through them a range is a tenth faster."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _rakit(putaran, rentang, perakit):
    """Streams the profiles of a range into the texts of COPY; (hasil, jatuh tempo, people left out)."""
    batas = (rentang.dari, rentang.sampai)
    kinerja = _kinerja_akhir(putaran, batas)
    diputus = _diputus(putaran, batas, perakit.pembaca.bagian)
    hasil, jatuh, galat = io.StringIO(), io.StringIO(), 0
    for p in _profil(putaran.tanggal, batas, perakit.bagian):
        try:
            satu = perakit.hasil(p, kinerja and kinerja.get(p.pegawai_id, ()))
            dua = perakit.jatuh_tempo(diputus.get(p.pegawai_id, p)) if putaran.tempo else ""
        except Exception:
            # One broken record must not cost everybody the night; many broken ones are our mistake.
            log.exception("Indeks pegawai %s tidak dapat dihitung", p.pegawai_id)
            galat += 1
            if galat > GALAT_MAKS:
                raise
            continue
        hasil.write(satu)
        jatuh.write(dua)
    return hasil, jatuh, galat


def _diputus(putaran, batas, bagian):
    """{pegawai: Profil on the last TMT ahead} of those whose naskah stands already: what is decided is not due again."""
    if not putaran.tempo:
        return {}
    depan = NaskahPegawai.objects.filter(
        pegawai_id__gte=batas[0], pegawai_id__lte=batas[1], tmt__gt=putaran.tanggal, diterapkan_pada__isnull=False,
        naskah__status="berlaku",
    )  # fmt: skip
    menurut = defaultdict(list)
    for pegawai_id, tmt in depan.order_by().values_list("pegawai_id").annotate(akhir=Max("tmt")):
        menurut[tmt].append(pegawai_id)
    return {p.pegawai_id: p for tmt, ids in menurut.items() for p in profil(per=tmt, ids=ids, bagian=bagian)}


def _profil(per, batas, bagian):
    """The stream of profiles, planned for all its rows instead of for the first ones."""
    with connection.cursor() as kursor:
        kursor.execute("SET LOCAL cursor_tuple_fraction = 1; SET LOCAL jit = off")
    return profil(per=per, rentang=batas, bagian=bagian)


def _kinerja_akhir(putaran, batas):
    """For a finished year: {pegawai: results as known on ``kinerja_per``}; else None (the profile has them)."""
    if putaran.kinerja_per == putaran.tanggal:
        return None
    return {p.pegawai_id: p.kinerja for p in _profil(putaran.kinerja_per, batas, ("kinerja",))}


def _tulis(tabel, kolom, berkas):
    berkas.seek(0)
    with connection.cursor() as kursor:
        kursor.copy_expert(f"COPY {tabel} ({', '.join(kolom)}) FROM STDIN", berkas)


# ── swap ─────────────────────────────────────────────────────────────────────────────────────────────


def rampungkan(putaran_id, *, sekarang):
    """When every range is done: attaches the rows, computes the means and swaps the pointer; True when it did."""
    with transaction.atomic():
        putaran = PutaranIndeks.objects.select_for_update().get(pk=putaran_id)
        if putaran.status != "berjalan" or putaran.rentang.filter(selesai_pada__isnull=True).exists():
            return False
        jumlah = putaran.rentang.aggregate(p=Sum("populasi"), t=Sum("terukur"), g=Sum("galat"), n=Count("pk"))
        partisi.pasang(putaran.pk, partisi.INDUK if putaran.tempo else (partisi.HASIL,))
        (malam_a.tulis if putaran.generasi == "A" else rekap.tulis)(putaran)
        _tunjuk(putaran)
        putaran.populasi, putaran.terukur, putaran.galat = jumlah["p"] or 0, jumlah["t"] or 0, jumlah["g"] or 0
        putaran.status, putaran.selesai = "selesai", sekarang
        putaran.save()
        jejak.catat("indeks_hitung", putaran, pada=sekarang, tahun=putaran.tahun)
    buang_lama(putaran)
    return True


def _tunjuk(putaran):
    """Moves the pointers of its year and generation, and of the due dates, unless a later run holds them."""
    semua = PutaranIndeks.objects.exclude(pk=putaran.pk)
    sama = semua.filter(tahun=putaran.tahun, generasi=putaran.generasi, kini=True)
    if not sama.filter(tanggal__gt=putaran.tanggal).exists():
        sama.update(kini=False)
        putaran.kini = True
    tunjuk = semua.filter(tempo_kini=True)
    if putaran.tempo and not tunjuk.filter(tanggal__gt=putaran.tanggal).exists():
        tunjuk.update(tempo_kini=False)
        putaran.tempo_kini = True


def buang_lama(baru):
    """Drops all but the run just made, those in force, and the last one of each month (indeks_simpan_bulan)."""
    tanggal = baru.tanggal
    bulan = int(acuan_kini().setelan("indeks_simpan_bulan", tanggal))
    simpan, terpakai = {baru.pk}, set()
    for p in PutaranIndeks.objects.filter(status="selesai").order_by("-tanggal", "-pk"):
        umur = (tanggal.year - p.tanggal.year) * 12 + tanggal.month - p.tanggal.month
        kunci = (p.generasi, p.tanggal.year, p.tanggal.month)
        if p.kini or p.tempo_kini or (umur < bulan and kunci not in terpakai):
            simpan.add(p.pk)
        terpakai.add(kunci)
    for p in PutaranIndeks.objects.exclude(status="berjalan").exclude(pk__in=simpan):
        if partisi.buang(p.pk):
            p.delete()
    # Due dates are kept of the run in force only; tables whose run is gone were left by a crash.
    dikenal = {p.pk: p for p in PutaranIndeks.objects.all()}
    tabel = partisi.ada()
    for pk in tabel[partisi.TEMPO]:
        if pk not in dikenal or (dikenal[pk].status == "selesai" and not dikenal[pk].tempo_kini):
            partisi.buang(pk, (partisi.TEMPO,))
    for pk in tabel[partisi.HASIL] - dikenal.keys():
        partisi.buang(pk, (partisi.HASIL,))


def hitung(tanggal, *, hari_ini, sekarang, generasi=None, bertempo=False):
    """Start, work and swap in this one process; returns the run. ``sekarang`` is a function."""
    putaran = mulai(tanggal, hari_ini=hari_ini, sekarang=sekarang(), generasi=generasi, bertempo=bertempo)
    kerjakan(putaran.pk, sekarang=sekarang)
    rampungkan(putaran.pk, sekarang=sekarang())
    putaran.refresh_from_db()
    return putaran
