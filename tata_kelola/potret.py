"""Potret bulanan: keadaan hari terakhir sebuah bulan, dihitung sekali dari Profil hari itu dan tidak berubah lagi.

The monthly report of a past month and the open data read it, so that a report shows its own month and open data move once a
month only: two downloads cannot be subtracted to find one person. The cells are counted by the database in one statement
over the profile query; only they come to Python, to be named. Reading order: ``ambil``, ``buat``.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction

from kepegawaian import filters
from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import USIA
from kepegawaian.profil_sql import susun_sql
from tata_kelola.models import PotretBulan

JENIS = {"struktural": "Struktural", "fungsional": "Fungsional", "pelaksana": "Pelaksana"}
KELAMIN = dict(filters.KELAMIN)
STATUS = {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK", "PPPK_PW": "PPPK paruh waktu"}
TINGKAT = ("ringan", "sedang", "berat")
BELUM = "belum tercatat"
TAHUN_PENSIUN = 5
KUNCI = 0x504F54  # advisory lock, its second number the month
# Sets with the columns they are counted by; "semua" is what tells that a month was taken at all.
HIMPUNAN = {
    "semua": (), "status": ("status",), "kelamin-usia": ("usia", "jenis_kelamin"), "pendidikan": ("pendidikan",),
    "golongan": ("golongan",), "jabatan": ("jenis_jabatan", "jenis_kelamin"), "opd": ("opd",),
    "opd-jabatan": ("opd", "jenis_jabatan"), "pensiun": ("tahun_pensiun",), "pensiun-setahun": ("setahun",),
}  # fmt: skip
KOLOM = tuple(dict.fromkeys(k for kolom in HIMPUNAN.values() for k in kolom))
ORANG = """
    SELECT q.pegawai_id, q.status, q.jenis_kelamin, q.jenis_jabatan, q.golongan, q.opd_id::text AS opd,
           q.tingkat_pendidikan AS pendidikan,
           width_bucket(extract(year FROM age(%(per)s::date, q.tanggal_lahir))::int, ARRAY[{usia}]) AS usia,
           CASE WHEN q.tmt_pensiun > %(per)s AND q.tmt_pensiun < %(lima)s THEN extract(year FROM q.tmt_pensiun)::int END
               AS tahun_pensiun,
           CASE WHEN q.tmt_pensiun > %(per)s AND q.tmt_pensiun < %(setahun)s THEN 1 END AS setahun
    FROM ({dalam}) q WHERE coalesce(q.aktif, true) AND coalesce(q.status, q.golongan, q.jabatan_id::text) IS NOT NULL
"""
HITUNG = """
    WITH orang AS MATERIALIZED ({orang})
    SELECT grouping({kolom}), {teks}, count(*) FROM orang GROUP BY GROUPING SETS ({himpunan})
    UNION ALL
    SELECT -1, j.tingkat, {kosong}, count(DISTINCT h.pegawai_id) FROM kepegawaian_riwayathukuman h
    JOIN kepegawaian_jenishukuman j ON j.kode = h.jenis_id JOIN orang ON orang.pegawai_id = h.pegawai_id
    WHERE h.dibatalkan_pada IS NULL AND h.tmt <= %(per)s AND (h.sampai IS NULL OR h.sampai >= %(per)s) GROUP BY 2
