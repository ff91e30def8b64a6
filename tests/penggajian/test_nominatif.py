"""Nominatif KGB: seluruh bulan diusulkan dari satu halaman, di tempat atau lewat pekerja, dalam lingkup pengusulnya."""

import io
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from kombu.exceptions import OperationalError
from python_calamine import load_workbook

from indeks import malam
from kepegawaian.antrean import kirim
from kepegawaian.models import Pemberitahuan
from layanan.models import Usulan
from layanan.tasks import ajukan_nominatif
from layanan.views import nominatif as halaman
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

pytestmark = pytest.mark.django_db
TMT = date(2027, 1, 1)
MALAM = date(2026, 11, 24)
URL = "/layanan/kgb/nominatif/"


@pytest.fixture
def kantor(monkeypatch):
    """Four of DISDIK and one of DINKES due on 1 January 2027, one more whose predikat fails; staf, two operators."""
    batch = buat_batch()

    def jatuh_tempo(nama, unit, predikat="Baik"):
        p = buat_pegawai(nama=nama, unit=unit, tmt=date(2017, 1, 1), batch=batch)
        tambah(p, "gaji", batch=batch, tmt=date(2025, 1, 1), jenis="KGB", golongan_id="III/a", gaji_pokok=3153600,
               mkg_tahun=8, nomor_sk="822/9/2024", tanggal_sk=date(2024, 11, 1), pejabat="Kepala Dinas")  # fmt: skip
        tambah(p, "kinerja", batch=batch, tmt=date(2026, 1, 31), tahun=2025, predikat=predikat)
        return p

    disdik = [jatuh_tempo(f"DISDIK {n}", "DISDIK-SUBBAG1") for n in range(4)]
    dinkes = jatuh_tempo("DINKES 0", "DINKES")
    gagal = jatuh_tempo("KURANG 0", "DISDIK-SUBBAG1", predikat="Kurang")
    akun = {
        "staf": buat_akun(buat_pegawai(nama="CITRA", unit="SUB12", batch=batch)),
        "operator": buat_akun(buat_pegawai(nama="BUDI", unit="DISDIK-SUBBAG1", kelamin="L", batch=batch)),
        "lain": buat_akun(buat_pegawai(nama="LULUK", unit="DINKES", batch=batch)),
    }
    tugaskan(akun["operator"], "operator_opd", "DISDIK")
    tugaskan(akun["lain"], "operator_opd", "DINKES")
    malam.hitung(MALAM, hari_ini=MALAM, sekarang=timezone.now)
    klien = {nama: masuk(Client(), a) for nama, a in akun.items()}
    return {"disdik": disdik, "dinkes": dinkes, "gagal": gagal, "akun": akun, "klien": klien}


def isi(klien, **kueri):
    return klien.get(URL, {"bulan": "2027-01"} | kueri)


def tab(jawab):
    return {kode: n for kode, _, n in jawab.context["tab"]}


def ajukan(klien, *pegawai, **data):
    return klien.post(f"{URL}ajukan/", {"bulan": "2027-01", "pilih": [p.nip for p in pegawai]} | data, follow=True)


def test_tiga_kelompok_dalam_lingkup_pembacanya(kantor):
    jawab = isi(kantor["klien"]["staf"])
    assert tab(jawab) == {"siap": 5, "diusulkan": 0, "belum": 1}
    assert [c.nama for c, _, _ in jawab.context["baris"]] == ["DINKES 0", *(f"DISDIK {n}" for n in range(4))]
    assert tab(isi(kantor["klien"]["operator"])) == {"siap": 4, "diusulkan": 0, "belum": 1}
    assert tab(isi(kantor["klien"]["lain"])) == {"siap": 1, "diusulkan": 0, "belum": 0}
    belum = isi(kantor["klien"]["staf"], tampil="belum")
    assert [c.nama for c, _, _ in belum.context["baris"]] == ["KURANG 0"]
    assert 'name="pilih"' not in belum.content.decode()


def test_yang_dipilih_diajukan_di_tempat_dan_pindah_kelompok(kantor):
    jawab = ajukan(kantor["klien"]["operator"], *kantor["disdik"][:2], kantor["dinkes"])
    teks = jawab.content.decode()
    assert "2 usulan Kenaikan Gaji Berkala TMT 1 Januari 2027 diajukan." in teks
    assert "DINKES 0" not in teks, "orang di luar lingkup tidak disebut, juga tidak sebagai penolakan"
    usulan = Usulan.objects.order_by("pegawai_id")
    assert [(u.pegawai_id, u.status, u.tmt) for u in usulan] == [(p.pk, "diproses", TMT) for p in kantor["disdik"][:2]]
    assert tab(jawab) == {"siap": 2, "diusulkan": 2, "belum": 1}
    lagi = ajukan(kantor["klien"]["operator"], *kantor["disdik"][:2])
    assert "sudah diusulkan" in lagi.content.decode()
    assert Usulan.objects.count() == 2
    assert usulan[0].nomor in isi(kantor["klien"]["staf"], tampil="diusulkan").content.decode()


