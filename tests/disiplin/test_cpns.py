"""CPNS yang dihukum sedang atau berat: kasus dan daftar tugas menyebutnya, penangan mengusulkan, BHT-08 terbukti sendiri."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import RiwayatHukuman
from kepegawaian.profil import profil_satu
from layanan.models import Usulan
from tests.disiplin.conftest import rapikan
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
KINI = timezone.localdate()
BUAT = "Usulkan pemberhentian sebagai CPNS"


@pytest.fixture
@bersama
def cala(kantor):
    """A CPNS of the DINKES since two hundred days ago."""
    pegawai = buat_pegawai(
        nama="Cala Putri", unit="DINKES-SUBBAG1", golongan="III/a", status="CPNS", tmt=KINI - timedelta(days=200)
    )
    kantor.akun["cala"] = buat_akun(pegawai)
    return pegawai


def hukum(pegawai, kode="S1T", hari=5, **lain):
    return tambah(pegawai, "hukuman", jenis_id=kode, tmt=KINI - timedelta(days=hari), sampai=KINI + timedelta(days=300),
                  nomor_sk="862.1/77/2026", **lain)  # fmt: skip


def buka(client, kantor, siapa, nama, *argumen, **kueri):
    return masuk(client, kantor.akun[siapa]).get(reverse(nama, args=argumen), kueri).content.decode()


def tugas(client, kantor, siapa):
    return buka(client, kantor, siapa, "tata_kelola:tugas_list")


def test_dari_kasus_sampai_usul_pemberhentian_dengan_isian_dan_syaratnya(client, kantor, lakon, cala):
    usulan = lakon.sampai_lhp(cala, jenis="S1", norma=["5g"], dampak="unit", perkiraan="sedang")
    usulan = lakon.putuskan(usulan, jenis="S1")
    isi = buka(client, kantor, "sari", "layanan:usulan_detail", usulan.nomor)
    assert "diberhentikan sebagai CPNS (PP 11/2017 Pasal 36-37)" in isi
    assert BUAT not in isi  # not yet in force
    assert "Usulkan pemberhentian CPNS" not in tugas(client, kantor, "sari")
    lakon.berlakukan(usulan)
    (baris,) = RiwayatHukuman.objects.filter(pegawai=cala)
    assert (baris.jenis_id, baris.tmt <= KINI) == ("S1T", True)
    mulai = f"{reverse('layanan:usulan_create', args=['pemberhentian-lain'])}?q={cala.nip}"
    assert f'href="{mulai}"' in buka(client, kantor, "sari", "layanan:usulan_detail", usulan.nomor)
    isi = tugas(client, kantor, "sari")
    assert "Usulkan pemberhentian CPNS Cala Putri" in isi
    assert f'href="{mulai}"' in isi
    assert cala.nip in client.get(mulai).content.decode().replace(" ", "")
    client.post(reverse("layanan:usulan_create", args=["pemberhentian-lain"]), {"nip": cala.nip})
    usul = Usulan.objects.get(layanan="pemberhentian-lain")
    assert (usul.isian["jenis"], usul.isian["nomor_bukti"]) == ("CPNS_GAGAL", baris.nomor_sk)
    isi = buka(client, kantor, "sari", "layanan:usulan_detail", usul.nomor)
    assert "Dijatuhi hukuman disiplin sedang TMT" in isi
    assert usul.berkas.get().kode == "sk_hukdis"  # the SK of the case is there by itself
    assert BUAT not in buka(client, kantor, "sari", "layanan:usulan_detail", usulan.nomor)
    assert "Usulkan pemberhentian CPNS" not in tugas(client, kantor, "sari")


def test_penangan_mengajukan_lalu_subbidang_pensiun_memverifikasi(client, kantor, cala):
    hukum(cala, "B1")
    klien = masuk(client, kantor.akun["sari"])
    klien.post(reverse("layanan:usulan_create", args=["pemberhentian-lain"]), {"nip": cala.nip})
    usul = Usulan.objects.get(layanan="pemberhentian-lain")
    isian = usul.isian | {"tanpa_hak": ""}
    assert klien.post(reverse("layanan:usulan_update", args=[usul.nomor]), {"versi": 0} | isian).status_code == 302
    for kode in ("sk_hukdis", "sk_pangkat"):
        usul.refresh_from_db()
        klien.post(
            reverse("layanan:berkas_create", args=[usul.nomor, kode]), {"versi": usul.versi_baris, "berkas": pdf()}
        )
    usul.refresh_from_db()
    klien.post(reverse("layanan:usulan_ajukan", args=[usul.nomor]), {"versi": usul.versi_baris})
    usul = Usulan.objects.select_related("langkah_kini__unit").get(pk=usul.pk)
    assert (usul.status, usul.langkah_kini.kode, usul.langkah_kini.unit.kode) == (
        "diproses",
        "verifikasi_bkd",
        "SUB43",
    )
    assert {h["kode"]: h["jawaban"] for h in usul.hasil_syarat}["BHT-08"] == "ya"


@pytest.mark.parametrize("siapa", ["citra", "opi", "kadinkes", "kasubbag", "rekan", "cala", "pengawas"])
def test_yang_bukan_penangan_tidak_melihat_dan_tidak_mengusulkan(client, kantor, cala, siapa):
    hukum(cala)
    assert "CPNS Cala" not in tugas(client, kantor, siapa)
    client.post(reverse("layanan:usulan_create", args=["pemberhentian-lain"]), {"nip": cala.nip})
    assert not Usulan.objects.filter(layanan="pemberhentian-lain").exists()


def test_pejabat_penangan_diberi_tahu_dan_melihat_kasusnya(client, kantor, cala):
    hukum(cala)
    isi = tugas(client, kantor, "kabid")
    assert "Usulkan pemberhentian CPNS" in isi
    assert f"keadaan=semua&amp;q={cala.nip}" in isi


@pytest.mark.parametrize(
    ("kode", "hari", "status"), [("R3", 5, "CPNS"), ("S1T", -5, "CPNS"), ("S1T", 5, "PNS"), ("S1T", 300, "CPNS")]
)
def test_ringan_belum_berlaku_pns_dan_sebelum_cpns_tidak_ditagih(client, kantor, cala, kode, hari, status):
    if status == "PNS":
        tambah(cala, "status", tmt=KINI - timedelta(days=9), status="PNS")
    hukum(cala, kode, hari)
    assert "Usulkan pemberhentian CPNS" not in tugas(client, kantor, "sari")


def test_penangan_hanya_bagi_cpns(client, kantor):
    hukum(kantor.ani)
    klien = masuk(client, kantor.akun["sari"])
    klien.post(reverse("layanan:usulan_create", args=["pemberhentian-lain"]), {"nip": kantor.ani.nip})
    assert not Usulan.objects.filter(layanan="pemberhentian-lain").exists()
    assert profil_satu(rapikan(kantor.ani).pk, per=KINI).status == "PNS"


def test_yang_sudah_diberhentikan_atau_ditolak_usulnya(client, kantor, cala):
    hukum(cala)
    klien = masuk(client, kantor.akun["sari"])
    klien.post(reverse("layanan:usulan_create", args=["pemberhentian-lain"]), {"nip": cala.nip})
    assert "Usulkan pemberhentian CPNS" not in tugas(client, kantor, "sari")
    usul = Usulan.objects.get(layanan="pemberhentian-lain")
    isi = {"versi": usul.versi_baris, "alasan": "Menunggu berkas."}
    assert klien.post(reverse("layanan:usulan_batalkan", args=[usul.nomor]), isi).status_code == 302
    assert "Usulkan pemberhentian CPNS" in tugas(client, kantor, "sari")
    tambah(cala, "kedudukan", tmt=KINI + timedelta(days=3), kedudukan_id="66")
    assert "Usulkan pemberhentian CPNS" not in tugas(client, kantor, "sari")
