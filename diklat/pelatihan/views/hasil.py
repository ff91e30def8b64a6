"""Nilai dan hasil: di layar, lembar Excel keluar dan masuk, sertifikat; ringkasan evaluasi; evaluasi oleh atasan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import EvaluasiPasca
from diklat.pelatihan import evaluasi, hadir, hak, hasil, lembar
from diklat.pelatihan.forms import FormBerkasNilai, FormPasca, angka
from diklat.pelatihan.kegiatan import langkah_kini
from diklat.pelatihan.views import PEMANTAU, ambil_kegiatan, formulir, lakukan, pelaku
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur

DINILAI = ("berlangsung", "penilaian")


def _peserta(request, k):
    return (
        k.peserta.filter(request.hak.lingkup("pegawai__kini__"), status="peserta")
        .select_related("pegawai__kini__opd", "usulan").order_by("pegawai__kini__nama", "pk")
    )  # fmt: skip


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request, pk):
    """Scores of everybody on one page; what they and the presence come to is shown beside them."""
    k = ambil_kegiatan(request, pk, ubah=request.method == "POST")
    peserta = list(_peserta(request, k))
    salah = {}
    if request.method == "POST":
        daftar, salah = _baca(request.POST, peserta)
        if not salah:
            return lakukan(
                request, lambda: hasil.isi_nilai(pk, daftar, oleh=pelaku(request)), "Nilai {} peserta disimpan.",
                "diklat:nilai", pk,
            )  # fmt: skip
    persen, satu = hadir.persen(k), langkah_kini(k)
    for p in peserta:
        p.persen, p.terkunci = persen.get(p.pk), hasil.terkunci(p)
        p.isi = [(m, request.POST.get(f"{p.pk}-{m}", getattr(p, m)), salah.get((p.pk, m))) for m in hasil.MEDAN]
    kelola = hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok)
    isi = {
        "k": k, "peserta": peserta, "lembar": "nilai", "kelola": kelola, "salah": list(salah.values()),
        "ubah": kelola and k.tahap in DINILAI, "sertifikat": kelola and satu is not None and satu.kode == "riwayat",
        "belum": sum(p.lulus is None for p in peserta), "lulus": sum(bool(p.lulus) for p in peserta),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/nilai.html", isi, status=422 if salah else 200)


def _baca(data, peserta):
    """({peserta id: scores}, {(peserta id, field): sentence}) of the page; who is locked or not on it stays out."""
    daftar, salah = {}, {}
    for p in peserta:
        if f"{p.pk}-nilai" not in data or hasil.terkunci(p):
            continue
        daftar[p.pk] = {"catatan": data.get(f"{p.pk}-catatan", "").strip()}
        for m in hasil.MEDAN:
            try:
                daftar[p.pk][m] = angka(data.get(f"{p.pk}-{m}"))
            except ValueError:
                salah[p.pk, m] = f"{p.pegawai.kini.nama_lengkap}: nilai 0 sampai 100."
    return daftar, salah


@akses.peran(*PEMANTAU)
@require_safe
def nilai_ekspor(request, pk):
    """The score sheet with what is known so far."""
    k = ambil_kegiatan(request, pk)
    return unduh_daftar(
        request, "Lembar nilai", lembar.KOLOM, lembar.baris(_peserta(request, k)), objek="pesertapelatihan",
        nama=f"lembar-nilai-{k.pk}",
    )  # fmt: skip


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def nilai_impor(request, pk):
    """Takes over a filled-in sheet; one fault and nothing is written."""
    k = ambil_kegiatan(request, pk, ubah=True)
    if k.tahap not in DINILAI:
        raise Http404
    form = FormBerkasNilai(request.POST or None, request.FILES or None)
    kembali = reverse("diklat:nilai", args=[pk])
    if request.method == "POST" and form.is_valid():
        daftar, salah = lembar.baca(form.cleaned_data["berkas"], list(_peserta(request, k)))
        try:
            if not salah:
                banyak = hasil.isi_nilai(pk, daftar, oleh=pelaku(request))
                messages.success(request, f"Nilai {banyak} peserta diambil dari lembar.")
                return redirect(kembali)
        except DitolakAlur as galat:
            salah = [str(galat)]
        for kalimat in salah[:20]:
            form.add_error("berkas", kalimat)
    isi = {
        "judul": "Unggah lembar nilai", "form": form, "tombol": "Ambil nilai", "batal_url": kembali,
        "penjelasan": "Satu kesalahan saja, tidak ada nilai yang diubah; semua kesalahan disebut per baris.",
        "atas": [(k.nama, reverse("diklat:kegiatan_detail", args=[pk])), ("Nilai", kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*PEMANTAU)
@require_POST
def sertifikat_ajukan(request, pk):
    """Sends the certificates of everybody who passed on their way."""
    ambil_kegiatan(request, pk, ubah=True)
    return lakukan(
        request, lambda: hasil.ajukan_sertifikat(pk, oleh=pelaku(request)),
        "Sertifikat {} peserta diajukan; pemeriksaannya pada kotak kerja kasubbid.", "diklat:nilai", pk,
    )  # fmt: skip


# ── evaluation ───────────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PEMANTAU)
@require_safe
def evaluasi_detail(request, pk):
    """Levels 1 to 3 of a kegiatan in tables; no name stands beside an answer."""
    k = ambil_kegiatan(request, pk)
    pasca = EvaluasiPasca.objects.filter(peserta__kegiatan=k).filter(
        request.hak.lingkup("peserta__pegawai__kini__")
    ).select_related("peserta__pegawai__kini__opd")  # fmt: skip
    isi = {
        "k": k, "lembar": "evaluasi", "r": evaluasi.rangkum(k), "pasca": list(pasca.order_by("tenggat", "pk")[:200]),
        "peserta_n": k.peserta.filter(status="peserta").count(),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/evaluasi_detail.html", isi)


@akses.peran("atasan")
@require_safe
def pasca_list(request):
    """Evaluations that wait for the superior, the earliest deadline first."""
    daftar = evaluasi.milik_atasan(request.hak, request.hari_ini)
    daftar = daftar.select_related("peserta__kegiatan", "peserta__pegawai__kini").order_by("tenggat", "pk")
    return render(request, "diklat/pelatihan/pasca_list.html", {"potongan": potong(request, daftar)})


@akses.peran("atasan")
@require_http_methods(["GET", "HEAD", "POST"])
def pasca_update(request, pk):
    """Level 3: what the superior sees of the training in the work, once."""
    e = get_object_or_404(EvaluasiPasca.objects.select_related("peserta__kegiatan", "peserta__pegawai__kini"), pk=pk)
    if not evaluasi.menilai(e, request.hak, request.hari_ini):
        raise PermissionDenied
    kembali = reverse("diklat:pasca_list")
    awal = e.jawaban | {"teks": e.catatan} if e.pada else {}
    isi = {
        "judul": "Evaluasi pascapelatihan", "tombol": "Kirim evaluasi", "sukses": "Evaluasi dicatat.",
        "penjelasan": f"{e.peserta.pegawai.kini.nama_lengkap}, {e.peserta.kegiatan.nama}.",
        "atas": [("Evaluasi pascapelatihan", kembali)], "catatan": "Evaluasi ini sudah diisi." if e.pada else "",
    }  # fmt: skip

    def simpan(f):
        jawaban, catatan = f.jawaban()
        evaluasi.isi_pasca(pk, jawaban, catatan, oleh=pelaku(request))

    return formulir(request, FormPasca(request.POST or None, initial=awal), simpan, isi, kembali)
