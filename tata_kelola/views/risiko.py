"""Register risiko: daftar dengan matriks dan isyarat, satu risiko, dan perbuatannya."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.models import Simpul
from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola.forms_tata import FormMitigasi, FormNilai, FormRisiko, FormTindakLanjut, FormTutup
from tata_kelola.hak import PEMBACA, PENULIS, memiliki
from tata_kelola.models import MitigasiRisiko, Risiko, TindakLanjut
from tata_kelola.risiko import isyarat, perbuatan, register

KOLOM = ("SASARAN", "RISIKO", "SEBAB", "DAMPAK", "PEMILIK", "KEMUNGKINAN", "BESAR DAMPAK", "NILAI", "TINGKAT", "MITIGASI",
         "DITUTUP")  # fmt: skip


def _batas(request):
    return request.acuan.entri_setelan(register.TINGKAT, request.hari_ini)


def _isyarat(request, kunci):
    return isyarat.satu(kunci, request.user.pk, request.acuan, request.hari_ini, request.hak.rahasia_tertutup)


def _bkd(request):
    """Works in the BKD and may write about something of it."""
    return request.hak.punya(*PENULIS) and not request.hak.hanya_baca


@akses.peran(*PEMBACA)
@require_safe
def risiko_list(request):
    """The matrix, the register (``?tingkat=``, ``?tutup=1``), and what data tell."""
    batas, tutup = _batas(request), request.GET.get("tutup") == "1"
    semua = register.susun(Risiko.objects.filter(ditutup_pada__isnull=not tutup), batas.nilai, request.hari_ini)
    pilih = request.GET.get("tingkat", "")
    tanda = isyarat.semua(request.user.pk, request.acuan, request.hari_ini, request.hak.rahasia_tertutup)
    tercatat = {b.risiko.isyarat: b.risiko for b in semua if b.risiko.isyarat}
    isi = {
        "baris": [b for b in semua if pilih in ("", b.tingkat)], "semua": semua, "pilih": pilih, "tutup": tutup,
        "matriks": register.matriks(semua, batas.nilai), "dampak": register.DAMPAK, "batas": batas, "tulis": _bkd(request),
        "tingkat": [(k, *kata, sum(b.tingkat == k for b in semua)) for k, kata in register.KATA.items()],
        "isyarat": [(i, tercatat.get(i.kunci)) for i in tanda],
    }  # fmt: skip
    return render(request, "tata_kelola/risiko_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def risiko_ekspor(request):
    """The whole register as xlsx, closed ones too."""
    isi = (
        [r.sasaran, r.uraian, r.sebab, r.akibat, r.unit.nama, b.nilai.kemungkinan, b.nilai.dampak, b.hasil, b.kata[0],
         "; ".join(f"{m.mitigasi.uraian} ({m.tanda[0]})" for m in b.mitigasi), r.alasan_tutup]
        for b in register.susun(Risiko.objects.all(), _batas(request).nilai, request.hari_ini)
        for r in [b.risiko]
    )  # fmt: skip
    return unduh_daftar(request, "Register risiko", KOLOM, isi, objek="risiko")


def _ambil(pk):
    return get_object_or_404(Risiko.objects.select_related("unit", "dibuat_oleh__pegawai__kini"), pk=pk)


@akses.peran(*PEMBACA)
@require_safe
def risiko_detail(request, pk):
    """One risk: judgement and its history, mitigations with their news, the figure it was seen in as it is today."""
    satu = next(iter(register.susun(Risiko.objects.filter(pk=pk), _batas(request).nilai, request.hari_ini)), None)
    if satu is None:
        raise Http404
    r = satu.risiko
    terbuka = r.ditutup_pada is None
    kini = _isyarat(request, r.isyarat)
    milik = terbuka and memiliki(request.hak, request.acuan, r.unit)
    kabar = {}
    for m in satu.mitigasi:
        m.boleh = terbuka and (milik or memiliki(request.hak, request.acuan, m.mitigasi.unit))
        kabar[m.mitigasi.pk] = m
        m.semua = []
    for t in TindakLanjut.objects.filter(mitigasi__in=list(kabar)).select_related("oleh__pegawai__kini"):
        kabar[t.mitigasi_id].semua.append(t)
    isi = {
        "b": satu, "r": r, "isyarat": kini, "milik": milik, "riwayat": r.nilai.select_related("oleh__pegawai__kini"),
        "kemungkinan": dict(register.KEMUNGKINAN)[satu.nilai.kemungkinan], "dampak": dict(register.DAMPAK)[satu.nilai.dampak],
    }  # fmt: skip
    return render(request, "tata_kelola/risiko_detail.html", isi)


def _sasaran():
    return list(
        Simpul.objects.filter(pohon__status="berlaku", jenis__in=("tujuan", "sasaran"), berakhir=None).order_by("jenis", "urutan")
        .values_list("uraian", flat=True)[:6]
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def risiko_create(request):
    """A new risk; ``?isyarat=`` fills the form from what data tell."""
    if not _bkd(request):
        raise PermissionDenied
    kunci, asal = request.GET.get("isyarat", ""), None
    awal = {"kemungkinan": 3, "dampak": 3, "unit": request.hak.unit_id}
    if kunci:
        asal = _isyarat(request, kunci)
        if asal is None:
            raise Http404
        unit = request.acuan.unit_kode.get(asal.unit)
        awal = {"sasaran": asal.sasaran, "uraian": asal.judul, "sebab": asal.sebab, "akibat": asal.akibat,
                "kemungkinan": asal.kemungkinan, "dampak": asal.dampak, "unit": unit.id if unit else None}  # fmt: skip
    form = FormRisiko(request.POST or None, initial=awal, acuan=request.acuan, hak=request.hak, sasaran=_sasaran())
    kembali = reverse("tata_kelola:risiko_list")

    def simpan(f):
        data = f.cleaned_data
        if not memiliki(request.hak, request.acuan, data["unit"]):  # not among those offered
            raise PermissionDenied
        catatan = asal.kalimat[:300] if asal else ""
        satu = perbuatan.buat(
            data,
            kemungkinan=data["kemungkinan"],
            dampak=data["dampak"],
            catatan=catatan,
            isyarat=kunci,
            oleh=pelaku(request),
        )
        return redirect("tata_kelola:risiko_detail", satu.pk)

    isi = {"judul": "Risiko baru", "tombol": "Catat risiko", "sukses": "Risiko dicatat.", "atas": [("Register risiko", kembali)],
           "penjelasan": asal.kalimat if asal else ""}  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


def _formulir(request, risiko, form, lakukan, **isi):
    kembali = reverse("tata_kelola:risiko_detail", args=[risiko.pk])

    def simpan(f):
        data = dict(f.cleaned_data)
        lakukan(data)
        return redirect(kembali)

    atas = [("Register risiko", reverse("tata_kelola:risiko_list")), (risiko.uraian[:60], kembali)]
    return formulir(request, form, simpan, isi | {"atas": atas}, kembali)


def _milik(request, pk):
    """The open risk whose owner he is; else 403."""
    risiko = _ambil(pk)
    if risiko.ditutup_pada is not None or not memiliki(request.hak, request.acuan, risiko.unit):
        raise PermissionDenied
    return risiko


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def risiko_update(request, pk):
    """Words and owner."""
    r = _milik(request, pk)
    awal = {n: getattr(r, n) for n in ("sasaran", "uraian", "sebab", "akibat", "unit", "versi")}
    form = FormRisiko(request.POST or None, initial=awal, acuan=request.acuan, hak=request.hak, baru=False)
    return _formulir(
        request, r, form, lambda d: perbuatan.ubah(pk, d, versi=d["versi"] or 0, oleh=pelaku(request)),
        judul="Ubah risiko", tombol="Simpan risiko", sukses="Risiko disimpan.",
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def risiko_nilai(request, pk):
    """A further judgement."""
    r = _milik(request, pk)
    terakhir = r.nilai.first()
    awal = {"kemungkinan": terakhir.kemungkinan, "dampak": terakhir.dampak, "versi": r.versi}
    return _formulir(
        request, r, FormNilai(request.POST or None, initial=awal), lambda d: perbuatan.nilai(pk, **d, oleh=pelaku(request)),
        judul="Nilai ulang risiko", tombol="Simpan penilaian", sukses="Penilaian disimpan.", penjelasan=r.uraian,
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def mitigasi_create(request, pk):
    """A mitigation."""
    r = _milik(request, pk)
    form = FormMitigasi(request.POST or None, initial={"unit": r.unit_id, "versi": r.versi}, acuan=request.acuan)
    return _formulir(
        request, r, form, lambda d: perbuatan.tambah_mitigasi(pk, **d, oleh=pelaku(request)),
        judul="Tambah mitigasi", tombol="Tambahkan", sukses="Mitigasi ditambahkan.", penjelasan=r.uraian,
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def tindak_lanjut_create(request, pk):
    """News of a mitigation, by its unit or the owner of the risk."""
    m = get_object_or_404(MitigasiRisiko.objects.select_related("unit", "risiko__unit"), pk=pk)
    r = m.risiko
    boleh = memiliki(request.hak, request.acuan, r.unit) or memiliki(request.hak, request.acuan, m.unit)
    if r.ditutup_pada is not None or not boleh:
        raise PermissionDenied
    return _formulir(
        request, r, FormTindakLanjut(request.POST or None), lambda d: perbuatan.tindak_lanjut(m, **d, oleh=pelaku(request)),
        judul="Laporkan tindak lanjut", tombol="Simpan laporan", sukses="Tindak lanjut dicatat.", penjelasan=m.uraian,
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def risiko_tutup(request, pk):
    """Closes the risk."""
    r = _milik(request, pk)
    return _formulir(
        request, r, FormTutup(request.POST or None, initial={"versi": r.versi}),
        lambda d: perbuatan.tutup(pk, **d, oleh=pelaku(request)),
        judul="Tutup risiko", tombol="Tutup risiko", sukses="Risiko ditutup; riwayatnya tetap terbaca.", penjelasan=r.uraian,
    )  # fmt: skip
