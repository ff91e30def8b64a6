"""Halaman indeks: cakupan tiap peran, disiplin yang tertutup, saringan, ekspor, dan biaya yang tetap."""

import io
from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from indeks import tampilan
from indeks.models import HasilIndeks, JatuhTempo, NilaiResmi, PutaranIndeks
from kepegawaian.models import AksesSensitif, BatchImpor, Jejak, UnitKerja
from layanan import nominatif
from tests.indeks.conftest import HARI, hitung, lengkapi
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db

HALAMAN_DAFTAR = ("hasil_list", "hasil_ekspor", "jatuh_tempo_ekspor")


def alamat(nama, *lain):
    return reverse(f"indeks:{nama}", args=lain)


def unit(kode):
    return UnitKerja.objects.get(kode=kode).pk


def isi_xlsx(jawab):
    """Rows of the first sheet of a download."""
    file = io.BytesIO(b"".join(jawab.streaming_content))
    return CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()


def nip_pada(jawab):
    return {h.pegawai.nip for h in jawab.context["potongan"]}


# ── who sees what ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nama", "ringkasan", "daftar"),
    [("ani", 403, 403), ("fajar", 302, 200), ("budi", 302, 200), ("citra", 200, 200), ("perekam", 200, 403),
     ("irma", 200, 200), ("admin", 403, 403), ("hadi", 403, 403)],
)  # fmt: skip
def test_halaman_menurut_peran(orang, malam_ini, nama, ringkasan, daftar):
    klien = orang.masuk(nama)
    assert klien.get(alamat("ringkasan")).status_code == ringkasan
    assert klien.get(alamat("jatuh_tempo_list")).status_code == (403 if ringkasan == 403 else 200)
    for halaman in HALAMAN_DAFTAR:
        assert klien.get(alamat(halaman)).status_code == daftar, halaman


def test_asn_hanya_mencapai_dirinya(orang, malam_ini):
    klien = orang.masuk("ani")
    assert klien.get(alamat("saya")).status_code == 200
    assert klien.get(alamat("pegawai_detail", orang.ani.nip)).status_code == 200
    assert klien.get(alamat("pegawai_detail", orang.budi.nip)).status_code == 404
    assert klien.get(alamat("unit_detail", unit("SDN-BABAT-14"))).status_code == 403


def test_atasan_melihat_bawahan_dan_unitnya_saja(orang, malam_ini):
    klien = orang.masuk("fajar")
    jawab = klien.get(alamat("hasil_list"))
    assert nip_pada(jawab) == {orang.ani.nip, orang.fajar.nip}
    assert klien.get(alamat("unit_detail", unit("SDN-BABAT-14"))).status_code == 200
    for kode in ("DISDIK", "PKM-PUCUK", "KAB"):
        assert klien.get(alamat("unit_detail", unit(kode))).status_code == 404
        assert klien.get(alamat("unit_ekspor", unit(kode))).status_code == 404
        assert klien.get(alamat("unit_rekap_ekspor", unit(kode))).status_code == 404
    assert klien.get(alamat("rekap_ekspor")).status_code == 404
    assert klien.get(alamat("ringkasan")).headers["Location"] == alamat("unit_detail", unit("SDN-BABAT-14"))


def test_operator_melihat_opd_nya(orang, malam_ini):
    klien = orang.masuk("budi")
    assert nip_pada(klien.get(alamat("hasil_list"))) == {orang.ani.nip, orang.fajar.nip, orang.budi.nip}
    asing = klien.get(alamat("hasil_list"), {"opd": unit("DINKES")})
    assert nip_pada(asing) == set()


def test_pimpinan_melihat_angka_bukan_orang(orang, malam_ini):
    jawab = orang.masuk("perekam").get(alamat("unit_detail", unit("DISDIK")))
    assert jawab.status_code == 200
    assert "potongan" not in jawab.context
    assert jawab.context["rekap"].semua.terukur == 3
    jawab = orang.masuk("perekam").get(alamat("jatuh_tempo_list"))
    assert sum(jawab.context["grafik"]["deret"][0]["nilai"]) >= 5
    assert "potongan" not in jawab.context
    assert "ANI LESTARI" not in jawab.content.decode()


