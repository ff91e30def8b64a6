"""Setelan: mengubah menambah baris bertanggal yang tercatat; yang lama tetap; hanya pejabat BKD dan admin."""

from datetime import date, timedelta

import pytest

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import HariLibur, Jejak, Setelan
from layanan import katalog
from layanan.models import PengaturanLangkah
from tata_kelola import setelan
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db
BESOK = date.today() + timedelta(days=1)
DASAR = {"dasar": "Keputusan Kepala BKPSDM 800/1/2026", "berlaku_sejak": BESOK.isoformat(), "keyakinan": "pasti"}


@pytest.fixture
def kirim(client, kantor):
    def jalankan(siapa, path, **data):
        masuk(client, getattr(kantor, f"akun_{siapa}"))
        return client.post(path, data)

    return jalankan


def test_nilai_baru_menjadi_baris_bertanggal_dan_tercatat(kirim, kantor):
    lama = acuan_kini().setelan("kgb_terbit_bulan_sebelum", date.today())
    jawab = kirim("kabid", "/setelan/kgb_terbit_bulan_sebelum/ubah/", nilai="3", **DASAR)
    assert jawab.status_code == 302
    assert Setelan.objects.filter(kunci="kgb_terbit_bulan_sebelum").count() == 2
    assert acuan_kini().setelan("kgb_terbit_bulan_sebelum", date.today()) == lama == 2
    assert acuan_kini().setelan("kgb_terbit_bulan_sebelum", BESOK) == 3
    jejak = Jejak.objects.get(aksi="setelan_ubah")
    assert (jejak.oleh_id, jejak.data["kunci"], jejak.data["nilai"]) == (
        kantor.akun_kabid.pk,
        "kgb_terbit_bulan_sebelum",
        3,
    )


MANDAT = '[{"layanan": "", "dari": "%s", "kepada": "%s", "cara": "%s", "dasar": "SK 1/2026"}]'


def test_pelimpahan_tanda_tangan_dapat_diisi_kantor(kirim):
    jawab = kirim("admin", "/setelan/pelimpahan_tanda_tangan/ubah/", nilai=MANDAT % ("BUPATI", "KABAN", "an"), **DASAR)
    assert jawab.status_code == 302
    assert Setelan.objects.filter(kunci="pelimpahan_tanda_tangan").count() == 2


@pytest.mark.parametrize(
    ("kunci", "nilai", "kata"),
    [
        ("kgb_terbit_bulan_sebelum", "dua", "bulat"),
        ("kgb_terbit_bulan_sebelum", "-1", "kurang dari nol"),
        ("kgb_penanda_tangan", "BUPATI", "pilihan"),
        ("unit_penangan_disiplin", "SUB11\nSUB99", "SUB99"),
        ("tte_kantor", '{"BUPATI": "basah", "KEPALA-BKPSDM": "pos"}', "Cara tanda tangan tidak dikenal: pos"),
        ("tunjangan_umum", '{"I": 1}', "kehilangan kunci"),
        ("tunjangan_umum", '{"I": 1', "JSON"),
        ("tunjangan_umum", '{"I": "a", "II": 1, "III": 1, "IV": 1}', "angka bulat"),
        ("kp_pejabat_pertek", '[{"sampai": "IV/b"}]', "pejabat"),
        ("ip_tanggal_acuan", "31-12", "bulan-hari"),
        ("kp_pangkat_atasan_sampai", "2025-13-01", "TTTT-BB-HH"),
        ("tolak_mulai_eselon", "V.z", "eselon"),
        ("tembusan_kgb", "", "tidak boleh kosong"),
        ("pelimpahan_tanda_tangan", '[{"dari": "BUPATI"}]', "memuat layanan"),
        ("pelimpahan_tanda_tangan", MANDAT % ("BUPATI", "KEPALA-X", "an"), "KEPALA-X"),
        ("pelimpahan_tanda_tangan", MANDAT % ("BUPATI", "KABAN", "titip"), "an atau ub"),
    ],
)
def test_nilai_yang_bukan_bentuknya_ditolak_dengan_kalimat(kirim, kunci, nilai, kata):
    jawab = kirim("admin", f"/setelan/{kunci}/ubah/", nilai=nilai, **DASAR)
    assert jawab.status_code == 400
    assert kata.lower() in str(jawab.context["form"].errors["nilai"]).lower()
    assert Setelan.objects.filter(kunci=kunci).count() == 1


