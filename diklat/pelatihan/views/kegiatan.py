"""Kegiatan: daftar, satu kegiatan sebagai proses langkah demi langkah, membuat, menjalankan, mengembalikan, membatalkan."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from diklat.models import KegiatanPelatihan, LangkahKegiatan, Pelatihan
from diklat.pelatihan import hak, kegiatan, rute
from diklat.pelatihan.forms import FormKegiatan, FormLangkah, FormSebab, SaringKegiatan
from diklat.pelatihan.kabar import alamat_langkah
from diklat.pelatihan.surat import kantor_saya
from diklat.pelatihan.views import PEMANTAU, TANDA, ambil_kegiatan, formulir, pelaku
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

KOLOM = ("KEGIATAN", "KELOMPOK", "PENYELENGGARA", "MULAI", "SELESAI", "JP", "KUOTA", "CALON", "PESERTA", "LULUS", "TAHAP",
         "LANGKAH", "TENGGAT", "BIAYA")  # fmt: skip
TERBIT = {
    "edaran": ("edaran", "Terbitkan surat edaran"), "nota_dinas": ("nota_dinas", "Terbitkan nota dinas"),
    "pengiriman": ("pengiriman", "Terbitkan surat pengiriman"), "surat_tugas": ("surat_tugas", "Terbitkan surat tugas"),
}  # fmt: skip


def kelompok_dikelola(request):
    """Kelompok of the catalogue whose kegiatan he runs."""
    return [k for k, _ in Pelatihan.KELOMPOK if hak.kelola(request.hak, request.acuan, k)]


def saring(request):
    """Kegiatan as the URL filters them, each with its step and its numbers; one query."""
    form = SaringKegiatan(request.GET or None)
    isi = form.cleaned_data if form.is_valid() else {}
    kini = LangkahKegiatan.objects.filter(kegiatan=OuterRef("pk"), keadaan="kini")
    orang = Q(peserta__status="peserta")
    daftar = KegiatanPelatihan.objects.select_related("pelatihan").annotate(
        langkah_nama=Subquery(kini.values("nama")[:1]), tenggat=Subquery(kini.values("tenggat")[:1]),
        calon_n=Count("peserta", filter=~Q(peserta__status__in=("mundur", "dikeluarkan"))),
        peserta_n=Count("peserta", filter=orang), lulus_n=Count("peserta", filter=orang & Q(peserta__lulus=True)),
    )  # fmt: skip
    tahap = isi.get("tahap", "")
    if tahap == "terlambat":
        daftar = daftar.filter(tenggat__lt=request.hari_ini).exclude(tahap__in=("selesai", "batal"))
    elif tahap == "":
        daftar = daftar.exclude(tahap__in=("selesai", "batal"))
    elif tahap != "semua":
        daftar = daftar.filter(tahap=tahap)
    if isi.get("q"):
        daftar = daftar.filter(nama__icontains=isi["q"])
    if isi.get("kelompok"):
        daftar = daftar.filter(pelatihan__kelompok=isi["kelompok"])
    if isi.get("tahun"):
        daftar = daftar.filter(mulai__year=isi["tahun"])
    return form, daftar.order_by(F("tenggat").asc(nulls_last=True), "-mulai", "pk")


@akses.peran(*PEMANTAU)
@require_safe
def kegiatan_list(request):
    """All kegiatan, the most urgent first."""
    form, daftar = saring(request)
    potongan = potong(request, daftar)
    for k in potongan:
        k.tanda, k.lewat = TANDA[k.tahap], bool(k.tenggat and k.tenggat < request.hari_ini and k.terbuka)
    isi = {
        "potongan": potongan, "form": form, "kelola": kelompok_dikelola(request),
        "ekspor_url": reverse("diklat:kegiatan_ekspor"),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/kegiatan_list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def kegiatan_ekspor(request):
    """The list as filtered."""
    _, daftar = saring(request)
    baris = (
        (k.nama, k.pelatihan.get_kelompok_display(), k.penyelenggara, k.mulai, k.selesai, k.jp, k.kuota, k.calon_n,
         k.peserta_n, k.lulus_n, k.get_tahap_display(), k.langkah_nama, k.tenggat, k.biaya)
        for k in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Kegiatan pelatihan", KOLOM, baris, objek="kegiatanpelatihan")


@akses.peran(*PEMANTAU)
@require_safe
def kegiatan_detail(request, pk):
    """One kegiatan as its process: every step with who holds it, deadline and paper; the act of the step at hand."""
    k = ambil_kegiatan(request, pk)
    langkah = list(k.langkah.select_related("oleh"))
    kini = next((s for s in langkah if s.keadaan == "kini"), None)
    for s in langkah:
        s.siapa, s.lajur = rute.PEMEGANG[s.pemegang]
        s.lewat = s.keadaan == "kini" and bool(s.tenggat and s.tenggat < request.hari_ini)
    kelola = hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok)
    pegang = kini is not None and hak.memegang_langkah(request.hak, request.acuan, kini.pemegang, k.pelatihan.kelompok)
    surat_ = list(k.surat.select_related("naskah"))
    isi = {
        "k": k, "langkah": langkah, "kini": kini, "kelola": kelola, "pegang": pegang, "lembar": "proses",
        "jumlah": _jumlah(k), "surat": surat_,
        "tandatangan": any(s.naskah.tahap == "tercetak" for s in surat_) and bool(kantor_saya(request.hak)),
        "terbit": TERBIT.get(kini.kode) if kini and kelola else None,
        "kembali": pegang and kini.kode in rute.DAPAT_KEMBALI,
        "dapat_batal": kelola and k.tahap in ("rencana", "nominasi", "seleksi", "persiapan", "berlangsung"),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/kegiatan_detail.html", isi)


def _jumlah(k):
    """Numbers of the kegiatan by status and result; names apart from the fields, which an aggregate would hide."""
    n = k.peserta.aggregate(
        n_calon=Count("pk", filter=~Q(status__in=("mundur", "dikeluarkan"))),
        n_ms=Count("pk", filter=Q(status__in=("ms", "peserta", "cadangan"))),
        n_peserta=Count("pk", filter=Q(status="peserta")),
        n_cadangan=Count("pk", filter=Q(status="cadangan")),
        n_lulus=Count("pk", filter=Q(lulus=True)),
        n_gagal=Count("pk", filter=Q(lulus=False)),
    )
    return {kunci.removeprefix("n_"): nilai for kunci, nilai in n.items()}


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_form(request, pk=None):
    """A new kegiatan (``?pelatihan=`` fills it in from the catalogue), or changes to one."""
    kelompok = kelompok_dikelola(request)
    if not kelompok:
        raise PermissionDenied
    k = ambil_kegiatan(request, pk, ubah=True) if pk else None
    if k is not None and not k.terbuka:
        raise Http404
    awal = {} if k else _awal(request, kelompok)
    form = FormKegiatan(request.POST or None, instance=k, initial=awal, kelompok=kelompok)

    def simpan(f):
        baru = kegiatan.simpan(pk, f.hasil(), versi=f.cleaned_data["versi"], oleh=pelaku(request))
        return redirect("diklat:kegiatan_detail", baru.pk)

    kembali = reverse("diklat:kegiatan_detail", args=[pk]) if pk else reverse("diklat:kegiatan_list")
    isi = {
        "judul": "Ubah kegiatan" if pk else "Kegiatan baru", "tombol": "Simpan kegiatan", "sukses": "Kegiatan disimpan.",
        "penjelasan": "Langkah-langkahnya mengikuti jalur pelatihan yang dipilih.",
        "atas": [("Penyelenggaraan", reverse("diklat:kegiatan_list"))],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


def _awal(request, kelompok):
    """Initial values from an item of the catalogue."""
    teks = request.GET.get("pelatihan", "")
    p = Pelatihan.objects.filter(pk=teks, kelompok__in=kelompok).first() if teks.isdigit() else None
    if p is None:
        return {"kuota": 30}
    jp = request.acuan.setelan("diklat_jp", request.hari_ini).get(p.jenjang) if p.jenjang else p.jp
    return {
        "pelatihan": p.pk, "nama": f"{p.nama} {request.hari_ini.year}", "penyelenggara": p.penyelenggara, "jp": jp,
        "metode": p.metode, "kuota": 30, "tempat": "Lamongan",
    }  # fmt: skip


def _langkah(k, kode):
    """The step ``kode`` when the kegiatan stands at it; else 404."""
    return get_object_or_404(k.langkah.filter(keadaan="kini"), kode=kode)


def _kembali(request, pk, pemegang):
    """Where a step leads back to: (url of the kegiatan, crumbs above it); those outside the BKD go to their tasks."""
    if pemegang in rute.PEMUTUS and not request.hak.punya(*PEMANTAU):
        return reverse("tata_kelola:tugas_list"), [("Tugas saya", reverse("tata_kelola:tugas_list"))]
    return reverse("diklat:kegiatan_detail", args=[pk]), [("Penyelenggaraan", reverse("diklat:kegiatan_list"))]


@akses.peran(*PEMANTAU, *hak.PEMUTUS)
@require_http_methods(["GET", "HEAD", "POST"])
def langkah_selesai(request, pk, kode):
    """Finishes the step at hand, with its note and the letter it needs."""
    k = ambil_kegiatan(request, pk)
    satu = _langkah(k, kode)
    if not hak.memegang_langkah(request.hak, request.acuan, satu.pemegang, k.pelatihan.kelompok):
        raise PermissionDenied
    form = FormLangkah(
        request.POST or None, initial={"versi": k.versi}, bersurat=kode in rute.BERSURAT,
        bercatatan=kode in rute.BERCATATAN,
    )  # fmt: skip

    def selesai(f):
        d = f.cleaned_data
        kegiatan.selesaikan(
            pk, kode, versi=d["versi"], oleh=pelaku(request), catatan=d["catatan"], nomor=d.get("nomor", ""),
            tanggal=d.get("tanggal"),
        )  # fmt: skip

    kembali, atas = _kembali(request, pk, satu.pemegang)
    isi = {
        "judul": satu.nama, "tombol": "Selesaikan langkah ini", "sukses": f"{satu.nama}: selesai.",
        "penjelasan": f"Keluaran: {satu.keluaran.lower()}." if satu.keluaran else "",
        "atas": [*atas, (k.nama, alamat_langkah(pk, satu.pemegang))],
    }  # fmt: skip
    return formulir(request, form, selesai, isi, kembali)


@akses.peran(*PEMANTAU, *hak.PEMUTUS)
@require_http_methods(["GET", "HEAD", "POST"])
def langkah_kembali(request, pk, kode):
    """Sends the list back to the step before."""
    k = ambil_kegiatan(request, pk)
    satu = _langkah(k, kode)
    pegang = hak.memegang_langkah(request.hak, request.acuan, satu.pemegang, k.pelatihan.kelompok)
    if kode not in rute.DAPAT_KEMBALI or not pegang:
        raise PermissionDenied
    form = FormSebab(request.POST or None, initial={"versi": k.versi})

    def kembalikan(f):
        d = f.cleaned_data
        kegiatan.kembalikan(pk, kode, versi=d["versi"], oleh=pelaku(request), catatan=d["catatan"])

    kembali, atas = _kembali(request, pk, satu.pemegang)
    isi = {
        "judul": f"Kembalikan: {satu.nama.lower()}", "tombol": "Kembalikan ke langkah sebelumnya",
        "sukses": "Daftar dikembalikan.", "atas": [*atas, (k.nama, alamat_langkah(pk, satu.pemegang))],
    }  # fmt: skip
    return formulir(request, form, kembalikan, isi, kembali)


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_batalkan(request, pk):
    """The kegiatan will not take place; everybody it concerns is told."""
    k = ambil_kegiatan(request, pk, ubah=True)
    if k.tahap in ("penilaian", "selesai", "batal"):
        raise Http404
    form = FormSebab(request.POST or None, initial={"versi": k.versi})

    def batalkan(f):
        kegiatan.batalkan(pk, f.cleaned_data["catatan"], versi=f.cleaned_data["versi"], oleh=pelaku(request))

    kembali = reverse("diklat:kegiatan_detail", args=[pk])
    isi = {
        "judul": "Batalkan kegiatan", "tombol": "Batalkan kegiatan", "bahaya": True, "sukses": "Kegiatan dibatalkan.",
        "penjelasan": f"{k.nama}. Semua calon dan peserta diberi tahu dengan alasan ini.",
        "atas": [("Penyelenggaraan", reverse("diklat:kegiatan_list")), (k.nama, kembali)],
    }  # fmt: skip
    return formulir(request, form, batalkan, isi, kembali)
