"""Kenaikan pangkat selain reguler lewat pintunya: dari draf sampai SK bertanda tangan, lalu riwayat dan profil."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kepangkatan.forms_khusus import (
    AnumertaForm,
    KpIjazahForm,
    PengabdianForm,
    PertekAnumertaForm,
    SkSementaraForm,
)
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import RiwayatPangkat
from kepegawaian.profil import profil_satu
from layanan import katalog
from tests.kepangkatan.conftest import bulan_depan, kinerja, mainkan, sebelum_sesudah
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db


def pangkat_baru(pegawai):
    """The row the decree wrote."""
    return RiwayatPangkat.objects.get(pegawai=pegawai, naskah_pegawai__isnull=False, dibatalkan_pada__isnull=True)


def naskah(usulan):
    return usulan.naskah.order_by("-naskah_id").first().naskah


# ── one route to the signed SK for each ──────────────────────────────────────────────────────────────


def test_struktural_naik_dan_riwayatnya_berlaku_pada_tmt(orang, hari_ini):
    """III/c for four years, Kepala Subbagian (IV.a: III/c to III/d); MKG 12 years at III/c stays, row 16 at III/d."""
    tmt = bulan_depan(hari_ini)
    sejak = tambah_bulan(tmt, -48)
    gani = buat_pegawai(nama="Gani Wirawan", unit="DISDIK-SUBBAG1", kelamin="L", tmt=date(2010, 3, 1),
                        lahir=date(1984, 5, 17), jabatan="P-PENELAAH-TEKNIS-KEBIJAKAN")  # fmt: skip
    tambah(
        gani, "pangkat", tmt=sejak, golongan_id="III/c", mkg_tahun=12, mkg_bulan=0, nomor_sk="823/1", jenis_kp_id="201"
    )
    tambah(gani, "jabatan", tmt=date(2021, 2, 3), jabatan_id=_jabatan("KEPALA-DISDIK-SUBBAG1"),
           tmt_pelantikan=date(2021, 2, 3), nomor_sk="821/4/2021")  # fmt: skip
    tambah(gani, "pendidikan", tmt=date(2010, 3, 1), tingkat_id="40", nama="Administrasi", tahun_lulus=2008)
    kinerja(gani, tmt.year - 1, tmt.year - 2)
    usulan = mainkan("kp-struktural", gani, {"tmt": tmt, "golongan_baru": "III/d"})
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = pangkat_baru(gani)
    assert (baris.golongan_id, baris.jenis_kp_id, baris.tmt) == ("III/d", "201", tmt)
    assert baris.nomor_pertek.startswith("PT-3524")
    lama, baru = sebelum_sesudah(gani, tmt)
    assert (lama.golongan, baru.golongan, baru.pangkat) == ("III/c", "III/d", "Penata Tingkat I")
    assert baru.mkg_dekret == 16 * 12
    assert baru.gaji_pokok == 4_042_500  # Lampiran PP 5/2024, III/d baris 16
    data = naskah(usulan).data
    assert "Pasal 10 sampai dengan Pasal 12" in data["menimbang"][0]
    assert any("Nomor 13 Tahun 2002" in m for m in data["mengingat"])


def test_fungsional_naik_dengan_angka_kreditnya(orang, hari_ini):
    """Guru Ahli Pertama III/a with 50 credits: III/b, and the decree and the row name the credits."""
    tmt = bulan_depan(hari_ini)
    guru = buat_pegawai(nama="Hana Pertiwi", unit="DISDIK", jabatan="JF-GURU-PERTAMA", tmt=tambah_bulan(tmt, -48))
    tambah(guru, "pendidikan", tmt=tambah_bulan(tmt, -48), tingkat_id="40", nama="PGSD", tahun_lulus=2018)
    for tahun in range(tmt.year - 4, tmt.year):
        tambah(guru, "angka_kredit", tmt=date(tahun, 1, 1), sampai=date(tahun, 12, 31), jenis="konversi",
               jenjang="ahli_pertama", jumlah=Decimal("12.50"))  # fmt: skip
    kinerja(guru, tmt.year - 1, tmt.year - 2)
    usulan = mainkan("kp-fungsional", guru, {"tmt": tmt, "golongan_baru": "III/b"})
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = pangkat_baru(guru)
    assert (baris.golongan_id, baris.jenis_kp_id, baris.angka_kredit) == ("III/b", "202", Decimal("50.00"))
    assert "dengan angka kredit 50," in naskah(usulan).data["diktum"][0]["isi"]
    lama, baru = sebelum_sesudah(guru, tmt)
    assert (lama.golongan, baru.golongan) == ("III/a", "III/b")
    # MKG runs on, so the next KGB keeps its date.
    assert lama.tmt_mkg_nol == baru.tmt_mkg_nol


def test_pengabdian_berlaku_pada_tanggal_meninggal(orang, hari_ini):
    """Over thirty years of service, died forty days ago: bound to no period, pay of the new rank from that day."""
    meninggal = hari_ini - timedelta(days=40)
    iwan = buat_pegawai(nama="Iwan Setiadi", unit="DISDIK", golongan="II/d", kelamin="L", lahir=date(1972, 5, 17),
                        tmt=date(1994, 3, 1), mkg=(10, 0))  # fmt: skip
    tambah(iwan, "pangkat", tmt=date(2016, 4, 1), golongan_id="III/a", mkg_tahun=17, mkg_bulan=1, jenis_kp_id="101")
    kinerja(iwan, meninggal.year - 1)
    isian = {"sebab": "meninggal", "tanggal_kejadian": meninggal, "nomor_bukti": "474.3/12", "karena_dinas": ""}
    usulan = mainkan("kp-pengabdian", iwan, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = pangkat_baru(iwan)
    assert (baris.golongan_id, baris.jenis_kp_id, baris.tmt) == ("III/b", "PGB", meninggal)
    lama, baru = sebelum_sesudah(iwan, meninggal)
    assert (lama.golongan, baru.golongan) == ("III/a", "III/b")
    assert "telah meninggal dunia" in naskah(usulan).data["menimbang"][0]
    assert naskah(usulan).data["tentang"] == "KENAIKAN PANGKAT PENGABDIAN PEGAWAI NEGERI SIPIL"


def test_anumerta_mencatat_sk_sementara_dan_huruf_dari_bkn(orang, hari_ini):
    tewas = hari_ini - timedelta(days=45)
    joni = buat_pegawai(nama="Joni Prakoso", unit="DISDIK", golongan="II/c", kelamin="L", tmt=date(2019, 3, 1))
    isian = {"tanggal_tewas": tewas, "huruf": "b", "nomor_laporan": "BA/1", "uraian": "Kecelakaan saat bertugas."}
    usulan = mainkan("kp-anumerta", joni, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    baris = pangkat_baru(joni)
    assert (baris.golongan_id, baris.jenis_kp_id, baris.tmt) == ("II/d", "ANU", tewas)
    data = naskah(usulan).data
    # BKN confirmed letter a, the official had found b: what BKN confirmed is printed.
    assert data["tewas"]["huruf"].startswith("meninggal dunia dalam dan karena")
    assert data["tewas"]["sementara"].startswith("823/")


def test_penyesuaian_ijazah_melompat_dan_memotong_mkg(orang, hari_ini):
    """II/c with S1: III/a at once; MKG 10 years 0 months less five years for crossing to group III."""
    tmt = bulan_depan(hari_ini)
    kiki = buat_pegawai(nama="Kiki Amalia", unit="DISDIK", golongan="II/b", tmt=date(2012, 3, 1))
    tambah(
        kiki, "pangkat", tmt=tambah_bulan(tmt, -12), golongan_id="II/c", mkg_tahun=9, mkg_bulan=0, jenis_kp_id="101"
    )
    tambah(kiki, "pendidikan", tmt=tambah_bulan(tmt, -6), tingkat_id="40", nama="Akuntansi", tahun_lulus=tmt.year - 1)
    tambah(kiki, "ujian", tmt=tambah_bulan(tmt, -3), jenis="UPKP", nomor_sk="892/1")
    kinerja(kiki, tmt.year - 1)
    isian = {"tmt": tmt, "golongan_baru": "III/a", "izin": "izin_belajar", "nomor_izin": "420/1", "akreditasi": "b",
             "pddikti": "ya", "nomor_uraian": "800/1", "eselon_uraian": "II.b"}  # fmt: skip
    usulan = mainkan("kp-ijazah", kiki, isian)
    assert usulan.status == "selesai", usulan.langkah_kini
    lama, baru = sebelum_sesudah(kiki, tmt)
    assert (lama.golongan, baru.golongan, baru.mkg_dekret) == ("II/c", "III/a", 60)
    assert baru.gaji_pokok == 2_964_000  # Lampiran PP 5/2024, III/a baris 4


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────


def konteks(pegawai, per):
    return katalog.Konteks(profil_satu(pegawai.pk, per=per), {}, per, acuan_kini())


def test_formulir_pengabdian_menghitung_tmt_dan_menuntut_buktinya(orang, hari_ini):
    k = konteks(orang.ani, hari_ini)
    form = PengabdianForm({"sebab": "bup"}, konteks=k)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["tmt"] == tambah_bulan(k.profil.tmt_pensiun, -1)
    assert form.cleaned_data["golongan_baru"] == "III/a"
    assert set(PengabdianForm({"sebab": "meninggal"}, konteks=k).errors) == {"tanggal_kejadian", "nomor_bukti"}
    cacat = {"sebab": "cacat", "tanggal_kejadian": hari_ini, "nomor_bukti": "1"}
    assert set(PengabdianForm(cacat, konteks=k).errors) == {"karena_dinas"}


def test_formulir_anumerta_tidak_menyimpulkan_huruf(orang, hari_ini):
    k = konteks(orang.ani, hari_ini)
    isi = {"tanggal_tewas": hari_ini, "nomor_laporan": "1", "uraian": "Tertimpa tembok saat bertugas."}
    assert set(AnumertaForm(isi, konteks=k).errors) == {"huruf"}
    assert AnumertaForm(isi | {"huruf": "belum"}, konteks=k).is_valid()
    pertek = PertekAnumertaForm({"hasil": "ms", "nomor_pertek": "1", "tanggal_pertek": hari_ini})
    assert set(pertek.errors) == {"huruf", "berkas"}


def test_sk_sementara_mendahului_pemakaman(hari_ini):
    isi = {"nomor_sementara": "1", "pejabat_sementara": "Bupati", "tanggal_sementara": hari_ini}
    assert not SkSementaraForm(isi | {"tanggal_makam": hari_ini - timedelta(days=1)}).is_valid()
    assert SkSementaraForm(isi | {"tanggal_makam": hari_ini}).is_valid()


def test_izin_belajar_wajib_bernomor(orang, hari_ini):
    form = KpIjazahForm({"izin": "izin_belajar"}, konteks=konteks(orang.ani, hari_ini))
    assert "nomor_izin" in form.errors


def test_anumerta_tidak_ditanyakan_kepada_diri_sendiri():
    assert not katalog.ambil("kp-anumerta").tanya_diri
    assert katalog.ambil("kp-pengabdian").tenggat_usul(date(2026, 11, 17), acuan_kini()) is None


def test_dokumen_pengabdian_menurut_sebabnya(orang, hari_ini):
    layanan = katalog.ambil("kp-pengabdian")
    khusus = ("dpcp", "surat_kematian", "berita_acara")
    for sebab, kode in zip(("bup", "meninggal", "cacat"), khusus, strict=True):
        k = konteks(orang.ani, hari_ini)
        k.isian["sebab"] = sebab
        assert [d.kode for d in layanan.dokumen if d.kode in khusus and d.bila(k)] == [kode]


def _jabatan(kode):
    from tests.pabrik import jabatan_kode  # noqa: PLC0415 - only here

    return jabatan_kode(kode).pk
