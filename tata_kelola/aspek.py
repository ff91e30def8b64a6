"""Empat belas aspek manajemen PNS (PP 11/2017 Pasal 2 huruf a–n) dengan layanan, volume, dan waktunya; counts only, no names.

Not everything a BKD does is a usulan: planning, selection, classes and SKP have pages of their own, whose volume is counted here
beside the layanan (``proses``).
"""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from diklat.models import KegiatanPelatihan, TugasBelajar
from eperformance.models import Skp
from karier.models import KegiatanUji
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hitung import Hitung, awal_hari, tanya
from kepegawaian.models import ProfilKini, RiwayatDiklat
from layanan import katalog, uraian
from pengadaan.models import AnalisisJabatan, Formasi, Pelamar, Seleksi
from pensiun.menu import PELIHAT_ANGKA
from tata_kelola import kepatuhan, setelan

SQL = (Path(__file__).parent / "sql" / "volume.sql").read_text(encoding="utf-8")
DASAR = "PP 11/2017"
BKD = ("staf_bkd", "pejabat_bkd", "inspektorat")
BANYAK = 12
SLA = "sla_bawaan_hari_kerja"


@dataclass(frozen=True, slots=True)
class Proses:
    """Work of an aspect that is no usulan: its page, who opens it, and what is counted."""

    kunci: str
    nama: str
    url_name: str
    untuk: tuple
    satuan: str
    waktu: str


@dataclass(slots=True)
class BarisLayanan:
    """One layanan: volume of twelve months, promised and real time, and how its steps keep their deadlines."""

    layanan: object
    sla: int
    masuk: int = 0
    berjalan: int = 0
    selesai: int = 0
    ditolak: int = 0
    median: float | None = None
    patuh: object = None
    rahasia: bool = False


@dataclass(slots=True)
class Aspek:
    """One letter of PP 11/2017 Pasal 2."""

    huruf: str
    nama: str
    layanan: list = field(default_factory=list)
    proses: list = field(default_factory=list)

    @property
    def jumlah(self):
        """(applied, running, finished) of its layanan together, confidential ones left out."""
        return tuple(
            sum(getattr(b, n) for b in self.layanan if not b.rahasia) for n in ("masuk", "berjalan", "selesai")
        )


PROSES = {
    "a": (
        Proses("abk", "Analisis beban kerja", "pengadaan:abk_list", BKD, "analisis tahun ini", "tiap tahun"),
        Proses("formasi", "Usul dan penetapan formasi", "pengadaan:formasi_list", (*BKD, "pimpinan"), "formasi tahun ini", "tiap tahun"),
    ),
    "b": (
        Proses("seleksi", "Seleksi CPNS dan PPPK", "pengadaan:seleksi_list", ("pejabat_bkd", "inspektorat"), "seleksi", "menurut jadwal BKN"),
        Proses("pelamar", "Pelamar", "pengadaan:seleksi_list", ("pejabat_bkd", "inspektorat"), "pelamar", "menurut jadwal BKN"),
    ),
    "d": (
        Proses("pelatihan", "Penyelenggaraan pelatihan", "diklat:kegiatan_list", (*BKD, "pimpinan"), "kegiatan 12 bulan", "menurut rencana tahunan"),
        Proses("sertifikat", "Pelatihan yang tercatat", "diklat:kebutuhan_list", (*BKD, "pimpinan"), "sertifikat 12 bulan", "sejak sertifikat terbit"),
        Proses("studi", "Tugas belajar berjalan", "diklat:tugas_belajar_list", (*BKD, "pimpinan"), "pegawai", "menurut keputusannya"),
    ),
    "e": (Proses("uji", "Uji kompetensi", "karier:uji_list", BKD, "kegiatan 12 bulan", "menurut jadwal"),),
    "h": (Proses("skp", "SKP tahun ini", "eperformance:papan", (*BKD, "pimpinan"), "SKP", "tiap tahun, dievaluasi berkala"),),
    "m": (Proses("pensiun", "Proyeksi dan perkiraan hak pensiun", "pensiun:proyeksi_list", PELIHAT_ANGKA, "pegawai pensiun 12 bulan ke depan", "disiapkan sebelum TMT"),),
}  # fmt: skip


