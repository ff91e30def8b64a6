"""Ekspor: berkas 67 kolom yang dapat diimpor kembali, dan daftar apa pun sebagai xlsx.

Numbers that are names (NIP, NIK, phone, ids) are text cells. A text that a spreadsheet could take for a
formula gets an apostrophe in front, which the importer strips again. Rows stream from the database to the
file, so memory stays flat.
"""

# Names of tables and columns come from our models, values are always parameters.
# ruff: noqa: S608

import io
import json
import re
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import count

import xlsxwriter
from django.core.exceptions import EmptyResultSet
from django.db import connection, models, transaction
from django.utils import timezone

from kepegawaian.impor.format import KOLOM_UTAMA, LEMBAR_UTAMA
from kepegawaian.impor.padanan import JENIS_JABATAN_EKSPOR, STATUS_EKSPOR
from kepegawaian.impor.rujukan import Rujukan

BERBAHAYA = frozenset("=+-@\t\r'")
SENSITIF = frozenset({"NIK", "NOMOR HP", "EMAIL", "ALAMAT", "NPWP NOMOR", "BPJS"})
_BERLAKU = "r.pegawai_id = p.id AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s"
_SQL = f"""
SELECT p.id, p.pns_id, p.nip, p.nip_lama, p.tempat_lahir, p.tanggal_lahir, p.jenis_kelamin, p.agama_id,
    p.jenis_kawin_id, p.nik, p.nomor_hp, p.email, p.email_gov, p.alamat, p.npwp, p.bpjs, p.jenis_pegawai_id,
    p.kartu_asn, p.kpkn, p.lokasi_kerja, p.tambahan::text AS tambahan,
    idn.nama, idn.gelar_depan, idn.gelar_belakang, kd.kedudukan_id, st.status, st.tmt AS tmt_status,
    st.nomor_sk AS sk_status, st.tanggal_sk AS tgl_status,
    cp.tmt AS tmt_cpns, cp.nomor_sk AS sk_cpns, cp.tanggal_sk AS tgl_cpns,
    pn.tmt AS tmt_pns, pn.nomor_sk AS sk_pns, pn.tanggal_sk AS tgl_pns,
    pa.golongan_id AS gol_awal, pk.golongan_id AS gol_akhir, pk.tmt AS tmt_golongan, pk.mkg_tahun, pk.mkg_bulan,
    jb.jabatan_id, jb.tmt AS tmt_jabatan, un.unit_id,
    pd.tingkat_id, pd.siasn_id AS pendidikan_id, pd.nama AS pendidikan_nama, pd.tahun_lulus, pd.sekolah
FROM kepegawaian_pegawai p
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatidentitas r WHERE {_BERLAKU} ORDER BY r.tmt DESC LIMIT 1) idn ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatkedudukan r WHERE {_BERLAKU} ORDER BY r.tmt DESC LIMIT 1) kd ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatstatus r WHERE {_BERLAKU} ORDER BY r.tmt DESC LIMIT 1) st ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatstatus r
    WHERE {_BERLAKU} AND r.status = 'CPNS' ORDER BY r.tmt LIMIT 1) cp ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatstatus r
    WHERE {_BERLAKU} AND r.status = 'PNS' ORDER BY r.tmt LIMIT 1) pn ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatpangkat r WHERE {_BERLAKU} ORDER BY r.tmt LIMIT 1) pa ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatpangkat r WHERE {_BERLAKU} ORDER BY r.tmt DESC LIMIT 1) pk ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatjabatan r
    WHERE {_BERLAKU} AND r.penugasan = 'D' ORDER BY r.tmt DESC LIMIT 1) jb ON true
LEFT JOIN LATERAL (SELECT r.* FROM kepegawaian_riwayatunit r WHERE {_BERLAKU} ORDER BY r.tmt DESC LIMIT 1) un ON true
LEFT JOIN LATERAL (SELECT r.*, t.urutan FROM kepegawaian_riwayatpendidikan r
    JOIN kepegawaian_tingkatpendidikan t ON t.kode = r.tingkat_id
    WHERE {_BERLAKU} ORDER BY t.urutan DESC, r.tmt DESC LIMIT 1) pd ON true
WHERE idn.nama IS NOT NULL AND ({{sasaran}}) ORDER BY p.nip
"""


def aman(teks):
    """Text that no spreadsheet will run."""
    return f"'{teks}" if teks and teks[0] in BERBAHAYA else teks


