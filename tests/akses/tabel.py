"""Tabel akses: siapa boleh membuka dan mengubah apa, ditulis dari desain.md §7 dengan tangan, bukan dari kode.

A new URL: add one ``H`` line to HALAMAN (its name, the group it opens for, its arguments for the object of ani); a new
act: one ``P`` line to PERBUATAN. A URL without its line fails ``test_setiap_url_ada_pada_tabel``.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile

from diklat.pelatihan import hadir as hadir_diklat
from kepegawaian import saringan
from kepegawaian.aturan import tambah_bulan
from tests.akses import penilaian, seleksi_asn, tata
from tests.akses.disiplin import LAPORAN, URAIAN
from tests.akses.dunia import (
    BERNIP,
    HUKUMAN,
    KELUARGA,
    NIK,
    PERSONA,
    RANCANGAN,
    TANPA_NIP,
    berkas_impor,
    berkas_presensi,
)
from tests.akses.indeks import berkas_ip
from tests.akses.kebutuhan import TAHUN as TAHUN_ABK
from tests.akses.kinerja import PERBUATAN_SKP
from tests.akses.korpri import ISI_TULISAN, foto, isian_kegiatan
from tests.akses.pelatihan import isian_katalog, isian_kegiatan as isian_pelatihan
from tests.akses.pohon import isian_indikator, isian_periode, isian_simpul
from tests.akses.seleksi import isian as isian_seleksi
from tests.akses.tubel import ISI_CATAT, ISI_RENCANA
from tests.layanan.conftest import pdf
from tests.layanan.ttd import SANDI as SANDI_TTE
from tests.pabrik import SANDI

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
HARI_INI, BESOK = date.today(), date.today() + timedelta(days=1)


def tulisan_nip(nip):
    """A NIP as it may be written on a page."""
    return [nip, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"]


class H(NamedTuple):
    """One address read by everybody; ``jawab``: what the group gets (405: POST only)."""

    nama: str
    kelompok: str
    argumen: Callable = lambda d: ()
    jawab: tuple = (200,)
    kueri: str = ""


class P(NamedTuple):
    """One act by POST that succeeds for ``boleh`` and changes rows (unless not ``berubah``); nobody else changes any."""

    nama: str
    boleh: frozenset
    argumen: Callable = lambda d: ()
    isi: Callable = lambda d: {}
    berubah: bool = True


def _nip(d):
    return (d.ani.nip,)


def _absen(siapa, *lain):
    """The year of somebody's absence."""
    return lambda d: (getattr(d, siapa).nip, HARI_INI.year - 1, *lain)


def _daftar_bkn():
    """A list of BKN's answers without a row: the page says so."""
    return SimpleUploadedFile("jawaban.csv", b"NIP;HASIL\n", content_type="text/csv")


def _periode(_d):
    return (tambah_bulan(HARI_INI.replace(day=1), 1).isoformat(),)


def _usulan(kode):
    return lambda d: (d.usulan[kode].nomor,)


def _draf(d):
    return (d.draf.nomor,)


def _kegiatan(d):
    return (d.kegiatan_uji.pk,)


def _anugerah(d):
    return (str(d.periode_slks.tahun),)


def _pemilihan(d):
    return (d.pemilihan.pk,)


def _skp(d):
    return (d.skp.pk,)


def _hasil(d):
    return (d.hasil_ani.pk,)


def _seleksi(d):
    return (d.seleksi.pk,)


def _asn(d):
    return (d.asn.pk,)


def _asn_hasil(d):
    return (d.asn_hasil.pk,)


def _asn_ganti(d):
    return (d.asn_ganti.pk,)


def _asn_calon(d):
    return (d.asn_calon.pk,)


def _rencana(d):
    return (d.seleksi_rencana.pk,)


def _isian_realisasi(d):
    return (d.kinerja_skp.pk, 1, d.kinerja_hasil.pk)


def _tempel(u):
    return (u.nomor, u.berkas.get().pk)


def _tahun_ini(_d):
    return (HARI_INI.year,)


def _simpul(d):
    return (d.simpul.pk,)


def _indikator(d):
    return (d.indikator.pk,)


def pos(nama, argumen=lambda d: ()):
    """An address that takes POST only: nobody reads it."""
    return H(nama, "tidak_ada", argumen, ())


_RIWAYAT_KERJA = ("pangkat", "jabatan", "gaji", "kinerja", "pendidikan", "kontrak", "tinggal")
_REGULASI = (
    "tata_kelola:regulasi_list",
    "tata_kelola:aturan_list",
    "tata_kelola:referensi_list",
    "tata_kelola:gaji_detail",
)

