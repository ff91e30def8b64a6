"""Cuti di luar tanggungan negara, perpanjangannya, dan pengaktifan kembali. Dasar: PP 11/2017 Pasal 334-337; PerBKN 24/2017.

Only the PPK grants it, after BKN has agreed. From its TMT: kedudukan hukum 02 (extension 13), the post is released, no
pay, and the time counts for nothing. Who comes back reports within a month after its end; the decree of pengaktifan puts
him on kedudukan 01 and, where he gave up a structural post, on a post of pelaksana in his unit.
"""

from dataclasses import replace
from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Jabatan, RiwayatTinggal
from kesejahteraan.cuti import akibat, fakta
from kesejahteraan.cuti.aturan import cltn as aturan_cltn, syarat as aturan
from kesejahteraan.cuti.dasar import BERTUMPUK, PBKN7, PBKN24, PEJABAT, PermintaanCuti
from kesejahteraan.cuti.forms import PUTUSAN, CltnForm, FormPutusan, FormPutusanAkhir, PersetujuanBknForm, tanggal
from kesejahteraan.layanan.cuti import bebas, penuh, senin
from kesejahteraan.layanan.cuti_besar import MENGINGAT, STAF, keputusan
from layanan import bahan_keputusan, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL = Dasar("PP 11/2017", "Pasal 334-337")
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Pemberian Cuti di Luar Tanggungan Negara", "856",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mengajukan cuti di luar tanggungan negara karena "
    "alasan pribadi yang penting dan mendesak, dan telah mendapat persetujuan Badan Kepegawaian Negara;",
    MENGINGAT,
    "Memberikan cuti di luar tanggungan negara terhitung mulai tanggal {{ d.cuti.mulai.tulis }} sampai dengan tanggal "
    "{{ d.cuti.sampai.tulis }} dan membebaskannya dari jabatannya.\n"
    "Selama menjalani cuti tidak menerima penghasilan dan masanya tidak diperhitungkan sebagai masa kerja.\n"
    "Paling lama satu bulan sesudah cuti berakhir wajib melaporkan diri secara tertulis; apabila tidak, diberhentikan sebagai "
    "Pegawai Negeri Sipil.",
    nama=(("cuti.mulai.tulis", "1 Januari 2027"), ("cuti.sampai.tulis", "31 Desember 2029"), ("cuti.alasan", "Mendampingi suami"),
          ("cuti.lama", "1096 hari kalender")),
)  # fmt: skip
NASKAH_AKTIF = bahan_keputusan.templat_keputusan(
    "Keputusan Pengaktifan Kembali setelah Cuti di Luar Tanggungan Negara", "856",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah selesai menjalani cuti di luar tanggungan "
    "negara dan melaporkan diri pada tanggal {{ d.lapor.tulis }};",
    MENGINGAT,
    "Mengaktifkan kembali sebagai Pegawai Negeri Sipil terhitung mulai tanggal {{ d.tmt.tulis }}"
    "{% if d.jabatan %} dan menempatkannya sebagai {{ d.jabatan }} pada {{ d.pegawai.unit }}{% endif %}.",
    nama=(("lapor.tulis", "3 Januari 2030"), ("jabatan", "Penelaah Teknis Kebijakan")),
)  # fmt: skip
PERIKSA = (
    Langkah("verifikasi_bkd", "Pemeriksaan staf BKD", STAF, sla_hari_kerja=2),
    Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB42"), sla_hari_kerja=1),
    Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=1, paraf=True),
    Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2, paraf=True,
            boleh_tolak=True),
)  # fmt: skip
TERBIT = (
    Langkah("penetapan", "Penetapan nomor dan pencetakan keputusan", STAF, katalog.TETAPKAN, sla_hari_kerja=1),
    Langkah("tanda_tangan", "Penandatanganan keputusan", PEJABAT, katalog.TANDA_TANGAN, sla_hari_kerja=2),
    Langkah("serahkan", "Penyerahan keputusan", STAF, katalog.SERAHKAN, sla_hari_kerja=2),
)


