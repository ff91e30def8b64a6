"""Peta proses: tata letak yang dihitung dengan tangan, gambar tanpa tumpang tindih, teks yang muat, urutan."""

import random
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from kepegawaian.acuan import acuan_kini
from layanan import checks, hitung, katalog, peta, uraian
from layanan.katalog import BatasHukum, Dasar, Langkah, Layanan
from layanan.models import PengaturanLangkah
from layanan.susulan import Kecuali, susulan
from layanan.teks_gambar import bungkus, lebar

pytestmark = pytest.mark.django_db
HARI_INI = date(2026, 11, 11)
PENUH = hitung.Beban(12345, 9876, 50, 5, 123.5, 180.0)
SVG = "{http://www.w3.org/2000/svg}"


class LayananBercabang(Layanan):
    """A route with branches, two loops, an outside party, optional steps and a refusal."""

    slug = "uji-peta"
    nama = "Layanan uji peta"
    aspek = "k"
    dasar = (Dasar("PP 94/2021"),)
    pengusul = ("asn", "staf_bkd")
    pemilik = "SUB12"
    alur = (
        Langkah("periksa", "Pemeriksaan bahan", katalog.staf("SUB12"), sla_hari_kerja=5),
        Langkah("sidang", "Sidang tim dengan nama yang sengaja dibuat sangat panjang sekali", katalog.jabatan("KEPALA-SUB12"),
                katalog.REKAM, hasil={"ulang": "periksa", "banding_administratif": "putusan", "gugur": "TOLAK", "lengkap": ""},
                sebutan={"ulang": "Sidang diulang, bahan dilengkapi", "banding_administratif": "Banding administratif",
                         "gugur": "Gugur", "lengkap": "Lengkap"}),
        Langkah("pendapat", "Pendapat instansi", katalog.staf("SUB12"), katalog.REKAM, jalur="BKN", wajib=False,
                bila=lambda k: True, kapan="bila ancamannya berat", hasil={"kurang": "periksa"},
                sebutan={"kurang": "Kurang", "cukup": "Cukup"}, batas_hukum=BatasHukum(14, "hari_kerja", Dasar("PP 94/2021", "Pasal 28"))),
        Langkah("kabid", "Telaah", katalog.jabatan("KEPALA-BID1"), paraf=True),
        Langkah("putusan", "Putusan", katalog.jabatan("KEPALA-BKPSDM"), hasil={"kembali": "sidang"},
                sebutan={"kembali": "Kembali", "setuju": "Setuju"}, boleh_tolak=True),
        Langkah("terima", "Tanda terima", katalog.pemohon),
    )  # fmt: skip


@pytest.fixture
def bercabang():
    katalog.daftarkan(LayananBercabang)
    yield katalog.ambil("uji-peta")
    katalog._daftar.pop("uji-peta")


def gambar(layanan, beban=None):
    data = uraian.uraikan(layanan, uraian.bahan([layanan], acuan_kini(), HARI_INI))
    return data, peta.susun(data["langkah"], (data["pengusul_lajur"], "oleh ASN"), beban)


def ruas(panah):
    """Straight pieces of an arrow."""
    return list(zip(panah.titik, panah.titik[1:], strict=False))


def menyentuh(a, b, kotak):
    """True when the axis-parallel piece a–b enters the inside of the rectangle (x, y, w, h)."""
    x, y, w, h = kotak
    kiri, kanan = sorted((a[0], b[0]))
    atas, bawah = sorted((a[1], b[1]))
    return kiri < x + w and kanan > x and atas < y + h and bawah > y


def bidang_label(p):
    """Rectangles of an arrow's words."""
    return [(t.x, t.y - 9, lebar(t.isi, peta.KECIL), 11) for t in p.label]


# ── layout, by hand ──────────────────────────────────────────────────────────────────────────────────


def test_deklarasi_bercabang_sah_kecuali_penolakan_kasubbid(bercabang):
    """Drawn with every kind of arrow; that a kasubbid refuses by an outcome is the one thing no route may do."""
    assert list(checks.cacat(bercabang)) == [
        "keluaran langkah sidang menolak usulan, padahal langkahnya tidak boleh menolak: ['gugur']"
    ]


