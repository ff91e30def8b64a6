"""Indeks Profesionalitas ASN (IP ASN) generasi B dan C: satu fungsi murni tiap ukuran. No Django, no clock.

Law: Permen PANRB 38/2018; Peraturan BKN 8/2019 (generasi B); surat Plt. Kepala BKN
4190/B-BM.02.01/SD/K/2024 (generasi C). Tables and section numbers are those of ``regulasi/ip-asn.md``.

``setelan.susun(acuan, tahun)`` turns the dated settings ``ip_*`` into one frozen ``Aturan``, once per run;
``ukur(profil, aturan)`` is then called for each of a million people, so it counts in whole hundredths
and makes nothing it can avoid. ``penjelasan.jelaskan`` puts the same answer into sentences.
"""

from decimal import Decimal
from typing import NamedTuple

from indeks.tabel import JENJANG_KELOMPOK, KATEGORI, MAKS_KOMPETENSI, TINGKAT_DIKLAT

# State of an indicator. BELUM: the portal holds no record; PERIKSA: a record is there but a fact of it is unknown.
MEMENUHI, TIDAK, BELUM, PERIKSA = "memenuhi", "tidak_memenuhi", "belum_ada_data", "perlu_diperiksa"


class Butir(NamedTuple):
    """One indicator of one person: score in hundredths, state, ids of the riwayat used, and the value found."""

    kode: str
    skor: int
    keadaan: str
    ids: tuple
    nilai: object = None


class Ukuran(NamedTuple):
    """The index of one person in hundredths. ``sebab`` is filled when he is not counted or not measurable.

    ``populasi``: belongs to those to be measured; ``terukur``: could be measured. ``perkiraan``: the year
    of the predikat used when it is not yet that of the measurement year.
    """

    populasi: bool
    terukur: bool
    sebab: str = ""
    kualifikasi: int = 0
    kompetensi: int = 0
    kinerja: int = 0
    disiplin: int = 0
    total: int = 0
    kategori: str = ""
    butir: tuple = ()
    perkiraan: int | None = None


# ── dimensions ───────────────────────────────────────────────────────────────────────────────────────


def kualifikasi(p, a):
    """Table 2.2: highest education recorded and recognised."""
    tingkat = p.pendidikan
    if tingkat is None:
        return Butir("pendidikan", 0, BELUM, ())
    skor = a.pendidikan.get(tingkat)
    if skor is None:
        return Butir("pendidikan", 0, PERIKSA, (), tingkat)
    return Butir("pendidikan", skor, MEMENUHI, (), tingkat)


def pimpinan(p, a, skor):
    """Table 2.3 rule 1: leadership training of the level of the post, or higher; ever."""
    perlu = JENJANG_KELOMPOK.get(p.kelompok_jabatan)
    keadaan, ids = BELUM, ()
    for d in p.diklat:
        if d.kelompok != "struktural":
            continue
        tingkat = TINGKAT_DIKLAT.get(d.jenjang)
        if tingkat is None or perlu is None:
            keadaan, ids = PERIKSA, (d.id,)
        elif tingkat >= perlu:
            return Butir("pimpinan", skor, MEMENUHI, (d.id,), d.jenjang)
        elif keadaan == BELUM:
            keadaan, ids = TIDAK, (d.id,)
    return Butir("pimpinan", 0, keadaan, ids)


def fungsional(p, a, skor):
    """Table 2.3 rules 2, 3: functional training that fits the post; some JF need none."""
    if p.nama_jf and p.nama_jf.casefold() in a.bebas_diklat:
        return Butir("fungsional", skor, MEMENUHI, (), "bebas")
    keadaan, ids = BELUM, ()
    for d in p.diklat:
        if d.kelompok != "fungsional":
            continue
        if d.sesuai_jabatan:
            return Butir("fungsional", skor, MEMENUHI, (d.id,))
        if d.sesuai_jabatan is None:
            keadaan, ids = PERIKSA, (d.id,)
        elif keadaan == BELUM:
            keadaan, ids = TIDAK, (d.id,)
    return Butir("fungsional", 0, keadaan, ids)


def teknis(p, a, skor):
    """Table 2.3 rule 4: hours of all technical trainings finished in the window, at least 20 together."""
    sejak, akhir = a.teknis_sejak[p.jenis_jabatan], a.akhir
    jumlah, tanpa_jp, lama, ids = 0, False, False, []
    for d in p.diklat:
        if d.kelompok != "teknis":
            continue
        if not sejak <= d.tanggal_selesai <= akhir:
            lama = True
            continue
        jp = d.jp
        if jp is None:
            jp = _jp_dari_hari(d, a)
            tanpa_jp = tanpa_jp or not jp
        jumlah += jp
        ids.append(d.id)
    if jumlah >= a.jp_minimal:
        return Butir("teknis", skor, MEMENUHI, tuple(ids), jumlah)
    if not ids:
        return Butir("teknis", 0, TIDAK if lama else BELUM, (), 0)
    return Butir("teknis", 0, PERIKSA if tanpa_jp else TIDAK, tuple(ids), jumlah)


def _jp_dari_hari(d, a):
    """Hours of a training whose JP is not recorded, by its days (setting ip_jp_per_hari, 0: not used)."""
    mulai = getattr(d, "tanggal_mulai", None)
    if not a.jp_per_hari or mulai is None:
        return 0
    return ((d.tanggal_selesai - mulai).days + 1) * a.jp_per_hari


