"""Aturan kenaikan pangkat (KP): periode, syarat umum KP-U01..U08, syarat KP reguler KP-R01..R06. Pure.

Law: PP 99/2000 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2023 and 4/2025; Kepka BKN 12/2002. Each function's
name and docstring follow ``regulasi/kenaikan-pangkat.md``. Every rule takes a ``katalog.Konteks`` whose
profile is that of the TMT asked for. Read next: ``layanan/kp_reguler.py``.
"""

from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import (
    PPPK,
    bulan_antara,
    gaji_pokok,
    mkg_pada,
    mkg_setelah_kp,
    tambah_bulan,
    tulis_masa,
    tulis_tanggal,
)
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_REGULER = 48
BAIK = ("Baik", "Sangat Baik")
PENYESUAIAN_IJAZAH = ("203", "205")
TURUN_PANGKAT = ("S3T", "S:14")
LEPAS_TUGAS = {
    "02": "cuti di luar tanggungan negara",
    "13": "cuti di luar tanggungan negara (perpanjangan)",
    "04": "diberhentikan sementara",
    "05": "menerima uang tunggu",
}
# Last rank below a crossing -> (tingkat, kode ujian, diklat struktural that exempts).
UJIAN_DINAS = {
    8: ("I", "UD1", ("PKP", "PKA", "PKN II", "PKN I")),
    12: ("II", "UD2", ("PKA", "PKN II", "PKN I")),
}


# ── periode ──────────────────────────────────────────────────────────────────────────────────────────


def periode_sah(acuan, tmt):
    """PP 99/2000; PerBKN 4/2023; PerBKN 4/2025: is ``tmt`` a date on which a KP may take effect? None: no table."""
    entri = acuan.bulan_kp(tmt)
    return None if entri is None else tmt.day == 1 and tmt.month in entri.nilai


def periode_mendatang(acuan, sejak, banyak=12):
    """PerBKN 4/2025: the next ``banyak`` allowed TMT on or after ``sejak``."""
    tmt = sejak if sejak.day == 1 else tambah_bulan(sejak.replace(day=1), 1)
    hasil = []
    for _ in range(12 * (banyak + 1)):
        if periode_sah(acuan, tmt):
            hasil.append(tmt)
            if len(hasil) == banyak:
                break
        tmt = tambah_bulan(tmt, 1)
    return hasil


def periode_berikut(acuan, sejak):
    """PerBKN 4/2025: the first allowed TMT on or after ``sejak``, or None."""
    return next(iter(periode_mendatang(acuan, sejak, 1)), None)


def jendela_usul(acuan, tmt):
    """Praktik BKN (sebagian, setelan kp_buka_* dan kp_tutup_*): first and last day to propose for ``tmt``."""

    def hari(jenis):
        bulan = tambah_bulan(tmt.replace(day=1), acuan.setelan(f"kp_{jenis}_bulan", tmt))
        return bulan.replace(day=acuan.setelan(f"kp_{jenis}_hari", tmt))

    return hari("buka"), hari("tutup")


# ── facts the rules share ────────────────────────────────────────────────────────────────────────────


def golongan_baru(k):
    """The golongan asked for, or the one next above the present; None at the top or when unknown."""
    kode = k.isian.get("golongan_baru")
    return k.acuan.golongan(kode) if kode else k.acuan.golongan_berikut(k.profil.golongan)


def tahun_kinerja(k):
    """PP 30/2019 (asumsi, setelan kp_tahun_kinerja): the calendar years whose result is asked for."""
    banyak = k.acuan.setelan("kp_tahun_kinerja", k.tanggal)
    return list(range(k.tanggal.year - banyak, k.tanggal.year))


def tmt_reguler(profil, acuan):
    """PP 99/2000 Ps. 7; PerBKN 4/2025: first allowed TMT four years after the last rank, or None when unknown."""
    if profil.tmt_pangkat is None:
        return None
    return periode_berikut(acuan, tambah_bulan(profil.tmt_pangkat, BULAN_REGULER))


def _pangkat(profil):
    return f"{profil.golongan or 'golongan belum tercatat'} sejak {tulis_tanggal(profil.tmt_pangkat)}"


def _daftar(isi):
    """``2024, 2025 dan 2026``."""
    isi = [str(x) for x in isi]
    return " dan ".join(filter(None, [", ".join(isi[:-1]), isi[-1]]))


