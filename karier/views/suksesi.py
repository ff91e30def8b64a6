"""Rencana suksesi: siapa dari kotak 9, 8, dan 7 yang dapat menggantikan pemangku sebuah jabatan. Confidential."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from karier.aturan.talenta import SUKSESI
from karier.forms import SaringSuksesi
from karier.hak import boleh_seleksi, boleh_uji
from karier.models import BarisTalenta, PotretTalenta
from karier.sasaran import muat
from karier.seleksi.penilaian import SLUG
from karier.syarat import TAL, periksa
from karier.uji import BAGIAN
from karier.views import pelaku
from karier.views.talenta import PELIHAT, harus_talenta
from kepegawaian import akses
from kepegawaian.aturan_jabatan import tingkat
from kepegawaian.models import Jabatan, Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil
from kepegawaian.views.ekspor import unduh_daftar
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import PERIKSA, TIDAK, YA, Konteks

BAGIAN_SUKSESI = (*BAGIAN, "unit")
KOLOM = ("URUTAN", "NIP", "NAMA", "JABATAN KINI", "KOTAK", "SKOR", "BELUM TERPENUHI", "PERLU DIPERIKSA")


@akses.peran(*PELIHAT)
@require_safe
def suksesi_list(request):
    """Structural posts with their holders; each leads to its candidates."""
    harus_talenta(request)
    form = SaringSuksesi(request.GET)
    pilih = form.cleaned_data if form.is_valid() else {}
    jabatan = Jabatan.objects.filter(jenis="struktural", berlaku_sampai__isnull=True).select_related("eselon")
    kelompok = [pilih["kelompok"]] if pilih.get("kelompok") else ["jpt_pratama", "administrator"]
    jabatan = jabatan.filter(eselon__kelompok__in=kelompok)
    for kata in pilih.get("q", "").split():
        jabatan = jabatan.filter(nama__icontains=kata)
    potongan = potong(request, jabatan.order_by("eselon__urutan", "nama"))
    sasaran = muat(potongan.butir, tanggal=request.hari_ini, acuan=request.acuan)
    for j in potongan:
        j.sasaran = sasaran[j.pk]
    isi = {"form": form, "potongan": potongan, "boleh_uji": boleh_uji(request.hak, request.acuan)}
    return render(request, "karier/suksesi_list.html", isi)


def _calon(request, pk):
    """(jabatan, Sasaran, potret, rows of boxes 9, 8, 7 one level below, in order)."""
    harus_talenta(request)
    jabatan = get_object_or_404(Jabatan.objects.select_related("eselon"), pk=pk, jenis="struktural")
    sasaran = muat([jabatan], tanggal=request.hari_ini, acuan=request.acuan)[pk]
    naik = tingkat(request.acuan, request.hari_ini, *sasaran.letak)
    potret = PotretTalenta.objects.first()
    if potret is None or naik is None:
        return jabatan, sasaran, potret, BarisTalenta.objects.none()
    baris = BarisTalenta.objects.filter(potret=potret, kotak__in=SUKSESI, tingkat=naik - 1)
    return jabatan, sasaran, potret, baris.select_related("pegawai__kini__jabatan").order_by("-kotak", "-skor", "pk")


def _nilai(request, sasaran, baris):
    """Asks TAL-02, TAL-03 and the conditions of the post for each row; they are put on the row."""
    orang = {
        p.pegawai_id: p for p in profil(per=request.hari_ini, ids=[b.pegawai_id for b in baris], bagian=BAGIAN_SUKSESI)
    }
    for b in baris:
        k = Konteks(orang[b.pegawai_id], {}, request.hari_ini, request.acuan, {"sasaran": sasaran, "kotak": b.kotak})
        hasil = [(TAL[kode], TAL[kode].periksa(k)) for kode in ("TAL-02", "TAL-03")]
        hasil += [(s, h) for s, h in periksa(k) if s.kode != "JAB-09"]  # he who holds it now will leave
        b.terpenuhi = [s.kode for s, h in hasil if h.jawaban == YA]
        b.kurang = [(s, h) for s, h in hasil if h.jawaban == TIDAK]
        b.periksa = [s.kode for s, h in hasil if h.jawaban == PERIKSA]
    return baris


@akses.peran(*PELIHAT)
@require_safe
def suksesi_detail(request, pk):
    """The candidates of one post, ordered 9, 8, 7 and by score, with what each still lacks."""
    jabatan, sasaran, potret, baris = _calon(request, pk)
    potongan = potong(request, baris)
    _nilai(request, sasaran, potongan.butir)
    unit = request.acuan.unit
    isi = {
        "jabatan": jabatan, "sasaran": sasaran, "potret": potret, "potongan": potongan,
        "unit": unit[jabatan.unit_id].nama if jabatan.unit_id in unit else "",
        "boleh_uji": boleh_uji(request.hak, request.acuan), "jpt": sasaran.kelompok == "jpt_pratama",
        "jalur_talenta": request.acuan.setelan("jpt_jalur_talenta", request.hari_ini),
        "boleh_usul": boleh_seleksi(request.hak, request.acuan) and not sasaran.pemangku,
    }  # fmt: skip
    return render(request, "karier/suksesi_detail.html", isi)


@akses.peran(*PELIHAT)
@require_POST
def suksesi_usulkan(request, pk, nip):
    """Proposes a candidate from the talent pool without seleksi terbuka, while ``jpt_jalur_talenta`` stands."""
    if not boleh_seleksi(request.hak, request.acuan):
        raise PermissionDenied
    jabatan, sasaran, _, baris = _calon(request, pk)
    terbuka = request.acuan.setelan("jpt_jalur_talenta", request.hari_ini)
    if not terbuka or sasaran.kelompok != "jpt_pratama" or sasaran.pemangku:
        raise Http404
    satu = get_object_or_404(baris, pegawai__nip=nip)
    pegawai = Pegawai.objects.select_related("kini").get(pk=satu.pegawai_id)
    try:
        isian = {"sumber": f"talenta:{jabatan.pk}"}
        u = alur.buat_draf(katalog.ambil(SLUG), pegawai, oleh=pelaku(request), isian=isian)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("karier:suksesi_detail", pk=pk)
    messages.success(request, "Usulan pengangkatan dari talent pool dibuat; lengkapi lalu ajukan.")
    return redirect("layanan:usulan_detail", u.nomor)


@akses.peran(*PELIHAT)
@require_safe
def suksesi_ekspor(request, pk):
    """The candidates as xlsx."""
    jabatan, sasaran, potret, baris = _calon(request, pk)
    if potret is None:
        raise Http404
    daftar = _nilai(request, sasaran, list(baris[:500]))
    isi = (
        (
            i, b.pegawai.nip, b.pegawai.kini.nama_lengkap, b.pegawai.kini.jabatan.nama if b.pegawai.kini.jabatan else "",
            b.kotak, b.skor, ", ".join(s.kode for s, _ in b.kurang), ", ".join(b.periksa),
        )
        for i, b in enumerate(daftar, 1)
    )  # fmt: skip
    return unduh_daftar(request, "Rencana suksesi", KOLOM, isi, objek="baristalenta", nama=f"suksesi-{jabatan.pk}")
