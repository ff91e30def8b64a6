-- Everything the home page shows of one person, in one probe. Parameters: pegawai.
SELECT k.pegawai_id, k.nip, k.nama, k.status, k.tmt_pangkat, k.tmt_cpns, k.gaji_pokok, k.tmt_mkg_nol,
       k.golongan_id AS kode_golongan, g.pangkat, k.jabatan_id, j.nama AS jabatan, k.unit_id, u.nama AS unit,
       k.opd_id, o.nama AS opd, k.pendidikan_id, (p.email <> '' OR p.email_gov <> '') AS punya_email,
       (SELECT count(*) FROM kepegawaian_selisihsiasn s WHERE s.pegawai_id = k.pegawai_id) AS selisih,
       coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM (
           SELECT n.id AS kunci, n.perihal, n.nomor, n.tanggal, n.status AS keadaan
             FROM kepegawaian_naskahpegawai np JOIN kepegawaian_naskah n ON n.id = np.naskah_id
            WHERE np.pegawai_id = k.pegawai_id AND n.tahap = 'ditandatangani'
              AND NOT EXISTS (SELECT 1 FROM layanan_naskahusulan nu JOIN layanan_usulan tu ON tu.id = nu.usulan_id
                               WHERE nu.naskah_id = n.id AND tu.tertutup)
            ORDER BY n.tanggal DESC, n.id DESC LIMIT 3) x), '[]') AS naskah,
       coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM (
           SELECT t.jenis AS macam, t.layanan AS slug, t.tanggal AS pada, t.layak AS keadaan, t.keterangan AS isi
             FROM indeks_jatuhtempo t
            WHERE t.pegawai_id = k.pegawai_id
              AND t.putaran_id = (SELECT q.id FROM indeks_putaranindeks q WHERE q.tempo_kini LIMIT 1)
            ORDER BY t.tanggal) x), '[]') AS tempo,
       coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM (
           SELECT s.id, s.nomor, s.layanan, s.status, s.ringkas, s.rute, s.catatan_akhir, s.dibuat_pada,
                  s.diajukan_pada, s.langkah_kini_id,
                  coalesce((SELECT jsonb_agg(to_jsonb(y)) FROM (
                      SELECT l.id, l.kode, l.nama, l.keadaan, l.urutan, l.masuk_pada, l.selesai_pada, l.catatan,
                             l.sebagai, l.batas, l.penerima_id, l.hasil, l.batas_hukum, l.sebab_alih,
                             coalesce(lj.nama, 'Bupati') AS nama_alih
                        FROM layanan_langkahusulan l LEFT JOIN kepegawaian_jabatan lj ON lj.id = l.jabatan_id
                       WHERE l.usulan_id = s.id ORDER BY l.id) y), '[]') AS langkah,
                  coalesce((SELECT jsonb_agg(coalesce(nullif(b.catatan, ''), b.kode)) FROM layanan_berkas b
                      WHERE b.usulan_id = s.id AND b.periksa = 'tidak_sesuai' AND b.diganti_pada IS NULL), '[]') AS salah
             FROM layanan_usulan s
            WHERE s.pegawai_id = k.pegawai_id AND NOT s.tertutup AND s.status IN ('draf', 'diproses', 'dikembalikan')
            ORDER BY s.dibuat_pada DESC) x), '[]') AS usulan,
       (SELECT to_jsonb(x) FROM (
           SELECT r.id, r.tahun, r.generasi, r.berjalan, r.tanggal, r.setelan, h.total, h.kategori, h.jenis_jabatan, h.fakta
             FROM indeks_putaranindeks r
             LEFT JOIN indeks_hasilindeks h ON h.putaran_id = r.id AND h.pegawai_id = k.pegawai_id
            WHERE r.kini AND r.generasi <> 'A' ORDER BY r.tanggal DESC, r.generasi DESC LIMIT 1) x) AS indeks
FROM kepegawaian_profilkini k
JOIN kepegawaian_pegawai p ON p.id = k.pegawai_id
LEFT JOIN kepegawaian_golongan g ON g.kode = k.golongan_id
LEFT JOIN kepegawaian_jabatan j ON j.id = k.jabatan_id
LEFT JOIN kepegawaian_unitkerja u ON u.id = k.unit_id
LEFT JOIN kepegawaian_unitkerja o ON o.id = k.opd_id
WHERE k.pegawai_id = %(pegawai)s
