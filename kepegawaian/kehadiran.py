"""Kehadiran: apa arti suatu hari bagi seorang pegawai, dan rekap ketidakhadirannya setahun. The one reader of Presensi.

A day is what its approved correction says, else what the machine says. A day of absence is a working day of his unit's
pattern whose state is *tanpa keterangan* and which nothing covers (``penutup``); a working day nobody recorded is
unknown, never absence. The law stands in ``aturan_kehadiran``.

    penutup(ids, awal, akhir)            {pegawai_id: [Penutup]}: leave and other lawful absence
    hari(ids, awal, akhir, acuan)        {pegawai_id: [Hari]}: each day, for pages; six queries for any number
    absen_tahun(pegawai_id, tahun, …)    (Absen, [Hari]) of one person, exactly
    hitung(tahun, ids=None)              writes RekapKehadiran for all, set-based; may run any number of times
    selisih(orang, awal, akhir)          days on which machine and recorded leave disagree
    per_keadaan(ids, awal, akhir)        days counted by state and minutes, for TPP
    putusan_gaji(bulan)                  decisions the pay of a month must follow
    catat_koreksi(…)                     writes KoreksiPresensi
"""

from collections import defaultdict
from datetime import date, time, timedelta
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Exists, Max, Min, OuterRef, Q, Value
from django.db.models.functions import Now
from django.utils import timezone

from kepegawaian import aturan_kehadiran as aturan
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import awal_bulan_berikut
from kepegawaian.hitung import awal_hari
from kepegawaian.models import (
    KoreksiPresensi,
    Presensi,
    PutusanGaji,
    RekapKehadiran,
    RiwayatCuti,
    RiwayatTinggal,
    RiwayatUnit,
)

TK = "tanpa_keterangan"
# Period facts that excuse from work: (model, field whose label names them). One line more for each further kind.
PENUTUP = ((RiwayatTinggal, "jenis"), (RiwayatCuti, "jenis"))
# So far back a run that reaches into the year may have begun.
MUNDUR = timedelta(days=90)
# From so many days of absence on a missing record might have made a run of ten.
RAGU_MULAI = 5
SEKALI = 2000


class Penutup(NamedTuple):
    """A period of lawful absence, both days included; ``sampai`` None while open."""

    dari: date
    sampai: date | None
    sebab: str

    def menutup(self, hari):
        """Does it cover the day?"""
        return self.dari <= hari and (self.sampai is None or hari <= self.sampai)


class Hari(NamedTuple):
    """One day of one person. ``keadaan``: key of Presensi.KEADAAN, "" when nobody recorded it; ``mesin``: what the
    machine said; ``koreksi``: number of the usulan that corrected it; ``kerja``: a working day of his pattern, None
    where only the roster would know."""

    tanggal: date
    kerja: bool | None
    libur: str
    keadaan: str
    mesin: str
    masuk: time | None
    pulang: time | None
    terlambat: int
    cepat: int
    koreksi: str
    penutup: str

    @property
    def absen(self):
        """Counts as absence without valid reason."""
        return self.kerja is not False and self.keadaan == TK and not self.penutup

    @property
    def kosong(self):
        """A working day that has passed without a record."""
        return bool(self.kerja) and not self.keadaan and not self.penutup


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────


def penutup(pegawai_ids, awal, akhir):
    """Lawful absence that touches the span: {pegawai_id: [Penutup]}; ``pegawai_ids`` None: of everybody."""
    semua, label = [], []
    for n, (model, bidang) in enumerate(PENUTUP):
        label.append(dict(model._meta.get_field(bidang).choices or ()))
        baris = model.objects.filter(
            Q(sampai__isnull=True) | Q(sampai__gte=awal), tmt__lte=akhir, dibatalkan_pada=None
        ).order_by()
        if pegawai_ids is not None:
            baris = baris.filter(pegawai_id__salah_satu=pegawai_ids)
        semua.append(baris.annotate(n=Value(n)).values_list("pegawai_id", "tmt", "sampai", bidang, "n"))
    hasil = defaultdict(list)
    for pegawai_id, tmt, sampai, jenis, n in semua[0].union(*semua[1:], all=True).order_by("tmt"):
        hasil[pegawai_id].append(Penutup(tmt, sampai, str(label[n].get(jenis, jenis))))
    return dict(hasil)


