"""Yang tercetak ialah yang menandatangani: Plh. bagi pejabat yang absen, langkah yang beralih, pejabat yang berganti."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Halangan, Jabatan, Naskah, Pegawai, PejabatLuar, Pemberitahuan
from layanan import (
    alur,
    bahan_naskah as bahan,
    katalog,
    naskah as modul_naskah,
    penandatangan,
    rute,
    tanda_tangan,
    tasks,
)
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.katalog import SkKolektif, TemplatNaskah
from layanan.models import LangkahUsulan, Usulan
from layanan.wewenang import bukan_konseptor
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import segar
from tests.layanan.ttd import KANTOR, SANDI, LayananTte
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah, tugaskan

pytestmark = pytest.mark.django_db
HARI = timezone.localdate()


class LayananPejabat(LayananTte):
    """Prints whoever acts as Kepala BKD that day, as the real ones do."""

    slug = "uji-pejabat"
    nama = "Layanan uji pejabat"
    kolektif = SkKolektif(
        naskah=TemplatNaskah("sk", "naskah/kolektif.html", "UJI", "Keputusan kolektif uji", "UJI/{urut}/{tahun}"),
        umum=lambda d: (
            {"kop": {"pejabat": "BUPATI LAMONGAN"}, "judul": "KEPUTUSAN", "tentang": "UJI"}
            | {k: d[k] for k in ("tempat", "penetap", "penandatangan", "tanda_tangan")}
        ),
        kolom=(("Nama", lambda d: [d["nama"]]),),
    )

    def data_naskah(self, konteks):
        hari_ini = timezone.localdate()
        alamat = rute.pejabat(katalog.penandatangan("kgb_penanda_tangan"), self, konteks, konteks.acuan, hari_ini)
        tanda = bahan.penanda_tangan(alamat, hari_ini)
        return super().data_naskah(konteks) | {
            "penetap": tanda["jabatan"], "penandatangan": tanda["nama"], "tanda_tangan": tanda
        }  # fmt: skip


class LayananPejabatStrategis(LayananPejabat):
    """The same, but no Plt may decide it."""

    slug = "uji-pejabat-strategis"
    strategis = True


@pytest.fixture
def dunia(kantor):
    """The people of ``kantor`` and a Sekda; both layanan are registered for one test."""
    kantor.sekda = buat_pegawai(nama="Sekda Utama", unit="SETDA", jabatan="KEPALA-SETDA", golongan="IV/d")
    kantor.akun_sekda = buat_akun(kantor.sekda)
    for kelas in (LayananPejabat, LayananPejabatStrategis):
        katalog.daftarkan(kelas)
    yield kantor
    for kelas in (LayananPejabat, LayananPejabatStrategis):
        katalog._daftar.pop(kelas.slug)


@pytest.fixture
def langsung(tugas_langsung, django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def oleh(orang, nama):
    return orang.oleh(nama, pada=timezone.now())


def ditetapkan(orang, nama="Ani Lestari", slug="uji-pejabat"):
    """A usulan of a new person at the signing step, printed."""
    u = siap_nomor(orang, nama, slug)
    alur.tetapkan(u, oleh=oleh(orang, "citra"), versi=u.versi_baris)
    return cetak(u)


def siap_nomor(orang, nama, slug="uji-pejabat"):
    kunci = buat_pegawai(nama=nama, unit="DISDIK", golongan="II/d").pk
    pegawai = Pegawai.objects.select_related("kini").get(pk=kunci)
    u = alur.buat_draf(katalog.ambil(slug), pegawai, oleh=oleh(orang, "citra"))
    return alur.ajukan(u, oleh=oleh(orang, "citra"), versi=u.versi_baris)


def cetak(u):
    assert modul_naskah.cetak(naskah(u).pk)
    return segar(u)


def naskah(u):
    return Naskah.objects.filter(usulan__usulan=u).latest("pk")


def tanda(u):
    return naskah(u).data["tanda_tangan"]


def kolektif(orang, *usulan):
    sk, gagal = alur.tetapkan_kolektif([(u, segar(u).versi_baris) for u in usulan], oleh=oleh(orang, "citra"))
    assert gagal == {}
    assert modul_naskah.cetak(sk.pk)
    return sk


def absen(orang, pegawai, *, sejak=0, sampai=30):
    Halangan.objects.create(
        pegawai=pegawai, sejak=HARI - timedelta(days=sejak), sampai=HARI + timedelta(days=sampai), sebab="cuti",
        dicatat_oleh=orang.akun_dewi, dicatat_pada=timezone.now(),
    )  # fmt: skip


def jabat(pegawai, sifat, *, sejak=1):
    j = Jabatan.objects.get(kode=KANTOR)
    sampai = {} if sifat == "D" else {"sampai": HARI + timedelta(days=60)}
    tambah(pegawai, "jabatan", jabatan=j, unit=j.unit, penugasan=sifat, tmt=HARI - timedelta(days=sejak), **sampai)


def berganti(orang):
    """Dewi has retired today, Eko is Kepala BKD with a certificate of his own beside hers."""
    tambah(orang.dewi, "kedudukan", kedudukan_id="99", tmt=HARI)
    jabat(orang.eko, "D", sejak=0)
    sertifikat(orang, orang.eko, "Eko Prasetyo")


def sertifikat(orang, pegawai, nama):
    from django.conf import settings  # noqa: PLC0415 - the fixture has changed TTE_DIR

    orang.ca.tulis_p12(settings.TTE_DIR, f"{KANTOR}-{pegawai.nip}", SANDI, nama, nip=pegawai.nip)


def tandatangani(klien, u):
    return klien.post(
        reverse("layanan:usulan_tandatangani", args=[u.nomor]), {"versi": segar(u).versi_baris, "sandi": SANDI}, follow=True
    )  # fmt: skip


# ── who is printed ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sifat", "absen_hari", "slug", "nama", "depan"),
    [
        ("PLH", 0, "uji-pejabat", "Kabid Wira", "Plh. "),
        ("PLT", 9, "uji-pejabat", "Kabid Wira", "Plt. "),
        ("PLH", None, "uji-pejabat", "Dewi Kartika", ""),  # nobody is recorded absent
        ("PLH", 0, "uji-pejabat-strategis", "Dewi Kartika", ""),  # UU 30/2014 Ps. 14 (7)
        ("PLH", 60, "uji-pejabat-strategis", "Sekda Utama", ""),
    ],
)
def test_tercetak_yang_berwenang_pada_hari_itu(dunia, sifat, absen_hari, slug, nama, depan):
    jabat(dunia.kabid, sifat)
    if absen_hari is not None:
        absen(dunia, dunia.dewi, sejak=absen_hari)
    blok = tanda(ditetapkan(dunia, slug=slug))
    assert (blok["nama"], blok["jabatan"][: len(depan)]) == (nama, depan)
    assert blok["nip"] == Pegawai.objects.get(kini__nama=nama).nip
    assert blok["baris"] == [depan + blok["jabatan"].removeprefix(depan).upper()]


def test_plh_menandatangani_dengan_sertifikatnya_dan_definitif_ditolak(dunia, client, langsung):
    jabat(dunia.kabid, "PLH")
    absen(dunia, dunia.dewi)
    u = ditetapkan(dunia)
    with langsung():
        isi = tandatangani(masuk(client, dunia.akun_dewi), u).content.decode()
    assert "Naskah tercetak atas nama Kabid Wira, yang masih bertugas." in isi
    klien = masuk(client, dunia.akun_kabid)
    assert "Sertifikat kantor ini atas nama Dewi Kartika" in tandatangani(klien, u).content.decode()
    sertifikat(dunia, dunia.kabid, "Kabid Wira")
    with langsung():
        tandatangani(klien, u)
    assert (segar(u).status, naskah(u).cara_tanda_tangan) == ("selesai", "lokal")


# ── the step moves ───────────────────────────────────────────────────────────────────────────────────


def test_langkah_tanda_tangan_yang_beralih_menetapkan_ulang_atas_nama_yang_berwenang(dunia):
    u = ditetapkan(dunia)
    lama = naskah(u)
    absen(dunia, dunia.dewi, sejak=14)
    assert tasks.alihkan_langkah(timezone.now().isoformat()) == 1
    lama.refresh_from_db()
    u = segar(u)
    assert (lama.tahap, u.status, u.langkah_kini.kode) == ("batal", "diproses", "penetapan")
    mundur = u.langkah.get(kode="tanda_tangan")
    assert mundur.keadaan == "dikembalikan"
    assert f"Nomor {lama.nomor} batal; naskah ditetapkan ulang" in mundur.catatan
    assert "berhalangan sejak" in mundur.catatan
    assert Pemberitahuan.objects.filter(pengguna=dunia.akun_citra, kunci=f"langkah:{u.langkah_kini_id}").exists()
    assert tasks.alihkan_langkah(timezone.now().isoformat()) == 0
    alur.tetapkan(u, oleh=oleh(dunia, "citra"), versi=u.versi_baris)
    u = cetak(u)
    assert u.langkah_kini.jabatan.kode == "KEPALA-SETDA"
    assert (tanda(u)["nip"], naskah(u).nomor) == (dunia.sekda.nip, lama.nomor.replace("/1/", "/2/"))
    assert naskah(u).data["tanda_tangan_elektronik"] is False  # the Sekda signs on paper
    alur.sahkan(u, oleh=oleh(dunia, "sekda"), versi=u.versi_baris, file=pdf())
    assert segar(u).status == "selesai"


def test_sk_kolektif_yang_penandanya_berhalangan_mundur_bersama(dunia):
    usulan = [siap_nomor(dunia, nama) for nama in ("Ani", "Anton", "Rina")]
    sk = kolektif(dunia, *usulan)
    absen(dunia, dunia.dewi, sejak=14)
    tasks.alihkan_langkah(timezone.now().isoformat())
    sk.refresh_from_db()
    assert sk.tahap == "batal"
    assert {segar(u).langkah_kini.kode for u in usulan} == {"penetapan"}
    assert {u.langkah.filter(keadaan="dikembalikan").count() for u in usulan} == {1}
    assert kolektif(dunia, *usulan).data["tanda_tangan"]["nip"] == dunia.sekda.nip


# ── the holder changes ───────────────────────────────────────────────────────────────────────────────


def test_pejabat_baru_tidak_menandatangani_cetakan_lama_dan_mengembalikannya(dunia, client, langsung):
    satu, dua = ditetapkan(dunia), ditetapkan(dunia, "Anton Wibowo")
    berganti(dunia)
    klien = masuk(client, dunia.akun_eko)
    with langsung():
        assert penandatangan.BERGANTI in tandatangani(klien, satu).content.decode()
    pilihan = [(segar(u), segar(u).versi_baris) for u in (satu, dua)]
    with pytest.raises(DitolakAlur, match="Pejabatnya berganti"):
        tanda_tangan.minta(pilihan, oleh=oleh(dunia, "eko"), sandi=SANDI)
    kembali = reverse("layanan:usulan_kembalikan", args=[satu.nomor])
    klien.post(kembali, {"versi": segar(satu).versi_baris, "ke": "penetapan", "alasan": "Pejabat berganti."})
    u = segar(satu)
    assert u.langkah_kini.kode == "penetapan"
    alur.tetapkan(u, oleh=oleh(dunia, "citra"), versi=u.versi_baris)
    u = cetak(u)
    assert tanda(u)["nip"] == dunia.eko.nip
    with langsung():
        tandatangani(klien, u)
    assert segar(u).status == "selesai"
    # a clerk of the office may return it as well
    u = segar(dua)
    alur.kembalikan(u, oleh=oleh(dunia, "cici"), versi=u.versi_baris, alasan="Pejabat berganti.", ke="penetapan")
    assert segar(dua).langkah_kini.kode == "penetapan"


def test_pindaian_yang_ditandatangani_pejabat_lama_tetap_dapat_direkam(dunia):
    """He held the office on the day the naskah was numbered; the scan comes later, by a clerk."""
    u = ditetapkan(dunia)
    tambah(dunia.dewi, "kedudukan", kedudukan_id="99", tmt=HARI + timedelta(days=1))
    besok = timezone.now() + timedelta(days=2)
    alur.sahkan(u, oleh=dunia.oleh("cici", pada=besok), versi=u.versi_baris, file=pdf())
    assert segar(u).status == "selesai"


def test_pindaian_dari_jabatan_lain_ditolak(dunia):
    """A step that had moved without its naskah, as it did before: another office than the printed one."""
    u = ditetapkan(dunia)
    LangkahUsulan.objects.filter(pk=u.langkah_kini_id).update(jabatan=Jabatan.objects.get(kode="KEPALA-SETDA"))
    with pytest.raises(DitolakAlur, match="Pejabatnya berganti"):
        alur.sahkan(u, oleh=oleh(dunia, "sekda"), versi=u.versi_baris, file=pdf())
    LangkahUsulan.objects.filter(pk=u.langkah_kini_id).update(jabatan=None, kantor_luar="BUPATI")
    with pytest.raises(DitolakAlur, match="Pejabatnya berganti"):
        alur.sahkan(u, oleh=oleh(dunia, "perekam"), versi=u.versi_baris, file=pdf())


@pytest.mark.parametrize(("nama", "sah"), [("H. Lama", True), ("H. Baru", True), ("H. Lain", False), ("", True)])
def test_nama_bupati_yang_tercetak_dicocokkan(dunia, nama, sah):
    """Numbered yesterday under the one, recorded today under the other: both may have signed."""
    kemarin = HARI - timedelta(days=1)
    for siapa, sejak, sampai in (("H. Lama", kemarin, kemarin), ("H. Baru", HARI, None)):
        PejabatLuar.objects.create(kantor="BUPATI", jabatan="Bupati Lamongan", nama=siapa, sejak=sejak, sampai=sampai,
                                   dasar="uji")  # fmt: skip
    n = Naskah(tanggal=kemarin, data={"tanda_tangan": {"nama": nama, "nip": "", "kantor_luar": "BUPATI"}})
    langkah = LangkahUsulan(kantor_luar="BUPATI")
    if sah:
        penandatangan.harus_tercetak(n, None, langkah, oleh(dunia, "perekam"), elektronik=False)
    else:
        with pytest.raises(DitolakAlur, match="Pejabatnya berganti"):
            penandatangan.harus_tercetak(n, None, langkah, oleh(dunia, "perekam"), elektronik=False)


# ── konseptor, own usulan ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "pintu",
    [
        lambda u, dewi: alur.sahkan(u, oleh=dewi, versi=u.versi_baris, file=pdf()),
        lambda u, dewi: tanda_tangan.minta([(u, u.versi_baris)], oleh=dewi, sandi=SANDI),
    ],
    ids=["kertas", "elektronik"],
)
def test_konseptor_seorang_rekan_tidak_menandatangani_sk_kolektif(dunia, pintu):
    usulan = [siap_nomor(dunia, nama) for nama in ("Ani", "Anton", "Rina")]
    sk = kolektif(dunia, *usulan)
    usulan[1].langkah.filter(kode="penetapan").update(oleh=dunia.akun_dewi)
    u = segar(usulan[0])
    dewi = oleh(dunia, "dewi")
    with pytest.raises(DitolakAlur, match=f"Konseptor {usulan[1].nomor}"):
        pintu(u, dewi)
    sk.refresh_from_db()
    assert sk.tahap == "tercetak"
    assert {segar(x).langkah_kini.kode for x in usulan} == {"tanda_tangan"}


def test_yang_ada_di_dalam_sk_kolektif_tidak_mengesahkannya(dunia):
    usulan = [siap_nomor(dunia, nama) for nama in ("Ani", "Anton")]
    kolektif(dunia, *usulan)
    Usulan.objects.filter(pk=usulan[1].pk).update(pegawai=dunia.cici)
    u = segar(usulan[0])
    with pytest.raises(BukanWewenang, match=f"{usulan[1].nomor}: Anda tidak dapat memutus usulan tentang diri Anda"):
        alur.sahkan(u, oleh=oleh(dunia, "cici"), versi=u.versi_baris, file=pdf())
    Usulan.objects.filter(pk=usulan[1].pk).update(pegawai=dunia.dewi)  # the printed signer, recorded by a clerk
    with pytest.raises(BukanWewenang, match="Penanda tangan yang tercetak adalah pemohon"):
        alur.sahkan(u, oleh=oleh(dunia, "cici"), versi=u.versi_baris, file=pdf())


def test_pembuat_draf_dari_bkd_ikut_konseptor_operator_tidak(dunia):
    u = ditetapkan(dunia)
    Usulan.objects.filter(pk=u.pk).update(dibuat_oleh=dunia.akun_dewi)
    with pytest.raises(BukanWewenang, match="Konseptor"):
        alur.sahkan(u, oleh=oleh(dunia, "cici"), versi=u.versi_baris, file=pdf())
    Usulan.objects.filter(pk=u.pk).update(dibuat_oleh=dunia.akun_eko)
    tugaskan(dunia.akun_eko, "operator_opd", "DINKES")
    jabat(dunia.eko, "PLH", sejak=0)
    u = segar(u)
    bukan_konseptor(u, u.langkah_kini)  # he worked for the OPD