class Buku:
    """An xlsx being written, a sheet after another, a row after another."""

    def __init__(self, buku):
        self.buku = buku
        self.tebal = buku.add_format({"bold": True, "num_format": "@", "bottom": 1})
        self.teks = buku.add_format({"num_format": "@"})
        self.tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})

    def lembar(self, nama, kolom, lebar=18):
        """A new sheet with its header; returns it for ``tulis_sel``."""
        lembar = self.buku.add_worksheet(nama_lembar(nama))
        lembar.set_column(0, max(len(kolom) - 1, 0), lebar, self.teks)
        lembar.freeze_panes(1, 0)
        lembar.portal = self, count(1)
        for i, judul in enumerate(kolom):
            lembar.write_string(0, i, aman(str(judul)), self.tebal)
        return lembar


def nama_lembar(nama):
    """A sheet name that Excel accepts."""
    return re.sub(r"[\[\]:*?/\\']", " ", nama).strip()[:31] or "Lembar"


def tulis_sel(lembar, nilai):
    """Writes the next row: texts as text, dates as dates, numbers as numbers, None as nothing."""
    buku, nomor = lembar.portal
    baris = next(nomor)
    tulis = lembar.write_string
    for kolom, isi in enumerate(nilai):
        if isi is None or isi == "":
            continue
        if isinstance(isi, str):
            tulis(baris, kolom, aman(isi)[:32767])
        elif isinstance(isi, bool):
            tulis(baris, kolom, "ya" if isi else "tidak")
        elif isinstance(isi, datetime):
            lembar.write_datetime(baris, kolom, isi.replace(tzinfo=None), buku.tanggal)
        elif isinstance(isi, date):
            lembar.write_datetime(baris, kolom, datetime(isi.year, isi.month, isi.day), buku.tanggal)  # noqa: DTZ001 - Excel knows no zones
        elif isinstance(isi, int | float | Decimal):
            lembar.write_number(baris, kolom, isi)
        else:
            tulis(baris, kolom, aman(str(isi)))


@contextmanager
def penulis(file):
    """Opens an xlsx for writing to ``file`` (path or binary file); it is whole when the block ends."""
    pilihan = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, pilihan) as buku:
        yield Buku(buku)


def tulis_daftar(judul, kolom, baris, file=None):
    """Writes any list as xlsx: ``judul`` names the sheet, ``kolom`` the headers, ``baris`` yields rows.

    Returns ``file``, or a new BytesIO at its start.
    """
    tujuan = io.BytesIO() if file is None else file
    with penulis(tujuan) as buku:
        lembar = buku.lembar(judul, kolom)
        for satu in baris:
            tulis_sel(lembar, satu)
    if file is None:
        tujuan.seek(0)
    return tujuan


def tulis_67(sasaran, file, *, sensitif=False, per=None):
    """Writes the 67-column file of the pegawai in ``sasaran`` as of ``per`` (today); returns how many.

    ``sasaran``: a queryset of Pegawai or ProfilKini (already scoped), or ids. Without ``sensitif`` the
    columns NIK, phone, e-mail, address, NPWP and BPJS stay empty; an empty cell deletes nothing on import.
    """
    jumlah = 0
    with penulis(file) as buku:
        lembar = buku.lembar(LEMBAR_UTAMA, KOLOM_UTAMA)
        for satu in baris_67(sasaran, sensitif=sensitif, per=per):
            tulis_sel(lembar, satu)
            jumlah += 1
    return jumlah


def baris_67(sasaran, *, sensitif=False, per=None):
    """Yields the rows of the 67-column file as lists of text, in the order of KOLOM_UTAMA."""
    per = per or timezone.localdate()
    rujukan = Rujukan()
    jalur = cache(rujukan.jalur_unit)
    with transaction.atomic(), connection.chunked_cursor() as kursor:
        kursor.execute(*_sql(sasaran, per))
        nama = None
        while potongan := kursor.fetchmany(2000):
            nama = nama or [k[0] for k in kursor.description]
            for satu in potongan:
                isi = _isi_67(dict(zip(nama, satu, strict=True)), rujukan, jalur)
                yield ["" if k in SENSITIF and not sensitif else isi.get(k) or "" for k in KOLOM_UTAMA]


def _sql(sasaran, per):
    """The query and its parameters; a queryset becomes a subquery, so that its scope stays what it was."""
    if isinstance(sasaran, models.QuerySet):
        try:
            dalam, nilai = sasaran.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            return _sql((), per)
        nama = {f"q{i}": v for i, v in enumerate(nilai)}
        dalam = dalam.replace("%s", "{}").format(*(f"%({k})s" for k in nama)) if nama else dalam
        return _SQL.replace("{sasaran}", f"p.id IN ({dalam})"), {"per": per, **nama}
    return _SQL.replace("{sasaran}", "p.id = ANY(%(ids)s)"), {"per": per, "ids": list(sasaran)}


