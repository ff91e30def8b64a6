"""Syarat jabatan manajerial dan pelaksana, JAB-01..JAB-10 (regulasi jabatan-dan-karier §2). Pure.

Law: PP 11/2017 Pasal 54, 239; PP 13/2002; PP 18/2016. The target post is ``k.lain["sasaran"]`` (``kompetensi.Sasaran``),
``k.tanggal`` the day of appointment. Sections used: pangkat, jabatan, pendidikan, kinerja, jejak_jabatan, kompetensi.
"""

from kepegawaian.aturan import PPPK, bulan_antara, tmt_pensiun, tulis_masa, tulis_tanggal
from kepegawaian.aturan_jabatan import bulan_pengalaman, bulan_tak_tercatat, tingkat
from kepegawaian.aturan_kompetensi import celah, hasil_sah
from layanan.aturan_umum import predikat_baik, tulis_daftar
from layanan.katalog import perlu_diperiksa, tidak, ya

PENDIDIKAN = ("SD", "SLTP", "SLTA", "D1", "D2", "D3", "D4", "S1", "S2", "S3")
PADANAN = {"PROF": "S1", "SLTP-K": "SLTP", "SGPLB": "D2"}
SARJANA = ("D4", "S1", "S2", "S3")
BULAN_ADMINISTRATOR, BULAN_PENGAWAS = 36, 48
BULAN_SISA = 12


def sasaran(k):
    """The target post."""
    return k.lain["sasaran"]


def setara(pendidikan):
    """The education level on the ladder, or None."""
    satu = PADANAN.get(pendidikan, pendidikan)
    return satu if satu in PENDIDIKAN else None


# ── shared by structural and JPT rules ───────────────────────────────────────────────────────────────


def kompetensi_kurang(k, jenis=None):
    """(names of competences below the standard, unknown?) of the target's standard, of the kinds ``jenis`` or all."""
    s = sasaran(k)
    standar = {
        kode: level
        for kode, level in (s.standar or {}).items()
        if jenis is None or (s.jenis_kompetensi or {}).get(kode) in jenis
    }
    uji = hasil_sah(k.profil.uji_kompetensi, k.tanggal)
    if not standar or uji is None:
        return [], True
    daftar = celah(standar, dict(uji.nilai))
    nama = s.nama or {}
    kurang = [f"{nama.get(c.kode, c.kode)} {c.ada} dari {c.butuh}" for c in daftar if c.selisih]
    return kurang, any(c.ada is None for c in daftar)


def nilai_pengalaman(k, cocok, syarat, sebutan, kalimat):
    """Experience of at least ``syarat`` months in posts ``cocok``; unrecorded early service is looked at by a person."""
    jejak = k.profil.jejak_jabatan
    if not jejak:
        return perlu_diperiksa("Riwayat jabatan belum tercatat.")
    bulan = bulan_pengalaman(jejak, k.tanggal, cocok)
    bukti = f"{sebutan} {tulis_masa(bulan)}"
    if bulan >= syarat:
        return ya(f"Pengalaman {sebutan} {tulis_masa(bulan)}.", bukti)
    sisa = bulan_tak_tercatat(jejak, k.profil.tmt_cpns)
    if sisa is None or (sisa and bulan + sisa >= syarat):
        return perlu_diperiksa("Riwayat jabatan awal belum lengkap, pengalamannya belum dapat dihitung.", bukti)
    return tidak(kalimat.format(x=tulis_masa(bulan)), bukti)


def setingkat(k, jenjang):
    """A test for a post whose level is at least that of ``jenjang`` (key of ``karier_tingkat``)."""
    tabel = k.acuan.setelan("karier_tingkat", k.tanggal)
    batas = tabel[jenjang]

    def cocok(j):
        satu = tingkat(k.acuan, k.tanggal, j.jenis, j.kelompok, j.jenjang)
        return satu is not None and satu >= batas

    return cocok


