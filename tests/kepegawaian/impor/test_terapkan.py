"""Pratinjau dan penerapan: apa yang berubah, apa yang tidak, dan siapa yang menang."""

from datetime import date

import pytest

from kepegawaian import impor
from kepegawaian.models import BarisImpor, Jejak, KamusReferensi, Pegawai, ProfilKini, SelisihSiasn, UnitKerja
from tests.kepegawaian.impor.conftest import (
    ANI,
    NIP,
    baca,
    galat,
    hasil,
    jumlah_riwayat,
    orang,
    perubahan,
    pppk,
    riwayat,
    siasn,
    terapkan,
)
from tests.pabrik import buat_akun, buat_pegawai

pytestmark = pytest.mark.django_db
JULI = date(2026, 7, 1)


def selisih():
    return {s.kolom: (s.nilai_siasn, s.nilai_portal) for s in SelisihSiasn.objects.all()}


def test_pratinjau_tidak_mengubah_apa_pun():
    batch = baca(siasn([ANI]))
    assert (batch.status, batch.ringkasan["baru"], batch.kemajuan, batch.jumlah) == ("pratinjau", 1, 1, 1)
    assert not Pegawai.objects.exists()


def test_berkas_yang_sama_dua_kali_tidak_mengubah_apa_pun():
    berkas = [ANI, orang(2), pppk(1), orang(3, **{"TMT JABATAN": "", "TMT PNS": "", "TAHUN LULUS": ""})]
    berkas_sama = siasn(berkas)
    terapkan(berkas_sama)
    sebelum, akun, pegawai = jumlah_riwayat(), Jejak.objects.count(), list(Pegawai.objects.values())
    batch = terapkan(berkas_sama)
    assert batch.ringkasan["sama"] == 4
    assert batch.ringkasan["pernah_diterapkan"]
    assert jumlah_riwayat() == sebelum
    assert list(Pegawai.objects.values()) == pegawai
    assert Jejak.objects.count() == akun + 2  # the upload and the act itself
    batch = terapkan(siasn(berkas), per=JULI)
    assert (batch.ringkasan["sama"], batch.ringkasan["berubah"]) == (4, 0)
    assert jumlah_riwayat() == sebelum


def test_perubahan_tampil_dengan_nilai_lama_dan_baru():
    terapkan(siasn([ANI]))
    ubah = {
        "NOMOR HP": "0899",
        "AGAMA ID": "2",
        "GOL AKHIR ID": "33",
        "GOL AKHIR NAMA": "III/c",
        "TMT GOLONGAN": "01-04-2026",
    }
    batch = baca(
        siasn([ANI | ubah | {"MK TAHUN": "11", "UNOR NAMA": "Bagian Umum - Sekretariat Daerah", "GELAR DEPAN": "Dr."}])
    )
    assert perubahan(batch) == {
        "NOMOR HP": ("081234567890", "0899"),
        "AGAMA NAMA": ("Islam", "Kristen"),
        "GELAR DEPAN": ("", "Dr."),
        "GOL AKHIR NAMA": ("III/b", "III/c"),
        "MK TAHUN": ("4", "11"),
        "TMT GOLONGAN": ("01-04-2019", "01-04-2026"),
        "UNOR NAMA": ("Bagian Hukum", "Bagian Umum"),
    }
    impor.terapkan(batch.pk)
    assert riwayat("pangkat", NIP, "golongan_id")[-1] == ("2026-04-01", "III/c")
    assert riwayat("identitas", NIP, "gelar_depan", "nama", "gelar_belakang")[-1] == (
        "2026-06-01",
        "Dr.",
        "ANI LESTARI",
        "S.E.",
    )
    assert riwayat("unit", NIP, "unit__nama")[-1] == ("2026-06-01", "Bagian Umum")
    assert Pegawai.objects.get(nip=NIP).agama_id == "2"


def test_sel_kosong_tidak_menghapus():
    terapkan(siasn([ANI]))
    sisa = {"NIP BARU": NIP, "NAMA": "ANI LESTARI"}
    batch = terapkan(siasn([sisa]))
    assert batch.ringkasan["sama"] == 1
    assert Pegawai.objects.get(nip=NIP).nomor_hp == "081234567890"
    assert ProfilKini.objects.get(nip=NIP).gelar_belakang == "S.E."


