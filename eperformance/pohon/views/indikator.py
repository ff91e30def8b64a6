"""Satu indikator: "kenapa angka ini?", daftar di baliknya, realisasi, menambah, mengubah, menghapus."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eperformance.models import IndikatorPohon
from eperformance.pohon import indikator as acara, portal, rumus, susunan
from eperformance.pohon.forms import FormIndikator, FormRealisasi
from eperformance.pohon.hak import PEMBACA, PENGATUR, PENGISI, mengatur, mengisi
from eperformance.pohon.riwayat import nama_akun
from eperformance.pohon.views import formulir, lakukan, pelaku, versi
from eperformance.pohon.views.simpul import ambil_simpul, harus_pengatur, remah
from kepegawaian import akses, ukuran
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar


def ambil_indikator(pk):
    """The indicator with its simpul and tree."""
    ikut = ("simpul__pohon", "simpul__unit", "simpul__jabatan", "simpul__induk")
    return get_object_or_404(IndikatorPohon.objects.select_related(*ikut), pk=pk)


@akses.peran(*PEMBACA)
@require_safe
def indikator_detail(request, pk):
    """Why this number: formula, numerator, denominator, day, source, the list behind it, and all earlier values."""
    satu = ambil_indikator(pk)
    entri = susunan.ambang_pada(request.acuan, request.hari_ini)
    angka = susunan.angka_indikator([satu], entri.nilai)[pk]
    boleh, hidup = mengatur(request.hak, request.acuan), satu.simpul.pohon.status != "arsip"
    isi_nya = mengisi(request.hak, request.acuan, satu.simpul)
    baris = [(*b, isi_nya and not acara.halangan_realisasi(satu, b[0], request.hari_ini)) for b in angka.baris]
    kini = angka.kini
    isi = {
        "i": satu, "angka": angka, "baris": baris, "kini": kini, "ukuran": ukuran.ambil(satu.sumber) if satu.sumber else None,
        "asal": _asal(kini), "potongan": potong(request, satu.realisasi.select_related("oleh__pegawai__kini").order_by("-pk")),
        "ubah": boleh and hidup, "remah": remah(satu.simpul, sendiri=True), "grafik": _grafik(angka), "ambang": entri,
        "unit_hitung": request.acuan.unit[satu.simpul.unit_id].nama if satu.cakupan == "unit" else "",
    }  # fmt: skip
    for r in [*isi["potongan"], *angka.realisasi.values()]:
        r.nama_oleh = nama_akun(r.oleh)
    return render(request, "eperformance/pohon/indikator_detail.html", isi)


def _asal(kini):
    """What the value shown was made of, for the page."""
    if kini is None or kini.asal != "portal":
        return None
    satu, (mulai, sampai) = ukuran.ambil(kini.rincian.get("ukuran", "")), portal.masa(kini)
    return {
        "ukuran": satu, "mulai": mulai, "sampai": sampai, "pembilang": kini.rincian.get("pembilang"),
        "penyebut": kini.rincian.get("penyebut"), "tautan": kini.rincian.get("tautan", ""), "daftar": bool(satu and satu.daftar),
    }  # fmt: skip


def _grafik(angka):
    """Target and realisasi of the four quarters."""
    nilai = angka.nilai
    return {
        "jenis": "line", "label": [rumus.nama_masa(t) for t in (1, 2, 3, 4)], "satuan": angka.indikator.satuan,
        "deret": [
            {"nama": "Target", "nilai": [_angka(rumus.target_pada(angka.target, t)) for t in (1, 2, 3, 4)]},
            {"nama": "Realisasi", "nilai": [_angka(nilai.get(t)) for t in (1, 2, 3, 4)]},
        ],
    }  # fmt: skip


def _angka(nilai):
    return None if nilai is None else float(nilai)


@akses.peran(*PEMBACA)
@require_safe
def indikator_daftar(request, pk):
    """The rows a value of the portal is made of, in the scope of the reader. ``?triwulan=``: of which value; ``?ekspor=1``."""
    satu = ambil_indikator(pk)
    teks = request.GET.get("triwulan", "")
    nilai = satu.realisasi.filter(asal="portal").order_by("-triwulan", "-pk")
    if teks in ("1", "2", "3", "4"):
        nilai = nilai.filter(triwulan=int(teks))
    kini = nilai.first()
    sumber = ukuran.ambil(kini.rincian.get("ukuran", "")) if kini else None
    if sumber is None or sumber.daftar is None:
        raise Http404
    kini.indikator = satu
    mulai, sampai = portal.masa(kini)
    kolom, baris = sumber.daftar(request.hak, portal.unit_ids(kini.rincian.get("unit")), mulai, sampai)
    if request.GET.get("ekspor") == "1":
        return unduh_daftar(request, sumber.nama[:31], kolom, baris, objek="indikatorpohon")
    kolom, potongan = [_kepala(k) for k in kolom], potong(request, baris)
    isi = {
        "i": satu, "kini": kini, "sumber": sumber, "kolom": kolom, "mulai": mulai, "sampai": sampai, "potongan": potongan,
        "baris": [list(zip(kolom, b, strict=True)) for b in potongan], "remah": remah(satu.simpul, sendiri=True),
    }  # fmt: skip
    isi["remah"].append((satu.uraian, reverse("eperformance:indikator_detail", args=[pk])))
    return render(request, "eperformance/pohon/indikator_daftar.html", isi)


def _kepala(kolom):
    """A column of the export as the head of a table: abbreviations stay as they are."""
    return " ".join(k if k in ("NIP", "TMT", "JP", "SKP") else k.lower() for k in kolom.split()).replace(
        kolom.split()[0].lower(), kolom.split()[0].capitalize(), 1
    )


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_create(request, pk):
    """A new indicator of simpul ``pk``."""
    harus_pengatur(request)
    simpul = ambil_simpul(pk)
    form = FormIndikator(request.POST or None, initial={"versi": simpul.pohon.versi, "satuan": "persen"})
    return _formulir(request, simpul, None, form, reverse("eperformance:simpul_detail", args=[pk]))


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_update(request, pk):
    """An indicator and its targets."""
    harus_pengatur(request)
    satu = ambil_indikator(pk)
    form = FormIndikator(request.POST or None, initial=_awal(satu) | {"versi": satu.simpul.pohon.versi})
    return _formulir(request, satu.simpul, satu, form, reverse("eperformance:indikator_detail", args=[pk]))


def _awal(satu):
    return {n: getattr(satu, n) for n in acara.MEDAN} | {f"tw{t.triwulan}": t.nilai for t in satu.target.all()}


def _formulir(request, simpul, satu, form, kembali):
    def simpan(f):
        hasil = acara.simpan(
            simpul,
            satu.pk if satu else None,
            f.cleaned_data,
            f.target(),
            oleh=pelaku(request),
            versi=f.cleaned_data["versi"],
        )
        return redirect("eperformance:indikator_detail", hasil.pk)

    isi = {
        "judul": "Ubah indikator" if satu else "Indikator baru", "tombol": "Simpan indikator", "sukses": "Indikator disimpan.",
        "penjelasan": "Target tiap triwulan ialah yang dicapai sejak Januari sampai akhir triwulan itu.",
        "atas": remah(simpul, sendiri=True),
    }  # fmt: skip
    return formulir(
        request, form, simpan, isi, kembali, tersimpan=lambda: _awal(ambil_indikator(satu.pk)) if satu else {}
    )


@akses.peran(*PENGATUR)
@require_POST
def indikator_hapus(request, pk):
    """Deletes an indicator without a realised value."""
    harus_pengatur(request)
    satu = ambil_indikator(pk)

    def buat():
        acara.hapus(satu, oleh=pelaku(request), versi=versi(request))

    return lakukan(request, buat, "Indikator dihapus.", "eperformance:simpul_detail", satu.simpul_id)


@akses.peran(*PENGISI)
@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_create(request, pk, triwulan):
    """Types the value of one triwulan (0: the year)."""
    satu = ambil_indikator(pk)
    if triwulan > 4 or not mengisi(request.hak, request.acuan, satu.simpul):
        raise Http404
    kembali = reverse("eperformance:indikator_detail", args=[pk])
    if alasan := acara.halangan_realisasi(satu, triwulan, request.hari_ini):
        messages.error(request, alasan)
        return redirect(kembali)
    kini = satu.realisasi.filter(triwulan=triwulan).order_by("-pk").first()
    awal = {"triwulan": triwulan, "terakhir": kini.pk if kini else 0, "nilai": kini.nilai if kini else None}
    form = FormRealisasi(request.POST or None, initial=awal)

    def simpan(f):
        d = f.cleaned_data
        acara.isi_realisasi(pk, triwulan, d["nilai"], d["keterangan"], oleh=pelaku(request), terakhir=d["terakhir"])

    def tersimpan():
        ada = satu.realisasi.filter(triwulan=triwulan).order_by("-pk").first()
        return {"nilai": ada.nilai, "keterangan": ada.keterangan} if ada else {}

    target = rumus.target_pada({t.triwulan: t.nilai for t in satu.target.all()}, triwulan)
    isi = {
        "judul": f"Realisasi {rumus.nama_masa(triwulan).lower()}", "tombol": "Simpan realisasi", "sukses": "Realisasi disimpan.",
        "penjelasan": f"{satu.uraian} ({satu.satuan}). Target: {_tulis(target)}. Nilai lama tetap tersimpan sebagai riwayat.",
        "atas": [*remah(satu.simpul, sendiri=True), (satu.uraian, kembali)],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali, kunci="terakhir", tersimpan=tersimpan)


def _tulis(nilai):
    return "belum ada" if nilai is None else f"{nilai.normalize():f}".replace(".", ",")
