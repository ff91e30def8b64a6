"""Evaluasi program: jangkauan, JP tiap ASN menurut OPD, biaya tiap JP, tiap kegiatan, keadaan sebelum dan sesudah. Set-based.

Reach and JP are read off RiwayatDiklat by SQL, cost off BiayaDiklat (only where it is known), gap and competence index off
the nightly DampakTahun (``dampak``): means of who took part and of who did not.
"""

from datetime import date

from django.db import connection
from django.db.models import Count, F, Q, Sum

from diklat.models import BiayaDiklat, DampakTahun, KegiatanPelatihan
from diklat.pengembangan.dampak import ikut_tahun
from kepegawaian.models import ProfilKini, RiwayatDiklat

KELOMPOK = {
    "struktural": "Struktural",
    "fungsional": "Fungsional",
    "teknis": "Teknis",
    "seminar": "Seminar dan nonklasikal",
}


def per_opd(tahun, acuan):
    """[dict] of each OPD: asn, ikut, jp, jangkauan percent, jp_rata an ASN; two queries. The active of today are counted."""
    orang = dict(
        ProfilKini.objects.filter(aktif=True, opd__isnull=False)
        .order_by()
        .values_list("opd_id")
        .annotate(n=Count("pk"))
    )
    ikut = ikut_tahun(tahun).filter(pegawai__kini__aktif=True).order_by().values(opd=F("pegawai__kini__opd_id"))
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
    isi = ikut_tahun(tahun).order_by().values(k=F("jenis__kelompok")).annotate(n=Count("pk"), jp=Sum("jp"))
    ada = {b["k"]: (b["n"], b["jp"] or 0) for b in isi}
    return [(nama, *ada.get(k, (0, 0))) for k, nama in KELOMPOK.items()]


def biaya(tahun, banyak=5):
    """([dict] of the year by who paid: trainings, JP, rupiah, rupiah a JP; [(year, rupiah a JP or None)] of the last years).

    Only trainings whose cost is known. One query.
    """
    awal = tahun - banyak + 1
    semua = BiayaDiklat.objects.filter(tanggal__range=(date(awal, 1, 1), date(tahun, 12, 31))).order_by()
    isi = list(
        semua.values("sumber", t=F("tanggal__year")).annotate(n=Count("pk"), jam=Sum("jp"), rupiah=Sum("jumlah"))
    )
    nama, jalan = dict(BiayaDiklat.SUMBER), []
    menurut = [
        b | {"nama": nama[b["sumber"]], "tiap_jp": round(b["rupiah"] / b["jam"])} for b in isi if b["t"] == tahun
    ]
    for t in range(awal, tahun + 1):
        jam, rupiah = (sum(b[k] for b in isi if b["t"] == t) for k in ("jam", "rupiah"))
        jalan.append((t, round(rupiah / jam) if jam else None))
    return menurut, jalan


def dampak(tahun, banyak=5):
    """{year: {True, False: DampakTahun}} of the last years, as the night left them; one query."""
    hasil = {}
    for d in DampakTahun.objects.filter(tahun__range=(tahun - banyak + 1, tahun)):
        hasil.setdefault(d.tahun, {})[d.ikut] = d
    return hasil


# ── the trainings of the year, one by one ────────────────────────────────────────────────────────────

RATA_SQL = """
    SELECT p.kegiatan_id, e.tingkat, avg(j.value::numeric)::float
    FROM diklat_pesertapelatihan p
    JOIN (SELECT peserta_id, 1 AS tingkat, jawaban FROM diklat_evaluasipeserta
          UNION ALL SELECT peserta_id, 3, jawaban FROM diklat_evaluasipasca WHERE pada IS NOT NULL) e ON e.peserta_id = p.id
    CROSS JOIN LATERAL jsonb_each_text(e.jawaban) j
    WHERE p.kegiatan_id = ANY(%s) GROUP BY 1, 2"""


def per_kegiatan(tahun, banyak=100):
    """Kegiatan finished or being marked in the year, each with what came of it; two queries for any number.

    ``peserta_n``, ``lulus_n``; ``rata_1`` and ``rata_3`` (1-5), ``naik`` from first to last test; ``tiap_jp``: rupiah an hour
    and participant. None where nothing is known.
    """
    ikut, uji = Q(peserta__status="peserta"), Q(peserta__pre__isnull=False, peserta__post__isnull=False)
    isi = KegiatanPelatihan.objects.filter(selesai__year=tahun, tahap__in=("penilaian", "selesai")).annotate(
        peserta_n=Count("peserta", filter=ikut), lulus_n=Count("peserta", filter=ikut & Q(peserta__lulus=True)),
        uji_n=Count("peserta", filter=ikut & uji), awal=Sum("peserta__pre", filter=ikut & uji),
        akhir=Sum("peserta__post", filter=ikut & uji),
    ).select_related("pelatihan").order_by("-selesai", "pk")  # fmt: skip
    isi = list(isi[:banyak])
    with connection.cursor() as kursor:
        kursor.execute(RATA_SQL, [[k.pk for k in isi]])
        rata = {(k, tingkat): nilai for k, tingkat, nilai in kursor.fetchall()}
    for k in isi:
        k.rata_1, k.rata_3 = rata.get((k.pk, 1)), rata.get((k.pk, 3))
        k.naik = float(k.akhir - k.awal) / k.uji_n if k.uji_n else None
        jam = (k.jp or 0) * k.peserta_n
        k.tiap_jp = round(k.biaya / jam) if k.biaya is not None and jam else None
    return isi
