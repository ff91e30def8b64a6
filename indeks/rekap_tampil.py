"""Rekap untuk layar dan xlsx: rata-rata unit dan bawahannya, rekap per kelompok, baris ekspor.

Reads ``RataUnit`` and ``RekapTempo`` as the night wrote them; one query a page.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Sum

from indeks.models import RataUnit
from indeks.tabel import KATEGORI
from indeks.tampilan import TANDA_KATEGORI, aturan_putaran, nama_tempo, tanda_layak
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.models import Jabatan

NAMA_NILAI = {
    "jenis_kelamin": {"L": "Laki-laki", "P": "Perempuan"},
    "jenis_jabatan": dict(Jabatan.JENIS) | {"": "Belum tercatat"},
    "pendidikan": {"": "Belum tercatat", "PROF": "Profesi"},
    "kategori": {"": "Belum terukur"},
}
URUT_PENDIDIKAN = ("S3", "S2", "PROF", "S1", "D4", "D3", "D2", "D1", "SLTA", "SLTP", "SLTP-K", "SD", "")
KOLOM_HASIL = ("NIP", "NAMA", "JENIS JABATAN", "JABATAN", "UNIT KERJA", "OPD", "PENDIDIKAN", "KUALIFIKASI",
               "KOMPETENSI", "KINERJA", "DISIPLIN", "TOTAL", "KATEGORI", "NILAI BKN", "NILAI UNTUK LAPORAN")  # fmt: skip
KOLOM_REKAP = ("KELOMPOK", "NILAI", "POPULASI", "TERUKUR", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN",
               "TOTAL", "KATEGORI")  # fmt: skip


@dataclass(slots=True)
class Rekap:
    """Figures of one unit (or the whole): its own row, rows of the units below, recaps, the chart."""

    semua: object = None
    anak: list = field(default_factory=list)
    kelompok: list = field(default_factory=list)
    grafik: dict = field(default_factory=dict)
    judul_anak: str = "Menurut OPD"


def unit_teratas(hak, acuan):
    """The highest units in scope, by name."""
    unit = hak.unit_lingkup & acuan.unit.keys()
    return sorted((u for u in unit if acuan.unit[u].induk_id not in unit), key=lambda u: acuan.unit[u].nama)


def susun(putaran, acuan, unit_id, teratas):
    """The Rekap of ``unit_id`` (None: the whole, or only the units ``teratas``)."""
    if teratas is not None:
        anak = teratas
    elif unit_id is None:
        anak = [u.id for u in acuan.unit.values() if u.jenis == "opd"]
    else:
        anak = [u.id for u in acuan.unit.values() if u.induk_id == unit_id]
    baris = list(RataUnit.objects.filter(putaran=putaran, unit_id__in=anak, kelompok=""))
    aturan = aturan_putaran(putaran)
    hasil = Rekap(judul_anak="Menurut OPD" if unit_id is None and teratas is None else "Menurut unit")
    if teratas is None:
        sendiri = RataUnit.objects.filter(putaran=putaran)
        sendiri = sendiri.filter(unit_id=unit_id) if unit_id else sendiri.filter(unit__isnull=True)
        _sendiri(hasil, list(sendiri), aturan)
    for satu in baris:
        satu.nama = acuan.unit[satu.unit_id].nama
        _lengkapi(satu, aturan)
    hasil.anak = baris
    return hasil


def saring_anak(baris, data, kunci="total"):
    """Units below whose name has the words of ``q``, in the order of ``urut`` (``kunci`` downward at first)."""
    kata = data.get("q", "").upper().split()
    baris = [r for r in baris if all(k in r.nama.upper() for k in kata)]
    urut = data.get("urut", f"-{kunci}")
    baris.sort(key=lambda r: r.nama)
    if urut.removeprefix("-") == "nama":
        return baris[::-1] if urut.startswith("-") else baris
    arah = -1 if urut.startswith("-") else 1
    return sorted(baris, key=lambda r: (getattr(r, kunci) is None, arah * (getattr(r, kunci) or 0)))


def _sendiri(hasil, baris, aturan):
    """Fills own figures, recaps and chart from the rows of one unit."""
    menurut = defaultdict(list)
    for satu in baris:
        satu.nama = NAMA_NILAI.get(satu.kelompok, {}).get(satu.nilai, satu.nilai)
        _lengkapi(satu, aturan)
        menurut[satu.kelompok].append(satu)
    hasil.semua = menurut.pop("", [None])[0]
    jumlah = {r.nilai: r.populasi for r in menurut.pop("kategori", ())}
    label = [*KATEGORI, ""] if jumlah.get("") else list(KATEGORI)
    hasil.grafik = {
        "jenis": "bar",
        "label": [k or "Belum terukur" for k in label],
        "deret": [{"nama": "Pegawai", "nilai": [jumlah.get(k, 0) for k in label]}],
        "satuan": "pegawai",
    }
    for kode, nama in RataUnit.KELOMPOK[2:]:
        hasil.kelompok.append((nama, sorted(menurut.get(kode, ()), key=_urut)))


def _urut(r):
    return URUT_PENDIDIKAN.index(r.nilai) if r.kelompok == "pendidikan" and r.nilai in URUT_PENDIDIKAN else 99, r.nama


def _lengkapi(r, aturan):
    """Category of a mean and the tag that shows it."""
    r.kategori = aturan.nama_kategori(r.total) if r.total is not None else ""
    r.kategori_jenis = TANDA_KATEGORI.get(r.kategori, "netral")


def grafik_bulan(rekap, awal):
    """Chart of RekapTempo rows over twelve months from ``awal``."""
    jumlah = dict(rekap.order_by().values_list("bulan").annotate(n=Sum("jumlah")))
    bulan = [tambah_bulan(awal, n) for n in range(12)]
    return {
        "jenis": "bar",
        "label": [f"{NAMA_BULAN[b.month][:3]} {b.year % 100:02d}" for b in bulan],
        "deret": [{"nama": "Pegawai", "nilai": [jumlah.get(b, 0) for b in bulan]}],
        "satuan": "pegawai",
    }


# ── rows of exports ──────────────────────────────────────────────────────────────────────────────────


def baris_hasil(daftar, acuan, hak):
    """Rows of HasilIndeks (with ``resmi``: BKN's own value); the discipline of others is written for handlers only."""
    nama = {u.id: u.nama for u in acuan.unit.values()}
    jenis = dict(Jabatan.JENIS)
    for h in daftar.iterator(chunk_size=2000):
        kini = h.pegawai.kini
        yield (
            kini.nip, kini.nama_lengkap, jenis.get(h.jenis_jabatan, ""), kini.jabatan.nama if kini.jabatan else "",
            nama.get(h.unit_id, ""), nama.get(h.opd_id, ""), h.pendidikan, h.kualifikasi, h.kompetensi, h.kinerja,
            h.disiplin if hak.boleh_bagian(h.pegawai_id, "hukuman") else None, h.total, h.kategori or "Belum terukur",
            h.resmi, h.total if h.resmi is None else h.resmi,
        )  # fmt: skip


def baris_rekap(rekap):
    """Rows of a Rekap: the whole, the units below, then each recap."""
    semua = [("Semua", rekap.semua)] if rekap.semua else []
    semua += [(rekap.judul_anak, r) for r in saring_anak(rekap.anak, {})]
    semua += [(nama, r) for nama, daftar in rekap.kelompok for r in daftar]
    for nama, r in semua:
        yield (
            nama, r.nama, r.populasi, r.terukur, r.kualifikasi, r.kompetensi, r.kinerja, r.disiplin, r.total, r.kategori,
        )  # fmt: skip


def baris_tempo(daftar, acuan):
    """Rows of JatuhTempo."""
    nama = {u.id: u.nama for u in acuan.unit.values()}
    jenis = dict(Jabatan.JENIS)
    for t in daftar.iterator(chunk_size=2000):
        kini = t.pegawai.kini
        yield (
            t.tanggal, nama_tempo(t.jenis, t.layanan), kini.nip, kini.nama_lengkap, kini.golongan_id,
            jenis.get(t.jenis_jabatan, ""), kini.jabatan.nama if kini.jabatan else "", nama.get(t.unit_id, ""),
            nama.get(t.opd_id, ""), tanda_layak(t.layak, t.keterangan.get("kode", ()))[0],
            t.keterangan.get("kalimat", ""),
        )  # fmt: skip
