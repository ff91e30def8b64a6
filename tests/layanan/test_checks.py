"""Deklarasi yang salah menghentikan start-up: tiap kesalahan ditemukan, dan tiap layanan yang terdaftar lulus."""

import time
from dataclasses import replace

import pytest
from django import forms

from layanan import acuan_bawaan, checks, katalog
from layanan.katalog import Alamat, BagianNaskah, BatasHukum, Dasar, Langkah

KP = katalog.ambil("kp-reguler")
TERDAFTAR = katalog.semua()
LETAK = {langkah.kode: i for i, langkah in enumerate(KP.alur)}
YA_TIDAK = {"ya": "Ya", "tidak": "Tidak"}


class FormBerhasil(forms.Form):
    """Offers two outcomes."""

    hasil = forms.ChoiceField(choices=[("baik", "Baik"), ("buruk", "Buruk")])


def rusak(**ubah):
    """Flaws of KP reguler with some of its declaration replaced."""
    return list(checks.cacat(type("Rusak", (type(KP),), ubah)()))


def ganti(kode, **ubah):
    """Its route with one step changed."""
    return tuple(replace(s, **ubah) if s.kode == kode else s for s in KP.alur)


def tukar(satu, dua):
    """Its route with two steps in each other's place."""
    alur = list(KP.alur)
    alur[LETAK[satu]], alur[LETAK[dua]] = alur[LETAK[dua]], alur[LETAK[satu]]
    return tuple(alur)


@pytest.mark.parametrize("layanan", TERDAFTAR, ids=lambda la: la.slug)
def test_tiap_layanan_terdaftar_lulus(layanan):
    assert list(checks.cacat(layanan)) == []


ALAMAT = [
    (katalog.jabatan("KEPALA-NGAWUR"), "jabatan KEPALA-NGAWUR yang tidak dikenal"),
    (katalog.staf("NGAWUR"), "unit 'NGAWUR' yang tidak dikenal"),
    (katalog.staf("OPD"), "unit 'OPD' yang tidak dikenal"),
    (Alamat("ngawur"), "alamat berjenis 'ngawur' yang tidak dikenal"),
    (Alamat("peran", "ngawur", "SUB12"), "peran 'ngawur' yang tidak dikenal"),
    (Alamat("pemilik", "ngawur"), "pemilik 'ngawur' yang tidak dikenal"),
    (katalog.penandatangan("setelan_ngawur"), "penanda tangan menurut setelan setelan_ngawur yang tidak ada"),
    (katalog.penandatangan("tolak_mulai_eselon"), "penanda tangan 'II.b' (setelan tolak_mulai_eselon) yang tidak dikenal"),
]  # fmt: skip


@pytest.mark.parametrize(("kepada", "kalimat"), ALAMAT, ids=[k for _, k in ALAMAT])
def test_alamat_yang_tidak_ada(kepada, kalimat):
    assert rusak(alur=ganti("periksa_kasubbid", kepada=kepada)) == [
        f"langkah periksa_kasubbid ditujukan kepada {kalimat}"
    ]


def test_penanda_tangan_yang_tidak_disebut_siapa_pun():
    tanpa = katalog.Layanan.kantor_penandatangan
    kalimat = "langkah tanda_tangan ditujukan kepada penanda tangan tanpa setelan dan tanpa kantor_penandatangan"
    assert rusak(kantor_penandatangan=tanpa) == [kalimat]


@pytest.mark.parametrize(
    "kepada",
    [
        katalog.jabatan("BUPATI"), katalog.jabatan("SEKDA"), katalog.jabatan("KABAN"), katalog.jabatan("KEPALA-SUB11"),
        katalog.operator_opd, katalog.kepala_opd, katalog.atasan_langsung, katalog.pemohon, katalog.staf_pemilik,
        katalog.kepala_pemilik, katalog.atasan_pemilik, katalog.penandatangan("kgb_penanda_tangan"),
    ],
    ids=str,
)  # fmt: skip
def test_alamat_yang_ada(kepada):
    assert rusak(alur=ganti("periksa_kasubbid", kepada=kepada)) == []


# ── law, unit ──


def asing(kode):
    return [f"peraturan tidak ada pada tabel regulasi: ['{kode}']"]


def test_peraturan_di_luar_tabel_regulasi():
    salah = Dasar("PP 9999/1999", "Pasal 1")
    syarat = KP.syarat[0]
    assert rusak(dasar=(salah,)) == asing("PP 9999/1999")
    assert rusak(dasar_terlambat=salah) == asing("PP 9999/1999")
    assert rusak(syarat=(replace(syarat, dasar=salah),)) == asing("PP 9999/1999")
    assert rusak(syarat=(replace(syarat, dasar_lain=(salah,)),)) == asing("PP 9999/1999")
    batas = BatasHukum(1, "hari", salah)
    assert rusak(alur=ganti("periksa_kasubbid", batas_hukum=batas)) == asing("PP 9999/1999")
    bagian = (*KP.naskah.bagian, BagianNaskah("uji", "Uji", "-", peraturan=("PP 9999/1999",)))
    assert asing("PP 9999/1999")[0] in rusak(naskah=replace(KP.naskah, bagian=bagian))


def test_unit_pemilik_yang_tidak_ada():
    assert rusak(pemilik="NGAWUR") == ["unit pemilik 'NGAWUR' tidak dikenal"]


# ── kinds of act, number and signature ──


def test_aksi_yang_tidak_dikenal():
    kalimat = "langkah periksa_kasubbid beraksi 'ngawur' yang tidak dikenal"
    assert kalimat in rusak(alur=ganti("periksa_kasubbid", aksi="ngawur"))


