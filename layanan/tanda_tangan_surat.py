"""Surat langkah (SPMT, undangan, nota dinas) yang ditandatangani secara elektronik oleh pejabat yang namanya tercetak.

A letter of a step may be, when its ``TemplatNaskah`` says ``elektronik`` and its office signs so on the day it is printed
(setting ``tte_kantor``); the scan of a paper signature stays possible. What more than one person signs stays on paper: berita acara
(witnesses), perjanjian kerja (both parties, with meterai), DPCP. The batch, its worker and its pages are those of
``tanda_tangan``; ``surat.sahkan_langkah`` lets the letter stand.
"""

from django.db.models import F, Q

from kepegawaian.models import Jabatan
from layanan import gerak, tanda_tangan_lepas
from layanan.models import NaskahUsulan, PermintaanTte


def kantor_saya(hak):
    """Offices he holds and signs electronically for: [Kantor]; no query."""
    return [k for k in hak.kantor if tanda_tangan_lepas.cara(k.kode, hak)]


def menunggu_saya(hak):
    """NaskahUsulan of the letters that are printed in his name and wait for his signature, the oldest first.

    Never one about himself; nobody decides on his own usulan.
    """
    milik = Q(pk__in=())
    for k in kantor_saya(hak):
        milik |= Q(naskah__data__tanda_tangan__jabatan_id=k.jabatan_id)
    return (
        NaskahUsulan.objects.filter(
            milik, surat=True, naskah__tahap="tercetak", naskah__data__tanda_tangan_elektronik=True,
            naskah__data__tanda_tangan__nip=hak.nip or "-",
        )
        .exclude(usulan__pegawai=hak.pegawai_id or 0).exclude(naskah__permintaan_tte__status__in=PermintaanTte.HIDUP)
        .select_related("naskah", "usulan__pegawai__kini__opd").order_by("naskah_id")
    )  # fmt: skip


def tandatangani(naskah_ids, *, oleh, sandi):
    """Claims the chosen letters of one office for signing; (BatchTte, [(nomor, reason)]).

    Who drew a letter up does not sign it, unless its step is his office's own (he declares, as in a SPMT).
    """
    pilih = [t for t in menunggu_saya(oleh.hak) if t.naskah_id in set(naskah_ids)]
    gerak.harus(pilih, "Pilih surat yang masih menunggu tanda tangan Anda.")
    kantor = pilih[0].naskah.data["tanda_tangan"]["jabatan_id"]
    senaskah = [t for t in pilih if t.naskah.data["tanda_tangan"]["jabatan_id"] == kantor]
    sendiri = NaskahUsulan.objects.filter(
        pk__in=[t.pk for t in senaskah], usulan__langkah__kode=F("langkah"), usulan__langkah__jabatan=kantor
    )
    return tanda_tangan_lepas.minta(
        [t.naskah_id for t in senaskah], Jabatan.objects.get(pk=kantor), oleh=oleh, sandi=sandi,
        pernyataan=set(sendiri.values_list("naskah_id", flat=True)),
    )  # fmt: skip
