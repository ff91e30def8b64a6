"""Laporan perceraian sesudah akta cerai. Dasar: PP 45/1990 Pasal 3, 8, 15; SE BAKN 08/SE/1983.

The verified akta ends the spouse in the family record, takes children off the pay list as the court decided, and ends the
KARIS or KARSU. For a male PNS a memo on the share of the pay goes to the bendahara: information, never a deduction (T-16).
"""

from datetime import date, timedelta

from kepegawaian.models import RiwayatKeluarga
from kesejahteraan.keluarga import tulis
from kesejahteraan.perkawinan import aturan, bahan, rute
from kesejahteraan.perkawinan.forms import LaporCeraiForm, PembagianForm
from layanan import bukti, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Syarat, daftarkan
from layanan.sensus import Skenario

PS3, PS8, PS15 = (Dasar("PP 45/1990", f"Pasal {n}") for n in (3, 8, 15))


@daftarkan
class LaporCerai(rute.IzinPerkawinan):
    """One divorce."""

    slug = "lapor-cerai"
    nama = "Laporan Perceraian"
    uraian = "Perceraian dilaporkan paling lama satu bulan sesudah akta cerai, disertai izin atau surat keterangannya."
    dampak = "Suami/istri tidak lagi tercatat terikat, tunjangannya berhenti, dan KARIS/KARSU berakhir."
    sebutan_perkara = "laporan perceraian"
    menggoyahkan = False
    dasar = (PS3, PS8, rute.SE08)
    form = LaporCeraiForm
    syarat = (
        Syarat("LCR-01", "Dilaporkan dalam 1 bulan sejak akta cerai", rute.SE08, aturan.lcr01_sebulan, keyakinan="sebagian"),
        Syarat("LCR-02", "Ada izin atau surat keterangan sebelum bercerai", PS3, aturan.lcr02_berizin, dasar_lain=(PS15,)),
        Syarat("LCR-03", "Bekas suami/istri tercatat pada riwayat keluarga", PS3, aturan.lcr03_pasangan, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("akta_cerai", "Akta cerai"),
        DokumenSyarat("putusan", "Putusan pengadilan"),
        DokumenSyarat("kartu_pasangan", "KARIS atau KARSU yang dikembalikan", wajib=False),
        DokumenSyarat("surat_izin", "Izin atau surat keterangan cerai", wajib=False),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi akta cerai", rute.STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang dan pencatatan", katalog.jabatan("KEPALA-SUB42"),
                sla_hari_kerja=2, tombol="Setujui dan catat"),
        Langkah("memo_gaji", "Memo pembagian gaji kepada bendahara", rute.STAF, sla_hari_kerja=3, form=PembagianForm,
                bila=lambda k: k.profil.jenis_kelamin == "L", kapan="bagi PNS pria", tombol="Terbitkan memo",
                naskah=bahan.surat_langkah("Pembagian Gaji Sesudah Perceraian")),
        Langkah("serahkan", "Penyampaian kepada yang bersangkutan dan bendahara", rute.STAF, katalog.SERAHKAN,
                sla_hari_kerja=3),
    )  # fmt: skip
    akibat_terlambat = ""
    dasar_terlambat = None

    def siapkan(self, profil, isian):
        """Earlier decisions, and the name of the spouse also when the divorce is recorded already."""
        milik = RiwayatKeluarga.objects.filter(pegawai_id=profil.pegawai_id, anggota=isian.get("anggota") or "-")
        return super().siapkan(profil, isian) | {
            "bekas": milik.order_by("-tmt").values_list("nama", flat=True).first()
        }

    def akibat(self, konteks):
        """Spouse, children on the pay list, card."""
        pihak = bahan.pasangan(konteks)
        baris = [("Suami/istri", pihak["nama"], "cerai"), ("Tunjangan suami/istri", "menurut daftar gaji", "berhenti")]
        ikut = konteks.isian.get("anak_ikut") or ()
        for t in konteks.profil.tanggungan:
            if t.hubungan == "anak" and t.tertanggung and t.anggota not in ikut:
                baris.append((f"Tanggungan {t.nama}", "ya", "tidak, menurut putusan"))
        return [*baris, ("KARIS/KARSU", "berlaku", "berakhir")]

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The examined akta stands as a naskah and writes its rows."""
        if kode == "periksa_kasubbid":
            isi = usulan.isian
            bukti.rekam(
                usulan, "akta_cerai", langkah=kode, jenis="akta", perihal="Akta cerai", nomor=isi["nomor_akta"],
                tanggal=date.fromisoformat(isi["tanggal_akta"]), penetap=isi["penerbit"],
                tmt=date.fromisoformat(isi["tanggal_akta"]), oleh=oleh,
            )  # fmt: skip

    def data_surat(self, kode, konteks):
        """The memo."""
        return bahan.memo_gaji(self, konteks, konteks.langkah.get(kode) or {})

    def terapkan(self, naskah_pegawai):
        """Spouse cerai from the akta on, children by the judgment, card ended."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if tulis.sudah(np):
            return
        tulis.ubah(np, isi["anggota"], np.tmt, keadaan="cerai", tertanggung=False)
        tanggungan = RiwayatKeluarga.objects.filter(
            pegawai_id=np.pegawai_id, hubungan="anak", dibatalkan_pada__isnull=True, tmt__lte=np.tmt
        ).order_by("anggota", "-tmt").distinct("anggota")  # fmt: skip
        for anak in [b for b in tanggungan if b.tertanggung and b.anggota not in (isi.get("anak_ikut") or ())]:
            tulis.ubah(np, anak.anggota, np.tmt, tertanggung=False)
        tulis.akhiri_kartu(np, isi["anggota"], np.tmt)

    def skenario_sensus(self, tanggal):
        """With a permit, before the akta; without one; late; not filled in."""

        def isian(hari, **isi):
            def buat(p, acuan):
                hidup = aturan.pasangan_hidup(p)
                return {
                    "anggota": hidup[0].anggota if hidup else "pasangan-lain",
                    "tanggal_akta": tanggal - timedelta(days=hari),
                } | isi

            return buat

        izin = {"cerai": {"hasil": "izin", "nomor": "474.2/1/2026"}}
        return [
            Skenario("berizin", tanggal, isian=isian(10), lain=lambda p, a: izin),
            Skenario("tanpa izin, belum berakta", tanggal, isian=isian(-10)),
            Skenario("menyatakan tanpa izin, terlambat", tanggal, isian=isian(90, tanpa_izin=True), maks=50),
            Skenario("belum diisi", tanggal, isian=lambda p, a: {}, lain=lambda p, a: izin, maks=50),
        ]
