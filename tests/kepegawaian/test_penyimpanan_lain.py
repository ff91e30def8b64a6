"""Penyimpanan yang tidak punya berkas sama sekali: documents go in and out by Django's storage API alone, as in an object storage."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import override_settings

from kepegawaian.models import Dosir
from tata_kelola import cadangan, sehat
from tests.layanan.conftest import pdf


@pytest.fixture
def objek(tmp_path):
    """STORAGES as DOKUMEN_BACKEND would set it."""
    lain = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage", "OPTIONS": {}}}
    with override_settings(STORAGES=lain, MEDIA_ROOT=str(tmp_path / "dokumen")):
        yield default_storage


@pytest.mark.django_db
def test_dokumen_diunggah_dan_dibuka_lagi(orang, objek):
    baris = orang.ani.riwayatpangkat.get()
    isi = {"jenis": "sk_pangkat", "baris": f"pangkat:{baris.pk}", "file": pdf()}
    assert orang.masuk("budi").post(f"/pegawai/{orang.ani.nip}/dosir/unggah/", isi).status_code == 302
    d = Dosir.objects.get()
    assert objek.exists(d.file.name)
    assert not Path(objek.path(d.file.name)).exists()  # nothing of it on any disk
    jawab = orang.masuk("ani").get(f"/dosir/{d.pk}/")
    assert BytesIO(b"".join(jawab.streaming_content)).read(5) == b"%PDF-"
    assert orang.masuk("eko").get(f"/dosir/{d.pk}/").status_code == 404
    assert sehat.siap()["dokumen"] == "baik"


@pytest.mark.django_db(transaction=True)
def test_cadangan_menyebut_dokumen_yang_berada_di_luarnya(objek, tmp_path):
    kata = []
    manifes = cadangan.buat(tmp_path / "satu", lapor=kata.append)
    assert manifes["dokumen"]["di_luar"] == 0
    assert any("penyimpanan objek" in k for k in kata)
    assert (tmp_path / "satu" / "basis.dump").stat().st_size > 0
