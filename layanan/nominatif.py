"""Nominatif: siapa jatuh tempo untuk suatu layanan pada suatu bulan; sumbernya dihitung setiap malam.

The nightly job lives in another app; it registers its source here, so that the arrow of imports stays one
way (``layanan`` knows no index). A source is a function (slug, bulan, hak, akhir=None) -> (queryset, jadikan) or None: a
queryset of rows with ``pegawai_id``, ``layak`` and ``tanggal`` in the scope of ``hak``, ordered by name, and a
function that makes a ``Calon`` of one row.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from kepegawaian.models import Pegawai
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan

KELOMPOK = (("siap", "Siap diusulkan"), ("diusulkan", "Sudah diusulkan"), ("belum", "Belum memenuhi"))
_sumber = None


@dataclass(frozen=True)
class Calon:
    """One person who is due: ids for the row, the date, the state of his conditions with one sentence."""

    pegawai_id: int
    nip: str
    nama: str
    jabatan: str
    unit: str
    golongan: str
    tanggal: date
    layak: str
    kalimat: str
    keterangan: dict


class Nominatif:
    """The people due for one layanan in one month: groups, how many in each, and the rows of one group."""

    def __init__(self, slug, bulan, daftar, jadikan):
        self.jadikan = jadikan
        self.usulan = Usulan.objects.filter(layanan=slug, tmt=bulan).exclude(status__in=("ditolak", "dibatalkan"))
        self._daftar = daftar.annotate(diusulkan=Exists(self.usulan.filter(pegawai_id=OuterRef("pegawai_id"))))

    def kelompok(self, kode):
        """Queryset of a group: ``siap``, ``diusulkan`` or ``belum``."""
        return self._daftar.filter(self._syarat(kode))

    def jumlah(self):
        """{group: how many}, one query."""
        hasil = {kode: 0 for kode, _ in KELOMPOK}
        for diusulkan, layak, n in self._daftar.order_by().values_list("diusulkan", "layak").annotate(n=Count("pk")):
            hasil["diusulkan" if diusulkan else "belum" if layak == katalog.TIDAK else "siap"] += n
        return hasil

    @staticmethod
    def _syarat(kode):
        if kode == "diusulkan":
            return Q(diusulkan=True)
        gagal = Q(layak=katalog.TIDAK)
        return Q(diusulkan=False) & (gagal if kode == "belum" else ~gagal)

    def usulan_dari(self, ids):
        """{pegawai_id: Usulan} of this month for these people."""
        return {u.pegawai_id: u for u in self.usulan.filter(pegawai_id__in=ids)}


def daftarkan_sumber(fungsi):
    """Registers the source; the last one counts."""
    global _sumber
    _sumber = fungsi
    return fungsi


def susun(slug, bulan, hak):
    """The Nominatif of layanan ``slug`` for the month that starts on ``bulan``, in the scope of ``hak``.

    None when no night has been computed yet.
    """
    isi = None if _sumber is None else _sumber(slug, bulan, hak)
    return None if isi is None else Nominatif(slug, bulan, *isi)


def rentang(slug, awal, akhir, hak):
    """Rows due for ``slug`` from ``awal`` up to but not including ``akhir``, in scope, as a queryset; None as above."""
    isi = None if _sumber is None else _sumber(slug, awal, hak, akhir)
    return None if isi is None else isi[0]


def ajukan_banyak(layanan, bulan, nip, *, oleh):
    """Makes and submits the usulan of these people, each in a transaction of its own, by the acts of one by one.

    ``nip``: NIP chosen, or None for everyone who is ready. Who has an usulan of that month already is passed over,
    so that running twice is harmless. Returns (how many submitted, [(name, why not)]).
    """
    oleh = oleh.berombongan()
    daftar = susun(layanan.slug, bulan, oleh.hak)
    pegawai = Pegawai.objects.terlihat_oleh(oleh.hak).select_related("kini").order_by("kini__nama", "pk")
    if nip is None:
        pegawai = pegawai.filter(pk__in=daftar.kelompok("siap").order_by().values("pegawai_id")) if daftar else []
    else:
        sudah = Usulan.objects.filter(layanan=layanan.slug, tmt=bulan).exclude(status__in=("ditolak", "dibatalkan"))
        pegawai = pegawai.filter(nip__in=nip).exclude(pk__in=sudah.values("pegawai_id"))
    berhasil, gagal = 0, []
    for satu in list(pegawai):
        try:
            usulan = alur.buat_draf(layanan, satu, oleh=oleh, isian={"tmt": bulan.isoformat()})
            alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
            berhasil += 1
        except DitolakAlur as galat:
            gagal.append((satu.kini.nama, str(galat)))
    return berhasil, gagal