# ── umum ─────────────────────────────────────────────────────────────────────────────────────────────


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
    for h in k.profil.hukuman:
        if not h.tahan_kp or h.tmt > k.tanggal:
            continue
        if h.sampai is None:
            return perlu_diperiksa(
                f"Akhir hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)} belum tercatat.", h.nomor_sk
            )
        if h.sampai >= k.tanggal:
            kalimat = f"Sedang menjalani hukuman disiplin {h.tingkat} sampai {tulis_tanggal(h.sampai)}."
            bukti = f"SK {h.nomor_sk or 'tanpa nomor'} TMT {tulis_tanggal(h.tmt)}"
            lepas = tambah_bulan(h.sampai.replace(day=1), 1)
            return tidak(kalimat, bukti, paling_cepat=periode_berikut(k.acuan, lepas))
    if k.profil.diperiksa is None:
        return perlu_diperiksa("Keadaan pemeriksaan disiplin belum diketahui.")
    if k.profil.diperiksa:
        return tidak("Sedang dalam pemeriksaan disiplin.")
    return ya("Tidak sedang menjalani hukuman disiplin sedang atau berat dan tidak sedang diperiksa.")


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


def u05_hasil_kinerja_ada(k):
    """PP 30/2019; PermenPANRB 6/2022: the yearly result of every required year is recorded."""
    ada = {x.tahun for x in k.profil.kinerja}
    perlu = tahun_kinerja(k)
    kurang = [t for t in perlu if t not in ada]
    if kurang:
        return tidak(f"Hasil kinerja tahun {_daftar(kurang)} belum ada.", f"diminta: {_daftar(perlu)}")
    return ya(f"Hasil kinerja tahun {_daftar(perlu)} sudah ada.")


def u06_predikat_baik(k):
    """PP 99/2000; PerBKN 3/2023: predikat at least Baik in each required year."""
    perlu = tahun_kinerja(k)
    ada = {x.tahun: x.predikat for x in k.profil.kinerja if x.tahun in perlu}
    bukti = [f"{t}: {p}" for t, p in sorted(ada.items())]
    for tahun, predikat in sorted(ada.items()):
        if predikat not in BAIK:
            return tidak(f"Predikat kinerja tahun {tahun} = {predikat}; syarat minimal Baik.", *bukti)
    if len(ada) < len(perlu):
        kurang = _daftar(t for t in perlu if t not in ada)
        return perlu_diperiksa(f"Hasil kinerja tahun {kurang} belum ada, predikatnya belum dapat dinilai.", *bukti)
    return ya(f"Predikat kinerja tahun {_daftar(perlu)} paling rendah Baik.", *bukti)


def u07_setingkat(k):
    """PP 99/2000 Pasal 1: the new rank is one step above the old."""
    p, baru = k.profil, golongan_baru(k)
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    if baru is None and k.acuan.golongan_berikut(p.golongan) is None:
        return tidak("Sudah berpangkat tertinggi; tidak ada kenaikan pangkat lagi.", _pangkat(p))
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
        return perlu_diperiksa("Riwayat pangkat sebelum golongan yang tercatat belum lengkap.", _pangkat(p))
    return ya(
        "Riwayat pangkat menyambung dan tidak berbeda dengan SIASN.", f"{len(p.jejak_pangkat)} baris", _pangkat(p)
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


# ── reguler ──────────────────────────────────────────────────────────────────────────────────────────


def r01_tanpa_jabatan(k):
    """PP 99/2000 Pasal 6: KP reguler is for those who hold neither a struktural nor a fungsional post."""
    p = k.profil
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan in ("struktural", "fungsional"):
        return tidak(
            f"Memangku jabatan {p.jabatan or p.jenis_jabatan}; gunakan kenaikan pangkat pilihan.",
            f"sejak {tulis_tanggal(p.tmt_jabatan)}",
        )
    return ya("Tidak memangku jabatan struktural atau fungsional.", p.jabatan or "pelaksana")


def r02_empat_tahun(k):
    """PP 99/2000 Pasal 7: at least four years in the last rank."""
    p = k.profil
    if p.tmt_pangkat is None:
        return perlu_diperiksa("TMT pangkat terakhir belum tercatat.")
    masa = bulan_antara(p.tmt_pangkat, k.tanggal)
    bukti = f"{_pangkat(p)}, {tulis_masa(max(0, masa))}"
    if masa >= BULAN_REGULER:
        return ya("Sudah paling singkat 4 tahun dalam pangkat terakhir.", bukti)
    cepat = tmt_reguler(p, k.acuan)
    return tidak(
        f"Baru {tulis_masa(max(0, masa))} dalam pangkat; paling cepat TMT {tulis_tanggal(cepat)}.",
        bukti,
        paling_cepat=cepat,
    )


def r03_puncak_pendidikan(k):
    """PP 99/2000 Pasal 8 jo. PP 12/2002: not above the ceiling of the recognised education."""
    p = k.profil
    pendidikan = k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal)
    if pendidikan is None:
        return perlu_diperiksa("Pendidikan yang diakui belum tercatat.")
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    baru = golongan_baru(k)
    puncak = k.acuan.golongan(pendidikan.puncak_reguler)
    bukti = f"{pendidikan.nama}: {pendidikan.golongan_awal} sampai {puncak.kode}"
    if (baru.urutan if baru else p.golongan_urutan + 1) > puncak.urutan:
        return tidak(f"Pendidikan {pendidikan.nama} dibatasi sampai {puncak.kode}.", bukti)
    return ya(f"Pendidikan {pendidikan.nama} dapat mencapai {puncak.kode}.", bukti)


