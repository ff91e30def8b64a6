"""Ruang rancangan: rahasia, pelanggaran tampak seketika, kekosongan berantai, rangkap, pasangan, lalu SK kolektif."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jejak, Naskah, Pemberitahuan
from layanan import alur, katalog, naskah as modul_naskah
from layanan.models import Usulan
from mutasi import rancangan as ruang
from mutasi.models import Rancangan
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI, TMT, lengkapi
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
def tim(client, kantor):
    """sari (staf SUB11) has begun a rancangan; ``tim(nama)`` logs somebody in."""
    masuk(client, kantor.akun["sari"])
    client.post(reverse("mutasi:rancangan_create"), {"nama": "Rotasi pengawas", "tmt": TMT.isoformat()})
    return Rancangan.objects.get()


def url(nama, *args):
    return reverse(f"mutasi:{nama}", args=args)


def tempatkan(client, rancangan, pegawai, jabatan, unit=""):
    jawab = client.post(
        url("baris_create", rancangan.pk), {"baris-nip": pegawai.nip, "baris-jabatan": jabatan, "baris-unit": unit}
    )
    assert jawab.status_code == 302, jawab.context["form_baris"].errors


def kepala(nama, kode, golongan="III/d", **lain):
    return lengkapi(buat_pegawai(nama=nama, unit=kode, jabatan=f"KEPALA-{kode}", golongan=golongan, **lain))


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("sari", 200),
        ("dewi", 200),
        ("sekda", 200),
        ("perekam", 200),
        ("kasub", 404),
        ("kabid", 404),
        ("opi", 404),
        ("ani", 404),
    ],
)
def test_hanya_tim_dan_pimpinan_yang_tahu(client, kantor, tim, nama, kode):
    masuk(client, kantor.akun[nama])
    assert client.get(url("rancangan_detail", tim.pk)).status_code == kode
    assert client.get(url("rancangan_ekspor", tim.pk)).status_code == kode
    assert ("Rotasi pengawas" in client.get(url("rancangan_list")).content.decode()) == (kode == 200)


def test_tidak_bocor_lewat_pemberitahuan_jejak_dan_pencarian(client, kantor, tim):
    tempatkan(client, tim, kantor.ani, "KEPALA-SUB12")
    assert Pemberitahuan.objects.count() == 0
    catatan = Jejak.objects.filter(objek="rancangan")
    assert catatan.exists()
    assert [j for j in catatan if j.pegawai_id or "Rotasi" in str(j.data)] == []
    masuk(client, kantor.akun["kabid"])
    assert "Rotasi pengawas" not in client.get(reverse("tata_kelola:cari"), {"q": "Rotasi"}).content.decode()


def test_anggota_baru_melihat_dan_yang_dikeluarkan_tidak(client, kantor, tim):
    client.post(url("anggota_create", tim.pk), {"anggota-nip": kantor.kabid.nip})
    masuk(client, kantor.akun["kabid"])
    assert client.get(url("rancangan_detail", tim.pk)).status_code == 200
    masuk(client, kantor.akun["sari"])
    client.post(url("anggota_hapus", tim.pk, kantor.akun["kabid"].pk))
    masuk(client, kantor.akun["kabid"])
    assert client.get(url("rancangan_detail", tim.pk)).status_code == 404


def test_pelanggaran_rantai_rangkap_dan_sebelum_sesudah(client, kantor, tim):
    a, b = kepala("Adi Awal", "SUB12"), kepala("Bima Tengah", "SUB13")
    rendah = lengkapi(buat_pegawai(nama="Citra Rendah", unit="SUB21", golongan="III/a"))
    tempatkan(client, tim, a, "KEPALA-SUB13")
    tempatkan(client, tim, b, "KEPALA-SUB21")
    tempatkan(client, tim, rendah, "KEPALA-SUB21")
    k = ruang.susun(tim, acuan_kini())
    temuan = {x.profil.nama: {kode for kode, hasil, *_ in x.temuan if hasil == "tidak"} for x in k.baris}
    # The one before leaves in the same rancangan, so the post counts as empty.
    assert temuan == {"Adi Awal": set(), "Bima Tengah": set(), "Citra Rendah": {"JAB-08"}}
    assert [(pergi, isi) for _, pergi, isi in k.kosong] == [("Adi Awal", ""), ("Bima Tengah", "Adi Awal")]
    assert [(orang, perlu) for _, _, orang, perlu in k.ganda] == [(["Bima Tengah", "Citra Rendah"], 1)]
    isi = client.get(url("rancangan_detail", tim.pk)).content.decode()
    for teks in (
        "Pangkat III/a terlalu rendah untuk eselon IV.a",
        "belum ada penggantinya",
        "rangkap",
        "Sebelum",
        "Perlu rotasi",
    ):
        assert teks in isi
    sub13 = next(kursi for nama, kursi in k.unit if nama.startswith("Subbidang Dokumentasi"))
    assert (sub13[0].sebelum, sub13[0].sesudah) == (["Bima Tengah"], ["Adi Awal"])


def test_pohon_mengisi_kursi_dan_menyebut_pelanggarannya(client, kantor, tim):
    a = kepala("Adi Awal", "SUB12")
    pohon = url("rancangan_pohon", tim.pk) + "?opd=BKPSDM"
    isi = client.get(pohon + f"&nip={a.nip}&jabatan=KEPALA-SUB13").content.decode()
    assert f'value="{a.nip}"' in isi  # both stand in the form, and one button places him
    assert 'value="KEPALA-SUB13"' in isi
    kirim = {"baris-nip": a.nip, "baris-jabatan": "KEPALA-SUB13", "baris-unit": "", "opd": "BKPSDM"}
    jawab = client.post(url("baris_create", tim.pk), kirim)
    assert jawab.url == pohon
    simpul = {s.jabatan.kode: s for s in client.get(pohon).context["simpul"]}
    nama = a.kini.nama_lengkap
    assert (simpul["KEPALA-SUB12"].sebelum, simpul["KEPALA-SUB12"].sesudah) == (((a.nip, nama),), ())
    assert (a.nip, nama) in simpul["KEPALA-SUB13"].sesudah
    tingkat = [simpul[k].tingkat for k in ("KEPALA-BKPSDM", "KEPALA-BID1", "KEPALA-SUB12")]
    assert tingkat == [0, 1, 2]
    rendah = lengkapi(buat_pegawai(nama="Citra Rendah", unit="SUB21", golongan="III/a"))
    kirim |= {"baris-nip": rendah.nip, "baris-jabatan": "KEPALA-SUB21"}
    assert (
        "JAB-08: Pangkat III/a terlalu rendah"
        in client.post(url("baris_create", tim.pk), kirim, follow=True).content.decode()
    )
    kirim |= {"baris-nip": "1"}
    assert client.post(url("baris_create", tim.pk), kirim).templates[0].name == "mutasi/rancangan_pohon.html"


def test_pohon_satu_atau_banyak_orang_kuerinya_sama(client, kantor, tim):
    def kueri():
        with CaptureQueriesContext(connection) as catat:
            assert client.get(url("rancangan_pohon", tim.pk) + "?opd=BKPSDM").status_code == 200
        return len(catat)

    tempatkan(client, tim, kepala("Adi Awal", "SUB12"), "KEPALA-SUB13")
    kueri()
    satu = kueri()
    for i, kode in enumerate(("SUB13", "SUB21", "SUB22")):
        tempatkan(client, tim, kepala(f"Orang {i}", kode), "KEPALA-SUB11")
    assert kueri() == satu <= 12


def test_suami_istri_atasan_bawahan_menurut_letak_sesudahnya(client, kantor, tim):
    """Neither is the other's superior today; both move in the same rancangan."""
    suami, istri = kepala("Suami Naik", "SUB21", "IV/a", kelamin="L"), kepala("Istri Pindah", "SUB12")
    tambah(
        suami, "keluarga", tmt=TMT.replace(year=2015), anggota="k", hubungan="pasangan", nama="Istri", nip=istri.nip
    )
    tempatkan(client, tim, suami, "KEPALA-BID2")
    tempatkan(client, tim, istri, "KEPALA-SUB22")
    k = ruang.susun(tim, acuan_kini())
    sebab = {x.profil.nama: [bukti for kode, _, _, bukti in x.temuan if kode == "MUT-09"] for x in k.baris}
    assert sebab == {
        "Suami Naik": [("Istri Pindah menjadi bawahan langsung",)], "Istri Pindah": [("Suami Naik menjadi atasan langsung",)],
    }  # fmt: skip


