"""Aturan ketidakhadiran sebagai syarat: T-01 (ambang setahun) dan T-02 (sepuluh hari terus-menerus). Pure.

A rule takes a Konteks with ``k.lain["absen"]``: ``kepegawaian.aturan_kehadiran.Absen`` of the calendar year of
``k.tanggal``, None while no presensi of his is recorded. *Tidak* says that the threshold is reached.
"""

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_kehadiran import BERUNTUN, ambang, daftar_ambang, dijatuhkan, gaji_berhenti, hari_beruntun
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya

PP94, BKN6 = "PP 94/2021", "PerBKN 6/2022"
BELUM = "Presensinya belum tercatat pada portal."


def _kode(absen, k):
    """``S1, dijatuhkan sebagai S1T``."""
    jatuh = dijatuhkan(absen.kode, k.acuan, k.tanggal)
    return absen.kode if jatuh == absen.kode else f"{absen.kode}, dijatuhkan sebagai {jatuh}"


def t01_ambang(k):
    """PP 94/2021 Ps. 9-11, 15 (1) (T-01): days of the calendar year, punished ones included; minutes late and early count
    as days by the setting."""
    absen = k.lain.get("absen")
    if absen is None:
        return perlu_diperiksa(BELUM)
    rincian = f"{len(absen.hari)} hari tanpa keterangan"
    if absen.hari_menit:
        rincian += f" dan {len(absen.hari_menit)} hari dari {absen.menit} menit terlambat atau pulang cepat"
    setahun = ambang(absen.jumlah, k.acuan, absen.terakhir or k.tanggal)
    if setahun is not None:
        kode = _kode(absen._replace(kode=setahun.kode), k)
        return tidak(f"{absen.jumlah} hari tahun {absen.tahun}: ambang {kode}.", rincian)
    if absen.mungkin > absen.rentetan.panjang:
        return perlu_diperiksa("Ada hari kerja tanpa catatan presensi di antara hari tidak masuknya.", rincian)
    awal = next(iter(daftar_ambang(k.acuan, k.tanggal)), None)
    batas = f"; hukuman mulai {awal.dari} hari" if awal else ""
    return ya(f"{absen.jumlah} hari tahun {absen.tahun}{batas}.", rincian)


def t02_beruntun(k):
    """PP 94/2021 Ps. 15 (2) (T-02): ten consecutive working days stop the salary from the next month, without a decree."""
    absen, batas = k.lain.get("absen"), hari_beruntun(k.acuan, k.tanggal)
    if absen is None:
        return perlu_diperiksa(BELUM)
    if batas is None:
        return ya("Ketentuan ini berlaku sejak 31 Agustus 2021.")
    r = absen.rentetan
    if r.hari_ambang is not None:
        masa = f"{tulis_tanggal(r.dari)} sampai {tulis_tanggal(r.sampai)}"
        return tidak(
            f"{r.panjang} hari kerja terus-menerus, {masa}: {BERUNTUN}, gaji dihentikan mulai"
            f" {tulis_tanggal(gaji_berhenti(r.hari_ambang))}."
        )
    if absen.mungkin >= batas:
        return perlu_diperiksa(
            f"{r.panjang} hari tercatat terus-menerus; menjadi {absen.mungkin} bila hari tanpa catatan juga tidak masuk."
        )
    return ya(f"Paling lama {r.panjang} hari kerja terus-menerus; batasnya {batas}.")


ATURAN = {"T-01": t01_ambang, "T-02": t02_beruntun}
SYARAT = (
    Syarat(
        "T-01", "Ketidakhadiran tanpa alasan sah dalam setahun di bawah ambang hukuman", Dasar(PP94, "Pasal 9-11"),
        t01_ambang, dasar_lain=(Dasar(PP94, "Pasal 15 ayat (1)"), Dasar(PP94, "Pasal 42"), Dasar(BKN6, "Pasal 62")),
        rahasia=True,
    ),
    Syarat(
        "T-02", "Tidak sepuluh hari kerja terus-menerus tanpa alasan sah", Dasar(PP94, "Pasal 15 ayat (2)"), t02_beruntun,
        dasar_lain=(Dasar(BKN6, "Pasal 12"),), rahasia=True,
    ),
)  # fmt: skip
