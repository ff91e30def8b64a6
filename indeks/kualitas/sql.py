"""Syarat tiap indikator sebagai SQL: siapa yang ditanya, dan kapan itu satu temuan.

``k`` ProfilKini of an active ASN, ``p`` Pegawai, ``j`` his jabatan, ``d`` his pendidikan, ``e`` his eselon, ``g`` his golongan,
``gt`` the lowest of his eselon, ``u`` his unit, ``s`` first TMT as CPNS, PNS and PPPK. Parameters: ``per`` (date), the lowest
pendidikan of a kind of post (``urut_jpt``, …; setting ikd_pendidikan_minimal), ``hp`` and ``surel`` (patterns).
"""

DARI = """
    kepegawaian_profilkini k
    JOIN kepegawaian_pegawai p ON p.id = k.pegawai_id
    LEFT JOIN kepegawaian_jabatan j ON j.id = k.jabatan_id
    LEFT JOIN kepegawaian_tingkatpendidikan d ON d.kode = k.pendidikan_id
    LEFT JOIN kepegawaian_eselon e ON e.kode = k.eselon_id
    LEFT JOIN kepegawaian_golongan g ON g.kode = k.golongan_id
    LEFT JOIN kepegawaian_golongan gt ON gt.kode = e.pangkat_terendah_id
    LEFT JOIN kepegawaian_unitkerja u ON u.id = k.unit_id
    LEFT JOIN (
        SELECT pegawai_id, min(tmt) FILTER (WHERE status = 'CPNS') AS cpns, min(tmt) FILTER (WHERE status = 'PNS') AS pns,
               min(tmt) FILTER (WHERE status IN ('PPPK', 'PPPK_PW')) AS pppk
        FROM kepegawaian_riwayatstatus WHERE dibatalkan_pada IS NULL GROUP BY pegawai_id
    ) s ON s.pegawai_id = k.pegawai_id
"""
PNS, PPPK = "k.status = 'PNS'", "k.status IN ('PPPK', 'PPPK_PW')"
MULAI = "coalesce(k.tmt_cpns, s.cpns, s.pppk, s.pns)"
# The first post of a CPNS, as his SK CPNS gives it.
FORMASI_JF = """EXISTS (SELECT 1 FROM kepegawaian_riwayatjabatan r JOIN kepegawaian_jabatan f ON f.id = r.jabatan_id
    WHERE r.pegawai_id = k.pegawai_id AND r.dibatalkan_pada IS NULL AND r.tmt = k.tmt_cpns AND f.jenis = 'fungsional')"""
TUGAS_LUAR, CLTN = (
    f"""EXISTS (SELECT 1 FROM kepegawaian_riwayattinggal t WHERE t.pegawai_id = k.pegawai_id AND t.jenis = '{jenis}'
    AND t.dibatalkan_pada IS NULL AND t.tmt <= %(per)s AND (t.sampai IS NULL OR t.sampai >= %(per)s))"""  # noqa: S608 - two words of this line
    for jenis in ("TUGAS", "CLTN")
)
SYARAT_JABATAN = """d.urutan < CASE WHEN e.kelompok LIKE 'jpt%%' THEN %(urut_jpt)s WHEN e.kelompok = 'administrator'
    THEN %(urut_administrator)s ELSE %(urut_pengawas)s END"""
# The day of birth in a NIK is written plus forty for a woman.
NIK_LAHIR = "to_char(p.tanggal_lahir, 'DD')::int + CASE p.jenis_kelamin WHEN 'P' THEN 40 ELSE 0 END"

