"""Ekspor daftar layanan sebagai xlsx: usulan, kotak kerja, naskah, dan nominatif, tepat yang tampil dan disaring."""

from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from layanan import katalog, nominatif
from layanan.models import Usulan
from layanan.views import kotak, naskah, nominatif as halaman, usulan

KOLOM_USULAN = ("NOMOR", "LAYANAN", "NIP", "NAMA", "OPD", "PERUBAHAN", "TMT", "STATUS", "LANGKAH", "DI MEJA", "BATAS",
                "DIAJUKAN", "SELESAI")  # fmt: skip
KOLOM_NASKAH = ("NOMOR", "PERIHAL", "TANGGAL", "PENETAP", "NIP", "NAMA", "TMT", "TAHAP", "STATUS")
KOLOM_NOMINATIF = ("NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "TMT", "SYARAT", "KETERANGAN", "USULAN")
SYARAT = {katalog.YA: "syarat lengkap", katalog.TIDAK: "belum memenuhi", katalog.PERIKSA: "perlu diperiksa"}
POTONG = 2000


@akses.masuk
@require_safe
def usulan_ekspor(request):
    """The list of usulan as it is filtered."""
    return unduh_daftar(request, "Usulan", KOLOM_USULAN, _usulan(usulan.saring_usulan(request).qs), objek="usulan")


@akses.masuk
@require_safe
def kotak_ekspor(request):
    """The inbox as it is filtered, most urgent first."""
    return unduh_daftar(request, "Kotak kerja", KOLOM_USULAN, _usulan(kotak.saring_kotak(request)[1]), objek="usulan")


def _usulan(daftar):
    nama, status = dict(katalog.pilihan()), dict(Usulan.STATUS)
    for u in daftar.iterator(chunk_size=POTONG):
        langkah = u.langkah_kini if u.status == "diproses" else None
        if langkah:
            langkah.usulan = u  # its address stands in the route of the usulan, which is here already
        yield (
            u.nomor, nama.get(u.layanan, u.layanan), u.pegawai.nip, u.pegawai.kini.nama_lengkap,
            u.opd.nama if u.opd else "", u.ringkas, u.tmt, status[u.status], langkah.nama if langkah else "",
            langkah.nama_alamat if langkah else "", langkah.batas if langkah else None, _hari(u.diajukan_pada),
            _hari(u.selesai_pada),
        )  # fmt: skip


def _hari(saat):
    return timezone.localdate(saat) if saat else None


@akses.masuk
@require_safe
def naskah_ekspor(request):
    """The register of naskah as it is filtered: one row a person in it, people in scope only."""
    daftar = naskah.saring_naskah(request).qs
    return unduh_daftar(request, "Naskah", KOLOM_NASKAH, _naskah(daftar, request.hak), objek="naskah")


def _naskah(daftar, hak):
    for n in daftar.iterator(chunk_size=POTONG):
        for satu in n.isi.all():
            if hak.mencakup(satu.pegawai.kini):
                yield (
                    n.nomor, n.perihal, n.tanggal, n.penetap, satu.pegawai.nip, satu.pegawai.kini.nama_lengkap,
                    satu.tmt, n.get_tahap_display(), n.get_status_display(),
                )  # fmt: skip


@akses.peran(*halaman.PELIHAT)
@require_safe
def nominatif_ekspor(request, slug):
    """Everyone due in the month, the three groups one after the other."""
    layanan, bulan = halaman.diminta(request, slug)
    daftar = nominatif.susun(slug, bulan, request.hak)
    if daftar is None:
        raise Http404
    nama = f"nominatif-{slug}-{bulan:%Y-%m}"
    judul = f"Nominatif {layanan.nama}"[:31]
    return unduh_daftar(request, judul, KOLOM_NOMINATIF, _nominatif(daftar), objek="usulan", nama=nama)


def _nominatif(daftar):
    sudah = {u.pegawai_id: u.nomor for u in daftar.usulan}
    for kode, _ in nominatif.KELOMPOK:
        for baris in daftar.kelompok(kode):
            c = daftar.jadikan(baris)
            yield (
                c.nip, c.nama, c.golongan, c.jabatan, c.unit, c.tanggal, SYARAT.get(c.layak, ""), c.kalimat,
                sudah.get(c.pegawai_id, ""),
            )  # fmt: skip
