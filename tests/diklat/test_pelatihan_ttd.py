"""Surat tugas ditandatangani secara elektronik oleh pejabatnya, dan kertas kegiatan yang dicetak saat diminta."""

import datetime as dt
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from diklat.models import SuratKegiatan
from diklat.pelatihan import hadir, surat
from kepegawaian.models import Jejak, Naskah
from layanan import naskah, penandatangan
from layanan.galat import DitolakAlur
from layanan.models import BatchTte, PermintaanTte
from layanan.tte import periksa as pemeriksa
from tests.diklat.pelatihan_orang import HARI_INI, buat_orang
from tests.diklat.test_pelatihan_alur import alamat, sampai_peserta
from tests.layanan.conftest import pdf
from tests.layanan.ttd import SANDI, pasang_sertifikat, setel

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang(db, settings, tmp_path):
    """Kepala BKD signs electronically, with a test certificate of his own."""
    settings.TTE_DIR = str(tmp_path / "tte")
    o = buat_orang()
    setel("lokal")
    pasang_sertifikat(settings.TTE_DIR, o.kaban)
    return o


@pytest.fixture
def tugas(orang):
    """A printed surat tugas for ani and budi."""
    k = sampai_peserta(orang, "ani", "budi")
    (s,) = surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("staf33"))
    naskah.cetak(s.naskah_id)
    return SuratKegiatan.objects.select_related("naskah").get(pk=s.pk)


def teks(isi):
    return "\n".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages)


def test_kaban_menandatangani_surat_tugas_lewat_halaman(
    orang, tugas, tugas_langsung, django_capture_on_commit_callbacks
):
    assert tugas.naskah.data["tanda_tangan_elektronik"] is True
    klien, url = orang.masuk("kaban"), reverse("diklat:surat_tandatangani")
    assert tugas.naskah.nomor in klien.get(url).content.decode()
    assert klien.post(url, {"id": [tugas.pk], "sandi": "keliru"}).status_code == 422
    assert BatchTte.objects.count() == 0
    with django_capture_on_commit_callbacks(execute=True):
        jawab = klien.post(url, {"id": [tugas.pk], "sandi": SANDI})
    assert jawab.status_code == 302, jawab.content.decode()[-2000:]
    n = Naskah.objects.get(pk=tugas.naskah_id)
    assert (n.tahap, n.status, n.cara_tanda_tangan) == ("ditandatangani", "berlaku", "lokal")
    with n.berkas_sah.open("rb") as berkas:
        (tanda,) = pemeriksa.periksa(berkas.read())
    assert tanda.utuh
    assert PermintaanTte.objects.get().usulan is None
    assert Jejak.objects.filter(aksi="naskah_sah", objek="naskah", objek_id=n.pk).exists()
    hasil = klien.get(reverse("layanan:tte_detail", args=[BatchTte.objects.get().pk])).content.decode()
    assert "1 dari 1 naskah ditandatangani." in hasil
    assert "Tidak ada surat yang menunggu" in klien.get(url).content.decode()
    assert orang.masuk("ani").get(alamat("surat_download", tugas.pk)).status_code == 200


def test_hanya_pejabatnya_sendiri_yang_menandatangani(orang, tugas):
    url = reverse("diklat:surat_tandatangani")
    for nama in ("staf33", "kabid3", "sekda", "ani"):  # the Sekda signs on paper here
        assert orang.masuk(nama).get(url).status_code == 403, nama
    with pytest.raises(DitolakAlur, match="Pilih surat"):
        surat.tandatangani([tugas.pk], oleh=orang.oleh("sekda"), sandi=SANDI)


def test_pindaian_ditolak_selama_tanda_tangan_elektronik_berjalan_dan_konseptor_bukan_penanda(orang, tugas):
    surat.tandatangani([tugas.pk], oleh=orang.oleh("kaban"), sandi=SANDI)
    with pytest.raises(DitolakAlur, match="sedang ditandatangani secara elektronik"):
        surat.sahkan(tugas.pk, pdf(), oleh=orang.oleh("staf33"))
    with pytest.raises(DitolakAlur, match="Pilih surat"):  # it is claimed once
        surat.tandatangani([tugas.pk], oleh=orang.oleh("kaban"), sandi=SANDI)
    k = sampai_peserta(orang, "citra", kuota=1)
    (s,) = surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("kaban"))
    naskah.cetak(s.naskah_id)
    with pytest.raises(DitolakAlur, match="Konseptor"):
        surat.tandatangani([s.pk], oleh=orang.oleh("kaban"), sandi=SANDI)


def test_surat_yang_tercetak_atas_nama_pejabat_lama_tidak_ditandatangani(orang):
    hak = orang.oleh("kaban").hak
    (kantor,) = [k for k in hak.kantor if k.kode == "KEPALA-BKPSDM"]
    lama = Naskah(data={"tanda_tangan": {"nip": "196001011990011001", "sifat": "D"}})
    with pytest.raises(DitolakAlur, match="berganti"):
        penandatangan.harus_dirinya(lama, kantor.jabatan_id, hak)
    kini = Naskah(data={"tanda_tangan": {"nip": orang.kaban.nip, "sifat": "D"}})
    penandatangan.harus_dirinya(kini, kantor.jabatan_id, hak)


def test_jadwal_daftar_hadir_dan_laporan_dicetak(orang, tugas):
    k = tugas.kegiatan
    data = {"tanggal": k.mulai, "mulai": dt.time(8), "selesai": dt.time(14), "materi": "Tata naskah"}
    hadir.simpan_sesi(k.pk, None, data, oleh=orang.oleh("staf33"))
    klien = orang.masuk("staf33")
    isi = {apa: klien.get(alamat("kegiatan_cetak", k.pk, apa)) for apa in ("jadwal", "hadir", "laporan")}
    assert {j["Content-Type"] for j in isi.values()} == {"application/pdf"}
    jadwal, daftar, laporan = (teks(j.content) for j in isi.values())
    assert "08.00–14.00" in jadwal
    assert "8 JP" in jadwal  # 360 minutes, 45 each
    assert "ANI PELAKSANA" in daftar
    assert "LAPORAN KEGIATAN" in laporan
    assert "peserta 2, lulus 0" in " ".join(laporan.split())
    assert klien.get(alamat("kegiatan_cetak", k.pk, "lain")).status_code == 404
    # an OPD gets the names of its own people
    assert "ANI PELAKSANA" in teks(orang.masuk("operator").get(alamat("kegiatan_cetak", k.pk, "hadir")).content)
    assert orang.masuk("ani").get(alamat("kegiatan_cetak", k.pk, "hadir")).status_code == 403
    assert k.mulai >= HARI_INI
