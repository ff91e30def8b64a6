"""Yang sama pada semua permintaan cuti: jalur, pejabat, syarat bersama, formulir, dan akibatnya.

The route of an ordinary leave: pertimbangan of the direct superior (left out where he is the one who grants), keputusan of
the office of the setting ``cuti_pejabat``, number, signature. Whatever was decided, the formulir is printed with it and
signed: a refusal is a document too. Only what was granted becomes riwayat.
"""

from datetime import date

from kepegawaian.aturan import tulis_tanggal
from kesejahteraan.cuti import akibat, bahan, fakta
from kesejahteraan.cuti.aturan import syarat as aturan
from kesejahteraan.cuti.forms import PUTUSAN, FormPutusan
from layanan import katalog, rute
from layanan.galat import DitolakAlur
from layanan.katalog import PERIKSA, Dasar, Langkah, Layanan, Syarat
from layanan.models import Usulan

CUTI, PBKN24, PBKN7 = Dasar("PP 11/2017", "Pasal 309-341"), Dasar("PerBKN 24/2017"), Dasar("PerBKN 7/2021")
PORTAL = Dasar("Ketentuan Portal")
PEJABAT = katalog.penandatangan("")
BERTUMPUK = Syarat(
    "CUT-8", "Tidak bertumpuk dengan cuti atau dinas luar lain", PORTAL, aturan.c08_bertumpuk, keyakinan="asumsi"
)
KELOMPOK = {
    "pegawai": "pelaksana, pengawas, dan fungsional", "administrator": "administrator", "kepala_opd": "kepala perangkat daerah",
    "sekda": "Sekretaris Daerah", "guru": "guru dan kepala sekolah",
}  # fmt: skip
KANTOR = {"KEPALA_OPD": "kepala perangkat daerah", "SEKDA": "Sekretaris Daerah", "BUPATI": "Bupati",
          "KEPALA-BKPSDM": "Kepala BKPSDM"}  # fmt: skip


def ragu(k):
    """Does a condition wait for somebody to look at the paper?"""
    return any(s.periksa(k).jawaban == PERIKSA for s in k.lain.get("syarat") or ())


def bukan_pejabatnya(k):
    """Is the direct superior another than the office that grants?"""
    layanan = k.lain.get("layanan")
    try:
        return layanan is None or rute.alamat(katalog.atasan_langsung, layanan, k, k.acuan) != rute.alamat(
            PEJABAT, layanan, k, k.acuan
        )
    except DitolakAlur:
        return True


def jalur_biasa():
    """The route of CT, CS, CM and CAP."""
    return (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=1,
                bila=ragu, kapan="bila ada syarat yang harus diperiksa pada berkasnya"),
        Langkah("pertimbangan", "Pertimbangan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=1,
                form=FormPutusan, sebutan=PUTUSAN, boleh_tolak=False, bila=bukan_pejabatnya, tombol="Simpan pertimbangan",
                kapan="kecuali atasan langsungnya pejabat yang berwenang memberikan cuti"),
        Langkah("keputusan", "Keputusan pejabat yang berwenang memberikan cuti", PEJABAT, sla_hari_kerja=2,
                form=FormPutusan, sebutan=PUTUSAN, boleh_tolak=False, tombol="Simpan keputusan"),
        Langkah("penetapan", "Penetapan nomor dan pencetakan formulir", katalog.operator_opd, katalog.TETAPKAN,
                sla_hari_kerja=1),
        Langkah("tanda_tangan", "Penandatanganan formulir cuti", PEJABAT, katalog.TANDA_TANGAN, sla_hari_kerja=1),
    )  # fmt: skip


