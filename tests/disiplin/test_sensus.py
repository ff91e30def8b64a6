"""Sensus syarat disiplin: over a generated regency each rule of both services knows more than one answer."""

from datetime import date

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.profil import profil
from layanan import katalog
from layanan.katalog import PERIKSA
from layanan.sensus import satu_jawaban, sensus

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PER = date(2026, 11, 24)


def test_tiap_syarat_menjawab_lebih_dari_satu_macam():
    isi_database(400, 1, PER, proses=1)
    for slug in ("hukuman-disiplin", "pembatalan-hukuman"):
        layanan = katalog.ambil(slug)
        hasil = sensus(
            layanan, lambda t, b=layanan.bagian: profil(per=t, bagian=b), layanan.skenario_sensus(PER), acuan_kini()
        )
        assert satu_jawaban(hasil) + sorted({s.kode for s in layanan.syarat} - set(hasil)) == [], slug
        assert {k: n for k, n in hasil.items() if n[PERIKSA] / n.total() > 0.1} == {}, slug
