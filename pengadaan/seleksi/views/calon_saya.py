"""Pemberkasan saya: satu-satunya halaman akun calon. Everything here is his own; nothing takes an id of somebody else."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from pengadaan.models import Pemberkasan
from pengadaan.seleksi import pemberkasan
from pengadaan.seleksi.forms import FormBerkas, FormDrh
from pengadaan.seleksi.views import lakukan, pelaku, satu_formulir
from pengadaan.seleksi.views.berkas import TANDA, susun_berkas

SAYA = "pengadaan:pemberkasan_saya"
LANGKAH = ("Isi data dan unggah berkas", "Diperiksa BKD", "Berkas lengkap", "Diusulkan ke BKN", "NIP terbit")


def _saya(request):
    p = (
        Pemberkasan.objects.select_related(
            "pelamar__seleksi", "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "agama", "jenis_kawin"
        ).prefetch_related("pelamar__berkas").filter(pelamar__pengguna_id=request.hak.pengguna_id).first()
    )  # fmt: skip
    if p is None:
        raise Http404
    return p


def _langkah(p):
    """The way of a candidate as ``komponen/_jejak.html`` shows it."""
    usul = p.pelamar.usul_nip.filter(status__in=("diusulkan", "terbit")).last()
    letak = {"dibuka": 0, "dikembalikan": 0, "dikirim": 1, "lengkap": 2, "mundur": 0, "batal": 0}[p.status]
    letak = 4 if usul and usul.status == "terbit" else 3 if usul else letak
    keadaan = ["lewat" if i < letak else "kini" if i == letak else "nanti" for i in range(len(LANGKAH))]
    return [{"judul": nama, "keadaan": k} for nama, k in zip(LANGKAH, keadaan, strict=True)]


@akses.peran("calon")
@require_safe
def pemberkasan_saya(request):
    """What he must do, by when, and how far it is."""
    p = _saya(request)
    daftar = susun_berkas(p)
    isi = {
        "p": p, "s": p.pelamar.seleksi, "daftar": daftar, "tanda": TANDA[p.status], "kurang": pemberkasan.kurang(p, pemberkasan.berkas_kini(p.pelamar)),
        "langkah": _langkah(p), "bisa": p.dapat_diisi and p.tenggat >= request.hari_ini, "lewat": p.dapat_diisi and p.tenggat < request.hari_ini,
        "drh_lengkap": "isian data diri" not in pemberkasan.kurang(p, {}),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/pemberkasan_saya.html", isi)


@akses.peran("calon")
@require_http_methods(["GET", "POST"])
def pemberkasan_drh(request):
    """His own data."""
    p = _saya(request)
    if not p.dapat_diisi:
        messages.info(request, "Isian tidak dapat diubah selama diperiksa.")
        return redirect(SAYA)
    form = FormDrh(request.POST or None, instance=p, initial={"versi": p.versi})
    isi = {
        "judul": "Data diri", "tombol": "Simpan data diri", "batal_url": reverse(SAYA), "atas": [("Pemberkasan saya", reverse(SAYA))],
        "penjelasan": "Isi seperti pada ijazah dan KTP. Data ini menjadi data kepegawaian Anda sesudah NIP terbit.",
    }  # fmt: skip

    def simpan(d):
        data = {k: v for k, v in d.items() if k != "versi"}
        return pemberkasan.isi_drh(p.pk, data, oleh=pelaku(request), versi=d["versi"])

    return satu_formulir(request, form, simpan, isi, SAYA, sukses="Data diri disimpan.")


@akses.peran("calon")
@require_http_methods(["GET", "POST"])
def pemberkasan_unggah(request, kode):
    """One scan."""
    p = _saya(request)
    satu = next((d for d in susun_berkas(p) if d["kode"] == kode), None)
    if satu is None:
        raise Http404
    isi = {
        "judul": f"Unggah {satu['nama'][0].lower()}{satu['nama'][1:]}" if satu["nama"][1:2].islower() else f"Unggah {satu['nama']}",
        "tombol": "Simpan berkas", "batal_url": reverse(SAYA), "penjelasan": satu["keterangan"], "atas": [("Pemberkasan saya", reverse(SAYA))],
    }  # fmt: skip
    form = FormBerkas(request.POST or None, request.FILES or None)
    return satu_formulir(
        request, form, lambda d: pemberkasan.unggah(p.pk, kode, d["berkas"], oleh=pelaku(request)), isi, SAYA, sukses=f"{satu['nama']} disimpan.",
    )  # fmt: skip


@akses.peran("calon")
@require_POST
def pemberkasan_kirim(request):
    """Sends the whole to the BKD."""
    p = _saya(request)
    if request.POST.get("benar") != "1":
        messages.error(request, "Centang pernyataan bahwa isian dan berkas Anda benar.")
        return redirect(SAYA)
    return lakukan(
        request, lambda: pemberkasan.kirim(p.pk, oleh=pelaku(request), versi=request.POST.get("versi")),
        "Berkas dikirim. Anda diberi tahu lewat surel bila ada yang harus diperbaiki atau sudah lengkap.", SAYA,
    )  # fmt: skip
