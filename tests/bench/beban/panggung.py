"""Panggung beban: the servers of production on loopback, the generator beside them, and accounts to log in with."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from bkd_portal.lokal import statis
from bkd_portal.lokal.proses import ekor, hentikan, luncurkan, porta_bebas, tunggu_nyala
from kepegawaian.models import Pegawai, Pengguna
from tests.bench.mulai import _menjawab

AKAR = Path(__file__).resolve().parents[3]
SANDI = "Uji-beban-2026"


def akun(pegawai):
    """{pegawai id: account name} with the one password, made where missing."""
    ada = dict(Pengguna.objects.filter(pegawai_id__in=pegawai).values_list("pegawai_id", "nama_pengguna"))
    nip = dict(Pegawai.objects.filter(pk__in=set(pegawai) - set(ada)).values_list("pk", "nip"))
    for pk, satu in nip.items():
        ada[pk] = Pengguna.objects.create_user(satu, None, pegawai_id=pk).nama_pengguna
    Pengguna.objects.filter(pegawai_id__in=pegawai).update(password=make_password(SANDI), is_active=True)
    return ada


def jalankan(folder, rencana, *, pekerja=False):
    """gunicorn (and a Celery worker of one process), then the generator; its result, with what the web server complained of."""
    alamat = f"127.0.0.1:{porta_bebas()}"
    lingkungan = os.environ | {
        "DEBUG": "0", "SECRET_KEY": "b" * 60, "ALLOWED_HOSTS": "127.0.0.1", "SECURE_SSL_REDIRECT": "0",
        "DOKUMEN_DIR": str(settings.MEDIA_ROOT), "EMAIL_URL": "dummymail://", "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    statis.kumpulkan(AKAR, lingkungan)  # DEBUG=0 knows static files by what was collected
    perintah = [sys.executable, "-m", "gunicorn", "bkd_portal.wsgi", "--preload", "--bind", alamat, "--worker-class"]
    perintah += ["gthread", "--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
    catatan = folder / "web.log"
    with ExitStack() as tumpukan:
        web = luncurkan(perintah, catatan=catatan, env=lingkungan, cwd=AKAR)
        tumpukan.callback(hentikan, web)
        if not tunggu_nyala(web, lambda: _menjawab(f"http://{alamat}/masuk/"), batas=60):
            raise SystemExit(ekor(catatan, 40))
        if pekerja:
            tumpukan.callback(hentikan, _pekerja(folder, lingkungan | {"LOG_LEVEL": "INFO"}))
        (folder / "rencana.json").write_text(json.dumps(rencana | {"alamat": f"http://{alamat}"}), encoding="utf-8")
        mesin = [sys.executable, "-m", "tests.bench.beban.mesin", folder / "rencana.json", folder / "hasil.json"]
        subprocess.run(mesin, cwd=AKAR, check=True, timeout=rencana["naik"] + rencana["lama"] + 240)
    galat = [b for b in catatan.read_text(encoding="utf-8").splitlines() if '"INFO"' not in b]
    return json.loads((folder / "hasil.json").read_text(encoding="utf-8")) | {"log": "\n".join(galat[-60:])}


def _pekerja(folder, lingkungan):
    catatan = folder / "pekerja.log"
    perintah = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "bkd_portal",
        "worker",
        "--concurrency",
        "1",
        "--loglevel",
        "INFO",
    ]
    proses = luncurkan(perintah, catatan=catatan, env=lingkungan, cwd=AKAR)
    if not tunggu_nyala(proses, lambda: " ready" in ekor(catatan, 200), batas=60):
        hentikan(proses)
        raise SystemExit(ekor(catatan, 40))
    return proses


def p95(urut):
    """The 95th percentile of a sorted list."""
    return urut[min(len(urut) - 1, int(len(urut) * 0.95))] if urut else 0.0
