"""Kantor disiplin: atasan, penangan, tim, dan orang yang tidak boleh tahu; ``Lakon`` memainkan kasus lewat alur.

Moments run from some weeks ago to today, so that the day limits of the law are those of a real case.
"""

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from disiplin import kasus as perkara
from disiplin.models import KasusDisiplin
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Naskah, Pegawai, PejabatLuar
from layanan import alur
from layanan.models import Usulan
from layanan.wewenang import alasan_tidak_berwenang
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, tambah, tugaskan

ORANG = {
    "ani": {"nama": "Ani Lestari", "unit": "DINKES-SUBBAG1", "golongan": "III/b", "mkg": (4, 0)},
    "rekan": {"nama": "Rekan Sejawat", "unit": "DINKES-SUBBAG1"},
    "opi": {"nama": "Opi Rahma", "unit": "DINKES-SUBBAG1"},
    "kasubbag": {"nama": "Kasub Hadi", "unit": "DINKES-SUBBAG1", "jabatan": "KEPALA-DINKES-SUBBAG1", "golongan": "III/d"},
    "sekdin": {"nama": "Sekdin Wati", "unit": "DINKES-SEKRET", "jabatan": "KEPALA-DINKES-SEKRET", "golongan": "IV/b"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "auditor": {"nama": "Auditor Budi", "unit": "ITKAB-BID1", "golongan": "IV/a", "kelamin": "L"},
    "sari": {"nama": "Sari Dewi", "unit": "SUB11", "golongan": "III/c"},
    "citra": {"nama": "Citra Ayu", "unit": "SUB12"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB11", "jabatan": "KEPALA-SUB11", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID1", "jabatan": "KEPALA-BID1", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
}  # fmt: skip
ISIAN = {"sumber": "atasan", "kejadian": "2026-02-06", "dugaan": ["3d"], "perkiraan": "ringan",
         "uraian": "Tidak menaati ketentuan cuti."}  # fmt: skip
ABSEN = ISIAN | {"dugaan": ["4f"], "uraian": "Tidak masuk kerja tanpa alasan yang sah."}


@pytest.fixture
@bersama
def kantor(db):
    """As ``isi_kantor``."""
    return isi_kantor()


def isi_kantor():
    """Everybody of ``ORANG`` with an account, an operator, an inspektorat reader, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    k.akun["perekam"] = buat_akun(nama_pengguna="perekam.bupati", nama="Perekam Bupati")
    tugaskan(k.akun["perekam"], "perekam_pimpinan")
    k.akun["pengawas"] = buat_akun(nama_pengguna="pengawas", nama="Inspektorat")
    tugaskan(k.akun["pengawas"], "inspektorat")
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    return k


class Lakon:
    """Plays one case; ``hari`` moves on by working days with every act unless told (``lompat``)."""

    def __init__(self, kantor, mundur=70):
        self.kantor, self.acuan = kantor, acuan_kini()
        self.hari = self.acuan.tambah_hari_kerja(timezone.localdate() - timedelta(days=mundur), 1)

    @property
    def pada(self):
        """The present moment of the play."""
        return timezone.make_aware(datetime.combine(self.hari, time(9, 0)))

    def oleh(self, nama):
        """The Pelaku of a person on the day of the play."""
        akun = self.kantor.akun[nama]
        return alur.Pelaku(akun, hitung_hak(akun, per=self.hari, acuan=self.acuan), "127.0.0.1", self.pada)

    def lompat(self, hari_kerja):
        """Moves on; never past today."""
        self.hari = min(self.acuan.tambah_hari_kerja(self.hari, hari_kerja), timezone.localdate())

    def buka(self, pegawai, oleh="kasubbag", **isian):
        """Opens a case."""
        return self.segar(perkara.buka(pegawai, oleh=self.oleh(oleh), isian=ISIAN | isian).usulan)

    @staticmethod
    def segar(usulan):
        """Read again."""
        return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)

    @staticmethod
    def kasus(usulan):
        """Its KasusDisiplin."""
        return KasusDisiplin.objects.get(usulan=usulan)

    def pemegang(self, usulan):
        """Name of somebody who may act at the waiting step."""
        for nama in self.kantor.akun:
            if not alasan_tidak_berwenang(usulan, usulan.langkah_kini, self.oleh(nama).hak):
                return nama
        raise AssertionError(f"tidak ada pemegang {usulan.langkah_kini.kode}")

    def maju(self, usulan, kode, siapa="", **isi):
        """The waiting step must be ``kode``, held by ``siapa`` when named; answers it with ``isi``."""
        usulan = self.segar(usulan)
        assert usulan.langkah_kini is not None, usulan.status
        assert usulan.langkah_kini.kode == kode
        nama = self.pemegang(usulan)
        assert siapa in ("", nama)
        oleh, versi = self.oleh(nama), usulan.versi_baris
        aksi = usulan.langkah_kini.aksi
        if aksi == "tetapkan":
            alur.tetapkan(usulan, oleh=oleh, versi=versi)
        elif aksi == "tanda_tangan":
            self.cetak(usulan)
            alur.sahkan(usulan, oleh=oleh, versi=versi, file=pdf())
        elif aksi == "rekam":
            alur.rekam(usulan, isi, oleh=oleh, versi=versi)
        else:
            periksa = {h["kode"]: "Sudah dilihat." for h in usulan.hasil_syarat}
            alur.setujui(usulan, oleh=oleh, versi=versi, periksa=periksa, data=isi)
        return self.segar(usulan)

    @staticmethod
    def cetak(usulan, surat=False):
        """The print a worker would make."""
        for n in Naskah.objects.filter(usulan__usulan=usulan, usulan__surat=surat, tahap="menunggu_cetak"):
            n.berkas_cetak.save("n.pdf", pdf())
            Naskah.objects.filter(pk=n.pk).update(tahap="tercetak", hash_cetak="a" * 64)

    def panggil(self, usulan, ke=1):
        """A summons three working days ahead."""
        hari = self.acuan.tambah_hari_kerja(self.hari, 3)
        usulan = self.maju(usulan, f"panggilan_{ke}", tanggal_periksa=hari.isoformat(), jam="09:00", tempat="Ruang rapat",
                           kepada="Pemeriksa")  # fmt: skip
        self.hari = hari
        return usulan

    def periksa(self, usulan, siapa=""):
        """Summoned, present, examined, BAP closed and signed."""
        usulan = self.maju(self.panggil(usulan), "kehadiran_1", hasil="hadir")
        self.tulis_bap(usulan, siapa or self.pemegang(usulan))
        usulan = self.maju(usulan, "pemeriksaan", siapa, kerugian="tidak")
        return self.maju(usulan, "tanda_tangan_bap", hasil="ditandatangani")

    def tulis_bap(self, usulan, siapa):
        """One BAP of the examinee, closed."""
        satu = perkara.berkas_kasus(usulan)
        data = {"tentang": "terperiksa", "nama": "Ani", "jabatan": "", "tanggal": self.hari, "tempat": "Ruang rapat",
                "cara": "tatap_muka"}  # fmt: skip
        bap = perkara.buat_bap(satu, data, oleh=self.oleh(siapa))
        perkara.isi_bap(bap, [("Apakah Saudara sehat?", "Ya, sehat.")], oleh=self.oleh(siapa))
        return perkara.tutup_bap(bap, oleh=self.oleh(siapa))

    def sampai_lhp(self, pegawai, *, jenis, norma=("3d",), dampak="unit", perkiraan="ringan", **isi):
        """A case examined by the atasan up to its recommendation."""
        usulan = self.buka(pegawai, perkiraan=perkiraan, dugaan=list(norma))
        if perkiraan == "ringan":
            usulan = self.maju(usulan, "telaah_atasan", hasil="atasan", pertimbangan="Cukup alasan.")
        else:
            usulan = self.maju(usulan, "telaah", hasil="atasan", pertimbangan="Cukup alasan.")
        usulan = self.periksa(usulan)
        return self.maju(usulan, "lhp", terbukti="ya", norma=list(norma), dampak=dampak, alasan_dampak="Terganggu.",
                         jenis=jenis, **isi)  # fmt: skip

    def putuskan(self, usulan, **isi):
        """Decision, SK, signature, delivery."""
        usulan = self.maju(usulan, "keputusan", hasil="dijatuhi", alasan="Setimpal.", **isi)
        usulan = self.maju(usulan, "penetapan", "sari")
        usulan = self.maju(usulan, "tanda_tangan")
        self.lompat(1)
        return self.maju(
            usulan, "penyampaian", hasil="disampaikan", tanggal_terima=self.hari.isoformat(), tempat="Kantor"
        )

    def berlakukan(self, usulan):
        """No keberatan inside its time: in force."""
        self.lompat(16)
        return self.maju(usulan, "upaya", "sari", hasil="tidak_ada")


@pytest.fixture
def lakon(kantor):
    """A ``Lakon`` from ten weeks ago."""
    return Lakon(kantor)


def rapikan(pegawai):
    """Read again."""
    return Pegawai.objects.select_related("kini").get(pk=pegawai.pk)


__all__ = ["ABSEN", "ISIAN", "Lakon", "rapikan", "tambah"]
