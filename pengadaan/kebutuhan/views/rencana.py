"""Rencana kebutuhan satu OPD: baris lima tahun, aturan KBT, renstra, dan jalannya ke Kasubbid."""

from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, dosir
from kepegawaian.models import UnitKerja
from kepegawaian.penomoran import potong
from pengadaan.kebutuhan import aturan_rencana as aturan, rencana
from pengadaan.kebutuhan.forms import FormBaris, FormCatatan, FormRencanaBaru, FormRenstra
from pengadaan.kebutuhan.hak import (
    KASUBBID,
    PELIHAT,
    PENULIS,
    boleh_menulis,
    dalam_lingkup,
    harus,
    memegang_kantor,
    unit_tulis,
)
from pengadaan.kebutuhan.views import bilangan, lakukan, opd_pilihan, pelaku, satu_formulir, tampil_syarat
from pengadaan.kebutuhan.views.formasi import TANDA_RENCANA, tahun_rencana
from pengadaan.models import RencanaKebutuhan

BAHAN_BUKTI = 4  # sentences of failing rows that a rule shows


def ambil(request, pk, *, ubah=False):
    """The plan in scope; 404 to strangers, 403 to readers who want to change it."""
    semua = RencanaKebutuhan.objects.filter(dalam_lingkup(request.hak, "opd_id")).select_related("opd", "usul")
    r = get_object_or_404(semua, pk=pk)
    harus(not ubah or boleh_menulis(request.hak, request.acuan, r.opd_id))
    return r


