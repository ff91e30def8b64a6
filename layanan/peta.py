"""Peta proses: langkah-langkah sebuah layanan menjadi kotak, lajur, dan panah dengan koordinat. Pure, no database.

Lanes are columns, from the person outwards (``uraian.LAJUR``). Steps go to the right as long as the work goes up
or out; when it comes back to the left a new row begins, as the BKD draws its proses bisnis. Between two rows lies
a gap: each named outcome has its own channel there, so no arrow shares a line, crosses a box or crosses a word:

* an outcome leaves the bottom of its box at the left, its words stand right of it above its own channel;
* an arrow that comes in enters the bottom of its box at the right, beyond the words;
* a step that applies only in some cases is passed over by such an arrow without words;
* between rows that are not neighbours it runs in its own track right of the last lane;
* a refusal ends at once, at a mark under its box.

Units are px of the drawing. ``susun`` takes the steps of ``uraian.susun_langkah``; ``urutan`` gives the same as a
list for those who do not see the picture.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from layanan.hitung import KOSONG
from layanan.teks_gambar import bungkus
from layanan.uraian import LAJUR

LEBAR_LAJUR, LEBAR_KOTAK, TEPI, KEPALA = 142, 124, 8, 58
NAMA, KECIL = 12, 11
TINGGI_NAMA, TINGGI_KECIL = 15, 13
ISI_X, ISI_Y = 8, 8
JARAK_JALUR, JARAK_PINTU, JARAK_LINTASAN, LEBAR_PINTU = 10, 10, 10, 40
ATAS_CELAH, BAWAH_CELAH = 8, 13
TINGGI_MELINTANG = 850
MULAI, SELESAI, TOLAK = "MULAI", "SELESAI", "TOLAK"


@dataclass(frozen=True, slots=True)
class Teks:
    """One line of text: ``x`` its left edge, ``y`` its base line; ``jenis``: nama, kecil, lewat, tunggu or hasil."""

    x: float
    y: float
    isi: str
    jenis: str


@dataclass(slots=True)
class Kotak:
    """A box. ``jenis``: langkah, mulai or selesai."""

    kode: str
    jenis: str
    lajur: int
    baris: int
    teks: list[tuple[str, str]]
    opsional: bool = False
    luar: bool = False
    terlambat: bool = False
    x: float = 0
    y: float = 0
    w: float = LEBAR_KOTAK
    h: float = 0

    @property
    def tengah_x(self):
        """Middle of the box, from left."""
        return self.x + self.w / 2

    @property
    def tengah_y(self):
        """Middle of the box, from top."""
        return self.y + self.h / 2

    @property
    def kanan(self):
        """Right edge."""
        return self.x + self.w

    @property
    def bawah(self):
        """Bottom edge."""
        return self.y + self.h

    @property
    def sudut(self):
        """Radius of the corners: ends are rounder."""
        return 8 if self.jenis == "langkah" else min(16, self.h / 2)

    @property
    def baris_teks(self):
        """Its lines as Teks, the first one right below the top."""
        y, hasil = self.y + ISI_Y, []
        for isi, jenis in self.teks:
            y += TINGGI_NAMA if jenis == "nama" else TINGGI_KECIL
            hasil.append(Teks(self.x + ISI_X, y - 3, isi, jenis))
        return hasil


@dataclass(slots=True)
class Panah:
    """An arrow through ``titik``. ``jenis``: maju (to what follows), hasil (forward), kembali (back), tolak (ends).

    ``opsional``: to or past a step that applies only in some cases.
    """

    dari: str
    ke: str
    jenis: str
    titik: tuple[tuple[float, float], ...]
    label: tuple[Teks, ...] = ()
    opsional: bool = False

    @property
    def jalur(self):
        """The path's ``d`` attribute."""
        return "M" + " L".join(f"{x:g} {y:g}" for x, y in self.titik)


@dataclass(frozen=True, slots=True)
class Lajur:
    """A lane: its left edge and the lines of its title."""

    kode: str
    nama: str
    x: float
    judul: tuple[Teks, ...]


@dataclass(slots=True)
class Peta:
    """A whole drawing."""

    lebar: float
    tinggi: float
    lajur: list[Lajur]
    kotak: list[Kotak]
    panah: list[Panah]
    kepala: float = KEPALA

    @property
    def lebar_lajur(self):
        """Width of a lane."""
        return LEBAR_LAJUR

    @property
    def kanan_lajur(self):
        """Right edge of the last lane."""
        return TEPI + len(self.lajur) * LEBAR_LAJUR

    @property
    def tegak(self):
        """True when the drawing is read better on an upright sheet: taller than wide, and too tall for a flat one."""
        return self.tinggi > max(self.lebar, TINGGI_MELINTANG)

    @property
    def akhir_tolak(self):
        """Points where a refusal ends."""
        return [p.titik[-1] for p in self.panah if p.jenis == "tolak"]


