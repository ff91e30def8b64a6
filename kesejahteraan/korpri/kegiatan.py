"""Kegiatan Korpri: menyiapkan, mengumumkan, mendaftar dan mundur, kehadiran, capaian, dokumentasi, menutup.

Each act: right → lock the kegiatan → its status and dates allow? → change → Jejak, in one transaction; refused with a
sentence (DitolakKorpri). Places are counted under the lock, so two people never get the last one.
"""

import secrets

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.models import Pengguna, ProfilKini
from kesejahteraan.korpri import aturan, gambar
from kesejahteraan.korpri.aturan import CADANGAN, MUNDUR, TERDAFTAR
from kesejahteraan.korpri.galat import DitolakKorpri
from kesejahteraan.korpri.models import BerkasKorpri, CabangKorpri, KegiatanKorpri, PesertaKorpri
from kesejahteraan.korpri.pengurus import harus_kelola, pengurus_pada
from layanan.galat import BukanWewenang


def kunci(pk, *status):
    """The kegiatan under a row lock; DitolakKorpri unless its status is one of ``status``."""
    k = KegiatanKorpri.objects.select_for_update().get(pk=pk)
    if status and k.status not in status:
        raise DitolakKorpri(f"Kegiatan ini {k.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    return k


def hari(saat):
    """The calendar day of a moment in Jakarta."""
    return timezone.localdate(saat)


def simpan(pk, data, cabang, *, oleh):
    """Makes (``pk`` None) or changes a kegiatan that is not closed. ``cabang``: [(nama, kapasitas or None)]; returns it.

    Who waits gets the places that were added; places somebody already has are not taken away.
    """
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = KegiatanKorpri(dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini)
        if pk is not None:
            k = kunci(pk, "rencana", "dibuka")
        for nama, nilai in data.items():
            setattr(k, nama, nilai)
        k.save()
        _simpan_cabang(k, cabang)
        _isi_tempat(k, oleh)
        jejak.catat("korpri_kegiatan_simpan", k, pada=oleh.kini, nama=k.nama)
    return k


def _simpan_cabang(k, cabang):
    """Cabang by name; one that somebody has chosen stays."""
    nama = [n for n, _ in cabang]
    hilang = k.cabang.exclude(nama__in=nama)
    terpakai = hilang.filter(peserta__isnull=False).distinct().values_list("nama", flat=True)
    if terpakai:
        raise DitolakKorpri(f"Cabang yang sudah ada pendaftarnya tidak dapat dibuang: {', '.join(terpakai)}.")
    if cabang and k.pk and k.peserta.filter(cabang__isnull=True).exists():
        raise DitolakKorpri("Sudah ada pendaftar tanpa cabang; cabang lomba tidak dapat ditambahkan lagi.")
    hilang.delete()
    for n, kapasitas in cabang:
        CabangKorpri.objects.update_or_create(kegiatan=k, nama=n, defaults={"kapasitas": kapasitas})


def umumkan(pk, *, oleh):
    """Members see it and register until its last day; the attendance code is drawn."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "rencana")
        if k.tutup < oleh.hari_ini:
            raise DitolakKorpri("Hari terakhir pendaftaran sudah lewat; ubah tanggalnya lebih dulu.")
        k.status, k.kode_hadir = "dibuka", f"{secrets.randbelow(10**6):06d}"
        k.save(update_fields=["status", "kode_hadir"])
        jejak.catat("korpri_kegiatan_umumkan", k, pada=oleh.kini, nama=k.nama)
    return k


def batalkan(pk, *, oleh):
    """It will not take place; who had registered is told."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "rencana", "dibuka")
        k.status = "batal"
        k.save(update_fields=["status"])
        jejak.catat("korpri_kegiatan_batal", k, pada=oleh.kini, nama=k.nama)
        ids = k.peserta.exclude(status=MUNDUR).values_list("pegawai_id", flat=True)
        _beri_tahu(k, ids, "batal", f"Dibatalkan: {k.nama}", "Kegiatan Korpri yang Anda ikuti dibatalkan.", oleh)
    return k


def selesaikan(pk, hasil, *, oleh):
    """Closes it with a report in words; who is not recorded as present was absent."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "dibuka")
        if oleh.kini < k.selesai:
            raise DitolakKorpri("Kegiatannya belum selesai menurut jadwal.")
        k.status, k.hasil = "selesai", hasil
        k.save(update_fields=["status", "hasil"])
        k.peserta.filter(status=TERDAFTAR, hadir__isnull=True).update(hadir=False, cara_hadir="petugas")
        jejak.catat("korpri_kegiatan_selesai", k, pada=oleh.kini, nama=k.nama)
    return k


# ── registration ─────────────────────────────────────────────────────────────────────────────────────


def terisi(k):
    """{cabang id or None: places taken}."""
    hitung = k.peserta.filter(status=TERDAFTAR).order_by().values_list("cabang_id").annotate(Count("pk"))
    return dict(hitung)


def _kapasitas(k, cabang):
    """Places of the cabang, or of the kegiatan where there is none."""
    return cabang.kapasitas if cabang else k.kapasitas


def daftar(pk, pegawai_id, cabang_id, *, oleh):
    """Registers a member, himself or by the office; returns the PesertaKorpri, ``cadangan`` when all places are taken."""
    sendiri = oleh.hak.pegawai_id == pegawai_id and oleh.hak.punya("asn")
    if not sendiri:
        harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk)
        if not ProfilKini.objects.filter(pegawai_id=pegawai_id, aktif=True).exists():
            raise DitolakKorpri("Hanya ASN yang masih aktif menjadi anggota Korpri.")
        pengurus = k.khusus_pengurus and pengurus_pada(pegawai_id, oleh.hari_ini)
        if alasan := aturan.alasan_tidak_daftar(
            status=k.status, tutup=k.tutup, hari_ini=oleh.hari_ini, khusus_pengurus=k.khusus_pengurus,
            pengurus=pengurus,
        ):  # fmt: skip
            raise DitolakKorpri(alasan)
        cabang = _cabang(k, cabang_id)
        p = k.peserta.filter(pegawai_id=pegawai_id, cabang=cabang).first()
        if p is not None and p.status != MUNDUR:
            raise DitolakKorpri(
                "Sudah terdaftar pada kegiatan ini." if p.status == TERDAFTAR else "Sudah menjadi cadangan."
            )
        p = p or PesertaKorpri(kegiatan=k, pegawai_id=pegawai_id, cabang=cabang)
        p.status = aturan.tempat(_kapasitas(k, cabang), terisi(k).get(p.cabang_id, 0))
        p.mendaftar_pada = oleh.kini
        p.save()
        jejak.catat("korpri_daftar", k, pegawai=pegawai_id, pada=oleh.kini, nama=k.nama)
    return p


def _cabang(k, cabang_id):
    """The chosen cabang of this kegiatan; None where it has none."""
    pilihan = {c.pk: c for c in k.cabang.all()}
    if not pilihan:
        return None
    if cabang_id not in pilihan:
        raise DitolakKorpri("Pilih cabang lombanya.")
    return pilihan[cabang_id]


def mundur(peserta_pk, *, oleh):
    """Withdraws before the activity begins; the first who waits gets the place and is told."""
    milik = PesertaKorpri.objects.select_related("kegiatan").get(pk=peserta_pk)
    if oleh.hak.pegawai_id != milik.pegawai_id:
        harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(milik.kegiatan_id)
        p = PesertaKorpri.objects.select_for_update(of=("self",)).get(pk=peserta_pk)
        if p.status == MUNDUR:
            raise DitolakKorpri("Pendaftaran ini sudah ditarik.")
        if alasan := aturan.alasan_tidak_mundur(status=k.status, mulai=hari(k.mulai), hari_ini=oleh.hari_ini):
            raise DitolakKorpri(alasan)
        p.status = MUNDUR
        p.save(update_fields=["status"])
        jejak.catat("korpri_mundur", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama)
        _isi_tempat(k, oleh)
    return p


def _isi_tempat(k, oleh):
    """Gives free places to those who wait, in their order; called under the lock."""
    if k.status != "dibuka":
        return
    ada, naik = terisi(k), []
    for p in k.peserta.filter(status=CADANGAN).select_related("cabang").order_by("mendaftar_pada", "pk"):
        if aturan.tempat(_kapasitas(k, p.cabang), ada.get(p.cabang_id, 0)) == TERDAFTAR:
            ada[p.cabang_id] = ada.get(p.cabang_id, 0) + 1
            p.status = TERDAFTAR
            naik.append(p)
    PesertaKorpri.objects.bulk_update(naik, ["status"])
    ids = [p.pegawai_id for p in naik]
    _beri_tahu(k, ids, "naik", f"Anda mendapat tempat: {k.nama}", "Anda tidak lagi cadangan.", oleh)


def _beri_tahu(k, pegawai_ids, apa, judul, isi, oleh):
    """One notice for each of these members."""
    ids = list(pegawai_ids)
    if ids:
        akun = Pengguna.objects.filter(pegawai_id__in=ids).values_list("pk", flat=True)
        jejak.beri_tahu(
            list(akun), kunci=f"korpri-{k.pk}-{apa}-{oleh.kini:%y%m%d%H%M%S%f}", judul=judul, isi=isi, pada=oleh.kini, peristiwa="korpri",
            url=reverse("kesejahteraan:korpri_kegiatan_detail", args=[k.pk]),
        )  # fmt: skip


# ── attendance, results, documents ───────────────────────────────────────────────────────────────────


def konfirmasi(pk, kode, *, oleh):
    """A participant confirms his own presence with the code shown at the place, on the day; returns how many rows."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk)
        if alasan := aturan.alasan_tidak_hadir(
            status=k.status, mulai=hari(k.mulai), selesai=hari(k.selesai), hari_ini=oleh.hari_ini
        ):
            raise DitolakKorpri(alasan)
        milik = k.peserta.filter(pegawai_id=oleh.hak.pegawai_id or 0, status=TERDAFTAR)
        if not milik.exists():
            raise BukanWewenang("Anda tidak terdaftar pada kegiatan ini.")
        if not secrets.compare_digest(kode.encode(), k.kode_hadir.encode()):
            raise DitolakKorpri("Kode kehadiran tidak cocok; lihat kode yang ditampilkan panitia.")
        banyak = milik.exclude(hadir=True).update(hadir=True, hadir_pada=oleh.kini, cara_hadir="kode")
        jejak.catat("korpri_hadir", k, pegawai=oleh.hak.pegawai_id, pada=oleh.kini, nama=k.nama)
    return banyak


def catat_hadir(pk, hadir, *, oleh):
    """The office marks who was there: ``hadir`` {peserta id: bool}; returns how many rows changed."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "dibuka", "selesai")
        if oleh.hari_ini < hari(k.mulai):
            raise DitolakKorpri("Daftar hadir diisi sejak hari kegiatan.")
        ubah = [p for p in k.peserta.filter(status=TERDAFTAR, pk__in=hadir) if p.hadir is not hadir[p.pk]]
        for p in ubah:
            p.hadir, p.hadir_pada, p.cara_hadir = hadir[p.pk], oleh.kini, "petugas"
        PesertaKorpri.objects.bulk_update(ubah, ["hadir", "hadir_pada", "cara_hadir"])
        jejak.catat("korpri_daftar_hadir", k, pada=oleh.kini, nama=k.nama, jumlah=len(ubah))
    return len(ubah)


def isi_capaian(pk, capaian, *, oleh):
    """What participants of a contest achieved: {peserta id: (peringkat or None, words)}; returns how many have something."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "dibuka", "selesai")
        if k.jenis != "minat_bakat":
            raise DitolakKorpri("Capaian hanya diisi bagi kegiatan minat dan bakat.")
        if oleh.hari_ini < hari(k.mulai):
            raise DitolakKorpri("Capaian diisi sejak hari kegiatan.")
        ubah = list(k.peserta.filter(status=TERDAFTAR, pk__in=capaian).select_related("pegawai__kini"))
        for p in ubah:
            p.peringkat, p.capaian = capaian[p.pk]
            if (p.peringkat or p.capaian) and p.hadir is False:
                raise DitolakKorpri(f"{p.pegawai.kini.nama_lengkap} tercatat tidak hadir; betulkan dulu kehadirannya.")
        PesertaKorpri.objects.bulk_update(ubah, ["peringkat", "capaian"])
        jejak.catat("korpri_capaian", k, pada=oleh.kini, nama=k.nama, jumlah=len(ubah))
    return sum(bool(p.peringkat or p.capaian) for p in ubah)


def unggah(pk, judul, file, *, oleh):
    """A photograph or document of the kegiatan; returns the BerkasKorpri."""
    harus_kelola(oleh)
    isi = gambar.terima(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk)
        if k.berkas.filter(sha256=isi.sha256, ditarik_pada__isnull=True).exists():
            raise DitolakKorpri("Berkas yang sama sudah ada pada kegiatan ini.")
        b = BerkasKorpri(
            kegiatan=k, judul=judul, nama_asli=isi.nama, mime=isi.mime, sha256=isi.sha256, diunggah_pada=oleh.kini,
            diunggah_oleh=oleh.pengguna,
        )  # fmt: skip
        gambar.simpan(b.file, isi)
        b.save()
        jejak.catat("korpri_berkas", k, pada=oleh.kini, nama=k.nama, berkas=judul)
    return b


def tarik_berkas(pk, *, oleh):
    """Takes a photograph or document off the page; the file itself stays."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        b = BerkasKorpri.objects.select_for_update(of=("self",)).select_related("kegiatan").get(pk=pk)
        if b.ditarik_pada is None:
            b.ditarik_pada = oleh.kini
            b.save(update_fields=["ditarik_pada"])
            jejak.catat("korpri_berkas_tarik", b.kegiatan, pada=oleh.kini, nama=b.kegiatan.nama, berkas=b.judul)
    return b


def dengan_angka(daftar):
    """The queryset with ``banyak`` (places taken), ``menunggu`` (cadangan) and ``datang`` (present)."""
    return daftar.annotate(
        banyak=Count("peserta", filter=Q(peserta__status=TERDAFTAR), distinct=True),
        menunggu=Count("peserta", filter=Q(peserta__status=CADANGAN), distinct=True),
        datang=Count("peserta", filter=Q(peserta__hadir=True), distinct=True),
    )
