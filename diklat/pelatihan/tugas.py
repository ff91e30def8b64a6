"""Sumber tugas pelatihan: langkah, rencana, dan surat yang menunggu, nominasi OPD, evaluasi peserta dan atasannya."""

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from diklat.models import KegiatanPelatihan, LangkahKegiatan, PesertaPelatihan, RencanaPelatihan, SuratKegiatan
from diklat.pelatihan.evaluasi import milik_atasan
from diklat.pelatihan.hak import PEMUTUS, PENGUSUL, kantor_langkah, kelola, memegang_kantor, memegang_langkah
from diklat.pelatihan.kabar import alamat_langkah
from diklat.pelatihan.rencana import TINDAKAN
from diklat.pelatihan.rute import PEMEGANG, UNIT
from diklat.pelatihan.surat import kantor_saya, menunggu_saya
from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan


@daftarkan
class LangkahPelatihan(Sumber):
    """Steps of kegiatan he holds today."""

    kode = "pelatihan"
    untuk = ("staf_bkd", "pejabat_bkd", *PEMUTUS)

    @staticmethod
    def _milik(hak):
        acuan, syarat = acuan_kini(), Q(pk__in=())
        for kelompok in UNIT:
            pegang = [p for p in PEMEGANG if memegang_langkah(hak, acuan, p, kelompok)]
            if not hak.punya("staf_bkd"):  # an official sees his own steps, not those of his staf
                pegang = [p for p in pegang if kantor_langkah(p, kelompok)]
            if pegang:
                syarat |= Q(kegiatan__pelatihan__kelompok=kelompok, pemegang__in=pegang)
        return LangkahKegiatan.objects.filter(syarat, keadaan="kini").exclude(kegiatan__tahap__in=("selesai", "batal"))

    @staticmethod
    def _dalam(hak):
        return any(kelola(hak, acuan_kini(), k) for k in UNIT) or hak.punya("pejabat_bkd", *PEMUTUS)

    def angka(self, hak, hari_ini):
        if not self._dalam(hak):
            return {}
        isi = (
            self._milik(hak)
            .order_by("tenggat", "pk")
            .values("tenggat", "pemegang", kunci=F("kegiatan_id"), judul=F("nama"), kegiatan_nama=F("kegiatan__nama"))
        )
        return {"langkah": Larik(isi[:20])}

    def lencana(self, hak, hari_ini):
        return Hitung(self._milik(hak).filter(tenggat__lte=hari_ini)) if self._dalam(hak) else None

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("tenggat",)) for x in nilai.get("langkah", ())):
            yield Butir(
                f"{b.judul}: {b.kegiatan_nama}", url=alamat_langkah(b.kunci, b.pemegang), tenggat=b.tenggat,
                tombol="Buka kegiatan", akibat="Peserta dan penyelenggara menunggu langkah ini.", ikon="easel",
            )  # fmt: skip


@daftarkan
class RencanaMenunggu(Sumber):
    """The yearly plan that waits for the Kabid or Kepala BKD."""

    kode = "pelatihan_rencana"
    untuk = ("pejabat_bkd",)

    @staticmethod
    def _milik(hak):
        kode = [
            dari[0]
            for dari, _, siapa, _ in TINDAKAN.values()
            if siapa.startswith("KEPALA-") and memegang_kantor(hak, siapa)
        ]
        return RencanaPelatihan.objects.filter(status__in=kode) if kode else None

    def angka(self, hak, hari_ini):
        isi = self._milik(hak)
        return {} if isi is None else {"rencana": Larik(isi.order_by("tahun").values("tahun", kunci=F("id"))[:5])}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai.get("rencana", ())):
            yield Butir(
                f"Periksa rencana pelatihan {b.tahun}", url=reverse("diklat:rencana_detail", args=[b.kunci]), tombol="Periksa",
                akibat="Kegiatan tahun itu belum berdasar rencana yang ditetapkan.", ikon="clipboard-data",
            )  # fmt: skip


