"""Dunia tanda tangan: kantor Kepala BKD yang menandatangani secara elektronik, dengan CA dan sertifikat uji."""

from datetime import date

from kepegawaian.models import Naskah, Pegawai, Setelan
from layanan import alur, katalog, naskah as modul_naskah
from layanan.katalog import Langkah, TemplatNaskah
from layanan.models import Usulan
from tests.kunci_uji import CaUji
from tests.layanan.conftest import LayananUji
from tests.pabrik import buat_pegawai

SANDI = "ikan-bandeng-lamongan-7"
KANTOR = "KEPALA-BKPSDM"


class LayananTte(LayananUji):
    """Numbered by staf SUB12, signed by Kepala BKD; printed as a real letter."""

    slug = "uji-tte"
    nama = "Layanan uji tanda tangan"
    dokumen = ()
    syarat = LayananUji.syarat[1:2]
    alur = (
        Langkah("penetapan", "Penetapan", katalog.staf("SUB12"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN),
    )
    naskah = TemplatNaskah("surat", "naskah/kgb.html", "TTE", "Surat uji", "TTE/{urut}/{tahun}")
    pengusul = ("staf_bkd",)

    def kantor_penandatangan(self, konteks):
        return "KABAN"

    def data_naskah(self, konteks):
        tanda = {"jabatan": "Kepala BKPSDM", "nama": "Dewi Kartika", "nip": "", "pangkat": "", "atas_nama": ""}
        return {"nama": konteks.profil.nama, "penetap": "Kepala BKPSDM", "tanda_tangan": tanda, "tempat": "Lamongan",
                "kop": {"instansi": "PEMERINTAH KABUPATEN LAMONGAN", "opd": "BKPSDM"}, "kepada": ["Kepala Dinas"]}  # fmt: skip


class LayananStrategis(LayananTte):
    """The same, but no Plt may decide it."""

    slug = "uji-strategis"
    strategis = True


def setel(cara, kode=KANTOR):
    """The office signs in this way since the new year."""
    Setelan.objects.create(kunci="tte_kantor", nilai={"BUPATI": "basah", kode: cara}, uraian="uji",
                           berlaku_sejak=date(2026, 1, 1), dasar="uji", keyakinan="asumsi")  # fmt: skip


def pasang_sertifikat(folder, pegawai, **isi):
    """Test CA among the trusted roots and the PKCS#12 of the office for ``pegawai``; returns the CA."""
    ca = CaUji.baru()
    ca.tulis_akar(folder)
    ca.tulis_p12(folder, KANTOR, SANDI, "Dewi Kartika", nip=pegawai.nip, **isi)
    return ca


def menunggu_ttd(orang, nama="Ani Lestari", slug="uji-tte"):
    """A usulan of a new person, printed, at the signing step; its steps through ``alur`` and the real printer."""
    pegawai = Pegawai.objects.select_related("kini").get(pk=buat_pegawai(nama=nama, unit="DISDIK", golongan="II/d").pk)
    u = alur.buat_draf(katalog.ambil(slug), pegawai, oleh=orang.oleh("citra"))
    u = alur.ajukan(u, oleh=orang.oleh("citra"), versi=u.versi_baris)
    alur.tetapkan(u, oleh=orang.oleh("citra"), versi=u.versi_baris)
    assert modul_naskah.cetak(Naskah.objects.get(usulan__usulan=u).pk)
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=u.pk)


def kunci(*usulan):
    """Form values of ticked rows."""
    return [f"{u.nomor}:{u.versi_baris}" for u in usulan]
