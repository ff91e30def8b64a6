"""Rute kegiatan pelatihan: langkah demi langkah menurut jalurnya. Pure data and two functions.

Source: alur layanan §2 (15 steps of the structural training of the BKD presentation, rebuilt). ``keyakinan`` is that of
the step there; the shorter routes are ordinary office practice (asumsi). Each kegiatan keeps its steps as rows, so that
a change here never rewrites one that runs.
"""

from typing import NamedTuple

# Unit that runs a kelompok of the katalog (Perbup 86/2016; fungsional is not named there: asumsi).
UNIT = {
    "struktural": "SUB32", "latsar": "SUB32", "teknis": "SUB33", "fungsional": "SUB33", "pemantapan": "SUB33",
    "pengiriman": "SUB31",
}  # fmt: skip
BIDANG, BKD = "BID3", "BKPSDM"
# Who holds a step, in words, and in which row of the swimlane he stands.
PEMEGANG = {
    "staf": ("Staf subbidang penyelenggara", "Staf"), "kasubbid": ("Kepala subbidang penyelenggara", "Eselon IV"),
    "kabid": ("Kepala Bidang Pendidikan dan Pelatihan", "Eselon III"), "kaban": ("Kepala BKD", "Eselon II"),
    "opd": ("Perangkat daerah dan ASN", "Perangkat daerah"), "peserta": ("Peserta dan atasannya", "Peserta"),
    "luar": ("Penyelenggara pelatihan", "Luar"), "sekretaris": ("Sekretaris Badan", "Eselon III"),
    "sekda": ("Sekretaris Daerah", "Sekretaris Daerah dan Bupati"), "bupati": ("Bupati", "Sekretaris Daerah dan Bupati"),
}  # fmt: skip


class Langkah(NamedTuple):
    """One step; ``sla`` in working days or None; ``keluaran``: the paper it leaves."""

    kode: str
    nama: str
    pemegang: str
    tahap: str
    sla: int | None
    keluaran: str
    keyakinan: str


def _l(kode, nama, pemegang, tahap, sla=None, keluaran="", keyakinan="asumsi"):
    return Langkah(kode, nama, pemegang, tahap, sla, keluaran, keyakinan)