def r05_ujian_dinas(k):
    """PP 99/2000 Pasal 30-31: II/d to III/a needs ujian dinas tingkat I, III/d to IV/a tingkat II, unless exempt."""
    p, baru = k.profil, golongan_baru(k)
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan terakhir belum tercatat.")
    lintas = [b for b in UJIAN_DINAS if baru and p.golongan_urutan <= b < baru.urutan]
    if not lintas:
        return ya("Tidak pindah golongan; ujian dinas tidak disyaratkan.")
    tingkat, kode, diklat = UJIAN_DINAS[lintas[-1]]
    lulus = next((u for u in p.ujian if u.jenis == kode), None)
    if lulus:
        return ya(f"Lulus ujian dinas tingkat {tingkat}.", f"STLUD {lulus.nomor} tanggal {tulis_tanggal(lulus.tmt)}")
    if bebas := _bebas_ujian(k, tingkat, diklat):
        return ya(f"Dibebaskan dari ujian dinas tingkat {tingkat}.", bebas)
    if k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal) is None:
        return perlu_diperiksa(f"Pendidikan belum tercatat; periksa pembebasan ujian dinas tingkat {tingkat}.")
    return tidak(f"Belum lulus ujian dinas tingkat {tingkat} dan tidak ada pembebasan.")


def _bebas_ujian(k, tingkat, diklat):
    """PP 99/2000 Pasal 30-31: the fact that exempts, as text; None when there is none."""
    p = k.profil
    pendidikan = k.acuan.pendidikan_golongan(p.pendidikan, k.tanggal)
    if pendidikan and (pendidikan.bebas_ujian_dinas_1 if tingkat == "I" else pendidikan.bebas_ujian_dinas_2):
        return f"pendidikan {pendidikan.nama}"
    if p.jenis_jabatan == "fungsional":
        return f"memangku jabatan fungsional {p.jabatan or ''}".strip()
    for d in p.diklat:
        if d.kelompok == "struktural" and d.jenjang in diklat:
            return f"{d.nama} selesai {tulis_tanggal(d.tanggal_selesai)}"
    return None


def r06_pangkat_atasan(k):
    """PP 12/2002 Pasal 6; lifted by PerBKN 2/2025: not above the rank of the direct superior."""
    akhir = date.fromisoformat(k.acuan.setelan("kp_pangkat_atasan_sampai", k.tanggal))
    if k.tanggal > akhir:
        return ya("Pangkat atasan langsung tidak lagi disyaratkan (PerBKN 2/2025).")
    baru, atasan = golongan_baru(k), k.acuan.golongan(k.lain.get("golongan_atasan"))
    if baru is None or atasan is None or atasan.jenis != "PNS":
        return perlu_diperiksa("Pangkat atasan langsung belum diketahui.")
    if baru.urutan > atasan.urutan:
        return tidak(f"Melampaui pangkat atasan langsung ({atasan.kode}).", f"golongan baru {baru.kode}")
    return ya("Tidak melampaui pangkat atasan langsung.", f"atasan {atasan.kode}, golongan baru {baru.kode}")


# ── akibat ───────────────────────────────────────────────────────────────────────────────────────────


class EfekKP(NamedTuple):
    """What a KP changes on its TMT; MKG in months, ``gaji`` a ``kepegawaian.aturan.Gaji``."""

    mkg_lama: int | None
    mkg_baru: int | None
    gaji: object


def efek_kp(profil, baru, tmt, acuan):
    """PP 99/2000; PP 5/2024: MKG before and after the cut and the new pay of a KP to ``baru`` on ``tmt``."""
    lama = mkg_pada(profil, tmt)
    if lama is None:
        return EfekKP(None, None, None)
    mkg = mkg_setelah_kp(lama, profil.golongan_urutan, baru.urutan)
    return EfekKP(lama, mkg, gaji_pokok(acuan, baru.kode, mkg, tmt))
