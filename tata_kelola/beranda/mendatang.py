"""Mendatang: tanggal-tanggal milik sendiri dan kartu indeks, dari hitungan semalam dan Profil hari ini."""

from dataclasses import dataclass, field
from decimal import Decimal

from indeks import tampilan
from indeks.penjelasan import jelaskan
from kepegawaian.aturan import bulan_antara, tulis_rupiah
from kepegawaian.profil import profil_satu
from tata_kelola.beranda.hitung import baca
from tata_kelola.beranda.ke_depan import tanda

BANYAK = 4
# What the sentences of the card name; the unit, its dearest section, is not among them.
BAGIAN = ("jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kontrak")


@dataclass(slots=True)
class Mendatang:
    """Own due dates and own index; ``sebab``: why he has no index although the night has run."""

    tempo: list = field(default_factory=list)
    kartu: object = None
    sebab: str = ""


def susun(request, kini):
    """The Mendatang of a row of ``sql/diri.sql``; asks today's Profil once, for names and years."""
    hasil = Mendatang(tempo=_tempo(request, kini))
    if kini.indeks is None:
        return hasil
    indeks = baca(kini.indeks, tanggal_=("tanggal",))
    profil = profil_satu(kini.pegawai_id, per=request.hari_ini, bagian=BAGIAN)
    if indeks.fakta is None:
        hasil.sebab = jelaskan(profil, tampilan.aturan_putaran(indeks)).sebab
        return hasil
    indeks.total = None if indeks.total is None else Decimal(str(indeks.total))
    hasil.kartu = tampilan.kartu(indeks, indeks, profil)
    return hasil


def _tempo(request, kini):
    tempo = [baca(b, tanggal_=("pada",)) for b in kini.tempo]
    diusulkan = {u.layanan: u.nomor for u in kini.usulan if u.status != "draf"}
    for satu in tempo:
        satu.nama = tampilan.nama_tempo(satu.macam, satu.slug)
        satu.kalimat = satu.isi.get("kalimat", "")
        satu.usulan = diusulkan.get(satu.slug) if satu.slug else None
        if satu.usulan:
            satu.tanda, satu.tanda_jenis = "sedang diusulkan", "info"
        elif satu.macam in ("pensiun", "kontrak"):
            satu.tanda, satu.tanda_jenis = sisa_waktu(request.hari_ini, satu.pada), "netral"
        else:
            satu.tanda, satu.tanda_jenis = tanda(satu.keadaan, satu.isi)
        if satu.macam == "kgb":
            satu.kalimat = _kalimat_kgb(request.acuan, kini, satu)
    return tempo[:BANYAK]


def sisa_waktu(hari_ini, tanggal):
    """How far a date is, in words: "4 tahun 8 bulan lagi"."""
    bulan = bulan_antara(hari_ini, tanggal)
    if bulan < 1:
        hari = (tanggal - hari_ini).days
        return f"{hari} hari lagi" if hari > 0 else "sudah lewat" if hari < 0 else "hari ini"
    tahun, sisa = divmod(bulan, 12)
    return " ".join([f"{tahun} tahun"] * bool(tahun) + [f"{sisa} bulan"] * bool(sisa)) + " lagi"


def _kalimat_kgb(acuan, kini, tempo):
    """What the next KGB brings, then what its conditions say unless all are met."""
    if not (kini.gaji_pokok and kini.kode_golongan and kini.tmt_mkg_nol):
        return tempo.kalimat
    baru = acuan.gaji(kini.kode_golongan, bulan_antara(kini.tmt_mkg_nol, tempo.pada) // 12, tempo.pada)
    if baru is None or baru.gaji <= kini.gaji_pokok:
        return tempo.kalimat
    naik = f"{tulis_rupiah(kini.gaji_pokok)} menjadi {tulis_rupiah(baru.gaji)}."
    return (
        f"{naik} Diusulkan lewat nominatif; Anda tidak perlu mengajukan."
        if tempo.keadaan == "ya"
        else f"{naik} {tempo.kalimat}"
    )
