"""Nilai, putusan lulus, dan jalan sertifikat ke riwayat.

What changes the riwayat is the signed naskah of ``diklat/layanan/sertifikat_pelatihan.py``; here the scores are written
and the usulan of everybody who passed is sent on its way.
"""

from django.db import transaction
from django.db.models import Q

from diklat.models import PesertaPelatihan
from diklat.pelatihan import aturan, hadir, kabar
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pelatihan.kegiatan import harus_kelola, kunci, langkah_kini
from kepegawaian import jejak
from layanan import alur, katalog
from layanan.models import Usulan

SLUG = "sertifikat-pelatihan"
MEDAN = ("pre", "post", "nilai")


def terkunci(p):
    """True once his certificate is on its way or stands; a usulan that came back opens it again."""
    return p.usulan is not None and p.usulan.status in ("diproses", "selesai")


def isi_nilai(kegiatan_id, daftar, *, oleh):
    """Writes {peserta id: {pre, post, nilai, catatan}} (Decimal or None) and what they come to; returns how many.

    ``lulus`` follows from the result and the presence (``aturan.putusan``); the sentence stands beside it.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(kegiatan_id, "berlangsung", "penilaian")
        harus_kelola(k, oleh)
        if oleh.hari_ini < k.mulai:
            raise DitolakDiklat("Pelatihan belum dimulai.")
        semua = {p.pk: p for p in k.peserta.filter(status="peserta").select_related("usulan", "pegawai__kini")}
        persen, ubah = hadir.persen(k), []
        for pk, isi in daftar.items():
            p = semua.get(pk)
            if p is None:
                raise DitolakDiklat("Ada nilai bagi yang bukan peserta; muat ulang halaman.")
            if terkunci(p):
                raise DitolakDiklat(f"Sertifikat {p.pegawai.kini.nama_lengkap} sudah diproses; nilainya tidak diubah.")
            for m in MEDAN:
                setattr(p, m, isi.get(m))
            p.lulus, sebab = aturan.putusan(
                p.nilai, persen.get(pk), batas_nilai=k.batas_nilai, batas_hadir=k.batas_hadir
            )
            p.catatan_hasil = (isi.get("catatan") or ("" if p.lulus else sebab))[:400]
            ubah.append(p)
        PesertaPelatihan.objects.bulk_update(ubah, [*MEDAN, "lulus", "catatan_hasil"])
        jejak.catat("diklat_nilai", k, pada=oleh.kini, nama=k.nama, jumlah=len(ubah))
    return len(ubah)


def ajukan_sertifikat(kegiatan_id, *, oleh):
    """Sends the certificate of everybody who passed on its way, each as a usulan of his own; returns how many.

    They get one decision with a lampiran at ``penetapan`` and each his own certificate. Refused without JP (DIK-03).
    """
    oleh = oleh.berombongan()
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(kegiatan_id, "penilaian")
        harus_kelola(k, oleh)
        satu = langkah_kini(k)
        if satu is None or satu.kode != "riwayat":
            raise DitolakDiklat("Sertifikat diajukan pada langkah pencatatan riwayat.")
        if not k.jp:
            raise DitolakDiklat("Sertifikat tanpa jumlah JP (DIK-03).")
        belum = Q(usulan=None) | Q(usulan__status__in=("dibatalkan", "ditolak"))
        lulus = k.peserta.filter(belum, lulus=True, status="peserta").select_related("pegawai__kini__unit")
        # One usulan of a layanan at a time: who still waits for another certificate is sent afterwards.
        jalan = Usulan.objects.filter(layanan=SLUG, status__in=Usulan.BERJALAN).values("pegawai_id")
        lulus = list(lulus.exclude(pegawai_id__in=jalan))
        if not lulus:
            raise DitolakDiklat("Tidak ada peserta lulus yang dapat diajukan; sertifikat lainnya masih diproses.")
        layanan = katalog.ambil(SLUG)
        for p in sorted(lulus, key=lambda p: (p.pegawai.kini.nama, p.pk)):
            usulan = alur.buat_draf(layanan, p.pegawai, oleh=oleh, isian={"peserta": str(p.pk)})
            p.usulan = alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
            p.save(update_fields=["usulan"])
        gagal = k.peserta.filter(lulus=False, status="peserta").values_list("pegawai_id", flat=True)
        kabar.orang(k, gagal, "gagal", f"Hasil {k.nama}", "Anda belum lulus; catatannya pada halaman kegiatan.", oleh)
        jejak.catat("diklat_sertifikat", k, pada=oleh.kini, nama=k.nama, jumlah=len(lulus))
    return len(lulus)


def cari_peserta(kunci_, pegawai_id):
    """The PesertaPelatihan ``kunci_`` (of ``pegawai_id`` when given) with its kegiatan, or None."""
    if not str(kunci_ or "").isdigit():
        return None
    daftar = PesertaPelatihan.objects.select_related(
        "kegiatan__pelatihan__jenis", "kegiatan__pelatihan__latihan_struktural"
    ).filter(pk=kunci_)
    return (daftar.filter(pegawai_id=pegawai_id) if pegawai_id else daftar).first()


def menit_jadwal(k):
    """Minutes of all sessions, None when the kegiatan keeps none."""
    sesi = list(k.sesi.all())
    return sum(s.menit for s in sesi) if sesi else None
