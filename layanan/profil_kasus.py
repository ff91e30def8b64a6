"""Profil dari sebuah kasus: partial fields, dates in ISO, lists as dicts; facts that follow are filled in.

A field nobody writes stays unknown (None), so that the rule answers perlu diperiksa, as it must. Filled in
from what is written: golongan_urutan and pangkat (golongan), pendidikan (tingkat_pendidikan), bup (bup_kode),
tmt_pensiun (bup, tanggal_lahir), tmt_dekret and mkg_dekret (the later of rank and pay decree with an MKG),
tmt_mkg_nol, gaji_pokok (the pay table), golongan of jejak_pangkat, and of a hukuman its tingkat and effect.
"""

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal

from kepegawaian.aturan import gaji_pokok, tambah_bulan, tmt_pensiun
from kepegawaian.profil import (
    Diklat,
    Hukuman,
    Ikatan,
    JabatanLama,
    Kartu,
    Kinerja,
    Pangkat,
    Penghargaan,
    Profil,
    Tanggungan,
    Tinggal,
    TundaKgb,
    Ujian,
    UjiKompetensi,
)

TINGKAT = {"R": "ringan", "S": "sedang", "B": "berat"}
BULAN = ("mkg_dekret", "mkg_pangkat", "pmk_bulan", "cltn_bulan")
LARIK = (
    "kinerja", "hukuman", "diklat", "ujian", "penghargaan", "jejak_pangkat", "jejak_jabatan", "uji_kompetensi",
    "ikatan", "kartu", "tunda_kgb", "jejak_tinggal", "tanggungan",
)  # fmt: skip
DESIMAL = ("angka_kredit",)
TANGGAL = frozenset(f.name for f in fields(Profil) if "date" in str(f.type))


class KasusSalah(Exception):
    """A case is written wrongly; the message says where."""


def tanggal_iso(nilai, nama):
    """A date from a date or an ISO text; KasusSalah otherwise."""
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date) or nilai is None:
        return nilai
    try:
        return date.fromisoformat(str(nilai))
    except ValueError:
        raise KasusSalah(f"{nama}: {nilai!r} bukan tanggal TTTT-BB-HH") from None


def bulan(nilai, nama="mkg"):
    """Months from a number of months or from {tahun, bulan}."""
    if isinstance(nilai, dict):
        if asing := set(nilai) - {"tahun", "bulan"}:
            raise KasusSalah(f"{nama}: kunci tidak dikenal {sorted(asing)}")
        return int(nilai.get("tahun", 0)) * 12 + int(nilai.get("bulan", 0))
    if nilai is not None and (not isinstance(nilai, int) or isinstance(nilai, bool)):
        raise KasusSalah(f"{nama}: {nilai!r} bukan banyaknya bulan")
    return nilai


def susun_profil(isi, per, acuan):
    """The Profil of a case on ``per``; KasusSalah for an unknown field or an unreadable value."""
    dikenal = {f.name for f in fields(Profil)}
    if asing := set(isi) - dikenal:
        raise KasusSalah(f"profil tidak mengenal: {', '.join(sorted(map(str, asing)))}")
    nilai = {"per": per}
    for nama, v in isi.items():
        if nama in LARIK:
            nilai[nama] = _PEMBACA[nama](v, acuan)
        elif nama in TANGGAL:
            nilai[nama] = tanggal_iso(v, nama)
        elif nama in BULAN:
            nilai[nama] = bulan(v, nama)
        elif nama in DESIMAL:
            nilai[nama] = None if v is None else Decimal(str(v))
        else:
            nilai[nama] = tuple(v) if isinstance(v, list) else v
    _lengkapi(nilai, acuan)
    return Profil(**nilai)


def _lengkapi(nilai, acuan):
    """Facts that follow from others, unless the case states them itself."""
    ada = nilai.get
    gol = acuan.golongan(ada("golongan"))
    if ada("golongan") and gol is None:
        raise KasusSalah(f"golongan {nilai['golongan']!r} tidak dikenal")
    if gol:
        nilai.setdefault("golongan_urutan", gol.urutan)
        nilai.setdefault("pangkat", gol.pangkat)
    if ada("tingkat_pendidikan"):
        nilai.setdefault("pendidikan", acuan.setara_pendidikan.get(str(nilai["tingkat_pendidikan"])))
    if ada("pendidikan") and ada("pendidikan") not in acuan.pendidikan:
        raise KasusSalah(f"pendidikan {nilai['pendidikan']!r} tidak dikenal")
    if ada("bup_kode"):
        nilai.setdefault("bup", acuan.bup_tahun(nilai["bup_kode"], nilai["per"]))
    if ada("bup") and ada("tanggal_lahir"):
        nilai.setdefault("tmt_pensiun", tmt_pensiun(nilai["tanggal_lahir"], nilai["bup"]))
    _lengkapi_mkg(nilai)
    if ada("tmt_dekret") and ada("mkg_dekret") is not None:
        nilai.setdefault("tmt_mkg_nol", tambah_bulan(nilai["tmt_dekret"], -nilai["mkg_dekret"]))
        if gol:
            nilai.setdefault("gaji_pokok", gaji_pokok(acuan, gol.kode, nilai["mkg_dekret"], nilai["per"]).rupiah)


