"""Daftar resmi: DUK, nominatif, rekap; frozen, corrected by versions, printed the same; who sees which row."""

import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kepangkatan.daftar import berkas, hari_ini, rekap, susun
from kepegawaian import penomoran, profil
from kepegawaian.models import DaftarResmi, KeberatanDaftar
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

pytestmark = pytest.mark.django_db
HARI_INI = date.today()
DESEMBER = date(2025, 12, 31)


class Kantor:
    """ani (guru III/a), budi (PPPK), citra (III/c, staf BKD), dewi (Kepala BKD), eko (CPNS), fira (PNS tanpa pendidikan)."""

    def __init__(self):
        b = {"batch": buat_batch()}
        self.ani = buat_pegawai(
            nama="Ani Lestari", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA", tempat_lahir="Babat", **b
        )
        self.budi = buat_pegawai(
            nama="Budi",
            unit="DISDIK",
            status="PPPK",
            golongan="IX",
            kedudukan="P1",
            kelamin="L",
            nip="198605172024211001",
            **b,
        )
        self.citra = buat_pegawai(nama="Citra", unit="SUB12", golongan="III/c", **b)
        self.dewi = buat_pegawai(nama="Dewi", unit="BKPSDM", jabatan="KEPALA-BKPSDM", golongan="IV/c", **b)
        self.eko = buat_pegawai(nama="Eko", unit="DISDIK", status="CPNS", tmt=date(2025, 3, 1), kelamin="L", **b)
        self.fira = buat_pegawai(nama="Fira", unit="DISDIK", **b)
        for p in (self.ani, self.citra, self.dewi, self.eko):
            tambah(
                p, "pendidikan", tmt=date(2015, 3, 1), tingkat_id="40", nama="S-1 PENDIDIKAN", tahun_lulus=2008, **b
            )
        self.akun = {n: buat_akun(getattr(self, n)) for n in ("ani", "budi", "citra", "dewi")}
        tugaskan(self.akun["budi"], "operator_opd", "DISDIK")

    def klien(self, nama):
        return masuk(Client(), self.akun[nama])


@pytest.fixture
@bersama
def kantor():
    return Kantor()


def buat(jenis="duk", per=DESEMBER, **lain):
    daftar = susun.minta(jenis, per, **lain)
    susun.kerjakan(daftar.pk)
    daftar.refresh_from_db()
    assert daftar.status == "konsep", daftar.pesan
    return daftar


def tetap(kantor, **lain):
    daftar = buat(**lain)
    with transaction.atomic():
        return susun.tetapkan(daftar.pk, tanggal=date(2026, 1, 10), nomor="800/1/2026", oleh=kantor.akun["dewi"])


def nama(daftar, bagian):
    return list(daftar.baris.filter(bagian=bagian).order_by("nomor").values_list("nama", flat=True))


def test_duk_memuat_pns_menurut_urutan_dan_yang_kurang_datanya_dikecualikan(kantor):
    daftar = buat()
    assert nama(daftar, "duk") == ["Dewi", "Citra", "Ani Lestari"]
    assert nama(daftar, "pengecualian") == ["Fira"]
    assert (daftar.jumlah, daftar.pengecualian) == (3, 1)
    assert "pendidikan kosong" in daftar.baris.get(nama="Fira").data["sel"][2][0]
    assert daftar.baris.get(nama="Ani Lestari").data["sel"][1] == ["Babat", "17-05-1986"]


def test_duk_lampau_tidak_memuat_yang_belum_pns_dan_tetap_sama_sesudah_data_berubah(kantor):
    lama = susun.minta("duk", DESEMBER)
    tambah(kantor.ani, "pangkat", tmt=date(2025, 10, 1), golongan_id="IV/a")
    DaftarResmi.objects.filter(pk=lama.pk).update(sepengetahuan=lama.sepengetahuan - timedelta(hours=1))
    susun.kerjakan(lama.pk)  # what was known before: nothing had been recorded at all
    assert nama(lama, "duk") == []
    assert nama(buat(), "duk") == ["Dewi", "Ani Lestari", "Citra"]
    assert nama(buat(per=date(2015, 2, 28)), "duk") == []


