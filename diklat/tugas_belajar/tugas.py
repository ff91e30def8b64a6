"""Sumber tugas: laporan semester saya, laporan yang menunggu diperiksa atau terlambat, tugas belajar yang masanya habis."""

from datetime import timedelta

from django.db.models import Count, F, Func, IntegerField, Q, Value
from django.urls import reverse

from diklat.models import LaporanSemester, TugasBelajar
from diklat.tugas_belajar import aturan, perbuatan
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan

BANYAK = 5


class SemesterLewat(Func):
    """Full semesters of six months between two dates (later, earlier), in the database."""

    function = "age"
    template = "(SELECT (EXTRACT(YEAR FROM a) * 12 + EXTRACT(MONTH FROM a))::int / 6 FROM age(%(expressions)s) a)"
    output_field = IntegerField()


def terlambat_lapor(hari_ini, acuan):
    """Running studies with more semesters past their deadline than reports sent; the last, shorter one aside."""
    batas = hari_ini - timedelta(days=acuan.setelan("tb_laporan_hari", hari_ini))
    terkirim = Count("laporan", filter=~Q(laporan__status="dikembalikan"))
    jalan = TugasBelajar.objects.filter(keadaan="berjalan", mulai__lt=batas)
    return jalan.annotate(
        kirim=terkirim, lewat=SemesterLewat(Value(batas), F("mulai"))
    ).filter(lewat__gt=F("kirim"))  # fmt: skip


@daftarkan
class LaporanSaya(Sumber):
    """The semester a student has to report next."""

    kode = "tb_saya"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        """The running study and the semesters that need no report any more."""
        jalan = TugasBelajar.objects.filter(pegawai_id=hak.pegawai_id or 0, keadaan="berjalan")
        kirim = LaporanSemester.objects.filter(tugas_belajar__in=jalan).exclude(status="dikembalikan")
        return {
            "jalan": Larik(jalan.values(kunci=F("id"), awal=F("mulai"), akhir=F("sampai"))[:1]),
            "kirim": Larik(kirim.order_by("semester").values(nomor=F("semester"))[:16]),
        }

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row for each semester that has ended without a report."""
        sudah = {baca(x).nomor for x in nilai["kirim"]}
        for b in (baca(x, tanggal_=("awal", "akhir")) for x in nilai["jalan"]):
            for s in aturan.semester(acuan, b.awal, b.akhir):
                if s.sampai < hari_ini and s.nomor not in sudah:
                    yield Butir(
                        f"Kirim laporan semester {s.nomor} tugas belajar", tombol="Kirim", ikon="backpack", tenggat=s.tenggat,
                        url=reverse("diklat:laporan_tb_create", args=[b.kunci, s.nomor]),
                        akibat="Laporan yang terlambat tampil pada pantauan BKD.", dasar="SE PANRB 28/2021",
                    )  # fmt: skip


@daftarkan
class PantauTugasBelajar(Sumber):
    """Reports to look at, and studies whose period is over, for the Subbid that owns them."""

    kode = "tb_pantau"
    untuk = ("staf_bkd", "pejabat_bkd")

    def angka(self, hak, hari_ini):
        """Asked only of who monitors."""
        if not perbuatan.kelola(hak, acuan_kini()):
            return {}
        lain = ~Q(tugas_belajar__pegawai_id=hak.pegawai_id or 0)
        habis = TugasBelajar.objects.filter(keadaan="berjalan", sampai__lt=hari_ini)
        return {
            "periksa": Hitung(LaporanSemester.objects.filter(lain, status="dikirim")),
            "lapor": Hitung(terlambat_lapor(hari_ini, acuan_kini())),
            "habis": Larik(
                habis.order_by("sampai").values(kunci=F("id"), nama=F("pegawai__kini__nama"), akhir=F("sampai"))[
                    :BANYAK
                ]
            ),
        }

    def susun(self, nilai, hak, hari_ini, acuan):
        """The pile of reports in one row; one row a person whose period is over."""
        if n := nilai.get("periksa"):
            yield Butir(
                f"{n} laporan semester tugas belajar menunggu diperiksa", banyak=n, tombol="Periksa", ikon="backpack",
                url=reverse("diklat:tugas_belajar_list") + "?tampil=periksa", akibat="Pegawainya belum tahu apakah laporannya diterima.",
            )  # fmt: skip
        if n := nilai.get("lapor"):
            yield Butir(
                f"{n} tugas belajar belum mengirim laporan semester", banyak=n, tombol="Lihat", ikon="backpack",
                url=reverse("diklat:tugas_belajar_list") + "?tampil=terlambat", tenggat=hari_ini,
                akibat="Kemajuan belajarnya tidak diketahui; ingatkan pegawai dan operatornya.", dasar="SE PANRB 28/2021",
            )  # fmt: skip
        for b in (baca(x, tanggal_=("akhir",)) for x in nilai.get("habis", ())):
            yield Butir(
                f"Tugas belajar {b.nama} habis masanya", url=reverse("diklat:tugas_belajar_detail", args=[b.kunci]),
                uraian=f"Berakhir {tulis_tanggal(b.akhir)}.", tombol="Buka", ikon="calendar2-x", tenggat=b.akhir + timedelta(days=30),
                akibat="Perpanjang, nyatakan selesai, atau hentikan; kedudukannya belum kembali aktif.", dasar="SE PANRB 28/2021",
            )  # fmt: skip
