"""Nilai resmi BKN: berkas, pratinjau, terapkan, batalkan, dan selisihnya pada orang dan unit; expected values by hand."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from python_calamine import load_workbook

from indeks.bkn import impor
from indeks.models import NilaiResmi
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.models import BarisImpor, BatchImpor
from tests.indeks.conftest import hitung

pytestmark = pytest.mark.django_db
KOLOM = ("nip", "tahun", "kualifikasi", "kompetensi", "kinerja", "disiplin", "subtotal", "keterangan_kompetensi")


def berkas(baris, nama="ip-asn.xlsx", kolom=KOLOM):
    if nama.endswith(".csv"):
        teks = "\n".join(";".join(map(str, b)) for b in (kolom, *baris))
        return SimpleUploadedFile(nama, teks.encode())
    return SimpleUploadedFile(nama, tulis_daftar("Sheet1", kolom, baris).read())


@pytest.fixture
def unggah(orang, tugas_langsung, django_capture_on_commit_callbacks):
    """Uploads through the page as citra; returns the batch as the worker left it."""

    def kirim(baris, **lain):
        klien = orang.masuk("citra")
        with django_capture_on_commit_callbacks(execute=True):
            jawab = klien.post("/indeks/bkn/impor/", {"file": berkas(baris, **lain), "tahun": 2026})
        assert jawab.status_code == 302, jawab.content.decode()
        batch = BatchImpor.objects.filter(jenis="ip").latest("pk")
        if batch.status == "diunggah":
            impor.IMPOR.baca(batch.pk)
            batch.refresh_from_db()
        return klien, batch

    return kirim


def terapkan(klien, batch):
    klien.post(f"/indeks/bkn/impor/{batch.pk}/terapkan/")
    batch.refresh_from_db()
    return batch


def test_pratinjau_tidak_menyimpan_lalu_terapkan_menyimpan(orang, unggah):
    klien, batch = unggah([(orang.ani.nip, 2026, 15, "22,5", 25, 5, 67.5, "Seminar tidak ada"), (orang.budi.nip, "", 15, 20, 25, 5, "", "")])  # fmt: skip
    assert (batch.status, batch.ringkasan["baru"], NilaiResmi.objects.count()) == ("pratinjau", 2, 0)
    assert "Terapkan 2 nilai" in klien.get(f"/indeks/bkn/impor/{batch.pk}/").content.decode()
    assert terapkan(klien, batch).ringkasan["tertulis"] == 2
    ani, budi = NilaiResmi.objects.get(pegawai=orang.ani), NilaiResmi.objects.get(pegawai=orang.budi)
    assert (ani.total, ani.kompetensi, ani.keterangan) == (67.5, 22.5, {"kompetensi": "Seminar tidak ada"})
    assert (budi.tahun, budi.total) == (2026, 65)
    assert ani.dicatat_oleh_id == orang.akun["citra"].pk
    terapkan(klien, batch)  # pressed twice
    assert NilaiResmi.objects.count() == 2


def test_csv_dengan_kolom_bernama_lain(orang, unggah):
    kolom = (
        "NIP BARU",
        "Tahun Pengukuran",
        "Nilai Kualifikasi",
        "Nilai Kompetensi",
        "Nilai Kinerja",
        "Nilai Disiplin",
        "Total",
    )
    klien, batch = unggah([(orang.ani.nip, 2025, 15, 40, 25, 3, 83)], nama="ip.csv", kolom=kolom)
    assert batch.ringkasan["baru"] == 1
    terapkan(klien, batch)
    assert NilaiResmi.objects.get().tahun == 2025


def test_galat_disebut_dengan_kata_yang_dipahami(orang, unggah):
    nip = orang.ani.nip
    klien, batch = unggah([
        ("199912312099011001", 2026, 15, 20, 25, 5, 65, ""), (nip, 2026, 15, 45, 25, 5, 90, ""), (orang.budi.nip, 2026, 15, 20, 25, 5, 70, ""),
        (orang.eko.nip, 2026, "lima belas", 20, 25, 5, "", ""), (orang.citra.nip, 2010, 15, 20, 25, 5, "", ""), (orang.fajar.nip, 2026, 15, "", 25, 5, "", ""),
    ])  # fmt: skip
    assert batch.ringkasan["galat"] == 6
    sebab = [g["sebab"] for b in BarisImpor.objects.filter(batch=batch).order_by("nomor") for g in b.galat]
    assert sebab == [
        "NIP ini tidak tercatat di portal", "45,00 lebih dari 40", "Jumlah keempat dimensi 65,00, bukan 70,00", "“lima belas” bukan angka",
        "Tahun 2010 tidak masuk akal", "KOMPETENSI kosong",
    ]  # fmt: skip
    lembar = load_workbook(BytesIO(b"".join(klien.get(f"/indeks/bkn/impor/{batch.pk}/galat/").streaming_content)))
    assert len(lembar.get_sheet_by_index(0).to_python()) == 7
    assert terapkan(klien, batch).ringkasan["tertulis"] == 0


def test_berkas_tanpa_kolomnya_ditolak(orang):
    jawab = orang.masuk("citra").post("/indeks/bkn/impor/", {"file": berkas([("x",)], kolom=("NAMA",)), "tahun": 2026})
    assert jawab.status_code == 422
    assert "tidak mempunyai kolom NIP" in jawab.content.decode()


def test_yang_sudah_ada_tampil_berubah_dan_kembali_bila_dibatalkan(orang, unggah):
    klien, satu = unggah([(orang.ani.nip, 2026, 15, 20, 25, 5, 65, "")])
    terapkan(klien, satu)
    _, dua = unggah([(orang.ani.nip, 2026, 15, 30, 25, 5, 75, "")])
    baris = BarisImpor.objects.get(batch=dua)
    assert (baris.hasil, baris.perubahan[0]) == ("berubah", {"kolom": "Kompetensi", "lama": "20,00", "baru": "30,00"})
    assert NilaiResmi.objects.get(dibatalkan_pada=None).total == 65  # nothing is replaced before it is applied
    terapkan(klien, dua)
    assert NilaiResmi.objects.get(dibatalkan_pada=None).total == 75
    assert NilaiResmi.objects.filter(dibatalkan_sebab=f"Diganti impor {dua.pk}").count() == 1
    _, sama = unggah([(orang.ani.nip, 2026, 15, 30, 25, 5, 75, "")])
    assert sama.ringkasan["sama"] == 1
    klien.post(f"/indeks/bkn/impor/{dua.pk}/batalkan/")
    assert NilaiResmi.objects.get(dibatalkan_pada=None).total == 65


def test_nilai_resmi_tidak_dapat_diubah_atau_dihapus(orang, unggah):
    klien, batch = unggah([(orang.ani.nip, 2026, 15, 20, 25, 5, 65, "")])
    terapkan(klien, batch)
    for ubah in (lambda: NilaiResmi.objects.update(total=90), lambda: NilaiResmi.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()


def test_selisih_pada_orang_dan_unit(orang, unggah):
    """Portal: ani 83 (15, 40, 25, 3), budi 65. BKN: ani 73 (competence 30), budi 66 is no sum: 15 + 20 + 26 + 5."""
    hitung()
    klien, batch = unggah([(orang.ani.nip, 2026, 15, 30, 25, 3, 73, "Seminar tidak ada"), (orang.budi.nip, 2026, 15, 20, 26, 5, 66, "")])  # fmt: skip
    terapkan(klien, batch)
    ani = orang.masuk("ani").get("/indeks/saya/")
    assert (ani.context["bkn"]["selisih"], [b["selisih"] for b in ani.context["bkn"]["baris"]]) == (10, [0, 10, 0, 0])
    assert "Seminar tidak ada" in ani.content.decode()
    isi = klien.get("/indeks/bkn/").context
    # (83 + 65 − 73 − 66) / 2 = 4,5
    assert (isi["semua"].dua, isi["semua"].rata_bkn, isi["semua"].rata_portal, isi["semua"].selisih) == (
        2,
        69.5,
        74,
        4.5,
    )
    assert dict(isi["semua"].dimensi) == {"Kualifikasi": 0, "Kompetensi": 5, "Kinerja": -0.5, "Disiplin": 0}
    assert [(b.nama, b.selisih) for b in isi["anak"]] == [("Dinas Pendidikan", 4.5)]
    teks = klien.get("/indeks/bkn/pegawai/?beda=lebih").content.decode()
    assert "ANI LESTARI" in teks
    assert "BUDI SANTOSO" not in teks


def test_laporan_keluar_memakai_nilai_bkn(orang, unggah):
    hitung()
    klien, batch = unggah([(orang.ani.nip, 2026, 15, 30, 25, 3, 73, "")])
    terapkan(klien, batch)
    isi = load_workbook(BytesIO(b"".join(klien.get("/indeks/pegawai/ekspor/").streaming_content)))
    judul, *baris = isi.get_sheet_by_index(0).to_python()
    laporan = {b[1]: b[judul.index("NILAI UNTUK LAPORAN")] for b in baris}
    assert (laporan["ANI LESTARI"], laporan["BUDI SANTOSO"]) == (73, 65)


def test_disiplin_orang_lain_tertutup_dan_cakupan_dijaga(orang, unggah):
    hitung()
    klien, batch = unggah([(orang.ani.nip, 2026, 15, 30, 25, 3, 73, ""), (orang.eko.nip, 2026, 15, 20, 25, 5, 65, "")])
    terapkan(klien, batch)
    budi = orang.masuk("budi")
    baris = budi.get(f"/indeks/pegawai/{orang.ani.nip}/").context["bkn"]["baris"]
    assert [b["nama"] for b in baris] == ["Kualifikasi", "Kompetensi", "Kinerja"]
    assert budi.get("/indeks/bkn/").context["semua"].dua == 1
    assert "EKO" not in budi.get("/indeks/bkn/pegawai/").content.decode()
    assert budi.get("/indeks/bkn/impor/").status_code == 403
    assert budi.post(f"/indeks/bkn/impor/{batch.pk}/batalkan/").status_code == 403
