"""Aturan penilaian: capaian organisasi, keberatan, syarat final, masa perbaikan, penghargaan. Pure.

Law: PP 30/2019; Permen PANRB 6/2022; SE Menteri PANRB on the three steps; PP 11/2017 Ps. 142-143; PP 94/2021. Ids KIN-3 … KIN-6
follow ``regulasi/skp-dan-eperformance.md`` section 4, POLA and KUADRAN its section 3. The 3 × 3 and the pattern themselves stand
in ``eperformance.aturan``. What is ``asumsi`` comes in from dated settings.
"""

from datetime import timedelta
from typing import NamedTuple

from eperformance.aturan import RATING, batas_keberatan, distribusi, predikat
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya

DI_BAWAH_TARGET = ("Butuh Perbaikan", "Kurang", "Sangat Kurang")
PP30, PERMEN = Dasar("PP 30/2019"), Dasar("PermenPANRB 6/2022")
SE_POLA = Dasar("SE Menteri PANRB", "pola distribusi")
ALASAN_PALING_PENDEK = 20


class Perbaikan(NamedTuple):
    """Time to improve: the rule that gives it, its first and last day, and the sentence."""

    kode: str
    mulai: object
    sampai: object
    kalimat: str


def rating_organisasi(capaian, peta):
    """SE Menteri PANRB: the rating hasil kerja of who leads an organisation with this achievement; "" while it is not set.

    ``peta`` {capaian: rating} is the setting kinerja_rating_capaian (asumsi).
    """
    return peta.get(capaian, "") if capaian else ""


def perbaikan(hasil, jenjang, tanggal, bulan=6):
    """PP 30/2019 (KIN-3), PP 11/2017 Ps. 142-143 (KIN-4): the Perbaikan after a predikat below target, else None.

    ``tanggal``: day the predikat became final; ``bulan``: setting kinerja_perbaikan_bulan.
    """
    if hasil not in DI_BAWAH_TARGET:
        return None
    sampai = tambah_bulan(tanggal, bulan) - timedelta(days=1)
    kalimat = f"Pegawai masuk masa perbaikan kinerja sampai {tulis_tanggal(sampai)}."
    return Perbaikan("KIN-4" if jenjang == "jpt" else "KIN-3", tanggal, sampai, kalimat)


def belum_final(*, status, diterima, keberatan_diputus, keberatan_sampai, distribusi_ada, hari_ini):
    """Why a yearly evaluation is not final yet, as one sentence; "" when it is ready (PP 30/2019; Permen PANRB 6/2022)."""
    if status == "keberatan":
        return "Keberatan pegawai belum diputus."
    if status != "dinilai":
        return "Penilaian tahunannya belum ditetapkan."
    if not (diterima or keberatan_diputus) and (keberatan_sampai is None or hari_ini <= keberatan_sampai):
        batas = tulis_tanggal(keberatan_sampai) if keberatan_sampai else "belum diketahui"
        return f"Pegawai belum menyatakan menerima, dan batas keberatannya {batas}."
    if not distribusi_ada:
        return "Distribusi predikat perangkat daerahnya belum ditetapkan."
    return ""


def penentu_tahun(masa):
    """Of [(id, last day)] of the SKP of one pegawai in one year: the id whose predikat is that of the year (asumsi: the last)."""
    return max(masa, key=lambda m: m[1])[0] if masa else None


def penghargaan(riwayat, tahun):
    """Permen PANRB 6/2022 (asumsi: two years): Sangat Baik in ``tahun`` and the year before? ``riwayat`` {tahun: predikat}."""
    return riwayat.get(tahun) == riwayat.get(tahun - 1) == "Sangat Baik"


# ── the same as conditions with their article ────────────────────────────────────────────────────────


def kuadran(k):
    """Permen PANRB 6/2022: two ratings make one predikat."""
    hasil, perilaku = k.lain.get("hasil"), k.lain.get("perilaku")
    satu = predikat(hasil, perilaku)
    if not satu:
        return perlu_diperiksa("Rating hasil kerja dan rating perilaku kerja belum lengkap.")
    return ya(f"Predikat {satu}.", f"hasil kerja {RATING[hasil].lower()}", f"perilaku {RATING[perilaku].lower()}")


def pola(k):
    """SE Menteri PANRB: does the distribution keep to the pattern? A departure wants a written reason, it bars nothing."""
    capaian = k.lain.get("capaian")
    if not capaian:
        return perlu_diperiksa("Capaian organisasi belum ditetapkan pimpinan.")
    hasil = distribusi(capaian, k.lain["jumlah"], k.lain.get("minimal", 5))
    if not hasil.diperiksa:
        return perlu_diperiksa(f"Kurang dari {k.lain.get('minimal', 5)} orang dinilai; polanya tidak diperiksa.")
    if hasil.sah:
        return ya(f"Sesuai pola organisasi {capaian}.")
    return tidak("Menyimpang dari pola; perlu alasan tertulis.", *(f"{b.kode}: {b.uraian}" for b in hasil.dilanggar))


