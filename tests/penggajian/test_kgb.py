"""KGB: form, route, nominatif, frozen data and effect on real rows; conditions stand in tests/kasus."""

import io
from datetime import date

import pytest
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Naskah, NaskahPegawai, PejabatLuar, RiwayatGaji, Setelan
from kepegawaian.profil import profil_satu
from layanan import katalog, rute
from layanan.cetak import buat_pdf
from layanan.galat import DitolakAlur
from penggajian import aturan
from penggajian.layanan.kgb import KgbForm, terpilih
from tests.dunia_bersama import bersama
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db
KGB = katalog.ambil("kgb")
TMT = date(2027, 1, 1)
HARI_INI = date(2026, 11, 24)


@pytest.fixture
@bersama
def ani():
    """III/a, MKG 0 on 1 January 2017; KGB of 2025 recorded, the next (row 10) is due on 1 January 2027."""
    ani = buat_pegawai(tmt=date(2017, 1, 1), unit="DINKES")
    tambah(ani, "gaji", tmt=date(2025, 1, 1), jenis="KGB", golongan_id="III/a", gaji_pokok=3153600, mkg_tahun=8,
           nomor_sk="822/9/2024", tanggal_sk=date(2024, 11, 1), pejabat="Kepala Dinas Kesehatan")  # fmt: skip
    tambah(ani, "kinerja", tmt=date(2026, 1, 31), tahun=2025, predikat="Baik")
    return ani


def konteks(pegawai, tmt=TMT):
    acuan = acuan_kini()
    return katalog.Konteks(profil_satu(pegawai.pk, per=tmt), {"tmt": tmt}, tmt, acuan, {})


def buat_naskah(pegawai, data, tmt=TMT):
    naskah = Naskah.objects.create(
        jenis="surat", perihal="Pemberitahuan KGB", asal="register", nomor=f"822/{pegawai.pk}/413.207/2026",
        tanggal=HARI_INI, penetap="Kepala Dinas Kesehatan", data=data, dibuat_pada=timezone.now(),
    )  # fmt: skip
    isi = {"layanan": "kgb", "isian": {"tmt": tmt.isoformat()}, "usulan": None}
    return NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=tmt, data=isi)


def test_pegawai_nyata_memenuhi_semua_syarat(ani):
    jawaban = {s.kode: h.jawaban for s, h in KGB.periksa(konteks(ani))}
    assert jawaban == dict.fromkeys(("KGB-01", "KGB-02", "KGB-03", "KGB-04", "KGB-05"), katalog.YA)


def test_pppk_hanya_ditanya_syarat_pppk():
    eko = buat_pegawai(status="PPPK", golongan="IX", kedudukan="P1", tmt=date(2024, 3, 1), nip="198605172024211001")
    kode = [s.kode for s, _ in KGB.periksa(konteks(eko, date(2026, 3, 1)))]
    assert kode == ["KGB-05", "KGB-P01", "KGB-P02", "KGB-P03", "KGB-P04"]


def test_isian_awal_ialah_jatuh_tempo_yang_suratnya_terbit_kini(ani):
    acuan = acuan_kini()
    profil = profil_satu(ani.pk, per=HARI_INI)
    assert KGB.isian_awal(profil, HARI_INI, acuan) == {"tmt": TMT}
    assert KGB.bulan_nominatif(HARI_INI, acuan) == TMT
    assert KGB.jatuh_tempo(profil, acuan, HARI_INI) == TMT
    assert aturan.jatuh_tempo(profil, acuan, TMT).baris == 10
    # Forgotten for months: the row that is due is offered, not the one two years ahead.
    assert terpilih(profil_satu(ani.pk, per=date(2027, 9, 1)), date(2027, 9, 1), acuan).tmt == TMT


def test_formulir_hanya_menerima_awal_bulan_yang_dekat():
    assert KgbForm({"tmt": "2027-01-01"}).is_valid()
    assert KgbForm({"tmt": "2027-01-02"}).errors["tmt"] == ["TMT kenaikan gaji berkala selalu tanggal 1."]
    assert not KgbForm({"tmt": "1990-01-01"}).is_valid()
    assert not KgbForm({"tmt": "2040-01-01"}).is_valid()


