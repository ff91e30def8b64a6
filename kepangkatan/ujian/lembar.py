"""Lembar nilai ujian sebagai Excel: diunduh, diisi, diunggah. Satu baris yang salah tidak mengubah apa pun."""

from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak

ABSEN = "TIDAK HADIR"
TANPA_KOLOM = "Lembar tidak mempunyai kolom NOMOR; pakai lembar nilai yang diunduh dari ujian ini."


def kolom(materi):
    """Headings of the sheet."""
    return ("NOMOR", "NIP", "NAMA", *(m.upper() for m in materi), ABSEN)


def baris(peserta, materi):
    """Rows with what is known so far."""
    for p in peserta:
        yield (
            p.nomor,
            p.pegawai.nip,
            p.pegawai.kini.nama_lengkap,
            *(p.nilai.get(m) for m in materi),
            "" if p.hadir else "x",
        )


def baca(file, peserta, materi):
    """({peserta id: {materi: score or None, "hadir": bool}}, [sentence about a wrong row]).

    Anything written under TIDAK HADIR means that he was not there.
    """
    judul = {m.upper(): m for m in materi}
    try:
        _, letak, semua = buka_daftar(file, kolom(materi), ("NOMOR",), {}, TANPA_KOLOM)
    except BerkasDitolak as galat:
        return {}, [str(galat)]
    menurut, hasil, salah = {p.nomor: p for p in peserta}, {}, []
    for nomor, isi in semua:
        try:
            kode = sel.teks(isi[letak["NOMOR"]])
            p = menurut.pop(kode, None)
            if p is None:
                salah.append(f"Baris {nomor}: nomor peserta {kode or 'kosong'} tidak ada atau tertulis dua kali.")
                continue
            hasil[p.pk] = {m: _angka(_isi(isi, letak, k)) for k, m in judul.items()} | {
                "hadir": not sel.teks(_isi(isi, letak, ABSEN))
            }
        except SelSalah as galat:
            salah.append(f"Baris {nomor}: {galat}")
        except ValueError as galat:
            salah.append(f"Baris {nomor}: nilai 0 sampai 100, tertulis “{str(galat)[:20]}”.")
    return hasil, salah or ([] if hasil else ["Tidak ada satu baris pun yang dapat dibaca."])


def _isi(isi, letak, judul):
    """The cell under the heading ``judul``, "" when the row or the sheet has none."""
    return isi[letak[judul]] if judul in letak and letak[judul] < len(isi) else ""


def _angka(nilai):
    teks = sel.teks(nilai)
    if teks is None:
        return None
    return angka(teks)


def angka(teks):
    """A score 0-100 with at most two decimals from text; ValueError with the text otherwise."""
    try:
        hasil = float(teks.replace(",", "."))
    except ValueError:
        raise ValueError(teks) from None
    if not 0 <= hasil <= 100:
        raise ValueError(teks)
    return round(hasil, 2)
