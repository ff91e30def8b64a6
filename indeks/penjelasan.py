"""Penjelasan indeks: the same answer as ``aturan.ukur``, in sentences, and what would raise it. Pure.

Works on the indicators alone, as stored with every result, and says more when the Profil is at hand. Advice is
sorted by the points it gains; in the dimension kompetensi a gain above 40 does not count.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from indeks.aturan import BELUM, MEMENUHI, PERIKSA, TIDAK, ukur
from indeks.setelan import pecahan
from indeks.tabel import (
    DASAR_C,
    DIMENSI,
    INDIKATOR,
    JENJANG_KELOMPOK,
    MAKS_KOMPETENSI,
    NAMA_DIKLAT,
    NAMA_KELOMPOK,
    PENDIDIKAN_BERIKUT,
    SEBAB,
)
from kepegawaian.aturan import tulis_tanggal

KEADAAN = {
    MEMENUHI: ("Memenuhi", "terpenuhi"),
    TIDAK: ("Tidak memenuhi", "gagal"),
    BELUM: ("Belum ada data", "netral"),
    PERIKSA: ("Perlu diperiksa", "perhatian"),
}
# A name of study that says its level itself: "S-1 Hukum", "D-III Kebidanan", "SMA IPA".
SEBUT_TINGKAT = re.compile(
    r"(S-?[123]|D-?[1-4IV]+|SLTA|SMA|SMK|SLTP|SMP|SD|MA|PROFESI|DIPLOMA|SARJANA|MAGISTER)\b", re.IGNORECASE
)
BERTINGKAT = ("pendidikan", "bobot_dasar", "kinerja")
# What is said of a setting whose source is not certain, wherever a result rests on it.
ASUMSI = {
    "ip_tanggal_acuan": "Tanggal acuan pengukuran ialah 31 Desember.",
    "ip_mode_batas": "Pecahan di antara dua pita nilai ikut pita yang lebih rendah.",
    "ip_tahun_kinerja": "Predikat yang dipakai ialah predikat tahun pengukuran itu sendiri sejak 2022.",
    "ip_tabel_tambahan_c": "Besar tambahan tiap diklat pada generasi C tidak ditemukan; dipakai tabel generasi B.",
    "ip_peta_predikat": "Skor predikat Kurang dan Sangat Kurang berbeda antarsumber.",
    "ip_hitung_pppk_paruh_waktu": "PPPK paruh waktu tidak disebut dalam peraturan yang ditemukan.",
}


class Rujukan(NamedTuple):
    """A riwayat row an indicator rests on: its kind (key of JENIS_RIWAYAT), id and label."""

    jenis: str
    id: int
    label: str


class Uraian(NamedTuple):
    """One indicator as shown."""

    kode: str
    nama: str
    dimensi: str
    skor: Decimal
    maks: Decimal
    keadaan: str
    kalimat: str
    rujukan: tuple
    dasar: object
    keyakinan: str
    catatan: str

    @property
    def tanda(self):
        """Word and kind of the tag; a level or a predikat is on record, not met."""
        if self.keadaan == MEMENUHI and self.kode in BERTINGKAT:
            return "Tercatat", "info"
        return KEADAAN[self.keadaan]


class Saran(NamedTuple):
    """What would raise the index: points gained, and how; ``butuh``: hours of training still missing (teknis)."""

    kode: str
    poin: Decimal
    kalimat: str
    butuh: int = 0


class Dimensi(NamedTuple):
    """One dimension: name, value, maximum and the sentence that matters most."""

    kode: str
    nama: str
    nilai: Decimal
    maks: Decimal
    kalimat: str


class Penjelasan(NamedTuple):
    """The whole answer for the screen. ``sebab``: why not counted or not measurable, then the rest is empty."""

    terukur: bool
    sebab: str = ""
    total: Decimal | None = None
    kategori: str = ""
    dimensi: tuple = ()
    uraian: tuple = ()
    peningkatan: tuple = ()
    perkiraan: int | None = None


def jelaskan(p, a, daftar_kinerja=None):
    """Measures the Profil ``p`` and explains the result."""
    u = ukur(p, a, daftar_kinerja)
    if not u.terukur:
        return Penjelasan(False, SEBAB.get(u.sebab, u.sebab))
    return susun(
        u.butir, a, total=pecahan(u.total), kategori=u.kategori, jenis=p.jenis_jabatan, perkiraan=u.perkiraan, p=p
    )


def susun(butir, a, *, total, kategori, jenis, perkiraan=None, p=None):
    """The Penjelasan of indicators already measured; ``jenis`` of the post, ``p`` the Profil where it is at hand."""
    uraian = tuple(_uraian(b, a, jenis, p) for b in butir)
    return Penjelasan(
        True,
        "",
        total,
        kategori,
        tuple(_dimensi(kode, uraian) for kode in DIMENSI),
        uraian,
        peningkatan(butir, a, jenis, p),
        perkiraan,
    )


def maksimum(kode, a, jenis):
    """Highest score of an indicator for a kind of post, in hundredths."""
    if kode == "pendidikan":
        return max(a.pendidikan.values())
    if kode == "bobot_dasar":
        return max(a.bobot_dasar.values())
    if kode == "kinerja":
        return max(a.predikat.values())
    if kode == "disiplin":
        return a.disiplin[""]
    return a.kompetensi[jenis][kode]


def _dimensi(kode, uraian):
    """Meter of one dimension; its sentence is that of the first indicator that is not met, else of the first."""
    isi = [u for u in uraian if u.dimensi == kode]
    nilai = min(sum((u.skor for u in isi), Decimal(0)), Decimal(DIMENSI[kode][1]))
    kurang = [u for u in isi if u.keadaan != MEMENUHI]
    return Dimensi(kode, DIMENSI[kode][0], nilai, Decimal(DIMENSI[kode][1]), (kurang or isi)[0].kalimat)


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────


def _uraian(b, a, jenis, p):
    tentang = INDIKATOR[b.kode]
    return Uraian(
        b.kode,
        tentang.nama,
        tentang.dimensi,
        pecahan(b.skor),
        pecahan(maksimum(b.kode, a, jenis)),
        b.keadaan,
        _KALIMAT[b.kode](b, a, p),
        _rujukan(b, p),
        DASAR_C if a.generasi == "C" and tentang.dimensi in ("kompetensi", "kinerja") else tentang.dasar,
        tentang.keyakinan,
        tentang.catatan,
    )


def _rujukan(b, p):
    """The rows used, with a label where the Profil is at hand."""
    if p is None or not b.ids:
        return ()
    if b.kode in ("kinerja", "bobot_dasar"):
        return tuple(Rujukan("kinerja", i, f"Predikat {b.nilai[0]}") for i in b.ids)
    if b.kode == "disiplin":
        label = {h.id: f"Hukuman {h.tingkat} TMT {tulis_tanggal(h.tmt)}" for h in p.hukuman}
        return tuple(Rujukan("hukuman", i, label.get(i, "")) for i in b.ids)
    label = {d.id: f"{d.nama}, selesai {tulis_tanggal(d.tanggal_selesai)}" for d in p.diklat}
    return tuple(Rujukan("diklat", i, label.get(i, "")) for i in b.ids)


def _pendidikan(b, a, p):
    if b.keadaan == BELUM:
        return "Pendidikan belum tercatat."
    if b.keadaan == PERIKSA:
        return f"Tingkat {b.nilai} tidak ada pada tabel kualifikasi."
    sama = p is not None and p.pendidikan == b.nilai
    nama = (p.pendidikan_nama or "").strip() if sama else ""
    lulus = f", {p.tahun_lulus}" if sama and p.tahun_lulus else ""
    return nama + lulus if SEBUT_TINGKAT.match(nama) else f"{b.nilai} {nama}".strip() + lulus


def _kinerja(b, a, p):
    if b.nilai is None:
        return f"Predikat kinerja tahun {a.tahun_kinerja} belum tercatat."
    tahun, hasil = b.nilai
    if b.keadaan != MEMENUHI:
        return f"Predikat {hasil or 'kosong'} tahun {tahun} tidak dikenal."
    nilai = "Nilai" if str(hasil)[:1].isdigit() else "Predikat"
    sementara = f"; predikat {a.tahun_kinerja} belum ada" if tahun != a.tahun_kinerja else ""
    return f"{nilai} {str(hasil).replace('.', ',')}, {tahun}{sementara}"


def _pimpinan(b, a, p):
    jenjang = NAMA_KELOMPOK.get(p.kelompok_jabatan, "jabatan ini") if p is not None else "jabatan ini"
    return {
        MEMENUHI: f"Diklat kepemimpinan sesuai jenjang sudah ada ({b.nilai}).",
        TIDAK: f"Diklat kepemimpinan yang tercatat di bawah jenjang {jenjang}.",
        BELUM: f"Belum ada diklat kepemimpinan jenjang {jenjang}.",
        PERIKSA: "Diklat struktural tercatat tanpa jenjang yang dikenal.",
    }[b.keadaan]


def _fungsional(b, a, p):
    penyetaraan = p is not None and p.hasil_penyetaraan
    akhir = " Diklat kepemimpinan lama tidak dihitung setelah penyetaraan jabatan." if penyetaraan else ""
    return {
        MEMENUHI: "Jabatan ini tidak mensyaratkan diklat fungsional."
        if b.nilai == "bebas"
        else "Diklat fungsional sesuai jabatan sudah ada.",
        TIDAK: "Diklat fungsional yang tercatat tidak sesuai jabatan." + akhir,
        BELUM: "Belum ada diklat fungsional." + akhir,
        PERIKSA: "Diklat fungsional tercatat, kesesuaiannya dengan jabatan belum dinyatakan.",
    }[b.keadaan]


def _teknis(b, a, p):
    jumlah, batas = b.nilai or 0, f"dari {a.jp_minimal} JP"
    return {
        MEMENUHI: f"{jumlah} JP diklat teknis pada {a.tahun}.",
        TIDAK: f"{jumlah} {batas} diklat teknis pada {a.tahun}.",
        BELUM: f"Belum ada diklat teknis pada {a.tahun}.",
        PERIKSA: f"{jumlah} {batas} diklat teknis; ada yang JP-nya belum tercatat.",
    }[b.keadaan]


def _seminar(b, a, p):
    jendela = f"{a.seminar_sejak.year}–{a.tahun}" if a.seminar_sejak.year < a.tahun else f"{a.tahun}"
    return {
        MEMENUHI: f"Seminar atau sejenisnya pada {jendela} sudah ada.",
        TIDAK: f"Seminar yang tercatat di luar {jendela}.",
    }.get(b.keadaan, f"Belum ada seminar pada {jendela}.")


def _disiplin(b, a, p):
    if b.keadaan == MEMENUHI:
        return f"Tidak ada hukuman disiplin sejak {a.disiplin_sejak.year}."
    return f"Pernah dijatuhi hukuman disiplin {b.nilai or ''} sejak {a.disiplin_sejak.year}.".replace("  ", " ")


_KALIMAT = {
    "pendidikan": _pendidikan,
    "bobot_dasar": _kinerja,
    "pimpinan": _pimpinan,
    "fungsional": _fungsional,
    "teknis": _teknis,
    "seminar": _seminar,
    "kinerja": _kinerja,
    "disiplin": _disiplin,
}


# ── what would raise it ──────────────────────────────────────────────────────────────────────────────


def peningkatan(butir, a, jenis, p=None):
    """Advice in order of points gained, what is sooner done first among equals."""
    menurut = {b.kode: b for b in butir}
    bangun = sum(b.skor for b in butir if INDIKATOR[b.kode].dimensi == "kompetensi")
    saran = []
    for kode in ("seminar", "teknis", "fungsional", "pimpinan"):
        if (b := menurut.get(kode)) and b.keadaan != MEMENUHI:
            saran.append((kode, _tambah(bangun, maksimum(kode, a, jenis) - b.skor), _CARA[kode](b, a, p)))
    saran.append(_saran_kinerja(menurut, a, bangun))
    saran.append(_saran_pendidikan(menurut["pendidikan"], a))
    saran.append(_saran_disiplin(menurut["disiplin"], a, p))
    urut = sorted((s for s in saran if s and s[1] > 0), key=lambda s: -s[1])
    jp = a.jp_minimal - (menurut["teknis"].nilai or 0) if "teknis" in menurut else 0
    return tuple(Saran(k, pecahan(poin), kata, jp if k == "teknis" else 0) for k, poin, kata in urut)


def _tambah(bangun, poin):
    """Points that count when kompetensi, now ``bangun`` before the cap, rises by ``poin``."""
    return min(MAKS_KOMPETENSI, bangun + poin) - min(MAKS_KOMPETENSI, bangun)


def _saran_pendidikan(b, a):
    if b.keadaan == BELUM:
        return "pendidikan", min(a.pendidikan.values()), "Catatkan pendidikan terakhir beserta ijazahnya"
    berikut = PENDIDIKAN_BERIKUT.get(b.nilai)
    if berikut is None:
        return None
    return (
        "pendidikan",
        a.pendidikan[berikut[0]] - b.skor,
        f"Selesaikan pendidikan {berikut[1]} dan catatkan ijazahnya",
    )


def _saran_kinerja(menurut, a, bangun):
    b, dasar = menurut["kinerja"], menurut.get("bobot_dasar")
    poin = max(a.predikat.values()) - b.skor
    if dasar is not None:
        poin += _tambah(bangun, max(a.bobot_dasar.values()) - dasar.skor)
    if b.nilai is None:
        return "kinerja", poin, f"Catatkan predikat kinerja {a.tahun_kinerja} (poin bila Sangat Baik)"
    if a.berjalan:
        return "kinerja", poin, f"Raih predikat Sangat Baik pada {a.tahun_kinerja}"
    return None


def _saran_disiplin(b, a, p):
    """Time heals: when the last penalty leaves the window."""
    if b.keadaan == MEMENUHI or p is None:
        return None
    akhir = max((h.tmt.year for h in p.hukuman if h.id in b.ids), default=a.tahun)
    lama = a.tahun - a.disiplin_sejak.year + 1
    return (
        "disiplin",
        a.disiplin[""] - b.skor,
        f"Tanpa hukuman baru, hukuman {akhir} tidak dihitung lagi mulai {akhir + lama}",
    )


def _cara_pimpinan(b, a, p):
    if b.keadaan == PERIKSA:
        return "Lengkapi jenjang diklat struktural yang tercatat"
    tingkat = JENJANG_KELOMPOK.get(p.kelompok_jabatan) if p is not None else None
    return f"Ikuti {NAMA_DIKLAT[tingkat]}" if tingkat else "Ikuti diklat kepemimpinan sesuai jenjang"


def _cara_fungsional(b, a, p):
    if b.keadaan == PERIKSA:
        return "Minta operator OPD menyatakan kesesuaian diklat fungsional dengan jabatan"
    nama = f" {p.nama_jf}" if p is not None and p.nama_jf else " sesuai jabatan"
    return f"Ikuti diklat fungsional{nama}"


def _cara_teknis(b, a, p):
    kurang = a.jp_minimal - (b.nilai or 0)
    if not a.berjalan:
        return f"Catatkan {kurang} JP diklat teknis yang selesai pada {a.tahun}"
    if b.keadaan == PERIKSA:
        return f"Lengkapi JP diklat teknis yang tercatat, atau ikuti {kurang} JP lagi pada {a.tahun}"
    return f"Ikuti diklat teknis {kurang} JP{' lagi' if b.nilai else ''} pada {a.tahun}"


def _cara_seminar(b, a, p):
    if a.berjalan:
        return f"Ikuti 1 seminar atau sejenisnya pada {a.tahun}"
    return f"Catatkan seminar atau sejenisnya yang selesai pada {a.seminar_sejak.year}–{a.tahun}"


_CARA = {
    "pimpinan": _cara_pimpinan,
    "fungsional": _cara_fungsional,
    "teknis": _cara_teknis,
    "seminar": _cara_seminar,
}
