"""Beranda Korpri dan kegiatannya: daftar, satu kegiatan, menyiapkan, mengumumkan, menutup, dokumentasi, prestasi."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, dosir
from kepegawaian.penomoran import potong
from kesejahteraan.korpri import aturan, kegiatan, pengurus
from kesejahteraan.korpri.forms import FormBerkas, FormKegiatan, FormLaporan
from kesejahteraan.korpri.hak import PENGELOLA
from kesejahteraan.korpri.models import BerkasKorpri, KegiatanKorpri, PesertaKorpri, TulisanKorpri
from kesejahteraan.korpri.views import formulir, kelola, khusus_pengelola, lakukan, pelaku
from layanan import katalog

TANDA = {"rencana": "netral", "dibuka": "info", "selesai": "terpenuhi", "batal": "gagal"}
TAMPIL = [("", "Akan datang"), ("lalu", "Sudah lewat"), ("saya", "Yang saya ikuti")]
KELOLA = [("rencana", "Disiapkan")]
SETELAN_IURAN = "korpri_iuran"
BANTUAN_HUKUM = "bantuan-hukum"  # layanan of perlindungan; the link shows as soon as the catalogue has it


def ambil(request, pk):
    """The kegiatan; one in preparation only for those who run Korpri."""
    k = get_object_or_404(KegiatanKorpri, pk=pk)
    if k.status == "rencana" and not kelola(request):
        raise Http404
    return k


def _atas(k=None):
    atas = [
        ("Korpri", reverse("kesejahteraan:korpri_beranda")),
        ("Kegiatan", reverse("kesejahteraan:korpri_kegiatan_list")),
    ]
    return [*atas, (k.nama, reverse("kesejahteraan:korpri_kegiatan_detail", args=[k.pk]))] if k else atas


@akses.masuk
@require_safe
def beranda(request):
    """Korpri in one page: what comes, what I take part in, the board of my unit, dues, the newest of Abdi Negara."""
    hak, hari_ini = request.hak, request.hari_ini
    datang = KegiatanKorpri.objects.filter(status="dibuka", selesai__date__gte=hari_ini).order_by("mulai")
    saya = []
    if hak.pegawai_id:
        saya = (
            PesertaKorpri.objects.filter(
                pegawai_id=hak.pegawai_id, kegiatan__in=datang, status__in=(aturan.TERDAFTAR, aturan.CADANGAN)
            )
            .select_related("kegiatan", "cabang")
            .order_by("kegiatan__mulai")
        )
    unit = request.acuan.unit.get(hak.opd_id)
    susunan, _ = pengurus.susunan(unit.id, hari_ini) if unit else ([], [])
    entri = request.acuan.entri_setelan(SETELAN_IURAN, hari_ini)
    isi = {
        "datang": list(datang[:5]), "saya": saya, "unit": unit, "susunan": susunan[:4],
        "terbit": TulisanKorpri.objects.filter(status="terbit").select_related("penulis__kini", "opd")[:5],
        "iuran": sorted(entri.nilai.items()), "dasar_iuran": entri.dasar, "kelola": kelola(request),
        "menunggu": TulisanKorpri.objects.filter(status="diajukan").count() if kelola(request) else 0,
        "bantuan_hukum": any(la.slug == BANTUAN_HUKUM for la in katalog.semua()) and BANTUAN_HUKUM,
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/beranda.html", isi)


@akses.masuk
@require_safe
def kegiatan_list(request):
    """Kegiatan that come, that are over, mine; for the office those in preparation."""
    daftar, tampil = kegiatan.dengan_angka(KegiatanKorpri.objects.all()), request.GET.get("tampil", "")
    boleh = kelola(request)
    if tampil == "lalu":
        daftar = daftar.filter(selesai__date__lt=request.hari_ini).exclude(status="rencana")
    elif tampil == "saya":
        milik = PesertaKorpri.objects.filter(pegawai_id=request.hak.pegawai_id or 0).exclude(status=aturan.MUNDUR)
        daftar = daftar.filter(pk__in=milik.values("kegiatan_id"))
    elif tampil == "rencana" and boleh:
        daftar = daftar.filter(status="rencana")
    else:
        tampil = ""
        daftar = daftar.filter(selesai__date__gte=request.hari_ini).exclude(status="rencana").order_by("mulai", "pk")
    if request.GET.get("jenis") in dict(KegiatanKorpri.JENIS):
        daftar = daftar.filter(jenis=request.GET["jenis"])
    potongan = potong(request, daftar)
    for k in potongan:
        k.tanda = TANDA[k.status]
    isi = {
        "potongan": potongan, "tampil": tampil, "pilihan": TAMPIL + (KELOLA if boleh else []), "kelola": boleh,
        "jenis": request.GET.get("jenis", ""), "semua_jenis": KegiatanKorpri.JENIS,
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/kegiatan_list.html", isi)


@akses.masuk
@require_safe
def kegiatan_detail(request, pk):
    """One kegiatan: what, when, my registration, its photographs; for the office numbers, code and acts."""
    k, hak, boleh = ambil(request, pk), request.hak, kelola(request)
    cabang, isi_tempat = list(k.cabang.all()), kegiatan.terisi(k)
    for c in cabang:
        c.sisa = aturan.sisa(c.kapasitas, isi_tempat.get(c.pk, 0))
    saya = []
    if hak.pegawai_id:
        saya = list(k.peserta.filter(pegawai_id=hak.pegawai_id).exclude(status=aturan.MUNDUR).select_related("cabang"))
    alasan = aturan.alasan_tidak_daftar(
        status=k.status, tutup=k.tutup, hari_ini=request.hari_ini, khusus_pengurus=k.khusus_pengurus,
        pengurus=k.khusus_pengurus and pengurus.pengurus_pada(hak.pegawai_id, request.hari_ini),
    )  # fmt: skip
    hari_kegiatan = not aturan.alasan_tidak_hadir(
        status=k.status, mulai=kegiatan.hari(k.mulai), selesai=kegiatan.hari(k.selesai), hari_ini=request.hari_ini
    )
    berkas = list(k.berkas.filter(ditarik_pada__isnull=True))
    sudah = {p.cabang_id for p in saya}
    isi = {
        "k": k, "tanda": TANDA[k.status], "kelola": boleh, "cabang": cabang, "saya": saya, "alasan": alasan,
        "terisi": sum(isi_tempat.values()), "sisa": None if cabang else aturan.sisa(k.kapasitas, isi_tempat.get(None, 0)),
        "dapat_daftar": hak.punya("asn") and not alasan and (any(c.pk not in sudah for c in cabang) if cabang else not saya),
        "pilihan_cabang": [c for c in cabang if c.pk not in sudah], "hari_kegiatan": hari_kegiatan,
        "isi_kode": hari_kegiatan and any(p.status == aturan.TERDAFTAR and not p.hadir for p in saya),
        "boleh_mundur": not aturan.alasan_tidak_mundur(
            status=k.status, mulai=kegiatan.hari(k.mulai), hari_ini=request.hari_ini),
        "foto": [b for b in berkas if b.gambar], "dokumen": [b for b in berkas if not b.gambar],
        "juara": k.peserta.filter(peringkat__isnull=False).select_related("pegawai__kini__opd", "cabang").order_by(
            "cabang_id", "peringkat") if k.jenis == "minat_bakat" else [],
        "dapat_ditutup": boleh and k.status == "dibuka" and pelaku(request).kini >= k.selesai,
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/kegiatan_detail.html", isi)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_form(request, pk=None):
    """A new kegiatan, or one that is not closed."""
    k = get_object_or_404(KegiatanKorpri, pk=pk) if pk else None
    if k is not None and k.status not in ("rencana", "dibuka"):
        raise Http404
    form = FormKegiatan(request.POST or None, initial=FormKegiatan.awal(k) if k else None)

    def simpan(f):
        baru = kegiatan.simpan(pk, *f.hasil(), oleh=pelaku(request))
        return redirect("kesejahteraan:korpri_kegiatan_detail", baru.pk)

    isi = {
        "judul": "Ubah kegiatan" if k else "Kegiatan baru", "tombol": "Simpan kegiatan", "sukses": "Kegiatan disimpan.",
        "penjelasan": "Tampil bagi anggota sesudah diumumkan.", "atas": _atas(k),
    }  # fmt: skip
    kembali = (
        reverse("kesejahteraan:korpri_kegiatan_detail", args=[pk])
        if k
        else reverse("kesejahteraan:korpri_kegiatan_list")
    )
    return formulir(request, form, simpan, isi, kembali)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_POST
def kegiatan_umumkan(request, pk):
    """Opens registration."""
    get_object_or_404(KegiatanKorpri, pk=pk)
    return lakukan(
        request, lambda: kegiatan.umumkan(pk, oleh=pelaku(request)), "Kegiatan diumumkan; pendaftaran dibuka.",
        "kesejahteraan:korpri_kegiatan_detail", pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_POST
def kegiatan_batalkan(request, pk):
    """Calls it off."""
    get_object_or_404(KegiatanKorpri, pk=pk)
    return lakukan(
        request, lambda: kegiatan.batalkan(pk, oleh=pelaku(request)), "Kegiatan dibatalkan; pendaftarnya diberi tahu.",
        "kesejahteraan:korpri_kegiatan_detail", pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_selesai(request, pk):
    """Closes it with a report."""
    k, kembali = get_object_or_404(KegiatanKorpri, pk=pk), reverse("kesejahteraan:korpri_kegiatan_detail", args=[pk])
    isi = {
        "judul": "Laporan dan penutupan kegiatan", "tombol": "Tutup kegiatan", "sukses": "Kegiatan ditutup.",
        "penjelasan": "Peserta yang kehadirannya belum dicatat menjadi tidak hadir.", "atas": _atas(k),
    }  # fmt: skip
    form = FormLaporan(request.POST or None, initial={"hasil": k.hasil})
    return formulir(
        request,
        form,
        lambda f: kegiatan.selesaikan(pk, f.cleaned_data["hasil"], oleh=pelaku(request)) and None,
        isi,
        kembali,
    )


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def berkas_create(request, pk):
    """One more photograph or document."""
    k, kembali = get_object_or_404(KegiatanKorpri, pk=pk), reverse("kesejahteraan:korpri_kegiatan_detail", args=[pk])
    isi = {
        "judul": "Tambah foto atau dokumen", "tombol": "Simpan", "sukses": "Dokumentasi disimpan.", "atas": _atas(k),
        "penjelasan": "JPG, PNG, atau PDF, paling besar 5 MB. Foto dikecilkan sendiri.",
    }  # fmt: skip

    def simpan(f):
        kegiatan.unggah(pk, f.cleaned_data["judul"], f.cleaned_data["berkas"], oleh=pelaku(request))

    return formulir(request, FormBerkas(request.POST or None, request.FILES or None), simpan, isi, kembali)


@akses.masuk
@require_safe
def berkas(request, pk):
    """One photograph or document; a withdrawn one is not there any more."""
    b = get_object_or_404(BerkasKorpri, pk=pk, ditarik_pada__isnull=True)
    ambil(request, b.kegiatan_id)
    return dosir.respons(b.file, b.nama_asli, b.mime)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_POST
def berkas_tarik(request, pk):
    """Takes it off the page."""
    b = get_object_or_404(BerkasKorpri, pk=pk)
    return lakukan(
        request, lambda: kegiatan.tarik_berkas(pk, oleh=pelaku(request)), "Berkas ditarik dari halaman.",
        "kesejahteraan:korpri_kegiatan_detail", b.kegiatan_id,
    )  # fmt: skip


@akses.masuk
@require_safe
def prestasi_list(request):
    """What members achieved in contests, newest first."""
    daftar = (
        PesertaKorpri.objects.filter(peringkat__isnull=False, kegiatan__status__in=("dibuka", "selesai"))
        .select_related("pegawai__kini__opd", "kegiatan", "cabang")
        .order_by("-kegiatan__mulai", "kegiatan_id", "cabang_id", "peringkat", "pk")
    )
    isi = {"potongan": potong(request, daftar), "kelola": kelola(request)}
    return render(request, "kesejahteraan/korpri/prestasi_list.html", isi)
