"""Halaman penggajian: gaji pokok, pantauan KGB, penghasilan, tanggungan; angka menurut hukum, keluarga tertutup."""

import io
from datetime import date

import pytest
from django.test import Client
from python_calamine import load_workbook

from indeks.models import JatuhTempo
from kepegawaian.models import AksesSensitif
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan
from tests.penggajian.test_nominatif import ajukan, kantor  # noqa: F401 - the fixture and its act

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


def tulis(jawab):
    assert jawab.status_code == 200
    return " ".join(jawab.content.decode().split())


def lembar(jawab):
    return load_workbook(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()


@pytest.fixture
def keluarga():
    """An ASN with a spouse and two children, his operator, his superior, and a stranger."""
    batch = buat_batch()
    isi = {"batch": batch, "segarkan": False, "tmt": date(2016, 1, 1), "tertanggung": True}
    p = buat_pegawai(nama="KARTINI", unit="DISDIK-SUBBAG1", tmt=date(2024, 3, 1), batch=batch)
    tambah(p, "keluarga", anggota="s", hubungan="pasangan", nama="SUWARNO", **isi)
    kecil = HARI_INI.replace(year=HARI_INI.year - 10, day=1)
    besar = HARI_INI.replace(year=HARI_INI.year - 21, month=1, day=1)
    for kunci, nama, lahir in (("a", "BAYU KECIL", kecil), ("b", "DEWI BESAR", besar)):
        tambah(p, "keluarga", anggota=kunci, hubungan="anak", nama=nama, tanggal_lahir=lahir, kawin=False, berpenghasilan=False, **isi)  # fmt: skip
    akun = {
        "diri": buat_akun(p),
        "operator": buat_akun(buat_pegawai(nama="BUDI", unit="DISDIK-SUBBAG1", kelamin="L", batch=batch)),
        "kepala": buat_akun(
            buat_pegawai(nama="KEPALA", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c", batch=batch)
        ),
        "lain": buat_akun(buat_pegawai(nama="LULUK", unit="DINKES", batch=batch)),
    }
    tugaskan(akun["operator"], "operator_opd", "DISDIK")
    return p, {nama: masuk(Client(), a) for nama, a in akun.items()}


def test_gaji_pokok_dicari_menurut_golongan_mkg_dan_tanggal(keluarga):
    _, klien = keluarga
    kueri = {"golongan": "III/a", "mkg_tahun": "5", "mkg_bulan": "11", "tanggal": "2026-11-01"}
    isi = tulis(klien["diri"].get("/penggajian/gaji/", kueri))
    assert "Rp2.964.000" in isi
    assert "memakai baris 4 tahun" in isi
    assert "Rp2.371.200" in isi  # 80 percent, PP 7/1977 Ps. 5
    isi = tulis(klien["diri"].get("/penggajian/gaji/", kueri | {"golongan": "II/b", "mkg_tahun": "2"}))
    assert "Tidak ada baris gaji untuk II/b MKG 2 tahun 11 bulan; perlu penetapan manual." in isi
    isi = tulis(klien["diri"].get("/penggajian/gaji/", kueri | {"tanggal": "2023-12-31"}))
    assert "Tabel gaji untuk tanggal 31 Desember 2023 tidak tersedia." in isi
    isi = tulis(klien["diri"].get("/penggajian/gaji/", kueri | {"golongan": "XVII", "mkg_tahun": "32"}))
    assert "Rp7.329.000" in isi
    assert "Sudah di puncak kolom" in isi


def test_gaji_terisi_dari_golongan_sendiri(keluarga):
    _, klien = keluarga
    jawab = klien["diri"].get("/penggajian/gaji/")
    assert jawab.context["golongan"] == "III/a"
    assert jawab.context["gaji"].rupiah


def test_penghasilan_sendiri_merinci_tiap_komponen(keluarga):
    _, klien = keluarga
    isi = tulis(klien["diri"].get("/penggajian/penghasilan/saya/"))
    for kata in (
        "Tunjangan suami atau istri",
        "10% x Rp",
        "BAYU KECIL: Memenuhi syarat",
        "DEWI BESAR",
        "3 jiwa x Rp72.420",
    ):
        assert kata in isi
    assert "Rp185.000" in isi  # tunjangan umum golongan III
    # III/a row 0 is 2.785.700; spouse 278.570 and one child 55.714 stand on the pay list.
    assert "Iuran pensiun" in isi
    assert "4,75% x Rp3.119.984 = Rp148.199" in isi
    assert "Setelah iuran wajib" in isi


def test_penghasilan_bagi_yang_tak_boleh_membaca_keluarga_hanya_jumlah(keluarga):
    p, klien = keluarga
    url = f"/penggajian/penghasilan/{p.nip}/"
    sendiri = klien["diri"].get("/penggajian/penghasilan/saya/").context["hasil"]
    kepala = klien["kepala"].get(url)
    isi = tulis(kepala)
    assert "SUWARNO" not in isi
    assert "BAYU" not in isi
    assert "jiwa" not in isi
    assert "4,75%" not in isi, "iuran menyingkap banyaknya tanggungan"
    assert kepala.context["hasil"].diterima is None
    assert kepala.context["hasil"].jumlah == sendiri.jumlah
    assert kepala.context["hasil"].keluarga
    assert not AksesSensitif.objects.exists()
    assert "BAYU KECIL" in tulis(klien["operator"].get(url))
    assert AksesSensitif.objects.get().data == "keluarga"
    assert klien["lain"].get(url).status_code == 404


def test_tanggungan_yang_mencapai_batas_usia(keluarga):
    _, klien = keluarga
    isi = tulis(klien["operator"].get("/penggajian/tanggungan/"))
    assert "DEWI BESAR" in isi
    assert "usia 21 tahun" in isi
    assert "sudah lewat" in isi
    assert "BAYU KECIL" not in isi
    assert "DEWI BESAR" not in tulis(klien["operator"].get("/penggajian/tanggungan/", {"waktu": "nanti"}))
    assert klien["kepala"].get("/penggajian/tanggungan/").status_code == 403
    baris = lembar(klien["operator"].get("/penggajian/tanggungan/ekspor/"))
    assert [b[3] for b in baris] == ["ANAK", "DEWI BESAR"]


def test_pantauan_kgb_menurut_keadaan_surat(kantor, django_assert_max_num_queries):  # noqa: F811 - the fixture above
    staf = kantor["klien"]["staf"]
    url, kueri = "/penggajian/kgb/", {"bulan": "2027-01"}
    jawab = staf.get(url, kueri)
    assert jawab.context["jumlah"] == {"belum": 6, "proses": 0, "terbit": 0}
    assert f"{jawab.context['bulan']:%Y-%m}" == "2027-01"
    # Whose last result is Kurang can be put off from here, by one press.
    assert tulis(jawab).count("Usulkan penundaan") == 1
    assert {b["orang"].nama for b in jawab.context["baris"] if b["tunda"]} == {"KURANG 0"}
    assert tulis(kantor["klien"]["operator"].get(url, kueri)).count("Usulkan penundaan") == 1
    ajukan(staf, *kantor["disdik"][:2])
    with django_assert_max_num_queries(12):
        jawab = staf.get(url, kueri)
    assert jawab.context["jumlah"] == {"belum": 4, "proses": 2, "terbit": 0}
    assert "Verifikasi nominatif" in tulis(jawab)
    assert {b["orang"].nama for b in staf.get(url, kueri | {"keadaan": "proses"}).context["baris"]} == {
        "DISDIK 0",
        "DISDIK 1",
    }
    # Whom a later night finds no longer due keeps his place by his usulan.
    JatuhTempo.objects.filter(pegawai_id=kantor["disdik"][0].pk, jenis="kgb").delete()
    assert "DISDIK 0" in {b["orang"].nama for b in staf.get(url, kueri).context["baris"]}
    assert kantor["klien"]["lain"].get(url, kueri).context["jumlah"]["belum"] == 1
    baris = lembar(staf.get(f"{url}ekspor/", kueri | {"keadaan": "belum", "q": "DINKES"}))
    assert [b[2] for b in baris] == ["NAMA", "DINKES 0"]


def test_pantauan_kgb_sebelum_malam_pertama(keluarga):
    _, klien = keluarga
    assert "Belum dihitung" in tulis(klien["operator"].get("/penggajian/kgb/"))
