"""Muat tabel acuan dari ``kepegawaian/data/*.csv`` ke database, tanpa pernah menghapus.

One CSV per model; its header holds field names, a foreign key column holds the key of its target, and
every row names its regulation (``dasar``, ``dasar_hukum`` or ``sumber``). ``muat_semua`` reads all files,
compares them with what stands in the database by natural key, and writes only what is missing or
differs, one statement per table: an unchanged reload writes nothing, so neither ``VersiAcuan`` nor the
event tables grow.

Who is right when file and database differ is the ``cara`` of each table:

- ``TIMPA``: the file, wherever it says something. Codes, pay tables and ages of the law are changed here,
  reviewed and released. An empty cell says nothing: a SIASN id or an end date set in the portal stays.
- ``TAMBAH``: the database. Only new keys are added, so what the office set in the portal stays (Setelan;
  PejabatPenetapKP; HariLibur, of which a year is loaded only while it has no national holiday yet).
- ``LENGKAPI``: the database, but a field of ``isi`` that is still empty there is filled (units and
  jabatan: the office renames, moves and ends them in the portal).

Reading order: ``TABEL``, ``muat_semua``, then the steps it names.
"""

import csv
import json
from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction

from kepegawaian import models as m

FOLDER = Path(__file__).parent / "data"
TIMPA, TAMBAH, LENGKAPI = "timpa", "tambah", "lengkapi"
YA_TIDAK = {"ya": True, "tidak": False}
KOSONG = (None, "")

Baris = namedtuple("Baris", "nomor kolom")
Hasil = namedtuple("Hasil", "tabel baris baru ubah")


class GalatAcuan(Exception):
    """A CSV of reference data is wrong; the message names file, line and column."""


@dataclass(frozen=True)
class Tabel:
    """How one CSV becomes rows of one model.

    ``kunci``: fields of the natural key. ``penjelas``: columns for the reader of the file that the model
    does not store. ``isi``: fields LENGKAPI may fill. ``saring``: leaves out new rows that would undo
    what the office did.
    """

    nama: str
    model: type[models.Model]
    kunci: tuple[str, ...]
    cara: str = TIMPA
    penjelas: tuple[str, ...] = ()
    isi: tuple[str, ...] = ()
    saring: Callable[[list], list] | None = None

    @property
    def berkas(self):
        """Name of the CSV file."""
        return f"{self.nama}.csv"


def tahun_yang_kosong(baru):
    """Holidays of years without any: a day the office struck out or moved does not come back."""
    terisi = {t.year for t in m.HariLibur.objects.filter(jenis="nasional").dates("tanggal", "year")}
    return [hari for hari in baru if hari.tanggal.year not in terisi]


def tanpa_kepala_ganda(baru):
    """Leaves out the head of a unit that already has another one, made in the portal."""
    berkepala = set(
        m.Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True).values_list("unit_id", flat=True)
    )
    return [j for j in baru if not (j.kepala_unit and j.berlaku_sampai is None and j.unit_id in berkepala)]


SEJAK = "berlaku_sejak"

# In order of dependency: a row may only point to rows of the tables above it (or of its own).
TABEL = (
    Tabel("regulasi", m.Regulasi, ("kode",)),
    Tabel("agama", m.Agama, ("kode",)),
    Tabel("jenis_kawin", m.JenisKawin, ("kode",)),
    Tabel("jenis_pegawai", m.JenisPegawai, ("kode",)),
    Tabel("jenis_jabatan", m.JenisJabatan, ("kode",)),
    Tabel("jenis_kp", m.JenisKP, ("kode",)),
    Tabel("latihan_struktural", m.LatihanStruktural, ("kode",)),
    Tabel("jenis_penghargaan", m.JenisPenghargaan, ("kode",)),
    Tabel("jenis_diklat", m.JenisDiklat, ("kode",)),
    Tabel("kedudukan_hukum", m.KedudukanHukum, ("kode",)),
    Tabel("jenis_hukuman", m.JenisHukuman, ("kode",)),
    Tabel("jenis_pemberhentian", m.JenisPemberhentian, ("kode", SEJAK)),
    Tabel("golongan", m.Golongan, ("kode",)),
    Tabel("tabel_gaji", m.TabelGaji, ("golongan", "mkg", SEJAK)),
    Tabel("eselon", m.Eselon, ("kode",)),
    Tabel("tingkat_pendidikan", m.TingkatPendidikan, ("kode",)),
    Tabel("pendidikan_golongan", m.PendidikanGolongan, ("setara", SEJAK)),
    Tabel("angka_kredit", m.TabelAngkaKredit, ("jenjang", "golongan_dari", SEJAK)),
    Tabel("kompetensi", m.Kompetensi, ("kode",)),
    Tabel("bup", m.BUP, ("kode", SEJAK)),
    Tabel("periode_kp", m.PeriodeKP, (SEJAK,)),
    Tabel("pejabat_penetap_kp", m.PejabatPenetapKP, ("golongan_min", SEJAK), TAMBAH),
    Tabel("hari_libur", m.HariLibur, ("tanggal",), TAMBAH, saring=tahun_yang_kosong),
    Tabel("setelan", m.Setelan, ("kunci", SEJAK), TAMBAH),
    Tabel("unit_kerja", m.UnitKerja, ("kode",), LENGKAPI, isi=("pengganti", "dasar")),
    Tabel(
        "jabatan",
        m.Jabatan,
        ("kode",),
        LENGKAPI,
        penjelas=("dasar",),
        isi=("kelas", "nama_jf"),
        saring=tanpa_kepala_ganda,
    ),
    Tabel("standar_kompetensi", m.StandarKompetensi, ("kelompok", "kompetensi", SEJAK), TAMBAH),
)


