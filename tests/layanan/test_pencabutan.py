"""Perubahan, pencabutan, pembatalan naskah lewat halaman: akibat balik pada riwayat, dua jam, kaitan dua arah."""

import io
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import (
    HubunganNaskah,
    Jejak,
    Naskah,
    NaskahPegawai,
    PejabatLuar,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPenghargaan,
    RiwayatTinggal,
)
from kepegawaian.profil import profil_satu, segarkan
from layanan import balik, katalog, naskah as modul_naskah
from layanan.models import LangkahUsulan, NaskahUsulan, Usulan
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import jabatan_kode, masuk, tambah

pytestmark = pytest.mark.django_db
HARI_INI = date.today()
TMT = HARI_INI.replace(day=1) - timedelta(days=1)
TMT = TMT.replace(day=1)  # the first of last month: the decree holds already
BERIKUT = (HARI_INI.replace(day=1) + timedelta(days=32)).replace(day=1)
MULAI_GAJI = tambah_bulan(BERIKUT, -40)  # MKG 8 years there is 11 years 4 months on BERIKUT
GAJI_IID_11 = 2933200  # PP 5/2024, lampiran: II/d, masa kerja 11 tahun
HALAMAN = ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban")
PELAKU = {"telaah": "citra", "periksa_kasubbid": "kasub", "periksa_kabid": "kabid", "persetujuan_kaban": "dewi",
          "penetapan": "citra", "tanda_tangan": "perekam", "serahkan": "citra"}  # fmt: skip


@pytest.fixture
@bersama
def kantor(orang):
    """The office people, a Bupati, and ani with a pay row that stood before."""
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Contoh Bupati", sejak=date(2025, 1, 1), dasar="uji"
    )
    tambah(orang.ani, "gaji", tmt=MULAI_GAJI, jenis="KGB", golongan_id="II/d", gaji_pokok=2700000, mkg_tahun=8)
    return orang


def terbit(pegawai, slug="kp-reguler", tmt=TMT, *, asal="register", kantor_luar="BUPATI", kantor=None, isian=None,
           nomor=None, data=None):  # fmt: skip
    """A signed naskah of a layanan as its own route leaves it; its rows are written by the caller or by ``terapkan``."""
    kini = timezone.now()
    usulan = Usulan.objects.create(
        nomor=f"US-U-{Usulan.objects.count() + 1}", layanan=slug, pegawai=pegawai, status="selesai", dibuat_pada=kini, selesai_pada=kini,
        isian=isian or {}, tmt=tmt,
    )  # fmt: skip
    LangkahUsulan.objects.create(
        usulan=usulan, urutan=1, kode="tanda_tangan", nama="Tanda tangan", aksi="tanda_tangan",
        kantor_luar="" if kantor else kantor_luar, jabatan=kantor, keadaan="selesai", masuk_pada=kini, selesai_pada=kini,
    )  # fmt: skip
    n = Naskah.objects.create(
        jenis="sk", perihal="Keputusan Kenaikan Pangkat" if slug == "kp-reguler" else "Pemberitahuan KGB", asal=asal,
        nomor=nomor or f"{'823' if slug == 'kp-reguler' else '822'}/9{usulan.pk}/413.207/{tmt.year}", tanggal=tmt,
        penetap="Bupati Lamongan", tahap="tercetak", dibuat_pada=kini, data=data or {},
    )  # fmt: skip
    n.berkas_sah.save("sah.pdf", pdf())
    n.tahap, n.status, n.ditandatangani_pada = "ditandatangani", "berlaku", kini
    n.save()
    np = NaskahPegawai.objects.create(
        naskah=n, pegawai=pegawai, tmt=tmt, diterapkan_pada=kini,
        data={"layanan": slug, "usulan": usulan.pk, "isian": {"tmt": tmt.isoformat(), **(isian or {})}},
    )  # fmt: skip
    NaskahUsulan.objects.create(usulan=usulan, naskah=n, langkah="penetapan")
    return np


def terbit_kp(pegawai, **lain):
    """II/d to III/a by the real effect of KP reguler: one row of pangkat, one of pay."""
    np = terbit(pegawai, isian={"golongan_baru": "III/a"}, **lain)
    with transaction.atomic():
        katalog.ambil("kp-reguler").terapkan(np)
    segarkan([pegawai.pk], per=HARI_INI)
    return np


