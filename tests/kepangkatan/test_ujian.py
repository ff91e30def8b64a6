"""Ujian dinas lewat pintunya: diumumkan, didaftar, peserta dan kartu, nilai, hasil, tanda lulus, lalu syarat KP terpenuhi."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from kepangkatan.models import Ujian
from kepangkatan.ujian import lembar, perbuatan
from kepegawaian import impor
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jejak, RiwayatUjian
from kepegawaian.profil import profil_satu
from layanan import cetak as cetak_naskah, katalog
from layanan.katalog import Konteks
from layanan.models import Usulan
from tata_kelola.demo.panggung import Sutradara, segar
from tests.dunia_bersama import bersama
from tests.kepangkatan.conftest import kinerja, mainkan
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def panitia(orang):
    """A staf of Subbid Pembinaan Karier."""
    return buat_akun(buat_pegawai(nama="Siti Karier", unit="SUB22"))


@pytest.fixture
@bersama
def calon(orang, hari_ini):
    """ani and eka of DISDIK, II/d for three years with SLTA."""
    hasil = []
    for nama in ("Ani Ujian", "Eka Ujian"):
        p = buat_pegawai(nama=nama, unit="DISDIK", golongan="II/c", tmt=date(2012, 3, 1))
        tambah(p, "pangkat", tmt=tambah_bulan(hari_ini.replace(day=1), -36), golongan_id="II/d", mkg_tahun=10, mkg_bulan=0,
               nomor_sk="823/1/2023", tanggal_sk=hari_ini - timedelta(days=1100), jenis_kp_id="101")  # fmt: skip
        tambah(p, "pendidikan", tmt=date(2012, 3, 1), tingkat_id="15", nama="SMA IPS", tahun_lulus=2005)
        kinerja(p, hari_ini.year - 1)
        hasil.append(p)
    return hasil


def buka(akun, nama, *args, data=None, **kueri):
    klien, url = masuk(Client(), akun), reverse(f"kepangkatan:{nama}", args=args)
    return klien.post(url, data) if data is not None else klien.get(url, kueri)


def buat(panitia, hari_ini, kursi="Aula|30"):
    """An announced exam whose registration is open today."""
    isi = {
        "jenis": "UD1", "nama": "Ujian dinas tingkat I", "pengumuman": "Terbuka bagi PNS golongan II/d.",
        "buka": hari_ini - timedelta(days=30), "tutup": hari_ini, "tanggal": hari_ini + timedelta(days=10),
        "tempat": "BKPSDM", "ruang_teks": kursi,
    }  # fmt: skip
    jawab = buka(panitia, "ujian_create", data=isi)
    assert jawab.status_code == 302, jawab.content.decode()
    satu = Ujian.objects.get()
    buka(panitia, "ujian_umumkan", satu.pk, data={})
    satu.refresh_from_db()
    assert satu.status == "diumumkan"
    return satu


def hari_ujian(satu, hari):
    """The exam is held on this day; the registrations say so too."""
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari - timedelta(days=1), tanggal=hari)
    for u in Usulan.objects.filter(layanan="ujian-dinas-1"):
        u.isian |= {"tmt": hari.isoformat()}
        u.save(update_fields=["isian"])
    satu.refresh_from_db()


def test_dari_pengumuman_sampai_syarat_kp_terpenuhi(orang, panitia, calon, hari_ini):
    satu = buat(panitia, hari_ini)
    for p in calon:
        assert mainkan("ujian-dinas-1", p, {"ujian": satu.pk}, "ujian").langkah_kini.kode == "ujian"
    buka(panitia, "ujian_tutup", satu.pk, data={})
    assert satu.peserta.count() == 0, "pendaftaran belum berakhir"
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    ani = satu.peserta.first()
    buka(panitia, "ujian_nilai", satu.pk, data={f"{ani.pk}-ada": 1, f"{ani.pk}-0": "80"})
    ani.refresh_from_db()
    assert ani.nilai == {}, "belum hari ujian"
    hari_ujian(satu, hari_ini)
    ani, eka = satu.peserta.order_by("nomor")
    assert [(p.ruang, p.kursi) for p in (ani, eka)] == [("Aula", 1), ("Aula", 2)]
    assert ani.nomor in buka(panitia, "ujian_kartu", satu.pk).content.decode()
    materi, _ = perbuatan.bobot(satu)
    file = io.BytesIO()
    impor.tulis_daftar("Nilai", lembar.kolom(materi), [(ani.nomor, "", "", 101, 70, 70)], file)
    buka(panitia, "ujian_nilai", satu.pk, data={"lembar": SimpleUploadedFile("n.xlsx", file.getvalue())})
    ani.refresh_from_db()
    assert ani.nilai == {}, "nilai di luar 0-100 tidak mengubah apa pun"
    nilai = {f"{ani.pk}-ada": 1, f"{ani.pk}-0": "80", f"{ani.pk}-1": "70", f"{ani.pk}-2": "75",
             f"{eka.pk}-ada": 1, f"{eka.pk}-0": "50", f"{eka.pk}-1": "60", f"{eka.pk}-2": "55,5"}  # fmt: skip
    buka(panitia, "ujian_nilai", satu.pk, data=nilai)
    ani.refresh_from_db()
    eka.refresh_from_db()
    assert (str(ani.nilai_akhir), str(eka.nilai_akhir)) == ("77.00", "53.10")  # 60, 20 and 20 of a hundred
    buka(panitia, "ujian_hasil", satu.pk, data={})
    satu.refresh_from_db()
    assert satu.status == "selesai"
    assert Usulan.objects.get(pk=eka.usulan_id).status == "selesai"
    usulan = segar(Usulan.objects.get(pk=ani.usulan_id))
    assert usulan.langkah_kini.kode == "penetapan"
    sutradara = Sutradara(katalog.ambil("ujian-dinas-1"), hari_ini)
    pada = sutradara.saat(1)[0]
    while usulan.status == "diproses":
        usulan = sutradara.satu_langkah(usulan, pada)
    baris = RiwayatUjian.objects.get()
    assert (baris.pegawai_id, baris.jenis, baris.tmt) == (ani.pegawai_id, "UD1", satu.tanggal)
    kp, tmt = katalog.ambil("kp-reguler"), tambah_bulan(satu.tanggal.replace(day=1), 1)
    jawab = [
        {s.kode: h.jawaban for s, h in kp.periksa(Konteks(profil_satu(p.pegawai_id, per=tmt), {"tmt": tmt, "golongan_baru": "III/a"}, tmt, acuan_kini()))}["KP-R05"]
        for p in (ani, eka)
    ]  # fmt: skip
    assert jawab == [katalog.YA, katalog.TIDAK]


def test_ruang_yang_kurang_dan_kartu_orang_lain_ditolak(orang, panitia, calon, hari_ini):
    satu = buat(panitia, hari_ini, "Kecil|1")
    for p in calon:
        mainkan("ujian-dinas-1", p, {"ujian": satu.pk}, "ujian")
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    assert satu.peserta.count() == 0
    Ujian.objects.filter(pk=satu.pk).update(
        ruang=[{"nama": "Kecil", "kapasitas": 1}, {"nama": "Lain", "kapasitas": 5}]
    )
    buka(panitia, "ujian_tutup", satu.pk, data={})
    assert list(satu.peserta.values_list("ruang", flat=True)) == ["Kecil", "Lain"]
    ani, eka = (buat_akun(p) for p in calon)
    milik = buka(ani, "ujian_kartu", satu.pk).content.decode()
    assert "Ani Ujian" in milik
    assert "Eka Ujian" not in milik
    assert buka(orang.akun_kadis, "ujian_kartu", satu.pk).status_code == 404
    assert buka(eka, "ujian_ekspor", satu.pk).status_code == 403
    assert "Nomor peserta Anda" in buka(eka, "ujian_detail", satu.pk).content.decode()


def rekam(akun, usulan, **jawab):
    """The page of the usulan, as its holder fills it in."""
    usulan = segar(usulan)
    isi = {"versi": usulan.versi_baris, **jawab}
    return masuk(Client(), akun).post(reverse("layanan:usulan_rekam", args=[usulan.nomor]), isi)


@pytest.fixture
def duduk(panitia, calon, hari_ini):
    """(the exam, held today, its two peserta) with ani and eka seated."""
    satu = buat(panitia, hari_ini)
    for p in calon:
        mainkan("ujian-dinas-1", p, {"ujian": satu.pk}, "ujian")
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    hari_ujian(satu, hari_ini)
    return satu, *satu.peserta.order_by("nomor")


def test_hanya_subbid_pembinaan_karier_dan_atasannya_yang_menyelenggarakan(orang, panitia, calon, hari_ini):
    satu = buat(panitia, hari_ini)
    lain = buat_akun(buat_pegawai(nama="Budi Mutasi", unit="SUB12"))
    for nama in ("ujian_umumkan", "ujian_tutup", "ujian_nilai", "ujian_hasil"):
        assert buka(lain, nama, satu.pk, data={}).status_code == 403
    assert buka(lain, "ujian_create").status_code == 403
    assert buka(lain, "ujian_detail", satu.pk).status_code == 200


def test_hasil_pada_usulan_harus_sama_dengan_daftar_nilai(orang, panitia, duduk):
    satu, ani, eka = duduk
    usulan = ani.usulan
    assert rekam(panitia, usulan, hasil="lulus", nilai="90").status_code == 422, "nilainya belum diisi"
    nilai = {f"{ani.pk}-ada": 1, f"{ani.pk}-0": "50", f"{ani.pk}-1": "50", f"{ani.pk}-2": "50",
             f"{eka.pk}-ada": 1, f"{eka.pk}-absen": "on", f"{eka.pk}-0": "88"}  # fmt: skip
    buka(panitia, "ujian_nilai", satu.pk, data=nilai)
    for salah in ({"hasil": "lulus", "nilai": "90"}, {"hasil": "lulus", "nilai": "50"}, {"hasil": "tidak_hadir"}):
        assert rekam(panitia, usulan, **salah).status_code == 422
    ani.refresh_from_db()
    assert ani.lulus is None
    assert rekam(panitia, usulan, hasil="tidak_lulus", nilai="50").status_code == 302
    ani.refresh_from_db()
    assert (ani.lulus, segar(usulan).status) == (False, "selesai")
    satu.refresh_from_db()
    assert satu.status == "ditutup"
    buka(panitia, "ujian_hasil", satu.pk, data={})
    eka.refresh_from_db()
    satu.refresh_from_db()
    assert (eka.hadir, eka.nilai, eka.nilai_akhir, eka.lulus) == (False, {}, None, False)
    assert (satu.status, segar(eka.usulan).status) == ("selesai", "selesai")
    assert not RiwayatUjian.objects.exists()


def test_yang_terlambat_diverifikasi_mendapat_kursi_susulan(orang, panitia, calon, hari_ini):
    satu, (ani, eka) = buat(panitia, hari_ini), calon
    mainkan("ujian-dinas-1", ani, {"ujian": satu.pk}, "ujian")
    telat = mainkan("ujian-dinas-1", eka, {"ujian": satu.pk}, "verifikasi_bkd")
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    buka(panitia, "ujian_tutup", satu.pk, data={})
    assert satu.peserta.count() == 1
    sutradara = Sutradara(katalog.ambil("ujian-dinas-1"), hari_ini)
    sutradara.satu_langkah(segar(telat), sutradara.saat(1)[0])
    assert "Eka Ujian" in buka(panitia, "ujian_detail", satu.pk).content.decode()
    buka(panitia, "ujian_tutup", satu.pk, data={})
    assert list(satu.peserta.values_list("nomor", "kursi")) == [
        (f"UD1-{satu.tanggal.year}-001", 1), (f"UD1-{satu.tanggal.year}-002", 2),
    ]  # fmt: skip


def test_draf_yang_terlambat_dan_ujian_yang_sudah_ditutup_ditolak(orang, panitia, calon, hari_ini):
    satu, (ani, eka) = buat(panitia, hari_ini), calon
    draf = mainkan("ujian-dinas-1", ani, {"ujian": satu.pk}, "draf")
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    operator = Sutradara(katalog.ambil("ujian-dinas-1"), hari_ini).pengusul_untuk(ani)
    klien = masuk(Client(), operator)
    isi = {"versi": draf.versi_baris, "nomor_pengantar": "800/1", "tanggal_pengantar": hari_ini}
    klien.post(reverse("layanan:usulan_ajukan", args=[draf.nomor]), isi)
    assert segar(draf).status == "draf"
    klien.post(reverse("layanan:usulan_create", args=["ujian-dinas-1"]), {"nip": eka.nip, "ujian": satu.pk})
    assert Usulan.objects.get(pegawai=eka).isian.get("ujian") != satu.pk


def test_jenis_dan_hari_tetap_setelah_ada_pendaftar(orang, panitia, calon, hari_ini):
    satu = buat(panitia, hari_ini)
    mainkan("ujian-dinas-1", calon[0], {"ujian": satu.pk}, "ujian")
    isi = {"jenis": "UD2", "nama": "Nama baru", "pengumuman": "Isi", "buka": satu.buka, "tutup": satu.tutup,
           "tanggal": satu.tanggal + timedelta(days=3), "tempat": "Aula", "ruang_teks": "Aula|30"}  # fmt: skip
    assert buka(panitia, "ujian_update", satu.pk, data=isi).status_code == 302
    lama = (satu.jenis, satu.tanggal)
    satu.refresh_from_db()
    assert (satu.jenis, satu.tanggal, satu.nama) == (*lama, "Nama baru")


def test_calon_yang_belum_mendaftar_beserta_kekurangannya(
    orang, panitia, calon, hari_ini, django_assert_max_num_queries
):
    satu, ani = buat(panitia, hari_ini), calon[0]
    mainkan("ujian-dinas-1", ani, {"ujian": satu.pk}, "ujian")
    muda = buat_pegawai(
        nama="Muda Ujian", unit="DISDIK", golongan="II/d", tmt=tambah_bulan(satu.tanggal.replace(day=1), -13)
    )
    tambah(muda, "pendidikan", tmt=date(2012, 3, 1), tingkat_id="15", nama="SMA IPS", tahun_lulus=2005)
    klien = masuk(Client(), panitia)
    with django_assert_max_num_queries(12):
        isi = klien.get(reverse("kepangkatan:ujian_calon", args=[satu.pk])).content.decode()
    assert "Ani Ujian" not in isi
    assert "Eka Ujian" in isi
    assert "UJI-01: Baru 1 tahun 1 bulan dalam pangkat; syarat 2 tahun." in isi
    assert buka(panitia, "ujian_calon", satu.pk, lengkap="").status_code == 200


def _teks(jawab):
    assert jawab["Content-Type"] == "application/pdf"
    return [h.extract_text() for h in PdfReader(io.BytesIO(jawab.content)).pages]


def test_kartu_dan_daftar_hadir_sebagai_pdf(orang, panitia, calon, hari_ini):
    satu = buat(panitia, hari_ini, "Timur|1\nBarat|1")
    for p in calon:
        mainkan("ujian-dinas-1", p, {"ujian": satu.pk}, "ujian")
    for nama in ("kartu_download", "hadir_download"):
        jawab = buka(panitia, nama, satu.pk)
        assert jawab.status_code == 302, "peserta belum ditetapkan"
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    ani, eka = satu.peserta.order_by("nomor")
    kartu = "\n".join(_teks(buka(panitia, "kartu_download", satu.pk)))
    assert [n in kartu for n in (ani.nomor, eka.nomor, "Ani Ujian", "Eka Ujian", "BKPSDM, Timur, kursi 1")] == [
        True
    ] * 5
    barat, timur = _teks(buka(panitia, "hadir_download", satu.pk))  # rooms by name, a page each
    assert ("Eka Ujian" in barat, "Ani Ujian" in barat, "Halaman 1 dari 2" in barat) == (True, False, True)
    assert ("Ani Ujian" in timur, "Eka Ujian" in timur, "Halaman 2 dari 2" in timur) == (True, False, True)
    (timur,) = _teks(buka(panitia, "hadir_download", satu.pk, ruang="Timur"))
    assert ("Ani Ujian" in timur, "Eka Ujian" in timur) == (True, False)
    assert Jejak.objects.filter(aksi="ekspor", objek="ujian", objek_id=satu.pk).count() == 3
    milik = "\n".join(_teks(buka(buat_akun(calon[0]), "kartu_download", satu.pk)))
    assert ("Ani Ujian" in milik, "Eka Ujian" in milik) == (True, False)
    assert buka(orang.akun_kadis, "kartu_download", satu.pk).status_code == 404
    assert buka(orang.akun_kadis, "hadir_download", satu.pk).status_code == 403


def test_tanpa_pango_kartu_memberi_satu_kalimat(panitia, calon, hari_ini, monkeypatch):
    satu = buat(panitia, hari_ini)
    mainkan("ujian-dinas-1", calon[0], {"ujian": satu.pk}, "ujian")
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})

    def tiada(nama):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(cetak_naskah, "gaya", tiada)
    klien = masuk(Client(), panitia)
    jawab = klien.get(reverse("kepangkatan:kartu_download", args=[satu.pk]), follow=True)
    assert jawab.redirect_chain == [(reverse("kepangkatan:ujian_kartu", args=[satu.pk]), 302)]
    assert "PDF belum dapat dibuat" in jawab.content.decode()
    assert not Jejak.objects.filter(aksi="ekspor").exists()


def test_halaman_ujian_berkueri_tetap(panitia, calon, hari_ini, django_assert_max_num_queries):
    satu = buat(panitia, hari_ini)
    for p in calon:
        mainkan("ujian-dinas-1", p, {"ujian": satu.pk}, "ujian")
    klien = masuk(Client(), panitia)
    halaman = [reverse("kepangkatan:ujian_list")]
    halaman += [reverse(f"kepangkatan:{n}", args=[satu.pk]) for n in ("ujian_detail", "ujian_calon")]
    _hitung(klien, halaman, django_assert_max_num_queries)
    Ujian.objects.filter(pk=satu.pk).update(tutup=hari_ini - timedelta(days=1))
    buka(panitia, "ujian_tutup", satu.pk, data={})
    halaman = [reverse(f"kepangkatan:{n}", args=[satu.pk]) for n in ("ujian_detail", "ujian_kartu", "ujian_hadir")]
    _hitung(klien, halaman, django_assert_max_num_queries)


def _hitung(klien, halaman, paling_banyak):
    for url in halaman:
        klien.get(url)
        with paling_banyak(12):
            assert klien.get(url).status_code == 200, url
