"""KP reguler: form, documents, route, frozen data and effect on real rows; conditions stand in tests/kasus."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kepangkatan.aturan import periode, reguler
from kepangkatan.forms import KpRegulerForm
from kepangkatan.layanan.kp_reguler import golongan_atasan
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Naskah, NaskahPegawai, PejabatLuar, RiwayatGaji, RiwayatPangkat
from kepegawaian.profil import profil_satu
from layanan import katalog, rute
from layanan.forms_luar import PertekForm, SkLuarForm
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan, Usulan
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db
TMT = date(2026, 12, 1)
HARI_INI = date(2026, 11, 24)
KP = katalog.ambil("kp-reguler")
PERTEK = {"hasil": "ms", "nomor_pertek": "PG-33524001", "tanggal_pertek": "2026-11-20"}


@pytest.fixture
def ani():
    """III/a since 2015 with S1, III/b since 1 December 2022; KGB 2025 with MKG 10 years 0 months."""
    ani = buat_pegawai(mkg=(0, 0), tempat_lahir="Lamongan")
    tambah(ani, "pangkat", tmt=date(2022, 12, 1), golongan_id="III/b", mkg_tahun=7, mkg_bulan=9, nomor_sk="823/7/2022",
           pejabat="Bupati Lamongan", tanggal_sk=date(2022, 11, 10), jenis_kp_id="101")  # fmt: skip
    tambah(ani, "gaji", tmt=date(2025, 3, 1), jenis="KGB", golongan_id="III/b", gaji_pokok=3390500, mkg_tahun=10)
    tambah(ani, "pendidikan", tmt=date(2015, 3, 1), tingkat_id="40", nama="Administrasi Negara", tahun_lulus=2012)
    for tahun in (2024, 2025):
        tambah(ani, "kinerja", tmt=date(tahun + 1, 1, 31), tahun=tahun, predikat="Baik")
    return ani


def konteks(pegawai, tmt=TMT, **isian):
    acuan = acuan_kini()
    profil = profil_satu(pegawai.pk, per=tmt)
    isian = {"tmt": tmt, "golongan_baru": "III/c"} | isian
    return katalog.Konteks(profil, isian, tmt, acuan, KP.siapkan(profil, isian))


def buat_usulan(pegawai, isian_pertek=PERTEK):
    kini = timezone.now()
    usulan = Usulan.objects.create(
        nomor=f"US-{pegawai.pk}", layanan="kp-reguler", pegawai=pegawai, dibuat_pada=kini, tmt=TMT,
        isian={"tmt": TMT.isoformat(), "golongan_baru": "III/c"},
    )  # fmt: skip
    langkah = LangkahUsulan.objects.create(
        usulan=usulan, urutan=5, kode="pertek", nama="Pertek", peran="staf_bkd", keadaan="selesai", hasil="ms",
        masuk_pada=kini, selesai_pada=kini, isian=isian_pertek,
    )  # fmt: skip
    lanjut = LangkahUsulan.objects.create(
        usulan=usulan, urutan=6, kode="penetapan", nama="Penetapan", peran="staf_bkd", masuk_pada=kini
    )
    Usulan.objects.filter(pk=usulan.pk).update(langkah_kini=lanjut, status="diproses")
    assert langkah.pk
    return usulan


def buat_naskah(pegawai, data, usulan=None, tmt=TMT, golongan="III/c"):
    naskah = Naskah.objects.create(
        jenis="sk", perihal="Keputusan Kenaikan Pangkat", asal="register", nomor=f"823/{pegawai.pk}/413.207/2026",
        tanggal=HARI_INI, penetap="Bupati Lamongan", data=data, dibuat_pada=timezone.now(),
    )  # fmt: skip
    isi = {"layanan": "kp-reguler", "isian": {"tmt": tmt.isoformat(), "golongan_baru": golongan}}
    return NaskahPegawai.objects.create(
        naskah=naskah, pegawai=pegawai, tmt=tmt, data=isi | {"usulan": usulan.pk if usulan else None}
    )


# ── conditions, form, documents, route ───────────────────────────────────────────────────────────────


def test_pegawai_nyata_memenuhi_semua_syarat(ani):
    jawaban = {s.kode: (h.jawaban, h.kalimat) for s, h in KP.periksa(konteks(ani))}
    assert {k for k, (j, _) in jawaban.items() if j != katalog.YA} == set(), jawaban


def test_bukti_menyebut_pangkat_dan_lamanya(ani):
    bukti = {s.kode: h.bukti for s, h in KP.periksa(konteks(ani))}
    assert bukti["KP-R02"] == ("III/b sejak 1 Desember 2022, 4 tahun 0 bulan",)
    assert bukti["KP-U06"] == ("2024: Baik", "2025: Baik")


def test_isian_awal_menyebut_periode_yang_masih_dibuka(ani):
    profil = profil_satu(ani.pk, per=HARI_INI)
    # TMT 1 December closed on 1 November; TMT 1 January 2027 is open from 16 November to 1 December.
    assert KP.isian_awal(profil, HARI_INI, acuan_kini()) == {"tmt": date(2027, 1, 1), "golongan_baru": "III/c"}
    assert KP.isian_awal(profil, date(2026, 10, 31), acuan_kini())["tmt"] == TMT


def test_formulir_memilih_di_antara_periode_dan_menerima_yang_tersimpan(ani):
    acuan = acuan_kini()
    profil = profil_satu(ani.pk, per=HARI_INI)
    awal = KP.isian_awal(profil, HARI_INI, acuan)
    form = KpRegulerForm(
        {"tmt": "2026-12-01", "golongan_baru": "III/c"}, initial=awal,
        konteks=katalog.Konteks(profil, {}, HARI_INI, acuan),
    )  # fmt: skip
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"tmt": TMT, "golongan_baru": "III/c"}
    pilihan = [nilai for nilai, _ in form.fields["tmt"].widget.choices]
    assert pilihan[:3] == ["2026-12-01", "2027-01-01", "2027-02-01"]
    assert "selected>1 Desember 2026" in str(form["tmt"])


@pytest.mark.parametrize(("tmt", "golongan"), [("1990-04-01", "III/c"), ("2040-01-01", "III/c"), ("2026-12-01", "IX")])
def test_formulir_menolak_tanggal_jauh_dan_golongan_asing(tmt, golongan):
    assert not KpRegulerForm({"tmt": tmt, "golongan_baru": golongan}).is_valid()


def test_pertek_ms_wajib_bernomor_bertanggal_dan_berpindaian():
    form = PertekForm({"hasil": "ms"})
    assert form.errors["berkas"] == ["Pindaian pertek BKN belum diunggah."]
    berkas = {"berkas": SimpleUploadedFile("pertek.pdf", b"%PDF-1.7", content_type="application/pdf")}
    assert PertekForm(PERTEK, berkas).is_valid()
    assert form.errors["nomor_pertek"] == ["Nomor pertek BKN belum diisi."]
    assert "tanggal_pertek" in form.errors
    assert "catatan" in PertekForm({"hasil": "tms"}).errors
    assert PertekForm({"hasil": "bts", "catatan": "Ijazah buram"}).is_valid()
    assert not PertekForm({"hasil": "ms", "nomor_pertek": "1", "tanggal_pertek": "2999-01-01"}).is_valid()
    assert set(SkLuarForm({}).errors) == {"nomor_sk", "tanggal_sk", "pejabat", "berkas"}


def test_dokumen_mengikuti_keadaan(ani):
    k = konteks(ani)
    diminta = [d.kode for d in KP.dokumen if d.bila is None or d.bila(k)]
    assert diminta == ["surat_pengantar", "sk_pangkat", "sk_cpns", "sk_pns", "kinerja_1", "kinerja_2"]
    tambah(ani, "masa_kerja", tmt=date(2023, 1, 1), pengalaman="Honorer", bulan=12)
    tambah(ani, "pendidikan", tmt=date(2024, 1, 1), tingkat_id="45", nama="Manajemen", tahun_lulus=2023)
    tambah(ani, "pangkat", tmt=date(2023, 1, 1), golongan_id="III/d", mkg_tahun=8, mkg_bulan=0)
    k = konteks(ani, golongan_baru="IV/a")
    diminta = {d.kode for d in KP.dokumen if d.bila and d.bila(k)}
    assert diminta == {"sk_pmk", "ijazah", "stlud"}


def test_rute_sampai_iii_d_dicetak_dan_di_atasnya_direkam(ani):
    k = konteks(ani)
    kode = [r["kode"] for r in rute.susun(KP, k, k.acuan, HARI_INI)]
    assert kode == [
        "verifikasi_opd", "verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "pertek",
        "penetapan", "tanda_tangan", "serahkan",
    ]  # fmt: skip
    assert KP.dicetak(k)
    assert KP.kantor_penandatangan(k) == "BUPATI"
    k = konteks(ani, golongan_baru="IV/a")
    kode = [r["kode"] for r in rute.susun(KP, k, k.acuan, HARI_INI)]
    assert kode[-3:] == ["pertek", "rekam_sk_luar", "serahkan"]
    assert not KP.dicetak(k)


def test_pangkat_atasan_dibaca_dari_kepala_unit(ani):
    kepala = buat_pegawai(nama="Budi", jabatan="KEPALA-SUB12", golongan="III/d", kelamin="L")
    kaban = buat_pegawai(nama="Citra", unit="BKPSDM", jabatan="KEPALA-BKPSDM", golongan="IV/c")
    assert golongan_atasan(profil_satu(ani.pk, per=TMT)) == "III/d"
    # Nobody heads the bidang above him, so the head of the badan is his superior.
    assert golongan_atasan(profil_satu(kepala.pk, per=TMT)) == "IV/c"
    assert golongan_atasan(profil_satu(kaban.pk, per=TMT)) is None
    lama, baru = date(2025, 4, 1), TMT
    assert KP.siapkan(profil_satu(ani.pk, per=lama), {"tmt": lama}) == {"golongan_atasan": "III/d"}
    assert KP.siapkan(profil_satu(ani.pk, per=baru), {"tmt": baru}) == {}


def test_setelan_batas_pangkat_atasan_sama_dengan_deklarasi():
    syarat = next(s for s in KP.syarat if s.kode == "KP-R06")
    assert acuan_kini().setelan("kp_pangkat_atasan_sampai", TMT) == syarat.berlaku_sampai.isoformat()


def test_pertek_menurut_golongan(ani):
    from kepangkatan.bahan_sk import pejabat_pertek  # noqa: PLC0415 - only here

    acuan = acuan_kini()
    assert pejabat_pertek(acuan, acuan.golongan("III/c"), TMT).startswith("Kepala Kantor Regional II")
    assert pejabat_pertek(acuan, acuan.golongan("IV/b"), TMT).startswith("Kepala Kantor Regional II")
    assert pejabat_pertek(acuan, acuan.golongan("IV/c"), TMT) == "Kepala Badan Kepegawaian Negara"


# ── due ──────────────────────────────────────────────────────────────────────────────────────────────


def test_jatuh_tempo_menurut_waktu_jabatan_dan_pendidikan(ani):
    acuan = acuan_kini()
    profil = profil_satu(ani.pk, per=HARI_INI)
    assert KP.jatuh_tempo(profil, acuan, HARI_INI) == TMT
    assert KP.jatuh_tempo(profil, acuan, date(2027, 2, 2)) == date(2027, 3, 1)
    tambah(ani, "jabatan", tmt=date(2026, 1, 1), jabatan_id=_id("KEPALA-SUB12"))
    assert KP.jatuh_tempo(profil_satu(ani.pk, per=HARI_INI), acuan, HARI_INI) is None


def test_yang_sudah_di_puncak_pendidikan_tidak_jatuh_tempo():
    budi = buat_pegawai(golongan="III/b", tmt=date(2012, 3, 1))
    tambah(budi, "pendidikan", tmt=date(2012, 3, 1), tingkat_id="15", nama="SMA")
    assert KP.jatuh_tempo(profil_satu(budi.pk, per=HARI_INI), acuan_kini(), HARI_INI) is None


def _id(kode):
    from tests.pabrik import jabatan_kode  # noqa: PLC0415 - only here

    return jabatan_kode(kode).pk


def test_periode_mendatang_melewati_pergantian_aturan():
    hasil = periode.periode_mendatang(acuan_kini(), date(2025, 7, 2), 4)
    assert hasil == [date(2025, 8, 1), date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)]
    assert reguler.BULAN_REGULER == 48


# ── frozen data and effect ───────────────────────────────────────────────────────────────────────────


def test_akibat_menyebut_pangkat_mkg_gaji_dan_kgb(ani):
    # MKG on 1 December 2026: 10 years on 1 March 2025 plus 1 year 9 months; III/c row 10 = 3.533.900;
    # next row 12 starts on 1 March 2027 both before and after the KP.
    assert KP.akibat(konteks(ani)) == [
        ("Pangkat", "Penata Muda Tingkat I, III/b", "Penata, III/c"),
        ("Masa kerja golongan", "11 tahun 9 bulan", "11 tahun 9 bulan"),
        ("Gaji pokok", "Rp3.390.500", "Rp3.533.900"),
        ("KGB berikutnya", "1 Maret 2027 (MKG 12 tahun)", "1 Maret 2027 (MKG 12 tahun)"),
    ]


def test_data_naskah_lengkap_dan_tanpa_pertek_ditolak(ani, django_assert_max_num_queries):
    with pytest.raises(DitolakAlur, match="Nomor pertek BKN belum diisi"):
        KP.data_naskah(konteks(ani))
    buat_usulan(ani)
    PejabatLuar.objects.update_or_create(
        kantor="BUPATI", defaults={"jabatan": "Bupati Lamongan", "nama": "Contoh Bupati", "sejak": date(2025, 2, 20),
                                   "dasar": "contoh"},
    )  # fmt: skip
    k = konteks(ani)
    with django_assert_max_num_queries(8):
        data = KP.data_naskah(k)
    assert data["pegawai"]["nama"] == "Ani Lestari"
    assert data["pegawai"]["tempat_tanggal_lahir"] == "Lamongan, 17 Mei 1986"
    assert data["lama"]["golongan"] == "III/b"
    assert data["lama"]["dekret"]["nomor"] == "823/7/2022"
    assert data["baru"]["mkg"] == {"tahun": 11, "bulan": 9, "tulis": "11 tahun 9 bulan"}
    assert data["baru"]["gaji"]["rupiah"] == 3533900
    assert data["baru"]["gaji"]["terbilang"] == "tiga juta lima ratus tiga puluh tiga ribu sembilan ratus rupiah"
    assert data["pertek"]["nomor"] == "PG-33524001"
    assert data["penandatangan"] == "Contoh Bupati"
    assert data["mengingat"][0] == "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    assert len(data["mengingat"]) == 10
    assert "tanggal 20 November 2026" in data["memperhatikan"][0]
    assert data["diktum"] == [
        {
            "urutan": "KESATU",
            "isi": "Terhitung mulai tanggal 1 Desember 2026 dinaikkan pangkatnya dari Penata Muda Tingkat I golongan "
            "ruang III/b menjadi Penata golongan ruang III/c, dengan masa kerja golongan 11 tahun 9 bulan, dan "
            "diberikan gaji pokok sebesar Rp3.533.900 (tiga juta lima ratus tiga puluh tiga ribu sembilan ratus rupiah).",
        },
        {
            "urutan": "KEDUA",
            "isi": "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan "
            "dan perhitungan kembali sebagaimana mestinya.",
        },
    ]
    assert data["tembusan"] == acuan_kini().setelan("tembusan_sk_kp", HARI_INI)


def test_konsep_sebelum_pertek_menulis_titik_titik(ani):
    data = KP.data_konsep(konteks(ani))
    assert data["memperhatikan"] == [
        "Pertimbangan teknis Kepala Kantor Regional II Badan Kepegawaian Negara Nomor …… tanggal ……."
    ]
    assert data["baru"]["gaji"]["tulis"] == "Rp3.533.900"


def test_data_naskah_tanpa_mkg_ditolak():
    budi = buat_pegawai(golongan="III/b", mkg=(None, None), tmt=date(2020, 1, 1))
    buat_usulan(budi)
    with pytest.raises(DitolakAlur, match="Masa kerja golongan belum tercatat"):
        KP.data_naskah(konteks(budi))


def test_terapkan_menulis_pangkat_dan_gaji_sekali(ani):
    usulan = buat_usulan(ani)
    np = buat_naskah(ani, KP.data_naskah(konteks(ani)), usulan)
    with jejak.sebagai(None):
        KP.terapkan(np)
        KP.terapkan(np)
    pangkat = RiwayatPangkat.objects.get(naskah_pegawai=np)
    assert (pangkat.golongan_id, pangkat.tmt, pangkat.mkg_tahun, pangkat.mkg_bulan) == ("III/c", TMT, 11, 9)
    assert (pangkat.nomor_pertek, pangkat.tanggal_pertek, pangkat.jenis_kp_id) == (
        "PG-33524001",
        date(2026, 11, 20),
        "101",
    )
    assert pangkat.nomor_sk == np.naskah.nomor
    gaji = RiwayatGaji.objects.get(naskah_pegawai=np)
    assert (gaji.jenis, gaji.golongan_id, gaji.gaji_pokok, gaji.tmt) == ("KP", "III/c", 3533900, TMT)
    sebelum, sesudah = profil_satu(ani.pk, per=date(2026, 11, 30)), profil_satu(ani.pk, per=TMT)
    assert (sebelum.golongan, sebelum.gaji_pokok) == ("III/b", 3390500)
    assert (sesudah.golongan, sesudah.gaji_pokok, sesudah.tmt_mkg_nol) == ("III/c", 3533900, sebelum.tmt_mkg_nol)


def test_terapkan_pindah_golongan_memotong_mkg_dan_daur_kgb_tetap():
    budi = buat_pegawai(golongan="II/d", mkg=(18, 7), tmt=date(2022, 4, 1), kelamin="L")
    tmt = date(2026, 4, 1)
    np = buat_naskah(budi, {}, tmt=tmt, golongan="III/a")
    with jejak.sebagai(None):
        KP.terapkan(np)
    gaji = RiwayatGaji.objects.get(naskah_pegawai=np)
    # II/d 22 years 7 months becomes III/a 17 years 7 months: row 16.
    assert (gaji.mkg_tahun, gaji.mkg_bulan, gaji.gaji_pokok) == (17, 7, 3570100)
    kgb = katalog.ambil("kgb")
    assert kgb.jatuh_tempo(profil_satu(budi.pk, per=tmt), acuan_kini(), tmt) == date(2026, 9, 1)


def test_terapkan_menggantikan_kgb_dengan_tmt_yang_sama(ani):
    lama = tambah(
        ani, "gaji", tmt=TMT, jenis="KGB", golongan_id="III/b", gaji_pokok=3390500, mkg_tahun=11, mkg_bulan=9
    )
    np = buat_naskah(ani, {})
    with jejak.sebagai(None):
        KP.terapkan(np)
    lama.refresh_from_db()
    assert lama.dibatalkan_naskah == np
    assert "823/" in lama.dibatalkan_sebab
    assert RiwayatGaji.objects.get(pegawai=ani, tmt=TMT, dibatalkan_pada__isnull=True).jenis == "KP"


def test_terapkan_tanpa_mkg_hanya_menulis_pangkat():
    budi = buat_pegawai(golongan="III/b", mkg=(None, None), tmt=date(2020, 1, 1))
    np = buat_naskah(budi, {"nomor_sk": "1"})
    with jejak.sebagai(None):
        KP.terapkan(np)
    assert RiwayatPangkat.objects.filter(naskah_pegawai=np).count() == 1
    assert not RiwayatGaji.objects.filter(naskah_pegawai=np).exists()
