"""Syarat cuti: CUT-1 sampai CUT-10. Dasar: PP 11/2017 Pasal 309-341; PerBKN 24/2017 diubah PerBKN 7/2021.

``k.isian`` are the answers of ``kesejahteraan.cuti.forms``; ``k.lain`` what ``kesejahteraan.cuti.fakta.susun`` gives:
``tahun`` {year: Tahun as a dict}, ``pola``, ``bertumpuk`` [{dok, tmt, sampai}], ``cb`` [{tmt, sampai}], ``pejabat``
(code of the office that grants), ``cuti`` (the leave a recall is about), ``tunda`` [{diminta, sampai}] (postponements of
a cuti besar that is still owed).
"""

from datetime import timedelta

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_tanggal
from kesejahteraan.cuti.aturan import hari, saldo
from layanan.katalog import perlu_diperiksa, tidak, ya

PPPK = ("PPPK", "PPPK_PW")
HAJI, ANAK_4, AGAMA = "haji", "anak_4", "agama"
BEBAS_LIMA_TAHUN = (HAJI, ANAK_4)
TANPA_TUNDA = (HAJI, ANAK_4, AGAMA)
SEBUTAN = {
    "CT": "Cuti tahunan", "CB": "Cuti besar", "CS": "Cuti sakit", "CM": "Cuti melahirkan",
    "CAP": "Cuti karena alasan penting", "CLTN": "Cuti di luar tanggungan negara",
}  # fmt: skip


def bukan_haknya(k, jenis):
    """The Hasil for one whose status has no such leave, or None. PPPK: the setting ``cuti_pppk_jenis`` (asumsi)."""
    status = k.profil.status
    if status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if status in PPPK and jenis not in k.acuan.setelan("cuti_pppk_jenis", k.tanggal):
        return tidak(f"{SEBUTAN[jenis]} tidak diberikan kepada PPPK.")
    if status == "CPNS" and jenis in ("CB", "CLTN"):
        return tidak(f"{SEBUTAN[jenis]} diberikan kepada PNS; Anda masih CPNS.")
    return None


def masa_kerja(k):
    """Months of unbroken service on the first day of the leave, or None; CLTN does not count."""
    awal = k.profil.tmt_cpns
    return None if awal is None else bulan_antara(awal, k.tanggal) - k.profil.cltn_bulan


def sejak_masa(profil, bulan):
    """The day on which ``bulan`` months of unbroken service are full: CLTN and PMK do not count; None when unknown."""
    return None if profil.tmt_cpns is None else tambah_bulan(profil.tmt_cpns, bulan + profil.cltn_bulan)


def _lama(k, bulan, sebut):
    """(Hasil or None, months): the service a kind of leave asks for."""
    punya = masa_kerja(k)
    if punya is None:
        return perlu_diperiksa("TMT CPNS belum tercatat, sehingga masa kerja tidak diketahui.")
    if punya < bulan:
        cepat = sejak_masa(k.profil, bulan)
        return tidak(sebut, f"mulai {tulis_tanggal(cepat)}", paling_cepat=cepat)
    return None


def c01_masa_kerja(k):
    """PP 11/2017 Ps. 311 ayat (1): a year of unbroken service for cuti tahunan."""
    if (hasil := bukan_haknya(k, "CT")) is not None:
        return hasil
    bulan = k.acuan.setelan("cuti_ct_masa_kerja_bulan", k.tanggal)
    hasil = _lama(k, bulan, "Cuti tahunan diberikan setelah bekerja 1 tahun terus-menerus.")
    return hasil or ya(f"Bekerja terus-menerus sejak {tulis_tanggal(k.profil.tmt_cpns)}.")


def tahun_catatan(k):
    """{year: Tahun} of ``k.lain``; cases and pages write them as dicts."""
    semua = k.lain.get("tahun")
    return None if semua is None else {int(t): saldo.Tahun(**isi) for t, isi in semua.items()}


def hari_diminta(k):
    """{year: working days} of the answers."""
    isi = k.isian
    return hari.hari_kerja(
        k.acuan, isi.get("tmt"), isi.get("sampai"), k.lain.get("pola") or "5", isi.get("perjalanan") or 0
    )


