"""Permintaan cuti dalam satu langkah: draf, isian, berkas, dan pengajuan, semuanya atau tidak sama sekali.

The door is ``layanan.alur`` as everywhere; only the page is shorter than that of other services.
"""

from datetime import date

from django.db import transaction

from kepegawaian.acuan import acuan_kini
from layanan import alur, berkas, katalog
from layanan.konteks import dokumen_berlaku, susun_konteks
from layanan.models import Usulan


def ajukan(layanan, pegawai, isian, *, oleh, file=None):
    """Asks for a leave; returns the Usulan. ``isian`` are raw answers, ``file`` {code of a document: upload}.

    Raises IsianSalah, SyaratBelumTerpenuhi or DitolakAlur; then nothing has happened, except that a draft or a returned
    request that stood already stays as it was.
    """
    with transaction.atomic():
        usulan = Usulan.objects.filter(
            pegawai=pegawai, layanan=layanan.slug, status__in=("draf", "dikembalikan")
        ).select_related("pegawai__kini").first()  # fmt: skip
        if usulan is None:
            usulan = alur.buat_draf(layanan, pegawai, oleh=oleh)
        usulan = alur.ubah_isian(usulan, isian, oleh=oleh, versi=usulan.versi_baris)
        for kode, satu in (file or {}).items():
            usulan.refresh_from_db()
            berkas.pasang(usulan, kode, satu, oleh=oleh, versi=usulan.versi_baris)
        usulan.refresh_from_db()
        return alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)


def hitung(layanan, pegawai_id, isian, hari_ini):
    """(Konteks, [(Syarat, Hasil)], rows of the effect, documents asked for) of answers as they stand; no write."""
    konteks = susun_konteks(layanan, pegawai_id, {k: v for k, v in isian.items() if v}, hari_ini)
    lengkap = bool(konteks.isian.get("tmt") and konteks.isian.get("sampai"))
    hasil = layanan.periksa(konteks) if lengkap else []
    return konteks, hasil, layanan.akibat(konteks) if lengkap else [], dokumen_berlaku(layanan, konteks)


def berjalan(pegawai_id, slug):
    """The request of this kind that is under way, or None."""
    return Usulan.objects.filter(
        pegawai_id=pegawai_id, layanan=slug, status__in=("draf", "dikembalikan", "diproses")
    ).first()  # fmt: skip


def form_awal(layanan, profil, data, hari_ini):
    """The form of the page, bound to ``data`` or blank."""
    return layanan.form(data, konteks=katalog.Konteks(profil, {}, hari_ini, acuan_kini()))


def sudah_lewat(layanan, isian, hari_ini):
    """Cuti tahunan is asked for before it begins (the operator may record an earlier one): the sentence, or ""."""
    try:
        mulai = date.fromisoformat(str(isian.get("tmt")))
    except ValueError:
        return ""
    return "Cuti tahunan diajukan sebelum dijalani." if layanan.jenis_cuti == "CT" and mulai < hari_ini else ""
