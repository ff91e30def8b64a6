"""Satu pintu: setiap perbuatan terkunci, terperiksa, tercatat; yang ditolak tidak mengubah apa pun."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kepegawaian.models import Jejak, Naskah, NaskahPegawai, Pegawai, Pemberitahuan, RiwayatPendidikan
from kepegawaian.profil import profil_satu
from layanan import alur, berkas, naskah
from layanan.galat import BukanWewenang, DitolakAlur, FormulirBasi, IsianSalah, SyaratBelumTerpenuhi
from layanan.models import LangkahUsulan, NomorTerpakai, RegisterNomor, Usulan
from layanan.wewenang import tindakan
from tests.layanan.conftest import SAAT, pdf
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db


def segar(usulan):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)


def ajukan(layanan, orang, pegawai="ani", oleh="budi"):
    usulan = alur.buat_draf(
        layanan, Pegawai.objects.select_related("kini").get(pk=getattr(orang, pegawai).pk), oleh=orang.oleh(oleh)
    )
    usulan = berkas.pasang(usulan, "surat_pengantar", pdf(), oleh=orang.oleh(oleh), versi=usulan.versi_baris)
    return alur.ajukan(usulan, oleh=orang.oleh(oleh), versi=usulan.versi_baris)


def maju(usulan, orang, *nama):
    for satu in nama:
        usulan = alur.setujui(segar(usulan), oleh=orang.oleh(satu), versi=segar(usulan).versi_baris)
    return segar(usulan)


def sampai_pertek(layanan, orang):
    return maju(ajukan(layanan, orang), orang, "kadis", "citra", "kabid", "dewi")


def tercetak(usulan):
    """As the worker leaves it: printed, file on disk."""
    n = Naskah.objects.get(usulan__usulan=usulan, tahap="menunggu_cetak")
    n.berkas_cetak.save("n.pdf", pdf())
    Naskah.objects.filter(pk=n.pk).update(tahap="tercetak", hash_cetak="a" * 64)
    return n


def sampai_tanda_tangan(layanan, orang):
    u = sampai_pertek(layanan, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    u = alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris)
    tercetak(u)
    return segar(u)


def test_dari_draf_sampai_selesai_riwayat_berubah_pada_tmt_saja(layanan_uji, orang):
    u = sampai_tanda_tangan(layanan_uji, orang)
    assert RiwayatPendidikan.objects.count() == 0
    u = alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    u = maju(u, orang, "cici")
    assert u.status == "selesai"
    assert u.langkah_kini is None
    baris = RiwayatPendidikan.objects.get()
    assert (baris.pegawai_id, baris.tmt) == (orang.ani.pk, date(2027, 1, 1))
    assert baris.dicatat_oleh_id == orang.akun_perekam.pk
    assert profil_satu(orang.ani.pk, per=date(2026, 12, 31)).pendidikan is None
    assert profil_satu(orang.ani.pk, per=date(2027, 1, 1)).pendidikan == "S2"
    n = Naskah.objects.get()
    assert (n.tahap, n.status, n.nomor) == ("ditandatangani", "berlaku", "UJI/1/2026")


def test_tiap_langkah_meninggalkan_jejak_dan_memberi_tahu_pemegangnya(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    assert Pemberitahuan.objects.filter(pengguna=orang.akun_kadis, url__contains=u.nomor).count() == 1
    u = maju(u, orang, "kadis")
    penerima = set(
        Pemberitahuan.objects.filter(kunci=f"langkah:{u.langkah_kini_id}").values_list("pengguna_id", flat=True)
    )
    assert {orang.akun_citra.pk, orang.akun_cici.pk} <= penerima
    assert orang.akun_eko.pk not in penerima
    aksi = list(Jejak.objects.filter(objek="usulan", objek_id=u.pk).order_by("id").values_list("aksi", "oleh_id"))
    assert aksi == [
        ("usulan_buat", orang.akun_budi.pk),
        ("berkas_pasang", orang.akun_budi.pk),
        ("usulan_ajukan", orang.akun_budi.pk),
        ("usulan_setujui", orang.akun_kadis.pk),
    ]
    langkah = u.langkah.get(kode="verifikasi_opd")
    assert langkah.sebagai == orang.kadis.kini.jabatan.nama


def test_batas_dihitung_hari_kerja(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)  # Senin 2 November 2026 + 3 hari kerja
    assert u.langkah_kini.batas == date(2026, 11, 5)


def test_klik_ganda_dan_halaman_basi_ditolak(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    versi = u.versi_baris
    maju(u, orang, "kadis")
    with pytest.raises(FormulirBasi):
        alur.setujui(segar(u), oleh=orang.oleh("kadis"), versi=versi)
    assert segar(u).langkah_kini.kode == "verifikasi_bkd"
    assert u.langkah.count() == 2


@pytest.mark.parametrize("nama", ["ani", "budi", "citra", "eko", "dewi", "itwas"])
def test_yang_bukan_pemegang_langkah_tidak_dapat_menyetujui(layanan_uji, orang, nama):
    u = ajukan(layanan_uji, orang)
    with pytest.raises(BukanWewenang):
        alur.setujui(segar(u), oleh=orang.oleh(nama), versi=u.versi_baris)
    assert segar(u).versi_baris == u.versi_baris
    assert u.langkah.get().keadaan == "menunggu"


def test_tidak_seorang_pun_memutus_usulannya_sendiri(layanan_uji, orang):
    u = ajukan(layanan_uji, orang, pegawai="kabid", oleh="kabid")
    u = maju(u, orang, "dewi", "citra")  # kepala OPD-nya Kepala BKD
    with pytest.raises(BukanWewenang, match="diri Anda sendiri"):
        alur.setujui(u, oleh=orang.oleh("kabid"), versi=u.versi_baris)


def test_usulan_kepala_opd_naik_ke_sekda(layanan_uji, orang):
    buat_pegawai(nama="Sekda Utama", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d")
    u = ajukan(layanan_uji, orang, pegawai="kadis", oleh="kadis")
    assert u.langkah_kini.jabatan.kode == "KEPALA-SETDA"


def test_syarat_yang_gagal_menghalangi_pengajuan(layanan_uji, orang):
    tambah(orang.eko, "pangkat", golongan_id="I/d", tmt=date(2016, 4, 1))
    eko = Pegawai.objects.select_related("kini").get(pk=orang.eko.pk)
    u = alur.buat_draf(layanan_uji, eko, oleh=orang.oleh("eko"))
    with pytest.raises(SyaratBelumTerpenuhi, match="UJI-2"):
        alur.ajukan(u, oleh=orang.oleh("eko"), versi=u.versi_baris)
    assert segar(u).status == "draf"


def test_berkas_wajib_dan_isian_diperiksa_lagi_saat_pengajuan(layanan_uji, orang):
    u = alur.buat_draf(
        layanan_uji, Pegawai.objects.select_related("kini").get(pk=orang.ani.pk), oleh=orang.oleh("budi")
    )
    with pytest.raises(DitolakAlur, match="Surat pengantar OPD"):
        alur.ajukan(u, oleh=orang.oleh("budi"), versi=u.versi_baris)
    with pytest.raises(IsianSalah):
        alur.ubah_isian(u, {"tmt": "besok"}, oleh=orang.oleh("budi"), versi=u.versi_baris)
    assert segar(u).isian == {"tmt": "2027-01-01"}


def test_satu_usulan_berjalan_tiap_layanan(layanan_uji, orang):
    ajukan(layanan_uji, orang)
    with pytest.raises(DitolakAlur, match="Masih ada usulan"):
        ajukan(layanan_uji, orang)
    assert Usulan.objects.count() == 1


def test_kembali_ke_pemohon_lalu_diajukan_lagi_masuk_langkah_yang_mengembalikan(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    u = alur.kembalikan(u, oleh=orang.oleh("citra"), versi=u.versi_baris, alasan="Halaman 2 tidak terbaca.")
    u = segar(u)
    assert (u.status, u.catatan_akhir, u.langkah_kini) == ("dikembalikan", "Halaman 2 tidak terbaca.", None)
    assert Pemberitahuan.objects.filter(pengguna=orang.akun_ani, isi="Halaman 2 tidak terbaca.").exists()
    u = alur.ajukan(u, oleh=orang.oleh("budi"), versi=u.versi_baris)
    assert (u.langkah_kini.kode, u.langkah_kini.putaran) == ("verifikasi_bkd", 2)
    assert list(u.langkah.order_by("id").values_list("kode", "keadaan")) == [
        ("verifikasi_opd", "selesai"),
        ("verifikasi_bkd", "dikembalikan"),
        ("verifikasi_bkd", "menunggu"),
    ]


def test_kembali_ke_langkah_sebelumnya(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra")
    u = alur.kembalikan(u, oleh=orang.oleh("kabid"), versi=u.versi_baris, alasan="Periksa lagi.", ke="verifikasi_bkd")
    assert segar(u).langkah_kini.kode == "verifikasi_bkd"
    with pytest.raises(DitolakAlur, match="langkah sebelumnya"):
        alur.kembalikan(segar(u), oleh=orang.oleh("citra"), versi=segar(u).versi_baris, alasan="x", ke="pertek")


def test_tanpa_alasan_tidak_dapat_mengembalikan(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    with pytest.raises(DitolakAlur, match="diperbaiki"):
        alur.kembalikan(u, oleh=orang.oleh("kadis"), versi=u.versi_baris, alasan="  ")


def test_menolak_hanya_dari_kepala_bkd_dengan_pasal_dan_tidak_mengubah_riwayat(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra")
    with pytest.raises(BukanWewenang, match="dikembalikan"):
        alur.tolak(u, oleh=orang.oleh("kabid"), versi=u.versi_baris, alasan="Tidak layak", pasal="PP 99/2000 Pasal 7")
    u = maju(u, orang, "kabid")
    with pytest.raises(DitolakAlur, match="pasal"):
        alur.tolak(u, oleh=orang.oleh("dewi"), versi=u.versi_baris, alasan="Tidak layak", pasal="")
    u = alur.tolak(u, oleh=orang.oleh("dewi"), versi=u.versi_baris, alasan="Tidak layak", pasal="PP 99/2000 Pasal 7")
    assert segar(u).status == "ditolak"
    assert RiwayatPendidikan.objects.count() == 0
    with pytest.raises(DitolakAlur):
        alur.setujui(segar(u), oleh=orang.oleh("dewi"), versi=segar(u).versi_baris)


SURAT_TMS = "Surat Kepala Kantor Regional II BKN Nomor TMS-1"


@pytest.mark.parametrize(
    ("hasil", "status", "kode", "dasar"),
    [("bts", "diproses", "verifikasi_bkd", ""), ("tms", "ditolak", None, SURAT_TMS)],
)
def test_hasil_pihak_luar_bercabang(layanan_uji, orang, hasil, status, kode, dasar):
    u = sampai_pertek(layanan_uji, orang)
    isi = {"nomor_pertek": "PT-1", "hasil": hasil, "dasar_tolak": SURAT_TMS}
    u = segar(alur.rekam(u, isi, oleh=orang.oleh("citra"), versi=u.versi_baris))
    assert u.status == status
    assert (u.langkah_kini.kode if u.langkah_kini else None) == kode
    assert u.pasal_tolak == dasar
    assert u.langkah.get(kode="pertek").isian.get("dasar_tolak", "") == dasar


def test_penolakan_pihak_luar_tanpa_dasar_tidak_mengubah_apa_pun(layanan_uji, orang):
    u = sampai_pertek(layanan_uji, orang)
    for dasar in ("", "   "):
        with pytest.raises(IsianSalah) as galat:
            alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "tms", "dasar_tolak": dasar}, oleh=orang.oleh("citra"),
                       versi=u.versi_baris)  # fmt: skip
        assert "dasar penolakan" in galat.value.form.errors["dasar_tolak"][0]
    assert (segar(u).status, segar(u).langkah_kini.kode) == ("diproses", "pertek")


def test_keluaran_menolak_hanya_bagi_pihak_luar_atau_kantor_yang_boleh(layanan_uji, orang, monkeypatch):
    """An outcome is no back door: the head of a bidang cannot refuse by it, Kepala BKD can, with his article."""

    def bertanya(langkah):
        if langkah.kode not in ("periksa_kabid", "kaban"):
            return langkah
        return replace(langkah, sebutan={"layak": "Layak", "tidak": "Tidak layak"}, hasil={"tidak": "TOLAK"})

    monkeypatch.setattr(type(layanan_uji), "alur", tuple(bertanya(s) for s in type(layanan_uji).alur))
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra")
    isi = {"hasil": "tidak", "dasar_tolak": "PP 99/2000 Pasal 7"}
    with pytest.raises(BukanWewenang, match="dikembalikan"):
        alur.setujui(u, oleh=orang.oleh("kabid"), versi=u.versi_baris, data=isi)
    assert segar(u).langkah_kini.kode == "periksa_kabid"
    u = segar(alur.setujui(u, oleh=orang.oleh("kabid"), versi=u.versi_baris, data={"hasil": "layak"}))
    u = segar(alur.setujui(u, oleh=orang.oleh("dewi"), versi=u.versi_baris, data=isi))
    assert (u.status, u.pasal_tolak) == ("ditolak", "PP 99/2000 Pasal 7")
    assert u.catatan_akhir == "Kepala BKD: Tidak layak."


def test_layanan_dapat_meniadakan_penolakan_pada_langkah_yang_hanya_meneruskan(layanan_uji, orang, monkeypatch):
    """Head of OPD, eselon II.b: by the setting he may refuse, unless the layanan lets him only pass on."""
    u = ajukan(layanan_uji, orang)
    assert "tolak" not in {t.kode for t in tindakan(u, u.langkah_kini, orang.oleh("kadis").hak)}
    with pytest.raises(BukanWewenang, match="dikembalikan"):
        alur.tolak(u, oleh=orang.oleh("kadis"), versi=u.versi_baris, alasan="x", pasal="y")
    alur.batalkan(u, oleh=orang.oleh("budi"), versi=u.versi_baris, alasan="x")
    bebas = tuple(replace(s, boleh_tolak=None) for s in layanan_uji.alur)
    monkeypatch.setattr(type(layanan_uji), "alur", bebas)
    u = segar(ajukan(layanan_uji, orang))
    assert "tolak" in {t.kode for t in tindakan(u, u.langkah_kini, orang.oleh("kadis").hak)}


def test_penanda_tangan_dapat_menolak_dan_nomornya_batal(layanan_uji, orang):
    """Bupati at the signing step (his recorder): refused with the article, the number stays in the register as batal."""
    u = sampai_tanda_tangan(layanan_uji, orang)
    assert "tolak" in {t.kode for t in tindakan(u, u.langkah_kini, orang.oleh("perekam").hak)}
    u = alur.tolak(
        u, oleh=orang.oleh("perekam"), versi=u.versi_baris, alasan="Belum waktunya.", pasal="PP 99/2000 Pasal 7"
    )
    assert (segar(u).status, Naskah.objects.get().tahap) == ("ditolak", "batal")


def test_yang_perlu_diperiksa_harus_dijawab_staf(layanan_uji, orang):
    tambah(orang.ani, "kedudukan", kedudukan_id="03", tmt=date(2020, 1, 1))
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    with pytest.raises(DitolakAlur, match="UJI-3"):
        alur.setujui(u, oleh=orang.oleh("citra"), versi=u.versi_baris)
    u = alur.setujui(u, oleh=orang.oleh("citra"), versi=u.versi_baris, periksa={"UJI-3": "Surat asli dilihat."})
    assert u.langkah.get(kode="verifikasi_bkd").isian == {"periksa": {"UJI-3": "Surat asli dilihat."}}


def test_nomor_tanpa_lubang_dan_nomor_batal_tetap_tercatat(layanan_uji, orang):
    u = sampai_pertek(layanan_uji, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    u = alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris)
    u = alur.kembalikan(
        segar(u), oleh=orang.oleh("perekam"), versi=u.versi_baris, alasan="Salah nama.", ke="penetapan"
    )
    u = alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=segar(u).versi_baris)
    nomor = list(NomorTerpakai.objects.order_by("urut").values_list("nomor", "naskah__tahap"))
    assert nomor == [("UJI/1/2026", "batal"), ("UJI/2/2026", "menunggu_cetak")]
    assert RegisterNomor.objects.get(klasifikasi="UJI").terakhir == 2


def test_naskah_belum_tercetak_tidak_dapat_disahkan(layanan_uji, orang):
    u = sampai_pertek(layanan_uji, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    u = alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris)
    with pytest.raises(DitolakAlur, match="masih dicetak"):
        alur.sahkan(segar(u), oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())


def test_pindaian_bukan_pdf_ditolak_dan_tidak_mengubah_apa_pun(layanan_uji, orang):
    u = sampai_tanda_tangan(layanan_uji, orang)
    bukan = pdf()
    bukan.file.seek(0)
    bukan = type(bukan)("sk.pdf", b"bukan pdf", content_type="application/pdf")
    with pytest.raises(DitolakAlur, match="menurut isinya"):
        alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=bukan)
    assert segar(u).langkah_kini.kode == "tanda_tangan"
    assert NaskahPegawai.objects.get().diterapkan_pada is None


def test_akibat_gagal_membatalkan_pengesahan_seluruhnya(layanan_uji, orang, monkeypatch):
    u = sampai_tanda_tangan(layanan_uji, orang)

    def rusak(_np):
        raise RuntimeError("putus")

    monkeypatch.setattr(layanan_uji, "terapkan", rusak)
    with pytest.raises(RuntimeError):
        alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    assert Naskah.objects.get().tahap == "tercetak"
    assert segar(u).langkah_kini.kode == "tanda_tangan"


def test_membatalkan_oleh_pemohon_atau_operatornya_saja(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    with pytest.raises(BukanWewenang):
        alur.batalkan(u, oleh=orang.oleh("eko"), versi=u.versi_baris, alasan="iseng")
    u = alur.batalkan(u, oleh=orang.oleh("ani"), versi=u.versi_baris, alasan="Ditunda tahun depan.")
    assert segar(u).status == "dibatalkan"
    assert not LangkahUsulan.objects.filter(keadaan="menunggu").exists()


def test_rute_berjalan_tidak_berubah_oleh_setelan_baru(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    rute = u.rute
    from layanan.models import PengaturanLangkah  # noqa: PLC0415 - only this test changes a setting

    PengaturanLangkah.objects.create(
        layanan="uji-mesin", langkah="verifikasi_bkd", sla_hari_kerja=9, berlaku_sejak=date(2026, 1, 1), dasar="uji"
    )
    u = maju(u, orang, "kadis")
    assert segar(u).rute == rute
    assert next(r["sla"] for r in u.rute if r["kode"] == "verifikasi_bkd") == 2


def test_tombol_lahir_dari_mesin(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    assert [t.kode for t in tindakan(u, u.langkah_kini, orang.oleh("kadis").hak)] == ["setujui", "kembalikan"]
    assert tindakan(u, u.langkah_kini, orang.oleh("kadis").hak)[0].label.startswith("Setujui, teruskan ke Staf ")
    assert [t.kode for t in tindakan(u, u.langkah_kini, orang.oleh("budi").hak)] == ["batalkan"]
    assert tindakan(u, u.langkah_kini, orang.oleh("eko").hak) == []


def test_pejabat_baru_menerima_kotak_kerja_lama(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    esok = SAAT + timedelta(days=30)
    tambah(orang.eko, "jabatan", jabatan=orang.kadis.kini.jabatan, tmt=date(2026, 11, 20))
    tambah(orang.kadis, "jabatan", jabatan=orang.ani.kini.jabatan, tmt=date(2026, 11, 20))
    with pytest.raises(BukanWewenang):
        alur.setujui(segar(u), oleh=orang.oleh("kadis", esok), versi=u.versi_baris)
    alur.setujui(segar(u), oleh=orang.oleh("eko", esok), versi=u.versi_baris)


def test_konseptor_bukan_penanda_tangan(layanan_uji, orang, monkeypatch):
    monkeypatch.setattr(layanan_uji, "kantor_penandatangan", lambda konteks: "KEPALA-SUB12")
    u = sampai_tanda_tangan(layanan_uji, orang)
    tambah(orang.citra, "jabatan", jabatan=orang.kasub.kini.jabatan, tmt=date(2026, 11, 1))
    tambah(orang.kasub, "jabatan", jabatan=orang.ani.kini.jabatan, tmt=date(2026, 11, 1))
    with pytest.raises(BukanWewenang, match="Konseptor"):
        alur.sahkan(segar(u), oleh=orang.oleh("cici"), versi=u.versi_baris, file=pdf())


def test_naskah_bernomor_tidak_dapat_diubah_isinya(layanan_uji, orang):
    sampai_tanda_tangan(layanan_uji, orang)
    from django.db import IntegrityError, transaction  # noqa: PLC0415 - the trigger's own error

    with pytest.raises(IntegrityError, match="sudah beku"), transaction.atomic():
        Naskah.objects.update(nomor="LAIN/1")


def test_cetak_dua_kali_memberi_satu_berkas(layanan_uji, orang, monkeypatch):
    import layanan.cetak as modul  # noqa: PLC0415 - WeasyPrint is loaded here only

    monkeypatch.setattr(modul, "buat_pdf", lambda n: b"%PDF-1.7 " + n.nomor.encode())
    u = sampai_pertek(layanan_uji, orang)
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
    alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris)
    n = Naskah.objects.get()
    assert naskah.cetak(n.pk) is True
    assert naskah.cetak(n.pk) is False
    n.refresh_from_db()
    assert n.tahap == "tercetak"
