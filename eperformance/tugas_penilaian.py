"""Sumber tugas penilaian: bawahan yang belum dinilai, hasil yang menunggu pernyataan, capaian dan distribusi yang belum ditetapkan.

Composed without asking the database: which times are due follows from the calendar of the year.
"""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from eperformance.models import CapaianOrganisasi, DistribusiOpd, Evaluasi, MasaPerbaikan, PeriodeKinerja, Skp
from eperformance.penilai import BUPATI, SEKDA, dinilai, mengelola
from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import UnitKerja
from kepegawaian.tugas import Butir, Sumber, daftarkan

BATAS = 1000
PERMEN = "PermenPANRB 6/2022"


def _sah(nomor_q):
    """Evaluasi sah of the Skp at hand, of the times ``nomor_q``."""
    return Evaluasi.objects.filter(nomor_q, skp=OuterRef("pk"), status="sah")


def _tahunan_belum(hari_ini):
    """Skp ditetapkan whose year may be assessed today, or that ended earlier, without a yearly evaluation."""
    siap = Q(periode__nilai_mulai__lte=hari_ini) | Q(sampai__lt=hari_ini)
    return Skp.objects.filter(siap, status="ditetapkan")


@daftarkan
class MenilaiTahunan(Sumber):
    """Own staff whose yearly predikat is not set; due on the last day of the assessment."""

    kode = "kinerja_tahunan"
    untuk = ("atasan", "pimpinan")

    def angka(self, hak, hari_ini):
        daftar = _tahunan_belum(hari_ini).filter(dinilai(hak))
        return {
            "n": Hitung(daftar, BATAS),
            "tenggat": Larik(
                daftar.order_by("periode__nilai_sampai").values(
                    t=F("periode__nilai_sampai"), tahun=F("periode__tahun")
                )[:1]
            ),
        }

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("n"):
            b = baca(nilai["tenggat"][0], tanggal_=("t",))
            yield Butir(
                f"Nilai kinerja tahunan {n} bawahan", url=f"{reverse('eperformance:penilaian_list')}?masa={b.tahun}-0",
                tombol="Nilai", banyak=n, tenggat=b.t, ikon="star-half", dasar=PERMEN,
                uraian="Dua rating bagi tiap bawahan pada satu layar.",
                akibat="Predikat tahun itu tidak tercatat, dan kenaikan pangkat, TPP, serta indeksnya tertahan.",
            )  # fmt: skip


@daftarkan
class MenilaiPeriodik(Sumber):
    """Own staff without the evaluation of the last month or quarter that is over."""

    kode = "kinerja_periodik"
    untuk = ("atasan", "pimpinan")

    @staticmethod
    def _daftar(hak, hari_ini, periodik):
        nomor, akhir = _lewat(hari_ini, periodik)
        ada = _sah(Q(jenis="periodik", nomor=nomor))
        return Skp.objects.filter(
            dinilai(hak), periode__tahun=akhir.year, periode__periodik=periodik, mulai__lte=akhir, sampai__gte=_awal(akhir, periodik),
            status="ditetapkan",
        ).exclude(Exists(ada))  # fmt: skip

    def angka(self, hak, hari_ini):
        return {p: Hitung(self._daftar(hak, hari_ini, p), BATAS) for p in ("bulanan", "triwulan")}

    def susun(self, nilai, hak, hari_ini, acuan):
        for periodik in ("bulanan", "triwulan"):
            if n := nilai.get(periodik):
                nomor, akhir = _lewat(hari_ini, periodik)
                nama = "bulan lalu" if periodik == "bulanan" else f"triwulan {nomor}"
                yield Butir(
                    f"Evaluasi {nama}: {n} bawahan", tombol="Nilai", banyak=n, ikon="star-half", dasar=PERMEN,
                    url=f"{reverse('eperformance:penilaian_list')}?masa={akhir.year}-{nomor}", tenggat=akhir + timedelta(days=7),
                    uraian="Dilakukan dalam minggu pertama sesudah masanya berakhir.",
                    akibat="TPP yang bersumber predikat tidak dapat dihitung bagi mereka.",
                )  # fmt: skip


