"""Kasus disiplin lewat alur: panggilan, pemeriksaan, kewenangan, hari berlaku, akibat, dan yang membatalkannya."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from disiplin import aturan, kasus as perkara
from disiplin.models import AnggotaTim, Laporan
from kepegawaian.models import (
    RiwayatHukuman,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPangkat,
    RiwayatPemeriksaan,
    Setelan,
)
from kepegawaian.profil import profil_satu
from layanan import alur
from layanan.galat import BukanWewenang, DitolakAlur, IsianSalah
from layanan.models import Usulan
from tests.disiplin.conftest import Lakon
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db
KINI = timezone.localdate()


def berdiri(model, pegawai):
    return list(model.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True).order_by("tmt", "pk"))


# ── from the report to the penalty ───────────────────────────────────────────────────────────────────


def test_ringan_diperiksa_dan_diputus_atasannya(kantor, lakon):
    usulan = lakon.sampai_lhp(kantor.ani, jenis="R2")
    assert usulan.langkah_kini.kode == "keputusan"  # pelaksana, ringan: the pengawas over her
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-DINKES-SUBBAG1"
    assert lakon.kasus(usulan).pejabat_jenjang == "pengawas"
    usulan = lakon.putuskan(usulan, jenis="R2")
    terima = lakon.hari
    assert berdiri(RiwayatHukuman, kantor.ani) == []  # delivered is not yet in force
    usulan = lakon.berlakukan(usulan)
    (baris,) = berdiri(RiwayatHukuman, kantor.ani)
    assert (baris.jenis_id, baris.tmt, baris.sampai) == (
        "R2",
        aturan.hari_berlaku(terima),
        aturan.hari_berlaku(terima),
    )
    assert baris.pasal == "PP 94/2021 Pasal 3 huruf d"
    assert usulan.langkah_kini.kode == "dokumentasi"
    usulan = lakon.maju(usulan, "dokumentasi", tanggal_siasn=lakon.hari.isoformat())
    assert usulan.status == "selesai"
    assert usulan.tertutup


def test_dalam_pemeriksaan_sejak_panggilan_sampai_sehari_sebelum_berlaku(kantor, lakon):
    usulan = lakon.buka(kantor.ani)
    assert profil_satu(kantor.ani.pk, per=lakon.hari).diperiksa is False
    usulan = lakon.maju(usulan, "telaah_atasan", "kasubbag", hasil="atasan", pertimbangan="Ada bukti.")
    panggil = lakon.hari
    lakon.panggil(usulan)
    (buka,) = berdiri(RiwayatPemeriksaan, kantor.ani)
    assert (buka.tmt, buka.sampai) == (panggil, None)
    assert buka.naskah_pegawai.naskah.perihal == "Naskah rahasia"
    assert profil_satu(kantor.ani.pk, per=lakon.hari).diperiksa is True


def test_dua_kali_tidak_hadir_diputus_menurut_bukti(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.maju(lakon.panggil(usulan), "kehadiran_1", hasil="tidak_hadir")
    usulan = lakon.maju(lakon.panggil(usulan, 2), "kehadiran_2", hasil="tidak_hadir")
    usulan = lakon.maju(
        usulan, "lhp", terbukti="ya", norma=["3d"], dampak="unit", alasan_dampak="Terganggu.", jenis="R1"
    )
    assert usulan.langkah_kini.kode == "keputusan"
    assert lakon.putuskan(usulan, jenis="R1").langkah_kini.kode == "upaya"  # DIS-3 met without a BAP


def test_panggilan_paling_lama_tujuh_hari_kerja_di_antaranya(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    isi = {"jam": "09:00", "tempat": "Ruang", "kepada": "Kasubbag"}
    lewat = lakon.acuan.tambah_hari_kerja(lakon.hari, 9)  # eight lie between
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "panggilan_1", tanggal_periksa=lewat.isoformat(), **isi)
    pas = lakon.acuan.tambah_hari_kerja(lakon.hari, 8)
    assert lakon.maju(usulan, "panggilan_1", tanggal_periksa=pas.isoformat(), **isi).langkah_kini.kode == "kehadiran_1"


def test_hadir_tidak_dicatat_sebelum_harinya_dan_pemeriksaan_perlu_bap(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    sebelum = lakon.hari
    usulan = lakon.panggil(usulan)
    periksa, lakon.hari = lakon.hari, sebelum
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "kehadiran_1", hasil="hadir")
    lakon.hari = periksa
    usulan = lakon.maju(usulan, "kehadiran_1", hasil="hadir")
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "pemeriksaan", kerugian="tidak")


def test_menolak_menandatangani_bap_perlu_alasan_dan_bap_tetap_ada(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.maju(lakon.panggil(usulan), "kehadiran_1", hasil="hadir")
    bap = lakon.tulis_bap(usulan, "kasubbag")
    usulan = lakon.maju(usulan, "pemeriksaan", kerugian="tidak")
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "tanda_tangan_bap", hasil="menolak")
    usulan = lakon.maju(usulan, "tanda_tangan_bap", hasil="menolak", alasan="Tidak sependapat.")
    assert usulan.langkah_kini.kode == "lhp"
    with pytest.raises(DitolakAlur, match="sudah ditutup"):
        perkara.isi_bap(bap, [("a", "b")], oleh=lakon.oleh("kasubbag"))


def test_tidak_terbukti_mengakhiri_pemeriksaan_dan_kasus(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.maju(lakon.periksa(usulan), "lhp", terbukti="tidak")
    assert (usulan.status, lakon.kasus(usulan).akhir) == ("selesai", "tidak_terbukti")
    assert berdiri(RiwayatHukuman, kantor.ani) == []
    assert profil_satu(kantor.ani.pk, per=KINI).diperiksa is False


def test_kasus_yang_dibatalkan_tidak_meninggalkan_orang_dalam_pemeriksaan(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.panggil(usulan)
    alur.batalkan(usulan, oleh=lakon.oleh("kasubbag"), versi=usulan.versi_baris, alasan="Salah orang.")
    assert profil_satu(kantor.ani.pk, per=KINI).diperiksa is False


def test_sedang_menurut_rezim_transisi_dan_penuh(kantor, lakon):
    usulan = lakon.sampai_lhp(kantor.ani, jenis="S1", norma=["5g"], dampak="unit", perkiraan="sedang")
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-DINKES-SEKRET"  # pelaksana, sedang: administrator
    lakon.berlakukan(lakon.putuskan(usulan, jenis="S1"))
    (baris,) = berdiri(RiwayatHukuman, kantor.ani)
    assert baris.jenis_id == "S1T"
    assert baris.sampai == aturan.akhir_hukuman("S1T", baris.tmt)
    asal = Setelan.objects.get(kunci="rezim_hukuman_sedang")
    Setelan.objects.create(kunci="rezim_hukuman_sedang", nilai="penuh", uraian=asal.uraian, berlaku_sejak="2026-01-01",
                           dasar="uji", keyakinan="sebagian")  # fmt: skip
    lain = Lakon(kantor)
    lain.berlakukan(
        lain.putuskan(lain.sampai_lhp(kantor.rekan, jenis="S1", norma=["5g"], perkiraan="sedang"), jenis="S1")
    )
    assert [b.jenis_id for b in berdiri(RiwayatHukuman, kantor.rekan)] == ["S1"]


def test_pengawas_kosong_keputusan_naik_ke_pejabat_di_atasnya(kantor, lakon):
    tambah(kantor.kasubbag, "kedudukan", tmt=KINI - timedelta(days=200), kedudukan_id="99")
    usulan = lakon.buka(kantor.ani, oleh="sekdin")
    usulan = lakon.maju(usulan, "telaah_atasan", "sekdin", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.periksa(usulan)
    usulan = lakon.maju(
        usulan, "lhp", terbukti="ya", norma=["3d"], dampak="unit", alasan_dampak="Terganggu.", jenis="R1"
    )
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-DINKES-SEKRET"
    assert lakon.kasus(usulan).pejabat_jenjang == "administrator"


# ── heavy ────────────────────────────────────────────────────────────────────────────────────────────


def tim(kantor):
    return {"atasan": kantor.kasubbag.nip, "pengawasan": kantor.auditor.nip, "kepegawaian": kantor.sari.nip,
            "ketua": "pengawasan"}  # fmt: skip


def berat(kantor, lakon, *, jenis, norma=("5k",), bebas="tanpa", **keputusan):
    usulan = lakon.buka(kantor.ani, oleh="sari", perkiraan="berat", dugaan=list(norma))
    usulan = lakon.maju(usulan, "telaah", "sari", hasil="tim", pertimbangan="Berat.")
    usulan = lakon.maju(usulan, "periksa_kasubbid", "kasub")
    usulan = lakon.maju(usulan, "periksa_kabid", "kabid")
    usulan = lakon.maju(usulan, "bentuk_tim", "dewi", hasil=bebas, **tim(kantor))
    if bebas == "bebas":
        usulan = lakon.maju(usulan, "pembebasan", "kasubbag", mulai=lakon.hari.isoformat())
    usulan = lakon.periksa(usulan, "auditor")
    usulan = lakon.maju(usulan, "lhp", "auditor", terbukti="ya", norma=list(norma), jenis=jenis)
    for kode, siapa in (
        ("telaah_lhp", "sari"),
        ("lhp_kasubbid", "kasub"),
        ("lhp_kabid", "kabid"),
        ("nota_dinas", "dewi"),
    ):
        usulan = lakon.maju(usulan, kode, siapa)
    usulan = lakon.maju(usulan, "sidang", "sekda", tanggal_sidang=lakon.hari.isoformat(), pertimbangan="Sepakat.")
    assert usulan.langkah_kini.kantor_luar == "BUPATI"
    usulan = lakon.maju(usulan, "keputusan", "perekam", hasil="dijatuhi", alasan="Setimpal.", jenis=jenis, **keputusan)
    return lakon.maju(usulan, "penetapan", "sari")


def test_berat_wajib_tim_dan_ketuanya_yang_memeriksa(kantor, lakon):
    usulan = lakon.buka(kantor.ani, oleh="sari", perkiraan="berat", dugaan=["5k"])
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "telaah", hasil="atasan", pertimbangan="Diperiksa atasan saja.")
    usulan = lakon.maju(usulan, "telaah", hasil="tim", pertimbangan="Berat.")
    usulan = lakon.maju(lakon.maju(usulan, "periksa_kasubbid"), "periksa_kabid")
    with pytest.raises(IsianSalah):  # the examinee himself
        lakon.maju(usulan, "bentuk_tim", hasil="tanpa", **tim(kantor) | {"kepegawaian": kantor.ani.nip})
    usulan = lakon.maju(usulan, "bentuk_tim", hasil="bebas", **tim(kantor))
    assert set(AnggotaTim.objects.values_list("unsur", flat=True)) == {"ketua", "atasan", "kepegawaian"}
    usulan = lakon.maju(usulan, "pembebasan", "kasubbag", mulai=lakon.hari.isoformat(), plh="")
    assert usulan.langkah_kini.penerima_id == kantor.auditor.pk


def test_atasan_yang_menemukan_berat_menyerahkan_kepada_tim(kantor, lakon):
    usulan = lakon.maju(lakon.buka(kantor.ani), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    usulan = lakon.maju(lakon.periksa(usulan), "lhp", terbukti="ya", norma=["5k"], jenis="B1")
    assert usulan.langkah_kini.kode == "periksa_kasubbid"


def test_turun_jabatan_pelaksana_satu_kelas_dan_banding_tidak_baginya(kantor, lakon):
    usulan = lakon.buka(kantor.ani, oleh="sari", perkiraan="berat", dugaan=["5k"])
    usulan = lakon.maju(usulan, "telaah", hasil="tim", pertimbangan="Berat.")
    usulan = lakon.maju(lakon.maju(usulan, "periksa_kasubbid"), "periksa_kabid")
    usulan = lakon.maju(usulan, "bentuk_tim", hasil="tanpa", **tim(kantor))
    usulan = lakon.maju(lakon.periksa(usulan), "lhp", terbukti="ya", norma=["5k"], jenis="B1")
    for kode in ("telaah_lhp", "lhp_kasubbid", "lhp_kabid", "nota_dinas"):
        usulan = lakon.maju(usulan, kode)
    usulan = lakon.maju(usulan, "sidang", tanggal_sidang=lakon.hari.isoformat(), pertimbangan="Sepakat.")
    salah = {
        "hasil": "dijatuhi",
        "alasan": "Setimpal.",
        "jenis": "B1",
        "jabatan_baru": "P-ANALIS-KEPEGAWAIAN",
    }  # kelas 7
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "keputusan", **salah)
    usulan = lakon.maju(usulan, "keputusan", **salah | {"jabatan_baru": "P-PENGELOLA-KEUANGAN"})  # kelas 6
    usulan = lakon.maju(lakon.maju(usulan, "penetapan"), "tanda_tangan")
    lakon.lompat(1)
    usulan = lakon.maju(usulan, "penyampaian", "dewi", hasil="disampaikan", tanggal_terima=lakon.hari.isoformat())
    with pytest.raises(IsianSalah):  # keberatan is its path, not banding
        lakon.maju(usulan, "upaya", hasil="banding", tanggal_ajuan=lakon.hari.isoformat())
    with pytest.raises(IsianSalah):  # the fourteen working days still run
        lakon.maju(usulan, "upaya", hasil="tidak_ada")
    lakon.berlakukan(usulan)
    (hukuman,) = berdiri(RiwayatHukuman, kantor.ani)
    jabatan = berdiri(RiwayatJabatan, kantor.ani)[-1]
    assert (jabatan.jabatan.kode, jabatan.tmt, jabatan.arah) == ("P-PENGELOLA-KEUANGAN", hukuman.tmt, "turun")


def test_diberhentikan_banding_ditolak_lalu_kedudukan_66(kantor, lakon):
    usulan = berat(kantor, lakon, jenis="B3", bebas="bebas")
    usulan = lakon.maju(usulan, "tanda_tangan")
    usulan = lakon.maju(usulan, "penyampaian", hasil="tidak_hadir")
    usulan = lakon.maju(usulan, "pengiriman", "sari", tanggal_kirim=lakon.hari.isoformat(), alamat="Jl. Veteran 1",
                        resi="RG1", tanggal_terima=lakon.hari.isoformat())  # fmt: skip
    lakon.lompat(2)
    usulan = lakon.maju(usulan, "upaya", hasil="banding", nomor_surat="1/2026", tanggal_ajuan=lakon.hari.isoformat())
    assert usulan.langkah_kini.kode == "banding"
    usulan = lakon.maju(usulan, "banding", "sari", hasil="dikuatkan", nomor_putusan="BPASN 9", mulai=lakon.hari.isoformat(),
                        tanggal_putusan=lakon.hari.isoformat())  # fmt: skip
    henti = berdiri(RiwayatKedudukan, kantor.ani)[-1]
    assert (henti.kedudukan_id, henti.tmt) == ("66", aturan.awal_bulan_depan(lakon.hari))


def test_banding_dikabulkan_tidak_menulis_hukuman(kantor, lakon):
    usulan = lakon.maju(berat(kantor, lakon, jenis="B3"), "tanda_tangan")
    usulan = lakon.maju(usulan, "penyampaian", hasil="disampaikan", tanggal_terima=lakon.hari.isoformat())
    usulan = lakon.maju(usulan, "upaya", hasil="banding", nomor_surat="1", tanggal_ajuan=lakon.hari.isoformat())
    usulan = lakon.maju(
        usulan, "banding", hasil="dibatalkan", nomor_putusan="BPASN 7", tanggal_putusan=lakon.hari.isoformat()
    )
    assert (usulan.status, lakon.kasus(usulan).akhir) == ("selesai", "dibatalkan")
    assert berdiri(RiwayatHukuman, kantor.ani) == []
    assert profil_satu(kantor.ani.pk, per=KINI).diperiksa is False


def test_turun_pangkat_setahun_dan_barisnya_yang_memulihkan(kantor, lakon):
    lama = profil_satu(kantor.ani.pk, per=lakon.hari)
    usulan = lakon.sampai_lhp(kantor.ani, jenis="S3", norma=["5g"], dampak="unit", perkiraan="sedang")
    lakon.berlakukan(lakon.putuskan(usulan, jenis="S3"))
    (hukuman,) = berdiri(RiwayatHukuman, kantor.ani)
    turun, pulih = berdiri(RiwayatPangkat, kantor.ani)[-2:]
    assert (hukuman.jenis_id, turun.golongan_id, turun.tmt) == ("S3T", "III/a", hukuman.tmt)
    assert (pulih.golongan_id, pulih.tmt) == (lama.golongan, hukuman.sampai + timedelta(days=1))
    assert profil_satu(kantor.ani.pk, per=pulih.tmt).golongan == "III/b"


def test_keberatan_diterima_mengubah_jenis_dan_harinya(kantor, lakon):
    usulan = lakon.putuskan(lakon.sampai_lhp(kantor.ani, jenis="R3"), jenis="R3")
    lakon.lompat(3)
    usulan = lakon.maju(usulan, "upaya", hasil="keberatan", nomor_surat="2", tanggal_ajuan=lakon.hari.isoformat())
    usulan = lakon.maju(usulan, "keberatan", hasil="diubah", jenis_baru="R1", nomor_putusan="800/3", mulai=lakon.hari.isoformat(),
                        tanggal_putusan=lakon.hari.isoformat())  # fmt: skip
    assert [(b.jenis_id, b.tmt) for b in berdiri(RiwayatHukuman, kantor.ani)] == [("R1", lakon.hari)]


def test_keberatan_yang_terlambat_tidak_diterima(kantor, lakon):
    usulan = lakon.putuskan(lakon.sampai_lhp(kantor.ani, jenis="R1"), jenis="R1")
    lakon.lompat(15)
    with pytest.raises(IsianSalah):
        lakon.maju(usulan, "upaya", hasil="keberatan", nomor_surat="2", tanggal_ajuan=lakon.hari.isoformat())


# ── one beside another ───────────────────────────────────────────────────────────────────────────────


def test_sejenis_lagi_harus_lebih_berat(kantor, lakon):
    tambah(kantor.ani, "hukuman", tmt=KINI - timedelta(days=400), sampai=KINI - timedelta(days=400), jenis_id="R2",
           pasal="PP 94/2021 Pasal 3 huruf d", nomor_sk="862.1/1")  # fmt: skip
    with pytest.raises(IsianSalah) as galat:
        lakon.sampai_lhp(kantor.ani, jenis="R2")
    assert "Hukuman terakhir teguran tertulis; pilih yang lebih berat. (DIS-5)" in str(galat.value.form.errors)
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    lakon.maju(usulan, "lhp", terbukti="ya", norma=["3d"], dampak="unit", alasan_dampak="Terganggu.", jenis="R3")


def test_yang_lebih_berat_memotong_yang_sedang_berjalan(kantor, lakon):
    mulai = KINI - timedelta(days=100)
    tambah(kantor.ani, "hukuman", tmt=mulai, sampai=mulai + timedelta(days=364), jenis_id="S1T", pasal="PP 94/2021 Pasal 3 huruf a",
           nomor_sk="862.1/1")  # fmt: skip
    usulan = lakon.sampai_lhp(kantor.ani, jenis="S2", norma=["5g"], dampak="unit", perkiraan="sedang")
    lakon.berlakukan(lakon.putuskan(usulan, jenis="S2"))
    lama, baru = berdiri(RiwayatHukuman, kantor.ani)
    assert (lama.jenis_id, lama.sampai, baru.jenis_id) == ("S1T", baru.tmt - timedelta(days=1), "S2T")


def test_yang_sama_beratnya_menunggu_yang_berjalan_selesai(kantor, lakon):
    mulai = KINI - timedelta(days=100)
    akhir = mulai + timedelta(days=364)
    tambah(
        kantor.ani,
        "hukuman",
        tmt=mulai,
        sampai=akhir,
        jenis_id="S2T",
        pasal="PP 94/2021 Pasal 3 huruf a",
        nomor_sk="862.1/1",
    )
    usulan = lakon.sampai_lhp(kantor.ani, jenis="S1", norma=["5g"], dampak="unit", perkiraan="sedang")
    lakon.berlakukan(lakon.putuskan(usulan, jenis="S1"))
    baru = berdiri(RiwayatHukuman, kantor.ani)[-1]
    assert (baru.jenis_id, baru.tmt) == ("S1T", akhir + timedelta(days=1))


# ── opening ──────────────────────────────────────────────────────────────────────────────────────────


def test_dibuka_dari_daftar_hari_tidak_masuk(kantor, lakon):
    hari = [lakon.acuan.tambah_hari_kerja(lakon.hari - timedelta(days=40), i) for i in range(1, 13)]
    satu = perkara.buka(kantor.ani, oleh=lakon.oleh("sari"), hari=hari)
    usulan = satu.usulan
    assert perkara.berjalan([kantor.ani.pk, kantor.rekan.pk]) == {kantor.ani.pk: satu}
    assert satu.get_absolute_url() == f"/usulan/{usulan.nomor}/"
    assert (usulan.isian["dugaan"], usulan.isian["perkiraan"]) == (["4f"], "sedang")  # twelve days
    assert satu.hari_absen == [h.isoformat() for h in hari]
    with pytest.raises(DitolakAlur):
        perkara.buka(kantor.ani, oleh=lakon.oleh("sari"), hari=hari)


@pytest.mark.parametrize("nama", ["rekan", "opi", "citra", "pengawas"])
def test_yang_bukan_atasan_dan_bukan_penangan_tidak_membuka_kasus(kantor, lakon, nama):
    with pytest.raises(BukanWewenang):
        lakon.buka(kantor.ani, oleh=nama)


def test_laporan_menjadi_kasus_sekali_saja(kantor, lakon):
    laporan = perkara.laporkan({"terlapor": "Ani", "uraian": "Tidak masuk."}, pada=lakon.pada)
    usulan = perkara.buka(kantor.ani, oleh=lakon.oleh("sari"), isian={
        "sumber": "laporan", "kejadian": "2026-02-06", "dugaan": ["3d"], "perkiraan": "ringan", "uraian": "x"}, laporan=laporan).usulan  # fmt: skip
    laporan.refresh_from_db()
    assert (laporan.status, laporan.usulan_id, laporan.dari_id) == ("diteruskan", usulan.pk, None)
    with pytest.raises(DitolakAlur):
        perkara.tutup_laporan(Laporan.objects.get(), "x", oleh=lakon.oleh("sari"))


# ── annulled after it came into force ────────────────────────────────────────────────────────────────


def test_pembatalan_membalik_semua_baris_dan_tetap_rahasia(client, kantor, lakon):
    usulan = lakon.sampai_lhp(kantor.ani, jenis="S3", norma=["5g"], dampak="unit", perkiraan="sedang")
    lakon.berlakukan(lakon.putuskan(usulan, jenis="S3"))
    sk = usulan.naskah.get(surat=False).naskah
    masuk(client, kantor.akun["sari"])
    halaman = client.get(reverse("layanan:naskah_detail", args=[sk.pk])).content.decode()
    assert "Batalkan hukuman dan pulihkan" in halaman
    assert "Cabut naskah ini" not in halaman  # the open acts would tell everybody of it
    isi = {"naskah": sk.pk, "nip": kantor.ani.nip, "alasan": "substansi", "uraian": "Putusan BPASN 12/2026.", "cara": "surut",
           "ditemukan": KINI.isoformat(), "tmt": sk.isi.get().tmt.isoformat()}  # fmt: skip
    assert client.get(reverse("layanan:naskah_tindak", args=[sk.pk, "pencabutan-naskah"])).status_code == 404
    jawab = client.post(reverse("layanan:naskah_tindak", args=[sk.pk, "pembatalan-hukuman"]), isi)
    assert jawab.status_code == 302, jawab.context["form"].errors
    batal = Usulan.objects.get(layanan="pembatalan-hukuman")
    assert batal.tertutup
    batal = alur.ajukan(batal, oleh=lakon.oleh("sari"), versi=batal.versi_baris)
    for kode in ("telaah", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "penetapan", "tanda_tangan"):
        batal = lakon.maju(batal, kode)
    assert berdiri(RiwayatHukuman, kantor.ani) == []
    assert [b.golongan_id for b in berdiri(RiwayatPangkat, kantor.ani)] == ["III/b"]
    assert lakon.kasus(usulan).akhir == "dibatalkan"
    lain = masuk(Client(), kantor.akun["citra"])
    assert batal.nomor not in lain.get(reverse("layanan:usulan_list")).content.decode()
