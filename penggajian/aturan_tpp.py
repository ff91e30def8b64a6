"""Aturan tambahan penghasilan pegawai (TPP): TPP-01..05 dan hitungan sebulan. Pure.

Law: PP 12/2019 Ps. 58; Perbup Lamongan 4/2017 jo. 59/2017 (60 percent e-performance, 40 percent disiplin kehadiran);
PP 94/2021 Ps. 8 (3). Ids follow ``regulasi/gaji-dan-kgb.md`` section 6. What a regent's regulation must set (pagu per
kelas jabatan, table of deductions, percent of a predikat, share of a Plt) comes in a ``Konfigurasi``; what is missing
there is named and no amount is given.

Every rule takes a ``katalog.Konteks``: ``tanggal`` the first day of the month, profile of its last day (sections
jabatan, kinerja, hukuman, tinggal). ``k.lain``: ``tpp`` Konfigurasi; ``presensi`` tuple of Kehadiran, None when nothing
is recorded; ``hari_kerja`` working days of his pattern, None for shifts; ``aktivitas`` Aktivitas or None while the
portal has no daily activities; ``sumber`` "aktivitas" (default) or "predikat", the dated setting
tpp_sumber_produktivitas; ``periodik`` Periodik of the month or None; ``plt`` tuple of (name, kelas) held as Plt in the month.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kepegawaian.aturan import NAMA_BULAN, awal_bulan_berikut, tambah_bulan, tulis_rupiah, tulis_tanggal
from layanan.katalog import PERIKSA, TIDAK, YA, Dasar, Hasil, Syarat, perlu_diperiksa, tidak, ya

SERATUS = Decimal(100)
POTONG_HUKUMAN = Decimal(25)
BULAN_HUKUMAN = {"S1": 6, "S2": 9, "S3": 12}
TIDAK_BERHAK = {
    "02": "cuti di luar tanggungan negara",
    "13": "cuti di luar tanggungan negara (perpanjangan)",
    "03": "tugas belajar",
    "04": "diberhentikan sementara",
    "P2": "diberhentikan sementara",
    "20": "masa persiapan pensiun",
}
TINGGAL = {"CLTN": "cuti di luar tanggungan negara", "TUBEL": "tugas belajar", "MPP": "masa persiapan pensiun"}
# Kinds of a day or of minutes that a table may deduct for; hadir and dinas luar never are.
JENIS_POTONGAN = {
    "terlambat": "Terlambat",
    "pulang_cepat": "Pulang cepat",
    "tanpa_keterangan": "Tidak masuk tanpa keterangan",
    "izin": "Izin",
    "sakit": "Sakit",
    "cuti": "Cuti",
}


class Potongan(NamedTuple):
    """A row of the table of deductions: percent for each time, for minutes from ``dari`` to ``sampai`` (None: no end)."""

    jenis: str
    dari: int
    sampai: int | None
    persen: Decimal


class Kehadiran(NamedTuple):
    """``banyak`` days of one kind in the month with so many minutes late and early."""

    keadaan: str
    terlambat: int
    cepat: int
    banyak: int


class Aktivitas(NamedTuple):
    """Daily activities of the month: minutes validated, minutes required, first day not validated or None."""

    tervalidasi: int
    wajib: int
    belum: date | None


class Periodik(NamedTuple):
    """Predikat of the month or quarter (``nama``: "bulanan" or "triwulan") from ``mulai`` to ``sampai``."""

    predikat: str
    nama: str
    mulai: date
    sampai: date


@dataclass(frozen=True)
class Konfigurasi:
    """What the office has set for a month, empty where it has not. ``pagu``: {kelas: ((kriteria, rupiah), …)}."""

    pagu: dict = field(default_factory=dict)
    bobot_kinerja: Decimal | None = None
    bobot_disiplin: Decimal | None = None
    predikat: dict = field(default_factory=dict)
    potongan: tuple = ()
    plt_persen: Decimal | None = None
    hari_tutup: int | None = None
    dasar: str = ""

    def pagu_kelas(self, kelas):
        """Sum of all components of a kelas in rupiah, or None when none is set."""
        isi = self.pagu.get(kelas)
        return sum(rupiah for _, rupiah in isi) if isi else None


class Nilai(NamedTuple):
    """Answer with its figure: percent or rupiah, None when unknown; ``rumus`` in figures."""

    hasil: Hasil
    angka: Decimal | None
    rumus: str = ""


class Baris(NamedTuple):
    """One line of the explanation: ``kode`` of the rule, ``rahasia``: rests on discipline."""

    kode: str
    nama: str
    nilai: str
    kalimat: str
    rumus: str = ""
    jawaban: str = ""
    rahasia: bool = False


class Tpp(NamedTuple):
    """Result of a month. ``keadaan``: dibayar, tidak_berhak or belum_lengkap; ``kurang``: figures that are missing."""

    keadaan: str
    rupiah: int | None
    pagu: int | None
    kinerja: Decimal | None
    disiplin: Decimal | None
    potongan: Decimal
    plt: int
    baris: tuple[Baris, ...]
    kurang: tuple[str, ...]


def tulis_persen(nilai):
    """``87,5%``."""
    teks = f"{nilai.normalize():f}" if isinstance(nilai, Decimal) else str(nilai)
    return teks.replace(".", ",") + "%"


def _dua(nilai):
    return nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def p04_berhak(k):
    """Perbup practice (asumsi): no TPP on CLTN, on tugas belajar, suspended or in MPP; nor when service has ended."""
    p = k.profil
    sebab = TIDAK_BERHAK.get(p.kedudukan) or TINGGAL.get(p.tinggal)
    if sebab is None and (p.berhenti or p.aktif is False):
        sebab = (p.kedudukan_nama or "tidak bertugas aktif").lower()
    if sebab:
        return tidak(f"Tidak berhak TPP: {sebab}.")
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    return ya("Berhak menerima TPP.", p.kedudukan_nama or p.kedudukan)


def predikat_terakhir(profil, bulan):
    """The last yearly result before the year of ``bulan``, at most two years old; None when there is none."""
    calon = [x for x in profil.kinerja if bulan.year - 2 <= x.tahun < bulan.year]
    return max(calon, key=lambda x: x.tahun, default=None)


def p01_kinerja(k):
    """Perbup Lamongan 4/2017 jo. 59/2017: only validated activities count, capped at what is required.

    Without daily activities in the portal the last predikat stands in, by the percent the office has set (asumsi). Where
    the setting tpp_sumber_produktivitas says so, the predikat periodik of the month counts instead (asumsi).
    """
    if k.lain.get("sumber") == "predikat":
        return _p01_predikat(k)
    aktivitas = k.lain.get("aktivitas")
    if aktivitas is not None:
        persen = min(SERATUS, _dua(SERATUS * aktivitas.tervalidasi / aktivitas.wajib)) if aktivitas.wajib else SERATUS
        rumus = f"{aktivitas.tervalidasi} dari {aktivitas.wajib} menit = {tulis_persen(persen)}"
        if aktivitas.belum is not None:
            kalimat = f"Aktivitas tanggal {tulis_tanggal(aktivitas.belum)} belum divalidasi atasan."
            return Nilai(tidak(kalimat), persen, rumus)
        return Nilai(ya("Semua aktivitas sudah divalidasi atasan."), persen, rumus)
    kinerja = predikat_terakhir(k.profil, k.tanggal)
    if kinerja is None:
        return Nilai(perlu_diperiksa("Predikat kinerja terakhir belum tercatat."), None)
    persen = k.lain["tpp"].predikat.get(kinerja.predikat)
    bukti = f"predikat {kinerja.tahun}: {kinerja.predikat}"
    if persen is None:
        return Nilai(perlu_diperiksa(f"Persen kinerja untuk predikat {kinerja.predikat} belum diatur.", bukti), None)
    kalimat = "Aktivitas harian belum ada di portal; dipakai predikat terakhir."
    return Nilai(perlu_diperiksa(kalimat, bukti), Decimal(persen), f"{bukti} = {tulis_persen(Decimal(persen))}")


def _p01_predikat(k):
    """Percent of the predikat periodik of the month; nothing stands in for one that is missing."""
    satu = k.lain.get("periodik")
    if satu is None:
        bulan = f"{NAMA_BULAN[k.tanggal.month]} {k.tanggal.year}"
        return Nilai(perlu_diperiksa(f"Predikat periodik bulan {bulan} belum ditetapkan pejabat penilai."), None)
    persen = k.lain["tpp"].predikat.get(satu.predikat)
    bukti = f"predikat {satu.nama} {tulis_tanggal(satu.mulai)} sampai {tulis_tanggal(satu.sampai)}: {satu.predikat}"
    if persen is None:
        return Nilai(perlu_diperiksa(f"Persen kinerja untuk predikat {satu.predikat} belum diatur.", bukti), None)
    persen = Decimal(persen)
    kalimat = f"Menurut predikat {satu.nama} yang ditetapkan pejabat penilai."
    hasil = ya(kalimat, bukti) if persen >= SERATUS else tidak(kalimat, bukti)
    return Nilai(hasil, persen, f"predikat {satu.predikat} = {tulis_persen(persen)}")


def _sekali(potongan, jenis, menit):
    """Percent of one time, or None when the table does not say."""
    for b in potongan:
        if b.jenis == jenis and b.dari <= menit and (b.sampai is None or menit <= b.sampai):
            return b.persen
    return None


def _kejadian(presensi):
    """(kind, minutes, how often) of everything a table may deduct for."""
    for h in presensi:
        if h.keadaan in JENIS_POTONGAN:
            yield h.keadaan, 0, h.banyak
        if h.terlambat:
            yield "terlambat", h.terlambat, h.banyak
        if h.cepat:
            yield "pulang_cepat", h.cepat, h.banyak


def p02_disiplin(k):
    """Perbup (asumsi, numbers unknown): 100 percent less the deductions of the table, never below zero."""
    presensi = k.lain.get("presensi")
    if presensi is None:
        return Nilai(perlu_diperiksa("Presensi bulan ini belum ada."), None)
    hari = sum(h.banyak for h in presensi)
    wajib = k.lain.get("hari_kerja")
    if wajib is not None and hari < wajib:
        return Nilai(perlu_diperiksa(f"{wajib - hari} dari {wajib} hari kerja belum ada presensinya."), None)
    jumlah, bagian = Decimal(0), {}
    for jenis, menit, banyak in _kejadian(presensi):
        persen = _sekali(k.lain["tpp"].potongan, jenis, menit)
        if persen is None:
            sebut = f" {menit} menit" if menit else ""
            return Nilai(perlu_diperiksa(f"Potongan untuk {JENIS_POTONGAN[jenis].lower()}{sebut} belum diatur."), None)
        jumlah += persen * banyak
        kali, total = bagian.get(jenis, (0, Decimal(0)))
        bagian[jenis] = (kali + banyak, total + persen * banyak)
    bukti = [f"{JENIS_POTONGAN[j]} {kali} kali: {tulis_persen(total)}" for j, (kali, total) in bagian.items()]
    sisa = max(Decimal(0), SERATUS - jumlah)
    if not jumlah:
        return Nilai(ya(f"Hadir {hari} hari tanpa potongan.", *bukti), SERATUS, "100%")
    rumus = f"100% - {tulis_persen(jumlah)} = {tulis_persen(sisa)}"
    return Nilai(tidak("Kehadiran dipotong menurut tabel.", *bukti), sisa, rumus)


def p03_hukuman(k):
    """PP 94/2021 Ps. 8 (3): 25 percent for 6, 9 or 12 months, once ``rezim_hukuman_sedang`` is penuh.

    Starts the month after the TMT (asumsi).
    """
    for h in k.profil.hukuman:
        lama = BULAN_HUKUMAN.get(h.kode)
        if lama is None:
            continue
        mulai = awal_bulan_berikut(h.tmt)
        akhir = tambah_bulan(mulai, lama)
        if not mulai <= k.tanggal < akhir:
            continue
        if k.acuan.setelan("rezim_hukuman_sedang", k.tanggal) != "penuh":
            return Nilai(
                perlu_diperiksa(
                    "Hukuman pemotongan tercatat, tetapi peraturan gaji yang membolehkannya belum berlaku."
                ),
                Decimal(0),
            )
        kalimat = f"TPP dipotong 25% sampai {tulis_tanggal(akhir - timedelta(days=1))}."
        return Nilai(tidak(kalimat, h.nomor_sk), POTONG_HUKUMAN, "1 - 25%")
    return Nilai(ya("Tidak ada hukuman disiplin yang memotong TPP."), Decimal(0))


def p05_plt(k):
    """Kepmendagri (asumsi): a Plt of a post of the same or a higher kelas may get a share of its pagu."""
    plt = k.lain.get("plt")
    if plt is None:
        return Nilai(perlu_diperiksa("Penugasan sebagai Plt. belum diketahui."), None)
    sendiri = k.profil.kelas
    cocok = [x for x in plt if x[1] is not None and sendiri is not None and x[1] >= sendiri]
    if not cocok:
        return Nilai(tidak("Tidak merangkap sebagai Plt. jabatan yang setingkat atau lebih tinggi."), Decimal(0))
    nama, kelas = max(cocok, key=lambda x: x[1])
    konfigurasi = k.lain["tpp"]
    pagu = konfigurasi.pagu_kelas(kelas)
    if konfigurasi.plt_persen is None or pagu is None:
        apa = "Bagian bagi Plt." if konfigurasi.plt_persen is None else f"Pagu kelas jabatan {kelas}"
        return Nilai(perlu_diperiksa(f"{apa} belum diatur; tambahan bagi {nama} belum dihitung."), Decimal(0))
    jumlah = (pagu * konfigurasi.plt_persen / SERATUS).quantize(Decimal(1), ROUND_HALF_UP)
    rumus = f"{tulis_persen(konfigurasi.plt_persen)} x {tulis_rupiah(pagu)} = {tulis_rupiah(int(jumlah))}"
    return Nilai(ya(f"Tambahan sebagai {nama}.", f"kelas jabatan {kelas}"), jumlah, rumus)


_PERBUP, _DAERAH = Dasar("Perbup Lamongan 59/2017"), Dasar("PP 12/2019", "Pasal 58")
ATURAN = {
    "TPP-01": p01_kinerja,
    "TPP-02": p02_disiplin,
    "TPP-03": p03_hukuman,
    "TPP-04": lambda k: Nilai(p04_berhak(k), None),
    "TPP-05": p05_plt,
}


def _syarat(kode, uraian, dasar, keyakinan, lain=(), rahasia=False):
    return Syarat(kode, uraian, dasar, lambda k: ATURAN[kode](k).hasil, keyakinan, dasar_lain=lain, rahasia=rahasia)


SYARAT = (
    _syarat("TPP-01", "Capaian kinerja: aktivitas yang divalidasi atasan, atau predikat periodik menurut setelan", _PERBUP, "sebagian", (Dasar("Perbup Lamongan 4/2017"),)),
    _syarat("TPP-02", "Capaian disiplin kehadiran", _PERBUP, "asumsi"),
    _syarat("TPP-03", "Pemotongan karena hukuman disiplin sedang", Dasar("PP 94/2021", "Pasal 8 ayat (3)"), "sebagian", rahasia=True),
    _syarat("TPP-04", "Berhak menerima TPP", _DAERAH, "asumsi", (_PERBUP,)),
    _syarat("TPP-05", "Tambahan bagi Plt. yang setingkat atau lebih tinggi", Dasar("Kepmendagri 900-4700/2020"), "asumsi"),
)  # fmt: skip


# ── the month ────────────────────────────────────────────────────────────────────────────────────────


def _baris(kode, nama, nilai, satuan="%", rahasia=False):
    angka = nilai.angka
    tulis = "belum diketahui" if angka is None else tulis_persen(angka) if satuan == "%" else tulis_rupiah(int(angka))
    kalimat = " ".join([nilai.hasil.kalimat, *(f"{b}." for b in nilai.hasil.bukti if b)])
    return Baris(kode, nama, tulis, kalimat, nilai.rumus, nilai.hasil.jawaban, rahasia)


def _pagu(k):
    """(pagu, line, what is missing) of the kelas jabatan."""
    kelas, konfigurasi = k.profil.kelas, k.lain["tpp"]
    pagu = None if kelas is None else konfigurasi.pagu_kelas(kelas)
    if pagu is None:
        apa = "Kelas jabatan belum tercatat" if kelas is None else f"Pagu kelas jabatan {kelas} belum diatur"
        return None, Baris("PAGU", "Pagu", "belum diketahui", f"{apa}.", "", PERIKSA), apa
    bagian = " + ".join(f"{kriteria} {tulis_rupiah(rupiah)}" for kriteria, rupiah in konfigurasi.pagu[kelas])
    return pagu, Baris("PAGU", "Pagu", tulis_rupiah(pagu), f"Kelas jabatan {kelas}.", bagian, YA), ""


def hitung(k):
    """The TPP of one person: pagu x (bobot x kinerja + bobot x disiplin) x (1 - potongan) + share of a Plt."""
    berhak = p04_berhak(k)
    awal = Baris("TPP-04", "Hak", "", berhak.kalimat, "", berhak.jawaban)
    if berhak.jawaban == TIDAK:
        return Tpp("tidak_berhak", 0, None, None, None, Decimal(0), 0, (awal,), ())
    pagu, baris_pagu, kurang_pagu = _pagu(k)
    kinerja, disiplin, hukuman, plt = p01_kinerja(k), p02_disiplin(k), p03_hukuman(k), p05_plt(k)
    bobot = k.lain["tpp"].bobot_kinerja, k.lain["tpp"].bobot_disiplin
    kurang = [kurang_pagu] if kurang_pagu else []
    kurang += ["Bobot kinerja dan disiplin belum diatur"] if None in bobot else []
    kurang += [n.hasil.kalimat.rstrip(".") for n in (kinerja, disiplin) if n.angka is None]
    kurang += [berhak.kalimat.rstrip(".")] if berhak.jawaban == PERIKSA else []
    tambahan = int(plt.angka or 0)
    baris = [
        awal, baris_pagu, _baris("TPP-01", "Capaian kinerja", kinerja), _baris("TPP-02", "Capaian disiplin", disiplin),
        _baris("TPP-03", "Potongan hukuman disiplin", hukuman, rahasia=True), _baris("TPP-05", "Tambahan Plt.", plt, "Rp"),
    ]  # fmt: skip
    isi = (pagu, kinerja.angka, disiplin.angka, hukuman.angka, tambahan)
    if kurang:
        return Tpp("belum_lengkap", None, *isi, tuple(baris), tuple(kurang))
    capaian = (bobot[0] * kinerja.angka + bobot[1] * disiplin.angka) / SERATUS
    tepat = pagu * capaian / SERATUS * (SERATUS - hukuman.angka) / SERATUS
    pokok = int(tepat.quantize(Decimal(1), ROUND_HALF_UP))
    rumus = (
        f"{tulis_rupiah(pagu)} x ({tulis_persen(bobot[0])} x {tulis_persen(kinerja.angka)} + {tulis_persen(bobot[1])}"
        f" x {tulis_persen(disiplin.angka)})" + (f" x (1 - {tulis_persen(hukuman.angka)})" if hukuman.angka else "")
    )
    rumus += f" + {tulis_rupiah(tambahan)}" if tambahan else ""
    baris.append(
        Baris(
            "TPP",
            "TPP bulan ini",
            tulis_rupiah(pokok + tambahan),
            "",
            f"{rumus} = {tulis_rupiah(pokok + tambahan)}",
            YA,
        )
    )
    return Tpp("dibayar", pokok + tambahan, *isi, tuple(baris), ())
