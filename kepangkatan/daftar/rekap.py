"""Rekap: how many ASN in each OPD (or unit below a unit) by category; every total equals the nominatif.

``kini`` counts today's ProfilKini by one GROUP BY; ``susun`` counts the profiles of any date. Both come down to facts
of a person, and ``Kategori.letak`` alone says which column they fall into, so that they cannot differ.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from kepangkatan.daftar.bentuk import Bagian, Baris, Kolom
from kepangkatan.daftar.nominatif import STATUS
from kepangkatan.daftar.orang import aktif, orang, tetap
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan, usia_tahun
from kepegawaian.models import Agama, Jabatan, ProfilKini, UnitKerja

BELUM = "belum"
BULAN_PENSIUN = 12


class Fakta(NamedTuple):
    """What the categories look at; a category fills only its own."""

    status: str | None = None
    golongan: str | None = None
    jenis: str | None = None
    eselon: str | None = None
    jenjang: str | None = None
    pendidikan: str | None = None
    usia: int | None = None
    kelamin: str | None = None
    agama: str | None = None
    pensiun: date | None = None


@dataclass(frozen=True)
class Kategori:
    """One recap. ``kolom(acuan, per)``: [(code, heading)]; ``letak(fakta, per, acuan)`` its code; ``sql``: Fakta field -> expression."""

    kode: str
    nama: str
    kolom: Callable
    letak: Callable
    sql: dict


def _kolom_golongan(acuan, per):
    pns = [
        (g.kode, g.kode) for g in sorted(acuan.daftar_golongan.values(), key=lambda g: g.urutan) if g.jenis == "PNS"
    ]
    return [*pns, ("CPNS", "CPNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK PW"), (BELUM, "Belum tercatat")]


def _letak_golongan(f, per, acuan):
    if f.status != "PNS":
        return f.status if f.status in STATUS else BELUM
    gol = acuan.golongan(f.golongan)
    return f.golongan if gol and gol.jenis == "PNS" else BELUM


def _kolom_eselon(acuan, per):
    eselon = [(k, k) for k in acuan.daftar_eselon]
    return [*eselon, ("fungsional", "Fungsional"), ("pelaksana", "Pelaksana"), (BELUM, "Belum tercatat")]


def _letak_eselon(f, per, acuan):
    return f.eselon or (f.jenis if f.jenis in ("fungsional", "pelaksana") else BELUM)


def _letak_jenjang(f, per, acuan):
    return f.jenjang if f.jenis == "fungsional" and f.jenjang else "lain" if f.jenis else BELUM


def _kolom_pendidikan(acuan, per):
    return [*((k, k) for k in dict.fromkeys(acuan.setara_pendidikan.values())), (BELUM, "Belum tercatat")]


def _batas_usia(acuan, per):
    return acuan.setelan("rekap_kelompok_usia", per)


def _kolom_usia(acuan, per):
    batas = _batas_usia(acuan, per)
    tengah = [(f"<{b}", f"{a}–{b - 1}" if a else f"di bawah {b}") for a, b in zip([0, *batas], batas, strict=False)]
    return [*tengah, (f">={batas[-1]}", f"{batas[-1]} ke atas"), (BELUM, "Belum tercatat")]


def _letak_usia(f, per, acuan):
    if f.usia is None:
        return BELUM
    batas = _batas_usia(acuan, per)
    return next((f"<{b}" for b in batas if f.usia < b), f">={batas[-1]}")


def _kolom_agama(acuan, per):
    return [*Agama.objects.order_by("kode").values_list("kode", "nama"), (BELUM, "Belum tercatat")]


def _kolom_pensiun(acuan, per):
    awal = tambah_bulan(per.replace(day=1), 1)
    bulan = [tambah_bulan(awal, i) for i in range(BULAN_PENSIUN)]
    nama = [(f"{b:%Y-%m}", f"{NAMA_BULAN[b.month][:3]} {b.year % 100}") for b in bulan]
    return [*nama, ("nanti", "Sesudahnya"), ("lewat", "Sudah lewat"), (BELUM, "Belum tercatat")]


def _letak_pensiun(f, per, acuan):
    if f.pensiun is None:
        return BELUM
    if f.pensiun <= per:
        return "lewat"
    akhir = tambah_bulan(per.replace(day=1), BULAN_PENSIUN + 1)
    return f"{f.pensiun:%Y-%m}" if f.pensiun < akhir else "nanti"


def _tetap(*kolom):
    return lambda acuan, per: [*kolom, (BELUM, "Belum tercatat")]


def _ambil(nama, sah):
    return lambda f, per, acuan: getattr(f, nama) if getattr(f, nama) in sah else BELUM


USIA_SQL = "extract(year FROM age(%(per)s::date, k.tanggal_lahir))::int"
KATEGORI = {
    k.kode: k
    for k in (
        Kategori("golongan", "Golongan", _kolom_golongan, _letak_golongan,
                 {"status": "k.status", "golongan": "k.golongan_id"}),
        Kategori("eselon", "Eselon", _kolom_eselon, _letak_eselon,
                 {"jenis": "k.jenis_jabatan", "eselon": "k.eselon_id"}),
        Kategori("jf", "Jenjang fungsional", _tetap(*Jabatan.JENJANG, ("lain", "Bukan JF")), _letak_jenjang,
                 {"jenis": "k.jenis_jabatan", "jenjang": "k.jenjang"}),
        Kategori("pendidikan", "Pendidikan", _kolom_pendidikan, lambda f, per, acuan: f.pendidikan or BELUM,
                 {"pendidikan": "t.setara"}),
        Kategori("usia", "Usia", _kolom_usia, _letak_usia, {"usia": USIA_SQL}),
        Kategori("kelamin", "Jenis kelamin", _tetap(("L", "Laki-laki"), ("P", "Perempuan")), _ambil("kelamin", "LP"),
                 {"kelamin": "k.jenis_kelamin"}),
        Kategori("agama", "Agama", _kolom_agama, lambda f, per, acuan: f.agama or BELUM, {"agama": "p.agama_id"}),
        Kategori("status", "Status", _tetap(*STATUS.items()), _ambil("status", STATUS), {"status": "k.status"}),
        Kategori("pensiun", "Pensiun tiap bulan", _kolom_pensiun, _letak_pensiun, {"pensiun": "k.tmt_pensiun"}),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Rekap:
    """One category: ``kolom`` [(code, heading)], ``baris`` [(unit id or None, name, {code: n})] with their ``jumlah``.

    ``kosong``: {unit id: {eselon: n}} of vacant structural posts, of the category eselon only.
    """

    kategori: Kategori
    kolom: list
    baris: list
    kosong: dict

    @property
    def jumlah(self):
        """Totals of the columns."""
        return sum((Counter(isi) for _, _, isi in self.baris), Counter())

    @property
    def total(self):
        """Everybody counted."""
        return sum(self.jumlah.values())


# ── today, from ProfilKini ───────────────────────────────────────────────────────────────────────────


def kini(kode, per, *, unit_id=None):
    """The Rekap of today's active ASN; one query of counts, two more for the vacant posts of ``eselon``."""
    kategori, acuan = KATEGORI[kode], acuan_kini()
    dalam = len(acuan.unit[unit_id].jalur) if unit_id else None
    baris_sql = "k.jalur_unit[%(dalam)s]" if dalam else "k.opd_id"
    kolom = ", ".join(kategori.sql.values())
    sql = (
        f"SELECT {baris_sql}, {kolom}, count(*) FROM kepegawaian_profilkini k"  # noqa: S608 - fixed expressions above
        " JOIN kepegawaian_pegawai p ON p.id = k.pegawai_id"
        " LEFT JOIN kepegawaian_tingkatpendidikan t ON t.kode = k.pendidikan_id"
        " WHERE k.aktif AND (%(unit)s IS NULL OR %(unit)s = ANY (k.jalur_unit)) GROUP BY "
        + ", ".join(str(i) for i in range(1, len(kategori.sql) + 2))
    )
    hitung = defaultdict(Counter)
    with connection.cursor() as kursor:
        kursor.execute(sql, {"per": per, "unit": unit_id, "dalam": dalam and dalam + 1})
        for unit, *isi, n in kursor.fetchall():
            fakta = Fakta(**dict(zip(kategori.sql, isi, strict=True)))
            hitung[unit][kategori.letak(fakta, per, acuan)] += n
    kosong = {}
    if kode == "eselon":
        duduk = ProfilKini.objects.filter(aktif=True, jenis_jabatan="struktural").exclude(
            kedudukan__lepas_jabatan=True
        )
        terisi = duduk.values_list("jabatan_id", flat=True)
        kosong = _kosong(acuan, per, set(terisi), unit_id)
    return _rekap(kategori, hitung, acuan, per, unit_id, kosong)


