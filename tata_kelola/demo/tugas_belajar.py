"""Demo tugas belajar: rencana kebutuhan, usul pada tiap langkah, laporan semester tepat waktu dan terlambat, ikatan dinas.

Played by the Subbid that owns it and by the operators. Those who study for a year already had their SK on paper; they are
put under monitoring as the office would, and their reports are sent by their operator.
"""

from datetime import timedelta

from diklat.models import RencanaTugasBelajar, TugasBelajar
from diklat.tugas_belajar import aturan, fakta, perbuatan
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pegawai, Pengguna, ProfilKini, RiwayatTinggal
from layanan import katalog
from layanan.galat import DitolakAlur
from tata_kelola.demo.panggung import Sutradara
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "tugas belajar"
RENCANA = (
    ("S2", "Ilmu Administrasi Publik", 16),
    ("S2", "Kebijakan Kesehatan", 2),
    ("S1", "Sistem Informasi", 4),
    ("S3", "Ilmu Pemerintahan", 1),
)
KALIMAT = {
    "kembalikan": "Surat jaminan biaya belum bertanda tangan; unggah yang lengkap.",
    "tolak": "Kuota rencana kebutuhan program itu tahun ini sudah terisi.",
    "pasal": "SE PANRB 28/2021",
    "batalkan": "Menunda pendaftaran ke tahun berikutnya.",
}
# (step at which it stands, last act, late, how it is done, who pays); who is released first, while there are pelaksana
BABAK = (
    ("selesai", "", False, "dibebaskan", "apbd"), ("verifikasi_bkd", "kembalikan", False, "dibebaskan", "apbd"),
    ("selesai", "", False, "tetap", "sendiri"), ("serahkan", "", False, "tetap", "apbd"),
    ("tanda_tangan", "", False, "tetap", "apbd"), ("penetapan", "", False, "tetap", "sendiri"), ("paraf_sekda", "", False, "tetap", "apbd"),
    ("persetujuan_kaban", "", True, "tetap", "sendiri"), ("persetujuan_kaban", "tolak", False, "tetap", "sendiri"),
    ("periksa_kabid", "", False, "tetap", "apbd"), ("periksa_kasubbid", "", False, "tetap", "sendiri"), ("seleksi", "", False, "tetap", "apbd"),
    ("rekomendasi_opd", "", True, "tetap", "sendiri"),
    ("verifikasi_opd", "batalkan", False, "tetap", "sendiri"), ("draf", "", False, "tetap", "sendiri"),
)  # fmt: skip
# (months ago it began, semesters reported, what becomes of it)
PANTAUAN = (
    (14, 2, ""), (8, 0, "terlambat"), (20, 2, "menunggu"), (13, 1, "kembali"), (22, 3, "perpanjang"), (21, 3, "perpanjang_jalan"),
    (23, 3, "selesai"), (19, 3, "selesai"), (12, 1, "berhenti"), (25, 4, "selesai_jalan"),
)  # fmt: skip


