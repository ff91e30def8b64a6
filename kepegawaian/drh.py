"""Daftar riwayat hidup (DRH): isinya menurut riwayat hari ini, dan PDF-nya.

Form: Anak Lampiran I-c Keputusan Kepala BKN 11/2002. Parts the portal holds nothing of (pengalaman ke luar
negeri, organisasi) stay open for the person to fill in by hand. WeasyPrint is loaded only when a PDF is
asked for: the web starts without Pango.
"""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from kepegawaian.models import (
    RiwayatDiklat,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatKeluarga,
    RiwayatPangkat,
    RiwayatPendidikan,
    RiwayatPenghargaan,
)
from kepegawaian.uraian import nasib

HURUF = {400: "arimo-latin-400-normal", 700: "arimo-latin-700-normal"}


class PdfTidakAda(Exception):
    """WeasyPrint or the library below it (Pango) is missing on this machine."""


def _berlaku(model, pegawai, per, *relasi):
    daftar = model.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True, tmt__lte=per)
    daftar = list(daftar.select_related("naskah_pegawai__naskah__digantikan_oleh", *relasi).order_by("tmt", "id"))
    for baris in daftar:  # a decree that was changed or revoked since says so beside its number
        baris.nasib = nasib(baris.naskah_pegawai.naskah) if baris.naskah_pegawai else ""
    return daftar


def susun_drh(pegawai, per, *, keluarga):
    """The sections of the form as lists of rows; ``keluarga`` None when the reader may not see it."""
    gaji = {g.tmt: g.gaji_pokok for g in _berlaku(RiwayatGaji, pegawai, per)}
    pangkat = _berlaku(RiwayatPangkat, pegawai, per, "golongan", "jenis_kp")
    for baris in pangkat:
        baris.gaji_pokok = gaji.get(baris.tmt)
    return {
        "pendidikan": _berlaku(RiwayatPendidikan, pegawai, per, "tingkat"),
        "diklat": _berlaku(RiwayatDiklat, pegawai, per, "jenis"),
        "pangkat": pangkat,
        "jabatan": _jabatan(_berlaku(RiwayatJabatan, pegawai, per, "jabatan", "unit"), pangkat),
        "penghargaan": _berlaku(RiwayatPenghargaan, pegawai, per, "jenis"),
        "keluarga": _keluarga(_berlaku(RiwayatKeluarga, pegawai, per)) if keluarga else None,
    }


def _jabatan(daftar, pangkat):
    """Posts with the day they ended (the next definitive one, or their own term) and the rank held then."""
    definitif = [b for b in daftar if b.penugasan == "D"]
    akhir = {kiri.pk: kanan.tmt for kiri, kanan in pairwise(definitif)}
    for b in daftar:
        b.berakhir = b.sampai or akhir.get(b.pk)
        b.golongan = next((p.golongan_id for p in reversed(pangkat) if p.tmt <= b.tmt), "")
    return daftar


def _keluarga(daftar):
    """(heading, newest row of each member, by birth) for spouse, children, parents."""
    terbaru = {b.anggota: b for b in daftar}
    urut = sorted(terbaru.values(), key=lambda b: (b.tanggal_lahir or date.max, b.nama))
    return [(nama, [b for b in urut if b.hubungan == h]) for h, nama in RiwayatKeluarga.HUBUNGAN]


def cetak_pdf(isi):
    """PDF bytes of the form from the context of the page; raises PdfTidakAda."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - the web starts without Pango; only this needs it

        lembar, huruf, pengambil = _lembar()
    except (ImportError, OSError) as galat:
        raise PdfTidakAda from galat
    dokumen = HTML(string=render_to_string("kepegawaian/drh_cetak.html", isi), url_fetcher=pengambil)
    return dokumen.write_pdf(stylesheets=lembar, font_config=huruf)


@cache
def _lembar():
    """Style sheets, fonts and a fetcher that takes nothing but our own static files; once per process."""
    from weasyprint import CSS  # noqa: PLC0415 - as above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as above
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    akar = [settings.BASE_DIR / "static", settings.NODE_MODULES, Path(settings.STATIC_ROOT)]

    class DariDisk(URLFetcher):
        def fetch(self, url, headers=None):
            jalan = Path(url.removeprefix("file://")).resolve()
            if not url.startswith("file://") or not any(jalan.is_relative_to(a.resolve()) for a in akar):
                raise ValueError("DRH hanya memakai berkas dari disk.")
            return super().fetch(url, headers)

    huruf, pengambil = FontConfiguration(), DariDisk()
    muka = "".join(
        f"@font-face{{font-family:Arimo;font-weight:{tebal};src:url('{_berkas(f'arimo/files/{nama}.woff2').as_uri()}')}}"
        for tebal, nama in HURUF.items()
    )
    lembar = [
        CSS(string=muka, font_config=huruf, url_fetcher=pengambil),
        CSS(filename=str(_berkas("css/drh-cetak.css")), font_config=huruf, url_fetcher=pengambil),
    ]
    return lembar, huruf, pengambil


def _berkas(nama):
    """Path of a static file: from the finders in development, from STATIC_ROOT where it was collected."""
    return Path(finders.find(nama) or Path(settings.STATIC_ROOT) / nama)
