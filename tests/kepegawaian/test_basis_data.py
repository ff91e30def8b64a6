"""Basis data menolak yang tidak masuk akal, siapa pun yang menulisnya: ORM, SQL, atau COPY."""

import io
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, InternalError, connection, transaction
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.models import (
    JENIS_RIWAYAT,
    AksesSensitif,
    Jejak,
    Naskah,
    NaskahPegawai,
    Pegawai,
    Penugasan,
    RiwayatJabatan,
    RiwayatPangkat,
    Setelan,
)
from tests.kepegawaian.baris import TMT, buat, kolom
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, jabatan_kode, tambah, tugaskan

pytestmark = pytest.mark.django_db
SEKARANG = timezone.make_aware(datetime(2026, 3, 1, 8, 0))


@contextmanager
def ditolak(kata):
    """The statement fails with these words of constraint or message, and nothing of it stays."""
    with pytest.raises(DatabaseError, match=kata), transaction.atomic():
        yield


@pytest.fixture
def ani(db):
    """A person without riwayat."""
    return Pegawai.objects.create(nip="198605172015032001", tanggal_lahir=date(1986, 5, 17), jenis_kelamin="P")


@pytest.fixture
def batch(db):
    return buat_batch()


def buat_naskah(asal="luar", nomor="821.2/7/2026", **ubah):
    return Naskah.objects.create(
        **{"jenis": "sk", "perihal": "Uji", "asal": asal, "nomor": nomor, "tanggal": date(2026, 3, 1), "penetap": "Bupati",
           "data": {"nama": "ANI"}, "dibuat_pada": SEKARANG} | ubah
    )  # fmt: skip


# ── riwayat: written once, cancelled once, always with a source ──────────────────────────────────────


@pytest.mark.parametrize("jenis", JENIS_RIWAYAT)
def test_baris_riwayat_tidak_dapat_diubah_atau_dihapus_hanya_dibatalkan_satu_kali(ani, batch, jenis):
    baris = buat(jenis, ani, batch=batch)
    satu = JENIS_RIWAYAT[jenis].objects.filter(pk=baris.pk)
    batal = {"dibatalkan_pada": SEKARANG, "dibatalkan_sebab": "keliru", "dibatalkan_oleh_id": 7}
    with ditolak("hanya dibatalkan satu kali"):
        satu.update(tmt=TMT + timedelta(days=1))
    with ditolak("hanya dibatalkan satu kali"):
        satu.update(dicatat_pada=SEKARANG)
    with ditolak("hanya dibatalkan satu kali"):
        satu.update(**batal, tmt=TMT + timedelta(days=1))
    with ditolak("tidak boleh dihapus"):
        satu._raw_delete("default")
    assert satu.update(**batal) == 1
    for ubah in (
        {"dibatalkan_pada": None},
        {"dibatalkan_pada": SEKARANG + timedelta(1)},
        {"dibatalkan_sebab": "lain"},
    ):
        with ditolak("hanya dibatalkan satu kali"):
            satu.update(**ubah)
    kini = satu.values().get()
    assert (kini["tmt"], kini["dibatalkan_sebab"]) == (TMT, "keliru")


@pytest.mark.parametrize("jenis", JENIS_RIWAYAT)
def test_baris_riwayat_bersumber_tepat_satu(ani, batch, jenis):
    isi = NaskahPegawai.objects.create(naskah=buat_naskah(), pegawai=ani, tmt=TMT)
    with ditolak("satu_sumber"):
        buat(jenis, ani)
    with ditolak("satu_sumber"):
        buat(jenis, ani, batch=batch, naskah_pegawai=isi)
    assert buat(jenis, ani, naskah_pegawai=isi).pk


@pytest.mark.parametrize(
    "jenis", ["identitas", "status", "kedudukan", "pangkat", "unit", "gaji", "pendidikan", "jabatan"]
)
def test_keadaan_tetap_satu_tiap_tmt_dan_yang_batal_tidak_dihitung(ani, batch, jenis):
    lama = buat(jenis, ani, batch=batch)
    with ditolak("unik"):
        buat(jenis, ani, batch=batch)
    JENIS_RIWAYAT[jenis].objects.filter(pk=lama.pk).update(dibatalkan_pada=SEKARANG)
    assert buat(jenis, ani, batch=batch).pk


