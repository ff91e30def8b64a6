"""Nothing is lost: workers killed by their pid, an emptied or absent Valkey, a full disk, PostgreSQL falling in the middle.

After each fault and a restart: every SK exists exactly once, its file is the one its row names, numbers have no gap,
effects and notices came once. Time that must pass before a sweep acts is passed by setting the rows back.
"""

import os
import resource
import shutil
import signal
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from email import message_from_string, policy
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Jejak, Naskah, Pemberitahuan, RiwayatPendidikan
from kepegawaian.tasks import sapu_kiriman
from layanan import alur, katalog, tanda_tangan, tasks
from layanan.models import BatchTte, Berkas, NomorTerpakai, PermintaanTte, RegisterNomor, Usulan
from tests.layanan.conftest import LayananUji, pdf
from tests.layanan.test_alur import segar
from tests.layanan.ttd import SANDI
from tests.pabrik import buat_akun, buat_pegawai, masuk
from tests.tahan.dunia import Dunia, sidik, tunggu

BANYAK = 4
TEMPAT_UJI = Path(os.environ["TEMPAT_UJI"])


@pytest.fixture(scope="module")
def dunia(django_db_setup, django_db_blocker):
    folder = TEMPAT_UJI / "tahan" / os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    shutil.rmtree(folder, ignore_errors=True)
    with django_db_blocker.unblock(), Dunia(folder).hidup() as d:
        yield d


@pytest.fixture(autouse=True)
def sesudahnya(dunia):
    """Whatever a test broke: at its end no worker is left, and every SK of the whole world is whole."""
    yield
    dunia.bunuh_semua()
    periksa_semua(dunia)


# ── the play ─────────────────────────────────────────────────────────────────────────────────────────


def diajukan(dunia, banyak=BANYAK):
    """Usulan of new people with an account and an address, waiting for their number."""
    hasil = []
    for nomor in range(banyak):
        p = buat_pegawai(nama=f"PEGAWAI {nomor}", unit="DISDIK", golongan="II/d")
        p.email = f"{p.nip}@contoh.test"
        p.save(update_fields=["email"])
        buat_akun(p)
        u = alur.buat_draf(katalog.ambil("uji-tte"), segar_pegawai(p), oleh=dunia.orang.oleh("citra"))
        hasil.append(alur.ajukan(u, oleh=dunia.orang.oleh("citra"), versi=u.versi_baris))
    return hasil


def segar_pegawai(p):
    return type(p).objects.select_related("kini").get(pk=p.pk)


def ditetapkan(dunia, banyak=BANYAK):
    """… with their number, printing queued."""
    return [tetapkan(dunia, u) for u in diajukan(dunia, banyak)]


def tetapkan(dunia, u):
    alur.tetapkan(segar(u), oleh=dunia.orang.oleh("citra"), versi=u.versi_baris)
    return segar(u)


def tercetak(dunia, banyak=BANYAK):
    """… and printed by a worker of its own, which is stopped again in order."""
    usulan = ditetapkan(dunia, banyak)
    pekerja = dunia.nyalakan_pekerja()
    tunggu_cetak(usulan)
    dunia.bunuh(pekerja)
    return [segar(u) for u in usulan]


def naskah(usulan):
    return Naskah.objects.filter(usulan__usulan__in=[u.pk for u in usulan])


def tunggu_cetak(usulan):
    tunggu(lambda: naskah(usulan).filter(tahap="tercetak").count() == len(usulan), "semua tercetak")


def minta(dunia, usulan):
    batch, gagal = tanda_tangan.minta(
        [(u, u.versi_baris) for u in usulan], oleh=dunia.orang.oleh("dewi", timezone.now()), sandi=SANDI
    )
    assert gagal == []
    return batch


def status(batch):
    batch.refresh_from_db()
    return batch.status


def sapu(batch=None):
    """Minutes later (their numbers are of the second of November) the timetable sends its sweeps to a worker."""
    tasks.sapu_antrean_cetak.delay()
    if batch:
        BatchTte.objects.filter(pk=batch.pk).update(diantre_pada=timezone.now() - 2 * tanda_tangan.TERTINGGAL)
        tasks.sapu_tanda_tangan.delay()


