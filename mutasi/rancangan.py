"""Rancangan sebagai keseluruhan: pelanggaran tiap baris, kekosongan berantai, dua orang satu jabatan, sebelum dan sesudah.

Everything is read in a constant number of queries for all rows together, and judged by the very rules of the placement
(``mutasi/aturan.py``) on the TMT of the rancangan, as if all its rows held at once.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery

from kepegawaian import akses
from kepegawaian.models import KebutuhanJabatan, ProfilKini, RiwayatKeluarga
from kepegawaian.profil import profil
from kepegawaian.standar import Standar
from layanan import katalog
from layanan.katalog import PERIKSA, TIDAK, Konteks
from mutasi import akibat, fakta
from mutasi.perbuatan import isian_baris


@dataclass
class Baris:
    """One row as the page shows it; ``temuan``: (kode, hasil, kalimat, bukti) of what fails or must be looked at."""

    isi: object
    profil: object
    arah: str
    temuan: list = field(default_factory=list)
    catatan: list = field(default_factory=list)

    @property
    def melanggar(self):
        """True when a rule says tidak."""
        return any(hasil == TIDAK for _, hasil, _, _ in self.temuan)


@dataclass
class Kursi:
    """One post of one unit before and after; ``orang`` are names."""

    jabatan: str
    sebelum: list
    sesudah: list

    @property
    def berubah(self):
        """True when somebody comes or goes."""
        return self.sebelum != self.sesudah


@dataclass
class Keseluruhan:
    """The whole: rows, ``kosong`` posts left empty, ``ganda`` posts with too many, ``unit`` [(name, [Kursi])]."""

    baris: list
    kosong: list
    ganda: list
    unit: list
    pelanggaran: int


@dataclass
class _Bahan:
    """What all rows need, read once."""

    rancangan: object
    baris: list
    profil: dict
    acuan: object
    pemangku: dict  # (jabatan, unit) -> [(pegawai id, name)]
    kebutuhan: dict
    pasangan: dict  # pegawai id -> [ProfilKini or (name)]
    standar: object = None


def susun(rancangan, acuan):
    """The Keseluruhan of a rancangan."""
    peta = KebutuhanJabatan.objects.filter(unit_id=OuterRef("unit_id"), berlaku_sejak__lte=rancangan.tmt).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=rancangan.tmt)
    )
    butuh = peta.filter(jabatan_id=OuterRef("jabatan_id")).order_by("-berlaku_sejak").values("kebutuhan")[:1]
    isi = list(rancangan.baris.annotate(butuh=Subquery(butuh), berpeta=Exists(peta)).select_related(
        "pegawai__kini__jabatan__unit", "pegawai__kini__jabatan__eselon", "pegawai__kini__unit", "pegawai__kini__opd",
        "jabatan__eselon", "jabatan__unit", "unit", "usulan__langkah_kini"))  # fmt: skip
    layanan = katalog.ambil(fakta.PENEMPATAN)
    bagian = tuple(layanan.bagian)
    orang = {p.pegawai_id: p for p in profil(per=rancangan.tmt, ids=[b.pegawai_id for b in isi], bagian=bagian)}
    b = _Bahan(rancangan, isi, orang, acuan, {}, {}, {})
    b.pemangku, b.pasangan = _orang(b)
    b.kebutuhan = _kebutuhan(isi)
    b.standar = Standar(rancangan.tmt, [x.jabatan_id for x in isi])
    baris = [_nilai(satu, layanan, b) for satu in isi]
    return Keseluruhan(baris, _kosong(b), _ganda(b), _per_unit(b), sum(x.melanggar for x in baris))


def kursi(jabatan, unit_id):
    """Key of a seat: a structural post is one seat, others are counted in their unit."""
    return (jabatan.pk, jabatan.unit_id or unit_id)


def _lama(baris):
    """The seat a person leaves, or None."""
    kini = baris.pegawai.kini
    return kursi(kini.jabatan, kini.unit_id) if kini.jabatan_id else None


def _orang(b):
    """({seat: [(pegawai id, name)]} of the definitive holders of every seat entered or left, {pegawai id: [(nip, name,
    ProfilKini or None)]} of husbands and wives); three queries.
    """
    nip = _nip_pasangan(b)
    semua = [(x.jabatan, x.unit_id) for x in b.baris]
    semua += [(x.pegawai.kini.jabatan, x.pegawai.kini.unit_id) for x in b.baris if x.pegawai.kini.jabatan_id]
    struktural = {j.pk: j for j, _ in semua if j.unit_id}
    pegang = akses.pemangku(b.rancangan.tmt, list(struktural))
    ids = {pk: [p.pegawai_id for p in pegang.get(pk, ()) if p.sifat == "D"] for pk in struktural}
    lain = {kursi(j, u) for j, u in semua if not j.unit_id}
    dicari = Q(pk__in=[i for d in ids.values() for i in d])
    dicari |= Q(aktif=True, jabatan_id__in=[k[0] for k in lain], unit_id__in=[k[1] for k in lain])
    dicari |= Q(aktif=True, nip__in={n for daftar in nip.values() for n in daftar})
    orang = {k.pk: k for k in ProfilKini.objects.select_related("jabatan").filter(dicari).order_by("nama")}
    hasil = {
        (pk, j.unit_id): [(i, orang[i].nama_lengkap) for i in ids[pk] if i in orang] for pk, j in struktural.items()
    }
    for kini in orang.values():
        if (kini.jabatan_id, kini.unit_id) in lain:
            hasil.setdefault((kini.jabatan_id, kini.unit_id), []).append((kini.pk, kini.nama_lengkap))
    kini = {k.nip: k for k in orang.values() if k.aktif}
    return hasil, {pk: [(n, nama, kini.get(n)) for n, nama in daftar.items()] for pk, daftar in nip.items()}


def _kebutuhan(isi):
    """{seat: people} by the peta jabatan on the TMT; a structural seat without a row needs one."""
    hasil = {}
    for x in isi:
        butuh = 1 if x.butuh is None and x.jabatan.jenis == "struktural" else x.butuh
        if butuh is not None:
            hasil[kursi(x.jabatan, x.unit_id)] = butuh
    return hasil


def _nip_pasangan(b):
    """{pegawai id: {nip: name}} of husband or wife by either one's family record; one query."""
    nip = defaultdict(dict)
    menurut_nip = {p.nip: p.pegawai_id for p in b.profil.values()}
    for p in b.profil.values():
        nip[p.pegawai_id] |= {t.nip: t.nama for t in p.tanggungan if t.hubungan == "pasangan" and t.nip}
    sebaliknya = RiwayatKeluarga.objects.filter(
        nip__in=list(menurut_nip), hubungan="pasangan", keadaan="hidup", dibatalkan_pada__isnull=True
    )
    for punya, pasangannya in sebaliknya.values_list("nip", "pegawai__nip"):
        nip[menurut_nip[punya]].setdefault(pasangannya, pasangannya)
    return nip


