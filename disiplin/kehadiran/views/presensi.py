"""Kalender presensi seorang pegawai, rekap sebulan tiap unit, dan permintaan koreksi dari suatu hari."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from disiplin.kehadiran import kalender
from disiplin.kehadiran.filters import PresensiFilter
from kepegawaian import akses, kehadiran
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from kepegawaian.views.kerangka import ambil, baca_tanggal
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.usulan import pelaku
from layanan.wewenang import boleh_mengusulkan

PENDAFTAR = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
SLUG = "koreksi-presensi"
KOLOM = ("NIP", "NAMA", "OPD", "UNIT KERJA", *(nama.upper() for _, nama in kalender.HITUNGAN))
SEKALI = 400
SELISIH = (
    ("tanpa_dasar", "Cuti tanpa surat"),
    ("hadir", "Hadir saat cuti atau tugas"),
    ("tertutup", "Tanpa keterangan yang tertutup"),
)
SARAN = {
    "tanpa_dasar": "Catat cutinya, atau koreksi presensinya; tanpa surat cuti hari itu belum berdasar.",
    "hadir": "Periksa tanggal cuti atau tugasnya, atau catatan mesinnya.",
    "tertutup": "Tidak dihitung tidak masuk; tidak perlu apa-apa.",
}


@akses.masuk
@require_safe
def presensi_detail(request, nip=None):
    """One month of one pegawai: calendar, what to look at, and the corrections asked for."""
    pegawai, bulan = ambil(request, nip), kalender.bulan_diminta(request)
    akhir = kalender.akhir_bulan(bulan)
    hari = kehadiran.hari([pegawai.pk], bulan, akhir, request.acuan)[pegawai.pk]
    kotak = [kalender.kotak(h, request.hari_ini) for h in hari]
    koreksi = request.hak.saring_usulan(Usulan.objects.filter(pegawai=pegawai, layanan=SLUG))
    lalu, nanti = kalender.tetangga(request, bulan)
    isi = {
        "pegawai": pegawai,
        "kini": pegawai.kini,
        "saya": pegawai.pk == request.hak.pegawai_id,
        "bulan": bulan,
        "nama_bulan": kalender.nama_bulan(bulan),
        "bulan_pilihan": kalender.pilihan_bulan(request, bulan),
        "lalu": lalu,
        "nanti": nanti,
        "nama_hari": kalender.HARI,
        "minggu": kalender.minggu(kotak),
        "perhatian": [k for k in reversed(kotak) if k.perhatian],
        "hitungan": list(zip(kalender.HITUNGAN, kalender.hitung(hari, request.hari_ini).values(), strict=True)),
        "ada": any(h.keadaan for h in hari),
        "koreksi": koreksi.order_by("-pk")[:5],
        "boleh_koreksi": boleh_mengusulkan(katalog.ambil(SLUG), pegawai, request.hak),
        "legenda": kalender.LEGENDA,
    }
    return render(request, "disiplin/kehadiran/presensi_detail.html", isi)


@akses.masuk
@require_POST
def presensi_koreksi(request, nip):
    """A draft of a correction that begins on the day pressed; the law of the layanan decides the rest."""
    pegawai, hari = ambil(request, nip), baca_tanggal(request.POST.get("tanggal"))
    isian = {"dari": hari.isoformat(), "sampai": hari.isoformat()} if hari else {}
    try:
        usulan = alur.buat_draf(katalog.ambil(SLUG), pegawai, oleh=pelaku(request), isian=isian)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("disiplin:presensi_orang", nip=pegawai.nip)
    messages.success(
        request, f"Draf {usulan.nomor} dibuat. Isi keadaan yang sebenarnya, pasang buktinya, lalu ajukan."
    )
    return redirect("layanan:usulan_detail", nomor=usulan.nomor)


def _saring(request):
    orang = ProfilKini.objects.filter(request.hak.lingkup(), aktif=True)
    return PresensiFilter(request.GET, orang, request=request)


def _baris(request, orang, bulan):
    """(ProfilKini, [Hari], counts) of these people, four queries."""
    akhir = kalender.akhir_bulan(bulan)
    hari = kehadiran.hari([o.pegawai_id for o in orang], bulan, akhir, request.acuan) if orang else {}
    return [(o, hari[o.pegawai_id], kalender.hitung(hari[o.pegawai_id], request.hari_ini)) for o in orang]


@akses.peran(*PENDAFTAR)
@require_safe
def presensi_rekap(request):
    """A month of the people in scope: counts, or (``?tampil=kalender``) every day as a letter."""
    bulan, unit = kalender.bulan_diminta(request), request.acuan.unit
    saring = _saring(request)
    potongan = potong(request, saring.qs)
    kotak = request.GET.get("tampil") == "kalender"
    baris = _baris(request, potongan.butir, bulan)
    isi = {
        "bulan": bulan,
        "nama_bulan": kalender.nama_bulan(bulan),
        "bulan_pilihan": kalender.pilihan_bulan(request, bulan),
        "saring": saring,
        "potongan": potongan,
        "kalender": kotak,
        "tanggal": [(h.tanggal, kalender.HARI[h.tanggal.weekday()]) for h in baris[0][1]] if baris and kotak else [],
        "baris": [
            {
                "orang": o,
                "unit": unit[o.unit_id].nama if o.unit_id in unit else "",
                "kotak": [kalender.kotak(h, request.hari_ini) for h in hari] if kotak else (),
                "n": n,
            }
            for o, hari, n in baris
        ],
        "legenda": kalender.LEGENDA,
        "ada": any(n["hari_kerja"] != n["kosong"] for _, _, n in baris),
        "unggah": request.hak.punya("staf_bkd"),
    }
    return render(request, "disiplin/kehadiran/presensi_rekap.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def presensi_ekspor(request):
    """The recap of the month as xlsx, as it is filtered, all its pages."""
    bulan, nama = kalender.bulan_diminta(request), {i: u.nama for i, u in request.acuan.unit.items()}
    orang = list(_saring(request).qs)

    def semua():
        for i in range(0, len(orang), SEKALI):
            for o, _, n in _baris(request, orang[i : i + SEKALI], bulan):
                yield (o.nip, o.nama_lengkap, nama.get(o.opd_id, ""), nama.get(o.unit_id, ""), *n.values())

    return unduh_daftar(request, "Rekap presensi", KOLOM, semua(), objek="presensi", nama=f"presensi-{bulan:%Y-%m}")


@akses.peran(*PENDAFTAR)
@require_safe
def presensi_selisih(request):
    """Days of a month on which the machine and what is recorded (cuti, CLTN, tugas) disagree, each to be settled."""
    bulan, unit = kalender.bulan_diminta(request), request.acuan.unit
    saring = _saring(request)
    semua = kehadiran.selisih(saring.qs, bulan, kalender.akhir_bulan(bulan))
    jenis = request.GET.get("jenis") if request.GET.get("jenis") in dict(SELISIH) else ""
    potongan = potong(request, [b for b in semua if not jenis or b[4] == jenis])
    orang = {k.pegawai_id: k for k in ProfilKini.objects.filter(pegawai_id__in={b[0] for b in potongan.butir})}
    isi = {
        "bulan": bulan,
        "nama_bulan": kalender.nama_bulan(bulan),
        "bulan_pilihan": kalender.pilihan_bulan(request, bulan),
        "saring": saring,
        "jenis": jenis,
        "angka": [(k, nama, sum(b[4] == k for b in semua)) for k, nama in SELISIH],
        "potongan": potongan,
        "baris": [
            {
                "orang": orang[pegawai_id],
                "unit": unit[orang[pegawai_id].unit_id].nama if orang[pegawai_id].unit_id in unit else "",
                "tanggal": tanggal,
                "mesin": kalender.NAMA[keadaan],
                "dasar": sebab,
                "saran": SARAN[kode],
            }
            for pegawai_id, tanggal, keadaan, sebab, kode in potongan.butir
        ],
    }
    return render(request, "disiplin/kehadiran/presensi_selisih.html", isi)
