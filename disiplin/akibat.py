"""Akibat hukuman disiplin pada riwayat. Rows rest on the SK and bear the day it came into force; nothing is overwritten.

Law: PP 94/2021 Ps. 8, 15, 42; PerBKN 6/2022 Ps. 55, 62 and lampiran; readings T-05, T-07. S1-S3 and S1T, S2T write
nothing but the penalty: TPP, KGB and KP read it there. Runs inside the act of the step that brings it into force.
"""

from datetime import timedelta

from django.db.models.functions import Now

from disiplin import aturan
from disiplin.models import KasusDisiplin
from disiplin.tabel import sebut_norma
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, bulan_antara
from kepegawaian.models import (
    Jabatan,
    RiwayatHukuman,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPangkat,
    RiwayatPemeriksaan,
    RiwayatUnit,
)
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu, segarkan
from layanan import akibat
from layanan.galat import DitolakAlur

DIGANTI = "Digantikan keputusan sesudahnya"  # a row others read does not say which


def terapkan(np):
    """All rows of the SK of one person, once."""
    if akibat.sudah_diterapkan(np, RiwayatHukuman):
        return
    kasus = KasusDisiplin.objects.get(usulan_id=np.data["usulan"])
    profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("pangkat", "gaji", "jabatan", "unit", "hukuman"))
    _potong_berjalan(np, kasus.jenis)
    RiwayatHukuman.objects.create(
        **akibat.kolom_sk(np), jenis_id=kasus.jenis, sampai=kasus.sampai,
        pasal="; ".join(sebut_norma(n) for n in kasus.norma)[:200],
    )  # fmt: skip
    if kasus.jenis == "S3T":
        _turun_pangkat(np, kasus, profil)
    elif kasus.jenis in ("B1", "B2"):
        _turun_jabatan(np, kasus, profil)
    elif kasus.jenis in aturan.BANDING:
        _berhenti(np, profil)
    tutup_pemeriksaan(np.pegawai_id, np.tmt)


def _gantikan(baris, np):
    return (
        baris.filter(dibatalkan_pada__isnull=True)
        .exclude(naskah_pegawai=np)
        .update(dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_sebab=DIGANTI, dibatalkan_naskah=np)
    )


def _potong_berjalan(np, kode):
    """T-05: a lighter penalty that runs ends the day before the heavier one."""
    berjalan = RiwayatHukuman.objects.filter(
        pegawai_id=np.pegawai_id, dibatalkan_pada__isnull=True, tmt__lt=np.tmt, sampai__gte=np.tmt
    )
    for b in berjalan:
        _, sampai = aturan.pengganti((b.jenis_id, b.tmt, b.sampai), kode, np.tmt)
        if sampai is None:
            continue
        _gantikan(RiwayatHukuman.objects.filter(pk=b.pk), np)
        RiwayatHukuman.objects.create(
            pegawai_id=b.pegawai_id, tmt=b.tmt, sampai=sampai, jenis_id=b.jenis_id, pasal=b.pasal, nomor_sk=b.nomor_sk,
            tanggal_sk=b.tanggal_sk, pejabat=b.pejabat, naskah_pegawai=np,
        )  # fmt: skip


def _turun_pangkat(np, kasus, profil):
    """S3T: one rank lower for its term, and the row that restores it on the day after; MKG runs on."""
    acuan = acuan_kini()
    bawah = next((g for g in acuan.daftar_golongan.values()
                  if g.jenis == "PNS" and g.urutan == (profil.golongan_urutan or 0) - 1), None)  # fmt: skip
    if bawah is None:
        raise DitolakAlur("Pangkatnya sudah yang terendah atau belum tercatat; hukuman ini tidak dapat dijalankan.")
    pulih = kasus.sampai + timedelta(days=1)
    for tmt, golongan in ((np.tmt, bawah.kode), (pulih, profil.golongan)):
        _gantikan(RiwayatPangkat.objects.filter(pegawai_id=np.pegawai_id, tmt=tmt), np)
        RiwayatPangkat.objects.create(
            **akibat.kolom_sk(np) | {"tmt": tmt}, golongan_id=golongan, **_mkg(profil, golongan, tmt)
        )


def _mkg(profil, golongan, tmt):
    """MKG of the row; unknown where the lower rank is of another group (III/a to II/d), whose MKG no rule here gives."""
    if profil.tmt_mkg_nol is None or golongan.split("/")[0] != (profil.golongan or "").split("/")[0]:
        return {}
    bulan = bulan_antara(profil.tmt_mkg_nol, tmt)
    return {"mkg_tahun": bulan // 12, "mkg_bulan": bulan % 12}


def _turun_jabatan(np, kasus, profil):
    """B1, B2: the lower post from the day in force; coming back is ordinary filling of posts, never automatic."""
    jabatan = Jabatan.objects.filter(kode=kasus.jabatan_baru).first()
    unit_id = (jabatan and jabatan.unit_id) or profil.unit_id
    if jabatan is None or unit_id is None:
        raise DitolakAlur("Jabatan baru atau unit kerjanya tidak ada lagi; perbaiki keputusannya lebih dulu.")
    _gantikan(RiwayatJabatan.objects.filter(pegawai_id=np.pegawai_id, tmt=np.tmt, penugasan="D"), np)
    RiwayatJabatan.objects.create(**akibat.kolom_sk(np), jabatan=jabatan, unit_id=unit_id, arah="turun")
    if unit_id != profil.unit_id:
        _gantikan(RiwayatUnit.objects.filter(pegawai_id=np.pegawai_id, tmt=np.tmt), np)
        RiwayatUnit.objects.create(**akibat.kolom_sk(np), unit_id=unit_id)


def _berhenti(np, profil):
    """B3, B3C: dismissed from the first of the next month; of a PPPK the contract ends (PP 49/2018)."""
    kode = "P4" if profil.status in PPPK else "66"
    tmt = aturan.awal_bulan_depan(np.tmt)
    _gantikan(RiwayatKedudukan.objects.filter(pegawai_id=np.pegawai_id, tmt=tmt), np)
    RiwayatKedudukan.objects.create(**akibat.kolom_sk(np) | {"tmt": tmt}, kedudukan_id=kode)


# ── under examination ────────────────────────────────────────────────────────────────────────────────


def buka_pemeriksaan(np, tmt):
    """One open row that rests on the summons ``np``."""
    RiwayatPemeriksaan.objects.create(pegawai_id=np.pegawai_id, tmt=tmt, naskah_pegawai=np)
    segarkan([np.pegawai_id], per=tmt)


def tutup_pemeriksaan(pegawai_id, mulai):
    """Ends the open row the day before ``mulai``, still resting on its summons; nothing where none is open."""
    for b in RiwayatPemeriksaan.objects.filter(
        pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, sampai__isnull=True
    ):
        RiwayatPemeriksaan.objects.filter(pk=b.pk).update(
            dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_sebab="Pemeriksaan selesai"
        )
        sampai = max(b.tmt, mulai - timedelta(days=1))
        RiwayatPemeriksaan.objects.create(
            pegawai_id=pegawai_id, tmt=b.tmt, sampai=sampai, naskah_pegawai_id=b.naskah_pegawai_id, batch_id=b.batch_id
        )
