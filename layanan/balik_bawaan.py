"""Akibat balik bawaan: yang didapat setiap layanan bila naskahnya diubah, dicabut, atau dibatalkan. No Django here."""


class BalikBawaan:
    """Base of ``katalog.Layanan``.

    ``dapat_diperbaiki``: columns of its rows that a naskah perubahan may correct (UU 30/2014 Pasal 63), of
    ``layanan.balik.KOLOM``. ``dari_naskah``: True for a service that starts from the page of a naskah.
    """

    dapat_diperbaiki: tuple[str, ...] = ("tmt",)
    dari_naskah = False

    def galat_perbaikan(self, profil, isian, acuan):
        """{field: sentence} of corrected values the law of this layanan refuses."""
        return {}

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """Counter-effect when its naskah is revoked: ``sejak`` (ends on ``tmt``) or ``surut`` (as if never).

        Both are NaskahPegawai. The default serves every kind of riwayat; override only for facts outside it.
        """
        from layanan import balik  # noqa: PLC0415 - the registry itself must import without Django

        if cara == "surut":
            balik.anggap_tidak_ada(naskah_pegawai, naskah_baru)
        else:
            balik.akhiri_sejak(naskah_pegawai, naskah_baru, tmt)

    def perbaiki_akibat(self, naskah_pegawai, naskah_baru, isian):
        """Effect of a naskah perubahan: the rows written again with the corrected values of ``isian``."""
        from layanan import balik  # noqa: PLC0415 - as above

        balik.perbaiki(naskah_pegawai, naskah_baru, isian)
