"""Halaman usulan dan perbuatannya. Each act view parses, calls one act of ``alur``, and redirects."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kepegawaian import akses, dosir, jejak as catatan
from kepegawaian.models import Pegawai, ProfilKini
from kepegawaian.penomoran import potong
from layanan import alur, berkas, forms, katalog, surat
from layanan.filters import UsulanFilter
from layanan.galat import DitolakAlur, IsianSalah
from layanan.models import Usulan
from layanan.tampilan import form_ajukan, halaman_usulan
from layanan.wewenang import boleh_mengusulkan


def pelaku(request):
    """The actor of this request for ``alur``."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def ambil_usulan(request, nomor):
    """The usulan ``nomor`` when in scope, with what its page needs; 404 to everyone else."""
    return get_object_or_404(
        Usulan.objects.terlihat_oleh(request.hak).select_related(
            "pegawai__kini__jabatan", "pegawai__kini__unit", "pegawai__kini__golongan",
            "langkah_kini__jabatan", "pengantar", "opd",
        ),
        nomor=nomor,
    )  # fmt: skip


def saring_usulan(request):
    """Usulan in scope as the URL filters them, for the list and its export."""
    daftar = Usulan.objects.terlihat_oleh(request.hak)
    return UsulanFilter(request.GET, queryset=daftar.select_related("pegawai__kini", "langkah_kini__jabatan", "opd"))


@akses.masuk
def usulan_list(request):
    """Usulan in scope: an ASN sees his own, an operator those of his OPD, BKD all."""
    saring = saring_usulan(request)
    return render(
        request,
        "layanan/usulan_list.html",
        {"saring": saring, "potongan": potong(request, saring.qs), "hari_ini": request.hari_ini,
         "sendiri": not request.hak.punya("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")},
    )  # fmt: skip


@akses.masuk
def usulan_create(request, slug):
    """Choose for whom, then make the draft (POST). An ASN applies for himself only."""
    layanan = _layanan(slug)
    if layanan.dari_naskah:
        messages.info(request, "Buka naskahnya, lalu pilih Ubah, cabut, atau batalkan.")
        return redirect("layanan:naskah_list")
    if layanan.halaman_buat:
        return redirect(layanan.halaman_buat)
    if request.method == "POST":
        pegawai = akses.ambil_pegawai(request, request.POST.get("nip", ""))
        try:
            usulan = alur.buat_draf(layanan, pegawai, oleh=pelaku(request))
        except DitolakAlur as galat:
            messages.error(request, str(galat))
            return redirect("layanan:usulan_create", slug=slug)
        messages.success(request, f"Draf {usulan.nomor} dibuat. Berkas yang sudah dimiliki portal terpasang sendiri.")
        return redirect("layanan:usulan_detail", nomor=usulan.nomor)
    cari = request.GET.get("q", "").strip()
    calon = ProfilKini.objects.none()
    sendiri = None
    if request.hak.pegawai_id:
        saya = Pegawai.objects.select_related("kini").get(pk=request.hak.pegawai_id)
        sendiri = saya.kini if boleh_mengusulkan(layanan, saya, request.hak) else None
    if len(cari) >= 3 and request.hak.punya("operator_opd", "staf_bkd"):
        calon = ProfilKini.objects.filter(
            request.hak.lingkup(), **{} if layanan.untuk_tidak_aktif else {"aktif": True}
        )
        angka = "".join(cari.split())
        calon = calon.filter(nip__startswith=angka) if angka.isdigit() else calon.filter(nama__icontains=cari)
        calon = calon.select_related("jabatan", "unit", "golongan")[:20]
    return render(
        request, "layanan/usulan_create.html", {"layanan": layanan, "calon": calon, "cari": cari, "sendiri": sendiri}
    )


def _layanan(slug):
    try:
        return katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat


@akses.masuk
def usulan_detail(request, nomor):
    """One usulan: conditions with article and evidence, consequence, documents, timeline, and the acts."""
    return halaman_usulan(request, ambil_usulan(request, nomor))


