"""Penandatanganan naskah: *basah* (pindaian), *lokal* (pyHanko, PKCS#12 tiap kantor), *bsre* (HTTP).

Law: UU 11/2008 Ps. 11, PP 71/2019 Ps. 59-60 (tanda tangan elektronik), PerBSSN on certificates. The electronic
back ends share one shape, bytes in and bytes out, never inside a transaction::

    with tte.buka(cara, kode_jabatan, sandi, nik=…, nip=…) as penanda:  # key loaded once for a batch
        pdf_bertanda = penanda.tanda_tangani(pdf, naskah)

What goes wrong is a ``GalatTte`` whose text an official understands. Which way an office signs is the dated setting
``tte_kantor`` ({kode jabatan: cara}); an office it does not name signs on paper.
The acts on a usulan stand in ``layanan.tanda_tangan``.
"""

from kepegawaian import dosir
from kepegawaian.acuan import acuan_kini
from layanan.galat import DitolakAlur

BASAH, LOKAL, BSRE = "basah", "lokal", "bsre"
SANDI_UJI = "tanda-tangan-contoh"  # of the certificates of manage.py tte_uji; never of real ones
SEBUTAN = {BASAH: "Tanda tangan basah", LOKAL: "Sertifikat elektronik kantor", BSRE: "BSrE"}


def basah(file):
    """Accepts the scan (PDF by content) of a signed naskah; raises DitolakAlur with the reason."""
    try:
        return dosir.terima(file, hanya_pdf=True)
    except dosir.BerkasDitolak as galat:
        raise DitolakAlur(f"Pindaian tidak diterima. {galat}") from galat


def cara_kantor(kode, tanggal):
    """How the office ``kode`` (code of its jabatan, "" for an office without one) signs on ``tanggal``."""
    return acuan_kini().setelan("tte_kantor", tanggal).get(kode, BASAH) if kode else BASAH


def buka(cara, kode, sandi, *, nik="", nip=""):
    """Opens the back end of ``cara`` for a batch of the office ``kode``; raises GalatTte.

    ``nip``: of the official, whose name the certificate must carry; ``nik``: BSrE knows people by it.
    """
    if cara == LOKAL:
        from layanan.tte.lokal import PenandaLokal  # noqa: PLC0415 - pyHanko takes half a second to import

        return PenandaLokal(kode, sandi, nip=nip)
    if cara == BSRE:
        from layanan.tte.bsre import PenandaBsre  # noqa: PLC0415 - as above

        return PenandaBsre(nik, sandi)
    raise ValueError(f"Cara {cara!r} tidak menandatangani secara elektronik.")
