"""Fungsi kasus kenaikan pangkat: periode, jendela usul, penetap, akibat. The law stands in ``aturan/``."""

from datetime import date

from kepangkatan import kasus_duk  # noqa: F401 - registers its function
from kepangkatan.aturan import periode
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import tanggal_iso


@fungsi_kasus("periode_kp")
def periode_kp(*, acuan, tmt_usul: date | str, jenis: str = "REG"):
    """PP 99/2000; PerBKN 4/2023; PerBKN 4/2025 (KP-U02): apakah TMT itu periode kenaikan pangkat.

    jenis ANU dan PGB tidak terikat periode (T-09). harapan: periode_sah, gagal [kode], paling_cepat (TMT sah
    pertama sejak tanggal itu), dasar.
    """
    tmt = tanggal_iso(tmt_usul, "tmt_usul")
    entri = acuan.bulan_kp(tmt)
    sah = jenis in ("ANU", "PGB") or periode.periode_sah(acuan, tmt)
    return {
        "periode_sah": sah,
        "gagal": ["KP-U02"] if sah is False else [],
        "paling_cepat": periode.periode_berikut(acuan, tmt),
        "dasar": entri.dasar if entri else None,
    }


@fungsi_kasus("jendela_kp")
def jendela_kp(*, acuan, tmt: date | str):
    """Praktik BKN (sebagian): hari pertama dan terakhir mengusulkan kenaikan pangkat. harapan: buka, tutup."""
    buka, tutup = periode.jendela_usul(acuan, tanggal_iso(tmt, "tmt"))
    return {"buka": buka, "tutup": tutup}


@fungsi_kasus("penetap_kp")
def penetap_kp(*, acuan, golongan_baru: str, tmt: date | str):
    """Tabel pejabat penetap KP menurut golongan baru. harapan: pejabat, kantor, dicetak."""
    entri = acuan.penetap_kp(golongan_baru, tanggal_iso(tmt, "tmt"))
    if entri is None:
        raise ValueError(f"Penetap untuk {golongan_baru} tidak ada pada tabel.")
    return {"pejabat": entri.nilai.pejabat, "kantor": entri.nilai.kantor, "dicetak": entri.nilai.dicetak}