def test_jabatan_definitif_tanpa_akhir_karena_yang_berikut_mengakhirinya(ani, batch):
    with ditolak("definitif_tanpa_sampai"):
        buat("jabatan", ani, batch=batch, sampai=TMT)


def plt(pegawai, batch, mulai, sampai, kode="KEPALA-DISDIK", penugasan="PLT"):
    return RiwayatJabatan.objects.create(
        pegawai=pegawai, batch=batch, jabatan=jabatan_kode(kode), penugasan=penugasan, tmt=mulai, sampai=sampai
    )


MULAI, AKHIR = date(2026, 1, 1), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("mulai", "sampai"),
    [(AKHIR, date(2026, 12, 31)), (date(2025, 1, 1), MULAI), (date(2025, 1, 1), None), (MULAI, AKHIR)],
)
def test_satu_jabatan_tidak_dijabat_dua_plt_pada_hari_yang_sama(ani, batch, mulai, sampai):
    eko = buat_pegawai(batch=batch)
    plt(eko, batch, MULAI, AKHIR)
    with ditolak("satu_plt_tiap_jabatan"):
        plt(ani, batch, mulai, sampai)


@pytest.mark.parametrize("penugasan", ["PLT", "PLH"])
def test_plt_dan_plh_orang_yang_sama_tidak_tumpang_pada_satu_jabatan(ani, batch, penugasan):
    plt(ani, batch, MULAI, AKHIR, penugasan="PLH")
    with ditolak("plt_plh_tidak_tumpang"):
        plt(ani, batch, AKHIR, None, penugasan=penugasan)


def test_plt_yang_bersambung_dan_yang_batal_tidak_bertumpang(ani, batch):
    eko = buat_pegawai(batch=batch)
    lama = plt(eko, batch, MULAI, AKHIR)
    assert plt(ani, batch, AKHIR + timedelta(days=1), None).pk
    RiwayatJabatan.objects.filter(pk=lama.pk).update(dibatalkan_pada=SEKARANG)
    assert plt(ani, batch, MULAI, AKHIR).pk


@pytest.mark.parametrize("jenis", ["pemeriksaan", "tinggal", "kontrak"])
def test_masa_sejenis_orang_yang_sama_tidak_bertumpang(ani, batch, jenis):
    buat(jenis, ani, batch=batch, sampai=date(2020, 12, 31))
    with ditolak("tidak_tumpang"):
        buat(jenis, ani, batch=batch, tmt=date(2020, 12, 31), sampai=None)
    assert buat(jenis, ani, batch=batch, tmt=date(2021, 1, 1), sampai=None).pk


@pytest.mark.parametrize("jenis", ["hukuman", "pemeriksaan", "angka_kredit", "tinggal", "kontrak"])
def test_masa_tidak_berakhir_sebelum_mulai(ani, batch, jenis):
    with ditolak("masa_wajar"):
        buat(jenis, ani, batch=batch, sampai=TMT - timedelta(days=1))
    assert buat(jenis, ani, batch=batch, sampai=TMT).pk


@pytest.mark.parametrize("jenis", ["pangkat", "gaji"])
def test_bulan_masa_kerja_kurang_dari_dua_belas(ani, batch, jenis):
    with ditolak("mkg_bulan_wajar"):
        buat(jenis, ani, batch=batch, mkg_bulan=12)


# ── a golongan after the end of service ──────────────────────────────────────────────────────────────

PENSIUN = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("tmt", "boleh"),
    [(date(2026, 5, 31), True), (PENSIUN, False), (date(2027, 4, 1), False), (date(2020, 4, 1), True)],
)
def test_tidak_ada_golongan_sejak_pensiun(ani, batch, tmt, boleh):
    tambah(ani, "kedudukan", batch=batch, tmt=date(2010, 1, 1), kedudukan_id="01")
    tambah(ani, "kedudukan", batch=batch, tmt=PENSIUN, kedudukan_id="99")
    if boleh:
        assert buat("pangkat", ani, batch=batch, tmt=tmt).pk
    else:
        with ditolak("setelah pegawai berhenti"):
            buat("pangkat", ani, batch=batch, tmt=tmt)


