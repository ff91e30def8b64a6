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
# The kenaikan pangkat that is no pilihan.
REGULER = "kp-reguler"


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
    """``kgb``, ``kp`` (reguler) or ``pilihan`` (a KP by post) from the slug of a layanan, else None."""
    awal = slug.split("-")[0]
    return "pilihan" if awal == "kp" and slug != REGULER else awal if awal in ("kgb", "kp") else None


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
    terdekat = {}
    for jenis, layanan in k.layanan:
        tanggal = layanan.jatuh_tempo(p, k.acuan, k.tanggal)
        if tanggal is not None and (jenis not in terdekat or tanggal < terdekat[jenis][1]):
            terdekat[jenis] = (layanan, tanggal)
    hasil = [_tempo(p, k, jenis, *satu) for jenis, satu in terdekat.items()]
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
