-- Everything access needs to know of one account today, in one probe. Parameters: pengguna, per.
SELECT p.id, p.nip, trim(concat_ws(' ', nullif(i.gelar_depan, ''), i.nama)) || coalesce(', ' || nullif(i.gelar_belakang, ''), ''),
       p.jenis_kelamin, k.kedudukan_id, kh.akhir, k.tmt, st.status, kt.sampai,
       j.id, j.kode, j.nama, j.kepala_unit, j.unit_id, j.jenis, u.unit_id,
       (SELECT array_agg(concat_ws('|', r.penugasan, r.jabatan_id, x.unit_id, x.kepala_unit, coalesce(r.sampai::text, ''), x.kode, x.nama))
          FROM kepegawaian_riwayatjabatan r JOIN kepegawaian_jabatan x ON x.id = r.jabatan_id
         WHERE r.pegawai_id = p.id AND r.penugasan <> 'D' AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s
           AND (r.sampai IS NULL OR r.sampai >= %(per)s)),
       (SELECT array_agg(concat_ws('|', t.peran, coalesce(t.unit_id::text, '')))
          FROM kepegawaian_penugasan t
         WHERE t.pengguna_id = g.id AND t.sejak <= %(per)s AND (t.sampai IS NULL OR t.sampai >= %(per)s))
FROM kepegawaian_pengguna g
LEFT JOIN kepegawaian_pegawai p ON p.id = g.pegawai_id
LEFT JOIN LATERAL (SELECT r.nama, r.gelar_depan, r.gelar_belakang FROM kepegawaian_riwayatidentitas r
    WHERE r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s ORDER BY r.tmt DESC LIMIT 1) i ON true
LEFT JOIN LATERAL (SELECT r.kedudukan_id, r.tmt FROM kepegawaian_riwayatkedudukan r
    WHERE r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s ORDER BY r.tmt DESC LIMIT 1) k ON true
LEFT JOIN kepegawaian_kedudukanhukum kh ON kh.kode = k.kedudukan_id
LEFT JOIN LATERAL (SELECT r.status FROM kepegawaian_riwayatstatus r
    WHERE r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s ORDER BY r.tmt DESC LIMIT 1) st ON true
LEFT JOIN LATERAL (SELECT r.sampai FROM kepegawaian_riwayatkontrak r
    WHERE r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL ORDER BY r.tmt DESC LIMIT 1) kt ON true
LEFT JOIN LATERAL (SELECT r.jabatan_id FROM kepegawaian_riwayatjabatan r
    WHERE r.pegawai_id = p.id AND r.penugasan = 'D' AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s
    ORDER BY r.tmt DESC LIMIT 1) jb ON true
LEFT JOIN kepegawaian_jabatan j ON j.id = jb.jabatan_id AND kh.lepas_jabatan IS NOT TRUE
LEFT JOIN LATERAL (SELECT r.unit_id FROM kepegawaian_riwayatunit r
    WHERE r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s ORDER BY r.tmt DESC LIMIT 1) u ON true
WHERE g.id = %(pengguna)s
