"""Peserta: calon yang dapat dinominasikan, daftar peserta, satu peserta dengan syaratnya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import PesertaPelatihan
from diklat.pelatihan import calon, hak, kegiatan, peserta
from diklat.pelatihan.forms import FormGeser, FormLepas, FormPlh, FormPutusan
from diklat.pelatihan.views import (
    PEMANTAU,
    TANDA_PESERTA,
    ambil_kegiatan,
    berdasar,
    formulir,
    lakukan,
    pelaku,
)
from kepegawaian import akses
from kepegawaian.models import Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur

KOLOM = ("URUT", "NIP", "NAMA", "GOLONGAN", "JABATAN", "OPD", "ASAL", "STATUS", "DASAR URUTAN", "UJI AWAL", "UJI AKHIR",
         "NILAI", "HASIL", "CATATAN")  # fmt: skip
TETAP = ("peserta", "cadangan")


def terlihat(request, k):
    """Peserta rows the reader may see: BKD all, an OPD its own."""
    return (
        k.peserta.filter(request.hak.lingkup("pegawai__kini__"))
        .select_related("pegawai__kini__opd", "pegawai__kini__jabatan", "surat_tugas__naskah", "usulan")
        .order_by("urutan", "pegawai__kini__nama", "pk")
    )


@akses.peran(*PEMANTAU)
@require_safe
def peserta_list(request, pk):
    """Everybody nominated, by status; the ranking and the waiting list in their order."""
    k = ambil_kegiatan(request, pk)
    daftar, status = terlihat(request, k), request.GET.get("status", "")
    if status in dict(PesertaPelatihan.STATUS):
        daftar = daftar.filter(status=status)
    potongan = potong(request, daftar)
    for p in potongan:
        p.tanda = TANDA_PESERTA[p.status]
        p.ragu = sum(s["jawaban"] == "perlu_diperiksa" for s in p.syarat)
    isi = {
        "k": k, "potongan": potongan, "status": status, "pilihan": PesertaPelatihan.STATUS, "lembar": "peserta",
        "kelola": hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok),
        "nominasi": _boleh_menominasikan(request, k), "ekspor_url": reverse("diklat:peserta_ekspor", args=[pk]),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/peserta_list.html", isi)


def _boleh_menominasikan(request, k):
    if k.tahap != "nominasi" or not k.buka <= request.hari_ini <= k.tutup or request.hak.hanya_baca:
        return False
    return request.hak.punya(*hak.PENGUSUL) or hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok)


@akses.peran(*PEMANTAU)
@require_safe
def peserta_ekspor(request, pk):
    """The list as xlsx, within the reader's scope."""
    k = ambil_kegiatan(request, pk)
    daftar, status = terlihat(request, k), request.GET.get("status", "")
    if status in dict(PesertaPelatihan.STATUS):
        daftar = daftar.filter(status=status)
    sebut = {True: "lulus", False: "belum lulus", None: ""}
    baris = (
        (p.urutan, p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.pegawai.kini.golongan_id,
         p.pegawai.kini.jabatan.nama if p.pegawai.kini.jabatan else "", p.pegawai.kini.opd.nama if p.pegawai.kini.opd else "",
         p.get_asal_display(), p.get_status_display(), p.dasar_urutan, p.pre, p.post, p.nilai, sebut[p.lulus], p.catatan_hasil)
        for p in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Peserta pelatihan", KOLOM, baris, objek="pesertapelatihan")


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def nominasi_create(request, pk):
    """Who needs this training (structural: officials without it), or a search; chosen ones are nominated."""
    k = ambil_kegiatan(request, pk)
    if not _boleh_menominasikan(request, k):
        if request.method == "POST":
            raise PermissionDenied
        raise Http404
    kelola = hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok)
    if request.method == "POST":
        return _nominasikan(request, k, kelola)
    cari, surat_rencana = request.GET.get("q", "").strip(), request.GET.get("surat", "").strip()[:100]
    daftar = calon.daftar(k, request.hak.lingkup(), cari)
    potongan = potong(request, daftar)
    isi = {
        "k": k, "q": cari, "surat": surat_rencana, "potongan": potongan, "berjenjang": bool(k.pelatihan.jenjang),
        "nilai": calon.nilai(k, list(potongan), {"surat_rencana": surat_rencana}), "kelola": kelola,
    }  # fmt: skip
    return render(request, "diklat/pelatihan/nominasi_create.html", isi)


def _nominasikan(request, k, kelola):
    nip = [n for n in request.POST.getlist("id") if n.isdigit()][:200]
    orang = Pegawai.objects.terlihat_oleh(request.hak).filter(nip__in=nip, kini__aktif=True).select_related("kini")
    if not kelola:
        unit = request.hak.unit_operator | request.hak.unit_kepala_opd
        orang = orang.filter(kini__unit_id__in=unit)
    isian = {"surat_rencana": request.POST.get("surat", "").strip()[:100]}
    try:
        baru, gagal = peserta.nominasikan(
            k.pk, list(orang), asal="bkd" if kelola else "opd", oleh=pelaku(request), isian=isian
        )
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        if baru:
            messages.success(request, f"{baru} calon dinominasikan.")
        for nama, sebab in gagal[:10]:
            messages.error(request, f"{nama}: {sebab}")
    return redirect("diklat:peserta_list", k.pk)


