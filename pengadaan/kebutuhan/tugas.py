"""Sumber tugas kebutuhan: analisis dan rencana yang menunggu diperiksa atau dikembalikan, dan langkah usul formasi."""

from django.db.models import Count, F, Q
from django.urls import reverse

from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan
from pengadaan.kebutuhan.aturan_rencana import batas_penyampaian
from pengadaan.kebutuhan.hak import KASUBBID, memegang_kantor, merekam_bupati
from pengadaan.kebutuhan.usul import JALAN
from pengadaan.menu import mengelola
from pengadaan.models import AnalisisJabatan, RencanaKebutuhan, UsulFormasi

AKIBAT_ABK = "Tanpa analisis yang sah jabatan itu tidak dapat diusulkan formasinya."
AKIBAT_RENCANA = "Usul kebutuhan kabupaten terlambat disampaikan kepada Menteri."
DASAR_ABK, DASAR_BATAS = "PP 11/2017 Pasal 5", "PP 11/2017 Pasal 9 ayat (2)"


def _bekerja(hak):
    """Staf of the Subbid Formasi, or its head; not the heads above."""
    return memegang_kantor(hak, KASUBBID) or (hak.punya("staf_bkd") and mengelola(hak, acuan_kini()))


def _operator(hak, medan):
    return Q(**{f"{medan}__salah_satu": hak.unit_operator}) if hak.unit_operator else Q(pk__in=())


@daftarkan
class AbkDiperiksa(Sumber):
    """Analyses the subbid has to check, a row for each year."""

    kode = "abk"
    untuk = ("staf_bkd", "pejabat_bkd")

    @staticmethod
    def _milik():
        return AnalisisJabatan.objects.filter(status="diperiksa")

    def angka(self, hak, hari_ini):
        if not _bekerja(hak):
            return {}
        return {"tahun": Larik(self._milik().order_by().values(t=F("tahun")).annotate(banyak=Count("pk")))}

    def lencana(self, hak, hari_ini):
        return Hitung(self._milik().order_by().values("tahun").distinct()) if _bekerja(hak) else None

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("tahun", ())):
            yield Butir(
                f"Periksa {b.banyak} analisis beban kerja tahun {b.t}", tombol="Periksa", akibat=AKIBAT_ABK, dasar=DASAR_ABK,
                url=f"{reverse('pengadaan:abk_list')}?tahun={b.t}&status=diperiksa", banyak=b.banyak, ikon="calculator",
            )  # fmt: skip


@daftarkan
class AbkDikembalikan(Sumber):
    """Analyses and plans that came back to the OPD."""

    kode = "abk_opd"
    untuk = ("operator_opd",)

    def angka(self, hak, hari_ini):
        abk = AnalisisJabatan.objects.filter(_operator(hak, "unit_id"), status="draf").exclude(catatan="")
        rencana = RencanaKebutuhan.objects.filter(_operator(hak, "opd_id"), status="draf").exclude(catatan="")
        return {
            "abk": Larik(abk.order_by("pk").values(kunci=F("pk"), nama=F("jabatan__nama"), tempat=F("unit__nama"), minta=F("catatan"))[:10]),
            "rencana": Larik(rencana.order_by("pk").values(kunci=F("pk"), t=F("tahun"), nama=F("opd__nama"), minta=F("catatan"))[:5]),
        }  # fmt: skip

    def lencana(self, hak, hari_ini):
        rencana = RencanaKebutuhan.objects.filter(_operator(hak, "opd_id"), status="draf").exclude(catatan="")
        return Hitung(rencana)

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["abk"]):
            yield Butir(
                f"Perbaiki analisis beban kerja {b.nama}", url=reverse("pengadaan:abk_detail", args=[b.kunci]), tombol="Perbaiki",
                uraian=f"{b.tempat}. Diminta: {b.minta}", akibat=AKIBAT_ABK, dasar=DASAR_ABK, ikon="arrow-return-left",
            )  # fmt: skip
        for b in (baca(x) for x in nilai["rencana"]):
            yield Butir(
                f"Perbaiki rencana kebutuhan {b.t}", url=reverse("pengadaan:rencana_detail", args=[b.kunci]), tombol="Perbaiki",
                uraian=f"{b.nama}. Diminta: {b.minta}", akibat=AKIBAT_RENCANA, dasar=DASAR_BATAS, ikon="arrow-return-left",
                tenggat=batas_penyampaian(b.t),
            )  # fmt: skip


@daftarkan
class RencanaDiperiksa(Sumber):
    """Plans that wait for the Kasubbid."""

    kode = "rencana"
    untuk = ("pejabat_bkd",)

    @staticmethod
    def _milik():
        return RencanaKebutuhan.objects.filter(status="diajukan")

    def angka(self, hak, hari_ini):
        if not memegang_kantor(hak, KASUBBID):
            return {}
        return {
            "rencana": Larik(
                self._milik().order_by("tahun", "pk").values(kunci=F("pk"), t=F("tahun"), nama=F("opd__nama"))[:20]
            )
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._milik()) if memegang_kantor(hak, KASUBBID) else None

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("rencana", ())):
            yield Butir(
                f"Periksa rencana kebutuhan {b.t}: {b.nama}", url=reverse("pengadaan:rencana_detail", args=[b.kunci]), tombol="Periksa",
                akibat=AKIBAT_RENCANA, dasar=DASAR_BATAS, tenggat=batas_penyampaian(b.t), ikon="card-checklist",
            )  # fmt: skip


@daftarkan
class LangkahUsulFormasi(Sumber):
    """The usul of the regency at a step of an office he holds, or waiting for the Bupati's signature to be recorded."""

    kode = "usul_formasi"
    untuk = ("pejabat_bkd", "pimpinan")

    @staticmethod
    def _milik(hak):
        status = [s for s, (kantor, *_) in JALAN.items() if memegang_kantor(hak, kantor)]
        if merekam_bupati(hak):
            status.append("bupati")
        return UsulFormasi.objects.filter(status__in=status) if status else None

    def angka(self, hak, hari_ini):
        milik = self._milik(hak)
        return (
            {}
            if milik is None
            else {"usul": Larik(milik.order_by("tahun").values(kunci=F("pk"), t=F("tahun"), letak=F("status")))}
        )

    def lencana(self, hak, hari_ini):
        milik = self._milik(hak)
        return None if milik is None else Hitung(milik)

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("usul", ())):
            tombol = JALAN[b.letak][2] if b.letak in JALAN else "Rekam tanda tangan Bupati"
            yield Butir(
                f"Usul formasi {b.t} menunggu Anda", url=reverse("pengadaan:usul_detail", args=[b.kunci]), tombol=tombol,
                akibat=AKIBAT_RENCANA, dasar=DASAR_BATAS, tenggat=batas_penyampaian(b.t), ikon="card-checklist",
            )  # fmt: skip