@dataclass(slots=True)
class _Saluran:
    """A channel in the gap below a row: what leaves, an outcome (with label) or past a step, or what only comes in.

    ``arah``: its words, and where it leaves and enters the bottom of a box, px from the left edge.
    """

    dari: Kotak | None
    ke: Kotak | None
    arah: dict
    label: list = field(default_factory=list)
    y: float = 0

    @property
    def tinggi(self):
        return max(len(self.label) * TINGGI_KECIL + 5, JARAK_JALUR)


def susun(langkah, mulai, beban=None):
    """The Peta of a route. ``mulai``: (lane, words) of who applies; ``beban``: {kode: hitung.Beban}."""
    beban = beban or {}
    pakai = {mulai[0]} | {s["lajur"] for s in langkah}
    lajur = [k for k in LAJUR if k in pakai]
    kotak = [Kotak(MULAI, "mulai", lajur.index(mulai[0]), 0, _isi([("Pengajuan", "nama"), (mulai[1], "kecil")]))]
    kotak += [_kotak(s, lajur, beban.get(s["kode"], KOSONG)) for s in langkah]
    kotak.append(Kotak(SELESAI, "selesai", lajur.index(mulai[0]), 0, _isi([("Selesai", "nama")])))
    _bagi_baris(kotak)
    saluran = _saluran(langkah, {k.kode: k for k in kotak})
    tinggi = _letakkan(kotak, saluran)
    menuju = _menuju(langkah)
    panah = [_maju(a, b, saluran[a.baris]) for a, b in pairwise(kotak) if b.kode in menuju[a.kode]]
    lintasan = TEPI + len(lajur) * LEBAR_LAJUR + JARAK_LINTASAN
    banyak = 0
    for satu in (s for daftar in saluran for s in daftar if s.dari):
        jauh = satu.ke is not None and satu.ke.baris != satu.dari.baris
        panah.append(_cabang(satu, saluran, lintasan + banyak * JARAK_LINTASAN))
        banyak += jauh
    return Peta(
        lebar=lintasan + banyak * JARAK_LINTASAN,
        tinggi=tinggi,
        lajur=[_lajur(kode, i) for i, kode in enumerate(lajur)],
        kotak=kotak,
        panah=panah,
    )


def _lajur(kode, i):
    x = TEPI + i * LEBAR_LAJUR
    teks = [(b, "judul") for b in bungkus(LAJUR[kode], LEBAR_LAJUR - 14, KECIL)]
    y = KEPALA / 2 - len(teks) * TINGGI_KECIL / 2 + 10
    return Lajur(
        kode, LAJUR[kode], x, tuple(Teks(x + 8, y + n * TINGGI_KECIL, isi, j) for n, (isi, j) in enumerate(teks))
    )


def _isi(bagian):
    """Wrapped lines [(text, kind)] of the parts of a box."""
    hasil = []
    for teks, jenis in bagian:
        ukuran = NAMA if jenis == "nama" else KECIL
        hasil += [(b, jenis) for b in bungkus(teks, LEBAR_KOTAK - 2 * ISI_X, ukuran)]
    return hasil


def _kotak(s, lajur, b):
    bagian = [(f"{s['nomor']}. {s['nama']}", "nama"), (s["luar"] or s["pemegang_singkat"], "kecil")]
    bagian.append((f"batas {s['sla']} hari kerja", "kecil"))
    if b.menunggu:
        bagian.append((f"{b.menunggu} menunggu", "tunggu"))
    if b.terlambat:
        bagian.append((f"{b.terlambat} lewat batas", "lewat"))
    if b.median_kerja is not None:
        bagian.append((f"median {sebut_hari(b.median_kerja)} hari kerja", "kecil"))
    return Kotak(
        s["kode"], "langkah", lajur.index(s["lajur"]), 0, _isi(bagian),
        opsional=s["opsional"], luar=bool(s["luar"]), terlambat=bool(b.terlambat),
    )  # fmt: skip


def sebut_hari(hari):
    """``2``, ``1,5``: days as written in Indonesian."""
    return f"{round(hari, 1):g}".replace(".", ",")


def _bagi_baris(kotak):
    """A box goes beside the one before it when its lane lies further right, else a new row begins."""
    for lalu, k in pairwise(kotak):
        k.baris = lalu.baris + (k.lajur <= lalu.lajur)


def _saluran(langkah, kotak):
    """Channels of the gap below each row, top to bottom: [[_Saluran] of row 0, of row 1, …]."""
    hasil = [[] for _ in range(max(k.baris for k in kotak.values()) + 1)]
    urutan, menuju = list(kotak), _menuju(langkah)
    for s in ({"kode": MULAI, "hasil": (), "boleh_tolak": False}, *langkah):
        dari = kotak[s["kode"]]
        samping = urutan[urutan.index(s["kode"]) + 1]
        cabang = [(h["singkat"], h["tujuan"]) for h in s["hasil"]]
        cabang += [("Dapat ditolak", TOLAK)] if s["boleh_tolak"] else []
        cabang += [("", kode) for kode in menuju[s["kode"]] if kode != samping]
        for nomor, (nama, tujuan) in enumerate(cabang):
            keluar = ISI_X + (len(cabang) - 1 - nomor) * _jarak(len(cabang))
            arah = {"nama": nama, "keluar": keluar, "masuk": 0}
            hasil[dari.baris].append(_Saluran(dari, kotak.get(tujuan), arah))
    keluar = [s for daftar in hasil for s in daftar]
    masuk = {k: [s for s in keluar if s.ke is kotak[k]] for k in kotak}
    for s in keluar:
        if s.ke is not None:
            teman = masuk[s.ke.kode]
            s.arah["masuk"] = LEBAR_KOTAK - ISI_X - teman.index(s) * _jarak(len(teman))
            if s.ke.baris != s.dari.baris:
                hasil[s.ke.baris].append(_Saluran(None, s.ke, s.arah))
    for s in keluar:
        banyak = len(masuk[s.dari.kode])
        batas = LEBAR_KOTAK - 4 - (ISI_X + banyak * _jarak(banyak) if banyak else 0)
        s.label = bungkus(s.arah["nama"], batas - s.arah["keluar"] - 6, KECIL)
    return hasil


