"""Aturan penyusunan SKP bagi halaman regulasi, dan fungsi kasusnya."""

from eperformance import aturan_skp
from eperformance.aturan import BERAKHLAK
from eperformance.aturan_skp import Butir, SusunanSkp
from layanan.katalog import daftarkan_aturan, fungsi_kasus

daftarkan_aturan("skp", "Penyusunan SKP", "eperformance:skp_saya", aturan_skp.SYARAT)


@fungsi_kasus("syarat_skp")
def syarat_skp(
    *, acuan, kode: str, jenjang: str = "pelaksana", pendekatan: str = "kuantitatif", butir: list = (),
    perilaku: list | None = None, atasan_sah: bool | None = True, bertumpuk: int | None = None,
    penilai_sah: bool | None = True,
):  # fmt: skip
    """One rule SKP-1 … SKP-7 on an SKP: harapan {jawaban, kalimat}.

    ``butir``: [{rencana, jenis, induk, pohon, aspek: [kuantitas …], kriteria}]; ``perilaku`` codes of BerAKHLAK that have an
    expectation, default all seven; ``atasan_sah`` null: the Bupati; ``penilai_sah`` null: not known.
    """
    semua = tuple(
        Butir(b["rencana"], b.get("jenis", "utama"), b.get("induk", False), b.get("pohon", False),
              frozenset(b.get("aspek", ())), b.get("kriteria", False))
        for b in butir
    )  # fmt: skip
    nilai = frozenset(BERAKHLAK if perilaku is None else perilaku)
    susunan = SusunanSkp(jenjang, pendekatan, semua, nilai, atasan_sah, bertumpuk, penilai_sah)
    hasil = {s.kode: h for s, h in aturan_skp.periksa(susunan)}[kode]
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}
