"""Perbuatan penangan: gaji dihentikan, dibayarkan, disetor kembali (T-02); membuka kasus. The one writer of PutusanGaji.

Each act locks the pegawai, counts his year again from the days themselves, checks, writes one row, and records it. No
notice leaves: the row is confidential, the monthly changes of pay read it.
"""

from datetime import date

from disiplin.kehadiran import sambungan
from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_kehadiran import gaji_berhenti
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import Pegawai, PutusanGaji

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


def hentikan_gaji(pegawai, tahun, *, alasan, oleh):
    """Stops the salary from the month after the tenth day. Raises KehadiranDitolak."""
    with sebagai(oleh.pengguna, oleh.alamat):
        absen, putusan = _kunci(pegawai, tahun, oleh)
        r = absen.rentetan
        if r.hari_ambang is None:
            raise KehadiranDitolak("Tidak ada sepuluh hari kerja terus-menerus tanpa alasan yang sah pada tahun ini.")
        tmt = gaji_berhenti(r.hari_ambang)
        if henti_berlaku(putusan) is not None:
            raise KehadiranDitolak("Gajinya sudah dihentikan.")
        if any(p.jenis == "henti" and p.tmt == tmt for p in putusan):
            raise KehadiranDitolak(f"Penghentian gaji mulai {tulis_tanggal(tmt)} sudah pernah diputus dan dibayarkan.")
        return _tulis(pegawai, "henti", tmt, r, alasan=alasan, dasar=DASAR)


def bayarkan_gaji(pegawai, tahun, *, alasan, dasar, oleh):
    """Lifts the stop: the days are excused, or the examination found fewer than ten. Raises KehadiranDitolak.

    ``dasar``: the examination's decision; needed as long as ten days still stand in the presensi.
    """
    with sebagai(oleh.pengguna, oleh.alamat):
        absen, putusan = _kunci(pegawai, tahun, oleh)
        henti = _harus_henti(putusan)
        if absen.rentetan.hari_ambang is not None and not dasar.strip():
            raise KehadiranDitolak(
                "Sepuluh hari itu masih tercatat tanpa keterangan. Koreksi presensinya dahulu, atau sebut nomor dan tanggal"
                " putusan pemeriksaannya."
            )
        return _tulis(pegawai, "bayar", henti.tmt, henti, alasan=alasan, dasar=dasar.strip() or DASAR, atas=henti)


def setorkan_gaji(pegawai, tahun, *, sampai, alasan, oleh):
    """Pay of the months from the stop to ``sampai`` (a first of month) had gone out and is returned. KehadiranDitolak."""
    with sebagai(oleh.pengguna, oleh.alamat):
        _, putusan = _kunci(pegawai, tahun, oleh)
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
        kasus = sambungan.buka(pegawai, oleh=oleh, absen=absen, dari=date(tahun, 1, 1), sampai=date(tahun, 12, 31))
        if kasus is None:
            raise KehadiranDitolak("Kasus belum dapat dibuka dari sini; catat laporannya pada register kasus.")
        return kasus


def _kunci(pegawai, tahun, oleh):
    """Locks the person; (Absen of the year, his decisions). Raises KehadiranDitolak for who may not."""
    if not boleh_memutus(oleh.hak, pegawai.pk):
        raise KehadiranDitolak("Anda tidak dapat memutus hal ini.")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    absen, _ = kehadiran.absen_tahun(pegawai.pk, tahun, acuan_kini(), oleh.hari_ini)
    return absen, list(PutusanGaji.objects.filter(pegawai=pegawai).order_by("-pk"))


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