def terbit_kgb(pegawai, tmt, gaji, tahun, **lain):
    np = terbit(pegawai, "kgb", tmt, **lain)
    tambah(pegawai, "gaji", tmt=tmt, jenis="KGB", golongan_id="II/d", gaji_pokok=gaji, mkg_tahun=tahun,
           naskah_pegawai=np, nomor_sk=np.naskah.nomor)  # fmt: skip
    return np


class Alur(SimpleNamespace):
    """One usulan through the pages, by the holder of each step."""

    def mulai(self, slug, np, siapa="citra", **isian):
        klien = masuk(self.client, getattr(self.orang, f"akun_{siapa}"))
        url = reverse("layanan:naskah_tindak", args=[np.naskah_id, slug]) + f"?nip={np.pegawai.nip}"
        dasar = {"naskah": np.naskah_id, "alasan": "substansi", "uraian": "masa kerja keliru dihitung",
                 "ditemukan": HARI_INI.isoformat()}  # fmt: skip
        jawab = klien.post(url, dasar | isian)
        self.jawab = jawab
        self.usulan = Usulan.objects.filter(layanan=slug, pegawai=np.pegawai).order_by("-id").first()
        return jawab

    def pos(self, kode, siapa, **isi):
        klien = masuk(self.client, getattr(self.orang, f"akun_{siapa}"))
        self.usulan.refresh_from_db()
        jawab = klien.post(
            reverse(f"layanan:usulan_{kode}", args=[self.usulan.nomor]), {"versi": self.usulan.versi_baris, **isi}
        )
        self.usulan.refresh_from_db()
        self.pesan = [str(m) for m in get_messages(jawab.wsgi_request)]
        return jawab

    def sampai_tanda_tangan(self, **periksa):
        self.pos("ajukan", "citra")
        assert self.usulan.status == "diproses", self.pesan
        for kode in HALAMAN:
            assert self.usulan.langkah_kini.kode == kode, self.pesan
            catatan = {
                f"periksa_{h['kode']}": "sudah dilihat"
                for h in self.usulan.hasil_syarat
                if h["jawaban"] == "perlu_diperiksa"
            }
            self.pos("setujui", PELAKU[kode], **(catatan if kode == "telaah" else {}))
        self.pos("tetapkan", "citra")
        assert self.usulan.langkah_kini.kode == "tanda_tangan", self.pesan
        n = Naskah.objects.get(usulan__usulan=self.usulan)
        assert modul_naskah.cetak(n.pk)
        n.refresh_from_db()
        return n

    def sahkan(self):
        n = self.sampai_tanda_tangan()
        self.pos("sahkan", "perekam", berkas=pdf())
        n.refresh_from_db()
        assert n.tahap == "ditandatangani", self.pesan
        segarkan([self.usulan.pegawai_id], per=HARI_INI)
        return n


@pytest.fixture
def jalan(client, kantor):
    return Alur(client=client, orang=kantor)


def teks_pdf(n):
    with n.berkas_cetak.open("rb") as berkas:
        return " ".join(" ".join(h.extract_text() for h in PdfReader(io.BytesIO(berkas.read())).pages).split())


def semua_profil(pegawai, saat):
    """What was known at ``saat`` about dates before, on and after the decree."""
    return [
        profil_satu(pegawai.pk, per=per, sepengetahuan=saat)
        for per in (date(2020, 1, 1), TMT - timedelta(days=1), TMT, HARI_INI, BERIKUT)
    ]


# ── pencabutan ───────────────────────────────────────────────────────────────────────────────────────


