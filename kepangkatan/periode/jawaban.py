"""Jawaban BKN dari daftar: dibaca dan diperiksa seluruhnya dahulu, lalu direkam satu per satu lewat alur.

A list with one wrong row changes nothing. What is recorded twice is refused by ``alur`` itself: the usulan no longer
waits for BKN.
"""

from dataclasses import dataclass

from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from layanan import alur
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.pengantar import HasilSatu

KOLOM = ("NIP", "HASIL", "NOMOR PERTEK", "TANGGAL PERTEK", "CATATAN", "DASAR TMS")
WAJIB = ("NIP", "HASIL")
SINONIM = {
    "NIP BARU": "NIP", "STATUS": "HASIL", "STATUS USULAN": "HASIL", "NO PERTEK": "NOMOR PERTEK", "NOMOR": "NOMOR PERTEK",
    "TGL PERTEK": "TANGGAL PERTEK", "TANGGAL": "TANGGAL PERTEK", "KETERANGAN": "CATATAN", "ALASAN": "CATATAN",
    "DASAR PENOLAKAN": "DASAR TMS",
}  # fmt: skip
HASIL = {
    "MS": "ms", "MEMENUHI SYARAT": "ms", "BTS": "bts", "BERKAS TIDAK SESUAI": "bts", "BERKAS TIDAK LENGKAP": "bts",
    "TMS": "tms", "TIDAK MEMENUHI SYARAT": "tms",
}  # fmt: skip
TANPA_KOLOM = "Daftar tidak mempunyai kolom NIP dan HASIL; pakai satu baris tiap pegawai."


class BarisSalah(Exception):
    """A row that cannot be recorded; the message is for the clerk."""


@dataclass(frozen=True)
class Jawaban:
    """One row that can be recorded: the usulan that waits, and the answers of the form of its step."""

    nomor: int
    usulan: Usulan
    isi: dict


def baca(file, menunggu, *, berpindaian, hari_ini):
    """([Jawaban], [sentence about a wrong row]) of an uploaded list; ``menunggu``: usulan of the period in scope.

    ``berpindaian``: the scan of BKN's letter is there, without which no MS is recorded.
    """
    try:
        _, letak, baris = buka_daftar(file, KOLOM, WAJIB, SINONIM, TANPA_KOLOM)
    except BerkasDitolak as galat:
        return [], [str(galat)]
    usulan = {}
    for u in menunggu:
        usulan.setdefault(u.pegawai.nip, []).append(u)
    hasil, salah, sudah = [], [], set()
    for nomor, isi in baris:
        teks = {k: isi[i] if i < len(isi) else "" for k, i in letak.items()}
        try:
            nip, jawab = _satu(teks)
            if jawab["hasil"] == "ms" and not berpindaian:
                raise BarisSalah("MS memerlukan pindaian surat pertimbangan teknis.")
            if jawab["tanggal_pertek"] > hari_ini.isoformat():
                raise BarisSalah("TANGGAL PERTEK tidak boleh setelah hari ini.")
            if nip in sudah:
                raise BarisSalah("NIP tertulis dua kali.")
            sudah.add(nip)
            hasil.append(Jawaban(nomor, _yang_menunggu(nip, usulan.get(nip, ())), jawab))
        except (SelSalah, BarisSalah) as galat:
            salah.append(f"Baris {nomor}: {galat}")
    if not hasil and not salah:
        salah.append("Daftar tidak memuat satu pegawai pun.")
    return hasil, salah


def _satu(teks):
    nip = sel.nip(teks["NIP"])
    if not nip:
        raise BarisSalah("NIP kosong.")
    kata = _kata(teks, "HASIL").upper()
    if kata not in HASIL:
        raise BarisSalah(f"HASIL ditulis MS, BTS, atau TMS, bukan “{kata[:30]}”.")
    tanggal, _ = sel.tanggal(teks.get("TANGGAL PERTEK", ""))
    isi = {
        "hasil": HASIL[kata], "nomor_pertek": _kata(teks, "NOMOR PERTEK"),
        "tanggal_pertek": tanggal or "", "catatan": _kata(teks, "CATATAN"),
        "dasar_tolak": _kata(teks, "DASAR TMS"),
    }  # fmt: skip
    kurang = {
        "ms": (("nomor_pertek", "NOMOR PERTEK"), ("tanggal_pertek", "TANGGAL PERTEK")),
        "bts": (("catatan", "CATATAN"),),
        "tms": (("catatan", "CATATAN"), ("dasar_tolak", "DASAR TMS")),
    }[isi["hasil"]]
    if kosong := [nama for kode, nama in kurang if not isi[kode]]:
        raise BarisSalah(f"{kata} memerlukan {' dan '.join(kosong)}.")
    return nip, isi


def _kata(teks, kolom):
    return sel.teks(teks.get(kolom, "")) or ""


def _yang_menunggu(nip, usulan):
    menunggu = [u for u in usulan if u.langkah_kini and u.langkah_kini.kode == "pertek"]
    if len(menunggu) == 1:
        return menunggu[0]
    if menunggu:
        raise BarisSalah(f"NIP {nip} mempunyai beberapa usulan yang menunggu BKN; rekam pada usulannya.")
    if usulan:
        raise BarisSalah(f"usulan {usulan[0].nomor} tidak sedang menunggu jawaban BKN.")
    raise BarisSalah(f"NIP {nip} tidak mempunyai usulan kenaikan pangkat pada periode ini.")


def terapkan(daftar, berkas, *, oleh):
    """Records each answer through ``alur.rekam``; [HasilSatu], the reason where one was refused and nothing changed."""
    hasil = []
    for satu in daftar:
        file = berkas.get("berkas") if satu.isi["hasil"] == "ms" else None
        if file:
            file.seek(0)
        try:
            u = alur.rekam(satu.usulan, satu.isi, oleh=oleh, versi=satu.usulan.versi_baris, file=file)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(satu.usulan, str(galat)))
        else:
            hasil.append(HasilSatu(satu.usulan, "", u.langkah_kini.nama if u.langkah_kini else u.get_status_display(),
                                   satu.isi["hasil"].upper()))  # fmt: skip
    return hasil
