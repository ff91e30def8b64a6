"""Rencana: membandingkan baris berkas dengan riwayat yang ada, dan menyusun apa yang akan ditulis.

The same code makes the preview and, once more against the database, the apply; nothing is written here.
Rules of the house: a value with a TMT becomes a row at that TMT; one without holds from the stated date of
the file and never beats a later row or one that rests on a naskah: that is a *selisih*. An empty cell never
deletes. A changed row of an earlier import is marked batal and followed by the new one.
"""

from functools import cache

from kepegawaian.impor.keadaan import Rec, kunci_rec
from kepegawaian.impor.riwayat import judul_medan, medan, rujukan_medan

BARU, UBAH, SAMA, SELISIH, GALAT = "baru", "berubah", "sama", "selisih", "galat"
# Fields that make two periods of one kind clash when they are equal too.
_TUMPANG = {"kontrak": (), "pemeriksaan": (), "cuti": (), "tinggal": ("jenis",), "jabatan": ("jabatan_id",)}
_BERGABUNG = {"identitas": ("nama", "gelar_depan", "gelar_belakang")}


def kosong(nilai):
    """None and empty text say nothing; 0 and False do."""
    return nilai is None or nilai == ""


def serupa(satu, dua):
    """Equal, letter case and blanks of texts aside."""
    if isinstance(satu, str) and isinstance(dua, str):
        return " ".join(satu.upper().split()) == " ".join(dua.upper().split())
    return satu == dua


class Konteks:
    """What is the same for the whole batch: its stated date, the references, the Plt in force."""

    def __init__(self, per, rujukan, plt):
        self.per, self.rujukan, self.plt = per, rujukan, plt

    def ganti_plt(self, lama, baru):
        """One Plt row takes the place of another among those in force (either may be None)."""
        for rec in (lama, baru):
            if rec is not None:
                milik = self.plt[rec.nilai["jabatan_id"]]
                if rec is baru:
                    milik[tanda_plt(rec)] = rec.tmt, rec.nilai["sampai"] or "9999"
                else:
                    milik.pop(tanda_plt(rec), None)

    def tampil(self, kunci, nama, nilai):
        """A stored value as text for the list of changes."""
        if kosong(nilai):
            return ""
        if (jenis := rujukan_medan(kunci).get(nama)) is not None:
            return self.rujukan.tampil(jenis, nilai)
        return {True: "ya", False: "tidak"}.get(nilai, str(nilai)) if isinstance(nilai, bool) else str(nilai)

    def tampil_rec(self, kunci, rec, nama):
        """Several values of a row as one text, with its TMT."""
        isi = " ".join(filter(None, (self.tampil(kunci, n, rec.nilai.get(n)) for n in nama)))
        return f"{isi} (TMT {tanggal_id(rec.tmt)})"[:300]


def tanda_plt(rec):
    """What tells a Plt row from the others: its id, or the planned row itself."""
    return None if rec is None else rec.id or rec


def tanggal_id(iso):
    """dd-mm-yyyy of an ISO date."""
    return f"{iso[8:10]}-{iso[5:7]}-{iso[:4]}" if iso else ""


