"""Halaman perjanjian kerja PPPK: pantauan, ekspor, usul banyak sekaligus, daftar tembusan BKN."""

from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import alur
from layanan.tampilan import url_regulasi
from pengadaan.kontrak import aturan, pantauan
from pengadaan.kontrak.forms import KEADAAN, SaringKontrak

PELIHAT = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
PEMBACA_BKN = ("staf_bkd", "pejabat_bkd", "inspektorat")  # the list for BKN is the BKD's own
TANDA = {
    "belum": ("Belum diusulkan", "netral"),
    "proses": ("Sedang diusulkan", "info"),
    "diperpanjang": ("Sudah diperpanjang", "terpenuhi"),
}
KOLOM = ("BERAKHIR", "SISA HARI", "NIP", "NAMA", "JENIS", "GOLONGAN", "JABATAN", "UNIT KERJA", "OPD", "TMT PENSIUN", "BATAS USUL",
         "KEADAAN", "USULAN", "LANGKAH")  # fmt: skip
KOLOM_BKN = (
    "NOMOR SK",
    "TANGGAL SK",
    "NIP",
    "NAMA",
    "JABATAN",
    "MULAI",
    "SAMPAI",
    "NOMOR TEMBUSAN",
    "TANGGAL TEMBUSAN",
    "USULAN",
)


def _opd(hak, acuan):
    opd = {u.id for u in acuan.unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua:
        opd &= {acuan.unit[i].opd_id for i in hak.unit_lingkup if i in acuan.unit}
    return sorted(((str(i), acuan.unit[i].nama) for i in opd), key=lambda o: o[1])


def _saring(request, sumber):
    form = SaringKontrak(request.GET, opd=_opd(request.hak, request.acuan))
    return form, pantauan.saring(sumber(request.hak), form, request.hari_ini, request.acuan)


def _baris(orang, request):
    """What each row shows."""
    bulan = request.acuan.setelan("kontrak_usul_bulan", request.hari_ini)
    for o in orang:
        batas = aturan.batas_usul(o.kontrak_sampai, bulan) if o.status != aturan.PARUH else None
        yield {
            "o": o, "sisa": (o.kontrak_sampai - request.hari_ini).days, "batas": batas,
            "terlambat": o.keadaan == "belum" and batas is not None and batas < request.hari_ini, "tanda": TANDA[o.keadaan],
            "opd": request.acuan.unit.get(o.opd_id), "label": f"Pilih {o.nama_lengkap}",
            "sampai": (o.isian_usul or {}).get("sampai", ""), "mati": "" if o.keadaan == "belum" else "sudah diusulkan",
            "putus": f"{reverse('layanan:usulan_create', args=['pppk-putus'])}?q={o.nip}",
        }  # fmt: skip


def _mengusulkan(hak):
    return not hak.hanya_baca and hak.punya("operator_opd", "staf_bkd")


@akses.peran(*PELIHAT)
@require_safe
def kontrak_list(request):
    """The watch list: who ends when, what is late, and boxes to propose many at once."""
    form, orang = _saring(request, pantauan.orang)
    potongan = potong(request, orang, isi=ProfilKini.objects.select_related("jabatan"))
    pantauan.lengkapi(potongan.butir)
    tahap, terlambat, tembusan = pantauan.hitung(request.hak, request.hari_ini, request.acuan)
    aksi = [{"nilai": "usulkan", "teks": "Buat draf perpanjangan", "ikon": "plus-lg", "utama": True}]
    isi = {
        "form": form, "potongan": potongan, "baris": list(_baris(potongan, request)), "tahap": tahap, "terlambat": terlambat,
        "tembusan": tembusan if request.hak.punya(*PEMBACA_BKN) else 0, "aksi": aksi if _mengusulkan(request.hak) else [],
        "aturan": [
            {"kode": s.kode, "uraian": s.uraian, "dasar": str(s.dasar), "dasar_url": url_regulasi(s.dasar.peraturan),
             "asumsi": s.keyakinan == "asumsi"}
            for s in sorted((*aturan.PPK.values(), *aturan.HALAMAN), key=lambda s: s.kode)
        ],
    }  # fmt: skip
    return render(request, "pengadaan/kontrak/kontrak_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def kontrak_ekspor(request):
    """The same rows as xlsx."""
    _, orang = _saring(request, pantauan.daftar)
    unit, nama = request.acuan.unit, dict(KEADAAN)
    sebut = lambda i: unit[i].nama if i in unit else ""  # noqa: E731 - one word for two columns
    baris = (
        (b["o"].kontrak_sampai, b["sisa"], b["o"].nip, b["o"].nama_lengkap, b["o"].status, b["o"].golongan_id,
         b["o"].jabatan.nama if b["o"].jabatan else "", sebut(b["o"].unit_id), sebut(b["o"].opd_id), b["o"].tmt_pensiun, b["batas"],
         "Lewat batas usul" if b["terlambat"] else nama[b["o"].keadaan], b["o"].nomor, b["o"].nama_langkah)
        for b in _baris(orang.select_related("jabatan").iterator(chunk_size=2000), request)
    )  # fmt: skip
    return unduh_daftar(request, "Perjanjian kerja PPPK", KOLOM, baris, objek="profilkini")


@akses.peran("operator_opd", "staf_bkd")
@require_POST
def kontrak_usulkan(request):
    """Drafts of an extension for everybody chosen; who cannot be proposed is named with the reason."""
    nip = sorted(set(request.POST.getlist("id")))[: pantauan.PILIH_MAKS + 1]
    if not nip or len(nip) > pantauan.PILIH_MAKS:
        messages.error(request, f"Pilih satu sampai {pantauan.PILIH_MAKS} pegawai.")
        return redirect("pengadaan:kontrak_list")
    oleh = alur.Pelaku(request.user, request.hak, request.alamat)
    berhasil, gagal = pantauan.usulkan(nip, oleh=oleh)
    if berhasil:
        messages.success(
            request,
            f"{berhasil} draf perpanjangan dibuat; lengkapi pernyataannya, lalu ajukan bersama satu surat pengantar.",
        )
    for nama, sebab in gagal:
        messages.warning(request, f"{nama}: {sebab}")
    return redirect(f"{reverse('pengadaan:kontrak_list')}?keadaan=proses" if berhasil else "pengadaan:kontrak_list")


@akses.peran(*PEMBACA_BKN)
@require_safe
def tembusan_ekspor(request):
    """Signed extensions for BKN: decree, period, and the copy (PPK-6)."""
    baris = (
        (u.sk_nomor, u.sk_tanggal, u.pegawai.nip, u.pegawai.kini.nama_lengkap, u.pegawai.kini.jabatan.nama if u.pegawai.kini.jabatan else "",
         u.tmt, _tanggal(u.isian.get("sampai")), (u.tembusan or {}).get("nomor_tembusan", ""),
         _tanggal((u.tembusan or {}).get("tanggal_tembusan")), u.nomor)
        for u in pantauan.terkirim(request.hak).iterator(chunk_size=1000)
    )  # fmt: skip
    return unduh_daftar(request, "Tembusan perpanjangan BKN", KOLOM_BKN, baris, objek="usulan")


def _tanggal(teks):
    try:
        return date.fromisoformat(teks or "")
    except ValueError:
        return None