def test_banyak_orang_tetap_sedikit_kueri(client, kantor, tim):
    def kueri():
        with CaptureQueriesContext(connection) as catat:
            assert client.get(url("rancangan_detail", tim.pk)).status_code == 200
        return len(catat)

    tempatkan(client, tim, kepala("Adi Awal", "SUB12"), "KEPALA-SUB13")
    tempatkan(client, tim, kantor.ani, "P-PENELAAH-TEKNIS-KEBIJAKAN", "SUB21")
    satu = kueri()
    for i in range(4):
        tempatkan(
            client,
            tim,
            lengkapi(buat_pegawai(nama=f"Orang {i}", unit="SUB21")),
            "P-PENELAAH-TEKNIS-KEBIJAKAN",
            "SUB22",
        )
    assert kueri() == satu
    assert satu <= 12


def test_yang_melanggar_tidak_dapat_difinalkan(client, kantor, tim):
    tempatkan(client, tim, lengkapi(buat_pegawai(nama="Citra Rendah", unit="SUB21", golongan="III/a")), "KEPALA-SUB12")
    isi = client.post(
        url("rancangan_final", tim.pk), {"final-nomor": "800/1", "final-tanggal": KINI.isoformat()}, follow=True
    )
    assert "1 baris masih melanggar syarat." in isi.content.decode()
    assert not Usulan.objects.exists()