@daftarkan
class SuratMenunggu(Sumber):
    """Letters of kegiatan that are printed and whose signature is not recorded yet, for those who run them."""

    kode = "pelatihan_surat"
    untuk = ("staf_bkd",)

    def angka(self, hak, hari_ini):
        kelompok = [k for k in UNIT if kelola(hak, acuan_kini(), k)]
        if not kelompok:
            return {}
        isi = SuratKegiatan.objects.filter(
            kegiatan__pelatihan__kelompok__in=kelompok, naskah__tahap="tercetak"
        ).exclude(kegiatan__tahap="batal")  # fmt: skip
        isi = isi.order_by("pk").values(
            "kode", kunci=F("kegiatan_id"), nomor=F("naskah__nomor"), nama=F("kegiatan__nama"), terbit=F("naskah__tanggal")
        )  # fmt: skip
        return {"surat": Larik(isi[:10])}

    def susun(self, nilai, hak, hari_ini, acuan):
        sebut = dict(SuratKegiatan.KODE)
        for b in (baca(x) for x in nilai.get("surat", ())):
            yield Butir(
                f"{sebut[b.kode]} {b.nomor} menunggu tanda tangan", url=reverse("diklat:kegiatan_detail", args=[b.kunci]),
                uraian=b.nama, tombol="Buka kegiatan", akibat="Suratnya belum berlaku.", ikon="envelope",
            )  # fmt: skip


@daftarkan
class TandaTanganSaya(Sumber):
    """Letters that wait for his own electronic signature."""

    kode = "pelatihan_ttd"
    untuk = ("pejabat_bkd", "pimpinan")

    def angka(self, hak, hari_ini):
        return {"surat": Hitung(menunggu_saya(hak))} if kantor_saya(hak) else {}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("surat"):
            yield Butir(
                f"{n} surat pelatihan menunggu tanda tangan Anda", banyak=n, url=reverse("diklat:surat_tandatangani"),
                tombol="Tandatangani", akibat="Peserta belum bersurat tugas yang berlaku.", ikon="pen",
            )  # fmt: skip


@daftarkan
class NominasiDibuka(Sumber):
    """Kegiatan that ask the OPD for candidates and have none of its people yet."""

    kode = "pelatihan_nominasi"
    untuk = PENGUSUL

    def angka(self, hak, hari_ini):
        unit = list(hak.unit_operator | hak.unit_kepala_opd)
        if not unit or hak.hanya_baca:
            return {}
        milik = PesertaPelatihan.objects.filter(kegiatan=OuterRef("pk"), pegawai__kini__unit_id__in=unit)
        isi = KegiatanPelatihan.objects.filter(
            ~Exists(milik), tahap="nominasi", buka__lte=hari_ini, tutup__gte=hari_ini
        )
        return {"buka": Larik(isi.order_by("tutup", "pk").values("nama", "tutup", kunci=F("id"))[:5])}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("tutup",)) for x in nilai.get("buka", ())):
            yield Butir(
                f"Usulkan calon: {b.nama}", url=reverse("diklat:nominasi_create", args=[b.kunci]), tenggat=b.tutup,
                tombol="Lihat calon", akibat="Sesudah tanggal itu nominasi ditutup.", ikon="person-plus",
            )  # fmt: skip


@daftarkan
class EvaluasiSaya(Sumber):
    """Evaluation level 1 the participant has not filled in."""

    kode = "pelatihan_evaluasi"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        isi = PesertaPelatihan.objects.filter(
            pegawai_id=hak.pegawai_id or 0, status="peserta", evaluasi__isnull=True, kegiatan__selesai__lte=hari_ini,
            kegiatan__tahap__in=("berlangsung", "penilaian"),
        )  # fmt: skip
        return {"evaluasi": Larik(isi.order_by("pk").values(kunci=F("kegiatan_id"), nama=F("kegiatan__nama"))[:5])}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["evaluasi"]):
            yield Butir(
                f"Isi evaluasi {b.nama}", url=reverse("diklat:evaluasi_create", args=[b.kunci]), tombol="Isi evaluasi",
                akibat="Penyelenggaraan berikutnya tidak diperbaiki menurut pengalaman Anda.", ikon="chat-square-text",
            )  # fmt: skip


@daftarkan
class PascaAtasan(Sumber):
    """Evaluation level 3 that waits for the superior."""

    kode = "pelatihan_pasca"
    untuk = ("atasan",)

    def angka(self, hak, hari_ini):
        isi = (
            milik_atasan(hak, hari_ini)
            .order_by("tenggat", "pk")
            .values(
                "tenggat", kunci=F("id"), orang=F("peserta__pegawai__kini__nama"), nama=F("peserta__kegiatan__nama")
            )
        )
        return {"pasca": Larik(isi[:10])}

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("tenggat",)) for x in nilai["pasca"]):
            yield Butir(
                f"Evaluasi pascapelatihan {b.orang}", url=reverse("diklat:pasca_update", args=[b.kunci]),
                tenggat=b.tenggat, tombol="Isi evaluasi", uraian=b.nama, ikon="clipboard-check",
                akibat="Manfaat pelatihannya bagi pekerjaan tidak diketahui.",
            )  # fmt: skip