def test_pencabutan_mengakhiri_sejak_tanggalnya_dan_dua_jam_tetap_menjawab(jalan):
    ani = jalan.orang.ani
    np = terbit_kp(ani)
    saat = timezone.now()
    sebelum = semua_profil(ani, saat)
    baris_lama = {m: m.objects.filter(pegawai=ani).count() for m in (RiwayatPangkat, RiwayatGaji)}
    assert profil_satu(ani.pk, per=HARI_INI).golongan == "III/a"
    jawab = jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    assert jawab.status_code == 302
    n = jalan.sahkan()

    np.naskah.refresh_from_db()
    assert (np.naskah.status, np.naskah.digantikan_oleh_id) == ("dicabut", n.pk)
    kait = HubunganNaskah.objects.get()
    assert (kait.baru_id, kait.lama_id, kait.isi_id, kait.jenis, kait.tmt) == (
        n.pk,
        np.naskah_id,
        np.pk,
        "cabut",
        BERIKUT,
    )
    # Before the date of revocation the rank held, also as known today; from it on the old one holds again.
    assert profil_satu(ani.pk, per=BERIKUT - timedelta(days=1)).golongan == "III/a"
    nanti = profil_satu(ani.pk, per=BERIKUT)
    assert (nanti.golongan, nanti.gaji_tercatat, nanti.sk_pangkat_nomor) == ("II/d", GAJI_IID_11, n.nomor)
    assert nanti.mkg_dekret == 11 * 12 + 4  # it ran on meanwhile
    # The other clock: exactly what was known before.
    assert semua_profil(ani, saat) == sebelum
    # Rows were added, none marked batal or changed.
    for model, jumlah in baris_lama.items():
        assert model.objects.filter(pegawai=ani).count() == jumlah + 1
        assert not model.objects.filter(pegawai=ani, dibatalkan_pada__isnull=False).exists()
    assert Jejak.objects.filter(objek="naskah", objek_id=np.naskah_id, aksi="naskah_cabut").count() == 1


def test_keputusan_pencabutan_tercetak_lengkap_dan_bernomor_pada_deret_semula(jalan):
    np = terbit_kp(jalan.orang.ani)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    n = jalan.sampai_tanda_tangan()
    assert n.nomor == f"823/1/413.207/{HARI_INI.year}"
    isi = teks_pdf(n)
    for kalimat in (
        "KEPUTUSAN BUPATI LAMONGAN",
        f"PENCABUTAN KEPUTUSAN NOMOR {np.naskah.nomor}",
        "terdapat cacat substansi",
        "yaitu masa kerja keliru dihitung",
        "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan",
        "MEMUTUSKAN",
        f"Mencabut Keputusan Bupati Lamongan Nomor {np.naskah.nomor}",
        "gaji pokok kembali menjadi Rp2.933.200",
        "Tembusan",
    ):
        assert kalimat in isi, kalimat
    with n.berkas_cetak.open("rb") as berkas:
        assert len(PdfReader(berkas).pages) == 1


@pytest.mark.parametrize(
    ("kode", "baris"),
    [
        ("KEPALA-DISDIK", ["a.n. BUPATI LAMONGAN", "Kepala Dinas Pendidikan"]),
        ("KEPALA-BKPSDM", ["a.n. BUPATI LAMONGAN"]),  # the office signs now that then stood under u.b.
    ],
)
def test_yang_terbit_atas_nama_dicabut_atas_nama_yang_sama(jalan, kode, baris):
    kantor = jabatan_kode(kode)
    asal = {"tanda_tangan": {"baris": ["a.n. BUPATI LAMONGAN", "Plt. Kepala Dinas Pendidikan"]}}
    np = terbit_kgb(jalan.orang.ani, TMT, 2800000, 10, kantor=kantor, data=asal)
    segarkan([jalan.orang.ani.pk], per=HARI_INI)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    n = jalan.sampai_tanda_tangan()
    tanda = n.data["tanda_tangan"]
    assert tanda["baris"] == [*baris[:1], kantor.nama]
    assert (tanda["atas_nama"], n.data["judul"]) == ("BUPATI LAMONGAN", "KEPUTUSAN BUPATI LAMONGAN")
    assert tanda["kantor_luar"] == ""


def test_halaman_menyebut_kaitan_dari_dua_arah(jalan, client):
    np = terbit_kp(jalan.orang.ani)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    n = jalan.sahkan()
    client.logout()
    lama = client.get(reverse("layanan:verifikasi", args=[np.naskah.token])).content.decode()
    assert "Dicabut oleh" in lama
    assert n.nomor in lama
    baru = client.get(reverse("layanan:verifikasi", args=[n.token])).content.decode()
    assert "Mencabut" in baru
    assert np.naskah.nomor in baru
    assert "Ani" not in lama + baru
    masuk(client, jalan.orang.akun_citra)
    for url, kata in (
        (reverse("layanan:naskah_detail", args=[np.naskah_id]), f"Dicabut oleh {n.nomor}"),
        (reverse("layanan:naskah_detail", args=[n.pk]), f"Mencabut {np.naskah.nomor}"),
    ):
        assert kata in client.get(url).content.decode()
    daftar = client.get(reverse("layanan:naskah_list")).content.decode()
    assert "dicabut oleh" in daftar
    assert "mencabut" in daftar
    usulan = client.get(reverse("layanan:usulan_detail", args=[jalan.usulan.nomor])).content.decode()
    assert "Mencabut <a" in usulan
    riwayat = client.get(reverse("kepegawaian:riwayat_list", args=[np.pegawai.nip, "pangkat"])).content.decode()
    assert f"dicabut oleh nomor {n.nomor}" in riwayat
    drh = client.get(reverse("kepegawaian:drh_detail", args=[np.pegawai.nip])).content.decode()
    assert f"dicabut oleh nomor {n.nomor}" in drh


