"""Hasil: pratinjau peringkat tiap formasi, hasil yang ditetapkan, ekspor, pengumuman PDF."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses, dosir, jejak
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.menu import mengelola
from pengadaan.models import HasilSeleksi
from pengadaan.seleksi import hasil
from pengadaan.seleksi.aturan_syarat import SYARAT_NILAI
from pengadaan.seleksi.forms import FormPindaian
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, ambil, harus_mengelola, pelaku, satu_formulir

KOLOM = (
    "JABATAN",
    "UNIT KERJA",
    "JALUR",
    "NOMOR PESERTA",
    "NAMA",
    "SKD",
    "PERINGKAT SKD",
    "SKB",
    "NILAI AKHIR",
    "PERINGKAT",
    "HASIL",
    "KETERANGAN",
)
TANDA = {"lulus": "terpenuhi", "optimalisasi": "terpenuhi", "tidak": "netral", "tidak_skb": "netral", "tidak_hadir": "netral",
         "tidak_ambang": "gagal", "tms": "gagal"}  # fmt: skip
NAMA = dict(HasilSeleksi.KODE)
# What the mark says; the sentence below it says why.
RINGKAS = {"lulus": "Lulus", "optimalisasi": "Lulus", "tidak": "Tidak lulus", "tidak_skb": "Tidak lulus", "tidak_hadir": "Tidak hadir",
           "tidak_ambang": "Tidak lulus", "tms": "TMS"}  # fmt: skip


def _baris(s, acuan):
    """([row of the page], problems): frozen once the result is set, else as the scores stand now."""
    formasi = {f.pk: f for f in s.formasi.select_related("jabatan", "unit")}
    if s.berhasil:
        semua = HasilSeleksi.objects.filter(pelamar__seleksi=s).select_related("pelamar")
        isi, masalah = [(h.pelamar, h, h.formasi_id) for h in semua], []
    else:
        dihitung, masalah = hasil.hitung(s, acuan)
        isi = [(p, x, x.formasi) for p, x in dihitung]
    baris = [
        {
            "p": p, "formasi": formasi[p.formasi_id], "isi": formasi.get(ke), "pindah": bool(ke and ke != p.formasi_id), "skd": x.skd,
            "skb": x.skb, "akhir": x.akhir, "peringkat_skd": x.peringkat_skd, "peringkat": x.peringkat, "kode": x.kode,
            "hasil": NAMA[x.kode], "ringkas": RINGKAS[x.kode], "kalimat": x.kalimat, "tanda": TANDA[x.kode],
        }
        for p, x, ke in isi
    ]  # fmt: skip
    baris.sort(key=lambda b: (b["formasi"].unit.nama, b["formasi"].jabatan.nama, b["formasi"].jalur, b["peringkat"] or 10**6,
                              b["peringkat_skd"] or 10**6, b["p"].nomor_peserta))  # fmt: skip
    return baris, masalah


def _saring(request, baris):
    kode, formasi = request.GET.get("kode", ""), request.GET.get("formasi", "")
    if kode in NAMA:
        baris = [b for b in baris if b["kode"] == kode]
    if formasi.isdigit():
        baris = [b for b in baris if b["formasi"].pk == int(formasi)]
    return baris, kode, formasi


@akses.peran(*PEMBACA)
@require_safe
def hasil_list(request, pk):
    """Ranking of every formasi; before it is set a preview with what still stands in the way."""
    s = ambil(request, pk)
    baris, masalah = _baris(s, request.acuan)
    tersaring, kode, formasi = _saring(request, baris)
    atur = hasil.ketentuan(s, request.acuan)
    isi = {
        "s": s, "potongan": potong(request, tersaring), "masalah": masalah[:20], "banyak_masalah": len(masalah), "kode": kode,
        "formasi": formasi, "pilihan": HasilSeleksi.KODE, "boleh": s.terbuka and mengelola(request.hak, request.acuan), "atur": atur,
        "ada_nilai": any(b["kode"] not in ("tms", "tidak_hadir") for b in baris), "aturan": SYARAT_NILAI if s.cpns else (),
        "lulus": sum(b["isi"] is not None for b in baris),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/hasil_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def hasil_ekspor(request, pk):
    """The same as xlsx."""
    s = ambil(request, pk)
    baris, _, _ = _saring(request, _baris(s, request.acuan)[0])
    isi = (
        (b["formasi"].jabatan.nama, b["formasi"].unit.nama, b["formasi"].get_jalur_display(), b["p"].nomor_peserta, b["p"].nama, b["skd"],
         b["peringkat_skd"], b["skb"], b["akhir"], b["peringkat"], b["hasil"], b["kalimat"])
        for b in baris
    )  # fmt: skip
    return unduh_daftar(request, "Hasil seleksi", KOLOM, isi, objek="hasilseleksi", nama=f"hasil-seleksi-{s.pk}")


@akses.peran(*PEMBACA)
@require_safe
def pengumuman(request, pk):
    """The announcement of the result as PDF: signed once it is, else the print."""
    s = ambil(request, pk)
    n = s.pengumuman
    medan = n and (n.berkas_sah or n.berkas_cetak)
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", n, nomor=n.nomor)
    return dosir.respons(medan, f"pengumuman-{s.pk}.pdf", "application/pdf")


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def pengumuman_sah(request, pk):
    """The scan of the announcement the Bupati signed."""
    s = ambil(request, pk)
    harus_mengelola(request)
    if s.pengumuman_id is None:
        raise Http404
    isi = {
        "judul": "Unggah pengumuman bertanda tangan", "tombol": "Simpan pengumuman", "batal_url": reverse("pengadaan:hasil_list", args=[pk]),
        "penjelasan": "Sesudah disimpan pengumuman ini dapat diunduh umum pada halaman pengumuman seleksi.",
        "atas": [("Seleksi", reverse("pengadaan:seleksi_list")), (s.nama, reverse("pengadaan:seleksi_detail", args=[pk]))],
    }  # fmt: skip
    form = FormPindaian(request.POST or None, request.FILES or None)
    return satu_formulir(
        request, form, lambda d: hasil.sahkan(pk, d["berkas"], oleh=pelaku(request)), isi, "pengadaan:hasil_list", pk,
        sukses="Pengumuman bertanda tangan disimpan.",
    )  # fmt: skip
