"""Tabel halaman kepangkatan, mutasi, dan karier: nama URL → siapa membukanya → obyeknya di panggung.

A new page of these apps: one ``L`` line here. An address that is no page: one entry below with its reason. A name in
neither fails ``test_setiap_halaman_ada_pada_tabel``. Pay stands in ``halaman_mesin``.
"""

from django.utils import timezone

from karier.models import KegiatanUji, LowonganJpt, PelamarJpt, PesertaUji, SeleksiJpt
from kepangkatan.models import Ujian
from kepangkatan.periode.hitung import periode_kini
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import DaftarResmi, Jabatan, UnitKerja
from layanan.models import Usulan
from mutasi.models import Rancangan
from tests.e2e.halaman_mesin import PERBUATAN, TAMU, UNDUHAN, L
from tests.e2e.panggung_aspek import DIUJI, KARIER, MUTASI, PESERTA
from tests.e2e.panggung_mesin import ASN, INSPEKTORAT, KABAN, OPERATOR, STAF

SEKDA = "Sekretaris Daerah"
APP = ("kepangkatan", "daftar", "jabatan", "mutasi", "karier", "kesejahteraan")


def _pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def _tmt(p):
    return (periode_kini(acuan_kini(), timezone.localdate(), 1)[0].isoformat(),)


def _nip(peran):
    return lambda p: (p.akun[peran],)


def _jabatan(kode):
    return lambda p: (Jabatan.objects.get(kode=kode).pk,)


def _usulan(layanan, **saring):
    return lambda p: (Usulan.objects.filter(layanan=layanan, **saring).earliest("pk").nomor,)


def _tetap(*argumen):
    return lambda p: argumen


def _unit(p):
    return (UnitKerja.objects.get(kode="DISDIK").pk,)


