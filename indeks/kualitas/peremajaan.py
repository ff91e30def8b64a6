"""Aturan peremajaan data: PRM-01 dan PRM-02. Pure.

Law: UU 27/2022 Pasal 6 (whoever the data is about may complete, renew and correct it). The rules have no ids in the law; these
are ours. ``lain``: {"kini": the value as it is recorded}.
"""

import re

from layanan.katalog import perlu_diperiksa, tidak, ya

# kode of what is renewed: (words, column of Pegawai, what proves it)
DATA = {
    "surel": ("Alamat surel", "email", "Tangkapan layar surel yang menyebut alamat dan nama"),
    "telepon": ("Nomor telepon genggam", "nomor_hp", "Tangkapan layar nomor pada profil WhatsApp atau kartu perdana"),
    "nik": ("NIK", "nik", "KTP atau kartu keluarga"),
    "npwp": ("NPWP", "npwp", "Kartu NPWP"),
    "alamat": ("Alamat rumah", "alamat", "KTP atau surat keterangan domisili"),
}
BENTUK = {
    "surel": (r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}", "Alamat surel ditulis seperti nama@contoh.id."),
    "telepon": (r"(\+?62|0)8[0-9]{7,11}", "Nomor telepon genggam Indonesia dimulai 08 atau +628, sepuluh sampai empat belas angka."),
    "nik": (r"[0-9]{16}", "NIK terdiri atas 16 angka."),
    "npwp": (r"[0-9]{15,16}", "NPWP terdiri atas 15 atau 16 angka."),
    "alamat": (r"(?s).{10,300}", "Alamat rumah ditulis lengkap, sedikitnya sepuluh huruf."),
}  # fmt: skip


def rapi(apa, nilai):
    """The value as it is recorded: numbers without blanks, dots and dashes; text trimmed."""
    nilai = (nilai or "").strip()
    if apa in ("telepon", "nik", "npwp"):
        return re.sub(r"[\s.\-()]", "", nilai)
    return nilai.lower() if apa == "surel" else nilai


def _isi(k):
    apa = k.isian.get("apa")
    return (apa, rapi(apa, k.isian.get("nilai"))) if apa in DATA else ("", "")


def prm01_berbeda(k):
    """PRM-01: UU 27/2022 Pasal 6: what is asked for is not recorded yet."""
    apa, nilai = _isi(k)
    if not apa or not nilai:
        return perlu_diperiksa("Data dan isinya yang baru belum diisi.")
    if "kini" not in k.lain:
        return perlu_diperiksa("Data yang tercatat belum dibaca.")
    if rapi(apa, k.lain["kini"]) == nilai:
        return tidak(f"{DATA[apa][0]} itu sudah tercatat.")
    return ya(f"{DATA[apa][0]} yang baru berbeda dari yang tercatat.")


def nik_cocok(nik, lahir, kelamin):
    """Do digits 7 to 12 of a NIK hold this birth date (the day plus forty for a woman)?"""
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return nik[6:12] == f"{hari:02d}{lahir:%m%y}"


def prm02_bentuk(k):
    """PRM-02: the value has the form of its kind; a NIK fits the birth date and sex of the record."""
    apa, nilai = _isi(k)
    if not apa or not nilai:
        return perlu_diperiksa("Data dan isinya yang baru belum diisi.")
    pola, kalimat = BENTUK[apa]
    if not re.fullmatch(pola, nilai):
        return tidak(kalimat)
    p = k.profil
    if apa == "nik":
        if p.tanggal_lahir is None or not p.jenis_kelamin:
            return perlu_diperiksa("Tanggal lahir atau jenis kelamin belum tercatat.")
        if not nik_cocok(nilai, p.tanggal_lahir, p.jenis_kelamin):
            return tidak("NIK itu tidak cocok dengan tanggal lahir dan jenis kelamin yang tercatat.")
    return ya("Bentuknya benar.")
