"""Hak atas klaim JKK dan JKM: orangnya, penangannya, pejabat pada jalurnya, dan operator OPD yang harus mengajukannya.

A claim tells of health and of the family (``desain.md`` §7): it is confidential. The route begins with the OPD, so whoever is
its operator today opens the claims of its people; their superior, other staf of the BKD and who only reads do not. What was
paid (RiwayatKlaim) is open to the person and to the handlers.
"""

from django.db.models import Q

from kepegawaian.hak import PEMBACA_BAGIAN, PEMBUKA_RAHASIA

JKK, JKM = "klaim-jkk", "klaim-jkm"


def operator(hak):
    """Q over Usulan: claims of the people of the units he is operator of; never that about himself by this way."""
    if not hak.unit_operator:
        return Q(pk__in=())
    milik = Q(layanan__in=(JKK, JKM), pegawai__kini__unit_id__salah_satu=hak.unit_operator)
    return milik & ~Q(pegawai_id=hak.pegawai_id or 0)


PEMBUKA_RAHASIA[JKK] = operator
PEMBACA_BAGIAN["kesehatan"] = JKK