@daftarkan
class Cltn(PermintaanCuti):
    """CLTN and its extension."""

    slug = fakta.SLUG["CLTN"]
    nama = "Cuti di Luar Tanggungan Negara"
    jenis_cuti = "CLTN"
    strategis = True
    mendasari = True
    uraian = "Cuti paling lama 3 tahun karena alasan pribadi yang penting dan mendesak, dapat diperpanjang 1 tahun, dengan persetujuan BKN."
    dampak = "Mulai TMT jabatannya dilepas, gajinya dihentikan, dan masanya tidak dihitung sebagai masa kerja."
    mengingat = MENGINGAT
    dasar = (PASAL, PBKN24, PBKN7)
    form = CltnForm
    naskah = NASKAH
    syarat = (
        Syarat("CUT-7", "Bekerja 5 tahun dan diberikan oleh PPK", Dasar("PP 11/2017", "Pasal 334"), aturan.c07_cltn,
               keyakinan="sebagian"),
        BERTUMPUK,
    )  # fmt: skip
    dokumen = (DokumenSyarat("bukti", "Bukti alasan pribadi yang penting dan mendesak"),)
    alur = (
        Langkah("pertimbangan", "Pertimbangan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=1, form=FormPutusan,
                sebutan=PUTUSAN, boleh_tolak=False, tombol="Simpan pertimbangan"),
        Langkah("persetujuan_opd", "Persetujuan kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=2,
                boleh_tolak=False),
        *PERIKSA,
        Langkah("persetujuan_bkn", "Persetujuan BKN", STAF, katalog.REKAM, sla_hari_kerja=15, form=PersetujuanBknForm,
                hasil={"ditolak": "TOLAK"}, jalur="BKN", tombol="Rekam jawaban BKN"),
        Langkah("keputusan", "Keputusan Bupati selaku PPK", PEJABAT, sla_hari_kerja=3, form=FormPutusanAkhir, sebutan=PUTUSAN,
                hasil={"ditangguhkan": "TOLAK", "tidak": "TOLAK"}, tombol="Simpan keputusan"),
        *TERBIT,
    )  # fmt: skip

    def akibat_lain(self, konteks):
        """Kedudukan, post and pay."""
        p = konteks.profil
        nanti = "Perpanjangan CLTN (13)" if konteks.isian.get("jenis") == "perpanjangan" else "CLTN (02)"
        return [("Kedudukan hukum", p.kedudukan_nama or "–", nanti), ("Jabatan", p.jabatan or "–", "dilepas"),
                ("Gaji", "dibayarkan", "dihentikan")]  # fmt: skip

    def data_naskah(self, konteks):
        """The decree of the Bupati."""
        return keputusan(self, konteks, "PEMBERIAN CUTI DI LUAR TANGGUNGAN NEGARA")

    data_konsep = data_naskah

    def terapkan(self, naskah_pegawai):
        """RiwayatTinggal, RiwayatKedudukan and RiwayatCuti dated the TMT."""
        akibat.cltn(naskah_pegawai)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """Its rows of tinggal and kedudukan fall as those of any decree, its leave with them."""
        if cara == "sejak":
            akibat.pendekkan_naskah(naskah_pegawai, naskah_baru, tmt)
        Layanan.batalkan_akibat(self, naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)

    def skenario_sensus(self, tanggal):
        """Three years, an extension of nobody's CLTN, an office that is not the PPK, and away already."""
        mulai = senin(tanggal)

        def isian(jenis):
            return lambda p, a: {"sampai": tambah_bulan(mulai, 12), "jenis": jenis}

        def tanpa_tmt(p):
            return replace(p, tmt_cpns=None)

        return [
            Skenario("pertama", mulai, isian=isian("baru"), lain=bebas),
            Skenario("perpanjangan", mulai, isian=isian("perpanjangan"), lain=penuh),
            Skenario("TMT CPNS tidak tercatat", mulai, isian=isian("baru"), lain=bebas, andai=tanpa_tmt, maks=100),
        ]


def pelaksana():
    """Choices (code, name) of the posts of pelaksana there are; "" for none."""
    semua = Jabatan.objects.filter(jenis="pelaksana", berlaku_sampai__isnull=True).order_by("nama")
    return [("", "Tetap pada jabatannya semula"), *semua.values_list("kode", "nama")]


