"""Menyalin SKP: hasil kerja, indikator, perilaku, dan lampiran dari SKP sebelumnya ke draf yang masih kosong.

The atasan's rencana (``induk``) goes along only when the same words stand in the new SKP of his office, a node of the pohon
kinerja only when the new year's tree has one of the same words; else it is left to be chosen.
"""

from eperformance.galat import DitolakKinerja
from eperformance.models import HasilKerja, Indikator, LampiranSkp, PerilakuSkp, Skp
from eperformance.siklus import catat
from eperformance.skp.induk import induk_pilihan, simpul_pilihan
from eperformance.skp.susun import kunci_isi
from kepegawaian import jejak


def asal_salinan(skp):
    """The newest earlier SKP of the same pegawai that has contents, or None."""
    lama = Skp.objects.filter(pegawai=skp.pegawai_id, mulai__lt=skp.mulai).exclude(status="batal").exclude(pk=skp.pk)
    return lama.filter(hasil__isnull=False).select_related("periode").order_by("-mulai").first()


def salin(skp_id, asal_id, *, oleh):
    """Copies the contents of his own earlier SKP ``asal_id``; returns how many hasil kerja still want their induk."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci_isi(skp_id, oleh)
        asal = Skp.objects.select_related("periode").filter(pk=asal_id, pegawai=skp.pegawai_id).first()
        if asal is None or asal.pk == skp.pk:
            raise DitolakKinerja("SKP yang disalin harus milik Anda sendiri.")
        if skp.hasil.exists():
            raise DitolakKinerja("SKP ini sudah berisi; salinan hanya bagi draf yang kosong.")
        tanpa = _hasil(skp, asal)
        _perilaku(skp, asal)
        LampiranSkp.objects.bulk_create(
            LampiranSkp(skp=skp, jenis=x.jenis, isi=x.isi, urutan=x.urutan) for x in asal.lampiran.all()
        )
        catat(skp, "skp_ubah", oleh, bagian=f"disalin dari {asal.periode.tahun}")
    return tanpa


def _hasil(skp, asal):
    """Hasil kerja and indikator; set-based."""
    induk = {_baku(h.rencana): h.pk for h in induk_pilihan(skp)}
    simpul = {_baku(s.uraian): s.pk for s in simpul_pilihan(skp)}
    lama = list(asal.hasil.select_related("induk", "simpul").prefetch_related("indikator"))
    baru = HasilKerja.objects.bulk_create(
        HasilKerja(
            skp=skp, jenis=h.jenis, rencana=h.rencana, perspektif=h.perspektif, penugasan=h.penugasan,
            urutan=h.urutan, induk_id=induk.get(_baku(h.induk.rencana)) if h.induk else None,
            simpul_id=simpul.get(_baku(h.simpul.uraian)) if h.simpul else None,
        )
        for h in lama
    )  # fmt: skip
    medan = ("aspek", "uraian", "target", "target_angka", "satuan", "arah", "urutan")
    Indikator.objects.bulk_create(
        Indikator(hasil=b, **{m: getattr(i, m) for m in medan})
        for h, b in zip(lama, baru, strict=True)
        for i in h.indikator.all()
    )
    return sum(b.jenis == "utama" and b.induk_id is None and b.simpul_id is None for b in baru)


def _perilaku(skp, asal):
    kata = dict(asal.perilaku.values_list("nilai", "ekspektasi"))
    milik = list(skp.perilaku.all())
    for p in milik:
        p.ekspektasi = kata.get(p.nilai) or p.ekspektasi
        p.versi += 1
    PerilakuSkp.objects.bulk_update(milik, ["ekspektasi", "versi"])


def _baku(teks):
    return " ".join(teks.lower().split())
