"""SK: nomor, tanggal, dan pejabat pada baris riwayat, believable and plainly of an invented register."""

from datetime import timedelta

from kepegawaian.bangkit.waktu import hari_kerja

KLASIFIKASI = {
    "status": "813.3",
    "pangkat": "823",
    "jabatan": "821.2",
    "gaji": "822.3",
    "hukuman": "862.1",
    "ujian": "892",
    "penghargaan": "003.2",
    "kontrak": "810",
    "tinggal": "852",
    "kedudukan": "880",
    "identitas": "826",
}
BUPATI = "Bupati Lamongan"


def bubuhi(acak, r, riwayat, dunia):
    """Writes number, date and official into every row that rests on a decree."""
    opd = dunia.unit[dunia.unit[r.unit].opd or r.unit].nama
    for jenis, klasifikasi in KLASIFIKASI.items():
        for baris in riwayat.get(jenis, ()):
            tmt = baris["tmt"]
            sebelum = acak.randrange(5, 60)
            tanggal = hari_kerja(tmt - timedelta(days=sebelum))
            baris["nomor_sk"] = f"{klasifikasi}/{acak.randrange(1, 2000)}/413.204/{tanggal.year}"
            baris["tanggal_sk"] = tanggal
            baris["pejabat"] = BUPATI
    for baris in riwayat["pangkat"]:
        _pangkat(acak, baris)
    for baris in riwayat["gaji"]:
        if baris["jenis"] == "KGB":
            baris["pejabat"] = f"Kepala {opd}"
        elif baris["jenis"] == "LAIN":
            baris["nomor_sk"] = "PP 5 Tahun 2024" if r.status in ("PNS", "CPNS") else "Perpres 11 Tahun 2024"
    for baris in riwayat["penghargaan"]:
        baris["pejabat"] = "Presiden Republik Indonesia"
    for baris in riwayat["jabatan"]:
        jabatan = dunia.jabatan[baris["jabatan"]]
        # PerBKN 7/2017: struktural and JF are sworn in, a pelaksana is not.
        dilantik = baris["penugasan"] == "D" and (jabatan.kursi or jabatan.jenis == "fungsional")
        baris["tmt_pelantikan"] = baris["tmt"] if dilantik else None


def _pangkat(acak, baris):
    """Who signs a KP, and the technical approval of BKN."""
    if baris["golongan"].startswith("IV/"):
        baris["pejabat"] = (
            "Gubernur Jawa Timur" if baris["golongan"] in ("IV/a", "IV/b") else "Presiden Republik Indonesia"
        )
    if baris["jenis_kp"] not in ("211", None):
        baris["nomor_pertek"] = f"PG-23524{acak.randrange(10**6):06d}"
        baris["tanggal_pertek"] = baris["tanggal_sk"] - timedelta(days=acak.randrange(3, 12))
