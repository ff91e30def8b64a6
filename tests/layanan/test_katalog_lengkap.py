"""Katalog bagi semua: satu uraian untuk halaman, ``--lengkap`` dan ``--json``; dan apakah saya memenuhi syarat."""

import json
from datetime import date, timedelta
from html import unescape
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone

from kepegawaian import dosir
from kepegawaian.models import Dosir, Jejak, Pegawai, PejabatPenetapKP, RiwayatPendidikan
from layanan import alur, berkas, katalog, kesiapan, uraian_teks
from layanan.katalog import Dasar, Langkah, Layanan, Syarat, perlu_diperiksa, tidak, ya
from layanan.models import Berkas, PengaturanLangkah, Usulan
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


def cetak(*args):
    keluar = StringIO()
    call_command("katalog", *args, stdout=keluar)
    return keluar.getvalue()


# ── the command ──────────────────────────────────────────────────────────────────────────────────────


def test_lengkap_memuat_semua_yang_perlu_ditegaskan():
    """Law, articles, validity, documents with when, route with holder and days, outcomes, naskah: read off the file."""
    teks = cetak("kp-reguler", "--lengkap")
    for kalimat in (
        "KENAIKAN PANGKAT REGULER (kp-reguler, versi 1)",
        "Siapa boleh mengajukan: operator kepegawaian perangkat daerahnya atau staf Subbidang Kepangkatan.",
        "Biaya: Tidak dipungut biaya.",
        "Dasar hukum: PP 99/2000 Pasal 6-8; PP 12/2002; PerBKN 2/2025; PerBKN 4/2025.",
        "KP-R02  Paling singkat 4 tahun dalam pangkat terakhir.",
        "Dasar: PP 99/2000 Pasal 7. Keyakinan: pasti (bunyi peraturan).",
        "Masa berlaku: Hanya bagi TMT sampai 31 Mei 2025.",
        "Keyakinan: asumsi (asumsi BKD, bukan bunyi peraturan; perlu ditegaskan BKD).",
        "Rahasia: rinciannya hanya bagi pegawai yang bersangkutan dan BKD.",
        "SK CPNS: wajib, selalu.",
        "SK mutasi: tidak wajib, bila pindah unit sejak pangkat terakhir.",
        "3. Pemeriksaan kepala subbidang",
        "Kepala Subbidang Kepangkatan, menyetujui atau mengembalikan. Batas 2 hari kerja.",
        "Dapat menolak, dengan alasan dan pasal.",
        "BKN; dicatat Staf Subbidang Kepangkatan, merekam jawaban. Batas 10 hari kerja.",
        "Hasil “Tidak memenuhi syarat (TMS)”: usulan ditolak.",
        "Hasil “Berkas tidak lengkap (BTS), dikembalikan untuk diperbaiki”: ke Verifikasi berkas dan syarat.",
        "9. Perekaman SK dari Gubernur atau Presiden (bila SK ditetapkan Gubernur atau Presiden)",
        # always 3+3+2+2+2+10+3; with the optional 2+2+20
        "Batas waktu seluruh langkah: 25 sampai 49 hari kerja",
        "Naskah: Keputusan Kenaikan Pangkat (surat keputusan), klasifikasi 823",
        "Akibat: Mulai TMT pangkat naik setingkat",
    ):
        assert kalimat in teks, kalimat


def test_nomor_dicontohkan_dan_penanda_tangan_kp_menurut_tabelnya():
    teks = cetak("kp-reguler", "--lengkap")
    assert f"klasifikasi 823, contoh nomor 823/1/413.207/{date.today().year}." in teks
    for entri in PejabatPenetapKP.objects.filter(berlaku_sampai__isnull=True):
        assert f"golongan {entri.golongan_min_id} sampai {entri.golongan_maks_id}: {entri.pejabat}" in teks
    cabut = cetak("pencabutan-naskah", "--lengkap")
    assert "bernomor dalam deret naskah semula." in cabut
    assert "Penanda tangan: pejabat yang menetapkan naskah semula." in cabut
    for isi in (teks, cabut, cetak("kgb", "--lengkap")):
        assert "{" not in isi
        assert "menurut keputusannya." not in isi.split("HASIL")[1]


