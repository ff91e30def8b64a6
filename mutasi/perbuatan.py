"""Perbuatan atas rancangan: buat, tambah dan hapus baris, tambah dan hapus anggota, finalkan, lantik. Each is one transaction.

Lock → may he, is it still a konsep → change → Jejak. The trail names the rancangan by its id only, never a person in it.
"""

from django.db import IntegrityError, transaction

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pegawai
from layanan import alur, katalog
from layanan.galat import BukanWewenang, DitolakAlur, IsianSalah
from layanan.models import Usulan
from layanan.pengantar import HasilSatu, ajukan_banyak
from layanan.wewenang import staf_pemilik
from mutasi import aturan, fakta
from mutasi.models import BarisRancangan, Rancangan

PENYUSUN = ("KEPALA-SUB11", "KEPALA-BID1", "KEPALA-BKPSDM")
KABAN = "KEPALA-BKPSDM"
MAKS = 100


def boleh_membuat(hak):
    """May he begin a rancangan: staf of the Subbidang Mutasi, its heads up to Kepala BKD."""
    if hak.hanya_baca:
        return False
    return any(k.kode in PENYUSUN for k in hak.kantor) or membuat_usulan(hak)


def boleh_mengubah(rancangan, hak, anggota=None):
    """May he change this konsep: those named on it, and Kepala BKD. ``anggota``: their ids, where the caller has them."""
    if rancangan.status != "konsep" or hak.hanya_baca:
        return False
    if any(k.kode == KABAN for k in hak.kantor):
        return True
    return hak.pengguna_id in anggota if anggota is not None else rancangan.anggota.filter(pk=hak.pengguna_id).exists()


def boleh_final(rancangan, hak):
    """May he finalise: who may change it and makes usulan of placement (staf of the Subbidang Mutasi)."""
    return boleh_mengubah(rancangan, hak) and membuat_usulan(hak)


def membuat_usulan(hak):
    """Does he make usulan of placement: staf of the Subbidang Mutasi?"""
    return staf_pemilik(katalog.ambil(fakta.PENEMPATAN), hak)


