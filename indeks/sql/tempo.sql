-- Due dates of the coming months of every level of the tree of units, by kind and month; unit NULL is the whole. {tabel}: table of the run.
WITH RECURSIVE naik(asal, unit) AS (
    SELECT id, id FROM kepegawaian_unitkerja
    UNION  -- not ALL: units whose parents form a loop must not hold the night
    SELECT n.asal, u.induk_id FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.unit WHERE u.induk_id IS NOT NULL
), atas AS (
    SELECT asal, unit FROM naik
    UNION ALL SELECT id, NULL FROM kepegawaian_unitkerja
    UNION ALL SELECT 0, NULL
), satuan AS (
    SELECT coalesce(unit_id, 0) AS unit_id, jenis, date_trunc('month', tanggal::timestamp)::date AS bulan, count(*) AS jumlah
    FROM {tabel} WHERE tanggal >= %(sejak)s AND tanggal < %(sebelum)s GROUP BY 1, 2, 3
)
INSERT INTO indeks_rekaptempo (putaran_id, unit_id, jenis, bulan, jumlah)
SELECT %(putaran)s, a.unit, s.jenis, s.bulan, sum(s.jumlah)
FROM satuan s JOIN atas a ON a.asal = s.unit_id
GROUP BY a.unit, s.jenis, s.bulan