def lanjutkan(dunia, batch):
    """The batch asks its official for the passphrase, he types it again, and it ends."""
    tunggu(lambda: status(batch) == "menunggu_sandi", "batch meminta kata sandi")
    tanda_tangan.mulai_lagi(batch, oleh=dunia.orang.oleh("dewi", timezone.now()), sandi=SANDI)
    tunggu(lambda: status(batch) == "selesai", "batch selesai")


# ── what must hold after any fault ───────────────────────────────────────────────────────────────────


def periksa_semua(dunia):
    """Numbers without gap or double, one file for one row, one print, one effect and one notice each."""
    connection.close()
    urut = list(NomorTerpakai.objects.filter(register__klasifikasi="TTE").values_list("urut", flat=True))
    assert sorted(urut) == list(range(1, len(urut) + 1))
    assert list(RegisterNomor.objects.filter(klasifikasi="TTE").values_list("terakhir", flat=True)) in (
        [],
        [len(urut)],
    )
    semua = list(Naskah.objects.filter(asal="register"))
    assert len(semua) == len(urut) == len({n.nomor for n in semua})
    assert max(Counter(naskah(Usulan.objects.all()).values_list("usulan__usulan", flat=True)).values(), default=1) == 1
    sekali("naskah_tetapkan", {n.pk for n in semua})
    cetak = {n.berkas_cetak.name: n for n in semua if n.berkas_cetak}
    assert {n.pk for n in cetak.values()} == {n.pk for n in semua if n.tahap not in ("menunggu_cetak", "gagal_cetak")}
    sekali("naskah_cetak", {n.pk for n in cetak.values()})
    ada = {p.relative_to(dunia.dokumen).as_posix() for p in (dunia.dokumen / "naskah").rglob("*") if p.is_file()}
    belum = {n.pk for n in semua if not n.berkas_cetak}
    assert {nama for nama in ada if int(Path(nama).name.split("-")[0]) not in belum} == set(cetak)
    for nama, n in cetak.items():
        assert sidik(dunia.dokumen / nama) == n.hash_cetak
    periksa_sah(dunia, [n for n in semua if n.tahap == "ditandatangani"])


def periksa_sah(dunia, sah):
    sekali("naskah_sah", {n.pk for n in sah})
    sekali("naskah_terap", {n.pk for n in sah})
    orang = [np.pegawai_id for n in sah for np in n.isi.all()]
    assert sorted(RiwayatPendidikan.objects.values_list("pegawai_id", flat=True)) == sorted(orang)
    for n in sah:
        assert sidik(dunia.dokumen / n.berkas_sah.name) == n.hash_sah
        asli = (dunia.dokumen / n.berkas_cetak.name).read_bytes()
        assert (dunia.dokumen / n.berkas_sah.name).read_bytes().startswith(asli)
        assert Pemberitahuan.objects.filter(kunci=f"sah:{n.pk}", pengguna__pegawai_id__in=orang).count() == 1
    assert PermintaanTte.objects.filter(status="selesai").count() == len(sah)


def sekali(aksi, kunci):
    """Exactly one Jejak of that act for each naskah, and for no other."""
    assert Counter(Jejak.objects.filter(aksi=aksi).values_list("objek_id", flat=True)) == Counter(kunci)


def surat_terbit(dunia):
    """How often each address was told by e-mail that its naskah stands; one file holds all a connection sent."""
    surat = [
        message_from_string(satu.strip(), policy=policy.default)
        for berkas_surat in dunia.surel.iterdir()
        for satu in berkas_surat.read_text().split("-" * 79)
        if satu.strip()
    ]
    return Counter(s["To"] for s in surat if "sudah terbit" in s["Subject"])


def alamat(usulan):
    return {f"{u.pegawai.nip}@contoh.test": 1 for u in usulan}


# ── killed workers ───────────────────────────────────────────────────────────────────────────────────


def test_pekerja_dibunuh_sesudah_menulis_cetakan_sebelum_barisnya(dunia):
    usulan = ditetapkan(dunia)
    with dunia.gerbang("cetak") as gerbang:
        pekerja = dunia.nyalakan_pekerja()
        gerbang.tunggu(2)
        dunia.bunuh(pekerja)
    sisa = naskah(usulan).exclude(tahap="tercetak").count()
    assert sisa >= BANYAK - 2
    dunia.nyalakan_pekerja()
    sapu()
    tunggu_cetak(usulan)


