"""Pemberkasan bagi subbidang: membuka, daftar calon, memeriksa satu per satu, slip kode, tenggat."""

from django.conf import settings
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, akun, dosir, jejak
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.menu import mengelola
from pengadaan.models import BerkasCalon, Pemberkasan
from pengadaan.seleksi import pemberkasan, pengganti
from pengadaan.seleksi.forms import FormPutusBerkas, FormTenggat
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, ambil, harus_mengelola, lakukan, pelaku, satu_formulir

TANDA = {
    "dibuka": "info",
    "dikirim": "perhatian",
    "dikembalikan": "perhatian",
    "lengkap": "terpenuhi",
    "mundur": "gagal",
    "batal": "gagal",
}
KOLOM = ("NOMOR PESERTA", "NAMA", "JABATAN", "UNIT KERJA", "KEADAAN", "TENGGAT", "BERKAS", "KETERANGAN")


def _saring(request, s):
    status, q = request.GET.get("status", ""), request.GET.get("q", "").strip()
    daftar = Pemberkasan.objects.filter(pelamar__seleksi=s).select_related(
        "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "pelamar__pengguna"
    ).annotate(banyak=Count("pelamar__berkas", filter=Q(
        pelamar__berkas__diganti_pada__isnull=True, pelamar__berkas__kode__in=[k for k, _, _, wajib in pemberkasan.dokumen(s) if wajib])))  # fmt: skip
    if status in dict(Pemberkasan.STATUS):
        daftar = daftar.filter(status=status)
    elif status == "lewat":
        daftar = daftar.filter(status__in=("dibuka", "dikembalikan"), tenggat__lt=request.hari_ini)
    if q:
        daftar = daftar.filter(Q(pelamar__nama__icontains=q) | Q(pelamar__nomor_peserta__startswith=q))
    return daftar, status, q


