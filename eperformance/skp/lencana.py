"""Lencana menu: SKP yang menunggu penetapan saya."""

from eperformance.models import Skp
from eperformance.penilai import dinilai
from kepegawaian.hak import LENCANA_SEKALIGUS
from kepegawaian.hitung import Hitung


def _menunggu(hak):
    """SKP addressed to an office he holds; nothing asked of those who hold none."""
    if not (hak.kantor or hak.kantor_luar):
        return None
    return Hitung(Skp.objects.filter(dinilai(hak), status="diajukan"))


LENCANA_SEKALIGUS["skp_menunggu"] = _menunggu
