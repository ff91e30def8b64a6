"""KP anumerta. Dasar: PP 99/2000 Pasal 19-24; PP 98/2000 Pasal 17 jo. PP 11/2002; keputusan-tafsir T-09, T-13.

For the PNS who is found tewas: an SK sementara before the burial, the definitive SK after BKN's pertek; bound to no
period. Which letter (a to d) applies is the official's finding, confirmed by BKN; the portal only records it.
"""

from kepangkatan import bahan_sk
from kepangkatan.aturan import anumerta
from kepangkatan.dasar_kp import KEPKA, PP99, LayananKP, alur_kp, dokumen_kp, templat_sk
from kepangkatan.forms_khusus import AnumertaForm, PertekAnumertaForm, SkSementaraForm
from kepegawaian.aturan import tulis_tanggal
from layanan import aturan_pengabdian as pengabdian, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL = Dasar(PP99, "Pasal 19-24")
MENGINGAT = (*bahan_sk.DASAR, "PP 11/2002", "PP 70/2015")
ALASAN = (
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini {{ d.tewas.huruf }} pada tanggal "
    "{{ d.tewas.tanggal }}, sehingga dinyatakan tewas dan diberikan kenaikan pangkat anumerta sebagaimana dimaksud dalam "
    "Pasal 19 sampai dengan Pasal 24 Peraturan Pemerintah Nomor 99 Tahun 2000;"
)
DIKTUM = (
    "Terhitung mulai tanggal {{ d.tmt.tulis }} diberikan kenaikan pangkat anumerta dari {{ d.lama.pangkat }} golongan "
    "ruang {{ d.lama.golongan }} menjadi {{ d.baru.pangkat }} golongan ruang {{ d.baru.golongan }}, "
)
SEMENTARA = Langkah(
    "sk_sementara", "Pencatatan SK sementara", katalog.staf("SUB12"), katalog.REKAM, sla_hari_kerja=1,
    form=SkSementaraForm, tombol="Catat SK sementara",
)  # fmt: skip


@daftarkan
class KenaikanPangkatAnumerta(LayananKP):
    """KP for the PNS who died in the line of duty."""

    slug = "kp-anumerta"
    nama = "Kenaikan Pangkat Anumerta"
    uraian = "Kenaikan pangkat setingkat bagi PNS yang ditetapkan tewas, terhitung mulai tanggal ia tewas."
    dampak = "Mulai tanggal tewas pangkat naik setingkat, dan pensiun ahli waris dihitung dari pangkat yang baru."
    akibat_terlambat = "SK sementara ditetapkan sebelum pemakaman."
    dasar_terlambat = PASAL
    dasar = (PASAL, Dasar("PP 98/2000", "Pasal 17"), Dasar("PP 11/2002"))
    jenis_kp = "ANU"
    untuk_tidak_aktif = True  # his death may be recorded already
    tanya_diri = False
    tentang = "KENAIKAN PANGKAT ANUMERTA PEGAWAI NEGERI SIPIL"
    mengingat = MENGINGAT
    form = AnumertaForm
    naskah = templat_sk(
        "Keputusan Kenaikan Pangkat Anumerta", bahan_sk.bagian_kp(ALASAN, MENGINGAT, DIKTUM + bahan_sk.DENGAN_GAJI),
        nama=(("tewas.huruf", pengabdian.HURUF["a"]), ("tewas.tanggal", "3 November 2026"),
              ("tewas.sementara", "823/3/2026"), ("tewas.laporan", "BA/1/2026")),
    )  # fmt: skip
    syarat = (
        Syarat("KP-A01", "Ditetapkan tewas menurut salah satu huruf a sampai d", PASAL, pengabdian.a01_tewas,
               keyakinan="sebagian", dasar_lain=(KEPKA,)),
        Syarat("KP-A02", "CPNS yang tewas diangkat dahulu menjadi PNS", Dasar("PP 98/2000", "Pasal 17"),
               anumerta.a02_cpns, keyakinan="sebagian", dasar_lain=(Dasar("PP 11/2002"), Dasar(PP99, "Pasal 23"))),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("berita_acara", "Berita acara kejadian"),
        DokumenSyarat("visum", "Visum et repertum"),
        DokumenSyarat("laporan_atasan", "Laporan pimpinan unit kerja"),
        DokumenSyarat("surat_tugas", "Surat perintah tugas", wajib=False),
        DokumenSyarat("sk_sementara", "SK sementara", wajib=False),
        kinerja=0,
    )  # fmt: skip
    alur = alur_kp(naskah, sisipan=(SEMENTARA,), pertek=PertekAnumertaForm)

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed: the day and the finding are recorded by the official."""
        return {}

    def ringkas(self, profil, isian):
        """``Tewas 3 November 2026, II/d ke III/a``."""
        ke = isian.get("golongan_baru") or "–"
        return f"Tewas {tulis_tanggal(isian.get('tanggal_tewas'))}, {profil.golongan or '–'} ke {ke}"

    def tenggat_usul(self, tmt, acuan):
        """Bound to no period (T-09)."""
        return None

    def periksa(self, konteks):
        """The two rules of anumerta, whatever the status: a CPNS is told what comes first."""
        return [(s, s.periksa(konteks)) for s in self.syarat]

    def data_khusus(self, konteks, *, konsep=False):
        """The finding, the day, and the papers; the letter BKN confirmed stands for the official's."""
        isi = konteks.isian
        huruf = (konteks.langkah.get("pertek") or {}).get("huruf") or isi.get("huruf")
        return {"tewas": {
            "huruf": pengabdian.HURUF.get(huruf, ""),
            "tanggal": tulis_tanggal(isi["tanggal_tewas"]) if isi.get("tanggal_tewas") else "",
            "sementara": (konteks.langkah.get("sk_sementara") or {}).get("nomor_sementara") or "",
            "laporan": isi.get("nomor_laporan") or "",
        }}  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Found tewas, and not found so."""
        return [
            Skenario("tewas", tanggal, isian=lambda p, a: {"huruf": "a"}),
            Skenario("belum ditetapkan", tanggal, isian=lambda p, a: {"huruf": "belum"}, maks=200),
        ]
