"""Seleksi for the table of pages: prepared, open with ani as applicant, being scored, with its result and letter."""

from datetime import timedelta

from django.utils import timezone

from karier.models import BerkasPelamar, BerkasSeleksi, LowonganJpt, PanselJpt, PelamarJpt, SeleksiJpt, TahapJpt
from kepegawaian import dosir
from kepegawaian.models import Naskah
from tests.layanan.conftest import pdf

HARI_INI = timezone.localdate()


def buat(d, status):
    """A seleksi for the post of the head of DISDIK in ``status``; its lowongan and one member of its panitia."""
    s = SeleksiJpt.objects.create(
        nama=f"Seleksi {status}", rencana_pelantikan=HARI_INI + timedelta(days=60), status=status,
        dibuat_oleh=d.akun["kaban"], dibuat_pada=timezone.now(), bobot={"asesmen": 100},
    )  # fmt: skip
    for i, (kode, _) in enumerate(TahapJpt.TAHAP):
        mulai = HARI_INI + timedelta(days=30 * bool(i) + i)
        TahapJpt.objects.create(seleksi=s, kode=kode, mulai=mulai, selesai=mulai + timedelta(days=20))
    PanselJpt.objects.create(seleksi=s, nama="Prof. Uji", instansi="Universitas", unsur="akademisi", peran="ketua")
    LowonganJpt.objects.create(seleksi=s, jabatan=d.kepala_opd.kini.jabatan)
    return s


def isi_seleksi(d):
    """Puts them on the world of the access tests."""
    d.seleksi_rencana, d.seleksi, d.seleksi_hasil = (buat(d, s) for s in ("rencana", "dibuka", "hasil"))
    d.seleksi_nilai = buat(d, "penilaian")
    d.seleksi_nilai.tahap.filter(kode="asesmen").update(mulai=HARI_INI, selesai=HARI_INI)
    d.pelamar = PelamarJpt.objects.create(
        lowongan=d.seleksi.lowongan.get(), pegawai=d.ani, mendaftar_pada=timezone.now(),
        syarat=[{"kode": "JPT-01", "uraian": "Pendidikan", "jawaban": "ya", "kalimat": "S1."}],
    )  # fmt: skip
    berkas = dosir.simpan(d.ani.pk, "lamaran", dosir.terima(pdf(lebar=313)))
    d.berkas_pelamar = BerkasPelamar.objects.create(pelamar=d.pelamar, kode="lamaran", dosir=berkas)
    surat = Naskah.objects.create(
        jenis="surat_seleksi", perihal="Tiga calon", asal="register", nomor="800/UJI", tanggal=HARI_INI, penetap="Ketua",
        dibuat_pada=timezone.now(),
    )  # fmt: skip
    surat.berkas_cetak.save("uji.pdf", pdf(lebar=314))
    d.seleksi_hasil.surat = surat
    d.seleksi_hasil.save()
    d.berkas_seleksi = BerkasSeleksi(
        seleksi=d.seleksi_rencana, kode="izin", nama_asli="izin.pdf", mime="application/pdf", sha256="-",
        diunggah_pada=timezone.now(), diunggah_oleh=d.akun["kaban"],
    )  # fmt: skip
    d.berkas_seleksi.file.save("izin.pdf", pdf(lebar=315))


def isian(d):
    """Answers of the form that prepares a seleksi."""
    data = {"nama": "Baru", "jabatan": [d.kepala_opd.kini.jabatan_id],
            "rencana_pelantikan": (HARI_INI + timedelta(days=90)).isoformat()}  # fmt: skip
    for i, (kode, _) in enumerate(TahapJpt.TAHAP):
        hari = (HARI_INI + timedelta(days=i)).isoformat()
        data |= {f"{kode}_mulai": hari, f"{kode}_selesai": hari}
    return data
