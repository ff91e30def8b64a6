"""Halaman ruang kerja periode KP: layak, hampir, usulan dan jawaban BKN, kiriman SIASN; usul banyak dengan satu penegasan."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, OuterRef, Subquery
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepangkatan.menu import PERIODE as PELIHAT
from kepangkatan.models import KelayakanKP, PeriodeKP
from kepangkatan.periode import hitung, jawaban, siasn, tampil
from kepangkatan.periode.filters import KelayakanFilter, UsulanFilter, jenis_kp, kelayakan, pada_periode
from kepangkatan.periode.forms import DaftarJawabanForm, RekamJawabanForm
from kepangkatan.tasks import hitung_periode
from kepegawaian import akses
from kepegawaian.antrean import AntreanMati, kirim
from kepegawaian.filters import menyaring
from kepegawaian.models import Pegawai
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan, Usulan
from layanan.tampilan import sebut_sisa
from layanan.views.usulan import pelaku

PEMBUAT = ("staf_bkd", "operator_opd")
LAYAK, HAMPIR = ("ya", "periksa"), ("hampir", "belum")
BANYAK_DRAF = 50
KOLOM = ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "OPD", "JENIS KP", "GOLONGAN", "GOLONGAN BARU", "HASIL", "YANG KURANG",
         "SUDAH DIUSULKAN")  # fmt: skip
KOLOM_USULAN = (
    "NOMOR USULAN",
    "NIP",
    "NAMA",
    "OPD",
    "JENIS KP",
    "PERUBAHAN",
    "STATUS",
    "LANGKAH",
    "BATAS",
    "JAWABAN BKN",
    "NOMOR PERTEK",
    "TANGGAL PERTEK",
    "CATATAN BKN",
)


def _tmt(request, tmt):
    """The date of the URL when it is a TMT of KP by the table; else 404."""
    try:
        hari = date.fromisoformat(tmt)
    except ValueError as galat:
        raise Http404 from galat
    entri = request.acuan.bulan_kp(hari)
    if entri is None or hari.day != 1 or hari.month not in entri.nilai:
        raise Http404
    return hari


def _buka(request):
    """May the reader know of conditions about discipline? Those who process the services."""
    return request.hak.punya("staf_bkd", "pejabat_bkd", "inspektorat")


def _bingkai(request, tmt, lembar):
    """What every tab of a period shows: choices of period, counts, when it was computed."""
    semua = hitung.periode_kini(request.acuan, request.hari_ini, 6)
    tercatat = {p.tmt: p for p in PeriodeKP.objects.all()}  # one row a month
    dulu = sorted(t for t in tercatat if t < (semua[0] if semua else tmt))[-3:]
    angka = dict(
        KelayakanKP.objects.filter(request.hak.lingkup("pegawai__kini__"), periode=pada_periode(tmt))
        .values_list("hasil").annotate(n=Count("pk"))
    )  # fmt: skip
    return {
        "tmt": tmt, "lembar": lembar, "periode": tercatat.get(tmt),
        "pilihan": sorted({*dulu, *semua, tmt}), "layak": sum(angka.get(h, 0) for h in LAYAK),
        "hampir": angka.get("hampir", 0), "belum": angka.get("belum", 0),
        "diusulkan": _usulan(request, tmt).count(), "tenggat": katalog.ambil("kp-reguler").tenggat_usul(tmt, request.acuan),
        "boleh_usul": request.hak.punya(*PEMBUAT), "boleh_hitung": request.hak.punya("staf_bkd"),
    }  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def periode_kini(request):
    """The period in work."""
    semua = hitung.periode_kini(request.acuan, request.hari_ini, 1)
    if not semua:
        raise Http404
    return redirect("kepangkatan:periode_detail", semua[0].isoformat())


def _saring(request, tmt, hasil):
    return KelayakanFilter(request.GET, kelayakan(request.hak, tmt, hasil), request=request, buka=_buka(request))


@akses.peran(*PELIHAT)
@require_safe
def periode_detail(request, tmt):
    """Who is eligible (``?lihat=hampir``: who nearly is, and what is missing)."""
    tmt = _tmt(request, tmt)
    lembar = "hampir" if request.GET.get("lihat") == "hampir" else "layak"
    hasil = HAMPIR if lembar == "hampir" else LAYAK
    saring = _saring(request, tmt, hasil)
    batas = None if request.GET.get("hitung") == "semua" else BATAS_HITUNG
    isi = _bingkai(request, tmt, lembar) | {
        "saring": saring,
        "batas": BATAS_HITUNG,
    }
    jumlah = None if menyaring(saring) else isi["layak"] if lembar == "layak" else isi["hampir"] + isi["belum"]
    baris = saring.queryset.only(*tampil.KOLOM)
    potongan = potong(request, saring.qs, batas, isi=baris, jumlah=jumlah)
    isi["potongan"] = tampil.sel(potongan, request.acuan, _buka(request), isi["boleh_usul"])
    isi["aksi"] = [{"nilai": "usul", "teks": "Buat draf usulan", "ikon": "plus-lg", "utama": True}]
    return render(request, "kepangkatan/periode/detail.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def periode_ekspor(request, tmt):
    """The list as it is filtered, all its pages."""
    tmt = _tmt(request, tmt)
    hasil = HAMPIR if request.GET.get("lihat") == "hampir" else LAYAK
    nama, unit = dict(KelayakanKP.HASIL), request.acuan.unit

    def baris():
        for b in tampil.berhias(
            request.acuan, _buka(request), _saring(request, tmt, hasil).qs.iterator(chunk_size=2000)
        ):
            k = b.pegawai.kini
            yield (
                k.nip, k.nama_lengkap, k.jabatan.nama if k.jabatan else "", b.unit_nama,
                unit[k.opd_id].nama if k.opd_id in unit else "", b.jenis, b.golongan, b.golongan_baru, nama[b.hasil],
                "; ".join(f"{kode} {kalimat}" for kode, _, kalimat in b.sebab), "ya" if b.diusulkan else "",
            )  # fmt: skip

    return unduh_daftar(request, f"Kelayakan KP {tmt:%Y-%m}", KOLOM, baris(), objek="kelayakankp")


@akses.peran("staf_bkd")
@require_POST
def periode_hitung(request, tmt):
    """Asks the worker to compute the period anew."""
    periode = hitung.minta(_tmt(request, tmt))
    try:
        kirim(hitung_periode, periode.tmt.isoformat())
    except AntreanMati as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Kelayakan sedang dihitung ulang. Muat ulang halaman ini sebentar lagi.")
    return redirect("kepangkatan:periode_detail", tmt)


# ── many drafts ──────────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PEMBUAT)
@require_POST
def periode_usul(request, tmt):
    """A draft of each chosen pegawai for this TMT: the same act and checks as one by one, each told for itself."""
    hari = _tmt(request, tmt)
    pilih = list(dict.fromkeys(request.POST.getlist("pilih")))[:BANYAK_DRAF]
    boleh = {
        f"{b.layanan}:{b.pegawai.nip}": b
        for b in kelayakan(request.hak, hari, LAYAK + HAMPIR).filter(
            pegawai__nip__in=[k.partition(":")[2] for k in pilih]
        )
    }
    dibuat, gagal, oleh = [], [], pelaku(request)
    for baris in filter(None, map(boleh.get, pilih)):
        isian = {"tmt": hari.isoformat(), "golongan_baru": baris.golongan_baru}
        pegawai = Pegawai.objects.select_related("kini").get(pk=baris.pegawai_id)
        try:
            dibuat.append(alur.buat_draf(katalog.ambil(baris.layanan), pegawai, oleh=oleh, isian=isian))
        except DitolakAlur as galat:
            gagal.append((pegawai.kini.nama_lengkap, str(galat)))
    if not pilih:
        messages.error(request, "Belum ada pegawai yang dipilih.")
    if dibuat:
        messages.success(
            request, f"{len(dibuat)} draf usulan dibuat. Lengkapi berkasnya, lalu kirim dengan satu surat pengantar."
        )
    for nama, sebab in gagal:
        messages.error(request, f"{nama}: {sebab}")
    return redirect(
        reverse("kepangkatan:periode_usulan", args=[tmt])
        if dibuat
        else reverse("kepangkatan:periode_detail", args=[tmt])
    )


# ── usulan and BKN's answers ─────────────────────────────────────────────────────────────────────────


def _usulan(request, tmt):
    """Usulan of all kinds of KP for this TMT that the reader may see, with BKN's last answer."""
    jawab = LangkahUsulan.objects.filter(usulan_id=OuterRef("pk"), kode="pertek", keadaan="selesai").order_by(
        "-putaran", "-pk"
    )
    return (
        Usulan.objects.terlihat_oleh(request.hak)
        .filter(layanan__in=[slug for slug, _ in jenis_kp()], tmt=tmt)
        .annotate(bkn=Subquery(jawab.values("hasil")[:1]), bkn_isian=Subquery(jawab.values("isian")[:1]))
    )


