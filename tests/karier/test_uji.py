"""Uji kompetensi lewat HTTP: dari kegiatan baru sampai hasilnya pada riwayat."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from karier.models import KegiatanUji
from kepegawaian import impor
from kepegawaian.models import Jabatan, Naskah, NaskahPegawai, RiwayatUjiKompetensi
from layanan import alur, naskah
from layanan.models import Usulan
from tests.karier.conftest import ENAM, HARI_INI
from tests.layanan.conftest import pdf

pytestmark = pytest.mark.django_db


def alamat(nama, *lain):
    return reverse(f"karier:{nama}", args=lain)


def isian(**lain):
    kemarin = (HARI_INI - timedelta(days=1)).isoformat()
    return {
        "nama": "Pemetaan pengawas", "tujuan": "pemetaan", "metode": ["assessment_center", "wawancara"],
        "tanggal_mulai": kemarin, "tanggal_selesai": kemarin, "tempat": "Aula BKPSDM",
        "asesor": "Dr. Ratna Wulan; BKD Provinsi\nBagus Priyo; BKN",
    } | lain  # fmt: skip


def buat(orang, *peserta, **lain):
    """A kegiatan in its scoring, with these people."""
    klien = orang.masuk("staf")
    jawab = klien.post(alamat("uji_create"), isian(**lain))
    k = KegiatanUji.objects.latest("pk")
    assert jawab.status_code == 302, jawab.content
    klien.post(alamat("peserta_create", k.pk), {"id": [getattr(orang, p).nip for p in peserta]})
    klien.post(alamat("uji_mulai", k.pk))
    k.refresh_from_db()
    return klien, k


def nilai(klien, p, level, potensi="80", **lain):
    isi = {f"k_{kode}": level for kode in ENAM} | {"potensi": potensi, "hadir": "on"} | lain
    return klien.post(alamat("peserta_update", p.pk), isi)


def segar(u):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=u.pk)


def test_hasil_sampai_pada_riwayat_dengan_satu_berita_acara(orang):
    klien, k = buat(orang, "pengawas", "pelaksana")
    assert k.status == "penilaian"
    assert [a.nama for a in k.asesor.all()] == ["Dr. Ratna Wulan", "Bagus Priyo"]
    for p in k.peserta.all():
        assert len(p.standar) == 9
        assert nilai(klien, p, 3).status_code == 302
    assert klien.get(alamat("uji_detail", k.pk)).status_code == 200
    klien.post(alamat("uji_ajukan", k.pk))
    k.refresh_from_db()
    assert k.status == "diajukan"
    usulan = list(Usulan.objects.filter(layanan="hasil-uji-kompetensi"))
    assert [u.langkah_kini.kode for u in usulan] == ["periksa_kasubbid"] * 2
    assert not RiwayatUjiKompetensi.objects.exists()
    for u in usulan:
        alur.setujui(segar(u), oleh=orang.oleh("kasub"), versi=segar(u).versi_baris)
    pilihan = [(segar(u), segar(u).versi_baris) for u in usulan]
    sk, gagal = alur.tetapkan_kolektif(pilihan, oleh=orang.oleh("staf"))
    assert gagal == {}
    assert sk.data["asesor"][0] == "Dr. Ratna Wulan (BKD Provinsi)"
    naskah.cetak(sk.pk)
    u = segar(usulan[0])
    alur.sahkan(u, oleh=orang.oleh("kaban"), versi=u.versi_baris, file=pdf())
    baris = RiwayatUjiKompetensi.objects.get(pegawai=orang.pengawas)
    tmt = HARI_INI - timedelta(days=1)
    assert (baris.tmt, baris.nilai, baris.potensi, baris.hasil) == (tmt, ENAM, 80, "MS")
    assert baris.sampai == date(tmt.year + 3, tmt.month, tmt.day) - timedelta(days=1)
    assert baris.naskah_pegawai.naskah_id == sk.pk
    k.refresh_from_db()
    assert k.status == "selesai"
    assert NaskahPegawai.objects.filter(naskah=sk).exclude(berkas_petikan="").count() == 2
    assert Naskah.objects.get(pk=sk.pk).jenis == "berita_acara"


def test_nilai_belum_lengkap_tidak_diajukan_dan_yang_absen_dilewati(orang):
    klien, k = buat(orang, "pengawas", "pelaksana")
    satu, dua = k.peserta.order_by("pk")
    nilai(klien, satu, 3)
    assert "Nilai belum lengkap" in klien.post(alamat("uji_ajukan", k.pk), follow=True).content.decode()
    klien.post(alamat("peserta_update", dua.pk), {"potensi": ""})  # not present
    klien.post(alamat("uji_ajukan", k.pk))
    assert [u.pegawai_id for u in Usulan.objects.filter(layanan="hasil-uji-kompetensi")] == [satu.pegawai_id]
    # what is on its way cannot be scored anew
    assert nilai(klien, satu, 5).status_code == 404


def test_kesesuaian_dihitung_dari_standar_jabatannya(orang):
    klien, k = buat(orang, "pengawas")
    p = k.peserta.get()
    assert set(p.standar.values()) == {2} or set(p.standar.values()) == {3}
    nilai(klien, p, 1)
    p.refresh_from_db()
    butuh = p.standar["INT"]
    assert p.kesesuaian == round(100 / butuh, 2) or float(p.kesesuaian) == pytest.approx(100 / butuh, abs=0.01)
    assert p.hasil == "KMS"


def test_syarat_jabatan_sasaran_tercatat_saat_mendaftar(orang):
    kabid = Jabatan.objects.get(kode="KEPALA-BID1")
    klien, k = buat(orang, "pelaksana", tujuan="promosi", sasaran=kabid.pk)
    p = k.peserta.get()
    jawab = {s["kode"]: s["jawaban"] for s in p.syarat}
    assert set(jawab) == {"JAB-01", "JAB-02", "JAB-03", "JAB-04", "JAB-08", "JAB-09", "JAB-10"}
    assert (jawab["JAB-02"], jawab["JAB-03"], jawab["JAB-09"]) == ("ya", "tidak", "ya")
    assert "Pengalaman pengawas/JF setara" in klien.get(alamat("peserta_update", p.pk)).content.decode()
    # a promotion is for somebody's chair
    assert klien.post(alamat("uji_create"), isian(tujuan="promosi")).status_code == 400


def lembar(klien, k):
    file = io.BytesIO(b"".join(klien.get(alamat("uji_ekspor", k.pk)).streaming_content))
    return CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()


def unggah(klien, k, judul, baris):
    file = impor.tulis_daftar("Lembar nilai", judul, baris)
    return klien.post(alamat("uji_impor", k.pk), {"berkas": SimpleUploadedFile("nilai.xlsx", file.read())})


def test_lembar_nilai_keluar_diisi_dan_masuk_lagi(orang):
    klien, k = buat(orang, "pengawas", "pelaksana")
    judul, *isi = lembar(klien, k)
    assert judul[:3] == ["NIP", "NAMA", "HADIR"]
    assert {str(b[0]) for b in isi} == {orang.pengawas.nip, orang.pelaksana.nip}
    salah = [[b[0], b[1], "ya", *[9] * 9, 80] for b in isi]
    jawab = unggah(klien, k, judul, salah)
    assert jawab.status_code == 400
    assert "level 1 sampai 5" in jawab.content.decode()
    assert not k.peserta.exclude(hasil="").exists()
    assert unggah(klien, k, judul, [[b[0], b[1], "ya", *[3] * 9, 77.5] for b in isi]).status_code == 302
    assert {(p.potensi, p.hasil) for p in k.peserta.all()} == {(77.5, "MS")}


def test_hanya_subbid_pembinaan_karier_menjalankan_uji(orang):
    _, k = buat(orang, "pengawas")
    for nama, baca in (("staf12", 403), ("eko", 403), ("irma", 200), ("kaban", 200), ("kasub", 200), ("sekda", 403)):
        assert orang.masuk(nama).get(alamat("uji_detail", k.pk)).status_code == baca, nama
    p = k.peserta.get()
    for nama in ("staf12", "irma", "eko"):
        assert nilai(orang.masuk(nama), p, 3).status_code == 403, nama
        assert orang.masuk(nama).post(alamat("uji_batalkan", k.pk)).status_code == 403, nama
    p.refresh_from_db()
    assert p.nilai == {}


def test_peserta_keluar_dan_kegiatan_batal(orang):
    klien = orang.masuk("staf")
    klien.post(alamat("uji_create"), isian())
    k = KegiatanUji.objects.get()
    assert "sekurang-kurangnya" in klien.post(alamat("uji_mulai", k.pk), follow=True).content.decode()
    assert orang.pelaksana.nip[:8] in klien.get(alamat("peserta_create", k.pk), {"q": "PELAKSANA"}).content.decode()
    klien.post(alamat("peserta_create", k.pk), {"id": [orang.pelaksana.nip]})
    klien.post(alamat("peserta_delete", k.peserta.get().pk))
    assert not k.peserta.exists()
    klien.post(alamat("uji_batalkan", k.pk))
    k.refresh_from_db()
    assert k.status == "batal"
    assert "dibatalkan" in klien.post(alamat("uji_mulai", k.pk), follow=True).content.decode()