def test_sekali_klik_satu_kabar_bagi_staf_dan_satu_bagi_tiap_pegawai(kantor):
    for p in kantor["disdik"][:3]:
        buat_akun(p)
    ajukan(kantor["klien"]["operator"], *kantor["disdik"][:3])
    (kabar,) = Pemberitahuan.objects.filter(pengguna=kantor["akun"]["staf"])
    assert kabar.judul == "3 usulan Kenaikan Gaji Berkala menunggu Anda"
    pegawai = Pemberitahuan.objects.filter(pengguna__pegawai__in=kantor["disdik"])
    assert sorted(pegawai.values_list("pengguna__pegawai_id", flat=True)) == [p.pk for p in kantor["disdik"][:3]]
    assert not Pemberitahuan.objects.filter(pengguna=kantor["akun"]["operator"]).exists(), "ia sendiri yang mengajukan"


def test_yang_belum_memenuhi_disebut_nama_dan_sebabnya(kantor):
    teks = ajukan(kantor["klien"]["staf"], kantor["gagal"]).content.decode()
    assert "KURANG 0: " in teks
    assert not Usulan.objects.filter(status="diproses").exists()


def test_semua_yang_siap_lewat_pekerja_lalu_diberitahukan(kantor, tugas_langsung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        jawab = ajukan(kantor["klien"]["staf"], aksi="semua")
    assert "sedang diajukan satu per satu di latar" in jawab.content.decode()
    assert Usulan.objects.filter(status="diproses").count() == 5
    kabar = Pemberitahuan.objects.get(pengguna=kantor["akun"]["staf"], kunci__startswith="nominatif:")
    assert kabar.isi == "5 usulan diajukan."
    assert kabar.url == f"{URL}?bulan=2027-01"
    # A worker that runs the same task once more goes on where it stopped: nothing is left to do.
    ajukan_nominatif("kgb", "2027-01-01", None, kantor["akun"]["staf"].pk)
    assert Usulan.objects.count() == 5


def test_hak_dihitung_lagi_ketika_pekerja_tiba(kantor):
    staf, operator = kantor["akun"]["staf"], kantor["akun"]["operator"]
    operator.penugasan.update(sampai=date(2026, 1, 2))
    ajukan_nominatif("kgb", "2027-01-01", None, operator.pk)
    assert not Usulan.objects.exists()
    ajukan_nominatif("kgb", "2027-01-01", [kantor["dinkes"].nip], staf.pk)
    assert Usulan.objects.get().pegawai == kantor["dinkes"]


def test_bulan_rusak_tanpa_pilihan_dan_antrean_mati_berkata_satu_kalimat(
    kantor, monkeypatch, django_capture_on_commit_callbacks
):
    klien = kantor["klien"]["staf"]
    assert "Bulannya tidak terbaca" in ajukan(klien, kantor["dinkes"], bulan="kemarin").content.decode()
    assert "Pilih pegawai lebih dulu." in ajukan(klien).content.decode()
    monkeypatch.setattr(halaman, "PILIH_MAKS", 3)
    assert "Paling banyak 3 pegawai" in ajukan(klien, *kantor["disdik"]).content.decode()
    assert isi(klien, bulan="2027-13").status_code == 200

    def mati(*_):
        raise OperationalError("tidak tersambung")

    monkeypatch.setattr(ajukan_nominatif, "delay", mati)
    # The page runs outside a transaction and hands over at once; this test is inside one.
    monkeypatch.setattr(halaman, "antrekan", kirim)
    assert "Pekerja latar sedang tidak terjangkau" in ajukan(klien, aksi="semua").content.decode()
    assert not Usulan.objects.exists()


def test_unduhan_memuat_seluruh_bulan_dalam_lingkup_pembacanya(kantor):
    ajukan(kantor["klien"]["operator"], kantor["disdik"][0])

    def unduh(nama):
        jawab = kantor["klien"][nama].get(f"{URL}ekspor/", {"bulan": "2027-01"})
        buku = load_workbook(io.BytesIO(b"".join(jawab.streaming_content)))
        return {b[1]: (b[6], b[8]) for b in buku.get_sheet_by_index(0).to_python()[1:]}

    staf = unduh("staf")
    assert set(staf) == {"DINKES 0", "KURANG 0", *(f"DISDIK {n}" for n in range(4))}
    assert staf["DISDIK 0"] == ("syarat lengkap", Usulan.objects.get().nomor)
    assert staf["KURANG 0"] == ("belum memenuhi", "")
    assert set(unduh("operator")) == set(staf) - {"DINKES 0"}
    assert set(unduh("lain")) == {"DINKES 0"}


def test_halaman_dipotong_dan_kuerinya_tetap(kantor, django_assert_max_num_queries):
    klien = kantor["klien"]["staf"]
    isi(klien)
    with django_assert_max_num_queries(12):
        jawab = isi(klien)
    assert jawab.context["potongan"].ukuran == 25
