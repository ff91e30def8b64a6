-- The one question: what the law needs to know of a pegawai on a date.
--
-- Composed by kepegawaian/profil.py: of each block "-- bagian: <nama>" the columns (up to "-- dari")
-- join the SELECT, the rest joins the FROM. Parameters: :per (date). :berlaku(r) becomes the test that
-- row r holds on :per as known at :sepengetahuan (two clocks). Every order ends in a key of its table, so that
-- the order of writing never shows. A list of records is one text, parted by :pisah, which :teks() takes out of what
-- people typed; that stands last in its record, since | parts the fields. Every block is one index probe a pegawai,
-- so the same text serves one person and, streamed by ranges of id, a million; only the tree of units (pohon), built
-- once for many, is for one person the way up from his unit (naik).

-- bagian: inti
p.id AS pegawai_id, p.nip, p.tanggal_lahir, p.jenis_kelamin,
idn.nama, coalesce(idn.gelar_depan, '') AS gelar_depan, coalesce(idn.gelar_belakang, '') AS gelar_belakang,
st.status, st.tmt AS tmt_status, sc.tmt_cpns, sc.tmt_pns,
kd.kedudukan_id AS kedudukan, kdh.nama AS kedudukan_nama, kd.tmt AS tmt_kedudukan,
kdh.aktif, kdh.akhir AS berhenti
-- dari
LEFT JOIN LATERAL (
    SELECT r.nama, r.gelar_depan, r.gelar_belakang FROM kepegawaian_riwayatidentitas r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) idn ON true
LEFT JOIN LATERAL (
    SELECT r.status, r.tmt FROM kepegawaian_riwayatstatus r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) st ON true
LEFT JOIN LATERAL (
    SELECT min(r.tmt) AS tmt_cpns, min(r.tmt) FILTER (WHERE r.status = 'PNS') AS tmt_pns
    FROM kepegawaian_riwayatstatus r WHERE r.pegawai_id = p.id AND :berlaku(r)) sc ON true
LEFT JOIN LATERAL (
    SELECT r.kedudukan_id, r.tmt FROM kepegawaian_riwayatkedudukan r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) kd ON true
LEFT JOIN kepegawaian_kedudukanhukum kdh ON kdh.kode = kd.kedudukan_id

-- bagian: pangkat
pk.golongan_id AS golongan, gol.urutan AS golongan_urutan, gol.pangkat, pk.tmt AS tmt_pangkat, pk.jenis_kp_id AS jenis_kp,
pk.mkg_tahun * 12 + pk.mkg_bulan AS mkg_pangkat, pk.nomor_sk AS sk_pangkat_nomor, pk.tanggal_sk AS sk_pangkat_tanggal,
pk.pejabat AS sk_pangkat_pejabat, coalesce(pmk.bulan, 0) AS pmk_bulan, coalesce(cl.bulan, 0) AS cltn_bulan
-- dari
LEFT JOIN LATERAL (
    SELECT r.golongan_id, r.tmt, r.jenis_kp_id, r.mkg_tahun, r.mkg_bulan, r.nomor_sk, r.tanggal_sk, r.pejabat
    FROM kepegawaian_riwayatpangkat r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) pk ON true
LEFT JOIN kepegawaian_golongan gol ON gol.kode = pk.golongan_id
LEFT JOIN LATERAL (
    SELECT sum(r.bulan)::int AS bulan FROM kepegawaian_riwayatmasakerja r
    WHERE r.pegawai_id = p.id AND :berlaku(r)) pmk ON true
LEFT JOIN LATERAL (
    -- Whole months of CLTN up to :per; the running one counts up to :per.
    SELECT sum(extract(year FROM age(least(coalesce(r.sampai, :per), :per) + 1, r.tmt)) * 12
             + extract(month FROM age(least(coalesce(r.sampai, :per), :per) + 1, r.tmt)))::int AS bulan
    FROM kepegawaian_riwayattinggal r
    WHERE r.pegawai_id = p.id AND r.jenis = 'CLTN' AND :berlaku(r)) cl ON true

-- bagian: jejak_pangkat
(SELECT string_agg(g.urutan || '|' || r.tmt || '|' || coalesce(r.jenis_kp_id, ''), :pisah ORDER BY r.tmt)
   FROM kepegawaian_riwayatpangkat r JOIN kepegawaian_golongan g ON g.kode = r.golongan_id
  WHERE r.pegawai_id = p.id AND :berlaku(r)) AS jejak_pangkat,
