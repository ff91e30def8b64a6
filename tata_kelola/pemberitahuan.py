"""Pemberitahuan: yang belum dibaca, untuk lencana pada lonceng."""

from kepegawaian.hak import LENCANA
from kepegawaian.models import Pemberitahuan

BATAS_LENCANA = 100


def hitung_belum_dibaca(hak):
    """Unread notices of an account, counted up to BATAS_LENCANA; one query on the partial index."""
    belum = Pemberitahuan.objects.filter(pengguna_id=hak.pengguna_id, dibaca_pada__isnull=True).order_by()
    return belum[:BATAS_LENCANA].count()


LENCANA["pemberitahuan"] = hitung_belum_dibaca
