"""Pelepasan purna tugas: dari acara sampai ditutup, peserta dari nominatif, surat dan piagam, dan siapa boleh apa."""

import io
from datetime import date, timedelta

import pytest
from django.test import Client
from pypdf import PdfReader
from python_calamine import load_workbook

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jejak, PejabatLuar, Pemberitahuan
from pensiun.models import Pelepasan, PesertaPelepasan
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_pegawai, masuk
from tests.pensiun.jaminan.conftest import AWAL, HARI_INI, calon, tulis

pytestmark = pytest.mark.django_db
URL = "/pensiun/pelepasan/"
BULAN = tambah_bulan(AWAL, 1)


@pytest.fixture
@bersama
def orang(kue, batch):
    """Two who retire next month, one who has retired this month, one in three months, one who has died."""
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Uji Bupati", sejak=date(2025, 2, 20)
    )
    usai = {"unit": "DISDIK", "golongan": "III/d", "tmt": date(1990, 3, 1), "tmt_kedudukan": AWAL, "batch": batch}
    return {
        "tarno": calon("TARNO GURU", 1, batch=batch),
        "wati": calon("WATI BIDAN", 1, batch=batch, unit="DINKES-SUBBAG1"),
        "usai": buat_pegawai(nama="SUDAH PURNA", kedudukan="99", lahir=date(1968, 3, 3), **usai),
        "nanti": calon("MASIH LAMA", 3, batch=batch),
        "wafat": buat_pegawai(nama="TELAH WAFAT", kedudukan="88", lahir=date(1968, 3, 3), **usai),
    }


def isian(**ganti):
    isi = {
        "nama": "Pelepasan triwulan uji", "tmt_dari": AWAL.isoformat(), "tmt_sampai": BULAN.isoformat(),
        "tanggal": HARI_INI.isoformat(), "tempat": "Pendopo Lokatantra", "nomor_surat": "800/77/413.204/2026",
        "tanggal_surat": HARI_INI.isoformat(),
        "isi_surat": "Terima kasih atas pengabdian {masa_kerja} sebagai {jabatan} pada {opd}.\n\nSemoga sehat selalu.",
    }  # fmt: skip
    return isi | ganti


def buat(klien, **ganti):
    jawab = klien.post(URL + "baru/", isian(**ganti))
    assert jawab.status_code == 302, jawab.content.decode()
    return Pelepasan.objects.latest("pk")


def teks_pdf(jawab):
    assert jawab["Content-Type"] == "application/pdf"
    return [h.extract_text() for h in PdfReader(io.BytesIO(jawab.content)).pages]


def test_dari_acara_baru_sampai_ditutup(orang, kantor):
    klien, akun = kantor["pensiun"], buat_akun(orang["tarno"])
    satu = buat(klien)
    isi = tulis(klien.get(f"{URL}{satu.pk}/"))
    for nama in ("TARNO GURU", "WATI BIDAN", "SUDAH PURNA"):
        assert nama in isi
    assert "MASIH LAMA" not in isi
    assert "TELAH WAFAT" not in isi
    klien.post(f"{URL}{satu.pk}/tetapkan/")
    satu.refresh_from_db()
    assert satu.status == "ditetapkan"
    assert list(satu.peserta.values_list("data__nama", flat=True)) == ["SUDAH PURNA", "TARNO GURU", "WATI BIDAN"]
    tarno = satu.peserta.get(pegawai=orang["tarno"])
    # 1 March 1998 to the TMT, in whole months.
    bulan = (BULAN.year - 1998) * 12 + BULAN.month - 3
    assert tarno.data["masa_kerja"] == f"{bulan // 12} tahun {bulan % 12} bulan"
    assert tarno.data["pangkat"] == "Penata Tingkat I"
    assert Pemberitahuan.objects.filter(pengguna=akun, kunci=f"pelepasan:{satu.pk}").count() == 1
    klien.post(f"{URL}{satu.pk}/selesai/")
    satu.refresh_from_db()
    assert satu.status == "ditetapkan", "kehadiran belum dicatat"
    kunci = list(satu.peserta.values_list("pk", flat=True))
    data = {"peserta": kunci, f"hadir-{kunci[0]}": "ya", f"hadir-{kunci[1]}": "ya", f"hadir-{kunci[2]}": "tidak",
            f"wakil-{kunci[2]}": "Suami"}  # fmt: skip
    klien.post(f"{URL}{satu.pk}/hadir/", data)
    assert list(satu.peserta.values_list("hadir", "wakil")) == [(True, ""), (True, ""), (False, "Suami")]
    klien.post(f"{URL}{satu.pk}/selesai/")
    satu.refresh_from_db()
    assert satu.status == "selesai"
    assert "diwakili Suami" in tulis(klien.get(f"{URL}{satu.pk}/"))
    klien.post(f"{URL}{satu.pk}/hadir/", data | {f"hadir-{kunci[0]}": "tidak"})
    assert satu.peserta.get(pk=kunci[0]).hadir is True, "acara yang ditutup tidak berubah"
    assert set(Jejak.objects.filter(objek="pelepasan").values_list("aksi", flat=True)) == {
        "pelepasan_simpan", "pelepasan_tetapkan", "pelepasan_hadir", "pelepasan_selesai",
    }  # fmt: skip