def _menuju(langkah):
    """{code: codes that may follow}, of the start and of every step."""
    return {MULAI: [s["kode"] for s in langkah if s["awal"]]} | {s["kode"]: s["menuju"] for s in langkah}


def _jarak(banyak):
    """Between arrows at the bottom of a box: all of one side share ``LEBAR_PINTU``."""
    return min(JARAK_PINTU, LEBAR_PINTU / max(banyak, 1))


def _letakkan(kotak, saluran):
    """Gives every box and channel its place; returns the height of the drawing."""
    y = KEPALA + 14
    for baris, daftar in enumerate(saluran):
        isi = [k for k in kotak if k.baris == baris]
        tinggi = max(sum(TINGGI_NAMA if j == "nama" else TINGGI_KECIL for _, j in k.teks) for k in isi) + 2 * ISI_Y
        for k in isi:
            k.x = TEPI + k.lajur * LEBAR_LAJUR + (LEBAR_LAJUR - LEBAR_KOTAK) / 2
            k.y, k.h = y, tinggi
        y += tinggi + ATAS_CELAH
        for s in daftar:
            y += s.tinggi
            s.y = y
        if baris < len(saluran) - 1:
            y += BAWAH_CELAH + JARAK_JALUR
    return y + 6


def _maju(a, b, saluran):
    """The arrow to what follows: straight to the right, or through the lowest line of the gap to the next row."""
    if a.baris == b.baris:
        titik = ((a.kanan, a.tengah_y), (b.x, b.tengah_y))
    else:
        y = b.y - BAWAH_CELAH
        cabang = any(s.dari is a or s.ke is a for s in saluran)
        awal = ((a.kanan, a.tengah_y), (a.kanan + 5, a.tengah_y)) if cabang else ((a.tengah_x, a.bawah),)
        x = awal[-1][0]
        titik = (*awal, (x, y), (b.tengah_x, y), (b.tengah_x, b.y)) if x != b.tengah_x else (*awal, (x, b.y))
    return Panah(a.kode, b.kode, "maju", titik, opsional=b.opsional)


def _cabang(s, saluran, lintasan):
    """The arrow of a named outcome, with its words."""
    a, b = s.dari, s.ke
    x = a.x + s.arah["keluar"]
    label = tuple(
        Teks(x + 6, s.y - 4 - TINGGI_KECIL * (len(s.label) - 1 - n), isi, "hasil") for n, isi in enumerate(s.label)
    )
    awal = ((x, a.bawah), (x, s.y))
    if b is None:
        return Panah(a.kode, TOLAK, "tolak", awal, label)
    pintu = b.x + s.arah["masuk"]
    jenis = "maju" if not s.arah["nama"] else "hasil" if (b.baris, b.lajur) > (a.baris, a.lajur) else "kembali"
    lewati = jenis == "maju"
    if a.baris == b.baris:
        return Panah(a.kode, b.kode, jenis, (*awal, (pintu, s.y), (pintu, b.bawah)), label, lewati)
    y = next(m.y for m in saluran[b.baris] if m.arah is s.arah and m.dari is None)
    return Panah(
        a.kode, b.kode, jenis, (*awal, (lintasan, s.y), (lintasan, y), (pintu, y), (pintu, b.bawah)), label, lewati
    )


def urutan(langkah, beban=None):
    """The same as a list: each step once with its number, who, level, what follows, deadline and load."""
    beban = beban or {}
    return [
        {
            "nomor": s["nomor"],
            "kode": s["kode"],
            "nama": s["nama"],
            "siapa": f"{s['luar']}, dicatat {s['pemegang']}" if s["luar"] else s["pemegang"],
            "tingkat": LAJUR[s["lajur"]],
            "perbuatan": s["aksi_kalimat"],
            "sla": s["sla"],
            "opsional": s["opsional"],
            "kapan": s["kapan"],
            "berikut": s["berikut_nama"],
            "hasil": [(h["nama"], h["akibat"]) for h in s["hasil"]],
            "batas_hukum": s["batas_hukum"],
            "surat": s["surat"],
            "boleh_tolak": s["boleh_tolak"],
            "diatur_kantor": s["diatur_kantor"],
            "beban": beban.get(s["kode"], KOSONG),
        }
        for s in langkah
    ]
