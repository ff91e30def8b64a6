"""Halaman generasi A: seluruh instansi dan tiap unit, pegawai di balik sukunya, dan unduhannya. No score of a person exists."""

import django_filters
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from indeks import rekap_tampil
from indeks.filters import NAMA, Saringan
from indeks.generasi_a import aturan as rumus, tampil
from indeks.menu import PELIHAT, PENDAFTAR
from indeks.models import HasilIndeks, HasilUnitA, PutaranIndeks
from indeks.views import seluruh
from kepegawaian import akses
from kepegawaian.aturan import NAMA_BULAN
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.tampilan import url_regulasi

KEADAAN = {
    "tidak": ("Tidak kompeten", Q(kompetensi=0)),
    "belum": ("Kompetensi belum diketahui", Q(kompetensi__isnull=True)),
    "tanpa_nilai": ("Tanpa nilai kinerja", Q(kinerja__isnull=True)),
    "tanpa_tunjangan": ("Tunjangan belum diketahui", ~Q(fakta__has_key="tunjangan")),
}


def putaran_a(request):
    """The run asked for by ``?tahun=``, else the latest of generation A; None before the first one."""
    tahun = request.GET.get("tahun", "")
    request.putaran_a = list(PutaranIndeks.objects.generasi_a())
    return next((p for p in request.putaran_a if not tahun or str(p.tahun) == tahun), None)


@akses.peran(*PELIHAT)
@require_safe
def generasi_a(request):
    """The whole for those who see all; others start at the highest unit they see."""
    if seluruh(request.hak):
        return _halaman(request, None, None)
    teratas = rekap_tampil.unit_teratas(request.hak, request.acuan)
    if len(teratas) == 1:
        return redirect("indeks:generasi_a_unit", pk=teratas[0])
    return _halaman(request, None, teratas)


@akses.peran(*PELIHAT)
@require_safe
def generasi_a_unit(request, pk):
    """One unit with the units below it."""
    _boleh(request, pk)
    return _halaman(request, pk, None)


def _boleh(request, pk):
    if pk not in request.acuan.unit or not (seluruh(request.hak) or pk in request.hak.unit_lingkup):
        raise Http404


def _anak(request, unit_id, teratas):
    unit = request.acuan.unit
    if teratas is not None:
        return teratas
    if unit_id is None:
        return [u.id for u in unit.values() if u.jenis == "opd"]
    return [u.id for u in unit.values() if u.induk_id == unit_id]


def _halaman(request, unit_id, teratas):
    putaran, unit = putaran_a(request), request.acuan.unit
    isi = {"putaran": putaran, "unit": unit.get(unit_id), "pilihan": request.putaran_a}
    if putaran is None:
        return render(request, "indeks/generasi_a/detail.html", isi)
    a = tampil.aturan_putaran(putaran)
    anak = _daftar(request, putaran, unit_id, teratas)
    isi |= {
        "anak": potong(request, rekap_tampil.saring_anak(anak, request.GET, kunci="persen")),
        "banyak_anak": len(anak),
        "status": tampil.status_koefisien(a),
        "ditetapkan": a.ditetapkan,
        "bulan": sebut_bulan(a.bulan),
        "asumsi": tampil.asumsi(a, putaran),
        "dasar_url": url_regulasi(rumus.DASAR.peraturan),
        "lihat_orang": request.hak.punya(*PENDAFTAR) and (unit_id is None or request.hak.lihat_semua or unit_id in request.hak.unit_lingkup),
    }  # fmt: skip
    if teratas is None and (h := HasilUnitA.objects.filter(putaran=putaran, unit_id=unit_id).first()):
        isi |= {"h": h, "suku": tampil.suku(h, a), "lembar": tampil.lembar(h, a), "riwayat": _riwayat(unit_id)}
    return render(request, "indeks/generasi_a/detail.html", isi)


