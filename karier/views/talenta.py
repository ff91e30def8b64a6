"""Peta talenta: sembilan kotak, orang di baliknya, penghitungan, pembekuan. Confidential (``karier.hak``)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from karier import potret as modul
from karier.aturan import talenta
from karier.forms import SaringGerak, SaringTalenta
from karier.hak import boleh_talenta, boleh_uji
from karier.models import BarisTalenta, PotretTalenta
from karier.standar import KELOMPOK
from karier.tasks import hitung_talenta
from karier.views import opd_pilihan, pelaku, ringkaskan
from kepegawaian import akses
from kepegawaian.antrean import AntreanMati, kirim
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur

PELIHAT = ("staf_bkd", "pejabat_bkd", "pimpinan")
LUAR = "luar"
# The keys of the settings, in words and in the order one reckons.
SEBUT_BOBOT = {"potensi": "potensi", "kompetensi": "kesesuaian kompetensi", "rekam_jejak": "rekam jejak"}
SEBUT_POIN = {
    "dasar": "dasar", "s2": "pendidikan S2 atau S3", "diklat_kepemimpinan": "diklat kepemimpinan",
    "dua_unit": "pengalaman lebih dari satu unit", "hukuman": "hukuman disiplin dalam lima tahun",
}  # fmt: skip
# Nine colours are more than an eye tells apart: the chart shows three groups, the table every box.
KELOMPOK_KOTAK = (("Kotak 7–9 (suksesi)", (9, 8, 7)), ("Kotak 4–6", (6, 5, 4)), ("Kotak 1–3", (3, 2, 1)))
KOLOM = (
    "TAHUN",
    "NIP",
    "NAMA",
    "JABATAN",
    "OPD",
    "KELOMPOK",
    "KOTAK",
    "KINERJA",
    "POTENSIAL",
    "SKOR",
    "SEBAB DI LUAR KOTAK",
)


def harus_talenta(request):
    """403 for everybody the map is not for."""
    if not boleh_talenta(request.hak, request.acuan):
        raise PermissionDenied


def _saring(request):
    """(form, potret or None, rows of the map without the box, rows with it)."""
    semua = list(PotretTalenta.objects.all())
    opd = opd_pilihan(request.hak, request.acuan)
    form = ringkaskan(SaringTalenta(request.GET, tahun=[p.tahun for p in semua], opd=opd))
    isi = form.cleaned_data if form.is_valid() else {}
    potret = next((p for p in semua if not isi.get("tahun") or str(p.tahun) == isi["tahun"]), None)
    baris = BarisTalenta.objects.filter(potret=potret)
    if isi.get("opd"):
        baris = baris.filter(opd_id=isi["opd"])
    if isi.get("kelompok"):
        baris = baris.filter(kelompok=isi["kelompok"])
    kotak = isi.get("kotak", "")
    if kotak == LUAR:
        return form, potret, baris, baris.filter(kotak__isnull=True)
    if kotak.isdigit() and len(kotak) == 1:
        return form, potret, baris, baris.filter(kotak=int(kotak))
    return form, potret, baris, baris.filter(kotak__isnull=False)


@akses.peran(*PELIHAT)
@require_safe
def talenta_list(request):
    """The nine boxes of one year, and the people of the box that is chosen."""
    harus_talenta(request)
    form, potret, semua, pilih = _saring(request)
    isi = {
        "form": form,
        "potret": potret,
        "boleh": boleh_uji(request.hak, request.acuan),
        "hari_ini": request.hari_ini,
    }
    if potret is None:
        return render(request, "karier/talenta_list.html", isi)
    jumlah = dict(semua.order_by().values_list("kotak").annotate(n=Count("pk")))
    kotak = request.GET.get("kotak", "")
    isi |= {
        "peta": [
            (talenta.NAMA_KINERJA[k], [(n, jumlah.get(n, 0), str(n) == kotak) for n in talenta.KOTAK[k].values()])
            for k in talenta.KINERJA
        ],
        "sumbu": [talenta.NAMA_POTENSIAL[p] for p in talenta.POTENSIAL],
        "luar": jumlah.get(None, 0), "dalam": sum(n for k, n in jumlah.items() if k),
        "suksesi": sum(jumlah.get(n, 0) for n in talenta.SUKSESI), "kotak": kotak,
        "perlakuan": talenta.PERLAKUAN.get(int(kotak)) if kotak.isdigit() and len(kotak) == 1 else "",
        "asumsi": _asumsi(potret),
    }  # fmt: skip
    isi["potongan"] = potong(request, pilih.select_related("pegawai__kini__jabatan").order_by("-kotak", "-skor", "pk"))
    lama, isi["tahun_lama"] = modul.sebelumnya(potret, [b.pegawai_id for b in isi["potongan"]])
    unit = request.acuan.unit
    for b in isi["potongan"]:
        b.opd = unit[b.opd_id].nama if b.opd_id in unit else ""
        b.lama = lama.get(b.pegawai_id)
        b.sumbu = f"{talenta.NAMA_KINERJA.get(b.kinerja, '')}; potensial {b.potensial}" if b.kotak else b.sebab
    return render(request, "karier/talenta_list.html", isi)


def _poin(n):
    return f"dikurangi {-n}" if n < 0 else n


@akses.peran(*PELIHAT)
@require_safe
def talenta_gerak(request):
    """Movement over the years: people in each box year by year, and from which box to which between the last two maps."""
    harus_talenta(request)
    form = ringkaskan(SaringGerak(request.GET, opd=opd_pilihan(request.hak, request.acuan)))
    opd = int(form.cleaned_data["opd"]) if form.is_valid() and form.cleaned_data.get("opd") else None
    tahun = modul.tahunan(opd)
    kotak = sorted(talenta.PERLAKUAN, reverse=True)
    isi = {
        "form": form, "kotak": kotak,
        "tahun": [(p, [n.get(k, 0) for k in kotak], sum(n.get(k, 0) for k in talenta.SUKSESI), n.get(None, 0))
                  for p, n in tahun],
        "data": {"jenis": "bar", "tumpuk": True, "satuan": "pegawai", "label": [str(p.tahun) for p, _ in tahun],
                 "deret": [{"nama": nama, "nilai": [sum(n.get(k, 0) for k in isi) for _, n in tahun]} for nama, isi in KELOMPOK_KOTAK]},
    }  # fmt: skip
    if len(tahun) > 1:
        (lama, _), (baru, _) = tahun[-2:]
        pindah = modul.perpindahan(lama, baru, opd)
        tepi = [*kotak, None]
        isi |= {
            "lama": lama, "baru": baru, "tepi": tepi,
            "matriks": [(d, [(k, pindah.get((d, k), 0), k == d) for k in tepi]) for d in tepi],
            "tetap": sum(n for (d, k), n in pindah.items() if d == k), "pindah": sum(n for (d, k), n in pindah.items() if d != k),
        }  # fmt: skip
    return render(request, "karier/talenta_gerak.html", isi)


def _asumsi(potret):
    """What the map rests on, in words: weights, cut-offs and points of the settings it was computed with."""
    s = potret.setelan
    bobot = ", ".join(f"{SEBUT_BOBOT.get(k, k)} {n}%" for k, n in s["talenta_bobot"].items())
    batas, poin = s["talenta_batas_potensial"], s["talenta_poin_rekam_jejak"]
    return [
        ("Bobot potensial", bobot),
        ("Batas potensial", f"menengah mulai {batas['menengah']}, tinggi mulai {batas['tinggi']}"),
        ("Poin rekam jejak", ", ".join(f"{nama} {_poin(poin[k])}" for k, nama in SEBUT_POIN.items() if k in poin)),
        ("Umur asesmen", f"paling lama {s['talenta_asesmen_bulan']} bulan"),
    ]


@akses.peran(*PELIHAT)
@require_safe
def talenta_ekspor(request):
    """The people of the map as filtered, as xlsx."""
    harus_talenta(request)
    _, potret, _, pilih = _saring(request)
    unit = request.acuan.unit
    isi = (
        (
            potret.tahun, b.pegawai.nip, b.pegawai.kini.nama_lengkap,
            b.pegawai.kini.jabatan.nama if b.pegawai.kini.jabatan else "", unit[b.opd_id].nama if b.opd_id in unit else "",
            KELOMPOK.get(b.kelompok, b.kelompok), b.kotak, talenta.NAMA_KINERJA.get(b.kinerja, ""),
            talenta.NAMA_POTENSIAL.get(b.potensial, ""), b.skor, b.sebab,
        )
        for b in pilih.select_related("pegawai__kini__jabatan").order_by("-kotak", "-skor", "pk").iterator(2000)
    )  # fmt: skip
    return unduh_daftar(request, "Peta talenta", KOLOM, isi, objek="baristalenta")


@akses.peran(*PELIHAT)
@require_POST
def talenta_hitung(request):
    """Queues the computation of this year's map."""
    if not boleh_uji(request.hak, request.acuan):
        raise PermissionDenied
    beku = PotretTalenta.objects.filter(tahun=request.hari_ini.year, dibekukan_pada__isnull=False).exists()
    if beku:
        messages.error(request, f"Peta talenta {request.hari_ini.year} sudah dibekukan.")
        return redirect("karier:talenta_list")
    try:
        kirim(hitung_talenta, request.hari_ini.isoformat())
    except AntreanMati as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Peta sedang dihitung; muat ulang halaman ini sebentar lagi.")
    return redirect("karier:talenta_list")


@akses.peran(*PELIHAT)
@require_POST
def talenta_bekukan(request):
    """Freezes this year's map, after which movement is measured from it."""
    if not boleh_uji(request.hak, request.acuan):
        raise PermissionDenied
    tahun = request.POST.get("tahun", "")
    try:
        modul.bekukan(int(tahun) if tahun.isdigit() and len(tahun) == 4 else 0, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Peta talenta {tahun} dibekukan.")
    return redirect(f"{reverse('karier:talenta_list')}?tahun={tahun}")
