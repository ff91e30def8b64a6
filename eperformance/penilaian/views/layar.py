"""Layar penilaian: banyak bawahan pada satu halaman, dengan papan ketik; tanpa JavaScript satu formulir biasa.

Each row is saved by itself (``penilaian_baris``, JSON) or all at once (``penilaian_simpan``). Nothing is saved over a newer
version: the page shows what was typed and what stands, and the person decides.
"""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eperformance.aturan import RATING
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.penilaian import daftar, masa, nilai
from eperformance.penilaian.aturan import KUADRAN, POLA
from eperformance.penilaian.forms import BarisForm
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku

PENILAI = ("atasan", "pimpinan")
KOLOM = (
    "NIP",
    "NAMA",
    "JABATAN",
    "UNIT KERJA",
    "MASA",
    "HASIL KERJA",
    "PERILAKU KERJA",
    "PREDIKAT",
    "KEADAAN",
    "CATATAN",
)
SEL = [(h, p) for h in RATING for p in RATING]


def _masa(request, sumber=None):
    """(Masa of the URL, all that may be chosen); 404 while no year was opened, None then."""
    semua = masa.pilihan(request.hari_ini, request.hak)
    return masa.terpilih((sumber or request.GET).get("masa"), semua, request.hari_ini), semua


def _pilihan(m, semua):
    return [(x.kunci, x.nama, m is not None and x.kunci == m.kunci) for x in semua]


@akses.peran(*PENILAI)
@require_safe
def penilaian_list(request):
    """The staff he assesses in one time, each with his two ratings."""
    m, semua = _masa(request)
    if m is None:
        return render(request, "eperformance/penilaian/list.html", {"masa": None})
    baris, belum, capaian = daftar.susun(request.hak, m, request.hari_ini)
    return _tampil(request, m, semua, baris, belum, capaian)


def _tampil(request, m, semua, baris, belum, capaian, status=200):
    isi = {
        "masa": m,
        "masa_pilihan": _pilihan(m, semua),
        "baris": baris,
        "belum": belum,
        "tanpa": [] if (awal := daftar.belum_setahun(m, request.hari_ini)) else daftar.tanpa_skp(request.hak, m),
        "berakhir_saja": awal,
        "sebaran": daftar.sebaran(baris, capaian, m, request.hari_ini) if baris else None,
        "terbuka": sum(not b.terkunci for b in baris),
        "lengkap": sum(not b.terkunci and bool(b.predikat) for b in baris),
        "terlambat": request.hari_ini > m.tenggat and any(not b.sah and not b.terkunci for b in baris),
        "belum_buka": m.buka > request.hari_ini and not awal,
        "rating": list(RATING.items()),
        "kuadran": kuadran(),
        "syarat": (KUADRAN, POLA),
        "bentrok": [b for b in baris if b.kini is not None or b.galat],
    }
    return render(request, "eperformance/penilaian/list.html", isi, status=status)


def kuadran():
    """The 3 × 3 as the law draws it: [(rating hasil, [(predikat, colour)])], perilaku from below upward."""
    urut = tuple(reversed(RATING))
    return [(RATING[h], [(p := nilai.predikat(h, x), daftar.TANDA[p]) for x in urut]) for h in RATING]


@akses.peran(*PENILAI)
@require_POST
def penilaian_simpan(request):
    """The whole form: rows somebody touched are saved, then those chosen are set (button ``sahkan``)."""
    m, semua = _masa(request, request.POST)
    if m is None:
        raise Http404
    baris, belum, capaian = daftar.susun(request.hak, m, request.hari_ini)
    oleh = pelaku(request)
    tersimpan = sum(_simpan(b, request.POST, m, oleh) for b in baris if not b.terkunci)
    galat = [b for b in baris if b.kini is not None or b.galat]
    ditetapkan = 0
    if request.POST.get("tindakan") == "sahkan" and not galat:
        ditetapkan, galat = _sahkan(request, baris, m, oleh)
    if galat:
        return _tampil(request, m, semua, baris, belum, capaian, status=409)
    if request.POST.get("tindakan") == "sahkan":
        messages.success(request, f"{ditetapkan} penilaian {m.nama} ditetapkan.")
    else:
        messages.success(request, f"{tersimpan} baris tersimpan sebagai draf.")
    return redirect(f"{reverse('eperformance:penilaian_list')}?masa={m.kunci}")


