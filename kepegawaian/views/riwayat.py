"""Riwayat seorang pegawai menurut jenisnya; setiap baris dengan sumber dan pindaiannya."""

from django.db.models import Count, Value
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from kepegawaian import akses, jejak
from kepegawaian.models import JENIS_RIWAYAT, Dosir
from kepegawaian.penomoran import potong
from kepegawaian.uraian import URAIAN, rinci, sumber
from kepegawaian.views.kerangka import alamat, ambil, jenis_terbaca, kerangka


@akses.masuk
def riwayat_list(request, nip=None, jenis="pangkat"):
    """Rows of one kind, newest first. A kind the reader may not see does not exist for him."""
    pegawai = ambil(request, nip)
    terbaca = jenis_terbaca(request.hak, pegawai.pk)
    if jenis not in terbaca:
        raise Http404
    if jenis in akses.BAGIAN_DOSIR and pegawai.pk != request.hak.pegawai_id:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, akses.BAGIAN_DOSIR[jenis])
    dengan_batal = request.GET.get("batal") == "1"
    daftar = JENIS_RIWAYAT[jenis].objects.filter(pegawai=pegawai).order_by("-tmt", "-id")
    daftar = daftar.select_related("batch", "naskah_pegawai__naskah__digantikan_oleh", *URAIAN[jenis].relasi)
    jumlah = hitung(pegawai.pk, terbaca)
    potongan = potong(request, daftar if dengan_batal else daftar.filter(dibatalkan_pada__isnull=True))
    isi = kerangka(request, pegawai, nip, "riwayat") | {
        "jenis": jenis,
        "uraian": URAIAN[jenis],
        "pilihan": [
            {"nama": URAIAN[j].nama, "url": alamat(nip, "riwayat", j), "jumlah": jumlah[j][0], "aktif": j == jenis}
            for j in terbaca
        ],
        "potongan": potongan,
        "baris": susun(request, pegawai, jenis, potongan.butir),
        "dengan_batal": dengan_batal,
        "jumlah_batal": jumlah[jenis][1],
    }
    return render(request, "kepegawaian/riwayat_list.html", isi)


def _sumber_url(b, staf):
    """Page of the import a row rests on, for staf; what was taken over from the web service has none."""
    if not staf or not b.batch_id or b.batch.jenis == "ws":
        return None
    return reverse("kepegawaian:impor_detail", args=[b.batch_id])


def hitung(pegawai_id, jenis):
    """{kind: (rows that stand, rows marked batal)} in one query."""
    bagian = [
        JENIS_RIWAYAT[j]
        .objects.filter(pegawai_id=pegawai_id)
        .order_by()
        .values(macam=Value(j))
        .annotate(semua=Count("pk"), batal=Count("dibatalkan_pada"))
        for j in jenis
    ]
    ada = {b["macam"]: (b["semua"] - b["batal"], b["batal"]) for b in bagian[0].union(*bagian[1:], all=True)}
    return {j: ada.get(j, (0, 0)) for j in jenis}


def susun(request, pegawai, jenis, daftar):
    """The rows as the page shows them: sentence, details, where they stand in time, source, scans."""
    pindaian = {}
    for d in Dosir.objects.filter(riwayat_jenis=jenis, riwayat_id__in=[b.pk for b in daftar], pegawai=pegawai):
        pindaian.setdefault(d.riwayat_id, []).append(d)
    kini = _berdiri(daftar, request.hari_ini) if URAIAN[jenis].berdiri and "halaman" not in request.GET else None
    staf = request.hak.punya("staf_bkd")
    return [
        {
            "pk": b.pk,
            "tmt": b.tmt,
            "judul": URAIAN[jenis].judul(b),
            "rinci": rinci(jenis, b),
            "keadaan": _keadaan(b, request.hari_ini, kini),
            "batal": b.dibatalkan_pada,
            "sebab": b.dibatalkan_sebab,
            "sumber": sumber(b),
            "sumber_url": _sumber_url(b, staf),
            "pindaian": pindaian.get(b.pk, ()),
        }
        for b in daftar
    ]


def _berdiri(daftar, hari_ini):
    """Id of the row of a standing fact that holds today; Plt and Plh do not end a definitive jabatan."""
    for b in daftar:
        if b.dibatalkan_pada is None and b.tmt <= hari_ini and getattr(b, "penugasan", "D") == "D":
            return b.pk
    return None


def _keadaan(baris, hari_ini, kini):
    """(word, mark) beside a row, or None for one that simply lies in the past."""
    if baris.dibatalkan_pada is not None:
        return ("batal", "gagal")
    if baris.tmt > hari_ini:
        return ("belum berlaku", "perhatian")
    if baris.pk == kini:
        return ("berlaku", "terpenuhi")
    # Period facts hold until their last day; an angka kredit has a period but nothing that "holds".
    masa = hasattr(baris, "sampai") and getattr(baris, "penugasan", "") != "D" and not hasattr(baris, "jumlah")
    if masa and (baris.sampai is None or baris.sampai >= hari_ini):
        return ("berlaku", "terpenuhi")
    return None
