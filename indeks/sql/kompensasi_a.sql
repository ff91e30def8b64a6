-- The worksheet of compensation of every level of the tree of units: per kelas jabatan how many, highest, lowest, sum.
WITH RECURSIVE naik(asal, unit) AS (
    SELECT id, id FROM kepegawaian_unitkerja
    UNION
    SELECT n.asal, u.induk_id FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.unit WHERE u.induk_id IS NOT NULL
), atas AS (
    SELECT asal, unit FROM naik
    UNION ALL SELECT id, NULL FROM kepegawaian_unitkerja
    UNION ALL SELECT 0, NULL
), satuan AS (
    SELECT coalesce(unit_id, 0) AS unit_id, (fakta->'tunjangan'->>0)::int AS kelas, count(*) AS jumlah,
           max((fakta->'tunjangan'->>1)::bigint) AS tertinggi, min((fakta->'tunjangan'->>1)::bigint) AS terendah,
           sum((fakta->'tunjangan'->>1)::bigint) AS total
    FROM {tabel} WHERE fakta->'tunjangan' IS NOT NULL GROUP BY 1, 2
)
SELECT a.unit, s.kelas, sum(s.jumlah)::int, max(s.tertinggi), min(s.terendah), sum(s.total)
FROM satuan s JOIN atas a ON a.asal = s.unit_id
GROUP BY a.unit, s.kelas
ORDER BY a.unit, s.kelas
