"""Nilai BKN demo: tahun lalu dihitung portal, lalu berkas SIASN diimpor; sebagian berbeda dan satu baris salah, sebagaimana lazimnya.

The values differ where offices see it most: a certificate BKN does not have, a predikat it has not received.
"""

import csv
import io
from datetime import date

from django.core.management import call_command

from indeks.bkn import impor
from indeks.models import HasilIndeks, PutaranIndeks
from kepegawaian.models import Pengguna

BANYAK = 400
KOLOM = (
    "nip",
    "tahun",
    "kualifikasi",
    "kompetensi",
    "kinerja",
    "disiplin",
    "subtotal",
    "keterangan_kompetensi",
    "created_at",
)


def isi_nilai_bkn(hari_ini):
    """Computes last year and applies BKN's file for it; does nothing where nobody may import."""
    tahun = hari_ini.year - 1
    call_command("hitung_indeks", tanggal=date(tahun, 12, 31))
    putaran = PutaranIndeks.objects.perorangan().filter(tahun=tahun).first()
    oleh = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB13", pegawai__kini__aktif=True).order_by("pk").first()
    if putaran is None or oleh is None:
        return
    hasil = HasilIndeks.objects.filter(putaran=putaran, total__isnull=False, pegawai__kini__isnull=False)
    baris = [
        _baris(n, h, tahun) for n, h in enumerate(hasil.select_related("pegawai").order_by("pegawai_id")[:BANYAK])
    ]
    baris.append(("199912312099011001", tahun, 15, 40, 25, 5, 85, "", f"{tahun + 1}-03-01"))
    teks = io.StringIO()
    csv.writer(teks).writerows([KOLOM, *baris])
    batch = impor.unggah(
        io.BytesIO(teks.getvalue().encode()), f"nilai-ip-asn-{tahun}.csv", tahun, hari_ini, oleh, alamat="127.0.0.1"
    )  # fmt: skip
    impor.IMPOR.baca(batch.pk)
    impor.IMPOR.terapkan(batch.pk, oleh=oleh, alamat="127.0.0.1")


def _baris(n, h, tahun):
    """The row of a person: mostly ours, every fifth without a training BKN does not know, every ninth a lower predikat."""
    kompetensi, kinerja, sebab = h.kompetensi, h.kinerja, "Diklat teknis dan seminar sesuai"
    if n % 5 == 0 and kompetensi >= 10:
        kompetensi, sebab = kompetensi - 10, "Seminar belum tercatat pada SIASN"
    if n % 9 == 0 and kinerja > 15:
        kinerja = 15
    jumlah = h.kualifikasi + kompetensi + kinerja + h.disiplin
    angka = (h.kualifikasi, kompetensi, kinerja, h.disiplin, jumlah)
    return h.pegawai.nip, tahun, *angka, sebab, f"{tahun + 1}-03-01 08:00:00"
