"""Panggung layar aspek: the demo of ``tests/panggung_demo.py``, with people the printed list does not name."""

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
KASUBBID_FORMASI, PEREKAM = "Kasubbid Formasi", "Perekam Bupati"


def siapkan():
    """The stage, before the server starts."""
    nama = panggung_demo.kisah().akun | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
    }
    kasub = Pengguna.objects.filter(pegawai__kini__jabatan__kode="KEPALA-SUB21", pegawai__kini__aktif=True)
    nama[KASUBBID_FORMASI] = kasub.earliest("pk").nama_pengguna
    nama[PEREKAM] = Pengguna.objects.filter(penugasan__peran="perekam_pimpinan").earliest("pk").nama_pengguna
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    return Panggung(nama)
