"""Usul NIP: surat kepada BKN, lembar bagi SIASN, jawabannya satu per satu atau banyak, lalu usulan SK."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, impor as ekspor, jejak
from kepegawaian.views.ekspor import unduhan
from pengadaan.menu import mengelola
from pengadaan.models import BarisUsulNip, UsulNip
from pengadaan.seleksi import calon, usul
from pengadaan.seleksi.forms import FormJawab, FormJawabBanyak, FormUsul
from pengadaan.seleksi.views import PEMBACA, PENGELOLA, ambil, harus_mengelola, pelaku, satu_formulir

TANDA = {"diusulkan": "info", "terbit": "terpenuhi", "btl": "perhatian", "tms": "gagal"}
LAMA_HARI = 30  # how long an answer may take before the page marks it late; the stage's own last day counts first


@akses.peran(*PEMBACA)
@require_safe
def usul_list(request, pk):
    """Letters to BKN, and who is ready for the next one."""
    s = ambil(request, pk)
    daftar = list(
        s.usul_nip.annotate(
            banyak=Count("baris"), terbit=Count("baris", filter=Q(baris__status="terbit")),
            menunggu=Count("baris", filter=Q(baris__status="diusulkan")), sk=Count("baris", filter=Q(baris__usulan__isnull=False)),
        )
    )  # fmt: skip
    tahap = s.tahap.filter(kode="nip").first()
    for u in daftar:
        u.terlambat = bool(u.menunggu) and (
            (tahap is not None and tahap.selesai < request.hari_ini)
            or (request.hari_ini - u.tanggal_surat).days > LAMA_HARI
        )
    isi = {
        "s": s,
        "daftar": daftar,
        "siap": usul.siap_diusulkan(s).count(),
        "boleh": mengelola(request.hak, request.acuan),
    }
    return render(request, "pengadaan/seleksi/usul_list.html", isi)


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def usul_create(request, pk):
    """A letter for everybody whose papers are complete."""
    s = ambil(request, pk)
    harus_mengelola(request)
    siap = usul.siap_diusulkan(s).count()
    isi = {
        "judul": "Usul NIP baru", "tombol": f"Usulkan {siap} calon", "batal_url": reverse("pengadaan:usul_list", args=[pk]),
        "penjelasan": f"{siap} calon yang berkasnya lengkap masuk ke surat ini (PP 11/2017 Pasal 31).",
        "atas": [("Seleksi", reverse("pengadaan:seleksi_list")), (s.nama, reverse("pengadaan:seleksi_detail", args=[pk]))],
    }  # fmt: skip
    form = FormUsul(request.POST or None)
    return satu_formulir(
        request, form, lambda d: usul.buat(pk, d["nomor"], d["tanggal"], d["tmt"], None, oleh=pelaku(request)), isi, "pengadaan:usul_list", pk,
        sukses=lambda u: f"Usul {u.nomor_surat} dibuat; unduh lembarnya untuk SIASN.",
    )  # fmt: skip


def _usul(request, pk):
    u = get_object_or_404(UsulNip.objects.select_related("seleksi"), pk=pk)
    ambil(request, u.seleksi_id)
    return u


@akses.peran(*PEMBACA)
@require_safe
def usul_detail(request, pk):
    """One letter: every candidate and the answer of BKN."""
    u = _usul(request, pk)
    baris = list(
        u.baris.select_related(
            "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "usulan", "pelamar__pegawai", "pelamar__pembatalan"
        )
    )
    for b in baris:
        b.tanda = TANDA[b.status]
        b.dapat_batal = (
            u.seleksi.status == "ditetapkan" and not hasattr(b.pelamar, "pembatalan") and b.pelamar.pegawai_id is None
        )
    siap_sk = sum(b.status == "terbit" and b.usulan_id is None for b in baris)
    isi = {"u": u, "s": u.seleksi, "baris": baris, "boleh": mengelola(request.hak, request.acuan), "siap_sk": siap_sk,
           "menunggu": sum(b.status == "diusulkan" for b in baris)}  # fmt: skip
    return render(request, "pengadaan/seleksi/usul_detail.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def usul_ekspor(request, pk):
    """The list for SIASN as xlsx."""
    u = _usul(request, pk)
    harus_mengelola(request)  # it holds NIK and addresses

    def golongan(p):
        return calon.golongan(u.seleksi.jenis, p.tingkat.setara, u.tmt, request.acuan)[0] or ""

    baris = list(usul.baris_lembar(u, golongan))
    with request.sebagai():
        jejak.catat("ekspor", u, jumlah=len(baris), daftar="usul NIP", saringan="")
    return unduhan(ekspor.tulis_daftar("Usul NIP", usul.KOLOM_USUL, baris), f"usul-nip-{u.pk}.xlsx")


@akses.peran(*PEMBACA)
@require_safe
def usul_lembar(request, pk):
    """An answer sheet with the participants of this letter, to be filled in and uploaded again."""
    u = _usul(request, pk)
    baris = (
        (b.pelamar.nomor_peserta, "", "", "", u.tmt, "", "")
        for b in u.baris.filter(status="diusulkan").select_related("pelamar")
    )
    return unduhan(ekspor.tulis_daftar("Jawaban BKN", usul.KOLOM_JAWAB, baris), f"jawaban-bkn-{u.pk}.xlsx")


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def usul_rekam(request, pk):
    """The answer of BKN for one candidate."""
    b = get_object_or_404(BarisUsulNip.objects.select_related("usul__seleksi", "pelamar"), pk=pk)
    ambil(request, b.usul.seleksi_id)
    harus_mengelola(request)
    if b.status != "diusulkan":
        messages.info(request, "Jawaban BKN baginya sudah direkam.")
        return redirect("pengadaan:nip_detail", pk=b.usul_id)
    form = FormJawab(request.POST or None, request.FILES or None, initial={"tmt": b.usul.tmt, "status": "terbit"})
    isi = {
        "judul": f"Jawaban BKN bagi {b.pelamar.nama}", "tombol": "Rekam jawaban", "batal_url": reverse("pengadaan:nip_detail", args=[b.usul_id]),
        "penjelasan": f"Nomor peserta {b.pelamar.nomor_peserta}. NIP diperiksa terhadap tanggal lahir, jenis kelamin, dan TMT (Perka BKN 22/2007).",
    }  # fmt: skip

    def simpan(d):
        data = dict(d)
        return usul.rekam(pk, data, data.pop("berkas"), oleh=pelaku(request))

    return satu_formulir(
        request,
        form,
        simpan,
        isi,
        "pengadaan:nip_detail",
        b.usul_id,
        sukses=lambda x: f"{x.pelamar.nama}: {x.get_status_display()}.",
    )


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def usul_rekam_banyak(request, pk):
    """The answers of a whole letter from a sheet and one scan."""
    u = _usul(request, pk)
    harus_mengelola(request)
    isi = {
        "judul": "Rekam jawaban banyak calon", "tombol": "Rekam jawaban", "batal_url": reverse("pengadaan:nip_detail", args=[pk]),
        "penjelasan": "Satu baris yang keliru saja, tidak ada yang direkam; semua kesalahan disebut.",
    }  # fmt: skip
    form = FormJawabBanyak(request.POST or None, request.FILES or None)
    return satu_formulir(
        request, form, lambda d: usul.rekam_banyak(u.pk, d["lembar"], d["berkas"], oleh=pelaku(request)), isi, "pengadaan:nip_detail", pk,
        sukses=lambda n: f"Jawaban {n} calon direkam.",
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@require_POST
def usul_sk(request, pk):
    """Begins the usulan of the SK of everybody who has his NIP and none yet."""
    u = _usul(request, pk)
    harus_mengelola(request)
    berhasil, gagal = usul.usulkan_sk(u.pk, oleh=pelaku(request))
    if berhasil:
        messages.success(request, f"{berhasil} usulan SK diajukan.")
    for nama, sebab in gagal[:5]:
        messages.error(request, f"{nama}: {sebab}")
    if not berhasil and not gagal:
        messages.info(request, "Tidak ada yang NIP-nya terbit dan belum diusulkan SK-nya.")
    return redirect("pengadaan:nip_detail", pk=pk)