class SutradaraTubel(Sutradara):
    """Answers the selection; the decrees are signed by the Bupati's clerk as always."""

    def __init__(self, slug, hari_ini, *, cetak):
        super().__init__(katalog.ambil(slug), hari_ini, cetak=cetak)
        self.kalimat = KALIMAT

    def jawaban(self, usulan, pada):
        """The committee recommends."""
        return {"hasil": "lulus", "nomor_berita_acara": f"800.1.11/{usulan.pk}/413.204/{pada.year}",
                "tanggal_berita_acara": pada.date().isoformat(), "nilai": "81.5", "catatan": ""}  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of its berita acara."""
        return pindaian(
            "Berita acara seleksi tugas belajar", isi["nomor_berita_acara"], usulan.pegawai.kini.nama_lengkap
        )


def staf_diklat():
    """A staf of the Subbid that owns tugas belajar who heads nothing; None in a very small regency."""
    orang = ProfilKini.objects.filter(unit__kode="SUB31", aktif=True).exclude(jenis_jabatan="struktural")
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


def mainkan_tugas_belajar(p):
    """Plays all of it for ``p`` (Pementasan)."""
    staf, main = staf_diklat(), SutradaraTubel("tugas-belajar", p.hari_ini, cetak=p.cetak)
    if staf is None:
        return
    operator = [opd for opd in main.pengusul if opd]
    calon = ProfilKini.objects.filter(
        status="PNS", jenis_jabatan__in=("pelaksana", "fungsional"), kedudukan_id="01", opd_id__in=operator, pegawai__usulan__isnull=True,
        tmt_pensiun__gt=tambah_bulan(p.hari_ini, 12 * 14),
    ).exclude(pegawai__pengguna__penugasan__peran="operator_opd").order_by("-jenis_jabatan", "nip")  # fmt: skip
    awal = main.saat(2, mundur=70)
    rencana = _rencana(p, main.pelaku(staf, awal[0]))
    lakon = _usul(p, main, calon, rencana)
    lakon += _pantau(p, main, staf, calon)
    p.langsung(lakon)
    _sesudah(p, main, staf)


def _rencana(p, oleh):
    """The need plan of this year and the next; the id of its first row for each year."""
    pertama = {}
    for tahun in (p.hari_ini.year, p.hari_ini.year + 1):
        for jenjang, prodi, jumlah in RENCANA:
            r = RencanaTugasBelajar(
                tahun=tahun, jenjang=jenjang, prodi=prodi, jumlah=jumlah, keterangan="Contoh rekaan."
            )
            r = perbuatan.simpan_rencana(r, oleh=oleh)
            pertama.setdefault(tahun, str(r.pk))
    return pertama


def _usul(p, main, calon, rencana):
    """A usulan at each step and in each status."""
    lakon = []
    for sampai, akhir, terlambat, cara, biaya in BABAK:
        mulai = tambah_bulan(p.hari_ini.replace(day=1), -1 if sampai == "selesai" else 1)
        isian = {
            "cara": cara, "jenjang": "S2", "prodi": "Ilmu Administrasi Publik", "sekolah": "Universitas Airlangga", "akreditasi": "Unggul",
            "rencana": rencana[mulai.year], "tmt": mulai.isoformat(), "sampai": aturan.akhir(mulai, 24).isoformat(), "biaya": biaya,
            "jumlah_biaya": None if biaya == "sendiri" else 60_000_000, "jabatan_selama": "", "sponsor": "",
        }  # fmt: skip
        for pegawai in p.pilih("tugas-belajar", calon, 1, isian):
            if cara == aturan.DIBEBASKAN and pegawai.kini.jenis_jabatan != "pelaksana":
                isian = isian | {"jabatan_selama": fakta.pelaksana("")[1][0]}
            lakon.append(
                p.berwaktu(BAGIAN, main.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))
            )
    return lakon


def _pantau(p, main, staf, calon):
    """Studies whose SK is on paper, with their reports; then extensions and finishes as plays."""
    lama = RiwayatTinggal.objects.filter(
        jenis="TUBEL", dibatalkan_pada=None, sampai__gte=p.hari_ini, pegawai__kini__kedudukan_id="03"
    )
    for baris in lama.filter(pegawai__kini__aktif=True).order_by("pegawai_id")[:2]:  # the others wait to be monitored
        _catat(p, main, staf, baris.pegawai, "dibebaskan", baris.tmt, baris.sampai)
    orang = p.pakai(Pegawai.objects.select_related("kini__opd").get(pk=k.pk) for k in p.bebas(calon)[: len(PANTAUAN)])
    lakon = []
    for pegawai, (bulan, banyak, apa) in zip(orang, PANTAUAN, strict=False):
        mulai = tambah_bulan(p.hari_ini.replace(day=1), -bulan)
        t = _catat(p, main, staf, pegawai, "tetap", mulai, aturan.akhir(mulai, 24))
        _laporan(p, main, staf, t, banyak, apa)
        lakon += _kelanjutan(p, t, pegawai, apa)
    return lakon


def _catat(p, main, staf, pegawai, cara, mulai, sampai):
    data = {"nomor_sk": f"800.1.11/{mulai.month}/413.207/{mulai.year}", "cara": cara, "biaya": "apbd", "sponsor": "", "jumlah_biaya": 60_000_000,
            "jenjang": "S2", "prodi": "Magister Manajemen", "sekolah": "Universitas Brawijaya", "luar_negeri": False,
            "mulai": mulai, "sampai": sampai}  # fmt: skip
    return perbuatan.catat(pegawai, data, oleh=main.pelaku(staf, main.saat(1, mundur=60)[0]))


def _laporan(p, main, staf, t, banyak, apa):
    """The first ``banyak`` semesters: accepted, but the last one waits or comes back where the play wants it."""
    akun = main.pengusul_untuk(t.pegawai)
    for nomor in range(1, banyak + 1):
        pada = main.saat(2, mundur=40 - nomor)
        isi = {"ip": 3.2 + nomor / 10, "ipk": 3.3, "sks": 12, "catatan": ""}
        r = perbuatan.lapor(
            t, nomor, isi, pindaian("Kartu hasil studi", f"Semester {nomor}"), oleh=main.pelaku(akun, pada[0])
        )
        if nomor == banyak and apa == "menunggu":
            continue
        kembali = nomor == banyak and apa == "kembali"
        hasil, alasan = ("dikembalikan", "KHS tidak memuat tanda tangan fakultas.") if kembali else ("diterima", "")
        perbuatan.periksa(r.pk, hasil, alasan, oleh=main.pelaku(staf, pada[1]))


def _kelanjutan(p, t, pegawai, apa):
    """The play of an extension, a finish, or a stop."""
    if apa.startswith("perpanjang"):
        main, mulai = (
            SutradaraTubel("perpanjangan-tugas-belajar", p.hari_ini, cetak=p.cetak),
            t.sampai + timedelta(days=1),
        )
        isian = {
            "tmt": mulai.isoformat(),
            "sampai": aturan.akhir(mulai, 6).isoformat(),
            "alasan": "Penelitian tesis belum selesai.",
        }
        sampai, telat = ("periksa_kasubbid", True) if apa.endswith("jalan") else ("selesai", False)
    elif apa.startswith("selesai") or apa == "berhenti":
        main, henti = SutradaraTubel("selesai-tugas-belajar", p.hari_ini, cetak=p.cetak), apa == "berhenti"
        isian = {"hasil": "berhenti" if henti else "lulus", "selesai": (p.hari_ini - timedelta(days=50)).isoformat(),
                 "tmt": (p.hari_ini - timedelta(days=20)).isoformat(), "ipk": None if henti else 3.62,
                 "alasan": "Mengundurkan diri dari program." if henti else "", "biaya_diterima": 30_000_000 if henti else None}  # fmt: skip
        sampai, telat = ("verifikasi_bkd", True) if apa.endswith("jalan") else ("selesai", False)
    else:
        return []
    return [p.berwaktu(BAGIAN, main.lakon(pegawai, sampai, terlambat=telat, isian=isian))]


def _sesudah(p, main, staf):
    """One bond is broken and partly known: the amount is asked for; reminders go out."""
    oleh = main.pelaku(staf, main.saat(1)[0])
    terikat = TugasBelajar.objects.filter(keadaan="selesai", ikatan_sampai__gt=p.hari_ini).order_by("pk").first()
    if terikat is not None:
        try:
            perbuatan.putus(terikat.pk, tanggal=p.hari_ini, sebab="Berhenti atas permintaan sendiri.", versi=terikat.versi, oleh=oleh,
                            ganti_rugi=terikat.jumlah_biaya)  # fmt: skip
        except DitolakAlur as galat:
            p.berhenti.append((BAGIAN, str(galat)))
    perbuatan.ingatkan(p.hari_ini, sekarang=oleh.kini)
