"""Usulan, langkahnya, berkasnya, surat pengantar, dan register nomor naskah.

``layanan.alur`` is the only writer of ``Usulan.status`` and of ``LangkahUsulan``; ``layanan.naskah`` the
only writer of ``NaskahUsulan``, ``layanan.register`` of ``RegisterNomor`` and ``NomorTerpakai``.
"""

import pgtrigger
from django.db import models
from django.db.models import Q

from kepegawaian.models import Dosir, Jabatan, Naskah, Pegawai, Pengguna, UnitKerja
from layanan import katalog
from layanan.models_templat import VersiTemplat  # noqa: F401 - a model of this app in a file of its own


def pilihan_layanan():
    """Choices from a function, so that a new layanan makes no migration."""
    return katalog.pilihan()


class SuratPengantar(models.Model):
    """Surat pengantar OPD; satu surat dapat membawa banyak usulan."""

    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    opd = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-tanggal", "-id"]
        constraints = [models.UniqueConstraint(fields=["opd", "nomor"], name="surat_pengantar_unik")]

    def __str__(self):
        return self.nomor


class UsulanQuerySet(models.QuerySet):
    """Queries in the words of the domain."""

    def terlihat_oleh(self, hak):
        """Usulan the user may open: of people in his scope, his own, or those that wait for him."""
        return hak.saring_usulan(self)

    def menunggu(self, hak):
        """Usulan whose present step is addressed to an office or duty the user holds today."""
        return self.filter(status="diproses").filter(hak.saring_menunggu("langkah_kini__"))


class Usulan(models.Model):
    """Satu permohonan layanan bagi satu pegawai. Status: draf → diproses → selesai, with side exits."""

    STATUS = [
        ("draf", "Draf"),
        ("diproses", "Diproses"),
        ("dikembalikan", "Dikembalikan"),
        ("selesai", "Selesai"),
        ("ditolak", "Ditolak"),
        ("dibatalkan", "Dibatalkan"),
    ]
    BERJALAN = ("draf", "diproses", "dikembalikan")

    nomor = models.CharField(max_length=20, unique=True)
    layanan = models.CharField(max_length=40, choices=pilihan_layanan)
    versi = models.PositiveSmallIntegerField(default=1)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="usulan")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, null=True, related_name="+", help_text="OPD saat diajukan")
    status = models.CharField(max_length=12, choices=STATUS, default="draf")
    isian = models.JSONField(default=dict)
    tmt = models.DateField(null=True, blank=True, help_text="TMT yang diminta, untuk saringan")
    rute = models.JSONField(default=list, help_text="graf langkah yang dibekukan saat pengajuan")
    hasil_syarat = models.JSONField(default=list, help_text="jawaban syarat saat pengajuan terakhir")
    ringkas = models.CharField(max_length=200, blank=True, help_text="perubahan yang diminta, satu kalimat")
    versi_baris = models.PositiveIntegerField(default=0, help_text="naik tiap perbuatan; formulir basi ditolak")
    pengantar = models.ForeignKey(SuratPengantar, models.PROTECT, null=True, blank=True, related_name="usulan")
    langkah_kini = models.ForeignKey("LangkahUsulan", models.PROTECT, null=True, blank=True, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField()
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    catatan_akhir = models.CharField(max_length=400, blank=True, help_text="alasan tolak, batal, atau pengembalian")
    pasal_tolak = models.CharField(max_length=160, blank=True)
    tertutup = models.BooleanField(
        default=False, help_text="belum boleh diketahui pegawainya dan OPD-nya sampai SK-nya ditandatangani"
    )

    lajur = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="nomor lajur usulan serentak (Layanan.serentak)"
    )

    objects = UsulanQuerySet.as_manager()

    class Meta:
        ordering = ["-dibuat_pada", "-id"]
        indexes = [
            models.Index(fields=["status", "layanan", "-dibuat_pada"], name="usulan_status_layanan"),
            models.Index(fields=["pegawai", "-dibuat_pada"], name="usulan_pegawai"),
            models.Index(fields=["opd", "status", "-dibuat_pada"], name="usulan_opd"),
            models.Index(fields=["langkah_kini"], name="usulan_langkah_kini"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "layanan", "lajur"],
                condition=Q(status__in=("draf", "diproses", "dikembalikan")),
                name="satu_usulan_aktif",
            ),
            models.CheckConstraint(
                condition=Q(status="diproses", langkah_kini__isnull=False) | ~Q(status="diproses"),
                name="usulan_diproses_punya_langkah",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("selesai", "ditolak", "dibatalkan"), selesai_pada__isnull=False)
                | ~Q(status__in=("selesai", "ditolak", "dibatalkan")),
                name="usulan_akhir_bertanggal",
            ),
            models.CheckConstraint(condition=~Q(status="ditolak") | ~Q(catatan_akhir=""), name="tolak_beralasan"),
        ]

    def __str__(self):
        return self.nomor

    @property
    def sebutan_status(self):
        """The status in words; a refusal as its layanan says it."""
        return katalog.ambil(self.layanan).kata_tolak if self.status == "ditolak" else self.get_status_display()


