"""Templat kantor: bahasa yang terkurung, versi dengan masa berlaku, kata-kata yang beku, dan pratinjau konsep."""

import io
import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.utils import InternalError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian.models import Jejak, Naskah, Pegawai
from layanan import alur, checks, katalog, naskah, pratinjau, tasks, templat, templat_kantor
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.katalog import BagianNaskah, Langkah, TemplatNaskah, sebut_peraturan
from layanan.models import NomorTerpakai, RegisterNomor, Usulan, VersiTemplat
from tests.dunia_bersama import bersama
from tests.layanan.conftest import LayananUji, pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk, tugaskan

pytestmark = pytest.mark.django_db
HARI_INI = date.today()
BESOK = HARI_INI + timedelta(days=1)
BAGIAN = (
    BagianNaskah("menimbang", "Menimbang", "bahwa {{ d.pegawai.nama }} cakap;", "daftar"),
    BagianNaskah("mengingat", "Mengingat", sebut_peraturan("PP 99/2000"), "daftar", peraturan=("PP 99/2000",)),
    BagianNaskah("diktum", "Diktum", "Menaikkan pangkat.\nBerlaku {{ d.tmt.iso|tanggal }}.", "diktum"),
)
NAMA = (("pegawai.nama", "Siti"), ("pegawai.gelar", "S.Pd."), ("tmt.iso", "2027-01-01"), ("gaji.rupiah", 3533900))
PP99 = "Peraturan Pemerintah Nomor 99 Tahun 2000"
BAWAAN = {b.kode: b.bawaan for b in BAGIAN}


class LayananTemplat(LayananUji):
    """A short route whose naskah has parts."""

    slug = "uji-templat"
    nama = "Layanan uji templat"
    dokumen = ()
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi BKD", katalog.staf("SUB12")),
        Langkah("penetapan", "Penetapan", katalog.staf("SUB12"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN),
    )
    naskah = TemplatNaskah(
        "sk", "naskah/kp_reguler.html", "TEMPLAT", "Keputusan uji", "TPL/{urut}/{tahun}", BAGIAN, NAMA
    )

    def data_naskah(self, konteks):
        nama = Pegawai.objects.get(pk=konteks.profil.pegawai_id).kini.nama_lengkap
        data = {"pegawai": {"nama": nama, "gelar": None}, "tmt": {"iso": "2027-01-01"}, "kop": {"pejabat": "BUPATI"},
                "peraturan": {"pp_99_2000": f"{PP99} tentang Kenaikan Pangkat"}, "gaji": {"rupiah": 3533900},
                "tanda_tangan": {"jabatan": "Bupati"}}  # fmt: skip
        return templat.lengkapi(self.naskah, data, konteks.acuan, konteks.tanggal)


@pytest.fixture
def layanan():
    katalog.daftarkan(LayananTemplat)
    yield katalog.ambil("uji-templat")
    katalog._daftar.pop("uji-templat")


@pytest.fixture
@bersama
def kantor(orang):
    orang.akun_admin = buat_akun(nama_pengguna="admin", nama="Admin Portal")
    tugaskan(orang.akun_admin, "admin")
    return orang


@pytest.fixture
def usulan(layanan, kantor):
    """A usulan of ani at the first step, today."""
    return ajukan(layanan, kantor, kantor.ani)


def ajukan(layanan, kantor, pegawai):
    oleh = kantor.oleh("budi", timezone.now())
    draf = alur.buat_draf(layanan, Pegawai.objects.select_related("kini").get(pk=pegawai.pk), oleh=oleh)
    return segar(alur.ajukan(draf, oleh=oleh, versi=draf.versi_baris))


def segar(usulan):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)


def tetapkan(usulan, kantor):
    """citra verifies, cici numbers and freezes; returns the Naskah."""
    usulan = segar(usulan)
    if usulan.langkah_kini.kode == "verifikasi_bkd":
        alur.setujui(usulan, oleh=kantor.oleh("citra", timezone.now()), versi=usulan.versi_baris)
    usulan = segar(usulan)
    alur.tetapkan(usulan, oleh=kantor.oleh("cici", timezone.now()), versi=usulan.versi_baris)
    return Naskah.objects.get(usulan__usulan=usulan)


def kirim(client, akun, path, **data):
    return masuk(client, akun).post(path, data)


def simpan(client, akun, semula="", alasan="Nota dinas 800/1/2026", **ubah):
    isi = {f"bagian_{k}": v for k, v in (BAWAAN | ubah).items()}
    return kirim(client, akun, "/setelan/templat/uji-templat/konsep/", alasan=alasan, semula=semula, **isi)


