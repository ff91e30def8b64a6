"""Aturan tugas belajar: TB-01..08, ikatan dinas, ganti rugi, dan laporan tiap semester. Pure: no Django, no clock.

Law: SE PANRB 28/2021; Perpres 12/1961. Ids follow ``regulasi/diklat-dan-tugas-belajar.md`` §3. ``k.isian``: cara
(dibebaskan | tetap), jenjang, prodi, luar_negeri, akreditasi, tmt, sampai. ``k.lain`` (``fakta.siapkan``): ``rencana``
{ada: the need plan of the year has rows, cocok: the row chosen in words or ""}, ``gagal``: the day an earlier tugas belajar
failed, or None; missing keys: not read.
"""

from datetime import date, timedelta
from typing import NamedTuple

from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.aturan_umum import bebas_disiplin, predikat_baik, tahun_kinerja
from layanan.katalog import YA, perlu_diperiksa, tidak, ya

DIBEBASKAN, TETAP = "dibebaskan", "tetap"
CARA = ((DIBEBASKAN, "Dibebaskan dari tugas jabatan"), (TETAP, "Tetap menjalankan tugas"))
BIAYA = (("apbd", "APBD"), ("apbn", "APBN atau beasiswa pemerintah"), ("sponsor", "Sponsor atau beasiswa lain"),
         ("sendiri", "Biaya sendiri"))  # fmt: skip
JENJANG = (("D1", "D-I"), ("D2", "D-II"), ("D3", "D-III"), ("D4", "D-IV"), ("S1", "S-1"), ("S2", "S-2"), ("S3", "S-3"))
BERHENTI_SEMENTARA = "04"


