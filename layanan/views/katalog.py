"""Katalog layanan: apa yang dapat diajukan, siapa boleh, syaratnya, berkasnya, waktunya, dan jalannya."""

from django.http import Http404
from django.shortcuts import render

from kepegawaian import akses
from layanan import katalog, uraian, uraian_teks
from layanan.kesiapan import kesiapan
from layanan.tampilan import url_regulasi


@akses.masuk
def katalog_list(request):
    """All layanan, by aspect of PP 11/2017 Pasal 2."""
    kelompok = {}
    for layanan in katalog.semua():
        kelompok.setdefault(layanan.aspek, []).append(layanan)
    daftar = [(huruf, nama, kelompok[huruf]) for huruf, nama in uraian.ASPEK.items() if huruf in kelompok]
    return render(request, "layanan/katalog_list.html", {"daftar": daftar})


@akses.masuk
def katalog_detail(request, slug):
    """One layanan for everyone; an ASN sees as well whether he meets its conditions today."""
    layanan = ambil_layanan(slug)
    data = uraian.uraikan(layanan, uraian.bahan([layanan], request.acuan, request.hari_ini))
    siap = kesiapan(layanan, request.hak, request.hari_ini, request.acuan)
    isi = {
        "layanan": layanan,
        "data": data,
        "pengusul": uraian_teks.kalimat_pengusul(data),
        "waktu": uraian_teks.kalimat_waktu(data),
        "boleh": request.hak.punya(*layanan.pengusul) and not request.hak.hanya_baca,
        "syarat": [_baris_syarat(s) for s in data["syarat"]],
        "dasar": [{"teks": d["teks"], "url": url_regulasi(d["peraturan"])} for d in data["dasar"]],
        "siap": siap,
        "dokumen": _baris_dokumen(data["dokumen"], siap),
    }
    return render(request, "layanan/katalog_detail.html", isi)


def ambil_layanan(slug):
    """The layanan ``slug``; 404 when unknown."""
    try:
        return katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat


def _baris_syarat(s):
    """One condition for ``komponen/_syarat.html``, with the dates it is bound to."""
    return {
        "kode": s["kode"],
        "uraian": s["uraian"],
        "masa": s["masa"],
        "dasar": s["dasar"]["teks"],
        "dasar_url": url_regulasi(s["dasar"]["peraturan"]),
        "asumsi": s["keyakinan"] == "asumsi",
    }


def _baris_dokumen(dokumen, siap):
    """Documents with what the reader's own dosir has: (document, tag, kind of tag)."""
    berlaku = {d.kode: dosir for d, dosir in siap.dokumen} if siap else {}
    baris = []
    for d in dokumen:
        tanda, jenis = ("wajib", "info") if d["selalu"] else (d["kapan"], "netral")
        if siap and siap.dokumen and d["kode"] not in berlaku:
            tanda, jenis = "tidak diminta", "netral"
        elif berlaku.get(d["kode"]):
            tanda, jenis = "sudah ada", "terpenuhi"
        uraian_ = " ".join(x for x in (f"Diminta {d['kapan']}." if not d["selalu"] else "", d["keterangan"]) if x)
        baris.append({"nama": d["nama"], "uraian": uraian_, "tanda": tanda, "jenis": jenis})
    return baris
