"""Setelan indeks: setelan bertanggal ``ip_*`` menjadi satu ``Aturan`` beku bagi satu tahun pengukuran. Pure.

Keys and defaults: section 4 of ``regulasi/ip-asn.md``; every reading marked ``asumsi`` there is a setting.
A missing setting stops the run with its name. The values used are kept with the run (``Aturan.potret``),
so that a result of the past can be explained with the settings of its own night.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indeks.tabel import (
    BATAS_KATEGORI,
    KATEGORI,
    PITA_NILAI,
    SKOR_DISIPLIN,
    SKOR_PENDIDIKAN,
    TABEL_KOMPETENSI,
)

GENERASI = ("B", "C")  # computed of a person
SEMUA = ("A", *GENERASI)
KUNCI = (
    "ip_hitung_cpns",
    "ip_hitung_pppk",
    "ip_hitung_pppk_paruh_waktu",
    "ip_jendela_disiplin",
    "ip_jendela_seminar",
    "ip_jendela_teknis_nonpelaksana",
    "ip_jf_bebas_diklat",
    "ip_jp_minimal_teknis",
    "ip_jp_per_hari",
    "ip_kinerja_berjalan",
    "ip_kode_bukan_hukuman",
    "ip_mode_batas",
    "ip_padanan_pendidikan",
    "ip_peta_predikat",
    "ip_skor_disiplin_berat",
    "ip_tahun_kinerja",
)
KUNCI_C = ("ip_bobot_dasar_c", "ip_tabel_tambahan_c")


class GalatSetelan(ValueError):
    """A setting of the index is missing or cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """Everything ``aturan.ukur`` needs for one measurement year and generation, in hundredths and dates."""

    generasi: str
    tahun: int
    berjalan: bool
    tahun_kinerja: int
    tahun_kinerja_paling_tua: int
    awal: date
    akhir: date
    teknis_sejak: dict
    seminar_sejak: date
    disiplin_sejak: date
    jp_minimal: int
    jp_per_hari: int
    pendidikan: dict
    kompetensi: dict
    bebas_diklat: frozenset
    predikat: dict
    bobot_dasar: dict | None
    pita: tuple
    disiplin: dict
    bukan_hukuman: frozenset
    kategori: tuple
    dihitung: dict
    potret: dict

    def nama_kategori(self, nilai):
        """Table 2.6: the word for a total or a mean."""
        cacah = int(nilai * 100)
        return next((nama for batas, nama in self.kategori if cacah >= batas), KATEGORI[-1])


def sen(nilai):
    """A score as whole hundredths: 22.5 is 2250; ValueError when it has more than two decimals."""
    kali = Decimal(str(nilai)) * 100
    if kali != kali.to_integral_value() or kali < 0:
        raise ValueError(f"skor {nilai} tidak bulat pada dua desimal")
    return int(kali)


def pecahan(nilai):
    """Whole hundredths as Decimal with two decimals."""
    return Decimal(nilai).scaleb(-2)


def generasi_tahun(acuan, tahun):
    """Generation of the measurement year ``tahun`` by the setting ip_generasi."""
    peta = potret_setelan(acuan, date(tahun, 12, 31), ("ip_generasi",))["ip_generasi"]
    sejak = [int(t) for t in peta if int(t) <= tahun]
    if not sejak:
        raise GalatSetelan(f"Setelan ip_generasi tidak menyebut generasi untuk tahun {tahun}.")
    return peta[str(max(sejak))]


def tanggal_acuan(acuan, tahun):
    """The reference date of the year (asumsi: 31 December), setting ip_tanggal_acuan."""
    nilai = potret_setelan(acuan, date(tahun, 12, 31), ("ip_tanggal_acuan",))["ip_tanggal_acuan"]
    return date.fromisoformat(f"{tahun}-{nilai}")


def potret_setelan(acuan, tanggal, kunci):
    """Values of the settings on ``tanggal`` as one dict; GalatSetelan names the one that is missing."""
    hasil = {}
    for k in kunci:
        try:
            hasil[k] = acuan.setelan(k, tanggal)
        except KeyError as galat:
            raise GalatSetelan(
                f"Setelan {k} belum ada untuk {tanggal}; muat data acuan atau isi pada halaman setelan."
            ) from galat
    return hasil


def susun(acuan, tahun, *, generasi=None, berjalan=False):
    """The frozen Aturan of ``tahun``. ``berjalan``: the year has not ended, so its predikat cannot exist yet."""
    generasi = generasi or generasi_tahun(acuan, tahun)
    kunci = KUNCI + KUNCI_C if generasi == "C" else KUNCI
    return dari_potret(potret_setelan(acuan, date(tahun, 12, 31), kunci), tahun, generasi=generasi, berjalan=berjalan)


