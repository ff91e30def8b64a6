"""Aturan pelatihan, pure: DIK-03, DIK-11..DIK-15, CPN-15, ranking, result. PP 11/2017 Pasal 34, 203, 217; PerLAN.

``k.lain["pelatihan"]``: {kelompok, jenjang}; ``k.lain["kegiatan"]``: {jp, menit}; ``k.isian["surat_rencana"]``: number of
the letter by which he is proposed for the post. ``k.tanggal`` is the first day of the training.
"""

from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal, usia_tahun
from layanan.aturan_umum import bebas_disiplin
from layanan.katalog import perlu_diperiksa, tidak, ya

MENIT_JP = 45
TINGKAT = {"PKP": 1, "PKA": 2, "PKN II": 3, "PKN I": 4}
# Old names of the same level (diklat-dan-tugas-belajar §2), in small letters; used for lists and for reading old rows.
NAMA_LAMA = {
    "LATSAR": ("prajabatan", "latsar", "pelatihan dasar"),
    "PKP": ("sepala", "adum", "diklatpim iv", "pim iv"),
    "PKA": ("sepadya", "spama", "diklatpim iii", "pim iii"),
    "PKN II": ("sespa", "spamen", "diklatpim ii", "pim ii"),
    "PKN I": ("sespanas", "diklatpim i", "pim i"),
}
KELOMPOK_JABATAN = {"PKP": "pengawas", "PKA": "administrator", "PKN II": "jpt_pratama"}
SEBUTAN = {"pengawas": "pengawas", "administrator": "administrator", "jpt_pratama": "JPT Pratama"}
# Months in rank asked of a selected administrator or JF Ahli Madya for PKN II (LAN service standard).
PANGKAT_PKN = "IV/a"
BULAN_PKN = {"administrator": 42, "ahli_madya": 30}
SALAH_JENJANG = "Jabatan tidak sesuai jenjang pelatihan."


def jenjang_lama(nama):
    """The modern level an old name stands for ("Adum" -> PKP), "" when it is none of them."""
    kecil = f" {nama.lower().replace('tingkat ', '')} "
    cocok = [(len(lama), j) for j, semua in NAMA_LAMA.items() for lama in semua if f" {lama} " in kecil]
    return max(cocok)[1] if cocok else ""


def dik03_jp(k):
    """PerLAN 10/2018: a certificate shows its JP, one JP being 45 minutes."""
    jp, menit = k.lain["kegiatan"].get("jp"), k.lain["kegiatan"].get("menit")
    if not jp:
        return tidak("Sertifikat tanpa jumlah JP.")
    if menit is None:
        return ya(f"{jp} JP menurut penyelenggara.")
    if menit // MENIT_JP != jp:
        return perlu_diperiksa(f"Jadwal berisi {menit} menit = {menit // MENIT_JP} JP, tertulis {jp} JP.")
    return ya(f"{jp} JP dari {menit} menit jadwal.")


def dik11_jenjang(k):
    """PerLAN 5/2022, LAN service standard: holds, or is proposed for, a post of the level."""
    p, jenjang = k.profil, k.lain["pelatihan"]["jenjang"]
    if k.lain["pelatihan"]["kelompok"] == "fungsional":
        return _jf(p)
    if jenjang == "LATSAR":
        if p.status is None:
            return perlu_diperiksa("Status kepegawaian belum tercatat.")
        return ya("Berstatus CPNS.") if p.status == "CPNS" else tidak("Latsar hanya bagi CPNS.", f"status {p.status}")
    if jenjang not in KELOMPOK_JABATAN:
        return ya("Terbuka bagi setiap jabatan.")
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    diminta = KELOMPOK_JABATAN[jenjang]
    if p.kelompok_jabatan == diminta:
        return ya(f"Menduduki jabatan {SEBUTAN[diminta]}.", p.jabatan or "")
    if jenjang == "PKN II":
        return _pkn(k)
    if surat := k.isian.get("surat_rencana"):
        return ya(f"Disiapkan bagi jabatan {SEBUTAN[diminta]}.", f"surat {surat}")
    return tidak(SALAH_JENJANG, p.jabatan or "")


def _jf(p):
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan == "fungsional":
        return ya("Menduduki jabatan fungsional.", p.jabatan or "")
    return tidak(SALAH_JENJANG, p.jabatan or "")


