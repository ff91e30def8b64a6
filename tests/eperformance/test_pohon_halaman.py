"""Pohon kinerja lewat pintunya: gambar, siapa mengubah, versi basi, pindah, akhiri, hapus, salin, alihkan, ekspor."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from eperformance import siklus
from eperformance.models import IndikatorPohon, Pohon, RealisasiPohon, Simpul, TargetPohon
from eperformance.pohon import muat, perbuatan
from kepegawaian.models import Jejak
from layanan.galat import DitolakAlur
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import TAHUN, isi_skp
from tests.pabrik import tugaskan, unit_kode


@pytest.fixture
@bersama
def pohon(orang):
    """The BKD's own tree of this year, in force."""
    satu, _ = muat.muat(TAHUN)
    Pohon.objects.update(status="berlaku")
    satu.refresh_from_db()
    return satu


def u(nama, *args):
    return reverse(f"eperformance:{nama}", args=args)


def kegiatan(unit="SUB12"):
    return Simpul.objects.filter(jenis="kegiatan", unit__kode=unit).first()


def isian_simpul(simpul, **ubah):
    return {
        "jenis": simpul.jenis, "uraian": simpul.uraian, "kode": simpul.kode, "unit": simpul.unit_id,
        "versi": Pohon.objects.get(pk=simpul.pohon_id).versi,
    } | ubah  # fmt: skip


def isian_indikator(pohon, **ubah):
    return {
        "uraian": "Usulan lengkap sejak awal", "rumus": "", "satuan": "persen", "arah": "naik", "sumber": "", "cakupan": "unit",
        "tw1": "80", "tw2": "", "tw3": "", "tw4": "90,5", "tw0": "", "catatan": "", "versi": pohon.versi,
    } | ubah  # fmt: skip


# ── what is drawn ────────────────────────────────────────────────────────────────────────────────────


def test_pohon_bkd_tergambar_dengan_empat_program_dan_pemiliknya(orang, pohon):
    teks = orang.masuk("kaban").get(u("pohon_list")).content.decode()
    assert "Meningkatkan Profesionalitas ASN Pemerintah Daerah" in teks
    assert Simpul.objects.filter(jenis="program").count() == 4
    for program in Simpul.objects.filter(jenis="program"):
        assert program.uraian in teks
    assert "Bidang Pensiun dan Kesejahteraan Pegawai" in teks
    assert "Indikator dan target contoh (asumsi)" in orang.masuk("kaban").get(u("indikator_detail", IndikatorPohon.objects.first().pk)).content.decode()  # fmt: skip


def test_muat_dua_kali_tidak_menambah(orang, pohon):
    sebelum = (Simpul.objects.count(), IndikatorPohon.objects.count(), TargetPohon.objects.count())
    assert muat.muat(TAHUN)[1] == 0
    assert (Simpul.objects.count(), IndikatorPohon.objects.count(), TargetPohon.objects.count()) == sebelum


def test_tanpa_pohon_halaman_mengatakan_siapa_membuatnya(orang):
    assert "Belum ada pohon kinerja" in orang.masuk("kasub").get(u("pohon_list")).content.decode()
    assert orang.masuk("kasub").get(u("pohon_detail", TAHUN)).status_code == 404


def test_pegawai_tanpa_jabatan_di_luar_bkd_tidak_membaca(orang, pohon):
    assert orang.masuk("eko").get(u("pohon_list")).status_code == 403


def test_banyaknya_kueri_tetap_berapa_pun_isinya(orang, pohon):
    klien, banyak = orang.masuk("staf41"), []
    klien.get(u("pohon_detail", TAHUN))
    for n in (1, 2):
        with CaptureQueriesContext(connection) as tangkap:
            klien.get(u("pohon_detail", TAHUN))
        banyak.append(len(tangkap))
        perbuatan.salin(pohon.pk, TAHUN + n, oleh=orang.oleh("staf41"))
        Simpul.objects.exclude(pohon=pohon).update(pohon=pohon)  # twice as many
    assert banyak[0] == banyak[1] <= 12, banyak


