"""Peninjauan masa kerja (PMK) pengalaman pada badan hukum swasta, dan akibatnya (keputusan-tafsir T-14). Pure.

Law: PP 98/2000 jo. PP 11/2002: counted half, at most 8 years, only unbroken spells of at least one year each.
"""

from datetime import timedelta
from itertools import pairwise

from kepegawaian.aturan import PPPK, bulan_antara, gaji_pokok, mkg_pada, tulis_masa, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

MINIMAL_BULAN, MAKS_BULAN = 12, 96


def diakui(masa):
    """T-14: months recognised of ``masa`` [(first day, day after the last)]: half of the spells of a year or more."""
    hitung = sum(b for b in (bulan_antara(dari, sampai) for dari, sampai in masa) if b >= MINIMAL_BULAN)
    return min(hitung // 2, MAKS_BULAN)


def masa_diisi(isian):
    """[(first day, day after the last, employer)] of the answers ``badan_1``, ``mulai_1``, ``akhir_1`` (last day) …"""
    baris = ((isian.get(f"mulai_{i}"), isian.get(f"akhir_{i}"), isian.get(f"badan_{i}")) for i in (1, 2, 3))
    return [(a, b + timedelta(days=1), n or "") for a, b, n in baris if a and b]


def t14_pengalaman(k):
    """PP 11/2002 (T-14): something is left to recognise, before the appointment, not recognised already."""
    p, masa = k.profil, masa_diisi(k.isian)
    if p.status in PPPK:
        return tidak("Masa kerja golongan hanya ditinjau bagi PNS dan CPNS.", p.status)
    if not masa:
        return perlu_diperiksa("Pengalaman kerja belum diisi.")
    bukti = [f"{n}: {tulis_masa(max(0, bulan_antara(a, b)))}" for a, b, n in masa]
    if p.tmt_cpns is None:
        return perlu_diperiksa("TMT CPNS belum tercatat.", *bukti)
    if any(b > p.tmt_cpns for _, b, _ in masa):
        return tidak(f"Pengalaman harus berakhir sebelum TMT CPNS {tulis_tanggal(p.tmt_cpns)}.", *bukti)
    urut = sorted(masa)
    if any(satu[1] > lanjut[0] for satu, lanjut in pairwise(urut)):
        return tidak("Masa pengalaman tidak boleh tumpang tindih.", *bukti)
    bulan = diakui([(a, b) for a, b, _ in masa])
    if not bulan:
        return tidak("Tiap masa kerja sekurang-kurangnya satu tahun tanpa terputus.", *bukti)
    if p.pmk_bulan:
        return perlu_diperiksa(
            f"Masa kerja pernah ditinjau {tulis_masa(p.pmk_bulan)}; cocokkan pengalamannya.", *bukti
        )
    return ya(f"Diakui {tulis_masa(bulan)}: separuh, paling lama 8 tahun.", *bukti)


def efek_pmk(profil, bulan, tmt, acuan):
    """PP 7/1977; PP 5/2024: (MKG before, MKG after, Gaji) of ``bulan`` recognised months on ``tmt``; None when unknown."""
    lama = mkg_pada(profil, tmt)
    if lama is None:
        return None
    return lama, lama + bulan, gaji_pokok(acuan, profil.golongan, lama + bulan, tmt)
