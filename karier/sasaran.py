"""Sasaran: jabatan yang dituju dengan pemangku, kebutuhan, dan standarnya, dari basis data, beberapa sekaligus.

The rules (``aturan/``) are pure and get a ``kompetensi.Sasaran``; here it is read, in a constant number of queries.
"""

from collections import defaultdict

from django.db.models import Q, Sum

from karier.aturan.kompetensi import Sasaran
from kepegawaian import akses
from kepegawaian.models import KebutuhanJabatan, ProfilKini
from kepegawaian.standar import Standar


def muat(jabatan, *, tanggal, acuan, opd_id=None):
    """{jabatan id: Sasaran} of ``jabatan`` (with eselon), in four queries.

    Holders and need of a post that is no single chair (JF, pelaksana) are those of the OPD ``opd_id``.
    """
    standar = Standar(tanggal, [j.pk for j in jabatan])
    kursi = [j.pk for j in jabatan if j.jenis == "struktural"]
    lain = [j.pk for j in jabatan if j.jenis != "struktural"]
    pemangku = _pemangku(kursi, lain, tanggal, opd_id)
    kebutuhan = dict.fromkeys(kursi, 1) | _kebutuhan(lain, tanggal, acuan, opd_id)
    hasil = {}
    for j in jabatan:
        unit = acuan.unit.get(j.unit_id)
        hasil[j.pk] = Sasaran(
            id=j.pk, sebutan=j.nama, jenis=j.jenis, eselon=j.eselon_id or "",
            kelompok=j.eselon.kelompok if j.eselon_id else "", jenjang=j.jenjang, nama_jf=j.nama_jf,
            bup_kode=j.bup_kode, unit_id=j.unit_id, opd_id=unit.opd_id if unit else opd_id,
            pemangku=tuple(pemangku[j.pk]) if j.jenis == "struktural" or opd_id else None,
            kebutuhan=kebutuhan.get(j.pk),
            di_peta=j.berlaku_sejak <= tanggal and (j.berlaku_sampai is None or tanggal <= j.berlaku_sampai),
            standar=standar.bagi(j), nama=standar.nama, jenis_kompetensi=standar.jenis,
        )  # fmt: skip
    return hasil


def _pemangku(kursi, lain, tanggal, opd_id):
    """{jabatan id: names of its holders}: definitive ones of a chair, active people of the OPD for the others."""
    siapa = akses.pemangku(tanggal, kursi) if kursi else {}
    duduk = {p.pegawai_id: j for j, daftar in siapa.items() for p in daftar if p.sifat == "D"}
    hasil = defaultdict(list)
    orang = ProfilKini.objects.filter(
        Q(pk__in=list(duduk)) | Q(jabatan_id__in=lain if opd_id else [], opd_id=opd_id, aktif=True)
    )
    for kini in orang.order_by("nama"):
        hasil[duduk.get(kini.pk, kini.jabatan_id)].append(kini.nama_lengkap)
    return hasil


def _kebutuhan(ids, tanggal, acuan, opd_id):
    if not ids or not opd_id:
        return {}
    baris = KebutuhanJabatan.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal), berlaku_sejak__lte=tanggal,
        jabatan_id__in=ids, unit_id__in=sorted(acuan.turunan({opd_id})),
    )  # fmt: skip
    return dict(baris.order_by().values_list("jabatan_id").annotate(n=Sum("kebutuhan")))
