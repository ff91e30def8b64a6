"""Syarat karier menurut jabatan yang dituju: kode, dasar, keyakinan. Pure; the rules stand in ``aturan/``.

Source of codes: regulasi jabatan-dan-karier §2 and §4. ``syarat_untuk`` chooses what applies to a post.
"""

from karier.aturan import jabatan as j, jpt, talenta
from layanan.katalog import Dasar, Syarat

P54 = Dasar("PP 11/2017", "Pasal 54")
P54_1, P54_2, P54_3 = (Dasar("PP 11/2017", f"Pasal 54 ayat ({n})") for n in (1, 2, 3))
P107 = Dasar("PP 17/2020", "Pasal 107 huruf c")
TALENTA = Dasar("PermenPANRB 3/2020")

JAB = {
    s.kode: s
    for s in (
        Syarat("JAB-01", "PNS yang memenuhi standar kompetensi jabatan", P54, j.jab01_kompetensi),
        Syarat("JAB-02", "Berpendidikan paling rendah S1 atau D4", P54_1, j.jab02_sarjana),
        Syarat(
            "JAB-03", "Paling singkat 3 tahun sebagai pengawas atau JF setara", P54_1, j.jab03_pengalaman,
            dasar_lain=(Dasar("PermenPANRB 17/2021"),),
        ),
        Syarat("JAB-04", "Predikat kinerja paling rendah Baik dua tahun terakhir", P54, j.jab04_predikat),
        Syarat("JAB-05", "Berpendidikan paling rendah D3 atau setara", P54_2, j.jab05_diploma),
        Syarat("JAB-06", "Paling singkat 4 tahun sebagai pelaksana atau JF setara", P54_2, j.jab06_pengalaman),
        Syarat("JAB-07", "Berpendidikan paling rendah SLTA atau setara", P54_3, j.jab07_slta, keyakinan="sebagian"),
        Syarat(
            "JAB-08", "Pangkat paling rendah setingkat di bawah jenjang eselon", Dasar("PP 13/2002"), j.jab08_pangkat,
            keyakinan="sebagian",
        ),
        Syarat("JAB-09", "Jabatan ada pada peta jabatan dan lowong", Dasar("PP 18/2016"), j.jab09_lowong),
        Syarat("JAB-10", "Sisa masa kerja sebelum BUP cukup", Dasar("PP 11/2017", "Pasal 239"), j.jab10_sisa_kerja),
    )
}  # fmt: skip
JPT = {
    s.kode: s
    for s in (
        Syarat("JPT-01", "Berpendidikan paling rendah S1 atau D4", P107, jpt.jpt01_sarjana),
        Syarat("JPT-02", "Kompetensi memenuhi standar jabatan", P107, jpt.jpt02_kompetensi),
        Syarat("JPT-03", "Pengalaman pada bidang terkait paling singkat 5 tahun", P107, jpt.jpt03_pengalaman_bidang),
        Syarat("JPT-04", "Administrator atau JF Ahli Madya paling singkat 2 tahun", P107, jpt.jpt04_administrator),
        Syarat("JPT-05", "Rekam jejak, integritas, dan moralitas baik", P107, jpt.jpt05_rekam_jejak, rahasia=True),
        Syarat("JPT-06", "Usia paling tinggi 56 tahun pada pelantikan", P107, jpt.jpt06_usia, keyakinan="asumsi"),
        Syarat("JPT-07", "Sehat jasmani dan rohani", P107, jpt.jpt07_sehat),
    )
}
TAL = {
    s.kode: s
    for s in (
        Syarat("TAL-01", "Kedua sumbu tersedia dan masih berlaku", TALENTA, talenta.tal01_sumbu),
        Syarat("TAL-02", "Masuk kelompok rencana suksesi", TALENTA, talenta.tal02_kelompok_suksesi),
        Syarat(
            "TAL-03", "Tidak sedang menjalani hukuman disiplin sedang atau berat", TALENTA, talenta.tal03_disiplin,
            dasar_lain=(Dasar("PP 94/2021"), Dasar("PerBKN 6/2022", "Pasal 55")), rahasia=True,
        ),
    )
}  # fmt: skip
SEMUA = JAB | JPT | TAL
BAGI = {
    "administrator": ("JAB-01", "JAB-02", "JAB-03", "JAB-04", "JAB-08", "JAB-09", "JAB-10"),
    "pengawas": ("JAB-01", "JAB-04", "JAB-05", "JAB-06", "JAB-08", "JAB-09", "JAB-10"),
    "jpt_pratama": ("JAB-01", *JPT, "JAB-08", "JAB-09", "JAB-10"),
    "pelaksana": ("JAB-07", "JAB-09", "JAB-10"),
    "fungsional": ("JAB-09", "JAB-10"),
}


def syarat_untuk(sasaran):
    """The Syarat that the law asks of somebody for this post; none for JPT madya, which is not the regent's to fill."""
    kunci = sasaran.kelompok if sasaran.jenis == "struktural" else sasaran.jenis
    return tuple(SEMUA[kode] for kode in BAGI.get(kunci, ()))


def periksa(konteks):
    """[(Syarat, Hasil)] of the target post in ``konteks.lain["sasaran"]``."""
    return [(s, s.periksa(konteks)) for s in syarat_untuk(konteks.lain["sasaran"]) if s.berlaku(konteks.tanggal)]
