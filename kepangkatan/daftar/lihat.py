"""Siapa melihat daftar yang mana, dan baris yang mana seutuhnya.

A DUK that stands is open to all employees (PP 15/1979 Pasal 9, DUK-02): number, name, rank and post of everybody, the
rest only of people in the reader's scope. The other lists are for the BKD and, of their own unit, for the OPD.
"""

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepegawaian.models import ProfilKini

BKD = ("staf_bkd", "pejabat_bkd")
ANGKA = ("rekap", "bezetting", "kosong")
TETAP = "ditetapkan"


def terlihat(hak):
    """Q over DaftarResmi of the lists ``hak`` may open."""
    if hak.lihat_semua:
        return Q()
    syarat = Q(jenis="duk", status=TETAP) | Q(unit_id__in=hak.unit_lingkup, status=TETAP)
    if hak.punya("pimpinan"):
        syarat |= Q(jenis__in=ANGKA, status=TETAP)
    return syarat


def penuh(hak, daftar):
    """May he read every cell of it, and take its files?"""
    if hak.lihat_semua or (daftar.unit_id is not None and daftar.unit_id in hak.unit_lingkup):
        return True
    return daftar.jenis in ANGKA and hak.punya("pimpinan")


def lengkapi(potongan, daftar, bagian, hak, acuan):
    """Gives the rows of a page ``kepala`` (lines of the first column), ``sel`` (HTML of the others), ``samar``, ``tanda`` (DUK-05).

    One query. Who died, retired or moved after the date is marked, not removed. A page has some four hundred cells, which
    is why they are written here and not by the template.
    """
    kini = ProfilKini.objects.select_related("kedudukan").in_bulk({b.pegawai_id for b in potongan} - {None})
    semua = penuh(hak, daftar)
    for b in potongan:
        orang = kini.get(b.pegawai_id)
        b.samar = not (semua or (orang and hak.mencakup(orang)))
        tampak = [
            (kolom, sel if not b.samar or kolom.umum else [])
            for kolom, sel in zip(bagian.kolom, b.data["sel"], strict=True)
        ]
        b.kepala = tampak[0][1]
        b.sel = mark_safe("".join(_sel(kolom, isi) for kolom, isi in tampak[1:]))  # noqa: S308 - _sel escapes its parts
        b.tanda = _tanda(b, orang, daftar, acuan) if orang else ""


def _sel(kolom, isi):
    """One cell as HTML: a number, or the first line with the smaller ones below it."""
    judul = escape(kolom.judul)
    if kolom.angka:
        return f'<td class="angka-kolom" data-label="{judul}">{escape(", ".join(map(str, isi)))}</td>'
    if not isi:
        return f'<td data-label="{judul}"><span><span class="redup">tertutup</span></span></td>'
    satu, *lain = ["" if x is None else escape(str(x)) for x in isi]
    bawah = "".join(f"<small>{x}</small>" for x in lain if x)
    return f'<td data-label="{judul}"><span>{satu}{bawah}</span></td>'


def _tanda(b, orang, daftar, acuan):
    if orang.kedudukan and orang.kedudukan.akhir and orang.tmt_kedudukan and orang.tmt_kedudukan > daftar.per:
        return f"{orang.kedudukan.nama} sejak {orang.tmt_kedudukan:%d-%m-%Y}"
    dahulu, sekarang = acuan.unit.get(b.unit_id), acuan.unit.get(orang.unit_id)
    if dahulu and sekarang and dahulu.opd_id != sekarang.opd_id:
        return f"Kini di {sekarang.nama}"
    return ""
