"""Aspek: the lists and workspaces of pangkat, pay, mutasi and karier at their full size, and what fills them."""

from datetime import date, timedelta

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from diklat.pengembangan import dampak, kebutuhan
from eperformance import periode, siklus
from eperformance.models import IndikatorPohon, PeriodeKinerja, Pohon
from eperformance.pohon import muat, portal
from karier import potret
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Jabatan, ProfilKini
from layanan.pelaku import Pelaku
from mutasi import perbuatan
from tata_kelola import potret as potret_bulan
from tests.bench.ukur import jam

DAFTAR, LAPORAN = 60, 500  # ms
ANGGARAN_TALENTA = {10_000: 30.0}
ANGGARAN_KEBUTUHAN, ANGGARAN_DAMPAK = {10_000: 20.0}, {10_000: 60.0}
ANGGARAN_DRAF, ANGGARAN_POHON = {10_000: 60.0}, {10_000: 10.0}
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
        ("diklat:kegiatan_list", "kaban", DAFTAR), ("diklat:mandiri_list", "kaban", DAFTAR),
        ("diklat:tugas_belajar_list", "kaban", DAFTAR), ("diklat:kebutuhan_list", "operator", DAFTAR),
        ("diklat:kebutuhan_list", "kaban", DAFTAR), ("diklat:evaluasi_program", "kaban", LAPORAN),
        ("diklat:pengembangan_saya", "asn", DAFTAR), ("diklat:kalender", "asn", DAFTAR),
        *((f"tata_kelola:{n}", "kaban", LAPORAN) for n in (
            "dasbor", "aspek_list", "kepatuhan_list", "kepatuhan_langkah", "tinjauan_list", "risiko_list", "anggaran_list",
            "proses_bisnis", "bagan", "laporan_list", "sarana_list", "barang_kebutuhan",
        )),
        ("indeks:kualitas", "kaban", LAPORAN), ("indeks:generasi_a", "kaban", LAPORAN),
    ]  # fmt: skip
    isi = [(nama.split(":")[1], peran, reverse(nama), batas) for nama, peran, batas in tanpa_isi]
    potret_bulan.buat_malam(acuan_kini(), timezone.localdate())  # what open data are read from
    isi += [
        ("data terbuka CSV", "asn", reverse("tata_kelola:terbuka_download", args=["opd-jabatan"]), DAFTAR),
        ("kenapa angka ini", "kaban", reverse("tata_kelola:angka_detail", args=["golongan"]), LAPORAN),
    ]
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
        *_kebutuhan(papan, jumlah),
        *_pohon(papan, jumlah),
        *_kinerja(jumlah, papan),
        ("penghasilan_detail", "staf", reverse("penggajian:penghasilan_detail", args=[orang]), DAFTAR),
        ("rancangan_detail", "kaban", reverse("mutasi:rancangan_detail", args=[rancangan.pk]), LAPORAN),
        ("rancangan_pohon", "kaban", reverse("mutasi:rancangan_pohon", args=[rancangan.pk]), LAPORAN),
    ]


def _kebutuhan(papan, jumlah):
    """The training needs of everybody and what the years' trainings came to, as the night counts them; then their reports."""
    hari_ini = timezone.localdate()
    with jam() as j:
        kebutuhan.hitung(hari_ini)
    papan.catat("kebutuhan pelatihan semua", jumlah, j.detik, "s", ANGGARAN_KEBUTUHAN.get(jumlah))
    with jam() as j:
        dampak.hitung(hari_ini)
    papan.catat("dampak pelatihan enam tahun", jumlah, j.detik, "s", ANGGARAN_DAMPAK.get(jumlah))
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE diklat_kebutuhanpegawai")
    daftar = reverse("diklat:kebutuhan_list")
    return [
        ("kebutuhan JP kurang", "kaban", f"{daftar}?butuh=jp&halaman=3", DAFTAR),
        ("kebutuhan menurut OPD", "kaban", f"{daftar}?tampil=opd", LAPORAN),
        ("usulan rencana pelatihan", "kaban", f"{daftar}?tampil=rencana", LAPORAN),
    ]


