"""Korpri for the table of pages: kegiatan in every state with ani in them, the board of DISDIK, tulisan, an edition."""

from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from kesejahteraan.models import (
    BerkasKorpri,
    EdisiKorpri,
    KegiatanKorpri,
    PengurusKorpri,
    PesertaKorpri,
    TulisanKorpri,
)
from tests.layanan.conftest import pdf

HARI_INI = timezone.localdate()


def foto():
    """A small picture as an upload."""
    keluar = BytesIO()
    Image.new("RGB", (8, 8), (9, 90, 99)).save(keluar, "PNG")
    return SimpleUploadedFile("foto.png", keluar.getvalue())


def kegiatan(d, nama, hari, **ubah):
    """A kegiatan that begins so many days from now."""
    mulai = timezone.now() + timedelta(days=hari, hours=-1)
    isi = {
        "jenis": "minat_bakat", "nama": nama, "uraian": "Uraian.", "tempat": "Aula", "mulai": mulai,
        "selesai": mulai + timedelta(hours=2), "tutup": HARI_INI + timedelta(days=max(hari, 0)), "status": "dibuka",
        "kode_hadir": "123456", "dibuat_oleh": d.akun["kaban"], "dibuat_pada": timezone.now(),
    }  # fmt: skip
    return KegiatanKorpri.objects.create(**isi | ubah)


def ikut(d, k):
    """ani takes part."""
    return PesertaKorpri.objects.create(kegiatan=k, pegawai=d.ani, mendaftar_pada=timezone.now())


def tulisan(d, penulis, status, **lain):
    """A tulisan of somebody in ``status``."""
    kini = timezone.now()
    return TulisanKorpri.objects.create(
        jenis="artikel", judul=f"Tulisan {status}", ringkasan="Ringkas.", isi="Isi.", penulis=penulis, status=status,
        dibuat_pada=kini, diajukan_pada=kini, terbit_pada=kini if status in ("terbit", "ditarik") else None,
        catatan="Sebab." if status == "ditarik" else "", **lain,
    )  # fmt: skip


def isi_korpri(d):
    """Puts them on the world of the access tests."""
    d.korpri_rencana = kegiatan(d, "Kegiatan rencana", 9, status="rencana")
    d.korpri, d.korpri_lain = kegiatan(d, "Kegiatan nanti", 7), kegiatan(d, "Kegiatan lain", 8)
    d.korpri_kini = kegiatan(d, "Kegiatan kini", 0)
    d.korpri_lewat = kegiatan(d, "Kegiatan lewat", -3)
    d.korpri_peserta = ikut(d, d.korpri)
    d.korpri_hadir = ikut(d, d.korpri_kini)
    d.korpri_berkas = BerkasKorpri(
        kegiatan=d.korpri_kini, judul="Notula", nama_asli="n.pdf", mime="application/pdf", sha256="-",
        diunggah_pada=timezone.now(), diunggah_oleh=d.akun["kaban"],
    )  # fmt: skip
    d.korpri_berkas.file.save("n.pdf", pdf(lebar=318))
    d.korpri_unit = d.kepala_opd.kini.opd_id
    d.korpri_pengurus = PengurusKorpri.objects.create(
        unit_id=d.korpri_unit, pegawai=d.ani, jabatan="sekretaris", sejak=HARI_INI - timedelta(days=9), nomor_sk="1",
        tanggal_sk=HARI_INI, dicatat_oleh=d.akun["kaban"], dicatat_pada=timezone.now(),
    )  # fmt: skip
    gambar = {"gambar_mime": "image/png", "gambar_uraian": "Foto"}
    d.tulisan_terbit = tulisan(d, d.eko, "terbit")
    d.tulisan_terbit.gambar.save("g.png", foto(), save=False)
    TulisanKorpri.objects.filter(pk=d.tulisan_terbit.pk).update(gambar=d.tulisan_terbit.gambar.name, **gambar)
    d.tulisan_draf, d.tulisan_ajuan = tulisan(d, d.ani, "draf"), tulisan(d, d.ani, "diajukan")
    d.edisi_korpri = EdisiKorpri.objects.create(
        nomor=1, judul="Edisi uji", tanggal=HARI_INI, dibuat_oleh=d.akun["kaban"], dibuat_pada=timezone.now()
    )
    tulisan(d, d.eko, "ditarik", edisi=d.edisi_korpri)  # nothing of it stands: no PDF to wait for


def isian_kegiatan(_d):
    """Answers of the form of a kegiatan."""
    hari = (HARI_INI + timedelta(days=20)).isoformat()
    return {
        "jenis": "sosialisasi", "nama": "Baru", "uraian": "Isi.", "tempat": "Aula", "tanggal_mulai": hari, "jam_mulai": "08:00",
        "tanggal_selesai": hari, "jam_selesai": "11:00", "tutup": hari,
    }  # fmt: skip


ISI_TULISAN = {"jenis": "artikel", "judul": "Baru", "ringkasan": "Ringkas.", "isi": "Isi."}