def remah(r=None):
    """The way back."""
    atas = [("Formasi", reverse("pengadaan:formasi_list") + (f"?tahun={r.tahun}" if r else ""))]
    return atas + ([(f"Rencana {r.opd.nama}", reverse("pengadaan:rencana_detail", args=[r.pk]))] if r else [])


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def rencana_create(request):
    """The plan of an OPD for a year."""
    boleh = unit_tulis(request.hak, request.acuan)
    harus(boleh)
    opd = [(i, nama) for i, nama in opd_pilihan(request.hak, request.acuan) if int(i) in boleh]
    isi = {
        "judul": "Rencana kebutuhan baru", "tombol": "Buat rencana", "sukses": "Rencana dibuat; isi jabatannya.",
        "penjelasan": "Lima tahun, dirinci per tahun menurut prioritas (PP 11/2017 Pasal 5).", "atas": remah(),
        "batal_url": reverse("pengadaan:formasi_list"),
    }  # fmt: skip
    awal = {"tahun": bilangan(request.GET.get("tahun")) or tahun_rencana(request.hari_ini)}
    form = FormRencanaBaru(request.POST or None, initial=awal, opd=opd)
    return satu_formulir(
        request, form, lambda d: rencana.buat(UnitKerja.objects.get(pk=d["opd"]), d["tahun"], oleh=pelaku(request)), isi,
        lambda r: reverse("pengadaan:rencana_detail", args=[r.pk]),
    )  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def rencana_detail(request, pk):
    """The plan: its rows with what is short, the rules with their articles, the renstra, and what can be done next."""
    r = ambil(request, pk)
    baris = rencana.baris_lengkap(r)
    terkirim = bool(r.usul and r.usul.status in ("disampaikan", "ditetapkan"))
    bahan = rencana.bahan(r, baris, request.hari_ini, request.acuan, terkirim=terkirim,
                          disampaikan=r.usul.disampaikan_pada if r.usul else None)  # fmt: skip
    hasil = aturan.periksa(bahan)
    for b, x in zip(baris, bahan.baris, strict=True):
        b.kurang = None if x.kebutuhan is None else max(aturan.kekurangan(x, aturan.TAHUN - 1), 0)
        # that its analysis lacks (KBT-1) stands in the column of its own
        b.temuan = [h.kalimat for s, h in aturan.periksa_baris(bahan, x) if h.jawaban == "tidak" and s.kode != "KBT-1"]
        b.x = x
    menulis = boleh_menulis(request.hak, request.acuan, r.opd_id) and r.status == "draf"
    kasubbid = memegang_kantor(request.hak, KASUBBID)
    isi = {
        "r": r, "potongan": potong(request, baris), "tahun": [r.tahun + i for i in range(aturan.TAHUN)],
        "syarat": [tampil_syarat(s, j, " ".join(_bukti(h))) for s, j, h in hasil], "batas": aturan.batas_penyampaian(r.tahun),
        "menulis": menulis, "memeriksa": kasubbid and r.status == "diajukan", "membatalkan": kasubbid and r.status == "diterima",
        "halangan": bool(aturan.halangan(hasil)), "tanda": TANDA_RENCANA[r.status],
        "jumlah": [sum(b.jumlah[i] or 0 for b in baris) for i in range(aturan.TAHUN)], "jejak": jejak_langkah(r.langkah),
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/rencana_detail.html", isi)


def _bukti(hasil):
    kalimat = list(dict.fromkeys(" ".join((h.kalimat, *h.bukti[:3])) for h in hasil))
    lebih = len(kalimat) - BAHAN_BUKTI
    return [*kalimat[:BAHAN_BUKTI], *([f"Dan {lebih} lainnya."] if lebih > 0 else [])]


SEBUTAN = {
    "ajukan": "Diajukan", "terima": "Diterima Kasubbid", "kembalikan": "Dikembalikan", "batal": "Dibuka kembali",
    "rekap": "Direkap", "keluarkan": "Satu OPD dikeluarkan", "setujui": "Disetujui", "sah": "Surat usul ditandatangani Bupati",
    "penetapan": "Ditetapkan Menteri",
}  # fmt: skip


def jejak_langkah(langkah):
    """Rows of ``komponen/_jejak.html`` of what was done, newest last."""
    return [
        {"judul": f"{SEBUTAN.get(x['kode'], x['kode'])}: {x['sebagai'] or x['nama']}", "keadaan": "lewat",
         "waktu": datetime.fromisoformat(x["pada"]), "catatan": x["catatan"]}
        for x in langkah
    ]  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def baris_create(request, pk):
    """A further row."""
    return _baris(request, ambil(request, pk, ubah=True), None)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def baris_update(request, pk, baris):
    """Changes a row."""
    r = ambil(request, pk, ubah=True)
    return _baris(request, r, get_object_or_404(r.baris.select_related("unit", "jabatan"), pk=baris))


def _baris(request, r, b):
    awal = {"versi": r.versi, "prioritas": 1, "jenis": "CPNS", **{f"n{i}": 0 for i in range(1, 6)}}
    if b is not None:
        awal |= {
            k: getattr(b, k)
            for k in ("jenis", "jalur", "pendidikan", "prioritas", "penetapan", "n1", "n2", "n3", "n4", "n5")
        }
        awal |= {"unit": b.unit.kode, "jabatan": b.jabatan.kode}
    tujuan = reverse("pengadaan:rencana_detail", args=[r.pk])
    isi = {
        "judul": "Ubah baris rencana" if b else "Tambah jabatan", "tombol": "Simpan baris", "sukses": "Baris disimpan.",
        "penjelasan": f"{r.opd.nama}, rencana tahun {r.tahun} sampai {r.tahun + 4}.", "atas": remah(r),
    }  # fmt: skip
    form = FormBaris(request.POST or None, initial=awal, tahun=r.tahun, boleh=request.acuan.turunan([r.opd_id]))
    return satu_formulir(
        request, form,
        lambda d: rencana.simpan_baris(r.pk, d["versi"], b.pk if b else None, form.hasil(), oleh=pelaku(request)), isi, tujuan,
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_POST
def baris_delete(request, pk, baris):
    """Takes a row out."""
    r = ambil(request, pk, ubah=True)
    versi = bilangan(request.POST.get("versi")) or 0
    lakukan(request, lambda: rencana.hapus_baris(r.pk, versi, baris, oleh=pelaku(request)), "Baris dihapus.")
    return redirect("pengadaan:rencana_detail", pk)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def rencana_renstra(request, pk):
    """The renstra (KBT-3)."""
    r = ambil(request, pk, ubah=True)
    tujuan = reverse("pengadaan:rencana_detail", args=[pk])
    isi = {
        "judul": "Lampirkan rencana strategis", "tombol": "Simpan renstra", "sukses": "Renstra disimpan.", "atas": remah(r),
        "penjelasan": "Rencana kebutuhan lima tahun melampirkan renstra (PP 11/2017 Pasal 9 ayat (1)).",
    }  # fmt: skip
    form = FormRenstra(request.POST or None, request.FILES or None, initial={
        "versi": r.versi, "renstra_mulai": r.renstra_mulai, "renstra_sampai": r.renstra_sampai})  # fmt: skip
    return satu_formulir(
        request, form, lambda d: rencana.lampirkan_renstra(
            pk, d["versi"], d["berkas"], d["renstra_mulai"], d["renstra_sampai"], oleh=pelaku(request)), isi, tujuan,
    )  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def renstra_download(request, pk):
    """The renstra as it was attached."""
    r = ambil(request, pk)
    if not r.renstra:
        raise Http404
    return dosir.respons(r.renstra, r.renstra_nama or "renstra.pdf", r.renstra_mime or "application/pdf")


@akses.peran(*PENULIS)
@require_POST
def rencana_lakukan(request, pk, aksi):
    """isi (rows from what is short) and ajukan by the OPD; terima by the Kasubbid."""
    oleh, versi = pelaku(request), bilangan(request.POST.get("versi")) or 0
    if aksi == "terima":
        ambil(request, pk)
        lakukan(request, lambda: rencana.pindah(pk, versi, "terima", oleh=oleh), "Rencana diterima; siap direkap.")
    elif aksi in ("isi", "ajukan"):
        ambil(request, pk, ubah=True)
        if aksi == "isi":
            lakukan(
                request,
                lambda: rencana.isi_sendiri(pk, versi, oleh=oleh),
                lambda n: f"{n} jabatan ditambahkan dari kekurangan.",
            )
        else:
            lakukan(
                request,
                lambda: rencana.pindah(pk, versi, "ajukan", oleh=oleh),
                "Rencana diajukan ke Kasubbid Formasi.",
            )
    else:
        raise Http404
    return redirect("pengadaan:rencana_detail", pk)


@akses.peran("pejabat_bkd")
@require_http_methods(["GET", "POST"])
def rencana_kembalikan(request, pk):
    """Back to the OPD with the reason, as long as it is not gathered."""
    harus(memegang_kantor(request.hak, KASUBBID))
    r, tujuan = ambil(request, pk), reverse("pengadaan:rencana_detail", args=[pk])
    kode = "batal" if r.status == "diterima" else "kembalikan"
    isi = {
        "judul": "Kembalikan rencana", "tombol": "Kembalikan ke OPD", "sukses": "Rencana kembali kepada OPD.", "atas": remah(r),
        "penjelasan": f"{r.opd.nama}, tahun {r.tahun}.",
    }  # fmt: skip
    form = FormCatatan(request.POST or None, initial={"versi": r.versi})
    return satu_formulir(
        request,
        form,
        lambda d: rencana.pindah(pk, d["versi"], kode, oleh=pelaku(request), catatan=d["catatan"]),
        isi,
        tujuan,
    )
