"""Bila …: orang, unit, kebijakan, dihitung dengan fungsi malam yang sama; expected values by hand from ip-asn.md."""

from datetime import date
from decimal import Decimal

import pytest

from indeks import tampilan
from indeks.andai import hitung as andai, kelompok
from indeks.models import RataUnit
from kepegawaian import tawaran_pelatihan
from kepegawaian.models import UnitKerja
from kepegawaian.tawaran_pelatihan import Tawaran
from tests.indeks.conftest import hitung, lengkapi
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db


def semua(putaran, kebijakan=(), jp=20, **lain):
    a = tampilan.aturan_putaran(putaran)
    return andai.hitung(kelompok.baca(putaran), a, kebijakan, jp, **lain)[1]


# ── one person ───────────────────────────────────────────────────────────────────────────────────────


def test_pelaksana_dengan_diklat_dan_seminar(orang):
    """budi, pelaksana, S1, Baik: 15 + 20 + 25 + 5 = 65. With 20 JP 20 + 22,5 > 40: 40, so 85; a seminar then adds nothing."""
    budi = orang.masuk("budi")
    teks = budi.get("/indeks/saya/andai/").context
    assert (teks["sebelum"].total, teks["sesudah"].total) == (65, 65)
    isi = budi.get("/indeks/saya/andai/?jp=20").context
    assert (isi["sesudah"].total, isi["selisih"], isi["sesudah"].kategori) == (85, 20, "Tinggi")
    assert budi.get("/indeks/saya/andai/?jp=19").context["selisih"] == 0
    assert budi.get("/indeks/saya/andai/?seminar=on").context["selisih"] == Decimal("17.5")
    assert budi.get("/indeks/saya/andai/?jp=20&seminar=on").context["selisih"] == 20


def test_jp_yang_sudah_ada_dijumlahkan(orang):
    tambah(orang.budi, "diklat", batch=orang.batch, tmt=date(2026, 3, 5), jenis_id="3", nama="Arsip", jp=12)
    budi = orang.masuk("budi")
    assert budi.get("/indeks/saya/andai/?jp=7").context["selisih"] == 0
    assert budi.get("/indeks/saya/andai/?jp=8").context["selisih"] == 20


def test_predikat_dan_pendidikan(orang):
    """Sangat Baik: kinerja 30 for 25, competence 25 for 20: 10 more. S2: 20 for 15."""
    budi = orang.masuk("budi")
    assert budi.get("/indeks/saya/andai/?predikat=Sangat+Baik").context["selisih"] == 10
    assert budi.get("/indeks/saya/andai/?pendidikan=S2").context["selisih"] == 5
    assert budi.get("/indeks/saya/andai/?predikat=Kurang").context["selisih"] == -30  # 5 for 25, 10 for 20


def test_kepala_dengan_diklat_jabatan(orang):
    """fajar, guru (JF that needs no diklat fungsional): met already, nothing to gain. A head of an OPD unit: 15 points."""
    assert orang.masuk("fajar").get("/indeks/saya/andai/?jabatan=on").context["selisih"] == 0
    kepala = buat_pegawai(nama="KEPALA SUB", unit="SUB12", jabatan="KEPALA-SUB12", batch=orang.batch)
    lengkapi(kepala, orang.batch)
    isi = orang.masuk("citra").get(f"/indeks/pegawai/{kepala.nip}/andai/?jabatan=on").context
    assert (isi["sebelum"].total, isi["selisih"]) == (65, 15)
    assert isi["form"].fields["jabatan"].label == "Ikut diklat kepemimpinan sesuai jenjang"


def test_isian_salah_disebut_dan_tidak_dihitung(orang):
    jawab = orang.masuk("budi").get("/indeks/saya/andai/?jp=-3&predikat=Hebat")
    assert jawab.status_code == 400
    assert jawab.context["selisih"] == 0


def test_orang_lain_hanya_dalam_cakupan_dan_disiplinnya_tertutup(orang):
    budi = orang.masuk("budi")
    ani = budi.get(f"/indeks/pegawai/{orang.ani.nip}/andai/?seminar=on")
    assert "Disiplin" not in [x.nama for x, _, _ in ani.context["dimensi"]]
    assert budi.get(f"/indeks/pegawai/{orang.eko.nip}/andai/").status_code == 404
    assert orang.masuk("ani").get("/indeks/andai/").status_code == 403


def test_yang_tidak_diukur_diberi_tahu_sebabnya(orang):
    teks = orang.masuk("citra").get(f"/indeks/pegawai/{orang.cpns.nip}/andai/").content.decode()
    assert "CPNS tidak termasuk yang diukur" in teks


# ── many ─────────────────────────────────────────────────────────────────────────────────────────────


def test_tanpa_kebijakan_sama_dengan_rata_malam(orang):
    p = hitung()
    r = RataUnit.objects.get(putaran=p, unit=None, kelompok="")
    j = semua(p)
    assert (j.rata("sebelum"), j.rata("sesudah"), j.orang, j.berubah) == (r.total, r.total, r.terukur, 0)
    assert sum(j.kategori_sebelum.values()) == r.terukur