def _ambil(request, pk):
    p = get_object_or_404(
        PesertaPelatihan.objects.filter(request.hak.lingkup("pegawai__kini__")).select_related(
            "kegiatan__pelatihan", "pegawai__kini__jabatan__eselon", "pegawai__kini__opd", "plh__kini", "usulan",
            "surat_tugas__naskah", "diusulkan_oleh",
        ),
        pk=pk,
    )  # fmt: skip
    p.tanda = TANDA_PESERTA[p.status]
    return p


@akses.peran(*PEMANTAU)
@require_safe
def peserta_detail(request, pk):
    """One peserta: his conditions with their articles, what was decided, and what can be done."""
    p = _ambil(request, pk)
    k = p.kegiatan
    satu = kegiatan.langkah_kini(k)
    kelola = hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok)
    plh = (
        peserta.saran_plh(p.pegawai.kini, request.acuan) if kelola and k.tahap in ("persiapan", "berlangsung") else []
    )
    pegang = satu is not None and hak.memegang_langkah(request.hak, request.acuan, satu.pemegang, k.pelatihan.kelompok)
    isi = {
        "p": p, "k": k, "syarat": berdasar(p.syarat), "kelola": kelola,
        "putus": FormPutusan(initial={"hasil": "ms" if p.status == "ms" else "", "alasan": p.alasan})
        if kelola and satu and satu.kode == "verifikasi" and p.status in ("diusulkan", "ms", "tms") else None,
        "geser": FormGeser(initial={"urutan": p.urutan}) if pegang and satu.kode == "peringkat" and p.status == "ms" else None,
        "plh": FormPlh(saran=plh, initial={"plh": p.plh_id}) if plh and p.status == "peserta" else None,
        "lepas": _boleh_melepas(request, p, kelola),
        "hadir": p.hadir.count(), "sesi": k.sesi.count(),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/peserta_detail.html", isi)


def _boleh_melepas(request, p, kelola):
    if p.status not in ("diusulkan", "ms", *TETAP) or p.kegiatan.tahap in ("rencana", "penilaian", "selesai", "batal"):
        return False
    return kelola or (not request.hak.hanya_baca and request.hak.punya(*hak.PENGUSUL))


@akses.peran(*PEMANTAU)
@require_POST
def peserta_lakukan(request, pk, aksi):
    """One act on a peserta: putuskan, geser, plh."""
    p = _ambil(request, pk)
    oleh = pelaku(request)
    if aksi == "putuskan":
        form, kalimat = FormPutusan(request.POST), "Hasil verifikasi dicatat."
    elif aksi == "geser":
        form, kalimat = FormGeser(request.POST), "Urutan diubah."
    elif aksi == "plh":
        form = FormPlh(request.POST, saran=peserta.saran_plh(p.pegawai.kini, request.acuan))
        kalimat = "Pelaksana harian dicatat; surat perintahnya dibuat pada layanan Plt. dan Plh."
    else:
        raise Http404

    def tindak():
        if not form.is_valid():
            raise peserta.DitolakDiklat(" ".join(e for daftar in form.errors.values() for e in daftar))
        d = form.cleaned_data
        if aksi == "putuskan":
            peserta.putuskan(pk, d["hasil"] == "ms", d["alasan"], oleh=oleh)
        elif aksi == "geser":
            peserta.geser(pk, d["urutan"], d["alasan"], oleh=oleh)
        else:
            peserta.tunjuk_plh(pk, int(d["plh"]), oleh=oleh)

    return lakukan(request, tindak, kalimat, "diklat:peserta_detail", pk)


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def peserta_lepas(request, pk):
    """Withdraws a peserta (his OPD) or takes him out (the staf); who waits first moves up."""
    p = _ambil(request, pk)
    kelola = hak.kelola(request.hak, request.acuan, p.kegiatan.pelatihan.kelompok)
    if not _boleh_melepas(request, p, kelola):
        raise PermissionDenied

    def lepas(f):
        naik = peserta.lepas(
            pk, f.cleaned_data["alasan"], status="dikeluarkan" if kelola else "mundur", oleh=pelaku(request)
        )
        for x in naik:
            messages.info(request, f"{x.pegawai.kini.nama_lengkap} naik dari daftar tunggu.")
        return redirect("diklat:peserta_list", p.kegiatan_id)

    isi = {
        "judul": "Keluarkan peserta" if kelola else "Tarik peserta", "bahaya": True,
        "tombol": "Keluarkan" if kelola else "Tarik dari kegiatan", "sukses": "Peserta dilepas dari kegiatan.",
        "penjelasan": f"{p.pegawai.kini.nama_lengkap}, {p.kegiatan.nama}. Yang pertama pada daftar tunggu naik.",
        "atas": [(p.kegiatan.nama, reverse("diklat:peserta_list", args=[p.kegiatan_id]))],
    }  # fmt: skip
    return formulir(request, FormLepas(request.POST or None), lepas, isi, reverse("diklat:peserta_detail", args=[pk]))
