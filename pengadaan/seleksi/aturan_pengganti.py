"""Aturan pengganti: siapa mengisi formasi yang ditinggalkan calon yang kelulusannya dibatalkan. Pure.

PermenPANRB 6/2024 Ps. 54, read in secondary sources (sebagian): the PPK announces that the pass of one who withdrew, did not hand
in his papers in time, does not meet the conditions, or died is called off, and may ask the Panselnas for the next in rank below
him. Who had filled an empty formasi from another jalur or unit is replaced the same way; which way is the setting
``cpns_optimalisasi`` (asumsi). No Django, no clock.
"""

from dataclasses import replace

from layanan.katalog import Dasar
from pengadaan.seleksi.aturan import hitung, isi_kosong, sama_penuh

DASAR = Dasar("PermenPANRB 6/2024", "Pasal 54")
# Why a pass is called off (kode -> (words of the announcement, who must say so)).
SEBAB = {
    "mundur": ("mengundurkan diri", "Nomor dan tanggal surat pengunduran dirinya"),
    "dianggap": ("dianggap mengundurkan diri karena tidak melengkapi berkas sampai batas waktunya", "Nomor dan tanggal berita acara"),
    "tms": ("tidak memenuhi persyaratan", "Dasar dan persyaratan yang tidak dipenuhi"),
    "wafat": ("meninggal dunia", "Nomor dan tanggal surat keterangan kematian"),
}  # fmt: skip


def pengganti(kotak, peserta, ketentuan, gugur, terisi=None):
    """({key of a Peserta: formasi he comes to fill}, sentences of what the law cannot part).

    ``gugur``: keys of those whose pass is called off; ``terisi`` {key: formasi} of those who fill one today, None: as the
    result says. The frozen ranking decides; who fills a formasi already does not move.
    """
    putusan, _ = hitung(kotak, peserta, ketentuan)
    putus, orang, masalah = {x.kunci: x for x in putusan}, {p.kunci: p for p in peserta}, []
    if terisi is None:
        terisi = {x.kunci: x.formasi for x in putusan if x.formasi is not None}
    terisi = {k: f for k, f in terisi.items() if k not in gugur}
    lolos, hasil = {}, {}
    for k in sorted(kotak, key=lambda x: str(x.kunci)):
        # Only one with a rank of the end result may follow; the order is that of the result.
        urut = sorted(
            (x for x in putusan if x.peringkat and orang[x.kunci].formasi == k.kunci and x.kunci not in gugur),
            key=lambda x: x.peringkat,
        )
        bebas = [x.kunci for x in urut if x.kunci not in terisi]
        sisa = k.jumlah - sum(f == k.kunci for f in terisi.values())
        ambil, lain = bebas[: max(sisa, 0)], bebas[max(sisa, 0) :]
        if ambil and lain and sama_penuh(orang[ambil[-1]], orang[lain[0]], putus, ketentuan):
            masalah.append(f"{ambil[-1]} dan {lain[0]} sama pada semua urutan penentu; putuskan lebih dulu urutannya.")
        hasil |= dict.fromkeys(ambil, k.kunci)
        lolos[k.kunci] = [orang[x] for x in lain]
    if ketentuan["jenis"] == "CPNS":
        hasil |= _dari_lain(kotak, lolos, putus, terisi | hasil, ketentuan)
    return hasil, masalah


def _dari_lain(kotak, lolos, putus, terisi, ketentuan):
    """What nobody of its own ranking can fill goes the way of ``isi_kosong``."""
    coba = {
        kunci: replace(x, formasi=terisi.get(kunci), kode="lulus" if kunci in terisi else x.kode)
        for kunci, x in putus.items()
    }
    for isi in lolos.values():
        coba |= {p.kunci: replace(coba[p.kunci], kode="tidak", formasi=None) for p in isi}
    isi_kosong(kotak, lolos, coba, ketentuan)
    return {p.kunci: coba[p.kunci].formasi for isi in lolos.values() for p in isi if coba[p.kunci].formasi is not None}
