"""Usul formasi kabupaten: rekap, persetujuan, dokumen formasi, lembar e-formasi, penetapan Menteri."""

from django.contrib import messages
from django.db.models import Count, F, Sum
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, dosir, jejak
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from pengadaan.kebutuhan import usul
from pengadaan.kebutuhan.aturan_rencana import batas_penyampaian
from pengadaan.kebutuhan.forms import FormCatatan, FormPenetapan, FormPindaianUsul, FormTahun
from pengadaan.kebutuhan.hak import KASUBBID, harus, melihat_semua, memegang_kantor, merekam_bupati
from pengadaan.kebutuhan.views import bilangan, lakukan, pelaku, satu_formulir
from pengadaan.kebutuhan.views.rencana import jejak_langkah
from pengadaan.menu import mengelola
from pengadaan.models import Formasi, UsulFormasi

PEMBACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
PEMUTUS = ("pejabat_bkd", "pimpinan")
TANDA = {"susun": "netral", "bupati": "perhatian", "disampaikan": "info", "ditetapkan": "terpenuhi"}


def ambil(request, pk):
    """The usul, for those who see every OPD."""
    harus(melihat_semua(request.hak))
    return get_object_or_404(UsulFormasi.objects.select_related("surat"), pk=pk)


def remah(u):
    """The way back."""
    return [("Formasi", f"{reverse('pengadaan:formasi_list')}?tahun={u.tahun}"),
            (f"Usul formasi {u.tahun}", reverse("pengadaan:usul_detail", args=[u.pk]))]  # fmt: skip


