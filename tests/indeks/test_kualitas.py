"""Kualitas data: temuan orang per orang dihitung dari keadaan yang disusun dengan tangan, nilai dengan bobot tabel, cakupan tiap peran."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bkd_portal.celery import app
from indeks import tasks
from indeks.kualitas import tabel
from indeks.kualitas.hitung import hitung
from indeks.kualitas.nilai import ikd
from indeks.kualitas.tampil import sebut_susunan
from indeks.models import RekapKualitas, TemuanData
from kepegawaian.models import Jabatan, Jejak, Pegawai, UnitKerja
from kepegawaian.profil import segarkan
from tests.indeks.test_halaman import isi_xlsx
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db
HARI_INI = timezone.localdate
SEHAT = {"email": "a@contoh.id", "nomor_hp": "081234567890", "agama_id": "1", "jenis_pegawai_id": "15"}


def nik(p):
    """A NIK that fits: the day of birth plus forty for a woman, then month and year."""
    hari = p.tanggal_lahir.day + (40 if p.jenis_kelamin == "P" else 0)
    return f"352401{hari:02d}{p.tanggal_lahir:%m%y}0001"


def sehat(p, **lain):
    """Gives a pegawai a record without a finding but for what ``lain`` breaks."""
    Pegawai.objects.filter(pk=p.pk).update(**SEHAT | {"nik": nik(p)} | lain)
    return p


def orang_sehat(**kolom):
    """A PNS pelaksana without a finding."""
    p = buat_pegawai(**{"segarkan": False} | kolom)
    tambah(p, "pendidikan", tmt=date(2015, 3, 1), tingkat_id="15", nama="SMA IPA", tahun_lulus=2004, segarkan=False)
    for tahun in (HARI_INI().year - 1, HARI_INI().year - 2):
        tambah(p, "kinerja", tmt=date(tahun, 12, 31), tahun=tahun, predikat="Baik", segarkan=False)
    segarkan([p.pk], per=HARI_INI())
    return sehat(p)


def kode(p):
    """Codes of his open findings."""
    hitung(HARI_INI())
    return set(TemuanData.objects.filter(pegawai=p, selesai=None).values_list("kode", flat=True))


# ── the table ────────────────────────────────────────────────────────────────────────────────────────


def test_tabel_berisi_dua_puluh_tujuh_indikator_dengan_bobot_bkn():
    semua = tabel.indikator(date(2026, 11, 30))
    assert len(semua) == 27
    banyak, bobot = {}, {}
    for i in semua.values():
        banyak[i.dimensi] = banyak.get(i.dimensi, 0) + 1
        bobot[i.dimensi] = i.bobot_dimensi
    assert banyak == {"kelengkapan": 7, "kemutakhiran": 6, "ketepatan": 10, "konsistensi": 4}
    assert bobot == {"kelengkapan": 0.28, "kemutakhiran": 0.31, "ketepatan": 0.30, "konsistensi": 0.11}
    assert (semua["TIM_1"].bobot, semua["ACC_2"].bobot, semua["COM_2"].bobot) == (22.73, 21.43, 25)
    assert tabel.indikator(date(2023, 12, 31)) == {}
    assert all(i.pemilik and i.cara and i.tenggat_hari for i in semua.values())


def test_tabel_lengkap_menurut_bobot_dan_halaman_mengatakan_mengapa_bukan_dua_puluh_delapan():
    """The weights of every dimension add up to 100 (BKN rounds each to two places): no row is missing from it."""
    semua = tabel.indikator(date(2026, 11, 30))
    for dimensi in tabel.DIMENSI:
        assert sum(i.bobot for i in semua.values() if i.dimensi == dimensi) == pytest.approx(100, abs=0.03)
    assert sum({i.dimensi: i.bobot_dimensi for i in semua.values()}.values()) == pytest.approx(1)
    kata = sebut_susunan(semua)
    assert "27 indikator: 7 kelengkapan, 6 kemutakhiran, 10 ketepatan, 4 konsistensi" in kata
    assert "28 indikator tidak dapat dilengkapi" in kata
    assert "dilengkapi" not in sebut_susunan(dict.fromkeys(range(28), semua["COM_1"]))


def test_nilai_dihitung_menurut_bobot():
    """By hand: half of the mail addresses missing costs 0,28 · 2,5 · 0,5 = 0,35; a tenth without post 0,28 · 25 · 0,1 = 0,70."""
    indikator = tabel.indikator(date(2026, 11, 30))
    hasil = ikd(indikator, {"COM_6": (10, 5), "COM_2": (10, 1)})
    assert hasil.total == Decimal("98.95")
    kurang = {b.i.kode: b.kurang for b in hasil.baris}
    assert (kurang["COM_6"], kurang["COM_2"], kurang["TIM_1"]) == (Decimal("0.35"), Decimal("0.70"), 0)
    assert hasil.dimensi[0][1:] == ("Kelengkapan", Decimal("28.00"), Decimal("96.25"))
    assert ikd(indikator, {}).total == 100


# ── who is a finding ─────────────────────────────────────────────────────────────────────────────────


def test_pegawai_yang_lengkap_tidak_bertemuan():
    assert kode(orang_sehat()) == set()


@pytest.mark.parametrize(
    ("kolom", "ketemu"),
    [
        ({"email": ""}, {"COM_6"}),
        ({"email": "tanpa-at.id"}, {"COM_6"}),
        ({"nomor_hp": "12345"}, {"COM_7"}),
        ({"nomor_hp": "+62 812-3456-7890"}, set()),
        ({"nik": ""}, {"ACC_5"}),
        ({"nik": "3524011705860001"}, {"ACC_5"}),  # a woman's day of birth lacks the forty
        ({"jenis_pegawai_id": "16"}, {"ACC_2"}),  # DPB, but works here
        ({"tanggal_lahir": date(1986, 5, 18), "nik": "3524015805860001"}, {"CON_2"}),
    ],
)
def test_kolom_pegawai_yang_salah(kolom, ketemu):
    p = orang_sehat()
    Pegawai.objects.filter(pk=p.pk).update(**kolom)
    assert kode(p) == ketemu


def test_kelengkapan_riwayat():
    tanpa = sehat(buat_pegawai(nama="TANPA APA", jabatan=None))
    assert kode(tanpa) == {"COM_1", "COM_2", "COM_3"}
    sarjana = orang_sehat()
    tambah(sarjana, "pendidikan", tmt=date(2018, 3, 1), tingkat_id="40", nama="Administrasi Negara", tahun_lulus=2017)
    assert kode(sarjana) == {"COM_5"}
    tambah(sarjana, "identitas", tmt=date(2018, 3, 1), nama="Ani Lestari", gelar_belakang="S.Sos.")
    assert kode(sarjana) == set()


def test_hasil_kinerja_satu_dari_dua_tahun_cukup():
    p = buat_pegawai()
    sehat(p)
    tambah(p, "pendidikan", tmt=date(2015, 3, 1), tingkat_id="15", nama="SMA IPA", tahun_lulus=2004)
    assert kode(p) == {"COM_1"}
    tambah(p, "kinerja", tmt=date(HARI_INI().year - 2, 12, 31), tahun=HARI_INI().year - 2, predikat="Baik")
    assert kode(p) == set()


def test_cpns_lebih_dari_satu_tahun():
    hari = HARI_INI()
    lama, baru = (
        sehat(buat_pegawai(nama=n, status="CPNS", tmt=hari - timedelta(days=h), nip=f"19950101{(hari - timedelta(days=h)):%Y%m}2001",
                           lahir=date(1995, 1, 1)))
        for n, h in (("LAMA", 400), ("BARU", 200))
    )  # fmt: skip
    assert "TIM_3" in kode(lama)
    assert "TIM_3" not in kode(baru)


def test_pejabat_struktural_pangkat_pendidikan_dan_kursi_ganda():
    kepala = orang_sehat(nama="KEPALA", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="III/d")
    # II.b asks at least IV/b (PP 100/2000) and D-IV or S-1 (PP 11/2017 Ps. 107); he has SLTA and III/d.
    assert kode(kepala) == {"ACC_6", "ACC_10"}
    lain = orang_sehat(nama="KEDUA", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c")
    assert kode(lain) == {"ACC_6", "TIM_4"}
    assert "TIM_4" in kode(kepala)


def test_unit_yang_berakhir_dan_jabatan_pelaksana_bernama_fungsional():
    p = orang_sehat(unit="SUB22")
    UnitKerja.objects.filter(kode="SUB22").update(berlaku_sampai=HARI_INI() - timedelta(days=1))
    assert kode(p) == {"TIM_1"}
    guru = Jabatan.objects.exclude(nama_jf="").filter(jenis="fungsional").first().nama_jf
    Jabatan.objects.create(kode="P-UJI-JF", nama=f"Calon {guru} Terampil", jenis="pelaksana", bup_kode="PELAKSANA",
                           berlaku_sejak=date(2015, 1, 1))  # fmt: skip
    assert kode(orang_sehat(jabatan="P-UJI-JF")) == {"ACC_9"}


def test_pppk():
    """NI PPPK holds the year of the first appointment in its digits 9 to 12."""
    baik = sehat(
        buat_pegawai(nip="198605172024212001", status="PPPK", kedudukan="P1", golongan="IX", tmt=date(2024, 3, 1))
    )
    assert kode(baik) - {"COM_1", "COM_3"} == set()
    salah = sehat(
        buat_pegawai(nip="198605172018212001", status="PPPK", kedudukan="01", golongan="IX", tmt=date(2024, 3, 1))
    )
    assert kode(salah) - {"COM_1", "COM_3"} == {"ACC_4", "ACC_7", "CON_4"}


def test_cltn_yang_sudah_berakhir():
    p = orang_sehat()
    lalu = HARI_INI() - timedelta(days=400)
    tambah(p, "tinggal", jenis="CLTN", tmt=lalu, sampai=lalu + timedelta(days=364))
    tambah(p, "kedudukan", kedudukan_id="02", tmt=lalu)
    assert "TIM_6" in kode(p)


# ── the night ────────────────────────────────────────────────────────────────────────────────────────


def test_temuan_dibuka_sekali_ditutup_saat_dibetulkan_dan_dibuka_lagi():
    p, hari = orang_sehat(), HARI_INI()
    Pegawai.objects.filter(pk=p.pk).update(email="")
    assert hitung(hari - timedelta(days=3))["baru"] >= 1
    assert hitung(hari - timedelta(days=2))["baru"] == 0
    Pegawai.objects.filter(pk=p.pk).update(email="a@contoh.id")
    assert hitung(hari - timedelta(days=1))["selesai"] == 1
    Pegawai.objects.filter(pk=p.pk).update(email="")
    hitung(hari)
    riwayat = list(
        TemuanData.objects.filter(pegawai=p, kode="COM_6").order_by("sejak").values_list("sejak", "selesai")
    )
    assert riwayat == [(hari - timedelta(days=3), hari - timedelta(days=1)), (hari, None)]


def test_rekap_harian_sebulan_lalu_akhir_bulan_saja():
    orang_sehat()
    hari = HARI_INI()
    for mundur in (100, 99, 98, 3):
        hitung(hari - timedelta(days=mundur))
    hitung(hari)
    hitung(hari)
    ada = list(RekapKualitas.objects.order_by("tanggal").values_list("tanggal", flat=True).distinct())
    lama = {(h.year, h.month): h for h in (hari - timedelta(days=m) for m in (100, 99, 98))}
    assert ada == [*sorted(lama.values()), hari - timedelta(days=3), hari]
    satu = RekapKualitas.objects.get(tanggal=hari, kode="COM_6")
    assert (satu.opd.kode, satu.populasi, satu.salah) == ("BKPSDM", 1, 0)


def test_perintah_dan_tugas_beat(capsys):
    orang_sehat()
    call_command("hitung_kualitas")
    assert "0 temuan" in capsys.readouterr().out
    assert app.conf.beat_schedule["hitung-kualitas"]["task"] == tasks.hitung_kualitas.name
    assert tasks.hitung_kualitas()["baru"] == 0


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nama", "ringkasan", "daftar"),
    [("ani", 403, 403), ("fajar", 302, 200), ("budi", 200, 200), ("citra", 200, 200), ("perekam", 200, 403),
     ("irma", 200, 200), ("admin", 403, 403)],
)  # fmt: skip
def test_halaman_menurut_peran(orang, nama, ringkasan, daftar):
    klien = orang.masuk(nama)
    kosong = klien.get(reverse("indeks:kualitas"))
    assert kosong.status_code == ringkasan
    assert ringkasan != 200 or "Belum dihitung" in kosong.content.decode()
    hitung(HARI_INI())
    assert klien.get(reverse("indeks:kualitas")).status_code == ringkasan
    for halaman in ("temuan_list", "temuan_ekspor"):
        assert klien.get(reverse(f"indeks:{halaman}")).status_code == daftar, halaman


def test_operator_hanya_melihat_opdnya_dan_angkanya_menuju_daftarnya(orang):
    hitung(HARI_INI())
    klien = orang.masuk("budi")
    halaman = klien.get(reverse("indeks:kualitas"))
    disdik = UnitKerja.objects.get(kode="DISDIK")
    assert halaman.context["opd"].id == disdik.pk
    email = next(b for b in halaman.context["perlu"] if b["i"].kode == "COM_6")
    assert email["salah"] == 3  # ani, budi, fajar; hadi is retired, eko in another OPD
    daftar = klien.get(email["url"])
    assert {t.pegawai_id for t in daftar.context["potongan"]} == {orang.ani.pk, orang.budi.pk, orang.fajar.pk}
    dinkes = UnitKerja.objects.get(kode="DINKES")
    lain = klien.get(f"{reverse('indeks:temuan_list')}?opd={dinkes.pk}")
    assert list(lain.context["potongan"]) == []
    assert klien.get(f"{reverse('indeks:kualitas')}?opd={dinkes.pk}").context["opd"].id == disdik.pk


def test_bkd_melihat_perangkat_daerah_dari_yang_terendah(orang):
    hitung(HARI_INI())
    isi = orang.masuk("citra").get(reverse("indeks:kualitas")).context
    nilai = [n for _, n, _ in isi["per_opd"]]
    assert len(nilai) == 3
    assert nilai == sorted(nilai)
    assert isi["temuan"] == TemuanData.objects.filter(selesai=None).count()


def test_lewat_tenggat_dihitung_dari_hari_ditemukan(orang):
    """COM_6 gives thirty days: found 31 days ago it is late, 30 days ago it is not."""
    hitung(HARI_INI())
    semua = TemuanData.objects.filter(kode="COM_6", selesai=None)
    semua.filter(pegawai=orang.ani).update(sejak=HARI_INI() - timedelta(days=31))
    semua.filter(pegawai=orang.budi).update(sejak=HARI_INI() - timedelta(days=30))
    klien = orang.masuk("citra")
    baris = klien.get(reverse("indeks:kualitas")).context["perlu"]
    assert next(b["lewat"] for b in baris if b["i"].kode == "COM_6") == 1
    lewat = klien.get(f"{reverse('indeks:temuan_list')}?kode=COM_6&waktu=lewat").context["potongan"]
    assert [t.pegawai_id for t in lewat] == [orang.ani.pk]
    # the two figures on top lead to the rows they count
    isi = klien.get(reverse("indeks:kualitas")).context
    for angka, url in ((isi["temuan"], isi["url_semua"]), (isi["lewat"], isi["url_lewat"])):
        assert klien.get(url).context["potongan"].jumlah == angka, url


def test_kartu_pada_data_saya_menyebut_masalah_dan_yang_membetulkan(orang):
    Pegawai.objects.filter(pk=orang.ani.pk).update(email="")
    hitung(HARI_INI())
    halaman = orang.masuk("ani").get(reverse("kepegawaian:saya")).content.decode()
    assert "Data yang perlu dibetulkan" in halaman
    assert "Alamat surel belum diisi atau bentuknya salah." in halaman


def test_ekspor_memuat_temuan_dan_tercatat(orang):
    hitung(HARI_INI())
    baris = isi_xlsx(orang.masuk("citra").get(f"{reverse('indeks:temuan_ekspor')}?kode=COM_6"))
    assert baris[0][5] == "KODE"
    assert {b[5] for b in baris[1:]} == {"COM_6"}
    assert Jejak.objects.filter(aksi="ekspor", data__daftar="temuan kualitas data").count() == 1


def test_kueri_tidak_bertambah_dengan_banyaknya_temuan(orang):
    hitung(HARI_INI())
    klien = orang.masuk("citra")

    def banyak(nama):
        klien.get(reverse(nama))
        with CaptureQueriesContext(connection) as tangkap:
            klien.get(reverse(nama))
        return len(tangkap)

    sedikit = [banyak(n) for n in ("indeks:kualitas", "indeks:temuan_list")]
    for n in range(6):
        buat_pegawai(nama=f"TAMBAHAN {n}", unit="PKM-PUCUK")
    hitung(HARI_INI())
    assert [banyak(n) for n in ("indeks:kualitas", "indeks:temuan_list")] == sedikit
    assert max(sedikit) <= 12
