"""Halaman mutasi: saran isian, dan ruang rancangan pelantikan.

Each act view parses through a form, calls one act of ``mutasi.perbuatan``, and redirects; a rancangan the reader may not
know of is 404.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import Pengguna
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku
from mutasi import bidang, perbuatan, pohon, rancangan as ruang
from mutasi.forms import AnggotaForm, BarisForm, FinalForm, PelantikanForm, RancanganForm
from mutasi.models import Rancangan

KOLOM = ("NIP", "NAMA", "JABATAN LAMA", "UNIT LAMA", "JABATAN BARU", "UNIT BARU", "ARAH", "TEMUAN")


@akses.masuk
@require_safe
def saran(request, jenis):
    """``<option>`` elements for what is typed into the field ``?dari=``; people only in the reader's scope."""
    if jenis not in bidang.JENIS:
        raise Http404
    teks = request.GET.get(request.GET.get("dari", ""), "")
    return HttpResponse(bidang.pilihan_saran(bidang.saran(jenis, teks, request.hak)))


@akses.masuk
@require_safe
def rancangan_list(request):
    """The rancangan the reader is named on, newest first; ``?status=`` filters."""
    daftar = Rancangan.objects.terlihat_oleh(request.hak).select_related("dibuat_oleh__pegawai__kini")
    status = request.GET.get("status", "")
    if status in dict(Rancangan.STATUS):
        daftar = daftar.filter(status=status)
    isi = {"potongan": potong(request, daftar), "status": status, "pilihan": Rancangan.STATUS,
           "boleh": perbuatan.boleh_membuat(request.hak)}  # fmt: skip
    return render(request, "mutasi/rancangan_list.html", isi)


@akses.masuk
def rancangan_create(request):
    """Names a new rancangan and its TMT."""
    if not perbuatan.boleh_membuat(request.hak):
        raise PermissionDenied
    form = RancanganForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        baru = perbuatan.buat(**form.cleaned_data, oleh=pelaku(request))
        messages.success(request, "Rancangan dibuat. Hanya anggota tim dan pimpinan yang melihatnya.")
        return redirect("mutasi:rancangan_detail", pk=baru.pk)
    return render(request, "mutasi/rancangan_create.html", {"form": form}, status=422 if form.errors else 200)


def _ambil(request, pk):
    """The Rancangan when the reader may know of it; else 404."""
    return get_object_or_404(Rancangan.objects.terlihat_oleh(request.hak), pk=pk)


def _ambil_ubah(request, pk):
    """As ``_ambil`` for who may change it; who only reads it (Sekda, the clerk of the Bupati) gets 403."""
    rancangan = _ambil(request, pk)
    if rancangan.status == "konsep" and not perbuatan.boleh_mengubah(rancangan, request.hak):
        raise PermissionDenied
    return rancangan


@akses.masuk
@require_safe
def rancangan_detail(request, pk):
    """The workspace: rows with their violations, chain vacancies, doubles, before and after per unit."""
    return _halaman(request, _ambil(request, pk))


def _halaman(request, rancangan, *, status=200, **form):
    keseluruhan = ruang.susun(rancangan, request.acuan)
    anggota = list(rancangan.anggota.select_related("pegawai__kini").order_by("nama_pengguna"))
    mengubah = perbuatan.boleh_mengubah(rancangan, request.hak, {a.pk for a in anggota})
    final = rancangan.status == "final"
    isi = {
        "dilantik": len(perbuatan.menunggu_pelantikan(rancangan, request.hak)) if final else 0,
        "rancangan": rancangan, "k": keseluruhan, "mengubah": mengubah,
        "anggota": anggota,
        "form_baris": form.get("form_baris") or BarisForm(prefix="baris"),
        "form_anggota": form.get("form_anggota") or AnggotaForm(prefix="anggota"),
        "final": mengubah and perbuatan.membuat_usulan(request.hak), "boleh_plt": perbuatan.membuat_usulan(request.hak),
        "form_final": form.get("form_final") or FinalForm(prefix="final"),
        "halangan": ruang.dapat_difinalkan(keseluruhan, rancangan.tmt, request.hari_ini),
    }  # fmt: skip
    return render(request, "mutasi/rancangan_detail.html", isi, status=status)


