"""Tinjauan regulasi: daftar periksa peraturan dengan tanggal tinjauan, yang bersandar padanya, dan yang harus berubah.

A regulation counts as no longer in force by its last review, or by its status in the table of regulations ("dicabut …"). What must
change then is every rule, layanan, setting and table row that still rests on it today; nothing is ticked off by hand: an item leaves the
list when it rests on another regulation.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Regulasi
from layanan import katalog
from layanan.galat import DitolakAlur
from tata_kelola import regulasi as acu
from tata_kelola.hak import mengelola
from tata_kelola.models import TinjauanRegulasi

MASA = "tata_tinjau_regulasi_bulan"
KEADAAN = {
    "tidak_berlaku": ("Tidak berlaku lagi", "gagal"),
    "jatuh_tempo": ("Perlu ditinjau lagi", "perhatian"),
    "belum": ("Belum pernah ditinjau", "netral"),
    "berlaku": ("Masih berlaku", "terpenuhi"),
}


@dataclass(slots=True)
class BarisTinjauan:
    """One regulation something rests on: how many rules and rows still in force, its last review, and its state."""

    regulasi: Regulasi
    aturan: int
    baris: int
    tinjauan: TinjauanRegulasi | None
    keadaan: str

    @property
    def bersandar(self):
        """Everything that rests on it today."""
        return self.aturan + self.baris

    @property
    def kata(self):
        """(words, kind) of its tag."""
        return KEADAAN[self.keadaan]


def bertinjauan():
    """Regulasi, each with what its newest review says (``t_hasil`` … ``t_catatan``, None without one)."""
    baru = TinjauanRegulasi.objects.filter(regulasi_id=OuterRef("pk")).order_by("-id")
    return Regulasi.objects.annotate(
        **{f"t_{n}": Subquery(baru.values(n)[:1]) for n in ("hasil", "tanggal", "tinjau_lagi", "catatan")}
    )


def _tinjauan(r):
    """The newest review of a row of ``bertinjauan`` as an unsaved TinjauanRegulasi, None without one."""
    if r.t_hasil is None:
        return None
    return TinjauanRegulasi(
        regulasi=r, hasil=r.t_hasil, tanggal=r.t_tanggal, tinjau_lagi=r.t_tinjau_lagi, catatan=r.t_catatan
    )


def keadaan_baris(r, hari_ini):
    """Key of KEADAAN of a row of ``bertinjauan``."""
    return keadaan(r, _tinjauan(r), hari_ini)


def keadaan(regulasi, tinjauan, hari_ini):
    """Key of KEADAAN."""
    if (tinjauan is not None and tinjauan.hasil in TinjauanRegulasi.TIDAK_BERLAKU) or (
        tinjauan is None and usang(regulasi)
    ):
        return "tidak_berlaku"
    if tinjauan is None:
        return "belum"
    return "jatuh_tempo" if tinjauan.tinjau_lagi <= hari_ini else "berlaku"


def usang(regulasi):
    """Does the table of regulations itself say that it was revoked or replaced as a whole?"""
    return any(bagian.strip().startswith(("dicabut", "diganti")) for bagian in regulasi.status.lower().split(";"))


def sandaran_berlaku(hari_ini):
    """{kode: Counter(aturan, baris)} of what holds on the day; one query."""
    hasil = defaultdict(Counter)
    for layanan in (*katalog.semua(), *katalog.kumpulan_aturan()):
        for syarat in layanan.semua_syarat:
            if syarat.berlaku(hari_ini):
                for kode in {d.peraturan for d in (syarat.dasar, *syarat.dasar_lain)}:
                    hasil[kode]["aturan"] += 1
    hitung = Counter()
    for baris in acu._baris_tabel():
        if baris[6] is None or baris[6] >= hari_ini:
            hitung[baris[3]] += baris[7]
    for dasar, banyak in hitung.items():
        for kode in acu.disebut(dasar):
            hasil[kode]["baris"] += banyak
    return hasil


def daftar(hari_ini):
    """[BarisTinjauan] of every regulation something rests on, what is wrong first; two queries."""
    sandaran = sandaran_berlaku(hari_ini)
    baris = [
        BarisTinjauan(r, sandaran[r.kode]["aturan"], sandaran[r.kode]["baris"], t, keadaan(r, t, hari_ini))
        for r in bertinjauan()
        for t in [_tinjauan(r)]
        if r.kode in sandaran or t
    ]
    urut = list(KEADAAN)
    return sorted(baris, key=lambda b: (urut.index(b.keadaan), -b.bersandar, b.regulasi.kode))


def harus_berubah(kode, hari_ini):
    """([AturanLayanan], {title: [BarisSandaran]}) that still rest on the regulation on the day."""
    aturan, _ = acu.aturan_bersandar(kode)
    tabel = {
        judul: kini
        for judul, baris in acu.baris_bersandar(kode).items()
        if (kini := [b for b in baris if b.sampai is None or b.sampai >= hari_ini])
    }
    return [a for a in aturan if a.syarat.berlaku(hari_ini)], tabel


def riwayat(regulasi):
    """All its reviews, the newest first."""
    return regulasi.tinjauan.select_related("oleh__pegawai__kini", "pengganti")


def tinjau_lagi_bawaan(hari_ini):
    """When a review of today is due again."""
    return tambah_bulan(hari_ini, acuan_kini().setelan(MASA, hari_ini))


def tinjau(regulasi, *, hasil, tanggal, tinjau_lagi, catatan="", pengganti=None, oleh):
    """Records one review. Refused: who may not, a date to come, a next review before this one. Effects: row, Jejak."""
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakAlur("Tinjauan regulasi dicatat oleh Sekretariat BKPSDM.")
    if tanggal > timezone.localdate(oleh.kini):
        raise DitolakAlur("Tanggal tinjauan belum tiba.")
    if tinjau_lagi <= tanggal:
        raise DitolakAlur("Tinjauan berikutnya harus sesudah tanggal tinjauan ini.")
    if (hasil == "diganti") != (pengganti is not None) or pengganti == regulasi:
        raise DitolakAlur("Sebutkan peraturan penggantinya, dan hanya bila hasilnya Diganti.")
    if hasil != "berlaku" and not catatan:
        raise DitolakAlur("Tulis pada catatan apa yang berubah dan akibatnya.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        Regulasi.objects.select_for_update().get(pk=regulasi.pk)
        satu = TinjauanRegulasi.objects.create(
            regulasi=regulasi, hasil=hasil, tanggal=tanggal, tinjau_lagi=tinjau_lagi, catatan=catatan, pengganti=pengganti,
            oleh=oleh.pengguna, pada=oleh.kini,
        )  # fmt: skip
        jejak.catat(
            "regulasi_tinjau", ("regulasi", None), pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, kode=regulasi.kode,
            hasil=satu.get_hasil_display().lower(),
        )  # fmt: skip
    return satu


def ringkas(baris):
    """{keadaan: how many}, and how many rules and rows rest on what is no longer in force."""
    hitung = Counter(b.keadaan for b in baris)
    return hitung, sum(b.bersandar for b in baris if b.keadaan == "tidak_berlaku")