def test_satu_proses_pekerja_dibunuh_di_tengah_pekerjaannya_diulang_tanpa_menunggu(dunia):
    """As the kernel does when memory runs out: the worker itself lives, and hands the task to the next process."""
    usulan = ditetapkan(dunia, 2)
    with dunia.gerbang("cetak") as gerbang:
        pekerja = dunia.nyalakan_pekerja()
        gerbang.tunggu(2)
        for pid in dunia.anak(pekerja):
            os.kill(pid, signal.SIGKILL)
        gerbang.putus()
    tunggu_cetak(usulan)
    assert pekerja.poll() is None


@pytest.mark.parametrize(
    ("titik", "putus"),
    [("sidik", False), ("sidik", True), ("akibat", True)],
    ids=["berkas ditulis dan tercatat", "berkas ditulis tidak tercatat", "akibat belum disahkan"],
)
def test_pekerja_dibunuh_ketika_menandatangani(dunia, titik, putus):
    usulan = tercetak(dunia)
    batch = minta(dunia, usulan)
    with dunia.gerbang(titik) as gerbang:
        pekerja = dunia.nyalakan_pekerja()
        gerbang.tunggu(1)
        dunia.bunuh(pekerja)
        if putus:
            gerbang.putus()
    assert not naskah(usulan).filter(tahap="ditandatangani").exists()
    assert status(batch) == "berjalan"
    dunia.nyalakan_pekerja()
    sapu(batch)
    lanjutkan(dunia, batch)
    assert naskah(usulan).filter(tahap="ditandatangani", status="berlaku").count() == BANYAK
    sapu_kiriman.delay()
    tunggu(lambda: alamat(usulan).items() <= surat_terbit(dunia).items(), "surel satu kali kepada tiap orang")


# ── Valkey ───────────────────────────────────────────────────────────────────────────────────────────


def test_valkey_dikosongkan_selagi_cetak_dan_tanda_tangan_antre(dunia):
    siap = tercetak(dunia, 2)
    belum = ditetapkan(dunia, 2)
    batch = minta(dunia, siap)
    assert kirim_valkey(dunia, "DBSIZE") > 0
    kirim_valkey(dunia, "FLUSHALL")
    dunia.nyalakan_pekerja()
    sapu(batch)
    tunggu_cetak(belum)
    lanjutkan(dunia, batch)
    assert naskah(siap).filter(tahap="ditandatangani").count() == 2


def test_sandi_diketik_lagi_selagi_penyapu_belum_melepas_batch_tetap_dikerjakan(dunia):
    """The sweep lets the batch be seen before it lets go of it: an official who is quick must not wait for the next one."""
    usulan = tercetak(dunia, 1)
    batch = minta(dunia, usulan)
    kirim_valkey(dunia, "FLUSHALL")
    dunia.nyalakan_pekerja()
    sapu(batch)
    tunggu(lambda: status(batch) == "menunggu_sandi", "batch meminta kata sandi")
    with dunia.pegang_batch(batch):
        tanda_tangan.mulai_lagi(batch, oleh=dunia.orang.oleh("dewi", timezone.now()), sandi=SANDI)
        tunggu(lambda: "Retry in 2s" in dunia.catatan_pekerja(), "pekerja menunggu yang memegang batch")
        assert status(batch) == "antre"
    tunggu(lambda: status(batch) == "selesai", "batch selesai")


def kirim_valkey(dunia, *perintah):
    import redis  # noqa: PLC0415 - only here

    with redis.Redis.from_url(dunia.valkey.url) as koneksi:
        return koneksi.execute_command(*perintah)


def test_valkey_padam_selagi_nomor_terbit_lalu_menyala_pekerja_menyambung_sendiri(dunia):
    pekerja = dunia.nyalakan_pekerja()
    usulan = diajukan(dunia, 2)
    dunia.valkey.padamkan()
    usulan = [tetapkan(dunia, u) for u in usulan]
    assert {u.langkah_kini.kode for u in usulan} == {"tanda_tangan"}
    assert naskah(usulan).filter(tahap="menunggu_cetak").count() == 2
    dunia.valkey.nyalakan()
    sapu()
    tunggu_cetak(usulan)
    assert pekerja.poll() is None


