"""Akibat kenaikan pangkat pada masa kerja golongan, gaji pokok, dan KGB (regulasi kenaikan-pangkat §8). Pure.

Law: PP 99/2000 (MKG at a kenaikan pangkat); PP 5/2024 (pay table); PP 7/1977 Pasal 11 (KGB keeps its cycle). Asked by
kepangkatan for every KP, and by pensiun for the pengabdian that stands in the same SK.
"""

from dataclasses import replace
from typing import NamedTuple

from kepegawaian.aturan import gaji_pokok, mkg_pada, mkg_setelah_kp, tambah_bulan


class EfekKP(NamedTuple):
    """What a KP changes on its TMT; MKG in months, ``gaji`` a ``kepegawaian.aturan.Gaji``."""

    mkg_lama: int | None
    mkg_baru: int | None
    gaji: object


def efek_kp(profil, baru, tmt, acuan):
    """PP 99/2000; PP 5/2024: MKG before and after the cut and the new pay of a KP to ``baru`` on ``tmt``.

    Over several ranks (penyesuaian ijazah) the cut of each group crossed is taken.
    """
    lama = mkg_pada(profil, tmt)
    if lama is None:
        return EfekKP(None, None, None)
    mkg = mkg_setelah_kp(lama, profil.golongan_urutan, baru.urutan)
    return EfekKP(lama, mkg, gaji_pokok(acuan, baru.kode, mkg, tmt))


def setelah_kp(profil, baru, efek, tmt):
    """The profile as it will be once the KP holds: what the next KGB date is computed from."""
    return replace(
        profil,
        golongan=baru.kode,
        golongan_urutan=baru.urutan,
        tmt_pangkat=tmt,
        tmt_gaji=tmt,
        tmt_dekret=tmt,
        mkg_dekret=efek.mkg_baru,
        tmt_mkg_nol=tambah_bulan(tmt, -efek.mkg_baru),
    )
