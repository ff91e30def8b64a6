"""Data contoh tiap aspek: what each part of the demo promises, asked of the one regency that was played (``panggung_demo``)."""

from collections import Counter

import pytest
from django.utils import timezone

from disiplin.models import KasusDisiplin, Laporan
from eperformance.models import Pohon
from kepegawaian.models import (
    BatchImpor,
    DaftarResmi,
    KebutuhanJabatan,
    Pengguna,
    Presensi,
    PutusanGaji,
    RekapKehadiran,
    RiwayatHukuman,
    RiwayatKeluarga,
    RiwayatKlaim,
    RiwayatPenghargaan,
)
from kesejahteraan.models import EdisiKorpri, KegiatanKorpri, PengurusKorpri, PesertaKorpri, TulisanKorpri
from kesejahteraan.penghargaan.models import KelayakanSlks, NilaiJuri, Pemilihan, SuratUsulSlks
from layanan.models import LangkahUsulan, Usulan
from penggajian.models import HasilTpp, TppBulan
from tata_kelola import anggaran, laporan
from tata_kelola.demo import daftar, disiplin, kehadiran, penghargaan
from tata_kelola.demo.gaji import CONTOH
from tata_kelola.models import LaporanBulanan, Risiko, TinjauanRegulasi

pytestmark = pytest.mark.usefixtures("basis_e2e")
DARI_DEMO = True
HARI_INI = timezone.localdate()


def berdiri(*slug):
    """Counter of (layanan, step it stands at or status) of these layanan."""
    semua = Usulan.objects.filter(layanan__in=slug).values_list("layanan", "langkah_kini__kode", "status")
    return Counter((layanan, langkah or status) for layanan, langkah, status in semua)


def test_daftar_dan_kartu():
    assert set(DaftarResmi.objects.values_list("jenis", "status")) == {("duk", "ditetapkan"), ("nominatif", "konsep")}
    assert DaftarResmi.objects.get(jenis="duk").jumlah > 100
    assert KebutuhanJabatan.objects.exists()
    assert Usulan.objects.filter(layanan="kartu").count() == len(daftar.BABAK)


def test_presensi_dan_tpp():
    status = list(BatchImpor.objects.filter(jenis="presensi").order_by("pk").values_list("status", flat=True))
    assert status[:3] == ["diterapkan", "diterapkan", "pratinjau"]
    assert Presensi.objects.count() > 100
    assert sorted(TppBulan.objects.values_list("status", flat=True)) == ["ditetapkan", "draf"]
    satu = TppBulan.objects.get(status="ditetapkan")
    assert satu.konfigurasi["dasar"] == [CONTOH]
    assert satu.ringkasan["dibayar"] > 3
    assert set(HasilTpp.objects.values_list("keadaan", flat=True)) >= {"dibayar", "belum_lengkap"}
    assert satu.ringkasan["jumlah"] == sum(satu.hasil.filter(keadaan="dibayar").values_list("rupiah", flat=True))


def test_kehadiran_pada_tiap_ambang():
    if len(kehadiran._hari_kerja(HARI_INI)) < 40:
        assert not PutusanGaji.objects.exists(), "awal tahun: belum cukup hari kerja bagi tiap ambang"
        return
    kode = set(RekapKehadiran.objects.exclude(kode="").values_list("kode", flat=True))
    assert kode == {"R1", "R2", "R3", "S1", "S2", "S3", "B1", "B2", "B3", "B3C"}
    ragu = RekapKehadiran.objects.get(beruntun__lt=10, mungkin__gte=10)
    assert ragu.kode == "R3"
    assert RekapKehadiran.objects.filter(hari=0, menit__gte=1350, kode="R1").exists(), "menit saja mencapai ambang"
    usulan = Usulan.objects.filter(layanan="koreksi-presensi")
    assert usulan.count() == len(kehadiran.BABAK)
    assert sorted(usulan.filter(status="diproses").values_list("langkah_kini__kode", flat=True)) == [
        "putusan_atasan", "putusan_bkd", "putusan_bkd",
    ]  # fmt: skip
    assert set(usulan.values_list("status", flat=True)) == {
        "draf", "diproses", "dikembalikan", "selesai", "ditolak", "dibatalkan",
    }  # fmt: skip
    assert list(PutusanGaji.objects.order_by("pk").values_list("jenis", flat=True)) == ["henti", "henti", "bayar"]