# ── a full disk ──────────────────────────────────────────────────────────────────────────────────────


def test_disk_penuh_ketika_mencetak_dan_ketika_menandatangani(dunia):
    siap = tercetak(dunia, 2)
    belum = ditetapkan(dunia, 2)
    sebelum = berkas(dunia)
    penuh = dunia.nyalakan_pekerja(blok=40)
    batch = minta(dunia, siap)
    tunggu(lambda: status(batch) == "menunggu_sandi", "batch berhenti karena disk penuh")
    assert "Penyimpanan dokumen penuh" in batch.galat
    dunia.bunuh(penuh)
    assert berkas(dunia) == sebelum
    assert naskah(belum).filter(tahap="menunggu_cetak", berkas_cetak="").count() == 2
    assert not naskah(siap).filter(tahap="ditandatangani").exists()
    dunia.nyalakan_pekerja()
    sapu()
    tunggu_cetak(belum)
    lanjutkan(dunia, batch)


def berkas(dunia):
    return {p for p in dunia.dokumen.rglob("*") if p.is_file()}


def test_disk_penuh_ketika_mengunggah_satu_halaman_507_dan_tidak_ada_yang_berubah(dunia):
    katalog.daftarkan(LayananUji)
    lama, tanda = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        u = alur.buat_draf(
            katalog.ambil("uji-mesin"), segar_pegawai(dunia.orang.ani), oleh=dunia.orang.oleh("budi", timezone.now())
        )
        klien, sebelum = masuk(Client(), dunia.orang.akun_budi), berkas(dunia)
        alamat_unggah = reverse("layanan:berkas_create", args=[u.nomor, "surat_pengantar"])
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, lama[1]))
        jawab = klien.post(alamat_unggah, {"versi": u.versi_baris, "berkas": pdf()})
        resource.setrlimit(resource.RLIMIT_FSIZE, lama)
        assert jawab.status_code == 507, jawab.content.decode()
        assert "penuh" in jawab.content.decode()
        assert (segar(u).versi_baris, Berkas.objects.filter(usulan=u).count()) == (u.versi_baris, 0)
        assert berkas(dunia) == sebelum
        assert klien.post(alamat_unggah, {"versi": u.versi_baris, "berkas": pdf()}).status_code == 302
        assert Berkas.objects.filter(usulan=u).count() == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, lama)
        signal.signal(signal.SIGXFSZ, tanda)
        katalog._daftar.pop("uji-mesin")


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────────


def test_postgresql_jatuh_di_tengah_cetak_tanda_tangan_dan_penetapan(dunia):
    siap = tercetak(dunia, 2)
    belum, menunggu = ditetapkan(dunia, 1), diajukan(dunia, 3)
    batch = minta(dunia, siap)

    def satu(u):
        try:
            tetapkan(dunia, u)
        except DatabaseError:
            return "jatuh"
        finally:
            connection.close()
        return "terbit"

    with dunia.gerbang("cetak") as gerbang, dunia.gerbang("akibat"), ThreadPoolExecutor(3) as kolam:
        pekerja = dunia.nyalakan_pekerja()
        gerbang.tunggu(2)  # one worker prints, the other one signs
        with dunia.kunci_register("TTE") as banyak_menunggu:
            janji = [kolam.submit(satu, u) for u in menunggu]
            tunggu(lambda: banyak_menunggu() == 3, "tiga penetapan berdiri di depan register")
            dunia.jatuhkan_postgres()
        assert [j.result(30) for j in janji] == ["jatuh"] * 3
    assert naskah(menunggu).count() == 0
    assert not naskah(belum).filter(tahap="tercetak").exists()
    assert not naskah(siap).filter(tahap="ditandatangani").exists()
    for u in menunggu:
        tetapkan(dunia, u)
    sapu(batch)
    tunggu_cetak([*belum, *menunggu])
    lanjutkan(dunia, batch)
    assert pekerja.poll() is None
