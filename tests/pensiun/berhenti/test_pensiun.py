"""Pensiun BUP, APS, dan janda/duda lewat halaman: DPCP, pertek, SK, akibat pada TMT-nya, dan yang ditolak."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepegawaian import akses
from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan
from kepegawaian.models import (
    Naskah,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPangkat,
    RiwayatPemberhentian,
)
from kepegawaian.profil import profil_satu
from layanan import katalog, naskah as modul_naskah
from layanan.galat import DitolakAlur
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, jabatan_kode, masuk, tambah, unit_kode
from tests.pensiun.berhenti.conftest import KINI, TMT, buat_ani

pytestmark = pytest.mark.django_db
BUP = {"tmt": TMT.isoformat(), "pengabdian": "tidak", "alamat": "Jalan Veteran 1 Lamongan"}
PERTEK = {"hasil": "ms", "nomor_pertek": "PT-1", "tanggal_pertek": KINI.isoformat()}
SERAH = {"tanggal_serah": KINI.isoformat()}


def sampai_pertek(jalan, usulan, *, awal=("verifikasi_opd",)):
    """Through the DPCP up to the Kepala BKD."""
    for kode in (*awal, "verifikasi_bkd", "dpcp"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "dpcp_kembali", tanggal_dpcp=KINI.isoformat())
    for kode in ("periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        usulan = jalan.maju(usulan, kode)
    return usulan


def sampai_sah(jalan, usulan):
    """Pertek, number, and the signed scan."""
    usulan = jalan.maju(usulan, "pertek", **PERTEK, berkas=pdf())
    usulan = jalan.maju(usulan, "penetapan")
    return jalan.maju(usulan, "tanda_tangan")


def cetak_sungguh(usulan, **saring):
    """Really prints the newest naskah of a usulan; its frozen data."""
    sk = Naskah.objects.filter(usulan__usulan=usulan, **saring).latest("pk")
    assert modul_naskah.cetak(sk.pk) is True
    sk.refresh_from_db()
    return sk


def test_bup_dengan_pengabdian_dari_usul_sampai_penyerahan(jalan, kantor):
    usulan = jalan.ajukan("pensiun-bup", kantor.ani, BUP | {"pengabdian": "ya"})
    assert usulan.status == "diproses"
    usulan = jalan.maju(usulan, "verifikasi_opd")
    usulan = jalan.maju(usulan, "verifikasi_bkd")
    usulan = jalan.maju(usulan, "dpcp")
    dpcp = cetak_sungguh(usulan, usulan__surat=True)
    assert dpcp.perihal == "Data Perorangan Calon Penerima Pensiun"
    isi = {r["label"]: r["isi"] for r in dpcp.data["rincian"]}
    assert (isi["Masa kerja pensiun"], isi["Alamat"]) == ("30 tahun 1 bulan", "Jalan Veteran 1 Lamongan")
    assert [t["nama"] for t in dpcp.data["pasangan"]] == ["Suami Ani"]
    usulan = jalan.maju(usulan, "dpcp_kembali", tanggal_dpcp=KINI.isoformat())
    for kode in ("periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "pertek", **PERTEK, berkas=pdf())
    usulan = jalan.maju(usulan, "penetapan")
    sk = cetak_sungguh(usulan, usulan__surat=False)
    assert sk.data["tentang"] == "PEMBERHENTIAN DENGAN HORMAT PEGAWAI NEGERI SIPIL DENGAN HAK PENSIUN"
    diktum = [b["isi"] for b in sk.data["diktum"]]
    assert (
        "diberhentikan dengan hormat sebagai Pegawai Negeri Sipil karena mencapai batas usia pensiun, dengan hak"
        in diktum[0]
    )
    assert len(diktum) == 4  # each decision its own
    assert diktum[2].startswith("Kepadanya diberikan pensiun dengan masa kerja pensiun 30 tahun 1 bulan")
    assert "kenaikan pangkat pengabdian menjadi Penata Tingkat I golongan ruang III/d" in diktum[1]
    assert "Nomor PT-1" in sk.data["memperhatikan"][0]
    Naskah.objects.filter(pk=sk.pk).update(tahap="menunggu_cetak")
    usulan = jalan.maju(usulan, "tanda_tangan")
    # The rows stand, dated ahead: nobody sees them today.
    assert profil_satu(kantor.ani.pk, per=KINI).aktif is True
    henti = RiwayatPemberhentian.objects.get(pegawai=kantor.ani)
    assert (henti.tmt, henti.jenis, henti.hak_pensiun, henti.jenis_pensiun, henti.mkp_bulan, henti.nomor_pertek) == (
        TMT, "BUP", True, "2", 361, "PT-1",
    )  # fmt: skip
    pangkat = RiwayatPangkat.objects.get(pegawai=kantor.ani, jenis_kp="PGB")
    assert (pangkat.tmt, pangkat.golongan_id) == (tambah_bulan(TMT, -1), "III/d")
    assert RiwayatGaji.objects.get(pegawai=kantor.ani, jenis="KP").tmt == pangkat.tmt
    nanti = profil_satu(kantor.ani.pk, per=TMT)
    assert (nanti.kedudukan, nanti.berhenti, nanti.golongan) == ("99", True, "III/d")
    assert profil_satu(kantor.ani.pk, per=TMT - timedelta(days=1)).berhenti is False
    usulan = jalan.maju(usulan, "serahkan", **SERAH)
    assert jalan.maju(usulan, "pembaruan").status == "selesai"


def test_bup_tanpa_pengabdian_dan_kursi_kepala_menjadi_kosong(jalan, kantor):
    kepala = buat_ani(nama="Kepala Seksi", jabatan="KEPALA-DINKES-SUBBAG1", golongan="III/d")
    jabatan = jabatan_kode("KEPALA-DINKES-SUBBAG1")
    plt = tambah(kepala, "jabatan", tmt=KINI, sampai=TMT + timedelta(days=60), penugasan="PLT",
                 jabatan=jabatan_kode("KEPALA-DINKES-SUBBAG2"), unit=unit_kode("DINKES-SUBBAG2"))  # fmt: skip
    usulan = jalan.ajukan("pensiun-bup", kepala, BUP)
    sampai_sah(jalan, sampai_pertek(jalan, usulan))
    assert RiwayatPemberhentian.objects.get(pegawai=kepala).jenis_pensiun == "1"
    besok = {j: [p.pegawai_id for p in d] for j, d in akses.pemangku(TMT - timedelta(days=1), [jabatan.pk]).items()}
    assert besok == {jabatan.pk: [kepala.pk]}
    assert akses.pemangku(TMT, [jabatan.pk, plt.jabatan_id]) == {}
    baru = RiwayatJabatan.objects.get(pegawai=kepala, penugasan="PLT", dibatalkan_pada__isnull=True)
    assert (baru.tmt, baru.sampai) == (KINI, TMT - timedelta(days=1))


def test_bup_tanpa_hak_pensiun_berkedudukan_77(jalan, kantor):
    muda = buat_ani(nama="Muda Masa Kerja", angkat=tambah_bulan(TMT, -100))
    usulan = jalan.ajukan("pensiun-bup", muda, BUP)
    assert usulan.status == "draf"
    halaman = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Masa kerja pensiun 8 tahun 4 bulan; syarat minimal 10 tahun." in halaman
    assert "Diberhentikan dengan hormat tanpa hak pensiun; hak THT tetap." in halaman
    jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]),
                      {"versi": usulan.versi_baris} | BUP | {"tanpa_hak": "on"})  # fmt: skip
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]),
                      {"versi": usulan.versi_baris, "nomor": "800/1/DINKES", "tanggal": KINI.isoformat()})  # fmt: skip
    sampai_sah(jalan, sampai_pertek(jalan, jalan.segar(usulan)))
    henti = RiwayatPemberhentian.objects.get(pegawai=muda)
    assert (henti.hak_pensiun, henti.jenis_pensiun, henti.pensiun_pokok) == (False, "", None)
    assert RiwayatKedudukan.objects.get(pegawai=muda, tmt=TMT).kedudukan_id == "77"
    sk = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False)
    assert "tanpa hak pensiun" in sk.data["diktum"][0]["isi"]
    assert sk.data["manfaat"]["baris"] == []


def test_sk_presiden_bagi_ahli_utama_direkam(jalan, kantor):
    utama = buat_ani(nama="Ahli Utama", golongan="IV/e", jabatan="JF-GURU-MUDA", tahun=60)
    jabatan = jabatan_kode("JF-GURU-MUDA")
    type(jabatan).objects.filter(pk=jabatan.pk).update(jenjang="ahli_utama")
    usulan = jalan.ajukan("pensiun-bup", utama, BUP)
    assert [r["kode"] for r in usulan.rute][-4:] == ["pertek", "rekam_sk_luar", "serahkan", "pembaruan"]
    usulan = sampai_pertek(jalan, usulan)
    usulan = jalan.maju(usulan, "pertek", **PERTEK, berkas=pdf())
    usulan = jalan.maju(usulan, "rekam_sk_luar", nomor_sk="12/K/2026", tanggal_sk=KINI.isoformat(), pejabat="Presiden",
                        berkas=pdf())  # fmt: skip
    henti = RiwayatPemberhentian.objects.get(pegawai=utama)
    assert (henti.tmt, henti.nomor_sk, henti.pejabat, henti.hak_pensiun) == (TMT, "12/K/2026", "Presiden", True)


# ── atas permintaan sendiri ──────────────────────────────────────────────────────────────────────────

APS_TMT = tambah_bulan(KINI.replace(day=1), 7)
APS = {"tmt": APS_TMT.isoformat(), "alasan": "Mengurus orang tua", "perkara": "tidak", "alamat": "Jalan Veteran 1"}


@pytest.fixture
@bersama
def lima_puluh(kantor):
    """Fifty years old with twenty years of service on the TMT asked for."""
    orang = buat_ani(nama="Bima Wardana", tmt_pensiun=tambah_bulan(APS_TMT, 90), angkat=tambah_bulan(APS_TMT, -240))
    kantor.akun["bima"] = buat_akun(orang)
    return orang


def test_aps_disetujui_setelah_diminta_sendiri(jalan, lima_puluh):
    usulan = jalan.ajukan("pensiun-aps", lima_puluh, APS, oleh="bima")
    usulan = sampai_pertek(jalan, usulan)
    usulan = jalan.maju(usulan, "keputusan", hasil="setuju")
    assert usulan.langkah_kini.kode == "pertek"
    usulan = sampai_sah(jalan, usulan)
    sk = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False)
    assert "atas permintaan sendiri sebagai Pegawai Negeri Sipil, dengan hak pensiun" in sk.data["diktum"][0]["isi"]
    henti = RiwayatPemberhentian.objects.get(pegawai=lima_puluh)
    assert (henti.tmt, henti.jenis, henti.jenis_pensiun, henti.mkp_bulan) == (APS_TMT, "APS", "7", 240)


def test_aps_ditunda_paling_lama_setahun_dan_suratnya_menyebut_batas(jalan, lima_puluh):
    usulan = sampai_pertek(jalan, jalan.ajukan("pensiun-aps", lima_puluh, APS, oleh="bima"))
    masuk(jalan.client, jalan.kantor.akun["perekam"])
    for isi, kata in (
        ({"hasil": "tunda"}, "keputusan penundaan harus menyebut batasnya"),
        ({"hasil": "tunda", "tunda_sampai": (tambah_bulan(KINI, 12) + timedelta(days=1)).isoformat(),
          "alasan_tunda": "x"}, "Penundaan paling lama 12 bulan"),
    ):  # fmt: skip
        jawab = jalan.client.post(
            reverse("layanan:usulan_setujui", args=[usulan.nomor]), {"versi": usulan.versi_baris} | isi
        )
        assert jawab.status_code == 422
        assert kata in jawab.content.decode()
    batas = tambah_bulan(KINI, 12)
    usulan = jalan.maju(
        usulan, "keputusan", hasil="tunda", tunda_sampai=batas.isoformat(), alasan_tunda="Audit berjalan."
    )
    usulan = jalan.maju(usulan, "penundaan")
    surat = cetak_sungguh(usulan, usulan__surat=True, perihal__startswith="Penundaan")
    isi = {r["label"]: r["isi"] for r in surat.data["rincian"]}
    tmt = awal_bulan_berikut(batas)
    assert isi["Berhenti terhitung mulai"].endswith(str(tmt.year))
    usulan = sampai_sah(jalan, usulan)
    assert not RiwayatPemberhentian.objects.filter(pegawai=lima_puluh).exists()  # applied when it is handed over
    jalan.maju(usulan, "serahkan", **SERAH)
    henti = RiwayatPemberhentian.objects.get(pegawai=lima_puluh)
    assert (henti.tmt, RiwayatKedudukan.objects.get(pegawai=lima_puluh, kedudukan_id="99").tmt) == (tmt, tmt)


def test_aps_ditolak_bupati_menyebut_pasal(jalan, lima_puluh):
    usulan = sampai_pertek(jalan, jalan.ajukan("pensiun-aps", lima_puluh, APS, oleh="bima"))
    masuk(jalan.client, jalan.kantor.akun["perekam"])
    jalan.client.post(
        reverse("layanan:usulan_tolak", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "alasan": "Tenaganya diperlukan.", "pasal": "PerBKN 3/2020 Pasal 5"},
    )
    usulan = jalan.segar(usulan)
    assert (usulan.status, usulan.pasal_tolak) == ("ditolak", "PerBKN 3/2020 Pasal 5")


@pytest.mark.parametrize(
    ("jenis", "kolom", "kata"),
    [
        ("ikatan", {"jenis": "TUBEL", "sampai": APS_TMT}, "terikat ikatan dinas"),
        ("hukuman", {"jenis_id": "S1T", "sampai": APS_TMT}, "menjalani hukuman disiplin"),
        ("pemeriksaan", {}, "Pegawai sedang dalam pemeriksaan disiplin."),
    ],
)
def test_aps_ditolak_karena_ikatan_hukuman_atau_pemeriksaan(jalan, lima_puluh, jenis, kolom, kata):
    tambah(lima_puluh, jenis, tmt=KINI, **kolom)
    usulan = jalan.ajukan("pensiun-aps", lima_puluh, APS, oleh="bima")
    assert usulan.status == "draf"
    assert kata in jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()


# ── janda atau duda ──────────────────────────────────────────────────────────────────────────────────


def test_meninggal_memberi_pensiun_janda_mulai_bulan_berikutnya(jalan, kantor):
    mati = KINI - timedelta(days=3)
    isian = {"tanggal_kejadian": mati.isoformat(), "nomor_bukti": "474.3/1/2026", "pengabdian": "tidak", "alamat": "x"}
    usulan = jalan.ajukan("pensiun-janda-duda", kantor.ani, isian)
    assert usulan.tmt == awal_bulan_berikut(mati)
    usulan = sampai_sah(jalan, sampai_pertek(jalan, usulan))
    henti = RiwayatPemberhentian.objects.get(pegawai=kantor.ani)
    assert (henti.tmt, henti.jenis, henti.jenis_pensiun, henti.hak_pensiun) == (usulan.tmt, "MD", "3", True)
    assert profil_satu(kantor.ani.pk, per=usulan.tmt).kedudukan == "88"
    sk = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False)
    assert sk.data["tentang"].endswith("PEGAWAI NEGERI SIPIL DAN PEMBERIAN PENSIUN JANDA/DUDA")
    assert {"label": "Penerima pensiun", "isi": "Suami Ani"} in sk.data["rincian"]
    assert [b["isi"].split()[0] for b in sk.data["diktum"]] == ["Terhitung", "Kepada", "Apabila"]


def test_sk_yang_memuat_pengabdian_tidak_diperbaiki_baris_demi_baris(jalan, kantor):

    usulan = jalan.ajukan("pensiun-bup", kantor.ani, BUP | {"pengabdian": "ya"})
    usulan = sampai_sah(jalan, sampai_pertek(jalan, usulan))
    np = usulan.naskah.get(surat=False).naskah.isi.get()
    with pytest.raises(DitolakAlur, match="kenaikan pangkat pengabdian"):
        katalog.ambil("pensiun-bup").perbaiki_akibat(np, np, {})
