"""e-Kinerja BKN: ekspor dengan kolom dan kode BKN, impor tahunan dan periodik, pulang pergi tanpa perubahan."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from eperformance.models import PeriodeKinerja
from eperformance.pantau import ekspor
from kepegawaian import impor as impor_siasn
from kepegawaian.impor import tulis_daftar
from kepegawaian.models import BatchImpor, KinerjaPeriodik, RiwayatKinerja
from tests.eperformance.conftest import TAHUN, skp_ditetapkan
from tests.pabrik import tambah

LALU = TAHUN - 1
URL = "eperformance:ekinerja"
KOLOM = ("NIP", "tahun", "periodikId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "hasilKinerjaNilai",
         "perilakuKerjaNilai", "kuadranKinerjaNilai", "penilaiNama")  # fmt: skip


@pytest.fixture
def dunia(orang, periode, tugas_langsung):
    """The line of people, last year open."""
    PeriodeKinerja.objects.update(
        tahun=LALU, susun_mulai=date(LALU - 1, 12, 1), tetap_sampai=date(LALU, 1, 31), nilai_mulai=date(LALU, 12, 1),
        nilai_sampai=date(LALU + 1, 1, 31),
    )  # fmt: skip
    return orang


def berkas(baris, kolom=KOLOM, nama="kinerja.xlsx", lembar="Sheet1"):
    return SimpleUploadedFile(nama, tulis_daftar(lembar, kolom, baris).read())


def tabel(jawab):
    """(heading, rows) of the downloaded sheet."""
    assert jawab.status_code == 200
    buku = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content)))
    isi = buku.get_sheet_by_index(0).to_python()
    return isi[0], isi[1:]


def unggah(orang, tangkap, file, jenis="periodik", siapa="staf41"):
    with tangkap(execute=True):
        return orang.masuk(siapa).post(reverse(URL), {"jenis": jenis, "file": file})


def periodik(orang, **lain):
    """One imported predikat of pela, quarter II."""
    isi = {
        "pegawai": orang.pela, "tahun": LALU, "periodik": "2", "mulai": date(LALU, 4, 1), "sampai": date(LALU, 6, 30),
        "hasil_kerja": "Sesuai ekspektasi", "perilaku": "Di atas ekspektasi", "predikat": "Baik",
    }  # fmt: skip
    return KinerjaPeriodik.objects.create(**isi | ({"batch": orang.batch} if "skp" not in lain else {}) | lain)


# ── export ───────────────────────────────────────────────────────────────────────────────────────────


def test_ekspor_periodik_memakai_nama_kolom_dan_kode_bkn(dunia):
    periodik(dunia)
    kepala, baris = tabel(
        dunia.masuk("staf41").get(
            reverse("eperformance:ekinerja_ekspor", args=["periodik"]), {"tahun": LALU, "masa": 2}
        )
    )
    satu = dict(zip(kepala, baris[0], strict=True))
    mestinya = {
        "NIP": dunia.pela.nip, "tahun": LALU, "periodikId": 2, "bulanMulaiPenilaian": 4, "bulanSelesaiPenilaian": 6,
        "tahunMulaiPenilaian": LALU, "tahunSelesaiPenilaian": LALU, "hasilKinerjaNilai": 2, "perilakuKerjaNilai": 1,
        "kuadranKinerjaNilai": 2,
    }  # fmt: skip
    assert {k: int(satu[k]) if k not in ("NIP",) else satu[k] for k in mestinya} == mestinya
    assert len(baris) == 1


def test_ekspor_tahunan_dan_keadaan_skp(dunia, periode):
    tambah(dunia.pela, "kinerja", tmt=date(TAHUN, 1, 20), tahun=LALU, predikat="Kurang", hasil_kerja="Sesuai Ekspektasi",
           perilaku="di_bawah", penilai_nama="KASUB UJI", batch=dunia.batch)  # fmt: skip
    klien = dunia.masuk("staf41")
    kepala, baris = tabel(klien.get(reverse("eperformance:ekinerja_ekspor", args=["tahunan"]), {"tahun": LALU}))
    satu = dict(zip(kepala, baris[0], strict=True))
    assert [int(satu[k]) for k in ("hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai")] == [2, 3, 4]
    assert satu["penilaiNama"] == "KASUB UJI"
    periode.refresh_from_db()
    skp_ditetapkan(dunia, periode)
    kepala, baris = tabel(klien.get(reverse("eperformance:ekinerja_ekspor", args=["skp"]), {"tahun": LALU}))
    menurut = {b[0]: dict(zip(kepala, b, strict=True)) for b in baris}
    assert menurut[dunia.pela.nip]["status"] == "Ditetapkan"
    assert menurut[dunia.pela.nip]["penilaiNipNrp"] == dunia.kasub.nip


@pytest.mark.parametrize(
    ("teks", "kode"),
    [("di_atas", 1), ("Di atas ekspektasi", 1), ("SESUAI EKSPEKTASI", 2), ("3", 3), ("", None), ("lumayan", None)],
)
def test_kode_rating(teks, kode):
    assert ekspor.kode_rating(teks) == kode


@pytest.mark.parametrize(("nama", "status"), [("staf41", 200), ("kasub41", 200), ("kaban", 200), ("pela", 403), ("irma", 403), ("eko", 403)])  # fmt: skip
def test_hanya_subbid_evaluasi_kinerja_dan_pejabat_di_atasnya(dunia, nama, status):
    klien = dunia.masuk(nama)
    assert klien.get(reverse(URL)).status_code == status
    assert klien.get(reverse("eperformance:ekinerja_ekspor", args=["skp"]), {"tahun": LALU}).status_code == status


def test_pejabat_tidak_mengunggah(dunia, django_capture_on_commit_callbacks):
    jawab = unggah(dunia, django_capture_on_commit_callbacks, berkas([]), siapa="kasub41")
    assert jawab.status_code == 403
    assert not BatchImpor.objects.filter(jenis="kinerja").exists()


# ── import, periodic ─────────────────────────────────────────────────────────────────────────────────


def test_impor_periodik_pratinjau_galat_terapkan_batalkan(dunia, django_capture_on_commit_callbacks):
    lama = periodik(dunia)
    baris = [
        (dunia.pela.nip, LALU, "2", 4, 6, "1", "1", "1", "KASUB UJI"),  # changes the imported one
        (dunia.rekan.nip, LALU, "1", 5, 5, "2", "2", "2", "KASUB UJI"),  # new, one month
        (dunia.eko.nip, LALU, "2", 1, 3, "1", "3", "1", ""),  # 1 x 3 is Kurang (4), not Sangat Baik
        ("199001012015031999", LALU, "2", 1, 3, "2", "2", "2", ""),  # nobody
        (dunia.kasub.nip, LALU, "1", 1, 3, "2", "2", "2", ""),  # a month of three months
        (dunia.kabid.nip, LALU, "9", 1, 3, "2", "2", "2", ""),
    ]  # fmt: skip
    jawab = unggah(dunia, django_capture_on_commit_callbacks, berkas(baris))
    batch = BatchImpor.objects.get(jenis="kinerja")
    assert jawab.url == reverse("eperformance:ekinerja_batch", args=[batch.pk])
    assert {k: batch.ringkasan[k] for k in ("baru", "berubah", "sama", "galat")} == {
        "baru": 1, "berubah": 1, "sama": 0, "galat": 4,
    }  # fmt: skip
    klien = dunia.masuk("staf41")
    teks = klien.get(jawab.url, {"hasil": "galat"}).content.decode()
    assert "Kedua ratingnya memberi Kurang, bukan Sangat Baik (PermenPANRB 6/2022)" in teks
    assert "tidak tercatat di portal" in teks
    assert "lebih panjang daripada periodiknya" in teks
    assert klien.get(reverse("eperformance:ekinerja_galat", args=[batch.pk])).status_code == 200
    assert KinerjaPeriodik.objects.get() == lama, "belum ada yang tersimpan"

    terap = reverse("eperformance:ekinerja_terapkan", args=[batch.pk])
    klien.post(terap)
    klien.post(terap)
    berlaku = KinerjaPeriodik.objects.filter(dibatalkan_pada=None)
    assert set(berlaku.values_list("pegawai__nip", "predikat", "hasil_kerja", "sampai")) == {
        (dunia.pela.nip, "Sangat Baik", "Di atas ekspektasi", date(LALU, 6, 30)),
        (dunia.rekan.nip, "Baik", "Sesuai ekspektasi", date(LALU, 5, 31)),
    }
    klien.post(reverse("eperformance:ekinerja_batalkan", args=[batch.pk]))
    assert set(berlaku.values_list("pegawai__nip", "predikat")) == {(dunia.pela.nip, "Baik")}, (
        "yang digantikan berlaku lagi"
    )
    assert KinerjaPeriodik.objects.count() == 4, "tidak ada yang dihapus"


def test_predikat_yang_ditetapkan_portal_tidak_diganti(dunia, django_capture_on_commit_callbacks):
    milik = periodik(dunia, skp=77)
    beda = (dunia.pela.nip, LALU, "2", 4, 6, "1", "1", "1", "")
    unggah(dunia, django_capture_on_commit_callbacks, berkas([beda]))
    batch = BatchImpor.objects.get(jenis="kinerja")
    assert batch.ringkasan["galat"] == 1
    assert batch.baris.get().galat[0]["sebab"] == "Masa ini ditetapkan pada portal: Baik"
    assert KinerjaPeriodik.objects.get() == milik


def test_berkas_periodik_tidak_terbaca_sebagai_predikat_tahunan(dunia, django_capture_on_commit_callbacks):
    """Each quarter would else pass for a year."""
    baris = (dunia.pela.nip, LALU, "2", 4, 6, "1", "1", "1", "")
    jawab = unggah(dunia, django_capture_on_commit_callbacks, berkas([baris]), jenis="tahunan")
    batch = BatchImpor.objects.exclude(pk=dunia.batch.pk).order_by("-pk").first()
    kata = batch.pesan if batch is not None and jawab.status_code == 302 else jawab.content.decode()
    assert "memuat predikat periodik (kolom periodikId), bukan predikat tahunan" in kata
    assert batch is None or batch.status == "gagal"


@pytest.mark.parametrize(
    ("file", "kalimat"),
    [
        (SimpleUploadedFile("a.xlsx", b"bukan excel"), ""),
        (berkas([("1", 2)], ("NIP", "tahun")), "tidak mempunyai kolom NIP, periodikId"),
        (berkas([]), "tanpa satu baris data"),
    ],
)
def test_berkas_lain_ditolak_dengan_kalimatnya(dunia, django_capture_on_commit_callbacks, file, kalimat):
    file.seek(0)
    jawab = unggah(dunia, django_capture_on_commit_callbacks, file)
    assert jawab.status_code == 422
    assert kalimat in jawab.content.decode()
    assert not BatchImpor.objects.filter(jenis="kinerja").exists()


def test_periodik_pulang_pergi(dunia, django_capture_on_commit_callbacks):
    periodik(dunia, penilai_nama="KASUB UJI", penilai_nip=dunia.kasub.nip)
    jawab = dunia.masuk("staf41").get(
        reverse("eperformance:ekinerja_ekspor", args=["periodik"]), {"tahun": LALU, "masa": 2}
    )
    isi = b"".join(jawab.streaming_content)
    unggah(dunia, django_capture_on_commit_callbacks, SimpleUploadedFile("e.xlsx", isi))
    r = BatchImpor.objects.get(jenis="kinerja").ringkasan
    assert (r["baru"], r["berubah"], r["sama"], r["galat"]) == (0, 0, 1, 0)
    KinerjaPeriodik.objects.update(dibatalkan_pada=timezone.now())
    unggah(dunia, django_capture_on_commit_callbacks, SimpleUploadedFile("e.xlsx", isi))
    batch = BatchImpor.objects.filter(jenis="kinerja").latest("pk")
    dunia.masuk("staf41").post(reverse("eperformance:ekinerja_terapkan", args=[batch.pk]))
    k = KinerjaPeriodik.objects.get(dibatalkan_pada=None)
    assert (k.predikat, k.hasil_kerja, k.penilai_nip) == ("Baik", "Sesuai ekspektasi", dunia.kasub.nip)


# ── import, annual: the door of SIASN ────────────────────────────────────────────────────────────────


def test_tahunan_pulang_pergi_lewat_pintu_siasn(dunia, django_capture_on_commit_callbacks):
    tambah(dunia.pela, "kinerja", tmt=date(LALU, 12, 31), tahun=LALU, predikat="Sangat Baik", hasil_kerja="Di atas ekspektasi",
           perilaku="Di atas ekspektasi", penilai_nama="KASUB UJI", batch=dunia.batch)  # fmt: skip
    jawab = dunia.masuk("staf41").get(reverse("eperformance:ekinerja_ekspor", args=["tahunan"]), {"tahun": LALU})
    isi = b"".join(jawab.streaming_content)
    jawab = unggah(dunia, django_capture_on_commit_callbacks, SimpleUploadedFile("tahunan.xlsx", isi), "tahunan")
    batch = BatchImpor.objects.filter(jenis="siasn").latest("pk")
    assert jawab.url == reverse("kepegawaian:impor_detail", args=[batch.pk])
    assert batch.status == "pratinjau", batch.pesan
    assert (batch.ringkasan["baru"], batch.ringkasan["sama"], batch.ringkasan["galat"]) == (0, 1, 0)


def test_judul_dan_kode_bkn_dikenal_pada_lembar_bernama_apa_pun(dunia, django_capture_on_commit_callbacks):
    kolom = ("NIP", "NAMA", "tahun", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "namaPenilai")
    baris = [
        (dunia.pela.nip, "PELA", LALU, "3", "1", "3", "KASUB UJI"),
        (dunia.rekan.nip, "REKAN", LALU, "2", "2", "7", ""),
    ]
    unggah(dunia, django_capture_on_commit_callbacks, berkas(baris, kolom), "tahunan")
    batch = BatchImpor.objects.filter(jenis="siasn").latest("pk")
    assert (batch.ringkasan["baru"], batch.ringkasan["galat"]) == (1, 1), batch.pesan
    impor_siasn.terapkan(batch.pk)
    r = RiwayatKinerja.objects.get(pegawai=dunia.pela, dibatalkan_pada=None)
    assert (r.predikat, r.hasil_kerja, r.perilaku, r.penilai_nama) == (
        "Butuh Perbaikan", "Di bawah ekspektasi", "Di atas ekspektasi", "KASUB UJI",
    )  # fmt: skip
    impor_siasn.batalkan(batch.pk, dunia.akun["staf41"])
    assert not RiwayatKinerja.objects.filter(pegawai=dunia.pela, dibatalkan_pada=None).exists()
