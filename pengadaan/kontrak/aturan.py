"""Aturan perjanjian kerja PPPK: PPK-1 … PPK-9. Pure; ids follow ``regulasi/kebutuhan-dan-pengadaan.md`` §3.

Law: PP 49/2018 Ps. 16, 37, 53; Permen PANRB 70/2020; Kepmen PANRB 16/2025 (paruh waktu). The TMT of an extension is the day
after the last day of the running contract; ``isian["sampai"]`` its own last day. ``lain``: ``kebutuhan`` (None not set) and
``terisi`` of the post, ``triwulan`` predikat of the quarters of the last year.
"""

from datetime import timedelta

from kepegawaian.aturan import PPPK, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal, usia_tahun
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya

URUT_PREDIKAT = ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")
TIDAK_MENDUKUNG = ("Kurang", "Sangat Kurang")
PARUH = "PPPK_PW"


def galat_masa(mulai, sampai, hari_bup, acuan):
    """PPK-2 and PPK-3 of a corrected last day: a sentence, or "" when it may be."""
    if sampai is None or mulai is None:
        return ""
    minimal, maks = acuan.setelan("kontrak_min_bulan", mulai), acuan.setelan("kontrak_maks_tahun", mulai)
    if hari_bup and sampai > hari_bup:
        return f"Perjanjian tidak boleh melewati BUP ({tulis_tanggal(hari_bup)})."
    if sampai >= tambah_bulan(mulai, 12 * maks):
        return f"Masa perjanjian paling lama {maks} tahun."
    if sampai < tambah_bulan(mulai, minimal) - timedelta(days=1) and sampai != hari_bup:
        return f"Masa perjanjian minimal {minimal // 12} tahun."
    return ""


def esok(hari):
    """The day after."""
    return hari + timedelta(days=1)


def batas_usul(akhir, bulan):
    """PPK-5: last day to propose the extension of a contract that ends on ``akhir``."""
    return tambah_bulan(akhir, -bulan)


def hari_terakhir_bup(p):
    """PPK-3: last possible day of a contract, the day before the TMT BUP; None unknown."""
    return p.tmt_pensiun - timedelta(days=1) if p.tmt_pensiun else None


def kinerja_terakhir(p, tanggal):
    """The newest yearly result of the two years before ``tanggal``, or None."""
    ada = [x for x in p.kinerja if tanggal.year - 2 <= x.tahun < tanggal.year]
    return max(ada, key=lambda x: x.tahun, default=None)


def usul_sampai(p, acuan, tanggal):
    """Proposed last day of the extension: the length of the running contract, inside PPK-3 and PPK-8; None unknown."""
    if not p.kontrak_mulai or not p.kontrak_sampai:
        return None
    mulai = esok(p.kontrak_sampai)
    bulan = bulan_antara(p.kontrak_mulai, mulai) or 12
    bulan = min(bulan, 12 * acuan.setelan("kontrak_maks_tahun", tanggal))
    if p.status == PARUH:
        bulan = acuan.setelan("kontrak_paruh_waktu_bulan", tanggal)
    sampai = tambah_bulan(mulai, bulan) - timedelta(days=1)
    bup = hari_terakhir_bup(p)
    return min(sampai, bup) if bup and bup >= mulai else sampai


# ── conditions ───────────────────────────────────────────────────────────────────────────────────────


def p1_usia(k):
    """PP 49/2018 Ps. 16: at least 20 and at most one year below the BUP of the post when the contract begins (PPK-1)."""
    p, muda = k.profil, k.acuan.setelan("kontrak_usia_min", k.tanggal)
    if p.tanggal_lahir is None or p.bup is None:
        return perlu_diperiksa("Tanggal lahir atau batas usia pensiun jabatannya belum tercatat.")
    usia = usia_tahun(p.tanggal_lahir, k.tanggal)
    if usia < muda:
        return tidak(f"Usia {usia} tahun; paling rendah {muda} tahun.")
    if k.tanggal > tambah_bulan(p.tanggal_lahir, 12 * (p.bup - 1)):
        return tidak(
            f"Usia melebihi satu tahun sebelum BUP jabatan {p.bup}.",
            f"Usia {usia} tahun pada {tulis_tanggal(k.tanggal)}.",
        )
    return ya(f"Usia {usia} tahun pada {tulis_tanggal(k.tanggal)}; BUP jabatan {p.bup}.")


