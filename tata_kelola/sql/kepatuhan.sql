-- Steps of offices that ended with a deadline, of every layanan and month. Parameters: dari, sampai (moments), zona,
-- layanan (slug, or NULL for all).
WITH langkah AS MATERIALIZED (
    SELECT u.layanan, s.kode, s.keadaan, s.sebab_alih, s.batas, s.batas_hukum,
           (s.selesai_pada AT TIME ZONE %(zona)s)::date AS hari
    FROM layanan_langkahusulan s
    JOIN layanan_usulan u ON u.id = s.usulan_id
    WHERE s.keadaan IN ('selesai', 'dikembalikan', 'ditolak') AND s.batas IS NOT NULL AND s.penerima_id IS NULL
      AND s.selesai_pada >= %(dari)s AND s.selesai_pada < %(sampai)s
      AND (%(layanan)s::text IS NULL OR u.layanan = %(layanan)s::text)
)
SELECT layanan, CASE WHEN %(layanan)s::text IS NULL THEN '' ELSE kode END AS kode, date_trunc('month', hari)::date AS bulan,
       count(*),
       count(*) FILTER (WHERE hari <= batas),
       count(*) FILTER (WHERE batas_hukum IS NOT NULL AND hari > batas_hukum),
       count(*) FILTER (WHERE keadaan = 'dikembalikan'),
       count(*) FILTER (WHERE sebab_alih <> '')
FROM langkah
GROUP BY 1, 2, 3
