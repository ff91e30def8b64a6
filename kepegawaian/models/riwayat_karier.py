"""Riwayat tentang ujian, angka kredit, kompetensi, ikatan dinas, kartu, dan pemberhentian; the rules of ``riwayat.py`` hold here as well."""

from django.db import models
from django.db.models import Q

from kepegawaian.models.riwayat_dasar import BerSK, Masa, Riwayat, batas_masa, unik_berlaku
from kepegawaian.models.unit import Jabatan


class RiwayatUjian(BerSK, Riwayat):
    """Lulus ujian dinas tingkat I/II atau ujian penyesuaian ijazah."""

    JENIS = [("UD1", "Ujian dinas tingkat I"), ("UD2", "Ujian dinas tingkat II"), ("UPKP", "Ujian penyesuaian ijazah")]
    jenis = models.CharField(max_length=4, choices=JENIS)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("ujian", "tmt", "jenis")]


class RiwayatAngkaKredit(BerSK, Masa, Riwayat):
    """Penetapan angka kredit; ``tmt``–``sampai`` is the period assessed, ``jumlah`` its result."""

    JENIS = [("konversi", "Konversi"), ("integrasi", "Integrasi"), ("pertama", "PAK pertama"), ("dasar", "AK dasar")]
    jenis = models.CharField(max_length=10, choices=JENIS)
    jenjang = models.CharField(max_length=12, choices=Jabatan.JENJANG)
    jumlah = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("angka_kredit"),
            unik_berlaku("angka_kredit", "tmt", "jenis"),
        ]


class RiwayatUjiKompetensi(BerSK, Masa, Riwayat):
    """Hasil uji kompetensi; ``tmt`` its date, ``sampai`` the last day on which it may be used.

    ``nilai``: {kode Kompetensi: level 1-5}. ``kesesuaian`` (job person match) and ``potensi`` are percent. Written by
    ``karier`` only: the berita acara of the assessors.
    """

    TUJUAN = [("promosi", "Promosi"), ("jenjang", "Kenaikan jenjang JF"), ("pemetaan", "Pemetaan talenta")]
    HASIL = [("MS", "Memenuhi syarat"), ("MMS", "Masih memenuhi syarat"), ("KMS", "Kurang memenuhi syarat")]
    tujuan = models.CharField(max_length=10, choices=TUJUAN)
    metode = models.CharField(max_length=120, blank=True, default="")
    nilai = models.JSONField(default=dict)
    kesesuaian = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    potensi = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hasil = models.CharField(max_length=3, choices=HASIL)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("uji_kompetensi"),
            unik_berlaku("uji_kompetensi", "tmt", "tujuan"),
            models.CheckConstraint(
                condition=Q(kesesuaian__isnull=True) | Q(kesesuaian__lte=100), name="uji_kompetensi_persen"
            ),
        ]


class RiwayatIkatan(BerSK, Masa, Riwayat):
    """Ikatan dinas yang masih harus dijalani: after tugas belajar, or by the statement made at recruitment."""

    JENIS = [("TUBEL", "Ikatan dinas tugas belajar"), ("FORMASI", "Pernyataan pengabdian formasi CPNS")]
    jenis = models.CharField(max_length=8, choices=JENIS)
    keterangan = models.CharField(max_length=200, blank=True, default="")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, batas_masa("ikatan"), unik_berlaku("ikatan", "tmt", "jenis")]


class RiwayatTundaKgb(BerSK, Masa, Riwayat):
    """PP 7/1977 Pasal 13: the KGB that would begin on ``tmt`` is put off by decree up to and including ``sampai``."""

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("tunda_kgb"),
            unik_berlaku("tunda_kgb", "tmt"),
            models.CheckConstraint(condition=models.Q(sampai__isnull=False), name="tunda_kgb_bersampai"),
        ]


class RiwayatKartu(BerSK, Masa, Riwayat):
    """KARPEG, KARIS atau KARSU; a card ends with ``sampai`` (replaced, divorce)."""

    JENIS = [("KARPEG", "Kartu pegawai"), ("KARIS", "Kartu istri"), ("KARSU", "Kartu suami")]
    jenis = models.CharField(max_length=6, choices=JENIS)
    nomor = models.CharField(max_length=40)
    anggota = models.CharField(max_length=40, blank=True, default="", help_text="kunci pasangan pada riwayat keluarga")

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("kartu"),
            unik_berlaku("kartu", "tmt", "jenis", "anggota"),
        ]


class RiwayatPemberhentian(BerSK, Riwayat):
    """Pemberhentian sejak ``tmt``: jenis (kode JenisPemberhentian), dan hak pensiun yang ditetapkan SK-nya.

    ``jenis_pensiun``: id of BKN's ref jenis_pensiun, empty without a pension. ``mkp_bulan``: months of masa kerja pensiun,
    ``pensiun_pokok``: rupiah per month, both as printed, None where the SK names none.
    """

    jenis = models.CharField(max_length=20)
    nama = models.CharField(max_length=160)
    hak_pensiun = models.BooleanField(default=False)
    jenis_pensiun = models.CharField(max_length=2, blank=True, default="")
    mkp_bulan = models.PositiveSmallIntegerField(null=True, blank=True)
    pensiun_pokok = models.PositiveIntegerField(null=True, blank=True)
    nomor_pertek = models.CharField(max_length=100, blank=True, default="")
    tanggal_pertek = models.DateField(null=True, blank=True)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("pemberhentian", "tmt", "jenis")]
