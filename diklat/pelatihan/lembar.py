"""Lembar nilai pelatihan sebagai Excel: diunduh, diisi, diunggah. Satu baris yang salah tidak mengubah apa pun."""

from diklat.pelatihan.forms import angka
from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak

KOLOM = ("NIP", "NAMA", "UJI AWAL", "UJI AKHIR", "NILAI", "CATATAN")
MEDAN = {"UJI AWAL": "pre", "UJI AKHIR": "post", "NILAI": "nilai"}
TANPA_KOLOM = "Lembar tidak mempunyai kolom NIP; pakai lembar nilai yang diunduh dari kegiatan ini."


def baris(peserta):
    """Rows with what is known so far."""
    for p in peserta:
        yield (p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.pre, p.post, p.nilai, p.catatan_hasil)


def baca(file, peserta):
    """({peserta id: {pre, post, nilai, catatan}}, [sentence about a wrong row])."""
    try:
        _, letak, semua = buka_daftar(file, KOLOM, ("NIP",), {}, TANPA_KOLOM)
    except BerkasDitolak as galat:
        return {}, [str(galat)]
    menurut, hasil, salah = {p.pegawai.nip: p for p in peserta}, {}, []
    for nomor, isi in semua:
        try:
            nip = sel.teks(_isi(isi, letak, "NIP"))
            p = menurut.pop(nip, None)
            if p is None:
                salah.append(f"Baris {nomor}: NIP {nip or 'kosong'} bukan peserta atau tertulis dua kali.")
                continue
            hasil[p.pk] = {m: angka(sel.teks(_isi(isi, letak, k))) for k, m in MEDAN.items()}
            hasil[p.pk]["catatan"] = (sel.teks(_isi(isi, letak, "CATATAN")) or "")[:400]
        except SelSalah as galat:
            salah.append(f"Baris {nomor}: {galat}")
        except ValueError as galat:
            salah.append(f"Baris {nomor}: nilai 0 sampai 100, tertulis “{str(galat)[:20]}”.")
    return hasil, salah or ([] if hasil else ["Tidak ada satu baris pun yang dapat dibaca."])


def _isi(isi, letak, judul):
    return isi[letak[judul]] if judul in letak and letak[judul] < len(isi) else ""
