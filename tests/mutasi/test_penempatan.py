"""Penempatan langkah demi langkah lewat halaman: persetujuan, sidang, SK, pelantikan yang melahirkan TMT, SPMT."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kepegawaian.models import (
    KebutuhanJabatan,
    Naskah,
    NaskahPegawai,
    ProfilKini,
    RiwayatJabatan,
    RiwayatUnit,
    Setelan,
    StandarKompetensi,
)
from kepegawaian.profil import profil_satu
from layanan import naskah as modul_naskah
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI, TMT, lengkapi
from tests.pabrik import buat_pegawai, jabatan_kode, masuk, tambah, unit_kode

pytestmark = pytest.mark.django_db
PENGAWAS = {"jenis": "M1_ANTAR", "alasan": "promosi", "tmt": TMT.isoformat(), "jabatan_tujuan": "KEPALA-SUB12"}
SIDANG = {
    "tanggal_sidang": KINI.isoformat(),
    "anggota_hadir": "5",
    "pertimbangan": "Cakap.",
    "hasil": "direkomendasikan",
}


def sampai_keputusan(jalan, usulan, *, sidang=True):
    """Through consents, telaah and examination up to the decision of the Bupati."""
    for kode in ("persetujuan_asal", "persetujuan_tujuan", "telaah", "periksa_kasubbid", "periksa_kabid",
                 "periksa_sekretaris", "nota_dinas"):  # fmt: skip
        usulan = jalan.maju(usulan, kode)
    return jalan.maju(usulan, "sidang_tpk", **SIDANG) if sidang else usulan


def test_promosi_ke_pengawas_tmt_lahir_pada_pelantikan(jalan, kantor):
    usulan = jalan.ajukan("penempatan", kantor.ani, PENGAWAS)
    assert [r["kode"] for r in usulan.rute] == [
        "persetujuan_asal", "persetujuan_tujuan", "telaah", "periksa_kasubbid", "periksa_kabid", "periksa_sekretaris",
        "nota_dinas", "sidang_tpk", "keputusan", "penetapan", "tanda_tangan", "pelantikan", "pernyataan", "spmt", "spmj",
        "pembaruan",
    ]  # fmt: skip
    usulan = sampai_keputusan(jalan, usulan)
    for kode in ("keputusan", "penetapan", "tanda_tangan"):
        usulan = jalan.maju(usulan, kode)
    np = NaskahPegawai.objects.get(naskah__usulan__usulan=usulan, naskah__jenis="sk")
    assert (np.tmt, np.diterapkan_pada) == (None, None)
    assert not RiwayatJabatan.objects.filter(naskah_pegawai=np).exists()
    lantik = {"tanggal_pelantikan": KINI.isoformat(), "tempat": "Pendopo", "rohaniwan": "H. Anwar",
              "saksi_1": kantor.dewi.nip, "saksi_2": kantor.sekda.nip}  # fmt: skip
    usulan = jalan.maju(usulan, "pelantikan", **lantik)
    np.refresh_from_db()
    baris = RiwayatJabatan.objects.get(naskah_pegawai=np)
    assert (np.tmt, baris.tmt, baris.tmt_pelantikan, baris.arah) == (KINI, KINI, KINI, "vertikal")
    assert ProfilKini.objects.get(pegawai=kantor.ani).jabatan.kode == "KEPALA-SUB12"
    assert RiwayatUnit.objects.get(naskah_pegawai=np).unit.kode == "SUB12"
    usulan = jalan.maju(usulan, "pernyataan")
    besok = KINI + timedelta(days=1)
    usulan = jalan.maju(usulan, "spmt", tanggal_spmt=besok.isoformat())
    baris = RiwayatJabatan.objects.get(naskah_pegawai=np, dibatalkan_pada__isnull=True)
    assert (baris.tanggal_spmt, baris.tmt, baris.arah) == (besok, KINI, "vertikal")
    usulan = jalan.maju(usulan, "spmj")
    spmj = Naskah.objects.get(usulan__usulan=usulan, perihal="Surat Pernyataan Masih Menduduki Jabatan")
    assert "masih menduduki jabatan Kepala Subbidang Kepangkatan" in spmj.data["isi"][0]
    assert modul_naskah.cetak(spmj.pk) is True
    usulan = jalan.maju(usulan, "pembaruan", siasn="on", tembusan="on")
    assert usulan.status == "selesai"
    perihal = set(Naskah.objects.filter(usulan__usulan=usulan, usulan__surat=True).values_list("perihal", flat=True))
    assert perihal == {
        "Nota Dinas Penempatan Pegawai", "Berita Acara Sidang Tim Penilai Kinerja", "Surat Pernyataan Pelantikan",
        "Berita Acara Pengambilan Sumpah/Janji Jabatan", "Surat Pernyataan Melaksanakan Tugas",
        "Surat Pernyataan Masih Menduduki Jabatan",
    }  # fmt: skip
    for judul in ("Surat Pernyataan Pelantikan", "Surat Pernyataan Melaksanakan Tugas", spmj.perihal):
        rincian = Naskah.objects.get(usulan__usulan=usulan, perihal=judul).data["rincian"]
        jabatan = [(r["label"], r["isi"]) for r in rincian if "Jabatan" in r["label"]]
        assert jabatan == [("Jabatan", "Kepala Subbidang Kepangkatan")], judul


def test_semua_naskahnya_tercetak(jalan, kantor):
    usulan = sampai_keputusan(jalan, jalan.ajukan("penempatan", kantor.ani, PENGAWAS))
    for kode in ("keputusan", "penetapan"):
        usulan = jalan.maju(usulan, kode)
    for n in Naskah.objects.filter(usulan__usulan=usulan):
        assert modul_naskah.cetak(n.pk) is True
    sk = Naskah.objects.get(usulan__usulan=usulan, jenis="sk")
    assert "tanggal pelantikan" in sk.data["diktum"][0]["isi"]
    assert sk.data["tanda_tangan"]["nama"] == "H. Wiratama"


def test_pelaksana_tanpa_sidang_dan_tanpa_pelantikan_berlaku_pada_tmt(jalan, kantor):
    KebutuhanJabatan.objects.create(jabatan=jabatan_kode("P-PENELAAH-TEKNIS-KEBIJAKAN"), unit=unit_kode("SUB12"), kebutuhan=4,
                                    berlaku_sejak=TMT - timedelta(days=400), dasar="ABK", keyakinan="pasti")  # fmt: skip
    isian = PENGAWAS | {"jabatan_tujuan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "unit_tujuan": "SUB12", "alasan": "rotasi"}
    usulan = jalan.ajukan("penempatan", kantor.ani, isian)
    usulan = sampai_keputusan(jalan, usulan, sidang=False)
    for kode in ("keputusan", "penetapan", "tanda_tangan", "serahkan"):
        usulan = jalan.maju(usulan, kode)
    baris = RiwayatJabatan.objects.get(pegawai=kantor.ani, tmt=TMT, dibatalkan_pada__isnull=True)
    assert (baris.tmt_pelantikan, baris.arah, baris.unit.kode) == (None, "horizontal", "SUB12")
    assert profil_satu(kantor.ani.pk, per=TMT - timedelta(days=1)).unit != profil_satu(kantor.ani.pk, per=TMT).unit
    usulan = jalan.maju(usulan, "spmt", tanggal_spmt=TMT.isoformat())
    assert usulan.langkah_kini.kode == "pembaruan"


def test_jabatan_di_luar_peta_unit_dan_kompetensi_yang_kurang_tidak_dapat_diajukan(jalan, kantor):
    """MUT-08 decides on what the portal stores: SUB12 has a peta without that post; the last uji is below the standar."""
    KebutuhanJabatan.objects.create(jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), kebutuhan=1,
                                    berlaku_sejak=TMT - timedelta(days=400), dasar="ABK", keyakinan="pasti")  # fmt: skip
    pelaksana = PENGAWAS | {
        "jabatan_tujuan": "P-PENELAAH-TEKNIS-KEBIJAKAN",
        "unit_tujuan": "SUB12",
        "alasan": "rotasi",
    }
    usulan = jalan.ajukan("penempatan", kantor.ani, pelaksana)
    assert usulan.status == "draf"
    assert "tidak ada/penuh pada peta jabatan" in halaman(jalan, usulan)
    tambah(kantor.ani, "uji_kompetensi", tmt=KINI - timedelta(days=30), sampai=TMT + timedelta(days=900), tujuan="promosi",
           hasil="KMS", nilai=dict.fromkeys(StandarKompetensi.objects.values_list("kompetensi_id", flat=True), 1))  # fmt: skip
    jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]),
                      {"versi": usulan.versi_baris, "unit_tujuan": ""} | PENGAWAS)  # fmt: skip
    assert "Kompetensinya kurang memenuhi standar jabatan tujuan." in halaman(jalan, usulan)
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    assert jalan.segar(usulan).status == "draf"


def halaman(jalan, usulan):
    return jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()


def test_sidang_tidak_merekomendasikan_menolak_dengan_dasar(jalan, kantor):
    usulan = sampai_keputusan(jalan, jalan.ajukan("penempatan", kantor.ani, PENGAWAS), sidang=False)
    usulan = jalan.maju(usulan, "sidang_tpk", **SIDANG | {"hasil": "tidak", "dasar_tolak": "PP 11/2017 Pasal 190"})
    assert (usulan.status, usulan.pasal_tolak) == ("ditolak", "PP 11/2017 Pasal 190")


def test_istri_tidak_menjadi_bawahan_langsung_suaminya(jalan, kantor):
    """The husband heads the unit above; known from his family record alone."""
    kepala = lengkapi(
        buat_pegawai(nama="Wira Suami", unit="BID2", jabatan="KEPALA-BID2", golongan="IV/a", kelamin="L")
    )
    tambah(
        kepala,
        "keluarga",
        tmt=TMT - timedelta(days=900),
        anggota="p2",
        hubungan="pasangan",
        nama="Ani",
        nip=kantor.ani.nip,
    )
    usulan = jalan.ajukan("penempatan", kantor.ani, PENGAWAS | {"jabatan_tujuan": "KEPALA-SUB21"})
    assert usulan.status == "draf"
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Penempatan menjadikan suami/istri atasan langsung." in isi


def test_pemangku_yang_diusulkan_pindah_tidak_menghalangi(jalan, kantor):
    lama = lengkapi(buat_pegawai(nama="Lama Menjabat", unit="SUB12", jabatan="KEPALA-SUB12", golongan="III/d"))
    usulan = jalan.ajukan("penempatan", kantor.ani, PENGAWAS)
    assert usulan.status == "draf"
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Jabatan masih terisi oleh Lama Menjabat." in isi
    jalan.ajukan("penempatan", lama, PENGAWAS | {"jenis": "M1_DALAM", "jabatan_tujuan": "KEPALA-SUB22"}, oleh="sari")
    masuk(jalan.client, kantor.akun["opi"])
    isi = jalan.client.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Jabatan lowong pada TMT." in isi
    assert "Lama Menjabat diusulkan pindah" in isi


def test_saran_jabatan_dan_unit(client, kantor):
    masuk(client, kantor.akun["opi"])
    isi = client.get(
        reverse("mutasi:saran", args=["struktural"]), {"dari": "x", "x": "subbidang mutasi"}
    ).content.decode()
    assert 'value="KEPALA-SUB11"' in isi
    assert client.get(reverse("mutasi:saran", args=["unit"]), {"dari": "x", "x": "ab"}).content == b""
    assert client.get(reverse("mutasi:saran", args=["lain"])).status_code == 404


def test_pada_masa_larangan_pilkada_diperlukan_izin_mendagri(jalan, kantor):
    jendela = [{"sejak": KINI.isoformat(), "sampai": (TMT + timedelta(days=90)).isoformat(), "dasar": "Pilkada"}]
    Setelan.objects.create(kunci="mut_larangan_pilkada", nilai=jendela, uraian="uji", berlaku_sejak=KINI, dasar="uji",
                           keyakinan="asumsi")  # fmt: skip
    usulan = sampai_keputusan(jalan, jalan.ajukan("penempatan", kantor.ani, PENGAWAS))
    izin = {"hasil": "diizinkan", "nomor_izin": "100.2.2/1/SJ", "tanggal_izin": KINI.isoformat(), "berkas": pdf()}
    assert jalan.maju(usulan, "izin_mendagri", **izin).langkah_kini.kode == "keputusan"


def test_saksi_berpangkat_lebih_rendah_ditolak_formulir(jalan, kantor):
    usulan = sampai_keputusan(jalan, jalan.ajukan("penempatan", kantor.ani, PENGAWAS))
    for kode in ("keputusan", "penetapan", "tanda_tangan"):
        usulan = jalan.maju(usulan, kode)
    masuk(jalan.client, kantor.akun["dewi"])
    lantik = {"versi": usulan.versi_baris, "tanggal_pelantikan": KINI.isoformat(), "tempat": "Pendopo", "rohaniwan": "H. Anwar",
              "saksi_1": kantor.sari.nip, "saksi_2": kantor.sekda.nip}  # fmt: skip
    jawab = jalan.client.post(reverse("layanan:usulan_setujui", args=[usulan.nomor]), lantik)
    assert jawab.status_code == 422
    assert "Saksi belum lengkap." in jawab.content.decode()
