"""Aturan KARPEG, KARIS, dan KARSU. Dasar: Kep BAKN 1158a/KEP/1983; SE BAKN 08/SE/1983; PP 10/1983 jo. PP 45/1990.

Facts asked: jenis, alasan (baru, hilang, salah), anggota (key of the spouse), tanggal_kawin, tanggal_laporan,
perkawinan_ke, izin, istri_kedua, keterangan_terlambat. Section of the Profil: kartu.
"""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BAPAK_IBU = ("KARIS", "KARSU")
LAPOR_BULAN = 12


def kartu_aktif(profil, jenis, anggota, tanggal):
    """The card of this kind (and spouse) that holds on the date, or None."""
    anggota = anggota if jenis in BAPAK_IBU else ""
    cocok = [k for k in profil.kartu if k.jenis == jenis and k.anggota == anggota]
    return next((k for k in reversed(cocok) if k.sampai is None or k.sampai >= tanggal), None)


def k01_lapor_setahun(k):
    """KRT-01: PP 10/1983 Pasal 2; SE BAKN 08/SE/1983: the marriage is reported within a year of the wedding."""
    kawin, lapor = k.isian.get("tanggal_kawin"), k.isian.get("tanggal_laporan")
    if kawin is None or lapor is None:
        return perlu_diperiksa("Tanggal akad atau tanggal laporan perkawinan belum diisi.")
    batas = tambah_bulan(kawin, LAPOR_BULAN)
    bukti = (f"akad {tulis_tanggal(kawin)}", f"dilaporkan {tulis_tanggal(lapor)}")
    if lapor <= batas:
        return ya(f"Dilaporkan dalam 1 tahun, batasnya {tulis_tanggal(batas)}.", *bukti)
    if k.isian.get("keterangan_terlambat"):
        return perlu_diperiksa("Laporan perkawinan melewati 1 tahun; baca surat keterangannya.", *bukti)
    return tidak("Laporan perkawinan melewati 1 tahun sejak akad; tambahkan surat keterangan.", *bukti)


def k02_izin_kawin_lagi(k):
    """KRT-02: PP 45/1990 Pasal 4: a second marriage of a male PNS needs izin; a female PNS may not be a second wife."""
    ke, kelamin = k.isian.get("perkawinan_ke"), k.profil.jenis_kelamin
    if kelamin == "P" and k.isian.get("istri_kedua"):
        return tidak("PNS wanita tidak diizinkan menjadi istri kedua atau seterusnya.")
    if not ke:
        return perlu_diperiksa("Perkawinan yang keberapa belum diisi.")
    if int(ke) == 1:
        return ya("Perkawinan pertama.")
    if kelamin == "P":
        return ya(f"Perkawinan ke-{ke} sesudah yang dahulu berakhir.")
    if k.isian.get("izin"):
        return ya("SK izin perkawinan dilampirkan.", k.isian["izin"])
    return tidak("Perkawinan ini memerlukan izin pejabat; lampirkan SK izin.")


def k03_belum_ada_kartu(k):
    """KRT-03: Kep BAKN 1158a/KEP/1983: no second active card of the same person; a lost or wrong one is replaced."""
    jenis, alasan = k.isian.get("jenis"), k.isian.get("alasan")
    if not jenis or (jenis in BAPAK_IBU and not k.isian.get("anggota")):
        return perlu_diperiksa("Jenis kartu atau pasangannya belum dipilih.")
    lama = kartu_aktif(k.profil, jenis, k.isian.get("anggota") or "", k.tanggal)
    sebut = f"{jenis} {lama.nomor} sejak {tulis_tanggal(lama.tmt)}" if lama else ""
    if alasan == "baru":
        if lama is None:
            return ya("Belum ada kartu yang aktif.")
        apa = "untuk pasangan ini" if jenis in BAPAK_IBU else "pegawai ini"
        return tidak(f"Kartu aktif {apa} sudah ada.", sebut)
    if lama is None:
        return perlu_diperiksa("Kartu lama belum tercatat pada portal; lihat kartu atau laporan kehilangannya.")
    return ya("Kartu lama diganti.", sebut)
