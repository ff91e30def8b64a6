"""Seleksi terbuka JPT bagi sekretariat dan panitia: daftar, satu seleksi, panitia, tahap, perpanjangan, pilihan PPK.

Policy: the secretariat (``boleh_seleksi``) changes; a member of the panitia reads his own seleksi and enters scores.
Everybody else gets 404, since scores are confidential until announced.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from karier.forms_seleksi import FormPansel, FormPerpanjang, FormPilihan, FormSeleksi, jadwal_awal
from karier.hak import boleh_seleksi
from karier.models import LowonganJpt, PanselJpt, PelamarJpt, SeleksiJpt
from karier.seleksi import penilaian, perbuatan
from karier.views import pelaku
from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.galat import DitolakAlur

PENGELOLA = ("staf_bkd", "pejabat_bkd")
TANDA = {
    "rencana": "netral", "dibuka": "info", "administrasi": "perhatian", "penilaian": "perhatian", "hasil": "terpenuhi",
    "selesai": "terpenuhi", "batal": "netral",
}  # fmt: skip
AKSI = {
    "umumkan": (perbuatan.umumkan, "Seleksi diumumkan; pendaftaran dibuka menurut jadwal."),
    "tutup": (perbuatan.tutup, "Pendaftaran ditutup; periksa administrasi para pelamar."),
    "menilai": (penilaian.mulai_menilai, "Seleksi administrasi selesai; nilai dapat diisi."),
    "hasil": (penilaian.tetapkan_hasil, "Hasil diumumkan; terbitkan surat penyampaian tiga calon kepada PPK."),
    "sampaikan": (penilaian.sampaikan, "Surat kepada PPK terbit; cetak, tanda tangani, lalu unggah pindaiannya."),
    "batalkan": (perbuatan.batalkan, "Seleksi dibatalkan."),
}


def harus_pengelola(request):
    """403 for staf of other subbid."""
    if not boleh_seleksi(request.hak, request.acuan):
        raise PermissionDenied


def ambil_seleksi(request, pk, *bersama):
    """The seleksi (with its relations ``bersama``) for its secretariat and its panitia; 404 to everyone else."""
    s = get_object_or_404(SeleksiJpt.objects.select_related(*bersama) if bersama else SeleksiJpt, pk=pk)
    if not boleh_seleksi(request.hak, request.acuan) and not panitia(request, s):
        raise Http404
    return s


def panitia(request, s):
    """Is the reader a member of the panitia of ``s``?"""
    orang = request.hak.pegawai_id
    return orang is not None and s.pansel.filter(pegawai_id=orang).exists()


@akses.peran(*PENGELOLA)
@require_safe
def seleksi_list(request):
    """All seleksi, newest first, with how far each is."""
    harus_pengelola(request)
    daftar = SeleksiJpt.objects.annotate(
        banyak_lowongan=Count("lowongan", distinct=True), banyak=Count("lowongan__pelamar", distinct=True),
        lulus=Count("lowongan__pelamar", filter=Q(lowongan__pelamar__administrasi="lulus"), distinct=True),
    )  # fmt: skip
    status = request.GET.get("status", "")
    if status in dict(SeleksiJpt.STATUS):
        daftar = daftar.filter(status=status)
    potongan = potong(request, daftar)
    for s in potongan:
        s.tanda = TANDA[s.status]
    isi = {"potongan": potongan, "status": status, "pilihan": SeleksiJpt.STATUS}
    return render(request, "karier/seleksi_list.html", isi)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_create(request):
    """A new seleksi, with proposed dates."""
    harus_pengelola(request)
    awal = {"nama": f"Seleksi terbuka JPT Pratama {request.hari_ini.year}"} | jadwal_awal(
        request.acuan, request.hari_ini
    )
    return _formulir(request, None, awal)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_update(request, pk):
    """Changes a seleksi that is not announced yet."""
    harus_pengelola(request)
    s = get_object_or_404(SeleksiJpt, pk=pk)
    medan = ("nama", "nomor_izin", "tanggal_izin", "nomor_sk", "tanggal_sk", "rencana_pelantikan")
    awal = {n: getattr(s, n) for n in medan} | {"jabatan": list(s.lowongan.values_list("jabatan_id", flat=True))}
    for t in s.tahap.all():
        awal |= {f"{t.kode}_mulai": t.mulai, f"{t.kode}_selesai": t.selesai}
    return _formulir(request, s, awal)


def _formulir(request, s, awal):
    form = FormSeleksi(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            s = perbuatan.simpan(s.pk if s else None, *form.hasil(), oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Seleksi disimpan.")
            return redirect("karier:seleksi_detail", pk=s.pk)
    isi = {
        "judul": "Ubah seleksi" if s else "Seleksi terbuka baru", "form": form, "tombol": "Simpan seleksi",
        "penjelasan": "Tahap dan lamanya menurut PermenPANRB 15/2019; tanggalnya usulan portal, boleh diubah.",
        "batal_url": reverse("karier:seleksi_detail", args=[s.pk]) if s else reverse("karier:seleksi_list"),
        "atas": [("Seleksi terbuka", reverse("karier:seleksi_list"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)


@akses.masuk
@require_safe
def seleksi_detail(request, pk):
    """One seleksi: readiness, stages, panitia, and the applicants of each post with their ranking."""
    s = ambil_seleksi(request, pk, "surat")
    lowongan = list(perbuatan.hitung_calon(s, request.acuan))
    tahap, berkas = list(s.tahap.all()), list(s.berkas.filter(diganti_pada__isnull=True))
    berikut = next((t for t in tahap if s.bobot.get(t.kode) and not t.diumumkan_pada), None)
    for t in tahap:
        t.bobot = s.bobot.get(t.kode)
    pilihan = {b.lowongan_id: b for b in berkas}
    for lo, _ in lowongan:
        lo.pindaian = pilihan.get(lo.pk)
    pelamar = PelamarJpt.objects.filter(lowongan__seleksi=s).select_related("pegawai__kini__jabatan")
    menurut = {}
    for p in pelamar.order_by("peringkat", "pegawai__kini__nama"):
        p.tanda = {"lulus": "terpenuhi", "gugur": "gagal"}.get(p.administrasi, "netral")
        p.kurang = ", ".join(x["kode"] for x in p.syarat if x["jawaban"] == "tidak")
        menurut.setdefault(p.lowongan_id, []).append(p)
    isi = {
        "s": s, "tanda": TANDA[s.status], "boleh": boleh_seleksi(request.hak, request.acuan), "tahap": tahap,
        "berkas": {b.kode: b for b in berkas if b.lowongan_id is None},
        "pansel": s.pansel.select_related("pegawai"), "lowongan": [(lo, h, menurut.get(lo.pk, [])) for lo, h in lowongan],
        "kesiapan": perbuatan.kesiapan(s, request.acuan) if s.status == "rencana" else [],
        "berikut": berikut.kode if berikut and s.status == "penilaian" and berikut.selesai <= request.hari_ini else "",
        "batal_boleh": s.status not in ("hasil", "selesai", "batal"),
    }  # fmt: skip
    return render(request, "karier/seleksi_detail.html", isi)


@akses.peran(*PENGELOLA)
@require_POST
def seleksi_lakukan(request, pk, aksi):
    """One act that moves the seleksi on, and back to its page with a sentence."""
    harus_pengelola(request)
    if aksi not in AKSI:
        raise Http404
    get_object_or_404(SeleksiJpt, pk=pk)
    perbuatan_ini, kalimat = AKSI[aksi]
    try:
        perbuatan_ini(pk, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat)
    return redirect("karier:seleksi_detail", pk=pk)


def satu_formulir(request, form, perbuatan_ini, isi, kembali):
    """A form that calls one act; back with a sentence, or the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            hasil = perbuatan_ini(form.cleaned_data)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, isi["sukses"])
            return hasil if hasattr(hasil, "status_code") else redirect(kembali)
    konteks = {"form": form, "batal_url": kembali} | isi
    return render(request, "komponen/form_halaman.html", konteks, status=400 if form.errors else 200)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def pansel_create(request, pk):
    """One more member of the panitia."""
    harus_pengelola(request)
    s, kembali = get_object_or_404(SeleksiJpt, pk=pk), reverse("karier:seleksi_detail", args=[pk])
    isi = {
        "judul": "Anggota panitia", "tombol": "Tambah anggota", "sukses": "Anggota panitia ditambahkan.",
        "penjelasan": "Ganjil, 5 sampai 9 orang; dari dalam instansi paling banyak 45% (PermenPANRB 15/2019).",
        "atas": [("Seleksi terbuka", reverse("karier:seleksi_list")), (s.nama, kembali)],
    }  # fmt: skip
    form = FormPansel(request.POST or None)
    return satu_formulir(
        request, form, lambda d: perbuatan.tambah_pansel(s.pk, d, oleh=pelaku(request)) and None, isi, kembali
    )


