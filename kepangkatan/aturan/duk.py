"""Daftar urut kepangkatan (DUK): kunci urut seorang PNS. Dasar: PP 15/1979 Pasal 4; SE BAKN 03/SE/1980.

Pangkat, jabatan, masa kerja, latihan jabatan, pendidikan, usia; each is compared only when all before it are equal
(T-17). What PP 15/1979 leaves open stands in dated settings: ``duk_urutan_jabatan`` (where JF meet eselon),
``duk_urutan_latihan``, ``duk_urutan_pendidikan``. Key data that is missing puts a person on the list of exceptions
(DUK-06), never silently last. Sections of the Profil: pangkat, jabatan, jejak_jabatan, diklat, pendidikan.
"""

from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import masa_kerja

# Keys in their order: code of duk.md §1, its name, keyakinan.
KUNCI = (
    ("1", "pangkat", "pasti"),
    ("1b", "TMT pangkat", "sebagian"),
    ("2", "jabatan", "pasti"),
    ("2b", "TMT jabatan", "sebagian"),
    ("3", "masa kerja", "pasti"),
    ("4", "latihan jabatan", "pasti"),
    ("4b", "kelulusan latihan jabatan", "pasti"),
    ("5", "pendidikan", "pasti"),
    ("5b", "tahun lulus", "sebagian"),
    ("6", "usia", "pasti"),
    ("7", "NIP", "asumsi"),
)
NAMA_KUNCI = {kode: nama for kode, nama, _ in KUNCI}
# DUK-03: who for a time holds no post stays listed in the DUK of his own instansi.
TANPA_JABATAN = frozenset(("02", "03", "04", "05", "06", "07", "08", "13"))
BELAKANG = 9999
HARI_AKHIR = date.max


class Urutan(NamedTuple):
    """The dated orders: {level or code: place, 0 highest}."""

    jabatan: dict
    latihan: dict
    pendidikan: dict


class Kunci(NamedTuple):
    """Answer for one PNS: ``nilai`` sorts ascending, highest first; ``kurang``: data that is missing (DUK-06)."""

    nilai: tuple
    kurang: tuple[str, ...]
    masa_kerja: int | None
    sejak_jabatan: date | None
    latihan: object | None


def urutan(acuan, tanggal):
    """The orders of the settings on ``tanggal``; a setting is a list of groups of equal places."""
    return Urutan(*(_letak(acuan.setelan(f"duk_urutan_{apa}", tanggal)) for apa in Urutan._fields))


def _letak(kelompok):
    return {kode: i for i, satu in enumerate(kelompok) for kode in satu}


def termasuk(profil):
    """PP 15/1979: PNS whose service has not ended, CPNS and PPPK not; also those of DUK-03."""
    return profil.status == "PNS" and not profil.berhenti


def tingkat_jabatan(jenis, eselon, jenjang, letak):
    """Place of a post in ``duk_urutan_jabatan``, or None for a post the setting does not name."""
    kode = {"struktural": eselon, "fungsional": jenjang, "pelaksana": "pelaksana"}.get(jenis or "")
    return letak.get(kode) if kode else None


def sejak_setingkat(profil, tingkat, letak):
    """Since when he has held posts of this level without a break; TMT pelantikan where it is known."""
    sejak = profil.tmt_pelantikan or profil.tmt_jabatan
    for lama in reversed(profil.jejak_jabatan):
        if tingkat_jabatan(lama.jenis, lama.eselon, lama.jenjang, letak) != tingkat:
            break
        mulai = lama.dilantik or lama.tmt
        sejak = min(sejak, mulai) if sejak else mulai
    return sejak


def latihan_tertinggi(profil, letak):
    """The highest structural training (its earliest graduation), or None."""
    punya = [d for d in profil.diklat if d.kelompok == "struktural" and d.jenjang in letak]
    return min(punya, key=lambda d: (letak[d.jenjang], d.tanggal_selesai), default=None)


def kunci(profil, per, urut):
    """The Kunci of a PNS on ``per`` under the orders ``urut``."""
    p, kurang = profil, []
    tingkat = tingkat_jabatan(p.jenis_jabatan, p.eselon, p.jenjang, urut.jabatan)
    sejak = sejak_setingkat(p, tingkat, urut.jabatan) if tingkat is not None else None
    lepas = p.jabatan_id is None and p.jenis_jabatan is None and p.kedudukan in TANPA_JABATAN
    mks = masa_kerja(p.tmt_cpns, per, p.pmk_bulan, p.cltn_bulan) if p.tmt_cpns else None
    didik = urut.pendidikan.get(p.pendidikan)
    latihan = latihan_tertinggi(p, urut.latihan)
    wajib = (
        ("golongan", p.golongan_urutan),
        ("TMT pangkat", p.tmt_pangkat),
        ("jabatan", 0 if lepas else tingkat),
        ("TMT jabatan", 0 if lepas else sejak),
        ("TMT CPNS", p.tmt_cpns),
        ("pendidikan", didik),
        ("tanggal lahir", p.tanggal_lahir),
    )
    kurang = tuple(nama for nama, nilai in wajib if nilai is None)
    nilai = (
        -(p.golongan_urutan or 0),
        p.tmt_pangkat or HARI_AKHIR,
        BELAKANG if tingkat is None else tingkat,
        sejak or HARI_AKHIR,
        -(mks or 0),
        urut.latihan[latihan.jenjang] if latihan else BELAKANG,
        latihan.tanggal_selesai if latihan else HARI_AKHIR,
        BELAKANG if didik is None else didik,
        p.tahun_lulus or BELAKANG,
        p.tanggal_lahir or HARI_AKHIR,
        p.nip or "",
    )
    return Kunci(nilai, kurang, mks, sejak, latihan)


def pembeda(atas, bawah):
    """Code of the key that puts ``atas`` above ``bawah`` (values of Kunci), "" when nothing does."""
    return next((kode for (kode, _, _), a, b in zip(KUNCI, atas, bawah, strict=True) if a != b), "")


def pesan_kurang(kurang):
    """DUK-06 in words."""
    return f"Data {', '.join(kurang)} kosong; tidak dapat diurutkan."