def _pkn(k):
    """PKN II besides JPT Pratama: JF Ahli Utama; or chosen administrator, JF Ahli Madya long enough in IV/a."""
    p = k.profil
    if p.jenjang == "ahli_utama":
        return ya("Menduduki JF Ahli Utama.", p.jabatan or "")
    kunci = "administrator" if p.kelompok_jabatan == "administrator" else p.jenjang
    if kunci not in BULAN_PKN:
        return tidak(SALAH_JENJANG, p.jabatan or "")
    if p.golongan_urutan is None or p.tmt_pangkat is None:
        return perlu_diperiksa("Pangkat belum tercatat.")
    masa, perlu = bulan_antara(p.tmt_pangkat, k.tanggal), BULAN_PKN[kunci]
    bukti = f"{p.golongan} sejak {tulis_tanggal(p.tmt_pangkat)}"
    if p.golongan_urutan < k.acuan.golongan(PANGKAT_PKN).urutan:
        return tidak(f"Pangkat {p.golongan}; paling rendah {PANGKAT_PKN}.", bukti)
    if masa < perlu:
        kalimat = f"Masa dalam pangkat {tulis_masa(masa)}; syarat {tulis_masa(perlu)}."
        return tidak(kalimat, bukti, paling_cepat=tambah_bulan(p.tmt_pangkat, perlu))
    return ya(f"Masa dalam pangkat {tulis_masa(masa)}; syarat {tulis_masa(perlu)}.", bukti)


def dik12_belum_pernah(k):
    """PerLAN 5/2022: the same level is not passed twice; a higher one counts as well."""
    jenjang = k.lain["pelatihan"]["jenjang"]
    if jenjang not in TINGKAT:
        return ya("Tidak terikat jenjang.")
    gelap = False
    for d in k.profil.diklat:
        if d.kelompok != "struktural":
            continue
        ada = d.jenjang or jenjang_lama(d.nama)
        if TINGKAT.get(ada, 0) >= TINGKAT[jenjang]:
            return tidak(f"Sudah memiliki STTPL {ada} {d.tanggal_selesai.year}.", d.nama)
        gelap = gelap or not ada
    if gelap:
        return perlu_diperiksa("Ada diklat struktural yang jenjangnya belum tercatat.")
    return ya(f"Belum memiliki STTPL {jenjang}.")


def dik13_usia(k):
    """LAN service standard: PKN II up to 55 for JA and JF, JPT up to 1 year 6 months before BUP (settings)."""
    jenjang, p = k.lain["pelatihan"]["jenjang"], k.profil
    batas = k.acuan.setelan("diklat_batas_usia", k.tanggal).get(jenjang)
    if batas is None:
        return ya("Tidak ada batas usia pada pelatihan ini.")
    if p.kelompok_jabatan == "jpt_pratama":
        sisa = k.acuan.setelan("diklat_sisa_bup_bulan", k.tanggal).get(jenjang, 0)
        if p.tmt_pensiun is None:
            return perlu_diperiksa("TMT pensiun belum dapat dihitung.")
        akhir = tambah_bulan(p.tmt_pensiun, -sisa)
        kalimat = f"Paling lambat {tulis_tanggal(akhir)}, {tulis_masa(sisa)} sebelum BUP."
        return ya(kalimat) if k.tanggal <= akhir else tidak(kalimat)
    if p.tanggal_lahir is None:
        return perlu_diperiksa("Tanggal lahir belum tercatat.")
    usia = usia_tahun(p.tanggal_lahir, k.tanggal)
    if usia > batas:
        return tidak(f"Usia {usia} melewati batas {batas}.")
    return ya(f"Usia {usia}; batas {batas}.")


def dik14_disiplin(k):
    """PP 94/2021: not in hukuman disiplin sedang or berat, not under examination (KP-U03)."""
    return bebas_disiplin(k)


def tenggat_wajib(profil, acuan, tanggal):
    """(level, last day) of the training a structural official must finish, or None: no duty, or done already."""
    eselon = acuan.eselon(profil.eselon) if profil.eselon else None
    if eselon is None or eselon.diklat not in TINGKAT:
        return None
    ada = max((TINGKAT.get(d.jenjang or jenjang_lama(d.nama), 0) for d in profil.diklat
               if d.kelompok == "struktural"), default=0)  # fmt: skip
    if ada >= TINGKAT[eselon.diklat]:
        return None
    mulai = profil.tmt_pelantikan or profil.tmt_jabatan
    return eselon.diklat, mulai and tambah_bulan(mulai, acuan.setelan("diklat_wajib_bulan", tanggal))


