"""Aturan tunjangan yang melekat pada gaji: TUNJ-01..08. Pure.

Law: PP 7/1977 Ps. 16 and its amendments, PER-3/PB/2015, Perpres 26/2007, Perpres 12/2006, Perpres 98/2020 Ps. 4,
SE BKN 1/SE/I/2021. Ids follow ``regulasi/gaji-dan-kgb.md`` section 5. Figures are dated settings; one the law does
not give (the allowance of a JF) is *belum diketahui*, never guessed.

Every rule takes a ``katalog.Konteks`` and gives a ``Komponen``. ``k.tanggal`` is a day of the pay month, the profile
is that of the day and needs the sections pangkat, gaji, jabatan, tanggungan, tinggal and kontrak. Facts of others:
``k.lain["pasangan"]``: {nip: gaji pokok or None} of spouses who are ASN; ``k.lain["plt"]``: names of the posts held
as Plt or Plh on the day; both None while nobody has looked.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import (
    PPPK,
    awal_bulan_berikut,
    gaji_dibayar,
    tambah_bulan,
    tulis_rupiah,
    tulis_tanggal,
    usia_tahun,
)
from layanan.katalog import PERIKSA, TIDAK, YA, Dasar, Hasil, Syarat, perlu_diperiksa, tidak, ya

PW = "PPPK_PW"
CLTN, SEMENTARA = ("02", "13"), ("04", "P2")
KALIMAT_PW = "PPPK paruh waktu menerima upah menurut perjanjian kerja; tunjangan melekat tidak dihitung."


@dataclass(frozen=True, slots=True)
class Komponen:
    """One line of the pay: ``rupiah`` a month that is certain (None: belum diketahui), ``rumus`` in words and figures.

    ``mungkin``: what would be added if all that must be checked turned out well; ``jiwa``: persons counted.
    """

    hasil: Hasil
    rupiah: int | None = 0
    rumus: str = ""
    mungkin: int = 0
    jiwa: int = 0


class AnakTunjangan(NamedTuple):
    """A child judged: ``hasil``, and the day from which the age or the school letter ends it (None: unknown)."""

    nama: str
    hasil: Hasil
    berakhir: date | None
    sebab: str = ""


class Baris(NamedTuple):
    """A rule with its answer."""

    syarat: Syarat
    komponen: Komponen


class Perkiraan(NamedTuple):
    """The pay of a month: base line, allowances, sum of the certain figures, and what is not known."""

    pokok: Baris
    baris: tuple[Baris, ...]
    jumlah: int
    mungkin: int
    belum: tuple[str, ...]


def _nihil(hasil):
    return Komponen(hasil)


def _tanpa(k):
    """Why no allowance is counted at all, as a Hasil; None when there may be one."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status == PW:
        return tidak(KALIMAT_PW)
    if p.berhenti or p.aktif is False:
        return tidak(f"Tidak bertugas aktif: {p.kedudukan_nama or 'kedudukan hukum tidak aktif'}.")
    if p.kedudukan in CLTN or p.tinggal == "CLTN":
        return tidak("Sedang cuti di luar tanggungan negara; tidak menerima gaji dan tunjangan.")
    if p.kedudukan in SEMENTARA:
        return perlu_diperiksa("Sedang diberhentikan sementara; penghasilannya ditetapkan tersendiri.")
    return None


# ── gaji pokok ───────────────────────────────────────────────────────────────────────────────────────


def gaji_diterima(k):
    """PP 7/1977 Ps. 5 (GAJI-04): gaji pokok as paid in the month, a CPNS 80 percent; a PPPK paruh waktu his wage."""
    p = k.profil
    if p.status == PW:
        if p.upah is None:
            return Komponen(perlu_diperiksa("Upah pada perjanjian kerja belum tercatat."), None)
        return Komponen(ya("Upah menurut perjanjian kerja."), p.upah, "upah pada perjanjian kerja")
    if (halangan := _tanpa(k)) is not None:
        return Komponen(halangan, 0 if halangan.jawaban == TIDAK else None)
    if p.gaji_pokok is None:
        return Komponen(
            perlu_diperiksa("Gaji pokok belum diketahui: golongan atau masa kerja golongan belum tercatat."), None
        )
    dibayar = gaji_dibayar(p.status, p.gaji_pokok, k.acuan, k.tanggal)
    if p.status == "CPNS":
        persen = k.acuan.setelan("gaji_cpns_persen", k.tanggal)
        rumus = f"{persen}% x {tulis_rupiah(p.gaji_pokok)} = {tulis_rupiah(dibayar)}"
        return Komponen(ya(f"CPNS menerima {persen}% gaji pokok {p.golongan}."), dibayar, rumus)
    return Komponen(ya(f"Gaji pokok {p.golongan} menurut tabel gaji."), dibayar, f"gaji pokok {p.golongan}")


