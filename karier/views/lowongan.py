"""Lowongan JPT: pengumuman bagi umum, daftar bagi ASN, dan pendaftaran olehnya sendiri.

An applicant sees his own application, and his own result of a stage only once that stage is announced.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from karier.forms_seleksi import FormLamaran
from karier.models import LowonganJpt, PelamarJpt, SeleksiJpt
from karier.seleksi import lamaran, umum
from karier.views import dasar, pelaku
from kepegawaian import akses, dosir
from kepegawaian.models import Pegawai
from layanan.galat import DitolakAlur

DIUMUMKAN = ("dibuka", "administrasi", "penilaian", "hasil", "selesai")


@akses.terbuka(alasan="Pengumuman seleksi terbuka JPT dan tiga nama hasilnya ialah untuk umum (PermenPANRB 15/2019).")
@require_safe
def pengumuman(request):
    """The announced seleksi for everybody: posts, stages, and after the announcement the three names without scores."""
    seleksi = list(
        SeleksiJpt.objects.filter(status__in=DIUMUMKAN).prefetch_related("tahap", "lowongan__jabatan__unit")[:10]
    )
    tiga = {}
    terumum = [s.pk for s in seleksi if s.terbuka_hasilnya]
    besar = PelamarJpt.objects.filter(lowongan__seleksi__in=terumum, peringkat__lte=3).select_related("pegawai__kini")
    for p in besar.order_by("pegawai__kini__nama"):
        tiga.setdefault(p.lowongan_id, []).append(p.pegawai.kini.nama_lengkap)
    for s in seleksi:
        s.isi = [(lo, tiga.get(lo.pk, [])) for lo in s.lowongan.all()]
    return render(request, "karier/pengumuman.html", {"seleksi": seleksi})


@akses.masuk
@require_safe
def lowongan_list(request):
    """Announced posts, own applications, and the seleksi one is on the panitia of."""
    orang = request.hak.pegawai_id
    lowongan = LowonganJpt.objects.filter(seleksi__status__in=DIUMUMKAN).select_related("seleksi", "jabatan__unit")
    lowongan = list(lowongan.prefetch_related("seleksi__tahap").order_by("-seleksi_id", "jabatan__nama")[:60])
    punya = {p.lowongan_id: p for p in PelamarJpt.objects.filter(pegawai_id=orang)} if orang else {}
    for lo in lowongan:
        lo.saya = punya.get(lo.pk)
        lo.daftar = next((t for t in lo.seleksi.tahap.all() if t.kode == "pengumuman"), None)
        lo.terbuka = lo.seleksi.status == "dibuka" and lo.daftar.mulai <= request.hari_ini <= lo.daftar.selesai
    panitia = SeleksiJpt.objects.filter(pansel__pegawai_id=orang).exclude(status="batal") if orang else []
    return render(request, "karier/lowongan_list.html", {"lowongan": lowongan, "panitia": panitia})


def _syarat(lo, pegawai):
    """Rows of the own conditions, with the article of each."""
    return [
        {"hasil": h.jawaban, "uraian": s.uraian, "bukti": h.kalimat, "kode": s.kode} | dasar(s)
        for s, h in lamaran.tanya(lo, pegawai.pk)
    ]


@akses.masuk
@require_http_methods(["GET", "POST"])
def lowongan_detail(request, pk):
    """One post: the own conditions before one applies, the application itself, and the own result once announced."""
    lo = get_object_or_404(
        LowonganJpt.objects.select_related("seleksi", "jabatan__eselon", "jabatan__unit"),
        pk=pk, seleksi__status__in=DIUMUMKAN,
    )  # fmt: skip
    pegawai = Pegawai.objects.select_related("kini").filter(pk=request.hak.pegawai_id).first()
    saya = lo.pelamar.filter(pegawai=pegawai).first() if pegawai else None
    tahap = list(lo.seleksi.tahap.all())
    daftar = next(t for t in tahap if t.kode == "pengumuman")
    terbuka = lo.seleksi.status == "dibuka" and daftar.mulai <= timezone.localdate() <= daftar.selesai
    form = FormLamaran(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if pegawai is None:
            raise PermissionDenied
        if form.is_valid():
            try:
                lamaran.daftar(lo, pegawai, form.berkas(), oleh=pelaku(request))
            except (DitolakAlur, dosir.BerkasDitolak) as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, "Lamaran diterima; hasil tiap tahap diumumkan di halaman ini.")
                return redirect("karier:lowongan_detail", pk=pk)
    isi = {
        "lo": lo, "tahap": tahap, "saya": saya, "terbuka": terbuka, "form": form, "pegawai": pegawai,
        "syarat": _syarat(lo, pegawai) if pegawai and not saya and terbuka else [],
        "hasil": umum.hasil_tahap(lo.seleksi, tahap, saya) if saya else [],
    }  # fmt: skip
    return render(request, "karier/lowongan_detail.html", isi, status=400 if form.errors else 200)
