"""Impor presensi: pratinjau, baris galat, terapkan, ganti, batalkan; tidak ada baris yang hilang atau ditulis ulang."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from python_calamine import load_workbook

from kepegawaian.impor import tulis_daftar
from kepegawaian.models import BatchImpor, Presensi
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
KOLOM = ("NIP", "TANGGAL", "MASUK", "PULANG", "KEADAAN", "TERLAMBAT", "PULANG CEPAT")
URL = "/penggajian/presensi/"


@pytest.fixture
def staf(tugas_langsung):
    batch = buat_batch()
    return masuk(Client(), buat_akun(buat_pegawai(nama="STAF", unit="SUB13", batch=batch)))


@pytest.fixture
@bersama
def ani():
    return buat_pegawai(nama="ANI", unit="DISDIK-SUBBAG1")


def kirim(staf, capture, *baris, kolom=KOLOM, **isi):
    xlsx = tulis_daftar("Presensi", kolom, baris).read()
    with capture(execute=True):
        jawab = staf.post(f"{URL}unggah/", {"file": SimpleUploadedFile("presensi.xlsx", xlsx), **isi})
    return jawab, BatchImpor.objects.filter(jenis="presensi").first()


def terapkan(staf, batch):
    assert staf.post(f"{URL}{batch.pk}/terapkan/").status_code == 302
    batch.refresh_from_db()
    return batch


def berlaku(ani):
    return list(
        Presensi.objects.filter(pegawai=ani, dibatalkan_pada=None).values_list("tanggal", "keadaan", "menit_terlambat")
    )


def test_pratinjau_terapkan_ganti_dan_batalkan(staf, ani, django_capture_on_commit_callbacks):
    satu, dua = ("02-11-2026", "07:35", "16:00", "", 5, 0), ("03-11-2026", "", "", "Sakit", "", "")
    _, batch = kirim(staf, django_capture_on_commit_callbacks, (ani.nip, *satu), (ani.nip, *dua), ("1" * 18, *satu), (ani.nip, "31-02-2026", "07:00", "16:00", "", 0, 0))  # fmt: skip
    assert (batch.status, batch.ringkasan["baru"], batch.ringkasan["galat"]) == ("pratinjau", 2, 2)
    isi = staf.get(f"{URL}{batch.pk}/").content.decode()
    assert "tidak tercatat di portal" in isi
    assert "tidak ada di kalender" in isi
    assert not Presensi.objects.exists()
    galat = load_workbook(io.BytesIO(b"".join(staf.get(f"{URL}{batch.pk}/galat/").streaming_content)))
    assert len(galat.get_sheet_by_index(0).to_python()) == 3
    terapkan(staf, batch)
    assert berlaku(ani) == [(date(2026, 11, 2), "hadir", 5), (date(2026, 11, 3), "sakit", 0)]
    terapkan(staf, batch)
    assert Presensi.objects.count() == 2, "dua kali ditekan, sekali tertulis"

    _, ganti = kirim(
        staf, django_capture_on_commit_callbacks, (ani.nip, *satu), (ani.nip, "03-11-2026", "", "", "TK", "", "")
    )
    assert (ganti.ringkasan["sama"], ganti.ringkasan["berubah"]) == (1, 1)
    terapkan(staf, ganti)
    assert berlaku(ani)[1][1] == "tanpa_keterangan"
    staf.post(f"{URL}{ganti.pk}/batalkan/")
    assert berlaku(ani) == [(date(2026, 11, 2), "hadir", 5), (date(2026, 11, 3), "sakit", 0)]
    staf.post(f"{URL}{batch.pk}/batalkan/")
    assert berlaku(ani) == []
    assert Presensi.objects.count() == 4, "tidak ada baris yang dihapus"


def test_menit_dihitung_dari_jam_kantor_bila_berkas_tidak_memuatnya(staf, ani, django_capture_on_commit_callbacks):
    kolom, baris = KOLOM[:5], (ani.nip, "02-11-2026", "07:50", "15:30", "")
    jawab, _ = kirim(staf, django_capture_on_commit_callbacks, baris, kolom=kolom)
    assert jawab.status_code == 422
    assert "isi jam kerja kantor" in jawab.content.decode()
    _, batch = kirim(
        staf, django_capture_on_commit_callbacks, baris, kolom=kolom, jam_masuk="07:30", jam_pulang="16:00"
    )
    terapkan(staf, batch)
    p = Presensi.objects.get()
    assert (p.menit_terlambat, p.menit_pulang_cepat) == (20, 30)


def test_berkas_tanpa_kolom_wajib_dan_hari_ganda_ditolak(staf, ani, django_capture_on_commit_callbacks):
    jawab, batch = kirim(staf, django_capture_on_commit_callbacks, ("x",), kolom=("NAMA",))
    assert (jawab.status_code, batch) == (422, None)
    a, b = (ani.nip, "02-11-2026", "", "", "Izin", "", ""), (ani.nip, "02-11-2026", "", "", "Sakit", "", "")
    _, batch = kirim(staf, django_capture_on_commit_callbacks, a, b)
    assert batch.ringkasan["galat"] == 2


def test_presensi_tidak_dapat_ditulis_ulang_dan_batchnya_bukan_impor_siasn(
    staf, ani, django_capture_on_commit_callbacks
):
    _, batch = kirim(staf, django_capture_on_commit_callbacks, (ani.nip, "02-11-2026", "", "", "Izin", "", ""))
    terapkan(staf, batch)
    for perbuatan in (lambda: Presensi.objects.update(keadaan="hadir"), lambda: Presensi.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            perbuatan()
    assert staf.get(f"/impor/{batch.pk}/").status_code == 404
