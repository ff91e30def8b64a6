"""Satyalancana Karya Satya X, XX, XXX. Dasar: UU 20/2009; PP 35/2010 Pasal 22; PP 25/1994 jo. PP 1/2010.

The OPD proposes, the BKD checks, the Bupati proposes to the President through the Gubernur and the ministry; the
Keputusan Presiden is made outside and recorded with the number of each charter. Who is due stands in the workspace of the
period (``penghargaan/periode.py``), where letters and Keppres are recorded for many at once.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import JenisPenghargaan, RiwayatPenghargaan
from kepegawaian.profil_isi import Hukuman, Penghargaan, Tinggal
from kesejahteraan.penghargaan import aturan
from kesejahteraan.penghargaan.forms import (
    HASIL_PUSAT,
    JawabanForm,
    KeppresForm,
    KirimForm,
    SatyalancanaForm,
    hari_anugerah,
)
from layanan import akibat, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

PP35, PP25 = "PP 35/2010", "PP 25/1994"
PASAL22 = Dasar(PP35, "Pasal 22")
PRAKTIK = Dasar("Praktik BKN")
STAF = katalog.staf("SUB42")
KEPPRES = TemplatNaskah("sk", "naskah/surat.html", "", "Keputusan Presiden tentang Satyalancana Karya Satya", "")


def _lanjutan(k):
    return k.isian.get("kelas") in ("XX", "XXX") and bool(aturan.dipegang(k.profil))


@daftarkan
class Satyalancana(Layanan):
    """One class for one PNS at one award."""

    slug = "satyalancana"
    nama = "Satyalancana Karya Satya"
    aspek = "j"
    uraian = (
        "Usul tanda kehormatan Satyalancana Karya Satya bagi PNS yang bekerja terus-menerus 10, 20, atau 30 tahun."
    )
    dampak = "Satyalancana dan nomor piagamnya tercatat pada riwayat penghargaan sejak tanggal penganugerahan."
    strategis = True
    pemilik = "SUB42"
    surat_pengantar = True
    pengusul = ("operator_opd", "staf_bkd")
    akibat_terlambat = "Usul sesudah batasnya masuk periode tahun berikutnya."
    dasar = (Dasar("UU 20/2009"), PASAL22, Dasar(PP25, "Pasal 4"), Dasar("PP 1/2010"))
    bagian = ("jabatan", "unit", "pangkat", "kinerja", "hukuman", "penghargaan", "jejak_tinggal")
    form = SatyalancanaForm
    syarat = (
        Syarat("SLKS-01", "PNS dengan masa kerja terus-menerus sesuai kelasnya, dihitung sejak CPNS", PASAL22,
               aturan.slks01_masa),
        Syarat("SLKS-02", "Tidak pernah dijatuhi hukuman disiplin sedang atau berat selama masa yang dihitung",
               Dasar(PP25, "Pasal 4"), aturan.slks02_hukuman, rahasia=True, dasar_lain=(Dasar(PP35),)),
        Syarat("SLKS-03", "Sesudah hukuman sedang atau berat masa kerja dihitung kembali", PRAKTIK,
               aturan.slks03_sesudah_hukuman, keyakinan="asumsi", rahasia=True),
        Syarat("SLKS-04", "Masa kerja tidak terputus CLTN", Dasar(PP25, "penjelasan"), aturan.slks04_cltn,
               keyakinan="sebagian"),
        Syarat("SLKS-05", "Belum menerima Satyalancana kelas itu", PRAKTIK, aturan.slks05_belum_menerima,
               keyakinan="sebagian"),
        Syarat("SLKS-06", "Tidak pernah dipidana penjara atas tindak pidana yang diancam 5 tahun atau lebih",
               Dasar("UU 20/2009"), aturan.slks06_pidana, rahasia=True),
        Syarat("SLKS-07", "Predikat kinerja dua tahun terakhir paling rendah Baik", PRAKTIK, aturan.slks07_kinerja,
               keyakinan="asumsi"),
        Syarat("SLKS-08", "Belum pensiun pada tanggal penganugerahan", PRAKTIK, aturan.slks08_belum_pensiun,
               keyakinan="asumsi"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar OPD", wajib=False,
                      keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
        DokumenSyarat("drh", "Daftar riwayat hidup",
                      keterangan="Draf dari halaman periode dilampiri DRH cetakan portal; selainnya unduh dari halaman pegawai."),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pns", "SK PNS", dosir="status"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan"),
        DokumenSyarat("karpeg", "KARPEG", dosir="kartu"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
        DokumenSyarat("bebas_hukdis", "Surat keterangan tidak pernah dijatuhi hukuman disiplin sedang atau berat"),
        DokumenSyarat("piagam", "Piagam Satyalancana sebelumnya", wajib=False, dosir="penghargaan", bila=_lanjutan,
                      kapan="bagi kelas XX dan XXX bila ada"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan masa kerja", STAF, sla_hari_kerja=5),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB42"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=2),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                boleh_tolak=True),
        Langkah("usul_bupati", "Usul Bupati kepada Presiden", katalog.jabatan("BUPATI"), sla_hari_kerja=3, boleh_tolak=True),
        Langkah("kirim", "Pengiriman usul melalui Gubernur dan Menteri Dalam Negeri", STAF, katalog.REKAM, sla_hari_kerja=5,
                form=KirimForm, jalur="Gubernur", tombol="Catat surat usul"),
        Langkah("jawaban", "Penelitian Sekretariat Militer Presiden", STAF, katalog.REKAM, sla_hari_kerja=60,
                form=JawabanForm, sebutan=dict(HASIL_PUSAT), hasil={"dikembalikan": "verifikasi_bkd", "ditolak": "TOLAK"},
                jalur="Kemendagri, Sekretariat Militer Presiden", tombol="Rekam jawaban"),
        Langkah("keppres", "Keputusan Presiden", STAF, katalog.REKAM, sla_hari_kerja=30, form=KeppresForm, naskah=KEPPRES,
                jalur="Presiden", tombol="Rekam Keputusan Presiden"),
        Langkah("serahkan", "Penganugerahan dan penyerahan piagam", STAF, katalog.SERAHKAN, sla_hari_kerja=20,
                tombol="Catat piagam sudah diserahkan"),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The next award and the class he is due for."""
        hari = hari_anugerah(acuan, tanggal.year)
        if hari < tanggal:
            hari = hari_anugerah(acuan, tanggal.year + 1)
        return {"tmt": hari, "kelas": aturan.kelas_usul(profil, acuan, hari) or "", "pidana": ""}

    def ringkas(self, profil, isian):
        """``Kelas XX, penganugerahan 17 Agustus 2027``."""
        return f"Kelas {isian.get('kelas') or '–'}, penganugerahan {tulis_tanggal(isian.get('tmt'))}"

    def tenggat_usul(self, tmt, acuan):
        """Last day for the OPD to propose for the award of ``tmt`` (setting slks_tutup_usul)."""
        bulan, hari = acuan.setelan("slks_tutup_usul", tmt).split("-")
        return tmt.replace(month=int(bulan), day=int(hari))

    def dicetak(self, konteks):
        """The Keputusan Presiden is made outside."""
        return False

    def periksa(self, konteks):
        """Who is known to be no PNS is told only that."""
        hasil = super().periksa(konteks)
        if konteks.profil.status in (None, "PNS"):
            return hasil
        return [(s, h) for s, h in hasil if s.kode == "SLKS-01"]

    def akibat(self, konteks):
        """The row to come."""
        kelas = konteks.isian.get("kelas")
        if kelas not in aturan.KODE:
            return []
        punya = aturan.dipegang(konteks.profil)
        sebut = f"kelas {kelas} ({aturan.WARNA[kelas]}), {tulis_tanggal(konteks.tanggal)}"
        return [("Satyalancana Karya Satya", f"kelas {punya[-1]}" if punya else "belum ada", sebut)]

    def terapkan(self, naskah_pegawai):
        """One RiwayatPenghargaan dated the award, with the number of the Keppres and of the charter."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatPenghargaan):
            return
        kode = aturan.KODE[np.data["isian"]["kelas"]]
        RiwayatPenghargaan.objects.create(
            **akibat.kolom_sk(np), jenis_id=kode, nama=JenisPenghargaan.objects.get(pk=kode).nama,
            nomor_piagam=np.naskah.data.get("nomor_piagam", ""),
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """The class of each, at this year's award; everybody for X; and states the generated regency has nobody in."""
        hari = tanggal.replace(month=8, day=17)

        def usul(p, acuan):
            return {"kelas": aturan.kelas_usul(p, acuan, hari) or "X", "pidana": "tidak"}

        def ragu(p):
            lama = hari - timedelta(days=9000)
            return replace(
                p, penghargaan=(Penghargaan("203", lama, ""),), tmt_pensiun=None, kedudukan="02",
                hukuman=(Hukuman("S1T", "sedang", lama, None, True, True),),
            )  # fmt: skip

        def terputus(p):
            return replace(
                p, penghargaan=(Penghargaan("201", hari, "1/TK"),), jejak_tinggal=(Tinggal("CLTN", hari, None),),
                hukuman=(Hukuman("S1T", "sedang", tambah_bulan(hari, -20), tambah_bulan(hari, -8), True, True),),
            )  # fmt: skip

        return [
            Skenario("menurut masanya", hari, isian=usul),
            Skenario("pernah dipidana", hari, isian=lambda p, a: {"kelas": "X", "pidana": "ya"}, maks=200),
            Skenario("perlu telaah", hari, isian=lambda p, a: {"kelas": "X", "pidana": ""}, andai=ragu, maks=40),
            Skenario("terputus", hari, isian=lambda p, a: {"kelas": "X", "pidana": "tidak"}, andai=terputus, maks=40),
        ]
