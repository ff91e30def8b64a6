"""Register nomor naskah: tiap nomor satu klasifikasi dan tahun; memesan, memakai, membatalkan pesanan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.models import Naskah, Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import forms, register
from layanan.galat import DitolakAlur
from layanan.models import NomorTerpakai, RegisterNomor
from layanan.views.naskah import TERTUTUP, naskah_rahasia
from layanan.views.usulan import pelaku

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")
KOLOM = ("URUT", "NOMOR", "KEADAAN", "PERIHAL", "TANGGAL", "PEJABAT", "NIP", "NAMA", "KETERANGAN")
BATAS_CETAK = 5000
KEADAAN = {
    "dipesan": Q(naskah__isnull=True, batal_pada__isnull=True),
    "batal": Q(batal_pada__isnull=False) | Q(naskah__tahap="batal"),
    "dipakai": Q(naskah__isnull=False) & ~Q(naskah__tahap="batal"),
}


def _pilih(request):
    """(all registers, the one asked for or the newest with numbers, the filter of state)."""
    semua = list(RegisterNomor.objects.all())
    klasifikasi, tahun = request.GET.get("klasifikasi"), request.GET.get("tahun")
    cocok = [r for r in semua if klasifikasi in (None, "", r.klasifikasi) and tahun in (None, "", str(r.tahun))]
    return semua, (cocok[0] if cocok else None), request.GET.get("keadaan", "")


def _nomor(satu, keadaan, hak):
    """Numbers of a register; of a naskah the reader may not open (``samar``) neither people nor subject are shown."""
    tutup = Naskah.objects.filter(naskah_rahasia(hak), pk=OuterRef("naskah_id"))
    daftar = NomorTerpakai.objects.filter(register=satu).annotate(samar=Exists(tutup))
    if keadaan in KEADAAN:
        daftar = daftar.filter(KEADAAN[keadaan])
    return daftar.select_related("naskah").prefetch_related("naskah__isi__pegawai__kini").order_by("urut")


@akses.peran(*PEMBACA)
@require_safe
def register_list(request):
    """Every number of one series and year, with the check for gaps; ``?cetak=1`` is all of it on paper."""
    semua, satu, keadaan = _pilih(request)
    daftar = _nomor(satu, keadaan, request.hak)
    cetak = request.GET.get("cetak") == "1"
    hitung = NomorTerpakai.objects.filter(register=satu).aggregate(
        **{k: Count("pk", filter=q) for k, q in KEADAAN.items()}
    )
    isi = {
        "semua": semua,
        "klasifikasi": sorted({r.klasifikasi for r in semua}),
        "tahun": sorted({r.tahun for r in semua}, reverse=True),
        "pilihan_keadaan": list(KEADAAN),
        "register": satu,
        "judul_deret": ", ".join(sorted(set(register.deret().get(satu.klasifikasi, ("", (), []))[2]))) if satu else "",
        "keadaan": keadaan,
        "potongan": None if cetak else potong(request, daftar),
        "baris": daftar[:BATAS_CETAK] if cetak else None,
        "cetak": cetak,
        "hitung": hitung,
        "celah": register.celah(satu) if satu else [],
        "boleh": bool(satu) and register.boleh_memesan(satu.klasifikasi, request.hak),
        "boleh_pesan": any(register.boleh_memesan(k, request.hak) for k in register.deret()),
        "hari_ini": request.hari_ini,
        "tertutup": TERTUTUP,
    }
    return render(request, "layanan/register_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def register_ekspor(request):
    """The same list as xlsx."""
    _, satu, keadaan = _pilih(request)
    nama = f"register-nomor-{satu.klasifikasi}-{satu.tahun}".lower() if satu else "register-nomor"
    baris = _baris(_nomor(satu, keadaan, request.hak))
    return unduh_daftar(request, "Register nomor", KOLOM, baris, objek="registernomor", nama=nama)


def _baris(daftar):
    for n in daftar.iterator(chunk_size=2000):
        naskah = n.naskah
        orang = [i.pegawai for i in naskah.isi.all()] if naskah and not n.samar else []
        yield (
            n.urut, n.nomor, n.keadaan, naskah.perihal if naskah else n.perihal, naskah.tanggal if naskah else None,
            naskah.penetap if naskah else "", "; ".join(p.nip for p in orang),
            "; ".join(p.kini.nama_lengkap for p in orang), keterangan(n),
        )  # fmt: skip


def keterangan(n):
    """What stands beside a number: why it was reserved, or why it fell."""
    if n.batal_pada:
        return n.batal_sebab
    if n.naskah and n.naskah.tahap == "batal":
        return "Naskah batal sebelum ditandatangani."
    return n.sebab


@akses.peran("staf_bkd")
def register_pesan(request):
    """Reserves a number for a paper decree made outside the portal."""
    boleh = {k: isi for k, isi in register.deret().items() if register.boleh_memesan(k, request.hak)}
    asing = request.POST.get("klasifikasi", "") in register.deret().keys() - boleh.keys()
    if not boleh or asing:  # of another subbid
        raise PermissionDenied
    pilihan = [(k, f"{k}: {', '.join(sorted(set(isi[2])))}") for k, isi in sorted(boleh.items())]
    form = forms.FormPesanNomor(request.POST or None, pilihan=pilihan)
    if request.method == "POST" and form.is_valid():
        return _kerjakan(
            request, lambda: register.pesan(oleh=pelaku(request), **form.cleaned_data),
            "Nomor {0.nomor} dipesan. Pakai atau batalkan setelah naskahnya jadi.",
        )  # fmt: skip
    return _halaman(
        request, form, "Pesan nomor", "Pesan nomor",
        "Untuk keputusan di atas kertas yang dibuat di luar portal; nomor berikut pada deretnya langsung terpakai.",
    )  # fmt: skip


@akses.peran("staf_bkd")
def register_pakai(request, pk):
    """Records the paper decree under its reserved number, with the scan."""
    nomor = _dipesan(request, pk)
    form = forms.FormPakaiNomor(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        pegawai = Pegawai.objects.terlihat_oleh(request.hak).filter(nip=isi["nip"]).first() if isi["nip"] else None
        if isi["nip"] and pegawai is None:
            form.add_error("nip", "NIP itu tidak ada.")
        else:
            return _kerjakan(
                request,
                lambda: register.pakai(
                    pk, tanggal=isi["tanggal"], penetap=isi["penetap"], file=isi["berkas"], oleh=pelaku(request),
                    pegawai_id=pegawai.pk if pegawai else None,
                ),
                "Naskah {0.nomor} tercatat dan berlaku.",
            )  # fmt: skip
    return _halaman(request, form, f"Pakai nomor {nomor.nomor}", "Catat naskah", nomor.perihal)


@akses.peran("staf_bkd")
def register_batal(request, pk):
    """Lets a reserved number fall; it stays in the register."""
    nomor = _dipesan(request, pk)
    form = forms.FormBatalNomor(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _kerjakan(
            request, lambda: register.batalkan(pk, oleh=pelaku(request), **form.cleaned_data),
            "Nomor {0.nomor} batal dan tetap tercatat pada register.",
        )  # fmt: skip
    return _halaman(request, form, f"Batalkan nomor {nomor.nomor}", "Batalkan nomor", nomor.perihal, bahaya=True)


def _dipesan(request, pk):
    nomor = get_object_or_404(NomorTerpakai.objects.select_related("register"), pk=pk, perihal__gt="")
    if not register.boleh_memesan(nomor.register.klasifikasi, request.hak):
        raise PermissionDenied
    return nomor


def _kerjakan(request, act, sukses):
    try:
        hasil = act()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, sukses.format(hasil))
    return redirect("layanan:register_list")


def _halaman(request, form, judul, tombol, penjelasan, **lain):
    atas = [("Naskah", reverse("layanan:naskah_list")), ("Register nomor", reverse("layanan:register_list"))]
    isi = {"judul": judul, "form": form, "tombol": tombol, "penjelasan": penjelasan, "atas": atas,
           "batal_url": reverse("layanan:register_list"), **lain}  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
