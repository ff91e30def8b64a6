"""Keluhan pengguna sistem lain (pesaing.md §5) nomor 1–12 dan 19: tiap nomor satu janji, lewat HTTP.

What another test proves exactly is named in TERBUKTI_DI, so that it cannot be taken away unnoticed.
"""

import ast
import io
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kepegawaian import dosir
from kepegawaian.models import JENIS_RIWAYAT, Dosir, Pegawai, Pengguna
from layanan.models import Usulan
from tests.layanan.conftest import layanan_uji, pdf  # noqa: F401 - a layanan for complaint 8
from tests.pabrik import SANDI, buat_akun, buat_pegawai, tambah

pytestmark = pytest.mark.django_db
TESTS = Path(__file__).parent.parent
TERBUKTI_DI = {
    "3 ekspor memakai cakupan daftarnya": ("test_akses.py", "test_keluhan_03_ekspor_memuat_orang_dalam_cakupan_saja"),
    "3 daftar dan ekspor sama": ("kepegawaian/test_halaman_pegawai.py", "test_daftar_dan_ekspor_memuat_orang_yang_sama"),
    "5 berkas menurut letaknya": ("test_akses.py", "test_berkas_tidak_punya_alamat_selain_yang_terperiksa"),
    "8 tidak memutus usulan sendiri": ("layanan/test_alur.py", "test_tidak_seorang_pun_memutus_usulannya_sendiri"),
    "9 slip bukan bagi yang lebih berwenang": ("kepegawaian/test_akun.py", "test_slip_tidak_diterbitkan_bagi_wewenang_yang_lebih_luas"),
    "10 yang tidak aktif disebut": ("kepegawaian/test_halaman_pegawai.py", "test_yang_tidak_aktif_disebut_jumlahnya_dan_dapat_dilihat"),
    "11 sebab sebenarnya, tanpa sisa": (
        "kepegawaian/impor/test_keluhan.py",
        "test_keluhan_11_baris_gagal_tidak_meninggalkan_orang_setengah_jadi_dan_menyebut_sebab_sebenarnya",
    ),
    "11 surel sama bukan galat": ("kepegawaian/impor/test_keluhan.py", "test_keluhan_11_surel_yang_sama_bukan_alasan_menolak"),
    "11 aman diulang": ("kepegawaian/impor/test_keluhan.py", "test_keluhan_11_diperbaiki_lalu_dikirim_lagi_dengan_aman"),
    "12 kolom kosong": ("kepegawaian/impor/test_keluhan.py", "test_keluhan_12_kolom_yang_kosong_tidak_menolak_baris"),
    "12 bolak-balik": ("kepegawaian/impor/test_keluhan.py", "test_keluhan_12_tidak_ada_kolom_yang_hilang_diam_diam"),
    "19 rantai TMT": ("kepegawaian/impor/test_keluhan.py", "test_keluhan_19_rantai_tmt_tanpa_lubang_dan_tanpa_tumpang_tindih"),
    "19 kenaikan massal": (
        "kepegawaian/impor/test_keluhan.py",
        "test_keluhan_19_kenaikan_pangkat_massal_menutup_baris_lama_dan_dapat_ditelusuri",
    ),
    "19 di halaman": ("kepegawaian/test_halaman_pegawai.py", "test_pangkat_baru_mengakhiri_yang_lama_tanpa_celah"),
}  # fmt: skip
KECIL = "RAHASIA KECIL"


@pytest.mark.parametrize("janji", TERBUKTI_DI)
def test_yang_dibuktikan_di_tempat_lain_masih_ada_di_sana(janji):
    berkas, nama = TERBUKTI_DI[janji]
    pohon = ast.parse((TESTS / berkas).read_text(encoding="utf-8"))
    assert nama in {s.name for s in pohon.body if isinstance(s, ast.FunctionDef)}