def test_golongan_boleh_lagi_bila_pensiunnya_batal_atau_diangkat_kembali(ani, batch):
    akhir = tambah(ani, "kedudukan", batch=batch, tmt=PENSIUN, kedudukan_id="99")
    tambah(ani, "kedudukan", batch=batch, tmt=date(2027, 1, 1), kedudukan_id="01")
    assert buat("pangkat", ani, batch=batch, tmt=date(2027, 1, 1)).pk
    with ditolak("setelah pegawai berhenti"):
        buat("pangkat", ani, batch=batch, tmt=date(2026, 12, 31))
    type(akhir).objects.filter(pk=akhir.pk).update(dibatalkan_pada=SEKARANG)
    assert buat("pangkat", ani, batch=batch, tmt=date(2026, 12, 31)).pk


@pytest.mark.parametrize(
    ("akhir", "boleh"), [(date(2020, 4, 2), True), (date(2020, 4, 1), False), (date(2019, 1, 1), False)]
)
def test_tidak_ada_pensiun_sebelum_golongan_yang_sudah_tercatat(ani, batch, akhir, boleh):
    pangkat = buat("pangkat", ani, batch=batch, tmt=date(2020, 4, 1))
    if not boleh:
        with ditolak("tercatat setelah pegawai berhenti"):
            tambah(ani, "kedudukan", batch=batch, tmt=akhir, kedudukan_id="99", segarkan=False)
        RiwayatPangkat.objects.filter(pk=pangkat.pk).update(dibatalkan_pada=SEKARANG)
    assert tambah(ani, "kedudukan", batch=batch, tmt=akhir, kedudukan_id="99", segarkan=False).pk


def test_pensiun_yang_disusul_pengangkatan_kembali_boleh_mendahului_golongannya(ani, batch):
    tambah(ani, "kedudukan", batch=batch, tmt=date(2027, 1, 1), kedudukan_id="01", segarkan=False)
    buat("pangkat", ani, batch=batch, tmt=date(2027, 1, 1))
    assert tambah(ani, "kedudukan", batch=batch, tmt=PENSIUN, kedudukan_id="99", segarkan=False).pk


# ── naskah and register ──────────────────────────────────────────────────────────────────────────────


def test_nomor_register_sendiri_tidak_berulang_nomor_dari_luar_boleh():
    buat_naskah("register", "800/1/2026")
    with ditolak("nomor_register_unik"):
        buat_naskah("register", "800/1/2026")
    assert buat_naskah("luar", "800/1/2026").pk
    assert buat_naskah("luar", "800/1/2026").pk


@pytest.mark.parametrize(
    "ubah",
    [{"nomor": "800/2/2026"}, {"tanggal": date(2026, 3, 2)}, {"data": {"nama": "EKO"}}, {"jenis": "surat"},
     {"asal": "register"}, {"token": "lain"}, {"perihal": "Lain"}, {"penetap": "Sekda"}],
    ids=str,
)  # fmt: skip
def test_isi_naskah_beku_sejak_bernomor(ubah):
    naskah = buat_naskah()
    with ditolak("sudah beku"):
        Naskah.objects.filter(pk=naskah.pk).update(**ubah)
    assert Naskah.objects.filter(pk=naskah.pk).update(tahap="tercetak") == 1


def test_naskah_bertanda_tangan_tidak_mundur_dan_tidak_tanpa_berkas():
    naskah = buat_naskah()
    satu = Naskah.objects.filter(pk=naskah.pk)
    with ditolak("naskah_sah_punya_berkas"):
        satu.update(tahap="ditandatangani")
    satu.update(tahap="ditandatangani", berkas_sah="naskah-sah/a.pdf", ditandatangani_pada=SEKARANG)
    with ditolak("sudah beku"):
        satu.update(tahap="tercetak")


def test_naskah_tidak_dapat_dihapus(ani):
    naskah = buat_naskah()
    with pytest.raises(InternalError, match="Cannot delete"), transaction.atomic():
        Naskah.objects.filter(pk=naskah.pk)._raw_delete("default")


