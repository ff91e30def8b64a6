"""Kelompok: for whom a page opens, what is open without login, which words who may read; from desain.md §7 by hand."""

from tests.akses import penilaian
from tests.akses.disiplin import LAPORAN, URAIAN
from tests.akses.dunia import BERNIP, HUKUMAN, KELUARGA, NIK, PERSONA, RANCANGAN, TANPA_NIP

SEMUA = frozenset(PERSONA) - {"anonim", "pensiunan_lama", "calon"}  # pensiunan_lama: 90 days are over
STAF = frozenset({"staf12", "staf13", "penangan"})
OPERATOR = frozenset({"operator", "operator_lain"})
KEPALA_OPD = frozenset({"kepala_opd", "kepala_opd_lain", "sekda"})  # the Sekda heads the Sekretariat Daerah
MELIHAT_SEMUA = STAF | {"kaban", "inspektorat"}
PELIHAT = OPERATOR | KEPALA_OPD | MELIHAT_SEMUA | {"kepsek", "kepsek_lain"}
MENCAKUP_ANI = MELIHAT_SEMUA | {"ani", "kepsek", "operator", "kepala_opd"}
PIMPINAN = frozenset({"sekda", "perekam"})
ANGKA_SEMUA = MELIHAT_SEMUA | PIMPINAN

