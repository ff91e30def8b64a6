"""Halaman penilaian kinerja bagi ``halaman_aspek``; obyeknya dari demo (``tata_kelola/demo/kinerja_penilaian.py``)."""

from eperformance.models import Skp
from kepegawaian.models import UnitKerja
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_mesin import ASN, KABAN

SEKDA = "Sekretaris Daerah"


def skp(**saring):
    return lambda p: (Skp.objects.filter(**saring).earliest("pk").pk,)


def _bkpsdm(p):
    return (UnitKerja.objects.get(kode="BKPSDM").pk,)


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("eperformance:penilaian_list", KABAN, kata="Distribusi"),
        L("eperformance:penilaian_list", SEKDA),
        L("eperformance:skp_penilaian", KABAN, skp(status="final"), kata="Dokumen"),
        L("eperformance:skp_penilaian", KABAN, skp(status="keberatan"), kata="Keberatan"),
        L("eperformance:distribusi_list", KABAN),
        L("eperformance:distribusi_list", SEKDA, kata="belum ditetapkan"),
        L("eperformance:distribusi_detail", KABAN, _bkpsdm, kata="Pola distribusi"),
        L("eperformance:distribusi_detail", SEKDA, _bkpsdm, kueri="coba0=2&coba1=60"),
        L("eperformance:perbaikan_list", KABAN),
        L("eperformance:perbaikan_list", KABAN, kueri="tampil=penghargaan"),
        L("eperformance:perbaikan_list", SEKDA, kueri="tampil=tanpa-skp"),
        L("layanan:katalog_detail", ASN, lambda p: ("keberatan-kinerja",), kata="batas waktunya"),
    )


BUKAN = {
    **dict.fromkeys(
        [f"eperformance:{n}" for n in (
            "penilaian_simpan", "penilaian_baris", "skp_terima", "skp_keberatan", "skp_final", "evaluasi_cetak",
            "distribusi_capaian", "distribusi_tetapkan",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"eperformance:{n}" for n in ("penilaian_ekspor", "distribusi_ekspor", "distribusi_unduh", "perbaikan_ekspor")], UNDUHAN
    ),
    "eperformance:evaluasi_unduh": "halaman yang menunggu cetakan, lalu PDF-nya",
    **dict.fromkeys(
        ("eperformance:evaluasi_ganti", "eperformance:perbaikan_update"),
        "form biasa pada keadaan yang panggung ini belum tentu punya; bentuknya sama dengan form di tabel",
    ),
}  # fmt: skip
