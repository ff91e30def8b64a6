"""Jawaban BKN dari daftar: dibaca dan diperiksa seluruhnya dahulu, lalu direkam satu per satu lewat alur.

A list with one wrong row changes nothing. A row that says what is recorded already is passed over, so that a list may
come again with the rows that were missing. Between the two requests the list travels signed, with the version of each
usulan: what has moved meanwhile is refused by ``alur``.
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
# What makes an answer the same one.
KUNCI = {"ms": ("nomor_pertek", "tanggal_pertek"), "bts": ("catatan",), "tms": ("dasar_tolak",)}
SALT, SEHARI = "kepangkatan.periode.jawaban", 86400
TANPA_KOLOM = "Daftar tidak mempunyai kolom NIP dan HASIL; pakai satu baris tiap pegawai."


class BarisSalah(Exception):
    """A row that cannot be recorded; the message is for the clerk."""


@dataclass(frozen=True)
class Jawaban:
    """One row that can be recorded: the usulan that waits, and the answers of the form of its step."""

    nomor: int
    usulan: Usulan
    isi: dict


def baca(file, menunggu, *, hari_ini):
    """([Jawaban], [usulan recorded so already], [sentence about a wrong row]) of an uploaded list.

    ``menunggu``: usulan of the period in scope, with ``bkn`` and ``bkn_isian`` of the last answer.
    """
    try:
        _, letak, baris = buka_daftar(file, KOLOM, WAJIB, SINONIM, TANPA_KOLOM)
    except BerkasDitolak as galat:
        return [], [], [str(galat)]
    usulan = {}
    for u in menunggu:
        usulan.setdefault(u.pegawai.nip, []).append(u)
    hasil, lama, salah, sudah = [], [], [], set()
    for nomor, isi in baris:
        teks = {k: isi[i] if i < len(isi) else "" for k, i in letak.items()}
        try:
            nip, jawab = _satu(teks)
            if jawab["tanggal_pertek"] > hari_ini.isoformat():
                raise BarisSalah("TANGGAL PERTEK tidak boleh setelah hari ini.")
            if nip in sudah:
                raise BarisSalah("NIP tertulis dua kali.")
            sudah.add(nip)
            if terekam := _terekam(usulan.get(nip, ()), jawab):
                lama.append(terekam)
            else:
                hasil.append(Jawaban(nomor, _yang_menunggu(nip, usulan.get(nip, ())), jawab))
        except (SelSalah, BarisSalah) as galat:
            salah.append(f"Baris {nomor}: {galat}")
    if not (hasil or lama or salah):
        salah.append("Daftar tidak memuat satu pegawai pun.")
    return hasil, lama, salah


def _terekam(usulan, jawab):
    """The usulan whose last answer of BKN is this very one and that no longer waits, or None."""
    kunci = KUNCI[jawab["hasil"]]
    return next(
        (u for u in usulan if u.bkn == jawab["hasil"] and not _menunggu(u)
         and all((u.bkn_isian or {}).get(k, "") == jawab[k] for k in kunci)), None
    )  # fmt: skip


def _menunggu(usulan):
    return usulan.langkah_kini is not None and usulan.langkah_kini.kode == "pertek"


def bungkus(daftar):
    """The list as a signed text for the page that asks for confirmation."""
    return signing.dumps(
        [[j.nomor, j.usulan.pk, j.usulan.versi_baris, j.isi] for j in daftar], salt=SALT, compress=True
    )


def buka_bungkus(teks, menunggu):
    """[Jawaban] of ``bungkus``, the usulan as they were when it was shown; None when it was altered or is a day old.

    Of somebody whom the reader no longer sees nothing comes back.
    """
    try:
        isi = signing.loads(teks, salt=SALT, max_age=SEHARI)
    except signing.BadSignature:
        return None
    usulan = {u.pk: u for u in menunggu.filter(pk__in=[pk for _, pk, _, _ in isi])}
    hasil = []
    for nomor, pk, versi, jawab in isi:
        if pk in usulan:
            usulan[pk].versi_baris = versi
            hasil.append(Jawaban(nomor, usulan[pk], jawab))
    return hasil


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
    menunggu = [u for u in usulan if _menunggu(u)]
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