def test_pencabutan_sebelum_naskahnya_mulai_meniadakan_barisnya(jalan):
    ani = jalan.orang.ani
    np = terbit_kp(ani, tmt=BERIKUT)
    saat = timezone.now()
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.sahkan()
    assert profil_satu(ani.pk, per=BERIKUT).golongan == "II/d"
    assert profil_satu(ani.pk, per=BERIKUT, sepengetahuan=saat).golongan == "III/a"
    assert RiwayatPangkat.objects.get(naskah_pegawai=np).dibatalkan_sebab.startswith(
        "Dicabut Keputusan Pencabutan 823/1/"
    )


def test_masa_dipersingkat_peristiwa_batal_jabatan_kembali(jalan):
    ani = jalan.orang.ani
    np = terbit(ani)
    tambah(ani, "tinggal", tmt=TMT, jenis="CLTN", naskah_pegawai=np)
    tambah(ani, "penghargaan", tmt=TMT, jenis_id=_penghargaan(), nama="SATYA", naskah_pegawai=np)
    tambah(ani, "jabatan", tmt=TMT, jabatan=jabatan_kode("KEPALA-SUB13"), naskah_pegawai=np)
    lama = profil_satu(ani.pk, per=TMT - timedelta(days=1)).jabatan
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.sahkan()
    cltn = RiwayatTinggal.objects.get(pegawai=ani, dibatalkan_pada__isnull=True)
    assert (cltn.tmt, cltn.sampai, RiwayatTinggal.objects.filter(pegawai=ani).count()) == (
        TMT,
        BERIKUT - timedelta(days=1),
        2,
    )
    assert not RiwayatPenghargaan.objects.filter(pegawai=ani, dibatalkan_pada__isnull=True).exists()
    assert RiwayatJabatan.objects.filter(pegawai=ani, dibatalkan_pada__isnull=False).count() == 0
    assert profil_satu(ani.pk, per=BERIKUT).jabatan == lama
    assert profil_satu(ani.pk, per=HARI_INI).jabatan != lama


def _penghargaan():
    from kepegawaian.models import JenisPenghargaan  # noqa: PLC0415 - only here

    return JenisPenghargaan.objects.values_list("pk", flat=True).first()


def test_yang_tidak_punya_keadaan_sebelumnya_ditolak_tanpa_mengubah_apa_pun(jalan):
    eko = jalan.orang.eko
    RiwayatJabatan.objects.filter(pegawai=eko).update(dibatalkan_pada=timezone.now())
    np = terbit(eko)
    tambah(eko, "jabatan", tmt=TMT, jabatan=jabatan_kode("KEPALA-SUB13"), naskah_pegawai=np)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    n = jalan.sampai_tanda_tangan()
    jalan.pos("sahkan", "perekam", berkas=pdf())
    assert "tidak ada yang dapat dipulihkan" in jalan.pesan[-1]
    n.refresh_from_db()
    np.naskah.refresh_from_db()
    assert (n.tahap, np.naskah.status, HubunganNaskah.objects.count()) == ("tercetak", "berlaku", 0)


# ── pembatalan ───────────────────────────────────────────────────────────────────────────────────────