def p2_masa_minimal(k):
    """PP 49/2018 Ps. 37 ayat (1): only a PPPK, from the day after the running contract, for at least a year (PPK-2)."""
    p, sampai = k.profil, k.isian.get("sampai")
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status not in PPPK:
        return tidak(f"Berstatus {p.status}; perjanjian kerja hanya bagi PPPK.")
    if p.kontrak_sampai is None or sampai is None:
        return perlu_diperiksa("Akhir perjanjian kerja yang berjalan atau masa perpanjangannya belum tercatat.")
    if k.tanggal != esok(p.kontrak_sampai):
        return tidak(
            f"Perpanjangan berlaku mulai {tulis_tanggal(esok(p.kontrak_sampai))}, sehari sesudah perjanjian yang berjalan.",
            paling_cepat=esok(p.kontrak_sampai),
        )
    minimal = k.acuan.setelan("kontrak_min_bulan", k.tanggal)
    if sampai < tambah_bulan(k.tanggal, minimal) - timedelta(days=1):
        return tidak(f"Masa perjanjian minimal {minimal // 12} tahun.", tulis_lama(k.tanggal, sampai))
    return ya(f"Masa perjanjian {tulis_lama(k.tanggal, sampai)}.")


def p3_masa_maksimal(k):
    """Permen PANRB 70/2020; PP 49/2018: at most five years and never past the BUP (PPK-3)."""
    sampai, bup = k.isian.get("sampai"), hari_terakhir_bup(k.profil)
    if sampai is None or bup is None:
        return perlu_diperiksa("Masa perpanjangan atau batas usia pensiun jabatannya belum tercatat.")
    if sampai > bup:
        return tidak(f"Perjanjian tidak boleh melewati BUP ({tulis_tanggal(bup)}).")
    tahun = k.acuan.setelan("kontrak_maks_tahun", k.tanggal)
    if sampai >= tambah_bulan(k.tanggal, 12 * tahun):
        return tidak(f"Masa perjanjian paling lama {tahun} tahun.", tulis_lama(k.tanggal, sampai))
    return ya(f"Berakhir {tulis_tanggal(sampai)}, tidak melewati BUP ({tulis_tanggal(bup)}).")


def p4_pertimbangan(k):
    """PP 49/2018 Ps. 37 ayat (2): performance, competence, and need of the instansi support the extension (PPK-4)."""
    hasil, butuh, isi = kinerja_terakhir(k.profil, k.tanggal), k.lain.get("kebutuhan"), k.isian
    if hasil and hasil.predikat in TIDAK_MENDUKUNG:
        return tidak(f"Predikat kinerja {hasil.predikat} tidak mendukung perpanjangan.", f"Tahun {hasil.tahun}.")
    if isi.get("kebutuhan") == "tidak" or butuh == 0:
        return tidak("Instansi tidak membutuhkan lagi jabatan ini.")
    if isi.get("kompetensi") == "tidak":
        return tidak("Kompetensinya tidak sesuai dengan jabatan.")
    if hasil is None:
        return perlu_diperiksa(
            "Hasil kinerja dua tahun terakhir belum tercatat, jadi pencapaian kinerja belum dapat dinilai."
        )
    if not (isi.get("kebutuhan") and isi.get("kompetensi")):
        return perlu_diperiksa("Kebutuhan instansi atau kesesuaian kompetensi belum dinyatakan perangkat daerah.")
    terisi = k.lain.get("terisi") or 0
    if butuh is not None and terisi > butuh:
        return perlu_diperiksa(f"Jabatan ini sudah diisi {terisi} orang, kebutuhannya {butuh} orang.")
    bukti = (
        f"Kebutuhan {butuh}, terisi {terisi}." if butuh is not None else "Kebutuhannya dinyatakan perangkat daerah."
    )
    return ya(f"Kinerja {hasil.tahun} {hasil.predikat}, kompetensi sesuai, dan jabatan dibutuhkan.", bukti)


