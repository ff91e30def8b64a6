"""Demo penugasan pada instansi lain dan SPMJ: satu usulan pada tiap status, dan satu pejabat yang melepas jabatannya."""

from datetime import timedelta

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jabatan, ProfilKini

BAGIAN = "penugasan pada instansi lain, SPMJ"
# (step at which it stands, last act)
BABAK_PENUGASAN = (("selesai", ""), ("mulai", ""), ("pertek", ""), ("telaah", "kembalikan"), ("keputusan", "tolak"),
                   ("periksa_kasubbid", "batalkan"), ("draf", ""))  # fmt: skip
BABAK_SPMJ = (("selesai", ""), ("tanda_tangan", ""), ("verifikasi_opd", ""), ("verifikasi_opd", "kembalikan"),
              ("penetapan", "tolak"), ("penetapan", "batalkan"), ("draf", ""))  # fmt: skip
KALIMAT = {
    "kembalikan": "Surat instansi penerima belum menyebut jabatan yang diperlukan; mintakan surat yang lengkap.",
    "tolak": "Tenaganya masih diperlukan perangkat daerahnya sampai akhir tahun anggaran.",
    "pasal": "PerBKN 16/2022 Pasal 7",
    "batalkan": "Instansi penerima menunda permintaannya.",
}
KALIMAT_SPMJ = {
    "kembalikan": "Tanggal SPMT pada berkas tidak sama dengan riwayat; usulkan perbaikannya dahulu.",
    "tolak": "Ia sedang diusulkan mutasi, sehingga pernyataan dibuat perangkat daerah yang baru.",
    "pasal": "PerBKN 7/2017",
    "batalkan": "Suratnya tidak jadi diminta bendahara.",
}


def isian_penugasan(hari_ini, jabatan=""):
    """Answers of the form: two years from the first of the month after next."""
    mulai = tambah_bulan(hari_ini.replace(day=1), 2)
    return {
        "jenis": "INSTANSI", "prakarsa": "permintaan", "pertek": "ya", "instansi": "Sekretariat KPU Kabupaten Lamongan",
        "tugas": "Pelaksana pada Subbagian Teknis Penyelenggaraan", "tmt": mulai.isoformat(),
        "sampai": (tambah_bulan(mulai, 24) - timedelta(days=1)).isoformat(), "jabatan_selama": jabatan,
        "nomor_surat": f"118/SDM.02-SD/3524/{hari_ini.year}", "tanggal_surat": (hari_ini - timedelta(days=45)).isoformat(),
    }  # fmt: skip


def tambah_penugasan(p, sutradara):
    """Adds the plays of both services to ``p`` (Pementasan); ``sutradara`` answers the forms of the steps."""
    sutradara.kalimat = KALIMAT
    slug, isian = "penugasan-luar", isian_penugasan(p.hari_ini)
    pelaksana = ProfilKini.objects.filter(status="PNS", jenis_jabatan="pelaksana", pegawai__usulan__isnull=True)
    calon = pelaksana.exclude(unit__kode="SUB11").exclude(opd__isnull=True).order_by("-nip")
    orang = p.pilih(slug, calon, len(BABAK_PENUGASAN), isian)
    for pegawai, (sampai, akhir) in zip(orang, BABAK_PENUGASAN, strict=False):
        p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, isian=isian, akhir=akhir))
    jabatan = Jabatan.objects.filter(jenis="pelaksana", berlaku_sampai__isnull=True).order_by("kode").first()
    if jabatan:
        isian = isian_penugasan(p.hari_ini, jabatan.kode)
        kepala = ProfilKini.objects.filter(eselon_id="IV.a", pegawai__usulan__isnull=True).order_by("-nip")
        for pegawai in p.pilih(slug, kepala, 1, isian):
            p.tambah(BAGIAN, sutradara.coba(pegawai, "keputusan", isian=isian))
    _spmj(p)


def _spmj(p):
    slug, isian = "spmj", {"tmt": p.hari_ini.isoformat(), "keperluan": "tunjangan"}
    kepala = ProfilKini.objects.filter(eselon_id__in=("III.b", "IV.a"), pegawai__usulan__isnull=True)
    ada_operator = [opd for opd in p.sutradara(slug).pengusul if opd]
    orang = p.pilih(slug, kepala.filter(opd_id__in=ada_operator), len(BABAK_SPMJ), isian)
    p.sutradara(slug).kalimat = KALIMAT_SPMJ
    for pegawai, (sampai, akhir) in zip(orang, BABAK_SPMJ, strict=False):
        p.tambah(BAGIAN, p.sutradara(slug).lakon(pegawai, sampai, isian=isian, akhir=akhir))