def test_koreksi_pada_tmt_yang_sama_membatalkan_baris_impor_lama():
    lama = terapkan(siasn([ANI]))
    baru = terapkan(siasn([ANI | {"MK TAHUN": "5"}]))
    assert riwayat("pangkat", NIP, "mkg_tahun", "batch_id")[-1] == ("2019-04-01", 5, baru.pk)
    batal = Pegawai.objects.get(nip=NIP).riwayatpangkat.filter(dibatalkan_pada__isnull=False)
    assert [(b.mkg_tahun, b.batch_id, b.dibatalkan_sebab) for b in batal] == [
        (4, lama.pk, f"Digantikan impor {baru.pk}")
    ]


def test_riwayat_bernaskah_tidak_ditimpa_melainkan_menjadi_selisih(bernaskah):
    terapkan(siasn([ANI]))
    ani = Pegawai.objects.get(nip=NIP)
    hukum = ProfilKini.objects.get(nip=NIP).unit
    dinkes = UnitKerja.objects.get(nama="Dinas Kesehatan")
    bernaskah(ani, "pangkat", date(2026, 4, 1), golongan_id="III/c", mkg_tahun=11, mkg_bulan=1)
    bernaskah(ani, "unit", date(2026, 5, 1), unit=dinkes)
    ubah = {"GOL AKHIR ID": "34", "GOL AKHIR NAMA": "III/d", "TMT GOLONGAN": "01-04-2026", "MK TAHUN": ""}
    batch = terapkan(siasn([ANI | ubah]))
    assert selisih() == {
        "pangkat": ("III/d (TMT 01-04-2026)", "III/c (TMT 01-04-2026)"),
        "unit": (hukum.nama, "Dinas Kesehatan (TMT 01-05-2026)"),
    }
    assert hasil(batch) == {("Data ASN", 2): "sama"}
    assert riwayat("pangkat", NIP, "golongan_id")[-1] == ("2026-04-01", "III/c")
    assert batch.ringkasan["selisih"] == 1
    sebelum = list(SelisihSiasn.objects.values())
    assert terapkan(siasn([ANI | ubah]), per=JULI).ringkasan["selisih"] == 0
    assert list(SelisihSiasn.objects.values()) == sebelum


def test_selisih_hilang_begitu_nilainya_sama(bernaskah):
    terapkan(siasn([ANI]))
    dinkes = UnitKerja.objects.get(nama="Dinas Kesehatan")
    bernaskah(Pegawai.objects.get(nip=NIP), "unit", date(2026, 5, 1), unit=dinkes)
    terapkan(siasn([ANI]))
    assert set(selisih()) == {"unit"}
    batch = terapkan(siasn([ANI | {"UNOR NAMA": "DINAS KESEHATAN"}]), per=JULI)
    assert selisih() == {}
    assert batch.ringkasan["sama"] == 1


def test_berkas_lama_tidak_mengubah_selisih_yang_lebih_baru(bernaskah):
    terapkan(siasn([ANI]))
    dinkes = UnitKerja.objects.get(nama="Dinas Kesehatan")
    bernaskah(Pegawai.objects.get(nip=NIP), "unit", date(2025, 5, 1), unit=dinkes)
    terapkan(siasn([ANI]))
    terapkan(siasn([ANI | {"UNOR NAMA": "Dinas Kesehatan"}]), per=date(2026, 1, 1))
    assert set(selisih()) == {"unit"}


def test_siasn_yang_belum_memuat_kenaikan_pangkat_disebut(bernaskah):
    terapkan(siasn([ANI]))
    bernaskah(
        Pegawai.objects.get(nip=NIP), "pangkat", date(2026, 4, 1), golongan_id="III/c", mkg_tahun=11, mkg_bulan=1
    )
    terapkan(siasn([ANI]))
    assert selisih() == {"pangkat": ("III/b (TMT 01-04-2019)", "III/c (TMT 01-04-2026)")}


