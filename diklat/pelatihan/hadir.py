"""Jadwal dan kehadiran: sesi, QR yang ditandatangani dan lekas kedaluwarsa, catatan petugas.

The organiser shows the QR of a session; it holds a signed token that is good for ``diklat_qr_detik``. Whoever opens it
while logged in gets a token of his own (``untuk_orang``), bound to his account, and presses one button: a picture of the
QR that is passed on is stale soon, and a link that is passed on belongs to somebody else.
"""

import datetime as dt

import segno
from django.core import signing
from django.db import transaction
from django.utils import timezone

from diklat.models import HadirSesi, SesiPelatihan
from diklat.pelatihan import aturan
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pelatihan.kegiatan import harus_kelola, kunci, naik
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from layanan.galat import BukanWewenang

GARAM_SESI, GARAM_ORANG = "diklat.hadir.sesi", "diklat.hadir.orang"
MENIT_ORANG = 10  # to press the button after the scan
AWAL = dt.timedelta(minutes=60)  # presence opens so long before a session begins, and closes as long after it ends
BASI = "QR ini sudah kedaluwarsa. Pindai lagi QR yang sedang ditampilkan petugas."


def simpan_sesi(kegiatan_id, sesi_id, data, *, oleh):
    """Makes or changes a session; it lies within the days of the kegiatan, and none overlaps another."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(kegiatan_id, "rencana", "nominasi", "seleksi", "persiapan", "berlangsung")
        harus_kelola(k, oleh)
        s = k.sesi.get(pk=sesi_id) if sesi_id else SesiPelatihan(kegiatan=k)
        for nama, nilai in data.items():
            setattr(s, nama, nilai)
        if not k.mulai <= s.tanggal <= k.selesai:
            raise DitolakDiklat("Tanggal sesi di luar masa kegiatan.")
        lain = k.sesi.filter(tanggal=s.tanggal, mulai__lt=s.selesai, selesai__gt=s.mulai).exclude(pk=s.pk)
        if lain.exists():
            raise DitolakDiklat(f"Bertabrakan dengan sesi {lain.first().materi}.")
        s.save()
        naik(k)
        jejak.catat("diklat_sesi", k, pada=oleh.kini, nama=k.nama, materi=s.materi)
    return s


def hapus_sesi(sesi, *, oleh):
    """Takes a session out nobody attended."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(sesi.kegiatan_id, "rencana", "nominasi", "seleksi", "persiapan", "berlangsung")
        harus_kelola(k, oleh)
        if sesi.hadir.exists():
            raise DitolakDiklat("Sesi yang sudah ada kehadirannya tidak dapat dihapus.")
        k.sesi.filter(pk=sesi.pk).delete()
        naik(k)
        jejak.catat("diklat_sesi", k, pada=oleh.kini, nama=k.nama, materi=sesi.materi)


# ── QR ───────────────────────────────────────────────────────────────────────────────────────────────


def token(sesi):
    """The signed token the QR of the session shows now."""
    return signing.TimestampSigner(salt=GARAM_SESI).sign(str(sesi.pk))


def umur(tanggal):
    """Seconds a shown QR is good for (setting ``diklat_qr_detik``)."""
    return acuan_kini().setelan("diklat_qr_detik", tanggal)


def baca(teks, tanggal):
    """The session id of a shown token; DitolakDiklat when it is stale or not ours."""
    try:
        return int(signing.TimestampSigner(salt=GARAM_SESI).unsign(teks, max_age=umur(tanggal)))
    except signing.SignatureExpired:
        raise DitolakDiklat(BASI) from None
    except (signing.BadSignature, ValueError):
        raise DitolakDiklat("QR ini bukan QR kehadiran portal.") from None


def untuk_orang(sesi_id, pegawai_id):
    """A token that lets this person alone note his presence."""
    return signing.TimestampSigner(salt=GARAM_ORANG).sign(f"{sesi_id}.{pegawai_id}")