def test_pembatalan_seakan_tidak_pernah_ada_dan_yang_digeser_kembali(jalan):
    ani = jalan.orang.ani
    geser = tambah(ani, "gaji", tmt=TMT, jenis="KGB", golongan_id="II/d", gaji_pokok=2800000, mkg_tahun=10)
    np = terbit_kp(ani)
    geser.refresh_from_db()
    assert geser.dibatalkan_naskah_id == np.pk
    saat = timezone.now()
    sebelum = semua_profil(ani, saat)
    jalan.mulai("pembatalan-naskah", np, alasan="wewenang", cara="surut")
    n = jalan.sahkan()
    kini = profil_satu(ani.pk, per=TMT)
    assert (kini.golongan, kini.gaji_tercatat, kini.tmt_gaji) == ("II/d", 2800000, TMT)
    assert semua_profil(ani, saat) == sebelum
    baris = RiwayatPangkat.objects.get(naskah_pegawai=np)
    assert baris.dibatalkan_pada is not None
    assert baris.dibatalkan_oleh_id == jalan.orang.akun_perekam.pk
    assert (baris.dibatalkan_naskah.naskah_id, n.nomor in baris.dibatalkan_sebab) == (n.pk, True)
    kembali = RiwayatGaji.objects.get(pegawai=ani, tmt=TMT, dibatalkan_pada__isnull=True)
    assert kembali.pk != geser.pk
    assert (kembali.batch_id, kembali.naskah_pegawai_id) == (geser.batch_id, None)
    np.naskah.refresh_from_db()
    assert np.naskah.status == "dibatalkan"
    kait = np.naskah.dikenai.get()
    assert (kait.jenis, kait.tmt, kait.kata_pasif) == ("batal", TMT, "Dibatalkan oleh")


def test_cacat_wewenang_wajib_surut_dan_cacat_lain_berakhir_sejak_dibatalkan(jalan):
    """UU 30/2014 Pasal 70 ayat (2) dan Pasal 71 ayat (2)."""
    ani = jalan.orang.ani
    np = terbit_kp(ani)
    jalan.mulai("pembatalan-naskah", np, alasan="wewenang", cara="sejak")
    jalan.pos("ajukan", "citra")
    assert jalan.usulan.status == "draf"
    assert "CBT-07" in jalan.pesan[-1]
    jalan.pos("update", "citra", naskah=np.naskah_id, alasan="prosedur", uraian="tanpa pertek", cara="sejak",
              ditemukan=HARI_INI.isoformat())  # fmt: skip
    jalan.sahkan()
    assert profil_satu(ani.pk, per=HARI_INI - timedelta(days=1)).golongan == "III/a"
    assert profil_satu(ani.pk, per=HARI_INI).golongan == "II/d"


# ── perubahan ────────────────────────────────────────────────────────────────────────────────────────


def test_perubahan_menulis_nilai_yang_benar_dan_naskah_tetap_berlaku(jalan):
    ani = jalan.orang.ani
    np = terbit_kgb(ani, TMT, 2750000, 9)
    saat = timezone.now()
    sebelum = semua_profil(ani, saat)
    benar = tambah_bulan(TMT, -1)
    jalan.mulai(
        "perubahan-naskah",
        np,
        alasan="redaksional",
        tmt=benar.isoformat(),
        mkg_tahun="10",
        mkg_bulan="0",
        gaji_pokok="2888000",
    )
    n = jalan.sahkan()
    lama = RiwayatGaji.objects.get(naskah_pegawai=np)
    assert lama.dibatalkan_pada is not None
    baru = RiwayatGaji.objects.get(pegawai=ani, dibatalkan_naskah__isnull=True, naskah_pegawai__naskah=n)
    assert (baru.tmt, baru.gaji_pokok, baru.mkg_tahun, baru.jenis, baru.nomor_sk) == (
        benar,
        2888000,
        10,
        "KGB",
        n.nomor,
    )
    assert profil_satu(ani.pk, per=benar).gaji_tercatat == 2888000
    assert semua_profil(ani, saat) == sebelum
    np.naskah.refresh_from_db()
    assert np.naskah.status == "diubah"
    assert "gaji pokok semula Rp2.750.000 menjadi Rp2.888.000" in teks_pdf(n)


def test_perubahan_pada_kp_memperbaiki_pertek_tanpa_mengubah_golongan(jalan):
    ani = jalan.orang.ani
    np = terbit_kp(ani)
    lama = RiwayatPangkat.objects.get(naskah_pegawai=np)
    jalan.mulai(
        "perubahan-naskah",
        np,
        alasan="konsideran",
        tmt=TMT.isoformat(),
        nomor_pertek="PG-2",
        tanggal_pertek=TMT.isoformat(),
    )
    jalan.sahkan()
    baru = RiwayatPangkat.objects.get(pegawai=ani, tmt=TMT, dibatalkan_pada__isnull=True)
    assert (baru.golongan_id, baru.nomor_pertek, baru.tanggal_pertek) == ("III/a", "PG-2", TMT)
    assert (baru.mkg_tahun, baru.mkg_bulan, baru.jenis_kp_id) == (lama.mkg_tahun, lama.mkg_bulan, lama.jenis_kp_id)


