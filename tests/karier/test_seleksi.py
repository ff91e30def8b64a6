"""Seleksi terbuka JPT lewat HTTP: dari panitia sampai pelantikan; siapa melihat apa; jalur talent pool."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from karier import potret
from karier.aturan.seleksi import PENILAIAN
from karier.layanan.pengangkatan_jpt import SpmtJptForm
from karier.models import BarisTalenta, LowonganJpt, PelamarJpt, SeleksiJpt, TahapJpt
from kepegawaian import impor
from kepegawaian.models import Jabatan, Naskah, PejabatLuar, Pemberitahuan, ProfilKini, RiwayatJabatan, Setelan
from layanan import alur, naskah as modul_naskah
from layanan.cetak import buat_pdf
from layanan.konteks import konteks_usulan
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.karier.conftest import HARI_INI, hasil, lengkapi
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun, buat_pegawai

pytestmark = pytest.mark.django_db
TAHAP = [k for k, _ in TahapJpt.TAHAP]
DIBUKA = "KEPALA-DINKES"


def alamat(nama, *lain):
    return reverse(f"karier:{nama}", args=lain)


@pytest.fixture
@bersama
def calon(orang):
    """Three administrator who may apply, and a panitia member of the OPD (eko)."""
    semua = []
    for i, (nama, unit) in enumerate((("SATU", "SEKRET"), ("DUA", "BID1"), ("TIGA", "BID2"))):
        p = buat_pegawai(
            nama=f"CALON {nama}", unit=f"DINKES-{unit}", jabatan=f"KEPALA-DINKES-{unit}", golongan="IV/b",
            batch=orang.batch, tmt=date(2010, 3, 1),
        )  # fmt: skip
        lengkapi(p, orang.batch)
        hasil(p, orang.batch, dict.fromkeys(("INT", "KS", "KOM", "OPH", "PP", "PDO", "MP", "PK", "PB"), 5))
        setattr(orang, f"calon{i}", p)
        orang.akun[f"calon{i}"] = buat_akun(p)
        semua.append(p)
    return semua


def isian(mulai, lama=25, **lain):
    """Registration runs ``lama`` days from ``mulai``; the other stages follow day by day."""
    data = {"nama": "Seleksi Kepala Dinas Kesehatan", "jabatan": [Jabatan.objects.get(kode=DIBUKA).pk],
            "nomor_izin": "B-1/BKN", "tanggal_izin": mulai.isoformat(), "nomor_sk": "188/1", "tanggal_sk": mulai.isoformat()}  # fmt: skip
    akhir = mulai + timedelta(days=lama)
    for i, kode in enumerate(TAHAP):
        hari = (mulai, akhir) if i == 0 else (akhir + timedelta(days=i),) * 2
        data |= {f"{kode}_mulai": hari[0].isoformat(), f"{kode}_selesai": hari[1].isoformat()}
    return data | {"rencana_pelantikan": (akhir + timedelta(days=20)).isoformat()} | lain


def siapkan(orang, mulai=HARI_INI - timedelta(days=5), **lain):
    """A seleksi with its panitia, announced by its secretariat."""
    klien = orang.masuk("staf")
    jawab = klien.post(alamat("seleksi_create"), isian(mulai, **lain))
    assert jawab.status_code == 302, jawab.context["form"].errors
    s = SeleksiJpt.objects.latest("pk")
    anggota = [("Prof. Ketua", "akademisi", "ketua", ""), ("Dr. Pakar", "pakar", "anggota", ""),
               ("Dr. Luar", "akademisi", "anggota", ""), ("Eko", "internal", "sekretaris", orang.eko.nip)]  # fmt: skip
    for nama, unsur, peran, nip in anggota:
        isi = {"nama": nama, "instansi": "Universitas", "unsur": unsur, "peran": peran, "nip": nip}
        assert klien.post(alamat("pansel_create", s.pk), isi).status_code == 302
    # four is even, and so not lawful; neither are letters without their scans
    sebab = klien.post(alamat("seleksi_lakukan", s.pk, "umumkan"), follow=True).content.decode()
    assert "harus ganjil" in sebab
    assert "SK panitia seleksi: Belum ada: pindaian." in sebab
    s.refresh_from_db()
    assert s.status == "rencana"
    for kode in ("izin", "sk"):
        assert klien.post(alamat("seleksi_berkas_create", s.pk, kode), {"berkas": pdf()}).status_code == 302
    klien.post(
        alamat("pansel_create", s.pk), {"nama": "Sekda", "instansi": "Setda", "unsur": "internal", "peran": "anggota"}
    )
    klien.post(alamat("seleksi_lakukan", s.pk, "umumkan"))
    s.refresh_from_db()
    return klien, s


def lamar(orang, nama, lo):
    berkas = {k: pdf(lebar=300 + i) for i, k in enumerate(("lamaran", "ijazah", "sk_jabatan", "surat_sehat"))}
    return orang.masuk(nama).post(alamat("lowongan_detail", lo.pk), berkas | {"pernyataan": "on"})


def tutup(s):
    """Registration is over: its stages lie in the past."""
    for t in s.tahap.all():
        t.mulai, t.selesai = t.mulai - timedelta(days=60), t.selesai - timedelta(days=60)
        t.save()


def sampai_penilaian(orang, calon):
    klien, s = siapkan(orang)
    assert s.status == "dibuka"
    lo = LowonganJpt.objects.get(seleksi=s)
    for i in range(3):
        assert "Pengalaman" in orang.masuk(f"calon{i}").get(alamat("lowongan_detail", lo.pk)).content.decode()
        jawab = lamar(orang, f"calon{i}", lo)
        assert jawab.status_code == 302, jawab.context["form"].errors
    assert lamar(orang, "eko", lo).status_code == 400  # the panitia does not apply
    tutup(s)
    klien.post(alamat("seleksi_lakukan", s.pk, "tutup"))
    klien.post(alamat("seleksi_lakukan", s.pk, "menilai"))
    s.refresh_from_db()
    assert s.status == "administrasi"  # nobody is decided yet
    for p in PelamarJpt.objects.all():
        isi = {"surat_sehat": "ya", "pengalaman_bidang_bulan": 59, "keputusan": "lulus", "alasan": "Sesuai."}
        jawab = klien.post(alamat("pelamar_update", p.pk), isi)
        assert jawab.status_code == 400
        assert "JPT-03" in jawab.content.decode()
        jawab = klien.post(alamat("pelamar_update", p.pk), isi | {"pengalaman_bidang_bulan": 72})
        assert jawab.status_code == 302, jawab.context["form"].errors
    klien.post(alamat("seleksi_lakukan", s.pk, "menilai"))
    s.refresh_from_db()
    assert s.status == "penilaian"
    return klien, s, lo


def nilai(klien, s, lebih=0):
    """Scores through the sheet: 70, 75, 80 in every stage."""
    file = io.BytesIO(b"".join(klien.get(alamat("seleksi_nilai_ekspor", s.pk)).streaming_content))
    judul, *baris = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    isi = [[*b[:3], *[70 + 5 * i + lebih] * 4, ""] for i, b in enumerate(baris)]
    file = SimpleUploadedFile("nilai.xlsx", impor.tulis_daftar("Nilai", judul, isi).read())
    return klien.post(alamat("seleksi_nilai_impor", s.pk), {"berkas": file})


def test_dari_panitia_sampai_usulan_pengangkatan(orang, calon):
    klien, s, lo = sampai_penilaian(orang, calon)
    assert nilai(klien, s, lebih=30).status_code == 400  # 110 is no score
    assert nilai(orang.masuk("eko"), s).status_code == 302  # the panitia enters them
    assert sorted(p.total for p in lo.pelamar.all()) == [70, 75, 80]
    klien.post(alamat("seleksi_lakukan", s.pk, "hasil"))
    s.refresh_from_db()
    assert s.status == "hasil"
    kedua = lo.pelamar.get(peringkat=2)
    isi = {"pelamar": kedua.pk, "nomor": "800/7/PPK", "tanggal": HARI_INI.isoformat(), "berkas": pdf()}
    assert klien.post(alamat("lowongan_pilih", lo.pk), isi).status_code == 404  # the PPK has not been asked yet
    surat = surat_kepada_ppk(orang, klien, s)
    kemarin = (surat.tanggal - timedelta(days=1)).isoformat()
    jawab = klien.post(alamat("lowongan_pilih", lo.pk), isi | {"tanggal": kemarin, "berkas": pdf()})
    assert "PPK memilih sesudah surat" in jawab.content.decode()
    jawab = klien.post(alamat("lowongan_pilih", lo.pk), isi | {"berkas": pdf()})
    u = Usulan.objects.get(layanan="pengangkatan-jpt")
    assert jawab.url == reverse("layanan:usulan_detail", args=[u.nomor])
    assert (u.pegawai_id, u.isian["sumber"]) == (kedua.pegawai_id, f"lamaran:{kedua.pk}")
    lo.refresh_from_db()
    s.refresh_from_db()
    assert (lo.usulan_id, s.status) == (u.pk, "selesai")
    halaman = klien.get(jawab.url).content.decode()
    assert "JPT-04" in halaman
    lantik(orang, u, lo)


def surat_kepada_ppk(orang, klien, s):
    """The letter with the three names: numbered once, printed, read by the panitia, signed; nobody else reads it."""
    klien.post(alamat("seleksi_lakukan", s.pk, "sampaikan"))
    klien.post(alamat("seleksi_lakukan", s.pk, "sampaikan"))
    surat = Naskah.objects.get(jenis="surat_seleksi")
    calon = surat.data["jabatan"][0]["calon"]
    assert [(c["peringkat"], c["nilai"]) for c in calon] == [(1, "80,00"), (2, "75,00"), (3, "70,00")]
    assert (surat.penandatangan, surat.data["sifat"]) == ("Prof. Ketua", "Rahasia")
    assert klien.get(alamat("seleksi_surat", s.pk)).status_code == 404  # not printed yet
    assert modul_naskah.cetak(surat.pk) is True
    teks = PdfReader(surat_berkas(surat)).pages[0].extract_text()
    assert all(c["nama"] in teks for c in calon)
    assert "Ketua Panitia Seleksi".upper() in teks
    for nama, kode in (("staf", 200), ("eko", 200), ("calon0", 404), ("staf12", 404)):
        assert orang.masuk(nama).get(alamat("seleksi_surat", s.pk)).status_code == kode, nama
        assert orang.masuk(nama).get(reverse("layanan:naskah_download", args=[surat.pk])).status_code == 404, nama
    assert klien.post(alamat("seleksi_berkas_create", s.pk, "surat"), {"berkas": pdf()}).status_code == 302
    surat.refresh_from_db()
    assert (surat.tahap, surat.status) == ("ditandatangani", "berlaku")
    return surat


def surat_berkas(surat):
    surat.refresh_from_db()
    return surat.berkas_cetak.open("rb")


def lantik(orang, u, lo):
    """The usulan runs through its route; the post is his from the day of pelantikan."""
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    kabid = buat_pegawai(nama="KABID DUA", unit="BID2", jabatan="KEPALA-BID2", golongan="IV/a", batch=orang.batch)
    orang.akun["kabid"] = buat_akun(kabid)
    jalan = Jalan(Client(), orang)
    u = alur.ajukan(jalan.segar(u), oleh=orang.oleh("staf"), versi=jalan.segar(u).versi_baris)
    for kode in ("periksa_kasubbid", "periksa_kabid", "berita_acara"):
        u = jalan.maju(u, kode)
    acara = Naskah.objects.get(usulan__usulan=u, usulan__surat=True).data
    assert [r["label"] for r in acara["rincian"]] == ["Calon 1", "Calon 2", "Calon 3", "Dipilih PPK"]
    assert [p["nama"] for p in acara["penanda"]][:2] == ["Prof. Ketua", "Dr. Pakar"]
    jawab = {"hasil": "direkomendasikan", "nomor_rekomendasi": "B-2", "tanggal_rekomendasi": HARI_INI.isoformat()}
    u = jalan.maju(u, "rekomendasi", **jawab, berkas=pdf())
    for kode in ("keputusan", "penetapan"):
        u = jalan.maju(u, kode)
    periksa_sk(u, lo)
    u = jalan.maju(u, "tanda_tangan")
    assert not RiwayatJabatan.objects.filter(jabatan=lo.jabatan).exists()
    hari = {"tanggal_pelantikan": HARI_INI.isoformat(), "tempat": "Pendopo", "rohaniwan": "H. Anwar"}
    u = jalan.maju(u, "pelantikan", **hari, saksi_1="Sekda", saksi_2="Kaban")
    u = jalan.maju(u, "pernyataan")
    form = SpmtJptForm({"tanggal_spmt": (HARI_INI - timedelta(days=1)).isoformat()}, konteks=konteks_usulan(u))
    assert form.errors == {"tanggal_spmt": ["SPMT mendahului pelantikan."]}
    u = jalan.maju(u, "spmt", tanggal_spmt=HARI_INI.isoformat())
    assert (
        Naskah.objects.get(perihal="Surat Pernyataan Melaksanakan Tugas").penandatangan
        == orang.sekda.kini.nama_lengkap
    )
    baris = RiwayatJabatan.objects.get(jabatan=lo.jabatan, dibatalkan_pada__isnull=True)
    assert baris.tanggal_spmt == HARI_INI
    assert (u.status, baris.pegawai_id, baris.tmt_pelantikan, baris.arah) == (
        "selesai",
        u.pegawai_id,
        HARI_INI,
        "diagonal",
    )
    assert ProfilKini.objects.get(pegawai=u.pegawai).unit_id == lo.jabatan.unit_id
    spp = Naskah.objects.get(usulan__usulan=u, perihal="Surat Pernyataan Pelantikan").data["rincian"]
    assert [(r["label"], r["isi"]) for r in spp if "Jabatan" in r["label"]] == [("Jabatan", lo.jabatan.nama)]


def periksa_sk(u, lo):
    """One sheet that says who, what, and why he: the choice of the PPK and the recommendation."""
    sk = Naskah.objects.get(usulan__usulan=u, usulan__surat=False)
    pdf_sk = PdfReader(io.BytesIO(buat_pdf(sk)))
    teks = "".join(pdf_sk.pages[0].extract_text().split())  # a line may break inside a number
    assert len(pdf_sk.pages) == 1
    for bagian in ("surat nomor 800/7/PPK", "rekomendasi nomor B-2", f"sebagai {lo.jabatan.nama}.", "Tembusan"):
        assert "".join(bagian.split()) in teks


def test_nilai_rahasia_sampai_diumumkan(orang, calon):
    klien, s, lo = sampai_penilaian(orang, calon)
    nilai(klien, s)
    for nama, kode in (("staf", 200), ("kaban", 200), ("eko", 200), ("calon0", 404), ("staf12", 404), ("irma", 404)):
        for halaman in ("seleksi_detail", "seleksi_nilai"):
            assert orang.masuk(nama).get(alamat(halaman, s.pk)).status_code == kode, (nama, halaman)
    p = lo.pelamar.get(pegawai=calon[0])
    lain = lo.pelamar.get(pegawai=calon[1])
    sendiri = orang.masuk("calon0")
    assert sendiri.get(alamat("pelamar_update", p.pk)).status_code == 404
    assert sendiri.get(alamat("berkas_pelamar", p.berkas.first().pk)).status_code == 200
    assert sendiri.get(alamat("berkas_pelamar", lain.berkas.first().pk)).status_code == 404
    assert "peringkat 2" not in sendiri.get(alamat("lowongan_detail", lo.pk)).content.decode()
    assert "CALON" not in sendiri.get(alamat("pengumuman")).content.decode()
    klien.post(alamat("seleksi_lakukan", s.pk, "hasil"))
    isi = sendiri.get(alamat("lowongan_detail", lo.pk)).content.decode()
    assert "Nilai akhir 75,00, peringkat 2" in isi
    assert calon[1].kini.nama not in isi
    sendiri.logout()
    umum = sendiri.get(alamat("pengumuman")).content.decode()
    assert all(c.kini.nama_lengkap in umum for c in calon)
    assert calon[0].nip not in umum


def test_hasil_tiap_tahap_diumumkan_kepada_pelamarnya(orang, calon):
    klien, s, lo = sampai_penilaian(orang, calon)
    saya = orang.masuk("calon0")
    p = lo.pelamar.get(pegawai=calon[0])

    def baca():
        return saya.get(alamat("lowongan_detail", lo.pk)).content.decode()

    def umumkan(kode):
        return klien.post(alamat("tahap_umumkan", s.pk, kode), follow=True).content.decode()

    assert "Lulus administrasi: Sesuai." in baca()
    assert set(Pemberitahuan.objects.filter(peristiwa="seleksi_tahap").values_list("pengguna_id", "kunci")) == {
        (orang.akun[f"calon{i}"].pk, f"seleksi:{lo.pk}:administrasi") for i in range(3)
    }
    assert "calon belum diisi" in umumkan("rekam_jejak")
    nilai(klien, s)
    rekam = p.lowongan.pelamar.get(pk=p.pk).nilai["rekam_jejak"].replace(".", ",")
    assert rekam not in baca()
    assert "Umumkan penelusuran rekam jejak lebih dulu" in umumkan("asesmen")
    assert "tiap calon membaca nilainya sendiri" in umumkan("rekam_jejak")
    assert f"{rekam} (bobot {s.bobot['rekam_jejak']}%)" in baca()
    assert baca().count("belum diumumkan") == 4  # asesmen, makalah, wawancara, hasil
    assert orang.masuk("eko").post(alamat("tahap_umumkan", s.pk, "asesmen")).status_code == 403
    assert nilai(klien, s, lebih=1).status_code == 400  # what is announced stands
    isi = {f"n_{x.pk}_{t}": 90 for x in lo.pelamar.all() for t in PENILAIAN}
    assert klien.post(alamat("seleksi_nilai", s.pk), isi).status_code == 302
    p.refresh_from_db()
    assert (p.nilai["rekam_jejak"].replace(".", ","), p.nilai["asesmen"]) == (rekam, "90.00")


def test_tahap_belum_selesai_tidak_diumumkan(orang, calon):
    klien, s, _ = sampai_penilaian(orang, calon)
    nilai(klien, s)
    s.tahap.filter(kode="rekam_jejak").update(mulai=HARI_INI, selesai=HARI_INI + timedelta(days=1))
    jawab = klien.post(alamat("tahap_umumkan", s.pk, "rekam_jejak"), follow=True).content.decode()
    assert "belum selesai menurut jadwal" in jawab
    assert not s.tahap.filter(kode="rekam_jejak", diumumkan_pada__isnull=False).exists()


def test_calon_kurang_diperpanjang_dan_talent_pool_menurut_setelan(orang, calon):
    klien, s = siapkan(orang, mulai=HARI_INI - timedelta(days=5))
    lo = LowonganJpt.objects.get(seleksi=s)
    lamar(orang, "calon0", lo)
    assert (
        "sesudah hari ini"
        in klien.post(alamat("seleksi_perpanjang", s.pk), {"sampai": HARI_INI.isoformat()}).content.decode()
    )
    akhir = s.tahap.get(kode="pengumuman").selesai + timedelta(days=7)
    wawancara = s.tahap.get(kode="wawancara").mulai
    klien.post(alamat("seleksi_perpanjang", s.pk), {"sampai": akhir.isoformat()})
    assert s.tahap.get(kode="wawancara").mulai == wawancara + timedelta(days=7)
    potret.hitung(HARI_INI)
    BarisTalenta.objects.filter(pegawai=calon[0]).update(kotak=9, skor=90, tingkat=4)
    url = alamat("suksesi_usulkan", lo.jabatan_id, calon[0].nip)
    assert "Lihat seleksi terbuka" in klien.get(alamat("suksesi_detail", lo.jabatan_id)).content.decode()
    assert klien.post(url).status_code == 404
    Setelan.objects.create(
        kunci="jpt_jalur_talenta", nilai=True, uraian="uji", berlaku_sejak=HARI_INI, dasar="uji", keyakinan="asumsi"
    )
    assert "Usulkan dari talent pool" in klien.get(alamat("suksesi_detail", lo.jabatan_id)).content.decode()
    assert orang.masuk("sekda").post(url).status_code == 403
    klien.post(url)
    assert Usulan.objects.get(layanan="pengangkatan-jpt").isian["sumber"] == f"talenta:{lo.jabatan_id}"
