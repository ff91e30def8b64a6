"""Aturan perubahan keluarga: KLG-01..03. Pure.

Law: PP 7/1977 Pasal 16 with its amendments (who counts for the allowance); the ages are dated settings. The regulation file
names the facts under TUNJ-02 without ids of their own. Section of the Profil: tanggungan (living members only).
"""

from kepegawaian.aturan import tulis_tanggal, usia_tahun
from kepegawaian.aturan_keluarga import hari_usia
from layanan.katalog import perlu_diperiksa, tidak, ya

# (kode, name, whom it is about: "" a new member, else hubungan; what proves it, who issues it)
LAHIR, ORANG_TUA, MENINGGAL, SEKOLAH, BELUM, KERJA, KAWIN, PEKERJAAN, PERBAIKAN = (
    "lahir", "orang_tua", "meninggal", "sekolah", "belum", "kerja", "kawin", "pekerjaan", "perbaikan",
)  # fmt: skip
NAMA = {
    LAHIR: "Kelahiran anak, atau anak yang belum tercatat",
    ORANG_TUA: "Orang tua yang belum tercatat",
    MENINGGAL: "Anggota keluarga meninggal",
    SEKOLAH: "Surat sekolah atau kuliah anak",
    BELUM: "Anak belum kawin dan belum berpenghasilan",
    KERJA: "Anak sudah bekerja atau berpenghasilan",
    KAWIN: "Anak menikah",
    PEKERJAAN: "Pekerjaan suami/istri berubah",
    PERBAIKAN: "Perbaikan nama atau tanggal lahir",
}
BARU = (LAHIR, ORANG_TUA)
TENTANG = {
    MENINGGAL: ("pasangan", "anak", "orang_tua"), SEKOLAH: ("anak",), BELUM: ("anak",), KERJA: ("anak",), KAWIN: ("anak",),
    PEKERJAAN: ("pasangan",), PERBAIKAN: ("pasangan", "anak", "orang_tua"),
}  # fmt: skip
BUKTI = {
    LAHIR: "Akta kelahiran", ORANG_TUA: "Kartu keluarga atau akta kelahiran pegawai", MENINGGAL: "Akta kematian",
    SEKOLAH: "Surat keterangan sekolah atau kuliah", BELUM: "Surat pernyataan orang tua bermeterai",
    KERJA: "Surat keterangan kerja atau pernyataan", KAWIN: "Buku nikah anak", PEKERJAAN: "Surat keterangan kerja atau SK",
    PERBAIKAN: "Akta atau kartu keluarga",
}  # fmt: skip


def anggota(k):
    """The Tanggungan the change is about, or None."""
    return next((t for t in k.profil.tanggungan if t.anggota == k.isian.get("anggota")), None)


def klg01_orang(k):
    """KLG-01: PP 7/1977 Pasal 16: the member is recorded, is the kind of member the event can happen to, and it has happened."""
    jenis, hari = k.isian.get("jenis"), k.isian.get("tanggal_peristiwa")
    if not jenis or hari is None:
        return perlu_diperiksa("Jenis perubahan atau tanggalnya belum diisi.")
    if hari > k.tanggal:
        return tidak("Peristiwanya belum terjadi; laporkan sesudahnya.", paling_cepat=hari)
    if jenis in BARU:
        return ya(f"{NAMA[jenis]}.")
    satu = anggota(k)
    if satu is None:
        return tidak("Anggota keluarga itu tidak tercatat, atau sudah tercatat cerai atau meninggal.")
    if satu.hubungan not in TENTANG[jenis]:
        return tidak(f"{NAMA[jenis]} bukan perubahan bagi {satu.nama}.")
    if satu.tanggal_lahir and hari < satu.tanggal_lahir:
        return tidak(f"Tanggalnya mendahului kelahiran {satu.nama}.")
    return ya(f"{satu.nama}, {tulis_tanggal(hari)}.")


def klg02_sekolah(k):
    """KLG-02: PP 7/1977 Pasal 16 with its amendments: a school letter carries a child below 25 (setting)."""
    if k.isian.get("jenis") != SEKOLAH:
        return ya("Bukan surat sekolah.")
    sampai, satu = k.isian.get("sekolah_sampai"), anggota(k)
    if sampai is None:
        return perlu_diperiksa("Sampai kapan surat sekolah berlaku belum diisi.")
    if satu is None or satu.tanggal_lahir is None:
        return perlu_diperiksa("Tanggal lahir anak belum tercatat; perbaiki dahulu riwayatnya.")
    batas = k.acuan.setelan("anak_usia_maks_sekolah", k.tanggal)
    akhir = hari_usia(satu.tanggal_lahir, k.acuan, k.tanggal, sekolah=True)
    if akhir <= k.tanggal:
        return tidak(
            f"{satu.nama} sudah berusia {usia_tahun(satu.tanggal_lahir, k.tanggal)} tahun; batasnya {batas} tahun."
        )
    if sampai < k.tanggal:
        return tidak(f"Surat sekolahnya sudah berakhir {tulis_tanggal(sampai)}; minta surat yang baru.")
    if akhir <= sampai:
        return ya(f"Berlaku sampai usia {batas} tahun, {tulis_tanggal(akhir)}.")
    return ya(f"Berlaku sampai {tulis_tanggal(sampai)}.")


def klg03_belum_tercatat(k):
    """KLG-03: PP 7/1977 Pasal 16: a new member is not recorded yet."""
    if k.isian.get("jenis") not in BARU:
        return ya("Bukan anggota baru.")
    nama, lahir = (k.isian.get("nama") or "").casefold().strip(), k.isian.get("tanggal_lahir")
    if not nama or lahir is None:
        return perlu_diperiksa("Nama atau tanggal lahirnya belum diisi.")
    sama = [t for t in k.profil.tanggungan if t.tanggal_lahir == lahir]
    if any(t.nama.casefold().strip() == nama for t in sama):
        return tidak(f"{k.isian['nama']} lahir {tulis_tanggal(lahir)} sudah tercatat.")
    if sama:
        return perlu_diperiksa(f"{sama[0].nama} lahir pada hari yang sama; pastikan kembar, bukan orang yang sama.")
    return ya("Belum tercatat.")