def test_tanpa_data_yang_berbeda_perubahan_tidak_dapat_diajukan(jalan):
    np = terbit_kgb(jalan.orang.ani, TMT, 2750000, 9)
    jalan.mulai("perubahan-naskah", np, alasan="redaksional", tmt=TMT.isoformat(), gaji_pokok="2750000")
    jalan.pos("ajukan", "citra")
    assert "CBT-06: Belum ada data yang diperbaiki." in jalan.pesan[-1]


def test_naskah_yang_sudah_diubah_dapat_dicabut_beserta_perbaikannya(jalan):
    ani = jalan.orang.ani
    np = terbit_kgb(ani, TMT, 2750000, 9)
    jalan.mulai("perubahan-naskah", np, alasan="redaksional", tmt=TMT.isoformat(), gaji_pokok="2888000")
    ubah = jalan.sahkan()
    jalan.pos("setujui", "citra")
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.sahkan()
    assert profil_satu(ani.pk, per=HARI_INI).gaji_tercatat == 2888000
    assert profil_satu(ani.pk, per=BERIKUT).gaji_tercatat == GAJI_IID_11
    ubah.refresh_from_db()
    np.naskah.refresh_from_db()
    assert (ubah.status, np.naskah.status) == ("dicabut", "dicabut")


# ── what rests on it, and who may ────────────────────────────────────────────────────────────────────


def test_naskah_sesudahnya_disebut_dahulu_lalu_ditandai(jalan, client):
    ani = jalan.orang.ani
    np = terbit_kp(ani, tmt=tambah_bulan(TMT, -6))
    kgb = terbit_kgb(ani, TMT, 2900000, 11)
    masuk(client, jalan.orang.akun_citra)
    url = reverse("layanan:naskah_tindak", args=[np.naskah_id, "pencabutan-naskah"])
    halaman = client.get(url, {"nip": ani.nip}).content.decode()
    assert "Akan berdampak pada" in halaman
    assert kgb.naskah.nomor in halaman
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    assert kgb.naskah.nomor in client.get(reverse("layanan:usulan_detail", args=[jalan.usulan.nomor])).content.decode()
    jalan.sahkan()
    kgb.refresh_from_db()
    assert (
        kgb.perlu_ditinjau
        == f"Keputusan Kenaikan Pangkat {np.naskah.nomor} dicabut oleh nomor 823/1/413.207/{HARI_INI.year}"
    )
    # The pay of the later KGB stands: a later naskah has ended that of the revoked one already.
    assert profil_satu(ani.pk, per=BERIKUT).gaji_tercatat == 2900000


def test_naskah_sejenis_sesudahnya_menolak_kecuali_ditegaskan(jalan):
    ani = jalan.orang.ani
    np = terbit_kgb(ani, tambah_bulan(TMT, -24), 2750000, 9)
    terbit_kgb(ani, TMT, 2900000, 11)
    jalan.mulai("pembatalan-naskah", np, alasan="wewenang", cara="surut")
    jalan.pos("ajukan", "citra")
    assert "CBT-05" in jalan.pesan[-1]
    assert jalan.usulan.status == "draf"
    jalan.pos("update", "citra", naskah=np.naskah_id, alasan="wewenang", uraian="salah pejabat", cara="surut",
              ditemukan=HARI_INI.isoformat(), tegaskan="KGB berikutnya dihitung dari MKG yang benar")  # fmt: skip
    jalan.pos("ajukan", "citra")
    assert jalan.usulan.status == "diproses", jalan.pesan
    periksa = [h["kode"] for h in jalan.usulan.hasil_syarat if h["jawaban"] == "perlu_diperiksa"]
    assert periksa == ["CBT-05"]


def test_naskah_yang_sudah_jatuh_tidak_dicabut_dua_kali(jalan):
    ani = jalan.orang.ani
    np = terbit_kp(ani)
    jalan.mulai("pembatalan-naskah", np, alasan="wewenang", cara="surut")
    jalan.sampai_tanda_tangan()
    kedua = jalan.usulan
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.sahkan()
    jumlah = RiwayatPangkat.objects.filter(pegawai=ani).count()
    jalan.usulan = kedua
    jalan.pos("sahkan", "perekam", berkas=pdf())
    assert jalan.pesan[-1] == "Naskah semula sudah dicabut atau dibatalkan oleh naskah lain."
    assert HubunganNaskah.objects.count() == 1
    assert RiwayatPangkat.objects.filter(pegawai=ani).count() == jumlah
    assert jalan.usulan.status == "diproses"


