"""Lembar ABK sebagai Excel: satu baris satu tugas. Diunduh sebagai templat, diisi, dibaca, lalu diterapkan.

A row that is wrong stays in the preview with its sentence and is never applied; of a post with one wrong row nothing is.
"""

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import Jabatan
from pengadaan.kebutuhan import analisis
from pengadaan.kebutuhan.forms import baca_angka
from pengadaan.kebutuhan.galat import DitolakKebutuhan
from pengadaan.models import AnalisisJabatan, UnggahanAbk

KOLOM = (
    "KODE UNIT",
    "UNIT KERJA",
    "KODE JABATAN",
    "JABATAN",
    "URAIAN TUGAS",
    "HASIL KERJA",
    "VOLUME SETAHUN",
    "NORMA WAKTU (MENIT)",
)
WAJIB = ("KODE UNIT", "KODE JABATAN", "URAIAN TUGAS", "VOLUME SETAHUN", "NORMA WAKTU (MENIT)")
TANPA_KOLOM = "Lembar tidak mempunyai kolom KODE UNIT, KODE JABATAN, URAIAN TUGAS, VOLUME SETAHUN, dan NORMA WAKTU (MENIT); pakai templatnya."
MAKS = 20_000


def templat(pos, unit):
    """Rows of the template: every post of the units, one row to begin with. ``unit`` {id: Unit}; ``pos``: Jabatan by unit."""
    for unit_id, jabatan in pos:
        u = unit[unit_id]
        yield (u.kode, u.nama, jabatan.kode, jabatan.nama, "", "", None, None)


def ekspor(daftar):
    """Rows of analyses (with tugas, unit, jabatan) in the same columns, so that they can be brought in again."""
    for a in daftar:
        for t in a.tugas.all():
            yield (
                a.unit.kode,
                a.unit.nama,
                a.jabatan.kode,
                a.jabatan.nama,
                t.uraian,
                t.hasil,
                t.volume,
                t.norma_menit,
            )


def baca(file, tahun, boleh, acuan, *, oleh):
    """The UnggahanAbk of a file: every row read, with its fault where it has one. ``boleh``: unit ids he writes for.

    Raises DitolakKebutuhan when it is no such sheet.
    """
    try:
        _, letak, semua = buka_daftar(file, KOLOM, WAJIB, {}, TANPA_KOLOM)
    except BerkasDitolak as galat:
        raise DitolakKebutuhan(str(galat)) from galat
    if len(semua) > MAKS:
        raise DitolakKebutuhan(f"Satu berkas paling banyak {MAKS:,} baris.".replace(",", "."))
    mentah = [(nomor, {k: isi[i] if i < len(isi) else "" for k, i in letak.items()}) for nomor, isi in semua]
    jabatan = _jabatan(mentah)
    terkunci = set(
        AnalisisJabatan.objects.filter(tahun=tahun).exclude(status="draf").values_list("unit_id", "jabatan_id")
    )
    baris = [_baris(nomor, isi, boleh, acuan, jabatan, terkunci) for nomor, isi in mentah]
    # A template that was only partly filled in: a post without any task is simply not there.
    baris = [b for b in baris if b["galat"] != KOSONG]
    if not baris:
        raise DitolakKebutuhan("Tidak ada satu tugas pun yang diisi.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        return UnggahanAbk.objects.create(
            tahun=tahun, nama_berkas=file.name[-160:], baris=baris, galat=sum(bool(b["galat"]) for b in baris),
            dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini,
        )  # fmt: skip


KOSONG = "kosong"


def _jabatan(mentah):
    kode = {_teks(isi["KODE JABATAN"]).upper() for _, isi in mentah}
    return {j.kode.upper(): j for j in Jabatan.objects.filter(Q(berlaku_sampai=None), kode__in=kode)}


def _teks(nilai):
    try:
        return sel.teks(nilai) or ""
    except SelSalah:
        return ""