def _lengkapi_mkg(nilai):
    if nilai.get("mkg_dekret") is None and nilai.get("mkg_pangkat") is not None and nilai.get("tmt_pangkat"):
        nilai["mkg_dekret"] = nilai["mkg_pangkat"]
        nilai.setdefault("tmt_dekret", nilai["tmt_pangkat"])
    elif nilai.get("mkg_dekret") is not None:
        calon = [t for t in (nilai.get("tmt_gaji"), nilai.get("tmt_pangkat")) if t]
        if calon:
            nilai.setdefault("tmt_dekret", max(calon))


# ── lists ────────────────────────────────────────────────────────────────────────────────────────────


def _baris(daftar, nama, wajib, bawaan):
    """Rows of a list as dicts with defaults; strict about their keys."""
    if not isinstance(daftar, list):
        raise KasusSalah(f"{nama} harus berupa daftar")
    for baris in daftar:
        asing = set(baris) - set(wajib) - set(bawaan)
        kurang = set(wajib) - set(baris)
        if asing or kurang:
            raise KasusSalah(f"{nama}: tidak dikenal {sorted(asing)}, kurang {sorted(kurang)}")
        yield bawaan | baris


def _kinerja(daftar, _acuan):
    """``[{tahun, predikat, nilai}]`` or, shorter, ``{2025: Baik}``."""
    if isinstance(daftar, dict):
        daftar = [{"tahun": int(t), "predikat": p} for t, p in daftar.items() if p is not None]
    baris = _baris(daftar, "kinerja", ("tahun", "predikat"), {"nilai": None, "id": None})
    isi = [
        Kinerja(b["tahun"], b["predikat"], None if b["nilai"] is None else Decimal(str(b["nilai"])), b["id"])
        for b in baris
    ]
    return tuple(sorted(isi, key=lambda k: -k.tahun))


def _hukuman(daftar, _acuan):
    bawaan = {"tingkat": None, "sampai": None, "tahan_kgb": None, "tahan_kp": None, "id": None, "nomor_sk": ""}
    hasil = []
    for b in _baris(daftar or [], "hukuman", ("kode", "tmt"), bawaan):
        tingkat = b["tingkat"] or TINGKAT.get(b["kode"][0])
        tahan = tingkat != "ringan"
        hasil.append(
            Hukuman(
                b["kode"],
                tingkat,
                tanggal_iso(b["tmt"], "hukuman.tmt"),
                tanggal_iso(b["sampai"], "hukuman.sampai"),
                tahan if b["tahan_kgb"] is None else b["tahan_kgb"],
                tahan if b["tahan_kp"] is None else b["tahan_kp"],
                b["id"],
                b["nomor_sk"],
            )
        )
    return tuple(hasil)


def _diklat(daftar, _acuan):
    bawaan = {"jp": None, "jenjang": "", "sesuai_jabatan": None, "id": None, "nama": ""}
    return tuple(
        Diklat(
            b["kelompok"],
            tanggal_iso(b["tanggal_selesai"], "diklat.tanggal_selesai"),
            b["jp"],
            b["jenjang"],
            b["sesuai_jabatan"],
            b["id"],
            b["nama"],
        )
        for b in _baris(daftar, "diklat", ("kelompok", "tanggal_selesai"), bawaan)
    )


def _ujian(daftar, _acuan):
    return tuple(
        Ujian(b["jenis"], tanggal_iso(b["tmt"], "ujian.tmt"), b["nomor"])
        for b in _baris(daftar, "ujian", ("jenis", "tmt"), {"nomor": ""})
    )


def _penghargaan(daftar, _acuan):
    return tuple(
        Penghargaan(str(b["jenis"]), tanggal_iso(b["tmt"], "penghargaan.tmt"), str(b["nomor_sk"]))
        for b in _baris(daftar, "penghargaan", ("jenis", "tmt"), {"nomor_sk": ""})
    )


def _tinggal(daftar, _acuan):
    return tuple(
        Tinggal(b["jenis"], *(tanggal_iso(b[x], f"jejak_tinggal.{x}") for x in ("tmt", "sampai")))
        for b in _baris(daftar, "jejak_tinggal", ("jenis", "tmt"), {"sampai": None})
    )


