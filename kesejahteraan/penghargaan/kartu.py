"""Kartu “Satyalancana” pada halaman seorang pegawai: kelas yang dipegang, dan kelas berikutnya pada periode berjalan."""

from django.db.models import OuterRef, Subquery
from django.template.loader import render_to_string

from kepegawaian.models import Pegawai, RiwayatPenghargaan
from kepegawaian.views.kerangka import KARTU
from kesejahteraan.penghargaan import aturan
from kesejahteraan.penghargaan.models import KelayakanSlks


def kartu_satyalancana(request, pegawai):
    """One query; nothing for who holds none and is near none."""
    punya = RiwayatPenghargaan.objects.filter(
        pegawai_id=OuterRef("pk"),
        jenis_id__in=aturan.KODE.values(),
        dibatalkan_pada__isnull=True,
        tmt__lte=request.hari_ini,
    ).order_by("-jenis_id")
    depan = KelayakanSlks.objects.filter(pegawai_id=OuterRef("pk"), periode__tanggal__gte=request.hari_ini)
    depan = depan.order_by("periode__tanggal")
    satu = (
        Pegawai.objects.filter(pk=pegawai.pk)
        .annotate(
            kode=Subquery(punya.values("jenis_id")[:1]), sejak=Subquery(punya.values("tmt")[:1]),
            kelas=Subquery(depan.values("kelas")[:1]), hasil=Subquery(depan.values("hasil")[:1]),
            anugerah=Subquery(depan.values("periode__tanggal")[:1]),
        )
        .values("kode", "sejak", "kelas", "hasil", "anugerah").get()
    )  # fmt: skip
    if not (satu["kode"] or satu["kelas"]):
        return ""
    pegang = next((kelas for kelas, kode in aturan.KODE.items() if kode == satu["kode"]), "")
    isi = satu | {
        "pegang": pegang,
        "warna": aturan.WARNA.get(pegang, ""),
        "sendiri": pegawai.pk == request.hak.pegawai_id,
    }
    return render_to_string("kesejahteraan/satyalancana/_kartu.html", isi, request)


KARTU.append(kartu_satyalancana)
