"""Kotak kerja: apa yang menunggu saya, paling mendesak dulu; setujui banyak sekaligus dengan perbuatan yang sama."""

from django.contrib import messages
from django.db.models import Avg, Count, F, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kepegawaian import akses
from kepegawaian.hak import LENCANA_SEKALIGUS
from kepegawaian.hitung import Hitung
from kepegawaian.penomoran import potong
from layanan import alur, katalog
from layanan.filters import KotakFilter
from layanan.galat import DitolakAlur
from layanan.langkah import bertanya
from layanan.models import LangkahUsulan, Usulan
from layanan.pengantar import HasilSatu
from layanan.tampilan import sebut_sisa
from layanan.views.pilihan import baca_pilihan
from layanan.views.usulan import pelaku
from layanan.wewenang import cara_tte


def hitung_kotak(hak):
    """How many usulan wait for the user, as an expression."""
    return Hitung(LangkahUsulan.objects.filter(hak.saring_menunggu(), usulan__status="diproses"))


LENCANA_SEKALIGUS["kotak"] = hitung_kotak


def angka_kotak(hak, hari_ini):
    """Figures on top of the inbox: waiting, late, due today or tomorrow, my average working time (days)."""
    angka = LangkahUsulan.objects.filter(hak.saring_menunggu(), usulan__status="diproses").aggregate(
        menunggu=Count("pk"),
        lewat=Count("pk", filter=Q(batas__lt=hari_ini)),
        hari_ini=Count("pk", filter=Q(batas=hari_ini)),
    )
    rata = LangkahUsulan.objects.filter(oleh_id=hak.pengguna_id, selesai_pada__isnull=False).aggregate(
        r=Avg(F("selesai_pada") - F("masuk_pada"))
    )["r"]
    return angka | {"rata_hari": round(rata.total_seconds() / 86400, 1) if rata is not None else None}


def saring_kotak(request):
    """What waits for an office or duty I hold today, as the URL filters it: (filter, rows most urgent first)."""
    daftar = Usulan.objects.menunggu(request.hak).select_related("pegawai__kini", "langkah_kini__jabatan", "opd")
    saring = KotakFilter(request.GET, queryset=daftar)
    return saring, saring.qs if request.GET.get("urut") else saring.qs.order_by("langkah_kini__batas", "pk")


@akses.masuk
def kotak_list(request):
    """The inbox: one row a usulan that waits for an office or duty I hold today."""
    saring, urut = saring_kotak(request)
    potongan = potong(request, urut)
    for usulan in potongan:
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        usulan.jawaban = _ringkas(usulan.hasil_syarat)
        usulan.lengkap = f"{usulan.jawaban[katalog.YA]} dari {len(usulan.hasil_syarat)}"
        usulan.sisa = request.acuan.selisih_hari_kerja(request.hari_ini, usulan.langkah_kini.batas)
        usulan.sebut_sisa = sebut_sisa(usulan.sisa)
        usulan.kunci = f"{usulan.nomor}:{usulan.versi_baris}"
        usulan.label_pilih = f"Pilih {usulan.pegawai.kini.nama}"
        usulan.cara_tte = cara_tte(usulan.langkah_kini, request.hak)
        usulan.kolektif = _boleh_kolektif(usulan)
        usulan.mati = "" if usulan.kolektif else _alasan_satu_satu(usulan)
    isi = {
        "saring": saring,
        "potongan": potongan,
        "angka": angka_kotak(request.hak, request.hari_ini),
        "aksi_banyak": _aksi_banyak(potongan),
    }
    return render(request, "layanan/kotak_list.html", isi)


def _aksi_banyak(potongan):
    """Buttons over the list: approve, and sign where a row waits for the reader's electronic signature."""
    aksi = [{"nilai": "setujui", "teks": "Setujui", "ikon": "check2-all", "utama": True}]
    if any(u.kolektif for u in potongan):
        url = reverse("layanan:kotak_kolektif")
        aksi.append({"nilai": "kolektif", "teks": "Tetapkan kolektif", "ikon": "files", "url": url})
    if any(u.cara_tte for u in potongan):
        url = reverse("layanan:kotak_tandatangani")
        aksi.append({"nilai": "tandatangani", "teks": "Tandatangani", "ikon": "pen", "url": url})
    return aksi


def _boleh_kolektif(usulan):
    """True at the step that takes a number, where the layanan knows a collective decree."""
    return usulan.langkah_kini.aksi == katalog.TETAPKAN and katalog.ambil(usulan.layanan).kolektif is not None


def _alasan_satu_satu(usulan):
    """Why a usulan cannot be approved together with others, or ""."""
    langkah = usulan.langkah_kini
    if usulan.cara_tte:
        return ""
    r = next((r for r in usulan.rute if r["kode"] == langkah.kode), {"aksi": langkah.aksi})
    if bertanya(r):
        return "langkah ini dibuka satu per satu"
    if langkah.peran == "staf_bkd" and usulan.jawaban[katalog.PERIKSA]:
        return "ada syarat yang harus diperiksa"
    return ""


def _ringkas(hasil):
    """Counts of the answers stored at submission: {jawaban: n}."""
    return {j: sum(h["jawaban"] == j for h in hasil) for j in (katalog.YA, katalog.TIDAK, katalog.PERIKSA)}


