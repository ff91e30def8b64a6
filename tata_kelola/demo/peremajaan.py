"""Demo peremajaan data: pegawai memperbarui data sendiri dengan bukti, pada tiap keadaan dan langkah, terlambat pun ada."""

from datetime import timedelta

from kepegawaian.models import ProfilKini
from tata_kelola.demo.keluarga import SutradaraKeluarga

BAGIAN = "peremajaan data"
KALIMAT = {
    "kembalikan": "Fotonya buram; unggah yang nomornya terbaca.",
    "batalkan": "Nomornya keliru; saya ajukan lagi.",
    "tolak": "Bukti bukan milik pemohon.",
    "pasal": "UU 27/2022 Pasal 6",
}
# (step at which it stands, last act, days ago, what is renewed, the new value)
BABAK = (
    ("selesai", "", None, "telepon", "0812-9000-1001"), ("selesai", "", 9, "surel", "nama.baru@contoh.id"),
    ("verifikasi_bkd", "", None, "alamat", "Jl. Veteran 17, Lamongan"), ("verifikasi_bkd", "", 12, "npwp", "09.254.294.3-407.000"),
    ("verifikasi_bkd", "kembalikan", None, "telepon", "0812-9000-1002"), ("verifikasi_opd", "", None, "telepon", "0812-9000-1003"),
    ("verifikasi_opd", "", 10, "surel", "surel.pindah@contoh.id"), ("verifikasi_opd", "batalkan", None, "telepon", "0812-9000-1004"),
    ("draf", "", None, "telepon", "0812-9000-1005"),
)  # fmt: skip


def tambah_peremajaan(p):
    """Adds the plays to ``p`` (Pementasan): persons of offices that have an operator, who apply themselves."""
    operator = [opd for opd in p.sutradara("peremajaan-data").pengusul if opd]
    calon = ProfilKini.objects.filter(
        opd_id__in=operator, pegawai__usulan__isnull=True, jenis_jabatan__in=("pelaksana", "fungsional")
    ).order_by("-nip")
    bukti = (p.hari_ini - timedelta(days=30)).isoformat()
    umum = {"nomor_bukti": "", "tanggal_bukti": bukti}
    orang = p.pilih("peremajaan-data", calon, len(BABAK), umum | {"apa": "telepon", "nilai": BABAK[0][-1]})
    for pegawai, (sampai, akhir, mundur, apa, nilai) in zip(orang, BABAK, strict=False):
        s = SutradaraKeluarga("peremajaan-data", p.hari_ini, cetak=p.cetak, kalimat=KALIMAT)
        p.tambah(
            BAGIAN, s.coba(pegawai, sampai, akhir=akhir, isian=umum | {"apa": apa, "nilai": nilai}, mundur=mundur)
        )
