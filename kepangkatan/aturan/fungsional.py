"""Syarat KP pilihan jabatan fungsional KP-J01..KP-J04 dan kenaikan jenjang (regulasi kenaikan-pangkat §3-4). Pure.

Law: PP 99/2000 Pasal 12-13; PermenPANRB 1/2023; PerBKN 3/2023. AK: ``angka_kredit.py``.
"""

from datetime import date

from kepangkatan.aturan import angka_kredit as ak, umum
from kepangkatan.aturan.periode import periode_berikut
from kepangkatan.aturan.umum import golongan_baru, tulis_pangkat
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_JF = 24


def tmt_fungsional(profil, acuan):
    """PP 99/2000 Pasal 13; PerBKN 4/2025: first allowed TMT two years after the last rank, or None when unknown."""
    return profil.tmt_pangkat and periode_berikut(acuan, tambah_bulan(profil.tmt_pangkat, BULAN_JF))


def bukan_fungsional(p):
    """The answer for one who holds no JF, else None."""
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan != "fungsional":
        return tidak(
            "Tidak memangku jabatan fungsional; gunakan kenaikan pangkat yang lain.", p.jabatan or "pelaksana"
        )
    return None if p.jenjang else perlu_diperiksa("Jenjang jabatan fungsional belum tercatat.")


# ── kenaikan pangkat ─────────────────────────────────────────────────────────────────────────────────


def j01_dua_tahun(k):
    """PP 99/2000 Pasal 13: at least two years in the last rank."""
    return umum.masa_pangkat(k, BULAN_JF)


def j02_angka_kredit(k):
    """PermenPANRB 1/2023; PerBKN 3/2023: AK kumulatif since entering the jenjang reaches that of the step."""
    p = k.profil
    if lain := bukan_fungsional(p):
        return lain
    if p.golongan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    perlu = ak.kebutuhan_pangkat(k.acuan, p.jenjang, p.golongan, k.tanggal)
    if perlu is None:
        return _di_luar_jenjang(k)
    bukti = f"{ak.sebut_jenjang(p.jenjang)}, {p.golongan} ke {_ke(k)}: {ak.tulis_angka(perlu)}"
    if p.angka_kredit is None:
        return perlu_diperiksa("Angka kredit pada jenjang ini belum tercatat.", bukti)
    if p.angka_kredit < perlu:
        kurang = ak.tulis_angka(perlu - p.angka_kredit)
        kalimat = f"Angka kredit {ak.tulis_angka(p.angka_kredit)}; syarat {ak.tulis_angka(perlu)}; kurang {kurang}."
        return tidak(kalimat, bukti)
    return ya(f"Angka kredit {ak.tulis_angka(p.angka_kredit)}; syarat {ak.tulis_angka(perlu)}.", bukti)


def _ke(k):
    baru = golongan_baru(k)
    return baru.kode if baru else "–"


def _di_luar_jenjang(k):
    """AK of one whose rank has no step in the table of his jenjang: just risen to it, or already above it."""
    p = k.profil
    sebelum = ak.jenjang_sebelum(k.acuan, p.jenjang, p.golongan, k.tanggal)
    if sebelum is None:
        kalimat = f"Tidak ada langkah angka kredit {p.golongan} pada jenjang {ak.sebut_jenjang(p.jenjang)}."
        return tidak(kalimat, tulis_pangkat(p))
    bukti = f"{ak.sebut_jenjang(sebelum.jenjang)}: {sebelum.kumulatif}"
    if any(j.jenjang == sebelum.jenjang for j in p.jejak_jabatan):
        kalimat = f"Angka kredit ke {sebelum.golongan_ke} dipenuhi pada jenjang {ak.sebut_jenjang(sebelum.jenjang)}."
        return ya(kalimat, bukti)
    return perlu_diperiksa("Angka kredit pada jenjang sebelumnya belum tercatat.", bukti)


def j03_jenjang(k):
    """PerBKN 3/2023: a rank of the next jenjang needs the SK kenaikan jenjang first."""
    p, baru = k.profil, golongan_baru(k)
    if lain := bukan_fungsional(p):
        return lain
    letak = ak.letak_golongan(k.acuan, p.jenjang, p.golongan, k.tanggal)
    if letak is None or baru is None:
        return perlu_diperiksa("Tabel angka kredit jenjang ini tidak mengenal golongannya.")
    bukti = f"{ak.sebut_jenjang(p.jenjang)}, {p.golongan} ke {baru.kode}"
    langkah = ak.langkah_golongan(k.acuan, p.jenjang, p.golongan, k.tanggal)
    if letak == "bawah" or (langkah and not langkah.ganti_jenjang):
        return ya("Pangkat baru masih di dalam jenjang jabatannya.", bukti)
    berikut = ak.jenjang_berikut(k.acuan, p.jenjang, k.tanggal)
    if not berikut:
        return tidak(f"Sudah pada pangkat tertinggi jenjang {ak.sebut_jenjang(p.jenjang)}.", bukti)
    return tidak(f"Naik ke {baru.kode} perlu kenaikan jenjang ke {ak.sebut_jenjang(berikut)} lebih dulu.", bukti)


def j04_pak(k):
    """PerBKN 3/2023: a PAK signed by the performance rater, up to the last whole year before the TMT."""
    p = k.profil
    if lain := bukan_fungsional(p):
        return lain
    if p.angka_kredit_sampai is None:
        return tidak("Penetapan angka kredit belum ada.")
    bukti = f"PAK terakhir sampai {tulis_tanggal(p.angka_kredit_sampai)}"
    if p.tmt_jabatan and p.tmt_jabatan.year >= k.tanggal.year - 1:
        return ya("Penetapan angka kredit sudah ada; jenjangnya baru dimulai.", bukti)
    if p.angka_kredit_sampai < date(k.tanggal.year - 2, 12, 31):
        return tidak("Penetapan angka kredit belum ada.", bukti)
    return ya("Penetapan angka kredit sudah ada.", bukti)


def jatuh_tempo(profil, acuan, tanggal):
    """PP 99/2000 Pasal 13: the first TMT on or after ``tanggal`` by time in rank, inside the ranks of JF, or None."""
    if profil.status != "PNS" or profil.aktif is False or profil.jenis_jabatan != "fungsional":
        return None
    tmt, baru = tmt_fungsional(profil, acuan), acuan.golongan_berikut(profil.golongan)
    if not (tmt and baru and profil.jenjang):
        return None
    tmt = periode_berikut(acuan, max(tmt, tanggal))
    puncak = ak.letak_golongan(acuan, profil.jenjang, profil.golongan, tmt) == "atas"
    if puncak and not ak.jenjang_berikut(acuan, profil.jenjang, tmt):
        return None
    return None if profil.tmt_pensiun and tmt >= profil.tmt_pensiun else tmt
