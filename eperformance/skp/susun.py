"""Menyusun SKP: the one writer of what an SKP holds: hasil kerja, indikator, perilaku, lampiran.

Every row is saved on the version the page showed. A page may send many rows: all are saved or none; what somebody else has
changed meanwhile comes back as ``Bentrok`` with both texts, and nothing is overwritten. The SKP row is locked first, so that
nothing changes while it is being submitted. Saving by itself (autosave) writes no Jejak: the event tables keep each version.
"""

from typing import NamedTuple

from django.db.models import Max, ProtectedError

from eperformance import siklus
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import HasilKerja, Indikator, LampiranSkp, PerilakuSkp, Skp
from eperformance.penilai import menilai
from kepegawaian import jejak

DALAM = 20  # levels a chain of hasil kerja may have; the offices of a regency have five


class Baris(NamedTuple):
    """One row of a page: ``kunci`` its prefix there, ``pk`` None when new, ``isi`` None to delete it."""

    kunci: str
    model: type
    pk: int | None
    versi: int
    isi: dict | None


class Bentrok(VersiLama):
    """Rows that changed meanwhile; ``kini``: {kunci: the row as it stands, None when it is gone}."""

    def __init__(self, kini):
        super().__init__(kini, "Sebagian isian sudah diubah di tempat lain. Bandingkan keduanya, lalu simpan lagi.")


def boleh_isi(hak, skp):
    """May he change the contents: its pegawai, while it is a draft or was returned."""
    return skp.status in Skp.TERBUKA and hak.pegawai_id == skp.pegawai_id and not hak.hanya_baca


def boleh_perilaku(hak, skp):
    """May he change the expectations of perilaku: its pegawai, or the penilai as long as it is not ditetapkan."""
    return boleh_isi(hak, skp) or (skp.status in (*Skp.TERBUKA, "diajukan") and menilai(hak, skp))


def kunci_isi(skp_id, oleh):
    """The locked SKP whose contents he may change."""
    skp = siklus.kunci(skp_id, None, *Skp.TERBUKA)
    if not boleh_isi(oleh.hak, skp):
        raise DitolakKinerja("Hanya pemilik SKP yang dapat mengubah isinya.")
    return skp


def simpan_baris(baris, induk):
    """Saves [Baris] whose new ones belong to ``induk`` {model: {field: object}}; returns {kunci: (pk, versi)}.

    Rows whose values already stand are left alone. Raises Bentrok after all were looked at.
    """
    hasil, bentrok = _baris_baru(baris, induk), {}
    for b in baris:
        if b.pk is None:
            continue
        kini = b.model.objects.filter(pk=b.pk, **induk[b.model]).first()
        if b.isi is None:
            if kini is not None and not b.model.objects.filter(pk=b.pk, versi=b.versi).delete()[0]:
                bentrok[b.kunci] = kini
        elif kini is None:
            bentrok[b.kunci] = None
        elif all(getattr(kini, n) == v for n, v in b.isi.items()):
            hasil[b.kunci] = (kini.pk, kini.versi)
        elif siklus.naikkan(b.model, b.pk, b.versi, **b.isi):
            hasil[b.kunci] = (b.pk, b.versi + 1)
        else:
            bentrok[b.kunci] = kini
    if bentrok:
        raise Bentrok(bentrok)
    return hasil


def _baris_baru(baris, induk):
    """The new rows, one statement for each model: {kunci: (pk, versi)}."""
    hasil = {}
    for model in {b.model for b in baris}:
        baru = [b for b in baris if b.pk is None and b.isi and b.model is model]
        jadi = model.objects.bulk_create(model(**induk[model], **b.isi) for b in baru)
        hasil |= {b.kunci: (x.pk, x.versi) for b, x in zip(baru, jadi, strict=True)}
    return hasil


# ── hasil kerja ──────────────────────────────────────────────────────────────────────────────────────


def buat_hasil(skp_id, isi, indikator, *, oleh):
    """A new hasil kerja with its indikator [Baris]; returns it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci_isi(skp_id, oleh)
        _periksa_induk(None, isi.get("induk_id"))
        akhir = skp.hasil.aggregate(n=Max("urutan"))["n"]
        hasil = HasilKerja.objects.create(skp=skp, urutan=0 if akhir is None else akhir + 1, **isi)
        simpan_baris(indikator, {Indikator: {"hasil": hasil}})
        siklus.catat(skp, "skp_ubah", oleh, bagian="hasil kerja baru")
    return hasil


def simpan_hasil(hasil_id, baris, *, oleh, sendiri=False):
    """Saves the rows of one hasil kerja's page; ``sendiri``: one that saved itself, without a Jejak."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        hasil = HasilKerja.objects.get(pk=hasil_id)
        skp = kunci_isi(hasil.skp_id, oleh)
        for b in baris:
            if b.model is HasilKerja and b.isi:
                _periksa_induk(hasil_id, b.isi.get("induk_id"))
        jadi = simpan_baris(baris, {HasilKerja: {"skp": skp}, Indikator: {"hasil": hasil}})
        if not sendiri:
            siklus.catat(skp, "skp_ubah", oleh, bagian="hasil kerja")
    return jadi


