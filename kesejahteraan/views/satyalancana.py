"""Ruang kerja Satyalancana satu periode: layak, hampir, usulan; draf banyak, surat usul, dan Keppres dari daftar."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import AntreanMati, antrekan, kirim
from kepegawaian.aturan import tulis_masa
from kepegawaian.models import Pegawai
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar
from kesejahteraan.penghargaan import jawaban, periode, surat
from kesejahteraan.penghargaan.filters import KelayakanFilter, UsulanFilter, rahasia
from kesejahteraan.penghargaan.forms import DaftarKeppresForm, RekamKeppresForm, SuratForm, hari_anugerah
from kesejahteraan.penghargaan.menu import PERIODE as PELIHAT
from kesejahteraan.penghargaan.models import KelayakanSlks, PeriodeSlks, SuratUsulSlks
from kesejahteraan.tasks import hitung_slks, lampirkan_drh
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import TIDAK
from layanan.models import Usulan
from layanan.tampilan import sebut_sisa
from layanan.views.usulan import pelaku

PEMBUAT = ("staf_bkd", "operator_opd")
PENGELOLA = "SUB42"
LAYAK, HAMPIR = ("ya", "periksa"), ("hampir", "belum")
BANYAK_DRAF = 50
KOLOM = (
    "NIP",
    "NAMA",
    "JABATAN",
    "UNIT KERJA",
    "OPD",
    "KELAS",
    "MASA KERJA",
    "HASIL",
    "YANG KURANG",
    "SUDAH DIUSULKAN",
)
KOLOM_REKAP = ("NOMOR", "NIP", "NAMA", "TANGGAL LAHIR", "PANGKAT", "GOLONGAN", "JABATAN", "OPD", "TMT CPNS", "KELAS", "STATUS",
               "LANGKAH", "BATAS", "NOMOR SURAT PENGANTAR")  # fmt: skip


def _kelola(request):
    """Staf of Subbid Kesejahteraan, who records for the period."""
    unit = request.acuan.unit_kode.get(PENGELOLA)
    return request.hak.punya("staf_bkd") and unit is not None and unit.id in request.hak.unit_staf


def _ambil(tahun):
    """The period of the address: computed or asked for once, else one not written yet; 404 for nonsense."""
    sah = periode.tahun_sah(tahun)
    if sah is None:
        raise Http404
    return PeriodeSlks.objects.filter(tahun=sah).first() or PeriodeSlks(
        tahun=sah, tanggal=hari_anugerah(acuan_kini(), sah)
    )


def _usulan(request, satu):
    """Usulan of the award in scope, drafts included."""
    terlihat = Usulan.objects.terlihat_oleh(request.hak).filter(layanan=periode.SLUG, tmt=satu.tanggal)
    return terlihat.select_related("pegawai__kini", "langkah_kini")


def _bingkai(request, satu, lembar):
    """What every tab of a period shows."""
    angka = dict(
        KelayakanSlks.objects.filter(request.hak.lingkup("pegawai__kini__"), periode=satu)
        .values_list("hasil").annotate(n=Count("pk"))
    ) if satu.pk else {}  # fmt: skip
    kode = Q(langkah_kini__kode="kirim"), Q(langkah_kini__kode__in=jawaban.MENUNGGU)
    usulan = _usulan(request, satu).aggregate(
        n=Count("pk"), kirim=Count("pk", filter=kode[0]), tunggu=Count("pk", filter=kode[1])
    )
    kini = periode.tahun_kini(request.acuan, request.hari_ini)
    ada = set(PeriodeSlks.objects.values_list("tahun", flat=True))
    return {
        "satu": satu, "lembar": lembar, "pilihan": sorted(ada | {kini, kini + 1, satu.tahun})[-6:],
        "layak": sum(angka.get(h, 0) for h in LAYAK), "hampir": angka.get("hampir", 0), "belum": angka.get("belum", 0),
        "diusulkan": usulan["n"], "siap_kirim": usulan["kirim"], "menunggu": usulan["tunggu"], "kelola": _kelola(request), "boleh_usul": request.hak.punya(*PEMBUAT),
        "tenggat": katalog.ambil(periode.SLUG).tenggat_usul(satu.tanggal, request.acuan),
    }  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def satyalancana_kini(request):
    """The award in preparation."""
    return redirect("kesejahteraan:satyalancana_detail", periode.tahun_kini(request.acuan, request.hari_ini))


def _saring(request, satu, hasil, buka):
    return KelayakanFilter(request.GET, periode.kelayakan(request.hak, satu, hasil), request=request, buka=buka)


def _hias(request, potongan, buka):
    """Adds words to the rows of one page: unit, service, what is missing as far as the reader may know."""
    tutup, unit = (set() if buka else rahasia()), request.acuan.unit
    for b in potongan:
        b.unit_nama = unit[b.pegawai.kini.unit_id].nama if b.pegawai.kini.unit_id in unit else ""
        b.masa = tulis_masa(b.masa_bulan)
        b.sebab = [
            (kode, "gagal" if jawab == TIDAK else "perhatian", "Diperiksa BKD." if kode in tutup else kalimat)
            for kode, jawab, kalimat in b.kurang
        ]
    return potongan


@akses.peran(*PELIHAT)
@require_safe
def satyalancana_detail(request, tahun):
    """Who is eligible (``?lihat=hampir``: who nearly is, and what is missing)."""
    satu, buka = _ambil(tahun), request.hak.punya("staf_bkd", "pejabat_bkd", "inspektorat")
    lembar = "hampir" if request.GET.get("lihat") == "hampir" else "layak"
    saring = _saring(request, satu, HAMPIR if lembar == "hampir" else LAYAK, buka)
    potongan = potong(request, saring.qs, None if request.GET.get("hitung") == "semua" else BATAS_HITUNG)
    isi = _bingkai(request, satu, lembar) | {"saring": saring, "potongan": _hias(request, potongan, buka)}
    isi |= {
        "batas": BATAS_HITUNG,
        "aksi": [{"nilai": "usul", "teks": "Buat draf usulan", "ikon": "plus-lg", "utama": True}],
    }
    return render(request, "kesejahteraan/satyalancana/detail.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def satyalancana_ekspor(request, tahun):
    """The list as it is filtered, all its pages."""
    satu, buka = _ambil(tahun), request.hak.punya("staf_bkd", "pejabat_bkd", "inspektorat")
    hasil = HAMPIR if request.GET.get("lihat") == "hampir" else LAYAK
    nama, unit = dict(KelayakanSlks.HASIL), request.acuan.unit

    def baris():
        for b in _hias(request, list(_saring(request, satu, hasil, buka).qs), buka):
            k = b.pegawai.kini
            yield (
                k.nip, k.nama_lengkap, k.jabatan.nama if k.jabatan else "", b.unit_nama,
                unit[k.opd_id].nama if k.opd_id in unit else "", b.kelas, b.masa, nama[b.hasil],
                "; ".join(f"{kode} {kalimat}" for kode, _, kalimat in b.sebab), "ya" if b.diusulkan else "",
            )  # fmt: skip

    return unduh_daftar(request, f"Kelayakan Satyalancana {satu.tahun}", KOLOM, baris(), objek="kelayakanslks")


@akses.peran("staf_bkd")
@require_POST
def satyalancana_hitung(request, tahun):
    """Asks the worker to compute the period anew."""
    satu = periode.minta(_ambil(tahun).tahun)
    try:
        kirim(hitung_slks, satu.tahun)
    except AntreanMati as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Kelayakan sedang dihitung ulang. Muat ulang halaman ini sebentar lagi.")
    return redirect("kesejahteraan:satyalancana_detail", tahun)


@akses.peran(*PEMBUAT)
@require_POST
def satyalancana_usul(request, tahun):
    """A draft of each chosen pegawai with his class and the DRH as the portal prints it; each told for itself."""
    satu, oleh = _ambil(tahun), pelaku(request)
    pilih = list(dict.fromkeys(request.POST.getlist("pilih")))[:BANYAK_DRAF]
    boleh = {
        b.pegawai.nip: b for b in periode.kelayakan(request.hak, satu, LAYAK + HAMPIR).filter(pegawai__nip__in=pilih)
    }
    dibuat, layanan = 0, katalog.ambil(periode.SLUG)
    for baris in filter(None, map(boleh.get, pilih)):
        pegawai = Pegawai.objects.select_related("kini").get(pk=baris.pegawai_id)
        try:
            usulan = alur.buat_draf(
                layanan, pegawai, oleh=oleh, isian={"tmt": satu.tanggal.isoformat(), "kelas": baris.kelas}
            )
        except DitolakAlur as galat:
            messages.error(request, f"{pegawai.kini.nama_lengkap}: {galat}")
        else:
            antrekan(lampirkan_drh, usulan.pk, request.user.pk)
            dibuat += 1
    if not pilih:
        messages.error(request, "Belum ada pegawai yang dipilih.")
    if dibuat:
        messages.success(request, f"{dibuat} draf usulan dibuat; DRH-nya dilampirkan sendiri. Lengkapi berkas lain, lalu kirim "
                         "dengan satu surat pengantar.")  # fmt: skip
        return redirect("kesejahteraan:satyalancana_usulan", tahun)
    return redirect("kesejahteraan:satyalancana_detail", tahun)


# ── usulan of the period ─────────────────────────────────────────────────────────────────────────────


@akses.peran(*PELIHAT)
@require_safe
def satyalancana_usulan(request, tahun):
    """Where each usulan stands; letters, and the list of the result for those who process it."""
    satu = _ambil(tahun)
    saring = UsulanFilter(request.GET, _usulan(request, satu), request=request)
    potongan = potong(request, saring.qs)
    for u in potongan:
        if u.langkah_kini and u.langkah_kini.batas:
            u.sisa = request.acuan.selisih_hari_kerja(request.hari_ini, u.langkah_kini.batas)
            u.sebut_sisa = sebut_sisa(u.sisa)
    isi = _bingkai(request, satu, "usulan") | {"saring": saring, "potongan": potongan}
    if isi["kelola"]:
        isi |= {
            "form": DaftarKeppresForm(), "form_surat": SuratForm(),
            "surat": list(satu.surat.select_related("naskah")) if satu.pk else [],
        }  # fmt: skip
    return render(request, "kesejahteraan/satyalancana/usulan.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def satyalancana_rekap(request, tahun):
    """Recap of the usulan for the ministry, as they are filtered."""
    satu, status = _ambil(tahun), dict(Usulan.STATUS)
    saring = UsulanFilter(
        request.GET, _usulan(request, satu).select_related("pegawai__kini__golongan", "pegawai__kini__jabatan", "pengantar"),
        request=request,
    )  # fmt: skip
    unit = request.acuan.unit

    def baris():
        for u in saring.qs.iterator(chunk_size=2000):
            k = u.pegawai.kini
            yield (
                u.nomor, k.nip, k.nama_lengkap, k.tanggal_lahir, k.golongan.pangkat if k.golongan else "", k.golongan_id,
                k.jabatan.nama if k.jabatan else "", unit[k.opd_id].nama if k.opd_id in unit else "", k.tmt_cpns,
                u.isian.get("kelas", ""), status[u.status], u.langkah_kini.nama if u.langkah_kini else "",
                u.langkah_kini.batas if u.langkah_kini else None, u.pengantar.nomor if u.pengantar else "",
            )  # fmt: skip

    return unduh_daftar(request, f"Rekap usul Satyalancana {satu.tahun}", KOLOM_REKAP, baris(), objek="usulan")


def _tolak_bukan_pengelola(request):
    if not _kelola(request):
        raise Http404


@akses.peran("staf_bkd")
@require_POST
def satyalancana_surat(request, tahun):
    """One letter for all usulan that wait to be sent."""
    _tolak_bukan_pengelola(request)
    satu = _ambil(tahun)
    try:
        terbit, hasil = surat.terbitkan(periode.periode(satu.tahun).pk, _usulan(request, satu).filter(
            status="diproses", langkah_kini__kode="kirim"), oleh=pelaku(request))  # fmt: skip
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Surat {terbit.naskah.nomor} terbit bagi {terbit.banyak} orang dan sedang dicetak.")
        for h in [h for h in hasil if h.sebab][:10]:
            messages.error(request, f"{h.usulan.pegawai.kini.nama_lengkap}: {h.sebab}")
    return redirect("kesejahteraan:satyalancana_usulan", tahun)


@akses.peran("staf_bkd")
@require_POST
def satyalancana_surat_sah(request, pk):
    """The signed scan of a letter."""
    _tolak_bukan_pengelola(request)
    satu, form = get_object_or_404(SuratUsulSlks, pk=pk), SuratForm(request.POST, request.FILES)
    try:
        if form.is_valid():
            surat.sahkan(pk, form.cleaned_data["berkas"], oleh=pelaku(request))
            messages.success(request, "Surat usul yang ditandatangani tersimpan.")
        else:
            messages.error(request, "Pilih pindaian surat usul yang ditandatangani.")
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    return redirect("kesejahteraan:satyalancana_usulan", satu.periode.tahun)


@akses.peran("staf_bkd")
@require_POST
def satyalancana_keppres(request, tahun):
    """The result of many from one list: shown first, recorded when confirmed; a wrong row holds all back."""
    _tolak_bukan_pengelola(request)
    satu = _ambil(tahun)
    isi, daftar = _bingkai(request, satu, "usulan"), _usulan(request, satu)
    if "bawaan" in request.POST:
        return _rekam_keppres(request, isi, daftar)
    isi["form"] = form = DaftarKeppresForm(request.POST, request.FILES)
    if form.is_valid():
        baris, isi["lama"], isi["salah"] = jawaban.baca(form.cleaned_data["daftar"], daftar)
        if baris and not isi["salah"]:
            rekam = RekamKeppresForm(initial={"bawaan": jawaban.bungkus(baris)}, ditetapkan=_ditetapkan(baris))
            isi |= {"akan": baris, "rekam": rekam}
    return render(request, "kesejahteraan/satyalancana/keppres.html", isi, status=422 if form.errors else 200)


def _ditetapkan(baris):
    return any(j.isi["hasil"] == jawaban.DITETAPKAN for j in baris)


def _rekam_keppres(request, isi, daftar):
    """The second request: the signed list with the Keppres and its scan."""
    baris = jawaban.buka_bungkus(request.POST["bawaan"], daftar)
    if not baris:
        messages.error(request, "Pratinjaunya sudah kedaluwarsa; unggah daftarnya sekali lagi.")
        return redirect("kesejahteraan:satyalancana_usulan", isi["satu"].tahun)
    form = RekamKeppresForm(request.POST, request.FILES, ditetapkan=_ditetapkan(baris))
    isi["form"] = DaftarKeppresForm()
    if form.is_valid():
        isi["hasil"] = jawaban.terapkan(baris, form.cleaned_data, oleh=pelaku(request))
        isi["berhasil"] = sum(not h.sebab for h in isi["hasil"])
    else:
        isi |= {"akan": baris, "rekam": form}
    return render(request, "kesejahteraan/satyalancana/keppres.html", isi, status=422 if form.errors else 200)