def gambar(alamat):
    """QR of an address as an SVG data URI."""
    return segno.make(alamat, error="m", micro=False).svg_data_uri(scale=8, border=2)


def jendela(sesi):
    """(first, last) aware moment at which presence is taken."""
    mulai = timezone.make_aware(dt.datetime.combine(sesi.tanggal, sesi.mulai))
    selesai = timezone.make_aware(dt.datetime.combine(sesi.tanggal, sesi.selesai))
    return mulai - AWAL, selesai + AWAL


def isi(teks, *, oleh):
    """A participant notes his own presence with his token, once: (HadirSesi, whether it is new)."""
    try:
        isi_ = signing.TimestampSigner(salt=GARAM_ORANG).unsign(teks, max_age=MENIT_ORANG * 60)
        sesi_id, pegawai_id = (int(x) for x in isi_.split("."))
    except (signing.BadSignature, ValueError):
        raise DitolakDiklat(BASI) from None
    if pegawai_id != oleh.hak.pegawai_id:
        raise BukanWewenang("QR itu dipindai orang lain. Pindai sendiri dari telepon Anda.")
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        sesi = SesiPelatihan.objects.select_related("kegiatan").get(pk=sesi_id)
        k = kunci(sesi.kegiatan_id, "persiapan", "berlangsung")
        awal, akhir = jendela(sesi)
        if not awal <= oleh.kini <= akhir:
            raise DitolakDiklat("Kehadiran diisi pada waktu sesinya berlangsung.")
        p = k.peserta.filter(pegawai_id=pegawai_id, status="peserta").first()
        if p is None:
            raise DitolakDiklat("Anda bukan peserta kegiatan ini; hubungi petugas.")
        ada, baru = HadirSesi.objects.get_or_create(
            sesi=sesi, peserta=p, defaults={"cara": "qr", "pada": oleh.kini, "oleh": oleh.pengguna}
        )
        if baru:
            jejak.catat("diklat_hadir", k, pegawai=pegawai_id, pada=oleh.kini, nama=k.nama, materi=sesi.materi)
    return ada, baru


def catat(sesi_id, peserta_ids, *, oleh):
    """The staf's list of a session: who is ticked is present; a tick taken away removes what the staf had noted, never a scan.

    Returns (added, removed).
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        sesi = SesiPelatihan.objects.get(pk=sesi_id)
        k = kunci(sesi.kegiatan_id, "persiapan", "berlangsung", "penilaian")
        harus_kelola(k, oleh)
        if sesi.tanggal > oleh.hari_ini:
            raise DitolakDiklat("Sesinya belum berlangsung.")
        boleh = set(k.peserta.filter(status="peserta").values_list("pk", flat=True))
        mau, ada = boleh & set(peserta_ids), set(sesi.hadir.values_list("peserta_id", flat=True))
        buang = sesi.hadir.filter(cara="manual").exclude(peserta_id__in=mau)
        dibuang = buang.count()
        buang.delete()
        HadirSesi.objects.bulk_create(
            HadirSesi(sesi=sesi, peserta_id=pk, cara="manual", pada=oleh.kini, oleh=oleh.pengguna)
            for pk in sorted(mau - ada)
        )
        jejak.catat("diklat_daftar_hadir", k, pada=oleh.kini, nama=k.nama, jumlah=len(mau), materi=sesi.materi)
    return len(mau - ada), dibuang


def persen(k):
    """{peserta id: share of sessions attended in percent}; empty when the kegiatan keeps no sessions."""
    banyak = k.sesi.count()
    if not banyak:
        return {}
    hadir = {}
    for pk in HadirSesi.objects.filter(sesi__kegiatan=k).values_list("peserta_id", flat=True):
        hadir[pk] = hadir.get(pk, 0) + 1
    ids = k.peserta.filter(status="peserta").values_list("pk", flat=True)
    return {pk: aturan.persen_hadir(hadir.get(pk, 0), banyak) for pk in ids}
