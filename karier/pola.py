"""Pola karier: from the post of a pegawai the lawful next posts, each with its conditions and vacancy.

Law: PermenPANRB 22/2021; PP 11/2017 Pasal 188-189. Candidates come from SQL: structural posts of one OPD, his own
unless another is asked for, on the same level or one above, the next jenjang of his own JF, and the JF of that OPD. Rules are asked on demand.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from karier.sasaran import muat
from karier.syarat import periksa
from kepegawaian.aturan_jabatan import DIAGONAL, HORIZONTAL, VERTIKAL, arah, tingkat
from kepegawaian.models import Jabatan, ProfilKini
from layanan.katalog import PERIKSA, TIDAK, YA, Konteks

BAGIAN = ("pangkat", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "jejak_jabatan", "kompetensi")
URUT_ARAH = (VERTIKAL, DIAGONAL, HORIZONTAL)
MAKS_KURSI, MAKS_JF = 60, 40


@dataclass(slots=True)
class Tujuan:
    """A next post: direction, conditions [(Syarat, Hasil)] and how they stand."""

    sasaran: object
    arah: str
    hasil: list = field(default_factory=list)
    url: str = ""
    unit: str = ""

    def banyak(self, jawaban):
        """How many conditions have this answer."""
        return sum(h.jawaban == jawaban for _, h in self.hasil)

    @property
    def terpenuhi(self):
        return self.banyak(YA)

    @property
    def kurang(self):
        return self.banyak(TIDAK)

    @property
    def periksa(self):
        return self.banyak(PERIKSA)


def letak(profil):
    """(jenis, kelompok, jenjang) of the post he holds."""
    return profil.jenis_jabatan or "", profil.kelompok_jabatan or "", profil.jenjang or ""


def calon(profil, acuan, tanggal, opd_id=None):
    """Candidate posts (Jabatan with eselon) in ``opd_id`` (his own), nearest units first; empty without a post of his own."""
    kini, opd_id = tingkat(acuan, tanggal, *letak(profil)), opd_id or profil.opd_id
    if kini is None or opd_id is None:
        return []
    tabel = acuan.setelan("karier_tingkat", tanggal)
    boleh = {k for k, n in tabel.items() if n in (kini, kini + 1)}
    berlaku = (
        Jabatan.objects.select_related("eselon")
        .filter(berlaku_sejak__lte=tanggal)
        .filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal))
    )
    kursi = berlaku.filter(
        jenis="struktural", eselon__kelompok__in=boleh, unit_id__in=sorted(acuan.turunan({opd_id}))
    ).exclude(pk=profil.jabatan_id)  # fmt: skip
    dekat = sorted(kursi, key=lambda j: (-_bersama(acuan, j.unit_id, profil.jalur_unit), j.pk))
    ada = ProfilKini.objects.filter(opd_id=opd_id, jenis_jabatan="fungsional", aktif=True)
    rumpun = Q(nama_jf=profil.nama_jf) if profil.nama_jf else Q(pk__in=ada.values("jabatan_id"))
    jf = berlaku.filter(rumpun, jenis="fungsional", jenjang__in=boleh).exclude(pk=profil.jabatan_id)
    return dekat[:MAKS_KURSI] + list(jf.order_by("nama")[:MAKS_JF])


def _bersama(acuan, unit_id, jalur):
    """Length of the path two units share."""
    unit = acuan.unit.get(unit_id)
    return sum(a == b for a, b in zip(unit.jalur, jalur, strict=False)) if unit else 0


def tujuan(profil, acuan, tanggal, jabatan=None, opd_id=None):
    """[Tujuan] of the candidates (or of the posts ``jabatan``): upward first, then those with the least missing."""
    jabatan = calon(profil, acuan, tanggal, opd_id) if jabatan is None else jabatan
    hasil = []
    for s in muat(jabatan, tanggal=tanggal, acuan=acuan, opd_id=opd_id or profil.opd_id).values():
        satu = Tujuan(s, arah(acuan, tanggal, letak(profil), s.letak))
        satu.hasil = periksa(Konteks(profil, {}, tanggal, acuan, {"sasaran": s}))
        hasil.append(satu)
    urut = {a: i for i, a in enumerate(URUT_ARAH)}
    return sorted(hasil, key=lambda t: (urut.get(t.arah, 9), t.kurang, t.periksa, t.sasaran.sebutan))
