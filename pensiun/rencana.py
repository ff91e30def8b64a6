"""Rencana: apa yang akan ditetapkan bagi seorang yang berhenti, dari satu Konteks. Pure.

One function for the preview, the decree and its effect: right to a pension, masa kerja pensiun, kedudukan hukum after it,
the id of BKN, and the KP pengabdian that stands in the same SK (PP 99/2000 Ps. 27; keputusan-tafsir T-15).
"""

from dataclasses import replace
from typing import Any, NamedTuple

from kepegawaian.aturan_kp import efek_kp
from layanan import aturan_pengabdian
from pensiun import hitung
from pensiun.aturan import umum

# Cause of the KP pengabdian, by kind of pemberhentian.
SEBAB_KP = {
    "BUP": aturan_pengabdian.BUP, "MD": aturan_pengabdian.MENINGGAL, "TIDAK_CAKAP_DINAS": aturan_pengabdian.CACAT,
}  # fmt: skip
# BKN's ref jenis_pensiun: (without KP pengabdian, with it). Kinds not named: 8, dengan hormat.
JENIS_PENSIUN = {
    "BUP": ("1", "2"), "APS": ("7", "7"), "MD": ("3", "4"), "TEWAS": ("5", "5"), "TIDAK_CAKAP_DINAS": ("6", "6"),
    "TIDAK_CAKAP": ("10", "10"),
}  # fmt: skip


class Pengabdian(NamedTuple):
    """The KP that is given with the pension: its TMT, the new golongan and pangkat, MKG (months) and gaji pokok."""

    tmt: Any
    golongan: str
    pangkat: str
    mkg: int | None
    gaji: int | None


class Rencana(NamedTuple):
    """``jenis``: Pemberhentian of the table; ``berhak``: with a pension, None while nobody can say; ``mkp`` months or None."""

    jenis: Any
    berhak: bool | None
    mkp: int | None
    kedudukan: str
    jenis_pensiun: str
    pengabdian: Pengabdian | None


def konteks_pengabdian(k, kode=""):
    """The Konteks on the TMT of the KP pengabdian, with its cause; None where the kind has none or a date is missing."""
    kode = kode or k.isian.get("jenis")
    sebab = SEBAB_KP.get(kode)
    tmt = sebab and aturan_pengabdian.tmt_pengabdian(sebab, k.isian.get("tanggal_kejadian"), k.tanggal)
    if not tmt:
        return None
    dinas = "ya" if sebab == aturan_pengabdian.CACAT else ""
    return replace(k, tanggal=tmt, isian=k.isian | {"sebab": sebab, "karena_dinas": dinas})


def diminta(k):
    """The form asks for the KP pengabdian in the same SK."""
    return k.isian.get("pengabdian") == "ya"


def pengabdian(k, kode=""):
    """The Pengabdian of the form, or None when it is not asked for or there is no rank above."""
    kp = konteks_pengabdian(k, kode) if diminta(k) else None
    baru = kp and k.acuan.golongan_berikut(k.profil.golongan)
    if baru is None or k.profil.golongan_urutan is None:
        return None
    efek = efek_kp(k.profil, baru, kp.tanggal, k.acuan)
    return Pengabdian(kp.tanggal, baru.kode, baru.pangkat, efek.mkg_baru, efek.gaji and efek.gaji.rupiah)


def susun(k, kode=""):
    """The Rencana of a Konteks; None while its kind is not chosen."""
    jenis = umum.jenis(k, kode)
    if jenis is None:
        return None
    berhak = False if umum.melepas_hak(k) else umum.berhak(k, kode)
    kp = pengabdian(k, kode)
    tanpa, dengan = JENIS_PENSIUN.get(jenis.kode, ("8", "8"))
    return Rencana(
        jenis, berhak, hitung.mkp_profil(k.profil, k.tanggal) if jenis.status == "PNS" else None,
        jenis.kedudukan if berhak else jenis.kedudukan_tanpa_hak or jenis.kedudukan,
        (dengan if kp else tanpa) if berhak else "", kp,
    )  # fmt: skip


def profil_akhir(k, r):
    """The profile the pension is computed from: after the KP pengabdian its rank and gaji pokok."""
    kp = r.pengabdian
    return replace(k.profil, golongan=kp.golongan, pangkat=kp.pangkat, gaji_pokok=kp.gaji) if kp else k.profil
