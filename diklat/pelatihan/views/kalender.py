"""Kalender pelatihan bagi tiap ASN: apa yang dibuka, kuota, batas waktu; satu kegiatan dengan syarat dirinya; mendaftar."""

import datetime as dt

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import HadirSesi, KegiatanPelatihan, PesertaPelatihan
from diklat.pelatihan import evaluasi, peserta
from diklat.pelatihan.forms import FormEvaluasi, FormLepas
from diklat.pelatihan.views import TANDA, TANDA_PESERTA, dari_hasil, formulir, lakukan, pelaku
from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Pegawai
from layanan.katalog import TIDAK

TAMPIL = ("nominasi", "seleksi", "persiapan", "berlangsung", "penilaian", "selesai", "batal")
AKTIF = ("diusulkan", "ms", "peserta", "cadangan")


def _bulan(teks, hari_ini):
    """First day of the month ``2026-12`` of the URL; this month when it says nothing readable."""
    try:
        return dt.date.fromisoformat(f"{teks}-01")
    except ValueError:
        return hari_ini.replace(day=1)


def dibuka(k, hari_ini):
    """Nomination runs today."""
    return k.tahap == "nominasi" and k.buka <= hari_ini <= k.tutup


@akses.masuk
@require_safe
def kalender(request):
    """What is open now, my own, and a month of training; nothing that is still being prepared."""
    hari_ini = request.hari_ini
    awal = _bulan(request.GET.get("bulan", ""), hari_ini)
    akhir = tambah_bulan(awal, 1)
    semua = KegiatanPelatihan.objects.filter(tahap__in=TAMPIL).select_related("pelatihan")
    buka = list(semua.filter(tahap="nominasi", buka__lte=hari_ini, tutup__gte=hari_ini).order_by("tutup", "pk")[:50])
    bulan = list(semua.filter(mulai__lt=akhir, selesai__gte=awal).order_by("mulai", "pk")[:100])
    punya = {}
    if request.hak.pegawai_id:
        milik = PesertaPelatihan.objects.filter(pegawai_id=request.hak.pegawai_id).exclude(status="mundur")
        punya = {p.kegiatan_id: p for p in milik.select_related("kegiatan").order_by("-kegiatan__mulai")[:100]}
    for k in {id(x): x for x in [*buka, *bulan]}.values():
        k.saya, k.tanda = punya.get(k.pk), TANDA[k.tahap]
        if k.saya:
            k.saya.tanda = TANDA_PESERTA[k.saya.status]
        k.dibuka, k.sisa_hari = dibuka(k, hari_ini), (k.tutup - hari_ini).days
    saya = [p for p in punya.values() if p.status in AKTIF and p.kegiatan.terbuka]
    for p in saya:
        p.tanda = TANDA_PESERTA[p.status]
    isi = {
        "buka": buka, "bulan": bulan, "awal": awal, "sebelum": tambah_bulan(awal, -1), "sesudah": akhir, "saya": saya,
        "asn": request.hak.punya("asn"),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/kalender.html", isi)


def ambil(request, pk):
    """(kegiatan, my row or None); one in preparation does not exist here."""
    k = get_object_or_404(KegiatanPelatihan.objects.select_related("pelatihan__jenis"), pk=pk)
    if k.tahap not in TAMPIL:
        raise Http404
    saya = None
    if request.hak.pegawai_id:
        saya = (
            k.peserta.filter(pegawai_id=request.hak.pegawai_id).select_related("surat_tugas__naskah", "usulan").first()
        )
    return k, saya


@akses.masuk
@require_safe
def kalender_detail(request, pk):
    """One kegiatan: facts, my conditions before I apply, then my place, schedule, presence, letter and certificate."""
    k, saya = ambil(request, pk)
    pid, syarat = request.hak.pegawai_id, []
    buka = dibuka(k, request.hari_ini)
    if pid and request.hak.punya("asn") and buka and (saya is None or saya.status == "mundur"):
        syarat = peserta.tanya(k, [pid]).get(pid, [])
    sesi = list(k.sesi.all())
    hadir = {}
    if saya:
        saya.tanda = TANDA_PESERTA[saya.status]
        hadir = {h.sesi_id: h for h in HadirSesi.objects.filter(peserta=saya)}
    for s in sesi:
        s.saya = hadir.get(s.pk)
    gagal = any(h.jawaban == TIDAK for _, h in syarat)
    isi = {
        "k": k, "saya": saya, "sesi": sesi, "syarat": dari_hasil(syarat), "buka": buka, "tanda": TANDA[k.tahap],
        "boleh_daftar": bool(syarat) and k.mandiri and not gagal, "gagal": gagal,
        "boleh_mundur": saya is not None and saya.status in AKTIF and k.tahap in ("nominasi", "seleksi", "persiapan"),
        "isi_evaluasi": saya is not None and saya.status == "peserta" and request.hari_ini >= k.selesai
        and k.tahap in ("berlangsung", "penilaian", "selesai") and not hasattr(saya, "evaluasi"),
        "hadir_n": len(hadir), "jumlah": k.peserta.filter(status="peserta").count(),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/kalender_detail.html", isi)


@akses.masuk
@require_POST
def kalender_daftar(request, pk):
    """One press: the ASN nominates himself; what the law refuses is said."""
    k, _ = ambil(request, pk)
    orang = list(Pegawai.objects.select_related("kini").filter(pk=request.hak.pegawai_id or 0))

    def daftar():
        baru, gagal = peserta.nominasikan(pk, orang, asal="sendiri", oleh=pelaku(request))
        if gagal:
            raise peserta.DitolakDiklat(f"Belum dapat mendaftar. {gagal[0][1]}")
        return "Pendaftaran diterima" if baru else "Anda sudah terdaftar"

    kalimat = "{}" + f"; hasil seleksi sesudah {tulis_tanggal(k.tutup)}."
    return lakukan(request, daftar, kalimat, "diklat:kalender_detail", pk)


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kalender_mundur(request, pk):
    """Withdraws, with a reason; who waits first moves up."""

    k, saya = ambil(request, pk)
    if saya is None:
        raise Http404
    kembali = reverse("diklat:kalender_detail", args=[pk])
    isi = {
        "judul": "Mengundurkan diri", "tombol": "Undurkan diri", "bahaya": True, "sukses": "Pengunduran diri dicatat.",
        "penjelasan": f"{k.nama}. Tempat Anda diberikan kepada orang pertama pada daftar tunggu.",
        "atas": [("Kalender pelatihan", reverse("diklat:kalender")), (k.nama, kembali)],
    }  # fmt: skip

    def lepas(f):
        peserta.lepas(saya.pk, f.cleaned_data["alasan"], status="mundur", oleh=pelaku(request))

    return formulir(request, FormLepas(request.POST or None), lepas, isi, kembali)


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def evaluasi_create(request, pk):
    """Level 1: what the participant thought of it; his name is not shown with it."""
    k, saya = ambil(request, pk)
    if saya is None or saya.status != "peserta":
        raise Http404
    kembali = reverse("diklat:kalender_detail", args=[pk])
    isi = {
        "judul": "Evaluasi penyelenggaraan", "tombol": "Kirim evaluasi", "sukses": "Terima kasih, evaluasi Anda diterima.",
        "penjelasan": f"{k.nama}. Yang dibaca penyelenggara hanya rata-rata dan saran, tanpa nama.",
        "atas": [("Kalender pelatihan", reverse("diklat:kalender")), (k.nama, kembali)],
    }  # fmt: skip

    def simpan(f):
        jawaban, saran = f.jawaban()
        evaluasi.isi(saya, jawaban, saran, oleh=pelaku(request))
        return redirect(kembali)

    saya.kegiatan = k
    return formulir(request, FormEvaluasi(request.POST or None), simpan, isi, kembali)