def test_nominatif_memuat_semua_asn_aktif_dan_sama_dengan_rekap(kantor):
    tambah(kantor.fira, "kedudukan", tmt=date(2025, 6, 1), kedudukan_id="99")
    daftar = buat("nominatif")
    assert sorted(nama(daftar, "nominatif")) == ["Ani Lestari", "Budi", "Citra", "Dewi", "Eko"]
    for satu in rekap.semua(DESEMBER).values():
        assert satu.total == daftar.jumlah, satu.kategori.kode
    profil.segarkan(per=HARI_INI)
    untuk_hari_ini = buat("nominatif", HARI_INI)
    lampau = rekap.semua(HARI_INI)
    for kode in rekap.KATEGORI:
        kini = rekap.kini(kode, HARI_INI)
        assert (kini.baris, kini.kosong) == (lampau[kode].baris, lampau[kode].kosong), kode
        assert kini.total == untuk_hari_ini.jumlah


def test_nominatif_satu_unit_hanya_orangnya(kantor):
    daftar = buat("nominatif", unit_id=kantor.ani.kini.opd_id)
    assert nama(daftar, "nominatif")[0] == "Fira"
    assert set(nama(daftar, "nominatif")) == {"Ani Lestari", "Budi", "Eko", "Fira"}
    satu = rekap.semua(DESEMBER, unit_id=kantor.ani.kini.opd_id)["status"]
    assert satu.total == daftar.jumlah


def test_daftar_yang_ditetapkan_tidak_berubah_lagi(kantor):
    daftar = tetap(kantor)
    assert daftar.keberatan_sampai == date(2026, 2, 9)
    assert daftar.data["tanda_tangan"]["nama"] == "Dewi"
    baris = daftar.baris.first()
    for ubah in (
        lambda: DaftarResmi.objects.filter(pk=daftar.pk).update(per=date(2024, 12, 31)),
        lambda: DaftarResmi.objects.filter(pk=daftar.pk).delete(),
        lambda: type(baris).objects.filter(pk=baris.pk).update(nama="Lain"),
        lambda: type(baris).objects.create(daftar=daftar, bagian="duk", nomor=99),
    ):
        with pytest.raises(DatabaseError, match="sudah ditetapkan"), transaction.atomic():
            ubah()
    with pytest.raises(susun.Ditolak, match="DUK sudah ditetapkan; buat koreksi"), transaction.atomic():
        susun.buang(daftar.pk)


def test_koreksi_ialah_versi_baru_yang_beralasan(kantor):
    daftar = tetap(kantor)
    with transaction.atomic():
        baru = susun.koreksi(daftar.pk, alasan="Pendidikan Fira sudah tercatat")
    tambah(kantor.fira, "pendidikan", tmt=date(2015, 3, 1), tingkat_id="40", nama="S-1", tahun_lulus=2009)
    DaftarResmi.objects.filter(pk=baru.pk).update(sepengetahuan=baru.sepengetahuan + timedelta(days=1))
    susun.kerjakan(baru.pk)
    baru.refresh_from_db()
    assert (baru.versi, baru.menggantikan_id) == (2, daftar.pk)
    assert nama(baru, "duk") == ["Dewi", "Citra", "Ani Lestari", "Fira"]
    assert nama(daftar, "duk") == ["Dewi", "Citra", "Ani Lestari"]
    with pytest.raises(susun.Ditolak, match="sudah dikoreksi"), transaction.atomic():
        susun.koreksi(daftar.pk, alasan="Lagi")


