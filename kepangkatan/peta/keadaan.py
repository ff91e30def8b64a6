"""Keadaan suatu tanggal bagi peta jabatan: who stands where on any day, as one part of the SQL of ``sql/``.

Today is ProfilKini; any other day, and what was known at a moment, is the one profile query (``kepegawaian.profil_sql``).
Of a day ahead who reaches his BUP before it counts as gone (``purna``), though no decree says so yet.
"""

import re
from functools import cache
from pathlib import Path

from django.db import connection
from django.utils import timezone

from kepegawaian.profil_sql import susun_sql

SQL = Path(__file__).parent / "sql"
# Released from his post (CLTN, MPP, pemberhentian sementara): still an ASN, but his seat is vacant.
LEPAS = "coalesce(q.:kedudukan = ANY (ARRAY(SELECT kh.kode FROM kepegawaian_kedudukanhukum kh WHERE kh.lepas_jabatan)), false)"
KINI = (
    "SELECT q.pegawai_id, q.status, q.aktif AND NOT :lepas AS hadir, false AS purna, q.jabatan_id, q.unit_id, q.tmt_pensiun"
    " FROM kepegawaian_profilkini q"
).replace(":lepas", LEPAS.replace(":kedudukan", "kedudukan_id"))
PURNA = "(%(mendatang)s AND coalesce(q.tmt_pensiun <= %(per)s, false))"
PADA = (
    (
        "SELECT q.pegawai_id, q.status, coalesce(q.aktif, true) AND NOT :purna AND NOT :lepas AS hadir,"
        " coalesce(q.aktif, true) AND :purna AS purna, q.jabatan_id, q.unit_id, q.tmt_pensiun FROM (:dalam) q"
    )
    .replace(":purna", PURNA)
    .replace(":lepas", LEPAS.replace(":kedudukan", "kedudukan"))
)
TAHU = {
    False: r"\1.dibatalkan_pada IS NULL",
    True: r"(\1.dicatat_pada <= %(tahu)s AND (\1.dibatalkan_pada IS NULL OR \1.dibatalkan_pada > %(tahu)s))",
}


@cache
def baca_sql(nama, *, kini=True, dua_jam=False):
    """Text of ``sql/<nama>.sql`` with its people: those of ProfilKini, or of the profile query on the date."""
    teks = (SQL / f"{nama}.sql").read_text(encoding="utf-8")
    orang = KINI
    if not kini:
        dalam = susun_sql(("unit", "jabatan"), dua_jam=dua_jam, sasaran="true")
        orang = PADA.replace(":dalam", dalam)
    teks = re.sub(r"^--.*\n", "", teks, flags=re.MULTILINE)
    return re.sub(r":tahu\((\w+)\)", TAHU[dua_jam], teks).replace(":orang", orang)


def jalankan(nama, per, *, sepengetahuan=None, **nilai):
    """Rows of ``sql/<nama>.sql`` on ``per``, as known at ``sepengetahuan`` (None: now); one query."""
    hari_ini = timezone.localdate()
    sql = baca_sql(nama, kini=per == hari_ini and sepengetahuan is None, dua_jam=sepengetahuan is not None)
    with connection.cursor() as kursor:
        kursor.execute(sql, {"per": per, "mendatang": per > hari_ini, "tahu": sepengetahuan} | nilai)
        return kursor.fetchall()