def test_nama_bernaskah_tidak_diganti_dan_beda_huruf_bukan_selisih(bernaskah):
    terapkan(siasn([ANI]))
    ani = Pegawai.objects.get(nip=NIP)
    bernaskah(ani, "identitas", date(2026, 5, 1), nama="Ani Lestari", gelar_belakang="S.E., M.M.")
    assert terapkan(siasn([ANI | {"GELAR BELAKANG": "S.E., M.M."}])).ringkasan["sama"] == 1
    assert selisih() == {}
    terapkan(siasn([ANI]), per=JULI)
    assert selisih() == {"identitas": ("ANI LESTARI S.E.", "Ani Lestari S.E., M.M. (TMT 01-05-2026)")}
    assert riwayat("identitas", NIP, "nama")[-1] == ("2026-05-01", "Ani Lestari")


def test_nilai_tanpa_tmt_dari_berkas_lama_tidak_mengalahkan_yang_lebih_baru():
    terapkan(siasn([ANI | {"UNOR NAMA": "Dinas Kesehatan", "TMT JABATAN": "01-05-2026"}]), per=JULI)
    terapkan(siasn([ANI]), per=date(2026, 3, 1))
    assert ProfilKini.objects.get(nip=NIP).unit.nama == "Dinas Kesehatan"
    assert set(selisih()) == {"unit"}