@pytest.mark.parametrize("jenis", ["duk", "nominatif", "rekap", "bezetting", "kosong"])
def test_cetak_ulang_memberi_berkas_yang_sama(kantor, jenis, monkeypatch):
    if jenis in ("bezetting", "kosong"):
        daftar = buat(jenis, HARI_INI, unit_id=kantor.dewi.kini.opd_id)
        if jenis == "bezetting":  # just too long for one piece of the PDF
            monkeypatch.setattr(berkas, "POTONG", daftar.baris.count() * 2 // 3)
        assert daftar.baris.count() > 5
    else:
        daftar = tetap(kantor, jenis=jenis, per=DESEMBER)
    daftar.refresh_from_db()
    pdf = berkas.tulis_pdf(daftar)
    assert pdf == berkas.tulis_pdf(daftar)
    assert berkas.tulis_xlsx(daftar) == berkas.tulis_xlsx(daftar)
    halaman = [h.extract_text() for h in PdfReader(io.BytesIO(pdf)).pages]
    assert all(f"Halaman {i} dari {len(halaman)}" in isi for i, isi in enumerate(halaman, 1))
    teks = "\n".join(halaman)
    if jenis == "duk":
        assert "DAFTAR URUT KEPANGKATAN" in teks
        assert "KEADAAN 31 DESEMBER 2025" in teks
        assert "NIP 19860517 201503 2" in teks


def test_halaman_terus_dihitung_pada_potongan_berikut(kantor, monkeypatch):
    monkeypatch.setattr(berkas, "POTONG", 1)
    daftar = buat()
    halaman = [h.extract_text() for h in PdfReader(io.BytesIO(berkas.tulis_pdf(daftar))).pages]
    assert len(halaman) == 4  # Dewi, Citra, Ani, and the exceptions: a page each
    assert ["Halaman 1 dari 4" in halaman[0], "Halaman 4 dari 4" in halaman[3]] == [True, True]


def test_xlsx_duk_berkolom_lazim_dan_tanggal_sungguhan(kantor):
    buku = CalamineWorkbook.from_filelike(io.BytesIO(berkas.tulis_xlsx(buat())))
    lembar = buku.get_sheet_by_name("Daftar urut kepangkatan").to_python()
    assert lembar[0][:7] == [
        "No.",
        "Nama",
        "NIP",
        "Tempat lahir",
        "Tanggal lahir",
        "Pangkat, golongan ruang",
        "TMT pangkat",
    ]
    assert lembar[1][1] == "Dewi"
    assert lembar[1][6] == date(2015, 3, 1)


def test_berkas_ditetapkan_dicetak_sekali(kantor):
    daftar = tetap(kantor)
    berkas.cetak(daftar.pk)
    daftar.refresh_from_db()
    assert daftar.tercetak
    isi = daftar.file_pdf.read()
    berkas.cetak(daftar.pk)
    daftar.refresh_from_db()
    assert daftar.file_pdf.read() == isi
    with pytest.raises(DatabaseError, match="sudah ditetapkan"), transaction.atomic():
        DaftarResmi.objects.filter(pk=daftar.pk).update(file_pdf="lain.pdf")


def test_duk_terbuka_bagi_semua_tetapi_data_pribadi_hanya_dalam_cakupan(kantor):
    daftar = tetap(kantor)
    url = reverse("daftar:daftar_detail", args=[daftar.pk])
    html = kantor.klien("ani").get(url).content.decode()
    assert "nomor Anda" in html
    assert kantor.dewi.nip not in html.replace(" ", "")
    assert "tertutup" in html
    assert "Babat" in html  # her own row
    assert kantor.klien("ani").get(url + "?bagian=pengecualian").context["kini"].kode == "duk"
    assert kantor.klien("ani").get(reverse("daftar:daftar_download", args=[daftar.pk, "pdf"])).status_code == 404
    html = kantor.klien("citra").get(url).content.decode()
    assert "tertutup" not in html
    assert kantor.klien("ani").get(reverse("daftar:daftar_detail", args=[buat("nominatif").pk])).status_code == 404


def test_yang_pensiun_sesudah_tanggal_keadaan_ditandai_bukan_dihapus(kantor):
    daftar = tetap(kantor)
    tambah(kantor.citra, "kedudukan", tmt=date(2026, 2, 1), kedudukan_id="99")
    html = kantor.klien("dewi").get(reverse("daftar:daftar_detail", args=[daftar.pk])).content.decode()
    assert "Pensiun sejak 01-02-2026" in html
    assert "Citra" in html


def test_keberatan_dalam_masanya_dan_lanjutannya_setelah_ditolak(kantor):
    daftar, akun = tetap(kantor), kantor.akun
    with pytest.raises(susun.Ditolak, match="Masa keberatan berakhir 09-02-2026"):
        susun.ajukan_keberatan(daftar, kantor.ani.pk, tanggal=date(2026, 2, 10), uraian="Urutan", oleh=akun["citra"])
    satu = susun.ajukan_keberatan(daftar, kantor.ani.pk, tanggal=date(2026, 2, 9), uraian="Urutan", oleh=akun["citra"])
    with pytest.raises(susun.Ditolak, match="sudah diajukan"):
        susun.ajukan_keberatan(daftar, kantor.ani.pk, tanggal=date(2026, 2, 9), uraian="Lagi", oleh=akun["citra"])
    susun.putus_keberatan(
        satu.pk, putusan="ditolak", tanggal=date(2026, 2, 20), alasan="Sudah benar.", oleh=akun["dewi"]
    )
    with pytest.raises(susun.Ditolak, match="berakhir 06-03-2026"):
        susun.ajukan_keberatan(daftar, kantor.ani.pk, tanggal=date(2026, 3, 7), uraian="Lanjut", oleh=akun["citra"])
    lanjut = susun.ajukan_keberatan(
        daftar, kantor.ani.pk, tanggal=date(2026, 3, 6), uraian="Lanjut", oleh=akun["citra"]
    )
    assert lanjut.lanjutan
    with pytest.raises(susun.Ditolak, match="tidak tercantum"):
        susun.ajukan_keberatan(daftar, kantor.eko.pk, tanggal=date(2026, 2, 9), uraian="x", oleh=akun["citra"])
    assert KeberatanDaftar.objects.count() == 2


def test_alur_halaman_dari_minta_sampai_ditetapkan(kantor, django_capture_on_commit_callbacks):
    citra, dewi = kantor.klien("citra"), kantor.klien("dewi")
    with django_capture_on_commit_callbacks(execute=True):
        jawab = citra.post(reverse("daftar:daftar_create"), {"jenis": "duk", "per": "2025-12-31", "unit": ""})
    daftar = DaftarResmi.objects.get()
    susun.kerjakan(daftar.pk)
    daftar.refresh_from_db()
    assert jawab.url == reverse("daftar:daftar_detail", args=[daftar.pk])
    assert daftar.status == "konsep"
    assert "DUK tahun" in citra.get(reverse("daftar:daftar_list")).content.decode()
    tetapkan = reverse("daftar:daftar_tetapkan", args=[daftar.pk])
    isi = {"tanggal": HARI_INI, "nomor": "800/5", "diumumkan": HARI_INI}
    assert citra.post(tetapkan, isi).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        assert dewi.post(tetapkan, isi).status_code == 302
    berkas.cetak(daftar.pk)
    daftar.refresh_from_db()
    assert daftar.tercetak
    unduh = dewi.get(reverse("daftar:daftar_download", args=[daftar.pk, "pdf"]))
    assert unduh["Content-Type"] == "application/pdf"
    assert dewi.get(reverse("daftar:duk_kini")).url == reverse("daftar:daftar_detail", args=[daftar.pk])


@pytest.mark.parametrize(
    "nama_url", ["nominatif_list", "rekap_list", "daftar_list", "nominatif_ekspor", "rekap_ekspor"]
)
def test_halaman_kini_berkueri_tetap(kantor, nama_url, django_assert_max_num_queries):
    klien = kantor.klien("citra")
    klien.get(reverse(f"daftar:{nama_url}"))
    with django_assert_max_num_queries(12):
        assert klien.get(reverse(f"daftar:{nama_url}")).status_code == 200


def test_nominatif_hari_ini_seurut_daftar_resmi_halaman_demi_halaman(kantor, monkeypatch):
    """Page, xlsx and the official list give the same people in the same order, whatever a page cuts through."""
    resmi = nama(buat("nominatif", HARI_INI), "nominatif")
    klien = kantor.klien("citra")
    monkeypatch.setattr(penomoran, "UKURAN", (2, 50))
    alamat, tampil = reverse("daftar:nominatif_list"), []
    for halaman in (1, 2, 3):
        jawab = klien.get(alamat, {"baris": 2, "halaman": halaman})
        tampil += [p.nama_lengkap for p in jawab.context["potongan"]]
        assert jawab.context["potongan"].jumlah == len(resmi) == 6
    assert tampil == resmi
    assert [p.nama_lengkap for p in klien.get(alamat, {"baris": 2, "halaman": 9}).context["potongan"]] == resmi[4:]
    monkeypatch.setattr(hari_ini, "UNIT_SEKALI", 1)
    unduh = klien.get(reverse("daftar:nominatif_ekspor"))
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(unduh.streaming_content))).get_sheet_by_index(0)
    assert [b[1] for b in lembar.to_python() if str(b[0]).isdigit() or isinstance(b[0], float)] == resmi


def test_rekap_operator_hanya_opd_nya(kantor):
    jawab = kantor.klien("budi").get(reverse("daftar:rekap_list"), {"kategori": "status"})
    assert jawab.context["unit"].kode == "DISDIK"
    assert jawab.context["rekap"].total == 4
    asing = kantor.klien("budi").get(reverse("daftar:rekap_list"), {"unit": kantor.dewi.kini.unit_id})
    assert asing.context["unit"].kode == "DISDIK"