def tb01_masa_pns(k):
    """SE PANRB 28/2021 (setelan tb_masa_pns_tahun): a year since appointed PNS."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status != "PNS":
        return tidak(f"Berstatus {p.status}; tugas belajar hanya bagi PNS.")
    if p.tmt_pns is None:
        return perlu_diperiksa("TMT PNS belum tercatat.")
    tahun = k.acuan.setelan("tb_masa_pns_tahun", k.tanggal)
    cepat = tambah_bulan(p.tmt_pns, 12 * tahun)
    lama = tulis_masa(max(0, bulan_antara(p.tmt_pns, k.tanggal)))
    kalimat = f"Masa kerja PNS {lama}; syarat {tahun} tahun."
    if k.tanggal < cepat:
        return tidak(kalimat, paling_cepat=cepat)
    return ya(kalimat, f"PNS sejak {tulis_tanggal(p.tmt_pns)}")


def tb02_kinerja(k):
    """SE PANRB 28/2021 (setelan tb_tahun_kinerja): predikat at least Baik in the last years; not asked of years before he came."""
    tahun, mulai = tahun_kinerja(k, "tb_tahun_kinerja"), k.profil.tmt_cpns
    penuh = [t for t in tahun if mulai is None or (mulai.year, mulai.month) <= (t, 1)]
    if tahun and not penuh:
        return tidak("Belum ada tahun kinerja yang dijalani penuh.")
    return predikat_baik(k, penuh)


def tb03_disiplin(k):
    """SE PANRB 28/2021: no hukuman sedang or berat, not diberhentikan sementara, no failed tugas belajar lately."""
    if k.profil.kedudukan == BERHENTI_SEMENTARA:
        return tidak("Tidak memenuhi syarat disiplin tugas belajar.", "diberhentikan sementara")
    bebas = bebas_disiplin(k)
    if bebas.jawaban != YA:
        return bebas
    if "gagal" not in k.lain:
        return perlu_diperiksa("Riwayat tugas belajar sebelumnya belum dibaca.")
    gagal = k.lain["gagal"]
    if gagal is None:
        return ya("Tidak sedang dihukum atau diperiksa, dan tidak pernah gagal tugas belajar.")
    cepat = tambah_bulan(gagal, 12 * k.acuan.setelan("tb_gagal_tahun", k.tanggal))
    if k.tanggal < cepat:
        return tidak(
            "Tidak memenuhi syarat disiplin tugas belajar.",
            f"tugas belajar dihentikan {tulis_tanggal(gagal)}", paling_cepat=cepat,
        )  # fmt: skip
    return ya(f"Tugas belajar yang dihentikan {tulis_tanggal(gagal)} sudah lewat jangka waktunya.")


def tb04_sisa_masa(k):
    """SE PANRB 28/2021 (asumsi, setelan tb_sisa_kali): service left before BUP against the normal length of the study."""
    p, jenjang, cara = k.profil, k.isian.get("jenjang"), k.isian.get("cara")
    lama = k.acuan.setelan("tb_lama_maks", k.tanggal).get(jenjang)
    kali = k.acuan.setelan("tb_sisa_kali", k.tanggal).get(cara)
    if p.tmt_pensiun is None:
        return perlu_diperiksa("TMT pensiun belum dapat dihitung; jabatan atau tanggal lahirnya belum tercatat.")
    if lama is None or kali is None:
        return perlu_diperiksa("Jenjang atau cara menjalani tugas belajar belum diisi.")
    sisa, perlu = bulan_antara(k.tanggal, p.tmt_pensiun), 12 * lama * kali
    kalimat = f"Sisa masa kerja {tulis_masa(max(0, sisa))}; perlu {tulis_masa(perlu)}."
    bukti = f"TMT pensiun {tulis_tanggal(p.tmt_pensiun)}, {kali} kali {lama} tahun"
    return ya(kalimat, bukti) if sisa >= perlu else tidak(kalimat, bukti)


def tb05_akreditasi(k):
    """SE PANRB 28/2021 (setelan tb_akreditasi): an accredited programme; one abroad is looked up by a person."""
    if k.isian.get("luar_negeri"):
        return perlu_diperiksa("Perguruan tinggi luar negeri; pastikan terdaftar dan ijazahnya dapat disetarakan.")
    nilai = k.isian.get("akreditasi")
    if not nilai:
        return perlu_diperiksa("Akreditasi program studi belum diisi.")
    terima = k.acuan.setelan("tb_akreditasi", k.tanggal)
    if nilai in terima:
        return ya(f"Program studi terakreditasi {nilai}.")
    return tidak(f"Akreditasi prodi {nilai} di bawah syarat.", f"diterima: {', '.join(terima)}")


def tb06_rencana(k):
    """SE PANRB 28/2021: the field stands in the need plan of tugas belajar."""
    rencana = k.lain.get("rencana")
    if rencana is None or not rencana["ada"]:
        return perlu_diperiksa("Rencana kebutuhan tugas belajar tahun itu belum disusun BKD.")
    if not rencana["cocok"]:
        return tidak("Prodi tidak ada dalam rencana kebutuhan.")
    return ya(f"Sesuai rencana kebutuhan: {rencana['cocok']}.")


def tb07_usia(k):
    """BKN 2021 (setelan tb_batas_usia): age caps of the regime before SE PANRB 28/2021; empty since, so not used."""
    batas = k.acuan.setelan("tb_batas_usia", k.tanggal)
    if not batas:
        return ya("Batas usia tidak dipakai lagi sejak SE PANRB 28/2021.")
    paling, lahir = batas.get(k.isian.get("jenjang")), k.profil.tanggal_lahir
    if paling is None or lahir is None:
        return perlu_diperiksa("Jenjang atau tanggal lahir belum tercatat.")
    usia = bulan_antara(lahir, k.tanggal) // 12
    kalimat = f"Usia {usia} tahun; paling tinggi {paling} tahun."
    return ya(kalimat) if usia <= paling else tidak(kalimat)


def tb08_lama(k):
    """BKN 2021 (setelan tb_lama_maks): no longer than the level of education gives."""
    sampai, tahun = k.isian.get("sampai"), k.acuan.setelan("tb_lama_maks", k.tanggal).get(k.isian.get("jenjang"))
    if not sampai or tahun is None:
        return perlu_diperiksa("Jenjang atau akhir masa belajar belum diisi.")
    batas = akhir(k.tanggal, 12 * tahun)
    if sampai > batas:
        return tidak("Melebihi jangka waktu; ajukan perpanjangan.", f"paling lama sampai {tulis_tanggal(batas)}")
    return ya(f"Sampai {tulis_tanggal(sampai)}; paling lama sampai {tulis_tanggal(batas)}.")


def tb08_perpanjangan(k):
    """BKN 2021 (setelan tb_perpanjangan_tahun): extensions together at most a year beyond the first end."""
    tubel, sampai = k.lain.get("tubel"), k.isian.get("sampai")
    if tubel is None or not sampai:
        return perlu_diperiksa("Tugas belajar yang berjalan atau akhir yang baru belum tercatat.")
    if not tubel:
        return tidak("Tidak ada tugas belajar yang sedang berjalan.")
    batas = akhir(tubel["sampai_awal"] + timedelta(days=1), 12 * k.acuan.setelan("tb_perpanjangan_tahun", k.tanggal))
    if sampai > batas:
        return tidak(f"Perpanjangan paling lama sampai {tulis_tanggal(batas)}.")
    return ya(f"Sampai {tulis_tanggal(sampai)}; paling lama sampai {tulis_tanggal(batas)}.")


def tb_berjalan(k):
    """Only a tugas belajar that runs is finished or stopped."""
    tubel = k.lain.get("tubel")
    if tubel is None:
        return perlu_diperiksa("Riwayat tugas belajar belum dibaca.")
    if not tubel:
        return tidak("Tidak ada tugas belajar yang sedang berjalan.")
    return ya(f"{tubel['judul']}, {tulis_tanggal(tubel['mulai'])} sampai {tulis_tanggal(tubel['sampai'])}.")


def akhir(mulai, bulan):
    """Last day of a period of ``bulan`` months from ``mulai``."""
    return tambah_bulan(mulai, bulan) - timedelta(days=1)


# ── the bond ─────────────────────────────────────────────────────────────────────────────────────────


class Ikatan(NamedTuple):
    """A bond to serve: from, to, and its months; ``belajar``: months of study it was counted from."""

    mulai: date
    sampai: date
    bulan: int
    belajar: int


def bulan_belajar(mulai, selesai):
    """Months of study from ``mulai`` to ``selesai`` inclusive; a month begun counts."""
    besok = selesai + timedelta(days=1)
    penuh = bulan_antara(mulai, besok)
    return penuh + (tambah_bulan(mulai, penuh) < besok)


def ikatan(acuan, *, cara, mulai, selesai, luar_negeri=False):
    """SE PANRB 28/2021; Perpres 12/1961 (asumsi, tb_ikatan_kali): twice the study when released, once when not.

    It begins the day after the study. Settings are those of the first day of study, when the agreement was signed.
    """
    belajar = bulan_belajar(mulai, selesai)
    bulan = belajar * acuan.setelan("tb_ikatan_kali", mulai)[cara]
    if luar_negeri:
        bulan += 12 * acuan.setelan("tb_ikatan_luar_negeri_tahun", mulai)
    awal = selesai + timedelta(days=1)
    return Ikatan(awal, akhir(awal, bulan), bulan, belajar)


def ganti_rugi(acuan, *, biaya, tanggal, ikatan_mulai=None, ikatan_sampai=None):
    """Rupiah to repay when the study is stopped or the bond broken on ``tanggal``; None when the cost is unknown.

    Setting tb_ganti_rugi (asumsi): ``penuh`` the whole cost; ``sebanding`` the part of the bond not served, rounded up.
    Nothing once the bond has been served.
    """
    if ikatan_sampai is not None and tanggal > ikatan_sampai:
        return 0
    if biaya is None:
        return None
    if acuan.setelan("tb_ganti_rugi", tanggal) == "penuh" or ikatan_mulai is None or tanggal <= ikatan_mulai:
        return biaya
    seluruh, sisa = (ikatan_sampai - ikatan_mulai).days + 1, (ikatan_sampai - tanggal).days + 1
    return -(-biaya * sisa // seluruh)


# ── monitoring ───────────────────────────────────────────────────────────────────────────────────────


class Semester(NamedTuple):
    """One semester: its number, first and last day, and the last day to report."""

    nomor: int
    mulai: date
    sampai: date
    tenggat: date


def semester(acuan, mulai, sampai):
    """The semesters of six months from ``mulai`` to ``sampai``; the last may be shorter (setelan tb_laporan_hari)."""
    hasil, awal = [], mulai
    while awal <= sampai and len(hasil) < 16:
        selesai = min(akhir(awal, 6), sampai)
        tenggat = selesai + timedelta(days=acuan.setelan("tb_laporan_hari", selesai))
        hasil.append(Semester(len(hasil) + 1, awal, selesai, tenggat))
        awal = tambah_bulan(mulai, 6 * len(hasil))
    return hasil
