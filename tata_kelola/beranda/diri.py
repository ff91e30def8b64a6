"""Diri saya: data kepegawaian, yang harus dilakukan, usulan berjalan dengan perjalanannya, SK terbaru.

All of it comes from one probe (``sql/diri.sql``), which is the same for an ASN and for a Kepala BKD.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from django.db import connection
from django.utils import timezone

from kepegawaian.aturan import bulan_antara
from layanan import katalog
from layanan.tampilan import garis_waktu
from tata_kelola.beranda.hitung import baca
from tata_kelola.beranda.kotak import nama_layanan

UNTUK = ("asn", "pensiunan")
SQL = (Path(__file__).parent.parent / "sql" / "diri.sql").read_text(encoding="utf-8")
JSON = ("naskah", "tempo", "usulan", "indeks")


@dataclass(frozen=True, slots=True)
class Tugas:
    """One thing to do: sentence, reason, where, and a tag; ``ikon`` gives it a shape."""

    judul: str
    uraian: str
    url_name: str
    argumen: tuple
    ikon: str
    tanda: str
    tanda_jenis: str


@dataclass(slots=True)
class Diri:
    """The person himself, for his home page; ``kini`` is the row of ``ambil``."""

    kini: SimpleNamespace
    masa_kerja: int | None
    tugas: list = field(default_factory=list)
    berjalan: list = field(default_factory=list)
    naskah: list = field(default_factory=list)


def ambil(pegawai_id):
    """The row of ``sql/diri.sql`` with its JSON opened, or None for somebody without ProfilKini."""
    with connection.cursor() as kursor:
        kursor.execute(SQL, {"pegawai": pegawai_id})
        baris = kursor.fetchone()
        if baris is None:
            return None
        kini = SimpleNamespace(**dict(zip((k.name for k in kursor.description), baris, strict=True)))
    for nama in JSON:
        isi = getattr(kini, nama)
        setattr(kini, nama, json.loads(isi) if isinstance(isi, str) else isi)
    kini.golongan = _golongan(kini.kode_golongan, kini.pangkat)
    kini.usulan = [_buka_usulan(u) for u in kini.usulan]
    return kini


def _golongan(kode, pangkat):
    """As ``Golongan.__str__``; None when unknown."""
    if kode is None:
        return None
    return f"{pangkat}, {kode}" if pangkat else f"Golongan {kode}"


def _buka_usulan(isi):
    """A JSON usulan with what ``layanan.tampilan.garis_waktu`` reads of it."""
    usulan = baca(isi, waktu_=("dibuat_pada", "diajukan_pada"))
    usulan.nama_layanan = nama_layanan(usulan.layanan)
    usulan.sendiri = _boleh_sendiri(usulan.layanan)
    usulan.langkah = [
        baca(b, tanggal_=("batas", "batas_hukum"), waktu_=("masuk_pada", "selesai_pada")) for b in usulan.langkah
    ]
    alamat = {r["kode"]: r["alamat"]["nama"] for r in usulan.rute}
    for langkah in usulan.langkah:
        langkah.nama_alamat = langkah.nama_alih if langkah.sebab_alih else alamat.get(langkah.kode, langkah.nama)
    usulan.langkah_kini = next((x for x in usulan.langkah if x.id == usulan.langkah_kini_id), None)
    return usulan


def _boleh_sendiri(slug):
    """May the ASN himself apply for this layanan, and so mend and submit it?"""
    try:
        return "asn" in katalog.ambil(slug).pengusul
    except KeyError:
        return False


def susun(request, kini):
    """The Diri of the row."""
    diri = Diri(kini, bulan_antara(kini.tmt_cpns, request.hari_ini) if kini.tmt_cpns else None)
    if "asn" in request.hak.peran:
        for satu in kini.usulan:
            diri.tugas += _tugas_usulan(satu, request)
        diri.tugas += _tugas_data(kini)
    diri.berjalan = [_perjalanan(u, request) for u in kini.usulan if u.status != "draf"]
    diri.naskah = [baca(b, tanggal_=("tanggal",)) for b in kini.naskah]
    return diri


# ── what he must do ──────────────────────────────────────────────────────────────────────────────────


def _tugas_usulan(usulan, request):
    tuju = ("layanan:usulan_detail", (usulan.nomor,))
    if usulan.status == "dikembalikan":
        kembali = next((s for s in reversed(usulan.langkah) if s.keadaan == "dikembalikan"), None)
        oleh = kembali.nama_alamat if kembali else ""
        uraian = f"Dikembalikan{f' {oleh}' if oleh else ''}: {usulan.catatan_akhir}"
        if not usulan.sendiri:
            uraian += " Diperbaiki operator OPD Anda; serahkan berkas yang diminta kepadanya."
        if usulan.salah:
            uraian += f" Berkas yang harus diganti: {'; '.join(usulan.salah)}."
        judul = f"{'Perbaiki usulan' if usulan.sendiri else 'Bantu perbaiki usulan'} {usulan.nama_layanan}"
        yield Tugas(judul, uraian, *tuju, "file-earmark-arrow-up", "dikembalikan", "gagal")
    elif usulan.status == "draf" and usulan.sendiri:
        umur = (request.hari_ini - usulan.dibuat_pada.date()).days
        uraian = (
            f"{usulan.ringkas or usulan.nomor}. Belum diajukan, dibuat {f'{umur} hari lalu' if umur else 'hari ini'}."
        )
        yield Tugas(f"Lanjutkan draf {usulan.nama_layanan}", uraian, *tuju, "pencil-square", "draf", "perhatian")
    elif usulan.langkah_kini and usulan.langkah_kini.penerima_id == request.hak.pegawai_id:
        batas = usulan.langkah_kini.batas
        lewat = batas is not None and batas < request.hari_ini
        tanda = f"sampai {batas:%d-%m-%Y}" if batas else "menunggu Anda"
        uraian = f"{usulan.nama_layanan}, {usulan.nomor}"
        yield Tugas(usulan.langkah_kini.nama, uraian, *tuju, "check2-square", tanda, "gagal" if lewat else "perhatian")


# Facts of ProfilKini an ASN needs for any layanan, and what they are called.
WAJIB = {
    "kode_golongan": "golongan", "jabatan_id": "jabatan", "unit_id": "unit kerja", "pendidikan_id": "pendidikan",
    "tmt_cpns": "TMT pengangkatan",
}  # fmt: skip


def data_kurang(kini):
    """Names of facts that are missing."""
    wajib = {k: v for k, v in WAJIB.items() if not (kini.status == "PPPK_PW" and k == "kode_golongan")}
    kurang = [nama for kolom, nama in wajib.items() if getattr(kini, kolom) is None]
    if not kini.punya_email:
        kurang.append("alamat e-mail")
    return kurang


def _tugas_data(kini):
    tuju = ("kepegawaian:saya", ())
    if kurang := data_kurang(kini):
        uraian = f"Belum tercatat: {', '.join(kurang)}. Serahkan buktinya kepada operator OPD Anda."
        yield Tugas("Lengkapi data Anda", uraian, *tuju, "person-exclamation", f"{len(kurang)} data", "perhatian")
    if kini.selisih:
        uraian = "Nilai pada SIASN tidak sama dengan SK yang tercatat di portal. Periksa mana yang benar."
        yield Tugas(
            "Periksa data yang berbeda dengan SIASN", uraian, *tuju, "arrow-left-right",
            f"{kini.selisih} data", "perhatian",
        )  # fmt: skip


# ── where his usulan is ──────────────────────────────────────────────────────────────────────────────


def _perjalanan(usulan, request):
    """A running usulan with the rows of its timeline and the working day it is in."""
    butir = garis_waktu(usulan, usulan.langkah, request.hari_ini, request.acuan)
    for satu in butir:
        if usulan.status == "dikembalikan" and satu["keadaan"] == "kini":
            satu |= {"judul": f"Menunggu perbaikan {'Anda' if usulan.sendiri else 'operator OPD'}", "catatan": ""}
    mulai = timezone.localdate(usulan.diajukan_pada) if usulan.diajukan_pada else request.hari_ini
    return SimpleNamespace(
        nomor=usulan.nomor,
        nama=usulan.nama_layanan,
        ringkas=usulan.ringkas,
        hari_ke=request.acuan.selisih_hari_kerja(mulai, request.hari_ini),
        dari=sum(r.get("sla") or 0 for r in usulan.rute),
        butir=butir,
    )
