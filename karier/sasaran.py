"""Sasaran: jabatan yang dituju dengan pemangku, kebutuhan, dan standarnya, dari basis data, beberapa sekaligus.

The rules (``aturan/``) are pure and get a ``kompetensi.Sasaran``; here it is read, in a constant number of queries.
"""

from collections import defaultdict

from django.db.models import Q, Sum

from karier.aturan.kompetensi import Sasaran
from karier.standar import Standar
from kepegawaian import akses
from kepegawaian.models import Jabatan, KebutuhanJabatan, ProfilKini


def muat(jabatan_ids, *, tanggal, acuan, opd_id=None, standar=None):
    """{jabatan id: Sasaran}. Holders and need of a post that is no single chair (JF, pelaksana) are those of ``opd_id``."""
    daftar = list(Jabatan.objects.filter(pk__in=list(jabatan_ids)).select_related("eselon"))
    standar = standar or Standar(tanggal, [j.pk for j in daftar])
    kursi = [j.pk for j in daftar if j.jenis == "struktural"]
    lain = [j.pk for j in daftar if j.jenis != "struktural"]
    pemangku = _pemangku_kursi(kursi, tanggal) | _pemangku_lain(lain, opd_id)
    kebutuhan = dict.fromkeys(kursi, 1) | _kebutuhan(lain, tanggal, acuan, opd_id)
    hasil = {}
    for j in daftar:
        unit = acuan.unit.get(j.unit_id)
        hasil[j.pk] = Sasaran(
            id=j.pk, sebutan=j.nama, jenis=j.jenis, eselon=j.eselon_id or "",
            kelompok=j.eselon.kelompok if j.eselon_id else "", jenjang=j.jenjang, nama_jf=j.nama_jf,
            bup_kode=j.bup_kode, unit_id=j.unit_id, opd_id=unit.opd_id if unit else opd_id,
            pemangku=pemangku.get(j.pk, ()) if j.jenis == "struktural" or opd_id else None,
            kebutuhan=kebutuhan.get(j.pk),
            di_peta=j.berlaku_sejak <= tanggal and (j.berlaku_sampai is None or tanggal <= j.berlaku_sampai),
            standar=standar.bagi(j), nama=standar.nama, jenis_kompetensi=standar.jenis,
        )  # fmt: skip
    return hasil


def _pemangku_kursi(ids, tanggal):
    """{jabatan id: names of definitive holders}."""
    if not ids:
        return {}
    siapa = {j: [p.pegawai_id for p in d if p.sifat == "D"] for j, d in akses.pemangku(tanggal, ids).items()}
    orang = ProfilKini.objects.filter(pk__in={p for d in siapa.values() for p in d})
    nama = {k.pk: k.nama_lengkap for k in orang}
    return {j: tuple(nama.get(p, "pegawai lain") for p in d) for j, d in siapa.items()}


def _pemangku_lain(ids, opd_id):
    if not ids or not opd_id:
        return {}
    hasil = defaultdict(list)
    for kini in ProfilKini.objects.filter(jabatan_id__in=ids, opd_id=opd_id, aktif=True).order_by("nama"):
        hasil[kini.jabatan_id].append(kini.nama_lengkap)
    return {j: tuple(d) for j, d in hasil.items()}


def _kebutuhan(ids, tanggal, acuan, opd_id):
    if not ids or not opd_id:
        return {}
    baris = KebutuhanJabatan.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal), berlaku_sejak__lte=tanggal,
        jabatan_id__in=ids, unit_id__in=sorted(acuan.turunan({opd_id})),
    )  # fmt: skip
    return dict(baris.order_by().values_list("jabatan_id").annotate(n=Sum("kebutuhan")))
