"""Cuti tahunan lewat halaman: dihitung selagi diisi, dikirim sekali, diputus, dan tercatat pada riwayat."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Halangan, Naskah, NaskahPegawai, RiwayatCuti
from kesejahteraan.cuti import akibat, fakta
from kesejahteraan.cuti.aturan import saldo
from kesejahteraan.cuti.models import CatatanCuti
from layanan import naskah as modul_naskah
from layanan.models import Usulan
from tests.mutasi.conftest import KINI
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db
SETUJU = {"hasil": "disetujui"}


def isian(senin, hari=4, **lain):
    return {
        "tmt": senin.isoformat(), "sampai": (senin + timedelta(days=hari)).isoformat(), "alasan": "Keperluan keluarga",
        "alamat": "Jalan Veteran 1, Lamongan", "telepon": "081200000001",
    } | lain  # fmt: skip


def kirim(client, akun, slug, isi, nip=None):
    masuk(client, akun)
    nama, args = ("cuti_create_bagi", [slug, nip]) if nip else ("cuti_create", [slug])
    return client.post(reverse(f"kesejahteraan:{nama}", args=args), isi)


def isi_buku(kantor, orang, tahun, *, lalu=12):
    """The years before as used up, so that the balance is certain."""
    for t in range(tahun - 4, tahun):
        CatatanCuti.objects.create(
            pegawai=orang, tahun=t, jenis="dipakai", hari=lalu, sumber="uji", dicatat_oleh=kantor.akun["opi"],
            dicatat_pada="2026-01-05T08:00+07:00",
        )  # fmt: skip


def saldo_tahun(orang, tahun):
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - one helper

    isi = fakta.buku({orang.pk: (None, "5")}, acuan_kini(), KINI.replace(year=tahun, month=1, day=2))[orang.pk]
    return saldo.saldo(tahun, isi)


def terbit(jalan, kantor, senin, hari=4, *, atasan=SETUJU, putusan=SETUJU, oleh="ani"):
    """A request of ani through all its steps; returns the usulan."""
    jawab = kirim(jalan.client, kantor.akun[oleh], "cuti-tahunan", isian(senin, hari))
    assert jawab.status_code == 302, jawab.context["form"].errors or jawab.context["galat"]
    usulan = Usulan.objects.get(pegawai=kantor.ani, layanan="cuti-tahunan", status="diproses")
    usulan = jalan.maju(usulan, "pertimbangan", **atasan)
    usulan = jalan.maju(usulan, "keputusan", **putusan)
    return jalan.maju(jalan.maju(usulan, "penetapan"), "tanda_tangan")


def test_dikirim_sekali_dari_halaman_dan_menunggu_atasan(client, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    jawab = kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(senin))
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    assert jawab.url == reverse("layanan:usulan_detail", args=[usulan.nomor])
    assert (usulan.status, usulan.langkah_kini.kode, usulan.langkah_kini.jabatan.kode) == (
        "diproses", "pertimbangan", "KEPALA-DINKES-SUBBAG1"
    )  # fmt: skip
    assert saldo_tahun(kantor.ani, senin.year).menunggu == 5
    assert saldo_tahun(kantor.ani, senin.year).sisa == 7


def test_hari_kerja_dan_sisa_dihitung_selagi_diisi(client, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    masuk(client, kantor.akun["ani"])
    alamat = reverse("kesejahteraan:cuti_hitung", args=["cuti-tahunan"])
    isi = client.get(
        alamat, {"tmt": senin.isoformat(), "sampai": (senin + timedelta(days=8)).isoformat()}
    ).content.decode()
    acuan_hari = sum(1 for i in range(9) if _kerja(senin + timedelta(days=i)))
    assert f"{acuan_hari} hari kerja" in isi
    assert f"{12 - acuan_hari} hari kerja" in isi
    assert not Usulan.objects.exists()


def _kerja(hari):
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - one helper

    return acuan_kini().hari_kerja(hari)


def test_lebih_dari_sisa_ditolak_dengan_pasalnya_dan_tidak_meninggalkan_draf(client, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    tambah(
        kantor.ani, "cuti", jenis="CT", tmt=senin - timedelta(days=14), sampai=senin - timedelta(days=3), hari_kerja=10
    )
    jawab = kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(senin))
    teks = jawab.content.decode()
    assert jawab.status_code == 422
    assert "Sisa cuti tahunan Anda" in teks
    assert "PP 11/2017 Pasal 312-313" in teks
    assert not Usulan.objects.exists()


def test_tanggal_yang_sudah_lewat_ditolak_bagi_pegawai_sendiri(client, kantor):
    lalu = KINI - timedelta(days=10)
    jawab = kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(lalu))
    assert jawab.context["form"].errors["tmt"] == ["Cuti tahunan diajukan sebelum dijalani."]


def test_disetujui_menjadi_riwayat_dan_memotong_saldo(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    usulan = terbit(jalan, kantor, senin)
    assert usulan.status == "selesai"
    baris = RiwayatCuti.objects.get(pegawai=kantor.ani)
    assert (baris.jenis, baris.tmt, baris.sampai, baris.hari_kerja) == ("CT", senin, senin + timedelta(days=4), 5)
    assert saldo_tahun(kantor.ani, senin.year).sisa == 7
    n = Naskah.objects.get(usulan__usulan=usulan)
    assert n.data["tanda_tangan"]["nama"] == "Kadar Usman"
    assert n.data["pertimbangan"]["nama"] == "Kasubbag Umum"
    assert n.data["catatan"][2]["sisa"] == "12"
    assert not Halangan.objects.exists()


def test_formulir_tercetak(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    kirim(jalan.client, kantor.akun["ani"], "cuti-tahunan", isian(senin))
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    for kode in ("pertimbangan", "keputusan"):
        usulan = jalan.maju(usulan, kode, **SETUJU)
    usulan = jalan.maju(usulan, "penetapan")
    assert modul_naskah.cetak(usulan.naskah.get().naskah_id) is True


def test_tanggal_diubah_pejabat_yang_berlaku_ialah_tanggal_itu(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    ubah = {"hasil": "diubah", "tmt_baru": (senin + timedelta(days=1)).isoformat(),
            "sampai_baru": (senin + timedelta(days=2)).isoformat(), "alasan_putusan": "Rapat hari Senin"}  # fmt: skip
    usulan = terbit(jalan, kantor, senin, putusan=ubah)
    baris = RiwayatCuti.objects.get(pegawai=kantor.ani)
    assert (baris.tmt, baris.sampai, baris.hari_kerja) == (senin + timedelta(days=1), senin + timedelta(days=2), 2)
    assert usulan.ringkas.endswith("tanggal diubah")
    assert usulan.langkah.get(kode="keputusan").isian["semula_tmt"] == senin.isoformat()


def test_ditangguhkan_menjadi_hak_tahun_berikut(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    tunda = {"hasil": "ditangguhkan", "alasan_putusan": "Kepentingan dinas mendesak: verifikasi akhir tahun"}
    usulan = terbit(jalan, kantor, senin, putusan=tunda)
    assert (usulan.status, usulan.ringkas[:13]) == ("selesai", "Ditangguhkan:")
    assert not RiwayatCuti.objects.exists()
    catatan = CatatanCuti.objects.get(pegawai=kantor.ani, jenis="ditangguhkan")
    assert (catatan.tahun, catatan.hari) == (senin.year, 5)


def test_yang_ditangguhkan_dibawa_seluruhnya_ke_tahun_berikut(jalan, kantor, senin):
    """T-11: eight days put off come over whole, though only six of what is left would; 12 + 8 = 20, at most 24."""
    isi_buku(kantor, kantor.ani, senin.year)
    hari = next(i for i in range(7, 40) if kerja_di_antara(senin, i) == 8)
    assert (senin + timedelta(days=hari)).year == senin.year
    terbit(jalan, kantor, senin, hari, putusan={"hasil": "ditangguhkan", "alasan_putusan": "Verifikasi akhir tahun."})
    nanti = saldo_tahun(kantor.ani, senin.year + 1)
    assert (nanti.hak, nanti.dibawa, nanti.hangus, nanti.sisa) == (12, 8, 4, 20)
    masuk(jalan.client, kantor.akun["ani"])
    halaman = jalan.client.get(reverse("kesejahteraan:cuti_saya")).content.decode()
    assert f"Cuti tahunan {senin.year} ditangguhkan, 8 hari kerja" in halaman
    assert f"dapat dipakai sampai akhir tahun {senin.year + 1}" in halaman
    assert "riwayat pegawai sudah berubah" not in jalan.client.get(
        reverse("layanan:usulan_detail", args=[Usulan.objects.get(pegawai=kantor.ani).nomor])
    ).content.decode()  # fmt: skip


def kerja_di_antara(senin, hari):
    return sum(1 for i in range(hari + 1) if _kerja(senin + timedelta(days=i)))


def test_yang_ditangguhkan_melintasi_tahun_dicatat_pada_tahunnya_masing_masing(kantor):
    """28 December 2026 to 8 January 2027: four days of 2026 (1 January is a holiday), five of 2027."""
    naskah = Naskah.objects.create(jenis="surat", perihal="Formulir", asal="register", nomor="851/7", tanggal=KINI,
                                   penetap="Kepala", dibuat_pada=timezone.now())  # fmt: skip
    np = NaskahPegawai.objects.create(
        naskah=naskah, pegawai=kantor.ani, tmt=date(2026, 12, 28),
        data={"naskah": {"cuti": {"hasil": "ditangguhkan", "mulai": {"iso": "2026-12-28"}, "hari_kerja": 9, "lanjut": 5}}},
    )  # fmt: skip
    akibat.cuti(np, "CT")
    catatan = CatatanCuti.objects.filter(pegawai=kantor.ani).order_by("tahun").values_list("tahun", "hari")
    assert list(catatan) == [(2026, 4), (2027, 5)]
    akibat.cuti(np, "CT")
    assert catatan.count() == 2


def test_tidak_disetujui_tidak_memotong_apa_pun(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    usulan = terbit(jalan, kantor, senin, putusan={"hasil": "tidak", "alasan_putusan": "Formasi kosong"})
    assert usulan.ringkas.startswith("Tidak disetujui:")
    assert not RiwayatCuti.objects.exists()
    assert saldo_tahun(kantor.ani, senin.year).sisa == 12


def test_putusan_selain_disetujui_harus_beralasan(jalan, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    kirim(jalan.client, kantor.akun["ani"], "cuti-tahunan", isian(senin))
    usulan = jalan.segar(Usulan.objects.get(pegawai=kantor.ani))
    masuk(jalan.client, kantor.akun["kasubbag"])
    jawab = jalan.client.post(reverse("layanan:usulan_setujui", args=[usulan.nomor]),
                              {"versi": usulan.versi_baris, "hasil": "tidak"})  # fmt: skip
    assert jawab.status_code == 422
    assert jawab.context["form_galat"].errors["alasan_putusan"] == ["Tulis alasannya; pemohon membacanya."]


def test_bagi_kepala_subbagian_tanpa_langkah_pertimbangan_dan_cutinya_menjadi_ketidakhadiran(jalan, kantor, senin):
    """His direct superior is the head of the OPD, or somebody below: where both are one, he decides at once."""
    isi_buku(kantor, kantor.kadinkes, senin.year)
    jawab = kirim(jalan.client, kantor.akun["kadinkes"], "cuti-tahunan", isian(senin))
    assert jawab.status_code == 302
    usulan = Usulan.objects.get(pegawai=kantor.kadinkes)
    assert [r["kode"] for r in usulan.rute] == ["keputusan", "penetapan", "tanda_tangan"]
    assert usulan.langkah_kini.jabatan.kode == "KEPALA-SETDA"
    usulan = jalan.maju(usulan, "keputusan", **SETUJU)
    usulan = jalan.maju(jalan.maju(usulan, "penetapan"), "tanda_tangan")
    assert Naskah.objects.get(usulan__usulan=usulan).data["tanda_tangan"]["baris"][0] == "a.n. BUPATI LAMONGAN"
    h = Halangan.objects.get(pegawai=kantor.kadinkes)
    assert (h.sejak, h.sampai, h.sebab) == (senin, senin + timedelta(days=4), "cuti")


def test_ke_luar_negeri_diputus_bupati(client, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(senin, luar_negeri="on"))
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    assert [r["alamat"].get("kantor_luar") for r in usulan.rute if r["kode"] == "keputusan"] == ["BUPATI"]


def test_tahun_lalu_tidak_diketahui_lewat_operator_lebih_dulu(client, kantor, senin):
    jawab = kirim(client, kantor.akun["ani"], "cuti-tahunan", isian(senin, 18))
    assert jawab.status_code == 302
    usulan = Usulan.objects.get(pegawai=kantor.ani)
    assert usulan.langkah_kini.kode == "verifikasi_opd"


def test_operator_mengajukan_bagi_pegawainya_dan_orang_lain_tidak(client, kantor, senin):
    isi_buku(kantor, kantor.ani, senin.year)
    assert kirim(client, kantor.akun["opi"], "cuti-tahunan", isian(senin), kantor.ani.nip).status_code == 302
    assert kirim(client, kantor.akun["opi"], "cuti-tahunan", isian(senin), kantor.eko.nip).status_code == 404
    assert kirim(client, kantor.akun["kasubbag"], "cuti-tahunan", isian(senin), kantor.ani.nip).status_code == 403
