"""Hak kebutuhan: siapa menulis ABK dan rencana, siapa memeriksa, siapa memutus tiap langkah usul.

The acts ask for it themselves (``wajib_*``, refused with BukanWewenang); pages ask to show what one may do.

Follows the office as everywhere: an operator writes for the units he serves, the Subbid Formasi dan Pengadaan for all.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kepegawaian.acuan import acuan_kini
from layanan.galat import BukanWewenang
from pengadaan.menu import mengelola

KASUBBID, KABID, SEKRETARIS, KABAN, SEKDA = (
    "KEPALA-SUB21", "KEPALA-BID2", "KEPALA-SEKRET", "KEPALA-BKPSDM", "KEPALA-SETDA",
)  # fmt: skip
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


def merekam_bupati(hak):
    """Records what the Bupati signed."""
    return not hak.hanya_baca and "BUPATI" in hak.kantor_luar


def _wajib(boleh, kalimat):
    if not boleh:
        raise BukanWewenang(kalimat)


def wajib_menulis(hak, unit_ids):
    """BukanWewenang unless he writes for all these units."""
    acuan = acuan_kini()
    _wajib(all(boleh_menulis(hak, acuan, u) for u in unit_ids), "Unit kerja ini bukan unit yang Anda layani.")


def wajib_mengelola(hak):
    """BukanWewenang unless he is of the Subbid Formasi dan Pengadaan, or a head above it."""
    _wajib(mengelola(hak, acuan_kini()), "Ini pekerjaan Subbidang Formasi dan Pengadaan Pegawai.")


def wajib_memegang(hak, kode):
    """BukanWewenang unless he holds the office today."""
    _wajib(memegang_kantor(hak, kode), "Langkah ini menunggu pejabat lain.")


def wajib_merekam(hak):
    """BukanWewenang unless he records for the Bupati."""
    _wajib(merekam_bupati(hak), "Tanda tangan Bupati direkam petugas perekamnya.")


def harus(boleh):
    """403 unless ``boleh``."""
    if not boleh:
        raise PermissionDenied
