"""Pengumuman hasil tiap tahap kepada para pelamar: sejak kapan terbaca, dan pemberitahuannya.

An announced stage is closed: its scores do not change any more. Called inside the acts of ``penilaian``.
"""

from django.urls import reverse

from karier.aturan.seleksi import PENILAIAN
from karier.galat import DitolakKarier
from karier.models import PelamarJpt, TahapJpt
from karier.seleksi.perbuatan import kunci
from kepegawaian import jejak
from kepegawaian.models import Pengguna

NAMA = dict(TahapJpt.TAHAP)


def tandai(s, kode, *, oleh):
    """Stage ``kode`` of the locked ``s`` is announced now, once; every applicant it concerns is told."""
    if not s.tahap.filter(kode=kode, diumumkan_pada__isnull=True).update(diumumkan_pada=oleh.kini):
        return
    jejak.catat("seleksi_umumkan_tahap", s, pada=oleh.kini, nama=s.nama, tahap=NAMA[kode].lower())
    pelamar = PelamarJpt.objects.filter(lowongan__seleksi=s)
    if kode != "administrasi":
        pelamar = pelamar.filter(administrasi="lulus")
    for lowongan in s.lowongan.select_related("jabatan"):
        orang = pelamar.filter(lowongan=lowongan).values("pegawai_id")
        jejak.beri_tahu(
            Pengguna.objects.filter(pegawai_id__in=orang).values_list("pk", flat=True),
            kunci=f"seleksi:{lowongan.pk}:{kode}", judul=f"{NAMA[kode]}: hasil Anda dapat dibaca",
            isi=f"{s.nama}, {lowongan.jabatan.nama}.", url=reverse("karier:lowongan_detail", args=[lowongan.pk]),
            pada=oleh.kini, peristiwa="seleksi_tahap",
        )  # fmt: skip


def umumkan_tahap(pk, kode, *, oleh):
    """Announces the scores of one stage to the candidates, each his own; in the order of the law.

    Raises DitolakKarier before its last day, while a score is missing, or while an earlier stage is not announced.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "penilaian")
        tahap = {t.kode: t for t in s.tahap.all()}
        if kode not in PENILAIAN or kode not in tahap:
            raise DitolakKarier("Tahap itu tidak dinilai.")
        if tahap[kode].diumumkan_pada:
            raise DitolakKarier(f"{NAMA[kode]} sudah diumumkan.")
        if oleh.hari_ini < tahap[kode].selesai:
            raise DitolakKarier(f"{NAMA[kode]} belum selesai menurut jadwal.")
        for sebelum in PENILAIAN[: PENILAIAN.index(kode)]:
            if s.bobot.get(sebelum) and not tahap[sebelum].diumumkan_pada:
                raise DitolakKarier(f"Umumkan {NAMA[sebelum].lower()} lebih dulu.")
        calon = PelamarJpt.objects.filter(lowongan__seleksi=s, administrasi="lulus")
        if kurang := sum(p.nilai.get(kode) is None for p in calon):
            raise DitolakKarier(f"Nilai {NAMA[kode].lower()} {kurang} calon belum diisi.")
        tandai(s, kode, oleh=oleh)
    return s


def hasil_tahap(s, tahap, pelamar):
    """[(name, TahapJpt, text)] of each stage after registration for one applicant; text "" while it is not announced."""
    hasil = []
    for t in tahap:
        if t.kode == "pengumuman":
            continue
        teks = ""
        if t.diumumkan_pada or s.terbuka_hasilnya:
            teks = _teks(t.kode, s, pelamar)
        hasil.append((NAMA[t.kode], t, teks))
    return hasil


def _teks(kode, s, p):
    if kode == "administrasi":
        return p.get_administrasi_display() + (f": {p.alasan}" if p.alasan else "")
    if p.administrasi != "lulus":
        return "Tidak mengikuti"
    if kode == "hasil":
        return f"Nilai akhir {_angka(p.total)}, peringkat {p.peringkat or '–'}"
    nilai = p.nilai.get(kode)
    return f"{_angka(nilai)} (bobot {s.bobot.get(kode, 0)}%)" if nilai is not None else "Tidak dinilai"


def _angka(nilai):
    return "–" if nilai is None else str(nilai).replace(".", ",")
