"""SK kolektif: satu nomor, satu lampiran, satu petikan tiap orang; berlaku bersama, mundur bersama."""

import html
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian.models import Dosir, Jejak, Naskah, NaskahPegawai, Pegawai, RiwayatPendidikan
from layanan import alur, katalog, naskah, pratinjau, templat_kantor
from layanan.katalog import BagianNaskah, SkKolektif, TemplatNaskah
from layanan.models import NomorTerpakai, Usulan, VersiTemplat
from tests.dunia_bersama import bersama
from tests.layanan.conftest import LayananUji, pdf
from tests.layanan.test_alur import ajukan, maju, segar
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


class LayananKolektif(LayananUji):
    """As the layanan of the tests, with a collective decree."""

    slug = "uji-kolektif"
    nama = "Layanan uji kolektif"
    kolektif = SkKolektif(
        naskah=TemplatNaskah(
            "sk", "naskah/kolektif.html", "UJI", "Keputusan kolektif uji", "UJI/{urut}/{tahun}",
            (BagianNaskah("diktum", "Diktum", "Nama dalam lajur 2 lampiran.", "diktum"),), (("penetap", "Bupati"),),
        ),
        umum=lambda d: {"kop": {"pejabat": "BUPATI LAMONGAN"}, "judul": "KEPUTUSAN BUPATI", "tentang": "UJI",
                        "tempat": "Lamongan", "penetap": d["penetap"], "tanda_tangan": {"jabatan": "Bupati", "nama": ""}},
        kolom=(("Nama", lambda d: [d["nama"]]),),
    )  # fmt: skip

    def data_naskah(self, konteks):
        return {
            "nama": konteks.profil.nama, "penetap": "Bupati Lamongan", "kop": {"pejabat": "BUPATI LAMONGAN"},
            "judul": "PETIKAN", "tanda_tangan": {"jabatan": "Bupati", "nama": ""}, "tempat": "Lamongan",
            "pegawai": {"nama": konteks.profil.nama, "nip": konteks.profil.nip},
        }  # fmt: skip


@contextmanager
def terdaftar():
    katalog.daftarkan(LayananKolektif)
    try:
        yield katalog.ambil("uji-kolektif")
    finally:
        katalog._daftar.pop("uji-kolektif")


@pytest.fixture(autouse=True)
def layanan(db):
    with terdaftar() as satu:
        yield satu


@pytest.fixture
@bersama
def tiga(orang):
    """As ``buat_tiga``."""
    with terdaftar() as layanan:
        return buat_tiga(layanan, orang)


def buat_tiga(layanan, orang):
    """Three of DISDIK at the step that takes a number; the third falls into golongan I afterwards, which UJI-2 forbids."""
    orang.anton = buat_pegawai(nama="Anton Wibowo", unit="DISDIK", golongan="II/d")
    orang.rina = buat_pegawai(nama="Rina Melati", unit="DISDIK", golongan="II/d")
    for nama in ("anton", "rina"):
        setattr(orang, f"akun_{nama}", buat_akun(getattr(orang, nama)))
    hasil = []
    for nama in ("ani", "anton", "rina"):
        u = maju(ajukan(layanan, orang, pegawai=nama), orang, "kadis", "citra", "kabid", "dewi")
        hasil.append(
            alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
        )
    return hasil


def pilih(*usulan):
    return {"pilih": [f"{segar(u).nomor}:{segar(u).versi_baris}" for u in usulan]}


def kolektif(tiga, orang):
    sk, gagal = alur.tetapkan_kolektif([(u, segar(u).versi_baris) for u in tiga], oleh=orang.oleh("citra"))
    assert gagal == {}
    return sk