DISELEKSI = ("selesai", "hasil", "penilaian", "administrasi")
HALAMAN = (
    # ── a period of KP ──
    L("kepangkatan:periode_detail", STAF, _tmt),
    L("kepangkatan:periode_detail", STAF, _tmt, kueri="lihat=hampir"),
    L("kepangkatan:periode_detail", OPERATOR, _tmt, kata="Kenaikan"),
    L("kepangkatan:periode_usulan", STAF, _tmt),
    L("kepangkatan:periode_usulan", INSPEKTORAT, _tmt, kata="BKN"),
    L("kepangkatan:angka_kredit_list", STAF),
    # ── exams ──
    L("kepangkatan:ujian_list", ASN),
    L("kepangkatan:ujian_create", KARIER),
    L("kepangkatan:ujian_detail", KARIER, _pk(Ujian, status="selesai"), kata="Nilai akhir"),
    L("kepangkatan:ujian_detail", KARIER, _pk(Ujian, status="diumumkan"), kata="Pendaftar"),
    L("kepangkatan:ujian_detail", ASN, _pk(Ujian, status="diumumkan"), kata="Pengumuman"),
    L("kepangkatan:ujian_detail", PESERTA, _pk(Ujian, status="selesai"), kata="Nomor peserta Anda"),
    L("kepangkatan:ujian_update", KARIER, _pk(Ujian, status="draf")),
    L("kepangkatan:ujian_calon", KARIER, _pk(Ujian, status="diumumkan")),
    L("kepangkatan:ujian_kartu", KARIER, _pk(Ujian, status="selesai"), kata="Bawa kartu ini"),
    L("kepangkatan:ujian_hadir", KARIER, _pk(Ujian, status="selesai"), kata="Tanda tangan"),
    # ── lists and the map of posts ──
    L("daftar:daftar_list", KABAN),
    L("daftar:duk_kini", STAF),
    L("daftar:daftar_create", STAF),
    L("daftar:nominatif_list", OPERATOR),
    L("daftar:rekap_list", SEKDA),
    L("daftar:daftar_detail", KABAN, _pk(DaftarResmi, jenis="duk", status="ditetapkan"), kata="Daftar urut"),
    L("daftar:daftar_detail", STAF, _pk(DaftarResmi, jenis="nominatif"), kata="nominatif"),
    L("daftar:daftar_koreksi", KABAN, _pk(DaftarResmi, jenis="duk", status="ditetapkan")),
    L("daftar:keberatan_create", STAF, _pk(DaftarResmi, jenis="duk", status="ditetapkan")),
    L("jabatan:peta_list", ASN),
    L("jabatan:peta_detail", STAF, _unit),
    L("jabatan:bezetting_list", SEKDA),
    L("jabatan:kosong_list", STAF),
    L("jabatan:penertiban_list", STAF),
    # ── mutasi ──
    L("mutasi:rancangan_list", MUTASI),
    L("mutasi:rancangan_list", STAF, kata="rancangan"),
    L("mutasi:rancangan_create", MUTASI),
    L("mutasi:rancangan_detail", MUTASI, _pk(Rancangan), kata="Rotasi pengawas"),
    L("mutasi:rancangan_pohon", MUTASI, _pk(Rancangan)),
    L("mutasi:rancangan_lantik", MUTASI, _pk(Rancangan), kata="Pelantikan bersama"),
    L("layanan:usulan_detail", MUTASI, _usulan("penempatan", langkah_kini__kode="pelantikan"), kata="antik"),
    L("layanan:usulan_detail", MUTASI, _usulan("mutasi-keluar"), kata="Perjalanan"),
    # ── karier ──
    L("karier:standar_list", KARIER),
    L("karier:standar_list", KARIER, kueri="tampil=jabatan"),
    L("karier:kompetensi_create", KARIER),
    L("karier:standar_kelompok", INSPEKTORAT, _tetap("administrator")),
    L("karier:standar_kelompok_update", KARIER, _tetap("administrator")),
    L("karier:standar_jabatan", INSPEKTORAT, _jabatan("KEPALA-SUB12")),
    L("karier:standar_jabatan_update", KARIER, _jabatan("KEPALA-SUB12")),
    L("karier:uji_list", KARIER),
    L("karier:uji_create", KARIER),
    L("karier:uji_detail", KARIER, _pk(KegiatanUji, tujuan="pemetaan"), kata="Kesesuaian"),
    L("karier:uji_detail", KARIER, _pk(KegiatanUji, status="pendaftaran"), kata="Daftarkan peserta"),
    L("karier:uji_update", KARIER, _pk(KegiatanUji, status="pendaftaran")),
    L("karier:peserta_create", KARIER, _pk(KegiatanUji, status="pendaftaran"), kueri="q=a"),
    L("karier:peserta_update", KARIER, _pk(PesertaUji, kegiatan__tujuan="pemetaan")),
    L("karier:peserta_update", KARIER, _pk(PesertaUji, kegiatan__tujuan="promosi"), kata="PP 11/2017"),
    L("karier:kesenjangan_list", KARIER),
    L("karier:kesenjangan_list", KARIER, kueri="tampil=pegawai"),
    L("karier:kesenjangan_saya", DIUJI),
    L("karier:kesenjangan_detail", KARIER, _nip(DIUJI)),
    L("karier:jenjang_saya", DIUJI),
    L("karier:jenjang_saya_detail", DIUJI, _jabatan("KEPALA-BID1")),
    L("karier:jenjang_list", KABAN, _nip(DIUJI)),
    L("karier:jenjang_detail", KABAN, lambda p: (p.akun[DIUJI], *_jabatan("KEPALA-BID1")(p))),
    L("karier:talenta_list", KABAN),
    L("karier:talenta_gerak", KABAN),
    L("karier:talenta_list", KARIER, kueri="kotak=luar"),
    L("karier:suksesi_list", SEKDA),
    L("karier:suksesi_detail", KABAN, _jabatan("KEPALA-BID1")),
    # ── seleksi terbuka ──
    L("karier:pengumuman", TAMU),
    L("karier:lowongan_list", ASN),
    L("karier:lowongan_detail", ASN, lambda p: (LowonganJpt.objects.earliest("pk").pk,)),
    L("karier:seleksi_list", KARIER),
    L("karier:seleksi_create", KARIER),
    L("karier:seleksi_detail", KARIER, _pk(SeleksiJpt), kata="Panitia seleksi"),
    L("karier:seleksi_nilai", KARIER, _pk(SeleksiJpt, status__in=DISELEKSI), kata="Nilai"),
    L("karier:pelamar_update", KARIER, _pk(PelamarJpt), kata="PP 17/2020"),
    # ── kesejahteraan ──
    L("kesejahteraan:keluarga_saya", ASN),
    L("kesejahteraan:keluarga_saya_ubah", ASN, _tetap("lahir"), kata="Akta kelahiran"),
    L("kesejahteraan:keluarga_detail", OPERATOR, _nip(ASN), kata="Keluarga"),
    L("kesejahteraan:keluarga_ubah", OPERATOR, lambda p: (p.akun[ASN], "orang_tua")),
    L("kesejahteraan:perkawinan_list", KABAN, kata="Perkara"),
    L("kesejahteraan:pembagian_gaji", KABAN, kueri="kehendak=pns&anak_pns=0&anak_istri=1&gaji=3426000", kata="1/3"),
    L("layanan:usulan_detail", KABAN, _usulan("izin-cerai", langkah_kini__kode="keputusan"), kata="batas menurut"),
)  # fmt: skip
BUKAN_HALAMAN = {
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_hitung", "periode_usul", "ujian_umumkan", "ujian_tutup", "ujian_nilai", "ujian_hasil",
        )]
        + [f"daftar:daftar_{n}" for n in ("cetak", "tetapkan", "buang")]
        + [f"mutasi:{n}" for n in ("rancangan_final", "baris_create", "baris_hapus", "anggota_create", "anggota_hapus")]
        + [f"karier:{n}" for n in (
            "uji_mulai", "uji_ajukan", "uji_batalkan", "peserta_delete", "seleksi_lakukan", "pansel_delete",
            "talenta_hitung", "talenta_bekukan", "suksesi_usulkan", "tahap_umumkan",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_ekspor", "periode_usulan_ekspor", "periode_siasn", "ujian_ekspor", "kartu_download",
            "hadir_download", "angka_kredit_ekspor",
        )]
        + [f"daftar:{n}" for n in ("nominatif_ekspor", "rekap_ekspor", "daftar_download")]
        + [f"jabatan:{n}_ekspor" for n in ("bezetting", "kosong", "penertiban")]
        + ["mutasi:rancangan_ekspor"]
        + [f"karier:{n}" for n in (
            "standar_ekspor", "uji_ekspor", "seleksi_nilai_ekspor", "berkas_pelamar", "kesenjangan_ekspor",
            "talenta_ekspor", "suksesi_ekspor", "seleksi_berkas", "seleksi_surat",
        )],
        UNDUHAN,
    ),
    "kepangkatan:periode_kini": "mengarahkan ke periode yang dikerjakan",
    "kepangkatan:periode_jawaban": "jawaban atas kiriman form di tab usulan periode",
    "daftar:daftar_kemajuan": "potongan htmx pada halaman daftar",
    "daftar:keberatan_putus": "form pada keadaan yang panggung ini tidak punya: keberatan yang diajukan",
    "mutasi:saran": "potongan htmx",
    **dict.fromkeys(
        ("karier:uji_impor", "karier:seleksi_nilai_impor", "karier:seleksi_update", "karier:seleksi_perpanjang",
         "karier:pansel_create", "karier:lowongan_pilih", "karier:seleksi_berkas_create"),
        "form biasa pada keadaan yang panggung ini belum tentu punya; bentuknya sama dengan form di tabel",
    ),
}  # fmt: skip