def lihat(client, akun, usulan, versi):
    return masuk(client, akun).get(f"/usulan/{usulan.nomor}/pratinjau/lembar/?versi={versi}")


def berlakukan(client, akun, nomor=1, sejak=HARI_INI):
    versi = VersiTemplat.objects.get(layanan="uji-templat", versi=nomor)
    return kirim(client, akun, f"/setelan/templat/uji-templat/{nomor}/berlakukan/",
                 berlaku_sejak=sejak.isoformat(), dilihat=templat_kantor.sidik(versi.bagian))  # fmt: skip


def pesan(jawab):
    return " ".join(str(p) for p in jawab.wsgi_request._messages)


def jadi_berlaku(client, kantor, usulan, nomor=1, sejak=HARI_INI, **ubah):
    """citra writes, dewi looks and puts into force."""
    assert simpan(client, kantor.akun_citra, **ubah).status_code == 302
    assert lihat(client, kantor.akun_dewi, usulan, nomor).status_code == 200
    berlakukan(client, kantor.akun_dewi, nomor, sejak)
    versi = VersiTemplat.objects.get(layanan="uji-templat", versi=nomor)
    assert versi.status == "berlaku"
    return versi


# ── the language ─────────────────────────────────────────────────────────────────────────────────────

DITOLAK = [
    ("{{ d.__class__ }}", "Nama “__class__” tidak dapat dipakai"),
    ("{{ d.pegawai.__class__.__mro__ }}", "Nama “__mro__” tidak dapat dipakai"),
    ("{{ ''.__class__.__mro__ }}", "Nama “__mro__” tidak dapat dipakai"),
    ("{{ 'x'.upper }}", "tidak dikenal; semua nama diawali"),
    ("{{ d['__class__'] }}", "Kurung siku"),
    ("{{ d.pegawai['nama'] }}", "Kurung siku"),
    ("{{ d.items() }}", "Pemanggilan"),
    ("{{ cycler.__init__.__globals__ }}", "Nama “__globals__” tidak dapat dipakai"),
    ("{{ self.x }}", "Nama “self” tidak dikenal"),
    ("{{ range(10) }}", "Pemanggilan"),
    ("{{ d }}", "Nama “d” tidak dikenal"),
    ("{{ d.pegawai.nama|attr('__class__') }}", "Saringan “attr” tidak dikenal"),
    ("{{ d.pegawai|map(attribute='x') }}", "Saringan “map” tidak dikenal"),
    ("{{ d.pegawai.nama|safe }}", "Saringan “safe” tidak dikenal"),
    ("{{ d.pegawai.nama|besar('x') }}", "tanpa tanda kurung"),
    ("{% include 'base.html' %}", "include"),
    ("{% import 'x' as y %}", "Import"),
    ("{% extends 'base.html' %}", "Extends"),
    ("{% for x in d.pegawai %}x{% endfor %}", "Pengulangan"),
    ("{% for x in range(999999999) %}x{% endfor %}", "Pengulangan"),
    ("{% macro m() %}{{ m() }}{% endmacro %}", "Macro"),
    ("{% set x = 1 %}", "Set"),
    ("{% set x %}y{% endset %}", "Set"),
    ("{% filter besar %}x{% endfilter %}", "Bentuk ini"),
    ("{% with x = 1 %}{% endwith %}", "Bentuk ini"),
    ("{% autoescape false %}{{ d.pegawai.nama }}{% endautoescape %}", "Bentuk ini"),
    ("{{ 'a' * 999999999 }}", "Bentuk ini"),
    ("{{ 9 ** 999999999 }}", "Bentuk ini"),
    ("{{ 'a' ~ 'b' }}", "Bentuk ini"),
    ("{{ [1, 2] }}", "Bentuk ini"),
    ("{{ 1 if d.tmt else 2 }}", "Bentuk ini"),
    ("{% if d.pegawai.nama is defined %}x{% endif %}", "Kata “is”"),
    ("{% if 'a' in d.pegawai.nama %}x{% endif %}", "== atau !="),
    ("{% exec 'x' %}", "Perintah {% exec %} tidak dikenal"),
    ("{{ d.pegawai.nama", "salah atau tidak ditutup"),
    ("{% if d.pegawai.nama %}x", "tidak berpasangan"),
    ("{{ d.pegawai.nam }}", "Nama d.pegawai.nam tidak ada pada data naskah ini. Maksudnya d.pegawai.nama?"),
    ("{{ d.pegawai }}", "Nama d.pegawai tidak ada"),
    ("{{ d.gaji.rupiah|tanggal }}", "saringan tanggal"),
    ("{{ d.pegawai.nama|rupiah }}", "saringan rupiah"),
    ("x" * 6001, "terlalu panjang"),
    ("{{ " + "not " * 1400 + "d.pegawai.nama }}", "terlalu rumit"),
    ("{{ " + "(" * 2000 + "d.pegawai.nama" + ")" * 2000 + " }}", "terlalu rumit"),
    ("{{ d.pegawai.nama }} " * 250, "terlalu rumit"),
    ("{% if d.pegawai.nama %}" * 100 + "x" + "{% endif %}" * 100, "terlalu rumit"),
    ("  \n ", "tidak boleh kosong"),
    ("x\n" * 31, "paling banyak 30 baris"),
    ("x\x00y", "tidak dapat dicetak"),
]


