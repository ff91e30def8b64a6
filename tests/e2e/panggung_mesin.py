"""Panggung layar mesin: the demo of ``tests/panggung_demo.py``, and what is only there when something fails outside.

A signature in doubt and a batch that waits for its passphrase are made as
``tests/akses`` makes them, since a test signer always answers.
"""

import datetime as dt
from dataclasses import dataclass
from unittest.mock import patch

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import HariLibur, Kiriman, Pengguna, SaringanTersimpan
from layanan import tanda_tangan, tte
from layanan.models import Usulan
from layanan.pelaku import Pelaku
from tests import panggung_demo

OPERATOR, STAF, KASUBBID = "Operator Dinas Pendidikan", "Staf Subbidang Kepangkatan", "Kasubbid Kepangkatan"
KABID, KABAN, KADIS = "Kabid Mutasi", "Kepala BKD", "Kepala Dinas Pendidikan"
ADMIN, INSPEKTORAT = "Admin sistem", "Inspektorat"
DOKUMENTASI = "Staf Subbidang Dokumentasi"
CADANGAN = "Admin cadangan, dengan langkah kedua"
ASN, DIKEMBALIKAN = "ASN, pelaksana siap KP", "ASN, usulan dikembalikan"


@dataclass
class Panggung:
    """Accounts by their role in the list that ``make run`` prints."""

    akun: dict

    def pengguna(self, peran):
        """The account in this role."""
        return Pengguna.objects.get(nama_pengguna=self.akun[peran])

    def kue(self, peran):
        """The session cookie a login of this role leaves."""
        klien = Client()
        klien.force_login(self.pengguna(peran))
        return {"name": settings.SESSION_COOKIE_NAME, "value": klien.cookies[settings.SESSION_COOKIE_NAME].value}


def siapkan():
    """The stage, before the servers start."""
    panggung = Panggung(panggung_demo.kisah().akun)
    _tanda_tangan(panggung)
    gagal = Kiriman.objects.order_by("pk").values_list("pk", flat=True)[:2]
    Kiriman.objects.filter(pk__in=list(gagal)).update(
        status="gagal", percobaan=6, galat="Peladen surel menolak alamat itu (550)."
    )
    SaringanTersimpan.objects.create(
        pengguna=panggung.pengguna(STAF), nama="Guru di Babat", alamat="/pegawai/", kueri="q=guru"
    )
    cuti = timezone.localdate() + dt.timedelta(days=9)
    HariLibur.objects.get_or_create(
        tanggal=cuti, defaults={"nama": "Cuti bersama contoh", "jenis": "cuti_bersama", "dasar": "SKB contoh"}
    )
    return panggung


def menunggu_ttd(kantor):
    """Usulan that wait for the electronic signature of an office and are in no batch."""
    semua = Usulan.objects.filter(langkah_kini__aksi="tanda_tangan", langkah_kini__jabatan__kode=kantor)
    return semua.filter(permintaan_tte__isnull=True).select_related("langkah_kini__jabatan").order_by("pk")


def _tanda_tangan(panggung):
    """Kepala BKD: one batch that waits for its passphrase, one signature nobody knows the outcome of."""
    akun = panggung.pengguna(KABAN)
    hak = hitung_hak(akun, per=timezone.localdate(), acuan=acuan_kini())
    sisa, ragu, *_ = menunggu_ttd("KEPALA-BKPSDM")
    with patch.object(tanda_tangan, "antrekan"):  # nothing for the worker: these two wait for a person
        batch = [
            tanda_tangan.minta([(u, u.versi_baris)], oleh=Pelaku(akun, hak, "127.0.0.1"), sandi=tte.SANDI_UJI)[0]
            for u in (sisa, ragu)
        ]
    tanda_tangan.tahan(batch[0].pk, tanda_tangan.SANDI_HILANG)
    with transaction.atomic():
        batch[1].permintaan.update(status="perlu_dicocokkan", galat="Penanda tangan tidak menjawab.")
        type(batch[1]).objects.filter(pk=batch[1].pk).update(status="selesai", selesai_pada=timezone.now())
