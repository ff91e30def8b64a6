"""Kasus disiplin: daftar bagi yang menangani, dan membuka kasus baru. Its course is shown on the page of the usulan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from disiplin import hak as wewenang, kasus
from disiplin.forms import IsianKasus
from disiplin.models import KasusDisiplin, Laporan
from kepegawaian import akses
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil_satu
from layanan import katalog
from layanan.galat import DitolakAlur, IsianSalah
from layanan.models import Usulan
from layanan.tampilan import sebut_sisa
from layanan.views.usulan import pelaku

KEADAAN = (("", "Berjalan"), ("hukuman", "Menjalani hukuman"), ("selesai", "Selesai"), ("semua", "Semua"))


def kasus_terlihat(hak):
    """Usulan of cases the reader may open; of his own none."""
    return Usulan.objects.terlihat_oleh(hak).filter(layanan=kasus.SLUG).exclude(pegawai_id=hak.pegawai_id or 0)


def _saring(daftar, keadaan, cari, hari_ini):
    if cari:
        angka = "".join(cari.split())
        satu = Q(pegawai__nip__startswith=angka) if angka.isdigit() else Q(pegawai__kini__nama__icontains=cari)
        daftar = daftar.filter(satu | Q(nomor__iexact=cari))
    if keadaan == "hukuman":
        return daftar.filter(Q(kasus__sampai__gte=hari_ini) | Q(kasus__tmt__gt=hari_ini), kasus__akhir="dijatuhi")
    if keadaan == "selesai":
        return daftar.exclude(status__in=Usulan.BERJALAN)
    return daftar if keadaan == "semua" else daftar.filter(status__in=Usulan.BERJALAN)


@akses.masuk
@require_safe
def kasus_list(request):
    """The cases the reader handles, the most urgent first; nobody else's list holds any."""
    keadaan, cari = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()[:60]
    daftar = _saring(kasus_terlihat(request.hak), keadaan, cari, request.hari_ini)
    daftar = daftar.select_related("pegawai__kini", "langkah_kini__jabatan", "opd", "kasus")
    potongan = potong(request, daftar.order_by("langkah_kini__batas", "-dibuat_pada", "-pk"))
    for u in potongan:
        langkah = u.langkah_kini if u.status == "diproses" else None
        u.sisa = (
            request.acuan.selisih_hari_kerja(request.hari_ini, langkah.batas) if langkah and langkah.batas else None
        )
        u.sebut_sisa = "" if u.sisa is None else sebut_sisa(u.sisa)
        u.akhir = _akhir(u)
    isi = {
        "potongan": potongan, "keadaan": keadaan, "pilihan": KEADAAN, "cari": cari,
        "penangan": wewenang.penangan(request.hak),
        "boleh": wewenang.dapat_membuka(request.hak),
        "baru": Laporan.objects.filter(status="baru").count() if wewenang.penangan(request.hak) else 0,
    }  # fmt: skip
    return render(request, "disiplin/kasus_list.html", isi)


def _akhir(usulan):
    """The end in words, with its days; "" while it runs."""
    try:
        satu = usulan.kasus
    except KasusDisiplin.DoesNotExist:
        return ""
    return satu.get_akhir_display() if satu.akhir else ""


@akses.masuk
def kasus_create(request):
    """Chooses the person in the reader's scope (``?nip=``), then asks what is alleged; a laporan may come along."""
    if not wewenang.dapat_membuka(request.hak):
        raise PermissionDenied
    laporan = _laporan(request)
    nip = request.POST.get("nip") or request.GET.get("nip", "")
    if not nip:
        return _pilih(request, laporan)
    pegawai = akses.ambil_pegawai(request, nip)
    if not wewenang.boleh_membuka(request.hak, pegawai.kini):
        raise PermissionDenied
    layanan = katalog.ambil(kasus.SLUG)
    profil = profil_satu(pegawai.pk, per=request.hari_ini)
    konteks = katalog.Konteks(profil, {}, request.hari_ini, request.acuan)
    awal = layanan.isian_awal(profil, request.hari_ini, request.acuan)
    if laporan:
        awal |= {
            "sumber": "laporan",
            "kejadian": laporan.kejadian or request.hari_ini,
            "uraian": laporan.uraian[:2000],
        }
    form = IsianKasus(request.POST or None, initial=awal, konteks=konteks)
    if request.method == "POST" and form.is_valid():
        try:
            usulan = kasus.buka(pegawai, oleh=pelaku(request), isian=form.cleaned_data, laporan=laporan).usulan
        except (DitolakAlur, IsianSalah) as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"Kasus {usulan.nomor} dibuka. Hanya yang menanganinya yang melihatnya.")
            return redirect("layanan:usulan_detail" if _lihat(request, usulan) else "disiplin:kasus_list",
                            **({"nomor": usulan.nomor} if _lihat(request, usulan) else {}))  # fmt: skip
    isi = {
        "judul": f"Kasus disiplin: {pegawai.kini.nama_lengkap}",
        "penjelasan": "Rahasia: pegawainya baru mengetahui saat dipanggil; rekan dan operatornya tidak melihat apa pun.",
        "form": form, "tombol": "Buka kasus", "batal_url": reverse("disiplin:kasus_list"), "bagian": "disiplin/_tersembunyi.html",
        "nip": nip, "laporan": laporan, "atas": [("Kasus disiplin", reverse("disiplin:kasus_list"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _lihat(request, usulan):
    return Usulan.objects.terlihat_oleh(request.hak).filter(pk=usulan.pk).exists()


def _laporan(request):
    """The report a case is opened from; only handlers name one."""
    kunci = request.POST.get("laporan") or request.GET.get("laporan", "")
    if not kunci.isdigit() or not wewenang.penangan(request.hak):
        return None
    return get_object_or_404(Laporan, pk=kunci, status="baru")


def _pilih(request, laporan):
    cari, calon = request.GET.get("q", "").strip(), ProfilKini.objects.none()
    if len(cari) >= 3:
        angka = "".join(cari.split())
        satu = Q(nip__startswith=angka) if angka.isdigit() else Q(nama__icontains=cari)
        calon = ProfilKini.objects.filter(request.hak.lingkup(), satu, aktif=True).exclude(
            pk=request.hak.pegawai_id or 0
        )
        calon = calon.select_related("jabatan", "unit", "golongan").order_by("nama", "nip")[:20]
    isi = {"cari": cari, "calon": [c for c in calon if wewenang.boleh_membuka(request.hak, c)], "laporan": laporan}
    return render(request, "disiplin/kasus_pilih.html", isi)
