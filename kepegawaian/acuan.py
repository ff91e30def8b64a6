"""Acuan: potret beku tabel acuan dan setelan bertanggal, sebagai masukan bagi aturan.

``Acuan`` is pure Python (rules take it as an argument); ``acuan_kini()`` reads it from the database once
and again only when ``VersiAcuan`` has risen, which a trigger sees to.
"""

from bisect import bisect_right
from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple


class SelGaji(NamedTuple):
    """A cell of the pay table: MKG row (years) and rupiah per month."""

    baris: int
    gaji: int


class Bertanggal(NamedTuple):
    """A value that holds from ``sejak`` up to and including ``sampai``."""

    sejak: date
    sampai: date | None
    nilai: Any
    keyakinan: str = "pasti"
    dasar: str = ""


class Golongan(NamedTuple):
    """Golongan ruang: ``jenis`` PNS or PPPK, ``urutan`` inside it, ``pangkat`` (empty for PPPK)."""

    kode: str
    jenis: str
    urutan: int
    pangkat: str


class Eselon(NamedTuple):
    """Eselon with its range of golongan (codes) and the structural training it asks for."""

    kode: str
    urutan: int
    kelompok: str
    terendah: str
    tertinggi: str
    diklat: str


class PendidikanGolongan(NamedTuple):
    """What an education level gives: start rank, ceiling of KP reguler, exemption of ujian dinas."""

    setara: str
    nama: str
    golongan_awal: str
    mkg_awal_tahun: int
    puncak_reguler: str
    bebas_ujian_dinas_1: bool
    bebas_ujian_dinas_2: bool
    penyesuaian_ke: str | None = None
    penyesuaian_dari_maks: str | None = None


class LangkahAK(NamedTuple):
    """A rank step inside a jenjang of JF and its credits; see ``TabelAngkaKredit``."""

    jenjang: str
    golongan_dari: str
    golongan_ke: str
    koefisien: Decimal
    langkah: int
    dasar_golongan: int
    kumulatif: int
    kenaikan_jenjang: int | None
    jenjang_berikut: str
    ganti_jenjang: bool


class Penetap(NamedTuple):
    """Who sets a KP up to a golongan; ``dicetak`` False: made outside and only recorded."""

    urutan_min: int
    urutan_maks: int
    pejabat: str
    kantor: str
    dicetak: bool


class Pemberhentian(NamedTuple):
    """A kind of pemberhentian; see ``JenisPemberhentian``. Ages and masa kerja in years."""

    kode: str
    nama: str
    status: str
    sifat: str
    hak: str
    usia_min: int | None
    mkp_min: int | None
    pns_min: int | None
    penetap: str
    siasn_jenis: str
    kedudukan: str
    kedudukan_tanpa_hak: str | None


class Unit(NamedTuple):
    """Unit kerja: ``jalur`` ids from the root to itself, ``opd_id`` the OPD it belongs to, or None."""

    id: int
    kode: str
    nama: str
    jenis: str
    induk_id: int | None
    jalur: tuple[int, ...]
    opd_id: int | None
    pola_kerja: str


def _pada(daftar, tanggal):
    """The entry of ``daftar`` (Bertanggal, ascending) that holds on ``tanggal``, or None."""
    for entri in reversed(daftar):
        if entri.sejak <= tanggal:
            return entri if entri.sampai is None or tanggal <= entri.sampai else None
    return None


