"""Kebutuhan pelatihan: siapa membutuhkan apa, menurut OPD, dan usulan bagi rencana tahunan."""

from dataclasses import replace
from urllib.parse import urlencode

from django.db.models import Max
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from diklat.menu import PERENCANA, mengelola
from diklat.models import KebutuhanPegawai, RencanaPelatihan
from diklat.pengembangan import kebutuhan
from diklat.pengembangan.aturan import NAMA_WAJIB
from diklat.pengembangan.forms import SaringKebutuhan
from diklat.pengembangan.views.mandiri import PEMANTAU, opd_pilihan
from kepegawaian import akses
from kepegawaian.models import Kompetensi
from kepegawaian.penomoran import potong
from kepegawaian.templatetags.portal import desimal, tanggal_pendek
from kepegawaian.views.ekspor import unduh_daftar

TAB = (("pegawai", "Pegawai"), ("opd", "Menurut OPD"), ("rencana", "Usulan rencana"))
KOLOM = ("PRIORITAS", "NIP", "NAMA", "JABATAN", "OPD", "PELATIHAN WAJIB", "PALING LAMBAT", "LEWAT TENGGAT", "CELAH KOMPETENSI (LEVEL)",
         "KOMPETENSI KURANG", "JP", "JP KURANG", "IP ASN DAPAT NAIK")  # fmt: skip
KOLOM_OPD = (
    "OPD",
    "ASN",
    "WAJIB BELUM DIIKUTI",
    "LEWAT TENGGAT",
    "CELAH KOMPETENSI",
    "TERUKUR",
    "JP KURANG",
    "JP RATA-RATA",
)
KOLOM_RENCANA = ("JENIS", "PELATIHAN ATAU KOMPETENSI", "ORANG", "JUMLAH (ORANG, LEVEL, JP)")
SEBUT = {"wajib": "Pelatihan wajib", "kompetensi": "Celah kompetensi", "jp": "JP kurang"}


def _saring(request, nama):
    """(form, rows) as the URL filters them."""
    form = SaringKebutuhan(
        request.GET or None,
        opd=opd_pilihan(request.hak, request.acuan),
        kompetensi=sorted(nama.items(), key=lambda k: k[1]),
    )
    isi = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return form, kebutuhan.saring(kebutuhan.daftar(request.hak), isi)


def _nama_kompetensi():
    return dict(Kompetensi.objects.values_list("kode", "nama"))


def _wajib(b):
    return ", ".join("Latsar" if k == "LATSAR" else k for k in b.wajib)


def _ke_rencana(request, usulan):
    """(the plan that is being drawn up or None, [address of its form filled in with each need])."""
    kelola = mengelola(request.hak, request.acuan, PERENCANA)
    r = RencanaPelatihan.objects.filter(status="disusun").order_by("-tahun").first() if kelola else None
    if r is None:
        return None, [""] * len(usulan)
    jenjang, kompetensi = kebutuhan.katalog_usulan()
    pilih = {"wajib": jenjang, "kompetensi": kompetensi}
    url = reverse("diklat:butir_create", args=[r.pk])
    isi = [{"pelatihan": pilih.get(u.jenis, {}).get(u.kode), "sasaran": u.orang} for u in usulan]
    return r, [f"{url}?{urlencode({k: v for k, v in satu.items() if v})}" for satu in isi]


def _tulis(b, nama, unit):
    """One person's row in words: the page then only places them."""
    celah = [f"{nama.get(k, k)} ({n})" for k, n in sorted(b.celah.items(), key=lambda c: -c[1])]
    return {
        "url": reverse("diklat:pengembangan_detail", args=[b.nip]), "nama": b.nama_lengkap, "nip": b.nip, "jabatan": b.jabatan,
        "opd": unit[b.opd_id].nama if b.opd_id in unit else "", "wajib": ", ".join(NAMA_WAJIB.get(k, k) for k in b.wajib) or "–",
        "lewat": b.lewat, "sampai": tanggal_pendek(b.wajib_sampai), "terukur": b.terukur,
        "celah": ", ".join(celah[:3]) or "tidak ada", "celah_lain": str(len(celah) - 3) if len(celah) > 3 else "",
        "jp": f"{b.jp} / {b.jp_batas}" if b.jp_batas else str(b.jp), "jp_kurang": str(b.jp_kurang) if b.jp_kurang else "",
        "naik": f"+{desimal(b.ip_naik / 100, 1)}" if b.ip_naik else "–",
    }  # fmt: skip


@akses.peran(*PEMANTAU)
@require_safe
def kebutuhan_list(request):
    """People by urgency, OPD side by side, or what the plan should hold; as the night left it."""
    nama, tampil = _nama_kompetensi(), request.GET.get("tampil")
    tampil = tampil if tampil in dict(TAB) else "pegawai"
    isi = {"tab": TAB, "tampil": tampil}
    if tampil == "opd":
        isi["potongan"] = potong(request, kebutuhan.per_opd(request.hak, request.acuan))
    else:
        isi["form"], baris = _saring(request, nama)
        if tampil == "rencana":
            usulan = kebutuhan.usulan_rencana(baris, nama)
            isi["rencana"], alamat = _ke_rencana(request, usulan)
            isi["usulan"] = [(SEBUT[u.jenis], u, url) for u, url in zip(usulan, alamat, strict=True)]
        else:
            potongan = potong(request, kebutuhan.orang(baris))
            semua = [kebutuhan.Orang._make(b) for b in potongan]
            isi["potongan"] = replace(potongan, butir=[_tulis(b, nama, request.acuan.unit) for b in semua])
            isi["per"] = semua[0].per if semua else None
    if not isi.get("per"):
        isi["per"] = KebutuhanPegawai.objects.aggregate(m=Max("per"))["m"]
    return render(request, "diklat/pengembangan/kebutuhan_list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def kebutuhan_ekspor(request):
    """What is shown, as xlsx."""
    nama, tampil = _nama_kompetensi(), request.GET.get("tampil")
    if tampil == "opd":
        baris = ((b["nama"], b["orang"], b["wajib_orang"], b["lewat_orang"], b["celah_orang"], b["terukur_orang"], b["jp_kurang_orang"],
                  round(b["jp_rata"], 1)) for b in kebutuhan.per_opd(request.hak, request.acuan))  # fmt: skip
        return unduh_daftar(request, "Kebutuhan pelatihan menurut OPD", KOLOM_OPD, baris, objek="kebutuhanpegawai")
    _, daftar = _saring(request, nama)
    if tampil == "rencana":
        usulan = ((SEBUT[u.jenis], u.nama, u.orang, u.jumlah) for u in kebutuhan.usulan_rencana(daftar, nama))
        return unduh_daftar(request, "Usulan rencana pelatihan", KOLOM_RENCANA, usulan, objek="kebutuhanpegawai")
    unit = request.acuan.unit
    baris = (
        (b.prioritas, b.nip, b.nama_lengkap, b.jabatan or "", unit[b.opd_id].nama if b.opd_id in unit else "", _wajib(b),
         b.wajib_sampai, "ya" if b.lewat else "", b.celah_jumlah if b.terukur else None, ", ".join(nama.get(k, k) for k in b.celah),
         b.jp, b.jp_kurang, b.ip_naik / 100)
        for b in map(kebutuhan.Orang._make, kebutuhan.orang(daftar).iterator(chunk_size=2000))
    )  # fmt: skip
    return unduh_daftar(request, "Kebutuhan pelatihan", KOLOM, baris, objek="kebutuhanpegawai")
