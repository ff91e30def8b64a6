"""Lembar nilai: the score sheet of a kegiatan as xlsx, out and in again. One row a peserta, one column a competence."""

from decimal import Decimal, InvalidOperation

from python_calamine import load_workbook

from karier.uji import terkunci
from kepegawaian.impor.wadah import BerkasDitolak, periksa

JUDUL = "Lembar nilai"
MAKS_BYTE = 2 * 1024 * 1024


class LembarSalah(Exception):
    """The sheet cannot be taken over; ``daftar`` says where and why, nothing was written."""

    def __init__(self, daftar):
        self.daftar = daftar
        super().__init__("; ".join(daftar))


def kolom(peserta):
    """Column headings: NIP, NAMA, HADIR, a code for each competence any standard of the kegiatan names, POTENSI."""
    return ["NIP", "NAMA", "HADIR", *_kode(peserta), "POTENSI"]


def _kode(peserta):
    return list(dict.fromkeys(kode for p in peserta for kode in p.standar))


def baris(peserta):
    """Rows of the sheet with what is known so far."""
    kode = _kode(peserta)
    for p in peserta:
        nilai = [p.nilai.get(k, "") for k in kode]
        yield (p.pegawai.nip, p.pegawai.kini.nama_lengkap, "ya" if p.hadir else "tidak", *nilai, p.potensi)


def isi_lembar(file):
    """Rows of the first sheet, at least the headings; LembarSalah when it is no readable workbook."""
    if file.size > MAKS_BYTE:
        raise LembarSalah(["Berkas terlalu besar; unduh lembar nilai kegiatan ini dan isi lembar itu."])
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
    if not isi:
        raise LembarSalah(["Lembar kosong."])
    return isi


def baca(file, peserta):
    """[(peserta id, {kode: level}, potensi, hadir)] of an uploaded sheet; LembarSalah with every fault in it."""
    isi = isi_lembar(file)
    judul = [str(s).strip().upper() for s in isi[0]]
    if kurang := [k for k in kolom(peserta) if k not in judul and k != "NAMA"]:
        raise LembarSalah([f"Kolom tidak ada: {', '.join(kurang)}."])
    letak = {k: judul.index(k) for k in kolom(peserta) if k in judul}
    menurut_nip, salah, hasil = {p.pegawai.nip: p for p in peserta}, [], []
    for nomor, sel in enumerate(isi[1:], 2):
        nip = teks(sel[letak["NIP"]])
        if not nip:
            continue
        p = menurut_nip.pop(nip, None)
        if p is None:
            salah.append(f"Baris {nomor}: NIP {nip} bukan peserta kegiatan ini atau tertulis dua kali.")
        elif not terkunci(p):
            hasil.append(_satu(p, sel, letak, nomor, salah))
    if not hasil and not salah:
        salah.append("Tidak ada satu baris pun yang dapat diisi.")
    if salah:
        raise LembarSalah(salah)
    return hasil


def _satu(p, sel, letak, nomor, salah):
    nilai = {}
    for kode in p.standar:
        isi = teks(sel[letak[kode]])
        if not isi:
            continue
        if isi in ("1", "2", "3", "4", "5"):
            nilai[kode] = int(isi)
        else:
            salah.append(f"Baris {nomor}, kolom {kode}: level 1 sampai 5, tertulis “{isi[:20]}”.")
    hadir = teks(sel[letak["HADIR"]]).lower()
    if hadir not in ("ya", "tidak"):
        salah.append(f"Baris {nomor}, kolom HADIR: tulis ya atau tidak.")
    return p.pk, nilai, _persen(teks(sel[letak["POTENSI"]]), nomor, salah), hadir != "tidak"


def _persen(tulisan, nomor, salah):
    if not tulisan:
        return None
    try:
        angka = Decimal(tulisan.replace(",", "."))
    except InvalidOperation:
        angka = None
    if angka is None or not angka.is_finite() or not 0 <= angka <= 100:
        salah.append(f"Baris {nomor}, kolom POTENSI: persen 0 sampai 100, tertulis “{tulisan[:20]}”.")
        return None
    return angka.quantize(Decimal("0.01"))


def teks(nilai):
    """A cell as text; a whole number without its decimals."""
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    return str(nilai).strip().lstrip("'")