@akses.peran("pejabat_bkd", "staf_bkd")
@require_POST
def usul_rekap(request):
    """Gathers the accepted plans of a year."""
    harus(mengelola(request.hak, request.acuan))
    form = FormTahun(request.POST)
    if not form.is_valid():
        messages.error(request, "Tahunnya tidak terbaca.")
        return redirect("pengadaan:formasi_list")
    tahun = form.cleaned_data["tahun"]
    try:
        u = usul.rekap(tahun, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect(f"{reverse('pengadaan:formasi_list')}?tahun={tahun}")
    messages.success(request, "Rencana yang diterima sudah direkap.")
    return redirect("pengadaan:usul_detail", u.pk)


@akses.peran(*PEMBACA)
@require_safe
def usul_detail(request, pk):
    """The usul: sums per OPD, how far it is, its letter, and the act of whose turn it is."""
    u = ambil(request, pk)
    rencana = u.rencana.select_related("opd").annotate(
        banyak=Count("baris"), satu=Sum("baris__n1"),
        lima=Sum(F("baris__n1") + F("baris__n2") + F("baris__n3") + F("baris__n4") + F("baris__n5")),
    ).order_by("opd__nama")  # fmt: skip
    rencana = list(rencana)
    kantor, _, tombol = usul.JALAN.get(u.status, ("", "", ""))
    giliran = bool(kantor) and memegang_kantor(request.hak, kantor)
    batas, kelola = batas_penyampaian(u.tahun), mengelola(request.hak, request.acuan)
    isi = {
        "u": u, "rencana": rencana, "satu": sum(r.satu or 0 for r in rencana), "lima": sum(r.lima or 0 for r in rencana),
        "giliran": giliran, "tombol": tombol, "mengembalikan": giliran and u.status != "susun",
        "merekam": merekam_bupati(request.hak) and u.status == "bupati", "menetapkan": kelola and u.status == "disampaikan",
        "keluarkan": u.status == "susun" and memegang_kantor(request.hak, KASUBBID), "tanda": TANDA.get(u.status, "info"),
        "jejak": jejak_langkah(u.langkah) + _nanti(u.status), "batas": batas, "kelola": kelola,
        "terlambat": (u.disampaikan_pada or request.hari_ini) > batas,
        "formasi": Formasi.objects.filter(tahun=u.tahun).aggregate(n=Count("pk"), usul=Sum("jumlah_usul"), tetap=Sum("jumlah_ditetapkan")),
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/usul_detail.html", isi)


def _nanti(status):
    urut = [s for s, _ in UsulFormasi.STATUS]
    nama = dict(UsulFormasi.STATUS)
    if status == urut[-1]:
        return []
    mulai = urut.index(status)
    return [{"judul": nama[s], "keadaan": "kini" if i == 0 else "nanti"} for i, s in enumerate(urut[mulai:])]


@akses.peran(*PEMUTUS)
@require_POST
def usul_setujui(request, pk):
    """The office whose turn it is passes the usul on."""
    ambil(request, pk)
    versi = bilangan(request.POST.get("versi")) or 0
    lakukan(request, lambda: usul.setujui(pk, versi, oleh=pelaku(request)), "Usul diteruskan.")
    return redirect("pengadaan:usul_detail", pk)


@akses.peran(*PEMUTUS)
@require_http_methods(["GET", "POST"])
def usul_kembalikan(request, pk):
    """Back to the Kasubbid."""
    u = ambil(request, pk)
    kantor = usul.JALAN.get(u.status, ("",))[0]
    harus(kantor and u.status != "susun" and memegang_kantor(request.hak, kantor))
    isi = {
        "judul": "Kembalikan usul formasi",
        "tombol": "Kembalikan ke Kasubbid",
        "sukses": "Usul dikembalikan.",
        "atas": remah(u),
    }
    form = FormCatatan(request.POST or None, initial={"versi": u.versi})
    return satu_formulir(
        request, form, lambda d: usul.kembalikan(pk, d["versi"], d["catatan"], oleh=pelaku(request)), isi,
        reverse("pengadaan:usul_detail", args=[pk]),
    )  # fmt: skip


@akses.peran("pejabat_bkd", "staf_bkd")
@require_POST
def usul_keluarkan(request, pk, rencana):
    """Takes one OPD out while the usul is drawn up."""
    ambil(request, pk)
    versi = bilangan(request.POST.get("versi")) or 0
    lakukan(
        request, lambda: usul.keluarkan(pk, versi, rencana, oleh=pelaku(request)), "Rencana OPD dikeluarkan dari usul."
    )
    return redirect("pengadaan:usul_detail", pk)


@akses.peran("pimpinan")
@require_http_methods(["GET", "POST"])
def usul_sahkan(request, pk):
    """The recorder enters the signed letter of the Bupati."""
    u = ambil(request, pk)
    harus(merekam_bupati(request.hak))
    isi = {
        "judul": "Rekam tanda tangan Bupati", "tombol": "Rekam dan sampaikan", "atas": remah(u),
        "penjelasan": f"Dokumen formasi tahun {u.tahun}{', nomor ' + u.surat.nomor if u.surat else ''}. Sesudah direkam, formasinya terbuka sebagai usul.",
        "sukses": "Tanda tangan Bupati direkam; usul disampaikan.",
    }  # fmt: skip
    form = FormPindaianUsul(request.POST or None, request.FILES or None, initial={"versi": u.versi})
    return satu_formulir(
        request, form, lambda d: usul.sahkan(pk, d["versi"], d["berkas"], oleh=pelaku(request)), isi,
        reverse("pengadaan:usul_detail", args=[pk]),
    )  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def usul_surat(request, pk):
    """Dokumen formasi: signed once it is, else the print."""
    surat = ambil(request, pk).surat
    medan = surat and (surat.berkas_sah or surat.berkas_cetak)
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", surat, nomor=surat.nomor)
    return dosir.respons(medan, f"dokumen-formasi-{surat.nomor}.pdf".replace("/", "-"), "application/pdf")


@akses.peran(*PEMBACA)
@require_safe
def usul_eformasi(request, pk):
    """The e-formasi sheet of the first year."""
    u = ambil(request, pk)
    return unduh_daftar(
        request, f"e-formasi {u.tahun}", usul.KOLOM, usul.lembar(u, request.acuan), objek="usulformasi"
    )


@akses.peran(*PEMBACA)
@require_safe
def usul_kepmen(request, pk):
    """The scan of the Kepmen."""
    u = ambil(request, pk)
    if not u.kepmen:
        raise Http404
    return dosir.respons(u.kepmen, u.kepmen_nama or "kepmen.pdf", u.kepmen_mime or "application/pdf")


@akses.peran("pejabat_bkd", "staf_bkd")
@require_http_methods(["GET", "POST"])
def usul_penetapan(request, pk):
    """Records the decision of the Menteri, with the sheet of numbers where they differ."""
    u = ambil(request, pk)
    harus(mengelola(request.hak, request.acuan))
    isi = {
        "judul": f"Rekam penetapan formasi {u.tahun}", "tombol": "Rekam penetapan", "atas": remah(u),
        "penjelasan": "Nomor dan tanggal Keputusan Menteri menjadi dasar setiap formasi; jumlahnya dapat dibetulkan satu per satu sesudahnya.",
        "sukses": "Penetapan direkam; formasi dapat dipakai seleksi.",
    }  # fmt: skip
    form = FormPenetapan(request.POST or None, request.FILES or None, initial={"versi": u.versi})

    def kerja(d):
        jumlah = usul.baca_penetapan(d["lembar"], u) if d["lembar"] else None
        return usul.tetapkan(pk, d["versi"], d["nomor"], d["tanggal"], d["berkas"], jumlah, oleh=pelaku(request))

    return satu_formulir(request, form, kerja, isi, reverse("pengadaan:usul_detail", args=[pk]))
