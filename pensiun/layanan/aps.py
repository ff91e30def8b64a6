"""Pemberhentian atas permintaan sendiri (APS). Dasar: PP 11/2017 Ps. 238, 305; UU 11/1969 Ps. 9; PerBKN 3/2020 Ps. 5.

Age and years are settings (aps_*): PP 11/2017 writes 45/20, BKN keeps the 50/20 of the UU. The Bupati gives it, puts it off
at most a year with a limit that stands in the letter, or refuses it. Put off, the TMT is the first of the month after the
limit: it is born at the decision, so that the SK takes effect when it is handed over.
"""

from dataclasses import replace
from datetime import date, timedelta

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan
from kepegawaian.profil_isi import Hukuman, Ikatan
from layanan import katalog, naskah as berkas_naskah
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import umum
from pensiun.forms_berhenti import ApsForm, KeputusanApsForm
from pensiun.kerangka import PBKN3, PP11, STAF, LayananBerhenti

PS5 = Dasar("PerBKN 3/2020", "Pasal 5")
NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian atas Permintaan Sendiri",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mengajukan permintaan berhenti dan permintaannya "
    "dapat dikabulkan;",
    diktum="Terhitung mulai tanggal {{ d.tmt.tulis }} diberhentikan dengan hormat atas permintaan sendiri sebagai "
    "{{ d.henti.sebagai }}{{ d.henti.hak }}.\n" + bahan.PENSIUN + bahan.KELIRU,
)  # fmt: skip
SISIPAN = (
    Langkah("keputusan", "Keputusan Bupati atas permintaan", katalog.jabatan("BUPATI"), sla_hari_kerja=5,
            form=KeputusanApsForm, hasil={"setuju": "pertek"}, boleh_tolak=True, tombol="Catat keputusan"),
    Langkah("penundaan", "Surat penundaan", STAF, sla_hari_kerja=2, naskah=bahan.PENUNDAAN,
            tombol="Terbitkan surat penundaan"),
)  # fmt: skip


@daftarkan
class PensiunAps(LayananBerhenti):
    """Leaving by his own wish."""

    slug = "pensiun-aps"
    nama = "Pemberhentian Atas Permintaan Sendiri"
    uraian = "Pemberhentian dengan hormat atas permintaan sendiri; berhak pensiun bila usia dan masa kerjanya cukup."
    dasar = (Dasar(PP11, "Pasal 238"), Dasar("UU 11/1969", "Pasal 9"), PBKN3)
    pengusul = ("asn", "operator_opd", "staf_bkd")
    jenis = "APS"
    sebab_berhenti = "permintaan sendiri"
    form = ApsForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("APS"),
        *kerangka.syarat_hak("APS", usia=True),
        Syarat("PEN-3", "Tidak ada alasan penolakan permintaan", PS5, umum.pen3_penolakan, rahasia=True),
        kerangka.DIS8,
    )
    dokumen = kerangka.dokumen_pensiun(
        DokumenSyarat("permohonan", "Surat permohonan bermeterai"),
        DokumenSyarat("persetujuan_atasan", "Surat persetujuan atasan langsung"),
    )
    alur = kerangka.alur_berhenti(NASKAH, sisipan=SISIPAN)

    def isian_awal(self, profil, tanggal, acuan):
        """Seven months ahead: pertek and SK take their time."""
        return {
            "tmt": tambah_bulan(tanggal.replace(day=1), 7),
            "alasan": "",
            "perkara": "",
            "alamat": "",
            "tanpa_hak": False,
        }

    def data_naskah(self, konteks):
        """Of a postponed wish the SK names the TMT after the limit."""
        tunda = self.tmt_tunda(konteks)
        return super().data_naskah(kerangka.profil_tmt(konteks, tunda) if tunda else konteks)

    def data_surat(self, kode, konteks):
        """The DPCP, and the letter of the postponement."""
        return bahan.surat_penundaan(self, konteks) if kode == "penundaan" else super().data_surat(kode, konteks)

    @staticmethod
    def tmt_tunda(konteks):
        """The TMT after the limit of a postponement, or None."""
        jawab = konteks.langkah.get("keputusan") or {}
        if jawab.get("hasil") != "tunda" or not jawab.get("tunda_sampai"):
            return None
        return awal_bulan_berikut(date.fromisoformat(jawab["tunda_sampai"]))

    def tmt_menyusul(self, konteks):
        """A postponed one is applied when it is handed over, with the TMT of its decision."""
        return self.tmt_tunda(konteks) is not None

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The hand-over applies a postponed SK."""
        if kode != "serahkan":
            return
        keputusan = usulan.langkah.filter(kode="keputusan", keadaan="selesai").order_by("-id").first()
        if keputusan is not None and keputusan.hasil == "tunda":
            tmt = awal_bulan_berikut(date.fromisoformat(keputusan.isian["tunda_sampai"]))
            berkas_naskah.berlakukan_menyusul(usulan, tmt, oleh)

    def skenario_sensus(self, tanggal):
        """Everybody, clean; before a court; without the paper; bound; serving a penalty; examined; without the right."""
        tmt = tambah_bulan(tanggal.replace(day=1), 7)
        bersih, tanpa = {"perkara": "tidak"}, {"perkara": "tidak", "tanpa_hak": True}
        hukuman = Hukuman("S1T", "sedang", tanggal, tambah_bulan(tmt, 3), True, False)
        return [
            Skenario("bersih", tmt, isian=lambda p, a: bersih, maks=800),
            Skenario("tersangka", tmt, isian=lambda p, a: {"perkara": "ya"}, maks=100),
            Skenario("pernyataan belum diperiksa", tmt, maks=20),
            Skenario("terikat", tmt, isian=lambda p, a: bersih, maks=50,
                     andai=lambda p: replace(p, ikatan=(Ikatan("TUBEL", tanggal, tmt + timedelta(days=30)),))),
            Skenario("menjalani hukuman", tmt, isian=lambda p, a: bersih, maks=50,
                     andai=lambda p: replace(p, hukuman=(hukuman,))),
            Skenario("diperiksa", tmt, isian=lambda p, a: bersih, maks=50, andai=lambda p: replace(p, diperiksa=True)),
            Skenario("tanpa hak", tmt, isian=lambda p, a: tanpa, maks=200),
        ]  # fmt: skip
