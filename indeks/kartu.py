"""Kartu “Yang akan datang” pada halaman seorang pegawai (``kepegawaian.views.kerangka.KARTU``).

The page belongs to ``kepegawaian``, which may not know this app; so this app puts its card there.
"""

from django.template.loader import render_to_string

from indeks import tampilan
from indeks.models import JatuhTempo, PutaranIndeks
from kepegawaian.views.kerangka import KARTU


def kartu_tempo(request, pegawai):
    """What falls due for this pegawai according to the last night; nothing before the first night."""
    putaran = PutaranIndeks.objects.filter(tempo_kini=True).values("pk")[:1]
    tempo = list(JatuhTempo.objects.filter(putaran_id__in=putaran, pegawai=pegawai).order_by("tanggal")[:5])
    if not tempo:
        return ""
    return render_to_string("indeks/_akan_datang.html", {"tempo": tampilan.akan_datang(tempo)}, request)


KARTU.append(kartu_tempo)
