"""Templat: bahasa kata-kata naskah yang boleh ditulis kantor, dan penyusunannya dari data beku.

The language is Jinja2 cut down before anything is compiled: text, ``{{ d.nama|saringan }}``, and
``{% if d.nama %} … {% else %} … {% endif %}``. The syntax tree is walked first; calls, loops, macros, includes,
assignments, subscripts and names that begin with an underscore are refused, and so is every name the layanan
does not declare. What passes runs in the immutable sandbox and sees nothing but the dict ``d``. Autoescape is
on; the text is unescaped once, because the print template escapes it (again, and only there).
"""

import difflib
import html
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from layanan.bahan_naskah import sebutan_regulasi
from layanan.galat import DitolakAlur
from layanan.katalog import kunci_peraturan

MAKS_HURUF, MAKS_HASIL, MAKS_SIMPUL, MAKS_DALAM, MAKS_BUTIR = 6000, 12000, 400, 30, 30
URUTAN = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
    "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS", "KELIMA BELAS",
)  # fmt: skip
DITOLAK = {
    nodes.For: "Pengulangan (for) tidak dapat dipakai",
    nodes.Include: "Memuat berkas lain (include) tidak dapat dipakai",
    nodes.Import: "Import tidak dapat dipakai",
    nodes.FromImport: "Import tidak dapat dipakai",
    nodes.Extends: "Extends tidak dapat dipakai",
    nodes.Block: "Block tidak dapat dipakai",
    nodes.Macro: "Macro tidak dapat dipakai",
    nodes.CallBlock: "Pemanggilan (call) tidak dapat dipakai",
    nodes.Assign: "Set tidak dapat dipakai",
    nodes.AssignBlock: "Set tidak dapat dipakai",
    nodes.Call: "Pemanggilan dengan tanda kurung tidak dapat dipakai",
    nodes.Getitem: "Kurung siku tidak dapat dipakai; tulis nama dengan titik",
    nodes.Test: "Kata “is” tidak dapat dipakai; cukup {% if d.nama %}",
}
DIKENAL = (
    nodes.Output, nodes.TemplateData, nodes.If, nodes.Getattr, nodes.Name, nodes.Const, nodes.Filter, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


class TemplatSalah(DitolakAlur):
    """A part cannot be read or put together; ``str()`` names part, line and cause."""

    def __init__(self, bagian, baris, sebab):
        self.bagian, self.baris, self.sebab = bagian, baris, sebab
        letak = f"Bagian {bagian.nama}" + (f" baris {baris}" if baris else "")
        super().__init__(f"{letak}: {sebab}")


class _NilaiSalah(ValueError):
    """A value cannot be printed; the message is a sentence."""


# ── the few filters ──────────────────────────────────────────────────────────────────────────────────


def _rupiah(nilai):
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise _NilaiSalah("saringan rupiah memerlukan bilangan bulat.")
    return tulis_rupiah(nilai)


def _tanggal(nilai):
    try:
        return tulis_tanggal(date.fromisoformat(nilai))
    except (TypeError, ValueError) as galat:
        raise _NilaiSalah("saringan tanggal memerlukan nilai seperti 2026-12-31 (nama yang berakhir .iso).") from galat


def _teks(nilai):
    """Text of a value in one line; StrictUndefined raises by itself, anything that is no text is refused."""
    if isinstance(nilai, Undefined):
        return str(nilai)
    if isinstance(nilai, bool) or not isinstance(nilai, str | int):
        raise _NilaiSalah("nilai ini belum ada pada data usulan.")
    return " ".join(str(nilai).split())


SARINGAN = {
    "rupiah": _rupiah,
    "tanggal": _tanggal,
    "besar": lambda nilai: _teks(nilai).upper(),
    "kecil": lambda nilai: _teks(nilai).lower(),
}


class _Lingkungan(ImmutableSandboxedEnvironment):
    """Keys of plain dicts are all there is: no attribute of any Python object, no call."""

    def getattr(self, obj, attribute):
        """The value under a key, else undefined."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    getitem = getattr

    def is_safe_callable(self, obj):
        """Nothing may be called."""
        return False


def _buat_lingkungan():
    lingkungan = _Lingkungan(
        autoescape=True, undefined=StrictUndefined, finalize=_teks, trim_blocks=True, lstrip_blocks=True, cache_size=0
    )
    lingkungan.globals.clear()
    lingkungan.tests.clear()
    lingkungan.filters.clear()
    lingkungan.filters.update(SARINGAN)
    return lingkungan


LINGKUNGAN = _buat_lingkungan()


# ── reading: what may stand in a wording ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pakai:
    """A name used: its path without ``d.``, its line, and whether it is only asked about in an ``if``."""

    jalur: str
    baris: int
    syarat: bool


def nama_tersedia(templat):
    """{path: example} of every name the wording of a TemplatNaskah may use, regulations included."""
    kode = {k for b in templat.bagian for k in b.peraturan}
    return dict(templat.nama) | {f"peraturan.{kunci_peraturan(k)}": sebutan_regulasi(k) for k in sorted(kode)}


def baca(bagian, teks):
    """[Pakai] of one wording; raises TemplatSalah at the first thing the language does not know."""
    if len(teks) > MAKS_HURUF:
        raise TemplatSalah(bagian, 0, f"terlalu panjang; paling banyak {MAKS_HURUF} huruf.")
    if "\x00" in teks:
        raise TemplatSalah(bagian, 0, "memuat huruf yang tidak dapat dicetak.")
    try:
        pohon = LINGKUNGAN.parse(teks)
        return _Pembaca(bagian).pohon(pohon)
    except TemplateSyntaxError as galat:
        raise TemplatSalah(bagian, galat.lineno, _sebab_tulisan(galat.message or "")) from galat
    except (RecursionError, MemoryError, OverflowError) as galat:
        raise TemplatSalah(bagian, 0, "terlalu rumit; sederhanakan.") from galat


def _sebab_tulisan(pesan):
    if "nknown tag" in pesan and "'endif'" not in pesan:
        tanda = pesan.split("'")[1] if "'" in pesan else ""
        return f"Perintah {{% {tanda} %}} tidak dikenal; hanya if, else, dan endif."
    if ("nexpected end of template" in pesan and "print statement" not in pesan) or "'endif'" in pesan:
        return "{% if … %} dan {% endif %} tidak berpasangan."
    return "Tulisan di antara {{ }} atau {% %} salah atau tidak ditutup."


class _Pembaca:
    """Walks the tree of one wording and collects its names."""

    def __init__(self, bagian):
        self.bagian, self.pakai, self.simpul = bagian, [], 0

    def tolak(self, simpul, sebab):
        raise TemplatSalah(self.bagian, simpul.lineno, sebab)

    def pohon(self, pohon):
        for simpul in pohon.body:
            self.jalan(simpul, 1, syarat=False)
        return self.pakai

    def jalan(self, simpul, dalam, *, syarat):
        self.simpul += 1
        if self.simpul > MAKS_SIMPUL or dalam > MAKS_DALAM:
            self.tolak(simpul, "terlalu rumit; sederhanakan.")
        if not isinstance(simpul, DIKENAL):
            sebab = next(
                (k for jenis, k in DITOLAK.items() if isinstance(simpul, jenis)), "Bentuk ini tidak dapat dipakai"
            )
            self.tolak(simpul, f"{sebab}.")
        if isinstance(simpul, nodes.Getattr | nodes.Name):
            self.pakai.append(Pakai(self.jalur(simpul), simpul.lineno, syarat))
            return
        if isinstance(simpul, nodes.Filter):
            self.saringan(simpul)
        if isinstance(simpul, nodes.Operand) and simpul.op not in ("eq", "ne"):
            self.tolak(simpul, "Perbandingan hanya dengan == atau !=.")
        if isinstance(simpul, nodes.If):
            self.jalan(simpul.test, dalam + 1, syarat=True)
            for anak in (*simpul.body, *simpul.elif_, *simpul.else_):
                self.jalan(anak, dalam + 1, syarat=False)
            return
        for anak in simpul.iter_child_nodes():
            self.jalan(anak, dalam + 1, syarat=syarat)

    def jalur(self, simpul):
        ruas, kini = [], simpul
        while isinstance(kini, nodes.Getattr):
            if kini.attr.startswith("_"):
                self.tolak(simpul, f"Nama “{kini.attr}” tidak dapat dipakai.")
            ruas.append(kini.attr)
            kini = kini.node
        if not isinstance(kini, nodes.Name) or kini.name != "d" or not ruas:
            nama = kini.name if isinstance(kini, nodes.Name) else "ini"
            self.tolak(simpul, f"Nama “{nama}” tidak dikenal; semua nama diawali “d.”, contoh d.pegawai.nama.")
        return ".".join(reversed(ruas))

    def saringan(self, simpul):
        if simpul.name not in SARINGAN or simpul.node is None:
            self.tolak(simpul, f"Saringan “{simpul.name}” tidak dikenal; yang ada: {', '.join(SARINGAN)}.")
        if simpul.args or simpul.kwargs or simpul.dyn_args or simpul.dyn_kwargs:
            self.tolak(simpul, f"Saringan {simpul.name} ditulis tanpa tanda kurung.")


def periksa(templat, teks):
    """[TemplatSalah] of all parts of a draft ({kode: wording}); empty when it may be kept.

    Each part is read, its names compared with those the layanan declares, its regulations looked for, and it is
    put together once over the declared examples.
    """
    nama = nama_tersedia(templat)
    contoh = data_contoh(nama)
    galat = []
    for bagian in templat.bagian:
        isi = teks.get(bagian.kode, "")
        try:
            pakai = baca(bagian, isi)
            for p in pakai:
                _periksa_nama(bagian, p, nama)
            _periksa_peraturan(bagian, isi, pakai)
            susun(bagian, isi, contoh)
        except TemplatSalah as salah:
            galat.append(salah)
    return galat


def _periksa_nama(bagian, p, nama):
    if p.jalur in nama or (p.syarat and any(n.startswith(f"{p.jalur}.") for n in nama)):
        return
    mirip = difflib.get_close_matches(p.jalur, nama, 1, 0.6)
    saran = f" Maksudnya d.{mirip[0]}?" if mirip else ""
    raise TemplatSalah(bagian, p.baris, f"Nama d.{p.jalur} tidak ada pada data naskah ini.{saran}")


def _periksa_peraturan(bagian, isi, pakai):
    """What the law requires stays: named by its key, or written out."""
    jalur, datar = {p.jalur for p in pakai}, " ".join(isi.split()).casefold()
    for kode in bagian.peraturan:
        sebutan = sebutan_regulasi(kode)
        if f"peraturan.{kunci_peraturan(kode)}" not in jalur and sebutan.casefold() not in datar:
            raise TemplatSalah(bagian, 0, f"{sebutan} wajib tetap disebut (d.peraturan.{kunci_peraturan(kode)}).")


def data_contoh(nama):
    """Nested dict of the declared examples."""
    hasil = {}
    for jalur, contoh in nama.items():
        *atas, akhir = jalur.split(".")
        simpan = hasil
        for ruas in atas:
            simpan = simpan.setdefault(ruas, {})
        simpan[akhir] = contoh
    return hasil


# ── putting together ─────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=512)
def _susunan(teks):
    """The compiled wording; its own text is escaped like every value, so that one unescape undoes both."""
    pohon = LINGKUNGAN.parse(teks)
    for simpul in pohon.find_all(nodes.TemplateData):
        simpul.data = str(escape(simpul.data))
    return LINGKUNGAN.from_string(pohon)


def susun(bagian, teks, data):
    """One part put together over the frozen data, in its shape: text, [text] or [{urutan, isi}].

    Raises TemplatSalah with part, line and the name whose value is missing.
    """
    pakai = baca(bagian, teks)
    try:
        hasil = html.unescape(_susunan(teks).render(d=data))
    except Exception as galat:  # whatever the wording meets in the data must come back as a sentence
        raise _gagal(bagian, galat, pakai, data) from galat
    if len(hasil) > MAKS_HASIL:
        raise TemplatSalah(bagian, 0, f"hasilnya terlalu panjang; paling banyak {MAKS_HASIL} huruf.")
    return bentuk(bagian, hasil.splitlines())


def bentuk(bagian, baris):
    """Lines in the shape of the part; raises TemplatSalah when nothing, or too much, is left."""
    butir = [rapi for satu in baris if (rapi := " ".join(satu.split()))]
    if not butir and not bagian.boleh_kosong:
        raise TemplatSalah(bagian, 0, "tidak boleh kosong.")
    batas = len(URUTAN) if bagian.bentuk == "diktum" else MAKS_BUTIR
    if len(butir) > batas:
        raise TemplatSalah(bagian, 0, f"paling banyak {batas} baris.")
    if bagian.bentuk == "daftar":
        return butir
    if bagian.bentuk == "diktum":
        return [{"urutan": urutan, "isi": isi} for urutan, isi in zip(URUTAN, butir, strict=False)]
    return " ".join(butir)


def _gagal(bagian, galat, pakai, data):
    """The failure as TemplatSalah: the line from the traceback, the name from what is missing in the data."""
    baris, jejak = 0, galat.__traceback__
    while jejak is not None:
        if jejak.tb_frame.f_code.co_filename == "<template>":
            baris = jejak.tb_lineno
        jejak = jejak.tb_next
    kosong = [p for p in pakai if (not baris or p.baris == baris) and ambil(data, p.jalur) is None]
    if kosong:
        return TemplatSalah(bagian, kosong[0].baris, f"nilai d.{kosong[0].jalur} belum ada pada data usulan ini.")
    return TemplatSalah(bagian, baris, str(galat) if isinstance(galat, _NilaiSalah) else "tidak dapat disusun.")


def ambil(data, jalur):
    """The value under a dotted path, None when any part of it is missing."""
    for ruas in jalur.split("."):
        if not isinstance(data, dict) or ruas not in data:
            return None
        data = data[ruas]
    return data


def susun_semua(templat, teks, data):
    """Every part of ``templat`` from {kode: wording} over the frozen data: {kode: part}.

    The regulations that apply to this person (``data["peraturan"]``) must all be named in what comes out.
    """
    hasil = {}
    for bagian in templat.bagian:
        hasil[bagian.kode] = isi = susun(bagian, teks.get(bagian.kode, ""), data)
        datar = " ".join(isi if isinstance(isi, list) else [isi]).casefold() if bagian.peraturan else ""
        for kode in bagian.peraturan:
            sebutan = sebutan_regulasi(kode)
            if kunci_peraturan(kode) in data.get("peraturan", {}) and sebutan.casefold() not in datar:
                raise TemplatSalah(bagian, 0, f"{sebutan} wajib disebut bagi usulan ini.")
    return hasil


def bawaan(templat, acuan, tanggal):
    """{kode: default wording}; where a part follows a dated setting, its lines of that day."""
    return {
        b.kode: "\n".join(acuan.setelan(b.setelan, tanggal)).replace("{", "(").replace("}", ")")
        if b.setelan
        else b.bawaan
        for b in templat.bagian
    }


def lengkapi(templat, data, acuan, tanggal):
    """``data`` with every part in its default wording; what ``Layanan.data_naskah`` returns."""
    return data | susun_semua(templat, bawaan(templat, acuan, tanggal), data)
