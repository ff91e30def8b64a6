"""Banyak usulan di bawah satu surat pengantar OPD: perbuatan yang sama seperti satu per satu, hasilnya per usulan."""

from dataclasses import dataclass

from django.db.models import Count, Q

from kepegawaian import dosir
from layanan import alur, berkas, katalog
from layanan.galat import DitolakAlur
from layanan.models import SuratPengantar, Usulan
from layanan.wewenang import boleh_menyunting

DOKUMEN = "surat_pengantar"
BANYAK_MAKS = 50


@dataclass(frozen=True)
class HasilSatu:
    """What became of one usulan: ``sebab`` is empty when the act succeeded, ``kini`` where it stands.

    ``kata``: the act in a word ("disetujui") where the usulan of one page were not all treated alike.
    """

    usulan: Usulan
    sebab: str
    kini: str = ""
    kata: str = ""


def draf_siap(hak):
    """Drafts of layanan that ask for a surat pengantar which ``hak`` may submit, oldest first."""
    slug = [satu.slug for satu in katalog.semua() if satu.surat_pengantar and hak.punya(*satu.pengusul)]
    daftar = Usulan.objects.terlihat_oleh(hak).filter(status="draf", layanan__in=slug, pengantar__isnull=True)
    if hak.unit_operator:
        daftar = daftar.filter(pegawai__kini__unit_id__salah_satu=hak.unit_operator)
    elif not hak.unit_staf:
        daftar = daftar.none()
    return daftar.order_by("dibuat_pada", "pk")


def surat_terlihat(hak):
    """SuratPengantar with at least one usulan in scope, and how many of them: (queryset with ``banyak``, ``selesai``)."""
    dalam = Usulan.objects.terlihat_oleh(hak).filter(pengantar__isnull=False)
    return SuratPengantar.objects.filter(usulan__in=dalam).annotate(
        banyak=Count("usulan", distinct=True),
        selesai=Count("usulan", filter=Q(usulan__status__in=("selesai", "ditolak", "dibatalkan")), distinct=True),
    )


def ajukan_banyak(pilihan, *, nomor, tanggal, file, oleh):
    """Submits the drafts ``pilihan`` [(nomor usulan, version)] under one letter; returns [HasilSatu].

    The scan ``file`` (or None) is attached to each that asks for the document. Each in a transaction of its own:
    one that is refused stays a draft and says why, the others go on.
    """
    oleh = oleh.berombongan()
    semua = {u.nomor: u for u in draf_siap(oleh.hak).filter(nomor__in=[p[0] for p in pilihan])}
    hasil = []
    for kode, versi in pilihan:
        usulan = semua.get(kode)
        if usulan is None:
            continue
        hasil.append(_satu(usulan, versi, nomor, tanggal, file, oleh))
    return hasil


def _satu(usulan, versi, nomor, tanggal, file, oleh):
    try:
        if not boleh_menyunting(usulan, oleh.hak):
            raise DitolakAlur("Usulan ini bukan milik lingkup Anda.")
        if file is not None and any(d.kode == DOKUMEN for d in katalog.ambil(usulan.layanan).dokumen):
            file.seek(0)
            versi = berkas.pasang(usulan, DOKUMEN, file, oleh=oleh, versi=versi).versi_baris
        sesudah = alur.ajukan(usulan, oleh=oleh, versi=versi, pengantar=(nomor, tanggal))
    except (DitolakAlur, dosir.BerkasDitolak) as galat:
        return HasilSatu(usulan, str(galat))
    return HasilSatu(usulan, "", sesudah.langkah_kini.nama_alamat)
