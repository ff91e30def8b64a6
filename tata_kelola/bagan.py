"""Bagan susunan organisasi: kotak tiap unit dengan kepala dan pemangkunya, digambar dari data unit hari ini. Pure layout plus reads.

The chart is SVG without script or style: the head on top, its secretariat beside the trunk, bidang in a row, and below each its
subunits as a column. Deeper units (UPTD, sekolah) are counted, not drawn; they have a chart of their own.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count

from kepegawaian.models import ProfilKini
from layanan.teks_gambar import bungkus
from tata_kelola.perbandingan import BarisUnit, kepala

LEBAR, JARAK_X, JARAK_Y, TEPI, INDEN = 168, 14, 34, 8, 16
ISI, NAMA, KECIL, TINGGI_NAMA, TINGGI_KECIL = 10, 12, 11, 15, 13
BANYAK = 12  # subunits drawn below one unit


@dataclass(slots=True)
class Kotak:
    """One unit on the chart: ``teks`` [(line, kind)], kind nama, pejabat or kecil."""

    unit: object
    teks: list
    x: float = 0
    y: float = 0
    w: float = LEBAR
    anak: list = field(default_factory=list)
    kosong: bool = False

    @property
    def h(self):
        """Height from its lines."""
        return 2 * ISI + sum(TINGGI_NAMA if j == "nama" else TINGGI_KECIL for _, j in self.teks)

    @property
    def baris(self):
        """[(x, y, text, kind)] of its lines."""
        y, hasil = self.y + ISI - 3, []
        for isi, jenis in self.teks:
            y += TINGGI_NAMA if jenis == "nama" else TINGGI_KECIL
            hasil.append((self.x + ISI, y, isi, jenis))
        return hasil


@dataclass(slots=True)
class Bagan:
    """A whole drawing and the same as a list (unit, depth, holder)."""

    lebar: float
    tinggi: float
    kotak: list
    garis: list
    daftar: list
    lebih: int


def susun(akar, acuan, hari_ini):
    """The Bagan of a unit and what stands below it; four queries."""
    anak = defaultdict(list)
    for u in acuan.unit.values():
        anak[u.induk_id].append(u)
    for daftar in anak.values():
        daftar.sort(key=lambda u: (u.jenis != "sekretariat", u.kode))
    pilih = {akar.id: 0}
    for u in anak[akar.id]:
        pilih[u.id] = 1
        pilih |= {c.id: 2 for c in anak[u.id][:BANYAK]}
    baris = {i: BarisUnit(acuan.unit[i], dalam) for i, dalam in pilih.items()}
    kepala(baris, hari_ini)
    for uid, n in (
        ProfilKini.objects.filter(unit_id__in=list(baris), aktif=True)
        .order_by()
        .values_list("unit_id")
        .annotate(n=Count("pk"))
    ):
        baris[uid].orang = n
    kotak = {i: _kotak(b) for i, b in baris.items()}
    lebih = sum(max(0, len(anak[u.id]) - BANYAK) for u in anak[akar.id])
    return _letakkan(akar, anak, kotak, baris, lebih)


def _kotak(b):
    bagian = [(b.unit.nama, "nama")]
    bagian.append(
        (f"{b.sifat} {b.kepala}".strip() if b.kepala else "kosong" if b.eselon else "tanpa jabatan kepala", "pejabat")
    )
    bagian.append((f"{'eselon ' + b.eselon + ', ' if b.eselon else ''}{b.orang} pegawai", "kecil"))
    teks = [(s, j) for isi, j in bagian for s in bungkus(isi, LEBAR - 2 * ISI, NAMA if j == "nama" else KECIL)]
    return Kotak(b.unit, teks, kosong=bool(b.eselon) and not b.kepala)


def _letakkan(akar, anak, kotak, baris, lebih):
    puncak, cabang = kotak[akar.id], [kotak[u.id] for u in anak[akar.id]]
    per_baris = 5
    garis, y, lebar = [], TEPI + puncak.h + JARAK_Y, 0
    batang = []
    for awal in range(0, len(cabang), per_baris):
        x, tinggi = TEPI, 0
        for c in cabang[awal : awal + per_baris]:
            c.x, c.y = x, y
            bawah = y + c.h
            for d in (kotak[u.id] for u in anak[c.unit.id][:BANYAK]):
                d.w = LEBAR - INDEN
                d.x, d.y = x + INDEN, bawah + 10
                garis.append(((x + INDEN / 2, y + c.h), (x + INDEN / 2, d.y + d.h / 2), (d.x, d.y + d.h / 2)))
                bawah = d.y + d.h
            tinggi = max(tinggi, bawah - y)
            x += LEBAR + JARAK_X
        batang.append((y, cabang[awal : awal + per_baris]))
        lebar = max(lebar, x - JARAK_X + TEPI)
        y += tinggi + JARAK_Y
    lebar = max(lebar, LEBAR + 2 * TEPI)
    puncak.x, puncak.y = (lebar - LEBAR) / 2, TEPI
    tengah = lebar / 2
    for i, (atas, isi) in enumerate(batang):
        rata = atas - JARAK_Y / 2
        titik = [c.x + LEBAR / 2 for c in isi]
        kiri = TEPI / 2 if i else tengah
        garis.append(((min(titik), rata), (max([*titik, tengah] if not i else titik), rata)))
        if i:
            garis.append(((kiri, TEPI + puncak.h + JARAK_Y / 2), (kiri, rata), (min(titik), rata)))
            garis.append(((kiri, TEPI + puncak.h + JARAK_Y / 2), (tengah, TEPI + puncak.h + JARAK_Y / 2)))
        garis += [((x, rata), (x, atas)) for x in titik]
    if batang:
        garis.append(((tengah, TEPI + puncak.h), (tengah, TEPI + puncak.h + JARAK_Y / 2)))
    daftar = list(baris.values())
    return Bagan(
        lebar,
        y - JARAK_Y + TEPI,
        list(kotak.values()),
        [" L".join(f"{x:g} {y_:g}" for x, y_ in g) for g in garis],
        _urut(akar, anak, baris, daftar),
        lebih,
    )


def _urut(akar, anak, baris, daftar):
    """[BarisUnit] as they stand on the chart, each below its own."""
    hasil = [baris[akar.id]]
    for u in anak[akar.id]:
        hasil += [baris[u.id], *(baris[c.id] for c in anak[u.id] if c.id in baris)]
    return hasil if len(hasil) == len(daftar) else daftar
