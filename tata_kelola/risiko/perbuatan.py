"""Perbuatan pada register risiko: the only writer of Risiko and what hangs on it.

Each act: lock the risk → who may → open and of the version shown → change → version + 1 → Jejak, in one transaction.
"""

from contextlib import contextmanager

from django.db import IntegrityError

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from layanan.galat import DitolakAlur
from tata_kelola.hak import memiliki
from tata_kelola.models import MitigasiRisiko, NilaiRisiko, Risiko, TindakLanjut

BASI = "Risiko ini sudah diubah di tempat lain sejak halaman Anda dibuka. Muat ulang halamannya, lalu ulangi."
MEDAN = ("sasaran", "uraian", "sebab", "akibat", "unit")


def _periksa(oleh, unit):
    if not memiliki(oleh.hak, acuan_kini(), unit):
        raise DitolakAlur("Risiko dicatat oleh unit pemiliknya atau Sekretariat BKPSDM.")


@contextmanager
def _terbuka(pk, versi, oleh, unit=None):
    """The locked open risk for one change; its version rises at the end."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        risiko = Risiko.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)
        if unit is None or not memiliki(oleh.hak, acuan_kini(), unit):
            _periksa(oleh, risiko.unit)
        if risiko.ditutup_pada is not None:
            raise DitolakAlur("Risiko ini sudah ditutup.")
        if versi is not None and risiko.versi != versi:
            raise DitolakAlur(BASI)
        yield risiko
        risiko.versi += 1
        risiko.save()


def _catat(aksi, objek, oleh, /, **isi):
    jejak.catat(
        aksi, objek, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, **{k: str(v)[:200] for k, v in isi.items()}
    )


def buat(data, *, kemungkinan, dampak, catatan="", isyarat="", oleh):
    """A new risk with its first judgement. Refused: who may not, an isyarat that has an open risk already."""
    _periksa(oleh, data["unit"])
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            risiko = Risiko.objects.create(
                **{k: data[k] for k in MEDAN}, isyarat=isyarat, dibuat_pada=oleh.kini, dibuat_oleh=oleh.pengguna
            )
            _catat("risiko_simpan", risiko, oleh, risiko=risiko.uraian)
            _nilai(risiko, kemungkinan, dampak, catatan, oleh)
    except IntegrityError as galat:
        raise DitolakAlur("Isyarat ini sudah dicatat sebagai risiko yang masih terbuka.") from galat
    return risiko


def ubah(pk, data, *, versi, oleh):
    """Other words or another owner; who writes must own both."""
    _periksa(oleh, data["unit"])
    with _terbuka(pk, versi, oleh) as risiko:
        for medan in MEDAN:
            setattr(risiko, medan, data[medan])
        _catat("risiko_simpan", risiko, oleh, risiko=risiko.uraian)
    return risiko


def nilai(pk, *, kemungkinan, dampak, catatan, versi, oleh):
    """A further judgement; the former ones stay."""
    with _terbuka(pk, versi, oleh) as risiko:
        return _nilai(risiko, kemungkinan, dampak, catatan, oleh)


def _nilai(risiko, kemungkinan, dampak, catatan, oleh):
    satu = NilaiRisiko.objects.create(
        risiko=risiko, kemungkinan=kemungkinan, dampak=dampak, catatan=catatan, oleh=oleh.pengguna, pada=oleh.kini
    )
    _catat("risiko_nilai", risiko, oleh, risiko=risiko.uraian, kemungkinan=kemungkinan, dampak=dampak)
    return satu


def tambah_mitigasi(pk, *, uraian, unit, tenggat, versi, oleh):
    """What is to be done, by whom, until when. Refused: a date that has gone."""
    if tenggat < oleh.hari_ini:
        raise DitolakAlur("Tenggat mitigasi sudah lewat.")
    with _terbuka(pk, versi, oleh) as risiko:
        satu = MitigasiRisiko.objects.create(risiko=risiko, uraian=uraian, unit=unit, tenggat=tenggat)
        _catat("risiko_mitigasi", risiko, oleh, mitigasi=uraian)
    return satu


def tindak_lanjut(mitigasi, *, keadaan, uraian, oleh):
    """News of a mitigation, by its unit or the owner of the risk."""
    with _terbuka(mitigasi.risiko_id, None, oleh, mitigasi.unit) as risiko:
        satu = TindakLanjut.objects.create(
            mitigasi=mitigasi, keadaan=keadaan, uraian=uraian, oleh=oleh.pengguna, pada=oleh.kini
        )
        _catat("risiko_tindak", risiko, oleh, mitigasi=mitigasi.uraian, keadaan=satu.get_keadaan_display().lower())
    return satu


def tutup(pk, *, alasan, versi, oleh):
    """Closes the risk; it stays readable."""
    with _terbuka(pk, versi, oleh) as risiko:
        risiko.ditutup_pada, risiko.alasan_tutup = oleh.kini, alasan
        _catat("risiko_tutup", risiko, oleh, risiko=risiko.uraian, alasan=alasan)
    return risiko
