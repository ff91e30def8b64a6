"""Yang harus Anda lakukan: dari semua layanan, menurut tenggat, dengan akibatnya; satu pertanyaan bagi semua sumber."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kepegawaian import tugas
from kepegawaian.models import BatchImpor, KamusReferensi, Naskah, NaskahPegawai, SelisihSiasn
from layanan import alur, katalog
from layanan.models import LangkahUsulan, Usulan
from tests.layanan.conftest import LayananUji
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk
from tests.tata_kelola.conftest import ajukan, draf, pertanyaan, segar, setujui

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


DATA = "Lengkapi data Anda"  # people of the factory have no education and e-mail; one test is about that


def isi(buka, nama):
    """{group: [(title, deadline)]} of a person's page, without DATA."""
    kelompok = buka(nama, "/tugas/").context["kelompok"]
    hasil = {kode: [(b.judul, b.tenggat) for b in daftar if b.judul != DATA] for kode, _, daftar in kelompok}
    return {kode: daftar for kode, daftar in hasil.items() if daftar}


def butir(buka, nama, awalan):
    """The rows of a person whose title begins so, DATA only when asked for."""
    kelompok = buka(nama, "/tugas/").context["kelompok"]
    semua = [b for _, _, daftar in kelompok for b in daftar if b.judul != DATA or awalan == DATA]
    return [b for b in semua if b.judul.startswith(awalan)]


def batas(usulan, tanggal):
    """Moves the deadline of the waiting step, as if it had come in then."""
    LangkahUsulan.objects.filter(pk=segar(usulan).langkah_kini_id).update(batas=tanggal)


def test_kosong_berkata_apa_yang_akan_mengisinya(buka):
    assert "Tidak ada yang menunggu Anda" in buka("admin", "/tugas/").content.decode()


def test_data_sendiri_yang_kurang_dan_yang_berbeda_dengan_siasn(buka, kantor):
    (satu,) = butir(buka, "ani", DATA)
    assert satu.uraian.startswith("Belum tercatat: pendidikan, alamat e-mail.")
    SelisihSiasn.objects.create(
        pegawai=kantor.ani, batch=buat_batch(), kolom="NAMA", nilai_siasn="A", nilai_portal="B", per_tanggal=HARI_INI
    )
    assert [b.judul for b in butir(buka, "ani", "Periksa")] == ["Periksa 1 data yang berbeda dengan SIASN"]
    assert butir(buka, "eko", "Periksa") == []
    assert butir(buka, "admin", DATA) == []


@pytest.mark.parametrize(("geser", "kelompok"), [(-1, "terlambat"), (0, "hari_ini"), (7, "nanti"), (60, "nanti")])
def test_langkah_menunggu_menurut_tenggatnya(buka, layanan_uji, kantor, geser, kelompok):
    u = ajukan(layanan_uji, kantor)
    batas(u, HARI_INI + timedelta(days=geser))
    assert isi(buka, "kadis") == {kelompok: [("Verifikasi OPD: Ani Lestari", HARI_INI + timedelta(days=geser))]}
    (satu,) = butir(buka, "kadis", "Verifikasi OPD")
    assert satu.url == f"/usulan/{u.nomor}/"
    assert "tercatat terlambat" in satu.akibat


def test_minggu_ini_sampai_hari_minggu():
    rabu = date(2026, 11, 25)
    daftar = [tugas.Butir(str(t), "", "/", tenggat=t) for t in (date(2026, 11, 29), date(2026, 11, 30))]
    assert [(k, [b.judul for b in d]) for k, _, d in tugas.kelompok(daftar, rabu)] == [
        ("minggu_ini", ["2026-11-29"]),
        ("nanti", ["2026-11-30"]),
    ]