def test_surat_piagam_dan_daftar_hadir_tercetak_bersama(orang, kantor):
    klien = kantor["pensiun"]
    satu = buat(klien)
    klien.post(f"{URL}{satu.pk}/tetapkan/")
    surat = teks_pdf(klien.get(f"{URL}{satu.pk}/cetak/surat/"))
    assert len(surat) == 3
    assert "BUPATI LAMONGAN" in surat[1]
    assert "800/77/413.204/2026" in surat[1]
    assert "Yth. Sdr. TARNO GURU" in surat[1]
    assert "sebagai Penelaah Teknis Kebijakan pada Dinas Pendidikan" in " ".join(surat[1].split())
    assert "H. Uji Bupati" in surat[1]
    piagam = teks_pdf(klien.get(f"{URL}{satu.pk}/cetak/piagam/"))
    assert len(piagam) == 3
    assert "PIAGAM PENGHARGAAN" in piagam[2]
    assert "WATI BIDAN" in piagam[2]
    hadir = " ".join(teks_pdf(klien.get(f"{URL}{satu.pk}/cetak/hadir/")))
    assert "PELEPASAN TRIWULAN UJI" in hadir
    assert "Dinas Kesehatan" in hadir
    assert len(teks_pdf(klien.get(f"{URL}{satu.pk}/cetak/surat/?opd=Dinas+Kesehatan"))) == 1
    # Printed again after the name of his post has changed it stays as it was set.
    orang["tarno"].kini.jabatan.__class__.objects.filter(pk=orang["tarno"].kini.jabatan_id).update(nama="Nama Baru")
    assert "Nama Baru" not in teks_pdf(klien.get(f"{URL}{satu.pk}/cetak/surat/"))[1]


def test_peserta_mengunduh_miliknya_sendiri_saja(orang, kantor):
    satu = buat(kantor["pensiun"])
    kantor["pensiun"].post(f"{URL}{satu.pk}/tetapkan/")
    tarno, wati = satu.peserta.get(pegawai=orang["tarno"]), satu.peserta.get(pegawai=orang["wati"])
    klien = masuk(Client(), buat_akun(orang["tarno"]))
    assert "Pendopo Lokatantra" in tulis(klien.get("/pensiun/perkiraan/saya/"))
    assert "TARNO GURU" in teks_pdf(klien.get(f"{URL}peserta/{tarno.pk}/piagam/"))[0]
    assert klien.get(f"{URL}peserta/{wati.pk}/piagam/").status_code == 404
    assert klien.get(f"{URL}peserta/{tarno.pk}/hadir/").status_code == 404
    assert kantor["asing"].get(f"{URL}peserta/{tarno.pk}/surat/").status_code == 404