def test_tiap_layanan_menyebut_tiap_syarat_dan_langkahnya():
    for layanan in katalog.semua():
        teks = cetak(layanan.slug, "--lengkap")
        for s in layanan.syarat:
            assert teks.count(f"  {s.kode}  {s.uraian}.") == 1
        for d in layanan.dokumen:
            assert f"  {d.nama}: " in teks
        for i, langkah in enumerate(layanan.alur, 1):
            assert f"  {i}. {langkah.nama}" in teks
        assert "belum dinyatakan" not in teks


def test_kgb_ditandatangani_menurut_setelan_kantor():
    """Setting ``kgb_penanda_tangan`` is KEPALA_OPD (PP 7/1977 Pasal 12)."""
    data = json.loads(cetak("kgb", "--json"))
    assert data["naskah"]["penanda_tangan"] == "Kepala perangkat daerah"
    assert [s["lajur"] for s in data["langkah"]] == ["staf", "opd", "opd"]
    assert data["hari_kerja"] == {"paling_singkat": 7, "paling_lama": 7}


def test_json_sama_dengan_yang_dipakai_halaman(client, orang):
    PengaturanLangkah.objects.create(
        layanan="kgb", langkah="verifikasi_bkd", sla_hari_kerja=17, berlaku_sejak=date(2026, 1, 1), dasar="SK uji"
    )
    data = json.loads(cetak("kgb", "--json"))
    assert data["langkah"][0]["sla"] == 17
    jawab = masuk(client, orang.akun_perekam).get(reverse("layanan:katalog_detail", args=["kgb"]))
    assert json.loads(json.dumps(jawab.context["data"])) == data
    isi = unescape(jawab.content.decode())
    for s in data["syarat"]:
        assert s["uraian"] in isi
    for x in (*data["langkah"], *data["dokumen"]):
        assert x["nama"] in isi
    assert uraian_teks.kalimat_waktu(data) == "21 hari kerja"
    for kalimat in ("21 hari kerja", "Tidak dipungut biaya.", data["dampak"],
                    "Operator kepegawaian perangkat daerahnya atau staf Subbidang Kepangkatan"):  # fmt: skip
        assert kalimat in isi


def test_json_tanpa_slug_memuat_semua_dan_slug_salah_ditolak():
    assert {d["slug"] for d in json.loads(cetak("--json"))} == {la.slug for la in katalog.semua()}
    assert cetak("--lengkap").count("JALANNYA USULAN") == len(katalog.semua())
    with pytest.raises(CommandError, match="tidak ada"):
        cetak("tidak-ada", "--lengkap")
    with pytest.raises(CommandError):
        cetak("kgb", "--lengkap", "--json")


def test_bentuk_lama_tetap_menunjukkan_graf():
    assert "pertek             rekam" in cetak("kp-reguler")
    assert "kp-reguler           Kenaikan Pangkat Reguler" in cetak()


# ── do I meet the conditions today ───────────────────────────────────────────────────────────────────

NANTI, LEBIH_NANTI = date(2027, 4, 1), date(2028, 10, 1)


class LayananSiap(Layanan):
    """Conditions whose answers follow the golongan of the person."""

    slug = "uji-siap"
    nama = "Layanan uji siap"
    aspek = "j"
    dasar = (Dasar("PP 11/2017"),)
    syarat = (
        Syarat("SIAP-1", "Syarat waktu", Dasar("PP 11/2017", "Pasal 2"), lambda k: tidak("Belum cukup.", "bukti satu", paling_cepat=NANTI)
               if k.profil.golongan == "II/d" else ya("Cukup.")),
        Syarat("SIAP-2", "Syarat lain", Dasar("PP 11/2017", "Pasal 3"), lambda k: tidak("Belum juga.", paling_cepat=LEBIH_NANTI)
               if k.profil.golongan == "II/d" else ya("Baik.")),
        Syarat("SIAP-3", "Surat dokter", Dasar("PP 11/2017", "Pasal 4"), lambda k: perlu_diperiksa("Perlu dilihat.")
               if k.profil.golongan == "IV/c" else ya("Jelas.")),
    )  # fmt: skip
    alur = (Langkah("periksa", "Periksa", katalog.staf("SUB12")),)
    pemilik = "SUB12"


