"""Baris daftar satu periode KP dengan kata-katanya; the rows of a page as HTML, written in one go.

A page shows some twenty-five people with five cells each; templates and includes for every cell took more time than
the whole of its SQL.
"""

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepangkatan.periode.filters import rahasia
from kepegawaian.templatetags.portal import BELUM_ADA, nip, tanda
from layanan import katalog
from layanan.katalog import TIDAK

SEMUA, SUDAH = tanda("semua terpenuhi", "terpenuhi", "-"), tanda("sudah diusulkan", "terpenuhi", "-")
MATI = "sudah diusulkan"
TEMPAT = "NIP"  # where the NIP of a row goes into the one address asked for
_KINI = ("nip", "nama", "gelar_depan", "gelar_belakang", "unit_id", "jabatan__nama")
KOLOM = ("layanan", "golongan", "golongan_baru", "kurang", "pegawai__id", *(f"pegawai__kini__{k}" for k in _KINI))


def berhias(acuan, buka, baris):
    """Yields KelayakanKP rows with words: ``jenis``, ``unit_nama``, ``sebab`` [(kode, mark, sentence)], ``kunci``.

    ``buka``: may the reader know of conditions about discipline? Else they read "Diperiksa BKD.".
    """
    tutup, unit = (set() if buka else rahasia()), acuan.unit
    for b in baris:
        kini = b.pegawai.kini
        b.unit_nama = unit[kini.unit_id].nama if kini.unit_id in unit else ""
        b.jenis = katalog.ambil(b.layanan).nama
        b.sebab = [
            (kode, "gagal" if jawab == TIDAK else "perhatian", "Diperiksa BKD." if kode in tutup else kalimat)
            for kode, jawab, kalimat in b.kurang
        ]
        b.kunci = f"{b.layanan}:{kini.nip}"
        yield b


def sel(potongan, acuan, buka, boleh_usul):
    """The page with ``html`` on each row: its cells, all parts escaped here."""
    alamat, orang = {}, reverse("kepegawaian:pegawai_detail", args=[TEMPAT])
    for b in berhias(acuan, buka, potongan):
        if b.layanan not in alamat:
            alamat[b.layanan] = reverse("layanan:katalog_detail", args=[b.layanan])
        isi = _baris(b, orang.replace(TEMPAT, b.pegawai.kini.nip), alamat[b.layanan], boleh_usul)
        b.html = mark_safe(isi)  # noqa: S308 - _baris escapes its parts
    return potongan


def _baris(b, orang, alamat, boleh_usul):
    kini = b.pegawai.kini
    jabatan = escape(kini.jabatan.nama if kini.jabatan else BELUM_ADA)
    sebab = "".join(f"<li>{tanda(kode, jenis, '-')} {escape(kalimat)}</li>" for kode, jenis, kalimat in b.sebab)
    return (
        (_pilih(b, kini.nama) if boleh_usul else "")
        + f'<th scope="row"><a href="{orang}"><b>{escape(kini.nama_lengkap)}</b></a>'
        f'<small><span class="text-nowrap">{escape(nip(kini.nip))}</span></small></th>'
        f'<td data-label="Jenis"><span>{escape(b.jenis)}<small>{jabatan} · {escape(b.unit_nama)}</small></span></td>'
        f'<td data-label="Golongan" class="rapat">{escape(b.golongan)} → {escape(b.golongan_baru)}</td>'
        f'<td data-label="Keadaan syarat">{f"""<ul class="list-unstyled mb-0">{sebab}</ul>""" if sebab else SEMUA}</td>'
        f'<td data-label="Usulan">{SUDAH if b.diusulkan else f"""<a href="{alamat}">belum</a>"""}</td>'
    )


def _pilih(b, nama):
    """The same cell as ``komponen/_td_pilih.html``."""
    mati = f' title="{MATI}"' if b.diusulkan else ""
    return (
        f'<td class="kolom-pilih"><label{mati}><input class="form-check-input" type="checkbox" form="pilih" name="pilih"'
        f' value="{escape(b.kunci)}"{" disabled" if b.diusulkan else ""}><span class="visually-hidden">'
        f"Pilih {escape(nama)}{f' ({MATI})' if b.diusulkan else ''}</span></label></td>"
    )
