"""Pengembangan: laporan sertifikat sampai riwayat, sertifikat ganda, banyak sekaligus, kebutuhan tiap malam, halaman saya, evaluasi."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from diklat.models import BiayaDiklat, DampakTahun, KebutuhanPegawai
from diklat.pengembangan import dampak, evaluasi, impor, kebutuhan
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Dosir, Naskah, ProfilKini, RiwayatDiklat
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from tests.diklat.pengembangan_orang import KINI, diklat, jalan_diklat, kantor_diklat  # noqa: F401 - fixtures
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db
HARI = KINI - timedelta(days=10)
ISIAN = {
    "jenis": "3", "nama": "Excel untuk analisis data", "penyelenggara": "BPSDM Jawa Timur", "tanggal_mulai": HARI.isoformat(),
    "tanggal_selesai": HARI.isoformat(), "nomor_sertifikat": "893.3/101", "tanggal_sertifikat": HARI.isoformat(), "jp": "16",
    "sumber": "dinas", "biaya": "1600000",
}  # fmt: skip


def selesaikan(jalan, usulan):
    """Operator and BKD verify."""
    return jalan.maju(jalan.maju(usulan, "verifikasi_opd"), "verifikasi_bkd")


def test_sertifikat_dilaporkan_sendiri_menjadi_naskah_riwayat_dan_biaya(jalan, kantor):
    usulan = selesaikan(jalan, jalan.ajukan("belajar-mandiri", kantor.ani, ISIAN, oleh="ani"))
    assert usulan.status == "selesai"
    r = RiwayatDiklat.objects.get(pegawai=kantor.ani)
    assert (r.tmt, r.jp, r.nomor_sertifikat, r.penyelenggara) == (HARI, 16, "893.3/101", "BPSDM Jawa Timur")
    n = Naskah.objects.get(usulan__usulan=usulan)
    assert (n.jenis, n.asal, n.status, n.penetap) == ("sertifikat", "luar", "berlaku", "BPSDM Jawa Timur")
    assert Dosir.objects.filter(riwayat_jenis="diklat", riwayat_id=r.pk).count() == 1
    assert BiayaDiklat.objects.get().jumlah == 1_600_000
    isi = masuk(jalan.client, kantor.akun["ani"]).get(reverse("diklat:pengembangan_saya")).content.decode()
    assert "Excel untuk analisis data" in isi
    assert "Kurang 4 JP lagi" in isi  # 16 of 20 JP, PP 11/2017 Ps. 203


def test_sertifikat_yang_sama_ditolak_sebelum_diajukan_dan_saat_verifikasi(jalan, kantor):
    pertama = jalan.ajukan("belajar-mandiri", kantor.ani, ISIAN, oleh="ani")
    masuk(jalan.client, kantor.akun["ani"])
    ani = type(kantor.ani).objects.select_related("kini").get(pk=kantor.ani.pk)
    kedua = alur.buat_draf(
        katalog.ambil("belajar-mandiri"), ani, oleh=jalan.pelaku("ani"), isian=ISIAN | {"nama": "Judul lain"}
    )
    hasil = {s.kode: h for s, h in _periksa(kedua)}
    assert hasil["DIK-04"].jawaban == "tidak"
    assert hasil["DIK-04"].bukti == (f"usulan {pertama.nomor}",)
    assert _periksa(pertama)[2][1].jawaban == "ya"  # it is no duplicate of itself
    diklat(kantor.ani, HARI, jp=16, nama=ISIAN["nama"], nomor_sertifikat="893.3 / 101")
    pertama = jalan.maju(pertama, "verifikasi_opd")
    with pytest.raises(AssertionError, match="verifikasi_bkd"):
        jalan.maju(pertama, "verifikasi_bkd")
    assert jalan.segar(pertama).langkah_kini.kode == "verifikasi_bkd"
    assert RiwayatDiklat.objects.filter(pegawai=kantor.ani).count() == 1


def _periksa(usulan):
    from layanan.konteks import konteks_usulan  # noqa: PLC0415 - only here

    return katalog.ambil("belajar-mandiri").periksa(konteks_usulan(usulan))


def test_dua_puluh_laporan_boleh_berjalan_dan_layanan_lain_tetap_satu(jalan, kantor):
    ani = type(kantor.ani).objects.select_related("kini").get(pk=kantor.ani.pk)
    layanan, oleh = katalog.ambil("belajar-mandiri"), jalan.pelaku("ani")
    semua = [alur.buat_draf(layanan, ani, oleh=oleh) for _ in range(20)]
    assert sorted(u.lajur for u in semua) == list(range(20))
    with pytest.raises(DitolakAlur, match="tunggu sampai ada yang selesai"):
        alur.buat_draf(layanan, ani, oleh=oleh)
    alur.batalkan(semua[7], oleh=oleh, versi=semua[7].versi_baris, alasan="Keliru")
    assert alur.buat_draf(layanan, ani, oleh=oleh).lajur == 7


def test_seminar_tanpa_jp_dikonversi(jalan, kantor):
    isian = ISIAN | {"jenis": "9", "jp": "", "banyak": "2", "biaya": "", "sumber": ""}
    selesaikan(jalan, jalan.ajukan("belajar-mandiri", kantor.ani, isian, oleh="ani"))
    assert RiwayatDiklat.objects.get(pegawai=kantor.ani).jp == 8  # 2 days of 4 JP, setelan jp_konversi (asumsi)
    assert not BiayaDiklat.objects.exists()


# ── many at once ─────────────────────────────────────────────────────────────────────────────────────


def lembar(*baris, judul=impor.KOLOM):
    """An xlsx with these rows."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    lembar_ = buku.add_worksheet()
    for n, isi in enumerate((judul, *baris)):
        for m, sel in enumerate(isi):
            lembar_.write_datetime(n, m, sel) if isinstance(sel, date) else lembar_.write(n, m, sel)
    buku.close()
    return SimpleUploadedFile("banyak.xlsx", keluar.getvalue())