def test_rute_menuju_kantor_yang_disebut_setelan(ani):
    k = konteks(ani)
    langkah = rute.susun(KGB, k, k.acuan, HARI_INI)
    assert [r["kode"] for r in langkah] == ["verifikasi_bkd", "penetapan", "tanda_tangan"]
    assert langkah[1]["alamat"]["nama"] == langkah[2]["alamat"]["nama"] == "Kepala Dinas Kesehatan"
    Setelan.objects.create(kunci="kgb_penanda_tangan", nilai="KABAN", uraian="uji", berlaku_sejak=date(2026, 1, 1),
                           dasar="uji")  # fmt: skip
    k = konteks(ani)
    assert rute.susun(KGB, k, k.acuan, HARI_INI)[1]["alamat"]["nama"].startswith("Kepala Badan Kepegawaian")


def test_akibat_menyebut_gaji_mkg_dan_kgb_sesudahnya(ani):
    assert KGB.akibat(konteks(ani)) == [
        ("Gaji pokok", "Rp3.153.600", "Rp3.252.900"),
        ("Masa kerja golongan", "8 tahun 0 bulan", "10 tahun 0 bulan"),
        ("KGB berikutnya", "1 Januari 2027", "1 Januari 2029"),
    ]


def test_data_naskah_memuat_gaji_lama_dan_baru(ani):
    buat_pegawai(nama="Dewi Sartika", gelar_depan="dr.", unit="DINKES", jabatan="KEPALA-DINKES", golongan="IV/b")
    data = KGB.data_naskah(konteks(ani))
    assert data["lama"]["gaji"]["rupiah"] == 3153600
    assert data["lama"]["mkg"] == {"tahun": 8, "bulan": 0, "tulis": "8 tahun 0 bulan"}
    assert data["lama"]["dekret"] == {
        "pejabat": "Kepala Dinas Kesehatan", "nomor": "822/9/2024", "tanggal": "1 November 2024"
    }  # fmt: skip
    assert data["baru"]["gaji"]["tulis"] == "Rp3.252.900"
    assert data["baru"]["tmt"] == {"iso": "2027-01-01", "tulis": "1 Januari 2027"}
    assert data["kgb_berikut"] == "1 Januari 2029"
    assert data["kop"]["opd"] == "DINAS KESEHATAN"
    assert data["tanda_tangan"]["nama"] == data["penandatangan"] == "dr. Dewi Sartika"
    assert data["tanda_tangan"]["atas_nama"] == "BUPATI LAMONGAN"
    assert [d.split(" tentang")[0] for d in data["dasar"]] == [
        "Peraturan Pemerintah Nomor 7 Tahun 1977", "Peraturan Pemerintah Nomor 5 Tahun 2024"
    ]  # fmt: skip
    assert len(data["tembusan"]) == 4
    assert data["kepada"][0] == "Kepala Badan Pengelolaan Keuangan dan Aset Daerah"
    assert data["pembuka"].endswith("kepada pegawai berikut diberikan kenaikan gaji berkala:")


def test_surat_pppk_menyebut_dasar_hukumnya_sendiri():
    eko = buat_pegawai(status="PPPK", golongan="IX", kedudukan="P1", tmt=date(2024, 3, 1), nip="198605172024211001",
                       unit="DINKES")  # fmt: skip
    tambah(eko, "gaji", tmt=date(2024, 3, 1), jenis="SK", golongan_id="IX", gaji_pokok=3203600, mkg_tahun=0)
    data = KGB.data_naskah(konteks(eko, date(2026, 3, 1)))
    assert [d.split(" tentang")[0] for d in data["dasar"]] == [
        "Peraturan Presiden Nomor 98 Tahun 2020", "Peraturan Presiden Nomor 11 Tahun 2024",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 7 Tahun 2023",
    ]  # fmt: skip


def test_surat_muat_satu_lembar_juga_dengan_nama_unit_dan_terbilang_panjang(ani):
    data = KGB.data_naskah(konteks(ani)) | {"nomor": "822/1234/413.207/2026", "tanggal": "2026-11-24"}
    data |= {"usulan": "US-2026-001234"}
    data["pegawai"] |= {
        "jabatan": "Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan Program Pembinaan",
        "unit": "Seksi Kurikulum dan Penilaian Sekolah Dasar Bidang Pembinaan Sekolah Dasar",
    }
    terbilang = "lima juta tujuh ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh rupiah"
    for bagian in ("lama", "baru"):
        data[bagian]["gaji"] |= {"terbilang": terbilang}
    naskah = Naskah(perihal="Pemberitahuan KGB", templat="naskah/kgb.html", data=data, nomor=data["nomor"],
                    token="t" * 22, dibuat_pada=timezone.now())  # fmt: skip
    assert len(PdfReader(io.BytesIO(buat_pdf(naskah))).pages) == 1


