"""Aturan rencana kebutuhan: KBT-1 … KBT-7. Pure; ids follow ``regulasi/kebutuhan-dan-pengadaan.md`` §1.4.

Law: PP 11/2017 Ps. 5-9, 16-17; PP 49/2018 Ps. 2. KBT-1 and KBT-5 … KBT-7 are asked of each row, the others of the plan.
"""

from datetime import date
from typing import NamedTuple

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import PERIKSA, TIDAK, YA, Dasar, Konteks, Syarat, perlu_diperiksa, tidak, ya

TAHUN = 5
PELAKSANA = ("pelaksana", "fungsional")
PPPK = ("PPPK", "PPPK_PW")


class Baris(NamedTuple):
    """One row of a plan. ``jumlah``: people asked for in each of the five years, None where not written.

    ``jenis``: CPNS, PPPK, PPPK_PW; ``jenis_jabatan`` of the post, None unknown; ``jpt``: a jabatan pimpinan tinggi;
    ``abk``: status of its analysis that year (sah, diperiksa, draf), "" none; ``kebutuhan`` None not set; ``ada``
    people in it today; ``bup``: of them gone by 31 December of each of the five years; ``penetapan``: decision of the
    Menteri that opens another post to PPPK.
    """

    jabatan: str
    unit: str
    jenis: str
    jenis_jabatan: str | None
    jpt: bool
    abk: str
    jumlah: tuple[int | None, ...]
    kebutuhan: int | None
    ada: int
    bup: tuple[int, ...]
    penetapan: str = ""


class Rencana(NamedTuple):
    """The plan of one OPD from ``tahun`` on; ``renstra``: attached; ``disampaikan``: when the usul went out, None not yet."""

    tahun: int
    baris: tuple[Baris, ...]
    renstra: bool
    renstra_mulai: int | None
    renstra_sampai: int | None
    terkirim: bool
    disampaikan: date | None
    hari_ini: date


def kbt1(r, b):
    """PP 11/2017 Ps. 5: each post has a workload analysis of that year."""
    if not b.abk:
        return tidak(f"Jabatan {b.jabatan} di {b.unit} belum memiliki hasil analisis beban kerja tahun {r.tahun}.")
    if b.abk != "sah":
        return perlu_diperiksa(f"Analisis beban kerja {b.jabatan} di {b.unit} belum disahkan.")
    return ya(f"Analisis beban kerja tahun {r.tahun} sah.")


def kbt2(r):
    """PP 11/2017 Ps. 5 ayat (2): five years, detailed for each year by priority."""
    if not r.baris:
        return tidak("Rencana kebutuhan harus memuat lima tahun, dirinci per tahun.", "Belum ada satu jabatan pun.")
    kurang = [b.jabatan for b in r.baris if len(b.jumlah) < TAHUN or None in b.jumlah]
    if kurang:
        return tidak("Rencana kebutuhan harus memuat lima tahun, dirinci per tahun.", *dict.fromkeys(kurang))
    nol = [str(r.tahun + i) for i in range(TAHUN) if not any(b.jumlah[i] for b in r.baris)]
    if nol:
        return perlu_diperiksa(f"Tidak ada kebutuhan tahun {', '.join(nol)}; pastikan memang demikian.")
    return ya(f"Rencana memuat tahun {r.tahun} sampai {r.tahun + TAHUN - 1}.")


def kbt3(r):
    """PP 11/2017 Ps. 9 ayat (1): the five-year plan attaches the renstra."""
    if not r.renstra:
        return tidak("Lampirkan dokumen rencana strategis.")
    if not (r.renstra_mulai and r.renstra_sampai):
        return perlu_diperiksa("Masa berlaku rencana strategis belum ditulis.")
    if not r.renstra_mulai <= r.tahun <= r.renstra_sampai:
        return tidak(
            "Lampirkan dokumen rencana strategis.",
            f"Yang terlampir berlaku {r.renstra_mulai} sampai {r.renstra_sampai}, bukan tahun {r.tahun}.",
        )
    return ya(f"Rencana strategis {r.renstra_mulai} sampai {r.renstra_sampai} terlampir.")


def batas_penyampaian(tahun):
    """PP 11/2017 Ps. 9 ayat (2): 31 March of the year before."""
    return date(tahun - 1, 3, 31)


def kbt4(r):
    """PP 11/2017 Ps. 9 ayat (2): the yearly detail reaches Menteri and Kepala BKN by the end of March the year before."""
    batas = batas_penyampaian(r.tahun)
    kalimat = f"Batas penyampaian rincian kebutuhan tahun {r.tahun} adalah 31 Maret {r.tahun - 1}."
    if r.terkirim and r.disampaikan is None:
        return perlu_diperiksa(kalimat, "Tanggal penyampaiannya belum tercatat.")
    hari = r.disampaikan or r.hari_ini
    if hari > batas:
        bukti = f"Disampaikan {tulis_tanggal(hari)}." if r.disampaikan else "Batasnya sudah lewat."
        return tidak(kalimat, bukti)
    return ya(f"Disampaikan {tulis_tanggal(hari)}." if r.disampaikan else kalimat)


def kekurangan(b, tahun_ke):
    """People short by the end of year ``tahun_ke`` (0 the first), or None: kebutuhan − (bezetting − BUP up to then)."""
    return None if b.kebutuhan is None else b.kebutuhan - (b.ada - b.bup[tahun_ke])