@pytest.mark.parametrize(
    ("ubah", "kolom"),
    [
        ({"berlaku_sejak": (date.today() - timedelta(days=1)).isoformat()}, "berlaku_sejak"),
        ({"dasar": ""}, "dasar"),
        ({"keyakinan": "mungkin"}, "keyakinan"),
    ],
)
def test_tanggal_lampau_dan_tanpa_dasar_ditolak(kirim, ubah, kolom):
    jawab = kirim("kabid", "/setelan/anak_maks/ubah/", **DASAR | {"nilai": "3"} | ubah)
    assert jawab.status_code == 400
    assert kolom in jawab.context["form"].errors
    assert not Jejak.objects.filter(aksi="setelan_ubah").exists()


def test_dua_perubahan_pada_hari_yang_sama_ditolak(kirim):
    assert kirim("kabid", "/setelan/anak_maks/ubah/", nilai="3", **DASAR).status_code == 302
    assert kirim("kabid", "/setelan/anak_maks/ubah/", nilai="1", **DASAR).status_code == 400


@pytest.mark.parametrize("nama", ["ani", "budi", "kadis", "citra", "itwas", "perekam", "sekda"])
def test_orang_lain_tidak_dapat_mengubah(kirim, buka, nama):
    for path in ("/setelan/anak_maks/ubah/", "/setelan/langkah/kgb/verifikasi_bkd/", "/setelan/hari-libur/tambah/"):
        assert kirim(nama, path, nilai="3", **DASAR).status_code == 403
    assert buka(nama, "/setelan/").status_code == (200 if nama in ("citra", "itwas") else 403)


def test_setiap_nilai_bawaan_lolos_pemeriksaan_bentuknya_sendiri():
    for s in Setelan.objects.all():
        setelan.periksa_nilai(s.kunci, s.nilai, s.nilai, acuan_kini())


def test_daftar_memuat_semua_setelan_dengan_nilai_dan_dasarnya(buka):
    kunci = set()
    for golong in setelan.KELOMPOK:
        jawab = buka("citra", f"/setelan/?kelompok={golong}")
        kunci |= {s.kunci for daftar in jawab.context["kelompok"].values() for s in daftar}
        assert len(jawab.content) < 60_000
    assert kunci == set(Setelan.objects.values_list("kunci", flat=True))
    assert "/setelan/anak_maks/ubah/" not in buka("citra", "/setelan/?q=anak_maks").content.decode()
    assert "/setelan/anak_maks/ubah/" in buka("kabid", "/setelan/?q=anak_maks").content.decode()
    saring = buka("citra", "/setelan/?keyakinan=asumsi&q=sla").context["kelompok"]
    assert {s.terakhir.keyakinan for daftar in saring.values() for s in daftar} == {"asumsi"}


