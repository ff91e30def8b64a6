"""Referensi: tabel acuan hukum untuk dibaca; diubah hanya lewat berkas data dan ``muat_referensi``."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from kepegawaian import models as m


@dataclass(frozen=True, slots=True)
class Tabel:
    """A reference table as a page: columns, and rows of texts; the last columns are source and confidence."""

    kunci: str
    judul: str
    uraian: str
    kolom: tuple[str, ...]
    baris: Any


def _berlaku(b):
    return (b.berlaku_sejak, b.berlaku_sampai)


def _golongan():
    for g in m.Golongan.objects.all():
        yield (g.jenis, g.kode, g.pangkat or "tanpa sebutan pangkat"), None, g.dasar, ""


def _bup():
    for b in m.BUP.objects.all():
        yield (b.jabatan, f"{b.tahun} tahun"), _berlaku(b), b.dasar, b.keyakinan


def _eselon():
    for e in m.Eselon.objects.all():
        rentang = f"{e.pangkat_terendah_id} sampai {e.pangkat_tertinggi_id}"
        yield (e.kode, e.kelompok.replace("_", " "), rentang, e.diklat or "tidak disyaratkan"), None, e.dasar, ""


def _pendidikan():
    for p in m.PendidikanGolongan.objects.all():
        bebas = ["tingkat I"] * p.bebas_ujian_dinas_1 + ["tingkat II"] * p.bebas_ujian_dinas_2
        yield (
            (p.nama, p.golongan_awal_id, p.puncak_reguler_id, p.golongan_pppk_id or "tidak ada", ", ".join(bebas) or "tidak"),
            _berlaku(p), p.dasar, p.keyakinan,
        )  # fmt: skip


def _hukuman():
    for h in m.JenisHukuman.objects.all():
        lama = f"{h.durasi_bulan} bulan" if h.durasi_bulan else "tanpa jangka waktu"
        tahan = ", ".join(["KGB"] * h.tahan_kgb + ["kenaikan pangkat"] * h.tahan_kp) or "tidak"
        yield (h.nama, h.tingkat, lama, tahan), _berlaku(h), h.dasar_hukum, ""


def _pemberhentian():
    for j in m.JenisPemberhentian.objects.select_related("kedudukan", "kedudukan_tanpa_hak"):
        syarat = [f"usia {j.usia_min} tahun"] * bool(j.usia_min) + [f"masa kerja pensiun {j.mkp_min} tahun"] * bool(
            j.mkp_min
        )
        hak = j.get_hak_display() + (f": {', '.join(syarat)}" if syarat else "")
        sesudah = j.kedudukan.nama
        if j.kedudukan_tanpa_hak_id and j.kedudukan_tanpa_hak_id != j.kedudukan_id:
            sesudah += f"; tanpa hak: {j.kedudukan_tanpa_hak.nama}"
        yield (
            (f"{j.nama} ({j.status})", j.sifat, hak, j.penetap, j.dokumen or "–", sesudah),
            _berlaku(j),
            j.dasar,
            j.keyakinan,
        )


def _periode():
    for p in m.PeriodeKP.objects.all():
        yield (", ".join(map(str, p.bulan)),), _berlaku(p), p.dasar, p.keyakinan


def _penetap():
    for p in m.PejabatPenetapKP.objects.all():
        dibuat = "dicetak portal" if p.dicetak else "dibuat di luar, direkam portal"
        yield (
            (f"{p.golongan_min_id} sampai {p.golongan_maks_id}", p.pejabat, dibuat),
            _berlaku(p),
            p.dasar,
            p.keyakinan,
        )


DAFTAR = (
    Tabel("golongan", "Golongan dan pangkat", "Golongan ruang PNS dan golongan PPPK.", ("Jenis", "Golongan", "Pangkat"), _golongan),
    Tabel(
        "bup", "Batas usia pensiun", "Usia saat pegawai mencapai batas usia pensiun, menurut kelompok jabatannya.",
        ("Jabatan", "Usia"), _bup,
    ),
    Tabel(
        "eselon", "Eselon", "Rentang pangkat dan diklat struktural tiap eselon.",
        ("Eselon", "Kelompok", "Pangkat", "Diklat"), _eselon,
    ),
    Tabel(
        "pendidikan", "Pendidikan dan golongan", "Golongan awal dan puncak kenaikan pangkat reguler menurut pendidikan.",
        ("Pendidikan", "Golongan awal", "Puncak reguler", "Golongan PPPK", "Bebas ujian"), _pendidikan,
    ),
    Tabel(
        "hukuman", "Jenis hukuman disiplin", "Tingkat, lama, dan apa yang tertahan olehnya.",
        ("Hukuman", "Tingkat", "Lama", "Menahan"), _hukuman,
    ),
    Tabel(
        "pemberhentian", "Jenis pemberhentian", "Hak pensiun, penetap, berkas khusus, dan kedudukan hukum sesudahnya.",
        ("Jenis", "Sifat", "Hak pensiun", "Penetap", "Berkas khusus", "Sesudahnya"), _pemberhentian,
    ),
    Tabel("periode-kp", "Periode kenaikan pangkat", "Bulan TMT kenaikan pangkat yang sah.", ("Bulan TMT",), _periode),
    Tabel(
        "penetap-kp", "Pejabat yang menetapkan kenaikan pangkat", "Siapa menetapkan, menurut golongan baru.",
        ("Golongan baru", "Pejabat", "Surat keputusan"), _penetap,
    ),
)  # fmt: skip
PER_KUNCI = {t.kunci: t for t in DAFTAR}


@dataclass(frozen=True, slots=True)
class KisiGaji:
    """A version of the pay table of one kind: rows by MKG, a column for each golongan."""

    jenis: str
    sejak: Any
    golongan: list
    baris: list
    dasar: str


def versi_gaji():
    """[(jenis, berlaku_sejak)] of all pay tables, newest first."""
    return list(
        m.TabelGaji.objects.order_by("golongan__jenis", "-berlaku_sejak")
        .values_list("golongan__jenis", "berlaku_sejak")
        .distinct()
    )


def kisi_gaji(jenis, sejak, kelompok=""):
    """KisiGaji of one version; ``kelompok`` (I, II, III, IV) keeps the columns of that group of PNS golongan."""
    sel, dasar = defaultdict(dict), ""
    golongan = {}
    for t in m.TabelGaji.objects.filter(golongan__jenis=jenis, berlaku_sejak=sejak).select_related("golongan"):
        if kelompok and t.golongan_id.split("/")[0] != kelompok:
            continue
        golongan[t.golongan.urutan] = t.golongan_id
        sel[t.mkg][t.golongan.urutan] = t.gaji
        dasar = t.dasar
    urutan = sorted(golongan)
    baris = [(mkg, [sel[mkg].get(u) for u in urutan]) for mkg in sorted(sel)]
    return KisiGaji(jenis, sejak, [golongan[u] for u in urutan], baris, dasar)