(SELECT array_agg(s.kolom ORDER BY s.kolom) FROM kepegawaian_selisihsiasn s WHERE s.pegawai_id = p.id) AS selisih_siasn
-- dari

-- bagian: gaji
-- The last decree that fixed an MKG (rank or pay, whichever is later) says when MKG was 0.
gj.tmt AS tmt_gaji, gj.jenis AS jenis_gaji, gj.nomor_sk AS sk_gaji_nomor, gj.tanggal_sk AS sk_gaji_tanggal,
gj.pejabat AS sk_gaji_pejabat, gj.gaji_pokok AS gaji_tercatat,
dk.tmt AS tmt_dekret, dk.mkg AS mkg_dekret,
coalesce(tg.gaji, CASE WHEN gj.tmt >= pk.tmt OR pk.tmt IS NULL THEN gj.gaji_pokok END) AS gaji_pokok,
-- CLTN since then puts it off, PMK since then (not yet in any decree) brings it forward: both are part of MKG.
(dk.tmt - make_interval(months => dk.mkg) + make_interval(months => coalesce(cd.bulan, 0) - coalesce(pd2.bulan, 0)))::date
    AS tmt_mkg_nol,
(SELECT string_agg(r.tmt || '|' || r.sampai || '|' || :teks(r.nomor_sk), :pisah ORDER BY r.tmt)
   FROM kepegawaian_riwayattundakgb r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS tunda_kgb
-- dari
LEFT JOIN LATERAL (
    SELECT r.tmt, r.jenis, r.nomor_sk, r.tanggal_sk, r.pejabat, r.gaji_pokok, r.mkg_tahun * 12 + r.mkg_bulan AS mkg
    FROM kepegawaian_riwayatgaji r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) gj ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN pakai_gaji THEN gj.tmt ELSE pk.tmt END AS tmt,
           CASE WHEN pakai_gaji THEN gj.mkg ELSE pk.mkg_tahun * 12 + pk.mkg_bulan END AS mkg
    FROM (SELECT gj.mkg IS NOT NULL AND (pk.mkg_tahun IS NULL OR gj.tmt >= pk.tmt) AS pakai_gaji) x) dk
LEFT JOIN LATERAL (
    SELECT sum(extract(year FROM age(least(coalesce(r.sampai, :per), :per) + 1, greatest(r.tmt, dk.tmt))) * 12
             + extract(month FROM age(least(coalesce(r.sampai, :per), :per) + 1, greatest(r.tmt, dk.tmt))))::int AS bulan
    FROM kepegawaian_riwayattinggal r
    WHERE r.pegawai_id = p.id AND r.jenis = 'CLTN' AND coalesce(r.sampai, :per) > dk.tmt AND :berlaku(r)) cd ON true
LEFT JOIN LATERAL (
    SELECT sum(r.bulan)::int AS bulan FROM kepegawaian_riwayatmasakerja r
    WHERE r.pegawai_id = p.id AND r.tmt > dk.tmt AND :berlaku(r)) pd2 ON true
LEFT JOIN LATERAL (
    SELECT t.gaji FROM kepegawaian_tabelgaji t
    WHERE t.golongan_id = pk.golongan_id AND t.mkg <= dk.mkg / 12
      AND t.berlaku_sejak <= :per AND (t.berlaku_sampai IS NULL OR t.berlaku_sampai >= :per)
    ORDER BY t.mkg DESC LIMIT 1) tg ON true

-- bagian: unit
un.unit_id, ph.nama AS unit, ph.jalur AS jalur_unit, ph.opd_id, ph.opd, ph.pola_kerja, un.tmt AS tmt_unit
-- dari
LEFT JOIN LATERAL (
    SELECT r.unit_id, r.tmt FROM kepegawaian_riwayatunit r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) un ON true
LEFT JOIN pohon ph ON ph.id = un.unit_id