@pytest.mark.parametrize(("tulisan", "kata"), DITOLAK, ids=[t[:38] for t, _ in DITOLAK])
def test_yang_bukan_bahasanya_ditolak_dengan_kalimat(tulisan, kata):
    galat = templat.periksa(LayananTemplat.naskah, BAWAAN | {"menimbang": tulisan})
    assert [g.bagian.kode for g in galat] == ["menimbang"]
    assert kata.lower() in str(galat[0]).lower()
    assert str(galat[0]).startswith("Bagian Menimbang")


def test_baris_yang_salah_disebut():
    (galat,) = templat.periksa(LayananTemplat.naskah, BAWAAN | {"diktum": "satu\ndua\ntiga {{ d.salah }}"})
    assert str(galat).startswith("Bagian Diktum baris 3: Nama d.salah tidak ada")


def test_lingkungan_pun_tertutup_seandainya_penjaganya_terlewat():
    """Behind the walk: what is compiled without it still reaches no attribute, function, filter or template."""
    for tulisan in ("{{ d.__class__ }}", "{{ d.items() }}", "{{ ''.join }}", "{{ d['keys'] }}", "{{ range(3) }}",
                    "{{ d|attr('keys') }}", "{% include 'base.html' %}", "{{ lipsum.__globals__ }}"):  # fmt: skip
        with pytest.raises(Exception, match=r".+"):
            templat.LINGKUNGAN.from_string(tulisan).render(d={"a": 1})
    assert templat.LINGKUNGAN.autoescape is True
    assert templat.LINGKUNGAN.globals == {}
    assert set(templat.LINGKUNGAN.filters) == {"rupiah", "tanggal", "besar", "kecil"}


def test_nilai_tidak_pernah_dibaca_sebagai_templat_atau_html():
    data = {"pegawai": {"nama": "<b>{{7*7}}</b>\n{% raw %} & 'O''"}}
    assert templat.susun(BAGIAN[0], "{{ d.pegawai.nama }} <i>&amp;</i>", data) == [
        "<b>{{7*7}}</b> {% raw %} & 'O'' <i>&amp;</i>"
    ]


def test_pilihan_dan_saringan():
    data = {"pegawai": {"nama": "Ani", "gelar": ""}, "gaji": {"rupiah": 3533900}, "tmt": {"iso": "2027-01-01"}}
    tulis = "{% if d.pegawai.gelar %}\nbergelar\n{% elif d.pegawai.nama == 'Ani' %}\n{{ d.pegawai.nama|besar }}\n{% else %}\nx\n{% endif %}\n"
    hasil = templat.susun(BAGIAN[2], tulis + "{{ d.gaji.rupiah|rupiah }} sejak {{ d.tmt.iso|tanggal }}", data)
    assert hasil == [
        {"urutan": "KESATU", "isi": "ANI"},
        {"urutan": "KEDUA", "isi": "Rp3.533.900 sejak 1 Januari 2027"},
    ]


def test_peraturan_wajib_tetap_disebut():
    (galat,) = templat.periksa(LayananTemplat.naskah, BAWAAN | {"mengingat": "Peraturan Bupati tentang pangkat"})
    assert f"{PP99} wajib tetap disebut" in str(galat)
    tulis_sendiri = {"mengingat": f"Undang-Undang ASN\n{PP99} (dengan kata kantor)"}
    assert templat.periksa(LayananTemplat.naskah, BAWAAN | tulis_sendiri) == []


def test_peraturan_yang_tersembunyi_di_balik_if_ditolak_saat_dicetak():
    tulis = BAWAAN | {"mengingat": "{% if d.pegawai.gelar %}{{ d.peraturan.pp_99_2000 }}{% else %}tanpa{% endif %}"}
    assert templat.periksa(LayananTemplat.naskah, tulis) == []
    data = {"pegawai": {"nama": "Ani", "gelar": ""}, "tmt": {"iso": "2027-01-01"}, "peraturan": {"pp_99_2000": PP99}}
    with pytest.raises(DitolakAlur, match="wajib disebut bagi usulan ini"):
        templat.susun_semua(LayananTemplat.naskah, tulis, data)


