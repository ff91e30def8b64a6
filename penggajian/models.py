"""Model penggajian: apa yang ditetapkan kantor bagi TPP, dan hasil tiap bulan. Law: ``aturan_tpp.py``.

Configuration is dated and rests on its legal ground; nothing has a default. A month that is ditetapkan is frozen by
trigger together with the configuration it was computed with.
"""

import pgtrigger
from django.db import models
from django.db.models import Q

from kepegawaian.models import Pegawai, Pengguna, UnitKerja
from kepegawaian.models.dasar import lacak
from kepegawaian.models.referensi import Bertanggal
from penggajian.aturan_tpp import JENIS_POTONGAN

# PP 12/2019 Pasal 58.
KRITERIA = [
    ("beban_kerja", "Beban kerja"),
    ("tempat_bertugas", "Tempat bertugas"),
    ("kondisi_kerja", "Kondisi kerja"),
    ("kelangkaan_profesi", "Kelangkaan profesi"),
    ("prestasi_kerja", "Prestasi kerja"),
    ("pertimbangan_lain", "Pertimbangan objektif lain"),
]


@lacak
class PaguTpp(Bertanggal):
    """Pagu of one component for one kelas jabatan; the latest row of each on a date holds, 0 ends it."""

    kriteria = models.CharField(max_length=20, choices=KRITERIA)
    kelas = models.PositiveSmallIntegerField()
    rupiah = models.PositiveIntegerField()

    class Meta:
        ordering = ["kriteria", "kelas", "berlaku_sejak"]
        constraints = [
            models.UniqueConstraint(fields=["kriteria", "kelas", "berlaku_sejak"], name="pagu_tpp_unik"),
            models.CheckConstraint(condition=Q(kelas__gte=1, kelas__lte=17), name="pagu_tpp_kelas"),
        ]

    def __str__(self):
        return f"{self.kriteria} {self.kelas} {self.rupiah}"


@lacak
class PotonganTpp(Bertanggal):
    """A row of the table of deductions; the rows of one kind with the latest start on a date hold together."""

    jenis = models.CharField(max_length=16, choices=list(JENIS_POTONGAN.items()))
    menit_dari = models.PositiveSmallIntegerField(default=0)
    menit_sampai = models.PositiveSmallIntegerField(null=True, blank=True)
    persen = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["jenis", "berlaku_sejak", "menit_dari"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "menit_dari", "berlaku_sejak"], name="potongan_tpp_unik"),
            models.CheckConstraint(condition=Q(persen__gte=0, persen__lte=100), name="potongan_tpp_persen"),
            models.CheckConstraint(
                condition=Q(menit_sampai__isnull=True) | Q(menit_sampai__gte=models.F("menit_dari")),
                name="potongan_tpp_menit",
            ),
        ]

    def __str__(self):
        return f"{self.jenis} {self.menit_dari} {self.persen}"


@lacak
class AturanTpp(Bertanggal):
    """Weights, percent of each predikat, share of a Plt and closing day, from a date on; None: not set.

    ``predikat``: {name: percent}. Without weights here the dated setting ``tpp_bobot`` holds.
    """

    bobot_kinerja = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    bobot_disiplin = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    predikat = models.JSONField(default=dict, blank=True)
    plt_persen = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hari_tutup = models.PositiveSmallIntegerField(null=True, blank=True, help_text="tanggal bulan berikutnya")

    class Meta:
        ordering = ["berlaku_sejak"]
        constraints = [models.UniqueConstraint(fields=["berlaku_sejak"], name="aturan_tpp_unik")]

    def __str__(self):
        return f"aturan TPP sejak {self.berlaku_sejak}"


class TppBulan(models.Model):
    """Hitungan TPP satu bulan: antre → draf → ditetapkan. Written by ``penggajian.tpp`` only.

    ``diminta_pada`` and ``diminta_oleh``: the last request; while ``antre`` it is still owed, and the sweep queues it again.
    """

    STATUS = [
        ("antre", "Sedang dihitung"),
        ("draf", "Draf"),
        ("gagal", "Gagal dihitung"),
        ("ditetapkan", "Ditetapkan"),
    ]

    bulan = models.DateField(unique=True)
    status = models.CharField(max_length=12, choices=STATUS, default="antre")
    diminta_pada = models.DateTimeField(null=True, blank=True)
    diminta_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    dihitung_pada = models.DateTimeField(null=True, blank=True)
    dihitung_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    konfigurasi = models.JSONField(default=dict, help_text="konfigurasi yang dipakai, beku saat ditetapkan")
    ringkasan = models.JSONField(default=dict, help_text="{keadaan: banyak, jumlah: rupiah, kurang: {sebab: banyak}}")

    class Meta:
        ordering = ["-bulan"]
        constraints = [
            models.CheckConstraint(condition=Q(bulan__day=1), name="tpp_bulan_tanggal_satu"),
            models.CheckConstraint(
                condition=~Q(status="ditetapkan") | Q(ditetapkan_pada__isnull=False), name="tpp_ditetapkan_bertanggal"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="tpp_bulan_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="ditetapkan"),
                func="RAISE EXCEPTION 'TPP yang sudah ditetapkan tidak dapat diubah.' USING ERRCODE = 'restrict_violation';",
            )
        ]

    def __str__(self):
        return f"TPP {self.bulan:%Y-%m}"


class HasilTpp(models.Model):
    """TPP seorang pegawai pada satu bulan, dengan penjelasannya baris demi baris."""

    KEADAAN = [("dibayar", "Dihitung"), ("tidak_berhak", "Tidak berhak"), ("belum_lengkap", "Belum lengkap")]

    bulan = models.ForeignKey(TppBulan, models.PROTECT, related_name="hasil")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="tpp")
    opd = models.ForeignKey(UnitKerja, models.PROTECT, null=True, related_name="+")
    golongan = models.CharField(max_length=6, blank=True)
    jabatan = models.CharField(max_length=200, blank=True)
    kelas = models.PositiveSmallIntegerField(null=True)
    keadaan = models.CharField(max_length=14, choices=KEADAAN)
    pagu = models.PositiveIntegerField(null=True)
    kinerja = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    disiplin = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    potongan = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    plt = models.PositiveIntegerField(default=0)
    rupiah = models.PositiveIntegerField(null=True)
    rincian = models.JSONField(default=list, help_text="baris aturan_tpp.Baris")
    kurang = models.JSONField(default=list)

    class Meta:
        ordering = ["bulan", "pegawai"]
        constraints = [
            models.UniqueConstraint(fields=["bulan", "pegawai"], name="hasil_tpp_unik"),
            models.CheckConstraint(
                condition=Q(keadaan="belum_lengkap", rupiah__isnull=True)
                | ~Q(keadaan="belum_lengkap") & Q(rupiah__isnull=False),
                name="hasil_tpp_angka_atau_kurang",
            ),
        ]
        indexes = [models.Index(fields=["bulan", "keadaan"], name="hasil_tpp_keadaan")]
        triggers = [
            pgtrigger.Trigger(
                name="hasil_tpp_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("nomor", "bigint")],
                func="""
                    nomor := CASE WHEN TG_OP = 'DELETE' THEN OLD.bulan_id ELSE NEW.bulan_id END;
                    IF EXISTS (SELECT 1 FROM penggajian_tppbulan WHERE id = nomor AND status = 'ditetapkan') THEN
                        RAISE EXCEPTION 'TPP yang sudah ditetapkan tidak dapat diubah.'
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self):
        return f"{self.bulan_id}:{self.pegawai_id} {self.rupiah}"
