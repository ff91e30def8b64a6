"""Surat langkah ditandatangani secara elektronik: SPMT seorang CPNS oleh kepala perangkat daerahnya, lewat halamannya sendiri."""

import pytest
from django.urls import reverse

from kepegawaian.models import Dosir, Jabatan, Jejak, Naskah, Setelan
from layanan import naskah, surat, tanda_tangan_surat
from layanan.galat import DitolakAlur
from layanan.models import BatchTte, NaskahUsulan, PermintaanTte
from layanan.tte import periksa as pemeriksa
from pengadaan.seleksi import bahan
from tests.kunci_uji import CaUji
from tests.layanan.conftest import pdf
from tests.layanan.ttd import SANDI, setel
from tests.pabrik import masuk
from tests.pengadaan import seleksi_orang as alat
from tests.pengadaan.test_seleksi_alur import cpns_baru

pytestmark = pytest.mark.django_db
KANTOR = "KEPALA-DINKES"


@pytest.fixture
def k(db, settings, tmp_path):
    """The office of the selection; the head of the Dinas Kesehatan signs with a test certificate of his own."""
    settings.TTE_DIR = str(tmp_path / "tte")
    k = alat.kantor()
    setel("lokal", KANTOR)
    ca = CaUji.baru()
    ca.tulis_akar(settings.TTE_DIR)
    ca.tulis_p12(settings.TTE_DIR, KANTOR, SANDI, "Kadar Usman", nip=k.kadinkes.nip)
    return k


@pytest.fixture
def spmt(k):
    """The printed SPMT of a CPNS."""
    _, usulan = cpns_baru(k)
    milik = NaskahUsulan.objects.select_related("naskah", "usulan").get(usulan=usulan, surat=True)
    assert naskah.cetak(milik.naskah_id)
    milik.naskah.refresh_from_db()
    return milik


def test_kepala_opd_menandatangani_spmt_lewat_halamannya(
    k, spmt, client, tugas_langsung, django_capture_on_commit_callbacks
):
    assert spmt.naskah.data["tanda_tangan_elektronik"] is True
    klien, url = masuk(client, k.akun["kadinkes"]), reverse("layanan:surat_tandatangani")
    isi = klien.get(url).content.decode()
    assert spmt.naskah.nomor in isi
    assert "Calon A Wijaya" in isi
    assert klien.get(reverse("layanan:naskah_download", args=[spmt.naskah_id])).status_code == 200
    assert "1 surat menunggu tanda tangan Anda" in klien.get(reverse("tata_kelola:tugas_list")).content.decode()
    assert klien.post(url, {"id": [spmt.naskah_id], "sandi": "keliru"}).status_code == 422
    assert not BatchTte.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        jawab = klien.post(url, {"id": [spmt.naskah_id], "sandi": SANDI})
    assert jawab.status_code == 302, jawab.content.decode()[-2000:]
    n = Naskah.objects.get(pk=spmt.naskah_id)
    assert (n.tahap, n.status, n.cara_tanda_tangan) == ("ditandatangani", "berlaku", "lokal")
    with n.berkas_sah.open("rb") as berkas:
        (tanda,) = pemeriksa.periksa(berkas.read())
    assert tanda.utuh
    assert PermintaanTte.objects.get().usulan is None
    assert Jejak.objects.filter(
        aksi="naskah_sah", objek="naskah", objek_id=n.pk, pegawai=spmt.usulan.pegawai_id
    ).exists()
    assert Dosir.objects.filter(pegawai=spmt.usulan.pegawai_id, jenis=n.jenis, sha256=n.hash_sah).exists()
    assert "Tidak ada surat yang menunggu" in klien.get(url).content.decode()
    hasil = klien.get(jawab.url)
    assert hasil.status_code == 200
    assert "Calon A Wijaya" in hasil.content.decode()


def test_hanya_yang_tercetak_yang_menandatangani_dan_pindaian_menunggu_hasilnya(k, spmt, client):
    url = reverse("layanan:surat_tandatangani")
    for nama in ("fina", "kabid", "sekda"):  # offices that sign on paper, or none
        assert masuk(client, k.akun[nama]).get(url).status_code == 403, nama
    tanda_tangan_surat.tandatangani([spmt.naskah_id], oleh=k.oleh("kadinkes"), sandi=SANDI)
    with pytest.raises(DitolakAlur, match="sedang ditandatangani secara elektronik"):
        surat.sahkan(spmt.usulan, spmt.naskah_id, oleh=k.oleh("kadinkes"), file=pdf())
    with pytest.raises(DitolakAlur, match="Pilih surat"):  # it is claimed once
        tanda_tangan_surat.tandatangani([spmt.naskah_id], oleh=k.oleh("kadinkes"), sandi=SANDI)


def test_kantor_di_atas_kertas_dan_berita_acara_tidak_dicetak_untuk_tanda_tangan_elektronik(k):
    data = {"tanda_tangan": {"jabatan_id": Jabatan.objects.get(kode=KANTOR).pk}}
    surat_, acara = bahan.surat_langkah("Undangan"), bahan.surat_langkah("Berita Acara", jenis="berita_acara")
    assert naskah._surat_elektronik(surat_, data, alat.KINI) is True
    assert naskah._surat_elektronik(acara, data, alat.KINI) is False  # witnesses sign beside the official
    assert naskah._surat_elektronik(surat_, {}, alat.KINI) is False  # nobody is printed
    Setelan.objects.filter(kunci="tte_kantor").update(nilai={KANTOR: "basah"})
    assert naskah._surat_elektronik(surat_, data, alat.KINI) is False
    assert not tanda_tangan_surat.kantor_saya(k.oleh("kadinkes").hak)