STRUKTURAL = (
    _l("kebutuhan", "Analisis kebutuhan peserta", "staf", "rencana", 5, "Daftar kebutuhan", "sebagian"),
    _l("edaran", "Surat edaran yang meminta usul", "kaban", "rencana", 3, "Surat edaran", "sebagian"),
    _l("usul", "Usul perangkat daerah", "opd", "nominasi", 10, "Surat usul dan berkas", "pasti"),
    _l("verifikasi", "Verifikasi berkas dan syarat", "staf", "seleksi", 3, "Memenuhi atau tidak memenuhi syarat", "sebagian"),
    _l("peringkat", "Peringkat menurut kuota dan anggaran", "kasubbid", "seleksi", 2, "Urutan peserta"),
    _l("periksa", "Pemeriksaan daftar", "kabid", "seleksi", 1, "Daftar final"),
    _l("anggaran", "Pemeriksaan anggaran", "sekretaris", "seleksi", 1, "Daftar final"),
    _l("nota_dinas", "Nota dinas kepada Bupati", "kaban", "seleksi", 1, "Nota dinas", "sebagian"),
    _l("setuju_sekda", "Persetujuan Sekretaris Daerah", "sekda", "seleksi", 1, "Persetujuan", "sebagian"),
    _l("persetujuan", "Persetujuan Bupati", "bupati", "seleksi", 1, "Persetujuan", "sebagian"),
    _l("pengiriman", "Pengiriman kepada penyelenggara dan pemanggilan", "kaban", "persiapan", 5,
       "Surat pengiriman, surat panggilan", "sebagian"),
    _l("surat_tugas", "Surat tugas dan penunjukan Plh.", "staf", "persiapan", 2, "Surat tugas", "sebagian"),
    _l("pelatihan", "Pelatihan, aksi perubahan, seminar", "peserta", "berlangsung", None, "Laporan", "pasti"),
    _l("monitoring", "Pemantauan selama pelatihan", "kasubbid", "berlangsung", 5, "Laporan pemantauan"),
    _l("hasil", "Hasil dan STTPL", "luar", "penilaian", 10, "STTPL, nilai", "pasti"),
    _l("riwayat", "Pencatatan pada riwayat", "staf", "penilaian", 2, "Riwayat diklat", "pasti"),
    _l("pasca", "Catatan mengulang, jadwal evaluasi pascapelatihan", "staf", "penilaian", 5, "Evaluasi pasca"),
    _l("laporan", "Laporan kepada Kepala BKD dan Bupati", "kabid", "penilaian", 5, "Laporan kegiatan"),
)  # fmt: skip
SENDIRI = (
    _l("persiapan", "Kerangka acuan dan pengumuman", "kasubbid", "rencana", 5, "Kerangka acuan"),
    _l("usul", "Nominasi perangkat daerah dan ASN", "opd", "nominasi", 10, "Daftar calon"),
    _l("verifikasi", "Verifikasi syarat", "staf", "seleksi", 3, "Memenuhi atau tidak memenuhi syarat"),
    _l("peringkat", "Peringkat menurut kuota", "kasubbid", "seleksi", 2, "Urutan peserta"),
    _l("persetujuan", "Penetapan peserta", "kabid", "seleksi", 2, "Daftar peserta"),
    _l("surat_tugas", "Surat tugas", "staf", "persiapan", 2, "Surat tugas"),
    _l("pelatihan", "Pelatihan dan kehadiran", "peserta", "berlangsung", None, "Daftar hadir"),
    _l("hasil", "Nilai dan hasil", "staf", "penilaian", 5, "Daftar nilai"),
    _l("riwayat", "Sertifikat dan pencatatan riwayat", "staf", "penilaian", 5, "Sertifikat"),
    _l("pasca", "Catatan mengulang, jadwal evaluasi pascapelatihan", "staf", "penilaian", 5, "Evaluasi pasca"),
    _l("laporan", "Laporan kepada Kepala BKD", "kabid", "penilaian", 5, "Laporan kegiatan"),
)
PENGIRIMAN = (
    _l("undangan", "Undangan penyelenggara", "staf", "rencana", 3, "Surat undangan"),
    _l("usul", "Nominasi perangkat daerah dan ASN", "opd", "nominasi", 5, "Daftar calon"),
    _l("verifikasi", "Verifikasi syarat", "staf", "seleksi", 2, "Memenuhi atau tidak memenuhi syarat"),
    _l("peringkat", "Peringkat menurut kuota dan anggaran", "kasubbid", "seleksi", 2, "Urutan peserta"),
    _l("persetujuan", "Persetujuan", "kabid", "seleksi", 2, "Daftar peserta"),
    _l("surat_tugas", "Surat tugas", "staf", "persiapan", 2, "Surat tugas"),
    _l("pelatihan", "Mengikuti kegiatan", "peserta", "berlangsung", None, "Laporan peserta"),
    _l("hasil", "Sertifikat dari penyelenggara", "luar", "penilaian", 10, "Sertifikat"),
    _l("riwayat", "Pencatatan pada riwayat", "staf", "penilaian", 3, "Riwayat diklat"),
    _l("laporan", "Laporan kepada Kepala BKD", "kabid", "penilaian", 5, "Laporan kegiatan"),
)
MENURUT = {
    "struktural": STRUKTURAL, "latsar": STRUKTURAL, "teknis": SENDIRI, "fungsional": SENDIRI, "pemantapan": SENDIRI,
    "pengiriman": PENGIRIMAN,
}  # fmt: skip
# The certificate comes from the organiser (BPSDM Jawa Timur, LAN, …); of the others the BKD issues it.
DARI_LUAR = ("struktural", "latsar", "pengiriman")
# Steps at which a letter from outside is recorded, and those that need a written note.
BERSURAT = ("pengiriman", "undangan")
BERCATATAN = ("monitoring", "laporan", "persiapan")
# Steps from which an official may send the list back to the one before.
DAPAT_KEMBALI = ("peringkat", "periksa", "anggaran", "nota_dinas", "setuju_sekda", "persetujuan")
# Holders outside the BKD: they decide on a page of their own, and see no more than the list they decide on.
PEMUTUS = ("sekda", "bupati")


def langkah(kelompok):
    """The steps of a kelompok of the katalog."""
    return MENURUT[kelompok]


def pencatat(pemegang):
    """Who presses in the portal: what OPD, participants and outside organisers do is recorded by the staf."""
    return "staf" if pemegang in ("opd", "peserta", "luar") else pemegang
