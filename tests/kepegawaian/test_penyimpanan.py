"""Gudang berkas: a name that exists is a whole file, also when the disk is full or the process is killed in the middle."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from kepegawaian.penyimpanan import PENUH, Penyimpanan, PenyimpananPenuh

AKAR = Path(__file__).resolve().parents[2]
BESAR = b"%PDF-" + b"x" * 3_000_000


@pytest.fixture
def gudang(tmp_path):
    return Penyimpanan(location=tmp_path)


def isi(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_berkas_utuh_dan_nama_yang_sudah_ada_tidak_ditimpa(gudang, tmp_path):
    satu, dua = (gudang.save("naskah/a.pdf", ContentFile(b)) for b in (b"satu", b"dua"))
    assert satu == "naskah/a.pdf"
    assert dua != satu
    assert (tmp_path / satu).read_bytes() == b"satu"
    assert (tmp_path / dua).read_bytes() == b"dua"
    assert isi(tmp_path) == sorted([satu, dua])


def test_disk_penuh_memberi_kalimat_dan_tidak_meninggalkan_apa_pun(gudang, tmp_path):
    """RLIMIT_FSIZE stops the write as a full disk does: a real error of the system, not an invented one."""
    lama, tanda = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, lama[1]))
    try:
        with pytest.raises(PenyimpananPenuh, match="Penyimpanan dokumen penuh") as galat:
            gudang.save("naskah/b.pdf", ContentFile(BESAR))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, lama)
        signal.signal(signal.SIGXFSZ, tanda)
    assert galat.value.errno in PENUH
    assert isi(tmp_path) == []
    assert gudang.save("naskah/b.pdf", ContentFile(BESAR)) == "naskah/b.pdf"


PENULIS = """
import sys
from django.conf import settings
settings.configure()
from django.core.files.base import ContentFile
from kepegawaian.penyimpanan import Penyimpanan
gudang, isi = Penyimpanan(location=sys.argv[1]), b"%PDF-" + b"x" * 3_000_000
nomor = 0
while True:
    nomor += 1
    gudang.save(f"naskah/{nomor}.pdf", ContentFile(isi))
    print(nomor, flush=True)
"""


def test_proses_yang_dibunuh_tidak_meninggalkan_setengah_berkas_bernama(tmp_path):
    """kill -9 by its pid while it writes one file after the other; every file that has its name is whole."""
    proses = subprocess.Popen(
        [sys.executable, "-c", PENULIS, str(tmp_path)], cwd=AKAR, stdout=subprocess.PIPE, env=os.environ, text=True
    )
    try:
        for _ in range(3):
            assert proses.stdout.readline()
        time.sleep(0.01)
    finally:
        os.kill(proses.pid, signal.SIGKILL)
        proses.wait(timeout=10)
        proses.stdout.close()
    bernama = list(tmp_path.rglob("*.pdf"))
    assert len(bernama) >= 3
    assert {hashlib.sha256(p.read_bytes()).hexdigest() for p in bernama} == {hashlib.sha256(BESAR).hexdigest()}
