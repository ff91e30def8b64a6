"""Rute penuh: cabang, ulangan, surat langkah, paraf, batas hukum, jabatan kosong, pejabat berhalangan, Plt dan strategis.

The layanan comes from one file that is imported while the test runs (``layanan_panggilan.py``).
"""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Halangan, Jabatan, Naskah, Pegawai, RiwayatPendidikan, Setelan
from kepegawaian.profil import profil_satu
from layanan import alur, checks, katalog, pelimpahan, pengalihan, rute, tasks
from layanan.galat import BukanWewenang, IsianSalah
from layanan.katalog import BatasHukum, Dasar, Langkah
from layanan.models import LangkahUsulan, PengaturanLangkah, Usulan
from layanan.wewenang import tindakan
from tests.dunia_bersama import bersama
from tests.layanan.conftest import SAAT, pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
HARI = timezone.localdate(SAAT)  # Senin, 2 November 2026


@pytest.fixture
@bersama
def kantor(orang):
    """The people of ``orang``, with a clerk and the head of SUB11 and the Sekda."""
    for nama, isi in {
        "susi": {"nama": "Susi Analis", "unit": "SUB11"},
        "kasub11": {"nama": "Kasub Mutasi", "unit": "SUB11", "jabatan": "KEPALA-SUB11", "golongan": "III/d"},
        "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
    }.items():
        pegawai = buat_pegawai(**isi)
        setattr(orang, nama, pegawai)
        setattr(orang, f"akun_{nama}", buat_akun(pegawai))
    return orang


def segar(u):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=u.pk)


def mulai(layanan, orang):
    ani = Pegawai.objects.select_related("kini").get(pk=orang.ani.pk)
    u = alur.buat_draf(layanan, ani, oleh=orang.oleh("budi"), isian={"tmt": date(2027, 1, 1)})
    return alur.ajukan(u, oleh=orang.oleh("budi"), versi=u.versi_baris)


def lanjut(u, orang, nama, data=None, **lain):
    u = segar(u)
    return alur.setujui(u, oleh=orang.oleh(nama, **lain), versi=u.versi_baris, data=data)


def kode(u):
    return segar(u).langkah_kini.kode


PANGGIL = {"hari_hadir": "2026-11-09", "tempat": "Ruang Subbidang Mutasi"}


# ── one file, no migration ───────────────────────────────────────────────────────────────────────────


def test_layanan_baru_cukup_satu_berkas_tanpa_migrasi(panggilan, kantor, client):
    assert list(checks.cacat(panggilan)) == []
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    masuk(client, kantor.akun_budi)
    assert panggilan.nama in client.get(reverse("layanan:katalog_list")).content.decode()
    rinci = client.get(reverse("layanan:katalog_detail", args=["uji-panggilan"])).content.decode()
    assert "Panggilan ulang" in rinci
    u = mulai(panggilan, kantor)
    assert client.get(reverse("layanan:usulan_detail", args=[u.nomor])).status_code == 200