def _tanggal(teks):
    """A date an answer keeps as text, or None."""
    try:
        return date.fromisoformat(teks or "")
    except ValueError:
        return None


@akses.peran(*PELIHAT)
@require_safe
def periode_usulan(request, tmt):
    """Each usulan of the period: where it stands, and what BKN has answered."""
    tmt = _tmt(request, tmt)
    saring = UsulanFilter(
        request.GET, _usulan(request, tmt).select_related("pegawai__kini", "langkah_kini"), request=request
    )
    potongan = potong(request, saring.qs, BATAS_HITUNG)
    for u in potongan:
        isi_bkn = u.bkn_isian or {}
        u.jenis, u.catatan_bkn = katalog.ambil(u.layanan).nama, isi_bkn.get("catatan", "")
        u.nomor_bkn, u.tanggal_bkn = isi_bkn.get("nomor_pertek", ""), _tanggal(isi_bkn.get("tanggal_pertek"))
        if u.langkah_kini and u.langkah_kini.batas:
            u.sisa = request.acuan.selisih_hari_kerja(request.hari_ini, u.langkah_kini.batas)
            u.sebut_sisa = sebut_sisa(u.sisa)
    isi = _bingkai(request, tmt, "usulan") | {"saring": saring, "potongan": potongan, "form": DaftarJawabanForm()}
    isi |= {
        "menunggu_bkn": _usulan(request, tmt).filter(langkah_kini__kode="pertek").count(),
        "boleh_bkn": request.hak.punya("staf_bkd"),
    }
    return render(request, "kepangkatan/periode/usulan.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def periode_usulan_ekspor(request, tmt):
    """The usulan of the period as they are filtered."""
    tmt = _tmt(request, tmt)
    saring = UsulanFilter(
        request.GET, _usulan(request, tmt).select_related("pegawai__kini__opd", "langkah_kini"), request=request
    )
    status = dict(Usulan.STATUS)
    baris = (
        (
            u.nomor, u.pegawai.nip, u.pegawai.kini.nama_lengkap, u.pegawai.kini.opd.nama if u.pegawai.kini.opd else "",
            katalog.ambil(u.layanan).nama, u.ringkas, status[u.status], u.langkah_kini.nama if u.langkah_kini else "",
            u.langkah_kini.batas if u.langkah_kini else None, (u.bkn or "").upper(),
            (u.bkn_isian or {}).get("nomor_pertek", ""), _tanggal((u.bkn_isian or {}).get("tanggal_pertek")), (u.bkn_isian or {}).get("catatan", ""),
        )
        for u in saring.qs.iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(request, f"Usulan KP {tmt:%Y-%m}", KOLOM_USULAN, baris, objek="usulan")


@akses.peran("staf_bkd")
@require_safe
def periode_siasn(request, tmt):
    """What waits for BKN, in columns a clerk copies into SIASN's usulan KP; recorded as every export."""
    tmt = _tmt(request, tmt)
    daftar = _usulan(request, tmt).filter(langkah_kini__kode="pertek")
    return unduh_daftar(
        request, f"Kiriman SIASN KP {tmt:%Y-%m}", siasn.KOLOM, siasn.baris(daftar, request.acuan), objek="usulan"
    )


@akses.peran("staf_bkd")
@require_POST
def periode_jawaban(request, tmt):
    """BKN's answers of many usulan from one list: shown first, recorded when confirmed; a wrong row holds all back."""
    hari = _tmt(request, tmt)
    daftar = _usulan(request, hari).select_related("pegawai__kini", "langkah_kini")
    isi = _bingkai(request, hari, "usulan")
    if "bawaan" in request.POST:
        return _rekam_jawaban(request, isi, daftar)
    isi["form"] = form = DaftarJawabanForm(request.POST, request.FILES)
    if form.is_valid():
        baris, isi["lama"], isi["salah"] = jawaban.baca(form.cleaned_data["daftar"], daftar, hari_ini=request.hari_ini)
        if not isi["salah"]:
            isi |= _pratinjau(baris, RekamJawabanForm(initial={"bawaan": jawaban.bungkus(baris)}, ms=_ada_ms(baris)))
    return render(request, "kepangkatan/periode/jawaban.html", isi, status=422 if form.errors else 200)


def _ada_ms(baris):
    return any(j.isi["hasil"] == "ms" for j in baris)


def _pratinjau(baris, form):
    """What the page of confirmation shows: each row that would be recorded, and its form."""
    for j in baris:
        j.isi["tanggal"] = _tanggal(j.isi["tanggal_pertek"])
    return {"akan": [(j.usulan, j.isi) for j in baris], "rekam": form}


def _rekam_jawaban(request, isi, daftar):
    """The second request: the signed list with the scan of the letter."""
    baris = jawaban.buka_bungkus(request.POST["bawaan"], daftar)
    if not baris:
        messages.error(request, "Pratinjaunya sudah kedaluwarsa; unggah daftarnya sekali lagi.")
        return redirect("kepangkatan:periode_usulan", isi["tmt"].isoformat())
    form = RekamJawabanForm(request.POST, request.FILES, ms=_ada_ms(baris))
    isi["form"] = DaftarJawabanForm()
    if form.is_valid():
        isi["hasil"] = jawaban.terapkan(baris, form.cleaned_data, oleh=pelaku(request))
        isi["berhasil"] = sum(not h.sebab for h in isi["hasil"])
    else:
        isi |= _pratinjau(baris, form)
    return render(request, "kepangkatan/periode/jawaban.html", isi, status=422 if form.errors else 200)