def test_ekspor_sama_dengan_yang_tampil(orang, malam_ini):
    klien = orang.masuk("budi")
    baris = isi_xlsx(klien.get(alamat("hasil_ekspor"), {"jenis_jabatan": "pelaksana"}))
    assert [b[0] for b in baris[1:]] == [orang.budi.nip]
    baris = isi_xlsx(klien.get(alamat("jatuh_tempo_ekspor"), {"jenis": "kgb"}))
    assert {b[2] for b in baris[1:]} == {orang.ani.nip, orang.fajar.nip, orang.budi.nip}
    jejak = Jejak.objects.filter(aksi="ekspor").order_by("id")
    assert [j.data["jumlah"] for j in jejak] == [1, 3]
    assert jejak[0].data["saringan"] == "jenis_jabatan=pelaksana"


# ── discipline is not told ───────────────────────────────────────────────────────────────────────────


def test_disiplin_hanya_bagi_yang_bersangkutan_dan_penangan(orang, malam_ini):
    alamat_ani = alamat("pegawai_detail", orang.ani.nip)
    sendiri = orang.masuk("ani").get(alamat_ani).content.decode()
    assert "Hukuman ringan TMT 1 Mei 2024" in sendiri
    for nama in ("fajar", "budi", "citra"):
        teks = orang.masuk(nama).get(alamat_ani).content.decode()
        assert "ringan" not in teks, nama
        assert "hanya terbuka bagi yang bersangkutan" in teks
        assert "tidak dihitung lagi mulai" not in teks
    assert not AksesSensitif.objects.exists()
    assert "Hukuman ringan" in orang.masuk("irma").get(alamat_ani).content.decode()
    assert AksesSensitif.objects.get().data == "hukuman"


def test_kolom_disiplin_pada_ekspor_hanya_bagi_penangan(orang, malam_ini):
    letak = 10
    assert {b[letak] for b in isi_xlsx(orang.masuk("citra").get(alamat("hasil_ekspor")))[1:]} == {"", 5.0}
    nilai = {b[0]: b[letak] for b in isi_xlsx(orang.masuk("irma").get(alamat("hasil_ekspor")))[1:]}
    assert nilai[orang.ani.nip] == 3


# ── the page of one person ───────────────────────────────────────────────────────────────────────────


def test_halaman_diri_memuat_indikator_pasal_saran_dan_perkiraan(orang, malam_ini):
    teks = orang.masuk("ani").get(alamat("saya")).content.decode()
    for bagian in (
        "83,00", "Perkiraan: memakai predikat 2025", "24 JP diklat teknis pada 2026", "Asesmen kelas",
        "Surat BKN 4190/2024", "PerBKN 8/2019", "Raih predikat Sangat Baik", "keyakinan sebagian",
        "Belum ada seminar", "dipakai tabel generasi B",
    ):  # fmt: skip
        assert bagian in teks, bagian


def test_data_yang_berubah_sejak_malam_disebut(orang, malam_ini):
    assert "Data berubah" not in orang.masuk("budi").get(alamat("saya")).content.decode()
    tambah(orang.budi, "diklat", batch=orang.batch, tmt=date(date.today().year, 1, 2), jenis_id="9", nama="Seminar")
    assert "Malam ini nilainya menjadi 82,50" in orang.masuk("budi").get(alamat("saya")).content.decode()


def test_yang_tidak_dihitung_diberi_sebabnya(orang, malam_ini):
    jawab = orang.masuk("citra").get(alamat("pegawai_detail", orang.cpns.nip))
    assert "CPNS tidak termasuk yang diukur" in jawab.content.decode()


def test_riwayat_nilai_hanya_satu_generasi(orang):
    hitung(date(2026, 9, 30), hari_ini=date(2026, 9, 30))
    hitung()
    hitung(generasi="B")
    klien = orang.masuk("ani")
    assert [h.putaran.generasi for h in klien.get(alamat("saya")).context["riwayat"]] == ["C", "C"]
    jawab = klien.get(alamat("saya"), {"tahun": 2026, "generasi": "B"})
    assert [h.putaran.generasi for h in jawab.context["riwayat"]] == ["B"]
    assert jawab.context["kartu"].generasi == "B"