def test_cabang_ulangan_surat_paraf_dan_keputusan(panggilan, kantor):
    u = mulai(panggilan, kantor)
    assert (
        segar(u).langkah_kini.jabatan.kode == "KEPALA-DISDIK"
    )  # ani works in DISDIK itself: its head is her superior
    u = lanjut(u, kantor, "kadis")
    u = lanjut(u, kantor, "susi", PANGGIL)
    surat = Naskah.objects.get(jenis="surat")
    assert (surat.nomor, surat.data["rincian"][0]["isi"]) == ("UJI-S/1/2026", "2026-11-09")
    u = lanjut(u, kantor, "susi", {"hasil": "tidak_hadir"})
    assert kode(u) == "panggilan_2"
    for _ in range(2):  # twice absent: the loop comes back
        u = lanjut(u, kantor, "susi", PANGGIL)
        u = lanjut(u, kantor, "susi", {"hasil": "tidak_hadir", "catatan": "tanpa kabar"})
    u = lanjut(u, kantor, "susi", PANGGIL)
    u = lanjut(u, kantor, "susi", {"hasil": "hadir"})
    assert kode(u) == "pemeriksaan"
    assert LangkahUsulan.objects.filter(usulan=u, kode="panggilan_2").count() == 3
    u = lanjut(u, kantor, "kasub11", {"hasil": "terbukti"})
    u = lanjut(u, kantor, "kabid")
    u = lanjut(u, kantor, "dewi")
    u = segar(u)
    u = alur.tetapkan(u, oleh=kantor.oleh("susi"), versi=u.versi_baris)
    sk = Naskah.objects.get(jenis="sk")
    assert sk.data["isi"] == ["terbukti"]  # the decree read the answer of the step
    assert [p["jabatan"] for p in sk.data["paraf"]] == [
        Jabatan.objects.get(kode="KEPALA-BID1").nama, Jabatan.objects.get(kode="KEPALA-BKPSDM").nama
    ]  # fmt: skip
    sk.berkas_cetak.save("n.pdf", pdf())
    Naskah.objects.filter(pk=sk.pk).update(tahap="tercetak", hash_cetak="a" * 64)
    u = segar(u)
    alur.sahkan(u, oleh=kantor.oleh("dewi"), versi=u.versi_baris, file=pdf())
    assert segar(u).status == "selesai"
    assert RiwayatPendidikan.objects.filter(pegawai=kantor.ani).count() == 1  # letters have no effect, the decree one
    assert set(Naskah.objects.filter(jenis="surat").values_list("tahap", flat=True)) == {"menunggu_cetak"}


def test_keluaran_dapat_mengakhiri_usulan(panggilan, kantor):
    u = mulai(panggilan, kantor)
    u = lanjut(u, kantor, "kadis")
    u = lanjut(u, kantor, "susi", PANGGIL)
    u = lanjut(u, kantor, "susi", {"hasil": "hadir"})
    u = lanjut(u, kantor, "kasub11", {"hasil": "tidak"})
    assert segar(u).status == "selesai"
    assert not Naskah.objects.filter(jenis="sk").exists()


# ── forms of steps ───────────────────────────────────────────────────────────────────────────────────


def test_isian_langkah_yang_salah_tidak_mengubah_apa_pun(panggilan, kantor):
    u = lanjut(mulai(panggilan, kantor), kantor, "kadis")
    with pytest.raises(IsianSalah) as galat:
        lanjut(u, kantor, "susi", {"hari_hadir": "2026-11-08", "tempat": "x"})  # Minggu
    assert galat.value.form.errors["hari_hadir"] == ["Panggilan hanya pada hari kerja."]
    with pytest.raises(IsianSalah):
        lanjut(u, kantor, "susi")  # as "many at once" would
    assert kode(u) == "panggilan_1"
    assert not Naskah.objects.exists()
    u = lanjut(u, kantor, "susi", PANGGIL)
    with pytest.raises(IsianSalah):
        lanjut(u, kantor, "susi", {"hasil": "entah"})


def test_langkah_berisian_lewat_halaman(panggilan, kantor, client):
    u = lanjut(mulai(panggilan, kantor), kantor, "kadis")
    masuk(client, kantor.akun_susi)
    halaman = client.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    assert 'name="hari_hadir"' in halaman
    assert "id_hari_hadir" in halaman
    url = reverse("layanan:usulan_setujui", args=[u.nomor])
    jawab = client.post(url, {"versi": segar(u).versi_baris, "hari_hadir": "kapan", "tempat": "x"})
    assert jawab.status_code == 422
    assert "Masukkan tanggal yang valid" in jawab.content.decode()
    assert kode(u) == "panggilan_1"
    assert client.post(url, {"versi": segar(u).versi_baris, **PANGGIL}).status_code == 302
    assert kode(u) == "kehadiran_1"
    halaman = client.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    assert "Tidak hadir" in halaman
    assert 'value="tidak_hadir"' in halaman
    kotak = client.get(reverse("layanan:kotak_list")).content.decode()
    assert "Satu per satu: hasil langkah ini harus dipilih pada usulannya." in kotak


