"""Sumber tugas seleksi: berkas calon yang menunggu diperiksa, pengganti yang belum diusulkan, CPNS yang lewat satu tahun."""

from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import ProfilKini
from kepegawaian.tugas import Butir, Sumber, daftarkan
from layanan.models import Usulan
from pengadaan.menu import mengelola
from pengadaan.models import PembatalanKelulusan, Pemberkasan


class _Subbid(Sumber):
    """Asked of the staf of the Subbid Formasi dan Pengadaan."""

    untuk = ("staf_bkd",)

    def _semua(self, hak, hari_ini):
        """The rows that wait."""
        raise NotImplementedError

    def lencana(self, hak, hari_ini):
        return Hitung(self._semua(hak, hari_ini)) if mengelola(hak, acuan_kini()) else None


@daftarkan
class BerkasCalonDiperiksa(_Subbid):
    """Papers of candidates that wait to be checked, a row for each selection."""

    kode = "pemberkasan"

    def _semua(self, hak, hari_ini):
        return Pemberkasan.objects.filter(status="dikirim", pelamar__seleksi__status="ditetapkan")

    def angka(self, hak, hari_ini):
        if not mengelola(hak, acuan_kini()):
            return {}
        isi = (
            self._semua(hak, hari_ini)
            .order_by()
            .values(kunci=F("pelamar__seleksi_id"), nama=F("pelamar__seleksi__nama"))
        )
        return {"seleksi": Larik(isi.annotate(banyak=Count("pk")))}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("seleksi", ())):
            yield Butir(
                f"Periksa berkas {b.banyak} calon: {b.nama}", url=f"{reverse('pengadaan:berkas_list', args=[b.kunci])}?status=dikirim",
                tombol="Periksa berkas", akibat="NIP calon belum dapat diusulkan.", dasar="PP 11/2017 Pasal 31", banyak=b.banyak,
                ikon="folder-check",
            )  # fmt: skip


@daftarkan
class PenggantiMenunggu(_Subbid):
    """Passes called off whose pengganti nobody has proposed yet."""

    kode = "pengganti"

    def _semua(self, hak, hari_ini):
        return PembatalanKelulusan.objects.filter(usul__isnull=True, pelamar__seleksi__status="ditetapkan")

    def angka(self, hak, hari_ini):
        if not mengelola(hak, acuan_kini()):
            return {}
        isi = (
            self._semua(hak, hari_ini)
            .order_by()
            .values(kunci=F("pelamar__seleksi_id"), nama=F("pelamar__seleksi__nama"))
        )
        return {"seleksi": Larik(isi.annotate(banyak=Count("pk")))}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("seleksi", ())):
            yield Butir(
                f"Usulkan {b.banyak} pengganti: {b.nama}", url=reverse("pengadaan:pengganti_list", args=[b.kunci]), tombol="Buka pengganti",
                akibat="Formasinya tidak terisi bila NIP yang lain sudah terbit semua.", dasar="PermenPANRB 6/2024 Pasal 54",
                banyak=b.banyak, ikon="person-dash",
            )  # fmt: skip


@daftarkan
class CpnsLewat(_Subbid):
    """CPNS more than a month beyond their year for whom no SK PNS is under way; one row for all."""

    kode = "cpns_lewat"

    def _semua(self, hak, hari_ini):
        jalan = Usulan.objects.filter(
            pegawai_id=OuterRef("pegawai_id"), layanan__in=("sk-pns", "pemberhentian-lain"),
            status__in=("draf", "diproses", "dikembalikan"),
        )  # fmt: skip
        return ProfilKini.objects.filter(
            Q(tmt_cpns__lte=tambah_bulan(hari_ini, -13)), ~Exists(jalan), status="CPNS", aktif=True
        )

    def angka(self, hak, hari_ini):
        return {"banyak": Hitung(self._semua(hak, hari_ini))} if mengelola(hak, acuan_kini()) else {}

    def lencana(self, hak, hari_ini):
        return None  # it counts people, the list shows one row

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("banyak"):
            yield Butir(
                f"{n} CPNS lewat satu tahun belum diusulkan SK PNS-nya", url=f"{reverse('pengadaan:cpns_list')}?keadaan=lewat",
                tombol="Buka pantauan", akibat="Yang tidak diangkat menjadi PNS diberhentikan sebagai CPNS.", dasar="PP 11/2017 Pasal 34",
                banyak=n, ikon="hourglass-split",
            )  # fmt: skip
