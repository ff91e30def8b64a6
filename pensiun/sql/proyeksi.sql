-- Who reaches his BUP after :per, as one set. :orang are the people of a day (proyeksi.py); parameters: dari (first TMT),
-- sampai (first TMT after the end), status, semua and unit (scope), saya (own id), opd, kelompok and jabatan (filters, or NULL).
WITH calon AS (
    SELECT o.pegawai_id, o.tmt_pensiun, o.unit_id, o.opd_id, o.golongan, o.bup, coalesce(j.bup_kode, '') AS kelompok,
           CASE WHEN j.jenis = 'struktural' THEN 'Eselon ' || coalesce(j.eselon_id, '?')
                ELSE coalesce(nullif(j.nama_jf, ''), j.nama, 'Jabatan belum tercatat') END AS jabatan,
           coalesce(j.nama, '') AS nama_jabatan
    FROM (:orang) o LEFT JOIN kepegawaian_jabatan j ON j.id = o.jabatan_id
    WHERE o.hadir AND o.status = ANY(%(status)s) AND o.tmt_pensiun >= %(dari)s AND o.tmt_pensiun < %(sampai)s
      AND (%(semua)s OR o.pegawai_id = %(saya)s OR o.unit_id = ANY(%(unit)s))
      AND (%(opd)s::bigint IS NULL OR o.opd_id = %(opd)s)
      AND (%(kelompok)s::text IS NULL OR j.bup_kode = %(kelompok)s)
), pilih AS (
    SELECT * FROM calon WHERE %(jabatan)s::text IS NULL OR jabatan = %(jabatan)s
)
