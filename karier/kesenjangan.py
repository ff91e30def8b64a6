"""Kesenjangan kompetensi: each person's level against the standard of the post he holds, means of the OPD.

Reads the newest valid RiwayatUjiKompetensi of everybody in scope in one query; the gap itself is ``aturan.kompetensi``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from karier.aturan.kompetensi import rata_celah
from kepegawaian.aturan_kompetensi import SEN, celah, kesesuaian
from kepegawaian.models import ProfilKini, RiwayatUjiKompetensi
from kepegawaian.standar import Standar

KOLOM = (
    "pegawai_id", "pegawai__kini__nip", "pegawai__kini__nama", "pegawai__kini__opd_id", "pegawai__kini__unit_id",
    "pegawai__kini__jabatan_id", "pegawai__kini__jabatan__nama", "pegawai__kini__jenis_jabatan",
    "pegawai__kini__jabatan__eselon__kelompok", "pegawai__kini__jenjang", "nilai", "tmt", "sampai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Baris:
    """One person with a valid result: mean gap in levels, competences below the standard, job match in percent."""

    pegawai_id: int
    nip: str
    nama: str
    opd_id: int | None
    unit_id: int | None
    jabatan: str
    rata: Decimal | None
    kurang: int
    persen: Decimal | None
    tmt: date
    sampai: date | None


@dataclass(slots=True)
class BarisOpd:
    """An OPD: people in it, those with a valid result, and the mean of their gaps."""

    opd_id: int
    nama: str
    populasi: int
    terukur: int
    rata: Any


def hasil_berlaku(tanggal):
    """The newest result of each person that may be used on ``tanggal``."""
    return (
        RiwayatUjiKompetensi.objects.filter(dibatalkan_pada__isnull=True, tmt__lte=tanggal)
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=tanggal))
        .order_by("pegawai_id", "-tmt", "-id")
        .distinct("pegawai_id")
    )


def daftar(hak, tanggal):
    """[Baris] of everybody in the scope of ``hak`` who has a valid result, widest gap first."""
    standar = Standar(tanggal)
    baris = hasil_berlaku(tanggal).filter(hak.lingkup("pegawai__kini__"), pegawai__kini__aktif=True)
    hasil = []
    for pid, nip, nama, opd, unit, jid, jabatan, jenis, kelompok, jenjang, nilai, tmt, sampai in baris.values_list(
        *KOLOM
    ):
        butuh = standar.menurut(jid, jenis or "", kelompok or "", jenjang or "")
        isi = celah(butuh, nilai)
        kurang = sum(bool(c.selisih) for c in isi)
        hasil.append(
            Baris(
                pid,
                nip,
                nama,
                opd,
                unit,
                jabatan or "",
                rata_celah(isi),
                kurang,
                kesesuaian(butuh, nilai),
                tmt,
                sampai,
            )
        )
    return sorted(hasil, key=lambda b: (b.rata is None, -(b.rata or 0), b.nama))


def per_opd(hak, acuan, baris):
    """[BarisOpd] of every OPD in scope, widest mean gap first; those without a result last."""
    populasi = ProfilKini.objects.filter(hak.lingkup(), aktif=True, opd_id__isnull=False)
    hitung = dict(populasi.order_by().values_list("opd_id").annotate(n=Count("pk")))
    nilai = {}
    for b in baris:
        if b.rata is not None:
            nilai.setdefault(b.opd_id, []).append(b.rata)
    hasil = [
        BarisOpd(i, acuan.unit[i].nama, n, len(nilai.get(i, ())), rata(nilai.get(i)))
        for i, n in hitung.items()
        if i in acuan.unit
    ]
    return sorted(hasil, key=lambda o: (o.rata is None, -(o.rata or 0), o.nama))


def rata(daftar_nilai):
    """Mean with two decimals, or None of nothing."""
    return (sum(daftar_nilai) / len(daftar_nilai)).quantize(SEN) if daftar_nilai else None