def test_baris_yang_tidak_ada_di_berkas_bukan_penghapusan():
    terapkan(siasn([ANI, orang(2), orang(3, **{"KEDUDUKAN HUKUM ID": "99"})]))
    batch = terapkan(siasn([ANI, {"NIP BARU": "1", "NAMA": "X"}]), per=JULI)
    assert [k.nama for k in impor.tidak_ada_di_ekspor(batch)] == ["PEGAWAI 2"]
    assert ProfilKini.objects.filter(aktif=True).count() == 2
    hanya_riwayat = terapkan(siasn(RW_SKP=[{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik"}]))
    assert not impor.tidak_ada_di_ekspor(hanya_riwayat).exists()


def test_jawaban_antrean_diingat_untuk_berkas_berikutnya():
    citra = buat_akun(buat_pegawai(nama="Citra", lahir=date(1980, 1, 1)))
    batch = baca(siasn([ANI | {"UNOR NAMA": "Bag. Hukum Setda", "UNOR ID": "X9"}]))
    kamus = KamusReferensi.objects.get()
    with pytest.raises(ValueError, match="tidak ada pada daftar unit"):
        impor.jawab_referensi(kamus.pk, "999999", citra)
    unit = UnitKerja.objects.get(nama="Bagian Hukum")
    impor.jawab_referensi(kamus.pk, str(unit.pk), citra)
    batch = impor.baca(batch.pk)
    assert batch.ringkasan["referensi"] == 0
    impor.terapkan(batch.pk)
    assert riwayat("unit", NIP, "unit__nama") == [("2020-01-02", "Bagian Hukum")]
    assert (
        terapkan(siasn([orang(2, **{"UNOR NAMA": "Bagian Hukum, Setda", "UNOR ID": "x9"})])).ringkasan["referensi"]
        == 0
    )
    assert KamusReferensi.objects.get().dijawab_oleh == citra


def test_teks_yang_dijawab_kemudian_tidak_lagi_disimpan_sebagai_tambahan():
    terapkan(siasn([ANI | {"UNOR NAMA": "Bag. Hukum"}]))
    assert Pegawai.objects.get(nip=NIP).tambahan == {"UNOR NAMA": "Bag. Hukum"}
    impor.jawab_referensi(KamusReferensi.objects.get().pk, UnitKerja.objects.get(nama="Bagian Hukum").pk, None)
    terapkan(siasn([ANI | {"UNOR NAMA": "Bag. Hukum"}]))
    assert Pegawai.objects.get(nip=NIP).tambahan == {}
    assert riwayat("unit", NIP, "unit__nama") == [("2020-01-02", "Bagian Hukum")]


def test_teks_yang_diabaikan_tidak_ditanyakan_lagi():
    baca(siasn([ANI | {"AGAMA ID": "", "AGAMA NAMA": "Kejawen"}]))
    impor.jawab_referensi(KamusReferensi.objects.get().pk, "", None, abaikan=True)
    batch = baca(siasn([ANI | {"AGAMA ID": "", "AGAMA NAMA": "KEJAWEN"}]))
    assert batch.ringkasan["referensi"] == 0
    assert "diabaikan" in BarisImpor.objects.get(batch=batch).catatan[0]


def test_pilihan_dan_rincian_untuk_halaman():
    batch = baca(siasn([ANI], RW_SKP=[{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik", "NILAI": "91,5"}]))
    utama, skp = BarisImpor.objects.filter(batch=batch)
    isi = dict(impor.rincian(batch, utama))
    assert (isi["JABATAN"], isi["UNOR"], isi["TMT GOLONGAN"]) == ("Analis Kepegawaian", "Bagian Hukum", "01-04-2019")
    assert impor.rincian(batch, skp) == [
        ("TAHUN", "2025"), ("PREDIKAT", "Baik"), ("NILAI", "91.50"), ("TANGGAL PENETAPAN", "31-12-2025"),
    ]  # fmt: skip
    assert ("III/b", "III/b") in impor.pilihan_referensi("golongan")
    nama = dict(impor.pilihan_referensi("unit"))
    assert nama[UnitKerja.objects.get(nama="Bagian Hukum").pk].startswith("BAGIAN HUKUM - ")


def test_penerapan_mencatat_siapa_dan_dari_mana():
    citra = buat_akun(buat_pegawai(nama="Citra", lahir=date(1980, 1, 1)))
    batch = baca(siasn([ANI]), oleh=citra)
    impor.terapkan(batch.pk, citra.pk, "10.0.0.7")
    baris = Pegawai.objects.get(nip=NIP).riwayatpangkat.last()
    assert (baris.dicatat_oleh_id, baris.dicatat_dari) == (citra.pk, f"10.0.0.7 impor {batch.pk}")
    jejak = Jejak.objects.filter(aksi="impor_terap").first()
    assert (jejak.oleh_id, jejak.objek_id, jejak.data["baru"], jejak.data["akun"]) == (citra.pk, batch.pk, 1, 1)


def test_batch_yang_sudah_diterapkan_tidak_diterapkan_lagi():
    batch = terapkan(siasn([ANI]))
    sebelum = jumlah_riwayat()
    assert impor.terapkan(batch.pk).diterapkan_pada == batch.diterapkan_pada
    assert impor.baca(batch.pk).status == "diterapkan"
    assert jumlah_riwayat() == sebelum


def test_keadaan_yang_berubah_setelah_pratinjau_dibandingkan_ulang(bernaskah):
    terapkan(siasn([ANI]))
    batch = baca(siasn([ANI | {"GOL AKHIR ID": "34", "GOL AKHIR NAMA": "III/d", "TMT GOLONGAN": "01-04-2026"}]))
    bernaskah(
        Pegawai.objects.get(nip=NIP), "pangkat", date(2026, 4, 1), golongan_id="III/c", mkg_tahun=11, mkg_bulan=1
    )
    impor.terapkan(batch.pk)
    assert riwayat("pangkat", NIP, "golongan_id")[-1] == ("2026-04-01", "III/c")
    assert set(selisih()) == {"pangkat"}


def test_golongan_setelah_pensiun_ditolak_pada_pratinjau():
    terapkan(
        siasn(
            [ANI | {"KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": ""}],
            RW_KEDUDUKAN=[{"NIP": NIP, "KEDUDUKAN HUKUM ID": "99", "TMT": "01-05-2026"}],
        )
    )
    ubah = {"GOL AKHIR ID": "33", "GOL AKHIR NAMA": "III/c", "TMT GOLONGAN": "01-06-2026", "KEDUDUKAN HUKUM ID": ""}
    ((_, kolom, sebab),) = galat(baca(siasn([ANI | ubah | {"KEDUDUKAN HUKUM NAMA": ""}])))
    assert kolom == "TMT GOLONGAN"
    assert "jatuh setelah pegawai berhenti atau pensiun (01-05-2026)" in sebab
