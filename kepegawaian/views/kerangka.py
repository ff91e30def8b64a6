"""Kerangka halaman seorang pegawai: siapa dia, tab-tabnya, bagian yang boleh dibaca.

The same views serve ``/pegawai/<nip>/…`` and, without a NIP, ``/saya/…`` (the reader himself).
"""

from datetime import date

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from kepegawaian.akses import BAGIAN_DOSIR
from kepegawaian.models import Pegawai
from kepegawaian.uraian import URAIAN

# Functions (request, pegawai) -> HTML or "": cards that other apps put beside the summary of a pegawai.
KARTU = []
# Pages of a pegawai that other apps have: (name of the tab, URL name with a NIP, URL name of one's own).
TAB_LAIN = (
    ("Indeks", "indeks:pegawai_detail", "indeks:saya"),
    ("Penghasilan", "penggajian:penghasilan_detail", "penggajian:penghasilan_saya"),
    ("Pengembangan", "diklat:pengembangan_detail", "diklat:pengembangan_saya"),
    ("Keluarga", "kesejahteraan:keluarga_detail", "kesejahteraan:keluarga_saya"),
    ("Pensiun", "pensiun:perkiraan_detail", "pensiun:perkiraan_saya"),
    ("Hak dan kewajiban", "tata_kelola:hak_kewajiban", "tata_kelola:hak_kewajiban_saya"),
    ("Presensi", "disiplin:presensi_orang", "disiplin:presensi_saya"),
    ("SIASN", "siasn:banding", "siasn:saya"),
)
# Tab -> bagian of the record its reader must be allowed; the others are for everybody who sees the pegawai.
BAGIAN_TAB = {"Keluarga": "keluarga", "SIASN": "kontak"}
# view name -> (name with a NIP, name of one's own)
_ALAMAT = {
    "ringkasan": ("pegawai_detail", "saya"),
    "riwayat": ("riwayat_list", "saya_riwayat"),
    "dosir": ("dosir_list", "saya_dosir"),
    "drh": ("drh_detail", "saya_drh"),
    "drh_unduh": ("drh_download", "saya_drh_download"),
    "nik": ("nik_tampil", "saya_nik"),
}


# What the header of ``kerangka`` shows of a pegawai.
KEPALA = ("kini__unit", "kini__opd", "kini__jabatan", "kini__golongan", "kini__kedudukan", "kini__pendidikan",
          "agama", "jenis_kawin", "jenis_pegawai")  # fmt: skip


def ambil(request, nip, kaitan=KEPALA):
    """The Pegawai of the page (own when ``nip`` is None) in scope, with ``kaitan`` (all the header needs); else 404.

    A page without that header names the few it shows: nine joins cost PostgreSQL more to plan than to answer.
    """
    if nip is None and not request.hak.nip:
        raise Http404
    daftar = Pegawai.objects.terlihat_oleh(request.hak).filter(kini__isnull=False)
    return get_object_or_404(daftar.select_related("kini", *kaitan), nip=nip or request.hak.nip)


def alamat(nip, nama, *lain):
    """Path of a page of this pegawai; ``nip`` None: of one's own."""
    dengan_nip, sendiri = _ALAMAT[nama]
    if nip is None:
        return reverse(f"kepegawaian:{sendiri}", args=lain)
    return reverse(f"kepegawaian:{dengan_nip}", args=[nip, *lain])


def jenis_terbaca(hak, pegawai_id):
    """Kinds of riwayat the reader may see of this pegawai, in the order of the page."""
    return [j for j in URAIAN if hak.boleh_bagian(pegawai_id, BAGIAN_DOSIR.get(j, "kerja"))]


def boleh_dosir(hak, kini):
    """May he put papers into this dosir: staf BKD, or the operator of the unit."""
    return hak.punya("staf_bkd") or kini.unit_id in hak.unit_operator


def boleh_slip(hak, kini):
    """May he ask for a slip with a code: staf BKD, or who serves the unit (``akun.boleh_terbitkan`` decides)."""
    return hak.punya("staf_bkd", "pejabat_bkd") or kini.unit_id in hak.unit_operator | hak.unit_kepala_opd


def baca_tanggal(teks):
    """A date from the URL, or None."""
    try:
        return date.fromisoformat(teks or "")
    except ValueError:
        return None


def kerangka(request, pegawai, nip, tab):
    """Context every page of one pegawai has."""
    hak, kini = request.hak, pegawai.kini
    tabs = [("Ringkasan", "ringkasan"), ("Riwayat", "riwayat"), ("Dosir", "dosir"), ("DRH", "drh")]
    daftar = [{"nama": nama, "url": alamat(nip, kode), "aktif": kode == tab} for nama, kode in tabs]
    if usulan := _alamat_usulan(nip):
        daftar.insert(3, {"nama": "Usulan", "url": usulan, "aktif": False})
    daftar += [
        {"nama": nama, "url": url, "aktif": nama.lower() == tab}
        for nama, url in _tab_lain(nip)
        if hak.boleh_bagian(pegawai.pk, BAGIAN_TAB.get(nama, "kerja"))
    ]
    return {
        "pegawai": pegawai,
        "kini": kini,
        "saya": pegawai.pk == hak.pegawai_id,
        "tabs": daftar,
        "slip": pegawai.pk != hak.pegawai_id and boleh_slip(hak, kini),
        "unggah": boleh_dosir(hak, kini),
    }


def _tab_lain(nip):
    for nama, dengan_nip, sendiri in TAB_LAIN:
        if nama == "SIASN" and not settings.SIASN["url"]:
            continue  # off: no tab that leads to an empty page
        try:
            yield nama, reverse(sendiri) if nip is None else reverse(dengan_nip, args=[nip])
        except NoReverseMatch:
            continue


def _alamat_usulan(nip):
    try:
        url = reverse("layanan:usulan_list")
    except NoReverseMatch:
        return None
    return url if nip is None else f"{url}?q={nip}"
