-- The list of needs: sums of each OPD and light, how many rows, and one page of them; follows the CTE of kebutuhan.sql as `pos`.
-- Parameters beside those: unit_id and opd_id (arrays side by side: units on show and their OPD), cabang (ids or NULL), jenis, kata
-- (words, lower case), lampu, prioritas (texts, empty for all), urut (prioritas, jabatan, selisih, tahun5), turun, mulai, banyak.
, berhitung AS MATERIALIZED (
    SELECT p.*, p.pns + p.pppk AS terisi, p.pns + p.pppk - p.kebutuhan AS selisih, d.opd_id, u.nama AS unit_nama,
           CASE WHEN p.kebutuhan IS NULL THEN 'abu' WHEN p.pns + p.pppk < p.kebutuhan THEN 'merah'
                WHEN p.kebutuhan > p.pns + p.pppk - greatest(p.b1, p.b2, p.b3, p.b4, p.b5) THEN 'kuning'
                WHEN p.pns + p.pppk > p.kebutuhan THEN 'biru' ELSE 'hijau' END AS lampu
    FROM pos p
    JOIN unnest(%(unit_id)s::bigint[], %(opd_id)s::bigint[]) AS d(unit_id, opd_id) ON d.unit_id = p.unit_id
    JOIN kepegawaian_unitkerja u ON u.id = p.unit_id
    WHERE (%(cabang)s::bigint[] IS NULL OR p.unit_id = ANY (%(cabang)s::bigint[])) AND (%(jenis)s = '' OR p.jenis = %(jenis)s)
      AND NOT EXISTS (SELECT 1 FROM unnest(%(kata)s::text[]) AS k WHERE position(k IN lower(p.nama || ' ' || u.nama)) = 0)),
dasar AS MATERIALIZED (
    SELECT b.*, CASE WHEN lampu = 'kuning' THEN 4 WHEN lampu <> 'merah' THEN NULL WHEN terisi = 0 THEN 1
                     WHEN -selisih * 2 >= kebutuhan THEN 2 ELSE 3 END AS prioritas
    FROM berhitung b),
daftar AS (
    SELECT * FROM dasar
    WHERE (%(lampu)s = '' OR lampu = %(lampu)s) AND (%(prioritas)s = '' OR prioritas::text = %(prioritas)s)),
berurut AS (
    SELECT d.*, row_number() OVER (ORDER BY
        CASE %(urut)s WHEN 'jabatan' THEN 0 WHEN 'selisih' THEN (kebutuhan IS NULL)::int WHEN 'tahun5' THEN (kebutuhan IS NULL)::int
             ELSE coalesce(prioritas, 9) END,
        CASE %(urut)s WHEN 'jabatan' THEN 0 WHEN 'tahun5' THEN coalesce(terisi - b5 - kebutuhan, 0) ELSE coalesce(selisih, 0) END,
        nama, unit_nama, unit_id, jabatan_id) AS nomor
    FROM daftar d)
SELECT
    (SELECT coalesce(json_agg(json_build_array(opd_id, lampu, banyak, kebutuhan, terisi, kurang, lebih, p1, p2, p3, p4, p5)), '[]')
     FROM (SELECT opd_id, lampu, count(*) AS banyak, coalesce(sum(kebutuhan), 0) AS kebutuhan, sum(terisi) AS terisi,
                  coalesce(sum(greatest(-selisih, 0)), 0) AS kurang, coalesce(sum(greatest(selisih, 0)), 0) AS lebih,
                  coalesce(sum(greatest(b1 - selisih, 0)), 0) AS p1, coalesce(sum(greatest(b2 - selisih, 0)), 0) AS p2,
                  coalesce(sum(greatest(b3 - selisih, 0)), 0) AS p3, coalesce(sum(greatest(b4 - selisih, 0)), 0) AS p4,
                  coalesce(sum(greatest(b5 - selisih, 0)), 0) AS p5
           FROM dasar GROUP BY opd_id, lampu) j),
    (SELECT count(*) FROM daftar),
    (SELECT coalesce(json_agg(json_build_array(unit_id, jabatan_id, nama, jenis, eselon, jenjang, kelas, kebutuhan, pns, pppk,
                                               b1, b2, b3, b4, b5, kursi)), '[]')
     FROM (SELECT * FROM berurut
           ORDER BY CASE WHEN %(turun)s THEN -nomor ELSE nomor END LIMIT %(banyak)s OFFSET %(mulai)s) h)