@dataclass(frozen=True)
class Acuan:
    """Frozen snapshot of reference tables and dated settings; ``versi`` identifies it."""

    versi: int = 0
    daftar_golongan: dict = field(default_factory=dict)
    tabel_gaji: dict = field(default_factory=dict)
    daftar_eselon: dict = field(default_factory=dict)
    setara_pendidikan: dict = field(default_factory=dict)
    pendidikan: dict = field(default_factory=dict)
    bup: dict = field(default_factory=dict)
    daftar_berhenti: dict = field(default_factory=dict)
    periode: tuple = ()
    penetap: tuple = ()
    daftar_ak: dict = field(default_factory=dict)
    libur: dict = field(default_factory=dict)
    daftar_setelan: dict = field(default_factory=dict)
    unit: dict = field(default_factory=dict)
    unit_kode: dict = field(default_factory=dict)

    def golongan(self, kode):
        """Golongan of ``kode``, or None."""
        return self.daftar_golongan.get(kode)

    def golongan_berikut(self, kode):
        """The golongan one step above ``kode`` in the same kind, or None at the top or when unknown."""
        ini = self.daftar_golongan.get(kode)
        if ini is None:
            return None
        return self._golongan_urutan.get((ini.jenis, ini.urutan + 1))

    @cached_property
    def _golongan_urutan(self):
        return {(g.jenis, g.urutan): g for g in self.daftar_golongan.values()}

    def baris_mkg(self, golongan, tanggal):
        """MKG rows (years, ascending) of the pay column on ``tanggal``; empty when there is no table."""
        tabel = _pada(self.tabel_gaji.get(golongan, ()), tanggal)
        return tabel.nilai[0] if tabel else ()

    def gaji(self, golongan, mkg_tahun, tanggal):
        """SelGaji of the greatest row not above ``mkg_tahun``, or None (GAJI-01, GAJI-03)."""
        tabel = _pada(self.tabel_gaji.get(golongan, ()), tanggal)
        if tabel is None:
            return None
        baris, nilai = tabel.nilai
        letak = bisect_right(baris, mkg_tahun) - 1
        return SelGaji(baris[letak], nilai[letak]) if letak >= 0 else None

    def eselon(self, kode):
        """Eselon of ``kode``, or None."""
        return self.daftar_eselon.get(kode)

    def pendidikan_golongan(self, setara, tanggal):
        """PendidikanGolongan of the education level ``setara`` on ``tanggal``, or None."""
        entri = _pada(self.pendidikan.get(setara, ()), tanggal)
        return entri.nilai if entri else None

    def bup_tahun(self, kode, tanggal):
        """Retirement age in years of a group of posts on ``tanggal``, or None."""
        entri = _pada(self.bup.get(kode, ()), tanggal)
        return entri.nilai if entri else None

    def pemberhentian(self, kode, tanggal):
        """Bertanggal of the Pemberhentian ``kode`` on ``tanggal``, or None."""
        return _pada(self.daftar_berhenti.get(kode, ()), tanggal)

    def bulan_kp(self, tanggal):
        """Bertanggal with the months in which a KP may take effect on ``tanggal``, or None."""
        return _pada(self.periode, tanggal)

    def langkah_ak(self, jenjang, golongan, tanggal):
        """Bertanggal of the LangkahAK of ``jenjang`` that starts at ``golongan`` on ``tanggal``, or None."""
        return _pada(self.daftar_ak.get((jenjang, golongan), ()), tanggal)

    def langkah_ak_jenjang(self, jenjang, tanggal):
        """The LangkahAK of a jenjang on ``tanggal``, ascending by golongan."""
        ada = (_pada(daftar, tanggal) for (j, _), daftar in self.daftar_ak.items() if j == jenjang)
        return sorted((e.nilai for e in ada if e), key=lambda x: self.daftar_golongan[x.golongan_dari].urutan)

    def penetap_kp(self, golongan, tanggal):
        """Bertanggal of Penetap for the new rank ``golongan`` on ``tanggal``, or None."""
        gol = self.daftar_golongan.get(golongan)
        if gol is None:
            return None
        for entri in reversed(self.penetap):
            if (
                entri.sejak <= tanggal
                and (entri.sampai is None or tanggal <= entri.sampai)
                and entri.nilai.urutan_min <= gol.urutan <= entri.nilai.urutan_maks
            ):
                return entri
        return None

    def setelan(self, kunci, tanggal):
        """Value of the dated setting ``kunci``; KeyError when the office has none for ``tanggal``."""
        return self.entri_setelan(kunci, tanggal).nilai

    def entri_setelan(self, kunci, tanggal):
        """Bertanggal of the setting, with its source and confidence."""
        entri = _pada(self.daftar_setelan.get(kunci, ()), tanggal)
        if entri is None:
            raise KeyError(f"Setelan {kunci!r} tidak ada untuk tanggal {tanggal}.")
        return entri

    def sebut_unit(self, unit_id):
        """``Subbagian Umum, Dinas Pendidikan``: a unit with its OPD, where its own name does not say it; "" unknown."""
        unit = self.unit.get(unit_id)
        opd = self.unit.get(unit.opd_id) if unit and unit.opd_id else None
        if unit is None or opd is None or opd.nama in unit.nama:
            return unit.nama if unit else ""
        return f"{unit.nama}, {opd.nama}"

    def turunan(self, ids):
        """Ids of the units ``ids`` and of everything below them; looked up once, since every request asks it thrice."""
        ids = frozenset(ids)
        if ids not in self._turunan:
            self._turunan[ids] = frozenset(u.id for u in self.unit.values() if not ids.isdisjoint(u.jalur))
        return self._turunan[ids]

    @cached_property
    def _turunan(self):
        return {}

    def hari_kerja(self, tanggal, pola="5"):
        """True when ``tanggal`` is a working day of the pattern 5, 6 or sif."""
        if pola == "sif":
            return True
        if tanggal in self.libur:
            return False
        return tanggal.weekday() < (6 if pola == "6" else 5)

    def tambah_hari_kerja(self, mulai, jumlah, pola="5"):
        """The day ``jumlah`` working days after ``mulai``; the day of the starting event is not counted."""
        hari = mulai
        while jumlah > 0:
            hari += timedelta(days=1)
            if self.hari_kerja(hari, pola):
                jumlah -= 1
        return hari

    def selisih_hari_kerja(self, dari, sampai, pola="5"):
        """Working days after ``dari`` up to and including ``sampai``; negative when ``sampai`` lies before."""
        if sampai < dari:
            return -self.selisih_hari_kerja(sampai, dari, pola)
        hari = (sampai - dari).days
        return sum(self.hari_kerja(dari + timedelta(days=i), pola) for i in range(1, hari + 1))


