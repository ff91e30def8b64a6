"""Perubahan gaji sebulan, bagi bendahara gaji dan BPKAD: siapa, keputusan apa, dari berapa menjadi berapa, rapelnya.

A RiwayatGaji that rests on a naskah is paid for the first time in the month of its TMT, or in the month it became
known when that is later; the months between are its rapel (PP 7/1977 Pasal 12: a late letter is paid back). Imports
bring no news to the pay clerk and are left out, and so are KP anumerta and the pengabdian of one who has died: he is
paid no more, and what rests on the new pay is the pension of his heirs.

What stops pay or lets it begin again stands in the same list (``hentian.py``): ``kunci`` names the rows of all sources
in one ordered UNION, ``muat`` fills a page of them.
"""

from datetime import datetime, time
from typing import NamedTuple

from django.db.models import BooleanField, Case, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from kepegawaian.aturan import bulan_antara, tambah_bulan
from kepegawaian.models import RiwayatGaji
from layanan import akibat
from penggajian import hentian


class Perubahan(NamedTuple):
    """A row of the list; ``lama`` None when no pay was recorded before, ``rapel`` in months of gaji pokok."""

    gaji: RiwayatGaji
    lama: int | None
    selisih: int | None
    rapel: int
    jumlah_rapel: int | None

    @property
    def pegawai(self):
        """Whose row it is, as that of a Hentian."""
        return self.gaji.pegawai


def sejak_bulan(hari):
    """The first moment of the month of a date, in Lamongan."""
    return timezone.make_aware(datetime.combine(hari.replace(day=1), time.min))


ALMARHUM = Q(naskah_pegawai__data__layanan="kp-anumerta") | Q(
    naskah_pegawai__data__layanan="kp-pengabdian", naskah_pegawai__data__isian__sebab="meninggal"
)


def daftar(bulan, lingkup):
    """RiwayatGaji first paid in the month that starts on ``bulan``; ``lingkup``: the reader's scope as a Q."""
    berikut = tambah_bulan(bulan, 1)
    waktu = Q(tmt__gte=bulan, tmt__lt=berikut, dicatat_pada__lt=sejak_bulan(berikut)) | Q(
        tmt__lt=bulan, dicatat_pada__gte=sejak_bulan(bulan), dicatat_pada__lt=sejak_bulan(berikut)
    )
    sebelum = RiwayatGaji.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tmt__lt=OuterRef("tmt"), dibatalkan_pada=None
    ).order_by("-tmt")
    return (
        RiwayatGaji.objects.filter(
            waktu, lingkup, naskah_pegawai__isnull=False, dibatalkan_pada=None, pegawai__kini__isnull=False
        )
        # Not exclude(): a naskah without these keys would vanish with them.
        .annotate(almarhum=Case(When(ALMARHUM, then=Value(True)), default=Value(False), output_field=BooleanField()))
        .filter(almarhum=False)
        .annotate(tercatat=Subquery(sebelum.values("gaji_pokok")[:1]))
        .select_related("pegawai__kini", "naskah_pegawai__naskah")
    )


def sumber(bulan, hak, acuan, saring):
    """{kind: queryset} of everything in the month, in scope and as filtered (``saring``: a PerubahanFilter)."""
    hasil = {"gaji": saring.saring(daftar(bulan, hak.lingkup("pegawai__kini__"))).annotate(berlaku=F("tmt"))}
    for jenis, (sebab, qs, berlaku) in hentian.sumber(bulan, hak, acuan).items():
        hasil[jenis] = saring.saring(qs, sebab).annotate(berlaku=berlaku)
    return hasil


def kunci(semua, urutan):
    """(kind, pk, nama, nip, tanggal) of every row of ``sumber``, ordered by the columns ``urutan``: one query."""
    bagian = [
        qs.order_by().annotate(
            asal=Value(jenis), nama=F("pegawai__kini__nama"), nip=F("pegawai__nip"), tanggal=F("berlaku")
        ).values_list("asal", "pk", "nama", "nip", "tanggal")
        for jenis, qs in semua.items()
    ]  # fmt: skip
    return bagian[0].union(*bagian[1:], all=True).order_by(*urutan, "asal", "pk")


def muat(semua, kunci_, bulan):
    """The rows of these keys in their order: Perubahan, or Hentian; one query for each kind there is."""
    per = {}
    for jenis, pk, *_ in kunci_:
        per.setdefault(jenis, []).append(pk)
    isi = {
        jenis: {g.pk: g for g in semua["gaji"].filter(pk__in=pks)} if jenis == "gaji" else hentian.muat(jenis, pks)
        for jenis, pks in per.items()
    }
    return [
        baris(isi[jenis][pk], bulan) if jenis == "gaji" else hentian.baris(jenis, isi[jenis][pk], bulan)
        for jenis, pk, *_ in kunci_
    ]


def baris(gaji, bulan):
    """The Perubahan of one row: the old pay is what the decree printed, else the row before."""
    lama = akibat.beku(gaji.naskah_pegawai, "lama", "gaji", "rupiah") or gaji.tercatat
    rapel = max(0, bulan_antara(gaji.tmt.replace(day=1), bulan))
    selisih = None if lama is None else gaji.gaji_pokok - lama
    return Perubahan(gaji, lama, selisih, rapel, None if selisih is None else rapel * selisih)
