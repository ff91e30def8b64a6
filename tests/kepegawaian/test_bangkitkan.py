"""Kabupaten rekaan: deterministik, sebarannya benar, kariernya menurut hukum, kursinya tidak rangkap."""

import csv
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from python_calamine import CalamineWorkbook

from kepegawaian import nip as aturan_nip
from kepegawaian.bangkit import Dunia, bangkitkan, peran_demo, tulis_xlsx
from kepegawaian.bangkit.jabatan import KEAHLIAN, KETERAMPILAN
from kepegawaian.bangkit.kursi import MASA_KERJA
from kepegawaian.bangkit.orang import jadikan
from kepegawaian.bangkit.pangkat import PENYESUAIAN, golongan_besar
from kepegawaian.bangkit.peran import PERAN
from kepegawaian.bangkit.salah import JENIS_SALAH
from kepegawaian.bangkit.susunan import rencanakan
from kepegawaian.bangkit.waktu import bulan, tambah_tahun, tmt_pensiun

PER = date(2026, 11, 24)
JUMLAH, BENIH = 2000, 1
SETARA = {"05": "SD", "10": "SLTP", "15": "SLTA", "25": "D2", "30": "D3", "40": "S1", "42": "PROF", "45": "S2"}


@pytest.fixture(scope="module")
def dunia():
    return Dunia.dari_csv()


@pytest.fixture(scope="module")
def orang(dunia):
    mulai = time.monotonic()
    hasil = list(bangkitkan(JUMLAH, BENIH, PER, dunia=dunia))
    print(f"\n{JUMLAH / (time.monotonic() - mulai):.0f} orang per detik, satu proses")
    return hasil


@pytest.fixture(scope="module")
def pns(orang):
    """PNS whose rank history is whole (no scenario took a step away)."""
    return [
        o
        for o in orang
        if o.status == "PNS" and o.riwayat.get("pangkat") and o.skenario not in ("kp_bolong", "tanpa_mkg")
    ]


# ── benih ────────────────────────────────────────────────────────────────────────────────────────────


def test_benih_yang_sama_memberi_orang_yang_sama(dunia, orang):
    assert list(bangkitkan(JUMLAH, BENIH, PER, dunia=dunia)) == orang


def test_benih_lain_memberi_orang_lain(dunia):
    satu, dua = ({o.nip for o in bangkitkan(200, benih, PER, dunia=dunia)} for benih in (1, 2))
    assert len(satu & dua) < 20


def test_seorang_tidak_bergantung_pada_urutan_pembuatan(dunia, orang):
    rencana = list(rencanakan(JUMLAH, BENIH, PER, dunia))
    assert [jadikan(r, dunia, PER, BENIH) for r in reversed(rencana[500:520])] == orang[519:499:-1]


@pytest.mark.parametrize("jumlah", [1, 7, 50, 300])
def test_jumlahnya_tepat(dunia, jumlah):
    hasil = list(bangkitkan(jumlah, 3, PER, dunia=dunia))
    assert len(hasil) == jumlah
    assert len({o.nip for o in hasil}) == jumlah


# ── sebaran (lamongan/ringkasan.md §2) ───────────────────────────────────────────────────────────────


def bagian(orang, uji):
    return round(100 * sum(map(uji, orang)) / len(orang), 1)


def tingkat(o):
    return max((p["tingkat"] for p in o.riwayat.get("pendidikan", ())), default="")