def test_lampu_menyaring_cabang_dan_menghitung(orang, pohon):
    satu = IndikatorPohon.objects.get(simpul=kegiatan("SUB13"))
    RealisasiPohon.objects.create(indikator=satu, triwulan=1, nilai=200, asal="ketik", pada="2026-03-01T00:00Z")
    jawab = orang.masuk("staf41").get(u("pohon_detail", TAHUN), {"lampu": "merah"})  # 200 of 500
    teks = jawab.content.decode()
    assert "Dokumentasi dan database" in teks
    assert "Ujian dinas kenaikan pangkat" not in teks
    assert {k.kode: n for k, n in jawab.context["angka"]}["merah"] == 1


def test_hasil_kerja_skp_terhitung_dalam_cakupan_pembacanya(orang, periode, pohon):
    skp = siklus.buka(orang.kabid.pk, periode.pk, oleh=orang.oleh("kabid"))
    isi_skp(skp, simpul=kegiatan(), rencana="Kepangkatan tepat waktu se-kabupaten")
    url = u("simpul_detail", kegiatan().pk)
    for nama, tampak in (("kaban", True), ("kabid", True), ("kasub", True), ("irma", True)):
        assert ("Kepangkatan tepat waktu se-kabupaten" in orang.masuk(nama).get(url).content.decode()) is tampak
    kepsek = tugaskan(orang.akun["eko"], "operator_opd", "DINKES")
    assert kepsek
    teks = orang.masuk("eko").get(url)
    assert teks.status_code == 200
    assert "Kepangkatan tepat waktu se-kabupaten" not in teks.content.decode()


def test_ekspor_memuat_tepat_yang_tampil(orang, pohon):
    def baris(**kueri):
        jawab = orang.masuk("staf41").get(u("pohon_ekspor", TAHUN), kueri)
        isi = (
            CalamineWorkbook.from_filelike(BytesIO(b"".join(jawab.streaming_content)))
            .get_sheet_by_index(0)
            .to_python()
        )
        return [b for b in isi if b[0] in dict(Simpul.JENIS).values()]

    assert len(baris()) == IndikatorPohon.objects.count()
    satu = IndikatorPohon.objects.get(simpul=kegiatan("SUB13"))
    RealisasiPohon.objects.create(indikator=satu, triwulan=1, nilai=200, asal="ketik", pada="2026-03-01T00:00Z")
    merah = baris(lampu="merah")  # the branch up to the tujuan
    assert {b[0] for b in merah} == {"Tujuan", "Sasaran", "Program", "Kegiatan"}
    assert [b[23] for b in merah if b[0] == "Kegiatan"] == ["Di bawah target"]


# ── who changes it ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("nama", ["kasub", "irma", "pela"])
def test_hanya_sub41_dan_sekretariat_mengubah(orang, pohon, nama):
    klien, s = orang.masuk(nama), kegiatan()
    for url, data in (
        (u("simpul_update", s.pk), isian_simpul(s, uraian="Lain")), (u("simpul_create", TAHUN), isian_simpul(s)),
        (u("simpul_hapus", s.pk), {"versi": pohon.versi}), (u("simpul_akhiri", s.pk), {"versi": pohon.versi}),
        (u("indikator_create", s.pk), isian_indikator(pohon)), (u("pohon_salin", TAHUN), {"tahun": TAHUN + 1}),
        (u("pohon_alihkan", TAHUN), {"status": "arsip", "versi": pohon.versi}), (u("pohon_hitung", TAHUN), {}),
    ):  # fmt: skip
        assert klien.post(url, data).status_code == 403, url
    pohon.refresh_from_db()
    assert (pohon.versi, pohon.status, Pohon.objects.count()) == (2, "berlaku", 1)


def test_simpul_ditambah_diubah_dan_riwayatnya_terbaca(orang, pohon):
    klien, induk = orang.masuk("staf41"), kegiatan()
    jawab = klien.post(
        u("simpul_create", TAHUN) + f"?induk={induk.pk}",
        isian_simpul(induk, jenis="sub_kegiatan", uraian="Verifikasi berkas kenaikan pangkat"),
    )
    baru = Simpul.objects.get(jenis="sub_kegiatan")
    assert jawab.status_code == 302
    assert (baru.induk, baru.jabatan.kode) == (induk, "KEPALA-SUB12")
    klien.post(u("simpul_update", baru.pk), isian_simpul(baru, uraian="Verifikasi berkas", unit=unit_kode("SUB13").pk))
    baru.refresh_from_db()
    assert (baru.uraian, baru.jabatan.kode) == ("Verifikasi berkas", "KEPALA-SUB13")
    teks = klien.get(u("simpul_detail", baru.pk)).content.decode()
    assert "Verifikasi berkas kenaikan pangkat → Verifikasi berkas" in teks
    assert "Subbidang Kepangkatan → Subbidang Dokumentasi" in teks
    riwayat = klien.get(u("pohon_perubahan", TAHUN)).content.decode()
    assert "menambah sub-kegiatan" in riwayat
    assert orang.staf41.kini.nama in riwayat


