"""Panggung layar aspek: the demo of ``tests/panggung_demo.py``, with people the printed list does not name."""

from django.core.files.base import ContentFile
from django.utils import timezone

from diklat.models import PesertaPelatihan
from eperformance.models import PermintaanUmpanBalik, Skp
from karier.models import PesertaUji
from kepangkatan.models import PesertaUjian
from kepegawaian.acuan import acuan_kini
from kepegawaian.akses import pemangku
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna, ProfilKini
from layanan.pelaku import Pelaku
from pengadaan.kebutuhan import lembar
from pengadaan.models import AnalisisJabatan
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.kinerja_pohon import staf_kinerja
from tata_kelola.demo.pelatihan import staf as staf_pelatihan
from tata_kelola.demo.pengadaan import calon_contoh, staf_formasi
from tata_kelola.demo.penghargaan import staf_sejahtera
from tata_kelola.demo.tugas_belajar import staf_diklat
from tests import panggung_demo
from tests.e2e.panggung_mesin import Panggung

KARIER, PESERTA, DIUJI = "Staf Subbidang Karier", "Peserta ujian", "Peserta uji kompetensi"
DIKLAT_TEKNIS = "Staf Subbidang Diklat Teknis"
PESERTA_PELATIHAN = "Peserta pelatihan yang berlangsung"
MUTASI = "Staf Subbidang Mutasi"
SEJAHTERA = "Staf Subbidang Kesejahteraan"
KASUBBID_FORMASI, PEREKAM = "Kasubbid Formasi", "Perekam Bupati"
FORMASI, CALON = "Staf Subbidang Formasi", "Peserta seleksi, berkas dikembalikan"
DIKLAT = "Staf Subbidang Program dan Evaluasi Diklat"
KINERJA, PEMILIK_DRAF, PENETAP = "Staf Subbidang Evaluasi Kinerja", "Pemilik draf SKP", "Penilai SKP"
BERSKP, MENILAI, DIMINTA = "Pemilik realisasi", "Penilai realisasi", "Diminta umpan balik"


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


def sesi_hadir():
    """(session, NIP of one who attends it) of a training that runs."""
    berlangsung = PesertaPelatihan.objects.filter(
        status="peserta", kegiatan__tahap="berlangsung", kegiatan__sesi__isnull=False
    )
    return berlangsung.order_by("pk").values_list("kegiatan__sesi", "pegawai__nip").first()


def _kinerja():
    """Who owns a draft, and whose matrix is filled; who is missing stays out."""
    hasil = {}
    for peran, skp in ((PEMILIK_DRAF, draf_skp()), (PENETAP, skp_berperan())):
        if skp is not None:
            hasil[peran] = skp.pegawai.nip
    return hasil


def siapkan():
    """The stage, before the server starts."""
    nama = panggung_demo.kisah().akun | {
        KARIER: staf_karier().nama_pengguna,
        SEJAHTERA: staf_sejahtera().nama_pengguna,
        KINERJA: staf_kinerja().nama_pengguna,
        DIKLAT: staf_diklat().nama_pengguna,
        DIKLAT_TEKNIS: staf_pelatihan("SUB33").nama_pengguna,
        FORMASI: staf_formasi().nama_pengguna,
        **{a.peran: a.nama_pengguna for a in calon_contoh()},
    }
    nama |= _kinerja() | {PESERTA_PELATIHAN: sesi_hadir()[1]}
    kasub = Pengguna.objects.filter(pegawai__kini__jabatan__kode="KEPALA-SUB21", pegawai__kini__aktif=True)
    nama[KASUBBID_FORMASI] = kasub.earliest("pk").nama_pengguna
    nama[PEREKAM] = Pengguna.objects.filter(penugasan__peran="perekam_pimpinan").earliest("pk").nama_pengguna
    for peran, model in ((PESERTA, PesertaUjian), (DIUJI, PesertaUji)):
        nama[peran] = model.objects.select_related("pegawai").earliest("pk").pegawai.nip
    panggung = Panggung(nama | _realisasi())
    _unggah_abk(panggung)
    return panggung


def _unggah_abk(panggung):
    """A sheet of tasks that is read and not applied: one row is good, one is not."""
    akun, acuan = panggung.pengguna(KASUBBID_FORMASI), acuan_kini()
    oleh = Pelaku(akun, hitung_hak(akun, per=timezone.localdate(), acuan=acuan), "127.0.0.1")
    a = AnalisisJabatan.objects.filter(status="draf").select_related("unit", "jabatan").earliest("pk")
    tempat = f"{a.unit.kode},{a.unit.nama},{a.jabatan.kode},{a.jabatan.nama}"
    isi = f"{','.join(lembar.KOLOM)}\n{tempat},Menyusun laporan,Laporan,12,300\n{tempat},Mengarsipkan surat,Surat,banyak,10\n"
    lembar.baca(ContentFile(isi.encode(), "abk-contoh.csv"), a.tahun, {a.unit_id}, acuan, oleh=oleh)


def _realisasi():
    """Who has the first SKP with realisasi, who assesses him, and who owes feedback."""
    nama = {}
    skp = Skp.objects.filter(hasil__realisasi__nomor=1, penilai__isnull=False).distinct().order_by("pk")
    for satu in skp.select_related("pegawai")[:50]:
        if kepala := pemangku(timezone.localdate(), [satu.penilai_id])[satu.penilai_id]:
            nama |= {BERSKP: satu.pegawai.nip, MENILAI: ProfilKini.objects.get(pk=kepala[0].pegawai_id).nip}
            break
    if p := PermintaanUmpanBalik.objects.filter(dijawab_pada=None).select_related("pegawai").order_by("pk").first():
        nama[DIMINTA] = p.pegawai.nip
    return nama
