"""Menunggu Anda: isi kotak kerja menurut umur dan menurut langkah, yang terlambat lebih dulu."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Avg, Count, F, FloatField, Min, Q, Subquery
from django.db.models.functions import Extract

from layanan import katalog
from layanan.models import LangkahUsulan
from layanan.tampilan import sebut_sisa
from tata_kelola.beranda.hitung import Larik, awal_hari, baca

UNTUK = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "atasan")
BANYAK = 6
HARI_RATA = 90


@dataclass(slots=True)
class Kotak:
    """What waits: figures, the most urgent, and one row for each step."""

    menunggu: int
    lewat: int
    hari_ini: int
    rata_hari: float | None
    mendesak: list = field(default_factory=list)
    langkah: list = field(default_factory=list)


def _menunggu(hak):
    return LangkahUsulan.objects.filter(hak.saring_menunggu(), usulan__status="diproses")


def angka(request):
    """Expressions of this section."""
    hak, hari_ini = request.hak, request.hari_ini
    menunggu = _menunggu(hak)
    saya = LangkahUsulan.objects.filter(
        oleh_id=hak.pengguna_id, selesai_pada__gte=awal_hari(hari_ini - timedelta(days=HARI_RATA))
    )
    return {
        "kotak_mendesak": Larik(
            menunggu.order_by("batas", "id").values(
                nomor=F("usulan__nomor"), slug=F("usulan__layanan"), ringkas=F("usulan__ringkas"), langkah=F("nama"),
                sampai=F("batas"), orang=F("usulan__pegawai__kini__nama"), nip=F("usulan__pegawai__nip"),
                opd=F("usulan__opd__nama"),
            )[:BANYAK]
        ),
        "kotak_langkah": Larik(
            menunggu.order_by().values(slug=F("usulan__layanan"), kode_=F("kode"), nama_=F("nama")).annotate(
                banyak=Count("pk"), lewat=Count("pk", filter=Q(batas__lt=hari_ini)),
                kini=Count("pk", filter=Q(batas=hari_ini)), tertua=Min("masuk_pada"),
            )
        ),
        "kotak_rata": Subquery(
            saya.order_by().values(satu=F("oleh_id")).values(
                rata=Avg(Extract(F("selesai_pada") - F("masuk_pada"), "epoch"), output_field=FloatField())
            )
        ),
    }  # fmt: skip


def nama_layanan(slug):
    """Name of a layanan, its slug when the code no longer knows it."""
    try:
        return katalog.ambil(slug).nama
    except KeyError:
        return slug


def susun(request, nilai):
    """The Kotak of the values asked."""
    langkah = [baca(b, waktu_=("tertua",)) for b in nilai["kotak_langkah"]]
    for satu in langkah:
        satu.layanan = nama_layanan(satu.slug)
        satu.umur = (request.hari_ini - satu.tertua.date()).days
    langkah.sort(key=lambda s: (-s.lewat, -s.banyak, s.layanan, s.nama_))
    mendesak = [baca(b, tanggal_=("sampai",)) for b in nilai["kotak_mendesak"]]
    for satu in mendesak:
        satu.layanan = nama_layanan(satu.slug)
        satu.uraian = " · ".join(x for x in (satu.langkah, satu.ringkas) if x)
        sisa = request.acuan.selisih_hari_kerja(request.hari_ini, satu.sampai) if satu.sampai else None
        satu.sisa_teks = "" if sisa is None else sebut_sisa(sisa)
        satu.sisa_jenis = "netral" if sisa is None or sisa > 1 else "perhatian" if sisa >= 0 else "gagal"
    rata = nilai["kotak_rata"]
    return Kotak(
        menunggu=sum(s.banyak for s in langkah),
        lewat=sum(s.lewat for s in langkah),
        hari_ini=sum(s.kini for s in langkah),
        rata_hari=None if rata is None else rata / 86400,
        mendesak=mendesak,
        langkah=langkah,
    )