def test_banyak_yang_sejenis_menjadi_satu_baris_dengan_tenggat_tertua(buka, layanan_uji, kantor):
    semua = []
    for n in range(5):
        setattr(kantor, f"rekan{n}", buat_pegawai(nama=f"Rekan {n}", unit="DISDIK"))
        semua.append(ajukan(layanan_uji, kantor, pegawai=f"rekan{n}"))
    batas(semua[3], HARI_INI - timedelta(days=2))
    baris = butir(buka, "kadis", "")
    lewat = sum(segar(u).langkah_kini.batas < HARI_INI for u in semua)
    assert [(b.judul, b.banyak) for b in baris] == [("5 usulan Layanan uji mesin: Verifikasi OPD", 5)]
    assert baris[0].url == "/kotak/?layanan=uji-mesin&langkah=verifikasi_opd"
    assert f"{lewat} di antaranya terlambat" in baris[0].uraian
    assert baris[0].tenggat == min(segar(u).langkah_kini.batas for u in semua)
    assert buka("kadis", "/").context["lencana"]["tugas"] == 5


def test_yang_dikembalikan_menunggu_pemohon_dan_operatornya_dengan_sebabnya(buka, layanan_uji, kantor):
    u = setujui(ajukan(layanan_uji, kantor), kantor, "kadis")
    alur.kembalikan(u, oleh=kantor.oleh("citra"), versi=u.versi_baris, alasan="Ijazah buram.")
    for nama, judul in (
        ("ani", "Perbaiki usulan Layanan uji mesin"),
        ("budi", "Perbaiki usulan Layanan uji mesin: Ani Lestari"),
    ):
        (satu,) = butir(buka, nama, "Perbaiki")
        assert satu.judul == judul
        assert "Ijazah buram." in satu.uraian
    assert isi(buka, "eko") == {}
    assert isi(buka, "citra") == {}


def test_asn_hanya_membantu_bila_layanannya_bukan_wewenangnya(buka, layanan_uji, kantor, monkeypatch):
    u = ajukan(layanan_uji, kantor)
    alur.kembalikan(u, oleh=kantor.oleh("kadis"), versi=u.versi_baris, alasan="Lengkapi.")
    monkeypatch.setattr(LayananUji, "pengusul", ("operator_opd",))
    (satu,) = butir(buka, "ani", "Bantu")
    assert satu.tombol == "Lihat yang diminta"
    assert "operator OPD Anda" in satu.uraian


def test_draf_menyebut_masa_usul_dan_dasarnya(buka, layanan_uji, kantor, monkeypatch):
    monkeypatch.setattr(LayananUji, "akibat_terlambat", "Menunggu periode berikutnya.")
    monkeypatch.setattr(LayananUji, "dasar_terlambat", katalog.Dasar("PerBKN 4/2025"))
    monkeypatch.setattr(LayananUji, "tenggat_usul", lambda self, tmt, acuan: tmt - timedelta(days=31))
    draf(layanan_uji, kantor)
    (satu,) = butir(buka, "budi", "Lanjutkan draf Layanan uji mesin: Ani Lestari")
    assert satu.tenggat == date(2026, 12, 1)  # TMT 1 January 2027
    assert "(PerBKN 4/2025)" in buka("budi", "/tugas/").content.decode()
    assert [b.judul for b in butir(buka, "ani", "")] == ["Lanjutkan draf Layanan uji mesin"], (
        "pemohon dapat mengajukan"
    )


@pytest.mark.parametrize(
    ("slug", "tmt", "tenggat"), [("kgb", "2027-03-01", "2027-01-01"), ("kp-reguler", "2027-03-01", "2027-02-01")]
)
def test_tenggat_usul_menurut_aturannya(slug, tmt, tenggat):
    """KGB: two months before (PP 7/1977 Pasal 12); KP: closed on the 1st of the month before (practice of BKN)."""
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - needs the database of the test

    assert katalog.ambil(slug).tenggat_usul(date.fromisoformat(tmt), acuan_kini()) == date.fromisoformat(tenggat)


def naskah_ani(kantor, tanggal=HARI_INI):
    """A signed naskah of ani with its file."""
    n = Naskah.objects.create(jenis="sk", perihal="Keputusan uji", asal="register", nomor="UJI/9/2026", tanggal=tanggal,
                              penetap="Bupati", tahap="ditandatangani", berkas_sah="naskah/2026/uji.pdf", token="t9",
                              hash_sah="b" * 64, dibuat_pada=timezone.now(), ditandatangani_pada=timezone.now())  # fmt: skip
    NaskahPegawai.objects.create(naskah=n, pegawai=kantor.ani, tmt=tanggal)
    return n


