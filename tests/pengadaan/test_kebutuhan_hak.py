"""Usul formasi: siapa berbuat apa juga di luar halaman, langkah Sekretaris, daftar tugas, dan pengingat yang terlambat."""

from datetime import date

import pytest

from kepegawaian import tugas
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pemberitahuan
from layanan.galat import BukanWewenang
from pengadaan.kebutuhan import pengingat, rencana as modul_rencana, usul
from pengadaan.models import UsulFormasi
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai
from tests.pengadaan import kebutuhan_orang
from tests.pengadaan.kebutuhan_orang import KINI
from tests.pengadaan.test_kebutuhan_formasi import TAHUN, alamat, butuh, rencana

pytestmark = pytest.mark.django_db
kantor = kebutuhan_orang.kantor


def sampai_susun(kantor):
    """The usul of one accepted plan, at the Kasubbid."""
    butuh(3)
    opi, r = rencana(kantor)
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    r.refresh_from_db()
    kantor.masuk("kasub").post(alamat("rencana_lakukan", r.pk, "terima"), {"versi": r.versi})
    return usul.rekap(TAHUN, oleh=kantor.oleh("kasub")), r


def test_perbuatan_menolak_yang_bukan_gilirannya_juga_di_luar_halaman(kantor):
    butuh(3)
    _, r = rencana(kantor)
    with pytest.raises(BukanWewenang, match="bukan unit yang Anda layani"):
        modul_rencana.isi_sendiri(r.pk, r.versi, oleh=kantor.oleh("olan"))
    modul_rencana.pindah(r.pk, r.versi, "ajukan", oleh=kantor.oleh("opi"))
    with pytest.raises(BukanWewenang, match="menunggu pejabat lain"):
        modul_rencana.pindah(r.pk, None, "terima", oleh=kantor.oleh("opi"))
    with pytest.raises(BukanWewenang, match="Subbidang Formasi"):
        usul.rekap(TAHUN, oleh=kantor.oleh("staf12"))
    modul_rencana.pindah(r.pk, None, "terima", oleh=kantor.oleh("kasub"))
    u = usul.rekap(TAHUN, oleh=kantor.oleh("kasub"))
    for nama in ("opi", "sari", "kabid", "irma"):
        with pytest.raises(BukanWewenang):
            usul.setujui(u.pk, u.versi, oleh=kantor.oleh(nama))
    with pytest.raises(BukanWewenang):
        usul.keluarkan(u.pk, u.versi, r.pk, oleh=kantor.oleh("sari"))
    with pytest.raises(BukanWewenang, match="petugas perekamnya"):
        usul.sahkan(u.pk, u.versi, pdf(), oleh=kantor.oleh("kaban"))
    u.refresh_from_db()
    assert u.status == "susun"


def test_sekretaris_memutus_antara_kabid_dan_kepala_badan(kantor):
    u, _ = sampai_susun(kantor)
    sekretaris = buat_pegawai(
        nama="SEKRETARIS UJI", unit="SEKRET", jabatan="KEPALA-SEKRET", golongan="IV/b", batch=kantor.batch
    )
    kantor.akun["sekretaris"] = buat_akun(sekretaris)
    for nama, status in (("kasub", "kabid"), ("kabid", "sekretaris"), ("sekretaris", "kaban"), ("kaban", "sekda")):
        if nama == "sekretaris":
            assert [b.judul for b in butir(kantor, nama)] == [f"Usul formasi {TAHUN} menunggu Anda"]
            with pytest.raises(BukanWewenang):
                usul.setujui(u.pk, u.versi, oleh=kantor.oleh("kaban"))
        u = usul.setujui(u.pk, u.versi, oleh=kantor.oleh(nama))
        assert u.status == status
    # back from the Sekda to the Kasubbid, and the Sekretaris returns it too
    u = usul.kembalikan(u.pk, u.versi, "Periksa lagi.", oleh=kantor.oleh("sekda"))
    assert u.status == "susun"


def butir(kantor, nama):
    """What the task list of a person holds of the usul formasi."""
    semua = tugas.susun(kantor.oleh(nama).hak, KINI, acuan_kini())
    return [b for b in semua if "formasi" in b.judul.lower() or "rencana" in b.judul.lower()]


def test_daftar_tugas_menyebut_rencana_dan_usul_bagi_pemegangnya(kantor):
    butuh(3)
    opi, r = rencana(kantor)
    opi.post(alamat("rencana_lakukan", r.pk, "ajukan"), {"versi": r.versi})
    assert [b.judul for b in butir(kantor, "kasub")] == [f"Periksa rencana kebutuhan {TAHUN}: {r.opd.nama}"]
    assert butir(kantor, "kabid") == []
    modul_rencana.pindah(r.pk, None, "kembalikan", oleh=kantor.oleh("kasub"), catatan="Lengkapi pendidikan.")
    (satu,) = butir(kantor, "opi")
    assert satu.uraian.endswith("Diminta: Lengkapi pendidikan.")
    assert satu.tenggat == date(TAHUN - 1, 3, 31)
    assert butir(kantor, "olan") == []


def test_usul_yang_terlambat_diingatkan_sekali_kepada_pemegang_langkahnya(kantor):
    u, _ = sampai_susun(kantor)
    UsulFormasi.objects.filter(pk=u.pk).update(tahun=KINI.year)  # its limit was 31 March of last year
    assert pengingat.ingatkan(KINI) == 1
    assert pengingat.ingatkan(KINI) == 1
    kabar = Pemberitahuan.objects.filter(judul__contains="sudah terlambat")
    assert list(kabar.values_list("pengguna_id", flat=True)) == [kantor.akun["kasub"].pk]
    u.refresh_from_db()
    usul.setujui(u.pk, u.versi, oleh=kantor.oleh("kasub"))
    pengingat.ingatkan(KINI)
    assert set(kabar.values_list("pengguna_id", flat=True)) == {kantor.akun["kasub"].pk, kantor.akun["kabid"].pk}
    UsulFormasi.objects.filter(pk=u.pk).update(tahun=KINI.year + 2)
    assert pengingat.ingatkan(date(KINI.year + 1, 3, 31)) == 0
