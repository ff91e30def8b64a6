"""Dosir: berkas hanya lewat pemeriksaan akses, diterima menurut isinya, tercatat; DRH sebagai halaman dan PDF."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader, PdfWriter

from kepegawaian import drh
from kepegawaian.models import AksesSensitif, Dosir, Jejak
from tests.pabrik import tambah


def pdf(nama="pindaian.pdf"):
    """A real one-page PDF as an upload."""
    penulis, keluar = PdfWriter(), io.BytesIO()
    penulis.add_blank_page(200, 280)
    penulis.write(keluar)
    return SimpleUploadedFile(nama, keluar.getvalue(), content_type="application/pdf")


@pytest.fixture
def sk(orang):
    """The scan of ani's first SK pangkat, put in by her operator."""
    baris = orang.ani.riwayatpangkat.get()
    jawab = orang.masuk("budi").post(
        f"/pegawai/{orang.ani.nip}/dosir/unggah/",
        {"jenis": "sk_pangkat", "baris": f"pangkat:{baris.pk}", "file": pdf()},
    )
    assert jawab.status_code == 302, jawab.context["form"].errors
    return Dosir.objects.get()


def test_berkas_terkait_baris_riwayat_dan_tampil_di_sampingnya(orang, sk):
    assert (sk.jenis, sk.riwayat_jenis, sk.riwayat_id) == ("sk_pangkat", "pangkat", orang.ani.riwayatpangkat.get().pk)
    ani = orang.masuk("ani")
    assert f"/dosir/{sk.pk}/" in ani.get("/saya/riwayat/pangkat/").content.decode()
    assert "SK kenaikan pangkat: Penata Muda, III/a" in ani.get("/saya/dosir/").content.decode()


# Complaint 5: sub-resources and files readable by any colleague.


def test_berkas_hanya_terbuka_bagi_yang_mencakup_pegawainya_dan_tercatat(orang, sk):
    status = {n: orang.masuk(n).get(f"/dosir/{sk.pk}/").status_code for n in orang.akun}
    assert status == {
        "ani": 200, "budi": 200, "citra": 200, "dewi": 200, "fajar": 200, "eko": 404, "hadi": 404, "gita": 404,
    }  # fmt: skip
    jawab = orang.masuk("ani").get(f"/dosir/{sk.pk}/")
    assert b"".join(jawab.streaming_content).startswith(b"%PDF-")
    assert jawab["X-Content-Type-Options"] == "nosniff"
    assert jawab["Cache-Control"] == "private, no-store"
    pembuka = set(Jejak.objects.filter(aksi="dosir_unduh").values_list("oleh_id", flat=True))
    assert pembuka == {orang.akun[n].pk for n in ("ani", "budi", "citra", "dewi", "fajar")}
    for jalan in (f"/media/{sk.file.name}", f"/{sk.file.name}", f"/static/{sk.file.name}"):
        assert orang.masuk("ani").get(jalan).status_code == 404


def test_berkas_keluarga_dan_hukuman_tertutup_bagi_atasan(orang):
    budi = orang.masuk("budi")
    budi.post(f"/pegawai/{orang.ani.nip}/dosir/unggah/", {"jenis": "kartu_keluarga", "file": pdf()})
    berkas = Dosir.objects.get()
    assert berkas.riwayat_jenis == "keluarga"
    fajar = orang.masuk("fajar")
    assert fajar.get(f"/dosir/{berkas.pk}/").status_code == 403
    assert fajar.get(f"/pegawai/{orang.ani.nip}/dosir/").context["daftar"] == []
    assert not AksesSensitif.objects.exists()
    assert budi.get(f"/dosir/{berkas.pk}/").status_code == 200
    assert list(AksesSensitif.objects.values_list("pegawai_id", "data")) == [(orang.ani.pk, "berkas keluarga")]
    Dosir.objects.filter(pk=berkas.pk).update(riwayat_jenis="hukuman")
    assert budi.get(f"/dosir/{berkas.pk}/").status_code == 403
    assert budi.get(f"/pegawai/{orang.ani.nip}/dosir/unggah/?baris=hukuman:1").status_code == 404


@pytest.mark.parametrize(
    ("nama", "status"), [("ani", 403), ("fajar", 403), ("dewi", 403), ("budi", 200), ("citra", 200)]
)
def test_hanya_operator_unitnya_dan_bkd_mengunggah(orang, nama, status):
    assert orang.masuk(nama).get(f"/pegawai/{orang.ani.nip}/dosir/unggah/").status_code == status


