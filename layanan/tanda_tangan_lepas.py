"""Tanda tangan elektronik atas surat yang bukan milik sebuah usulan (surat tugas pelatihan dan sejenisnya).

The letter was issued by ``surat.terbitkan_lepas``; its process names the office that signs. The same batch, worker and
pages as for a usulan (``tanda_tangan``): claimed here under a lock, signed outside any transaction, and then
``surat.sahkan_lepas`` lets it stand.
"""

from django.db import transaction

from kepegawaian import jejak
from kepegawaian.models import Jejak, Naskah
from layanan import gerak, penandatangan, tanda_tangan, tte
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import BatchTte, PermintaanTte


def cara(kode, hak):
    """How ``hak`` signs himself for the office ``kode`` of a Jabatan ("lokal", "bsre"); "" when he does not hold it or it signs on paper."""
    if hak.hanya_baca or not any(k.kode == kode and k.jabatan_id in hak.jabatan_ids for k in hak.kantor):
        return ""
    cara_ = tte.cara_kantor(kode, hak.per)
    return "" if cara_ == tte.BASAH else cara_


def minta(naskah_ids, jabatan, *, oleh, sandi, pernyataan=frozenset()):
    """Claims these letters of the office ``jabatan`` for signing; returns (BatchTte, [(nomor, reason)]).

    ``pernyataan``: ids of those the office itself declares, whose issue is the holder's own step (a SPMT).

    GalatTte when the passphrase does not open the key (local), DitolakAlur when nothing is left to sign.
    """
    dipakai = cara(jabatan.kode, oleh.hak)
    if not dipakai:
        raise BukanWewenang("Hanya pemegang jabatan itu sendiri yang menandatangani secara elektronik.")
    naskah_ids, gagal = list(naskah_ids), []
    gerak.harus(naskah_ids, "Pilih surat lebih dulu.")
    tanda_tangan.coba_buka(dipakai, jabatan, sandi, oleh)
    kantor = next(k for k in oleh.hak.kantor if k.jabatan_id == jabatan.pk)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        batch = BatchTte.objects.create(
            oleh=oleh.pengguna, jabatan=jabatan, sebagai=kantor.sebutan[:200], alamat=oleh.alamat, cara=dipakai,
            dibuat_pada=oleh.kini, diantre_pada=oleh.kini,
        )  # fmt: skip
        for pk in naskah_ids:
            try:
                with transaction.atomic():
                    _klaim(batch, pk, oleh, sendiri=pk in pernyataan)
            except DitolakAlur as galat:
                gagal.append((Naskah.objects.values_list("nomor", flat=True).get(pk=pk), str(galat)))
        if len(gagal) == len(naskah_ids):
            raise DitolakAlur(" ".join(f"{n}: {g}" for n, g in gagal))
        tanda_tangan.antrekan(batch, sandi)
    return batch, gagal


def _klaim(batch, pk, oleh, *, sendiri):
    """Printed, signed by nobody yet, in the name of this official, and not drawn up by himself (``sendiri``: it may be)."""
    naskah = Naskah.objects.select_for_update().get(pk=pk)
    gerak.harus(naskah.tahap == "tercetak", "Surat ini tidak sedang menunggu tanda tangan.")
    hidup = naskah.permintaan_tte.filter(status__in=PermintaanTte.HIDUP)
    gerak.harus(not hidup.exists(), "Surat ini sedang ditandatangani.")
    penandatangan.harus_dirinya(naskah, batch.jabatan_id, oleh.hak)
    konsep = Jejak.objects.filter(aksi="naskah_tetapkan", objek="naskah", objek_id=naskah.pk, oleh_id=oleh.pengguna.pk)
    if not sendiri and konsep.exists():
        raise BukanWewenang("Konseptor surat tidak boleh menjadi penanda tangannya.")
    PermintaanTte.objects.create(batch=batch, naskah=naskah)
    jejak.catat("tte_minta", naskah, pada=oleh.kini, nomor=naskah.nomor, sebagai_jabatan=batch.sebagai)
