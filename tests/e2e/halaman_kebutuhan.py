"""Halaman kebutuhan dan perjanjian kerja bagi ``halaman_aspek``; obyeknya dari demo (``kebutuhan.py``, ``kontrak.py``)."""

from pengadaan.models import AnalisisJabatan, Formasi, RencanaKebutuhan, UnggahanAbk, UsulFormasi
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_aspek import KASUBBID_FORMASI, PEREKAM
from tests.e2e.panggung_mesin import KABAN, OPERATOR

SEKDA = "Sekretaris Daerah"


def _pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def _baris_rencana(p):
    r = RencanaKebutuhan.objects.filter(status="draf", baris__isnull=False).earliest("pk")
    return r.pk, r.baris.earliest("pk").pk


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("pengadaan:abk_list", KASUBBID_FORMASI, kata="Analisis beban kerja"),
        L("pengadaan:abk_list", OPERATOR, kata="Ajukan"),
        L("pengadaan:abk_create", OPERATOR),
        L("pengadaan:abk_detail", KASUBBID_FORMASI, _pk(AnalisisJabatan, status="sah", cara="tugas"), kata="Waktu kerja efektif"),
        L("pengadaan:abk_detail", KASUBBID_FORMASI, _pk(AnalisisJabatan, status="diperiksa"), kata="Sahkan"),
        L("pengadaan:abk_update", KASUBBID_FORMASI, _pk(AnalisisJabatan, status="draf"), kata="Norma waktu"),
        L("pengadaan:abk_kembalikan", KASUBBID_FORMASI, _pk(AnalisisJabatan, status="diperiksa")),
        L("pengadaan:abk_impor", OPERATOR, kata="templat"),
        L("pengadaan:abk_unggahan", KASUBBID_FORMASI, _pk(UnggahanAbk, nama_berkas="abk-contoh.csv"), kata="abk-contoh.csv"),
        L("pengadaan:kebutuhan_list", KABAN, kata="Kekurangan tiap perangkat daerah"),
        L("pengadaan:kebutuhan_list", OPERATOR, kueri="lampu=merah&urut=-selisih"),
        L("pengadaan:formasi_list", SEKDA, kata="Formasi"),
        L("pengadaan:formasi_list", KASUBBID_FORMASI, kata="Ditetapkan"),
        L("pengadaan:formasi_update", KASUBBID_FORMASI, _pk(Formasi, status="ditetapkan")),
        L("pengadaan:rencana_create", OPERATOR),
        L("pengadaan:rencana_detail", KASUBBID_FORMASI, _pk(RencanaKebutuhan, status="draf", baris__isnull=False), kata="Renstra"),
        L("pengadaan:rencana_detail", KASUBBID_FORMASI, _pk(RencanaKebutuhan, status="direkap"), kata="Jalannya"),
        L("pengadaan:rencana_renstra", KASUBBID_FORMASI, _pk(RencanaKebutuhan, status="draf")),
        L("pengadaan:baris_create", KASUBBID_FORMASI, _pk(RencanaKebutuhan, status="draf")),
        L("pengadaan:baris_update", KASUBBID_FORMASI, _baris_rencana),
        L("pengadaan:usul_detail", KASUBBID_FORMASI, _pk(UsulFormasi, status="disampaikan"), kata="Rekam penetapan Menteri"),
        L("pengadaan:usul_detail", SEKDA, _pk(UsulFormasi, status="ditetapkan"), kata="Keputusan Menteri"),
        L("pengadaan:usul_penetapan", KASUBBID_FORMASI, _pk(UsulFormasi, status="disampaikan")),
        L("pengadaan:usul_sahkan", PEREKAM, _pk(UsulFormasi, status="disampaikan")),
        L("pengadaan:kontrak_list", KASUBBID_FORMASI, kueri="masa=semua", kata="Perpanjangan"),
        L("pengadaan:kontrak_list", OPERATOR, kata="Aturan perjanjian kerja"),
    )  # fmt: skip


BUKAN = {
    **dict.fromkeys(
        [f"pengadaan:{n}" for n in (
            "abk_banyak", "abk_lakukan", "abk_terapkan", "baris_delete", "rencana_lakukan", "usul_rekap", "usul_setujui",
            "usul_keluarkan", "kontrak_usulkan",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"pengadaan:{n}" for n in (
            "abk_ekspor", "tugas_ekspor", "abk_templat", "kebutuhan_ekspor", "formasi_ekspor", "renstra_download", "usul_surat",
            "usul_eformasi", "usul_kepmen", "kontrak_ekspor", "tembusan_ekspor",
        )],
        UNDUHAN,
    ),
    "pengadaan:kebutuhan_saran": "potongan htmx",
    **dict.fromkeys(
        ("pengadaan:abk_sahkan", "pengadaan:rencana_kembalikan", "pengadaan:usul_kembalikan"),
        "form biasa pada keadaan yang panggung ini tidak punya; bentuknya sama dengan form di tabel",
    ),
}  # fmt: skip
