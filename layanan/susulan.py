"""Susulan: langkah mana yang dapat menyusul langkah mana, bila sebagian langkah hanya dilalui pada keadaan tertentu.

Pure; read by ``layanan.uraian`` for the process map and the list of steps. Two steps with the same ``bila`` are gone
through together; of two whose conditions are each other's opposite (``Kecuali``) exactly one is.
"""

from collections.abc import Callable
from dataclasses import dataclass

SELESAI = "SELESAI"


@dataclass(frozen=True, slots=True)
class Kecuali:
    """The opposite of ``bila``, as the ``bila`` of a step that stands in the place of another."""

    bila: Callable

    def __call__(self, konteks):
        """True where the other step does not apply."""
        return not self.bila(konteks)


def susulan(langkah):
    """[codes that may follow], first of the start, then of each step of ``langkah`` (katalog.Langkah) in order.

    A step with ``bila`` may be passed over, so its follower follows its predecessor too; what no state of affairs
    allows is left out. Outcomes that lead elsewhere are not counted here.
    """
    return [_sesudah(langkah, i) for i in range(-1, len(langkah))]


def _sesudah(langkah, i):
    keadaan, ke = (_bila(langkah[i], True, {}) if i >= 0 else {}), []
    for s in langkah[i + 1 :]:
        if _bila(s, True, keadaan) is not None:
            ke.append(s.kode)
        keadaan = _bila(s, False, keadaan)
        if keadaan is None:
            return ke
    return [*ke, SELESAI]


def _bila(s, nilai, keadaan):
    """``keadaan`` {condition: truth} once step ``s`` is known to apply or not; None where that cannot be."""
    if s.bila is None:
        return keadaan if nilai else None
    syarat, benar = (s.bila.bila, not nilai) if isinstance(s.bila, Kecuali) else (s.bila, nilai)
    return keadaan | {syarat: benar} if keadaan.get(syarat, benar) == benar else None