class Penyusun:
    """Plans the rows of one person. ``mulai``/``mundur`` make each file row all or nothing."""

    def __init__(self, orang, konteks):
        self.orang, self.konteks = orang, konteks
        self.jurnal = []
        self.pegawai = {}
        self.selisih, self.reda = {}, set()
        self.baris = None
        self.judul = {}

    def mulai(self, baris, judul=None):
        """Turns to a row of the file; ``judul``: (kunci, attname) -> its header, for the list of changes."""
        self.baris, self.judul = baris, judul or {}
        self._tanda = len(self.jurnal), dict(self.pegawai), dict(self.selisih), set(self.reda)

    def mundur(self):
        """Takes back what the running row has planned."""
        panjang, self.pegawai, self.selisih, self.reda = self._tanda
        self._mundur_ke(panjang)

    def mundur_semua(self):
        """Takes back everything."""
        self.pegawai, self.selisih, self.reda = {}, {}, set()
        self._mundur_ke(0)

    def _mundur_ke(self, panjang):
        while len(self.jurnal) > panjang:
            kunci, letak, lama = self.jurnal.pop()
            if kunci == "jabatan" and letak[0] == "PLT":
                self.konteks.ganti_plt(self.orang.riwayat[kunci][letak], lama)
            if lama is None:
                del self.orang.riwayat[kunci][letak]
            else:
                self.orang.riwayat[kunci][letak] = lama

    def hasil(self):
        """([(kunci, new Rec)], [(kunci, Rec to mark batal)])."""
        tambah, batal = [], []
        for kunci, letak in dict.fromkeys((k, le) for k, le, _ in self.jurnal):
            rec = self.orang.riwayat[kunci].get(letak)
            if rec is not None and rec.id is None:
                tambah.append((kunci, rec))
                if rec.lama is not None:
                    batal.append((kunci, rec.lama))
        return tambah, batal

    letak = staticmethod(kunci_rec)

    def urut(self, kunci):
        """Rows of a standing fact by TMT (of jabatan: the definitive ones)."""
        recs = self.orang.riwayat[kunci].values()
        if kunci == "jabatan":
            recs = [r for r in recs if r.nilai["penugasan"] == "D"]
        return sorted(recs, key=lambda r: r.tmt)

    def pada(self, kunci, tanggal):
        """The row in force on a date, or None."""
        return next((r for r in reversed(self.urut(kunci)) if r.tmt <= tanggal), None)

    def bertanggal(self, kunci, tmt, isi, *, catat_baru=True):
        """Proposes a row at ``tmt`` with the filled fields ``isi``; returns BARU, UBAH, SAMA, SELISIH or GALAT."""
        letak = kunci_rec(kunci, tmt, isi)
        rec = self.orang.riwayat[kunci].get(letak)
        if rec is None:
            if catat_baru and not self.orang.baru_awal:
                self._catat_tambah(kunci, tmt, isi)
            return self._pasang(kunci, letak, Rec(tmt, self._lengkap(kunci, isi), baris=self.baris), BARU)
        beda = {n: v for n, v in isi.items() if rec.nilai.get(n) != v}
        if rec.naskah:
            beda = {n: v for n, v in beda.items() if not kosong(rec.nilai.get(n)) and not serupa(rec.nilai[n], v)}
            return SELISIH if beda else SAMA
        if not beda:
            rec.baris = rec.baris or self.baris
            return SAMA
        if self._bertentangan(kunci, rec, beda):
            return GALAT
        if rec.id is not None and not self.orang.baru_awal:
            for nama, nilai in beda.items():
                self._ubah(kunci, nama, rec.nilai.get(nama), nilai)
        lama = rec if rec.id is not None else rec.lama
        baru = Rec(tmt, rec.nilai | beda, baris=rec.baris or self.baris, lama=lama)
        return self._pasang(kunci, letak, baru, UBAH if rec.id is not None else SAMA)

    def _bertentangan(self, kunci, rec, beda):
        """Two sheets of one file must not say two things about one row."""
        lain = rec.baris.nilai if rec.baris is not None and rec.baris is not self.baris else {}
        for nama, nilai in beda.items():
            if lain.get(nama) is not None:
                k = self.konteks
                self.baris.tolak(
                    self._kolom(kunci, nama),
                    f"“{k.tampil(kunci, nama, nilai)}” berbeda dengan “{k.tampil(kunci, nama, lain[nama])}” pada"
                    f" {rec.baris.di} untuk TMT {tanggal_id(rec.tmt)}",
                    "Samakan kedua lembar.",
                )
                return True
        return False

    def tanpa_tmt(self, kunci, isi, bawaan):
        """Proposes values without a TMT: from ``bawaan`` when nothing is known yet, else from the stated date."""
        per = self.konteks.per
        recs = self.urut(kunci)
        if not recs:
            return self.bertanggal(kunci, bawaan, isi)
        kini = next((r for r in reversed(recs) if r.tmt <= per), None)
        for rec in (kini, recs[-1]):
            if rec is not None and self._setuju(rec, isi):
                return SAMA
        if recs[-1].tmt > per or kini.naskah:
            return SELISIH
        if kini.tmt == per:
            return self.bertanggal(kunci, per, isi)
        isi = {n: kini.nilai[n] for n in _BERGABUNG.get(kunci, ()) if not kosong(kini.nilai[n])} | isi
        return self.bertanggal(kunci, per, isi)

    @staticmethod
    def _setuju(rec, isi):
        sama = serupa if rec.naskah else lambda a, b: a == b
        return all(sama(rec.nilai.get(n), v) for n, v in isi.items())

    def catat_selisih(self, kolom, siasn, portal):
        """The value of SIASN stands beside the portal's instead of on it; an older file says nothing new."""
        isi = siasn[:300], portal[:300]
        lama = self.orang.selisih.get(kolom)
        self.baris.catatan.append(f"Berbeda dengan SIASN: {kolom} menurut SIASN {siasn}, menurut portal {portal}.")
        if lama is None or (lama[:2] != isi and lama[2] <= self.konteks.per):
            self.reda.discard(kolom)
            self.selisih[kolom] = isi
            self.baris.perlu = True

    def cabut_selisih(self, kolom):
        """The values agree: an old selisih of the column goes away."""
        lama = self.orang.selisih.get(kolom)
        if lama is not None and kolom not in self.selisih and lama[2] <= self.konteks.per:
            self.reda.add(kolom)
            self.baris.perlu = True

    def _pasang(self, kunci, letak, rec, hasil):
        if self._terlarang(kunci, rec):
            return GALAT
        peta = self.orang.riwayat[kunci]
        self.jurnal.append((kunci, letak, peta.get(letak)))
        peta[letak] = rec
        return hasil

    @staticmethod
    def _lengkap(kunci, isi):
        """All value fields, with the defaults of the model."""
        return semua_bawaan(kunci) | isi

    def _terlarang(self, kunci, rec):
        """What the database would refuse, found before it is asked."""
        if kunci in ("pangkat", "kedudukan") and (henti := self._setelah_berhenti(kunci, rec)):
            golongan, berhenti = henti
            self.baris.tolak(
                self._kolom(kunci, "tmt" if kunci == "pangkat" else "kedudukan_id"),
                f"golongan TMT {tanggal_id(golongan)} jatuh setelah pegawai berhenti atau pensiun"
                f" ({tanggal_id(berhenti)})",
                "Periksa TMT golongan, atau kedudukan hukumnya.",
            )
            return True
        if kunci in _TUMPANG and (kunci != "jabatan" or rec.nilai["penugasan"] != "D"):
            return self._tumpang(kunci, rec)
        return False

    def _setelah_berhenti(self, kunci, rec):
        """(TMT of a golongan, TMT of the end of service before it) if this row brings the two about."""
        akhir = self.konteks.rujukan.akhir
        if kunci == "pangkat":
            kedudukan = self.pada("kedudukan", rec.tmt)
            henti = kedudukan is not None and kedudukan.nilai["kedudukan_id"] in akhir
            return (rec.tmt, kedudukan.tmt) if henti else None
        if rec.nilai["kedudukan_id"] not in akhir:
            return None
        lanjut = next((r.tmt for r in self.urut("kedudukan") if r.tmt > rec.tmt), "9999")
        golongan = next((r.tmt for r in self.urut("pangkat") if rec.tmt <= r.tmt < lanjut), None)
        return (golongan, rec.tmt) if golongan else None

    def _tumpang(self, kunci, rec):
        sampai = rec.nilai["sampai"] or "9999"
        for lain in self.orang.riwayat[kunci].values():
            if lain is rec.lama or (kunci == "jabatan" and lain.nilai["penugasan"] == "D"):
                continue
            if kunci_rec(kunci, lain.tmt, lain.nilai) == kunci_rec(kunci, rec.tmt, rec.nilai):
                continue
            sejenis = all(lain.nilai[n] == rec.nilai[n] for n in _TUMPANG[kunci])
            if sejenis and lain.tmt <= sampai and rec.tmt <= (lain.nilai["sampai"] or "9999"):
                self.baris.tolak(
                    self._kolom(kunci, "tmt"),
                    f"masa sejak {tanggal_id(rec.tmt)} bertumpang dengan masa sejak {tanggal_id(lain.tmt)}",
                    "Isi SAMPAI pada masa yang lebih dahulu.",
                )
                return True
        return kunci == "jabatan" and rec.nilai["penugasan"] == "PLT" and self._plt_ganda(rec, sampai)

    def _plt_ganda(self, rec, sampai):
        for milik, (tmt, akhir) in self.konteks.plt[rec.nilai["jabatan_id"]].items():
            if milik != tanda_plt(rec.lama) and tmt <= sampai and rec.tmt <= akhir:
                self.baris.tolak(
                    "TMT JABATAN",
                    f"jabatan ini sudah mempunyai Plt. lain sejak {tanggal_id(tmt)}",
                    "Isi SAMPAI pada Plt. yang lebih dahulu.",
                )
                return True
        self.konteks.ganti_plt(rec.lama, rec)
        return False

    def _kolom(self, kunci, nama):
        return self.judul.get((kunci, nama)) or judul_medan(kunci).get(nama) or nama.upper()

    def _ubah(self, kunci, nama, lama, baru):
        k = self.konteks
        self.baris.perubahan.append(
            {
                "kolom": self._kolom(kunci, nama),
                "lama": k.tampil(kunci, nama, lama),
                "baru": k.tampil(kunci, nama, baru),
            }
        )

    def _catat_tambah(self, kunci, tmt, isi):
        """Changes of a further row of a person already known: against what held until then."""
        lama = self.pada(kunci, tmt)
        for nama, nilai in isi.items():
            dulu = lama.nilai.get(nama) if lama else None
            if dulu != nilai:
                self._ubah(kunci, nama, dulu, nilai)
        if (kunci, "tmt") in self.judul:
            self.baris.perubahan.append(
                {
                    "kolom": self.judul[kunci, "tmt"],
                    "lama": tanggal_id(lama.tmt) if lama else "",
                    "baru": tanggal_id(tmt),
                }
            )


@cache
def semua_bawaan(kunci):
    """attname -> what a column gets when the file says nothing."""
    return {n: bawaan(f) for n, f in medan(kunci).items()}


def bawaan(field):
    """The value a column gets when the file says nothing."""
    if field.has_default():
        return field.get_default()
    return None if field.null else ""
