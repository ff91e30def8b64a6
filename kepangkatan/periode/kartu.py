"""Kartu “Kenaikan pangkat” pada halaman seorang pegawai: memenuhi syarat pada periode berjalan, atau apa yang kurang."""

from django.template.loader import render_to_string

from kepangkatan.models import KelayakanKP
from kepangkatan.periode.filters import rahasia
from kepegawaian.views.kerangka import KARTU
from layanan import katalog
from layanan.katalog import TIDAK


def kartu_periode(request, pegawai):
    """The nearest period still ahead of which anything is known; nothing for who is near no KP."""
    baris = (
        KelayakanKP.objects.filter(pegawai=pegawai, periode__tmt__gt=request.hari_ini)
        .select_related("periode").order_by("periode__tmt", "pk").first()
    )  # fmt: skip
    if baris is None:
        return ""
    buka = pegawai.pk == request.hak.pegawai_id or request.hak.punya("staf_bkd", "pejabat_bkd", "inspektorat")
    tutup = set() if buka else rahasia()
    isi = {
        "baris": baris, "jenis": katalog.ambil(baris.layanan).nama, "sendiri": pegawai.pk == request.hak.pegawai_id,
        "sebab": [
            ("gagal" if jawab == TIDAK else "perhatian", "Diperiksa BKD." if kode in tutup else kalimat)
            for kode, jawab, kalimat in baris.kurang
        ],
    }  # fmt: skip
    return render_to_string("kepangkatan/periode/_kartu.html", isi, request)


KARTU.append(kartu_periode)
