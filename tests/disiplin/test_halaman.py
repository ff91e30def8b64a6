"""Halaman disiplin lewat HTTP: dari laporan tanpa nama sampai BAP, surat bagi yang bersangkutan, dan yang tidak boleh tahu."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from disiplin.models import AnggotaTim, Bap, KasusDisiplin, Laporan
from kepegawaian.models import Jejak, Naskah, Pemberitahuan, ProfilKini
from layanan import rekap
from layanan.models import Usulan
from tests.disiplin.conftest import ISIAN, Lakon
from tests.disiplin.test_kasus import tim
from tests.layanan.conftest import pdf
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db
ASING = ("rekan", "opi", "kadinkes", "citra", "pengawas", "sekda")
TENANG = ("tata_kelola:beranda", "layanan:usulan_list", "layanan:naskah_list", "layanan:kotak_list", "disiplin:kasus_list",
          "tata_kelola:tugas_list", "layanan:peta_list", "tata_kelola:pemberitahuan", "kepegawaian:pegawai_list")  # fmt: skip


def buka(client, kantor, siapa, nama, *argumen, **kueri):
    return masuk(client, kantor.akun[siapa]).get(reverse(nama, args=argumen), kueri)


def teks(jawab):
    return jawab.content.decode()


@pytest.fixture
def kasus(kantor, lakon):
    """A case of ani whose first summons is out."""
    usulan = lakon.maju(
        lakon.buka(kantor.ani, uraian="Perbuatan tercela XYZ."), "telaah_atasan", hasil="atasan", pertimbangan="Ada."
    )
    usulan = lakon.panggil(usulan)
    lakon.cetak(usulan, surat=True)
    return usulan


# ── what nobody else sees ────────────────────────────────────────────────────────────────────────────


def test_daftar_dan_angka_tidak_menunjukkan_kasus(client, kantor, kasus):
    for siapa in ASING:
        for nama in TENANG:
            jawab = buka(client, kantor, siapa, nama)
            isi = teks(jawab) if jawab.status_code == 200 else ""
            for kata in (kasus.nomor, "Perbuatan tercela XYZ", "Pasal 3 huruf d"):
                assert kata not in isi, (siapa, nama)


def test_halaman_kasus_tidak_ada_bagi_yang_lain_juga_baginya_sendiri(client, kantor, kasus):
    surat = kasus.naskah.get(langkah="panggilan_1").naskah_id
    for siapa in (*ASING, "ani"):
        for nama, argumen in (("layanan:usulan_detail", kasus.nomor), ("disiplin:pemeriksaan", kasus.nomor),
                              ("layanan:naskah_detail", surat), ("layanan:naskah_download", surat)):  # fmt: skip
            assert buka(client, kantor, siapa, nama, argumen).status_code == 404, (siapa, nama)


def test_yang_menangani_membuka_kasusnya(client, kantor, kasus):
    for siapa in ("kasubbag", "sari", "kasub", "kabid", "dewi"):
        assert kasus.nomor in teks(buka(client, kantor, siapa, "disiplin:kasus_list")), siapa
        assert buka(client, kantor, siapa, "layanan:usulan_detail", kasus.nomor).status_code == 200, siapa


def test_pencarian_register_dan_jejak_tidak_menyebutnya(client, kantor, kasus):
    naskah = kasus.naskah.get(langkah="panggilan_1").naskah
    for kata in (kasus.nomor, naskah.nomor):
        assert "Naskah rahasia" not in teks(buka(client, kantor, "citra", "tata_kelola:cari", q=kata))
    register = teks(buka(client, kantor, "citra", "layanan:register_list", klasifikasi="862"))
    assert naskah.nomor in register
    assert "Ani Lestari" not in register
    assert "Ani Lestari" in teks(buka(client, kantor, "sari", "layanan:register_list", klasifikasi="862"))
    jejak = teks(buka(client, kantor, "pengawas", "tata_kelola:jejak_list"))
    assert "Perbuatan pada perkara rahasia" in jejak
    assert "Panggilan I" not in jejak
    assert "Ani Lestari" not in jejak
    assert "perkara rahasia" not in teks(buka(client, kantor, "pengawas", "tata_kelola:jejak_list", pegawai="Ani"))


def test_rekap_pagi_menyebut_perkara_saja_dan_kabar_tidak_membawa_isi(kantor, lakon, kasus):
    isi = rekap.susun(timezone.localdate())[kantor.akun["kasubbag"].pk].isi
    assert isi == "Perkara: 1"
    lain = lakon.buka(kantor.rekan, oleh="sari")  # the first step is the atasan's
    (kabar,) = Pemberitahuan.objects.filter(url__contains=lain.nomor)
    assert (kabar.pengguna, kabar.rahasia) == (kantor.akun["kasubbag"], True)
    assert not Pemberitahuan.objects.filter(pengguna=kantor.akun["opi"]).exists()


def test_berkas_kasus_tidak_masuk_dosir_dan_lampiran_hanya_pada_riwayat_hukuman(client, kantor, lakon):
    usulan = lakon.berlakukan(
        lakon.putuskan(lakon.sampai_lhp(kantor.ani, jenis="S3", norma=["5g"], perkiraan="sedang"), jenis="S3")
    )
    dosir = set(kantor.ani.dosir.values_list("riwayat_jenis", flat=True))
    assert dosir == {"hukuman"}  # the pangkat rows, which many read, carry no scan of it
    assert Usulan.objects.get(pk=usulan.pk).tertutup


def test_ketua_dan_anggota_tim_membuka_kasusnya(client, kantor, lakon):
    usulan = lakon.buka(kantor.ani, oleh="sari", perkiraan="berat", dugaan=["5k"])
    assert buka(client, kantor, "auditor", "layanan:usulan_detail", usulan.nomor).status_code == 404
    usulan = lakon.maju(
        lakon.maju(lakon.maju(usulan, "telaah", hasil="tim", pertimbangan="Berat."), "periksa_kasubbid"),
        "periksa_kabid",
    )
    lakon.maju(usulan, "bentuk_tim", hasil="tanpa", **tim(kantor))
    assert AnggotaTim.objects.count() == 3
    for siapa in ("auditor", "kasubbag", "sari"):
        assert buka(client, kantor, siapa, "layanan:usulan_detail", usulan.nomor).status_code == 200
        assert usulan.nomor in teks(buka(client, kantor, siapa, "disiplin:kasus_list"))


def test_aturan_layanan_lain_hanya_tahu_sedang_diperiksa(kantor, kasus):
    from kepegawaian.profil import profil_satu  # noqa: PLC0415 - one use

    assert profil_satu(kantor.ani.pk, per=timezone.localdate()).diperiksa is True
    assert ProfilKini.objects.get(pk=kantor.ani.pk).kedudukan_id == "01"


# ── the person himself ───────────────────────────────────────────────────────────────────────────────


def test_yang_bersangkutan_membaca_panggilan_lalu_bap_dan_sk_saja(client, kantor, lakon):
    usulan = lakon.sampai_lhp(kantor.ani, jenis="R2")
    lakon.cetak(usulan, surat=True)
    nomor = {t.langkah: t.naskah for t in usulan.naskah.select_related("naskah")}
    isi = teks(buka(client, kantor, "ani", "disiplin:saya"))
    assert [nomor[k].nomor in isi for k in ("panggilan_1", "pemeriksaan", "lhp")] == [True, True, False]
    assert buka(client, kantor, "ani", "disiplin:saya_download", nomor["pemeriksaan"].pk).status_code == 200
    assert buka(client, kantor, "ani", "disiplin:saya_download", nomor["lhp"].pk).status_code == 404
    assert buka(client, kantor, "rekan", "disiplin:saya_download", nomor["pemeriksaan"].pk).status_code == 404
    usulan = lakon.maju(usulan, "keputusan", hasil="dijatuhi", jenis="R2", alasan="Setimpal.")
    usulan = lakon.maju(lakon.maju(usulan, "penetapan"), "tanda_tangan")
    sk = usulan.naskah.get(surat=False).naskah
    assert sk.nomor not in teks(buka(client, kantor, "ani", "disiplin:saya"))  # not before it is handed over
    lakon.lompat(1)
    lakon.maju(usulan, "penyampaian", hasil="disampaikan", tanggal_terima=lakon.hari.isoformat())
    assert sk.nomor in teks(buka(client, kantor, "ani", "disiplin:saya"))
    assert buka(client, kantor, "ani", "disiplin:saya_download", sk.pk).status_code == 200


def test_kabar_baginya_hanya_bahwa_ada_surat(kantor, kasus):
    (kabar,) = Pemberitahuan.objects.filter(pengguna=kantor.akun["ani"])
    assert (kabar.judul, kabar.rahasia, kabar.url) == (
        "Ada surat dinas rahasia bagi Anda",
        True,
        reverse("disiplin:saya"),
    )


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────


def test_atasan_membuka_kasus_bawahannya_lewat_halaman(client, kantor):
    jawab = buka(client, kantor, "kasubbag", "disiplin:kasus_create", q="Ani")
    assert [c.pk for c in jawab.context["calon"]] == [kantor.ani.pk]
    isi = ISIAN | {"nip": kantor.ani.nip, "kejadian": timezone.localdate().isoformat()}
    salah = client.post(reverse("disiplin:kasus_create"), isi | {"dugaan": ["5k"]})
    assert salah.status_code == 422
    assert "selalu berat" in teks(salah)
    jawab = client.post(reverse("disiplin:kasus_create"), isi)
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    assert jawab["Location"] == reverse("layanan:usulan_detail", args=[usulan.nomor])
    assert usulan.langkah_kini.kode == "telaah_atasan"
    assert "Kasus disiplin" in teks(client.get(reverse("disiplin:kasus_list")))


@pytest.mark.parametrize(("siapa", "nip"), [("kasubbag", "citra"), ("kasubbag", "kasubbag"), ("sari", "sari")])
def test_bukan_bawahan_dan_bukan_diri_sendiri(client, kantor, siapa, nip):
    isi = ISIAN | {"nip": getattr(kantor, nip).nip, "kejadian": timezone.localdate().isoformat()}
    masuk(client, kantor.akun[siapa])
    assert client.post(reverse("disiplin:kasus_create"), isi).status_code in (403, 404)
    assert not Usulan.objects.exists()


def test_laporan_tanpa_nama_dibatasi_sejam_dan_dibaca_penangan_saja(client, kantor):
    cache.clear()
    isi = {"terlapor": "Ani", "uraian": "Sering pulang sebelum waktunya."}
    for _ in range(5):
        assert client.post(reverse("disiplin:lapor"), isi)["Location"] == reverse("disiplin:lapor_terima")
    assert client.post(reverse("disiplin:lapor"), isi).status_code == 429
    satu = Laporan.objects.earliest("pk")
    assert (satu.dari_id, satu.status) == (None, "baru")
    assert Jejak.objects.filter(aksi="kasus_laporan").values_list("oleh_id", flat=True).first() is None
    assert buka(client, kantor, "citra", "disiplin:laporan_list").status_code == 403
    assert buka(client, kantor, "kasubbag", "disiplin:laporan_list").status_code == 403
    assert "5 baru" in teks(buka(client, kantor, "sari", "disiplin:kasus_list"))
    assert "pulang sebelum" in teks(buka(client, kantor, "sari", "disiplin:laporan_detail", satu.pk))
    client.post(reverse("disiplin:laporan_tutup", args=[satu.pk]), {"catatan": "Ganda."})
    satu.refresh_from_db()
    assert (satu.status, satu.catatan) == ("ditutup", "Ganda.")
    cache.clear()


def test_laporan_bernama_hanya_bila_diminta(client, kantor):
    cache.clear()
    isi = {"terlapor": "Ani", "uraian": "Sering pulang."}
    masuk(client, kantor.akun["rekan"]).post(reverse("disiplin:lapor"), isi)
    client.post(reverse("disiplin:lapor"), isi | {"sertakan": "on"})
    assert list(Laporan.objects.order_by("pk").values_list("dari_id", flat=True)) == [None, kantor.akun["rekan"].pk]
    assert client.post(reverse("disiplin:lapor"), {"terlapor": "Ani"}).status_code == 422
    cache.clear()


def test_bap_ditulis_pemeriksa_ketika_langkahnya_menunggu(client, kantor, lakon, kasus):
    alamat = reverse("disiplin:bap_create", args=[kasus.nomor])
    isi = {"tentang": "terperiksa", "nama": "Ani Lestari", "jabatan": "", "tanggal": lakon.hari.isoformat(), "tempat": "Kantor",
           "cara": "tatap_muka"}  # fmt: skip
    masuk(client, kantor.akun["kasubbag"])
    assert client.post(alamat, isi).status_code == 403  # the examination has not begun
    lakon.maju(kasus, "kehadiran_1", hasil="hadir")
    client.post(alamat, isi)
    bap = Bap.objects.get()
    tulis = reverse("disiplin:bap_update", args=[kasus.nomor, bap.pk])
    borang = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-pertanyaan": "Sehat?", "form-0-jawaban": "Ya.",
              "form-1-pertanyaan": "Lalu?", "form-1-jawaban": ""}  # fmt: skip
    assert client.post(tulis, borang).status_code == 422
    client.post(tulis, borang | {"form-1-jawaban": "Tidak ada."})
    assert bap.tanya.count() == 2
    client.post(reverse("disiplin:bap_tutup", args=[kasus.nomor, bap.pk]))
    bap.refresh_from_db()
    assert bap.ditutup_pada is not None
    assert "Tutup berita acara" not in teks(client.get(reverse("disiplin:pemeriksaan", args=[kasus.nomor])))
    assert masuk(client, kantor.akun["sari"]).post(tulis, borang).status_code == 403  # a handler reads it only


def test_langkah_ditekan_lewat_halaman_usulan(client, kantor, kasus):
    """The real door of a step: the page of the usulan, with its form."""
    masuk(client, kantor.akun["kasubbag"])
    isi = teks(client.get(reverse("layanan:usulan_detail", args=[kasus.nomor])))
    assert "Pemeriksaan dan berita acara" in isi
    usulan = Lakon.segar(kasus)
    client.post(reverse("layanan:usulan_setujui", args=[kasus.nomor]), {"versi": usulan.versi_baris, "hasil": "hadir"})
    assert Lakon.segar(kasus).langkah_kini.kode == "pemeriksaan"
    n = kasus.naskah.get(langkah="panggilan_1").naskah
    client.post(reverse("layanan:surat_sahkan", args=[kasus.nomor, n.pk]), {"berkas": pdf()})
    n.refresh_from_db()
    assert (n.status, n.perihal) == ("berlaku", "Naskah rahasia")


def test_daftar_kasus_tetap_sedikit_kuerinya(client, kantor, django_assert_max_num_queries):
    orang = [kantor.ani, kantor.rekan]
    lakon = Lakon(kantor)
    for satu in orang:
        lakon.buka(satu, oleh="sari")
    masuk(client, kantor.akun["sari"])
    with django_assert_max_num_queries(12):
        client.get(reverse("disiplin:kasus_list"))
    assert KasusDisiplin.objects.count() == 2


def test_naskah_kasus_bernomor_dengan_perihal_samar_dan_judul_pada_datanya(kantor, kasus):
    n = Naskah.objects.get(usulan__usulan=kasus, usulan__langkah="panggilan_1")
    assert (n.perihal, n.data["perihal"], n.data["sifat"]) == ("Naskah rahasia", "Panggilan I", "Rahasia")
