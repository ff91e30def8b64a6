"""Peristiwa: satu tabel semua kejadian yang diberitahukan portal, dengan kalimat dan saluran bawaannya.

Every ``beri_tahu`` names an event of ``TABEL``; an aspect that has something to tell adds its line here. The bell
always rings; what leaves the portal (surel, WhatsApp) follows the person, else the office (setelan ``kabar_surel``,
``kabar_whatsapp``), else ``Peristiwa.saluran``. Pure: no ORM, no clock. The rows are written by ``kabar``.
"""

from dataclasses import dataclass

SUREL, WHATSAPP = "surel", "whatsapp"
SALURAN = {SUREL: "Surel", WHATSAPP: "WhatsApp"}
SETELAN = {SUREL: "kabar_surel", WHATSAPP: "kabar_whatsapp"}
TIDAK_ADA = "tidak_ada"  # the one word of a setting that switches a whole channel off by default

_DIRI = frozenset({"asn", "pensiunan"})
_PETUGAS = frozenset({"atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan"})
_PENGUSUL = _DIRI | {"operator_opd", "staf_bkd"}


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One event.

    ``kalimat``: what the settings page calls it. ``untuk``: roles that may meet it, empty for everybody.
    ``saluran``: channels that are on when neither person nor office has said anything. ``isi_keluar``: may the second
    line leave the portal? False where a person typed it or it names others. ``wajib``: why it cannot be switched off.
    ``kabar``: False for a message that never comes as a notice (the one-time code itself).
    """

    kode: str
    kalimat: str
    untuk: frozenset = frozenset()
    saluran: tuple[str, ...] = ()
    isi_keluar: bool = False
    wajib: str = ""
    kabar: bool = True

    def bagi(self, peran):
        """True when somebody with these roles may meet it."""
        return not self.untuk or not self.untuk.isdisjoint(peran)


_AMAN = "Menjaga keamanan akun Anda, jadi selalu dikirim."
_JEJAK = "Menjaga keutuhan jejak, jadi selalu dikirim."
_DAFTAR = (
    Peristiwa("langkah_masuk", "Usulan tiba di meja Anda", _PETUGAS | _DIRI, isi_keluar=True),
    Peristiwa(
        "rekap_pagi", "Rekap pagi: yang menunggu, terlambat, dan jatuh tempo hari ini", _PETUGAS, (SUREL,), True
    ),
    Peristiwa("dikembalikan", "Usulan perlu diperbaiki", _PENGUSUL, (SUREL, WHATSAPP)),
    Peristiwa("ditolak", "Usulan ditolak", _PENGUSUL, (SUREL, WHATSAPP)),
    Peristiwa("naskah_terbit", "SK atau surat Anda terbit", _DIRI, (SUREL, WHATSAPP), True),
    Peristiwa(
        "naskah_usulan",
        "SK atau surat yang Anda usulkan bagi orang lain terbit",
        frozenset({"operator_opd", "staf_bkd"}),
        (SUREL,),
        True,
    ),
    Peristiwa("usulan_selesai", "Usulan selesai seluruhnya", _PENGUSUL),
    Peristiwa("posisi", "Usulan Anda berpindah meja", _DIRI, isi_keluar=True),
    Peristiwa("seleksi_tahap", "Hasil tahap seleksi terbuka yang Anda ikuti diumumkan", _DIRI, (SUREL,)),
    Peristiwa("korpri", "Kegiatan Korpri yang Anda ikuti, atau tulisan Anda untuk Abdi Negara", _DIRI, (SUREL,)),
    Peristiwa("nominatif_selesai", "Nominatif selesai diajukan", frozenset({"operator_opd", "staf_bkd"})),
    Peristiwa("tanda_tangan", "Penandatanganan elektronik selesai atau menunggu Anda", _PETUGAS),
    Peristiwa("impor", "Berkas impor selesai dibaca atau diterapkan", frozenset({"staf_bkd"})),
    Peristiwa("daftar_resmi", "Daftar resmi selesai disusun", frozenset({"staf_bkd", "pejabat_bkd"})),
    Peristiwa("tpp", "TPP yang Anda minta selesai atau gagal dihitung", frozenset({"staf_bkd", "pejabat_bkd"})),
    Peristiwa(
        "kinerja",
        "SKP dan penilaian kinerja: menunggu Anda, dikembalikan, ditetapkan, dinilai",
        _DIRI | _PETUGAS,
        (SUREL,),
    ),
    Peristiwa("ketidakhadiran", "Ketidakhadiran bawahan Anda mencapai ambang hukuman disiplin", frozenset({"atasan"})),
    Peristiwa("pensiun", "Jadwal pensiun: DPCP, usul, SK, dan pelepasan", _PETUGAS | _DIRI, (SUREL,), True),
    Peristiwa(
        "tugas_belajar",
        "Tugas belajar: laporan semester, akhir masa, dan ikatan dinas",
        _DIRI | {"staf_bkd"},
        (SUREL,),
    ),
    Peristiwa(
        "pelatihan",
        "Pelatihan: nominasi, panggilan, daftar tunggu, pembatalan, hasil, evaluasi",
        _DIRI | _PETUGAS,
        (SUREL,),
    ),
    Peristiwa(
        "pemberkasan",
        "Pemberkasan seleksi ASN: berkas perlu diperbaiki, lengkap, tenggat",
        frozenset({"calon"}),
        (SUREL,),
        True,
    ),
    Peristiwa(
        "kontrak",
        "Perjanjian kerja PPPK akan berakhir, atau batas usul perpanjangannya tiba",
        _PETUGAS | _DIRI,
        (SUREL,),
        True,
    ),
    Peristiwa(
        "formasi",
        "Analisis beban kerja, rencana, dan usul formasi: menunggu Anda, terlambat, atau dikembalikan",
        _PETUGAS,
        (SUREL,),
    ),
    Peristiwa("data_pribadi", "Salinan data pribadi Anda siap diunduh", saluran=(SUREL,)),
    Peristiwa("umum", "Pemberitahuan lain"),
    Peristiwa(
        "segel", "Jejak tidak lagi seperti ketika disegel", frozenset({"inspektorat", "admin"}), (SUREL,), True, _JEJAK
    ),
    Peristiwa("keamanan", "Keamanan akun Anda berubah", saluran=(SUREL,), isi_keluar=True, wajib=_AMAN),
    Peristiwa("kode_slip", "Slip kode akun Anda dicetak petugas", saluran=(SUREL,), isi_keluar=True, wajib=_AMAN),
    Peristiwa("kode_surel", "Kode aktivasi dan atur ulang sandi", saluran=(SUREL,), wajib=_AMAN, kabar=False),
)
TABEL = {p.kode: p for p in _DAFTAR}


def ambil(kode):
    """The Peristiwa ``kode``; KeyError with a sentence when the table does not know it."""
    if kode not in TABEL:
        raise KeyError(f"Peristiwa {kode!r} tidak ada pada kepegawaian/peristiwa.py.")
    return TABEL[kode]


def bawaan(peristiwa, saluran, acuan, tanggal):
    """Is ``saluran`` on for this event on ``tanggal`` when the person has not chosen? Office first, then the table."""
    if peristiwa.wajib:
        return saluran in peristiwa.saluran
    try:
        return peristiwa.kode in acuan.setelan(SETELAN[saluran], tanggal)
    except KeyError:
        return saluran in peristiwa.saluran


def dipakai(peristiwa, saluran, pilihan, acuan, tanggal):
    """Does a notice go out by ``saluran``? ``pilihan``: True, False, or None when the person has not chosen."""
    if pilihan is None or peristiwa.wajib:
        return bawaan(peristiwa, saluran, acuan, tanggal)
    return pilihan
