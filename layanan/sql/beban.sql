-- Load of every step of every layanan. Parameters: hari_ini, sejak, kalender (dates), zona.
-- ``ke`` numbers the working days since ``kalender``, so that the working days between two dates are a difference;
-- it is read by its place in an array, which spares two joins. COLLATE "C": grouping needs no order of words.
-- MATERIALIZED: else every aggregate would convert the moments to local dates once more.
WITH hari AS (
    SELECT h::date AS hari,
           sum(CASE WHEN extract(isodow FROM h) < 6 AND l.tanggal IS NULL THEN 1 ELSE 0 END) OVER (ORDER BY h) AS ke
    FROM generate_series(%(kalender)s::date, %(hari_ini)s::date, interval '1 day') h
    LEFT JOIN kepegawaian_harilibur l ON l.tanggal = h::date
),
kalender AS (SELECT array_agg(ke::int ORDER BY hari) AS ke FROM hari),
langkah AS MATERIALIZED (
    SELECT u.layanan COLLATE "C" AS layanan, s.kode COLLATE "C" AS kode, s.batas,
           s.keadaan = 'menunggu' AND u.status = 'diproses' AS menunggu,
           s.selesai_pada IS NOT NULL AND s.keadaan <> 'dibatalkan' AS berakhir,
           (s.masuk_pada AT TIME ZONE %(zona)s)::date AS masuk,
           (s.selesai_pada AT TIME ZONE %(zona)s)::date AS keluar
    FROM layanan_langkahusulan s
    JOIN layanan_usulan u ON u.id = s.usulan_id
    WHERE s.keadaan = 'menunggu' OR s.selesai_pada >= %(sejak)s::timestamp AT TIME ZONE %(zona)s
),
hitung AS MATERIALIZED (
    SELECT g.layanan, g.kode, g.batas, g.menunggu, g.berakhir, g.keluar, g.keluar - g.masuk AS kalender,
           k.ke[g.keluar - %(kalender)s::date + 1] - coalesce(k.ke[g.masuk - %(kalender)s::date + 1], 0) AS kerja
    FROM langkah g CROSS JOIN kalender k
)
SELECT layanan, kode,
       count(*) FILTER (WHERE menunggu),
       count(*) FILTER (WHERE menunggu AND batas < %(hari_ini)s),
       count(*) FILTER (WHERE berakhir),
       count(*) FILTER (WHERE berakhir AND keluar > batas),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY kerja::float) FILTER (WHERE berakhir),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY kalender::float) FILTER (WHERE berakhir)
FROM hitung
GROUP BY layanan, kode
