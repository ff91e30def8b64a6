"""Perkawinan dan perceraian lewat halaman: nasihat, mediasi, keputusan tertulis, laporan, dan akibatnya pada keluarga."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Naskah, RiwayatKartu, RiwayatKeluarga
from kepegawaian.profil import profil_satu
from layanan import naskah as modul_naskah
from layanan.models import Usulan
from tests.kesejahteraan.conftest import KINI, kawinkan
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db
HARI = KINI.isoformat()
CERAI = {
    "anggota": "pasangan-1",
    "alasan": ["selisih"],
    "alasan_lengkap": "Berselisih sejak lama.",
    "bukti": "BP4 12/2026",
}
PEMBINAAN = {"tanggal_panggilan": HARI, "hadir": "keduanya", "uraian": "Sudah dinasihati.", "hasil": "lanjut"}
PERTIMBANGAN = {"pertimbangan": "Diserahkan kepada pejabat."}


def mediasi(hasil):
    """Answers of one session."""
    return {"tanggal_mediasi": HARI, "hadir": "keduanya", "uraian": "Kedua pihak didengar.", "hasil": hasil}


def sampai_kasubbid(jalan, usulan, *hasil):
    """From the first step through the sessions with these outcomes."""
    usulan = jalan.maju(usulan, "pembinaan", **PEMBINAAN)
    usulan = jalan.maju(usulan, "pertimbangan_opd", **PERTIMBANGAN)
    usulan = jalan.maju(usulan, "verifikasi_bkd")
    for i, satu in enumerate(hasil, 1):
        usulan = jalan.maju(usulan, f"mediasi_{i}", **mediasi(satu))
    return usulan


def putuskan(jalan, usulan, hasil, **isi):
    """From the kasubbid to the end, decided by Kepala BKD (golongan III)."""
    for kode in ("periksa_kasubbid", "periksa_kabid"):
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "keputusan", hasil=hasil, **isi)
    usulan = jalan.maju(usulan, "penetapan")
    usulan = jalan.maju(usulan, "tanda_tangan")
    return jalan.maju(usulan, "serahkan")


def putusan(usulan):
    """Frozen data of the decision."""
    return usulan.naskah.get(surat=False).naskah.data


def test_izin_cerai_dengan_tiga_mediasi_diputus_kepala_bkd_atas_nama_bupati(jalan, kantor):
    kawinkan(kantor.ani)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    assert usulan.status == "diproses"
    assert usulan.langkah_kini.batas_hukum == tambah_bulan(KINI, 3)
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-DINKES-SUBBAG1"
    usulan = sampai_kasubbid(jalan, usulan, "lanjut", "lanjut", "buntu")
    usulan = putuskan(jalan, usulan, "izin")
    assert usulan.status == "selesai"
    d = putusan(usulan)
    assert (d["hasil"], d["rahasia"], d["tentang"]) == ("izin", True, "PEMBERIAN IZIN PERCERAIAN")
    assert d["tanda_tangan"]["baris"][:1] == ["a.n. BUPATI LAMONGAN"]
    assert d["tanda_tangan"]["nama"].startswith("Dewi Kartika")
    assert "Pasangan Uji" in d["diktum"][0]["isi"]
    assert usulan.naskah.filter(surat=True).count() == 5  # pembinaan, rekomendasi, three sessions
    assert RiwayatKeluarga.objects.filter(keadaan="cerai").count() == 0


def test_rukun_pada_mediasi_mengakhiri_permohonan_tanpa_keputusan(jalan, kantor):
    kawinkan(kantor.ani)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    usulan = sampai_kasubbid(jalan, usulan, "rukun")
    assert usulan.status == "selesai"
    assert usulan.naskah.filter(surat=False).count() == 0
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Rukun kembali; permohonan dicabut" in isi


def test_penolakan_tertulis_dengan_alasannya(jalan, kantor):
    kawinkan(kantor.ani)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    usulan = jalan.maju(usulan, "pembinaan", **PEMBINAAN)
    usulan = jalan.maju(usulan, "pertimbangan_opd", **PERTIMBANGAN, keberatan=["agama"])
    usulan = jalan.maju(usulan, "verifikasi_bkd")
    usulan = jalan.maju(usulan, "mediasi_1", **mediasi("buntu"))
    for kode in ("periksa_kasubbid", "periksa_kabid"):
        usulan = jalan.maju(usulan, kode)
    masuk(jalan.client, kantor.akun["dewi"])
    jawab = jalan.client.post(
        reverse("layanan:usulan_setujui", args=[usulan.nomor]), {"versi": usulan.versi_baris, "hasil": "tolak"}
    )
    assert jawab.status_code == 422
    assert jawab.context["form_galat"].errors["alasan_tolak"] == ["Tulis alasan penolakannya."]
    isi = {"versi": usulan.versi_baris, "hasil": "izin"}
    jawab = jalan.client.post(reverse("layanan:usulan_setujui", args=[usulan.nomor]), isi)
    assert "mencatat yang menghalangi izin" in jawab.context["form_galat"].errors["hasil"][0]
    usulan = jalan.maju(usulan, "keputusan", hasil="tolak", alasan_tolak="bertentangan dengan ajaran agamanya")
    usulan = jalan.maju(usulan, "penetapan")
    d = putusan(usulan)
    assert (d["hasil"], d["tentang"]) == ("tolak", "PENOLAKAN IZIN PERCERAIAN")
    assert d["diktum"][0]["isi"].startswith("Menolak permohonan izin")
    assert "bertentangan dengan ajaran agamanya" in d["diktum"][0]["isi"]
    assert modul_naskah.cetak(usulan.naskah.get(surat=False).naskah_id) is True


def test_golongan_iv_diputus_sekda_dengan_nota_dinas(jalan, kantor):
    tambah(kantor.ani, "pangkat", tmt=date(2024, 4, 1), golongan_id="IV/a", mkg_tahun=18, mkg_bulan=0)
    kawinkan(kantor.ani)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    kode = [r["kode"] for r in usulan.rute]
    assert "nota_dinas" in kode
    assert "paraf_sekda" not in kode
    alamat = {r["kode"]: r["alamat"]["nama"] for r in usulan.rute}
    assert alamat["keputusan"] == alamat["tanda_tangan"] == "Sekretaris Daerah"


def test_alasan_istri_sakit_saja_ditolak_di_muka(jalan, kantor):
    kawinkan(kantor.bayu)
    usulan = jalan.ajukan("izin-cerai", kantor.bayu, CERAI | {"alasan": ["sakit"]}, oleh="bayu")
    assert usulan.status == "draf"
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Alasan perceraian tidak termasuk yang dibenarkan." in isi


def test_pns_wanita_tidak_dapat_meminta_beristri_lagi(jalan, kantor):
    isi = {"calon": "X", "alternatif": ["cacat"], "bukti_alternatif": "445/1", "persetujuan_istri": "ya", "penghasilan": "ya",
           "adil": "ya", "alasan_lengkap": "Uraian."}  # fmt: skip
    usulan = jalan.ajukan("izin-beristri", kantor.ani, isi, oleh="ani")
    assert usulan.status == "draf"
    teks = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "dilarang PP 45/1990" in teks
    kawinkan(kantor.bayu)
    usulan = jalan.ajukan("izin-beristri", kantor.bayu, isi | {"calon": "Ratna"}, oleh="bayu")
    usulan = sampai_kasubbid(jalan, usulan, "lanjut")
    usulan = putuskan(jalan, usulan, "izin")
    assert "calon istri Ratna" in putusan(usulan)["diktum"][0]["isi"]
    # the marriage that follows: a further wife, without allowance
    lapor = {"nama_pasangan": "Ratna", "lahir_pasangan": "1990-02-02", "sebelum": "beristri", "tanggal_akad": HARI,
             "nomor_akta": "88/2026", "tanggal_akta": HARI, "penerbit": "KUA Lamongan"}  # fmt: skip
    usulan = jalan.ajukan("lapor-kawin", kantor.bayu, lapor, oleh="bayu")
    usulan = jalan.maju(jalan.maju(usulan, "verifikasi_opd"), "verifikasi_bkd")
    istri = RiwayatKeluarga.objects.get(pegawai=kantor.bayu, nama="Ratna")
    assert (istri.istri_ke, istri.tertanggung, istri.tmt) == (2, False, KINI)
    assert profil_satu(kantor.bayu.pk, per=KINI).pasangan_tertanggung == 1


def test_surat_keterangan_bagi_tergugat_tidak_dapat_ditolak(jalan, kantor):
    kawinkan(kantor.ani)
    isi = {"anggota": "pasangan-1", "nomor_gugatan": "123/Pdt.G/2026/PA.Lmg", "pengadilan": "Pengadilan Agama Lamongan",
           "tanggal_gugatan": (KINI - timedelta(days=1)).isoformat(), "tanggal_lapor": HARI, "tanggapan": "keberatan",
           "alasan_lengkap": "Keberatan."}  # fmt: skip
    usulan = jalan.ajukan("keterangan-cerai", kantor.ani, isi, oleh="ani")
    usulan = sampai_kasubbid(jalan, usulan, "buntu")
    usulan = putuskan(jalan, usulan, "keterangan")
    assert usulan.status == "selesai"
    d = putusan(usulan)
    assert "123/Pdt.G/2026/PA.Lmg" in d["isi_keterangan"]
    assert d["hasil"] == "keterangan"


def test_laporan_perceraian_mengakhiri_pasangan_tunjangan_dan_kartu_serta_memberi_memo(jalan, kantor):
    kawinkan(kantor.bayu, anak=[date(2012, 3, 3), date(2015, 3, 3)])
    tambah(kantor.bayu, "kartu", tmt=date(2013, 1, 1), jenis="KARIS", nomor="A 1", anggota="pasangan-1")
    akta = KINI - timedelta(days=10)
    isi = {"anggota": "pasangan-1", "nomor_akta": "77/AC/2026", "tanggal_akta": akta.isoformat(),
           "penerbit": "Pengadilan Agama Lamongan", "anak_ikut": ["anak-1"], "tanpa_izin": "on"}  # fmt: skip
    usulan = jalan.ajukan("lapor-cerai", kantor.bayu, isi, oleh="bayu")
    assert usulan.status == "diproses", usulan.hasil_syarat
    assert {h["kode"]: h["jawaban"] for h in usulan.hasil_syarat}["LCR-02"] == "perlu_diperiksa"
    usulan = jalan.maju(usulan, "verifikasi_bkd")
    usulan = jalan.maju(usulan, "periksa_kasubbid")
    terakhir = {
        b.anggota: b for b in RiwayatKeluarga.objects.filter(pegawai=kantor.bayu, dibatalkan_pada=None).order_by("tmt")
    }
    assert (terakhir["pasangan-1"].keadaan, terakhir["pasangan-1"].tmt, terakhir["pasangan-1"].tertanggung) == (
        "cerai",
        akta,
        False,
    )
    assert (terakhir["anak-1"].tertanggung, terakhir["anak-2"].tertanggung) == (True, False)
    kartu = RiwayatKartu.objects.get(pegawai=kantor.bayu, dibatalkan_pada=None)
    assert (kartu.nomor, kartu.sampai) == ("A 1", akta)
    usulan = jalan.maju(usulan, "memo_gaji", kehendak="pns", anak_pns="1", anak_istri="1", gaji="3426000")
    memo = usulan.naskah.get(surat=True).naskah.data
    rincian = {r["label"]: r["isi"] for r in memo["rincian"]}
    # 1/3 of Rp3.426.000 = Rp1.142.000; a child with each: 1/6 = Rp571.000
    assert rincian["Bagian PNS"] == "1/3 x Rp3.426.000 = Rp1.142.000 sebulan"
    assert rincian["Bagian bekas istri"] == "1/3 x Rp3.426.000 = Rp1.142.000 sebulan"
    assert rincian["Bagian anak, diterima bekas istri"] == "1/6 x Rp3.426.000 = Rp571.000 sebulan"
    assert memo["sifat"] == "Rahasia"
    assert jalan.maju(usulan, "serahkan").status == "selesai"


def test_pns_wanita_melapor_cerai_tanpa_memo_gaji(jalan, kantor):
    kawinkan(kantor.ani)
    isi = {
        "anggota": "pasangan-1",
        "nomor_akta": "1",
        "tanggal_akta": HARI,
        "penerbit": "PA",
        "nomor_izin": "474.2/1/2024",
    }
    usulan = jalan.ajukan("lapor-cerai", kantor.ani, isi, oleh="ani")
    assert "memo_gaji" not in [r["kode"] for r in usulan.rute]


def test_laporan_perkawinan_terlambat_tetap_dicatat(jalan, kantor):
    akad = tambah_bulan(KINI, -14)
    isi = {"nama_pasangan": "Slamet", "lahir_pasangan": "1988-02-02", "sebelum": "belum", "tanggal_akad": akad.isoformat(),
           "nomor_akta": "12/2025", "tanggal_akta": akad.isoformat(), "penerbit": "KUA Babat", "nip_pasangan": ""}  # fmt: skip
    usulan = jalan.ajukan("lapor-kawin", kantor.ani, isi, oleh="ani")
    assert {h["kode"]: h["jawaban"] for h in usulan.hasil_syarat}["LPK-01"] == "perlu_diperiksa"
    usulan = jalan.maju(jalan.maju(usulan, "verifikasi_opd"), "verifikasi_bkd")
    (suami,) = RiwayatKeluarga.objects.filter(pegawai=kantor.ani)
    assert (suami.hubungan, suami.tmt, suami.tertanggung, suami.istri_ke, suami.jenis_kelamin) == (
        "pasangan",
        akad,
        True,
        None,
        "L",
    )
    assert "bahan pembinaan" in usulan.hasil_syarat[0]["kalimat"]


def test_ruang_kerja_menyebut_batas_hukum_dan_izin_yang_belum_dilaporkan(jalan, kantor, django_assert_max_num_queries):
    kawinkan(kantor.ani)
    usulan = jalan.ajukan("izin-cerai", kantor.ani, CERAI, oleh="ani")
    Usulan.objects.filter(pk=usulan.pk).first().langkah.update(batas_hukum=KINI - timedelta(days=1))
    alamat = reverse("kesejahteraan:perkawinan_list")
    for nama, status in (
        ("sari", 200),
        ("kasub", 200),
        ("kabid", 200),
        ("dewi", 200),
        ("lain", 403),
        ("kadinkes", 403),
        ("inspektorat", 403),
    ):
        masuk(jalan.client, kantor.akun[nama])
        assert jalan.client.get(alamat).status_code == status, nama
    masuk(jalan.client, kantor.akun["sari"])
    with django_assert_max_num_queries(12):
        isi = jalan.client.get(alamat).content.decode()
    assert "lewat batas hukum" in isi
    assert usulan.nomor in jalan.client.get(alamat, {"keadaan": "hukum", "layanan": "izin-cerai"}).content.decode()
    usulan = putuskan(jalan, sampai_kasubbid(jalan, usulan, "buntu"), "izin")
    masuk(jalan.client, kantor.akun["sari"])
    isi = jalan.client.get(alamat).content.decode()
    assert "Tidak ada perkara" in isi
    assert "perceraian belum dilaporkan" in isi
    assert Naskah.objects.get(usulan__usulan=usulan, usulan__surat=False).nomor in isi
    assert usulan.nomor in jalan.client.get(alamat, {"keadaan": "akhir"}).content.decode()


def test_hitungan_pembagian_gaji_pada_halamannya(jalan, kantor):
    masuk(jalan.client, kantor.akun["sari"])
    alamat = reverse("kesejahteraan:pembagian_gaji")
    assert jalan.client.get(alamat).status_code == 200
    isi = jalan.client.get(
        alamat, {"kehendak": "pns", "anak_pns": "0", "anak_istri": "2", "gaji": "3426000"}
    ).content.decode()
    assert "1/3 x Rp3.426.000 = Rp1.142.000" in isi
    assert jalan.client.get(alamat, {"kehendak": "", "gaji": "1"}).status_code == 422


def test_draf_yang_belum_disentuh_tidak_menyebut_kekurangan_isian(jalan, kantor):
    kawinkan(kantor.ani)
    masuk(jalan.client, kantor.akun["ani"])
    jalan.client.post(reverse("layanan:usulan_create", args=["izin-cerai"]), {"nip": kantor.ani.nip})
    usulan = Usulan.objects.get()
    alamat = reverse("layanan:usulan_detail", args=[usulan.nomor])
    isi = jalan.client.get(alamat).content.decode()
    assert "Belum tersimpan" not in isi
    assert '<option value="pasangan-1" selected>' in isi
    jawab = jalan.client.post(
        reverse("layanan:usulan_update", args=[usulan.nomor]), {"versi": 0, "anggota": "pasangan-1"}
    )
    assert (jawab.status_code, set(jawab.context["form_isian"].errors)) == (422, {"alasan_lengkap"})
