"""One child process that brings the database up to date: migrate, reference data, and at first the demo data.

``python -m bkd_portal.lokal.siapkan --demo jika-kosong``. One process, since each start of Django costs a second.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from bkd_portal.lokal import migrasi

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")


def jalankan_bila_ada(nama, **opsi):
    """Runs a management command of ours; says so where it does not exist yet."""
    from django.core.management import call_command, get_commands  # noqa: PLC0415 - after django.setup()

    if nama not in get_commands():
        print(f"Perintah {nama} belum ada; dilewati.")
        return
    mulai = time.monotonic()
    call_command(nama, **opsi)
    print(f"{nama}: {time.monotonic() - mulai:.1f} detik.")


def belum_ada_pengguna():
    """True for an empty portal: only then may demo accounts be made."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after django.setup()

    return not get_user_model().objects.exists()


def main(argumen=None):
    """Migrates and loads; any failure is an exit code for the supervisor."""
    pilihan = argparse.ArgumentParser()
    pilihan.add_argument("--demo", choices=["jika-kosong", "tidak"], default="tidak")
    pilihan.add_argument("--tanda", type=Path, help="ada selama data contoh dibuat; .dasar sejak portal layak dibuka")
    opsi = pilihan.parse_args(argumen)
    # Whatever a crash would lose here is made again: half demo data are thrown away at the next start.
    os.environ["PGOPTIONS"] = f"{os.environ.get('PGOPTIONS', '')} -c synchronous_commit=off".strip()
    import django  # noqa: PLC0415 - the settings module is named first

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - after django.setup()

    with migrasi.cepat():
        jalankan_bila_ada("migrate", interactive=False, verbosity=0)
    jalankan_bila_ada("muat_referensi", verbosity=0)
    if opsi.demo == "jika-kosong" and belum_ada_pengguna():
        print("Membuat data contoh, sekali saja; portal dibuka sebelum seluruhnya selesai.", flush=True)
        if opsi.tanda:
            opsi.tanda.touch()
        jalankan_bila_ada("demo", tanda=opsi.tanda)
        if opsi.tanda:
            opsi.tanda.with_suffix(".dasar").unlink()
    if opsi.demo == "jika-kosong" and settings.DEBUG:
        jalankan_bila_ada("tte_uji", jika_belum=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
