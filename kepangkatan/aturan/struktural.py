"""Syarat KP pilihan jabatan struktural KP-S01..KP-S06 dan siapa yang jatuh tempo (regulasi kenaikan-pangkat §2-3). Pure.

Law: PP 99/2000 Pasal 10-12 as changed by PP 12/2002; PP 13/2002 lampiran (range of the eselon); Kepka BKN 12/2002;
keputusan-tafsir T-09 (time in post runs from pelantikan). The path follows from rank and eselon alone (``jalur``).
"""

from kepangkatan.aturan import reguler, umum
from kepangkatan.aturan.periode import periode_berikut
from kepangkatan.aturan.umum import golongan_baru, tulis_pangkat
from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_A, BULAN_B = 12, 48
STR_A, STR_B, BAWAH = "STR-A", "STR-B", "di bawah jenjang"
SEBUTAN = {
    STR_A: "setingkat di bawah pangkat terendah eselonnya",
    STR_B: "sudah di dalam jenjang pangkat eselonnya",
    BAWAH: "lebih dari setingkat di bawah pangkat terendah eselonnya",
}


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────


def jalur(profil, acuan):
    """PP 13/2002 lampiran; PP 12/2002: the path by the distance of the rank to the lowest of the eselon, or None."""
    eselon = acuan.eselon(profil.eselon)
    if eselon is None or profil.golongan_urutan is None:
        return None
    jarak = acuan.golongan(eselon.terendah).urutan - profil.golongan_urutan
    return STR_B if jarak <= 0 else STR_A if jarak == 1 else BAWAH


def mulai_jabatan(profil):
    """PP 12/2002 (T-09): pelantikan of the first of the unbroken posts of the present eselon; TMT when not recorded."""
    sejak = profil.tmt_pelantikan or profil.tmt_jabatan
    for jabatan in reversed(profil.jejak_jabatan):
        if jabatan.jenis != "struktural" or jabatan.eselon != profil.eselon:
            break
        sejak = jabatan.dilantik or jabatan.tmt
    return sejak


def tmt_struktural(profil, acuan):
    """PP 99/2000 Pasal 11-12; PerBKN 4/2025: the first allowed TMT by time in rank and in post, or None when unknown."""
    mana, pangkat = jalur(profil, acuan), profil.tmt_pangkat
    if mana is None or pangkat is None:
        return None
    if mana != STR_A:
        return periode_berikut(acuan, tambah_bulan(pangkat, BULAN_B))
    jabatan = mulai_jabatan(profil)
    return periode_berikut(acuan, tambah_bulan(max(pangkat, jabatan), BULAN_A)) if jabatan else None


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def s01_dilantik(k):
    """Kepka BKN 12/2002: SK jabatan and pelantikan of the present struktural post are recorded and current."""
    p = k.profil
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan != "struktural":
        lain = "jabatan fungsional" if p.jenis_jabatan == "fungsional" else "reguler"
        return tidak(f"Tidak memangku jabatan struktural; gunakan kenaikan pangkat {lain}.", p.jabatan or "pelaksana")
    bukti = f"SK {p.sk_jabatan_nomor or 'tanpa nomor'}, dilantik {tulis_tanggal(p.tmt_pelantikan)}"
    if p.tmt_pelantikan and p.tmt_pelantikan > k.tanggal:
        return tidak("SK/pelantikan jabatan belum lengkap.", bukti)
    if not (p.sk_jabatan_nomor and p.tmt_pelantikan):
        return perlu_diperiksa("SK/pelantikan jabatan belum lengkap.", bukti)
    return ya("SK jabatan dan pelantikan sudah tercatat.", bukti)


def s02_satu_tahun(k):
    """PP 99/2000 Pasal 12 as changed by PP 12/2002: STR-A, one year in rank and one year in the post by the TMT."""
    p, mana = k.profil, jalur(k.profil, k.acuan)
    if mana is None:
        return perlu_diperiksa("Eselon jabatan atau golongan belum tercatat.")
    if mana != STR_A:
        return ya(f"Jalur satu tahun tidak dipakai: pangkat {SEBUTAN[mana]}.", p.golongan)
    sejak = mulai_jabatan(p)
    if p.tmt_pangkat is None or sejak is None:
        return perlu_diperiksa("TMT pangkat atau pelantikan belum tercatat.")
    masa = {
        "jabatan": max(0, bulan_antara(sejak, k.tanggal)),
        "pangkat": max(0, bulan_antara(p.tmt_pangkat, k.tanggal)),
    }
    bukti = (
        f"jabatan eselon {p.eselon} sejak {tulis_tanggal(sejak)}, {tulis_masa(masa['jabatan'])}",
        tulis_pangkat(p),
    )
    for apa, bulan in masa.items():
        if bulan < BULAN_A:
            cepat = tmt_struktural(p, k.acuan)
            kalimat = f"Masa {apa} {tulis_masa(bulan)}; syarat 1 tahun, paling cepat TMT {tulis_tanggal(cepat)}."
            return tidak(kalimat, *bukti, paling_cepat=cepat)
    return ya("Sudah 1 tahun dalam pangkat dan 1 tahun dalam jabatan.", *bukti)


