"""Katalog layanan: apa yang dapat diajukan, syaratnya, berkasnya, dan jalannya."""

from django.http import Http404
from django.shortcuts import render

from kepegawaian import akses
from kepegawaian.templatetags.portal import tanggal
from layanan import katalog
from layanan.rute import SEBUTAN_PEMILIK
from layanan.tampilan import url_regulasi

ASPEK = {
    "a": "Penyusunan dan penetapan kebutuhan",
    "b": "Pengadaan",
    "c": "Pangkat dan jabatan",
    "d": "Pengembangan karier",
    "e": "Pola karier",
    "f": "Promosi",
    "g": "Mutasi",
    "h": "Penilaian kinerja",
    "i": "Penggajian dan tunjangan",
    "j": "Penghargaan",
    "k": "Disiplin",
    "l": "Pemberhentian",
    "m": "Jaminan pensiun dan jaminan hari tua",
    "n": "Perlindungan",
    "tata": "Tata naskah",
}


@akses.masuk
def katalog_list(request):
    """All layanan, by aspect of PP 11/2017 Pasal 2."""
    kelompok = {}
    for layanan in katalog.semua():
        kelompok.setdefault(layanan.aspek, []).append(layanan)
    daftar = [(huruf, nama, kelompok[huruf]) for huruf, nama in ASPEK.items() if huruf in kelompok]
    return render(request, "layanan/katalog_list.html", {"daftar": daftar})


@akses.masuk
def katalog_detail(request, slug):
    """One layanan: law, conditions with article, documents, route with holder and SLA."""
    try:
        layanan = katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat
    langkah = [{"langkah": s, "kepada": _nama_alamat(s.kepada, request.acuan)} for s in layanan.alur]
    boleh = request.hak.punya(*layanan.pengusul) and not request.hak.hanya_baca
    isi = {
        "layanan": layanan,
        "langkah": langkah,
        "boleh": boleh,
        "aspek": ASPEK.get(layanan.aspek, ""),
        # Optional where it is not compulsory, or asked for only of some.
        "dokumen": [(d, d.wajib and d.bila is None) for d in layanan.dokumen],
        "syarat": [_baris_syarat(s) for s in layanan.syarat],
        "dasar": [{"teks": str(d), "url": url_regulasi(d.peraturan)} for d in layanan.dasar],
    }
    return render(request, "layanan/katalog_detail.html", isi)


def _baris_syarat(syarat):
    """One condition for ``komponen/_syarat.html``, with the dates it is bound to."""
    masa = ""
    if syarat.berlaku_sampai:
        masa = f"Hanya bagi TMT sampai {tanggal(syarat.berlaku_sampai)}."
    elif syarat.berlaku_sejak:
        masa = f"Bagi TMT sejak {tanggal(syarat.berlaku_sejak)}."
    return {
        "kode": syarat.kode,
        "uraian": syarat.uraian,
        "masa": masa,
        "dasar": str(syarat.dasar),
        "dasar_url": url_regulasi(syarat.dasar.peraturan),
        "asumsi": syarat.keyakinan == "asumsi",
    }


def _nama_alamat(alamat, acuan):
    """Address of a step in words, without a person."""
    tetap = {"kepala_opd": "Kepala perangkat daerah", "pemohon": "Pemohon", "penandatangan": "Pejabat penanda tangan"}
    if alamat.jenis in tetap:
        return tetap[alamat.jenis]
    if alamat.jenis == "pemilik":
        return SEBUTAN_PEMILIK[alamat.kode]
    if alamat.jenis == "peran":
        unit = acuan.unit_kode.get(alamat.unit)
        return f"Staf {unit.nama}" if unit else "Operator OPD"
    unit = acuan.unit_kode.get(alamat.kode.removeprefix("KEPALA-"))
    return f"Kepala {unit.nama}" if unit else alamat.kode
