"""Tabel halaman aspek selain gaji: nama URL → siapa membukanya → obyeknya di panggung.

A new page of these apps: one ``L`` line here. An address that is no page: one entry below with its reason. A name in
neither fails ``test_setiap_halaman_ada_pada_tabel``. Pay stands in ``halaman_mesin``.
"""

from django.utils import timezone

from diklat.models import TugasBelajar
from disiplin.models import Laporan
from eperformance.models import IndikatorPohon, PermintaanUmpanBalik, Realisasi, RealisasiPohon, Simpul, Skp
from karier.models import KegiatanUji, LowonganJpt, PelamarJpt, PesertaUji, SeleksiJpt
from kepangkatan.models import Ujian
from kepangkatan.periode.hitung import periode_kini
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import (
    DaftarResmi,
    Jabatan,
    KoreksiPresensi,
    Penugasan,
    ProfilKini,
    PutusanGaji,
    RekapKehadiran,
    UnitKerja,
)
from kesejahteraan.models import EdisiKorpri, KegiatanKorpri, PengurusKorpri, TulisanKorpri
from kesejahteraan.penghargaan import periode as periode_slks
from kesejahteraan.penghargaan.models import Juri, Pemilihan
from layanan.models import Usulan
from mutasi.models import Rancangan
from pensiun.models import Pelepasan
from tests.e2e import halaman_kebutuhan, halaman_pelatihan, halaman_penilaian, halaman_seleksi
from tests.e2e.halaman_mesin import PERBUATAN, TAMU, UNDUHAN, L
from tests.e2e.panggung_aspek import (
    BERSKP,
    DIKLAT,
    DIMINTA,
    DIUJI,
    KARIER,
    KINERJA,
    MENILAI,
    MUTASI,
    PEMILIK_DRAF,
    PENETAP,
    PESERTA,
    SEJAHTERA,
    draf_skp,
    skp_berperan,
)
from tests.e2e.panggung_mesin import ASN, INSPEKTORAT, KABAN, OPERATOR, STAF

SEKDA = "Sekretaris Daerah"
APP = (
    "kepangkatan", "daftar", "jabatan", "mutasi", "karier", "disiplin", "kesejahteraan", "pensiun", "eperformance", "diklat",
    "pengadaan",
)  # fmt: skip
KORPRI = "Staf Subbidang Korps Profesi ASN"


def _pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def _tmt(p):
    return (periode_kini(acuan_kini(), timezone.localdate(), 1)[0].isoformat(),)


def _anugerah(p):
    return (str(periode_slks.tahun_kini(acuan_kini(), timezone.localdate())),)


def _nip(peran):
    return lambda p: (p.akun[peran],)


def _jabatan(kode):
    return lambda p: (Jabatan.objects.get(kode=kode).pk,)


def _usulan(layanan, **saring):
    return lambda p: (Usulan.objects.filter(layanan=layanan, **saring).earliest("pk").nomor,)


def _tetap(*argumen):
    return lambda p: argumen


def _rekan(*depan):
    """A colleague of the operator, in the OPD he serves."""

    def cari(p):
        tugas = Penugasan.objects.get(pengguna__nama_pengguna=p.akun[OPERATOR], peran="operator_opd")
        orang = ProfilKini.objects.filter(opd_id=tugas.unit_id, aktif=True, status="PNS").exclude(nip=p.akun[OPERATOR])
        return (*depan, orang.order_by("nip").first().nip)

    return cari


def _tahun(beda=0):
    """That year, counted from the one that runs."""
    return lambda p: (timezone.localdate().year + beda,)


def _pohon(model, **saring):
    """A row of the running year's tree; ``simpul__`` or nothing leads to it."""
    jalan = "pohon__tahun" if model is Simpul else "simpul__pohon__tahun"
    return lambda p: (model.objects.filter(**{jalan: timezone.localdate().year}, **saring).earliest("pk").pk,)


def _terhitung(p):
    """An indicator the portal has counted and can list."""
    return (RealisasiPohon.objects.filter(asal="portal", indikator__sumber="jp_per_asn").latest("pk").indikator_id,)


def _ketik(p):
    return (*_pohon(IndikatorPohon, sumber="")(p), 1)