def test_satu_nomor_satu_lampiran_dan_yang_tidak_memenuhi_tidak_ikut(tiga, orang, client):
    ani, anton, rina = tiga
    tambah(orang.rina, "pangkat", golongan_id="I/d", tmt="2026-11-01")
    masuk(client, orang.akun_citra)
    assert "Tetapkan kolektif" in client.get(reverse("layanan:kotak_list")).content.decode()
    isi = client.post(reverse("layanan:kotak_kolektif"), pilih(*tiga)).content.decode()
    assert "Tetapkan satu SK bagi 3 orang" in isi
    assert not Naskah.objects.exists(), "konfirmasi belum menetapkan apa pun"
    isi = client.post(reverse("layanan:kotak_kolektif"), pilih(*tiga) | {"sah": "1"}).content.decode()
    assert "2 ditetapkan, 1 tidak" in isi
    assert "Golongan I" in isi
    sk = Naskah.objects.get()
    assert (sk.nomor, NomorTerpakai.objects.count()) == ("UJI/1/2026", 1)
    assert [b[0] for b in sk.data["baris"]] == [["Ani Lestari"], ["Anton Wibowo"]]
    assert [np.data["naskah"]["nama"] for np in sk.isi.order_by("pk")] == ["Ani Lestari", "Anton Wibowo"]
    assert {segar(u).langkah_kini.kode for u in (ani, anton)} == {"tanda_tangan"}
    assert segar(rina).langkah_kini.kode == "penetapan"


def test_kurang_dari_dua_orang_tidak_menjadi_sk_kolektif(tiga, orang):
    sk, gagal = alur.tetapkan_kolektif([(tiga[0], segar(tiga[0]).versi_baris), (tiga[1], 0)], oleh=orang.oleh("citra"))
    assert sk is None
    assert set(gagal) == {tiga[0].nomor, tiga[1].nomor}
    assert not Naskah.objects.exists()
    assert not NomorTerpakai.objects.exists()


def test_dicetak_dengan_lampiran_dan_petikan_tiap_orang(tiga, orang):
    sk = kolektif(tiga, orang)
    assert naskah.cetak(sk.pk) is True
    assert naskah.cetak(sk.pk) is False
    sk.refresh_from_db()
    teks = "\n".join(h.extract_text() for h in PdfReader(sk.berkas_cetak.open("rb")).pages)
    assert "LAMPIRAN KEPUTUSAN BUPATI" in teks
    assert all(nama in teks for nama in ("Ani Lestari", "Anton Wibowo", "Rina Melati"))
    petikan = list(NaskahPegawai.objects.filter(naskah=sk))
    assert len({np.hash_petikan for np in petikan}) == 3
    milik_ani = next(np for np in petikan if np.pegawai_id == orang.ani.pk)
    teks = "\n".join(h.extract_text() for h in PdfReader(milik_ani.berkas_petikan.open("rb")).pages)
    assert "Ani Lestari" in teks
    assert "Anton" not in teks
    assert sk.nomor in teks


def test_satu_tanda_tangan_memberlakukan_bagi_semua_sekali(tiga, orang):
    sk = kolektif(tiga, orang)
    naskah.cetak(sk.pk)
    u = segar(tiga[1])
    alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    assert {segar(x).langkah_kini.kode for x in tiga} == {"serahkan"}
    assert sorted(RiwayatPendidikan.objects.values_list("pegawai_id", flat=True)) == sorted(
        [orang.ani.pk, orang.anton.pk, orang.rina.pk]
    )
    sk.refresh_from_db()
    assert (sk.tahap, sk.status) == ("ditandatangani", "berlaku")
    # in each dosir lies his own petikan, never the list of all
    sidik = {np.pegawai_id: np.hash_petikan for np in sk.isi.all()}
    assert dict(Dosir.objects.filter(jenis="sk").values_list("pegawai_id", "sha256")) == sidik


def test_dikembalikan_satu_membatalkan_nomor_dan_yang_lain_mundur(tiga, orang):
    sk = kolektif(tiga, orang)
    naskah.cetak(sk.pk)
    u = segar(tiga[0])
    alur.kembalikan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, alasan="Nama keliru.")
    sk.refresh_from_db()
    assert sk.tahap == "batal"
    assert segar(tiga[0]).status == "dikembalikan"
    assert {segar(x).langkah_kini.kode for x in tiga[1:]} == {"penetapan"}
    ulang, gagal = alur.tetapkan_kolektif([(x, segar(x).versi_baris) for x in tiga[1:]], oleh=orang.oleh("citra"))
    assert (ulang.nomor, gagal) == ("UJI/2/2026", {})