@pytest.fixture
def orang(orang):
    """The people of this room, and maya: a guru of the same school as ani; ani has a family and a penalty."""
    orang.maya = buat_pegawai(nama="MAYA SARI", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA", batch=orang.batch)
    orang.akun["maya"] = buat_akun(orang.maya)
    tambah(orang.ani, "keluarga", anggota="1", hubungan="anak", nama=KECIL, tmt=date(2020, 1, 1), batch=orang.batch)
    tambah(orang.ani, "hukuman", jenis_id="R1", tmt=date(2024, 1, 1), nomor_sk="HD/77/RHS", batch=orang.batch)
    return orang


def simpan(pegawai, jenis, riwayat):
    return dosir.simpan(pegawai.pk, jenis, dosir.terima(pdf()), riwayat_jenis=riwayat)


def lain(orang, *kecuali):
    """Everybody but those named."""
    return [p for p in Pegawai.objects.select_related("kini") if p.nip not in {getattr(orang, n).nip for n in kecuali}]


# ── who sees whom ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("nama", ["ani", "maya", "eko"])
def test_keluhan_01_pegawai_tanpa_wewenang_tidak_melihat_seorang_pun_selain_dirinya(orang, nama):
    klien = orang.masuk(nama)
    for daftar in ("pegawai_list", "pegawai_ekspor", "pegawai_ekspor_siasn", "slip_create", "impor_list", "akun_list"):
        assert klien.get(reverse(f"kepegawaian:{daftar}")).status_code == 403, daftar
    for satu in lain(orang, nama):
        assert klien.get(reverse("kepegawaian:pegawai_detail", args=[satu.nip])).status_code == 404, satu
    assert klien.get(reverse("kepegawaian:pegawai_detail", args=[getattr(orang, nama).nip])).status_code == 200


@pytest.mark.parametrize(
    ("nama", "bawahan"),
    [("fajar", {"ani", "maya", "fajar", "hadi"}), ("dewi", {"ani", "maya", "fajar", "hadi", "budi", "dewi"})],
)
def test_keluhan_02_atasan_melihat_pohonnya_sendiri_saja(orang, nama, bawahan):
    klien = orang.masuk(nama)
    terlihat = {k.nip for k in klien.get("/pegawai/?aktif=semua").context["potongan"]}
    assert terlihat == {getattr(orang, n).nip for n in bawahan}
    for satu in lain(orang, *bawahan):
        assert klien.get(reverse("kepegawaian:pegawai_detail", args=[satu.nip])).status_code == 404, satu


PEMBANTU = (
    "/cari/?q={q}", "/layanan/kgb/ajukan/?q={q}", "/pegawai/?q={q}&aktif=semua", "/usulan/?q={q}", "/naskah/?q={q}",
    "/akun/slip/?semua=1&unit={q}", "/kotak/?q={q}", "/indeks/pegawai/?q={q}", "/jatuh-tempo/?q={q}", "/unit/?q={q}",
)  # fmt: skip


@pytest.mark.parametrize("nama", ["maya", "fajar", "budi", "dewi"])
def test_keluhan_04_alamat_pembantu_tidak_membocorkan_orang_di_luar_cakupan(orang, nama):
    klien, eko = orang.masuk(nama), orang.eko
    cari = ("eko pras", eko.nip, eko.nip[:14], "Puskesmas Pucuk")
    for url, kepala in product(
        [pola.format(q=q) for pola in PEMBANTU for q in cari], ({}, {"HTTP_HX_REQUEST": "true"})
    ):
        jawab = klien.get(url, **kepala)
        assert jawab.status_code in (200, 302, 403, 404), url
        assert "EKO PRASETYO" not in jawab.content.decode(), url
        assert eko.nip not in jawab.get("Location", ""), url


def alamat_bersarang():
    """Names of every address below /pegawai/<nip>/, from the resolver itself."""
    rute = get_resolver().namespace_dict["kepegawaian"][1].url_patterns
    return sorted({p.name for p in rute if str(p.pattern).startswith("pegawai/<slug:nip>/")})


@pytest.mark.parametrize("nama", alamat_bersarang())
def test_keluhan_05_alamat_bersarang_memeriksa_pemiliknya(orang, nama):
    argumen = [orang.ani.nip, "pangkat"] if nama == "riwayat_list" else [orang.ani.nip]
    for pembaca in ("maya", "eko", "gita"):
        klien = orang.masuk(pembaca)
        for metode in (klien.get, klien.post):
            assert metode(reverse(f"kepegawaian:{nama}", args=argumen)).status_code in (403, 404, 405), pembaca
    assert orang.masuk("citra").get(reverse(f"kepegawaian:{nama}", args=argumen)).status_code in (200, 405)


def test_keluhan_05_berkas_memeriksa_pemiliknya_bukan_alamat_induknya(orang):
    berkas = simpan(orang.ani, "sk_pangkat", "pangkat")
    for pembaca in ("maya", "eko", "gita"):
        assert orang.masuk(pembaca).get(reverse("kepegawaian:dosir_download", args=[berkas.pk])).status_code == 404
    baris_eko = orang.eko.riwayatpangkat.get()
    unggah = reverse("kepegawaian:dosir_create", args=[orang.ani.nip])
    isi = {"jenis": "sk_pangkat", "baris": f"pangkat:{baris_eko.pk}", "file": pdf(lebar=222)}
    orang.masuk("budi").post(unggah, isi)
    assert not Dosir.objects.filter(riwayat_id=baris_eko.pk, riwayat_jenis="pangkat").exists()


# ── what of a person ─────────────────────────────────────────────────────────────────────────────────


def teks(jawab):
    """Text of a page, of an xlsx or of a PDF."""
    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    if isi.startswith(b"PK"):
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        return "\n".join(str(b) for n in buku.sheet_names for b in buku.get_sheet_by_name(n).to_python())
    if isi.startswith(b"%PDF"):
        return "\n".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages)
    return isi.decode()


