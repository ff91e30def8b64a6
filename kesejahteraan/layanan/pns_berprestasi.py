"""PNS berprestasi (teladan) tingkat kabupaten: usul OPD sampai SK Bupati. Dasar: PP 11/2017 Pasal 231.

A usulan is one candidate for one Pemilihan (``penghargaan/pemilihan.py``): the OPD proposes, the BKD checks the papers,
the jury scores and interviews, who is chosen gets the decree and a row of RiwayatPenghargaan. The others end there.
"""

from dataclasses import replace

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import RiwayatPenghargaan
from kepegawaian.profil_isi import Hukuman
from kesejahteraan.penghargaan import aturan
from kesejahteraan.penghargaan.forms import CalonForm, HasilPemilihanForm
from kesejahteraan.penghargaan.models import Pemilihan, PesertaPemilihan
from layanan import akibat, bahan_keputusan, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL231 = Dasar("PP 11/2017", "Pasal 231")
STAF = katalog.staf("SUB42")
MENGINGAT = ("UU 20/2023", "PP 11/2017")


@daftarkan
class PnsBerprestasi(Layanan):
    """One candidate."""

    slug = "pns-berprestasi"
    nama = "PNS Berprestasi"
    aspek = "j"
    uraian = "Usul perangkat daerah bagi pemilihan PNS dan PPPK berprestasi tingkat kabupaten."
    dampak = "Yang terpilih menerima keputusan Bupati, dan penghargaannya tercatat pada riwayat."
    strategis = True
    pemilik = "SUB42"
    surat_pengantar = True
    pengusul = ("operator_opd", "staf_bkd")
    dasar = (PASAL231, Dasar("UU 20/2023"))
    bagian = ("jabatan", "unit", "pangkat", "kinerja", "hukuman")
    mengingat = MENGINGAT
    form = CalonForm
    naskah = bahan_keputusan.templat_keputusan(
        "Keputusan Penetapan PNS Berprestasi", "003.2",
        "bahwa pegawai yang namanya tersebut dalam keputusan ini menempati peringkat {{ d.pilih.peringkat }} pada "
        "{{ d.pilih.nama }} dengan nilai {{ d.pilih.nilai }};",
        MENGINGAT,
        "Menetapkan yang bersangkutan sebagai pegawai berprestasi tingkat kabupaten dan memberikan penghargaan kepadanya.",
        nama=(("pilih.nama", "Pemilihan PNS berprestasi tahun 2026"), ("pilih.peringkat", "1"), ("pilih.nilai", "88,50")),
    )  # fmt: skip
    syarat = (
        Syarat("PBR-01", "Predikat Sangat Baik atau Baik dua tahun, paling sedikit satu Sangat Baik", PASAL231,
               aturan.pbr01_predikat, keyakinan="asumsi"),
        Syarat("PBR-02", "Tidak pernah dijatuhi hukuman disiplin sedang atau berat dalam 5 tahun", PASAL231,
               aturan.pbr02_disiplin, keyakinan="asumsi", rahasia=True),
        Syarat("PBR-03", "Berstatus PNS atau PPPK", PASAL231, aturan.pbr03_status, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat usul perangkat daerah", wajib=False,
                      keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
        DokumenSyarat("karya", "Uraian inovasi atau prestasi beserta buktinya"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Usul kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3, boleh_tolak=False),
        Langkah("administrasi", "Seleksi administrasi", STAF, sla_hari_kerja=5),
        Langkah("penilaian", "Penilaian juri dan wawancara", STAF, katalog.REKAM, sla_hari_kerja=30, form=HasilPemilihanForm,
                hasil={"tidak": "SELESAI"}, jalur="dewan juri", tombol="Rekam hasil"),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                paraf=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan keputusan Bupati", katalog.penandatangan(""), katalog.TANDA_TANGAN,
                sla_hari_kerja=3),
        Langkah("serahkan", "Penyerahan penghargaan", STAF, katalog.SERAHKAN, sla_hari_kerja=10),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The selection chosen, and what the jury's scores say of him: {pemilihan, peserta}."""
        satu = Pemilihan.objects.filter(pk=isian.get("pemilihan") or 0).first()
        if satu is None:
            return {}
        hasil = {"pemilihan": {"nama": satu.nama, "tahun": satu.tahun}}
        p = PesertaPemilihan.objects.filter(
            pemilihan=satu, pegawai_id=profil.pegawai_id, usulan__status__in=("diproses", "selesai")
        ).first()
        if p is not None:
            nilai = "" if p.nilai_akhir is None else f"{p.nilai_akhir:.2f}".replace(".", ",")
            hasil["peserta"] = {"peringkat": p.peringkat, "kuota": satu.terpilih, "nilai": nilai}
        return hasil

    def isian_awal(self, profil, tanggal, acuan):
        """The selection whose proposals are open."""
        satu = Pemilihan.objects.filter(status="dibuka", buka__lte=tanggal, tutup__gte=tanggal).first()
        return {"pemilihan": satu.pk if satu else "", "inovasi": ""}

    def ringkas(self, profil, isian):
        """``Calon, wawancara 10 Desember 2026``."""
        return f"Calon, wawancara {tulis_tanggal(isian['tmt']) if isian.get('tmt') else '–'}"

    def kantor_penandatangan(self, konteks):
        """The Bupati."""
        return "BUPATI"

    def akibat(self, konteks):
        """What being chosen gives."""
        satu = konteks.lain.get("pemilihan") or {}
        return [("Penghargaan", "–", f"pegawai berprestasi tahun {satu.get('tahun') or '–'}, bila terpilih")]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_keputusan.py`` and ``pilih`` {nama, peringkat, nilai}."""
        satu, jawab = konteks.lain.get("pemilihan") or {}, konteks.langkah.get("penilaian") or {}
        pilih = {"nama": satu.get("nama") or self.nama, "peringkat": jawab.get("peringkat") or "–",
                 "nilai": jawab.get("nilai") or "–"}  # fmt: skip
        return bahan_keputusan.data(
            self, konteks, tentang="PENETAPAN PEGAWAI BERPRESTASI TINGKAT KABUPATEN",
            rincian=(("Peringkat", pilih["peringkat"]), ("Nilai akhir", pilih["nilai"])), lain={"pilih": pilih},
        )  # fmt: skip

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The list of the selection says what was recorded."""
        if kode == "penilaian":
            PesertaPemilihan.objects.filter(usulan=usulan).update(terpilih=jawaban["hasil"] == "terpilih")

    def terapkan(self, naskah_pegawai):
        """One RiwayatPenghargaan of the kind of the setting, named after the selection."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatPenghargaan):
            return
        nama, letak = akibat.beku(np, "pilih", "nama") or self.nama, akibat.beku(np, "pilih", "peringkat")
        kode = acuan_kini().setelan("teladan_jenis_penghargaan", np.tmt)
        RiwayatPenghargaan.objects.create(
            **akibat.kolom_sk(np), jenis_id=kode, nama=f"{nama}, peringkat {letak}"[:200]
        )

    def skenario_sensus(self, tanggal):
        """As they are; as if under examination; as if just punished."""
        hukuman = Hukuman("S1T", "sedang", tambah_bulan(tanggal, -20), tambah_bulan(tanggal, -8), True, True)
        return [
            Skenario("apa adanya", tanggal),
            Skenario("diperiksa", tanggal, andai=lambda p: replace(p, diperiksa=True), maks=50),
            Skenario("pernah dihukum", tanggal, andai=lambda p: replace(p, hukuman=(hukuman,)), maks=50),
        ]
