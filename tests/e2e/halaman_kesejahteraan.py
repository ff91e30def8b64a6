"""Halaman kesejahteraan, cuti, Korpri, dan pensiun bagi ``halaman_aspek``; obyeknya dari demo."""

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kesejahteraan.models import EdisiKorpri, KegiatanKorpri, PengurusKorpri, TulisanKorpri
from kesejahteraan.penghargaan import periode as periode_slks
from kesejahteraan.penghargaan.models import Juri, Pemilihan
from pensiun.models import Pelepasan
from tests.e2e.cari import nip, pk, rekan, tetap, unit, usulan
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_aspek import SEJAHTERA
from tests.e2e.panggung_mesin import ASN, KABAN, OPERATOR, STAF

SEKDA = "Sekretaris Daerah"
KORPRI = "Staf Subbidang Korps Profesi ASN"


def anugerah(p):
    return (str(periode_slks.tahun_kini(acuan_kini(), timezone.localdate())),)


def _edisi(p):
    return (EdisiKorpri.objects.earliest("nomor").nomor,)


def halaman(L):
    """Lines of HALAMAN."""
    return (
        # ── penghargaan dan perlindungan ──
        L("kesejahteraan:satyalancana_detail", SEJAHTERA, anugerah),
        L("kesejahteraan:satyalancana_detail", SEJAHTERA, anugerah, kueri="lihat=hampir"),
        L("kesejahteraan:satyalancana_detail", OPERATOR, anugerah, kata="Satyalancana"),
        L("kesejahteraan:satyalancana_usulan", SEJAHTERA, anugerah, kata="Surat usul"),
        L("kesejahteraan:pemilihan_list", ASN),
        L("kesejahteraan:pemilihan_create", SEJAHTERA),
        L("kesejahteraan:pemilihan_detail", SEJAHTERA, pk(Pemilihan, status="penilaian"), kata="Dewan juri"),
        L("kesejahteraan:pemilihan_detail", ASN, pk(Pemilihan, status="penilaian"), kata="Pengumuman"),
        L("kesejahteraan:pemilihan_update", SEJAHTERA, pk(Pemilihan, status="draf")),
        L("kesejahteraan:juri_create", SEJAHTERA, pk(Pemilihan, status="penilaian")),
        L("kesejahteraan:juri_nilai", SEJAHTERA, pk(Juri), kata="Bobot"),
        L("layanan:usulan_detail", SEJAHTERA, usulan("klaim-jkk"), kata="Jumlah klaim"),
        # ── cuti ──
        L("kesejahteraan:cuti_saya", ASN, kata="sisa cuti tahunan"),
        L("kesejahteraan:cuti_create", ASN, tetap("cuti-tahunan")),
        L("kesejahteraan:cuti_create", ASN, tetap("cuti-sakit")),
        L("kesejahteraan:cuti_create_bagi", OPERATOR, rekan("cuti-tahunan")),
        L("kesejahteraan:cuti_kalender", KABAN, kata="Daftar"),
        L("kesejahteraan:cuti_saldo_list", OPERATOR),
        L("kesejahteraan:cuti_saldo_detail", OPERATOR, rekan()),
        L("kesejahteraan:cltn_list", KABAN),
        L("layanan:usulan_detail", KABAN, usulan("cuti-tahunan", langkah_kini__kode="keputusan"), kata="Perjalanan"),
        # ── kesejahteraan ──
        L("kesejahteraan:keluarga_saya", ASN),
        L("kesejahteraan:keluarga_saya_ubah", ASN, tetap("lahir"), kata="Akta kelahiran"),
        L("kesejahteraan:keluarga_detail", OPERATOR, nip(ASN), kata="Keluarga"),
        L("kesejahteraan:keluarga_ubah", OPERATOR, lambda p: (p.akun[ASN], "orang_tua")),
        L("kesejahteraan:perkawinan_list", KABAN, kata="Perkara"),
        L("kesejahteraan:pembagian_gaji", KABAN, kueri="kehendak=pns&anak_pns=0&anak_istri=1&gaji=3426000", kata="1/3"),
        L("layanan:usulan_detail", KABAN, usulan("izin-cerai", langkah_kini__kode="keputusan"), kata="batas menurut"),
        # ── pensiun ──
        L("pensiun:perkiraan_saya", ASN, kata="Perkiraan sebelum penetapan"),
        L("pensiun:perkiraan_saya", ASN, kueri="jenis=MD&tmt=2027-01-01"),
        L("pensiun:perkiraan_detail", KABAN, nip(ASN)),
        L("pensiun:nominatif_list", KABAN, kata="Tenggat berikutnya"),
        L("pensiun:proyeksi_list", SEKDA, kata="Menurut kelompok jabatan"),
        L("pensiun:proyeksi_orang", STAF),
        L("pensiun:pelepasan_list", KABAN),
        L("pensiun:pelepasan_create", KABAN),
        L("pensiun:pelepasan_detail", KABAN, pk(Pelepasan, status="selesai"), kata="tidak hadir"),
        L("pensiun:pelepasan_detail", KABAN, pk(Pelepasan, status="ditetapkan"), kata="Peserta"),
        L("pensiun:pelepasan_detail", KABAN, pk(Pelepasan, status="draf"), kata="Yang akan menjadi peserta"),
        L("pensiun:pelepasan_update", KABAN, pk(Pelepasan, status="draf")),
        # ── Korpri and Abdi Negara ──
        L("kesejahteraan:korpri_beranda", ASN, kata="Yang Anda ikuti"),
        L("kesejahteraan:korpri_beranda", KORPRI, kata="menunggu dibaca"),
        L("kesejahteraan:korpri_kegiatan_list", ASN),
        L("kesejahteraan:korpri_kegiatan_list", KORPRI, kueri="tampil=lalu"),
        L("kesejahteraan:korpri_kegiatan_create", KORPRI),
        L("kesejahteraan:korpri_kegiatan_update", KORPRI, pk(KegiatanKorpri, status="rencana")),
        L("kesejahteraan:korpri_kegiatan_detail", ASN, pk(KegiatanKorpri, jenis="bantuan_hukum"), kata="Keikutsertaan Anda"),
        L("kesejahteraan:korpri_kegiatan_detail", ASN, pk(KegiatanKorpri, status="dibuka", jenis="minat_bakat"), kata="Cabang lomba"),
        L("kesejahteraan:korpri_kegiatan_detail", ASN, pk(KegiatanKorpri, status="dibuka", tempat="Alun-alun Lamongan"), kata="Saya hadir"),
        L("kesejahteraan:korpri_kegiatan_detail", KORPRI, pk(KegiatanKorpri, status="selesai"), kata="Laporan"),
        L("kesejahteraan:korpri_kegiatan_detail", KORPRI, pk(KegiatanKorpri, status="selesai", jenis="minat_bakat"), kata="Juara 1"),
        L("kesejahteraan:korpri_kegiatan_selesai", KORPRI, pk(KegiatanKorpri, status="dibuka")),
        L("kesejahteraan:korpri_peserta_list", KORPRI, pk(KegiatanKorpri, status="dibuka"), kata="Simpan kehadiran"),
        L("kesejahteraan:korpri_peserta_create", KORPRI, pk(KegiatanKorpri, status="dibuka", jenis="minat_bakat")),
        L("kesejahteraan:korpri_peserta_cetak", KORPRI, pk(KegiatanKorpri, status="dibuka"), kata="Tanda tangan"),
        L("kesejahteraan:korpri_capaian_update", KORPRI, pk(KegiatanKorpri, status="selesai", jenis="minat_bakat")),
        L("kesejahteraan:korpri_berkas_create", KORPRI, pk(KegiatanKorpri, status="dibuka")),
        L("kesejahteraan:korpri_prestasi_list", ASN, kata="Juara 1"),
        L("kesejahteraan:korpri_pengurus_list", KORPRI),
        L("kesejahteraan:korpri_pengurus_detail", KORPRI, unit, kata="Pernah menjabat"),
        L("kesejahteraan:korpri_pengurus_create", KORPRI, unit),
        L("kesejahteraan:korpri_pengurus_akhiri", KORPRI, pk(PengurusKorpri)),
        L("kesejahteraan:korpri_tulisan_list", ASN, kueri="jenis=inovasi"),
        L("kesejahteraan:korpri_tulisan_saya", ASN),
        L("kesejahteraan:korpri_tulisan_create", ASN),
        L("kesejahteraan:korpri_tulisan_detail", ASN, pk(TulisanKorpri, status="terbit"), kata="Terbit"),
        L("kesejahteraan:korpri_tulisan_detail", KORPRI, pk(TulisanKorpri, status="diajukan"), kata="Putusan redaksi"),
        L("kesejahteraan:korpri_tulisan_update", KORPRI, pk(TulisanKorpri, status="diajukan")),
        L("kesejahteraan:korpri_redaksi_list", KORPRI),
        L("kesejahteraan:korpri_redaksi_list", KORPRI, kueri="status=terbit"),
        L("kesejahteraan:korpri_edisi_list", KORPRI),
        L("kesejahteraan:korpri_edisi_create", KORPRI),
        L("kesejahteraan:korpri_edisi_detail", ASN, _edisi),
    )  # fmt: skip


