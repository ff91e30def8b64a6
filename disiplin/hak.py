"""Hak atas kasus disiplin: penangan, anggota tim, atasan yang melaporkan; dan yang bersangkutan atas berkasnya sendiri."""

from django.db.models import Q

from disiplin.fakta import SLUG
from disiplin.models import AnggotaTim
from kepegawaian.hak import PEMBUKA_RAHASIA

# Steps whose letter the person himself may read: summonses, release from duty, BAP, receipt, and the SK.
SURAT_TERPERIKSA = ("pembebasan", "panggilan_1", "panggilan_2", "pemeriksaan", "penyampaian", "pengiriman")


def anggota_tim(hak):
    """Q over Usulan: cases in whose tim pemeriksa he sits."""
    if not hak.pegawai_id:
        return Q(pk__in=())
    return Q(pk__in=AnggotaTim.objects.filter(pegawai_id=hak.pegawai_id).values("kasus__usulan_id"))


PEMBUKA_RAHASIA[SLUG] = anggota_tim


def penangan(hak):
    """Handles all cases: staf of the unit that owns the layanan, its head, kabid, Kepala BKD."""
    return SLUG not in hak.rahasia_tertutup


def dapat_membuka(hak):
    """May he open cases at all: staf that handle them, and officials over people."""
    return not hak.hanya_baca and (bool(hak.unit_kepala) or (hak.punya("staf_bkd") and penangan(hak)))


def boleh_membuka(hak, kini):
    """May he open a case about this person: staf that handle them, or an official over the person; never about himself."""
    if not dapat_membuka(hak) or kini.pegawai_id == hak.pegawai_id:
        return False
    return (hak.punya("staf_bkd") and penangan(hak)) or kini.unit_id in hak.unit_kepala


def boleh_bap(usulan, kasus, hak):
    """May he write the BAP: the holder of the waiting examination step, a member of the tim, or the handling staf."""
    if hak.hanya_baca or usulan.pegawai_id == hak.pegawai_id or usulan.status != "diproses":
        return False
    langkah = usulan.langkah_kini
    if langkah is None or langkah.kode != "pemeriksaan":
        return False
    pemegang = langkah.jabatan_id in hak.jabatan_ids if langkah.jabatan_id else langkah.penerima_id == hak.pegawai_id
    return pemegang or kasus.tim.filter(pegawai_id=hak.pegawai_id or 0).exists()