def test_baris_dan_lajur_seperti_dihitung_dengan_tangan(bercabang):
    """Lanes used: ASN, staf, IV, III, II, luar. Up and out goes right; back to III and back to the ASN open new rows."""
    _, p = gambar(bercabang)
    assert [lajur.kode for lajur in p.lajur] == ["asn", "staf", "IV", "III", "II", "luar"]
    assert [(k.kode, k.lajur, k.baris) for k in p.kotak] == [
        ("MULAI", 0, 0), ("periksa", 1, 0), ("sidang", 2, 0), ("pendapat", 5, 0),
        ("kabid", 3, 1), ("putusan", 4, 1), ("terima", 0, 2), ("SELESAI", 0, 3),
    ]  # fmt: skip
    # Margin 8, lane 142, box 124 in its middle.
    assert [k.x for k in p.kotak] == [17, 159, 301, 727, 443, 585, 17, 17]
    assert len({k.y for k in p.kotak if k.baris == 0}) == 1
    assert len({k.h for k in p.kotak if k.baris == 0}) == 1


def test_panah_menurut_deklarasi(bercabang):
    _, p = gambar(bercabang)
    maju = [(a.dari, a.ke) for a in p.panah if a.jenis == "maju"]
    assert maju == [
        ("MULAI", "periksa"), ("periksa", "sidang"), ("sidang", "pendapat"), ("pendapat", "kabid"),
        ("kabid", "putusan"), ("putusan", "terima"), ("terima", "SELESAI"),
        ("sidang", "kabid"),  # past the step that applies only in some cases
    ]  # fmt: skip
    cabang = [(a.dari, a.ke, a.jenis, " ".join(t.isi for t in a.label)) for a in p.panah if a.jenis != "maju"]
    assert cabang == [
        ("sidang", "periksa", "kembali", "Sidang diulang"),
        ("sidang", "putusan", "hasil", "Banding administratif"),
        ("sidang", "TOLAK", "tolak", "Gugur"),
        ("pendapat", "periksa", "kembali", "Kurang"),
        ("putusan", "sidang", "kembali", "Kembali"),
        ("putusan", "TOLAK", "tolak", "Dapat ditolak"),
    ]


def test_panah_di_baris_yang_sama_lurus_dan_pulang_lewat_bawah(bercabang):
    _, p = gambar(bercabang)
    kotak = {k.kode: k for k in p.kotak}
    lurus = next(a for a in p.panah if (a.dari, a.ke) == ("periksa", "sidang"))
    tengah = kotak["periksa"].y + kotak["periksa"].h / 2
    assert lurus.titik == ((283, tengah), (301, tengah))
    pulang = next(a for a in p.panah if (a.dari, a.ke) == ("sidang", "periksa"))
    bawah = kotak["sidang"].y + kotak["sidang"].h
    assert pulang.titik[0][1] == pulang.titik[-1][1] == bawah
    assert max(y for _, y in pulang.titik) > bawah
    assert max(y for _, y in pulang.titik) < kotak["kabid"].y
    assert kotak["periksa"].x < pulang.titik[-1][0] < kotak["periksa"].x + kotak["periksa"].w
    jauh = next(a for a in p.panah if (a.dari, a.ke) == ("putusan", "sidang"))
    assert max(x for x, _ in jauh.titik) > 8 + 6 * 142  # right of the last lane


class LayananSemuaBerjalanSendiri(LayananBercabang):
    """Every outcome of the first step names its own way: nobody just goes on from it."""

    slug = "uji-peta-dua"
    alur = (
        Langkah("panggil", "Pemanggilan", katalog.atasan_langsung, hasil={"hadir": "periksa", "mangkir": "SELESAI"},
                sebutan={"hadir": "Hadir", "mangkir": "Tidak hadir"}),
        Langkah("lain", "Langkah lain", katalog.staf("SUB12"), hasil={"ya": "periksa"}, sebutan={"ya": "Ya", "tidak": "Tidak"}),
        Langkah("periksa", "Pemeriksaan", katalog.jabatan("KEPALA-SUB12")),
    )  # fmt: skip


