"""Halaman: server time, queries and size of every page a role opens often, in process, templates cached."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Pegawai
from layanan import katalog
from layanan.models import Usulan
from tata_kelola.demo.panggung import Sutradara, layak
from tests.bench.ukur import ulang

KALI = 40
DAFTAR = ("pegawai_list", "pegawai_cari", "pegawai_saring", "pegawai_urut", "usulan_list", "kotak", "jatuh_tempo")


def isi_usulan(akun):
    """A few usulan through ``alur``: the bench pages need one to open."""
    from kepegawaian.models import ProfilKini  # noqa: PLC0415 - keeps the import list of the pages short

    hari_ini = timezone.localdate()
    kgb = katalog.ambil("kgb")
    calon = ProfilKini.objects.filter(aktif=True, status="PNS", opd__kode="DISDIK").order_by("pk")
    sutradara = Sutradara(kgb, hari_ini, cetak=False)
    for pegawai, sampai in zip(layak(kgb, calon, hari_ini, 3), ("verifikasi_bkd",) * 3, strict=False):
        sutradara.mainkan(pegawai, sampai)


def alamat(akun):
    """[(name, role, url)] of the measured pages."""
    asn = akun["asn"].nama_pengguna
    usulan = Usulan.objects.order_by("pk").first()
    lain = Pegawai.objects.filter(kini__aktif=True).order_by("-pk").values_list("nip", flat=True).first()
    daftar = [
        ("beranda ASN", "asn", reverse("tata_kelola:beranda")),
        ("data saya", "asn", reverse("kepegawaian:pegawai_detail", args=[asn])),
        ("riwayat pangkat", "asn", reverse("kepegawaian:riwayat_list", args=[asn, "pangkat"])),
        ("indeks saya", "asn", reverse("indeks:pegawai_detail", args=[asn])),
        ("beranda operator", "operator", reverse("tata_kelola:beranda")),
        ("beranda staf", "staf", reverse("tata_kelola:beranda")),
        ("beranda kaban", "kaban", reverse("tata_kelola:beranda")),
        ("kotak", "staf", reverse("layanan:kotak_list")),
        ("usulan_list", "staf", reverse("layanan:usulan_list")),
        ("usulan_detail", "staf", reverse("layanan:usulan_detail", args=[usulan.nomor])),
        ("pegawai_list", "staf", reverse("kepegawaian:pegawai_list")),
        ("pegawai_cari", "staf", reverse("kepegawaian:pegawai_list") + "?q=siti"),
        ("pegawai_saring", "staf", reverse("kepegawaian:pegawai_list") + "?jenis_jabatan=pelaksana&golongan=III%2Fb"),
        ("pegawai_urut", "staf", reverse("kepegawaian:pegawai_list") + "?urut=-nama&halaman=3"),
        ("pegawai_detail", "staf", reverse("kepegawaian:pegawai_detail", args=[lain])),
        ("cari", "staf", reverse("tata_kelola:cari") + "?q=santoso"),
        ("unit", "staf", reverse("kepegawaian:unit_list")),
        ("katalog", "asn", reverse("layanan:katalog_list")),
        ("kp-reguler", "asn", reverse("layanan:katalog_detail", args=["kp-reguler"])),
        ("peta kp-reguler", "kaban", reverse("layanan:peta_detail", args=["kp-reguler"])),
        ("peta proses", "kaban", reverse("layanan:peta_list")),
        ("nominatif kgb", "staf", reverse("layanan:nominatif_list", args=["kgb"])),
        ("jatuh_tempo", "staf", reverse("indeks:jatuh_tempo_list")),
        ("nominatif pensiun", "staf", reverse("pensiun:nominatif_list")),
        ("proyeksi pensiun", "kaban", reverse("pensiun:proyeksi_list")),
        ("perkiraan pensiun", "asn", reverse("pensiun:perkiraan_saya")),
        ("indeks ringkasan", "kaban", reverse("indeks:ringkasan")),
        ("naskah_list", "staf", reverse("layanan:naskah_list")),
        ("impor_list", "staf", reverse("kepegawaian:impor_list")),
        ("regulasi", "asn", reverse("tata_kelola:regulasi_list")),
    ]
    return daftar


# Reports and what-if: up to half a second (desain §9).
LAPORAN = {"proyeksi pensiun", "perkiraan pensiun", "indeks ringkasan", "unit", "peta kp-reguler", "peta proses"}


def ukur(akun, jumlah, papan):
    """Measures every page; returns {name: median ms} and {name: queries}."""
    klien = {}
    for peran, pengguna in akun.items():
        klien[peran] = Client(SERVER_NAME="127.0.0.1")
        klien[peran].force_login(pengguna, backend="kepegawaian.akun.NipBackend")
    median, kueri = {}, {}
    for nama, peran, url in alamat(akun):
        jawab = klien[peran].get(url)
        if jawab.status_code != 200:
            papan.catat(f"{nama}: jawaban", jumlah, jawab.status_code, "kode", 200)
            continue
        with CaptureQueriesContext(connection) as tangkap:
            klien[peran].get(url)
        kueri[nama] = len(tangkap)  # now: the next request empties the log
        median[nama], p95 = ulang(lambda k=klien[peran], u=url: k.get(u), KALI)
        papan.catat(f"{nama}: p95", jumlah, p95, "ms", 500 if nama in LAPORAN else 60, f"median {median[nama]:.1f}")
        papan.catat(f"{nama}: queries", jumlah, kueri[nama], "", 12)
        papan.catat(f"{nama}: HTML", jumlah, len(jawab.content) / 1024, "KB", 60)
    return median, kueri
