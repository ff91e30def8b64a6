"""Argumen alamat: what stands in the addresses of the table, taken from the world."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from kepegawaian.aturan import tambah_bulan

HARI_INI = date.today()


def nip(d):
    return (d.ani.nip,)


def absen(siapa, *lain):
    """The year of somebody's absence."""
    return lambda d: (getattr(d, siapa).nip, HARI_INI.year - 1, *lain)


def daftar_bkn():
    """A list of BKN's answers without a row: the page says so."""
    return SimpleUploadedFile("jawaban.csv", b"NIP;HASIL\n", content_type="text/csv")


def periode(_d):
    return (tambah_bulan(HARI_INI.replace(day=1), 1).isoformat(),)


def usulan(kode):
    return lambda d: (d.usulan[kode].nomor,)


def draf(d):
    return (d.draf.nomor,)


def kegiatan(d):
    return (d.kegiatan_uji.pk,)


def anugerah(d):
    return (str(d.periode_slks.tahun),)


def pemilihan(d):
    return (d.pemilihan.pk,)


def skp(d):
    return (d.skp.pk,)


def hasil(d):
    return (d.hasil_ani.pk,)


def seleksi(d):
    return (d.seleksi.pk,)


def asn(d):
    return (d.asn.pk,)


def asn_hasil(d):
    return (d.asn_hasil.pk,)


def asn_ganti(d):
    return (d.asn_ganti.pk,)


def asn_calon(d):
    return (d.asn_calon.pk,)


def rencana(d):
    return (d.seleksi_rencana.pk,)


def isian_realisasi(d):
    return (d.kinerja_skp.pk, 1, d.kinerja_hasil.pk)


def tempel(u):
    return (u.nomor, u.berkas.get().pk)


def tahun_ini(_d):
    return (HARI_INI.year,)


def simpul(d):
    return (d.simpul.pk,)


def indikator(d):
    return (d.indikator.pk,)