def _kosong(acuan, per, terisi, unit_id):
    """{row: {eselon: n}} of structural posts of living units that nobody in ``terisi`` holds."""
    hidup = set(UnitKerja.objects.berlaku(per).values_list("pk", flat=True))
    jabatan = Jabatan.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=per), jenis="struktural", berlaku_sejak__lte=per
    )
    hasil = defaultdict(Counter)
    for pk, unit, eselon in jabatan.order_by().values_list("pk", "unit_id", "eselon_id"):
        if pk not in terisi and unit in hidup and _di_dalam(acuan, unit, unit_id):
            hasil[baris_unit(acuan, unit, unit_id)][eselon] += 1
    return hasil


def _di_dalam(acuan, unit, unit_id):
    return unit_id is None or (unit in acuan.unit and unit_id in acuan.unit[unit].jalur)


def baris_unit(acuan, unit, unit_id):
    """The row a unit is counted in: its OPD, or below ``unit_id`` the branch it hangs on (None: the unit itself)."""
    if unit not in acuan.unit:
        return None
    if unit_id is None:
        return acuan.unit[unit].opd_id
    jalur, dalam = acuan.unit[unit].jalur, len(acuan.unit[unit_id].jalur)
    return jalur[dalam] if len(jalur) > dalam else None


def _rekap(kategori, hitung, acuan, per, unit_id, kosong):
    sendiri = acuan.unit[unit_id].nama if unit_id else "Unit kerja belum tercatat"
    nama = {u: acuan.unit[u].nama if u in acuan.unit else sendiri for u in {*hitung, *kosong}}
    baris = [(u, nama[u], dict(hitung.get(u, {}))) for u in sorted(nama, key=lambda u: (u is None, nama[u]))]
    return Rekap(kategori, kategori.kolom(acuan, per), baris, {u: dict(isi) for u, isi in kosong.items()})


