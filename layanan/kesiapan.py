"""Kesiapan: apakah saya memenuhi syarat hari ini? Asked by a person of himself, before he starts anything.

Nothing is written. The answers are those a draft made today would get: the form's own first values, the profile on
the TMT they name.
"""

from dataclasses import dataclass
from datetime import date

from kepegawaian.profil import profil_satu
from layanan import berkas, katalog
from layanan.galat import DitolakAlur
from layanan.konteks import dokumen_berlaku, susun_konteks
from layanan.tampilan import baris_syarat

BISA, BELUM, LIHAT, BUKAN, GAGAL = "bisa", "belum", "lihat", "bukan", "gagal"


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """The answer for one person: ``keadaan`` bisa, belum, lihat (a person must look), bukan (the layanan is not for
    his kind of ASN: it asks him one condition of many, and that fails) or gagal (data missing).

    ``syarat``: rows for ``komponen/_syarat.html``; ``dokumen``: [(DokumenSyarat, Dosir or None)] asked of him;
    ``paling_cepat``: the first date on which everything that fails may be met, when every such rule knows it.
    ``tmt``: the date the answers are for, the nearest the layanan proposes; ``bulan_lagi`` whole months until then.
    """

    keadaan: str
    kalimat: str
    tmt: date | None = None
    syarat: tuple = ()
    dokumen: tuple = ()
    paling_cepat: date | None = None
    bulan_lagi: int = 0


def kesiapan(layanan, hak, hari_ini, acuan):
    """Kesiapan of the reader himself; None when he is no ASN, or the layanan starts from a naskah and not from him."""
    if hak.pegawai_id is None or "asn" not in hak.peran or layanan.dari_naskah:
        return None
    try:
        profil = profil_satu(hak.pegawai_id, per=hari_ini)
        awal = {k: _teks(v) for k, v in layanan.isian_awal(profil, hari_ini, acuan).items()}
        konteks = susun_konteks(layanan, hak.pegawai_id, awal, hari_ini)
        hasil = layanan.periksa(konteks)
    except DitolakAlur as galat:
        return Kesiapan(GAGAL, str(galat))
    keadaan, kalimat, cepat = _simpulkan(hasil)
    if keadaan == BELUM and len(hasil) == 1 < len(layanan.syarat):
        return Kesiapan(BUKAN, hasil[0][1].kalimat, syarat=tuple(_baris(hasil, hak)))
    dokumen = dokumen_berlaku(layanan, konteks)
    punya = berkas.tersedia(hak.pegawai_id, dokumen)
    ada = tuple((d, punya.get(d.kode)) for d in dokumen)
    lagi = _bulan_penuh(hari_ini, konteks.tanggal)
    return Kesiapan(keadaan, kalimat, konteks.tanggal, tuple(_baris(hasil, hak)), ada, cepat, lagi)


def _bulan_penuh(dari, sampai):
    """Whole months from one day to a later one, else 0."""
    return max(0, (sampai.year - dari.year) * 12 + sampai.month - dari.month - (sampai.day < dari.day))


def _baris(hasil, hak):
    """Rows of the conditions, each with the first date on which it may be met where the rule knows it."""
    for satu, (_, h) in zip(baris_syarat(hasil, hak, hak.pegawai_id), hasil, strict=True):
        yield satu | {"paling_cepat": h.paling_cepat}


def _simpulkan(hasil):
    """(state, sentence, earliest date) of the answers."""
    belum = [h for _, h in hasil if h.jawaban == katalog.TIDAK]
    lihat = sum(h.jawaban == katalog.PERIKSA for _, h in hasil)
    if belum:
        cepat = max(h.paling_cepat for h in belum) if all(h.paling_cepat for h in belum) else None
        return BELUM, f"{len(belum)} dari {len(hasil)} syarat belum terpenuhi.", cepat
    if lihat:
        return LIHAT, f"Tidak ada syarat yang gagal; {lihat} syarat perlu diperiksa petugas.", None
    return BISA, f"Semua {len(hasil)} syarat terpenuhi menurut data portal.", None


def _teks(nilai):
    """A first value of a form as the form gets it back: text."""
    return nilai.isoformat() if isinstance(nilai, date) else "" if nilai is None else nilai