@akses.masuk
@require_safe
def rancangan_pohon(request, pk):
    """The tree of posts of one OPD (``?opd=``): each seat now and after; a seat or its holder goes into the form."""
    return _pohon(request, _ambil(request, pk))


def _pohon(request, rancangan, *, form=None, status=200):
    acuan, awal = request.acuan, {k: request.GET.get(k, "") for k in ("nip", "jabatan")}
    kode = request.POST.get("opd") or request.GET.get("opd", "")
    opd = acuan.unit_kode.get(kode)
    if opd is None and awal["jabatan"]:
        opd = pohon.opd_jabatan(awal["jabatan"], acuan)
    if opd is None or opd.jenis != "opd":
        opd = acuan.unit_kode[pohon.pilihan_opd(acuan)[0][0]]
    isi = {
        "rancangan": rancangan, "simpul": pohon.susun(rancangan, opd, acuan), "opd": opd, "awal": awal,
        "pilihan": pohon.pilihan_opd(acuan), "mengubah": perbuatan.boleh_mengubah(rancangan, request.hak),
        "form_baris": form or BarisForm(prefix="baris", initial=awal),
    }  # fmt: skip
    return render(request, "mutasi/rancangan_pohon.html", isi, status=status)


def _lakukan(request, pk, act, sukses):
    """Runs an act; its refusal is a message. Back to the tree when the form stood there, else to the workspace."""
    try:
        act()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, sukses)
    if opd := request.acuan.unit_kode.get(request.POST.get("opd", "")):
        return redirect(f"{reverse('mutasi:rancangan_pohon', args=[pk])}?opd={opd.kode}")
    return redirect("mutasi:rancangan_detail", pk=pk)


@akses.masuk
@require_POST
def baris_create(request, pk):
    """Drops a person into a post."""
    rancangan = _ambil_ubah(request, pk)
    form = BarisForm(request.POST, prefix="baris")

    def salah():
        if request.POST.get("opd"):
            return _pohon(request, rancangan, form=form, status=422)
        return _halaman(request, rancangan, form_baris=form, status=422)

    if not form.is_valid():
        return salah()
    isi = form.cleaned_data
    pegawai = perbuatan.pegawai_nip(isi["nip"], request.hak)
    if pegawai is None:
        form.add_error("nip", "Tidak ada pegawai aktif dengan NIP itu dalam lingkup Anda.")
        return salah()

    def act():
        perbuatan.tambah_baris(rancangan, pegawai=pegawai, jabatan=isi["jabatan_baris"], unit=isi["unit_baris"],
                               oleh=pelaku(request))  # fmt: skip

    jawab = _lakukan(request, pk, act, f"{pegawai.kini.nama_lengkap} ditempatkan.")
    if temuan := ruang.pelanggaran(rancangan, pegawai.pk, request.acuan):
        messages.warning(request, f"{pegawai.kini.nama_lengkap} melanggar syarat. {temuan}")
    return jawab


@akses.masuk
@require_POST
def baris_hapus(request, pk, baris):
    """Takes a person out."""
    rancangan = _ambil_ubah(request, pk)
    return _lakukan(
        request,
        pk,
        lambda: perbuatan.hapus_baris(rancangan, baris, oleh=pelaku(request)),
        "Dikeluarkan dari rancangan.",
    )


@akses.masuk
@require_POST
def anggota_create(request, pk):
    """Names another member of the team by NIP."""
    rancangan = _ambil_ubah(request, pk)
    form = AnggotaForm(request.POST, prefix="anggota")
    if not form.is_valid():
        return _halaman(request, rancangan, form_anggota=form, status=422)
    akun = Pengguna.objects.filter(pegawai__nip=form.cleaned_data["nip"], is_active=True).first()
    if akun is None:
        form.add_error("nip", "Pegawai itu belum mempunyai akun.")
        return _halaman(request, rancangan, form_anggota=form, status=422)
    return _lakukan(
        request, pk, lambda: perbuatan.ubah_anggota(rancangan, akun, masuk=True, oleh=pelaku(request)),
        "Anggota tim ditambahkan.",
    )  # fmt: skip