# ── limits of the law ────────────────────────────────────────────────────────────────────────────────


def test_batas_hukum_langkah(panggilan, kantor):
    """7 hari kerja after Senin 2 Nov 2026: Rabu 11 Nov; the portal's own SLA of the step may not be later."""
    u = lanjut(mulai(panggilan, kantor), kantor, "kadis")
    u = lanjut(u, kantor, "susi", PANGGIL)
    langkah = segar(u).langkah_kini
    assert langkah.batas_hukum == date(2026, 11, 11)
    assert langkah.batas == date(2026, 11, 5)
    u = lanjut(u, kantor, "susi", {"hasil": "hadir"})
    langkah = segar(u).langkah_kini
    assert langkah.batas_hukum == date(2026, 11, 12)  # 10 hari kalender
    assert langkah.batas == date(2026, 11, 12)  # 30 working days of the portal would be later than the law allows


def test_keluaran_ke_langkah_yang_dimatikan_kantor_pergi_ke_langkah_berikutnya(panggilan, kantor, monkeypatch):
    """ "hadir" leads to pemeriksaan; where the office has switched that off, to the paraf that follows it."""
    tanpa = tuple(replace(s, wajib=s.kode != "pemeriksaan") for s in type(panggilan).alur)
    monkeypatch.setattr(type(panggilan), "alur", tanpa)
    PengaturanLangkah.objects.create(
        layanan="uji-panggilan", langkah="pemeriksaan", dipakai=False, berlaku_sejak=date(2026, 1, 1), dasar="uji"
    )
    u = lanjut(mulai(panggilan, kantor), kantor, "kadis")
    u = lanjut(u, kantor, "susi", PANGGIL)
    assert kode(lanjut(u, kantor, "susi", {"hasil": "hadir"})) == "paraf_kabid"


# ── graphs that are wrong stop the start ─────────────────────────────────────────────────────────────


def _ganti(layanan, **ubah):
    kelas = type("Rusak", (type(layanan),), ubah)
    return list(checks.cacat(kelas()))


def test_graf_yang_salah_ditemukan_saat_mulai(panggilan):
    kadis = Langkah("a", "A", katalog.kepala_opd)
    lingkar = Langkah("b", "B", katalog.kepala_opd, sebutan={"x": "X"}, hasil={"x": "a"})
    assert "tidak ada akhir dari langkah: ['a', 'b']" in _ganti(panggilan, alur=(kadis, lingkar), naskah=None)
    asing = Langkah("b", "B", katalog.kepala_opd, sebutan={"x": "X"}, hasil={"y": "a"})
    assert "keluaran langkah b tanpa sebutan: ['y']" in _ganti(panggilan, alur=(kadis, asing), naskah=None)
    bisu = Langkah("b", "B", katalog.staf("SUB12"), katalog.REKAM)
    assert "langkah b merekam tanpa formulir" in _ganti(panggilan, alur=(kadis, bisu), naskah=None)
    staf = Langkah("b", "B", katalog.staf("SUB12"), boleh_tolak=True)
    assert "langkah b boleh menolak, padahal bukan jabatan" in _ganti(panggilan, alur=(kadis, staf), naskah=None)
    minggu = Langkah("b", "B", katalog.kepala_opd, batas_hukum=BatasHukum(1, "minggu", Dasar("PP 11/2017")))
    assert "satuan batas langkah b tidak dikenal" in _ganti(panggilan, alur=(kadis, minggu), naskah=None)
    lompat = Langkah("a", "A", katalog.kepala_opd, sebutan={"x": "X"}, hasil={"x": "SELESAI"})
    assert "langkah tidak terjangkau: ['c']" in _ganti(
        panggilan, alur=(lompat, Langkah("c", "C", katalog.kepala_opd)), naskah=None
    )


# ── vacant office, absence ───────────────────────────────────────────────────────────────────────────


