"""Syarat KP reguler KP-R01..KP-R06 dan siapa yang jatuh tempo (regulasi kenaikan-pangkat §3). Pure.

Law: PP 99/2000 Pasal 6-8 and 30-31 jo. PP 12/2002; PerBKN 2/2025 (KP-R06 lifted).
"""

from datetime import date

from kepangkatan.aturan import umum
from kepangkatan.aturan.periode import periode_berikut
from kepangkatan.aturan.umum import golongan_baru
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_REGULER = 48
# Last rank below a crossing -> (tingkat, kode ujian, diklat struktural that exempts).
UJIAN_DINAS = {
    8: ("I", "UD1", ("PKP", "PKA", "PKN II", "PKN I")),
    12: ("II", "UD2", ("PKA", "PKN II", "PKN I")),
}


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def r01_tanpa_jabatan(k):
    """PP 99/2000 Pasal 6: KP reguler is for those who hold neither a struktural nor a fungsional post."""
    p = k.profil
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan in ("struktural", "fungsional"):
        return tidak(
            f"Memangku jabatan {p.jabatan or p.jenis_jabatan}; gunakan kenaikan pangkat pilihan.",
            f"sejak {tulis_tanggal(p.tmt_jabatan)}",
        )
    return ya("Tidak memangku jabatan struktural atau fungsional.", p.jabatan or "pelaksana")


def r02_empat_tahun(k):
    """PP 99/2000 Pasal 7: at least four years in the last rank."""
    return umum.masa_pangkat(k, BULAN_REGULER, tmt_reguler(k.profil, k.acuan))


def r03_puncak_pendidikan(k):
    """PP 99/2000 Pasal 8 jo. PP 12/2002: not above the ceiling of the recognised education."""
    p = k.profil
    pendidikan = k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal)
    if pendidikan is None:
        return perlu_diperiksa("Pendidikan yang diakui belum tercatat.")
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    baru = golongan_baru(k)
    puncak = k.acuan.golongan(pendidikan.puncak_reguler)
    bukti = f"{pendidikan.nama}: {pendidikan.golongan_awal} sampai {puncak.kode}"
    if (baru.urutan if baru else p.golongan_urutan + 1) > puncak.urutan:
        return tidak(f"Pendidikan {pendidikan.nama} dibatasi sampai {puncak.kode}.", bukti)
    return ya(f"Pendidikan {pendidikan.nama} dapat mencapai {puncak.kode}.", bukti)


def r05_ujian_dinas(k):
    """PP 99/2000 Pasal 30-31: II/d to III/a needs ujian dinas tingkat I, III/d to IV/a tingkat II, unless exempt."""
    p, baru = k.profil, golongan_baru(k)
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    lintas = [b for b in UJIAN_DINAS if baru and p.golongan_urutan <= b < baru.urutan]
    if not lintas:
        return ya("Tidak pindah golongan; ujian dinas tidak disyaratkan.")
    tingkat, kode, diklat = UJIAN_DINAS[lintas[-1]]
    lulus = next((u for u in p.ujian if u.jenis == kode), None)
    if lulus:
        return ya(f"Lulus ujian dinas tingkat {tingkat}.", f"STLUD {lulus.nomor} tanggal {tulis_tanggal(lulus.tmt)}")
    if bebas := _bebas_ujian(k, tingkat, diklat):
        return ya(f"Dibebaskan dari ujian dinas tingkat {tingkat}.", bebas)
    if k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal) is None:
        return perlu_diperiksa(f"Pendidikan belum tercatat; periksa pembebasan ujian dinas tingkat {tingkat}.")
    return tidak(f"Belum lulus ujian dinas tingkat {tingkat} dan tidak ada pembebasan.")


def _bebas_ujian(k, tingkat, diklat):
    """PP 99/2000 Pasal 30-31: the fact that exempts, as text; None when there is none."""
    p = k.profil
    pendidikan = k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal)
    if pendidikan and (pendidikan.bebas_ujian_dinas_1 if tingkat == "I" else pendidikan.bebas_ujian_dinas_2):
        return f"pendidikan {pendidikan.nama}"
    if p.jenis_jabatan == "fungsional":
        return f"memangku jabatan fungsional {p.jabatan or ''}".strip()
    for d in p.diklat:
        if d.kelompok == "struktural" and d.jenjang in diklat:
            return f"{d.nama} selesai {tulis_tanggal(d.tanggal_selesai)}"
    return None


def r06_pangkat_atasan(k):
    """PP 12/2002 Pasal 6; lifted by PerBKN 2/2025: not above the rank of the direct superior."""
    akhir = date.fromisoformat(k.acuan.setelan("kp_pangkat_atasan_sampai", k.tanggal))
    if k.tanggal > akhir:
        return ya("Pangkat atasan langsung tidak lagi disyaratkan (PerBKN 2/2025).")
    baru, atasan = golongan_baru(k), k.acuan.golongan(k.lain.get("golongan_atasan"))
    if baru is None or atasan is None or atasan.jenis != "PNS":
        return perlu_diperiksa("Pangkat atasan langsung belum diketahui.")
    if baru.urutan > atasan.urutan:
        return tidak(f"Melampaui pangkat atasan langsung ({atasan.kode}).", f"golongan baru {baru.kode}")
    return ya("Tidak melampaui pangkat atasan langsung.", f"atasan {atasan.kode}, golongan baru {baru.kode}")


# ── due dates ────────────────────────────────────────────────────────────────────────────────────────


def tmt_reguler(profil, acuan):
    """PP 99/2000 Ps. 7; PerBKN 4/2025: first allowed TMT four years after the last rank, or None when unknown."""
    if profil.tmt_pangkat is None:
        return None
    return periode_berikut(acuan, tambah_bulan(profil.tmt_pangkat, BULAN_REGULER))


def jatuh_tempo(profil, acuan, tanggal):
    """PP 99/2000 Pasal 6-8: the first TMT on or after ``tanggal`` possible by time, post and education, or None."""
    if profil.status != "PNS" or profil.aktif is False or profil.jenis_jabatan != "pelaksana":
        return None
    baru = acuan.golongan_berikut(profil.golongan)
    tmt = tmt_reguler(profil, acuan)
    if not (baru and tmt):
        return None
    tmt = periode_berikut(acuan, max(tmt, tanggal))
    pendidikan = acuan.pendidikan_golongan(profil.pendidikan, tmt)
    if pendidikan and baru.urutan > acuan.golongan(pendidikan.puncak_reguler).urutan:
        return None
    return None if profil.tmt_pensiun and tmt >= profil.tmt_pensiun else tmt
