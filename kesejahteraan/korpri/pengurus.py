"""Kepengurusan Korpri: keanggotaan dari ProfilKini, pengurus tiap unit, dan perbuatan mencatat serta mengakhirinya.

Each act: right → lock the unit → check → change → Jejak, in one transaction; refused with a sentence (DitolakKorpri).
"""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, tulis_tanggal
from kepegawaian.models import ProfilKini, UnitKerja
from kesejahteraan.korpri.galat import DitolakKorpri
from kesejahteraan.korpri.hak import boleh_kelola
from kesejahteraan.korpri.models import PengurusKorpri
from layanan.galat import BukanWewenang

TINGKAT = ("kabupaten", "opd")  # kinds of unit that have a board
URUTAN = [kode for kode, _ in PengurusKorpri.JABATAN]


def harus_kelola(oleh):
    """BukanWewenang for everybody but the Subbid Pembinaan Korps Profesi ASN and its heads."""
    if oleh.hak.hanya_baca or not boleh_kelola(oleh.hak, acuan_kini()):
        raise BukanWewenang("Hanya Subbidang Pembinaan Korps Profesi ASN yang mengelola Korpri.")


def anggota():
    """ProfilKini of all members: every ASN in service."""
    return ProfilKini.objects.filter(aktif=True)


def menjabat(tanggal):
    """PengurusKorpri in office on ``tanggal``."""
    return PengurusKorpri.objects.filter(Q(sampai__isnull=True) | Q(sampai__gte=tanggal), sejak__lte=tanggal)


def pengurus_pada(pegawai_id, tanggal):
    """Is this person on any board on ``tanggal``?"""
    return pegawai_id is not None and menjabat(tanggal).filter(pegawai_id=pegawai_id).exists()


@dataclass(slots=True)
class BarisUnit:
    """One unit with its members and its board: ``inti`` the chairman's PengurusKorpri or None."""

    unit: object
    pns: int = 0
    pppk: int = 0
    pengurus: int = 0
    inti: object = None
    semua: list = field(default_factory=list)

    @property
    def jumlah(self):
        """Members of either status."""
        return self.pns + self.pppk


def rekap(acuan, tanggal):
    """[BarisUnit]: the kabupaten (all members) first, then every OPD by name; two queries at any number of people.

    A unit with neither members nor a board (one that was replaced) is left out.
    """
    baris = {u.id: BarisUnit(u) for u in acuan.unit.values() if u.jenis in TINGKAT}
    hitung = anggota().order_by().values("opd_id").annotate(
        pns=Count("pk", filter=~Q(status__in=PPPK)), pppk=Count("pk", filter=Q(status__in=PPPK))
    )  # fmt: skip
    induk = [b for b in baris.values() if b.unit.jenis == "kabupaten"]
    for h in hitung:
        for b in [*induk, *([baris[h["opd_id"]]] if h["opd_id"] in baris else [])]:
            b.pns += h["pns"]
            b.pppk += h["pppk"]
    for p in menjabat(tanggal).select_related("pegawai__kini"):
        if (b := baris.get(p.unit_id)) is not None:
            b.pengurus += 1
            b.semua.append(p)
            b.inti = p if p.jabatan == "ketua" else b.inti
    ada = [b for b in baris.values() if b.jumlah or b.pengurus or b.unit.jenis == "kabupaten"]
    return sorted(ada, key=lambda b: (b.unit.jenis != "kabupaten", b.unit.nama))


def susunan(unit_id, tanggal):
    """(those in office in their order, those who were) of a unit, two lists of PengurusKorpri; one query."""
    semua = PengurusKorpri.objects.filter(unit_id=unit_id).select_related("pegawai__kini__jabatan")
    kini, lalu = [], []
    for p in semua:
        (lalu if p.sampai and p.sampai < tanggal else kini).append(p)
    return sorted(kini, key=lambda p: (URUTAN.index(p.jabatan), p.sejak)), lalu


def tambah(unit, data, *, oleh):
    """A board member from a valid form: pegawai, jabatan, sejak, sampai, nomor_sk, tanggal_sk; returns the row."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        UnitKerja.objects.select_for_update().get(pk=unit.pk)
        tumpang = PengurusKorpri.objects.filter(unit=unit).filter(
            Q(sampai__isnull=True) | Q(sampai__gte=data["sejak"])
        )
        if data["sampai"]:
            tumpang = tumpang.filter(sejak__lte=data["sampai"])
        if tumpang.filter(pegawai=data["pegawai"]).exists():
            raise DitolakKorpri("Orang itu sudah menjadi pengurus unit ini pada masa tersebut.")
        if data["jabatan"] not in ("anggota", "wakil"):
            lama = tumpang.filter(jabatan=data["jabatan"]).select_related("pegawai__kini").first()
            if lama:
                raise DitolakKorpri(
                    f"{lama.get_jabatan_display()} unit ini masih {lama.pegawai.kini.nama_lengkap} sejak "
                    f"{tulis_tanggal(lama.sejak)}; akhiri dulu masanya."
                )
        p = PengurusKorpri.objects.create(unit=unit, dicatat_oleh=oleh.pengguna, dicatat_pada=oleh.kini, **data)
        jejak.catat("korpri_pengurus", p, pegawai=p.pegawai_id, pada=oleh.kini,
                    jabatan=p.get_jabatan_display(), unit=unit.nama)  # fmt: skip
    return p


def akhiri(pk, sampai, *, oleh):
    """Ends a term on ``sampai``, its last day."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = PengurusKorpri.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)
        if p.sampai and p.sampai < oleh.hari_ini:
            raise DitolakKorpri(f"Masanya sudah berakhir {tulis_tanggal(p.sampai)}.")
        if sampai < p.sejak:
            raise DitolakKorpri(f"Hari terakhir tidak boleh sebelum {tulis_tanggal(p.sejak)}, awal masanya.")
        p.sampai = sampai
        p.save(update_fields=["sampai"])
        jejak.catat("korpri_pengurus_akhir", p, pegawai=p.pegawai_id, pada=oleh.kini,
                    jabatan=p.get_jabatan_display(), unit=p.unit.nama, sampai=sampai.isoformat())  # fmt: skip
    return p
