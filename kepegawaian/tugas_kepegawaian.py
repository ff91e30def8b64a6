"""Sumber tugas kepegawaian: impor yang menunggu jawaban, referensi belum dikenal, akun belum aktif, kiriman gagal.

Apart from ``tugas.py``, which is the registry itself and belongs to all apps.
"""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import F, Q
from django.urls import reverse

from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import BatchImpor, KamusReferensi, Kiriman, ProfilKini
from kepegawaian.tugas import Butir, Sumber, daftarkan

BATAS = 1000


def _sebut(n):
    """The number as written: "lebih dari 1.000" where counting stopped."""
    return f"lebih dari {BATAS:,}".replace(",", ".") if n > BATAS else str(n)


@daftarkan
class ImporMenunggu(Sumber):
    """Files read and compared, which wait for "terapkan"; mine, or of nobody in particular."""

    kode = "impor"
    untuk = ("staf_bkd",)

    @staticmethod
    def _siap(hak):
        return BatchImpor.objects.filter(
            Q(oleh_id=hak.pengguna_id) | Q(oleh__isnull=True), status="pratinjau", jenis="siasn"
        )

    def angka(self, hak, hari_ini):
        siap = self._siap(hak).order_by("-id").values(kunci=F("id"), nama=F("nama_berkas"), isi=F("ringkasan"))
        return {
            "siap": Larik(siap[:5]),
            "kamus": Hitung(KamusReferensi.objects.filter(jawaban="", abaikan=False), BATAS),
        }

    def lencana(self, hak, hari_ini):
        return Hitung(self._siap(hak))

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["siap"]):
            yield Butir(
                f"Tinjau berkas impor {b.nama}", url=reverse("kepegawaian:impor_detail", args=[b.kunci]), tombol="Tinjau",
                uraian=f"{b.isi.get('baru', 0)} baru, {b.isi.get('berubah', 0)} berubah, {b.isi.get('galat', 0)} galat.",
                akibat="Isinya belum berlaku di portal sampai berkas ini diterapkan.", ikon="cloud-arrow-up",
            )  # fmt: skip
        if n := nilai["kamus"]:
            yield Butir(
                f"Jawab {_sebut(n)} referensi yang belum dikenal", url=reverse("kepegawaian:kamus_list"), tombol="Jawab",
                akibat="Baris impor yang memuat teks itu tertahan.", ikon="question-square", banyak=n,
            )  # fmt: skip


@daftarkan
class AkunBelumAktif(Sumber):
    """People of the units I serve who have never set a password; too many to count on every page, so no badge."""

    kode = "akun"
    untuk = ("operator_opd",)

    def angka(self, hak, hari_ini):
        belum = ProfilKini.objects.filter(
            unit_id__salah_satu=hak.unit_operator, aktif=True, pegawai__pengguna__is_active=True,
            pegawai__pengguna__password__startswith=UNUSABLE_PASSWORD_PREFIX,
        )  # fmt: skip
        return {"belum": Hitung(belum, BATAS)}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai["belum"]:
            yield Butir(
                f"{_sebut(n)} pegawai OPD Anda belum mengaktifkan akun", url=reverse("kepegawaian:slip_create"),
                tombol="Cetak slip kode", ikon="key", banyak=n,
                akibat="Mereka tidak menerima kabar usulannya dan tidak dapat mengunduh SK-nya sendiri.",
            )  # fmt: skip


@daftarkan
class KirimanGagal(Sumber):
    """Notices that could not leave the portal."""

    kode = "kiriman"
    untuk = ("admin",)

    @staticmethod
    def _gagal():
        return Hitung(Kiriman.objects.filter(status="gagal"), BATAS)

    def angka(self, hak, hari_ini):
        return {"gagal": self._gagal()}

    def lencana(self, hak, hari_ini):
        return self._gagal()

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai["gagal"]:
            yield Butir(
                f"{_sebut(n)} pemberitahuan gagal dikirim", url=reverse("kepegawaian:kiriman_list"), tombol="Periksa",
                akibat="Penerimanya hanya tahu bila membuka portal.", ikon="envelope-exclamation", banyak=n,
            )  # fmt: skip
