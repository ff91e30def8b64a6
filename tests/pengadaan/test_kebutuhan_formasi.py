"""Kebutuhan, rencana OPD, usul kabupaten, dokumen formasi, dan penetapan Menteri lewat HTTP."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kepegawaian import impor
from kepegawaian.models import Jabatan, KebutuhanJabatan
from layanan import naskah
from pengadaan.kebutuhan import usul as modul_usul
from pengadaan.models import AnalisisJabatan, Formasi, RencanaKebutuhan, UsulFormasi
from tests.layanan.conftest import pdf
from tests.pabrik import buat_pegawai, unit_kode
from tests.pengadaan import kebutuhan_orang
from tests.pengadaan.kebutuhan_orang import KINI

pytestmark = pytest.mark.django_db
kantor = kebutuhan_orang.kantor
PELAKSANA, UNIT = "P-PENELAAH-TEKNIS-KEBIJAKAN", "DINKES-SUBBAG1"
TAHUN = KINI.year + 2


def alamat(nama, *lain):
    return reverse(f"pengadaan:{nama}", args=lain)


def lembar(jawab):
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    )


def butuh(kebutuhan, jabatan=PELAKSANA, unit=UNIT, tahun=TAHUN):
    """A sah analysis and what it gave the peta jabatan."""
    j, u = Jabatan.objects.get(kode=jabatan), unit_kode(unit)
    k = KebutuhanJabatan.objects.create(
        jabatan=j, unit=u, kebutuhan=kebutuhan, berlaku_sejak=date(KINI.year, 1, 1), dasar="ABK uji"
    )
    AnalisisJabatan.objects.create(
        jabatan=j, unit=u, tahun=tahun, wke_menit=75000, kebutuhan=kebutuhan, hasil=kebutuhan, status="sah", nomor_dasar="1",
        tanggal_dasar=KINI, kebutuhan_jabatan=k, diubah_pada="2026-01-01T00:00:00Z",
    )  # fmt: skip
    return k


def lahir(tahun_lagi):
    """Birth date of a pelaksana (BUP 58) whose TMT pensiun lies about so many years ahead."""
    return date(KINI.year - 58 + tahun_lagi, 1, 15)


# ── projection ───────────────────────────────────────────────────────────────────────────────────────


def test_kekurangan_lima_tahun_dengan_pensiun(kantor):
    butuh(5)
    # the operator himself and these three: 4 there; one goes within two years, one within five
    for nama, t in (("SATU", 2), ("DUA", 5), ("TIGA", 20)):
        buat_pegawai(nama=nama, unit=UNIT, lahir=lahir(t), batch=kantor.batch)
    baris = {(b[1], b[2]): b for b in lembar(kantor.masuk("opi").get(alamat("kebutuhan_ekspor")))[1:]}
    kolom = baris[unit_kode(UNIT).nama, Jabatan.objects.get(kode=PELAKSANA).nama]
    # KEBUTUHAN PNS PPPK TERISI SELISIH, BUP 1..5, KEKURANGAN 1..5
    assert kolom[5:10] == [5, 4, 0, 4, -1]
    bup = [
        sum(date(KINI.year + t, 2, 1) <= date(KINI.year + n, KINI.month, KINI.day) for t in (2, 5))
        for n in range(1, 6)
    ]
    assert kolom[10:15] == bup
    assert kolom[15:20] == [1 + b for b in bup]
    assert kolom[20] == "Kurang sekarang"


def test_struktural_satu_kursi_dan_cakupan_operator(kantor):
    opi = kantor.masuk("opi")
    halaman = opi.get(f"{alamat('kebutuhan_list')}?q=kepala dinas kesehatan")
    assert halaman.status_code == 200
    unit = {b[0] for b in lembar(opi.get(alamat("kebutuhan_ekspor")))[1:]}
    assert unit == {"Dinas Kesehatan"}
    semua = {b[0] for b in lembar(kantor.masuk("sekda").get(alamat("kebutuhan_ekspor")))[1:]}
    assert {"Dinas Kesehatan", "Dinas Pendidikan"} <= semua


@pytest.mark.parametrize(
    "kueri", ["", "?lampu=merah", "?urut=-selisih&jenis=pelaksana", "?prioritas=1&q=kesehatan", "?urut=tahun5"]
)
def test_halaman_kebutuhan_berkueri_tetap(kantor, django_assert_max_num_queries, kueri):
    klien = kantor.masuk("kaban")
    klien.get(alamat("kebutuhan_list"))
    with django_assert_max_num_queries(12):
        assert klien.get(alamat("kebutuhan_list") + kueri).status_code == 200


# ── the plan of an OPD ───────────────────────────────────────────────────────────────────────────────


def rencana(kantor, *, renstra=True):
    opi = kantor.masuk("opi")
    opi.post(alamat("rencana_create"), {"tahun": TAHUN, "opd": unit_kode("DINKES").pk})
    r = RencanaKebutuhan.objects.get()
    opi.post(alamat("rencana_lakukan", r.pk, "isi"), {"versi": r.versi})
    r.refresh_from_db()
    if renstra:
        opi.post(
            alamat("rencana_renstra", r.pk),
            {"versi": r.versi, "berkas": pdf(), "renstra_mulai": TAHUN - 1, "renstra_sampai": TAHUN + 4},
        )
        r.refresh_from_db()
    return opi, r


def test_diisi_dari_kekurangan_menurut_tahun(kantor):
    butuh(3)
    buat_pegawai(nama="AKAN PURNA", unit=UNIT, lahir=date(TAHUN - 58 + 2, 1, 15), batch=kantor.batch)
    _, r = rencana(kantor)
    b = r.baris.get(jabatan__kode=PELAKSANA)
    # two there of three: one short at once; one more when the second goes in the third year
    assert (b.jenis, b.jumlah) == ("CPNS", (1, 0, 1, 0, 0))
    halaman = kantor.masuk("opi").get(alamat("rencana_detail", r.pk)).content.decode()
    assert "Rencana memuat" in halaman or "Tidak ada kebutuhan tahun" in halaman


def test_tanpa_renstra_atau_melebihi_kekurangan_tidak_dapat_diajukan(kantor):
    butuh(3)
    opi, r = rencana(kantor, renstra=False)
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    r.refresh_from_db()
    assert r.status == "draf"
    halaman = opi.get(alamat("rencana_detail", r.pk)).content.decode()
    assert "Lampirkan dokumen rencana strategis." in halaman
    b = r.baris.get()
    isi = {"versi": r.versi, "unit": UNIT, "jabatan": PELAKSANA, "jenis": "CPNS", "jalur": "umum", "prioritas": 1,
           **{f"n{i}": 2 for i in range(1, 6)}}  # fmt: skip
    assert opi.post(alamat("baris_update", r.pk, b.pk), isi).status_code == 302
    assert "Usul 4 melebihi kekurangan 2" in opi.get(alamat("rencana_detail", r.pk)).content.decode()


def test_jabatan_yang_sama_lewat_pppk_ikut_dihitung(kantor):
    butuh(3)
    opi, r = rencana(kantor)
    isi = {"versi": r.versi, "unit": UNIT, "jabatan": PELAKSANA, "jenis": "PPPK", "jalur": "umum", "prioritas": 9, "penetapan": "Kepmen contoh",
           "n1": 1, "n2": 0, "n3": 0, "n4": 0, "n5": 0}  # fmt: skip
    opi.post(alamat("baris_create", r.pk), isi)
    # CPNS asks for both places already, so one more by PPPK is too much
    assert "Usul 1 melebihi kekurangan 0" in opi.get(alamat("rencana_detail", r.pk)).content.decode()
    r.refresh_from_db()
    opi.post(alamat("baris_delete", r.pk, r.baris.get(jenis="PPPK").pk), {"versi": r.versi})
    assert not r.baris.filter(jenis="PPPK").exists()


def test_rencana_opd_lain_tidak_terlihat(kantor):
    butuh(3)
    _, r = rencana(kantor)
    olan = kantor.masuk("olan")
    assert olan.get(alamat("rencana_detail", r.pk)).status_code == 404
    assert olan.get(alamat("renstra_download", r.pk)).status_code == 404
    assert kantor.masuk("kadinkes").get(alamat("rencana_detail", r.pk)).status_code == 200
    assert kantor.masuk("kadinkes").get(alamat("baris_create", r.pk)).status_code == 403


# ── to the Menteri ───────────────────────────────────────────────────────────────────────────────────


def sampai_bupati(kantor):
    """The usul with its letter, printed."""
    butuh(3)
    opi, r = rencana(kantor)
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    r.refresh_from_db()
    assert r.status == "diajukan"
    kasub = kantor.masuk("kasub")
    kasub.post(alamat("rencana_lakukan", r.pk, "terima"), {"versi": r.versi})
    kasub.post(alamat("usul_rekap"), {"tahun": TAHUN})
    u = UsulFormasi.objects.get()
    for nama, status in (("kasub", "kabid"), ("kabid", "kaban"), ("kaban", "sekda"), ("sekda", "bupati")):
        # nobody takes another's turn
        assert (
            kantor.masuk("staf12" if nama != "sekda" else "kabid")
            .post(alamat("usul_setujui", u.pk), {"versi": u.versi})
            .status_code
            == 403
        )
        kantor.masuk(nama).post(alamat("usul_setujui", u.pk), {"versi": u.versi})
        u.refresh_from_db()
        assert u.status == status
    assert naskah.cetak(u.surat_id)
    u.surat.refresh_from_db()
    return u


def test_dokumen_formasi_lalu_penetapan_menteri(kantor):
    u = sampai_bupati(kantor)
    teks = "\n".join(h.extract_text() for h in PdfReader(u.surat.berkas_cetak.open("rb")).pages)
    for kata in (
        "Usul Kebutuhan Pegawai",
        "REKAPITULASI",
        "LAMPIRAN II",
        "Dinas Kesehatan",
        "H. Wiratama",
        u.surat.nomor,
        "Satu berkas",
    ):
        assert kata in teks, kata
    assert f"{TAHUN // 1000}.{TAHUN % 1000:03}" not in teks  # a year, not a number of thousands
    assert not Formasi.objects.exists()
    assert kantor.masuk("kaban").get(alamat("usul_sahkan", u.pk)).status_code == 403
    kantor.masuk("perekam").post(alamat("usul_sahkan", u.pk), {"versi": u.versi, "berkas": pdf()})
    u.refresh_from_db()
    assert (u.status, u.disampaikan_pada) == ("disampaikan", KINI)
    f = Formasi.objects.get()
    assert (f.tahun, f.jenis, f.jumlah_usul, f.status, f.jumlah_ditetapkan) == (TAHUN, "CPNS", 2, "usul", None)
    kasub = kantor.masuk("kasub")
    isi = lembar(kasub.get(alamat("usul_eformasi", u.pk)))
    assert isi[1][0] == f.pk
    isi[1][12] = 1
    berkas = SimpleUploadedFile("e.xlsx", impor.tulis_daftar("e", modul_usul.KOLOM, isi[1:]).read())
    kirim = {"versi": u.versi, "nomor": "Kepmen 500/2027", "tanggal": KINI, "berkas": pdf(), "lembar": berkas}
    assert kasub.post(alamat("usul_penetapan", u.pk), kirim).status_code == 302
    f.refresh_from_db()
    assert (f.status, f.jumlah_ditetapkan, f.nomor_penetapan, f.tanggal_penetapan) == (
        "ditetapkan",
        1,
        "Kepmen 500/2027",
        KINI,
    )
    kasub.post(alamat("formasi_update", f.pk), {"versi": f.versi, "jumlah": 0})
    f.refresh_from_db()
    assert (f.status, f.jumlah_ditetapkan) == ("batal", 0)
    halaman = kantor.masuk("sekda").get(f"{alamat('formasi_list')}?tahun={TAHUN}").content.decode()
    assert "Kepmen 500/2027" in halaman
    assert kantor.masuk("irma").get(alamat("usul_detail", u.pk)).status_code == 200
    assert kantor.masuk("opi").get(alamat("usul_detail", u.pk)).status_code == 403


def test_lembar_penetapan_yang_salah_disebut_barisnya(kantor):
    u = sampai_bupati(kantor)
    kantor.masuk("perekam").post(alamat("usul_sahkan", u.pk), {"versi": u.versi, "berkas": pdf()})
    u.refresh_from_db()
    berkas = SimpleUploadedFile(
        "e.xlsx", impor.tulis_daftar("e", modul_usul.KOLOM, [(999999, *[""] * 11, "tiga")]).read()
    )
    kirim = {"versi": u.versi, "nomor": "1", "tanggal": KINI, "berkas": pdf(), "lembar": berkas}
    jawab = kantor.masuk("kasub").post(alamat("usul_penetapan", u.pk), kirim)
    assert jawab.status_code == 400
    assert "Baris 2: nomor formasi “999999” tidak ada" in jawab.content.decode()
    assert Formasi.objects.get().status == "usul"


def test_dikembalikan_kabid_dan_halaman_lama_ditolak(kantor):
    butuh(3)
    opi, r = rencana(kantor)
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    kasub = kantor.masuk("kasub")
    r.refresh_from_db()
    kasub.post(alamat("rencana_kembalikan", r.pk), {"versi": r.versi, "catatan": "Lengkapi pendidikan."})
    r.refresh_from_db()
    assert (r.status, r.catatan) == ("draf", "Lengkapi pendidikan.")
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    r.refresh_from_db()
    kasub.post(alamat("rencana_lakukan", r.pk, "terima"), {"versi": r.versi})
    kasub.post(alamat("usul_rekap"), {"tahun": TAHUN})
    u = UsulFormasi.objects.get()
    kasub.post(alamat("usul_setujui", u.pk), {"versi": u.versi})
    u.refresh_from_db()
    kantor.masuk("kabid").post(alamat("usul_setujui", u.pk), {"versi": u.versi - 1})
    u.refresh_from_db()
    assert u.status == "kabid"
    kantor.masuk("kabid").post(alamat("usul_kembalikan", u.pk), {"versi": u.versi, "catatan": "Periksa ulang."})
    u.refresh_from_db()
    assert (u.status, u.catatan) == ("susun", "Periksa ulang.")
    kasub.post(alamat("usul_keluarkan", u.pk, r.pk), {"versi": u.versi})
    r.refresh_from_db()
    assert (r.status, r.usul_id) == ("diterima", None)


def test_halaman_rencana_dan_formasi_berkueri_tetap(kantor, django_assert_max_num_queries):
    butuh(3)
    butuh(4, unit="DINKES")
    _, r = rencana(kantor)
    klien = kantor.masuk("kasub")
    for url in (alamat("rencana_detail", r.pk), f"{alamat('formasi_list')}?tahun={TAHUN}"):
        klien.get(url)
        with django_assert_max_num_queries(12):
            assert klien.get(url).status_code == 200


def test_rencana_tahun_yang_batasnya_lewat_tetap_dapat_disusun(kantor):
    """KBT-4 tells, it does not bar: whether a late usul is taken is the Menteri's to decide."""
    opi = kantor.masuk("opi")
    tahun = (KINI - timedelta(days=90)).year
    opi.post(alamat("rencana_create"), {"tahun": tahun, "opd": unit_kode("DINKES").pk})
    r = RencanaKebutuhan.objects.get()
    assert (
        f"Batas penyampaian rincian kebutuhan tahun {tahun} adalah 31 Maret {tahun - 1}."
        in opi.get(alamat("rencana_detail", r.pk)).content.decode()
    )