def p5_tepat_waktu(k):
    """Permen PANRB 70/2020: the usul reaches the Menteri at least six months before the end (PPK-5)."""
    akhir, usul = k.profil.kontrak_sampai, k.isian.get("tanggal_usul")
    if akhir is None or usul is None:
        return perlu_diperiksa("Akhir perjanjian kerja atau tanggal usulnya belum tercatat.")
    batas = batas_usul(akhir, k.acuan.setelan("kontrak_usul_bulan", k.tanggal))
    if usul <= batas:
        return ya(f"Diusulkan {tulis_tanggal(usul)}; batas {tulis_tanggal(batas)}.")
    kalimat = f"Usul terlambat: batas {tulis_tanggal(batas)}."
    if surat := k.isian.get("surat_menteri"):
        return perlu_diperiksa(kalimat, f"Menteri menerimanya dengan surat {surat}.")
    return tidak(kalimat, f"Diusulkan {tulis_tanggal(usul)}.")


def tembusan(akhir_sk, dikirim):
    """PPK-6 as an answer: ``akhir_sk``: an extension was signed; ``dikirim``: date of the copy, None not yet, "" unknown."""
    if not akhir_sk:
        return ya("Belum ada keputusan perpanjangan yang harus ditembuskan.")
    if dikirim == "":
        return perlu_diperiksa("Tanggal pengiriman tembusan kepada Kepala BKN belum tercatat.")
    if dikirim is None:
        return tidak("Tembusan Kepala BKN belum dikirim.")
    return ya(f"Tembusan dikirim {tulis_tanggal(dikirim)}.")


def p7_predikat(k):
    """Local (asumsi): predikat at least that of the setting (PPK-7)."""
    hasil, minimal = kinerja_terakhir(k.profil, k.tanggal), k.acuan.setelan("kontrak_predikat_minimal", k.tanggal)
    if hasil is None:
        return perlu_diperiksa("Hasil kinerja dua tahun terakhir belum tercatat.")
    if URUT_PREDIKAT.index(hasil.predikat) < URUT_PREDIKAT.index(minimal):
        return tidak(f"Predikat kinerja {hasil.tahun} {hasil.predikat}; paling rendah {minimal}.")
    return ya(f"Predikat kinerja {hasil.tahun} {hasil.predikat}.")


def p8_paruh_waktu(k):
    """Kepmen PANRB 16/2025: a year each time; quarterly and yearly evaluation show a stable performance (PPK-8)."""
    bulan, sampai = k.acuan.setelan("kontrak_paruh_waktu_bulan", k.tanggal), k.isian.get("sampai")
    triwulan = k.lain.get("triwulan")
    if sampai is None:
        return perlu_diperiksa("Masa perpanjangan belum ditulis.")
    if sampai != tambah_bulan(k.tanggal, bulan) - timedelta(days=1) and sampai != hari_terakhir_bup(k.profil):
        return tidak(f"PPPK paruh waktu diperpanjang {bulan // 12} tahun.", tulis_lama(k.tanggal, sampai))
    if buruk := [p for p in triwulan or () if p in TIDAK_MENDUKUNG]:
        return tidak(f"Kinerja triwulanan tidak stabil: {', '.join(buruk)}.")
    minimal = k.acuan.setelan("kontrak_triwulan_minimal", k.tanggal)
    if triwulan is None or len(triwulan) < minimal:
        return perlu_diperiksa(f"Evaluasi triwulanan tercatat {len(triwulan or ())} dari {minimal}.")
    if kinerja_terakhir(k.profil, k.tanggal) is None:
        return perlu_diperiksa("Evaluasi akhir tahun belum tercatat.")
    return ya("Evaluasi triwulanan dan akhir tahun lengkap dan stabil.")


