-- Data of posts that is out of order today, one row for each finding: kind, jabatan, unit of the post, pegawai, his unit.
-- Parameter: per.
SELECT 'berakhir' AS temuan, j.id AS jabatan_id, j.nama, j.unit_id, k.pegawai_id, k.unit_id AS unit_pegawai, 1 AS banyak
FROM kepegawaian_profilkini k JOIN kepegawaian_jabatan j ON j.id = k.jabatan_id
LEFT JOIN kepegawaian_unitkerja u ON u.id = j.unit_id
WHERE k.aktif AND (j.berlaku_sampai < %(per)s OR u.berlaku_sampai < %(per)s)
UNION ALL
SELECT 'beda_unit', j.id, j.nama, j.unit_id, k.pegawai_id, k.unit_id, 1
FROM kepegawaian_profilkini k JOIN kepegawaian_jabatan j ON j.id = k.jabatan_id
WHERE k.aktif AND j.unit_id IS NOT NULL AND k.unit_id IS DISTINCT FROM j.unit_id
UNION ALL
SELECT 'ganda', j.id, j.nama, j.unit_id, k.pegawai_id, k.unit_id, g.n::int
FROM (SELECT x.jabatan_id, count(*) AS n FROM kepegawaian_profilkini x JOIN kepegawaian_jabatan y ON y.id = x.jabatan_id
      WHERE x.aktif AND (y.jenis = 'struktural' OR y.kepala_unit) GROUP BY 1 HAVING count(*) > 1) g
JOIN kepegawaian_jabatan j ON j.id = g.jabatan_id
JOIN kepegawaian_profilkini k ON k.jabatan_id = g.jabatan_id AND k.aktif
UNION ALL
SELECT 'tanpa_kelas', j.id, j.nama, j.unit_id, NULL, NULL,
       (SELECT count(*) FROM kepegawaian_profilkini k WHERE k.jabatan_id = j.id AND k.aktif)::int
FROM kepegawaian_jabatan j
WHERE j.kelas IS NULL AND j.berlaku_sejak <= %(per)s AND (j.berlaku_sampai IS NULL OR j.berlaku_sampai >= %(per)s)
UNION ALL
SELECT 'tanpa_jabatan', NULL, '', NULL, k.pegawai_id, k.unit_id, 1
FROM kepegawaian_profilkini k WHERE k.aktif AND k.jabatan_id IS NULL
