"""Naskah dinas dan orang-orang di dalamnya; the link from a naskah to its usulan stands in ``layanan``."""

import secrets

import pgtrigger
from django.db import models

from kepegawaian.models.dasar import TAMBAH_SAJA
from kepegawaian.models.pegawai import Pegawai


def token_baru():
    """A token of 128 bits for the public verification page."""
    return secrets.token_urlsafe(16)


class Naskah(models.Model):
    """SK, surat, berita acara … ours (``register``), recorded from elsewhere (``luar``) or imported.

    Written by ``layanan.naskah`` only. Once numbered, number, date, data and people never change; the
    trigger ``isi_beku`` refuses it. What changes is where it stands: printing, signing, file, status.
    """

    ASAL = [("register", "Register portal"), ("luar", "Naskah dari luar")]
    TAHAP = [
        ("menunggu_cetak", "Menunggu cetak"),
        ("tercetak", "Tercetak, menunggu tanda tangan"),
        ("gagal_cetak", "Gagal dicetak"),
        ("ditandatangani", "Sudah ditandatangani"),
        ("batal", "Batal sebelum ditandatangani"),
    ]
    CARA = [
        ("", "–"),
        ("basah", "Basah"),
        ("lokal", "Sertifikat elektronik kantor"),
        ("bsre", "BSrE"),
        ("portal", "Disetujui di portal"),
    ]
    STATUS = [
        ("", "Belum berlaku"),
        ("berlaku", "Berlaku"),
        ("diubah", "Diubah"),
        ("dicabut", "Dicabut"),
        ("dibatalkan", "Dibatalkan"),
    ]

    jenis = models.CharField(max_length=30, help_text="sk, surat, berita_acara …")
    perihal = models.CharField(max_length=200)
    asal = models.CharField(max_length=8, choices=ASAL)
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    penetap = models.CharField(max_length=160, help_text="pejabat yang menetapkan, sebagaimana tercetak")
    penandatangan = models.CharField(max_length=160, blank=True)
    templat = models.CharField(max_length=80, blank=True)
    data = models.JSONField(default=dict)
    tahap = models.CharField(max_length=16, choices=TAHAP, default="menunggu_cetak")
    status = models.CharField(max_length=10, choices=STATUS, blank=True, default="")
    token = models.CharField(max_length=32, unique=True, default=token_baru, editable=False)
    berkas_cetak = models.FileField(upload_to="naskah/%Y/%m/", blank=True)
    hash_cetak = models.CharField(max_length=64, blank=True)
    berkas_sah = models.FileField(upload_to="naskah-sah/%Y/%m/", blank=True)
    hash_sah = models.CharField(max_length=64, blank=True)
    dibuat_pada = models.DateTimeField()
    dicetak_pada = models.DateTimeField(null=True, blank=True)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)
    cara_tanda_tangan = models.CharField(max_length=8, choices=CARA, blank=True, default="")
    galat_cetak = models.CharField(max_length=300, blank=True)
    digantikan_oleh = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="menggantikan")

    class Meta:
        ordering = ["-tanggal", "-id"]
        indexes = [
            models.Index(fields=["tahap", "dibuat_pada"], name="naskah_tahap"),
            models.Index(models.functions.Upper("nomor"), name="naskah_nomor_besar"),
        ]
        constraints = [
            # Numbers of our own register are unique; numbers of imported and outside naskah may repeat.
            models.UniqueConstraint(fields=["nomor"], condition=models.Q(asal="register"), name="nomor_register_unik"),
            models.CheckConstraint(
                condition=~models.Q(tahap="ditandatangani")
                | ~models.Q(berkas_sah="") & models.Q(ditandatangani_pada__isnull=False),
                name="naskah_sah_punya_berkas",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="isi_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.nomor IS DISTINCT FROM NEW.nomor OR OLD.tanggal IS DISTINCT FROM NEW.tanggal"
                    " OR OLD.data IS DISTINCT FROM NEW.data OR OLD.jenis IS DISTINCT FROM NEW.jenis"
                    " OR OLD.asal IS DISTINCT FROM NEW.asal OR OLD.token IS DISTINCT FROM NEW.token"
                    " OR OLD.perihal IS DISTINCT FROM NEW.perihal OR OLD.penetap IS DISTINCT FROM NEW.penetap"
                    " OR (OLD.tahap = 'ditandatangani' AND NEW.tahap <> 'ditandatangani')"
                ),
                func="RAISE EXCEPTION 'Isi naskah % sudah beku.', OLD.nomor USING ERRCODE = 'restrict_violation';",
            ),
            pgtrigger.Protect(name="jangan_hapus", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.perihal} {self.nomor}"