def test_sebarannya_seperti_lamongan(orang, dunia):
    pns = [o for o in orang if o.status in ("PNS", "CPNS") and o.riwayat.get("pangkat")]

    def gol(besar):
        return bagian(pns, lambda o: golongan_besar(dunia.urutan[o.kini("pangkat")["golongan"]]) in besar)

    ukuran = {
        "guru": (bagian(orang, lambda o: o.rumpun == "guru"), 50, 1),
        "nakes": (bagian(orang, lambda o: o.rumpun == "nakes"), 17, 1),
        "perempuan": (bagian(orang, lambda o: o.pegawai["jenis_kelamin"] == "P"), 53, 2.5),
        "S1 ke atas": (bagian(orang, lambda o: tingkat(o) >= "35"), 78.6, 2),
        "golongan I": (gol({0}), 1, 0.8),
        "golongan II": (gol({1}), 16, 4.5),
        "golongan III dan IV": (gol({2, 3}), 83, 5),
        "struktural": (bagian(orang, lambda o: o.jabatan and dunia.jabatan[o.jabatan].jenis == "struktural"), 11, 1.5),
        "PPPK": (bagian(orang, lambda o: o.status == "PPPK"), 22, 2.5),
        "PPPK paruh waktu": (bagian(orang, lambda o: o.status == "PPPK_PW"), 4, 1.5),
        "CPNS": (bagian(orang, lambda o: o.status == "CPNS"), 2.5, 1),
        "hukuman disiplin": (bagian(orang, lambda o: "hukuman" in o.riwayat), 1.2, 0.6),
    }
    print(*(f"{k:22}{nyata:6} (mau {mau} ± {batas})" for k, (nyata, mau, batas) in ukuran.items()), sep="\n")
    assert {k: v for k, v in ukuran.items() if abs(v[0] - v[1]) > v[2]} == {}


def test_lima_sampai_enam_persen_pensiun_setahun(orang, dunia):
    aktif = [o for o in orang if o.aktif and o.jabatan]
    tmt = [tmt_pensiun(o.pegawai["tanggal_lahir"], dunia.bup[dunia.jabatan[o.jabatan].bup]) for o in aktif]
    assert all(t > PER for t in tmt)
    assert 4 <= 100 * sum(t <= tambah_tahun(PER, 1) for t in tmt) / len(tmt) <= 7


def test_predikat_kinerja_seperti_kenyataan(orang):
    n = Counter(k["predikat"] for o in orang for k in o.riwayat.get("kinerja", ()))
    assert 0.10 < n["Sangat Baik"] / n.total() < 0.14
    assert 0.025 < n["Butuh Perbaikan"] / n.total() < 0.055
    assert n["Kurang"] > 0


# ── nomor dan data diri ──────────────────────────────────────────────────────────────────────────────


def test_nomor_induk_sah_dan_unik(orang):
    for o in orang:
        p = o.pegawai
        temuan = aturan_nip.periksa(
            o.nip,
            hari_ini=PER,
            pppk=o.status.startswith("PPPK"),
            tanggal_lahir=p["tanggal_lahir"],
            jenis_kelamin=p["jenis_kelamin"],
            tmt_cpns=None
            if o.status.startswith("PPPK") or not o.riwayat.get("status")
            else o.riwayat["status"][0]["tmt"],
        )
        assert [t for t in temuan if t.berat == aturan_nip.TOLAK] == [], o.nip
    assert len({o.nip for o in orang}) == len({o.pegawai["pns_id"] for o in orang}) == JUMLAH


def test_data_diri_jelas_rekaan(orang):
    nama = " ".join(k["nama"] for o in orang for k in (o.pegawai | {"nama": o.nama}, *o.riwayat.get("keluarga", ())))
    for pejabat in ("Ismunawan", "Hadjar", "Shodikin", "Yuhronur"):
        assert pejabat not in nama
    for o in orang:
        p = o.pegawai
        assert p["email"].endswith("@contoh.example")
        assert "-0000-" in p["nomor_hp"]
        hari = p["tanggal_lahir"].day + (40 if p["jenis_kelamin"] == "P" else 0)
        assert p["nik"][:4] == "3524"
        assert p["nik"][6:12] == f"{hari:02d}{p['tanggal_lahir']:%m%y}"
        assert p["nik"][12] == "9"


# ── karier menurut hukum ─────────────────────────────────────────────────────────────────────────────


