"""Satyalancana yang dicabut SK pemberhentian tidak dengan hormat: seketika, pada TMT-nya, dan sekali saja."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Naskah, NaskahPegawai, RiwayatPemberhentian, RiwayatPenghargaan
from kepegawaian.profil import profil_satu
from layanan import katalog, tanda_kehormatan
from tests.dunia_bersama import bersama
from tests.pabrik import masuk, tambah
from tests.pensiun.berhenti.conftest import KINI
from tests.pensiun.berhenti.test_pemberhentian import PENDEK, PIDANA, jalani

pytestmark = pytest.mark.django_db
PTDH = PIDANA | {"jenis": "PTDH_BERENCANA", "berencana": "ya"}


@pytest.fixture
@bersama
def satya(kantor):
    """Ani holds Satyalancana X and XX, and an award of the regency that no dismissal takes away."""
    for jenis, tahun in (("201", 12), ("202", 2), ("306", 1)):
        tambah(
            kantor.ani, "penghargaan", tmt=KINI - timedelta(days=365 * tahun), jenis_id=jenis, nomor_sk=f"TK/{jenis}"
        )
    return kantor.ani


def punya(pegawai):
    return [p.jenis for p in profil_satu(pegawai.pk, per=KINI).penghargaan]


def dicabut(pegawai):
    return RiwayatPenghargaan.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=False).order_by("jenis_id")


def test_ptdh_mencabut_satyalancana_begitu_sk_ditandatangani(jalan, kantor, satya):
    usulan = jalan.ajukan("pemberhentian-pidana", satya, PTDH, oleh="pia")
    isi = (
        masuk(jalan.client, kantor.akun["pia"])
        .get(reverse("layanan:usulan_detail", args=[usulan.nomor]))
        .content.decode()
    )
    assert "dicabut (UU 20/2009)" in isi
    usulan = jalani(jalan, usulan, PENDEK[:-1])
    assert punya(satya) == ["201", "202", "306"]
    jalan.maju(usulan, "tanda_tangan")
    assert punya(satya) == ["306"]
    sk = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False)
    assert [(b.jenis_id, b.dibatalkan_naskah.naskah_id) for b in dicabut(satya)] == [("201", sk.pk), ("202", sk.pk)]
    assert dicabut(satya)[0].dibatalkan_sebab == f"Dicabut: diberhentikan tidak dengan hormat, SK {sk.nomor}"
    pada = [b.dibatalkan_pada for b in dicabut(satya)]
    assert tanda_kehormatan.cabut(KINI) == 0  # the night finds nothing more
    assert [b.dibatalkan_pada for b in dicabut(satya)] == pada


def test_diberhentikan_dengan_hormat_tetap_memegangnya(jalan, kantor, satya):
    jalani(jalan, jalan.ajukan("pemberhentian-pidana", satya, PIDANA, oleh="pia"))
    assert RiwayatPemberhentian.objects.get(pegawai=satya).jenis == "PIDANA_PDHTAPS"
    assert punya(satya) == ["201", "202", "306"]


def test_tmt_yang_belum_tiba_dicabut_pada_malam_tmt(kantor, satya):
    tmt = KINI + timedelta(days=9)
    tambah(satya, "kedudukan", tmt=tmt, kedudukan_id="77", nomor_sk="888/9/2026")
    tambah(satya, "pemberhentian", tmt=tmt, jenis="PTDH_JABATAN", nama="Kejahatan jabatan", nomor_sk="888/9/2026")
    assert tanda_kehormatan.cabut(KINI, [satya.pk]) == 0  # what the effect of the SK asks on the day it is signed
    assert tanda_kehormatan.cabut(tmt - timedelta(days=1)) == 0
    assert tanda_kehormatan.cabut(tmt) == 2
    assert tanda_kehormatan.cabut(tmt) == 0


def test_sk_ptdh_yang_dibatalkan_surut_mengembalikannya(jalan, kantor, satya):
    usulan = jalan.ajukan("pemberhentian-pidana", satya, PTDH, oleh="pia")
    jalani(jalan, usulan)
    np = NaskahPegawai.objects.get(naskah__usulan__usulan=usulan, naskah__usulan__surat=False)
    batal = Naskah.objects.create(
        jenis="sk", perihal="Keputusan Pembatalan", asal="register", nomor="823/1/2026", tanggal=KINI, penetap="Bupati",
        data={}, dibuat_pada=timezone.now(),
    )  # fmt: skip
    baru = NaskahPegawai.objects.create(naskah=batal, pegawai=satya, tmt=KINI, data={"layanan": "pembatalan-naskah"})
    katalog.ambil("pemberhentian-pidana").batalkan_akibat(np, baru, cara="surut", tmt=KINI)
    assert punya(satya) == ["201", "202", "306"]
    assert dicabut(satya).count() == 2  # what was revoked stays on record
    assert tanda_kehormatan.cabut(KINI) == 0
    assert tanda_kehormatan.kembalikan(np) == 0


def test_orang_lain_tidak_tersentuh(jalan, kantor, satya):
    tambah(kantor.kadinkes, "penghargaan", tmt=KINI - timedelta(days=900), jenis_id="203", nomor_sk="TK/203")
    jalani(jalan, jalan.ajukan("pemberhentian-pidana", satya, PTDH, oleh="pia"))
    assert punya(kantor.kadinkes) == ["203"]