# Group -> personas it opens for. The sentence is that of desain.md §7.
KELOMPOK = {
    "terbuka": frozenset(PERSONA),
    "semua": SEMUA,  # own work, and what is no secret: law, reference, units, guides
    "diri": SEMUA - frozenset(TANPA_NIP),  # "own record, files …"; an account without NIP has no record
    "pelihat": PELIHAT,  # lists of people, each within his scope
    "ani": MENCAKUP_ANI,  # "own staff", "pegawai of own unit and below", "all pegawai"
    "ani_keluarga": STAF | {"ani", "operator", "inspektorat"},  # atasan: "not family"; masked except for who needs it
    "ani_siasn": MELIHAT_SEMUA | {"ani", "operator"},  # as contact data: not an atasan
    "ani_hukuman": frozenset({"ani", "penangan", "kaban", "inspektorat"}),  # "only to their handlers and the person"
    "ani_usulan": MENCAKUP_ANI - {"kepsek"},  # atasan: "steps addressed to him"; this route has none
    "ani_selesai": (MENCAKUP_ANI - {"kepsek"}) | {"perekam"},  # what he recorded the signature of stays readable
    "ani_naskah": MENCAKUP_ANI | {"perekam"},
    "ani_dosir_ubah": STAF | {"operator"},  # "verifies, completes data"
    "staf": STAF,  # "processes the services, imports"
    "slip": OPERATOR | KEPALA_OPD | STAF | {"kaban"},  # "a slip printed by his operator"
    "admin": frozenset({"admin"}),  # "accounts"
    "jejak": frozenset({"inspektorat", "admin"}),  # "read only, with the audit trail"
    "setelan": MELIHAT_SEMUA | {"admin"},
    "hari_pertama": frozenset({"kaban", "admin"}),  # and the Sekretariat, in which no persona works
    "setelan_ubah": frozenset({"kaban", "admin"}),
    # "everyone who may act on or verify the usulan, and the signer": the offices and duties on its route, in scope
    "pemutus_ani": frozenset({"kepala_opd", "staf12", "kaban"}),
    "penyusun": frozenset({"staf12", "kaban", "admin"}),  # staff of the subbid that owns it, officials, admin
    "penyusun_ani": frozenset({"staf12", "kaban"}),  # the admin opens no usulan
    "nominatif": OPERATOR | KEPALA_OPD | STAF | {"kaban"},
    "angka": PELIHAT | PIMPINAN,  # Sekda, Bupati: "dashboards"
    "angka_semua": ANGKA_SEMUA,
    "angka_disdik": ANGKA_SEMUA | {"operator", "kepala_opd"},
    "orang_disdik": MELIHAT_SEMUA | {"operator", "kepala_opd"},
    "petugas_alur": PELIHAT | PIMPINAN,  # who takes part in routes, and the inspektorat
    # "offices held": an official for himself; operator and staf for the officials of their scope
    "pencatat_halangan": (PELIHAT | {"sekda"}) - {"inspektorat"},
    "pencatat_kepala_opd": STAF | {"operator", "kepala_opd", "kaban"},
    "pelihat_surat": OPERATOR | KEPALA_OPD | MELIHAT_SEMUA,
    "pengaju_surat": OPERATOR | STAF,
    "ani_surat": MELIHAT_SEMUA | {"operator", "kepala_opd"},
    "register": MELIHAT_SEMUA,  # the number register of the BKD
    "register_subbid": frozenset({"staf12", "penangan"}),  # every subbid whose layanan print a naskah
    "register_pesan": frozenset({"staf12"}),  # "processes the services of the own subbid"
    "tte": STAF
    | {"kaban"},  # "batch approval and signing": the official, and the staff of his unit who record for him
    # "staf BKD of a subbid, and the officials above it": no persona works in Subbid Pembinaan Karier, the head decides
    "tte_diklat": frozenset({"kaban"}),
    "karier": frozenset({"kaban"}),
    "karier_baca": frozenset({"kaban", "inspektorat"}),
    "penilai_ani": frozenset({"kepsek"}),  # "SKP evaluation" of own staff
    "ani_diminta": frozenset({"eko"}),  # asked for feedback about ani
    "kinerja_baca": MELIHAT_SEMUA,
    "tubel": frozenset({"kaban"}),  # Subbid Program dan Evaluasi Diklat and the heads above; no persona works there
    "tubel_lapor": frozenset({"ani", "operator", "kaban"}),  # the student, his operator, who monitors
    "korpri": frozenset({"kaban"}),  # as above: Subbid Pembinaan Korps Profesi ASN
    "asn": frozenset(BERNIP) - {"pensiunan", "pensiunan_lama"},  # "own work", in service
    "penulis": frozenset({"ani"}),
    "penulis_redaksi": frozenset({"ani", "kaban"}),
    "kesenjangan": PELIHAT - OPERATOR,  # atasan: "own staff"
    "ani_kompetensi": MELIHAT_SEMUA | {"ani", "kepsek", "kepala_opd"},
    "ani_jenjang": MELIHAT_SEMUA | {"ani"},
    "talenta": frozenset({"kaban"}) | PIMPINAN,  # confidential: officials of the BKD, its subbid, Sekda and Bupati
    "juri": frozenset({"kaban", "ani"}),  # who runs the selection, and the juror himself
    "seleksi_berkas": frozenset({"kaban", "ani"}),  # secretariat, panitia, and the applicant himself
    "tpp_kelola": frozenset(
        {"kaban"}
    ),  # "edited by staf and head of SUB41", and the heads above; none of them is here
    "pensiun_angka": OPERATOR | KEPALA_OPD | MELIHAT_SEMUA | PIMPINAN,  # Sekda, Bupati: "dashboards"
    # "staf BKD of a subbid, and the officials above it": no persona works in Subbid Pensiun, the head decides
    "pensiun_kelola": frozenset({"kaban"}),
    "ani_pelepasan": frozenset({"ani", "kaban"}),  # her own letter, and who prepares the ceremony
    "keluarga": OPERATOR | STAF | {"inspektorat"},  # "family … masked except for who needs them"
    # "confidential until published": who is named on it, Kepala BKD, Sekda, and the clerk of the Bupati
    "rancangan": frozenset({"penangan", "staf13", "kaban", "sekda", "perekam"}),
    "rancangan_buat": frozenset({"penangan", "kaban"}),
    "bkd_baca": MELIHAT_SEMUA,
    "bkd": STAF | {"kaban"},  # who makes official lists
    "kaban": frozenset({"kaban"}),  # who sets them
    "penertib": MELIHAT_SEMUA,
    "berkas_daftar": MELIHAT_SEMUA,
    "daftar_opd": MELIHAT_SEMUA | {"operator", "kepala_opd"},  # a list of DISDIK that stands
    # "only ATASAN, tim, owning STAF/KASUBBID/KABID, KABAN …": of this case its atasan examines
    "kasus": frozenset({"kepsek", "penangan", "kaban"}),
    "kasus_buka": frozenset({"kepsek", "kepsek_lain", "penangan", "kaban"}) | KEPALA_OPD,
    "kasus_periksa": frozenset({"kepsek"}),
    "laporan_disiplin": frozenset({"penangan", "kaban"}),
    "penangan": frozenset({"penangan", "kaban", "inspektorat"}),  # "open only to their handlers"; he himself not here
    "penangan_putus": frozenset({"penangan", "kaban"}),
    "aktif": SEMUA - frozenset(TANPA_NIP) - {"pensiunan"},  # asks for himself
    "cuti_ani": frozenset({"ani", "operator"}),  # nobody of the world works in SUB42
    "ani_kompetensi_operator": MENCAKUP_ANI - {"ani"},
    "pelihat_cltn": OPERATOR | KEPALA_OPD | MELIHAT_SEMUA,
    "ani_keluarga_ubah": frozenset({"ani", "operator"}),  # the person, his operator, staf of SUB42 (none here)
    "perkawinan": frozenset({"kaban"}),  # Subbid Kesejahteraan and the heads above; no persona works there
    "pohon": PELIHAT | PIMPINAN,  # goals of the office: who leads, serves, oversees; Sekda, Bupati: "dashboards"
    "kinerja_tahun": MELIHAT_SEMUA,  # SUB41 opens a year, the BKD and the inspektorat read
    "kinerja_kelola": frozenset({"kaban"}),  # SUB41, Sekretariat, and the heads above; none of the others is here
    "skp_ani": frozenset({"ani"}),
    "skp_ani_kelola": frozenset({"ani", "kaban"}),  # who keeps the calendar may cancel a draft
    "skp_ani_penilai": frozenset({"ani", "kepsek"}),
    "skp_ani_akhiri": frozenset({"kepsek", "kaban"}),  # her penilai, and who keeps the calendar
    "skp_kepsek": frozenset({"kepsek"}),
    "penilai": KEPALA_OPD | {"kepsek", "kepsek_lain", "kaban", "perekam"},  # "own staff"; the Bupati by his recorder
    # "edited by staf and head of SUB41", and the heads above; the inspektorat reads
    "kinerja_kelola_baca": frozenset({"kaban", "inspektorat"}),
    # pelatihan: who watches over kegiatan; no persona works in SUB31-SUB33, so that Kepala BKD is the one who runs them
    "diklat_pantau": OPERATOR | KEPALA_OPD | MELIHAT_SEMUA,
    "diklat_kelola": frozenset({"kaban"}),
    "diklat_nominasi": OPERATOR | KEPALA_OPD | {"kaban"},
    "diklat_atasan": frozenset({"kepsek", "kepsek_lain", "kaban"}) | KEPALA_OPD,
    "diklat_ani_atasan": frozenset({"kepsek"}),  # heads the school ani works in
    "diklat_lepas": frozenset({"operator", "kepala_opd", "kaban"}),
    # "staf BKD of a subbid, and the officials above it": no persona works in Subbid Formasi, the head decides
    "pengadaan": frozenset({"kaban"}),
    "pengadaan_baca": frozenset({"kaban", "inspektorat"}),
    "calon": frozenset({"calon"}),  # his own papers, and nothing else of the portal
    "berkas_calon": frozenset({"kaban", "inspektorat", "calon"}),
    "akun": SEMUA | {"calon"},  # what every account needs for itself: home, password, log out
    "cpns": OPERATOR | MELIHAT_SEMUA,
    # need: "operator OPD: on behalf of own unit", "staf BKD of a subbid"; no persona works in SUB21, the head decides
    "abk": OPERATOR | frozenset({"kepala_opd", "kepala_opd_lain", "sekda"}) | MELIHAT_SEMUA,
    "abk_tulis": OPERATOR | {"kaban"},
    "abk_disdik": MELIHAT_SEMUA
    | {"operator", "kepala_opd", "sekda"},  # no data of persons; the Sekda approves the usul
    "abk_disdik_tulis": frozenset({"operator", "kaban"}),
    "abk_saran": OPERATOR | STAF | {"kaban"},
    "formasi": OPERATOR | KEPALA_OPD | ANGKA_SEMUA,
    "formasi_disdik": ANGKA_SEMUA | {"operator", "kepala_opd"},
    "usul": ANGKA_SEMUA,
    "perekam": frozenset({"perekam"}),
    "kontrak": OPERATOR | KEPALA_OPD | MELIHAT_SEMUA,
    "risiko": frozenset({"staf12", "kaban"}),  # whoever works in the unit that owns the risk, and the heads above
    "tidak_ada": frozenset(),
} | penilaian.KELOMPOK
# What the open pages show, and why they are open: the only ones without login.
TERBUKA = {
    "kepegawaian:masuk": "orang yang belum masuk harus dapat masuk",
    "kepegawaian:masuk_kode": "langkah kedua sesudah kata sandi yang benar",
    "kepegawaian:oidc_mulai": "orang yang belum masuk pergi ke penyedia identitas",
    "kepegawaian:oidc_balik": "penyedia identitas mengembalikan orang yang belum masuk",
    "kepegawaian:lupa_sandi": "pemilik akun yang lupa sandi meminta kode",
    "kepegawaian:aktivasi": "akun diaktifkan sebelum masuk",
    "layanan:verifikasi": "halaman di balik QR naskah: keabsahan saja",
    "karier:pengumuman": "pengumuman seleksi terbuka ialah untuk umum",
    "pengadaan:umum_list": "pengadaan ASN diumumkan kepada umum",
    "pengadaan:umum_detail": "formasi dan hasil menurut nomor peserta diumumkan kepada umum",
    "pengadaan:umum_pdf": "pengumuman hasil yang ditandatangani ialah untuk umum",
    "pengadaan:umum_pengganti": "pengumuman pengganti yang ditandatangani ialah untuk umum",
    "disiplin:lapor": "siapa pun boleh melaporkan pelanggaran disiplin, juga tanpa nama",
    "disiplin:lapor_terima": "ucapan terima kasih sesudah melapor",
    "tata_kelola:favicon": "lambang portal, diminta peramban sebelum masuk",
    "tata_kelola:sehat": "pemeriksa hidup bagi penyeimbang beban",
    "tata_kelola:sehat_hidup": "pemeriksa hidup proses",
    "tata_kelola:sehat_siap": "pemeriksa siap bagi penyeimbang beban",
    "tata_kelola:metrik": "angka bagi Prometheus dari mesin ini sendiri; dari luar tanpa token 404 (test_telemetri)",
    "tata_kelola:terbuka_list": "data terbuka: agregat k-anonim tanpa nama",
    "tata_kelola:terbuka_detail": "data terbuka: agregat k-anonim tanpa nama",
    "tata_kelola:terbuka_download": "data terbuka: agregat k-anonim tanpa nama",
}


