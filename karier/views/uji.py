"""Uji kompetensi: daftar kegiatan, satu kegiatan dengan pesertanya, dan perbuatan padanya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from karier import lembar_nilai, uji
from karier.forms import FormBerkasNilai, FormKegiatan
from karier.hak import boleh_uji
from karier.models import KegiatanUji
from karier.views import pelaku
from kepegawaian import akses
from kepegawaian.models import Jabatan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")
TANDA = {"pendaftaran": "info", "penilaian": "perhatian", "diajukan": "perhatian", "selesai": "terpenuhi"}


def ambil_kegiatan(request, pk, *, ubah=False):
    """The kegiatan for those who run or oversee it; 403 to everyone else."""
    boleh = boleh_uji(request.hak, request.acuan)
    if not boleh and (ubah or not request.hak.punya("pejabat_bkd", "inspektorat")):
        raise PermissionDenied
    return get_object_or_404(KegiatanUji.objects.select_related("sasaran"), pk=pk)


def harus_pelihat(request):
    """403 for staf of other subbid."""
    if not (boleh_uji(request.hak, request.acuan) or request.hak.punya("pejabat_bkd", "inspektorat")):
        raise PermissionDenied


@akses.peran(*PEMBACA)
@require_safe
def uji_list(request):
    """All kegiatan, newest first, with how far each is."""
    harus_pelihat(request)
    daftar = KegiatanUji.objects.select_related("sasaran").annotate(
        banyak=Count("peserta"), dinilai=Count("peserta", filter=~Q(peserta__hasil=""))
    )
    status = request.GET.get("status", "")
    if status in dict(KegiatanUji.STATUS):
        daftar = daftar.filter(status=status)
    isi = {
        "potongan": potong(request, daftar), "status": status, "pilihan": KegiatanUji.STATUS, "tanda": TANDA,
        "boleh": boleh_uji(request.hak, request.acuan),
    }  # fmt: skip
    for k in isi["potongan"]:
        k.tanda = TANDA.get(k.status, "netral")
    return render(request, "karier/uji_list.html", isi)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def uji_create(request):
    """A new kegiatan; ``?sasaran=`` the post it is held for."""
    if not boleh_uji(request.hak, request.acuan):
        raise PermissionDenied
    sasaran = request.GET.get("sasaran", "")
    awal = {"tanggal_mulai": request.hari_ini, "tanggal_selesai": request.hari_ini, "tujuan": "pemetaan"}
    if sasaran.isdigit():
        awal |= {"sasaran": sasaran, "tujuan": "promosi"}
    return _formulir(request, None, awal)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def uji_update(request, pk):
    """Changes a kegiatan while it is open."""
    k = ambil_kegiatan(request, pk, ubah=True)
    awal = {n: getattr(k, n) for n in ("nama", "tujuan", "metode", "tanggal_mulai", "tanggal_selesai", "tempat")}
    awal |= {"sasaran": k.sasaran_id, "asesor": "\n".join(f"{a.nama}; {a.instansi}" for a in k.asesor.all())}
    return _formulir(request, k, awal)


def _formulir(request, kegiatan, awal):
    form = FormKegiatan(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        asesor = data.pop("asesor")
        try:
            kegiatan = uji.simpan(kegiatan.pk if kegiatan else None, data, asesor, oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Kegiatan disimpan.")
            return redirect("karier:uji_detail", pk=kegiatan.pk)
    sasaran = Jabatan.objects.filter(pk=awal["sasaran"]).first() if awal.get("sasaran") else None
    isi = {
        "judul": "Ubah kegiatan" if kegiatan else "Uji kompetensi baru", "form": form, "tombol": "Simpan kegiatan",
        "penjelasan": (
            f"Untuk jabatan {sasaran.nama}." if sasaran else "Tiap peserta dinilai terhadap standar jabatannya sendiri."
        ),
        "batal_url": reverse("karier:uji_detail", args=[kegiatan.pk]) if kegiatan else reverse("karier:uji_list"),
        "atas": [("Uji kompetensi", reverse("karier:uji_list"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)


@akses.peran(*PEMBACA)
@require_safe
def uji_detail(request, pk):
    """One kegiatan: its facts, its peserta, and what can be done next."""
    k = ambil_kegiatan(request, pk)
    peserta = k.peserta.select_related("pegawai__kini", "sasaran", "usulan").order_by("pegawai__kini__nama")
    isi = {
        "k": k, "asesor": k.asesor.all(), "potongan": potong(request, peserta), "tanda": TANDA.get(k.status, "netral"),
        "boleh": boleh_uji(request.hak, request.acuan), "terbuka": k.status in uji.TERBUKA,
        "jumlah": k.peserta.aggregate(n=Count("pk"), dinilai=Count("pk", filter=~Q(hasil="")))
    }  # fmt: skip
    for p in isi["potongan"]:
        p.belum = sum(s["jawaban"] == "tidak" for s in p.syarat)
        p.perlu = sum(s["jawaban"] == "perlu_diperiksa" for s in p.syarat)
        p.kata = f"kurang {p.belum}"
    return render(request, "karier/uji_detail.html", isi)


def _lakukan(request, pk, perbuatan, kalimat):
    """One act on a kegiatan, and back to its page with a sentence."""
    k = ambil_kegiatan(request, pk, ubah=True)
    try:
        hasil = perbuatan(k.pk, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(n=hasil))
    return redirect("karier:uji_detail", pk=pk)


@akses.peran(*PEMBACA)
@require_POST
def uji_mulai(request, pk):
    """Registration closes, scoring begins."""
    return _lakukan(request, pk, uji.mulai_menilai, "Pendaftaran ditutup; nilai dapat diisi.")


@akses.peran(*PEMBACA)
@require_POST
def uji_batalkan(request, pk):
    """The kegiatan will not take place."""
    return _lakukan(request, pk, uji.batalkan, "Kegiatan dibatalkan.")


@akses.peran(*PEMBACA)
@require_POST
def uji_ajukan(request, pk):
    """Results go to the kasubbid; then one berita acara for all."""
    return _lakukan(request, pk, uji.ajukan, "Hasil {n} peserta diajukan; pemeriksaannya pada kotak kerja kasubbid.")


@akses.peran(*PEMBACA)
@require_safe
def uji_ekspor(request, pk):
    """The score sheet: what is known so far, ready to be filled in and uploaded again."""
    k = ambil_kegiatan(request, pk)
    peserta = list(k.peserta.select_related("pegawai__kini").order_by("pegawai__kini__nama"))
    isi, judul = lembar_nilai.baris(peserta), lembar_nilai.kolom(peserta)
    return unduh_daftar(request, lembar_nilai.JUDUL, judul, isi, objek="pesertauji", nama=f"lembar-nilai-{k.pk}")


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def uji_impor(request, pk):
    """Takes over a filled-in score sheet; one fault and nothing is written."""
    k = ambil_kegiatan(request, pk, ubah=True)
    form = FormBerkasNilai(request.POST or None, request.FILES or None)
    kembali = reverse("karier:uji_detail", args=[pk])
    if request.method == "POST" and form.is_valid():
        peserta = list(k.peserta.select_related("pegawai__kini", "usulan"))
        try:
            daftar = lembar_nilai.baca(form.cleaned_data["berkas"], peserta)
            uji.nilai(daftar, kegiatan_id=k.pk, oleh=pelaku(request))
        except lembar_nilai.LembarSalah as galat:
            for kalimat in galat.daftar[:20]:
                form.add_error("berkas", kalimat)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Nilai {len(daftar)} peserta diambil dari lembar.")
            return redirect(kembali)
    isi = {
        "judul": "Unggah lembar nilai", "form": form, "tombol": "Ambil nilai", "batal_url": kembali,
        "penjelasan": "Satu kesalahan saja, tidak ada nilai yang diubah; semua kesalahan disebut per baris dan kolom.",
        "atas": [("Uji kompetensi", reverse("karier:uji_list")), (k.nama, kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)