def test_pegawai_hanya_mengunduh_petikannya(tiga, orang, client):
    sk = kolektif(tiga, orang)
    naskah.cetak(sk.pk)
    masuk(client, orang.akun_ani)
    jawab = client.get(reverse("layanan:naskah_download", args=[sk.pk]))
    isi = b"".join(jawab.streaming_content)
    milik = NaskahPegawai.objects.get(naskah=sk, pegawai=orang.ani)
    assert isi == milik.berkas_petikan.open("rb").read()
    assert client.get(reverse("layanan:petikan_download", args=[sk.pk, orang.anton.nip])).status_code == 404
    masuk(client, orang.akun_budi)  # the operator serves all three
    jawab = client.get(reverse("layanan:naskah_download", args=[sk.pk]))
    assert b"".join(jawab.streaming_content) == Naskah.objects.get(pk=sk.pk).berkas_cetak.open("rb").read()
    masuk(client, orang.akun_eko)
    assert client.get(reverse("layanan:naskah_download", args=[sk.pk])).status_code == 404


def test_dua_penanda_tangan_bersamaan_tidak_saling_mengunci(tiga, orang):
    """Whoever comes second finds that the naskah stands; both lock the same rows in the same order."""
    sk = kolektif(tiga, orang)
    naskah.cetak(sk.pk)
    satu, dua = segar(tiga[0]), segar(tiga[1])
    alur.sahkan(satu, oleh=orang.oleh("perekam"), versi=satu.versi_baris, file=pdf())
    with pytest.raises(Exception, match="sudah berubah"):
        alur.sahkan(dua, oleh=orang.oleh("perekam"), versi=dua.versi_baris, file=pdf())
    assert RiwayatPendidikan.objects.count() == 3
    assert Usulan.objects.filter(langkah_kini__kode="serahkan").count() == 3
    assert Pegawai.objects.filter(riwayatpendidikan__isnull=False).distinct().count() == 3


# ── paraf, wording, and what is seen beforehand ──────────────────────────────────────────────────────


@pytest.fixture
def berparaf(layanan, monkeypatch):
    """Kepala BKD initials the drafts on their way."""
    alur_baru = tuple(replace(s, paraf=True) if s.kode == "kaban" else s for s in layanan.alur)
    monkeypatch.setattr(LayananKolektif, "alur", alur_baru)


def test_paraf_dan_versi_templat_beku_pada_keputusannya(berparaf, layanan, orang):
    sk = kolektif(buat_tiga(layanan, orang), orang)
    assert [p["jabatan"] for p in sk.data["paraf"]] == [orang.oleh("dewi").hak.kantor[0].sebutan]
    assert sk.data["versi_templat"] == {"id": None, "versi": 0}
    assert sk.data["diktum"] == [{"urutan": "KESATU", "isi": "Nama dalam lajur 2 lampiran."}]
    assert {np.data["naskah"]["pengesah"]["nama"] for np in sk.isi.all()} == {orang.dewi.kini.nama_lengkap}


