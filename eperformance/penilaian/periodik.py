"""Kinerja periodik: predikat sebulan, setriwulan, atau sebagian tahun sebagaimana TPP dan angka kredit membacanya.

The one writer of ``KinerjaPeriodik`` here: one row stands for one time of one pegawai; a later one withdraws it first.
"""

from django.db.models.functions import Now

from eperformance.aturan import RATING
from kepegawaian.models import KinerjaPeriodik

KODE = {"bulanan": "1", "triwulan": "2"}
MASA_SKP = "0"


def catat_periodik(skp, evaluasi, m):
    """The row of a month or quarter (the part of it the SKP covers); the same predikat again writes nothing."""
    mulai, sampai = m.masa_skp(skp)
    return _catat(skp, evaluasi, KODE[m.periode.periodik], mulai, sampai)


def catat_masa_skp(skp, evaluasi):
    """The row of a part of a year (KIN-2: konversi counts it by its months); none for an SKP of the whole year."""
    tahun = skp.periode.tahun
    if (skp.mulai.month, skp.mulai.day, skp.sampai.month, skp.sampai.day) == (
        1,
        1,
        12,
        31,
    ) and skp.mulai.year == tahun:
        return None
    return _catat(skp, evaluasi, MASA_SKP, skp.mulai, skp.sampai)


def _catat(skp, evaluasi, periodik, mulai, sampai):
    penilai = evaluasi.rincian.get("penilai", {})
    isi = {
        "sampai": sampai, "hasil_kerja": RATING[evaluasi.hasil], "perilaku": RATING[evaluasi.perilaku],
        "predikat": evaluasi.predikat, "penilai_nama": penilai.get("nama", "")[:160],
        "penilai_nip": penilai.get("nip", "")[:18], "skp": skp.pk,
    }  # fmt: skip
    berdiri = KinerjaPeriodik.objects.select_for_update().filter(
        pegawai_id=skp.pegawai_id, periodik=periodik, mulai=mulai, dibatalkan_pada=None
    )
    for lama in berdiri:
        if all(getattr(lama, k) == v for k, v in isi.items()):
            return lama
        KinerjaPeriodik.objects.filter(pk=lama.pk).update(
            dibatalkan_pada=Now(), dibatalkan_sebab=f"Diganti evaluasi {evaluasi.pk}"
        )
    return KinerjaPeriodik.objects.create(
        pegawai_id=skp.pegawai_id, tahun=skp.periode.tahun, periodik=periodik, mulai=mulai, **isi
    )


def tarik(skp, sebab):
    """Withdraws the row of a part of a year of this SKP, when its evaluation falls."""
    KinerjaPeriodik.objects.filter(skp=skp.pk, periodik=MASA_SKP, dibatalkan_pada=None).update(
        dibatalkan_pada=Now(), dibatalkan_sebab=sebab[:200]
    )
