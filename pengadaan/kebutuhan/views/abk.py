"""Analisis beban kerja: daftar, satu analisis, penyuntingan, dan perbuatannya."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from pengadaan.kebutuhan import analisis, aturan, bidang
from pengadaan.kebutuhan.forms import DaftarTugas, FormAbk, FormAbkBaru, FormCatatan, FormSah, SaringAbk
from pengadaan.kebutuhan.hak import PELIHAT_ABK, PENULIS, boleh_menulis, dalam_lingkup, harus, unit_tulis
from pengadaan.kebutuhan.views import bilangan, lakukan, opd_pilihan, pelaku, satu_formulir, tampil_syarat
from pengadaan.menu import mengelola
from pengadaan.models import AnalisisJabatan

TANDA = {"draf": "netral", "diperiksa": "info", "sah": "terpenuhi"}
KOLOM = ("TAHUN", "OPD", "UNIT KERJA", "JABATAN", "JENIS", "CARA", "BEBAN (MENIT)", "WKE (MENIT)", "HASIL", "KEBUTUHAN",
         "PEGAWAI", "EFEKTIVITAS", "HURUF", "KEADAAN", "DASAR")  # fmt: skip
PILIH_MAKS = 200
REMAH = ("Analisis beban kerja", "pengadaan:abk_list")


def remah():
    """The way back to the list."""
    return [(REMAH[0], reverse(REMAH[1]))]


def saring(request):
    """(form, analyses in scope as the filter keeps them)."""
    data = request.GET.copy()
    if not data.get("tahun"):
        data["tahun"] = str(tahun_kini(request))
    form = SaringAbk(data, opd=opd_pilihan(request.hak, request.acuan))
    daftar = AnalisisJabatan.objects.filter(dalam_lingkup(request.hak)).select_related("unit", "jabatan")
    if t := form.isi("tahun"):
        daftar = daftar.filter(tahun=t)
    if s := form.isi("status"):
        daftar = daftar.filter(status=s)
    if opd := form.isi("opd"):
        daftar = daftar.filter(unit_id__salah_satu=request.acuan.turunan([int(opd)]))
    for kata in form.isi("q").split():
        daftar = daftar.filter(Q(jabatan__nama__icontains=kata) | Q(unit__nama__icontains=kata))
    return form, daftar.order_by("unit__nama", "jabatan__nama", "pk")


def tahun_kini(request):
    """The newest year that has an analysis, else this year."""
    akhir = AnalisisJabatan.objects.order_by("-tahun").values_list("tahun", flat=True).first()
    return akhir or request.hari_ini.year


def lengkapi(daftar, acuan):
    """Puts opd, people, EJ and letter on each analysis of a page; one query."""
    ada = analisis.pegawai_ada(daftar) if daftar else {}
    for a in daftar:
        unit = acuan.unit.get(a.unit_id)
        a.opd_nama = acuan.unit[unit.opd_id].nama if unit and unit.opd_id else ""
        a.ada = ada.get((a.unit_id, a.jabatan_id), 0)
        a.ej = aturan.efektivitas(a.hasil, a.ada)
        a.tanda = TANDA[a.status]
        a.label = f"Pilih {a.jabatan.nama} di {a.unit.nama}"
    return daftar


@akses.peran(*PELIHAT_ABK)
@require_safe
def abk_list(request):
    """Analyses of one year, with what waits for whom and boxes to send or confirm many at once."""
    form, daftar = saring(request)
    potongan = potong(request, daftar)
    lengkapi(potongan.butir, request.acuan)
    kelola, menulis = mengelola(request.hak, request.acuan), bool(unit_tulis(request.hak, request.acuan))
    aksi = []
    if menulis and form.isi("status") in ("", "draf"):
        aksi.append({"nilai": "ajukan", "teks": "Ajukan", "ikon": "send", "utama": not kelola})
    if kelola and form.isi("status") in ("", "diperiksa"):
        aksi.append({"nilai": "sahkan", "teks": "Sahkan", "ikon": "check2-all", "utama": True})
    jumlah = AnalisisJabatan.objects.filter(dalam_lingkup(request.hak), tahun=form.isi("tahun") or 0).aggregate(
        **{s: Count("pk", filter=Q(status=s)) for s, _ in AnalisisJabatan.STATUS}
    )
    isi = {
        "form": form, "potongan": potongan, "aksi": aksi, "menulis": menulis, "tahun": form.isi("tahun"),
        "angka": [(s, nama, jumlah[s]) for s, nama in AnalisisJabatan.STATUS],
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/abk_list.html", isi)


@akses.peran(*PELIHAT_ABK)
@require_safe
def abk_ekspor(request):
    """The analyses as they are filtered."""
    _, daftar = saring(request)
    baris = (
        (a.tahun, a.opd_nama, a.unit.nama, a.jabatan.nama, a.jabatan.get_jenis_display(), a.get_cara_display(), a.beban_menit,
         a.wke_menit, a.hasil, a.kebutuhan, a.ada, a.ej and a.ej[0], a.ej and a.ej[1], a.get_status_display(), a.nomor_dasar)
        for a in lengkapi(list(daftar), request.acuan)
    )  # fmt: skip
    return unduh_daftar(request, "Analisis beban kerja", KOLOM, baris, objek="analisisjabatan")


@akses.peran(*PENULIS)
@require_safe
def kebutuhan_saran(request, jenis):
    """Suggestions for what is typed into a field of post or unit."""
    if jenis not in ("jabatan", "unit"):
        raise Http404
    nama = request.GET.get("dari", "")
    unit = None if mengelola(request.hak, request.acuan) else unit_tulis(request.hak, request.acuan)
    return HttpResponse(bidang.pilihan(bidang.saran(jenis, request.GET.get(nama, "")[:80], unit)))


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def abk_create(request):
    """A new analysis; ``?unit=`` and ``?jabatan=`` (kode) come from the list of kebutuhan."""
    boleh = unit_tulis(request.hak, request.acuan)
    harus(boleh)
    awal = {"tahun": request.GET.get("tahun") or request.hari_ini.year + 1} | {
        k: request.GET.get(k, "")[:40] for k in ("unit", "jabatan")
    }
    isi = {
        "judul": "Analisis beban kerja baru", "tombol": "Buat analisis", "sukses": "Draf dibuat; tulis tugas atau rasionya.",
        "penjelasan": "Satu analisis bagi satu jabatan pada satu unit dan satu tahun.", "atas": remah(),
        "batal_url": reverse("pengadaan:abk_list"),
    }  # fmt: skip
    form = FormAbkBaru(request.POST or None, initial=awal, boleh=boleh)
    return satu_formulir(
        request, form, lambda d: analisis.buat(d["unit"], d["jabatan"], d["tahun"], oleh=pelaku(request)), isi,
        lambda a: reverse("pengadaan:abk_update", args=[a.pk]),
    )  # fmt: skip


def ambil(request, pk, *, ubah=False):
    """The analysis in scope; 404 to strangers, 403 where only reading is allowed."""
    a = get_object_or_404(
        AnalisisJabatan.objects.filter(dalam_lingkup(request.hak)).select_related("unit", "jabatan"), pk=pk
    )
    harus(not ubah or boleh_menulis(request.hak, request.acuan, a.unit_id))
    return a


@akses.peran(*PELIHAT_ABK)
@require_safe
def abk_detail(request, pk):
    """One analysis: its tasks or ratio, the result, the rules, and what can be done next."""
    a = ambil(request, pk)
    tugas = list(a.tugas.all())
    (a,) = lengkapi([a], request.acuan)
    abk = analisis.sebagai_abk(a, request.acuan, {(a.unit_id, a.jabatan_id): a.ada}, tugas)
    for t in tugas:
        t.menit = None if t.volume is None or t.norma_menit is None else t.volume * t.norma_menit
    menulis, kelola = boleh_menulis(request.hak, request.acuan, a.unit_id), mengelola(request.hak, request.acuan)
    hasil = aturan.periksa(abk)
    isi = {
        "a": a, "tugas": tugas, "syarat": [tampil_syarat(s, h.jawaban, " ".join((h.kalimat, *h.bukti))) for s, h in hasil],
        "halangan": bool(aturan.halangan(hasil)) or a.kebutuhan is None,
        "rasio": _rasio(a), "informasi": [(nama, a.informasi[k]) for k, nama in analisis.INFORMASI if a.informasi.get(k)],
        "menulis": menulis and a.status == "draf", "memeriksa": kelola and a.status == "diperiksa",
        "membuka": kelola and a.status == "sah", "tanda": TANDA[a.status],
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/abk_detail.html", isi)


def _rasio(a):
    rasio = aturan.JENIS_RASIO.get(a.jenis_rasio)
    if a.cara != aturan.RASIO or rasio is None:
        return None
    return rasio.nama, [(u.nama, a.rasio.get(u.kode)) for u in (*rasio.pembilang, rasio.pembagi)]


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def abk_update(request, pk):
    """Tasks, ratio and informasi jabatan of a draft; what was typed stays when something is wrong or somebody was faster."""
    a = ambil(request, pk, ubah=True)
    if a.status != "draf":
        messages.error(request, f"Analisis ini {a.get_status_display().lower()}; tidak dapat diubah.")
        return redirect("pengadaan:abk_detail", pk)
    kirim = request.method == "POST"
    form = FormAbk(request.POST if kirim else None, analisis=a)
    tugas = DaftarTugas(request.POST) if kirim else DaftarTugas(tugas=a.tugas.all())
    if kirim and form.is_valid() and not tugas.salah:
        try:
            analisis.simpan(pk, form.cleaned_data["versi"], form.hasil(), tugas.hasil(), oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Analisis disimpan.")
            lagi = "tambah" in request.POST
            return redirect("pengadaan:abk_update" if lagi else "pengadaan:abk_detail", pk)
    if tugas.salah:
        form.add_error(None, "Ada baris tugas yang salah; lihat keterangannya pada barisnya.")
    isi = {"a": a, "form": form, "tugas": tugas.tampil(), "wke": a.wke_menit, "atas": remah()}
    return render(request, "pengadaan/kebutuhan/abk_update.html", isi, status=400 if form.errors else 200)


@akses.peran(*PENULIS)
@require_POST
def abk_lakukan(request, pk, aksi):
    """ajukan · hapus of one analysis; the version of its page is asked."""
    if aksi not in ("ajukan", "hapus"):
        raise Http404
    a, versi, oleh = ambil(request, pk, ubah=True), bilangan(request.POST.get("versi")), pelaku(request)
    if aksi == "ajukan":
        lakukan(
            request, lambda: analisis.ajukan([pk], oleh=oleh, versi=versi or 0), "Analisis diajukan ke Subbid Formasi."
        )
    elif lakukan(request, lambda: analisis.hapus(pk, versi or 0, oleh=oleh), "Draf dihapus."):
        return redirect("pengadaan:abk_list")
    return redirect("pengadaan:abk_detail", a.pk)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_http_methods(["GET", "POST"])
def abk_kembalikan(request, pk):
    """Back to the OPD with the reason; a sah one is opened for mending."""
    harus(mengelola(request.hak, request.acuan))
    a = ambil(request, pk)
    sah = a.status == "sah"
    kerja, tujuan = analisis.buka if sah else analisis.kembalikan, reverse("pengadaan:abk_detail", args=[pk])
    isi = {
        "judul": "Buka kembali analisis" if sah else "Kembalikan analisis", "tombol": "Buka kembali" if sah else "Kembalikan ke OPD",
        "penjelasan": f"{a.jabatan.nama}, {a.unit.nama}, tahun {a.tahun}.", "sukses": "Analisis menjadi draf lagi.",
        "atas": [*remah(), (a.jabatan.nama, tujuan)],
        "catatan": "Kebutuhan pada peta jabatan tetap berlaku sampai analisisnya sah kembali." if sah else "",
    }  # fmt: skip
    form = FormCatatan(request.POST or None, initial={"versi": a.versi})
    return satu_formulir(
        request, form, lambda d: kerja(pk, d["versi"], d["catatan"], oleh=pelaku(request)), isi, tujuan
    )


@akses.peran(*PENULIS)
@require_POST
def abk_banyak(request):
    """Sends the chosen drafts on, or leads to the decision that makes the chosen ones sah."""
    ids = [i for i in map(bilangan, request.POST.getlist("id")) if i][: PILIH_MAKS + 1]
    if not ids or len(ids) > PILIH_MAKS:
        messages.error(request, f"Pilih satu sampai {PILIH_MAKS} analisis.")
        return redirect("pengadaan:abk_list")
    if request.POST.get("aksi") == "sahkan":
        return redirect(f"{reverse('pengadaan:abk_sahkan')}?id={'&id='.join(map(str, ids))}")
    boleh = unit_tulis(request.hak, request.acuan)
    milik = AnalisisJabatan.objects.filter(dalam_lingkup(request.hak), pk__in=ids)
    ids = [pk for pk, unit in milik.values_list("pk", "unit_id") if unit in boleh]
    lakukan(request, lambda: analisis.ajukan(ids, oleh=pelaku(request)), lambda n: f"{n} analisis diajukan.")
    return redirect(f"{reverse('pengadaan:abk_list')}?tahun={milik.values_list('tahun', flat=True).first() or ''}")


@akses.peran("staf_bkd", "pejabat_bkd")
@require_http_methods(["GET", "POST"])
def abk_sahkan(request):
    """The decision by which the analyses ``?id=`` become sah and the peta jabatan takes them over."""
    harus(mengelola(request.hak, request.acuan))
    ids = [i for i in map(bilangan, request.GET.getlist("id")) if i][:PILIH_MAKS]
    daftar = list(
        AnalisisJabatan.objects.filter(pk__in=ids)
        .select_related("jabatan", "unit")
        .order_by("unit__nama", "jabatan__nama")
    )
    if not daftar:
        messages.error(request, "Pilih analisis yang hendak disahkan pada daftar.")
        return redirect("pengadaan:abk_list")
    awal = {"berlaku_sejak": date(daftar[0].tahun, 1, 1), "tanggal": request.hari_ini}
    isi = {
        "judul": f"Sahkan {len(daftar)} analisis", "tombol": f"Sahkan {len(daftar)} analisis", "daftar": daftar,
        "penjelasan": "Sesudah sah, kebutuhannya berlaku pada peta jabatan mulai tanggal yang ditulis.",
        "bagian": "pengadaan/kebutuhan/_sahkan.html", "atas": remah(), "sukses": f"{len(daftar)} analisis sah; peta jabatan memakainya.",
    }  # fmt: skip
    tujuan = f"{reverse('pengadaan:abk_list')}?tahun={daftar[0].tahun}&status=sah"
    return satu_formulir(
        request, FormSah(request.POST or None, initial=awal),
        lambda d: analisis.sahkan(ids, d["nomor"], d["tanggal"], d["berlaku_sejak"], oleh=pelaku(request)), isi, tujuan,
    )  # fmt: skip
