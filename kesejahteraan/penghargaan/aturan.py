"""Syarat Satyalancana Karya Satya (SLKS-01..08) dan PNS berprestasi (PBR-01..03). Pure: no Django, no clock.

Law: PP 35/2010 Ps. 22; PP 25/1994 Ps. 4 jo. PP 1/2010; UU 20/2009; PP 11/2017 Ps. 231. ``k.tanggal`` is the day of the
award (17 August of the period), never today. What the law leaves open is a dated setting and says so.
"""

from datetime import timedelta

from kepegawaian.aturan import PPPK, SATYALANCANA, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.aturan_umum import predikat_baik
from layanan.katalog import Hasil, perlu_diperiksa, tidak, ya

KODE = SATYALANCANA
WARNA = {"X": "perunggu", "XX": "perak", "XXX": "emas"}
KELAS = tuple(KODE)
CLTN = ("02", "13")
TERLALU = ("sedang", "berat")
ULANG = "ulang"


def tahun_kelas(kelas, acuan, tanggal):
    """PP 35/2010 Ps. 22: years of unbroken service of a class."""
    return acuan.setelan("slks_masa_tahun", tanggal)[kelas]


def bulan_kelas(k):
    """Months of service the class asked for needs; None while none is chosen."""
    kelas = k.isian.get("kelas")
    return 12 * tahun_kelas(kelas, k.acuan, k.tanggal) if kelas in KODE else None


def dipegang(profil):
    """[class] of Satyalancana Karya Satya he holds, lowest first."""
    punya = {p.jenis for p in profil.penghargaan}
    return [kelas for kelas in KELAS if KODE[kelas] in punya]


def mulai_hitung(profil, acuan, tanggal):
    """The day from which service counts unbroken: TMT CPNS, later after a penalty (mode ulang) or a CLTN; None unknown."""
    mulai = [profil.tmt_cpns]
    if acuan.setelan("slks_mode_hukuman", tanggal) == ULANG:
        mulai += [h.sampai and h.sampai + timedelta(days=1) for h in hukuman_berarti(profil, tanggal)]
    mulai += [t.sampai and t.sampai + timedelta(days=1) for t in cltn(profil, tanggal)]
    return None if None in mulai else max(mulai)


def hukuman_berarti(profil, tanggal):
    """Penalties sedang and berat up to ``tanggal``, oldest first."""
    return sorted((h for h in profil.hukuman if h.tingkat in TERLALU and h.tmt <= tanggal), key=lambda h: h.tmt)


def cltn(profil, tanggal):
    """Spells of CLTN begun by ``tanggal``, oldest first."""
    return [t for t in profil.jejak_tinggal if t.jenis == "CLTN" and t.tmt <= tanggal]


def kelas_usul(profil, acuan, tanggal):
    """The class to propose: the highest not held that unbroken service reaches; else the highest that time alone is near.

    None when he is due for nothing: no PNS, no TMT CPNS, or the highest class near is held already. A lower class is not
    proposed once a higher one is held.
    """
    if profil.status != "PNS" or profil.tmt_cpns is None or profil.berhenti:
        return None
    punya = dipegang(profil)
    calon = KELAS[KELAS.index(punya[-1]) + 1 :] if punya else KELAS
    mulai, hampir = mulai_hitung(profil, acuan, tanggal), acuan.setelan("slks_hampir_bulan", tanggal)
    penuh = bulan_antara(profil.tmt_cpns, tanggal)
    utuh = bulan_antara(mulai, tanggal) if mulai else 0
    perlu = {kelas: 12 * tahun_kelas(kelas, acuan, tanggal) for kelas in calon}
    sampai = [kelas for kelas in calon if utuh >= perlu[kelas]]
    dekat = [kelas for kelas in calon if penuh + hampir >= perlu[kelas]]
    return (sampai or dekat or [None])[-1]


# ── SLKS ─────────────────────────────────────────────────────────────────────────────────────────────


def slks01_masa(k):
    """PP 35/2010 Ps. 22: a PNS who served unbroken 10, 20 or 30 years, counted from CPNS."""
    if k.profil.status not in (None, "PNS"):
        return tidak(f"Berstatus {k.profil.status}; Satyalancana Karya Satya diberikan kepada PNS.")
    perlu = bulan_kelas(k)
    if perlu is None:
        return tidak("Kelas Satyalancana belum dipilih.")
    if k.profil.status is None or k.profil.tmt_cpns is None:
        return perlu_diperiksa("Status atau TMT CPNS belum tercatat.")
    masa = bulan_antara(k.profil.tmt_cpns, k.tanggal)
    kalimat = f"Masa kerja terus-menerus {tulis_masa(max(masa, 0))}; syarat {perlu // 12} tahun."
    bukti = f"CPNS {tulis_tanggal(k.profil.tmt_cpns)}, dihitung sampai {tulis_tanggal(k.tanggal)}"
    if masa < perlu:
        return tidak(kalimat, bukti, paling_cepat=tambah_bulan(k.profil.tmt_cpns, perlu))
    return ya(kalimat, bukti)


