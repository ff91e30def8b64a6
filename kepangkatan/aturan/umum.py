"""Syarat umum kenaikan pangkat KP-U01..KP-U08 (regulasi kenaikan-pangkat §3). Pure.

Law: PP 99/2000 Pasal 1; PP 94/2021; PP 30/2019; Kepka BKN 12/2002; PerBKN 4/2025; practice of BKN.
"""

from datetime import date

from kepangkatan.aturan.periode import periode_berikut, periode_sah
from kepegawaian.aturan import PPPK, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.aturan_umum import BAIK, bebas_disiplin, predikat_baik, tahun_kinerja, tulis_daftar, tulis_pangkat
from layanan.katalog import perlu_diperiksa, tidak, ya

PENYESUAIAN_IJAZAH = ("203", "204", "205")
TURUN_PANGKAT = ("S3T", "S:14")
LEPAS_TUGAS = {
    "02": "cuti di luar tanggungan negara",
    "13": "cuti di luar tanggungan negara (perpanjangan)",
    "04": "diberhentikan sementara",
    "05": "menerima uang tunggu",
}


# ── facts the rules share ────────────────────────────────────────────────────────────────────────────


def golongan_baru(k):
    """The golongan asked for, or the one next above the present; None at the top or when unknown."""
    kode = k.isian.get("golongan_baru")
    return k.acuan.golongan(kode) if kode else k.acuan.golongan_berikut(k.profil.golongan)