def kbt5(r, b):
    """Ps. 5-7: what is asked for up to a year stays within what is short up to that year."""
    if b.kebutuhan is None:
        return perlu_diperiksa(f"Kebutuhan {b.jabatan} di {b.unit} belum ditetapkan.")
    jumlah = 0
    for i, n in enumerate(b.jumlah):
        jumlah += n or 0
        kurang = max(kekurangan(b, i), 0)
        if jumlah > kurang:
            return tidak(
                f"Usul {jumlah} melebihi kekurangan {kurang} pada {b.jabatan}.", f"Sampai tahun {r.tahun + i}."
            )
    return ya(f"Usul {jumlah} dari kekurangan {max(kekurangan(b, TAHUN - 1), 0)} dalam lima tahun.")


def kbt6(r, b):
    """PP 11/2017 Ps. 16-17: CPNS fill posts of pelaksana and JF only."""
    if b.jenis_jabatan is None:
        return perlu_diperiksa("Jenis jabatannya belum tercatat.")
    if b.jenis_jabatan not in PELAKSANA:
        return tidak("Jabatan ini tidak diisi melalui pengadaan CPNS.", b.jabatan)
    return ya("Jabatan pelaksana atau fungsional.")


def kbt7(r, b):
    """PP 49/2018 Ps. 2: PPPK in JF, in certain JPT, and in other posts the Menteri sets."""
    if b.jenis_jabatan == "fungsional":
        return ya("Jabatan fungsional dapat diisi PPPK.")
    if b.jenis_jabatan is None:
        return perlu_diperiksa("Jenis jabatannya belum tercatat.")
    if b.jpt:
        return perlu_diperiksa("Hanya JPT tertentu yang dapat diisi PPPK.", b.jabatan)
    if b.penetapan:
        return ya("Ditetapkan Menteri dapat diisi PPPK.", b.penetapan)
    return tidak(
        "Jabatan ini tidak dapat diisi PPPK.", "Tulis keputusan Menteri bila jabatan ini ditetapkan dapat diisi PPPK."
    )


def _rencana(kode, uraian, dasar, keyakinan, aturan):
    return Syarat(kode, uraian, dasar, lambda k: aturan(k.lain["rencana"]), keyakinan)


def _baris(kode, uraian, dasar, keyakinan, aturan):
    return Syarat(kode, uraian, dasar, lambda k: aturan(k.lain["rencana"], k.lain["baris"]), keyakinan)


def _pp11(pasal):
    return Dasar("PP 11/2017", pasal)


SYARAT = (
    _baris("KBT-1", "Tiap jabatan memiliki analisis beban kerja tahun itu", _pp11("Pasal 5"), "pasti", kbt1),
    _rencana("KBT-2", "Rencana memuat lima tahun, dirinci per tahun", _pp11("Pasal 5 ayat (2)"), "pasti", kbt2),
    _rencana("KBT-3", "Rencana strategis dilampirkan", _pp11("Pasal 9 ayat (1)"), "pasti", kbt3),
    _rencana(
        "KBT-4", "Disampaikan paling lambat akhir Maret tahun sebelumnya", _pp11("Pasal 9 ayat (2)"), "pasti", kbt4
    ),
    _baris("KBT-5", "Usul tidak melebihi kekurangan", _pp11("Pasal 5-7"), "sebagian", kbt5),
    _baris("KBT-6", "CPNS hanya mengisi jabatan pelaksana dan fungsional", _pp11("Pasal 16-17"), "sebagian", kbt6),
    _baris("KBT-7", "Jabatannya dapat diisi PPPK", Dasar("PP 49/2018", "Pasal 2"), "pasti", kbt7),
)
MENURUT = {s.kode: s for s in SYARAT}
RENCANA, BARIS = ("KBT-2", "KBT-3", "KBT-4"), ("KBT-1", "KBT-5", "KBT-6", "KBT-7")
LUNAK = ("KBT-4",)  # a late usul is told, not refused: the Menteri decides


def berlaku(kode, b):
    """KBT-6 is asked of CPNS, KBT-7 of PPPK."""
    return not ((kode == "KBT-6" and b.jenis != "CPNS") or (kode == "KBT-7" and b.jenis not in PPPK))


def periksa_baris(r, b):
    """[(Syarat, Hasil)] of one row."""
    k = Konteks(None, {}, None, None, {"rencana": r, "baris": b})
    return [(MENURUT[kode], MENURUT[kode].periksa(k)) for kode in BARIS if berlaku(kode, b)]


def periksa(r):
    """[(Syarat, jawaban, [Hasil])] of all rules on a plan: the worst answer of its rows, and what they say."""
    k = Konteks(None, {}, None, None, {"rencana": r})
    per_baris = [{s.kode: h for s, h in periksa_baris(r, b)} for b in r.baris]
    hasil = []
    for s in SYARAT:
        semua = [s.periksa(k)] if s.kode in RENCANA else [h[s.kode] for h in per_baris if s.kode in h]
        if semua:
            jawaban = next(j for j in (TIDAK, PERIKSA, YA) if any(h.jawaban == j for h in semua))
            hasil.append((s, jawaban, [h for h in semua if h.jawaban == jawaban]))
    return hasil


def halangan(hasil):
    """What bars sending a plan on."""
    return [(s, h) for s, jawaban, h in hasil if jawaban == TIDAK and s.kode not in LUNAK]
