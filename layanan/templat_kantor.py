"""Templat kantor: versi kata-kata naskah, dari konsep sampai berlaku; dan versi mana yang dicetak pada suatu hari.

``bagian_naskah`` is asked by ``naskah.tetapkan`` and by previews. The acts lock the versions of one layanan, check,
change, and record, in one transaction; whoever wrote a konsep never puts it into force. ``layanan`` is throughout a
layanan or the ``kata_surat.KataSurat`` of a step's own letter.
"""

import hashlib
import json
from datetime import timedelta

from django.db import IntegrityError

from kepegawaian import jejak
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Jejak
from layanan import templat as bahasa, wewenang
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import LangkahUsulan, Usulan, VersiTemplat

PENYETUJU = ("pejabat_bkd", "admin")
AKHIRAN_KOLEKTIF = "_kolektif"  # key of a collective decree (``layanan.lembar``): slug of its layanan and this


def sidik(bagian):
    """Fingerprint of a wording, to know whether what was seen is what is kept."""
    return hashlib.sha256(json.dumps(bagian, sort_keys=True).encode()).hexdigest()[:16]


def asal(slug):
    """Slug of the layanan a key of versions belongs to; the same for the layanan's own naskah."""
    return slug.partition("/")[0].removesuffix(AKHIRAN_KOLEKTIF)


def kueri(slug):
    """What tells a preview which sheet of the layanan is meant, as [(name, value)]; nothing for its own naskah."""
    kode = slug.partition("/")[2]
    return [("langkah", kode)] if kode else [("kolektif", 1)] if slug.endswith(AKHIRAN_KOLEKTIF) else []


def berlaku(slug, tanggal):
    """The VersiTemplat of a key in force on ``tanggal``, or None: then the default wording holds."""
    return (
        VersiTemplat.objects.filter(layanan=slug, status="berlaku", berlaku_sejak__lte=tanggal)
        .exclude(berlaku_sampai__lt=tanggal)
        .first()
    )


def konsep(slug):
    """The konsep of a layanan, or None."""
    return VersiTemplat.objects.filter(layanan=slug, status="konsep").first()


def teks_berlaku(layanan, tanggal, acuan):
    """(VersiTemplat or None, {kode: wording}) of ``tanggal``; a part added to the declaration later has its default."""
    versi, teks = berlaku(layanan.slug, tanggal), bahasa.bawaan(layanan.naskah, acuan, tanggal)
    return versi, teks | ({k: v for k, v in versi.bagian.items() if k in teks} if versi else {})


def bagian_naskah(layanan, data, tanggal, acuan, versi=None):
    """The parts of the naskah over the frozen ``data``, with ``versi_templat`` {id, versi} beside them.

    ``versi``: this one instead of the one in force on ``tanggal`` (a preview). Version 0 is the default wording,
    which ``data_naskah`` has put in already. Raises DitolakAlur with version, part, line and cause.
    """
    if not layanan.naskah.bagian:
        return {}
    if versi is None:
        versi = berlaku(layanan.slug, tanggal)
    if versi is None:
        return {"versi_templat": {"id": None, "versi": 0}}
    teks = bahasa.bawaan(layanan.naskah, acuan, tanggal) | versi.bagian
    try:
        jadi = bahasa.susun_semua(layanan.naskah, teks, data)
    except bahasa.TemplatSalah as galat:
        raise DitolakAlur(
            f"Kata-kata naskah menurut templat versi {versi.versi} tidak dapat disusun. {galat}"
        ) from galat
    return jadi | {"versi_templat": {"id": versi.pk, "versi": versi.versi}}


# ── who may ──────────────────────────────────────────────────────────────────────────────────────────


def boleh_menyusun(layanan, hak):
    """May ``hak`` write a konsep? Officials of the BKD, the admin, and staff of the subbid that owns the layanan."""
    if hak.hanya_baca:
        return False
    return hak.punya(*PENYETUJU) or wewenang.staf_pemilik(layanan, hak)


def penyusun(versi):
    """Ids of the accounts that wrote any state of this konsep."""
    tercatat = Jejak.objects.filter(aksi="templat_simpan", objek="versitemplat", objek_id=versi.pk)
    return set(tercatat.values_list("oleh_id", flat=True)) | {versi.dibuat_oleh_id}


def sudah_dipratinjau(versi):
    """True when this very wording was seen on a real usulan; or none exists to see it on."""
    terlihat = Jejak.objects.filter(
        aksi="templat_pratinjau", objek="versitemplat", objek_id=versi.pk, data__sidik=sidik(versi.bagian)
    )
    return terlihat.exists() or not usulan_bernaskah(versi.layanan).exists()


def usulan_bernaskah(kunci):
    """Usulan a wording can be seen on: those of the layanan; of a step's letter the running ones past that step."""
    kode = kunci.partition("/")[2]
    semua = Usulan.objects.filter(layanan=asal(kunci))
    if kode:
        lewat = LangkahUsulan.objects.filter(kode=kode, keadaan="selesai").values("usulan_id")
        semua = semua.filter(pk__in=lewat, status__in=("diproses", "dikembalikan"))
    return semua


def halangan(versi, hak):
    """Why ``hak`` cannot put this konsep into force, or ""."""
    if hak.hanya_baca or not hak.punya(*PENYETUJU):
        return "Konsep ini diberlakukan oleh pejabat BKD atau admin."
    if hak.pengguna_id in penyusun(versi):
        return "Anda ikut menyusun konsep ini; memberlakukannya harus orang lain."
    if not sudah_dipratinjau(versi):
        return "Konsep ini belum dilihat pada usulan nyata. Buka pratinjaunya dahulu."
    return ""


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


