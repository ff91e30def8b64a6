"""Syarat yang dipakai beberapa aspek: disiplin (KP-U03) dan predikat kinerja (KP-U06). Pure.

Law: PP 94/2021; PerBKN 6/2022 Ps. 55; PP 30/2019. The aspects cite them under their own code (TAL-03, JAB-04).
"""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BAIK = ("Baik", "Sangat Baik")


def tulis_daftar(isi):
    """``2024, 2025 dan 2026``."""
    isi = [str(x) for x in isi]
    return " dan ".join(filter(None, [", ".join(isi[:-1]), isi[-1]]))


def bebas_disiplin(k, paling_cepat=lambda tanggal: tanggal):
    """PP 94/2021; PerBKN 6/2022 Ps. 55: no hukuman sedang or berat running on ``k.tanggal``, none examined.

    ``paling_cepat``: first day on which the act is possible, from the first of the month after the penalty.
    """
    for h in k.profil.hukuman:
        if not h.tahan_kp or h.tmt > k.tanggal:
            continue
        if h.sampai is None:
            return perlu_diperiksa(
                f"Akhir hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)} belum tercatat.", h.nomor_sk
            )
        if h.sampai >= k.tanggal:
            kalimat = f"Sedang menjalani hukuman disiplin {h.tingkat} sampai {tulis_tanggal(h.sampai)}."
            bukti = f"SK {h.nomor_sk or 'tanpa nomor'} TMT {tulis_tanggal(h.tmt)}"
            return tidak(kalimat, bukti, paling_cepat=paling_cepat(tambah_bulan(h.sampai.replace(day=1), 1)))
    if k.profil.diperiksa is None:
        return perlu_diperiksa("Keadaan pemeriksaan disiplin belum diketahui.")
    if k.profil.diperiksa:
        return tidak("Sedang dalam pemeriksaan disiplin.")
    return ya("Tidak sedang menjalani hukuman disiplin sedang atau berat dan tidak sedang diperiksa.")


def predikat_baik(k, perlu, minimal=BAIK):
    """PP 30/2019; PermenPANRB 6/2022: predikat at least Baik (``minimal[0]``) in each of the years ``perlu``."""
    ada = {x.tahun: x.predikat for x in k.profil.kinerja if x.tahun in perlu}
    bukti = [f"{t}: {p}" for t, p in sorted(ada.items())]
    for tahun, predikat in sorted(ada.items()):
        if predikat not in minimal:
            return tidak(f"Predikat kinerja tahun {tahun} = {predikat}; syarat minimal {minimal[0]}.", *bukti)
    if len(ada) < len(perlu):
        kurang = tulis_daftar(t for t in perlu if t not in ada)
        return perlu_diperiksa(f"Hasil kinerja tahun {kurang} belum ada, predikatnya belum dapat dinilai.", *bukti)
    return ya(f"Predikat kinerja tahun {tulis_daftar(perlu)} paling rendah {minimal[0]}.", *bukti)


def tahun_kinerja(k, setelan="kp_tahun_kinerja"):
    """PP 30/2019 (asumsi, setelan kp_tahun_kinerja): the calendar years whose result is asked for."""
    banyak = k.acuan.setelan(setelan, k.tanggal)
    return list(range(k.tanggal.year - banyak, k.tanggal.year))


def tulis_pangkat(profil):
    """``II/d sejak 1 April 2020``."""
    return f"{profil.golongan or 'golongan belum tercatat'} sejak {tulis_tanggal(profil.tmt_pangkat)}"
