"""Kartu “Yang akan datang” dan “Kualitas data” pada halaman seorang pegawai (``kepegawaian.views.kerangka.KARTU``).

The page belongs to ``kepegawaian``, which may not know this app; so this app puts its cards there.
"""

from django.template.loader import render_to_string

from indeks import tampilan
from indeks.kualitas import tampil
from indeks.models import JatuhTempo, PutaranIndeks, TemuanData
from kepegawaian.views.kerangka import KARTU


def kartu_tempo(request, pegawai):
    """What falls due for this pegawai according to the last night; nothing before the first night."""
    putaran = PutaranIndeks.objects.filter(tempo_kini=True).values("pk")[:1]
    tempo = list(JatuhTempo.objects.filter(putaran_id__in=putaran, pegawai=pegawai).order_by("tanggal")[:5])
    if not tempo:
        return ""
    return render_to_string("indeks/_akan_datang.html", {"tempo": tampilan.akan_datang(tempo)}, request)


def kartu_kualitas(request, pegawai):
    """What is wrong with the record of this pegawai, until when, and where it is mended; nothing when all is sound."""
    kini = pegawai.kini
    temuan = list(TemuanData.objects.filter(pegawai=pegawai, selesai=None).order_by("sejak", "kode"))
    if not temuan:
        return ""
    for t in temuan:
        t.pegawai = pegawai
    saya, ada = pegawai.pk == request.hak.pegawai_id, tampil.katalog_slug()
    baris = list(tampil.berhias(temuan, request))
    for t in baris:
        t.betulkan = tampil.betulkan(t.i, kini.nip, ada, saya=saya)
        t.layanan = [n for n in map(tampil.nama_layanan, t.i.layanan) if n]
    return render_to_string("indeks/kualitas/_kartu.html", {"temuan": baris, "saya": saya}, request)


KARTU.append(kartu_tempo)
KARTU.append(kartu_kualitas)
