"""Halaman umpan balik: atasan menulis, penilai meminta rekan atau bawahan, yang diminta menjawab."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from eperformance.galat import DitolakKinerja
from eperformance.models import PermintaanUmpanBalik
from eperformance.penilai import ambil_skp, menilai
from eperformance.realisasi import masa, umpan
from eperformance.realisasi.forms import JawabForm, MintaForm, UmpanForm
from eperformance.realisasi.views import ambil_masa
from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.views.usulan import pelaku


def _dinilai(request, pk):
    """The Skp ``pk`` when the reader assesses it; 404 to everybody else."""
    skp = ambil_skp(request, pk)
    if not menilai(request.hak, skp):
        raise Http404
    return skp


def _kirim(request, form, perbuatan, isi, kembali, sukses):
    """A form that calls one act; back with a sentence, or the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            perbuatan(form.cleaned_data)
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, sukses)
            return redirect(kembali)
    konteks = {"form": form, "batal_url": kembali} | isi
    return render(request, "komponen/form_halaman.html", konteks, status=422 if form.errors else 200)


@akses.masuk
def umpan_balik_create(request, pk, nomor):
    """The penilai writes feedback for one masa."""
    skp = _dinilai(request, pk)
    m, kembali = ambil_masa(skp, nomor, request.hari_ini), umpan.url_realisasi(skp, nomor)
    form = UmpanForm(request.POST or None, hasil=skp.hasil.all(), initial={"hasil": request.GET.get("hasil")})
    return _kirim(
        request,
        form,
        lambda isi: umpan.beri(skp.pk, nomor, isi["isi"], hasil_id=isi["hasil"], oleh=pelaku(request)),
        {
            "judul": "Beri umpan balik", "tombol": "Kirim umpan balik",
            "penjelasan": f"{skp.pegawai.kini.nama_lengkap}, {m.nama}.", "atas": [("Realisasi dan bukti", kembali)],
        },
        kembali,
        "Umpan balik terkirim.",
    )  # fmt: skip


@akses.masuk
def umpan_balik_minta(request, pk, nomor):
    """The penilai chooses whom to ask."""
    skp = _dinilai(request, pk)
    m, kembali = ambil_masa(skp, nomor, request.hari_ini), umpan.url_realisasi(skp, nomor)
    if not skp.periode.rekan_boleh:
        messages.error(request, f"Umpan balik rekan dan bawahan tidak dipakai pada tahun kinerja {skp.periode.tahun}.")
        return redirect(kembali)
    sudah = set(PermintaanUmpanBalik.objects.filter(skp=skp, nomor=nomor).values_list("pegawai_id", flat=True))
    form = MintaForm(request.POST or None, calon=umpan.calon(skp), sudah=sudah)
    if not form.fields["orang"].choices:
        messages.error(request, "Tidak ada rekan atau bawahan lain ber-SKP yang belum diminta.")
        return redirect(kembali)
    return _kirim(
        request,
        form,
        lambda isi: umpan.minta(skp.pk, nomor, isi["orang"], oleh=pelaku(request)),
        {
            "judul": "Minta umpan balik", "tombol": "Kirim permintaan", "atas": [("Realisasi dan bukti", kembali)],
            "penjelasan": f"Tentang {skp.pegawai.kini.nama_lengkap}, {m.nama}. Ia membaca isinya tanpa nama penulisnya"
            " (PermenPANRB 6/2022).",
        },
        kembali,
        "Permintaan terkirim.",
    )  # fmt: skip


@akses.peran("asn")
@require_safe
def umpan_balik_list(request):
    """What is asked of the reader: open ones first."""
    daftar = PermintaanUmpanBalik.objects.filter(pegawai=request.hak.pegawai_id).order_by(
        "-dijawab_pada", "pada", "pk"
    )  # PostgreSQL: NULL first when descending
    potongan = potong(
        request, daftar.select_related("skp__periode", "skp__pegawai__kini__jabatan", "skp__pegawai__kini__unit")
    )
    for p in potongan:
        p.masa = masa.satu(p.skp.periode.tahun, p.skp.periode.periodik, p.nomor)
    return render(request, "eperformance/realisasi/umpan_balik_list.html", {"potongan": potongan})


@akses.peran("asn")
def umpan_balik_jawab(request, pk):
    """The form of the person asked."""
    p = get_object_or_404(
        PermintaanUmpanBalik.objects.select_related("skp__periode", "skp__pegawai__kini__jabatan"),
        pk=pk, pegawai=request.hak.pegawai_id or 0,
    )  # fmt: skip
    kembali = reverse("eperformance:umpan_balik_list")
    if p.dijawab_pada:
        messages.info(request, "Anda sudah menjawab permintaan ini.")
        return redirect(kembali)
    m, kini = masa.satu(p.skp.periode.tahun, p.skp.periode.periodik, p.nomor), p.skp.pegawai.kini
    return _kirim(
        request,
        JawabForm(request.POST or None),
        lambda isi: umpan.jawab(p.pk, isi["isi"], oleh=pelaku(request)),
        {
            "judul": f"Umpan balik bagi {kini.nama_lengkap}", "tombol": "Kirim umpan balik",
            "penjelasan": f"{kini.jabatan.nama if kini.jabatan else 'Pegawai'}, {m.nama}; Anda diminta sebagai"
            f" {p.get_sebagai_display().lower()}. Nama Anda hanya dibaca pejabat penilainya.",
            "atas": [("Umpan balik diminta", kembali)],
            "bagian": "eperformance/realisasi/_hasil_singkat.html", "hasil": p.skp.hasil.all(),
        },
        kembali,
        "Terima kasih, umpan balik Anda terkirim.",
    )  # fmt: skip
