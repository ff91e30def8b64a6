"""Profil: apa yang perlu diketahui hukum tentang seorang pegawai pada suatu tanggal.

``profil(per=…)`` folds the riwayat into frozen records by one set-based SQL (``sql/profil.sql``), for one
person or streamed for all, on any date past or future, as known today or as known at an earlier moment
(``sepengetahuan``). An unknown fact is ``None``. ``segarkan`` writes the flat cache ``ProfilKini`` from the
same SQL in one statement.
"""

from dataclasses import dataclass, fields, make_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import itemgetter

from django.db import connection, transaction

from kepegawaian.models import Pegawai, ProfilKini
from kepegawaian.profil_isi import (
    LARIK,
    PENGURAI,
    Diklat,
    Hukuman,
    Ikatan,
    JabatanLama,
    Kartu,
    Kinerja,
    Pangkat,
    Penghargaan,
    Tanggungan,
    Tinggal,
    TundaKgb,
    Ujian,
    UjiKompetensi,
)
from kepegawaian.profil_sql import PISAH, SEMUA, bagian_kolom, nama_kolom, susun_sql
from kepegawaian.siap import jalankan


@dataclass(frozen=True, slots=True)
class Profil:
    """One pegawai on ``per``. Months are whole calendar months, money is rupiah per month.

    ``berhenti``: service has ended (pensiun, diberhentikan). ``tmt_mkg_nol``: the date on which MKG would
    be 0 in the present column (TMT of the last decree less its MKG; CLTN since then shifts it).
    ``jalur_unit``: ids from the root to the unit. ``cuti``: kind of the leave he is on that day (``RiwayatCuti.JENIS``),
    None when he is on none. ``tmt_cpns`` is the first TMT of any status.
    """

    per: date
    pegawai_id: int | None = None
    nip: str | None = None
    tanggal_lahir: date | None = None
    jenis_kelamin: str | None = None
    nama: str | None = None
    gelar_depan: str = ""
    gelar_belakang: str = ""
    status: str | None = None
    tmt_status: date | None = None
    tmt_cpns: date | None = None
    tmt_pns: date | None = None
    kedudukan: str | None = None
    kedudukan_nama: str | None = None
    tmt_kedudukan: date | None = None
    aktif: bool | None = None
    berhenti: bool | None = None
    golongan: str | None = None
    golongan_urutan: int | None = None
    pangkat: str | None = None
    tmt_pangkat: date | None = None
    jenis_kp: str | None = None
    mkg_pangkat: int | None = None
    sk_pangkat_nomor: str | None = None
    sk_pangkat_tanggal: date | None = None
    sk_pangkat_pejabat: str | None = None
    pmk_bulan: int = 0
    cltn_bulan: int = 0
    jejak_pangkat: tuple[Pangkat, ...] = ()
    selisih_siasn: tuple[str, ...] = ()
    tmt_gaji: date | None = None
    jenis_gaji: str | None = None
    sk_gaji_nomor: str | None = None
    sk_gaji_tanggal: date | None = None
    sk_gaji_pejabat: str | None = None
    gaji_tercatat: int | None = None
    tmt_dekret: date | None = None
    mkg_dekret: int | None = None
    gaji_pokok: int | None = None
    tmt_mkg_nol: date | None = None
    tunda_kgb: tuple[TundaKgb, ...] = ()
    unit_id: int | None = None
    unit: str | None = None
    jalur_unit: tuple[int, ...] = ()
    opd_id: int | None = None
    opd: str | None = None
    pola_kerja: str | None = None
    tmt_unit: date | None = None
    jabatan_id: int | None = None
    jabatan: str | None = None
    jenis_jabatan: str | None = None
    eselon: str | None = None
    jenjang: str | None = None
    nama_jf: str | None = None
    kelas: int | None = None
    kepala_unit: bool | None = None
    hasil_penyetaraan: bool | None = None
    jabatan_kode: str | None = None
    bup_kode: str | None = None
    tmt_jabatan: date | None = None
    tmt_pelantikan: date | None = None
    tanggal_spmt: date | None = None
    sk_jabatan_nomor: str | None = None
    sk_jabatan_tanggal: date | None = None
    kelompok_jabatan: str | None = None
    bup: int | None = None
    tmt_pensiun: date | None = None
    tingkat_pendidikan: str | None = None
    pendidikan: str | None = None
    pendidikan_nama: str | None = None
    tahun_lulus: int | None = None
    kinerja: tuple[Kinerja, ...] = ()
    hukuman: tuple[Hukuman, ...] = ()
    diperiksa: bool | None = None
    diklat: tuple[Diklat, ...] = ()
    ujian: tuple[Ujian, ...] = ()
    angka_kredit: Decimal | None = None
    angka_kredit_sampai: date | None = None
    jejak_jabatan: tuple[JabatanLama, ...] = ()
    uji_kompetensi: tuple[UjiKompetensi, ...] = ()
    ikatan: tuple[Ikatan, ...] = ()
    kartu: tuple[Kartu, ...] = ()
    penghargaan: tuple[Penghargaan, ...] = ()
    pasangan_tertanggung: int | None = None
    anak_tertanggung: int | None = None
    tanggungan: tuple[Tanggungan, ...] = ()
    tinggal: str | None = None
    tinggal_sejak: date | None = None
    tinggal_sampai: date | None = None
    jejak_tinggal: tuple[Tinggal, ...] = ()
    cuti: str | None = None
    cuti_sejak: date | None = None
    cuti_sampai: date | None = None
    kontrak_mulai: date | None = None
    kontrak_sampai: date | None = None
    upah: int | None = None

    @property
    def nama_lengkap(self):
        """Name with degrees."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        return f"{depan}{self.nama or ''}" + (f", {self.gelar_belakang}" if self.gelar_belakang else "")


class BelumDimuat:
    """Stands for a section nobody asked for: any use of it is a programming error, never an answer."""

    __slots__ = ("bagian",)

    def __init__(self, bagian):
        self.bagian = bagian

    def _tolak(self, *_):
        raise AttributeError(f"Bagian profil {self.bagian!r} tidak dimuat; sebutkan dalam bagian=….")

    __bool__ = __iter__ = __len__ = __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __add__ = __sub__ = _tolak
    __radd__ = __rsub__ = __str__ = __format__ = __contains__ = __getitem__ = _tolak
    __hash__ = None


# A frozen dataclass sets every field through object.__setattr__. This twin of the same slots is filled much
# faster and then becomes a Profil, which saves a third of the time of a row in the nightly stream.
_Calon = make_dataclass("_Calon", [(f.name, object) for f in fields(Profil)], slots=True)


@cache
def _perakit(bagian):
    """Returns a function (per, row) -> Profil for the columns of ``bagian``; sections not asked for raise."""
    kolom = nama_kolom(bagian)
    letak = {k: i for i, k in enumerate(kolom)}
    urutan, kosong = [], []
    for f in fields(Profil)[1:]:
        if f.name not in letak:
            letak[f.name] = len(letak)
            kosong.append(BelumDimuat(bagian_kolom()[f.name]))
        urutan.append(letak[f.name])
    ambil, kosong = itemgetter(*urutan), tuple(kosong)
    teks = [(nama, letak[nama], urai) for nama, urai in PENGURAI.items() if nama in kolom]
    larik = [(nama, letak[nama]) for nama in LARIK if nama in kolom]

    def rakit(per, baris):
        hasil = _Calon(per, *ambil(baris + kosong))
        for nama, i, urai in teks:
            isi = baris[i]
            setattr(hasil, nama, tuple(map(urai, isi.split(PISAH))) if isi else ())
        for nama, i in larik:
            setattr(hasil, nama, tuple(baris[i] or ()))
        hasil.__class__ = Profil
        return hasil

    return rakit


def _sasaran(kunci, orang):
    """(condition, values) for some people. Of one by equality: PostgreSQL keeps its plan only when it knows that one comes."""
    if len(orang) == 1:
        return f"{kunci} = %(orang)s", {"orang": orang[0]}
    return f"{kunci} = ANY(%(orang)s)", {"orang": orang}


def profil(*, per, ids=None, nips=None, rentang=None, sepengetahuan=None, bagian=SEMUA):
    """Yields the Profil of each pegawai on ``per``, ordered by id.

    ``ids``: list of pegawai ids, or ``nips``: of their NIP, or ``rentang``: (first, last) id, or none of them for all.
    A NIP nobody here has is passed over. ``sepengetahuan``: aware datetime, to answer as it was known then. ``bagian``:
    sections of the profile; others raise when touched. Streams through a server-side cursor, so memory stays flat.
    """
    bagian, orang = tuple(bagian), ids if ids is not None else nips
    if orang is not None:
        orang, kunci = list(orang), "p.id" if ids is not None else "p.nip"
        if not orang:
            return
        sasaran, nilai = _sasaran(kunci, orang)
    elif rentang is not None:
        sasaran, nilai = "p.id BETWEEN %(dari)s AND %(sampai)s", {"dari": rentang[0], "sampai": rentang[1]}
    else:
        sasaran, nilai = "true", {}
    satu = orang is not None and len(orang) == 1
    sql = susun_sql(bagian, dua_jam=sepengetahuan is not None, sasaran=sasaran, satu=satu) + "\nORDER BY p.id"
    nilai |= {"per": per, "tahu": sepengetahuan}
    rakit = _perakit(bagian)
    if orang is not None and len(orang) <= 1000:
        with connection.cursor() as kursor:
            # A plan for any one person; of many PostgreSQL shall know how many.
            jalankan(kursor, sql, nilai) if satu else kursor.execute(sql, nilai)
            for baris in kursor:
                yield rakit(per, baris)
        return
    with transaction.atomic(), connection.chunked_cursor() as kursor:
        kursor.execute(sql, nilai)
        while potongan := kursor.fetchmany(2000):
            for baris in potongan:
                yield rakit(per, baris)


def profil_satu(pegawai_id, *, per, sepengetahuan=None, bagian=SEMUA):
    """The Profil of one pegawai on ``per``. Raises Pegawai.DoesNotExist."""
    for satu in profil(per=per, ids=[pegawai_id], sepengetahuan=sepengetahuan, bagian=bagian):
        return satu
    raise Pegawai.DoesNotExist(pegawai_id)


# Columns of ProfilKini and what of the profile SQL they are.
_KINI = {
    "pegawai_id": "pegawai_id",
    "nip": "nip",
    "nama": "coalesce(nama, '')",
    "gelar_depan": "gelar_depan",
    "gelar_belakang": "gelar_belakang",
    "jenis_kelamin": "jenis_kelamin",
    "tanggal_lahir": "tanggal_lahir",
    "status": "status",
    "kedudukan_id": "kedudukan",
    "aktif": "coalesce(aktif, true)",
    "tmt_kedudukan": "tmt_kedudukan",
    "unit_id": "unit_id",
    "opd_id": "opd_id",
    "jalur_unit": "jalur_unit",
    "golongan_id": "golongan",
    "golongan_urutan": "golongan_urutan",
    "tmt_pangkat": "tmt_pangkat",
    "jabatan_id": "jabatan_id",
    "jenis_jabatan": "jenis_jabatan",
    "eselon_id": "eselon",
    "jenjang": "jenjang",
    "tmt_jabatan": "tmt_jabatan",
    "pendidikan_id": "tingkat_pendidikan",
    "gaji_pokok": "gaji_pokok",
    "mkg_bulan": "mkg_dekret",
    "tmt_mkg_nol": "tmt_mkg_nol",
    "tmt_cpns": "tmt_cpns",
    "bup": "bup",
    "tmt_pensiun": "tmt_pensiun",
    "kontrak_sampai": "kontrak_sampai",
    "per": "%(per)s::date",
}
BAGIAN_KINI = ("pangkat", "gaji", "unit", "jabatan", "pendidikan", "kontrak")


@cache
def _sql_segarkan(sasaran, satu):
    dalam = susun_sql(BAGIAN_KINI, dua_jam=False, sasaran=sasaran, satu=satu)
    tabel = ProfilKini._meta.db_table
    ubah = ", ".join(f"{k} = EXCLUDED.{k}" for k in _KINI if k != "pegawai_id")
    # Rows that stay the same are not written again: the night touches only what time has changed.
    beda = " OR ".join(f"t.{k} IS DISTINCT FROM EXCLUDED.{k}" for k in _KINI if k not in ("pegawai_id", "per"))
    return (
        f"INSERT INTO {tabel} AS t ({', '.join(_KINI)})\n"
        f"SELECT {', '.join(_KINI.values())} FROM ({dalam}) AS q\n"
        f"ON CONFLICT (pegawai_id) DO UPDATE SET {ubah} WHERE {beda}"
    )


def segarkan(ids=None, *, per):
    """Rewrites ProfilKini of ``ids`` (None: everyone) as of ``per`` in one statement; returns rows written.

    Called once per transaction that changes riwayat, and every night since time itself changes profiles.
    """
    ids = None if ids is None else list(ids)
    sasaran, nilai = ("true", {}) if ids is None else _sasaran("p.id", ids)
    satu = ids is not None and len(ids) == 1
    sql, nilai = _sql_segarkan(sasaran, satu), nilai | {"per": per}
    with connection.cursor() as kursor:
        jalankan(kursor, sql, nilai) if satu else kursor.execute(sql, nilai)
        return kursor.rowcount