# ── any date, from the profiles ──────────────────────────────────────────────────────────────────────


def semua(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """{code: Rekap} of all categories on ``per``, one pass over the profiles."""
    acuan = acuan_kini()
    hitung = {kode: defaultdict(Counter) for kode in KATEGORI}
    agama = {pk: isi.agama for pk, isi in tetap().items()}
    terisi = set()
    for o in orang(per, sepengetahuan=sepengetahuan, maju=maju):
        p = o.profil
        if not aktif(p):
            continue
        if p.jenis_jabatan == "struktural":
            terisi.add(p.jabatan_id)
        if unit_id is not None and unit_id not in (p.jalur_unit or ()):
            continue
        fakta = Fakta(
            p.status, p.golongan, p.jenis_jabatan, p.eselon, p.jenjang, p.pendidikan,
            usia_tahun(p.tanggal_lahir, per) if p.tanggal_lahir else None, p.jenis_kelamin, agama.get(p.pegawai_id),
            p.tmt_pensiun,
        )  # fmt: skip
        unit = baris_unit(acuan, p.unit_id, unit_id)
        for kode, kategori in KATEGORI.items():
            hitung[kode][unit][kategori.letak(fakta, per, acuan)] += 1
    kosong = _kosong(acuan, per, terisi, unit_id)
    return {
        kode: _rekap(k, hitung[kode], acuan, per, unit_id, kosong if kode == "eselon" else {})
        for kode, k in KATEGORI.items()
    }


# ── as a list ────────────────────────────────────────────────────────────────────────────────────────


def bagian(rekap):
    """The Bagian of a Rekap: the unit, a column for each code that occurs or is of the law, their sum."""
    judul = [Kolom(nama, angka=True) for kode, nama in _tampil(rekap)]
    jumlah = Kolom("Jumlah", angka=True, lebar=17)
    kosong = [Kolom(f"{e} kosong", angka=True) for e in _eselon_kosong(rekap)]
    return Bagian(rekap.kategori.kode, rekap.kategori.nama, (Kolom("Unit kerja", lebar=70), *judul, jumlah, *kosong))


def _tampil(rekap):
    """Columns that count somebody; "belum tercatat" and golongan of nobody are left out."""
    ada = rekap.jumlah
    return [(kode, nama) for kode, nama in rekap.kolom if ada[kode]]


def _eselon_kosong(rekap):
    ada = sum((Counter(isi) for isi in rekap.kosong.values()), Counter())
    return [kode for kode, _ in rekap.kolom if ada[kode]]


def baris(rekap):
    """Rows of a Rekap in the columns of ``bagian``, the total last."""
    kode = [k for k, _ in _tampil(rekap)]
    kosong = _eselon_kosong(rekap)
    hasil = []
    for nomor, (unit, nama, isi) in enumerate(rekap.baris, 1):
        hampa = rekap.kosong.get(unit, {})
        angka = [*(isi.get(k, 0) for k in kode), sum(isi.values()), *(hampa.get(e, 0) for e in kosong)]
        hasil.append(Baris(rekap.kategori.kode, nomor, [[nama], *([n] for n in angka)], unit_id=unit, nama=nama))
    jumlah = [sum(b.sel[i][0] for b in hasil) for i in range(1, len(kode) + len(kosong) + 2)]
    akhir = [["Jumlah"], *([n] for n in jumlah)]
    return [*hasil, Baris(rekap.kategori.kode, len(hasil) + 1, akhir, nama="Jumlah", lain={"jumlah": True})]


def susun(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """(parts, rows) of all categories on ``per``."""
    daftar = semua(per, unit_id=unit_id, sepengetahuan=sepengetahuan, maju=maju).values()
    return [bagian(r) for r in daftar], [b for r in daftar for b in baris(r)]
