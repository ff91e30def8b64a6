"""Syarat JPT Pratama, JPT-01..JPT-07 (PP 17/2020 Pasal 107 huruf c). Pure; Konteks as in ``jabatan``.

``k.isian``: ``pengalaman_bidang_bulan`` (experience in the field as verified, months), ``surat_sehat`` (True, False, or
nothing when nobody has looked). ``k.tanggal`` is the day of pelantikan.
"""

from karier.aturan.jabatan import kompetensi_kurang, minimal_pendidikan, nilai_pengalaman, sasaran, setingkat
from kepegawaian.aturan import tambah_bulan, tulis_masa, tulis_tanggal, usia_tahun
from kepegawaian.aturan_jabatan import bulan_pengalaman
from layanan.aturan_umum import bebas_disiplin, tulis_daftar
from layanan.katalog import TIDAK, perlu_diperiksa, tidak, ya

BULAN_BIDANG, BULAN_JABATAN = 60, 24
USIA = 56
JENIS = ("teknis", "manajerial", "sosial_kultural")


def jpt01_sarjana(k):
    """PP 17/2020 Ps. 107 huruf c: at least S1 or D4."""
    return minimal_pendidikan(k, "D4", "Pendidikan di bawah S1/D4.")


def jpt02_kompetensi(k):
    """PP 17/2020 Ps. 107 huruf c: teknis, manajerial and sosial kultural competence per standard."""
    kurang, gelap = kompetensi_kurang(k, JENIS)
    if kurang:
        return tidak("Nilai kompetensi belum memenuhi standar.", *kurang)
    if gelap:
        return perlu_diperiksa("Hasil uji kompetensi yang masih berlaku belum tercatat.")
    return ya("Nilai kompetensi memenuhi standar jabatan.")


def jpt03_pengalaman_bidang(k):
    """PP 17/2020 Ps. 107 huruf c: experience related to the field, cumulative at least 5 years.

    Posts held in the same OPD count as the field; experience elsewhere a person must judge, and may be recorded.
    """
    s, dinilai = sasaran(k), k.isian.get("pengalaman_bidang_bulan")
    if dinilai is not None:
        kalimat = f"Pengalaman bidang {tulis_masa(dinilai)}; syarat 5 tahun."
        return ya(kalimat) if dinilai >= BULAN_BIDANG else tidak(kalimat)
    jejak = k.profil.jejak_jabatan
    if not jejak:
        return perlu_diperiksa("Riwayat jabatan belum tercatat.")
    unit = k.acuan.unit

    def sebidang(j):
        return s.opd_id is not None and j.unit_id in unit and unit[j.unit_id].opd_id == s.opd_id

    bulan, semua = bulan_pengalaman(jejak, k.tanggal, sebidang), bulan_pengalaman(jejak, k.tanggal, lambda j: True)
    bukti = f"pada perangkat daerah yang sama {tulis_masa(bulan)}, seluruhnya {tulis_masa(semua)}"
    if bulan >= BULAN_BIDANG:
        return ya(f"Pengalaman bidang {tulis_masa(bulan)}; syarat 5 tahun.", bukti)
    if semua < BULAN_BIDANG:
        return tidak(f"Pengalaman bidang {tulis_masa(bulan)}; syarat 5 tahun.", bukti)
    return perlu_diperiksa("Pengalaman bidang di luar perangkat daerah ini perlu dinilai.", bukti)


def jpt04_administrator(k):
    """PP 17/2020 Ps. 107 huruf c: holds or held administrator or JF Ahli Madya for at least 2 years."""
    return nilai_pengalaman(
        k, setingkat(k, "administrator"), BULAN_JABATAN, "administrator/JF madya",
        "Masa administrator/JF madya {x}; syarat 2 tahun.",
    )  # fmt: skip


def jpt05_rekam_jejak(k):
    """PP 17/2020 Ps. 107 huruf c: good record, integrity, morality."""
    kini = bebas_disiplin(k)
    if kini.jawaban == TIDAK:
        return tidak(f"Rekam jejak belum bersih: {kini.kalimat.rstrip('.').lower()}.", *kini.bukti)
    if not kini.terpenuhi:
        return kini
    lalu = [h for h in k.profil.hukuman if h.tahan_kp and h.tmt <= k.tanggal]
    if lalu:
        isi = tulis_daftar(f"hukuman {h.tingkat} TMT {tulis_tanggal(h.tmt)}" for h in lalu)
        return perlu_diperiksa(f"Pernah dijatuhi {isi}; panitia menilai rekam jejaknya.")
    return ya("Tidak ada hukuman disiplin sedang atau berat yang tercatat.")


def jpt06_usia(k):
    """PP 17/2020 Ps. 107 huruf c: at most 56 years on the day of pelantikan; the boundary day is ``jpt_batas_usia``."""
    lahir = k.profil.tanggal_lahir
    if lahir is None:
        return perlu_diperiksa("Tanggal lahir belum tercatat.")
    ulang_tahun = tambah_bulan(lahir, 12 * USIA)
    cara = k.acuan.setelan("jpt_batas_usia", k.tanggal)
    kalimat = f"Usia {usia_tahun(lahir, k.tanggal)} tahun; batas 56 tahun."
    lewat = k.tanggal >= ulang_tahun if cara == "sebelum_ulang_tahun" else k.tanggal > ulang_tahun
    return tidak(kalimat, f"56 tahun pada {tulis_tanggal(ulang_tahun)}") if lewat else ya(kalimat)


def jpt07_sehat(k):
    """PP 17/2020 Ps. 107 huruf c: healthy, by a letter."""
    ada = k.isian.get("surat_sehat")
    if ada is None:
        return perlu_diperiksa("Surat kesehatan belum diperiksa.")
    return ya("Surat kesehatan ada.") if ada else tidak("Surat kesehatan belum ada.")
