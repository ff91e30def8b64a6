"""Bukti dukung: a file (checked and cleaned as every upload) or a link of one hasil kerja in one masa; withdrawn, never deleted."""

import io
from urllib.parse import urlsplit

from PIL import Image

from eperformance import siklus
from eperformance.galat import DitolakKinerja
from eperformance.models import Bukti, HasilKerja
from eperformance.realisasi import isi
from kepegawaian import dosir as gudang, jejak

BANYAK_MAKS = 20  # of one hasil kerja in one masa
SISI_MAKS = 1600  # pixels; a photograph of a phone is three times that


def tambah_berkas(skp_id, nomor, hasil_id, judul, file, *, oleh):
    """A file as evidence; returns the Bukti. Refused with a sentence when it is not a clean PDF, JPG or PNG."""
    try:
        berkas = gudang.terima(file)
    except gudang.BerkasDitolak as galat:
        raise DitolakKinerja(str(galat)) from galat
    berkas = _kecilkan(berkas) if berkas.mime.startswith("image/") else berkas
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp, hasil, ada = _terbuka(skp_id, nomor, hasil_id, oleh)
        if any(b.sidik == berkas.sha256 for b in ada):
            raise DitolakKinerja("Berkas yang sama sudah menjadi bukti hasil kerja ini.")
        b = Bukti(
            hasil=hasil, nomor=nomor, judul=_judul(judul, berkas.nama), nama_berkas=berkas.nama, mime=berkas.mime,
            sidik=berkas.sha256, oleh=oleh.pengguna, pada=oleh.kini,
        )  # fmt: skip
        b.berkas.name = gudang.simpan_bytes(b.berkas, berkas)
        b.save()
        siklus.catat(skp, "kinerja_bukti", oleh, nama=b.judul)
    return b


def tambah_tautan(skp_id, nomor, hasil_id, judul, tautan, *, oleh):
    """A link as evidence; only http and https."""
    bagian = urlsplit(tautan)
    if bagian.scheme not in ("http", "https") or not bagian.netloc:
        raise DitolakKinerja("Tautan harus diawali http:// atau https://.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp, hasil, ada = _terbuka(skp_id, nomor, hasil_id, oleh)
        if any(b.tautan == tautan for b in ada):
            raise DitolakKinerja("Tautan yang sama sudah menjadi bukti hasil kerja ini.")
        b = Bukti.objects.create(
            hasil=hasil, nomor=nomor, judul=_judul(judul, bagian.netloc), tautan=tautan, oleh=oleh.pengguna,
            pada=oleh.kini,
        )  # fmt: skip
        siklus.catat(skp, "kinerja_bukti", oleh, nama=b.judul)
    return b


def tarik(bukti_id, *, oleh):
    """Takes evidence off the page; the row and its file stay. Twice does nothing more."""
    lama = Bukti.objects.select_related("hasil").get(pk=bukti_id)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp, _ = isi.kunci_terbuka(lama.hasil.skp_id, lama.nomor, oleh=oleh)
        b = Bukti.objects.select_for_update().get(pk=bukti_id)
        if b.ditarik_pada is None:
            b.ditarik_pada = oleh.kini
            b.save(update_fields=["ditarik_pada"])
            siklus.catat(skp, "kinerja_bukti_tarik", oleh, nama=b.judul)
    return b


def _terbuka(skp_id, nomor, hasil_id, oleh):
    """(Skp, HasilKerja, evidence that stands) under the lock of the SKP."""
    skp, _ = isi.kunci_terbuka(skp_id, nomor, oleh=oleh)
    hasil = HasilKerja.objects.filter(pk=hasil_id, skp=skp).first()
    if hasil is None:
        raise DitolakKinerja("Hasil kerja itu tidak ada lagi pada SKP ini; muat ulang halamannya.")
    ada = list(Bukti.objects.filter(hasil=hasil, nomor=nomor, ditarik_pada=None))
    if len(ada) >= BANYAK_MAKS:
        raise DitolakKinerja(f"Paling banyak {BANYAK_MAKS} bukti tiap hasil kerja; tarik yang tidak perlu dahulu.")
    return skp, hasil, ada


def _judul(judul, bawaan):
    return ((judul or "").strip() or bawaan)[:200]


def _kecilkan(berkas):
    """The picture with its longer side at most SISI_MAKS; as it is when it is small enough."""
    with Image.open(io.BytesIO(berkas.data)) as gambar:
        if max(gambar.size) <= SISI_MAKS:
            return berkas
        bentuk = gambar.format
        gambar.thumbnail((SISI_MAKS, SISI_MAKS))
        keluar = io.BytesIO()
        gambar.save(keluar, bentuk, **({"quality": 85} if bentuk == "JPEG" else {}))
    return gudang.Isi(keluar.getvalue(), berkas.mime, berkas.akhiran, berkas.nama)
