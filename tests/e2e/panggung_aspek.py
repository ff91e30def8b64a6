"""Panggung layar aspek: the demo of ``tests/panggung_demo.py``, with people the printed list does not name."""

from django.utils import timezone

from eperformance.models import PermintaanUmpanBalik, Realisasi
from karier.models import PesertaUji
from kepangkatan.models import PesertaUjian
from kepegawaian.akses import pemangku
from kepegawaian.models import ProfilKini
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.kinerja_pohon import staf_kinerja
from tata_kelola.demo.penghargaan import staf_sejahtera
from tests import panggung_demo
from tests.e2e.panggung_mesin import Panggung

KARIER, PESERTA, DIUJI = "Staf Subbidang Karier", "Peserta ujian", "Peserta uji kompetensi"
MUTASI = "Staf Subbidang Mutasi"
SEJAHTERA = "Staf Subbidang Kesejahteraan"
KINERJA = "Staf Subbidang Evaluasi Kinerja"
BERSKP, MENILAI, DIMINTA = "Pemilik realisasi", "Penilai realisasi", "Diminta umpan balik"


def siapkan():
    """The stage, before the server starts."""
    nama = panggung_demo.kisah().akun | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
        KINERJA: staf_kinerja().nama_pengguna,
    }
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    return Panggung(nama | _realisasi())


def _realisasi():
    """Who has the first SKP with realisasi, who assesses him, who owes feedback, and a staf of SUB41."""
    staf = ProfilKini.objects.filter(unit__kode="SUB41", aktif=True).exclude(jenis_jabatan="struktural")
    nama = {KINERJA: staf.order_by("nip").first().nip}
    if r := Realisasi.objects.select_related("hasil__skp__pegawai").order_by("pk").first():
        skp = r.hasil.skp
        penilai = pemangku(timezone.localdate(), [skp.penilai_id])[skp.penilai_id][0]
        nama |= {BERSKP: skp.pegawai.nip, MENILAI: ProfilKini.objects.get(pk=penilai.pegawai_id).nip}
    if p := PermintaanUmpanBalik.objects.filter(dijawab_pada=None).select_related("pegawai").order_by("pk").first():
        nama[DIMINTA] = p.pegawai.nip
    return nama
