"""Riwayat: baris bertanggal yang hanya bertambah; jumlahnya ialah kebenaran tentang seorang pegawai.

Two kinds. *Standing facts* (pangkat, jabatan definitif, unit, gaji …) have no end column: the next row
ends them; unique (pegawai, tmt) where not batal. *Period facts* (Plt/Plh, hukuman, kontrak, CLTN) have
``sampai``; one is cut short by marking it batal and adding the shorter row of the new naskah.

Two clocks: ``tmt`` since when a row holds, ``dicatat_pada``/``dibatalkan_pada`` since and until when it
was known. The only UPDATE the trigger ``riwayat_beku`` allows is ``dibatalkan_*`` from NULL, once.
"""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from kepegawaian.models.kode import (
    JenisDiklat,
    JenisHukuman,
    JenisKP,
    JenisPenghargaan,
    KedudukanHukum,
    LatihanStruktural,
)
from kepegawaian.models.referensi import Golongan, TingkatPendidikan
from kepegawaian.models.riwayat_cuti import RiwayatCuti
from kepegawaian.models.riwayat_dasar import BERLAKU, MASA, BerSK, Masa, Riwayat, batas_masa, unik_berlaku
from kepegawaian.models.riwayat_karier import (
    RiwayatAngkaKredit,
    RiwayatIkatan,
    RiwayatKartu,
    RiwayatPemberhentian,
    RiwayatTundaKgb,
    RiwayatUjian,
    RiwayatUjiKompetensi,
)
from kepegawaian.models.riwayat_perlindungan import RiwayatKlaim
from kepegawaian.models.unit import Jabatan, UnitKerja


class RiwayatIdentitas(BerSK, Riwayat):
    """Nama dan gelar yang berlaku sejak ``tmt``."""

    nama = models.CharField(max_length=160)
    gelar_depan = models.CharField(max_length=60, blank=True, default="")
    gelar_belakang = models.CharField(max_length=100, blank=True, default="")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("identitas", "tmt")]


class RiwayatStatus(BerSK, Riwayat):
    """Status kepegawaian: CPNS, PNS, PPPK, PPPK paruh waktu."""

    STATUS = [("CPNS", "CPNS"), ("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK paruh waktu")]
    status = models.CharField(max_length=8, choices=STATUS)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("status", "tmt")]


