"""Nominatif pensiun: tahap dan keterlambatan, draf yang dibuat sendiri sekali saja, pengingat bagi orang dan OPD."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import load_workbook

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pemberitahuan, Setelan
from layanan import alur, katalog
from layanan.katalog import Langkah
from layanan.models import LangkahUsulan, Usulan
from pensiun import nominatif
from pensiun.tasks import siapkan_nominatif
from tests.dunia_bersama import bersama
from tests.layanan.conftest import FormPertekUji, LayananUji
from tests.pabrik import buat_akun
from tests.pensiun.jaminan.conftest import AWAL, HARI_INI, calon, tulis

pytestmark = pytest.mark.django_db
URL = "/pensiun/nominatif/"


class PensiunUji(LayananUji):
    """Stands in for the layanan pensiun-bup: the steps the nominatif reads."""

    slug = nominatif.SLUG
    nama = "Pensiun batas usia uji"
    pengusul = ("operator_opd", "staf_bkd")
    pemilik = "SUB43"
    syarat = ()
    dokumen = ()
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi DPCP", katalog.staf("SUB43")),
        Langkah("pertek", "Pertek BKN", katalog.staf("SUB43"), katalog.REKAM, form=FormPertekUji),
        Langkah("persetujuan", "Persetujuan", katalog.staf("SUB43")),
        Langkah("penetapan", "Penetapan", katalog.staf("SUB43"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN),
        Langkah("serahkan", "Penyerahan", katalog.staf("SUB43"), katalog.SERAHKAN),
    )

    def isian_awal(self, profil, tanggal, acuan):
        return {"tmt": profil.tmt_pensiun}


@pytest.fixture(autouse=True)
def layanan(monkeypatch):
    monkeypatch.setitem(katalog._daftar, nominatif.SLUG, PensiunUji())


@pytest.fixture
@bersama
def orang(kue, batch):
    """At 2, 7, 15, 16, 18 and 19 months of DISDIK, one at 5 of DINKES."""
    hasil = {n: calon(f"BULAN {n:02d}", n, batch=batch) for n in (2, 7, 15, 16, 18, 19)}
    return hasil | {"dinkes": calon("DINKES LIMA", 5, batch=batch, unit="DINKES-SUBBAG1")}


def keadaan(klien, **kueri):
    """{name: (state, late)} of the page."""
    jawab = klien.get(URL, kueri)
    assert jawab.status_code == 200
    return {k.nama: (s.keadaan, s.terlambat) for k, s, _, _ in jawab.context["baris"]}


def test_daftar_memuat_delapan_belas_bulan_dan_yang_terlambat(orang, kantor):
    daftar = keadaan(kantor["pensiun"])
    assert list(daftar) == ["BULAN 02", "DINKES LIMA", "BULAN 07", "BULAN 15", "BULAN 16", "BULAN 18"]
    # The DPCP of who retires in 15 months is due on the first of this month.
    assert daftar["BULAN 15"] == ("belum", HARI_INI > AWAL)
    assert daftar["BULAN 16"] == ("belum", False)
    assert daftar["BULAN 02"] == ("belum", True)
    assert set(keadaan(kantor["operator"])) == set(daftar) - {"DINKES LIMA"}
    assert set(keadaan(kantor["pensiun"], waktu="tepat")) >= {"BULAN 16", "BULAN 18"}
    assert "BULAN 02" not in keadaan(kantor["pensiun"], waktu="tepat")
    assert set(keadaan(kantor["pensiun"], q="dinkes")) == {"DINKES LIMA"}
    assert set(keadaan(kantor["pensiun"], bulan=f"{tambah_bulan(AWAL, 7):%Y-%m}")) == {"BULAN 07"}
    assert kantor["asing"].get(URL).status_code == 403


def test_draf_dibuat_sendiri_sekali_bagi_yang_masa_dpcpnya_tiba(orang, kantor):
    assert nominatif.siapkan(HARI_INI)[:2] == (4, [])
    drafts = Usulan.objects.filter(layanan=nominatif.SLUG)
    assert set(drafts.values_list("pegawai__kini__nama", flat=True)) == {
        "BULAN 02",
        "BULAN 07",
        "BULAN 15",
        "DINKES LIMA",
    }
    satu = drafts.get(pegawai=orang[7])
    assert (satu.status, satu.tmt, satu.dibuat_oleh) == ("draf", tambah_bulan(AWAL, 7), None)
    assert nominatif.siapkan(HARI_INI)[0] == 0
    assert keadaan(kantor["pensiun"])["BULAN 15"] == ("dpcp", False)
    # The operator of the OPD finds the draft in his hands.
    assert kantor["operator"].get(f"/usulan/{satu.nomor}/").status_code == 200


def test_draf_yang_dibatalkan_tidak_dibuat_lagi_kecuali_tmt_berubah(orang, kantor, batch):
    nominatif.siapkan(HARI_INI)
    satu = Usulan.objects.get(pegawai=orang[7])
    Usulan.objects.filter(pk=satu.pk).update(status="dibatalkan", selesai_pada=timezone.now(), catatan_akhir="Ditunda")
    assert nominatif.siapkan(HARI_INI)[0] == 0
    Usulan.objects.filter(pk=satu.pk).update(tmt=tambah_bulan(AWAL, 9))  # it was of another TMT
    assert nominatif.siapkan(HARI_INI)[0] == 1


def test_tanpa_layanan_atau_bila_dimatikan_tidak_ada_draf(orang, kantor, monkeypatch):
    Setelan.objects.filter(kunci="pensiun_draf_otomatis").update(nilai=False)
    assert nominatif.siapkan(HARI_INI)[0] == 0
    monkeypatch.delitem(katalog._daftar, nominatif.SLUG)
    assert nominatif.siapkan(HARI_INI)[:2] == (0, [])
    assert "belum terpasang" in tulis(kantor["pensiun"].get(URL))


def _langkah(usulan, kode, aksi, *, lewat=()):
    """Puts the usulan at a step, with the steps before it done; the alur itself is tested in tests/layanan."""
    for i, satu in enumerate(lewat):
        LangkahUsulan.objects.create(usulan=usulan, urutan=i, kode=satu, nama=satu, keadaan="selesai", masuk_pada=timezone.now(),
                                     selesai_pada=timezone.now(), peran="staf_bkd", batas=HARI_INI)  # fmt: skip
    kini = LangkahUsulan.objects.create(usulan=usulan, urutan=9, kode=kode, nama=kode, aksi=aksi, keadaan="menunggu",
                                        masuk_pada=timezone.now(), peran="staf_bkd", batas=HARI_INI)  # fmt: skip
    Usulan.objects.filter(pk=usulan.pk).update(status="diproses", langkah_kini=kini)


@pytest.mark.parametrize(
    ("kode", "aksi", "lewat", "tahap"),
    [
        ("verifikasi_bkd", "setuju", (), "dpcp"),
        ("pertek", "rekam", ("verifikasi_bkd",), "pertek"),
        ("persetujuan", "setuju", ("verifikasi_bkd", "pertek"), "sk"),
        ("penetapan", "tetapkan", ("pertek",), "sk"),
        ("tanda_tangan", "tanda_tangan", ("pertek",), "sk"),
        ("serahkan", "serahkan", ("pertek",), "penyerahan"),
    ],
)
def test_tahap_dibaca_dari_langkah_usulan(orang, kantor, kode, aksi, lewat, tahap):
    nominatif.siapkan(HARI_INI)
    _langkah(Usulan.objects.get(pegawai=orang[7]), kode, aksi, lewat=lewat)
    assert keadaan(kantor["pensiun"])["BULAN 07"][0] == tahap
    assert set(keadaan(kantor["pensiun"], keadaan=tahap)) >= {"BULAN 07"}


def test_usulan_dimainkan_lewat_alur_sampai_pertek(orang, kantor):
    nominatif.siapkan(HARI_INI)
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - only this test acts through alur
    from kepegawaian.hak import hitung_hak  # noqa: PLC0415 - as above
    from kepegawaian.models import Pengguna  # noqa: PLC0415 - as above

    staf = Pengguna.objects.get(pegawai__kini__nama="SARI PENSIUN")
    oleh = alur.Pelaku(staf, hitung_hak(staf, per=HARI_INI, acuan=acuan_kini()))
    u = Usulan.objects.get(pegawai=orang[7])
    u = alur.ajukan(u, oleh=oleh, versi=u.versi_baris)
    assert keadaan(kantor["pensiun"])["BULAN 07"] == ("dpcp", False)
    alur.setujui(u, oleh=oleh, versi=u.versi_baris)
    assert keadaan(kantor["pensiun"])["BULAN 07"] == ("pertek", False)


def test_pengingat_sekali_bagi_orang_dan_opdnya(orang, kantor):
    """This month: H-18, H-15 and H-7 has none; the person hears of his own stage, operator and head by number."""
    akun = buat_akun(orang[15])
    siapkan_nominatif(HARI_INI.isoformat())
    kabar = Pemberitahuan.objects.get(pengguna=akun, peristiwa="pensiun")
    assert "DPCP" in kabar.judul
    opd = Pemberitahuan.objects.filter(kunci__startswith="pensiun-opd:dpcp", peristiwa="pensiun")
    assert {k.pengguna.pegawai.kini.nama for k in opd} == {"BUDI OPERATOR", "KEPALA DINAS"}
    assert all(k.judul.startswith("1 pegawai TMT pensiun") for k in opd)
    banyak = Pemberitahuan.objects.count()
    siapkan_nominatif((HARI_INI.replace(day=28) if HARI_INI.day < 28 else HARI_INI).isoformat())
    assert Pemberitahuan.objects.count() == banyak


def test_perintah_mengerjakan_yang_sama(orang, capsys):
    call_command("siapkan_pensiun", "--tanggal", HARI_INI.isoformat())
    assert "4 draf dibuat, 0 dilewati" in capsys.readouterr().out


def test_tmt_yang_berubah_sesudah_draf_disebut(orang, kantor):
    nominatif.siapkan(HARI_INI)
    Usulan.objects.filter(pegawai=orang[7]).update(tmt=tambah_bulan(AWAL, 31))
    assert "TMT pensiun sudah berubah" in tulis(kantor["pensiun"].get(URL))


def test_excel_sama_dengan_layar_dan_kueri_tetap(orang, kantor, batch):
    jawab = kantor["operator"].get(URL + "ekspor/", {"keadaan": "belum"})
    baris = load_workbook(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    assert [b[2] for b in baris[1:]] == ["BULAN 02", "BULAN 07", "BULAN 15", "BULAN 16", "BULAN 18"]
    kantor["pensiun"].get(URL)
    with CaptureQueriesContext(connection) as satu:
        kantor["pensiun"].get(URL)
    for n in range(3, 6):
        calon(f"LAGI {n}", n, batch=batch)
    nominatif.siapkan(HARI_INI + timedelta(days=0))
    with CaptureQueriesContext(connection) as dua:
        kantor["pensiun"].get(URL)
    assert len(satu) == len(dua) <= 12, [q["sql"][:140] for q in dua]
