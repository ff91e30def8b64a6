"""Kantor: officials, heads of schools and puskesmas, and the staff without whom the portal cannot be shown."""

from datetime import timedelta

from kepegawaian.bangkit import kata_kerja
from kepegawaian.bangkit.kursi import MASA_KERJA, banyak_kursi, opd_kursi, rantai, tmt_kursi, urutan_kursi
from kepegawaian.bangkit.rencana import Rencana
from kepegawaian.bangkit.waktu import tambah_tahun

# Eselon -> (BUP, years left at least, at most, weights of education)
SOSOK = {
    "II.a": (60, 1, 5, (("S2", 1),)),
    "II.b": (60, 0, 9, (("S2", 75), ("S1", 25))),
    "III.a": (58, 0, 12, (("S2", 55), ("S1", 45))),
    "III.b": (58, 0, 14, (("S2", 42), ("S1", 58))),
    "IV.a": (58, 0, 19, (("S2", 22), ("S1", 75), ("D3", 3))),
    "IV.b": (58, 0, 19, (("S1", 80), ("D3", 20))),
}
# From II/c a D-III needs these years more than a sarjana to come within reach of eselon IV.
TAMBAH_D3 = 6
# Seats of these OPD are never left vacant.
SELALU_TERISI = ("BKPSDM", "DISDIK", "DINKES", "SETDA")


def pejabat(p):
    """Holders of the struktural seats, and the seats left vacant as a list of codes."""
    urutan, inti = urutan_kursi(p.dunia, p.acak)
    terisi, kosong = [], []
    for kode in urutan[: banyak_kursi(p.jumlah, len(urutan), inti)]:
        opd = opd_kursi(p.dunia, kode)
        # A small regency has a head in every OPD; a real one lacks a few.
        boleh_kosong = opd not in SELALU_TERISI and (p.jumlah >= 1000 or kode != f"KEPALA-{opd}")
        if boleh_kosong and p.acak.random() < 0.05:
            kosong.append(kode)
        else:
            terisi.append(_pemangku(p, kode))
    for r in terisi:
        kode, tmt = r.kursi[0]
        mulai = tambah_tahun(r.masuk, TAMBAH_D3 if r.didik_awal == "D3" else 0)
        r.kursi = (*rantai(p.acak, p.buku, kode, tmt, mulai), *r.kursi)
    _pelaksana_tugas(p, terisi, kosong)
    return terisi


def _pemangku(p, kode):
    """A holder whose age, education and service allow the seat."""
    jabatan = p.dunia.jabatan[kode]
    bup, dekat, jauh, pendidikan = SOSOK.get(jabatan.eselon, SOSOK["IV.a"])
    didik = p.pilih(*pendidikan)
    masa = MASA_KERJA.get(jabatan.eselon, 8) + (TAMBAH_D3 if didik == "D3" else 0)
    tmt = None
    while tmt is None:
        lahir = p.lahir_sisa(bup, dekat + p.acak.random() * (jauh - dekat))
        masuk = p.masuk_usia(lahir, 22, 27, tambah_tahun(p.per, -masa - 1))
        if masuk > tambah_tahun(lahir, 20):
            tmt = tmt_kursi(p.acak, p.dunia, kode, tambah_tahun(masuk, masa), p.per)
    p.buku.duduki(kode, tmt)
    return Rencana(
        kelamin=p.kelamin(0.28),
        lahir=lahir,
        masuk=masuk,
        unit=jabatan.unit,
        didik=didik,
        didik_awal="D3" if didik == "D3" else "S1",
        jabatan=kode,
        kursi=((kode, tmt),),
    )


def _pelaksana_tugas(p, terisi, kosong):
    """A Plt for each vacant seat from the same OPD (or any equal), and a few Plh days of the last year."""
    eselon = {r.jabatan: p.dunia.jabatan[r.jabatan].eselon for r in terisi}
    for kode in kosong:
        pantas = [r for r in terisi if eselon[r.jabatan] >= p.dunia.jabatan[kode].eselon and not r.tugas]
        dekat = [r for r in pantas if opd_kursi(p.dunia, r.jabatan) == opd_kursi(p.dunia, kode)]
        calon = dekat or pantas
        if calon:
            r = min(calon, key=lambda c: eselon[c.jabatan])
            mulai = max(p.per - timedelta(days=p.acak.randrange(15, 150)), r.kursi[-1][1] + timedelta(days=1))
            r.tugas = (("PLT", kode, mulai, mulai + timedelta(days=180)),)
    kepala = [r for r in terisi if eselon[r.jabatan] == "II.b" and r.jabatan.startswith("KEPALA-")]
    for r in kepala[::4]:
        wakil = [
            w
            for w in terisi
            if opd_kursi(p.dunia, w.jabatan) == opd_kursi(p.dunia, r.jabatan) and not w.tugas and w is not r
        ]
        if wakil:
            w = wakil[0]
            mulai = max(
                p.per - timedelta(days=p.acak.randrange(30, 300)),
                w.kursi[-1][1] + timedelta(days=1),
                r.kursi[-1][1] + timedelta(days=1),
            )
            w.tugas = (("PLH", r.jabatan, mulai, mulai + timedelta(days=p.acak.randrange(3, 12))),)


