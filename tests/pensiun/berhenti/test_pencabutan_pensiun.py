"""SK pensiun dicabut atau dibatalkan, sebelum dan sesudah TMT: kedudukan, proyeksi, masa tugas, dan akunnya kembali."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import (
    Naskah,
    NaskahPegawai,
    ProfilKini,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatKontrak,
    RiwayatPangkat,
    RiwayatPemberhentian,
)
from kepegawaian.profil import profil_satu
from layanan.models import Usulan
from pensiun import akibat, jadwal, nominatif
from tests.pabrik import buat_akun, jabatan_kode, masuk, tambah, unit_kode
from tests.pensiun.berhenti.conftest import BULAN, KINI, TMT, buat_ani
from tests.pensiun.berhenti.test_pensiun import BUP, sampai_pertek, sampai_sah

pytestmark = pytest.mark.django_db


def pensiunkan(jalan, orang, **isian):
    """The signed SK of a pension by age; its NaskahPegawai."""
    usulan = sampai_sah(jalan, sampai_pertek(jalan, jalan.ajukan("pensiun-bup", orang, BUP | isian)))
    return usulan.naskah.get(surat=False).naskah.isi.get()


def tindak(jalan, np, slug, **isian):
    """Pencabutan or pembatalan of the SK through its pages, up to the signature."""
    masuk(jalan.client, jalan.kantor.akun["pia"])
    alamat = reverse("layanan:naskah_tindak", args=[np.naskah_id, slug]) + f"?nip={np.pegawai.nip}"
    dasar = {"naskah": np.naskah_id, "alasan": "substansi", "uraian": "batas usia jabatannya keliru",
             "ditemukan": KINI.isoformat()}  # fmt: skip
    jawab = jalan.client.post(alamat, dasar | isian)
    assert jawab.status_code == 302, jawab.context["form"].errors
    usulan = Usulan.objects.get(layanan=slug, pegawai=np.pegawai)
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    usulan = jalan.segar(usulan)
    for kode in ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "penetapan", "tanda_tangan"):
        usulan = jalan.maju(usulan, kode)
    np.naskah.refresh_from_db()
    return usulan


def nominatif_keadaan(jalan, orang):
    hak = jalan.pelaku("pia").hak
    bulan = jadwal.jadwal(acuan_kini(), KINI)
    return nominatif.daftar(hak, KINI, bulan).filter(pegawai_id=orang.pk).values_list("keadaan", flat=True).first()


def test_dicabut_sebelum_tmt_seolah_tidak_pernah_ada(jalan, kantor):
    ani = kantor.ani
    plt = tambah(ani, "jabatan", tmt=KINI, sampai=TMT + timedelta(days=60), penugasan="PLT",
                 jabatan=jabatan_kode("KEPALA-DINKES-SUBBAG2"), unit=unit_kode("DINKES-SUBBAG2"))  # fmt: skip
    np = pensiunkan(jalan, ani, pengabdian="ya")
    assert profil_satu(ani.pk, per=TMT).berhenti is True
    assert RiwayatJabatan.objects.get(pegawai=ani, penugasan="PLT", dibatalkan_pada=None).sampai == TMT - timedelta(
        days=1
    )
    semula = profil_satu(ani.pk, per=tambah_bulan(TMT, -2))
    usulan = jalan.segar(Usulan.objects.get(layanan="pensiun-bup", pegawai=ani))
    jalan.maju(jalan.maju(usulan, "serahkan", tanggal_serah=KINI.isoformat()), "pembaruan")
    assert nominatif_keadaan(jalan, ani) == "selesai"

    tindak(jalan, np, "pencabutan-naskah", tmt=TMT.isoformat())
    assert np.naskah.status == "dicabut"
    p = profil_satu(ani.pk, per=TMT)
    assert (p.kedudukan, p.berhenti, p.aktif) == ("01", False, True)
    # the KP pengabdian, dated a month before, was given for the pension: it goes with it
    assert (p.golongan, p.gaji_pokok, p.tmt_pangkat) == (semula.golongan, semula.gaji_pokok, semula.tmt_pangkat)
    for model in (RiwayatPemberhentian, RiwayatPangkat, RiwayatGaji, RiwayatKedudukan):
        assert not model.objects.filter(naskah_pegawai=np, dibatalkan_pada=None).exists(), model
    baris = RiwayatJabatan.objects.get(pegawai=ani, penugasan="PLT", dibatalkan_pada=None)
    assert (baris.tmt, baris.sampai) == (KINI, plt.sampai)
    # the projection has his own TMT again, and the nominatif asks for a new usul
    assert ProfilKini.objects.get(pegawai=ani).tmt_pensiun == p.tmt_pensiun == TMT
    assert nominatif_keadaan(jalan, ani) == "belum"
    masuk(jalan.client, kantor.akun["pia"])
    orang = jalan.client.get(reverse("pensiun:proyeksi_orang")).content.decode()
    assert "Ani Lestari" in orang


@pytest.mark.parametrize(
    ("slug", "isian"),
    [
        ("pencabutan-naskah", {"tmt": KINI.isoformat()}),
        ("pembatalan-naskah", {"cara": "sejak"}),
        ("pembatalan-naskah", {"alasan": "wewenang", "cara": "surut"}),
    ],
)
def test_dicabut_sesudah_tmt_ia_bekerja_lagi_dan_akunnya_terbuka(jalan, kantor, slug, isian):
    tmt = tambah_bulan(BULAN, -1)
    purna = buat_ani(nama="Purna Kembali", tmt_pensiun=tmt)
    akun = kantor.akun["purna"] = buat_akun(purna)
    np = pensiunkan(jalan, purna, tmt=tmt.isoformat())
    assert profil_satu(purna.pk, per=KINI).berhenti is True
    assert hitung_hak(akun, per=KINI, acuan=acuan_kini()).peran == frozenset({"pensiunan"})
    masuk(jalan.client, akun)
    assert jalan.client.get(reverse("kesejahteraan:cuti_saya")).status_code == 403

    tindak(jalan, np, slug, **isian)
    p = profil_satu(purna.pk, per=KINI)
    assert (p.kedudukan, p.berhenti, p.aktif, p.tmt_pensiun) == ("01", False, True, tmt)
    lalu = profil_satu(purna.pk, per=KINI - timedelta(days=1)).berhenti
    assert lalu is (isian.get("cara") != "surut" and tmt < KINI)
    assert not RiwayatPemberhentian.objects.filter(pegawai=purna, dibatalkan_pada=None).exists()
    kini = ProfilKini.objects.get(pegawai=purna)
    assert (kini.aktif, kini.kedudukan_id, kini.tmt_pensiun) == (True, "01", tmt)
    assert "asn" in hitung_hak(akun, per=KINI, acuan=acuan_kini()).peran
    masuk(jalan.client, akun)
    assert jalan.client.get(reverse("kesejahteraan:cuti_saya")).status_code == 200


def test_kontrak_pppk_yang_diputus_berjalan_lagi_sejak_pencabutannya(kantor):
    henti, cabut, akhir = tambah_bulan(BULAN, -3), KINI, tambah_bulan(BULAN, 20)
    orang = buat_ani(nama="Pepe", status="PPPK")
    tambah(orang, "kontrak", tmt=tambah_bulan(BULAN, -10), sampai=akhir)

    def naskah(tmt, slug):
        n = Naskah.objects.create(jenis="sk", perihal="SK", asal="luar", nomor=slug, tanggal=tmt, penetap="Bupati",
                                  dibuat_pada=timezone.now())  # fmt: skip
        return NaskahPegawai.objects.create(naskah=n, pegawai=orang, tmt=tmt, data={"layanan": slug})

    np, baru = naskah(henti, "pensiun-bup"), naskah(cabut, "pencabutan-naskah")
    akibat.akhiri_masa(np, RiwayatKontrak, Q())
    akibat._kembalikan_masa(np, (RiwayatKontrak,), baru, cabut)
    berdiri = RiwayatKontrak.objects.filter(pegawai=orang, dibatalkan_pada=None).order_by("tmt")
    assert list(berdiri.values_list("tmt", "sampai")) == [
        (tambah_bulan(BULAN, -10), henti - timedelta(days=1)), (cabut, akhir),
    ]  # fmt: skip
