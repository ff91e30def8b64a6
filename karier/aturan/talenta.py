"""Manajemen talenta: sumbu, sembilan kotak, kelompok rencana suksesi; TAL-01..TAL-03. Pure.

Law: PermenPANRB 3/2020. The layout of the boxes is certain; weights, points and cut-offs are dated settings
(``talenta_*``), marked asumsi. Sections used: pendidikan, kinerja, hukuman, diklat, kompetensi, jejak_jabatan.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.aturan_kompetensi import SEN, hasil_sah
from layanan.aturan_umum import bebas_disiplin
from layanan.katalog import perlu_diperiksa, tidak, ya

KINERJA = ("atas", "sesuai", "bawah")
POTENSIAL = ("rendah", "menengah", "tinggi")
NAMA_KINERJA = {"atas": "Di atas ekspektasi", "sesuai": "Sesuai ekspektasi", "bawah": "Di bawah ekspektasi"}
NAMA_POTENSIAL = {"rendah": "Rendah", "menengah": "Menengah", "tinggi": "Tinggi"}
KOTAK = {
    "atas": {"rendah": 4, "menengah": 7, "tinggi": 9},
    "sesuai": {"rendah": 2, "menengah": 5, "tinggi": 8},
    "bawah": {"rendah": 1, "menengah": 3, "tinggi": 6},
}
SUKSESI = (9, 8, 7)
PERLAKUAN = {
    9: "Promosi, retensi, masuk rencana suksesi, penghargaan.",
    8: "Retensi, masuk rencana suksesi, rotasi atau perluasan jabatan, bimbingan kinerja.",
    7: "Retensi, masuk rencana suksesi, rotasi atau pengayaan jabatan, pengembangan kompetensi, tugas belajar.",
    6: "Penempatan yang sesuai, bimbingan dan konseling kinerja.",
    5: "Penempatan yang sesuai, bimbingan kinerja, pengembangan kompetensi.",
    4: "Rotasi, pengembangan kompetensi.",
    3: "Bimbingan dan konseling kinerja, pengembangan kompetensi.",
    2: "Bimbingan kinerja, pengembangan kompetensi.",
    1: "Diproses sesuai ketentuan peraturan perundang-undangan.",
}


class Penilaian(NamedTuple):
    """Where a person stands: axes and box (None outside the boxes), score 0-100, its parts, and why not."""

    kotak: int | None
    kinerja: str
    potensial: str
    skor: Decimal | None
    bagian: tuple[tuple[str, Decimal], ...]
    sebab: str


def kotak(kinerja, potensial):
    """PermenPANRB 3/2020: number of the box of the two axis values. KeyError for an unknown value."""
    return KOTAK[kinerja][potensial]


def nilai_potensial(skor, batas):
    """Axis value of a score; ``batas`` {"menengah": lowest, "tinggi": lowest} (asumsi, ``talenta_batas_potensial``)."""
    return "tinggi" if skor >= batas["tinggi"] else "menengah" if skor >= batas["menengah"] else "rendah"


def rekam_jejak(profil, tanggal, poin):
    """Score 0-100 of the record, and its parts [(words, points)]; ``poin`` is the setting ``talenta_poin_rekam_jejak``."""
    bagian = [("dasar", poin["dasar"])]
    if profil.pendidikan in ("S2", "S3"):
        bagian.append((f"pendidikan {profil.pendidikan}", poin["s2"]))
    if any(d.kelompok == "struktural" for d in profil.diklat):
        bagian.append(("diklat kepemimpinan", poin["diklat_kepemimpinan"]))
    if len({j.unit_id for j in profil.jejak_jabatan if j.tmt <= tanggal and j.unit_id}) > 1:
        bagian.append(("pengalaman lebih dari satu unit", poin["dua_unit"]))
    lima_tahun = tambah_bulan(tanggal, -60)
    if any(lima_tahun <= h.tmt <= tanggal for h in profil.hukuman):
        bagian.append(("hukuman disiplin dalam lima tahun", poin["hukuman"]))
    return max(0, min(100, sum(n for _, n in bagian))), tuple(bagian)


def asesmen(k):
    """(result or None, why not) of the assessment usable on ``k.tanggal``: not older than ``talenta_asesmen_bulan``."""
    uji = hasil_sah(k.profil.uji_kompetensi, k.tanggal)
    if uji is None or tambah_bulan(uji.tmt, k.acuan.setelan("talenta_asesmen_bulan", k.tanggal)) < k.tanggal:
        return None, "tidak"
    return (uji, "") if uji.potensi is not None and uji.kesesuaian is not None else (None, "periksa")


def predikat_lalu(k):
    """Predikat of the year before ``k.tanggal``, or None."""
    return next((x.predikat for x in k.profil.kinerja if x.tahun == k.tanggal.year - 1), None)


def tal01_sumbu(k):
    """PermenPANRB 3/2020: performance of last year and an assessment not older than three years."""
    uji, sebab = asesmen(k)
    hilang = []
    if predikat_lalu(k) not in k.acuan.setelan("talenta_kinerja", k.tanggal):
        hilang.append("kinerja")
    if sebab == "tidak":
        hilang.append("potensial")
    if hilang:
        return tidak(f"Data {' dan '.join(hilang)} tidak tersedia atau kedaluwarsa.")
    if uji is None:
        return perlu_diperiksa("Nilai potensi atau kesesuaian pada hasil asesmen belum tercatat.")
    return ya("Kedua sumbu tersedia.", f"kinerja {k.tanggal.year - 1}", f"asesmen {tulis_tanggal(uji.tmt)}")


def nilai(k):
    """PermenPANRB 3/2020: the Penilaian of a person on ``k.tanggal``; outside the boxes when TAL-01 is not ya."""
    syarat = tal01_sumbu(k)
    if not syarat.terpenuhi:
        return Penilaian(None, "", "", None, (), syarat.kalimat)
    setelan = lambda kunci: k.acuan.setelan(kunci, k.tanggal)  # noqa: E731 - a name for four like look-ups
    uji, _ = asesmen(k)
    rekam, _ = rekam_jejak(k.profil, k.tanggal, setelan("talenta_poin_rekam_jejak"))
    bagian = (("potensi", uji.potensi), ("kompetensi", uji.kesesuaian), ("rekam_jejak", Decimal(rekam)))
    bobot = setelan("talenta_bobot")
    skor = sum((n * Decimal(str(bobot[kode])) for kode, n in bagian), Decimal(0)) / Decimal(str(sum(bobot.values())))
    skor = skor.quantize(SEN, ROUND_HALF_UP)
    kinerja = setelan("talenta_kinerja")[predikat_lalu(k)]
    potensial = nilai_potensial(skor, setelan("talenta_batas_potensial"))
    return Penilaian(kotak(kinerja, potensial), kinerja, potensial, skor, bagian, "")


def tal02_kelompok_suksesi(k):
    """PermenPANRB 3/2020: succession only from boxes 9, 8, 7. ``k.lain["kotak"]``: his box, None outside the boxes."""
    n = k.lain.get("kotak")
    if n is None:
        return perlu_diperiksa("Belum dipetakan ke dalam kotak talenta.")
    if n not in SUKSESI:
        return tidak(f"Kotak {n} tidak masuk kelompok rencana suksesi.")
    return ya(f"Kotak {n}, kelompok rencana suksesi.")


def tal03_disiplin(k):
    """PermenPANRB 3/2020; PP 94/2021 (KP-U03): no hukuman sedang or berat running."""
    return bebas_disiplin(k)


def urutan_suksesi(baris):
    """TAL-02: [(kotak, skor, anything …)] in boxes 9, 8, 7, ordered by box, then score, highest first."""
    return sorted((b for b in baris if b[0] in SUKSESI), key=lambda b: (-b[0], -b[1]))
