"""Surat yang bukan SK: tanda tangannya membuatnya berlaku, tanpa akibat pada riwayat.

A step's own letter (surat panggilan, berita acara) is numbered and printed when the step is answered
(``naskah.terbitkan_surat``); its signature comes afterwards, at whatever step the usulan then is: a scan (``sahkan``), or
electronically (``tanda_tangan_surat``, then ``sahkan_langkah``). A letter of a process that is no usulan (a seleksi) is issued
and signed by ``terbitkan_lepas`` and ``sahkan_lepas``.
"""

from kepegawaian import dosir as gudang, jejak
from kepegawaian.models import Naskah
from layanan import katalog, naskah, pemberitahuan, tte
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import PermintaanTte
from layanan.wewenang import boleh_sahkan_surat


def sahkan(usulan, naskah_id, *, oleh, file):
    """Records the signed scan of a printed letter of ``usulan``; returns the Naskah.

    Effects in order: file, hash, moment, status berlaku; the scan into the person's dosir, unless the layanan is
    rahasia; Jejak; a notice to him. Raises BukanWewenang for who does not hold the step that issued it, DitolakAlur
    when it does not wait for a signature or the file is no PDF.
    """
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        surat = Naskah.objects.select_for_update().filter(pk=naskah_id).first()
        tautan = usulan.naskah.filter(naskah_id=naskah_id, surat=True).first()
        if surat is None or tautan is None:
            raise DitolakAlur("Surat itu bukan milik usulan ini.")
        if not boleh_sahkan_surat(usulan, usulan.langkah.select_related("jabatan"), tautan.langkah, oleh.hak):
            raise BukanWewenang("Pindaian surat ini direkam oleh yang menerbitkannya atau staf kantornya.")
        if surat.tahap != "tercetak":
            raise DitolakAlur("Surat ini tidak sedang menunggu tanda tangan. Muat ulang halaman.")
        if surat.permintaan_tte.filter(status__in=PermintaanTte.HIDUP).exists():
            raise DitolakAlur("Surat ini sedang ditandatangani secara elektronik; tunggu hasilnya.")
        _sah(usulan, surat, isi, oleh=oleh)
    return surat


def sahkan_langkah(usulan, naskah_id, isi, *, oleh, cara, sebagai):
    """What the signer gave back makes the letter of a step stand, with the effects of ``sahkan``; inside a transaction."""
    surat = Naskah.objects.select_for_update().get(pk=naskah_id)
    if surat.tahap != "tercetak":
        raise DitolakAlur("Surat ini tidak lagi menunggu tanda tangan.")
    _sah(usulan, surat, isi, oleh=oleh, cara=cara, sebagai=sebagai)
    return surat


def _sah(usulan, surat, isi, *, oleh, cara=tte.BASAH, sebagai=""):
    _berlaku(surat, isi, oleh, cara)
    # his superiors read the dosir, not such a case; and he himself nothing that is still closed to him
    if not (usulan.tertutup or katalog.ambil(usulan.layanan).rahasia):
        gudang.simpan(usulan.pegawai_id, surat.jenis, isi, pada=oleh.kini)
    jejak.catat("naskah_sah", surat, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=surat.nomor,
                sebagai_jabatan=sebagai or oleh.hak.sebutan)  # fmt: skip
    pemberitahuan.naskah_sah(usulan, surat, oleh=oleh)


def _berlaku(surat, isi, oleh, cara=tte.BASAH):
    surat.berkas_sah.name = gudang.simpan_bytes(surat.berkas_sah, isi)
    surat.hash_sah, surat.ditandatangani_pada = isi.sha256, oleh.kini
    surat.tahap, surat.status, surat.cara_tanda_tangan = "ditandatangani", "berlaku", cara
    surat.save(update_fields=["berkas_sah", "hash_sah", "ditandatangani_pada", "tahap", "status", "cara_tanda_tangan"])


def terbitkan_lepas(templat, data, *, oleh, elektronik=False):
    """Numbers, freezes and prints a letter that belongs to no usulan; inside the act of its process. Returns the Naskah.

    ``elektronik``: its office signs electronically (``layanan.tanda_tangan_lepas``), so the print leaves the place. The
    process keeps the link to it and decides who may read it (``TERTUTUP`` in ``layanan.views.naskah``).
    """
    surat = naskah.nomori(templat, data | {"tanda_tangan_elektronik": elektronik}, oleh)
    jejak.catat("naskah_tetapkan", surat, pada=oleh.kini, nomor=surat.nomor)
    naskah.antre_cetak(surat.pk)
    return surat


def sahkan_lepas(naskah_id, isi, *, oleh, cara=tte.BASAH, sebagai=""):
    """The signed file ``isi`` makes such a letter stand: a scan (``tte.basah``), or what the signer gave back.

    Raises DitolakAlur while it is not printed, when it stands already, or while an electronic signature is under way.
    """
    surat = Naskah.objects.select_for_update().get(pk=naskah_id)
    if surat.tahap != "tercetak":
        raise DitolakAlur("Surat ini tidak sedang menunggu tanda tangan. Muat ulang halaman.")
    if cara == tte.BASAH and surat.permintaan_tte.filter(status__in=PermintaanTte.HIDUP).exists():
        raise DitolakAlur("Surat ini sedang ditandatangani secara elektronik; tunggu hasilnya.")
    _berlaku(surat, isi, oleh, cara)
    jejak.catat("naskah_sah", surat, pada=oleh.kini, nomor=surat.nomor, sebagai_jabatan=sebagai or oleh.hak.sebutan)
    return surat
