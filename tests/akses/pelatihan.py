"""Pelatihan for the table of pages: catalogue, plan, kegiatan open, being verified, running and being marked; ani in each."""

import datetime as dt

from django.utils import timezone

from diklat.models import (
    ButirRencana,
    EvaluasiPasca,
    Pelatihan,
    PesertaPelatihan,
    RencanaPelatihan,
    SesiPelatihan,
    SuratKegiatan,
)
from diklat.pelatihan import kegiatan
from kepegawaian.models import JenisDiklat, Naskah
from tests.layanan.conftest import pdf

HARI_INI = timezone.localdate()


def hari(n):
    """The day so many days from today."""
    return HARI_INI + dt.timedelta(days=n)


def letakkan(k, kode):
    """Puts a kegiatan at the step ``kode``."""
    satu = k.langkah.get(kode=kode)
    k.langkah.filter(urutan__lt=satu.urutan).update(keadaan="selesai", selesai_pada=timezone.now(), oleh=k.dibuat_oleh)
    k.langkah.filter(urutan__gt=satu.urutan).update(keadaan="nanti")
    k.langkah.filter(pk=satu.pk).update(keadaan="kini", tenggat=hari(3))
    k.tahap = satu.tahap
    k.save(update_fields=["tahap"])
    return k


def buat(d, nama, kode, *, tutup=5, mulai=20, selesai=21):
    """A technical kegiatan at the step ``kode``."""
    data = {
        "pelatihan": d.pelatihan, "nama": nama, "penyelenggara": "BKPSDM", "tempat": "Aula", "metode": "klasikal",
        "buka": hari(-30), "tutup": hari(tutup), "mulai": hari(mulai), "selesai": hari(selesai), "jp": 8, "kuota": 40,
        "mandiri": True,
    }  # fmt: skip
    k = kegiatan.simpan(None, data, oleh=d.oleh("kaban"))
    # One kasubbid step would need an office nobody of the world holds, so the kegiatan is put where it belongs.
    k.langkah.filter(keadaan="kini").update(keadaan="nanti")
    return letakkan(k, kode)


def peserta(d, k, status, **lain):
    """ani on a kegiatan."""
    return PesertaPelatihan.objects.create(
        kegiatan=k, pegawai=d.ani, status=status, asal="opd", diusulkan_oleh=d.akun["operator"],
        diusulkan_pada=timezone.now(), **lain,
    )  # fmt: skip


def isi_pelatihan(d):
    """Puts them on the world of the access tests."""
    d.pelatihan = Pelatihan.objects.create(
        nama="Bimtek uji akses", kelompok="teknis", jenis=JenisDiklat.objects.get(kode="8"), jp=8, sasaran="ASN",
        penyelenggara="BKPSDM",
    )  # fmt: skip
    d.rencana_diklat = RencanaPelatihan.objects.create(tahun=HARI_INI.year)
    d.butir_diklat = ButirRencana.objects.create(
        rencana=d.rencana_diklat, pelatihan=d.pelatihan, sasaran=30, mulai=hari(0), selesai=hari(0)
    )
    d.kegiatan_buka = buat(d, "Kegiatan dibuka", "usul")
    d.kegiatan_verif = buat(d, "Kegiatan diverifikasi", "verifikasi", tutup=-1)
    d.calon_diklat = peserta(d, d.kegiatan_verif, "diusulkan")
    d.kegiatan_jalan = buat(d, "Kegiatan berjalan", "pelatihan", tutup=-3, mulai=-1, selesai=0)
    d.peserta_diklat = peserta(d, d.kegiatan_jalan, "peserta")
    d.sesi_diklat = SesiPelatihan.objects.create(
        kegiatan=d.kegiatan_jalan, tanggal=HARI_INI, mulai=dt.time(0), selesai=dt.time(23, 59), materi="Sesi uji"
    )
    d.kegiatan_nilai = buat(d, "Kegiatan dinilai", "riwayat", tutup=-30, mulai=-12, selesai=-10)
    lulus = peserta(d, d.kegiatan_nilai, "peserta", lulus=True, nilai=80)
    d.pasca_diklat = EvaluasiPasca.objects.create(peserta=lulus, buka=hari(-1), tenggat=hari(180))
    naskah = Naskah.objects.create(
        jenis="surat_tugas", perihal="Surat tugas", asal="register", nomor="800.2/UJI", tanggal=HARI_INI,
        penetap="Kepala Badan", dibuat_pada=timezone.now(),
    )  # fmt: skip
    naskah.berkas_cetak.save("uji.pdf", pdf(lebar=316))
    Naskah.objects.filter(pk=naskah.pk).update(tahap="tercetak", dicetak_pada=timezone.now())
    d.surat_diklat = SuratKegiatan.objects.create(
        kegiatan=d.kegiatan_jalan, kode="surat_tugas", kantor="KABAN", naskah=naskah
    )
    PesertaPelatihan.objects.filter(pk=d.peserta_diklat.pk).update(surat_tugas=d.surat_diklat)


def isian_kegiatan(d, **lain):
    """Answers of the form of a kegiatan."""
    return {
        "pelatihan": d.pelatihan.pk, "nama": "Kegiatan lain", "penyelenggara": "BKPSDM", "tempat": "Aula",
        "metode": "klasikal", "buka": hari(-5), "tutup": hari(5), "mulai": hari(20), "selesai": hari(21), "jp": 8,
        "kuota": 10,
    } | lain  # fmt: skip


def isian_katalog(d):
    """Answers of the form of the catalogue."""
    return {
        "nama": "Pelatihan lain", "kelompok": "teknis", "jenis": "8", "metode": "klasikal", "jp": 8, "sasaran": "ASN",
        "penyelenggara": "BKPSDM", "aktif": "on",
    }  # fmt: skip