def muat_semua(folder=FOLDER):
    """Loads every table in one transaction and returns a list of ``Hasil``, one per table.

    Raises ``GalatAcuan`` and changes nothing when a file is wrong. Two loads at once wait for each other.
    """
    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(hashtext('kepegawaian.muat'))")
        m.VersiAcuan.objects.get_or_create(pk=1)
        return [muat(tabel, Path(folder)) for tabel in TABEL]


def muat(tabel, folder=FOLDER):
    """Loads one table: read, parse, compare, write."""
    baris = baca(tabel, folder)
    tertulis = urai(tabel, baris)
    ada = {kunci_baris(tabel, obj): obj for obj in tabel.model._default_manager.order_by()}
    baru = [obj for kunci, obj in tertulis.items() if kunci not in ada]
    if tabel.saring and baru:
        baru = tabel.saring(baru)
    ubah, kolom = selisih(tabel, tertulis, ada, baris)
    try:
        if baru:
            tabel.model._default_manager.bulk_create(baru)
        if ubah:
            tabel.model._default_manager.bulk_update(ubah, kolom)
    except DatabaseError as galat:
        raise GalatAcuan(f"{tabel.berkas}: ditolak database: {galat}") from galat
    return Hasil(tabel.nama, len(baris), len(baru), len(ubah))


def baca(tabel, folder):
    """Reads the CSV into ``Baris``; the header must name known fields, the key among them."""
    with (folder / tabel.berkas).open(encoding="utf-8", newline="") as berkas:
        pembaca = csv.reader(berkas, strict=True)
        try:
            judul = next(pembaca, [])
            periksa_judul(tabel, judul)
            hasil = []
            for nilai in pembaca:
                if len(nilai) != len(judul):
                    raise GalatAcuan(
                        f"{tabel.berkas} baris {pembaca.line_num}: {len(nilai)} kolom, seharusnya {len(judul)}."
                    )
                hasil.append(Baris(pembaca.line_num, dict(zip(judul, nilai, strict=True))))
        except (csv.Error, UnicodeDecodeError) as galat:
            raise GalatAcuan(
                f"{tabel.berkas} baris {pembaca.line_num}: bukan CSV UTF-8 yang sah ({galat})."
            ) from galat
    return hasil


def periksa_judul(tabel, judul):
    """Raises ``GalatAcuan`` for an unknown, doubled or missing column."""
    dikenal = {f.name for f in tabel.model._meta.concrete_fields} | set(tabel.penjelas)
    for kolom in judul:
        if kolom not in dikenal:
            raise GalatAcuan(f"{tabel.berkas} baris 1 kolom {kolom}: kolom tidak dikenal.")
    if len(set(judul)) < len(judul):
        raise GalatAcuan(f"{tabel.berkas} baris 1: ada kolom yang tertulis dua kali.")
    kurang = [k for k in tabel.kunci if k not in judul]
    if kurang:
        raise GalatAcuan(f"{tabel.berkas} baris 1: kolom {', '.join(kurang)} tidak ada.")


