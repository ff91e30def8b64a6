"""Tahun kinerja lewat pintunya: siapa membuka, bawaan hukum, isian basi, dan draf bagi semua pegawai."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from eperformance import periode as acara
from eperformance.models import PembukaanSkp, PeriodeKinerja, Skp
from eperformance.pohon.tasks import sapu_draf
from kepegawaian.models import Jejak, Pemberitahuan
from layanan.galat import DitolakAlur
from tests.eperformance.conftest import TAHUN

DAFTAR = reverse("eperformance:periode_list")


def isian(satu=None, **ubah):
    awal = {n: getattr(satu, n) for n in acara.MEDAN} if satu else acara.bawaan(TAHUN)
    data = {k: v.isoformat() if isinstance(v, date) else v for k, v in awal.items()}
    return data | ({"semula": acara.sidik(satu)} if satu else {}) | ubah


def test_dibuka_dengan_kalender_menurut_hukum(orang):
    klien = orang.masuk("staf41")
    form = klien.get(reverse("eperformance:periode_create")).context["form"]
    assert form.initial["susun_mulai"] == date(TAHUN - 1, 12, 1)
    assert form.initial["tetap_sampai"] == date(TAHUN, 1, 31)
    assert form.initial["nilai_sampai"] == date(TAHUN + 1, 1, 31)
    assert klien.post(reverse("eperformance:periode_create"), isian(dasar="SE 800/9/2026")).status_code == 302
    assert PeriodeKinerja.objects.get(tahun=TAHUN).dasar == "SE 800/9/2026"
    assert Jejak.objects.filter(aksi="periode_kinerja").count() == 1
    ulang = klien.post(reverse("eperformance:periode_create"), isian())
    assert ulang.status_code == 422
    assert f"Tahun kinerja {TAHUN} sudah dibuka." in ulang.content.decode()


@pytest.mark.parametrize("nama", ["pela", "kasub", "irma"])
def test_yang_lain_tidak_membuka_dan_tidak_mengubah(orang, periode, nama):
    klien = orang.masuk(nama)
    assert klien.post(reverse("eperformance:periode_create"), isian(tahun=TAHUN + 1)).status_code == 403
    assert klien.post(reverse("eperformance:periode_update", args=[TAHUN]), isian(periode)).status_code == 403
    assert klien.post(reverse("eperformance:periode_draf", args=[TAHUN])).status_code == 403
    assert (PeriodeKinerja.objects.count(), PembukaanSkp.objects.count()) == (1, 0)


def test_inspektorat_membaca(orang, periode):
    teks = orang.masuk("irma").get(DAFTAR).content.decode()
    assert "SE Sekda 800/1/2026" in teks
    assert "Buat draf" not in teks


def test_tanggal_terbalik_ditolak_di_isiannya(orang, periode):
    jawab = orang.masuk("staf41").post(
        reverse("eperformance:periode_update", args=[TAHUN]),
        isian(periode, tetap_sampai=date(TAHUN - 1, 11, 1).isoformat()),
    )
    assert jawab.status_code == 422
    assert "mendahului" in jawab.content.decode()


def test_isian_basi_ditolak_dengan_keduanya_lalu_dapat_disimpan(orang, periode):
    url, lama = reverse("eperformance:periode_update", args=[TAHUN]), isian(periode, hari_periodik=9)
    PeriodeKinerja.objects.update(dasar="SE baru")
    jawab = orang.masuk("staf41").post(url, lama)
    assert jawab.status_code == 409
    assert "SE baru" in jawab.content.decode()
    periode.refresh_from_db()
    assert periode.hari_periodik == 7
    baru = jawab.context["form"].data["semula"]
    assert orang.masuk("staf41").post(url, lama | {"semula": baru}).status_code == 302
    periode.refresh_from_db()
    assert periode.hari_periodik == 9


def test_draf_bagi_semua_dibuat_sekali_dan_yang_meminta_diberi_tahu(
    orang, periode, tugas_langsung, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        jawab = orang.masuk("staf41").post(reverse("eperformance:periode_draf", args=[TAHUN]))
    assert jawab.status_code == 302
    satu = PembukaanSkp.objects.get()
    assert (satu.status, satu.dibuat, satu.diperiksa) == ("selesai", 8, 8)
    assert Skp.objects.filter(periode=periode, status="draf").count() == 8
    catatan = Jejak.objects.get(aksi="skp_buka_banyak")
    assert (catatan.data["jumlah"], catatan.oleh_id) == (8, orang.akun["staf41"].pk)
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["staf41"], peristiwa="kinerja").count() == 1
    assert "8 draf baru" in orang.masuk("staf41").get(DAFTAR).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        orang.masuk("staf41").post(reverse("eperformance:periode_draf", args=[TAHUN]))
    assert (Skp.objects.count(), PembukaanSkp.objects.latest("pk").dibuat) == (8, 0)


def test_permintaan_kedua_menunggu_dan_yang_hilang_dijalankan_lagi(orang, periode, tugas_langsung, monkeypatch):
    monkeypatch.setattr(acara, "POTONG", 3)
    satu = acara.minta_draf(periode.pk, oleh=orang.oleh("staf41"))
    with pytest.raises(DitolakAlur, match="sedang dibuat"):
        acara.minta_draf(periode.pk, oleh=orang.oleh("kasub41"))
    acara._satu_rentang(satu.pk)  # a worker that died after its first range
    assert Skp.objects.count() == 3
    assert "3 dari 8 pegawai" in orang.masuk("staf41").get(DAFTAR).content.decode()
    PembukaanSkp.objects.update(bergerak_pada=timezone.now() - timedelta(hours=1))
    sapu_draf()
    satu.refresh_from_db()
    assert (satu.status, satu.dibuat, Skp.objects.count()) == ("selesai", 8, 8)
