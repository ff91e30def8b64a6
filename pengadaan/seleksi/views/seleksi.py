"""Seleksi: daftar, satu seleksi dengan tahap dan formasinya, menyiapkan, menjalankan."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.galat import DitolakAlur
from pengadaan.menu import mengelola
from pengadaan.models import Formasi, Seleksi
from pengadaan.seleksi import hasil, perbuatan
from pengadaan.seleksi.forms import FormSeleksi, jadwal_awal
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, TANDA, ambil, harus_membaca, harus_mengelola, lakukan, pelaku

MEDAN = ("nama", "tahun", "jenis", "nomor_pengumuman", "tanggal_pengumuman", "pengabdian_tahun")
AKSI = {
    "mulai": (perbuatan.mulai, "Seleksi dimulai; impor daftar pelamarnya."),
    "umumkan": (perbuatan.umumkan, lambda s: "Tampil pada halaman umum." if s.publik else "Tidak lagi tampil pada halaman umum."),
    "administrasi": (
        perbuatan.putuskan_semua,
        lambda h: f"{h[0]} memenuhi syarat, {h[1]} tidak memenuhi syarat, {h[2]} harus diperiksa satu per satu.",
    ),
    "tetapkan": (hasil.tetapkan, "Hasil ditetapkan dan dibekukan; pengumumannya sedang dicetak."),
    "tutup": (perbuatan.tutup, "Seleksi ditutup."),
    "batalkan": (perbuatan.batalkan, "Seleksi dibatalkan."),
}  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def seleksi_list(request):
    """All selections, the newest first."""
    harus_membaca(request)
    jenis = request.GET.get("jenis", "")
    daftar = Seleksi.objects.annotate(
        banyak=Count("pelamar", distinct=True),
        lulus=Count(
            "pelamar", filter=Q(pelamar__mengisi__isnull=False, pelamar__pembatalan__isnull=True), distinct=True
        ),
    )
    if jenis in dict(Formasi.JENIS):
        daftar = daftar.filter(jenis=jenis)
    potongan = potong(request, daftar)
    for s in potongan:
        s.tanda = TANDA[s.status]
    isi = {
        "potongan": potongan,
        "jenis": jenis,
        "pilihan": Formasi.JENIS,
        "boleh": mengelola(request.hak, request.acuan),
    }
    return render(request, "pengadaan/seleksi/seleksi_list.html", isi)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_create(request):
    """A new selection, with proposed dates."""
    harus_mengelola(request)
    return _formulir(request, None, {"tahun": request.hari_ini.year} | jadwal_awal(request.hari_ini))


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_update(request, pk):
    """Changes a selection that has no result."""
    s = ambil(request, pk)
    harus_mengelola(request)
    if s.status not in ("persiapan", "berjalan"):
        raise Http404
    awal = {m: getattr(s, m) for m in MEDAN}
    for t in s.tahap.all():
        awal |= {f"{t.kode}_mulai": t.mulai, f"{t.kode}_selesai": t.selesai}
    return _formulir(request, s, awal)


def _formulir(request, s, awal):
    form = FormSeleksi(request.POST or None, initial=awal, tetap=s is not None)
    if request.method == "POST" and form.is_valid():
        try:
            s = perbuatan.simpan(
                s.pk if s else None, *form.hasil(), oleh=pelaku(request), versi=request.POST.get("versi") or None
            )
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Seleksi disimpan dengan {s.formasi.count()} formasi.")
            return redirect("pengadaan:seleksi_detail", pk=s.pk)
    isi = {
        "judul": "Ubah seleksi" if s else "Seleksi baru", "form": form, "tombol": "Simpan seleksi",
        "penjelasan": "Formasi yang sudah ditetapkan untuk tahun dan jenis ini masuk dengan sendirinya (PP 11/2017 Pasal 19).",
        "batal_url": reverse("pengadaan:seleksi_detail", args=[s.pk]) if s else reverse("pengadaan:seleksi_list"),
        "atas": [("Seleksi", reverse("pengadaan:seleksi_list"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)


@akses.peran(*PEMBACA)
@require_safe
def seleksi_detail(request, pk):
    """One selection: what comes next, stages, formasi with applicants and those who passed."""
    s = ambil(request, pk)
    formasi = s.formasi.select_related("jabatan", "unit").annotate(
        banyak=Count("pelamar", filter=Q(pelamar__seleksi=s), distinct=True),
        terisi=Count("pengisi", filter=Q(pengisi__seleksi=s, pengisi__pembatalan__isnull=True), distinct=True),
    ).order_by("unit__nama", "jabatan__nama", "jalur")  # fmt: skip
    angka = s.pelamar.aggregate(
        pelamar=Count("pk"), belum=Count("pk", filter=Q(administrasi="")), ms=Count("pk", filter=Q(administrasi="ms")),
        tms=Count("pk", filter=Q(administrasi="tms")),
        tes=Count("pk", filter=Q(nilai__tes__in=("skd", "kompetensi"), nilai__batal=False, nilai__ganti__isnull=True), distinct=True),
        skb=Count("pk", filter=Q(nilai__tes="skb", nilai__batal=False, nilai__ganti__isnull=True), distinct=True),
        lulus=Count("pk", filter=Q(mengisi__isnull=False, pembatalan__isnull=True)), lengkap=Count("pk", filter=Q(pemberkasan__status="lengkap")),
        berkas=Count("pk", filter=Q(pemberkasan__isnull=False)),
        batal=Count("pk", filter=Q(pembatalan__isnull=False)), nip=Count("pk", filter=Q(pegawai__isnull=False)),
    )  # fmt: skip
    isi = {
        "s": s, "tanda": TANDA[s.status], "tahap": s.urutan_tahap, "potongan": potong(request, formasi), "a": angka,
        "boleh": mengelola(request.hak, request.acuan), "hari_ini": request.hari_ini,
        "kuota": sum(f or 0 for f in s.formasi.values_list("jumlah_ditetapkan", flat=True)),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/seleksi_detail.html", isi)


@akses.peran(*PENGELOLA)
@require_POST
def seleksi_lakukan(request, pk, aksi):
    """One act that moves it on, and back to its page with a sentence."""
    ambil(request, pk)
    harus_mengelola(request)
    if aksi not in AKSI:
        raise Http404
    perbuatan_ini, kalimat = AKSI[aksi]
    versi = request.POST.get("versi") or None
    kembali = "pengadaan:hasil_list" if aksi == "tetapkan" else "pengadaan:seleksi_detail"
    return lakukan(request, lambda: perbuatan_ini(pk, oleh=pelaku(request), versi=versi), kalimat, kembali, pk)
