"""Realisasi: menyimpan yang diketik pegawai, tanpa menimpa isian yang lebih baru.

Each field carries the version it was opened with. What has changed since is not saved: the answer holds both texts. The
history of every row is its event table, so one Jejak marks the first typing of a masa, not each autosave.
"""

from decimal import Decimal
from typing import NamedTuple

from eperformance import siklus
from eperformance.galat import DitolakKinerja
from eperformance.models import HasilKerja, Indikator, Realisasi
from eperformance.realisasi import masa
from kepegawaian import jejak
from kepegawaian.aturan import tulis_tanggal


class Ketikan(NamedTuple):
    """What was typed for one hasil kerja (``indikator_id`` None) or one of its indicators; ``versi`` 0: nothing was there."""

    indikator_id: int | None
    versi: int
    uraian: str = ""
    angka: Decimal | None = None


class Simpanan(NamedTuple):
    """``tersimpan`` {indikator id or None: Realisasi or None}; ``bentrok`` {…: (Realisasi as it stands, Ketikan)}."""

    tersimpan: dict
    bentrok: dict


def tertutup(skp, m, hari_ini, evaluasi=()):
    """Why the realisasi of a Masa may not be typed now; "" when it may. ``evaluasi``: rows of this SKP and masa."""
    if skp.status != "ditetapkan":
        if skp.status in ("draf", "diajukan", "dikembalikan"):
            return "Realisasi diisi sesudah SKP ini ditetapkan pejabat penilai."
        return f"SKP ini {skp.get_status_display().lower()}; realisasinya tidak dapat diubah lagi."
    if not m.mulai_sudah(hari_ini):
        return f"{m.nama} belum mulai; realisasinya dapat diisi sejak {tulis_tanggal(m.mulai)}."
    if any(e.status == "sah" for e in evaluasi):
        return f"Evaluasi {m.nama} sudah ditetapkan; realisasi dan buktinya tidak dapat diubah lagi."
    return ""


def kunci_terbuka(skp_id, nomor, *, oleh):
    """(Skp under its row lock, Masa) when the actor may type into this masa; else DitolakKinerja with the reason."""
    skp = siklus.kunci(skp_id)
    if skp.pegawai_id != oleh.hak.pegawai_id or oleh.hak.hanya_baca:
        raise DitolakKinerja("Realisasi dan bukti diisi oleh pemilik SKP.")
    m = next((m for m in masa.milik(skp) if m.nomor == nomor), None)
    if m is None:
        raise DitolakKinerja("SKP ini tidak mempunyai masa itu.")
    if sebab := tertutup(skp, m, oleh.hari_ini, skp.evaluasi.filter(jenis="periodik", nomor=nomor, status="sah")):
        raise DitolakKinerja(sebab)
    return skp, m


def simpan(skp_id, nomor, hasil_id, ketikan, *, oleh):
    """Saves ``ketikan`` ([Ketikan]) of one hasil kerja; returns the Simpanan. What conflicts is left as it stands."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp, m = kunci_terbuka(skp_id, nomor, oleh=oleh)
        hasil = HasilKerja.objects.filter(pk=hasil_id, skp=skp).first()
        milik = set(Indikator.objects.filter(hasil=hasil).values_list("pk", flat=True)) if hasil else ()
        if hasil is None or any(k.indikator_id is not None and k.indikator_id not in milik for k in ketikan):
            raise DitolakKinerja("Hasil kerja itu tidak ada lagi pada SKP ini; muat ulang halamannya.")
        ada = {r.indikator_id: r for r in Realisasi.objects.filter(hasil=hasil, nomor=nomor)}
        pertama = not ada and not Realisasi.objects.filter(hasil__skp=skp, nomor=nomor).exists()
        tersimpan, bentrok = {}, {}
        for k in ketikan:
            r = ada.get(k.indikator_id)
            if r is not None and r.versi != k.versi and (r.uraian, r.angka) != (k.uraian, k.angka):
                bentrok[k.indikator_id] = (r, k)
            else:
                tersimpan[k.indikator_id] = _tulis(hasil, nomor, r, k, oleh)
        if pertama and any(tersimpan.values()):
            siklus.catat(skp, "kinerja_realisasi", oleh, masa=m.nama)
    return Simpanan(tersimpan, bentrok)


def _tulis(hasil, nomor, r, k, oleh):
    """The row after saving; None where nothing was and nothing was typed."""
    if r is None:
        if not k.uraian and k.angka is None:
            return None
        return Realisasi.objects.create(
            hasil=hasil, indikator_id=k.indikator_id, nomor=nomor, uraian=k.uraian, angka=k.angka
        )
    if (r.uraian, r.angka) != (k.uraian, k.angka):
        siklus.naikkan(Realisasi, r.pk, r.versi, uraian=k.uraian, angka=k.angka, diubah_pada=oleh.kini)
        r.uraian, r.angka, r.versi = k.uraian, k.angka, r.versi + 1
    return r
