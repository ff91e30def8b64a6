"""Daftar pegawai, ekspornya, dan halaman seorang pegawai: yang berlaku hari ini atau pada suatu tanggal."""

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kepegawaian import akses, jejak
from kepegawaian.filters import PegawaiFilter
from kepegawaian.models import JenisHukuman, ProfilKini
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.profil import profil_satu
from kepegawaian.ringkasan import susun_ringkasan
from kepegawaian.views.kerangka import KARTU, alamat, ambil, baca_tanggal, kerangka

PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
BAGIAN = ("pangkat", "gaji", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "tinggal", "kontrak")
# What the page may show without the right to read hukuman.
BAGIAN_UMUM = tuple(b for b in BAGIAN if b != "hukuman")


def saring_pegawai(request):
    """The one filtered, scoped, ordered queryset of list and export."""
    daftar = ProfilKini.objects.filter(request.hak.lingkup()).select_related("jabatan", "kedudukan")
    return PegawaiFilter(request.GET, daftar, request=request)


@akses.peran(*PELIHAT)
def pegawai_list(request):
    """Pegawai in scope. Who is not active is left out at first, and said how many they are."""
    saring = saring_pegawai(request)
    semua = request.GET.get("hitung") == "semua"
    potongan = potong(request, saring.qs, None if semua else BATAS_HITUNG)
    unit = request.acuan.unit
    for baris in potongan:
        baris.unit_nama = unit[baris.unit_id].nama if baris.unit_id in unit else ""
        opd = unit.get(baris.opd_id)
        baris.opd_nama = opd.nama if opd and baris.opd_id != baris.unit_id else ""
    tidak_aktif = 0
    if saring.data["aktif"] == "ya":
        tidak_aktif = saring.tidak_aktif().order_by()[: BATAS_HITUNG + 1].count()
    return render(
        request,
        "kepegawaian/pegawai_list.html",
        {
            "saring": saring,
            "potongan": potongan,
            "tidak_aktif": tidak_aktif,
            "batas": BATAS_HITUNG,
            "tersaring": any(nilai for kunci, nilai in request.GET.items() if kunci in saring.form.fields),
        },
    )


@akses.masuk
def pegawai_detail(request, nip=None):
    """One pegawai as of today, or as of ``?per=``; contact data is of today only."""
    pegawai = ambil(request, nip)
    per = baca_tanggal(request.GET.get("per")) or request.hari_ini
    return _halaman(request, pegawai, nip, per)


def _halaman(request, pegawai, nip, per, *, nik_terbuka=False):
    hak = request.hak
    hukuman = hak.boleh_bagian(pegawai.pk, "hukuman")
    profil = profil_satu(pegawai.pk, per=per, bagian=BAGIAN if hukuman else BAGIAN_UMUM)
    selisih = list(pegawai.selisih.select_related("batch")) if hak.boleh_bagian(pegawai.pk, "kontak") else []
    isi = kerangka(request, pegawai, nip, "ringkasan") | {
        "profil": profil,
        "per": per,
        "lampau": per != request.hari_ini,
        "selisih": selisih,
        "nik_url": alamat(nip, "nik"),
        "nik_terbuka": nik_terbuka or pegawai.pk == hak.pegawai_id,
        "boleh_nik": hak.boleh_bagian(pegawai.pk, "nik"),
        "boleh_kontak": hak.boleh_bagian(pegawai.pk, "kontak"),
        "boleh_hukuman": hukuman,
        "kartu_lain": [html for kartu in KARTU if (html := kartu(request, pegawai))],
    }
    isi |= susun_ringkasan(profil, pegawai, request.acuan, per)
    if hukuman:
        nama = dict(JenisHukuman.objects.values_list("kode", "nama")) if profil.hukuman else {}
        isi["hukuman"] = [
            (nama[h.kode], h) for h in profil.hukuman if h.tmt <= per and (h.sampai is None or h.sampai >= per)
        ]
    return render(request, "kepegawaian/pegawai_detail.html", isi)


@akses.masuk
@require_POST
@never_cache
def nik_tampil(request, nip=None):
    """Shows the NIK once on the page of the pegawai; reading it of another person is recorded."""
    pegawai = ambil(request, nip)
    if not request.hak.boleh_bagian(pegawai.pk, "nik"):
        return redirect(alamat(nip, "ringkasan"))
    if pegawai.pk != request.hak.pegawai_id:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, "nik")
    return _halaman(request, pegawai, nip, request.hari_ini, nik_terbuka=True)