def masa_pangkat(k, bulan, paling_cepat=None):
    """Time in the last rank of at least ``bulan`` months on the TMT; ``paling_cepat`` is named when it falls short."""
    p = k.profil
    if p.tmt_pangkat is None:
        return perlu_diperiksa("TMT pangkat terakhir belum tercatat.")
    masa = max(0, bulan_antara(p.tmt_pangkat, k.tanggal))
    bukti = f"{tulis_pangkat(p)}, {tulis_masa(masa)}"
    if masa >= bulan:
        return ya(f"Sudah paling singkat {bulan // 12} tahun dalam pangkat terakhir.", bukti)
    if paling_cepat:
        kalimat = f"Baru {tulis_masa(masa)} dalam pangkat; paling cepat TMT {tulis_tanggal(paling_cepat)}."
    else:
        kalimat = f"Baru {tulis_masa(masa)} dalam pangkat; syarat {bulan // 12} tahun."
        paling_cepat = periode_berikut(k.acuan, tambah_bulan(p.tmt_pangkat, bulan))
    return tidak(kalimat, bukti, paling_cepat=paling_cepat)


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def u01_pns_aktif(k):
    """PP 99/2000 Pasal 1: a KP is given to an active PNS, not to a CPNS."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status == "CPNS":
        return tidak("Masih CPNS; kenaikan pangkat hanya untuk PNS.", f"CPNS sejak {tulis_tanggal(p.tmt_status)}")
    if p.status in PPPK:
        return tidak("Berstatus PPPK; kenaikan pangkat hanya untuk PNS.")
    if p.aktif is False:
        return tidak(f"Kedudukan hukum: {p.kedudukan_nama or p.kedudukan}; kenaikan pangkat hanya untuk PNS aktif.")
    if p.tmt_pensiun and k.tanggal >= p.tmt_pensiun:
        return tidak(f"Sudah pensiun pada TMT itu (TMT pensiun {tulis_tanggal(p.tmt_pensiun)}).")
    return ya("Berstatus PNS aktif.", f"PNS sejak {tulis_tanggal(p.tmt_pns or p.tmt_status)}")


def u02_periode(k):
    """PerBKN 4/2025; PerBKN 4/2023; PP 99/2000: TMT is an allowed date of the period rules of that day."""
    sah = periode_sah(k.acuan, k.tanggal)
    tmt = tulis_tanggal(k.tanggal)
    if sah is None:
        return perlu_diperiksa(f"Tabel periode kenaikan pangkat untuk {tmt} tidak tersedia.")
    dasar = k.acuan.bulan_kp(k.tanggal).dasar
    if sah:
        return ya(f"TMT {tmt} adalah periode kenaikan pangkat.", dasar)
    return tidak(
        f"TMT {tmt} bukan periode kenaikan pangkat yang berlaku.",
        dasar,
        paling_cepat=periode_berikut(k.acuan, k.tanggal),
    )


def u03_disiplin(k):
    """PP 94/2021; PerBKN 6/2022 Ps. 55; Kepka BKN 12/2002: no hukuman sedang or berat running, none examined."""
    return bebas_disiplin(k, lambda lepas: periode_berikut(k.acuan, lepas))


def u04_tidak_lepas_tugas(k):
    """Kepka BKN 12/2002: not suspended, not on CLTN, not receiving uang tunggu."""
    p = k.profil
    status = LEPAS_TUGAS.get(p.kedudukan) or (LEPAS_TUGAS["02"] if p.tinggal == "CLTN" else None)
    if status:
        sampai = f"sampai {tulis_tanggal(p.tinggal_sampai)}" if p.tinggal_sampai else ""
        return tidak(f"Sedang {status}; usul dapat diajukan setelah aktif kembali.", *filter(None, [sampai]))
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    return ya(
        "Tidak diberhentikan sementara, tidak CLTN, tidak menerima uang tunggu.", p.kedudukan_nama or p.kedudukan
    )


def u05_hasil_kinerja_ada(k, setelan="kp_tahun_kinerja"):
    """PP 30/2019; PermenPANRB 6/2022: the yearly result of every required year is recorded."""
    ada = {x.tahun for x in k.profil.kinerja}
    perlu = tahun_kinerja(k, setelan)
    kurang = [t for t in perlu if t not in ada]
    if kurang:
        return tidak(f"Hasil kinerja tahun {tulis_daftar(kurang)} belum ada.", f"diminta: {tulis_daftar(perlu)}")
    return ya(f"Hasil kinerja tahun {tulis_daftar(perlu)} sudah ada.")


def u06_predikat_baik(k, setelan="kp_tahun_kinerja", minimal=BAIK):
    """PP 99/2000; PerBKN 3/2023: predikat at least Baik (``minimal[0]``) in each required year."""
    return predikat_baik(k, tahun_kinerja(k, setelan), minimal)


def u07_setingkat(k):
    """PP 99/2000 Pasal 1: the new rank is one step above the old."""
    p, baru = k.profil, golongan_baru(k)
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    if baru is None and k.acuan.golongan_berikut(p.golongan) is None:
        return tidak("Sudah berpangkat tertinggi; tidak ada kenaikan pangkat lagi.", tulis_pangkat(p))
    if baru is None or baru.jenis != "PNS" or baru.urutan != p.golongan_urutan + 1:
        return tidak("Kenaikan pangkat hanya setingkat.", f"{p.golongan} ke {k.isian.get('golongan_baru')}")
    return ya("Kenaikan pangkat setingkat.", f"{p.golongan} ke {baru.kode}")


def u08_riwayat_sinkron(k):
    """Praktik BKN: the rank history is continuous and rank and TMT equal those of SIASN."""
    p = k.profil
    beda = [s for s in p.selisih_siasn if _tentang_golongan(s)]
    if beda:
        return tidak("Riwayat pangkat tidak sinkron dengan SIASN.", *[f"berbeda: {s}" for s in beda])
    if not p.jejak_pangkat:
        return perlu_diperiksa("Riwayat pangkat belum tercatat.")
    for lama, baru in zip(p.jejak_pangkat, p.jejak_pangkat[1:], strict=False):
        if not _langkah_wajar(lama, baru, p.hukuman):
            celah = f"tidak menyambung pada TMT {tulis_tanggal(baru.tmt)}"
            if len(p.jejak_pangkat) == 2:
                kalimat = "Riwayat pangkat di antara pengangkatan dan pangkat terakhir belum tercatat."
                return perlu_diperiksa(kalimat, celah)
            return tidak("Riwayat pangkat tidak sinkron dengan SIASN.", celah)
    awal = _urutan_awal(k)
    pertama = p.jejak_pangkat[0].urutan
    if awal is None and pertama > 1:
        return perlu_diperiksa("Pendidikan belum tercatat, sehingga golongan awal belum dapat dicocokkan.")
    if awal is not None and pertama > awal:
        return perlu_diperiksa("Riwayat pangkat sebelum golongan yang tercatat belum lengkap.", tulis_pangkat(p))
    return ya(
        "Riwayat pangkat menyambung dan tidak berbeda dengan SIASN.", f"{len(p.jejak_pangkat)} baris", tulis_pangkat(p)
    )


def _tentang_golongan(kolom):
    nama = kolom.lower().replace("_", " ")
    return ("gol" in nama or "pangkat" in nama) and "awal" not in nama


def _langkah_wajar(lama, baru, hukuman):
    """A step of the rank history: none or one up; more with a diploma; one down only by a penalty."""
    beda = baru.urutan - lama.urutan
    if beda in (0, 1):
        return True
    if beda > 1:
        return baru.jenis_kp in PENYESUAIAN_IJAZAH
    return beda == -1 and any(h.kode in TURUN_PANGKAT and h.tmt <= baru.tmt <= (h.sampai or date.max) for h in hukuman)


def _urutan_awal(k):
    """Order index of the start rank of the recorded education, or None."""
    pendidikan = k.acuan.pendidikan_golongan(k.profil.pendidikan, k.tanggal)
    awal = pendidikan and k.acuan.golongan(pendidikan.golongan_awal)
    return awal.urutan if awal else None
