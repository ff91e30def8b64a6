"""Layar penilaian: baris bawahan seorang penilai pada satu masa, dengan hitungan distribusinya. Reads only, constant queries."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.db.models import Exists, OuterRef, Q

from eperformance.aturan import PREDIKAT, predikat
from eperformance.models import CapaianOrganisasi, Evaluasi, Skp
from eperformance.penilai import dinilai
from eperformance.penilaian import hitung
from eperformance.penilaian.aturan import rating_organisasi
from eperformance.penilaian.nilai import memimpin
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import ProfilKini

TANDA = {
    "Sangat Baik": "terpenuhi",
    "Baik": "terpenuhi",
    "Butuh Perbaikan": "perhatian",
    "Kurang": "gagal",
    "Sangat Kurang": "gagal",
}
TANPA_PALING = 100  # people without an SKP named on the page; one more tells that there are others
BELUM = {
    "draf": "SKP masih draf", "diajukan": "SKP menunggu penetapan Anda", "dikembalikan": "SKP dikembalikan, belum diajukan lagi",
}  # fmt: skip


def sidik(hasil, perilaku, catatan):
    """What a row held when the page was made, so that one nobody touched is left alone."""
    return f"{hasil}|{perilaku}|{crc32(catatan.encode())}"


@dataclass
class Baris:
    """One SKP on the screen: what is stored or typed, and whether it may still be changed."""

    skp: Skp
    evaluasi: Evaluasi | None
    organisasi: str | None  # None: not bound to a capaian; "": it is not set yet
    terkunci: str = ""  # why it cannot be changed
    hasil: str = ""
    perilaku: str = ""
    catatan: str = ""
    kini: Any = None  # the Evaluasi somebody else saved meanwhile
    galat: str = ""

    @property
    def awalan(self):
        """Prefix of the fields of this row."""
        return f"s{self.skp.pk}"

    @property
    def versi(self):
        """Version the next save is based on."""
        return self.evaluasi.versi if self.evaluasi else 0

    @property
    def awal(self):
        """Fingerprint of what is stored."""
        e = self.evaluasi
        return sidik(e.hasil, e.perilaku, e.catatan) if e else sidik(self.organisasi or "", "", "")

    @property
    def predikat(self):
        """Predikat of the two ratings as they stand on the screen."""
        return predikat(self.hasil, self.perilaku)

    @property
    def tanda(self):
        """Colour of its predikat."""
        return TANDA.get(self.predikat, "netral")

    @property
    def sah(self):
        """Is it set?"""
        return self.evaluasi is not None and self.evaluasi.status == "sah"


def susun(hak, m, hari_ini):
    """[Baris] of the SKP ditetapkan he assesses in the Masa ``m``, by name, and those that are not: three queries.

    Of a year whose assessment has not begun only those whose SKP has ended already.
    """
    skp = (
        Skp.objects.filter(dinilai(hak), periode=m.periode, mulai__lte=m.sampai, sampai__gte=m.mulai)
        .exclude(status="batal")
        .select_related("periode", "pegawai__kini", "jabatan", "unit", "opd", "penilai")
        .order_by("pegawai__kini__nama", "mulai")
    )
    if belum_setahun(m, hari_ini):
        skp = skp.filter(sampai__lt=hari_ini)
    semua = list(skp)
    jenis = ("tahunan", "akhir") if m.tahunan else ("periodik",)
    evaluasi = {
        e.skp_id: e
        for e in Evaluasi.objects.filter(skp__in=[s.pk for s in semua], jenis__in=jenis, nomor=m.nomor).exclude(
            status="diganti"
        )
    }
    capaian = dict(
        CapaianOrganisasi.objects.filter(
            periode=m.periode, nomor=m.nomor, opd__in={s.opd_id for s in semua}
        ).values_list("opd", "capaian")
    )
    baris = [_baris(s, evaluasi.get(s.pk), m, capaian) for s in semua if s.status in Skp.SAH]
    baris.sort(key=lambda b: bool(b.terkunci))  # what is still to be done first, each part by name
    belum = [(s, BELUM.get(s.status, s.get_status_display())) for s in semua if s.status not in Skp.SAH]
    return baris, belum, capaian


def belum_setahun(m, hari_ini):
    """Is this a year whose assessment has not begun?"""
    return m.tahunan and hari_ini < m.buka


def _baris(skp, evaluasi, m, capaian):
    organisasi = None
    if memimpin(skp):
        peta = acuan_kini().setelan("kinerja_rating_capaian", m.sampai)
        organisasi = rating_organisasi(capaian.get(skp.opd_id), peta)
    kunci = ""
    if evaluasi is not None and evaluasi.status == "sah":
        kunci = "Ditetapkan"
    elif m.tahunan and skp.status != "ditetapkan":
        kunci = skp.get_status_display()
    elif skp.status == "final":
        kunci = "Final"
    satu = Baris(skp, evaluasi, organisasi, kunci)
    if evaluasi is not None:
        satu.hasil, satu.perilaku, satu.catatan = evaluasi.hasil, evaluasi.perilaku, evaluasi.catatan
    if organisasi is not None and not satu.sah:
        satu.hasil = organisasi
    return satu


def tanpa_skp(hak, m):
    """ProfilKini of his direct staff who have no SKP at all in the time; one query, none for who heads nothing."""
    kepala = [k for k in hak.kantor if k.kepala and k.unit_id]
    if not kepala:
        return []
    unit = [k.unit_id for k in kepala]
    punya = Skp.objects.filter(pegawai=OuterRef("pegawai"), mulai__lte=m.sampai, sampai__gte=m.mulai).exclude(
        status="batal"
    )
    langsung = Q(unit__in=unit) | Q(jabatan__kepala_unit=True, jabatan__unit__induk__in=unit)
    daftar = ProfilKini.objects.filter(langsung, aktif=True).exclude(pegawai=hak.pegawai_id or 0)
    daftar = daftar.exclude(jabatan__in=[k.jabatan_id for k in kepala]).exclude(Exists(punya))
    return list(daftar.order_by("nama")[: TANPA_PALING + 1])


@dataclass
class Sebaran:
    """The distribution on the screen: his own staff and, for one perangkat daerah, all of it with its pattern."""

    baris: list  # [(predikat, his people, percent, people of the OPD, percent)]
    sendiri: int
    semua: int
    capaian: str
    opd: str
    hasil: Any
    pola: tuple

    @property
    def diperiksa(self):
        """Is the pattern judged?"""
        return self.hasil is not None and self.hasil.diperiksa

    @property
    def dilanggar(self):
        """Codes of the rules broken."""
        return {b.kode for b in self.hasil.dilanggar} if self.hasil else set()

    @property
    def butir_pola(self):
        """[(code, sentence, broken?)]."""
        return [(b.kode, b.uraian, b.kode in self.dilanggar) for b in self.pola]


def sebaran(baris, capaian, m, hari_ini):
    """Sebaran of what stands on the screen (drafts too) together with the rest of the perangkat daerah; two queries."""
    sendiri = dict.fromkeys(PREDIKAT, 0)
    for b in baris:
        if b.predikat:
            sendiri[b.predikat] += 1
    opd = {b.skp.opd_id: b.skp.opd for b in baris}
    semua, nama, pokok = None, "", ""
    if len(opd) == 1:
        ((pk, unit),) = opd.items()
        nama, pokok = unit.nama, capaian.get(pk, "")
        lain = hitung.hitung(m, [pk])[pk].jumlah
        sah = dict.fromkeys(PREDIKAT, 0)
        for b in baris:
            if b.sah:
                sah[b.evaluasi.predikat] += 1
        semua = {p: max(lain[p] - sah[p], 0) + sendiri[p] for p in PREDIKAT}
    jumlah = semua or sendiri
    n, s = sum(sendiri.values()), sum(jumlah.values())
    return Sebaran(
        [(p, sendiri[p], _persen(sendiri[p], n), jumlah[p], _persen(jumlah[p], s)) for p in PREDIKAT], n,
        s if semua is not None else 0, pokok, nama, hitung.nilai_pola(pokok, jumlah, hari_ini) if s else None,
        hitung.pola(pokok),
    )  # fmt: skip


def _persen(bagian, semua):
    return round(bagian * 100 / semua) if semua else 0
