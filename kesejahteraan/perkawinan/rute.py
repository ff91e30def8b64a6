"""Rute layanan izin perkawinan dan perceraian: alur bersama, pejabat yang memutus, dan surat langkahnya.

PP 10/1983 jo. PP 45/1990: every superior passes a request on within three months (Pasal 5 ayat (2)); the Pejabat first tries to
reconcile (Pasal 6), and decides in writing within three months after he has it (Pasal 12), a refusal too. Who the Pejabat is
follows the golongan, by the dated setting ``perkawinan_pejabat`` (asumsi). Confidential: ``rahasia``.
"""

from kesejahteraan.perkawinan import bahan, fakta
from kesejahteraan.perkawinan.forms import KeputusanForm, MediasiForm, PembinaanForm, PertimbanganForm
from layanan import katalog
from layanan.katalog import BatasHukum, Dasar, Langkah, Layanan

PP10, PP45 = "PP 10/1983", "PP 45/1990"
SE08, SE48 = Dasar("SE BAKN 08/SE/1983"), Dasar("SE BAKN 48/SE/1990")
SETELAN = "perkawinan_pejabat"
TIGA_BULAN = BatasHukum(3, "bulan", Dasar(PP10, "Pasal 5 ayat (2)"))
PUTUSAN = BatasHukum(3, "bulan", Dasar(PP10, "Pasal 12"))
STAF = katalog.staf("SUB42")
PEJABAT = katalog.Alamat("kantor", "pejabat")
LANJUT = {"lanjut": "Belum rukun, dilanjutkan", "rukun": "Rukun kembali; permohonan dicabut"}
MEDIASI = LANJUT | {"buntu": "Tidak dapat dirukunkan; mediasi diakhiri"}


def pejabat(konteks):
    """KABAN, SEKDA or BUPATI: who decides for a person of this golongan, by the setting; unknown golongan: BUPATI."""
    tabel = konteks.acuan.setelan(SETELAN, konteks.tanggal)
    golongan = (konteks.profil.golongan or "").partition("/")[0]
    return tabel.get(golongan, tabel.get("lain", "BUPATI"))


def bukan_kaban(konteks):
    """The head of the BKD decides himself: he writes nobody a nota dinas."""
    return pejabat(konteks) != "KABAN"


def bupati(konteks):
    """The Bupati decides: the Sekda sees it first."""
    return pejabat(konteks) == "BUPATI"


def pembinaan(judul, rukun=LANJUT):
    """Step: the superior summons and advises; who is reconciled goes no further."""
    return Langkah(
        "pembinaan", "Pemanggilan dan nasihat atasan langsung", katalog.atasan_langsung, sla_hari_kerja=15,
        form=PembinaanForm, sebutan=rukun, hasil={"rukun": "SELESAI"}, boleh_tolak=False, batas_hukum=TIGA_BULAN,
        naskah=bahan.berita_acara(judul), tombol="Simpan dan terbitkan berita acara",
    )  # fmt: skip


PERTIMBANGAN = Langkah(
    "pertimbangan_opd", "Pertimbangan kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=10, form=PertimbanganForm,
    boleh_tolak=False, batas_hukum=TIGA_BULAN, naskah=bahan.surat_langkah("Rekomendasi Perangkat Daerah"),
    tombol="Terbitkan rekomendasi dan teruskan",
)  # fmt: skip
VERIFIKASI = Langkah("verifikasi_bkd", "Verifikasi berkas", STAF, sla_hari_kerja=3)


def mediasi(nomor, sebutan=MEDIASI, *, wajib=False, nama=""):
    """Step: one session of the Tim; the office may do without a session that is not the first."""
    hasil = {k: v for k, v in {"rukun": "SELESAI", "buntu": "periksa_kasubbid"}.items() if k in sebutan}
    judul = f"Berita Acara {nama or f'Mediasi {nomor}'}"
    return Langkah(
        f"mediasi_{len(nomor)}", nama or f"Mediasi {nomor}", STAF, sla_hari_kerja=10, form=MediasiForm, sebutan=sebutan,
        hasil=hasil, wajib=wajib, naskah=bahan.berita_acara(judul), tombol="Simpan dan terbitkan berita acara",
    )  # fmt: skip


