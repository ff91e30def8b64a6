"""Ke depan: banyaknya yang jatuh tempo dan rata-rata indeks, OPD atau seluruh instansi, dari hitungan semalam."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, OuterRef, Subquery, Sum

from indeks.models import JatuhTempo, PutaranIndeks, RataUnit, RekapTempo
from indeks.rekap_tampil import unit_teratas
from indeks.tampilan import nama_tempo
from indeks.views import seluruh
from kepangkatan.aturan import periode
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Larik, baca

UNTUK = ("operator_opd", "kepala_opd", "pejabat_bkd", "pimpinan")
BANYAK = 6


@dataclass(slots=True)
class KeDepan:
    """What comes for a unit: counts with the month they lie in, people due this month, the mean index."""

    kp: int
    kp_bulan: date
    usul_bulan: date
    usul_tutup: date
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
    berdaftar: bool = True


def putaran_tempo():
    """Id of the run whose due dates are shown, as a subquery."""
    return PutaranIndeks.objects.filter(tempo_kini=True).order_by().values("pk")[:1]


def putaran_indeks():
    """Id of the run whose scores are shown, as a subquery."""
    return PutaranIndeks.objects.perorangan().order_by("-tanggal", "-generasi").values("pk")[:1]


def _unit(request):
    """Units whose figures he sees, as the pages of ``indeks`` show them; None for the whole agency."""
    return None if seluruh(request.hak) else unit_teratas(request.hak, request.acuan)


def _lingkup(queryset, unit):
    return queryset.filter(unit__isnull=True) if unit is None else queryset.filter(unit_id__in=unit)


def bulan_tampil(request):
    """Months to show: (next TMT of a KP, TMT one can still propose for, its last day, month of the KGB letters)."""
    hari_ini, acuan = request.hari_ini, request.acuan
    kgb = tambah_bulan(hari_ini.replace(day=1), acuan.setelan("kgb_terbit_bulan_sebelum", hari_ini))
    mendatang = periode.periode_mendatang(acuan, hari_ini) or [kgb]
    for tmt in mendatang:
        tutup = periode.jendela_usul(acuan, tmt)[1]
        if tutup >= hari_ini:
            return mendatang[0], tmt, tutup, kgb
    return mendatang[0], mendatang[0], hari_ini, kgb


def angka(request):
    """Expressions of this section."""
    awal = request.hari_ini.replace(day=1)
    rekap = RekapTempo.objects.filter(
        putaran_id=Subquery(putaran_tempo()), bulan__gte=awal, bulan__lt=tambah_bulan(awal, 12)
    )
    rata = RataUnit.objects.filter(putaran_id=Subquery(putaran_indeks()), kelompok__in=("", "kategori"))
    rekap, rata = (_lingkup(q, _unit(request)) for q in (rekap, rata))
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
    if "operator_opd" in request.hak.peran:
        hasil["depan_orang"] = Larik(_orang(request))
    return hasil


def _orang(request):
    """People of his units due within three months for KGB or KP, each with his running usulan of that layanan."""
    awal = request.hari_ini.replace(day=1)
    berjalan = Usulan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), layanan=OuterRef("layanan"), status__in=Usulan.BERJALAN
    )
    tempo = JatuhTempo.objects.filter(
        putaran_id=Subquery(putaran_tempo()), jenis__in=("kgb", "kp"), tanggal__gte=awal,
        tanggal__lt=tambah_bulan(awal, 3),
        unit_id__salah_satu=request.hak.unit_operator,
    ).exclude(layanan="")  # fmt: skip
    # Names and usulan are looked up for the few rows shown, after the limit, not for everybody who is due.
    orang = ProfilKini.objects.filter(pegawai_id=OuterRef("pegawai_id")).order_by()
    tempo = tempo.annotate(
        usulan=Subquery(berjalan.order_by("-id").values("nomor")[:1]),
        nama=Subquery(orang.values("nama")[:1]),
        nip=Subquery(orang.values("nip")[:1]),
    )
    return tempo.order_by("tanggal", "pegawai_id").values(
        "nip", "nama", "usulan", macam=F("jenis"), slug=F("layanan"), pada=F("tanggal"),
        keadaan=F("layak"), isi=F("keterangan"),
    )[: BANYAK + 1]  # fmt: skip


def susun(request, nilai):
    """The KeDepan of the values asked."""
    rekap = [baca(b, tanggal_=("pada",)) for b in nilai["depan_rekap"]]
    kp, usul, tutup, kgb = bulan_tampil(request)

    def jumlah(macam, bulan=None):
        return sum(r.banyak for r in rekap if r.macam == macam and bulan in (None, r.pada))

    rata = [baca(b) for b in nilai["depan_rata"]]
    semua = next((r for r in rata if r.golong == ""), None)
    orang = [baca(b, tanggal_=("pada",)) for b in nilai.get("depan_orang", ())]
    for satu in orang:
        satu.tanda, satu.tanda_jenis = tanda(satu.keadaan, satu.isi)
        satu.layanan = nama_tempo(satu.macam, satu.slug)
        satu.uraian = satu.layanan if satu.keadaan == "ya" else f"{satu.layanan}. {satu.isi.get('kalimat', '')}"
        satu.boleh = satu.keadaan != "tidak"
    return KeDepan(
        kp=jumlah("kp", kp),
        kp_bulan=kp,
        usul_bulan=usul,
        usul_tutup=tutup,
        kgb=jumlah("kgb", kgb),
        kgb_bulan=kgb,
        pensiun=jumlah("pensiun"),
        kontrak=jumlah("kontrak"),
        dihitung=bool(nilai["depan_putaran"]),
        rata=round(semua.total_ / semua.ukur, 2) if semua and semua.ukur else None,
        kategori=[(r.isi, r.ukur) for r in rata if r.golong == "kategori"],
        orang=orang[:BANYAK],
        lebih=len(orang) > BANYAK,
        melayani="operator_opd" in request.hak.peran,
        berdaftar=_unit(request) != [],
    )


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
