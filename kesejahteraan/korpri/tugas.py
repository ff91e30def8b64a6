"""Sumber tugas Korpri: tulisan yang menunggu redaksi, kegiatan yang belum ditutup, tulisan yang dikembalikan."""

from django.db.models import F
from django.urls import reverse

from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik, awal_hari, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan
from kesejahteraan.korpri.hak import boleh_kelola
from kesejahteraan.korpri.models import KegiatanKorpri, TulisanKorpri


@daftarkan
class KelolaKorpri(Sumber):
    """What waits for the Subbid Pembinaan Korps Profesi ASN."""

    kode = "korpri"
    untuk = ("staf_bkd", "pejabat_bkd")

    @staticmethod
    def _menunggu(hak):
        semua = TulisanKorpri.objects.filter(status="diajukan").exclude(penulis_id=hak.pegawai_id or 0)
        return semua if boleh_kelola(hak, acuan_kini()) else semua.none()

    def angka(self, hak, hari_ini):
        lewat = KegiatanKorpri.objects.filter(status="dibuka", selesai__lt=awal_hari(hari_ini))
        if not boleh_kelola(hak, acuan_kini()):
            return {}
        return {
            "tulisan": Hitung(self._menunggu(hak)),
            "lewat": Larik(lewat.order_by("selesai").values(kunci=F("id"), judul=F("nama"))[:5]),
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._menunggu(hak)) if boleh_kelola(hak, acuan_kini()) else None

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("tulisan"):
            yield Butir(
                f"{n} tulisan menunggu redaksi Abdi Negara", url=reverse("kesejahteraan:korpri_redaksi_list"), banyak=n,
                tombol="Baca", akibat="Penulisnya belum tahu apakah tulisannya terbit.", ikon="newspaper",
            )  # fmt: skip
        for b in (baca(x) for x in nilai.get("lewat", ())):
            yield Butir(
                f"Tutup kegiatan {b.judul}", url=reverse("kesejahteraan:korpri_kegiatan_detail", args=[b.kunci]),
                akibat="Daftar hadir dan laporannya belum terbaca anggota.", ikon="calendar-check",
            )  # fmt: skip


@daftarkan
class MilikAnggota(Sumber):
    """Own tulisan that came back."""

    kode = "korpri_saya"
    untuk = ("asn",)

    @staticmethod
    def _kembali(hak):
        return TulisanKorpri.objects.filter(penulis_id=hak.pegawai_id or 0, status="dikembalikan")

    def angka(self, hak, hari_ini):
        return {
            "kembali": Larik(
                self._kembali(hak).order_by("id").values(kunci=F("id"), nama=F("judul"), sebab=F("catatan"))[:5]
            ),
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._kembali(hak))

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["kembali"]):
            yield Butir(
                f"Perbaiki tulisan {b.nama}", url=reverse("kesejahteraan:korpri_tulisan_update", args=[b.kunci]),
                tombol="Perbaiki", uraian=b.sebab, akibat="Tulisannya tidak terbit.", ikon="pencil",
            )  # fmt: skip