@akses.peran(*PENGELOLA)
@require_POST
def pansel_delete(request, pk):
    """Takes a member out."""
    harus_pengelola(request)
    anggota = get_object_or_404(PanselJpt, pk=pk)
    try:
        perbuatan.keluarkan_pansel(anggota, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    return redirect("karier:seleksi_detail", pk=anggota.seleksi_id)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_perpanjang(request, pk):
    """Registration is open longer; the stages after it move along."""
    harus_pengelola(request)
    s, kembali = get_object_or_404(SeleksiJpt, pk=pk), reverse("karier:seleksi_detail", args=[pk])
    isi = {
        "judul": "Perpanjang pendaftaran", "tombol": "Perpanjang", "sukses": "Pendaftaran diperpanjang.",
        "penjelasan": "Dilakukan bila calon yang lulus kurang dari tiga; tahap sesudahnya bergeser sama banyak hari.",
        "atas": [("Seleksi terbuka", reverse("karier:seleksi_list")), (s.nama, kembali)],
    }  # fmt: skip
    form = FormPerpanjang(request.POST or None)
    return satu_formulir(
        request, form, lambda d: perbuatan.perpanjang(s.pk, d["sampai"], oleh=pelaku(request)) and None, isi, kembali
    )


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def lowongan_pilih(request, pk):
    """Records the choice of the PPK; the appointment begins as a draft usulan."""
    harus_pengelola(request)
    lo = get_object_or_404(LowonganJpt.objects.select_related("seleksi", "jabatan"), pk=pk)
    if lo.seleksi.status != "hasil" or lo.seleksi.surat_id is None:
        raise Http404
    kembali = reverse("karier:seleksi_detail", args=[lo.seleksi_id])
    tiga = lo.pelamar.filter(peringkat__lte=3).select_related("pegawai__kini").order_by("peringkat")
    isi = {
        "judul": "Pilihan PPK", "tombol": "Rekam pilihan dan buat usulan pengangkatan",
        "sukses": "Pilihan PPK direkam; lengkapi lalu ajukan usulan pengangkatannya.",
        "penjelasan": f"{lo.jabatan.nama}: PPK memilih satu dari tiga calon terbaik (PermenPANRB 15/2019).",
        "atas": [("Seleksi terbuka", reverse("karier:seleksi_list")), (lo.seleksi.nama, kembali)],
    }  # fmt: skip

    def rekam(d):
        u = penilaian.pilih(lo.pk, int(d["pelamar"]), d["nomor"], d["tanggal"], d["berkas"], oleh=pelaku(request))
        return redirect("layanan:usulan_detail", u.nomor)

    form = FormPilihan(request.POST or None, request.FILES or None, tiga=tiga)
    return satu_formulir(request, form, rekam, isi, kembali)
