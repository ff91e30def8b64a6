"""Register nomor: tanpa celah, dipesan lalu dipakai atau batal, serentak dengan penetapan; ekspor dan cetak."""

import io
from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepegawaian.models import Dosir, Jejak, Naskah
from layanan import alur, register
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import NomorTerpakai, RegisterNomor
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import sampai_pertek, sampai_tanda_tangan, segar
from tests.layanan.test_serentak import serentak
from tests.pabrik import buat_akun, buat_pegawai, masuk

TAHUN = date.today().year
PESAN = {"klasifikasi": "823", "perihal": "Keputusan di atas kertas", "sebab": "jaringan putus"}


@pytest.fixture
def klien(client, orang):
    return lambda nama: masuk(client, getattr(orang, f"akun_{nama}"))


def pesan_terakhir(jawab):
    return [str(m) for m in get_messages(jawab.wsgi_request)][-1]


def daftar(klien, nama="citra", kueri=""):
    return klien(nama).get(reverse("layanan:register_list") + kueri)


@pytest.mark.django_db
def test_nomor_dipesan_lalu_dipakai_naskah_kertas(klien, orang):
    jawab = klien("citra").post(reverse("layanan:register_pesan"), PESAN)
    assert jawab.status_code == 302
    nomor = NomorTerpakai.objects.get()
    assert (nomor.nomor, nomor.keadaan, nomor.dipesan_oleh) == (f"823/1/413.207/{TAHUN}", "dipesan", orang.akun_citra)
    halaman = daftar(klien).content.decode()
    assert "Tanpa celah." in halaman
    assert "jaringan putus" in halaman
    assert "Keputusan Kenaikan Pangkat" in halaman
    url = reverse("layanan:register_pakai", args=[nomor.pk])
    klien("citra").post(
        url, {"tanggal": date.today().isoformat(), "penetap": "Bupati Lamongan", "nip": orang.ani.nip, "berkas": pdf()}
    )
    nomor.refresh_from_db()
    n = nomor.naskah
    assert (nomor.keadaan, n.asal, n.nomor, n.perihal, n.status) == (
        "dipakai", "luar", nomor.nomor, "Keputusan di atas kertas", "berlaku"
    )  # fmt: skip
    assert n.isi.get().pegawai_id == orang.ani.pk
    assert Dosir.objects.filter(pegawai=orang.ani).count() == 1
    aksi = Jejak.objects.filter(objek="nomorterpakai", objek_id=nomor.pk).order_by("id").values_list("aksi", "oleh_id")
    assert list(aksi) == [("nomor_pesan", orang.akun_citra.pk), ("nomor_pakai", orang.akun_citra.pk)]
    # Settled once: neither used again nor cancelled.
    jawab = klien("citra").post(reverse("layanan:register_batal", args=[nomor.pk]), {"sebab": "keliru"})
    assert pesan_terakhir(jawab) == f"Nomor {nomor.nomor} sudah dipakai atau batal."
    assert Naskah.objects.count() == 1


@pytest.mark.django_db
def test_nomor_pesanan_yang_batal_tetap_pada_register(klien):
    klien("citra").post(reverse("layanan:register_pesan"), PESAN)
    nomor = NomorTerpakai.objects.get()
    url = reverse("layanan:register_batal", args=[nomor.pk])
    assert klien("citra").post(url, {"sebab": ""}).status_code == 422
    klien("citra").post(url, {"sebab": "naskah tidak jadi dibuat"})
    nomor.refresh_from_db()
    assert (nomor.keadaan, nomor.batal_sebab) == ("batal", "naskah tidak jadi dibuat")
    klien("citra").post(reverse("layanan:register_pesan"), PESAN)
    assert list(NomorTerpakai.objects.values_list("urut", flat=True)) == [1, 2]
    halaman = daftar(klien).content.decode()
    assert "2 nomor: 0 dipakai, 1 dipesan, 1 batal" in " ".join(halaman.split())


@pytest.mark.django_db
def test_pesan_tanpa_perihal_atau_sebab_ditolak(klien, orang):
    assert klien("citra").post(reverse("layanan:register_pesan"), PESAN | {"sebab": " "}).status_code == 422
    with pytest.raises(DitolakAlur, match="memerlukan perihal dan sebab"):
        register.pesan("823", perihal="Ada", sebab="  ", oleh=orang.oleh("citra"))
    assert RegisterNomor.objects.count() == 0


@pytest.mark.django_db
def test_hanya_staf_pemilik_deret_atau_sekretariat_yang_memesan(klien, orang):
    for nama, unit in (("dita", "SEKRET"), ("edo", "SUB13")):
        pegawai = buat_pegawai(nama=nama, unit=unit)
        setattr(orang, nama, pegawai)
        setattr(orang, f"akun_{nama}", buat_akun(pegawai))
    jawab = {
        n: klien(n).get(reverse("layanan:register_pesan")).status_code
        for n in ("citra", "dita", "edo", "budi", "dewi", "itwas")
    }
    assert jawab == {"citra": 200, "dita": 200, "edo": 403, "budi": 403, "dewi": 403, "itwas": 403}
    with pytest.raises(BukanWewenang):
        register.pesan("823", perihal="x", sebab="y", oleh=orang.oleh("edo"))
    baca = {n: daftar(klien, n).status_code for n in ("citra", "edo", "dewi", "itwas", "budi", "ani")}
    assert baca == {"citra": 200, "edo": 200, "dewi": 200, "itwas": 200, "budi": 403, "ani": 403}
    assert NomorTerpakai.objects.count() == 0