class PermintaanCuti(Layanan):
    """Base of the kinds; ``jenis_cuti`` names the row of the setting ``cuti_pejabat`` and the form."""

    aspek = "j"
    jenis_cuti = ""
    strategis = False
    mendasari = False
    pemilik = "SUB42"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (CUTI, PBKN24, PBKN7)
    bagian = ("pangkat", "jabatan", "unit", "tinggal")
    alur = jalur_biasa()

    def siapkan(self, profil, isian):
        """Ledger, other absences, who grants; the layanan and its conditions for the steps that ask again."""
        return fakta.susun(profil, isian, self.jenis_cuti) | {"syarat": self.syarat, "layanan": self}

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is guessed but the address field's emptiness."""
        return {"tmt": "", "sampai": ""}

    def ringkas(self, profil, isian):
        """``2 Desember 2026 sampai 4 Desember 2026``."""
        if not (isian.get("tmt") and isian.get("sampai")):
            return f"{self.nama}, tanggal belum diisi"
        return f"{self.nama} {tulis_tanggal(isian['tmt'])} sampai {tulis_tanggal(isian['sampai'])}"

    def kode(self, isian):
        """Kind in the riwayat."""
        return isian.get("sakit") or self.jenis_cuti

    def kantor_penandatangan(self, konteks):
        """The office of the setting ``cuti_pejabat``."""
        return self.pejabat(konteks)[0]

    def pejabat(self, konteks):
        """(office, in whose name)."""
        luar = bool(konteks.isian.get("luar_negeri"))
        return fakta.pejabat(konteks.profil, konteks.acuan, konteks.tanggal, self.jenis_cuti, luar)

    def penanda_tangan(self, acuan, tanggal):
        """One sentence for each group of applicants."""
        kolom = {"CB": "besar", "CLTN": "cltn"}.get(self.jenis_cuti, "biasa")
        baris = acuan.setelan("cuti_pejabat", tanggal)
        return [f"{KELOMPOK[k]}: {sebut_kantor(*isi[kolom].partition(fakta.AN)[::2])}" for k, isi in baris.items()]

    def akibat(self, konteks):
        """Days, and the balance of cuti tahunan after them."""
        isi = konteks.isian
        if not (isi.get("tmt") and isi.get("sampai")):
            return []
        masa = f"{tulis_tanggal(isi['tmt'])} – {tulis_tanggal(isi['sampai'])}"
        return [("Masa cuti", "–", masa), ("Lamanya", "–", bahan.lama(self, konteks)), *self.akibat_lain(konteks)]

    def akibat_lain(self, konteks):
        """Further rows of a kind."""
        return []

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The decision: other dates become those of the usulan, and what was not granted is said where it is listed."""
        if kode != "keputusan" or jawaban["hasil"] == "disetujui":
            return
        ubah = {}
        if jawaban["hasil"] == "diubah":
            usulan.isian = usulan.isian | {"tmt": jawaban["tmt_baru"], "sampai": jawaban["sampai_baru"]}
            usulan.tmt = date.fromisoformat(jawaban["tmt_baru"])
            masa = {k: date.fromisoformat(usulan.isian[k]) for k in ("tmt", "sampai")}
            ubah = {"isian": usulan.isian, "tmt": usulan.tmt}
            ringkas = f"{self.ringkas(None, masa)}, tanggal diubah"
        else:
            ringkas = putusan_ringkas(jawaban["hasil"], usulan.ringkas, jawaban.get("tunda_sampai"))
        usulan.ringkas = ringkas[:200]
        Usulan.objects.filter(pk=usulan.pk).update(ringkas=usulan.ringkas, **ubah)

    def setelah_berhenti(self, usulan, oleh):
        """A decision that refuses (by decree) is said where the request is listed, as ``setelah_langkah`` does."""
        if usulan.status != "ditolak":
            return
        akhir = usulan.langkah.filter(kode="keputusan", keadaan="ditolak").order_by("-id").first()
        if akhir is not None and akhir.hasil in PUTUSAN:
            usulan.ringkas = putusan_ringkas(akhir.hasil, usulan.ringkas)[:200]
            Usulan.objects.filter(pk=usulan.pk).update(ringkas=usulan.ringkas)

    def kalimat_akhir(self, jawaban):
        """What was decided where it was not granted, with the reason."""
        putusan = jawaban.get("keputusan") or {}
        if putusan.get("hasil") not in ("ditangguhkan", "tidak"):
            return ""
        sampai = fakta.tanggal_iso(putusan.get("tunda_sampai"))
        return f"{putusan_ringkas(putusan['hasil'], putusan.get('alasan_putusan') or '-', sampai)}"

    def data_naskah(self, konteks):
        """The formulir of PerBKN 24/2017 anak lampiran 1.b; keys in ``bahan.py``."""
        return bahan.formulir(self, konteks)

    def data_konsep(self, konteks):
        """The same before anybody has decided."""
        return bahan.formulir(self, konteks)

    def terapkan(self, naskah_pegawai):
        """What was granted becomes a RiwayatCuti, and of an official a Halangan; what was postponed a CatatanCuti."""
        akibat.cuti(naskah_pegawai, self.kode(naskah_pegawai.data["isian"]))

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """Revoked as of a day: the leave ends the day before, with its days counted again."""
        if cara == "sejak":
            akibat.pendekkan_naskah(naskah_pegawai, naskah_baru, tmt)
        else:
            akibat.lepas_naskah(naskah_pegawai)
            super().batalkan_akibat(naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)

    def perbaiki_akibat(self, naskah_pegawai, naskah_baru, isian):
        """The days of a leave are not corrected by hand: they are counted."""
        raise DitolakAlur(
            "Tanggal cuti tidak diperbaiki dengan naskah perubahan; cabut suratnya, atau gunakan pemanggilan kembali."
        )


def putusan_ringkas(hasil, teks, sampai=None):
    """``Ditangguhkan sampai 1 Mei 2027: …``; ``sampai``: a date, or its ISO text."""
    hari = fakta.tanggal_iso(sampai)
    return f"{PUTUSAN[hasil]}{f' sampai {tulis_tanggal(hari)}' if hari else ''}: {teks}"


def sebut_kantor(kantor, atas_nama=""):
    """An office of the setting ``cuti_pejabat`` in words."""
    return KANTOR.get(kantor, kantor) + (f" atas nama {KANTOR.get(atas_nama, atas_nama)}" if atas_nama else "")
