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
from layanan import katalog, sekaligus
from layanan.filters import KotakFilter
from layanan.models import LangkahUsulan, Usulan
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
        usulan.kolektif = boleh_kolektif(usulan)
        usulan.mati = "" if usulan.cara_tte else sekaligus.alasan_sendiri(usulan)
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


def boleh_kolektif(usulan):
    """True at the step that takes a number, where the layanan knows a collective decree."""
    return usulan.langkah_kini.aksi == katalog.TETAPKAN and katalog.ambil(usulan.layanan).kolektif is not None


def _ringkas(hasil):
    """Counts of the answers stored at submission: {jawaban: n}."""
    return {j: sum(h["jawaban"] == j for h in hasil) for j in (katalog.YA, katalog.TIDAK, katalog.PERIKSA)}


def ambil_pilihan(request):
    """([(Usulan, version)], [nomor gone]) of the ticked rows that wait for the reader; an empty choice leaves a message."""
    pilihan = baca_pilihan(request)
    menunggu = Usulan.objects.menunggu(request.hak).filter(nomor__in=[p[0] for p in pilihan])
    usulan = {u.nomor: u for u in menunggu.select_related("pegawai__kini", "langkah_kini__jabatan")}
    hilang = [nomor for nomor, _ in pilihan if nomor not in usulan]
    dipilih = [(usulan[nomor], versi) for nomor, versi in pilihan if nomor in usulan]
    if not pilihan:
        messages.error(request, "Pilih usulan lebih dulu.")
    elif not dipilih:
        messages.error(request, f"Sudah tidak menunggu Anda: {', '.join(hilang)}.")
    return dipilih, hilang


@akses.masuk
@require_POST
def kotak_setujui(request):
    """Approves, numbers or hands over many after one confirmation: acts and checks of one by one, a result for each.

    The first POST shows what was chosen and what will happen; with ``sah=1`` it acts. Each is a transaction of its own;
    at most a hundred a request (``pilihan.BANYAK_MAKS``), printing is left to the worker as always.
    """
    dipilih, hilang = ambil_pilihan(request)
    if not dipilih:
        return redirect("layanan:kotak_list")
    if request.POST.get("sah") != "1":
        return _konfirmasi(request, dipilih, hilang)
    oleh = pelaku(request).berombongan()
    hasil = [sekaligus.kerjakan(satu, versi, oleh=oleh) for satu, versi in dipilih]
    berhasil = sum(not h.sebab for h in hasil)
    kata = {h.kata for h in hasil if not h.sebab}
    isi = {
        "judul": "Hasil bagi tiap usulan",
        "hasil": hasil,
        "hilang": hilang,
        "berhasil": berhasil,
        "gagal": len(hasil) + len(hilang) - berhasil,
        "kata": kata.pop() if len(kata) == 1 else "selesai" if kata else "disetujui",
        "kembali": "layanan:kotak_list",
    }
    return render(request, "layanan/hasil_banyak.html", isi)


def _konfirmasi(request, dipilih, hilang):
    """What will happen to each and where it goes next; what cannot be taken together says why."""
    baris, lain = [], [(nomor, "sudah tidak menunggu Anda.") for nomor in hilang]
    for usulan, versi in dipilih:
        if alasan := sekaligus.alasan_sendiri(usulan):
            lain.append((usulan.nomor, f"{alasan}."))
            continue
        usulan.kunci = f"{usulan.nomor}:{versi}"
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        usulan.akan, usulan.ke = sekaligus.akan(usulan), _berikutnya(usulan)
        baris.append(usulan)
    isi = {"baris": baris, "lain": lain}
    if baris:
        isi |= {"kelompok": sekaligus.kelompok(baris), "tombol": sekaligus.tombol(baris)}
    return render(request, "layanan/kotak_konfirmasi.html", isi)


def _berikutnya(usulan):
    """Name of the office the approval brings it to, or "" when the usulan then ends."""
    kode = [r["kode"] for r in usulan.rute]
    letak = kode.index(usulan.langkah_kini.kode) + 1
    return usulan.rute[letak]["alamat"]["nama"] if letak < len(kode) else ""
