"""Halaman penilaian lewat HTTP: simpan tanpa JavaScript, versi, distribusi, keberatan, tindak lanjut, dan biaya kuerinya."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from eperformance import siklus
from eperformance.models import CapaianOrganisasi, DistribusiOpd, Evaluasi, MasaPerbaikan, Skp
from eperformance.penilaian import final, masa, nilai
from kepegawaian.models import UnitKerja
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI, isi_skp
from tests.eperformance.panggung_penilaian import ALASAN, TAHUN_LALU, bagi, nilai_sah, periode_lalu, tetapkan_opd
from tests.pabrik import buat_pegawai

LAYAR = "eperformance:penilaian_list"


@pytest.fixture
@bersama
def lalu(orang):
    return periode_lalu()


def url(nama, *argumen, masa_=None):
    return reverse(f"eperformance:{nama}", args=argumen) + (f"?masa={masa_}" if masa_ else "")


def isian(skp, *, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, awal="||0"):
    p = f"s{skp.pk}"
    return {
        f"{p}-hasil": hasil,
        f"{p}-perilaku": perilaku,
        f"{p}-catatan": catatan,
        f"{p}-versi": versi,
        f"{p}-awal": awal,
    }


def teks(jawab):
    return " ".join(jawab.content.decode().split())


def test_layar_menyebut_yang_dapat_dan_yang_belum_dengan_sebabnya(orang, lalu):
    bagi(orang, lalu, "pela")
    siklus.buka(orang.rekan.pk, lalu.pk, oleh=orang.oleh("rekan"))
    buat_pegawai(batch=orang.batch, nama="TANPA SKP", unit="SUB12")
    isi = teks(orang.masuk("kasub").get(reverse(LAYAR)))
    assert f"Penilaian Tahun {TAHUN_LALU}" in isi
    assert "PELA RAJIN" in isi
    assert "SKP masih draf" in isi
    assert "TANPA SKP" in isi
    assert "Belum membuat SKP pada masa ini (KIN-6)" in isi


def test_tanpa_javascript_semua_baris_tersimpan_lalu_ditetapkan(orang, lalu):
    a, b = bagi(orang, lalu, "pela"), bagi(orang, lalu, "rekan")
    klien, m = orang.masuk("kasub"), f"{TAHUN_LALU}-0"
    data = {
        "masa": m,
        "tindakan": "simpan",
        **isian(a),
        **isian(b, hasil="di_atas", perilaku="di_atas", catatan="Teladan"),
    }
    assert klien.post(url("penilaian_simpan"), data).status_code == 302
    assert sorted(Evaluasi.objects.values_list("predikat", "status", "versi")) == [
        ("Baik", "draf", 1),
        ("Sangat Baik", "draf", 1),
    ]
    versi = {
        **isian(a, versi=1, awal="sesuai|sesuai|0"),
        **isian(b, hasil="di_atas", perilaku="di_atas", versi=1, catatan="Teladan", awal="x"),
    }
    jawab = klien.post(url("penilaian_simpan"), {"masa": m, "tindakan": "sahkan", "pilih": [a.pk, b.pk], **versi})
    assert jawab.status_code == 302
    assert list(Evaluasi.objects.values_list("status", flat=True)) == ["sah", "sah"]


def test_formulir_lama_menunjukkan_keduanya_dan_tidak_menimpa(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai.simpan(
        skp.pk, masa.satu(lalu, 0), hasil="di_bawah", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh("kasub")
    )
    klien = orang.masuk("kasub")
    jawab = klien.post(
        url("penilaian_simpan"), {"masa": f"{TAHUN_LALU}-0", "tindakan": "simpan", **isian(skp, hasil="di_atas")}
    )
    assert jawab.status_code == 409
    assert "Yang tersimpan sekarang: hasil kerja di bawah ekspektasi" in teks(jawab)
    assert f'value="di_atas" checked' in teks(jawab)  # noqa: F541 - the typed one stays on the screen
    assert Evaluasi.objects.get().hasil == "di_bawah"


def test_baris_tersimpan_sendiri_dan_versi_lama_409(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    klien, alamat = orang.masuk("kasub"), url("penilaian_baris", skp.pk)
    m = {"masa": f"{TAHUN_LALU}-0"}
    jawab = klien.post(alamat, m | isian(skp))
    assert (jawab.status_code, jawab.json()["predikat"], jawab.json()["versi"]) == (200, "Baik", 1)
    assert "Bawahan Anda" in jawab.json()["sebaran"]
    jawab = klien.post(alamat, m | isian(skp, hasil="di_bawah"))
    assert jawab.status_code == 409
    assert (jawab.json()["kini"]["predikat"], jawab.json()["kini"]["versi"]) == ("Baik", 1)
    assert klien.post(alamat, m | isian(skp, hasil="lain", versi=1)).status_code == 422
    assert orang.masuk("kabid").post(alamat, m | isian(skp, versi=1)).status_code == 404
    assert orang.masuk("pela").post(alamat, m | isian(skp, versi=1)).status_code == 403


def _banyak(orang, lalu, n):
    ids = [buat_pegawai(batch=orang.batch, nama=f"STAF {i:02}", unit="SUB12").pk for i in range(n)]
    for s in siklus.buka_banyak(lalu, ids, pada=lalu_pada()):
        isi_skp(s)
    Skp.objects.filter(pegawai__in=ids).update(status="ditetapkan", ditetapkan_pada=lalu_pada())


def lalu_pada():
    from django.utils import timezone  # noqa: PLC0415 - one moment for all

    return timezone.now() - timedelta(days=40)


def test_empat_puluh_bawahan_berbiaya_tetap(orang, lalu):
    klien, biaya = orang.masuk("kasub"), []
    bagi(orang, lalu, "pela")
    klien.get(reverse(LAYAR))
    for tambahan in (0, 39):
        _banyak(orang, lalu, tambahan)
        with CaptureQueriesContext(connection) as tangkap:
            isi = teks(klien.get(reverse(LAYAR)))
        biaya.append(len(tangkap))
    assert isi.count("data-baris") == 40
    assert biaya[0] == biaya[1]
    assert biaya[1] <= 12, [q["sql"][:90] for q in tangkap.captured_queries]


def test_pegawai_menerima_dari_lembar_penilaiannya(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai_sah(orang, skp, masa.satu(lalu, 0))
    klien = orang.masuk("pela")
    isi = teks(klien.get(url("skp_penilaian", skp.pk)))
    assert "Terima hasil penilaian" in isi
    assert "Ajukan keberatan" in isi
    klien.post(url("skp_terima", skp.pk))
    assert Evaluasi.objects.get().diterima_pada is not None
    assert "Ajukan keberatan" not in teks(klien.get(url("skp_penilaian", skp.pk)))


def test_keberatan_dari_tombol_sampai_putusan_atasan(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai_sah(orang, skp, masa.satu(lalu, 0))
    klien = orang.masuk("pela")
    assert klien.post(url("skp_keberatan", skp.pk)).status_code == 302
    usulan = Usulan.objects.get()
    alamat = reverse("layanan:usulan_detail", args=[usulan.nomor])
    assert klien.get(alamat).status_code == 200
    evaluasi = Evaluasi.objects.get()
    isi = {
        "evaluasi": evaluasi.pk,
        "alasan": "Realisasi triwulan keempat belum terbaca penilai.",
        "versi": usulan.versi_baris,
    }
    klien.post(reverse("layanan:usulan_update", args=[usulan.nomor]), isi)
    usulan.refresh_from_db()
    klien.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    usulan.refresh_from_db()
    assert usulan.status == "diproses"
    atasan = orang.masuk("kabid")
    assert "Rating dikuatkan" in teks(atasan.get(alamat))
    putusan = {
        "versi": usulan.versi_baris,
        "hasil": "ubah",
        "rating_hasil": "di_atas",
        "rating_perilaku": "sesuai",
        "catatan": "Realisasinya ternyata ada.",
    }
    atasan.post(reverse("layanan:usulan_setujui", args=[usulan.nomor]), putusan)
    usulan.refresh_from_db()
    assert usulan.status == "selesai"
    assert klien.get(alamat).status_code == 200
    assert "Keberatan sudah diputus" in teks(klien.get(url("skp_penilaian", skp.pk)))


def test_draf_penilai_tidak_terlihat_pegawainya(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai.simpan(
        skp.pk,
        masa.satu(lalu, 0),
        hasil="di_bawah",
        perilaku="di_bawah",
        catatan="rahasia",
        versi=0,
        oleh=orang.oleh("kasub"),
    )
    assert "Sangat Kurang</span><small>draf" not in teks(orang.masuk("pela").get(url("skp_penilaian", skp.pk)))
    assert "draf, belum diketahui pegawainya" in teks(orang.masuk("kasub").get(url("skp_penilaian", skp.pk)))
    assert orang.masuk("eko").get(url("skp_penilaian", skp.pk)).status_code == 404
    e = Evaluasi.objects.get()
    assert orang.masuk("pela").post(url("evaluasi_cetak", e.pk)).status_code == 404


def test_pimpinan_menetapkan_capaian_lalu_kepala_menetapkan_distribusi(orang, lalu, monkeypatch):
    monkeypatch.setattr("eperformance.penilaian.hitung.minimal", lambda tanggal: 1)
    nilai_sah(orang, bagi(orang, lalu, "pela"), masa.satu(lalu, 0))
    opd, m = UnitKerja.objects.get(kode="BKPSDM"), f"{TAHUN_LALU}-0"
    perekam, kaban = orang.masuk("perekam"), orang.masuk("kaban")
    assert "belum ditetapkan" in teks(perekam.get(url("distribusi_list", masa_=m)))
    isi = {"capaian": "Baik", "dasar": "Perjanjian Kinerja tercapai 97%", "versi": 0}
    assert kaban.post(url("distribusi_capaian", opd.pk, masa_=m), isi).status_code == 403
    assert perekam.post(url("distribusi_capaian", opd.pk, masa_=m), isi).status_code == 302
    jawab = perekam.post(url("distribusi_capaian", opd.pk, masa_=m), isi | {"capaian": "Kurang"})
    assert jawab.status_code == 409
    assert "Yang tersimpan: Baik" in teks(jawab)
    assert CapaianOrganisasi.objects.get().capaian == "Baik"
    halaman = teks(kaban.get(url("distribusi_detail", opd.pk, masa_=m)))
    assert "D2b: paling sedikit seorang Butuh Perbaikan atau Kurang" in halaman
    jumlah = '{"Sangat Baik": 0, "Baik": 1, "Butuh Perbaikan": 0, "Kurang": 0, "Sangat Kurang": 0}'
    jawab = kaban.post(url("distribusi_tetapkan", opd.pk, masa_=m), {"jumlah": jumlah, "alasan": ""})
    assert jawab.status_code == 422
    assert "menyimpang dari pola" in teks(jawab)
    assert (
        kaban.post(url("distribusi_tetapkan", opd.pk, masa_=m), {"jumlah": jumlah, "alasan": ALASAN}).status_code
        == 302
    )
    assert DistribusiOpd.objects.get().pelanggaran == ["D2a", "D2b"]
    assert (
        perekam.post(url("distribusi_tetapkan", opd.pk, masa_=m), {"jumlah": jumlah, "alasan": ALASAN}).status_code
        == 403
    )
    assert kaban.get(url("distribusi_unduh", opd.pk, masa_=m)).status_code == 302  # still printing


def test_simulasi_tidak_menyimpan(orang, lalu):
    nilai_sah(orang, bagi(orang, lalu, "pela"), masa.satu(lalu, 0))
    tetapkan_opd(orang, lalu)
    opd = UnitKerja.objects.get(kode="BKPSDM")
    alamat = url("distribusi_detail", opd.pk, masa_=f"{TAHUN_LALU}-0") + "&coba0=2&coba1=6&coba2=1&coba3=1&coba4=0"
    isi = teks(orang.masuk("kaban").get(alamat))
    assert "Semua ketentuan bagi organisasi Baik terpenuhi" in isi
    assert "D2a: Baik paling banyak 70%" in teks(orang.masuk("kaban").get(alamat.replace("coba1=6", "coba1=60")))
    assert Evaluasi.objects.count() == 1


def test_distribusi_berbiaya_tetap(orang, lalu):
    klien = orang.masuk("staf41")
    nilai_sah(orang, bagi(orang, lalu, "pela"), masa.satu(lalu, 0))
    tetapkan_opd(orang, lalu)
    opd = UnitKerja.objects.get(kode="BKPSDM")
    for alamat in (url("distribusi_list"), url("distribusi_detail", opd.pk)):
        klien.get(alamat)
        with CaptureQueriesContext(connection) as tangkap:
            assert klien.get(alamat).status_code == 200
        assert len(tangkap) <= 12, [q["sql"][:90] for q in tangkap.captured_queries]


def test_final_dan_tindak_lanjut_dicatat_selangkah_demi_selangkah(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai.terima(nilai_sah(orang, skp, masa.satu(lalu, 0), hasil="di_bawah").pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    klien = orang.masuk("staf41")
    assert orang.masuk("kasub").post(url("skp_final", skp.pk)).status_code == 403
    assert klien.post(url("skp_final", skp.pk)).status_code == 302
    m = MasaPerbaikan.objects.get()
    assert "PELA RAJIN" in teks(klien.get(url("perbaikan_list")))
    assert (
        "PELA RAJIN" not in teks(orang.masuk("eko").get(url("perbaikan_list")))
        if orang.oleh("eko").hak.punya("atasan")
        else True
    )
    assert (
        klien.post(url("perbaikan_update", m.pk), {"status": "uji", "catatan": "Evaluasi enam bulan."}).status_code
        == 422
    )
    MasaPerbaikan.objects.filter(pk=m.pk).update(sampai=HARI_INI - timedelta(days=1))
    for status in ("uji", "pindah", "berhenti"):
        assert (
            klien.post(
                url("perbaikan_update", m.pk), {"status": status, "catatan": "Berita acara 800/12."}
            ).status_code
            == 302
        )
    m.refresh_from_db()
    assert m.status == "berhenti"
    assert klien.get(url("perbaikan_update", m.pk)).status_code == 302
    assert orang.masuk("kasub").get(url("perbaikan_update", m.pk)).status_code == 403


@pytest.mark.parametrize("tampil", ["perbaikan", "penghargaan", "tanpa-skp"])
def test_tiap_daftar_tampil_dan_terunduh(orang, periode, tampil):
    klien = orang.masuk("staf41")
    assert klien.get(url("perbaikan_list") + f"?tampil={tampil}").status_code == 200
    jawab = klien.get(url("perbaikan_ekspor") + f"?tampil={tampil}")
    assert jawab["Content-Type"].startswith("application/vnd.openxml")


def test_pembetulan_periodik_dari_halamannya(orang, periode):
    skp = bagi(orang, periode, "pela")
    e = nilai_sah(orang, skp, masa.satu(periode, 1))
    klien = orang.masuk("kasub")
    assert klien.get(url("evaluasi_ganti", e.pk)).status_code == 200
    isi = {"hasil": "di_atas", "perilaku": "di_atas", "alasan": "Bukti tambahan diterima."}
    assert klien.post(url("evaluasi_ganti", e.pk), isi).status_code == 302
    assert Evaluasi.objects.get(status="sah").predikat == "Sangat Baik"
    assert orang.masuk("pela").get(url("evaluasi_ganti", e.pk)).status_code == 404


def test_ekspor_layar_dan_distribusi(orang, lalu):
    bagi(orang, lalu, "pela")
    for nama, siapa in (("penilaian_ekspor", "kasub"), ("distribusi_ekspor", "staf41")):
        assert orang.masuk(siapa).get(url(nama)).status_code == 200


def test_tanpa_tahun_kinerja_halaman_mengatakannya(orang):
    assert "Belum ada tahun kinerja" in teks(orang.masuk("kasub").get(reverse(LAYAR)))
    assert "Belum ada tahun kinerja" in teks(orang.masuk("staf41").get(url("distribusi_list")))
    assert final.finalkan_semua() == 0


def test_tugas_menyebut_yang_menunggu_tiap_orang(orang, lalu):
    a, b = bagi(orang, lalu, "pela"), bagi(orang, lalu, "rekan")
    nilai_sah(orang, b, masa.satu(lalu, 0))
    tugas = reverse("tata_kelola:tugas_list")
    assert "Nilai kinerja tahunan 1 bawahan" in teks(orang.masuk("kasub").get(tugas))
    assert f"Penilaian kinerja {TAHUN_LALU}: Baik" in teks(orang.masuk("rekan").get(tugas))
    assert "Tetapkan capaian organisasi 1 perangkat daerah" in teks(orang.masuk("perekam").get(tugas))
    assert "Tetapkan distribusi predikat" in teks(orang.masuk("kaban").get(tugas))
    assert a.pk != b.pk


def test_cetak_evaluasi_oleh_pekerja_lalu_terbuka_sebagai_pdf(
    orang, lalu, tugas_langsung, django_capture_on_commit_callbacks
):
    skp = bagi(orang, lalu, "pela")
    e = nilai_sah(orang, skp, masa.satu(lalu, 2))
    klien = orang.masuk("pela")
    jawab = klien.post(url("evaluasi_cetak", e.pk))
    assert jawab.status_code == 302
    pdf = klien.get(jawab.url)
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert orang.masuk("kasub").get(jawab.url).status_code == 302  # a print belongs to who asked for it


def test_biaya_kueri_halaman_lain(orang, lalu):
    skp = bagi(orang, lalu, "pela")
    nilai_sah(orang, skp, masa.satu(lalu, 0))
    biaya = {}
    for nama, siapa, alamat in (
        ("skp", "pela", url("skp_penilaian", skp.pk)),
        ("perbaikan", "staf41", url("perbaikan_list")),
        ("tanpa-skp", "staf41", url("perbaikan_list") + "?tampil=tanpa-skp"),
    ):
        klien = orang.masuk(siapa)
        klien.get(alamat)
        with CaptureQueriesContext(connection) as tangkap:
            assert klien.get(alamat).status_code == 200
        biaya[nama] = len(tangkap)
    assert max(biaya.values()) <= 12, biaya
