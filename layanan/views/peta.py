"""Peta proses: one layanan as lanes by eselon, and the whole BKD as bidang × eselon. Counts only, no names."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from kepegawaian import akses
from kepegawaian.hak import KODE_BKD
from layanan import hitung, katalog, peta, uraian, uraian_teks
from layanan.views.katalog import ambil_layanan

LAIN = "Tanpa subbidang pemilik"


@akses.masuk
def peta_detail(request, slug):
    """The map of one layanan: lanes by eselon with load, median and lateness at each step, and the same as a list."""
    layanan = ambil_layanan(slug)
    data = uraian.uraikan(layanan, uraian.bahan([layanan], request.acuan, request.hari_ini))
    beban = {kode: b for (s, kode), b in _beban(request).items() if s == slug}
    langkah = data["langkah"]
    pemohon = {"asn": "oleh ASN", "opd": "oleh operator perangkat daerah", "staf": "oleh staf BKD"}
    gambar = peta.susun(langkah, (data["pengusul_lajur"], pemohon[data["pengusul_lajur"]]), beban)
    urutan = peta.urutan(langkah, beban)
    for satu, s in zip(urutan, langkah, strict=True):
        satu["url"] = url_tunggu(request, slug, s) if satu["beban"].menunggu else ""
    isi = {
        "layanan": layanan,
        "data": data,
        "peta": gambar,
        "urutan": urutan,
        "waktu": uraian_teks.kalimat_waktu(data),
        "pengusul": uraian_teks.kalimat_pengusul(data),
        "menunggu": sum(b.menunggu for b in beban.values()),
        "terlambat": sum(b.terlambat for b in beban.values()),
    }
    return render(request, "layanan/peta_detail.html", isi)


def _beban(request):
    """Load of all steps; that of a confidential layanan only for who handles it."""
    return {k: b for k, b in hitung.beban(request.hari_ini).items() if k[0] not in request.hak.rahasia_tertutup}


def url_tunggu(request, slug, langkah):
    """Where the reader may open what waits at a step: his inbox, else the list of all for who sees all, else "".

    Nobody else gets a link: his list holds only some of them, and the figure would not be that of the map.
    """
    kueri = urlencode({"layanan": slug, "langkah": langkah["kode"]})
    if _milik_saya(request, langkah):
        return f"{reverse('layanan:kotak_list')}?{kueri}"
    if request.hak.lihat_semua:
        return f"{reverse('layanan:usulan_list')}?{kueri}&status=diproses"
    return ""


def _milik_saya(request, langkah):
    """True when every usulan at the step waits for an office or duty of the reader."""
    if langkah["alamat"].startswith("jabatan:"):
        return langkah["alamat"].split(":")[1] in {k.kode for k in request.hak.kantor}
    unit = request.acuan.unit_kode.get(langkah["unit"])
    return langkah["lajur_pemegang"] == "staf" and unit is not None and unit.id in request.hak.unit_staf


@akses.masuk
def peta_list(request):
    """The whole BKD on one page: rows are bidang, subbidang and their layanan, columns the eselon levels."""
    semua = katalog.semua()
    bahan = uraian.bahan(semua, request.acuan, request.hari_ini)
    beban = _beban(request)
    milik = {}
    for layanan in semua:
        milik.setdefault(layanan.pemilik, []).append(_baris(request, uraian.uraikan(layanan, bahan), beban))
    baris = [b for daftar in milik.values() for b in daftar]
    kosong = {kode for i, kode in enumerate(uraian.LAJUR) if not any(b["sel"][i]["langkah"] for b in baris)}
    for b in baris:
        b["sel"] = [sel for sel in b["sel"] if sel["kode"] not in kosong]
    isi = {
        "lajur": [nama for kode, nama in uraian.LAJUR.items() if kode not in kosong],
        "kolom": len(uraian.LAJUR) - len(kosong) + 1,
        "bidang": _bidang(request.acuan, milik),
        "banyak": len(baris),
        "langkah": sum(b["langkah"] for b in baris),
        "menunggu": sum(b["menunggu"] for b in baris),
        "terlambat": sum(b["terlambat"] for b in baris),
    }
    return render(request, "layanan/peta_list.html", isi)


def _baris(request, data, beban):
    """One layanan: its cells in the order of the lanes, each with its number of steps and what waits where."""
    slug, sel = data["slug"], {kode: [] for kode in uraian.LAJUR}
    for s in data["langkah"]:
        b = beban.get((slug, s["kode"]), hitung.KOSONG)
        url = url_tunggu(request, slug, s) if b.menunggu else ""
        sel[s["lajur"]].append({"nama": s["nama"], "beban": b, "url": url})
    jumlah = hitung.jumlah(beban, slug, [s["kode"] for s in data["langkah"]])
    return {
        "nama": data["nama"],
        "url": reverse("layanan:peta_detail", args=[slug]),
        "sel": [
            {"kode": kode, "lajur": uraian.LAJUR[kode], "langkah": daftar, "menunggu": [s for s in daftar if s["beban"].menunggu]}
            for kode, daftar in sel.items()
        ],
        "langkah": len(data["langkah"]),
        "menunggu": jumlah.menunggu,
        "terlambat": jumlah.terlambat,
    }  # fmt: skip


def _bidang(acuan, milik):
    """[(bidang, [(subbidang, rows)], names of subbidang without layanan)] of the BKD's tree; the unknown last."""
    bkd = acuan.unit_kode.get(KODE_BKD)
    hasil, sisa = [], dict(milik)
    anak = [u for u in acuan.unit.values() if bkd and u.induk_id == bkd.id]
    for bidang in sorted(anak, key=lambda u: (u.jenis != "sekretariat", u.kode)):
        bawah = [bidang] if bidang.kode in milik else []
        bawah += sorted((u for u in acuan.unit.values() if u.induk_id == bidang.id), key=lambda u: u.kode)
        isi = [(u.nama, sisa.pop(u.kode)) for u in bawah if u.kode in sisa]
        hasil.append((bidang.nama, isi, [u.nama for u in bawah if u.kode not in milik]))
    if lain := [b for daftar in sisa.values() for b in daftar]:
        hasil.append(("Lintas bidang", [(LAIN, lain)], []))
    return hasil
