"""Seleksi ASN for the table of pages: one running, one with its result, candidates in every state, one of them the persona ``calon``."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from pengadaan.models import Pelamar
from pengadaan.seleksi import impor, pemberkasan, pengganti, usul
from pengadaan.seleksi.forms import jadwal_awal
from tests.layanan.conftest import pdf
from tests.pabrik import SANDI
from tests.pengadaan import seleksi_orang as alat

HARI_INI = timezone.localdate()
TMT = HARI_INI.replace(day=1)


def isi_seleksi_asn(d):
    """Puts them on the world of the access tests; the acts are those of the pages."""
    oleh = alat.pelaku(d.akun["kaban"])
    k = SimpleNamespace(oleh=lambda _nama: oleh)
    alat.buat_formasi(unit="DISDIK-SUBBAG1")
    d.asn = alat.buat_seleksi(k, nama="Seleksi berjalan")
    alat.impor_berkas(k, d.asn, "pelamar", alat.baris_pelamar("77001", "Pelamar Satu", unit="DISDIK-SUBBAG1"))
    d.asn_pelamar = Pelamar.objects.get(nomor_peserta="77001")
    d.asn_impor = alat.impor_berkas(
        k, d.asn, "pelamar", alat.baris_pelamar("77002", "Pelamar Dua", unit="DISDIK-SUBBAG1"), terapkan=False
    )
    d.asn_siap = alat.sampai_hasil(k, awalan="78010", nama="Seleksi belum dibuka", unit="DINKES-SUBBAG1")
    d.asn_siap.publik = True
    d.asn_siap.save()
    s = d.asn_hasil = alat.sampai_hasil(
        k, banyak=5, jumlah=5, awalan="79010", nama="Seleksi dengan hasil", unit="SUB12"
    )
    s.pengumuman.tahap = "tercetak"
    s.pengumuman.berkas_cetak.save("uji.pdf", pdf(lebar=331))
    pemberkasan.buka(s.pk, HARI_INI + timedelta(days=9), oleh=oleh, kirim=False)
    satu, dua, tiga, empat, lima = [p.pemberkasan for p in s.pelamar.all()]
    d.akun["calon"], d.asn_calon = satu.pelamar.pengguna, satu
    satu.pelamar.pengguna.set_password(SANDI)
    satu.pelamar.pengguna.save()
    pemberkasan.unggah(satu.pk, "skck", pdf(lebar=332), oleh=alat.pelaku(satu.pelamar.pengguna))
    d.asn_berkas = satu.pelamar.berkas.get()
    for p in (dua, tiga, empat, lima):
        alat.lengkapi_berkas(p)
        for b in p.pelamar.berkas.all():
            pemberkasan.periksa(b.pk, "sesuai", "", oleh=oleh)
    d.asn_dikirim, d.asn_periksa = dua, dua.pelamar.berkas.first()
    pemberkasan.putuskan(empat.pk, None, "", oleh=oleh)
    pemberkasan.putuskan(lima.pk, None, "", oleh=oleh)
    d.asn_usul = usul.buat(s.pk, "813/1", HARI_INI, TMT, None, oleh=oleh)
    d.asn_baris, terbit = d.asn_usul.baris.select_related("pelamar")
    isi = {
        "status": "terbit",
        "nip": alat.nip_untuk(terbit.pelamar, TMT, 900),
        "nomor_pertek": "AB-9",
        "tanggal_pertek": HARI_INI,
        "tmt": TMT,
    }
    usul.rekam(terbit.pk, isi, pdf(lebar=333), oleh=oleh)
    pemberkasan.putuskan(tiga.pk, None, "", oleh=oleh)
    _pengganti(d, k, oleh)


def _pengganti(d, k, oleh):
    """One selection with a pass called off and proposed, and another not yet proposed."""
    s = d.asn_ganti = alat.sampai_hasil(
        k, banyak=4, jumlah=2, awalan="76010", nama="Seleksi dengan pengganti", unit="SUB11"
    )
    satu, dua = s.pelamar.filter(mengisi__isnull=False)
    pengganti.batalkan(satu.pk, "mundur", "Surat 1", oleh=oleh)
    n = d.asn_surat = pengganti.usulkan(s.pk, oleh=oleh)
    n.tahap = "tercetak"
    n.berkas_cetak.save("uji.pdf", pdf(lebar=335))
    pengganti.batalkan(dua.pk, "tms", "Jawaban BKN", oleh=oleh)


def isian(d):
    """Answers of the form that prepares a selection."""
    awal = {k: v.isoformat() for k, v in jadwal_awal(HARI_INI).items()}
    return awal | {"nama": "Baru", "tahun": HARI_INI.year, "jenis": "PPPK", "pengabdian_tahun": 0}


def berkas_impor(d):
    """A file of applicants."""
    return {
        "jenis": "pelamar",
        "berkas": alat.xlsx(impor.KOLOM["pelamar"], alat.baris_pelamar("77009", "Baru", unit="DISDIK-SUBBAG1")),
    }


def drh(d):
    """The candidate's own data."""
    return {
        "versi": d.asn_calon.versi + 1, "agama": "1", "jenis_kawin": "4", "alamat": "Jl. Uji", "sekolah": "Universitas", "tahun_lulus": 2020,
        "nomor_ijazah": "IJ-9", "gelar_depan": "", "gelar_belakang": "", "npwp": "", "pengalaman": "",
    }  # fmt: skip


def jawab_banyak(d):
    """The answer sheet with one row and its scan."""
    baris = (d.asn_baris.pelamar.nomor_peserta, "", "", "", "", "TMS", "Usia")
    return {"lembar": alat.xlsx(usul.KOLOM_JAWAB, baris), "berkas": pdf(lebar=334)}
