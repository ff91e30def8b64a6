"""Aturan kenaikan gaji berkala (KGB): KGB-01..05 bagi PNS, KGB-P01..P05 bagi PPPK, dan nominatifnya. Pure.

Law: PP 7/1977 Ps. 11-13 with PP 5/2024; PerBKN 6/2022 Ps. 55; for PPPK PermenPANRB 7/2023 and Perpres
98/2020 jo. 11/2024. Ids follow ``regulasi/gaji-dan-kgb.md``; the dates come from ``kepegawaian.aturan``.
Every rule takes a ``katalog.Konteks`` whose profile is that of the TMT asked for.
"""

from datetime import timedelta

from kepegawaian.aturan import (
    PPPK,
    baris_kolom,
    bulan_antara,
    di_puncak,
    gaji_pokok,
    kgb_berikut,
    kgb_semua,
    mkg_pada,
    tambah_bulan,
    tulis_masa,
    tulis_tanggal,
)
from layanan.katalog import perlu_diperiksa, tidak, ya

URUTAN_PREDIKAT = ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")
LEPAS_TUGAS = {
    "02": "cuti di luar tanggungan negara",
    "13": "cuti di luar tanggungan negara (perpanjangan)",
    "04": "diberhentikan sementara",
    "P2": "diberhentikan sementara",
}
TELADAN = ("304", "305", "306")


def cukup(predikat, minimal):
    """PP 7/1977 Ps. 11 huruf b; PP 30/2019: a predikat of at least ``minimal``."""
    return URUTAN_PREDIKAT.index(predikat) >= URUTAN_PREDIKAT.index(minimal)


def _bukti_mkg(k):
    mkg = mkg_pada(k.profil, k.tanggal)
    masa = "belum diketahui" if mkg is None else tulis_masa(mkg)
    return f"{k.profil.golongan or 'golongan belum tercatat'}, MKG {masa} pada {tulis_tanggal(k.tanggal)}"


# ── PNS ──────────────────────────────────────────────────────────────────────────────────────────────


def k01_mkg_tercapai(k):
    """PP 7/1977 Ps. 11 huruf a: MKG has reached the next row of the pay column."""
    return _mkg_tercapai(k)


def kgb_pada(profil, acuan, tanggal):
    """PP 7/1977 Ps. 11: the KGB whose row has begun by ``tanggal`` (the latest), or None when none is due yet."""
    kini = None
    for kgb in kgb_semua(profil, acuan):
        if kgb.jatuh_tempo > tanggal:
            break
        kini = kgb
    return kini


def _mkg_tercapai(k):
    """The row of KGB-01 and KGB-P03: due on or before the TMT asked for."""
    mkg = mkg_pada(k.profil, k.tanggal)
    if mkg is None:
        return perlu_diperiksa("Masa kerja golongan atau golongan belum tercatat.")
    kgb = kgb_pada(k.profil, k.acuan, k.tanggal)
    if kgb is None:
        kgb = kgb_berikut(k.profil, k.acuan)
        if kgb is None:
            return tidak("Sudah di puncak kolom; tidak ada KGB lagi.", _bukti_mkg(k))
        kalimat = f"MKG {tulis_masa(mkg)}; KGB berikutnya TMT {tulis_tanggal(kgb.tmt)}."
        return tidak(kalimat, _bukti_mkg(k), paling_cepat=kgb.tmt)
    bukti = [_bukti_mkg(k)]
    if kgb.terlewat:
        bukti.append("KGB sebelumnya belum tercatat: TMT " + ", ".join(map(tulis_tanggal, kgb.terlewat)))
    return ya(f"MKG mencapai {kgb.baris} tahun pada {tulis_tanggal(kgb.jatuh_tempo)}.", *bukti)


def hasil_terakhir(profil, tmt):
    """PP 7/1977 Ps. 11 huruf b: the last yearly result that counts for a KGB on ``tmt``, or None.

    The year before the TMT; for a TMT in January to March, when that result may not be set yet, the one
    before it is still the last (reading of ours: the letter goes out two months ahead).
    """
    paling_tua = tmt.year - (2 if tmt.month <= 3 else 1)
    calon = [x for x in profil.kinerja if paling_tua <= x.tahun < tmt.year]
    return max(calon, key=lambda x: x.tahun, default=None)


def k02_kinerja_cukup(k):
    """PP 7/1977 Ps. 11 huruf b, Ps. 13; PP 30/2019: last yearly performance at least cukup, and not put off by decree."""
    kgb = kgb_pada(k.profil, k.acuan, k.tanggal)
    if kgb and kgb.ditunda and k.tanggal < kgb.tmt:
        nomor, akhir = kgb.ditunda.nomor_sk or "(belum tercatat)", tulis_tanggal(kgb.ditunda.sampai)
        return tidak(f"KGB ditunda dengan keputusan Nomor {nomor} sampai {akhir}.", paling_cepat=kgb.tmt)
    hasil = hasil_terakhir(k.profil, k.tanggal)
    if hasil is None:
        return perlu_diperiksa(f"Hasil kinerja tahun {k.tanggal.year - 1} belum tercatat.")
    bukti = f"{hasil.tahun}: {hasil.predikat}"
    if cukup(hasil.predikat, k.acuan.setelan("kgb_predikat_minimal", k.tanggal)):
        return ya(f"Predikat kinerja tahun {hasil.tahun} sekurang-kurangnya cukup.", bukti)
    return tidak(f"Predikat {hasil.predikat} di bawah cukup; KGB ditunda paling lama 1 tahun.", bukti)


