"""Nominatif pensiun: setiap orang yang mendekati BUP, tahap usulannya, dan apa yang terlambat; daftar dan Excel."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.filters import cari_orang
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pensiun import jadwal, nominatif
from pensiun.filters import NominatifForm
from pensiun.menu import PELIHAT_NAMA

KOLOM = ("TMT PENSIUN", "NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "OPD", "BUP", "TAHAP", "USULAN", "TENGGAT BERIKUT",
         "TANGGAL TENGGAT", "TERLAMBAT")  # fmt: skip


def _saring(request):
    """(form, months of the schedule, everyone in scope, those the filter keeps)."""
    bulan = jadwal.jadwal(request.acuan, request.hari_ini)
    form = NominatifForm(
        request.GET, hak=request.hak, acuan=request.acuan, hari_ini=request.hari_ini, bulan=max(bulan.values())
    )
    semua = nominatif.daftar(request.hak, request.hari_ini, bulan)
    pilih, isi = semua, form.cleaned_data
    if isi.get("q"):
        pilih = pilih.filter(cari_orang(isi["q"], nama="nama", nip="nip"))
    if isi.get("opd"):
        pilih = pilih.filter(opd_id=int(isi["opd"]))
    if isi.get("keadaan"):
        pilih = pilih.filter(keadaan=isi["keadaan"])
    if isi.get("bulan"):
        tahun, angka = isi["bulan"].split("-")
        pilih = pilih.filter(tmt_pensiun__year=int(tahun), tmt_pensiun__month=int(angka))
    if isi.get("waktu"):
        pilih = nominatif.terlambat(pilih, request.hari_ini, bulan, ya=isi["waktu"] == "terlambat")
    return form, bulan, semua, pilih.order_by("tmt_pensiun", "nama", "nip")


def _baris(daftar, bulan, hari_ini):
    """Yields (ProfilKini, Kedudukan, whether its usulan names another TMT)."""
    for k in daftar:
        beda = bool(k.tmt_usul and k.keadaan != "belum" and k.tmt_usul != k.tmt_pensiun)
        yield k, jadwal.kedudukan(k.keadaan, k.tmt_pensiun, hari_ini, bulan), beda


@akses.peran(*PELIHAT_NAMA)
@require_safe
def nominatif_list(request):
    """The list, with how many stand in each stage and how many are late."""
    form, bulan, semua, pilih = _saring(request)
    potongan = potong(request, pilih.select_related("jabatan"))
    hitung, lewat = nominatif.hitung(semua, request.hari_ini, bulan)
    isi = {
        "form": form, "bulan": bulan, "potongan": potongan, "unit": request.acuan.unit,
        "baris": [(*b, request.acuan.unit.get(b[0].opd_id)) for b in _baris(potongan, bulan, request.hari_ini)],
        "angka": [(kode, nama, hitung.get(kode, 0)) for kode, nama in jadwal.KEADAAN.items()],
        "terlambat": lewat,
        "otomatis": nominatif.layanan_bup() is not None and request.acuan.setelan("pensiun_draf_otomatis", request.hari_ini),
        "terpasang": nominatif.layanan_bup() is not None,
    }  # fmt: skip
    return render(request, "pensiun/nominatif_list.html", isi)


@akses.peran(*PELIHAT_NAMA)
@require_safe
def nominatif_ekspor(request):
    """The same rows as xlsx."""
    _, bulan, _, pilih = _saring(request)
    nama = lambda i: request.acuan.unit[i].nama if i in request.acuan.unit else ""  # noqa: E731 - one word for two columns
    daftar = pilih.select_related("jabatan").iterator(chunk_size=2000)
    baris = (
        (k.tmt_pensiun, k.nip, k.nama_lengkap, k.golongan_id, k.jabatan.nama if k.jabatan else "", nama(k.unit_id),
         nama(k.opd_id), k.bup, s.nama, k.nomor, s.sebutan, s.tenggat, s.terlambat or "")
        for k, s, _ in _baris(daftar, bulan, request.hari_ini)
    )  # fmt: skip
    return unduh_daftar(request, "Nominatif pensiun", KOLOM, baris, objek="profilkini")