@akses.peran(*PEMBACA)
@require_safe
def berkas_list(request, pk):
    """Candidates of a selection and how far their papers are."""
    s = ambil(request, pk)
    daftar, status, q = _saring(request, s)
    potongan = potong(request, daftar)
    for p in potongan:
        p.tanda = TANDA[p.status]
        p.lewat = p.dapat_diisi and p.tenggat < request.hari_ini
    belum = pengganti.pengisi(s).filter(pemberkasan__isnull=True).count() if s.status == "ditetapkan" else 0
    isi = {
        "s": s, "potongan": potongan, "status": status, "q": q, "pilihan": [*Pemberkasan.STATUS, ("lewat", "Lewat tenggat")], "belum": belum,
        "boleh": mengelola(request.hak, request.acuan), "minta": len([d for d in pemberkasan.dokumen(s) if d[3]]),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/berkas_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def berkas_ekspor(request, pk):
    """The same list as xlsx."""
    s = ambil(request, pk)
    daftar, _, _ = _saring(request, s)
    isi = (
        (p.pelamar.nomor_peserta, p.pelamar.nama, p.pelamar.mengisi.jabatan.nama, p.pelamar.mengisi.unit.nama,
         p.get_status_display(), p.tenggat, p.banyak, p.alasan)
        for p in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Pemberkasan", KOLOM, isi, objek="pemberkasan", nama=f"pemberkasan-{s.pk}")


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def berkas_buka(request, pk):
    """Opens the pemberkasan for everybody who passed and has none yet."""
    s, kembali = ambil(request, pk), "pengadaan:berkas_list"
    harus_mengelola(request)
    isi = {
        "judul": "Buka pemberkasan", "tombol": "Buka dan kirim kode akun", "batal_url": reverse(kembali, args=[pk]),
        "penjelasan": "Setiap yang lulus mendapat akun terbatas bernama nomor pesertanya. Kode aktivasi dikirim ke surel pendaftarannya; "
        "yang tanpa surel mengambil slip kode.",
        "atas": [("Seleksi", reverse("pengadaan:seleksi_list")), (s.nama, reverse("pengadaan:seleksi_detail", args=[pk]))],
    }  # fmt: skip
    tahap = s.tahap.filter(kode="pemberkasan").first()
    form = FormTenggat(request.POST or None, initial={"tenggat": tahap.selesai if tahap else None})
    return satu_formulir(
        request, form, lambda d: pemberkasan.buka(pk, d["tenggat"], oleh=pelaku(request)), isi, kembali, pk,
        sukses=lambda n: f"Pemberkasan {n} calon dibuka.",
    )  # fmt: skip


def _calon(request, pk):
    p = get_object_or_404(
        Pemberkasan.objects.select_related(
            "pelamar__seleksi", "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "pelamar__tingkat", "pelamar__pengguna",
            "pelamar__pegawai", "agama", "jenis_kawin",
        ).prefetch_related("pelamar__berkas"), pk=pk,
    )  # fmt: skip
    ambil(request, p.pelamar.seleksi_id)
    return p


def susun_berkas(p):
    """[{kode, nama, keterangan, wajib, berkas}] of every piece asked of a candidate."""
    ada = pemberkasan.berkas_kini(p.pelamar)
    return [
        {"kode": k, "nama": n, "keterangan": u, "wajib": w, "berkas": ada.get(k)}
        for k, n, u, w in pemberkasan.dokumen(p.pelamar.seleksi)
    ]


def dapat_batal(p, usul):
    """May his pass still be called off? Not while BKN has not answered, nor once he has a NIP."""
    s = p.pelamar.seleksi
    return s.status == "ditetapkan" and not p.berhenti and (usul is None or usul.status in ("btl", "tms"))


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def berkas_detail(request, pk):
    """One candidate: his data and every piece, each to be found right or returned; then the whole."""
    p = _calon(request, pk)
    boleh = p.status == "dikirim" and mengelola(request.hak, request.acuan)
    form = FormPutusBerkas(request.POST or None, initial={"versi": p.versi})
    isi = {
        "p": p, "s": p.pelamar.seleksi, "form": form, "boleh": boleh, "kelola": mengelola(request.hak, request.acuan), "tanda": TANDA[p.status],
        "daftar": susun_berkas(p), "lewat": p.dapat_diisi and p.tenggat < request.hari_ini,
        "usul": p.pelamar.usul_nip.select_related("usul", "usulan").last(),
    }  # fmt: skip
    isi["dapat_batal"] = dapat_batal(p, isi["usul"])
    if request.method == "POST":
        harus_mengelola(request)
        if form.is_valid():
            d = form.cleaned_data
            return lakukan(
                request, lambda: pemberkasan.putuskan(pk, d["tenggat"], d["catatan"], oleh=pelaku(request), versi=d["versi"]),
                lambda h: f"Pemberkasan {h.get_status_display().lower()}.", "pengadaan:berkas_detail", pk,
            )  # fmt: skip
    return render(request, "pengadaan/seleksi/berkas_detail.html", isi, status=400 if form.errors else 200)


@akses.peran(*PENGELOLA)
@require_POST
def berkas_periksa(request, pk):
    """One piece is right, or must be mended."""
    b = get_object_or_404(BerkasCalon.objects.select_related("pelamar__pemberkasan"), pk=pk)
    ambil(request, b.pelamar.seleksi_id)
    harus_mengelola(request)
    return lakukan(
        request, lambda: pemberkasan.periksa(pk, request.POST.get("hasil", ""), request.POST.get("alasan", ""), oleh=pelaku(request)),
        "Hasil pemeriksaan berkas disimpan.", "pengadaan:berkas_detail", b.pelamar.pemberkasan.pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def berkas_tenggat(request, pk):
    """A later last day for one candidate."""
    p = _calon(request, pk)
    harus_mengelola(request)
    isi = {
        "judul": f"Perpanjang tenggat {p.pelamar.nama}",
        "tombol": "Perpanjang",
        "batal_url": reverse("pengadaan:berkas_detail", args=[pk]),
    }
    form = FormTenggat(request.POST or None, initial={"tenggat": p.tenggat})
    return satu_formulir(
        request, form, lambda d: pemberkasan.perpanjang(pk, d["tenggat"], oleh=pelaku(request)), isi, "pengadaan:berkas_detail", pk,
        sukses="Tenggat diperpanjang; calon diberi tahu.",
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_POST
@never_cache
def berkas_kode(request, pk):
    """Prints the one-time code of a candidate on a slip; it is readable on this page only."""
    p = _calon(request, pk)
    harus_mengelola(request)
    akun_calon = p.pelamar.pengguna
    if akun_calon is None or not akun_calon.is_active or p.pelamar.pegawai_id:
        return redirect("pengadaan:berkas_detail", pk)
    with request.sebagai():
        sebutan = request.hak.sebutan or request.hak.nama
        kode = akun.terbitkan_kode(
            akun_calon, acuan=request.acuan, pada=pelaku(request).kini, lewat="slip", sebagai_jabatan=sebutan
        )
        jejak.catat("seleksi_asn_kode", p, peserta=p.pelamar.nomor_peserta)
    slip = [{"akun": akun_calon, "kode": akun.tulis_kode(kode), "sampai": akun_calon.kode_sampai}]
    return render(
        request, "akun/slip.html", {"slip": slip, "ditolak": [], "alamat": settings.ALAMAT_PORTAL.rstrip("/")}
    )


@akses.peran("calon", *PEMBACA)
@require_safe
def berkas_calon(request, pk):
    """One scan, for the subbid, those who read, and the candidate himself."""
    b = get_object_or_404(BerkasCalon.objects.select_related("pelamar"), pk=pk)
    if b.pelamar.pengguna_id != request.hak.pengguna_id:
        if request.hak.hanya_calon:
            raise Http404
        ambil(request, b.pelamar.seleksi_id)
    return dosir.respons(b.file, b.nama_asli, b.mime)
