"""Konsep perjanjian tugas belajar dan ikatan dinas: PDF dari isian usulannya, ditandatangani di atas kertas lalu diunggah."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from diklat.pelatihan.surat import alamat_kantor
from diklat.pelatihan.views.cetak import kirim_pdf
from diklat.tugas_belajar import aturan
from kepegawaian import akses
from layanan.bahan_naskah import penanda_tangan
from layanan.models import Usulan

CARA, BIAYA, JENJANG = dict(aturan.CARA), dict(aturan.BIAYA), dict(aturan.JENJANG)


def _hari(teks):
    try:
        return date.fromisoformat(teks or "")
    except ValueError:
        return None


@akses.masuk
@require_safe
def perjanjian_download(request, nomor):
    """The agreement as the answers of the usulan have it; 404 while what it binds to is not filled in."""
    semua = Usulan.objects.terlihat_oleh(request.hak).filter(layanan="tugas-belajar", status__in=Usulan.BERJALAN)
    u = get_object_or_404(
        semua.select_related("pegawai__kini__jabatan", "pegawai__kini__unit", "pegawai__kini__golongan"), nomor=nomor
    )
    i = u.isian
    mulai, sampai = _hari(i.get("tmt")), _hari(i.get("sampai"))
    if mulai is None or sampai is None or sampai <= mulai or i.get("cara") not in CARA:
        raise Http404
    ikatan = aturan.ikatan(
        request.acuan, cara=i["cara"], mulai=mulai, selesai=sampai, luar_negeri=bool(i.get("luar_negeri"))
    )  # fmt: skip
    isi = {
        "u": u, "kini": u.pegawai.kini, "i": i, "mulai": mulai, "sampai": sampai, "ikatan": ikatan,
        "cara": CARA[i["cara"]], "biaya": BIAYA.get(i.get("biaya"), "–"), "jenjang": JENJANG.get(i.get("jenjang"), "–"),
        "lapor_hari": request.acuan.setelan("tb_laporan_hari", mulai), "ganti": request.acuan.setelan("tb_ganti_rugi", mulai),
        "kaban": penanda_tangan(alamat_kantor("KABAN"), request.hari_ini),
    }  # fmt: skip
    kembali = reverse("layanan:usulan_detail", args=[u.nomor])
    return kirim_pdf(
        request, "diklat/tugas_belajar/perjanjian_cetak.html", isi, f"perjanjian tugas belajar {u.nomor}", kembali,
        obyek=u, jumlah=1,
    )  # fmt: skip
