"""Sensus jawaban: over a generated regency every rule of every layanan knows more than one answer.

The table per rule is printed at the end of ``make test``.
"""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.profil import profil
from layanan import katalog
from layanan.katalog import PERIKSA, TIDAK, YA
from layanan.sensus import Skenario, satu_jawaban, sensus, tabel

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PER = date(2026, 11, 24)
JUMLAH = 1500


def test_tiap_syarat_menjawab_lebih_dari_satu_macam(pytestconfig):
    isi_database(JUMLAH, 1, PER, proses=1)
    acuan = acuan_kini()
    bisu, hitungan, laporan = {}, {}, []

    @cache
    def orang(tanggal, bagian):
        """Everybody on that day, read once for all layanan that ask for the same parts."""
        return list(profil(per=tanggal, bagian=bagian))

    for layanan in katalog.semua():
        bagian = tuple(sorted(layanan.bagian))
        hasil = sensus(layanan, lambda tanggal, b=bagian: orang(tanggal, b), layanan.skenario_sensus(PER), acuan)
        laporan += [layanan.nama, *tabel(hasil), ""]
        hitungan |= hasil
        kurang = satu_jawaban(hasil) + sorted({s.kode for s in layanan.syarat} - set(hasil))
        if kurang:
            bisu[layanan.slug] = kurang
    berkas = Path(os.environ.get("TEMPAT_UJI", pytestconfig.rootpath / ".data" / "test")) / "sensus.txt"
    berkas.write_text("\n".join([f"{JUMLAH} pegawai contoh per {PER}", *laporan]), encoding="utf-8")
    assert bisu == {}
    _masuk_akal(hitungan)


def _masuk_akal(n):
    """A rule over facts the portal stores hardly ever has to send people to a clerk.

    Not so where results of two years are asked of who has just come, and where a statement lies on paper (MUT-10).
    """
    banyak = {
        k: c[PERIKSA] / c.total()
        for k, c in n.items()
        if k not in ("KGB-P02", "KP-U06", "MUT-06", "MUT-10", "SLKS-07", "PBR-01")
    }
    assert {k: round(v, 3) for k, v in banyak.items() if v > 0.1} == {}
    for kode in ("KP-U01", "KP-R02", "KP-R03", "KGB-01", "KGB-P01"):
        assert n[kode][YA] > 20, kode
        assert n[kode][TIDAK] > 20, kode


def test_syarat_yang_hanya_tahu_satu_jawaban_tertangkap():
    class Bisu(katalog.Layanan):
        syarat = (katalog.Syarat("X-01", "selalu", katalog.Dasar("PP 1/2000"), lambda k: katalog.ya("ya")),)

    hasil = sensus(Bisu(), lambda _: iter([None, None]), [Skenario("satu", PER)], None)
    assert hasil["X-01"] == {YA: 2}
    assert satu_jawaban(hasil) == ["X-01"]
    assert list(tabel(hasil))[1].split() == ["X-01", "2", "0", "0"]