def _tanggal(nilai):
    return f"{nilai:%d-%m-%Y}" if nilai else ""


def _isi_67(b, r, jalur):
    """Column -> text of one pegawai."""
    isi = dict(json.loads(b["tambahan"]))
    isi |= {
        "PNS ID": b["pns_id"],
        "NIP BARU": b["nip"],
        "NIP LAMA": b["nip_lama"],
        "NAMA": b["nama"],
        "GELAR DEPAN": b["gelar_depan"],
        "GELAR BELAKANG": b["gelar_belakang"],
        "TEMPAT LAHIR NAMA": b["tempat_lahir"],
        "TANGGAL LAHIR": _tanggal(b["tanggal_lahir"]),
        "JENIS KELAMIN": {"L": "M", "P": "F"}[b["jenis_kelamin"]],
        "NIK": b["nik"],
        "NOMOR HP": b["nomor_hp"],
        "EMAIL": b["email"],
        "EMAIL GOV": b["email_gov"],
        "ALAMAT": b["alamat"],
        "NPWP NOMOR": b["npwp"],
        "BPJS": b["bpjs"],
        "KARTU ASN VIRTUAL": b["kartu_asn"],
        "KPKN NAMA": b["kpkn"],
        "LOKASI KERJA NAMA": b["lokasi_kerja"],
    }
    for awal, jenis, kode in (
        ("AGAMA", "agama", b["agama_id"]),
        ("JENIS KAWIN", "jenis_kawin", b["jenis_kawin_id"]),
        ("JENIS PEGAWAI", "jenis_pegawai", b["jenis_pegawai_id"]),
        ("KEDUDUKAN HUKUM", "kedudukan", b["kedudukan_id"]),
    ):
        if kode:
            isi |= {f"{awal} ID": kode, f"{awal} NAMA": r.tampil(jenis, kode)}
    return isi | _status_67(b) | _pangkat_67(b, r) | _tempat_67(b, r, jalur) | _pendidikan_67(b, r)


def _status_67(b):
    isi = {"STATUS CPNS PNS": STATUS_EKSPOR.get(b["status"], "")}
    if (b["status"] or "").startswith("PPPK"):
        awal = b["sk_status"], b["tgl_status"], b["tmt_status"]
    else:
        awal = b["sk_cpns"], b["tgl_cpns"], b["tmt_cpns"]
    for jenis, (nomor, tanggal, tmt) in (("CPNS", awal), ("PNS", (b["sk_pns"], b["tgl_pns"], b["tmt_pns"]))):
        isi |= {f"NOMOR SK {jenis}": nomor, f"TANGGAL SK {jenis}": _tanggal(tanggal), f"TMT {jenis}": _tanggal(tmt)}
    return isi


def _pangkat_67(b, r):
    isi = {}
    for awal, kode in (("GOL AWAL", b["gol_awal"]), ("GOL AKHIR", b["gol_akhir"])):
        if kode:
            isi |= {f"{awal} ID": r.golongan_siasn.get(kode, ""), f"{awal} NAMA": kode}
    if b["gol_akhir"]:
        isi["TMT GOLONGAN"] = _tanggal(b["tmt_golongan"])
        isi |= {k: str(b[v]) for k, v in (("MK TAHUN", "mkg_tahun"), ("MK BULAN", "mkg_bulan")) if b[v] is not None}
    return isi


def _tempat_67(b, r, jalur):
    isi = {}
    if b["jabatan_id"]:
        jabatan = r.jabatan[b["jabatan_id"]]
        jenis = JENIS_JABATAN_EKSPOR[jabatan.jenis]
        isi |= {"JENIS JABATAN ID": jenis, "JENIS JABATAN NAMA": r.tampil("jenis_jabatan", jenis)}
        isi |= {
            "JABATAN ID": jabatan.siasn_id,
            "JABATAN NAMA": jabatan.nama,
            "TMT JABATAN": _tanggal(b["tmt_jabatan"]),
        }
    if b["unit_id"]:
        isi |= {"UNOR ID": r.unit[b["unit_id"]].siasn_id, "UNOR NAMA": jalur(b["unit_id"])}
    return isi


def _pendidikan_67(b, r):
    if not b["tingkat_id"]:
        return {}
    return {
        "TINGKAT PENDIDIKAN ID": b["tingkat_id"],
        "TINGKAT PENDIDIKAN NAMA": r.tampil("tingkat_pendidikan", b["tingkat_id"]),
        "PENDIDIKAN ID": b["pendidikan_id"],
        "PENDIDIKAN NAMA": b["pendidikan_nama"],
        "TAHUN LULUS": str(b["tahun_lulus"] or ""),
        "NAMA SEKOLAH": b["sekolah"],
    }
