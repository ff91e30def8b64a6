"""Pembatalan kelulusan dan penggantinya: daftar, mencatat, surat usul, pengumuman, pindaiannya."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, dosir, jejak
from kepegawaian.models import Naskah
from pengadaan.menu import mengelola
from pengadaan.models import Pelamar, PembatalanKelulusan
from pengadaan.seleksi import pengganti
from pengadaan.seleksi.forms import FormBatal, FormPersetujuan, FormPindaian
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, ambil, harus_mengelola, lakukan, pelaku, satu_formulir

KEMBALI = "pengadaan:pengganti_list"
TAHAP = {"dicatat": ("Belum diusulkan", "perhatian"), "diusulkan": ("Menunggu Panselnas", "info"),
         "diumumkan": ("Diumumkan", "terpenuhi")}  # fmt: skip


def _remah(s):
    return [("Seleksi", reverse("pengadaan:seleksi_list")), (s.nama, reverse("pengadaan:seleksi_detail", args=[s.pk]))]


@akses.peran(*PEMBACA)
@require_safe
def pengganti_list(request, pk):
    """Everybody whose pass is called off, who follows or would follow, and the next act."""
    s = ambil(request, pk)
    daftar = list(
        PembatalanKelulusan.objects.filter(pelamar__seleksi=s).select_related(
            "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "pengganti__hasil", "usul", "pengumuman"
        )
    )
    calon, masalah = pengganti.hitung(s, request.acuan) if s.status == "ditetapkan" and daftar else ({}, [])
    for b in daftar:
        b.tanda, b.calon = TAHAP[b.tahap], calon.get(b.pk)
    naskah = list(dict.fromkeys(n for b in daftar for n in (b.usul, b.pengumuman) if n))
    isi = {
        "s": s, "daftar": daftar, "masalah": masalah, "naskah": naskah, "boleh": mengelola(request.hak, request.acuan),
        "terbuka": s.status == "ditetapkan", "belum": sum(b.tahap == "dicatat" for b in daftar),
        "menunggu": sum(b.tahap == "diusulkan" for b in daftar),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/pengganti_list.html", isi)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def pelamar_batalkan(request, pk):
    """Calls off the pass of one candidate."""
    p = get_object_or_404(Pelamar.objects.select_related("seleksi", "mengisi__jabatan", "mengisi__unit"), pk=pk)
    s = ambil(request, p.seleksi_id)
    harus_mengelola(request)
    if not pengganti.pengisi(s).filter(pk=p.pk).exists():
        raise Http404
    isi = {
        "judul": f"Batalkan kelulusan {p.nama}", "tombol": "Batalkan kelulusan", "bahaya": True, "atas": _remah(s),
        "penjelasan": f"Nomor peserta {p.nomor_peserta}, {p.mengisi.jabatan.nama}, {p.mengisi.unit.nama}. Akun calonnya ditutup dan formasinya "
        "diusulkan bagi peringkat di bawahnya (PermenPANRB 6/2024 Pasal 54). Tidak dapat ditarik.",
        "batal_url": reverse("pengadaan:pelamar_update", args=[pk]),
    }  # fmt: skip
    return satu_formulir(
        request, FormBatal(request.POST or None), lambda d: pengganti.batalkan(pk, d["sebab"], d["dasar"], oleh=pelaku(request)), isi,
        KEMBALI, s.pk, sukses="Pembatalan kelulusan dicatat; usulkan penggantinya.",
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_POST
def pengganti_usulkan(request, pk):
    """The letter to the Panselnas."""
    ambil(request, pk)
    harus_mengelola(request)
    return lakukan(
        request, lambda: pengganti.usulkan(pk, oleh=pelaku(request)), lambda n: f"Surat usul {n.nomor} diterbitkan dan dicetak.",
        KEMBALI, pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def pengganti_umumkan(request, pk):
    """The Panselnas agreed: the announcement."""
    s = ambil(request, pk)
    harus_mengelola(request)
    isi = {
        "judul": "Rekam persetujuan Panselnas", "tombol": "Rekam dan terbitkan pengumuman", "atas": _remah(s),
        "penjelasan": "Pengganti yang diusulkan mengisi formasinya; pengumuman pembatalan dan penggantian mendapat nomor dan dicetak. Sesudah itu "
        "buka pemberkasan bagi pengganti.",
        "batal_url": reverse(KEMBALI, args=[pk]),
    }  # fmt: skip
    return satu_formulir(
        request, FormPersetujuan(request.POST or None),
        lambda d: pengganti.umumkan(pk, d["nomor"], d["tanggal"], oleh=pelaku(request)), isi, KEMBALI, pk,
        sukses=lambda n: f"{n} pengganti ditetapkan; pengumumannya dicetak.",
    )  # fmt: skip


def _naskah(request, pk, naskah):
    s = ambil(request, pk)
    return s, get_object_or_404(Naskah.objects.filter(pengganti.naskah_seleksi(s)), pk=naskah)


@akses.peran(*PEMBACA)
@require_safe
def pengganti_naskah(request, pk, naskah):
    """The letter or the announcement: signed once it is, else the print."""
    _, n = _naskah(request, pk, naskah)
    medan = n.berkas_sah or n.berkas_cetak
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", n, nomor=n.nomor)
    return dosir.respons(medan, f"pengganti-{n.pk}.pdf", "application/pdf")


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def pengganti_sah(request, pk, naskah):
    """Its scan with the Bupati's signature."""
    s, n = _naskah(request, pk, naskah)
    harus_mengelola(request)
    isi = {
        "judul": f"Unggah {n.nomor} bertanda tangan", "tombol": "Simpan pindaian", "batal_url": reverse(KEMBALI, args=[pk]),
        "penjelasan": f"{n.perihal}.", "atas": _remah(s),
    }  # fmt: skip
    form = FormPindaian(request.POST or None, request.FILES or None)
    return satu_formulir(
        request, form, lambda d: pengganti.sahkan(pk, n.pk, d["berkas"], oleh=pelaku(request)), isi, KEMBALI, pk,
        sukses="Pindaian bertanda tangan disimpan.",
    )  # fmt: skip
