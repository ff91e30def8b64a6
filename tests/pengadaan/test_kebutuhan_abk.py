"""Analisis beban kerja lewat HTTP: tulis, ajukan, sahkan sampai peta jabatan; impor dengan pratinjau; cakupan."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepegawaian import impor
from kepegawaian.models import Jabatan, Jejak, KebutuhanJabatan
from pengadaan.kebutuhan import lembar
from pengadaan.kebutuhan.forms import baca_angka
from pengadaan.models import AnalisisJabatan, UnggahanAbk
from tests.pabrik import buat_pegawai, unit_kode
from tests.pengadaan import kebutuhan_orang
from tests.pengadaan.kebutuhan_orang import KINI

pytestmark = pytest.mark.django_db
kantor = kebutuhan_orang.kantor
UNIT, PELAKSANA, TAHUN = "DINKES-SUBBAG1", "P-PENELAAH-TEKNIS-KEBIJAKAN", 2027


def alamat(nama, *lain):
    return reverse(f"pengadaan:{nama}", args=lain)


def tugas(*baris):
    """Posted lines of tasks."""
    isi = {}
    for n, (uraian, volume, norma) in enumerate(baris):
        isi |= {
            f"t_{n}_uraian": uraian,
            f"t_{n}_hasil": "Dokumen",
            f"t_{n}_volume": volume,
            f"t_{n}_norma_menit": norma,
        }
    return isi


def buat(klien, jabatan=PELAKSANA, unit=UNIT, tahun=TAHUN):
    klien.post(alamat("abk_create"), {"unit": unit, "jabatan": jabatan, "tahun": tahun})
    return AnalisisJabatan.objects.filter(tahun=tahun).latest("pk")


def isi(klien, a, *baris, **lain):
    return klien.post(alamat("abk_update", a.pk), {"versi": a.versi, "cara": "tugas"} | tugas(*baris) | lain)


def segar(a):
    return AnalisisJabatan.objects.get(pk=a.pk)


def test_dari_tugas_sampai_peta_jabatan(kantor):
    opi, kasub = kantor.masuk("opi"), kantor.masuk("kasub")
    buat_pegawai(nama="DUA", unit=UNIT, batch=kantor.batch)
    a = buat(opi)
    assert (a.status, a.wke_menit, a.kebutuhan) == ("draf", 75000, None)
    # (1.200 × 60 + 500 × 90) / 75.000 = 117.000 / 75.000 = 1,56 → 2
    assert (
        isi(
            opi,
            a,
            ("Menelaah surat", "1200", "60"),
            ("Menyusun laporan", "500", "90"),
            i_ikhtisar="Menelaah kebijakan.",
        ).status_code
        == 302
    )
    a = segar(a)
    assert (str(a.beban_menit), str(a.hasil), a.kebutuhan, a.versi) == ("117000.00", "1.56", 2, 2)
    assert a.informasi == {"ikhtisar": "Menelaah kebijakan."}
    halaman = opi.get(alamat("abk_detail", a.pk)).content.decode()
    assert "117.000" in halaman
    # three people there (operator, DUA and nobody else of that unit): EJ = 1,56 / 2
    assert "0,78 (C)" in halaman
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": a.versi})
    assert segar(a).status == "diperiksa"
    jawab = kasub.post(
        f"{alamat('abk_sahkan')}?id={a.pk}",
        {"nomor": "188/7/KEP/2026", "tanggal": KINI, "berlaku_sejak": "2027-01-01"},
    )
    assert jawab.status_code == 302
    a = segar(a)
    assert (a.status, a.nomor_dasar) == ("sah", "188/7/KEP/2026")
    peta = KebutuhanJabatan.objects.get(unit=unit_kode(UNIT), jabatan__kode=PELAKSANA)
    assert (peta.kebutuhan, peta.berlaku_sejak, peta.keyakinan) == (2, date(2027, 1, 1), "pasti")
    assert "188/7/KEP/2026" in peta.dasar
    assert Jejak.objects.filter(aksi="abk_sah").exists()


def test_kebutuhan_lama_berakhir_sehari_sebelumnya_dan_yang_nanti_membatasi(kantor):
    jabatan, unit = Jabatan.objects.get(kode=PELAKSANA), unit_kode(UNIT)
    lama = KebutuhanJabatan.objects.create(
        jabatan=jabatan, unit=unit, kebutuhan=7, berlaku_sejak=date(2025, 1, 1), dasar="lama"
    )
    KebutuhanJabatan.objects.create(
        jabatan=jabatan, unit=unit, kebutuhan=9, berlaku_sejak=date(2028, 1, 1), dasar="nanti"
    )
    a = buat(kantor.masuk("opi"))
    isi(kantor.masuk("opi"), a, ("Menelaah", "1000", "300"))
    kantor.masuk("opi").post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": 2})
    kantor.masuk("kasub").post(
        f"{alamat('abk_sahkan')}?id={a.pk}", {"nomor": "1", "tanggal": KINI, "berlaku_sejak": "2027-01-01"}
    )
    lama.refresh_from_db()
    baru = KebutuhanJabatan.objects.get(berlaku_sejak=date(2027, 1, 1))
    assert lama.berlaku_sampai == date(2026, 12, 31)
    assert (baru.kebutuhan, baru.berlaku_sampai) == (4, date(2027, 12, 31))


def test_belum_lengkap_tidak_dapat_diajukan_dan_yang_diketik_tetap_ada(kantor):
    opi = kantor.masuk("opi")
    a = buat(opi)
    jawab = isi(opi, a, ("Menelaah", "banyak", "60"))
    assert jawab.status_code == 400
    assert "Volume harus angka" in jawab.content.decode()
    assert 'value="banyak"' in jawab.content.decode()
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": 1})
    assert segar(a).status == "draf"
    # an old page loses nothing and writes nothing
    isi(opi, a, ("Menelaah", "10", "60"))
    jawab = isi(opi, a, ("Yang lain", "99", "60"))
    assert jawab.status_code == 400
    assert "Sudah diubah orang lain" in jawab.content.decode()
    assert segar(a).tugas.get().uraian == "Menelaah"


def test_guru_memakai_rasio(kantor):
    olan = kantor.masuk("olan")
    a = buat(olan, "JF-GURU-MUDA", "SDN-BABAT-14")
    assert (a.cara, a.jenis_rasio, a.rasio) == ("rasio", "rombel", {"rombel_guru": "1"})
    olan.post(
        alamat("abk_update", a.pk),
        {"versi": 1, "cara": "rasio", "jenis_rasio": "rombel", "r_rombel": "6", "r_rombel_guru": "1"},
    )
    a = segar(a)
    assert (str(a.hasil), a.kebutuhan, a.beban_menit) == ("6.00", 6, None)
    # by tasks it may not go on: ABK-5
    isi(olan, a, ("Mengajar", "1000", "75"))
    olan.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": 3})
    assert segar(a).status == "draf"


def test_dikembalikan_dan_dibuka_kembali_dengan_alasan(kantor):
    opi, kasub = kantor.masuk("opi"), kantor.masuk("kasub")
    a = buat(opi)
    isi(opi, a, ("Menelaah", "1000", "75"))
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": 2})
    kasub.post(alamat("abk_kembalikan", a.pk), {"versi": 3, "catatan": "Volume rapat belum masuk."})
    a = segar(a)
    assert (a.status, a.catatan) == ("draf", "Volume rapat belum masuk.")
    assert "Volume rapat belum masuk." in opi.get(alamat("abk_list")).content.decode()
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": a.versi})
    sah = {"nomor": "1", "tanggal": KINI, "berlaku_sejak": "2027-01-01"}
    kasub.post(f"{alamat('abk_sahkan')}?id={a.pk}", sah)
    kasub.post(alamat("abk_kembalikan", a.pk), {"versi": segar(a).versi, "catatan": "Norma keliru."})
    a = segar(a)
    assert a.status == "draf"
    assert KebutuhanJabatan.objects.get().kebutuhan == 1
    # what was once sah is never deleted, and sah again writes over the same day
    opi.post(alamat("abk_lakukan", a.pk, "hapus"), {"versi": a.versi})
    isi(opi, a, ("Menelaah", "2000", "75"))
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": segar(a).versi})
    kasub.post(f"{alamat('abk_sahkan')}?id={a.pk}", sah)
    assert KebutuhanJabatan.objects.get().kebutuhan == 2


def test_operator_hanya_unitnya_sendiri(kantor):
    a = buat(kantor.masuk("opi"))
    olan = kantor.masuk("olan")
    assert olan.get(alamat("abk_detail", a.pk)).status_code == 404
    assert (
        "di luar perangkat daerah Anda"
        in olan.post(alamat("abk_create"), {"unit": UNIT, "jabatan": PELAKSANA, "tahun": TAHUN}).content.decode()
    )
    assert AnalisisJabatan.objects.count() == 1
    for nama in ("staf12", "irma"):
        assert kantor.masuk(nama).get(alamat("abk_detail", a.pk)).status_code == 200
        assert kantor.masuk(nama).get(alamat("abk_update", a.pk)).status_code == 403
    assert kantor.masuk("opi").get(f"{alamat('abk_sahkan')}?id={a.pk}").status_code == 403


def test_banyak_diajukan_dan_disahkan_sekaligus_atau_tidak_sama_sekali(kantor):
    opi, kasub = kantor.masuk("opi"), kantor.masuk("kasub")
    satu, dua = buat(opi), buat(opi, unit="DINKES")
    isi(opi, satu, ("Menelaah", "1000", "75"))
    opi.post(alamat("abk_banyak"), {"aksi": "ajukan", "id": [satu.pk, dua.pk]})
    assert {segar(x).status for x in (satu, dua)} == {"draf"}
    isi(opi, dua, ("Menelaah", "1000", "75"))
    opi.post(alamat("abk_banyak"), {"aksi": "ajukan", "id": [satu.pk, dua.pk]})
    assert {segar(x).status for x in (satu, dua)} == {"diperiksa"}
    jawab = kasub.post(alamat("abk_banyak"), {"aksi": "sahkan", "id": [satu.pk, dua.pk]})
    kasub.post(jawab.url, {"nomor": "1", "tanggal": KINI, "berlaku_sejak": "2027-01-01"})
    assert {segar(x).status for x in (satu, dua)} == {"sah"}


def berkas(*baris):
    xlsx = impor.tulis_daftar("ABK", lembar.KOLOM, baris)
    return SimpleUploadedFile("abk.xlsx", xlsx.read())


def test_impor_menunjukkan_kesalahan_tiap_baris_lalu_menerapkan_yang_benar(kantor):
    opi = kantor.masuk("opi")
    baris = [
        (UNIT, "", PELAKSANA, "", "Menelaah surat", "Surat", 1200, 60),
        (UNIT, "", PELAKSANA, "", "Menyusun laporan", "", "500", "90,5"),
        ("DINKES", "", PELAKSANA, "", "Mengarsip", "", "dua", 10),
        ("DINKES", "", PELAKSANA, "", "Mencatat", "", 10, 10),
        ("DISDIK", "", PELAKSANA, "", "Bukan OPD saya", "", 10, 10),
        (UNIT, "", "JABATAN-ENTAH", "", "Tidak dikenal", "", 10, 10),
        ("DINKES-BID1", "", PELAKSANA, "", "", "", None, None),
    ]
    opi.post(alamat("abk_impor"), {"tahun": TAHUN, "berkas": berkas(*baris)})
    u = UnggahanAbk.objects.get()
    assert not AnalisisJabatan.objects.exists()
    galat = {b["baris"]: b["galat"] for b in u.baris if b["galat"]}
    assert list(galat) == [4, 6, 7]
    assert galat[4] == "Volume setahun harus angka 0 sampai 9.999.999; tertulis “dua”."
    assert galat[6] == "Dinas Pendidikan di luar perangkat daerah Anda."
    assert "tidak dikenal" in galat[7]
    halaman = opi.get(alamat("abk_unggahan", u.pk)).content.decode()
    assert "Terapkan 1 jabatan" in halaman
    assert kantor.masuk("olan").get(alamat("abk_unggahan", u.pk)).status_code == 404
    opi.post(alamat("abk_terapkan", u.pk))
    a = AnalisisJabatan.objects.get()
    # 72.000 + 500 × 90,5 = 117.250 menit
    assert (str(a.beban_menit), str(a.hasil), a.kebutuhan, a.tugas.count()) == ("117250.00", "1.56", 2, 2)
    opi.post(alamat("abk_terapkan", u.pk))
    assert AnalisisJabatan.objects.get().versi == a.versi


def isi_lembar(jawab):
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    )


def test_ekspor_tugas_dapat_diimpor_kembali_dan_templat_menyebut_jabatan_opd(kantor):
    opi = kantor.masuk("opi")
    a = buat(opi)
    isi(opi, a, ("Menelaah", "1000", "75"))
    baris = isi_lembar(opi.get(f"{alamat('tugas_ekspor')}?tahun={TAHUN}"))
    assert baris[1][:1] + baris[1][2:3] + baris[1][4:5] == [UNIT, PELAKSANA, "Menelaah"]
    opi.post(alamat("abk_impor"), {"tahun": TAHUN, "berkas": berkas(*baris[1:])})
    assert UnggahanAbk.objects.get().galat == 0
    templat = isi_lembar(opi.get(alamat("abk_templat")))
    assert ["DINKES", "KEPALA-DINKES"] in [[b[0], b[2]] for b in templat]
    assert not any(b[0] == "DISDIK" for b in templat)
    daftar = isi_lembar(opi.get(f"{alamat('abk_ekspor')}?tahun={TAHUN}"))
    assert daftar[1][3] == Jabatan.objects.get(kode=PELAKSANA).nama


def test_daftar_dan_rincian_berkueri_tetap(kantor, django_assert_max_num_queries):
    opi = kantor.masuk("opi")
    for unit in ("DINKES", UNIT, "DINKES-BID1"):
        a = buat(opi, unit=unit)
        isi(opi, a, ("Menelaah", "1000", "75"))
    for url in (alamat("abk_list"), alamat("abk_detail", a.pk), alamat("abk_update", a.pk)):
        opi.get(url)
        with django_assert_max_num_queries(12):
            assert opi.get(url).status_code == 200


def test_tanggal_keputusan_tidak_boleh_besok(kantor):
    opi = kantor.masuk("opi")
    a = buat(opi)
    isi(opi, a, ("Menelaah", "1000", "75"))
    opi.post(alamat("abk_lakukan", a.pk, "ajukan"), {"versi": 2})
    besok = {"nomor": "1", "tanggal": KINI + timedelta(days=1), "berlaku_sejak": "2027-01-01"}
    assert kantor.masuk("kasub").post(f"{alamat('abk_sahkan')}?id={a.pk}", besok).status_code == 400
    assert segar(a).status == "diperiksa"


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("1.250", "1250.00"),
        ("1.250,5", "1250.50"),
        ("90,5", "90.50"),
        ("90.5", "90.50"),
        ("12.345.678,9", None),
        ("-1", None),
        ("1.25.0", None),
    ],
)
def test_angka_dibaca_seperti_orang_menulisnya(teks, angka):
    if angka is None:
        with pytest.raises(ValueError, match=r".*"):
            baca_angka(teks)
    else:
        assert str(baca_angka(teks)) == angka
