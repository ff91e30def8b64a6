-- Load of every step of every layanan. Parameters: hari_ini, sejak, kalender (dates), zona.
-- ``ke`` numbers the working days of the calendar, so that the working days between two dates are a difference.
WITH kalender AS (
    SELECT h::date AS hari,
           sum(CASE WHEN extract(isodow FROM h) < 6 AND l.tanggal IS NULL THEN 1 ELSE 0 END) OVER (ORDER BY h) AS ke
    FROM generate_series(%(kalender)s::date, %(hari_ini)s::date, interval '1 day') h
    LEFT JOIN kepegawaian_harilibur l ON l.tanggal = h::date
),
langkah AS (
    SELECT u.layanan, s.kode, s.batas,
           s.keadaan = 'menunggu' AND u.status = 'diproses' AS menunggu,
           s.selesai_pada IS NOT NULL AND s.keadaan <> 'dibatalkan' AS berakhir,
           (s.masuk_pada AT TIME ZONE %(zona)s)::date AS masuk,
           (s.selesai_pada AT TIME ZONE %(zona)s)::date AS keluar
    FROM layanan_langkahusulan s
    JOIN layanan_usulan u ON u.id = s.usulan_id
    WHERE s.keadaan = 'menunggu' OR s.selesai_pada >= %(sejak)s::timestamp AT TIME ZONE %(zona)s
)
SELECT g.layanan, g.kode,
       count(*) FILTER (WHERE g.menunggu),
       count(*) FILTER (WHERE g.menunggu AND g.batas < %(hari_ini)s),
       count(*) FILTER (WHERE g.berakhir),
       count(*) FILTER (WHERE g.berakhir AND g.keluar > g.batas),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY (b.ke - coalesce(a.ke, 0))::float) FILTER (WHERE g.berakhir),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY (g.keluar - g.masuk)::float) FILTER (WHERE g.berakhir)
FROM langkah g
LEFT JOIN kalender a ON a.hari = g.masuk
LEFT JOIN kalender b ON b.hari = g.keluar
GROUP BY g.layanan, g.kode