def pola(pegawai_ids, awal, akhir, acuan):
    """Patterns of work in the span by the units they worked in: {pegawai_id: ((since, pattern), …)}, oldest first."""
    baris = RiwayatUnit.objects.filter(tmt__lte=akhir, dibatalkan_pada=None)
    if pegawai_ids is not None:
        baris = baris.filter(pegawai_id__salah_satu=pegawai_ids)
    hasil = defaultdict(list)
    for pegawai_id, tmt, unit_id in baris.order_by("pegawai_id", "tmt").values_list("pegawai_id", "tmt", "unit_id"):
        ruas, kini = hasil[pegawai_id], acuan.unit[unit_id].pola_kerja if unit_id in acuan.unit else "5"
        if tmt <= awal:
            ruas.clear()
        if not ruas or ruas[-1][1] != kini:
            # The first pattern holds from the start of the span, so that people of one pattern share one calendar.
            ruas.append((tmt if ruas else awal, kini))
    return {i: tuple(r) for i, r in hasil.items()}


def pola_pada(ruas, hari):
    """The pattern of a day; before the first unit the first one."""
    hasil = ruas[0][1] if ruas else "5"
    for sejak, nama in ruas:
        if sejak <= hari:
            hasil = nama
    return hasil


def _tutup(daftar, tanggal):
    return next((p.sebab for p in daftar if p.menutup(tanggal)), "")


def hari(pegawai_ids, awal, akhir, acuan):
    """Each day of the span for these people: {pegawai_id: [Hari]}, everybody present, in order of the calendar."""
    ids = list(pegawai_ids)
    mesin = {
        (p.pegawai_id, p.tanggal): p
        for p in Presensi.objects.filter(
            pegawai_id__salah_satu=ids, tanggal__range=(awal, akhir), dibatalkan_pada=None
        )
    }
    koreksi = {
        (k.pegawai_id, k.tanggal): k
        for k in KoreksiPresensi.objects.filter(
            pegawai_id__salah_satu=ids, tanggal__range=(awal, akhir), dibatalkan_pada=None
        )
    }
    tutup, ruas = penutup(ids, awal, akhir), pola(ids, awal, akhir, acuan)
    semua = [awal + timedelta(days=i) for i in range((akhir - awal).days + 1)]
    return {i: [_sehari(t, i, mesin, koreksi, tutup.get(i, ()), ruas.get(i, ()), acuan) for t in semua] for i in ids}


def _sehari(tanggal, pegawai_id, mesin, koreksi, tutup, ruas, acuan):
    asal, ubah = mesin.get((pegawai_id, tanggal)), koreksi.get((pegawai_id, tanggal))
    kini, nama = ubah or asal, pola_pada(ruas, tanggal)
    kerja = acuan.hari_kerja(tanggal, nama)
    if nama == "sif":  # the roster is not known: who has a record that day was on duty
        kerja = True if kini else None
    return Hari(
        tanggal, kerja, acuan.libur.get(tanggal, ""), kini.keadaan if kini else "", asal.keadaan if asal else "",
        kini.masuk if kini else None, kini.pulang if kini else None, kini.menit_terlambat if kini else 0,
        kini.menit_pulang_cepat if kini else 0, ubah.dasar if ubah else "", _tutup(tutup, tanggal),
    )  # fmt: skip


def absen_tahun(pegawai_id, tahun, acuan, hari_ini):
    """(Absen, [Hari] from ``MUNDUR`` before the year up to today or its end) of one person."""
    awal, akhir = date(tahun, 1, 1) - MUNDUR, min(date(tahun, 12, 31), hari_ini)
    if akhir < awal:
        return aturan.absen(tahun, (), (), {}, acuan), []
    semua = hari([pegawai_id], awal, akhir, acuan)[pegawai_id]
    urutan = {h.tanggal: i for i, h in enumerate(x for x in semua if x.kerja)}
    absen = [h.tanggal for h in semua if h.absen]
    menit = [(h.tanggal, h.terlambat + h.cepat) for h in semua if h.terlambat + h.cepat and h.kerja]
    ragu = _ragu((h.tanggal for h in semua if h.kosong), [h.tanggal for h in semua if h.keadaan])
    return aturan.absen(tahun, absen, menit, urutan, acuan, ragu if len(absen) >= RAGU_MULAI else ()), semua