def k03_tanpa_hukuman(k):
    """PerBKN 6/2022 Ps. 55 ayat (1), Ps. 62: a KGB due while a penalty runs is given from the month after it."""
    for h in k.profil.hukuman:
        if h.tahan_kgb and h.sampai is None and h.tmt <= k.tanggal:
            return perlu_diperiksa(
                f"Akhir hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)} belum tercatat.", h.nomor_sk
            )
        if h.tahan_kgb and h.tmt <= k.tanggal <= h.sampai:
            return _ditahan(h.nomor_sk, h.sampai, tambah_bulan(h.sampai.replace(day=1), 1))
    kgb = kgb_pada(k.profil, k.acuan, k.tanggal)
    if kgb and kgb.penahan and k.tanggal < kgb.tmt:
        return _ditahan(kgb.penahan.nomor_sk, kgb.ditahan_sampai, kgb.tmt)
    return ya("Tidak ada hukuman disiplin yang menahan KGB.")


def _ditahan(nomor_sk, sampai, cepat):
    kalimat = f"KGB ditunda oleh hukuman disiplin No {nomor_sk or '(belum tercatat)'} sampai {tulis_tanggal(sampai)}."
    return tidak(kalimat, paling_cepat=cepat)


def k04_tidak_lepas_tugas(k):
    """PP 7/1977: no KGB on CLTN or while suspended; nor after service has ended."""
    p = k.profil
    status = LEPAS_TUGAS.get(p.kedudukan) or (LEPAS_TUGAS["02"] if p.tinggal == "CLTN" else None)
    if status is None and p.aktif is False:
        status = (p.kedudukan_nama or f"kedudukan hukum {p.kedudukan}").lower()
    if status:
        return tidak(f"Sedang {status}.", f"sejak {tulis_tanggal(p.tinggal_sejak or p.tmt_kedudukan)}")
    if p.tmt_pensiun and k.tanggal >= p.tmt_pensiun:
        return tidak(f"Sudah pensiun pada TMT itu (TMT pensiun {tulis_tanggal(p.tmt_pensiun)}).")
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    return ya("Tidak CLTN dan tidak diberhentikan sementara.", p.kedudukan_nama or p.kedudukan)


def k05_belum_puncak(k):
    """PP 5/2024, Perpres 11/2024 lampiran: not at the top row of the pay column (GAJI-02)."""
    puncak = di_puncak(k.profil, k.acuan)
    if puncak is None:
        return perlu_diperiksa("Masa kerja golongan atau golongan belum tercatat.")
    baris = baris_kolom(k.acuan, k.profil.golongan, k.profil.per)
    bukti = f"baris terakhir {k.profil.golongan}: {baris[-1]} tahun"
    if puncak:
        return tidak("Sudah di puncak kolom; tidak ada KGB lagi.", bukti, _bukti_mkg(k))
    return ya("Belum di puncak kolom gaji.", bukti)


# ── PPPK ─────────────────────────────────────────────────────────────────────────────────────────────


def _langkah_pertama_v(k):
    """Golongan V on its first row: one year is enough for the first step."""
    kgb = kgb_berikut(k.profil, k.acuan)
    return k.profil.golongan == "V" and kgb is not None and kgb.baris == 1


def _setelan(k, kunci):
    """A PPPK setting; the first step of golongan V has its own."""
    return k.acuan.setelan(f"{kunci}_awal_v" if _langkah_pertama_v(k) else kunci, k.tanggal)


def p01_masa_perjanjian(k):
    """PermenPANRB 7/2023: contract longer than two years (golongan V, first step: one year); none for paruh waktu."""
    p = k.profil
    if p.status == "PPPK_PW":
        return tidak("PPPK paruh waktu menerima upah menurut perjanjian kerja; tidak ada kenaikan gaji berkala.")
    if p.kontrak_mulai is None or p.kontrak_sampai is None:
        return perlu_diperiksa("Masa perjanjian kerja belum tercatat lengkap.")
    masa = bulan_antara(p.kontrak_mulai, p.kontrak_sampai + timedelta(days=1))
    lebih = _setelan(k, "kgb_pppk_kontrak_lebih_bulan")
    bukti = f"{tulis_tanggal(p.kontrak_mulai)} sampai {tulis_tanggal(p.kontrak_sampai)}, {tulis_masa(masa)}"
    # "Longer than" is judged by the day: exactly two years is not longer.
    if p.kontrak_sampai >= tambah_bulan(p.kontrak_mulai, lebih):
        return ya(f"Masa perjanjian kerja lebih dari {lebih // 12} tahun.", bukti)
    return tidak("Masa perjanjian kerja belum memenuhi.", bukti)