def test_kepala_bkd_mengubah_sekda_hanya_membaca(client, kantor, tim):
    masuk(client, kantor.akun["dewi"])
    tempatkan(client, tim, kantor.ani, "KEPALA-SUB12")
    masuk(client, kantor.akun["sekda"])
    client.post(url("baris_hapus", tim.pk, tim.baris.get().pk))
    assert tim.baris.count() == 1


def test_final_menjadi_usulan_lalu_sk_kolektif_dengan_petikan(client, kantor, jalan, tim):
    a, b = kepala("Adi Awal", "SUB12"), kepala("Bima Tengah", "SUB13")
    tempatkan(client, tim, a, "KEPALA-SUB13")
    tempatkan(client, tim, b, "KEPALA-SUB12")  # they change seats
    client.post(url("rancangan_final", tim.pk), {"final-nomor": "800/1/SUB11", "final-tanggal": KINI.isoformat()})
    tim.refresh_from_db()
    assert tim.status == "final"
    semua = [b.usulan for b in tim.baris.order_by("pk")]
    assert {u.status for u in semua} == {"draf"}  # their documents are not in the dosir yet
    kantor.akun["adi"] = buat_akun(a)
    for usulan in semua:
        usulan = _kirim(jalan, usulan)
        for kode in (
            "persetujuan_asal",
            "telaah",
            "periksa_kasubbid",
            "periksa_kabid",
            "periksa_sekretaris",
            "nota_dinas",
        ):
            usulan = jalan.maju(usulan, kode)
        sidang = {
            "tanggal_sidang": KINI.isoformat(),
            "anggota_hadir": "5",
            "pertimbangan": "Cakap.",
            "hasil": "direkomendasikan",
        }
        usulan = jalan.maju(usulan, "sidang_tpk", **sidang)
        usulan = jalan.maju(usulan, "keputusan")
    semua = [jalan.segar(u) for u in semua]
    assert _diketahui(kantor, "adi", semua[0]) == (False, 0, 0)
    sk, gagal = alur.tetapkan_kolektif([(u, u.versi_baris) for u in semua], oleh=jalan.pelaku("sari"))
    assert gagal == {}
    assert sk.isi.count() == 2
    assert modul_naskah.cetak(sk.pk) is True
    assert all(np.berkas_petikan for np in sk.isi.all())
    assert _diketahui(kantor, "adi", semua[0]) == (False, 0, 0)
    usulan = jalan.segar(semua[0])
    alur.sahkan(usulan, oleh=jalan.pelaku("perekam"), versi=usulan.versi_baris, file=pdf())
    assert Naskah.objects.get(pk=sk.pk).tahap == "ditandatangani"
    assert not Usulan.objects.filter(tertutup=True).exists()  # of everybody in it
    terbuka, naskah_saya, kabar = _diketahui(kantor, "adi", semua[0])
    assert (terbuka, naskah_saya > 0, kabar > 0) == (True, True, True)
    assert [jalan.segar(u).langkah_kini.kode for u in semua] == ["pelantikan"] * 2
    assert list(sk.isi.values_list("tmt", flat=True)) == [None, None]
    lantik = {"tanggal_pelantikan": KINI.isoformat(), "tempat": "Pendopo", "rohaniwan": "H. Anwar",
              "saksi_1": kantor.dewi.nip, "saksi_2": kantor.sekda.nip}  # fmt: skip
    masuk(client, kantor.akun["sari"])  # her desk is not that of the pelantikan
    assert "Pelantikan bersama" not in client.get(url("rancangan_detail", tim.pk)).content.decode()
    masuk(client, kantor.akun["dewi"])
    assert "Pelantikan bersama (2)" in client.get(url("rancangan_detail", tim.pk)).content.decode()
    rendah = buat_pegawai(nama="Saksi Rendah", unit="SUB21", golongan="III/a")
    jawab = client.post(url("rancangan_lantik", tim.pk), lantik | {"saksi_2": rendah.nip})
    assert jawab.context["gagal"] == 2  # a witness lower in rank than those who are sworn in
    assert "pangkat saksi lebih rendah" in jawab.content.decode()
    jawab = client.post(url("rancangan_lantik", tim.pk), lantik)
    assert jawab.context["gagal"] == 0
    assert {jalan.segar(u).langkah_kini.kode for u in semua} == {"pernyataan"}
    assert all(np.diterapkan_pada for np in sk.isi.all())


def _diketahui(kantor, nama, usulan):
    """(may he open the usulan, naskah about him in his list, notices he got): before the signature nothing at all.

    He is an official of the BKD, and sees what concerns others.
    """
    akun = kantor.akun[nama]
    klien = masuk(Client(), akun)
    buka = klien.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).status_code == 200
    daftar = klien.get(reverse("layanan:naskah_list")).context["potongan"].butir
    naskah = [n for n in daftar if n.isi.filter(pegawai=akun.pegawai_id).exists()]
    return buka, len(naskah), Pemberitahuan.objects.filter(pengguna=akun).count()


def _kirim(jalan, usulan):
    """Uploads what is missing and submits, as the staff would after finalising."""
    masuk(jalan.client, jalan.kantor.akun["sari"])
    for dokumen in katalog.ambil("penempatan").dokumen:
        usulan.refresh_from_db()
        jalan.client.post(reverse("layanan:berkas_create", args=[usulan.nomor, dokumen.kode]),
                          {"versi": usulan.versi_baris, "berkas": pdf()})  # fmt: skip
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]),
                      {"versi": usulan.versi_baris, "nomor": "800/1/SUB11", "tanggal": KINI.isoformat()})  # fmt: skip
    return jalan.segar(usulan)