def slks02_hukuman(k):
    """PP 25/1994 Ps. 4; PP 35/2010: no hukuman sedang or berat in the years counted; ringan does not block."""
    perlu, semua = bulan_kelas(k), hukuman_berarti(k.profil, k.tanggal)
    if not semua:
        return ya("Tidak pernah dijatuhi hukuman disiplin sedang atau berat.")
    awal = tambah_bulan(k.tanggal, -(perlu or 0))
    for h in reversed(semua):
        kalimat = f"Pernah dijatuhi hukuman disiplin {h.tingkat} ({tulis_tanggal(h.tmt)})."
        if h.sampai is None and h.tmt < awal:
            return perlu_diperiksa(f"{kalimat} Akhir hukumannya belum tercatat.", h.nomor_sk)
        if h.sampai is None or h.sampai >= awal:
            return tidak(kalimat, h.nomor_sk)
    return ya(f"Tidak ada hukuman disiplin sedang atau berat sejak {tulis_tanggal(awal)}.")


def slks03_sesudah_hukuman(k):
    """Praktik (asumsi; setelan slks_mode_hukuman): after a penalty counting begins again, or he is never eligible."""
    perlu, semua = bulan_kelas(k), hukuman_berarti(k.profil, k.tanggal)
    if not semua:
        return ya("Tidak ada hukuman disiplin yang memutus penghitungan.")
    if k.acuan.setelan("slks_mode_hukuman", k.tanggal) != ULANG:
        return tidak(
            "Pernah dijatuhi hukuman disiplin sedang atau berat; menurut setelan kantor tidak dapat diusulkan lagi."
        )
    if any(h.sampai is None for h in semua):
        return perlu_diperiksa("Akhir hukuman disiplinnya belum tercatat, penghitungan kembali belum diketahui.")
    lagi = max(h.sampai for h in semua) + timedelta(days=1)
    penuh = tambah_bulan(lagi, perlu or 0)
    kalimat = f"Penghitungan dimulai lagi {tulis_tanggal(lagi)}; memenuhi pada {tulis_tanggal(penuh)}."
    if penuh > k.tanggal:
        return tidak(kalimat, paling_cepat=penuh)
    return perlu_diperiksa(f"{kalimat} Perlu telaah: bunyi peraturannya belum ditemukan.")


def slks04_cltn(k):
    """PP 25/1994 penjelasan: CLTN breaks the service; it counts again from the return to duty."""
    perlu, semua = bulan_kelas(k), cltn(k.profil, k.tanggal)
    if not semua:
        if k.profil.kedudukan in CLTN:
            return perlu_diperiksa("Berkedudukan CLTN, tetapi masanya belum tercatat.")
        return ya("Masa kerja tidak terputus CLTN.")
    akhir = semua[-1]
    if akhir.sampai is None or akhir.sampai >= k.tanggal:
        return tidak(
            f"Terputus CLTN {tulis_tanggal(akhir.tmt)}-{tulis_tanggal(akhir.sampai) if akhir.sampai else 'kini'}."
        )
    if k.profil.kedudukan in CLTN:
        return perlu_diperiksa(
            f"CLTN berakhir {tulis_tanggal(akhir.sampai)}, tetapi pengaktifan kembali belum tercatat."
        )
    penuh = tambah_bulan(akhir.sampai + timedelta(days=1), perlu or 0)
    kalimat = f"Terputus CLTN {tulis_tanggal(akhir.tmt)}-{tulis_tanggal(akhir.sampai)}."
    if penuh > k.tanggal:
        return tidak(kalimat, f"memenuhi pada {tulis_tanggal(penuh)}", paling_cepat=penuh)
    return ya(f"Masa kerja sesudah CLTN cukup sejak {tulis_tanggal(penuh)}.", kalimat)


def slks05_belum_menerima(k):
    """Praktik (sebagian): once each class; a higher class may be proposed without the lower one."""
    kelas = k.isian.get("kelas")
    for p in k.profil.penghargaan:
        if kelas in KODE and p.jenis == KODE[kelas]:
            return tidak(f"Sudah menerima SLKS {kelas} (Keppres {p.nomor_sk or 'tanpa nomor'}).", tulis_tanggal(p.tmt))
    lebih = [x for x in dipegang(k.profil) if kelas in KODE and KELAS.index(x) > KELAS.index(kelas)]
    if lebih:
        return perlu_diperiksa(f"Sudah menerima SLKS {lebih[-1]}, kelas yang lebih tinggi.")
    return ya("Belum menerima Satyalancana kelas ini.")


def slks06_pidana(k):
    """UU 20/2009 (syarat umum): not imprisoned for an offence carrying five years or more; his statement says so."""
    if k.profil.kedudukan == "91" or k.isian.get("pidana") == "ya":
        return tidak("Ada putusan pidana." if k.isian.get("pidana") == "ya" else "Tersangkut tindak pidana.")
    if k.isian.get("pidana") == "tidak":
        return ya("Menyatakan tidak pernah dipidana penjara atas tindak pidana yang diancam 5 tahun atau lebih.")
    return perlu_diperiksa("Surat pernyataan tidak pernah dipidana belum dilihat.")