@pytest.mark.parametrize("nama", ["fajar", "dewi", "citra"])
def test_keluhan_06_keluarga_tidak_ikut_pada_ekspor_dan_daftar_mana_pun(orang, nama):
    klien = orang.masuk(nama)
    for alamat in (
        "/pegawai/",
        "/pegawai/ekspor/",
        "/pegawai/ekspor-siasn/",
        f"/pegawai/{orang.ani.nip}/",
        "/cari/?q=rahasia kecil",
    ):
        jawab = klien.get(alamat)
        assert KECIL not in teks(jawab), alamat


@pytest.mark.parametrize("nama", ["fajar", "dewi"])
def test_keluhan_07_atasan_tidak_membaca_keluarga_nik_dan_perkara_bawahannya(orang, nama):
    klien, dasar = orang.masuk(nama), f"/pegawai/{orang.ani.nip}/"
    rahasia = (KECIL, "HD/77/RHS", orang.ani.nik)
    for bagian in ("", "riwayat/", "dosir/", "drh/", "drh/unduh/", *(f"riwayat/{j}/" for j in JENIS_RIWAYAT)):
        jawab = klien.get(dasar + bagian)
        if bagian in ("riwayat/keluarga/", "riwayat/klaim/", "riwayat/hukuman/", "riwayat/pemeriksaan/"):
            assert jawab.status_code == 404, bagian
        else:
            assert jawab.status_code == 200, bagian
            assert [r for r in rahasia if r in teks(jawab)] == [], bagian
    assert orang.ani.nik not in teks(klien.post(dasar + "nik/", follow=True))
    for jenis, riwayat in (("akta", "keluarga"), ("sk_hukuman", "hukuman")):
        berkas = simpan(orang.ani, jenis, riwayat)
        assert klien.get(reverse("kepegawaian:dosir_download", args=[berkas.pk])).status_code == 403
        assert f"/dosir/{berkas.pk}/" not in teks(klien.get(dasar + "dosir/"))


def test_keluhan_07_yang_bersangkutan_membaca_keluarganya_pada_drh(orang):
    assert KECIL in teks(orang.masuk("ani").get("/saya/drh/unduh/"))


# ── self-service that goes too far ───────────────────────────────────────────────────────────────────