def _sesudah(b, kunci):
    """Names on a seat once every row holds: who does not leave, and who comes."""
    pindah = {x.pegawai_id for x in b.baris}
    tetap = [nama for pk, nama in b.pemangku.get(kunci, ()) if pk not in pindah]
    return tetap + [x.pegawai.kini.nama_lengkap for x in b.baris if kursi(x.jabatan, x.unit_id) == kunci]


# ── one row ──────────────────────────────────────────────────────────────────────────────────────────


def _nilai(satu, layanan, b):
    """The Baris: rules of the placement as if the whole rancangan held."""
    p, kunci = b.profil[satu.pegawai_id], kursi(satu.jabatan, satu.unit_id)
    tujuan = fakta.uraikan(satu.jabatan, satu.unit, b.acuan)
    pindah = {x.pegawai_id for x in b.baris}
    orang = _hubungan(satu, tujuan, b)
    lain = {
        "tujuan": tujuan, "kebutuhan": b.kebutuhan.get(kunci), "pasangan": orang,
        "pemangku": [nama for pk, nama in b.pemangku.get(kunci, ()) if pk not in pindah],
        "keluarga_tercatat": bool(p.tanggungan or orang), "peta_ada": satu.berpeta,
        "standar": b.standar.bagi(satu.jabatan), "nama_kompetensi": b.standar.nama,
    }  # fmt: skip
    isian = isian_baris(b.rancangan, satu, b.acuan) | {"tmt": b.rancangan.tmt}
    hasil = layanan.periksa(Konteks(p, isian, b.rancangan.tmt, b.acuan, lain))
    temuan = [(s.kode, h.jawaban, h.kalimat, h.bukti) for s, h in hasil if h.jawaban in (TIDAK, PERIKSA)]
    if tujuan["kelompok"].startswith("jpt"):
        temuan.insert(0, ("JPT", TIDAK, "JPT diisi melalui seleksi terbuka atau manajemen talenta.", ()))
    catatan = [h.kalimat for s, h in hasil if s.kode == "MUT-03" and "rotasi" in h.kalimat]
    return Baris(satu, p, akibat.arah_profil(p, satu.jabatan), temuan, catatan)


