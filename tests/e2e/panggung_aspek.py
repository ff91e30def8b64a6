"""Panggung layar aspek: the demo of ``tests/panggung_demo.py``, with people the printed list does not name."""

from karier.models import PesertaUji
from kepangkatan.models import PesertaUjian
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.pengadaan import calon_contoh, staf_formasi
from tata_kelola.demo.penghargaan import staf_sejahtera
from tests import panggung_demo
from tests.e2e.panggung_mesin import Panggung

KARIER, PESERTA, DIUJI = "Staf Subbidang Karier", "Peserta ujian", "Peserta uji kompetensi"
MUTASI = "Staf Subbidang Mutasi"
SEJAHTERA = "Staf Subbidang Kesejahteraan"
FORMASI, CALON = "Staf Subbidang Formasi", "Peserta seleksi, berkas dikembalikan"


def siapkan():
    """The stage, before the server starts."""
    nama = panggung_demo.kisah().akun | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
        FORMASI: staf_formasi().nama_pengguna,
        **{a.peran: a.nama_pengguna for a in calon_contoh()},
    }
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    return Panggung(nama)
