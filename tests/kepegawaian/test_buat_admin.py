"""Perintah buat_admin: the first admin of a new portal activates by the code that was printed; nobody makes a second one so."""

import io
import re

import pytest
from django.core.management import CommandError, call_command

from kepegawaian.models import Jejak, Pengguna

pytestmark = pytest.mark.django_db
DASAR = "Surat tugas 800/1/2026 tanggal 2 Januari 2026"


def jalankan(nama="admin.bkd"):
    keluar = io.StringIO()
    call_command("buat_admin", nama, dasar=DASAR, stdout=keluar)
    return keluar.getvalue()


def test_admin_pertama_mengaktifkan_akunnya_dan_membuka_beranda(client):
    jalankan()
    kode = re.search(r"Kode aktivasi: (\S+)", jalankan())[1]  # asked again before the activation: a new code
    sandi = "gunung-rinjani-42-biru"
    isi = {"nip": "admin.bkd", "kode": kode, "sandi_baru": sandi, "sandi_ulang": sandi}
    client.post("/aktivasi/", isi)
    assert client.post("/masuk/", {"username": "admin.bkd", "password": sandi}).status_code == 302
    assert "Sistem" in client.get("/").content.decode()
    assert Jejak.objects.filter(aksi="akun_kode").count() == 2
    with pytest.raises(CommandError, match="sudah aktif"):
        jalankan()


def test_admin_kedua_tidak_dibuat_dari_terminal():
    jalankan()
    with pytest.raises(CommandError, match="Sudah ada admin"):
        jalankan("admin.lain")
    assert Pengguna.objects.count() == 1
