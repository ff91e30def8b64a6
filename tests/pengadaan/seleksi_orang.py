"""Orang, formasi, dan berkas bagi uji seleksi: kantor yang memegang langkahnya, dan seleksi sampai tahap mana pun."""

import io
from datetime import date, timedelta
from types import SimpleNamespace

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import PejabatLuar, Pengguna
from layanan import alur
from layanan.wewenang import alasan_tidak_berwenang
from pengadaan.models import Formasi, ImporSeleksi
from pengadaan.seleksi import hasil, impor, pemberkasan, perbuatan, usul
from pengadaan.seleksi.forms import jadwal_awal
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, jabatan_kode, tugaskan, unit_kode

KINI = timezone.localdate()
ORANG = {
    "fina": {"nama": "Fina Formasi", "unit": "SUB21"},
    "kasub": {"nama": "Kasub Rahma", "unit": "SUB21", "jabatan": "KEPALA-SUB21", "golongan": "III/d"},
    "kabid": {"nama": "Kabid Wira", "unit": "BID2", "jabatan": "KEPALA-BID2", "golongan": "IV/a"},
    "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"nama": "Sekda Utama", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d", "kelamin": "L"},
    "kadinkes": {"nama": "Kadar Usman", "unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c", "kelamin": "L"},
    "sari": {"nama": "Sari Dewi", "unit": "SUB11"},
}  # fmt: skip
JABATAN, UNIT = "P-PENELAAH-TEKNIS-KEBIJAKAN", "DINKES-SUBBAG1"
PELAMAR = impor.KOLOM["pelamar"]


def kantor():
    """Everybody of ``ORANG`` with an account, and the clerk of the Bupati."""
    k = SimpleNamespace(akun={})
    for nama, isi in ORANG.items():
        pegawai = buat_pegawai(**isi)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    k.akun["perekam"] = buat_akun(nama_pengguna="perekam.bupati", nama="Perekam Bupati")
    tugaskan(k.akun["perekam"], "perekam_pimpinan")
    PejabatLuar.objects.create(
        kantor="BUPATI", jabatan="Bupati Lamongan", nama="H. Wiratama", sejak=date(2025, 2, 20), dasar="uji"
    )
    k.oleh = lambda nama: pelaku(k.akun[nama])
    return k


def pelaku(akun):
    """The Pelaku of an account today."""
    return alur.Pelaku(akun, hitung_hak(akun, per=timezone.localdate(), acuan=acuan_kini()), "127.0.0.1")