class RiwayatKedudukan(BerSK, Riwayat):
    """Kedudukan hukum yang berlaku sejak ``tmt``."""

    kedudukan = models.ForeignKey(KedudukanHukum, models.PROTECT, related_name="+")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("kedudukan", "tmt")]
        triggers = [
            *Riwayat.Meta.triggers,
            pgtrigger.Trigger(
                # The other order of RiwayatPangkat's tanpa_golongan_setelah_berhenti.
                name="tanpa_golongan_sesudahnya",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("golongan_tmt", "date")],
                func="""
                    IF NOT (SELECT k.akhir FROM kepegawaian_kedudukanhukum k WHERE k.kode = NEW.kedudukan_id) THEN
                        RETURN NEW;
                    END IF;
                    SELECT min(g.tmt) INTO golongan_tmt FROM kepegawaian_riwayatpangkat g
                    WHERE g.pegawai_id = NEW.pegawai_id AND g.dibatalkan_pada IS NULL AND g.tmt >= NEW.tmt
                      AND NOT EXISTS (SELECT 1 FROM kepegawaian_riwayatkedudukan r
                          WHERE r.pegawai_id = NEW.pegawai_id AND r.dibatalkan_pada IS NULL
                            AND r.tmt > NEW.tmt AND r.tmt <= g.tmt);
                    IF golongan_tmt IS NOT NULL THEN
                        RAISE EXCEPTION 'Golongan TMT % tercatat setelah pegawai berhenti atau pensiun.', golongan_tmt
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'pangkat_setelah_berhenti';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


class RiwayatPangkat(BerSK, Riwayat):
    """Golongan sejak ``tmt`` dan masa kerja golongan (MKG) pada tanggal itu."""

    golongan = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    jenis_kp = models.ForeignKey(JenisKP, models.PROTECT, null=True, blank=True, related_name="+")
    mkg_tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    mkg_bulan = models.PositiveSmallIntegerField(null=True, blank=True)
    nomor_pertek = models.CharField(max_length=100, blank=True, default="")
    tanggal_pertek = models.DateField(null=True, blank=True)
    angka_kredit = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            unik_berlaku("pangkat", "tmt"),
            models.CheckConstraint(
                condition=Q(mkg_bulan__isnull=True) | Q(mkg_bulan__lte=11), name="pangkat_mkg_bulan_wajar"
            ),
        ]
        triggers = [
            *Riwayat.Meta.triggers,
            pgtrigger.Trigger(
                name="tanpa_golongan_setelah_berhenti",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("akhir_kini", "boolean")],
                func="""
                    SELECT k.akhir INTO akhir_kini
                    FROM kepegawaian_riwayatkedudukan r JOIN kepegawaian_kedudukanhukum k ON k.kode = r.kedudukan_id
                    WHERE r.pegawai_id = NEW.pegawai_id AND r.dibatalkan_pada IS NULL AND r.tmt <= NEW.tmt
                    ORDER BY r.tmt DESC LIMIT 1;
                    IF akhir_kini THEN
                        RAISE EXCEPTION 'Golongan TMT % jatuh setelah pegawai berhenti atau pensiun.', NEW.tmt
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'pangkat_setelah_berhenti';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


class RiwayatJabatan(BerSK, Masa, Riwayat):
    """Jabatan: definitif (``D``, tanpa ``sampai``), Plt atau Plh (dengan masa)."""

    PENUGASAN = [("D", "Definitif"), ("PLT", "Plt."), ("PLH", "Plh.")]
    # PermenPANRB 22/2021: compared with the post before.
    ARAH = [("horizontal", "Horizontal"), ("vertikal", "Vertikal"), ("diagonal", "Diagonal"), ("turun", "Turun")]
    penugasan = models.CharField(max_length=3, choices=PENUGASAN, default="D")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="riwayat")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    tmt_pelantikan = models.DateField(null=True, blank=True)
    tanggal_spmt = models.DateField(null=True, blank=True)
    arah = models.CharField(max_length=10, blank=True, default="", choices=ARAH)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("jabatan"),
            models.UniqueConstraint(
                fields=["pegawai", "tmt"], condition=BERLAKU & Q(penugasan="D"), name="jabatan_definitif_unik"
            ),
            models.CheckConstraint(
                condition=Q(penugasan="D", sampai__isnull=True) | ~Q(penugasan="D"), name="definitif_tanpa_sampai"
            ),
            ExclusionConstraint(
                name="satu_plt_tiap_jabatan",
                expressions=[("jabatan", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS)],
                condition=BERLAKU & Q(penugasan="PLT"),
            ),
            ExclusionConstraint(
                name="plt_plh_tidak_tumpang",
                expressions=[
                    ("pegawai", RangeOperators.EQUAL),
                    ("jabatan", RangeOperators.EQUAL),
                    (MASA, RangeOperators.OVERLAPS),
                ],
                condition=BERLAKU & ~Q(penugasan="D"),
            ),
        ]
        indexes = [models.Index(fields=["jabatan", "-tmt"], condition=BERLAKU, name="jabatan_pemangku")]


class RiwayatUnit(BerSK, Riwayat):
    """Unit tempat bekerja sejak ``tmt``."""

    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("unit", "tmt")]


class RiwayatGaji(BerSK, Riwayat):
    """Gaji pokok (rupiah per bulan) dan MKG yang ditetapkan sejak ``tmt``: KGB, KP, kontrak, …"""

    JENIS = [
        ("KGB", "Kenaikan gaji berkala"),
        ("KP", "Kenaikan pangkat"),
        ("CPNS", "Pengangkatan CPNS"),
        ("PNS", "Pengangkatan PNS"),
        ("KONTRAK", "Perjanjian kerja"),
        ("PMK", "Peninjauan masa kerja"),
        ("LAIN", "Lainnya"),
    ]
    jenis = models.CharField(max_length=8, choices=JENIS)
    golongan = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    gaji_pokok = models.PositiveIntegerField()
    mkg_tahun = models.PositiveSmallIntegerField()
    mkg_bulan = models.PositiveSmallIntegerField(default=0)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            unik_berlaku("gaji", "tmt"),
            models.CheckConstraint(condition=Q(mkg_bulan__lte=11), name="gaji_mkg_bulan_wajar"),
        ]