def test_naskah_terbit_menunggu_sampai_dibuka(client, buka, kantor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "naskah" / "2026").mkdir(parents=True)
    (tmp_path / "naskah" / "2026" / "uji.pdf").write_bytes(b"%PDF-1.4")
    n = naskah_ani(kantor)
    (satu,) = butir(buka, "ani", "Unduh dan periksa: Keputusan uji")
    assert butir(buka, "eko", "") == []
    masuk(client, kantor.akun_ani)
    assert client.get(satu.url).status_code == 200
    assert butir(buka, "ani", "") == []
    assert n.pk == int(satu.url.split("/")[2])


def test_naskah_lama_tidak_lagi_disebut(buka, kantor):
    naskah_ani(kantor, HARI_INI - timedelta(days=91))
    assert butir(buka, "ani", "") == []


def test_impor_dan_referensi_menunggu_staf_yang_mengunggah(buka, kantor):
    batch = buat_batch(nama_berkas="data.xlsx", status="pratinjau", oleh=kantor.akun_citra)
    BatchImpor.objects.filter(pk=batch.pk).update(ringkasan={"baru": 3, "berubah": 2, "galat": 1})
    KamusReferensi.objects.create(jenis="unit", teks="Dinas Entah", jumlah=3)
    judul = [(b.judul, b.uraian) for b in butir(buka, "citra", "")]
    assert ("Tinjau berkas impor data.xlsx", "3 baru, 2 berubah, 1 galat.") in judul
    assert any(j.startswith("Jawab 1 referensi") for j, _ in judul)
    assert [b.judul[:5] for b in butir(buka, "cici", "")] == ["Jawab"], "berkas orang lain bukan tugasnya"
    assert butir(buka, "ani", "") == []


def test_akun_yang_belum_aktif_tugas_operatornya(buka, kantor):
    for nama in ("ani", "budi", "kadis"):
        akun = getattr(kantor, f"akun_{nama}")
        akun.set_password("Rawa-Semando-41")
        akun.save()
    buat_akun(buat_pegawai(nama="Baru Datang", unit="DISDIK"))
    buat_akun(buat_pegawai(nama="Dinas Lain", unit="DINKES"))
    (satu,) = butir(buka, "budi", "1 pegawai OPD Anda belum mengaktifkan akun")
    assert satu.url == "/akun/slip/"


def test_sumber_baru_cukup_satu_pendaftaran_tanpa_pertanyaan_tambahan(client, buka, kantor):
    buka("ani", "/tugas/")
    sebelum = pertanyaan(client, "/tugas/")

    @tugas.daftarkan
    class Contoh(tugas.Sumber):
        kode = "contoh_uji"
        untuk = ("asn",)

        def susun(self, nilai, hak, hari_ini, acuan):
            yield tugas.Butir("Isi SKP", "Predikat tahun ini kosong.", "/saya/", dasar="PP 30/2019")

    try:
        assert [b.judul for b in butir(buka, "ani", "")] == ["Isi SKP"]
        assert pertanyaan(client, "/tugas/") == sebelum
    finally:
        tugas._sumber.pop("contoh_uji")


@pytest.mark.parametrize("nama", ["ani", "budi", "kadis", "citra", "dewi", "admin", "perekam", "itwas", "sekda"])
def test_jumlah_pertanyaan_tetap(client, buka, layanan_uji, kantor, nama):
    buka(nama, "/tugas/")
    sedikit = pertanyaan(client, "/tugas/")
    for n in range(6):
        setattr(kantor, f"rekan{n}", buat_pegawai(nama=f"Rekan {n}", unit="DISDIK"))
        ajukan(layanan_uji, kantor, pegawai=f"rekan{n}")
    masuk(client, getattr(kantor, f"akun_{nama}"))
    client.get("/tugas/")
    assert pertanyaan(client, "/tugas/") == sedikit <= 8


def test_menu_beranda_dan_lonceng_menuju_ke_sana(buka, layanan_uji, kantor):
    ajukan(layanan_uji, kantor)
    isi = buka("kadis", "/").content.decode()
    assert isi.count('href="/tugas/"') == 2
    assert "Yang harus Anda lakukan (1)" in isi
    assert timezone.localdate() == HARI_INI
    assert Usulan.objects.count() == 1
