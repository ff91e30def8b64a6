"""Bantuan hukum lewat halaman: diajukan sendiri, disetujui Sekda, pendamping dan perkembangan perkaranya tercatat."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kepegawaian.models import Naskah, Pemberitahuan
from layanan.models import Usulan
from tests.kesejahteraan.penghargaan.conftest import mainkan
from tests.layanan.conftest import pdf
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db


def isian(hari_ini, **ganti):
    """A civil case over an act of office."""
    return {
        "tmt": (hari_ini - timedelta(days=40)).isoformat(), "jenis_perkara": "perdata", "karena_tugas": "ya",
        "kaitan_tugas": "Digugat atas surat teguran.", "uraian": "Gugatan perbuatan melawan hukum.", "nomor_perkara": "",
        "lawan": "PT Contoh",
    } | ganti  # fmt: skip


def test_dari_permohonan_sampai_putusan(orang, hari_ini):
    usulan = mainkan("bantuan-hukum", orang.ani, isian(hari_ini))
    assert usulan.status == "selesai"
    maju = list(usulan.langkah.filter(kode="perkembangan").order_by("id").values_list("hasil", "isian__tahap"))
    assert maju == [("lanjut", "Sidang pertama"), ("putus", "Putusan")]
    assert usulan.langkah.get(kode="pendamping").isian["pendamping"] == "Bagian Hukum Sekretariat Daerah"
    surat = Naskah.objects.get(usulan__usulan=usulan)
    assert surat.data["tanda_tangan"]["nama"] == "Sekda Agung"
    assert {r["label"]: r["isi"] for r in surat.data["rincian"]}["Jenis perkara"] == "Perdata"


def test_diajukan_sendiri_lewat_halaman(orang, hari_ini):
    klien = masuk(Client(), orang.akun_ani)
    klien.post(reverse("layanan:usulan_create", args=["bantuan-hukum"]), {"nip": orang.ani.nip})
    usulan = Usulan.objects.get()
    klien.post(reverse("layanan:usulan_update", args=[usulan.nomor]), isian(hari_ini) | {"versi": usulan.versi_baris})
    usulan.refresh_from_db()
    klien.post(
        reverse("layanan:berkas_create", args=[usulan.nomor, "surat_perkara"]),
        {"berkas": pdf(), "versi": usulan.versi_baris},
    )
    usulan.refresh_from_db()
    klien.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    usulan.refresh_from_db()
    assert usulan.status == "diproses"
    assert usulan.langkah_kini.unit.kode == "SUB23"
    kabar = Pemberitahuan.objects.filter(pengguna=orang.akun_korpri)
    assert kabar.exists()
    assert all(k.rahasia for k in kabar)


def test_perkara_di_luar_tugas_tidak_dapat_diajukan(orang, hari_ini):
    usulan = mainkan("bantuan-hukum", orang.ani, isian(hari_ini, karena_tugas="tidak"), "draf")
    isi = masuk(Client(), orang.akun_ani).get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Perkara tidak terkait pelaksanaan tugas." in isi
    usulan.refresh_from_db()
    masuk(Client(), orang.akun_ani).post(
        reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris}
    )
    usulan.refresh_from_db()
    assert usulan.status == "draf"


def test_tanggal_peristiwa_yang_belum_tiba_ditolak_formulir(orang, hari_ini):
    klien = masuk(Client(), orang.akun_ani)
    klien.post(reverse("layanan:usulan_create", args=["bantuan-hukum"]), {"nip": orang.ani.nip})
    usulan = Usulan.objects.get()
    besok = (hari_ini + timedelta(days=1)).isoformat()
    url = reverse("layanan:usulan_update", args=[usulan.nomor])
    isi = klien.post(url, isian(hari_ini, tmt=besok) | {"versi": usulan.versi_baris}, follow=True).content.decode()
    assert "tidak boleh setelah hari ini" in isi
