"""KP yang jarang, dari draf sampai SK bertanda tangan: pangkat, masa kerja golongan, dan gaji yang ditulisnya.

Every figure by hand: the pay from Lampiran PP 5/2024, the cut of masa kerja golongan from PP 99/2000 (five years at
II to III, none inside a group), the TMT from ``regulasi/kenaikan-pangkat.md`` section 6.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import RiwayatGaji, RiwayatMasaKerja, RiwayatPangkat
from layanan.galat import SyaratBelumTerpenuhi
from layanan.models import Usulan
from tests.kepangkatan.conftest import bulan_depan, kinerja, mainkan, sebelum_sesudah
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
PENETAPAN = {"nomor_penetapan": "188/214/KEP/413.013/2026"}


def pegawai_pns(nama, masuk, jenjang, **kolom):
    """A PNS of the Dinas Pendidikan with the whole of his rank history: ``jenjang`` [(golongan, tmt, MKG years, months)]."""
    awal, *lanjut = jenjang
    kolom = {"unit": "DISDIK", "kelamin": "L"} | kolom
    siapa = buat_pegawai(nama=nama, golongan=awal[0], mkg=awal[2:], tmt=masuk, **kolom)
    for golongan, tmt, tahun, bulan in lanjut:
        tambah(siapa, "pangkat", tmt=tmt, golongan_id=golongan, mkg_tahun=tahun, mkg_bulan=bulan, jenis_kp_id="101")
    return siapa


def jadi(pegawai):
    """(golongan, kind, TMT, MKG) and (golongan, reason, TMT, pay, MKG) of the rows that the decree wrote."""
    p = RiwayatPangkat.objects.get(pegawai=pegawai, naskah_pegawai__isnull=False, dibatalkan_pada=None)
    g = RiwayatGaji.objects.get(pegawai=pegawai, naskah_pegawai=p.naskah_pegawai, dibatalkan_pada=None)
    return (
        (p.golongan_id, p.jenis_kp_id, p.tmt, (p.mkg_tahun, p.mkg_bulan)),
        (g.golongan_id, g.jenis, g.tmt, g.gaji_pokok, (g.mkg_tahun, g.mkg_bulan)),
    )


def profil_baru(pegawai, tmt):
    """What the profile says from the TMT on: golongan and pay; the day before it still had the old ones."""
    lama, baru = sebelum_sesudah(pegawai, tmt)
    assert lama.golongan != baru.golongan
    return baru.golongan, baru.gaji_pokok


# ── prestasi dan penemuan (Pasal 15, 16) ─────────────────────────────────────────────────────────────


def test_prestasi_melewati_golongan_tanpa_ujian_dinas(orang, hari_ini):
    """II/d of an SMA for 14 months, Sangat Baik: III/a without ujian dinas; MKG 17 years 5 months less five is 12-5.

    Lampiran PP 5/2024, III/a row 12: Rp3.355.400.
    """
    tmt = bulan_depan(hari_ini)
    masuk = tambah_bulan(tmt, -209)
    lina = pegawai_pns("Lina Marlina", masuk, [
        ("II/a", masuk, 0, 0), ("II/b", tambah_bulan(tmt, -160), 4, 1), ("II/c", tambah_bulan(tmt, -110), 8, 3),
        ("II/d", tambah_bulan(tmt, -14), 16, 3),
    ], kelamin="P")  # fmt: skip
    tambah(lina, "pendidikan", tmt=masuk, tingkat_id="15", nama="SMA", tahun_lulus=2005)
    kinerja(lina, tmt.year - 1, predikat="Sangat Baik")
    isian = PENETAPAN | {"tmt": tmt, "golongan_baru": "III/a", "tanggal_penetapan": hari_ini - timedelta(days=60)}
    usulan = mainkan("kp-prestasi", lina, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert {h["kode"]: h["jawaban"] for h in usulan.hasil_syarat if h["jawaban"] != "ya"} == {}
    assert jadi(lina) == (("III/a", "208", tmt, (12, 5)), ("III/a", "KP", tmt, 3_355_400, (12, 5)))
    assert profil_baru(lina, tmt) == ("III/a", 3_355_400)
    data = usulan.naskah.get().naskah.data
    assert "Pasal 15" in data["menimbang"][0]
    assert "188/214/KEP/413.013/2026" in data["menimbang"][0]


def test_prestasi_dengan_predikat_baik_saja_ditolak_saat_diajukan(orang, hari_ini):
    """Sangat Baik is asked for; with Baik of last year the usulan stays a draft and nothing is written."""
    tmt = bulan_depan(hari_ini)
    lina = pegawai_pns("Lina Marlina", tambah_bulan(tmt, -40), [("III/a", tambah_bulan(tmt, -40), 0, 0)])
    kinerja(lina, tmt.year - 1)
    isian = PENETAPAN | {"tmt": tmt, "golongan_baru": "III/b", "tanggal_penetapan": hari_ini}
    with pytest.raises(SyaratBelumTerpenuhi, match="KP-U06"):
        mainkan("kp-prestasi", lina, isian)
    assert not RiwayatPangkat.objects.filter(pegawai=lina, naskah_pegawai__isnull=False).exists()


def test_penemuan_tanpa_masa_pangkat_dan_mencatat_angka_kreditnya(orang, hari_ini):
    """A guru eight months in III/b: III/c at once; MKG 3 years 4 months stays, III/c row 2: Rp3.121.700."""
    tmt = bulan_depan(hari_ini)
    masuk = tambah_bulan(tmt, -40)
    maya = pegawai_pns(
        "Maya Anggraini", masuk, [("III/a", masuk, 0, 0), ("III/b", tambah_bulan(tmt, -8), 2, 8)],
        kelamin="P", jabatan="JF-GURU-PERTAMA",
    )  # fmt: skip
    tambah(maya, "pendidikan", tmt=masuk, tingkat_id="40", nama="PGSD", tahun_lulus=2020)
    for tahun in range(tmt.year - 3, tmt.year):
        tambah(maya, "angka_kredit", tmt=date(tahun, 1, 1), sampai=date(tahun, 12, 31), jenis="konversi",
               jenjang="ahli_pertama", jumlah=Decimal("12.50"))  # fmt: skip
    kinerja(maya, tmt.year - 1)
    isian = PENETAPAN | {"tmt": tmt, "golongan_baru": "III/c", "tanggal_penetapan": hari_ini - timedelta(days=5)}
    usulan = mainkan("kp-penemuan", maya, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert jadi(maya) == (("III/c", "207", tmt, (3, 4)), ("III/c", "KP", tmt, 3_121_700, (3, 4)))
    assert profil_baru(maya, tmt) == ("III/c", 3_121_700)
    assert RiwayatPangkat.objects.get(pegawai=maya, golongan="III/c").angka_kredit == Decimal("37.50")
    assert "penemuan baru yang bermanfaat bagi negara" in usulan.naskah.get().naskah.data["menimbang"][0]


# ── tugas belajar (Pasal 17) ─────────────────────────────────────────────────────────────────────────


def test_tugas_belajar_naik_ke_pangkat_ijazahnya(orang, hari_ini):
    """II/c back from study with S1: III/a, two steps; MKG 11 years 0 months less five, III/a row 6: Rp3.057.300."""
    tmt = bulan_depan(hari_ini)
    masuk = tambah_bulan(tmt, -132)
    nina = pegawai_pns("Nina Rahayu", masuk, [
        ("II/a", masuk, 0, 0), ("II/b", tambah_bulan(tmt, -84), 4, 0), ("II/c", tambah_bulan(tmt, -36), 8, 0),
    ], kelamin="P")  # fmt: skip
    tambah(nina, "tinggal", tmt=tambah_bulan(tmt, -30), sampai=tambah_bulan(tmt, -3), jenis="TUBEL", nomor_sk="892/4")
    tambah(nina, "pendidikan", tmt=masuk, tingkat_id="15", nama="SMA", tahun_lulus=2012)
    tambah(nina, "pendidikan", tmt=tambah_bulan(tmt, -2), tingkat_id="40", nama="Akuntansi", tahun_lulus=tmt.year - 1)
    kinerja(nina, tmt.year - 1)
    isian = {"tmt": tmt, "golongan_baru": "III/a", "izin": "tugas_belajar", "nomor_izin": "892/4", "akreditasi": "unggul",
             "pddikti": "ya"}  # fmt: skip
    usulan = mainkan("kp-tugas-belajar", nina, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert {h["kode"]: h["jawaban"] for h in usulan.hasil_syarat if h["jawaban"] != "ya"} == {}
    assert jadi(nina) == (("III/a", "205", tmt, (6, 0)), ("III/a", "KP", tmt, 3_057_300, (6, 0)))
    assert profil_baru(nina, tmt) == ("III/a", 3_057_300)


# ── pengabdian (Pasal 27) ────────────────────────────────────────────────────────────────────────────


def test_pengabdian_menjelang_pensiun_berlaku_sebulan_sebelumnya(orang, hari_ini):
    """Pelaksana, BUP 58, pension in three months: TMT a month before it; 31 years of service, two months in rank.

    MKG 24 years 3 months at III/c, row 24: Rp4.390.700.
    """
    pensiun = tambah_bulan(hari_ini.replace(day=1), 3)
    tmt = tambah_bulan(pensiun, -1)
    masuk = tambah_bulan(tmt, -375)
    oka = pegawai_pns(
        "Oka Wijaya", masuk, [("II/c", masuk, 3, 0), ("III/a", tambah_bulan(tmt, -200), 12, 7),
                              ("III/b", tambah_bulan(tmt, -2), 24, 1)],
        lahir=tambah_bulan(pensiun, -12 * 58 - 1) + timedelta(days=14),
    )  # fmt: skip
    kinerja(oka, tmt.year - 1)
    usulan = mainkan("kp-pengabdian", oka, {"sebab": "bup", "nomor_bukti": "DPCP/12"})
    assert usulan.status == "selesai", usulan.langkah_kini
    assert [(h["kode"], h["jawaban"]) for h in usulan.hasil_syarat] == [
        ("KP-P01", "ya"), ("KP-P04", "ya"), ("KP-P05", "ya")
    ]  # fmt: skip
    assert jadi(oka) == (("III/c", "PGB", tmt, (24, 3)), ("III/c", "KP", tmt, 4_390_700, (24, 3)))
    assert profil_baru(oka, tmt) == ("III/c", 4_390_700)
    assert "batas usia pensiun" in usulan.naskah.get().naskah.data["menimbang"][0]


def test_pengabdian_karena_meninggal_juga_setelah_kematiannya_tercatat(orang, hari_ini):
    """II/d of 22 years of service, 13 months in rank, MKG 20-2: III/a 15-2, row 14: Rp3.461.100, from the day of death.

    His death has been recorded already, and the pension of the heirs begins on the first of the month after (T-13).
    """
    meninggal = tambah_bulan(hari_ini.replace(day=10), -2)
    masuk = tambah_bulan(meninggal.replace(day=1), -264)
    putra = pegawai_pns(
        "Putra Mahendra", masuk, [("II/a", masuk, 0, 0), ("II/c", tambah_bulan(meninggal.replace(day=1), -100), 12, 0),
                                  ("II/d", tambah_bulan(meninggal.replace(day=1), -13), 19, 1)],
    )  # fmt: skip
    kinerja(putra, meninggal.year - 1)
    tambah(putra, "kedudukan", tmt=tambah_bulan(meninggal.replace(day=1), 1), kedudukan_id="88")
    isian = {"sebab": "meninggal", "tanggal_kejadian": meninggal, "nomor_bukti": "474.3/12"}
    usulan = mainkan("kp-pengabdian", putra, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert usulan.hasil_syarat[0]["kode"] == "KP-P02"
    assert jadi(putra) == (("III/a", "PGB", meninggal, (15, 2)), ("III/a", "KP", meninggal, 3_461_100, (15, 2)))
    assert profil_baru(putra, meninggal) == ("III/a", 3_461_100)


def test_pengabdian_karena_cacat_tanpa_masa_kerja_minimal(orang, hari_ini):
    """Three years of service, one month in rank, cacat karena dinas: II/b, MKG 3-6 is row 3: Rp2.385.000."""
    putusan = tambah_bulan(hari_ini.replace(day=20), -1)
    awal = putusan.replace(day=1)
    qori = pegawai_pns("Qori Aulia", tambah_bulan(awal, -42), [("II/a", tambah_bulan(awal, -42), 0, 0)], kelamin="P")
    kinerja(qori, putusan.year - 1)
    isian = {"sebab": "cacat", "tanggal_kejadian": putusan, "nomor_bukti": "BA/7", "karena_dinas": "ya"}
    usulan = mainkan("kp-pengabdian", qori, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert [h["kode"] for h in usulan.hasil_syarat] == ["KP-P04", "KP-P05", "KP-P06"]
    assert jadi(qori) == (("II/b", "PGB", putusan, (3, 6)), ("II/b", "KP", putusan, 2_385_000, (3, 6)))


# ── anumerta (Pasal 19-24) ───────────────────────────────────────────────────────────────────────────


def test_anumerta_dari_golongan_ii_ke_iii_memotong_mkg(orang, hari_ini):
    """II/d, MKG 18 years 2 months, tewas on the tenth: III/a 13-2 from that day, row 12: Rp3.355.400."""
    tewas = tambah_bulan(hari_ini.replace(day=10), -2)
    awal = tewas.replace(day=1)
    masuk = tambah_bulan(awal, -218)
    rian = pegawai_pns("Rian Saputra", masuk, [("II/a", masuk, 0, 0), ("II/d", tambah_bulan(awal, -50), 14, 0)])
    isian = {
        "tanggal_tewas": tewas,
        "huruf": "a",
        "nomor_laporan": "BA/3",
        "uraian": "Tertimpa bangunan saat bertugas.",
    }
    usulan = mainkan("kp-anumerta", rian, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert [(h["kode"], h["jawaban"]) for h in usulan.hasil_syarat] == [("KP-A01", "ya"), ("KP-A02", "ya")]
    assert jadi(rian) == (("III/a", "ANU", tewas, (13, 2)), ("III/a", "KP", tewas, 3_355_400, (13, 2)))
    assert profil_baru(rian, tewas) == ("III/a", 3_355_400)


# ── peninjauan masa kerja, lalu KP ───────────────────────────────────────────────────────────────────


def test_pmk_ditambahkan_sebelum_potongan_golongan(orang, hari_ini):
    """II/d, MKG 14-0; five years of a company add 2-6: 16-6, row 15: Rp3.120.900. A month later PLB: 16-7 less five.

    III/a 11-7, row 10: Rp3.252.900.
    """
    tmt = bulan_depan(hari_ini)
    masuk = tambah_bulan(tmt, -168)
    sigit = pegawai_pns("Sigit Pramono", masuk, [
        ("II/a", masuk, 0, 0), ("II/b", tambah_bulan(tmt, -120), 4, 0), ("II/c", tambah_bulan(tmt, -72), 8, 0),
        ("II/d", tambah_bulan(tmt, -24), 12, 0),
    ])  # fmt: skip
    tambah(sigit, "pendidikan", tmt=masuk, tingkat_id="15", nama="SMA", tahun_lulus=2000)
    kinerja(sigit, tmt.year - 1, predikat="Sangat Baik")
    badan = {"tmt": tmt, "badan_1": "PT Pal", "mulai_1": date(2003, 1, 1), "akhir_1": date(2007, 12, 31)}
    assert mainkan("pmk", sigit, badan).status == "selesai"
    assert RiwayatMasaKerja.objects.get(pegawai=sigit).bulan == 30
    gaji = RiwayatGaji.objects.get(pegawai=sigit, jenis="PMK")
    assert (gaji.gaji_pokok, gaji.mkg_tahun, gaji.mkg_bulan, gaji.tmt) == (3_120_900, 16, 6, tmt)
    lanjut = tambah_bulan(tmt, 1)
    kinerja(sigit, *({lanjut.year - 1} - {tmt.year - 1}), predikat="Sangat Baik")
    isian = PENETAPAN | {"tmt": lanjut, "golongan_baru": "III/a", "tanggal_penetapan": hari_ini}
    usulan = mainkan("kp-prestasi", sigit, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    assert jadi(sigit) == (("III/a", "208", lanjut, (11, 7)), ("III/a", "KP", lanjut, 3_252_900, (11, 7)))


@pytest.mark.parametrize("slug", ["kp-pengabdian", "kp-anumerta"])
def test_yang_kematiannya_sudah_tercatat_masih_ditemukan_dan_dibuatkan_draf(client, orang, hari_ini, slug):
    """The death stands in the records already: the operator still finds him for these two, and not for KP reguler."""
    masuk_kerja = tambah_bulan(hari_ini.replace(day=1), -200)
    tono = pegawai_pns("Tono Wibisono", masuk_kerja, [("II/c", masuk_kerja, 3, 0)])
    tambah(tono, "kedudukan", tmt=hari_ini.replace(day=1), kedudukan_id="88")
    masuk(client, orang.akun_budi)
    assert "Tono Wibisono" in client.get(f"/layanan/{slug}/ajukan/", {"q": "Tono"}).content.decode()
    assert "Tono Wibisono" not in client.get("/layanan/kp-reguler/ajukan/", {"q": "Tono"}).content.decode()
    assert client.post(f"/layanan/{slug}/ajukan/", {"nip": tono.nip}).status_code == 302
    assert Usulan.objects.get(pegawai=tono).status == "draf"
