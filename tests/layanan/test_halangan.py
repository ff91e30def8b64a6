"""Ketidakhadiran pejabat lewat halaman: siapa boleh mencatat, apa yang ditolak, dan akibatnya pada langkah."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Halangan, Jejak
from tests.layanan.test_alur import ajukan, segar
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
PILIH = "/ketidakhadiran/catat/"


def url(pegawai):
    return f"{PILIH}{pegawai.nip}/"


def _isi(dari=0, sampai=5, sebab="cuti"):
    hari = timezone.localdate()
    return {
        "sejak": (hari + timedelta(days=dari)).isoformat(), "sebab": sebab,
        "sampai": (hari + timedelta(days=sampai)).isoformat(),
    }  # fmt: skip


def test_pejabat_mencatat_sendiri_lalu_membatalkan(client, orang):
    masuk(client, orang.akun_kadis)
    assert "Semua pejabat berada di tempat" in client.get(reverse("layanan:halangan_list")).content.decode()
    assert client.post(url(orang.kadis), _isi()).status_code == 302
    halangan = Halangan.objects.get()
    assert (halangan.pegawai_id, halangan.dicatat_oleh_id) == (orang.kadis.pk, orang.akun_kadis.pk)
    assert Jejak.objects.filter(aksi="halangan_catat", pegawai=orang.kadis).count() == 1
    assert "Kadar Usman" in client.get(reverse("layanan:halangan_list")).content.decode()
    client.post(reverse("layanan:halangan_batalkan", args=[halangan.pk]))
    halangan.refresh_from_db()
    assert halangan.dibatalkan_pada is not None
    assert "Dibatalkan" in client.get(reverse("layanan:halangan_list") + "?lalu=1").content.decode()
    jawab = client.post(reverse("layanan:halangan_batalkan", args=[halangan.pk]), follow=True)
    assert "sudah berakhir" in jawab.content.decode()


@pytest.mark.parametrize(
    ("dari", "sampai", "kata"),
    [(3, 1, "lebih dulu daripada"), (-9, -2, "sudah lewat"), (0, 400, "Lebih dari setahun")],
)
def test_masa_yang_salah_ditolak(client, orang, dari, sampai, kata):
    masuk(client, orang.akun_kadis)
    jawab = client.post(url(orang.kadis), _isi(dari, sampai))
    assert jawab.status_code == 422
    assert kata in jawab.content.decode()
    assert not Halangan.objects.exists()


def test_masa_yang_tumpang_tindih_ditolak(client, orang):
    masuk(client, orang.akun_kadis)
    client.post(url(orang.kadis), _isi())
    jawab = client.post(url(orang.kadis), _isi(3, 9, "sakit"))
    assert jawab.status_code == 422
    assert "Sudah tercatat berhalangan" in jawab.content.decode()
    assert Halangan.objects.count() == 1


def test_hanya_pejabat_dalam_lingkup(client, orang):
    lain = buat_pegawai(nama="Kadinkes Lain", unit="DINKES", jabatan="KEPALA-DINKES", golongan="IV/c")
    masuk(client, orang.akun_budi)  # operator DISDIK
    for pegawai in (lain, orang.ani):
        assert client.post(url(pegawai), _isi()).status_code == 404
    assert "Kadar Usman" in client.get(PILIH + "?q=kadar").content.decode()
    assert "Tidak ditemukan" in client.get(PILIH + "?q=kadinkes").content.decode()
    assert client.post(url(orang.kadis), _isi()).status_code == 302
    masuk(client, orang.akun_ani)
    assert client.get(PILIH).status_code == 403
    masuk(client, buat_akun(lain))
    assert client.post(url(orang.kadis), _isi()).status_code == 404  # a peer is not his to record
    assert Halangan.objects.count() == 1


def test_mencatat_langsung_menaikkan_langkah_yang_menunggu(
    layanan_uji, orang, client, django_capture_on_commit_callbacks, tugas_langsung
):
    """The task is queued on commit and runs eagerly here; the days before count when they were working days."""
    buat_pegawai(nama="Sekda Utama", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d")
    u = ajukan(layanan_uji, orang)
    hari = timezone.localdate()
    mulai = next(
        hari - timedelta(days=n) for n in range(1, 15)
        if acuan_kini().selisih_hari_kerja(hari - timedelta(days=n), hari) >= 3
    )  # fmt: skip
    masuk(client, orang.akun_kadis)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url(orang.kadis), _isi((mulai - hari).days, 5)).status_code == 302
    langkah = segar(u).langkah_kini
    assert langkah.jabatan.kode == "KEPALA-SETDA"
    assert "berhalangan sejak" in langkah.sebab_alih