class RiwayatMasaKerja(BerSK, Riwayat):
    """Peninjauan masa kerja (PMK): tambahan masa kerja yang diakui sejak ``tmt``, dalam bulan."""

    pengalaman = models.CharField(max_length=200)
    bulan = models.PositiveSmallIntegerField()

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("masa_kerja", "tmt", "pengalaman")]


class RiwayatPendidikan(Riwayat):
    """Pendidikan yang tercatat dan diakui sejak ``tmt`` (pencantuman gelar sudah selesai)."""

    tingkat = models.ForeignKey(TingkatPendidikan, models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200, help_text="program studi")
    siasn_id = models.CharField(max_length=36, blank=True, default="")
    sekolah = models.CharField(max_length=200, blank=True, default="")
    tahun_lulus = models.PositiveSmallIntegerField(null=True, blank=True)
    nomor_ijazah = models.CharField(max_length=100, blank=True, default="")
    saat_pengangkatan = models.BooleanField(default=False)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("pendidikan", "tmt")]


class RiwayatKinerja(Riwayat):
    """Hasil penilaian kinerja satu tahun; ``tmt`` ialah tanggal hasil itu ditetapkan."""

    PREDIKAT = [(p, p) for p in ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")]
    tahun = models.PositiveSmallIntegerField()
    predikat = models.CharField(max_length=16, choices=PREDIKAT)
    nilai = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hasil_kerja = models.CharField(max_length=30, blank=True, default="")
    perilaku = models.CharField(max_length=30, blank=True, default="")
    penilai_nama = models.CharField(max_length=160, blank=True, default="")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("kinerja", "tahun")]


class RiwayatHukuman(BerSK, Masa, Riwayat):
    """Hukuman disiplin (rahasia): open to handlers and the person only."""

    jenis = models.ForeignKey(JenisHukuman, models.PROTECT, related_name="+")
    pasal = models.CharField(max_length=200, blank=True, default="")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, batas_masa("hukuman"), unik_berlaku("hukuman", "tmt", "jenis")]


class RiwayatPemeriksaan(Masa, Riwayat):
    """Sedang dalam pemeriksaan disiplin; rules get only ya/tidak."""

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("pemeriksaan"),
            ExclusionConstraint(
                name="pemeriksaan_tidak_tumpang",
                expressions=[("pegawai", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS)],
                condition=BERLAKU,
            ),
        ]


class RiwayatDiklat(Riwayat):
    """Diklat, kursus, seminar …; ``tmt`` ialah tanggal selesai, ``jp`` jam pelajaran."""

    jenis = models.ForeignKey(JenisDiklat, models.PROTECT, related_name="+")
    latihan_struktural = models.ForeignKey(LatihanStruktural, models.PROTECT, null=True, blank=True, related_name="+")
    nama = models.CharField(max_length=300)
    penyelenggara = models.CharField(max_length=200, blank=True, default="")
    nomor_sertifikat = models.CharField(max_length=100, blank=True, default="")
    tanggal_mulai = models.DateField(null=True, blank=True)
    jp = models.PositiveSmallIntegerField(null=True, blank=True)
    sesuai_jabatan = models.BooleanField(null=True, blank=True, help_text="diklat fungsional sesuai jabatan")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("diklat", "tmt", "jenis", "nama", "nomor_sertifikat")]


class RiwayatPenghargaan(BerSK, Riwayat):
    """Tanda kehormatan dan penghargaan; of a tanda kehormatan ``nomor_sk`` is that of the Keppres."""

    jenis = models.ForeignKey(JenisPenghargaan, models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200, blank=True, default="")
    nomor_piagam = models.CharField(max_length=100, blank=True, default="")

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("penghargaan", "tmt", "jenis")]