@pytest.mark.parametrize(
    ("siapa", "jawab"), [("citra", 200), ("cici", 200), ("kasub", 403), ("budi", 403), ("ani", 403), ("itwas", 403)]
)
def test_hanya_staf_subbidang_pemilik_yang_memulai(kantor, client, siapa, jawab):
    np = terbit_kp(kantor.ani)
    masuk(client, getattr(kantor, f"akun_{siapa}"))
    url = reverse("layanan:naskah_tindak", args=[np.naskah_id, "pencabutan-naskah"])
    assert client.get(url).status_code == jawab
    rinci = client.get(reverse("layanan:naskah_detail", args=[np.naskah_id]))
    assert rinci.status_code == 200
    assert ("Cabut naskah ini" in rinci.content.decode()) == (jawab == 200)


def test_naskah_dari_luar_kabupaten_tidak_dicabut_di_sini(jalan, client):
    np = terbit_kp(jalan.orang.ani, asal="luar", nomor="823.4/1/204.3/2026")
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.pos("ajukan", "citra")
    assert "CBT-03" in jalan.pesan[-1]
    assert "Cabut naskah ini" not in client.get(reverse("layanan:naskah_detail", args=[np.naskah_id])).content.decode()


def test_layanan_ini_tidak_dimulai_dari_katalog(kantor, client):
    masuk(client, kantor.akun_citra)
    jawab = client.get(reverse("layanan:usulan_create", args=["pencabutan-naskah"]))
    assert jawab.url == reverse("layanan:naskah_list")
    halaman = client.get(reverse("layanan:katalog_detail", args=["pencabutan-naskah"])).content.decode()
    assert "Pilih naskahnya" in halaman
    assert "Staf subbidang pemilik naskah semula" in halaman


def test_isian_tidak_dapat_menunjuk_naskah_orang_lain(jalan):
    np = terbit_kp(jalan.orang.ani)
    lain = terbit(jalan.orang.eko)
    jawab = jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat(), naskah=lain.naskah_id)
    assert jawab.status_code == 422
    assert jalan.usulan is None


def test_kaitan_naskah_tidak_dapat_diubah_atau_dihapus(jalan):
    np = terbit_kp(jalan.orang.ani)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    jalan.sahkan()
    for ubah in (lambda: HubunganNaskah.objects.update(jenis="ubah"), lambda: HubunganNaskah.objects.all().delete()):
        with pytest.raises(Exception, match="hanya boleh ditambah"), transaction.atomic():
            ubah()


def test_halaman_tetap_dua_belas_kueri(jalan, client):
    np = terbit_kp(jalan.orang.ani)
    for i in range(3):
        terbit_kgb(jalan.orang.ani, tambah_bulan(BERIKUT, i), 2900000 + i, 11)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    masuk(client, jalan.orang.akun_citra)
    client.get(reverse("layanan:katalog_list"))
    for url in (
        reverse("layanan:naskah_detail", args=[np.naskah_id]),
        reverse("layanan:naskah_list"),
        reverse("layanan:verifikasi", args=[np.naskah.token]),
    ):
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(url).status_code == 200
        assert len(kueri) <= 12, "\n".join(q["sql"].split("FROM")[-1][:120] for q in kueri)


def test_layanan_baru_mendapat_akibat_balik_tanpa_menulisnya(layanan_uji, kantor):
    """The default of ``Layanan.batalkan_akibat`` serves a service that declares nothing of it."""
    np, semula = terbit(kantor.ani, "uji-mesin"), profil_satu(kantor.ani.pk, per=HARI_INI).unit
    tambah(kantor.ani, "unit", tmt=TMT, unit_id=kantor.eko.kini.unit_id, naskah_pegawai=np)
    baru = terbit(kantor.ani, "pencabutan-naskah", BERIKUT, isian={"naskah": np.naskah_id})
    with transaction.atomic():
        layanan_uji.batalkan_akibat(np, baru, cara="sejak", tmt=BERIKUT)
    assert profil_satu(kantor.ani.pk, per=HARI_INI).unit_id == kantor.eko.kini.unit_id
    assert profil_satu(kantor.ani.pk, per=BERIKUT).unit == semula
    assert balik.rantai(np) == [np.pk]
