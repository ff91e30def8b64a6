"""Pengingat: peserta diberi tahu sehari sebelum kegiatannya. May run any number of times a day: each is told once."""

from datetime import timedelta

from django.urls import reverse

from kepegawaian import jejak
from kepegawaian.models import Pengguna
from kesejahteraan.korpri.aturan import TERDAFTAR
from kesejahteraan.korpri.models import KegiatanKorpri


def ingatkan(hari_ini, *, sekarang):
    """Tells everybody registered for a kegiatan that begins tomorrow; returns how many kegiatan that were."""
    besok = hari_ini + timedelta(days=1)
    daftar = list(KegiatanKorpri.objects.filter(status="dibuka", mulai__date=besok).order_by("pk"))
    for k in daftar:
        akun = Pengguna.objects.filter(
            pegawai__kegiatan_korpri__kegiatan=k, pegawai__kegiatan_korpri__status=TERDAFTAR
        )
        with jejak.sebagai(None):
            jejak.beri_tahu(
                list(akun.distinct().values_list("pk", flat=True)), kunci=f"korpri-{k.pk}-{besok:%Y%m%d}",
                judul=f"Besok: {k.nama}"[:160], isi=f"{k.waktu}, {k.tempat}.", pada=sekarang, peristiwa="korpri",
                url=reverse("kesejahteraan:korpri_kegiatan_detail", args=[k.pk]),
            )  # fmt: skip
    return len(daftar)