def hapus_hasil(hasil_id, versi, *, oleh):
    """Deletes a hasil kerja with its indikator, when nothing rests on it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        hasil = HasilKerja.objects.get(pk=hasil_id)
        skp = kunci_isi(hasil.skp_id, oleh)
        if hasil.versi != versi:
            raise VersiLama(hasil, "Hasil kerja ini sudah berubah sejak halaman Anda dibuka. Baca lagi, lalu ulangi.")
        if n := hasil.anak.count():
            raise DitolakKinerja(f"Dipakai sebagai induk {n} hasil kerja bawahan; pindahkan dahulu bersama mereka.")
        try:
            hasil.delete()
        except ProtectedError as galat:
            raise DitolakKinerja("Sudah ada realisasi atau bukti; hasil kerja ini tidak dapat dihapus.") from galat
        siklus.catat(skp, "skp_ubah", oleh, bagian="hasil kerja dihapus")
    return skp


def pindah_urut(hasil_id, arah, *, oleh):
    """One place up (-1) or down (1) among those of its kind."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        hasil = HasilKerja.objects.get(pk=hasil_id)
        skp = kunci_isi(hasil.skp_id, oleh)
        deret = list(skp.hasil.filter(jenis=hasil.jenis).order_by("urutan", "id"))
        i = next(n for n, h in enumerate(deret) if h.pk == hasil.pk)
        j = i + arah
        if 0 <= j < len(deret):
            deret[i], deret[j] = deret[j], deret[i]
            for n, h in enumerate(deret):
                h.urutan = n
            HasilKerja.objects.bulk_update(deret, ["urutan"])
    return skp


def _periksa_induk(hasil_id, induk_id):
    """No hasil kerja serves itself, however far up the chain."""
    for _ in range(DALAM):
        if induk_id is None:
            return
        if induk_id == hasil_id:
            break
        induk_id = HasilKerja.objects.filter(pk=induk_id).values_list("induk_id", flat=True).first()
    raise DitolakKinerja("Rencana hasil kerja itu berputar kembali ke hasil kerja ini; pilih yang lain.")


# ── perilaku, lampiran, pendekatan ───────────────────────────────────────────────────────────────────


def simpan_perilaku(skp_id, baris, *, oleh, sendiri=False):
    """Saves expectations of perilaku; the pegawai in a draft, the penilai also when it was submitted to him."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = siklus.kunci(skp_id, None, *Skp.TERBUKA, "diajukan")
        if not boleh_perilaku(oleh.hak, skp):
            raise DitolakKinerja("Ekspektasi perilaku diisi pemilik SKP atau pejabat penilainya.")
        jadi = simpan_baris(baris, {PerilakuSkp: {"skp": skp}})
        if not sendiri:
            siklus.catat(skp, "skp_ubah", oleh, bagian="perilaku kerja")
    return jadi


def simpan_lampiran(skp_id, baris, *, oleh, sendiri=False):
    """Saves the rows of the attachments."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci_isi(skp_id, oleh)
        jadi = simpan_baris(baris, {LampiranSkp: {"skp": skp}})
        if not sendiri:
            siklus.catat(skp, "skp_ubah", oleh, bagian="lampiran")
    return jadi


def ubah_pendekatan(skp_id, pendekatan, *, oleh, versi):
    """Kuantitatif or kualitatif; what is typed stays."""
    if pendekatan not in dict(Skp._meta.get_field("pendekatan").choices):
        raise DitolakKinerja("Pilih kuantitatif atau kualitatif.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kunci_isi(skp_id, oleh)
        skp = siklus.kunci(skp_id, versi, *Skp.TERBUKA)
        skp.pendekatan = pendekatan
        skp.versi += 1
        skp.save(update_fields=["pendekatan", "versi"])
        siklus.catat(skp, "skp_ubah", oleh, bagian=f"pendekatan {pendekatan}")
    return skp


def saran_plt(skp_id, kantor, *, oleh):
    """Takes up the suggestion of a hasil kerja tambahan for a running Plt or Plh (one Kantor of his Hak)."""
    rencana = f"Melaksanakan tugas sebagai {kantor.sebutan}"[:500]
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci_isi(skp_id, oleh)
        if skp.hasil.filter(jenis="tambahan", rencana=rencana).exists():
            raise DitolakKinerja("Hasil kerja tambahan itu sudah ada.")
        n = skp.hasil.count()
        hasil = HasilKerja.objects.create(
            skp=skp, jenis="tambahan", rencana=rencana, penugasan=f"Surat perintah {kantor.sebutan}"[:200], urutan=n
        )
        siklus.catat(skp, "skp_ubah", oleh, bagian=f"hasil kerja tambahan {kantor.sebutan}")
    return hasil