@pytest.mark.parametrize("kode", ["penetapan", "tanda_tangan"])
def test_dua_penetapan_atau_dua_tanda_tangan(kode):
    i = LETAK[kode]
    dua = (*KP.alur[: i + 1], replace(KP.alur[i], kode="lagi"), *KP.alur[i + 1 :])
    assert f"langkah {KP.alur[i].aksi} lebih dari satu: ['{kode}', 'lagi']" in rusak(alur=dua)


def test_tanda_tangan_sebelum_nomor():
    kalimat = "langkah tanda_tangan dapat terjadi sebelum naskah bernomor"
    assert kalimat in rusak(alur=tukar("penetapan", "tanda_tangan"))
    # Signed also where no number was taken: the two do not apply together.
    assert kalimat in rusak(alur=ganti("penetapan", bila=lambda k: True))
    # An outcome that jumps over the number.
    loncat = ganti("periksa_kasubbid", sebutan={"x": "X", "y": "Y"}, hasil={"x": "tanda_tangan"})
    assert kalimat in rusak(alur=loncat)


def test_penetapan_tanpa_tanda_tangan():
    alur = tuple(s for s in KP.alur if s.kode != "tanda_tangan")
    assert "naskah dicetak tanpa langkah penetapan dan tanda tangan" in rusak(alur=alur)


def test_naskah_yang_tidak_pernah_ditetapkan_atau_direkam():
    kalimat = "naskah dinyatakan, tetapi tidak ada langkah yang menetapkan atau merekamnya"
    assert rusak(alur=KP.alur[: LETAK["penetapan"]]) == [kalimat]
    hanya_luar = tuple(s for s in KP.alur if s.aksi not in (katalog.TETAPKAN, katalog.TANDA_TANGAN))
    assert rusak(alur=hanya_luar) == []


def test_penetapan_tanpa_naskah():
    assert "alur menetapkan atau menandatangani, padahal tidak ada naskah" in rusak(naskah=None)


# ── outcomes, refusal ──


def test_keluaran_yang_tidak_ditawarkan():
    asal = {"xxx": "verifikasi_bkd"}
    assert rusak(alur=ganti("pertek", hasil=asal)) == ["keluaran langkah pertek tanpa sebutan: ['xxx']"]
    assert rusak(alur=ganti("periksa_kasubbid", hasil=asal)) == [
        "keluaran langkah periksa_kasubbid tanpa sebutan: ['xxx']"
    ]
    assert rusak(alur=ganti("periksa_kasubbid", form=FormBerhasil, hasil={"buruk": "verifikasi_bkd"})) == []


def test_boleh_menolak_di_bawah_kepala_bkd():
    kasubbid = rusak(alur=ganti("periksa_kasubbid", boleh_tolak=True))
    assert kasubbid == [
        "langkah periksa_kasubbid boleh menolak, padahal jabatannya di bawah setelan tolak_mulai_eselon"
    ]
    staf = rusak(alur=ganti("verifikasi_bkd", boleh_tolak=True))
    assert staf == ["langkah verifikasi_bkd boleh menolak, padahal bukan jabatan"]
    assert rusak(alur=ganti("tanda_tangan", boleh_tolak=True)) == []


@pytest.mark.parametrize(
    ("kode", "ubah", "boleh"),
    [
        ("periksa_kasubbid", {}, False),
        ("periksa_kabid", {}, False),
        ("verifikasi_bkd", {}, False),
        ("persetujuan_kaban", {}, True),
        ("persetujuan_kaban", {"boleh_tolak": False}, False),
        ("pertek", {"form": None}, True),
        ("pertek", {"form": None, "jalur": ""}, False),  # nobody outside has answered: it is our staff who refuse
        ("verifikasi_bkd", {"jalur": "BKN"}, False),  # not a recorded answer
    ],
)
def test_keluaran_yang_menolak(kode, ubah, boleh):
    alur = ganti(kode, **({"sebutan": YA_TIDAK, "hasil": {"tidak": "TOLAK"}} | ubah))
    kalimat = f"keluaran langkah {kode} menolak usulan, padahal langkahnya tidak boleh menolak: ['tidak']"
    assert rusak(alur=alur) == ([] if boleh else [kalimat])


# ── where it is asked ──


def test_kesalahan_dilaporkan_pemeriksaan_sistem(monkeypatch):
    salah = ganti("periksa_kasubbid", kepada=katalog.jabatan("KEPALA-NGAWUR"))
    monkeypatch.setattr(type(KP), "alur", salah)
    (galat,) = checks.periksa_layanan(None)
    assert galat.id == "layanan.E001"
    assert "kp-reguler" in galat.msg
    assert "KEPALA-NGAWUR" in galat.msg


def test_langkah_pertama_yang_bersyarat_tetap_sah():
    awal = Langkah("awal", "Awal", katalog.kepala_opd, bila=lambda k: True)
    assert rusak(alur=(awal, *KP.alur)) == []


def test_membaca_kode_bawaan_tidak_memperlambat_mulai():
    """Some two thousand short rows, read once in a process."""
    semua = (acuan_bawaan.unit, acuan_bawaan.kantor, acuan_bawaan.regulasi, acuan_bawaan.setelan)
    for baca in (acuan_bawaan._baris, *semua):
        baca.cache_clear()
    mulai = time.process_time()
    for baca in semua:
        assert baca()
    assert time.process_time() - mulai < 0.25
    assert acuan_bawaan.kantor()["KEPALA-BKPSDM"] == "II.b"