def buat(*, nama, tmt, oleh):
    """A new konsep; its maker is its first member."""
    if not boleh_membuat(oleh.hak):
        raise BukanWewenang("Rancangan disusun staf Subbidang Mutasi dan atasannya.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        baru = Rancangan.objects.create(nama=nama, tmt=tmt, dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini)
        baru.anggota.add(oleh.pengguna)
        jejak.catat("rancangan_buat", baru, pada=oleh.kini)
    return baru


def _kunci(pk, oleh):
    """The locked rancangan he may change; else DitolakAlur."""
    rancangan = Rancangan.objects.select_for_update(of=("self",)).get(pk=pk)
    if rancangan.status != "konsep":
        raise DitolakAlur("Rancangan ini sudah final.")
    if not boleh_mengubah(rancangan, oleh.hak):
        raise BukanWewenang("Anda tidak dapat mengubah rancangan ini.")
    return rancangan


def tambah_baris(rancangan, *, pegawai, jabatan, unit, oleh):
    """Drops one person into a post; who is on it already gets the new post."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        rancangan = _kunci(rancangan.pk, oleh)
        if pegawai.pk == oleh.hak.pegawai_id:
            raise BukanWewenang("Anda tidak dapat menempatkan diri Anda sendiri.")
        if rancangan.baris.count() >= MAKS:
            raise DitolakAlur(f"Satu rancangan paling banyak {MAKS} orang.")
        baris, _ = BarisRancangan.objects.update_or_create(
            rancangan=rancangan, pegawai=pegawai, defaults={"jabatan": jabatan, "unit": unit}
        )
        jejak.catat("rancangan_ubah", rancangan, pada=oleh.kini)
    return baris


def hapus_baris(rancangan, pk, *, oleh):
    """Takes one person out."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        rancangan = _kunci(rancangan.pk, oleh)
        rancangan.baris.filter(pk=pk).delete()
        jejak.catat("rancangan_ubah", rancangan, pada=oleh.kini)


def ubah_anggota(rancangan, akun, *, masuk, oleh):
    """Names an account on the rancangan, or takes it off; its maker stays."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        rancangan = _kunci(rancangan.pk, oleh)
        if not masuk and akun.pk == rancangan.dibuat_oleh_id:
            raise DitolakAlur("Penyusun rancangan tidak dapat dikeluarkan.")
        (rancangan.anggota.add if masuk else rancangan.anggota.remove)(akun)
        jejak.catat("rancangan_anggota", rancangan, pada=oleh.kini)


def finalkan(rancangan, *, nomor, tanggal, oleh):
    """Every row becomes a usulan of placement, submitted under one letter; returns [HasilSatu].

    All drafts are made or none: a person with a running placement refuses the whole, by name. A draft that cannot be
    submitted yet (a document is missing) stays a draft and says why; the collective SK is made at its step. Until it is
    signed the usulan are ``tertutup``: those who hold a step and the BKD see them, the persons and their OPD do not.
    """
    layanan = katalog.ambil(fakta.PENEMPATAN)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        rancangan = _kunci(rancangan.pk, oleh)
        if not boleh_final(rancangan, oleh.hak):
            raise BukanWewenang("Usulan penempatan dibuat staf Subbidang Mutasi.")
        baris = list(rancangan.baris.select_related("pegawai__kini", "jabatan__eselon", "unit"))
        if not baris:
            raise DitolakAlur("Rancangan masih kosong.")
        for satu in baris:
            satu.usulan = _draf(layanan, rancangan, satu, oleh)
            satu.save(update_fields=["usulan"])
        rancangan.status, rancangan.final_pada = "final", oleh.kini
        rancangan.save(update_fields=["status", "final_pada"])
        jejak.catat("rancangan_final", rancangan, pada=oleh.kini, jumlah=len(baris))
    pilihan = [(b.usulan.nomor, b.usulan.versi_baris) for b in baris]
    return ajukan_banyak(pilihan, nomor=nomor, tanggal=tanggal, file=None, oleh=oleh)


def menunggu_pelantikan(rancangan, hak):
    """Usulan of a final rancangan whose pelantikan waits for the reader, by number."""
    usulan = Usulan.objects.menunggu(hak).filter(
        pk__in=rancangan.baris.values("usulan_id"), langkah_kini__kode="pelantikan"
    )
    return list(usulan.select_related("pegawai__kini", "langkah_kini").order_by("nomor"))


def lantik(rancangan, data, *, oleh):
    """Records one pelantikan for all who wait for it: the step of each, with its own checks; returns [HasilSatu].

    Each is a transaction of its own: whom a rule stops (a witness lower in rank) is named, the others are sworn in.
    """
    hasil = []
    for usulan in menunggu_pelantikan(rancangan, oleh.hak):
        sebab = ""
        try:
            usulan = alur.setujui(usulan, oleh=oleh, versi=usulan.versi_baris, data=data)
        except IsianSalah as galat:
            sebab = "; ".join(str(p) for daftar in galat.form.errors.values() for p in daftar)
        except DitolakAlur as galat:
            sebab = str(galat)
        hasil.append(HasilSatu(usulan, sebab))
    return hasil


def _draf(layanan, rancangan, baris, oleh):
    nama = baris.pegawai.kini.nama_lengkap
    isian = isian_baris(rancangan, baris, acuan_kini())
    try:
        with transaction.atomic():
            usulan = alur.buat_draf(layanan, baris.pegawai, oleh=oleh, tertutup=True)
            return alur.ubah_isian(usulan, isian, oleh=oleh, versi=usulan.versi_baris)
    except IsianSalah as galat:
        pesan = "; ".join(str(p) for daftar in galat.form.errors.values() for p in daftar)
        raise DitolakAlur(f"{nama}: {pesan}") from galat
    except (DitolakAlur, IntegrityError) as galat:
        raise DitolakAlur(f"{nama}: {galat}") from galat


def isian_baris(rancangan, baris, acuan):
    """The answers of the usulan a row becomes."""
    kini = baris.pegawai.kini
    unit = acuan.unit.get(baris.unit_id)
    if kini.status != "PNS":
        jenis = aturan.M6_PERTAMA if kini.status == "CPNS" else aturan.M6_PENATAAN
    else:
        jenis = aturan.M1_DALAM if unit and unit.opd_id == kini.opd_id else aturan.M1_ANTAR
    naik = baris.jabatan.jenis == "struktural" and kini.jenis_jabatan != "struktural"
    return {"jenis": jenis, "alasan": "promosi" if naik else "rotasi", "tmt": rancangan.tmt.isoformat(),
            "jabatan_tujuan": baris.jabatan.kode, "unit_tujuan": baris.unit.kode}  # fmt: skip


def pegawai_nip(nip, hak):
    """The active pegawai of a NIP in the scope of the reader, or None."""
    return Pegawai.objects.terlihat_oleh(hak).select_related("kini").filter(nip=nip, kini__aktif=True).first()