def test_langkah_diatur_dengan_baris_baru_dan_dipakai_rute_berikutnya(kirim, buka):
    isi = {"kepada": "peran:staf_bkd:SUB13", "sla": "5", **DASAR}
    assert kirim("kabid", "/setelan/langkah/kgb/verifikasi_bkd/", **isi).status_code == 302
    atur = PengaturanLangkah.objects.get()
    assert (atur.layanan, atur.langkah, atur.kepada, atur.sla_hari_kerja, atur.dipakai, atur.berlaku_sejak) == (
        "kgb", "verifikasi_bkd", "peran:staf_bkd:SUB13", 5, True, BESOK,
    )  # fmt: skip
    assert Jejak.objects.get(aksi="setelan_ubah").data["sla"] == 5
    hari_ini = setelan.langkah_semua(acuan_kini(), date.today())[katalog.ambil("kgb")][0]
    nanti = setelan.langkah_semua(acuan_kini(), BESOK)[katalog.ambil("kgb")][0]
    assert (hari_ini.sla, hari_ini.pemegang) == (3, "Staf Subbidang Kepangkatan")
    assert (nanti.sla, nanti.pemegang) == (5, "Staf Subbidang Dokumentasi dan Informasi Kepegawaian")
    assert "berubah mulai" in buka("citra", "/setelan/langkah/").content.decode()


def test_langkah_wajib_tidak_dapat_dimatikan(kirim):
    kirim("kabid", "/setelan/langkah/kgb/verifikasi_bkd/", sla="5", **DASAR)
    assert PengaturanLangkah.objects.get().dipakai is True


def test_langkah_yang_tidak_ada_404(buka):
    assert buka("kabid", "/setelan/langkah/kgb/entah/").status_code == 404
    assert buka("kabid", "/setelan/entah/ubah/").status_code == 404


def hari_kerja_mendatang():
    hari = date.today() + timedelta(days=30)
    while hari.weekday() > 4 or HariLibur.objects.filter(tanggal=hari).exists():
        hari += timedelta(days=1)
    return hari


def test_cuti_bersama_ditambah_dan_ditiadakan(kirim, kantor):
    hari = hari_kerja_mendatang()
    isi = {"tanggal": hari.isoformat(), "nama": "Cuti bersama uji", "dasar": "SKB 3 Menteri 2026"}
    assert kirim("kabid", "/setelan/hari-libur/tambah/", **isi).status_code == 302
    assert not acuan_kini().hari_kerja(hari)
    assert kirim("kabid", "/setelan/hari-libur/tambah/", **isi).status_code == 400
    assert kirim("kabid", f"/setelan/hari-libur/{hari}/hapus/", alasan="SKB perubahan").status_code == 302
    assert acuan_kini().hari_kerja(hari)
    assert Jejak.objects.filter(aksi="setelan_ubah", oleh_id=kantor.akun_kabid.pk).count() == 2


def test_libur_nasional_dan_hari_lampau_tidak_dapat_dihapus(kirim):
    libur = HariLibur.objects.filter(jenis="nasional").first()
    assert kirim("kabid", f"/setelan/hari-libur/{libur.tanggal}/hapus/", alasan="coba saja").status_code == 404
    assert kirim("kabid", "/setelan/hari-libur/2026-02-31/hapus/", alasan="coba saja").status_code == 404
    lampau = {"tanggal": "2026-01-05", "nama": "Lampau", "dasar": "SKB 3 Menteri"}
    assert kirim("kabid", "/setelan/hari-libur/tambah/", **lampau).status_code == 400


@pytest.mark.parametrize(
    "path",
    ["/referensi/", "/referensi/gaji/", "/referensi/gaji/?jenis=PPPK", "/referensi/gaji/?jenis=PNS&kelompok=III"]
    + [f"/referensi/{k}/" for k in ("golongan", "bup", "eselon", "pendidikan", "hukuman", "periode-kp", "penetap-kp")],
)
def test_referensi_dapat_dibaca(buka, path):
    assert buka("budi", path).status_code == 200


def test_tabel_gaji_menampilkan_sel_yang_benar(buka):
    kisi = buka("citra", "/referensi/gaji/?kelompok=III").context["kisi"]
    assert kisi.golongan == ["III/a", "III/b", "III/c", "III/d"]
    assert dict(kisi.baris)[2][2] == 3_121_700
    assert buka("citra", "/referensi/gaji/?jenis=X&sejak=besok&kelompok=V").context["kisi"].jenis == "PNS"
    assert buka("citra", "/referensi/entah/").status_code == 404
