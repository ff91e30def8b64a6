"""Regulasi: alamat tiap peraturan, sebutan peraturan dalam teks, dan apa saja yang bersandar padanya.

Syarat are read from the registry of ``layanan.katalog``, table rows and settings from the database by one
UNION, so that the page of a regulation lists everything of the portal that rests on it.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, DateField, F, IntegerField, Value
from django.db.models.functions import Cast, Concat

from kepegawaian import models as m
from layanan import katalog

# Kinds of regulation as the codes of the table Regulasi begin; a test proves that every code is matched whole.
SEBUTAN = re.compile(
    r"\b(?:UUD 1945|UU \d[\w/]*\d|PP \d[\w/]*\d|(?:Perpres|Keppres|PermenPANRB|Permendagri|Permenkes|PMK|PerBKN|PerLAN"
    r"|Per[kK]a BKN|Kepka (?:BKN|LAN)|Kepmen PANRB|Kepmendagri|Kep BAKN|SE BAKN|SE BKN|SE PANRB|Surat BKN"
    r"|Perbup Lamongan|Panduan BKN|SKB 3 Menteri) \d[\w./-]*\d|PER-\d[\w/]*\d|Ketentuan Portal|Praktik BKN|SE Menteri PANRB)"
)
PASTI = "pasti"


def regulasi_slug(kode):
    """Address of a regulation: ``PP 99/2000`` is ``pp-99-2000``."""
    return re.sub(r"[^a-z0-9]+", "-", kode.lower()).strip("-")


def jangkar(kode):
    """Anchor of a rule on the page of its regulation: ``KP-R02`` is ``kp-r02``."""
    return regulasi_slug(kode)


class KonverterRegulasi:
    """Path converter: in Python a code (``PP 99/2000``) or slug, in the path always the slug."""

    regex = "[a-z0-9-]+"

    def to_python(self, value):
        """The slug as it stands in the path."""
        return value

    def to_url(self, value):
        """The slug of a code."""
        return regulasi_slug(str(value))


def disebut(teks):
    """Codes of the regulations named in a text, in order, each once."""
    return list(dict.fromkeys(SEBUTAN.findall(teks or "")))


@dataclass(frozen=True, slots=True)
class AturanLayanan:
    """A Syarat with the layanan (or, outside one, the KumpulanAturan) that declares it."""

    layanan: katalog.Layanan
    syarat: katalog.Syarat

    @property
    def jangkar(self):
        """Anchor of this rule."""
        return jangkar(self.syarat.kode)

    @property
    def semua_dasar(self):
        """Its sources, the first one first."""
        return (self.syarat.dasar, *self.syarat.dasar_lain)


@dataclass(frozen=True, slots=True)
class BarisSandaran:
    """A row (or a group of like rows) of a reference table that rests on a regulation."""

    tabel: str
    nama: str
    nilai: str
    dasar: str
    keyakinan: str
    sejak: date | None
    sampai: date | None
    banyak: int


# Tables with a legal source: title, page of the table ("" when it has none of its own).
JUDUL_TABEL = {
    "setelan": "Setelan",
    "golongan": "Golongan dan pangkat",
    "gaji": "Tabel gaji pokok",
    "eselon": "Eselon",
    "pendidikan": "Pendidikan dan golongan",
    "bup": "Batas usia pensiun",
    "periode": "Periode kenaikan pangkat",
    "penetap": "Pejabat yang menetapkan kenaikan pangkat",
    "hukuman": "Jenis hukuman disiplin",
    "pemberhentian": "Jenis pemberhentian",
    "libur": "Hari libur",
    "unit": "Susunan perangkat daerah",
}


def _teks(nilai):
    return Cast(nilai, CharField())


def _pilih(queryset, tabel, nama, nilai="", *, dasar="dasar", bertanggal=True, keyakinan=None, banyak=1):
    """One arm of the UNION: the same eight columns for every table."""
    kosong = Value(None, output_field=DateField())
    return queryset.order_by().values_list(
        Value(tabel, output_field=CharField()),
        _teks(F(nama) if isinstance(nama, str) else nama),
        _teks(Value(nilai) if isinstance(nilai, str) else nilai),
        _teks(F(dasar)),
        _teks(F("keyakinan") if keyakinan is None else Value(keyakinan)),
        F("berlaku_sejak") if bertanggal else kosong,
        F("berlaku_sampai") if bertanggal else kosong,
        Cast(Value(banyak), IntegerField()),
    )


def _baris_tabel(kode=""):
    """All rows of the reference tables whose source names ``kode`` (all rows for ""), by one query."""

    def saring(model, dasar="dasar"):
        return model.objects.filter(**{f"{dasar}__contains": kode}) if kode else model.objects.all()

    tahun = Value(" tahun")
    lengan = [
        _pilih(saring(m.Setelan), "setelan", "kunci", F("uraian")),
        _pilih(saring(m.Golongan), "golongan", "jenis", F("kode"), bertanggal=False, keyakinan=PASTI),
        _pilih(saring(m.TabelGaji), "gaji", "golongan__jenis"),
        _pilih(saring(m.Eselon), "eselon", "kode", F("kelompok"), bertanggal=False, keyakinan=PASTI),
        _pilih(
            saring(m.PendidikanGolongan),
            "pendidikan",
            "nama",
            Concat(F("golongan_awal_id"), Value(" sampai "), F("puncak_reguler_id")),
        ),
        _pilih(saring(m.BUP), "bup", "jabatan", Concat(_teks(F("tahun")), tahun)),
        _pilih(saring(m.PeriodeKP), "periode", Value("Bulan TMT"), _teks(F("bulan"))),
        _pilih(
            saring(m.PejabatPenetapKP),
            "penetap",
            Concat(F("golongan_min_id"), Value("–"), F("golongan_maks_id")),
            F("pejabat"),
        ),
        _pilih(
            saring(m.JenisHukuman, "dasar_hukum"),
            "hukuman",
            "nama",
            F("tingkat"),
            dasar="dasar_hukum",
            keyakinan=PASTI,
        ),
        _pilih(saring(m.JenisPemberhentian), "pemberhentian", "nama", F("sifat")),
        _pilih(saring(m.HariLibur), "libur", _teks(F("tanggal__year")), F("nama"), bertanggal=False, keyakinan=PASTI),
        _pilih(saring(m.UnitKerja), "unit", "jenis", F("nama"), bertanggal=False, keyakinan=PASTI),
    ]
    return lengan[0].union(*lengan[1:], all=True)


# Tables whose rows are shown as one line for each name and source, with how many there are.
DIRINGKAS = {"golongan", "gaji", "libur", "unit", "hukuman"}


def baris_bersandar(kode):
    """What rests on ``kode`` in tables and settings: {title: [BarisSandaran]} in the order of JUDUL_TABEL."""
    kelompok = defaultdict(dict)
    for tabel, nama, nilai, dasar, keyakinan, sejak, sampai, banyak in _baris_tabel(kode):
        if kode not in disebut(dasar):
            continue
        yakin = "asumsi" if keyakinan == PASTI and "(asumsi)" in dasar else keyakinan
        if tabel in DIRINGKAS:
            kunci = (nama, dasar, sejak, sampai)
            lama = kelompok[tabel].get(kunci)
            jumlah = (lama.banyak if lama else 0) + banyak
            kelompok[tabel][kunci] = BarisSandaran(tabel, nama, "", dasar, yakin, sejak, sampai, jumlah)
        else:
            kunci = (nama, sejak, nilai)
            kelompok[tabel][kunci] = BarisSandaran(tabel, nama, nilai, dasar, yakin, sejak, sampai, 1)
    return {
        judul: sorted(kelompok[tabel].values(), key=lambda b: (b.nama, b.sejak or date.min))
        for tabel, judul in JUDUL_TABEL.items()
        if kelompok.get(tabel)
    }


def aturan_bersandar(kode):
    """Every Syarat of every layanan that quotes ``kode``, and every layanan that names it as its law."""
    aturan = [
        AturanLayanan(layanan, syarat)
        for layanan in (*katalog.semua(), *katalog.kumpulan_aturan())
        for syarat in layanan.semua_syarat
        if kode in {d.peraturan for d in (syarat.dasar, *syarat.dasar_lain)}
    ]
    layanan = [la for la in katalog.semua() if kode in {d.peraturan for d in la.dasar}]
    return aturan, layanan


def hitung_sandaran():
    """How many rules and table rows rest on each regulation: {kode: Counter(aturan, baris)}; one query."""
    hasil = defaultdict(Counter)
    for layanan in (*katalog.semua(), *katalog.kumpulan_aturan()):
        for syarat in layanan.semua_syarat:
            for kode in {d.peraturan for d in (syarat.dasar, *syarat.dasar_lain)}:
                hasil[kode]["aturan"] += 1
    for dasar, banyak in Counter(baris[3] for baris in _baris_tabel()).items():
        for kode in disebut(dasar):
            hasil[kode]["baris"] += banyak
    return hasil
