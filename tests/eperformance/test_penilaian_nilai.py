"""Nilai sampai final: siapa boleh apa, versi, keberatan, naskah, riwayat, dan akibatnya."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from eperformance import siklus
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import CapaianOrganisasi, DistribusiOpd, Evaluasi, MasaPerbaikan, Skp
from eperformance.penilaian import distribusi, final, keberatan, masa, nilai
from kepegawaian.models import KinerjaPeriodik, Naskah, Pemberitahuan, RiwayatKinerja, UnitKerja
from kepegawaian.profil import profil_satu
from layanan import alur, katalog
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI
from tests.eperformance.panggung_penilaian import (
    ALASAN,
    TAHUN_LALU,
    bagi,
    nilai_sah,
    periode_lalu,
    tetapkan_opd,
)
from tests.pabrik import tambah


@pytest.fixture
@bersama
def lalu(orang):
    """Last year, open for its assessment; SKP of pela and rekan ditetapkan."""
    return periode_lalu()


@pytest.fixture
@bersama
def skp(orang, lalu):
    return bagi(orang, lalu, "pela")


def tahunan(periode):
    return masa.satu(periode, 0)


# ── draft and sah ────────────────────────────────────────────────────────────────────────────────────


def test_dua_rating_menjadi_predikat_dan_draf_berversi(orang, skp, lalu):
    e = nilai.simpan(
        skp.pk, tahunan(lalu), hasil="di_atas", perilaku="", catatan="", versi=0, oleh=orang.oleh("kasub")
    )
    assert (e.predikat, e.versi, e.status) == ("", 1, "draf")
    e = nilai.simpan(
        skp.pk, tahunan(lalu), hasil="di_atas", perilaku="di_bawah", catatan="Kasar", versi=1, oleh=orang.oleh("kasub")
    )
    assert (e.predikat, e.versi) == ("Kurang", 2)


def test_versi_lama_tidak_menimpa(orang, skp, lalu):
    m, oleh = tahunan(lalu), orang.oleh("kasub")
    nilai.simpan(skp.pk, m, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=oleh)
    with pytest.raises(VersiLama) as galat:
        nilai.simpan(skp.pk, m, hasil="di_bawah", perilaku="di_bawah", catatan="", versi=0, oleh=oleh)
    assert galat.value.kini.predikat == "Baik"
    assert Evaluasi.objects.get(skp=skp).predikat == "Baik"


@pytest.mark.parametrize("nama", ["pela", "rekan", "kabid", "staf41", "eko", "irma"])
def test_hanya_penilainya_yang_menilai(orang, skp, lalu, nama):
    with pytest.raises(DitolakKinerja, match="pejabat penilai"):
        nilai.simpan(
            skp.pk, tahunan(lalu), hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh(nama)
        )
    assert not Evaluasi.objects.exists()


def test_draf_skp_tidak_dinilai(orang, lalu):
    draf = siklus.buka(orang.rekan.pk, lalu.pk, oleh=orang.oleh("rekan"))
    with pytest.raises(DitolakKinerja, match="hanya SKP yang ditetapkan"):
        nilai.simpan(
            draf.pk, tahunan(lalu), hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh("kasub")
        )


def test_tahunan_sah_membuka_batas_keberatan_dan_memberi_kabar(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    skp.refresh_from_db()
    assert (skp.status, e.status, e.predikat) == ("dinilai", "sah", "Baik")
    assert e.keberatan_sampai == HARI_INI + timedelta(days=14)
    assert Pemberitahuan.objects.filter(
        pengguna=orang.akun["pela"], judul__contains="ditetapkan", isi__contains="Batas keberatan"
    ).exists()
    with pytest.raises(DitolakKinerja, match="sudah ditetapkan"):
        nilai.sahkan(skp.pk, tahunan(lalu), versi=e.versi, oleh=orang.oleh("kasub"))


def test_belum_lengkap_dan_belum_waktunya_ditolak(orang, periode):
    skp = bagi(orang, periode, "pela")
    m = masa.satu(periode, 4)
    nilai.simpan(skp.pk, m, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh("kasub"))
    with pytest.raises(DitolakKinerja, match="baru dapat ditetapkan mulai 31 Desember"):
        nilai.sahkan(skp.pk, m, versi=1, oleh=orang.oleh("kasub"))
    satu = masa.satu(periode, 1)
    nilai.simpan(skp.pk, satu, hasil="sesuai", perilaku="", catatan="", versi=0, oleh=orang.oleh("kasub"))
    with pytest.raises(DitolakKinerja, match="belum lengkap"):
        nilai.sahkan(skp.pk, satu, versi=1, oleh=orang.oleh("kasub"))


def test_banyak_sekaligus_yang_gagal_disebut(orang, lalu):
    a, b = bagi(orang, lalu, "pela"), bagi(orang, lalu, "rekan")
    m, oleh = tahunan(lalu), orang.oleh("kasub")
    nilai.simpan(a.pk, m, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=oleh)
    berhasil, gagal = nilai.sahkan_banyak([(a.pk, 1), (b.pk, 0)], m, oleh=oleh)
    assert [e.skp_id for e in berhasil] == [a.pk]
    assert gagal == {b.pk: "Rating belum diisi."}


# ── the fact of a short time ─────────────────────────────────────────────────────────────────────────


def test_periodik_sah_menulis_satu_baris_dan_pembetulan_menariknya(orang, periode):
    skp = bagi(orang, periode, "pela")
    m = masa.satu(periode, 1)
    e = nilai_sah(orang, skp, m)
    baris = KinerjaPeriodik.objects.get()
    assert (baris.periodik, baris.mulai, baris.sampai, baris.predikat, baris.skp) == (
        "2", date(HARI_INI.year, 1, 1), date(HARI_INI.year, 3, 31), "Baik", skp.pk,
    )  # fmt: skip
    assert (baris.hasil_kerja, baris.penilai_nama, baris.penilai_nip) == (
        "Sesuai ekspektasi",
        "KASUB UJI",
        orang.kasub.nip,
    )
    baru = nilai.ganti_periodik(
        e.pk, hasil="di_bawah", perilaku="sesuai", alasan="Bukti ternyata tidak lengkap", oleh=orang.oleh("kasub")
    )
    assert (baru.predikat, baru.rincian["mengganti"]) == ("Butuh Perbaikan", e.pk)
    assert list(KinerjaPeriodik.objects.filter(dibatalkan_pada=None).values_list("predikat", flat=True)) == [
        "Butuh Perbaikan"
    ]
    assert KinerjaPeriodik.objects.count() == 2
    assert Evaluasi.objects.get(pk=e.pk).status == "diganti"


def test_masa_yang_hanya_sebagian_dicakup_skp_ditulis_sebagiannya(orang, periode):
    skp = bagi(orang, periode, "pela")
    siklus.akhiri(skp.pk, date(HARI_INI.year, 2, 15), "Mutasi", oleh=orang.oleh("staf41"), versi=skp.versi)
    nilai_sah(orang, Skp.objects.get(pk=skp.pk), masa.satu(periode, 1))
    assert KinerjaPeriodik.objects.get().sampai == date(HARI_INI.year, 2, 15)


def test_akhir_masa_menulis_predikat_sebagian_tahun_bagi_angka_kredit(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    siklus.akhiri(skp.pk, date(TAHUN_LALU, 6, 30), "Mutasi", oleh=orang.oleh("staf41"), versi=skp.versi)
    e = nilai_sah(orang, Skp.objects.get(pk=skp.pk), tahunan(lalu), hasil="di_atas", perilaku="di_atas")
    assert e.jenis == "akhir"
    baris = KinerjaPeriodik.objects.get()
    assert (baris.periodik, baris.mulai, baris.sampai, baris.predikat) == (
        "0", date(TAHUN_LALU, 1, 1), date(TAHUN_LALU, 6, 30), "Sangat Baik",
    )  # fmt: skip


# ── the organisation and its head ────────────────────────────────────────────────────────────────────


def test_rating_kepala_mengikuti_capaian_organisasi(orang, lalu):
    skp = bagi(orang, lalu, "kaban", penilai="perekam")
    m, oleh = tahunan(lalu), orang.oleh("perekam")
    e = nilai.simpan(skp.pk, m, hasil="di_atas", perilaku="sesuai", catatan="", versi=0, oleh=oleh)
    assert e.hasil == ""
    with pytest.raises(DitolakKinerja, match="Capaian organisasi belum ditetapkan"):
        nilai.sahkan(skp.pk, m, versi=1, oleh=oleh)
    opd = UnitKerja.objects.get(kode="BKPSDM")
    distribusi.tetapkan_capaian(opd, m, capaian="Baik", dasar="PK 98,4%", versi=0, oleh=oleh)
    e = nilai.sahkan(skp.pk, m, versi=1, oleh=oleh)
    assert (e.hasil, e.predikat) == ("sesuai", "Baik")


def test_capaian_hanya_pimpinan_dan_berversi(orang, lalu):
    opd, m = UnitKerja.objects.get(kode="BKPSDM"), tahunan(lalu)
    for nama in ("kaban", "staf41", "irma", "kasub"):
        with pytest.raises(DitolakKinerja, match="pimpinan"):
            distribusi.tetapkan_capaian(opd, m, capaian="Baik", dasar="PK", versi=0, oleh=orang.oleh(nama))
    distribusi.tetapkan_capaian(opd, m, capaian="Baik", dasar="PK", versi=0, oleh=orang.oleh("perekam"))
    with pytest.raises(VersiLama):
        distribusi.tetapkan_capaian(opd, m, capaian="Kurang", dasar="PK", versi=0, oleh=orang.oleh("perekam"))
    assert CapaianOrganisasi.objects.get().capaian == "Baik"


def test_distribusi_menyimpang_perlu_alasan_dan_tidak_mencegah(orang, lalu, monkeypatch):
    """Two people Baik in an organisation that is Baik break D2a (100 percent) and D2b, once two are enough to be judged."""
    monkeypatch.setattr("eperformance.penilaian.hitung.minimal", lambda tanggal: 2)
    m = tahunan(lalu)
    for nama in ("pela", "rekan"):
        nilai_sah(orang, bagi(orang, lalu, nama), m)
    opd = UnitKerja.objects.get(kode="BKPSDM")
    distribusi.tetapkan_capaian(opd, m, capaian="Baik", dasar="PK", versi=0, oleh=orang.oleh("perekam"))
    with pytest.raises(DitolakKinerja, match=r"D2a.*D2b.*paling sedikit 20 huruf"):
        distribusi.tetapkan(opd, m, alasan="pendek", jumlah=None, oleh=orang.oleh("kaban"))
    with pytest.raises(DitolakKinerja, match="kepala perangkat daerahnya"):
        distribusi.tetapkan(opd, m, alasan=ALASAN, jumlah=None, oleh=orang.oleh("kabid"))
    satu = distribusi.tetapkan(opd, m, alasan=ALASAN, jumlah=None, oleh=orang.oleh("kaban"))
    assert (satu.pelanggaran, satu.alasan) == (["D2a", "D2b"], ALASAN)
    assert satu.naskah.data["baris"][1] == ["Baik", 2, "100,0"]
    with pytest.raises(DitolakKinerja, match="sudah ditetapkan atas capaian"):
        distribusi.tetapkan_capaian(opd, m, capaian="Kurang", dasar="PK", versi=1, oleh=orang.oleh("perekam"))


def test_distribusi_yang_berubah_sejak_dilihat_ditolak(orang, lalu):
    m = tahunan(lalu)
    nilai_sah(orang, bagi(orang, lalu, "pela"), m)
    opd = UnitKerja.objects.get(kode="BKPSDM")
    distribusi.tetapkan_capaian(opd, m, capaian="Baik", dasar="PK", versi=0, oleh=orang.oleh("perekam"))
    with pytest.raises(DitolakKinerja, match="berubah sejak halaman"):
        distribusi.tetapkan(opd, m, alasan="", jumlah={"Baik": 0}, oleh=orang.oleh("kaban"))


# ── final ────────────────────────────────────────────────────────────────────────────────────────────


def test_terima_lalu_final_menulis_riwayat_dan_naskah(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    with pytest.raises(DitolakKinerja, match="pemilik SKP"):
        nilai.terima(e.pk, oleh=orang.oleh("kasub"))
    nilai.terima(e.pk, oleh=orang.oleh("pela"))
    assert final.finalkan_semua() == 0  # no distribution yet
    tetapkan_opd(orang, lalu)
    assert final.finalkan_semua() == 1
    assert final.finalkan_semua() == 0
    skp.refresh_from_db()
    assert skp.status == "final"
    baris = RiwayatKinerja.objects.get(pegawai=orang.pela)
    assert (baris.tahun, baris.predikat, baris.hasil_kerja, baris.perilaku, baris.penilai_nama, baris.tmt) == (
        TAHUN_LALU, "Baik", "Sesuai ekspektasi", "Sesuai ekspektasi", "KASUB UJI", HARI_INI,
    )  # fmt: skip
    naskah = baris.naskah_pegawai.naskah
    assert (naskah.jenis, naskah.tahap, naskah.cara_tanda_tangan) == ("penilaian_kinerja", "menunggu_cetak", "portal")
    assert naskah.nomor.startswith("863/")
    assert [p["kata"] for p in naskah.data["persetujuan"]] == [
        "Menyatakan menerima hasil penilaian",
        "Menetapkan predikat",
    ]
    assert [(x.tahun, x.predikat) for x in profil_satu(orang.pela.pk, per=HARI_INI, bagian=("kinerja",)).kinerja] == [
        (TAHUN_LALU, "Baik")
    ]


def test_batas_keberatan_lewat_menjadi_final_tanpa_pernyataan(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    tetapkan_opd(orang, lalu)
    assert final.finalkan_semua() == 0
    Evaluasi.objects.filter(pk=e.pk).update(keberatan_sampai=HARI_INI - timedelta(days=1))
    assert final.finalkan_semua() == 1
    kata = Naskah.objects.get(jenis="penilaian_kinerja").data["persetujuan"][0]["kata"]
    assert kata == "Tidak mengajukan keberatan sampai batasnya"


def test_baris_impor_tahun_itu_digantikan_naskah(orang, skp, lalu):
    tambah(
        orang.pela,
        "kinerja",
        batch=orang.batch,
        tmt=date(TAHUN_LALU, 12, 31),
        tahun=TAHUN_LALU,
        predikat="Sangat Baik",
    )
    nilai.terima(nilai_sah(orang, skp, tahunan(lalu)).pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    final.finalkan(skp.pk, oleh=orang.oleh("staf41"))
    lama, baru = RiwayatKinerja.objects.filter(pegawai=orang.pela).order_by("pk")
    assert lama.dibatalkan_naskah == baru.naskah_pegawai
    assert (baru.predikat, baru.dibatalkan_pada) == ("Baik", None)


def test_hanya_sub41_yang_memfinalkan(orang, skp, lalu):
    nilai.terima(nilai_sah(orang, skp, tahunan(lalu)).pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    for nama in ("pela", "kasub", "rekan", "irma"):
        with pytest.raises(DitolakKinerja, match="Subbidang Evaluasi Kinerja"):
            final.finalkan(skp.pk, oleh=orang.oleh(nama))
    assert not RiwayatKinerja.objects.filter(pegawai=orang.pela).exists()


def test_beberapa_skp_setahun_hanya_yang_terakhir_menjadi_predikat_tahun(orang, lalu):
    satu = bagi(orang, lalu, "pela")
    siklus.akhiri(satu.pk, date(TAHUN_LALU, 6, 30), "Mutasi", oleh=orang.oleh("staf41"), versi=satu.versi)
    dua = bagi(orang, lalu, "pela", mulai=date(TAHUN_LALU, 7, 1))
    m = tahunan(lalu)
    for s, hasil in ((satu, "di_atas"), (dua, "sesuai")):
        e = nilai_sah(orang, Skp.objects.get(pk=s.pk), m, hasil=hasil, perilaku="di_atas")
        nilai.terima(e.pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    assert final.finalkan_semua(potong=1) == 2
    assert RiwayatKinerja.objects.get(pegawai=orang.pela).predikat == "Baik"
    assert Naskah.objects.filter(jenis="penilaian_kinerja").count() == 2
    assert distribusi.hitung(m)[satu.opd_id].dinilai == 1  # one person, once


def test_predikat_di_bawah_target_membuka_masa_perbaikan(orang, skp, lalu):
    nilai.terima(nilai_sah(orang, skp, tahunan(lalu), hasil="di_bawah").pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    final.finalkan_semua()
    m = MasaPerbaikan.objects.get()
    assert (m.pegawai, m.mulai, m.status) == (orang.pela, HARI_INI, "berjalan")


# ── keberatan ────────────────────────────────────────────────────────────────────────────────────────


def ajukan(orang, evaluasi, pada=None):
    oleh = orang.oleh("pela", pada)
    usulan = alur.buat_draf(
        katalog.ambil(keberatan.SLUG), orang.pela, oleh=oleh,
        isian={"evaluasi": evaluasi.pk, "alasan": "Target triwulan kedua tercapai, buktinya terlampir."},
    )  # fmt: skip
    return alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)


def putus(orang, usulan, **isi):
    usulan.refresh_from_db()
    data = {
        "hasil": "ubah",
        "rating_hasil": "di_atas",
        "rating_perilaku": "di_atas",
        "catatan": "Bukti diterima semuanya.",
    } | isi
    return alur.setujui(usulan, oleh=orang.oleh("kabid"), versi=usulan.versi_baris, data=data)


def test_keberatan_ditujukan_kepada_atasan_penilai_dan_menahan_final(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    usulan = ajukan(orang, e)
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-BID1"
    skp.refresh_from_db()
    assert skp.status == "keberatan"
    tetapkan_opd(orang, lalu)
    Evaluasi.objects.filter(pk=e.pk).update(keberatan_sampai=HARI_INI - timedelta(days=1))
    assert final.finalkan_semua() == 0


def test_putusan_keberatan_menggantikan_evaluasi_lalu_final(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    tetapkan_opd(orang, lalu)
    usulan = putus(orang, ajukan(orang, e))
    assert usulan.status == "selesai"
    baru = Evaluasi.objects.get(skp=skp, status="sah")
    assert (baru.predikat, baru.rincian["keberatan"]["semula"]) == ("Sangat Baik", "Baik")
    assert baru.rincian["penilai"]["nama"] == "KASUB UJI"
    assert Evaluasi.objects.get(pk=e.pk).status == "diganti"
    assert final.finalkan_semua() == 1
    assert RiwayatKinerja.objects.get(pegawai=orang.pela).predikat == "Sangat Baik"
    kata = [p["kata"] for p in Naskah.objects.get(jenis="penilaian_kinerja").data["persetujuan"]]
    assert kata[-1] == "Memutus keberatan: semula Baik, menjadi Sangat Baik"


def test_putusan_menguatkan_tetap_satu_evaluasi_baru(orang, skp, lalu):
    e = nilai_sah(orang, skp, tahunan(lalu))
    putus(orang, ajukan(orang, e), hasil="tetap", rating_hasil="", rating_perilaku="")
    assert Evaluasi.objects.get(skp=skp, status="sah").predikat == "Baik"
    with pytest.raises(DitolakKinerja):
        nilai.terima(e.pk, oleh=orang.oleh("pela"))


def test_keberatan_lewat_batas_dan_sesudah_diterima_ditolak(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    e = nilai_sah(orang, skp, tahunan(lalu), pada=timezone.now() - timedelta(days=15))
    with pytest.raises(DitolakAlur, match="KIN-5: Batas keberatan"):
        ajukan(orang, e)
    Usulan.objects.filter(layanan=keberatan.SLUG).update(status="dibatalkan", selesai_pada=timezone.now())
    Evaluasi.objects.filter(pk=e.pk).update(sah_pada=timezone.now(), keberatan_sampai=HARI_INI)
    nilai.terima(e.pk, oleh=orang.oleh("pela"))
    with pytest.raises(DitolakAlur, match="KIN-5b"):
        ajukan(orang, e)


def test_keberatan_ditarik_mengembalikan_status(orang, skp, lalu):
    usulan = ajukan(orang, nilai_sah(orang, skp, tahunan(lalu)))
    alur.batalkan(usulan, oleh=orang.oleh("pela"), versi=usulan.versi_baris, alasan="Sudah dijelaskan atasan")
    skp.refresh_from_db()
    assert skp.status == "dinilai"


def test_penilai_tidak_memutus_keberatan_atas_nilainya_sendiri(orang, skp, lalu):
    usulan = ajukan(orang, nilai_sah(orang, skp, tahunan(lalu)))
    with pytest.raises(BukanWewenang):
        alur.setujui(
            usulan,
            oleh=orang.oleh("kasub"),
            versi=usulan.versi_baris,
            data={"hasil": "tetap", "catatan": "Tetap sebagaimana semula."},
        )


def test_isi_skp_dicetak_dengan_hasil_kerjanya(orang, skp, lalu):
    nilai.terima(nilai_sah(orang, skp, tahunan(lalu)).pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    final.finalkan_semua()
    data = Naskah.objects.get(jenis="penilaian_kinerja").data
    assert data["hasil_kerja"][0]["rencana"] == "Layanan kenaikan pangkat selesai tepat waktu"
    assert data["hasil_kerja"][0]["indikator"][0] == "Kuantitas: Indikator kuantitas (120 usulan)"
    assert len(data["perilaku"]) == 7
    assert DistribusiOpd.objects.get().naskah.data["orang"][0]["nama"] == "PELA RAJIN"
