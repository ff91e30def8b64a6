"""Tabel halaman aspek selain gaji: nama URL → siapa membukanya → obyeknya di panggung.

A new page of these apps: one ``L`` line here or in the table of its app (``halaman_kinerja``, …). An address that is no
page: one entry in ``BUKAN`` with its reason. A name in neither fails ``test_setiap_halaman_ada_pada_tabel``. Pay stands
in ``halaman_mesin``.
"""

from django.utils import timezone

from diklat.models import TugasBelajar
from disiplin.models import Laporan
from karier.models import KegiatanUji, LowonganJpt, PelamarJpt, PesertaUji, SeleksiJpt
from kepangkatan.models import Ujian
from kepangkatan.periode.hitung import periode_kini
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import DaftarResmi, Jabatan, KoreksiPresensi, PutusanGaji, RekapKehadiran
from layanan.models import Usulan
from mutasi.models import Rancangan
from tests.e2e import (
    halaman_indeks,
    halaman_kebutuhan,
    halaman_kesejahteraan,
    halaman_kinerja,
    halaman_pelatihan,
    halaman_penilaian,
    halaman_seleksi,
)
from tests.e2e.cari import nip, pk, rekan, tetap, unit, usulan
from tests.e2e.halaman_mesin import PERBUATAN, TAMU, UNDUHAN, L
from tests.e2e.panggung_aspek import DIKLAT, DIUJI, KARIER, MUTASI, PESERTA, SEJAHTERA
from tests.e2e.panggung_mesin import ASN, INSPEKTORAT, KABAN, OPERATOR, STAF

SEKDA = "Sekretaris Daerah"
APP = (
    "kepangkatan", "daftar", "jabatan", "mutasi", "karier", "disiplin", "kesejahteraan", "pensiun", "eperformance", "diklat",
    "pengadaan", "indeks",
)  # fmt: skip


def _tmt(p):
    return (periode_kini(acuan_kini(), timezone.localdate(), 1)[0].isoformat(),)


def _jabatan(kode):
    return lambda p: (Jabatan.objects.get(kode=kode).pk,)


def _belum_lapor(p):
    """The second semester of a study that has reported none."""
    return (TugasBelajar.objects.filter(keadaan="berjalan", laporan=None).latest("mulai").pk, 1)


def _absen(kode):
    """Somebody at that threshold: (NIP, year)."""
    return lambda p: RekapKehadiran.objects.filter(kode=kode).values_list("pegawai__nip", "tahun").earliest("pk")


def _henti(p):
    """Whose salary stands stopped: (NIP, year)."""
    henti = PutusanGaji.objects.filter(jenis="henti").exclude(lanjutan__jenis="bayar").earliest("pk")
    return henti.pegawai.nip, henti.absen_sampai.year


