"""Daftar, ekspor, dan halaman seorang pegawai: siapa melihat siapa, dan berapa mahal."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import load_workbook

from kepegawaian.models import AksesSensitif, Jejak
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

HALAMAN = ("", "riwayat/", "riwayat/jabatan/", "dosir/", "drh/", "drh/unduh/")


def nama_di(jawab):
    return sorted(p.nama for p in jawab.context["potongan"])


def isi_xlsx(jawab):
    """Rows of the first sheet of a downloaded xlsx."""
    return load_workbook(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()


# Complaint 1: a person without rights lists everybody and opens their data.


def test_asn_biasa_tidak_melihat_daftar_dan_orang_lain(orang):
    ani = orang.masuk("ani")
    assert ani.get("/pegawai/").status_code == 403
    assert ani.get("/pegawai/ekspor/").status_code == 403
    for halaman in HALAMAN:
        assert ani.get(f"/pegawai/{orang.fajar.nip}/{halaman}").status_code == 404, halaman
        assert ani.get(f"/pegawai/{orang.ani.nip}/{halaman}").status_code == 200, halaman
        assert ani.get(f"/saya/{halaman}").status_code == 200, halaman
    assert ani.post(f"/pegawai/{orang.eko.nip}/nik/").status_code == 404


def test_admin_sistem_tidak_melihat_data_pegawai(orang):
    gita = orang.masuk("gita")
    assert gita.get("/pegawai/").status_code == 403
    assert gita.get(f"/pegawai/{orang.ani.nip}/").status_code == 404
    assert gita.get("/saya/").status_code == 404


# Complaint 2 and 3: a head sees his own subtree only, in the list and in the export.

CAKUPAN = {
    "fajar": ["ANI LESTARI", "FAJAR HIDAYAT"],
    "budi": ["ANI LESTARI", "BUDI SANTOSO", "DEWI KARTIKA", "FAJAR HIDAYAT"],
    "dewi": ["ANI LESTARI", "BUDI SANTOSO", "DEWI KARTIKA", "FAJAR HIDAYAT"],
    "citra": ["ANI LESTARI", "BUDI SANTOSO", "CITRA DEWANTI", "DEWI KARTIKA", "EKO PRASETYO", "FAJAR HIDAYAT"],
}


@pytest.mark.parametrize("nama", CAKUPAN)
def test_daftar_dan_ekspor_memuat_orang_yang_sama(orang, nama):
    klien = orang.masuk(nama)
    assert nama_di(klien.get("/pegawai/")) == CAKUPAN[nama]
    baris = isi_xlsx(klien.get("/pegawai/ekspor/"))
    assert sorted(b[1] for b in baris[1:]) == CAKUPAN[nama]
    catatan = Jejak.objects.get(aksi="ekspor")
    assert (catatan.oleh_id, catatan.data["jumlah"]) == (orang.akun[nama].pk, len(CAKUPAN[nama]))


def test_ekspor_mengikuti_saringan_dan_hanya_bkd_mengekspor_67_kolom(orang):
    citra = orang.masuk("citra")
    assert [b[1] for b in isi_xlsx(citra.get("/pegawai/ekspor/?q=lestari"))[1:]] == ["ANI LESTARI"]
    baris = isi_xlsx(citra.get("/pegawai/ekspor-siasn/?q=lestari"))
    assert len(baris) == 2
    assert orang.ani.nik not in baris[1]
    assert orang.masuk("budi").get("/pegawai/ekspor-siasn/").status_code == 403


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        ("q=ani+les", ["ANI LESTARI"]),
        ("q=LESTARI+ani", ["ANI LESTARI"]),
        ("unit=sdn+14+babat", ["ANI LESTARI", "FAJAR HIDAYAT"]),
        ("unit=DISDIK", ["ANI LESTARI", "BUDI SANTOSO", "DEWI KARTIKA", "FAJAR HIDAYAT"]),
        ("golongan=IV/c", ["DEWI KARTIKA"]),
        ("eselon=II.b", ["DEWI KARTIKA"]),
        ("jenis_jabatan=struktural", ["DEWI KARTIKA"]),
        ("jenjang=ahli_muda&golongan=III/a", ["ANI LESTARI"]),
        ("aktif=tidak", ["HADI WIBOWO"]),
        ("golongan=XX", []),
        ("pensiun=6", []),
        ("status=PNS&q=dewi", ["DEWI KARTIKA"]),
    ],
)
def test_saringan_daftar(orang, saringan, nama):
    assert nama_di(orang.masuk("citra").get(f"/pegawai/?{saringan}")) == nama


def test_opd_di_luar_cakupan_tidak_ada_di_pilihan_saringan(orang):
    dinkes = unit_kode("DINKES")
    jawab = orang.masuk("budi").get(f"/pegawai/?opd={dinkes.pk}")
    assert nama_di(jawab) == []
    assert "Dinas Kesehatan" not in jawab.content.decode()


# Complaint 10: those who are not active vanish without a word.


def test_yang_tidak_aktif_disebut_jumlahnya_dan_dapat_dilihat(orang):
    citra = orang.masuk("citra")
    jawab = citra.get("/pegawai/")
    assert jawab.context["tidak_aktif"] == 1
    assert "Lihat yang tidak aktif" in jawab.content.decode()
    assert nama_di(citra.get("/pegawai/?aktif=tidak")) == ["HADI WIBOWO"]
    assert len(nama_di(citra.get("/pegawai/?aktif=semua"))) == 7


# Complaints 6 and 7: family, NIK and cases are not for a superior, neither on the page nor in a file.


def test_atasan_tidak_membaca_keluarga_nik_kontak_dan_hukuman(orang):
    tambah(orang.ani, "keluarga", anggota="anak-1", hubungan="anak", nama="RAHASIA KECIL", tmt=date(2020, 1, 1))
    tambah(orang.ani, "hukuman", jenis_id="R1", tmt=date(2024, 1, 1), nomor_sk="HD/1")
    fajar = orang.masuk("fajar")
    dasar = f"/pegawai/{orang.ani.nip}/"
    for jenis in ("keluarga", "hukuman", "pemeriksaan"):
        assert fajar.get(f"{dasar}riwayat/{jenis}/").status_code == 404
    ringkasan, drh = fajar.get(dasar).content.decode(), fajar.get(f"{dasar}drh/").content.decode()
    for rahasia in (
        "RAHASIA KECIL",
        orang.ani.nik,
        orang.ani.nik[:2] + "*",
        "ani@contoh.id",
        "HD/1",
        "Hukuman disiplin",
    ):
        assert rahasia not in ringkasan + drh
    fajar.post(f"{dasar}nik/")
    assert not AksesSensitif.objects.exists()


def test_operator_membaca_keluarga_dan_pembacaannya_dicatat_tetapi_bukan_hukuman(orang):
    tambah(orang.ani, "keluarga", anggota="anak-1", hubungan="anak", nama="RAHASIA KECIL", tmt=date(2020, 1, 1))
    budi = orang.masuk("budi")
    dasar = f"/pegawai/{orang.ani.nip}/"
    assert "RAHASIA KECIL" in budi.get(f"{dasar}riwayat/keluarga/").content.decode()
    assert budi.get(f"{dasar}riwayat/hukuman/").status_code == 404
    catatan = AksesSensitif.objects.get()
    assert (catatan.pegawai_id, catatan.data, catatan.oleh_id) == (orang.ani.pk, "keluarga", orang.akun["budi"].pk)


def test_nik_disamarkan_sampai_diminta_dan_pembacaannya_dicatat(orang):
    budi = orang.masuk("budi")
    dasar = f"/pegawai/{orang.ani.nip}/"
    assert orang.ani.nik not in budi.get(dasar).content.decode()
    assert budi.get(f"{dasar}nik/").status_code == 405
    jawab = budi.post(f"{dasar}nik/")
    assert orang.ani.nik in jawab.content.decode()
    assert "no-store" in jawab["Cache-Control"]
    assert list(AksesSensitif.objects.values_list("pegawai_id", "data", "oleh_id")) == [
        (orang.ani.pk, "nik", orang.akun["budi"].pk)
    ]
    assert orang.ani.nik in orang.masuk("ani").get("/saya/").content.decode()
    assert AksesSensitif.objects.count() == 1


# Complaint 9: who is retired or moved still gets in.


def test_pensiunan_membaca_datanya_90_hari_lalu_sesi_yang_hidup_pun_berakhir(orang):
    hadi = orang.masuk("hadi")
    assert hadi.get("/saya/").status_code == 200
    assert hadi.get("/saya/drh/").status_code == 200
    assert hadi.get("/pegawai/").status_code == 403
    tua = buat_pegawai(nama="TUA", kedudukan="99", tmt_kedudukan=date.today() - timedelta(days=91))
    klien = masuk(orang.masuk("ani"), buat_akun(tua))
    jawab = klien.get("/saya/")
    assert jawab.status_code == 302
    assert jawab.url.startswith("/masuk/")
    assert "_auth_user_id" not in klien.session


def test_sesi_hidup_ditutup_ketika_pensiun_dicatat_91_hari_lalu(orang):
    klien = orang.masuk("eko")
    assert klien.get("/saya/").status_code == 200
    tambah(orang.eko, "kedudukan", kedudukan_id="99", tmt=date.today() - timedelta(days=91))
    assert klien.get("/saya/").url.startswith("/masuk/")


def test_kepala_yang_dipindah_kehilangan_cakupan_hari_itu_juga(orang):
    dewi = orang.masuk("dewi")
    assert dewi.get(f"/pegawai/{orang.ani.nip}/").status_code == 200
    dinkes, pos = unit_kode("DINKES"), date.today()
    tambah(orang.dewi, "unit", unit=dinkes, tmt=pos)
    tambah(orang.dewi, "jabatan", jabatan_id=jabatan_kode("KEPALA-DINKES").pk, unit=dinkes, tmt=pos)
    assert dewi.get(f"/pegawai/{orang.ani.nip}/").status_code == 404
    assert nama_di(dewi.get("/pegawai/")) == ["DEWI KARTIKA", "EKO PRASETYO"]


def test_operator_yang_dipindah_atau_selesai_tugasnya_kehilangan_cakupan_hari_itu_juga(orang):
    budi = orang.masuk("budi")
    assert budi.get(f"/pegawai/{orang.ani.nip}/").status_code == 200
    tambah(orang.budi, "unit", unit=unit_kode("PKM-PUCUK"), tmt=date.today())
    assert budi.get(f"/pegawai/{orang.ani.nip}/").status_code == 404
    assert budi.get("/pegawai/").status_code == 403


# Complaint 19: a promotion does not close the old row.


def test_pangkat_baru_mengakhiri_yang_lama_tanpa_celah(orang):
    tambah(orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), mkg_tahun=4, mkg_bulan=1)
    halaman = orang.masuk("ani").get("/saya/riwayat/pangkat/")
    baris = halaman.context["baris"]
    assert [(b["judul"], b["keadaan"]) for b in baris] == [
        ("Penata Muda Tingkat I, III/b", ("berlaku", "terpenuhi")),
        ("Penata Muda, III/a", None),
    ]
    for hari, golongan in ((date(2019, 3, 31), "III/a"), (date(2019, 4, 1), "III/b")):
        assert (
            f"Penata Muda{' Tingkat I' if golongan == 'III/b' else ''}, {golongan}"
            in orang.masuk("ani").get(f"/saya/?per={hari}").content.decode()
        )


def test_baris_batal_tersembunyi_dan_tampil_dengan_sebabnya(orang):
    salah = tambah(orang.ani, "pangkat", golongan_id="IV/a", tmt=date(2024, 4, 1))
    salah.dibatalkan_pada, salah.dibatalkan_sebab = salah.dicatat_pada, "SK keliru"
    salah.save()
    ani = orang.masuk("ani")
    isi = ani.get("/saya/riwayat/pangkat/").content.decode()
    assert "IV/a" not in isi
    assert "1 baris dibatalkan" in isi
    dengan = ani.get("/saya/riwayat/pangkat/?batal=1").content.decode()
    assert "SK keliru" in dengan
    assert "riwayat-batal" in dengan


# Costs.


def _hitung(klien, url):
    klien.get(url)
    with CaptureQueriesContext(connection) as catatan:
        assert klien.get(url).status_code == 200
    return len(catatan)


def test_banyak_kueri_tetap_pada_satu_dan_banyak_baris(orang):
    citra = orang.masuk("citra")
    tambah(orang.ani, "diklat", jenis_id="1", nama="Diklat lama", tmt=date(2023, 1, 1))
    alamat = ("/pegawai/", "/pegawai/?q=sari", f"/pegawai/{orang.ani.nip}/", f"/pegawai/{orang.ani.nip}/riwayat/jabatan/",
              f"/pegawai/{orang.ani.nip}/riwayat/diklat/", f"/pegawai/{orang.ani.nip}/dosir/", "/unit/")  # fmt: skip
    sebelum = {url: _hitung(citra, url) for url in alamat}
    batch = buat_batch()
    for n in range(3):
        buat_pegawai(nama=f"SARI {n}", unit="SDN-BABAT-14", batch=batch)
        tambah(orang.ani, "diklat", jenis_id="1", nama=f"Diklat {n}", tmt=date(2024, 1, n + 1), jp=20)
    assert {url: _hitung(citra, url) for url in alamat} == sebelum
    assert max(sebelum.values()) <= 12, sebelum