def dari_potret(potret, tahun, *, generasi, berjalan=False):
    """The frozen Aturan of a settings snapshot, as kept with every run."""
    if generasi not in GENERASI:
        raise GalatSetelan(f"Generasi {generasi} dihitung per instansi, tidak per pegawai.")
    try:
        return rakit(potret, tahun, generasi, berjalan)
    except (ValueError, TypeError, KeyError, AttributeError) as galat:
        raise GalatSetelan(f"Setelan indeks tidak dapat dibaca: {galat}") from galat


def rakit(s, tahun, generasi, berjalan):
    """The Aturan of a snapshot; what generation A shares with the others (windows, tables, population) comes from here, too."""
    tahun_kinerja = _tahun_kinerja(s["ip_tahun_kinerja"], tahun)
    sejak = date(tahun, 1, 1)
    lain = {"tahun_T": sejak, "tanpa_batas": date.min}[s["ip_jendela_teknis_nonpelaksana"]]
    return Aturan(
        generasi=generasi,
        tahun=tahun,
        berjalan=berjalan,
        tahun_kinerja=tahun_kinerja,
        tahun_kinerja_paling_tua=tahun_kinerja - (int(s["ip_kinerja_berjalan"]) if berjalan else 0),
        awal=sejak,
        akhir=date(tahun, 12, 31),
        teknis_sejak={"struktural": lain, "fungsional": lain, "pelaksana": sejak},
        seminar_sejak=date(tahun - int(s["ip_jendela_seminar"]) + 1, 1, 1),
        disiplin_sejak=date(tahun - int(s["ip_jendela_disiplin"]) + 1, 1, 1),
        jp_minimal=int(s["ip_jp_minimal_teknis"]),
        jp_per_hari=int(s["ip_jp_per_hari"]),
        pendidikan=_peta_pendidikan(s["ip_padanan_pendidikan"]),
        kompetensi=_tabel_kompetensi(s["ip_tabel_tambahan_c"] if generasi == "C" else "tabel_2.3"),
        bebas_diklat=frozenset(nama.casefold() for nama in s["ip_jf_bebas_diklat"]),
        predikat={p: sen(n) for p, n in s["ip_peta_predikat"].items()},
        bobot_dasar={p: sen(n) for p, n in s["ip_bobot_dasar_c"].items()} if generasi == "C" else None,
        pita=_pita(s["ip_mode_batas"], s["ip_peta_predikat"]),
        disiplin=SKOR_DISIPLIN | {"berat": sen(s["ip_skor_disiplin_berat"])},
        bukan_hukuman=frozenset(s["ip_kode_bukan_hukuman"]),
        kategori=_kategori(s["ip_mode_batas"]),
        dihitung=_status_dihitung(s, generasi),
        potret=s,
    )


def _tahun_kinerja(cara, tahun):
    """Section 2.4: T-1 up to 2021, T since 2022 (auto); or as the setting says."""
    if cara == "auto":
        return tahun - 1 if tahun <= 2021 else tahun
    return {"T": tahun, "T-1": tahun - 1}[cara]


def _peta_pendidikan(padanan):
    """Table 2.2 with the equivalents of the setting ip_padanan_pendidikan."""
    dasar = {p: sen(n) for p, n in SKOR_PENDIDIKAN.items()}
    return dasar | {asal: dasar[tujuan] for asal, tujuan in padanan.items()}


def _tabel_kompetensi(tabel):
    """Table 2.3, or the office's own table of additions: {jenis jabatan: {indikator: hundredths}}."""
    sumber = TABEL_KOMPETENSI if tabel == "tabel_2.3" else tabel
    return {jenis: {i: sen(n) for i, n in isi.items()} for jenis, isi in sumber.items()}


def _pita(mode, peta):
    """Bands of table 2.4 as (lowest value, strict, hundredths), highest first."""
    batas = PITA_NILAI[mode]
    urut = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
    return tuple((Decimal(b), mode == "lebih_dari", sen(peta[p])) for b, p in zip(batas, urut, strict=True))


def _kategori(mode):
    """Lower bounds in hundredths of table 2.6, highest first."""
    tambah = 1 if mode == "lebih_dari" else 0
    return tuple((b * 100 + tambah, nama) for b, nama in zip(BATAS_KATEGORI[mode], KATEGORI, strict=False))


def _status_dihitung(s, generasi):
    """Sections 2.7 and 3: which status belongs to the population."""
    pppk = generasi != "A" and bool(s["ip_hitung_pppk"][generasi])
    return {
        "PNS": True,
        "CPNS": bool(s["ip_hitung_cpns"]),
        "PPPK": pppk,
        "PPPK_PW": pppk and bool(s["ip_hitung_pppk_paruh_waktu"]),
    }
