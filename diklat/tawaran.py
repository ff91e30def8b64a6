"""Katalog dan kegiatan terbuka sebagai ``kepegawaian.tawaran_pelatihan``: saran indeks menunjuk pelatihan yang benar-benar ada."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from diklat.models import KegiatanPelatihan, Pelatihan, PesertaPelatihan
from kepegawaian.tawaran_pelatihan import Sumber, Tawaran, daftarkan

INDIKATOR = {"struktural": "pimpinan", "fungsional": "fungsional", "teknis": "teknis", "seminar": "seminar"}
JENJANG_JABATAN = {"pengawas": "PKP", "administrator": "PKA", "jpt_pratama": "PKN II"}
TAMPIL = 12
MAKS = 500


KOLOM = ("pk", "nama", "jenis__kelompok", "jenjang", "jp", "biaya")


def _aktif():
    return Pelatihan.objects.filter(aktif=True).order_by("nama")


def _tawaran(baris):
    return Tawaran(*baris, reverse("diklat:katalog_detail", args=[baris[0]]))


def katalog():
    """All active trainings by name, each at its page in the catalogue; one query."""
    return [_tawaran(b) for b in _aktif().values_list(*KOLOM)[:MAKS]]


def bagi(p, acuan, tanggal):
    """What fits a person: a kegiatan that is open and he is not in yet stands for its training; one query."""
    ikut = (
        PesertaPelatihan.objects.filter(pegawai_id=p.pegawai_id)
        .exclude(status__in=PesertaPelatihan.LEPAS)
        .values("kegiatan_id")
    )
    terbuka = KegiatanPelatihan.objects.filter(
        pelatihan=OuterRef("pk"), tahap="nominasi", buka__lte=tanggal, tutup__gte=tanggal
    ).exclude(pk__in=ikut)  # fmt: skip
    satu = terbuka.order_by("tutup", "pk").values(isi=JSONObject(pk="pk", jp="jp", mandiri="mandiri"))[:1]
    hasil = {}
    for *baris, kelompok, kegiatan in (
        _aktif().annotate(kegiatan_buka=Subquery(satu)).values_list(*KOLOM, "kelompok", "kegiatan_buka")[:MAKS]
    ):
        t = _tawaran(baris)
        kode = INDIKATOR.get(t.kelompok)
        if kode and cocok(t, p, kelompok):
            hasil.setdefault(kode, []).append(_terbuka(t, kegiatan))
    return {k: tuple(sorted(v, key=_urut)[:TAMPIL]) for k, v in hasil.items()}


def cocok(t, p, kelompok):
    """Leadership training of his own level, functional training that names his JF, pemantapan for holders of a post.

    The others fit everybody: whom they are meant for is a free text of the catalogue.
    """
    if kelompok == "pemantapan" and p.jenis_jabatan != "struktural":
        return False
    if t.kelompok == "struktural":
        return p.jenis_jabatan == "struktural" and t.jenjang == JENJANG_JABATAN.get(p.kelompok_jabatan, "-")
    if t.kelompok == "fungsional":
        return bool(p.nama_jf) and p.nama_jf.casefold() in t.nama.casefold()
    return not t.jenjang


def _terbuka(t, kegiatan):
    if kegiatan is None:
        return t
    daftar = reverse("diklat:kalender_daftar", args=[kegiatan["pk"]]) if kegiatan["mandiri"] else ""
    url = reverse("diklat:kalender_detail", args=[kegiatan["pk"]])
    return t._replace(jp=kegiatan["jp"] or t.jp, url=url, daftar_url=daftar, buka=True)


def _urut(t):
    return not t.buka, t.biaya is None, t.biaya or 0, t.nama


daftarkan(Sumber(katalog, bagi))