def _tunda_kgb(daftar, _acuan):
    return tuple(
        TundaKgb(*(tanggal_iso(b[x], f"tunda_kgb.{x}") for x in ("tmt", "sampai")), str(b["nomor_sk"]))
        for b in _baris(daftar, "tunda_kgb", ("tmt", "sampai"), {"nomor_sk": ""})
    )


def _tanggungan(daftar, _acuan):
    """Family: ``hubungan`` and what else is known of each; on the pay list unless told otherwise."""
    bawaan = {"anggota": "1", "tanggal_lahir": None, "tertanggung": True, "sekolah_sampai": None, "kawin": None,
              "berpenghasilan": None, "nip": "", "tmt": date(2015, 1, 1), "nama": "Anggota"}  # fmt: skip
    hasil = []
    for b in _baris(daftar, "tanggungan", ("hubungan",), bawaan):
        hari = {x: tanggal_iso(b[x], f"tanggungan.{x}") for x in ("tanggal_lahir", "sekolah_sampai", "tmt")}
        hasil.append(Tanggungan(**b | hari | {"anggota": str(b["anggota"])}))
    return tuple(hasil)


def _ikatan(daftar, _acuan):
    return tuple(
        Ikatan(b["jenis"], tanggal_iso(b["tmt"], "ikatan.tmt"), tanggal_iso(b["sampai"], "ikatan.sampai"))
        for b in _baris(daftar, "ikatan", ("jenis", "tmt"), {"sampai": None})
    )


def _kartu(daftar, _acuan):
    return tuple(
        Kartu(
            b["jenis"],
            b["nomor"],
            b["anggota"],
            tanggal_iso(b["tmt"], "kartu.tmt"),
            tanggal_iso(b["sampai"], "kartu.sampai"),
        )
        for b in _baris(daftar, "kartu", ("jenis", "nomor", "tmt"), {"anggota": "", "sampai": None})
    )


def _jejak_pangkat(daftar, acuan):
    hasil = []
    for b in _baris(daftar, "jejak_pangkat", ("golongan", "tmt"), {"jenis_kp": ""}):
        gol = acuan.golongan(b["golongan"])
        if gol is None:
            raise KasusSalah(f"jejak_pangkat: golongan {b['golongan']!r} tidak dikenal")
        hasil.append(Pangkat(gol.urutan, tanggal_iso(b["tmt"], "jejak_pangkat.tmt"), str(b["jenis_kp"])))
    return tuple(hasil)


def _jejak_jabatan(daftar, acuan):
    """Posts in the order held; ``kelompok`` follows from the eselon."""
    bawaan = {"jabatan_id": 0, "jenis": "struktural", "eselon": "", "kelompok": "", "jenjang": "", "kelas": None,
              "unit_id": None, "dilantik": None, "nama": ""}  # fmt: skip
    hasil = []
    for b in _baris(daftar, "jejak_jabatan", ("tmt",), bawaan):
        eselon = acuan.eselon(b["eselon"])
        b["kelompok"] = b["kelompok"] or (eselon.kelompok if eselon else "")
        b["tmt"] = tanggal_iso(b["tmt"], "jejak_jabatan.tmt")
        b["dilantik"] = tanggal_iso(b["dilantik"], "jejak_jabatan.dilantik")
        hasil.append(JabatanLama(**b))
    return tuple(sorted(hasil, key=lambda j: j.tmt))


def _uji_kompetensi(daftar, _acuan):
    bawaan = {"sampai": None, "kesesuaian": None, "potensi": None, "nilai": {}}
    return tuple(
        UjiKompetensi(
            b["tujuan"],
            b["hasil"],
            tanggal_iso(b["tmt"], "uji_kompetensi.tmt"),
            tanggal_iso(b["sampai"], "uji_kompetensi.sampai"),
            *(None if b[x] is None else Decimal(str(b[x])) for x in ("kesesuaian", "potensi")),
            tuple(sorted(dict(b["nilai"]).items())),
        )
        for b in _baris(daftar, "uji_kompetensi", ("tujuan", "hasil", "tmt"), bawaan)
    )


_PEMBACA = {
    "kinerja": _kinerja,
    "hukuman": _hukuman,
    "diklat": _diklat,
    "ujian": _ujian,
    "penghargaan": _penghargaan,
    "jejak_pangkat": _jejak_pangkat,
    "jejak_jabatan": _jejak_jabatan,
    "uji_kompetensi": _uji_kompetensi,
    "ikatan": _ikatan,
    "kartu": _kartu,
    "tunda_kgb": _tunda_kgb,
    "jejak_tinggal": _tinggal,
    "tanggungan": _tanggungan,
}