def test_keluhan_08_medan_titipan_pada_formulir_tidak_mengubah_keadaan_usulan(orang, layanan_uji):  # noqa: F811 - pytest takes it by that name
    ani = orang.masuk("ani")
    titipan = {
        "status": "selesai", "pegawai": orang.eko.pk, "pegawai_id": orang.eko.pk, "langkah_kini": 1, "rute": "[]",
        "dibuat_oleh": orang.akun["eko"].pk, "versi_baris": 99, "isian": "{}", "hasil_syarat": "[]", "nomor": "US-1",
    }  # fmt: skip
    ani.post(reverse("layanan:usulan_create", args=["uji-mesin"]), {"nip": orang.ani.nip, **titipan})
    usulan = Usulan.objects.get()
    sebelum = Usulan.objects.values().get()
    ani.post(
        reverse("layanan:usulan_update", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "tmt": "2027-02-01", **titipan},
    )
    berubah = {k for k, v in Usulan.objects.values().get().items() if v != sebelum[k]}
    assert (sebelum["status"], sebelum["pegawai_id"], sebelum["dibuat_oleh_id"]) == (
        "draf",
        orang.ani.pk,
        orang.akun["ani"].pk,
    )
    assert berubah == {"isian", "tmt", "versi_baris"}
    assert ani.post(reverse("layanan:usulan_create", args=["uji-mesin"]), {"nip": orang.eko.nip}).status_code == 404


def test_keluhan_08_akun_tidak_mengangkat_dirinya_sendiri(orang):
    for nama in ("ani", "gita"):
        klien, akun = orang.masuk(nama), orang.akun[nama]
        isi = {"peran": "staf_bkd", "unit": "SUB12", "sejak": date.today().isoformat(), "dasar": "Surat tugas 1/2026"}
        klien.post(reverse("kepegawaian:penugasan_create", args=[akun.pk]), isi)
        klien.post(reverse("kepegawaian:ganti_sandi"), {"is_active": "1", "peran": "admin"})
        assert set(akun.penugasan.values_list("peran", flat=True)) == ({"admin"} if nama == "gita" else set())


def coba_masuk(nip):
    klien = Client()
    klien.post("/masuk/", {"username": nip, "password": SANDI})
    return "_auth_user_id" in klien.session


@pytest.mark.parametrize("kode", ["99", "M1", "66", "P3"])
def test_keluhan_09_pensiun_atau_pindah_menutup_akun_dan_sesi_yang_hidup(orang, kode):
    akun = orang.akun["eko"]
    akun.set_password(SANDI)
    akun.save()
    assert coba_masuk(orang.eko.nip)
    klien = orang.masuk("eko")
    assert klien.get("/layanan/").status_code == 200
    tambah(orang.eko, "kedudukan", kedudukan_id=kode, tmt=date.today() - timedelta(days=91), batch=orang.batch)
    assert klien.get("/saya/").url.startswith("/masuk/")
    assert "_auth_user_id" not in klien.session
    assert not coba_masuk(orang.eko.nip)


def test_keluhan_09_selama_masa_baca_pensiunan_tidak_lagi_mengajukan(orang, layanan_uji):  # noqa: F811 - pytest takes it by that name
    hadi = orang.masuk("hadi")
    assert hadi.get("/saya/").status_code == 200
    hadi.post(reverse("layanan:usulan_create", args=["uji-mesin"]), {"nip": orang.hadi.nip})
    assert not Usulan.objects.exists()


def test_keluhan_09_akun_yang_ditutup_admin_tersimpan_tertutup(orang):
    akun = orang.akun["eko"]
    akun.set_password(SANDI)
    akun.save()
    klien = orang.masuk("eko")
    orang.masuk("gita").post(reverse("kepegawaian:akun_tutup", args=[akun.pk]))
    assert Pengguna.objects.get(pk=akun.pk).is_active is False
    assert klien.get("/saya/").url.startswith("/masuk/")
    assert not coba_masuk(orang.eko.nip)


def test_keluhan_10_yang_tidak_aktif_tetap_ditemukan_petugas_dan_admin(orang):
    citra, hadi = orang.masuk("citra"), orang.hadi
    assert hadi.nip in {k.nip for k in citra.get("/pegawai/?aktif=tidak").context["potongan"]}
    assert citra.get("/cari/", {"q": hadi.nip}).url == f"/pegawai/{hadi.nip}/"
    assert citra.get(f"/pegawai/{hadi.nip}/").status_code == 200
    assert "HADI WIBOWO" in teks(citra.get("/pegawai/ekspor/?aktif=semua"))
    assert "HADI WIBOWO" in teks(orang.masuk("gita").get("/akun/", {"q": hadi.nip}))