@akses.masuk
@require_POST
def usulan_update(request, nomor):
    """Saves the answers of a draft; errors come back on the same page with the typed data."""
    usulan = ambil_usulan(request, nomor)
    try:
        alur.ubah_isian(usulan, request.POST, oleh=pelaku(request), versi=request.POST.get("versi") or 0)
    except IsianSalah as galat:
        return halaman_usulan(request, usulan, form_isian=galat.form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Isian disimpan.")
    return redirect("layanan:usulan_detail", nomor=nomor)


def _perbuatan(request, nomor, form_kelas, act, sukses, **tambahan):
    """Common course of an act: form, act, message, redirect. Nothing changes when it is refused."""
    usulan = ambil_usulan(request, nomor)
    if form_kelas is forms.FormKembalikan:
        form = form_kelas(request.POST, request.FILES, usulan=usulan, langkah=usulan.langkah_kini)
    else:
        form = form_kelas(request.POST, request.FILES)
    if not form.is_valid():
        return halaman_usulan(request, usulan, form_perbuatan=form, status=422)
    isi = dict(form.cleaned_data) | tambahan
    try:
        act(usulan, oleh=pelaku(request), versi=isi.pop("versi"), **isi)
    except IsianSalah as galat:
        return halaman_usulan(request, usulan, form_perbuatan=galat.form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    except dosir.BerkasDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, sukses)
    return redirect("layanan:usulan_detail", nomor=nomor)


@akses.masuk
@require_POST
def usulan_ajukan(request, nomor):
    """Submits or resubmits; where the layanan asks for a surat pengantar its number and date come along."""

    def act(usulan, *, oleh, versi, nomor="", tanggal=None):
        alur.ajukan(usulan, oleh=oleh, versi=versi, pengantar=(nomor, tanggal) if nomor else None)

    kelas = form_ajukan(ambil_usulan(request, nomor))
    return _perbuatan(request, nomor, kelas, act, "Usulan diajukan.")


@akses.masuk
@require_POST
def usulan_setujui(request, nomor):
    """Approves the waiting step; notes on conditions come as ``periksa_<kode>``, the step's own answers by name."""
    periksa = {k.removeprefix("periksa_"): v for k, v in request.POST.items() if k.startswith("periksa_")}
    lain = {"periksa": periksa, "data": request.POST, "file": request.FILES.get("berkas")}
    return _perbuatan(request, nomor, forms.FormSetujui, alur.setujui, "Langkah selesai.", **lain)


@akses.masuk
@require_POST
def usulan_tetapkan(request, nomor):
    """Takes the number and queues the print."""
    return _perbuatan(
        request,
        nomor,
        forms.FormSetujui,
        alur.tetapkan,
        "Nomor terbit. Naskah sedang dicetak dan segera dapat diunduh.",
    )


@akses.masuk
@require_POST
def usulan_kembalikan(request, nomor):
    """Returns to the applicant or an earlier step."""
    return _perbuatan(request, nomor, forms.FormKembalikan, alur.kembalikan, "Usulan dikembalikan.")


@akses.masuk
@require_POST
def usulan_tolak(request, nomor):
    """Refuses for good."""
    return _perbuatan(request, nomor, forms.FormTolak, alur.tolak, "Usulan ditolak.")


@akses.masuk
@require_POST
def usulan_batalkan(request, nomor):
    """Withdraws."""
    return _perbuatan(request, nomor, forms.FormBatalkan, alur.batalkan, "Usulan dibatalkan.")


@akses.masuk
@require_POST
def usulan_sahkan(request, nomor):
    """Records the scan of the signed naskah."""

    def act(usulan, *, oleh, versi, berkas):
        alur.sahkan(usulan, oleh=oleh, versi=versi, file=berkas)

    return _perbuatan(request, nomor, forms.FormSahkan, act, "Naskah berlaku dan akibatnya tercatat pada riwayat.")


@akses.masuk
@require_POST
def surat_sahkan(request, nomor, pk):
    """Records the scan of a signed letter of a step; a bad form comes back at its letter."""
    usulan = ambil_usulan(request, nomor)
    get_object_or_404(usulan.naskah, naskah_id=pk, surat=True)
    form = forms.FormSahkanSurat(request.POST, request.FILES, auto_id=f"id_surat_{pk}_%s")
    if not form.is_valid():
        return halaman_usulan(request, usulan, form_surat=(pk, form), status=422)
    try:
        naskah = surat.sahkan(usulan, pk, oleh=pelaku(request), file=form.cleaned_data["berkas"])
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"{naskah.perihal} {naskah.nomor} berlaku.")
    return redirect("layanan:usulan_detail", nomor=nomor)


@akses.masuk
@require_POST
def usulan_rekam(request, nomor):
    """Records the answer of an outside party; the step's own form is shown again when it has errors."""
    usulan = ambil_usulan(request, nomor)
    try:
        alur.rekam(usulan, request.POST, oleh=pelaku(request), versi=request.POST.get("versi") or 0,
                   file=request.FILES.get("berkas"))  # fmt: skip
    except IsianSalah as galat:
        return halaman_usulan(request, usulan, form_perbuatan=galat.form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Hasil direkam.")
    return redirect("layanan:usulan_detail", nomor=nomor)


@akses.masuk
@require_POST
def berkas_create(request, nomor, kode):
    """Uploads one document of the usulan."""

    def act(usulan, *, oleh, versi, berkas):
        berkas_modul.pasang(usulan, kode, berkas, oleh=oleh, versi=versi)

    berkas_modul = berkas
    return _perbuatan(request, nomor, forms.FormBerkas, act, "Berkas terpasang.")


@akses.masuk
@require_POST
def berkas_periksa(request, nomor, pk):
    """Marks one document sesuai or tidak sesuai."""
    usulan = ambil_usulan(request, nomor)
    try:
        berkas.periksa(
            usulan, pk, request.POST.get("hasil"), oleh=pelaku(request), catatan=request.POST.get("catatan")
        )
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    return redirect("layanan:usulan_detail", nomor=nomor)


@akses.masuk
def berkas_download(request, nomor, pk):
    """Serves one document of a usulan the reader may open; recorded."""
    usulan = ambil_usulan(request, nomor)
    isi = get_object_or_404(usulan.berkas.select_related("dosir"), pk=pk)
    with request.sebagai():
        catatan.catat("dosir_unduh", isi.dosir, pegawai=usulan.pegawai_id, nama=isi.dosir.jenis)
    return dosir.respons(isi.dosir.file, isi.dosir.nama_asli, isi.dosir.mime)
