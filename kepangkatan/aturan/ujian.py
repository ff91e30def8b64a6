"""Syarat ujian dinas dan ujian penyesuaian ijazah, UJI-01..UJI-04 (regulasi diklat-dan-tugas-belajar §4). Pure.

Law: PP 99/2000 Pasal 30 (ujian dinas) and 18 (penyesuaian ijazah). Two years in rank are custom, a dated setting.
"""

from kepangkatan.aturan import ijazah, umum
from kepangkatan.aturan.umum import tulis_pangkat
from layanan.aturan_umum import bebas_disiplin, predikat_baik
from layanan.katalog import PERIKSA, TIDAK, perlu_diperiksa, tidak, ya

PUNCAK = {"UD1": ("II/d", 8), "UD2": ("III/d", 12)}  # last rank below the crossing, its order index
SLTA = "II/a"  # rank at which a graduate of SLTA is appointed


def _pangkat_dan_masa(k, jenis):
    """Rank just below the crossing, for as many years as the setting asks for."""
    p, (kode, urutan) = k.profil, PUNCAK[jenis]
    if p.status != "PNS" or p.aktif is False:
        return tidak("Ujian dinas hanya bagi PNS yang aktif.")
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    if p.golongan_urutan != urutan:
        return tidak(f"Ujian ini bagi PNS golongan {kode}.", tulis_pangkat(p))
    return umum.masa_pangkat(k, 12 * k.acuan.setelan("ujian_dinas_tahun_pangkat", k.tanggal))


def uji01_tingkat_satu(k):
    """PP 99/2000 Pasal 30 (pasti; two years sebagian): PNS II/d, two years in rank, SLTA or above."""
    hasil = _pangkat_dan_masa(k, "UD1")
    if hasil.jawaban != "ya":
        return hasil
    pendidikan = k.acuan.pendidikan_golongan(k.profil.pendidikan, k.tanggal)
    if pendidikan is None:
        return perlu_diperiksa("Pendidikan belum tercatat.", *hasil.bukti)
    if k.acuan.golongan(pendidikan.golongan_awal).urutan < k.acuan.golongan(SLTA).urutan:
        return tidak("Pendidikan di bawah SLTA.", pendidikan.nama)
    return ya("Golongan II/d, masa dalam pangkat cukup, pendidikan SLTA ke atas.", *hasil.bukti, pendidikan.nama)


def uji02_tingkat_dua(k):
    """PP 99/2000 Pasal 30 (pasti; two years sebagian): PNS III/d, two years in rank."""
    hasil = _pangkat_dan_masa(k, "UD2")
    return ya("Golongan III/d dan masa dalam pangkat cukup.", *hasil.bukti) if hasil.jawaban == "ya" else hasil


def uji03_penyesuaian(k):
    """PP 99/2000 Pasal 18: diploma, one year in rank, rank below its cap, task that fits, Baik; JF: angka kredit too."""
    if k.profil.status != "PNS" or k.profil.aktif is False:
        return tidak("Ujian penyesuaian ijazah hanya bagi PNS yang aktif.")
    bagian = (
        ijazah.i01_satu_tahun(k), ijazah.i02_pangkat_ijazah(k), ijazah.i03_uraian_tugas(k), ijazah.i06_angka_kredit(k),
        predikat_baik(k, [k.tanggal.year - 1]),
    )  # fmt: skip
    for jawaban in (TIDAK, PERIKSA):
        if kena := next((b for b in bagian if b.jawaban == jawaban), None):
            return kena
    return ya("Ijazah, pangkat, uraian tugas, dan predikat kinerja memenuhi.", *(x for b in bagian for x in b.bukti))


def uji04_bebas(k):
    """Praktik daerah (pasti as a condition of every exam): no hukuman sedang or berat, not on CLTN, not suspended, no uang tunggu."""
    lepas = umum.u04_tidak_lepas_tugas(k)
    return bebas_disiplin(k) if lepas.jawaban == "ya" else lepas


def nilai_akhir(nilai, bobot):
    """Weighted mean of {materi: 0-100} with ``bobot`` {materi: weight}, or None while one is missing."""
    if any(nilai.get(m) is None for m in bobot):
        return None
    return round(sum(float(nilai[m]) * b for m, b in bobot.items()) / sum(bobot.values()), 2)
