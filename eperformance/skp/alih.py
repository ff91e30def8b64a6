"""Alih penilai: tiap pagi SKP yang penilainya kosong atau berhalangan naik ke penggantinya, dan kembali bila sudah terisi.

Only what moves is opened, each in a transaction of its own under its row lock; run again it finds nothing.
"""

from django.utils import timezone

from eperformance import pengganti, siklus
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import Hak
from kepegawaian.models import Pengguna
from layanan.pelaku import Pelaku


def alihkan_semua(pada):
    """Moves every SKP whose penilai cannot act on the day of ``pada``; returns how many moved."""
    oleh = Pelaku(None, Hak(0, timezone.localdate(pada), sebutan="Portal"), pada=pada)
    return sum(_alihkan(pk, oleh) for pk in pengganti.calon(oleh.hari_ini, acuan_kini()))


def _alihkan(pk, oleh):
    with jejak.sebagai(None):
        skp = siklus.kunci(pk)
        if not siklus.alihkan(skp, oleh):
            return 0
        akun = Pengguna.objects.filter(pegawai_id=skp.pegawai_id, is_active=True).values_list("pk", flat=True)
        isi = skp.sebab_alih or "Jabatan penilainya sudah ada pejabatnya lagi."
        siklus.kabari(skp, akun, f"Pejabat penilai SKP {skp.periode.tahun} Anda beralih", isi, oleh)
        if skp.status == "diajukan":
            siklus.beri_tahu_penilai(skp, oleh, "SKP menunggu penetapan Anda")
    return 1
