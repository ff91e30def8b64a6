"""Baris: satu baris berkas sejak dibaca sampai diterapkan, dan pembaca sel yang mencatat galatnya."""

from kepegawaian.impor.rujukan import ABAIKAN
from kepegawaian.impor.sel import KOSONG, SelSalah

ANTRE = "Jawab pada antrean referensi, lalu baca ulang berkas ini."


class Baris:
    """One row. ``nilai`` is clean and JSON-native; ``lewati``: an officer said to leave it out."""

    __slots__ = (
        "catatan",
        "galat",
        "hasil",
        "id",
        "jenis",
        "lembar",
        "lewati",
        "nama",
        "nilai",
        "nip",
        "nomor",
        "perlu",
        "perubahan",
    )

    def __init__(self, lembar, nomor, jenis, nip="", nama="", nilai=None, id=None):
        self.id, self.lembar, self.nomor, self.jenis = id, lembar, nomor, jenis
        self.nip, self.nama, self.nilai = nip, nama, nilai if nilai is not None else {}
        self.galat, self.catatan, self.perubahan = [], [], []
        # ``perlu``: nothing changes in the riwayat, but a selisih is to be written or cleared.
        self.hasil, self.lewati, self.perlu = "", False, False

    def tolak(self, kolom, sebab, perbaikan):
        """One more reason why this row cannot be applied."""
        self.galat.append({"kolom": kolom, "sebab": sebab[:1].upper() + sebab[1:], "perbaikan": perbaikan})

    @property
    def di(self):
        """Where the row stands, for sentences."""
        return f"lembar {self.lembar} baris {self.nomor}"


def berarti_kosong(nilai):
    """True for a text that means empty."""
    return isinstance(nilai, str) and nilai.strip().lower() in KOSONG


class Pembaca:
    """Reads the cells of one row after another; a bad cell becomes a galat of that row."""

    def __init__(self, tabel):
        self.letak = {k: tempat for k, tempat in tabel.letak.items() if len(tempat) > 1}
        self.satu = {k: tempat[0] for k, tempat in tabel.letak.items() if len(tempat) == 1}
        self.lebar = len(tabel.judul)
        self.bentuk_tanggal, self.ingatan = {}, {}
        self.sel = ()
        self.baris = None

    def mulai(self, baris, sel):
        """Turns to the next row."""
        self.baris, self.sel = baris, sel
        if len(sel) > self.lebar and any(s not in ("", None) for s in sel[self.lebar :]):
            baris.tolak(
                "", "baris ini berisi lebih banyak sel daripada judul kolom", "Periksa pemisah dan tanda kutip."
            )

    def mentah(self, kolom):
        """The raw cell of a column: of several columns of that meaning, the first that is filled."""
        indeks = self.satu.get(kolom)
        if indeks is not None:
            nilai = self.sel[indeks] if indeks < len(self.sel) else ""
            return None if nilai == "" else nilai
        for indeks in self.letak.get(kolom, ()):
            nilai = self.sel[indeks] if indeks < len(self.sel) else ""
            if nilai is not None and nilai != "" and not berarti_kosong(nilai):
                return nilai
        return None

    def ambil(self, kolom, baca, *bekal):
        """The clean value of a column, or None when empty or wrong (then noted on the row)."""
        nilai = self.mentah(kolom)
        if nilai is None:
            return None
        try:
            return baca(nilai, *bekal)
        except SelSalah as galat:
            self.baris.tolak(kolom, galat.sebab, galat.perbaikan)
            return None

    def ingat(self, kolom, baca, *bekal):
        """As ``ambil``, for columns whose texts repeat (dates, codes, small numbers): each is read once."""
        nilai = self.mentah(kolom)
        if nilai is None:
            return None
        if type(nilai) is not str:
            return self.ambil(kolom, baca, *bekal)
        ingatan = self.ingatan.setdefault(kolom, {})
        if nilai not in ingatan:
            sebelum = len(self.baris.galat)
            isi = self.ambil(kolom, baca, *bekal)
            if len(self.baris.galat) > sebelum:
                return None
            ingatan[nilai] = isi
        return ingatan[nilai]

    def teks(self, kolom, baca, maks=None):
        """Text of at most ``maks`` letters."""
        isi = self.ambil(kolom, baca)
        if isi and maks and len(isi) > maks:
            self.baris.tolak(kolom, f"isi {len(isi)} huruf, paling banyak {maks}", "Persingkat isinya.")
            return None
        return isi

    def tanggal(self, kolom, baca):
        """ISO date; counts how dates were written in the column."""
        isi, bentuk = self.ingat(kolom, baca) or (None, "")
        if isi:
            hitung = self.bentuk_tanggal.setdefault(kolom, {})
            hitung[bentuk] = hitung.get(bentuk, 0) + 1
        return isi

    def rujuk(self, kolom, tulisan, kunci, *, wajib=False):
        """What a look-up gave: the key; else None with a note (or a galat when ``wajib``)."""
        if kunci is ABAIKAN:
            self.baris.catatan.append(f"{kolom} “{tulisan}” diabaikan sesuai jawaban petugas.")
            self.baris.lewati = self.baris.lewati or wajib
            return None
        if kunci is None:
            if wajib:
                self.baris.tolak(kolom, f"“{tulisan}” belum dikenal", ANTRE)
            else:
                self.baris.catatan.append(f"{kolom} “{tulisan}” belum dikenal; menunggu jawaban di antrean referensi.")
        return kunci
