"""Korpri lewat pintunya: pengurus, kegiatan dengan tempat dan cadangan, kehadiran, capaian, dokumentasi, Abdi Negara."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from python_calamine import CalamineWorkbook

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jejak, Pemberitahuan
from kesejahteraan.korpri import aturan, pengurus
from kesejahteraan.models import (
    BerkasKorpri,
    EdisiKorpri,
    KegiatanKorpri,
    PengurusKorpri,
    PesertaKorpri,
    TulisanKorpri,
)
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, unit_kode

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


class Orang(dict):
    """Accounts by name."""

    def buka(self, nama, url, *args, data=None, **kueri):
        klien, alamat = masuk(Client(), self[nama]), reverse(f"kesejahteraan:korpri_{url}", args=args)
        return klien.post(alamat, data) if data is not None else klien.get(alamat, kueri)


@pytest.fixture
@bersama
def orang(db):
    """siti runs Korpri; ani and budi of DISDIK, eko of a puskesmas; staf12 of another subbid."""
    batch, hasil = buat_batch(), Orang()
    for nama, unit in (
        ("siti", "SUB23"),
        ("ani", "DISDIK"),
        ("budi", "DISDIK"),
        ("eko", "PKM-PUCUK"),
        ("staf12", "SUB12"),
    ):
        hasil[nama] = buat_akun(buat_pegawai(nama=f"{nama.upper()} KORPRI", unit=unit, batch=batch))
    hasil["purna"] = buat_akun(
        buat_pegawai(
            nama="PURNA KORPRI",
            unit="DISDIK",
            kedudukan="99",
            tmt_kedudukan=HARI_INI - timedelta(days=10),
            batch=batch,
        )
    )
    return hasil


def gambar(lebar=40, warna=(10, 90, 100), format_="JPEG", nama="foto.jpg"):
    keluar = io.BytesIO()
    Image.new("RGB", (lebar, lebar // 2), warna).save(keluar, format_)
    return SimpleUploadedFile(nama, keluar.getvalue())


def isian(**ubah):
    """A kegiatan in a week, registration until then."""
    hari = HARI_INI + timedelta(days=7)
    return {
        "jenis": "sosialisasi", "nama": "Sosialisasi Korpri", "uraian": "Pembinaan.\nBawa alat tulis.", "tempat": "Aula",
        "tanggal_mulai": hari, "jam_mulai": "08:00", "tanggal_selesai": hari, "jam_selesai": "12:00", "tutup": hari,
    } | ubah  # fmt: skip


def buat(orang, umumkan=True, **ubah):
    jawab = orang.buka("siti", "kegiatan_create", data=isian(**ubah))
    assert jawab.status_code == 302, jawab.content.decode()
    k = KegiatanKorpri.objects.latest("pk")
    if umumkan:
        orang.buka("siti", "kegiatan_umumkan", k.pk, data={})
        k.refresh_from_db()
        assert k.status == "dibuka"
    return k


def ke_hari_kegiatan(k, *, selesai=False):
    """The day of the kegiatan is today; ``selesai``: it ended an hour ago."""
    kini = timezone.now()
    KegiatanKorpri.objects.filter(pk=k.pk).update(
        mulai=kini - timedelta(hours=2), selesai=kini + timedelta(hours=-1 if selesai else 1),
        tutup=timezone.localdate() - timedelta(days=1),
    )  # fmt: skip
    k.refresh_from_db()


def pesan(jawab):
    return [str(m) for m in jawab.wsgi_request._messages]


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "tutup", "hari_ini", "pengurus_", "khusus", "kata"),
    [
        ("dibuka", date(2026, 3, 10), date(2026, 3, 10), False, False, ""),
        ("dibuka", date(2026, 3, 10), date(2026, 3, 11), False, False, "ditutup 10 Maret 2026"),
        ("rencana", date(2026, 3, 10), date(2026, 3, 1), False, False, "tidak dibuka"),
        ("selesai", date(2026, 3, 10), date(2026, 3, 1), False, False, "tidak dibuka"),
        ("dibuka", date(2026, 3, 10), date(2026, 3, 1), False, True, "bagi pengurus"),
        ("dibuka", date(2026, 3, 10), date(2026, 3, 1), True, True, ""),
    ],
)
def test_siapa_dapat_mendaftar(status, tutup, hari_ini, pengurus_, khusus, kata):
    alasan = aturan.alasan_tidak_daftar(
        status=status, tutup=tutup, hari_ini=hari_ini, khusus_pengurus=khusus, pengurus=pengurus_
    )
    assert bool(alasan) == bool(kata)
    assert kata in alasan


def test_tempat_dan_iuran():
    assert [aturan.tempat(2, n) for n in (0, 1, 2, 3)] == ["terdaftar", "terdaftar", "cadangan", "cadangan"]
    assert aturan.tempat(None, 9999) == "terdaftar"
    assert [aturan.sisa(2, 3), aturan.sisa(2, 1), aturan.sisa(None, 5)] == [0, 1, None]
    assert [aturan.iuran({"III": 5000}, g) for g in ("III/a", "II/d", None)] == [5000, None, None]


# ── kegiatan ─────────────────────────────────────────────────────────────────────────────────────────


def test_anggota_mendaftar_penuh_menjadi_cadangan_lalu_naik_bila_ada_yang_mundur(
    orang, django_capture_on_commit_callbacks
):
    k = buat(orang, kapasitas=1)
    assert pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={})) == ["Anda terdaftar."]
    assert "cadangan" in pesan(orang.buka("eko", "kegiatan_daftar", k.pk, data={}))[0]
    assert pesan(orang.buka("eko", "kegiatan_daftar", k.pk, data={})) == ["Sudah menjadi cadangan."]
    ani = k.peserta.get(pegawai=orang["ani"].pegawai)
    orang.buka("ani", "peserta_mundur", ani.pk, data={})
    assert list(k.peserta.order_by("pegawai_id").values_list("status", flat=True)) == ["mundur", "terdaftar"]
    assert Pemberitahuan.objects.filter(pengguna=orang["eko"], judul__startswith="Anda mendapat tempat").count() == 1
    assert "cadangan" in pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={}))[0]
    assert k.peserta.count() == 2
    assert Jejak.objects.filter(aksi="korpri_daftar").count() == 3


def test_tempat_yang_ditambah_diisi_cadangan(orang):
    k = buat(orang, kapasitas=1)
    for nama in ("ani", "budi", "eko"):
        orang.buka(nama, "kegiatan_daftar", k.pk, data={})
    orang.buka("siti", "kegiatan_update", k.pk, data=isian(kapasitas=2))
    urut = [k.peserta.get(pegawai=orang[n].pegawai).status for n in ("ani", "budi", "eko")]
    assert urut == ["terdaftar", "terdaftar", "cadangan"]


def test_pendaftaran_ditolak_dengan_kalimat(orang):
    k = buat(orang)
    KegiatanKorpri.objects.filter(pk=k.pk).update(tutup=HARI_INI - timedelta(days=1))
    assert "sudah ditutup" in pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={}))[0]
    assert orang.buka("purna", "kegiatan_daftar", k.pk, data={}).status_code == 302
    assert PesertaKorpri.objects.count() == 0


def test_khusus_pengurus_hanya_menerima_yang_menjabat(orang):
    k = buat(orang, khusus_pengurus="on")
    assert "bagi pengurus" in pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={}))[0]
    PengurusKorpri.objects.create(
        unit=unit_kode("DISDIK"), pegawai=orang["ani"].pegawai, jabatan="ketua", sejak=HARI_INI - timedelta(days=30),
        nomor_sk="1", tanggal_sk=HARI_INI, dicatat_oleh=orang["siti"], dicatat_pada=timezone.now(),
    )  # fmt: skip
    assert pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={})) == ["Anda terdaftar."]


def test_kehadiran_lewat_kode_hanya_pada_hari_kegiatan_dan_dengan_kode_yang_benar(orang):
    k = buat(orang)
    orang.buka("ani", "kegiatan_daftar", k.pk, data={})
    assert (
        "Kehadiran diisi pada hari kegiatan"
        in pesan(orang.buka("ani", "kegiatan_hadir", k.pk, data={"kode": k.kode_hadir}))[0]
    )
    ke_hari_kegiatan(k)
    salah = f"{(int(k.kode_hadir) + 1) % 10**6:06d}"
    assert "tidak cocok" in pesan(orang.buka("ani", "kegiatan_hadir", k.pk, data={"kode": salah}))[0]
    assert "tidak terdaftar" in pesan(orang.buka("eko", "kegiatan_hadir", k.pk, data={"kode": k.kode_hadir}))[0]
    assert pesan(orang.buka("ani", "kegiatan_hadir", k.pk, data={"kode": k.kode_hadir})) == [
        "Kehadiran Anda tercatat."
    ]
    p = k.peserta.get()
    assert (p.hadir, p.cara_hadir) == (True, "kode")
    assert k.kode_hadir not in orang.buka("ani", "kegiatan_detail", k.pk).content.decode()
    assert k.kode_hadir in orang.buka("siti", "kegiatan_detail", k.pk).content.decode()


def test_petugas_mencatat_hadir_lalu_menutup_dengan_laporan(orang):
    k = buat(orang)
    for nama in ("ani", "budi", "eko"):
        orang.buka(nama, "kegiatan_daftar", k.pk, data={})
    ids = {n: k.peserta.get(pegawai=orang[n].pegawai).pk for n in ("ani", "budi", "eko")}
    assert (
        "sejak hari kegiatan"
        in pesan(orang.buka("siti", "peserta_list", k.pk, data={"tampak": [ids["ani"]], "hadir": [ids["ani"]]}))[0]
    )
    ke_hari_kegiatan(k)
    orang.buka("siti", "peserta_list", k.pk, data={"tampak": [ids["ani"], ids["budi"]], "hadir": [ids["ani"]]})
    assert [k.peserta.get(pk=ids[n]).hadir for n in ("ani", "budi", "eko")] == [True, False, None]
    assert "belum selesai" in orang.buka("siti", "kegiatan_selesai", k.pk, data={"hasil": "Lancar."}).content.decode()
    ke_hari_kegiatan(k, selesai=True)
    assert orang.buka("siti", "kegiatan_selesai", k.pk, data={"hasil": "Lancar."}).status_code == 302
    k.refresh_from_db()
    assert (k.status, k.peserta.get(pk=ids["eko"]).hadir) == ("selesai", False)
    assert "Lancar." in orang.buka("ani", "kegiatan_detail", k.pk).content.decode()


def test_cabang_lomba_punya_tempat_sendiri_dan_capaian_menjadi_prestasi(orang):
    k = buat(orang, jenis="minat_bakat", nama="Pekan olahraga", cabang="Tenis meja | 1\nCatur")
    tenis, catur = k.cabang.all()
    assert (tenis.kapasitas, catur.kapasitas) == (1, None)
    assert pesan(orang.buka("ani", "kegiatan_daftar", k.pk, data={})) == ["Pilih cabang lombanya."]
    orang.buka("ani", "kegiatan_daftar", k.pk, data={"cabang": tenis.pk})
    orang.buka("eko", "kegiatan_daftar", k.pk, data={"cabang": tenis.pk})
    orang.buka("eko", "kegiatan_daftar", k.pk, data={"cabang": catur.pk})
    eko = {p.cabang_id: p for p in k.peserta.filter(pegawai=orang["eko"].pegawai)}
    assert (eko[tenis.pk].status, eko[catur.pk].status) == ("cadangan", "terdaftar")
    ke_hari_kegiatan(k)
    ani = k.peserta.get(pegawai=orang["ani"].pegawai)
    orang.buka("siti", "capaian_update", k.pk, data={f"r_{ani.pk}": "1", f"c_{ani.pk}": "Juara 1 tunggal"})
    halaman = orang.buka("eko", "prestasi_list").content.decode()
    assert "Juara 1 tunggal" in halaman
    assert "ANI KORPRI" in halaman
    assert orang["ani"].pegawai.nip not in halaman


def test_cabang_yang_ada_pendaftarnya_tidak_dapat_dibuang(orang):
    k = buat(orang, jenis="minat_bakat", cabang="Catur")
    orang.buka("ani", "kegiatan_daftar", k.pk, data={"cabang": k.cabang.get().pk})
    jawab = orang.buka("siti", "kegiatan_update", k.pk, data=isian(jenis="minat_bakat", cabang="Voli"))
    assert jawab.status_code == 422
    assert "Catur" in jawab.content.decode()
    assert [c.nama for c in k.cabang.all()] == ["Catur"]


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"jam_selesai": "07:00"}, "berakhir sebelum mulai"),
        ({"tutup": HARI_INI + timedelta(days=9)}, "paling lambat pada hari kegiatan"),
        ({"cabang": "Catur"}, "hanya bagi kegiatan minat dan bakat"),
        ({"jenis": "minat_bakat", "cabang": "Catur | banyak"}, "harus angka"),
        ({"jenis": "minat_bakat", "cabang": "Catur\ncatur"}, "tertulis dua kali"),
        ({"kapasitas": 0}, "1"),
    ],
)
def test_isian_kegiatan_yang_keliru_disebut_salahnya(orang, ubah, kata):
    jawab = orang.buka("siti", "kegiatan_create", data=isian(**ubah))
    assert jawab.status_code == 422
    assert kata in jawab.content.decode()
    assert KegiatanKorpri.objects.count() == 0


def test_dibatalkan_memberi_tahu_pendaftar_dan_draf_tidak_terlihat_anggota(orang):
    k = buat(orang, umumkan=False)
    assert orang.buka("ani", "kegiatan_detail", k.pk).status_code == 404
    orang.buka("siti", "kegiatan_umumkan", k.pk, data={})
    orang.buka("ani", "kegiatan_daftar", k.pk, data={})
    orang.buka("siti", "kegiatan_batalkan", k.pk, data={})
    assert Pemberitahuan.objects.filter(pengguna=orang["ani"], judul__startswith="Dibatalkan").count() == 1
    assert "tidak dibuka" in pesan(orang.buka("eko", "kegiatan_daftar", k.pk, data={}))[0]


def test_peserta_diingatkan_sekali_sehari_sebelumnya(orang):
    besok = HARI_INI + timedelta(days=1)
    k = buat(orang, tanggal_mulai=besok, tanggal_selesai=besok, tutup=besok, kapasitas=1)
    buat(orang, nama="Pekan depan")
    for nama in ("ani", "eko"):
        orang.buka(nama, "kegiatan_daftar", k.pk, data={})
    for _ in range(2):
        call_command("ingatkan_korpri")
    kabar = Pemberitahuan.objects.filter(judul="Besok: Sosialisasi Korpri")
    assert [p.pengguna for p in kabar] == [orang["ani"]]  # eko only waits for a place


def test_foto_dikecilkan_dokumen_dikenali_dan_berkas_lain_ditolak(orang):
    k = buat(orang)
    assert (
        orang.buka("siti", "berkas_create", k.pk, data={"judul": "Pembukaan", "berkas": gambar(3000)}).status_code
        == 302
    )
    foto = BerkasKorpri.objects.get()
    with Image.open(foto.file) as isi:
        assert isi.size == (1600, 800)
    assert orang.buka("eko", "berkas", foto.pk)["Content-Type"] == "image/jpeg"
    buruk = SimpleUploadedFile("foto.jpg", b"<script>alert(1)</script>")
    jawab = orang.buka("siti", "berkas_create", k.pk, data={"judul": "Buruk", "berkas": buruk})
    assert (jawab.status_code, BerkasKorpri.objects.count()) == (422, 1)
    orang.buka("siti", "berkas_create", k.pk, data={"judul": "Notula", "berkas": pdf()})
    orang.buka("siti", "berkas_tarik", foto.pk, data={})
    assert orang.buka("eko", "berkas", foto.pk).status_code == 404
    halaman = orang.buka("eko", "kegiatan_detail", k.pk).content.decode()
    assert "Notula" in halaman
    assert "Pembukaan" not in halaman


def test_hanya_subbid_korpri_dan_atasannya_yang_mengelola(orang):
    k = buat(orang)
    for nama in ("ani", "staf12"):
        assert orang.buka(nama, "kegiatan_create").status_code == 403
        assert orang.buka(nama, "kegiatan_batalkan", k.pk, data={}).status_code == 403
        assert orang.buka(nama, "peserta_list", k.pk).status_code == 403
    k.refresh_from_db()
    assert k.status == "dibuka"


def test_petugas_mendaftarkan_dengan_nip_dan_mengekspor(orang):
    k = buat(orang)
    jawab = orang.buka("siti", "peserta_create", k.pk, data={"nip": "123"})
    assert "Tidak ada pegawai aktif" in jawab.content.decode()
    orang.buka("siti", "peserta_create", k.pk, data={"nip": orang["eko"].pegawai.nip})
    jawab = orang.buka("siti", "peserta_ekspor", k.pk)
    lembar = (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    )
    assert any("EKO KORPRI" in baris for baris in lembar)
    assert "EKO KORPRI" in orang.buka("siti", "peserta_cetak", k.pk).content.decode()


# ── pengurus ─────────────────────────────────────────────────────────────────────────────────────────


def data_pengurus(orang, nama, **ubah):
    return {
        "nip": orang[nama].pegawai.nip, "jabatan": "ketua", "sejak": HARI_INI - timedelta(days=100), "sampai": "",
        "nomor_sk": "800/12/2026", "tanggal_sk": HARI_INI - timedelta(days=101),
    } | ubah  # fmt: skip


def test_pengurus_dicatat_satu_ketua_dan_berakhir_pada_harinya(orang):
    unit = unit_kode("DISDIK")
    assert orang.buka("siti", "pengurus_create", unit.pk, data=data_pengurus(orang, "ani")).status_code == 302
    jawab = orang.buka("siti", "pengurus_create", unit.pk, data=data_pengurus(orang, "budi"))
    assert "masih ANI KORPRI" in jawab.content.decode()
    jawab = orang.buka("siti", "pengurus_create", unit.pk, data=data_pengurus(orang, "ani", jabatan="anggota"))
    assert "sudah menjadi pengurus" in jawab.content.decode()
    p = PengurusKorpri.objects.get()
    orang.buka("siti", "pengurus_akhiri", p.pk, data={"sampai": HARI_INI - timedelta(days=1)})
    baru = data_pengurus(orang, "budi", sejak=HARI_INI)
    assert orang.buka("siti", "pengurus_create", unit.pk, data=baru).status_code == 302
    halaman = orang.buka("eko", "pengurus_detail", unit.pk).content.decode()
    assert halaman.index("BUDI KORPRI") < halaman.index("Pernah menjabat") < halaman.index("ANI KORPRI")
    assert "BUDI KORPRI" in orang.buka("budi", "beranda").content.decode()


def test_basis_data_sendiri_menolak_dua_ketua(orang):
    isi = {"unit": unit_kode("DISDIK"), "jabatan": "ketua", "nomor_sk": "1", "tanggal_sk": HARI_INI,
           "dicatat_oleh": orang["siti"], "dicatat_pada": timezone.now()}  # fmt: skip
    PengurusKorpri.objects.create(pegawai=orang["ani"].pegawai, sejak=date(2026, 1, 1), **isi)
    with pytest.raises(IntegrityError), transaction.atomic():
        PengurusKorpri.objects.create(pegawai=orang["budi"].pegawai, sejak=date(2026, 2, 1), **isi)


def test_rekap_menghitung_anggota_aktif_per_opd_dengan_dua_kueri(orang, django_assert_num_queries):
    acuan = acuan_kini()
    with django_assert_num_queries(2):  # members, boards
        baris = pengurus.rekap(acuan, HARI_INI)
    menurut = {b.unit.kode: b for b in baris}
    assert menurut["DISDIK"].jumlah == 2  # purna is no member any more
    assert baris[0].unit.jenis == "kabupaten"
    assert baris[0].jumlah == 5
    assert set(menurut) == {"KAB", "DISDIK", "BKPSDM", "DINKES"}  # units without anybody are not shown


# ── Abdi Negara ──────────────────────────────────────────────────────────────────────────────────────


def tulis(orang, nama="ani", **ubah):
    isi = {
        "jenis": "inovasi", "judul": "Antrean tanpa kertas", "ringkasan": "Nomor antrean lewat telepon.",
        "isi": "Alinea satu.\n\n<b>Alinea dua.</b>",
    } | ubah  # fmt: skip
    jawab = orang.buka(nama, "tulisan_create", data=isi)
    assert jawab.status_code == 302, jawab.content.decode()
    return TulisanKorpri.objects.latest("pk")


def putus(orang, t, keputusan, catatan="", nama="siti", versi=None):
    t.refresh_from_db()
    data = {"keputusan": keputusan, "catatan": catatan, "versi": t.versi if versi is None else versi}
    jawab = orang.buka(nama, "tulisan_putuskan", t.pk, data=data)
    t.refresh_from_db()
    return jawab


def ajukan(orang, t, nama="ani"):
    t.refresh_from_db()
    orang.buka(nama, "tulisan_ajukan", t.pk, data={"versi": t.versi})
    t.refresh_from_db()


def test_tulisan_dari_draf_dikembalikan_diperbaiki_terbit_lalu_ditarik(orang):
    t = tulis(orang)
    for nama in ("eko", "siti"):
        assert orang.buka(nama, "tulisan_detail", t.pk).status_code == 404  # a draft is its author's
    ajukan(orang, t)
    assert (t.status, t.opd.kode) == ("diajukan", "DISDIK")
    assert orang.buka("eko", "tulisan_detail", t.pk).status_code == 404
    assert "sebabnya" in pesan(putus(orang, t, "dikembalikan"))[0]
    putus(orang, t, "dikembalikan", "Sebutkan hasilnya.")
    assert (t.status, t.catatan) == ("dikembalikan", "Sebutkan hasilnya.")
    assert Pemberitahuan.objects.filter(pengguna=orang["ani"], judul__contains="perlu diperbaiki").exists()
    ubah = {"jenis": "inovasi", "judul": t.judul, "ringkasan": t.ringkasan, "isi": "Antrean turun separuh."}
    orang.buka("ani", "tulisan_update", t.pk, data=ubah)
    ajukan(orang, t)
    putus(orang, t, "terbit")
    assert t.status == "terbit"
    halaman = orang.buka("eko", "tulisan_detail", t.pk).content.decode()
    assert "Antrean turun separuh." in halaman
    assert "Antrean tanpa kertas" in orang.buka("eko", "tulisan_list", q="separuh").content.decode()
    assert "Tidak ada yang cocok" in orang.buka("eko", "tulisan_list", q="kapal").content.decode()
    putus(orang, t, "ditarik", "Diminta penulis.")
    assert orang.buka("eko", "tulisan_detail", t.pk).status_code == 404
    assert orang.buka("ani", "tulisan_detail", t.pk).status_code == 200


def test_tulisan_tampil_sebagai_teks_biasa(orang):
    t = tulis(orang)
    halaman = orang.buka("ani", "tulisan_detail", t.pk).content.decode()
    assert "&lt;b&gt;Alinea dua.&lt;/b&gt;" in halaman
    assert "<b>Alinea dua.</b>" not in halaman


def test_halaman_lama_dan_tombol_ganda_ditolak(orang):
    t = tulis(orang)
    ajukan(orang, t)
    assert "muat ulang" in pesan(putus(orang, t, "terbit", versi=t.versi - 1))[0]
    assert t.status == "diajukan"
    putus(orang, t, "terbit")
    assert "tidak dapat dilakukan" in pesan(putus(orang, t, "dikembalikan", "lagi"))[0]


def test_redaksi_tidak_memutus_tulisannya_sendiri_dan_menyunting_tanpa_menghapus_naskah_asli(orang):
    sendiri = tulis(orang, "siti")
    ajukan(orang, sendiri, "siti")
    assert "penyunting lain" in pesan(putus(orang, sendiri, "terbit"))[0]
    assert sendiri.status == "diajukan"
    t = tulis(orang)
    ajukan(orang, t)
    isi = {"jenis": "artikel", "judul": "Antrean digital", "ringkasan": t.ringkasan, "isi": "Disunting."}
    assert orang.buka("siti", "tulisan_update", t.pk, data=isi).status_code == 302
    t.refresh_from_db()
    assert (t.judul, t.penyunting, t.status) == ("Antrean digital", orang["siti"], "diajukan")
    riwayat = TulisanKorpri._meta.apps.get_model("kesejahteraan", "TulisanKorpriPeristiwa")
    assert riwayat.objects.filter(pgh_obj_id=t.pk, judul="Antrean tanpa kertas").exists()
    assert orang.buka("ani", "tulisan_update", t.pk, data=isi).status_code == 404
    assert orang.buka("eko", "tulisan_update", t.pk, data=isi).status_code == 404


def test_gambar_tulisan_wajib_beruraian_dan_bukan_pdf(orang):
    isi = {"jenis": "artikel", "judul": "Foto", "ringkasan": "r", "isi": "i"}
    jawab = orang.buka("ani", "tulisan_create", data=isi | {"gambar": gambar()})
    assert "Tulis uraian gambarnya" in jawab.content.decode()
    jawab = orang.buka("ani", "tulisan_create", data=isi | {"gambar": pdf(), "gambar_uraian": "foto"})
    assert "harus JPG atau PNG" in jawab.content.decode()
    t = tulis(orang, gambar=gambar(warna=(1, 2, 3)), gambar_uraian="Loket yang kosong")
    assert orang.buka("ani", "tulisan_gambar", t.pk)["Content-Type"] == "image/jpeg"
    assert orang.buka("eko", "tulisan_gambar", t.pk).status_code == 404
    assert 'alt="Loket yang kosong"' in orang.buka("ani", "tulisan_detail", t.pk).content.decode()


def test_purna_tugas_membaca_tetapi_tidak_menulis(orang):
    t = tulis(orang)
    ajukan(orang, t)
    putus(orang, t, "terbit")
    assert orang.buka("purna", "tulisan_detail", t.pk).status_code == 200
    assert orang.buka("purna", "tulisan_create").status_code == 403


def test_edisi_bernomor_urut_dan_tulisan_hanya_masuk_satu_edisi(orang):
    pilihan = []
    for judul in ("Satu", "Dua"):
        t = tulis(orang, judul=judul, gambar=gambar(warna=(len(judul), 3, 9)), gambar_uraian="g")
        ajukan(orang, t)
        putus(orang, t, "terbit")
        pilihan.append(t.pk)
    isi = {"judul": "Pelayanan", "tanggal": HARI_INI}
    assert orang.buka("siti", "edisi_create", data=isi | {"tulisan": pilihan[:1]}).status_code == 302
    assert orang.buka("siti", "edisi_create", data=isi | {"tulisan": pilihan}).status_code == 422  # one is taken
    assert orang.buka("siti", "edisi_create", data=isi | {"tulisan": pilihan[1:]}).status_code == 302
    assert list(EdisiKorpri.objects.values_list("nomor", flat=True)) == [2, 1]
    jawab = orang.buka("eko", "edisi_download", 1)
    assert jawab["Content-Type"] == "application/pdf"
    assert jawab.content.startswith(b"%PDF")


def test_tugas_menyebut_tulisan_yang_menunggu_dan_yang_dikembalikan(orang):
    t = tulis(orang)
    ajukan(orang, t)
    tugas = reverse("tata_kelola:tugas_list")
    assert "1 tulisan menunggu redaksi" in masuk(Client(), orang["siti"]).get(tugas).content.decode()
    assert "menunggu redaksi" not in masuk(Client(), orang["staf12"]).get(tugas).content.decode()
    putus(orang, t, "dikembalikan", "Lengkapi.")
    assert "Perbaiki tulisan Antrean tanpa kertas" in masuk(Client(), orang["ani"]).get(tugas).content.decode()


@pytest.mark.parametrize(
    "url", ["beranda", "kegiatan_list", "prestasi_list", "pengurus_list", "tulisan_list", "tulisan_saya", "edisi_list"]
)
def test_halaman_kosong_mengatakan_apa_yang_mengisinya(orang, url):
    halaman = orang.buka("ani", url).content.decode()
    assert "elum" in halaman  # Belum ada …, belum dicatat


def test_halaman_paling_banyak_dua_belas_kueri_berapa_pun_isinya(orang, django_assert_max_num_queries):
    klien = {n: masuk(Client(), orang[n]) for n in ("ani", "siti")}

    def buka_semua():
        semua = ("beranda", "kegiatan_list", "tulisan_list", "prestasi_list", "pengurus_list")
        halaman = [(n, u, ()) for n in klien for u in semua]
        halaman += [(n, "kegiatan_detail", (k.pk,)) for n in klien]
        halaman += [("siti", "peserta_list", (k.pk,)), ("siti", "redaksi_list", ())]
        for nama, url, args in halaman:
            alamat = reverse(f"kesejahteraan:korpri_{url}", args=args)
            klien[nama].get(alamat)
            with django_assert_max_num_queries(12):
                assert klien[nama].get(alamat).status_code == 200

    k = buat(orang, jenis="minat_bakat", cabang="Catur\nVoli\nTenis")
    orang.buka("ani", "kegiatan_daftar", k.pk, data={"cabang": k.cabang.first().pk})
    t = tulis(orang)
    ajukan(orang, t)
    buka_semua()
    for nama in ("budi", "eko", "siti"):
        for c in k.cabang.all():
            orang.buka(nama, "kegiatan_daftar", k.pk, data={"cabang": c.pk})
        ajukan(orang, tulis(orang, nama), nama)
    for n in range(3):
        buat(orang, nama=f"Kegiatan {n}")
    buka_semua()
