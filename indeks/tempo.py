"""Yang akan datang: tanggal KGB, kenaikan pangkat, pensiun, dan akhir kontrak seorang pegawai. Pure.

KGB and kenaikan pangkat come from the layanan themselves: each that overrides ``jatuh_tempo`` is asked for
its date, and near the date for its conditions. Ages of retirement: UU 20/2023 Ps. 55; PP 11/2017 Ps. 239.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import PPPK, tambah_bulan, tulis_tanggal
from layanan.katalog import PERIKSA, TIDAK, YA, Konteks, Layanan

# State of one due date: the answers of the catalogue, and MENUNGGU while the conditions are not asked yet.
MENUNGGU = "menunggu"
JENIS = {
    "kgb": "Kenaikan gaji berkala",
    "kp": "Kenaikan pangkat",
    "pilihan": "Kenaikan pangkat pilihan",
    "pensiun": "Pensiun (batas usia)",
    "kontrak": "Akhir perjanjian kerja",
}
RAHASIA = "Ada syarat yang rinciannya hanya terbuka bagi yang bersangkutan dan BKD."
# Sections of the profile the index and the dates of this file read.
BAGIAN = ("unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kontrak")
# Months in rank by kind of post (kenaikan-pangkat.md §2), for the paths that are no layanan yet.
BULAN_PILIHAN = {"fungsional": 24, "struktural": 48}


class Tempo(NamedTuple):
    """One date ahead: ``layanan`` its slug or "", ``kode`` the conditions not met or unknown."""

    jenis: str
    layanan: str
    tanggal: date
    layak: str
    kalimat: str
    kode: tuple = ()


@dataclass(frozen=True, slots=True)
class Pembaca:
    """What ``mendatang`` needs for a whole run: the layanan with dates, the day, and how far to ask conditions."""

    acuan: object
    tanggal: date
    periksa_sampai: date
    layanan: tuple

    @property
    def bagian(self):
        """Sections of the profile all of it reads."""
        return tuple(dict.fromkeys(BAGIAN + tuple(b for _, satu in self.layanan for b in satu.bagian)))


def jenis_layanan(slug):
    """``kgb`` or ``kp`` from the slug of a layanan (``kp-reguler``), else None."""
    awal = slug.split("-")[0]
    return awal if awal in ("kgb", "kp") else None


def susun(daftar_layanan, acuan, tanggal):
    """The Pembaca of a run over the layanan of the catalogue."""
    bulan = int(acuan.setelan("tempo_periksa_bulan", tanggal))
    layanan = tuple(
        (jenis_layanan(satu.slug), satu)
        for satu in daftar_layanan
        if jenis_layanan(satu.slug) and type(satu).jatuh_tempo is not Layanan.jatuh_tempo
    )
    return Pembaca(acuan, tanggal, tambah_bulan(tanggal, bulan), layanan)


def mendatang(p, k):
    """All dates ahead of the Profil ``p`` as a list of Tempo; empty when his service has ended."""
    if p.berhenti or p.status is None:
        return []
    hasil, kp = [], None
    for jenis, layanan in k.layanan:
        tanggal = layanan.jatuh_tempo(p, k.acuan, k.tanggal)
        if tanggal is None:
            continue
        if jenis != "kp":
            hasil.append(_tempo(p, k, jenis, layanan, tanggal))
        elif kp is None or tanggal < kp[1]:
            kp = (layanan, tanggal)
    if kp is not None:
        hasil.append(_tempo(p, k, "kp", *kp))
    elif p.status == "PNS" and p.jenis_jabatan in BULAN_PILIHAN:
        hasil += kp_pilihan(p, k)
    if p.tmt_pensiun is not None:
        hasil.append(pensiun(p, k))
    if p.kontrak_sampai is not None and p.status in PPPK:
        hasil.append(kontrak(p, k))
    return hasil


def _tempo(p, k, jenis, layanan, tanggal):
    """The date with the state of its conditions, asked only near the date."""
    if tanggal > k.periksa_sampai:
        return Tempo(jenis, layanan.slug, tanggal, MENUNGGU, "Syarat diperiksa menjelang tanggalnya.")
    hasil = layanan.periksa(Konteks(p, {}, tanggal, k.acuan))
    return Tempo(jenis, layanan.slug, tanggal, *ringkas(hasil))


def ringkas(hasil):
    """(state, one sentence, codes) of the answers; what a condition about discipline found is not told."""
    kurang = [(s, h) for s, h in hasil if h.jawaban == TIDAK]
    jawaban = TIDAK
    if not kurang:
        kurang = [(s, h) for s, h in hasil if h.jawaban == PERIKSA]
        jawaban = PERIKSA
    if not kurang:
        return YA, f"{len(hasil)} syarat terpenuhi.", ()
    syarat, jawab = kurang[0]
    kalimat = RAHASIA if syarat.rahasia else jawab.kalimat
    if len(kurang) > 1:
        kalimat = f"{kalimat} Dan {len(kurang) - 1} syarat lain."
    return jawaban, kalimat, tuple(s.kode for s, _ in kurang)


def kp_pilihan(p, k):
    """PP 99/2000 Ps. 10-13: earliest KP pilihan by time in rank and range of the eselon, as a list of 0 or 1.

    Time only, and a kind of its own so that it swells no count of KP: angka kredit, jenjang and pelantikan
    are asked when it is proposed. A layanan of the catalogue that answers for the person replaces it.
    """
    baru = k.acuan.golongan_berikut(p.golongan)
    if baru is None or p.tmt_pangkat is None or p.aktif is False:
        return []
    bulan, sejak = BULAN_PILIHAN[p.jenis_jabatan], p.tmt_pangkat
    if p.jenis_jabatan == "struktural":
        eselon = k.acuan.eselon(p.eselon)
        if eselon is None or baru.urutan > k.acuan.golongan(eselon.tertinggi).urutan:
            return []
        if baru.urutan == k.acuan.golongan(eselon.terendah).urutan and p.tmt_jabatan:
            bulan, sejak = 12, max(p.tmt_pangkat, p.tmt_jabatan)
    tanggal = periode_berikut(k.acuan, max(tambah_bulan(sejak, bulan), k.tanggal))
    if tanggal is None or (p.tmt_pensiun and tanggal >= p.tmt_pensiun):
        return []
    if tanggal > k.periksa_sampai:
        return [Tempo("pilihan", "", tanggal, MENUNGGU, f"Ke {baru.kode}, dihitung dari masa dalam pangkat.")]
    lain = "angka kredit dan jenjang" if p.jenis_jabatan == "fungsional" else "jabatan dan pelantikan"
    kalimat = f"Masa dalam pangkat cukup untuk {baru.kode}; {lain} diperiksa saat diusulkan."
    return [Tempo("pilihan", "", tanggal, PERIKSA, kalimat)]


def periode_berikut(acuan, sejak):
    """PerBKN 4/2025: the first day of a month allowed for KP on or after ``sejak``, or None."""
    bulan = sejak if sejak.day == 1 else tambah_bulan(sejak.replace(day=1), 1)
    for _ in range(12):
        entri = acuan.bulan_kp(bulan)
        if entri is not None and bulan.month in entri.nilai:
            return bulan
        bulan = tambah_bulan(bulan, 1)
    return None


def pensiun(p, k):
    """UU 20/2023 Ps. 55: TMT pensiun by the BUP of the post held now."""
    if p.tmt_pensiun < k.tanggal:
        kalimat = "Batas usia pensiun sudah lewat, tetapi kedudukan belum diperbarui."
        return Tempo("pensiun", "", p.tmt_pensiun, PERIKSA, kalimat)
    return Tempo("pensiun", "", p.tmt_pensiun, YA, f"Batas usia pensiun jabatan ini {p.bup} tahun.")


def kontrak(p, k):
    """PP 49/2018: the last day of the running perjanjian kerja."""
    if p.kontrak_sampai < k.tanggal:
        kalimat = f"Berakhir {tulis_tanggal(p.kontrak_sampai)}; perpanjangan belum tercatat."
        return Tempo("kontrak", "", p.kontrak_sampai, PERIKSA, kalimat)
    return Tempo("kontrak", "", p.kontrak_sampai, YA, "Perpanjangan diusulkan sebelum tanggal ini.")
