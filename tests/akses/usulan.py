"""Usulan pada dunia akses: ani dan rekannya, satu pada tiap langkah; naskahnya, dan tanda tangan elektroniknya."""

from django.conf import settings
from django.utils import timezone

from kepegawaian.models import Naskah, NaskahPegawai, Pegawai
from layanan import alur, berkas, katalog, register, tanda_tangan
from layanan.models import NaskahUsulan, SuratPengantar, Usulan
from tests.layanan.conftest import pdf
from tests.layanan.ttd import SANDI as SANDI_TTE, pasang_sertifikat, setel
from tests.pabrik import buat_pegawai

# Colleagues of ani, each with a usulan that waits at the step of the same name.
LANGKAH = ("verifikasi_opd", "verifikasi_bkd", "kaban", "pertek", "penetapan", "tanda_tangan")
PENGGERAK = {"verifikasi_opd": "kepala_opd", "verifikasi_bkd": "staf12", "kaban": "kaban"}


def isi_usulan(d, sekolah, hari_ini):
    """ani: one finished with a signed naskah, one at the first step, one draft. A colleague at each later step."""
    selesai = sampai(d, ajukan(d, d.ani), "tanda_tangan")
    d.selesai = alur.sahkan(selesai, oleh=d.oleh("perekam"), versi=selesai.versi_baris, file=pdf(lebar=250))
    d.naskah = Naskah.objects.get(usulan__usulan=selesai)
    for kode in LANGKAH:
        pemohon = (
            d.ani
            if kode == "verifikasi_opd"
            else buat_pegawai(nama=f"REKAN {kode.upper()}", unit=sekolah, batch=d.batch)
        )
        d.usulan[kode] = sampai(d, ajukan(d, pemohon), kode)
    d.jalan = d.usulan["verifikasi_opd"]
    d.berkas = d.jalan.berkas.get()
    d.draf = draf(d, d.ani, "uji-draf")
    d.surat = SuratPengantar.objects.create(
        nomor="800/AKSES/2026", tanggal=hari_ini, opd=d.jalan.opd, dibuat_oleh=d.akun["operator"]
    )
    Usulan.objects.filter(pk=d.jalan.pk).update(pengantar=d.surat)
    d.pesanan = register.pesan("AKSES", perihal="Keputusan kertas", sebab="luring", oleh=d.oleh("staf12"))
    d.antre = Naskah.objects.filter(tahap="tercetak").latest("pk")
    _surat_langkah(d, hari_ini)


def _surat_langkah(d, hari_ini):
    """A letter the step verifikasi_bkd of a colleague issued, as the worker leaves it: printed, not signed."""
    u = d.usulan["kaban"]
    d.surat_langkah = Naskah.objects.create(
        jenis="surat", perihal="Surat uji akses", asal="register", nomor="AKSES-S/1", tanggal=hari_ini, tahap="tercetak",
        dibuat_pada=timezone.now(),
    )  # fmt: skip
    d.surat_langkah.berkas_cetak.save("s.pdf", pdf(lebar=251))
    NaskahPegawai.objects.create(naskah=d.surat_langkah, pegawai_id=u.pegawai_id, data={"layanan": u.layanan})
    NaskahUsulan.objects.create(usulan=u, naskah=d.surat_langkah, langkah="verifikasi_bkd", surat=True)


def isi_tanda_tangan(d):
    """One naskah ready for an electronic signature, a batch that waits for its passphrase, a signature in doubt."""
    setel("lokal")
    pasang_sertifikat(settings.TTE_DIR, d.kaban)
    d.siap_tte, sisa, ragu = (_siap_tte(d, n) for n in ("kaban", "pertek", "penetapan"))
    oleh = d.oleh("kaban")
    d.batch_tte, _ = tanda_tangan.minta([(sisa, sisa.versi_baris)], oleh=oleh, sandi=SANDI_TTE)
    tanda_tangan.tahan(d.batch_tte.pk, "Kata sandi hangus.")
    batch, _ = tanda_tangan.minta([(ragu, ragu.versi_baris)], oleh=oleh, sandi=SANDI_TTE)
    batch.permintaan.update(status="perlu_dicocokkan", galat="Tidak ada jawaban.")
    d.ragu = batch.permintaan.get()


def _siap_tte(d, kode):
    """The colleague at step ``kode`` of the other layanan has one of this as well."""
    satu = Pegawai.objects.select_related("kini").get(pk=d.usulan[kode].pegawai_id)
    u = alur.buat_draf(katalog.ambil("uji-akses-tte"), satu, oleh=d.oleh("staf12"))
    u = alur.ajukan(u, oleh=d.oleh("staf12"), versi=u.versi_baris)
    u = alur.tetapkan(u, oleh=d.oleh("staf12"), versi=u.versi_baris)
    _cetak(u)
    return segar(u)


def draf(d, pegawai, slug="uji-akses"):
    """A draft with its letter, made by the operator of DISDIK."""
    satu = Pegawai.objects.select_related("kini").get(pk=pegawai.pk)
    usulan = alur.buat_draf(katalog.ambil(slug), satu, oleh=d.oleh("operator"))
    return berkas.pasang(usulan, "surat_pengantar", pdf(), oleh=d.oleh("operator"), versi=usulan.versi_baris)


def ajukan(d, pegawai):
    """A submitted usulan, at its first step."""
    usulan = draf(d, pegawai)
    return alur.ajukan(usulan, oleh=d.oleh("operator"), versi=usulan.versi_baris)


def segar(usulan):
    """The usulan as the database has it."""
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=usulan.pk)


def sampai(d, usulan, tujuan):
    """Moves a usulan on until it waits at ``tujuan``."""
    while (usulan := segar(usulan)).langkah_kini.kode != tujuan:
        kode, isi = usulan.langkah_kini.kode, {"versi": usulan.versi_baris}
        if kode == "pertek":
            alur.rekam(usulan, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=d.oleh("staf12"), **isi)
        elif kode == "penetapan":
            alur.tetapkan(usulan, oleh=d.oleh("staf12"), **isi)
            _cetak(usulan)
        else:
            alur.setujui(usulan, oleh=d.oleh(PENGGERAK[kode]), **isi)
    return usulan


def _cetak(usulan):
    """As the worker leaves it: printed, file on disk."""
    naskah = Naskah.objects.get(usulan__usulan=usulan, tahap="menunggu_cetak")
    naskah.berkas_cetak.save("n.pdf", pdf())
    Naskah.objects.filter(pk=naskah.pk).update(tahap="tercetak", hash_cetak="a" * 64)
