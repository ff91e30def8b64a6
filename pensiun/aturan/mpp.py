"""Masa persiapan pensiun: MPP-1..MPP-4. Pure.

Law: PP 11/2017 Ps. 350; PerBKN 2/2019 (regulasi pensiun §6). While he is examined: DIS-8 (``umum``).
"""

from datetime import timedelta

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya
from pensiun.aturan.umum import PERKARA


def akhir(profil):
    """The last day of an MPP: the day before the TMT of the pension; None when unknown."""
    return profil.tmt_pensiun - timedelta(days=1) if profil.tmt_pensiun else None


def esok(hari):
    """The day after."""
    return hari + timedelta(days=1)


def mpp1_masa(k):
    """PP 11/2017 Ps. 350: at most 12 months before the TMT of the pension, and before it (MPP-1)."""
    pensiun = k.profil.tmt_pensiun
    if k.profil.status not in (None, "PNS"):
        return tidak("Masa persiapan pensiun hanya bagi PNS.", k.profil.status)
    if pensiun is None:
        return perlu_diperiksa("TMT pensiun belum dapat dihitung; lengkapi jabatan dan tanggal lahirnya.")
    bulan = k.acuan.setelan("mpp_maks_bulan", k.tanggal)
    awal = tambah_bulan(pensiun, -bulan)
    kalimat = f"MPP paling lama {bulan} bulan sebelum TMT pensiun ({tulis_tanggal(pensiun)})."
    if k.tanggal < awal:
        return tidak(kalimat, paling_cepat=awal)
    if k.tanggal >= pensiun:
        return tidak(f"Pada tanggal itu ia sudah pensiun ({tulis_tanggal(pensiun)}).")
    return ya(kalimat, f"mulai {tulis_tanggal(k.tanggal)}")


def mpp2_diajukan(k):
    """PerBKN 2/2019: asked for at least one month before it begins (MPP-2)."""
    hari = k.isian.get("tanggal_permohonan")
    if hari is None:
        return perlu_diperiksa("Tanggal permohonannya belum dicatat.")
    bulan = k.acuan.setelan("mpp_usul_bulan_sebelum", k.tanggal)
    cepat = tambah_bulan(hari, bulan)
    if k.tanggal < cepat:
        kalimat = f"Diajukan {tulis_tanggal(hari)}; MPP paling cepat dimulai {tulis_tanggal(cepat)}."
        return tidak(kalimat, paling_cepat=cepat)
    return ya(f"Diajukan {tulis_tanggal(hari)}, paling lambat {bulan} bulan sebelumnya.")


def mpp3_tugas(k):
    """PerBKN 2/2019: his work is handed over and the office does not urgently need him (MPP-3)."""
    jawab = k.isian.get("tugas_selesai")
    if not jawab:
        return perlu_diperiksa("Pernyataan atasan tentang penyelesaian tugasnya belum diperiksa.")
    if jawab != "ya":
        return tidak("Tugasnya belum diserahterimakan, atau tenaganya masih sangat diperlukan.")
    return ya("Tugasnya sudah diserahterimakan dan tidak ada kepentingan dinas yang mendesak.")


def mpp4_perkara(k):
    """PerBKN 2/2019: not in a criminal process (MPP-4)."""
    if k.isian.get("perkara") == "ya" or k.profil.kedudukan in PERKARA:
        return tidak("Sedang dalam proses peradilan pidana.", PERKARA.get(k.profil.kedudukan, ""))
    if not k.isian.get("perkara"):
        return perlu_diperiksa("Pernyataan tidak sedang dalam proses peradilan pidana belum diperiksa.")
    return ya("Tidak sedang dalam proses peradilan pidana.")
