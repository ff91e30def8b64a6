"""Panggung layar aspek: the demo of ``tests/panggung_demo.py``, with people the printed list does not name."""

from eperformance.models import Skp
from karier.models import PesertaUji
from kepangkatan.models import PesertaUjian
from kepegawaian.models import Pengguna
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.penghargaan import staf_sejahtera
from tests import panggung_demo
from tests.e2e.panggung_mesin import Panggung

KARIER, PESERTA, DIUJI = "Staf Subbidang Karier", "Peserta ujian", "Peserta uji kompetensi"
MUTASI = "Staf Subbidang Mutasi"
SEJAHTERA = "Staf Subbidang Kesejahteraan"
KINERJA, PEMILIK_DRAF, PENETAP = "Staf Subbidang Evaluasi Kinerja", "Pemilik draf SKP", "Penilai SKP"


def draf_skp():
    """A draft of this year with contents."""
    return (
        Skp.objects.filter(status="draf", hasil__indikator__isnull=False, penilai__isnull=False)
        .order_by("-periode__tahun", "pk")
        .first()
    )


def skp_berperan():
    """The SKP of an atasan whose matrix has cells."""
    return Skp.objects.filter(hasil__peran__isnull=False).order_by("-periode__tahun", "pk").first()


def _kinerja():
    """Who keeps the calendar, who owns a draft, and whose matrix is filled; who is missing stays out."""
    kantor = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB41", is_active=True).order_by("pk").first()
    hasil = {KINERJA: kantor.nama_pengguna} if kantor else {}
    for peran, skp in ((PEMILIK_DRAF, draf_skp()), (PENETAP, skp_berperan())):
        if skp is not None:
            hasil[peran] = skp.pegawai.nip
    return hasil


def siapkan():
    """The stage, before the server starts."""
    nama = panggung_demo.kisah().akun | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
    }
    nama |= _kinerja()
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    return Panggung(nama)
