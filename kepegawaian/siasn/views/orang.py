"""Perbandingan seorang pegawai dengan SIASN: dibaca olehnya sendiri, diambil alih atau dikirim oleh staf BKD.

The pages read what was fetched before; none of them waits for SIASN.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, jejak
from kepegawaian.antrean import antrekan
from kepegawaian.models import AmbilSiasn, JawabanSiasn, KirimSiasn
from kepegawaian.siasn import ambil as pengambilan, banding, kirim, muatan, peta, sakelar, terima
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.siasn.tasks import ambil_siasn, kirim_siasn
from kepegawaian.templatetags.portal import nik_samar
from kepegawaian.views.kerangka import ambil as ambil_pegawai, kerangka

KATA = {
    banding.BEDA: ("berbeda", "perhatian"), banding.HANYA_SIASN: ("hanya di SIASN", "info"),
    banding.GALAT: ("tidak terbaca", "gagal"), banding.HANYA_PORTAL: ("hanya di portal", "netral"),
    banding.SAMA: ("sama", "terpenuhi"),
}  # fmt: skip
KATA_BUTIR = {"sama": ("sama", "terpenuhi"), "beda": ("berbeda", "perhatian"), "isi": ("portal kosong", "info"),
              "diam": ("SIASN kosong", "netral")}  # fmt: skip
URUT = list(KATA)
CONTOH = "Jawaban di bawah ini dibuat untuk peragaan, bukan dari BKN."


def alamat(nip, jenis, nama="banding"):
    """Path of a page or act of one person and kind; ``nip`` None: one's own page."""
    if nip is None:
        return reverse("siasn:saya", args=[jenis])
    return reverse(f"siasn:{nama}", args=[nip, jenis])


def _jenis(request, pegawai, kode):
    """(Jenis, those the reader may see); a kind he may not see does not exist for him."""
    terbaca = [j for j in peta.JENIS if request.hak.boleh_bagian(pegawai.pk, j.bagian)]
    jenis = peta.TABEL.get(kode)
    if jenis not in terbaca:
        raise Http404
    return jenis, terbaca


@require_safe
@akses.masuk
def banding_detail(request, nip=None, jenis="data-utama"):
    """One kind of data: SIASN's answer beside the portal, with source and date of both."""
    pegawai = ambil_pegawai(request, nip)
    satu, terbaca = _jenis(request, pegawai, jenis)
    diri = pegawai.pk == request.hak.pegawai_id
    if satu.bagian in ("hukuman", "keluarga") and not diri:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, satu.bagian)
    daftar = {
        j.jenis: j
        for j in JawabanSiasn.objects.filter(pegawai=pegawai, terbaru=True).defer("isi", "baris").order_by("jenis")
    }
    jawaban = JawabanSiasn.objects.filter(pegawai=pegawai, jenis=jenis, terbaru=True).first()
    staf = request.hak.punya("staf_bkd") and not diri
    kirim_ini = list(
        KirimSiasn.objects.filter(pegawai=pegawai, jenis=jenis).exclude(status="batal").order_by("-pk")[:10]
    )
    pasangan = _pasangan(pegawai, satu, jawaban, staf, {k.kunci: k for k in reversed(kirim_ini)}, diri)
    isi = kerangka(request, pegawai, nip, "siasn") | {
        "jenis": satu,
        "pilihan": [_pilihan(nip, j, daftar.get(j.kode), satu) for j in terbaca],
        "jawaban": jawaban,
        "pasangan": pasangan,
        "hitung": [
            (f"{KATA[k][0]}: {n}", KATA[k][1]) for k in URUT if (n := sum(p["keadaan"] == k for p in pasangan))
        ],
        "menyala": sakelar.menyala(),
        "catatan_contoh": CONTOH
        if sakelar.menyala()
        else f"{CONTOH} Sambungan SIASN mati, jadi tidak ada yang diambil atau dikirim.",
        "ubah": staf,
        "berjalan": AmbilSiasn.objects.filter(pegawai=pegawai, status__in=("berjalan", "jeda")).first(),
        "url": {n: alamat(pegawai.nip, jenis, n) for n in ("ambil", "terima", "kirim")} if staf else {},
    }
    return render(request, "siasn/banding_detail.html", isi)


def _pilihan(nip, j, jawaban, kini):
    beda = jawaban.beda + jawaban.hanya_siasn if jawaban else None
    return {"nama": j.nama, "url": alamat(nip, j.kode), "aktif": j is kini, "jumlah": beda}


