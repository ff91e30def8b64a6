"""Aturan penugasan di luar instansi induk (M7): TGS-01..03. Pure.

Law: PermenPANRB 62/2020; PerBKN 16/2022 Pasal 1, 7, 8 (the articles read). ``regulasi/mutasi-dan-penempatan.md`` has M7
as ``asumsi``: PPK with the consent of both, pertek per case; the length of a period is a setting.

Facts in ``Konteks.lain`` (``layanan/penugasan_luar.py``): ``lalu`` [(from, to)] of earlier penugasan that run on to the
day before this one begins.
"""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

INSTANSI, LUAR = "INSTANSI", "LUAR"
BERJABATAN = ("struktural", "fungsional")


def t01_persetujuan(k):
    """PerBKN 16/2022 Pasal 7 and 8: the other side asks or agrees; ours agrees at the steps of the route."""
    isian = k.isian
    if not isian.get("nomor_surat"):
        return tidak("Surat permintaan atau persetujuan instansi penerima belum ada.")
    if isian.get("tanggal_surat") is None:
        return perlu_diperiksa(f"Tanggal surat instansi penerima {isian['nomor_surat']} belum diisi.")
    return ya(
        "Instansi penerima meminta atau menyetujui.",
        f"{isian['nomor_surat']} tanggal {tulis_tanggal(isian['tanggal_surat'])}",
    )


def t02_masa(k):
    """PerBKN 16/2022 Pasal 1 angka 7 "jangka waktu tertentu" (setelan penugasan_*): once extended, both periods bounded."""
    mulai, sampai = k.isian.get("tmt") or k.tanggal, k.isian.get("sampai")
    if sampai is None:
        return perlu_diperiksa("Akhir masa penugasan belum ditentukan.")
    pertama = k.acuan.setelan("penugasan_maks_tahun", k.tanggal)
    lanjutan = k.acuan.setelan("penugasan_perpanjangan_tahun", k.tanggal)
    lalu = k.lain.get("lalu") or ()
    masa = f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(sampai)}"
    if len(lalu) > 1:
        return tidak(
            "Penugasan sudah diperpanjang satu kali.", *(f"{tulis_tanggal(a)}–{tulis_tanggal(b)}" for a, b in lalu)
        )
    tahun = lanjutan if lalu else pertama
    if sampai >= tambah_bulan(mulai, 12 * tahun):
        apa = "Perpanjangan penugasan" if lalu else "Penugasan"
        return tidak(f"{apa} lebih dari {tahun} tahun.", masa)
    return ya("Masa penugasan di dalam batas.", masa, *(["perpanjangan"] if lalu else []))


def t03_lepas_jabatan(k):
    """PerBKN 16/2022 Pasal 8 ayat (8): the decision also ends the post held; here he stands on a post of pelaksana meanwhile."""
    p = k.profil
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan sekarang belum tercatat.")
    if p.jenis_jabatan not in BERJABATAN:
        return ya("Tidak menduduki jabatan yang harus dilepas.", p.jabatan or "")
    if not k.isian.get("jabatan_selama"):
        return tidak("Pilih jabatan pelaksana selama penugasan; jabatan yang sekarang dilepas.", p.jabatan or "")
    return ya("Jabatannya dilepas selama penugasan.", p.jabatan or "")
