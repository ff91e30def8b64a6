"""Pelatihan demo dimainkan atas kabupaten rekaan yang kecil: tiap tahap kegiatan dan tiap langkah sertifikat terisi."""

import pytest
import weasyprint
from django.utils import timezone

from diklat.models import HadirSesi, KegiatanPelatihan, LangkahKegiatan, Pelatihan, RencanaPelatihan
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pegawai, ProfilKini
from layanan.models import LangkahUsulan, Usulan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.pelatihan import _Main, mainkan_pelatihan
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, tugaskan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def test_tiap_tahap_dan_langkah_terisi(monkeypatch):
    lembar = pdf().read()  # what a certificate says is tested with its layout
    monkeypatch.setattr(weasyprint.HTML, "write_pdf", lambda *_, **__: lembar)
    hari_ini = timezone.localdate()
    isi_database(1500, 7, hari_ini, proses=1)
    for pegawai in Pegawai.objects.filter(kini__in=ProfilKini.objects.filter(aktif=True), pengguna=None):
        buat_akun(pegawai)
    tugaskan(buat_akun(nama_pengguna="perekam.bupati", nama="Perekam keputusan Bupati"), "perekam_pimpinan")
    p = Pementasan(hari_ini, True, [])
    if not _Main(p).lengkap:
        pytest.skip("kabupaten rekaan ini tidak mengisi semua jabatan penyelenggara")
    mainkan_pelatihan(p)
    p.mainkan()
    assert p.berhenti == []
    tahap = set(KegiatanPelatihan.objects.values_list("tahap", flat=True))
    assert tahap == {"rencana", "nominasi", "seleksi", "persiapan", "berlangsung", "penilaian", "selesai", "batal"}
    assert Pelatihan.objects.count() == 26
    assert LangkahKegiatan.objects.filter(keadaan="kini", kode="verifikasi", tenggat__lt=hari_ini).exists()
    for kode in ("setuju_sekda", "persetujuan"):
        assert LangkahKegiatan.objects.filter(keadaan="kini", kode=kode).exists(), kode
    assert set(RencanaPelatihan.objects.values_list("status", flat=True)) == {"ditetapkan", "diajukan"}
    assert HadirSesi.objects.filter(sesi__tanggal=hari_ini).exists()
    keadaan = set(Usulan.objects.filter(layanan="sertifikat-pelatihan").values_list("status", "langkah_kini__kode"))
    jalan = {("diproses", kode) for kode in ("periksa_kasubbid", "penetapan", "tanda_tangan", "rekam_sttpl")}
    akhir = {(status, None) for status in ("selesai", "draf", "dikembalikan", "dibatalkan", "ditolak")}
    assert keadaan == jalan | akhir
    tepat = LangkahUsulan.objects.filter(
        usulan__layanan="sertifikat-pelatihan", usulan__status="diproses", keadaan="menunggu"
    )
    for kode in ("periksa_kasubbid", "penetapan", "tanda_tangan"):
        batas = set(tepat.filter(kode=kode).values_list("batas", flat=True))
        assert {b < hari_ini for b in batas} == {True, False}, kode