@akses.masuk
@require_POST
def anggota_hapus(request, pk, akun):
    """Takes a member off the team."""
    rancangan = _ambil_ubah(request, pk)
    siapa = get_object_or_404(rancangan.anggota, pk=akun)
    return _lakukan(
        request, pk, lambda: perbuatan.ubah_anggota(rancangan, siapa, masuk=False, oleh=pelaku(request)),
        "Anggota tim dikeluarkan.",
    )  # fmt: skip


@akses.masuk
@require_safe
def rancangan_ekspor(request, pk):
    """The rows as xlsx, with their findings."""
    k = ruang.susun(_ambil(request, pk), request.acuan)
    baris = (
        (b.isi.pegawai.nip, b.profil.nama_lengkap, b.profil.jabatan, b.profil.unit, b.isi.jabatan.nama, b.isi.unit.nama,
         b.arah, "; ".join(f"{kode}: {kalimat}" for kode, _, kalimat, _ in b.temuan))
        for b in k.baris
    )  # fmt: skip
    return unduh_daftar(request, "Rancangan", KOLOM, baris, objek="rancangan")


@akses.masuk
@require_POST
def rancangan_final(request, pk):
    """Turns every row into a usulan of placement under one letter; shows what became of each."""
    rancangan = _ambil_ubah(request, pk)
    if not perbuatan.membuat_usulan(request.hak):
        raise PermissionDenied
    form = FinalForm(request.POST, prefix="final")
    if not form.is_valid():
        return _halaman(request, rancangan, form_final=form, status=422)
    keseluruhan = ruang.susun(rancangan, request.acuan)
    if sebab := ruang.dapat_difinalkan(keseluruhan, rancangan.tmt, request.hari_ini):
        messages.error(request, sebab)
        return redirect("mutasi:rancangan_detail", pk=pk)
    isi = form.cleaned_data
    try:
        hasil = perbuatan.finalkan(rancangan, nomor=isi["nomor"], tanggal=isi["tanggal"], oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("mutasi:rancangan_detail", pk=pk)
    berhasil = sum(not h.sebab for h in hasil)
    return render(
        request, "layanan/hasil_banyak.html",
        {"judul": rancangan.nama, "hasil": hasil, "berhasil": berhasil, "gagal": len(hasil) - berhasil, "kata": "diajukan",
         "kembali": "mutasi:rancangan_list"},
    )  # fmt: skip


@akses.masuk
@require_http_methods(["GET", "POST"])
def rancangan_lantik(request, pk):
    """One pelantikan for all of a final rancangan who wait for the reader: day, place, rohaniwan and witnesses once."""
    rancangan = _ambil(request, pk)
    menunggu = perbuatan.menunggu_pelantikan(rancangan, request.hak)
    form = PelantikanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not menunggu:
            form.add_error(None, "Tidak ada usulan rancangan ini yang menunggu pelantikan di meja Anda.")
        else:
            data = {k: request.POST[k] for k in form.fields}
            hasil = perbuatan.lantik(rancangan, data, oleh=pelaku(request).berombongan())
            berhasil = sum(not h.sebab for h in hasil)
            isi = {"judul": f"Pelantikan {rancangan.nama}", "hasil": hasil, "berhasil": berhasil,
                   "gagal": len(hasil) - berhasil, "kata": "dilantik", "kembali": "mutasi:rancangan_list"}  # fmt: skip
            return render(request, "layanan/hasil_banyak.html", isi)
    kembali = reverse("mutasi:rancangan_detail", args=[pk])
    isi = {
        "judul": "Pelantikan bersama", "form": form, "tombol": f"Rekam pelantikan {len(menunggu)} orang",
        "batal_url": kembali,
        "penjelasan": "Berita acara terbit bagi tiap orang; TMT-nya tanggal pelantikan. "
        + ("; ".join(u.pegawai.kini.nama_lengkap for u in menunggu) or "Belum ada yang menunggu di meja Anda") + ".",
        "atas": [("Rancangan pelantikan", reverse("mutasi:rancangan_list")), (rancangan.nama, kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
