"""Generasi A: suku dari data portal, tiap unit dan instansi, layar, unduhan, setelan; expected values by hand."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import load_workbook

from indeks.generasi_a.setelan import dari_potret
from indeks.models import HasilIndeks, HasilUnitA, PutaranIndeks
from indeks.setelan import GalatSetelan
from kepegawaian import tunjangan_kinerja
from kepegawaian.models import Kompetensi, Setelan, StandarKompetensi, UnitKerja
from penggajian.models import HasilTpp, TppBulan
from tests.indeks.conftest import HARI, hitung
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 1)


def tpp(orang, isi, *, bulan=SEPTEMBER, status="ditetapkan"):
    """A month of TPP: {name: (kelas, pagu, rupiah)}."""
    satu = TppBulan.objects.create(bulan=bulan)
    HasilTpp.objects.bulk_create(
        HasilTpp(bulan=satu, pegawai=getattr(orang, n), kelas=k, pagu=p, rupiah=r, keadaan="dibayar")
        for n, (k, p, r) in isi.items()
    )
    if status == "ditetapkan":
        TppBulan.objects.filter(pk=satu.pk).update(status=status, ditetapkan_pada="2026-10-05T00:00Z")


def satu(putaran, kode=None):
    return HasilUnitA.objects.get(putaran=putaran, unit=UnitKerja.objects.get(kode=kode) if kode else None)


def setel(kunci, nilai):
    Setelan.objects.filter(kunci=kunci).update(nilai=nilai)


# ── the terms ────────────────────────────────────────────────────────────────────────────────────────


def test_empat_suku_dari_data_portal(orang):
    """ani, budi, citra, eko, fajar are PNS; PPPK, CPNS and who has left are not counted.

    ani (guru, needs no diklat fungsional) and the pelaksana budi, citra, eko meet their post; fajar has no diklat of a
    head recorded: unknown. Predikat Baik 2025 is 76. Pay: kelas 7 3.0 and 3.3 million, kelas 9 one person.
    """
    tpp(orang, {"ani": (7, 3_300_000, 3_000_000), "budi": (7, 3_000_000, 2_900_000), "eko": (9, 4_000_000, 1)})
    tambah(orang.eko, "hukuman", batch=orang.batch, tmt=date(2026, 5, 1), jenis_id="R2", nomor_sk="800/9/2026")
    p = hitung(generasi="A")
    assert (p.status, p.kini, p.tempo_kini, p.populasi) == ("selesai", True, False, 5)
    h = satu(p)
    fajar = HasilIndeks.objects.get(putaran=p, pegawai=orang.fajar)
    assert fajar.kompetensi is None or fajar.kompetensi == 100
    tahu = h.kompeten + h.tidak_kompeten
    assert (h.jumlah, h.tidak_kompeten, tahu) == (5, 0, 4 if fajar.kompetensi is None else 5)
    assert (h.gaps, h.kj) == (0, Decimal("0.7600"))
    # δ of kelas 7: 300.000 / 3.000.000 = 0,1 for two people, 0 for the one of kelas 9: 0,2 / 3.
    assert (h.delta_int, h.delta_si, h.delta_ext) == (Decimal("0.0667"), Decimal("0.0667"), None)
    # ani was punished in 2024: outside the window of one year.
    assert (h.ringan, h.sedang, h.berat, h.indiscpl) == (1, 0, 0, Decimal("0.2000"))
    # 0,25 × (1 + 0,76 + 0,93333… + 0,8)
    assert (h.idxpro, h.persen) == (Decimal("0.8733"), Decimal("87.33"))


def test_unit_di_atas_dari_cacah_gabungan_bukan_rata_rata(orang):
    tpp(orang, {"ani": (7, 3_300_000, 3_000_000), "budi": (7, 3_000_000, 2_900_000), "eko": (7, 2_500_000, 1)})
    p = hitung(generasi="A")
    sekolah, dinas, semua = satu(p, "SDN-BABAT-14"), satu(p, "DISDIK"), satu(p)
    assert [sekolah.delta_int, dinas.delta_int, semua.delta_int] == [0, Decimal("0.1000"), Decimal("0.3200")]
    assert [sekolah.jumlah, dinas.jumlah, semua.jumlah] == [2, 3, 5]
    assert semua.kompensasi == [
        {"kelompok": "7", "jumlah": 3, "tertinggi": 3_300_000, "terendah": 2_500_000, "total": 8_800_000}
    ]


def test_tpp_draf_dan_bulan_sesudah_tanggal_acuan_tidak_dipakai(orang):
    tpp(orang, {"ani": (7, 3_000_000, 3_000_000)}, status="antre")
    p = hitung(generasi="A")
    h = satu(p)
    # Without the term of compensation: 0,25 × (1 + 0,76 + 1) = 0,69, and 0,25 more at most.
    assert (h.delta_si, h.persen, h.bawah, h.atas) == (None, None, Decimal("69.00"), Decimal("94.00"))
    TppBulan.objects.update(status="ditetapkan", ditetapkan_pada="2026-10-05T00:00Z")
    assert tunjangan_kinerja.bulan_terakhir(date(2026, 8, 31)) is None
    assert tunjangan_kinerja.bulan_terakhir(HARI) == SEPTEMBER


def test_pembanding_eksternal_dan_tunjangan_yang_diterima(orang):
    tpp(orang, {"ani": (7, 3_000_000, 2_200_000), "budi": (7, 3_000_000, 2_000_000)})
    setel("ip_pembanding_a", {"7": 3_300_000})
    h = satu(hitung(generasi="A"))
    # δint 0; δext |3,3 − 3,0| / 3,0 = 0,1; half of it.
    assert (h.delta_int, h.delta_ext, h.delta_si) == (0, Decimal("0.1000"), Decimal("0.0500"))
    setel("ip_a_tunjangan", "diterima")
    h = satu(hitung(generasi="A"))
    # δint 0,1; δext |6,6 − 4,2| / 4,2 = 0,5714; mean 0,3357
    assert (h.delta_int, h.delta_ext, h.delta_si) == (Decimal("0.1000"), Decimal("0.5714"), Decimal("0.3357"))


def test_tunjangan_nol_galat_pada_unitnya_dan_indeks_tetap_berbatas(orang):
    tpp(orang, {"ani": (7, 3_000_000, 0), "budi": (7, 3_000_000, 2_000_000)})
    setel("ip_a_tunjangan", "diterima")
    h = satu(hitung(generasi="A"))
    assert (h.galat, h.persen) == ("Tunjangan terendah kelompok 7 nol; periksa lembarnya.", None)
    assert h.bawah < h.atas


def test_kompeten_menurut_uji_kompetensi_dan_standar_jabatannya(orang):
    """citra (pelaksana): standard 4 and 2, had 3 and 2: (75 + 100) / 2 = 87,5 %. budi 25 and 100: 62,5 %, below 80."""
    satu_, dua = list(Kompetensi.objects.order_by("kode")[:2])
    StandarKompetensi.objects.all().delete()
    for k, level in ((satu_, 4), (dua, 2)):
        StandarKompetensi.objects.create(kelompok="pelaksana", kompetensi=k, level=level, berlaku_sejak=date(2020, 1, 1), dasar="Uji")  # fmt: skip
    for nama, level in (("citra", 3), ("budi", 1)):
        tambah(getattr(orang, nama), "uji_kompetensi", batch=orang.batch, tmt=date(2026, 3, 1), sampai=date(2029, 2, 28),
               tujuan="pemetaan", nilai={satu_.kode: level, dua.kode: 2}, hasil="MS")  # fmt: skip
    setel("ip_a_cara_kompeten", "uji_menentukan")
    p = hitung(generasi="A")
    fakta = {
        n: HasilIndeks.objects.get(putaran=p, pegawai=getattr(orang, n)).fakta["kompeten"] for n in ("citra", "budi")
    }
    assert fakta == {"citra": ["m", ["uji", "87.50"], []], "budi": ["t", ["uji", "62.50"], []]}
    assert satu(p).tidak_kompeten == 1
    setel("ip_a_cara_kompeten", "salah_satu")  # budi has S1, more than a pelaksana needs
    assert satu(hitung(generasi="A")).tidak_kompeten == 0


def test_syarat_yang_belum_diketahui_tidak_pernah_kompeten(orang):
    gelap = buat_pegawai(nama="TANPA PENDIDIKAN", unit="SUB12", batch=orang.batch)
    p = hitung(generasi="A")
    h = HasilIndeks.objects.get(putaran=p, pegawai=gelap)
    assert (h.kompetensi, h.fakta["kompeten"]) == (None, ["b", ["syarat", "pendidikan"], []])
    setel("ip_a_belum_diketahui", "tidak_kompeten")
    assert satu(hitung(generasi="A")).gaps > 0


def test_tahun_lampau_memakai_nilai_ppk_dan_generasi_menurut_tahunnya(orang):
    tambah(orang.ani, "kinerja", batch=orang.batch, tmt=date(2018, 1, 20), tahun=2017, predikat="Baik", nilai=85)
    p = hitung(date(2018, 12, 31))
    assert (p.generasi, p.berjalan) == ("A", False)
    assert satu(p).kj == Decimal("0.8500")
    assert PutaranIndeks.objects.kini() is None  # nobody has a score of his own under generation A


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────


def test_status_koefisien_beku_bersama_putarannya(orang):
    p = hitung(generasi="A")
    assert dari_potret(p.setelan, 2026, berjalan=True).ditetapkan is False
    Setelan.objects.filter(kunci="ip_koefisien_a").update(
        nilai={"kompetensi": 0.4, "kinerja": 0.3, "kompensasi": 0.2, "disiplin": 0.1}, dasar="SK Bupati 188/1/2026", keyakinan="pasti"
    )  # fmt: skip
    baru = hitung(generasi="A")
    a = dari_potret(baru.setelan, 2026, berjalan=True)
    assert (a.ditetapkan, a.status["dasar"]) == (True, "SK Bupati 188/1/2026")
    # 0,4 × 1 + 0,3 × 0,76 + 0,1 × 1, and 0,2 for what is not known
    assert (satu(baru).bawah, satu(baru).atas) == (Decimal("72.80"), Decimal("92.80"))


def test_koefisien_yang_tidak_berjumlah_satu_menghentikan_malam(orang):
    setel("ip_koefisien_a", {"kompetensi": 0.5, "kinerja": 0.3, "kompensasi": 0.2, "disiplin": 0.1})
    with pytest.raises(GalatSetelan, match="harus 1"):
        hitung(generasi="A")


def test_koefisien_pada_layar_setelan_harus_tepat_satu(orang):
    admin = orang.masuk("admin")
    isi = {"berlaku_sejak": "2026-12-01", "dasar": "SK Bupati 188/1/2026", "keyakinan": "pasti"}
    url = "/setelan/ip_koefisien_a/ubah/"
    salah = admin.post(url, isi | {"nilai": '{"kompetensi": 0.5, "kinerja": 0.3, "kompensasi": 0.2, "disiplin": 0.1}'})
    assert "tepat 1" in salah.content.decode()
    admin.post(url, isi | {"nilai": '{"kompetensi": 0.4, "kinerja": 0.3, "kompensasi": 0.2, "disiplin": 0.1}'})
    assert Setelan.objects.filter(kunci="ip_koefisien_a", dasar="SK Bupati 188/1/2026").exists()


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────


def test_halaman_mencetak_status_koefisien_suku_dan_asumsi(orang):
    tpp(orang, {"ani": (7, 3_300_000, 1), "budi": (7, 3_000_000, 1)})
    hitung(generasi="A")
    teks = orang.masuk("citra").get("/indeks/generasi-a/").content.decode()
    for kata in (
        "Koefisien belum ditetapkan",
        "TPP yang ditetapkan bagi bulan September 2026",
        "Rp3.300.000",
        "Dinas Pendidikan",
    ):
        assert kata in teks, kata


def test_operator_hanya_unitnya_dan_asn_tidak(orang):
    hitung(generasi="A")
    budi = orang.masuk("budi")
    jawab = budi.get("/indeks/generasi-a/")
    dinas = UnitKerja.objects.get(kode="DISDIK")
    assert jawab.url == f"/indeks/generasi-a/unit/{dinas.pk}/"
    assert budi.get(f"/indeks/generasi-a/unit/{UnitKerja.objects.get(kode='PKM-PUCUK').pk}/").status_code == 404
    teks = budi.get("/indeks/generasi-a/pegawai/").content.decode()
    assert "ANI LESTARI" in teks
    assert "EKO PRASETYO" not in teks
    assert orang.masuk("ani").get("/indeks/generasi-a/").status_code == 403


def test_hukuman_orang_lain_hanya_bagi_penanganannya(orang):
    tambah(orang.ani, "hukuman", batch=orang.batch, tmt=date(2026, 5, 1), jenis_id="R2", nomor_sk="800/9/2026")
    hitung(generasi="A")
    assert "Hukuman" not in orang.masuk("budi").get("/indeks/generasi-a/pegawai/").content.decode()


def test_daftar_dan_unduhan(orang):
    buat_pegawai(nama="TANPA PENDIDIKAN", unit="SUB12", batch=orang.batch)
    hitung(generasi="A")
    citra = orang.masuk("citra")
    teks = citra.get("/indeks/generasi-a/pegawai/?keadaan=belum").content.decode()
    assert "TANPA PENDIDIKAN" in teks
    assert "BUDI SANTOSO" not in teks
    isi = load_workbook(BytesIO(b"".join(citra.get("/indeks/generasi-a/ekspor/").streaming_content)))
    baris = isi.get_sheet_by_index(0).to_python()
    assert baris[1][0] == "Seluruh instansi"
    assert {b[-1] for b in baris[1:]} == {"koefisien belum ditetapkan"}


def test_beranda_dan_halaman_orang_tidak_memakai_generasi_a(orang):
    hitung(generasi="A")
    for url in ("/", "/indeks/saya/", "/indeks/", "/indeks/pegawai/"):
        assert orang.masuk("citra").get(url).status_code == 200, url
    assert "Belum dihitung" in orang.masuk("citra").get("/indeks/").content.decode()


def test_generasi_tidak_dicampur_pada_satu_halaman(orang):
    c, a = hitung(), hitung(generasi="A")
    citra = orang.masuk("citra")
    assert citra.get("/indeks/").context["putaran"].pk == c.pk
    assert citra.get("/indeks/?generasi=A").url == "/indeks/generasi-a/?tahun=2026"
    assert citra.get("/indeks/generasi-a/").context["putaran"].pk == a.pk
    saya = orang.masuk("ani").get("/indeks/saya/")
    assert {h.putaran.generasi for h in saya.context["riwayat"]} == {"C"}
