"""Kabar: pengunggah boleh meninggalkan halaman; ia diberi tahu ketika pembacaan atau penerapan selesai."""

from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak

JUDUL = {
    "pratinjau": "Berkas {} siap ditinjau",
    "gagal": "Berkas {} tidak dapat dibaca",
    "diterapkan": "Impor {} sudah diterapkan",
    "dibatalkan": "Impor {} sudah dibatalkan",
}


def kabari(batch):
    """One notice to who uploaded the batch, once for each status it comes to rest in."""
    if batch.oleh_id is None or batch.status not in JUDUL:
        return
    r = batch.ringkasan
    isi = batch.pesan
    if batch.status == "pratinjau":
        isi = f"{r.get('baru', 0)} baru, {r.get('berubah', 0)} berubah, {r.get('galat', 0)} galat."
    jejak.beri_tahu(
        [batch.oleh_id],
        kunci=f"impor-{batch.pk}-{batch.status}",
        judul=JUDUL[batch.status].format(batch.nama_berkas),
        isi=isi,
        url=reverse("kepegawaian:impor_detail", args=[batch.pk]),
        pada=timezone.now(),
        peristiwa="impor",
        juga_pelaku=True,
    )