def _angka(hari_ini):
    """Expressions of what PROSES counts."""
    tahun, sejak = hari_ini.year, tambah_bulan(hari_ini, -BANYAK)
    return {
        "abk": Hitung(AnalisisJabatan.objects.filter(tahun=tahun)),
        "formasi": Hitung(Formasi.objects.filter(tahun=tahun)),
        "seleksi": Hitung(Seleksi.objects.filter(tahun__gte=tahun - 1)),
        "pelamar": Hitung(Pelamar.objects.filter(seleksi__tahun__gte=tahun - 1)),
        "pelatihan": Hitung(KegiatanPelatihan.objects.filter(mulai__gte=sejak, mulai__lte=hari_ini).exclude(tahap="batal")),
        "sertifikat": Hitung(RiwayatDiklat.objects.filter(tmt__gte=sejak, dibatalkan_pada=None)),
        "studi": Hitung(TugasBelajar.objects.filter(keadaan="berjalan")),
        "uji": Hitung(KegiatanUji.objects.filter(tanggal_mulai__gte=sejak).exclude(status="batal")),
        "skp": Hitung(Skp.objects.filter(periode__tahun=tahun).exclude(status="batal")),
        "pensiun": Hitung(
            ProfilKini.objects.filter(aktif=True, tmt_pensiun__gte=hari_ini, tmt_pensiun__lt=tambah_bulan(hari_ini, BANYAK))
        ),
    }  # fmt: skip


def volume(hari_ini):
    """{slug: (applied, running, finished, refused, median calendar days)} of the last twelve months; one query."""
    with connection.cursor() as kursor:
        kursor.execute(SQL, {"sejak": awal_hari(tambah_bulan(hari_ini, -BANYAK))})
        return {slug: tuple(angka) for slug, *angka in kursor.fetchall()}


def sla_layanan(acuan, hari_ini):
    """{slug: working days promised for its obligatory steps, as the office has set them}; one query."""
    bawaan = acuan.setelan(SLA, hari_ini)
    return {
        la.slug: sum(bawaan if s.sla is None else s.sla for s in langkah if s.dipakai and s.langkah.wajib and s.langkah.bila is None)
        for la, langkah in setelan.langkah_semua(acuan, hari_ini).items()
    }  # fmt: skip


def susun(hak, acuan, hari_ini):
    """[Aspek] a to n and tata naskah, each with its layanan and processes; four queries at any number of usulan."""
    tertutup, isi, sla = set(hak.rahasia_tertutup), volume(hari_ini), sla_layanan(acuan, hari_ini)
    _, patuh = kepatuhan.menurut_layanan(hari_ini, BANYAK, tertutup)
    patuh = {b.kode: b.jumlah for b in patuh}
    aspek = {huruf: Aspek(huruf, nama) for huruf, nama in uraian.ASPEK.items()}
    for la in katalog.semua():
        baris = BarisLayanan(la, sla.get(la.slug, 0), rahasia=la.slug in tertutup)
        if not baris.rahasia:
            baris.masuk, baris.berjalan, baris.selesai, baris.ditolak, baris.median = isi.get(
                la.slug, (0, 0, 0, 0, None)
            )
            baris.patuh = patuh.get(la.slug)
        aspek[la.aspek].layanan.append(baris)
    angka = tanya(hak.pengguna_id, {f"aspek_{k}": e for k, e in _angka(hari_ini).items()})
    for huruf, daftar in PROSES.items():
        aspek[huruf].proses = [(p, angka[f"aspek_{p.kunci}"], hak.punya(*p.untuk)) for p in daftar]
    return list(aspek.values())
