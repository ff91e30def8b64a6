"""Galat penandatanganan, dengan kalimat yang dapat dibaca pejabat. Only ``TidakPasti`` leaves a doubt.

Every other kind says for certain that nothing was signed, so the item may be tried again.
"""


class GalatTte(Exception):
    """Base; ``str()`` is the sentence. ``henti``: the rest of the batch would fail for the same reason."""

    henti = True


class SandiSalah(GalatTte):
    """The passphrase is wrong; it is not sent a second time, the signer may lock the account."""


class SertifikatTidakSah(GalatTte):
    """The certificate is missing, expired, not yet valid, or somebody else's."""


class PeladenMati(GalatTte):
    """The signer could not be reached at all: provably nothing was sent."""


class DitolakPenanda(GalatTte):
    """The signer refused this one document."""

    henti = False


class TidakPasti(GalatTte):
    """The request went out but no usable answer came back: it may have been signed."""

    henti = False