def putus(sebutan, form=KeputusanForm):
    """Steps from the examination to the handing over; ``sebutan``: what the Pejabat may decide."""
    return (
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB42"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=2, paraf=True),
        Langkah("nota_dinas", "Nota dinas kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2, paraf=True,
                boleh_tolak=False, naskah=bahan.surat_langkah("Nota Dinas"), bila=bukan_kaban,
                kapan="bila diputus Sekretaris Daerah atau Bupati", tombol="Setujui dan terbitkan nota dinas"),
        Langkah("paraf_sekda", "Pertimbangan Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=3, paraf=True,
                boleh_tolak=False, bila=bupati, kapan="bila diputus Bupati"),
        Langkah("keputusan", "Keputusan pejabat", PEJABAT, sla_hari_kerja=10, form=form, sebutan=sebutan,
                boleh_tolak=False, batas_hukum=PUTUSAN, tombol="Simpan keputusan"),
        Langkah("penetapan", "Penetapan nomor dan pencetakan", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("serahkan", "Penyerahan kepada yang bersangkutan", STAF, katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip


class IzinPerkawinan(Layanan):
    """What the three services have in common; ``sebutan_perkara``: what the letters call it."""

    aspek = "n"
    strategis = False
    rahasia = True
    pemilik = "SUB42"
    pengusul = ("asn", "staf_bkd")
    tanya_diri = False
    bagian = ("pangkat", "jabatan", "unit", "tanggungan")
    sebutan_perkara = ""
    judul_pembinaan = ""
    akibat_terlambat = "Atasan atau pejabat yang lalai diancam hukuman disiplin berat."
    dasar_terlambat = Dasar(PP45, "Pasal 15")
    dasar = (Dasar(PP10), Dasar(PP45), SE08, SE48)

    def siapkan(self, profil, isian):
        """Earlier decisions on permits."""
        return {slug: fakta.keputusan(profil.pegawai_id, kode) for slug, kode in
                (("beristri", fakta.BERISTRI), ("cerai", fakta.CERAI))}  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The spouse, where there is one only."""
        hidup = [t.anggota for t in profil.tanggungan if t.hubungan == "pasangan"]
        return {"anggota": hidup[0]} if len(hidup) == 1 and "anggota" in self.form.base_fields else {}

    def ringkas(self, profil, isian):
        """Nobody is named in a list."""
        return self.nama

    def kantor_langkah(self, kode, konteks):
        """Who decides, by golongan."""
        return pejabat(konteks)

    def sebutan_kantor(self, kode):
        """In words."""
        return "pimpinan", "Pejabat menurut golongan pemohon"

    def kantor_penandatangan(self, konteks):
        """Whoever decides signs."""
        return pejabat(konteks)

    def penanda_tangan(self, acuan, tanggal):
        """As the setting delegates it."""
        nama = {"KABAN": "Kepala BKPSDM", "SEKDA": "Sekretaris Daerah", "BUPATI": "Bupati"}
        return [
            f"golongan {gol}: {nama.get(kode, kode)} (asumsi)" for gol, kode in acuan.setelan(SETELAN, tanggal).items()
        ]

    def diputus(self, konteks):
        """The outcome of the decision: izin, tolak or keterangan; "" before it."""
        return (konteks.langkah.get("keputusan") or {}).get("hasil", "")

    def periksa(self, konteks):
        """Once it is refused a condition that fails is no bar to the written refusal."""
        hasil = super().periksa(konteks)
        return [(s, h) for s, h in hasil if h.jawaban != katalog.TIDAK] if self.diputus(konteks) == "tolak" else hasil

    def data_surat(self, kode, konteks):
        """The letters of the steps."""
        jawab = konteks.langkah.get(kode) or {}
        if kode == "pembinaan":
            return bahan.pembinaan(self, konteks, jawab, bahan.ATASAN, self.judul_pembinaan)
        if kode == "pertimbangan_opd":
            return bahan.rekomendasi(self, konteks, jawab)
        if kode == "nota_dinas":
            return bahan.nota_dinas(self, konteks)
        return bahan.mediasi(self, konteks, kode, jawab)

    def tolak(self, konteks):
        """The reason of a refusal as printed."""
        return (konteks.langkah.get("keputusan") or {}).get("alasan_tolak") or "-"

    def terapkan(self, naskah_pegawai):
        """A permit changes no riwayat: the marriage or divorce that follows does, once it is reported."""
