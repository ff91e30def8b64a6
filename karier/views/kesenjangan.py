"""Kesenjangan kompetensi: seorang pegawai, dan daftar per OPD dengan rata-ratanya."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from karier import kesenjangan
from karier.aturan.kompetensi import rata_celah
from karier.forms import SaringKesenjangan
from karier.views import opd_pilihan, ringkaskan
from kepegawaian import akses
from kepegawaian.akun import rapatkan
from kepegawaian.aturan_kompetensi import celah, hasil_sah, kesesuaian
from kepegawaian.models import RiwayatUjiKompetensi
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil_satu
from kepegawaian.standar import Standar
from kepegawaian.views.ekspor import unduh_daftar
from kepegawaian.views.kerangka import ambil

PELIHAT = ("atasan", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
TAB = (("opd", "Menurut OPD"), ("pegawai", "Pegawai"))
KOLOM = (
    "NIP",
    "NAMA",
    "JABATAN",
    "OPD",
    "RATA-RATA CELAH",
    "KOMPETENSI KURANG",
    "KESESUAIAN (%)",
    "DIUJI",
    "BERLAKU SAMPAI",
)


def _saring(request, baris):
    """The people of ``baris`` as the URL filters them."""
    form = ringkaskan(SaringKesenjangan(request.GET or None, opd=opd_pilihan(request.hak, request.acuan)))
    isi = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if isi.get("opd"):
        baris = [b for b in baris if str(b.opd_id) == isi["opd"]]
    if isi.get("celah"):
        baris = [b for b in baris if bool(b.kurang) == (isi["celah"] == "ada")]
    if cari := isi.get("q", "").strip():
        angka, kata = rapatkan(cari), cari.upper().split()
        baris = [b for b in baris if (angka in b.nip if angka.isdigit() else all(k in b.nama.upper() for k in kata))]
    return form, baris


@akses.peran(*PELIHAT)
@require_safe
def kesenjangan_list(request):
    """Mean gap by OPD, or the people behind it; only those with a valid result are measured."""
    semua = kesenjangan.daftar(request.hak, request.hari_ini)
    tampil = "pegawai" if request.GET.get("tampil") == "pegawai" else "opd"
    isi = {"tab": TAB, "tampil": tampil, "terukur": len(semua)}
    isi["rata"] = kesenjangan.rata([b.rata for b in semua if b.rata is not None])
    isi["kurang"] = sum(bool(b.kurang) for b in semua)
    if tampil == "opd":
        opd = kesenjangan.per_opd(request.hak, request.acuan, semua)
        isi |= {"potongan": potong(request, opd), "populasi": sum(o.populasi for o in opd)}
    else:
        isi["form"], baris = _saring(request, semua)
        isi["potongan"] = potong(request, baris)
    return render(request, "karier/kesenjangan_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def kesenjangan_ekspor(request):
    """The people as filtered, as xlsx."""
    _, baris = _saring(request, kesenjangan.daftar(request.hak, request.hari_ini))
    unit = request.acuan.unit
    isi = (
        (b.nip, b.nama, b.jabatan, unit[b.opd_id].nama if b.opd_id in unit else "", b.rata, b.kurang, b.persen, b.tmt,
         b.sampai)
        for b in baris
    )  # fmt: skip
    return unduh_daftar(request, "Kesenjangan kompetensi", KOLOM, isi, objek="riwayatujikompetensi")


@akses.masuk
@require_safe
def kesenjangan_detail(request, nip=None):
    """One person: needed and had level of each competence of his post, and his results over time."""
    pegawai = ambil(request, nip)
    saya = pegawai.pk == request.hak.pegawai_id
    if not saya and not request.hak.punya(*PELIHAT):
        raise Http404
    p = profil_satu(pegawai.pk, per=request.hari_ini, bagian=("jabatan", "kompetensi"))
    standar = Standar(request.hari_ini, [p.jabatan_id] if p.jabatan_id else ())
    butuh = standar.menurut(p.jabatan_id, p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    uji = hasil_sah(p.uji_kompetensi, request.hari_ini)
    daftar = celah(butuh, dict(uji.nilai) if uji else None)
    isi = {
        "pegawai": pegawai, "kini": pegawai.kini, "saya": saya, "p": p, "uji": uji,
        "daftar": [(standar.nama.get(c.kode, c.kode), c) for c in daftar], "rata": rata_celah(daftar),
        "persen": kesesuaian(butuh, dict(uji.nilai)) if uji else None,
        "riwayat": p.uji_kompetensi, "hasil": dict(RiwayatUjiKompetensi.HASIL),
        "tujuan": dict(RiwayatUjiKompetensi.TUJUAN),
    }  # fmt: skip
    isi["riwayat"] = [(u, isi["tujuan"].get(u.tujuan), isi["hasil"].get(u.hasil)) for u in p.uji_kompetensi]
    return render(request, "karier/kesenjangan_detail.html", isi)
