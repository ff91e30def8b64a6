"""Ujian dinas tingkat I dan II, ujian penyesuaian ijazah: pendaftaran sampai tanda lulus. Dasar: PP 99/2000 Pasal 18, 30.

A usulan is one registration for one Ujian (``kepangkatan/ujian``); the panitia records the result, who passes gets a
tanda lulus by decree, and the row of RiwayatUjian it writes satisfies KP-R05 and KP-I04. Who fails may come again.
"""

from kepangkatan.aturan import ujian as aturan
from kepangkatan.dasar_kp import bermasalah
from kepangkatan.forms_ujian import TIDAK_HADIR, DaftarUjianForm, DaftarUpkpForm, HasilUjianForm
from kepangkatan.models import Ujian
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatUjian
from layanan import akibat, bahan_keputusan, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL30, PASAL18 = Dasar("PP 99/2000", "Pasal 30"), Dasar("PP 99/2000", "Pasal 18")
SETELAN = "ujian_penanda_tangan"
MENGINGAT = ("UU 20/2023", "PP 99/2000", "PP 11/2017")
UJI04 = Syarat(
    "UJI-04", "Tidak menjalani hukuman disiplin sedang atau berat, CLTN, pemberhentian sementara, atau uang tunggu",
    Dasar("Praktik BKN"), aturan.uji04_bebas, rahasia=True,
)  # fmt: skip
DOKUMEN = (
    DokumenSyarat("surat_pengantar", "Surat usul perangkat daerah", wajib=False,
                  keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
    DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
    DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
    DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
    DokumenSyarat("ijazah", "Ijazah dan transkrip nilai", dosir="pendidikan"),
    DokumenSyarat("pas_foto", "Pas foto", wajib=False),
)  # fmt: skip


def templat(judul, tentang):
    """The decree that says who passed which exam."""
    return bahan_keputusan.templat_keputusan(
        judul, "800.1.4",
        "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah mengikuti {{ d.ujian.nama }} pada "
        "{{ d.tmt.tulis }} dan memperoleh nilai {{ d.ujian.nilai }};",
        MENGINGAT, f"Menyatakan lulus {tentang}.",
        nama=(("ujian.nama", "Ujian dinas tingkat I tahun 2026"), ("ujian.nilai", "78,50")),
    )  # fmt: skip


class _Ujian(Layanan):
    aspek = "c"
    pemilik = "SUB22"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    surat_pengantar = True
    bagian = ("pangkat", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "tinggal", "ujian", "angka_kredit")
    mengingat = MENGINGAT
    form = DaftarUjianForm
    dokumen = DOKUMEN
    jenis = ""
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3, boleh_tolak=False),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", katalog.staf("SUB22"), sla_hari_kerja=3),
        Langkah("ujian", "Ujian dan hasilnya", katalog.staf("SUB22"), katalog.REKAM, sla_hari_kerja=60, form=HasilUjianForm,
                hasil={"tidak_lulus": "SELESAI", TIDAK_HADIR: "SELESAI"}, jalur="panitia ujian", tombol="Rekam hasil ujian"),
        Langkah("penetapan", "Penetapan nomor dan pencetakan tanda lulus", katalog.staf("SUB22"), katalog.TETAPKAN,
                sla_hari_kerja=3),
        Langkah("tanda_tangan", "Penandatanganan tanda lulus", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN,
                sla_hari_kerja=2),
        Langkah("serahkan", "Penyerahan tanda lulus", katalog.staf("SUB22"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The exam that was chosen: {id, nama, tanggal}, or {}."""
        satu = Ujian.objects.filter(pk=isian.get("ujian") or 0, jenis=self.jenis).first()
        return {"ujian": {"id": satu.pk, "nama": satu.nama, "tanggal": satu.tanggal.isoformat()}} if satu else {}

    def isian_awal(self, profil, tanggal, acuan):
        """The first exam of this kind whose registration is open."""
        satu = Ujian.objects.filter(jenis=self.jenis, status="diumumkan", buka__lte=tanggal, tutup__gte=tanggal).last()
        return {"ujian": satu.pk if satu else ""}

    def ringkas(self, profil, isian):
        """``Golongan II/d, ujian 10 Desember 2026``."""
        return (
            f"Golongan {profil.golongan or '–'}, ujian {tulis_tanggal(isian.get('tmt')) if isian.get('tmt') else '–'}"
        )

    def akibat(self, konteks):
        """What passing gives."""
        return [(self.nama, "belum lulus", f"lulus, sejak {tulis_tanggal(konteks.tanggal)}")]

    def data_naskah(self, konteks):
        """What the tanda lulus prints; keys in ``layanan/bahan_keputusan.py`` and ``ujian`` {nama, nilai}."""
        satu, hasil = konteks.lain.get("ujian") or {}, konteks.langkah.get("ujian") or {}
        nilai = str(hasil.get("nilai") or "–").replace(".", ",")
        return bahan_keputusan.data(
            self, konteks, tentang=f"TANDA LULUS {self.nama.upper()}", setelan=SETELAN,
            rincian=(("Ujian", satu.get("nama") or self.nama), ("Tanggal ujian", tulis_tanggal(konteks.tanggal)),
                     ("Nilai", nilai)),
            lain={"ujian": {"nama": satu.get("nama") or self.nama, "nilai": nilai}},
        )  # fmt: skip

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The list of the exam says what was recorded; the exam is finished when everybody is."""
        if kode != "ujian":
            return
        satu = Ujian.objects.select_for_update().get(pk=usulan.isian["ujian"])
        satu.peserta.filter(usulan=usulan).update(lulus=jawaban["hasil"] == "lulus")
        satu.rampungkan()

    def terapkan(self, naskah_pegawai):
        """One RiwayatUjian dated the day of the exam."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatUjian):
            return
        akibat.gantikan(RiwayatUjian, np)
        RiwayatUjian.objects.create(**akibat.kolom_sk(np), jenis=self.jenis)

    def skenario_sensus(self, tanggal):
        """As they are, with every answer; and as if under examination."""
        isian = {"eselon_uraian": "II.b", "nomor_uraian": "800/1"}
        return [
            Skenario("apa adanya", tanggal, isian=lambda p, a: isian),
            Skenario("tanpa uraian", tanggal, isian=lambda p, a: {}, maks=300),
            Skenario("diperiksa", tanggal, andai=bermasalah, isian=lambda p, a: isian, maks=100),
        ]


@daftarkan
class UjianDinasSatu(_Ujian):
    """Registration for ujian dinas tingkat I."""

    slug = "ujian-dinas-1"
    nama = "Ujian Dinas Tingkat I"
    jenis = "UD1"
    uraian = "Pendaftaran ujian dinas bagi PNS golongan II/d yang akan naik ke III/a."
    dampak = "Yang lulus memenuhi syarat ujian dinas untuk kenaikan pangkat ke golongan III/a."
    dasar = (PASAL30,)
    syarat = (Syarat("UJI-01", "Golongan II/d, masa dalam pangkat cukup, pendidikan SLTA ke atas", PASAL30,
                     aturan.uji01_tingkat_satu, keyakinan="sebagian"), UJI04)  # fmt: skip
    naskah = templat("Tanda Lulus Ujian Dinas Tingkat I", "ujian dinas tingkat I")


@daftarkan
class UjianDinasDua(_Ujian):
    """Registration for ujian dinas tingkat II."""

    slug = "ujian-dinas-2"
    nama = "Ujian Dinas Tingkat II"
    jenis = "UD2"
    uraian = "Pendaftaran ujian dinas bagi PNS golongan III/d yang akan naik ke IV/a."
    dampak = "Yang lulus memenuhi syarat ujian dinas untuk kenaikan pangkat ke golongan IV/a."
    dasar = (PASAL30,)
    syarat = (Syarat("UJI-02", "Golongan III/d dan masa dalam pangkat cukup", PASAL30, aturan.uji02_tingkat_dua,
                     keyakinan="sebagian"), UJI04)  # fmt: skip
    naskah = templat("Tanda Lulus Ujian Dinas Tingkat II", "ujian dinas tingkat II")


@daftarkan
class UjianPenyesuaianIjazah(_Ujian):
    """Registration for ujian kenaikan pangkat penyesuaian ijazah (UPKP)."""

    slug = "ujian-ijazah"
    nama = "Ujian Penyesuaian Ijazah"
    jenis = "UPKP"
    uraian = "Pendaftaran ujian kenaikan pangkat penyesuaian ijazah."
    dampak = "Yang lulus memenuhi syarat ujian untuk kenaikan pangkat penyesuaian ijazah."
    dasar = (PASAL18,)
    form = DaftarUpkpForm
    dokumen = tuple(d for d in DOKUMEN if d.kode != "kinerja_2") + (
        DokumenSyarat("uraian_tugas", "Uraian tugas sesuai ijazah yang ditandatangani pejabat pimpinan tinggi"),
    )  # fmt: skip
    syarat = (Syarat("UJI-03", "Ijazah, masa dan batas pangkat, uraian tugas, dan predikat kinerja", PASAL18,
                     aturan.uji03_penyesuaian), UJI04)  # fmt: skip
    naskah = templat("Tanda Lulus Ujian Penyesuaian Ijazah", "ujian kenaikan pangkat penyesuaian ijazah")
