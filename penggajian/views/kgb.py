"""Pantauan KGB: tiap bulan siapa jatuh tempo, dan apakah suratnya sudah diusulkan, berjalan, atau terbit."""

from datetime import date

from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.filters import menyaring
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import katalog
from layanan.wewenang import staf_pemilik
from penggajian import pantauan, tampil
from penggajian.filters import KEADAAN, KgbFilter
from penggajian.menu import PENDAFTAR

SEBUTAN = dict(KEADAAN)
JENIS_TANDA = {"belum": "netral", "proses": "info", "terbit": "terpenuhi"}
KOLOM = ("TMT", "NIP", "NAMA", "STATUS", "GOLONGAN", "GAJI POKOK KINI", "JABATAN", "UNIT KERJA", "OPD", "SURAT", "LANGKAH", "TENGGAT", "LEWAT TENGGAT")  # fmt: skip


def bulan_diminta(request):
    """The month of ``?bulan=2027-01`` among those watched; the month in work today by default."""
    awal = request.hari_ini.replace(day=1)
    try:
        bulan = date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        bulan = tambah_bulan(awal, request.acuan.setelan("kgb_terbit_bulan_sebelum", request.hari_ini))
    return min(max(bulan, awal), tambah_bulan(awal, pantauan.BANYAK_BULAN - 1))


def nama_bulan(bulan):
    """``Januari 2027``."""
    return f"{NAMA_BULAN[bulan.month]} {bulan.year}"


@akses.peran(*PENDAFTAR)
@require_safe
def kgb_list(request):
    """One month with its people, and the count of every month to come."""
    bulan = bulan_diminta(request)
    pantau = pantauan.Pantauan(request.hari_ini.replace(day=1), request.hak)
    if not pantau.ada:
        return render(request, "penggajian/kgb_list.html", {"belum_dihitung": True})
    hitung = pantau.hitung()
    jumlah = dict(hitung)[bulan]
    saring = KgbFilter(request.GET, pantau.daftar(bulan), request=request)
    batas = None if request.GET.get("hitung") == "semua" else BATAS_HITUNG
    potongan = potong(request, saring.qs, batas, jumlah=None if menyaring(saring) else sum(jumlah.values()))
    tenggat = pantauan.tenggat(bulan, request.acuan)
    isi = {
        "bulan": bulan,
        "nama_bulan": nama_bulan(bulan),
        "bulan_pilihan": [(f"{b:%Y-%m}", nama_bulan(b), sum(n.values()), b == bulan) for b, n in hitung],
        "jumlah": jumlah,
        "grafik": _grafik(hitung),
        "saring": saring,
        "potongan": potongan,
        "baris": tampil.sel(_baris(request, pantau, bulan, tenggat, potongan.butir), get_token(request)),
        "tenggat": tenggat,
        "lewat": tenggat < request.hari_ini,
        "batas": BATAS_HITUNG,
        "nominatif": not request.hak.hanya_baca,
    }
    return render(request, "penggajian/kgb_list.html", isi)


def _grafik(hitung):
    return {
        "jenis": "bar",
        "label": [nama_bulan(b) for b, _ in hitung],
        "deret": [{"nama": nama, "nilai": [n[kode] for _, n in hitung]} for kode, nama in KEADAAN],
        "tumpuk": True,
        "satuan": "pegawai",
    }


def _baris(request, pantau, bulan, tenggat, orang):
    """What each row shows: the person, his letter and the sentence of the night."""
    ids = [o.pegawai_id for o in orang]
    surat = pantau.surat(bulan, ids)
    syarat = pantau.syarat_malam(bulan, ids)
    unit, hak = request.acuan.unit, request.hak
    staf = staf_pemilik(katalog.ambil("kgb-tunda"), hak, {}, request.acuan)
    for o in orang:
        usulan = surat.get(o.pegawai_id)
        layak, kalimat, kode = syarat.get(o.pegawai_id, ("", "", ()))
        langkah = usulan.langkah_kini.nama if usulan and usulan.langkah_kini else ""
        yield {
            "orang": o,
            "unit": unit[o.unit_id].nama if o.unit_id in unit else "",
            "usulan": usulan,
            "surat": SEBUTAN[o.keadaan],
            "jenis": JENIS_TANDA[o.keadaan],
            "langkah": langkah or (usulan.get_status_display() if usulan else ""),
            "lewat": o.keadaan != "terbit" and tenggat < request.hari_ini,
            "tunda": (staf or o.unit_id in hak.unit_operator)
            and (o.keadaan, layak, kode) == ("belum", "tidak", ("KGB-02",)),
            "kalimat": kalimat if layak in ("tidak", "perlu_diperiksa") and o.keadaan == "belum" else "",
        }


@akses.peran(*PENDAFTAR)
@require_safe
def kgb_ekspor(request):
    """The month as xlsx, as it is filtered."""
    bulan = bulan_diminta(request)
    pantau = pantauan.Pantauan(request.hari_ini.replace(day=1), request.hak)
    orang = list(KgbFilter(request.GET, pantau.daftar(bulan), request=request).qs) if pantau.ada else []
    unit, tenggat = request.acuan.unit, pantauan.tenggat(bulan, request.acuan)
    opd = {i: u.nama for i, u in unit.items()}
    baris = (
        (bulan, b["orang"].nip, b["orang"].nama_lengkap, b["orang"].status, b["orang"].golongan_id,
         b["orang"].gaji_pokok, b["orang"].jabatan.nama if b["orang"].jabatan else "", b["unit"],
         opd.get(b["orang"].opd_id, ""), b["surat"], b["langkah"], tenggat, "ya" if b["lewat"] else "")
        for b in _baris(request, pantau, bulan, tenggat, orang)
    )  # fmt: skip
    return unduh_daftar(request, "Pantauan KGB", KOLOM, baris, objek="profilkini", nama=f"kgb-{bulan:%Y-%m}")