def test_pangkat_naik_setingkat_pada_periode_yang_sah(pns, dunia):
    loncat = {ke for _, ke in PENYESUAIAN.values()}
    for o in pns:
        for lama, baru in pairwise(o.riwayat["pangkat"]):
            dari, ke = dunia.urutan[lama["golongan"]], dunia.urutan[baru["golongan"]]
            assert baru["tmt"] <= PER
            assert dunia.periode_kp(bulan(baru["tmt"])) == bulan(baru["tmt"]), (o.nip, baru)
            if baru["jenis_kp"] == "203":
                assert ke in loncat
                assert ke > dari
            else:
                assert ke == dari + 1, (o.nip, o.skenario, lama, baru)
            lama_bulan = {"101": 48, "201": 12, "202": 24, "203": 12}[baru["jenis_kp"]]
            assert bulan(baru["tmt"]) - bulan(lama["tmt"]) >= lama_bulan, (o.nip, lama, baru)


def test_pangkat_tidak_melampaui_puncak_pendidikan(pns, dunia):
    for o in pns:
        for baris in o.riwayat["pangkat"][1:]:
            if baris["jenis_kp"] == "101" and o.riwayat.get("pendidikan"):
                diakui = [SETARA[p["tingkat"]] for p in o.riwayat["pendidikan"] if p["tmt"] <= baris["tmt"]]
                puncak = max(dunia.didik[d].puncak for d in diakui)
                assert dunia.urutan[baris["golongan"]] <= puncak, (o.nip, o.skenario, baris)


def test_ujian_dinas_ada_bila_naik_golongan_tanpa_pembebasan(pns, dunia):
    for o in pns:
        for baris in o.riwayat["pangkat"][1:]:
            ke = dunia.urutan[baris["golongan"]]
            if (
                baris["jenis_kp"] in ("101", "201")
                and ke in (9, 13)
                and not o.skenario
                and o.riwayat.get("pendidikan")
            ):
                didik = [
                    dunia.didik[SETARA[p["tingkat"]]] for p in o.riwayat["pendidikan"] if p["tmt"] <= baris["tmt"]
                ]
                bebas = any(d.bebas_1 if ke == 9 else d.bebas_2 for d in didik)
                lulus = [u["tmt"] for u in o.riwayat.get("ujian", ()) if u["jenis"] == ("UD1" if ke == 9 else "UD2")]
                assert bebas or any(t < baris["tmt"] for t in lulus), (o.nip, baris)


def test_mkg_dipotong_menurut_golongan_dan_gaji_menurut_tabel(pns, dunia):
    for o in pns:
        for lama, baru in pairwise(o.riwayat["pangkat"]):
            dari, ke = (golongan_besar(dunia.urutan[x["golongan"]]) for x in (lama, baru))
            potong = {(0, 1): 72, (1, 2): 60}.get((dari, ke), 0)
            jalan = lama["mkg_tahun"] * 12 + lama["mkg_bulan"] + bulan(baru["tmt"]) - bulan(lama["tmt"])
            assert baru["mkg_tahun"] * 12 + baru["mkg_bulan"] == max(0, jalan - potong)
        for g in o.riwayat.get("gaji", ()):
            assert g["tmt"] >= date(2024, 1, 1)
            assert g["gaji_pokok"] == dunia.gaji_pokok(g["golongan"], g["mkg_tahun"])
            if g["jenis"] == "KGB" and "hukuman" not in o.riwayat:
                assert g["mkg_bulan"] == 0
                assert g["mkg_tahun"] in dunia.gaji[g["golongan"]][0]