def test_jabatan_kosong_naik_satu_jenjang_dan_halaman_menyebutnya(panggilan, kantor, client):
    tambah(kantor.kadis, "kedudukan", kedudukan_id="99", tmt=date(2026, 10, 1))  # pensiun
    u = segar(mulai(panggilan, kantor))
    langkah = u.langkah_kini
    assert langkah.jabatan.kode == "KEPALA-SETDA"
    assert langkah.dialihkan_dari.kode == "KEPALA-DISDIK"
    assert "kosong dan tidak ada Plt./Plh." in langkah.sebab_alih
    masuk(client, kantor.akun_sekda)
    assert (
        "kosong dan tidak ada Plt./Plh."
        in client.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    )
    assert kode(lanjut(u, kantor, "sekda")) == "panggilan_1"


def test_plt_memegang_jabatan_yang_kosong(panggilan, kantor):
    tambah(kantor.kadis, "kedudukan", kedudukan_id="99", tmt=date(2026, 10, 1))
    _plt(kantor.budi, "KEPALA-DISDIK", "PLT")
    langkah = segar(mulai(panggilan, kantor)).langkah_kini
    assert (langkah.jabatan.kode, langkah.sebab_alih) == ("KEPALA-DISDIK", "")


def _plt(pegawai, jabatan, sifat):
    j = Jabatan.objects.get(kode=jabatan)
    return tambah(pegawai, "jabatan", jabatan=j, unit=j.unit, penugasan=sifat, tmt=date(2026, 10, 1),
                  sampai=date(2026, 12, 31))  # fmt: skip


def _halangan(pegawai, akun, sejak, sampai):
    return Halangan.objects.create(
        pegawai=pegawai, sejak=sejak, sampai=sampai, sebab="cuti", dicatat_oleh=akun, dicatat_pada=SAAT
    )


@pytest.mark.parametrize(
    ("sejak", "naik"),
    [
        (date(2026, 11, 2), False),  # Senin itu baru hari kerja pertama
        (date(2026, 10, 31), False),  # Sabtu dan Minggu bukan hari kerja
        (date(2026, 10, 30), True),  # Jumat dan Senin: dua hari kerja
    ],
)
def test_pejabat_berhalangan_dua_hari_kerja_naik(panggilan, kantor, sejak, naik):
    _halangan(kantor.kadis, kantor.akun_budi, sejak, date(2026, 11, 13))
    langkah = segar(mulai(panggilan, kantor)).langkah_kini
    assert (langkah.jabatan.kode == "KEPALA-SETDA") is naik
    assert ("berhalangan" in langkah.sebab_alih) is naik


@pytest.mark.parametrize(
    ("masa", "naik"),
    [
        ([(date(2026, 10, 29), date(2026, 11, 1)), (date(2026, 11, 2), date(2026, 11, 13))], True),  # cuti, lalu sakit
        (
            [(date(2026, 10, 28), date(2026, 10, 30)), (date(2026, 11, 2), date(2026, 11, 13))],
            True,
        ),  # akhir pekan di sela
        ([(date(2026, 10, 28), date(2026, 10, 29)), (date(2026, 11, 2), date(2026, 11, 13))], False),  # Jumat masuk
        ([(date(2026, 10, 26), date(2026, 10, 30))], False),  # sudah kembali
    ],
)
def test_halangan_yang_bersambung_dihitung_dari_hari_pertamanya(panggilan, kantor, masa, naik):
    for sejak, sampai in masa:
        _halangan(kantor.kadis, kantor.akun_budi, sejak, sampai)
    langkah = segar(mulai(panggilan, kantor)).langkah_kini
    assert (langkah.jabatan.kode == "KEPALA-SETDA") is naik
    if naik:
        assert f"sejak {masa[0][0].day} Oktober 2026" in langkah.sebab_alih