def c02_cukup(k):
    """PP 11/2017 Ps. 312-313: no more days than the balance of each year the leave falls in."""
    if not (k.isian.get("tmt") and k.isian.get("sampai")):
        return perlu_diperiksa("Tanggal cuti belum lengkap.")
    catatan = tahun_catatan(k)
    if catatan is None:
        return perlu_diperiksa("Catatan cuti belum dibaca.")
    diminta = hari_diminta(k)
    if not diminta:
        return tidak("Tidak ada hari kerja di antara kedua tanggal itu.")
    a = saldo.aturan_pada(k.acuan, k.tanggal)
    ragu, bukti = None, []
    for tahun, banyak in sorted(diminta.items()):
        s = saldo.saldo(tahun, catatan, a)
        bukti.append(f"{tahun}: diminta {banyak}, tersedia {max(0, s.sisa)} hari kerja")
        jawab = saldo.cukup(s, banyak)
        if jawab is False:
            return tidak(f"Sisa cuti tahunan Anda {max(0, s.sisa)} hari kerja.", *bukti)
        if jawab is None:
            ragu = s
    if ragu is not None:
        return perlu_diperiksa(
            f"Pemakaian cuti sebelum {_sejak(k)} tidak tercatat; paling banyak {ragu.sisa_mungkin} hari kerja bila tidak "
            "dipakai.",
            *bukti,
        )  # fmt: skip
    return ya("Cukup.", *bukti)


def _sejak(k):
    return str(k.acuan.setelan("cuti_dicatat_sejak", k.tanggal))[:4]


def c03_cuti_besar(k):
    """PP 11/2017 Ps. 316: five years of service, but for the first haji and the birth of a fourth child on."""
    if (hasil := bukan_haknya(k, "CB")) is not None:
        return hasil
    alasan = k.isian.get("sebab")
    if not alasan:
        return perlu_diperiksa("Sebab cuti besar belum dipilih.")
    if alasan in BEBAS_LIMA_TAHUN:
        return ya("Haji pertama dan kelahiran anak keempat dan seterusnya tidak mensyaratkan 5 tahun.")
    bulan = k.acuan.setelan("cuti_cb_masa_kerja_bulan", k.tanggal)
    hasil = _lama(k, bulan, "Cuti besar diberikan setelah 5 tahun bekerja.")
    return hasil or ya(f"Bekerja sejak {tulis_tanggal(k.profil.tmt_cpns)}.")


def c03b_jeda(k):
    """Layanan BKPSDM Lamongan: five years since the last cuti besar, with the same exceptions."""
    if k.isian.get("sebab") in BEBAS_LIMA_TAHUN:
        return ya("Haji pertama dan kelahiran anak keempat dan seterusnya tidak mensyaratkan jeda 5 tahun.")
    lalu = k.lain.get("cb")
    if lalu is None:
        return perlu_diperiksa("Cuti besar yang pernah diambil belum dibaca.")
    akhir = max([baris["sampai"] for baris in lalu] + [h for h in [k.isian.get("cb_terakhir")] if h], default=None)
    if akhir is None:
        return ya("Tidak tercatat, dan menurut pemohon belum pernah, cuti besar.")
    berikut = tambah_bulan(akhir, k.acuan.setelan("cuti_cb_jeda_bulan", k.tanggal)) + timedelta(days=1)
    if k.tanggal < berikut:
        return tidak(
            f"Cuti besar terakhir {tulis_tanggal(akhir)}; berikutnya {tulis_tanggal(berikut)}.", paling_cepat=berikut
        )
    return ya(f"Cuti besar terakhir {tulis_tanggal(akhir)}.")


