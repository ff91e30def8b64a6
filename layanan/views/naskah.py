"""Naskah: daftar, unduh lewat pemeriksaan akses, dan halaman verifikasi publik di balik QR."""

from django.core.cache import cache
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from kepegawaian import akses, dosir, jejak
from kepegawaian.models import HubunganNaskah, Naskah, NaskahPegawai, Pegawai
from kepegawaian.penomoran import potong
from layanan import tanda_tangan_surat
from layanan.filters import NaskahFilter
from layanan.forms import FormVerifikasi
from layanan.models import NaskahUsulan, Usulan
from layanan.verifikasi import bandingkan

# Kinds only their own process shows: the letter of a seleksi names candidates with their scores.
TERTUTUP = ("surat_seleksi",)


def naskah_terlihat(hak):
    """Naskah about at least one pegawai in scope; none of ``TERTUTUP``, none of a usulan still closed to its person."""
    semua = Naskah.objects.exclude(jenis__in=TERTUTUP).exclude(naskah_rahasia(hak))
    if hak.lihat_semua:
        tertutup = Usulan.objects.filter(tertutup=True, pegawai_id=hak.pegawai_id or 0)
        return semua.exclude(pk__in=tertutup.filter(naskah__isnull=False).values("naskah__naskah_id"))
    terbuka = semua.exclude(usulan__usulan__tertutup=True)
    return terbuka.filter(isi__pegawai__in=Pegawai.objects.terlihat_oleh(hak)).distinct()


def naskah_rahasia(hak):
    """Q over Naskah: those of a confidential case the reader does not open."""
    if not hak.rahasia_tertutup:
        return Q(pk__in=())
    lain = Usulan.objects.filter(layanan__in=hak.rahasia_tertutup)
    lain = lain.exclude(pk__in=hak.saring_usulan(lain).values("pk"))
    return Q(pk__in=NaskahUsulan.objects.filter(usulan__in=lain.values("pk")).values("naskah_id"))


def saring_naskah(request):
    """Naskah in scope as the URL filters them, for the list and its export."""
    daftar = naskah_terlihat(request.hak).prefetch_related(
        Prefetch("isi", NaskahPegawai.objects.select_related("pegawai__kini")),
        Prefetch("dikenai", HubunganNaskah.objects.select_related("baru")),
        Prefetch("mengenai", HubunganNaskah.objects.select_related("lama")),
    )
    return NaskahFilter(request.GET, queryset=daftar)


@akses.masuk
def naskah_list(request):
    """Register of naskah in scope, newest first."""
    saring = saring_naskah(request)
    return render(request, "layanan/naskah_list.html", {"saring": saring, "potongan": potong(request, saring.qs)})


def ambil_naskah(request, pk):
    """The Naskah ``pk`` by the scope of its people or of its usulan; 404 to everyone else."""
    naskah = naskah_terlihat(request.hak).filter(pk=pk).first()
    if naskah is None and request.hak.kantor:  # who signs a letter reads it first
        surat = tanda_tangan_surat.menunggu_saya(request.hak).filter(naskah_id=pk).first()
        naskah = surat and surat.naskah
    if naskah is None:
        naskah = get_object_or_404(Naskah, pk=pk, usulan__usulan__in=_usulan_terlihat(request.hak))
    return naskah


@akses.masuk
def naskah_download(request, pk):
    """The signed file when it stands, else the print; who may not see all people of a collective one gets his petikan."""
    naskah = ambil_naskah(request, pk)
    if not _seluruhnya(request, naskah):
        return petikan_download(request, pk, request.hak.nip)
    sah = naskah.tahap == "ditandatangani" and request.GET.get("cetak") != "1"
    medan = naskah.berkas_sah if sah else naskah.berkas_cetak
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", naskah, nomor=naskah.nomor)
    nama = f"{naskah.jenis}-{naskah.nomor}".replace("/", "-") + ".pdf"
    return dosir.respons(medan, nama, "application/pdf", unduh=request.GET.get("unduh") == "1")


def _seluruhnya(request, naskah):
    """May the reader see everybody a collective decree names? A decree for one person is its own scope."""
    if not naskah.data.get("kolektif") or request.hak.lihat_semua:
        return True
    if Usulan.objects.menunggu(request.hak).filter(naskah__naskah=naskah).exists():
        return True  # the signer reads what he signs
    orang = naskah.isi.values("pegawai_id")
    return not Pegawai.objects.filter(pk__in=orang).exclude(
        pk__in=Pegawai.objects.terlihat_oleh(request.hak).values("pk")
    ).exists()  # fmt: skip


@akses.masuk
def petikan_download(request, pk, nip):
    """The petikan of one person of a collective decree, within the reader's scope; 404 to everyone else."""
    np = get_object_or_404(
        NaskahPegawai.objects.select_related("naskah", "pegawai").filter(
            pegawai__in=Pegawai.objects.terlihat_oleh(request.hak)
        ).exclude(berkas_petikan=""), naskah_id=pk, pegawai__nip=nip or "-",
    )  # fmt: skip
    with request.sebagai():
        jejak.catat("naskah_unduh", np.naskah, pegawai=np.pegawai_id, nomor=np.naskah.nomor)
    nama = f"petikan-{np.naskah.nomor}-{np.pegawai.nip}".replace("/", "-") + ".pdf"
    return dosir.respons(np.berkas_petikan, nama, "application/pdf", unduh=request.GET.get("unduh") == "1")


def _usulan_terlihat(hak):
    return Usulan.objects.terlihat_oleh(hak).values("pk")


@akses.terbuka(alasan="halaman verifikasi di balik QR naskah; hanya menampilkan keabsahan, bukan isi")
def verifikasi(request, token):
    """Number, date, initials, whether it stands; and whether a given file is the registered one."""
    naskah = get_object_or_404(Naskah.objects.prefetch_related("isi__pegawai__kini"), token=token)
    form, banding, terlalu_sering = FormVerifikasi(), None, False
    if request.method == "POST":
        form = FormVerifikasi(request.POST, request.FILES)
        terlalu_sering = not _boleh_mencoba(request)
        if not terlalu_sering and form.is_valid():
            banding = bandingkan(naskah, form.cleaned_data["berkas"])
    isi = {
        "naskah": naskah,
        "dikenai": naskah.dikenai.select_related("baru"),
        "mengenai": naskah.mengenai.select_related("lama"),
        "inisial": [_inisial(np.pegawai.kini.nama) for np in naskah.isi.all()[:20] if hasattr(np.pegawai, "kini")],
        "form": form,
        "banding": banding,
        "terlalu_sering": terlalu_sering,
    }
    return render(request, "layanan/verifikasi.html", isi)


def _inisial(nama):
    return " ".join(f"{kata[0]}." for kata in nama.split()[:3])


def _boleh_mencoba(request):
    """At most twenty comparisons an hour from one address."""
    kunci = f"verifikasi:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(kunci, 0, 3600)
    return cache.incr(kunci) <= 20
