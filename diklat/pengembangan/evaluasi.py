"""Evaluasi program: jangkauan, JP tiap ASN menurut OPD, biaya tiap JP, dan keadaan sebelum dan sesudah. Set-based.

Reach and JP are read off RiwayatDiklat by SQL, cost off BiayaDiklat (only where it is known), gap and competence index off
the nightly KebutuhanPegawai: means of who took part and of who did not.
"""

from datetime import date

from django.db.models import Avg, Count, Exists, F, OuterRef, Q, Sum

from diklat.models import BiayaDiklat, KebutuhanPegawai
from kepegawaian.models import ProfilKini, RiwayatDiklat

KELOMPOK = {
    "struktural": "Struktural",
    "fungsional": "Fungsional",
    "teknis": "Teknis",
    "seminar": "Seminar dan nonklasikal",
}


def diklat_tahun(tahun):
    """The trainings that count in a year."""
    return RiwayatDiklat.objects.filter(tmt__range=(date(tahun, 1, 1), date(tahun, 12, 31)), dibatalkan_pada=None)


def per_opd(tahun, acuan):
    """[dict] of each OPD: asn, ikut, jp, jangkauan percent, jp_rata an ASN; two queries. The active of today are counted."""
    orang = dict(
        ProfilKini.objects.filter(aktif=True, opd__isnull=False)
        .order_by()
        .values_list("opd_id")
        .annotate(n=Count("pk"))
    )
    ikut = diklat_tahun(tahun).filter(pegawai__kini__aktif=True).order_by().values(opd=F("pegawai__kini__opd_id"))
    isi = {b["opd"]: b for b in ikut.annotate(ikut=Count("pegawai_id", distinct=True), jp=Sum("jp"))}
    hasil = []
    for opd, asn in orang.items():
        if opd not in acuan.unit:
            continue
        b = isi.get(opd, {"ikut": 0, "jp": 0})
        jp = b["jp"] or 0
        hasil.append({"opd": opd, "nama": acuan.unit[opd].nama, "asn": asn, "ikut": b["ikut"], "jp": jp,
                      "jangkauan": 100 * b["ikut"] / asn, "jp_rata": jp / asn})  # fmt: skip
    return sorted(hasil, key=lambda b: (-b["jp_rata"], b["nama"]))


def per_tahun(tahun, banyak=5):
    """[(year, people, JP)] of the last years; one query."""
    semua = RiwayatDiklat.objects.filter(
        tmt__range=(date(tahun - banyak + 1, 1, 1), date(tahun, 12, 31)), dibatalkan_pada=None
    )
    isi = semua.order_by().values(t=F("tmt__year")).annotate(n=Count("pegawai_id", distinct=True), jp=Sum("jp"))
    ada = {b["t"]: (b["n"], b["jp"] or 0) for b in isi}
    return [(t, *ada.get(t, (0, 0))) for t in range(tahun - banyak + 1, tahun + 1)]


def per_kelompok(tahun):
    """[(name, trainings, JP)] by kind; one query."""
    isi = diklat_tahun(tahun).order_by().values(k=F("jenis__kelompok")).annotate(n=Count("pk"), jp=Sum("jp"))
    ada = {b["k"]: (b["n"], b["jp"] or 0) for b in isi}
    return [(nama, *ada.get(k, (0, 0))) for k, nama in KELOMPOK.items()]


def biaya(tahun):
    """[dict] by who paid: trainings, JP, rupiah, rupiah a JP; only those whose cost is known. One query."""
    semua = BiayaDiklat.objects.filter(tanggal__range=(date(tahun, 1, 1), date(tahun, 12, 31)))
    isi = semua.order_by().values("sumber").annotate(n=Count("pk"), jam=Sum("jp"), rupiah=Sum("jumlah"))
    nama = dict(BiayaDiklat.SUMBER)
    return [b | {"nama": nama[b["sumber"]], "tiap_jp": round(b["rupiah"] / b["jam"])} for b in isi]


def dampak(tahun):
    """{True, False}: took part in the year or not -> people and means before and after; None where nothing is measured.

    ``rata_*`` in points of the competence dimension (end of last year, now); ``celah_*`` levels missing, of those with two uji.
    One query; only for the running year, which the night computes.
    """
    ikut = Exists(diklat_tahun(tahun).filter(pegawai_id=OuterRef("pegawai_id")))
    dua, terukur = Q(celah_lalu__isnull=False, terukur=True), Q(ip_lalu__isnull=False, ip_kini__isnull=False)
    isi = KebutuhanPegawai.objects.annotate(ikut=ikut).order_by().values("ikut").annotate(
        orang=Count("pk"), rata_lalu=Avg("ip_lalu", filter=terukur), rata_kini=Avg("ip_kini", filter=terukur),
        celah_dulu=Avg("celah_lalu", filter=dua), celah_kini=Avg("celah_jumlah", filter=dua), diuji=Count("pk", filter=dua),
    )  # fmt: skip
    hasil = {}
    for b in isi:
        ip = {k: None if b[k] is None else b[k] / 100 for k in ("rata_lalu", "rata_kini")}
        hasil[b["ikut"]] = b | ip
    return hasil