def test_halaman_basi_memperlihatkan_keduanya_dan_tidak_menimpa(orang, pohon):
    s = kegiatan()
    lama = isian_simpul(s, uraian="Isian yang lambat")
    orang.masuk("kasub41").post(u("simpul_update", s.pk), isian_simpul(s, uraian="Isian yang cepat"))
    jawab = orang.masuk("staf41").post(u("simpul_update", s.pk), lama)
    teks = jawab.content.decode()
    assert jawab.status_code == 409
    assert "Isian yang cepat" in teks and "Isian yang lambat" in teks  # noqa: PT018 - one page holds both
    s.refresh_from_db()
    assert s.uraian == "Isian yang cepat"
    assert orang.masuk("staf41").post(u("simpul_update", s.pk), lama | {"versi": jawab.context["form"].data["versi"]}).status_code == 302  # fmt: skip
    s.refresh_from_db()
    assert s.uraian == "Isian yang lambat"


def test_tombol_basi_ditolak_dengan_kalimat(orang, pohon):
    s = kegiatan()
    orang.masuk("staf41").post(u("simpul_update", s.pk), isian_simpul(s, uraian="Baru"))
    jawab = orang.masuk("staf41").post(u("simpul_hapus", s.pk), {"versi": pohon.versi}, follow=True)
    assert "sudah diubah di tempat lain" in jawab.content.decode()
    assert Simpul.objects.filter(pk=s.pk).exists()


def test_pindah_membawa_cabangnya_dan_menolak_lingkaran(orang, pohon):
    program, kegiatan_satu = Simpul.objects.filter(jenis="program").order_by("pk")[1], kegiatan()
    klien = orang.masuk("staf41")
    klien.post(u("simpul_pindah", kegiatan_satu.pk), {"induk": program.pk, "versi": pohon.versi})
    kegiatan_satu.refresh_from_db()
    assert kegiatan_satu.induk == program
    pohon.refresh_from_db()
    for tujuan in (kegiatan_satu, program):  # below itself, and itself
        with pytest.raises(DitolakAlur, match="dirinya sendiri"):
            perbuatan.pindah_simpul(program, tujuan, oleh=orang.oleh("staf41"), versi=pohon.versi)
    jawab = klien.post(u("simpul_pindah", program.pk), {"induk": kegiatan_satu.pk, "versi": pohon.versi})
    assert jawab.status_code == 422
    program.refresh_from_db()
    assert program.induk.jenis == "sasaran"


def test_urutan_naik_turun(orang, pohon):
    program = Simpul.objects.filter(jenis="program").first()
    anak = list(program.anak.order_by("urutan", "pk").values_list("pk", flat=True))
    orang.masuk("staf41").post(u("simpul_urut", anak[1]), {"arah": "naik", "versi": pohon.versi})
    assert list(program.anak.order_by("urutan", "pk").values_list("pk", flat=True))[:2] == [anak[1], anak[0]]


def test_yang_dipakai_tidak_dihapus_tetapi_diakhiri(orang, periode, pohon):
    klien, s = orang.masuk("staf41"), kegiatan()
    isi_skp(siklus.buka(orang.kabid.pk, periode.pk, oleh=orang.oleh("kabid")), simpul=s)
    jawab = klien.post(u("simpul_hapus", s.pk), {"versi": pohon.versi}, follow=True)
    assert "Sudah dipakai pada SKP" in jawab.content.decode()
    klien.post(u("simpul_akhiri", s.pk), {"versi": pohon.versi})
    s.refresh_from_db()
    assert s.berakhir is not None
    assert "diakhiri" in klien.get(u("pohon_detail", TAHUN)).content.decode()
    pohon.refresh_from_db()
    klien.post(u("simpul_akhiri", s.pk), {"versi": pohon.versi, "buka": "1"})
    s.refresh_from_db()
    assert s.berakhir is None
    bebas = kegiatan("SUB43")
    pohon.refresh_from_db()
    assert klien.post(u("simpul_hapus", bebas.pk), {"versi": pohon.versi}).url == u("pohon_detail", TAHUN)
    assert not Simpul.objects.filter(pk=bebas.pk).exists()