def tulisan_nip(nip):
    """A NIP as it may be written on a page."""
    return [nip, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"]


# Words that may stand on a page of these personas only. The admin sees NIP as names of accounts, the perekam that
# of the naskah he recorded; a NIK of somebody else opens by a recorded POST, never by reading.
RAHASIA = {
    "NIP ani": (lambda d: tulisan_nip(d.ani.nip), MENCAKUP_ANI | {"admin", "perekam"}),
    "nomor usulan ani": (lambda d: [d.jalan.nomor], KELOMPOK["ani_usulan"]),
    "NIK ani": (lambda d: [NIK], {"ani"}),
    "keluarga ani": (lambda d: [KELUARGA], KELOMPOK["ani_keluarga"]),
    "rancangan pelantikan": (lambda d: [RANCANGAN], KELOMPOK["rancangan"]),
    "kasus disiplin": (lambda d: [URAIAN, d.kasus.nomor], KELOMPOK["kasus"]),
    "laporan disiplin": (lambda d: [LAPORAN], KELOMPOK["laporan_disiplin"]),
    "SK hukuman ani": (lambda d: [HUKUMAN], KELOMPOK["ani_hukuman"]),
    # the admin sees the names of accounts; who has a NIP already is a pegawai
    "nama calon": (lambda d: ["Wijaya"], KELOMPOK["pengadaan_baca"] | MELIHAT_SEMUA | {"calon", "admin"}),
    "ruang kehadiran ani": (lambda d: [f"/disiplin/kehadiran/{d.ani.nip}/"], KELOMPOK["penangan"]),
}
assert set(BERNIP) | set(TANPA_NIP) | {"anonim", "calon"} == set(PERSONA)