def _ragu(kosong, tercatat):
    """The unrecorded days between the first and the last record: outside of them no machine was read at all."""
    return [t for t in kosong if min(tercatat) < t < max(tercatat)] if tercatat else []


def selisih(orang, awal, akhir):
    """Where the machine and what is recorded disagree: [(pegawai_id, date, keadaan, cover, kind)] by date and person.

    ``orang``: queryset of ProfilKini. Kinds: ``tanpa_dasar`` (the machine says cuti, nothing covers the day),
    ``hadir`` (present although away), ``tertutup`` (no word, but covered: it is no absence). Days corrected are settled.
    """
    tutup = penutup(None, awal, akhir)
    if not (tutup or Presensi.objects.filter(tanggal__range=(awal, akhir), dibatalkan_pada=None).exists()):
        return []
    lihat = Q(keadaan="cuti") | Q(pegawai_id__salah_satu=list(tutup), keadaan__in=("hadir", "dinas_luar", TK))
    baris = Presensi.objects.filter(lihat, tanggal__range=(awal, akhir), dibatalkan_pada=None).filter(
        pegawai_id__in=orang.order_by().values("pegawai_id")
    )
    sudah = KoreksiPresensi.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tanggal=OuterRef("tanggal"), dibatalkan_pada=None
    )
    hasil = []
    for pegawai_id, tanggal, keadaan in (
        baris.exclude(Exists(sudah)).order_by("tanggal", "pegawai_id").values_list("pegawai_id", "tanggal", "keadaan")
    ):
        sebab = _tutup(tutup.get(pegawai_id, ()), tanggal)
        jenis = "" if bool(sebab) == (keadaan == "cuti") else "tanpa_dasar" if keadaan == "cuti" else "hadir"
        jenis = "tertutup" if jenis == "hadir" and keadaan == TK else jenis
        if jenis and (sebab or keadaan == "cuti"):
            hasil.append((pegawai_id, tanggal, keadaan, sebab, jenis))
    return hasil


# ── the year of everybody ────────────────────────────────────────────────────────────────────────────

_HITUNG = """
    SELECT p.pegawai_id, p.tanggal, p.keadaan, p.menit_terlambat + p.menit_pulang_cepat
    FROM kepegawaian_presensi p
    WHERE p.dibatalkan_pada IS NULL AND p.tanggal BETWEEN %(awal)s AND %(akhir)s
      AND (p.keadaan = 'tanpa_keterangan' OR p.menit_terlambat > 0 OR p.menit_pulang_cepat > 0)
      AND (%(ids)s::bigint[] IS NULL OR p.pegawai_id = ANY(%(ids)s::bigint[]))
      AND NOT EXISTS (SELECT 1 FROM kepegawaian_koreksipresensi k WHERE k.pegawai_id = p.pegawai_id
                      AND k.tanggal = p.tanggal AND k.dibatalkan_pada IS NULL)
    UNION ALL
    SELECT k.pegawai_id, k.tanggal, k.keadaan, k.menit_terlambat + k.menit_pulang_cepat
    FROM kepegawaian_koreksipresensi k
    WHERE k.dibatalkan_pada IS NULL AND k.tanggal BETWEEN %(awal)s AND %(akhir)s
      AND (k.keadaan = 'tanpa_keterangan' OR k.menit_terlambat > 0 OR k.menit_pulang_cepat > 0)
      AND (%(ids)s::bigint[] IS NULL OR k.pegawai_id = ANY(%(ids)s::bigint[]))
    ORDER BY 1, 2
"""
KOLOM = ("hari", "menit", "jumlah", "kode", "urutan", "capai_pada", "terakhir", "beruntun", "beruntun_dari",
         "beruntun_sampai", "hari_ambang", "mungkin")  # fmt: skip


def hitung(tahun, *, ids=None, hari_ini=None):
    """Writes the RekapKehadiran of a calendar year anew, of everybody or of ``ids``; returns how many rows there are.

    Run twice it gives the same rows; two runs at once wait for each other.
    """
    acuan, hari_ini = acuan_kini(), hari_ini or timezone.localdate()
    awal, akhir = date(tahun, 1, 1) - MUNDUR, min(date(tahun, 12, 31), hari_ini)
    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(hashtext('rekap_kehadiran'))")
        lama = RekapKehadiran.objects.filter(tahun=tahun)
        (lama if ids is None else lama.filter(pegawai_id__salah_satu=ids)).delete()
        kini, baru = timezone.now(), []
        for pegawai_id, a in _semua_absen(tahun, ids, awal, akhir, acuan):
            if a.ada:
                baru.append(RekapKehadiran(pegawai_id=pegawai_id, tahun=tahun, dihitung_pada=kini, **_kolom(a)))
        RekapKehadiran.objects.bulk_create(baru, batch_size=2000)
    return len(baru)


