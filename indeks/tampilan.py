"""Bahan halaman indeks: baris tersimpan menjadi kartu, meter, tanda, dan kalimat.

Used by the views of this app and by the home page: ``kartu`` feeds ``indeks/_kartu.html``, ``akan_datang``
feeds ``indeks/_akan_datang.html``. No query is made here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from indeks import penjelasan, setelan
from indeks.aturan import Butir
from indeks.baris import buka_fakta, sebab_kalimat
from indeks.tabel import DIMENSI, KATEGORI
from indeks.tempo import JENIS
from layanan import katalog
from layanan.tampilan import url_regulasi

TANDA_LAYAK = {"ya": "terpenuhi", "tidak": "perhatian", "perlu_diperiksa": "perhatian", "menunggu": "netral"}
TANDA_KATEGORI = dict(zip(KATEGORI, ("terpenuhi", "terpenuhi", "info", "perhatian", "gagal"), strict=True))


@dataclass(slots=True)
class Kartu:
    """The index of one person as the card shows it. ``sebab``: why there is no number, then the rest is empty."""

    tahun: int
    tanggal: date
    generasi: str
    sebab: str = ""
    total: Decimal | None = None
    kategori: str = ""
    kategori_jenis: str = "info"
    dimensi: tuple = ()
    saran: object = None
    perkiraan: int | None = None
    penjelasan: object = None


def aturan_putaran(putaran):
    """The Aturan a run was measured with."""
    return setelan.dari_potret(putaran.setelan, putaran.tahun, generasi=putaran.generasi, berjalan=putaran.berjalan)


def kartu(hasil, putaran, p=None):
    """The Kartu of a HasilIndeks row (or None) of ``putaran``; ``p``: today's Profil, for names and years."""
    if putaran is None or hasil is None:
        return None
    dasar = {"tahun": putaran.tahun, "tanggal": putaran.tanggal, "generasi": putaran.generasi}
    if hasil.total is None:
        return Kartu(**dasar, sebab=sebab_kalimat(hasil.fakta.get("sebab", "")))
    isi = penjelasan.susun(
        tuple(
            Butir(kode, skor, keadaan, ids, _nilai(nilai))
            for kode, keadaan, skor, ids, nilai in buka_fakta(hasil.fakta)
        ),
        aturan_putaran(putaran),
        total=hasil.total,
        kategori=hasil.kategori,
        jenis=hasil.jenis_jabatan,
        perkiraan=hasil.fakta.get("perkiraan"),
        p=p,
    )
    return Kartu(
        **dasar,
        total=hasil.total,
        kategori=hasil.kategori,
        kategori_jenis=TANDA_KATEGORI.get(hasil.kategori, "info"),
        dimensi=isi.dimensi,
        saran=isi.peningkatan[0] if isi.peningkatan else None,
        perkiraan=isi.perkiraan,
        penjelasan=isi,
    )


def _nilai(nilai):
    return tuple(nilai) if isinstance(nilai, list) else nilai


def nama_tempo(jenis, layanan):
    """What a due date is called: the layanan that answers it, else its kind."""
    try:
        return katalog.ambil(layanan).nama
    except KeyError:
        return JENIS.get(jenis, jenis)


def tanda_layak(layak, kode=()):
    """(words, kind) of the tag of a due date."""
    if layak == "ya":
        return "syarat lengkap", "terpenuhi"
    if layak == "menunggu":
        return "menunggu waktu", "netral"
    kata = "syarat belum" if layak == "tidak" else "perlu diperiksa"
    return (f"{len(kode)} {kata}" if kode else kata), TANDA_LAYAK[layak]


def akan_datang(daftar):
    """Rows of ``_akan_datang.html`` from JatuhTempo rows: (date, name, sentence, url name or "", tag, kind)."""
    hasil = []
    for t in daftar:
        isi = t.keterangan
        pasti = t.jenis in ("pensiun", "kontrak") and t.layak == "ya"
        tanda = ("pasti menurut data", "info") if pasti else tanda_layak(t.layak, isi.get("kode", ()))
        hasil.append(
            {
                "tanggal": t.tanggal,
                "nama": nama_tempo(t.jenis, t.layanan),
                "kalimat": isi.get("kalimat", ""),
                "layanan": t.layanan,
                "tanda": tanda[0],
                "jenis": tanda[1],
            }
        )
    return hasil


def uraian_tampil(isi, *, boleh_hukuman, tautan):
    """Indicators by dimension for the page: [(name, max, [indicator])]; ``tautan(jenis)`` gives the riwayat page."""
    hasil = []
    for kode, (nama, maks) in DIMENSI.items():
        baris = [
            {
                "u": u,
                "dasar_url": url_regulasi(u.dasar.peraturan),
                "rujukan": [(r.label or f"baris {r.id}", tautan(r.jenis)) for r in u.rujukan],
            }
            for u in isi.uraian
            if u.dimensi == kode
        ]
        hasil.append(
            {
                "kode": kode,
                "nama": nama,
                "maks": maks,
                "baris": baris,
                "tutup": kode == "disiplin" and not boleh_hukuman,
            }
        )
    return hasil


class Pilihan(NamedTuple):
    """A training that answers an advice: ``poin`` it gives alone (None: too short), ``hemat`` points per million rupiah."""

    t: object
    poin: Decimal | None
    hemat: Decimal | None
    kurang: int = 0


def saran_berpilihan(peningkatan, tawaran):
    """[(Saran, [Pilihan])]: most points first, of equal points the cheaper; trainings that suffice alone first, the cheapest first."""
    hasil = [(s, _pilihan(s, tawaran.get(s.kode, ()))) for s in peningkatan]
    return sorted(hasil, key=lambda x: (-x[0].poin, _biaya_terendah(x[1])))


def _pilihan(s, tawaran):
    hasil = []
    for t in tawaran:
        cukup = not s.butuh or (t.jp or 0) >= s.butuh
        hemat = None if not cukup or not t.biaya else (s.poin * 1_000_000 / t.biaya).quantize(Decimal("0.1"))
        hasil.append(Pilihan(t, s.poin if cukup else None, hemat, 0 if cukup else s.butuh - (t.jp or 0)))
    return sorted(hasil, key=lambda p: (p.poin is None, not p.t.buka, p.t.biaya is None, p.t.biaya or 0))[:3]


def _biaya_terendah(pilihan):
    """Cost of the cheapest training that suffices; unknown or none sorts last."""
    return min((p.t.biaya for p in pilihan if p.poin is not None and p.t.biaya is not None), default=float("inf"))


def termurah(saran):
    """(Saran, Pilihan) with the most points per rupiah among trainings that suffice, free ones first; None without any."""
    calon = [(s, p) for s, pilihan in saran for p in pilihan if p.poin is not None and p.t.biaya is not None]
    return max(calon, key=lambda x: (not x[1].t.biaya, x[1].hemat or 0, x[0].poin), default=None)


def asumsi(acuan, putaran):
    """Sentences on every reading this result rests on whose source is not certain."""
    hasil = []
    if putaran.berjalan:
        hasil.append(
            f"Nilai sementara: tahun {putaran.tahun} belum berakhir, dihitung dari data sampai tanggal perhitungan."
        )
    for kunci, kalimat in penjelasan.ASUMSI.items():
        entri = acuan.entri_setelan(kunci, date(putaran.tahun, 12, 31))
        if entri.keyakinan != "pasti" and (kunci in putaran.setelan or kunci == "ip_tanggal_acuan"):
            hasil.append(kalimat)
    return hasil
