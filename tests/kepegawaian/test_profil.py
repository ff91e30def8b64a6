"""Profil sebagai sifat: urutan mencatat tidak mengubahnya, dua jam tidak bercampur, cache sama dengan sumbernya.

Worked examples of the law stand in ``test_profil_hukum.py``.
"""

from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from kepegawaian.models import JENIS_RIWAYAT, Jabatan, Pegawai, ProfilKini, UnitKerja
from kepegawaian.profil import BAGIAN_KINI, Profil, profil, profil_satu, segarkan
from kepegawaian.profil_sql import SEMUA
from tests.dunia_bersama import bersama
from tests.pabrik import buat_batch, buat_nip, buat_pegawai

pytestmark = pytest.mark.django_db
HARI = date(2026, 7, 1)
SIFAT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
T0, T1, T2 = (timezone.make_aware(datetime(2026, bulan, 1, 9, 0)) for bulan in (1, 3, 5))

# ── rows by chance, as many of one TMT as the database allows ────────────────────────────────────────

_tanggal = st.sampled_from([date(2024, 7, 1), date(2025, 3, 1), date(2025, 10, 15), date(2026, 1, 1), HARI])
_lusa = st.sampled_from([HARI + timedelta(days=1), date(2026, 12, 1), date(2027, 4, 1)])
_masa = st.sampled_from([None, 30, 200, 900])
_kode_unit = st.sampled_from(["SDN-BABAT-14", "DISDIK", "SUB12", "PKM-PUCUK"])
_kode_jabatan = st.sampled_from(["JF-GURU-MUDA", "P-PENELAAH-TEKNIS-KEBIJAKAN", "KEPALA-DISDIK", "JF-GURU-UTAMA"])
_golongan = st.sampled_from(["II/c", "III/a", "III/b", "IV/a"])
_bulan = st.integers(0, 11)

# kind -> (columns, what besides the TMT must be unique in one set)
BENTUK = {
    "identitas": ({"nama": st.sampled_from(["ANI", "ANI LESTARI"]), "gelar_belakang": st.sampled_from(["", "S.Pd."])}, ()),
    "status": ({"status": st.sampled_from(["CPNS", "PNS"])}, ()),
    "kedudukan": ({"kedudukan_id": st.sampled_from(["01", "03", "20"])}, ()),
    "pangkat": ({"golongan_id": _golongan, "mkg_tahun": st.integers(0, 30) | st.none(), "mkg_bulan": _bulan}, ()),
    "gaji": ({"jenis": st.sampled_from(["KGB", "KP", "PMK"]), "golongan_id": _golongan, "gaji_pokok": st.integers(1, 9).map(lambda x: x * 1_000_000),
              "mkg_tahun": st.integers(0, 30), "mkg_bulan": _bulan}, ()),
    "unit": ({"unit": _kode_unit}, ()),
    "jabatan": ({"jabatan": _kode_jabatan}, ()),
    "pendidikan": ({"tingkat_id": st.sampled_from(["15", "30", "40", "45"]), "nama": st.sampled_from(["A", "B"])}, ()),
    "kinerja": ({"tahun": st.integers(2021, 2025), "predikat": st.sampled_from(["Baik", "Kurang"]),
                 "nilai": st.none() | st.just(Decimal("81.50"))}, ("tahun",)),
    "hukuman": ({"jenis_id": st.sampled_from(["R1", "R2", "S1"]), "masa": _masa}, ("jenis_id",)),
    "pemeriksaan": ({"masa": _masa}, ()),
    "diklat": ({"jenis_id": st.sampled_from(["1", "2", "3"]), "nama": st.sampled_from(["X", "Y"]), "jp": st.none() | st.integers(1, 40)},
               ("jenis_id", "nama")),
    "ujian": ({"jenis": st.sampled_from(["UD1", "UD2", "UPKP"])}, ("jenis",)),
    "penghargaan": ({"jenis_id": st.sampled_from(["100", "101"])}, ("jenis_id",)),
    "angka_kredit": ({"jenis": st.sampled_from(["konversi", "integrasi"]), "jenjang": st.just("ahli_muda"), "jumlah": st.just(Decimal("12.50"))},
                     ("jenis",)),
    "keluarga": ({"anggota": st.sampled_from("12"), "hubungan": st.just("anak"), "nama": st.just("Z"), "tertanggung": st.booleans(),
                  "keadaan": st.sampled_from(["hidup", "meninggal"])}, ("anggota",)),
    "tinggal": ({"jenis": st.sampled_from(["CLTN", "TUBEL"]), "masa": st.just(100)}, ("jenis",)),
    "masa_kerja": ({"pengalaman": st.sampled_from(["A", "B"]), "bulan": st.integers(1, 40)}, ("pengalaman",)),
    "kontrak": ({"masa": st.just(100), "upah": st.none() | st.just(2_000_000)}, ()),
}  # fmt: skip
# Periods of one person that may not overlap: drawn one at a time, or from dates more than their length apart.
TUNGGAL = {"pemeriksaan"}
RENGGANG = {"tinggal", "kontrak"}


