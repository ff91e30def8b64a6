"""Siapa melihat daftar yang mana, dan baris yang mana seutuhnya.

A DUK that stands is open to all employees (PP 15/1979 Pasal 9, DUK-02): number, name, rank and post of everybody, the
rest only of people in the reader's scope. The other lists are for the BKD and, of their own unit, for the OPD.
"""

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepangkatan.aturan.duk import NAMA_KUNCI
from kepangkatan.daftar.bentuk import BERKELOMPOK
from kepegawaian.models import ProfilKini
from kepegawaian.templatetags.portal import nip, nip_samar, tanda

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


def baris_html(potongan, daftar, bagian, hak, acuan):
    """The rows of a page as HTML. A page has some four hundred cells, which is why they are written here.

    One query. Who died, retired or moved after the date is marked, not removed (DUK-05); of people outside the reader's
    scope only what is open to all.
    """
    kini = ProfilKini.objects.select_related("kedudukan").in_bulk({b.pegawai_id for b in potongan} - {None})
    semua, kelompok, hasil = penuh(hak, daftar), None, []
    for b in potongan:
        if daftar.jenis in BERKELOMPOK and b.kelompok != kelompok:
            kelompok = b.kelompok
            judul = f'<th scope="rowgroup" colspan="{len(bagian.kolom) + 1}">{escape(kelompok)}</th>'
            hasil.append(f'<tr class="baris-kelompok">{judul}</tr>')
        hasil.append(_baris(b, kini.get(b.pegawai_id), semua, daftar, bagian, hak, acuan))
    return mark_safe("".join(hasil))  # noqa: S308 - every part is escaped where it is put in


def _baris(b, orang, semua, daftar, bagian, hak, acuan):
    samar = not (semua or (orang and hak.mencakup(orang)))
    satu, *lain = [
        (kolom, sel if not samar or kolom.umum else []) for kolom, sel in zip(bagian.kolom, b.data["sel"], strict=True)
    ]
    jumlah = b.data.get("jumlah")
    nomor = f'<td class="angka-kolom" data-label="No.">{"" if jumlah else localize(b.nomor)}</td>'
    kepala = _kepala(b, satu[1], samar)
    if orang and (teks := _tanda(b, orang, daftar, acuan)):
        kepala += f"<small>{tanda(teks, 'perhatian')}</small>"
    if beda := NAMA_KUNCI.get(b.data.get("beda", ""), ""):
        kepala += f'<small class="redup">dibedakan {escape(beda)}</small>'
    sel = "".join(_sel(kolom, isi) for kolom, isi in lain)
    return f'<tr{" class=baris-jumlah" if jumlah else ""}>{nomor}<th scope="row">{kepala}</th>{sel}</tr>'


def _kepala(b, isi, samar):
    """The first column: a name with its NIP (masked outside the scope), or the lines of a total."""
    nama, bawah = f"<b>{escape(isi[0]) if isi else ''}</b>", escape(isi[1] or "") if len(isi) > 1 else ""
    if not b.pegawai_id:
        return f"{nama}<small>{bawah}</small>" if bawah else nama
    if samar:
        return f'{nama}<small class="text-nowrap">{escape(nip_samar(b.nip))}</small>'
    url = reverse("kepegawaian:pegawai_detail", args=[b.nip])
    return f'<a href="{url}">{nama}</a><small class="text-nowrap">{escape(nip(b.nip))}</small>'


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
