"""Impor berkas sistem nasional: unggah, pratinjau dengan galat per baris, terapkan, urungkan."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, impor as ekspor
from kepegawaian.views.ekspor import unduhan
from layanan.galat import DitolakAlur
from pengadaan.menu import mengelola
from pengadaan.models import ImporSeleksi
from pengadaan.seleksi import hasil, impor
from pengadaan.seleksi.forms import FormImpor
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, ambil, harus_mengelola, lakukan, pelaku

TANDA = {"pratinjau": "info", "diterapkan": "terpenuhi", "dibatalkan": "gagal", "ditinggal": "netral"}
KOLOM_GALAT = ("BARIS", "NOMOR PESERTA", "KOLOM", "SEBAB", "CARA MEMPERBAIKI")


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def impor_list(request, pk):
    """Files of a selection, and the upload of a new one."""
    s = ambil(request, pk)
    boleh = s.terbuka and mengelola(request.hak, request.acuan)
    form = FormImpor(request.POST or None, request.FILES or None, jenis=impor.jenis_boleh(s))
    if request.method == "POST":
        harus_mengelola(request)
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                batch = impor.unggah(pk, form.cleaned_data["jenis"], berkas, berkas.name, oleh=pelaku(request))
            except DitolakAlur as galat:
                form.add_error("berkas", str(galat))
            else:
                return redirect("pengadaan:impor_detail", pk=batch.pk)
    daftar = list(s.impor.defer("baris", "galat").select_related("oleh__pegawai__kini")[:60])
    for b in daftar:
        b.tanda = TANDA[b.status]
    isi = {"s": s, "form": form, "daftar": daftar, "boleh": boleh, "jenis": impor.jenis_boleh(s)}
    return render(request, "pengadaan/seleksi/impor_list.html", isi, status=400 if form.errors else 200)


def _impor(request, pk):
    b = get_object_or_404(ImporSeleksi.objects.select_related("seleksi", "oleh__pegawai__kini"), pk=pk)
    ambil(request, b.seleksi_id)
    return b


@akses.peran(*PEMBACA)
@require_safe
def impor_detail(request, pk):
    """Preview or report of one file."""
    b = _impor(request, pk)
    ganti = sum(bool(x.get("ganti")) for x in b.baris)
    isi = {
        "b": b, "s": b.seleksi, "tanda": TANDA[b.status], "boleh": b.seleksi.terbuka and mengelola(request.hak, request.acuan),
        "contoh": b.baris[:15], "banyak": len(b.baris), "ganti": ganti, "galat": b.galat[:50], "banyak_galat": len(b.galat),
        "sandaran": impor.sandaran(b) if b.status == "diterapkan" else "",
        "kolom": [k for k in ("nomor_peserta", "nama", "tanggal_lahir", "pendidikan", "twk", "tiu", "tkp", "nilai", "hadir") if b.baris and k in b.baris[0]],
    }  # fmt: skip
    isi["baris"] = [(x["nomor"], [x.get(k) for k in isi["kolom"]]) for x in isi["contoh"]]
    return render(request, "pengadaan/seleksi/impor_detail.html", isi)


@akses.peran(*PENGELOLA)
@require_POST
def impor_lakukan(request, pk, aksi):
    """Applies a preview, or takes an applied file back."""
    _impor(request, pk)
    harus_mengelola(request)
    if aksi not in ("terapkan", "urungkan"):
        raise Http404
    kalimat = "Impor diterapkan." if aksi == "terapkan" else "Impor diurungkan; datanya kembali seperti sebelumnya."
    perbuatan = impor.terapkan if aksi == "terapkan" else impor.urungkan
    return lakukan(request, lambda: perbuatan(pk, oleh=pelaku(request)), kalimat, "pengadaan:impor_detail", pk)


@akses.peran(*PEMBACA)
@require_safe
def impor_galat(request, pk):
    """The rows in error as xlsx."""
    b = _impor(request, pk)
    baris = ((g["nomor"], g.get("peserta", ""), g["kolom"], g["sebab"], g["cara"]) for g in b.galat)
    return unduhan(ekspor.tulis_daftar("Galat", KOLOM_GALAT, baris), f"galat-impor-{b.pk}.xlsx")


@akses.peran(*PEMBACA)
@require_safe
def impor_contoh(request, pk, jenis):
    """An empty sheet with the headings; for SKB filled with those who go on to it."""
    s = ambil(request, pk)
    if jenis not in dict(impor.jenis_boleh(s)):
        raise Http404
    baris = ()
    if jenis == "skb":
        baris = [(p.nomor_peserta, "", "") for p, _ in hasil.peserta_skb(s, request.acuan)]
    elif jenis in ("skd", "kompetensi"):
        baris = [(nomor,) for nomor in s.pelamar.filter(administrasi="ms").values_list("nomor_peserta", flat=True)]
    return unduhan(impor.contoh_xlsx(jenis, baris), f"lembar-{jenis}-{s.pk}.xlsx")
