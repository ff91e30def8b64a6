-- Posts of units today: kebutuhan, holders, and of them how many are gone by each day of :batas (BUP of the post held).
-- One row for each (unit, jabatan) that is a seat (struktural, head of a unit), has a kebutuhan, or has somebody in it.
-- Parameters: per, batas (dates, ascending), unit (ids or NULL). A struktural post counts where it is.
WITH pemangku AS (
    SELECT coalesce(j.unit_id, k.unit_id) AS unit_id, k.jabatan_id,
           (count(*) FILTER (WHERE k.status IN ('PNS', 'CPNS')))::int AS pns,
           (count(*) FILTER (WHERE k.status IN ('PPPK', 'PPPK_PW')))::int AS pppk,
           (count(*) FILTER (WHERE k.tmt_pensiun <= (%(batas)s::date[])[1]))::int AS b1,
           (count(*) FILTER (WHERE k.tmt_pensiun <= (%(batas)s::date[])[2]))::int AS b2,
           (count(*) FILTER (WHERE k.tmt_pensiun <= (%(batas)s::date[])[3]))::int AS b3,
           (count(*) FILTER (WHERE k.tmt_pensiun <= (%(batas)s::date[])[4]))::int AS b4,
           (count(*) FILTER (WHERE k.tmt_pensiun <= (%(batas)s::date[])[5]))::int AS b5
    FROM kepegawaian_profilkini k JOIN kepegawaian_jabatan j ON j.id = k.jabatan_id
    WHERE k.aktif
      AND (k.kedudukan_id IS NULL OR k.kedudukan_id NOT IN (SELECT kh.kode FROM kepegawaian_kedudukanhukum kh WHERE kh.lepas_jabatan))
    GROUP BY 1, 2),
butuh AS (
    SELECT DISTINCT ON (b.unit_id, b.jabatan_id) b.unit_id, b.jabatan_id, b.kebutuhan
    FROM kepegawaian_kebutuhanjabatan b
    WHERE b.berlaku_sejak <= %(per)s AND (b.berlaku_sampai IS NULL OR b.berlaku_sampai >= %(per)s)
    ORDER BY b.unit_id, b.jabatan_id, b.berlaku_sejak DESC),
kursi AS (
    SELECT j.unit_id, j.id AS jabatan_id
    FROM kepegawaian_jabatan j JOIN kepegawaian_unitkerja u ON u.id = j.unit_id
    WHERE (j.jenis = 'struktural' OR j.kepala_unit)
      AND j.berlaku_sejak <= %(per)s AND (j.berlaku_sampai IS NULL OR j.berlaku_sampai >= %(per)s)
      AND u.berlaku_sejak <= %(per)s AND (u.berlaku_sampai IS NULL OR u.berlaku_sampai >= %(per)s))
SELECT s.unit_id, s.jabatan_id, j.nama, j.jenis, coalesce(j.eselon_id, '') AS eselon, j.jenjang, j.kelas,
       CASE WHEN j.jenis = 'struktural' THEN 1 ELSE coalesce(b.kebutuhan, CASE WHEN r.jabatan_id IS NOT NULL THEN 1 END) END::int AS kebutuhan,
       coalesce(p.pns, 0) AS pns, coalesce(p.pppk, 0) AS pppk, coalesce(p.b1, 0) AS b1, coalesce(p.b2, 0) AS b2, coalesce(p.b3, 0) AS b3,
       coalesce(p.b4, 0) AS b4, coalesce(p.b5, 0) AS b5, (r.jabatan_id IS NOT NULL) AS kursi
FROM (SELECT unit_id, jabatan_id FROM pemangku UNION SELECT unit_id, jabatan_id FROM butuh
      UNION SELECT unit_id, jabatan_id FROM kursi) s
JOIN kepegawaian_jabatan j ON j.id = s.jabatan_id
LEFT JOIN pemangku p ON p.unit_id = s.unit_id AND p.jabatan_id = s.jabatan_id
LEFT JOIN butuh b ON b.unit_id = s.unit_id AND b.jabatan_id = s.jabatan_id
LEFT JOIN kursi r ON r.unit_id = s.unit_id AND r.jabatan_id = s.jabatan_id
WHERE s.unit_id IS NOT NULL AND (%(unit)s::bigint[] IS NULL OR s.unit_id = ANY (%(unit)s::bigint[]))