def test_tanpa_panah_maju_bila_semua_keluaran_punya_jalan_sendiri():
    data, p = gambar(LayananSemuaBerjalanSendiri())
    assert [(a.dari, a.ke) for a in p.panah if a.jenis == "maju"] == [
        ("MULAI", "panggil"), ("lain", "periksa"), ("periksa", "SELESAI"),
    ]  # fmt: skip
    assert [(a.ke, a.label[0].isi) for a in p.panah if a.dari == "panggil"] == [
        ("periksa", "Hadir"), ("SELESAI", "Tidak hadir"),
    ]  # fmt: skip
    panggil = peta.urutan(data["langkah"])[0]
    assert (panggil["siapa"], panggil["berikut"]) == ("Atasan langsung pegawai", [])
    assert panggil["hasil"] == [("Hadir", "ke Pemeriksaan"), ("Tidak hadir", "usulan selesai")]
    assert list(cacat_gambar(p)) == []


def test_opsional_putus_putus_dan_luar_ditandai(bercabang):
    _, p = gambar(bercabang)
    assert [k.kode for k in p.kotak if k.opsional] == [k.kode for k in p.kotak if k.luar] == ["pendapat"]
    assert [a.ke for a in p.panah if a.opsional] == ["pendapat", "kabid"]


def test_jalan_kp_menurut_siapa_yang_menetapkan():
    """SK of the regency: 7, 8, then handed over. SK from outside: straight to 9. Never both, never neither."""
    data, p = gambar(katalog.ambil("kp-reguler"))
    nomor = {s["kode"]: s["nomor"] for s in data["langkah"]} | {"MULAI": 0, "SELESAI": 11}
    maju = {(nomor[a.dari], nomor[a.ke]) for a in p.panah if a.jenis == "maju"}
    assert maju == {(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (6, 9), (8, 10), (9, 10), (10, 11)}
    berikut = {u["kode"]: u["berikut"] for u in peta.urutan(data["langkah"])}
    assert berikut["pertek"] == [
        "Penetapan nomor dan pencetakan SK", "Perekaman SK dari Gubernur atau Presiden",
    ]  # fmt: skip
    assert berikut["tanda_tangan"] == berikut["rekam_sk_luar"] == ["Penyerahan petikan"]


def test_langkah_bersyarat_yang_bebas_satu_dari_lain_dapat_dilewati_semua():
    a, b = (
        Langkah("a", "A", katalog.pemohon, bila=lambda k: True),
        Langkah("b", "B", katalog.pemohon, bila=lambda k: 1),
    )
    c = Langkah("c", "C", katalog.pemohon)
    assert susulan([a, b, c]) == [["a", "b", "c"], ["b", "c"], ["c"], ["SELESAI"]]
    tukar = Langkah("b", "B", katalog.pemohon, bila=Kecuali(a.bila))
    assert susulan([c, a, tukar]) == [["c"], ["a", "b"], ["SELESAI"], ["SELESAI"]]


def bertemu(a, b):
    """True when two rectangles share more than an edge."""
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def cacat_gambar(p):
    """What a reader would stumble over: boxes or words on one another, arrows through them, anything outside."""
    kotak = [(k.x, k.y, k.w, k.h) for k in p.kotak]
    label = [r for a in p.panah for r in bidang_label(a)]
    yield from (("kotak", a, b) for a, b in combinations(kotak, 2) if bertemu(a, b))
    yield from (("label", a, b) for a, b in combinations(label, 2) if bertemu(a, b))
    for x, y, w, h in [*kotak, *label]:
        if x < 0 or y < p.kepala or x + w > p.lebar or y + h > p.tinggi:
            yield "di luar gambar", x, y, w, h
    for panah in p.panah:
        if not all(0 <= x <= p.lebar and p.kepala <= y <= p.tinggi for x, y in panah.titik):
            yield "panah di luar gambar", panah
        for dari, ke in ruas(panah):
            if dari[0] != ke[0] and dari[1] != ke[1]:
                yield "panah miring", panah
            yield from (
                ("panah menembus", panah.dari, panah.ke, k) for k in [*kotak, *label] if menyentuh(dari, ke, k)
            )


@pytest.mark.parametrize("slug", ["uji-peta", "kp-reguler", "kgb"])
def test_tidak_ada_yang_tumpang_tindih(bercabang, slug):
    layanan = katalog.ambil(slug)
    _, p = gambar(layanan, {s.kode: PENUH for s in layanan.alur})
    assert list(cacat_gambar(p)) == []


def test_juga_pada_jalan_acak_yang_tidak_pernah_kita_bayangkan():
    """200 routes of 1 to 14 steps in any lanes, with up to five outcomes that lead anywhere, themselves included."""
    acak = random.Random(1)
    hasil = ("Memenuhi syarat", "Dikembalikan untuk dilengkapi", "Tidak", "banding", "Perlu pertimbangan lebih lanjut")
    for _ in range(200):
        kode = [f"s{i}" for i in range(acak.randint(1, 14))]
        langkah = [
            {
                "kode": k, "nomor": i + 1, "nama": "Langkah " + "panjang sekali " * acak.randint(0, 4), "sla": 3,
                "lajur": acak.choice(list(peta.LAJUR)), "luar": "", "pemegang_singkat": "Kepala",
                "opsional": acak.random() < 0.3, "boleh_tolak": acak.random() < 0.2, "awal": i < acak.choice([1, 1, 2]),
                "menuju": sorted({(*kode, "SELESAI")[min(i + n, len(kode))] for n in acak.choice([(1,), (1, 2), (2, 4)])}),
                "hasil": [{"singkat": h, "tujuan": acak.choice([*kode, "TOLAK", "SELESAI"])}
                          for h in acak.sample(hasil, acak.choice([0, 0, 0, 1, 2, 3, 5]))],
            }
            for i, k in enumerate(kode)
        ]  # fmt: skip
        p = peta.susun(langkah, (acak.choice(["asn", "opd", "staf"]), "oleh ASN"), dict.fromkeys(kode, PENUH))
        assert list(cacat_gambar(p)) == []


def test_dua_panah_tidak_memakai_saluran_yang_sama(bercabang):
    """Long horizontal pieces of the branches lie on lines of their own, so no two arrows merge into one."""
    _, p = gambar(bercabang)
    y = [dari[1] for a in p.panah if a.jenis != "maju" for dari, ke in ruas(a) if dari[1] == ke[1]]
    assert len(y) == len(set(y)) >= 5


def test_jalan_yang_panjang_di_satu_meja_dicetak_tegak(bercabang):
    """Twelve steps at one desk make twelve rows: taller than wide. Going up and out stays flat."""
    langkah = {
        "luar": "",
        "pemegang_singkat": "Staf",
        "lajur": "staf",
        "sla": 3,
        "opsional": False,
        "hasil": [],
        "boleh_tolak": False,
    }
    banyak = [
        langkah | {"kode": f"l{i}", "nama": f"Langkah {i}", "nomor": i, "awal": i == 1, "menuju": [f"l{i + 1}"]}
        for i in range(1, 13)
    ]
    assert peta.susun(banyak, ("asn", "oleh ASN")).tegak
    assert not gambar(bercabang)[1].tegak


@pytest.fixture(scope="module")
def huruf():
    """The very font of the pages, at the two weights of the picture."""
    berkas = Path(settings.BASE_DIR) / "node_modules/@fontsource-variable/public-sans/files"
    asal = berkas / "public-sans-latin-wght-normal.woff2"
    return [instantiateVariableFont(TTFont(asal), {"wght": tebal}) for tebal in (400, 600)]


def lebar_nyata(teks, huruf, ukuran):
    peta_huruf, lebar_huruf = huruf.getBestCmap(), huruf["hmtx"]
    nama = [peta_huruf[ord(h)] for h in teks]
    nama = [f"{n}.tf" if f"{n}.tf" in lebar_huruf.metrics else n for n in nama]
    return sum(lebar_huruf[n][0] for n in nama) / huruf["head"].unitsPerEm * ukuran


def test_teks_muat_dalam_kotak_menurut_hurufnya_sendiri(bercabang, huruf):
    for slug in ("uji-peta", "kp-reguler", "kgb"):
        layanan = katalog.ambil(slug)
        _, p = gambar(layanan, {s.kode: PENUH for s in layanan.alur})
        for k in p.kotak:
            for t in k.baris_teks:
                ukuran = 12 if t.jenis == "nama" else 11
                assert k.x < t.x
                assert t.x + max(lebar_nyata(t.isi, h, ukuran) for h in huruf) <= k.x + k.w - 4, t.isi
                assert k.y < t.y - ukuran + 2
                assert t.y + 3 <= k.y + k.h
        for lajur in p.lajur:
            for t in lajur.judul:
                assert t.x + max(lebar_nyata(t.isi, h, 11) for h in huruf) <= lajur.x + p.lebar_lajur


def test_kata_terlalu_panjang_dipenggal_dan_tidak_ada_yang_hilang():
    kata = "Mempertanggungjawabkannya"
    baris = bungkus(f"Untuk {kata} nanti", 80, 12)
    assert "".join(baris).translate({45: None, 32: None}) == f"Untuk{kata}nanti"
    assert all(lebar(b, 12) <= 80 for b in baris)
    assert bungkus("", 80, 12) == []


# ── settings of the office, list for screen readers ──────────────────────────────────────────────────


def test_setelan_kantor_dihormati(bercabang):
    umum = {"layanan": "uji-peta", "dasar": "SK uji", "berlaku_sejak": date(2026, 1, 1)}
    PengaturanLangkah.objects.create(langkah="kabid", kepada="jabatan:KEPALA-BKPSDM", sla_hari_kerja=9, **umum)
    PengaturanLangkah.objects.create(langkah="pendapat", dipakai=False, **umum)
    PengaturanLangkah.objects.create(langkah="periksa", dipakai=False, **umum)  # compulsory: stays
    PengaturanLangkah.objects.create(langkah="sidang", sla_hari_kerja=30, **umum | {"berlaku_sejak": date(2027, 1, 1)})
    data, p = gambar(bercabang)
    kabid = next(s for s in data["langkah"] if s["kode"] == "kabid")
    assert (kabid["lajur"], kabid["sla"], kabid["diatur_kantor"]) == ("II", 9, True)
    assert [s["kode"] for s in data["langkah"]] == ["periksa", "sidang", "kabid", "putusan", "terima"]
    assert data["tidak_dipakai"] == ["Pendapat instansi"]
    assert "pendapat" not in [k.kode for k in p.kotak]
    assert next(s for s in data["langkah"] if s["kode"] == "sidang")["sla"] == 3  # the default; 30 holds from 2027


def test_urutan_menyebut_tiap_langkah_sekali(bercabang):
    data, _ = gambar(bercabang)
    beban = {"sidang": hitung.Beban(2, 1)}
    urutan = peta.urutan(data["langkah"], beban)
    assert [(u["nomor"], u["kode"]) for u in urutan] == [
        (1, "periksa"), (2, "sidang"), (3, "pendapat"), (4, "kabid"), (5, "putusan"), (6, "terima"),
    ]  # fmt: skip
    sidang, pendapat = urutan[1], urutan[2]
    assert sidang["siapa"] == "Kepala Subbidang Kepangkatan"
    assert sidang["tingkat"] == "Eselon IV, kepala subbidang"
    assert sidang["berikut"] == ["Pendapat instansi", "Telaah"]  # the first is optional
    assert sidang["hasil"] == [
        ("Sidang diulang, bahan dilengkapi", "ke Pemeriksaan bahan"), ("Banding administratif", "ke Putusan"),
        ("Gugur", "usulan ditolak"),
    ]  # fmt: skip
    assert (sidang["beban"].menunggu, sidang["beban"].terlambat) == (2, 1)
    assert pendapat["siapa"] == "BKN, dicatat Staf Subbidang Kepangkatan"
    assert pendapat["kapan"] == "bila ancamannya berat"
    assert pendapat["batas_hukum"] == "14 hari kerja (PP 94/2021 Pasal 28)"
    assert urutan[5]["berikut"] == ["Selesai"]
    assert urutan[5]["beban"] == hitung.Beban()


def test_svg_sah_tanpa_gaya_sebaris(bercabang):
    _, p = gambar(bercabang, {"sidang": hitung.Beban(1234, 1, 3, 0, 1.5, 2.0)})
    teks = render_to_string("layanan/_peta.html", {"peta": p, "nama": "Uji <b> & “uji”"})
    akar = ElementTree.fromstring(teks)  # noqa: S314 - gambar kita sendiri
    assert akar.get("role") == "img"
    assert len(akar.findall(f".//{SVG}g[@class]/{SVG}rect")) == len(p.kotak) + len(p.lajur)
    assert not any("style" in unsur.attrib for unsur in akar.iter())
    isi = "".join(akar.itertext())
    assert "1234 menunggu" in isi  # not split by a thousands point that the width does not know
    assert "median 1,5 hari" in isi
    for unsur in akar.iter(f"{SVG}rect"):
        assert all(float(unsur.get(a)) >= 0 for a in ("x", "y", "width", "height"))
