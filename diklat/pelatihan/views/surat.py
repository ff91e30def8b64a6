"""Surat kegiatan: terbit, unduh, pindaian, dan tanda tangan elektronik oleh pejabatnya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import SuratKegiatan
from diklat.pelatihan import hak, surat
from diklat.pelatihan.forms import FormSurat
from diklat.pelatihan.views import PEMANTAU, ambil_kegiatan, formulir, lakukan, pelaku
from kepegawaian import akses, dosir, jejak
from layanan.forms import FormTandaTanganBanyak
from layanan.galat import DitolakAlur
from layanan.tte.galat import GalatTte


@akses.peran(*PEMANTAU)
@require_POST
def surat_create(request, pk, kode):
    """Issues the letter of a step; of surat tugas one for each signatory."""
    if kode not in surat.NAMA:
        raise Http404
    ambil_kegiatan(request, pk, ubah=True)

    def terbit():
        return ", ".join(s.naskah.nomor for s in surat.terbitkan(pk, kode, oleh=pelaku(request)))

    return lakukan(request, terbit, f"{surat.NAMA[kode]} terbit, nomor {{}}.", "diklat:kegiatan_detail", pk)


@akses.masuk
@require_safe
def surat_download(request, pk):
    """A letter: for who watches the kegiatan, is named in it or signs it, the OPD of those; a nota dinas for whom it asks."""
    s = get_object_or_404(SuratKegiatan.objects.select_related("naskah", "kegiatan"), pk=pk)
    if not request.hak.lihat_semua and s.kantor not in surat.kantor_saya(request.hak):
        milik = s.peserta.filter(request.hak.lingkup("pegawai__kini__"))
        umum = s.kode == "edaran" and request.hak.punya(*hak.PENGUSUL)
        putus = s.kode == "nota_dinas" and hak.memutuskan(request.hak)
        if not umum and not putus and not milik.exists():
            raise Http404
    medan = s.naskah.berkas_sah or s.naskah.berkas_cetak
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", s.naskah, nomor=s.naskah.nomor)
    return dosir.respons(medan, f"surat-{s.naskah.nomor}.pdf".replace("/", "-"), "application/pdf")


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def surat_sahkan(request, pk):
    """Uploads the signed scan of a letter."""
    s = get_object_or_404(SuratKegiatan.objects.select_related("naskah", "kegiatan"), pk=pk)
    k = ambil_kegiatan(request, s.kegiatan_id, ubah=True)
    kembali = reverse("diklat:kegiatan_detail", args=[k.pk])
    isi = {
        "judul": f"{surat.NAMA[s.kode]} yang sudah ditandatangani", "tombol": "Simpan pindaian", "sukses": "Surat berlaku.",
        "penjelasan": f"Nomor {s.naskah.nomor}, ditandatangani {s.naskah.penetap}.",
        "atas": [("Penyelenggaraan", reverse("diklat:kegiatan_list")), (k.nama, kembali)],
    }  # fmt: skip

    def simpan(f):
        surat.sahkan(pk, f.cleaned_data["berkas"], oleh=pelaku(request))

    return formulir(request, FormSurat(request.POST or None, request.FILES or None), simpan, isi, kembali)


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("sandi")
def surat_tandatangani(request):
    """Letters that wait for the reader's own electronic signature: chosen ones are signed with one passphrase."""
    if not surat.kantor_saya(request.hak):
        raise PermissionDenied
    form = FormTandaTanganBanyak(request.POST or None)
    pilih = [int(x) for x in request.POST.getlist("id") if x.isdigit()]
    if request.method == "POST" and form.is_valid():
        try:
            batch, gagal = surat.tandatangani(pilih, oleh=pelaku(request), sandi=form.cleaned_data["sandi"])
        except GalatTte as galat:
            form.add_error("sandi", str(galat))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            for nomor, sebab in gagal:
                messages.error(request, f"{nomor}: {sebab}")
            return redirect("layanan:tte_detail", pk=batch.pk)
    isi = {"daftar": list(surat.menunggu_saya(request.hak)[:100]), "form": form, "pilih": pilih}
    return render(request, "diklat/pelatihan/surat_tandatangani.html", isi, status=422 if form.errors else 200)
