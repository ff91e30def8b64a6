"""Dua bagian demo: yang pendek meneruskan bagian dari yang panjang, sesudah tahu siapa yang sudah dipakai."""

import pytest

from tata_kelola.demo.berdua import berdua

pytestmark = pytest.mark.django_db


def test_tanpa_proses_lain_dimainkan_berurutan():
    """Inside a transaction, or on one core."""
    catatan = []

    def anak(lapor, serahkan):
        serahkan({7})
        lapor("anak")

    berdua(anak, lambda lapor: lapor("induk"), lambda lapor, nilai: lapor(f"lanjutan {nilai}"), catatan.append)
    assert catatan == ["induk", "anak", "lanjutan {7}"]
