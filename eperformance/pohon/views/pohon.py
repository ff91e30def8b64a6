"""Pohon satu tahun: gambarnya, ekspor, membuat, menyalin, mengalihkan, menghitung, dan riwayat perubahannya."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eperformance.models import Pohon
from eperformance.pohon import perbuatan, portal, susunan
from eperformance.pohon.forms import FormDasar, FormPohon, FormSalin
from eperformance.pohon.hak import PEMBACA, PENGATUR, mengatur
from eperformance.pohon.riwayat import perubahan_pohon
from eperformance.pohon.rumus import LAMPU
from eperformance.pohon.views import formulir, lakukan, pelaku, versi
from eperformance.pohon.views.simpul import harus_pengatur
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

TANDA = {"draf": "netral", "berlaku": "terpenuhi", "arsip": "info"}
KOLOM = (
    "TINGKAT", "KODE", "URAIAN", "BERGANTUNG PADA", "UNIT PEMILIK", "PENGAMPU", "BERAKHIR", "INDIKATOR", "RUMUS", "SATUAN", "ARAH",
    "TARGET TW I", "TARGET TW II", "TARGET TW III", "TARGET TW IV", "TARGET SETAHUN", "REALISASI TW I", "REALISASI TW II",
    "REALISASI TW III", "REALISASI TW IV", "REALISASI SETAHUN", "MASA TERAKHIR", "CAPAIAN PERSEN", "KEADAAN", "SUMBER", "CATATAN",
    "HASIL KERJA SKP",
)  # fmt: skip


def ambil_pohon(tahun):
    """The tree of a year, 404 without one."""
    return get_object_or_404(Pohon, tahun=tahun)


@akses.peran(*PEMBACA)
@require_safe
def pohon_list(request):
    """The tree of the running year; without one the newest that is in force, or how one comes into being."""
    semua = list(Pohon.objects.all())
    kini = next((p for p in semua if p.tahun == request.hari_ini.year and p.status == "berlaku"), None)
    kini = kini or next((p for p in semua if p.status == "berlaku"), None) or (semua[0] if semua else None)
    if kini is None:
        isi = {"boleh": mengatur(request.hak, request.acuan), "tahun": request.hari_ini.year}
        return render(request, "eperformance/pohon/kosong.html", isi)
    return _gambar(request, kini, semua)


@akses.peran(*PEMBACA)
@require_safe
def pohon_detail(request, tahun):
    """The tree of a year. ``?lampu=``: branches with that light; ``?milik=saya``: of my units; ``?buka=semua``: unfolded."""
    semua = list(Pohon.objects.all())
    pohon = next((p for p in semua if p.tahun == tahun), None)
    if pohon is None:
        raise Http404
    return _gambar(request, pohon, semua)


def _saring(request, pohon):
    """(branches, lights, chosen light, only mine?) as the address asks."""
    lampu = request.GET.get("lampu", "")
    lampu = lampu if lampu in LAMPU else ""
    milik = request.hak.unit_kepala | request.hak.unit_operator
    saya = request.GET.get("milik") == "saya" and bool(milik)
    entri = susunan.ambang_pada(request.acuan, request.hari_ini)
    puncak, hitung = susunan.susun(pohon, request.hak, entri.nilai, lampu=lampu, unit_ids=milik if saya else None)
    return puncak, hitung, lampu, saya, entri


def _gambar(request, pohon, semua):
    puncak, hitung, lampu, saya, entri = _saring(request, pohon)
    boleh = mengatur(request.hak, request.acuan)
    berjalan = pohon.status == "berlaku" and pohon.tahun == request.hari_ini.year
    isi = {
        "pohon": pohon, "semua": [(p, TANDA[p.status]) for p in semua], "puncak": [c for c in puncak if c.tampak],
        "lampu": lampu, "angka": [(k, hitung[k.kode]) for k in LAMPU.values() if hitung[k.kode] or k.kode == lampu],
        "saya": saya, "punya_unit": bool(request.hak.unit_kepala | request.hak.unit_operator), "boleh": boleh,
        "ubah": boleh and pohon.status != "arsip", "ambang": entri, "tanda": TANDA[pohon.status],
        "buka": request.GET.get("buka") == "semua" or bool(lampu) or saya, "hitung": boleh and berjalan,
    }  # fmt: skip
    return render(request, "eperformance/pohon/detail.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def pohon_ekspor(request, tahun):
    """What the page shows, one row for each indicator (a simpul without one has a row too)."""
    pohon = ambil_pohon(tahun)
    puncak, *_ = _saring(request, pohon)
    baris = (b for c in puncak for cabang in c.semua() if cabang.tampak for b in _baris(cabang))
    return unduh_daftar(request, f"Pohon kinerja {tahun}", KOLOM, baris, objek="pohon", nama=f"pohon-kinerja-{tahun}")


def _baris(c):
    s = c.simpul
    depan = (
        s.get_jenis_display(), s.kode, s.uraian, s.induk.uraian if s.induk_id else "", s.unit.nama,
        s.jabatan.nama if s.jabatan else "", s.berakhir,
    )  # fmt: skip
    kosong = ("",) * (len(KOLOM) - len(depan) - 1)
    for a in c.indikator:
        i, nilai = a.indikator, a.nilai
        yield (
            *depan, i.uraian, i.rumus, i.satuan, i.get_arah_display(), *(a.target.get(t) for t in (1, 2, 3, 4, 0)),
            *(nilai.get(t) for t in (1, 2, 3, 4, 0)), a.masa, a.persen, a.lampu.kata, i.sumber or "diketik", i.catatan, c.hasil,
        )  # fmt: skip
    if not c.indikator:
        yield (*depan, *kosong, c.hasil)


@akses.peran(*PEMBACA)
@require_safe
def pohon_perubahan(request, tahun):
    """Everything that was changed on the tree, the newest first."""
    pohon = ambil_pohon(tahun)
    isi = {"pohon": pohon, "potongan": potong(request, perubahan_pohon(pohon))}
    return render(request, "eperformance/pohon/perubahan.html", isi)


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def pohon_create(request):
    """An empty tree of a year."""
    harus_pengatur(request)
    akhir = Pohon.objects.order_by("-tahun").values_list("tahun", flat=True).first()
    form = FormPohon(request.POST or None, initial={"tahun": akhir + 1 if akhir else request.hari_ini.year})

    def simpan(f):
        baru = perbuatan.buat(f.cleaned_data["tahun"], f.cleaned_data["dasar"], oleh=pelaku(request))
        return redirect("eperformance:pohon_detail", baru.tahun)

    isi = {
        "judul": "Pohon kinerja baru", "tombol": "Buat pohon kosong", "sukses": "Pohon dibuat sebagai draf; tambahkan tujuannya.",
        "penjelasan": "Satu pohon bagi satu tahun. Untuk melanjutkan pohon yang ada, pilih Salin pada pohon itu.",
        "atas": [("Pohon kinerja", reverse("eperformance:pohon_list"))],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, reverse("eperformance:pohon_list"))


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def pohon_update(request, tahun):
    """The document it rests on."""
    harus_pengatur(request)
    pohon = ambil_pohon(tahun)
    form = FormDasar(request.POST or None, initial={"dasar": pohon.dasar, "versi": pohon.versi})

    def simpan(f):
        perbuatan.atur(pohon.pk, f.cleaned_data["dasar"], oleh=pelaku(request), versi=f.cleaned_data["versi"])

    isi = {
        "judul": "Dasar penetapan",
        "tombol": "Simpan dasar",
        "sukses": "Dasar penetapan disimpan.",
        "atas": remah(pohon),
    }
    kembali = reverse("eperformance:pohon_detail", args=[tahun])
    return formulir(request, form, simpan, isi, kembali, tersimpan=lambda: {"dasar": ambil_pohon(tahun).dasar})


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def pohon_salin(request, tahun):
    """Copies the tree into another year."""
    harus_pengatur(request)
    pohon = ambil_pohon(tahun)
    form = FormSalin(request.POST or None, initial={"tahun": tahun + 1})

    def simpan(f):
        baru = perbuatan.salin(pohon.pk, f.cleaned_data["tahun"], oleh=pelaku(request), dasar=f.cleaned_data["dasar"])
        return redirect("eperformance:pohon_detail", baru.tahun)

    isi = {
        "judul": f"Salin pohon {tahun}", "tombol": "Salin ke tahun itu", "sukses": "Pohon disalin sebagai draf.",
        "penjelasan": "Simpul, indikator, dan target yang masih dipakai ikut; realisasi tidak.", "atas": remah(pohon),
    }  # fmt: skip
    return formulir(request, form, simpan, isi, reverse("eperformance:pohon_detail", args=[tahun]))


@akses.peran(*PENGATUR)
@require_POST
def pohon_alihkan(request, tahun):
    """draf → berlaku → arsip, or back to berlaku."""
    harus_pengatur(request)
    pohon, tujuan = ambil_pohon(tahun), request.POST.get("status", "")
    if tujuan not in perbuatan.ALIH:
        raise Http404

    def alih():
        perbuatan.alihkan(pohon.pk, tujuan, oleh=pelaku(request), versi=versi(request))

    kalimat = f"Pohon {tahun} {'berlaku' if tujuan == 'berlaku' else 'diarsipkan'}."
    return lakukan(request, alih, kalimat, "eperformance:pohon_detail", tahun)


@akses.peran(*PENGATUR)
@require_POST
def pohon_hitung(request, tahun):
    """Takes the values of the portal now."""
    harus_pengatur(request)
    pohon = ambil_pohon(tahun)

    def hitung():
        return portal.hitung_sekarang(pohon.pk, oleh=pelaku(request))

    return lakukan(request, hitung, "Selesai dihitung: {n} nilai berubah.", "eperformance:pohon_detail", tahun)


def remah(pohon):
    """The way back to a tree."""
    return [(f"Pohon kinerja {pohon.tahun}", reverse("eperformance:pohon_detail", args=[pohon.tahun]))]