def c04_sakit(k):
    """PP 11/2017 Ps. 320: more than 14 days needs the letter of a dokter pemerintah."""
    if (hasil := bukan_haknya(k, "CS")) is not None:
        return hasil
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if not (mulai and sampai):
        return perlu_diperiksa("Tanggal cuti belum lengkap.")
    lama, batas = hari.hari_kalender(mulai, sampai), k.acuan.setelan("cuti_cs_dokter_hari", k.tanggal)
    if lama <= batas:
        return ya(f"{lama} hari; cukup surat keterangan dokter.")
    dokter = k.isian.get("dokter")
    if not dokter:
        return perlu_diperiksa(f"{lama} hari; dokter yang menerangkan belum disebut.")
    if dokter != "pemerintah":
        return tidak(f"Lampirkan surat dokter pemerintah untuk sakit lebih dari {batas} hari.", f"{lama} hari")
    return ya(f"{lama} hari dengan surat dokter pemerintah.")


def c05_melahirkan(k):
    """PP 11/2017 Ps. 325: cuti melahirkan for the first to the third child."""
    if (hasil := bukan_haknya(k, "CM")) is not None:
        return hasil
    if k.profil.jenis_kelamin == "L":
        return tidak("Cuti melahirkan diberikan kepada pegawai perempuan.")
    anak = k.isian.get("anak_ke")
    if not anak:
        return perlu_diperiksa("Kelahiran anak ke berapa belum diisi.")
    tercatat = k.lain.get("anak")
    if int(anak) > k.acuan.setelan("cuti_cm_anak_maks", k.tanggal):
        return tidak(f"Kelahiran anak ke-{anak}: ajukan cuti besar.")
    if tercatat is not None and tercatat >= int(anak):
        return perlu_diperiksa(f"Pada riwayat keluarga sudah tercatat {tercatat} anak; periksa urutan kelahirannya.")
    return ya(f"Kelahiran anak ke-{anak}.")


def c06_alasan_penting(k):
    """PerBKN 24/2017: at most a month, with proof."""
    if (hasil := bukan_haknya(k, "CAP")) is not None:
        return hasil
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if not (mulai and sampai):
        return perlu_diperiksa("Tanggal cuti belum lengkap.")
    bulan = k.acuan.setelan("cuti_cap_bulan", k.tanggal)
    batas = hari.akhir_masa(mulai, bulan)
    if sampai > batas:
        return tidak(f"Cuti karena alasan penting paling lama {bulan} bulan, sampai {tulis_tanggal(batas)}.")
    bukti = k.isian.get("bukti")
    if bukti == "menyusul":
        return perlu_diperiksa("Bukti pendukung menyusul; periksa begitu diterima.")
    if bukti != "terlampir":
        return tidak("Lampirkan bukti pendukung.")
    return ya("Tidak lebih dari satu bulan, dengan bukti pendukung.")


def c07_cltn(k):
    """PP 11/2017 Ps. 334: five years of service, and only the PPK grants it."""
    if (hasil := bukan_haknya(k, "CLTN")) is not None:
        return hasil
    if k.lain.get("pejabat", "BUPATI") != "BUPATI":
        return tidak("Cuti di luar tanggungan negara hanya diberikan PPK.")
    bulan = k.acuan.setelan("cuti_cltn_masa_kerja_bulan", k.tanggal)
    hasil = _lama(k, bulan, "Cuti di luar tanggungan negara diberikan setelah 5 tahun bekerja.")
    if hasil is not None:
        return hasil
    if k.isian.get("jenis") == "perpanjangan" and k.profil.tinggal != "CLTN":
        return tidak("Perpanjangan hanya bagi yang sedang menjalani cuti di luar tanggungan negara.")
    return ya(f"Bekerja sejak {tulis_tanggal(k.profil.tmt_cpns)}; diputuskan PPK sesudah persetujuan BKN.")


def c08_bertumpuk(k):
    """No day is spent twice: another leave, one still asked for, or an absence on duty."""
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if not (mulai and sampai) or k.lain.get("bertumpuk") is None:
        return perlu_diperiksa("Tanggal cuti belum lengkap, sehingga tumpukan tidak dapat diperiksa.")
    for baris in k.lain["bertumpuk"]:
        if baris["tmt"] <= sampai and mulai <= baris["sampai"]:
            masa = f"{tulis_tanggal(baris['tmt'])} sampai {tulis_tanggal(baris['sampai'])}"
            return tidak(f"Tanggal bertumpuk dengan {baris['dok']}.", masa)
    return ya("Tidak bertumpuk dengan cuti atau dinas luar lain.")


