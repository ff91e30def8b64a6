"""Penundaan KGB dari draf sampai keputusan bertanda tangan: KGB bergeser, lalu kembali pada daurnya (PP 7/1977 Pasal 13)."""

from datetime import timedelta

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import kgb_berikut, tambah_bulan
from kepegawaian.models import RiwayatTundaKgb
from kepegawaian.profil import profil_satu
from layanan import katalog
from layanan.konteks import susun_konteks
from penggajian.layanan.kgb_tunda import TundaForm
from tests.kepangkatan.conftest import hari_ini, mainkan, orang  # noqa: F401 - the fixtures
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db


def test_kgb_ditunda_setahun_lalu_kembali_pada_daurnya(orang, hari_ini):  # noqa: F811 - the fixtures
    """III/a, MKG 4 years: row 4 since two years; row 6 is due this month, last result Kurang: a year later, then row 8.

    Lampiran PP 5/2024, III/a: row 6 Rp3.057.300, row 8 Rp3.153.600.
    """
    tmt = hari_ini.replace(day=1)
    wati = buat_pegawai(nama="Wati Lestari", unit="DISDIK", tmt=tambah_bulan(tmt, -72))
    tambah(
        wati, "gaji", tmt=tambah_bulan(tmt, -24), jenis="KGB", golongan_id="III/a", gaji_pokok=2_964_000, mkg_tahun=4
    )
    tambah(wati, "kinerja", tmt=tambah_bulan(tmt, -6), tahun=tmt.year - 1, predikat="Kurang")
    usulan = mainkan("kgb-tunda", wati, {"tmt": tmt, "lama_bulan": 12})
    assert usulan.status == "selesai", usulan.langkah_kini
    nanti, akhir = tambah_bulan(tmt, 12), tambah_bulan(tmt, 12) - timedelta(days=1)
    baris = RiwayatTundaKgb.objects.get(pegawai=wati)
    assert (baris.tmt, baris.sampai) == (tmt, akhir)
    data = usulan.naskah.get().naskah.data
    assert baris.nomor_sk == usulan.naskah.get().naskah.nomor
    assert f"hasil penilaian kinerja tahun {tmt.year - 1} Kurang" in data["menimbang"][0]
    assert "ditunda selama 12 bulan" in data["diktum"][0]["isi"]

    acuan, profil = acuan_kini(), profil_satu(wati.pk, per=hari_ini)
    kgb = kgb_berikut(profil, acuan)
    assert (kgb.jatuh_tempo, kgb.tmt, kgb.baris) == (tmt, nanti, 6)
    layanan = katalog.ambil("kgb")
    assert layanan.jatuh_tempo(profil, acuan, hari_ini) == nanti
    konteks = susun_konteks(layanan, wati.pk, {"tmt": tmt.isoformat()}, hari_ini)
    gagal = {s.kode: h for s, h in layanan.periksa(konteks) if h.jawaban == katalog.TIDAK}
    assert set(gagal) == {"KGB-02"}
    assert gagal["KGB-02"].paling_cepat == nanti
    # Given after the delay at its own row; the next returns to the original cycle.
    tambah(wati, "gaji", tmt=nanti, jenis="KGB", golongan_id="III/a", gaji_pokok=3_057_300, mkg_tahun=7)
    lanjut = kgb_berikut(profil_satu(wati.pk, per=nanti), acuan)
    assert (lanjut.tmt, lanjut.baris) == (tambah_bulan(tmt, 24), 8)


def test_formulir_menuntut_lama_satu_sampai_dua_belas_bulan():
    assert set(TundaForm({"tmt": "2026-03-01", "lama_bulan": "13"}).errors) == {"lama_bulan"}
    assert set(TundaForm({"tmt": "2026-03-02", "lama_bulan": "12"}).errors) == {"tmt", "lama_bulan"} - {"lama_bulan"}
    assert set(TundaForm({"tmt": "2026-03-01"}).errors) == {"lama_bulan"}
