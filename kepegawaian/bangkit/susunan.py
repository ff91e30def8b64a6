"""Susunan: the whole plan in one order — offices, heads of schools, staff, scenarios, mass."""

from kepegawaian.bangkit import kantor, massa, skenario
from kepegawaian.bangkit.dunia import GAJI_SEJAK
from kepegawaian.bangkit.rencana import Perancang
from kepegawaian.bangkit.salah import JENIS_SALAH


class TerlaluDini(ValueError):
    """The date lies before the reference data an invented regency needs."""


def rencanakan(jumlah, seed, per, dunia, salah=0.0):
    """Yields exactly ``jumlah`` Rencana. ``salah``: percent of persons whose row in the file is spoilt."""
    if per < GAJI_SEJAK:
        raise TerlaluDini(
            f"Kabupaten rekaan hanya untuk tanggal sejak {GAJI_SEJAK:%d-%m-%Y}, awal tabel gaji yang ada."
        )
    p = Perancang(jumlah, seed, per, dunia)
    inti = kantor.pejabat(p)
    inti += kantor.kepala_unit_fungsional(p)
    inti += kantor.staf(p)
    inti += skenario.semua(p, int(jumlah * 0.25))
    inti = inti[:jumlah]
    for r in inti:
        p.lengkapi(r)
    kepala = {r.unit: r.nama for r in reversed(inti) if r.kursi}
    nomor = banyak_salah = 0
    peluang = salah * jumlah / max(1, jumlah - len(inti)) / 100
    for kelompok in (inti, massa.rencana_massal(p, inti)):
        for r in kelompok:
            r.nomor = nomor
            if not r.nip:
                p.lengkapi(r)
            r.penilai = _penilai(dunia, kepala, r)
            if peluang and not r.skenario and not r.kursi and p.acak.random() < peluang:
                r.kesalahan = JENIS_SALAH[banyak_salah % len(JENIS_SALAH)]
                banyak_salah += 1
            yield r
            nomor += 1


def _penilai(dunia, kepala, r):
    """Name of the head of the unit, or of the unit above for the head himself."""
    unit = dunia.unit[r.unit]
    if r.kursi and unit.induk in kepala:
        return kepala[unit.induk]
    return kepala.get(r.unit) or kepala.get(unit.induk) or kepala.get(unit.opd, "")
