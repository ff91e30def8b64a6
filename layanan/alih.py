"""Alih: tiap pagi langkah yang menunggu jabatan kosong atau pejabat berhalangan naik ke jabatan di atasnya.

Each usulan is moved in a transaction of its own under its row lock; what has moved already is not moved again. A
naskah that waits for a signature names its signer: it does not follow, its number falls and it is issued anew.
"""

from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import Hak
from layanan import gerak, katalog, naskah, pemberitahuan, pengalihan
from layanan.models import LangkahUsulan
from layanan.pelaku import Pelaku


def alihkan_semua(pada):
    """Moves every waiting step that nobody can act on today; returns how many moved.

    Offices are looked at once each, and only what waits at one that cannot act is opened.
    """
    acuan, hari = acuan_kini(), timezone.localdate(pada)
    menunggu = LangkahUsulan.objects.filter(keadaan="menunggu", jabatan__isnull=False, usulan__status="diproses")
    banyak = 0
    for jabatan, slug, aksi in menunggu.order_by().values_list("jabatan_id", "usulan__layanan", "aksi").distinct():
        if not _sebab(slug, jabatan, aksi, None, hari, acuan)[1]:
            continue
        disana = menunggu.filter(jabatan_id=jabatan, usulan__layanan=slug, aksi=aksi)
        for usulan_id in disana.order_by("usulan_id").values_list("usulan_id", flat=True):
            banyak += _alihkan(usulan_id, acuan, hari, pada)
    return banyak


def _sebab(slug, jabatan, aksi, pegawai_id, hari, acuan):
    return pengalihan.alamat_kini(
        {"jabatan": jabatan}, pegawai_id=pegawai_id, tanggal=hari, acuan=acuan, memutus=pengalihan.memutus(slug, aksi)
    )  # fmt: skip


def _alihkan(usulan_id, acuan, hari, pada):
    with jejak.sebagai(None):
        usulan = gerak.kunci(usulan_id, None)
        langkah = usulan.langkah_kini
        if usulan.status != "diproses" or langkah is None or langkah.jabatan_id is None:
            return 0
        if gerak.tertahan(usulan):
            return 0  # out for a signature its holder asked for, or in doubt after it
        tujuan, sebab = _sebab(usulan.layanan, langkah.jabatan_id, langkah.aksi, usulan.pegawai_id, hari, acuan)
        if not sebab:
            return 0
        if langkah.aksi == katalog.TANDA_TANGAN and _tetapkan_ulang(usulan, langkah, sebab, hari, pada):
            return 1
        langkah.dialihkan_dari_id = langkah.dialihkan_dari_id or langkah.jabatan_id
        langkah.sebab_alih = sebab[:200]
        for medan, nilai in gerak.alamat_baris(tujuan).items():
            setattr(langkah, medan, nilai)
        langkah.save()
        gerak.simpan(usulan)
        jejak.catat("usulan_alih", usulan, pegawai=usulan.pegawai_id, pada=pada, langkah=langkah.nama, sebab=sebab)
        pemberitahuan.langkah_masuk(usulan, langkah, pada=pada)
    return 1


def _tetapkan_ulang(usulan, langkah, sebab, hari, pada):
    """The unsigned naskah falls and the usulan goes back to be numbered in the name of who may sign; False without one."""
    kode = gerak.langkah_penetapan(usulan)
    cetakan = usulan.naskah.select_related("naskah").filter(surat=False, naskah__tahap__in=naskah.BELUM_SAH).last()
    if kode is None or cetakan is None:
        return False
    oleh = Pelaku(None, Hak(0, hari, sebutan="Portal"), pada=pada)
    gerak.batalkan_naskah(usulan, oleh, sebab)
    catatan = f"{sebab} Nomor {cetakan.naskah.nomor} batal; naskah ditetapkan ulang atas nama pejabat yang berwenang."
    gerak.mundur(usulan, langkah, oleh, kode, catatan)
    return True