@pytest.mark.django_db
def test_naskah_portal_dan_pesanan_berbagi_satu_deret_dengan_yang_batal(layanan_uji, orang, klien):
    u = sampai_tanda_tangan(layanan_uji, orang)
    alur.kembalikan(
        segar(u), oleh=orang.oleh("perekam"), versi=segar(u).versi_baris, alasan="Salah ketik.", ke="penetapan"
    )
    pesanan = register.pesan("UJI", perihal="Keputusan kertas", sebab="mendesak", oleh=orang.oleh("citra"))
    assert pesanan.nomor == "UJI/2/2026"
    u = alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=segar(u).versi_baris)
    assert [(n.urut, n.keadaan) for n in NomorTerpakai.objects.all()] == [(1, "batal"), (2, "dipesan"), (3, "dipakai")]
    halaman = daftar(klien, kueri="?klasifikasi=UJI&tahun=2026").content.decode()
    assert "naskah batal sebelum ditandatangani" in halaman
    for keadaan, ada in (("batal", "UJI/1/2026"), ("dipesan", "UJI/2/2026"), ("dipakai", "UJI/3/2026")):
        isi = daftar(klien, kueri=f"?klasifikasi=UJI&tahun=2026&keadaan={keadaan}").content.decode()
        assert [x for x in ("UJI/1/2026", "UJI/2/2026", "UJI/3/2026") if f"<b>{x}</b>" in isi] == [ada]


@pytest.mark.django_db
def test_celah_disebut_bila_ada(klien):
    RegisterNomor.objects.create(klasifikasi="823", tahun=TAHUN, terakhir=2)
    halaman = daftar(klien).content.decode()
    assert "Ada celah:" in halaman
    assert "Tanpa celah." not in halaman


@pytest.mark.django_db
def test_ekspor_memuat_semua_nomor_dan_cetak_tanpa_halaman(klien, orang):
    for i in range(30):
        register.pesan("823", perihal=f"Keputusan {i}", sebab="kertas", oleh=orang.oleh("citra"))
    tahun = orang.oleh("citra").hari_ini.year
    jawab = klien("citra").get(reverse("layanan:register_ekspor"))
    baris = (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    )
    assert baris[0][:3] == ["URUT", "NOMOR", "KEADAAN"]
    assert [b[:4] for b in baris[1:31]] == [
        [i, f"823/{i}/413.207/{tahun}", "dipesan", f"Keputusan {i - 1}"] for i in range(1, 31)
    ]
    cetak = daftar(klien, kueri="?cetak=1").content.decode()
    assert cetak.count("<b>823/") == 30
    assert daftar(klien).content.decode().count("<b>823/") == 25


@pytest.mark.django_db
def test_nomor_tidak_dapat_dihapus_atau_diubah(orang):
    nomor = register.pesan("823", perihal="Ada", sebab="kertas", oleh=orang.oleh("citra"))
    milik = NomorTerpakai.objects.filter(pk=nomor.pk)
    for act in (lambda: milik.delete(), lambda: milik.update(nomor="823/99"), lambda: milik.update(perihal="Lain")):
        with pytest.raises(Exception, match="sudah tercatat pada register"), transaction.atomic():
            act()
    with pytest.raises(DitolakAlur, match="milik register tahun 2026"):
        register.pakai(nomor.pk, tanggal=date(2025, 5, 5), penetap="Bupati", file=pdf(), oleh=orang.oleh("citra"))
    register.batalkan(nomor.pk, sebab="tidak jadi", oleh=orang.oleh("citra"))
    with pytest.raises(Exception, match="sudah tercatat pada register"), transaction.atomic():
        milik.update(batal_sebab="lain")


@pytest.mark.django_db(transaction=True)
def test_memesan_dan_menetapkan_bersamaan_tanpa_nomor_ganda_dan_tanpa_celah(layanan_uji, orang):
    usulan = []
    for i in range(4):
        pegawai = buat_pegawai(nama=f"PEGAWAI {i}", unit="DISDIK", golongan="II/d")
        orang.ani = pegawai
        u = sampai_pertek(layanan_uji, orang)
        usulan.append(
            alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)
        )
    satu = RegisterNomor.objects.create(klasifikasi="UJI", tahun=2026)

    def gagal():
        with transaction.atomic():
            register.pesan("UJI", perihal="Batal di tengah", sebab="uji", oleh=orang.oleh("citra"))
            raise DitolakAlur("berhenti sesudah nomor diambil")

    act = [lambda u=u: alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=u.versi_baris) for u in usulan]
    act += [
        lambda i=i: register.pesan("UJI", perihal=f"P{i}", sebab="uji", oleh=orang.oleh("citra")) for i in range(4)
    ]
    act += [gagal, gagal]
    hasil = serentak(lambda: RegisterNomor.objects.select_for_update().get(pk=satu.pk), *act)
    assert [str(h) for h in hasil if isinstance(h, DitolakAlur)] == ["berhenti sesudah nomor diambil"] * 2
    satu.refresh_from_db()
    assert satu.terakhir == 8
    assert sorted(NomorTerpakai.objects.values_list("urut", flat=True)) == list(range(1, 9))
    assert NomorTerpakai.objects.filter(naskah__isnull=True).count() == 4
    assert register.celah(satu) == []
