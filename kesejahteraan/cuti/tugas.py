"""Sumber tugas cuti: CLTN yang berakhir dan pegawainya belum diaktifkan kembali."""

from django.db.models import F, Q
from django.urls import reverse

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import KEDUDUKAN_CLTN
from kepegawaian.hitung import Larik, baca
from kepegawaian.models import RiwayatTinggal
from kepegawaian.tugas import Butir, Sumber, daftarkan
from kesejahteraan.cuti.aturan import cltn
from layanan import katalog
from layanan.wewenang import staf_pemilik

BANYAK = 5


@daftarkan
class CltnBerakhir(Sumber):
    """Who must report after CLTN, for the operator of his unit and the staff that own the service."""

    kode = "cltn"
    untuk = ("operator_opd", "staf_bkd")

    def angka(self, hak, hari_ini):
        """The first few, the longest over on top."""
        lingkup = Q(pegawai__kini__unit_id__salah_satu=hak.unit_operator) if hak.unit_operator else Q(pk__in=())
        if hak.punya("staf_bkd") and staf_pemilik(katalog.ambil("cltn-aktif"), hak):
            lingkup = Q()
        baris = RiwayatTinggal.objects.filter(
            lingkup, jenis="CLTN", dibatalkan_pada__isnull=True, sampai__lt=hari_ini,
            pegawai__kini__kedudukan_id__in=KEDUDUKAN_CLTN,
        ).order_by("sampai", "pk")  # fmt: skip
        return {"berakhir": Larik(baris.values(nama=F("pegawai__kini__nama"), akhir=F("sampai"))[:BANYAK])}

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row a person."""
        for b in (baca(x, tanggal_=("akhir",)) for x in nilai["berakhir"]):
            keadaan, batas = cltn.keadaan(acuan, b.akhir, hari_ini)
            yield Butir(
                f"Proses pengaktifan kembali {b.nama} sesudah CLTN", url=reverse("kesejahteraan:cltn_list"), tombol="Lihat CLTN",
                uraian=f"CLTN berakhir {tulis_tanggal(b.akhir)}.", ikon="calendar2-x", tenggat=batas,
                akibat="Lewat batas melapor: diproses pemberhentiannya karena tidak melapor."
                if keadaan == cltn.LEWAT
                else "Yang tidak melapor satu bulan sesudah CLTN berakhir diberhentikan.",
                dasar="PP 11/2017 Pasal 334-337",
            )  # fmt: skip
