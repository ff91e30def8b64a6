"""Galat sambungan SIASN; every message is a sentence for the clerk and holds no personal data."""


class GalatSiasn(Exception):
    """Base of all."""


class SiasnMati(GalatSiasn):
    """The connection is switched off in the settings of the installation."""


class Terganggu(GalatSiasn):
    """The service cannot be reached or talks nonsense: nothing was changed there; try later (``tunggu`` seconds)."""

    def __init__(self, kalimat, tunggu=None):
        super().__init__(kalimat)
        self.tunggu = tunggu


class TokenHabis(GalatSiasn):
    """A token is missing, expired or refused: work pauses until somebody sees to it; nothing has failed."""


class DitolakSiasn(GalatSiasn):
    """SIASN refuses with its own words; trying again is of no use."""


class TidakPasti(GalatSiasn):
    """What was sent may or may not have arrived; only reading it back tells."""


class TerimaDitolak(GalatSiasn):
    """The portal refuses to take a value over, and says why."""
