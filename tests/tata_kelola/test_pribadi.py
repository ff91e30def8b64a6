"""Data pribadi: siapa yang membaca, salinan bagi pemiliknya saja dan sampai masanya habis, masa simpan yang tidak menghapus riwayat."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from axes.models import AccessLog
from django.utils import timezone

from kepegawaian import dosir, jejak
from kepegawaian.models import Dosir, Jejak, Pemberitahuan, RiwayatPangkat
from tata_kelola.models import SalinanData
from tata_kelola.pribadi import retensi, salinan, tujuan
from tests.layanan.conftest import pdf
from tests.pabrik import masuk
from tests.tata_kelola.conftest import ajukan

pytestmark = pytest.mark.django_db
MINTA = "/saya/data-pribadi/salinan/"


def isi_zip(jawab):
    arsip = zipfile.ZipFile(io.BytesIO(b"".join(jawab.streaming_content)))
    return json.loads(arsip.read("data.json")), arsip


@pytest.fixture
def jadi(client, kantor, layanan_uji, tugas_langsung, django_capture_on_commit_callbacks):
    """ani with a usulan, a paper of hers and one of a confidential case; her copy is made."""
    ajukan(layanan_uji, kantor)
    for jenis, riwayat in (("sk_pangkat", "pangkat"), ("lhp", "perkara")):
        dosir.simpan(kantor.ani.pk, jenis, dosir.terima(pdf(lebar=200 + len(jenis))), riwayat_jenis=riwayat)
    masuk(client, kantor.akun_ani)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(MINTA)
    return SalinanData.objects.get()


def test_salinan_memuat_data_sendiri_dan_dokumennya_tanpa_berkas_perkara(client, kantor, jadi):
    assert jadi.status == "jadi"
    jawab = client.get(f"{MINTA}{jadi.pk}/")
    data, arsip = isi_zip(jawab)
    assert jawab["Content-Disposition"].startswith("attachment")
    assert data["identitas"]["nip"] == kantor.ani.nip
    assert len(data["riwayat"]["pangkat"]) == RiwayatPangkat.objects.filter(pegawai=kantor.ani).count() > 0
    assert [u["layanan"] for u in data["usulan"]] == ["uji-mesin"]
    milik = Dosir.objects.get(pegawai=kantor.ani, riwayat_jenis="pangkat")
    assert sorted(b["jenis"] for b in data["berkas"]) == ["sk_pangkat", "surat_pengantar"]
    assert arsip.read(f"berkas/{milik.pk}-sk_pangkat.pdf") == milik.file.open("rb").read()
    assert kantor.eko.nip not in json.dumps(data)
    assert Pemberitahuan.objects.filter(pengguna=kantor.akun_ani, judul__contains="siap diunduh").exists()
    assert list(Jejak.objects.filter(aksi__startswith="salinan_").order_by("id").values_list("aksi", flat=True)) == [
        "salinan_minta",
        "salinan_unduh",
    ]


def test_salinan_hanya_bagi_pemiliknya_dan_sekali_sehari(client, kantor, jadi):
    assert "24 jam terakhir" in client.post(MINTA, follow=True).content.decode()
    assert SalinanData.objects.count() == 1
    for nama in ("eko", "citra", "dewi", "itwas", "admin"):
        assert masuk(client, getattr(kantor, f"akun_{nama}")).get(f"{MINTA}{jadi.pk}/").status_code == 404, nama


def test_salinan_yang_habis_masanya_dihapus_dan_yang_hilang_diulang(client, kantor, jadi):
    gudang, nama = jadi.file.storage, jadi.file.name
    assert salinan.sapu(jadi.sampai) == []
    assert gudang.exists(nama)
    salinan.sapu(jadi.sampai + timedelta(seconds=1))
    assert not gudang.exists(nama)
    assert client.get(f"{MINTA}{jadi.pk}/").status_code == 302
    assert "Masa unduh habis" in client.get("/saya/data-pribadi/").content.decode()
    SalinanData.objects.update(status="antre", diminta_pada=timezone.now() - timedelta(minutes=11))
    assert salinan.sapu(timezone.now()) == [jadi.pk]
    salinan.buat(jadi.pk)
    salinan.buat(jadi.pk)
    assert SalinanData.objects.get().status == "jadi"


def test_masa_unduh_menurut_setelan_tujuh_hari(kantor, jadi):
    assert jadi.sampai - jadi.diminta_pada == timedelta(days=7)


def test_siapa_melihat_data_saya_menyebut_pembacanya_penangan_perkara_tidak_bernama(buka, kantor):
    with jejak.sebagai(kantor.akun_citra, "10.0.0.9"):
        jejak.catat_sensitif(kantor.ani.pk, "nik")
        jejak.catat_sensitif(kantor.ani.pk, "hukuman")
    with jejak.sebagai(kantor.akun_budi):
        jejak.catat_sensitif(kantor.eko.pk, "nik")
    jawab = buka("ani", "/saya/data-pribadi/")
    assert [(b["data"], b["pembaca"]) for b in jawab.context["pembacaan"]] == [
        ("hukuman", "Penangan disiplin"),
        ("nik", "Citra Ayu"),
    ]
    assert buka("admin", "/saya/data-pribadi/").status_code == 404


def test_tiap_jenis_data_bertujuan_dan_berdasar(buka):
    assert all(j.tujuan and j.dasar and j.pembaca for j in tujuan.JENIS)
    isi = buka("ani", "/saya/data-pribadi/").content.decode()
    assert all(j.nama in isi for j in tujuan.JENIS)


def test_masa_simpan_menyebut_yang_lewat_dan_hanya_menghapus_catatan_masuk(buka, kantor, layanan_uji):
    ajukan(layanan_uji, kantor)
    sekarang = timezone.now()
    for hari in (89, 91):
        satu = AccessLog.objects.create(username="x", ip_address="10.0.0.1", path_info="/masuk/")
        AccessLog.objects.filter(pk=satu.pk).update(attempt_time=sekarang - timedelta(days=hari))
    lewat = {b.nama: n for b, _, n in retensi.keadaan(sekarang)}
    assert lewat["Catatan percobaan masuk: akun, alamat, peramban"] == 1
    assert lewat["Riwayat, naskah, dan dosir pegawai"] is None
    banyak = Jejak.objects.count()
    assert retensi.bersihkan(sekarang) == 1
    assert (AccessLog.objects.count(), Jejak.objects.count()) == (1, banyak)
    assert "Masa simpan" in buka("itwas", "/jejak/masa-simpan/").content.decode()
    assert buka("citra", "/jejak/masa-simpan/").status_code == 403
