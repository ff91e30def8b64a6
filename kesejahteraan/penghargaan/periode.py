"""Kelayakan Satyalancana satu periode: satu aliran profil pada tanggal penganugerahan, syarat yang sama dengan usulannya.

As ``kepangkatan/periode/hitung.py`` does it for KP: set-based, idempotent, a second computation waits for the first.
"""

import json
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import bulan_antara
from kepegawaian.profil import profil
from kesejahteraan.penghargaan import aturan
from kesejahteraan.penghargaan.forms import hari_anugerah
from kesejahteraan.penghargaan.models import KelayakanSlks, PeriodeSlks
from layanan import katalog, tanda_kehormatan
from layanan.katalog import PERIKSA, TIDAK
from layanan.models import Usulan

SLUG = "satyalancana"
HAMPIR = 2  # conditions not met
BARIS = 5000  # rows of one INSERT
# Papers a person brings with his usulan; the night does not ask them.
SURAT = ("SLKS-06",)


def tahun_kini(acuan, hari_ini):
    """The year whose award is prepared: this one until its day is over."""
    return hari_ini.year if hari_ini <= hari_anugerah(acuan, hari_ini.year) else hari_ini.year + 1


def periode(tahun):
    """The PeriodeSlks of a year, made when it is new."""
    satu, _ = PeriodeSlks.objects.get_or_create(tahun=tahun, defaults={"tanggal": hari_anugerah(acuan_kini(), tahun)})
    return satu


def minta(tahun):
    """The period, marked as asked for; the worker computes it."""
    satu = periode(tahun)
    PeriodeSlks.objects.filter(pk=satu.pk).update(diminta_pada=timezone.now())
    return satu


def hitung(tahun):
    """Computes one period anew and replaces its rows in one transaction; returns the PeriodeSlks.

    The day of the award is that of the setting, unless usulan of the period stand already.
    """
    acuan, mulai, satu = acuan_kini(), timezone.now(), periode(tahun)
    with transaction.atomic():
        satu = PeriodeSlks.objects.select_for_update().get(pk=satu.pk)
        hari = hari_anugerah(acuan, tahun)
        if hari != satu.tanggal and not usulan(satu.tanggal).exists():
            satu.tanggal = hari
        diperiksa, baris = 0, []
        KelayakanSlks.objects.filter(periode=satu).delete()
        layanan = katalog.ambil(SLUG)
        for p in profil(per=satu.tanggal, bagian=layanan.bagian):
            diperiksa += p.status == "PNS" and p.aktif is not False
            if hasil := nilai(layanan, p, satu.tanggal, acuan):
                baris.append((satu.pk, p.pegawai_id, *hasil))
            if len(baris) >= BARIS:
                _tulis(baris)
                baris = []
        _tulis(baris)
        satu.dihitung_pada, satu.diminta_pada, satu.diperiksa = mulai, None, diperiksa
        satu.save()
    return satu


def nilai(layanan, p, tanggal, acuan):
    """(kelas, masa_bulan, hasil, kurang) of one profile on the day of the award; None when he is near no class."""
    kelas = aturan.kelas_usul(p, acuan, tanggal) if p.aktif is not False else None
    if kelas is None:
        return None
    konteks = katalog.Konteks(p, {"tmt": tanggal, "kelas": kelas}, tanggal, acuan)
    jawab = [(s, h) for s, h in layanan.periksa(konteks) if h.jawaban in (TIDAK, PERIKSA) and s.kode not in SURAT]
    kurang = [[s.kode, h.jawaban, h.kalimat] for s, h in jawab]
    gagal = sum(j == TIDAK for _, j, _ in kurang)
    hasil = ("hampir" if gagal <= HAMPIR else "belum") if gagal else "periksa" if kurang else "ya"
    return kelas, max(bulan_antara(p.tmt_cpns, tanggal), 0), hasil, kurang


def _tulis(baris):
    if not baris:
        return
    kolom = list(zip(*baris, strict=True))
    kolom[-1] = [json.dumps(k) for k in kolom[-1]]
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO kesejahteraan_kelayakanslks (periode_id, pegawai_id, kelas, masa_bulan, hasil, kurang)"
            " SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::smallint[], %s::text[], %s::jsonb[])",
            [list(k) for k in kolom],
        )


def usulan(tanggal):
    """Usulan of the award on ``tanggal`` that are not refused or withdrawn."""
    return Usulan.objects.filter(layanan=SLUG, tmt=tanggal).exclude(status__in=("ditolak", "dibatalkan"))


def kelayakan(hak, satu, hasil):
    """Rows of a period in scope with these ``hasil``, and ``diusulkan``: does a usulan of this award stand?"""
    baris = KelayakanSlks.objects.filter(hak.lingkup("pegawai__kini__"), periode__tahun=satu.tahun, hasil__in=hasil)
    ada = usulan(satu.tanggal).filter(pegawai_id=OuterRef("pegawai_id"))
    return baris.annotate(diusulkan=Exists(ada)).select_related("pegawai__kini__jabatan")


def malam(hari_ini):
    """The award in preparation and any period asked for; and revocations after dismissal. Returns how many periods."""
    tahun = {tahun_kini(acuan_kini(), hari_ini)} | set(
        PeriodeSlks.objects.filter(diminta_pada__isnull=False).values_list("tahun", flat=True)
    )
    for satu in sorted(tahun):
        hitung(satu)
    tanda_kehormatan.cabut(hari_ini)
    return len(tahun)


def tertinggal(sejak=timedelta(minutes=10)):
    """Years of periods asked for so long ago that their task must have been lost."""
    lama = PeriodeSlks.objects.filter(diminta_pada__lt=timezone.now() - sejak)
    return list(lama.values_list("tahun", flat=True))


def tahun_sah(teks):
    """A year from the address: within ten years of now; None otherwise."""
    kini = timezone.localdate().year
    return int(teks) if teks.isdecimal() and abs(int(teks) - kini) <= 10 else None