def test_setiap_orang_di_bawah_20_jp_mengikuti_satu_diklat(orang):
    """ani has 24 JP: 83. budi, citra, eko 65 → 85 (20 of 22,5 fit under the cap); fajar, guru, 80 → 85; pppk 60 → 75.

    Before 83 + 3 × 65 + 80 + 60 = 418, afterwards 83 + 3 × 85 + 85 + 75 = 498: means 69,67 and 83,00.
    """
    p = hitung()
    j = semua(p, ["teknis"])
    assert (j.rata("sebelum"), j.rata("sesudah"), j.naik) == (Decimal("69.67"), 83, Decimal("13.33"))
    assert (j.peserta["teknis"], j.berubah) == (5, 5)
    assert (j.kategori_sebelum["Rendah"], j.kategori_sesudah["Tinggi"]) == (3, 5)


def test_diklat_yang_terlalu_pendek_hanya_menutup_yang_kurang_sedikit(orang):
    tambah(orang.budi, "diklat", batch=orang.batch, tmt=date(2026, 3, 5), jenis_id="3", nama="Arsip", jp=12)
    p = hitung()
    j = semua(p, ["teknis"], jp=8)
    assert (j.peserta["teknis"], j.berubah) == (5, 1)
    assert semua(p, ["teknis"], jp=8, hanya_naik=True).peserta["teknis"] == 1


def test_semua_kebijakan_sama_dengan_menghitung_tiap_orang(orang):
    """The groups of the night under a policy equal each person measured with what the policy gives him."""
    p = hitung()
    a = tampilan.aturan_putaran(p)
    j = semua(p, ["teknis", "seminar", "jabatan"], jp=20)
    from indeks.aturan import ukur  # noqa: PLC0415 - the one function of the night, named where it is compared
    from kepegawaian.profil import profil  # noqa: PLC0415 - as above

    orang_ = list(
        profil(per=p.tanggal, bagian=("unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kontrak"))
    )
    isian = andai.Isian(jp=20, seminar=True, jabatan=True)
    total = [u.total for u in (ukur(andai.profil_bila(x, a, isian), a) for x in orang_) if u.terukur]
    assert (j.sesudah, j.orang) == (sum(total), len(total))


def test_halaman_kebijakan_biaya_dan_cakupan(orang, monkeypatch):
    kursus = Tawaran(7, "Tata naskah", "teknis", "", 24, 900_000, "/diklat/katalog/7/")
    monkeypatch.setattr(tawaran_pelatihan, "_sumber", [tawaran_pelatihan.Sumber(lambda: [kursus], lambda *_: {})])
    hitung()
    citra = orang.masuk("citra")
    jawab = citra.get("/indeks/andai/?kebijakan=teknis&pelatihan=7")
    # five people; 3 × 20 + 5 + 15 = 80 points for 4.5 million: 56.250 a point
    assert jawab.context["biaya"] == {"orang": 5, "jumlah": 4_500_000, "per_poin": 56_250}
    assert "Rp4.500.000" in jawab.content.decode()
    budi = orang.masuk("budi").get("/indeks/andai/?kebijakan=teknis")
    assert budi.context["semua"].orang == 3  # ani, budi, fajar
    asing = UnitKerja.objects.get(kode="PKM-PUCUK").pk
    assert orang.masuk("budi").get(f"/indeks/andai/?unit={asing}").status_code == 400
    assert citra.get("/indeks/andai/?kebijakan=apa").status_code == 400


# ── advice and trainings ─────────────────────────────────────────────────────────────────────────────


def test_saran_menunjuk_pelatihan_dengan_poin_dan_biayanya(orang, monkeypatch):
    pendek = Tawaran(1, "Kursus kilat", "teknis", "", 8, 100_000, "/a/")
    cukup = Tawaran(2, "Tata naskah", "teknis", "", 24, 900_000, "/b/")
    murah = Tawaran(3, "Literasi data", "teknis", "", 20, 0, "/c/", "/c/daftar/", buka=True)
    isi = {"teknis": (pendek, cukup, murah)}
    monkeypatch.setattr(tawaran_pelatihan, "_sumber", [tawaran_pelatihan.Sumber(list, lambda *_: isi)])
    hitung()
    jawab = orang.masuk("budi").get("/indeks/saya/")
    saran, pilihan = next(x for x in jawab.context["peningkatan"] if x[0].kode == "teknis")
    assert (saran.poin, saran.butuh) == (20, 20)
    assert [(p.t.id, p.poin, p.hemat, p.kurang) for p in pilihan] == [
        (3, 20, None, 0), (2, 20, Decimal("22.2"), 0), (1, None, None, 12),
    ]  # fmt: skip
    assert jawab.context["termurah"][1].t.id == 3
    teks = jawab.content.decode()
    assert "Ikuti diklat teknis 20 JP pada 2026" in teks
    assert "Paling hemat: Literasi data" in teks
    assert 'href="/c/"' in teks
    assert 'href="/b/"' not in teks
