"""Sebelum dan sesudah satu tahun: dimensi kompetensi IP ASN dan celah, pada yang ikut pelatihan dan pada yang tidak.

The night keeps sums, not people: two rows of DampakTahun a year. A year that is over is folded once from the Profil of its
last day, and again in the first months of the next one, while its certificates are still coming in. Both measures of the
index take the post of the end of the year and the predikat known by then, so that neither a promotion nor an assessment
passes for what the training did.
"""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, Sum

from diklat.models import DampakTahun, KebutuhanPegawai
from kepegawaian import ukuran_kompetensi as ukuran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan_kompetensi import celah, hasil_sah
from kepegawaian.models import RiwayatDiklat
from kepegawaian.profil import profil
from kepegawaian.standar import Standar

BAGIAN = tuple(dict.fromkeys((*ukuran.BAGIAN, "unit", "kompetensi")))
TAHUN_LALU = 5
BULAN_SUSULAN = 3  # until the end of March last year's certificates are still verified
ANGKA = ("orang", "terukur", "ip_lalu", "ip_kini", "diuji", "celah_lalu", "celah_kini")


def ip_sebelum(p, acuan, tahun):
    """The competence dimension at the end of ``tahun``: the post of the Profil, the trainings finished by then."""
    akhir = date(tahun, 12, 31)
    if any(d.tanggal_selesai > akhir for d in p.diklat):
        p = replace(p, diklat=tuple(d for d in p.diklat if d.tanggal_selesai <= akhir))
    return ukuran.kompetensi(p, acuan, tahun, berjalan=False)


def uji_sebelum(p, tanggal):
    """The result before the one that counts, when that one is of the year of ``tanggal``; else None."""
    semua = sorted((u for u in p.uji_kompetensi if u.tmt <= tanggal), key=lambda u: u.tmt)
    return semua[-2] if len(semua) > 1 and semua[-1].tmt.year == tanggal.year else None


def celah_menurut(butuh, uji):
    """{kode: levels missing} against the standard, only what is missing."""
    return {c.kode: c.selisih for c in celah(butuh, dict(uji.nilai) if uji else None) if c.selisih}


def ikut_tahun(tahun):
    """RiwayatDiklat that stand and were finished in the year."""
    return RiwayatDiklat.objects.filter(tmt__range=(date(tahun, 1, 1), date(tahun, 12, 31)), dibatalkan_pada=None)


# ── the night ────────────────────────────────────────────────────────────────────────────────────────


def hitung(tanggal):
    """The running year from the needs of tonight, and each year before it that is missing; returns the years written."""
    _simpan(tanggal.year, tanggal, _kini(tanggal.year))
    ada = {d.tahun: d.per for d in DampakTahun.objects.filter(ikut=True)}
    susulan = tanggal.year - 1 if tanggal.month <= BULAN_SUSULAN else None
    lama = [t for t in range(tanggal.year - TAHUN_LALU, tanggal.year) if t == susulan or ada.get(t) != date(t, 12, 31)]
    for t in lama:
        hitung_tahun(t)
    return [*lama, tanggal.year]


def hitung_tahun(tahun):
    """Folds everybody who was active on the last day of a year that is over."""
    akhir, acuan = date(tahun, 12, 31), acuan_kini()
    standar, jumlah = Standar(akhir), {ya: dict.fromkeys(ANGKA, 0) for ya in (True, False)}
    for p in profil(per=akhir, bagian=BAGIAN):
        if p.aktif and not p.berhenti:
            _tambah(jumlah[any(d.tanggal_selesai.year == tahun for d in p.diklat)], p, akhir, acuan, standar)
    _simpan(tahun, akhir, jumlah)


def _tambah(angka, p, akhir, acuan, standar):
    angka["orang"] += 1
    kini = ukuran.kompetensi(p, acuan, akhir.year, berjalan=True)
    lalu = ip_sebelum(p, acuan, akhir.year - 1) if kini else None
    if lalu:
        angka["terukur"] += 1
        angka["ip_lalu"] += lalu.skor
        angka["ip_kini"] += kini.skor
    uji, dulu = hasil_sah(p.uji_kompetensi, akhir), uji_sebelum(p, akhir)
    butuh = (
        uji
        and dulu
        and standar.menurut(p.jabatan_id, p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    )
    if butuh:
        angka["diuji"] += 1
        angka["celah_lalu"] += sum(celah_menurut(butuh, dulu).values())
        angka["celah_kini"] += sum(celah_menurut(butuh, uji).values())


def _kini(tahun):
    """The sums of the running year off KebutuhanPegawai; one query."""
    ikut = Exists(ikut_tahun(tahun).filter(pegawai_id=OuterRef("pegawai_id")))
    dua, terukur = Q(celah_lalu__isnull=False, terukur=True), Q(ip_lalu__isnull=False, ip_kini__isnull=False)
    isi = KebutuhanPegawai.objects.annotate(ikut=ikut).order_by().values("ikut").annotate(
        n_orang=Count("pk"), n_terukur=Count("pk", filter=terukur), n_ip_lalu=Sum("ip_lalu", filter=terukur),
        n_ip_kini=Sum("ip_kini", filter=terukur), n_diuji=Count("pk", filter=dua), n_celah_lalu=Sum("celah_lalu", filter=dua),
        n_celah_kini=Sum("celah_jumlah", filter=dua),
    )  # fmt: skip
    hasil = {ya: dict.fromkeys(ANGKA, 0) for ya in (True, False)}
    for b in isi:
        hasil[b["ikut"]] = {k: b[f"n_{k}"] or 0 for k in ANGKA}
    return hasil


@transaction.atomic
def _simpan(tahun, per, jumlah):
    DampakTahun.objects.filter(tahun=tahun).delete()
    DampakTahun.objects.bulk_create(
        DampakTahun(tahun=tahun, ikut=ya, per=per, **angka) for ya, angka in jumlah.items()
    )
