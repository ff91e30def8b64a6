"""Pengukur dimensi kompetensi bagi aspek lain (``kepegawaian.ukuran_kompetensi``): the pure functions of ``aturan``, nothing of its own."""

from functools import lru_cache

from indeks import aturan, setelan
from indeks.tabel import INDIKATOR, MAKS_KOMPETENSI
from kepegawaian.ukuran_kompetensi import ButirUkuran, Kompetensi, daftarkan


@lru_cache(maxsize=16)
def _aturan(versi, tahun, berjalan):
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - the version is the key, the table itself is not hashable

    return setelan.susun(acuan_kini(), tahun, berjalan=berjalan)


@daftarkan
def kompetensi(p, acuan, tahun, berjalan):
    """The indicators of table 2.3 (and the base weight of generation C) of a Profil; None for who is not measured."""
    try:
        a = _aturan(acuan.versi, tahun, berjalan)
    except setelan.GalatSetelan:
        return None
    tabel = a.kompetensi.get(p.jenis_jabatan)
    if tabel is None or aturan.tidak_dihitung(p, a):
        return None
    butir, jumlah = [], 0
    if a.bobot_dasar is not None:
        dasar = aturan.bobot_dasar(aturan.kinerja_dipakai(p.kinerja, a), a).skor
        jumlah = dasar
        butir.append(ButirUkuran("bobot_dasar", INDIKATOR["bobot_dasar"].nama, dasar, dasar, True, "sebagian"))
    for kode, maks in tabel.items():
        satu = aturan.UKUR_KOMPETENSI[kode](p, a, maks)
        jumlah += satu.skor
        i = INDIKATOR[kode]
        butir.append(ButirUkuran(kode, i.nama, satu.skor, maks, satu.keadaan == aturan.MEMENUHI, i.keyakinan))
    return Kompetensi(min(jumlah, MAKS_KOMPETENSI), MAKS_KOMPETENSI, tuple(butir))