class LangkahUsulan(models.Model):
    """Satu kali sebuah langkah dimasuki; a return makes a new row, so what happened stays visible.

    Addressed by exactly one of: ``jabatan`` (an office), ``peran`` + ``unit``, ``penerima`` (the pegawai
    himself), ``kantor_luar`` (Bupati, whose decision a named clerk records).
    """

    KEADAAN = [
        ("menunggu", "Menunggu"),
        ("selesai", "Selesai"),
        ("dikembalikan", "Dikembalikan"),
        ("ditolak", "Ditolak"),
        ("dibatalkan", "Dibatalkan"),
    ]

    usulan = models.ForeignKey(Usulan, models.PROTECT, related_name="langkah")
    putaran = models.PositiveSmallIntegerField(default=1)
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=120)
    aksi = models.CharField(max_length=12, default="setuju", help_text="jenis langkah, lihat katalog.Langkah")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, null=True, blank=True, related_name="+")
    peran = models.CharField(max_length=20, blank=True)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    penerima = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    kantor_luar = models.CharField(max_length=20, blank=True)
    keadaan = models.CharField(max_length=12, choices=KEADAAN, default="menunggu")
    hasil = models.CharField(max_length=40, blank=True)
    masuk_pada = models.DateTimeField()
    batas = models.DateField(null=True, blank=True, help_text="batas SLA, hari kerja")
    batas_hukum = models.DateField(null=True, blank=True, help_text="batas waktu menurut peraturan")
    dialihkan_dari = models.ForeignKey(
        Jabatan, models.PROTECT, null=True, blank=True, related_name="+", help_text="jabatan semula"
    )
    sebab_alih = models.CharField(max_length=200, blank=True, default="")
    selesai_pada = models.DateTimeField(null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    sebagai = models.CharField(max_length=200, blank=True, help_text="jabatan pelaku pada saat itu")
    catatan = models.CharField(max_length=400, blank=True)
    isian = models.JSONField(default=dict, help_text="jawaban formulir langkah")

    class Meta:
        ordering = ["usulan_id", "id"]
        indexes = [
            models.Index(fields=["jabatan", "batas"], condition=Q(keadaan="menunggu"), name="langkah_jabatan"),
            models.Index(fields=["peran", "unit", "batas"], condition=Q(keadaan="menunggu"), name="langkah_peran"),
            models.Index(fields=["kantor_luar"], condition=Q(keadaan="menunggu"), name="langkah_luar"),
            models.Index(fields=["penerima"], condition=Q(keadaan="menunggu"), name="langkah_penerima"),
            models.Index(fields=["usulan", "id"], name="langkah_usulan"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["usulan"], condition=Q(keadaan="menunggu"), name="satu_langkah_menunggu"),
            models.CheckConstraint(
                condition=Q(jabatan__isnull=False, peran="", penerima__isnull=True, kantor_luar="")
                | ~Q(peran="") & Q(jabatan__isnull=True, penerima__isnull=True, kantor_luar="")
                | Q(penerima__isnull=False, jabatan__isnull=True, peran="", kantor_luar="")
                | ~Q(kantor_luar="") & Q(jabatan__isnull=True, peran="", penerima__isnull=True),
                name="langkah_satu_alamat",
            ),
            models.CheckConstraint(
                condition=Q(keadaan="menunggu", selesai_pada__isnull=True)
                | ~Q(keadaan="menunggu") & Q(selesai_pada__isnull=False),
                name="langkah_selesai_bertanggal",
            ),
        ]

    def __str__(self):
        return f"{self.usulan_id}:{self.kode}"

    @property
    def nama_alamat(self):
        """To whom the step is addressed, in words; after it went up, the office that has it now."""
        if self.sebab_alih:
            return self.jabatan.nama if self.jabatan_id else "Bupati"
        return next((r["alamat"]["nama"] for r in self.usulan.rute if r["kode"] == self.kode), self.nama)


class Berkas(models.Model):
    """Berkas pada usulan: sebuah Dosir yang menjawab satu DokumenSyarat, beserta hasil periksanya."""

    PERIKSA = [("", "Belum diperiksa"), ("sesuai", "Sesuai"), ("tidak_sesuai", "Tidak sesuai")]

    usulan = models.ForeignKey(Usulan, models.PROTECT, related_name="berkas")
    kode = models.CharField(max_length=40)
    dosir = models.ForeignKey(Dosir, models.PROTECT, related_name="+")
    dipasang_pada = models.DateTimeField()
    diganti_pada = models.DateTimeField(null=True, blank=True)
    periksa = models.CharField(max_length=12, choices=PERIKSA, blank=True, default="")
    catatan = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["kode", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "kode"], condition=Q(diganti_pada__isnull=True), name="satu_berkas_tiap_kode"
            )
        ]

    def __str__(self):
        return f"{self.usulan_id}:{self.kode}"