def _kolom(a):
    r = a.rentetan
    nilai = (len(a.hari), a.menit, a.jumlah, a.kode, a.urutan, a.capai_pada, a.terakhir, r.panjang, r.dari, r.sampai,
             r.hari_ambang if a.kode == aturan.BERUNTUN else None, a.mungkin)  # fmt: skip
    return dict(zip(KOLOM, nilai, strict=True))


def _semua_absen(tahun, ids, awal, akhir, acuan):
    """(pegawai_id, Absen) of everybody with a day or a minute to count."""
    with connection.cursor() as kursor:
        kursor.execute(_HITUNG, {"awal": awal, "akhir": akhir, "ids": None if ids is None else list(ids)})
        per = defaultdict(list)
        for pegawai_id, *isi in kursor.fetchall():
            per[pegawai_id].append(isi)
    siapa = None if ids is None else list(per)
    tutup, ruas = penutup(siapa, awal, akhir), pola(siapa, awal, akhir, acuan)
    kalender = {}
    teliti = [i for i, baris in per.items()
              if sum(k == TK for _, k, _ in baris) >= RAGU_MULAI or any(n == "sif" for _, n in ruas.get(i, ()))]  # fmt: skip
    tercatat = _hari_tercatat(teliti, awal, akhir)
    for pegawai_id, baris in per.items():
        milik, punya = ruas.get(pegawai_id, ()), tercatat.get(pegawai_id)
        urutan = _urutan(milik, punya, awal, akhir, acuan, kalender)
        daftar = tutup.get(pegawai_id, ())
        absen = [t for t, k, _ in baris if k == TK and not _tutup(daftar, t)]
        menit = [(t, n) for t, _, n in baris if n and t in urutan]
        ragu = ()
        if punya and len(absen) >= RAGU_MULAI:
            ragu = _ragu((t for t in urutan if t not in punya and not _tutup(daftar, t)), punya)
        yield pegawai_id, aturan.absen(tahun, absen, menit, urutan, acuan, ragu)


def _urutan(ruas, punya, awal, akhir, acuan, kalender):
    """{date: position} of his working days, shared between people of the same pattern; of a roster: his recorded days."""
    if any(nama == "sif" for _, nama in ruas):
        kerja = sorted(
            t
            for t in (awal + timedelta(days=i) for i in range((akhir - awal).days + 1))
            if (t in punya if pola_pada(ruas, t) == "sif" else acuan.hari_kerja(t, pola_pada(ruas, t)))
        )
        return {t: i for i, t in enumerate(kerja)}
    if ruas not in kalender:
        semua = (awal + timedelta(days=i) for i in range((akhir - awal).days + 1))
        kerja = (t for t in semua if acuan.hari_kerja(t, pola_pada(ruas, t)))
        kalender[ruas] = {t: i for i, t in enumerate(kerja)}
    return kalender[ruas]


def _hari_tercatat(ids, awal, akhir):
    """{pegawai_id: set of days with any record} of the few people who are looked at closely."""
    hasil = defaultdict(set)
    for model in (Presensi, KoreksiPresensi):
        for i in range(0, len(ids), SEKALI):
            baris = model.objects.filter(
                pegawai_id__salah_satu=ids[i : i + SEKALI], tanggal__range=(awal, akhir), dibatalkan_pada=None
            )
            for pegawai_id, tanggal in baris.order_by().values_list("pegawai_id", "tanggal"):
                hasil[pegawai_id].add(tanggal)
    return hasil


def tahun_batch(batch_id):
    """Calendar years the days of an import touch, both those it wrote and those it replaced."""
    batas = Presensi.objects.filter(Q(batch_id=batch_id) | Q(dibatalkan_batch_id=batch_id)).aggregate(
        awal=Min("tanggal"), akhir=Max("tanggal")
    )
    return list(range(batas["awal"].year, batas["akhir"].year + 1)) if batas["awal"] else []


# ── for TPP ──────────────────────────────────────────────────────────────────────────────────────────

