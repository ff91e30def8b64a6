"""Evaluasi program: jangkauan, JP tiap ASN menurut OPD, biaya tiap JP, tiap kegiatan, keadaan sebelum dan sesudah. Set-based.

Reach and JP are read off RiwayatDiklat by SQL, cost off BiayaDiklat (only where it is known), gap and competence index off
the nightly DampakTahun (``dampak``): means of who took part and of who did not.
"""

from datetime import date

from django.db import connection
from django.db.models import Count, F, Q, Sum

from diklat.models import BiayaDiklat, DampakTahun, KegiatanPelatihan
from diklat.pengembangan.dampak import ikut_tahun

KELOMPOK = {
    "struktural": "Struktural",
    "fungsional": "Fungsional",
    "teknis": "Teknis",
    "seminar": "Seminar dan nonklasikal",
}


# People first, then groups: twice a hash instead of a sort for count(distinct).
PER_OPD_SQL = """
    SELECT k.opd_id, count(*), count(d.pegawai_id), coalesce(sum(d.jp), 0)
    FROM kepegawaian_profilkini k
    LEFT JOIN (SELECT pegawai_id, sum(jp) AS jp FROM kepegawaian_riwayatdiklat
               WHERE dibatalkan_pada IS NULL AND tmt BETWEEN %s AND %s GROUP BY 1) d ON d.pegawai_id = k.pegawai_id
    WHERE k.aktif AND k.opd_id IS NOT NULL GROUP BY 1"""
PER_TAHUN_SQL = """
    SELECT d.tahun, count(*), coalesce(sum(d.jp), 0)
    FROM (SELECT EXTRACT(YEAR FROM tmt)::int AS tahun, pegawai_id, sum(jp) AS jp FROM kepegawaian_riwayatdiklat
          WHERE dibatalkan_pada IS NULL AND tmt BETWEEN %s AND %s GROUP BY 1, 2) d GROUP BY 1"""


def _tanya(sql, dari, sampai):
    with connection.cursor() as kursor:
        kursor.execute(sql, [dari, sampai])
        return kursor.fetchall()


def per_opd(tahun, acuan):
    """[dict] of each OPD: asn, ikut, jp, jangkauan percent, jp_rata an ASN; one query. The active of today are counted."""
    hasil = [
        {"opd": opd, "nama": acuan.unit[opd].nama, "asn": asn, "ikut": ikut, "jp": int(jp),
         "jangkauan": 100 * ikut / asn, "jp_rata": int(jp) / asn}
        for opd, asn, ikut, jp in _tanya(PER_OPD_SQL, date(tahun, 1, 1), date(tahun, 12, 31)) if opd in acuan.unit
    ]  # fmt: skip
    return sorted(hasil, key=lambda b: (-b["jp_rata"], b["nama"]))


def per_tahun(tahun, banyak=5):
    """[(year, people, JP)] of the last years; one query."""
    awal = tahun - banyak + 1
    ada = {t: (n, int(jp)) for t, n, jp in _tanya(PER_TAHUN_SQL, date(awal, 1, 1), date(tahun, 12, 31))}
    return [(t, *ada.get(t, (0, 0))) for t in range(awal, tahun + 1)]


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
