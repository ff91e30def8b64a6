"""PAK, kenaikan jenjang, peninjauan masa kerja, dan gelar lewat pintunya; halaman penertiban angka kredit."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.db.models import Q
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepangkatan.filters_ak import BELUM_PAK, NAIK_JENJANG, NAIK_PANGKAT, daftar_ak, tertinggal
from kepangkatan.layanan.kenaikan_jenjang import kebutuhan_unit
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import (
    KebutuhanJabatan,
    RiwayatAngkaKredit,
    RiwayatGaji,
    RiwayatIdentitas,
    RiwayatJabatan,
    RiwayatMasaKerja,
)
from kepegawaian.profil import profil_satu
from layanan import katalog
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.kepangkatan.conftest import bulan_depan, kinerja, mainkan, sebelum_sesudah
from tests.pabrik import buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def guru(orang, hari_ini):
    """Guru Ahli Pertama III/b at DISDIK since four years, 87,50 credits up to the year before last."""
    mulai = date(hari_ini.year - 5, 1, 1)
    guru = buat_pegawai(nama="Hana Pertiwi", unit="DISDIK", jabatan="JF-GURU-PERTAMA", golongan="III/b", tmt=mulai)
    tambah(guru, "angka_kredit", tmt=mulai, sampai=date(hari_ini.year - 2, 12, 31), jenis="integrasi",
           jenjang="ahli_pertama", jumlah=Decimal("87.50"))  # fmt: skip
    tambah(guru, "pendidikan", tmt=mulai, tingkat_id="40", nama="PGSD", tahun_lulus=hari_ini.year - 7)
    kinerja(guru, hari_ini.year - 1, hari_ini.year - 2)
    return guru


def naskah(usulan):
    return usulan.naskah.order_by("-naskah_id").first().naskah


# ── angka kredit ─────────────────────────────────────────────────────────────────────────────────────


def test_pak_mengisi_periode_yang_belum_dihitung_dan_mencetak_rumusnya(guru, hari_ini):
    """Ahli Pertama, a whole year Baik: 100% x 12,5; 87,5 + 12,5 = 100 of the 100 for Ahli Muda."""
    tahun = hari_ini.year - 1
    usulan = mainkan("pak", guru, {})
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = RiwayatAngkaKredit.objects.get(pegawai=guru, naskah_pegawai__isnull=False)
    assert (baris.jenis, baris.jenjang, baris.jumlah) == ("konversi", "ahli_pertama", Decimal("12.50"))
    assert (baris.tmt, baris.sampai) == (date(tahun, 1, 1), date(tahun, 12, 31))
    data = naskah(usulan).data
    assert data["konversi"]["rumus"] == "100% x 12,5 = 12,5"
    assert data["jumlah"] == {"lama": "87,5", "baru": "12,5", "semua": "100"}
    assert data["kebutuhan"][-1] == {"label": "Kebutuhan kenaikan jenjang", "isi": "100 (lebih 0)"}
    assert profil_satu(guru.pk, per=hari_ini).angka_kredit == Decimal("100.00")


def test_pak_tengah_tahun_dihitung_perduabelas():
    form = katalog.ambil("pak").form({"dari": "2026-01-01", "sampai": "2026-02-28", "predikat": "Baik"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["sampai"] == date(2026, 2, 28)
    assert not katalog.ambil("pak").form({"dari": "2026-03-01", "sampai": "2026-02-28", "predikat": "Baik"}).is_valid()


def test_kenaikan_jenjang_mengganti_jabatan_dan_memulai_angka_kredit_lagi(guru, hari_ini):
    tambah(guru, "angka_kredit", tmt=date(hari_ini.year - 1, 1, 1), sampai=date(hari_ini.year - 1, 12, 31),
           jenis="konversi", jenjang="ahli_pertama", jumlah=Decimal("12.50"))  # fmt: skip
    tambah(guru, "uji_kompetensi", tmt=hari_ini - timedelta(days=90), tujuan="jenjang", hasil="MS")
    tujuan = jabatan_kode("JF-GURU-MUDA")
    KebutuhanJabatan.objects.create(jabatan=tujuan, unit=unit_kode("DISDIK"), kebutuhan=2,
                                    berlaku_sejak=date(2020, 1, 1), dasar="ABK uji")  # fmt: skip
    tmt = bulan_depan(hari_ini)
    kinerja(guru, *({tmt.year - 1} - {hari_ini.year - 1}))
    usulan = mainkan("kenaikan-jenjang", guru, {"tmt": tmt, "jabatan_tujuan": tujuan.pk})
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = RiwayatJabatan.objects.get(pegawai=guru, naskah_pegawai__isnull=False)
    assert (baris.jabatan, baris.tmt, baris.arah, baris.unit_id) == (tujuan, tmt, "vertikal", unit_kode("DISDIK").pk)
    lama, baru = sebelum_sesudah(guru, tmt)
    assert (lama.jenjang, lama.angka_kredit) == ("ahli_pertama", Decimal("100.00"))
    assert (baru.jenjang, baru.angka_kredit, baru.golongan) == ("ahli_muda", Decimal("0.00"), "III/b")
    # With the SK of the jenjang the way to III/c is open: its credits were met before (KP-J02, KP-J03).
    kp = katalog.ambil("kp-fungsional")
    jawab = {
        s.kode: h.jawaban for s, h in kp.periksa(katalog.Konteks(baru, {"golongan_baru": "III/c"}, tmt, acuan_kini()))
    }
    assert (jawab["KP-J02"], jawab["KP-J03"]) == ("ya", "ya")


def test_kebutuhan_dicari_ke_atas_dan_menghitung_pemangku(guru, hari_ini):
    tujuan = jabatan_kode("JF-GURU-MUDA")
    profil = profil_satu(guru.pk, per=hari_ini)
    assert kebutuhan_unit(tujuan.pk, profil, hari_ini) == {}
    KebutuhanJabatan.objects.create(jabatan=tujuan, unit=unit_kode("DISDIK"), kebutuhan=1,
                                    berlaku_sejak=date(2020, 1, 1), dasar="ABK uji")  # fmt: skip
    buat_pegawai(nama="Lia Amalia", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA")
    assert kebutuhan_unit(tujuan.pk, profil, hari_ini) == {"kebutuhan": 1, "terisi": 1}


# ── masa kerja dan gelar ─────────────────────────────────────────────────────────────────────────────


def test_pmk_menambah_mkg_dan_gaji(orang, hari_ini):
    """Four years with a company count two: MKG 5 years becomes 7, row 6 at III/a."""
    tmt = bulan_depan(hari_ini)
    rudi = buat_pegawai(nama="Rudi Hartono", unit="DISDIK", kelamin="L", tmt=tambah_bulan(tmt, -60))
    isian = {"tmt": tmt, "badan_1": "PT Semen", "mulai_1": date(2010, 1, 1), "akhir_1": date(2013, 12, 31)}
    usulan = mainkan("pmk", rudi, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    masa = RiwayatMasaKerja.objects.get(pegawai=rudi, naskah_pegawai__isnull=False)
    assert (masa.bulan, masa.pengalaman, masa.tmt) == (24, "PT Semen", tmt)
    gaji = RiwayatGaji.objects.get(pegawai=rudi, jenis="PMK")
    assert (gaji.mkg_tahun, gaji.mkg_bulan) == (7, 0)
    assert gaji.gaji_pokok == 3_057_300  # Lampiran PP 5/2024, III/a baris 6
    lama, baru = sebelum_sesudah(rudi, tmt)
    assert (lama.pmk_bulan, baru.pmk_bulan) == (0, 24)
    assert baru.tmt_mkg_nol == tambah_bulan(tmt, -84)


def test_pmk_menuntut_masa_lengkap_dan_tanggal_satu():
    form = katalog.ambil("pmk").form(
        {"tmt": "2026-12-02", "badan_1": "PT", "mulai_1": "2010-01-01", "akhir_1": "2009-01-01", "badan_2": "CV"}
    )
    assert set(form.errors) == {"tmt", "akhir_1", "badan_2"}


def test_gelar_tercantum_dan_pendidikan_diakui(orang, hari_ini):
    sari = buat_pegawai(nama="Sari Utami", unit="DISDIK", gelar_belakang="S.Pd.")
    tmt = hari_ini - timedelta(days=30)
    isian = {"tmt": tmt, "tingkat": "45", "nama_prodi": "Magister Manajemen Pendidikan", "sekolah": "Unesa",
             "tahun_lulus": 2024, "nomor_ijazah": "1/2024", "gelar_belakang": "S.Pd., M.Pd.", "izin": "izin_belajar",
             "nomor_izin": "420/1", "akreditasi": "unggul", "pddikti": "ya"}  # fmt: skip
    usulan = mainkan("pencantuman-gelar", sari, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    lama, baru = sebelum_sesudah(sari, tmt)
    assert (lama.nama_lengkap, baru.nama_lengkap) == ("Sari Utami, S.Pd.", "Sari Utami, S.Pd., M.Pd.")
    assert baru.pendidikan == "S2"
    assert (baru.golongan, baru.tmt_pangkat, baru.gaji_pokok) == (lama.golongan, lama.tmt_pangkat, lama.gaji_pokok)
    assert RiwayatIdentitas.objects.filter(pegawai=sari, naskah_pegawai__isnull=False).count() == 1


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────


def baris_halaman(client, **saringan):
    jawab = client.get(reverse("kepangkatan:angka_kredit_list"), saringan)
    assert jawab.status_code == 200
    return [p.nama for p in jawab.context["potongan"]], jawab


def test_penertiban_menyebut_pak_yang_tertinggal_dan_yang_cukup(client, orang, guru, hari_ini):
    masuk(client, orang.akun_citra)
    nama, jawab = baris_halaman(client)
    assert nama == ["Hana Pertiwi"]
    isi = jawab.content.decode()
    assert "Belum ada PAK tahun penuh terakhir" in isi
    assert 'action="/layanan/pak/ajukan/"' in isi
    assert 'action="/layanan/kenaikan-jenjang/ajukan/"' not in isi
    assert baris_halaman(client, keadaan="jenjang")[0] == []
    tambah(guru, "angka_kredit", tmt=date(hari_ini.year - 1, 1, 1), sampai=date(hari_ini.year - 1, 12, 31),
           jenis="konversi", jenjang="ahli_pertama", jumlah=Decimal("12.50"))  # fmt: skip
    assert baris_halaman(client, keadaan="pak")[0] == []
    nama, jawab = baris_halaman(client, keadaan="jenjang")
    assert nama == ["Hana Pertiwi"]
    assert 'action="/layanan/kenaikan-jenjang/ajukan/"' in jawab.content.decode()
    assert baris_halaman(client, q="tidak ada")[0] == []
    # One press makes the draft for her; once it runs she is no longer one who has been forgotten.
    jawab = client.post("/layanan/kenaikan-jenjang/ajukan/", {"nip": guru.nip})
    assert jawab.status_code == 302
    assert Usulan.objects.get(pegawai=guru, layanan="kenaikan-jenjang").status == "draf"
    assert baris_halaman(client, keadaan="jenjang")[0] == []


def test_penertiban_tidak_menyuruh_yang_belum_dua_tahun_dalam_pangkat(client, orang, hari_ini):
    """A guru without a PAK, a year in rank, whose credits suffice: told to make the PAK, not to rise."""
    awal = tambah_bulan(hari_ini.replace(day=1), -48)
    baru = buat_pegawai(nama="Ira Kusuma", unit="DISDIK", jabatan="JF-GURU-PERTAMA", tmt=awal, golongan="II/d")
    tambah(
        baru, "pangkat", tmt=tambah_bulan(hari_ini.replace(day=1), -12), golongan_id="III/a", mkg_tahun=3, mkg_bulan=0
    )
    tambah(baru, "angka_kredit", tmt=awal, sampai=date(hari_ini.year - 2, 12, 31), jenis="integrasi",
           jenjang="ahli_pertama", jumlah=Decimal("60.00"))  # fmt: skip
    masuk(client, orang.akun_citra)
    _, jawab = baris_halaman(client)
    (satu,) = [p for p in jawab.context["potongan"] if p.nama == "Ira Kusuma"]
    assert [kata for kata, _ in satu.tugas] == ["Belum ada PAK tahun penuh terakhir"]


def test_saringan_penertiban_menemukan_orang_yang_sama_dengan_kolomnya(orang, hari_ini):
    """The lists by joins and the words of each row by its own sums: twelve JF, one thing different in each."""
    awal, akhir = tambah_bulan(hari_ini.replace(day=1), -60), date(hari_ini.year - 1, 12, 31)

    def jf(nama, *angka, golongan="III/a", tmt=awal, jabatan="JF-GURU-PERTAMA"):
        satu = buat_pegawai(nama=nama, unit="DISDIK", jabatan=jabatan, golongan=golongan, tmt=tmt)
        for i, (jumlah, sampai, lain) in enumerate(angka):
            tambah(satu, "angka_kredit", **{
                "tmt": awal + timedelta(days=i), "sampai": sampai, "jenis": "integrasi", "jenjang": "ahli_pertama",
                "jumlah": Decimal(jumlah)} | lain)  # fmt: skip
        return satu

    jf("Tanpa angka")
    jf("Sampai akhir tahun", ("12.50", akhir, {}))
    jf("Setahun kurang", ("12.50", akhir - timedelta(days=1), {}))
    jf("Tanpa sampai", ("12.50", None, {}))
    jf("Tepat lima puluh", ("37.50", akhir, {}), ("12.50", akhir, {}))
    jf("Kurang seperseratus", ("37.50", akhir, {}), ("12.49", akhir, {}))
    jf("Jenjang lain", ("500.00", akhir, {"jenjang": "ahli_muda"}))
    jf("Kelak", ("50.00", hari_ini + timedelta(days=40), {"tmt": hari_ini + timedelta(days=1)}))
    jf("Baru memangku", ("50.00", akhir, {}), tmt=tambah_bulan(hari_ini.replace(day=1), -3))
    jf("Seratus", ("100.00", akhir, {}), golongan="III/b")
    jf("Ganti jenjang", ("60.00", akhir, {}), golongan="III/b")
    jf("Ahli muda", ("900.00", akhir, {"jenjang": "ahli_muda"}), golongan="III/c", jabatan="JF-GURU-MUDA")
    semua = daftar_ak(SimpleNamespace(lingkup=Q), hari_ini)
    ada = {}
    for kode in (BELUM_PAK, NAIK_PANGKAT, NAIK_JENJANG):
        saring = set(semua.filter(tertinggal(kode, hari_ini)).values_list("nama", flat=True))
        assert saring == {p.nama for p in semua if getattr(p, f"kurang_{kode}")}
        ada[kode] = saring
    assert {"Tanpa angka", "Setahun kurang", "Tanpa sampai", "Jenjang lain", "Kelak"} <= ada[BELUM_PAK]
    assert not {"Sampai akhir tahun", "Tepat lima puluh", "Baru memangku"} & ada[BELUM_PAK]
    assert "Tepat lima puluh" in ada[NAIK_PANGKAT]
    assert not {"Kurang seperseratus", "Jenjang lain", "Kelak", "Baru memangku", "Ganti jenjang"} & ada[NAIK_PANGKAT]
    assert "Seratus" in ada[NAIK_JENJANG]
    assert not {"Ganti jenjang", "Tepat lima puluh"} & ada[NAIK_JENJANG]


def test_penertiban_diekspor_tepat_yang_disaring_dan_kuerinya_tetap(
    client, orang, guru, django_assert_max_num_queries
):
    masuk(client, orang.akun_citra)
    baris_halaman(client)
    with django_assert_max_num_queries(12):
        baris_halaman(client)
    jawab = client.get(reverse("kepangkatan:angka_kredit_ekspor"), {"keadaan": "pak"})
    isi = CalamineWorkbook.from_filelike(BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    assert [b[1] for b in isi if b[0] == guru.nip] == ["Hana Pertiwi"]


@pytest.mark.parametrize("nama", ["ani", "budi", "kadis", "itwas"])
def test_penertiban_tertutup_bagi_yang_lain(client, orang, nama):
    masuk(client, getattr(orang, f"akun_{nama}"))
    assert client.get(reverse("kepangkatan:angka_kredit_list")).status_code == 403
