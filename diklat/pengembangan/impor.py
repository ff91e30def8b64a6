"""Unggahan banyak laporan belajar mandiri: satu baris satu sertifikat, satu draf. All rows are right, or nothing is made."""

from datetime import date, datetime

from django.db import transaction
from python_calamine import load_workbook

from diklat.pengembangan import aturan
from diklat.pengembangan.forms import BelajarForm, jenis_mandiri
from kepegawaian import jejak
from kepegawaian.impor.wadah import BerkasDitolak, periksa
from kepegawaian.models import Pegawai
from layanan import alur, katalog
from layanan.galat import DitolakAlur

KOLOM = ("NIP", "KODE JENIS", "NAMA PELATIHAN", "PENYELENGGARA", "MULAI", "SELESAI", "NOMOR SERTIFIKAT", "TANGGAL SERTIFIKAT", "JP",
         "BANYAK HARI ATAU SESI")  # fmt: skip
KUNCI = ("nip", "jenis", "nama", "penyelenggara", "tanggal_mulai", "tanggal_selesai", "nomor_sertifikat", "tanggal_sertifikat", "jp",
         "banyak")  # fmt: skip
CONTOH = ("198001312005011999", "3", "Excel untuk analisis data", "BPSDM Provinsi Jawa Timur", date(2026, 10, 1), date(2026, 10, 2),
          "893.3/101/2026", date(2026, 10, 2), 16, "")  # fmt: skip
MAKS_BYTE, MAKS_BARIS = 2 * 1024 * 1024, 200


class LembarSalah(Exception):
    """The sheet cannot be taken over; ``daftar`` says where and why, nothing was made."""

    def __init__(self, daftar):
        self.daftar = daftar
        super().__init__("; ".join(daftar))


def _lembar(file):
    """Rows of the first sheet; LembarSalah when it is no readable workbook or the columns differ."""
    if file.size > MAKS_BYTE:
        raise LembarSalah(["Berkas lebih dari 2 MB; bagi menjadi beberapa berkas."])
    try:
        if periksa(file, daftar=True) != "xlsx":
            raise LembarSalah(["Berkas harus .xlsx menurut isinya."])
    except BerkasDitolak as galat:
        raise LembarSalah([str(galat)]) from galat
    try:
        isi = load_workbook(file).get_sheet_by_index(0).to_python()
    except BaseException as galat:
        # calamine's Rust panics arrive as BaseException; only those and plain errors mean a bad file.
        if isinstance(galat, Exception) or type(galat).__name__ == "PanicException":
            raise LembarSalah(["Isi Excel tidak terbaca; simpan ulang sebagai .xlsx."]) from galat
        raise
    judul = [str(s).strip().upper() for s in (isi[0] if isi else ())][: len(KOLOM)]
    if tuple(judul) != KOLOM:
        raise LembarSalah([f"Kolomnya harus: {', '.join(KOLOM)}. Unduh contohnya dan isi lembar itu."])
    baris = [b for b in isi[1:] if any(str(s).strip() for s in b)]
    if not baris:
        raise LembarSalah(["Tidak ada baris berisi."])
    if len(baris) > MAKS_BARIS:
        raise LembarSalah([f"{len(baris)} baris; paling banyak {MAKS_BARIS} sekali unggah."])
    return baris


def _teks(nilai):
    if isinstance(nilai, datetime | date):
        return nilai.isoformat()[:10]
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    return str(nilai).strip()


def baca(file, hak):
    """[(Pegawai, isian)] of a sheet; LembarSalah with every fault: who is out of scope, what is filled in wrong, what is twice."""
    baris = [dict(zip(KUNCI, map(_teks, b), strict=False)) for b in _lembar(file)]
    dikenal = Pegawai.objects.terlihat_oleh(hak).filter(nip__in={b["nip"] for b in baris}).select_related("kini")
    orang, jenis = {p.nip: p for p in dikenal}, dict(jenis_mandiri())
    salah, hasil, ada = [], [], set()
    for n, b in enumerate(baris, 2):
        pegawai = orang.get(b["nip"])
        if pegawai is None:
            salah.append(f"Baris {n}: NIP {b['nip'] or 'kosong'} tidak ada dalam cakupan Anda.")
            continue
        form = BelajarForm({k: v for k, v in b.items() if k != "nip"})
        if b["jenis"] not in jenis:
            salah.append(f"Baris {n}: kode jenis {b['jenis'] or 'kosong'} tidak dikenal.")
        elif not form.is_valid():
            salah += [f"Baris {n}: {form.fields[k].label}: {' '.join(e)}" for k, e in form.errors.items()]
        kunci = (
            b["nip"],
            aturan.nomor_rapat(b["nomor_sertifikat"]) or (aturan.nama_rapat(b["nama"]), b["tanggal_selesai"]),
        )
        if kunci in ada:
            salah.append(f"Baris {n}: sertifikat yang sama sudah ada di atasnya.")
        ada.add(kunci)
        hasil.append((pegawai, {k: v for k, v in b.items() if k != "nip"}))
    if salah:
        raise LembarSalah(salah)
    return hasil


def buat(file, hak, *, oleh):
    """Makes a draft of each row in one transaction; returns the Usulan. A refusal of the engine names the row and undoes all."""
    layanan, hasil = katalog.ambil("belajar-mandiri"), []
    daftar = baca(file, hak)
    oleh = oleh.berombongan()
    with transaction.atomic():
        for n, (pegawai, isian) in enumerate(daftar, 2):
            try:
                hasil.append(alur.buat_draf(layanan, pegawai, oleh=oleh, isian=isian))
            except DitolakAlur as galat:
                raise LembarSalah([f"Baris {n}: {galat}"]) from galat
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            jejak.catat(
                "mandiri_impor", ("usulan", None), pada=oleh.kini, jumlah=len(hasil), berkas=str(file.name)[:80]
            )
    return hasil