def urai(tabel, baris):
    """Turns lines into unsaved objects by natural key; every value is checked by its field."""
    rujukan = siapkan_rujukan(tabel, baris) if baris else {}
    hasil = {}
    for b in baris:
        obj = tabel.model()
        for kolom, teks in b.kolom.items():
            if kolom not in tabel.penjelas:
                field = tabel.model._meta.get_field(kolom)
                try:
                    setattr(obj, field.attname, nilai_kolom(field, teks, rujukan))
                except ValueError as galat:
                    raise GalatAcuan(f"{tabel.berkas} baris {b.nomor} kolom {kolom}: {galat}") from galat
        kunci = kunci_baris(tabel, obj)
        if kunci in hasil:
            tulisan = ", ".join(b.kolom[k] for k in tabel.kunci)
            raise GalatAcuan(
                f"{tabel.berkas} baris {b.nomor} kolom {tabel.kunci[0]}: {tulisan} sudah tertulis di atas."
            )
        obj.pk = rujukan[tabel.model][obj.kode] if tabel.model in rujukan else obj.pk
        hasil[kunci] = obj
    return hasil


def siapkan_rujukan(tabel, baris):
    """Maps the key of every possible foreign key target to its pk, per target model.

    A tree points to its own rows: the ids of new rows are taken from the sequence beforehand, so that
    parents and successors are known and all rows go in by one statement.
    """
    tujuan = {f.related_model for f in tabel.model._meta.concrete_fields if f.is_relation and f.name in baris[0].kolom}
    peta = {}
    for model in tujuan:
        peta[model] = dict(model._default_manager.order_by().values_list("kode", "pk"))
        if model is tabel.model:
            baru = [b.kolom["kode"] for b in baris if b.kolom["kode"] not in peta[model]]
            peta[model].update(zip(baru, id_berikut(model, len(baru)), strict=True))
    return peta


def id_berikut(model, banyak):
    """Takes ``banyak`` ids from the sequence of ``model``."""
    if not banyak:
        return []
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, banyak],
        )
        return [nomor for (nomor,) in kursor.fetchall()]


def nilai_kolom(field, teks, rujukan):
    """The Python value of one cell; raises ValueError with a readable message."""
    if teks == "":
        if field.null:
            return None
        if field.blank:
            return field.get_default()
        raise ValueError("wajib diisi.")
    if field.is_relation:
        if teks not in rujukan[field.related_model]:
            raise ValueError(f"{teks} tidak ada pada {field.related_model._meta.model_name}.")
        return rujukan[field.related_model][teks]
    if isinstance(field, models.BooleanField):
        if teks not in YA_TIDAK:
            raise ValueError(f"{teks} bukan ya atau tidak.")
        return YA_TIDAK[teks]
    if isinstance(field, models.JSONField):
        try:
            return json.loads(teks)
        except json.JSONDecodeError as galat:
            raise ValueError(f"{teks} bukan JSON ({galat}).") from galat
    try:
        return field.clean(teks, None)
    except ValidationError as galat:
        saran = " (tanggal ditulis TTTT-BB-HH)" if isinstance(field, models.DateField) else ""
        raise ValueError(" ".join(galat.messages) + saran) from galat


def kunci_baris(tabel, obj):
    """The natural key of an object, as a tuple of database values."""
    return tuple(getattr(obj, tabel.model._meta.get_field(k).attname) for k in tabel.kunci)


def selisih(tabel, tertulis, ada, baris):
    """Existing objects that must change, already changed, and the names of the fields to write."""
    if tabel.cara == TAMBAH or not baris:
        return [], []
    nama = [k for k in baris[0].kolom if k not in tabel.kunci and k not in tabel.penjelas]
    if tabel.cara == LENGKAPI:
        nama = [k for k in nama if k in tabel.isi]
    kolom = {k: tabel.model._meta.get_field(k).attname for k in nama}
    ubah = []
    for kunci, baru in tertulis.items():
        lama = ada.get(kunci)
        if lama is not None and terapkan(lama, baru, kolom.values(), hanya_kosong=tabel.cara == LENGKAPI):
            ubah.append(lama)
    return ubah, list(kolom)


def terapkan(lama, baru, kolom, *, hanya_kosong):
    """Copies differing, filled values of ``baru`` to ``lama``; true when anything changed."""
    berubah = False
    for k in kolom:
        dulu, kini = getattr(lama, k), getattr(baru, k)
        if dulu != kini and kini not in KOSONG and not (hanya_kosong and dulu not in KOSONG):
            setattr(lama, k, kini)
            berubah = True
    return berubah
