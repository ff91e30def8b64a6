"""Sensus aturan gaji: over invented people a rule whose facts the portal stores hardly ever sends them to a clerk.

The census of the layanan stands in ``tests/test_sensus.py``; these rules are asked by pages and lists instead.
"""

from collections import Counter, defaultdict
from datetime import date

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil
from layanan.katalog import PERIKSA, Konteks, kumpulan_aturan
from penggajian.penghasilan import BAGIAN

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PER = date(2026, 11, 24)
# What no table of the portal gives: allowances of a JF and of a PPPK (their Perpres), the old-age share of a PPPK.
TANPA_ANGKA = {"TUNJ-05", "TUNJ-06", "IUR-02"}
# Rest on the pay of a spouse who may serve elsewhere.
PASANGAN = {"TUNJ-01", "TUNJ-03", "IUR-01", "IUR-03"}


def test_aturan_gaji_jarang_menyerahkan_kepada_petugas():
    isi_database(500, 1, PER, proses=1)
    acuan, hitung = acuan_kini(), defaultdict(Counter)
    semua = [p for p in profil(per=PER, bagian=(*BAGIAN, "kinerja", "penghargaan")) if p.aktif]
    nip = dict(Pegawai.objects.values_list("pk", "nip"))
    gaji = {nip[p.pegawai_id]: p.gaji_pokok for p in semua}
    aturan = [s for k in kumpulan_aturan() if k.slug in ("gaji", "tunjangan", "iuran") for s in k.syarat]
    for p in semua:
        k = Konteks(p, {}, PER, acuan, {"pasangan": gaji, "plt": ()})
        for s in aturan:
            hitung[s.kode][s.periksa(k).jawaban] += 1
    banyak = {kode: n[PERIKSA] / n.total() for kode, n in hitung.items() if kode not in TANPA_ANGKA}
    assert {k: round(v, 2) for k, v in banyak.items() if v > (0.25 if k in PASANGAN else 0.1)} == {}
    assert set(hitung) >= TANPA_ANGKA | PASANGAN
