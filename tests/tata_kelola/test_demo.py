"""Data contoh: one small regency is played once, really committed; each promise of the demo is asked of what stands."""

import time
from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone

from kepegawaian import akses, faktor
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Halangan, Jabatan, NaskahPegawai, Pengguna, RiwayatJabatan
from layanan import pengantar
from layanan.models import BatchTte, NomorTerpakai, PengaturanLangkah, RegisterNomor, Usulan
from tata_kelola.demo.orang import RAHASIA_CONTOH
from tata_kelola.demo.panggung import bersama
from tests import panggung_demo
from tests.pabrik import masuk

DARI_DEMO = True


@pytest.fixture(scope="module")
def demo(basis_e2e):
    """({role of the printed list: account}, lines reported)."""
    kisah = panggung_demo.kisah()
    print(*kisah.laporan, sep="\n")  # seconds per part, shown by pytest -s and when a promise is broken
    return {peran: Pengguna.objects.get(nama_pengguna=nama) for peran, nama in kisah.akun.items()}, kisah.laporan


@pytest.fixture
def akun(demo):
    """{role: account}."""
    return demo[0]


@pytest.fixture
def hari_ini():
    """Today in Lamongan."""
    return timezone.localdate()


def hak(pengguna):
    """What the account may do now."""
    return hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan_kini())


def menunggu_di(pengguna):
    """Usulan that wait for the account."""
    return Usulan.objects.filter(hak(pengguna).saring_menunggu("langkah_kini__"), langkah_kini__isnull=False)


def test_tiap_bagian_menyebut_detiknya(demo):
    berhenti = [baris for baris in demo[1] if "berhenti di tengah" in baris]
    assert all("detik)" in baris for baris in demo[1] if baris not in berhenti)
    assert len(berhenti) <= 2, berhenti  # of a hundred and more plays, chosen apart from each other
    assert {"usulan kenaikan pangkat", "tanda tangan elektronik sekaligus"} <= {
        b.strip().split(" (")[0] for b in demo[1]
    }


def test_kepala_bkd_sudah_menandatangani_satu_batch_dan_masih_ada_yang_menunggu(akun):
    batch = BatchTte.objects.get()
    assert (batch.oleh, batch.status) == (akun["Kepala BKD"], "selesai")
    assert 2 <= batch.permintaan.count() <= 3
    assert set(batch.permintaan.values_list("status", "naskah__tahap", "naskah__cara_tanda_tangan")) == {
        ("selesai", "ditandatangani", "lokal")
    }
    assert menunggu_di(akun["Kepala BKD"]).filter(langkah_kini__aksi="tanda_tangan").exists()
    halaman = masuk(Client(), akun["Kepala BKD"]).get("/tanda-tangan/").content.decode()
    assert f"/tanda-tangan/{batch.pk}/" in halaman


def test_plt_sudah_menandatangani_satu_surat_dan_punya_yang_menunggu(akun, hari_ini):
    plt = akun["Plt. kepala OPD yang kosong"]
    (kantor,) = [k for k in hak(plt).kantor if k.sifat == "PLT"]
    assert [p.sifat for p in akses.pemangku(hari_ini, [kantor.jabatan_id])[kantor.jabatan_id]] == ["PLT"]
    assert menunggu_di(plt).filter(langkah_kini__jabatan_id=kantor.jabatan_id).exists()
    surat = NaskahPegawai.objects.filter(
        naskah__tahap="ditandatangani", naskah__penetap=f"Plt. {kantor.nama}", data__layanan="kgb"
    )
    assert surat.exists()
    riwayat = RiwayatJabatan.objects.get(pegawai=plt.pegawai, penugasan="PLT", jabatan_id=kantor.jabatan_id)
    assert riwayat.batch_id, "riwayat Plt. datang dari berkas impor"


def test_plh_memegang_meja_kepala_yang_berhalangan(akun, hari_ini):
    plh = akun["Plh. kepala OPD yang sedang cuti"]
    (kantor,) = [k for k in hak(plh).kantor if k.sifat == "PLH"]
    definitif, pengganti = akses.pemangku(hari_ini, [kantor.jabatan_id])[kantor.jabatan_id]
    assert (definitif.sifat, pengganti.pegawai_id) == ("D", plh.pegawai_id)
    assert Halangan.objects.filter(pegawai_id=definitif.pegawai_id, sejak__lte=hari_ini, sampai__gte=hari_ini).exists()
    assert menunggu_di(plh).filter(langkah_kini__jabatan_id=kantor.jabatan_id).exists()