def test_kata_kata_bawaan_yang_salah_menghentikan_start():
    class Salah(LayananTemplat):
        naskah = TemplatNaskah("sk", "naskah/kp_reguler.html", "X", "X", "X", (BagianNaskah("a", "Isi", "{{ d.b }}"),))

    assert [k for k in checks.cacat(Salah()) if "Bagian Isi baris 1" in k]
    assert [k for k in checks.cacat(LayananTemplat()) if "bawaan" in k] == []


@pytest.mark.parametrize("slug", ["kp-reguler", "kgb"])
def test_layanan_yang_ada_menyatakan_semua_bagiannya(slug):
    la = katalog.ambil(slug)
    assert [k for k in checks.cacat(la) if "bawaan" in k] == []
    assert {"tembusan"} <= {b.kode for b in la.naskah.bagian}
    assert la.naskah.bagian


# ── versions in the database ─────────────────────────────────────────────────────────────────────────


def baris(kantor, **kolom):
    isi = {"layanan": "kgb", "versi": 1, "bagian": {}, "alasan": "uji", "dibuat_oleh": kantor.akun_citra,
           "diubah_pada": timezone.now(), "status": "berlaku", "berlaku_sejak": date(2027, 1, 1),
           "disetujui_oleh": kantor.akun_dewi, "disetujui_pada": timezone.now()}  # fmt: skip
    return VersiTemplat.objects.create(**isi | kolom)


@pytest.mark.parametrize(
    ("nama", "kolom"),
    [
        ("satu_templat_berlaku", {"versi": 2, "berlaku_sejak": date(2027, 6, 1)}),
        ("satu_templat_berlaku", {"versi": 2, "berlaku_sejak": date(2026, 1, 1), "berlaku_sampai": date(2027, 1, 1)}),
        ("versi_templat_unik", {"status": "dicabut"}),
        ("templat_disetujui_orang_lain", {"versi": 2, "layanan": "kp-reguler", "disetujui_oleh": None}),
        ("templat_masa_urut", {"versi": 2, "layanan": "kp-reguler", "berlaku_sampai": date(2026, 1, 1)}),
    ],
)
def test_basis_data_menolak_versi_yang_bertabrakan(kantor, nama, kolom):
    baris(kantor)
    kata = r"templat_masa_urut|range lower" if nama == "templat_masa_urut" else nama
    with pytest.raises(DatabaseError, match=kata), transaction.atomic():
        baris(kantor, **kolom)
    assert baris(kantor, versi=3, berlaku_sejak=date(2026, 1, 1), berlaku_sampai=date(2026, 12, 31)).pk


def test_basis_data_menolak_penyusun_yang_menyetujui_sendiri_dan_dua_konsep(kantor):
    with pytest.raises(IntegrityError, match="templat_disetujui_orang_lain"), transaction.atomic():
        baris(kantor, disetujui_oleh=kantor.akun_citra)
    konsep = {"status": "konsep", "berlaku_sejak": None, "disetujui_oleh": None, "disetujui_pada": None}
    baris(kantor, **konsep)
    with pytest.raises(IntegrityError, match="satu_konsep_templat"), transaction.atomic():
        baris(kantor, versi=2, **konsep)


@pytest.mark.parametrize("ubah", [{"bagian": {"x": "y"}}, {"berlaku_sejak": date(2027, 2, 1)}, {"versi": 9},
                                  {"status": "konsep"}, {"alasan": "lain"}])  # fmt: skip
def test_versi_yang_berlaku_beku_pada_basis_data(kantor, ubah):
    versi = baris(kantor)
    with pytest.raises((InternalError, IntegrityError), match="sudah beku"), transaction.atomic():
        VersiTemplat.objects.filter(pk=versi.pk).update(**ubah)
    with pytest.raises((InternalError, IntegrityError), match="sudah beku"), transaction.atomic():
        VersiTemplat.objects.filter(pk=versi.pk).delete()
    VersiTemplat.objects.filter(pk=versi.pk).update(berlaku_sampai=date(2027, 12, 31))


# ── editing and going live ───────────────────────────────────────────────────────────────────────────