def test_pejabat_cukup_masa_kerja_pangkat_dan_pengalaman(orang, dunia):
    for o in orang:
        rw = [j for j in o.riwayat.get("jabatan", ()) if j["penugasan"] == "D"]
        for j in rw:
            jabatan = dunia.jabatan[j["jabatan"]]
            if not jabatan.eselon:
                continue
            pangkat = [dunia.urutan[p["golongan"]] for p in o.riwayat["pangkat"] if p["tmt"] <= j["tmt"]]
            assert pangkat[-1] >= dunia.eselon[jabatan.eselon][0] - 1, (o.nip, j)
            masuk = o.riwayat["status"][0]["tmt"]
            assert (j["tmt"] - masuk).days >= 365 * 8
        if rw and dunia.jabatan[rw[-1]["jabatan"]].eselon:
            eselon = dunia.jabatan[rw[-1]["jabatan"]].eselon
            assert rw[-1]["tmt"] >= tambah_tahun(o.riwayat["status"][0]["tmt"], MASA_KERJA[eselon])


def test_jenjang_jf_sesuai_pangkat(pns, dunia):
    for o in pns:
        jabatan = dunia.jabatan.get(o.jabatan)
        if jabatan and jabatan.jenis == "fungsional" and not o.riwayat.get("hukuman"):
            pangkat = dunia.urutan[o.kini("pangkat")["golongan"]]
            tangga = KEAHLIAN if jabatan.jenjang.startswith("ahli") else KETERAMPILAN
            batas = {j: b for b, j in tangga}[jabatan.jenjang]
            atas = min((b for b, _ in tangga if b > batas), default=18)
            assert pangkat < atas, (o.nip, o.jabatan, pangkat)
            assert pangkat >= batas - 1 or jabatan.jenjang in ("ahli_pertama", "terampil", "ahli_muda"), (
                o.nip,
                o.jabatan,
                pangkat,
            )


def test_satu_kursi_satu_pemangku_pada_setiap_tanggal(orang, dunia):
    masa, plt = defaultdict(list), defaultdict(list)
    for o in orang:
        definitif = [j for j in o.riwayat.get("jabatan", ()) if j["penugasan"] == "D"]
        ujung = [*(d["tmt"] for d in definitif), date.max][1:]
        for j, berikut in zip(definitif, ujung, strict=True):
            if dunia.jabatan[j["jabatan"]].kursi:
                masa[j["jabatan"]].append((j["tmt"], berikut))
                assert dunia.jabatan[j["jabatan"]].sejak <= j["tmt"]
        for j in o.riwayat.get("jabatan", ()):
            if j["penugasan"] == "PLT":
                plt[j["jabatan"]].append((j["tmt"], j["sampai"] + timedelta(days=1)))
    for daftar in (*masa.values(), *plt.values()):
        for (_, sampai), (mulai, _) in pairwise(sorted(daftar)):
            assert sampai <= mulai
    assert plt
    assert not any(s == date.max for kode in plt for _, s in masa.get(kode, ()))


def test_unit_kini_ialah_unit_jabatan_terakhir(orang):
    for o in orang:
        definitif = [j for j in o.riwayat.get("jabatan", ()) if j["penugasan"] == "D"]
        assert not definitif or definitif[-1]["unit"] == o.unit, o.nip


def test_baris_riwayat_tidak_ada_yang_kembar(orang):
    kunci = {
        "pangkat": ("tmt",), "gaji": ("tmt",), "pendidikan": ("tmt",), "identitas": ("tmt",), "status": ("tmt",),
        "kedudukan": ("tmt",), "kinerja": ("tahun",), "keluarga": ("tmt", "anggota"), "ujian": ("tmt", "jenis"),
        "penghargaan": ("tmt", "jenis"), "angka_kredit": ("tmt", "jenis"), "kontrak": ("tmt",),
        "diklat": ("tmt", "jenis", "nama", "nomor_sertifikat"),
    }  # fmt: skip
    for o in orang:
        for jenis, kolom in kunci.items():
            isi = [tuple(b[k] for k in kolom) for b in o.riwayat.get(jenis, ())]
            assert len(isi) == len(set(isi)), (o.nip, jenis)
            assert all(b["tmt"] <= PER for b in o.riwayat.get(jenis, ())), (o.nip, jenis)