# kode: (whom it asks, when it is a finding)
ATURAN = {
    "COM_1": (
        f"{MULAI} < make_date(extract(year FROM %(per)s::date)::int - 2, 1, 1)",
        """NOT EXISTS (SELECT 1 FROM kepegawaian_riwayatkinerja r WHERE r.pegawai_id = k.pegawai_id
            AND r.dibatalkan_pada IS NULL AND r.tahun BETWEEN extract(year FROM %(per)s::date)::int - 2
                AND extract(year FROM %(per)s::date)::int - 1)""",
    ),
    "COM_2": ("k.jenis_jabatan IS DISTINCT FROM 'struktural'", "k.jabatan_id IS NULL"),
    "COM_3": ("true", "k.pendidikan_id IS NULL"),
    "COM_4": (PNS, "s.pns IS NULL"),
    "COM_5": (
        "d.setara IN ('D1', 'D2', 'D3', 'D4', 'S1', 'PROF', 'S2', 'S3')",
        "k.gelar_depan = '' AND k.gelar_belakang = ''",
    ),
    "COM_6": ("true", "p.email !~* %(surel)s"),
    "COM_7": ("true", "regexp_replace(p.nomor_hp, '[^0-9+]', '', 'g') !~ %(hp)s"),
    "TIM_1": ("k.unit_id IS NOT NULL", "u.berlaku_sampai < %(per)s"),
    "TIM_2": (
        f"{PNS} AND {FORMASI_JF}",
        "k.jenis_jabatan <> 'fungsional' AND k.jenis_jabatan <> 'struktural' AND k.tmt_cpns <= %(per)s - interval '2 years'",
    ),
    "TIM_3": ("k.status = 'CPNS'", "coalesce(k.tmt_cpns, s.cpns) < %(per)s - interval '1 year'"),
    "TIM_4": (
        "k.jenis_jabatan = 'struktural'",
        """EXISTS (SELECT 1 FROM kepegawaian_profilkini l
            WHERE l.jabatan_id = k.jabatan_id AND l.aktif AND l.pegawai_id <> k.pegawai_id)""",
    ),
    "TIM_5": ("k.tmt_pensiun IS NOT NULL", "k.tmt_pensiun <= %(per)s"),
    "TIM_6": ("k.kedudukan_id IN ('02', '13')", f"NOT {CLTN}"),
    "ACC_1": (f"{PNS} AND s.cpns IS NOT NULL AND s.pns IS NOT NULL", "s.cpns > s.pns"),
    "ACC_2": (
        f"{PNS} AND p.jenis_pegawai_id IN ('15', '16', '17', '18', '19')",
        f"(p.jenis_pegawai_id <> '15') <> {TUGAS_LUAR}",
    ),
    "ACC_3": (f"{PNS} AND k.jenis_jabatan = 'struktural'", f"{MULAI} > %(per)s - interval '2 years'"),
    "ACC_4": (PPPK, "k.kedudukan_id NOT LIKE 'P%%'"),
    "ACC_5": (
        "true",
        f"""CASE WHEN p.nik ~ '^[0-9]{{16}}$' THEN substr(p.nik, 7, 6) <>
            lpad(({NIK_LAHIR})::text, 2, '0') || to_char(p.tanggal_lahir, 'MMYY') ELSE true END""",
    ),
    "ACC_6": ("k.jenis_jabatan = 'struktural' AND d.kode IS NOT NULL", SYARAT_JABATAN),
    "ACC_7": (PPPK, "substr(k.nip, 9, 4)::int NOT BETWEEN 2019 AND extract(year FROM %(per)s::date)::int"),
    "ACC_8": (
        "k.jenis_jabatan = 'fungsional' AND d.kode IS NOT NULL",
        "d.urutan < CASE WHEN k.jenjang LIKE 'ahli%%' THEN %(urut_ahli)s ELSE %(urut_terampil)s END",
    ),
    "ACC_9": ("k.jenis_jabatan = 'pelaksana'", "k.jabatan_id IN (SELECT id FROM ikd_pelaksana_jf)"),
    "ACC_10": (f"{PNS} AND k.jenis_jabatan = 'struktural' AND g.urutan IS NOT NULL", "g.urutan < gt.urutan"),
    "CON_1": (f"{PNS} AND k.tmt_cpns IS NOT NULL", "substr(k.nip, 9, 6) <> to_char(k.tmt_cpns, 'YYYYMM')"),
    "CON_2": ("true", "substr(k.nip, 1, 8) <> to_char(p.tanggal_lahir, 'YYYYMMDD')"),
    "CON_3": ("true", "substr(k.nip, 15, 1) <> CASE p.jenis_kelamin WHEN 'L' THEN '1' ELSE '2' END"),
    "CON_4": (f"{PPPK} AND s.pppk IS NOT NULL", "substr(k.nip, 9, 4) <> to_char(s.pppk, 'YYYY')"),
}

PELAKSANA_JF = """
    CREATE TEMP TABLE ikd_pelaksana_jf ON COMMIT DROP AS
    SELECT j.id FROM kepegawaian_jabatan j WHERE j.jenis = 'pelaksana' AND EXISTS (
        SELECT 1 FROM kepegawaian_jabatan f
        WHERE f.jenis = 'fungsional' AND f.nama_jf <> '' AND position(lower(f.nama_jf) IN lower(j.nama)) > 0)
"""


def temuan(kode):
    """Everybody whom one of ``kode`` finds: (pegawai_id, opd_id, kode) into the temporary table ikd_temuan."""
    baris = ",\n".join(f"('{k}', ({ATURAN[k][0]}) AND ({ATURAN[k][1]}))" for k in kode)
    return f"""
        CREATE TEMP TABLE ikd_temuan ON COMMIT DROP AS
        SELECT k.pegawai_id, k.opd_id, v.kode::varchar(8) AS kode
        FROM {DARI} CROSS JOIN LATERAL (VALUES {baris}) AS v(kode, salah)
        WHERE k.aktif AND v.salah
    """  # noqa: S608 - conditions of this file only


def populasi(kode):
    """(opd_id, count of each kode in order) of whom they ask."""
    kolom = ", ".join(f"count(*) FILTER (WHERE {ATURAN[k][0]})" for k in kode)
    return f"SELECT k.opd_id, {kolom} FROM {DARI} WHERE k.aktif GROUP BY k.opd_id"  # noqa: S608 - as above