def test_akun_tanpa_pegawai_tidak_punya_indeks(orang, malam_ini):
    assert orang.masuk("irma").get(alamat("saya")).status_code == 404


def test_kartu_dan_akan_datang_bagi_beranda(orang, malam_ini):
    hasil = HasilIndeks.objects.get(putaran=malam_ini, pegawai=orang.ani)
    isi = {"kartu": tampilan.kartu(hasil, malam_ini), "url": alamat("saya")}
    teks = render_to_string("indeks/_kartu.html", isi)
    for bagian in (
        "83,0",
        "Tinggi",
        "Predikat Baik, 2025",
        "S1",
        "Raih predikat Sangat Baik pada 2026: +5",
        "Perkiraan",
    ):
        assert bagian in teks, bagian
    assert "Belum dihitung" in render_to_string("indeks/_kartu.html", {"kartu": tampilan.kartu(None, None)})
    tempo = tampilan.akan_datang(JatuhTempo.objects.filter(pegawai=orang.ani).order_by("tanggal"))
    teks = render_to_string("indeks/_akan_datang.html", {"tempo": tempo})
    assert "Kenaikan Pangkat Pilihan Jabatan Fungsional" in teks
    assert "Pensiun (batas usia)" in teks
    assert "Belum ada tanggal" in render_to_string("indeks/_akan_datang.html", {"tempo": []})


# ── lists ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("saringan", "siapa"),
    [
        ({}, {"ani", "budi", "citra", "eko", "fajar", "pppk"}),
        ({"q": "lestari"}, {"ani"}),
        ({"kategori": "Tinggi"}, {"ani"}),
        ({"kategori": "belum"}, set()),
        ({"jenis_jabatan": "pelaksana"}, {"budi", "citra", "eko", "pppk"}),
        ({"kategori": "Ngawur"}, set()),
    ],
)
def test_saringan_hasil(orang, malam_ini, saringan, siapa):
    jawab = orang.masuk("citra").get(alamat("hasil_list"), saringan)
    assert nip_pada(jawab) == {getattr(orang, s).nip for s in siapa}


def test_urut_menurut_nilai(orang, malam_ini):
    klien = orang.masuk("citra")
    naik = [h.total for h in klien.get(alamat("hasil_list"), {"urut": "total"}).context["potongan"]]
    turun = [h.total for h in klien.get(alamat("hasil_list"), {"urut": "-total"}).context["potongan"]]
    assert naik == sorted(naik)
    assert turun == sorted(naik, reverse=True)


def test_jatuh_tempo_menurut_jenis_bulan_dan_waktu(orang, malam_ini):
    klien = orang.masuk("citra")

    def cari(**saringan):
        return {(t.pegawai_id, t.tanggal) for t in klien.get(alamat("jatuh_tempo_list"), saringan).context["potongan"]}

    maret = cari(jenis="kgb", bulan="2027-03")
    assert (orang.ani.pk, date(2027, 3, 1)) in maret
    assert cari(jenis="kgb", bulan="2027-04") == set()
    assert cari(jenis="kgb", bulan="2027-13") == set()
    assert cari(jenis="kontrak", waktu="semua") == {(orang.pppk.pk, date(2029, 2, 28))}
    assert cari(jenis="kontrak", waktu="lewat") == set()
    assert cari(jenis="pensiun", q="ANI LESTARI") == {(orang.ani.pk, date(2046, 6, 1))}
    assert cari() == cari(jenis="kgb")
    assert cari(jenis="ngawur") == set()


def test_jatuh_tempo_atasan_hanya_bawahannya(orang, malam_ini):
    jawab = orang.masuk("fajar").get(alamat("jatuh_tempo_list"), {"jenis": "kgb", "waktu": "semua"})
    assert {t.pegawai_id for t in jawab.context["potongan"]} == {orang.ani.pk, orang.fajar.pk}
    assert sum(jawab.context["grafik"]["deret"][0]["nilai"]) == 2