def test_kasus_disiplin_pada_tiap_langkahnya():
    kasus = Usulan.objects.filter(layanan="hukuman-disiplin")
    langkah = sorted(kasus.filter(status="diproses").values_list("langkah_kini__kode", flat=True))
    assert langkah == sorted(b[1] for b in disiplin.BABAK if b[1] not in ("selesai", "tidak_terbukti"))
    assert sorted(KasusDisiplin.objects.exclude(akhir="").values_list("akhir", flat=True)) == [
        "dijatuhi", "dijatuhi", "tidak_terbukti",
    ]  # fmt: skip
    hukuman = RiwayatHukuman.objects.filter(naskah_pegawai__isnull=False).values_list("jenis_id", flat=True)
    assert sorted(hukuman) == ["R2", "S1T"]
    assert LangkahUsulan.objects.filter(usulan__in=kasus, keadaan="menunggu", batas__lt=HARI_INI).exists()
    assert Laporan.objects.filter(status="baru").count() == 2


def test_keluarga_dan_perkawinan():
    ada = set(berdiri("perubahan-keluarga", "izin-cerai", "lapor-kawin", "lapor-cerai"))

    def pada(slug):
        return {langkah for layanan, langkah in ada if layanan == slug}

    assert pada("perubahan-keluarga") == {
        "selesai", "dikembalikan", "dibatalkan", "draf", "verifikasi_bkd", "verifikasi_opd",
    }  # fmt: skip
    assert {"selesai", "dikembalikan", "draf", "pembinaan", "keputusan"} <= pada("izin-cerai")
    assert pada("lapor-kawin") == {"selesai", "verifikasi_bkd"}
    assert "memo_gaji" in pada("lapor-cerai")
    lewat = Usulan.objects.filter(layanan="izin-cerai", status="diproses", langkah_kini__batas_hukum__lt=HARI_INI)
    assert lewat.exists()
    assert RiwayatKeluarga.objects.filter(nama="Bintang Ramadhan", naskah_pegawai__isnull=False).count() == 1


def test_peremajaan_data():
    langkah = {satu for _, satu in berdiri("peremajaan-data")}
    assert langkah == {"selesai", "dikembalikan", "dibatalkan", "draf", "verifikasi_bkd", "verifikasi_opd"}
    assert Usulan.objects.filter(layanan="peremajaan-data", langkah_kini__batas__lt=HARI_INI).exists()


def test_korpri():
    assert set(KegiatanKorpri.objects.values_list("status", flat=True)) == {"rencana", "dibuka", "selesai", "batal"}
    assert KegiatanKorpri.objects.filter(status="dibuka", selesai__lt=timezone.now()).exists()
    assert set(TulisanKorpri.objects.values_list("status", flat=True)) == {s for s, _ in TulisanKorpri.STATUS}
    assert set(PesertaKorpri.objects.values_list("status", flat=True)) >= {"terdaftar", "cadangan"}
    assert PesertaKorpri.objects.filter(peringkat=1).exists()
    assert PesertaKorpri.objects.filter(cara_hadir="kode").exists()
    assert PengurusKorpri.objects.filter(sampai__lt=HARI_INI).exists()
    assert EdisiKorpri.objects.get().tulisan.filter(status="terbit").count() == 2


def test_penghargaan_dan_perlindungan():
    rencana = Counter(("satyalancana", s) for s, akhir, _ in penghargaan.BABAK if not akhir)
    rencana |= Counter(("klaim-jkm", s) for s, akhir, _ in penghargaan.JKM)
    rencana |= Counter(("klaim-jkk", s) for s, akhir, *_ in penghargaan.JKK if not akhir)
    rencana |= Counter(("bantuan-hukum", s) for s, *_ in penghargaan.BANTUAN)
    ada = berdiri("satyalancana", "klaim-jkm", "klaim-jkk", "bantuan-hukum")
    assert rencana - ada == Counter(), ada
    assert RiwayatPenghargaan.objects.filter(nomor_piagam__startswith="SLKS").count() == penghargaan.LALU
    assert RiwayatKlaim.objects.get().program == "JKM"
    assert SuratUsulSlks.objects.get().banyak == penghargaan.LALU
    assert set(Pemilihan.objects.values_list("status", flat=True)) == {"penilaian", "draf"}
    assert NilaiJuri.objects.count() > 0
    assert KelayakanSlks.objects.filter(hasil__in=("ya", "periksa")).exists()
    assert KelayakanSlks.objects.filter(hasil__in=("hampir", "belum")).exists()


def test_tata_kelola():
    assert {r.isyarat for r in Risiko.objects.filter(ditutup_pada=None)} >= {"kosong", "pensiun", "terlambat", ""}
    assert Risiko.objects.exclude(ditutup_pada=None).count() == 1
    uang = anggaran.jumlah(anggaran.dana(Pohon.objects.get(status="berlaku"), Pengguna.objects.first().pk))
    assert uang.pagu > 0
    assert len(uang.realisasi) == anggaran.triwulan_berakhir(HARI_INI.year, HARI_INI)
    assert set(TinjauanRegulasi.objects.values_list("hasil", flat=True)) == {"berlaku", "diubah", "diganti"}
    satu = LaporanBulanan.objects.get()
    assert (satu.versi, satu.bulan) == (1, laporan.pilihan(HARI_INI)[1])
