"""Nilai SIASN yang diterima dapat dibatalkan: tanpa menghapus, oleh yang berhak, dan tidak bila ada yang bersandar padanya."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.jejak import kalimat, sebagai
from kepegawaian.models import (
    BatchImpor,
    Jabatan,
    JawabanSiasn,
    Jejak,
    Naskah,
    NaskahPegawai,
    Pegawai,
    ProfilKini,
    RiwayatPangkat,
    RiwayatUnit,
    UnitKerja,
)
from kepegawaian.siasn import baca, peta, terima
from kepegawaian.siasn.klien import Jawaban
from layanan.models import Usulan
from tests.pabrik import buat_akun, buat_pegawai, tambah

pytestmark = pytest.mark.django_db
KE_B = {"id": "rg-2", "golonganId": "32", "tmtGolongan": "01-04-2019", "skNomor": "823/2", "masaKerjaGolonganTahun": 4}
KE_C = KE_B | {"id": "rg-3", "golonganId": "33", "tmtGolongan": "01-04-2023", "skNomor": "823/3"}
DAFTAR = "/siasn/diterima/"


@pytest.fixture
def ambil(orang):
    """``ambil(jenis, [rows], nomor, lokal, medan)``: SIASN answered so, and citra took it over; returns the batch."""

    def satu(jenis, baris, nomor=0, lokal=None, medan=(), pegawai=orang.ani):
        jawaban = baca.simpan(pegawai, peta.TABEL[jenis], Jawaban(False, baris), Rujukan())
        with sebagai(orang.akun["citra"]):
            terima.terima(
                pegawai, peta.TABEL[jenis], jawaban_id=jawaban.pk, nomor=nomor, lokal_id=lokal, medan=list(medan),
                oleh=orang.akun["citra"],
            )  # fmt: skip
        return BatchImpor.objects.latest("pk")

    return satu


def batalkan(klien, batch):
    """What the portal says to the button of this row."""
    jawaban = klien.post(f"{DAFTAR}{batch.pk}/batal/")
    assert (jawaban.status_code, jawaban.url) == (302, DAFTAR)
    return " ".join(str(m) for m in get_messages(jawaban.wsgi_request))


def isi(klien, kueri=""):
    jawaban = klien.get(f"{DAFTAR}{kueri}")
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def berlaku(pegawai):
    daftar = RiwayatPangkat.objects.filter(pegawai=pegawai, dibatalkan_pada=None).order_by("tmt")
    return list(daftar.values_list("golongan_id", "nomor_sk", "mkg_tahun"))


# ── taken back ───────────────────────────────────────────────────────────────────────────────────────


def test_baris_yang_dicatat_menjadi_batal_dan_halamannya_menyebut_semuanya(orang, ambil):
    batch, citra = ambil("golongan", [KE_B]), orang.masuk("citra")
    teks = isi(citra)
    for kata in (
        "ANI LESTARI",
        "CITRA DEWANTI",
        "<dt>Nomor SK</dt>",
        "<ins>823/2</ins>",
        "<ins>III/b</ins>",
        "tercatat",
        "data-tanya=",
    ):
        assert kata in teks
    assert "barisnya tetap tersimpan sebagai batal" in batalkan(citra, batch)
    assert berlaku(orang.ani) == [("III/a", "", 0)]
    batal = RiwayatPangkat.objects.get(nomor_sk="823/2")
    assert (batal.batch_id, batal.dibatalkan_sebab) == (batch.pk, f"Nilai SIASN nomor {batch.pk} dibatalkan")
    assert batal.dibatalkan_oleh_id == orang.akun["citra"].pk
    assert ProfilKini.objects.get(pegawai=orang.ani).golongan_id == "III/a"
    jejak = Jejak.objects.get(aksi="siasn_terima_batal")
    assert (jejak.pegawai_id, jejak.oleh_id) == (orang.ani.pk, orang.akun["citra"].pk)
    assert kalimat(jejak) == "Membatalkan Pangkat yang diterima dari SIASN: TMT, Golongan, MKG tahun, Nomor SK"
    assert JawabanSiasn.objects.get(pegawai=orang.ani).hanya_siasn == 1  # it differs again
    teks = isi(citra, "?status=dibatalkan&jenis=golongan&q=ani")
    assert "dibatalkan" in teks
    assert f"{DAFTAR}{batch.pk}/batal/" not in teks
    assert "sudah dibatalkan" in batalkan(citra, batch)
    assert "Tidak ada yang cocok" in isi(citra, "?status=diterapkan")


def test_nilai_lama_yang_diganti_berlaku_lagi(orang, ambil):
    lama = tambah(orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), nomor_sk="823/lama", mkg_tahun=9)
    batch = ambil("golongan", [KE_B], lokal=lama.pk, medan=["mkg_tahun"])
    assert berlaku(orang.ani)[1:] == [("III/b", "823/lama", 4)]
    citra = orang.masuk("citra")
    assert "<del>9</del>" in isi(citra)
    assert "Baris sebelumnya berlaku lagi." in batalkan(citra, batch)
    assert berlaku(orang.ani)[1:] == [("III/b", "823/lama", 9)]
    assert RiwayatPangkat.objects.filter(pegawai=orang.ani, tmt=lama.tmt).count() == 3  # old, ours batal, old again


def test_jabatan_dan_unit_yang_dibawanya_kembali_bersama(orang, ambil):
    baris = {
        "id": "rj", "jenisPenugasanId": "D", "jenisJabatan": "2", "tmtJabatan": "01-02-2024", "nomorSk": "821/3",
        "namaJabatan": Jabatan.objects.get(kode="JF-GURU-MADYA").nama, "unorNama": UnitKerja.objects.get(kode="DISDIK").nama,
    }  # fmt: skip
    batch = ambil("jabatan", [baris])
    assert ProfilKini.objects.get(pegawai=orang.ani).unit.kode == "DISDIK"
    batalkan(orang.masuk("citra"), batch)
    kini = ProfilKini.objects.get(pegawai=orang.ani)
    assert (kini.unit.kode, kini.jabatan.kode) == ("SDN-BABAT-14", "JF-GURU-MUDA")
    assert RiwayatUnit.objects.filter(pegawai=orang.ani).count() == 2


def test_kolom_data_utama_kembali_kecuali_sudah_diubah_lagi(orang, ambil):
    mentah = [{"id": "PNS-1", "email": "baru@contoh.id", "noHp": "0812", "nik": "3524014505860002"}]
    satu = ambil("data-utama", mentah, lokal=orang.ani.pk, medan=["email", "nomor_hp"])
    dua = ambil("data-utama", mentah, lokal=orang.ani.pk, medan=["nik"])
    citra = orang.masuk("citra")
    assert "3524014505860002" not in isi(citra)
    batalkan(citra, satu)
    ani = Pegawai.objects.get(pk=orang.ani.pk)
    assert (ani.email, ani.nomor_hp, ani.nik) == ("ani@contoh.id", "", "3524014505860002")
    Pegawai.objects.filter(pk=ani.pk).update(nik="3524014505860003")
    assert "NIK sudah diubah lagi sesudahnya" in batalkan(citra, dua)
    assert Pegawai.objects.get(pk=ani.pk).nik == "3524014505860003"
    assert BatchImpor.objects.get(pk=dua.pk).status == "diterapkan"


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────


def test_baris_sesudahnya_menahan_sampai_ia_dibatalkan_dahulu(orang, ambil):
    b, c = ambil("golongan", [KE_B, KE_C]), ambil("golongan", [KE_B, KE_C], nomor=1)
    citra = orang.masuk("citra")
    assert "Pangkat TMT 1 April 2023 dicatat sesudahnya" in batalkan(citra, b)
    assert len(berlaku(orang.ani)) == 3
    batalkan(citra, c)
    batalkan(citra, b)
    assert berlaku(orang.ani) == [("III/a", "", 0)]


def test_baris_yang_sudah_diganti_menyebut_penggantinya(orang, ambil):
    satu = ambil("golongan", [KE_B])
    lokal = RiwayatPangkat.objects.get(nomor_sk="823/2")
    dua = ambil("golongan", [KE_B | {"skNomor": "823/9"}], lokal=lokal.pk, medan=["nomor_sk"])
    citra = orang.masuk("citra")
    assert f"sudah diganti (Digantikan impor {dua.pk})" in batalkan(citra, satu)
    assert berlaku(orang.ani)[1:] == [("III/b", "823/9", 4)]


def test_naskah_dan_usulan_sesudahnya_menahan_dengan_nomornya(orang, ambil):
    batch, citra, nanti = ambil("golongan", [KE_B]), orang.masuk("citra"), timezone.now() + timedelta(minutes=1)
    usulan = Usulan.objects.create(
        nomor="US-2026-000001", layanan="kp-reguler", pegawai=orang.ani, status="ditolak", dibuat_pada=nanti,
        diajukan_pada=nanti, selesai_pada=nanti, catatan_akhir="Belum empat tahun.",
    )  # fmt: skip
    assert "usulan US-2026-000001 sudah diputus atas dasar data ini" in batalkan(citra, batch)
    Usulan.objects.filter(pk=usulan.pk).update(
        selesai_pada=nanti - timedelta(days=1)
    )  # decided before it was taken over
    naskah = Naskah.objects.create(
        jenis="sk", perihal="SK uji", asal="luar", nomor="800/7/2026", tanggal=date(2026, 1, 2), penetap="Bupati",
        tahap="menunggu_cetak", dibuat_pada=nanti,
    )  # fmt: skip
    NaskahPegawai.objects.create(naskah=naskah, pegawai=orang.ani, tmt=date(2026, 1, 2))
    assert "naskah 800/7/2026 sudah dibuat atas dasar data ini" in batalkan(citra, batch)
    assert len(berlaku(orang.ani)) == 2
    Naskah.objects.filter(pk=naskah.pk).update(tahap="batal")
    assert "tetap tersimpan sebagai batal" in batalkan(citra, batch)


# ── who ──────────────────────────────────────────────────────────────────────────────────────────────


def test_hanya_yang_menerimanya_atau_admin(orang, ambil):
    batch = ambil("golongan", [KE_B])
    lain = buat_pegawai(nama="STAF LAIN", unit="SUB13")
    orang.akun["lain"] = buat_akun(lain)
    alamat = f"{DAFTAR}{batch.pk}/batal/"
    staf = orang.masuk("lain")
    assert alamat not in isi(staf)
    assert [orang.masuk(n).post(alamat).status_code for n in ("lain", "budi", "dewi", "ani")] == [403] * 4
    assert orang.masuk("budi").get(DAFTAR).status_code == 403
    gita = orang.masuk("gita")
    teks = isi(gita)
    assert alamat in teks
    assert "TMT, Golongan, MKG tahun, Nomor SK" in teks
    assert "823/2" not in teks  # the admin sees which fields, not what they say
    batalkan(gita, batch)
    assert "Gita, admin sistem" in isi(staf)
    assert berlaku(orang.ani) == [("III/a", "", 0)]


def test_data_sendiri_dan_hukuman_tertutup(orang, ambil):
    batch = ambil("golongan", [KE_B], pegawai=orang.citra)  # whoever took it over, it is about citra
    assert orang.masuk("citra").post(f"{DAFTAR}{batch.pk}/batal/").status_code == 403
    BatchImpor.objects.filter(pk=batch.pk).update(pegawai=orang.ani, ringkasan=batch.ringkasan | {"jenis": "hukdis"})
    assert orang.masuk("citra").post(f"{DAFTAR}{batch.pk}/batal/").status_code == 404
    assert "ANI LESTARI" not in isi(orang.masuk("gita"))


def test_pencatatan_lama_tanpa_nilai_lama_disebut_begitu(orang, ambil):
    batch = ambil("data-utama", [{"id": "P", "email": "baru@contoh.id"}], lokal=orang.ani.pk, medan=["email"])
    batch.ringkasan.pop("medan")
    batch.save(update_fields=["ringkasan"])
    citra = orang.masuk("citra")
    assert "belum disimpan waktu itu" in isi(citra)
    assert "Nilai lamanya belum tersimpan" in batalkan(citra, batch)


def test_banyak_kueri_tetap(orang, ambil):
    def hitung():
        with CaptureQueriesContext(connection) as catatan:
            isi(citra)
        return len(catatan)

    citra = orang.masuk("citra")
    batalkan(citra, ambil("golongan", [KE_B]))
    isi(citra)
    satu = hitung()
    for siapa in (orang.eko, orang.fajar):
        batalkan(citra, ambil("golongan", [KE_B], pegawai=siapa))
    assert hitung() == satu <= 12
