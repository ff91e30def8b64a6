"""Jenis pemberhentian yang lain, MPP, dan yang tertinggal: rahasia, kursi yang lowong, kontrak, usulan, dan akun."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import (
    JenisPemberhentian,
    Naskah,
    RiwayatKedudukan,
    RiwayatKontrak,
    RiwayatPemberhentian,
    RiwayatTinggal,
)
from kepegawaian.profil import profil_satu
from layanan import katalog, purna
from layanan.models import Usulan
from pensiun.aturan.sebab import akhir_bulan
from tests.pabrik import buat_pegawai, jabatan_kode, masuk, tambah
from tests.pensiun.berhenti.conftest import KINI, buat_ani
from tests.pensiun.berhenti.test_pensiun import SERAH, cetak_sungguh

pytestmark = pytest.mark.django_db
PENDEK = ("verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "penetapan", "tanda_tangan")
LALU = KINI.replace(day=1) - timedelta(days=8)
PIDANA = {"jenis": "PIDANA_PDHTAPS", "tanggal_kejadian": LALU.isoformat(), "nomor_bukti": "12/Pid.B/2026", "lama_bulan": "30",
          "berencana": "tidak"}  # fmt: skip


def jalani(jalan, usulan, langkah=PENDEK):
    for kode in langkah:
        usulan = jalan.maju(usulan, kode)
    return usulan


# ── table ────────────────────────────────────────────────────────────────────────────────────────────


def test_tiap_jenis_pada_tabel_dilayani_satu_layanan_dan_berkedudukan_yang_ada():
    tunggal = {la.jenis for la in katalog.semua() if getattr(la, "jenis", "") and la.aspek == "l"}
    pilihan = {
        kode
        for la in katalog.semua()
        if la.aspek == "l" and la.form and "jenis" in la.form.base_fields
        for kode, _ in la.form.base_fields["jenis"].choices
        if kode
    }
    assert set(JenisPemberhentian.objects.values_list("kode", flat=True)) == tunggal | pilihan
    assert not tunggal & pilihan
    for j in JenisPemberhentian.objects.select_related("kedudukan"):
        assert j.kedudukan.akhir == (j.kode not in ("HILANG", "SEMENTARA")), j.kode


def test_tabel_jenis_pemberhentian_terbaca_pada_halaman_referensi(client, kantor):
    masuk(client, kantor.akun["pia"])
    isi = client.get(reverse("tata_kelola:referensi_detail", args=["pemberhentian"])).content.decode()
    assert "Mencapai batas usia pensiun" in isi
    assert "Ps. 250 huruf d" in isi


# ── pidana, sementara ────────────────────────────────────────────────────────────────────────────────


def test_pidana_dengan_hak_pensiun_lima_puluh_dan_dua_puluh(jalan, kantor):
    usulan = jalan.ajukan("pemberhentian-pidana", kantor.ani, PIDANA, oleh="pia")
    usulan = jalani(jalan, usulan, PENDEK[:-1])
    sk = cetak_sungguh(usulan, usulan__surat=False)
    assert sk.data["tentang"].startswith("PEMBERHENTIAN DENGAN HORMAT TIDAK ATAS PERMINTAAN SENDIRI")
    Naskah.objects.filter(pk=sk.pk).update(tahap="menunggu_cetak")
    usulan = jalan.maju(usulan, "tanda_tangan")
    henti = RiwayatPemberhentian.objects.get(pegawai=kantor.ani)
    assert (henti.tmt, henti.hak_pensiun, henti.jenis_pensiun) == (akhir_bulan(LALU), True, "8")
    assert profil_satu(kantor.ani.pk, per=KINI).kedudukan == "66"


def test_ptdh_tidak_memberi_pensiun_dan_operator_opd_tidak_mengusulkannya(jalan, kantor):
    isian = PIDANA | {"jenis": "PTDH_BERENCANA", "berencana": "ya"}
    masuk(jalan.client, kantor.akun["opi"])
    jalan.client.post(reverse("layanan:usulan_create", args=["pemberhentian-pidana"]), {"nip": kantor.ani.nip})
    assert not Usulan.objects.filter(layanan="pemberhentian-pidana").exists()
    usulan = jalan.ajukan("pemberhentian-pidana", kantor.ani, isian, oleh="pia")
    for siapa, lihat in (("opi", 404), ("kadinkes", 404), ("ani", 200), ("kabid", 200)):
        masuk(jalan.client, kantor.akun[siapa])
        assert jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).status_code == lihat, siapa
    usulan = jalani(jalan, usulan)
    henti = RiwayatPemberhentian.objects.get(pegawai=kantor.ani)
    assert (henti.hak_pensiun, henti.jenis) == (False, "PTDH_BERENCANA")
    assert RiwayatKedudukan.objects.get(pegawai=kantor.ani, tmt=henti.tmt).kedudukan_id == "77"
    assert jalan.maju(usulan, "serahkan", **SERAH).langkah_kini.kode == "pembaruan"


def test_diberhentikan_sementara_kursinya_lowong_lalu_aktif_kembali(jalan, kantor):
    kepala = buat_ani(nama="Kepala Seksi", jabatan="KEPALA-DINKES-SUBBAG1", golongan="III/d")
    jabatan = jabatan_kode("KEPALA-DINKES-SUBBAG1")
    isian = {"sebab": "ditahan", "tanggal_kejadian": LALU.isoformat(), "nomor_bukti": "SP.Han/9"}
    usulan = jalan.ajukan("pemberhentian-sementara", kepala, isian, oleh="pia")
    jalani(jalan, usulan)
    assert RiwayatKedudukan.objects.get(pegawai=kepala, kedudukan_id="04").tmt == akhir_bulan(LALU)
    assert not RiwayatPemberhentian.objects.filter(pegawai=kepala).exists()
    kini = profil_satu(kepala.pk, per=KINI)
    assert (kini.aktif, kini.berhenti, kini.jabatan_kode) == (True, False, "KEPALA-DINKES-SUBBAG1")
    assert akses.pemangku(KINI, [jabatan.pk]) == {}
    kembali = {"tmt": KINI.isoformat(), "selesai": "ya", "alasan": "Penyidikan dihentikan", "nomor_bukti": "SP3/1"}
    usulan = jalan.ajukan("pengaktifan-kembali", kepala, kembali, oleh="pia")
    jalani(jalan, usulan)
    assert profil_satu(kepala.pk, per=KINI).kedudukan == "01"
    assert [p.pegawai_id for p in akses.pemangku(KINI, [jabatan.pk])[jabatan.pk]] == [kepala.pk]


def test_hilang_tetap_pns_dengan_kedudukan_14(jalan, kantor):
    isian = {"tanggal_kejadian": LALU.isoformat(), "nomor_bukti": "SK/1/2026", "tmt": KINI.isoformat()}
    usulan = jalan.ajukan("pernyataan-hilang", kantor.ani, isian)
    jalani(jalan, usulan, ("verifikasi_opd", *PENDEK))
    kini = profil_satu(kantor.ani.pk, per=KINI)
    assert (kini.kedudukan, kini.berhenti) == ("14", False)


# ── MPP ──────────────────────────────────────────────────────────────────────────────────────────────


def test_mpp_melepas_jabatan_sampai_sehari_sebelum_pensiun(jalan, kantor):
    mulai = tambah_bulan(KINI.replace(day=1), 2)
    pensiun = tambah_bulan(mulai, 12)
    kepala = buat_ani(nama="Kepala Seksi", jabatan="KEPALA-DINKES-SUBBAG1", golongan="III/d", tmt_pensiun=pensiun)
    isian = {
        "tmt": mulai.isoformat(),
        "tanggal_permohonan": KINI.isoformat(),
        "tugas_selesai": "ya",
        "perkara": "tidak",
    }
    usulan = jalan.ajukan("mpp", kepala, isian)
    for kode in ("atasan", "verifikasi_opd", "verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban",
                 "paraf_sekda", "keputusan", "penetapan"):  # fmt: skip
        usulan = jalan.maju(usulan, kode)
    sk = cetak_sungguh(usulan, usulan__surat=False)
    assert "dibebaskan dari jabatannya" in sk.data["diktum"][0]["isi"]
    Naskah.objects.filter(pk=sk.pk).update(tahap="menunggu_cetak")
    jalan.maju(usulan, "tanda_tangan")
    baris = RiwayatTinggal.objects.get(pegawai=kepala, jenis="MPP")
    assert (baris.tmt, baris.sampai) == (mulai, pensiun - timedelta(days=1))
    selama = profil_satu(kepala.pk, per=mulai)
    assert (selama.kedudukan, selama.tinggal, selama.aktif, selama.tmt_pensiun) == ("20", "MPP", True, pensiun)
    jabatan = jabatan_kode("KEPALA-DINKES-SUBBAG1").pk
    assert akses.pemangku(mulai, [jabatan]) == {}
    assert [p.pegawai_id for p in akses.pemangku(mulai - timedelta(days=1), [jabatan])[jabatan]] == [kepala.pk]


def test_mpp_yang_diajukan_terlambat_menyebut_hari_pertama_yang_mungkin(jalan, kantor):
    mulai = KINI + timedelta(days=20)
    dekat = buat_ani(nama="Dekat Pensiun", tmt_pensiun=tambah_bulan(KINI.replace(day=1), 8))
    isian = {
        "tmt": mulai.isoformat(),
        "tanggal_permohonan": KINI.isoformat(),
        "tugas_selesai": "ya",
        "perkara": "tidak",
    }
    usulan = jalan.ajukan("mpp", dekat, isian)
    assert usulan.status == "draf"
    assert "MPP paling cepat dimulai" in jalan.client.get(
        reverse("layanan:usulan_detail", args=[usulan.nomor])
    ).content.decode()  # fmt: skip


# ── PPPK ─────────────────────────────────────────────────────────────────────────────────────────────


def test_pppk_berhenti_dan_kontraknya_dipotong(jalan, kantor):
    orang = buat_pegawai(nama="Hadi Kontrak", status="PPPK", golongan="IX", kedudukan="P1", unit="DINKES-SUBBAG1")
    tambah(orang, "kontrak", tmt=tambah_bulan(KINI, -12), sampai=tambah_bulan(KINI, 24), golongan_id="IX")
    tmt = tambah_bulan(KINI.replace(day=1), 1)
    isian = {"jenis": "PPPK_APS", "tmt": tmt.isoformat(), "terbukti": "ya", "nomor_bukti": "800/2/2026"}
    usulan = jalani(jalan, jalan.ajukan("pppk-putus", orang, isian), ("verifikasi_opd", *PENDEK))
    assert RiwayatKontrak.objects.get(pegawai=orang, dibatalkan_pada__isnull=True).sampai == tmt - timedelta(days=1)
    assert profil_satu(orang.pk, per=tmt).kedudukan == "P4"
    sk = Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False)
    assert "Pegawai Pemerintah dengan Perjanjian Kerja karena permintaan sendiri" in sk.data["diktum"][0]["isi"]


# ── what is left of one who has stopped ──────────────────────────────────────────────────────────────


def _usulan(orang, slug, tmt):
    return Usulan.objects.create(
        nomor=f"US-{slug}-{orang.pk}", layanan=slug, pegawai=orang, status="draf", tmt=tmt, dibuat_pada=timezone.now()
    )


def test_usulan_terbuka_ditutup_pada_tmt_dan_yang_jatuh_tempo_sebelumnya_tetap(kantor):
    tmt = KINI.replace(day=1)
    henti = buat_ani(nama="Sudah Pensiun", kedudukan="99", tmt_kedudukan=tmt)
    sesudah = _usulan(henti, "kp-reguler", tmt)
    tanpa_tmt = _usulan(henti, "penempatan", None)
    sebelum = _usulan(henti, "kgb", tmt - timedelta(days=1))
    anumerta = _usulan(henti, "kp-anumerta", tmt)
    orang_lain = _usulan(kantor.ani, "kgb", tmt)
    assert purna.bereskan(timezone.now()) == 2
    status = dict(Usulan.objects.values_list("pk", "status"))
    assert {status[u.pk] for u in (sesudah, tanpa_tmt)} == {"dibatalkan"}
    assert {status[u.pk] for u in (sebelum, anumerta, orang_lain)} == {"draf"}
    sesudah.refresh_from_db()
    assert "ditutup portal" in sesudah.catatan_akhir
    assert purna.bereskan(timezone.now()) == 0


def test_yang_pensiun_bulan_depan_belum_ditutup(kantor):
    tambah(kantor.ani, "kedudukan", tmt=KINI + timedelta(days=1), kedudukan_id="99")
    _usulan(kantor.ani, "kgb", KINI + timedelta(days=40))
    assert purna.bereskan(timezone.now()) == 0
    assert purna.bereskan(timezone.now() + timedelta(days=1)) == 1


def test_akun_membaca_datanya_90_hari_sesudah_tmt_lalu_tertutup_dan_datanya_tetap(kantor):
    akun, acuan = kantor.akun["ani"], acuan_kini()
    tambah(kantor.ani, "kedudukan", tmt=KINI, kedudukan_id="99")
    for hari, peran in ((-1, {"asn"}), (0, {"pensiunan"}), (90, {"pensiunan"}), (91, set())):
        assert hitung_hak(akun, per=KINI + timedelta(days=hari), acuan=acuan).peran == peran, hari
    assert profil_satu(kantor.ani.pk, per=KINI + timedelta(days=400)).nama == "Ani Lestari"
