"""Fungsi kasus pelatihan: syarat peserta, jenjang lama, peringkat, hasil. The law stands in ``pelatihan.aturan``."""

from datetime import date
from decimal import Decimal

from diklat.pelatihan import aturan
from diklat.pelatihan.syarat import SEMUA, syarat_untuk
from layanan.katalog import Konteks, fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


@fungsi_kasus("syarat_pelatihan")
def syarat_pelatihan(
    *, acuan, profil: dict, pelatihan: dict, tanggal: date | str, isian: dict | None = None,
    kegiatan: dict | None = None, kode: list | None = None,
):  # fmt: skip
    """PP 11/2017 Ps. 34, 217; PerLAN 10/2018, 5/2022: syarat peserta pelatihan (DIK-02, DIK-03, DIK-11..15, CPN-15).

    pelatihan {kelompok, jenjang}; isian {surat_rencana}; kegiatan {jp, menit, selesai}; kode: syarat yang ditanya (bawaan menurut
    kelompok). harapan: boleh, gagal [kode], periksa [kode], ya [kode], kalimat {kode: kalimat}.
    """
    hari = tanggal_iso(tanggal, "tanggal")
    kegiatan = dict(kegiatan or {})
    if "selesai" in kegiatan:
        kegiatan["selesai"] = tanggal_iso(kegiatan["selesai"], "selesai")
    lain = {"pelatihan": {"jenjang": "", **pelatihan}, "kegiatan": kegiatan}
    konteks = Konteks(susun_profil(profil, hari, acuan), isian or {}, hari, acuan, lain)
    daftar = [SEMUA[k] for k in kode] if kode else syarat_untuk(pelatihan["kelompok"])
    hasil = {s.kode: s.periksa(konteks) for s in daftar}
    menurut = {j: [k for k, h in hasil.items() if h.jawaban == j] for j in ("ya", "tidak", "perlu_diperiksa")}
    return {
        "boleh": not menurut["tidak"], "gagal": menurut["tidak"], "periksa": menurut["perlu_diperiksa"],
        "ya": menurut["ya"], "kalimat": {k: h.kalimat for k, h in hasil.items()},
    }  # fmt: skip


@fungsi_kasus("jenjang_diklat_lama")
def jenjang_diklat_lama(*, acuan, nama: str):
    """Nama lama pelatihan dan jenjang barunya (Sepala, Adum, Diklatpim IV = PKP; dan seterusnya). harapan: jenjang."""
    return aturan.jenjang_lama(nama)


@fungsi_kasus("peringkat_pelatihan")
def peringkat_pelatihan(*, acuan, kelompok: str, calon: list):
    """Alur layanan §2 no. 5 (asumsi): urutan calon. calon [[nama, tenggat wajib, sisa bulan, kurang JP, urut usul]].

    harapan: daftar nama, yang didahulukan lebih dulu.
    """
    daftar = [aturan.Calon(n, tanggal_iso(t, "tenggat"), s, k, u) for n, t, s, k, u in calon]
    return [nama for nama, _ in aturan.urutkan(daftar, kelompok)]


@fungsi_kasus("hasil_pelatihan")
def hasil_pelatihan(
    *, acuan, nilai: float | None, hadir: int | None = None, batas_nilai: int = 70, batas_hadir: int = 90
):
    """Lulus menurut nilai (0-100) dan kehadiran (persen sesi). harapan: {lulus, kalimat}."""
    angka = None if nilai is None else Decimal(str(nilai))
    lulus, kalimat = aturan.putusan(angka, hadir, batas_nilai=Decimal(batas_nilai), batas_hadir=batas_hadir)
    return {"lulus": lulus, "kalimat": kalimat}


@fungsi_kasus("jp_sesi")
def jp_sesi(*, acuan, menit: int):
    """PerLAN 10/2018: jam pelajaran utuh dari menit jadwal, satu JP 45 menit. harapan: JP."""
    return aturan.jp_dari_menit(menit)