def test_kata_kata_keputusan_kolektif_diubah_kantor(tiga, orang, client):
    """A key of its own: written by the staff, put into force by an official, printed in the next decree."""
    konsep = "/setelan/templat/uji-kolektif_kolektif/konsep/"
    assert (
        "Layanan uji kolektif, SK kolektif"
        in masuk(client, orang.akun_citra).get("/setelan/templat/").content.decode()
    )
    isi = {"bagian_diktum": "Bagi {{ d.banyak_orang }} orang.", "alasan": "Nota dinas 1/2026", "semula": ""}
    assert client.post(konsep, isi).status_code == 400, "nama yang tidak dinyatakan ditolak"
    assert client.post(konsep, isi | {"bagian_diktum": "Oleh {{ d.penetap }}."}).status_code == 302
    nilai = client.get(konsep, {"usulan": tiga[0].nomor}).content.decode()
    assert "d.penetap</code><small>Bupati Lamongan" in nilai
    versi = VersiTemplat.objects.get()
    assert (versi.layanan, versi.status) == ("uji-kolektif_kolektif", "konsep")
    halaman = client.get("/setelan/templat/uji-kolektif_kolektif/1/").content.decode()
    assert "belum dilihat pada usulan nyata" in halaman
    lembar = f"/usulan/{tiga[0].nomor}/pratinjau/lembar/?versi=1&kolektif=1"
    assert lembar.replace("lembar/", "").replace("&", "&amp;") in halaman
    konsep = client.get(lembar).content.decode()
    assert "Oleh Bupati Lamongan." in konsep
    assert "LAMPIRAN" in konsep
    assert client.get(lembar.replace("uji-kolektif", "x").replace("&kolektif=1", "")).status_code == 404
    masuk(client, orang.akun_dewi).post(
        "/setelan/templat/uji-kolektif_kolektif/1/berlakukan/",
        {"berlaku_sejak": timezone.localdate().isoformat(), "dilihat": templat_kantor.sidik(versi.bagian)},
    )
    versi.refresh_from_db()
    assert versi.status == "berlaku"
    oleh = orang.oleh("citra", timezone.now())
    sk, _ = alur.tetapkan_kolektif([(u, segar(u).versi_baris) for u in tiga], oleh=oleh)
    assert sk.data["diktum"] == [{"urutan": "KESATU", "isi": "Oleh Bupati Lamongan."}]
    assert sk.data["versi_templat"] == {"id": versi.pk, "versi": 1}


def test_konsep_dilihat_sebelum_nomor_diambil(tiga, orang, client):
    """Decree with lampiran and one petikan under the watermark; who does not meet the conditions is named; no number."""
    tambah(orang.rina, "pangkat", golongan_id="I/d", tmt="2026-11-01")
    masuk(client, orang.akun_citra)
    assert (
        reverse("layanan:kolektif_konsep")
        in client.post(reverse("layanan:kotak_kolektif"), pilih(*tiga)).content.decode()
    )
    jawab = client.post(reverse("layanan:kolektif_konsep"), pilih(*tiga))
    isi = html.unescape(jawab.content.decode())
    assert jawab["Cache-Control"] == "no-store"
    assert f"{tiga[2].nomor} Usulan belum memenuhi syarat" in isi
    assert isi.count(pratinjau.TANDA_AIR) == 2
    assert "LAMPIRAN KEPUTUSAN BUPATI" in isi
    assert "Anton Wibowo" in isi
    assert "sesuai dengan aslinya" in isi
    assert not NomorTerpakai.objects.exists()
    assert Jejak.objects.filter(aksi="naskah_pratinjau").count() == 2
    masuk(client, orang.akun_budi)  # the operator waits for nothing
    assert client.post(reverse("layanan:kolektif_konsep"), pilih(*tiga)).status_code == 302


def test_halaman_usulan_menyebut_sk_kolektif_sebelum_membatalkannya(tiga, orang, client):
    url = reverse("layanan:usulan_detail", args=[tiga[0].nomor])
    assert "SK kolektif" not in masuk(client, orang.akun_citra).get(url).content.decode()
    sk = kolektif(tiga, orang)
    naskah.cetak(sk.pk)
    isi = masuk(client, orang.akun_perekam).get(url).content.decode()
    assert "SK kolektif bagi 3 orang." in isi
    assert reverse("layanan:naskah_detail", args=[sk.pk]) in isi
    formulir = isi[isi.index(reverse("layanan:usulan_kembalikan", args=[tiga[0].nomor])) :]
    assert f"Nomor {sk.nomor} batal bagi 3 orang" in formulir[: formulir.index("</form>")]
    u = segar(tiga[0])
    alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    assert "SK kolektif bagi" not in client.get(url).content.decode(), "yang sudah sah tidak lagi dapat dibatalkan"