def _baris(nomor, isi, boleh, acuan, jabatan, terkunci):
    b = {"baris": nomor, "unit": _teks(isi["KODE UNIT"]), "jabatan": _teks(isi["KODE JABATAN"]), "unit_id": None,
         "jabatan_id": None, "uraian": "", "hasil": "", "volume": None, "norma": None, "galat": ""}  # fmt: skip
    try:
        b["uraian"] = (sel.teks(isi["URAIAN TUGAS"]) or "")[:300]
        b["hasil"] = (sel.teks(isi.get("HASIL KERJA", "")) or "")[:100]
        volume, norma = sel.teks(isi["VOLUME SETAHUN"]), sel.teks(isi["NORMA WAKTU (MENIT)"])
        if not (b["uraian"] or volume or norma):
            return b | {"galat": KOSONG}
        unit, j = acuan.unit_kode.get(b["unit"]), jabatan.get(b["jabatan"].upper())
        b["galat"] = _salah_tempat(b, unit, j, boleh, terkunci, acuan)
        if not b["galat"]:
            b["unit_id"], b["jabatan_id"] = unit.id, j.pk
            b["volume"] = _angka(isi["VOLUME SETAHUN"], "Volume setahun")
            b["norma"] = _angka(isi["NORMA WAKTU (MENIT)"], "Norma waktu")
            b["galat"] = "" if b["uraian"] else "Uraian tugas kosong."
    except SelSalah as galat:
        b["galat"] = f"{galat.sebab[:1].upper()}{galat.sebab[1:]}. {galat.perbaikan}"
    except ValueError as galat:
        b["galat"] = str(galat)
    return b


def _salah_tempat(b, unit, j, boleh, terkunci, acuan):
    if unit is None:
        return f"Kode unit “{b['unit'][:40]}” tidak dikenal."
    if unit.id not in boleh:
        return f"{unit.nama} di luar perangkat daerah Anda."
    if j is None:
        return f"Kode jabatan “{b['jabatan'][:40]}” tidak dikenal atau sudah tidak berlaku."
    if j.unit_id and j.unit_id != unit.id:
        return f"{j.nama} hanya ada di {acuan.unit[j.unit_id].nama}."
    if (unit.id, j.pk) in terkunci:
        return f"Analisis {j.nama} sudah diajukan atau sah; tidak dapat diganti dari berkas."
    return ""


def _angka(nilai, apa):
    """The amount of a cell as text; ValueError with a sentence when it is none, negative, or empty."""
    teks = sel.teks(nilai)
    if teks is None:
        raise ValueError(f"{apa} kosong.")
    if isinstance(nilai, int | float):  # a typed cell has no thousands to read
        teks = f"{nilai:.2f}"
    try:
        return str(baca_angka(teks))
    except ValueError:
        raise ValueError(f"{apa} harus angka 0 sampai 9.999.999; tertulis “{teks[:30]}”.") from None


def kelompok(unggahan):
    """{(unit id, jabatan id): [row]} of the posts without any wrong row, in the order of the file."""
    salah = {(b["unit"], b["jabatan"]) for b in unggahan.baris if b["galat"]}
    hasil = {}
    for b in unggahan.baris:
        if (b["unit"], b["jabatan"]) not in salah:
            hasil.setdefault((b["unit_id"], b["jabatan_id"]), []).append(b)
    return hasil


def terapkan(pk, *, oleh):
    """Writes the drafts of a preview: the tasks of each post are replaced by those of the file. Returns how many posts.

    Refused when it was applied before; a post that was sent on meanwhile refuses the whole.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = UnggahanAbk.objects.select_for_update().get(pk=pk)
        if u.diterapkan_pada:
            raise DitolakKebutuhan("Berkas ini sudah diterapkan.")
        milik = kelompok(u)
        if not milik:
            raise DitolakKebutuhan(
                "Tidak ada jabatan yang seluruh barisnya benar; perbaiki berkasnya lalu unggah lagi."
            )
        ada = {(a.unit_id, a.jabatan_id): a for a in AnalisisJabatan.objects.select_for_update(of=("self",)).filter(
            tahun=u.tahun, unit_id__in={k[0] for k in milik}, jabatan_id__in={k[1] for k in milik}
        ).select_related("jabatan", "unit")}  # fmt: skip
        baru = Jabatan.objects.in_bulk({k[1] for k in milik})
        for (unit_id, jabatan_id), baris in milik.items():
            analisis.dari_lembar(ada.get((unit_id, jabatan_id)), unit_id, baru[jabatan_id], u.tahun, baris, oleh=oleh)
        u.diterapkan_pada = oleh.kini
        u.save(update_fields=["diterapkan_pada"])
        jejak.catat(
            "abk_impor", u, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, jumlah=len(milik), berkas=u.nama_berkas
        )
    return len(milik)