def test_galat_disebut_pada_isiannya_dan_yang_diketik_tetap_ada(client, layanan, kantor):
    jawab = simpan(client, kantor.akun_citra, menimbang="satu\nbahwa {{ d.pegawai.gaji }}")
    assert jawab.status_code == 400
    halaman = jawab.content.decode()
    assert "Menimbang: Baris 2: Nama d.pegawai.gaji tidak ada pada data naskah ini." in halaman
    assert "bahwa {{ d.pegawai.gaji }}" in halaman
    assert VersiTemplat.objects.count() == 0


def test_konsep_disimpan_berulang_sebagai_versi_yang_sama(client, layanan, kantor):
    assert simpan(client, kantor.akun_citra).status_code == 302
    sidik = templat_kantor.sidik(BAWAAN)
    assert simpan(client, kantor.akun_kasub, semula=sidik, menimbang="bahwa perlu;").status_code == 302
    versi = VersiTemplat.objects.get()
    assert (versi.versi, versi.status, versi.bagian["menimbang"]) == (1, "konsep", "bahwa perlu;")
    jawab = simpan(client, kantor.akun_citra, semula=sidik, menimbang="bahwa lain;")
    assert jawab.status_code == 400
    assert "sudah diubah orang lain" in jawab.content.decode()
    assert VersiTemplat.objects.get().bagian["menimbang"] == "bahwa perlu;"


@pytest.mark.parametrize("nama", ["citra", "dewi", "admin", "kasub"])
def test_yang_boleh_menyusun(client, layanan, kantor, nama):
    assert simpan(client, getattr(kantor, f"akun_{nama}")).status_code == 302


def test_yang_tidak_boleh_menyusun(client, layanan, kantor):
    lain = buat_akun(buat_pegawai(nama="Staf Lain", unit="SUB13"))
    for akun in (lain, kantor.akun_budi, kantor.akun_ani, kantor.akun_itwas, kantor.akun_kadis):
        assert simpan(client, akun).status_code == 403
    assert VersiTemplat.objects.count() == 0


def test_berlaku_hanya_oleh_orang_lain_sesudah_pratinjau(client, kantor, usulan):
    simpan(client, kantor.akun_dewi, menimbang="bahwa {{ d.pegawai.nama }} layak;")
    assert "belum dilihat pada usulan nyata" in pesan(berlakukan(client, kantor.akun_kabid))
    assert "ikut menyusun" in pesan(berlakukan(client, kantor.akun_dewi))
    assert berlakukan(client, kantor.akun_citra).status_code == 403
    assert VersiTemplat.objects.get().status == "konsep"
    lembar = lihat(client, kantor.akun_kabid, usulan, 1)
    assert "bahwa Ani Lestari layak;" in lembar.content.decode()
    berlakukan(client, kantor.akun_kabid)
    versi = VersiTemplat.objects.get()
    assert (versi.status, versi.berlaku_sejak, versi.disetujui_oleh_id) == ("berlaku", HARI_INI, kantor.akun_kabid.pk)
    assert Jejak.objects.get(aksi="templat_berlaku").data["templat"] == "Layanan uji templat versi 1"


def test_pratinjau_lama_tidak_berlaku_bagi_kata_kata_yang_berubah_dan_penyusun_ikut_terhitung(client, kantor, usulan):
    simpan(client, kantor.akun_kabid)
    lihat(client, kantor.akun_dewi, usulan, 1)
    simpan(client, kantor.akun_citra, semula=templat_kantor.sidik(BAWAAN), menimbang="bahwa baru;")
    assert "belum dilihat" in pesan(berlakukan(client, kantor.akun_dewi))
    lihat(client, kantor.akun_dewi, usulan, 1)
    assert "ikut menyusun" in pesan(berlakukan(client, kantor.akun_kabid))  # wrote an earlier state of it
    dilihat = templat_kantor.sidik(BAWAAN)
    basi = kirim(client, kantor.akun_dewi, "/setelan/templat/uji-templat/1/berlakukan/",
                 berlaku_sejak=HARI_INI.isoformat(), dilihat=dilihat)  # fmt: skip
    assert "sudah diubah sejak halaman Anda dibuka" in pesan(basi)
    assert VersiTemplat.objects.get().status == "konsep"