def test_operator_tidak_mengunggah_ke_opd_lain(orang):
    assert orang.masuk("budi").get(f"/pegawai/{orang.eko.nip}/dosir/unggah/").status_code == 404


def test_berkas_ditolak_menurut_isinya_dan_isian_tetap(orang):
    palsu = SimpleUploadedFile("sk.pdf", b"<html><script>alert(1)</script>", content_type="application/pdf")
    jawab = orang.masuk("budi").post(f"/pegawai/{orang.ani.nip}/dosir/unggah/", {"jenis": "ijazah", "file": palsu})
    assert jawab.status_code == 200
    assert "menurut isinya" in jawab.content.decode()
    assert '<option value="ijazah" selected>' in jawab.content.decode()
    assert not Dosir.objects.exists()


def test_foto_ijazah_diterima_dan_digambar_ulang(orang):
    keluar = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(keluar, "JPEG", exif=b"Exif\x00\x00rahasia")
    foto = SimpleUploadedFile("ijazah.pdf", keluar.getvalue(), content_type="application/pdf")
    orang.masuk("citra").post(f"/pegawai/{orang.ani.nip}/dosir/unggah/", {"jenis": "ijazah", "file": foto})
    berkas = Dosir.objects.get()
    assert (berkas.mime, berkas.akhiran) == ("image/jpeg", ".jpg")
    assert b"rahasia" not in berkas.file.read()


def test_baris_orang_lain_tidak_dapat_dipilih(orang):
    baris = orang.fajar.riwayatpangkat.get()
    jawab = orang.masuk("budi").post(
        f"/pegawai/{orang.ani.nip}/dosir/unggah/",
        {"jenis": "sk_pangkat", "baris": f"pangkat:{baris.pk}", "file": pdf()},
    )
    assert "baris" in jawab.context["form"].errors
    assert not Dosir.objects.exists()


# --- DRH ----------------------------------------------------------------------------------------------------------


def _lengkapi(ani):
    tambah(ani, "pendidikan", tingkat_id="40", nama="PENDIDIKAN GURU SD", sekolah="Universitas Negeri Surabaya", tahun_lulus=2010,
           tmt=date(2010, 8, 1))  # fmt: skip
    tambah(
        ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), mkg_tahun=4, mkg_bulan=1, nomor_sk="823.3/12/2019"
    )
    tambah(ani, "penghargaan", jenis_id=_satya(), tmt=date(2025, 8, 17), nama="Satyalancana Karya Satya X Tahun")
    tambah(ani, "keluarga", anggota="p1", hubungan="pasangan", nama="SURYA ADI", tmt=date(2012, 1, 1))


def _satya():
    from kepegawaian.models import JenisPenghargaan  # noqa: PLC0415 - one place

    return JenisPenghargaan.objects.first().pk


def test_drh_pdf_memuat_riwayat_dan_tercatat(orang):
    _lengkapi(orang.ani)
    jawab = orang.masuk("ani").get("/saya/drh/unduh/")
    assert jawab["Content-Type"] == "application/pdf"
    teks = "\n".join(h.extract_text() for h in PdfReader(io.BytesIO(jawab.content)).pages)
    for isi in (
        "DAFTAR RIWAYAT HIDUP",
        "ANI LESTARI",
        "PENDIDIKAN GURU SD",
        "823.3/12/2019",
        "1 April 2019",
        "SURYA ADI",
    ):
        assert isi in teks, isi
    assert Jejak.objects.get(aksi="ekspor").pegawai_id == orang.ani.pk
    assert not AksesSensitif.objects.exists()


def test_drh_bagi_atasan_tanpa_keluarga_dan_kontak_bagi_operator_tercatat(orang):
    _lengkapi(orang.ani)
    url = f"/pegawai/{orang.ani.nip}/drh/unduh/"
    teks = PdfReader(io.BytesIO(orang.masuk("fajar").get(url).content)).pages[0].extract_text()
    assert "ANI LESTARI" in teks
    assert "SURYA ADI" not in teks
    assert "Alamat rumah" not in teks
    orang.masuk("budi").get(url)
    assert list(AksesSensitif.objects.values_list("data", "oleh_id")) == [("keluarga", orang.akun["budi"].pk)]


def test_drh_tanpa_pango_memberi_satu_kalimat(orang, monkeypatch):
    def tiada():
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(drh, "_lembar", tiada)
    jawab = orang.masuk("ani").get("/saya/drh/unduh/")
    assert jawab.status_code == 503
    assert "PDF belum dapat dibuat" in jawab.content.decode()