def satu(nip, **lain):
    isi = {
        "jenis": "3",
        "nama": "Kursus",
        "peny": "BPSDM",
        "mulai": HARI,
        "selesai": HARI,
        "nomor": "9/1",
        "tgl": HARI,
        "jp": 10,
        "banyak": "",
    } | lain
    return (nip, *isi.values())


def test_banyak_laporan_dari_excel_menjadi_draf(client, kantor):
    masuk(client, kantor.akun["opi"])
    berkas = lembar(satu(kantor.ani.nip), satu(kantor.ani.nip, nomor="9/2"), satu(kantor.tini.nip))
    jawab = client.post(reverse("diklat:mandiri_impor"), {"berkas": berkas})
    assert jawab.status_code == 302, jawab.context["salah"]
    assert Usulan.objects.filter(layanan="belajar-mandiri", status="draf").count() == 3
    isi = client.get(f"{reverse('diklat:mandiri_list')}?keadaan=draf").content.decode()
    assert isi.count("Kursus") == 3


@pytest.mark.parametrize(
    ("baris", "kalimat"),
    [
        ({"nip": "asing"}, "tidak ada dalam cakupan Anda"),
        ({"jenis": "1"}, "kode jenis 1 tidak dikenal"),
        ({"selesai": KINI + timedelta(days=3)}, "belum selesai"),
        ({"jp": ""}, "Isi jumlah JP"),
        ({"ganda": True}, "sudah ada di atasnya"),
    ],
)
def test_baris_yang_salah_disebut_dan_tidak_ada_yang_dibuat(client, kantor, baris, kalimat):
    nip = kantor.asing.nip if baris.pop("nip", "") else kantor.ani.nip
    ganda = baris.pop("ganda", False)
    berkas = lembar(satu(kantor.tini.nip, nomor="7"), satu(nip, **baris), *([satu(nip)] if ganda else []))
    jawab = masuk(client, kantor.akun["opi"]).post(reverse("diklat:mandiri_impor"), {"berkas": berkas})
    assert jawab.status_code == 422
    assert kalimat in jawab.content.decode()
    assert not Usulan.objects.exists()


