"""Cuti sakit, melahirkan, besar, pemanggilan kembali, dan pencabutan surat cuti."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Halangan, Naskah, NaskahPegawai, Pemberitahuan, RiwayatCuti
from kesejahteraan.cuti import akibat
from layanan import katalog
from layanan.models import Usulan
from tests.kesejahteraan.cuti.conftest import pekan_penuh
from tests.kesejahteraan.cuti.test_cuti_tahunan import SETUJU, isi_buku, isian, kirim, saldo_tahun, terbit
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db


def test_sakit_sudah_mulai_boleh_diajukan_dengan_suratnya(client, kantor):
    mulai = KINI - timedelta(days=2)
    isi = isian(mulai, 4, sakit="CS1", dokter="lain", alasan="")
    jawab = kirim(client, kantor.akun["ani"], "cuti-sakit", isi)
    assert "Berkas wajib belum lengkap: Surat keterangan dokter atau bidan." in jawab.context["galat"]
    assert not Usulan.objects.exists()
    jawab = kirim(client, kantor.akun["ani"], "cuti-sakit", isi | {"berkas_surat_dokter": pdf()})
    assert jawab.status_code == 302
    assert Usulan.objects.get(pegawai=kantor.ani).berkas.get().kode == "surat_dokter"


def test_sakit_tiga_pekan_tanpa_dokter_pemerintah_ditolak(client, kantor):
    isi = isian(KINI, 20, sakit="CS2", dokter="lain", berkas_surat_dokter=pdf())
    jawab = kirim(client, kantor.akun["ani"], "cuti-sakit", isi)
    assert "Lampirkan surat dokter pemerintah untuk sakit lebih dari 14 hari." in jawab.content.decode()


@pytest.mark.parametrize(
    ("slug", "isi", "batas"),
    [
        ("cuti-melahirkan", {"anak_ke": "1"}, 3),
        ("cuti-besar", {"sebab": "lain"}, 3),
        ("cltn", {"jenis": "baru"}, 36),
        ("cltn", {"jenis": "perpanjangan"}, 12),
    ],
)
def test_lebih_lama_daripada_yang_diberikan_peraturan_ditolak_formulir(client, kantor, senin, slug, isi, batas):
    sampai = tambah_bulan(senin, batas)
    jawab = kirim(client, kantor.akun["ani"], slug, isian(senin) | isi | {"sampai": sampai.isoformat()})
    assert jawab.context["form"].errors["sampai"][0].startswith("Paling lama sampai")


def test_cuti_besar_dengan_keputusan_kepala_bkd_atas_nama_bupati(jalan, kantor, senin):
    sampai = tambah_bulan(senin, 3) - timedelta(days=1)
    kirim(
        jalan.client, kantor.akun["ani"], "cuti-besar", isian(senin) | {"sampai": sampai.isoformat(), "sebab": "haji"}
    )
    usulan = jalan.maju(Usulan.objects.get(pegawai=kantor.ani), "pertimbangan", **SETUJU)
    for kode in ("verifikasi_bkd", "periksa_kasubbid", "periksa_kabid"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "keputusan", **SETUJU)
    usulan = jalan.maju(jalan.maju(usulan, "penetapan"), "tanda_tangan")
    data = Naskah.objects.get(usulan__usulan=usulan).data
    assert data["judul"] == "KEPUTUSAN BUPATI LAMONGAN"
    assert data["tanda_tangan"]["baris"] == ["a.n. BUPATI LAMONGAN", data["tanda_tangan"]["jabatan"]]
    assert "Haji pertama" in data["diktum"][0]["isi"]
    assert RiwayatCuti.objects.get(pegawai=kantor.ani).jenis == "CB"
    assert saldo_tahun(kantor.ani, senin.year).hak == 0
    assert jalan.maju(usulan, "serahkan").status == "selesai"
    masuk(jalan.client, kantor.akun["ani"])
    for per, dihentikan in ((senin - timedelta(days=1), False), (senin, True), (sampai, True),
                            (sampai + timedelta(days=1), False)):  # fmt: skip
        isi = jalan.client.get(reverse("penggajian:penghasilan_saya"), {"per": per.isoformat()}).content.decode()
        assert ("hanya gaji pokok, tunjangan keluarga, dan tunjangan pangan" in isi) is dihentikan, per
        assert ("Tidak sedang cuti besar." in isi) is not dihentikan, per


def test_cuti_besar_agama_tidak_dapat_ditangguhkan(jalan, kantor, senin):
    isi = isian(senin, 30) | {"sebab": "agama"}
    kirim(jalan.client, kantor.akun["ani"], "cuti-besar", isi)
    usulan = jalan.segar(Usulan.objects.get(pegawai=kantor.ani))
    masuk(jalan.client, kantor.akun["kasubbag"])
    jawab = jalan.client.post(
        reverse("layanan:usulan_setujui", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "hasil": "ditangguhkan", "alasan_putusan": "Sibuk"},
    )
    assert "Pasal 317" in jawab.context["form_galat"].errors["hasil"][0]


def sampai_putusan(jalan, kantor, senin):
    """A cuti besar for a wish of ani, from ``senin`` on, up to the decision."""
    isi = isian(senin, 30) | {"sebab": "lain"}
    jawab = kirim(jalan.client, kantor.akun["ani"], "cuti-besar", isi)
    assert jawab.status_code == 302, jawab.context["form"].errors or jawab.context["galat"]
    usulan = Usulan.objects.get(pegawai=kantor.ani, layanan="cuti-besar", status="diproses")
    usulan = jalan.maju(usulan, "pertimbangan", **SETUJU)
    for kode in ("verifikasi_bkd", "periksa_kasubbid", "periksa_kabid"):
        usulan = jalan.maju(usulan, kode)
    return usulan


def tolak_putusan(jalan, usulan, **isi):
    """The errors of a decision that the form refuses."""
    masuk(jalan.client, jalan.kantor.akun["dewi"])
    jawab = jalan.client.post(
        reverse("layanan:usulan_setujui", args=[usulan.nomor]), {"versi": usulan.versi_baris} | isi
    )
    assert jawab.status_code == 422
    return jawab.context["form_galat"].errors


def test_cuti_besar_ditangguhkan_paling_lama_setahun_sejak_pertama_diminta(jalan, kantor, senin):
    batas = tambah_bulan(senin, 12)
    tunda = {"hasil": "ditangguhkan", "alasan_putusan": "Akreditasi puskesmas."}
    usulan = sampai_putusan(jalan, kantor, senin)
    assert "Isi sampai kapan ditangguhkan" in tolak_putusan(jalan, usulan, **tunda)["tunda_sampai"][0]
    lewat = tolak_putusan(jalan, usulan, **tunda, tunda_sampai=(batas + timedelta(days=1)).isoformat())
    assert lewat["tunda_sampai"][0].endswith("(PP 11/2017 Pasal 317).")
    sampai = senin + timedelta(days=120)
    usulan = jalan.maju(usulan, "keputusan", **tunda, tunda_sampai=sampai.isoformat())
    assert (usulan.status, usulan.ringkas.split(":")[0]) == ("selesai", f"Ditangguhkan sampai {tulis_tanggal(sampai)}")
    assert not RiwayatCuti.objects.exists()
    masuk(jalan.client, kantor.akun["ani"])
    halaman = jalan.client.get(reverse("kesejahteraan:cuti_saya")).content.decode()
    assert (
        f"Diminta mulai {tulis_tanggal(senin)}, ditangguhkan sampai {tulis_tanggal(sampai)}: Akreditasi puskesmas."
        in halaman
    )
    assert f"paling lama sampai {tulis_tanggal(batas)} (PP 11/2017 Pasal 317)" in halaman
    rinci = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert f"Ditangguhkan sampai {tulis_tanggal(sampai)}: Akreditasi puskesmas." in rinci
    assert "riwayat pegawai sudah berubah" not in rinci

    # asked again for a day within the year: not beyond the year of the first request
    kedua = sampai_putusan(jalan, kantor, pekan_penuh(sampai))
    lewat = tolak_putusan(jalan, kedua, **tunda, tunda_sampai=(batas + timedelta(days=1)).isoformat())
    assert f"paling lama sampai {tulis_tanggal(batas)}" in lewat["tunda_sampai"][0]
    jalan.maju(kedua, "keputusan", **tunda, tunda_sampai=batas.isoformat())
    # and from the end of that year on not at all
    ketiga = sampai_putusan(jalan, kantor, pekan_penuh(batas))
    habis = tolak_putusan(jalan, ketiga, **tunda, tunda_sampai=tambah_bulan(batas, 2).isoformat())
    assert habis["hasil"][0].startswith("Tidak dapat ditangguhkan lagi")
    ketiga = jalan.maju(ketiga, "keputusan", **SETUJU)
    jalan.maju(jalan.maju(ketiga, "penetapan"), "tanda_tangan")
    masuk(jalan.client, kantor.akun["ani"])
    assert "Cuti besar ditangguhkan" not in jalan.client.get(reverse("kesejahteraan:cuti_saya")).content.decode()


def test_cuti_besar_yang_tidak_disetujui_menyebut_alasannya(jalan, kantor, senin):
    usulan = jalan.maju(
        sampai_putusan(jalan, kantor, senin), "keputusan", hasil="tidak", alasan_putusan="Belum ada pengganti.",
        dasar_tolak="PP 11/2017 Pasal 317",
    )  # fmt: skip
    assert (usulan.status, usulan.catatan_akhir) == ("ditolak", "Belum ada pengganti.")
    assert usulan.ringkas.startswith("Tidak disetujui: ")
    kabar = Pemberitahuan.objects.get(pengguna=kantor.akun["ani"], kunci=f"tolak:{usulan.pk}")
    assert kabar.isi == "Belum ada pengganti."


def test_dipanggil_kembali_mengembalikan_hari_yang_belum_dijalani(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    terbit(jalan, kantor, senin)
    cuti = RiwayatCuti.objects.get(pegawai=kantor.ani)
    assert saldo_tahun(kantor.ani, senin.year).sisa == 7
    rabu = senin + timedelta(days=2)
    usulan = jalan.ajukan(
        "cuti-panggil", kantor.ani,
        {"cuti": str(cuti.pk), "sebab": "dinas", "tmt": rabu.isoformat(), "uraian": "Kunjungan Menteri"},
    )  # fmt: skip
    assert usulan.status == "diproses"
    for kode in ("keputusan", "penetapan", "tanda_tangan"):
        usulan = jalan.maju(usulan, kode)
    baris = RiwayatCuti.objects.get(pegawai=kantor.ani, dibatalkan_pada__isnull=True)
    assert (baris.tmt, baris.sampai, baris.hari_kerja) == (senin, senin + timedelta(days=1), 2)
    assert saldo_tahun(kantor.ani, senin.year).sisa == 10
    assert RiwayatCuti.objects.filter(pegawai=kantor.ani).count() == 2


def test_surat_cuti_yang_dicabut_sejak_suatu_hari_memendekkan_cutinya(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    usulan = terbit(jalan, kantor, senin)
    np = NaskahPegawai.objects.get(naskah__usulan__usulan=usulan)
    cabut = Naskah.objects.create(jenis="sk", perihal="Pencabutan", asal="luar", nomor="1", tanggal=KINI, penetap="Kepala",
                                  dibuat_pada=timezone.now())  # fmt: skip
    baru = NaskahPegawai.objects.create(naskah=cabut, pegawai=kantor.ani, tmt=senin + timedelta(days=3),
                                        data={"layanan": "pencabutan-naskah"})  # fmt: skip
    katalog.ambil("cuti-tahunan").batalkan_akibat(np, baru, cara="sejak", tmt=senin + timedelta(days=3))
    baris = RiwayatCuti.objects.get(pegawai=kantor.ani, dibatalkan_pada__isnull=True)
    assert (baris.sampai, baris.hari_kerja) == (senin + timedelta(days=2), 3)


def test_ketidakhadiran_pejabat_ikut_berakhir(kantor, senin):
    np = NaskahPegawai.objects.create(
        naskah=Naskah.objects.create(jenis="surat", perihal="Cuti", asal="luar", nomor="851/9", tanggal=KINI, penetap="Sekda",
                                     dibuat_pada=timezone.now()),
        pegawai=kantor.kadinkes, tmt=senin, data={},
    )  # fmt: skip
    baris = tambah(kantor.kadinkes, "cuti", jenis="CT", tmt=senin, sampai=senin + timedelta(days=4), hari_kerja=5,
                   naskah_pegawai=np, nomor_sk="851/9")  # fmt: skip
    h = Halangan.objects.create(pegawai=kantor.kadinkes, sejak=baris.tmt, sampai=baris.sampai, sebab="cuti",
                                keterangan="Surat cuti nomor 851/9", dicatat_oleh=kantor.akun["opi"],
                                dicatat_pada=timezone.now())  # fmt: skip
    akibat.pendekkan(baris, np, senin + timedelta(days=2))
    h.refresh_from_db()
    assert h.sampai == senin + timedelta(days=1)


def test_surat_yang_dibatalkan_surut_mengembalikan_semuanya(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    usulan = terbit(jalan, kantor, senin, putusan={"hasil": "ditangguhkan", "alasan_putusan": "Akhir tahun"})
    np = NaskahPegawai.objects.get(naskah__usulan__usulan=usulan)
    baru = NaskahPegawai.objects.create(
        naskah=np.naskah, pegawai=kantor.eko, tmt=senin, data={"layanan": "pembatalan-naskah"}
    )
    katalog.ambil("cuti-tahunan").batalkan_akibat(np, baru, cara="surut", tmt=senin)
    assert not kantor.ani.catatan_cuti.filter(jenis="ditangguhkan", dibatalkan_pada__isnull=True).exists()
    assert RiwayatCuti.objects.count() == 0