@pytest.fixture
def layanan_siap():
    katalog.daftarkan(LayananSiap)
    yield katalog.ambil("uji-siap")
    katalog._daftar.pop("uji-siap")


@pytest.fixture
def lihat(client):
    def buka(akun, slug):
        return masuk(client, akun).get(reverse("layanan:katalog_detail", args=[slug]))

    return buka


def test_belum_memenuhi_menyebut_jawaban_pasal_bukti_dan_tanggal(layanan_siap, orang, lihat):
    """Two fail: the later of their two dates is the first on which both are met."""
    jejak, usulan = Jejak.objects.count(), Usulan.objects.count()
    isi = unescape(lihat(orang.akun_ani, "uji-siap").content.decode())
    assert "Apakah saya memenuhi syarat hari ini?" in isi
    assert "2 dari 3 syarat belum terpenuhi. Paling cepat terpenuhi 1 Oktober 2028." in isi
    assert "Belum cukup. bukti satu. Paling cepat 1 April 2027." in isi
    assert "PP 11/2017 Pasal 2" in isi
    assert (Jejak.objects.count(), Usulan.objects.count()) == (jejak, usulan)


@pytest.mark.parametrize("slug", ["perubahan-naskah", "pencabutan-naskah", "pembatalan-naskah"])
def test_layanan_atas_naskah_tidak_menilai_pegawai(orang, lihat, slug):
    jawab = lihat(orang.akun_citra, slug)
    isi = jawab.content.decode()
    assert jawab.context["siap"] is None
    assert "Apakah saya memenuhi" not in isi
    assert "Berawal dari sebuah naskah." in isi


def test_memenuhi_dan_perlu_diperiksa(layanan_siap, orang, lihat):
    assert "Semua 3 syarat terpenuhi menurut data portal." in lihat(orang.akun_citra, "uji-siap").content.decode()
    isi = lihat(orang.akun_dewi, "uji-siap").content.decode()
    assert "Tidak ada syarat yang gagal; 1 syarat perlu diperiksa petugas." in isi


def test_akun_tanpa_nip_tidak_punya_panel(layanan_siap, orang, lihat):
    isi = lihat(orang.akun_perekam, "uji-siap").content.decode()
    assert "Apakah saya memenuhi" not in isi
    assert "Syarat menurut peraturan" in isi


def test_pensiunan_tidak_punya_panel(layanan_siap, lihat):
    kemarin = date.today() - timedelta(days=20)
    pensiun = buat_akun(buat_pegawai(nama="Purna", kedudukan="99", tmt_kedudukan=kemarin))
    assert "Apakah saya memenuhi" not in lihat(pensiun, "uji-siap").content.decode()


def test_pppk_mendapat_jawaban_yang_masuk_akal_pada_kp(lihat):
    akun = buat_akun(buat_pegawai(nama="Hadi", status="PPPK", golongan="IX"))
    jawab = lihat(akun, "kp-reguler")
    isi = jawab.content.decode()
    assert "Tidak berlaku bagi Anda" in isi
    assert "Berstatus PPPK; kenaikan pangkat hanya untuk PNS." in isi
    assert [s["kode"] for s in jawab.context["siap"].syarat] == ["KP-U01"]
    assert "untuk TMT" not in isi
    assert "sudah ada" not in isi.split('id="k-berkas"')[1]


