"""Basis data ukur: an empty, migrated database of one size, filled by COPY, with people to log in as."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from bkd_portal.lokal import migrasi
from bkd_portal.lokal.tempat import ganti_basis, pastikan_basis
from kepegawaian import profil
from kepegawaian.models import Pengguna, Penugasan, ProfilKini, UnitKerja
from tests.bench.ukur import jam

PERAN = ("asn", "operator", "staf", "kaban")


def siapkan(url, jumlah, papan):
    """Fills the database of this process with ``jumlah`` people; returns {role: Pengguna}."""
    kosongkan(url)
    with jam() as j:
        call_command("bangkitkan", langsung=True, jumlah=jumlah, seed=7, verbosity=0)
    papan.catat("bangkitkan --langsung", jumlah, j.detik, "s")
    with jam() as j:
        profil.segarkan(None, per=timezone.localdate())
    papan.catat("segarkan ProfilKini semua", jumlah, j.detik, "s")
    with connection.cursor() as kursor:
        kursor.execute("VACUUM ANALYZE")
    return orang()


def kosongkan(url):
    """A fresh, migrated database with reference data under the name this process is connected to."""
    nama = settings.DATABASES["default"]["NAME"]
    connection.close()
    pastikan_basis(ganti_basis(url, "postgres"), nama, baru=True)
    with migrasi.cepat():
        call_command("migrate", verbosity=0, interactive=False)
    call_command("muat_referensi", verbosity=0)


def orang():
    """Accounts of a pelaksana of DISDIK, his operator, a staf of SUB12, the head of the BKD."""
    disdik = UnitKerja.objects.get(kode="DISDIK")
    kini = ProfilKini.objects.filter(aktif=True)
    pelaksana = list(kini.filter(opd=disdik, jenis_jabatan="pelaksana", status="PNS").order_by("pk")[:2])
    staf = kini.filter(unit__kode="SUB12").exclude(jenis_jabatan="struktural").order_by("pk").first()
    kaban = kini.filter(jabatan__kode="KEPALA-BKPSDM").first()
    hasil = {}
    for peran, satu in zip(PERAN, (*pelaksana, staf, kaban), strict=True):
        akun = Pengguna.objects.filter(pegawai_id=satu.pk).first()
        hasil[peran] = akun or Pengguna.objects.create_user(satu.nip, None, pegawai_id=satu.pk)
    Penugasan.objects.create(
        pengguna=hasil["operator"], peran="operator_opd", unit=disdik, sejak="2026-01-01", dasar="bench"
    )
    return hasil
