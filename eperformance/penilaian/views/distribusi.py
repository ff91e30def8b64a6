"""Tiga langkah tiap perangkat daerah: capaian organisasi, pola distribusi, predikat; penetapan dan simulasinya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eperformance.aturan import PREDIKAT, persen_capaian
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import CapaianOrganisasi, DistribusiOpd, IndikatorPohon, RealisasiPohon, TargetPohon
from eperformance.penilaian import distribusi, hitung, masa
from eperformance.penilaian.aturan import POLA
from eperformance.penilaian.dokumen import orang_distribusi
from eperformance.penilaian.forms import CapaianForm, DistribusiForm
from kepegawaian import akses, dosir, jejak
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku

PEMBACA = ("kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
KOLOM = (
    "PERANGKAT DAERAH",
    "MASA",
    "CAPAIAN",
    "SKP",
    "DINILAI",
    *(p.upper() for p in PREDIKAT),
    "KEADAAN",
    "ATURAN DILANGGAR",
    "ALASAN",
)


def _masa(request):
    semua = masa.pilihan(request.hari_ini)
    return masa.terpilih(request.GET.get("masa"), semua, request.hari_ini), semua


def _baris(request, m, opd):
    """[(unit, CapaianOrganisasi or None, Hitungan, judgement or None, DistribusiOpd or None)]: four queries."""
    ids = [u.pk for u in opd]
    hitungan = hitung.hitung(m, ids)
    milik = {"periode": m.periode, "nomor": m.nomor, "opd__in": ids}
    capaian = {c.opd_id: c for c in CapaianOrganisasi.objects.filter(**milik)}
    tetap = {d.opd_id: d for d in DistribusiOpd.objects.filter(**milik).select_related("naskah")}
    for u in opd:
        h, c = hitungan[u.pk], capaian.get(u.pk)
        hasil = hitung.nilai_pola(c.capaian, h.jumlah, request.hari_ini) if c and h.dinilai else None
        yield u, c, h, hasil, tetap.get(u.pk)


@akses.peran(*PEMBACA)
@require_safe
def distribusi_list(request):
    """The perangkat daerah he may read with their three steps in one time."""
    m, semua = _masa(request)
    if m is None:
        return render(request, "eperformance/penilaian/distribusi_list.html", {"masa": None})
    potongan = potong(request, distribusi.opd_terlihat(request.hak).order_by("nama"))
    isi = {
        "masa": m,
        "masa_pilihan": [(x.kunci, x.nama, x.kunci == m.kunci) for x in semua],
        "potongan": potongan,
        "baris": list(_baris(request, m, potongan.butir)),
        "menetapkan": distribusi.menetapkan_capaian(request.hak),
    }
    return render(request, "eperformance/penilaian/distribusi_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def distribusi_ekspor(request):
    """The list as xlsx."""
    m, _ = _masa(request)
    if m is None:
        raise Http404
    opd = list(distribusi.opd_terlihat(request.hak).order_by("nama"))
    isi = (
        (u.nama, m.nama, c.capaian if c else "", h.skp, h.dinilai, *h.jumlah.values(), "Ditetapkan" if d else "Belum ditetapkan",
         ", ".join(d.pelanggaran if d else [b.kode for b in hasil.dilanggar] if hasil else []), d.alasan if d else "")
        for u, c, h, hasil, d in _baris(request, m, opd)
    )  # fmt: skip
    return unduh_daftar(
        request, "Distribusi predikat", KOLOM, isi, objek="distribusiopd", nama=f"distribusi-{m.kunci}"
    )


def _ambil(request, pk):
    """(perangkat daerah he may read, Masa of the URL, all Masa); 404 to everybody else."""
    opd = get_object_or_404(distribusi.opd_terlihat(request.hak), pk=pk)
    m, semua = _masa(request)
    if m is None:
        raise Http404
    return opd, m, semua


def _url(opd, m):
    return f"{reverse('eperformance:distribusi_detail', args=[opd.pk])}?masa={m.kunci}"


@akses.peran(*PEMBACA)
@require_safe
def distribusi_detail(request, pk):
    """One perangkat daerah: capaian with its indicators, pattern, counts, people, and the acts."""
    opd, m, semua = _ambil(request, pk)
    return _detail(request, opd, m, semua)


def _detail(request, opd, m, semua, *, form_capaian=None, form=None, status=200):
    ((_, satu, h, hasil, tetap),) = _baris(request, m, [opd])
    capaian = satu.capaian if satu else ""
    bernama = request.hak.lihat_semua or distribusi.mengepalai(request.hak, opd.pk)
    awal = {"capaian": capaian, "dasar": satu.dasar if satu else "", "versi": satu.versi if satu else 0}
    coba = _coba(request, h)
    isi = {
        "opd": opd, "masa": m, "masa_pilihan": [(x.kunci, x.nama, x.kunci == m.kunci) for x in semua],
        "capaian": satu, "hitungan": h, "hasil": hasil, "tetap": tetap,
        "pola": [(b, bool(hasil) and b in hasil.dilanggar) for b in hitung.pola(capaian)],
        "grafik": {"jenis": "bar", "label": list(PREDIKAT), "deret": [{"nama": "Pegawai", "nilai": list(h.jumlah.values())}], "satuan": "orang"},
        "berubah": tetap is not None and tetap.jumlah != h.jumlah,
        "indikator": _indikator(opd, m) if satu or distribusi.menetapkan_capaian(request.hak, opd) else [],
        "boleh_capaian": tetap is None and distribusi.menetapkan_capaian(request.hak, opd),
        "form_capaian": form_capaian or CapaianForm(initial=awal),
        "boleh_tetapkan": distribusi.mengepalai(request.hak, opd.pk) and bool(h.dinilai) and satu is not None
        and not (m.tahunan and h.final),
        "form": form or DistribusiForm(initial={"jumlah": h.jumlah, "alasan": tetap.alasan if tetap else ""}),
        "coba": coba, "coba_hasil": hitung.nilai_pola(capaian, dict(coba), request.hari_ini) if capaian else None,
        "mencoba": any(f"coba{i}" in request.GET for i in range(5)),
        "minimal": hitung.minimal(request.hari_ini),
        # Sekda and Bupati see figures (desain §7); names are for who sees these people anyway.
        "orang": potong(request, orang_distribusi(opd.pk, m), jumlah=h.dinilai) if bernama else None,
        "syarat": POLA,
    }  # fmt: skip
    return render(request, "eperformance/penilaian/distribusi_detail.html", isi, status=status)


def _coba(request, h):
    """[(predikat, people)] of the simulation in the URL, what stands by default."""

    def angka(i, n):
        teks = request.GET.get(f"coba{i}", "")
        return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else n

    return [(p, angka(i, n)) for i, (p, n) in enumerate(h.jumlah.items())]


def _indikator(opd, m):
    """[(indicator, target, realised, percent)] of the tree of the year owned by this perangkat daerah; one query."""
    tw = 0 if m.tahunan or m.periode.periodik == "bulanan" else m.nomor
    # A quarter's value counts since January: that of the year is the last one.
    realisasi = RealisasiPohon.objects.filter(indikator=OuterRef("pk"), **({"triwulan": tw} if tw else {}))
    target = TargetPohon.objects.filter(indikator=OuterRef("pk"), triwulan=tw)
    semua = IndikatorPohon.objects.filter(
        simpul__pohon__tahun=m.periode.tahun, simpul__unit=opd, simpul__jenis__in=("tujuan", "sasaran", "program")
    ).annotate(
        sasaran=Subquery(target.values("nilai")[:1]),
        nyata=Subquery(realisasi.order_by("-triwulan", "-pk").values("nilai")[:1]),
    ).order_by("simpul__urutan", "urutan", "pk")[:20]  # fmt: skip
    return [(i, i.sasaran, i.nyata, persen_capaian(i.sasaran, i.nyata, i.arah)) for i in semua]


@akses.peran(*PEMBACA)
@require_POST
def distribusi_capaian(request, pk):
    """The pimpinan sets the achievement."""
    opd, m, semua = _ambil(request, pk)
    if not distribusi.menetapkan_capaian(request.hak, opd):
        raise PermissionDenied
    form = CapaianForm(request.POST)
    if form.is_valid():
        try:
            distribusi.tetapkan_capaian(opd, m, **form.cleaned_data, oleh=pelaku(request))
        except VersiLama as galat:
            kini = f" Yang tersimpan: {galat.kini.capaian}, {galat.kini.dasar}." if galat.kini else ""
            form.add_error(None, f"{galat}{kini} Simpan lagi bila isian Anda yang benar.")
            form.data = form.data.copy()
            form.data["versi"] = galat.kini.versi if galat.kini else 0
            return _detail(request, opd, m, semua, form_capaian=form, status=409)
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Capaian {opd.nama} {m.nama} tersimpan.")
            return redirect(_url(opd, m))
    return _detail(request, opd, m, semua, form_capaian=form, status=422)


@akses.peran(*PEMBACA)
@require_POST
def distribusi_tetapkan(request, pk):
    """The head of the perangkat daerah sets its distribution."""
    opd, m, semua = _ambil(request, pk)
    if not distribusi.mengepalai(request.hak, opd.pk):
        raise PermissionDenied
    form = DistribusiForm(request.POST)
    if form.is_valid():
        try:
            distribusi.tetapkan(opd, m, **form.cleaned_data, oleh=pelaku(request))
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Distribusi predikat {m.nama} ditetapkan; penetapannya sedang dicetak.")
            return redirect(_url(opd, m))
    form.data = form.data.copy()
    form.data["jumlah"] = form.fields["jumlah"].prepare_value(hitung.hitung(m, [opd.pk])[opd.pk].jumlah)
    return _detail(request, opd, m, semua, form=form, status=422)


@akses.peran(*PEMBACA)
@require_safe
def distribusi_unduh(request, pk):
    """The printed document of a distribution, to who may read the perangkat daerah."""
    opd, m, _ = _ambil(request, pk)
    tetap = get_object_or_404(
        DistribusiOpd.objects.select_related("naskah"), periode=m.periode, nomor=m.nomor, opd=opd
    )
    medan = tetap.naskah and (tetap.naskah.berkas_sah or tetap.naskah.berkas_cetak)
    if not medan:
        messages.error(request, "Penetapannya masih dicetak. Tunggu sebentar, lalu muat ulang halaman.")
        return redirect(_url(opd, m))
    with request.sebagai():
        jejak.catat("naskah_unduh", tetap.naskah, nomor=tetap.naskah.nomor)
    nama = f"distribusi-{tetap.naskah.nomor}".replace("/", "-") + ".pdf"
    return dosir.respons(medan, nama, "application/pdf", unduh=request.GET.get("unduh") == "1")