def _pohon(papan, jumlah):
    """The tree of this year with SKP of everybody beside it, and the time the portal takes to count its values."""
    hari_ini = timezone.localdate()
    tahun = hari_ini.year
    kalender, _ = PeriodeKinerja.objects.get_or_create(tahun=tahun, defaults=periode.bawaan(tahun))
    with jam() as j, transaction.atomic():
        siklus.buka_banyak(kalender, None, pada=timezone.now())
    papan.catat("draf SKP semua", jumlah, j.detik, "s", ANGGARAN_DRAF.get(jumlah))
    pohon, _ = muat.muat(tahun)
    Pohon.objects.filter(pk=pohon.pk).update(status="berlaku")
    with jam() as j:
        portal.malam(hari_ini + timedelta(days=1))
    papan.catat("nilai pohon kinerja", jumlah, j.detik, "s", ANGGARAN_POHON.get(jumlah))
    jp = IndikatorPohon.objects.get(simpul__pohon=pohon, sumber="jp_per_asn")
    return [
        ("pohon_detail", "kaban", reverse("eperformance:pohon_detail", args=[tahun]) + "?buka=semua", LAPORAN),
        ("indikator_detail", "kaban", reverse("eperformance:indikator_detail", args=[jp.pk]), LAPORAN),
        ("indikator_daftar", "kaban", reverse("eperformance:indikator_daftar", args=[jp.pk]), LAPORAN),
    ]


KINERJA_SQL = """
    UPDATE eperformance_skp SET ditetapkan_pada = now(), status = (ARRAY['draf', 'diajukan', 'ditetapkan', 'ditetapkan',
        'ditetapkan', 'dikembalikan', 'ditetapkan', 'ditetapkan'])[id %% 8 + 1] WHERE periode_id = %(periode)s;
    INSERT INTO eperformance_evaluasi (skp_id, jenis, nomor, hasil, perilaku, predikat, catatan, rincian, status, sebagai,
        sah_pada, versi, diubah_pada)
    SELECT s.id, 'periodik', n, 'sesuai', 'sesuai', (ARRAY['Baik', 'Baik', 'Sangat Baik', 'Butuh Perbaikan'])[s.id %% 4 + 1], '',
        '{}', 'sah', '', now(), 1, now()
    FROM eperformance_skp s CROSS JOIN generate_series(1, 3) n
    WHERE s.periode_id = %(periode)s AND s.status = 'ditetapkan' AND s.id %% 3 > 0"""


def _kinerja(jumlah, papan):
    """The board and the list behind it, after everybody has an SKP of this year in some state; filled in bulk."""
    kini = timezone.now()
    tahun = timezone.localdate(kini).year
    kalender, _ = PeriodeKinerja.objects.get_or_create(tahun=tahun, defaults=periode.bawaan(tahun))
    with jam() as j, transaction.atomic():
        siklus.buka_banyak(kalender, None, pada=kini)
    papan.catat("draf SKP bagi semua", jumlah, j.detik, "s")
    with connection.cursor() as kursor:
        kursor.execute(KINERJA_SQL, {"periode": kalender.pk})
        kursor.execute("ANALYZE eperformance_skp, eperformance_evaluasi")
    daftar = reverse("eperformance:pantau_list")
    return [
        ("papan kinerja", "kaban", reverse("eperformance:papan"), LAPORAN),
        ("laporan kinerja", "kaban", reverse("eperformance:laporan_detail"), LAPORAN),
        ("papan kinerja OPD", "operator", reverse("eperformance:papan"), LAPORAN),
        ("pantau_list", "kaban", daftar, DAFTAR),
        ("pantau_list terlambat", "kaban", f"{daftar}?terlambat=semua", DAFTAR),
        ("pantau_list predikat", "kaban", f"{daftar}?predikat=Sangat%20Baik&urut=-nama&halaman=3", DAFTAR),
        ("pantau_list tanpa SKP", "kaban", f"{daftar}?status=tanpa", DAFTAR),
        ("pantau_list operator", "operator", f"{daftar}?tahap=dievaluasi", DAFTAR),
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