# ── needs ────────────────────────────────────────────────────────────────────────────────────────────


def test_kebutuhan_dihitung_sama_dua_malam_dan_urut_menurut_yang_wajib(client, kantor, django_assert_max_num_queries):
    diklat(kantor.ani, date(KINI.year, 1, 15), jp=12)
    tambah(
        kantor.ani,
        "uji_kompetensi",
        tmt=KINI - timedelta(days=30),
        tujuan="pemetaan",
        hasil="MMS",
        nilai={"INT": 1, "KS": 1},
    )
    assert kebutuhan.hitung(KINI) == kebutuhan.hitung(KINI) == KebutuhanPegawai.objects.count()
    ani = KebutuhanPegawai.objects.get(pegawai=kantor.ani)
    assert (ani.jp, ani.jp_batas, ani.jp_kurang, ani.wajib) == (12, 20, 8, [])
    tini = KebutuhanPegawai.objects.get(pegawai=kantor.tini)
    assert (tini.jp_kurang, tini.jp_batas) == (0, None)  # PPPK: no least; her contract is not recorded
    kepala = KebutuhanPegawai.objects.get(pegawai=kantor.kadinkes)
    assert (kepala.wajib, kepala.lewat) == (["PKN II"], True)  # eselon II.b since 2015, no STTPL
    masuk(client, kantor.akun["sari"])
    for tampil in ("pegawai", "opd", "rencana"):
        url = f"{reverse('diklat:kebutuhan_list')}?tampil={tampil}"
        client.get(url)
        with django_assert_max_num_queries(12):
            isi = client.get(url).content.decode()
        assert {
            "pegawai": "Kadar Usman",
            "opd": "Dinas Kesehatan",
            "rencana": "Pelatihan Kepemimpinan Nasional Tingkat II",
        }[tampil] in isi
        assert client.get(f"{reverse('diklat:kebutuhan_ekspor')}?tampil={tampil}").status_code == 200
    with django_assert_max_num_queries(8):
        baris = client.get(reverse("diklat:kebutuhan_list")).content.decode().split("<tr>")
    ani = next(b for b in baris if "Ani Lestari" in b)
    for isi in (
        "12 / 20",
        "kurang 8",
        "Dinas Kesehatan",
        reverse("diklat:pengembangan_detail", args=[kantor.ani.nip]),
    ):
        assert isi in ani
    assert "belum diuji" in next(b for b in baris if "Kadar Usman" in b)
    isi = client.get(f"{reverse('diklat:kebutuhan_list')}?butuh=jp&q=Ani").content.decode()
    assert "Ani Lestari" in isi
    assert "Kadar Usman" not in isi


def test_ip_yang_dapat_naik_mengikuti_fungsi_indeks(kantor):
    """PerBKN 8/2019 tabel 2.3: pelaksana, teknis 22,5 and seminar 17,5; generation C adds the base weight and caps at 40."""
    diklat(kantor.ani, date(KINI.year, 1, 15), jp=20)
    kebutuhan.hitung(KINI)
    b = KebutuhanPegawai.objects.get(pegawai=kantor.ani)
    # base weight of Baik 20 + teknis 22.5 is over the cap of 40 already: nothing to gain
    assert (b.ip_kini, b.ip_naik) == (4000, 0)
    tanpa = KebutuhanPegawai.objects.get(pegawai=kantor.opi)
    assert (tanpa.ip_kini, tanpa.ip_naik) == (0, 4000)  # no predikat: 0 + 22.5 + 17.5


def test_halaman_saya_menyebut_yang_wajib_dan_yang_menaikkan_indeks(client, kantor, django_assert_max_num_queries):
    url = reverse("diklat:pengembangan_saya")
    masuk(client, kantor.akun["kasubbag"]).get(url)
    with django_assert_max_num_queries(10):
        isi = client.get(url).content.decode()
    assert "Pelatihan Kepemimpinan Pengawas (PKP)" in isi
    assert "lewat tenggat" in isi
    assert "IP ASN" in isi
    assert (
        masuk(client, kantor.akun["opi"]).get(reverse("diklat:pengembangan_detail", args=[kantor.ani.nip])).status_code
        == 200
    )
    assert (
        masuk(client, kantor.akun["asing"])
        .get(reverse("diklat:pengembangan_detail", args=[kantor.ani.nip]))
        .status_code
        == 404
    )
    isi = masuk(client, kantor.akun["tini"]).get(url).content.decode()
    assert "tahun kontraknya tidak diketahui" in isi


