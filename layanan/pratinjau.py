"""Pratinjau naskah: konsep bertanda air sebelum bernomor, sebagai HTML seketika dan PDF dari pekerja latar.

Nothing here is kept: the HTML is made from today's data for one reader, the PDF lies in the cache for ten minutes
under a key only that reader has. No number, no verification code, never a file of the naskah.
"""

import re
import secrets

from django.core.cache import cache
from django.template.loader import render_to_string

from kepegawaian.antrean import kirim
from kepegawaian.models import Naskah
from layanan import naskah, templat_kantor
from layanan.bahan_naskah import BELUM
from layanan.galat import DitolakAlur
from layanan.wewenang import alasan_tidak_berwenang, boleh_menyunting, staf_pemilik

UMUR = 600
TANDA_AIR = "KONSEP – BELUM BERLAKU"


def boleh(usulan, layanan, hak, acuan=None):
    """May ``hak`` see the konsep? Whoever may act on or verify it: any step of its route, its staff, its proposer.

    Never the person himself, and nobody who only reads.
    """
    if layanan.naskah is None or hak.hanya_baca or usulan.pegawai_id == hak.pegawai_id:
        return False
    if usulan.status not in usulan.BERJALAN:
        return False
    if any(_dituju(r["alamat"], hak) for r in usulan.rute) or staf_pemilik(layanan, hak, usulan.isian, acuan):
        return True
    if usulan.status == "diproses":  # whoever stands in for an absent or vacant office of the waiting step
        return not alasan_tidak_berwenang(usulan, usulan.langkah_kini, hak)
    return boleh_menyunting(usulan, hak)


def _dituju(alamat, hak):
    """True when an address of the frozen route is an office or duty ``hak`` holds today."""
    if "jabatan" in alamat:
        return alamat["jabatan"] in hak.jabatan_ids
    if "peran" in alamat:
        return alamat["unit"] in (hak.unit_staf if alamat["peran"] == "staf_bkd" else hak.unit_operator)
    return alamat.get("kantor_luar") in hak.kantor_luar


def data_mentah(layanan, konteks):
    """What the naskah would freeze, in the default wording; raises DitolakAlur with the reason it cannot be made."""
    if not layanan.dicetak(konteks):
        raise DitolakAlur("Naskah usulan ini dibuat di luar portal, jadi tidak ada konsepnya.")
    return layanan.data_konsep(konteks)


def data_konsep(usulan, layanan, konteks, hari_ini, versi=None):
    """What the naskah would freeze today, without a number. Raises DitolakAlur with the reason it cannot be made."""
    data = data_mentah(layanan, konteks) | {"paraf": naskah.paraf(usulan)}
    data |= templat_kantor.bagian_naskah(layanan, data, hari_ini, konteks.acuan, versi)
    return data | {"nomor": BELUM, "tanggal": hari_ini.isoformat(), "usulan": usulan.nomor}


def html_konsep(layanan, data, *, kepala=""):
    """The naskah as HTML with the watermark and without the verification code; ``kepala`` goes into its head."""
    lembar = Naskah(jenis=layanan.naskah.jenis, perihal=layanan.naskah.judul, nomor=BELUM, data=data)
    isi = render_to_string(
        layanan.naskah.templat, {"n": lembar, "d": data, "qr": "", "alamat_verifikasi": "", "konsep": True}
    )
    isi, ada = re.subn(r"(<body[^>]*>)", rf'\1<div class="konsep">{TANDA_AIR}</div>', isi, count=1)
    if not ada:
        raise ValueError(f"{layanan.naskah.templat} tanpa <body>: tanda air tidak dapat dipasang.")
    return isi.replace("</head>", f"{kepala}</head>", 1)


# ── the PDF, by the worker, in the cache ─────────────────────────────────────────────────────────────


def _kunci(kode, apa):
    return f"pratinjau:{kode}:{apa}"


def minta_pdf(usulan, isi, pengguna_id):
    """Leaves the HTML for the worker and queues it; returns the code of the print. Raises AntreanMati."""
    from layanan.tasks import cetak_pratinjau  # noqa: PLC0415 - the task module imports this one

    kode = secrets.token_urlsafe(18)
    cache.set(_kunci(kode, "minta"), {"usulan": usulan.pk, "pengguna": pengguna_id, "html": isi}, UMUR)
    kirim(cetak_pratinjau, kode)
    return kode


def cetak(kode):
    """Prints what was asked for; again, or after its time, nothing happens."""
    from layanan.cetak import pdf_konsep  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

    minta = cache.get(_kunci(kode, "minta"))
    if minta is None or cache.get(_kunci(kode, "hasil")) is not None:
        return
    try:
        hasil = {"pdf": pdf_konsep(minta["html"])}
    except Exception as galat:  # the reader waits: whatever the renderer throws must reach him as a sentence
        hasil = {"galat": f"PDF tidak dapat dibuat ({type(galat).__name__}). Coba lagi."}
    cache.set(_kunci(kode, "hasil"), hasil, UMUR)


def hasil(kode, usulan, pengguna_id):
    """State of a print of this usulan asked for by this account: None when unknown, else {pdf}, {galat} or {}."""
    minta = cache.get(_kunci(kode, "minta"))
    if minta is None or (minta["usulan"], minta["pengguna"]) != (usulan.pk, pengguna_id):
        return None
    return cache.get(_kunci(kode, "hasil")) or {}