def _berrealisasi(*lain):
    """The SKP of BERSKP with realisasi, at its first masa."""
    return lambda p: (_realisasi(p).skp_id, *lain)


def _realisasi(p):
    return (
        Realisasi.objects.filter(hasil__skp__pegawai__nip=p.akun[BERSKP], nomor=1)
        .earliest("hasil__skp_id", "pk")
        .hasil
    )


def _isian(p):
    """One result of it, for the form of its evidence."""
    hasil = _realisasi(p)
    return hasil.skp_id, 1, hasil.pk


def _belum_lapor(p):
    """The second semester of a study that has reported none."""
    return (TugasBelajar.objects.filter(keadaan="berjalan", laporan=None).latest("mulai").pk, 1)


def _edisi(p):
    return (EdisiKorpri.objects.earliest("nomor").nomor,)


def _unit(p):
    return (UnitKerja.objects.get(kode="DISDIK").pk,)


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


def _draf(p):
    return (draf_skp().pk,)


def _hasil_draf(p):
    return (draf_skp().hasil.first().pk,)


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
    # ── penghargaan dan perlindungan ──
    L("kesejahteraan:satyalancana_detail", SEJAHTERA, _anugerah),
    L("kesejahteraan:satyalancana_detail", SEJAHTERA, _anugerah, kueri="lihat=hampir"),
    L("kesejahteraan:satyalancana_detail", OPERATOR, _anugerah, kata="Satyalancana"),
    L("kesejahteraan:satyalancana_usulan", SEJAHTERA, _anugerah, kata="Surat usul"),
    L("kesejahteraan:pemilihan_list", ASN),
    L("kesejahteraan:pemilihan_create", SEJAHTERA),
    L("kesejahteraan:pemilihan_detail", SEJAHTERA, _pk(Pemilihan, status="penilaian"), kata="Dewan juri"),
    L("kesejahteraan:pemilihan_detail", ASN, _pk(Pemilihan, status="penilaian"), kata="Pengumuman"),
    L("kesejahteraan:pemilihan_update", SEJAHTERA, _pk(Pemilihan, status="draf")),
    L("kesejahteraan:juri_create", SEJAHTERA, _pk(Pemilihan, status="penilaian")),
    L("kesejahteraan:juri_nilai", SEJAHTERA, _pk(Juri), kata="Bobot"),
    L("layanan:usulan_detail", SEJAHTERA, _usulan("klaim-jkk"), kata="Jumlah klaim"),
    # ── mutasi ──
    L("mutasi:rancangan_list", MUTASI),
    L("mutasi:rancangan_list", STAF, kata="rancangan"),
    L("mutasi:rancangan_create", MUTASI),
    L("mutasi:rancangan_detail", MUTASI, _pk(Rancangan), kata="Rotasi pengawas"),
    L("mutasi:rancangan_pohon", MUTASI, _pk(Rancangan)),
    L("mutasi:rancangan_lantik", MUTASI, _pk(Rancangan), kata="Pelantikan bersama"),
    L("layanan:usulan_detail", MUTASI, _usulan("penempatan", langkah_kini__kode="pelantikan"), kata="antik"),
    L("layanan:usulan_detail", MUTASI, _usulan("mutasi-keluar"), kata="Perjalanan"),
    # ── disiplin ──
    L("disiplin:kasus_list", MUTASI, kata="Rahasia"),
    L("disiplin:kasus_list", MUTASI, kueri="keadaan=semua"),
    L("disiplin:kasus_list", STAF, kata="Tidak ada kasus"),
    L("disiplin:kasus_create", MUTASI),
    L("disiplin:kasus_create", MUTASI, kueri="q=siti"),
    L("disiplin:pemeriksaan", MUTASI, _usulan("hukuman-disiplin", kasus__bap__isnull=False), kata="Pemeriksa"),
    L("layanan:usulan_detail", MUTASI, _usulan("hukuman-disiplin", status="diproses"), kata="Perjalanan"),
    L("layanan:katalog_detail", ASN, _tetap("hukuman-disiplin"), kata="Rahasia"),
    L("disiplin:laporan_list", MUTASI),
    L("disiplin:laporan_detail", MUTASI, _pk(Laporan), kata="Tutup"),
    L("disiplin:saya", ASN, kata="Surat rahasia"),
    L("disiplin:lapor", TAMU),
    L("disiplin:lapor_terima", TAMU, kata="Terima kasih"),
    # ── cuti ──
    L("kesejahteraan:cuti_saya", ASN, kata="sisa cuti tahunan"),
    L("kesejahteraan:cuti_create", ASN, _tetap("cuti-tahunan")),
    L("kesejahteraan:cuti_create", ASN, _tetap("cuti-sakit")),
    L("kesejahteraan:cuti_create_bagi", OPERATOR, _rekan("cuti-tahunan")),
    L("kesejahteraan:cuti_kalender", KABAN, kata="Daftar"),
    L("kesejahteraan:cuti_saldo_list", OPERATOR),
    L("kesejahteraan:cuti_saldo_detail", OPERATOR, _rekan()),
    L("kesejahteraan:cltn_list", KABAN),
    L("layanan:usulan_detail", KABAN, _usulan("cuti-tahunan", langkah_kini__kode="keputusan"), kata="Perjalanan"),
    # ── pengembangan dan tugas belajar ──
    L("diklat:pengembangan_saya", ASN, kata="Jam pelajaran"),
    L("diklat:pengembangan_detail", OPERATOR, _rekan()),
    L("diklat:mandiri_list", OPERATOR, kata="Belajar mandiri"),
    L("diklat:mandiri_impor", OPERATOR),
    L("diklat:kebutuhan_list", DIKLAT),
    L("diklat:kebutuhan_list", OPERATOR, kueri="tampil=opd"),
    L("diklat:kebutuhan_list", DIKLAT, kueri="tampil=rencana", kata="Pelatihan Kepemimpinan"),
    L("diklat:evaluasi_program", KABAN, kata="Sebelum dan sesudah"),
    L("diklat:tugas_belajar_list", DIKLAT),
    L("diklat:tugas_belajar_list", DIKLAT, kueri="tampil=ikatan"),
    L("diklat:tugas_belajar_detail", DIKLAT, _pk(TugasBelajar, keadaan="berjalan"), kata="Laporan tiap semester"),
    L("diklat:laporan_tb_create", DIKLAT, _belum_lapor),
    L("diklat:rencana_tb_list", DIKLAT),
    L("diklat:rencana_tb_create", DIKLAT),
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
    # ── kesejahteraan ──
    L("kesejahteraan:keluarga_saya", ASN),
    L("kesejahteraan:keluarga_saya_ubah", ASN, _tetap("lahir"), kata="Akta kelahiran"),
    L("kesejahteraan:keluarga_detail", OPERATOR, _nip(ASN), kata="Keluarga"),
    L("kesejahteraan:keluarga_ubah", OPERATOR, lambda p: (p.akun[ASN], "orang_tua")),
    L("kesejahteraan:perkawinan_list", KABAN, kata="Perkara"),
    L("kesejahteraan:pembagian_gaji", KABAN, kueri="kehendak=pns&anak_pns=0&anak_istri=1&gaji=3426000", kata="1/3"),
    L("layanan:usulan_detail", KABAN, _usulan("izin-cerai", langkah_kini__kode="keputusan"), kata="batas menurut"),
    # ── pensiun ──
    L("pensiun:perkiraan_saya", ASN, kata="Perkiraan sebelum penetapan"),
    L("pensiun:perkiraan_saya", ASN, kueri="jenis=MD&tmt=2027-01-01"),
    L("pensiun:perkiraan_detail", KABAN, _nip(ASN)),
    L("pensiun:nominatif_list", KABAN, kata="Tenggat berikutnya"),
    L("pensiun:proyeksi_list", SEKDA, kata="Menurut kelompok jabatan"),
    L("pensiun:proyeksi_orang", STAF),
    L("pensiun:pelepasan_list", KABAN),
    L("pensiun:pelepasan_create", KABAN),
    L("pensiun:pelepasan_detail", KABAN, _pk(Pelepasan, status="selesai"), kata="tidak hadir"),
    L("pensiun:pelepasan_detail", KABAN, _pk(Pelepasan, status="ditetapkan"), kata="Peserta"),
    L("pensiun:pelepasan_detail", KABAN, _pk(Pelepasan, status="draf"), kata="Yang akan menjadi peserta"),
    L("pensiun:pelepasan_update", KABAN, _pk(Pelepasan, status="draf")),
    # ── tahun kinerja dan pohon kinerja ──
    L("eperformance:periode_list", KINERJA, kata="Buat draf SKP"),
    L("eperformance:periode_create", KINERJA),
    L("eperformance:periode_update", KINERJA, _tahun()),
    L("eperformance:pohon_list", KABAN, kata="Meningkatkan Profesionalitas"),
    L("eperformance:pohon_detail", KINERJA, _tahun(), kueri="buka=semua", kata="persen"),
    L("eperformance:pohon_detail", SEKDA, _tahun(), kueri="lampu=merah"),
    L("eperformance:pohon_detail", OPERATOR, _tahun(-1), kata="Arsip"),
    L("eperformance:pohon_detail", KINERJA, _tahun(1), kata="Berlakukan"),
    L("eperformance:pohon_perubahan", INSPEKTORAT, _tahun()),
    L("eperformance:pohon_create", KINERJA),
    L("eperformance:pohon_update", KINERJA, _tahun()),
    L("eperformance:pohon_salin", KINERJA, _tahun()),
    L("eperformance:simpul_create", KINERJA, _tahun()),
    L("eperformance:simpul_detail", KINERJA, _pohon(Simpul, jenis="kegiatan"), kata="Letak dan akhir"),
    L("eperformance:simpul_detail", OPERATOR, _pohon(Simpul, jenis="program"), kata="Di bawahnya"),
    L("eperformance:simpul_update", KINERJA, _pohon(Simpul, jenis="program")),
    L("eperformance:simpul_pindah", KINERJA, _pohon(Simpul, jenis="kegiatan")),
    L("eperformance:indikator_create", KINERJA, _pohon(Simpul, jenis="kegiatan")),
    L("eperformance:indikator_detail", KABAN, _terhitung, kata="Kenapa angka ini"),
    L("eperformance:indikator_detail", KINERJA, _pohon(IndikatorPohon, sumber=""), kata="Diketik"),
    L("eperformance:indikator_daftar", KABAN, _terhitung),
    L("eperformance:indikator_update", KINERJA, _pohon(IndikatorPohon, sumber="")),
    L("eperformance:realisasi_create", KINERJA, _ketik),
    # ── realisasi, feedback, the board, e-Kinerja ──
    L("eperformance:skp_realisasi", BERSKP, _berrealisasi(), kueri="masa=1", kata="Realisasi"),
    L("eperformance:skp_realisasi", MENILAI, _berrealisasi(), kueri="masa=1", kata="Beri umpan balik"),
    L("eperformance:bukti_create", BERSKP, _isian),
    L("eperformance:umpan_balik_create", MENILAI, _berrealisasi(1)),
    L("eperformance:umpan_balik_minta", MENILAI, _berrealisasi(1)),
    L("eperformance:umpan_balik_list", DIMINTA, kata="menunggu Anda"),
    L("eperformance:umpan_balik_jawab", DIMINTA, _pk(PermintaanUmpanBalik, dijawab_pada=None)),
    L("eperformance:papan", KABAN, kata="Menurut perangkat daerah"),
    L("eperformance:papan", MENILAI, kata="Terlambat"),
    L("eperformance:papan", SEKDA, kata="Predikat"),
    L("eperformance:pantau_list", KABAN, kueri="terlambat=semua", kata="Terlambat"),
    L("eperformance:pantau_list", OPERATOR),
    L("eperformance:laporan_detail", KINERJA, kata="Bekukan dan cetak"),
    L("eperformance:laporan_detail", INSPEKTORAT, kata="Menjalani hukuman"),
    L("eperformance:ekinerja", KINERJA, kata="Muat dari BKN"),
    # ── SKP ──
    L("eperformance:skp_saya", ASN, kata="Tahun sebelumnya"),
    L("eperformance:skp_saya", PEMILIK_DRAF, kata="Bagian SKP Anda"),
    L("eperformance:skp_detail", PEMILIK_DRAF, _draf, kata="Syarat SKP"),
    L("eperformance:skp_detail", PENETAP, lambda p: (skp_berperan().pk,), kata="BerAKHLAK"),
    L("eperformance:hasil_create", PEMILIK_DRAF, _draf, kata="Indikator"),
    L("eperformance:hasil_update", PEMILIK_DRAF, _hasil_draf, kata="Indikator"),
    L("eperformance:hasil_delete", PEMILIK_DRAF, _hasil_draf, kata="indikatornya"),
    L("eperformance:perilaku_update", PEMILIK_DRAF, _draf, kata="Akuntabel"),
    L("eperformance:lampiran_update", PEMILIK_DRAF, _draf, kata="Konsekuensi"),
    L("eperformance:skp_dialog", KABAN, _pk(Skp, catatan__isnull=False), kata="Catatan"),
    L("eperformance:skp_bawahan", PENETAP, kata="Keadaan"),
    L("eperformance:matriks", PENETAP, kata="Hasil kerja Anda"),
    L("eperformance:pohon_peran", KABAN, kata="Sasaran"),
    L("eperformance:penyesuaian_list", KINERJA),
    # ── Korpri and Abdi Negara ──
    L("kesejahteraan:korpri_beranda", ASN, kata="Yang Anda ikuti"),
    L("kesejahteraan:korpri_beranda", KORPRI, kata="menunggu dibaca"),
    L("kesejahteraan:korpri_kegiatan_list", ASN),
    L("kesejahteraan:korpri_kegiatan_list", KORPRI, kueri="tampil=lalu"),
    L("kesejahteraan:korpri_kegiatan_create", KORPRI),
    L("kesejahteraan:korpri_kegiatan_update", KORPRI, _pk(KegiatanKorpri, status="rencana")),
    L("kesejahteraan:korpri_kegiatan_detail", ASN, _pk(KegiatanKorpri, jenis="bantuan_hukum"), kata="Keikutsertaan Anda"),
    L("kesejahteraan:korpri_kegiatan_detail", ASN, _pk(KegiatanKorpri, status="dibuka", jenis="minat_bakat"), kata="Cabang lomba"),
    L("kesejahteraan:korpri_kegiatan_detail", ASN, _pk(KegiatanKorpri, status="dibuka", tempat="Alun-alun Lamongan"), kata="Saya hadir"),
    L("kesejahteraan:korpri_kegiatan_detail", KORPRI, _pk(KegiatanKorpri, status="selesai"), kata="Laporan"),
    L("kesejahteraan:korpri_kegiatan_detail", KORPRI, _pk(KegiatanKorpri, status="selesai", jenis="minat_bakat"), kata="Juara 1"),
    L("kesejahteraan:korpri_kegiatan_selesai", KORPRI, _pk(KegiatanKorpri, status="dibuka")),
    L("kesejahteraan:korpri_peserta_list", KORPRI, _pk(KegiatanKorpri, status="dibuka"), kata="Simpan kehadiran"),
    L("kesejahteraan:korpri_peserta_create", KORPRI, _pk(KegiatanKorpri, status="dibuka", jenis="minat_bakat")),
    L("kesejahteraan:korpri_peserta_cetak", KORPRI, _pk(KegiatanKorpri, status="dibuka"), kata="Tanda tangan"),
    L("kesejahteraan:korpri_capaian_update", KORPRI, _pk(KegiatanKorpri, status="selesai", jenis="minat_bakat")),
    L("kesejahteraan:korpri_berkas_create", KORPRI, _pk(KegiatanKorpri, status="dibuka")),
    L("kesejahteraan:korpri_prestasi_list", ASN, kata="Juara 1"),
    L("kesejahteraan:korpri_pengurus_list", KORPRI),
    L("kesejahteraan:korpri_pengurus_detail", KORPRI, _unit, kata="Pernah menjabat"),
    L("kesejahteraan:korpri_pengurus_create", KORPRI, _unit),
    L("kesejahteraan:korpri_pengurus_akhiri", KORPRI, _pk(PengurusKorpri)),
    L("kesejahteraan:korpri_tulisan_list", ASN, kueri="jenis=inovasi"),
    L("kesejahteraan:korpri_tulisan_saya", ASN),
    L("kesejahteraan:korpri_tulisan_create", ASN),
    L("kesejahteraan:korpri_tulisan_detail", ASN, _pk(TulisanKorpri, status="terbit"), kata="Terbit"),
    L("kesejahteraan:korpri_tulisan_detail", KORPRI, _pk(TulisanKorpri, status="diajukan"), kata="Putusan redaksi"),
    L("kesejahteraan:korpri_tulisan_update", KORPRI, _pk(TulisanKorpri, status="diajukan")),
    L("kesejahteraan:korpri_redaksi_list", KORPRI),
    L("kesejahteraan:korpri_redaksi_list", KORPRI, kueri="status=terbit"),
    L("kesejahteraan:korpri_edisi_list", KORPRI),
    L("kesejahteraan:korpri_edisi_create", KORPRI),
    L("kesejahteraan:korpri_edisi_detail", ASN, _edisi),
    *halaman_penilaian.halaman(L),
    *halaman_pelatihan.halaman(L),
    *halaman_kebutuhan.halaman(L),
    *halaman_seleksi.halaman(L),
)  # fmt: skip
BUKAN_HALAMAN = {
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_hitung", "periode_usul", "ujian_umumkan", "ujian_tutup", "ujian_nilai", "ujian_hasil",
        )]
        + [f"kesejahteraan:{n}" for n in (
            "satyalancana_hitung", "satyalancana_usul", "satyalancana_surat", "satyalancana_surat_sah", "pemilihan_buka",
            "pemilihan_tutup", "pemilihan_hasil", "juri_delete",
        )]
        + [f"daftar:daftar_{n}" for n in ("cetak", "tetapkan", "buang")]
        + [f"mutasi:{n}" for n in ("rancangan_final", "baris_create", "baris_hapus", "anggota_create", "anggota_hapus")]
        + [f"disiplin:{n}" for n in ("bap_create", "bap_tutup", "laporan_tutup")]
        + ["kesejahteraan:cuti_catatan_create", "kesejahteraan:cuti_catatan_batalkan"]
        + [f"karier:{n}" for n in (
            "uji_mulai", "uji_ajukan", "uji_batalkan", "peserta_delete", "seleksi_lakukan", "pansel_delete",
            "talenta_hitung", "talenta_bekukan", "suksesi_usulkan", "tahap_umumkan",
        )]
        + [f"disiplin:{n}" for n in ("presensi_koreksi", "pelanggaran_kasus")]
        + [f"diklat:{n}" for n in ("laporan_tb_periksa", "rencana_tb_delete")]
        + [f"pensiun:pelepasan_{n}" for n in ("tetapkan", "hadir", "selesai")]
        + [f"eperformance:{n}" for n in (
            "periode_draf", "pohon_alihkan", "pohon_hitung", "simpul_urut", "simpul_akhiri", "simpul_hapus", "indikator_hapus",
            "realisasi_simpan", "bukti_tarik", "laporan_cetak", "ekinerja_baca", "ekinerja_terapkan", "ekinerja_batalkan",
        )]
        + [f"kesejahteraan:korpri_{n}" for n in (
            "kegiatan_umumkan", "kegiatan_batalkan", "kegiatan_daftar", "kegiatan_hadir", "peserta_mundur",
            "berkas_tarik", "tulisan_ajukan", "tulisan_ambil", "tulisan_putuskan",
        )]
        + [f"eperformance:{n}" for n in (
            "skp_buka", "skp_tindakan", "skp_penilai", "skp_pendekatan", "skp_salin", "skp_plt", "skp_sesuaikan", "peran_ambil", "hasil_simpan",
            "hasil_urut", "perilaku_simpan", "lampiran_simpan", "bawahan_tetapkan", "matriks_simpan", "matriks_sendiri",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"kepangkatan:{n}" for n in (
            "periode_ekspor", "periode_usulan_ekspor", "periode_siasn", "ujian_ekspor", "kartu_download",
            "hadir_download", "angka_kredit_ekspor",
        )]
        + [f"kesejahteraan:{n}" for n in ("satyalancana_ekspor", "satyalancana_rekap", "pemilihan_ekspor")]
        + [f"daftar:{n}" for n in ("nominatif_ekspor", "rekap_ekspor", "daftar_download")]
        + [f"jabatan:{n}_ekspor" for n in ("bezetting", "kosong", "penertiban")]
        + ["eperformance:pohon_ekspor", "mutasi:rancangan_ekspor", "disiplin:saya_download", "disiplin:presensi_ekspor", "disiplin:pelanggaran_ekspor"]
        + [f"karier:{n}" for n in (
            "standar_ekspor", "uji_ekspor", "seleksi_nilai_ekspor", "berkas_pelamar", "kesenjangan_ekspor",
            "talenta_ekspor", "suksesi_ekspor", "seleksi_berkas", "seleksi_surat",
        )]
        + [f"diklat:{n}" for n in (
            "mandiri_ekspor", "mandiri_contoh", "kebutuhan_ekspor", "evaluasi_ekspor", "tugas_belajar_ekspor", "laporan_tb_download", "perjanjian_download",
        )]
        + [f"pensiun:{n}" for n in (
            "nominatif_ekspor", "proyeksi_ekspor", "proyeksi_download", "pelepasan_ekspor", "pelepasan_download",
            "peserta_download",
        )]
        + [f"eperformance:{n}" for n in (
            "bukti_download", "papan_ekspor", "pantau_ekspor", "laporan_ekspor", "laporan_download", "ekinerja_ekspor",
            "ekinerja_galat",
        )]
        + [f"eperformance:{n}" for n in ("bawahan_ekspor", "pohon_peran_ekspor", "penyesuaian_ekspor")]
        + [f"kesejahteraan:korpri_{n}" for n in (
            "peserta_ekspor", "anggota_ekspor", "berkas", "tulisan_gambar", "edisi_download",
        )],
        UNDUHAN,
    ),
    "eperformance:skp_download": "unduhan, atau halaman kemajuan yang berganti sendiri sampai pekerja selesai",
    "kesejahteraan:satyalancana_kini": "mengarahkan ke penganugerahan yang disiapkan",
    "kesejahteraan:satyalancana_keppres": "jawaban atas kiriman form di tab usulan periode",
    "eperformance:realisasi_saya": "mengarahkan ke realisasi SKP yang berjalan",
    "eperformance:ekinerja_batch": "batch seperti penggajian:presensi_detail, pada keadaan yang panggung ini tidak punya",
    "kepangkatan:periode_kini": "mengarahkan ke periode yang dikerjakan",
    "kepangkatan:periode_jawaban": "jawaban atas kiriman form di tab usulan periode",
    "daftar:daftar_kemajuan": "potongan htmx pada halaman daftar",
    "daftar:keberatan_putus": "form pada keadaan yang panggung ini tidak punya: keberatan yang diajukan",
    "mutasi:saran": "potongan htmx",
    "disiplin:bap_update": "form tanya jawab yang hanya terbuka bagi pemeriksa selama langkah pemeriksaan menunggunya",
    "kesejahteraan:cuti_hitung": "potongan htmx",
    "kesejahteraan:cuti_hitung_bagi": "potongan htmx",
    **dict.fromkeys(
        ("karier:uji_impor", "karier:seleksi_nilai_impor", "karier:seleksi_update", "karier:seleksi_perpanjang",
         "karier:pansel_create", "karier:lowongan_pilih", "karier:seleksi_berkas_create"),
        "form biasa pada keadaan yang panggung ini belum tentu punya; bentuknya sama dengan form di tabel",
    ),
    **halaman_penilaian.BUKAN,
    **halaman_pelatihan.BUKAN,
    **halaman_kebutuhan.BUKAN,
    **dict.fromkeys(
        ("diklat:tugas_belajar_create", "diklat:ikatan_putus", "diklat:ikatan_lunas"),
        "form biasa bagi tugas belajar yang sudah selesai, yang tidak ada pada peragaan seribu orang",
    ),
    **halaman_seleksi.BUKAN,
}  # fmt: skip
