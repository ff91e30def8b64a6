"""PDF "SKP" menurut susunan Permen PANRB 6/2022, dibuat pekerja sekali bagi tiap keadaan isinya.

Nothing is numbered or kept for good: the file lies in the cache under the fingerprint of what it prints, so that a second
reader of the same SKP gets the same file, and a changed SKP another. Before it is ditetapkan it bears a watermark.
"""

import hashlib
import json

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone

from eperformance.models import Skp
from eperformance.skp import baca
from kepegawaian.aturan import tulis_tanggal

TANPA_PDF = "PDF belum dapat dibuat: pustaka pencetak (Pango) tidak terpasang di server ini. Cetak dari peramban Anda."
SIMPAN, ANTRE = 6 * 3600, 120  # seconds a file is kept, and one request for it is not repeated
GAGAL = b"-"


def data(skp, hari_ini):
    """All that is printed, as plain values."""
    isi = baca.isi(skp)
    orang = baca.dua_orang(skp, hari_ini)
    return {
        "tahun": skp.periode.tahun, "masa": [tulis_tanggal(skp.mulai), tulis_tanggal(skp.sampai)],
        "pendekatan": skp.get_pendekatan_display(), "konsep": skp.status not in Skp.SAH, "keadaan": skp.get_status_display(),
        "orang": [[judul, [[a, b or "–"] for a, b in butir]] for judul, butir in orang],
        "kelompok": [["Utama", [_hasil(h) for h in isi.utama]], ["Tambahan", [_hasil(h) for h in isi.tambahan]]],
        "perilaku": [[p.nama, list(p.panduan), p.ekspektasi] for p in isi.perilaku],
        "lampiran": [[nama, [x.isi for x in baris]] for _, nama, baris in isi.lampiran],
        "tetap": tulis_tanggal(timezone.localdate(skp.ditetapkan_pada)) if skp.ditetapkan_pada else "",
        "asal": "Sasaran pohon kinerja yang diwujudkan" if baca.memakai_pohon(skp)
        else "Rencana hasil kerja pimpinan yang diintervensi", "kualitatif": skp.pendekatan == "kualitatif", "nomor": skp.pk,
    }  # fmt: skip


def _hasil(h):
    asal = h.induk.rencana if h.induk else h.simpul.uraian if h.simpul else ""
    return [h.rencana, asal or h.penugasan, h.get_perspektif_display(), [[a, i.uraian, t] for a, i, t in h.baris]]


def sidik(isi):
    """Key of the file of exactly these values."""
    return "skp-pdf:" + hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def ambil(skp, hari_ini):
    """(PDF bytes or None while it is not made, key); None bytes with key "" when no printer is there."""
    kunci = sidik(data(skp, hari_ini))
    berkas = cache.get(kunci)
    return (None, "") if berkas == GAGAL else (berkas, kunci)


def minta(skp, kunci):
    """Asks the worker once for this file."""
    if cache.add(f"{kunci}:antre", 1, ANTRE):
        from eperformance.skp.tasks import cetak_skp  # noqa: PLC0415 - the task calls this module

        cetak_skp.delay(skp.pk)


def cetak(skp_id, hari_ini):
    """Worker: prints the SKP as it stands now into the cache; twice gives the same."""
    ikut = ("periode", "pegawai__kini", "jabatan", "unit", "opd", "penilai__unit")
    skp = Skp.objects.select_related(*ikut).get(pk=skp_id)
    isi = data(skp, hari_ini)
    try:
        from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

        huruf, lembar = gaya("css/skp-cetak.css")
    except (ImportError, OSError):
        cache.set(sidik(isi), GAGAL, ANTRE)
        return
    html = render_to_string("eperformance/skp/cetak.html", {"d": isi})
    cache.set(sidik(isi), dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf), SIMPAN)
