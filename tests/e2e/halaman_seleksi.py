"""Halaman seleksi dan CPNS bagi ``halaman_aspek``; obyeknya dari demo (``tata_kelola/demo/pengadaan.py``)."""

from pengadaan.models import ImporSeleksi, Pelamar, Pemberkasan, Seleksi, UsulNip
from tests.e2e.halaman_mesin import PERBUATAN, TAMU, UNDUHAN
from tests.e2e.panggung_aspek import CALON, FORMASI
from tests.e2e.panggung_mesin import INSPEKTORAT, OPERATOR


def _pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("pengadaan:umum_list", TAMU),
        L("pengadaan:umum_detail", TAMU, _pk(Seleksi, status="selesai"), kata="Peserta yang lulus"),
        L("pengadaan:seleksi_list", FORMASI),
        L("pengadaan:seleksi_create", FORMASI),
        L("pengadaan:seleksi_detail", FORMASI, _pk(Seleksi, status="berjalan"), kata="Formasi"),
        L("pengadaan:seleksi_update", FORMASI, _pk(Seleksi, status="berjalan")),
        L("pengadaan:pelamar_list", FORMASI, _pk(Seleksi, status="berjalan")),
        L("pengadaan:pelamar_update", FORMASI, _pk(Pelamar, seleksi__status="berjalan"), kata="PP 11/2017"),
        L("pengadaan:impor_list", FORMASI, _pk(Seleksi, status="berjalan"), kata="Unggah berkas"),
        L("pengadaan:impor_detail", FORMASI, _pk(ImporSeleksi, status="pratinjau"), kata="Kesalahan"),
        L("pengadaan:hasil_list", FORMASI, _pk(Seleksi, status="berjalan"), kata="Peringkat"),
        L("pengadaan:hasil_list", INSPEKTORAT, _pk(Seleksi, status="selesai"), kata="Ditetapkan"),
        L("pengadaan:berkas_list", FORMASI, _pk(Seleksi, jenis="PPPK")),
        L("pengadaan:berkas_detail", FORMASI, _pk(Pemberkasan, status="dikirim"), kata="Selesaikan pemeriksaan"),
        L("pengadaan:berkas_tenggat", FORMASI, _pk(Pemberkasan, status="dikembalikan")),
        L("pengadaan:pelamar_batalkan", FORMASI, _pk(Pelamar, pemberkasan__status="dikembalikan")),
        L("pengadaan:pengganti_list", FORMASI, _pk(Seleksi, jenis="PPPK"), kata="Pengganti"),
        L("pengadaan:usul_list", FORMASI, _pk(Seleksi, jenis="PPPK")),
        L("pengadaan:nip_detail", FORMASI, _pk(UsulNip, seleksi__jenis="PPPK"), kata="Jawaban BKN"),
        L("pengadaan:usul_create", FORMASI, _pk(Seleksi, jenis="PPPK")),
        L("pengadaan:usul_rekam_banyak", FORMASI, _pk(UsulNip, seleksi__jenis="PPPK")),
        L("pengadaan:pemberkasan_saya", CALON, kata="Perlu diperbaiki"),
        L("pengadaan:pemberkasan_drh", CALON),
        L("pengadaan:pemberkasan_unggah", CALON, lambda p: ("ijazah",)),
        L("pengadaan:cpns_list", FORMASI, kata="Masa percobaan"),
        L("pengadaan:cpns_list", OPERATOR, kueri="keadaan=lewat"),
    )  # fmt: skip


BUKAN = {
    **dict.fromkeys(
        [f"pengadaan:{n}" for n in (
            "seleksi_lakukan", "impor_lakukan", "berkas_kode", "berkas_periksa", "usul_sk", "pemberkasan_kirim", "cpns_usulkan",
            "pengganti_usulkan",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"pengadaan:{n}" for n in (
            "pelamar_ekspor", "impor_galat", "impor_contoh", "hasil_ekspor", "pengumuman", "berkas_ekspor", "berkas_calon",
            "usul_ekspor", "usul_lembar", "umum_pdf", "cpns_ekspor", "umum_pengganti", "pengganti_naskah",
        )],
        UNDUHAN,
    ),
    **dict.fromkeys(
        ("pengadaan:berkas_buka", "pengadaan:pengumuman_sah", "pengadaan:usul_rekam", "pengadaan:pengganti_umumkan", "pengadaan:pengganti_sah"),
        "form biasa pada keadaan yang panggung ini tidak punya; bentuknya sama dengan form di tabel",
    ),
}  # fmt: skip
