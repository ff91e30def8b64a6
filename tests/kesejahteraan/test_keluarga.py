"""Keluarga: daftar yang terisi, perubahan dikirim sekali tekan dengan foto buktinya, riwayat dan tunjangan mengikutinya."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Dosir, Naskah, NaskahPegawai, RiwayatKeluarga
from kepegawaian.profil import profil_satu
from kesejahteraan.keluarga import aturan, tugas
from layanan.models import Usulan
from penggajian import aturan_tunjangan, penghasilan
from tests.kesejahteraan.conftest import KINI, kawinkan
from tests.layanan.conftest import pdf
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db


def foto():
    """A photograph as a phone sends it."""
    keluar = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(keluar, "JPEG")
    return SimpleUploadedFile("foto.jpg", keluar.getvalue(), content_type="image/jpeg")


def kirim(jalan, jenis, *, oleh="ani", anggota="", berkas=None, **isi):
    """Sends one change from the page; the answer."""
    masuk(jalan.client, jalan.kantor.akun[oleh])
    hari = (KINI - timedelta(days=3)).isoformat()
    data = {"anggota": anggota, "tanggal_peristiwa": hari, "nomor_bukti": "3524-LT-1", "tanggal_bukti": hari,
            "penerbit": "Dinas Dukcapil", "berkas": berkas or pdf()} | isi  # fmt: skip
    return jalan.client.post(reverse("kesejahteraan:keluarga_saya_ubah", args=[jenis]), data)


def verifikasi(jalan):
    """Operator and BKD verify the one running usulan."""
    usulan = Usulan.objects.get(layanan="perubahan-keluarga", status="diproses")
    return jalan.maju(jalan.maju(usulan, "verifikasi_opd"), "verifikasi_bkd")


def baris(pegawai, anggota):
    """The rows of a member that stand, oldest first."""
    return list(RiwayatKeluarga.objects.filter(pegawai=pegawai, anggota=anggota, dibatalkan_pada=None).order_by("tmt"))


def test_kelahiran_dikirim_dari_ponsel_dengan_foto_dan_menambah_tunjangan(jalan, kantor):
    kawinkan(kantor.ani)
    lahir = KINI - timedelta(days=20)
    jawab = kirim(
        jalan,
        "lahir",
        berkas=foto(),
        nama="Bintang Lestari",
        tanggal_lahir=lahir.isoformat(),
        jenis_kelamin="L",
        tanggung="on",
    )
    assert jawab.status_code == 302, jawab.context["form"].errors
    usulan = verifikasi(jalan)
    assert usulan.status == "selesai"
    (anak,) = baris(kantor.ani, "anak-1")
    assert (anak.nama, anak.tmt, anak.tertanggung, anak.kawin, anak.berpenghasilan) == (
        "Bintang Lestari",
        lahir,
        True,
        False,
        False,
    )
    naskah = Naskah.objects.get(usulan__usulan=usulan)
    assert (naskah.asal, naskah.status, naskah.nomor, naskah.perihal) == (
        "luar",
        "berlaku",
        "3524-LT-1",
        "Akta kelahiran",
    )
    assert naskah.berkas_sah.read().startswith(b"%PDF-")  # the photograph became a page
    assert Dosir.objects.filter(riwayat_jenis="keluarga", riwayat_id=anak.pk).count() == 1
    k = penghasilan.susun_konteks(kantor.ani.pk, KINI, acuan_kini())
    # 2 percent of gaji pokok III/c MKG 0, Rp3.026.400 (PP 5/2024): Rp60.528
    assert aturan_tunjangan.ATURAN["TUNJ-02"](k).rupiah == 60_528


def test_surat_sekolah_memperpanjang_tunjangan_anak(jalan, kantor):
    lahir = tambah_bulan(KINI, -12 * 21 + 1)  # 21 next month
    kawinkan(kantor.ani, anak=[lahir])
    hak = jalan.pelaku("ani").hak
    sumber = tugas.BatasAnak()

    def butir():
        nilai = {"anak": [{"kunci": b.anggota, "orang": b.nama, "lahir": f"{b.tanggal_lahir}", "surat": b.sekolah_sampai and f"{b.sekolah_sampai}"}
                          for b in RiwayatKeluarga.objects.filter(anggota="anak-1", dibatalkan_pada=None).order_by("-tmt")[:1]]}  # fmt: skip
        return list(sumber.susun(nilai, hak, KINI, acuan_kini()))

    (satu,) = butir()
    assert satu.tenggat == tambah_bulan(lahir, 12 * 21)
    assert "ubah/sekolah/?anggota=anak-1" in satu.url
    sampai = tambah_bulan(KINI, 11)
    assert kirim(jalan, "sekolah", anggota="anak-1", sekolah_sampai=sampai.isoformat()).status_code == 302
    verifikasi(jalan)
    lama, baru = baris(kantor.ani, "anak-1")
    assert (lama.sekolah_sampai, baru.sekolah_sampai) == (None, sampai)
    assert butir() == []
    kelak = tambah_bulan(lahir, 12 * 21)
    k = penghasilan.susun_konteks(kantor.ani.pk, kelak, acuan_kini())
    assert [a.berakhir for a in aturan_tunjangan.anak_dinilai(k)] == [sampai]


def test_anak_menikah_keluar_dari_daftar_gaji_dan_tidak_menandai_sk(jalan, kantor):
    kawinkan(kantor.ani, anak=[date(2006, 3, 3)])
    n = Naskah.objects.create(
        jenis="sk",
        perihal="SK",
        asal="luar",
        nomor="1",
        tanggal=KINI,
        penetap="Bupati",
        dibuat_pada=jalan.pelaku("ani").kini,
    )
    np = NaskahPegawai.objects.create(naskah=n, pegawai=kantor.ani, tmt=KINI, data={})
    assert kirim(jalan, "kawin", anggota="anak-1").status_code == 302
    verifikasi(jalan)
    assert [(b.kawin, b.tertanggung) for b in baris(kantor.ani, "anak-1")] == [(False, True), (True, False)]
    np.refresh_from_db()
    assert np.perlu_ditinjau == ""


def test_kematian_yang_terlambat_dilaporkan_mengubah_baris_sesudahnya(jalan, kantor):
    kawinkan(kantor.ani, anak=[date(2008, 3, 3)])
    nanti = tambah(kantor.ani, "keluarga", tmt=date(2020, 1, 1), anggota="anak-1", hubungan="anak", nama="Anak 1",
                   tertanggung=True, tanggal_lahir=date(2008, 3, 3), pekerjaan="Pelajar")  # fmt: skip
    assert kirim(jalan, "meninggal", anggota="anak-1", tanggal_peristiwa="2015-06-01").status_code == 302
    verifikasi(jalan)
    keadaan = [(b.tmt, b.keadaan, b.tertanggung, b.pekerjaan) for b in baris(kantor.ani, "anak-1")]
    assert keadaan == [
        (date(2008, 3, 3), "hidup", True, ""),
        (date(2015, 6, 1), "meninggal", False, ""),
        (date(2020, 1, 1), "meninggal", False, "Pelajar"),
    ]
    nanti.refresh_from_db()
    assert nanti.dibatalkan_naskah is not None
    assert [t.anggota for t in profil_satu(kantor.ani.pk, per=KINI).tanggungan] == ["pasangan-1"]


def test_pekerjaan_pasangan_dan_perbaikan_data(jalan, kantor):
    kawinkan(kantor.ani)
    assert (
        kirim(jalan, "pekerjaan", anggota="pasangan-1", pekerjaan="PNS", nip="1985 0101 2010 0110 01").status_code
        == 302
    )
    verifikasi(jalan)
    assert baris(kantor.ani, "pasangan-1")[-1].nip == "198501012010011001"
    assert kirim(jalan, "perbaikan", anggota="pasangan-1", nama="Pasangan Benar").status_code == 302
    verifikasi(jalan)
    akhir = baris(kantor.ani, "pasangan-1")[-1]  # the same day: the row is written again
    assert (akhir.nama, akhir.nip, akhir.pekerjaan) == ("Pasangan Benar", "198501012010011001", "PNS")


@pytest.mark.parametrize(
    ("jenis", "isi", "medan"),
    [
        ("lahir", {"nama": "X", "tanggal_lahir": "", "jenis_kelamin": "L"}, "tanggal_lahir"),
        (
            "lahir",
            {"nama": "X", "tanggal_lahir": (KINI + timedelta(days=1)).isoformat(), "jenis_kelamin": "L"},
            "tanggal_lahir",
        ),
        ("sekolah", {"anggota": "anak-1", "sekolah_sampai": ""}, "sekolah_sampai"),
        ("sekolah", {"anggota": "anak-1", "sekolah_sampai": "2020-01-01"}, None),
        ("perbaikan", {"anggota": "anak-1"}, "nama"),
        ("pekerjaan", {"anggota": "pasangan-1", "pekerjaan": "PNS", "nip": "12"}, "nip"),
    ],
)
def test_isian_yang_keliru_disebut_dan_tidak_meninggalkan_draf(jalan, kantor, jenis, isi, medan):
    kawinkan(kantor.ani, anak=[date(2012, 3, 3)])
    jawab = kirim(jalan, jenis, **isi)
    assert jawab.status_code == 422
    assert set(jawab.context["form"].errors) == {medan or "__all__"}
    assert Usulan.objects.count() == 0


def test_berkas_yang_bukan_gambar_ditolak_dengan_kalimatnya(jalan, kantor):
    jawab = kirim(jalan, "orang_tua", nama="Ibu", jenis_kelamin="P", berkas=SimpleUploadedFile("a.jpg", b"bukan"))
    assert jawab.context["form"].errors["berkas"] == [
        "Berkas harus PDF, JPG, atau PNG menurut isinya, bukan hanya menurut namanya."
    ]
    assert Usulan.objects.count() == 0


def test_halaman_menyebut_keluarga_batas_dan_yang_berjalan(jalan, kantor, django_assert_max_num_queries):
    kawinkan(kantor.ani, anak=[date(2012, 3, 3), tambah_bulan(KINI, -12 * 21 + 2)])
    kirim(jalan, "orang_tua", nama="Ibu Ani", jenis_kelamin="P")
    with django_assert_max_num_queries(12):
        isi = jalan.client.get(reverse("kesejahteraan:keluarga_saya")).content.decode()
    assert "Pasangan Uji" in isi
    assert "segera berakhir" in isi
    assert "Orang tua yang belum tercatat: Ibu Ani" in isi
    assert aturan.NAMA["sekolah"] in isi


def test_halaman_kosong_menyebut_apa_yang_mengisinya(jalan, kantor):
    masuk(jalan.client, kantor.akun["ani"])
    assert "Keluarga belum tercatat" in jalan.client.get(reverse("kesejahteraan:keluarga_saya")).content.decode()


def test_atasan_tidak_membaca_keluarga_operator_mengisinya(jalan, kantor):
    kawinkan(kantor.ani)
    alamat = reverse("kesejahteraan:keluarga_detail", args=[kantor.ani.nip])
    for nama, status in (("kasubbag", 403), ("kadinkes", 403), ("opi", 200), ("sari", 200), ("bayu", 404)):
        masuk(jalan.client, kantor.akun[nama])
        assert jalan.client.get(alamat).status_code == status, nama
    masuk(jalan.client, kantor.akun["opi"])
    hari = KINI.isoformat()
    jawab = jalan.client.post(
        reverse("kesejahteraan:keluarga_ubah", args=[kantor.ani.nip, "kerja"]), {"anggota": "pasangan-1"}
    )
    assert jawab.status_code == 404  # not of a spouse
    isi = {"nama": "Ayah Ani", "jenis_kelamin": "L", "tanggal_peristiwa": hari, "nomor_bukti": "KK 1", "tanggal_bukti": hari,
           "penerbit": "Dinas Dukcapil", "berkas": pdf()}  # fmt: skip
    assert (
        jalan.client.post(reverse("kesejahteraan:keluarga_ubah", args=[kantor.ani.nip, "orang_tua"]), isi).status_code
        == 302
    )
    verifikasi(jalan)
    assert baris(kantor.ani, "orang_tua-1")[0].nama == "Ayah Ani"
