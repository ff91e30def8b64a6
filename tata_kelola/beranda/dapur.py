"""Pekerjaan BKD: impor terakhir, referensi yang belum dikenal, naskah yang perlu ditinjau, antrean cetak."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from kepegawaian.models import BatchImpor, KamusReferensi, Naskah, NaskahPegawai, SelisihSiasn
from tata_kelola.beranda.hitung import Hitung, Larik, baca

UNTUK = ("staf_bkd", "pejabat_bkd")
MACET_MENIT = 5
BATAS = 1000


@dataclass(slots=True)
class Dapur:
    """What the BKD must tend besides usulan."""

    referensi: int
    tinjau: int
    selisih: int
    gagal_cetak: int
    macet: int
    impor: list = field(default_factory=list)

    @property
    def belum_cetak(self):
        """Prints that failed or are stuck."""
        return self.gagal_cetak + self.macet


def angka(request):
    """Expressions of this section."""
    lama = timezone.now() - timedelta(minutes=MACET_MENIT)
    register = Naskah.objects.filter(asal="register")
    return {
        "dapur_referensi": Hitung(KamusReferensi.objects.filter(jawaban="", abaikan=False), BATAS),
        "dapur_tinjau": Hitung(NaskahPegawai.objects.exclude(perlu_ditinjau=""), BATAS),
        "dapur_selisih": Hitung(SelisihSiasn.objects.all(), BATAS),
        "dapur_gagal": Hitung(register.filter(tahap="gagal_cetak"), BATAS),
        "dapur_macet": Hitung(register.filter(tahap="menunggu_cetak", dibuat_pada__lt=lama), BATAS),
        "dapur_impor": Larik(
            BatchImpor.objects.exclude(jenis="ws").order_by("-id").values(
                kunci=F("id"), nama=F("nama_berkas"), keadaan=F("status"), isi=F("ringkasan"), pesan_=F("pesan"),
                pada=F("diunggah_pada"), maju=F("kemajuan"), dari=F("jumlah"),
            )[:3]
        ),
    }  # fmt: skip


def susun(_request, nilai):
    """The Dapur of the values asked."""
    impor = [baca(b, waktu_=("pada",)) for b in nilai["dapur_impor"]]
    sebutan = dict(BatchImpor.STATUS)
    for satu in impor:
        satu.sebutan = sebutan.get(satu.keadaan, satu.keadaan)
        satu.jenis = {"diterapkan": "terpenuhi", "gagal": "gagal", "pratinjau": "perhatian"}.get(
            satu.keadaan, "netral"
        )
        satu.uraian = _uraian(satu)
    return Dapur(
        referensi=nilai["dapur_referensi"],
        tinjau=nilai["dapur_tinjau"],
        selisih=nilai["dapur_selisih"],
        gagal_cetak=nilai["dapur_gagal"],
        macet=nilai["dapur_macet"],
        impor=impor,
    )


def _uraian(batch):
    """When it was uploaded, how far it came or what it did."""
    kapan = f"{batch.pada:%d-%m-%Y %H.%M}"
    if batch.pesan_:
        return f"{kapan} · {batch.pesan_}"
    if batch.keadaan in ("membaca", "menerapkan") and batch.dari:
        return f"{kapan} · {batch.maju:,} dari {batch.dari:,} baris".replace(",", ".")
    hitung = [(k, batch.isi.get(k)) for k in ("baru", "berubah", "sama", "galat")]
    return " · ".join([kapan, *(f"{n:,} {k}".replace(",", ".") for k, n in hitung if isinstance(n, int) and n)])