def test_ketidakhadiran_yang_berjalan_tanpa_plh_dan_yang_akan_datang(demo, hari_ini):
    assert sorted(Halangan.objects.values_list("sebab", flat=True)) == ["cuti", "dinas_luar", "sakit"]
    sakit, nanti = Halangan.objects.get(sebab="sakit"), Halangan.objects.get(sebab="dinas_luar")
    assert nanti.sejak == hari_ini + timedelta(days=7)
    kantor = Jabatan.objects.get(kepala_unit=True, pk__in=hak(Pengguna.objects.get(pegawai=sakit.pegawai)).jabatan_ids)
    assert not Usulan.objects.filter(langkah_kini__jabatan=kantor).exists(), "yang menunggunya naik"


def test_operator_dinas_pendidikan_melihat_surat_pengantar_dengan_beberapa_usulan(akun):
    operator = akun["Operator Dinas Pendidikan"]
    surat = pengantar.surat_terlihat(hak(operator)).filter(banyak__gte=2).get()
    assert surat.dibuat_oleh == operator
    halaman = masuk(Client(), operator).get(f"/surat-pengantar/{surat.pk}/").content.decode()
    assert all(u.nomor in halaman for u in Usulan.objects.filter(pengantar=surat))
    assert pengantar.draf_siap(hak(operator)).count() >= 2, "draf yang dapat dikirimnya sendiri"


def test_satu_sk_kolektif_ditandatangani_dan_satu_menunggu(demo):
    kolektif = [
        n.naskah
        for n in NomorTerpakai.objects.filter(naskah__data__kolektif=True, register__klasifikasi="823").select_related(
            "naskah"
        )
    ]
    assert sorted(n.tahap for n in kolektif) == ["ditandatangani", "tercetak"]
    for n in kolektif:
        assert n.isi.count() >= 2
        assert all(np.berkas_petikan for np in n.isi.all())


def test_setelan_langkah_berlaku_hari_ini(demo, hari_ini):
    baris = PengaturanLangkah.objects.get()
    assert (baris.layanan, baris.langkah, baris.berlaku_sejak) == ("kp-reguler", "periksa_kabid", hari_ini)


def test_nomor_register_maju_bersama_tanggalnya(demo):
    assert {"822", "823"} < set(RegisterNomor.objects.values_list("klasifikasi", flat=True))
    for register in RegisterNomor.objects.all():
        baris = list(register.nomor.order_by("urut").values_list("diambil_pada", "naskah__tanggal", "nomor"))
        assert len(baris) >= (4 if register.klasifikasi in ("822", "823") else 1)
        for (pada, tanggal, _), (berikut, sesudah, nomor) in pairwise(baris):
            assert pada <= berikut, nomor
            assert tanggal is None or sesudah is None or tanggal <= sesudah, nomor


@pytest.mark.parametrize("slug", ["penugasan-luar", "spmj", "penempatan"])
def test_layanan_mutasi_tampil_pada_tiap_status(demo, slug):
    assert set(Usulan.objects.filter(layanan=slug).values_list("status", flat=True)) == set(dict(Usulan.STATUS))


@pytest.mark.parametrize(
    "slug", ["kp-anumerta", "kp-ijazah", "kp-penemuan", "kp-prestasi", "kp-tugas-belajar", "pmk", "pencantuman-gelar"]
)
def test_jenis_kenaikan_pangkat_yang_jarang_ada_yang_selesai_dan_yang_berjalan(demo, slug):
    status = list(Usulan.objects.filter(layanan=slug).values_list("status", flat=True))
    assert "selesai" in status, status
    assert set(status) - {"selesai"}, status


def test_penolakan_menyebut_pasal_perbuatannya(demo):
    ditolak = dict(
        Usulan.objects.filter(status="ditolak", layanan__endswith="-naskah").values_list("layanan", "pasal_tolak")
    )
    assert ditolak == {
        "perubahan-naskah": "UU 30/2014 Pasal 63 ayat (1)",
        "pencabutan-naskah": "UU 30/2014 Pasal 64 ayat (1)",
        "pembatalan-naskah": "UU 30/2014 Pasal 66 ayat (1)",
    }


def test_lakon_bersama_memainkan_yang_paling_awal_dahulu():
    urutan = []

    def lakon(nama, *saat):
        for pada in saat:
            yield pada
            urutan.append((pada, nama))
        return nama

    assert bersama([lakon("a", 1, 4, 9), lakon("b", 2, 3), lakon("c")]) == ["a", "b", "c"]
    assert urutan == [(1, "a"), (2, "b"), (3, "b"), (4, "a"), (9, "a")]


def test_satu_akun_contoh_memakai_langkah_kedua_dan_tidak_seorang_pun_diwajibkan(akun):
    cadangan = akun["Admin cadangan, dengan langkah kedua"]
    assert faktor.periksa(cadangan, faktor.kode_pada(RAHASIA_CONTOH, int(time.time()) // faktor.PERIODE))
    assert [nama for nama, a in akun.items() if faktor.terpasang(a)] == ["Admin cadangan, dengan langkah kedua"]
    assert not any(faktor.diwajibkan(hak(a), acuan_kini()) for a in akun.values())
