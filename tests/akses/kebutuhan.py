"""Kebutuhan bagi tabel akses: ABK dan rencana DISDIK pada beberapa keadaan, usul kabupaten, formasi yang ditetapkan."""

from datetime import date

from django.utils import timezone

from kepegawaian.models import Naskah
from pengadaan.models import (
    AnalisisJabatan,
    BarisRencana,
    Formasi,
    RencanaKebutuhan,
    TugasJabatan,
    UnggahanAbk,
    UsulFormasi,
)
from tests.layanan.conftest import pdf

HARI_INI = timezone.localdate()
TAHUN = HARI_INI.year + 2


def _abk(d, tahun, **lain):
    kini = d.operator.kini
    a = AnalisisJabatan.objects.create(
        tahun=tahun, unit_id=kini.unit_id, jabatan_id=kini.jabatan_id, wke_menit=75000, kebutuhan=2, hasil=2, beban_menit=150000,
        diubah_oleh=d.akun["operator"], diubah_pada=timezone.now(), **lain,
    )  # fmt: skip
    TugasJabatan.objects.create(analisis=a, nomor=1, uraian="Menelaah", volume=1000, norma_menit=150)
    return a


def isi_kebutuhan(d):
    """Puts them on the world of the access tests."""
    kini, disdik = timezone.now(), d.operator.kini.opd_id
    d.abk, d.abk_hapus = _abk(d, TAHUN), _abk(d, TAHUN + 1)
    d.abk_periksa = _abk(d, TAHUN + 2, status="diperiksa")
    d.unggahan = UnggahanAbk.objects.create(
        tahun=TAHUN + 3, nama_berkas="abk.xlsx", galat=0, dibuat_oleh=d.akun["operator"], dibuat_pada=kini,
        baris=[{"baris": 2, "unit": "DISDIK-SUBBAG1", "jabatan": "X", "unit_id": d.operator.kini.unit_id,
                "jabatan_id": d.operator.kini.jabatan_id, "uraian": "Menelaah", "hasil": "", "volume": "10.00", "norma": "60.00",
                "galat": ""}],
    )  # fmt: skip
    d.rencana = RencanaKebutuhan.objects.create(
        tahun=TAHUN, opd_id=disdik, dibuat_pada=kini, renstra_nama="renstra.pdf", renstra_mime="application/pdf",
        renstra_mulai=TAHUN - 1, renstra_sampai=TAHUN + 4,
    )  # fmt: skip
    d.rencana.renstra.save("renstra.pdf", pdf(lebar=331))
    isi = {"unit_id": d.operator.kini.unit_id, "jabatan_id": d.operator.kini.jabatan_id, "jenis": "CPNS", "n1": 1, "n2": 0, "n3": 0,
           "n4": 0, "n5": 0}  # fmt: skip
    d.baris_rencana_kebutuhan = BarisRencana.objects.create(rencana=d.rencana, **isi)
    RencanaKebutuhan.objects.create(tahun=TAHUN + 1, opd_id=disdik, dibuat_pada=kini, status="diterima")
    surat = Naskah.objects.create(
        jenis="surat_formasi", perihal="Usul", asal="register", nomor="810/UJI", tanggal=HARI_INI, penetap="Bupati", dibuat_pada=kini,
    )  # fmt: skip
    surat.berkas_cetak.save("usul.pdf", pdf(lebar=332))
    Naskah.objects.filter(pk=surat.pk).update(tahap="tercetak")
    d.usul_bupati = UsulFormasi.objects.create(tahun=TAHUN - 1, status="bupati", surat=surat, dibuat_pada=kini)
    d.usul_kaban = UsulFormasi.objects.create(tahun=TAHUN + 4, status="kaban", dibuat_pada=kini)
    d.usul_kirim = UsulFormasi.objects.create(
        tahun=TAHUN + 5, status="disampaikan", dibuat_pada=kini, disampaikan_pada=HARI_INI
    )
    d.usul_tetap = UsulFormasi.objects.create(
        tahun=TAHUN + 6, status="ditetapkan", nomor_kepmen="1", tanggal_kepmen=date(2026, 1, 5), dibuat_pada=kini,
        kepmen_nama="kepmen.pdf", kepmen_mime="application/pdf",
    )  # fmt: skip
    d.usul_tetap.kepmen.save("kepmen.pdf", pdf(lebar=333))
    d.formasi = Formasi.objects.create(
        tahun=TAHUN + 6, jenis="CPNS", unit_id=d.operator.kini.unit_id, jabatan_id=d.operator.kini.jabatan_id, jumlah_usul=2,
        jumlah_ditetapkan=1, status="ditetapkan", nomor_penetapan="1", tanggal_penetapan=date(2026, 1, 5),
    )  # fmt: skip