def s03_empat_tahun(k):
    """PP 99/2000 Pasal 11: STR-B, four years in the last rank."""
    mana = jalur(k.profil, k.acuan)
    if mana is None:
        return perlu_diperiksa("Eselon jabatan atau golongan belum tercatat.")
    if mana != STR_B:
        return ya(f"Jalur empat tahun dalam jenjang tidak dipakai: pangkat {SEBUTAN[mana]}.", k.profil.golongan)
    return umum.masa_pangkat(k, BULAN_B, tmt_struktural(k.profil, k.acuan))


def s04_pangkat_tertinggi(k):
    """PP 13/2002 lampiran: the new rank is not above the highest rank of the eselon."""
    p, baru, eselon = k.profil, golongan_baru(k), k.acuan.eselon(k.profil.eselon)
    if eselon is None or p.golongan_urutan is None:
        return perlu_diperiksa("Eselon jabatan atau golongan belum tercatat.")
    tertinggi = k.acuan.golongan(eselon.tertinggi)
    bukti = f"eselon {eselon.kode}: {eselon.terendah} sampai {eselon.tertinggi}"
    if (baru.urutan if baru else p.golongan_urutan + 1) > tertinggi.urutan:
        return tidak(f"Pangkat tertinggi untuk eselon {eselon.kode} adalah {tertinggi.kode}.", bukti)
    return ya(f"Tidak melampaui pangkat tertinggi eselon {eselon.kode}.", bukti)


def s05_ujian_dinas(k):
    """PP 99/2000 Pasal 30: crossing a golongan needs ujian dinas unless exempt, as KP-R05."""
    return reguler.r05_ujian_dinas(k)


def s06_jauh_di_bawah(k):
    """Kepka BKN 12/2002 (asumsi, setelan kp_struktural_lebih_satu_tingkat): far below the range the 4-year path holds."""
    p, mana = k.profil, jalur(k.profil, k.acuan)
    if mana is None:
        return perlu_diperiksa("Eselon jabatan atau golongan belum tercatat.")
    if mana != BAWAH:
        return ya(f"Pangkat {SEBUTAN[mana]}.", tulis_pangkat(p))
    if p.tmt_pangkat is None:
        return perlu_diperiksa("TMT pangkat terakhir belum tercatat.")
    boleh = k.acuan.setelan("kp_struktural_lebih_satu_tingkat", k.tanggal) == "reguler"
    masa = max(0, bulan_antara(p.tmt_pangkat, k.tanggal))
    bukti = f"{tulis_pangkat(p)}, {tulis_masa(masa)}"
    if boleh and masa >= BULAN_B:
        return ya("Memakai jalur 4 tahun sampai setingkat di bawah jenjang.", bukti)
    kalimat = "Pangkat masih lebih dari satu tingkat di bawah jenjang; pakai jalur 4 tahun."
    return tidak(kalimat, bukti, paling_cepat=tmt_struktural(p, k.acuan) if boleh else None)


# ── due dates ────────────────────────────────────────────────────────────────────────────────────────


def jatuh_tempo(profil, acuan, tanggal):
    """PP 99/2000 Pasal 10-12: the first TMT on or after ``tanggal`` possible by time and range of the eselon, or None."""
    if profil.status != "PNS" or profil.aktif is False or profil.jenis_jabatan != "struktural":
        return None
    baru, eselon = acuan.golongan_berikut(profil.golongan), acuan.eselon(profil.eselon)
    if baru is None or eselon is None or baru.urutan > acuan.golongan(eselon.tertinggi).urutan:
        return None
    tmt = tmt_struktural(profil, acuan)
    tmt = tmt and periode_berikut(acuan, max(tmt, tanggal))
    return None if tmt and profil.tmt_pensiun and tmt >= profil.tmt_pensiun else tmt