class FormAktif(forms.Form):
    """When he reported, from when he works, and on which post."""

    tanggal_lapor = tanggal("Tanggal melapor secara tertulis")
    tmt = tanggal("Aktif kembali terhitung mulai tanggal")
    jabatan = forms.ChoiceField(
        label="Ditempatkan pada jabatan", choices=pelaksana, required=False,
        help_text="Wajib bagi yang melepas jabatan struktural; jabatan pelaksana pada unitnya.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """He has reported already, works only afterwards, and a released structural post is not taken back by itself."""
        isi, k = super().clean(), self.konteks
        lapor, tmt = isi.get("tanggal_lapor"), isi.get("tmt")
        if lapor and lapor > timezone.localdate():
            self.add_error("tanggal_lapor", "Tanggal melapor belum tiba.")
        if lapor and tmt and tmt < lapor:
            self.add_error("tmt", "Aktif kembali tidak mendahului tanggal melapor.")
        if k is not None and k.profil.jenis_jabatan == "struktural" and not isi.get("jabatan"):
            self.add_error("jabatan", "Jabatan strukturalnya sudah dilepas; pilih jabatan pelaksana.")
        return isi


@daftarkan
class CltnAktif(Layanan):
    """Back from CLTN."""

    slug = "cltn-aktif"
    nama = "Pengaktifan Kembali setelah CLTN"
    aspek = "j"
    uraian = (
        "Mengaktifkan kembali PNS yang selesai menjalani CLTN dan melaporkan diri paling lama satu bulan sesudahnya."
    )
    dampak = "Mulai TMT kedudukan hukumnya kembali aktif dan gajinya dibayarkan lagi."
    strategis = True
    pemilik = "SUB42"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (PASAL, PBKN24)
    bagian = ("pangkat", "jabatan", "unit", "tinggal")
    mengingat = MENGINGAT
    form = FormAktif
    naskah = NASKAH_AKTIF
    syarat = (
        Syarat("CUT-7A", "Sedang atau baru selesai menjalani CLTN", PASAL, aturan_cltn.l01_sedang_cltn, keyakinan="sebagian"),
        Syarat("CUT-7B", "Melapor paling lama satu bulan sesudah CLTN berakhir", PASAL, aturan_cltn.l02_melapor,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("laporan", "Surat laporan diri"),
        DokumenSyarat("sk_cltn", "SK CLTN", dosir="tinggal", wajib=False),
    )
    alur = (*PERIKSA, *TERBIT)

    def siapkan(self, profil, isian):
        """His last CLTN; {} when he has none or was put back already."""
        baris = (
            RiwayatTinggal.objects.filter(pegawai_id=profil.pegawai_id, jenis="CLTN", dibatalkan_pada__isnull=True)
            .order_by("-tmt").values("tmt", "sampai").first()
        )  # fmt: skip
        return {"cltn": baris if baris and profil.kedudukan in (akibat.CLTN, akibat.PERPANJANGAN) else {}}

    def isian_awal(self, profil, tanggal, acuan):
        """Reported today, back on the first of the next month."""
        berikut = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        return {"tanggal_lapor": tanggal, "tmt": berikut, "jabatan": ""}

    def ringkas(self, profil, isian):
        """``Aktif kembali TMT 1 Januari 2027``."""
        return f"Aktif kembali TMT {tulis_tanggal(isian.get('tmt'))}"

    def kantor_penandatangan(self, konteks):
        """The PPK."""
        return "BUPATI"

    def akibat(self, konteks):
        """Kedudukan and post."""
        p = konteks.profil
        jabatan = dict(pelaksana()).get(konteks.isian.get("jabatan") or "", "")
        return [("Kedudukan hukum", p.kedudukan_nama or "–", "Aktif"), ("Jabatan", "dilepas", jabatan)]

    def data_naskah(self, konteks):
        """The decree; keys in ``layanan/bahan_keputusan.py``."""
        kode = konteks.isian.get("jabatan") or ""
        lapor = konteks.isian.get("tanggal_lapor")
        return bahan_keputusan.data(
            self, konteks, tentang="PENGAKTIFAN KEMBALI SETELAH CUTI DI LUAR TANGGUNGAN NEGARA",
            lain={"jabatan": dict(pelaksana()).get(kode, "") if kode else "",
                  "lapor": {"iso": f"{lapor or ''}", "tulis": tulis_tanggal(lapor)}},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """RiwayatKedudukan 01, what is left of CLTN cut, and the post."""
        akibat.aktifkan(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """In time, late, nobody's CLTN, and dates not known."""
        tmt = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)

        def lain(hari):
            masa = {"tmt": tambah_bulan(tanggal, -36), "sampai": tanggal - timedelta(days=hari)}
            return lambda p, a: {"cltn": masa}

        lapor = {"tanggal_lapor": tanggal}
        return [
            Skenario("tepat waktu", tmt, isian=lambda p, a: lapor, lain=lain(10)),
            Skenario("terlambat", tmt, isian=lambda p, a: lapor, lain=lain(60)),
            Skenario("bukan CLTN", tmt, isian=lambda p, a: lapor, lain=lambda p, a: {"cltn": {}}, maks=100),
        ]