def _pasangan(pegawai, jenis, jawaban, staf, terkirim, diri):
    """The pairs as the template shows them, what asks for something first."""
    if jawaban is None:
        return []
    hasil = []
    boleh_kirim = staf and sakelar.boleh_kirim() and jenis.kode in muatan.SUSUN
    for p in banding.bandingkan(pegawai, jenis, jawaban.baris, pegawai.kini):
        pk = getattr(p.lokal, "pk", None)
        perlu = p.keadaan != banding.SAMA or any(b.keadaan == "diam" for b in p.butir)
        hasil.append(
            {
                "keadaan": p.keadaan, "kata": KATA[p.keadaan], "judul": p.judul, "sumber": p.sumber, "sebab": p.sebab,
                "galat": p.galat, "asing": p.asing, "nomor": p.nomor, "lokal": pk,
                "ringkas": p.keadaan in (banding.SAMA, banding.HANYA_PORTAL) and jenis.kode != "data-utama",
                "butir": [_butir(b, diri) for b in p.butir],
                "terima": staf and jenis.terima and p.boleh_terima and p.keadaan != banding.GALAT,
                "kirim": boleh_kirim and perlu and pk is not None and terkirim.get(pk, _BELUM).status not in KirimSiasn.JALAN,
                "kiriman": terkirim.get(pk) if pk is not None else None,
            }
        )  # fmt: skip
    return sorted(hasil, key=lambda p: URUT.index(p["keadaan"]))


class _BELUM:
    status = ""


def _butir(b, diri):
    """One field; the NIK of somebody else is masked, also where it stands as NPWP."""
    nilai = {"siasn": b.siasn, "portal": b.portal}
    if b.medan in ("nik", "npwp") and not diri:
        nilai = {k: nik_samar(v) if len(v) == 16 else v for k, v in nilai.items()}
    return nilai | {
        "medan": b.medan, "sebutan": b.sebutan, "kata": KATA_BUTIR[b.keadaan], "diam": b.keadaan == "diam",
        "pilih": b.boleh and b.keadaan in ("beda", "isi"), "beda": b.keadaan in ("beda", "isi"),
    }  # fmt: skip


def _untuk_staf(request, nip, jenis):
    """(pegawai, jenis) of an act; nobody acts on his own data."""
    pegawai = ambil_pegawai(request, nip)
    satu, _ = _jenis(request, pegawai, jenis)
    if pegawai.pk == request.hak.pegawai_id:
        raise Http404
    return pegawai, satu


def _angka(teks):
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 19 else None


@require_POST
@akses.peran("staf_bkd")
def ambil(request, nip, jenis):
    """Has all readable kinds of this person fetched by the worker."""
    pegawai, satu = _untuk_staf(request, nip, jenis)
    kode = [j.kode for j in peta.JENIS if request.hak.boleh_bagian(pegawai.pk, j.bagian)]
    try:
        with request.sebagai():
            baris = pengambilan.minta(jenis=kode, pegawai=pegawai, oleh=request.user)
            antrekan(ambil_siasn, baris.pk)
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Data SIASN pegawai ini sedang diambil. Muat ulang halaman ini sesaat lagi.")
    return redirect(alamat(nip, satu.kode))


@require_POST
@akses.peran("staf_bkd")
def ambil_alih(request, nip, jenis):
    """Takes over what was ticked of one row."""
    pegawai, satu = _untuk_staf(request, nip, jenis)
    jawaban, nomor = _angka(request.POST.get("jawaban")), _angka(request.POST.get("nomor"))
    try:
        if jawaban is None or nomor is None:
            raise TerimaDitolak(terima.BERUBAH)
        with request.sebagai():
            apa = terima.terima(
                pegawai, satu, jawaban_id=jawaban, nomor=nomor, lokal_id=_angka(request.POST.get("lokal")),
                medan=request.POST.getlist("medan"), oleh=request.user,
            )  # fmt: skip
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Tercatat dari SIASN: {', '.join(apa)}. Nilai lama tetap tersimpan pada riwayat.")
    return redirect(alamat(nip, satu.kode))


@require_POST
@akses.peran("staf_bkd")
def kirim_baris(request, nip, jenis):
    """Queues our row for SIASN."""
    pegawai, satu = _untuk_staf(request, nip, jenis)
    try:
        if (kunci := _angka(request.POST.get("lokal"))) is None:
            raise TerimaDitolak(terima.BERUBAH)
        with request.sebagai():
            baris = kirim.minta(pegawai, satu, kunci, oleh=request.user)
            antrekan(kirim_siasn, [baris.pk])
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Masuk antrean kirim. Keadaannya tampil di sini dan pada halaman Sambungan SIASN.")
    return redirect(alamat(nip, satu.kode))
