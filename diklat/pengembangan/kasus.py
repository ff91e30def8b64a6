"""Fungsi kasus pengembangan: JP setahun, konversi, dan pelatihan wajib."""

from datetime import date

from diklat.pengembangan import aturan
from diklat.pengembangan.kumpulan import SYARAT
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso

_SYARAT = {s.kode: s for s in SYARAT}


@fungsi_kasus("jp_pengembangan")
def jp_pengembangan(*, acuan, kode: str, profil: dict, tanggal: date | str):
    """PP 11/2017 Ps. 203; PP 49/2018 Ps. 40: JP setahun. kode: DIK-01 atau DIK-02. harapan: jawaban, kalimat."""
    per = tanggal_iso(tanggal, "tanggal")
    hasil = _SYARAT[kode].periksa(Konteks(susun_profil(profil, per, acuan), {}, per, acuan))
    return {"jawaban": hasil.jawaban, "kalimat": hasil.kalimat}


@fungsi_kasus("pelatihan_wajib")
def pelatihan_wajib(*, acuan, profil: dict, tanggal: date | str):
    """PP 11/2017 Ps. 34 (Latsar) dan 217 (DIK-15, asumsi). harapan: daftar {kode, sampai}."""
    per = tanggal_iso(tanggal, "tanggal")
    return [{"kode": w.kode, "sampai": w.sampai} for w in aturan.wajib(susun_profil(profil, per, acuan), acuan, per)]


@fungsi_kasus("konversi_jp")
def konversi_jp(*, acuan, jenis: str, banyak: int | None, tanggal: date | str):
    """PerLAN 10/2018 (asumsi, setelan jp_konversi): JP sekian hari atau sesi suatu jenis. harapan: jp, satuan."""
    jp, satuan = aturan.konversi(acuan, jenis, banyak, tanggal_iso(tanggal, "tanggal"))
    return {"jp": jp, "satuan": satuan}