_simpanan = (None, None)
_tetap = ContextVar("acuan_tetap", default=None)


@contextmanager
def acuan_tetap(acuan):
    """While it lasts ``acuan_kini`` gives this Acuan without asking: for the length of a page that only reads."""
    tanda = _tetap.set(acuan)
    try:
        yield
    finally:
        _tetap.reset(tanda)


def acuan_kini():
    """The Acuan of the present reference tables; one small query when nothing has changed.

    Kept per process under the version and the transaction that wrote it: the number alone may come back with
    other tables behind it, when a transaction that raised it was rolled back.
    """
    global _simpanan
    if (tetap := _tetap.get()) is not None:
        return tetap
    from django.db import connection  # noqa: PLC0415 - this module must import without Django

    with connection.cursor() as kursor:  # asked some ten times a page: the ORM would cost more than the answer
        kursor.execute("SELECT nomor, xmin::text FROM kepegawaian_versiacuan WHERE id = 1")
        kunci = kursor.fetchone() or (0, "")
    if kunci != _simpanan[0] or kunci[0] == 0:
        _simpanan = (kunci, _baca(kunci[0]))
    return _simpanan[1]


def _baca(versi):
    """Reads all tables into a new Acuan."""
    from kepegawaian import models as m  # noqa: PLC0415 - as above

    unit = _baca_unit(m)
    urutan = {g.kode: g.urutan for g in m.Golongan.objects.all()}
    return Acuan(
        versi=versi,
        daftar_golongan={g.kode: Golongan(g.kode, g.jenis, g.urutan, g.pangkat) for g in m.Golongan.objects.all()},
        tabel_gaji=_baca_gaji(m),
        daftar_eselon={
            e.kode: Eselon(e.kode, e.urutan, e.kelompok, e.pangkat_terendah_id, e.pangkat_tertinggi_id, e.diklat)
            for e in m.Eselon.objects.all()
        },
        setara_pendidikan=dict(m.TingkatPendidikan.objects.values_list("kode", "setara")),
        pendidikan=_kelompok(
            (
                p.setara,
                p,
                PendidikanGolongan(
                    p.setara,
                    p.nama,
                    p.golongan_awal_id,
                    p.mkg_awal_tahun,
                    p.puncak_reguler_id,
                    p.bebas_ujian_dinas_1,
                    p.bebas_ujian_dinas_2,
                    p.penyesuaian_ke_id,
                    p.penyesuaian_dari_maks_id,
                ),
            )
            for p in m.PendidikanGolongan.objects.all()
        ),
        bup=_kelompok((b.kode, b, b.tahun) for b in m.BUP.objects.all()),
        daftar_berhenti=_kelompok(
            (j.kode, j, Pemberhentian(*(getattr(j, _KOLOM_HENTI.get(k, k)) for k in Pemberhentian._fields)))
            for j in m.JenisPemberhentian.objects.all()
        ),
        periode=tuple(_kelompok(("", p, tuple(p.bulan)) for p in m.PeriodeKP.objects.all()).get("", ())),
        penetap=tuple(
            _kelompok(
                ("", p, Penetap(urutan[p.golongan_min_id], urutan[p.golongan_maks_id], p.pejabat, p.kantor, p.dicetak))
                for p in m.PejabatPenetapKP.objects.all()
            ).get("", ())
        ),
        daftar_ak=_kelompok(
            (
                (a.jenjang, a.golongan_dari_id),
                a,
                LangkahAK(*(getattr(a, _KOLOM_AK.get(k, k)) for k in LangkahAK._fields)),
            )
            for a in m.TabelAngkaKredit.objects.all()
        ),
        libur={h.tanggal: h.nama for h in m.HariLibur.objects.all()},
        daftar_setelan=_kelompok((s.kunci, s, s.nilai) for s in m.Setelan.objects.all()),
        unit=unit,
        unit_kode={u.kode: u for u in unit.values()},
    )