def test_nominatif_mesin_layanan_membaca_malam_ini(orang, malam_ini, rf):
    request = orang.masuk("citra").get(alamat("jatuh_tempo_list")).wsgi_request
    daftar = nominatif.susun("kgb", date(2027, 3, 1), request.hak)
    calon = [daftar.jadikan(t) for kode, _ in nominatif.KELOMPOK for t in daftar.kelompok(kode)]
    assert {c.pegawai_id for c in calon} >= {orang.ani.pk, orang.budi.pk}
    assert sum(daftar.jumlah().values()) == len(calon)
    assert all(c.tanggal == date(2027, 3, 1) for c in calon)


def test_rahasia_tidak_masuk_keterangan_jatuh_tempo(orang):
    tambah(orang.eko, "hukuman", batch=orang.batch, tmt=date(2026, 10, 1), sampai=date(2027, 9, 30), jenis_id="S2T",
           nomor_sk="RAHASIA/1")  # fmt: skip
    tambah(orang.eko, "gaji", batch=orang.batch, tmt=date(2025, 4, 1), jenis="LAIN", golongan_id="III/a",
           gaji_pokok=3_000_000, mkg_tahun=10, mkg_bulan=3)  # fmt: skip
    hitung()
    teks = str(list(JatuhTempo.objects.filter(pegawai=orang.eko).values_list("keterangan", flat=True)))
    assert "RAHASIA/1" not in teks


# ── before the first night, and cost ─────────────────────────────────────────────────────────────────


def test_sebelum_malam_pertama_tiap_halaman_berkata_belum_dihitung(orang):
    klien = orang.masuk("citra")
    for nama in ("ringkasan", "hasil_list", "jatuh_tempo_list"):
        assert "Belum dihitung" in klien.get(alamat(nama)).content.decode(), nama
    assert "Belum dihitung" in klien.get(alamat("saya")).content.decode()
    assert klien.get(alamat("hasil_ekspor")).status_code == 404
    assert nominatif.susun("kgb", date(2027, 3, 1), klien.get(alamat("ringkasan")).wsgi_request.hak) is None


HALAMAN_MURAH = ("ringkasan", "hasil_list", "jatuh_tempo_list", "unit", "pegawai", "saya", "andai", "saya_andai", "generasi_a",
                 "generasi_a_pegawai", "bkn", "bkn_pegawai")  # fmt: skip


def test_banyaknya_kueri_tetap_dan_paling_banyak_dua_belas(orang):
    hitung(date(2026, 10, 31), hari_ini=date(2026, 10, 31))
    hitung()
    hitung(generasi="A")
    batch = BatchImpor.objects.create(jenis="ip", nama_berkas="ip.csv", per_tanggal=HARI)
    NilaiResmi.objects.create(
        pegawai=orang.budi, tahun=2026, kualifikasi=15, kompetensi=20, kinerja=25, disiplin=5, total=65, batch=batch
    )  # fmt: skip
    tuju = {"unit": alamat("unit_detail", unit("DISDIK")), "pegawai": alamat("pegawai_detail", orang.ani.nip)}
    klien = orang.masuk("citra")

    def banyak(nama):
        url = tuju.get(nama) or alamat(nama)
        klien.get(url)
        with CaptureQueriesContext(connection) as kueri:
            assert klien.get(url).status_code == 200, nama
        return len(kueri)

    sedikit = {nama: banyak(nama) for nama in HALAMAN_MURAH}
    for n in range(30):
        satu = buat_pegawai(nama=f"TAMBAHAN {n}", unit="SDN-BABAT-14", batch=orang.batch)
        lengkapi(satu, orang.batch)
    hitung()
    assert {nama: banyak(nama) for nama in HALAMAN_MURAH} == sedikit
    assert {nama: n for nama, n in sedikit.items() if n > 12} == {}


def test_penunjuk_dua_generasi_memberi_pilihan(orang):
    hitung()
    hitung(generasi="B")
    teks = orang.masuk("citra").get(alamat("ringkasan")).content.decode()
    assert "tahun=2026&amp;generasi=B" in teks
    assert PutaranIndeks.objects.filter(kini=True).count() == 2
    assert HARI.year == 2026
