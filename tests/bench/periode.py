"""Satu periode: ``SK`` letters numbered through ``alur``, printed by a real Celery worker of two processes and signed.

Everything a period costs after the last approval: number and freeze, queue, print, file, claim, signature, effect on
riwayat, notices. Choosing people and the steps before are played untimed. ``SK=500`` by default.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from bkd_portal.lokal.proses import ekor, hentikan, luncurkan, tunggu_nyala
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Naskah, Pengguna, ProfilKini, RiwayatGaji, Setelan
from layanan import alur, katalog, tanda_tangan, tte
from layanan.models import BatchTte, Usulan
from layanan.pelaku import Pelaku
from layanan.tte.ca_uji import CaUji
from tata_kelola.demo.panggung import Sutradara, layak
from tests.bench.ukur import jam

KANTOR, SEKALI = "KEPALA-BKPSDM", 100  # an inbox signs at most so many at once
AKAR = Path(__file__).resolve().parents[2]
BATAS = 1800


def ukur(jumlah, hari_ini, akun, papan):
    """Seconds of numbering, printing and signing ``SK`` letters, and the memory of the worker's processes."""
    banyak = int(os.environ.get("SK", "500"))
    with tempfile.TemporaryDirectory() as folder:
        settings.TTE_DIR = folder
        _kantor(akun["kaban"], folder)
        usulan = _siap(banyak, hari_ini)
        with jam() as nomor:
            for pk, oleh in usulan:
                satu = Usulan.objects.get(pk=pk)
                alur.tetapkan(satu, oleh=oleh, versi=satu.versi_baris)
        papan.catat(f"{banyak} surat dinomori dan dibekukan", jumlah, nomor.detik, "s")
        _dengan_pekerja(folder, [pk for pk, _ in usulan], akun["kaban"], jumlah, papan)


def _kantor(kaban, folder):
    """Kepala BKD signs every KGB letter himself, with a certificate of a test CA."""
    for kunci, nilai in (("kgb_penanda_tangan", "KABAN"), ("tte_kantor", {"BUPATI": "basah", KANTOR: "lokal"})):
        Setelan.objects.create(
            kunci=kunci, nilai=nilai, uraian="bench", berlaku_sejak=date(2026, 1, 2), dasar="bench", keyakinan="asumsi"
        )
    ca = CaUji.baru()
    ca.tulis_akar(folder)
    ca.tulis_p12(folder, KANTOR, tte.SANDI_UJI, "Kepala BKD", nip=kaban.pegawai.nip)


def _siap(banyak, hari_ini):
    """[(usulan id, who numbers it)] of new usulan that wait for their number."""
    kgb = katalog.ambil("kgb")
    calon = ProfilKini.objects.filter(aktif=True, status="PNS", pegawai__usulan__isnull=True).order_by("pk")
    calon = calon.exclude(jabatan__kode=KANTOR)
    sutradara, hasil = Sutradara(kgb, hari_ini, cetak=False), []
    for pegawai in layak(kgb, calon, hari_ini, banyak):
        usulan = sutradara.mainkan(pegawai, "penetapan")
        hasil.append((usulan.pk, sutradara.pemegang(usulan, timezone.now())))
    return hasil


def _dengan_pekerja(folder, usulan, kaban, jumlah, papan):
    catatan = Path(folder) / "pekerja.log"
    perintah = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "bkd_portal",
        "worker",
        "--concurrency",
        "2",
        "--loglevel",
        "INFO",
    ]
    lingkungan = os.environ | {"TTE_DIR": folder, "DOKUMEN_DIR": settings.MEDIA_ROOT, "EMAIL_URL": "dummymail://"}
    naskah = Naskah.objects.filter(usulan__usulan__in=usulan)
    with jam() as cetak:
        pekerja = luncurkan(perintah, catatan=catatan, env=lingkungan, cwd=AKAR)
        try:
            if not tunggu_nyala(pekerja, lambda: "ready." in ekor(catatan, 200), batas=60):
                raise SystemExit(ekor(catatan, 30))
            _tunggu(lambda: naskah.filter(tahap="tercetak").count() == len(usulan), "cetak")
            cetak.memori = _memori(pekerja)
        except BaseException:
            hentikan(pekerja)
            raise
    try:
        with jam() as tanda:
            _tandatangani(usulan, kaban)
        akhir = _memori(pekerja)
    finally:
        hentikan(pekerja)
    n = len(usulan)
    sah = naskah.filter(tahap="ditandatangani").count()
    gaji = RiwayatGaji.objects.filter(naskah_pegawai__naskah__in=naskah).count()
    papan.catat(f"{n} surat dicetak pekerja (2 proses, sejak menyala)", jumlah, cetak.detik, "s", n * 0.6,
                f"{cetak.detik * 1000 / n:.0f} ms each")  # fmt: skip
    papan.catat(f"{n} surat ditandatangani dan berlaku", jumlah, tanda.detik, "s", n * 0.3,
                f"{tanda.detik * 1000 / n:.0f} ms each; {sah} sah, {gaji} baris gaji")  # fmt: skip
    papan.catat("memori proses pekerja terbesar", jumlah, akhir, "MB", max(cetak.memori * 1.2, 250),
                f"{cetak.memori:.0f} MB after printing")  # fmt: skip
    papan.catat("surat yang tidak sah atau dua kali berakibat", jumlah, abs(n - sah) + abs(n - gaji), "", 0)


def _tandatangani(usulan, kaban):
    """The official signs what waits for him, as many at once as his inbox lets him."""
    kini = timezone.now()
    akun = Pengguna.objects.get(pk=kaban.pk)
    oleh = Pelaku(akun, hitung_hak(akun, per=timezone.localdate(kini), acuan=acuan_kini()), "127.0.0.1", kini)
    semua = Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").in_bulk(usulan)
    urut = [semua[pk] for pk in usulan]
    for awal in range(0, len(urut), SEKALI):
        pilihan = [(u, u.versi_baris) for u in urut[awal : awal + SEKALI]]
        _, gagal = tanda_tangan.minta(pilihan, oleh=oleh, sandi=tte.SANDI_UJI)
        if gagal:
            raise SystemExit(f"Tidak dapat ditandatangani: {gagal[:3]}")
    _tunggu(lambda: not BatchTte.objects.exclude(status="selesai").exists(), "tanda tangan")


def _tunggu(syarat, apa):
    akhir = time.monotonic() + BATAS
    while not syarat():
        if time.monotonic() > akhir:
            raise SystemExit(f"{apa} tidak selesai dalam {BATAS} detik.")
        time.sleep(0.2)


def _memori(pekerja):
    """Resident memory of the largest process of the worker, MB."""
    anak = Path(f"/proc/{pekerja.pid}/task/{pekerja.pid}/children").read_text().split()
    return max(
        int(Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0]) / 1024
        for pid in [str(pekerja.pid), *anak]
    )