_KOLOM_HENTI = {"kedudukan": "kedudukan_id", "kedudukan_tanpa_hak": "kedudukan_tanpa_hak_id"}
_KOLOM_AK = {"golongan_dari": "golongan_dari_id", "golongan_ke": "golongan_ke_id"}


def _baca_unit(m):
    """The tree of units with their paths; a unit whose parents form a loop is a data error and left out."""
    baris = {u.id: u for u in m.UnitKerja.objects.all()}
    hasil = {}
    for u in baris.values():
        jalur, kini = [], u
        while kini is not None and kini.id not in jalur:
            jalur.append(kini.id)
            kini = baris.get(kini.induk_id)
        if kini is None:
            opd = next((i for i in reversed(jalur) if baris[i].jenis == "opd"), None)
            hasil[u.id] = Unit(u.id, u.kode, u.nama, u.jenis, u.induk_id, tuple(reversed(jalur)), opd, u.pola_kerja)
    return hasil


def _kelompok(baris):
    """Groups (key, row, value) into lists of Bertanggal, ascending by start."""
    hasil = defaultdict(list)
    for kunci, r, nilai in baris:
        hasil[kunci].append(Bertanggal(r.berlaku_sejak, r.berlaku_sampai, nilai, r.keyakinan, r.dasar))
    for daftar in hasil.values():
        daftar.sort(key=lambda e: e.sejak)
    return dict(hasil)


def _baca_gaji(m):
    """Pay tables: golongan -> list of Bertanggal((rows, amounts))."""
    sel = defaultdict(list)
    for t in m.TabelGaji.objects.order_by("mkg"):
        sel[t.golongan_id, t.berlaku_sejak, t.berlaku_sampai].append((t.mkg, t.gaji, t.dasar))
    hasil = defaultdict(list)
    for (golongan, sejak, sampai), isi in sorted(sel.items(), key=lambda x: x[0][:2]):
        baris, nilai, dasar = zip(*isi, strict=True)
        hasil[golongan].append(Bertanggal(sejak, sampai, (baris, nilai), "pasti", dasar[0]))
    return dict(hasil)