def test_langkah_yang_menunggu_dialihkan_tiap_pagi_sekali_saja(panggilan, kantor):
    u = segar(mulai(panggilan, kantor))
    versi = u.versi_baris
    besok = timezone.make_aware(datetime(2026, 11, 5, 7, 0))
    assert pengalihan_pagi(besok) == 0
    _halangan(kantor.kadis, kantor.akun_budi, date(2026, 11, 3), date(2026, 11, 13))
    assert pengalihan_pagi(besok) == 1
    assert pengalihan_pagi(besok) == 0
    langkah = segar(u).langkah_kini
    assert (langkah.jabatan.kode, langkah.dialihkan_dari.kode) == ("KEPALA-SETDA", "KEPALA-DISDIK")
    assert segar(u).versi_baris == versi + 1  # a form opened before is stale
    assert kantor.akun_sekda.pemberitahuan.filter(url__contains=u.nomor).exists()
    with pytest.raises(BukanWewenang):
        lanjut(u, kantor, "kadis", pada=besok)


def pengalihan_pagi(pada):
    return tasks.alihkan_langkah(pada.isoformat())


def test_halangan_dibatalkan_atau_ada_plh_tidak_mengalihkan(panggilan, kantor):
    h = _halangan(kantor.kadis, kantor.akun_budi, date(2026, 10, 26), date(2026, 11, 13))
    _plt(kantor.budi, "KEPALA-DISDIK", "PLH")
    assert segar(mulai(panggilan, kantor)).langkah_kini.jabatan.kode == "KEPALA-DISDIK"
    assert h.dibatalkan_pada is None


# ── Plt, strategic decisions, mandates ───────────────────────────────────────────────────────────────


def _sampai_paraf(panggilan, kantor):
    u = lanjut(mulai(panggilan, kantor), kantor, "kadis")
    u = lanjut(u, kantor, "susi", PANGGIL)
    u = lanjut(u, kantor, "susi", {"hasil": "hadir"})
    u = lanjut(u, kantor, "kasub11", {"hasil": "terbukti"})
    return segar(lanjut(u, kantor, "kabid"))


def test_keputusan_strategis_tidak_ditandatangani_plt(panggilan, kantor):
    """UU 30/2014 Ps. 14 (7): with a Plt. Kepala BKD the signature goes up to the Sekda, and the SK prints him."""
    u = _sampai_paraf(panggilan, kantor)
    tambah(kantor.dewi, "kedudukan", kedudukan_id="99", tmt=date(2026, 10, 1))
    _plt(kantor.kabid, "KEPALA-BKPSDM", "PLT")
    u = lanjut(u, kantor, "kabid")  # a Plt may approve, it is no decision
    u = segar(u)
    u = alur.tetapkan(u, oleh=kantor.oleh("susi"), versi=u.versi_baris)
    langkah = segar(u).langkah_kini
    assert langkah.jabatan.kode == "KEPALA-SETDA"
    assert "UU 30/2014 Pasal 14" in langkah.sebab_alih
    assert Naskah.objects.get(jenis="sk").data["tanda_tangan"]["nama"] == "Sekda Utama"


def test_penolakan_hanya_dari_eselon_setelan_ke_atas(panggilan, kantor):
    u = _sampai_paraf(panggilan, kantor)
    assert "tolak" in {t.kode for t in tindakan(u, u.langkah_kini, kantor.oleh("dewi").hak)}
    Setelan.objects.filter(kunci="tolak_mulai_eselon").update(nilai="II.a")
    assert "tolak" not in {t.kode for t in tindakan(u, u.langkah_kini, kantor.oleh("dewi").hak)}
    with pytest.raises(BukanWewenang):
        alur.tolak(u, oleh=kantor.oleh("dewi"), versi=u.versi_baris, alasan="x", pasal="y")


def test_konseptor_bukan_penanda_tangan_juga_pada_rute_ini(panggilan, kantor):
    u = lanjut(_sampai_paraf(panggilan, kantor), kantor, "dewi")
    # Who drafted as staf has become the head of the BKD since then.
    tambah(kantor.dewi, "kedudukan", kedudukan_id="99", tmt=date(2026, 11, 1))
    tambah(kantor.susi, "jabatan", jabatan=Jabatan.objects.get(kode="KEPALA-BKPSDM"), tmt=date(2026, 11, 1))
    u = segar(u)
    LangkahUsulan.objects.filter(pk=u.langkah_kini_id).update(
        kode="tanda_tangan",
        aksi="tanda_tangan",
        peran="",
        unit=None,
        jabatan=Jabatan.objects.get(kode="KEPALA-BKPSDM"),
    )
    with pytest.raises(BukanWewenang, match="Konseptor"):
        alur.sahkan(u, oleh=kantor.oleh("susi"), versi=u.versi_baris, file=pdf())


