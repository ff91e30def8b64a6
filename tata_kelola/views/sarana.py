"""Register sarana: barang dan saringannya, satu barang dengan perbuatannya, ruang dan kartunya, kebutuhan."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola.forms_sarana import FormBarang, FormKeadaan, FormLepas, FormPelihara, FormRuang
from tata_kelola.hak import PEMBACA, PENULIS, mengelola
from tata_kelola.models import Barang, KeadaanBarang, Ruang
from tata_kelola.models.sarana import KATEGORI
from tata_kelola.sarana import perbuatan, register

KOLOM = ("KODE", "NAMA", "KATEGORI", "MEREK", "TAHUN", "NILAI", "RUANG", "NAMA RUANG", "KONDISI", "PEMEGANG",
         "PEMELIHARAAN BERIKUTNYA")  # fmt: skip
KIR = ("NO.", "KODE", "NAMA BARANG", "MEREK", "TAHUN", "NILAI", "KONDISI", "PEMEGANG")
LABEL = ("KODE", "NAMA", "RUANG", "TAHUN", "PEMILIK")


def _saring(request):
    """(things as the URL filters them, {name: chosen}); what is no choice filters nothing."""
    kondisi, kategori = request.GET.get("kondisi", ""), request.GET.get("kategori", "")
    ruang, q, jatuh = (
        request.GET.get("ruang", ""),
        request.GET.get("q", "").strip()[:60],
        request.GET.get("jatuh") == "1",
    )
    semua = register.daftar()
    if jatuh:
        semua = register.jatuh(request.hari_ini, request.acuan, semua)
    if kondisi in register.KONDISI:
        semua = semua.filter(kondisi=kondisi)
    if kategori in dict(KATEGORI):
        semua = semua.filter(kategori=kategori)
    if ruang.isascii() and ruang.isdigit() and len(ruang) < 10:
        semua = semua.filter(ruang_id=int(ruang))
    if q:
        semua = semua.filter(nama__icontains=q) | semua.filter(kode__icontains=q)
    return semua, {"kondisi": kondisi, "kategori": kategori, "ruang": ruang, "q": q, "jatuh": jatuh}


@akses.peran(*PEMBACA)
@require_safe
def sarana_list(request):
    """Things on the register, filtered in the URL; what is due for maintenance."""
    semua, pilih = _saring(request)
    potongan = potong(request, semua)
    potongan.butir[:] = register.hias(potongan.butir, request.hak)
    angka = register.ringkas(request.hari_ini, request.acuan)
    isi = {
        "potongan": potongan, "pilih": pilih, "n": angka, "kategori": KATEGORI, "kondisi": KeadaanBarang.KONDISI,
        "ruang": list(Ruang.objects.all()), "kelola": mengelola(request.hak, request.acuan),
        "ingat": request.acuan.entri_setelan(register.INGAT, request.hari_ini),
        "kueri": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "tata_kelola/sarana_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def sarana_ekspor(request):
    """The things as they are filtered, all pages."""
    semua, _ = _saring(request)
    nama = dict(KATEGORI)
    isi = (
        [b.kode, b.nama, nama[b.kategori], b.merek, b.tahun, b.nilai, b.ruang_kode, b.ruang_nama, b.tanda[0], b.pemegang_nama,
         b.berikutnya]
        for b in register.hias(semua, request.hak)
    )  # fmt: skip
    return unduh_daftar(request, "Register sarana", KOLOM, isi, objek="barang")


@akses.peran(*PEMBACA)
@require_safe
def sarana_label(request):
    """Labels of the things as they are filtered: a list to print on label sheets."""
    semua, _ = _saring(request)
    isi = ([b.kode, b.nama, b.ruang_kode, b.tahun, "BKPSDM Kabupaten Lamongan"] for b in semua)
    return unduh_daftar(request, "Label barang", LABEL, isi, objek="barang")


@akses.peran(*PEMBACA)
@require_safe
def ruang_list(request):
    """Rooms with what stands in them and their card."""
    n = {}
    for b in register.daftar().values_list("ruang_id", "nilai", "kondisi"):
        banyak, rupiah, rusak = n.get(b[0], (0, 0, 0))
        n[b[0]] = (banyak + 1, rupiah + b[1], rusak + (b[2] != "baik"))
    ruang = [(r, *n.get(r.pk, (0, 0, 0))) for r in Ruang.objects.select_related("unit")]
    return render(
        request, "tata_kelola/ruang_list.html", {"ruang": ruang, "kelola": mengelola(request.hak, request.acuan)}
    )


@akses.peran(*PEMBACA)
@require_safe
def ruang_kartu(request, pk):
    """The card of a room (KIR) as xlsx."""
    ruang = get_object_or_404(Ruang, pk=pk)
    isi = (
        [i, b.kode, b.nama, b.merek, b.tahun, b.nilai, b.tanda[0], b.pemegang_nama]
        for i, b in enumerate(register.hias(register.daftar().filter(ruang_id=pk), request.hak), 1)
    )
    return unduh_daftar(request, f"KIR {ruang.kode}"[:31], KIR, isi, objek="barang")


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def ruang_create(request):
    """A new room."""
    _kelola(request)
    kembali = reverse("tata_kelola:ruang_list")
    form = FormRuang(request.POST or None, acuan=request.acuan)
    isi = {"judul": "Ruang baru", "tombol": "Simpan ruang", "sukses": "Ruang disimpan.",
           "atas": [("Sarana", reverse("tata_kelola:sarana_list")), ("Ruang", kembali)]}  # fmt: skip
    return formulir(
        request, form, lambda f: perbuatan.buat_ruang(f.cleaned_data, oleh=pelaku(request)) and None, isi, kembali
    )


# ── one thing ────────────────────────────────────────────────────────────────────────────────────────


def _kelola(request):
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied


def _ada(request, pk):
    """The thing on the register, for who writes it; else 403."""
    barang = get_object_or_404(Barang, pk=pk)
    if barang.dilepas_pada is not None or not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    return barang


@akses.peran(*PEMBACA)
@require_safe
def sarana_detail(request, pk):
    """One thing: what it is, where it has been, what was done to it."""
    barang = get_object_or_404(Barang, pk=pk)
    keadaan = list(barang.keadaan.select_related("ruang", "oleh__pegawai__kini"))
    isi = {
        "b": barang, "keadaan": register.hias(keadaan, request.hak), "kini": keadaan[0] if keadaan else None,
        "pelihara": list(barang.pemeliharaan.select_related("oleh__pegawai__kini")),
        "kelola": barang.dilepas_pada is None and mengelola(request.hak, request.acuan),
    }  # fmt: skip
    return render(request, "tata_kelola/sarana_detail.html", isi)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def sarana_create(request):
    """A new thing with where it stands."""
    _kelola(request)
    kembali = reverse("tata_kelola:sarana_list")
    awal = {"tahun": request.hari_ini.year, "kondisi": "baik", "ruang": request.GET.get("ruang")}
    form = FormBarang(request.POST or None, initial=awal, hak=request.hak)

    def simpan(f):
        satu = perbuatan.buat_barang(f.cleaned_data, oleh=pelaku(request))
        return redirect("tata_kelola:sarana_detail", satu.pk)

    isi = {
        "judul": "Barang baru",
        "tombol": "Catat barang",
        "sukses": "Barang dicatat.",
        "atas": [("Sarana", kembali)],
    }
    if not Ruang.objects.exists():
        isi["catatan"] = "Belum ada ruang. Tambahkan ruangnya dahulu pada halaman Ruang."
    return formulir(request, form, simpan, isi, kembali)


def _formulir(request, barang, form, lakukan, **isi):
    kembali = reverse("tata_kelola:sarana_detail", args=[barang.pk])

    def simpan(f):
        data = dict(f.cleaned_data)
        lakukan(data, data.pop("versi") or 0)
        return redirect(kembali)

    atas = [("Sarana", reverse("tata_kelola:sarana_list")), (barang.nama[:60], kembali)]
    return formulir(request, form, simpan, isi | {"atas": atas, "penjelasan": f"{barang.kode} {barang.nama}"}, kembali)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def sarana_update(request, pk):
    """What the thing is."""
    b = _ada(request, pk)
    awal = {n: getattr(b, n) for n in (*perbuatan.MEDAN, "versi")}
    form = FormBarang(request.POST or None, initial=awal, hak=request.hak, baru=False)
    return _formulir(
        request, b, form, lambda d, v: perbuatan.ubah_barang(pk, d, versi=v, oleh=pelaku(request)),
        judul="Ubah barang", tombol="Simpan barang", sukses="Barang disimpan.",
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def sarana_keadaan(request, pk):
    """Where it is now, how, and with whom."""
    b = _ada(request, pk)
    lama = b.keadaan.select_related("pemegang").first()
    awal = {"versi": b.versi}
    if lama is not None:
        boleh = next(iter(register.hias([lama], request.hak))).pemegang_kini
        awal |= {"ruang": lama.ruang_id, "kondisi": lama.kondisi, "pemegang": boleh.nip if boleh else ""}
    form = FormKeadaan(request.POST or None, initial=awal, hak=request.hak)
    return _formulir(
        request, b, form, lambda d, v: perbuatan.catat_keadaan(pk, d, versi=v, oleh=pelaku(request)),
        judul="Catat keadaan barang", tombol="Simpan keadaan", sukses="Keadaan dicatat; yang lama tetap terbaca.",
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def sarana_pelihara(request, pk):
    """A maintenance that was done."""
    b = _ada(request, pk)
    form = FormPelihara(request.POST or None, initial={"versi": b.versi, "tanggal": request.hari_ini})
    return _formulir(
        request, b, form, lambda d, v: perbuatan.pelihara(pk, **d, versi=v, oleh=pelaku(request)),
        judul="Catat pemeliharaan", tombol="Simpan pemeliharaan", sukses="Pemeliharaan dicatat.",
    )  # fmt: skip


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def sarana_lepas(request, pk):
    """Takes it off the register."""
    b = _ada(request, pk)
    form = FormLepas(request.POST or None, initial={"versi": b.versi})
    return _formulir(
        request, b, form, lambda d, v: perbuatan.lepas(pk, **d, versi=v, oleh=pelaku(request)), bahaya=True,
        judul="Keluarkan dari register", tombol="Keluarkan barang", sukses="Barang dikeluarkan; riwayatnya tetap terbaca.",
    )  # fmt: skip