def slks07_kinerja(k):
    """Praktik daerah (asumsi): predikat at least Baik in the last years before the award."""
    banyak = k.acuan.setelan("slks_tahun_kinerja", k.tanggal)
    return predikat_baik(k, range(k.tanggal.year - banyak, k.tanggal.year))


def slks08_belum_pensiun(k):
    """Praktik (asumsi): not retired yet on the day of the award."""
    p = k.profil
    if p.berhenti:
        return tidak(f"Sudah pensiun TMT {tulis_tanggal(p.tmt_kedudukan)}.")
    if p.tmt_pensiun is None:
        return perlu_diperiksa("TMT pensiun belum diketahui.")
    if p.tmt_pensiun <= k.tanggal:
        return tidak(f"Sudah pensiun TMT {tulis_tanggal(p.tmt_pensiun)}.")
    return ya(f"Belum pensiun pada {tulis_tanggal(k.tanggal)}.", f"TMT pensiun {tulis_tanggal(p.tmt_pensiun)}")


# ── PNS berprestasi ──────────────────────────────────────────────────────────────────────────────────


def _dua_tahun(k):
    banyak = k.acuan.setelan("teladan_tahun_kinerja", k.tanggal)
    return range(k.tanggal.year - banyak, k.tanggal.year)


def pbr01_predikat(k):
    """PP 11/2017 Ps. 231 (asumsi): Sangat Baik or Baik in each of the last years, at least once Sangat Baik."""
    dasar = predikat_baik(k, _dua_tahun(k))
    if dasar.jawaban != "ya":
        return (
            dasar
            if dasar.jawaban != "tidak"
            else Hasil("tidak", f"Predikat belum memenuhi. {dasar.kalimat}", dasar.bukti)
        )
    if any(x.predikat == "Sangat Baik" for x in k.profil.kinerja if x.tahun in _dua_tahun(k)):
        return ya(f"{dasar.kalimat[:-1]}, paling sedikit satu Sangat Baik.", *dasar.bukti)
    return tidak("Predikat belum memenuhi. Belum ada predikat Sangat Baik.", *dasar.bukti)


def pbr02_disiplin(k):
    """PP 11/2017 Ps. 231 (asumsi): no hukuman sedang or berat in the last years."""
    tahun = k.acuan.setelan("teladan_bebas_hukuman_tahun", k.tanggal)
    batas = tambah_bulan(k.tanggal, -12 * tahun)
    for h in reversed(hukuman_berarti(k.profil, k.tanggal)):
        if h.tmt > batas or (h.sampai is not None and h.sampai > batas):
            return tidak("Ada riwayat hukuman disiplin.", f"{h.tingkat}, {tulis_tanggal(h.tmt)}")
    if k.profil.diperiksa is None:
        return perlu_diperiksa("Keadaan pemeriksaan disiplin belum diketahui.")
    if k.profil.diperiksa:
        return perlu_diperiksa("Sedang dalam pemeriksaan disiplin; tunggu hasilnya.")
    return ya(f"Tidak pernah dijatuhi hukuman disiplin sedang atau berat sejak {tulis_tanggal(batas)}.")


def pbr03_status(k):
    """PP 11/2017 Ps. 231 (sebagian): PNS and PPPK; two years Sangat Baik also open kenaikan gaji istimewa for a PPPK."""
    status = k.profil.status
    if status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if status not in ("PNS", *PPPK):
        return tidak(f"Berstatus {status}; yang dipilih PNS dan PPPK.")
    dua = [x.predikat for x in k.profil.kinerja if x.tahun in _dua_tahun(k)]
    if status in PPPK and len(dua) == len(_dua_tahun(k)) and set(dua) == {"Sangat Baik"}:
        return ya(f"Berstatus {status}.", "Sangat Baik dua tahun dan terpilih juga membuka kenaikan gaji istimewa")
    return ya(f"Berstatus {status}.")


def nilai_akhir(lembar, bobot):
    """Final score of one participant: mean of the jury per criterion, weighted. ``lembar``: [{kriteria: 0-100}].

    Percent weights; None while a criterion has no score of any juror. Rounded to two decimals.
    """
    jumlah = 0
    for kriteria, persen in bobot.items():
        angka = [x[kriteria] for x in lembar if x.get(kriteria) is not None]
        if not angka:
            return None
        jumlah += sum(angka) / len(angka) * persen
    return round(jumlah / sum(bobot.values()) + 1e-9, 2)


def peringkat(nilai):
    """{key: rank} from {key: score or None}, highest first; equal scores share a rank; without score no rank."""
    urut = sorted((n for n in nilai.values() if n is not None), reverse=True)
    return {kunci: urut.index(n) + 1 for kunci, n in nilai.items() if n is not None}
