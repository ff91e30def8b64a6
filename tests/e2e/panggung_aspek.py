"""Panggung layar aspek: kantor rekaan dengan kepangkatan, mutasi, dan karier saja.

The same play as ``manage.py demo`` without pay, acts on naskah and signatures, which ``panggung_mesin`` has; of
kenaikan pangkat only what stands at BKN and a draft. So it stands in half the time.
"""

from contextlib import ExitStack
from unittest.mock import patch

from karier.models import PesertaUji
from kepangkatan.models import PesertaUjian
from tata_kelola.demo import babak, isi
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.penghargaan import staf_sejahtera
from tests.e2e.panggung_mesin import BENIH, JUMLAH, Panggung

KARIER, PESERTA, DIUJI = "Staf Subbidang Karier", "Peserta ujian", "Peserta uji kompetensi"
MUTASI = "Staf Subbidang Mutasi"
SEJAHTERA = "Staf Subbidang Kesejahteraan"
TANPA = (
    "isi_gaji", "tambah_pangkat", "tambah_tindakan", "tandatangani_sebagian", "ketidakhadiran", "isi_templat",
    "_contoh_dosir",
)  # fmt: skip


def _tidak(*_, **__):
    """A part that is left out."""


def siapkan():
    """The stage, before the server starts; with three people the printed list does not name."""
    with ExitStack() as tumpukan:
        tumpukan.enter_context(patch.multiple(isi, **dict.fromkeys(TANPA, _tidak)))
        tumpukan.enter_context(
            patch.multiple(
                babak, gaji_berkala=_tidak, sk_kolektif=_tidak, BABAK_KP_LUAR=(),
                BABAK_KP=(("pertek", "", False), ("pertek", "", False), ("draf", "", False)),
            )
        )  # fmt: skip
        akun = isi.isi_demo(JUMLAH, BENIH, susulan=0)
    nama = {a.peran: a.nama_pengguna for a in akun} | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
    }
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    return Panggung(nama)
