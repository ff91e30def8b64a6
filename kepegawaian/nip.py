"""NIP dan nomor induk PPPK: susunan angka dan aturan NIP-01 sampai NIP-10.

Perka BKN 22/2007 (susunan) dan Perka BKN 43/2007 (penetapan): angka 1-8 tanggal lahir, 9-14 tahun dan bulan
TMT CPNS, 15 jenis kelamin, 16-18 nomor urut. A PPPK number has a code of 21 or more where a month would
stand. There is no check digit. Pure functions: no ORM, no clock.
"""

from datetime import date
from typing import NamedTuple

TOLAK, PERINGATAN = "tolak", "peringatan"
USIA_MIN = 18
# PP 11/2017 Ps. 23: 35 tahun; pengangkatan lama dan honorer melampauinya, maka hanya peringatan.
USIA_WAJAR = 35
KODE_PPPK_MIN = 21
KELAMIN = {"1": "L", "2": "P"}


class Temuan(NamedTuple):
    """One finding: code of the rule, sentence, and ``tolak`` or ``peringatan``."""

    kode: str
    pesan: str
    berat: str


class Nip(NamedTuple):
    """What a valid number says; ``tmt_cpns`` is None for a PPPK number, ``kode_pppk`` for a PNS one."""

    nomor: str
    tanggal_lahir: date
    tahun: int
    tmt_cpns: date | None
    kode_pppk: int | None
    jenis_kelamin: str
    urut: int

    @property
    def pppk(self):
        """True for a nomor induk PPPK."""
        return self.kode_pppk is not None


def bersihkan(teks):
    """The number without blanks and without the apostrophe that spreadsheets put before digits."""
    return "".join(str(teks).split()).lstrip("'’`")


def bentuk_pppk(nip):
    """True when digits 13-14 can only be those of a PPPK number."""
    return len(nip) == 18 and nip[12:14].isdigit() and int(nip[12:14]) >= KODE_PPPK_MIN


def urai(nip):
    """Returns the Nip of ``nip``, or None when one of NIP-01 to NIP-05 and NIP-09 fails."""
    nip = bersihkan(nip)
    if _susunan(nip, None):
        return None
    lahir, tahun, bulan = _tanggal(nip[:8]), int(nip[8:12]), int(nip[12:14])
    pppk = bulan >= KODE_PPPK_MIN
    return Nip(
        nip,
        lahir,
        tahun,
        None if pppk else date(tahun, bulan, 1),
        bulan if pppk else None,
        KELAMIN[nip[14]],
        int(nip[15:]),
    )


def periksa(
    nip, *, hari_ini, pppk=None, tanggal_lahir=None, jenis_kelamin=None, tmt_cpns=None, pemilik=None, batas=None
):
    """Checks ``nip`` and what the record says beside it; returns a list of Temuan, by code.

    ``pppk``: True or False when the record says so, None to go by the number. ``jenis_kelamin``: L or P.
    ``pemilik``: name of somebody else who has this number. ``batas``: last TMT CPNS of the running
    proposal period (NIP-10), by default ``hari_ini``.
    """
    nip = bersihkan(nip)
    temuan = _susunan(nip, pppk)
    if any(t.kode == "NIP-01" for t in temuan):
        return temuan
    isi = urai(nip)
    if isi:
        temuan += _usia(isi) + _kecocokan(isi, tanggal_lahir, jenis_kelamin, tmt_cpns)
    if pemilik:
        temuan.append(Temuan("NIP-08", f"NIP sudah dipakai oleh {pemilik}.", TOLAK))
    if isi and (isi.tmt_cpns or date(isi.tahun, 1, 1)) > (batas or hari_ini):
        temuan.append(Temuan("NIP-10", "TMT CPNS pada NIP lebih baru daripada hari ini.", PERINGATAN))
    return sorted(temuan)


