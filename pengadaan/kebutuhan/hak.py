"""Hak kebutuhan: siapa menulis ABK dan rencana, siapa memeriksa, siapa memutus tiap langkah usul.

Follows the office as everywhere: an operator writes for the units he serves, the Subbid Formasi dan Pengadaan for all.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from pengadaan.menu import mengelola

KASUBBID, KABID, KABAN, SEKDA = "KEPALA-SUB21", "KEPALA-BID2", "KEPALA-BKPSDM", "KEPALA-SETDA"
PENULIS = ("operator_opd", "staf_bkd", "pejabat_bkd")
PELIHAT = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PELIHAT_ABK = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")


def melihat_semua(hak):
    """Figures of every OPD: BKD, inspektorat, Sekda and Bupati."""
    return hak.lihat_semua or hak.punya("pimpinan")


def lingkup_unit(hak):
    """Ids of the units he may look at, or None for all."""
    return None if melihat_semua(hak) else hak.unit_operator | hak.unit_kepala_opd


def dalam_lingkup(hak, medan="unit_id"):
    """Q over a model with a unit (or OPD) in ``medan``."""
    unit = lingkup_unit(hak)
    if unit is None:
        return Q()
    return Q(**{f"{medan}__salah_satu": unit}) if unit else Q(pk__in=[])


def boleh_menulis(hak, acuan, unit_id):
    """May write the analysis or plan of this unit."""
    if hak.hanya_baca:
        return False
    return mengelola(hak, acuan) or (hak.punya("operator_opd") and unit_id in hak.unit_operator)


def unit_tulis(hak, acuan):
    """Ids of the units he writes for; all of them for the subbid."""
    if hak.hanya_baca:
        return frozenset()
    return frozenset(acuan.unit) if mengelola(hak, acuan) else hak.unit_operator


def memegang_kantor(hak, kode):
    """Holds the office ``kode`` today, Plt and Plh included."""
    return not hak.hanya_baca and any(k.kode == kode for k in hak.kantor)


def harus(boleh):
    """403 unless ``boleh``."""
    if not boleh:
        raise PermissionDenied
