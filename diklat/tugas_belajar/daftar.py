"""Daftar tugas belajar: yang berjalan, yang hampir berakhir, laporan yang terlambat, ikatan dinas. Scoped by the caller.

The reports expected are not stored: they follow from the period (``aturan.semester``); what was sent is compared with them.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from diklat.models import LaporanSemester, TugasBelajar
from diklat.tugas_belajar import aturan
from diklat.tugas_belajar.fakta import BELAJAR, TUBEL
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import RiwayatTinggal

TAMPIL = (("berjalan", "Sedang belajar"), ("terlambat", "Laporan terlambat"), ("periksa", "Laporan menunggu"),
          ("berakhir", "Berakhir 6 bulan lagi"), ("ikatan", "Ikatan dinas"), ("lain", "Selesai dan dihentikan"),
          ("belum", "Belum dipantau"))  # fmt: skip
TANDA = {"berjalan": "info", "selesai": "terpenuhi", "berhenti": "gagal", "batal": "netral"}


@dataclass(frozen=True, slots=True)
class Tagihan:
    """One semester of a study and its report: ``kata`` how it stands, ``jenis`` its colour, the newest LaporanSemester or None."""

    semester: aturan.Semester
    kata: str
    jenis: str
    laporan: LaporanSemester | None
    wajib: bool


def milik(hak):
    """TugasBelajar in scope, with what a list shows."""
    return TugasBelajar.objects.filter(hak.lingkup("pegawai__kini__")).select_related(
        "pegawai__kini__unit", "pegawai__kini__opd", "pegawai__kini__jabatan"
    )


def tagihan(acuan, t, laporan, hari_ini):
    """[Tagihan] of every semester that has begun. ``laporan``: the LaporanSemester of this study."""
    terbaru = {}
    for r in sorted(laporan, key=lambda r: r.putaran):
        terbaru[r.semester] = r
    akhir = t.selesai or t.sampai
    return [
        _satu(s, terbaru.get(s.nomor), hari_ini) for s in aturan.semester(acuan, t.mulai, akhir) if s.mulai <= hari_ini
    ]


def _satu(s, r, hari_ini):
    if r is not None and r.status != "dikembalikan":
        kata, jenis = ("diterima", "terpenuhi") if r.status == "diterima" else ("menunggu diperiksa", "info")
        return Tagihan(s, kata, jenis, r, False)
    if hari_ini > s.tenggat:
        return Tagihan(s, "terlambat", "gagal", r, True)
    if r is not None:
        return Tagihan(s, "dikembalikan", "perhatian", r, True)
    return (
        Tagihan(s, "berjalan", "netral", r, False)
        if hari_ini <= s.sampai
        else Tagihan(s, "wajib dikirim", "perhatian", r, True)
    )


def terlambat(acuan, daftar, hari_ini):
    """{pk: [Tagihan overdue]} of the running studies among ``daftar``; one query."""
    daftar = [t for t in daftar if t.keadaan == "berjalan"]
    kirim = {}
    for r in LaporanSemester.objects.filter(tugas_belajar__in=[t.pk for t in daftar]):
        kirim.setdefault(r.tugas_belajar_id, []).append(r)
    hasil = {}
    for t in daftar:
        lewat = [x for x in tagihan(acuan, t, kirim.get(t.pk, ()), hari_ini) if x.jenis == "gagal"]
        if lewat:
            hasil[t.pk] = lewat
    return hasil


def saring(daftar, tampil, acuan, hari_ini):
    """The queryset of one tab."""
    if tampil == "terlambat":
        lewat = terlambat(acuan, daftar.filter(keadaan="berjalan"), hari_ini)
        return daftar.filter(pk__in=lewat).order_by("mulai", "pk")
    if tampil == "periksa":
        kirim = LaporanSemester.objects.filter(status="dikirim").values("tugas_belajar_id")
        return daftar.filter(pk__in=kirim).order_by("mulai", "pk")
    if tampil == "berakhir":
        return daftar.filter(keadaan="berjalan", sampai__lte=tambah_bulan(hari_ini, 6)).order_by("sampai", "pk")
    if tampil == "ikatan":
        terikat = Q(keadaan="selesai", ikatan_sampai__gte=hari_ini, diputus=None)
        utang = Q(ganti_rugi__gt=0, ganti_rugi_lunas=None)
        return daftar.filter(terikat | utang).order_by("ikatan_sampai", "pk")
    if tampil == "lain":
        return daftar.exclude(keadaan="berjalan").order_by("-selesai", "-pk")
    return daftar.filter(keadaan="berjalan").order_by("sampai", "pk")


def belum_dipantau(hak):
    """People on tugas belajar by their riwayat for whom there is no monitoring row: SK older than the portal."""
    return (
        RiwayatTinggal.objects.filter(
            hak.lingkup("pegawai__kini__"), jenis=TUBEL, dibatalkan_pada=None, pegawai__kini__kedudukan_id=BELAJAR
        )
        .exclude(pegawai__tugas_belajar__keadaan="berjalan").order_by("pegawai_id", "-tmt").distinct("pegawai_id")
    )  # fmt: skip


def ganti_rugi(acuan, t, tanggal):
    """Rupiah to repay if the bond of ``t`` were broken on ``tanggal``; None when its cost is unknown."""
    return aturan.ganti_rugi(
        acuan, biaya=t.jumlah_biaya, tanggal=tanggal, ikatan_mulai=t.ikatan_mulai, ikatan_sampai=t.ikatan_sampai
    )


def sisa(tanggal: date, sampai: date) -> int:
    """Days left up to and including ``sampai``; 0 when it is over."""
    return max(0, (sampai - tanggal).days + 1)