def _hubungan(satu, tujuan, b):
    """``pasangan`` of the rules; a spouse who moves in the same rancangan counts where he will be."""
    pindah = {x.pegawai_id: x for x in b.baris}
    hasil = []
    for _nip, nama, kini in b.pasangan.get(satu.pegawai_id, ()):
        if kini is None:
            hasil.append({"nama": nama, "hubungan": None})
            continue
        baru = pindah.get(kini.pk)
        letak = (
            fakta.letak_jabatan(baru.unit_id, baru.jabatan)
            if baru
            else fakta.letak_jabatan(kini.unit_id, kini.jabatan)
        )
        letak_dia = (tujuan["unit_id"], tujuan["kepala_unit"])
        hasil.append({"nama": kini.nama_lengkap, "hubungan": fakta.hubungan_langsung(letak, letak_dia, b.acuan)})
    return hasil


# ── the whole ────────────────────────────────────────────────────────────────────────────────────────


def _kosong(b):
    """Structural posts somebody leaves: (Jabatan, who leaves, who fills it or "")."""
    hasil = []
    for x in b.baris:
        kini, kunci = x.pegawai.kini, _lama(x)
        if kunci is None or kini.jabatan.jenis != "struktural" or kunci == kursi(x.jabatan, x.unit_id):
            continue
        hasil.append((kini.jabatan, kini.nama_lengkap, ", ".join(_sesudah(b, kunci))))
    return hasil


def _ganda(b):
    """Seats with more people than they need: (post, unit, names, need)."""
    hasil = []
    for kunci in dict.fromkeys(kursi(x.jabatan, x.unit_id) for x in b.baris):
        orang, perlu = _sesudah(b, kunci), b.kebutuhan.get(kunci)
        if perlu is not None and len(orang) > perlu:
            satu = next(x for x in b.baris if kursi(x.jabatan, x.unit_id) == kunci)
            hasil.append((satu.jabatan.nama, satu.unit.nama, orang, perlu))
    return hasil


def _per_unit(b):
    """[(unit, [Kursi])] of every unit touched, before and after."""
    unit = defaultdict(dict)
    for x in b.baris:
        unit[x.unit_id][kursi(x.jabatan, x.unit_id)] = x.jabatan.nama
        kini, kunci = x.pegawai.kini, _lama(x)
        if kunci:
            unit[kunci[1]][kunci] = kini.jabatan.nama
    hasil = []
    for pk, isi in unit.items():
        daftar = [Kursi(nama, [n for _, n in b.pemangku.get(k, ())], _sesudah(b, k)) for k, nama in isi.items()]
        nama = _nama_unit(pk, b.acuan)
        hasil.append((nama, sorted(daftar, key=lambda k: k.jabatan)))
    return sorted(hasil, key=lambda u: u[0])


def _nama_unit(pk, acuan):
    """The unit and its OPD: many OPD have a Subbagian Program dan Keuangan."""
    unit = acuan.unit.get(pk)
    if unit is None:
        return "Unit belum tercatat"
    opd = acuan.unit.get(unit.opd_id)
    return f"{unit.nama}, {opd.nama}" if opd and opd.id != unit.id else unit.nama


def pelanggaran(rancangan, pegawai_id, acuan):
    """What forbids the row of one person, as sentences with their codes; "" when nothing does."""
    satu = next((b for b in susun(rancangan, acuan).baris if b.isi.pegawai_id == pegawai_id), None)
    if satu is None:
        return ""
    return " ".join(f"{kode}: {kalimat}" for kode, hasil, kalimat, _ in satu.temuan if hasil == TIDAK)


def dapat_difinalkan(keseluruhan, tmt: date, hari_ini: date):
    """Sentence why it cannot be finalised yet, or ""."""
    if not keseluruhan.baris:
        return "Rancangan masih kosong."
    if keseluruhan.pelanggaran:
        return f"{keseluruhan.pelanggaran} baris masih melanggar syarat."
    if keseluruhan.ganda:
        return f"{keseluruhan.ganda[0][0]} diisi lebih dari yang dibutuhkan."
    return "" if tmt >= hari_ini else "TMT sudah lewat."
