"""Pemberitahuan: yang belum dibaca, untuk lencana pada lonceng."""

from kepegawaian.hak import LENCANA_SEKALIGUS
from kepegawaian.hitung import Hitung
from kepegawaian.models import Pemberitahuan

BATAS_LENCANA = 100


def hitung_belum_dibaca(hak):
    """Unread notices of an account, counted up to BATAS_LENCANA, on the partial index."""
    belum = Pemberitahuan.objects.filter(pengguna_id=hak.pengguna_id, dibaca_pada__isnull=True)
    return Hitung(belum, BATAS_LENCANA - 1)


LENCANA_SEKALIGUS["pemberitahuan"] = hitung_belum_dibaca