def minimal_pendidikan(k, terendah, kalimat):
    """Education of at least ``terendah``."""
    ada = setara(k.profil.pendidikan)
    if ada is None:
        return perlu_diperiksa("Pendidikan belum tercatat.")
    if PENDIDIKAN.index(ada) < PENDIDIKAN.index(terendah):
        return tidak(kalimat, f"pendidikan tercatat {k.profil.pendidikan}")
    return ya(f"Pendidikan {k.profil.pendidikan}.", k.profil.pendidikan_nama or "")


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def jab01_kompetensi(k):
    """PP 11/2017 Ps. 54: PNS whose standar kompetensi is met as evaluated by the Tim Penilai Kinerja."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status in PPPK or p.status == "CPNS":
        return tidak(f"Berstatus {p.status.replace('_', ' ')}; jabatan manajerial diisi PNS.")
    kurang, gelap = kompetensi_kurang(k)
    if kurang:
        return tidak(f"Standar kompetensi belum terpenuhi: {tulis_daftar(kurang)}.")
    if gelap:
        return perlu_diperiksa("Hasil uji kompetensi yang masih berlaku belum tercatat.")
    return ya("Standar kompetensi jabatan terpenuhi menurut hasil uji yang masih berlaku.")


def jab02_sarjana(k):
    """PP 11/2017 Ps. 54 (1): S1 or D4."""
    return minimal_pendidikan(k, "D4", "Administrator memerlukan S1/D4.")


def jab03_pengalaman(k):
    """PP 11/2017 Ps. 54 (1): at least 3 years as pengawas or JF of equal level."""
    return nilai_pengalaman(
        k, setingkat(k, "pengawas"), BULAN_ADMINISTRATOR, "pengawas/JF setara",
        "Pengalaman pengawas/JF setara {x}; syarat 3 tahun.",
    )  # fmt: skip


def jab04_predikat(k):
    """PP 11/2017 Ps. 54: predikat at least Baik in the last two years."""
    return predikat_baik(k, [k.tanggal.year - 2, k.tanggal.year - 1])


def jab05_diploma(k):
    """PP 11/2017 Ps. 54 (2): D3 or equal."""
    return minimal_pendidikan(k, "D3", "Pengawas memerlukan minimal D3.")


def jab06_pengalaman(k):
    """PP 11/2017 Ps. 54 (2): at least 4 years as pelaksana or JF of equal level."""
    return nilai_pengalaman(
        k, setingkat(k, "pelaksana"), BULAN_PENGAWAS, "pelaksana/JF setara", "Pengalaman {x}; syarat 4 tahun."
    )


def jab07_slta(k):
    """PP 11/2017 Ps. 54 (3): SLTA or equal."""
    return minimal_pendidikan(k, "SLTA", "Pelaksana minimal SLTA.")


def jab08_pangkat(k):
    """PP 13/2002: not lower than one step below the lowest rank of the eselon."""
    s, p = sasaran(k), k.profil
    eselon = k.acuan.eselon(s.eselon)
    rendah = eselon and k.acuan.golongan(eselon.terendah)
    if rendah is None or p.golongan_urutan is None:
        return perlu_diperiksa("Pangkat atau jenjang pangkat eselon belum tercatat.")
    if p.golongan_urutan < rendah.urutan - 1:
        return tidak(f"Pangkat {p.golongan} terlalu rendah untuk eselon {s.eselon} (terendah {rendah.kode}).")
    return ya(f"Pangkat {p.golongan}; jenjang eselon {s.eselon} mulai {rendah.kode}.")


def jab09_lowong(k):
    """PP 18/2016: the post is in the peta jabatan and has an empty seat on the date."""
    s = sasaran(k)
    if not s.di_peta:
        return tidak(f"Jabatan tidak ada pada peta jabatan per {tulis_tanggal(k.tanggal)}.")
    if s.lowong is None:
        return perlu_diperiksa("Kebutuhan jabatan ini pada peta jabatan belum ditetapkan.")
    if s.lowong:
        return ya("Jabatan lowong.", f"kebutuhan {s.kebutuhan}, terisi {len(s.pemangku)}")
    siapa = s.pemangku[0] if s.pemangku else "pemangkunya"
    lain = f" dan {len(s.pemangku) - 1} orang lain" if len(s.pemangku) > 1 else ""
    return tidak(f"Jabatan masih terisi oleh {siapa}{lain}.")


def jab10_sisa_kerja(k):
    """PP 11/2017 Ps. 239: enough time before the BUP of the target post; below one year a person must look."""
    s, p = sasaran(k), k.profil
    bup = k.acuan.bup_tahun(s.bup_kode, k.tanggal)
    if p.tanggal_lahir is None or bup is None:
        return perlu_diperiksa("Tanggal lahir atau BUP jabatan belum tercatat.")
    pensiun = tmt_pensiun(p.tanggal_lahir, bup)
    if pensiun <= k.tanggal:
        return tidak(f"BUP jabatan ini ({bup} tahun) sudah terlampaui.", f"TMT pensiun {tulis_tanggal(pensiun)}")
    sisa = bulan_antara(k.tanggal, pensiun)
    kalimat = f"Sisa masa kerja {tulis_masa(sisa)}."
    if sisa < BULAN_SISA:
        return perlu_diperiksa(kalimat, f"TMT pensiun {tulis_tanggal(pensiun)}")
    return ya(kalimat, f"TMT pensiun {tulis_tanggal(pensiun)}")
