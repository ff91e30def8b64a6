"""Hak dan kewajiban: tiap butir berpasal dan hanya bagi yang kena; angka rahasia hanya bagi yang berhak; halamannya ringan."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kepegawaian import hak_kewajiban as daftar
from kepegawaian.acuan import Bertanggal, acuan_kini
from kepegawaian.models import AksesSensitif, Regulasi, RekapKehadiran
from kepegawaian.profil import profil_satu
from layanan.profil_kasus import susun_profil
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

pytestmark = pytest.mark.django_db
HARI_INI = date.today()
PER = date(2026, 11, 29)
# A guru of III/c, CPNS since March 2015, born 17 May 1986, BUP 60.
ANI = {
    "status": "PNS", "tmt_cpns": "2015-03-01", "tmt_pns": "2016-03-01", "tanggal_lahir": "1986-05-17", "jenis_kelamin": "P",
    "golongan": "III/c", "tmt_pangkat": "2023-04-01", "mkg_pangkat": {"tahun": 8, "bulan": 1}, "aktif": True, "berhenti": False,
    "jenis_jabatan": "fungsional", "kelompok_jabatan": "", "bup": 60, "kedudukan": "01",
}  # fmt: skip


def profil(**ubah):
    return susun_profil(ANI | ubah, PER, acuan_kini())


def satu(kode, **ubah):
    return daftar.satu(kode, profil(**ubah), acuan_kini())


def semua(p):
    """{kode: Butir} without pelengkap."""
    return {b.kode: b for *_, isi in daftar.susun(p, acuan_kini(), lengkap=False) for b in isi}


# ── every entry ──────────────────────────────────────────────────────────────────────────────────────


def test_tiap_butir_berpasal_dari_regulasi_yang_dikenal_dan_berkalimat_utuh():
    dikenal = set(Regulasi.objects.values_list("kode", flat=True))
    acuan = acuan_kini()
    orang = [
        profil(),
        profil(jenis_kelamin="L", kelompok_jabatan="jpt_pratama"),
        profil(status="PPPK"),
        profil(status="PPPK_PW", upah=1500000),
    ]
    for p in orang:
        for kode in daftar.kode_semua():
            b = daftar.satu(kode, p, acuan)
            if b is None:
                continue
            assert b.dasar, kode
            assert {r for r, _ in b.dasar} <= dikenal, kode
            assert b.kalimat.endswith((".", ":")), kode
            assert b.jenis in daftar.JENIS, kode
            assert b.keyakinan in daftar.KEYAKINAN, kode
            assert not b.tanggal or b.peristiwa, kode


def test_setiap_butir_tampil_bagi_sekurang_kurangnya_seorang():
    acuan = acuan_kini()
    ragam = [
        profil(), profil(jenis_kelamin="L"), profil(status="PPPK", kontrak_sampai="2027-12-31"),
        profil(hukuman=[{"kode": "S2T", "tmt": "2026-01-01", "sampai": "2026-12-31"}]),
    ]  # fmt: skip
    ada = {k for k in daftar.kode_semua() for p in ragam if daftar.satu(k, p, acuan)}
    assert set(daftar.kode_semua()) - ada == set()


def test_profil_kosong_tidak_membuat_halaman_gagal():
    kosong = susun_profil({}, PER, acuan_kini())
    assert semua(kosong) == {}
    assert "belum" in satu("kenaikan-gaji-berkala", golongan=None, tmt_pangkat=None, mkg_pangkat=None).milik


def test_purna_tugas_hanya_melihat_yang_masih_berlaku_baginya(orang):
    assert semua(profil(berhenti=True, aktif=False)).keys() == {"hak-pensiun", "tabungan-hari-tua"}
    purna = buat_pegawai(nama="PURNA HAK", unit="DISDIK", kedudukan="99", tmt_kedudukan=HARI_INI)
    halaman = masuk(Client(), buat_akun(purna)).get(reverse("tata_kelola:hak_kewajiban_saya")).content.decode()
    assert "Masa tugas sudah berakhir" in halaman
    assert "Kenaikan gaji berkala" not in halaman


def test_kelompok_dan_pelengkap_hanya_nama_yang_ada():
    assert set(daftar.kode_pelengkap()) <= set(daftar.kode_semua())
    with pytest.raises(ValueError, match="tidak dikenal"):
        daftar.butir("entah")


def test_kewajiban_dan_larangan_sebanyak_menurut_pp():
    assert len(satu("kewajiban-pns").rinci) == 17
    assert len(satu("larangan-pns").rinci) == 14


# ── figures, by hand ─────────────────────────────────────────────────────────────────────────────────


def test_tanggal_pensiun_dpcp_dan_mpp():
    # 17 May 1986 + 60 = 17 May 2046 -> 1 June 2046; 15 and 12 months before; MPP is asked for a month earlier.
    b = satu("batas-usia-pensiun")
    assert (b.tanggal, b.fakta[1][1]) == (date(2046, 6, 1), "31 Mei 2046")
    assert satu("data-perorangan-calon-penerima-pensiun").tanggal == date(2045, 3, 1)
    mpp = satu("masa-persiapan-pensiun")
    assert mpp.tanggal == date(2045, 6, 1)
    assert "ajukan paling lambat 1 Mei 2045" in mpp.milik
    # 1 March 2015 to 1 June 2046: 31 years 3 months
    assert satu("hak-pensiun").fakta == (("Masa kerja pensiun", "31 tahun 3 bulan"),)
    assert "belum cukup" in satu("hak-pensiun", tmt_cpns="2038-01-01").milik


@pytest.mark.parametrize(
    ("lahir", "cpns", "kalimat"),
    [
        ("1986-05-17", "2015-03-01", "genap pada 17 Mei 2036"),  # 50 years on 17 May 2036, 20 years on 1 March 2035
        ("1970-01-10", "2000-02-01", "sudah genap sejak 1 Februari 2020"),
        ("1968-05-17", "2015-03-01", "baru genap sesudah batas usia pensiun"),
    ],
)
def test_pensiun_atas_permintaan_sendiri(lahir, cpns, kalimat):
    assert kalimat in satu("pensiun-atas-permintaan-sendiri", tanggal_lahir=lahir, tmt_cpns=cpns).milik


@pytest.mark.parametrize(
    ("cpns", "punya", "kelas", "hari"),
    [
        ("2015-03-01", [], "X", date(2027, 8, 17)),  # ten years were full in 2025
        ("2018-08-17", [], "X", date(2028, 8, 17)),
        ("2018-08-18", [], "X", date(2029, 8, 17)),
        ("2005-03-01", [], "XX", date(2027, 8, 17)),  # the higher one may come without the lower
        ("2015-03-01", [{"jenis": "201", "tmt": "2025-08-17"}], "XX", date(2035, 8, 17)),
        ("1995-03-01", [{"jenis": "203", "tmt": "2025-08-17"}], None, None),
    ],
)
def test_satyalancana_menurut_masa_kerja_pada_17_agustus(cpns, punya, kelas, hari):
    b = satu("satyalancana-karya-satya", tmt_cpns=cpns, penghargaan=punya, tanggal_lahir="1986-05-17")
    assert b.tanggal == hari
    assert (f"kelas {kelas} pada" in b.milik) if kelas else ("tertinggi" in b.milik)


@pytest.mark.parametrize(
    ("kode", "cpns", "kata", "tanggal"),
    [
        ("cuti-tahunan", "2015-03-01", "12 hari kerja tahun 2026", None),
        ("cuti-tahunan", "2026-03-01", "mulai 1 Maret 2027", date(2027, 3, 1)),
        ("cuti-besar", "2015-03-01", "5 tahun atau lebih", None),
        ("cuti-besar", "2023-02-01", "genap 1 Februari 2028", date(2028, 2, 1)),
    ],
)
def test_hak_cuti_menurut_masa_kerja(kode, cpns, kata, tanggal):
    b = satu(kode, tmt_cpns=cpns)
    assert kata in b.milik
    assert b.tanggal == tanggal


def test_cuti_melahirkan_hanya_bagi_wanita_dan_aturan_istri_menurut_jenis_kelamin():
    assert satu("cuti-melahirkan", jenis_kelamin="L") is None
    assert satu("beristri-lagi").jenis == "larangan"
    assert satu("beristri-lagi", jenis_kelamin="L").jenis == "kewajiban"


def test_cltn_yang_berjalan_menyebut_batas_melapor():
    b = satu("cuti-di-luar-tanggungan-negara", tinggal="CLTN", tinggal_sampai="2027-01-31", kedudukan="02")
    assert (b.jenis, b.tanggal) == ("kewajiban", date(2027, 2, 28))


def test_kgb_dan_gaji_ke_rupiah():
    # III/c MKG 8 years 1 month on 1 April 2023: zero on 1 March 2015; rows 0, 2, 4 …: 12 years on 1 March 2027.
    b = satu("kenaikan-gaji-berkala")
    assert b.tanggal == date(2027, 3, 1)
    assert (
        dict(satu("gaji-pokok", status="CPNS", golongan="III/a", mkg_pangkat=0).fakta)["Gaji pokok sebulan"]
        == "Rp2.228.560"
    )


def test_lhkpn_hanya_bagi_jabatan_yang_disebut():
    assert satu("lapor-harta-kekayaan", jenis_jabatan="pelaksana") is None
    assert (
        "sedang" in satu("lapor-harta-kekayaan", jenis_jabatan="struktural", kelompok_jabatan="administrator").kalimat
    )
    assert "berat" in satu("lapor-harta-kekayaan", jenis_jabatan="struktural", kelompok_jabatan="jpt_pratama").kalimat


def test_ambang_menyebut_hukuman_pengganti_selama_peralihan():
    teks = " ".join(satu("masuk-kerja").rinci)
    assert "selama peralihan diganti penundaan KGB 1 tahun" in teks


def test_pppk_tidak_mendapat_butir_pns():
    ada = semua(profil(status="PPPK", kontrak_sampai="2027-12-31"))
    assert not ada.keys() & {"kenaikan-pangkat", "cuti-tahunan", "batas-usia-pensiun", "satyalancana-karya-satya"}
    assert ada["perjanjian-kerja"].tanggal == date(2027, 12, 31)


# ── the law stands once: what the rules read, the page reads ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("kode", "setelan", "kata", "orang"),
    [
        ("cuti-tahunan", {"cuti_ct_hak": 14, "cuti_ct_bawa_maks": 5}, "14 hari kerja setahun. Sisa tahun lalu dibawa paling banyak 5 hari, sehingga menjadi paling banyak 19", {}),
        ("cuti-tahunan", {"cuti_ct_masa_kerja_bulan": 18, "cuti_ct_total_maks": 26}, "Sesudah bekerja 1 tahun 6 bulan", {}),
        ("cuti-besar", {"cuti_cb_bulan": 4, "cuti_cb_masa_kerja_bulan": 72}, "Paling lama 4 bulan sesudah bekerja 6 tahun", {}),
        ("cuti-besar", {"cuti_cb_tunda_bulan": 18}, "seluruhnya paling lama 1 tahun 6 bulan sejak pertama diminta", {}),
        ("cuti-sakit", {"cuti_cs_dokter_hari": 10, "cuti_cs_bulan": 18}, "lebih dari 10 hari dengan surat dokter pemerintah, paling lama 1 tahun 6 bulan", {}),
        ("cuti-melahirkan", {"cuti_cm_bulan": 6, "cuti_cm_anak_maks": 2}, "Paling lama 6 bulan bagi kelahiran anak ke-1 sampai ke-2", {}),
        ("cuti-alasan-penting", {"cuti_cap_bulan": 2}, "Paling lama 2 bulan", {}),
        ("cuti-di-luar-tanggungan-negara", {"cuti_cltn_lapor_bulan": 2}, "Paling lambat 2 bulan sesudah berakhir", {}),
        ("batas-usia-pensiun", {}, "60 tahun bagi pimpinan tinggi pratama, ahli madya, guru", {}),
        ("hak-pensiun", {}, "sekurang-kurangnya 10 tahun", {}),
        ("data-perorangan-calon-penerima-pensiun", {"pensiun_jadwal_bulan": {"dpcp": 18}}, "disampaikan 18 bulan sebelum", {}),
        ("masa-persiapan-pensiun", {"mpp_maks_bulan": 6, "mpp_usul_bulan_sebelum": 2}, "Paling lama 6 bulan sebelum pensiun", {}),
        ("pensiun-atas-permintaan-sendiri", {"aps_usia_min": 45, "aps_mkp_min": 25}, "sekurang-kurangnya 45 tahun dan masa kerja pensiun 25 tahun", {}),
        ("satyalancana-karya-satya", {"slks_masa_tahun": {"X": 8, "XX": 16, "XXX": 24}}, "8 tahun (kelas X), 16 tahun (kelas XX), 24 tahun (kelas XXX)", {}),
        ("jaminan-kematian", {"jkm_uang_duka_kali": 4, "jkm_beasiswa_anak_maks": 3, "beasiswa_usia_maks": 23}, "4 kali gaji terakhir, biaya pemakaman, dan beasiswa bagi paling banyak 3 anak yang masih sekolah, berusia paling tinggi 23", {}),
        ("lapor-kecelakaan-kerja", {"jkk_lapor_jam": 48}, "paling lambat 48 jam", {}),
        ("kenaikan-gaji-berkala", {"kgb_terbit_bulan_sebelum": 3, "kgb_predikat_minimal": "Baik"}, "sekurang-kurangnya Baik. Suratnya terbit 3 bulan sebelumnya", {}),
        ("kenaikan-gaji-berkala", {"kgb_pppk_tahun_kinerja": 1, "kgb_pppk_kontrak_lebih_bulan": 36}, "melampaui 3 tahun dan predikat kinerja 1 tahun terakhir", {"status": "PPPK"}),
        ("gaji-pokok", {"gaji_cpns_persen": 90}, "calon PNS 90 persennya", {}),
        ("kenaikan-pangkat", {"kp_tahun_kinerja": 3}, "kinerja 3 tahun terakhir", {}),
        ("pangkat-pengabdian", {}, "30 tahun dan 1 bulan; 20 tahun dan 1 tahun; 10 tahun dan 2 tahun", {}),
        ("laporan-perkawinan", {}, "paling lambat 1 tahun sesudahnya", {}),
        ("izin-perceraian", {}, "paling lambat 6 hari kerja", {}),
        ("upaya-administratif", {}, "dalam 14 hari kerja, yang diputus dalam 21 hari kerja", {}),
    ],
)  # fmt: skip
def test_kalimatnya_mengikuti_setelan_yang_dibaca_aturannya(kode, setelan, kata, orang):
    baru = {k: [Bertanggal(date.min, None, nilai)] for k, nilai in setelan.items()}
    acuan = acuan_kini()
    assert set(baru) <= set(acuan.daftar_setelan)
    acuan = replace(acuan, daftar_setelan=acuan.daftar_setelan | baru)
    assert kata in daftar.satu(kode, profil(**orang), acuan).kalimat


def test_tanggalnya_juga_mengikuti_setelan():
    acuan = acuan_kini()

    def dengan(kode, **setelan):
        baru = {k: [Bertanggal(date.min, None, nilai)] for k, nilai in setelan.items()}
        return daftar.satu(kode, profil(), replace(acuan, daftar_setelan=acuan.daftar_setelan | baru))

    # retires 1 June 2046; CPNS 1 March 2015
    assert dengan("masa-persiapan-pensiun", mpp_maks_bulan=6, mpp_usul_bulan_sebelum=2).tanggal == date(2045, 12, 1)
    assert dengan("data-perorangan-calon-penerima-pensiun", pensiun_jadwal_bulan={"dpcp": 18}).tanggal == date(
        2044, 12, 1
    )
    assert (
        "genap pada 1 Maret 2040" in dengan("pensiun-atas-permintaan-sendiri", aps_usia_min=45, aps_mkp_min=25).milik
    )
    assert dengan("satyalancana-karya-satya", slks_tanggal="10-01").tanggal == date(2027, 10, 1)
    assert dengan("cuti-besar", cuti_cb_masa_kerja_bulan=180).tanggal == date(2030, 3, 1)


def test_ambang_ketidakhadiran_ialah_tabel_yang_dipakai_aturannya():
    rinci = satu("masuk-kerja").rinci
    assert rinci[:3] == (
        "3 hari: teguran lisan", "4 sampai 6 hari: teguran tertulis",
        "7 sampai 10 hari: pernyataan tidak puas secara tertulis",
    )  # fmt: skip
    assert rinci[-2].startswith("28 hari atau lebih: diberhentikan dengan hormat")
    assert rinci[-1].startswith("10 hari kerja berturut-turut")
    acuan = acuan_kini()
    lain = {"ambang_ketidakhadiran": [Bertanggal(date.min, None, {"R1": 2, "B3": 30})],
            "ketidakhadiran_beruntun_hari": [Bertanggal(date.min, None, 7)]}  # fmt: skip
    acuan = replace(acuan, daftar_setelan=acuan.daftar_setelan | lain)
    assert [r.split(":")[0] for r in daftar.satu("masuk-kerja", profil(), acuan).rinci] == [
        "2 sampai 29 hari", "30 hari atau lebih", "7 hari kerja berturut-turut",
    ]  # fmt: skip


def test_cuti_besar_dihitung_sejak_cpns_tanpa_masa_kerja_lain():
    """The rule CUT-3 asks for five years of unbroken service: service before (PMK) does not count, on the page neither."""
    assert satu("cuti-besar", tmt_cpns="2023-02-01", pmk_bulan=24).tanggal == date(2028, 2, 1)


def test_setelan_yang_diubah_kantor_mengubah_halamannya(orang):
    ubah = {
        "nilai": "15",
        "dasar": "PP 11/2017 Pasal 312",
        "keyakinan": "pasti",
        "berlaku_sejak": HARI_INI.isoformat(),
    }
    url, kata = reverse("tata_kelola:hak_kewajiban_saya"), "15 hari kerja setahun"
    assert kata not in masuk(Client(), orang["ani"]).get(url).content.decode()
    kabid = buat_akun(buat_pegawai(nama="KABID HAK", unit="BID1", jabatan="KEPALA-BID1", golongan="IV/a"))
    jawab = masuk(Client(), kabid).post("/setelan/cuti_ct_hak/ubah/", ubah)
    assert jawab.status_code == 302, jawab.context["form"].errors
    assert kata in masuk(Client(), orang["ani"]).get(url).content.decode()


# ── who sees what ────────────────────────────────────────────────────────────────────────────────────


def test_tanpa_hak_angkanya_tertutup_dan_butir_khusus_tidak_ada():
    p = profil(hukuman=[{"kode": "S2T", "tmt": "2026-01-01", "sampai": "2026-12-31"}])
    isi = {
        b.kode: b
        for *_, grup in daftar.susun(p, acuan_kini(), boleh=lambda b: b == "kerja", lengkap=False)
        for b in grup
    }
    assert not isi.keys() & {"hukuman-berjalan", "satyalancana-dan-hukuman"}
    assert (isi["tunjangan-anak"].milik, isi["tunjangan-anak"].tertutup) == ("", True)
    assert {"hukuman-berjalan", "satyalancana-dan-hukuman"} <= semua(p).keys()


@pytest.fixture
@bersama
def orang(db):
    """ani of DISDIK with a child, a running penalty and an absent day; who may and may not read it."""
    cache.clear()
    batch = buat_batch()
    akun = {}
    for nama, isi in {
        "ani": {"unit": "DISDIK"}, "atasan": {"unit": "DISDIK", "jabatan": "KEPALA-DISDIK", "golongan": "IV/c"},
        "operator": {"unit": "DISDIK-SUBBAG1"}, "staf12": {"unit": "SUB12"}, "penangan": {"unit": "SUB11"},
        "eko": {"unit": "PKM-PUCUK"},
    }.items():  # fmt: skip
        akun[nama] = buat_akun(buat_pegawai(nama=f"{nama.upper()} HAK", batch=batch, **isi))
    tugaskan(akun["operator"], "operator_opd", "DISDIK")
    ani = akun["ani"].pegawai
    awal, akhir = date(HARI_INI.year, 1, 1), date(HARI_INI.year, 12, 31)
    tambah(ani, "hukuman", tmt=awal, sampai=akhir, jenis_id="S2T", nomor_sk="862/9/RHS", batch=batch, segarkan=False)
    tambah(
        ani, "keluarga", tmt=date(2016, 1, 1), anggota="1", hubungan="anak", nama="ANAK HAK", tertanggung=True,
        tanggal_lahir=date(HARI_INI.year - 10, 6, 1), batch=batch, segarkan=False,
    )  # fmt: skip
    RekapKehadiran.objects.create(
        pegawai=ani, tahun=HARI_INI.year, hari=1, menit=0, jumlah=1, dihitung_pada=timezone.now()
    )
    return akun


RINCI = {
    "keluarga": "ANAK HAK",
    "hukuman": "Hukuman disiplin yang sedang dijalani",
    "presensi": "1 hari tanpa keterangan",
}


@pytest.mark.parametrize(
    ("pembaca", "melihat"),
    [
        ("ani", {"keluarga", "hukuman", "presensi"}), ("penangan", {"keluarga", "hukuman", "presensi"}),
        ("operator", {"keluarga"}), ("staf12", {"keluarga"}), ("atasan", set()),
    ],
)  # fmt: skip
def test_angka_keluarga_dan_disiplin_hanya_bagi_yang_berhak(orang, pembaca, melihat):
    klien = masuk(Client(), orang[pembaca])
    url = reverse("tata_kelola:hak_kewajiban", args=[orang["ani"].nama_pengguna])
    if pembaca == "ani":
        url = reverse("tata_kelola:hak_kewajiban_saya")
    halaman = klien.get(url).content.decode()
    assert {k for k, kata in RINCI.items() if kata in halaman} == melihat
    tercatat = AksesSensitif.objects.filter(pegawai=orang["ani"].pegawai).values_list("data", flat=True)
    assert {bagian for data in tercatat for bagian in data.split(", ")} == (
        set() if pembaca == "ani" else melihat & {"keluarga", "hukuman"}
    )


def test_di_luar_cakupan_tidak_ada_dan_menu_serta_tab_menuju_ke_sana(orang):
    nip = orang["ani"].nama_pengguna
    url = reverse("tata_kelola:hak_kewajiban", args=[nip])
    assert masuk(Client(), orang["eko"]).get(url).status_code == 404
    assert reverse("tata_kelola:hak_kewajiban_saya") in masuk(Client(), orang["ani"]).get("/").content.decode()
    assert (
        url in masuk(Client(), orang["staf12"]).get(reverse("kepegawaian:pegawai_detail", args=[nip])).content.decode()
    )


def test_halaman_paling_banyak_dua_belas_kueri(orang, django_assert_max_num_queries):
    for nama in ("ani", "penangan"):
        klien = masuk(Client(), orang[nama])
        url = reverse("tata_kelola:hak_kewajiban", args=[orang["ani"].nama_pengguna])
        klien.get(url)
        with django_assert_max_num_queries(12):
            klien.get(url)


def test_tanggal_penting_urut_dan_tidak_lampau(orang):
    p = profil_satu(orang["ani"].pegawai.pk, per=HARI_INI, bagian=daftar.bagian())
    kelompok = daftar.susun(p, acuan_kini())
    tanggal = [b.tanggal for b in daftar.tanggal_penting(kelompok, HARI_INI)]
    assert tanggal == sorted(tanggal)
    assert tanggal[0] >= HARI_INI
    lampau = [("x", "x", "x", [replace(kelompok[0][3][0], tanggal=date(2000, 1, 1))])]
    assert daftar.tanggal_penting(lampau, HARI_INI) == []