def test_kp_kurang_dari_empat_tahun_menyebut_periode_pertama(lihat):
    """PP 99/2000 Pasal 7: four years in rank. III/b since 1 October 2024 makes 1 October 2028, itself a period."""
    pegawai = buat_pegawai(golongan="III/a")
    tambah(pegawai, "pangkat", tmt=date(2024, 10, 1), golongan_id="III/b", mkg_tahun=9, mkg_bulan=7)
    jawab = lihat(buat_akun(pegawai), "kp-reguler")
    siap = jawab.context["siap"]
    empat = next(s for s in siap.syarat if s["kode"] == "KP-R02")
    # The form proposes the first TMT on which four years are complete, so that is what is asked and answered.
    assert siap.tmt == date(2028, 10, 1)
    assert empat["hasil"] == katalog.YA
    assert "TMT terdekat bagi Anda 1 Oktober 2028" in jawab.content.decode()


# ── documents the dosir already has ──────────────────────────────────────────────────────────────────


@pytest.fixture
def ijazah(orang):
    """ani's ijazah: an older scan and the newest, both proving the same valid row."""
    baris = tambah(orang.ani, "pendidikan", tmt=date(2012, 8, 1), tingkat_id="40", nama="S-1 PGSD")
    for lebar in (201, 202):
        baru = dosir.simpan(
            orang.ani.pk,
            "ijazah_lama",
            dosir.terima(pdf(lebar=lebar)),
            riwayat_jenis="pendidikan",
            riwayat_id=baris.pk,
        )
    return baru


def test_berkas_yang_sudah_ada_sama_dengan_yang_akan_terpasang(layanan_uji, orang, ijazah, lihat):
    isi = unescape(lihat(orang.akun_ani, "uji-mesin").content.decode())
    assert "sudah ada" in isi.split('id="k-berkas"')[1]
    assert "sudah ada" not in lihat(orang.akun_eko, "uji-mesin").content.decode().split('id="k-berkas"')[1]
    ani = Pegawai.objects.select_related("kini").get(pk=orang.ani.pk)
    alur.buat_draf(layanan_uji, ani, oleh=orang.oleh("ani"))
    assert Berkas.objects.get().dosir_id == ijazah.pk


def test_pindaian_baris_yang_dibatalkan_tidak_dihitung(layanan_uji, orang, ijazah):
    RiwayatPendidikan.objects.filter(pk=ijazah.riwayat_id).update(
        dibatalkan_pada=timezone.now(), dibatalkan_oleh_id=orang.akun_citra.pk, dibatalkan_sebab="Keliru."
    )
    assert berkas.tersedia(orang.ani.pk, layanan_uji.dokumen) == {}


def test_pindaian_menurut_jenisnya_sendiri_didahulukan(layanan_uji, orang, ijazah):
    sendiri = dosir.simpan(orang.ani.pk, "ijazah", dosir.terima(pdf(lebar=203)))
    assert berkas.tersedia(orang.ani.pk, layanan_uji.dokumen) == {"ijazah": sendiri}
    assert Dosir.objects.count() == 3


@pytest.mark.parametrize("slug", ["kp-reguler", "kgb", "uji-mesin"])
def test_kueri_halaman_tetap(layanan_uji, orang, ijazah, client, django_assert_max_num_queries, slug):
    alamat = reverse("layanan:katalog_detail", args=[slug])
    masuk(client, orang.akun_ani).get(alamat)
    with django_assert_max_num_queries(12):
        client.get(alamat)


@pytest.mark.parametrize(
    ("dari", "sampai", "bulan"),
    [
        (date(2026, 11, 25), date(2028, 4, 1), 16),
        (date(2026, 11, 25), date(2026, 12, 24), 0),
        (date(2026, 11, 25), date(2026, 12, 25), 1),
        (date(2026, 11, 25), date(2026, 10, 1), 0),
    ],
)
def test_bulan_lagi_dihitung_penuh(dari, sampai, bulan):
    assert kesiapan._bulan_penuh(dari, sampai) == bulan