def sebut_bulan(iso):
    """``2026-09-01`` as September 2026; "" when there is none."""
    return f"{NAMA_BULAN[int(iso[5:7])]} {iso[:4]}" if iso else ""


def _daftar(request, putaran, unit_id, teratas):
    """HasilUnitA of the units below, with their names; one query."""
    daftar = list(HasilUnitA.objects.filter(putaran=putaran, unit_id__in=_anak(request, unit_id, teratas)))
    for satu in daftar:
        satu.nama = request.acuan.unit[satu.unit_id].nama
    return daftar


def _riwayat(unit_id):
    """The unit in the runs of generation A alone, the latest first: generations are never joined in one line."""
    daftar = HasilUnitA.objects.filter(putaran__status="selesai", unit_id=unit_id).select_related("putaran")
    return list(daftar.order_by("-putaran__tanggal", "-putaran_id")[:24])


@akses.peran(*PELIHAT)
@require_safe
def generasi_a_ekspor(request, pk=None):
    """The units below as xlsx, the unit itself first; every row names the status of the coefficients."""
    if pk is not None:
        _boleh(request, pk)
    elif not seluruh(request.hak):
        raise Http404
    putaran = putaran_a(request)
    if putaran is None:
        raise Http404
    sendiri = list(HasilUnitA.objects.filter(putaran=putaran, unit_id=pk))
    for satu in sendiri:
        satu.nama = request.acuan.unit[pk].nama if pk else "Seluruh instansi"
    baris = tampil.baris_ekspor([*sendiri, *_daftar(request, putaran, pk, None)], tampil.aturan_putaran(putaran))
    nama = f"indeks-generasi-a-{putaran.tahun}"
    return unduh_daftar(request, "Indeks generasi A", tampil.KOLOM, baris, objek="hasilunita", nama=nama)


# ── people behind the terms ──────────────────────────────────────────────────────────────────────────


class OrangFilter(Saringan):
    """Name or NIP, OPD, kind of post, and what is missing or not met."""

    URUT = {"nama": NAMA}
    BAWAAN = NAMA

    keadaan = django_filters.ChoiceFilter(
        label="Suku", choices=[(k, n) for k, (n, _) in KEADAAN.items()], method="saring_keadaan", empty_label="Semua pegawai"
    )  # fmt: skip

    class Meta:
        model = HasilIndeks
        fields = ()

    def saring_keadaan(self, queryset, _nama, nilai):
        """Those who lower a term, or of whom it is not known."""
        return queryset.filter(KEADAAN[nilai][1])


@akses.peran(*PENDAFTAR)
@require_safe
def generasi_a_pegawai(request):
    """Who stands behind the terms, in scope; ``?unit=`` a unit with all below it."""
    putaran = putaran_a(request)
    isi = {"putaran": putaran, "pilihan": request.putaran_a, "batas": BATAS_HITUNG}
    if putaran is not None:
        daftar = HasilIndeks.objects.filter(
            request.hak.lingkup("pegawai__kini__"), putaran=putaran, pegawai__kini__isnull=False
        )
        unit_id = request.GET.get("unit", "")
        if unit_id.isdigit() and int(unit_id) in request.acuan.unit:
            daftar = daftar.filter(unit_id__in=sorted(request.acuan.turunan({int(unit_id)})))
            isi["unit"] = request.acuan.unit[int(unit_id)]
        isi["saring"] = OrangFilter(request.GET, daftar.select_related("pegawai__kini__jabatan"), request=request)
        isi["potongan"] = potong(request, isi["saring"].qs)
        for satu in isi["potongan"]:
            satu.isi = tampil.orang(satu, request.hak.boleh_bagian(satu.pegawai_id, "hukuman"))
            satu.unit_nama = request.acuan.unit[satu.unit_id].nama if satu.unit_id in request.acuan.unit else ""
    return render(request, "indeks/generasi_a/pegawai.html", isi)
