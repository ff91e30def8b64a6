"""Pemilihan PNS berprestasi lewat halaman: usul, administrasi, juri, peringkat, SK Bupati, riwayat."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kepegawaian.models import Naskah, RiwayatPenghargaan
from kesejahteraan.penghargaan.models import Juri, Pemilihan
from layanan import katalog
from tata_kelola.demo.penghargaan import Pemain
from tests.dunia_bersama import bersama
from tests.kesejahteraan.penghargaan.conftest import mainkan
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def satu(orang, hari_ini):
    """A selection whose proposals ended ten days ago and whose interview was yesterday; one is chosen."""
    return Pemilihan.objects.create(
        tahun=hari_ini.year, nama="Pemilihan uji", pengumuman="Terbuka.", status="dibuka", terpilih=1, dibuat_pada="2026-01-01T00:00Z",
        buka=hari_ini - timedelta(days=60), tutup=hari_ini - timedelta(days=10), wawancara=hari_ini - timedelta(days=1),
    )  # fmt: skip


@pytest.fixture
@bersama
def calon(orang, satu, hari_ini):
    """Two candidates who passed administration."""
    hasil = []
    for nama in ("Calon Satu", "Calon Dua"):
        p = buat_pegawai(nama=nama, unit="DISDIK")
        for t in (hari_ini.year - 2, hari_ini.year - 1):
            tambah(p, "kinerja", tmt=date(t, 12, 31), tahun=t, predikat="Sangat Baik")
        isian = {"pemilihan": satu.pk, "inovasi": "Antrean daring."}
        hasil.append(mainkan("pns-berprestasi", p, isian, "penilaian", mundur=20))
    return hasil


def buka(akun, nama, *args, data=None):
    """GET, or POST of ``data``, by the account."""
    klien, url = masuk(Client(), akun), reverse(f"kesejahteraan:{nama}", args=args)
    return klien.post(url, data, follow=True) if data is not None else klien.get(url)


def lembar(satu, nilai):
    """The posted sheet: the same score for every criterion of each candidate."""
    peserta = list(satu.peserta.order_by("usulan_id"))
    return {f"{p.pk}-{i}": n for p, n in zip(peserta, nilai, strict=True) for i in range(len(satu.kriteria))}


def test_dari_usul_sampai_sk_bupati(orang, satu, calon, hari_ini):
    staf = orang.akun_wulan
    buka(staf, "juri_create", satu.pk, data={"nama": "Dr. Hartini", "unsur": "Universitas"})
    buka(staf, "juri_create", satu.pk, data={"nama": "Citra Ayu", "unsur": "BKPSDM", "nip": orang.citra.nip})
    isi = buka(staf, "pemilihan_tutup", satu.pk, data={}).content.decode()
    assert "2 calon ditetapkan" in isi
    satu.refresh_from_db()
    assert satu.status == "penilaian"
    assert sum(satu.kriteria.values()) == 100
    luar, dalam = satu.juri.order_by("pk")
    belum = buka(staf, "pemilihan_hasil", satu.pk, data={}).content.decode()
    assert "Nilai juri belum lengkap" in belum
    salah = buka(staf, "juri_nilai", luar.pk, data=lembar(satu, (80, 101)))
    assert salah.status_code == 422
    assert "0 sampai 100" in salah.content.decode()
    buka(staf, "juri_nilai", luar.pk, data=lembar(satu, (80, 90)))
    assert buka(orang.akun_citra, "juri_nilai", luar.pk).status_code == 404  # another juror's sheet
    buka(orang.akun_citra, "juri_nilai", dalam.pk, data=lembar(satu, ("70,5", 85)))
    nilai = list(satu.peserta.order_by("usulan_id").values_list("nilai_akhir", "peringkat"))
    assert [(str(n), p) for n, p in nilai] == [("75.25", 2), ("87.50", 1)]
    assert buka(staf, "juri_delete", luar.pk, data={}).status_code == 200
    assert satu.juri.count() == 2, "yang sudah menilai tidak dikeluarkan"
    hasil = buka(staf, "pemilihan_hasil", satu.pk, data={}).content.decode()
    assert "1 terpilih" in hasil
    satu.refresh_from_db()
    assert satu.status == "selesai"
    kalah, menang = (type(c).objects.select_related("langkah_kini", "pegawai__kini__opd").get(pk=c.pk) for c in calon)
    assert kalah.status == "selesai"
    main = Pemain(katalog.ambil("pns-berprestasi"), hari_ini)
    saat = iter(main.saat(6))
    while menang.status == "diproses":
        menang = main.satu_langkah(menang, next(saat))
    sk = Naskah.objects.get(usulan__usulan=menang)
    assert sk.data["pilih"] == {"nama": "Pemilihan uji", "peringkat": "1", "nilai": "87,50"}
    assert any("peringkat 1" in m for m in sk.data["menimbang"])
    punya = RiwayatPenghargaan.objects.get()
    assert (punya.pegawai_id, punya.jenis_id, punya.nama) == (menang.pegawai_id, "306", "Pemilihan uji, peringkat 1")
    umum = buka(orang.akun_ani, "pemilihan_detail", satu.pk).content.decode()
    assert "Calon Dua" in umum
    assert "Calon Satu" not in umum
    assert "87" not in umum


def test_nilai_sama_pada_batas_tidak_dipilihkan_portal(orang, satu, calon):
    buka(orang.akun_wulan, "juri_create", satu.pk, data={"nama": "Dr. Hartini", "unsur": "Universitas"})
    buka(orang.akun_wulan, "pemilihan_tutup", satu.pk, data={})
    satu.refresh_from_db()
    buka(orang.akun_wulan, "juri_nilai", Juri.objects.get().pk, data=lembar(satu, (80, 80)))
    isi = buka(orang.akun_wulan, "pemilihan_hasil", satu.pk, data={}).content.decode()
    assert "Nilai sama pada batas terpilih" in isi
    assert satu.peserta.filter(terpilih__isnull=True).count() == 2


def test_hanya_penyelenggara_yang_berbuat(orang, satu):
    assert buka(orang.akun_ani, "pemilihan_list").status_code == 200
    assert buka(orang.akun_ani, "pemilihan_create").status_code == 403
    assert buka(orang.akun_citra, "pemilihan_create").status_code == 403  # another subbid
    assert buka(orang.akun_wulan, "pemilihan_create").status_code == 200
    assert buka(orang.akun_citra, "pemilihan_tutup", satu.pk, data={}).status_code == 403


def test_formulir_pemilihan_menjaga_urutan_tanggalnya(orang, hari_ini):
    isi = {"tahun": 2027, "nama": "Baru", "pengumuman": "", "buka": "2027-03-10", "tutup": "2027-03-01", "wawancara": "2027-02-01",
           "terpilih": 2}  # fmt: skip
    jawab = buka(orang.akun_wulan, "pemilihan_create", data=isi)
    assert jawab.status_code == 422
    assert "Usul ditutup sebelum dibuka" in jawab.content.decode()
    buka(orang.akun_wulan, "pemilihan_create", data=isi | {"tutup": "2027-03-31", "wawancara": "2027-04-10"})
    satu = Pemilihan.objects.get()
    assert satu.status == "draf"
    assert "Isi pengumumannya" in buka(orang.akun_wulan, "pemilihan_buka", satu.pk, data={}).content.decode()
    assert buka(orang.akun_ani, "pemilihan_detail", satu.pk).status_code == 404


def test_draf_usulan_meminta_pemilihan_yang_dibuka(orang, hari_ini):
    usulan = mainkan("pns-berprestasi", orang.ani, {"pemilihan": "", "inovasi": "X"}, "draf")
    isi = masuk(Client(), orang.akun_budi).get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Tidak ada pemilihan yang usulannya dibuka" in isi
