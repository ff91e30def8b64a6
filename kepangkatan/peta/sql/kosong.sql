-- Single seats (struktural, head of a unit) that nobody holds on :per, or whose only holder retires by :batas.
-- "kosong_sejak": the last definitive holder's next post, end of service, the BUP he reaches before a :per ahead, or, when
-- there never was one, the post itself. Parameters: per, batas, and those of :orang (kepangkatan/peta/keadaan.py);
-- :tahu(r) is the test that row r is known.
WITH orang AS (
    SELECT o.* FROM (:orang) o JOIN kepegawaian_jabatan x ON x.id = o.jabatan_id
    WHERE x.jenis = 'struktural' OR x.kepala_unit),
isi AS (
    SELECT k.jabatan_id, max(k.pegawai_id) AS pegawai_id, max(k.tmt_pensiun) AS tmt_pensiun
    FROM orang k WHERE k.hadir GROUP BY 1),
purna AS (
    SELECT k.jabatan_id, max(k.tmt_pensiun) AS tanggal FROM orang k WHERE k.purna GROUP BY 1)
SELECT j.id, j.nama, coalesce(j.eselon_id, '') AS eselon, j.unit_id, j.jenis, p.pegawai_id, p.tmt_pensiun,
       CASE WHEN p.jabatan_id IS NULL THEN coalesce(greatest(akhir.tanggal, s.tanggal), j.berlaku_sejak) END AS kosong_sejak,
       (akhir.tanggal IS NOT NULL OR s.tanggal IS NOT NULL) AS pernah, plt.penugasan, plt.pegawai_id AS plt_id, plt.sampai
FROM kepegawaian_jabatan j
JOIN kepegawaian_unitkerja u ON u.id = j.unit_id
LEFT JOIN isi p ON p.jabatan_id = j.id
LEFT JOIN purna s ON s.jabatan_id = j.id
LEFT JOIN LATERAL (
    SELECT max(coalesce(ganti.tmt, henti.tmt)) AS tanggal
    FROM kepegawaian_riwayatjabatan r
    LEFT JOIN LATERAL (
        SELECT x.tmt FROM kepegawaian_riwayatjabatan x
        WHERE x.pegawai_id = r.pegawai_id AND x.penugasan = 'D' AND :tahu(x)
          AND x.tmt > r.tmt AND x.tmt <= %(per)s ORDER BY x.tmt LIMIT 1) ganti ON true
    LEFT JOIN LATERAL (
        SELECT k.tmt FROM kepegawaian_riwayatkedudukan k
        JOIN kepegawaian_kedudukanhukum h ON h.kode = k.kedudukan_id AND (h.akhir OR h.lepas_jabatan)
        WHERE k.pegawai_id = r.pegawai_id AND :tahu(k) AND k.tmt >= r.tmt AND k.tmt <= %(per)s
        ORDER BY k.tmt LIMIT 1) henti ON true
    WHERE p.jabatan_id IS NULL AND r.jabatan_id = j.id AND r.penugasan = 'D' AND :tahu(r)
      AND r.tmt <= %(per)s) akhir ON true
LEFT JOIN LATERAL (
    SELECT r.penugasan, r.pegawai_id, r.sampai FROM kepegawaian_riwayatjabatan r
    WHERE r.jabatan_id = j.id AND r.penugasan <> 'D' AND :tahu(r) AND r.tmt <= %(per)s
      AND (r.sampai IS NULL OR r.sampai >= %(per)s) ORDER BY r.penugasan DESC, r.tmt DESC LIMIT 1) plt ON true
WHERE (j.jenis = 'struktural' OR j.kepala_unit)
  AND j.berlaku_sejak <= %(per)s AND (j.berlaku_sampai IS NULL OR j.berlaku_sampai >= %(per)s)
  AND u.berlaku_sejak <= %(per)s AND (u.berlaku_sampai IS NULL OR u.berlaku_sampai >= %(per)s)
  AND (p.jabatan_id IS NULL OR p.tmt_pensiun <= %(batas)s)
