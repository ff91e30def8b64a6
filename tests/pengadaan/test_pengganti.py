"""Pembatalan kelulusan dan pengganti: menurut peringkat, lewat surat usul dan persetujuan, dengan pengumuman dan pemberkasan penggantinya."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepegawaian.models import Naskah, Pengguna
from pengadaan.models import HasilSeleksi, Pelamar, PembatalanKelulusan, Pemberkasan
from pengadaan.seleksi import pemberkasan, pengganti, perbuatan, usul
from pengadaan.seleksi.galat import DitolakSeleksi
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pengadaan import seleksi_orang as alat
from tests.pengadaan.seleksi_orang import KINI, sampai_hasil, sampai_lengkap

pytestmark = pytest.mark.django_db
SURAT = "Surat 800/7 tanggal 3 Juli 2026"


@pytest.fixture
@bersama
def k(db):
    return alat.kantor()


@pytest.fixture
@bersama
def s(k):
    """Three with a final score on one post: the first passes; the announcement is printed."""
    s = sampai_hasil(k, banyak=3)
    s.publik = True
    s.save()
    return s


def orang(s):
    return list(s.pelamar.order_by("nomor_peserta"))


def cetak():
    Naskah.objects.filter(tahap="menunggu_cetak").update(tahap="tercetak")


def test_yang_mundur_diganti_peringkat_kedua_dan_hasil_tetap(k, s):
    a, b, c = orang(s)
    oleh = k.oleh("fina")
    pemberkasan.buka(s.pk, KINI + timedelta(days=9), oleh=oleh, kirim=False)
    pengganti.batalkan(a.pk, "mundur", SURAT, oleh=oleh)
    assert Pemberkasan.objects.get(pelamar=a).status == "mundur"
    assert not Pengguna.objects.get(pk=Pelamar.objects.get(pk=a.pk).pengguna_id).is_active
    pengganti.usulkan(s.pk, oleh=oleh)
    assert Pelamar.objects.get(pk=b.pk).mengisi_id is None  # nobody follows before the Panselnas agrees
    assert pengganti.umumkan(s.pk, "B-1/Panselnas", KINI, oleh=oleh) == 1
    batal = PembatalanKelulusan.objects.get()
    assert (batal.pengganti_id, batal.nomor_persetujuan) == (b.pk, "B-1/Panselnas")
    assert Pelamar.objects.get(pk=b.pk).mengisi_id == a.formasi_id
    assert HasilSeleksi.objects.get(pelamar=a).kode == "lulus"
    assert HasilSeleksi.objects.get(pelamar=b).kode == "tidak"
    assert pemberkasan.buka(s.pk, KINI + timedelta(days=9), oleh=oleh, kirim=False) == 1
    assert Pemberkasan.objects.get(pelamar=b).status == "dibuka"
    # the one who followed withdraws as well: the third
    pengganti.batalkan(b.pk, "mundur", SURAT, oleh=oleh)
    pengganti.usulkan(s.pk, oleh=oleh)
    pengganti.umumkan(s.pk, "B-2/Panselnas", KINI, oleh=oleh)
    assert Pelamar.objects.get(pk=c.pk).mengisi_id == a.formasi_id
    # and nobody is left
    pengganti.batalkan(c.pk, "wafat", SURAT, oleh=oleh)
    pengganti.usulkan(s.pk, oleh=oleh)
    assert pengganti.umumkan(s.pk, "B-3/Panselnas", KINI, oleh=oleh) == 0
    assert PembatalanKelulusan.objects.get(pelamar=c).tahap == "diumumkan"
    perbuatan.tutup(s.pk, oleh=oleh)


def test_surat_menyebut_nama_dan_pengumuman_menyamarkannya(k, s):
    a, b, _ = orang(s)
    pengganti.batalkan(a.pk, "tms", "Ijazah tidak terakreditasi", oleh=k.oleh("fina"))
    surat = pengganti.usulkan(s.pk, oleh=k.oleh("fina"))
    satu = surat.data["baris"][0]
    assert (satu["nama"], satu["ganti"]["nomor"], satu["ganti"]["peringkat"]) == (a.nama, b.nomor_peserta, 2)
    pengganti.umumkan(s.pk, "B-1", KINI, oleh=k.oleh("fina"))
    umum = PembatalanKelulusan.objects.get().pengumuman.data["baris"][0]
    assert umum["ganti"]["nama"] == "C**** B W*****"
    assert umum["sebab"] == "tidak memenuhi persyaratan"


def test_sesudah_nip_terbit_atau_selama_menunggu_bkn_tidak_dibatalkan(k, s):
    oleh = k.oleh("fina")
    (a,) = sampai_lengkap(k, s)
    u = usul.buat(s.pk, "813/9", KINI, KINI.replace(day=1), None, oleh=oleh)
    with pytest.raises(DitolakSeleksi, match="rekam dahulu jawaban BKN"):
        pengganti.batalkan(a.pk, "mundur", SURAT, oleh=oleh)
    usul.rekam(u.baris.get().pk, {"status": "tms", "catatan": "Ijazah tidak ditemukan."}, None, oleh=oleh)
    pengganti.batalkan(a.pk, "tms", "Jawaban BKN: ijazah tidak ditemukan", oleh=oleh)
    assert Pemberkasan.objects.get(pelamar=a).status == "batal"
    assert usul.siap_diusulkan(s).count() == 0
    with pytest.raises(DitolakSeleksi, match="sudah dibatalkan"):
        pengganti.batalkan(a.pk, "tms", SURAT, oleh=oleh)
    with pytest.raises(DitolakSeleksi, match="1 pembatalan kelulusan belum diumumkan"):
        perbuatan.tutup(s.pk, oleh=oleh)


def test_nip_terbit_menutup_penggantian(k, s):
    alat.sampai_nip(k, s)
    a = s.pelamar.get(pegawai__isnull=False)
    with pytest.raises(DitolakSeleksi, match="tidak dapat diganti lagi"):
        pengganti.batalkan(a.pk, "mundur", SURAT, oleh=k.oleh("fina"))


def test_dianggap_mundur_hanya_sesudah_tenggat_lewat(k, s):
    oleh = k.oleh("fina")
    pemberkasan.buka(s.pk, KINI + timedelta(days=1), oleh=oleh, kirim=False)
    a = orang(s)[0]
    with pytest.raises(DitolakSeleksi, match="sesudah tenggatnya lewat"):
        pengganti.batalkan(a.pk, "dianggap", "Berita acara 3", oleh=oleh)
    Pemberkasan.objects.update(tenggat=KINI - timedelta(days=1))
    pengganti.batalkan(a.pk, "dianggap", "Berita acara 3", oleh=oleh)


def test_dasar_wajib_dan_yang_tidak_lulus_tidak_dapat_dibatalkan(k, s):
    a, b, _ = orang(s)
    with pytest.raises(DitolakSeleksi, match="Tulis dasarnya"):
        pengganti.batalkan(a.pk, "mundur", "  ", oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="tidak mengisi formasi"):
        pengganti.batalkan(b.pk, "mundur", SURAT, oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="Tidak ada pembatalan"):
        pengganti.usulkan(s.pk, oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="Tidak ada usul"):
        pengganti.umumkan(s.pk, "B-1", KINI, oleh=k.oleh("fina"))


def test_halaman_dari_pembatalan_sampai_pengumuman_bertanda_tangan(client, k, s):
    a, b, _ = orang(s)
    client.force_login(k.akun["fina"])
    alamat = reverse("pengadaan:pengganti_list", args=[s.pk])
    assert "Belum ada kelulusan yang dibatalkan" in client.get(alamat).content.decode()
    client.post(reverse("pengadaan:pelamar_batalkan", args=[a.pk]), {"sebab": "mundur", "dasar": SURAT})
    isi = client.get(alamat).content.decode()
    assert b.nama in isi
    assert "menurut peringkat; belum ditetapkan" in isi
    client.post(reverse("pengadaan:pengganti_usulkan", args=[s.pk]))
    umum = reverse("pengadaan:umum_detail", args=[s.pk])
    assert a.nomor_peserta in client.get(umum).content.decode()  # still as it was announced
    client.post(reverse("pengadaan:pengganti_umumkan", args=[s.pk]), {"nomor": "B-1", "tanggal": KINI.isoformat()})
    n = PembatalanKelulusan.objects.get().pengumuman
    cetak()
    client.post(reverse("pengadaan:pengganti_sah", args=[s.pk, n.pk]), {"berkas": pdf()})
    client.logout()
    isi = client.get(umum).content.decode()
    assert "digantikan" in isi
    assert a.nama not in isi
    assert "dibatalkan, mengundurkan diri" in client.get(f"{umum}?nomor={a.nomor_peserta}").content.decode()
    assert "Lulus sebagai pengganti" in client.get(f"{umum}?nomor={b.nomor_peserta}").content.decode()
    assert client.get(reverse("pengadaan:umum_pengganti", args=[s.pk, n.pk])).status_code == 200
    surat = PembatalanKelulusan.objects.get().usul
    assert client.get(reverse("pengadaan:umum_pengganti", args=[s.pk, surat.pk])).status_code == 404
