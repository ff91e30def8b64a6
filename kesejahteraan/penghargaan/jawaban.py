"""Hasil satu periode dari daftar: dibaca dan diperiksa seluruhnya dahulu, lalu direkam satu per satu lewat alur.

A list with one wrong row changes nothing; a row recorded already is passed over, so that a list may come again. Between
the two requests the list travels signed, with the version of each usulan: what has moved meanwhile ``alur`` refuses.
"""

from dataclasses import dataclass

from django.core import signing

from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from layanan import alur
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.pengantar import HasilSatu

KOLOM = ("NIP", "HASIL", "NOMOR PIAGAM", "CATATAN", "DASAR")
WAJIB = ("NIP", "HASIL")
SINONIM = {"NIP BARU": "NIP", "STATUS": "HASIL", "NO PIAGAM": "NOMOR PIAGAM", "PIAGAM": "NOMOR PIAGAM",
           "KETERANGAN": "CATATAN", "DASAR PENOLAKAN": "DASAR"}  # fmt: skip
DITETAPKAN = "ditetapkan"
HASIL = {"DITETAPKAN": DITETAPKAN, "DIKEMBALIKAN": "dikembalikan", "DITOLAK": "ditolak"}
MENUNGGU = ("jawaban", "keppres")
PRESIDEN = "Presiden Republik Indonesia"
SALT, SEHARI = "kesejahteraan.penghargaan.jawaban", 86400
TANPA_KOLOM = "Daftar tidak mempunyai kolom NIP dan HASIL; pakai satu baris tiap pegawai."


class BarisSalah(Exception):
    """A row that cannot be recorded; the message is for the clerk."""


@dataclass(frozen=True)
class Jawaban:
    """One row that can be recorded: the usulan that waits, and what the row says."""

    nomor: int
    usulan: Usulan
    isi: dict


def baca(file, usulan):
    """([Jawaban], [usulan finished already], [sentence about a wrong row]) of an uploaded list over ``usulan``."""
    try:
        _, letak, baris = buka_daftar(file, KOLOM, WAJIB, SINONIM, TANPA_KOLOM)
    except BerkasDitolak as galat:
        return [], [], [str(galat)]
    menurut = {u.pegawai.nip: u for u in usulan}
    hasil, lama, salah, sudah = [], [], [], set()
    for nomor, isi in baris:
        teks = {k: sel.teks(isi[i]) or "" if i < len(isi) else "" for k, i in letak.items()}
        try:
            nip, jawab = _satu(teks)
            if nip in sudah:
                raise BarisSalah("NIP tertulis dua kali.")
            sudah.add(nip)
            u = menurut.get(nip)
            if u is None:
                raise BarisSalah(f"NIP {nip} tidak mempunyai usulan Satyalancana pada periode ini.")
            if jawab["hasil"] == DITETAPKAN and (u.status == "selesai" or _langkah(u) == "serahkan"):
                lama.append(u)
            elif _langkah(u) not in MENUNGGU:
                raise BarisSalah(f"usulan {u.nomor} tidak sedang menunggu hasil.")
            elif jawab["hasil"] != DITETAPKAN and _langkah(u) != "jawaban":
                raise BarisSalah(f"usulan {u.nomor} sudah diterima; tinggal menunggu Keputusan Presiden.")
            else:
                hasil.append(Jawaban(nomor, u, jawab))
        except (SelSalah, BarisSalah) as galat:
            salah.append(f"Baris {nomor}: {galat}")
    if not (hasil or lama or salah):
        salah.append("Daftar tidak memuat satu pegawai pun.")
    return hasil, lama, salah


def _langkah(u):
    return u.langkah_kini.kode if u.langkah_kini else ""


def _satu(teks):
    nip = sel.nip(teks["NIP"])
    if not nip:
        raise BarisSalah("NIP kosong.")
    kata = teks["HASIL"].upper()
    if kata not in HASIL:
        raise BarisSalah(f"HASIL ditulis DITETAPKAN, DIKEMBALIKAN, atau DITOLAK, bukan “{kata[:30]}”.")
    isi = {"hasil": HASIL[kata], "nomor_piagam": teks.get("NOMOR PIAGAM", ""), "catatan": teks.get("CATATAN", ""),
           "dasar_tolak": teks.get("DASAR", "")}  # fmt: skip
    wajib = {DITETAPKAN: ("nomor_piagam",), "dikembalikan": ("catatan",), "ditolak": ("catatan", "dasar_tolak")}
    nama = {"nomor_piagam": "NOMOR PIAGAM", "catatan": "CATATAN", "dasar_tolak": "DASAR"}
    if kosong := [nama[k] for k in wajib[isi["hasil"]] if not isi[k]]:
        raise BarisSalah(f"{kata} memerlukan {' dan '.join(kosong)}.")
    return nip, isi


def bungkus(daftar):
    """The list as a signed text for the page that asks for confirmation."""
    return signing.dumps(
        [[j.nomor, j.usulan.pk, j.usulan.versi_baris, j.isi] for j in daftar], salt=SALT, compress=True
    )


def buka_bungkus(teks, usulan):
    """[Jawaban] of ``bungkus`` with the versions that were shown; None when altered or a day old."""
    try:
        isi = signing.loads(teks, salt=SALT, max_age=SEHARI)
    except signing.BadSignature:
        return None
    menurut, hasil = {u.pk: u for u in usulan.filter(pk__in=[pk for _, pk, _, _ in isi])}, []
    for nomor, pk, versi, jawab in isi:
        if pk in menurut:
            menurut[pk].versi_baris = versi
            hasil.append(Jawaban(nomor, menurut[pk], jawab))
    return hasil


def terapkan(daftar, keppres, *, oleh):
    """Records each row through ``alur.rekam``, in a transaction of its own; [HasilSatu].

    ``keppres``: {nomor_sk, tanggal_sk, berkas} all of those DITETAPKAN share. One who still waits for the answer of the
    Sekretariat Militer is first recorded as accepted.
    """
    oleh, hasil = oleh.berombongan(), []
    for satu in daftar:
        try:
            u = _rekam(satu, keppres, oleh)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(satu.usulan, str(galat)))
        else:
            kini = u.langkah_kini.nama if u.langkah_kini else u.get_status_display()
            hasil.append(HasilSatu(satu.usulan, "", kini, satu.isi["hasil"]))
    return hasil


def _rekam(satu, keppres, oleh):
    u, isi = satu.usulan, satu.isi
    if isi["hasil"] != DITETAPKAN:
        return alur.rekam(u, {k: isi[k] for k in ("hasil", "catatan", "dasar_tolak")}, oleh=oleh, versi=u.versi_baris)
    if _langkah(u) == "jawaban":
        u = alur.rekam(u, {"hasil": "diterima", "catatan": ""}, oleh=oleh, versi=u.versi_baris)
    keppres["berkas"].seek(0)
    data = {"nomor_sk": keppres["nomor_sk"], "tanggal_sk": keppres["tanggal_sk"], "pejabat": PRESIDEN,
            "nomor_piagam": isi["nomor_piagam"]}  # fmt: skip
    return alur.rekam(u, data, oleh=oleh, versi=u.versi_baris, file=keppres["berkas"])
