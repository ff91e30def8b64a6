"""Sumber tugas kehadiran: bawahan langsung yang mencapai ambang (atasan), dan yang belum ditangani (penangan)."""

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from disiplin.kehadiran import fakta
from disiplin.kehadiran.kabar import bawahan_langsung
from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import RekapKehadiran, RiwayatPemeriksaan
from kepegawaian.tugas import Butir, Sumber, daftarkan

BATAS = 1000
PANGGIL = "PP 94/2021 Pasal 26"


@daftarkan
class BawahanAbsen(Sumber):
    """Own direct staff at a threshold this year whom nobody examines yet; three days and more."""

    kode = "absen"
    untuk = ("atasan",)

    @staticmethod
    def _daftar(hak, hari_ini):
        sedang = RiwayatPemeriksaan.objects.filter(
            Q(tmt__year=hari_ini.year) | Q(sampai__isnull=True),
            pegawai_id=OuterRef("pegawai_id"),
            dibatalkan_pada=None,
        )
        return (
            RekapKehadiran.objects.filter(bawahan_langsung(hak, "pegawai__kini__"), tahun=hari_ini.year)
            .exclude(kode="")
            .exclude(Exists(sedang))
        )

    def angka(self, hak, hari_ini):
        daftar = self._daftar(hak, hari_ini).order_by("-urutan", "-jumlah", "pk")
        return {
            "daftar": Larik(daftar.values(nip=F("pegawai__nip"), nama=F("pegawai__kini__nama"), n=F("jumlah"))[:10])
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._daftar(hak, hari_ini), BATAS)

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["daftar"]):
            yield Butir(
                f"Panggil {b.nama}", url=reverse("disiplin:presensi_orang", args=[b.nip]), tombol="Lihat presensi",
                uraian=f"{b.n} hari tidak masuk tanpa alasan sah tahun {hari_ini.year}.", dasar=PANGGIL, ikon="person-exclamation",
                akibat="Atasan yang tidak memanggil dan memeriksa bawahannya dijatuhi hukuman disiplin yang lebih berat.",
            )  # fmt: skip


@daftarkan
class AmbangBelumDitangani(Sumber):
    """How many stand at a threshold without examination or penalty; for handlers only."""

    kode = "ambang"
    untuk = ("staf_bkd", "pejabat_bkd")

    @staticmethod
    def _hitung(hak, hari_ini):
        daftar = fakta.capai(hari_ini.year, acuan_kini(), hari_ini, kecuali=hak.pegawai_id).exclude(kode="")
        return Hitung(fakta.saring_keadaan(daftar, "belum"), BATAS)

    def angka(self, hak, hari_ini):
        return {"belum": self._hitung(hak, hari_ini)} if hak.penangan_disiplin else {}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("belum"):
            banyak = f"lebih dari {BATAS:,}".replace(",", ".") if n > BATAS else str(n)
            yield Butir(
                f"{banyak} pegawai mencapai ambang ketidakhadiran", tombol="Buka daftar", banyak=n,
                url=f"{reverse('disiplin:pelanggaran_list')}?keadaan=belum", ikon="person-exclamation",
                uraian="Belum diperiksa dan belum dijatuhi hukuman yang setara.", dasar="PP 94/2021 Pasal 9-11",
                akibat="Pelanggaran yang sudah diketahui tidak ditindak.",
            )  # fmt: skip
