"""Perkiraan penghasilan seorang pegawai, dan anggota keluarga yang segera keluar dari daftar gaji.

Reads the riwayat for ``aturan_tunjangan`` (which is pure) and decides nothing. Family lines are for those who may
read the family; others get one sum, so that it does not tell how many.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kepegawaian.aturan import tambah_bulan, usia_tahun
from kepegawaian.models import RiwayatJabatan, RiwayatKeluarga
from kepegawaian.profil import profil, profil_satu
from kepegawaian.profil_isi import Tanggungan
from layanan.katalog import PERIKSA, TIDAK, Konteks
from penggajian import aturan_tunjangan as aturan

BAGIAN = ("pangkat", "gaji", "unit", "jabatan", "tanggungan", "tinggal", "cuti", "kontrak")
SEBUTAN = {"PLT": "Plt.", "PLH": "Plh."}


def plt_pada(tanggal, ids):
    """{pegawai_id: [names of the posts held as Plt or Plh on the day]}, one query."""
    hasil = {}
    baris = (
        RiwayatJabatan.objects.filter(
            Q(sampai__isnull=True) | Q(sampai__gte=tanggal), pegawai_id__in=ids, dibatalkan_pada=None, tmt__lte=tanggal
        )
        .exclude(penugasan="D")
        .order_by("pegawai_id", "tmt")
        .values_list("pegawai_id", "penugasan", "jabatan__nama")
    )
    for pegawai_id, sifat, nama in baris:
        hasil.setdefault(pegawai_id, []).append(f"{SEBUTAN.get(sifat, sifat)} {nama}")
    return hasil


def gaji_pasangan(p, tanggal):
    """{nip: gaji pokok or None} of the spouses of a profile who are ASN; only the figure the rule compares."""
    nips = [t.nip for t in p.tanggungan if t.hubungan == "pasangan" and t.nip]
    return {q.nip: q.gaji_pokok for q in profil(per=tanggal, nips=nips, bagian=("pangkat", "gaji"))}


def susun_konteks(pegawai_id, tanggal, acuan):
    """The Konteks of one person on a day, facts of others included."""
    p = profil_satu(pegawai_id, per=tanggal, bagian=BAGIAN)
    plt = tuple(plt_pada(tanggal, [pegawai_id]).get(pegawai_id, ()))
    return Konteks(p, {}, tanggal, acuan, {"pasangan": gaji_pasangan(p, tanggal), "plt": plt})


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A line of the page: figure as number or None, its words, its law."""

    syarat: object
    nama: str
    jawaban: str
    rupiah: int | None
    kalimat: str
    rumus: str
    bukti: tuple
    mungkin: int
    dibayar: bool


def _baris(b):
    k = b.komponen
    belum = k.rupiah is None or (k.hasil.jawaban == PERIKSA and not k.rupiah)
    return BarisTampil(
        b.syarat, b.syarat.uraian, k.hasil.jawaban, None if belum else k.rupiah, k.hasil.kalimat, k.rumus,
        k.hasil.bukti, k.mungkin, bool(k.rupiah),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tampilan:
    """What the page shows: lines with a figure, lines that do not apply, sums.

    ``iuran``: withholdings that apply or may, ``diterima``: the sum after them; None without the right to the family,
    on whose size both rest.
    """

    pokok: BarisTampil
    ada: list
    tidak: list
    keterangan: list
    jumlah: int
    mungkin: int
    belum: tuple
    keluarga: int | None
    iuran: list | None
    diterima: int | None
    dibayar: list


def tampilan(hasil, potongan, dibayar, *, boleh_keluarga):
    """A Tampilan of a Perkiraan, its Potongan and what the office pays; without the right to the family its lines become one sum."""
    angka = [b for b in hasil.baris if b.syarat.kode not in aturan.TANPA_ANGKA]
    keluarga = None
    if not boleh_keluarga:
        keluarga = sum(b.komponen.rupiah or 0 for b in angka if b.syarat.kode in aturan.KELUARGA)
        angka = [b for b in angka if b.syarat.kode not in aturan.KELUARGA]
    belum = hasil.belum if boleh_keluarga else tuple(dict.fromkeys(_samar(hasil.belum)))
    baris = [_baris(b) for b in angka]
    return Tampilan(
        _baris(hasil.pokok),
        [b for b in baris if b.jawaban != TIDAK],
        [b for b in baris if b.jawaban == TIDAK],
        [_baris(b) for b in hasil.baris if b.syarat.kode in aturan.TANPA_ANGKA],
        hasil.jumlah,
        hasil.mungkin if boleh_keluarga else 0,
        belum,
        keluarga,
        [b for b in map(_baris, potongan.baris) if b.jawaban != TIDAK] if boleh_keluarga else None,
        hasil.jumlah - potongan.jumlah if boleh_keluarga else None,
        [b for b in map(_baris, dibayar.baris) if b.jawaban != TIDAK],
    )


def _samar(belum):
    nama = {s.uraian for s in aturan.SYARAT if s.kode in aturan.KELUARGA}
    return ("Tunjangan keluarga dan beras" if b in nama else b for b in belum)


# ── who leaves the pay list ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Keluar:
    """A child on the pay list whose age or school letter ends the allowance on ``berakhir``."""

    pegawai_id: int
    nama: str
    tanggal_lahir: date | None
    berakhir: date
    sebab: str
    usia: str
    lewat: bool


def keluar_daftar(sasaran, hari_ini, acuan, bulan=6):
    """Every child on the pay list of the pegawai in ``sasaran`` (a scoped queryset of ids) that leaves within ``bulan``.

    One statement takes the newest row of every member born so that a limit can fall into the window, the rule judges;
    also those whose limit has passed and who still stand on the list, last. By date.
    """
    akhir = tambah_bulan(hari_ini, bulan)
    hasil = []
    for pegawai_id, *isi in _calon(
        sasaran, tambah_bulan(akhir, -12 * acuan.setelan("anak_usia_maks", hari_ini)), hari_ini
    ):
        t = Tanggungan(*isi)
        anak = aturan.nilai_anak(t, acuan, hari_ini)
        if anak.berakhir <= akhir:
            usia = f"{usia_tahun(t.tanggal_lahir, hari_ini)} tahun"
            lewat = anak.berakhir <= hari_ini and anak.hasil.jawaban == TIDAK
            hasil.append(Keluar(pegawai_id, t.nama, t.tanggal_lahir, anak.berakhir, anak.sebab, usia, lewat))
    return sorted(hasil, key=lambda x: (x.lewat, x.berakhir, x.pegawai_id, x.nama))


def _calon(sasaran, lahir_sampai, hari_ini):
    """(pegawai_id, fields of a Tanggungan) of living children on the pay list, as last recorded."""
    terbaru = (
        RiwayatKeluarga.objects.filter(pegawai_id__in=sasaran, dibatalkan_pada=None, tmt__lte=hari_ini)
        .order_by("pegawai_id", "anggota", "-tmt")
        .distinct("pegawai_id", "anggota")
    )
    baris = RiwayatKeluarga.objects.filter(
        pk__in=terbaru.values("pk"),
        hubungan="anak",
        tertanggung=True,
        keadaan="hidup",
        tanggal_lahir__lte=lahir_sampai,
    )
    return baris.order_by().values_list("pegawai_id", *Tanggungan._fields)
