"""Nilai yang dihitung portal sendiri: tiap malam, atau saat diminta, indikator yang bersumber ``kepegawaian.ukuran``.

Append-only: a row is written when the value (or what it is made of) differs from the last one of that triwulan, by night at most
once a day. What it was made of stands in ``rincian``: {ukuran, unit, mulai, sampai, pembilang, penyebut}.
"""

import logging
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from eperformance.aturan import masa_ke, nomor_masa
from eperformance.galat import DitolakKinerja
from eperformance.models import IndikatorPohon, Pohon, RealisasiPohon
from eperformance.pohon.indikator import kunci_pohon
from eperformance.pohon.perbuatan import periksa_pengatur
from kepegawaian import jejak, ukuran
from kepegawaian.acuan import acuan_kini

log = logging.getLogger(__name__)


def malam(hari_ini):
    """Values as they stood at the end of yesterday, of its triwulan; how many rows were written. Run twice it writes once."""
    per = hari_ini - timedelta(days=1)
    pohon = Pohon.objects.filter(tahun=per.year, status="berlaku").first()
    if pohon is None:
        return 0
    with jejak.sebagai(None):
        return isi(pohon, per, pada=timezone.now(), sekali=True)


def hitung_sekarang(pohon_id, *, oleh):
    """The same now, on order; how many rows were written. Refused unless the tree is berlaku and its year runs."""
    periksa_pengatur(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        pohon = kunci_pohon(pohon_id)
        if pohon.status != "berlaku" or pohon.tahun != oleh.hari_ini.year:
            raise DitolakKinerja("Hanya pohon berlaku pada tahun berjalan yang dihitung portal.")
        banyak = isi(pohon, oleh.hari_ini, pada=oleh.kini, oleh=oleh.pengguna)
        jejak.catat(
            "pohon_realisasi", pohon, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan,
            indikator=f"{banyak} indikator pohon {pohon.tahun} yang dihitung portal",
        )  # fmt: skip
    return banyak


def isi(pohon, per, *, pada, oleh=None, sekali=False):
    """Writes what has changed as of ``per`` into the triwulan of that day; how many rows. Inside the caller's transaction."""
    kunci_pohon(pohon.pk)
    triwulan = nomor_masa("triwulan", per)
    indikator = list(
        IndikatorPohon.objects.filter(simpul__pohon=pohon, simpul__berakhir=None)
        .exclude(sumber="")
        .select_related("simpul")
    )
    lama = RealisasiPohon.objects.filter(indikator__in=indikator, triwulan=triwulan).order_by("indikator_id", "-id")
    lama, sudah, baru = {r.indikator_id: r for r in lama.distinct("indikator_id")}, {}, []
    for satu in indikator:
        unit = satu.simpul.unit_id if satu.cakupan == "unit" else None
        if (satu.sumber, unit) not in sudah:
            sudah[satu.sumber, unit] = _ukur(satu.sumber, unit, pohon.tahun, per)
        nilai = sudah[satu.sumber, unit]
        if nilai is None or nilai.nilai is None:
            continue
        rincian = _rincian(satu.sumber, unit, nilai, pohon.tahun, per)
        if _sama(lama.get(satu.pk), nilai, rincian, pada if sekali else None):
            continue
        baru.append(
            RealisasiPohon(
                indikator=satu,
                triwulan=triwulan,
                nilai=nilai.nilai,
                asal="portal",
                rincian=rincian,
                oleh=oleh,
                pada=pada,
            )
        )
    return len(RealisasiPohon.objects.bulk_create(baru))


def _ukur(sumber, unit, tahun, per):
    """The Nilai of a measure, None when no app declares it any more."""
    satu = ukuran.ambil(sumber)
    if satu is None:
        log.warning("Ukuran %s pada pohon %s tidak dikenal lagi", sumber, tahun)
        return None
    return satu.hitung(unit_ids(unit), date(tahun, 1, 1), per)


def unit_ids(unit):
    """Ids of a unit and everything below it; None for everybody."""
    return None if unit is None else sorted(acuan_kini().turunan([unit]))


def _rincian(sumber, unit, nilai, tahun, per):
    return {
        "ukuran": sumber, "unit": unit, "mulai": date(tahun, 1, 1).isoformat(), "sampai": per.isoformat(),
        "pembilang": _teks(nilai.pembilang), "penyebut": _teks(nilai.penyebut), "tautan": nilai.tautan,
    }  # fmt: skip


def _teks(angka):
    return None if angka is None else str(Decimal(angka).normalize().__format__("f"))


def _sama(lama, nilai, rincian, pada):
    """Nothing new since ``lama``, or (by night) it is of the same day."""
    if lama is None:
        return False
    if pada is not None and lama.asal == "portal" and timezone.localdate(lama.pada) == timezone.localdate(pada):
        return True
    bahan = ("pembilang", "penyebut")
    return lama.nilai == nilai.nilai and all(lama.rincian.get(b) == rincian[b] for b in bahan)


def masa(realisasi):
    """(mulai, sampai) of what a value of the portal was counted over; for a typed one its triwulan."""
    isi = realisasi.rincian
    if isi.get("mulai"):
        return date.fromisoformat(isi["mulai"]), date.fromisoformat(isi["sampai"])
    return masa_ke(realisasi.indikator.simpul.pohon.tahun, "triwulan", realisasi.triwulan or 4)