# PPK-9: why a relation ends, and how it is called then (PP 49/2018 Ps. 53).
SEBAB = {
    "kontrak_habis": "dengan hormat", "meninggal": "dengan hormat", "permintaan_sendiri": "dengan hormat",
    "perampingan": "dengan hormat", "tidak_cakap": "dengan hormat",
    "pidana_tidak_berencana": "dengan hormat tidak atas permintaan sendiri",
    "disiplin_berat": "dengan hormat tidak atas permintaan sendiri",
    "target_tidak_tercapai": "dengan hormat tidak atas permintaan sendiri",
    "pancasila_uud": "tidak dengan hormat", "kejahatan_jabatan": "tidak dengan hormat", "parpol": "tidak dengan hormat",
    "pidana_berencana": "tidak dengan hormat",
}  # fmt: skip


def p9_akhir(sebab):
    """PP 49/2018 Ps. 53: the cause is one of the law, and says how he is dismissed (PPK-9)."""
    if not sebab:
        return perlu_diperiksa("Sebab berakhirnya hubungan perjanjian kerja belum diketahui.")
    if sebab not in SEBAB:
        return tidak("Sebab itu tidak dikenal PP 49/2018 Pasal 53.")
    return ya(f"Diberhentikan {SEBAB[sebab]}.")


def tulis_lama(mulai, sampai):
    """``1 Januari 2027 sampai 31 Desember 2027, 1 tahun 0 bulan``."""
    return f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(sampai)}, {tulis_masa(max(bulan_antara(mulai, esok(sampai)), 0))}"


PP49_37_1, PP49_37_2 = Dasar("PP 49/2018", "Pasal 37 ayat (1)"), Dasar("PP 49/2018", "Pasal 37 ayat (2)")
PANRB70, PANRB16 = Dasar("PermenPANRB 70/2020"), Dasar("Kepmen PANRB 16/2025")
PPK = {
    s.kode: s
    for s in (
        Syarat("PPK-1", "Usia paling rendah 20 tahun dan paling tinggi satu tahun sebelum BUP saat perjanjian mulai",
               Dasar("PP 49/2018", "Pasal 16"), p1_usia, keyakinan="sebagian"),
        Syarat("PPK-2", "Masa perjanjian paling singkat satu tahun", PP49_37_1, p2_masa_minimal),
        Syarat("PPK-3", "Paling lama lima tahun dan tidak melewati BUP", PANRB70, p3_masa_maksimal, keyakinan="sebagian",
               dasar_lain=(Dasar("PP 49/2018"),)),
        Syarat("PPK-4", "Pencapaian kinerja, kesesuaian kompetensi, dan kebutuhan instansi", PP49_37_2, p4_pertimbangan),
        Syarat("PPK-5", "Diusulkan paling lambat enam bulan sebelum berakhir", PANRB70, p5_tepat_waktu),
        Syarat("PPK-7", "Predikat kinerja paling rendah menurut setelan kantor", PP49_37_2, p7_predikat, keyakinan="asumsi"),
        Syarat("PPK-8", "Paruh waktu: satu tahun, evaluasi triwulanan dan akhir tahun stabil", PANRB16, p8_paruh_waktu),
    )
}  # fmt: skip
BAGI_PPPK = ("PPK-1", "PPK-2", "PPK-3", "PPK-4", "PPK-5", "PPK-7")
BAGI_PARUH = ("PPK-1", "PPK-3", "PPK-4", "PPK-7", "PPK-8")
HALAMAN = (
    Syarat("PPK-6", "Tembusan keputusan perpanjangan kepada Kepala BKN", Dasar("PP 49/2018", "Pasal 37 ayat (4)"),
           lambda k: tembusan(k.lain.get("sah"), k.lain.get("tembusan"))),
    Syarat("PPK-9", "Sebab berakhirnya hubungan perjanjian kerja menurut undang-undang", Dasar("PP 49/2018", "Pasal 53"),
           lambda k: p9_akhir(k.lain.get("sebab"))),
)  # fmt: skip
