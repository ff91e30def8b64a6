"""Nilai SIASN yang diterima: siapa, kapan, isian mana, nilai lama dan baru; dibatalkan oleh yang menerimanya atau admin.

The admin finds a row by person, kind and fields and may undo it; what the values were he does not see.
"""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import BatchImpor, Pegawai, Pengguna
from kepegawaian.penomoran import potong
from kepegawaian.siasn import pembatalan, peta
from kepegawaian.siasn.forms import TerimaFilter
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.siasn.views.orang import alamat
from kepegawaian.siasn.views.sambungan import PEMBACA
from kepegawaian.templatetags.portal import nik_samar


def _terlihat(hak):
    """Values taken over of people in scope (of everybody for the admin); of hukuman for its handlers only."""
    daftar = BatchImpor.objects.filter(jenis="ws", pegawai__isnull=False)
    if not hak.punya("admin"):
        daftar = daftar.filter(pegawai__in=Pegawai.objects.terlihat_oleh(hak))
    return daftar if hak.penangan_disiplin else daftar.exclude(ringkasan__jenis="hukdis")


@require_safe
@akses.peran(*PEMBACA)
def terima_list(request):
    """Every value that was taken over, the newest first."""
    daftar = _terlihat(request.hak).select_related("pegawai__kini", "oleh__pegawai__kini")
    saring = TerimaFilter(request.GET, daftar)
    potongan = potong(request, saring.qs)
    pembatal = {b.ringkasan["batal"]["oleh"] for b in potongan if b.ringkasan.get("batal")}
    nama = Pengguna.objects.select_related("pegawai__kini").in_bulk(pembatal)
    for b in potongan:
        _hias(b, request.hak, nama)
    tersaring = any(request.GET.get(k) for k in ("status", "jenis", "q"))
    return render(request, "siasn/terima_list.html", {"saring": saring, "potongan": potongan, "tersaring": tersaring})


def _hias(b, hak, nama):
    """What the row shows of a batch; the values for who may see people only, NIK masked."""
    isi = b.ringkasan
    b.nama_jenis = peta.TABEL[isi["jenis"]].nama
    b.url = alamat(b.pegawai.nip, isi["jenis"]) if hak.lihat_semua else ""
    b.contoh = isi["sumber"] == "contoh"
    b.dijawab = timezone.localtime(datetime.fromisoformat(isi["dilihat_pada"]))
    b.ubah = [(m["sebutan"], _samar(m, "lama"), _samar(m, "baru")) for m in isi.get("medan", ())]
    b.nilai = hak.lihat_semua
    b.boleh = pembatalan.boleh(b, hak)
    b.pembatal = nama.get(isi.get("batal", {}).get("oleh"))


def _samar(m, sisi):
    return nik_samar(m[sisi]) if m["medan"] in ("nik", "npwp") and len(m[sisi]) == 16 else m[sisi]


@require_POST
@akses.peran("staf_bkd", "admin")
def terima_batal(request, pk):
    """Undoes one, when nothing rests on it."""
    satu = get_object_or_404(_terlihat(request.hak), pk=pk)
    if satu.status == "diterapkan" and not pembatalan.boleh(satu, request.hak):
        raise PermissionDenied
    try:
        with request.sebagai():
            kembali = pembatalan.batalkan(pk, oleh=request.user)
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        lama = " Baris sebelumnya berlaku lagi." if kembali else ""
        messages.success(request, f"Nilai SIASN dibatalkan; barisnya tetap tersimpan sebagai batal.{lama}")
    return redirect("siasn:terima_list")
