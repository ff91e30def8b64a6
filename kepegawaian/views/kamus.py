"""Antrean referensi yang belum dikenal: teks dari berkas, jawaban petugas, diingat untuk berkas berikutnya."""

from difflib import SequenceMatcher

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render

from kepegawaian import akses, impor
from kepegawaian.forms import KamusForm
from kepegawaian.models import KamusReferensi
from kepegawaian.penomoran import potong

MAKS_PILIHAN = 12
BELUM = Q(jawaban="", abaikan=False)


@akses.peran("staf_bkd")
def kamus_list(request):
    """Unknown texts, the most frequent first; answered ones on their own tab, where an answer can be mended."""
    terjawab = request.GET.get("terjawab") == "1"
    jumlah = KamusReferensi.objects.aggregate(belum=Count("pk", filter=BELUM), sudah=Count("pk", filter=~BELUM))
    daftar = KamusReferensi.objects.filter(~BELUM if terjawab else BELUM).order_by("-jumlah", "jenis", "teks")
    potongan = potong(request, daftar)
    if terjawab:
        nama = {j: dict(_pilihan(j, request.acuan)) for j in {k.jenis for k in potongan}}
        for satu in potongan:
            satu.nama_jawaban = nama[satu.jenis].get(satu.jawaban, satu.jawaban)
    return render(
        request, "kepegawaian/kamus_list.html", {"potongan": potongan, "terjawab": terjawab, "jumlah": jumlah}
    )


def _pilihan(jenis, acuan):
    """(key, name) of every possible answer; a unit with its OPD, since many share a name."""
    if jenis != "unit":
        return [(str(kunci), nama) for kunci, nama in impor.pilihan_referensi(jenis)]
    unit = acuan.unit
    opd = {u.id: f" - {unit[u.opd_id].nama}" if u.opd_id not in (None, u.id) else "" for u in unit.values()}
    return [(str(u.id), u.nama + opd[u.id]) for u in unit.values()]


@akses.peran("staf_bkd")
def kamus_jawab(request, pk):
    """Answers one text: the nearest names are offered, any other is found by search."""
    kamus = get_object_or_404(KamusReferensi, pk=pk)
    semua = _pilihan(kamus.jenis, request.acuan)
    cari = request.GET.get("q", "").strip()
    pilihan = _temukan(semua, cari) if cari else _terdekat(semua, kamus.teks)
    if request.method == "POST":
        form = KamusForm(request.POST, pilihan=semua)
        if form.is_valid() and _simpan(request, kamus, form):
            messages.success(
                request,
                f"Jawaban untuk “{kamus.teks}” diingat. Baca ulang pratinjau yang masih terbuka agar ikut dipakai.",
            )
            return redirect("kepegawaian:kamus_list")
        form.fields["jawaban"].choices = pilihan
    else:
        form = KamusForm(pilihan=pilihan, initial={"jawaban": kamus.jawaban, "abaikan": kamus.abaikan})
    isi = {"kamus": kamus, "form": form, "cari": cari, "banyak": len(semua), "kosong": not pilihan}
    return render(request, "kepegawaian/kamus_jawab.html", isi, status=422 if form.errors else 200)


def _simpan(request, kamus, form):
    isi = form.cleaned_data
    try:
        impor.jawab_referensi(kamus.pk, isi["jawaban"], request.user, abaikan=isi["abaikan"], alamat=request.alamat)
    except ValueError as galat:
        form.add_error("jawaban", str(galat))
        return False
    return True


def _temukan(semua, cari):
    """Choices whose name has all the words."""
    kata = cari.upper().split()
    return [p for p in semua if all(k in p[1].upper() for k in kata)][: MAKS_PILIHAN * 2]


def _terdekat(semua, teks):
    """The choices most like the text, best first: shared words count, rare ones more, abbreviations too."""
    kata_nama = [(p, p[1].upper().replace(",", " ").split()) for p in semua]
    nilai = dict.fromkeys((p for p, _ in kata_nama), 0.0)
    for kata in {k for k in teks.upper().replace(",", " ").replace(".", " ").split() if len(k) > 2 or k.isdigit()}:
        cocok = [p for p, daftar in kata_nama if any(k.startswith(kata) for k in daftar)]
        for p in cocok:
            nilai[p] += 1 / len(cocok)
    teks = teks.upper()

    def mirip(pilihan):
        return nilai[pilihan] + SequenceMatcher(None, teks, pilihan[1].upper().split(" - ")[0]).quick_ratio()

    calon = sorted(semua, key=nilai.get, reverse=True)[: MAKS_PILIHAN * 10]
    return sorted(calon, key=mirip, reverse=True)[:MAKS_PILIHAN]