def _persen(k, persen, banyak, pokok):
    """(rupiah, formula) of ``banyak`` times ``persen`` of the pay."""
    if pokok is None:
        return None, f"{banyak} x {persen}% x gaji pokok yang belum diketahui"
    jumlah = banyak * (pokok * persen // 100)
    kali = f"{banyak} x " if banyak != 1 else ""
    return jumlah, f"{kali}{persen}% x {tulis_rupiah(pokok)} = {tulis_rupiah(jumlah)}"


# ── keluarga ─────────────────────────────────────────────────────────────────────────────────────────


def t01_pasangan(k):
    """PP 7/1977 Ps. 16 and its amendments: 10 percent for one lawful spouse; both PNS: only on the higher pay."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    daftar = [t for t in k.profil.tanggungan if t.hubungan == "pasangan"]
    tertanggung = [t for t in daftar if t.tertanggung]
    if not tertanggung:
        kalimat = (
            "Suami atau istri tidak masuk daftar gaji." if daftar else "Tidak ada suami atau istri yang tercatat."
        )
        return _nihil(tidak(kalimat))
    pokok = gaji_diterima(k).rupiah
    persen = k.acuan.setelan("tunjangan_pasangan_persen", k.tanggal)
    jumlah, rumus = _persen(k, persen, 1, pokok)
    hasil = _pasangan_asn(k, tertanggung)
    if len(tertanggung) > 1 and hasil.jawaban == YA:
        hasil = perlu_diperiksa("Lebih dari satu pasangan tercatat tertanggung; yang sah satu.")
    if hasil.jawaban == YA:
        return Komponen(hasil, jumlah, rumus, jiwa=1)
    return Komponen(
        hasil, 0, rumus if hasil.jawaban == PERIKSA else "", mungkin=(jumlah or 0) * (hasil.jawaban == PERIKSA)
    )


def _pasangan_asn(k, daftar):
    """The rule of two ASN: who has the higher gaji pokok receives."""
    nip = next((t.nip for t in daftar if t.nip), "")
    if not nip:
        return ya("Satu suami atau istri sah masuk daftar gaji.")
    lain = (k.lain.get("pasangan") or {}).get(nip)
    sendiri = k.profil.gaji_pokok
    if lain is None or sendiri is None:
        return perlu_diperiksa("Pasangan juga ASN, tetapi gaji pokoknya belum diketahui.", f"NIP pasangan {nip}")
    if lain > sendiri:
        return tidak("Pasangan juga ASN dan gaji pokoknya lebih tinggi; tunjangan dibayarkan kepadanya.", f"NIP {nip}")
    if lain == sendiri:
        return perlu_diperiksa(
            "Pasangan juga ASN dengan gaji pokok yang sama; tentukan siapa yang menerima.", f"NIP {nip}"
        )
    return ya("Pasangan juga ASN, tetapi gaji pokoknya lebih rendah.", f"NIP {nip}")


def nilai_anak(anak, acuan, tanggal):
    """PP 7/1977 Ps. 16 and its amendments: may this child (a Tanggungan on the pay list) count on ``tanggal``?"""
    if anak.tanggal_lahir is None:
        return AnakTunjangan(anak.nama, perlu_diperiksa("Tanggal lahir belum tercatat."), None)
    batas, batas_sekolah = (acuan.setelan(f"anak_usia_maks{x}", tanggal) for x in ("", "_sekolah"))
    usia = usia_tahun(anak.tanggal_lahir, tanggal)
    akhir_usia = tambah_bulan(anak.tanggal_lahir, 12 * batas)
    berakhir, sebab = akhir_usia, f"usia {batas} tahun"
    if anak.sekolah_sampai is not None and anak.sekolah_sampai >= akhir_usia:
        akhir_25 = tambah_bulan(anak.tanggal_lahir, 12 * batas_sekolah)
        surat = anak.sekolah_sampai
        berakhir, sebab = (
            (akhir_25, f"usia {batas_sekolah} tahun") if akhir_25 <= surat else (surat, "surat sekolah berakhir")
        )
    bukti = f"usia {usia} tahun"
    if usia >= batas_sekolah:
        hasil = tidak(f"Sudah berusia {batas_sekolah} tahun atau lebih.", bukti)
    elif usia >= batas and (anak.sekolah_sampai is None or anak.sekolah_sampai < tanggal):
        hasil = tidak(f"Sudah berusia {batas} tahun tanpa surat sekolah yang masih berlaku.", bukti)
    elif anak.kawin or anak.berpenghasilan:
        hasil = tidak("Sudah kawin." if anak.kawin else "Sudah berpenghasilan sendiri.", bukti)
    elif anak.kawin is None or anak.berpenghasilan is None:
        hasil = perlu_diperiksa("Belum diketahui apakah belum kawin dan belum berpenghasilan.", bukti)
    else:
        hasil = ya("Memenuhi syarat tunjangan anak.", bukti)
    return AnakTunjangan(anak.nama, hasil, berakhir, sebab)


def anak_dinilai(k):
    """Every child on the pay list, judged."""
    return [nilai_anak(t, k.acuan, k.tanggal) for t in k.profil.tanggungan if t.hubungan == "anak" and t.tertanggung]


def t02_anak(k):
    """PP 7/1977 Ps. 16 and its amendments: 2 percent a child, at most ``anak_maks`` children."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    anak = anak_dinilai(k)
    if not anak:
        return _nihil(tidak("Tidak ada anak yang masuk daftar gaji."))
    maks = k.acuan.setelan("anak_maks", k.tanggal)
    pasti = min(maks, sum(a.hasil.jawaban == YA for a in anak))
    mungkin = min(maks - pasti, sum(a.hasil.jawaban == PERIKSA for a in anak))
    persen = k.acuan.setelan("tunjangan_anak_persen", k.tanggal)
    pokok = gaji_diterima(k).rupiah
    jumlah, rumus = _persen(k, persen, pasti, pokok)
    tambahan = _persen(k, persen, mungkin, pokok)[0] or 0
    bukti = [f"{a.nama}: {a.hasil.kalimat}" for a in anak]
    if mungkin:
        hasil = perlu_diperiksa(f"{mungkin} anak perlu diperiksa; {pasti} anak sudah pasti.", *bukti)
    elif pasti:
        hasil = ya(f"{pasti} anak mendapat tunjangan (paling banyak {maks}).", *bukti)
    else:
        hasil = tidak("Tidak ada anak yang memenuhi syarat.", *bukti)
    return Komponen(hasil, jumlah if pasti else 0, rumus if pasti else "", mungkin=tambahan, jiwa=pasti)


def t03_beras(k):
    """PER-3/PB/2015: rice money for the person himself, the spouse and at most two children."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    pasangan, anak = t01_pasangan(k), t02_anak(k)
    per_jiwa = k.acuan.setelan("beras_per_jiwa", k.tanggal)
    maks = k.acuan.setelan("beras_jiwa_maks", k.tanggal)
    jiwa = min(maks, 1 + pasangan.jiwa + anak.jiwa)
    ragu = sum(x.hasil.jawaban == PERIKSA for x in (pasangan, anak))
    rumus = f"{jiwa} jiwa x {tulis_rupiah(per_jiwa)} = {tulis_rupiah(jiwa * per_jiwa)}"
    bukti = f"pegawai, {pasangan.jiwa} pasangan, {anak.jiwa} anak"
    if ragu:
        return Komponen(
            perlu_diperiksa(f"{jiwa} jiwa sudah pasti; sebagian tanggungan perlu diperiksa.", bukti),
            jiwa * per_jiwa,
            rumus,
            jiwa=jiwa,
        )
    return Komponen(ya(f"Tunjangan beras {jiwa} jiwa.", bukti), jiwa * per_jiwa, rumus, jiwa=jiwa)


# ── jabatan ──────────────────────────────────────────────────────────────────────────────────────────


def mulai_tunjangan(spmt):
    """Perpres 26/2007 (sebagian): from the month after SPMT; from that month when SPMT is its first day."""
    return spmt if spmt.day == 1 else awal_bulan_berikut(spmt)


def _belum_mulai(k):
    """Hasil when the allowance of the present post has not begun on the day, or may not have; else None."""
    p = k.profil
    if p.tanggal_spmt is not None:
        mulai = mulai_tunjangan(p.tanggal_spmt)
        if k.tanggal < mulai:
            kalimat = f"Tunjangan jabatan dibayarkan mulai {tulis_tanggal(mulai)}."
            return tidak(kalimat, f"SPMT {tulis_tanggal(p.tanggal_spmt)}", paling_cepat=mulai)
        return None
    if p.tmt_jabatan is None or k.tanggal < tambah_bulan(p.tmt_jabatan, 2):
        return perlu_diperiksa("Tanggal SPMT belum tercatat; bulan mulai tunjangan belum pasti.")
    return None


def t04_struktural(k):
    """Perpres 26/2007: allowance of a structural post by eselon, of the definitive post only."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None:
        return _nihil(perlu_diperiksa("Jabatan belum tercatat."))
    if p.jenis_jabatan != "struktural":
        return _nihil(tidak("Bukan jabatan struktural."))
    tabel = k.acuan.setelan("tunjangan_struktural", k.tanggal)
    nilai = tabel.get(p.eselon)
    if nilai is None:
        return Komponen(
            perlu_diperiksa(f"Besaran tunjangan eselon {p.eselon or '(belum tercatat)'} belum diketahui."), None
        )
    rumus = f"eselon {p.eselon}: {tulis_rupiah(nilai)}"
    if (belum := _belum_mulai(k)) is not None:
        return Komponen(belum, 0, rumus, mungkin=nilai if belum.jawaban == PERIKSA else 0)
    bukti = (
        f"SPMT {tulis_tanggal(p.tanggal_spmt)}" if p.tanggal_spmt else f"TMT jabatan {tulis_tanggal(p.tmt_jabatan)}"
    )
    return Komponen(ya(f"Tunjangan jabatan struktural eselon {p.eselon}.", p.jabatan or "", bukti), nilai, rumus)


def kunci_jf(profil):
    """Key of a JF in the setting ``tunjangan_fungsional``: ``Guru/ahli_muda``."""
    return f"{profil.nama_jf or profil.jabatan}/{profil.jenjang}"


def t06_fungsional(k):
    """Each JF has its own Perpres: a figure only when the office has loaded it; there is no default."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None:
        return _nihil(perlu_diperiksa("Jabatan belum tercatat."))
    if p.jenis_jabatan != "fungsional":
        return _nihil(tidak("Bukan jabatan fungsional."))
    nilai = k.acuan.setelan("tunjangan_fungsional", k.tanggal).get(kunci_jf(p))
    if nilai is None:
        kalimat = f"Besaran tunjangan {p.jabatan} belum diketahui; menurut Perpres jabatan fungsional itu."
        return Komponen(perlu_diperiksa(kalimat), None)
    rumus = f"{p.jabatan}: {tulis_rupiah(nilai)}"
    if (belum := _belum_mulai(k)) is not None:
        return Komponen(belum, 0, rumus, mungkin=nilai if belum.jawaban == PERIKSA else 0)
    return Komponen(ya("Tunjangan jabatan fungsional.", p.jabatan or ""), nilai, rumus)


def t05_umum(k):
    """Perpres 12/2006: general allowance by golongan, only without any jabatan allowance."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    p = k.profil
    if p.jenis_jabatan is None or p.golongan is None:
        return _nihil(perlu_diperiksa("Jabatan atau golongan belum tercatat."))
    if p.jenis_jabatan == "struktural":
        return _nihil(tidak("Menerima tunjangan jabatan struktural."))
    if p.jenis_jabatan == "fungsional":
        if k.acuan.setelan("tunjangan_fungsional", k.tanggal).get(kunci_jf(p)) is not None:
            return _nihil(tidak("Menerima tunjangan jabatan fungsional."))
        return _nihil(perlu_diperiksa("Hanya bila jabatan fungsional itu tidak mempunyai tunjangan sendiri."))
    if p.status in PPPK:
        return Komponen(perlu_diperiksa("Besaran tunjangan umum menurut golongan PPPK belum diketahui."), None)
    kelompok = p.golongan.split("/")[0]
    nilai = k.acuan.setelan("tunjangan_umum", k.tanggal)[kelompok]
    return Komponen(
        ya(f"Tunjangan umum golongan {kelompok}.", p.jabatan or ""),
        nilai,
        f"golongan {kelompok}: {tulis_rupiah(nilai)}",
    )


def t07_pppk(k):
    """Perpres 98/2020 Ps. 4: a PPPK receives the same kinds of allowance."""
    p = k.profil
    if p.status is None:
        return _nihil(perlu_diperiksa("Status kepegawaian belum tercatat."))
    if p.status == PW:
        return _nihil(tidak(KALIMAT_PW))
    if p.status in PPPK:
        return _nihil(ya("PPPK menerima jenis tunjangan yang sama dengan PNS.", f"golongan {p.golongan or '–'}"))
    return _nihil(ya("Bukan PPPK; aturan tunjangan PNS berlaku.", p.status))


def t08_tidak_rangkap(k):
    """Perpres 26/2007; SE BKN 1/SE/I/2021: one jabatan allowance, from the definitive post; Plt and Plh get none."""
    if (halangan := _tanpa(k)) is not None:
        return _nihil(halangan)
    plt = k.lain.get("plt")
    if plt is None:
        return _nihil(perlu_diperiksa("Penugasan sebagai Plt. atau Plh. belum diketahui."))
    if not plt:
        return _nihil(ya("Tidak merangkap; satu tunjangan jabatan dari jabatan definitif."))
    if k.profil.jenis_jabatan in ("struktural", "fungsional"):
        return _nihil(
            ya("Tunjangan hanya dari jabatan definitif; Plt. dan Plh. tidak mendapat tunjangan jabatan.", *plt)
        )
    return _nihil(tidak("Plt. dan Plh. tidak mendapat tunjangan jabatan.", *plt))


_PP7, _P98 = Dasar("PP 7/1977", "Pasal 16"), Dasar("Perpres 98/2020", "Pasal 4")
_P26, _P12 = Dasar("Perpres 26/2007"), Dasar("Perpres 12/2006")
ATURAN = {
    "TUNJ-01": t01_pasangan,
    "TUNJ-02": t02_anak,
    "TUNJ-03": t03_beras,
    "TUNJ-04": t04_struktural,
    "TUNJ-05": t05_umum,
    "TUNJ-06": t06_fungsional,
    "TUNJ-07": t07_pppk,
    "TUNJ-08": t08_tidak_rangkap,
}


def _syarat(kode, uraian, dasar, keyakinan="pasti", lain=()):
    return Syarat(kode, uraian, dasar, lambda k: ATURAN[kode](k).hasil, keyakinan, dasar_lain=lain)


POKOK = Syarat(
    "GAJI-04", "Gaji pokok", Dasar("PP 5/2024"), lambda k: gaji_diterima(k).hasil,
    dasar_lain=(Dasar("PP 7/1977", "Pasal 5"), Dasar("Perpres 11/2024")),
)  # fmt: skip
SYARAT = (
    _syarat("TUNJ-01", "Tunjangan suami atau istri", _PP7, "sebagian"),
    _syarat("TUNJ-02", "Tunjangan anak", _PP7, "sebagian"),
    _syarat("TUNJ-03", "Tunjangan beras", Dasar("PER-3/PB/2015")),
    _syarat("TUNJ-04", "Tunjangan jabatan struktural", _P26, "sebagian"),
    _syarat("TUNJ-05", "Tunjangan umum", _P12),
    _syarat("TUNJ-06", "Tunjangan jabatan fungsional", _P98, "sebagian"),
    _syarat("TUNJ-07", "Jenis tunjangan PPPK", _P98, "sebagian"),
    _syarat("TUNJ-08", "Tidak rangkap; Plt. dan Plh. tanpa tunjangan jabatan", _P26, "sebagian", (Dasar("SE BKN 1/SE/I/2021"),)),
)  # fmt: skip
KELUARGA = ("TUNJ-01", "TUNJ-02", "TUNJ-03")
# Rules that say who receives, without a figure of their own.
TANPA_ANGKA = ("TUNJ-07", "TUNJ-08")


def perkiraan(k):
    """The whole estimate of one person in the month of ``k.tanggal``: only figures the law gives are added."""
    pokok = Baris(POKOK, gaji_diterima(k))
    baris = tuple(Baris(s, ATURAN[s.kode](k)) for s in SYARAT)
    angka = [b for b in (pokok, *baris) if b.syarat.kode not in TANPA_ANGKA]
    belum = tuple(b.syarat.uraian for b in angka if b.komponen.rupiah is None or b.komponen.hasil.jawaban == PERIKSA)
    return Perkiraan(
        pokok, baris, sum(b.komponen.rupiah or 0 for b in angka), sum(b.komponen.mungkin for b in angka), belum
    )
