-- Raw counts of generation A of every level of the tree of units; {tabel}: table of the run. A person without unit counts
-- for the whole (unit NULL) only. kompetensi: 100 competent, 0 not, NULL unknown; kinerja: the value 0..100.
WITH RECURSIVE naik(asal, unit) AS (
    SELECT id, id FROM kepegawaian_unitkerja
    UNION
    SELECT n.asal, u.induk_id FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.unit WHERE u.induk_id IS NOT NULL
), atas AS (
    SELECT asal, unit FROM naik
    UNION ALL SELECT id, NULL FROM kepegawaian_unitkerja
    UNION ALL SELECT 0, NULL
), satuan AS (
    SELECT coalesce(unit_id, 0) AS unit_id, count(*) AS jumlah, count(*) FILTER (WHERE kompetensi = 100) AS kompeten,
           count(*) FILTER (WHERE kompetensi = 0) AS tidak_kompeten, count(kinerja) AS ppk_orang,
           coalesce(sum(kinerja), 0) AS ppk_jumlah,
           coalesce(sum((fakta->'hukuman'->1->>0)::int), 0) AS ringan, coalesce(sum((fakta->'hukuman'->1->>1)::int), 0) AS sedang,
           coalesce(sum((fakta->'hukuman'->1->>2)::int), 0) AS berat
    FROM {tabel} GROUP BY 1
)
SELECT a.unit, sum(s.jumlah)::int, sum(s.kompeten)::int, sum(s.tidak_kompeten)::int, sum(s.ppk_orang)::int, sum(s.ppk_jumlah),
       sum(s.ringan)::int, sum(s.sedang)::int, sum(s.berat)::int
FROM satuan s JOIN atas a ON a.asal = s.unit_id
GROUP BY a.unit