def test_masa_berlaku_bersambung_dan_pencabutan(client, kantor, usulan):
    jadi_berlaku(client, kantor, usulan, menimbang="bahwa satu;")
    nanti = HARI_INI + timedelta(days=30)
    jadi_berlaku(client, kantor, usulan, 2, nanti, menimbang="bahwa dua;")
    masa = VersiTemplat.objects.order_by("versi").values_list("berlaku_sejak", "berlaku_sampai")
    assert list(masa.all()) == [(HARI_INI, nanti - timedelta(days=1)), (nanti, None)]
    assert templat_kantor.berlaku("uji-templat", nanti - timedelta(days=1)).versi == 1
    assert templat_kantor.berlaku("uji-templat", nanti).versi == 2
    assert templat_kantor.berlaku("uji-templat", HARI_INI - timedelta(days=1)) is None
    jadi_berlaku(client, kantor, usulan, 3, BESOK, menimbang="bahwa tiga;")
    assert list(masa.all()) == [(HARI_INI, HARI_INI), (nanti, None), (BESOK, nanti - timedelta(days=1))]
    path = "/setelan/templat/uji-templat/{}/cabut/"
    assert kirim(client, kantor.akun_citra, path.format(3), alasan="Keliru.").status_code == 403
    kirim(client, kantor.akun_dewi, path.format(3), alasan="Keliru.")
    assert list(masa.all()) == [
        (HARI_INI, nanti - timedelta(days=1)),
        (nanti, None),
        (BESOK, nanti - timedelta(days=1)),
    ]
    assert templat_kantor.berlaku("uji-templat", BESOK).versi == 1
    kirim(client, kantor.akun_dewi, path.format(1), alasan="Keliru.")
    assert templat_kantor.berlaku("uji-templat", HARI_INI) is None
    assert "Hanya versi" in pesan(kirim(client, kantor.akun_dewi, path.format(1), alasan="Keliru."))


def test_tanggal_mulai_tidak_ke_masa_lalu_dan_tidak_kembar(client, kantor, usulan):
    simpan(client, kantor.akun_citra)
    lihat(client, kantor.akun_dewi, usulan, 1)
    assert "paling awal hari ini" in pesan(berlakukan(client, kantor.akun_dewi, sejak=HARI_INI - timedelta(days=1)))
    berlakukan(client, kantor.akun_dewi)
    simpan(client, kantor.akun_citra, menimbang="bahwa dua;")
    lihat(client, kantor.akun_dewi, usulan, 2)
    assert "Sudah ada versi" in pesan(berlakukan(client, kantor.akun_dewi, 2))
    assert VersiTemplat.objects.get(versi=2).status == "konsep"


def test_halaman_menunjukkan_beda_dan_nilai_usulan_nyata(client, kantor, usulan):
    jadi_berlaku(client, kantor, usulan)
    simpan(client, kantor.akun_citra, menimbang="bahwa {{ d.pegawai.nama }} sangat cakap;")
    halaman = masuk(client, kantor.akun_dewi).get("/setelan/templat/uji-templat/2/").content.decode()
    assert re.search(r"<ins>\s*sangat\s*</ins>", halaman)
    assert f"/usulan/{usulan.nomor}/pratinjau/?versi=2" in halaman
    sunting = client.get(f"/setelan/templat/uji-templat/konsep/?usulan={usulan.nomor}").content.decode()
    assert 'data-sisip="{{ d.pegawai.nama }}"' in sunting
    assert "<small>Ani Lestari</small>" in sunting
    assert "<small>belum ada pada usulan ini</small>" in sunting  # pegawai.gelar is None
    daftar = client.get("/setelan/templat/").content.decode()
    assert "Layanan uji templat" in daftar
    assert "versi 1" in client.get("/setelan/templat/uji-templat/").content.decode()


@pytest.mark.parametrize("alamat", ["", "uji-templat/", "uji-templat/konsep/", "uji-templat/{}/"])
def test_banyaknya_versi_tidak_menambah_pertanyaan(client, kantor, usulan, alamat):
    banyak = []
    for nomor in (1, 2, 3):
        jadi_berlaku(client, kantor, usulan, nomor, HARI_INI + timedelta(days=nomor), menimbang=f"bahwa {nomor};")
        masuk(client, kantor.akun_kabid).get("/setelan/")
        with CaptureQueriesContext(connection) as tangkapan:
            assert client.get("/setelan/templat/" + alamat.format(nomor)).status_code == 200
        banyak.append(sum('"django_session"' not in q["sql"] for q in tangkapan))
    assert banyak[0] == banyak[1] == banyak[2] <= 12


# ── frozen with the naskah ───────────────────────────────────────────────────────────────────────────