@akses.masuk
@require_POST
def kotak_setujui(request):
    """Approves many after one confirmation: the same act and checks as one by one, a result for each.

    The first POST shows what was chosen and where each goes; with ``sah=1`` it acts. Each is a transaction of its own.
    """
    pilihan = baca_pilihan(request)
    if not pilihan:
        messages.error(request, "Pilih usulan lebih dulu.")
        return redirect("layanan:kotak_list")
    menunggu = Usulan.objects.menunggu(request.hak).filter(nomor__in=[p[0] for p in pilihan])
    usulan = {u.nomor: u for u in menunggu.select_related("pegawai__kini", "langkah_kini__jabatan")}
    hilang = [nomor for nomor, _ in pilihan if nomor not in usulan]
    dipilih = [(usulan[nomor], versi) for nomor, versi in pilihan if nomor in usulan]
    if not dipilih:
        messages.error(request, f"Sudah tidak menunggu Anda: {', '.join(hilang)}.")
        return redirect("layanan:kotak_list")
    if request.POST.get("sah") != "1":
        return _konfirmasi(request, dipilih, hilang)
    oleh = pelaku(request).berombongan()
    hasil = [_setujui_satu(satu, versi, oleh) for satu, versi in dipilih]
    berhasil = sum(not h.sebab for h in hasil)
    isi = {
        "judul": "Hasil persetujuan",
        "hasil": hasil,
        "hilang": hilang,
        "berhasil": berhasil,
        "gagal": len(hasil) + len(hilang) - berhasil,
        "kata": "disetujui",
        "kembali": "layanan:kotak_list",
    }
    return render(request, "layanan/hasil_banyak.html", isi)


def _setujui_satu(usulan, versi, oleh):
    try:
        sesudah = alur.setujui(usulan, oleh=oleh, versi=versi)
    except DitolakAlur as galat:
        return HasilSatu(usulan, str(galat))
    return HasilSatu(usulan, "", sesudah.langkah_kini.nama_alamat if sesudah.langkah_kini else "")


def _konfirmasi(request, dipilih, hilang):
    """What will be approved and where each goes next; what cannot be taken together says why."""
    baris, lain = [], [(nomor, "sudah tidak menunggu Anda.") for nomor in hilang]
    for usulan, versi in dipilih:
        usulan.jawaban, usulan.cara_tte = _ringkas(usulan.hasil_syarat), ""
        if alasan := _alasan_satu_satu(usulan):
            lain.append((usulan.nomor, f"{alasan}."))
            continue
        usulan.kunci = f"{usulan.nomor}:{versi}"
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        usulan.ke = _berikutnya(usulan)
        baris.append(usulan)
    return render(request, "layanan/kotak_konfirmasi.html", {"baris": baris, "lain": lain})


def _berikutnya(usulan):
    """Name of the office the approval brings it to, or "" when the usulan then ends."""
    kode = [r["kode"] for r in usulan.rute]
    letak = kode.index(usulan.langkah_kini.kode) + 1
    return usulan.rute[letak]["alamat"]["nama"] if letak < len(kode) else ""


@akses.masuk
@require_POST
def kotak_kolektif(request):
    """One collective decree for the chosen after one confirmation (``sah=1``): one number, a lampiran, petikan for each."""
    pilihan = baca_pilihan(request)
    if not pilihan:
        messages.error(request, "Pilih usulan lebih dulu.")
        return redirect("layanan:kotak_list")
    menunggu = Usulan.objects.menunggu(request.hak).filter(nomor__in=[p[0] for p in pilihan])
    usulan = {u.nomor: u for u in menunggu.select_related("pegawai__kini", "langkah_kini__jabatan")}
    hilang = [nomor for nomor, _ in pilihan if nomor not in usulan]
    dipilih = [(usulan[nomor], versi) for nomor, versi in pilihan if nomor in usulan]
    if not dipilih:
        messages.error(request, f"Sudah tidak menunggu Anda: {', '.join(hilang)}.")
        return redirect("layanan:kotak_list")
    if request.POST.get("sah") != "1":
        return _konfirmasi_kolektif(request, dipilih, hilang)
    naskah, gagal = alur.tetapkan_kolektif(dipilih, oleh=pelaku(request).berombongan())
    hasil = [HasilSatu(u, gagal.get(u.nomor, ""), "" if u.nomor in gagal else naskah.nomor) for u, _ in dipilih]
    berhasil = sum(not h.sebab for h in hasil)
    isi = {
        "judul": f"SK kolektif {naskah.nomor}" if naskah else "SK kolektif tidak dibuat",
        "hasil": hasil,
        "hilang": hilang,
        "berhasil": berhasil,
        "gagal": len(hasil) + len(hilang) - berhasil,
        "kata": "ditetapkan",
        "kembali": "layanan:kotak_list",
    }
    return render(request, "layanan/hasil_banyak.html", isi)


def _konfirmasi_kolektif(request, dipilih, hilang):
    """Who will stand in the lampiran; who cannot says why."""
    baris, lain = [], [(nomor, "sudah tidak menunggu Anda.") for nomor in hilang]
    for usulan, versi in dipilih:
        if not _boleh_kolektif(usulan):
            lain.append((usulan.nomor, "tidak menunggu penetapan nomor."))
            continue
        usulan.kunci = f"{usulan.nomor}:{versi}"
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        baris.append(usulan)
    return render(request, "layanan/kolektif_konfirmasi.html", {"baris": baris, "lain": lain})
