"""Panduan pemakaian, satu halaman tiap peran; isinya templat, jadi selalu satu versi dengan portalnya."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from kepegawaian.hak import PERAN

# Slug -> (title, for whom, roles that see it first).
DAFTAR = {
    "asn": ("Panduan ASN", "Masuk, mengajukan layanan, mengunduh SK, memahami indeks.", {"asn", "pensiunan"}),
    "operator": ("Panduan operator OPD", "Mengusulkan, melengkapi berkas, nominatif bulanan.", {"operator_opd"}),
    "staf-bkd": ("Panduan staf BKD", "Impor, verifikasi, pertimbangan teknis, cetak.", {"staf_bkd"}),
    "pejabat": (
        "Panduan pejabat",
        "Kotak kerja, keputusan, tanda tangan.",
        {"pejabat_bkd", "kepala_opd", "pimpinan", "atasan"},
    ),
    "admin": (
        "Panduan admin dan Inspektorat",
        "Akun, penugasan, setelan, jejak, kesehatan.",
        {"admin", "inspektorat"},
    ),
    "dasar": ("Dasar pemakaian", "Mencari, papan ketik, menyimpan saringan.", set(PERAN)),
    "istilah": ("Istilah", "Arti istilah dan singkatan, dengan peraturannya.", set(PERAN)),
    "kabar": (
        "Pemberitahuan dan tugas saya",
        "Daftar tugas, lonceng, surel dan WhatsApp, rekap pagi.",
        set(PERAN),
    ),
    "tata-kelola": (
        "Panduan tata kelola",
        "Dasbor, laporan bulanan, kepatuhan, regulasi, risiko, anggaran, data terbuka.",
        {"staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat"},
    ),
    "templat": (
        "Panduan templat naskah",
        "Mengubah kata-kata SK dan surat, melihat pada usulan nyata, memberlakukan.",
        {"staf_bkd", "pejabat_bkd", "admin"},
    ),
}

# Settings whose present value the guides name.
DISEBUT = (
    "akun_kode_berlaku_jam",
    "akun_kode_maks_gagal",
    "akun_hari_baca_setelah_pensiun",
    "cuti_cb_tunda_bulan",
    "kgb_terbit_bulan_sebelum",
    "kinerja_keberatan_hari",
    "kinerja_keberatan_perbaikan_hari",
    "kinerja_perbaikan_bulan",
    "koreksi_presensi_hari_kerja",
    "kp_buka_hari",
    "kp_tutup_hari",
)


def _urut(hak):
    """Guides, those of the reader's roles first."""
    return sorted(DAFTAR, key=lambda k: hak.peran.isdisjoint(DAFTAR[k][2]))


@require_safe
@masuk
def panduan_list(request):
    """All guides; one's own first."""
    daftar = [(k, *DAFTAR[k][:2], not request.hak.peran.isdisjoint(DAFTAR[k][2])) for k in _urut(request.hak)]
    return render(request, "tata_kelola/panduan_list.html", {"daftar": daftar})


@require_safe
@masuk
def panduan_detail(request, bagian):
    """One guide."""
    if bagian not in DAFTAR:
        raise Http404
    judul, uraian, _peran = DAFTAR[bagian]
    isi = {
        "judul": judul,
        "uraian": uraian,
        "templat": f"tata_kelola/panduan/{bagian}.html",
        "nilai": {kunci: request.acuan.setelan(kunci, request.hari_ini) for kunci in DISEBUT},
    }
    return render(request, "tata_kelola/panduan_detail.html", isi)