def dik15_wajib(k):
    """PP 11/2017 Pasal 217 (asumsi): promoted without the training of the level, it must be finished within a year."""
    if k.profil.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    wajib = tenggat_wajib(k.profil, k.acuan, k.tanggal)
    if wajib is None:
        return ya("Tidak ada pelatihan kepemimpinan yang masih wajib.")
    jenjang, tenggat = wajib
    if tenggat is None:
        return perlu_diperiksa(f"Wajib {jenjang}; tanggal menduduki jabatannya belum tercatat.")
    kalimat = f"Wajib {jenjang} sebelum {tulis_tanggal(tenggat)}."
    return ya(kalimat) if k.tanggal < tenggat else tidak(kalimat)


def cpn15_sekali(k):
    """PP 11/2017 Pasal 34: Latsar once, within the masa percobaan of one year."""
    p = k.profil
    for d in p.diklat:
        if jenjang_lama(d.nama) == "LATSAR":
            return tidak(f"Latsar hanya satu kali; sudah diikuti {d.tanggal_selesai.year}.", d.nama)
    if p.tmt_cpns is None:
        return perlu_diperiksa("TMT CPNS belum tercatat.")
    bulan = bulan_antara(p.tmt_cpns, k.tanggal)
    bukti = f"CPNS sejak {tulis_tanggal(p.tmt_cpns)}"
    if bulan >= 12:
        return perlu_diperiksa(f"Masa percobaan {tulis_masa(bulan)}, melewati satu tahun.", bukti)
    return ya(f"Dalam masa percobaan, {tulis_masa(bulan)}.", bukti)


# ── ranking ──────────────────────────────────────────────────────────────────────────────────────────


class Calon(NamedTuple):
    """Who is ranked: ``tenggat`` of DIK-15, months until pension, JP still missing this year, when he was proposed."""

    kunci: object
    tenggat: date | None
    sisa_bulan: int | None
    kurang_jp: int
    diusulkan: object


def urutkan(calon, kelompok):
    """[(kunci, why)] best first. Structural: the earliest duty, then longest service ahead; others: most JP missing.

    Alur layanan §2 no. 1: "priority newly promoted, far from BUP"; the exact order is ours (asumsi).
    """
    if kelompok in ("struktural", "latsar"):
        urut = sorted(
            calon, key=lambda c: (c.tenggat is None, c.tenggat or date.max, -(c.sisa_bulan or 0), c.diusulkan)
        )
        return [(c.kunci, _sebab(c)) for c in urut]
    urut = sorted(calon, key=lambda c: (-c.kurang_jp, c.diusulkan))
    return [
        (c.kunci, f"kurang {c.kurang_jp} JP tahun ini" if c.kurang_jp else "JP tahun ini sudah cukup") for c in urut
    ]


def _sebab(c):
    sisa = (
        f"sisa masa kerja {tulis_masa(c.sisa_bulan)}" if c.sisa_bulan is not None else "sisa masa kerja tak tercatat"
    )
    return f"wajib sebelum {tulis_tanggal(c.tenggat)}, {sisa}" if c.tenggat else f"tanpa tenggat wajib, {sisa}"


# ── result ───────────────────────────────────────────────────────────────────────────────────────────


def jp_dari_menit(menit):
    """Whole JP of 45 minutes (PerLAN 10/2018)."""
    return menit // MENIT_JP


def persen_hadir(hadir, sesi):
    """Share of the sessions attended in whole percent, rounded down; None when there is no session."""
    return hadir * 100 // sesi if sesi else None


def putusan(nilai, hadir, *, batas_nilai, batas_hadir):
    """(lulus, sentence) from the result and the presence in percent (None: no session kept); (None, why) while unknown."""
    if nilai is None:
        return None, "Nilai belum diisi."
    if hadir is not None and hadir < batas_hadir:
        return False, f"Kehadiran {hadir}% di bawah {batas_hadir}%."
    if nilai < batas_nilai:
        return False, f"Nilai {_angka(nilai)} di bawah {_angka(batas_nilai)}."
    return True, f"Nilai {_angka(nilai)}."


def _angka(nilai):
    return f"{nilai:.2f}".rstrip("0").rstrip(".").replace(".", ",")
