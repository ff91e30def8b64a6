"""Penilaian: nilai tiap tahap, peringkat, tiga besar, surat kepada PPK, dan pilihannya yang menjadi usulan pengangkatan."""

from decimal import Decimal

from django.db import transaction

from karier.aturan import seleksi as aturan
from karier.galat import DitolakKarier
from karier.models import LowonganJpt, PelamarJpt
from karier.seleksi.perbuatan import hitung_calon, kunci, pindah, simpan_berkas, terima_pindaian
from karier.seleksi.surat import TEMPLAT, data_surat
from karier.seleksi.umum import NAMA, tandai
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pegawai
from layanan import alur, katalog, surat as surat_lepas, tte
from layanan.katalog import YA

SLUG = "pengangkatan-jpt"


def mulai_menilai(pk, *, oleh):
    """The administrative check is over: every post has enough candidates."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "administrasi")
        kurang = [f"{lo.jabatan.nama}: {h.kalimat}" for lo, h in hitung_calon(s, acuan_kini()) if h.jawaban != YA]
        if kurang:
            raise DitolakKarier(f"{' '.join(kurang)} Perpanjang pendaftaran bila calonnya kurang.")
        tandai(s, "administrasi", oleh=oleh)
        return pindah(s, "penilaian", oleh)


def nilai(pk, daftar, *, oleh):
    """Writes scores: ``daftar`` of (pelamar id, {tahap: Decimal 0-100 or None}); the total follows from the weights.

    Raises DitolakKarier for somebody who is no candidate, and where a score of an announced stage would change.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "penilaian")
        umum = set(s.tahap.filter(diumumkan_pada__isnull=False).values_list("kode", flat=True))
        semua = {p.pk: p for p in PelamarJpt.objects.filter(lowongan__seleksi=s, administrasi="lulus")}
        for kunci_p, isi in daftar:
            if kunci_p not in semua:
                raise DitolakKarier("Ada nilai bagi orang yang bukan calon pada seleksi ini.")
            p = semua[kunci_p]
            for t in umum & set(isi):
                lama = p.nilai.get(t)
                if isi[t] != (None if lama is None else Decimal(lama)):
                    raise DitolakKarier(f"{NAMA[t]} sudah diumumkan; nilainya tidak diubah lagi.")
            p.nilai = {t: f"{v:.2f}" for t, v in isi.items() if t in aturan.PENILAIAN and v is not None}
            p.total = aturan.nilai_akhir(p.nilai, s.bobot)
            p.save(update_fields=["nilai", "total"])
        jejak.catat("seleksi_nilai", s, pada=oleh.kini, nama=s.nama, jumlah=len(daftar))


def tetapkan_hasil(pk, *, oleh):
    """Ranks the candidates of every post and announces; refused while a score is missing or the third place is shared."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "penilaian")
        for lo in s.lowongan.select_related("jabatan"):
            calon = {p.pk: p for p in lo.pelamar.filter(administrasi="lulus")}
            if any(p.total is None for p in calon.values()):
                raise DitolakKarier(f"Nilai calon {lo.jabatan.nama} belum lengkap.")
            urutan = aturan.peringkat([(p.pk, p.total) for p in calon.values()])
            hasil = aturan.tiga_besar(urutan)
            if hasil.jawaban != YA:
                raise DitolakKarier(f"{lo.jabatan.nama}: {hasil.kalimat}")
            for u in urutan:
                calon[u.kunci].peringkat = u.peringkat
            PelamarJpt.objects.bulk_update(calon.values(), ["peringkat"])
        # one notice says it all: the stages before are open from now on, too
        s.tahap.filter(kode__in=aturan.PENILAIAN, diumumkan_pada__isnull=True).update(diumumkan_pada=oleh.kini)
        tandai(s, "hasil", oleh=oleh)
        return pindah(s, "hasil", oleh)


def sampaikan(pk, *, oleh):
    """The letter of the panitia that brings the three names of every post to the PPK: numbered, frozen, printed."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "hasil")
        if s.surat_id:
            raise DitolakKarier("Surat kepada PPK sudah terbit.")
        s.surat = surat_lepas.terbitkan_lepas(TEMPLAT, data_surat(s, oleh.hari_ini), oleh=oleh)
        s.save(update_fields=["surat"])
        jejak.catat("seleksi_sampaikan", s, pada=oleh.kini, nama=s.nama, nomor=s.surat.nomor)
    return s


def sahkan_surat(pk, file, *, oleh):
    """The scan of that letter with the signature of the ketua."""
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "hasil", "selesai")
        if not s.surat_id:
            raise DitolakKarier("Surat kepada PPK belum diterbitkan.")
        return surat_lepas.sahkan_lepas(s.surat_id, isi, oleh=oleh)


def pilih(lowongan_id, pelamar_id, nomor, tanggal, file, *, oleh):
    """Records whom the PPK chose of the three, with his letter, and hands over: a draft of the appointment.

    Returns the Usulan; when every post has its usulan the seleksi is finished.
    """
    isi = terima_pindaian(file)
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        lo = LowonganJpt.objects.select_related("jabatan").get(pk=lowongan_id)
        s = kunci(lo.seleksi_id, "hasil")
        lo = LowonganJpt.objects.select_for_update(of=("self",)).select_related("jabatan").get(pk=lowongan_id)
        if not s.surat_id:
            raise DitolakKarier("Terbitkan surat penyampaian tiga calon kepada PPK lebih dulu.")
        if lo.usulan_id:
            raise DitolakKarier("Pilihan PPK bagi jabatan ini sudah direkam.")
        p = lo.pelamar.filter(pk=pelamar_id, peringkat__lte=aturan.TIGA).first()
        if p is None:
            raise DitolakKarier("PPK memilih satu dari tiga calon terbaik.")
        if tanggal > oleh.hari_ini:
            raise DitolakKarier("Tanggal keputusan tidak boleh setelah hari ini.")
        if tanggal < s.surat.tanggal:
            raise DitolakKarier(f"PPK memilih sesudah surat {s.surat.nomor} ({tulis_tanggal(s.surat.tanggal)}).")
        lo.terpilih, lo.nomor_pilihan, lo.tanggal_pilihan = p, nomor, tanggal
        lo.save(update_fields=["terpilih", "nomor_pilihan", "tanggal_pilihan"])
        simpan_berkas(s, "pilihan", isi, oleh=oleh, lowongan=lo)
        pegawai = Pegawai.objects.select_related("kini").get(pk=p.pegawai_id)
        isian = {"sumber": f"lamaran:{p.pk}", "tmt": max(s.rencana_pelantikan, oleh.hari_ini).isoformat()}
        lo.usulan = alur.buat_draf(katalog.ambil(SLUG), pegawai, oleh=oleh, isian=isian)
        lo.save(update_fields=["usulan"])
        jejak.catat("seleksi_pilih", s, pegawai=p.pegawai_id, pada=oleh.kini, nama=s.nama)
        if not s.lowongan.filter(usulan__isnull=True).exists():
            pindah(s, "selesai", oleh)
    return lo.usulan
