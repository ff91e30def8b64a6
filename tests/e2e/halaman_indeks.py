"""Halaman kualitas data bagi ``halaman_aspek``; temuannya dari hitungan malam demo."""

from tests.e2e.panggung_mesin import KABAN, OPERATOR


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("indeks:kualitas", KABAN, kata="Empat dimensi"),
        L("indeks:kualitas", OPERATOR, kata="Dinas Pendidikan"),
        L("indeks:temuan_list", KABAN, kata="Tenggat"),
        L("indeks:temuan_list", OPERATOR, kueri="dimensi=ketepatan"),
    )
