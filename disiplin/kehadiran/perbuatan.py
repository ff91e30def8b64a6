"""Perbuatan penangan: gaji dihentikan, dibayarkan, disetor kembali (T-02); membuka kasus. The one writer of PutusanGaji.

Each act locks the pegawai, counts his year again from the days themselves, checks, writes one row, and records it. No
notice leaves: the row is confidential, the monthly changes of pay read it.
"""

from datetime import timedelta

from disiplin.kehadiran import sambungan
from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_kehadiran import gaji_berhenti
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import Pegawai, PutusanGaji
from layanan.galat import DitolakAlur

DASAR = "PP 94/2021 Pasal 15 ayat (2)"


class KehadiranDitolak(Exception):
    """The act is not possible; the message is one sentence for the handler."""


def boleh_memutus(hak, pegawai_id):
    """A handler who is no mere reader, and never on himself."""
    return hak.penangan_disiplin and not hak.hanya_baca and pegawai_id != hak.pegawai_id


def henti_berlaku(putusan):
    """The stop of the salary among ``putusan`` (newest first) that nothing has lifted, or None."""
    dibayar = {p.atas_id for p in putusan if p.jenis == "bayar"}
    return next((p for p in putusan if p.jenis == "henti" and p.pk not in dibayar), None)


def belum_diputus(absen, putusan):
    """The first run of ten days of the year on whose salary nothing was decided yet, or None."""
    sudah = {p.tmt for p in putusan if p.jenis == "henti"}
    return next((r for r in absen.sepuluh if gaji_berhenti(r.hari_ambang) not in sudah), None)


def masih_tercatat(henti, absen):
    """Do ten days in a row still stand where the salary was stopped for them?"""
    return any(r.dari <= henti.absen_sampai and henti.absen_dari <= r.sampai for r in absen.sepuluh)


def tahun_henti(henti):
    """The calendar year the tenth day fell into: the salary stops on the first of the month after it."""
    return (henti.tmt - timedelta(days=1)).year


def hentikan_gaji(pegawai, tahun, *, alasan, oleh):
    """Stops the salary from the month after the tenth day. Raises KehadiranDitolak."""
    with sebagai(oleh.pengguna, oleh.alamat):
        absen, putusan = _kunci(pegawai, tahun, oleh)
        if henti_berlaku(putusan) is not None:
            raise KehadiranDitolak("Gajinya sudah dihentikan.")
        r = belum_diputus(absen, putusan)
        if r is None:
            raise KehadiranDitolak(
                "Tidak ada sepuluh hari kerja terus-menerus tanpa alasan yang sah pada tahun ini yang belum diputus."
            )
        return _tulis(pegawai, "henti", gaji_berhenti(r.hari_ambang), r, alasan=alasan, dasar=DASAR)


def bayarkan_gaji(pegawai, *, alasan, dasar, oleh):
    """Lifts the stop: the days are excused, or the examination found fewer than ten. Raises KehadiranDitolak.

    ``dasar``: the examination's decision; needed as long as ten days still stand in the presensi.
    """
    with sebagai(oleh.pengguna, oleh.alamat):
        putusan = _kunci_orang(pegawai, oleh)
        henti = _harus_henti(putusan)
        absen, _ = kehadiran.absen_tahun(pegawai.pk, tahun_henti(henti), acuan_kini(), oleh.hari_ini)
        if masih_tercatat(henti, absen) and not dasar.strip():
            raise KehadiranDitolak(
                "Sepuluh hari itu masih tercatat tanpa keterangan. Koreksi presensinya dahulu, atau sebut nomor dan tanggal"
                " putusan pemeriksaannya."
            )
        return _tulis(pegawai, "bayar", henti.tmt, henti, alasan=alasan, dasar=dasar.strip() or DASAR, atas=henti)


def setorkan_gaji(pegawai, *, sampai, alasan, oleh):
    """Pay of the months from the stop to ``sampai`` (a first of month) had gone out and is returned. KehadiranDitolak."""
    with sebagai(oleh.pengguna, oleh.alamat):
        putusan = _kunci_orang(pegawai, oleh)
        henti = _harus_henti(putusan)
        if any(p.jenis == "setor" and p.atas_id == henti.pk for p in putusan):
            raise KehadiranDitolak("Penyetoran kembali atas penghentian ini sudah diputus.")
        if not henti.tmt <= sampai <= oleh.hari_ini:
            raise KehadiranDitolak(f"Pilih bulan sejak {tulis_tanggal(henti.tmt)} yang gajinya sudah dibayar.")
        return _tulis(pegawai, "setor", henti.tmt, henti, alasan=alasan, dasar=DASAR, atas=henti, sampai=sampai)


def buka_kasus(pegawai, tahun, *, oleh):
    """Opens a disciplinary case of the days of the year; returns it. Raises KehadiranDitolak."""
    with sebagai(oleh.pengguna, oleh.alamat):
        absen, _ = _kunci(pegawai, tahun, oleh)
        if not absen.kode:
            raise KehadiranDitolak("Ketidakhadirannya belum mencapai ambang hukuman.")
        if pegawai.pk in sambungan.berjalan([pegawai.pk]):
            raise KehadiranDitolak("Kasusnya sudah dibuka.")
        try:
            return sambungan.buka(pegawai, oleh=oleh, absen=absen)
        except DitolakAlur as galat:
            raise KehadiranDitolak(str(galat)) from galat


def _kunci_orang(pegawai, oleh):
    """Locks the person; his decisions, newest first. Raises KehadiranDitolak for who may not."""
    if not boleh_memutus(oleh.hak, pegawai.pk):
        raise KehadiranDitolak("Anda tidak dapat memutus hal ini.")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    return list(PutusanGaji.objects.filter(pegawai=pegawai).order_by("-pk"))


def _kunci(pegawai, tahun, oleh):
    """As ``_kunci_orang``; (Absen of the year, his decisions)."""
    putusan = _kunci_orang(pegawai, oleh)
    absen, _ = kehadiran.absen_tahun(pegawai.pk, tahun, acuan_kini(), oleh.hari_ini)
    return absen, putusan


def _harus_henti(putusan):
    henti = henti_berlaku(putusan)
    if henti is None:
        raise KehadiranDitolak("Tidak ada penghentian gaji yang berlaku.")
    return henti


def _tulis(pegawai, jenis, tmt, masa, *, alasan, dasar, atas=None, sampai=None):
    """One row, with the days it is about: a Rentetan, or those of the stop."""
    dari, akhir = (masa.absen_dari, masa.absen_sampai) if atas else (masa.dari, masa.sampai)
    satu = PutusanGaji.objects.create(
        pegawai=pegawai, jenis=jenis, tmt=tmt, sampai=sampai, absen_dari=dari, absen_sampai=akhir,
        hari=masa.hari if atas else masa.panjang, alasan=alasan.strip()[:300], dasar=dasar[:200], atas=atas,
    )  # fmt: skip
    # Without the person: the trail is read by who may not know of the case.
    catat("putusan_gaji", satu, apa=satu.get_jenis_display().lower(), tmt=tmt.isoformat())
    return satu
