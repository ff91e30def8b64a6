"""Aspek: the lists and workspaces of pangkat, pay, mutasi and karier at their full size, and what fills them."""

from datetime import date, timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from karier import potret
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Jabatan, ProfilKini
from layanan.pelaku import Pelaku
from mutasi import perbuatan
from tests.bench.ukur import jam

DAFTAR, LAPORAN = 60, 500  # ms
ANGGARAN_TALENTA = {10_000: 30.0}
BARIS_RANCANGAN = 40


def halaman(akun, jumlah, papan):
    """[(name, role, url, ms)] after the talent map of everybody is drawn and a rancangan of 40 people stands."""
    with jam() as j:
        potret.malam(timezone.localdate())
    papan.catat("peta talenta semua", jumlah, j.detik, "s", ANGGARAN_TALENTA.get(jumlah))
    lalu = f"?per={timezone.localdate().year - 1}-12-31"
    orang = ProfilKini.objects.filter(aktif=True, status="PNS").order_by("-pk").values_list("nip", flat=True).first()
    tanpa_isi = [
        ("kepangkatan:ujian_list", "kaban", DAFTAR), ("kepangkatan:angka_kredit_list", "kaban", LAPORAN),
        ("penggajian:gaji_list", "asn", DAFTAR), ("penggajian:kgb_list", "staf", DAFTAR),
        ("penggajian:perubahan_list", "staf", LAPORAN), ("penggajian:tanggungan_list", "staf", LAPORAN),
        ("penggajian:penghasilan_saya", "asn", DAFTAR), ("penggajian:tpp_list", "kaban", DAFTAR),
        ("penggajian:tpp_atur", "kaban", DAFTAR), ("penggajian:presensi_list", "staf", DAFTAR),
        ("mutasi:rancangan_list", "kaban", DAFTAR), ("karier:standar_list", "kaban", DAFTAR),
        ("karier:uji_list", "kaban", DAFTAR), ("karier:seleksi_list", "kaban", DAFTAR),
        ("karier:lowongan_list", "asn", DAFTAR), ("karier:kesenjangan_list", "kaban", LAPORAN),
        ("karier:kesenjangan_saya", "asn", DAFTAR), ("karier:jenjang_saya", "asn", LAPORAN),
        ("karier:talenta_list", "kaban", DAFTAR), ("karier:talenta_gerak", "kaban", LAPORAN),
        ("karier:suksesi_list", "kaban", LAPORAN), ("pengadaan:kebutuhan_list", "kaban", LAPORAN),
        ("pengadaan:abk_list", "kaban", DAFTAR), ("pengadaan:kontrak_list", "kaban", LAPORAN),
    ]  # fmt: skip
    isi = [(nama.split(":")[1], peran, reverse(nama), batas) for nama, peran, batas in tanpa_isi]
    isi += [
        (f"{apa} tanggal lampau", "kaban", reverse(nama) + lalu, LAPORAN)
        for apa, nama in (
            ("bezetting", "jabatan:bezetting_list"), ("jabatan kosong", "jabatan:kosong_list"),
            ("nominatif", "daftar:nominatif_list"), ("rekap", "daftar:rekap_list"),
        )
    ]  # fmt: skip
    rancangan = _rancangan(akun["kaban"])
    return [
        *isi,
        ("penghasilan_detail", "staf", reverse("penggajian:penghasilan_detail", args=[orang]), DAFTAR),
        ("rancangan_detail", "kaban", reverse("mutasi:rancangan_detail", args=[rancangan.pk]), LAPORAN),
        ("rancangan_pohon", "kaban", reverse("mutasi:rancangan_pohon", args=[rancangan.pk]), LAPORAN),
    ]


def _rancangan(kaban):
    """A draft pelantikan: pengawas moved around among each other's posts, a chain of vacancies."""
    kini = timezone.now()
    oleh = Pelaku(kaban, hitung_hak(kaban, per=timezone.localdate(kini), acuan=acuan_kini()), "127.0.0.1", kini)
    tmt = timezone.localdate(kini) + timedelta(days=30)
    rancangan = perbuatan.buat(
        nama="Rotasi pengawas", tmt=date(tmt.year, tmt.month, 1) + timedelta(days=31), oleh=oleh
    )
    pejabat = ProfilKini.objects.filter(aktif=True, jabatan__eselon_id__in=("IV.a", "IV.b")).select_related("pegawai")
    pejabat = list(pejabat.order_by("pk")[:BARIS_RANCANGAN])
    jabatan = Jabatan.objects.select_related("unit").in_bulk([k.jabatan_id for k in pejabat])
    for satu, tujuan in zip(pejabat, [*pejabat[1:], pejabat[0]], strict=True):
        baru = jabatan[tujuan.jabatan_id]
        perbuatan.tambah_baris(rancangan, pegawai=satu.pegawai, jabatan=baru, unit=baru.unit, oleh=oleh)
    return rancangan


def klien(akun):
    """{role: Client logged in}."""
    hasil = {}
    for peran, pengguna in akun.items():
        hasil[peran] = Client(SERVER_NAME="127.0.0.1")
        hasil[peran].force_login(pengguna, backend="kepegawaian.akun.NipBackend")
    return hasil
