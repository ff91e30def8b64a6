"""Kinerja dan anggaran tiap program dan kegiatan pada pohon kinerja: pagu, rencana kas, realisasi tiap triwulan, dan capaian indikatornya.

The tree belongs to ``eperformance``; here its programs and kegiatan get money. Pagu and realisasi are append-only, the newest row
counts: an amended APBD or a correction is a row more. Money is Decimal throughout.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import CharField, F
from django.db.models.functions import Cast

from eperformance.models import Pohon, Simpul
from eperformance.pohon import susunan
from eperformance.pohon.rumus import nama_masa
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Larik, tanya
from kepegawaian.ukuran import bagi
from layanan.galat import DitolakAlur
from tata_kelola.hak import mengelola
from tata_kelola.models import PaguAnggaran, RealisasiAnggaran

SELISIH = "tata_serapan_selisih_persen"
BERPAGU = ("kegiatan", "sub_kegiatan")
NOL = Decimal(0)
TRIWULAN = (1, 2, 3, 4)


@dataclass(slots=True)
class Dana:
    """Money of one kegiatan, or of several together. ``rencana`` and ``realisasi``: {triwulan: of that quarter}."""

    pagu: Decimal = NOL
    rencana: dict = field(default_factory=dict)
    realisasi: dict = field(default_factory=dict)

    def rencana_sampai(self, triwulan):
        """Planned from January to the end of the quarter."""
        return sum((self.rencana.get(t, NOL) for t in TRIWULAN if t <= triwulan), NOL)

    def realisasi_sampai(self, triwulan=4):
        """Spent from January to the end of the quarter."""
        return sum((self.realisasi.get(t, NOL) for t in TRIWULAN if t <= triwulan), NOL)

    @property
    def terpakai(self):
        """Spent so far."""
        return self.realisasi_sampai()

    @property
    def sisa(self):
        """What is left of the pagu."""
        return self.pagu - self.terpakai

    @property
    def persen(self):
        """Spent in percent of the pagu; None without one."""
        return bagi(self.terpakai, self.pagu, 100)

    @property
    def tiap_triwulan(self):
        """[(triwulan, planned, spent or None)]."""
        return [(t, self.rencana.get(t, NOL), self.realisasi.get(t)) for t in TRIWULAN]

    def tambah(self, lain):
        """Adds the money of another."""
        self.pagu += lain.pagu
        for milik, asal in ((self.rencana, lain.rencana), (self.realisasi, lain.realisasi)):
            for t, n in asal.items():
                milik[t] = milik.get(t, NOL) + n


def sebut_rupiah(nilai):
    """``Rp6,17 miliar``, ``Rp482,3 juta``, ``Rp750.000``: an amount for a figure."""
    for batas, kata, desimal in ((10**9, "miliar", 2), (10**6, "juta", 1)):
        if abs(nilai) >= batas:
            teks = (Decimal(nilai) / batas).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
            return f"Rp{teks} {kata}".replace(".", ",")
    return f"Rp{nilai:,.0f}".replace(",", ".")


@dataclass(slots=True)
class BarisAnggaran:
    """One simpul with its money and the state of its indicators (``cabang``: eperformance.pohon.susunan.Cabang)."""

    cabang: object
    dana: Dana
    anak: list = field(default_factory=list)
    lambat: bool = False

    @property
    def simpul(self):
        """Its simpul."""
        return self.cabang.simpul


@dataclass(slots=True)
class TahunAnggaran:
    """One year: its programs with their kegiatan, the sum, and the last quarter that has ended (0 in the first)."""

    pohon: Pohon
    program: list
    jumlah: Dana
    triwulan: int


def ekspresi(**saring):
    """Expressions for ``tanya``: the newest pagu of every simpul, and the newest realisasi of every quarter."""
    pagu = PaguAnggaran.objects.filter(**saring).order_by("simpul_id", "-id").distinct("simpul_id")
    nyata = (
        RealisasiAnggaran.objects.filter(**saring)
        .order_by("simpul_id", "triwulan", "-id")
        .distinct("simpul_id", "triwulan")
    )
    teks = {
        f"t{n}": Cast(n, CharField()) for n in ("nilai", "tw1", "tw2", "tw3", "tw4")
    }  # a JSON number would become a float
    return {
        "dana_pagu": Larik(pagu.values(s=F("simpul_id"), **teks)),
        "dana_nyata": Larik(nyata.values(s=F("simpul_id"), tw=F("triwulan"), n=Cast("nilai", CharField()))),
    }


def baca_dana(nilai):
    """{id simpul: Dana} of the answers to ``ekspresi``."""
    hasil = {}
    for p in nilai["dana_pagu"]:
        hasil[p["s"]] = Dana(Decimal(p["tnilai"]), {t: Decimal(p[f"ttw{t}"]) for t in TRIWULAN})
    for r in nilai["dana_nyata"]:
        hasil.setdefault(r["s"], Dana()).realisasi[r["tw"]] = Decimal(r["n"])
    return hasil


def dana(pohon, pengguna_id):
    """{id simpul: Dana} of everything in the tree that has money; one query."""
    return baca_dana(tanya(pengguna_id, ekspresi(simpul__pohon=pohon)))


def triwulan_berakhir(tahun, hari_ini):
    """The last quarter of ``tahun`` that has ended on the day: 0 to 4."""
    return 4 if hari_ini.year > tahun else 0 if hari_ini.year < tahun else (hari_ini.month - 1) // 3


def susun(pohon, hak, acuan, hari_ini):
    """The TahunAnggaran of a tree with the lights of its indicators; seven queries, however large."""
    ambang = susunan.ambang_pada(acuan, hari_ini).nilai
    puncak, _ = susunan.susun(pohon, hak, ambang)
    uang, batas = dana(pohon, hak.pengguna_id), acuan.setelan(SELISIH, hari_ini)
    triwulan = triwulan_berakhir(pohon.tahun, hari_ini)
    semua = [c for p in puncak for c in p.semua()]
    program = [_baris(c, uang, triwulan, batas) for c in semua if c.simpul.jenis == "program"]
    jumlah = Dana()
    for p in program:
        jumlah.tambah(p.dana)
    return TahunAnggaran(pohon, program, jumlah, triwulan)


def _baris(cabang, uang, triwulan, batas):
    sendiri, anak = Dana(), []
    if cabang.simpul.pk in uang:
        sendiri.tambah(uang[cabang.simpul.pk])
    for c in cabang.anak:
        satu = _baris(c, uang, triwulan, batas)
        sendiri.tambah(satu.dana)
        anak.append(satu)
    selisih = bagi(sendiri.rencana_sampai(triwulan) - sendiri.realisasi_sampai(triwulan), sendiri.pagu, 100)
    return BarisAnggaran(cabang, sendiri, anak, selisih is not None and selisih >= batas)


def jumlah(uang):
    """The Dana of all of {id simpul: Dana}."""
    hasil = Dana()
    for satu in uang.values():
        hasil.tambah(satu)
    return hasil


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


def _kunci(simpul_id, oleh):
    """The locked simpul when money may be written on it. Refused: who may not, what is no kegiatan, an archived tree."""
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakAlur("Pagu dan realisasi dicatat oleh Sekretariat BKPSDM.")
    simpul = Simpul.objects.select_for_update(of=("self",)).select_related("pohon").get(pk=simpul_id)
    if simpul.jenis not in BERPAGU:
        raise DitolakAlur("Anggaran dicatat pada kegiatan atau sub-kegiatan; program menjumlahkannya.")
    if simpul.pohon.status == "arsip" or simpul.berakhir:
        raise DitolakAlur("Kegiatan ini sudah diakhiri atau pohonnya diarsipkan.")
    return simpul


def catat_pagu(simpul_id, *, nilai, tw, dasar, oleh):
    """The pagu of a year and its plan by quarter ({1: …}). Refused: a plan that does not add up, or a sum below what is spent."""
    if sum(tw.values(), NOL) != nilai:
        raise DitolakAlur("Rencana empat triwulan harus berjumlah sama dengan pagu.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        simpul = _kunci(simpul_id, oleh)
        uang = dana(simpul.pohon, oleh.pengguna.pk)
        if simpul.induk_id in uang or any(pk in uang for pk in simpul.anak.values_list("pk", flat=True)):
            raise DitolakAlur("Pagu dicatat pada kegiatannya atau pada sub-kegiatannya, tidak pada keduanya.")
        terpakai = uang.get(simpul.pk, Dana()).terpakai
        if nilai < terpakai:
            raise DitolakAlur("Pagu lebih kecil daripada yang sudah dibelanjakan.")
        satu = PaguAnggaran.objects.create(
            simpul=simpul,
            nilai=nilai,
            tw1=tw[1],
            tw2=tw[2],
            tw3=tw[3],
            tw4=tw[4],
            dasar=dasar,
            oleh=oleh.pengguna,
            pada=oleh.kini,
        )
        jejak.catat(
            "anggaran_pagu",
            satu,
            pada=oleh.kini,
            sebagai_jabatan=oleh.hak.sebutan,
            kegiatan=simpul.uraian[:200],
            tahun=simpul.pohon.tahun,
        )
    return satu


def catat_realisasi(simpul_id, *, triwulan, nilai, keterangan="", oleh):
    """What was spent in one quarter. Refused: a quarter to come, more than the pagu, a correction without its reason."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        simpul = _kunci(simpul_id, oleh)
        if date(simpul.pohon.tahun, 3 * triwulan - 2, 1) > oleh.hari_ini:
            raise DitolakAlur(f"{nama_masa(triwulan)} belum mulai.")
        kini = dana(simpul.pohon, oleh.pengguna.pk).get(simpul.pk, Dana())
        if triwulan in kini.realisasi and not keterangan:
            raise DitolakAlur("Triwulan ini sudah berisi realisasi. Tulis pada keterangan mengapa diperbaiki.")
        if kini.terpakai - kini.realisasi.get(triwulan, NOL) + nilai > kini.pagu:
            raise DitolakAlur("Realisasi melebihi pagu kegiatan ini.")
        satu = RealisasiAnggaran.objects.create(
            simpul=simpul, triwulan=triwulan, nilai=nilai, keterangan=keterangan, oleh=oleh.pengguna, pada=oleh.kini
        )
        jejak.catat(
            "anggaran_realisasi",
            satu,
            pada=oleh.kini,
            sebagai_jabatan=oleh.hak.sebutan,
            kegiatan=simpul.uraian[:200],
            masa=nama_masa(triwulan),
        )
    return satu
