"""Ekspor daftar pegawai: tepat yang tampil (saringan dan cakupan yang sama), dan berkas 67 kolom SIASN."""

import tempfile

from django.http import FileResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from kepegawaian import akses, impor, jejak
from kepegawaian.views.pegawai import PELIHAT, saring_pegawai

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KOLOM = (
    "NIP",
    "NAMA",
    "STATUS",
    "KEDUDUKAN HUKUM",
    "GOLONGAN",
    "TMT GOLONGAN",
    "JENIS JABATAN",
    "JABATAN",
    "ESELON",
    "JENJANG",
    "TMT JABATAN",
    "UNIT KERJA",
    "OPD",
    "PENDIDIKAN",
    "TMT PENSIUN",
)


def unduhan(file, nama):
    """An xlsx as attachment, kept by nobody on the way."""
    file.seek(0)
    jawab = FileResponse(file, as_attachment=True, filename=nama, content_type=XLSX)
    jawab["Cache-Control"] = "private, no-store"
    return jawab


def unduh_daftar(request, judul, kolom, baris, *, objek, nama=""):
    """Any list as xlsx, all its pages: ``baris`` are streamed into the sheet ``judul``, recorded with the filter.

    ``objek``: the model the record names. ``nama``: file name without ending; default from the title and today.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 - FileResponse closes it
    hitung = _Hitung(baris)
    impor.tulis_daftar(judul, kolom, hitung, file)
    with request.sebagai():
        jejak.catat("ekspor", (objek, None), jumlah=hitung.jumlah, daftar=judul.lower(), saringan=_saringan(request))
    nama = nama or f"{slugify(judul)}-{request.hari_ini:%Y%m%d}"
    return unduhan(file, f"{nama}.xlsx")


@akses.peran(*PELIHAT)
@require_safe
def pegawai_ekspor(request):
    """The list of pegawai as it is filtered."""
    baris = _baris(saring_pegawai(request).qs.iterator(chunk_size=2000), request.acuan)
    return unduh_daftar(request, "Daftar pegawai", KOLOM, baris, objek="profilkini")


@akses.peran("staf_bkd")
@require_safe
def pegawai_ekspor_siasn(request):
    """The same list as the 67-column file of SIASN; NIK, contact and tax columns stay empty."""
    saring = saring_pegawai(request)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - FileResponse closes it
    jumlah = impor.tulis_67(saring.qs, file)
    with request.sebagai():
        jejak.catat(
            "ekspor", ("profilkini", None), jumlah=jumlah, daftar="67 kolom SIASN", saringan=_saringan(request)
        )
    return unduhan(file, f"data-asn-{request.hari_ini:%Y%m%d}.xlsx")


def _saringan(request):
    return request.GET.urlencode()[:300]


class _Hitung:
    """Passes rows through and knows how many there were."""

    def __init__(self, baris):
        self.baris, self.jumlah = baris, 0

    def __iter__(self):
        for satu in self.baris:
            self.jumlah += 1
            yield satu


def _baris(daftar, acuan):
    unit = {u.id: u.nama for u in acuan.unit.values()}
    for p in daftar:
        yield (
            p.nip,
            p.nama_lengkap,
            p.status,
            p.kedudukan.nama if p.kedudukan else "",
            p.golongan_id,
            p.tmt_pangkat,
            p.jenis_jabatan,
            p.jabatan.nama if p.jabatan else "",
            p.eselon_id,
            p.jenjang,
            p.tmt_jabatan,
            unit.get(p.unit_id, ""),
            unit.get(p.opd_id, ""),
            acuan.setara_pendidikan.get(p.pendidikan_id, ""),
            p.tmt_pensiun,
        )