# ── kantor dan peran ─────────────────────────────────────────────────────────────────────────────────


def test_tiga_ratus_orang_sudah_sebuah_kantor(dunia):
    orang = list(bangkitkan(300, 2, PER, dunia=dunia))
    pemangku = {o.jabatan for o in orang if o.aktif}
    bkd = {k for k, j in dunia.jabatan.items() if j.unit and (dunia.unit[j.unit].opd or j.unit) == "BKPSDM"}
    assert len(bkd) >= 20
    assert bkd <= pemangku
    kepala = {f"KEPALA-{u.kode}" for u in dunia.unit.values() if u.jenis == "opd" and u.sampai is None}
    assert kepala <= pemangku
    for unit in ("SUB11", "SUB12", "SUB13", "SUB43", "DISDIK-SUBBAG1", "DINKES-SUBBAG1"):
        assert sum(o.unit == unit and o.skenario == "staf" for o in orang) >= 2
    assert set(peran_demo(orang)) == set(PERAN)


def test_peran_demo_menunjuk_orang_yang_benar(orang, dunia):
    peran, oleh = peran_demo(orang), {o.nip: o for o in orang}
    assert oleh[peran["kepala_bkd"]].jabatan == "KEPALA-BKPSDM"
    assert oleh[peran["pelaksana_siap_kp"]].unit.startswith("DISDIK")
    assert oleh[peran["pensiun_bulan_lalu"]].kini("kedudukan")["tmt"] == date(2026, 10, 1)
    assert oleh[peran["hukdis"]].kini("hukuman")["sampai"] > PER
    assert dunia.jabatan[oleh[peran["kepala_sekolah"]].jabatan].nama_jf == "Guru"


# ── berkas ───────────────────────────────────────────────────────────────────────────────────────────


def baca_xlsx(jalur):
    buku = CalamineWorkbook.from_path(str(jalur))
    return {n: buku.get_sheet_by_name(n).to_python() for n in buku.sheet_names}


def test_kesalahan_yang_tercatat_ada_pada_berkas(dunia, tmp_path):
    jalur = tulis_xlsx(bangkitkan(700, 4, PER, 15.0, dunia=dunia), tmp_path, dunia=dunia)
    with jalur[-1].open(encoding="utf-8", newline="") as berkas:
        catatan = list(csv.DictReader(berkas))
    assert {k["KESALAHAN"] for k in catatan} == set(JENIS_SALAH)
    assert 0.11 <= len(catatan) / 700 <= 0.19
    lembar = baca_xlsx(jalur[0])
    for k in catatan:
        judul, baris = lembar[k["LEMBAR"]][0], lembar[k["LEMBAR"]][int(k["BARIS"]) - 1]
        isi = baris[judul.index(k["KOLOM"])]
        if isinstance(isi, date):
            isi = f"{isi:%d/%m/%Y}"
        elif isinstance(isi, float):
            isi = f"{isi:.5E}" if isi > 1e15 else f"{isi:.0f}"
        assert isi == k["SESUDAH"], k


def test_tanpa_salah_tidak_ada_kesalahan(dunia, tmp_path):
    jalur = tulis_xlsx(bangkitkan(60, 4, PER, dunia=dunia), tmp_path, dunia=dunia)
    assert jalur[-1].read_text().count("\n") == 1
    assert len(baca_xlsx(jalur[0])["Data ASN"]) == 61


def test_banyak_orang_menjadi_beberapa_berkas(dunia, tmp_path):
    jalur = tulis_xlsx(bangkitkan(50, 4, PER, dunia=dunia), tmp_path, dunia=dunia, tiap_berkas=20)
    assert [j.name for j in jalur] == ["data-asn.xlsx", "data-asn-2.xlsx", "data-asn-3.xlsx", "KESALAHAN.csv"]
    assert [len(baca_xlsx(j)["Data ASN"]) for j in jalur[:3]] == [21, 21, 11]
