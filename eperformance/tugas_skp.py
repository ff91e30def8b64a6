"""Sumber tugas penyusunan SKP: belum dibuat, draf atau dikembalikan, dan yang menunggu penetapan saya."""

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

import eperformance.skp.lencana  # noqa: F401 - registers the badge
from eperformance.models import PeriodeKinerja, Skp
from eperformance.penilai import dinilai
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan

DISIPLIN = "Tidak menyusun SKP ialah pelanggaran disiplin."


@daftarkan
class SkpSaya(Sumber):
    """My SKP: not made in a year that is open, still a draft, or returned with a reason."""

    kode = "skp_saya"
    untuk = ("asn",)

    @staticmethod
    def _terbuka(hak):
        milik = Skp.objects.filter(pegawai_id=hak.pegawai_id or 0, status__in=Skp.TERBUKA)
        return milik.filter(periode__nilai_sampai__gte=hak.per)

    @staticmethod
    def _tanpa(hak, hari_ini):
        # One that ended in mid-year leaves the rest of it open.
        ada = Skp.objects.filter(pegawai_id=hak.pegawai_id or 0, periode=OuterRef("pk"), sampai__gte=hari_ini)
        ada = ada.exclude(status="batal")
        buka = PeriodeKinerja.objects.filter(
            susun_mulai__lte=hari_ini, nilai_sampai__gte=hari_ini, tahun__gte=hari_ini.year
        )
        return buka.exclude(Exists(ada))

    def angka(self, hak, hari_ini):
        kolom = {
            "kunci": F("id"), "keadaan": F("status"), "sebab": F("catatan_akhir"), "th": F("periode__tahun"),
            "batas": F("periode__tetap_sampai"),
        }  # fmt: skip
        tanpa = self._tanpa(hak, hari_ini).order_by("tahun")
        return {
            "terbuka": Larik(self._terbuka(hak).order_by("pk").values(**kolom)[:4]),
            "tanpa": Larik(tanpa.values(th=F("tahun"), batas=F("tetap_sampai"))[:2]),
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._terbuka(hak).filter(status="dikembalikan"))

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("batas",)) for x in nilai["tanpa"]):
            yield Butir(
                f"Susun SKP {b.th}", url=reverse("eperformance:skp_saya"), tombol="Mulai", tenggat=b.batas,
                uraian=f"Ditetapkan penilai paling lambat {tulis_tanggal(b.batas)}.", akibat=DISIPLIN, dasar="PP 94/2021",
                ikon="bullseye",
            )  # fmt: skip
        for b in (baca(x, tanggal_=("batas",)) for x in nilai["terbuka"]):
            kembali = b.keadaan == "dikembalikan"
            yield Butir(
                f"Perbaiki SKP {b.th}" if kembali else f"Ajukan SKP {b.th}", tenggat=b.batas,
                url=reverse("eperformance:skp_detail", args=[b.kunci]), tombol="Perbaiki" if kembali else "Lanjutkan",
                uraian=b.sebab if kembali else "Drafnya belum Anda ajukan kepada penilai.", ikon="bullseye",
                akibat="SKP yang belum ditetapkan tidak dapat dinilai.", dasar="PP 30/2019",
            )  # fmt: skip


@daftarkan
class SkpMenunggu(Sumber):
    """SKP that wait for my decision."""

    kode = "skp_menunggu"
    untuk = ("atasan", "pimpinan")

    @staticmethod
    def _menunggu(hak):
        return Skp.objects.filter(dinilai(hak), status="diajukan")

    def angka(self, hak, hari_ini):
        if not (hak.kantor or hak.kantor_luar):
            return {}
        semua = self._menunggu(hak)
        batas = semua.order_by("periode__tetap_sampai").values(
            batas=F("periode__tetap_sampai"), th=F("periode__tahun")
        )
        return {"banyak": Hitung(semua), "batas": Larik(batas[:1])}

    def lencana(self, hak, hari_ini):
        return Hitung(self._menunggu(hak)) if hak.kantor or hak.kantor_luar else None

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("banyak"):
            b = baca(nilai["batas"][0], tanggal_=("batas",))
            yield Butir(
                f"{n} SKP bawahan menunggu penetapan Anda", tombol="Periksa", tenggat=b.batas, banyak=n, ikon="people",
                url=f"{reverse('eperformance:skp_bawahan')}?tahun={b.th}&keadaan=diajukan", dasar="PP 30/2019",
                akibat="Mereka belum punya sasaran yang sah untuk dinilai.",
            )  # fmt: skip
