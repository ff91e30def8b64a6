"""Fungsi kasus perkawinan: pembagian gaji sesudah perceraian, dan batas pemberitahuan tergugat."""

from datetime import date

from kesejahteraan.perkawinan import aturan, pembagian
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import tanggal_iso


@fungsi_kasus("pembagian_gaji")
def pembagian_gaji(
    *, acuan, kehendak: str = "", pria: bool = True, anak_pns: int = 0, anak_istri: int = 0, alasan: list | None = None,
    istri_bersalah: bool = False, kawin_lagi: bool = False, gaji: int | None = None,
):  # fmt: skip
    """PP 10/1983 Pasal 8 jo. PP 45/1990: bagian gaji sesudah perceraian.

    kehendak: pns atau istri; anak_pns, anak_istri: banyaknya anak pada masing-masing; alasan: dimadu, zina, kejam,
    pemabuk, ditinggal. harapan: jawaban, kalimat, pns, bekas_istri, anak (pecahan), anak_pada_pns, anak_pada_istri,
    rupiah {pns, bekas_istri, anak_pada_pns, anak_pada_istri}.
    """
    hasil = pembagian.bagi(
        pria=pria, kehendak=kehendak, anak_pns=anak_pns, anak_istri=anak_istri, alasan=alasan or (),
        istri_bersalah=istri_bersalah, kawin_lagi=kawin_lagi, gaji=gaji,
    )  # fmt: skip
    kunci = {("pns", "pns"): "pns", ("bekas_istri", "bekas_istri"): "bekas_istri", ("anak", "pns"): "anak_pada_pns",
             ("anak", "bekas_istri"): "anak_pada_istri"}  # fmt: skip
    return {
        "jawaban": hasil.hasil.jawaban,
        "kalimat": hasil.hasil.kalimat,
        **{s: str(hasil.pecahan(s)) for s in ("pns", "bekas_istri", "anak")},
        **{nama: str(hasil.pecahan(*siapa)) for siapa, nama in kunci.items() if siapa[0] == "anak"},
        "rupiah": {kunci[b.siapa, b.penerima]: b.rupiah for b in hasil.bagian},
    }


@fungsi_kasus("batas_tergugat")
def batas_tergugat(*, acuan, terima: date | str, pola: str = "5"):
    """PP 45/1990 Pasal 3; SE BAKN 48/SE/1990: hari terakhir tergugat memberitahukan gugatan. harapan: tanggal."""
    return aturan.batas_tergugat(tanggal_iso(terima, "terima"), acuan, pola)