def seminar(p, a, skor):
    """Table 2.3: at least one seminar, workshop, course, internship or the like in T and T-1."""
    lama = False
    for d in p.diklat:
        if d.kelompok == "seminar":
            if a.seminar_sejak <= d.tanggal_selesai <= a.akhir:
                return Butir("seminar", skor, MEMENUHI, (d.id,))
            lama = True
    return Butir("seminar", 0, TIDAK if lama else BELUM, ())


UKUR_KOMPETENSI = {"pimpinan": pimpinan, "fungsional": fungsional, "teknis": teknis, "seminar": seminar}


def kinerja_dipakai(daftar, a):
    """The yearly result of section 2.4: of the year asked for, or in a running year the latest one allowed."""
    hasil = None
    for k in daftar:
        if k.tahun == a.tahun_kinerja:
            return k
        if a.tahun_kinerja_paling_tua <= k.tahun < a.tahun_kinerja and (hasil is None or k.tahun > hasil.tahun):
            hasil = k
    return hasil


def kinerja(k, a):
    """Table 2.4: by number up to 2020 (PP 46/2011), by predikat since 2021."""
    if k is None:
        return Butir("kinerja", 0, BELUM, ())
    ids = (k.id,)
    if k.tahun <= 2020 and k.nilai is not None:
        for batas, lebih, skor in a.pita:
            if k.nilai > batas or (not lebih and k.nilai == batas):
                return Butir("kinerja", skor, MEMENUHI, ids, (k.tahun, k.nilai))
    skor = a.predikat.get(k.predikat)
    if skor is None:
        return Butir("kinerja", 0, PERIKSA if k.predikat else BELUM, ids, (k.tahun, k.predikat))
    return Butir("kinerja", skor, MEMENUHI, ids, (k.tahun, k.predikat))


def disiplin(p, a):
    """Table 2.5: the heaviest final penalty whose TMT lies in T-4 to T decides."""
    skor, berat, ids = a.disiplin[""], "", []
    for h in p.hukuman:
        if h.kode in a.bukan_hukuman or not a.disiplin_sejak <= h.tmt <= a.akhir:
            continue
        ids.append(h.id)
        if a.disiplin[h.tingkat] < skor:
            skor, berat = a.disiplin[h.tingkat], h.tingkat
    return Butir("disiplin", skor, TIDAK if ids else MEMENUHI, tuple(ids), berat)


# ── the index ────────────────────────────────────────────────────────────────────────────────────────


def tidak_dihitung(p, a):
    """Section 2.7: why the person is outside the population, or an empty text."""
    if p.berhenti:
        return "berhenti"
    if not a.dihitung.get(p.status, False):
        return p.status or "status_kosong"
    if p.kontrak_sampai is not None and p.kontrak_sampai < p.per and p.status != "PNS":
        return "kontrak_berakhir"
    return ""


def kategori_nilai(total, a):
    """Table 2.6: the word for a total in hundredths."""
    for batas, nama in a.kategori:
        if total >= batas:
            return nama
    return KATEGORI[-1]


def ukur(p, a, daftar_kinerja=None):
    """The index of the Profil ``p`` under ``a``: dimensions, total, category, and each indicator.

    ``daftar_kinerja`` replaces ``p.kinerja`` when the predikat of a finished year was set after its end.
    """
    sebab = tidak_dihitung(p, a)
    if sebab:
        return Ukuran(False, False, sebab)
    tabel = a.kompetensi.get(p.jenis_jabatan)
    if tabel is None:
        return Ukuran(True, False, "jabatan_kosong")
    didik = kualifikasi(p, a)
    hasil = kinerja_dipakai(p.kinerja if daftar_kinerja is None else daftar_kinerja, a)
    capai = kinerja(hasil, a)
    butir, bangun = [didik], 0
    if a.bobot_dasar is not None:
        dasar = bobot_dasar(hasil, a)
        bangun = dasar.skor
        butir.append(dasar)
    for kode, skor in tabel.items():
        satu = UKUR_KOMPETENSI[kode](p, a, skor)
        bangun += satu.skor
        butir.append(satu)
    taat = disiplin(p, a)
    butir += (capai, taat)
    bangun, total = jumlahkan(didik.skor, bangun, capai.skor, taat.skor)
    perkiraan = hasil.tahun if hasil is not None and hasil.tahun != a.tahun_kinerja else None
    return Ukuran(
        True,
        True,
        "",
        didik.skor,
        bangun,
        capai.skor,
        taat.skor,
        total,
        kategori_nilai(total, a),
        tuple(butir),
        perkiraan,
    )


def jumlahkan(didik, bangun, capai, taat):
    """(kompetensi after its cap, total) of the scores in hundredths; the night and every what-if end here."""
    if bangun > MAKS_KOMPETENSI:
        bangun = MAKS_KOMPETENSI
    return bangun, didik + bangun + capai + taat


def bobot_dasar(k, a):
    """Section 3: base weight of competence by predikat in generation C; 0 without one (asumsi)."""
    if k is None:
        return Butir("bobot_dasar", 0, BELUM, ())
    skor = a.bobot_dasar.get(k.predikat)
    if skor is None:
        return Butir("bobot_dasar", 0, PERIKSA if k.predikat else BELUM, (k.id,), (k.tahun, k.predikat))
    return Butir("bobot_dasar", skor, MEMENUHI, (k.id,), (k.tahun, k.predikat))


def rata_gabungan(bagian, a):
    """Section 2.7: mean of several OPD weighted by persons, two decimals half-up; [(jumlah, rata_total)]."""
    jumlah = sum(n for n, _ in bagian)
    if not jumlah:
        return None, ""
    rata = sum((Decimal(n) * Decimal(str(r)) for n, r in bagian), Decimal(0)) / jumlah
    rata = rata.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    return rata, a.nama_kategori(rata)