HALAMAN = (
    # ── kebutuhan and contracts ──
    H("pengadaan:abk_list", "abk"),
    H("pengadaan:abk_list", "abk", kueri=f"tahun={TAHUN_ABK}&q=a&status=draf"),
    H("pengadaan:abk_ekspor", "abk"),
    H("pengadaan:tugas_ekspor", "abk"),
    H("pengadaan:abk_create", "abk_tulis"),
    pos("pengadaan:abk_banyak"),
    H("pengadaan:abk_sahkan", "kaban", kueri="id=1", jawab=(200, 302)),
    H("pengadaan:abk_impor", "abk_tulis"),
    H("pengadaan:abk_templat", "abk_tulis"),
    H("pengadaan:abk_unggahan", "abk_disdik_tulis", lambda d: (d.unggahan.pk,)),
    pos("pengadaan:abk_terapkan", lambda d: (d.unggahan.pk,)),
    H("pengadaan:kebutuhan_saran", "abk_saran", lambda d: ("jabatan",), kueri="dari=j&j=guru"),
    H("pengadaan:kebutuhan_saran", "abk_saran", lambda d: ("unit",), kueri="dari=u&u=dinas"),
    H("pengadaan:abk_detail", "abk_disdik", lambda d: (d.abk.pk,)),
    H("pengadaan:abk_update", "abk_disdik_tulis", lambda d: (d.abk.pk,)),
    H("pengadaan:abk_kembalikan", "kaban", lambda d: (d.abk_periksa.pk,)),
    pos("pengadaan:abk_lakukan", lambda d: (d.abk.pk, "ajukan")),
    H("pengadaan:kebutuhan_list", "formasi"),
    H("pengadaan:kebutuhan_list", "formasi", kueri="q=guru&lampu=merah&urut=-selisih"),
    H("pengadaan:kebutuhan_ekspor", "formasi"),
    H("pengadaan:formasi_list", "formasi"),
    H("pengadaan:formasi_list", "formasi", kueri=f"tahun={TAHUN_ABK}&q=a"),
    H("pengadaan:formasi_ekspor", "formasi"),
    H("pengadaan:formasi_update", "kaban", lambda d: (d.formasi.pk,)),
    H("pengadaan:rencana_create", "abk_tulis"),
    H("pengadaan:rencana_detail", "formasi_disdik", lambda d: (d.rencana.pk,)),
    H("pengadaan:rencana_renstra", "abk_disdik_tulis", lambda d: (d.rencana.pk,)),
    H("pengadaan:renstra_download", "formasi_disdik", lambda d: (d.rencana.pk,)),
    H("pengadaan:rencana_kembalikan", "tidak_ada", lambda d: (d.rencana.pk,)),  # the head of SUB21 alone
    H("pengadaan:baris_create", "abk_disdik_tulis", lambda d: (d.rencana.pk,)),
    H("pengadaan:baris_update", "abk_disdik_tulis", lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk)),
    pos("pengadaan:baris_delete", lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk)),
    pos("pengadaan:rencana_lakukan", lambda d: (d.rencana.pk, "isi")),
    pos("pengadaan:usul_rekap"),
    H("pengadaan:usul_detail", "usul", lambda d: (d.usul_bupati.pk,)),
    pos("pengadaan:usul_setujui", lambda d: (d.usul_kaban.pk,)),
    H("pengadaan:usul_kembalikan", "kaban", lambda d: (d.usul_kaban.pk,)),
    pos("pengadaan:usul_keluarkan", lambda d: (d.usul_kaban.pk, d.rencana.pk)),
    H("pengadaan:usul_sahkan", "perekam", lambda d: (d.usul_bupati.pk,)),
    H("pengadaan:usul_surat", "usul", lambda d: (d.usul_bupati.pk,)),
    H("pengadaan:usul_eformasi", "usul", lambda d: (d.usul_bupati.pk,)),
    H("pengadaan:usul_kepmen", "usul", lambda d: (d.usul_tetap.pk,)),
    H("pengadaan:usul_penetapan", "kaban", lambda d: (d.usul_kirim.pk,)),
    H("pengadaan:kontrak_list", "kontrak"),
    H("pengadaan:kontrak_list", "kontrak", kueri="masa=semua&q=PERSONA&keadaan=belum"),
    H("pengadaan:kontrak_ekspor", "kontrak"),
    H("pengadaan:tembusan_ekspor", "bkd_baca"),
    pos("pengadaan:kontrak_usulkan"),
    # ── accounts ──
    H("kepegawaian:masuk", "terbuka", jawab=(200, 302)),
    H("kepegawaian:lupa_sandi", "terbuka"),
    H("kepegawaian:aktivasi", "terbuka"),
    pos("kepegawaian:keluar"),
    H("kepegawaian:masuk_kode", "terbuka", jawab=(302,)),
    H("kepegawaian:oidc_mulai", "terbuka", jawab=(404,)),
    H("kepegawaian:oidc_balik", "terbuka", jawab=(404,)),
    H("kepegawaian:ganti_sandi", "akun"),
    H("kepegawaian:keamanan", "akun"),
    pos("kepegawaian:sesi_akhiri"),
    H("kepegawaian:faktor_pasang", "akun"),
    pos("kepegawaian:faktor_lepas"),
    pos("kepegawaian:faktor_pulih"),
    pos("kepegawaian:faktor_atur_ulang", lambda d: (d.akun["ani"].pk,)),
    H("kepegawaian:kabar_saya", "semua"),
    H("kepegawaian:kiriman_list", "admin"),
    H("kepegawaian:kiriman_list", "admin", kueri="status=gagal&q=PERSONA"),
    pos("kepegawaian:kiriman_ulangi"),
    # ── SIASN: state for staf, officials, inspektorat and admin; a person's answers for himself and who reads contact data ──
    H("siasn:sambungan", "setelan"),
    H("siasn:sambungan", "setelan", kueri="status=ditolak&q=PERSONA"),
    H("siasn:selisih_list", "bkd_baca"),
    H("siasn:peta_list", "setelan"),
    H("siasn:terima_list", "setelan"),  # the admin finds a row to undo, without its values
    H("siasn:terima_list", "setelan", kueri="status=dibatalkan&jenis=golongan&q=PERSONA"),
    H("siasn:saya", "diri"),
    H("siasn:saya", "diri", lambda d: ("keluarga-lain",), jawab=(404,)),
    H("siasn:saya", "diri", lambda d: ("hukdis",)),
    H("siasn:banding", "ani_siasn", _nip),
    H("siasn:banding", "ani_siasn", lambda d: (d.ani.nip, "golongan")),
    H("siasn:banding", "ani_keluarga", lambda d: (d.ani.nip, "pasangan")),
    H("siasn:banding", "ani_hukuman", lambda d: (d.ani.nip, "hukdis")),
    *(pos(f"siasn:{apa}") for apa in ("token_tempel", "token_buang", "ambil_create")),
    *(pos(f"siasn:{apa}", lambda d: (1,)) for apa in ("ambil_henti", "ambil_lanjut", "kirim_ulang", "kirim_batal", "terima_batal")),
    *(pos(f"siasn:{apa}", lambda d: (d.ani.nip, "golongan")) for apa in ("ambil", "terima", "kirim")),
    H("kepegawaian:akun_list", "admin"),
    H("kepegawaian:akun_list", "admin", kueri="q=PERSONA"),
    H("kepegawaian:akun_detail", "admin", lambda d: (d.akun["ani"].pk,)),
    pos("kepegawaian:akun_tutup", lambda d: (d.akun["ani"].pk,)),
    pos("kepegawaian:akun_buka", lambda d: (d.akun["ani"].pk,)),
    pos("kepegawaian:akun_kode", lambda d: (d.akun["ani"].pk,)),
    pos("kepegawaian:penugasan_create", lambda d: (d.akun["ani"].pk,)),
    H("kepegawaian:penugasan_akhiri", "admin", lambda d: (d.tugas.pk,)),
    H("kepegawaian:slip_create", "slip"),
    H("kepegawaian:slip_create", "slip", kueri="semua=1&unit=DISDIK"),
    pos("kepegawaian:pegawai_kode", _nip),
    # ── one's own record ──
    H("kepegawaian:saya", "diri"),
    pos("kepegawaian:saya_nik"),
    H("kepegawaian:saya_riwayat", "diri"),
    H("kepegawaian:saya_riwayat", "diri", lambda d: ("keluarga",)),
    H("kepegawaian:saya_riwayat", "diri", lambda d: ("hukuman",)),
    H("kepegawaian:saya_dosir", "diri"),
    H("kepegawaian:saya_drh", "diri"),
    H("kepegawaian:saya_drh_download", "diri"),
    # ── the record of ani ──
    H("kepegawaian:pegawai_list", "pelihat"),
    H("kepegawaian:pegawai_list", "pelihat", kueri="q=PERSONA&aktif=semua"),
    H("kepegawaian:pegawai_ekspor", "pelihat"),
    H("kepegawaian:pegawai_ekspor_siasn", "staf"),
    H("kepegawaian:pegawai_detail", "ani", _nip),
    H("kepegawaian:pegawai_detail", "ani", _nip, kueri="per=2020-01-01"),
    pos("kepegawaian:nik_tampil", _nip),
    H("kepegawaian:riwayat_list", "ani", _nip),
    *(H("kepegawaian:riwayat_list", "ani", lambda d, j=j: (d.ani.nip, j)) for j in _RIWAYAT_KERJA),
    H("kepegawaian:riwayat_list", "ani_keluarga", lambda d: (d.ani.nip, "keluarga")),
    H("kepegawaian:riwayat_list", "ani_hukuman", lambda d: (d.ani.nip, "hukuman")),
    H("kepegawaian:riwayat_list", "ani_hukuman", lambda d: (d.ani.nip, "pemeriksaan")),
    H("kepegawaian:riwayat_list", "tidak_ada", lambda d: (d.ani.nip, "jenis-lain")),
    H("kepegawaian:dosir_list", "ani", _nip),
    H("kepegawaian:dosir_create", "ani_dosir_ubah", _nip),
    H("kepegawaian:drh_detail", "ani", _nip),
    H("kepegawaian:drh_download", "ani", _nip),
    H("kepegawaian:dosir_download", "ani", lambda d: (d.dosir["kerja"].pk,)),
    H("kepegawaian:dosir_download", "ani_keluarga", lambda d: (d.dosir["keluarga"].pk,)),
    H("kepegawaian:dosir_download", "ani_hukuman", lambda d: (d.dosir["hukuman"].pk,)),
    H("kepegawaian:unit_list", "semua"),
    H("kepegawaian:unit_detail", "semua", lambda d: (d.ani.kini.unit_id,)),
    # ── import ──
    H("kepegawaian:impor_list", "staf"),
    H("kepegawaian:impor_create", "staf"),
    H("kepegawaian:impor_detail", "staf", lambda d: (d.pratinjau.pk,)),
    H("kepegawaian:impor_detail", "staf", lambda d: (d.terap.pk,), kueri="hasil=baru"),
    H("kepegawaian:impor_kemajuan", "staf", lambda d: (d.pratinjau.pk,)),
    pos("kepegawaian:impor_baca", lambda d: (d.pratinjau.pk,)),
    pos("kepegawaian:impor_terapkan", lambda d: (d.pratinjau.pk,)),
    H("kepegawaian:impor_batalkan", "staf", lambda d: (d.terap.pk,)),
    H("kepegawaian:galat_download", "staf", lambda d: (d.pratinjau.pk,)),
    H("kepegawaian:tidak_ada_list", "staf", lambda d: (d.terap.pk,)),
    H("kepegawaian:kamus_list", "staf"),
    H("kepegawaian:kamus_jawab", "staf", lambda d: (d.kamus.pk,), kueri="q=dinas"),
    # ── realisasi, feedback, the board, e-Kinerja ──
    H("eperformance:realisasi_saya", "asn", jawab=(200, 302)),
    H("eperformance:skp_realisasi", "ani", lambda d: (d.kinerja_skp.pk,), kueri="masa=1"),
    pos("eperformance:realisasi_simpan", _isian_realisasi),
    H("eperformance:bukti_create", "penulis", _isian_realisasi),
    H("eperformance:bukti_download", "ani", lambda d: (d.kinerja_bukti.pk,)),
    pos("eperformance:bukti_tarik", lambda d: (d.kinerja_bukti.pk,)),
    H("eperformance:umpan_balik_create", "penilai_ani", lambda d: (d.kinerja_skp.pk, 1)),
    H("eperformance:umpan_balik_minta", "penilai_ani", lambda d: (d.kinerja_skp.pk, 1)),
    H("eperformance:umpan_balik_list", "asn"),
    H("eperformance:umpan_balik_jawab", "ani_diminta", lambda d: (d.kinerja_minta.pk,)),
    H("eperformance:papan", "angka"),
    H("eperformance:papan", "angka", kueri="tahun=2020&masa=1"),
    H("eperformance:papan_ekspor", "angka"),
    H("eperformance:pantau_list", "pelihat"),
    H("eperformance:pantau_list", "pelihat", kueri="tahun=2020&masa=1&q=PERSONA&terlambat=semua"),
    H("eperformance:pantau_ekspor", "pelihat"),
    H("eperformance:laporan_detail", "kinerja_baca"),
    H("eperformance:laporan_ekspor", "kinerja_baca"),
    pos("eperformance:laporan_cetak"),
    H("eperformance:laporan_download", "kinerja_baca", lambda d: (d.kinerja_laporan.pk,)),
    H("eperformance:ekinerja", "tpp_kelola"),  # "staf and head of SUB41", and the heads above
    H("eperformance:ekinerja_ekspor", "tpp_kelola", lambda d: ("skp",)),
    H("eperformance:ekinerja_batch", "tpp_kelola", lambda d: (d.kinerja_batch.pk,)),
    *(pos(f"eperformance:ekinerja_{n}", lambda d: (d.kinerja_batch.pk,)) for n in ("baca", "terapkan", "batalkan")),
    H("eperformance:ekinerja_galat", "tpp_kelola", lambda d: (d.kinerja_batch.pk,)),
    # ── the engine ──
    H("layanan:katalog_list", "semua"),
    H("layanan:katalog_detail", "semua", lambda d: ("kgb",)),
    H("layanan:peta_detail", "semua", lambda d: ("uji-akses",)),
    H("layanan:peta_detail", "semua", lambda d: ("kp-reguler",)),
    H("layanan:peta_list", "semua"),
    H("layanan:usulan_create", "semua", lambda d: ("uji-kosong",), kueri="q=PERSONA ANI"),
    H("layanan:nominatif_list", "nominatif", lambda d: ("kgb",)),
    pos("layanan:nominatif_ajukan", lambda d: ("kgb",)),
    H("layanan:nominatif_ekspor", "nominatif", lambda d: ("kgb",)),
    H("layanan:usulan_ekspor", "semua"),
    H("layanan:kotak_ekspor", "semua"),
    H("layanan:naskah_ekspor", "semua"),
    H("layanan:usulan_list", "semua"),
    H("layanan:usulan_list", "semua", kueri="q=ANI"),
    H("layanan:usulan_detail", "ani_usulan", _usulan("verifikasi_opd")),
    H("layanan:usulan_detail", "ani_usulan", _draf),
    H("layanan:usulan_detail", "ani_selesai", lambda d: (d.selesai.nomor,)),
    *(pos(f"layanan:usulan_{n}", _usulan("verifikasi_opd")) for n in
      ("update", "ajukan", "setujui", "rekam", "tetapkan", "sahkan", "tandatangani", "kembalikan", "tolak", "batalkan")),
    pos("layanan:surat_sahkan", lambda d: (d.usulan["kaban"].nomor, d.surat_langkah.pk)),
    pos("layanan:berkas_create", lambda d: (d.draf.nomor, "surat_pengantar")),
    H("layanan:berkas_download", "ani_usulan", lambda d: (d.jalan.nomor, d.berkas.pk)),
    H("layanan:berkas_download", "tidak_ada", lambda d: (d.draf.nomor, d.berkas.pk)),  # of another usulan
    pos("layanan:berkas_periksa", lambda d: (d.jalan.nomor, d.berkas.pk)),
    H("layanan:pratinjau_detail", "pemutus_ani", _usulan("verifikasi_opd")),
    H("layanan:pratinjau_lembar", "pemutus_ani", _usulan("verifikasi_opd")),
    H("layanan:pratinjau_lembar", "penyusun_ani", lambda d: (d.jalan.nomor,), kueri="versi=2"),
    pos("layanan:pratinjau_create", _usulan("verifikasi_opd")),
    H("layanan:pratinjau_download", "tidak_ada", lambda d: (d.jalan.nomor, "bukan-milik-siapa-pun")),
    H("layanan:kotak_list", "semua"),
    pos("layanan:kotak_setujui"),
    pos("layanan:kotak_kolektif"),
    pos("layanan:kolektif_konsep"),
    H("layanan:petikan_download", "tidak_ada", lambda d: (d.naskah.pk, d.ani.nip)),  # of one person: its own file
    H("layanan:pengantar_list", "pelihat_surat"),
    H("layanan:pengantar_create", "pengaju_surat"),
    H("layanan:pengantar_detail", "ani_surat", lambda d: (d.surat.pk,)),
    H("layanan:halangan_list", "petugas_alur"),
    H("layanan:halangan_pilih", "pencatat_halangan"),
    H("layanan:halangan_create", "pencatat_kepala_opd", lambda d: (d.kepala_opd.nip,)),
    pos("layanan:halangan_batalkan", lambda d: (d.halangan.pk,)),
    pos("layanan:kotak_tandatangani"),
    H("layanan:tte_list", "semua"),
    H("layanan:surat_tandatangani", "tte_diklat"),  # "batch approval and signing": his own electronic signature
    pos("layanan:tte_create"),
    H("layanan:tte_detail", "tte", lambda d: (d.batch_tte.pk,)),
    pos("layanan:tte_lanjutkan", lambda d: (d.batch_tte.pk,)),
    pos("layanan:tte_lepas", lambda d: (d.batch_tte.pk,)),
    H("layanan:tte_cocokkan", "tte", lambda d: (d.ragu.pk,)),
    H("layanan:naskah_list", "semua"),
    H("layanan:naskah_list", "semua", kueri="q=AKSES"),
    H("layanan:naskah_download", "ani_naskah", lambda d: (d.naskah.pk,)),
    H("layanan:naskah_download", "ani_naskah", lambda d: (d.naskah.pk,), kueri="cetak=1"),
    H("layanan:naskah_detail", "ani_naskah", lambda d: (d.naskah.pk,)),
    H("layanan:naskah_tindak", "register_pesan", lambda d: (d.naskah.pk, "pencabutan-naskah")),
    H("layanan:naskah_tindak", "register_pesan", lambda d: (d.naskah.pk, "perubahan-naskah")),
    H("layanan:naskah_tindak", "tidak_ada", lambda d: (d.naskah.pk, "uji-kosong")),
    H("layanan:register_list", "register"),
    H("layanan:register_list", "register", kueri="klasifikasi=AKSES&cetak=1"),
    H("layanan:register_ekspor", "register"),
    H("layanan:register_pesan", "register_subbid"),
    H("layanan:register_pakai", "register_pesan", lambda d: (d.pesanan.pk,)),
    H("layanan:register_batal", "register_pesan", lambda d: (d.pesanan.pk,)),
    H("layanan:verifikasi", "terbuka", lambda d: (d.naskah.token,)),
    # ── cuti ──
    H("kesejahteraan:cuti_saya", "aktif"),
    *(H("kesejahteraan:cuti_create", "aktif", lambda d, j=j: (j,)) for j in ("cuti-tahunan", "cuti-sakit", "cltn")),
    H("kesejahteraan:cuti_hitung", "aktif", lambda d: ("cuti-tahunan",), kueri="tmt=2026-12-07&sampai=2026-12-11"),
    H("kesejahteraan:cuti_create_bagi", "cuti_ani", lambda d: ("cuti-tahunan", d.ani.nip)),
    H("kesejahteraan:cuti_hitung_bagi", "cuti_ani", lambda d: ("cuti-tahunan", d.ani.nip)),
    H("kesejahteraan:cuti_create", "tidak_ada", lambda d: ("kgb",)),
    H("kesejahteraan:cuti_kalender", "pelihat"),
    H("kesejahteraan:cuti_kalender", "pelihat", kueri="bulan=2026-12&unit=DISDIK"),
    H("kesejahteraan:cuti_saldo_list", "pelihat"),
    H("kesejahteraan:cuti_saldo_list", "pelihat", kueri="q=PERSONA ANI"),
    H("kesejahteraan:cuti_saldo_detail", "ani_kompetensi_operator", _nip),
    pos("kesejahteraan:cuti_catatan_create", _nip),
    pos("kesejahteraan:cuti_catatan_batalkan", lambda d: (d.ani.nip, d.catatan_cuti.pk)),
    H("kesejahteraan:cltn_list", "pelihat_cltn"),
    # ── mutasi ──
    H("mutasi:saran", "semua", lambda d: ("struktural",), kueri="dari=x&x=subbidang"),
    H("mutasi:saran", "semua", lambda d: ("pegawai",), kueri="dari=x&x=PERSONA ANI"),
    H("mutasi:saran", "tidak_ada", lambda d: ("lain",)),
    # ── disiplin ──
    H("disiplin:kasus_list", "semua"),
    H("disiplin:kasus_list", "semua", kueri="keadaan=semua&q=REKAN"),
    H("disiplin:kasus_create", "kasus_buka"),
    H("disiplin:kasus_create", "kasus_buka", kueri="q=REKAN"),
    H("disiplin:pemeriksaan", "kasus", lambda d: (d.kasus.nomor,)),
    H("layanan:usulan_detail", "kasus", lambda d: (d.kasus.nomor,)),
    H("layanan:usulan_list", "semua", kueri="q=REKAN+DIPERIKSA"),
    pos("disiplin:bap_create", lambda d: (d.kasus.nomor,)),
    H("disiplin:bap_update", "kasus_periksa", lambda d: (d.kasus.nomor, d.bap.pk)),
    pos("disiplin:bap_tutup", lambda d: (d.kasus.nomor, d.bap.pk)),
    H("disiplin:laporan_list", "laporan_disiplin"),
    H("disiplin:laporan_detail", "laporan_disiplin", lambda d: (d.laporan.pk,)),
    pos("disiplin:laporan_tutup", lambda d: (d.laporan.pk,)),
    H("disiplin:saya", "semua"),
    pos("disiplin:saya_download", lambda d: (d.naskah.pk,)),
    H("disiplin:lapor", "terbuka"),
    H("disiplin:lapor_terima", "terbuka"),
    H("mutasi:rancangan_list", "semua"),
    H("mutasi:rancangan_create", "rancangan_buat"),
    H("mutasi:rancangan_detail", "rancangan", lambda d: (d.rancangan.pk,)),
    H("mutasi:rancangan_pohon", "rancangan", lambda d: (d.rancangan.pk,)),
    H("mutasi:rancangan_lantik", "rancangan", lambda d: (d.rancangan.pk,)),
    H("mutasi:rancangan_ekspor", "rancangan", lambda d: (d.rancangan.pk,)),
    *(pos(f"mutasi:{n}", lambda d: (d.rancangan.pk,)) for n in ("rancangan_final", "baris_create", "anggota_create")),
    pos("mutasi:baris_hapus", lambda d: (d.rancangan.pk, d.baris_rancangan.pk)),
    pos("mutasi:anggota_hapus", lambda d: (d.rancangan.pk, d.akun["staf13"].pk)),
    # ── the BKD's own management ──
    H("tata_kelola:beranda", "akun", jawab=(200, 302)),  # a candidate goes on to his papers
    H("tata_kelola:cari", "semua", kueri="q=PERSONA ANI"),
    H("tata_kelola:cari", "semua", kueri="q=AKSES"),
    H("tata_kelola:cari", "semua", kueri="q=DINAS PENDIDIKAN"),
    H("tata_kelola:hari_pertama", "hari_pertama"),
    H("kepegawaian:saringan_list", "semua"),
    pos("kepegawaian:saringan_create"),
    pos("kepegawaian:saringan_update", lambda d: (d.saringan.pk,)),
    pos("kepegawaian:saringan_delete", lambda d: (d.saringan.pk,)),
    H("tata_kelola:tugas_list", "semua"),
    H("tata_kelola:pemberitahuan", "semua"),
    pos("tata_kelola:pemberitahuan_baca_semua"),
    pos("tata_kelola:pemberitahuan_buka", lambda d: (d.kabar.pk,)),
    *(H(nama, "semua") for nama in _REGULASI),
    H("tata_kelola:regulasi_detail", "semua", lambda d: ("pp-99-2000",)),
    H("tata_kelola:referensi_detail", "semua", lambda d: ("hukuman",)),
    H("tata_kelola:setelan_list", "setelan"),
    H("tata_kelola:setelan_update", "setelan_ubah", lambda d: ("akun_kode_berlaku_jam",)),
    H("tata_kelola:langkah_list", "setelan"),
    H("tata_kelola:langkah_update", "setelan_ubah", lambda d: ("kgb", "verifikasi_bkd")),
    H("tata_kelola:templat_list", "setelan"),
    H("tata_kelola:templat_detail", "setelan", lambda d: ("uji-akses",)),
    H("tata_kelola:templat_versi", "setelan", lambda d: ("uji-akses", 2)),
    H("tata_kelola:templat_update", "penyusun", lambda d: ("uji-akses",)),
    pos("tata_kelola:templat_berlakukan", lambda d: ("uji-akses", 2)),
    pos("tata_kelola:templat_cabut", lambda d: ("uji-akses", 1)),
    H("tata_kelola:libur_list", "setelan"),
    pos("tata_kelola:libur_create"),
    H("tata_kelola:libur_delete", "setelan_ubah", lambda d: (d.libur.tanggal,)),
    H("tata_kelola:jejak_list", "jejak"),
    H("tata_kelola:jejak_download", "jejak"),
    H("tata_kelola:sensitif_list", "jejak"),
    H("tata_kelola:retensi_list", "jejak"),
    H("tata_kelola:data_pribadi", "diri"),
    pos("tata_kelola:salinan_create"),
    H("tata_kelola:salinan_download", "tidak_ada", lambda d: (0,)),
    H("tata_kelola:panduan_list", "semua"),
    H("tata_kelola:panduan_detail", "semua", lambda d: ("admin",)),
    H("tata_kelola:sehat", "terbuka"),
    H("tata_kelola:sehat_hidup", "terbuka"),
    H("tata_kelola:sehat_siap", "terbuka"),
    H("tata_kelola:metrik", "terbuka"),
    H("tata_kelola:favicon", "terbuka", jawab=(200, 301, 302)),
    H("tata_kelola:galeri", "tidak_ada"),  # DEBUG only
    *tata.halaman(H),
    # ── index ──
    H("daftar:daftar_list", "semua"),
    H("daftar:daftar_list", "semua", kueri="jenis=duk"),
    H("daftar:duk_kini", "semua", jawab=(302,)),
    H("daftar:daftar_create", "bkd"),
    H("daftar:nominatif_list", "pelihat"),
    H("daftar:nominatif_ekspor", "pelihat"),
    H("daftar:rekap_list", "angka"),
    H("daftar:rekap_ekspor", "angka"),
    H("daftar:daftar_detail", "semua", lambda d: (d.duk.pk,)),  # open to all employees (PP 15/1979 Pasal 9)
    H("daftar:daftar_detail", "penertib", lambda d: (d.konsep.pk,)),
    H("daftar:daftar_detail", "daftar_opd", lambda d: (d.nominatif.pk,)),
    H("daftar:daftar_kemajuan", "semua", lambda d: (d.duk.pk,)),
    pos("daftar:daftar_cetak", lambda d: (d.konsep.pk,)),
    H("daftar:daftar_tetapkan", "kaban", lambda d: (d.konsep.pk,)),
    H("daftar:daftar_koreksi", "bkd", lambda d: (d.duk.pk,)),
    pos("daftar:daftar_buang", lambda d: (d.konsep.pk,)),
    H("daftar:daftar_download", "berkas_daftar", lambda d: (d.duk.pk, "xlsx")),
    H("daftar:keberatan_create", "bkd", lambda d: (d.duk.pk,)),
    H("daftar:keberatan_putus", "kaban", lambda d: (d.keberatan.pk,)),
    H("jabatan:peta_list", "semua"),
    H("jabatan:peta_detail", "semua", lambda d: (d.ani.kini.unit_id,)),
    H("jabatan:bezetting_list", "angka"),
    H("jabatan:bezetting_ekspor", "angka"),
    H("jabatan:kosong_list", "angka"),
    H("jabatan:kosong_ekspor", "angka"),
    H("jabatan:penertiban_list", "penertib"),
    H("jabatan:penertiban_list", "penertib", kueri="temuan=tanpa_kelas"),
    H("jabatan:penertiban_ekspor", "penertib"),
    H("indeks:ringkasan", "angka", jawab=(200, 302)),
    H("indeks:rekap_ekspor", "angka_semua"),
    H("indeks:saya", "diri"),
    H("indeks:hasil_list", "pelihat"),
    H("indeks:hasil_ekspor", "pelihat"),
    H("indeks:pegawai_detail", "ani", _nip),
    H("indeks:unit_detail", "angka_disdik", lambda d: (d.kepala_opd.kini.unit_id,)),
    H("indeks:unit_ekspor", "orang_disdik", lambda d: (d.kepala_opd.kini.unit_id,)),
    H("indeks:unit_rekap_ekspor", "angka_disdik", lambda d: (d.kepala_opd.kini.unit_id,)),
    H("indeks:andai", "angka"),
    H("indeks:saya_andai", "diri"),
    H("indeks:pegawai_andai", "ani", _nip),
    H("indeks:generasi_a", "angka", jawab=(200, 302)),
    H("indeks:generasi_a_ekspor", "angka_semua"),
    H("indeks:generasi_a_pegawai", "pelihat"),
    H("indeks:generasi_a_unit", "angka_disdik", lambda d: (d.kepala_opd.kini.unit_id,)),
    H("indeks:generasi_a_unit_ekspor", "angka_disdik", lambda d: (d.kepala_opd.kini.unit_id,)),
    H("indeks:bkn", "angka"),
    H("indeks:bkn_pegawai", "pelihat"),
    H("indeks:bkn_ekspor", "pelihat"),
    H("indeks:bkn_impor", "bkd"),
    H("indeks:bkn_batch", "bkd", lambda d: (d.ip_batch.pk,)),
    *(pos(f"indeks:bkn_{n}", lambda d: (d.ip_batch.pk,)) for n in ("baca", "terapkan", "batalkan")),
    H("indeks:bkn_galat", "bkd", lambda d: (d.ip_batch.pk,)),
    H("indeks:jatuh_tempo_list", "angka"),  # pimpinan: how many, no names
    H("indeks:jatuh_tempo_list", "angka", kueri="jenis=pensiun"),
    H("indeks:jatuh_tempo_ekspor", "pelihat"),
    H("indeks:kualitas", "angka", jawab=(200, 302)),
    H("indeks:temuan_list", "pelihat"),
    H("indeks:temuan_list", "pelihat", kueri="dimensi=ketepatan&waktu=belum"),
    H("indeks:temuan_ekspor", "pelihat"),
    # ── diklat: pelatihan ──
    H("diklat:katalog_list", "diklat_pantau"),
    H("diklat:katalog_list", "diklat_pantau", kueri="kelompok=teknis&aktif=semua"),
    H("diklat:katalog_ekspor", "diklat_pantau"),
    H("diklat:katalog_create", "diklat_kelola"),
    H("diklat:katalog_detail", "diklat_pantau", lambda d: (d.pelatihan.pk,)),
    H("diklat:katalog_update", "diklat_kelola", lambda d: (d.pelatihan.pk,)),
    H("diklat:rencana_list", "angka_semua"),
    pos("diklat:rencana_create"),
    H("diklat:rencana_detail", "angka_semua", lambda d: (d.rencana_diklat.pk,)),
    H("diklat:rencana_ekspor", "angka_semua", lambda d: (d.rencana_diklat.pk,)),
    H("diklat:rencana_download", "angka_semua", lambda d: (d.rencana_diklat.pk,), jawab=(200, 302)),
    pos("diklat:rencana_lakukan", lambda d: (d.rencana_diklat.pk, "ajukan")),
    H("diklat:butir_create", "diklat_kelola", lambda d: (d.rencana_diklat.pk,)),
    H("diklat:butir_update", "diklat_kelola", lambda d: (d.rencana_diklat.pk, d.butir_diklat.pk)),
    pos("diklat:butir_delete", lambda d: (d.butir_diklat.pk,)),
    H("diklat:kalender", "semua"),
    H("diklat:kalender_detail", "semua", lambda d: (d.kegiatan_buka.pk,)),
    pos("diklat:kalender_daftar", lambda d: (d.kegiatan_buka.pk,)),
    H("diklat:kalender_mundur", "penulis", lambda d: (d.kegiatan_verif.pk,)),
    H("diklat:evaluasi_create", "penulis", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:kegiatan_list", "diklat_pantau"),
    H("diklat:kegiatan_list", "diklat_pantau", kueri="tahap=terlambat"),
    H("diklat:kegiatan_ekspor", "diklat_pantau"),
    H("diklat:kegiatan_create", "diklat_kelola"),
    H("diklat:kegiatan_detail", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:putusan_detail", "tidak_ada", lambda d: (d.kegiatan_jalan.pk,), jawab=()),
    H("diklat:kegiatan_cetak", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk, "hadir"), jawab=(200, 302)),
    H("diklat:kegiatan_update", "diklat_kelola", lambda d: (d.kegiatan_buka.pk,)),
    H("diklat:kegiatan_batalkan", "diklat_kelola", lambda d: (d.kegiatan_buka.pk,)),
    H("diklat:langkah_selesai", "diklat_kelola", lambda d: (d.kegiatan_buka.pk, "usul")),
    H("diklat:langkah_kembali", "tidak_ada", lambda d: (d.kegiatan_buka.pk, "usul"), jawab=()),
    H("diklat:nominasi_create", "diklat_nominasi", lambda d: (d.kegiatan_buka.pk,), kueri="q=PERSONA"),
    H("diklat:peserta_list", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:peserta_ekspor", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    pos("diklat:surat_create", lambda d: (d.kegiatan_jalan.pk, "edaran")),
    H("diklat:jadwal", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:sesi_create", "diklat_kelola", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:sesi_update", "diklat_kelola", lambda d: (d.kegiatan_jalan.pk, d.sesi_diklat.pk)),
    H("diklat:nilai", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:nilai_ekspor", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:nilai_impor", "diklat_kelola", lambda d: (d.kegiatan_jalan.pk,)),
    pos("diklat:sertifikat_ajukan", lambda d: (d.kegiatan_nilai.pk,)),
    H("diklat:evaluasi_detail", "diklat_pantau", lambda d: (d.kegiatan_jalan.pk,)),
    H("diklat:peserta_detail", "orang_disdik", lambda d: (d.calon_diklat.pk,)),
    H("diklat:peserta_lepas", "diklat_lepas", lambda d: (d.calon_diklat.pk,)),
    pos("diklat:peserta_lakukan", lambda d: (d.calon_diklat.pk, "putuskan")),
    H("diklat:surat_tandatangani", "tte_diklat"),  # "batch approval and signing": his own electronic signature
    H("diklat:surat_download", "ani", lambda d: (d.surat_diklat.pk,)),
    H("diklat:surat_sahkan", "diklat_kelola", lambda d: (d.surat_diklat.pk,)),
    H("diklat:sesi_detail", "diklat_pantau", lambda d: (d.sesi_diklat.pk,)),
    H("diklat:sesi_qr", "diklat_kelola", lambda d: (d.sesi_diklat.pk,)),
    pos("diklat:sesi_delete", lambda d: (d.sesi_diklat.pk,)),
    pos("diklat:hadir_isi"),
    H("diklat:hadir", "diri", lambda d: (hadir_diklat.token(d.sesi_diklat),)),
    H("diklat:pasca_list", "diklat_atasan"),
    H("diklat:pasca_update", "diklat_ani_atasan", lambda d: (d.pasca_diklat.pk,)),
    # ── karier ──
    H("karier:standar_list", "register"),
    H("karier:standar_list", "register", kueri="tampil=jabatan&q=kepala"),
    H("eperformance:skp_saya", "asn"),
    pos("eperformance:skp_buka"),
    H("eperformance:skp_detail", "ani", _skp),
    H("eperformance:skp_dialog", "ani", _skp),
    H("eperformance:skp_download", "ani", _skp),
    *(pos(f"eperformance:{n}", _skp) for n in
      ("skp_tindakan", "skp_penilai", "skp_pendekatan", "skp_salin", "skp_plt", "skp_sesuaikan", "perilaku_simpan", "lampiran_simpan")),
    pos("eperformance:peran_ambil", lambda d: (d.skp.pk, d.peran.pk)),
    H("eperformance:skp_akhiri", "skp_ani_akhiri", _skp),
    H("eperformance:hasil_create", "skp_ani", _skp),
    H("eperformance:perilaku_update", "skp_ani_penilai", _skp),
    H("eperformance:lampiran_update", "skp_ani", _skp),
    H("eperformance:hasil_update", "skp_ani", _hasil),
    H("eperformance:hasil_delete", "skp_ani", _hasil),
    pos("eperformance:hasil_simpan", _hasil),
    pos("eperformance:hasil_urut", _hasil),
    H("eperformance:skp_bawahan", "penilai"),
    H("eperformance:bawahan_ekspor", "penilai"),
    pos("eperformance:bawahan_tetapkan"),
    H("eperformance:matriks", "penilai"),
    pos("eperformance:matriks_simpan", lambda d: (d.skp_kepsek.pk,)),
    pos("eperformance:matriks_sendiri", lambda d: (d.hasil_kepsek.pk,)),
    H("eperformance:pohon_peran", "semua"),
    H("eperformance:pohon_peran_ekspor", "semua"),
    H("eperformance:penyesuaian_list", "kinerja_kelola_baca"),
    H("eperformance:penyesuaian_ekspor", "kinerja_kelola_baca"),
    H("karier:standar_ekspor", "register"),
    H("karier:kompetensi_create", "karier"),
    H("karier:standar_kelompok", "register", lambda d: ("pengawas",)),
    H("karier:standar_kelompok_update", "karier", lambda d: ("pengawas",)),
    H("karier:standar_jabatan", "register", lambda d: (d.ani.kini.jabatan_id,)),
    H("karier:standar_jabatan_update", "karier", lambda d: (d.ani.kini.jabatan_id,)),
    H("karier:uji_list", "karier_baca"),
    H("karier:uji_create", "karier"),
    H("karier:uji_detail", "karier_baca", _kegiatan),
    H("karier:uji_update", "karier", _kegiatan),
    H("karier:uji_ekspor", "karier_baca", _kegiatan),
    H("karier:uji_impor", "karier", _kegiatan),
    H("karier:peserta_create", "karier", _kegiatan, kueri="q=PERSONA"),
    H("karier:peserta_update", "karier_baca", lambda d: (d.peserta_uji.pk,)),
    pos("karier:uji_mulai", _kegiatan),
    pos("karier:uji_ajukan", _kegiatan),
    pos("karier:uji_batalkan", _kegiatan),
    pos("karier:peserta_delete", lambda d: (d.peserta_uji.pk,)),
    H("karier:seleksi_list", "karier"),
    H("karier:seleksi_create", "karier"),
    H("karier:seleksi_detail", "karier", _seleksi),
    H("karier:seleksi_update", "karier", _rencana),
    H("karier:seleksi_perpanjang", "karier", _seleksi),
    H("karier:seleksi_berkas_create", "karier", lambda d: (d.seleksi_rencana.pk, "izin")),
    H("karier:seleksi_berkas", "karier", lambda d: (d.berkas_seleksi.pk,)),
    H("karier:seleksi_surat", "karier", lambda d: (d.seleksi_hasil.pk,)),
    H("karier:pansel_create", "karier", _rencana),
    H("karier:seleksi_nilai", "karier", _seleksi),
    H("karier:seleksi_nilai_ekspor", "karier", _seleksi),
    H("karier:seleksi_nilai_impor", "karier", _seleksi),
    H("karier:pelamar_update", "karier", lambda d: (d.pelamar.pk,)),
    H("karier:berkas_pelamar", "seleksi_berkas", lambda d: (d.berkas_pelamar.pk,)),
    H("karier:lowongan_pilih", "karier", lambda d: (d.seleksi_hasil.lowongan.get().pk,)),
    H("karier:lowongan_list", "semua"),
    H("karier:lowongan_detail", "semua", lambda d: (d.seleksi.lowongan.get().pk,)),
    H("karier:pengumuman", "terbuka"),
    pos("karier:seleksi_lakukan", lambda d: (d.seleksi.pk, "batalkan")),
    # ── seleksi CPNS dan PPPK ──
    H("pengadaan:seleksi_list", "pengadaan_baca"),
    H("pengadaan:seleksi_create", "pengadaan"),
    H("pengadaan:seleksi_detail", "pengadaan_baca", _asn),
    H("pengadaan:seleksi_update", "pengadaan", _asn),
    pos("pengadaan:seleksi_lakukan", lambda d: (d.asn.pk, "umumkan")),
    H("pengadaan:pelamar_list", "pengadaan_baca", _asn),
    H("pengadaan:pelamar_ekspor", "pengadaan_baca", _asn),
    H("pengadaan:pelamar_update", "pengadaan_baca", lambda d: (d.asn_pelamar.pk,)),
    H("pengadaan:impor_list", "pengadaan_baca", _asn),
    H("pengadaan:impor_contoh", "pengadaan_baca", lambda d: (d.asn.pk, "skd")),
    H("pengadaan:impor_detail", "pengadaan_baca", lambda d: (d.asn_impor.pk,)),
    H("pengadaan:impor_galat", "pengadaan_baca", lambda d: (d.asn_impor.pk,)),
    pos("pengadaan:impor_lakukan", lambda d: (d.asn_impor.pk, "terapkan")),
    H("pengadaan:hasil_list", "pengadaan_baca", _asn_hasil),
    H("pengadaan:hasil_ekspor", "pengadaan_baca", _asn_hasil),
    H("pengadaan:pengumuman", "pengadaan_baca", _asn_hasil),
    H("pengadaan:pengumuman_sah", "pengadaan", _asn_hasil),
    H("pengadaan:berkas_list", "pengadaan_baca", _asn_hasil),
    H("pengadaan:berkas_ekspor", "pengadaan_baca", _asn_hasil),
    H("pengadaan:berkas_buka", "pengadaan", lambda d: (d.asn_siap.pk,)),
    H("pengadaan:berkas_detail", "pengadaan_baca", _asn_calon),
    H("pengadaan:berkas_tenggat", "pengadaan", _asn_calon),
    H("pengadaan:pelamar_batalkan", "pengadaan", lambda d: (d.asn_calon.pelamar_id,)),
    H("pengadaan:pengganti_list", "pengadaan_baca", _asn_ganti),
    pos("pengadaan:pengganti_usulkan", _asn_ganti),
    H("pengadaan:pengganti_umumkan", "pengadaan", _asn_ganti),
    H("pengadaan:pengganti_naskah", "pengadaan_baca", lambda d: (d.asn_ganti.pk, d.asn_surat.pk)),
    H("pengadaan:pengganti_sah", "pengadaan", lambda d: (d.asn_ganti.pk, d.asn_surat.pk)),
    pos("pengadaan:berkas_kode", _asn_calon),
    H("pengadaan:berkas_calon", "berkas_calon", lambda d: (d.asn_berkas.pk,)),
    pos("pengadaan:berkas_periksa", lambda d: (d.asn_periksa.pk,)),
    H("pengadaan:usul_list", "pengadaan_baca", _asn_hasil),
    H("pengadaan:usul_create", "pengadaan", _asn_hasil),
    H("pengadaan:nip_detail", "pengadaan_baca", lambda d: (d.asn_usul.pk,)),
    H("pengadaan:usul_ekspor", "pengadaan", lambda d: (d.asn_usul.pk,)),  # NIK and addresses
    H("pengadaan:usul_lembar", "pengadaan_baca", lambda d: (d.asn_usul.pk,)),
    H("pengadaan:usul_rekam_banyak", "pengadaan", lambda d: (d.asn_usul.pk,)),
    pos("pengadaan:usul_sk", lambda d: (d.asn_usul.pk,)),
    H("pengadaan:usul_rekam", "pengadaan", lambda d: (d.asn_baris.pk,)),
    H("pengadaan:pemberkasan_saya", "calon"),
    H("pengadaan:pemberkasan_drh", "calon"),
    H("pengadaan:pemberkasan_unggah", "calon", lambda d: ("ijazah",)),
    pos("pengadaan:pemberkasan_kirim"),
    H("pengadaan:umum_list", "terbuka"),
    H("pengadaan:umum_detail", "terbuka", lambda d: (d.asn_siap.pk,), kueri="nomor=780100001"),
    H("pengadaan:umum_pdf", "tidak_ada", lambda d: (d.asn_siap.pk,)),  # not signed yet
    H("pengadaan:umum_pengganti", "tidak_ada", lambda d: (d.asn_siap.pk, d.asn_surat.pk)),  # a letter is never public
    H("pengadaan:cpns_list", "cpns"),
    H("pengadaan:cpns_ekspor", "cpns"),
    pos("pengadaan:cpns_usulkan"),
    pos("karier:tahap_umumkan", lambda d: (d.seleksi_nilai.pk, "asesmen")),
    pos("karier:pansel_delete", lambda d: (d.seleksi_rencana.pansel.get().pk,)),
    pos("karier:suksesi_usulkan", lambda d: (d.kepala_opd.kini.jabatan_id, d.ani.nip)),
    H("karier:kesenjangan_list", "kesenjangan"),
    H("karier:kesenjangan_list", "kesenjangan", kueri="tampil=pegawai&q=PERSONA"),
    H("karier:kesenjangan_ekspor", "kesenjangan"),
    H("karier:kesenjangan_saya", "diri"),
    H("karier:kesenjangan_detail", "ani_kompetensi", _nip),
    H("karier:jenjang_saya", "diri"),
    H("karier:jenjang_saya_detail", "diri", lambda d: (d.kepala_opd.kini.jabatan_id,)),
    H("karier:jenjang_list", "ani_jenjang", _nip),
    H("karier:jenjang_detail", "ani_jenjang", lambda d: (d.ani.nip, d.kepala_opd.kini.jabatan_id)),
    H("karier:talenta_list", "talenta"),
    H("karier:talenta_gerak", "talenta"),
    H("karier:talenta_ekspor", "talenta"),
    pos("karier:talenta_hitung"),
    pos("karier:talenta_bekukan"),
    H("karier:suksesi_list", "talenta"),
    H("karier:suksesi_detail", "talenta", lambda d: (d.kepala_opd.kini.jabatan_id,)),
    H("karier:suksesi_ekspor", "talenta", lambda d: (d.kepala_opd.kini.jabatan_id,)),
    # ── kepangkatan ──
    H("kepangkatan:periode_kini", "pelihat_surat", jawab=(302,)),
    H("kepangkatan:periode_detail", "pelihat_surat", _periode),
    H("kepangkatan:periode_detail", "pelihat_surat", _periode, kueri="lihat=hampir"),
    H("kepangkatan:periode_ekspor", "pelihat_surat", _periode),
    H("kepangkatan:periode_usulan", "pelihat_surat", _periode),
    H("kepangkatan:periode_usulan_ekspor", "pelihat_surat", _periode),
    H("kepangkatan:periode_siasn", "staf", _periode),
    H("kepangkatan:ujian_list", "semua"),
    H("kepangkatan:ujian_create", "karier"),
    H("kepangkatan:ujian_detail", "semua", lambda d: (d.ujian.pk,)),
    H("kepangkatan:ujian_update", "karier", lambda d: (d.ujian.pk,)),
    H("kepangkatan:ujian_ekspor", "karier", lambda d: (d.ujian.pk,)),
    H("kepangkatan:ujian_hadir", "karier", lambda d: (d.ujian.pk,)),
    H("kepangkatan:ujian_kartu", "karier", lambda d: (d.ujian.pk,)),
    H("kepangkatan:ujian_calon", "karier", lambda d: (d.ujian.pk,)),
    H("kepangkatan:hadir_download", "karier", lambda d: (d.ujian.pk,), jawab=(302,)),
    H("kepangkatan:kartu_download", "karier", lambda d: (d.ujian.pk,), jawab=(302,)),
    pos("kepangkatan:ujian_umumkan", lambda d: (d.ujian.pk,)),
    pos("kepangkatan:ujian_tutup", lambda d: (d.ujian.pk,)),
    pos("kepangkatan:ujian_nilai", lambda d: (d.ujian.pk,)),
    pos("kepangkatan:ujian_hasil", lambda d: (d.ujian.pk,)),
    pos("kepangkatan:periode_hitung", _periode),
    pos("kepangkatan:periode_usul", _periode),
    pos("kepangkatan:periode_jawaban", _periode),
    H("kepangkatan:angka_kredit_list", "tte"),  # "processes the services": staff of the BKD and its officials
    H("kepangkatan:angka_kredit_ekspor", "tte"),
    # ── penghargaan ──
    H("kesejahteraan:satyalancana_kini", "pelihat_surat", jawab=(302,)),
    H("kesejahteraan:satyalancana_detail", "pelihat_surat", _anugerah),
    H("kesejahteraan:satyalancana_detail", "pelihat_surat", _anugerah, kueri="lihat=hampir"),
    H("kesejahteraan:satyalancana_ekspor", "pelihat_surat", _anugerah),
    H("kesejahteraan:satyalancana_usulan", "pelihat_surat", _anugerah),
    H("kesejahteraan:satyalancana_rekap", "pelihat_surat", _anugerah),
    *(pos(f"kesejahteraan:satyalancana_{n}", _anugerah) for n in ("hitung", "usul", "surat", "keppres")),
    pos("kesejahteraan:satyalancana_surat_sah", lambda d: (1,)),
    H("kesejahteraan:pemilihan_list", "semua"),
    H("kesejahteraan:pemilihan_create", "karier"),  # no persona works in Subbid Kesejahteraan, the head decides
    H("kesejahteraan:pemilihan_detail", "semua", _pemilihan),
    H("kesejahteraan:pemilihan_update", "karier", _pemilihan),
    H("kesejahteraan:pemilihan_ekspor", "karier", _pemilihan),
    H("kesejahteraan:juri_create", "karier", _pemilihan),
    H("kesejahteraan:juri_nilai", "juri", lambda d: (d.juri.pk,)),
    *(pos(f"kesejahteraan:pemilihan_{n}", _pemilihan) for n in ("buka", "tutup", "hasil")),
    pos("kesejahteraan:juri_delete", lambda d: (d.juri.pk,)),
    # ── Korpri ──
    *(H(f"kesejahteraan:korpri_{n}", "semua") for n in
      ("beranda", "kegiatan_list", "prestasi_list", "pengurus_list", "tulisan_list", "tulisan_saya", "edisi_list")),
    H("kesejahteraan:korpri_kegiatan_list", "semua", kueri="tampil=saya&jenis=minat_bakat"),
    H("kesejahteraan:korpri_tulisan_list", "semua", kueri="q=tulisan&jenis=artikel"),
    H("kesejahteraan:korpri_kegiatan_detail", "semua", lambda d: (d.korpri.pk,)),
    H("kesejahteraan:korpri_kegiatan_detail", "korpri", lambda d: (d.korpri_rencana.pk,)),
    H("kesejahteraan:korpri_kegiatan_create", "korpri"),
    *(H(f"kesejahteraan:korpri_{n}", "korpri", lambda d: (d.korpri.pk,)) for n in
      ("kegiatan_update", "kegiatan_selesai", "peserta_list", "peserta_create", "peserta_ekspor", "peserta_cetak",
       "capaian_update", "berkas_create")),
    *(pos(f"kesejahteraan:korpri_kegiatan_{n}", lambda d: (d.korpri.pk,)) for n in
      ("umumkan", "batalkan", "daftar", "hadir")),
    pos("kesejahteraan:korpri_peserta_mundur", lambda d: (d.korpri_peserta.pk,)),
    H("kesejahteraan:korpri_berkas", "semua", lambda d: (d.korpri_berkas.pk,)),
    pos("kesejahteraan:korpri_berkas_tarik", lambda d: (d.korpri_berkas.pk,)),
    H("kesejahteraan:korpri_anggota_ekspor", "pelihat_surat"),
    H("kesejahteraan:korpri_pengurus_detail", "semua", lambda d: (d.korpri_unit,)),
    H("kesejahteraan:korpri_pengurus_create", "korpri", lambda d: (d.korpri_unit,)),
    H("kesejahteraan:korpri_pengurus_akhiri", "korpri", lambda d: (d.korpri_pengurus.pk,)),
    H("kesejahteraan:korpri_tulisan_create", "asn"),
    H("kesejahteraan:korpri_redaksi_list", "korpri"),
    H("kesejahteraan:korpri_tulisan_detail", "semua", lambda d: (d.tulisan_terbit.pk,)),
    H("kesejahteraan:korpri_tulisan_detail", "penulis", lambda d: (d.tulisan_draf.pk,)),
    H("kesejahteraan:korpri_tulisan_detail", "penulis_redaksi", lambda d: (d.tulisan_ajuan.pk,)),
    H("kesejahteraan:korpri_tulisan_update", "penulis", lambda d: (d.tulisan_draf.pk,)),
    H("kesejahteraan:korpri_tulisan_update", "korpri", lambda d: (d.tulisan_ajuan.pk,)),
    H("kesejahteraan:korpri_tulisan_gambar", "semua", lambda d: (d.tulisan_terbit.pk,)),
    *(pos(f"kesejahteraan:korpri_tulisan_{n}", lambda d: (d.tulisan_ajuan.pk,)) for n in ("ajukan", "ambil", "putuskan")),
    H("kesejahteraan:korpri_edisi_create", "korpri"),
    H("kesejahteraan:korpri_edisi_detail", "semua", lambda d: (1,)),
    H("kesejahteraan:korpri_edisi_download", "semua", lambda d: (1,), jawab=(302,)),
    # ── pengembangan dan tugas belajar ──
    H("diklat:pengembangan_saya", "diri"),
    H("diklat:pengembangan_detail", "ani", _nip),
    H("diklat:mandiri_list", "pelihat_surat"),
    H("diklat:mandiri_list", "pelihat_surat", kueri="keadaan=selesai&q=PERSONA"),
    H("diklat:mandiri_ekspor", "pelihat_surat"),
    H("diklat:mandiri_impor", "pengaju_surat"),
    H("diklat:mandiri_contoh", "pengaju_surat"),
    *(H("diklat:kebutuhan_list", "pelihat_surat", kueri=f"tampil={t}") for t in ("pegawai", "opd", "rencana")),
    H("diklat:kebutuhan_ekspor", "pelihat_surat"),
    H("diklat:evaluasi_program", "angka_semua"),
    H("diklat:evaluasi_ekspor", "angka_semua"),
    H("diklat:tugas_belajar_list", "pelihat_surat"),
    H("diklat:tugas_belajar_list", "pelihat_surat", kueri="tampil=belum&q=PERSONA"),
    H("diklat:tugas_belajar_ekspor", "pelihat_surat"),
    H("diklat:tugas_belajar_detail", "ani_usulan", lambda d: (d.tubel.pk,)),
    H("diklat:tugas_belajar_create", "tubel", lambda d: (d.eko.nip,)),
    H("diklat:perjanjian_download", "ani_usulan", lambda d: (d.usul_tubel.nomor,), jawab=(200, 302)),
    H("diklat:rencana_tb_list", "pelihat_surat"),
    H("diklat:rencana_tb_create", "tubel"),
    H("diklat:laporan_tb_create", "tubel_lapor", lambda d: (d.tubel.pk, 2)),
    H("diklat:laporan_tb_download", "ani_usulan", lambda d: (d.laporan_tb.pk,)),
    H("diklat:ikatan_putus", "tubel", lambda d: (d.tubel_terikat.pk,)),
    H("diklat:ikatan_lunas", "tubel", lambda d: (d.tubel_utang.pk,)),
    pos("diklat:laporan_tb_periksa", lambda d: (d.laporan_tb.pk,)),
    pos("diklat:rencana_tb_delete", lambda d: (d.rencana_tb.pk,)),
    # ── rights and duties ──
    H("tata_kelola:hak_kewajiban_saya", "diri"),
    H("tata_kelola:hak_kewajiban", "ani", _nip),
    # ── pay ──
    H("penggajian:gaji_list", "semua"),  # the table of the law
    H("penggajian:gaji_list", "semua", kueri="golongan=II/b&mkg_tahun=2&mkg_bulan=11&tanggal=2026-11-01"),
    H("penggajian:kgb_list", "pelihat_surat"),
    H("penggajian:kgb_ekspor", "pelihat_surat"),
    H("penggajian:perubahan_list", "pelihat_surat"),
    H("penggajian:perubahan_ekspor", "pelihat_surat"),
    H("penggajian:penghasilan_saya", "diri"),
    H("penggajian:penghasilan_detail", "ani", _nip),
    H("penggajian:tanggungan_list", "keluarga"),
    H("penggajian:tanggungan_ekspor", "keluarga"),
    H("penggajian:tpp_list", "pelihat_surat"),
    H("penggajian:tpp_saya", "diri"),
    H("penggajian:tpp_detail", "pelihat_surat", lambda d: (d.tpp.pk,)),
    H("penggajian:tpp_detail", "register", lambda d: (d.tpp_draf.pk,)),
    H("penggajian:tpp_ekspor", "pelihat_surat", lambda d: (d.tpp.pk,)),
    H("penggajian:tpp_hasil", "ani", lambda d: (d.tpp_ani.pk,)),
    H("penggajian:tpp_atur", "register"),
    *(H("penggajian:tpp_atur_create", "tpp_kelola", lambda d, n=n: (n,)) for n in ("pagu", "potongan", "aturan")),
    pos("penggajian:tpp_hitung"),
    H("penggajian:presensi_list", "staf"),
    H("penggajian:presensi_create", "staf"),
    H("penggajian:presensi_detail", "staf", lambda d: (d.presensi.pk,)),
    H("penggajian:presensi_galat", "staf", lambda d: (d.presensi.pk,)),
    *(pos(f"penggajian:presensi_{n}", lambda d: (d.presensi.pk,)) for n in ("baca", "terapkan", "batalkan")),
    pos("penggajian:tpp_tetapkan", lambda d: (d.tpp_draf.pk,)),
    # ── kehadiran ──
    H("disiplin:presensi_saya", "diri"),
    H("disiplin:presensi_orang", "ani", _nip),
    H("disiplin:presensi_rekap", "pelihat"),
    H("disiplin:presensi_rekap", "pelihat", kueri="tampil=kalender"),
    H("disiplin:presensi_ekspor", "pelihat"),
    H("disiplin:presensi_selisih", "pelihat"),
    pos("disiplin:presensi_koreksi", _nip),
    H("disiplin:pelanggaran_list", "penangan"),
    H("disiplin:pelanggaran_list", "penangan", kueri=f"tahun={HARI_INI.year - 1}"),
    H("disiplin:pelanggaran_ekspor", "penangan"),
    H("disiplin:pelanggaran_detail", "penangan", _absen("ani")),
    H("disiplin:pelanggaran_gaji", "penangan_putus", _absen("ani", "henti")),
    H("disiplin:pelanggaran_gaji", "penangan_putus", _absen("eko", "setor")),
    pos("disiplin:pelanggaran_kasus", _absen("ani")),
    # ── kesejahteraan ──
    # ── pensiun ──
    H("pensiun:perkiraan_saya", "diri"),
    H("pensiun:perkiraan_detail", "ani", _nip),
    H("pensiun:nominatif_list", "pelihat_surat"),
    H("pensiun:nominatif_ekspor", "pelihat_surat"),
    H("pensiun:proyeksi_list", "pensiun_angka"),
    H("pensiun:proyeksi_list", "pensiun_angka", kueri="per=2026-01-01&kelompok=JF_GURU"),
    H("pensiun:proyeksi_orang", "pelihat_surat"),
    H("pensiun:proyeksi_ekspor", "pensiun_angka"),
    H("pensiun:proyeksi_download", "pensiun_angka"),
    H("pensiun:pelepasan_list", "pensiun_angka"),
    H("pensiun:pelepasan_create", "pensiun_kelola"),
    H("pensiun:pelepasan_detail", "pensiun_angka", lambda d: (d.pelepasan.pk,)),
    H("pensiun:pelepasan_detail", "pensiun_kelola", lambda d: (d.pelepasan_draf.pk,)),
    H("pensiun:pelepasan_update", "pensiun_kelola", lambda d: (d.pelepasan.pk,)),
    H("pensiun:pelepasan_ekspor", "pelihat_surat", lambda d: (d.pelepasan.pk,)),
    *(H("pensiun:pelepasan_download", "pensiun_kelola", lambda d, n=n: (d.pelepasan.pk, n)) for n in ("surat", "piagam", "hadir")),
    H("pensiun:peserta_download", "ani_pelepasan", lambda d: (d.peserta_lepas.pk, "surat")),
    *(pos(f"pensiun:pelepasan_{n}", lambda d: (d.pelepasan.pk,)) for n in ("tetapkan", "hadir", "selesai")),
    H("kesejahteraan:keluarga_saya", "diri"),
    H("kesejahteraan:keluarga_saya_ubah", "asn", lambda d: ("lahir",)),
    H("kesejahteraan:keluarga_detail", "ani_keluarga", _nip),
    H("kesejahteraan:keluarga_ubah", "ani_keluarga_ubah", lambda d: (d.ani.nip, "orang_tua")),
    H("kesejahteraan:perkawinan_list", "perkawinan"),
    H("kesejahteraan:pembagian_gaji", "perkawinan"),
    # ── tahun kinerja dan pohon kinerja ──
    H("eperformance:periode_list", "kinerja_tahun"),
    H("eperformance:periode_create", "kinerja_kelola"),
    H("eperformance:periode_update", "kinerja_kelola", _tahun_ini),
    pos("eperformance:periode_draf", _tahun_ini),
    H("eperformance:pohon_list", "pohon"),
    H("eperformance:pohon_detail", "pohon", _tahun_ini),
    H("eperformance:pohon_detail", "pohon", _tahun_ini, kueri="lampu=kosong"),
    H("eperformance:pohon_ekspor", "pohon", _tahun_ini),
    H("eperformance:pohon_perubahan", "pohon", _tahun_ini),
    H("eperformance:pohon_create", "kinerja_kelola"),
    H("eperformance:pohon_update", "kinerja_kelola", _tahun_ini),
    H("eperformance:pohon_salin", "kinerja_kelola", _tahun_ini),
    pos("eperformance:pohon_alihkan", _tahun_ini),
    pos("eperformance:pohon_hitung", _tahun_ini),
    H("eperformance:simpul_create", "kinerja_kelola", _tahun_ini),
    H("eperformance:simpul_detail", "pohon", _simpul),
    H("eperformance:simpul_update", "kinerja_kelola", _simpul),
    H("eperformance:simpul_pindah", "kinerja_kelola", _simpul),
    *(pos(f"eperformance:simpul_{n}", _simpul) for n in ("urut", "akhiri", "hapus")),
    H("eperformance:indikator_create", "kinerja_kelola", _simpul),
    H("eperformance:indikator_detail", "pohon", _indikator),
    H("eperformance:indikator_daftar", "pohon", lambda d: (d.indikator_portal.pk,)),
    H("eperformance:indikator_daftar", "tidak_ada", _indikator),
    H("eperformance:indikator_update", "kinerja_kelola", _indikator),
    pos("eperformance:indikator_hapus", _indikator),
    H("eperformance:realisasi_create", "kinerja_kelola", lambda d: (d.indikator.pk, 1)),
    *penilaian.halaman(H, pos),
)  # fmt: skip

_TIM = frozenset({"penangan", "staf13", "kaban"})  # who is named on it, and Kepala BKD
_PENGUSUL = frozenset({"ani", "operator", "staf12"})  # the person, his operator, the subbid that owns the layanan
_PEMBACA_NIK = STAF | {"operator", "inspektorat"}
_SENIN = HARI_INI + timedelta(days=14 - HARI_INI.weekday())
_CUTI = {"tmt": _SENIN.isoformat(), "sampai": (_SENIN + timedelta(days=4)).isoformat(), "alasan": "Keluarga",
         "alamat": "Lamongan"}  # fmt: skip
_SANDI = {"sandi_lama": SANDI, "sandi_baru": "Rawa-Semando-41", "sandi_ulang": "Rawa-Semando-41"}
_DASAR = {"berlaku_sejak": BESOK.isoformat(), "dasar": "SK Kepala BKD 800/1/2026"}
_UJIAN = {"jenis": "UD1", "nama": "Ujian lain", "pengumuman": "Isi.", "buka": HARI_INI.isoformat(),
          "tutup": BESOK.isoformat(), "tanggal": (BESOK + timedelta(days=9)).isoformat(), "tempat": "Aula",
          "ruang_teks": "Aula|20"}  # fmt: skip
_PELEPASAN = {"nama": "Pelepasan lain", "tmt_dari": "2031-02-01", "tmt_sampai": "2031-03-01", "tempat": "Pendopo",
              "tanggal": HARI_INI.isoformat(), "isi_surat": "Terima kasih atas {masa_kerja}."}  # fmt: skip
_PEMILIHAN = {"tahun": HARI_INI.year, "nama": "Pemilihan lain", "pengumuman": "Isi.", "buka": HARI_INI.isoformat(),
              "tutup": BESOK.isoformat(), "wawancara": (BESOK + timedelta(days=9)).isoformat(), "terpilih": 2}  # fmt: skip
_TUGAS = {"peran": "inspektorat", "sejak": HARI_INI.isoformat(), "dasar": "Surat tugas 800/2/2026"}
_UJI = {"nama": "Uji lain", "tujuan": "pemetaan", "metode": ["wawancara"], "tanggal_mulai": HARI_INI.isoformat(),
        "tanggal_selesai": HARI_INI.isoformat(), "tempat": "Aula", "asesor": "Dr. Ratna; BKN"}  # fmt: skip


def _versi(kode, **lain):
    return lambda d: {"versi": d.usulan[kode].versi_baris, **lain}


def _versi_draf(isi=dict):
    return lambda d: {"versi": d.draf.versi_baris, **isi()}


def _orang_tua(d):
    hari = HARI_INI.isoformat()
    return {"nama": "Ayah", "jenis_kelamin": "L", "tanggal_peristiwa": hari, "nomor_bukti": "1", "tanggal_bukti": hari,
            "penerbit": "Dukcapil", "berkas": pdf(lebar=266)}  # fmt: skip


# What each act of an SKP needs stands in ``tests/akses/kinerja.py``.
KINERJA = tuple(P(f"eperformance:{n}", KELOMPOK[k], a, i, b) for n, k, a, i, b in PERBUATAN_SKP)
_BARIS = {"versi": 1, "unit": "DISDIK-SUBBAG1", "jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "jenis": "PPPK", "jalur": "umum", "prioritas": 1,
          "n1": 1, "n2": 0, "n3": 0, "n4": 0, "n5": 0}  # fmt: skip
PERBUATAN = (
    *KINERJA,
    P("kesejahteraan:keluarga_saya_ubah", KELOMPOK["asn"], lambda d: ("orang_tua",), _orang_tua),
    P("kesejahteraan:keluarga_ubah", KELOMPOK["ani_keluarga_ubah"], lambda d: (d.ani.nip, "orang_tua"), _orang_tua),
    P("diklat:mandiri_impor", KELOMPOK["pengaju_surat"], berubah=False),  # no sheet chosen: a message
    P("diklat:tugas_belajar_create", KELOMPOK["tubel"], lambda d: (d.eko.nip,), lambda d: ISI_CATAT),
    P("diklat:rencana_tb_create", KELOMPOK["tubel"], isi=lambda d: ISI_RENCANA),
    P("diklat:rencana_tb_delete", KELOMPOK["tubel"], lambda d: (d.rencana_tb.pk,)),
    P("diklat:laporan_tb_create", KELOMPOK["tubel_lapor"], lambda d: (d.tubel.pk, 2),
      lambda d: {"ip": "3", "ipk": "3", "sks": "9", "berkas": pdf(lebar=392)}),
    P("diklat:laporan_tb_periksa", KELOMPOK["tubel"], lambda d: (d.laporan_tb.pk,), lambda d: {"hasil": "diterima"}),
    P("diklat:ikatan_putus", KELOMPOK["tubel"], lambda d: (d.tubel_terikat.pk,),
      lambda d: {"tanggal": HARI_INI, "sebab": "APS", "ganti_rugi": "1000", "versi": 1}),
    P("diklat:ikatan_lunas", KELOMPOK["tubel"], lambda d: (d.tubel_utang.pk,), lambda d: {"tanggal": HARI_INI, "versi": 1}),
    P("kepegawaian:keluar", KELOMPOK["akun"]),
    P("kepangkatan:ujian_create", KELOMPOK["karier"], isi=lambda d: _UJIAN),
    P("kepangkatan:ujian_update", KELOMPOK["karier"], lambda d: (d.ujian.pk,), lambda d: _UJIAN),
    P("kepangkatan:ujian_umumkan", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),  # it is announced already
    P("kepangkatan:ujian_tutup", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),  # registration runs
    P("kepangkatan:ujian_nilai", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),
    P("kepangkatan:ujian_hasil", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),
    P("kepangkatan:periode_hitung", STAF, _periode),
    P("kepangkatan:periode_usul", STAF | OPERATOR, _periode, berubah=False),  # nobody chosen: a message
    P("kepangkatan:periode_jawaban", STAF, _periode, lambda d: {"daftar": _daftar_bkn()}, berubah=False),
    P("kesejahteraan:satyalancana_hitung", STAF, _anugerah),
    P("kesejahteraan:satyalancana_usul", STAF | OPERATOR, _anugerah, berubah=False),  # nobody chosen: a message
    P("kesejahteraan:pemilihan_create", KELOMPOK["karier"], isi=lambda d: _PEMILIHAN),
    P("kesejahteraan:pemilihan_update", KELOMPOK["karier"], _pemilihan, lambda d: _PEMILIHAN),
    P("kesejahteraan:pemilihan_buka", KELOMPOK["karier"], _pemilihan, berubah=False),  # it is open already
    P("kesejahteraan:pemilihan_tutup", KELOMPOK["karier"], _pemilihan, berubah=False),  # proposals run
    P("kesejahteraan:pemilihan_hasil", KELOMPOK["karier"], _pemilihan, berubah=False),
    P("kesejahteraan:juri_create", KELOMPOK["karier"], _pemilihan, lambda d: {"nama": "Juri lain", "unsur": "Universitas"}),
    P("kesejahteraan:juri_delete", KELOMPOK["karier"], lambda d: (d.juri.pk,)),
    P("kesejahteraan:juri_nilai", KELOMPOK["juri"], lambda d: (d.juri.pk,), berubah=False),  # nobody to score yet
    P("kepegawaian:ganti_sandi", KELOMPOK["akun"], isi=lambda d: _SANDI),
    P("tata_kelola:salinan_create", SEMUA - frozenset(TANPA_NIP)),
    P("kepegawaian:sesi_akhiri", KELOMPOK["akun"], isi=lambda d: {"sesi": "lain"}, berubah=False),
    P("kepegawaian:faktor_pasang", KELOMPOK["akun"]),
    P("kepegawaian:faktor_lepas", KELOMPOK["akun"], isi=lambda d: {"kode": "123456"}, berubah=False),
    P("kepegawaian:faktor_pulih", KELOMPOK["akun"], isi=lambda d: {"kode": "123456"}, berubah=False),
    P("kepegawaian:faktor_atur_ulang", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,), berubah=False),
    P("kepegawaian:kabar_saya", SEMUA, isi=lambda d: {"umum-surel": "on"}),
    P("kepegawaian:kiriman_ulangi", KELOMPOK["admin"], isi=lambda d: {"pilih": [d.kiriman.pk]}),
    P("kepegawaian:akun_tutup", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,)),
    P("kepegawaian:akun_buka", KELOMPOK["admin"], lambda d: (d.tertutup.pk,)),
    P("kepegawaian:akun_kode", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,)),
    P("kepegawaian:penugasan_create", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,), lambda d: _TUGAS),
    P("kepegawaian:penugasan_akhiri", KELOMPOK["admin"], lambda d: (d.tugas.pk,), lambda d: {"sampai": HARI_INI.isoformat()}),
    P("kepegawaian:slip_create", STAF | {"operator", "kepala_opd", "kaban"}, isi=lambda d: {"id": [d.ani.nip]}),
    P("kepegawaian:pegawai_kode", STAF | {"operator", "kepala_opd", "kaban"}, _nip),
    P("kepegawaian:saya_nik", KELOMPOK["diri"], berubah=False),
    P("kepegawaian:nik_tampil", _PEMBACA_NIK | {"ani"}, _nip, berubah=False),  # others are recorded, oneself is not
    P("kepegawaian:dosir_create", KELOMPOK["ani_dosir_ubah"], _nip, lambda d: {"jenis": "lain", "file": pdf(lebar=277)}),
    P("kepegawaian:impor_create", STAF, isi=lambda d: {"file": berkas_impor(), "per_tanggal": "2026-01-01"}),
    P("kepegawaian:impor_baca", STAF, lambda d: (d.pratinjau.pk,), berubah=False),  # work for the worker
    P("kepegawaian:impor_terapkan", STAF, lambda d: (d.pratinjau.pk,), berubah=False),
    P("kepegawaian:impor_batalkan", STAF, lambda d: (d.terap.pk,)),
    P("indeks:bkn_impor", STAF, isi=lambda d: {"file": berkas_ip(d), "tahun": 2025}),
    P("indeks:bkn_baca", STAF, lambda d: (d.ip_batch.pk,), berubah=False),  # work for the worker
    P("indeks:bkn_terapkan", STAF, lambda d: (d.ip_batch.pk,)),
    P("indeks:bkn_batalkan", STAF, lambda d: (d.ip_terap.pk,)),
    P("kepegawaian:kamus_jawab", STAF, lambda d: (d.kamus.pk,), lambda d: {"jawaban": d.ani.kini.unit_id}),
    P("daftar:daftar_create", KELOMPOK["bkd"], isi=lambda d: {"jenis": "duk", "per": "2025-12-31", "unit": ""}),
    P("daftar:daftar_cetak", KELOMPOK["bkd"], lambda d: (d.konsep.pk,), berubah=False),  # work for the worker
    P("daftar:daftar_tetapkan", KELOMPOK["kaban"], lambda d: (d.konsep.pk,), lambda d: {"tanggal": HARI_INI, "diumumkan": HARI_INI}),
    P("daftar:daftar_koreksi", KELOMPOK["bkd"], lambda d: (d.duk.pk,), lambda d: {"alasan": "Data baru."}),
    P("daftar:daftar_buang", KELOMPOK["bkd"], lambda d: (d.konsep.pk,)),
    P("daftar:keberatan_create", KELOMPOK["bkd"], lambda d: (d.duk.pk,),
      lambda d: {"nip": d.kepsek.nip, "tanggal": HARI_INI, "uraian": "Nomor saya."}),
    P("daftar:keberatan_putus", KELOMPOK["kaban"], lambda d: (d.keberatan.pk,),
      lambda d: {"putusan": "ditolak", "tanggal": HARI_INI, "alasan": "Sudah benar."}),
    P("layanan:usulan_create", _PENGUSUL, lambda d: ("uji-kosong",), lambda d: {"nip": d.ani.nip}),
    P("layanan:nominatif_ajukan", _PENGUSUL - {"ani"}, lambda d: ("uji-kosong",),
      lambda d: {"bulan": "2027-01", "pilih": [d.ani.nip]}),
    P("layanan:usulan_update", _PENGUSUL, _draf, _versi_draf(lambda: {"tmt": "2027-03-01"})),
    P("layanan:usulan_ajukan", _PENGUSUL, _draf, _versi_draf()),
    P("layanan:usulan_batalkan", _PENGUSUL, _draf, _versi_draf(lambda: {"alasan": "Keliru."})),
    P("layanan:usulan_batalkan", _PENGUSUL, _usulan("verifikasi_opd"), _versi("verifikasi_opd", alasan="Keliru.")),
    P("layanan:berkas_create", _PENGUSUL, lambda d: (d.draf.nomor, "surat_pengantar"), _versi_draf(lambda: {"berkas": pdf(lebar=288)})),
    P("layanan:usulan_setujui", frozenset({"kepala_opd"}), _usulan("verifikasi_opd"), _versi("verifikasi_opd")),
    P("layanan:usulan_setujui", frozenset({"staf12"}), _usulan("verifikasi_bkd"), _versi("verifikasi_bkd")),
    P("layanan:usulan_setujui", frozenset({"kaban"}), _usulan("kaban"), _versi("kaban")),
    P("layanan:usulan_kembalikan", frozenset({"kepala_opd"}), _usulan("verifikasi_opd"),
      _versi("verifikasi_opd", ke="pemohon", alasan="Lengkapi.")),
    P("layanan:usulan_tolak", frozenset({"kaban"}), _usulan("kaban"), _versi("kaban", alasan="Belum.", pasal="PP 99/2000 Pasal 7")),
    P("layanan:usulan_rekam", frozenset({"staf12"}), _usulan("pertek"), _versi("pertek", nomor_pertek="PT-2", hasil="ms")),
    P("layanan:usulan_tetapkan", frozenset({"staf12"}), _usulan("penetapan"), _versi("penetapan")),
    P("layanan:usulan_sahkan", frozenset({"perekam"}), _usulan("tanda_tangan"),
      lambda d: {"versi": d.usulan["tanda_tangan"].versi_baris, "berkas": pdf(lebar=299)}),
    # the letter of a step: recorded by the holders of that step, here staff of the subbid
    P("layanan:surat_sahkan", frozenset({"staf12"}), lambda d: (d.usulan["kaban"].nomor, d.surat_langkah.pk),
      lambda d: {"berkas": pdf(lebar=312)}),
    P("layanan:usulan_tandatangani", frozenset({"kaban"}), lambda d: (d.siap_tte.nomor,),
      lambda d: {"versi": d.siap_tte.versi_baris, "sandi": SANDI_TTE}),
    P("layanan:tte_create", frozenset({"kaban"}),
      isi=lambda d: {"pilih": [f"{d.siap_tte.nomor}:{d.siap_tte.versi_baris}"], "sandi": SANDI_TTE}),
    P("layanan:tte_lanjutkan", frozenset({"kaban"}), lambda d: (d.batch_tte.pk,), lambda d: {"sandi": SANDI_TTE}),
    P("layanan:tte_lepas", STAF | {"kaban"}, lambda d: (d.batch_tte.pk,)),
    P("layanan:tte_cocokkan", STAF | {"kaban"}, lambda d: (d.ragu.pk,), lambda d: {"aksi": "lepas", "alasan": "Tidak ada di sana."}),
    P("layanan:berkas_periksa", frozenset({"kepala_opd"}), lambda d: _tempel(d.jalan), lambda d: {"hasil": "sesuai"}),
    P("layanan:halangan_create", KELOMPOK["pencatat_kepala_opd"], lambda d: (d.kepala_opd.nip,), lambda d: {
        "sejak": BESOK.isoformat(), "sampai": BESOK.isoformat(), "sebab": "dinas_luar"}),
    P("layanan:halangan_batalkan", KELOMPOK["pencatat_kepala_opd"], lambda d: (d.halangan.pk,)),
    P("layanan:naskah_tindak", frozenset({"staf12"}), lambda d: (d.naskah.pk, "pencabutan-naskah"),
      lambda d: {"naskah": d.naskah.pk, "alasan": "substansi", "uraian": "Keliru.", "ditemukan": HARI_INI.isoformat(),
                 "tmt": "2027-01-01"}),
    P("layanan:register_pesan", frozenset({"staf12"}), isi=lambda d: {"klasifikasi": "AKSES", "perihal": "Kertas", "sebab": "Luring"}),
    P("layanan:register_pakai", frozenset({"staf12"}), lambda d: (d.pesanan.pk,),
      lambda d: {"tanggal": HARI_INI.isoformat(), "penetap": "Bupati Lamongan", "berkas": pdf(lebar=311)}),
    P("layanan:register_batal", frozenset({"staf12"}), lambda d: (d.pesanan.pk,), lambda d: {"sebab": "Tidak jadi."}),
    P("layanan:kotak_setujui", frozenset({"kepala_opd"}), isi=lambda d: {
        "pilih": [f"{d.jalan.nomor}:{d.jalan.versi_baris}"], "sah": "1"}),
    P("disiplin:kasus_create", frozenset({"kepsek", "kepala_opd", "penangan"}), isi=lambda d: {
        "nip": d.ani.nip, "sumber": "atasan", "kejadian": HARI_INI.isoformat(), "dugaan": ["3d"], "perkiraan": "ringan",
        "uraian": "x"}),
    P("disiplin:bap_create", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor,), lambda d: {
        "tentang": "saksi", "nama": "Saksi", "tanggal": HARI_INI.isoformat(), "tempat": "Kantor", "cara": "virtual"}),
    P("disiplin:bap_update", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor, d.bap.pk), lambda d: {
        "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-pertanyaan": "Apa?", "form-0-jawaban": "Itu."}),
    P("disiplin:bap_tutup", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor, d.bap.pk)),
    P("disiplin:laporan_tutup", KELOMPOK["laporan_disiplin"], lambda d: (d.laporan.pk,), lambda d: {"catatan": "Ganda."}),
    P("kesejahteraan:cuti_create", KELOMPOK["aktif"], lambda d: ("cuti-tahunan",), lambda d: _CUTI),
    P("kesejahteraan:cuti_create_bagi", frozenset({"ani", "operator"}), lambda d: ("cuti-tahunan", d.ani.nip), lambda d: _CUTI),
    P("kesejahteraan:cuti_catatan_create", STAF | {"operator"}, _nip,
      lambda d: {"tahun": HARI_INI.year - 2, "jenis": "dipakai", "hari": 3, "sumber": "formulir"}),
    P("kesejahteraan:cuti_catatan_batalkan", STAF | {"operator"}, lambda d: (d.ani.nip, d.catatan_cuti.pk)),
    P("mutasi:rancangan_create", KELOMPOK["rancangan_buat"], isi=lambda d: {"nama": "Baru", "tmt": BESOK.isoformat()}),
    P("mutasi:baris_create", _TIM, lambda d: (d.rancangan.pk,), lambda d: {
        "baris-nip": d.staf12.nip, "baris-jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "baris-unit": "SUB21"}),
    P("mutasi:baris_hapus", _TIM, lambda d: (d.rancangan.pk, d.baris_rancangan.pk)),
    P("mutasi:anggota_create", _TIM, lambda d: (d.rancangan.pk,), lambda d: {"anggota-nip": d.staf12.nip}),
    P("mutasi:anggota_hapus", _TIM, lambda d: (d.rancangan.pk, d.akun["staf13"].pk)),
    P("mutasi:rancangan_final", frozenset({"penangan"}), lambda d: (d.rancangan.pk,),
      lambda d: {"final-nomor": "800/9/2026", "final-tanggal": HARI_INI.isoformat()}),
    P("tata_kelola:pemberitahuan_buka", frozenset({"ani"}), lambda d: (d.kabar.pk,)),
    # the seal is that of staf12: nobody else saves with it, nobody else's bookmark is renamed or removed
    P("kepegawaian:saringan_create", frozenset({"staf12"}), isi=lambda d: {
        "cap": saringan.cap(d.akun["staf12"].pk, "/pegawai/"), "kueri": "q=ani", "nama": "Ani saja"}),
    P("kepegawaian:saringan_update", frozenset({"staf12"}), lambda d: (d.saringan.pk,), lambda d: {"nama": "Nama lain"}),
    P("kepegawaian:saringan_delete", frozenset({"staf12"}), lambda d: (d.saringan.pk,)),
    P("tata_kelola:setelan_update", KELOMPOK["setelan_ubah"], lambda d: ("akun_kode_berlaku_jam",),
      lambda d: {"nilai": "48", "keyakinan": "asumsi", **_DASAR}),
    P("tata_kelola:langkah_update", KELOMPOK["setelan_ubah"], lambda d: ("kgb", "verifikasi_bkd"), lambda d: {"sla": "4", **_DASAR}),
    P("layanan:pratinjau_create", KELOMPOK["pemutus_ani"], _usulan("verifikasi_opd")),
    P("tata_kelola:templat_update", KELOMPOK["penyusun"], lambda d: ("uji-akses",),
      lambda d: {**d.isian_templat, "bagian_menimbang": "bahwa lebih baik;"}),
    P("tata_kelola:templat_berlakukan", frozenset({"kaban", "admin"}), lambda d: ("uji-akses", 2),
      lambda d: {"berlaku_sejak": BESOK.isoformat(), "dilihat": d.isian_templat["semula"]}),
    P("tata_kelola:templat_cabut", KELOMPOK["setelan_ubah"], lambda d: ("uji-akses", 1), lambda d: {"alasan": "Keliru."}),
    P("penggajian:presensi_create", STAF, isi=lambda d: {"file": berkas_presensi(d.ani.nip)}),
    P("penggajian:presensi_baca", STAF, lambda d: (d.presensi.pk,), berubah=False),  # work for the worker
    P("penggajian:presensi_terapkan", STAF, lambda d: (d.presensi.pk,)),
    P("penggajian:presensi_batalkan", STAF, lambda d: (d.presensi_terap.pk,)),
    P("disiplin:presensi_koreksi", frozenset({"ani", "operator", "penangan"}), _nip, lambda d: {"tanggal": HARI_INI.isoformat()}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], _absen("ani", "henti"), lambda d: {"alasan": "Sepuluh hari tanpa kabar."}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], _absen("eko", "bayar"),
      lambda d: {"alasan": "Ternyata dirawat di rumah sakit.", "dasar": "BAP 800/1/2026"}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], _absen("eko", "setor"),
      lambda d: {"alasan": "Gaji telanjur dibayarkan.", "sampai": d.henti.tmt.isoformat()}),
    P("disiplin:pelanggaran_kasus", frozenset({"penangan"}), _absen("ani")),
    P("penggajian:tpp_hitung", frozenset({"kaban"}), isi=lambda d: {"bulan": d.tpp_draf.bulan.isoformat()}),
    P("penggajian:tpp_tetapkan", frozenset({"kaban"}), lambda d: (d.tpp_draf.pk,)),
    P("pensiun:pelepasan_create", KELOMPOK["pensiun_kelola"], isi=lambda d: _PELEPASAN),
    P("pensiun:pelepasan_update", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), lambda d: _PELEPASAN),
    P("pensiun:pelepasan_tetapkan", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan_draf.pk,), berubah=False),  # nobody retires in it
    P("pensiun:pelepasan_hadir", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), lambda d: {
        "peserta": [d.peserta_lepas.pk], f"hadir-{d.peserta_lepas.pk}": "ya"}),
    P("pengadaan:abk_update", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk.pk,),
      lambda d: {"versi": 1, "cara": "tugas", "t_0_uraian": "Menelaah", "t_0_volume": "10", "t_0_norma_menit": "60"}),
    P("pengadaan:abk_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk.pk, "ajukan"), lambda d: {"versi": 1}),
    P("pengadaan:abk_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk_hapus.pk, "hapus"), lambda d: {"versi": 1}),
    P("pengadaan:abk_banyak", KELOMPOK["abk_disdik_tulis"], isi=lambda d: {"aksi": "ajukan", "id": [d.abk.pk]}),
    P("pengadaan:abk_terapkan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.unggahan.pk,)),
    P("pengadaan:abk_kembalikan", KELOMPOK["kaban"], lambda d: (d.abk_periksa.pk,), lambda d: {"versi": 1, "catatan": "Lengkapi."}),
    P("pengadaan:rencana_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, "isi"), lambda d: {"versi": 1}),
    P("pengadaan:rencana_renstra", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk,),
      lambda d: {"versi": 1, "renstra_mulai": TAHUN_ABK, "renstra_sampai": TAHUN_ABK + 4}),
    P("pengadaan:baris_create", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk,), lambda d: _BARIS),
    P("pengadaan:baris_update", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk), lambda d: _BARIS),
    P("pengadaan:baris_delete", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk), lambda d: {"versi": 1}),
    P("pengadaan:usul_rekap", KELOMPOK["kaban"], isi=lambda d: {"tahun": TAHUN_ABK + 1}),
    P("pengadaan:usul_setujui", KELOMPOK["kaban"], lambda d: (d.usul_kaban.pk,), lambda d: {"versi": 1}),
    P("pengadaan:usul_kembalikan", KELOMPOK["kaban"], lambda d: (d.usul_kaban.pk,), lambda d: {"versi": 1, "catatan": "Periksa."}),
    P("pengadaan:usul_sahkan", KELOMPOK["perekam"], lambda d: (d.usul_bupati.pk,), lambda d: {"versi": 1, "berkas": pdf()}),
    P("pengadaan:usul_penetapan", KELOMPOK["kaban"], lambda d: (d.usul_kirim.pk,),
      lambda d: {"versi": 1, "nomor": "1", "tanggal": HARI_INI, "berkas": pdf()}),
    P("pengadaan:formasi_update", KELOMPOK["kaban"], lambda d: (d.formasi.pk,), lambda d: {"versi": 1, "jumlah": 2}),
    P("pensiun:pelepasan_selesai", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), berubah=False),  # attendance is open
    P("penggajian:tpp_atur_create", frozenset({"kaban"}), lambda d: ("pagu",), lambda d: {
        "kriteria": "beban_kerja", "kelas_7": "100", "berlaku_sejak": HARI_INI.replace(day=1).isoformat(),
        "dasar": "Perbup uji 1/2026", "keyakinan": "asumsi"}),
    P("tata_kelola:libur_create", KELOMPOK["setelan_ubah"],
      isi=lambda d: {"tanggal": d.libur.tanggal + timedelta(days=7), "nama": "Cuti bersama", "dasar": "SKB uji"}),
    P("diklat:katalog_create", KELOMPOK["diklat_kelola"], isi=isian_katalog),
    P("diklat:katalog_update", KELOMPOK["diklat_kelola"], lambda d: (d.pelatihan.pk,), lambda d: isian_katalog(d) | {"versi": 1}),
    P("diklat:rencana_create", KELOMPOK["diklat_kelola"], isi=lambda d: {"tahun": HARI_INI.year + 1}),
    P("diklat:rencana_lakukan", KELOMPOK["diklat_kelola"], lambda d: (d.rencana_diklat.pk, "ajukan"), lambda d: {"versi": 1}),
    P("diklat:butir_create", KELOMPOK["diklat_kelola"], lambda d: (d.rencana_diklat.pk,), lambda d: {
        "pelatihan": d.pelatihan.pk, "sasaran": 10, "mulai": f"{HARI_INI.year}-12-30", "selesai": f"{HARI_INI.year}-12-31",
        "anggaran": 0, "sumber": "apbd", "versi": 1}),
    P("diklat:butir_delete", KELOMPOK["diklat_kelola"], lambda d: (d.butir_diklat.pk,)),
    P("diklat:kalender_daftar", KELOMPOK["asn"], lambda d: (d.kegiatan_buka.pk,)),
    P("diklat:kalender_mundur", KELOMPOK["penulis"], lambda d: (d.kegiatan_verif.pk,), lambda d: {"alasan": "Sakit"}),
    P("diklat:evaluasi_create", KELOMPOK["penulis"], lambda d: (d.kegiatan_jalan.pk,),
      lambda d: dict.fromkeys(("materi", "pengajar", "metode", "sarana", "layanan"), 5)),
    P("diklat:kegiatan_create", KELOMPOK["diklat_kelola"], isi=isian_pelatihan),
    P("diklat:kegiatan_update", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_buka.pk,),
      lambda d: isian_pelatihan(d, versi=d.kegiatan_buka.versi)),
    P("diklat:kegiatan_batalkan", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_buka.pk,),
      lambda d: {"versi": d.kegiatan_buka.versi, "catatan": "Anggaran"}),
    P("diklat:langkah_selesai", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, "pelatihan"),
      lambda d: {"versi": d.kegiatan_jalan.versi}),
    P("diklat:nominasi_create", frozenset({"operator", "kepala_opd", "kaban"}), lambda d: (d.kegiatan_buka.pk,),
      lambda d: {"id": [d.ani.nip]}),
    P("diklat:surat_create", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, "edaran")),
    P("diklat:sesi_create", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk,), lambda d: {
        "tanggal": HARI_INI - timedelta(days=1), "mulai": "08:00", "selesai": "09:30", "materi": "Lain"}),
    P("diklat:sesi_update", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, d.sesi_diklat.pk), lambda d: {
        "tanggal": HARI_INI, "mulai": "08:00", "selesai": "09:30", "materi": "Lain"}),
    P("diklat:sesi_delete", KELOMPOK["diklat_kelola"], lambda d: (d.sesi_diklat.pk,)),
    P("diklat:sesi_detail", KELOMPOK["diklat_kelola"], lambda d: (d.sesi_diklat.pk,), lambda d: {"hadir": [d.peserta_diklat.pk]}),
    P("diklat:hadir_isi", KELOMPOK["penulis"], isi=lambda d: {"kunci": hadir_diklat.untuk_orang(d.sesi_diklat.pk, d.ani.pk)}),
    P("diklat:nilai", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk,), lambda d: {f"{d.peserta_diklat.pk}-nilai": "80"}),
    P("diklat:sertifikat_ajukan", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_nilai.pk,), berubah=False),  # the staf sends them
    P("diklat:peserta_lepas", KELOMPOK["diklat_lepas"], lambda d: (d.calon_diklat.pk,), lambda d: {"alasan": "Pindah tugas"}),
    P("diklat:peserta_lakukan", KELOMPOK["diklat_kelola"], lambda d: (d.calon_diklat.pk, "putuskan"),
      lambda d: {"hasil": "ms", "alasan": "Lengkap."}),
    P("diklat:surat_sahkan", KELOMPOK["diklat_kelola"], lambda d: (d.surat_diklat.pk,), lambda d: {"berkas": pdf()}),
    P("diklat:pasca_update", KELOMPOK["diklat_ani_atasan"], lambda d: (d.pasca_diklat.pk,),
      lambda d: dict.fromkeys(("diterapkan", "mutu", "mandiri", "berbagi", "aksi"), 4)),
    P("karier:standar_kelompok_update", KELOMPOK["karier"], lambda d: ("pengawas",),
      lambda d: {"kompetensi": "INT", "level": "3", "berlaku_sejak": BESOK.isoformat(), "dasar": "SK 1/2026", "keyakinan": "pasti"}),
    P("karier:standar_jabatan_update", KELOMPOK["karier"], lambda d: (d.ani.kini.jabatan_id,),
      lambda d: {"kompetensi": "INT", "level": "3", "berlaku_sejak": BESOK.isoformat(), "dasar": "SK 1/2026", "keyakinan": "pasti"}),
    P("karier:kompetensi_create", KELOMPOK["karier"], isi=lambda d: {"kode": "T-UJI", "nama": "Teknis uji", "dasar": "SK 1/2026"}),
    P("karier:uji_create", KELOMPOK["karier"], isi=lambda d: _UJI),
    P("karier:uji_update", KELOMPOK["karier"], _kegiatan, lambda d: _UJI),
    P("karier:peserta_create", KELOMPOK["karier"], _kegiatan, lambda d: {"id": [d.eko.nip]}),
    P("karier:peserta_delete", KELOMPOK["karier"], lambda d: (d.peserta_uji.pk,)),
    P("karier:uji_mulai", KELOMPOK["karier"], _kegiatan),
    P("karier:uji_batalkan", KELOMPOK["karier"], _kegiatan),
    P("pengadaan:seleksi_create", KELOMPOK["pengadaan"], isi=seleksi_asn.isian),
    P("pengadaan:seleksi_update", KELOMPOK["pengadaan"], _asn, seleksi_asn.isian),
    P("pengadaan:seleksi_lakukan", KELOMPOK["pengadaan"], lambda d: (d.asn.pk, "umumkan")),
    P("pengadaan:pelamar_update", KELOMPOK["pengadaan"], lambda d: (d.asn_pelamar.pk,), lambda d: {"keputusan": "tms", "alasan": "Uji"}),
    P("pengadaan:impor_list", KELOMPOK["pengadaan"], _asn, seleksi_asn.berkas_impor),
    P("pengadaan:impor_lakukan", KELOMPOK["pengadaan"], lambda d: (d.asn_impor.pk, "terapkan")),
    P("pengadaan:pengumuman_sah", KELOMPOK["pengadaan"], _asn_hasil, lambda d: {"berkas": pdf()}),
    P("pengadaan:berkas_buka", KELOMPOK["pengadaan"], lambda d: (d.asn_siap.pk,), lambda d: {"tenggat": BESOK.isoformat()}),
    P("pengadaan:berkas_detail", KELOMPOK["pengadaan"], lambda d: (d.asn_dikirim.pk,), lambda d: {"versi": d.asn_dikirim.__class__.objects.get(pk=d.asn_dikirim.pk).versi}),
    P("pengadaan:berkas_tenggat", KELOMPOK["pengadaan"], _asn_calon, lambda d: {"tenggat": (HARI_INI + timedelta(days=20)).isoformat()}),
    P("pengadaan:pelamar_batalkan", KELOMPOK["pengadaan"], lambda d: (d.asn_calon.pelamar_id,), lambda d: {"sebab": "mundur", "dasar": "Surat 1"}),
    P("pengadaan:pengganti_usulkan", KELOMPOK["pengadaan"], _asn_ganti),
    P("pengadaan:pengganti_umumkan", KELOMPOK["pengadaan"], _asn_ganti, lambda d: {"nomor": "B-1", "tanggal": HARI_INI.isoformat()}),
    P("pengadaan:pengganti_sah", KELOMPOK["pengadaan"], lambda d: (d.asn_ganti.pk, d.asn_surat.pk), lambda d: {"berkas": pdf()}),
    P("pengadaan:berkas_kode", KELOMPOK["pengadaan"], _asn_calon),
    P("pengadaan:berkas_periksa", KELOMPOK["pengadaan"], lambda d: (d.asn_periksa.pk,), lambda d: {"hasil": "kembali", "alasan": "Kabur"}),
    P("pengadaan:usul_create", KELOMPOK["pengadaan"], _asn_hasil,
      lambda d: {"nomor": "813/2", "tanggal": HARI_INI.isoformat(), "tmt": HARI_INI.replace(day=1).isoformat()}),
    P("pengadaan:usul_rekam", KELOMPOK["pengadaan"], lambda d: (d.asn_baris.pk,), lambda d: {"status": "tms", "catatan": "Usia"}),
    P("pengadaan:usul_rekam_banyak", KELOMPOK["pengadaan"], lambda d: (d.asn_usul.pk,), seleksi_asn.jawab_banyak),
    P("pengadaan:usul_sk", KELOMPOK["pengadaan"], lambda d: (d.asn_usul.pk,), berubah=False),  # staf of the subbid propose
    P("pengadaan:pemberkasan_drh", KELOMPOK["calon"], isi=seleksi_asn.drh),
    P("pengadaan:pemberkasan_unggah", KELOMPOK["calon"], lambda d: ("ijazah",), lambda d: {"berkas": pdf()}),
    P("pengadaan:pemberkasan_kirim", KELOMPOK["calon"], isi=lambda d: {"benar": "1"}, berubah=False),  # not complete yet
    P("pengadaan:cpns_usulkan", OPERATOR | STAF | {"kaban"}, berubah=False),
    P("karier:seleksi_create", KELOMPOK["karier"], isi=isian_seleksi),
    P("karier:seleksi_update", KELOMPOK["karier"], _rencana, isian_seleksi),
    P("karier:seleksi_lakukan", KELOMPOK["karier"], lambda d: (d.seleksi.pk, "batalkan")),
    P("karier:tahap_umumkan", KELOMPOK["karier"], lambda d: (d.seleksi_nilai.pk, "asesmen")),
    P("karier:seleksi_berkas_create", KELOMPOK["karier"], lambda d: (d.seleksi_rencana.pk, "izin"), lambda d: {"berkas": pdf()}),
    P("karier:seleksi_perpanjang", KELOMPOK["karier"], _seleksi, lambda d: {"sampai": (HARI_INI + timedelta(days=40)).isoformat()}),
    P("karier:pansel_create", KELOMPOK["karier"], _rencana,
      lambda d: {"nama": "Dr. Lain", "instansi": "Universitas", "unsur": "pakar", "peran": "anggota"}),
    P("karier:pansel_delete", KELOMPOK["karier"], lambda d: (d.seleksi_rencana.pansel.get().pk,)),
    P("karier:talenta_hitung", KELOMPOK["karier"], berubah=False),  # work for the worker
    P("karier:talenta_bekukan", KELOMPOK["karier"], isi=lambda d: {"tahun": HARI_INI.year}),
    P("eperformance:realisasi_simpan", KELOMPOK["penulis"], _isian_realisasi, lambda d: {f"i{d.kinerja_indikator.pk}": "25"}),
    P("eperformance:bukti_create", KELOMPOK["penulis"], _isian_realisasi, lambda d: {"tautan": "https://contoh.go.id/a"}),
    P("eperformance:bukti_tarik", KELOMPOK["penulis"], lambda d: (d.kinerja_bukti.pk,)),
    P("eperformance:umpan_balik_create", KELOMPOK["penilai_ani"], lambda d: (d.kinerja_skp.pk, 1), lambda d: {"isi": "Baik."}),
    P("eperformance:umpan_balik_minta", KELOMPOK["penilai_ani"], lambda d: (d.kinerja_skp.pk, 1),
      lambda d: {"orang": [d.kinerja_rekan.pegawai_id]}),
    P("eperformance:umpan_balik_jawab", KELOMPOK["ani_diminta"], lambda d: (d.kinerja_minta.pk,), lambda d: {"isi": "Baik."}),
    P("eperformance:laporan_cetak", KELOMPOK["tpp_kelola"], isi=lambda d: {"tahun": 2020, "triwulan": 1}),
    P("kesejahteraan:korpri_kegiatan_create", KELOMPOK["korpri"], isi=isian_kegiatan),
    P("kesejahteraan:korpri_kegiatan_update", KELOMPOK["korpri"], lambda d: (d.korpri_lain.pk,), isian_kegiatan),
    P("kesejahteraan:korpri_kegiatan_umumkan", KELOMPOK["korpri"], lambda d: (d.korpri_rencana.pk,)),
    P("kesejahteraan:korpri_kegiatan_batalkan", KELOMPOK["korpri"], lambda d: (d.korpri.pk,)),
    P("kesejahteraan:korpri_kegiatan_selesai", KELOMPOK["korpri"], lambda d: (d.korpri_lewat.pk,), lambda d: {"hasil": "Lancar."}),
    P("kesejahteraan:korpri_kegiatan_daftar", KELOMPOK["asn"], lambda d: (d.korpri_lain.pk,)),
    P("kesejahteraan:korpri_kegiatan_hadir", KELOMPOK["penulis"], lambda d: (d.korpri_kini.pk,), lambda d: {"kode": "123456"}),
    P("kesejahteraan:korpri_peserta_mundur", KELOMPOK["penulis_redaksi"], lambda d: (d.korpri_peserta.pk,)),
    P("kesejahteraan:korpri_peserta_list", KELOMPOK["korpri"], lambda d: (d.korpri_kini.pk,),
      lambda d: {"tampak": [d.korpri_hadir.pk], "hadir": [d.korpri_hadir.pk]}),
    P("kesejahteraan:korpri_peserta_create", KELOMPOK["korpri"], lambda d: (d.korpri.pk,), lambda d: {"nip": d.eko.nip}),
    P("kesejahteraan:korpri_capaian_update", KELOMPOK["korpri"], lambda d: (d.korpri_kini.pk,),
      lambda d: {f"r_{d.korpri_hadir.pk}": "1", f"c_{d.korpri_hadir.pk}": "Juara 1"}),
    P("kesejahteraan:korpri_berkas_create", KELOMPOK["korpri"], lambda d: (d.korpri.pk,), lambda d: {"judul": "Foto", "berkas": foto()}),
    P("kesejahteraan:korpri_berkas_tarik", KELOMPOK["korpri"], lambda d: (d.korpri_berkas.pk,)),
    P("kesejahteraan:korpri_pengurus_create", KELOMPOK["korpri"], lambda d: (d.korpri_unit,),
      lambda d: {"nip": d.kepsek.nip, "jabatan": "ketua", "sejak": HARI_INI, "nomor_sk": "2", "tanggal_sk": HARI_INI}),
    P("kesejahteraan:korpri_pengurus_akhiri", KELOMPOK["korpri"], lambda d: (d.korpri_pengurus.pk,), lambda d: {"sampai": HARI_INI}),
    P("kesejahteraan:korpri_tulisan_create", KELOMPOK["asn"], isi=lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_update", KELOMPOK["penulis"], lambda d: (d.tulisan_draf.pk,), lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_update", KELOMPOK["korpri"], lambda d: (d.tulisan_ajuan.pk,), lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_ajukan", KELOMPOK["penulis"], lambda d: (d.tulisan_draf.pk,), lambda d: {"versi": 1}),
    P("kesejahteraan:korpri_tulisan_ambil", KELOMPOK["penulis"], lambda d: (d.tulisan_ajuan.pk,), lambda d: {"versi": 1}),
    P("kesejahteraan:korpri_tulisan_putuskan", KELOMPOK["korpri"], lambda d: (d.tulisan_ajuan.pk,),
      lambda d: {"keputusan": "terbit", "catatan": "", "versi": 1}),
    P("kesejahteraan:korpri_edisi_create", KELOMPOK["korpri"],
      isi=lambda d: {"judul": "Dua", "tanggal": HARI_INI, "tulisan": [d.tulisan_terbit.pk]}),
    P("tata_kelola:libur_delete", KELOMPOK["setelan_ubah"], lambda d: (d.libur.tanggal,), lambda d: {"alasan": "SKB dicabut"}),
    P("eperformance:periode_create", KELOMPOK["kinerja_kelola"], isi=lambda d: isian_periode(d) | {"tahun": HARI_INI.year + 1}),
    P("eperformance:periode_update", KELOMPOK["kinerja_kelola"], _tahun_ini, isian_periode),
    P("eperformance:periode_draf", KELOMPOK["kinerja_kelola"], _tahun_ini),
    P("eperformance:pohon_create", KELOMPOK["kinerja_kelola"], isi=lambda d: {"tahun": HARI_INI.year + 2}),
    P("eperformance:pohon_update", KELOMPOK["kinerja_kelola"], _tahun_ini, lambda d: {"dasar": "PK uji", "versi": d.pohon.versi}),
    P("eperformance:pohon_salin", KELOMPOK["kinerja_kelola"], _tahun_ini, lambda d: {"tahun": HARI_INI.year + 2}),
    P("eperformance:pohon_alihkan", KELOMPOK["kinerja_kelola"], _tahun_ini, lambda d: {"status": "arsip", "versi": d.pohon.versi}),
    P("eperformance:pohon_hitung", KELOMPOK["kinerja_kelola"], _tahun_ini),
    P("eperformance:simpul_create", KELOMPOK["kinerja_kelola"], _tahun_ini, lambda d: isian_simpul(d, jenis="tujuan")),
    P("eperformance:simpul_update", KELOMPOK["kinerja_kelola"], _simpul, isian_simpul),
    P("eperformance:simpul_pindah", KELOMPOK["kinerja_kelola"], _simpul,
      lambda d: {"induk": d.simpul_lepas.induk_id, "versi": d.pohon.versi}),
    P("eperformance:simpul_urut", KELOMPOK["kinerja_kelola"], _simpul, lambda d: {"arah": "naik", "versi": d.pohon.versi}),
    P("eperformance:simpul_akhiri", KELOMPOK["kinerja_kelola"], _simpul, lambda d: {"versi": d.pohon.versi}),
    P("eperformance:simpul_hapus", KELOMPOK["kinerja_kelola"], _simpul, lambda d: {"versi": d.pohon.versi}, berubah=False),  # values rest on it
    P("eperformance:indikator_create", KELOMPOK["kinerja_kelola"], _simpul, isian_indikator),
    P("eperformance:indikator_update", KELOMPOK["kinerja_kelola"], _indikator, isian_indikator),
    P("eperformance:indikator_hapus", KELOMPOK["kinerja_kelola"], _indikator, lambda d: {"versi": d.pohon.versi}),
    P("eperformance:realisasi_create", KELOMPOK["kinerja_kelola"], lambda d: (d.indikator.pk, 1),
      lambda d: {"triwulan": 1, "terakhir": 0, "nilai": "8"}),
    *penilaian.perbuatan(P, KELOMPOK["ani"]),
    *tata.perbuatan(P, KELOMPOK, HARI_INI),
)  # fmt: skip
# Acts on one's own notices: everybody with unread ones changes his own rows, and only those.
MILIK_SENDIRI = {"tata_kelola:pemberitahuan_baca_semua"}
assert set(BERNIP) | set(TANPA_NIP) | {"anonim", "calon"} == set(PERSONA)
