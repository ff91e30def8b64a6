"""Katalog dan kegiatan terbuka sebagai ``kepegawaian.tawaran_pelatihan``: saran indeks menunjuk pelatihan yang benar-benar ada."""

from django.urls import reverse

from diklat.models import KegiatanPelatihan, Pelatihan, PesertaPelatihan
from kepegawaian.tawaran_pelatihan import Sumber, Tawaran, daftarkan

INDIKATOR = {"struktural": "pimpinan", "fungsional": "fungsional", "teknis": "teknis", "seminar": "seminar"}
JENJANG_JABATAN = {"pengawas": "PKP", "administrator": "PKA", "jpt_pratama": "PKN II"}
TAMPIL = 12
MAKS = 500


def katalog():
    """All active trainings by name, each at its page in the catalogue; one query."""
    isi = Pelatihan.objects.filter(aktif=True).order_by("nama").values_list(
        "pk", "nama", "jenis__kelompok", "jenjang", "jp", "biaya"
    )  # fmt: skip
    return [Tawaran(*b, reverse("diklat:katalog_detail", args=[b[0]])) for b in isi[:MAKS]]


def bagi(p, acuan, tanggal):
    """What fits a person: open kegiatan he is not in yet stand for their training; two queries more."""
    ikut = PesertaPelatihan.objects.filter(pegawai_id=p.pegawai_id).exclude(status="mundur").values("kegiatan_id")
    terbuka = KegiatanPelatihan.objects.filter(tahap="nominasi", buka__lte=tanggal, tutup__gte=tanggal).exclude(
        pk__in=ikut
    )  # fmt: skip
    buka = {}
    for pelatihan_id, pk, jp, mandiri in terbuka.order_by("-tutup").values_list("pelatihan_id", "pk", "jp", "mandiri"):
        buka[pelatihan_id] = (pk, jp, mandiri)
    hasil = {}
    for t in katalog():
        kode = INDIKATOR.get(t.kelompok)
        if kode and cocok(t, p):
            hasil.setdefault(kode, []).append(_terbuka(t, buka.get(t.id)))
    return {k: tuple(sorted(v, key=_urut)[:TAMPIL]) for k, v in hasil.items()}


def cocok(t, p):
    """Leadership training of his own level, functional training that names his JF; the others fit everybody."""
    if t.kelompok == "struktural":
        return p.jenis_jabatan == "struktural" and t.jenjang == JENJANG_JABATAN.get(p.kelompok_jabatan, "-")
    if t.kelompok == "fungsional":
        return bool(p.nama_jf) and p.nama_jf.casefold() in t.nama.casefold()
    return not t.jenjang


def _terbuka(t, kegiatan):
    if kegiatan is None:
        return t
    pk, jp, mandiri = kegiatan
    daftar = reverse("diklat:kalender_daftar", args=[pk]) if mandiri else ""
    return t._replace(
        jp=jp or t.jp, url=reverse("diklat:kalender_detail", args=[pk]), daftar_url=daftar, buka=True
    )  # fmt: skip


def _urut(t):
    return not t.buka, t.biaya is None, t.biaya or 0, t.nama


daftarkan(Sumber(katalog, bagi))