MANDAT = [
    {"layanan": "", "dari": "BUPATI", "kepada": "SEKDA", "cara": "an", "dasar": "uji"},
    {"layanan": "kp-reguler", "dari": "BUPATI", "kepada": "KABAN", "cara": "an", "dasar": "uji"},
    {"layanan": "", "dari": "KABAN", "kepada": "KEPALA-BID1", "cara": "ub", "dasar": "uji"},
]


@pytest.mark.parametrize(
    ("kantor_", "slug", "harapan"),
    [
        ("BUPATI", "kgb", [("BUPATI", ""), ("SEKDA", "an")]),
        ("BUPATI", "kp-reguler", [("BUPATI", ""), ("KABAN", "an"), ("KEPALA-BID1", "ub")]),
        ("KABAN", "kgb", [("KABAN", "")]),  # u.b. passes on only what was received a.n.
    ],
)
def test_rantai_mandat(kantor_, slug, harapan):
    assert pelimpahan.rantai(kantor_, slug, _Acuan(MANDAT), HARI) == harapan


class _Acuan:
    def __init__(self, mandat):
        self.mandat = mandat

    def setelan(self, kunci, tanggal):
        assert kunci == "pelimpahan_tanda_tangan"
        return self.mandat


def test_baris_tanda_tangan():
    """Permendagri/tata naskah dinas: a.n. names the giver in capitals, u.b. stands between the two that act."""
    baris = pelimpahan.baris_tanda_tangan
    assert baris(["Bupati Lamongan"], [""]) == ["BUPATI LAMONGAN"]
    assert baris(["Plt. Kepala Dinas Pendidikan"], [""]) == ["Plt. KEPALA DINAS PENDIDIKAN"]
    assert baris(["Bupati Lamongan", "Sekretaris Daerah"], ["", "an"]) == ["a.n. BUPATI LAMONGAN", "Sekretaris Daerah"]
    assert baris(["Bupati Lamongan", "Kepala BKPSDM", "Kepala Bidang Mutasi"], ["", "an", "ub"]) == [
        "a.n. BUPATI LAMONGAN", "Kepala BKPSDM", "u.b.", "Kepala Bidang Mutasi"
    ]  # fmt: skip


def test_atasan_langsung_kepala_unit_adalah_kepala_di_atasnya(panggilan, kantor):
    acuan = acuan_kini()
    konteks = katalog.Konteks(_profil(kantor.kasub11), {}, HARI, acuan)
    assert (
        rute.alamat(katalog.atasan_langsung, panggilan, konteks, acuan)["nama"]
        == Jabatan.objects.get(kode="KEPALA-BID1").nama
    )
    konteks = katalog.Konteks(_profil(kantor.susi), {}, HARI, acuan)
    assert (
        rute.alamat(katalog.atasan_langsung, panggilan, konteks, acuan)["nama"]
        == Jabatan.objects.get(kode="KEPALA-SUB11").nama
    )


def _profil(pegawai):
    return profil_satu(pegawai.pk, per=HARI)


def test_pengalihan_tanpa_siapa_pun_berakhir_pada_bupati(orang):
    """Nobody up to the Sekda: the Bupati, whose decision a clerk records."""
    alamat = {"jabatan": Jabatan.objects.get(kode="KEPALA-DINKES").pk, "nama": "Kepala Dinas"}
    kini, sebab = pengalihan.alamat_kini(
        alamat, pegawai_id=orang.eko.pk, tanggal=HARI, acuan=acuan_kini(), memutus=False
    )
    assert kini == {"kantor_luar": "BUPATI", "nama": "Bupati"}
    assert sebab.startswith(Jabatan.objects.get(kode="KEPALA-DINKES").nama)