class NaskahPegawai(models.Model):
    """Seorang pegawai di dalam sebuah naskah: TMT-nya dan data yang berlaku baginya, keduanya beku.

    A TMT that is born later (pelantikan) is filled in once; the trigger ``isi_beku`` refuses anything else.
    """

    naskah = models.ForeignKey(Naskah, models.PROTECT, related_name="isi")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="naskah")
    tmt = models.DateField(null=True, blank=True)
    data = models.JSONField(default=dict)
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    berkas_petikan = models.FileField(upload_to="petikan/%Y/%m/", blank=True, help_text="hanya naskah kolektif")
    hash_petikan = models.CharField(max_length=64, blank=True, default="")
    perlu_ditinjau = models.CharField(
        max_length=200, blank=True, default="", help_text="sebab naskah ini perlu ditinjau: riwayat dasarnya berubah"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["naskah", "pegawai"], name="satu_isi_tiap_pegawai")]
        triggers = [
            pgtrigger.Trigger(
                name="isi_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP = 'DELETE' OR OLD.naskah_id IS DISTINCT FROM NEW.naskah_id
                       OR OLD.pegawai_id IS DISTINCT FROM NEW.pegawai_id OR OLD.data IS DISTINCT FROM NEW.data
                       OR (OLD.tmt IS NOT NULL AND OLD.tmt IS DISTINCT FROM NEW.tmt) THEN
                        RAISE EXCEPTION 'Isi naskah bagi pegawai % sudah beku.', OLD.pegawai_id
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self):
        return f"{self.naskah_id}:{self.pegawai_id}"


class HubunganNaskah(models.Model):
    """Naskah ``baru`` mengubah, mencabut, atau membatalkan bagian seorang pegawai (``isi``) dari naskah ``lama``.

    The link both ways: ``naskah.mengenai`` what it does to others, ``naskah.dikenai`` what was done to it.
    Written by ``layanan.balik`` at the signing of ``baru``, in the same transaction as its effect; never changed.
    ``tmt``: the date from which the old one ends or is corrected; an annulled one ends on its own TMT.
    """

    JENIS = [("ubah", "Perubahan"), ("cabut", "Pencabutan"), ("batal", "Pembatalan")]
    AKTIF = {"ubah": "Mengubah", "cabut": "Mencabut", "batal": "Membatalkan"}
    PASIF = {"ubah": "Diubah oleh", "cabut": "Dicabut oleh", "batal": "Dibatalkan oleh"}

    baru = models.ForeignKey(Naskah, models.PROTECT, related_name="mengenai")
    lama = models.ForeignKey(Naskah, models.PROTECT, related_name="dikenai")
    isi = models.ForeignKey(NaskahPegawai, models.PROTECT, related_name="dikenai")
    jenis = models.CharField(max_length=5, choices=JENIS)
    tmt = models.DateField()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["baru", "isi"], name="satu_hubungan_tiap_isi"),
            models.CheckConstraint(condition=~models.Q(baru=models.F("lama")), name="naskah_bukan_mengenai_dirinya"),
        ]
        triggers = [TAMBAH_SAJA]

    def __str__(self):
        return f"{self.baru_id} {self.jenis} {self.lama_id}"

    @property
    def kata_aktif(self):
        """``Mencabut``: what the new naskah does."""
        return self.AKTIF[self.jenis]

    @property
    def kata_pasif(self):
        """``Dicabut oleh``: what was done to the old one."""
        return self.PASIF[self.jenis]
