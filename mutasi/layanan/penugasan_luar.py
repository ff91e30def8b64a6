"""Penugasan PNS di luar instansi induk (M7). Dasar: PermenPANRB 62/2020; PerBKN 16/2022 Pasal 7 dan 8.

The other instansi asks (Pasal 7) or agrees to our order (Pasal 8); the Bupati as PPK induk decides, after BKN's pertek where
the case wants one. He stays PNS of Lamongan: a period is added to his riwayat, and who held a post one is sworn into
stands on a post of pelaksana from the same day, so that the seat is vacant. Back: penempatan M6. Ended early: its naskah is
revoked as of a day. What the texts leave open is ``asumsi``: the length (setting), and that pay stays here.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import RiwayatTinggal
from layanan import bahan_naskah, katalog, templat
from layanan.katalog import (
    BagianNaskah,
    Dasar,
    DokumenSyarat,
    Langkah,
    Layanan,
    Syarat,
    TemplatNaskah,
    daftarkan,
    sebut_peraturan,
)
from layanan.sensus import Skenario
from mutasi import akibat, aturan, aturan_penugasan, bahan, fakta
from mutasi.forms import SuratLuarForm
from mutasi.forms_penugasan import JENIS_PENUGASAN, MulaiForm, PenugasanForm
from mutasi.layanan.mutasi_keluar import hanya_pns

PANRB, BKN16 = Dasar("PermenPANRB 62/2020"), Dasar("PerBKN 16/2022", "Pasal 7 dan 8")
STAF = katalog.staf("SUB11")
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PermenPANRB 62/2020", "PerBKN 16/2022")
BAGIAN = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa berdasarkan surat {{ d.instansi }} Nomor {{ d.surat.nomor }} tanggal {{ d.surat.tanggal.tulis }} dipandang "
        "perlu menugaskan Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini;",
    ),
    BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="Menugaskan Pegawai Negeri Sipil tersebut pada {{ d.instansi }} sebagai {{ d.tugas }}, terhitung mulai tanggal "
        "{{ d.tmt.tulis }} sampai dengan {{ d.sampai.tulis }}.\n"
        "{% if d.jabatan_selama %}Selama penugasan ia diberhentikan dari jabatan {{ d.pegawai.jabatan }} dan berkedudukan sebagai "
        "{{ d.jabatan_selama }} pada instansi induk.{% else %}Selama penugasan jabatannya pada instansi induk tetap "
        "{{ d.pegawai.jabatan }}.{% endif %}\n"
        "Sesudah masa penugasan berakhir ia melapor kepada Bupati melalui Kepala BKPSDM untuk ditempatkan kembali.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala Kantor Regional II BKN di Surabaya\n{{ d.instansi }}"),
)  # fmt: skip
NAMA = (
    *bahan_naskah.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("instansi", "Sekretariat KPU Kabupaten Lamongan"),
    ("tugas", "Pelaksana pada Subbagian Teknis"), ("surat.nomor", "800/12/2026"), ("surat.tanggal.tulis", "2 November 2026"),
    ("tmt.tulis", "1 Januari 2027"), ("sampai.tulis", "31 Desember 2028"), ("jabatan_selama", "Penelaah Teknis Kebijakan"),
    ("jenis", "Pada instansi pemerintah lain"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def perlu_pertek(k):
    """Pertek per case (regulasi mutasi §1, M7)."""
    return k.isian.get("pertek") != "tidak"


@daftarkan
class PenugasanLuar(Layanan):
    """One decree for one person, one instansi and one period."""

    slug = "penugasan-luar"
    nama = "Penugasan pada Instansi Lain"
    aspek = "g"
    uraian = "Penugasan seorang PNS pada instansi lain atau di luar instansi pemerintah selama jangka waktu tertentu."
    dampak = "Selama masanya ia bertugas di instansi lain dan tetap PNS Lamongan; jabatan yang dilantik dilepas dan menjadi kosong."
    strategis = True
    pemilik = "SUB11"
    pengusul = ("operator_opd", "staf_bkd")
    dasar = (PANRB, BKN16)
    bagian = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "tinggal", "ikatan")
    form = PenugasanForm
    naskah = TemplatNaskah(
        "sk", "naskah/keputusan_pegawai.html", "824", "Keputusan Penugasan PNS di Luar Instansi Induk",
        "{klasifikasi}/{urut}/413.207/{tahun}", bagian=BAGIAN, nama=NAMA,
    )  # fmt: skip
    syarat = (
        Syarat("MUT-01", "Berstatus PNS, bukan CPNS atau PPPK", BKN16, aturan.m01_status, keyakinan="sebagian"),
        Syarat("MUT-04", "Tidak dalam proses atau menjalani hukuman disiplin atau peradilan", PANRB,
               aturan.m04_bebas_kasus, keyakinan="sebagian", rahasia=True),
        Syarat("MUT-05", "Tidak tugas belajar dan tidak terikat ikatan dinas", PANRB, aturan.m05_bebas_ikatan,
               keyakinan="asumsi"),
        Syarat("MUT-06", "Kinerja dua tahun terakhir paling rendah Baik", PANRB, aturan.m06_kinerja,
               keyakinan="sebagian"),
        Syarat("TGS-01", "Instansi penerima meminta atau menyetujui", BKN16, aturan_penugasan.t01_persetujuan,
               keyakinan="sebagian"),
        Syarat("TGS-02", "Masa penugasan tidak melewati batas", PANRB, aturan_penugasan.t02_masa, keyakinan="asumsi",
               dasar_lain=(Dasar("PerBKN 16/2022", "Pasal 1"),)),
        Syarat("TGS-03", "Jabatan yang dilantik dilepas selama penugasan", BKN16, aturan_penugasan.t03_lepas_jabatan,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat(
            "surat_penerima", "Surat permintaan atau persetujuan instansi penerima yang menyebut jabatannya"
        ),
        DokumenSyarat("kesediaan", "Surat pernyataan kesediaan pegawai"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
    )
    alur = (
        Langkah("persetujuan_opd", "Persetujuan kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False),
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                paraf=True, boleh_tolak=True),
        Langkah("pertek", "Pertimbangan teknis BKN", STAF, katalog.REKAM, sla_hari_kerja=15, form=SuratLuarForm,
                hasil={"ditolak": "TOLAK"}, jalur="BKN", tombol="Rekam pertimbangan teknis", bila=perlu_pertek,
                kapan="bila kasusnya memerlukan"),
        Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True,
                wajib=False),
        Langkah("keputusan", "Keputusan Bupati", katalog.jabatan("BUPATI"), sla_hari_kerja=2, boleh_tolak=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("mulai", "Mulai bertugas di instansi penerima", STAF, katalog.SERAHKAN, sla_hari_kerja=10, form=MulaiForm,
                jalur="Instansi penerima", tombol="Catat mulai bertugas"),
        Langkah("pembaruan", "Pembaruan data SIASN dan arsip", katalog.staf("SUB13"), katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Earlier penugasan that run on to this one, and the post he stands on meanwhile."""
        jabatan = fakta.cari_jabatan(isian.get("jabatan_selama"))
        return {"lalu": masa_lalu(profil.pegawai_id, profil.per), "selama": jabatan.nama if jabatan else ""}

    def isian_awal(self, profil, tanggal, acuan):
        """From the first of the month after next for two years."""
        mulai = tambah_bulan(tanggal.replace(day=1), 2)
        return {"jenis": aturan_penugasan.INSTANSI, "prakarsa": "permintaan", "pertek": "ya", "tmt": mulai,
                "sampai": tambah_bulan(mulai, 24) - timedelta(days=1), "jabatan_selama": ""}  # fmt: skip

    def ringkas(self, profil, isian):
        """``Pada Sekretariat KPU Kabupaten Lamongan sampai 31 Desember 2028``."""
        return f"Pada {isian.get('instansi') or 'instansi lain'} sampai {tulis_tanggal(isian.get('sampai'))}"

    def periksa(self, konteks):
        """Who is no PNS is not assigned at all: only MUT-01 says so."""
        return hanya_pns(konteks, super().periksa(konteks))

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK of the instansi induk."""
        return "BUPATI"

    def akibat(self, konteks):
        """Where, how long, and what becomes of his post."""
        p, isian = konteks.profil, konteks.isian
        masa = f"{tulis_tanggal(isian.get('tmt'))} – {tulis_tanggal(isian.get('sampai'))}"
        baris = [("Penugasan", "–", isian.get("instansi") or "–"), ("Masa", "–", masa)]
        if isian.get("jabatan_selama"):
            baris.append(("Jabatan", p.jabatan or "–", konteks.lain.get("selama") or "–"))
        return [*baris, ("Gaji pokok", "Kabupaten Lamongan", "tetap (asumsi)")]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``NAMA``, ``rincian`` beside the person."""
        acuan, isian, kini = konteks.acuan, konteks.isian, timezone.localdate()
        blok, kop = bahan.tanda(self, konteks), bahan_naskah.kop_bupati(acuan, kini)
        tmt, sampai = (bahan_naskah.hari(isian.get(k)) or bahan.KOSONG for k in ("tmt", "sampai"))
        data = {
            "kop": kop, "judul": f"KEPUTUSAN {kop['pejabat']}", "tentang": "PENUGASAN PEGAWAI NEGERI SIPIL",
            "pejabat": kop["pejabat"], "tempat": acuan.setelan("kop_tempat", kini), "penetap": blok["jabatan"],
            "penandatangan": blok["nama"], "tanda_tangan": blok, "peraturan": bahan_naskah.peraturan(*MENGINGAT),
            "pegawai": bahan.pegawai(konteks.profil), "instansi": isian.get("instansi") or "",
            "tugas": isian.get("tugas") or "", "tmt": tmt, "sampai": sampai,
            "jabatan_selama": konteks.lain.get("selama") or "",
            "jenis": dict(JENIS_PENUGASAN).get(isian.get("jenis"), ""),
            "surat": {"nomor": isian.get("nomor_surat") or "",
                      "tanggal": bahan_naskah.hari(isian.get("tanggal_surat")) or bahan.KOSONG},
        }  # fmt: skip
        data["rincian"] = [
            {"label": "Penugasan", "isi": data["jenis"]}, {"label": "Instansi penerima", "isi": data["instansi"]},
            {"label": "Masa", "isi": f"{tmt['tulis']} sampai dengan {sampai['tulis']}"},
        ]  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatTinggal TUGAS with its period, and the post of pelaksana where one is given up."""
        akibat.penugasan_luar(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """As the law wants it; without letter and post, too long; a second extension."""
        mulai = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        dua = tambah_bulan(mulai, 24) - timedelta(days=1)
        surat = {"jenis": aturan_penugasan.INSTANSI, "sampai": dua, "nomor_surat": "800/1/2026", "tanggal_surat": tanggal,
                 "jabatan_selama": "X"}  # fmt: skip
        lalu = [(tambah_bulan(mulai, -48), tambah_bulan(mulai, -24) - timedelta(days=1)),
                (tambah_bulan(mulai, -24), mulai - timedelta(days=1))]  # fmt: skip
        return [
            Skenario("lengkap", mulai, isian=lambda p, a: surat),
            Skenario("terlalu lama, tanpa surat", mulai,
                     isian=lambda p, a: {"jenis": aturan_penugasan.LUAR, "sampai": tambah_bulan(mulai, 60)}),
            Skenario("perpanjangan kedua", mulai, isian=lambda p, a: surat, lain=lambda p, a: {"lalu": lalu}),
        ]  # fmt: skip


def masa_lalu(pegawai_id, mulai):
    """[(from, to)] of his penugasan that run without a gap up to the day before ``mulai``."""
    baris = RiwayatTinggal.objects.filter(
        pegawai_id=pegawai_id, jenis=akibat.TUGAS, sampai__lt=mulai, dibatalkan_pada__isnull=True,
        sampai__gte=tambah_bulan(mulai, -12 * acuan_kini().setelan("penugasan_maks_tahun", mulai) - 12),
    ).order_by("tmt")  # fmt: skip
    return fakta.beruntun(list(baris.values_list("tmt", "sampai")), mulai)
