"""SK kolektif ditandatangani secara elektronik: satu naskah satu permintaan, semua usulannya dilaporkan bersamanya."""

import pytest
from django.urls import reverse

from kepegawaian.models import Naskah, Pegawai, RiwayatPendidikan
from layanan import alur, katalog, naskah as modul_naskah, tanda_tangan
from layanan.galat import DitolakAlur
from layanan.katalog import SkKolektif, TemplatNaskah
from layanan.models import BatchTte, PermintaanTte
from tests.layanan.test_alur import segar
from tests.layanan.ttd import SANDI, LayananTte, kunci, menunggu_ttd
from tests.pabrik import buat_pegawai, masuk

pytestmark = pytest.mark.django_db


class LayananKolektifTte(LayananTte):
    """Signed by Kepala BKD, with a collective decree."""

    slug = "uji-kolektif-tte"
    nama = "Layanan uji kolektif elektronik"
    kolektif = SkKolektif(
        naskah=TemplatNaskah("sk", "naskah/kolektif.html", "TTE", "Keputusan kolektif uji", "TTE/{urut}/{tahun}"),
        umum=lambda d: d | {"kop": {"pejabat": "KEPALA"}, "judul": "KEPUTUSAN", "tentang": "UJI"},
        kolom=(("Nama", lambda d: [d["nama"]]),),
    )


@pytest.fixture
def layanan(kantor):
    katalog.daftarkan(LayananKolektifTte)
    yield katalog.ambil("uji-kolektif-tte")
    katalog._daftar.pop("uji-kolektif-tte")


@pytest.fixture
def tiga(layanan, kantor):
    """Three usulan in one printed collective naskah that waits for dewi."""
    daftar = []
    for i in range(3):
        pk = buat_pegawai(nama=f"Rekan {i}", unit="DISDIK", golongan="II/d").pk
        oleh = kantor.oleh("citra")
        u = alur.buat_draf(layanan, Pegawai.objects.select_related("kini").get(pk=pk), oleh=oleh)
        daftar.append(alur.ajukan(u, oleh=oleh, versi=u.versi_baris))
    sk, gagal = alur.tetapkan_kolektif([(u, u.versi_baris) for u in daftar], oleh=kantor.oleh("citra"))
    assert gagal == {}
    assert modul_naskah.cetak(sk.pk)
    return [segar(u) for u in daftar]


@pytest.fixture
def dewi(client, kantor):
    return masuk(client, kantor.akun_dewi)


def test_memilih_semua_rekan_menjadi_satu_permintaan(
    kantor, tiga, dewi, tugas_langsung, django_capture_on_commit_callbacks
):
    sendiri = menunggu_ttd(kantor, "Orang Lain")
    pilih = {"pilih": kunci(*tiga, sendiri)}
    halaman = dewi.post(reverse("layanan:kotak_tandatangani"), pilih).content.decode()
    assert "Tandatangani 2 naskah" in halaman
    assert "satu tanda tangan berlaku bagi 3 orang" in halaman
    assert all(f'value="{k}"' in halaman for k in pilih["pilih"])
    with django_capture_on_commit_callbacks(execute=True):
        jawab = dewi.post(reverse("layanan:tte_create"), pilih | {"sandi": SANDI}, follow=True)
    isi = jawab.content.decode()
    assert "sedang ditandatangani secara elektronik" not in isi
    isi = dewi.get(jawab.redirect_chain[-1][0]).content.decode()
    assert "2 dari 2 naskah ditandatangani." in isi
    assert "berlaku bagi 3 usulan" in isi
    assert all(u.nomor in isi for u in tiga)
    assert sorted(PermintaanTte.objects.values_list("status", flat=True)) == ["selesai", "selesai"]
    assert {segar(u).status for u in (*tiga, sendiri)} == {"selesai"}
    assert RiwayatPendidikan.objects.count() == 4
    assert Naskah.objects.filter(tahap="ditandatangani").count() == 2


def test_satu_rekan_basi_menahan_naskahnya_bukan_yang_lain(kantor, tiga, dewi):
    """One naskah is signed for all of the chosen or for none; each of them is reported."""
    sendiri = menunggu_ttd(kantor, "Orang Lain")
    pilihan = [(u, u.versi_baris) for u in (*tiga[:2], sendiri)] + [(tiga[2], tiga[2].versi_baris - 1)]
    batch, gagal = tanda_tangan.minta(pilihan, oleh=kantor.oleh("dewi"), sandi=SANDI)
    assert {nomor for nomor, _ in gagal} == {u.nomor for u in tiga}
    assert [p.usulan_id for p in batch.permintaan.all()] == [sendiri.pk]
    with pytest.raises(DitolakAlur):
        tanda_tangan.minta(pilihan[:2] + pilihan[3:], oleh=kantor.oleh("dewi"), sandi=SANDI)
    assert BatchTte.objects.count() == 1


def test_halaman_rekan_menyebut_penandatanganan_yang_berjalan(kantor, tiga, dewi):
    tanda_tangan.minta([(tiga[0], tiga[0].versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    isi = dewi.get(reverse("layanan:usulan_detail", args=[tiga[2].nomor])).content.decode()
    assert "Sedang ditandatangani." in isi
    assert "Tindakan Anda" not in isi