"""


def hari_akhir(bulan):
    """The last day of the month whose first day is ``bulan``."""
    return tambah_bulan(bulan, 1) - timedelta(days=1)


def bulan_lalu(hari_ini):
    """First day of the month that ended last."""
    return tambah_bulan(hari_ini.replace(day=1), -1)


def terakhir():
    """First day of the newest month taken; None without one."""
    return PotretBulan.objects.order_by("-bulan").values_list("bulan", flat=True).first()


def bulan_ada():
    """First days of every month taken, newest first."""
    return list(PotretBulan.objects.filter(himpunan="semua").order_by("-bulan").values_list("bulan", flat=True))


@dataclass(frozen=True, slots=True)
class Potret:
    """One month. ``sel``: {himpunan: {(key, …): (how many, (word, …))}}."""

    per: date
    sel: dict

    @property
    def jumlah(self):
        """Everybody."""
        return sum(n for n, _ in self.sel.get("semua", {}).values())

    def menurut(self, himpunan, letak=0):
        """{key: how many} of one dimension of a set."""
        hasil = defaultdict(int)
        for kunci, (n, _) in self.sel.get(himpunan, {}).items():
            hasil[kunci[letak]] += n
        return dict(hasil)

    def kata(self, himpunan):
        """{(word, …): how many}: cells of the same name together."""
        hasil = defaultdict(int)
        for n, kata in self.sel.get(himpunan, {}).values():
            hasil[kata] += n
        return dict(hasil)


def ambil(bulan, himpunan=None):
    """The Potret of a month, or of one set of it; None when it was never taken. One query."""
    baris = PotretBulan.objects.filter(bulan=bulan, **({"himpunan": himpunan} if himpunan else {}))
    sel = defaultdict(dict)
    for b in baris:
        dua = 1 + bool(b.kata_kedua)
        sel[b.himpunan][(b.utama, b.kedua)[:dua]] = (b.jumlah, (b.kata_utama, b.kata_kedua)[:dua])
    return Potret(hari_akhir(bulan), dict(sel)) if sel else None


def buat(bulan, acuan, hari_ini):
    """Takes the month unless it was taken; True when it did. Refused (ValueError): a month that has not ended.

    Effects, in one transaction under the lock of the month: its PotretBulan rows.
    """
    if hari_akhir(bulan) >= hari_ini:
        raise ValueError(f"{bulan:%Y-%m} belum berakhir")
    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [KUNCI, bulan.year * 12 + bulan.month])
        if PotretBulan.objects.filter(bulan=bulan).exists():
            return False
        PotretBulan.objects.bulk_create(_baris(bulan, acuan), batch_size=2000)
    return True


def buat_malam(acuan, hari_ini):
    """The month that ended last, unless it was taken; the month or None."""
    bulan = bulan_lalu(hari_ini)
    return bulan if buat(bulan, acuan, hari_ini) else None


def _sql():
    orang = ORANG.format(
        dalam=susun_sql(("pangkat", "unit", "jabatan", "pendidikan"), dua_jam=False, sasaran="true"),
        usia=", ".join(str(b) for b, _ in USIA),
    )
    return HITUNG.format(
        orang=orang, kolom=", ".join(KOLOM), teks=", ".join(f"{k}::text" for k in KOLOM),
        kosong=", ".join("NULL" for _ in KOLOM[1:]), himpunan=", ".join(f"({', '.join(h)})" for h in HIMPUNAN.values()),
    )  # fmt: skip


def _baris(bulan, acuan):
    """The rows of a month, unsaved; cells whose key has no meaning here (who does not retire) are left out."""
    per = hari_akhir(bulan)
    # grouping() has a bit for every column a set does not group by, the first column the highest.
    tanda = {
        sum(1 << i for i, k in enumerate(reversed(KOLOM)) if k not in kolom): nama for nama, kolom in HIMPUNAN.items()
    }
    nilai = {"per": per, "setahun": tambah_bulan(bulan, 13), "lima": tambah_bulan(bulan, 12 * TAHUN_PENSIUN + 1)}
    with connection.cursor() as kursor:
        kursor.execute(_sql(), nilai)
        jawab = kursor.fetchall()
    sel = {("semua", ("",)): 0}
    for kelompok, *kunci, n in jawab:
        nama = tanda.get(kelompok, "hukuman")
        if nama == "hukuman":
            kunci = (kunci[0],)
        else:
            isi = dict(zip(KOLOM, kunci, strict=True))
            kunci = tuple(_lipat(k, isi[k], acuan) for k in HIMPUNAN[nama]) or ("",)
        if nama.startswith("pensiun") and not kunci[0]:
            continue
        sel[nama, kunci] = sel.get((nama, kunci), 0) + n
    return [_satu(bulan, nama, kunci, n, acuan) for (nama, kunci), n in sel.items()]


def _satu(bulan, nama, kunci, n, acuan):
    kolom = HIMPUNAN.get(nama, ())
    kata = [sebut(k, isi, acuan) for k, isi in zip(kolom, kunci, strict=False)] or [kunci[0]]
    dua = len(kunci) > 1
    return PotretBulan(
        bulan=bulan, himpunan=nama, utama=kunci[0], kedua=kunci[1] if dua else "", kata_utama=kata[0],
        kata_kedua=kata[1] if dua else "", jumlah=n,
    )  # fmt: skip


def _lipat(kolom, kunci, acuan):
    """The key as it is kept: ages from 0, pendidikan by its equal level, "" for what is not known."""
    if kolom == "usia":
        return str(max(int(kunci or 1) - 1, 0))
    return (acuan.setara_pendidikan.get(kunci, "") if kolom == "pendidikan" else kunci) or ""


def sebut(kolom, kunci, acuan):
    """The word of a key."""
    if kolom == "usia":
        return USIA[int(kunci)][1]
    if kolom == "opd":
        unit = acuan.unit.get(int(kunci)) if kunci else None
        return unit.nama if unit else BELUM.capitalize()
    kata = {"status": STATUS, "jenis_kelamin": KELAMIN, "jenis_jabatan": JENIS}.get(kolom)
    return (kata.get(kunci, "") if kata else kunci) or BELUM.capitalize()
