"""Rujukan: dari id atau nama pada sel ke kunci tabel referensi; yang tak dikenal masuk antrean.

Matching is exact: id, code, or name with case and blanks set aside. What matches nothing is counted in
``antrean`` and, once an officer has answered it in KamusReferensi, is known in every later file. Read once
per batch; nothing here writes to the database except ``simpan_antrean``.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from kepegawaian import models as m
from kepegawaian.impor import sel
from kepegawaian.impor.padanan import JENIS_JABATAN, SEBUTAN

MODEL = {
    "agama": m.Agama,
    "jenis_kawin": m.JenisKawin,
    "jenis_pegawai": m.JenisPegawai,
    "jenis_jabatan": m.JenisJabatan,
    "kedudukan": m.KedudukanHukum,
    "golongan": m.Golongan,
    "tingkat_pendidikan": m.TingkatPendidikan,
    "jenis_kp": m.JenisKP,
    "jenis_hukuman": m.JenisHukuman,
    "jenis_diklat": m.JenisDiklat,
    "latihan_struktural": m.LatihanStruktural,
    "jenis_penghargaan": m.JenisPenghargaan,
    "unit": m.UnitKerja,
    "jabatan": m.Jabatan,
}
ABAIKAN = object()


def baku(teks):
    """A name without differences of case and blanks."""
    return " ".join(teks.upper().split())


class Unit(NamedTuple):
    """A unit as matching needs it: name in ``baku`` writing, dates as ISO text."""

    id: int
    nama: str
    induk: int | None
    sejak: str
    sampai: str
    siasn_id: str


class Jabatan(NamedTuple):
    """A post as matching needs it."""

    id: int
    nama: str
    jenis: str
    eselon: str | None
    unit: int | None
    kepala: bool
    sejak: str
    sampai: str
    siasn_id: str


class Rujukan:
    """All reference lists and the dictionary of answers, in memory."""

    def __init__(self):
        self.antrean = Counter()
        self.daftar = {jenis: self._baca_kode(jenis) for jenis in MODEL if jenis not in ("unit", "jabatan")}
        self.nama_kode = {
            jenis: dict(model.objects.values_list("pk", self._kolom_nama(jenis))) for jenis, model in MODEL.items()
        }
        self._baca_unit()
        self._baca_jabatan()
        self._baca_kamus()
        self.akhir = frozenset(m.KedudukanHukum.objects.filter(akhir=True).values_list("pk", flat=True))
        self.golongan_jenis = dict(m.Golongan.objects.values_list("pk", "jenis"))
        self.golongan_siasn = dict(m.Golongan.objects.exclude(siasn_id="").values_list("pk", "siasn_id"))
        self._ingatan = {}

    @staticmethod
    def _kolom_nama(jenis):
        return "kode" if jenis == "golongan" else "nama"

    @staticmethod
    def _baca_kode(jenis):
        """Every writing of a list -> its code; a writing of two codes counts for none."""
        model = MODEL[jenis]
        punya_siasn = any(f.name == "siasn_id" for f in model._meta.fields)
        hasil, bentrok = {}, set()
        baris = model.objects.values_list("pk", "pk" if jenis == "golongan" else "nama", *(["siasn_id"] * punya_siasn))
        for kode, nama, *siasn in baris:
            for tulisan in {baku(nama), *filter(None, siasn)} - {baku(kode)}:
                if hasil.setdefault(tulisan, kode) != kode:
                    bentrok.add(tulisan)
        for tulisan in bentrok:
            del hasil[tulisan]
        ada = {kode for kode, *_ in baris}
        hasil.update((t, k) for t, k in SEBUTAN.get(jenis, {}).items() if k in ada and t not in hasil)
        hasil.update((baku(kode), kode) for kode in ada)
        return hasil

    def _baca_unit(self):
        kolom = ("id", "nama", "induk_id", "berlaku_sejak", "berlaku_sampai", "siasn_id")
        self.unit = {
            u[0]: Unit(u[0], baku(u[1]), u[2], u[3].isoformat(), u[4].isoformat() if u[4] else "9999", u[5].upper())
            for u in m.UnitKerja.objects.values_list(*kolom)
        }
        self.unit_nama, self.unit_siasn = defaultdict(list), {}
        for u in self.unit.values():
            self.unit_nama[u.nama].append(u)
            if u.siasn_id:
                self.unit_siasn[u.siasn_id] = u

    def _baca_jabatan(self):
        kolom = ("id", "nama", "jenis", "eselon_id", "unit_id", "kepala_unit", "berlaku_sejak", "berlaku_sampai")
        self.jabatan_nama, self.jabatan_siasn, self.kepala = defaultdict(list), {}, defaultdict(list)
        self.jabatan = {}
        for *isi, sejak, sampai, siasn in m.Jabatan.objects.values_list(*kolom, "siasn_id"):
            j = Jabatan(*isi, sejak.isoformat(), sampai.isoformat() if sampai else "9999", siasn.upper())
            self.jabatan[j.id] = j
            self.jabatan_nama[baku(j.nama)].append(j)
            if j.siasn_id:
                self.jabatan_siasn[j.siasn_id] = j
            if j.kepala:
                self.kepala[j.unit].append(j)

    def _baca_kamus(self):
        self.kamus, self.kamus_id = {}, {}
        for k in m.KamusReferensi.objects.exclude(jawaban="", abaikan=False):
            jawab = ABAIKAN if k.abaikan else (int(k.jawaban) if k.jenis in ("unit", "jabatan") else k.jawaban)
            self.kamus[k.jenis, baku(k.teks), k.siasn_id.upper()] = jawab
            if k.siasn_id:
                self.kamus_id[k.jenis, k.siasn_id.upper()] = jawab

    def tampil(self, jenis, kunci):
        """The name of a key for the screen."""
        return "" if kunci in (None, "") else str(self.nama_kode[jenis].get(kunci, kunci))

    def kode(self, jenis, id_, nama):
        """Key in a list of codes for an id, a name, or both; ABAIKAN, or None (and one more in the queue)."""
        if (kunci := self._ingatan.get((jenis, id_, nama))) is None:
            kunci = self._cari_kode(jenis, id_, nama)
            if kunci is None:
                return self._tanya(jenis, nama or id_, id_ if nama else "")
            self._ingatan[jenis, id_, nama] = kunci
        return kunci

    def _cari_kode(self, jenis, id_, nama):
        tulisan = self.daftar[jenis]
        for isi in (id_, nama):
            if isi:
                besar = baku(isi)
                kunci = tulisan.get(besar) or (tulisan.get(besar.zfill(2)) if besar.isdigit() else None)
                if kunci is None and jenis == "golongan":
                    kunci = tulisan.get(baku(sel.golongan(isi) or ""))
                if kunci is not None:
                    return kunci
        return None

    def _tanya(self, jenis, teks, siasn_id):
        """The remembered answer, or None with one more in the queue."""
        siasn_id = (siasn_id or "")[:36]
        teks = " ".join(teks.split())[:300]
        if siasn_id and (jawab := self.kamus_id.get((jenis, siasn_id.upper()))) is not None:
            return jawab
        for kunci in ((jenis, baku(teks), siasn_id.upper()), (jenis, baku(teks), "")):
            if (jawab := self.kamus.get(kunci)) is not None:
                return jawab
        self.antrean[jenis, teks, siasn_id] += 1
        return None

    def cari_unit(self, id_, nama, induk, per, *, boleh_lama):
        """Id of the unit; a name may be a path ("Sekretariat - Dinas Kesehatan"); ``induk`` tells doubles apart.

        ``boleh_lama``: a unit that has ended before ``per`` counts too (old rows of riwayat).
        """
        kunci = ("unit", id_, nama, induk, boleh_lama, per if boleh_lama else None)
        if kunci in self._ingatan:
            jawab, tanya = self._ingatan[kunci]
            if tanya and jawab is None:
                self.antrean[tanya] += 1
            return jawab
        jawab, tanya = self._cari_unit(id_, nama, induk, per, boleh_lama), None
        if jawab is None:
            teks = nama or id_
            if nama and induk and len(self._calon_unit(nama)) > 1:
                teks = f"{nama} - {induk}"
            jawab = self._tanya("unit", teks, id_ if nama else "")
            tanya = ("unit", " ".join(teks.split())[:300], ((id_ if nama else "") or "")[:36])
        self._ingatan[kunci] = jawab, tanya
        return jawab

    def _cari_unit(self, id_, nama, induk, per, boleh_lama):
        if id_ and (u := self.unit_siasn.get(id_.upper())):
            return u.id
        if not nama:
            return None
        calon = self._calon_unit(nama)
        kini = [u for u in calon if u.sejak <= per <= u.sampai]
        calon = kini or [u for u in calon if boleh_lama or u.sampai >= per]
        if len(calon) > 1 and induk:
            calon = [u for u in calon if baku(induk) in self.leluhur(u)]
        return calon[0].id if len(calon) == 1 else None

    def _calon_unit(self, nama):
        """Units of exactly this name, or of this path read from either end."""
        calon = self.unit_nama.get(baku(nama), [])
        if calon or " - " not in nama:
            return calon
        bagian = [b for b in map(baku, nama.split(" - ")) if b and not b.startswith("PEMERINTAH ")]
        for jalur in (bagian, bagian[::-1]):
            hasil = [u for u in self.unit_nama.get(jalur[0], []) if self._cocok(jalur[1:], self.leluhur(u))]
            if hasil:
                return hasil
        return []

    @staticmethod
    def _cocok(bagian, leluhur):
        """True when ``bagian`` occur in ``leluhur`` in that order."""
        sisa = iter(leluhur)
        return all(b in sisa for b in bagian)

    def leluhur(self, unit):
        """Names above a unit, nearest first; a loop in the tree ends the walk."""
        hasil, terlihat = [], {unit.id}
        while unit.induk and unit.induk not in terlihat:
            unit = self.unit[unit.induk]
            terlihat.add(unit.id)
            hasil.append(unit.nama)
        return hasil

    def jalur_unit(self, unit_id):
        """A name that ``cari_unit`` finds again: the plain one, or the path when several units share it."""
        u = self.unit[unit_id]
        nama = self.nama_kode["unit"][unit_id]
        if len(self.unit_nama[u.nama]) == 1:
            return nama
        jalur, terlihat = [nama], {unit_id}
        while u.induk and u.induk not in terlihat:
            terlihat.add(u.induk)
            u = self.unit[u.induk]
            if not u.nama.startswith("PEMERINTAH "):
                jalur.append(self.nama_kode["unit"][u.id])
        return " - ".join(jalur)

    def cari_jabatan(self, id_, nama, jenis_id, unit, eselon, per):
        """Id of the post. Without a name a structural post is the head of ``unit`` with that ``eselon``."""
        kunci = ("jabatan", id_, nama, jenis_id, unit, eselon, per)
        if kunci in self._ingatan:
            jawab, tanya = self._ingatan[kunci]
            if tanya and jawab is None:
                self.antrean[tanya] += 1
            return jawab
        jawab, tanya = self._cari_jabatan(id_, nama, jenis_id, unit, eselon, per), None
        if jawab is None and (nama or id_):
            jawab = self._tanya("jabatan", nama or id_, id_ if nama else "")
            tanya = ("jabatan", " ".join((nama or id_).split())[:300], ((id_ if nama else "") or "")[:36])
        self._ingatan[kunci] = jawab, tanya
        return jawab

    def _cari_jabatan(self, id_, nama, jenis_id, unit, eselon, per):
        if id_ and (j := self.jabatan_siasn.get(id_.upper())):
            return j.id
        if nama:
            calon = self.jabatan_nama.get(baku(nama), [])
        else:
            if id_ and (u := self.unit_siasn.get(id_.upper())):
                unit = u.id
            calon = [j for j in self.kepala.get(unit, []) if eselon in (None, j.eselon)] if jenis_id == "1" else []
        saring = (
            lambda j: j.sejak <= per <= j.sampai,
            lambda j: j.jenis == JENIS_JABATAN.get(jenis_id),
            lambda j: j.unit == unit,
        )
        for uji in saring:
            if len(calon) > 1:
                calon = [j for j in calon if uji(j)] or calon
        return calon[0].id if len(calon) == 1 else None


def simpan_antrean(antrean):
    """Writes the queue of a batch to KamusReferensi: new texts are added, known ones get their count."""
    ada = {(k.jenis, baku(k.teks), k.siasn_id.upper()): k for k in m.KamusReferensi.objects.all()}
    baru, ubah = {}, []
    for (jenis, teks, siasn_id), jumlah in antrean.items():
        kunci = jenis, baku(teks), siasn_id.upper()
        if kunci in ada:
            if ada[kunci].jumlah != jumlah:
                ada[kunci].jumlah = jumlah
                ubah.append(ada[kunci])
        elif kunci in baru:
            baru[kunci].jumlah += jumlah
        else:
            baru[kunci] = m.KamusReferensi(jenis=jenis, teks=teks, siasn_id=siasn_id, jumlah=jumlah)
    m.KamusReferensi.objects.bulk_create(baru.values(), ignore_conflicts=True)
    m.KamusReferensi.objects.bulk_update(ubah, ["jumlah"])
