"""Penundaan kenaikan gaji berkala. Dasar: PP 7/1977 Pasal 13.

The KGB of a PNS whose last result is below cukup is put off by decree, at most one year each time; it is given from
the month after the delay, and the delay counts fully for the KGB that follows (``kepegawaian.aturan.kgb_semua`` reads
it from the profile). The PPPK have a law of their own, without a decree. Rules: ``penggajian/aturan_tunda.py``.
"""

from datetime import timedelta

from django import forms

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import RiwayatTundaKgb
from layanan import akibat, bahan_keputusan, bahan_naskah as bahan, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario
from penggajian import aturan, aturan_tunda
from penggajian.layanan.kgb import KgbForm, terpilih

PASAL13, PASAL11 = Dasar("PP 7/1977", "Pasal 13"), Dasar("PP 7/1977", "Pasal 11")
SETELAN = "kgb_tunda_penanda_tangan"
MENGINGAT = ("UU 20/2023", "PP 7/1977", "PP 5/2024", "PP 11/2017", "PP 17/2020")
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Penundaan Kenaikan Gaji Berkala", "822",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah mencapai masa kerja golongan untuk "
    "kenaikan gaji berkala, tetapi hasil penilaian kinerja tahun {{ d.tunda.tahun }} {{ d.tunda.predikat }} sehingga "
    "belum memenuhi syarat;",
    MENGINGAT,
    "Kenaikan gaji berkala terhitung mulai tanggal {{ d.tmt.tulis }} ditunda selama {{ d.tunda.lama }}, sampai dengan "
    "tanggal {{ d.tunda.sampai }}.\n"
    "Masa penundaan dihitung penuh untuk kenaikan gaji berkala berikutnya.",
    nama=(("tunda.lama", "12 bulan"), ("tunda.sampai", "28 Februari 2027"), ("tunda.tahun", "2025"),
          ("tunda.predikat", "Kurang")),
)  # fmt: skip


class TundaForm(KgbForm):
    """The TMT the KGB would have, and for how long it is put off."""

    lama_bulan = forms.IntegerField(
        label="Ditunda selama (bulan)", min_value=1, max_value=12,
        help_text="Paling lama satu tahun tiap kali; hasil kinerja berikutnya menentukan lanjutannya.",
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip


def sampai(tmt, bulan):
    """PP 7/1977 Ps. 13: the last day of a delay of so many months, or None while one of the two is missing."""
    return tambah_bulan(tmt, bulan) - timedelta(days=1) if tmt and bulan else None


@daftarkan
class PenundaanKgb(Layanan):
    """A KGB put off by decree."""

    slug = "kgb-tunda"
    nama = "Penundaan Kenaikan Gaji Berkala"
    aspek = "i"
    uraian = (
        "KGB yang sudah jatuh tempo ditunda bagi PNS yang hasil kinerjanya di bawah cukup, paling lama satu tahun."
    )
    dampak = "KGB-nya diberikan mulai bulan sesudah masa penundaan; KGB sesudahnya kembali pada waktunya semula."
    strategis = True
    pemilik = "SUB12"
    pengusul = ("operator_opd", "staf_bkd")
    tanya_diri = False
    dasar = (PASAL13, PASAL11)
    bagian = ("pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "kinerja", "hukuman", "tinggal")
    mengingat = MENGINGAT
    form = TundaForm
    naskah = NASKAH
    syarat = (
        Syarat("KGB-01", "MKG mencapai baris berikutnya pada kolom gaji", PASAL11, aturan.k01_mkg_tercapai),
        Syarat("KGB-T01", "Hasil kinerja terakhir di bawah cukup", PASAL13, aturan_tunda.t01_di_bawah_cukup,
               keyakinan="sebagian", dasar_lain=(Dasar("PP 30/2019"),)),
        Syarat("KGB-T02", "Ditunda paling lama satu tahun", PASAL13, aturan_tunda.t02_paling_lama),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("surat_kgb", "Surat KGB terakhir", wajib=False, dosir="gaji"),
    )
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi hasil kinerja", katalog.staf("SUB12"), sla_hari_kerja=3),
        Langkah(
            "periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB12"), sla_hari_kerja=2
        ),
        Langkah(
            "persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
            boleh_tolak=True, paraf=True,
        ),
        Langkah("penetapan", "Penetapan nomor dan pencetakan", katalog.staf("SUB12"), katalog.TETAPKAN,
                sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN,
                sla_hari_kerja=2),
        Langkah("serahkan", "Penyerahan keputusan", katalog.staf("SUB12"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The KGB that is due, put off for the longest time the law allows."""
        kgb = terpilih(profil, tanggal, acuan)
        return {"tmt": kgb.tmt if kgb else None, "lama_bulan": acuan.setelan("kgb_tunda_maks_bulan", tanggal)}

    def ringkas(self, profil, isian):
        """``KGB TMT 1 Maret 2026 ditunda 12 bulan``."""
        return f"KGB TMT {tulis_tanggal(isian.get('tmt'))} ditunda {isian.get('lama_bulan') or '–'} bulan"

    def akibat(self, konteks):
        """From when the KGB is given."""
        akhir = sampai(konteks.isian.get("tmt"), konteks.isian.get("lama_bulan"))
        if akhir is None:
            return []
        return [("Kenaikan gaji berkala", f"TMT {tulis_tanggal(konteks.tanggal)}",
                 f"TMT {tulis_tanggal(akhir + timedelta(days=1))}")]  # fmt: skip

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_keputusan.py``. DitolakAlur without a result or a length."""
        isi = konteks.isian
        hasil = aturan.hasil_terakhir(konteks.profil, konteks.tanggal)
        akhir = sampai(isi.get("tmt"), isi.get("lama_bulan"))
        if hasil is None or akhir is None:
            raise DitolakAlur("Hasil kinerja terakhir atau lama penundaan belum tercatat.")
        return bahan_keputusan.data(
            self, konteks, tentang="PENUNDAAN KENAIKAN GAJI BERKALA", setelan=SETELAN,
            rincian=(("Gaji pokok", bahan.uang(konteks.profil.gaji_pokok)["tulis"]),),
            lain={"tunda": {
                "lama": f"{isi.get('lama_bulan')} bulan", "sampai": tulis_tanggal(akhir), "iso": f"{akhir}",
                "tahun": str(hasil.tahun), "predikat": hasil.predikat,
            }},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """One RiwayatTundaKgb dated the TMT that is put off."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if akibat.sudah_diterapkan(np, RiwayatTundaKgb):
            return
        akhir = akibat.beku(np, "tunda", "iso") or sampai(np.tmt, int(isi["lama_bulan"]))
        akibat.gantikan(RiwayatTundaKgb, np)
        RiwayatTundaKgb.objects.create(**akibat.kolom_sk(np), sampai=akhir)

    def skenario_sensus(self, tanggal):
        """The month of the nominatif put off for a year, and for two."""
        tmt = tambah_bulan(tanggal.replace(day=1), 2)
        maks = acuan_kini().setelan("kgb_tunda_maks_bulan", tanggal)
        return [
            Skenario("setahun", tmt, isian=lambda p, a: {"lama_bulan": maks}),
            Skenario("dua tahun", tmt, isian=lambda p, a: {"lama_bulan": 2 * maks}, maks=300),
        ]
