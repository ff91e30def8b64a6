"""Dosir seorang pegawai: daftar pindaian, mengunggah, dan membuka satu berkas lewat pemeriksaan akses."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kepegawaian import akses, dosir, jejak
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.forms import JENIS_DOSIR, NAMA_DOSIR, DosirForm
from kepegawaian.models import JENIS_RIWAYAT, Dosir
from kepegawaian.uraian import URAIAN
from kepegawaian.views.kerangka import alamat, ambil, boleh_dosir, jenis_terbaca, kerangka

RAHASIA = tuple(akses.BAGIAN_DOSIR)


@akses.masuk
def dosir_list(request, nip=None):
    """Scans of one pegawai by kind; those of a part the reader may not see are not there."""
    pegawai = ambil(request, nip)
    terbaca = jenis_terbaca(request.hak, pegawai.pk)
    daftar = list(
        Dosir.objects.filter(pegawai=pegawai).exclude(riwayat_jenis__in=[j for j in RAHASIA if j not in terbaca])
    )
    baris = _baris_riwayat(daftar)
    for satu in daftar:
        satu.nama_jenis = NAMA_DOSIR.get(satu.jenis, satu.jenis.replace("_", " ").capitalize())
        satu.bukti = baris.get((satu.riwayat_jenis, satu.riwayat_id), "")
    isi = kerangka(request, pegawai, nip, "dosir") | {"daftar": sorted(daftar, key=lambda d: d.nama_jenis)}
    return render(request, "kepegawaian/dosir_list.html", isi)


def _baris_riwayat(daftar):
    """{(kind, id): "Penata, III/c"} of the rows the scans prove; one query a kind that occurs."""
    hasil = {}
    for jenis in sorted({d.riwayat_jenis for d in daftar if d.riwayat_id and d.riwayat_jenis in JENIS_RIWAYAT}):
        kunci = [d.riwayat_id for d in daftar if d.riwayat_jenis == jenis]
        for b in JENIS_RIWAYAT[jenis].objects.filter(pk__in=kunci).select_related(*URAIAN[jenis].relasi):
            hasil[jenis, b.pk] = URAIAN[jenis].judul(b)
    return hasil


@akses.peran("staf_bkd", "operator_opd")
def dosir_create(request, nip):
    """Uploads a scan; ``?baris=pangkat:12`` says which row it is to prove."""
    pegawai = ambil(request, nip)
    terbaca = jenis_terbaca(request.hak, pegawai.pk)
    if not boleh_dosir(request.hak, pegawai.kini):
        raise PermissionDenied
    jenis = (request.POST.get("baris") or request.GET.get("baris", "")).partition(":")[0]
    if jenis and jenis not in terbaca:
        raise Http404
    form = DosirForm(
        request.POST or None,
        request.FILES or None,
        baris=_pilihan_baris(pegawai, jenis),
        jenis=_jenis_dokumen(terbaca, jenis),
        initial={
            "baris": request.GET.get("baris", ""),
            "jenis": next(iter(_jenis_dokumen([jenis], jenis)), "") if jenis else "",
        },
    )
    if request.method == "POST" and form.is_valid() and _simpan(request, pegawai, form):
        messages.success(request, f"{NAMA_DOSIR[form.cleaned_data['jenis']]} tersimpan di dosir.")
        return redirect(alamat(nip, "riwayat", jenis) if jenis else alamat(nip, "dosir"))
    isi = kerangka(request, pegawai, nip, "dosir") | {"form": form, "batal_url": alamat(nip, "dosir")}
    return render(request, "kepegawaian/dosir_create.html", isi)


def _jenis_dokumen(terbaca, jenis):
    """Kinds of papers that may be put in: those that prove ``jenis`` when it is given."""
    return [k for k, _, r in JENIS_DOSIR if (r in terbaca or not r) and (not jenis or r == jenis)]


def _pilihan_baris(pegawai, jenis):
    """Rows of one kind that stand, as choices."""
    if not jenis:
        return []
    u = URAIAN[jenis]
    daftar = JENIS_RIWAYAT[jenis].objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True)
    return [
        (f"{jenis}:{b.pk}", f"{tulis_tanggal(b.tmt)}, {u.judul(b)}") for b in daftar.select_related(*u.relasi)[:200]
    ]


def _simpan(request, pegawai, form):
    """Accepts by content and stores; False, with the reason on the form, when the file is refused."""
    isi = form.cleaned_data
    jenis, _, kunci = isi["baris"].partition(":")
    riwayat_jenis = jenis or {k: r for k, _, r in JENIS_DOSIR}[isi["jenis"]]
    try:
        berkas = dosir.terima(isi["file"])
    except dosir.BerkasDitolak as galat:
        form.add_error("file", str(galat))
        return False
    with request.sebagai():
        satu = dosir.simpan(
            pegawai.pk, isi["jenis"], berkas, riwayat_jenis=riwayat_jenis, riwayat_id=int(kunci) if kunci else None
        )
        jejak.catat("dosir_unggah", satu, pegawai=pegawai, nama=NAMA_DOSIR[isi["jenis"]])
    return True


@akses.masuk
@require_safe
def dosir_download(request, pk):
    """One file, after the access check; opening it is recorded, confidential kinds twice."""
    satu = akses.ambil_dosir(request, pk)
    if not satu.file.storage.exists(satu.file.name):
        raise Http404("Berkas tidak ada lagi di penyimpanan.")
    with request.sebagai():
        jejak.catat("dosir_unduh", satu, pegawai=satu.pegawai_id, nama=satu.nama_asli)
        if satu.riwayat_jenis in akses.BAGIAN_DOSIR and satu.pegawai_id != request.hak.pegawai_id:
            jejak.catat_sensitif(satu.pegawai_id, f"berkas {akses.BAGIAN_DOSIR[satu.riwayat_jenis]}")
    return dosir.respons(satu.file, satu.nama_asli, satu.mime, unduh="unduh" in request.GET)
