"""Tulis: persons to xlsx (several files when many) or csv, with KESALAHAN.csv beside them; streaming."""

import csv
from datetime import date
from pathlib import Path

from kepegawaian.bangkit.dunia import Dunia
from kepegawaian.bangkit.lembar import baris_riwayat, baris_utama
from kepegawaian.bangkit.salah import KOLOM_KESALAHAN, SALAH, UTAMA, Isi, Kesalahan
from kepegawaian.bangkit.xlsx import BukuXlsx, Rumus
from kepegawaian.impor.format import KOLOM_UTAMA, LEMBAR_RIWAYAT

ORANG_TIAP_BERKAS = 100_000
# A sheet holds 1,048,576 rows; a person never has more than some dozens in one sheet.
BARIS_TIAP_LEMBAR = 1_048_000
JUDUL = {UTAMA: list(KOLOM_UTAMA), **{r.nama: [k.judul for k in r.kolom] for r in LEMBAR_RIWAYAT}}


class BukuCsv:
    """One csv per sheet, semicolons as SIASN's lists have them."""

    def __init__(self, jalur, judul):
        self.jalur = []
        self.berkas, self.lembar, self.jumlah = {}, {}, dict.fromkeys(judul, 0)
        for nama, sel in judul.items():
            letak = jalur.with_name(f"{jalur.stem} {nama}.csv")
            self.jalur.append(letak)
            self.berkas[nama] = letak.open("w", encoding="utf-8-sig", newline="")
            self.lembar[nama] = csv.writer(self.berkas[nama], delimiter=";")
            self.tambah(nama, sel)

    def tambah(self, nama, sel):
        """Appends a row and returns its number."""
        self.lembar[nama].writerow([_teks_csv(n) for n in sel])
        self.jumlah[nama] += 1
        return self.jumlah[nama]

    def tutup(self):
        """Closes all files and returns their paths."""
        for berkas in self.berkas.values():
            berkas.close()
        return self.jalur


def _teks_csv(nilai):
    if isinstance(nilai, Rumus):
        return nilai.nilai
    if isinstance(nilai, float):
        return f"{nilai:.5E}"
    return f"{nilai:%d/%m/%Y}" if isinstance(nilai, date) else nilai


def tulis_xlsx(orang, folder, *, dunia=None, bentuk="xlsx", tiap_berkas=ORANG_TIAP_BERKAS, nama="data-asn"):
    """Writes the persons into ``folder`` and returns the paths, KESALAHAN.csv last.

    ``bentuk`` xlsx or csv; a new file begins after ``tiap_berkas`` persons or when a sheet is nearly full.
    """
    dunia = dunia or Dunia.dari_db()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    kelas = {"xlsx": BukuXlsx, "csv": BukuCsv}[bentuk]
    hasil, buku, isi_buku, kesalahan = [], None, 0, []
    for o in orang:
        if buku is None:
            sebutan = f"{nama}-{len(hasil) + 1}.xlsx" if hasil else f"{nama}.xlsx"
            buku, isi_buku = kelas(folder / sebutan, JUDUL), 0
        kesalahan += [(sebutan, *k) for k in _satu(buku, o, dunia)]
        isi_buku += 1
        if isi_buku >= tiap_berkas or max(buku.jumlah.values()) > BARIS_TIAP_LEMBAR:
            hasil.append(buku.tutup())
            buku = None
    if buku:
        hasil.append(buku.tutup())
    jalur = [j for satu in hasil for j in satu]
    return [*jalur, _tulis_kesalahan(folder, kesalahan)]


def _satu(buku, o, dunia):
    """Writes one person; returns his mistakes with the rows they are in."""
    isi = Isi(baris_utama(o, dunia), [(nama, sel) for nama, sel in baris_riwayat(o, dunia)])
    ubah = None
    if o.kesalahan:
        menolak, lakukan = SALAH[o.kesalahan]
        ubah = lakukan(isi)
    nomor = {UTAMA: buku.tambah(UTAMA, list(isi.utama.values()))}
    if isi.ganda:
        nomor[UTAMA] = buku.tambah(UTAMA, list(isi.ganda.values()))
    for nama, sel in isi.riwayat:
        nomor[nama] = buku.tambah(nama, sel)
    if ubah is None:
        return []
    lembar, kolom, lama, baru = ubah
    return [Kesalahan(lembar, nomor[lembar], o.nip, kolom, o.kesalahan, menolak, str(lama), _teks_csv(baru))]


def _tulis_kesalahan(folder, kesalahan):
    jalur = folder / "KESALAHAN.csv"
    with jalur.open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas)
        penulis.writerow(KOLOM_KESALAHAN)
        for berkas_asal, *k in kesalahan:
            k[5] = "ya" if k[5] else "tidak"
            penulis.writerow([berkas_asal, *k])
    return jalur
