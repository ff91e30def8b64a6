"""Realisasi, bukti, dan umpan balik lewat halamannya: siapa boleh, kapan tertutup, tidak ada isian baru yang tertimpa."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from eperformance.models import Bukti, Evaluasi, PermintaanUmpanBalik, Realisasi, Skp, UmpanBalik
from eperformance.realisasi import masa, pengingat
from eperformance.realisasi.forms import baca_angka
from kepegawaian import tugas
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jejak, Pemberitahuan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.kinerja_realisasi import mainkan_realisasi
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI, TAHUN, isi_skp, skp_ditetapkan
from tests.layanan.conftest import pdf

LALU = TAHUN - 1  # a year of which every quarter has ended, whatever day the tests run on


@pytest.fixture
@bersama
def skp(orang, periode):
    """The SKP of ``pela``, ditetapkan, of a year in which all four quarters have begun."""
    periode.tahun = LALU
    periode.save()
    milik = skp_ditetapkan(orang, periode)
    Skp.objects.filter(pk=milik.pk).update(mulai=date(LALU, 1, 1), sampai=date(LALU, 12, 31))
    milik.refresh_from_db()
    return milik


def halaman(skp, nomor=2):
    return f"{reverse('eperformance:skp_realisasi', args=[skp.pk])}?masa={nomor}"


def alamat_simpan(skp, nomor=2):
    return reverse("eperformance:realisasi_simpan", args=[skp.pk, nomor, skp.hasil.get().pk])


def kuantitas(skp):
    return skp.hasil.get().indikator.get(aspek="kuantitas")


def ketik(klien, skp, nilai, versi=0, nomor=2, **kepala):
    i = kuantitas(skp).pk
    return klien.post(alamat_simpan(skp, nomor), {f"i{i}": nilai, f"versi-i{i}": versi}, headers=kepala)


def foto(sisi=(3000, 2000)):
    keluar = io.BytesIO()
    Image.new("RGB", sisi, (9, 90, 99)).save(keluar, "JPEG")
    return SimpleUploadedFile("IMG_1.jpg", keluar.getvalue(), content_type="image/jpeg")


# ── realisasi ────────────────────────────────────────────────────────────────────────────────────────


def test_pegawai_mengisi_satu_kartu_dan_membaca_persen_dengan_rumusnya(orang, skp):
    klien, i = orang.masuk("pela"), kuantitas(skp).pk
    waktu = skp.hasil.get().indikator.get(aspek="waktu").pk
    isi = {
        f"i{i}": "90", f"versi-i{i}": "0", f"i{waktu}": "4", f"versi-i{waktu}": "0",
        f"h{skp.hasil.get().pk}": "Sembilan puluh usulan selesai.", f"versi-h{skp.hasil.get().pk}": "0",
    }  # fmt: skip
    assert klien.post(alamat_simpan(skp), isi).status_code == 302
    teks = klien.get(halaman(skp)).content.decode()
    # By hand: 90 of 120 is 75%; 4 days of a target of 5, the less the better: (2 - 4/5) x 100 = 120.
    assert "75,00%" in teks
    assert "90 ÷ 120 × 100" in teks
    assert "120,00%" in teks
    assert Realisasi.objects.filter(hasil__skp=skp, nomor=2).count() == 3
    assert Jejak.objects.filter(aksi="kinerja_realisasi").count() == 1


def test_persen_paling_tinggi_120(orang, skp):
    klien = orang.masuk("pela")
    ketik(klien, skp, "300")
    teks = klien.get(halaman(skp)).content.decode()
    assert "120,00%" in teks
    assert "dibatasi 120" in teks


def test_dua_sesi_tidak_saling_menimpa(orang, skp):
    satu, dua = orang.masuk("pela"), orang.masuk("pela")
    assert ketik(satu, skp, "30").status_code == 302
    jawab = ketik(dua, skp, "45", versi=0)
    assert jawab.status_code == 409
    teks = jawab.content.decode()
    assert "Yang tersimpan:" in teks
    assert "30,00" in teks
    assert 'value="45"' in teks
    assert Realisasi.objects.get(hasil__skp=skp).angka == 30
    # The page now knows the newer version: saving again is a decision.
    assert ketik(dua, skp, "45", versi=1).status_code == 302
    assert Realisasi.objects.get(hasil__skp=skp).angka == 45


def test_simpan_otomatis_menjawab_json_dan_409_dengan_kedua_teks(orang, skp):
    klien, i = orang.masuk("pela"), kuantitas(skp).pk
    kepala = {"X-Simpan": "otomatis"}
    jawab = ketik(klien, skp, "30", **kepala)
    assert jawab.json()["medan"][f"i{i}"] == {"versi": 1, "persen": "25,00%", "rumus": "30 ÷ 120 × 100"}
    assert ketik(klien, skp, "30", versi=0, **kepala).status_code == 200, "kiriman ulang yang sama bukan bentrok"
    jawab = ketik(klien, skp, "31", versi=0, **kepala)
    assert jawab.status_code == 409
    assert jawab.json()["medan"][f"i{i}"] == {"versi": 1, "tersimpan": "30"}
    assert (
        ketik(klien, skp, "tiga", versi=1, **kepala).json()["medan"][f"i{i}"]["galat"].startswith("Tulis angka saja")
    )


def test_isian_salah_tetap_ada_dan_yang_lain_tersimpan(orang, skp):
    h = skp.hasil.get()
    i = kuantitas(skp).pk
    jawab = orang.masuk("pela").post(
        alamat_simpan(skp), {f"i{i}": "banyak", f"versi-i{i}": 0, f"h{h.pk}": "Selesai.", f"versi-h{h.pk}": 0}
    )
    assert jawab.status_code == 422
    assert 'value="banyak"' in jawab.content.decode()
    assert Realisasi.objects.get(hasil=h).uraian == "Selesai."


@pytest.mark.parametrize(
    ("teks", "nilai"), [("1.250,5", "1250.50"), ("2,5", "2.50"), ("2.5", "2.50"), ("2.500", "2500.00"), ("", None)]
)
def test_angka_dibaca_seperti_ditulis_di_sini(teks, nilai):
    assert str(baca_angka(teks)) == str(nilai)


def test_evaluasi_sah_menutup_masanya_saja(orang, skp):
    Evaluasi.objects.create(
        skp=skp, jenis="periodik", nomor=2, hasil="sesuai", perilaku="sesuai", predikat="Baik", status="sah",
        sah_pada=timezone.now(),
    )  # fmt: skip
    klien = orang.masuk("pela")
    assert "sudah ditetapkan" in klien.get(halaman(skp)).content.decode()
    ketik(klien, skp, "30")
    assert not Realisasi.objects.exists()
    assert ketik(klien, skp, "30", nomor=3).status_code == 302
    assert Realisasi.objects.get().nomor == 3


def test_masa_yang_belum_mulai_dan_skp_yang_belum_ditetapkan_tertutup(orang, periode):
    periode.periodik = "bulanan"
    periode.save()
    milik = skp_ditetapkan(orang, periode)
    klien = orang.masuk("pela")
    if HARI_INI.month < 12:
        ketik(klien, milik, "30", nomor=12)
    Skp.objects.filter(pk=milik.pk).update(status="dikembalikan")
    ketik(klien, milik, "30", nomor=1)
    assert not Realisasi.objects.exists()
    assert "sesudah SKP ini ditetapkan" in klien.get(halaman(milik, 1)).content.decode()
    assert klien.get(halaman(milik, 13)).status_code == 404


@pytest.mark.parametrize(("nama", "status"), [("kasub", 200), ("kabid", 200), ("staf41", 200), ("irma", 200), ("rekan", 200), ("eko", 404)])  # fmt: skip
def test_yang_lain_membaca_menurut_cakupannya_dan_tidak_mengisi(orang, skp, nama, status):
    klien = orang.masuk(nama)  # rekan works in the BKD, whose staf sees everybody
    assert klien.get(halaman(skp)).status_code == status
    assert ketik(klien, skp, "30").status_code == 404
    assert not Realisasi.objects.exists()


# ── evidence ─────────────────────────────────────────────────────────────────────────────────────────


def unggah(klien, skp, **isi):
    url = reverse("eperformance:bukti_create", args=[skp.pk, 2, skp.hasil.get().pk])
    return klien.post(url, isi)


def test_bukti_berkas_foto_dan_tautan(orang, skp):
    klien = orang.masuk("pela")
    assert unggah(klien, skp, berkas=pdf("laporan.pdf"), judul="Laporan").status_code == 302
    assert unggah(klien, skp, foto=foto()).status_code == 302
    assert unggah(klien, skp, tautan="https://contoh.go.id/laporan").status_code == 302
    b = {x.mime: x for x in Bukti.objects.filter(hasil__skp=skp)}
    assert b["application/pdf"].judul == "Laporan"
    with Image.open(b["image/jpeg"].berkas) as gambar:
        assert max(gambar.size) == 1600
    assert b[""].judul == "contoh.go.id"
    jawab = klien.get(reverse("eperformance:bukti_download", args=[b["application/pdf"].pk]))
    assert b"".join(jawab.streaming_content).startswith(b"%PDF")
    assert jawab["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"berkas": SimpleUploadedFile("a.pdf", b"bukan pdf")}, "menurut isinya"),
        ({"berkas": SimpleUploadedFile("a.pdf", b"%PDF-1.4 rusak")}, "PDF rusak"),
        ({"berkas": SimpleUploadedFile("a.pdf", b"%PDF-1.4" + b"0" * 5_300_000)}, "paling besar 5 MB"),
        ({"tautan": "javascript:alert(1)"}, "alamat lengkap"),
        ({"tautan": "ftp://contoh.go.id/a"}, "diawali http"),
        ({}, "Pilih satu"),
    ],
)
def test_bukti_ditolak_dengan_kalimat_yang_jelas(orang, skp, isi, kalimat):
    for f in isi.values():
        if hasattr(f, "seek"):
            f.seek(0)
    jawab = unggah(orang.masuk("pela"), skp, **isi)
    assert jawab.status_code == 422
    assert kalimat in jawab.content.decode()
    assert not Bukti.objects.exists()


def test_berkas_yang_sama_dua_kali_ditolak_dan_yang_ditarik_tidak_terbaca_lagi(orang, skp):
    klien = orang.masuk("pela")
    unggah(klien, skp, berkas=pdf("a.pdf"))
    assert unggah(klien, skp, berkas=pdf("b.pdf")).status_code == 422
    b = Bukti.objects.get()
    url, tarik = (reverse(f"eperformance:bukti_{n}", args=[b.pk]) for n in ("download", "tarik"))
    assert orang.masuk("eko").get(url).status_code == 404, "berkas orang lain"
    assert orang.masuk("rekan").post(tarik).status_code == 404
    assert orang.masuk("kasub").get(url).status_code == 200
    assert Jejak.objects.filter(aksi="dosir_unduh", pegawai=orang.pela).count() == 1
    klien.post(tarik)
    b.refresh_from_db()
    assert b.ditarik_pada is not None
    assert klien.get(url).status_code == 404
    assert b.berkas.storage.exists(b.berkas.name)


# ── feedback ─────────────────────────────────────────────────────────────────────────────────────────


def test_umpan_balik_atasan_terbaca_dengan_namanya_dan_memberi_kabar(orang, skp):
    url = reverse("eperformance:umpan_balik_create", args=[skp.pk, 2])
    jawab = orang.masuk("kasub").post(url, {"hasil": skp.hasil.get().pk, "isi": "Berkas lebih rapi."})
    assert jawab.status_code == 302
    teks = orang.masuk("pela").get(halaman(skp)).content.decode()
    assert "Berkas lebih rapi." in teks
    assert "Atasan: KASUB UJI" in teks
    assert (
        Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], judul__startswith="Umpan balik atasan").count() == 1
    )
    for nama, status in (("pela", 404), ("kabid", 404), ("eko", 404)):
        assert orang.masuk(nama).post(url, {"isi": "x"}).status_code == status


def test_rekan_diminta_menjawab_dan_namanya_hanya_bagi_penilai(orang, skp, periode):
    milik = skp_ditetapkan(orang, periode, "rekan")
    Skp.objects.filter(pk=milik.pk).update(mulai=date(LALU, 1, 1), sampai=date(LALU, 12, 31))
    minta = reverse("eperformance:umpan_balik_minta", args=[skp.pk, 2])
    kasub = orang.masuk("kasub")
    assert "REKAN SEBELAH" in kasub.get(minta).content.decode()
    assert kasub.post(minta, {"orang": [orang.eko.pk]}).status_code == 422
    assert kasub.post(minta, {"orang": [orang.rekan.pk]}).status_code == 302
    p = PermintaanUmpanBalik.objects.get()
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["rekan"], judul__contains="PELA RAJIN").count() == 1
    rekan = orang.masuk("rekan")
    assert "menunggu Anda" in rekan.get(reverse("eperformance:umpan_balik_list")).content.decode()
    jawab = reverse("eperformance:umpan_balik_jawab", args=[p.pk])
    assert orang.masuk("eko").get(jawab).status_code == 404
    assert rekan.post(jawab, {"isi": "Suka menolong."}).status_code == 302
    rekan.post(jawab, {"isi": "Dua kali."})
    assert UmpanBalik.objects.get().isi == "Suka menolong."
    for nama, tampak in (("pela", False), ("kabid", False), ("staf41", False), ("irma", False), ("kasub", True)):
        teks = orang.masuk(nama).get(halaman(skp)).content.decode()
        assert "Suka menolong." in teks, nama
        assert ("Rekan kerja: REKAN SEBELAH" in teks) is tampak, nama
    assert "Suka menolong." not in orang.masuk("rekan").get(halaman(skp)).content.decode(), "bukan pembaca umpan balik"
    assert not Jejak.objects.filter(aksi="kinerja_umpan_balik", objek="skp").exists(), (
        "jejak SKP tidak menyebut rekannya"
    )


def test_tahun_tanpa_umpan_balik_rekan_menolak_permintaan(orang, skp, periode):
    type(periode).objects.update(rekan_boleh=False)
    jawab = orang.masuk("kasub").get(reverse("eperformance:umpan_balik_minta", args=[skp.pk, 2]), follow=True)
    assert "tidak dipakai pada tahun kinerja" in jawab.content.decode()


# ── tasks and reminders ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("periodik", "hari", "harapan"),
    [
        ("triwulan", date(2026, 1, 1), (2025, 4, date(2025, 12, 31))),
        ("triwulan", date(2026, 3, 31), (2025, 4, date(2025, 12, 31))),
        ("triwulan", date(2026, 4, 1), (2026, 1, date(2026, 3, 31))),
        ("bulanan", date(2028, 3, 1), (2028, 2, date(2028, 2, 29))),
    ],
)
def test_masa_terakhir_yang_lewat(periodik, hari, harapan):
    m = masa.lewat_terakhir(periodik, hari)
    assert (m.tahun, m.nomor, m.sampai) == harapan


def test_tugas_dan_pengingat_sekali_tiap_masa(orang, periode):
    hari = date(TAHUN, 7, 3)
    milik = skp_ditetapkan(orang, periode)
    hak = orang.oleh("pela").hak
    butir = [b for b in tugas.susun(hak, hari, acuan_kini()) if b.judul.startswith("Isi realisasi")]
    assert [(b.judul, b.tenggat) for b in butir] == [(f"Isi realisasi Triwulan II {TAHUN}", date(TAHUN, 7, 7))]
    kini = timezone.now()
    assert pengingat.ingatkan(hari, sekarang=kini) == 1
    assert pengingat.ingatkan(hari + timedelta(days=1), sekarang=kini) == 0
    assert Pemberitahuan.objects.get(kunci__startswith="realisasi:").pengguna == orang.akun["pela"]
    Realisasi.objects.create(hasil=milik.hasil.get(), nomor=2, uraian="Selesai.")
    assert not [b for b in tugas.susun(hak, hari, acuan_kini()) if b.judul.startswith("Isi realisasi")]


def test_permintaan_yang_lama_diingatkan(orang, skp):
    PermintaanUmpanBalik.objects.create(
        skp=skp, nomor=2, pegawai=orang.rekan, sebagai="rekan", oleh=orang.akun["kasub"],
        pada=timezone.now() - timedelta(days=4),
    )  # fmt: skip
    kini = timezone.now()
    assert pengingat.ingatkan(date(TAHUN, 2, 10), sekarang=kini) >= 1
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["rekan"], kunci__startswith="umpan-ingat").count() == 1
    butir = tugas.susun(orang.oleh("rekan").hak, HARI_INI, acuan_kini())
    assert any("umpan balik bagi PELA RAJIN" in b.judul for b in butir)


def test_halaman_berbiaya_tetap(orang, skp):
    klien, banyak = orang.masuk("kasub"), []
    klien.get(halaman(skp))
    for _ in range(2):
        with CaptureQueriesContext(connection) as tangkap:
            assert klien.get(halaman(skp)).status_code == 200
        banyak.append(len(tangkap))
        isi_skp(skp, induk=skp.hasil.first().induk, rencana="Hasil lain")
    assert banyak[0] == banyak[1] <= 12


# ── the demo, over a small made-up set ───────────────────────────────────────────────────────────────


def test_demo_realisasi_dimainkan_lewat_perbuatannya(orang, periode):
    mainkan_realisasi(Pementasan(HARI_INI, False, []))
    assert not Realisasi.objects.exists(), "tanpa SKP tidak ada yang dimainkan"
    for nama in ("pela", "rekan"):
        skp_ditetapkan(orang, periode, nama)
    mainkan_realisasi(Pementasan(HARI_INI, False, [orang.rekan.nip]))
    assert Realisasi.objects.filter(hasil__skp__pegawai=orang.pela).exists()
    assert Bukti.objects.filter(mime="application/pdf").exists()
    assert Bukti.objects.filter(mime="image/jpeg").exists()
    assert Bukti.objects.exclude(tautan="").exists()
    if masa.lewat_terakhir("triwulan", HARI_INI).tahun == TAHUN:
        assert UmpanBalik.objects.filter(sebagai="atasan").count() == 2
        assert (
            UmpanBalik.objects.filter(sebagai="rekan").count()
            == PermintaanUmpanBalik.objects.exclude(dijawab_pada=None).count()
            == 1
        )
