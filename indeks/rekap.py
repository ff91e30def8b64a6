"""Rata-rata dan rekap satu putaran, dihitung set-based dari tabel putaran itu sendiri.

Section 2.7 of ``regulasi/ip-asn.md``: mean of the measured people, two decimals half-up, dimensions rounded
separately, several units weighted by persons. Every level of the tree of units gets its mean: people are summed
once per unit and kind, then the sums climb the tree.
"""

from django.db import connection

from indeks import partisi

POHON = """
WITH RECURSIVE naik(asal, unit) AS (
    SELECT id, id FROM kepegawaian_unitkerja
    UNION ALL
    SELECT n.asal, u.induk_id FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.unit WHERE u.induk_id IS NOT NULL
), atas AS (
    SELECT asal, unit FROM naik
    UNION ALL SELECT id, NULL FROM kepegawaian_unitkerja
    UNION ALL SELECT 0, NULL
)
"""
# A person without unit counts for the whole only.
SQL_RATA = (
    POHON
    + """
, padat AS (
    SELECT unit_id, kategori, jenis_kelamin, coalesce(jenis_jabatan, '') AS jenis_jabatan,
           coalesce(pendidikan, '') AS pendidikan, count(*) AS populasi, count(total) AS terukur,
           sum(kualifikasi) AS kualifikasi, sum(kompetensi) AS kompetensi, sum(kinerja) AS kinerja,
           sum(disiplin) AS disiplin, sum(total) AS total
    FROM {tabel} GROUP BY 1, 2, 3, 4, 5
), satuan AS (
    SELECT coalesce(p.unit_id, 0) AS unit_id, k.kelompok, k.nilai, sum(p.populasi) AS populasi, sum(p.terukur) AS terukur,
           sum(p.kualifikasi) AS kualifikasi, sum(p.kompetensi) AS kompetensi, sum(p.kinerja) AS kinerja,
           sum(p.disiplin) AS disiplin, sum(p.total) AS total
    FROM padat p CROSS JOIN LATERAL (VALUES ('', ''), ('kategori', p.kategori),
        ('jenis_kelamin', p.jenis_kelamin), ('jenis_jabatan', p.jenis_jabatan), ('pendidikan', p.pendidikan)
    ) k(kelompok, nilai)
    GROUP BY 1, 2, 3
)
INSERT INTO indeks_rataunit (putaran_id, unit_id, kelompok, nilai, populasi, terukur, jumlah,
                             kualifikasi, kompetensi, kinerja, disiplin, total)
SELECT %(putaran)s, a.unit, s.kelompok, s.nilai, sum(s.populasi), sum(s.terukur), coalesce(sum(s.total), 0),
       round(sum(s.kualifikasi) / nullif(sum(s.terukur), 0), 2), round(sum(s.kompetensi) / nullif(sum(s.terukur), 0), 2),
       round(sum(s.kinerja) / nullif(sum(s.terukur), 0), 2), round(sum(s.disiplin) / nullif(sum(s.terukur), 0), 2),
       round(sum(s.total) / nullif(sum(s.terukur), 0), 2)
FROM satuan s JOIN atas a ON a.asal = s.unit_id
GROUP BY a.unit, s.kelompok, s.nilai
"""
)
SQL_TEMPO = (
    POHON
    + """
, satuan AS (
    SELECT coalesce(unit_id, 0) AS unit_id, jenis, date_trunc('month', tanggal)::date AS bulan, count(*) AS jumlah
    FROM {tabel} GROUP BY 1, 2, 3
)
INSERT INTO indeks_rekaptempo (putaran_id, unit_id, jenis, bulan, jumlah)
SELECT %(putaran)s, a.unit, s.jenis, s.bulan, sum(s.jumlah)
FROM satuan s JOIN atas a ON a.asal = s.unit_id
GROUP BY a.unit, s.jenis, s.bulan
"""
)


def tulis(putaran):
    """Writes RataUnit, and RekapTempo when the run has due dates."""
    with connection.cursor() as kursor:
        kursor.execute(SQL_RATA.format(tabel=partisi.nama(partisi.HASIL, putaran.pk)), {"putaran": putaran.pk})
        if putaran.tempo:
            kursor.execute(SQL_TEMPO.format(tabel=partisi.nama(partisi.TEMPO, putaran.pk)), {"putaran": putaran.pk})