def test_indikator_dan_target_disimpan_dengan_koma(orang, pohon):
    klien, s = orang.masuk("staf41"), kegiatan()
    assert klien.post(u("indikator_create", s.pk), isian_indikator(pohon)).status_code == 302
    satu = s.indikator.get(uraian="Usulan lengkap sejak awal")
    assert dict(satu.target.values_list("triwulan", "nilai")) == {1: Decimal(80), 4: Decimal("90.5")}
    pohon.refresh_from_db()
    klien.post(u("indikator_update", satu.pk), isian_indikator(pohon, tw1="", tw4="1.250,25"))
    assert dict(satu.target.values_list("triwulan", "nilai")) == {4: Decimal("1250.25")}
    pohon.refresh_from_db()
    salah = klien.post(u("indikator_update", satu.pk), isian_indikator(pohon, tw1="sekitar 5"))
    assert salah.status_code == 422
    assert "Tulis angka" in salah.content.decode()
    assert klien.post(u("indikator_hapus", satu.pk), {"versi": pohon.versi}).status_code == 302
    assert not IndikatorPohon.objects.filter(pk=satu.pk).exists()


# ── years ────────────────────────────────────────────────────────────────────────────────────────────


def test_salin_ke_tahun_berikut_tanpa_realisasi_dan_tanpa_yang_diakhiri(orang, pohon):
    akhir = kegiatan("SUB43")
    Simpul.objects.filter(pk=akhir.pk).update(berakhir="2026-06-30")
    satu = IndikatorPohon.objects.get(simpul=kegiatan("SUB13"))
    RealisasiPohon.objects.create(indikator=satu, triwulan=1, nilai=200, asal="ketik", pada="2026-03-01T00:00Z")
    klien = orang.masuk("kasub41")
    assert klien.post(u("pohon_salin", TAHUN), {"tahun": TAHUN + 1, "dasar": "PK 2027"}).url == u(
        "pohon_detail", TAHUN + 1
    )
    baru = Pohon.objects.get(tahun=TAHUN + 1)
    assert (baru.status, baru.asal, baru.dasar) == ("draf", pohon, "PK 2027")
    assert baru.simpul.count() == pohon.simpul.count() - 1
    assert not baru.simpul.filter(uraian=akhir.uraian).exists()
    assert all(s.induk.pohon_id == baru.pk for s in baru.simpul.exclude(induk=None).select_related("induk"))
    kembar = IndikatorPohon.objects.get(simpul__pohon=baru, uraian=satu.uraian)
    assert dict(kembar.target.values_list("triwulan", "nilai")) == dict(satu.target.values_list("triwulan", "nilai"))
    assert not RealisasiPohon.objects.filter(indikator__simpul__pohon=baru).exists()
    ulang = klien.post(u("pohon_salin", TAHUN), {"tahun": TAHUN + 1})
    assert ulang.status_code == 422
    assert "sudah ada" in ulang.content.decode()


def test_draf_berlaku_arsip_dan_yang_diarsipkan_tidak_berubah(orang, pohon):
    klien, s = orang.masuk("staf41"), kegiatan()
    klien.post(u("pohon_alihkan", TAHUN), {"status": "arsip", "versi": pohon.versi})
    pohon.refresh_from_db()
    assert pohon.status == "arsip"
    jawab = klien.post(u("simpul_update", s.pk), isian_simpul(s, uraian="Lain"))
    assert jawab.status_code == 422
    assert "tidak dapat diubah" in jawab.content.decode()
    klien.post(u("pohon_alihkan", TAHUN), {"status": "berlaku", "versi": pohon.versi})
    pohon.refresh_from_db()
    assert pohon.status == "berlaku"
    assert Jejak.objects.filter(aksi="pohon_simpan", objek_id=pohon.pk).count() == 3


def test_pohon_kosong_tidak_dapat_berlaku(orang):
    klien = orang.masuk("staf41")
    klien.post(u("pohon_create"), {"tahun": TAHUN + 3})
    baru = Pohon.objects.get(tahun=TAHUN + 3)
    jawab = klien.post(u("pohon_alihkan", TAHUN + 3), {"status": "berlaku", "versi": baru.versi}, follow=True)
    assert "belum memuat satu tujuan pun" in jawab.content.decode()