def kembali(k):
    """(days taken, days that come back) of a leave that ends before the day ``tmt`` of the answers, or None."""
    cuti, mulai = k.lain.get("cuti"), k.isian.get("tmt")
    if not cuti or not mulai:
        return None
    pola = k.lain.get("pola") or "5"
    semua = sum(hari.hari_kerja(k.acuan, cuti["tmt"], cuti["sampai"], pola).values())
    terpakai = sum(hari.hari_kerja(k.acuan, cuti["tmt"], mulai - timedelta(days=1), pola).values())
    return terpakai, semua - terpakai


def c09_dipanggil(k):
    """PP 11/2017 Ps. 315: who is called back for urgent service keeps the days not taken."""
    cuti, mulai = k.lain.get("cuti"), k.isian.get("tmt")
    if not cuti:
        return perlu_diperiksa("Cuti yang dimaksud belum dipilih.")
    if not mulai:
        return perlu_diperiksa("Tanggal kembali bekerja belum diisi.")
    if not cuti["tmt"] <= mulai <= cuti["sampai"]:
        return tidak(
            f"Tanggal kembali bekerja harus di dalam masa cutinya, {tulis_tanggal(cuti['tmt'])} sampai "
            f"{tulis_tanggal(cuti['sampai'])}."
        )
    terpakai, sisa = kembali(k)
    if cuti.get("jenis") != "CT":
        return ya(
            f"Cuti berakhir {tulis_tanggal(mulai - timedelta(days=1))}." if mulai > cuti["tmt"] else "Cuti batal."
        )
    return ya(
        f"{sisa} hari kerja yang belum dijalani tetap menjadi hak cuti tahunan.", f"dijalani {terpakai} hari kerja"
    )


def batas_tunda(k):
    """PP 11/2017 Ps. 317 (sebagian): (first day asked for, last day to which the cuti besar may be postponed)."""
    pertama = min([t["diminta"] for t in k.lain.get("tunda") or ()] + [k.isian["tmt"]])
    return pertama, tambah_bulan(pertama, k.acuan.setelan("cuti_cb_tunda_bulan", pertama))


def c10_tunda(k, sampai):
    """PP 11/2017 Ps. 317; PerBKN 24/2017: may this cuti besar be postponed to the day ``sampai`` (None: not said)?

    At most a year from the first day asked for, however often it is postponed; never one for a religious duty or the
    birth of a fourth child on.
    """
    if k.isian.get("sebab") == ANAK_4:
        return tidak(
            "Cuti besar untuk kelahiran anak keempat dan seterusnya tidak dapat ditangguhkan (PerBKN 24/2017)."
        )
    if k.isian.get("sebab") in TANPA_TUNDA:
        return tidak("Cuti besar untuk kewajiban agama tidak dapat ditangguhkan (PP 11/2017 Pasal 317).")
    if not k.isian.get("tmt"):
        return perlu_diperiksa("Tanggal mulai yang diminta belum diisi.")
    pertama, batas = batas_tunda(k)
    paling_lama = (
        f"paling lama sampai {tulis_tanggal(batas)}, satu tahun sejak pertama diminta {tulis_tanggal(pertama)}"
    )
    if k.isian["tmt"] >= batas:
        return tidak(f"Tidak dapat ditangguhkan lagi: {paling_lama} (PP 11/2017 Pasal 317).")
    if sampai is None:
        return perlu_diperiksa(f"Isi sampai kapan ditangguhkan, {paling_lama}.")
    if sampai <= k.isian["tmt"]:
        return tidak(f"Isi hari sesudah {tulis_tanggal(k.isian['tmt'])}, hari yang diminta.")
    if sampai > batas:
        return tidak(f"Penangguhannya {paling_lama} (PP 11/2017 Pasal 317).")
    return ya(f"Ditangguhkan sampai {tulis_tanggal(sampai)}; {paling_lama}.")