-- bagian: jabatan
jb.jabatan_id, jab.nama AS jabatan, jab.jenis AS jenis_jabatan, jab.eselon_id AS eselon, nullif(jab.jenjang, '') AS jenjang,
nullif(jab.nama_jf, '') AS nama_jf, jab.kelas, jab.kepala_unit, jab.hasil_penyetaraan,
jab.kode AS jabatan_kode, jab.bup_kode, jb.tmt AS tmt_jabatan, jb.tmt_pelantikan, jb.tanggal_spmt,
jb.nomor_sk AS sk_jabatan_nomor, jb.tanggal_sk AS sk_jabatan_tanggal, esl.kelompok AS kelompok_jabatan,
bp.tahun AS bup,
(date_trunc('month', p.tanggal_lahir + make_interval(years => bp.tahun)) + interval '1 month')::date AS tmt_pensiun
-- dari
LEFT JOIN LATERAL (
    SELECT r.jabatan_id, r.tmt, r.tmt_pelantikan, r.tanggal_spmt, r.nomor_sk, r.tanggal_sk FROM kepegawaian_riwayatjabatan r
    WHERE r.pegawai_id = p.id AND r.penugasan = 'D' AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) jb ON true
LEFT JOIN kepegawaian_jabatan jab ON jab.id = jb.jabatan_id
LEFT JOIN kepegawaian_eselon esl ON esl.kode = jab.eselon_id
LEFT JOIN LATERAL (
    SELECT b.tahun FROM kepegawaian_bup b
    WHERE b.kode = jab.bup_kode AND b.berlaku_sejak <= :per AND (b.berlaku_sampai IS NULL OR b.berlaku_sampai >= :per)
    ORDER BY b.berlaku_sejak DESC LIMIT 1) bp ON true

-- bagian: pendidikan
-- The highest level recorded, not the latest diploma.
pd.tingkat_id AS tingkat_pendidikan, pd.setara AS pendidikan, pd.nama AS pendidikan_nama, pd.tahun_lulus
-- dari
LEFT JOIN LATERAL (
    SELECT r.tingkat_id, t.setara, r.nama, r.tahun_lulus
    FROM kepegawaian_riwayatpendidikan r JOIN kepegawaian_tingkatpendidikan t ON t.kode = r.tingkat_id
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY t.urutan DESC, r.tmt DESC LIMIT 1) pd ON true

-- bagian: kinerja
(SELECT string_agg(r.tahun || '|' || r.predikat || '|' || coalesce(r.nilai::text, '') || '|' || r.id,
                   :pisah ORDER BY r.tahun DESC)
   FROM kepegawaian_riwayatkinerja r
  WHERE r.pegawai_id = p.id AND r.tahun >= (extract(year FROM :per) - 6)::int AND :berlaku(r)) AS kinerja
-- dari

-- bagian: hukuman
(SELECT string_agg(r.jenis_id || '|' || h.tingkat || '|' || r.tmt || '|' || coalesce(r.sampai::text, '') || '|'
                  || h.tahan_kgb || '|' || h.tahan_kp || '|' || r.id || '|' || :teks(r.nomor_sk),
                  :pisah ORDER BY r.tmt, r.jenis_id)
   FROM kepegawaian_riwayathukuman r JOIN kepegawaian_jenishukuman h ON h.kode = r.jenis_id
  WHERE r.pegawai_id = p.id AND :berlaku(r)) AS hukuman,
EXISTS (SELECT 1 FROM kepegawaian_riwayatpemeriksaan r
         WHERE r.pegawai_id = p.id AND (r.sampai IS NULL OR r.sampai >= :per) AND :berlaku(r)) AS diperiksa
-- dari

-- bagian: diklat
-- Struktural and fungsional ever; the others of the last three years.
(SELECT string_agg(d.kelompok || '|' || r.tmt || '|' || coalesce(r.jp::text, '') || '|' || coalesce(l.jenjang, '')
                  || '|' || coalesce(r.sesuai_jabatan::text, '') || '|' || r.id || '|' || :teks(r.nama),
                  :pisah ORDER BY r.tmt, r.jenis_id, r.nama, r.nomor_sertifikat)
   FROM kepegawaian_riwayatdiklat r
   JOIN kepegawaian_jenisdiklat d ON d.kode = r.jenis_id
   LEFT JOIN kepegawaian_latihanstruktural l ON l.kode = r.latihan_struktural_id
  WHERE r.pegawai_id = p.id AND :berlaku(r)
    -- On the row itself, so that the kinds are looked up once and not for each old training.
    AND (r.tmt >= (:per - interval '3 years')::date OR r.jenis_id = ANY (ARRAY(
        SELECT k.kode FROM kepegawaian_jenisdiklat k WHERE k.kelompok IN ('struktural', 'fungsional'))))) AS diklat
