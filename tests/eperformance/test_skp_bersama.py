"""Penilai dan bawahannya: SKP bawahan, matriks peran hasil, dialog, pohon peran, lewat halamannya."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from eperformance import siklus
from eperformance.models import CatatanSkp, HasilKerja, PeranHasil, Skp
from eperformance.skp import bawahan, dialog, matriks
from kepegawaian.models import Pemberitahuan, ProfilKini
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI, TAHUN, isi_skp, skp_ditetapkan
from tests.pabrik import buat_pegawai

BATAS_KUERI = 12


def url(nama, *argumen):
    return reverse(f"eperformance:{nama}", args=argumen)


@pytest.fixture
@bersama
def atasan(orang, periode):
    return isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), rencana="Kepangkatan tertib")


@pytest.fixture
@bersama
def ajuan(orang, periode, atasan):
    """SKP of ``pela`` and ``rekan`` that wait for ``kasub``."""
    hasil = []
    for nama in ("pela", "rekan"):
        skp = siklus.buka(getattr(orang, nama).pk, periode.pk, oleh=orang.oleh(nama))
        isi_skp(skp, induk=atasan)
        hasil.append(siklus.ajukan(skp.pk, oleh=orang.oleh(nama), versi=1))
    return hasil


# ── bawahan ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nama", "harapan"),
    [("kasub", {"PELA RAJIN", "REKAN SEBELAH"}), ("kabid", {"KASUB UJI"}), ("kaban", {"KABID UJI"}),
     ("kasub41", {"STAF KINERJA"}), ("pela", set())],
)  # fmt: skip
def test_bawahan_menurut_kantor(orang, nama, harapan):
    """The office of the head of BID4 is vacant: ``kasub41`` belongs to it all the same, not to the head of the agency."""
    kantor = orang.oleh(nama).hak.jabatan_ids
    assert {k.nama for k in bawahan.bawahan_jabatan(kantor, HARI_INI, kecuali=getattr(orang, nama).pk)} == harapan


def test_tanpa_skp_pun_tampil_dan_keadaan_di_url(orang, periode, atasan):
    k = orang.masuk("kasub")
    assert "Belum membuat SKP (2)" in k.get(url("skp_bawahan")).content.decode()
    siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    halaman = k.get(url("skp_bawahan") + "?keadaan=draf").content.decode()
    assert "PELA RAJIN" in halaman
    assert "REKAN SEBELAH" not in halaman


def test_menetapkan_banyak_sekaligus_tiap_satu_diberi_tahu(orang, ajuan):
    satu, dua = ajuan
    siklus.tarik(dua.pk, oleh=orang.oleh("rekan"), versi=2)
    jawab = orang.masuk("kasub").post(
        url("bawahan_tetapkan"), {"id": [f"{satu.pk}:2", f"{dua.pk}:2"], "tahun": TAHUN}, follow=True
    )
    isi = jawab.content.decode()
    assert "1 SKP ditetapkan." in isi
    assert "REKAN SEBELAH: SKP ini sudah berubah" in isi
    assert list(Skp.objects.filter(pk__in=[satu.pk, dua.pk]).order_by("pk").values_list("status", flat=True)) == [
        "ditetapkan",
        "draf",
    ]


def test_bukan_penilai_tidak_menetapkan_lewat_daftar(orang, ajuan):
    orang.masuk("kabid").post(url("bawahan_tetapkan"), {"id": [f"{ajuan[0].pk}:2"], "tahun": TAHUN})
    assert Skp.objects.get(pk=ajuan[0].pk).status == "diajukan"


def test_lencana_menghitung_yang_menunggu_saya(orang, ajuan):
    assert orang.oleh("kasub").hak.lencana["skp_menunggu"] == 2
    assert orang.oleh("kabid").hak.lencana["skp_menunggu"] == 0
    assert orang.oleh("pela").hak.lencana["skp_menunggu"] == 0


def test_perekam_melihat_kepala_opd(orang, periode):
    siklus.buka(orang.kaban.pk, periode.pk, oleh=orang.oleh("kaban"))
    halaman = orang.masuk("perekam").get(url("skp_bawahan")).content.decode()
    assert "KABAN UJI" in halaman
    assert "KABID UJI" not in halaman


def test_daftar_bawahan_berbiaya_tetap(orang, periode, atasan):
    k, banyak = orang.masuk("kasub"), []
    k.get(url("skp_bawahan"))
    for _ in range(2):
        with CaptureQueriesContext(connection) as tangkap:
            k.get(url("skp_bawahan"))
        banyak.append(len(tangkap))
        for n in range(6):
            p = buat_pegawai(nama=f"ORANG {n}", unit="SUB12", batch=orang.batch)
            if n % 2:
                siklus.buka(p.pk, periode.pk, oleh=orang.oleh("staf41"))
    assert banyak[0] == banyak[1] <= BATAS_KUERI, [q["sql"][:110] for q in tangkap]


def test_ekspor_daftar_bawahan(orang, ajuan):
    jawab = orang.masuk("kasub").get(url("bawahan_ekspor") + "?keadaan=diajukan")
    assert jawab.status_code == 200
    assert jawab["Content-Type"].endswith("sheet")


def test_sub41_mengganti_penilai_yang_jabatannya_kosong(orang, periode):
    skp = siklus.buka(orang.kasub41.pk, periode.pk, oleh=orang.oleh("kasub41"))
    baru = orang.oleh("kaban").hak.jabatan_ids[0]
    isi = {"jabatan": baru, "versi": 1, "alasan": "Jabatan kepala bidang kosong"}
    orang.masuk("kasub").post(url("skp_penilai", skp.pk), isi)
    assert Skp.objects.get(pk=skp.pk).penilai.kode == "KEPALA-BID4"
    orang.masuk("staf41").post(url("skp_penilai", skp.pk), isi | {"alasan": " "})
    assert Skp.objects.get(pk=skp.pk).penilai.kode == "KEPALA-BID4"
    orang.masuk("staf41").post(url("skp_penilai", skp.pk), isi)
    assert Skp.objects.get(pk=skp.pk).penilai.kode == "KEPALA-BKPSDM"


# ── matriks ──────────────────────────────────────────────────────────────────────────────────────────


def kunci(induk, pegawai):
    return f"s{induk.pk}o{pegawai.pk}"


def test_sel_diketik_diusulkan_dan_diambil_satu_klik(orang, periode, atasan):
    k, s = orang.masuk("kasub"), kunci(atasan, orang.pela)
    k.post(url("matriks"), {f"{s}-uraian": "Menyiapkan usul KP", f"{s}-id": "", f"{s}-versi": "", "tahun": TAHUN})
    sel = PeranHasil.objects.get()
    assert (sel.uraian, sel.pegawai) == ("Menyiapkan usul KP", orang.pela)
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], kunci__startswith="matriks:").count() == 1
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    pela = orang.masuk("pela")
    assert "Menyiapkan usul KP" in pela.get(url("skp_detail", skp.pk)).content.decode()
    pela.post(url("peran_ambil", skp.pk, sel.pk))
    pela.post(url("peran_ambil", skp.pk, sel.pk))  # twice: still once
    hasil = HasilKerja.objects.get(skp=skp)
    assert (hasil.rencana, hasil.induk) == ("Menyiapkan usul KP", atasan)
    assert PeranHasil.objects.get().hasil == hasil


def test_orang_lain_tidak_mengambil_peran_saya(orang, periode, atasan):
    sel = PeranHasil.objects.create(induk=atasan, pegawai=orang.pela, uraian="Milik pela")
    skp = siklus.buka(orang.rekan.pk, periode.pk, oleh=orang.oleh("rekan"))
    orang.masuk("rekan").post(url("peran_ambil", skp.pk, sel.pk))
    assert not HasilKerja.objects.filter(skp=skp).exists()


def test_dua_sesi_pada_satu_sel_tidak_saling_menimpa(orang, atasan):
    sel = PeranHasil.objects.create(induk=atasan, pegawai=orang.pela, uraian="Semula")
    s, alamat = kunci(atasan, orang.pela), url("matriks_simpan", atasan.skp_id)
    isi = {"baris": s, f"{s}-id": sel.pk, f"{s}-versi": 1}
    satu, dua = orang.masuk("kasub"), orang.masuk("kasub")
    assert satu.post(alamat, isi | {f"{s}-uraian": "Pertama"}).json()["versi"] == 2
    jawab = dua.post(alamat, isi | {f"{s}-uraian": "Kedua"})
    assert (jawab.status_code, jawab.json()["kini"]["uraian"]["nilai"]) == (409, "Pertama")
    jawab = dua.post(url("matriks"), isi | {f"{s}-uraian": "Kedua", "tahun": TAHUN})
    assert jawab.status_code == 409
    assert "Kedua" in jawab.content.decode()
    assert PeranHasil.objects.get().uraian == "Pertama"


def test_dua_sesi_mengisi_sel_kosong_yang_sama(orang, atasan):
    s, alamat = kunci(atasan, orang.pela), url("matriks_simpan", atasan.skp_id)
    k = orang.masuk("kasub")
    k.post(alamat, {"baris": s, f"{s}-uraian": "Pertama"})
    assert k.post(alamat, {"baris": s, f"{s}-uraian": "Kedua"}).status_code == 409
    assert PeranHasil.objects.get().uraian == "Pertama"


def test_kolom_dan_orang_tanpa_sel_ditandai(orang, atasan):
    isi_skp(atasan.skp, rencana="Rahasia jabatan")
    PeranHasil.objects.create(induk=atasan, pegawai=orang.pela, uraian="Ada")
    m = matriks.susun(Skp.objects.get(pk=atasan.skp_id), HARI_INI)
    assert [k.kosong for k in m.kolom] == [False, True]
    assert {b.kini.nama: b.kosong for b in m.baris} == {"PELA RAJIN": False, "REKAN SEBELAH": True}
    assert m.peringatan == ["1 hasil kerja belum dibagi kepada siapa pun", "1 orang belum mendapat peran"]
    lain = HasilKerja.objects.get(rencana="Rahasia jabatan")
    orang.masuk("kasub").post(url("matriks_sendiri", lain.pk), {"sendiri": "1", "versi": 1})
    m = matriks.susun(Skp.objects.get(pk=atasan.skp_id), HARI_INI)
    assert m.peringatan == ["1 orang belum mendapat peran"]


def test_sel_orang_luar_dan_matriks_orang_lain_ditolak(orang, atasan):
    s = kunci(atasan, orang.eko)
    orang.masuk("kasub").post(url("matriks_simpan", atasan.skp_id), {"baris": s, f"{s}-uraian": "Bukan bawahan"})
    s = kunci(atasan, orang.pela)
    orang.masuk("kabid").post(url("matriks_simpan", atasan.skp_id), {"baris": s, f"{s}-uraian": "Bukan matriks saya"})
    assert not PeranHasil.objects.exists()


def test_peran_yang_belum_diambil_disebut_sebelum_diajukan(orang, periode, atasan):
    PeranHasil.objects.create(induk=atasan, pegawai=orang.pela, uraian="Menyiapkan usul KP")
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(skp, induk=atasan)
    halaman = orang.masuk("pela").get(url("skp_detail", skp.pk)).content.decode()
    assert "1 peran dari matriks atasan belum Anda ambil." in halaman
    assert siklus.ajukan(skp.pk, oleh=orang.oleh("pela"), versi=1).status == "diajukan"  # a warning only


# ── dialog ───────────────────────────────────────────────────────────────────────────────────────────


def test_dialog_memberi_kabar_dan_membukanya_membacanya(orang, ajuan):
    skp = ajuan[0]
    hasil = skp.hasil.get()
    kasub, pela = orang.masuk("kasub"), orang.masuk("pela")
    kasub.post(url("skp_dialog", skp.pk), {"perihal": f"hasil:{hasil.pk}", "isi": "Targetnya terlalu longgar."})
    catatan = CatatanSkp.objects.get()
    assert (catatan.hasil_id, catatan.isi) == (hasil.pk, "Targetnya terlalu longgar.")
    assert dialog.belum_dibaca(orang.akun["pela"], skp).count() == 1
    assert "1 catatan belum dibaca" in pela.get(url("skp_saya")).content.decode()
    assert "Targetnya terlalu longgar." in pela.get(url("skp_dialog", skp.pk)).content.decode()
    assert dialog.belum_dibaca(orang.akun["pela"], skp).count() == 0
    pela.post(url("skp_dialog", skp.pk), {"perihal": "perilaku:loyal", "isi": "Akan saya perbaiki."})
    assert dialog.belum_dibaca(orang.akun["kasub"], skp).count() == 1


@pytest.mark.parametrize("nama", ["rekan", "kabid", "staf41", "irma"])
def test_orang_luar_membaca_tetapi_tidak_bicara(orang, ajuan, nama):
    k = orang.masuk(nama)
    assert k.get(url("skp_dialog", ajuan[0].pk)).status_code == 200
    assert k.post(url("skp_dialog", ajuan[0].pk), {"isi": "Ikut campur"}).status_code == 403
    assert not CatatanSkp.objects.exists()


# ── pohon peran ──────────────────────────────────────────────────────────────────────────────────────


def test_pohon_peran_menggambar_tautan_sejauh_terlihat(orang, periode):
    puncak = isi_skp(siklus.buka(orang.kaban.pk, periode.pk, oleh=orang.oleh("kaban")), rencana="IP ASN naik")
    tengah = isi_skp(
        siklus.buka(orang.kabid.pk, periode.pk, oleh=orang.oleh("kabid")), induk=puncak, rencana="Mutasi tertib"
    )
    skp_ditetapkan(
        orang,
        periode,
        hasil_atasan=isi_skp(
            siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), induk=tengah, rencana="Pangkat tertib"
        ),
    )
    halaman = orang.masuk("kaban").get(url("pohon_peran")).content.decode()
    assert halaman.index("IP ASN naik") < halaman.index("Mutasi tertib") < halaman.index("Pangkat tertib")
    assert "1 turunan lagi" in halaman  # the fourth level is one link away
    dari = orang.masuk("kaban").get(url("pohon_peran") + f"?dari={tengah.pk}").content.decode()
    assert "Layanan kenaikan pangkat selesai tepat waktu" in dari
    assert orang.masuk("eko").get(url("pohon_peran") + f"?dari={tengah.pk}").status_code == 404
    assert orang.masuk("kaban").get(url("pohon_peran_ekspor")).status_code == 200


def test_bawahan_sama_dengan_penilai_satu_demi_satu(orang):
    """Set-based and one by one give the same."""
    from eperformance.penilai import Penilai, kepala_unit, penilai  # noqa: PLC0415 - the slow way, here only
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - as above

    acuan, kepala = acuan_kini(), kepala_unit(HARI_INI)
    for nama in ("kasub", "kabid", "kaban", "kasub41"):
        kantor = orang.oleh(nama).hak.jabatan_ids
        lama = {
            k.pk for k in ProfilKini.objects.filter(aktif=True, unit__isnull=False)
            if penilai(k.jabatan_id, k.unit_id, acuan, kepala) in {Penilai(j) for j in kantor}
        }  # fmt: skip
        assert {k.pk for k in bawahan.bawahan_jabatan(kantor, HARI_INI)} == lama
