"""Malam kualitas data: temuan hari ini dibandingkan dengan yang terbuka, lalu hitungan per OPD; satu transaksi, berulang aman."""

from datetime import timedelta

from django.db import connection, transaction

from indeks.kualitas import sql, tabel
from indeks.kualitas.models import RekapKualitas
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import TingkatPendidikan

KUNCI = 730_114  # advisory lock: two nights at once wait for each other
SIMPAN_HARIAN = 31
HP, SUREL = r"^(\+?62|0)8[0-9]{7,11}$", r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$"

SELESAI = """
    UPDATE indeks_temuandata t SET selesai = greatest(%(per)s, t.sejak)
    WHERE t.selesai IS NULL
      AND NOT EXISTS (SELECT 1 FROM ikd_temuan b WHERE b.pegawai_id = t.pegawai_id AND b.kode = t.kode)
"""
PINDAH = """
    UPDATE indeks_temuandata t SET opd_id = b.opd_id FROM ikd_temuan b
    WHERE t.selesai IS NULL AND b.pegawai_id = t.pegawai_id AND b.kode = t.kode AND t.opd_id IS DISTINCT FROM b.opd_id
"""
BARU = """
    INSERT INTO indeks_temuandata (pegawai_id, kode, opd_id, sejak)
    SELECT b.pegawai_id, b.kode, b.opd_id, %(per)s FROM ikd_temuan b
    ON CONFLICT (pegawai_id, kode) WHERE selesai IS NULL DO NOTHING
"""


def hitung(per):
    """Finds, closes and counts as of ``per`` (today: ProfilKini is of today); returns {"temuan", "baru", "selesai"}."""
    kode = list(tabel.indikator(per))
    nilai = _nilai(per)
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(%s)", [KUNCI])
        kursor.execute("DROP TABLE IF EXISTS ikd_pelaksana_jf, ikd_temuan")
        kursor.execute(sql.PELAKSANA_JF)
        kursor.execute(sql.temuan(kode), nilai)
        kursor.execute("CREATE INDEX ON ikd_temuan (pegawai_id, kode)")
        kursor.execute("ANALYZE ikd_temuan")
        kursor.execute(SELESAI, nilai)
        selesai = kursor.rowcount
        kursor.execute(PINDAH)
        kursor.execute(BARU, nilai)
        baru = kursor.rowcount
        jumlah = _rekap(kursor, kode, nilai, per)
        _pangkas(per)
    return {"temuan": jumlah, "baru": baru, "selesai": selesai}


def _nilai(per):
    """The parameters of the conditions; the lowest pendidikan as the order of its level."""
    urut = dict(TingkatPendidikan.objects.order_by("-urutan").values_list("setara", "urutan"))
    syarat = acuan_kini().setelan("ikd_pendidikan_minimal", per)
    return {"per": per, "hp": HP, "surel": SUREL, **{f"urut_{k}": urut[v] for k, v in syarat.items()}}


def _rekap(kursor, kode, nilai, per):
    kursor.execute("SELECT opd_id, kode, count(*) FROM ikd_temuan GROUP BY 1, 2")
    salah = {(opd, k): n for opd, k, n in kursor.fetchall()}
    kursor.execute(sql.populasi(kode), nilai)
    baris = [
        RekapKualitas(tanggal=per, opd_id=opd, kode=k, populasi=n, salah=salah.get((opd, k), 0))
        for opd, *hitungan in kursor.fetchall()
        for k, n in zip(kode, hitungan, strict=True)
        if n
    ]
    RekapKualitas.objects.filter(tanggal=per).delete()
    RekapKualitas.objects.bulk_create(baris, batch_size=2000)
    return sum(salah.values())


def _pangkas(per):
    """Of what is older than a month only the last night of each month stays."""
    lama = RekapKualitas.objects.filter(tanggal__lt=per - timedelta(days=SIMPAN_HARIAN))
    hari = sorted(set(lama.values_list("tanggal", flat=True)))
    akhir = {(h.year, h.month): h for h in hari}
    if buang := [h for h in hari if akhir[h.year, h.month] != h]:
        RekapKualitas.objects.filter(tanggal__in=buang).delete()