def xlsx(kolom, *baris):
    """A workbook as an upload."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar)
    lembar = buku.add_worksheet("Data")
    for i, satu in enumerate([kolom, *baris]):
        lembar.write_row(i, 0, ["" if x is None else x for x in satu])
    buku.close()
    return SimpleUploadedFile("data.xlsx", keluar.getvalue())


def buat_formasi(jenis="CPNS", *, jumlah=1, jalur="umum", unit=UNIT, pendidikan="S-1 Kesehatan Masyarakat"):
    """A Formasi ditetapkan of this year."""
    return Formasi.objects.create(
        tahun=KINI.year, jenis=jenis, jabatan=jabatan_kode(JABATAN), unit=unit_kode(unit), jalur=jalur, pendidikan=pendidikan,
        jumlah_usul=jumlah, jumlah_ditetapkan=jumlah, status="ditetapkan", nomor_penetapan="Kepmen 1", tanggal_penetapan=KINI,
    )  # fmt: skip


def isian_seleksi(jenis="CPNS", **lain):
    """(data, tahap) of a selection whose registration ended last month."""
    awal = jadwal_awal(KINI - timedelta(days=60))
    tahap = {
        k: (awal[f"{k}_mulai"], awal[f"{k}_selesai"])
        for k, _ in [(x.split("_")[0], 0) for x in awal if x.endswith("_mulai")]
    }
    data = {
        "nama": f"Seleksi {jenis} {KINI.year}", "tahun": KINI.year, "jenis": jenis, "nomor_pengumuman": "810/1/2026",
        "tanggal_pengumuman": KINI - timedelta(days=60), "pengabdian_tahun": 0,
    }  # fmt: skip
    return data | lain, tahap


def buat_seleksi(k, jenis="CPNS", **lain):
    """A running selection over the formasi made before."""
    data, tahap = isian_seleksi(jenis, **lain)
    s = perbuatan.simpan(None, data, tahap, oleh=k.oleh("fina"))
    return perbuatan.mulai(s.pk, oleh=k.oleh("fina"))


def baris_pelamar(nomor, nama, *, lahir=date(1998, 5, 17), kelamin="P", jalur="Umum", ipk="3,50", email="", nik="", unit=UNIT, dipidana="TIDAK",
                  pendidikan="S-1 Kesehatan Masyarakat"):  # fmt: skip
    """One row of the list of applicants whom no rule stops."""
    return (nomor, nik, nama, "Lamongan", f"{lahir:%d-%m-%Y}", kelamin, "S1", pendidikan, ipk, JABATAN, unit, jalur, None, email, "",
            "Swasta", dipidana, "TIDAK", "TIDAK", "YA", "YA", "YA")  # fmt: skip


def impor_berkas(k, s, jenis, *baris, terapkan=True):
    """Uploads a file and applies it."""
    batch = impor.unggah(s.pk, jenis, xlsx(impor.KOLOM[jenis], *baris), "data.xlsx", oleh=k.oleh("fina"))
    return impor.terapkan(batch.pk, oleh=k.oleh("fina")) if terapkan else ImporSeleksi.objects.get(pk=batch.pk)


def sampai_hasil(k, *, banyak=3, jumlah=1, email=True, awalan="26010", unit=UNIT, **lain):
    """A CPNS selection with its result: the first ``jumlah`` of ``banyak`` applicants pass."""
    buat_formasi(jumlah=jumlah, unit=unit)
    s = buat_seleksi(k, **lain)
    nomor = [f"{awalan}{i:04d}" for i in range(1, banyak + 1)]
    orang = [
        baris_pelamar(x, f"Calon {chr(64 + i)} Wijaya", lahir=date(1998, 5, i), email=f"calon{x}@contoh.id" if email else "", unit=unit)
        for i, x in enumerate(nomor, 1)
    ]  # fmt: skip
    impor_berkas(k, s, "pelamar", *orang)
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    impor_berkas(k, s, "skd", *((x, 100 - i, 120, 190, "YA") for i, x in enumerate(nomor, 1)))
    impor_berkas(k, s, "skb", *((x, 90 - i, "YA") for i, x in enumerate(nomor[: 3 * jumlah], 1)))
    return hasil.tetapkan(s.pk, oleh=k.oleh("fina"))


def lengkapi_berkas(p):
    """The candidate fills and sends everything; ``p``: Pemberkasan."""
    akun = Pengguna.objects.get(pk=p.pelamar.pengguna_id)
    oleh = pelaku(akun)
    data = {
        "agama_id": "1", "jenis_kawin_id": "4", "alamat": "Jl. Contoh 1", "sekolah": "Universitas Contoh", "tahun_lulus": 2021, "nomor_ijazah": "IJ-1",
        "gelar_belakang": "S.KM.",
    }  # fmt: skip
    pemberkasan.isi_drh(p.pk, data, oleh=oleh)
    for i, (kode, *_rest) in enumerate(pemberkasan.dokumen(p.pelamar.seleksi)):
        pemberkasan.unggah(p.pk, kode, pdf(lebar=200 + i), oleh=oleh)
    return pemberkasan.kirim(p.pk, oleh=oleh)


def sampai_lengkap(k, s):
    """Opens the pemberkasan and brings everybody to ``lengkap``; returns the Pelamar."""
    pemberkasan.buka(s.pk, KINI + timedelta(days=10), oleh=k.oleh("fina"), kirim=False)
    for pelamar in s.pelamar.filter(pemberkasan__isnull=False):
        p = lengkapi_berkas(pelamar.pemberkasan)
        for b in pelamar.berkas.all():
            pemberkasan.periksa(b.pk, "sesuai", "", oleh=k.oleh("fina"))
        pemberkasan.putuskan(p.pk, None, "", oleh=k.oleh("fina"))
    return list(s.pelamar.filter(pemberkasan__status="lengkap"))


def nip_untuk(pelamar, tmt, urut=1, kode=None):
    """A NIP (or nomor induk PPPK with ``kode``) that fits a Pelamar."""
    return f"{pelamar.tanggal_lahir:%Y%m%d}{tmt:%Y}{kode or f'{tmt:%m}'}{'1' if pelamar.jenis_kelamin == 'L' else '2'}{urut:03d}"


def sampai_nip(k, s, tmt=None):
    """The usul with every NIP given; returns it."""
    tmt = tmt or KINI.replace(day=1)
    sampai_lengkap(k, s)
    u = usul.buat(s.pk, "813/1/2026", KINI, tmt, None, oleh=k.oleh("fina"))
    for i, b in enumerate(u.baris.select_related("pelamar"), 1):
        data = {
            "status": "terbit",
            "nip": nip_untuk(b.pelamar, tmt, i, None if s.cpns else "21"),
            "nomor_pertek": f"AB-{i}",
            "tanggal_pertek": KINI,
            "tmt": tmt,
        }
        usul.rekam(b.pk, data, pdf(lebar=300), oleh=k.oleh("fina"))
    return u


def pemegang(k, u):
    """An account that may act at the waiting step."""
    for akun in k.akun.values():
        oleh = pelaku(akun)
        if not alasan_tidak_berwenang(u, u.langkah_kini, oleh.hak):
            return oleh
    raise AssertionError(f"tidak ada pemegang {u.langkah_kini.kode}")
