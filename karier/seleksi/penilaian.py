"""Penilaian: nilai tiap tahap, peringkat, tiga besar, dan pilihan PPK yang diserahkan menjadi usulan pengangkatan."""

from django.db import transaction

from karier.aturan import seleksi as aturan
from karier.galat import DitolakKarier
from karier.models import LowonganJpt, PelamarJpt
from karier.seleksi.perbuatan import hitung_calon, kunci, pindah
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pegawai
from layanan import alur, katalog
from layanan.katalog import YA

SLUG = "pengangkatan-jpt"


def mulai_menilai(pk, *, oleh):
    """The administrative check is over: every post has enough candidates."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "administrasi")
        kurang = [f"{lo.jabatan.nama}: {h.kalimat}" for lo, h in hitung_calon(s, acuan_kini()) if h.jawaban != YA]
        if kurang:
            raise DitolakKarier(f"{' '.join(kurang)} Perpanjang pendaftaran bila calonnya kurang.")
        return pindah(s, "penilaian", oleh)


def nilai(pk, daftar, *, oleh):
    """Writes scores: ``daftar`` of (pelamar id, {tahap: Decimal 0-100 or None}); the total follows from the weights."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "penilaian")
        semua = {p.pk: p for p in PelamarJpt.objects.filter(lowongan__seleksi=s, administrasi="lulus")}
        for kunci_p, isi in daftar:
            if kunci_p not in semua:
                raise DitolakKarier("Ada nilai bagi orang yang bukan calon pada seleksi ini.")
            p = semua[kunci_p]
            p.nilai = {t: str(v) for t, v in isi.items() if t in aturan.PENILAIAN and v is not None}
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
        return pindah(s, "hasil", oleh)


def pilih(lowongan_id, pelamar_id, nomor, tanggal, *, oleh):
    """Records whom the PPK chose of the three, and hands over: a draft of the appointment; returns the Usulan.

    When every post has its usulan the seleksi is finished.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        lo = LowonganJpt.objects.select_related("jabatan").get(pk=lowongan_id)
        s = kunci(lo.seleksi_id, "hasil")
        lo = LowonganJpt.objects.select_for_update(of=("self",)).select_related("jabatan").get(pk=lowongan_id)
        if lo.usulan_id:
            raise DitolakKarier("Pilihan PPK bagi jabatan ini sudah direkam.")
        p = lo.pelamar.filter(pk=pelamar_id, peringkat__lte=aturan.TIGA).first()
        if p is None:
            raise DitolakKarier("PPK memilih satu dari tiga calon terbaik.")
        if tanggal > oleh.hari_ini:
            raise DitolakKarier("Tanggal keputusan tidak boleh setelah hari ini.")
        lo.terpilih, lo.nomor_pilihan, lo.tanggal_pilihan = p, nomor, tanggal
        lo.save(update_fields=["terpilih", "nomor_pilihan", "tanggal_pilihan"])
        pegawai = Pegawai.objects.select_related("kini").get(pk=p.pegawai_id)
        isian = {"sumber": f"lamaran:{p.pk}", "tmt": max(s.rencana_pelantikan, oleh.hari_ini).isoformat()}
        lo.usulan = alur.buat_draf(katalog.ambil(SLUG), pegawai, oleh=oleh, isian=isian)
        lo.save(update_fields=["usulan"])
        jejak.catat("seleksi_pilih", s, pegawai=p.pegawai_id, pada=oleh.kini, nama=s.nama)
        if not s.lowongan.filter(usulan__isnull=True).exists():
            pindah(s, "selesai", oleh)
    return lo.usulan