def test_naskah_menyimpan_kata_kata_dan_nomor_versinya(client, kantor, usulan):
    versi = jadi_berlaku(client, kantor, usulan, menimbang="bahwa {{ d.pegawai.nama|besar }} layak;")
    n = tetapkan(usulan, kantor)
    assert n.data["menimbang"] == ["bahwa ANI LESTARI layak;"]
    assert n.data["versi_templat"] == {"id": versi.pk, "versi": 1}
    jadi_berlaku(client, kantor, usulan, 2, BESOK, menimbang="bahwa berubah;")
    kirim(client, kantor.akun_dewi, "/setelan/templat/uji-templat/1/cabut/", alasan="Keliru.")
    assert naskah.cetak(n.pk) is True
    n.refresh_from_db()
    isi = PdfReader(io.BytesIO(n.berkas_cetak.read()))
    assert "bahwa ANI LESTARI layak;" in isi.pages[0].extract_text()
    lampiran = next(iter(isi.attachments.values()))[0].decode()
    assert '"versi": 1' in lampiran
    assert "bahwa ANI LESTARI layak;" in lampiran
    halaman = masuk(client, kantor.akun_citra).get(f"/usulan/{usulan.nomor}/").content.decode()
    assert "templat versi 1" in halaman


def test_tanpa_versi_kantor_naskah_memakai_bawaan(kantor, usulan):
    n = tetapkan(usulan, kantor)
    assert n.data["versi_templat"] == {"id": None, "versi": 0}
    assert n.data["menimbang"] == ["bahwa Ani Lestari cakap;"]
    assert n.data["diktum"][1] == {"urutan": "KEDUA", "isi": "Berlaku 1 Januari 2027."}


def test_versi_yang_tidak_dapat_disusun_menolak_penetapan_tanpa_mengubah_apa_pun(client, kantor, usulan):
    simpan(client, kantor.akun_citra, menimbang="bahwa {{ d.pegawai.nama }}\nbergelar {{ d.pegawai.gelar }};")
    jawab = lihat(client, kantor.akun_dewi, usulan, 1)
    assert jawab.status_code == 422
    VersiTemplat.objects.update(status="berlaku", berlaku_sejak=HARI_INI, disetujui_oleh=kantor.akun_dewi,
                                disetujui_pada=timezone.now())  # fmt: skip
    alur.setujui(usulan, oleh=kantor.oleh("citra", timezone.now()), versi=usulan.versi_baris)
    usulan = segar(usulan)
    jawab = kirim(client, kantor.akun_cici, f"/usulan/{usulan.nomor}/tetapkan/", versi=usulan.versi_baris)
    assert (
        "templat versi 1 tidak dapat disusun. Bagian Menimbang baris 2: "
        "nilai d.pegawai.gelar belum ada pada data usulan ini." in pesan(jawab)
    )
    assert (Naskah.objects.count(), NomorTerpakai.objects.count(), RegisterNomor.objects.count()) == (0, 0, 0)
    assert segar(usulan).versi_baris == usulan.versi_baris


def test_nama_yang_menyerupai_kode_tercetak_apa_adanya(client, layanan, kantor):
    nakal = buat_pegawai(nama="<b>X</b> {{7*7}}", unit="DISDIK")
    usulan = ajukan(layanan, kantor, nakal)
    jadi_berlaku(client, kantor, usulan, menimbang="bahwa {{ d.pegawai.nama }} <i>cakap</i>;")
    lembar = lihat(client, kantor.akun_dewi, usulan, 1).content.decode()
    assert "bahwa &lt;b&gt;X&lt;/b&gt; {{7*7}} &lt;i&gt;cakap&lt;/i&gt;;" in lembar
    n = tetapkan(usulan, kantor)
    assert n.data["menimbang"] == ["bahwa <b>X</b> {{7*7}} <i>cakap</i>;"]
    naskah.cetak(n.pk)
    n.refresh_from_db()
    teks = PdfReader(io.BytesIO(n.berkas_cetak.read())).pages[0].extract_text()
    assert "bahwa <b>X</b> {{7*7}} <i>cakap</i>;" in teks


# ── preview ──────────────────────────────────────────────────────────────────────────────────────────


