-- Means of every level of the tree of units: people are summed once per unit and kind, then the sums climb the
-- tree. A person without unit counts for the whole (unit NULL) only. {tabel}: table of the run.
WITH RECURSIVE naik(asal, unit) AS (
    SELECT id, id FROM kepegawaian_unitkerja
    UNION  -- not ALL: units whose parents form a loop must not hold the night
    SELECT n.asal, u.induk_id FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.unit WHERE u.induk_id IS NOT NULL
), atas AS (
    SELECT asal, unit FROM naik
    UNION ALL SELECT id, NULL FROM kepegawaian_unitkerja
    UNION ALL SELECT 0, NULL
), padat AS (
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
