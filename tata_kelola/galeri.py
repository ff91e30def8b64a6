"""Galeri: every component in its states, for whoever builds or checks a page. Only under DEBUG.

The names are invented. Each section's template is ``templates/komponen/galeri/<bagian>.html``; the data of the
states (empty, one, many, too many, long names, errors) stand in ``galeri_data.py``.
"""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from kepegawaian.penomoran import Potongan, potong
from kepegawaian.templatetags import portal as kata
from tata_kelola import galeri_data as data

BAGIAN = {
    "asn": "Halaman ASN",
    "keputusan": "Halaman keputusan",
    "daftar": "Daftar dan tabel",
    "formulir": "Formulir",
    "keadaan": "Keadaan dan potongan lain",
}


class Saringan(forms.Form):
    """Filters above the example table."""

    layanan = forms.ChoiceField(
        label="Layanan", required=False, choices=[("", "Semua layanan"), ("kp", "Kenaikan pangkat"), ("kgb", "KGB")]
    )
    opd = forms.ChoiceField(
        label="OPD", required=False, choices=[("", "Semua OPD"), ("1", data.OPD_PANJANG), ("2", "Dinas Pendidikan")]
    )
    q = forms.CharField(
        label="Nama atau NIP", required=False, widget=forms.TextInput({"placeholder": "Nama atau NIP"})
    )
    sejak = forms.DateField(label="Diajukan sejak", required=False, widget=forms.DateInput({"type": "date"}))


class Contoh(forms.Form):
    """One field of each kind."""

    nama = forms.CharField(label="Nama pada ijazah", help_text="Persis seperti tertulis, dengan gelar.")
    alamat = forms.CharField(label="Alamat rumah", required=False, widget=forms.Textarea({"rows": 3}))
    tingkat = forms.ChoiceField(
        label="Tingkat pendidikan", choices=[("", "Pilih tingkat"), ("s1", "S-1"), ("s2", "S-2")]
    )
    lulus = forms.DateField(
        label="Tanggal lulus",
        widget=forms.DateInput({"type": "date", "class": "lebar-tanggal"}),
        help_text="tanggal pada ijazah",
    )
    jalur = forms.ChoiceField(
        label="Jalur", widget=forms.RadioSelect, choices=[("tubel", "Tugas belajar"), ("mandiri", "Biaya sendiri")]
    )
    setuju = forms.BooleanField(label="Data di atas benar dan berkasnya asli")


@require_safe
@masuk
def galeri(request):
    """Shows the gallery; ``?bagian=`` picks one section."""
    if not settings.DEBUG:
        raise Http404
    bagian = request.GET.get("bagian", "")
    tampil = [bagian] if bagian in BAGIAN else list(BAGIAN)
    if "keadaan" in tampil:
        messages.success(request, "Usulan US-2026-011873 diteruskan ke Kepala BKD.")
        messages.info(request, "Ada 2 pegawai yang KGB-nya jatuh bulan depan.")
        messages.warning(request, "SK pangkat terakhir belum diunggah; usulan tetap tersimpan sebagai draf.")
        messages.error(request, "Usulan ini baru saja diputus oleh Dewi Kartika. Yang tampil adalah keadaan terakhir.")
    isi = {
        **data.SEMUA,
        "filter": _filter(),
        "bagian": BAGIAN,
        "templat": [f"komponen/galeri/{nama}.html" for nama in tampil],
        "saringan": Saringan(request.GET),
        "daftar": potong(request, data.KOTAK),
        "banyak": Potongan(data.KOTAK[:3], 1, 25, 73, False, True),
        "terlalu_banyak": Potongan(data.KOTAK[:3], 7, 25, 1000, True, True),
        "formulir": Contoh(),
        "formulir_salah": Contoh({"nama": "", "alamat": "Jl. Basuki Rahmat 1", "tingkat": "s3", "lulus": ""}),
    }
    return render(request, "komponen/galeri.html", isi)


def _filter():
    """What each filter writes, beside the value it was given."""
    saat = data.JEJAK_ASN[0]["waktu"]
    contoh = [
        (kata.tanggal, saat), (kata.tanggal_pendek, saat), (kata.hari_tanggal, saat), (kata.waktu, saat),
        (kata.rupiah, 3500000), (kata.angka, 1234567), (kata.desimal, 75), (kata.ukuran, 217088), (kata.masa, 115),
        (kata.nip, "197603122001121003"), (kata.nip_samar, "198602132015051001"), (kata.nik_samar, "3524011203760001"),
        (kata.inisial, "Siti Rahmawati, S.Pd."), (kata.tampil, None),
    ]  # fmt: skip
    return [(fungsi.__name__, fungsi(nilai), "" if nilai is None else f"dari {nilai}") for fungsi, nilai in contoh]
