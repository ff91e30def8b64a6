"""Daftar pantauan tugas belajar, satu tugas belajar, ekspor, dan pencatatan yang SK-nya lebih tua daripada portal."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from diklat.pengembangan.views.mandiri import opd_pilihan
from diklat.tugas_belajar import daftar, fakta, perbuatan
from diklat.tugas_belajar.forms import CatatForm, SaringTugasBelajar
from diklat.tugas_belajar.views import PEMANTAU, ambil
from kepegawaian import akses
from kepegawaian.models import RiwayatTinggal
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

KOLOM = ("NIP", "NAMA", "OPD", "CARA", "BIAYA", "JENJANG", "PROGRAM STUDI", "PERGURUAN TINGGI", "MULAI", "SAMPAI", "KEADAAN",
         "LAPORAN TERLAMBAT", "IKATAN SAMPAI", "GANTI RUGI", "LUNAS")  # fmt: skip


def _saring(request):
    """(form, tab, rows) as the URL filters them."""
    form = SaringTugasBelajar(request.GET or None, opd=opd_pilihan(request.hak, request.acuan))
    isi = form.cleaned_data if form.is_bound and form.is_valid() else {}
    tampil = isi.get("tampil") if isi.get("tampil") in dict(daftar.TAMPIL) else "berjalan"
    if tampil == "belum":
        baris = daftar.belum_dipantau(request.hak)
        baris = RiwayatTinggal.objects.filter(pk__in=baris.values("pk")).select_related(
            "pegawai__kini__unit", "pegawai__kini__opd"
        )
        return form, tampil, _orang(baris, isi).order_by("sampai", "pk")
    baris = daftar.saring(daftar.milik(request.hak), tampil, request.acuan, request.hari_ini)
    if isi.get("cara"):
        baris = baris.filter(cara=isi["cara"])
    return form, tampil, _orang(baris, isi)


def _orang(baris, isi):
    if isi.get("opd"):
        baris = baris.filter(pegawai__kini__opd_id=isi["opd"])
    if cari := (isi.get("q") or "").strip():
        angka = "".join(cari.split())
        baris = baris.filter(
            Q(pegawai__nip__contains=angka) if angka.isdigit() else Q(pegawai__kini__nama__icontains=cari)
        )
    return baris


@akses.peran(*PEMANTAU)
@require_safe
def tugas_belajar_list(request):
    """Who studies, whose report is late, who ends soon, who is bound."""
    form, tampil, baris = _saring(request)
    potongan = potong(request, baris)
    if tampil != "belum":
        lewat = daftar.terlambat(request.acuan, list(potongan), request.hari_ini)
        for t in potongan:
            t.lewat, t.tanda = lewat.get(t.pk, ()), daftar.TANDA[t.keadaan]
    isi = {"form": form, "tampil": tampil, "tab": daftar.TAMPIL, "potongan": potongan, "hari_ini": request.hari_ini,
           "kelola": perbuatan.kelola(request.hak, request.acuan)}  # fmt: skip
    return render(request, "diklat/tugas_belajar/list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def tugas_belajar_ekspor(request):
    """The list as filtered, as xlsx."""
    _, tampil, baris = _saring(request)
    if tampil == "belum":
        isi = ((b.pegawai.nip, b.pegawai.kini.nama_lengkap, b.pegawai.kini.opd.nama if b.pegawai.kini.opd else "", "", "", "", "", "",
                b.tmt, b.sampai, "belum dipantau", "", None, None, None) for b in baris)  # fmt: skip
        return unduh_daftar(request, "Tugas belajar", KOLOM, isi, objek="tugasbelajar")
    semua = list(baris)
    lewat = daftar.terlambat(request.acuan, semua, request.hari_ini)
    isi = (
        (t.pegawai.nip, t.pegawai.kini.nama_lengkap, t.pegawai.kini.opd.nama if t.pegawai.kini.opd else "", t.get_cara_display(),
         t.get_biaya_display(), t.get_jenjang_display(), t.prodi, t.sekolah, t.mulai, t.sampai, t.get_keadaan_display(),
         len(lewat.get(t.pk, ())), t.ikatan_sampai, t.ganti_rugi, t.ganti_rugi_lunas)
        for t in semua
    )  # fmt: skip
    return unduh_daftar(request, "Tugas belajar", KOLOM, isi, objek="tugasbelajar")


@akses.masuk
@require_safe
def tugas_belajar_detail(request, pk):
    """One study: period, semesters with their reports, bond and what breaking it would cost, what comes next."""
    t, kelola = ambil(request, pk), perbuatan.kelola(request.hak, request.acuan)
    tagihan = daftar.tagihan(request.acuan, t, t.laporan.select_related("berkas"), request.hari_ini)
    hari_ini = request.hari_ini
    dibebaskan = t.cara == "dibebaskan"
    isi = {
        "t": t, "kini": t.pegawai.kini, "kelola": kelola, "tagihan": tagihan, "tanda": daftar.TANDA[t.keadaan],
        "boleh_lapor": perbuatan.boleh_lapor(request.hak, t) and t.keadaan == "berjalan", "saya": t.pegawai_id == request.hak.pegawai_id,
        "boleh_usul": t.keadaan == "berjalan" and (t.pegawai_id == request.hak.pegawai_id or request.hak.punya("operator_opd", "staf_bkd")),
        "sisa_ikatan": daftar.sisa(hari_ini, t.ikatan_sampai) if t.terikat else None,
        "rugi_kini": daftar.ganti_rugi(request.acuan, t, hari_ini) if t.terikat else None,
        "cara_rugi": request.acuan.setelan("tb_ganti_rugi", hari_ini), "dibebaskan": dibebaskan,
        "hari_lapor": request.acuan.setelan("tb_laporan_hari", hari_ini),
        "rencana_ikatan": None if t.keadaan != "berjalan" else daftar.aturan.ikatan(
            request.acuan, cara=t.cara, mulai=t.mulai, selesai=t.sampai, luar_negeri=t.luar_negeri),
    }  # fmt: skip
    return render(request, "diklat/tugas_belajar/detail.html", isi)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_http_methods(["GET", "HEAD", "POST"])
def tugas_belajar_create(request, nip):
    """Puts a study under monitoring whose SK came with the import; dates are those of the riwayat."""
    if not perbuatan.kelola(request.hak, request.acuan):
        raise PermissionDenied
    pegawai = akses.ambil_pegawai(request, nip)
    lama = fakta.berjalan(pegawai.pk, pegawai.kini.kedudukan_id)
    awal = {"cara": "dibebaskan", "mulai": lama.get("mulai"), "sampai": lama.get("sampai")}
    form = CatatForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            t = perbuatan.catat(pegawai, form.cleaned_data, oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Tugas belajarnya dipantau mulai sekarang.")
            return redirect("diklat:tugas_belajar_detail", t.pk)
    isi = {
        "judul": f"Pantau tugas belajar {pegawai.kini.nama_lengkap}", "form": form, "tombol": "Mulai pantau",
        "penjelasan": "Bagi yang SK-nya terbit sebelum portal dipakai; riwayat pegawainya tidak diubah.",
        "atas": [("Tugas belajar", reverse("diklat:tugas_belajar_list"))], "batal_url": reverse("diklat:tugas_belajar_list") + "?tampil=belum",
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
