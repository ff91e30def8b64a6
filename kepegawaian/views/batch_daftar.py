"""Halaman satu berkas daftar (``impor.daftar``): baris menurut hasilnya, baca ulang, terapkan, batalkan, baris galat.

A kind makes one ``HalamanBatch`` and calls it from its own views, which keep their URL and say who may.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from kepegawaian.antrean import antrekan
from kepegawaian.impor.daftar import TERBACA, ImporDaftar
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.models import BarisImpor, BatchImpor
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduhan

HASIL = (("galat", "Galat"), ("berubah", "Berubah"), ("baru", "Baru"), ("sama", "Sama"))


@dataclass(frozen=True)
class HalamanBatch:
    """``rute``: URL name of the page of a batch; its acts are called ``{awal}_baca``, ``_terapkan``, ``_batalkan``, ``_galat``.

    ``sebutan``: {key of a row's values: words}; ``kata``: what one row is; ``tersimpan``: said once applied; ``tulis``:
    function (value) -> text; ``atas``: (title, URL name of the page above, of the upload).
    """

    impor: ImporDaftar
    tugas: Any
    rute: str
    awal: str
    atas: tuple[str, str, str]
    sebutan: dict
    kata: str
    tersimpan: str
    uraian_batal: str
    nama_galat: str
    tulis: Any = str

    def semua(self):
        """All batches of the kind, newest first."""
        return BatchImpor.objects.filter(jenis=self.impor.jenis).select_related("oleh__pegawai__kini")

    def ambil(self, pk):
        """One batch, or 404."""
        return get_object_or_404(self.semua(), pk=pk)

    def detail(self, request, pk, *, menulis=True):
        """A batch where it stands, with its rows by outcome; first the errors, since they ask for something."""
        batch = self.ambil(pk)
        r, hasil = batch.ringkasan, request.GET.get("hasil")
        if hasil not in dict(HASIL):
            hasil = next((h for h, _ in HASIL if r.get(h)), "sama")
        potongan = potong(request, BarisImpor.objects.filter(batch=batch, hasil=hasil).order_by("id"))
        for b in potongan:
            b.isi = [(n, self.tulis(b.nilai[k])) for k, n in self.sebutan.items() if b.nilai.get(k)]
            b.ubah = [(u["kolom"], u["lama"], u["baru"]) for u in b.perubahan]
        judul, atas, muat = self.atas
        isi = {
            "batch": batch, "berjalan": batch.status in ("diunggah", "membaca", "menerapkan"), "menulis": menulis,
            "angka": [(k, nama, r.get(k, 0)) for k, nama in HASIL], "hasil": hasil, "potongan": potongan,
            "perubahan": r.get("baru", 0) + r.get("berubah", 0), "kata": self.kata, "uraian_batal": self.uraian_batal,
            "atas": (judul, reverse(atas)), "muat_url": reverse(muat),
            "url": {a: reverse(f"{self.awal}_{a}", args=[pk]) for a in ("baca", "terapkan", "batalkan", "galat")},
        }  # fmt: skip
        return render(request, "kepegawaian/batch_daftar.html", isi)

    def baca(self, request, pk):
        """Reads the file once more, after people were added or after a failure of the portal."""
        if self.ambil(pk).status in TERBACA:
            antrekan(self.tugas, pk)
            messages.success(request, "Berkas dibaca ulang. Muat ulang halaman ini sesaat lagi.")
        else:
            messages.error(
                request, "Batch yang sudah diterapkan tidak dibaca lagi; unggah berkasnya sebagai batch baru."
            )
        return redirect(self.rute, pk)

    def terapkan(self, request, pk):
        """Applies a previewed batch; pressed twice it is applied once."""
        if self.ambil(pk).status != "pratinjau":
            messages.error(request, "Batch ini bukan pratinjau; tidak ada yang dapat diterapkan.")
        else:
            batch = self.impor.terapkan(pk, oleh=request.user, alamat=request.alamat)
            messages.success(request, f"{batch.ringkasan['tertulis']} {self.tersimpan} tersimpan.")
        return redirect(self.rute, pk)

    def batalkan(self, request, pk):
        """Withdraws an applied batch; what it had replaced stands again."""
        self.ambil(pk)
        try:
            batch = self.impor.batalkan(pk, oleh=request.user, alamat=request.alamat)
            kembali = batch.ringkasan["kembali"]
            messages.success(
                request, f"Impor {batch.nama_berkas} dibatalkan; {kembali} {self.kata} kembali ke catatan semula."
            )
        except PembatalanDitolak as galat:
            messages.error(request, str(galat))
        return redirect(self.rute, pk)

    def galat(self, pk):
        """The rows in error as xlsx, to mend and send again."""
        batch = self.ambil(pk)
        if not batch.ringkasan.get("galat"):
            raise Http404
        return unduhan(self.impor.galat_xlsx(batch), f"perbaiki-{self.nama_galat}-{batch.pk}.xlsx")
