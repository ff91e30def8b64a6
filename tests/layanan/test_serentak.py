"""Serentak: dua orang, dua tombol, dua pekerja pada saat yang sama, dengan sambungan database sungguhan.

``serentak`` holds the row they all want, waits until every one of them stands before it, and lets go: they do meet.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bkd_portal.celery import app
from bkd_portal.lokal.tempat import ganti_basis
from kepegawaian import impor, jejak
from kepegawaian.models import BatchImpor, Jejak, Naskah, Pegawai
from kepegawaian.models.riwayat import RiwayatPendidikan
from layanan import alur, naskah, tasks
from layanan.galat import DitolakAlur, FormulirBasi
from layanan.models import LangkahUsulan, NomorTerpakai, RegisterNomor, Usulan
from tests.kepegawaian.impor.conftest import baca, orang as baris_orang, siasn
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import ajukan, maju, sampai_pertek, sampai_tanda_tangan, segar
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db(transaction=True)
AKAR = Path(__file__).resolve().parents[2]


def tunggu(syarat, apa, batas=60):
    """Waits until ``syarat()`` holds; fails with a sentence when it never does."""
    akhir = time.monotonic() + batas
    while not syarat():
        assert time.monotonic() < akhir, f"tidak pernah terjadi: {apa}"
        time.sleep(0.02)


def menunggu_kunci():
    """How many sessions of this database stand before a lock."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees its first answer for ever
        kursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return kursor.fetchone()[0]


def serentak(tahan, *perbuatan):
    """Runs all acts at once while ``tahan()`` locks what they want; returns results and refusals, in order."""

    def satu(act):
        try:
            return act()
        except DitolakAlur as galat:
            return galat
        finally:
            connection.close()

    with ThreadPoolExecutor(len(perbuatan)) as kolam:
        with transaction.atomic():
            tahan()
            janji = [kolam.submit(satu, act) for act in perbuatan]
            tunggu(lambda: menunggu_kunci() == len(perbuatan), f"{len(perbuatan)} sesi bertemu")
        return [j.result() for j in janji]


def kunci_usulan(usulan):
    return lambda: Usulan.objects.select_for_update().get(pk=usulan.pk)


def ditolak(hasil):
    return [h for h in hasil if isinstance(h, DitolakAlur)]


def jejak_usulan(usulan, *aksi):
    return Jejak.objects.filter(objek="usulan", objek_id=usulan.pk, aksi__in=aksi)


# ── decisions ────────────────────────────────────────────────────────────────────────────────────────

AKHIR = ("usulan_setujui", "usulan_kembalikan", "usulan_batalkan", "usulan_tolak")


@pytest.mark.parametrize("lawan", ["setujui", "kembalikan", "batalkan"])
def test_dua_orang_memutus_bersamaan_meninggalkan_satu_keputusan(layanan_uji, orang, lawan):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    sebelum = jejak_usulan(u, *AKHIR).count()
    isi = {"versi": u.versi_baris}
    kedua = {
        "setujui": lambda: alur.setujui(segar(u), oleh=orang.oleh("cici"), **isi),
        "kembalikan": lambda: alur.kembalikan(segar(u), oleh=orang.oleh("cici"), alasan="Lengkapi.", **isi),
        "batalkan": lambda: alur.batalkan(segar(u), oleh=orang.oleh("budi"), alasan="Keliru.", **isi),
    }[lawan]
    hasil = serentak(kunci_usulan(u), lambda: alur.setujui(segar(u), oleh=orang.oleh("citra"), **isi), kedua)
    assert [type(g) for g in ditolak(hasil)] == [FormulirBasi]
    akhir = segar(u)
    assert akhir.versi_baris == u.versi_baris + 1
    assert jejak_usulan(u, *AKHIR).count() == sebelum + 1
    langkah = LangkahUsulan.objects.get(usulan=u, kode="verifikasi_bkd")
    keadaan = {"setujui": "selesai", "kembalikan": "dikembalikan", "batalkan": "dibatalkan"}
    pemenang = "setujui" if not isinstance(hasil[0], DitolakAlur) else lawan
    assert langkah.keadaan == keadaan[pemenang]
    assert u.langkah.filter(keadaan="menunggu").count() == (1 if pemenang == "setujui" else 0)
    assert u.langkah.count() == (3 if pemenang == "setujui" else 2)