def sah(nomor, jenis=None, hari_ini=None):
    """``{"sah": bool, "gagal": [kode]}`` of a number alone; ``jenis``: PNS, CPNS, PPPK, or None."""
    pppk = None if jenis is None else jenis.startswith("PPPK")
    gagal = [t.kode for t in periksa(nomor, hari_ini=hari_ini or date.max, pppk=pppk) if t.berat == TOLAK]
    return {"sah": not gagal, "gagal": gagal}


def _tanggal(angka):
    try:
        return date(int(angka[:4]), int(angka[4:6]), int(angka[6:8]))
    except ValueError:
        return None


def _susunan(nip, pppk):
    """NIP-01 to NIP-05 and NIP-09: what the digits alone must obey."""
    if len(nip) != 18 or not (nip.isascii() and nip.isdigit()):
        banyak = sum(ch.isdigit() for ch in nip)
        return [Temuan("NIP-01", f"NIP harus 18 angka; yang diterima {banyak} angka.", TOLAK)]
    temuan = []
    if _tanggal(nip[:8]) is None:
        temuan.append(Temuan("NIP-02", f"Angka 1-8 ({nip[:8]}) bukan tanggal lahir yang sah.", TOLAK))
    bulan, tahun = int(nip[12:14]), int(nip[8:12])
    if pppk is None:
        pppk = bulan >= KODE_PPPK_MIN
    if pppk and bulan < KODE_PPPK_MIN:
        temuan.append(Temuan("NIP-09", "Nomor induk PPPK: angka 13-14 tidak dikenal.", TOLAK))
    elif tahun < 1 or (not pppk and not 1 <= bulan <= 12):
        temuan.append(Temuan("NIP-03", f"Angka 9-14 ({nip[8:14]}) bukan tahun-bulan TMT CPNS yang sah.", TOLAK))
    if nip[15:] == "000":
        temuan.append(Temuan("NIP-04", "Nomor urut NIP tidak boleh 000.", TOLAK))
    if nip[14] not in KELAMIN:
        temuan.append(Temuan("NIP-05", "Angka ke-15 harus 1 (pria) atau 2 (wanita).", TOLAK))
    return temuan


def _usia(isi):
    """NIP-06: age at TMT CPNS; of a PPPK only the year is known, so the best case is judged."""
    mulai = isi.tmt_cpns or date(isi.tahun, 12, 31)
    lahir = isi.tanggal_lahir
    usia = mulai.year - lahir.year - ((mulai.month, mulai.day) < (lahir.month, lahir.day))
    if usia < USIA_MIN:
        return [Temuan("NIP-06", f"Usia saat TMT CPNS {usia} tahun, di bawah {USIA_MIN} tahun.", TOLAK)]
    if usia > USIA_WAJAR and not isi.pppk:
        pesan = f"Usia saat TMT CPNS {usia} tahun, di atas {USIA_WAJAR} tahun; periksa dasar pengangkatannya."
        return [Temuan("NIP-06", pesan, PERINGATAN)]
    return []


def _kecocokan(isi, tanggal_lahir, jenis_kelamin, tmt_cpns):
    """NIP-07: birth date, sex and TMT CPNS of the record equal the number.

    The year of a PPPK number and the TMT of the contract may lie apart, so that is only a warning.
    """
    beda = []
    if tanggal_lahir and tanggal_lahir != isi.tanggal_lahir:
        beda.append("tanggal lahir")
    if jenis_kelamin and jenis_kelamin != isi.jenis_kelamin:
        beda.append("jenis kelamin")
    if tmt_cpns and isi.tmt_cpns and (tmt_cpns.year, tmt_cpns.month) != (isi.tahun, isi.tmt_cpns.month):
        beda.append("TMT CPNS")
    temuan = []
    if beda:
        temuan.append(Temuan("NIP-07", f"Data pegawai tidak sama dengan NIP pada: {', '.join(beda)}.", TOLAK))
    if tmt_cpns and isi.pppk and tmt_cpns.year != isi.tahun:
        pesan = "Data pegawai tidak sama dengan NIP pada: tahun pengangkatan PPPK."
        temuan.append(Temuan("NIP-07", pesan, PERINGATAN))
    return temuan