def _terkoreksi(p):
    """Whose presensi was corrected."""
    return (KoreksiPresensi.objects.earliest("pk").pegawai.nip,)


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
    L("kepangkatan:ujian_detail", KARIER, pk(Ujian, status="selesai"), kata="Nilai akhir"),
    L("kepangkatan:ujian_detail", KARIER, pk(Ujian, status="diumumkan"), kata="Pendaftar"),
    L("kepangkatan:ujian_detail", ASN, pk(Ujian, status="diumumkan"), kata="Pengumuman"),
    L("kepangkatan:ujian_detail", PESERTA, pk(Ujian, status="selesai"), kata="Nomor peserta Anda"),
    L("kepangkatan:ujian_update", KARIER, pk(Ujian, status="draf")),
    L("kepangkatan:ujian_calon", KARIER, pk(Ujian, status="diumumkan")),
    L("kepangkatan:ujian_kartu", KARIER, pk(Ujian, status="selesai"), kata="Bawa kartu ini"),
    L("kepangkatan:ujian_hadir", KARIER, pk(Ujian, status="selesai"), kata="Tanda tangan"),
    # ── lists and the map of posts ──
    L("daftar:daftar_list", KABAN),
    L("daftar:duk_kini", STAF),
    L("daftar:daftar_create", STAF),
    L("daftar:nominatif_list", OPERATOR),
    L("daftar:rekap_list", SEKDA),
    L("daftar:daftar_detail", KABAN, pk(DaftarResmi, jenis="duk", status="ditetapkan"), kata="Daftar urut"),
    L("daftar:daftar_detail", STAF, pk(DaftarResmi, jenis="nominatif"), kata="nominatif"),
    L("daftar:daftar_koreksi", KABAN, pk(DaftarResmi, jenis="duk", status="ditetapkan")),
    L("daftar:keberatan_create", STAF, pk(DaftarResmi, jenis="duk", status="ditetapkan")),
    L("jabatan:peta_list", ASN),
    L("jabatan:peta_detail", STAF, unit),
    L("jabatan:bezetting_list", SEKDA),
    L("jabatan:kosong_list", STAF),
    L("jabatan:penertiban_list", STAF),
    # ── mutasi ──
    L("mutasi:rancangan_list", MUTASI),
    L("mutasi:rancangan_list", STAF, kata="rancangan"),
    L("mutasi:rancangan_create", MUTASI),
    L("mutasi:rancangan_detail", MUTASI, pk(Rancangan), kata="Rotasi pengawas"),
    L("mutasi:rancangan_pohon", MUTASI, pk(Rancangan)),
    L("mutasi:rancangan_lantik", MUTASI, pk(Rancangan), kata="Pelantikan bersama"),
    L("layanan:usulan_detail", MUTASI, usulan("penempatan", langkah_kini__kode="pelantikan"), kata="antik"),
    L("layanan:usulan_detail", MUTASI, usulan("mutasi-keluar"), kata="Perjalanan"),
    # ── disiplin ──
    L("disiplin:kasus_list", MUTASI, kata="Rahasia"),
    L("disiplin:kasus_list", MUTASI, kueri="keadaan=semua"),
    L("disiplin:kasus_list", STAF, kata="Tidak ada kasus"),
    L("disiplin:kasus_create", MUTASI),
    L("disiplin:kasus_create", MUTASI, kueri="q=siti"),
    L("disiplin:pemeriksaan", MUTASI, usulan("hukuman-disiplin", kasus__bap__isnull=False), kata="Pemeriksa"),
    L("layanan:usulan_detail", MUTASI, usulan("hukuman-disiplin", status="diproses"), kata="Perjalanan"),
    L("layanan:katalog_detail", ASN, tetap("hukuman-disiplin"), kata="Rahasia"),
    L("disiplin:laporan_list", MUTASI),
    L("disiplin:laporan_detail", MUTASI, pk(Laporan), kata="Tutup"),
    L("disiplin:saya", ASN, kata="Surat rahasia"),
    L("disiplin:lapor", TAMU),
    L("disiplin:lapor_terima", TAMU, kata="Terima kasih"),
    # ── pengembangan dan tugas belajar ──
    L("diklat:pengembangan_saya", ASN, kata="Jam pelajaran"),
    L("diklat:pengembangan_detail", OPERATOR, rekan()),
    L("diklat:mandiri_list", OPERATOR, kata="Belajar mandiri"),
    L("diklat:mandiri_impor", OPERATOR),
    L("diklat:kebutuhan_list", DIKLAT),
    L("diklat:kebutuhan_list", OPERATOR, kueri="tampil=opd"),
    L("diklat:kebutuhan_list", DIKLAT, kueri="tampil=rencana", kata="Pelatihan Kepemimpinan"),
    L("diklat:evaluasi_program", KABAN, kata="Sebelum dan sesudah"),
    L("diklat:tugas_belajar_list", DIKLAT),
    L("diklat:tugas_belajar_list", DIKLAT, kueri="tampil=ikatan"),
    L("diklat:tugas_belajar_detail", DIKLAT, pk(TugasBelajar, keadaan="berjalan"), kata="Laporan tiap semester"),
    L("diklat:laporan_tb_create", DIKLAT, _belum_lapor),
    L("diklat:rencana_tb_list", DIKLAT),
    L("diklat:rencana_tb_create", DIKLAT),
    # ── karier ──
    L("karier:standar_list", KARIER),
    L("karier:standar_list", KARIER, kueri="tampil=jabatan"),
    L("karier:kompetensi_create", KARIER),
    L("karier:standar_kelompok", INSPEKTORAT, tetap("administrator")),
    L("karier:standar_kelompok_update", KARIER, tetap("administrator")),
    L("karier:standar_jabatan", INSPEKTORAT, _jabatan("KEPALA-SUB12")),
    L("karier:standar_jabatan_update", KARIER, _jabatan("KEPALA-SUB12")),
    L("karier:uji_list", KARIER),
    L("karier:uji_create", KARIER),
    L("karier:uji_detail", KARIER, pk(KegiatanUji, tujuan="pemetaan"), kata="Kesesuaian"),
    L("karier:uji_detail", KARIER, pk(KegiatanUji, status="pendaftaran"), kata="Daftarkan peserta"),
    L("karier:uji_update", KARIER, pk(KegiatanUji, status="pendaftaran")),
    L("karier:peserta_create", KARIER, pk(KegiatanUji, status="pendaftaran"), kueri="q=a"),
    L("karier:peserta_update", KARIER, pk(PesertaUji, kegiatan__tujuan="pemetaan")),
    L("karier:peserta_update", KARIER, pk(PesertaUji, kegiatan__tujuan="promosi"), kata="PP 11/2017"),
    L("karier:kesenjangan_list", KARIER),
    L("karier:kesenjangan_list", KARIER, kueri="tampil=pegawai"),
    L("karier:kesenjangan_saya", DIUJI),
    L("karier:kesenjangan_detail", KARIER, nip(DIUJI)),
    L("karier:jenjang_saya", DIUJI),
    L("karier:jenjang_saya_detail", DIUJI, _jabatan("KEPALA-BID1")),
    L("karier:jenjang_list", KABAN, nip(DIUJI)),
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
    L("karier:seleksi_detail", KARIER, pk(SeleksiJpt), kata="Panitia seleksi"),
    L("karier:seleksi_nilai", KARIER, pk(SeleksiJpt, status__in=DISELEKSI), kata="Nilai"),
    L("karier:pelamar_update", KARIER, pk(PelamarJpt), kata="PP 17/2020"),
    # ── kehadiran ──
    L("disiplin:presensi_saya", ASN, kata="Hitungan"),
    L("disiplin:presensi_orang", MUTASI, _terkoreksi, kata="koreksi"),
    L("disiplin:presensi_rekap", OPERATOR),
    L("disiplin:presensi_rekap", OPERATOR, kueri="tampil=kalender"),
    L("disiplin:presensi_selisih", STAF),
    L("disiplin:pelanggaran_list", MUTASI, kata="dijatuhkan sebagai"),
    L("disiplin:pelanggaran_detail", MUTASI, _absen("B3"), kata="Tanpa keterangan"),
    L("disiplin:pelanggaran_detail", MUTASI, _henti, kata="Gaji dihentikan"),
    L("disiplin:pelanggaran_gaji", MUTASI, lambda p: (*_henti(p), "bayar"), kata="dibayarkan"),
    *halaman_kinerja.halaman(L),
    *halaman_penilaian.halaman(L),
    *halaman_kesejahteraan.halaman(L),
    *halaman_pelatihan.halaman(L),
    *halaman_indeks.halaman(L),
    *halaman_kebutuhan.halaman(L),
    *halaman_seleksi.halaman(L),
)  # fmt: skip