def test_data_naskah_menyebut_plt_dan_jabatan_kosong(ani):
    assert KGB.data_naskah(konteks(ani))["tanda_tangan"]["nama"] == ""
    plt = buat_pegawai(nama="Budi", unit="DINKES", golongan="IV/a", kelamin="L")
    tambah(plt, "jabatan", tmt=date(2026, 1, 1), sampai=date(2027, 12, 31), penugasan="PLT",
           jabatan_id=_jabatan("KEPALA-DINKES"))  # fmt: skip
    assert KGB.data_naskah(konteks(ani))["tanda_tangan"]["jabatan"] == "Plt. Kepala Dinas Kesehatan"


def test_surat_atas_nama_bupati_kecuali_bila_bupati_sendiri_yang_menandatangani(ani):
    plt = buat_pegawai(nama="Budi", unit="DINKES", golongan="IV/a", kelamin="L")
    tambah(plt, "jabatan", tmt=date(2026, 1, 1), sampai=date(2027, 12, 31), penugasan="PLT",
           jabatan_id=_jabatan("KEPALA-DINKES"))  # fmt: skip
    tanda = KGB.data_naskah(konteks(ani))["tanda_tangan"]
    assert tanda["baris"] == ["a.n. BUPATI LAMONGAN", "Plt. Kepala Dinas Kesehatan"]
    sekda = buat_pegawai(nama="Sekda", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d", tmt=date(2017, 1, 1))
    tambah(sekda, "gaji", tmt=date(2025, 1, 1), jenis="KGB", golongan_id="IV/d", gaji_pokok=4000000, mkg_tahun=8)
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Contoh", sejak=date(2025, 1, 1), dasar="uji"
    )
    tanda = KGB.data_naskah(konteks(sekda))["tanda_tangan"]
    assert (tanda["baris"], tanda["atas_nama"], tanda["kantor_luar"]) == (["BUPATI LAMONGAN"], "", "BUPATI")


def _jabatan(kode):
    from tests.pabrik import jabatan_kode  # noqa: PLC0415 - only here

    return jabatan_kode(kode).pk


def test_data_naskah_tanpa_mkg_atau_tabel_ditolak(ani):
    budi = buat_pegawai(mkg=(None, None), unit="DINKES")
    with pytest.raises(DitolakAlur, match="Masa kerja golongan belum tercatat"):
        KGB.data_naskah(konteks(budi))
    with pytest.raises(DitolakAlur, match="Tabel gaji untuk tanggal 1 Januari 2023"):
        KGB.data_naskah(konteks(ani, date(2023, 1, 1)))


def test_terapkan_menambah_satu_baris_dan_tidak_mengubah_yang_lama(ani):
    np = buat_naskah(ani, KGB.data_naskah(konteks(ani)))
    lama = RiwayatGaji.objects.get(pegawai=ani)
    with jejak.sebagai(None):
        KGB.terapkan(np)
        KGB.terapkan(np)
    gaji = RiwayatGaji.objects.get(naskah_pegawai=np)
    assert (gaji.jenis, gaji.tmt, gaji.gaji_pokok, gaji.mkg_tahun, gaji.mkg_bulan) == ("KGB", TMT, 3252900, 10, 0)
    assert gaji.nomor_sk == np.naskah.nomor
    assert RiwayatGaji.objects.get(pk=lama.pk).dibatalkan_pada is None
    assert KGB.akibat(konteks(ani)) == []
    assert KGB.jatuh_tempo(profil_satu(ani.pk, per=TMT), acuan_kini(), TMT) == date(2029, 1, 1)


def test_terapkan_yang_tertunda_menyimpan_mkg_sebenarnya(ani):
    """PP 7/1977 Ps. 13: the delay counts fully, so the KGB after it returns to the old cycle."""
    tunda = date(2028, 1, 1)
    np = buat_naskah(ani, {}, tunda)
    with jejak.sebagai(None):
        KGB.terapkan(np)
    gaji = RiwayatGaji.objects.get(naskah_pegawai=np)
    assert (gaji.mkg_tahun, gaji.gaji_pokok) == (11, 3252900)
    assert KGB.jatuh_tempo(profil_satu(ani.pk, per=tunda), acuan_kini(), tunda) == date(2029, 1, 1)
