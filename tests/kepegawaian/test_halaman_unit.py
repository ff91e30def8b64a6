"""Unit kerja: pohon dengan kepala, jumlah, jabatan kosong; tahan terhadap lingkaran."""

from datetime import date

from kepegawaian.models import UnitKerja
from tests.pabrik import jabatan_kode, tambah, unit_kode


def test_pohon_opd_dengan_kepala_dan_jumlah(orang, django_assert_max_num_queries):
    disdik = unit_kode("DISDIK")
    ani = orang.masuk("ani")
    ani.get(f"/unit/{disdik.pk}/")
    with django_assert_max_num_queries(12):
        jawab = ani.get(f"/unit/{disdik.pk}/")
    pohon = jawab.context["pohon"]
    assert pohon.pegawai == 4
    assert [o.nama for _, o in pohon.kepala.pemangku] == ["DEWI KARTIKA"]
    assert len(jawab.content) < 60_000
    sekolah = ani.get(f"/unit/{disdik.pk}/?q=sdn+14+babat").context["potongan"].butir
    assert [(s.unit.nama, s.pegawai, s.kosong) for s in sekolah] == [("SDN 14 Babat", 2, 0)]


def test_jabatan_kosong_dihitung_dan_plt_disebut(orang):
    sub = unit_kode("SUB12")
    pohon = orang.masuk("ani").get(f"/unit/{sub.pk}/").context["pohon"]
    assert (pohon.kosong, pohon.kepala.pemangku) == (1, [])
    tambah(
        orang.citra,
        "jabatan",
        penugasan="PLT",
        jabatan=jabatan_kode("KEPALA-SUB12"),
        tmt=date.today(),
        sampai=date.today(),
    )
    jawab = orang.masuk("ani").get(f"/unit/{sub.pk}/")
    assert [(s, o.nama) for s, o in jawab.context["pohon"].kepala.pemangku] == [("Plt. ", "CITRA DEWANTI")]
    assert jawab.context["pohon"].kosong == 1
    assert "Plt. CITRA DEWANTI" in jawab.content.decode()


def test_unit_yang_sudah_berakhir_tidak_tampil(orang):
    isi = orang.masuk("ani").get("/unit/").content.decode()
    assert "Badan Kepegawaian dan Pengembangan" in isi
    assert "Badan Kepegawaian Daerah" not in isi
    assert len(isi) < 60_000


# Complaint 18: the chart loops when A reports to B and B to A.


def test_lingkaran_induk_tidak_menghentikan_halaman_dan_disebut_kepada_bkd(orang):
    a, b = unit_kode("DISDIK-BID1"), unit_kode("DISDIK-BID2")
    UnitKerja.objects.filter(pk=a.pk).update(induk=b)
    UnitKerja.objects.filter(pk=b.pk).update(induk=a)
    disdik = unit_kode("DISDIK").pk
    jawab = orang.masuk("citra").get(f"/unit/{disdik}/")
    assert jawab.context["terlepas"] >= 2
    assert "terlepas dari pohon" in jawab.content.decode()
    assert "terlepas" not in orang.masuk("ani").get(f"/unit/{disdik}/").content.decode()
    assert orang.masuk("ani").get(f"/unit/{a.pk}/").status_code == 404


def test_tautan_daftar_pegawai_hanya_bagi_yang_mencakup(orang):
    disdik = unit_kode("DISDIK").pk
    assert "Daftar pegawainya" in orang.masuk("dewi").get(f"/unit/{disdik}/").content.decode()
    assert "Daftar pegawainya" not in orang.masuk("eko").get(f"/unit/{disdik}/").content.decode()
    assert "19860517" not in orang.masuk("eko").get(f"/unit/{disdik}/").content.decode()
