"""Ke depan: yang jatuh tempo dan rata-rata indeks, dari hitungan semalam; diri sendiri, OPD, dan seluruh instansi."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, OuterRef, Sum

from indeks.models import HasilIndeks, JatuhTempo, PutaranIndeks, RataUnit, RekapTempo
from kepegawaian.aturan import tambah_bulan
from layanan import katalog
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Larik, baca
from tata_kelola.beranda.opd import unit_dilayani

UNTUK = ("operator_opd", "kepala_opd", "pejabat_bkd", "pimpinan")
BANYAK = 8
BANYAK_DIRI = 4


@dataclass(slots=True)
class KeDepan:
    """What comes for a unit: counts with the month they lie in, people due this month, the mean index."""

    kp: int
    kp_bulan: date
    kgb: int
    kgb_bulan: date
    pensiun: int
    kontrak: int
    dihitung: bool
    rata: object = None
    kategori: list = field(default_factory=list)
    orang: list = field(default_factory=list)
    lebih: bool = False
    melayani: bool = False
    unit_id: int | None = None


def putaran_tempo():
    """Id of the run whose due dates are shown, as a subquery."""
    return PutaranIndeks.objects.filter(tempo_kini=True).order_by().values("pk")[:1]


def putaran_indeks():
    """Id of the run whose scores are shown, as a subquery."""
    return PutaranIndeks.objects.filter(kini=True).order_by("-tanggal", "-generasi").values("pk")[:1]


def unit_teratas(hak, acuan):
    """The highest units whose figures he sees; empty for the whole agency."""
    if hak.punya("pejabat_bkd", "pimpinan"):
        return []
    unit = unit_dilayani(hak)
    return sorted(u for u in unit if u in acuan.unit and acuan.unit[u].induk_id not in unit)


def bulan_tampil(request):
    """(month of the next KP period, month whose KGB letters are made now)."""
    awal = request.hari_ini.replace(day=1)
    maju = request.acuan.setelan("kgb_terbit_bulan_sebelum", request.hari_ini)
    kp = next((b for b in (tambah_bulan(awal, n) for n in range(1, 13)) if _bulan_kp(request.acuan, b)), awal)
    return kp, tambah_bulan(awal, maju)


def _bulan_kp(acuan, bulan):
    entri = acuan.bulan_kp(bulan)
    return entri is not None and bulan.month in entri.nilai


def angka(request):
    """Expressions of this section."""
    unit = unit_teratas(request.hak, request.acuan)
    awal = request.hari_ini.replace(day=1)
    rekap = RekapTempo.objects.filter(
        putaran_id__in=putaran_tempo(), bulan__gte=awal, bulan__lt=tambah_bulan(awal, 12)
    )
    rata = RataUnit.objects.filter(putaran_id__in=putaran_indeks(), kelompok__in=("", "kategori"))
    rekap = rekap.filter(unit_id__in=unit) if unit else rekap.filter(unit__isnull=True)
    rata = rata.filter(unit_id__in=unit) if unit else rata.filter(unit__isnull=True)
    hasil = {
        "depan_rekap": Larik(
            rekap.order_by().values(macam=F("jenis"), pada=F("bulan")).annotate(banyak=Sum("jumlah"))
        ),
        "depan_rata": Larik(
            rata.order_by()
            .values(golong=F("kelompok"), isi=F("nilai"))
            .annotate(semua=Sum("populasi"), ukur=Sum("terukur"), total_=Sum("jumlah"))
        ),
        "depan_putaran": Larik(PutaranIndeks.objects.filter(tempo_kini=True).order_by().values(per=F("tanggal"))[:1]),
    }
    if unit_dilayani(request.hak):
        hasil["depan_orang"] = Larik(_orang(request))
    return hasil


def _orang(request):
    """People of his units due this month or the next for KGB or KP, without a running usulan of that layanan."""
    awal = request.hari_ini.replace(day=1)
    berjalan = Usulan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), layanan=OuterRef("layanan"), status__in=Usulan.BERJALAN
    )
    tempo = JatuhTempo.objects.filter(
        putaran_id__in=putaran_tempo(), jenis__in=("kgb", "kp"), tanggal__gte=awal,
        tanggal__lt=tambah_bulan(awal, 3), unit_id__in=sorted(unit_dilayani(request.hak)),
    ).exclude(layanan="")  # fmt: skip
    tempo = tempo.annotate(nomor_usulan=berjalan.order_by("-id").values("nomor")[:1])
    return tempo.order_by("tanggal", "pegawai_id").values(
        nip=F("pegawai__nip"), nama=F("pegawai__kini__nama"), macam=F("jenis"), slug=F("layanan"), pada=F("tanggal"),
        keadaan=F("layak"), isi=F("keterangan"), usulan=F("nomor_usulan"),
    )[: BANYAK + 1]  # fmt: skip


def susun(request, nilai):
    """The KeDepan of the values asked."""
    rekap = [baca(b, tanggal_=("pada",)) for b in nilai["depan_rekap"]]
    kp, kgb = bulan_tampil(request)

    def jumlah(macam, bulan=None):
        return sum(r.banyak for r in rekap if r.macam == macam and bulan in (None, r.pada))

    rata = [baca(b) for b in nilai["depan_rata"]]
    semua = next((r for r in rata if r.golong == ""), None)
    orang = [baca(b, tanggal_=("pada",)) for b in nilai.get("depan_orang", ())]
    for satu in orang:
        satu.tanda, satu.tanda_jenis = tanda(satu.keadaan, satu.isi)
        satu.layanan = nama(satu.slug, satu.macam)
        satu.kalimat = satu.isi.get("kalimat", "")
        satu.boleh = "operator_opd" in request.hak.peran and satu.keadaan != "tidak"
    unit = unit_teratas(request.hak, request.acuan)
    return KeDepan(
        kp=jumlah("kp", kp),
        kp_bulan=kp,
        kgb=jumlah("kgb", kgb),
        kgb_bulan=kgb,
        pensiun=jumlah("pensiun"),
        kontrak=jumlah("kontrak"),
        dihitung=bool(nilai["depan_putaran"]),
        rata=round(semua.total_ / semua.ukur, 2) if semua and semua.ukur else None,
        kategori=[(r.isi, r.ukur) for r in rata if r.golong == "kategori"],
        orang=orang[:BANYAK],
        lebih=len(orang) > BANYAK,
        melayani=bool(unit_dilayani(request.hak)),
        unit_id=unit[0] if len(unit) == 1 else None,
    )


def nama(slug, macam):
    """What a due date is called: the layanan that answers it, else its kind."""
    try:
        return katalog.ambil(slug).nama
    except KeyError:
        return dict(JatuhTempo.JENIS).get(macam, macam)


def tanda(layak, keterangan):
    """(words, kind) of the tag of a due date."""
    if layak == "ya":
        return "Syarat lengkap", "terpenuhi"
    if layak == "menunggu":
        return "menunggu waktu", "netral"
    kurang = len(keterangan.get("kode", ()))
    if layak == "tidak":
        return f"{kurang or 1} syarat lagi", "perhatian"
    return f"{kurang} perlu diperiksa" if kurang else "perlu diperiksa", "perhatian"


# ── the person himself ───────────────────────────────────────────────────────────────────────────────


def angka_diri():
    """Expressions over ProfilKini: own due dates and own index of last night."""
    tempo = JatuhTempo.objects.filter(putaran_id__in=putaran_tempo(), pegawai_id=OuterRef("pk"))
    hasil = HasilIndeks.objects.filter(putaran_id__in=putaran_indeks(), pegawai_id=OuterRef("pk"))
    return {
        "tempo": Larik(
            tempo.order_by("tanggal").values(
                macam=F("jenis"), slug=F("layanan"), pada=F("tanggal"), keadaan=F("layak"), isi=F("keterangan"),
            )
        ),
        "hasil_indeks": Larik(
            hasil.order_by().values(
                "kualifikasi", "kompetensi", "kinerja", "disiplin", "total", "kategori", "fakta", "jenis_jabatan",
                tahun=F("putaran__tahun"), per=F("putaran__tanggal"),
            )[:1]
        ),
    }  # fmt: skip


def susun_diri(kini):
    """([due dates of the person], his index or None) from the annotations of ``angka_diri``."""
    tempo = [baca(b, tanggal_=("pada",)) for b in kini.tempo]
    for satu in tempo:
        satu.tanda, satu.tanda_jenis = tanda(satu.keadaan, satu.isi)
        satu.nama = nama(satu.slug, satu.macam)
        satu.kalimat = satu.isi.get("kalimat", "")
    indeks = baca(kini.hasil_indeks[0], tanggal_=("per",)) if kini.hasil_indeks else None
    return tempo[:BANYAK_DIRI], indeks