def _lewat(hari_ini, periodik):
    """(number, last day) of the last month or quarter that is over on that day."""
    lebar = 1 if periodik == "bulanan" else 3
    awal = hari_ini.replace(day=1)
    awal = awal.replace(month=(awal.month - 1) // lebar * lebar + 1)
    akhir = awal - timedelta(days=1)
    return akhir.month // lebar, akhir


def _awal(akhir, periodik):
    """First day of the month or quarter that ends on ``akhir``."""
    return akhir.replace(day=1, month=akhir.month - (0 if periodik == "bulanan" else 2))


@daftarkan
class TerimaHasil(Sumber):
    """My own yearly result waits for my word, or for the end of the days of keberatan."""

    kode = "kinerja_hasil"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        daftar = Evaluasi.objects.filter(
            skp__pegawai_id=hak.pegawai_id or 0, skp__status="dinilai", jenis__in=("tahunan", "akhir"), status="sah",
            diterima_pada=None, keberatan_sampai__gte=hari_ini, rincian__keberatan__isnull=True,
        )  # fmt: skip
        isi = daftar.order_by("keberatan_sampai").values(
            pk_skp=F("skp_id"), t=F("keberatan_sampai"), tahun=F("skp__periode__tahun"), nilai=F("predikat")
        )
        return {"daftar": Larik(isi[:5])}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("t",)) for x in nilai["daftar"]):
            yield Butir(
                f"Penilaian kinerja {b.tahun}: {b.nilai}", url=reverse("eperformance:skp_penilaian", args=[b.pk_skp]),
                tombol="Terima atau keberatan", tenggat=b.t, dasar="PP 30/2019", ikon="bullseye",
                uraian="Nyatakan menerima, atau ajukan keberatan sebelum batasnya.",
                akibat="Lewat batas tanpa keberatan, hasilnya dianggap diterima.",
            )  # fmt: skip


def _tahun_dinilai(hari_ini):
    """The year whose assessment is open, as subquery; at most one."""
    return PeriodeKinerja.objects.filter(nilai_mulai__lte=hari_ini, nilai_sampai__gte=hari_ini)


@daftarkan
class CapaianBelum(Sumber):
    """The pimpinan: perangkat daerah with SKP whose achievement of the year is not set."""

    kode = "kinerja_capaian"
    untuk = ("pimpinan",)

    def angka(self, hak, hari_ini):
        if BUPATI not in hak.kantor_luar and not any(k.kode == SEKDA for k in hak.kantor):
            return {}
        tahun = _tahun_dinilai(hari_ini)
        ada = CapaianOrganisasi.objects.filter(opd=OuterRef("pk"), periode__in=tahun.values("pk"), nomor=0)
        skp = Skp.objects.filter(opd=OuterRef("pk"), periode__in=tahun.values("pk"), status__in=Skp.SAH)
        return {"n": Hitung(UnitKerja.objects.filter(Exists(skp), ~Exists(ada), jenis="opd"), BATAS)}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("n"):
            yield Butir(
                f"Tetapkan capaian organisasi {n} perangkat daerah", url=reverse("eperformance:distribusi_list"), banyak=n,
                tombol="Buka daftar", ikon="bar-chart", dasar="SE Menteri PANRB", uraian="Langkah pertama penilaian tahunan.",
                akibat="Kepala perangkat daerahnya tidak dapat dinilai dan polanya tidak diketahui.",
            )  # fmt: skip


@daftarkan
class DistribusiBelum(Sumber):
    """The head of a perangkat daerah: the distribution of the year is not set though people are assessed."""

    kode = "kinerja_distribusi"
    untuk = ("kepala_opd",)

    def angka(self, hak, hari_ini):
        unit = [k.unit_id for k in hak.kantor if k.kepala and k.unit_id]
        tahun = _tahun_dinilai(hari_ini)
        ada = DistribusiOpd.objects.filter(opd=OuterRef("opd"), periode=OuterRef("periode"), nomor=0)
        daftar = Skp.objects.filter(opd__in=unit, periode__in=tahun.values("pk"), status__in=("dinilai", "keberatan"))
        return {"n": Hitung(daftar.exclude(Exists(ada)), BATAS)}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("n"):
            yield Butir(
                "Tetapkan distribusi predikat", url=reverse("eperformance:distribusi_list"), tombol="Periksa distribusi", banyak=1,
                ikon="bar-chart", dasar="SE Menteri PANRB", uraian=f"{n} pegawai sudah dinilai.",
                akibat="Penilaian pegawai perangkat daerah ini tidak dapat final.",
            )  # fmt: skip


@daftarkan
class PerbaikanBerakhir(Sumber):
    """SUB41: times to improve that are over without a next step."""

    kode = "kinerja_perbaikan"
    untuk = ("staf_bkd", "pejabat_bkd")

    def angka(self, hak, hari_ini):
        if not mengelola(hak, acuan_kini()):
            return {}
        return {"n": Hitung(MasaPerbaikan.objects.filter(status="berjalan", sampai__lt=hari_ini), BATAS)}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("n"):
            yield Butir(
                f"{n} masa perbaikan kinerja sudah berakhir", url=reverse("eperformance:perbaikan_list"), tombol="Catat langkahnya",
                banyak=n, ikon="arrow-up-right-circle", dasar="PP 30/2019 Pasal 56", uraian="Membaik, atau uji kompetensi.",
                akibat="Langkah sesudah masa perbaikan tidak diambil.",
            )  # fmt: skip