def test_hanya_subbid_pensiun_yang_menyiapkan_yang_lain_melihat_cakupannya(orang, kantor):
    satu = buat(kantor["kaban"])
    assert kantor["staf"].get(f"{URL}{satu.pk}/").status_code == 404  # a draft
    assert kantor["staf"].post(URL + "baru/", isian()).status_code == 403
    assert kantor["staf"].post(f"{URL}{satu.pk}/tetapkan/").status_code == 403
    kantor["pensiun"].post(f"{URL}{satu.pk}/tetapkan/")
    isi = tulis(kantor["operator"].get(f"{URL}{satu.pk}/"))
    assert "TARNO GURU" in isi
    assert "WATI BIDAN" not in isi
    assert "WATI BIDAN" in tulis(kantor["staf"].get(f"{URL}{satu.pk}/"))
    isi = tulis(kantor["sekda"].get(f"{URL}{satu.pk}/"))
    assert "TARNO GURU" not in isi
    assert kantor["asing"].get(URL).status_code == 403
    jawab = kantor["operator"].get(f"{URL}{satu.pk}/ekspor/")
    baris = load_workbook(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    assert [b[2] for b in baris[1:]] == ["SUDAH PURNA", "TARNO GURU"]


def test_susulan_ditambahkan_dan_tidak_dilepas_dua_kali(orang, kantor, batch):
    klien = kantor["pensiun"]
    satu = buat(klien)
    klien.post(f"{URL}{satu.pk}/tetapkan/")
    calon("TERLAMBAT TERCATAT", 1, batch=batch)
    assert "Susulan" in tulis(klien.get(f"{URL}{satu.pk}/"))
    klien.post(f"{URL}{satu.pk}/tetapkan/")
    assert satu.peserta.order_by("urut").last().data["nama"] == "TERLAMBAT TERCATAT"
    lain = buat(klien, nama="Acara kedua")
    klien.post(f"{URL}{lain.pk}/tetapkan/")
    lain.refresh_from_db()
    assert (lain.status, PesertaPelepasan.objects.count()) == ("draf", 4)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"tmt_dari": AWAL.replace(day=2).isoformat()}, "TMT pensiun selalu tanggal 1."),
        ({"tmt_sampai": tambah_bulan(AWAL, -1).isoformat()}, "Bulan terakhir sebelum bulan pertama."),
        ({"tmt_sampai": tambah_bulan(AWAL, 12).isoformat()}, "Paling banyak dua belas bulan"),
        ({"isi_surat": "Terima kasih {nama}"}, "hanya {jabatan}, {masa_kerja}, atau {opd}"),
        ({"isi_surat": "Kurung { terbuka"}, "hanya {jabatan}, {masa_kerja}, atau {opd}"),
        ({"nama": ""}, "tidak boleh kosong"),
    ],
)
def test_isian_acara_yang_keliru_disebut(orang, kantor, ganti, pesan):
    jawab = kantor["pensiun"].post(URL + "baru/", isian(**ganti))
    assert jawab.status_code == 422
    assert pesan in jawab.content.decode()
    assert not Pelepasan.objects.exists()


def test_kehadiran_mulai_hari_acara_dan_bulan_tetap_setelah_ditetapkan(orang, kantor):
    klien = kantor["pensiun"]
    satu = buat(klien, tanggal=(HARI_INI + timedelta(days=3)).isoformat())
    klien.post(f"{URL}{satu.pk}/tetapkan/")
    p = satu.peserta.first()
    klien.post(f"{URL}{satu.pk}/hadir/", {"peserta": [p.pk], f"hadir-{p.pk}": "ya"})
    p.refresh_from_db()
    assert p.hadir is None
    jawab = klien.post(f"{URL}{satu.pk}/ubah/", isian(tmt_sampai=AWAL.isoformat()))
    assert jawab.status_code == 422
    assert "bulan TMT tidak dapat diubah lagi" in jawab.content.decode()
    assert klien.post(f"{URL}{satu.pk}/ubah/", isian(tempat="Aula BKPSDM")).status_code == 302


def test_keadaan_kosong(kantor):
    assert "Belum ada acara" in tulis(kantor["pensiun"].get(URL))
    satu = buat(kantor["pensiun"])
    assert "Belum ada yang pensiun pada bulan itu" in tulis(kantor["pensiun"].get(f"{URL}{satu.pk}/"))