def kepala_unit_fungsional(p):
    """Heads of puskesmas (JF Dokter Ahli Madya) and of as many schools as the number of teachers bears."""
    puskesmas = [j for j in p.dunia.jabatan.values() if j.kursi and j.jenis == "fungsional" and j.nama_jf == "Dokter"]
    sekolah = [j for j in p.dunia.jabatan.values() if j.kursi and j.jenis == "fungsional" and j.nama_jf == "Guru"]
    p.acak.shuffle(sekolah)
    p.puskesmas = [j.unit for j in puskesmas[: min(len(puskesmas), max(3, p.jumlah * 17 // 1500))]]
    p.sekolah = [j.unit for j in sekolah[: min(len(sekolah), max(4, p.jumlah // 16))]]
    for j in puskesmas:
        if j.unit in p.puskesmas:
            yield _kepala_fungsional(p, j, "nakes", "JF-DOKTER", 60, (3, 16), 15, "PROF")
    for j in sekolah[: len(p.sekolah)]:
        if p.acak.random() < 0.93 or j.unit in p.sekolah[:4]:
            yield _kepala_fungsional(p, j, "guru", "JF-GURU", 60, (9, 24), 10, "S1")


def _kepala_fungsional(p, jabatan, rumpun, keluarga, bup, sisa, masa, didik):
    """The head of one school or puskesmas; his rank fits the jenjang of the seat (``masa`` years at least)."""
    lahir = p.lahir_sisa(bup, sisa[0] + p.acak.random() * (sisa[1] - sisa[0]))
    lama = masa + p.acak.random() * (5 if rumpun == "guru" else 6)
    masuk = p.mundur(int(lama * 12) + p.acak.randrange(6, 30))
    if tambah_tahun(lahir, 21) > masuk:
        lahir = tambah_tahun(masuk, -24) + timedelta(days=p.acak.randrange(300))
    tmt = max(p.per - timedelta(days=p.acak.randrange(40, 900)), tambah_tahun(masuk, masa), jabatan.sejak)
    p.buku.duduki(jabatan.kode, tmt)
    return Rencana(
        rumpun=rumpun,
        kelamin=p.kelamin(0.5),
        lahir=lahir,
        masuk=masuk,
        unit=jabatan.unit,
        didik=didik,
        didik_awal=didik,
        jabatan=jabatan.kode,
        kursi=((jabatan.kode, tmt),),
        pilihan={
            "keluarga_jf": keluarga,
            "laju": 36 if rumpun == "nakes" else 48,
            "puncak": 14 if rumpun == "nakes" else 12,
        },
    )


def staf(p):
    """Staff of every BKD subbid, of the kepegawaian desks of DISDIK and DINKES, and of the Inspektorat."""
    penuh = p.jumlah >= 200
    for unit in p.dunia.anak.get("BKPSDM", ()):
        if p.dunia.unit[unit].jenis in ("subbidang", "subbagian"):
            yield _staf(p, unit, "P-ANALIS-KEPEGAWAIAN", "S1")
            yield _staf(p, unit, "P-PENGELOLA-KEPEGAWAIAN", "D3")
            if penuh and p.acak.random() < 0.7:
                yield _staf(p, unit, p.acak.choice(kata_kerja.JF_OPD["BKPSDM"][:2]), "S1")
            if penuh and p.acak.random() < 0.3:
                yield _staf(p, unit, "P-PENGADMINISTRASI-KEPEGAWAIAN", "SLTA")
    for unit in ("DISDIK-SUBBAG1", "DINKES-SUBBAG1"):
        if unit in p.dunia.unit:
            yield _staf(p, unit, "P-PENGELOLA-KEPEGAWAIAN", "D3")
            yield _staf(p, unit, "P-PENGADMINISTRASI-KEPEGAWAIAN", "SLTA")
    if "ITKAB" in p.dunia.unit:
        for unit in [u for u in p.dunia.anak["ITKAB"] if p.dunia.unit[u].jenis == "bidang"][:2]:
            yield _staf(p, unit, "JF-AUDITOR", "S1")


def _staf(p, unit, jabatan, didik):
    """One active PNS of a desk."""
    lahir = p.lahir_sisa(58, 4 + p.acak.random() * 24)
    if jabatan == "JF-PRANATA-SDMA":
        didik = "D3"
    masuk = p.masuk_usia(lahir, 21, 28, p.mundur(48))
    return Rencana(
        kelamin=p.kelamin(0.5),
        lahir=lahir,
        masuk=masuk,
        unit=unit,
        didik=didik,
        didik_awal=didik,
        jabatan=jabatan,
        skenario="staf",
    )