-- dari

-- bagian: ujian
(SELECT string_agg(r.jenis || '|' || r.tmt || '|' || :teks(r.nomor_sk), :pisah ORDER BY r.tmt, r.jenis) FROM kepegawaian_riwayatujian r
  WHERE r.pegawai_id = p.id AND :berlaku(r)) AS ujian
-- dari

-- bagian: angka_kredit
ak.jumlah AS angka_kredit, ak.sampai AS angka_kredit_sampai
-- dari
LEFT JOIN LATERAL (
    SELECT sum(r.jumlah) AS jumlah, max(coalesce(r.sampai, r.tmt)) AS sampai FROM kepegawaian_riwayatangkakredit r
    WHERE r.pegawai_id = p.id AND r.jenjang = jab.jenjang AND :berlaku(r)) ak ON true

-- bagian: jejak_jabatan
(SELECT string_agg(j.id || '|' || j.jenis || '|' || coalesce(j.eselon_id, '') || '|' || coalesce(e.kelompok, '') || '|'
                  || j.jenjang || '|' || coalesce(j.kelas::text, '') || '|' || coalesce(r.unit_id::text, '') || '|'
                  || r.tmt || '|' || coalesce(r.tmt_pelantikan::text, '') || '|' || :teks(j.nama),
                  :pisah ORDER BY r.tmt)
   FROM kepegawaian_riwayatjabatan r JOIN kepegawaian_jabatan j ON j.id = r.jabatan_id
   LEFT JOIN kepegawaian_eselon e ON e.kode = j.eselon_id
  WHERE r.pegawai_id = p.id AND r.penugasan = 'D' AND :berlaku(r)) AS jejak_jabatan
-- dari

