"""Seleksi terbuka JPT: panitia, masa pengumuman, banyaknya calon, nilai, dan tiga besar (PermenPANRB 15/2019). Pure.

Numbers come from dated settings (``jpt_pansel``, ``jpt_pengumuman_hari``, ``jpt_calon_minimal``, ``jpt_bobot``).
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

PENILAIAN = ("rekam_jejak", "asesmen", "makalah", "wawancara")
TIGA = 3
SEN = Decimal("0.01")


class Urutan(NamedTuple):
    """One candidate in the ranking: ``total`` 0-100, two decimals; equal totals share a ``peringkat``."""

    kunci: object
    total: Decimal
    peringkat: int


def susunan_pansel(unsur, batas):
    """PermenPANRB 15/2019: odd number, 5 to 9, internal members at most 45%. ``unsur``: one word a member."""
    banyak, dalam = len(unsur), sum(u == "internal" for u in unsur)
    sedikit, besar = batas["paling_sedikit"], batas["paling_banyak"]
    if banyak % 2 == 0 or not sedikit <= banyak <= besar:
        return tidak(f"Panitia {banyak} orang; harus ganjil, {sedikit} sampai {besar} orang.")
    if dalam * 100 > batas["internal_persen"] * banyak:
        return tidak(f"Anggota dari dalam instansi {dalam} dari {banyak}; paling banyak {batas['internal_persen']}%.")
    return ya(f"Panitia {banyak} orang, {dalam} dari dalam instansi.")


def masa_pengumuman(lamanya, paling_sedikit, satuan):
    """PermenPANRB 15/2019: open long enough. ``lamanya``: days of ``satuan`` (hari, hari_kerja), first and last in."""
    sebutan = satuan.replace("_", " ")
    kalimat = f"Pengumuman {lamanya} {sebutan}; paling sedikit {paling_sedikit} {sebutan}."
    return ya(kalimat) if lamanya >= paling_sedikit else tidak(kalimat)


def surat_lengkap(nomor, tanggal, pindaian):
    """PermenPANRB 15/2019: a letter (consent to the plan, decree on the panitia) with number, date and its scan."""
    ada = (("nomor", nomor), ("tanggal", tanggal), ("pindaian", pindaian))
    if kurang := [sebutan for sebutan, isi in ada if not isi]:
        return tidak(f"Belum ada: {', '.join(kurang)}.")
    return ya(f"Nomor {nomor}, {tulis_tanggal(tanggal)}; pindaiannya tersimpan.")


def cukup_calon(lulus, belum_diputus, paling_sedikit):
    """PermenPANRB 15/2019: at least three candidates pass; extend otherwise; open while somebody is not decided."""
    if belum_diputus:
        return perlu_diperiksa(f"{belum_diputus} pelamar belum diputus.")
    kalimat = f"{lulus} pelamar lulus administrasi; paling sedikit {paling_sedikit}."
    return ya(kalimat) if lulus >= paling_sedikit else tidak(kalimat)


def nilai_akhir(nilai, bobot):
    """Weighted total of ``nilai`` {tahap: 0-100}, two decimals half up; None while a stage with weight lacks a score."""
    if any(nilai.get(t) is None for t, b in bobot.items() if b):
        return None
    jumlah = sum(Decimal(str(nilai[t])) * b for t, b in bobot.items() if b)
    return (jumlah / sum(bobot.values())).quantize(SEN, ROUND_HALF_UP)


def peringkat(total):
    """[Urutan], best first, of ``total`` [(kunci, Decimal)]; equal totals share the place (1, 2, 2, 4)."""
    urut = sorted(total, key=lambda t: -t[1])
    return [Urutan(k, n, 1 + sum(lain > n for _, lain in urut)) for k, n in urut]


def tiga_besar(urutan):
    """PermenPANRB 15/2019: three names to the PPK. Hasil; must be looked at while the third place is shared."""
    batas = [u for u in urutan if u.peringkat <= TIGA]
    if len(urutan) < TIGA:
        return tidak(f"Baru {len(urutan)} calon bernilai lengkap; tiga nama diperlukan.")
    if len(batas) > TIGA:
        return perlu_diperiksa("Nilai akhir sama pada batas tiga besar; panitia menetapkan pembedanya.")
    return ya("Tiga calon terbaik sudah tentu.")
