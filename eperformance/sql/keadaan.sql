-- People in service by unit, state of the SKP that covers the day, and evaluation of the masa; one row a combination.
-- {lingkup}: condition over ProfilKini k.
SELECT k.opd_id, k.unit_id, coalesce(s.status, 'tanpa'),
       e.predikat,
       coalesce(s.mulai <= %(masa_sampai)s AND s.sampai >= %(masa_mulai)s, false),
       coalesce(s.mulai > %(tetap)s, false),
       count(*)
FROM kepegawaian_profilkini k
LEFT JOIN eperformance_skp s ON s.pegawai_id = k.pegawai_id AND s.periode_id = %(periode)s AND s.status <> 'batal'
     AND s.mulai <= %(hari)s AND s.sampai >= %(hari)s
LEFT JOIN eperformance_evaluasi e ON e.skp_id = s.id AND e.nomor = %(nomor)s AND e.jenis = ANY(%(jenis)s) AND e.status = 'sah'
WHERE k.aktif AND {lingkup}
GROUP BY 1, 2, 3, 4, 5, 6
