"""Pantauan CPNS: daftar dengan syarat pengangkatan PNS, ekspor, dan usul SK PNS."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.wewenang import boleh_mengusulkan
from pengadaan.seleksi import cpns
from pengadaan.seleksi.aturan_angkat import CPN17, SYARAT_PNS
from pengadaan.seleksi.views import pelaku

PELIHAT = ("operator_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
KOLOM = (
    "NIP",
    "NAMA",
    "UNIT KERJA",
    "OPD",
    "JABATAN",
    "TMT CPNS",
    "BULAN",
    "AKHIR MASA PERCOBAAN",
    "LATSAR",
    "KURANG",
    "USULAN",
)


def _daftar(request):
    keadaan, q = request.GET.get("keadaan", ""), request.GET.get("q", "").strip().lower()
    semua = cpns.susun(request.hak, request.hari_ini)
    tersaring = cpns.saring(semua, keadaan)
    if q:
        tersaring = [x for x in tersaring if q in x.kini.nama.lower() or x.kini.nip.startswith(q)]
    return semua, tersaring, keadaan, q


@akses.peran(*PELIHAT)
@require_safe
def cpns_list(request):
    """Every CPNS in scope: how long, what lacks, what to do."""
    semua, tersaring, keadaan, q = _daftar(request)
    potongan = potong(request, tersaring)
    berhenti = katalog.ambil(cpns.BERHENTI)
    baris = [
        {
            "x": x, "usul": cpns.boleh_usul(x, request.hak),
            "berhenti": f"{reverse('layanan:usulan_create', args=[cpns.BERHENTI])}?{urlencode({'q': x.kini.nip})}"
            if (x.harus_diputus or x.jauh_lewat) and boleh_mengusulkan(berhenti, x.kini.pegawai, request.hak) else "",
        }
        for x in potongan
    ]  # fmt: skip
    angka = {k: len(cpns.saring(semua, k)) for k, _ in cpns.KEADAAN if k}
    isi = {
        "potongan": potongan, "baris": baris, "keadaan": keadaan, "q": q, "pilihan": [(k, n, angka.get(k, len(semua))) for k, n in cpns.KEADAAN],
        "aturan": (*SYARAT_PNS, CPN17),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/cpns_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def cpns_ekspor(request):
    """The same list as xlsx."""
    _, tersaring, _, _ = _daftar(request)
    isi = (
        (x.kini.nip, x.kini.nama_lengkap, x.kini.unit.nama if x.kini.unit else "", x.kini.opd.nama if x.kini.opd else "",
         x.kini.jabatan.nama if x.kini.jabatan else "", x.profil.tmt_cpns, x.bulan, x.akhir, x.latsar.nama if x.latsar else "belum",
         " ".join(x.kurang), x.usulan.nomor if x.usulan else "")
        for x in tersaring
    )  # fmt: skip
    return unduh_daftar(
        request, "Pantauan CPNS", KOLOM, isi, objek="profilkini", nama=f"cpns-{request.hari_ini:%Y%m%d}"
    )


@akses.peran("operator_opd", "staf_bkd", "pejabat_bkd")
@require_POST
def cpns_usulkan(request):
    """Makes drafts of the SK PNS of the ticked people; each then gets his health letter and is submitted."""
    layanan, oleh = katalog.ambil(cpns.SLUG), pelaku(request)
    pegawai = (
        Pegawai.objects.terlihat_oleh(request.hak)
        .select_related("kini")
        .filter(nip__in=request.POST.getlist("id")[:200], kini__status="CPNS")
    )
    dibuat = 0
    for satu in pegawai.order_by("kini__nama", "pk"):
        try:
            alur.buat_draf(layanan, satu, oleh=oleh)
            dibuat += 1
        except DitolakAlur as galat:
            messages.error(request, f"{satu.kini.nama_lengkap}: {galat}")
    if dibuat:
        messages.success(request, f"{dibuat} draf SK PNS dibuat. Lengkapi surat sehat dan sertifikatnya, lalu ajukan.")
    elif not pegawai:
        messages.info(request, "Pilih sekurang-kurangnya satu CPNS.")
    return redirect("pengadaan:cpns_list")