BUKAN = {
    **dict.fromkeys(
        [f"kesejahteraan:{n}" for n in (
            "satyalancana_hitung", "satyalancana_usul", "satyalancana_surat", "satyalancana_surat_sah", "pemilihan_buka",
            "pemilihan_tutup", "pemilihan_hasil", "juri_delete", "cuti_catatan_create", "cuti_catatan_batalkan",
        )]
        + [f"kesejahteraan:korpri_{n}" for n in (
            "kegiatan_umumkan", "kegiatan_batalkan", "kegiatan_daftar", "kegiatan_hadir", "peserta_mundur",
            "berkas_tarik", "tulisan_ajukan", "tulisan_ambil", "tulisan_putuskan",
        )]
        + [f"pensiun:pelepasan_{n}" for n in ("tetapkan", "hadir", "selesai")],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"kesejahteraan:{n}" for n in ("satyalancana_ekspor", "satyalancana_rekap", "pemilihan_ekspor")]
        + [f"kesejahteraan:korpri_{n}" for n in (
            "peserta_ekspor", "anggota_ekspor", "berkas", "tulisan_gambar", "edisi_download",
        )]
        + [f"pensiun:{n}" for n in (
            "nominatif_ekspor", "proyeksi_ekspor", "proyeksi_download", "pelepasan_ekspor", "pelepasan_download",
            "peserta_download",
        )],
        UNDUHAN,
    ),
    "kesejahteraan:satyalancana_kini": "mengarahkan ke penganugerahan yang disiapkan",
    "kesejahteraan:satyalancana_keppres": "jawaban atas kiriman form di tab usulan periode",
    "kesejahteraan:cuti_hitung": "potongan htmx",
    "kesejahteraan:cuti_hitung_bagi": "potongan htmx",
}  # fmt: skip