def _kunci(slug):
    """All versions of a layanan, locked, newest first."""
    return list(VersiTemplat.objects.select_for_update().filter(layanan=slug).order_by("-versi"))


def _sebut(versi, layanan):
    return f"{layanan.nama} versi {versi.versi}"


def simpan(layanan, teks, *, alasan, semula, oleh):
    """Writes the konsep of a layanan, the first time as the next version; returns it.

    ``semula``: fingerprint of the konsep the form showed ("" for none). The wording was checked by
    ``templat.periksa``; it is checked again here. Raises DitolakAlur when somebody else changed it meanwhile.
    """
    if not boleh_menyusun(layanan, oleh.hak):
        raise BukanWewenang("Anda tidak dapat mengubah templat layanan ini.")
    if galat := bahasa.periksa(layanan.naskah, teks):
        raise galat[0]
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            semua = _kunci(layanan.slug)
            ada = next((v for v in semua if v.status == "konsep"), None)
            if semula != (sidik(ada.bagian) if ada else ""):
                raise DitolakAlur("Konsep ini sudah diubah orang lain sejak halaman Anda dibuka. Muat ulang dahulu.")
            versi = ada or VersiTemplat(layanan=layanan.slug, versi=semua[0].versi + 1 if semua else 1)
            versi.bagian, versi.alasan = teks, alasan
            versi.dibuat_oleh, versi.diubah_pada = oleh.pengguna, oleh.kini
            versi.save()
            jejak.catat("templat_simpan", versi, templat=_sebut(versi, layanan), sidik=sidik(teks), alasan=alasan)
    except IntegrityError as galat:
        raise DitolakAlur("Orang lain baru saja membuat konsep layanan ini. Muat ulang dahulu.") from galat
    return versi


def berlakukan(layanan, nomor, *, sejak, dilihat, oleh):
    """Puts konsep ``nomor`` into force from ``sejak`` on, and ends the version before it the day before.

    ``dilihat``: fingerprint of the wording the page showed. A version already set for later keeps its start; the
    new one ends before it.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        semua = _kunci(layanan.slug)
        versi = next((v for v in semua if v.versi == nomor), None)
        if versi is None or versi.status != "konsep":
            raise DitolakAlur("Versi ini bukan konsep lagi.")
        if sidik(versi.bagian) != dilihat:
            raise DitolakAlur("Konsep ini sudah diubah sejak halaman Anda dibuka. Baca dahulu yang terbaru.")
        if sebab := halangan(versi, oleh.hak):
            raise BukanWewenang(sebab)
        if galat := bahasa.periksa(layanan.naskah, versi.bagian):
            raise galat[0]
        if sejak < oleh.hari_ini:
            raise DitolakAlur("Tanggal mulai paling awal hari ini; naskah yang lalu tidak berubah.")
        hidup = [v for v in semua if v.status == "berlaku"]
        if any(v.berlaku_sejak == sejak for v in hidup):
            raise DitolakAlur(f"Sudah ada versi yang mulai berlaku {tulis_tanggal(sejak)}. Pilih tanggal lain.")
        for lama in hidup:
            if lama.berlaku_sejak < sejak and (lama.berlaku_sampai is None or lama.berlaku_sampai >= sejak):
                lama.berlaku_sampai = sejak - timedelta(days=1)
                lama.save(update_fields=["berlaku_sampai"])
        nanti = min((v.berlaku_sejak for v in hidup if v.berlaku_sejak > sejak), default=None)
        versi.berlaku_sejak, versi.berlaku_sampai = sejak, nanti and nanti - timedelta(days=1)
        versi.status, versi.disetujui_oleh, versi.disetujui_pada = "berlaku", oleh.pengguna, oleh.kini
        versi.save()
        jejak.catat("templat_berlaku", versi, templat=_sebut(versi, layanan), berlaku=tulis_tanggal(sejak))
    return versi


def cabut(layanan, nomor, *, alasan, oleh):
    """Revokes a version. One that has not begun gives its days back to the version before it; else default wording."""
    if oleh.hak.hanya_baca or not oleh.hak.punya(*PENYETUJU):
        raise BukanWewenang("Versi templat dicabut oleh pejabat BKD atau admin.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        semua = _kunci(layanan.slug)
        versi = next((v for v in semua if v.versi == nomor), None)
        if versi is None or versi.status != "berlaku":
            raise DitolakAlur("Hanya versi yang berlaku atau akan berlaku dapat dicabut.")
        if versi.berlaku_sampai and versi.berlaku_sampai < oleh.hari_ini:
            raise DitolakAlur("Masa versi ini sudah lewat; tidak ada lagi yang dicabut.")
        mulai, sampai = versi.berlaku_sejak, versi.berlaku_sampai
        versi.status, versi.alasan_cabut = "dicabut", alasan
        if mulai <= oleh.hari_ini:
            versi.berlaku_sampai = oleh.hari_ini
        versi.save(update_fields=["status", "alasan_cabut", "berlaku_sampai"])
        sebelum = next(
            (v for v in semua if v.status == "berlaku" and v.berlaku_sampai == mulai - timedelta(days=1)), None
        )
        if mulai > oleh.hari_ini and sebelum:
            sebelum.berlaku_sampai = sampai
            sebelum.save(update_fields=["berlaku_sampai"])
        jejak.catat("templat_cabut", versi, templat=_sebut(versi, layanan), alasan=alasan)
    return versi