def kejadian(tanggal=_tanggal):
    """A set of rows [(kind, columns)] that the database accepts together, in the order drawn."""

    def satu(jenis):
        medan, kunci = BENTUK[jenis]
        renggang = st.sampled_from([date(2024, 7, 1), date(2025, 3, 1), date(2026, 1, 1)])
        tmt = renggang if tanggal is _tanggal and jenis in RENGGANG else tanggal
        baris = st.fixed_dictionaries({"tmt": tmt, **medan})

        def tanda(b):
            unik = () if jenis in TUNGGAL else ("tahun",) if jenis == "kinerja" else ("tmt", *kunci)
            return tuple(b[k] for k in unik)

        return st.lists(baris, max_size=3, unique_by=tanda).map(lambda daftar: [(jenis, b) for b in daftar])

    return st.tuples(*(satu(j) for j in BENTUK)).map(lambda semua: [b for daftar in semua for b in daftar])


def acak(daftar):
    """The same rows in two orders."""
    return daftar.flatmap(lambda d: st.tuples(st.permutations(d), st.permutations(d)))


@contextmanager
def sementara():
    """Rows of one example, thrown away afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Kantor:
    """One person without riwayat, and the tables his rows point at."""

    def __init__(self):
        self.batch = buat_batch()
        self.ani = Pegawai.objects.create(nip=buat_nip(), tanggal_lahir=date(1986, 5, 17), jenis_kelamin="P")
        self.unit = {u.kode: u for u in UnitKerja.objects.all()}
        self.jabatan = {j.kode: j for j in Jabatan.objects.all()}

    def catat(self, daftar, pada=T0, pegawai=None):
        """Writes rows one by one, in the order given; returns them."""
        return [self._satu(jenis, dict(isi), pada, pegawai or self.ani) for jenis, isi in daftar]

    def _satu(self, jenis, isi, pada, pegawai):
        if (masa := isi.pop("masa", None)) is not None:
            isi["sampai"] = isi["tmt"] + timedelta(days=masa)
        if jenis == "unit":
            isi["unit"] = self.unit[isi["unit"]]
        if jenis == "jabatan":
            isi["jabatan"] = self.jabatan[isi["jabatan"]]
        return JENIS_RIWAYAT[jenis].objects.create(pegawai=pegawai, batch=self.batch, dicatat_pada=pada, **isi)

    def profil(self, per=HARI, sepengetahuan=None):
        """The whole Profil of ani without ids of rows, which the order of writing does decide."""
        p = profil_satu(self.ani.pk, per=per, sepengetahuan=sepengetahuan)
        tanpa = {n: tuple(b._replace(id=None) for b in getattr(p, n)) for n in ("kinerja", "hukuman", "diklat")}
        return replace(p, **tanpa)


@pytest.fixture
@bersama
def kantor(db):
    return Kantor()


# ── order and time ───────────────────────────────────────────────────────────────────────────────────


@SIFAT
@given(urutan=acak(kejadian()))
def test_urutan_mencatat_tidak_mengubah_profil(kantor, urutan):
    hasil = []
    for daftar in urutan:
        with sementara():
            kantor.catat(daftar)
            hasil.append(kantor.profil())
    assert hasil[0] == hasil[1]


@SIFAT
@given(kini=kejadian(), nanti=kejadian(_lusa))
def test_profil_hari_ini_tidak_tersentuh_yang_bertanggal_besok(kantor, kini, nanti):
    with sementara():
        kantor.catat([b for b in kini if b[0] not in ("pemeriksaan", "kinerja")])
        sebelum = kantor.profil()
        kantor.catat(nanti)
        assert kantor.profil() == sebelum


@SIFAT
@given(lama=kejadian(), kemudian=kejadian(), batal=st.data())
def test_yang_diketahui_waktu_itu_tidak_ditulis_ulang_oleh_pembetulan(kantor, lama, kemudian, batal):
    with sementara():
        tertulis = kantor.catat(lama, pada=T0)
        waktu_itu = kantor.profil(sepengetahuan=T1)
        assert kantor.profil() == waktu_itu, "selama belum ada pembetulan, kedua jam menjawab sama"
        # Everything of old is cancelled, so that any row may take its place; some of it comes back as it was.
        for baris in tertulis:
            type(baris).objects.filter(pk=baris.pk).update(dibatalkan_pada=T2, dibatalkan_sebab="dibetulkan")
        kantor.catat(batal.draw(st.sampled_from([kemudian, lama, []])), pada=T2)
        assert kantor.profil(sepengetahuan=T1) == waktu_itu


def test_batas_dua_jam_tepat_pada_saat_dicatat_dan_dibatalkan(kantor):
    (baris,) = kantor.catat([("pangkat", {"tmt": date(2024, 4, 1), "golongan_id": "III/b"})], pada=T0)
    type(baris).objects.filter(pk=baris.pk).update(dibatalkan_pada=T2)
    sedetik = timedelta(seconds=1)
    golongan = [kantor.profil(sepengetahuan=t).golongan for t in (T0 - sedetik, T0, T2 - sedetik, T2)]
    assert golongan == [None, "III/b", "III/b", None]


# ── one, many, all ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
@bersama
def banyak(kantor):
    """ani with one row of every kind and twenty-nine others of the factory."""
    kantor.catat(contoh())
    for nomor in range(29):
        buat_pegawai(nama=f"PEGAWAI {nomor}", batch=kantor.batch, segarkan=False)
    return kantor


def contoh():
    """One row of every kind."""
    return [
        ("identitas", {"tmt": HARI, "nama": "ANI LESTARI"}),
        ("status", {"tmt": date(2015, 3, 1), "status": "PNS"}),
        ("kedudukan", {"tmt": date(2015, 3, 1), "kedudukan_id": "01"}),
        ("pangkat", {"tmt": date(2024, 4, 1), "golongan_id": "III/b", "mkg_tahun": 4, "mkg_bulan": 1}),
        (
            "gaji",
            {"tmt": date(2025, 3, 1), "jenis": "KGB", "golongan_id": "III/b", "gaji_pokok": 3_000_000, "mkg_tahun": 6},
        ),
        ("unit", {"tmt": date(2015, 3, 1), "unit": "SDN-BABAT-14"}),
        ("jabatan", {"tmt": date(2015, 3, 1), "jabatan": "JF-GURU-MUDA"}),
        ("pendidikan", {"tmt": date(2014, 1, 1), "tingkat_id": "40", "nama": "S-1 PGSD"}),
        ("kinerja", {"tmt": date(2026, 1, 20), "tahun": 2025, "predikat": "Baik"}),
        ("hukuman", {"tmt": date(2024, 2, 1), "jenis_id": "R2"}),
        ("diklat", {"tmt": date(2025, 5, 1), "jenis_id": "3", "nama": "Asesmen", "jp": 20}),
        ("keluarga", {"tmt": date(2016, 1, 1), "anggota": "1", "hubungan": "anak", "nama": "Z", "tertanggung": True}),
        ("kontrak", {"tmt": date(2024, 1, 1), "masa": 900}),
    ]


def test_seorang_sama_dengan_dirinya_dalam_rentang_dan_dalam_semua(banyak):
    semua = {p.pegawai_id: p for p in profil(per=HARI)}
    assert len(semua) == 30
    ids = sorted(semua)
    assert {p.pegawai_id: p for p in profil(per=HARI, rentang=(ids[3], ids[11]))} == {i: semua[i] for i in ids[3:12]}
    assert {i: profil_satu(i, per=HARI) for i in ids} == semua
    assert list(profil(per=HARI, ids=ids[::-1])) == [semua[i] for i in ids]
    assert list(profil(per=HARI, ids=[])) == []


@pytest.mark.parametrize("banyaknya", [1, 30])
def test_satu_pertanyaan_berapa_pun_orangnya(banyak, django_assert_num_queries, banyaknya):
    ids = list(Pegawai.objects.values_list("pk", flat=True)[:banyaknya])
    with django_assert_num_queries(1):
        assert len(list(profil(per=HARI, ids=ids))) == banyaknya


@pytest.mark.parametrize("bagian", SEMUA)
def test_satu_bagian_saja_menjawab_sama_dan_yang_tidak_dimuat_menolak_dibaca(banyak, bagian):
    utuh = profil_satu(banyak.ani.pk, per=HARI)
    sebagian = profil_satu(banyak.ani.pk, per=HARI, bagian=(bagian,))
    dimuat = 0
    for f in fields(Profil):
        nilai = getattr(sebagian, f.name)
        if type(nilai).__name__ != "BelumDimuat":
            assert nilai == getattr(utuh, f.name), f.name
            dimuat += 1
            continue
        for pakai in (
            bool,
            str,
            iter,
            len,
            lambda n: n == 1,
            lambda n: n < 1,
            lambda n: n + 1,
            lambda n: 1 in n,
            "{}".format,
        ):
            with pytest.raises(AttributeError, match="tidak dimuat"):
                pakai(nilai)
    assert dimuat > len(("pegawai_id", "nip")), "bagian inti selalu ikut"


def test_pegawai_yang_tidak_ada_dikatakan(kantor):
    with pytest.raises(Pegawai.DoesNotExist):
        profil_satu(0, per=HARI)


# ── the cache ────────────────────────────────────────────────────────────────────────────────────────

# Column of ProfilKini -> field of Profil, by hand.
SAMA = {
    "nip": "nip", "gelar_depan": "gelar_depan", "gelar_belakang": "gelar_belakang", "jenis_kelamin": "jenis_kelamin",
    "tanggal_lahir": "tanggal_lahir", "status": "status", "kedudukan_id": "kedudukan", "tmt_kedudukan": "tmt_kedudukan",
    "unit_id": "unit_id", "opd_id": "opd_id", "golongan_id": "golongan", "golongan_urutan": "golongan_urutan",
    "tmt_pangkat": "tmt_pangkat", "jabatan_id": "jabatan_id", "jenis_jabatan": "jenis_jabatan", "eselon_id": "eselon",
    "jenjang": "jenjang", "tmt_jabatan": "tmt_jabatan", "pendidikan_id": "tingkat_pendidikan", "gaji_pokok": "gaji_pokok",
    "mkg_bulan": "mkg_dekret", "tmt_mkg_nol": "tmt_mkg_nol", "tmt_cpns": "tmt_cpns", "bup": "bup",
    "tmt_pensiun": "tmt_pensiun", "kontrak_sampai": "kontrak_sampai",
}  # fmt: skip


def beda(per):
    """[(pegawai, column, cached, true)] of everybody."""
    kini = {k.pegawai_id: k for k in ProfilKini.objects.all()}
    semua = {p.pegawai_id: p for p in profil(per=per)}
    assert kini.keys() == semua.keys()
    for i, p in semua.items():
        k = kini[i]
        pasangan = {kolom: (getattr(k, kolom), getattr(p, medan)) for kolom, medan in SAMA.items()}
        pasangan |= {
            "nama": (k.nama, p.nama or ""),
            "aktif": (k.aktif, p.aktif is not False),
            "jalur_unit": (tuple(k.jalur_unit or ()), p.jalur_unit),
        }
        yield from ((i, kolom, a, b) for kolom, (a, b) in pasangan.items() if a != b)


def test_setiap_kolom_profil_kini_dibandingkan():
    kolom = {f.attname for f in ProfilKini._meta.concrete_fields}
    assert kolom == SAMA.keys() | {"pegawai_id", "nama", "aktif", "jalur_unit", "per"}
    assert set(BAGIAN_KINI) <= set(SEMUA)


@SIFAT
@given(pertama=kejadian(), kedua=kejadian(), geser=st.sampled_from([0, 1, 400]))
def test_profil_kini_sama_dengan_profil_hari_ini_bagi_semua(kantor, pertama, kedua, geser):
    per = HARI + timedelta(days=geser)
    with sementara():
        eko = Pegawai.objects.create(nip=buat_nip(date(1968, 1, 1)), tanggal_lahir=date(1968, 1, 1), jenis_kelamin="L")
        kantor.catat(pertama)
        segarkan(per=HARI)
        kantor.catat(kedua, pegawai=eko)
        segarkan([eko.pk], per=HARI)
        segarkan(per=per)
        assert list(beda(per)) == []


def test_segarkan_menulis_hanya_yang_berubah(banyak):
    assert segarkan(per=HARI) == 30
    assert segarkan(per=HARI) == 0
    banyak.catat([("pangkat", {"tmt": date(2026, 4, 1), "golongan_id": "III/c", "mkg_tahun": 6, "mkg_bulan": 1})])
    assert segarkan(per=HARI) == 1
    assert segarkan(per=HARI + timedelta(days=1)) == 0, "malam berikutnya tidak menulis ulang yang tetap"
    assert list(beda(HARI + timedelta(days=1))) == []


def test_waktu_sendiri_mengubah_profil_kini_pada_harinya(banyak):
    besok = HARI + timedelta(days=1)
    banyak.catat([("pangkat", {"tmt": besok, "golongan_id": "III/c", "mkg_tahun": 6, "mkg_bulan": 4})])
    segarkan(per=HARI)
    assert ProfilKini.objects.get(pk=banyak.ani.pk).golongan_id == "III/b"
    assert segarkan(per=besok) == 1
    assert ProfilKini.objects.get(pk=banyak.ani.pk).golongan_id == "III/c"


def test_segarkan_satu_perintah_saja(banyak, django_assert_num_queries):
    with django_assert_num_queries(1):
        segarkan(per=HARI)
    with connection.cursor() as kursor:
        kursor.execute("SELECT count(*) FROM kepegawaian_profilkini")
        assert kursor.fetchone() == (30,)
