"""Dokumen formasi: surat usul Bupati, rekapitulasi tiap OPD, dan lampiran tiap unit. Printed by the worker.

Keys of its data: those of ``bahan_naskah.surat``, and ``tahun`` [the five years, as texts], ``rekap`` [{opd, jenis: {…}, jumlah}] with
``total``, and ``unit`` [{opd, unit, baris: [{jabatan, jenis, jalur, pendidikan, prioritas, jumlah [five], total}]}].
"""

from itertools import groupby

from kepegawaian.acuan import acuan_kini
from layanan.bahan_naskah import baris_tanda_tangan, kop_bupati, pejabat_luar, surat
from layanan.katalog import TemplatNaskah
from pengadaan.models import BarisRencana, Formasi

PERIHAL = "Usul Kebutuhan Pegawai Aparatur Sipil Negara"
TEMPLAT = TemplatNaskah(
    "surat_formasi", "naskah/dokumen_formasi.html", "810", PERIHAL, "{klasifikasi}/{urut}/413.207/{tahun}"
)
JENIS = dict(Formasi.JENIS)


def data(u, tanggal):
    """Frozen data of the letter of the usul ``u``; signed by the Bupati."""
    acuan = acuan_kini()
    semua = list(
        BarisRencana.objects.filter(rencana__usul=u).select_related("unit", "jabatan", "rencana__opd")
        .order_by("rencana__opd__nama", "unit__nama", "prioritas", "jabatan__nama", "pk")
    )  # fmt: skip
    tempat, bupati = acuan.setelan("kop_tempat", tanggal), pejabat_luar("BUPATI", tanggal)
    jabatan = bupati.get("jabatan", "Bupati")
    tanda = {"jabatan": jabatan, "nama": bupati.get("nama", ""), "nip": "", "pangkat": "", "sifat": "", "kantor_luar": "BUPATI",
             "atas_nama": "", "baris": baris_tanda_tangan([jabatan], [""])}  # fmt: skip
    rekap, total = _rekap(semua)
    isi = (
        ("Berdasarkan Pasal 5 sampai dengan Pasal 12 Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri "
        f"Sipil, bersama ini disampaikan usul kebutuhan pegawai Pemerintah {_kabupaten(acuan, tanggal)} Tahun {u.tahun} sebanyak "
        f"{total['tahun_1']} orang, sebagai rincian tahun pertama dari rencana kebutuhan tahun {u.tahun} sampai dengan {u.tahun + 4}."),
        ("Usul ini disusun menurut analisis jabatan, analisis beban kerja, dan proyeksi pegawai yang mencapai batas usia pensiun, "
        "dengan rekapitulasi dan rincian tiap unit kerja sebagaimana terlampir."),
    )  # fmt: skip
    return surat(
        f"{PERIHAL} Tahun {u.tahun}", kop=kop_bupati(acuan, tanggal), tempat=tempat,
        kepada=acuan.setelan("formasi_tujuan", tanggal), isi=isi, penutup="Demikian untuk menjadi pertimbangan dan ditetapkan.",
        tanda_tangan=tanda, tembusan=acuan.setelan("formasi_tembusan", tanggal), lampiran="Satu berkas",
    ) | {
        "tahun": [str(u.tahun + i) for i in range(5)], "rekap": rekap, "total": total, "jenis": list(JENIS.values()),
        "unit": _lampiran(semua),
    }  # fmt: skip


def _kabupaten(acuan, tanggal):
    return acuan.setelan("kop_instansi", tanggal).title().replace("Pemerintah ", "")


def _rekap(semua):
    hasil = []
    for opd, isi in groupby(semua, key=lambda b: b.rencana.opd.nama):
        isi = list(isi)
        jumlah = [sum(b.jumlah[i] or 0 for b in isi) for i in range(5)]
        menurut = [sum(b.n1 or 0 for b in isi if b.jenis == j) for j in JENIS]
        hasil.append({"opd": opd, "menurut": menurut, "jumlah": jumlah, "total": sum(jumlah)})
    total = {
        "menurut": [sum(r["menurut"][i] for r in hasil) for i in range(len(JENIS))],
        "jumlah": [sum(r["jumlah"][i] for r in hasil) for i in range(5)], "total": sum(r["total"] for r in hasil),
    }  # fmt: skip
    return hasil, total | {"tahun_1": total["jumlah"][0]}


def _lampiran(semua):
    hasil = []
    for (opd, unit), isi in groupby(semua, key=lambda b: (b.rencana.opd.nama, b.unit.nama)):
        baris = [
            {"jabatan": b.jabatan.nama, "kelas": b.jabatan.kelas or "", "jenis": JENIS[b.jenis], "jalur": b.get_jalur_display(),
             "pendidikan": b.pendidikan, "prioritas": b.prioritas, "jumlah": [n or 0 for n in b.jumlah],
             "total": sum(n or 0 for n in b.jumlah)}
            for b in isi
        ]  # fmt: skip
        hasil.append({"opd": opd, "unit": unit, "baris": baris, "total": sum(b["total"] for b in baris)})
    return hasil