def kin3(k):
    """PP 30/2019 Ps. 56 dst. (KIN-3): JA and JF below target get six months to improve."""
    return _perbaikan(k, "KIN-3")


def kin4(k):
    """PP 11/2017 Ps. 142-143 (KIN-4): a JPT below target gets six months, then a test of competence."""
    return _perbaikan(k, "KIN-4")


def _perbaikan(k, kode):
    if not k.lain.get("predikat"):
        return perlu_diperiksa("Predikat tahunannya belum ditetapkan.")
    satu = perbaikan(k.lain["predikat"], k.lain.get("jenjang"), k.tanggal, k.lain.get("bulan", 6))
    if satu is None or satu.kode != kode:
        return ya(f"Predikat {k.lain['predikat']}; tidak ada masa perbaikan menurut aturan ini.")
    return tidak(satu.kalimat, f"predikat {k.lain['predikat']}")


def kin5(k):
    """PP 30/2019 (KIN-5): keberatan within the days of the setting kinerja_keberatan_hari after the predikat was set."""
    ditetapkan = k.lain.get("ditetapkan")
    if ditetapkan is None:
        return perlu_diperiksa("Pilih penilaian yang Anda beri keberatan.")
    batas = batas_keberatan(ditetapkan, k.lain["hari"])
    kalimat = f"Batas keberatan {tulis_tanggal(batas)}."
    bukti = f"predikat ditetapkan {tulis_tanggal(ditetapkan)}"
    if k.lain.get("sudah_diajukan"):
        return ya(f"Sudah diajukan pada waktunya. {kalimat}", bukti)
    return ya(kalimat, bukti) if k.lain["hari_ini"] <= batas else tidak(f"{kalimat} Batas itu sudah lewat.", bukti)


def kin5_belum_diterima(k):
    """PP 30/2019: what was accepted, or decided on an objection already, stands."""
    if k.lain.get("ditetapkan") is None:
        return perlu_diperiksa("Pilih penilaian yang Anda beri keberatan.")
    if k.lain.get("diterima"):
        return tidak("Hasil penilaian itu sudah Anda nyatakan diterima.")
    if k.lain.get("diputus"):
        return tidak("Keberatan atas penilaian itu sudah diputus; putusannya akhir.")
    return ya("Penilaian itu belum diterima dan belum pernah diputus atas keberatan.")


def kin6(k):
    """PP 94/2021 Ps. 3 (KIN-6): a pegawai makes his SKP; who does not is reported to the atasan and the handlers."""
    ada = k.lain.get("skp")
    if ada is None:
        return perlu_diperiksa("Tahun kinerja itu belum dibuka pada portal.")
    return (
        ya("SKP sudah dibuat.") if ada else tidak("Tidak menyusun SKP; ditindaklanjuti sebagai pelanggaran disiplin.")
    )


KIN5 = Syarat("KIN-5", "Keberatan diajukan dalam batas waktunya", PP30, kin5, "sebagian")
KIN5B = Syarat(
    "KIN-5b", "Penilaian belum diterima dan belum diputus atas keberatan", PP30, kin5_belum_diterima, "asumsi"
)
KIN3 = Syarat("KIN-3", "Pejabat administrasi dan fungsional di bawah target: enam bulan memperbaiki kinerja",
              Dasar("PP 30/2019", "Pasal 56"), kin3, "sebagian", dasar_lain=(Dasar("UU 20/2023", "Pasal 52"),))  # fmt: skip
KIN4 = Syarat("KIN-4", "Pejabat pimpinan tinggi di bawah target: enam bulan, lalu uji kompetensi kembali",
              Dasar("PP 11/2017", "Pasal 142-143"), kin4, "sebagian")  # fmt: skip
KIN6 = Syarat("KIN-6", "Setiap pegawai menyusun SKP", Dasar("PP 94/2021", "Pasal 3"), kin6, "sebagian")
KUADRAN = Syarat("KUADRAN", "Predikat menurut rating hasil kerja dan rating perilaku kerja", PERMEN, kuadran)
POLA = Syarat("POLA", "Distribusi predikat sesuai capaian organisasi", SE_POLA, pola)
SYARAT = (KUADRAN, POLA, KIN3, KIN4, KIN5, KIN6)
