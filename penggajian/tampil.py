"""Baris Pantauan KGB: the cells of a page as HTML, written in one go (as ``kepangkatan/periode/tampil.py``)."""

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepegawaian.templatetags.portal import nip, rupiah, tampil, tanda

LEWAT = tanda("lewat tenggat", "gagal")
TEMPAT = "NIP"  # where the NIP of a row goes into the one address asked for


def sel(baris, csrf):
    """The rows of ``views/kgb.py`` with ``html``: their cells, all parts escaped here; ``csrf``: token of their forms."""
    tunda = reverse("layanan:usulan_create", args=["kgb-tunda"])
    orang = reverse("penggajian:penghasilan_detail", args=[TEMPAT])
    return [b | {"html": mark_safe(_sel(b, orang, tunda, csrf))} for b in baris]  # noqa: S308 - _sel escapes its parts


def _sel(b, orang, tunda, csrf):
    o = b["orang"]
    gaji = tampil(rupiah(o.gaji_pokok))
    return (
        f'<th scope="row"><a href="{orang.replace(TEMPAT, o.nip)}"><b>{escape(o.nama_lengkap)}</b></a>'
        f'\n<small><span class="text-nowrap">{escape(nip(o.nip))}</span></small></th>'
        f'<td data-label="Golongan"><span>{escape(tampil(o.golongan_id))}'
        f"<small>{escape(o.status)}, {escape(gaji)}</small></span></td>"
        f'<td data-label="Jabatan"><span>{escape(tampil(o.jabatan.nama if o.jabatan else ""))}'
        f"<small>{escape(b['unit'])}</small></span></td>"
        f'<td data-label="Surat"><span>{tanda(b["surat"], b["jenis"])}{f" {LEWAT}" if b["lewat"] else ""}{_surat(b)}'
        f"{_tunda(o, tunda, csrf) if b['tunda'] else ''}</span></td>"
    )


def _surat(b):
    """The usulan with its step, or what the night found in its way."""
    if b["usulan"]:
        nomor = b["usulan"].nomor
        alamat = reverse("layanan:usulan_detail", args=[nomor])
        return f'<small><a href="{alamat}">{escape(nomor)}</a> {escape(b["langkah"])}</small>'
    return f"<small>{escape(b['kalimat'])}</small>" if b["kalimat"] else ""


def _tunda(o, alamat, csrf):
    """The button that opens a draft of postponement for him."""
    return (
        f'<form method="post" action="{alamat}" data-sekali>'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{csrf}"><input type="hidden" name="nip" value="{escape(o.nip)}">'
        '<button class="btn btn-sm btn-outline-primary" type="submit">Usulkan penundaan'
        f'<span class="visually-hidden"> {escape(o.nama_lengkap)}</span></button></form>'
    )
