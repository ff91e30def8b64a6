"""Formasi: rencana tiap OPD, usul kabupaten, dan formasi yang diusulkan atau ditetapkan, menurut tahun."""

from django.db.models import Count, F, Q, Sum
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.kebutuhan import usul
from pengadaan.kebutuhan.aturan_rencana import batas_penyampaian
from pengadaan.kebutuhan.forms import FormJumlah, SaringFormasi
from pengadaan.kebutuhan.hak import PELIHAT, dalam_lingkup, harus, unit_tulis
from pengadaan.kebutuhan.views import opd_pilihan, pelaku, satu_formulir
from pengadaan.menu import mengelola
from pengadaan.models import Formasi, RencanaKebutuhan, UsulFormasi

KOLOM = ("TAHUN", "JENIS", "JALUR", "JABATAN", "UNIT KERJA", "OPD", "PENDIDIKAN", "PRIORITAS", "USUL", "DITETAPKAN", "KEADAAN",
         "NOMOR PENETAPAN", "TANGGAL PENETAPAN")  # fmt: skip
TANDA = {"usul": "info", "ditetapkan": "terpenuhi", "batal": "netral"}
TANDA_RENCANA = {"draf": "netral", "diajukan": "info", "diterima": "terpenuhi", "direkap": "terpenuhi"}
REMAH = ("Formasi", "pengadaan:formasi_list")


def tahun_rencana(hari_ini):
    """The year that is planned for now: KBT-4 closes next year's on 31 March of this year."""
    return hari_ini.year + 1 if hari_ini <= batas_penyampaian(hari_ini.year + 1) else hari_ini.year + 2


def _saring(request):
    data = request.GET.copy()
    if not data.get("tahun"):
        akhir = Formasi.objects.order_by("-tahun").values_list("tahun", flat=True).first()
        data["tahun"] = str(akhir or tahun_rencana(request.hari_ini))
    form = SaringFormasi(data, opd=opd_pilihan(request.hak, request.acuan))
    daftar = Formasi.objects.filter(dalam_lingkup(request.hak)).select_related("jabatan", "unit")
    for nama in ("tahun", "jenis", "status"):
        if nilai := form.isi(nama):
            daftar = daftar.filter(**{nama: nilai})
    if opd := form.isi("opd"):
        daftar = daftar.filter(unit_id__salah_satu=request.acuan.turunan([int(opd)]))
    for kata in form.isi("q").split():
        daftar = daftar.filter(Q(jabatan__nama__icontains=kata) | Q(unit__nama__icontains=kata))
    return form, daftar.order_by("prioritas", "unit__nama", "jabatan__nama", "pk")


@akses.peran(*PELIHAT)
@require_safe
def formasi_list(request):
    """One year: its usul, the plans of the OPD, and its Formasi with sums."""
    form, daftar = _saring(request)
    tahun = form.isi("tahun") or tahun_rencana(request.hari_ini)
    potongan, kelola = potong(request, daftar), mengelola(request.hak, request.acuan)
    for f in potongan:
        f.tanda = TANDA[f.status]
    rencana = RencanaKebutuhan.objects.filter(dalam_lingkup(request.hak, "opd_id"), tahun=tahun).select_related("opd").annotate(
        banyak=Count("baris"), satu=Sum("baris__n1"),
        lima=Sum(F("baris__n1") + F("baris__n2") + F("baris__n3") + F("baris__n4") + F("baris__n5")),
    )  # fmt: skip
    rencana = list(rencana.order_by("opd__nama"))
    for r in rencana:
        r.tanda = TANDA_RENCANA[r.status]
    angka = daftar.order_by().aggregate(
        usul=Sum("jumlah_usul"), ditetapkan=Sum("jumlah_ditetapkan"), baris=Count("pk")
    )
    isi = {
        "form": form, "potongan": potongan, "rencana": rencana, "angka": angka, "tahun": tahun, "kelola": kelola,
        "usul": UsulFormasi.objects.filter(tahun=tahun).first(), "batas": batas_penyampaian(tahun),
        "lewat": batas_penyampaian(tahun) < request.hari_ini, "siap": sum(r.status == "diterima" for r in rencana),
        "menulis": bool(unit_tulis(request.hak, request.acuan)), "tahun_lain": [tahun - 1, tahun + 1],
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/formasi_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def formasi_ekspor(request):
    """The Formasi as they are filtered."""
    _, daftar = _saring(request)
    unit = request.acuan.unit
    opd = lambda i: unit[unit[i].opd_id].nama if i in unit and unit[i].opd_id else ""  # noqa: E731 - one word for a column
    baris = (
        (f.tahun, f.get_jenis_display(), f.get_jalur_display(), f.jabatan.nama, f.unit.nama, opd(f.unit_id), f.pendidikan,
         f.prioritas, f.jumlah_usul, f.jumlah_ditetapkan, f.get_status_display(), f.nomor_penetapan, f.tanggal_penetapan)
        for f in daftar.iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(request, "Formasi", KOLOM, baris, objek="formasi")


@akses.peran("staf_bkd", "pejabat_bkd")
@require_http_methods(["GET", "POST"])
def formasi_update(request, pk):
    """Corrects the number granted to one Formasi."""
    harus(mengelola(request.hak, request.acuan))
    f = get_object_or_404(Formasi.objects.select_related("jabatan", "unit"), pk=pk)
    tujuan = f"{reverse('pengadaan:formasi_list')}?tahun={f.tahun}"
    isi = {
        "judul": "Ubah jumlah yang ditetapkan", "tombol": "Simpan jumlah", "sukses": "Jumlah disimpan.",
        "penjelasan": f"{f.jabatan.nama}, {f.unit.nama}, {f.get_jenis_display()} {f.tahun}; diusulkan {f.jumlah_usul} orang. "
        f"Menurut {f.nomor_penetapan or 'keputusan yang belum direkam'}.",
        "atas": [(REMAH[0], tujuan)],
    }  # fmt: skip
    form = FormJumlah(request.POST or None, initial={"versi": f.versi, "jumlah": f.jumlah_ditetapkan})
    return satu_formulir(
        request, form, lambda d: usul.ubah_formasi(pk, d["versi"], d["jumlah"], oleh=pelaku(request)), isi, tujuan
    )
