"""Pelaku: siapa yang bertindak pada ``alur``, dengan hak dan saatnya."""

from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Pelaku:
    """Who acts: the account, its Hak, and the network address; ``pada`` the moment (default now)."""

    pengguna: object
    hak: object
    alamat: str = ""
    pada: object = None

    @property
    def kini(self):
        """The moment of the act, aware."""
        return self.pada or timezone.now()

    @property
    def hari_ini(self):
        """The date of the act in Asia/Jakarta."""
        return timezone.localdate(self.kini)
