"""Kantor mutasi: para pejabat alur penempatan, dan ``Jalan`` yang menekan tombol lewat HTTP sebagai pemegangnya."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Naskah, Pegawai, PejabatLuar
from layanan import alur, katalog
from layanan.models import Usulan
from layanan.wewenang import alasan_tidak_berwenang
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah, tugaskan

KINI = timezone.localdate()
TMT = (KINI.replace(day=1) + timedelta(days=32)).replace(day=1)
ORANG = {
    "ani": {"nama": "Ani Lestari", "unit": "DINKES-SUBBAG1", "golongan": "III/c"},
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "sari": {"nama": "Sari Dewi", "unit": "SUB11"},
    "sita": {"nama": "Sita Ayu", "unit": "SUB13"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB11", "jabatan": "KEPALA-SUB11", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID1", "jabatan": "KEPALA-BID1", "golongan": "IV/a"},
    "sekre": {"nama": "Sekre Laksmi", "unit": "SEKRET", "jabatan": "KEPALA-SEKRET", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
}  # fmt: skip


def lengkapi(pegawai):
    """Two good years and a family record, so that only what a test changes is in question."""
    for tahun in range(TMT.year - 2, TMT.year):
        tambah(pegawai, "kinerja", tmt=date(tahun + 1, 1, 31), tahun=tahun, predikat="Baik", segarkan=False)
    tambah(pegawai, "keluarga", tmt=date(2016, 1, 1), anggota="p1", hubungan="pasangan", nama="Suami", segarkan=False)
    return pegawai


@pytest.fixture
@bersama
def kantor(db):
    """Everybody of ``ORANG`` with an account, an operator of DINKES, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    lengkapi(k.ani)
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    k.akun["perekam"] = buat_akun(nama_pengguna="perekam.bupati", nama="Perekam Bupati")
    tugaskan(k.akun["perekam"], "perekam_pimpinan")
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return k


class Jalan:
    """Plays one usulan through its pages; ``maju(kode, …)`` presses the button of whoever holds the waiting step."""

    def __init__(self, client, kantor):
        self.client, self.kantor = client, kantor

    def pelaku(self, nama):
        """The Pelaku of a person today."""
        akun = self.kantor.akun[nama]
        return alur.Pelaku(akun, hitung_hak(akun, per=timezone.localdate(), acuan=acuan_kini()), "127.0.0.1")

    def ajukan(self, slug, pegawai, isian, oleh="opi"):
        """Draft, answers, documents and submission."""
        pegawai = Pegawai.objects.select_related("kini").get(pk=pegawai.pk)
        masuk(self.client, self.kantor.akun[oleh])
        self.client.post(reverse("layanan:usulan_create", args=[slug]), {"nip": pegawai.nip})
        usulan = Usulan.objects.get(layanan=slug, pegawai=pegawai)
        jawab = self.client.post(
            reverse("layanan:usulan_update", args=[usulan.nomor]), {"versi": usulan.versi_baris} | isian
        )
        assert jawab.status_code == 302, jawab.context["form_isian"].errors
        for dokumen in katalog.ambil(slug).dokumen:
            usulan.refresh_from_db()
            self.client.post(reverse("layanan:berkas_create", args=[usulan.nomor, dokumen.kode]),
                             {"versi": usulan.versi_baris, "berkas": pdf()})  # fmt: skip
        usulan.refresh_from_db()
        self.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]),
                         {"versi": usulan.versi_baris, "nomor": "800/1/DINKES", "tanggal": KINI.isoformat()})  # fmt: skip
        return self.segar(usulan)

    @staticmethod
    def segar(usulan):
        """Read again."""
        return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)

    def pemegang(self, usulan):
        """Name of somebody who may act at the waiting step."""
        for nama in self.kantor.akun:
            if not alasan_tidak_berwenang(usulan, usulan.langkah_kini, self.pelaku(nama).hak):
                return nama
        raise AssertionError(f"tidak ada pemegang {usulan.langkah_kini.kode}")

    def maju(self, usulan, kode, **isi):
        """The waiting step must be ``kode``; presses its button with ``isi`` and returns the usulan."""
        usulan = self.segar(usulan)
        assert usulan.langkah_kini is not None, usulan.status
        assert usulan.langkah_kini.kode == kode
        perbuatan = {"setuju": "setujui", "serahkan": "setujui", "tanda_tangan": "sahkan"}.get(
            usulan.langkah_kini.aksi, usulan.langkah_kini.aksi
        )
        if perbuatan == "sahkan":
            self.cetak(usulan)
            isi |= {"berkas": pdf()}
        masuk(self.client, self.kantor.akun[self.pemegang(usulan)])
        periksa = {f"periksa_{h['kode']}": "Sudah dilihat." for h in usulan.hasil_syarat}
        jawab = self.client.post(
            reverse(f"layanan:usulan_{perbuatan}", args=[usulan.nomor]),
            {"versi": usulan.versi_baris} | periksa | isi,
        )
        sesudah = self.segar(usulan)
        if (
            sesudah.versi_baris <= usulan.versi_baris
        ):  # the page is asked for only when it did not move: it is the dearest
            galat = jawab.context["form_galat"].errors if jawab.status_code == 422 else self.pesan(usulan)
            raise AssertionError(f"{kode}: {galat}")
        return sesudah

    def pesan(self, usulan):
        """Messages on the page now."""
        isi = self.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
        return [b for b in isi.splitlines() if "pesan" in b][:5]

    @staticmethod
    def cetak(usulan):
        """The print a worker would make."""
        n = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False, tahap="menunggu_cetak")
        n.berkas_cetak.save("n.pdf", pdf())
        Naskah.objects.filter(pk=n.pk).update(tahap="tercetak", hash_cetak="a" * 64)


@pytest.fixture
def jalan(client, kantor):
    """A ``Jalan`` through the pages."""
    return Jalan(client, kantor)