def test_isi_naskah_bagi_tiap_orang_beku(ani, batch):
    isi = NaskahPegawai.objects.create(naskah=buat_naskah(), pegawai=ani, data={"golongan": "III/b"})
    satu = NaskahPegawai.objects.filter(pk=isi.pk)
    assert satu.update(tmt=TMT) == 1, "TMT yang lahir kemudian (pelantikan) diisi satu kali"
    eko = buat_pegawai(batch=batch)
    for ubah in ({"tmt": TMT + timedelta(days=1)}, {"data": {"golongan": "IV/e"}}, {"pegawai": eko}, {"tmt": None}):
        with ditolak("sudah beku"):
            satu.update(**ubah)
    with ditolak("sudah beku"):
        satu._raw_delete("default")
    assert satu.update(diterapkan_pada=SEKARANG, perlu_ditinjau="dasar berubah") == 1


# ── trail ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("model", [Jejak, AksesSensitif])
def test_jejak_hanya_bertambah(ani, model):
    baris = jejak.catat("masuk", ani, pegawai=ani) if model is Jejak else jejak.catat_sensitif(ani.pk, "nik")
    satu = model.objects.filter(pk=baris.pk)
    with ditolak("hanya boleh ditambah"):
        satu.update(dari="tempat lain")
    with ditolak("hanya boleh ditambah"):
        satu._raw_delete("default")


def test_pelaku_dan_alamat_tercatat_juga_bagi_copy_mentah(ani, batch):
    akun = buat_akun(nama_pengguna="uji")

    def salin(tmt):
        with connection.cursor() as kursor:
            kursor.copy_expert(
                "COPY kepegawaian_riwayatpangkat (pegawai_id, tmt, batch_id, golongan_id, nomor_sk, pejabat,"
                " nomor_pertek, dibatalkan_sebab) FROM STDIN WITH (FORMAT csv)",
                io.StringIO(f'{ani.pk},{tmt},{batch.pk},III/b,"","","",""\n'),
            )
        return RiwayatPangkat.objects.values_list("dicatat_oleh_id", "dicatat_dari").latest("pk")

    assert salin("2018-04-01") == (None, "")
    with jejak.sebagai(akun, "10.0.0.7"):
        assert salin("2020-04-01") == (akun.pk, "10.0.0.7")
    with jejak.sebagai(None, "malam"):
        assert salin("2022-04-01") == (None, "malam")


def test_setiap_keadaan_tabel_yang_berubah_tersimpan_dengan_pelaku_dan_alamatnya(ani):
    akun = buat_akun(nama_pengguna="uji")
    tugas = tugaskan(akun, "inspektorat")
    setelan = Setelan.objects.first()
    with jejak.sebagai(akun, "10.0.0.7"), connection.cursor() as kursor:
        kursor.execute("UPDATE kepegawaian_pegawai SET alamat = 'Jl. Veteran' WHERE id = %s", [ani.pk])
        Penugasan.objects.filter(pk=tugas.pk).update(sampai=date(2026, 12, 31))
        Setelan.objects.filter(pk=setelan.pk).update(uraian="diubah")
    for satu, kolom_, nilai in (
        (ani, "alamat", "Jl. Veteran"),
        (tugas, "sampai", date(2026, 12, 31)),
        (setelan, "uraian", "diubah"),
    ):
        with connection.cursor() as kursor:
            kursor.execute(
                f"SELECT {kolom_}, oleh_id, dari, pgh_label FROM {satu._meta.db_table}peristiwa"  # noqa: S608 - own names
                " WHERE pgh_obj_id = %s ORDER BY pgh_id DESC LIMIT 1",
                [satu.pk],
            )
            assert kursor.fetchone() == (nilai, akun.pk, "10.0.0.7", "update")


@pytest.mark.parametrize(
    "nip", ["19860517201503200", "1986051720150320012", "19860517201503200X", "", "19860517 20150320"]
)
def test_nip_tepat_delapan_belas_angka(nip):
    with ditolak("nip_18_angka|too long"):
        Pegawai.objects.create(nip=nip, tanggal_lahir=date(1986, 5, 17), jenis_kelamin="P")


def test_setiap_jenis_riwayat_ada_contohnya():
    assert [j for j in JENIS_RIWAYAT if kolom(j) is None] == []
