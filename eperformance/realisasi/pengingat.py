"""Pengingat realisasi dan umpan balik. May run any number of times a day: each masa and each request reminds once."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from eperformance.models import Evaluasi, PermintaanUmpanBalik, Realisasi, Skp
from eperformance.realisasi import masa
from eperformance.siklus import PERISTIWA
from kepegawaian import jejak
from kepegawaian.models import Pemberitahuan, Pengguna

HARI_UMPAN = 3  # a request may stand so long before it is recalled
SEKALI = 1000


def belum_terisi(hari_ini):
    """Q over Skp: ditetapkan, the last ended month or quarter belongs to it, is not filled in and not assessed yet."""
    syarat = Q(pk__in=())
    for periodik in masa.BANYAK:
        syarat |= _belum(masa.lewat_terakhir(periodik, hari_ini))
    return Q(status="ditetapkan") & syarat


def _belum(m):
    terisi = Realisasi.objects.filter(hasil__skp=OuterRef("pk"), nomor=m.nomor)
    sah = Evaluasi.objects.filter(skp=OuterRef("pk"), jenis="periodik", nomor=m.nomor, status="sah")
    milik = Q(periode__tahun=m.tahun, periode__periodik=m.periodik, mulai__lte=m.sampai, sampai__gte=m.mulai)
    return milik & ~Exists(terisi) & ~Exists(sah)


def ingatkan(hari_ini, *, sekarang):
    """Reminds the owners of SKP whose last masa has ended unfilled, and people who owe feedback; returns how many."""
    banyak = 0
    for periodik in masa.BANYAK:
        m = masa.lewat_terakhir(periodik, hari_ini)
        kunci = f"realisasi:{m.tahun}:{periodik}:{m.nomor}"
        pemilik = Skp.objects.filter(_belum(m), status="ditetapkan", pegawai__kini__aktif=True).values("pegawai_id")
        banyak += _kirim(
            Pengguna.objects.filter(pegawai_id__in=pemilik), kunci, f"Realisasi {m.nama} belum diisi",
            "Isi realisasi dan buktinya sebelum evaluasi atasan.", reverse("eperformance:realisasi_saya"), sekarang,
        )  # fmt: skip
    lama = PermintaanUmpanBalik.objects.filter(dijawab_pada=None, pada__lte=sekarang - timedelta(days=HARI_UMPAN))
    banyak += _kirim(
        Pengguna.objects.filter(pegawai_id__in=lama.values("pegawai_id")), f"umpan-ingat:{hari_ini:%G-%V}",
        "Ada permintaan umpan balik yang belum Anda jawab", "", reverse("eperformance:umpan_balik_list"), sekarang,
    )  # fmt: skip
    return banyak


def _kirim(akun, kunci, judul, isi, url, sekarang):
    """One notice to each account that has none with this key yet; in portions, each a transaction."""
    sudah = Pemberitahuan.objects.filter(kunci=kunci, pengguna=OuterRef("pk"))
    ids = list(akun.filter(~Exists(sudah), is_active=True).order_by("pk").values_list("pk", flat=True))
    for awal in range(0, len(ids), SEKALI):
        with jejak.sebagai(None):
            jejak.beri_tahu(
                ids[awal : awal + SEKALI], kunci=kunci, judul=judul, isi=isi, url=url, pada=sekarang,
                peristiwa=PERISTIWA,
            )  # fmt: skip
    return len(ids)
