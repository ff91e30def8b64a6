"""Aturan kehadiran pada halaman peraturannya, dan fungsi kasusnya (``tests/kasus/kehadiran.yaml``)."""

from datetime import date, timedelta

from disiplin.kehadiran import aturan
from kepegawaian import aturan_kehadiran as hukum
from layanan.katalog import Konteks, daftarkan_aturan, fungsi_kasus
from layanan.profil_kasus import tanggal_iso

daftarkan_aturan("kehadiran", "Ketidakhadiran tanpa alasan sah", "disiplin:presensi_saya", aturan.SYARAT)


def _hari(daftar, urutan):
    """Dates of single ISO days and of [from, to] pairs, of which the working days count."""
    hasil = set()
    for satu in daftar or ():
        if isinstance(satu, list):
            awal, akhir = (tanggal_iso(x, "hari") for x in satu)
            semua = (awal + timedelta(days=i) for i in range((akhir - awal).days + 1))
            hasil |= {h for h in semua if h in urutan}
        else:
            hasil.add(tanggal_iso(satu, "hari"))
    return sorted(hasil)


def _absen(acuan, tahun, hari, menit, pola, ragu):
    awal, akhir = date(tahun - 1, 10, 1), date(tahun, 12, 31)
    urutan = hukum.urutan_hari_kerja(acuan, awal, akhir, pola)
    menit = [(tanggal_iso(t, "menit"), n) for t, n in menit or ()]
    return hukum.absen(tahun, _hari(hari, urutan), menit, urutan, acuan, _hari(ragu, urutan))


@fungsi_kasus("ketidakhadiran")
def ketidakhadiran(
    *, acuan, tahun: int, hari: list | None = None, menit: list | None = None, pola: str = "5", ragu: list | None = None,
    sk: date | str | None = None,
):  # fmt: skip
    """PP 94/2021 Ps. 9-11, 15, 42; T-01, T-02: hari tidak masuk dalam setahun kalender, ambangnya, dan akibat gajinya.

    hari: daftar tanggal atau [dari, sampai] (hanya hari kerjanya); menit: daftar [tanggal, menit terlambat dan pulang
    cepat]; pola 5 atau 6; ragu: hari kerja tanpa catatan, seperti hari; sk: tanggal SK bagi rezim peralihan. harapan:
    jumlah, kode, dijatuhkan, capai_pada, beruntun, hari_ambang, gaji_berhenti, mungkin.
    """
    a = _absen(acuan, tahun, hari, menit, pola, ragu)
    r = a.rentetan
    sk = tanggal_iso(sk, "sk") if sk else a.terakhir or date(tahun, 12, 31)
    return {
        "jumlah": a.jumlah,
        "kode": a.kode,
        "dijatuhkan": hukum.dijatuhkan(a.kode, acuan, sk),
        "capai_pada": a.capai_pada,
        "beruntun": r.panjang,
        "hari_ambang": r.hari_ambang,
        "gaji_berhenti": hukum.gaji_berhenti(r.hari_ambang) if r.hari_ambang else None,
        "mungkin": a.mungkin,
    }


@fungsi_kasus("ketidakhadiran_aturan")
def ketidakhadiran_aturan(
    *, acuan, aturan_kode: str, tanggal: date | str, hari: list | None = None, menit: list | None = None,
    pola: str = "5", ragu: list | None = None, tercatat: bool = True,
):  # fmt: skip
    """T-01 atau T-02 sebagai syarat pada suatu tanggal. Masukan seperti ketidakhadiran. harapan: jawaban, kalimat."""
    tanggal = tanggal_iso(tanggal, "tanggal")
    lain = {"absen": _absen(acuan, tanggal.year, hari, menit, pola, ragu) if tercatat else None}
    hasil = aturan.ATURAN[aturan_kode](Konteks(None, {}, tanggal, acuan, lain))
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}


@fungsi_kasus("ambang_ketidakhadiran")
def ambang_ketidakhadiran(*, acuan, jumlah: int, tanggal: date | str):
    """PP 94/2021 Ps. 9-11 (PP 53/2010 sebelum 31 Agustus 2021): jenis hukuman bagi sekian hari. harapan: kode atau kosong."""
    satu = hukum.ambang(jumlah, acuan, tanggal_iso(tanggal, "tanggal"))
    return satu.kode if satu else ""
