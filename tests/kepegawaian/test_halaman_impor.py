"""Halaman impor: unggah, pratinjau, terapkan, laporan, batalkan, antrean referensi; hanya staf BKD."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from python_calamine import load_workbook

from kepegawaian.impor import pembatalan
from kepegawaian.models import BatchImpor, Jejak, KamusReferensi, Pegawai, Pemberitahuan
from tests.pabrik import buat_batch

KOLOM = ("NIP BARU", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "NOMOR HP", "KEDUDUKAN HUKUM ID", "STATUS CPNS PNS",
         "TMT CPNS", "GOL AKHIR NAMA", "TMT GOLONGAN", "UNOR NAMA")  # fmt: skip


def xlsx(*baris, kolom=KOLOM, nama="data-asn.xlsx"):
    """An export as SIASN writes it, with a few columns."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar) as buku:
        lembar = buku.add_worksheet("Data ASN")
        for i, isi in enumerate([kolom, *baris]):
            lembar.write_row(i, 0, [str(x) for x in isi])
    return SimpleUploadedFile(nama, keluar.getvalue())


def baris(nip, nama, hp="", golongan="III/a", unor="Subbidang Kepangkatan"):
    lahir = f"{nip[6:8]}-{nip[4:6]}-{nip[:4]}"
    return (nip, nama, lahir, "P", hp, "01", "PNS", "01-03-2015", golongan, "01-03-2015", unor)


BARU = "199003102015032009"


@pytest.fixture
def unggah(orang, tugas_langsung, django_capture_on_commit_callbacks):
    """Uploads a file as citra and returns the batch as read."""

    def jalankan(file):
        with django_capture_on_commit_callbacks(execute=True):
            jawab = orang.masuk("citra").post("/impor/baru/", {"file": file, "per_tanggal": date.today().isoformat()})
        assert jawab.status_code == 302, jawab.context["form"].errors
        return BatchImpor.objects.latest("pk")

    return jalankan


@pytest.fixture
def batch(orang, unggah):
    """ani changed, one new, one broken."""
    return unggah(
        xlsx(baris(orang.ani.nip, "ANI LESTARI", "081234567890"), baris(BARU, "NIA BARU"), baris("123", "RUSAK"))
    )


def terapkan(orang, batch, tangkap):
    with tangkap(execute=True):
        orang.masuk("citra").post(f"/impor/{batch.pk}/terapkan/")
    batch.refresh_from_db()
    return batch


HALAMAN = ("", "baru/", "referensi/", "{pk}/", "{pk}/kemajuan/", "{pk}/tidak-ada/", "{pk}/batalkan/", "{pk}/galat/")


@pytest.mark.parametrize("nama", ["ani", "budi", "dewi", "gita"])
def test_hanya_staf_bkd_membuka_impor(orang, nama):
    pk = buat_batch().pk
    klien = orang.masuk(nama)
    for halaman in HALAMAN:
        assert klien.get("/impor/" + halaman.format(pk=pk)).status_code == 403, halaman
    assert klien.post(f"/impor/{pk}/terapkan/").status_code == 403
    assert klien.post(f"/impor/{pk}/batalkan/").status_code == 403


def test_daftar_kosong_mengatakan_cara_mengisinya(orang):
    BatchImpor.objects.exclude(pk=orang.batch.pk)
    isi = orang.masuk("citra").get("/impor/").content.decode()
    assert "uji.xlsx" in isi


# Complaint 11: the import fails with a wrong reason.


def test_berkas_yang_bukan_tabel_ditolak_satu_kalimat_dan_tidak_ada_yang_tersimpan(orang):
    sebelum = BatchImpor.objects.count()
    citra = orang.masuk("citra")
    for file in (
        SimpleUploadedFile("a.xlsx", b"PK\x03\x04rusak"),
        SimpleUploadedFile("b.xlsx", b"%PDF-1.4"),
        SimpleUploadedFile("c.csv", b""),
    ):
        jawab = citra.post("/impor/baru/", {"file": file, "per_tanggal": date.today().isoformat()})
        assert jawab.status_code == 422
        assert jawab.context["form"].errors["file"]
    lusa = citra.post("/impor/baru/", {"file": xlsx(baris(BARU, "NIA")), "per_tanggal": "2999-01-01"})
    assert "sesudah hari ini" in lusa.content.decode()
    assert BatchImpor.objects.count() == sebelum