_PER_KEADAAN = """
    SELECT p.pegawai_id, coalesce(k.keadaan, p.keadaan) AS keadaan,
           CASE WHEN k.id IS NULL THEN p.menit_terlambat ELSE k.menit_terlambat END AS telat,
           CASE WHEN k.id IS NULL THEN p.menit_pulang_cepat ELSE k.menit_pulang_cepat END AS cepat,
           CASE WHEN coalesce(k.keadaan, p.keadaan) = 'tanpa_keterangan' THEN p.tanggal END AS tanggal, count(*)
    FROM kepegawaian_presensi p
    LEFT JOIN kepegawaian_koreksipresensi k
      ON k.pegawai_id = p.pegawai_id AND k.tanggal = p.tanggal AND k.dibatalkan_pada IS NULL
    WHERE p.pegawai_id = ANY(%(ids)s) AND p.tanggal BETWEEN %(awal)s AND %(akhir)s AND p.dibatalkan_pada IS NULL
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT k.pegawai_id, k.keadaan, k.menit_terlambat, k.menit_pulang_cepat, NULL, count(*)
    FROM kepegawaian_koreksipresensi k
    WHERE k.pegawai_id = ANY(%(ids)s) AND k.tanggal BETWEEN %(awal)s AND %(akhir)s AND k.dibatalkan_pada IS NULL
      AND NOT EXISTS (SELECT 1 FROM kepegawaian_presensi p WHERE p.pegawai_id = k.pegawai_id AND p.tanggal = k.tanggal
                      AND p.dibatalkan_pada IS NULL)
    GROUP BY 1, 2, 3, 4
"""


def per_keadaan(ids, awal, akhir):
    """{(pegawai_id, keadaan, minutes late, minutes early): days} of the span, corrections and cover taken into account.

    A day of absence that lawful absence covers counts as cuti.
    """
    with connection.cursor() as kursor:
        kursor.execute(_PER_KEADAAN, {"ids": list(ids), "awal": awal, "akhir": akhir})
        baris = kursor.fetchall()
    tutup = penutup({b[0] for b in baris if b[4]}, awal, akhir)
    hasil = defaultdict(int)
    for pegawai_id, keadaan, telat, cepat, tanggal, banyak in baris:
        tertutup = tanggal and _tutup(tutup.get(pegawai_id, ()), tanggal)
        hasil[pegawai_id, "cuti" if tertutup else keadaan, telat, cepat] += banyak
    return dict(hasil)


# ── for the monthly changes of pay ───────────────────────────────────────────────────────────────────


def putusan_gaji(bulan):
    """PutusanGaji the pay of the month that begins on ``bulan`` must follow: those that take effect with it, and those
    decided in it for earlier months. Confidential: the reader shows them to whom pay and discipline concern only."""
    awal, akhir = awal_hari(bulan), awal_hari(awal_bulan_berikut(bulan))
    mulai = Q(tmt=bulan, dicatat_pada__lt=akhir) | Q(tmt__lt=bulan, dicatat_pada__gte=awal, dicatat_pada__lt=akhir)
    return PutusanGaji.objects.filter(mulai).select_related("pegawai__kini", "atas").order_by("pegawai", "pk")


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


def catat_koreksi(
    pegawai_id, tanggal, *, keadaan, alasan, dasar, masuk=None, pulang=None, terlambat=0, cepat=0, bukti=None
):
    """Writes the approved state of these days inside the caller's act; an earlier correction of a day gives way, the row
    of the machine stays. ``dasar``: number of the usulan; ``bukti``: id of the Dosir. Returns the rows."""
    lama = KoreksiPresensi.objects.filter(pegawai_id=pegawai_id, tanggal__in=tanggal, dibatalkan_pada=None)
    lama.update(dibatalkan_pada=Now(), dibatalkan_sebab=f"Digantikan koreksi {dasar}"[:200])
    hadir = keadaan == "hadir"
    return KoreksiPresensi.objects.bulk_create(
        KoreksiPresensi(
            pegawai_id=pegawai_id, tanggal=t, keadaan=keadaan, masuk=masuk if hadir else None,
            pulang=pulang if hadir else None, menit_terlambat=terlambat if hadir else 0,
            menit_pulang_cepat=cepat if hadir else 0, alasan=alasan[:300], dasar=dasar, bukti_id=bukti,
        )
        for t in tanggal
    )  # fmt: skip
