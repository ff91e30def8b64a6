-- Volume of every layanan. Parameters: sejak (moment).
SELECT layanan,
       count(*) FILTER (WHERE diajukan_pada >= %(sejak)s),
       count(*) FILTER (WHERE status IN ('diproses', 'dikembalikan')),
       count(*) FILTER (WHERE status = 'selesai' AND selesai_pada >= %(sejak)s),
       count(*) FILTER (WHERE status = 'ditolak' AND selesai_pada >= %(sejak)s),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM selesai_pada - diajukan_pada) / 86400)
           FILTER (WHERE status = 'selesai' AND selesai_pada >= %(sejak)s AND diajukan_pada IS NOT NULL)
FROM layanan_usulan
GROUP BY layanan