def test_pratinjau_bertanda_air_tanpa_nomor_dan_tanpa_qr(client, kantor, usulan):
    halaman = masuk(client, kantor.akun_citra).get(f"/usulan/{usulan.nomor}/").content.decode()
    path = f"/usulan/{usulan.nomor}/pratinjau/"
    assert f'href="{path}"' in halaman
    assert f'src="{path}lembar/"' in client.get(path).content.decode()
    lembar = client.get(f"{path}lembar/")
    isi = lembar.content.decode()
    assert "KONSEP – BELUM BERLAKU" in isi
    assert "NOMOR ……" in isi
    assert "bahwa Ani Lestari cakap;" in isi
    assert "verifikasi" not in isi
    assert "style=" not in isi
    assert lembar["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in lembar["Content-Security-Policy"]
    assert Naskah.objects.count() == 0
    assert Jejak.objects.filter(aksi="naskah_pratinjau", objek_id=usulan.pk, oleh_id=kantor.akun_citra.pk).count() == 1


def test_pdf_konsep_dicetak_pekerja_dan_hanya_bagi_peminta(client, kantor, usulan):
    path = f"/usulan/{usulan.nomor}/pratinjau/pdf/"
    jawab = kirim(client, kantor.akun_citra, path)
    kode = jawab["Location"].split("pdf=")[1]
    tunggu = client.get(f"{path}{kode}/", HTTP_HX_REQUEST="true").content.decode()
    assert "sedang dicetak" in tunggu
    assert 'hx-trigger="every 1s"' in tunggu
    assert client.get(f"{path}{kode}/").status_code == 404
    tasks.cetak_pratinjau(kode)
    assert "Buka PDF konsep" in client.get(f"{path}{kode}/", HTTP_HX_REQUEST="true").content.decode()
    berkas = client.get(f"{path}{kode}/")
    assert berkas["Content-Type"] == "application/pdf"
    isi = PdfReader(io.BytesIO(berkas.content))
    for halaman in isi.pages:
        assert "KONSEP – BELUM BERLAKU" in " ".join(halaman.extract_text().split())
    assert "bahwa Ani Lestari cakap;" in isi.pages[0].extract_text()
    assert list(isi.attachments) == []
    assert masuk(client, kantor.akun_cici).get(f"{path}{kode}/").status_code == 404
    cache.delete(f"pratinjau:{kode}:minta")
    assert masuk(client, kantor.akun_citra).get(f"{path}{kode}/").status_code == 404
    assert "sudah hilang" in client.get(jawab["Location"]).content.decode()
    assert Naskah.objects.count() == 0


def test_tanda_air_pada_setiap_lembar(client, kantor, usulan):
    panjang = "\n".join(f"bahwa pertimbangan nomor {i} " + "panjang sekali " * 30 for i in range(25))
    data = {"menimbang": panjang.splitlines(), "kop": {"pejabat": "BUPATI"}, "mengingat": [], "diktum": []}
    from layanan.cetak import pdf_konsep  # noqa: PLC0415 - Pango is needed here only

    isi = PdfReader(io.BytesIO(pdf_konsep(pratinjau.html_konsep(LayananTemplat(), data))))
    assert len(isi.pages) > 1
    assert all("BELUM BERLAKU" in h.extract_text() for h in isi.pages)


def test_pratinjau_bagi_yang_memutus_dan_memeriksa_bukan_pemohon(client, kantor, usulan):
    path = f"/usulan/{usulan.nomor}/pratinjau/lembar/"
    boleh = {"citra": 200, "cici": 200, "kasub": 404, "ani": 404, "budi": 404, "eko": 404, "itwas": 404, "kadis": 404}
    hasil = {n: masuk(client, getattr(kantor, f"akun_{n}")).get(path).status_code for n in boleh}
    assert hasil == boleh
    alur.setujui(usulan, oleh=kantor.oleh("citra", timezone.now()), versi=usulan.versi_baris)
    n = tetapkan(usulan, kantor)
    naskah_uji = Naskah.objects.get(pk=n.pk)
    naskah_uji.berkas_cetak.save("n.pdf", pdf())
    assert masuk(client, kantor.akun_perekam).get(path).status_code == 200  # the signer, at his step


def test_versi_pada_pratinjau_hanya_bagi_penyusun(client, kantor, usulan):
    simpan(client, kantor.akun_citra)
    assert {n: lihat(client, getattr(kantor, f"akun_{n}"), usulan, 1).status_code
            for n in ("citra", "kasub", "dewi", "budi", "ani", "itwas", "kadis")} == {
        "citra": 200, "kasub": 200, "dewi": 200, "budi": 404, "ani": 404, "itwas": 404, "kadis": 404,
    }  # fmt: skip
    assert lihat(client, kantor.akun_dewi, usulan, 7).status_code == 404
    assert lihat(client, kantor.akun_dewi, usulan, "1%27").status_code == 404


def test_perbuatan_langsung_pun_memeriksa_wewenang(kantor, usulan, layanan):
    with pytest.raises(BukanWewenang):
        templat_kantor.simpan(layanan, BAWAAN, alasan="x", semula="", oleh=kantor.oleh("budi", timezone.now()))
    with pytest.raises(DitolakAlur, match="wajib tetap disebut"):
        templat_kantor.simpan(layanan, BAWAAN | {"mengingat": "x"}, alasan="x", semula="",
                              oleh=kantor.oleh("citra", timezone.now()))  # fmt: skip
    with pytest.raises(BukanWewenang):
        templat_kantor.cabut(layanan, 1, alasan="x", oleh=kantor.oleh("citra", timezone.now()))
