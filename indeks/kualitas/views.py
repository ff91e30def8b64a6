"""Halaman kualitas data: nilai per instansi dan OPD, tren, temuan orang per orang, ekspornya."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Max, Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from indeks.filters import opd_pilihan
from indeks.kualitas import tabel
from indeks.kualitas.filters import TemuanFilter
from indeks.kualitas.models import RekapKualitas, TemuanData
from indeks.kualitas.nilai import ikd
from indeks.kualitas.tampil import TAHUN_BULAN, baris_tampil, berhias, grafik_tren, sebut_susunan
from indeks.menu import PELIHAT, PENDAFTAR
from kepegawaian import akses
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar

KOLOM = ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "OPD", "KODE", "INDIKATOR", "MASALAH", "DITEMUKAN", "TENGGAT", "PEMILIK",
         "CARA MEMBETULKAN")  # fmt: skip


def _opd(request):
    """(allowed OPD ids or None for all, the chosen one or None): whole OPDs only, for a count has no smaller unit."""
    seluruh = request.hak.lihat_semua or request.hak.punya("pimpinan")
    pilihan = {int(i) for i, _ in opd_pilihan(request.hak, request.acuan)}
    boleh = None if seluruh else {i for i in pilihan if i in request.hak.unit_lingkup}
    minta = request.GET.get("opd", "")
    satu = int(minta) if minta.isdigit() else None
    if satu is not None and (satu not in request.acuan.unit or (boleh is not None and satu not in boleh)):
        satu = None
    return boleh, satu


@akses.peran(*PELIHAT)
@require_safe
def kualitas(request):
    """The index of the agency or of an OPD, its dimensions and indicators, the trend, the OPDs side by side."""
    boleh, satu = _opd(request)
    if boleh is not None and not boleh:
        return redirect("indeks:temuan_list")  # he leads less than an OPD: the findings of his own people
    if satu is None and boleh is not None and len(boleh) == 1:
        satu = next(iter(boleh))
    tanggal = RekapKualitas.objects.aggregate(x=Max("tanggal"))["x"]
    isi = {"tanggal": tanggal, "opd": request.acuan.unit.get(satu), "boleh_daftar": request.hak.punya(*PENDAFTAR)}
    if tanggal is not None:
        cakupan = {satu} if satu is not None else boleh
        isi |= _susun(request, tanggal, cakupan)
    return render(request, "indeks/kualitas/ringkasan.html", isi)


def _susun(request, tanggal, cakupan):
    indikator = tabel.indikator(tanggal)
    baris = RekapKualitas.objects.filter(tanggal=tanggal)
    if cakupan is not None:
        baris = baris.filter(opd__in=cakupan)
    semua, per_opd = defaultdict(lambda: (0, 0)), defaultdict(dict)
    for opd, kode, populasi, salah in baris.values_list("opd_id", "kode", "populasi", "salah"):
        semua[kode] = (semua[kode][0] + populasi, semua[kode][1] + salah)
        per_opd[opd][kode] = (populasi, salah)
    hasil = ikd(indikator, semua)
    lewat = _lewat(request, indikator, cakupan)
    baris_ = baris_tampil(hasil, request.acuan, lewat, _kueri(cakupan))
    isi = {
        "ikd": hasil, "dimensi": [(n, v, f"Bobot {b.normalize():f} persen.") for _, n, b, v in hasil.dimensi],
        "perlu": sorted((b for b in baris_ if b["salah"]), key=lambda b: -b["kurang"]),
        "baik": [b for b in baris_ if not b["salah"]], "temuan": sum(s for _, s in semua.values()),
        "susunan": sebut_susunan(indikator), "lewat": sum(lewat.values()), "tren": grafik_tren(_tren(tanggal, cakupan)), "kueri": _kueri(cakupan),
    }  # fmt: skip
    if request.hak.punya(*PENDAFTAR):
        daftar, ekor = reverse("indeks:temuan_list"), f"&{isi['kueri']}" if isi["kueri"] else ""
        isi |= {"url_semua": f"{daftar}?{isi['kueri']}", "url_lewat": f"{daftar}?waktu=lewat{ekor}"}
    if len(per_opd) > 1:
        unit = request.acuan.unit
        nilai = [(unit.get(o), ikd(indikator, h).total, sum(s for _, s in h.values())) for o, h in per_opd.items()]
        nilai.sort(key=lambda x: (x[1], x[0].nama if x[0] else ""))
        isi |= {"per_opd": [x for x in nilai if x[2]], "opd_baik": sum(not x[2] for x in nilai), "banyak_opd": True}
    return isi


def _kueri(cakupan):
    return f"opd={next(iter(cakupan))}" if cakupan is not None and len(cakupan) == 1 else ""


def _lewat(request, indikator, cakupan):
    """{kode: findings past their deadline}."""
    terbuka = TemuanData.objects.filter(selesai=None)
    if cakupan is not None:
        terbuka = terbuka.filter(opd__in=cakupan)
    hasil, hari_ini = Counter(), request.hari_ini
    hari = terbuka.values_list("kode", "sejak").annotate(n=Sum(1)).order_by()
    for kode, sejak, n in hari:
        if kode in indikator and sejak + timedelta(days=indikator[kode].tenggat_hari) < hari_ini:
            hasil[kode] += n
    return hasil


def _tren(tanggal, cakupan):
    """[(day, IKD)]: the last night of each month of a year, oldest first."""
    hari = RekapKualitas.objects.filter(tanggal__gt=tanggal - timedelta(days=TAHUN_BULAN)).order_by("tanggal")
    akhir = {(h.year, h.month): h for h in hari.values_list("tanggal", flat=True).distinct()}
    baris = RekapKualitas.objects.filter(tanggal__in=akhir.values())
    if cakupan is not None:
        baris = baris.filter(opd__in=cakupan)
    hitungan = defaultdict(dict)
    for h, kode, populasi, salah in baris.values_list("tanggal", "kode").annotate(
        Sum("populasi"), Sum("salah")
    ).order_by():  # fmt: skip
        hitungan[h][kode] = (populasi, salah)
    return [(h, ikd(tabel.indikator(h), hitungan[h]).total) for h in sorted(hitungan)]


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────


def _saring(request):
    daftar = TemuanData.objects.filter(
        request.hak.lingkup("pegawai__kini__"), selesai=None, pegawai__kini__isnull=False
    )
    return TemuanFilter(request.GET, daftar.select_related("pegawai__kini__jabatan"), request=request)


@akses.peran(*PENDAFTAR)
@require_safe
def temuan_list(request):
    """Who has which finding, since when, until when, and where it is mended."""
    saring = _saring(request)
    batas = None if request.GET.get("hitung") == "semua" else BATAS_HITUNG
    potongan = potong(request, saring.qs, batas)
    list(berhias(potongan, request))
    kode = saring.data.get("kode", "")
    isi = {
        "saring": saring, "potongan": potongan, "batas": BATAS_HITUNG,
        "indikator": tabel.indikator(request.hari_ini).get(kode), "ada": RekapKualitas.objects.exists(),
    }  # fmt: skip
    return render(request, "indeks/kualitas/temuan_list.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def temuan_ekspor(request):
    """The findings as they are filtered, all pages."""
    unit = request.acuan.unit

    def baris():
        for t in berhias(_saring(request).qs.iterator(chunk_size=2000), request):
            k = t.pegawai.kini
            yield (
                k.nip, k.nama_lengkap, k.jabatan.nama if k.jabatan else "", t.unit_nama,
                unit[t.opd_id].nama if t.opd_id in unit else "", t.kode, t.i.nama, t.i.masalah, t.sejak, t.tenggat,
                t.pemilik, t.i.cara,
            )  # fmt: skip

    return unduh_daftar(request, "Temuan kualitas data", KOLOM, baris(), objek="temuandata")
