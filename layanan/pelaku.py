"""Pelaku: siapa yang bertindak pada ``alur``, dengan hak dan saatnya."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.crypto import get_random_string


@dataclass(frozen=True)
class Pelaku:
    """Who acts: the account, its Hak, and the network address; ``pada`` the moment (default now).

    ``rombongan``: a word shared by acts that one click did at once; their notices are gathered.
    """

    pengguna: object
    hak: object
    alamat: str = ""
    pada: object = None
    rombongan: str = ""

    def berombongan(self):
        """The same actor, about to do many acts at once."""
        return self if self.rombongan else replace(self, rombongan=get_random_string(12))

    @property
    def kini(self):
        """The moment of the act, aware."""
        return self.pada or timezone.now()

    @property
    def hari_ini(self):
        """The date of the act in Asia/Jakarta."""
        return timezone.localdate(self.kini)
