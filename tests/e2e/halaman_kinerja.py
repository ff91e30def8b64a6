"""Halaman tahun kinerja, pohon kinerja, SKP, dan realisasi bagi ``halaman_aspek``; obyeknya dari demo."""

from django.utils import timezone

from eperformance.models import IndikatorPohon, PermintaanUmpanBalik, Realisasi, RealisasiPohon, Simpul, Skp
from tests.e2e.cari import pk
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_aspek import BERSKP, DIMINTA, KINERJA, MENILAI, PEMILIK_DRAF, PENETAP, draf_skp, skp_berperan
from tests.e2e.panggung_mesin import ASN, INSPEKTORAT, KABAN, OPERATOR

SEKDA = "Sekretaris Daerah"


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


def _draf(p):
    return (draf_skp().pk,)


def _hasil_draf(p):
    return (draf_skp().hasil.first().pk,)


def halaman(L):
    """Lines of HALAMAN."""
    return (
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
        L("eperformance:umpan_balik_jawab", DIMINTA, pk(PermintaanUmpanBalik, dijawab_pada=None)),
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
        L("eperformance:skp_akhiri", KINERJA, _draf, kata="Yang terjadi sesudah disimpan"),
        L("eperformance:hasil_create", PEMILIK_DRAF, _draf, kata="Indikator"),
        L("eperformance:hasil_update", PEMILIK_DRAF, _hasil_draf, kata="Indikator"),
        L("eperformance:hasil_delete", PEMILIK_DRAF, _hasil_draf, kata="indikatornya"),
        L("eperformance:perilaku_update", PEMILIK_DRAF, _draf, kata="Akuntabel"),
        L("eperformance:lampiran_update", PEMILIK_DRAF, _draf, kata="Konsekuensi"),
        L("eperformance:skp_dialog", KABAN, pk(Skp, catatan__isnull=False), kata="Catatan"),
        L("eperformance:skp_bawahan", PENETAP, kata="Keadaan"),
        L("eperformance:matriks", PENETAP, kata="Hasil kerja Anda"),
        L("eperformance:pohon_peran", KABAN, kata="Sasaran"),
        L("eperformance:penyesuaian_list", KINERJA),
        L("eperformance:skp_download", PENETAP, lambda p: (skp_berperan().pk,), kueri="lihat=1"),
    )  # fmt: skip


BUKAN = {
    **dict.fromkeys(
        [f"eperformance:{n}" for n in (
            "periode_draf", "pohon_alihkan", "pohon_hitung", "simpul_urut", "simpul_akhiri", "simpul_hapus", "indikator_hapus",
            "realisasi_simpan", "bukti_tarik", "laporan_cetak", "ekinerja_baca", "ekinerja_terapkan", "ekinerja_batalkan",
            "skp_buka", "skp_tindakan", "skp_penilai", "skp_pendekatan", "skp_salin", "skp_plt", "skp_sesuaikan", "peran_ambil",
            "hasil_simpan", "hasil_urut", "perilaku_simpan", "lampiran_simpan", "bawahan_tetapkan", "matriks_simpan",
            "matriks_sendiri",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"eperformance:{n}" for n in (
            "pohon_ekspor", "bukti_download", "papan_ekspor", "pantau_ekspor", "laporan_ekspor", "laporan_download",
            "ekinerja_ekspor", "ekinerja_galat", "bawahan_ekspor", "pohon_peran_ekspor", "penyesuaian_ekspor",
        )],
        UNDUHAN,
    ),
    "eperformance:realisasi_saya": "mengarahkan ke realisasi SKP yang berjalan",
    "eperformance:ekinerja_batch": "batch seperti penggajian:presensi_detail, pada keadaan yang panggung ini tidak punya",
}  # fmt: skip
