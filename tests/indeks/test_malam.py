"""Pekerjaan malam: utuh atau tidak sama sekali, dapat dilanjutkan, sama hasilnya dengan berapa pun proses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from indeks import baris, malam, partisi
from indeks.models import HasilIndeks, JatuhTempo, PutaranIndeks, RataUnit, RekapTempo, RentangPutaran
from indeks.setelan import GalatSetelan
from kepegawaian.models import Naskah, NaskahPegawai, Setelan, UnitKerja
from tests.indeks.conftest import HARI, hitung
from tests.pabrik import buat_batch, buat_pegawai, tambah

pytestmark = pytest.mark.django_db
JANUARI = date(2027, 1, 15)


def isi(putaran):
    """Everything a run says of the people, without its own id."""
    with connection.cursor() as kursor:
        hasil = []
        for tabel in partisi.INDUK:
            sql = "SELECT to_jsonb(t) - 'putaran_id' FROM {} t WHERE putaran_id = %s ORDER BY 1"
            kursor.execute(sql.format(tabel), [putaran.pk])
            hasil.append([b[0] for b in kursor.fetchall()])
    kolom = ("unit_id", "kelompok", "nilai", "populasi", "terukur", "jumlah", "total", "kompetensi")
    rata = RataUnit.objects.filter(putaran=putaran).order_by("unit_id", "kelompok", "nilai").values_list(*kolom)
    return (*hasil, list(rata))


def hasil(putaran, pegawai):
    return HasilIndeks.objects.filter(putaran=putaran, pegawai=pegawai).first()


def satu_pegawai_tiap_rentang(monkeypatch):
    monkeypatch.setattr(malam, "LEBAR_MAKS", 1)


# ── what a night gives ───────────────────────────────────────────────────────────────────────────────


def test_malam_menghitung_populasi_dan_menyimpan_fakta_yang_dipakai(orang):
    p = hitung()
    assert (p.status, p.kini, p.tempo_kini, p.tahun, p.generasi, p.berjalan) == (
        "selesai",
        True,
        True,
        2026,
        "C",
        True,
    )
    assert (p.populasi, p.terukur, p.galat) == (6, 6, 0)
    ani = hasil(p, orang.ani)
    # guru: 15; 20 + 15 + 15, cut at 40; 25; 3
    assert (ani.kualifikasi, ani.kompetensi, ani.kinerja, ani.disiplin, ani.total) == (15, 40, 25, 3, 83)
    assert ani.kategori == "Tinggi"
    teknis = orang.ani.riwayatdiklat.get()
    assert ani.fakta["teknis"] == ["m", 1500, [teknis.pk], 24]
    assert ani.fakta["disiplin"] == ["t", 300, [orang.ani.riwayathukuman.get().pk], "ringan"]
    assert ani.fakta["perkiraan"] == 2025
    # PPPK without education recorded: 0; 25; 30; 5
    assert hasil(p, orang.pppk).total == 60
    assert hasil(p, orang.cpns) is None
    assert hasil(p, orang.hadi) is None


def test_fakta_dapat_dibuka_lagi(orang):
    p = hitung()
    fakta = {b[0]: b[1:] for b in baris.buka_fakta(hasil(p, orang.ani).fakta)}
    assert fakta["pendidikan"] == ("memenuhi", 1500, (), "S1")
    assert fakta["kinerja"][3] == [2025, "Baik"]


def test_tanpa_jabatan_masuk_populasi_tetapi_tidak_terukur(orang):
    baru = buat_pegawai(nama="TANPA JABATAN", jabatan=None, batch=orang.batch)
    p = hitung()
    assert (p.populasi, p.terukur) == (7, 6)
    assert hasil(p, baru).total is None
    assert hasil(p, baru).fakta == {"sebab": "jabatan_kosong"}


def test_jatuh_tempo_kgb_kp_pensiun_dan_kontrak(orang):
    hitung()
    ani = {t.jenis: t for t in JatuhTempo.objects.filter(pegawai=orang.ani)}
    assert ani["kgb"].tanggal == date(2027, 3, 1)
    assert ani["kgb"].layanan == "kgb"
    assert ani["kgb"].layak == "menunggu"
    assert ani["pensiun"].tanggal == date(2046, 6, 1)
    pppk = {t.jenis: t for t in JatuhTempo.objects.filter(pegawai=orang.pppk)}
    assert pppk["kontrak"].tanggal == date(2029, 2, 28)
    assert "kp" not in pppk
    assert not JatuhTempo.objects.filter(pegawai=orang.hadi).exists()


def test_syarat_diperiksa_menjelang_tanggalnya(orang):
    tambah(orang.citra, "gaji", batch=orang.batch, tmt=date(2025, 1, 1), jenis="KGB", golongan_id="III/a",
           gaji_pokok=3_000_000, mkg_tahun=10, mkg_bulan=0)  # fmt: skip
    tambah(orang.citra, "gaji", batch=orang.batch, tmt=date(2025, 4, 1), jenis="LAIN", golongan_id="III/a",
           gaji_pokok=3_000_000, mkg_tahun=10, mkg_bulan=3)  # fmt: skip
    hitung()
    kgb = JatuhTempo.objects.get(pegawai=orang.citra, jenis="kgb")
    assert (kgb.tanggal, kgb.layak) == (date(2027, 1, 1), "ya")
    assert "syarat terpenuhi" in kgb.keterangan["kalimat"]


def test_yang_sudah_ditetapkan_tidak_jatuh_tempo_lagi(orang):
    tambah(orang.citra, "gaji", batch=orang.batch, tmt=date(2025, 1, 1), jenis="KGB", golongan_id="III/a",
           gaji_pokok=3_000_000, mkg_tahun=10, mkg_bulan=0)  # fmt: skip
    surat = Naskah.objects.create(
        jenis="surat_kgb", perihal="Kenaikan Gaji Berkala", nomor="822/1", tanggal=HARI, penetap="Kepala BKD",
        tahap="ditandatangani", status="berlaku", asal="luar", dibuat_pada=timezone.now(),
        ditandatangani_pada=timezone.now(), berkas_sah="naskah-sah/uji.pdf",
    )  # fmt: skip
    np = NaskahPegawai.objects.create(
        naskah=surat, pegawai=orang.citra, tmt=date(2027, 1, 1), diterapkan_pada=timezone.now()
    )
    tambah(orang.citra, "gaji", naskah_pegawai=np, tmt=np.tmt, jenis="KGB", golongan_id="III/a",
           gaji_pokok=3_100_000, mkg_tahun=12, mkg_bulan=0)  # fmt: skip
    hitung()
    kgb = JatuhTempo.objects.get(pegawai=orang.citra, jenis="kgb")
    assert (kgb.tanggal, kgb.layak) == (date(2029, 1, 1), "menunggu")


def test_kp_pilihan_dihitung_dari_masa_dalam_pangkat(orang):
    hitung()
    kp = JatuhTempo.objects.get(pegawai=orang.ani, jenis="pilihan")
    assert (kp.layanan, kp.tanggal, kp.layak) == ("kp-fungsional", date(2026, 12, 1), "tidak")
    assert {"KP-J02", "KP-J04"} <= set(kp.keterangan["kode"])


# ── means ────────────────────────────────────────────────────────────────────────────────────────────


def test_rata_tiap_tingkat_unit_tertimbang_pegawai_setengah_ke_atas(orang):
    p = hitung()
    nilai = {h.pegawai_id: h for h in HasilIndeks.objects.filter(putaran=p)}
    for kode, siapa in (
        ("SDN-BABAT-14", ("ani", "fajar")),
        ("DISDIK", ("ani", "fajar", "budi")),
        ("KAB", ("ani", "budi", "citra", "eko", "fajar", "pppk")),
    ):
        r = RataUnit.objects.get(putaran=p, unit=UnitKerja.objects.get(kode=kode), kelompok="")
        total = sum((nilai[getattr(orang, s).pk].total for s in siapa), Decimal(0))
        assert (r.terukur, r.jumlah) == (len(siapa), total), kode
        assert r.total == (total / len(siapa)).quantize(Decimal("0.01"), "ROUND_HALF_UP"), kode
    semua = RataUnit.objects.get(putaran=p, unit=None, kelompok="")
    assert (semua.populasi, semua.total) == (6, RataUnit.objects.get(putaran=p, unit__kode="KAB", kelompok="").total)


def test_pegawai_tanpa_unit_hanya_masuk_rata_instansi(orang):
    buat_pegawai(nama="TANPA UNIT", unit=None, batch=orang.batch)
    p = hitung()
    assert RataUnit.objects.get(putaran=p, unit=None, kelompok="").populasi == 7
    assert RataUnit.objects.get(putaran=p, unit__kode="KAB", kelompok="").populasi == 6


def test_rekap_menurut_kelompok_berjumlah_sama_dengan_semua(orang):
    p = hitung()
    for kelompok in ("kategori", "jenis_kelamin", "jenis_jabatan", "pendidikan"):
        isi_kelompok = RataUnit.objects.filter(putaran=p, unit=None, kelompok=kelompok)
        assert sum(r.populasi for r in isi_kelompok) == 6, kelompok
    assert RekapTempo.objects.get(putaran=p, unit=None, jenis="kgb", bulan=date(2027, 3, 1)).jumlah >= 5


# ── again, killed, broken ────────────────────────────────────────────────────────────────────────────


def test_dihitung_dua_kali_hasilnya_sama_dan_yang_lama_dibuang(orang):
    satu = hitung()
    lama = isi(satu)
    dua = hitung()
    assert isi(dua) == lama
    assert list(PutaranIndeks.objects.values_list("pk", "kini")) == [(dua.pk, True)]
    assert partisi.ada() == {partisi.HASIL: {dua.pk}, partisi.TEMPO: {dua.pk}}


def test_mati_di_tengah_jalan_halaman_tetap_kemarin_lalu_dilanjutkan(orang, monkeypatch):
    kemarin = hitung(HARI - timedelta(days=1))
    satu_pegawai_tiap_rentang(monkeypatch)
    asli, sudah = baris.Perakit.hasil, []

    def mati(self, p, *lain):
        if len(sudah) == 3:
            raise KeyboardInterrupt
        sudah.append(p.pegawai_id)
        return asli(self, p, *lain)

    monkeypatch.setattr(baris.Perakit, "hasil", mati)
    with pytest.raises(KeyboardInterrupt):
        hitung()
    assert PutaranIndeks.objects.kini().pk == kemarin.pk
    assert RentangPutaran.objects.filter(putaran__tanggal=HARI, selesai_pada__isnull=False).count() == 3
    monkeypatch.setattr(baris.Perakit, "hasil", asli)
    lanjut = hitung()
    assert PutaranIndeks.objects.kini().pk == lanjut.pk
    assert (lanjut.populasi, HasilIndeks.objects.filter(putaran=lanjut).count()) == (6, 6)


def test_putaran_yang_mati_tidak_mengulang_rentang_yang_selesai(orang, monkeypatch):
    satu_pegawai_tiap_rentang(monkeypatch)
    putaran = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now())
    aturan_dipakai = []
    asli = malam._satu_rentang

    def dua_saja(*a):
        if len(aturan_dipakai) == 2:
            return False
        aturan_dipakai.append(1)
        return asli(*a)

    monkeypatch.setattr(malam, "_satu_rentang", dua_saja)
    assert malam.kerjakan(putaran.pk, sekarang=timezone.now) == 2
    assert not malam.rampungkan(putaran.pk, sekarang=timezone.now())
    assert PutaranIndeks.objects.kini() is None
    monkeypatch.setattr(malam, "_satu_rentang", asli)
    lanjut = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now())
    assert lanjut.pk == putaran.pk
    assert malam.kerjakan(lanjut.pk, sekarang=timezone.now) == 6
    assert malam.rampungkan(lanjut.pk, sekarang=timezone.now())
    assert not malam.rampungkan(lanjut.pk, sekarang=timezone.now())


def test_banyak_rentang_sama_dengan_satu_rentang(orang, monkeypatch):
    satu = isi(hitung())
    satu_pegawai_tiap_rentang(monkeypatch)
    p = hitung()
    assert p.rentang.count() == 8
    assert isi(p) == satu


def test_setelan_berubah_di_tengah_malam_memulai_putaran_baru(orang):
    lama = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now())
    Setelan.objects.filter(kunci="ip_skor_disiplin_berat").update(nilai=0)
    baru = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now())
    assert baru.pk != lama.pk
    lama.refresh_from_db()
    assert lama.status == "gagal"
    assert malam.kerjakan(lama.pk, sekarang=timezone.now) == 0


def test_satu_data_rusak_tidak_menggagalkan_malam(orang, monkeypatch):
    asli = baris.Perakit.hasil

    def rusak(self, p, *lain):
        if p.pegawai_id == orang.eko.pk:
            raise ValueError("data rusak")
        return asli(self, p, *lain)

    monkeypatch.setattr(baris.Perakit, "hasil", rusak)
    p = hitung()
    assert (p.populasi, p.galat) == (5, 1)


def test_setelan_hilang_malam_tidak_dimulai(orang):
    Setelan.objects.filter(kunci="ip_mode_batas").delete()
    with pytest.raises(GalatSetelan, match="ip_mode_batas"):
        hitung()
    assert not PutaranIndeks.objects.exists()


def test_tanpa_pegawai_pun_malam_selesai(db):
    p = hitung()
    assert (p.status, p.populasi) == ("selesai", 0)


# ── dates and years ──────────────────────────────────────────────────────────────────────────────────


def test_nilai_per_tanggal_lampau_tidak_tersentuh_data_sesudahnya(orang):
    per = date(2026, 6, 30)
    sebelum = isi(hitung(per))
    tambah(orang.ani, "diklat", batch=orang.batch, tmt=date(2026, 7, 1), jenis_id="9", nama="Seminar besok")
    tambah(orang.budi, "hukuman", batch=orang.batch, tmt=date(2026, 7, 1), jenis_id="B2", nomor_sk="1")
    tambah(orang.eko, "pendidikan", batch=orang.batch, tmt=date(2026, 7, 1), tingkat_id="45", nama="S2")
    assert isi(hitung(per)) == sebelum


def test_tahun_yang_sudah_berakhir_memakai_predikat_tahun_itu_yang_terbit_kemudian(orang):
    per = date(2026, 12, 31)
    berjalan = hitung(per, hari_ini=per)
    assert hasil(berjalan, orang.ani).fakta["perkiraan"] == 2025
    tambah(orang.ani, "kinerja", batch=orang.batch, tmt=date(2027, 1, 20), tahun=2026, predikat="Sangat Baik")
    tambah(orang.ani, "diklat", batch=orang.batch, tmt=date(2027, 1, 20), jenis_id="9", nama="Seminar tahun depan")
    resmi = hitung(per, hari_ini=date(2027, 2, 1))
    ani = hasil(resmi, orang.ani)
    assert (resmi.berjalan, resmi.kinerja_per) == (False, date(2027, 2, 1))
    assert (ani.kinerja, "perkiraan" in ani.fakta) == (30, False)
    assert ani.fakta["seminar"][0] == "b"
    # No predikat of the finished year: nothing stands in for it.
    assert hasil(resmi, orang.budi).kinerja == 0


def test_penunjuk_tiap_tahun_dan_generasi_sendiri(orang):
    c = hitung()
    b = hitung(generasi="B")
    assert not hitung(date(2026, 3, 31)).tempo
    lama = hitung(date(2026, 3, 31), bertempo=True)  # its report wants the due dates of that night as well
    assert RekapTempo.objects.filter(putaran=lama, unit=None, jenis="kgb").exists()
    depan = hitung(JANUARI, hari_ini=JANUARI)
    kini = set(PutaranIndeks.objects.filter(kini=True).values_list("pk", flat=True))
    assert kini == {c.pk, b.pk, depan.pk}
    assert not PutaranIndeks.objects.get(pk=lama.pk).kini
    assert PutaranIndeks.objects.kini().pk == depan.pk
    assert PutaranIndeks.objects.tempo_kini().pk == depan.pk
    assert JatuhTempo.objects.values("putaran").distinct().count() == 1
    assert hasil(b, orang.pppk) is None


def test_yang_disimpan_ialah_malam_terakhir_tiap_bulan(orang):
    for hari in (
        date(2026, 8, 30),
        date(2026, 8, 31),
        date(2026, 9, 29),
        date(2026, 9, 30),
        HARI - timedelta(days=1),
        HARI,
    ):
        hitung(hari, hari_ini=hari)
    tanggal = set(PutaranIndeks.objects.values_list("tanggal", flat=True))
    assert tanggal == {date(2026, 8, 31), date(2026, 9, 30), HARI}
    Setelan.objects.filter(kunci="indeks_simpan_bulan").update(nilai=2)
    hitung(HARI, hari_ini=HARI)
    assert date(2026, 8, 31) not in set(PutaranIndeks.objects.values_list("tanggal", flat=True))


def test_pegawai_yang_masuk_saat_malam_berjalan_dihitung_malam_berikutnya(orang):
    putaran = malam.mulai(HARI, hari_ini=HARI, sekarang=timezone.now())
    baru = buat_pegawai(nama="BARU MASUK", batch=buat_batch())
    malam.kerjakan(putaran.pk, sekarang=timezone.now)
    malam.rampungkan(putaran.pk, sekarang=timezone.now())
    assert hasil(putaran, baru) is None
    assert hasil(hitung(), baru) is not None
