"""Lamaran: syarat yang ditunjukkan sebelum mendaftar, pendaftaran oleh ASN sendiri, dan seleksi administrasi."""

from karier.galat import DitolakKarier
from karier.models import BerkasPelamar, PelamarJpt
from karier.sasaran import muat
from karier.seleksi.perbuatan import kunci
from karier.syarat import periksa
from karier.uji import BAGIAN
from kepegawaian import dosir as gudang, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.profil import profil_satu
from layanan.katalog import TIDAK, Konteks

WAJIB = tuple(k for k, _ in BerkasPelamar.KODE)
BAGIAN_LAMAR = (*BAGIAN, "unit")


def tanya(lowongan, pegawai_id, isian=None):
    """[(Syarat, Hasil)] of the post for this person on the planned day of pelantikan (JPT-01..07, JAB-01, 08-10)."""
    acuan, hari = acuan_kini(), lowongan.seleksi.rencana_pelantikan
    sasaran = muat([lowongan.jabatan], tanggal=hari, acuan=acuan)[lowongan.jabatan_id]
    orang = profil_satu(pegawai_id, per=hari, bagian=BAGIAN_LAMAR)
    return periksa(Konteks(orang, dict(isian or {}), hari, acuan, {"sasaran": sasaran}))


def _beku(hasil):
    return [
        {"kode": s.kode, "uraian": s.uraian, "jawaban": h.jawaban, "kalimat": "" if s.rahasia else h.kalimat}
        for s, h in hasil
    ]


def daftar(lowongan, pegawai, berkas, *, oleh):
    """Registers ``pegawai`` with his scans {kode: UploadedFile}; returns the PelamarJpt. Conditions are shown, no bar.

    Raises DitolakKarier (closed, twice, on the panitia, a document missing) or ``dosir.BerkasDitolak``.
    """
    isi = {kode: gudang.terima(file) for kode, file in berkas.items() if file}
    if kurang := [n for k, n in BerkasPelamar.KODE if k not in isi]:
        raise DitolakKarier(f"Berkas belum ada: {', '.join(kurang)}.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(lowongan.seleksi_id, "dibuka")
        tahap = s.tahap.get(kode="pengumuman")
        if not tahap.mulai <= oleh.hari_ini <= tahap.selesai:
            raise DitolakKarier("Pendaftaran tidak dibuka hari ini.")
        if s.pansel.filter(pegawai=pegawai).exists():
            raise DitolakKarier("Anggota panitia tidak dapat melamar.")
        if PelamarJpt.objects.filter(lowongan=lowongan, pegawai=pegawai).exists():
            raise DitolakKarier("Anda sudah melamar pada jabatan ini.")
        p = PelamarJpt.objects.create(
            lowongan=lowongan, pegawai=pegawai, mendaftar_pada=oleh.kini, syarat=_beku(tanya(lowongan, pegawai.pk))
        )
        for kode, satu in isi.items():
            dosir = gudang.simpan(pegawai.pk, kode, satu, pada=oleh.kini)
            BerkasPelamar.objects.create(pelamar=p, kode=kode, dosir=dosir)
        jejak.catat("seleksi_lamar", s, pegawai=pegawai.pk, pada=oleh.kini, nama=s.nama)
    return p


def putuskan(pelamar, lulus, alasan, isian, *, oleh):
    """The checker's decision. ``isian``: what he verified; who lacks a condition cannot pass (exception: the President)."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pelamar.lowongan.seleksi_id, "administrasi")
        hasil = tanya(pelamar.lowongan, pelamar.pegawai_id, isian)
        kurang = [sy.kode for sy, h in hasil if h.jawaban == TIDAK]
        if lulus and kurang:
            raise DitolakKarier(
                f"Belum terpenuhi: {', '.join(kurang)}. Pengecualian hanya dengan persetujuan Presiden "
                "(PP 17/2020 Pasal 107 ayat (2))."
            )
        ragu = [sy.kode for sy, h in hasil if h.jawaban not in (TIDAK, "ya")]
        if not alasan and (not lulus or ragu):
            raise DitolakKarier("Tulis alasan keputusan" + (f" atas {', '.join(ragu)}." if lulus else "."))
        pelamar.syarat, pelamar.isian, pelamar.alasan = _beku(hasil), isian, alasan
        pelamar.administrasi = "lulus" if lulus else "gugur"
        pelamar.diperiksa_oleh = oleh.pengguna
        pelamar.save(update_fields=["syarat", "isian", "alasan", "administrasi", "diperiksa_oleh"])
        jejak.catat(
            "seleksi_administrasi", s, pegawai=pelamar.pegawai_id, pada=oleh.kini, nama=s.nama,
            hasil=pelamar.get_administrasi_display().lower(),
        )  # fmt: skip
    return pelamar
