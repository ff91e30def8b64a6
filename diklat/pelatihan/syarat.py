"""Syarat pelatihan: kode, dasar, keyakinan; which apply to whom. The functions stand in ``aturan``."""

from dataclasses import replace

from diklat.pelatihan import aturan as a
from diklat.pengembangan.aturan import dik02_jp_pppk
from layanan.katalog import Dasar, Syarat, daftarkan_aturan


def dik02_kegiatan(k):
    """DIK-02, PP 49/2018 Ps. 40: with the JP of this kegiatan a PPPK stays within the most of his contract year."""
    satu = k.lain.get("kegiatan") or {}
    isian = {"jp": satu.get("jp"), "tanggal_selesai": satu.get("selesai")}
    return dik02_jp_pppk(replace(k, isian=isian))


PBKOM, KEPEMIMPINAN = Dasar("PerLAN 10/2018"), Dasar("PerLAN 5/2022")
DIK02 = Syarat(
    "DIK-02", "PPPK: paling banyak 24 JP dalam satu tahun perjanjian kerja", Dasar("PP 49/2018", "Pasal 40"),
    dik02_kegiatan, keyakinan="sebagian",
)  # fmt: skip
DIK03 = Syarat("DIK-03", "Sertifikat menyebut jumlah JP; satu JP 45 menit", PBKOM, a.dik03_jp, keyakinan="sebagian")
DIK11 = Syarat(
    "DIK-11", "Menduduki atau diusulkan pada jabatan yang sesuai jenjang pelatihan", KEPEMIMPINAN, a.dik11_jenjang,
    keyakinan="sebagian", dasar_lain=(Dasar("PerLAN 6/2022"),),
)  # fmt: skip
DIK12 = Syarat(
    "DIK-12", "Belum lulus pelatihan pada jenjang yang sama", KEPEMIMPINAN, a.dik12_belum_pernah, keyakinan="sebagian"
)
DIK13 = Syarat("DIK-13", "Tidak melewati batas usia pelatihan", KEPEMIMPINAN, a.dik13_usia, keyakinan="sebagian")
DIK14 = Syarat(
    "DIK-14", "Tidak sedang menjalani hukuman disiplin sedang atau berat dan tidak diperiksa", Dasar("PP 94/2021"),
    a.dik14_disiplin, dasar_lain=(Dasar("PerBKN 6/2022", "Pasal 55"),), rahasia=True,
)  # fmt: skip
DIK15 = Syarat(
    "DIK-15", "Pejabat yang belum mengikuti pelatihan jenjangnya menyelesaikannya dalam satu tahun",
    Dasar("PP 11/2017", "Pasal 217"), a.dik15_wajib, keyakinan="asumsi",
)  # fmt: skip
CPN15 = Syarat(
    "CPN-15", "Latsar satu kali, dalam masa percobaan satu tahun", Dasar("PP 11/2017", "Pasal 34"), a.cpn15_sekali,
    keyakinan="sebagian",
)  # fmt: skip
SEMUA = {s.kode: s for s in (DIK02, DIK03, DIK11, DIK12, DIK13, DIK14, DIK15, CPN15)}
BAGI = {
    "struktural": (DIK11, DIK12, DIK13, DIK14),
    "latsar": (DIK11, CPN15, DIK14),
    "fungsional": (DIK11, DIK02, DIK14),
}
BAGIAN = ("pangkat", "unit", "jabatan", "hukuman", "diklat", "kontrak")

daftarkan_aturan("pelatihan", "Pelatihan", "diklat:kegiatan_list", SEMUA.values())


def syarat_untuk(kelompok):
    """Conditions of nomination for a kelompok of the katalog; of teknis and pengiriman the JP of a PPPK and discipline."""
    return BAGI.get(kelompok, (DIK02, DIK14))


def periksa(konteks):
    """[(Syarat, Hasil)] of the nomination in ``konteks.lain["pelatihan"]``."""
    semua = syarat_untuk(konteks.lain["pelatihan"]["kelompok"])
    return [(s, s.periksa(konteks)) for s in semua if s.berlaku(konteks.tanggal)]