class NaskahUsulan(models.Model):
    """Naskah yang lahir dari (atau dicatat pada) sebuah usulan."""

    usulan = models.ForeignKey(Usulan, models.PROTECT, related_name="naskah")
    naskah = models.ForeignKey(Naskah, models.PROTECT, related_name="usulan")
    langkah = models.CharField(max_length=40)
    surat = models.BooleanField(default=False, help_text="surat milik langkah, tanpa akibat pada riwayat")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["usulan", "naskah"], name="naskah_usulan_unik")]

    def __str__(self):
        return f"{self.usulan_id}:{self.naskah_id}"


class RegisterNomor(models.Model):
    """Penghitung nomor per klasifikasi dan tahun; the row lock makes the numbers gap-free."""

    klasifikasi = models.CharField(max_length=30)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-tahun", "klasifikasi"]
        constraints = [models.UniqueConstraint(fields=["klasifikasi", "tahun"], name="register_unik")]

    def __str__(self):
        return f"{self.klasifikasi}/{self.tahun}: {self.terakhir}"


NOMOR_BEKU = pgtrigger.Trigger(
    name="nomor_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        boleh := ARRAY['naskah_id', 'batal_pada', 'batal_sebab', 'batal_oleh_id'];
        IF TG_OP = 'DELETE' OR OLD.naskah_id IS NOT NULL OR OLD.batal_pada IS NOT NULL
           OR (NEW.naskah_id IS NULL AND NEW.batal_pada IS NULL)
           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Nomor % sudah tercatat pada register dan tidak dapat diubah atau dihapus.', OLD.nomor
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)


class NomorTerpakai(models.Model):
    """Satu nomor pada register: dipesan, lalu dipakai sebuah naskah atau batal; tetap tercatat.

    A number the portal takes itself is born with its naskah. A reserved one (``naskah`` NULL) is settled once:
    it gets a naskah, or ``batal_pada`` with the reason. The trigger ``nomor_beku`` refuses anything else.
    """

    register = models.ForeignKey(RegisterNomor, models.PROTECT, related_name="nomor")
    urut = models.PositiveIntegerField()
    nomor = models.CharField(max_length=100, unique=True)
    naskah = models.OneToOneField(Naskah, models.PROTECT, null=True, blank=True, related_name="nomor_register")
    diambil_pada = models.DateTimeField()
    perihal = models.CharField(max_length=200, blank=True, default="", help_text="untuk apa nomor ini dipesan")
    sebab = models.CharField(max_length=200, blank=True, default="", help_text="mengapa naskahnya di luar portal")
    dipesan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    batal_pada = models.DateTimeField(null=True, blank=True)
    batal_sebab = models.CharField(max_length=200, blank=True, default="")
    batal_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["register", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["register", "urut"], name="nomor_urut_unik"),
            models.CheckConstraint(
                condition=Q(naskah__isnull=True) | Q(batal_pada__isnull=True), name="nomor_dipakai_atau_batal"
            ),
            models.CheckConstraint(
                condition=Q(naskah__isnull=False) | ~Q(perihal="") & ~Q(sebab=""), name="nomor_dipesan_beralasan"
            ),
            models.CheckConstraint(
                condition=Q(batal_pada__isnull=True) | ~Q(batal_sebab=""), name="nomor_batal_beralasan"
            ),
        ]
        triggers = [NOMOR_BEKU]

    def __str__(self):
        return self.nomor

    @property
    def keadaan(self):
        """dipesan | dipakai | batal; a naskah that fell before it was signed leaves its number batal."""
        if self.batal_pada is not None:
            return "batal"
        if self.naskah is None:
            return "dipesan"
        return "batal" if self.naskah.tahap == "batal" else "dipakai"


class PengaturanLangkah(models.Model):
    """Setelan kantor bagi satu langkah, bertanggal: pemegang, SLA, dipakai atau tidak."""

    layanan = models.CharField(max_length=40, choices=pilihan_layanan)
    langkah = models.CharField(max_length=40)
    kepada = models.CharField(max_length=60, blank=True, help_text="alamat pengganti, mis. jabatan:SEKRE")
    sla_hari_kerja = models.PositiveSmallIntegerField(null=True, blank=True)
    dipakai = models.BooleanField(default=True)
    berlaku_sejak = models.DateField()
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["layanan", "langkah", "-berlaku_sejak"]
        constraints = [
            models.UniqueConstraint(fields=["layanan", "langkah", "berlaku_sejak"], name="pengaturan_langkah_unik")
        ]

    def __str__(self):
        return f"{self.layanan}.{self.langkah}"


from layanan.models_tte import BatchTte, PermintaanTte  # noqa: E402, F401 - models in a file of their own