-- bagian: kompetensi
(SELECT string_agg(r.tujuan || '|' || r.hasil || '|' || r.tmt || '|' || coalesce(r.sampai::text, '') || '|'
                  || coalesce(r.kesesuaian::text, '') || '|' || coalesce(r.potensi::text, '') || '|' || r.nilai,
                  :pisah ORDER BY r.tmt DESC, r.tujuan)
   FROM kepegawaian_riwayatujikompetensi r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS uji_kompetensi
-- dari

-- bagian: ikatan
(SELECT string_agg(r.jenis || '|' || r.tmt || '|' || coalesce(r.sampai::text, ''), :pisah ORDER BY r.tmt, r.jenis)
   FROM kepegawaian_riwayatikatan r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS ikatan
-- dari

-- bagian: kartu
(SELECT string_agg(r.jenis || '|' || :teks(r.anggota) || '|' || r.tmt || '|' || coalesce(r.sampai::text, '') || '|'
                  || :teks(r.nomor), :pisah ORDER BY r.tmt, r.jenis, r.anggota)
   FROM kepegawaian_riwayatkartu r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS kartu
-- dari

-- bagian: penghargaan
(SELECT string_agg(r.jenis_id || '|' || r.tmt || '|' || :teks(r.nomor_sk), :pisah ORDER BY r.tmt, r.jenis_id)
   FROM kepegawaian_riwayatpenghargaan r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS penghargaan
-- dari

-- bagian: jejak_tinggal
(SELECT string_agg(r.jenis || '|' || r.tmt || '|' || coalesce(r.sampai::text, ''), :pisah ORDER BY r.tmt, r.jenis)
   FROM kepegawaian_riwayattinggal r WHERE r.pegawai_id = p.id AND :berlaku(r)) AS jejak_tinggal
-- dari

-- bagian: keluarga
kl.pasangan AS pasangan_tertanggung, kl.anak AS anak_tertanggung
-- dari
LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE x.hubungan = 'pasangan'))::int AS pasangan,
           (count(*) FILTER (WHERE x.hubungan = 'anak'))::int AS anak
    FROM (SELECT DISTINCT ON (r.anggota) r.hubungan, r.keadaan, r.tertanggung FROM kepegawaian_riwayatkeluarga r
          WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.anggota, r.tmt DESC) x
    WHERE x.keadaan = 'hidup' AND x.tertanggung) kl ON true

-- bagian: tanggungan
-- Imports once wrote the pegawai's own NIP into the rows of his family; it names nobody.
(SELECT string_agg(x.hubungan || '|' || :teks(x.anggota) || '|' || coalesce(x.tanggal_lahir::text, '') || '|' || x.tertanggung
                  || '|' || coalesce(x.sekolah_sampai::text, '') || '|' || coalesce(x.kawin::text, '') || '|'
                  || coalesce(x.berpenghasilan::text, '') || '|' || coalesce(nullif(x.nip, p.nip), '') || '|' || x.tmt || '|' || :teks(x.nama),
                  :pisah ORDER BY x.tanggal_lahir, x.anggota)
   FROM (SELECT DISTINCT ON (r.anggota) r.* FROM kepegawaian_riwayatkeluarga r
         WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.anggota, r.tmt DESC) x
  WHERE x.keadaan = 'hidup') AS tanggungan
-- dari

-- bagian: tinggal
tg2.jenis AS tinggal, tg2.tmt AS tinggal_sejak, tg2.sampai AS tinggal_sampai
-- dari
LEFT JOIN LATERAL (
    SELECT r.jenis, r.tmt, r.sampai FROM kepegawaian_riwayattinggal r
    WHERE r.pegawai_id = p.id AND (r.sampai IS NULL OR r.sampai >= :per) AND :berlaku(r)
    ORDER BY r.tmt DESC, r.jenis LIMIT 1) tg2 ON true

-- bagian: cuti
-- Nobody is on two kinds of cuti on one day.
ct.jenis AS cuti, ct.tmt AS cuti_sejak, ct.sampai AS cuti_sampai
-- dari
LEFT JOIN LATERAL (
    SELECT r.jenis, r.tmt, r.sampai FROM kepegawaian_riwayatcuti r
    WHERE r.pegawai_id = p.id AND r.sampai >= :per AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) ct ON true

-- bagian: kontrak
kt.tmt AS kontrak_mulai, kt.sampai AS kontrak_sampai, kt.upah
-- dari
LEFT JOIN LATERAL (
    SELECT r.tmt, r.sampai, r.upah FROM kepegawaian_riwayatkontrak r
    WHERE r.pegawai_id = p.id AND :berlaku(r) ORDER BY r.tmt DESC LIMIT 1) kt ON true

-- bagian: pohon
-- dari
WITH RECURSIVE pohon(id, nama, jalur, opd_id, opd, pola_kerja) AS (
    SELECT u.id, u.nama, ARRAY[u.id], CASE WHEN u.jenis = 'opd' THEN u.id END, CASE WHEN u.jenis = 'opd' THEN u.nama END, u.pola_kerja
    FROM kepegawaian_unitkerja u WHERE u.induk_id IS NULL
    UNION ALL
    SELECT u.id, u.nama, h.jalur || u.id, coalesce(h.opd_id, CASE WHEN u.jenis = 'opd' THEN u.id END),
           coalesce(h.opd, CASE WHEN u.jenis = 'opd' THEN u.nama END), u.pola_kerja
    FROM kepegawaian_unitkerja u JOIN pohon h ON h.id = u.induk_id)

-- bagian: naik
-- dari
-- Of one pegawai: the way up from his unit instead of the whole tree; nothing where it does not end at a root.
LEFT JOIN LATERAL (
    WITH RECURSIVE naik(id, nama, jenis, pola_kerja, induk_id, tinggi) AS (
        SELECT u.id, u.nama, u.jenis, u.pola_kerja, u.induk_id, 0 FROM kepegawaian_unitkerja u WHERE u.id = un.unit_id
        UNION ALL
        SELECT u.id, u.nama, u.jenis, u.pola_kerja, u.induk_id, n.tinggi + 1
        FROM naik n JOIN kepegawaian_unitkerja u ON u.id = n.induk_id WHERE n.tinggi < 50)
    SELECT max(n.nama) FILTER (WHERE n.tinggi = 0) AS nama, array_agg(n.id ORDER BY n.tinggi DESC) AS jalur,
           (array_agg(n.id ORDER BY n.tinggi DESC) FILTER (WHERE n.jenis = 'opd'))[1] AS opd_id,
           (array_agg(n.nama ORDER BY n.tinggi DESC) FILTER (WHERE n.jenis = 'opd'))[1] AS opd,
           max(n.pola_kerja) FILTER (WHERE n.tinggi = 0) AS pola_kerja
    FROM naik n HAVING bool_or(n.induk_id IS NULL)) ph ON true