def test_dua_tombol_di_dua_peramban_satu_berhasil_satu_diberi_tahu_dengan_sopan(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    url = reverse("layanan:usulan_setujui", args=[u.nomor])

    def tekan(nama):
        klien = masuk(Client(), getattr(orang, f"akun_{nama}"))
        return lambda: klien.post(url, {"versi": u.versi_baris}, follow=True).content.decode()

    halaman = serentak(kunci_usulan(u), tekan("citra"), tekan("cici"))
    assert sorted("Langkah selesai." in h for h in halaman) == [False, True]
    assert sorted("sudah berubah sejak halaman Anda dibuka" in h for h in halaman) == [False, True]
    assert segar(u).langkah_kini.kode == "periksa_kabid"


def test_draf_yang_diajukan_dua_kali_masuk_satu_langkah(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    alur.kembalikan(segar(u), oleh=orang.oleh("kadis"), versi=u.versi_baris, alasan="Ganti.")
    u = segar(u)
    act = [lambda n=n: alur.ajukan(segar(u), oleh=orang.oleh(n), versi=u.versi_baris) for n in ("budi", "budi", "ani")]
    hasil = serentak(kunci_usulan(u), *act)
    assert [type(g) for g in ditolak(hasil)] == [FormulirBasi, FormulirBasi]
    assert u.langkah.filter(keadaan="menunggu").count() == 1
    assert u.langkah.filter(kode="verifikasi_opd").count() == 2
    assert jejak_usulan(u, "usulan_ajukan").count() == 2


def test_dua_draf_layanan_yang_sama_bagi_satu_orang_menjadi_satu(layanan_uji, orang):
    def buat(nama):
        satu = Pegawai.objects.select_related("kini").get(pk=orang.ani.pk)
        return lambda: alur.buat_draf(layanan_uji, satu, oleh=orang.oleh(nama))

    hasil = serentak(lambda: Pegawai.objects.select_for_update().get(pk=orang.ani.pk), buat("ani"), buat("budi"))
    assert len(ditolak(hasil)) == 1
    assert Usulan.objects.get().nomor in str(ditolak(hasil)[0])


def test_naskah_yang_disahkan_dua_kali_berakibat_satu_kali(layanan_uji, orang):
    u = sampai_tanda_tangan(layanan_uji, orang)

    def sahkan():
        return alur.sahkan(segar(u), oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())

    hasil = serentak(kunci_usulan(u), sahkan, sahkan)
    assert len(ditolak(hasil)) == 1
    assert RiwayatPendidikan.objects.filter(pegawai=orang.ani).count() == 1
    assert Jejak.objects.filter(aksi="naskah_sah").count() == 1


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────


def test_nomor_register_tanpa_lubang_dari_delapan_pejabat_sekaligus(layanan_uji, orang):
    usulan = []
    for nomor in range(8):
        pegawai = buat_pegawai(nama=f"PEGAWAI {nomor}", unit="DISDIK")
        nama = f"orang{nomor}"
        setattr(orang, nama, pegawai)
        setattr(orang, f"akun_{nama}", buat_akun(pegawai))
        u = maju(ajukan(layanan_uji, orang, pegawai=nama), orang, "kadis", "citra", "kabid", "dewi")
        data = {"nomor_pertek": "PT-1", "hasil": "ms"}
        usulan.append(alur.rekam(u, data, oleh=orang.oleh("citra"), versi=u.versi_baris))
    act = [lambda u=u: alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris) for u in usulan]
    hasil = serentak(lambda: RegisterNomor.objects.create(klasifikasi="UJI", tahun=2026), *act)
    assert ditolak(hasil) == []
    assert sorted(NomorTerpakai.objects.values_list("urut", flat=True)) == list(range(1, 9))
    assert sorted(Naskah.objects.values_list("nomor", flat=True)) == sorted(f"UJI/{n}/2026" for n in range(1, 9))
    assert RegisterNomor.objects.get().terakhir == 8


def test_perbuatan_yang_gagal_mengembalikan_nomornya(layanan_uji, orang):
    register = RegisterNomor.objects.create(klasifikasi="UJI", tahun=2026)

    def ambil(gagal):
        with jejak.sebagai(None):
            _, urut, _ = naskah.ambil_nomor("UJI", "{urut}", 2026)
            if gagal:
                raise DitolakAlur("berhenti sesudah nomor diambil")
        return urut

    act = [lambda g=g: ambil(g) for g in (False, True) * 4]
    hasil = serentak(lambda: RegisterNomor.objects.select_for_update().get(pk=register.pk), *act)
    assert sorted(h for h in hasil if isinstance(h, int)) == [1, 2, 3, 4]
    register.refresh_from_db()
    assert register.terakhir == 4


# ── import ───────────────────────────────────────────────────────────────────────────────────────────


def test_hanya_satu_batch_diterapkan_pada_satu_waktu():
    batch = [baca(siasn([baris_orang(n) for n in range(mulai, mulai + 20)])) for mulai in (1, 101, 201)]

    def terapkan(satu):
        while True:  # as the task does: it comes back while another batch is at work
            try:
                return impor.terapkan(satu.pk)
            except impor.SedangDipakai:
                time.sleep(0.01)

    with ThreadPoolExecutor(3) as kolam:
        hasil = list(kolam.map(lambda b: [terapkan(b), connection.close()][0], batch))
    assert {b.status for b in hasil} == {"diterapkan"}
    masa = sorted((b.ringkasan["mulai"], b.diterapkan_pada.isoformat()) for b in BatchImpor.objects.all())
    assert all(akhir <= mulai for (_, akhir), (mulai, _) in pairwise(masa)), masa
    assert Pegawai.objects.count() == 60


# ── printing ─────────────────────────────────────────────────────────────────────────────────────────


def ditetapkan(layanan, orang):
    """A numbered naskah that waits for its print."""
    u = sampai_pertek(layanan, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris)
    return Naskah.objects.get()


def test_dua_pekerja_mencetak_naskah_yang_sama_meninggalkan_satu_berkas(layanan_uji, orang):
    n = ditetapkan(layanan_uji, orang)
    folder = Path(settings.MEDIA_ROOT) / "naskah" / str(n.tanggal.year)
    sebelum = set(folder.glob("*"))
    program = (
        "import django; django.setup(); from layanan import naskah;"
        f" print('MENANG' if naskah.cetak({n.pk}) else 'KALAH')"
    )
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bkd_portal.settings",
        "DATABASE_URL": ganti_basis(os.environ["DATABASE_URL"], connection.settings_dict["NAME"]),
        "DOKUMEN_DIR": str(settings.MEDIA_ROOT),
    }
    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute("LOCK TABLE kepegawaian_naskah IN SHARE MODE")  # both may read and render, none may claim
        pekerja = [
            subprocess.Popen(
                [sys.executable, "-c", program], cwd=AKAR, env=lingkungan, stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        tunggu(lambda: menunggu_kunci() == 2, "dua pekerja selesai merender", batas=120)
    assert sorted(p.communicate(timeout=60)[0].strip() for p in pekerja) == ["KALAH", "MENANG"]
    n.refresh_from_db()
    baru = set(folder.glob("*")) - sebelum
    assert [b.name for b in baru] == [Path(n.berkas_cetak.name).name]
    assert (n.tahap, Jejak.objects.filter(aksi="naskah_cetak").count()) == ("tercetak", 1)


def antrean():
    """Ids of naskah the broker has for the worker; taken out by looking."""
    hasil = []
    with app.connection_for_read() as koneksi:
        antre = koneksi.SimpleQueue("celery")
        with suppress(antre.Empty):
            while True:
                pesan = antre.get(block=False)
                hasil.append((pesan.headers["task"], tuple(pesan.payload[0])))
                pesan.ack()
        antre.close()
    return [argumen[0] for tugas, argumen in hasil if tugas == "layanan.tasks.cetak_naskah"]


def menua(n):
    """As if the naskah had been waiting for three minutes."""
    Naskah.objects.filter(pk=n.pk).update(dibuat_pada=timezone.now() - timedelta(minutes=3))


def test_antrean_yang_hilang_dari_broker_disapu_kembali(layanan_uji, orang):
    antrean()
    n = ditetapkan(layanan_uji, orang)
    assert antrean() == [n.pk]  # and with that the broker is empty, as after its restart
    Naskah.objects.filter(pk=n.pk).update(dibuat_pada=timezone.now())
    tasks.sapu_antrean_cetak()
    assert antrean() == [], "yang baru saja masuk antrean tidak digandakan"
    menua(n)
    tasks.sapu_antrean_cetak()
    assert antrean() == [n.pk]
    for tahap in ("tercetak", "batal"):
        Naskah.objects.filter(pk=n.pk).update(tahap=tahap)
        tasks.sapu_antrean_cetak()
        assert antrean() == [], tahap


def test_penetapan_tetap_berhasil_ketika_broker_mati_dan_tercetak_kemudian(layanan_uji, orang, monkeypatch):
    u = sampai_pertek(layanan_uji, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    antrean()
    klien = masuk(Client(), orang.akun_citra)
    with monkeypatch.context() as tambal:
        tambal.setattr(app.conf, "broker_url", "redis://127.0.0.1:1/0")
        app._pool = None
        app.amqp._producer_pool = None
        jawab = klien.post(reverse("layanan:usulan_tetapkan", args=[u.nomor]), {"versi": u.versi_baris}, follow=True)
    app._pool = None
    app.amqp._producer_pool = None
    assert jawab.status_code == 200
    assert "Nomor terbit." in jawab.content.decode()
    n = Naskah.objects.get()
    assert n.tahap == "menunggu_cetak"
    assert antrean() == []
    menua(n)
    tasks.sapu_antrean_cetak()
    assert antrean() == [n.pk]