def _penunggu(slug, langkah, **saring):
    """NIP of somebody whose usulan waits for this answer; else one that nobody bears, and the list is refused."""
    semua = Usulan.objects.filter(layanan__startswith=slug, langkah_kini__kode__in=langkah, **saring).order_by("pk")
    return semua.values_list("pegawai__nip", flat=True).first() or "199001012015011001"


def _jawaban_bkn(tmt):
    return (
        f"NIP,HASIL,NOMOR PERTEK,TANGGAL PERTEK\n{_penunggu('kp-', ('pertek',), tmt=tmt)},MS,PT-352400987,02-01-2026\n"
    )


def _keppres(tahun):
    return f"NIP,HASIL,NOMOR PIAGAM\n{_penunggu('satyalancana', ('jawaban', 'keppres'))},DITETAPKAN,17/TK/2026\n"


# Answers that come as a list: where it is uploaded, in which card, what it says.
DAFTAR = {
    "jawaban-bkn": (L("kepangkatan:periode_usulan", STAF, _tmt, kata="irekam"), "Rekam jawaban BKN dari daftar", _jawaban_bkn),
    "keppres": (L("kesejahteraan:satyalancana_usulan", SEJAHTERA, halaman_kesejahteraan.anugerah, kata="irekam"),
                "Rekam Keputusan Presiden dari daftar", _keppres),
}  # fmt: skip
BUKAN_HALAMAN = {
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_hitung", "periode_usul", "ujian_umumkan", "ujian_tutup", "ujian_nilai", "ujian_hasil",
        )]
        + [f"daftar:daftar_{n}" for n in ("cetak", "tetapkan", "buang")]
        + [f"mutasi:{n}" for n in ("rancangan_final", "baris_create", "baris_hapus", "anggota_create", "anggota_hapus")]
        + [f"disiplin:{n}" for n in ("bap_create", "bap_tutup", "laporan_tutup")]
        + [f"karier:{n}" for n in (
            "uji_mulai", "uji_ajukan", "uji_batalkan", "peserta_delete", "seleksi_lakukan", "pansel_delete",
            "talenta_hitung", "talenta_bekukan", "suksesi_usulkan", "tahap_umumkan",
        )]
        + [f"disiplin:{n}" for n in ("presensi_koreksi", "pelanggaran_kasus")]
        + [f"diklat:{n}" for n in ("laporan_tb_periksa", "rencana_tb_delete")],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_ekspor", "periode_usulan_ekspor", "periode_siasn", "ujian_ekspor", "kartu_download",
            "hadir_download", "angka_kredit_ekspor",
        )]
        + [f"daftar:{n}" for n in ("nominatif_ekspor", "rekap_ekspor", "daftar_download")]
        + [f"jabatan:{n}_ekspor" for n in ("bezetting", "kosong", "penertiban")]
        + ["mutasi:rancangan_ekspor", "disiplin:saya_download", "disiplin:presensi_ekspor", "disiplin:pelanggaran_ekspor"]
        + [f"karier:{n}" for n in (
            "standar_ekspor", "uji_ekspor", "seleksi_nilai_ekspor", "berkas_pelamar", "kesenjangan_ekspor",
            "talenta_ekspor", "suksesi_ekspor", "seleksi_berkas", "seleksi_surat",
        )]
        + [f"diklat:{n}" for n in (
            "mandiri_ekspor", "mandiri_contoh", "kebutuhan_ekspor", "evaluasi_ekspor", "tugas_belajar_ekspor", "laporan_tb_download", "perjanjian_download",
        )]
        + [f"kesejahteraan:korpri_{n}" for n in (
            "peserta_ekspor", "anggota_ekspor", "berkas", "tulisan_gambar", "edisi_download",
        )],
        UNDUHAN,
    ),
    "kepangkatan:periode_kini": "mengarahkan ke periode yang dikerjakan",
    "kepangkatan:periode_jawaban": "jawaban atas kiriman form di tab usulan periode",
    "daftar:daftar_kemajuan": "potongan htmx pada halaman daftar",
    "daftar:keberatan_putus": "form pada keadaan yang panggung ini tidak punya: keberatan yang diajukan",
    "mutasi:saran": "potongan htmx",
    "disiplin:bap_update": "form tanya jawab yang hanya terbuka bagi pemeriksa selama langkah pemeriksaan menunggunya",
    **dict.fromkeys(
        ("karier:uji_impor", "karier:seleksi_nilai_impor", "karier:seleksi_update", "karier:seleksi_perpanjang",
         "karier:pansel_create", "karier:lowongan_pilih", "karier:seleksi_berkas_create"),
        "form biasa pada keadaan yang panggung ini belum tentu punya; bentuknya sama dengan form di tabel",
    ),
    **halaman_indeks.BUKAN,
    **halaman_penilaian.BUKAN,
    **halaman_kinerja.BUKAN,
    **halaman_kesejahteraan.BUKAN,
    **halaman_pelatihan.BUKAN,
    **halaman_kebutuhan.BUKAN,
    **dict.fromkeys(
        ("diklat:tugas_belajar_create", "diklat:ikatan_putus", "diklat:ikatan_lunas"),
        "form biasa bagi tugas belajar yang sudah selesai, yang tidak ada pada peragaan seribu orang",
    ),
    **halaman_seleksi.BUKAN,
}  # fmt: skip