class RiwayatKeluarga(Riwayat):
    """Satu anggota keluarga; the newest row of an ``anggota`` holds (birth, wedding, divorce, death).

    ``nip``: of a spouse who is ASN as well. ``sekolah_sampai``: last day a child's school letter holds. ``kawin`` and
    ``berpenghasilan`` are None while nobody has asked. ``istri_ke``: 2 and more for a further wife taken with a permit (PP
    10/1983); of anybody else it is empty.
    """

    HUBUNGAN = [("pasangan", "Suami/istri"), ("anak", "Anak"), ("orang_tua", "Orang tua")]
    KEADAAN = [("hidup", "Hidup"), ("meninggal", "Meninggal"), ("cerai", "Cerai")]
    anggota = models.CharField(max_length=40, help_text="kunci anggota di dalam keluarga pegawai ini")
    hubungan = models.CharField(max_length=10, choices=HUBUNGAN)
    nama = models.CharField(max_length=160)
    tanggal_lahir = models.DateField(null=True, blank=True)
    jenis_kelamin = models.CharField(max_length=1, blank=True, default="")
    keadaan = models.CharField(max_length=10, choices=KEADAAN, default="hidup")
    tertanggung = models.BooleanField(default=False)
    pekerjaan = models.CharField(max_length=100, blank=True, default="")
    nomor_akta = models.CharField(max_length=100, blank=True, default="")
    nip = models.CharField(max_length=18, blank=True, default="")
    sekolah_sampai = models.DateField(null=True, blank=True)
    kawin = models.BooleanField(null=True, blank=True)
    berpenghasilan = models.BooleanField(null=True, blank=True)
    istri_ke = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Riwayat.Meta):
        constraints = [*Riwayat.Meta.constraints, unik_berlaku("keluarga", "tmt", "anggota")]


class RiwayatTinggal(BerSK, Masa, Riwayat):
    """Keadaan meninggalkan tugas yang sah: CLTN, tugas belajar, MPP, penugasan pada instansi lain (periode)."""

    JENIS = [
        ("CLTN", "Cuti di luar tanggungan negara"), ("TUBEL", "Tugas belajar"), ("MPP", "Masa persiapan pensiun"),
        ("TUGAS", "Penugasan pada instansi lain"),
    ]  # fmt: skip
    jenis = models.CharField(max_length=5, choices=JENIS)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("tinggal"),
            ExclusionConstraint(
                name="tinggal_tidak_tumpang",
                expressions=[
                    ("pegawai", RangeOperators.EQUAL),
                    ("jenis", RangeOperators.EQUAL),
                    (MASA, RangeOperators.OVERLAPS),
                ],
                condition=BERLAKU,
            ),
        ]


class RiwayatKontrak(BerSK, Masa, Riwayat):
    """Perjanjian kerja PPPK dan PPPK paruh waktu."""

    golongan = models.ForeignKey(Golongan, models.PROTECT, null=True, blank=True, related_name="+")
    paruh_waktu = models.BooleanField(default=False)
    upah = models.PositiveIntegerField(null=True, blank=True, help_text="upah PPPK paruh waktu, rupiah per bulan")

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("kontrak"),
            ExclusionConstraint(
                name="kontrak_tidak_tumpang",
                expressions=[("pegawai", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS)],
                condition=BERLAKU,
            ),
        ]


# Key used in URLs, sheets of the import and Dosir.riwayat_jenis.
JENIS_RIWAYAT = {
    "identitas": RiwayatIdentitas,
    "status": RiwayatStatus,
    "kedudukan": RiwayatKedudukan,
    "pangkat": RiwayatPangkat,
    "jabatan": RiwayatJabatan,
    "unit": RiwayatUnit,
    "gaji": RiwayatGaji,
    "masa_kerja": RiwayatMasaKerja,
    "tunda_kgb": RiwayatTundaKgb,
    "pendidikan": RiwayatPendidikan,
    "kinerja": RiwayatKinerja,
    "hukuman": RiwayatHukuman,
    "pemeriksaan": RiwayatPemeriksaan,
    "diklat": RiwayatDiklat,
    "ujian": RiwayatUjian,
    "penghargaan": RiwayatPenghargaan,
    "angka_kredit": RiwayatAngkaKredit,
    "keluarga": RiwayatKeluarga,
    "tinggal": RiwayatTinggal,
    "cuti": RiwayatCuti,
    "kontrak": RiwayatKontrak,
    "uji_kompetensi": RiwayatUjiKompetensi,
    "ikatan": RiwayatIkatan,
    "kartu": RiwayatKartu,
    "pemberhentian": RiwayatPemberhentian,
    "klaim": RiwayatKlaim,
}