def test_pratinjau_memuat_jumlah_dan_nilai_lama_baru_tanpa_mengubah_apa_pun(orang, batch):
    assert batch.status == "pratinjau", batch.pesan
    citra = orang.masuk("citra")
    jawab = citra.get(f"/impor/{batch.pk}/")
    assert {a["kunci"]: a["jumlah"] for a in jawab.context["angka"]} == {
        "baru": 1,
        "berubah": 1,
        "sama": 0,
        "galat": 1,
    }
    galat = jawab.content.decode()
    assert "RUSAK" in galat
    assert "NIP" in galat
    assert "NIA BARU" in citra.get(f"/impor/{batch.pk}/?hasil=baru").content.decode()
    berubah = citra.get(f"/impor/{batch.pk}/?hasil=berubah").content.decode()
    assert "NOMOR HP" in berubah
    assert "081234567890" not in berubah
    assert not Pegawai.objects.filter(nip=BARU).exists()
    assert Pegawai.objects.get(pk=orang.ani.pk).nomor_hp == ""


def test_baris_galat_diunduh_dengan_sebab_dan_perbaikannya(orang, batch):
    jawab = orang.masuk("citra").get(f"/impor/{batch.pk}/galat/")
    isi = load_workbook(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    assert len(isi) == 2
    assert isi[1][0] == "123"


def test_terapkan_lalu_laporan_dan_tidak_ada_di_ekspor(orang, batch, django_capture_on_commit_callbacks):
    citra = orang.masuk("citra")
    assert citra.get(f"/impor/{batch.pk}/terapkan/").status_code == 405
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    assert batch.status == "diterapkan", batch.pesan
    laporan = citra.get(f"/impor/{batch.pk}/").content.decode()
    assert "Diterapkan" in laporan
    assert "Akun baru 1" in laporan
    assert Pegawai.objects.get(pk=orang.ani.pk).nomor_hp == "081234567890"
    assert citra.get(f"/pegawai/{BARU}/").status_code == 200
    tidak_ada = {p.nama for p in citra.get(f"/impor/{batch.pk}/tidak-ada/").context["potongan"]}
    assert tidak_ada == {"BUDI SANTOSO", "CITRA DEWANTI", "DEWI KARTIKA", "EKO PRASETYO", "FAJAR HIDAYAT"}
    assert Jejak.objects.filter(aksi="impor_terap", oleh_id=orang.akun["citra"].pk).exists()


def test_pengunggah_diberi_tahu_satu_kali_tiap_tahap(orang, batch, django_capture_on_commit_callbacks):
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    terapkan(orang, batch, django_capture_on_commit_callbacks)
    kabar = Pemberitahuan.objects.filter(pengguna=orang.akun["citra"]).order_by("id")
    assert [k.judul for k in kabar] == ["Berkas data-asn.xlsx siap ditinjau", "Impor data-asn.xlsx sudah diterapkan"]
    assert {k.url for k in kabar} == {f"/impor/{batch.pk}/"}


def test_terapkan_dua_kali_menulis_satu_kali(orang, batch, django_capture_on_commit_callbacks):
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    banyak = orang.ani.riwayatidentitas.count()
    terapkan(orang, batch, django_capture_on_commit_callbacks)
    assert orang.ani.riwayatidentitas.count() == banyak
    assert Pegawai.objects.filter(nip=BARU).count() == 1


def test_batalkan_bertanya_dahulu_lalu_mengembalikan(orang, batch, django_capture_on_commit_callbacks):
    citra = orang.masuk("citra")
    assert citra.get(f"/impor/{batch.pk}/batalkan/").status_code == 404
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    assert "ditandai batal" in citra.get(f"/impor/{batch.pk}/batalkan/").content.decode()
    assert citra.post(f"/impor/{batch.pk}/batalkan/").status_code == 302
    assert Pegawai.objects.get(pk=orang.ani.pk).nomor_hp == ""
    assert citra.get(f"/pegawai/{BARU}/").status_code == 404
    assert "Dibatalkan" in citra.get(f"/impor/{batch.pk}/").content.decode()


def test_batch_besar_dibatalkan_di_latar(orang, batch, django_capture_on_commit_callbacks):
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    BatchImpor.objects.filter(pk=batch.pk).update(jumlah=100_000)
    citra = orang.masuk("citra")
    with django_capture_on_commit_callbacks(execute=True):
        tujuan = citra.post(f"/impor/{batch.pk}/batalkan/").url
    assert tujuan.endswith("?antre=batal")
    assert "Dibatalkan" in citra.get(tujuan).content.decode()
    BatchImpor.objects.filter(pk=batch.pk).update(status="diterapkan")
    assert "Membatalkan" in citra.get(tujuan).content.decode()


def test_pembatalan_di_latar_yang_ditolak_menyebut_sebabnya(
    orang, batch, django_capture_on_commit_callbacks, monkeypatch
):
    batch = terapkan(orang, batch, django_capture_on_commit_callbacks)
    BatchImpor.objects.filter(pk=batch.pk).update(jumlah=100_000)
    citra = orang.masuk("citra")

    def bertumpang(_batch):
        raise IntegrityError("bertumpang")

    with monkeypatch.context() as tambal, django_capture_on_commit_callbacks(execute=True):
        tambal.setattr(pembatalan, "_batalkan", bertumpang)
        tujuan = citra.post(f"/impor/{batch.pk}/batalkan/").url
    isi = citra.get(tujuan).content.decode()
    assert "Impor ini tidak jadi dibatalkan." in isi
    assert "batalkan batch yang lebih baru dahulu" in isi
    assert "hx-trigger" not in citra.get(f"/impor/{batch.pk}/kemajuan/?antre=batal").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(f"/impor/{batch.pk}/batalkan/")
    assert BatchImpor.objects.get(pk=batch.pk).status == "dibatalkan"


def test_kemajuan_tampil_selama_bekerja_dan_berhenti_ketika_selesai(orang, batch):
    citra = orang.masuk("citra")
    for status, berjalan in (("membaca", True), ("menerapkan", True), ("pratinjau", False), ("diterapkan", False)):
        BatchImpor.objects.filter(pk=batch.pk).update(status=status, kemajuan=40, jumlah=100)
        isi = citra.get(f"/impor/{batch.pk}/kemajuan/").content.decode()
        assert ("hx-trigger" in isi) is berjalan, status
        assert ('value="40" max="100"' in isi) or not berjalan
    BatchImpor.objects.filter(pk=batch.pk).update(status="pratinjau")
    assert "menunggu giliran" in citra.get(f"/impor/{batch.pk}/?antre=terap").content.decode()


def test_berkas_tidak_punya_alamat_umum(orang, batch):
    for jalan in (f"/media/{batch.file.name}", f"/{batch.file.name}", f"/impor/{batch.pk}/berkas/"):
        assert orang.masuk("citra").get(jalan).status_code == 404


def test_referensi_dijawab_diingat_dan_pratinjau_dibaca_ulang(orang, unggah, django_capture_on_commit_callbacks):
    batch = unggah(xlsx(baris(BARU, "NIA BARU", unor="SUBBID KEPANGKATAN BKD LAMA")))
    kamus = KamusReferensi.objects.get(jenis="unit")
    citra = orang.masuk("citra")
    assert "SUBBID KEPANGKATAN" in citra.get("/impor/referensi/").content.decode()
    halaman = citra.get(f"/impor/referensi/{kamus.pk}/")
    pilihan = dict(halaman.context["form"].fields["jawaban"].choices)
    kunci = next(k for k, nama in pilihan.items() if nama.startswith("Subbidang Kepangkatan"))
    assert citra.post(f"/impor/referensi/{kamus.pk}/", {}).status_code == 422
    assert citra.post(f"/impor/referensi/{kamus.pk}/", {"jawaban": "999999"}).status_code == 422
    assert citra.post(f"/impor/referensi/{kamus.pk}/", {"jawaban": kunci}).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(f"/impor/{batch.pk}/baca/")
    batch.refresh_from_db()
    assert batch.ringkasan["baru"] == 1
    assert "Subbidang Kepangkatan" in citra.get("/impor/referensi/?terjawab=1").content.decode()
    cari = citra.get(f"/impor/referensi/{kamus.pk}/?q=sdn+babat+14").context["form"].fields["jawaban"].choices
    assert [nama.split(" - ")[0] for _, nama in cari] == ["SDN 14 Babat"]


def test_halaman_impor_tetap_murah(orang, batch, django_assert_max_num_queries):
    citra = orang.masuk("citra")
    for url in (
        "/impor/",
        f"/impor/{batch.pk}/?hasil=berubah",
        f"/impor/{batch.pk}/?hasil=galat",
        f"/impor/{batch.pk}/tidak-ada/",
    ):
        citra.get(url)
        with django_assert_max_num_queries(12):
            citra.get(url)
