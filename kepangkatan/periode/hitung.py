"""Hitung kelayakan semua PNS bagi satu TMT: satu aliran profil, aturan layanan yang sama dengan usulannya.

Only kinds whose facts the portal itself holds are looked for; a KP for prestasi, penemuan, pengabdian or anumerta begins
with a decision or an event, so nobody is eligible for it by time.
"""

import json
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from kepangkatan.aturan import ijazah
from kepangkatan.aturan.periode import periode_mendatang
from kepangkatan.models import KelayakanKP, PeriodeKP
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.profil import profil
from layanan import katalog
from layanan.katalog import PERIKSA, TIDAK

JALUR = ("kp-reguler", "kp-struktural", "kp-fungsional")  # one of them is the path of a post
IJAZAH = "kp-ijazah"
JENIS = (*JALUR, IJAZAH)
DEKAT_BULAN = 6  # who is due by time so many months later is named as one who nearly is
HAMPIR = 2  # conditions not met
MALAM = 3  # periods the night computes
BARIS = 5000  # rows of one INSERT


def periode_kini(acuan, hari_ini, banyak=12):
    """The next ``banyak`` TMT, the one in work first; a late proposal is no unlawful one (the window is practice of BKN)."""
    return periode_mendatang(acuan, hari_ini + timedelta(days=1), banyak)


def minta(tmt):
    """The PeriodeKP of ``tmt``, marked as asked for; the worker computes it."""
    periode, _ = PeriodeKP.objects.get_or_create(tmt=tmt)
    PeriodeKP.objects.filter(pk=periode.pk).update(diminta_pada=timezone.now())
    return periode


def hitung(tmt):
    """Computes one period anew and replaces its rows in one transaction; returns the PeriodeKP.

    A second computation of the same period waits for the first.
    """
    acuan, mulai = acuan_kini(), timezone.now()
    periode, _ = PeriodeKP.objects.get_or_create(tmt=tmt)
    with transaction.atomic():
        PeriodeKP.objects.select_for_update().get(pk=periode.pk)
        diperiksa, baris = 0, []
        KelayakanKP.objects.filter(periode=periode).delete()
        for p in profil(per=tmt, bagian=_bagian()):
            diperiksa += p.status == "PNS" and p.aktif is not False
            baris += [(periode.pk, p.pegawai_id, *satu) for satu in nilai(p, tmt, acuan)]
            if len(baris) >= BARIS:
                _tulis(baris)
                baris = []
        _tulis(baris)
        PeriodeKP.objects.filter(pk=periode.pk).update(dihitung_pada=mulai, diminta_pada=None, diperiksa=diperiksa)
    periode.refresh_from_db()
    return periode


def nilai(p, tmt, acuan):
    """Yields (layanan, golongan, golongan_baru, hasil, kurang) of each kind of KP that is near for the profile ``p``."""
    for layanan in (katalog.ambil(slug) for slug in JENIS):
        baru = calon(layanan, p, tmt, acuan)
        if baru is None:
            continue
        isian = {"tmt": tmt, "golongan_baru": baru.kode}
        konteks = katalog.Konteks(p, isian, tmt, acuan, layanan.siapkan(p, isian))
        kurang = [[s.kode, h.jawaban, h.kalimat] for s, h in layanan.periksa(konteks) if h.jawaban in (TIDAK, PERIKSA)]
        yield layanan.slug, p.golongan, baru.kode, _hasil(kurang), kurang


def calon(layanan, p, tmt, acuan):
    """The Golongan this kind would lift ``p`` to, or None when it is not his path or the time is not near."""
    if p.status != "PNS" or p.aktif is False or not p.golongan:
        return None
    if layanan.slug == IJAZAH:
        baru, kelak = ijazah.target(p, acuan, tmt), ijazah.tmt_ijazah(p, acuan)
    else:
        kelak = layanan.jatuh_tempo(p, acuan, tmt)
        baru = kelak and layanan.target(p, acuan, tmt)
    return baru if baru and kelak and kelak <= tambah_bulan(tmt, DEKAT_BULAN) else None


def _hasil(kurang):
    gagal = sum(jawaban == TIDAK for _, jawaban, _ in kurang)
    if gagal:
        return "hampir" if gagal <= HAMPIR else "belum"
    return "periksa" if kurang else "ya"


def _bagian():
    return tuple(dict.fromkeys(b for slug in JENIS for b in katalog.ambil(slug).bagian))


def _tulis(baris):
    if not baris:
        return
    kolom = list(zip(*baris, strict=True))
    kolom[-1] = [json.dumps(k) for k in kolom[-1]]
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO kepangkatan_kelayakankp (periode_id, pegawai_id, layanan, golongan, golongan_baru, hasil, kurang)"
            " SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::jsonb[])",
            [list(k) for k in kolom],
        )


def malam(hari_ini):
    """The periods the night keeps: the next three, and any that somebody asked for; returns how many were computed."""
    acuan = acuan_kini()
    tmt = set(periode_kini(acuan, hari_ini, MALAM)) | set(
        PeriodeKP.objects.filter(diminta_pada__isnull=False).values_list("tmt", flat=True)
    )
    for satu in sorted(tmt):
        hitung(satu)
    return len(tmt)


def tertinggal(sejak=timedelta(minutes=10)):
    """TMT of periods asked for so long ago that their task must have been lost."""
    lama = PeriodeKP.objects.filter(diminta_pada__lt=timezone.now() - sejak)
    return list(lama.values_list("tmt", flat=True))