def p02_predikat_baik(k):
    """PermenPANRB 7/2023: predikat at least Baik in the last two years (golongan V, first step: last year)."""
    banyak = _setelan(k, "kgb_pppk_tahun_kinerja")
    ada = {x.tahun: x.predikat for x in k.profil.kinerja if x.tahun < k.tanggal.year}
    akhir = k.tanggal.year - 1
    if akhir not in ada and k.tanggal.month <= 3:
        akhir -= 1
    perlu = list(range(akhir - banyak + 1, akhir + 1))
    bukti = [f"{t}: {ada[t]}" for t in perlu if t in ada]
    minimal = k.acuan.setelan("kgb_pppk_predikat_minimal", k.tanggal)
    for tahun in perlu:
        if tahun in ada and not cukup(ada[tahun], minimal):
            return tidak(f"Predikat {tahun} = {ada[tahun]}; PPPK memerlukan minimal {minimal}.", *bukti)
    kurang = [t for t in perlu if t not in ada]
    if kurang:
        return perlu_diperiksa(f"Hasil kinerja tahun {' dan '.join(map(str, kurang))} belum tercatat.", *bukti)
    return ya(f"Predikat paling rendah {minimal} dalam {banyak} tahun terakhir.", *bukti)


def p03_mkg_tercapai(k):
    """Perpres 11/2024 lampiran: MKG has reached the next row of the pay column."""
    return _mkg_tercapai(k)


def p04_perjanjian_berjalan(k):
    """PermenPANRB 7/2023: the contract (or its extension) still runs on the TMT."""
    p = k.profil
    if p.kontrak_mulai is None or p.kontrak_sampai is None:
        return perlu_diperiksa("Masa perjanjian kerja belum tercatat lengkap.")
    bukti = f"perjanjian kerja sampai {tulis_tanggal(p.kontrak_sampai)}"
    if p.kontrak_sampai < k.tanggal:
        return tidak("Perjanjian kerja berakhir sebelum TMT.", bukti)
    return ya("Perjanjian kerja masih berjalan pada TMT.", bukti)


def p05_gaji_istimewa(k):
    """PermenPANRB 7/2023: kenaikan gaji istimewa, no condition of a KGB.

    Contract extended, Sangat Baik two years in a row, named pegawai teladan. That it was extended follows from the
    riwayat (a contract that began after the person became PPPK) unless ``lain["diperpanjang"]`` says it.
    """
    p = k.profil
    if p.status is not None and p.status != "PPPK":
        return tidak("Kenaikan gaji istimewa hanya bagi PPPK.", p.status)
    akhir = k.tanggal.year - 1
    predikat = {x.tahun: x.predikat for x in p.kinerja}
    istimewa = all(predikat.get(t) == "Sangat Baik" for t in (akhir, akhir - 1))
    teladan = any(x.jenis in TELADAN for x in p.penghargaan)
    diperpanjang = k.lain.get("diperpanjang")
    if diperpanjang is None and p.kontrak_mulai and p.tmt_status:
        diperpanjang = p.kontrak_mulai > p.tmt_status
    if diperpanjang is None:
        return perlu_diperiksa("Perpanjangan perjanjian kerja belum diketahui.")
    if diperpanjang and istimewa and teladan:
        return ya("Memenuhi syarat kenaikan gaji istimewa.")
    return tidak("Belum memenuhi syarat kenaikan gaji istimewa.")


# ── nominatif ────────────────────────────────────────────────────────────────────────────────────────


def berhak_kgb(profil, tmt):
    """PP 7/1977; PermenPANRB 7/2023: can a KGB on ``tmt`` concern this person at all (in service, no paruh waktu)?"""
    if profil.status == "PPPK_PW" or profil.aktif is False:
        return False
    if profil.tmt_pensiun and tmt >= profil.tmt_pensiun:
        return False
    return not (profil.status in PPPK and profil.kontrak_sampai and tmt > profil.kontrak_sampai)


def jatuh_tempo(profil, acuan, bulan):
    """PP 7/1977 Ps. 12: the Kgb of ``profil`` whose TMT falls in the month of the date ``bulan``, or None.

    Earlier rows without a recorded decree are named in ``Kgb.terlewat``: the clock of MKG runs on.
    """
    awal = bulan.replace(day=1)
    kgb = kgb_berikut(profil, acuan, sejak=awal)
    if kgb is None or (kgb.tmt.year, kgb.tmt.month) != (awal.year, awal.month):
        return None
    return kgb if berhak_kgb(profil, kgb.tmt) else None


def bulan_nominatif(acuan, tanggal):
    """PP 7/1977 Ps. 12: the month whose KGB letters are issued on ``tanggal`` (two months ahead)."""
    return tambah_bulan(tanggal.replace(day=1), acuan.setelan("kgb_terbit_bulan_sebelum", tanggal))


def efek_kgb(profil, acuan, tmt):
    """PP 7/1977 Ps. 11: (MKG in months, Gaji) that a KGB on ``tmt`` gives; (None, None) when unknown."""
    mkg = mkg_pada(profil, tmt)
    return (None, None) if mkg is None else (mkg, gaji_pokok(acuan, profil.golongan, mkg, tmt))