def test_evaluasi_menghitung_jangkauan_jp_dan_biaya(client, kantor):
    diklat(kantor.ani, date(KINI.year, 1, 15), jp=12)
    diklat(kantor.asing, date(KINI.year - 1, 5, 5), jp=30)
    kebutuhan.hitung(KINI)
    opd = {o["nama"]: o for o in evaluasi.per_opd(KINI.year, acuan_kini())}["Dinas Kesehatan"]
    assert (opd["asn"], opd["ikut"], opd["jp"]) == (5, 1, 12)
    assert opd["jangkauan"] == 20.0
    assert Decimal(str(opd["jp_rata"])) == Decimal("2.4")
    assert [(t, n, jp) for t, n, jp in evaluasi.per_tahun(KINI.year)][-2:] == [
        (KINI.year - 1, 1, 30),
        (KINI.year, 1, 12),
    ]
    dampak.hitung(KINI)
    assert evaluasi.dampak(KINI.year)[KINI.year][True].orang == 1
    assert evaluasi.dampak(KINI.year - 1)[KINI.year - 1][True].orang == 1  # asing, 30 JP last year
    masuk(client, kantor.akun["sari"])
    for tahun in (KINI.year, KINI.year - 1):
        assert client.get(f"{reverse('diklat:evaluasi_program')}?tahun={tahun}").status_code == 200
        assert client.get(f"{reverse('diklat:evaluasi_ekspor')}?tahun={tahun}").status_code == 200
    assert masuk(client, kantor.akun["opi"]).get(reverse("diklat:evaluasi_program")).status_code == 403


def test_sebelum_dan_sesudah_bagi_tahun_yang_lewat(kantor):
    """A pelaksana: Baik 20 points, a technical training of 20 JP 22.5, at most 40 (PerBKN 8/2019, generation C)."""
    lalu = KINI.year - 1
    diklat(kantor.ani, date(lalu, 6, 1), jp=20)
    dampak.hitung_tahun(lalu)
    ikut, tidak = (DampakTahun.objects.get(tahun=lalu, ikut=ya) for ya in (True, False))
    assert (ikut.orang, ikut.terukur, ikut.per) == (1, 1, date(lalu, 12, 31))
    assert (ikut.rata("ip_lalu"), ikut.rata("ip_kini")) == (20.0, 40.0)
    assert ikut.rata("celah_lalu") is None
    assert tidak.orang == ProfilKini.objects.filter(aktif=True).count() - 1
    dampak.hitung(KINI)
    assert set(DampakTahun.objects.values_list("tahun", flat=True)) == set(range(KINI.year - 5, KINI.year + 1))


def test_pelatihan_kepemimpinan_tidak_terhitung_sebelum_diikuti(kantor):
    """What was passed this year does not count in the measure of last year (``pimpinan`` asks for "ever")."""
    diklat(kantor.kasubbag, date(KINI.year, 1, 10), jp=300, jenis_id="1", nama="Diklatpim", latihan_struktural_id="2")
    kebutuhan.hitung(KINI)
    b = KebutuhanPegawai.objects.get(pegawai=kantor.kasubbag)
    assert b.ip_kini > b.ip_lalu


def test_evaluasi_tiap_kegiatan_dengan_biaya_tiap_jp(client, kantor, django_assert_max_num_queries):
    masuk(client, kantor.akun["sari"])
    dampak.hitung(KINI)
    url = reverse("diklat:evaluasi_program")
    client.get(url)
    with django_assert_max_num_queries(12):
        isi = client.get(url).content.decode()
    assert "Belum ada kegiatan yang selesai" in isi
    assert client.get(reverse("diklat:evaluasi_ekspor") + "?apa=kegiatan").status_code == 200