def _simpan(b, data, m, oleh):
    """Saves one row of the form when it was touched; what went wrong stands on the row. Returns 1 when it was saved."""
    form = BarisForm.milik(data, b.skp.pk)
    if f"s{b.skp.pk}-versi" not in data:
        return 0
    if not form.is_valid():
        b.galat = "Isian tidak dikenal; muat ulang halaman."
        return 0
    isi = form.cleaned_data
    if b.organisasi is not None:
        isi["hasil"] = b.organisasi
    if daftar.sidik(isi["hasil"], isi["perilaku"], isi["catatan"]) == isi["awal"]:
        return 0
    b.hasil, b.perilaku, b.catatan = isi["hasil"], isi["perilaku"], isi["catatan"]
    try:
        b.evaluasi = nilai.simpan(
            b.skp.pk, m, hasil=b.hasil, perilaku=b.perilaku, catatan=b.catatan, versi=isi["versi"], oleh=oleh
        )
    except VersiLama as galat:
        b.evaluasi = b.kini = galat.kini if galat.kini.pk else None
        b.galat = str(galat)
        return 0
    except DitolakKinerja as galat:
        b.galat = str(galat)
        return 0
    return 1


def _sahkan(request, baris, m, oleh):
    """(how many were set, rows that were not) of the rows chosen by their checkbox."""
    dipilih = set(request.POST.getlist("pilih"))
    calon = [b for b in baris if not b.terkunci and str(b.skp.pk) in dipilih]
    if not calon:
        messages.error(request, "Pilih dulu baris yang hendak ditetapkan.")
        return 0, []
    berhasil, gagal = nilai.sahkan_banyak([(b.skp.pk, b.versi) for b in calon], m, oleh=oleh)
    for b in calon:
        b.galat = gagal.get(b.skp.pk, "")
    if gagal and berhasil:
        messages.success(request, f"{len(berhasil)} penilaian ditetapkan; {len(gagal)} tidak, sebabnya pada barisnya.")
        segar = {e.skp_id: e for e in berhasil}
        for b in calon:
            if b.skp.pk in segar:
                b.evaluasi, b.terkunci = segar[b.skp.pk], "Ditetapkan"
    return len(berhasil), [b for b in calon if b.galat]


@akses.peran(*PENILAI)
@require_POST
def penilaian_baris(request, pk):
    """Saves one row as it is typed: JSON of its new version and predikat, 409 with the row as it stands, 422 with why not."""
    m, _ = _masa(request, request.POST)
    if m is None:
        raise Http404
    form = BarisForm.milik(request.POST, pk)
    if not form.is_valid():
        return JsonResponse({"kalimat": "Isian tidak dikenal; muat ulang halaman."}, status=422)
    baris, _, capaian = daftar.susun(request.hak, m, request.hari_ini)
    b = next((b for b in baris if b.skp.pk == pk), None)
    if b is None:
        raise Http404
    isi = form.cleaned_data
    try:
        b.evaluasi = nilai.simpan(
            pk,
            m,
            hasil=isi["hasil"],
            perilaku=isi["perilaku"],
            catatan=isi["catatan"],
            versi=isi["versi"],
            oleh=pelaku(request),
        )
    except VersiLama as galat:
        return JsonResponse({"kalimat": str(galat), "kini": _kini(galat.kini)}, status=409)
    except DitolakKinerja as galat:
        return JsonResponse({"kalimat": str(galat)}, status=422)
    e = b.evaluasi
    b.hasil, b.perilaku, b.catatan = e.hasil, e.perilaku, e.catatan
    sebaran = daftar.sebaran(baris, capaian, m, request.hari_ini)
    return JsonResponse(_kini(e) | {
        "awal": b.awal,
        "sebaran": render_to_string("eperformance/penilaian/_sebaran.html", {"sebaran": sebaran}, request),
    })  # fmt: skip


def _kini(e):
    """A row as JSON: its ratings, in codes and words, and its version."""
    return {
        "hasil": e.hasil, "perilaku": e.perilaku, "catatan": e.catatan, "versi": e.versi, "predikat": e.predikat,
        "tanda": daftar.TANDA.get(e.predikat, "netral"), "sebutan_hasil": RATING.get(e.hasil, "belum diisi"),
        "sebutan_perilaku": RATING.get(e.perilaku, "belum diisi"),
    }  # fmt: skip


@akses.peran(*PENILAI)
@require_safe
def penilaian_ekspor(request):
    """The screen as xlsx."""
    m, _ = _masa(request)
    if m is None:
        raise Http404
    baris, belum, _ = daftar.susun(request.hak, m, request.hari_ini)
    isi = [
        (b.skp.pegawai.nip, b.skp.pegawai.kini.nama_lengkap, b.skp.jabatan.nama if b.skp.jabatan else "", b.skp.unit.nama, m.nama,
         RATING.get(b.hasil, ""), RATING.get(b.perilaku, ""), b.predikat, b.terkunci or "Draf", b.catatan) for b in baris
    ]  # fmt: skip
    isi += [
        (
            s.pegawai.nip,
            s.pegawai.kini.nama_lengkap,
            s.jabatan.nama if s.jabatan else "",
            s.unit.nama,
            m.nama,
            "",
            "",
            "",
            sebab,
            "",
        )
        for s, sebab in belum
    ]
    return unduh_daftar(request, "Penilaian kinerja", KOLOM, isi, objek="evaluasi", nama=f"penilaian-{m.kunci}")
