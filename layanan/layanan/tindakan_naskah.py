"""Perubahan, pencabutan, dan pembatalan naskah. Dasar: UU 30/2014 Pasal 63, 64, 66; akibat: Pasal 70, 71.

Three services of one route over a standing naskah of any layanan. They start from the page of the naskah, by staf
of the unit that owns the original layanan, and are signed by the office that signed the original. Rules:
``layanan/aturan.py``; effect: ``layanan/balik.py`` through ``Layanan.batalkan_akibat``/``perbaiki_akibat``; printed
data: ``layanan/bahan_tindakan.py``.
"""

from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone

from kepegawaian.aturan import gaji_pokok, tulis_masa, tulis_rupiah, tulis_tanggal
from layanan import aturan, bahan_tindakan, balik, katalog
from layanan.forms_tindakan import FormPembatalan, FormPencabutan, FormPerubahan
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

UU30 = "UU 30/2014"
ALUR = (
    Langkah("telaah", "Telaah staf", katalog.staf_pemilik, sla_hari_kerja=1),
    Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.kepala_pemilik, sla_hari_kerja=1),
    Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.atasan_pemilik, sla_hari_kerja=1),
    Langkah(
        "persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=1,
        boleh_tolak=True,
    ),
    Langkah(
        "penetapan", "Penetapan nomor dan pencetakan keputusan", katalog.staf_pemilik, katalog.TETAPKAN,
        sla_hari_kerja=0,
    ),
    Langkah(
        "tanda_tangan", "Penandatanganan keputusan", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=1
    ),
    Langkah(
        "serahkan", "Penyampaian kepada yang bersangkutan", katalog.staf_pemilik, katalog.SERAHKAN, sla_hari_kerja=5
    ),
)  # fmt: skip
BERLAKU = Syarat("CBT-01", "Naskah semula masih berlaku", Dasar(UU30, "Pasal 63-66"), aturan.t01_berlaku)
PEJABAT = Syarat(
    "CBT-03", "Ditetapkan pejabat yang menetapkan naskah semula", Dasar(UU30, "Pasal 66 ayat (3)"), aturan.t03_pejabat,
    dasar_lain=(Dasar(UU30, "Pasal 63 ayat (2)"), Dasar(UU30, "Pasal 64 ayat (3)")),
)  # fmt: skip
LIMA_HARI = Syarat(
    "CBT-04", "Paling lama lima hari kerja sejak alasannya ditemukan", Dasar(UU30, "Pasal 66 ayat (4)"),
    aturan.t04_lima_hari, dasar_lain=(Dasar(UU30, "Pasal 63"), Dasar(UU30, "Pasal 64")),
)  # fmt: skip
BERTUMPU = Syarat(
    "CBT-05", "Tidak ada naskah sejenis sesudahnya yang bertumpu padanya, atau ditegaskan",
    Dasar(UU30, "Pasal 10 ayat (1)"), aturan.t05_tidak_bertumpu, keyakinan="asumsi",
)  # fmt: skip


def alasan(jenis):
    """CBT-02 for one act: its article and its list."""
    return Syarat(
        "CBT-02", "Alasannya termasuk yang ditentukan undang-undang", Dasar(UU30, f"{aturan.PASAL[jenis]} ayat (1)"),
        aturan.alasan_sah(jenis),
    )  # fmt: skip


class TindakanNaskah(Layanan):
    """What the three acts have in common; ``jenis`` is that of ``HubunganNaskah``."""

    aspek = "tata"
    strategis = True
    jenis = ""
    pengusul = ("staf_bkd",)
    pemilik = "SUB12"
    dari_naskah = True
    alur = ALUR
    bagian = ("pangkat", "gaji", "unit", "jabatan")
    kata_kerja = ""
    kata_tombol = ""
    urutan = 0

    def unit_pemilik(self, isian):
        """The unit that owns the layanan the naskah came from."""
        asal = balik.asal_naskah(isian.get("naskah"))
        return asal.pemilik if asal and asal.pemilik else self.pemilik

    def templat_naskah(self, konteks):
        """Numbered in the register of the original layanan, so that both stand in one series."""
        asal = balik.asal_naskah(konteks.isian.get("naskah"))
        if asal is None or asal.naskah is None:
            return self.naskah
        return replace(self.naskah, klasifikasi=asal.naskah.klasifikasi, pola_nomor=asal.naskah.pola_nomor)

    def penanda_tangan(self, acuan, tanggal):
        """Whoever signed the original."""
        return ["pejabat yang menetapkan naskah semula"]

    def siapkan(self, profil, isian):
        """Facts of the naskah, and today."""
        return {
            "naskah": balik.fakta(balik.muat(isian.get("naskah"), profil.pegawai_id)),
            "hari_ini": timezone.localdate(),
        }

    def kantor_penandatangan(self, konteks):
        """The office that signed the original."""
        return (konteks.lain.get("naskah") or {}).get("kantor")

    def ringkas(self, profil, isian):
        """``Mencabut Keputusan Kenaikan Pangkat 823/1/…``."""
        np = balik.muat(isian.get("naskah"), profil.pegawai_id)
        return f"{self.kata_kerja} {np.naskah.perihal} {np.naskah.nomor}" if np else self.nama

    def akibat(self, konteks):
        """What changes, and which later naskah it touches; nothing once the old one has fallen."""
        np = balik.muat(konteks.isian.get("naskah"), konteks.profil.pegawai_id)
        n = konteks.lain.get("naskah") or {}
        if np is None or n.get("status") not in balik.BERDIRI:
            return []
        baris = [("Keadaan naskah", np.naskah.get_status_display().lower(), balik.KATA[self.jenis].lower())]
        baris += self.akibat_data(konteks, np)
        for s in n["sesudah"]:
            baris.append(("Akan berdampak pada", f"{s['perihal']} {s['nomor']}", "perlu ditinjau"))
        return baris

    def akibat_data(self, konteks, np):
        """Pangkat and pay as they come back on the TMT."""
        dulu = balik.profil_tanpa(np, konteks.tanggal)
        p = konteks.profil
        if dulu is None:
            return []
        gaji, mkg = dulu.gaji_pokok, balik.mkg_berjalan(dulu, konteks.tanggal)
        if konteks.isian.get("cara", aturan.SEJAK) == aturan.SEJAK and konteks.tanggal > np.tmt and mkg is not None:
            gaji = gaji_pokok(konteks.acuan, dulu.golongan, mkg, konteks.tanggal).rupiah or gaji
        baris = []
        if dulu.golongan != p.golongan:
            baris.append(("Pangkat", f"{p.pangkat}, {p.golongan}", f"{dulu.pangkat}, {dulu.golongan}"))
        if dulu.kontrak_sampai != p.kontrak_sampai:
            akhir = [tulis_tanggal(x) if x else "–" for x in (p.kontrak_sampai, dulu.kontrak_sampai)]
            baris.append(("Perjanjian kerja sampai", *akhir))
        if gaji != p.gaji_pokok:
            baris.append(("Gaji pokok", tulis_rupiah(p.gaji_pokok), tulis_rupiah(gaji)))
        return baris

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_tindakan.py``."""
        np = balik.muat(konteks.isian.get("naskah"), konteks.profil.pegawai_id)
        if np is None:
            raise DitolakAlur("Naskah yang dimaksud tidak ditemukan.")
        return bahan_tindakan.data(self, konteks, np, self.akibat_data(konteks, np))

    def terapkan(self, naskah_pegawai):
        """The counter-effect of the original layanan, then status, link and flags; refused when it has fallen since."""
        isian = naskah_pegawai.data["isian"]
        np = balik.muat(isian.get("naskah"), naskah_pegawai.pegawai_id, kunci=True)
        if np is None or np.naskah.status not in balik.BERDIRI:
            raise DitolakAlur("Naskah semula sudah dicabut atau dibatalkan oleh naskah lain.")
        dampak = balik.berdampak(np)
        self.balikkan(balik.layanan_asal(np) or self, np, naskah_pegawai, isian)
        balik.kaitkan(np, naskah_pegawai, self.jenis, naskah_pegawai.tmt, dampak)

    def balikkan(self, asal, np, baru, isian):
        """The effect on riwayat, declared by the original layanan."""
        asal.batalkan_akibat(np, baru, cara=isian.get("cara") or aturan.SEJAK, tmt=baru.tmt)

    def skenario_sensus(self, tanggal):
        """The SK pangkat of each person as if it were of this register: in order, flawed, late, overtaken."""
        return [
            Skenario("naskah berlaku", tanggal, self._isian_uji(tanggal, tanggal), lain=_fakta_uji(tanggal)),
            Skenario("naskah dari luar", tanggal, _kosong, lain=_fakta_uji(tanggal, status="dicabut", asal="luar")),
        ]

    def _isian_uji(self, tanggal, tmt):
        def isian(profil, acuan):
            lambat = (profil.pegawai_id or 0) % 20 == 0
            return {
                "alasan": "wewenang" if self.jenis != aturan.UBAH else "redaksional", "uraian": "uraian", "tmt": tmt,
                "ditemukan": tanggal - timedelta(days=30 if lambat else 2), "cara": aturan.SURUT, "gaji_pokok": 1,
            }  # fmt: skip

        return isian


def _kosong(profil, acuan):
    return {"tmt": date(1990, 1, 1)}


def _fakta_uji(tanggal, status="berlaku", asal="register"):
    def lain(profil, acuan):
        sejenis = profil.jenis_gaji == "KGB" and (profil.tmt_gaji or tanggal) > (profil.tmt_pangkat or tanggal)
        kgb = [{"nomor": "822", "perihal": "KGB", "tmt": profil.tmt_gaji, "sejenis": asal == "luar"}]
        return {
            "hari_ini": tanggal,
            "naskah": {"status": status, "asal": asal, "kantor": "BUPATI", "tmt": profil.tmt_pangkat,
                       "kini": {"gaji_pokok": profil.gaji_pokok}, "sesudah": kgb if sejenis else []},
        }  # fmt: skip

    return lain


@daftarkan
class PerubahanNaskah(TindakanNaskah):
    """Corrected values under a new decree; the naskah stands on as amended."""

    slug = "perubahan-naskah"
    dampak = (
        "Nilai yang keliru pada naskah diganti yang benar; riwayat lama tetap tercatat sebagai yang diketahui dahulu."
    )
    nama = "Perubahan Naskah"
    jenis = aturan.UBAH
    kata_kerja = "Mengubah"
    kata_tombol = "Ubah naskah ini"
    urutan = 1
    uraian = "Memperbaiki data pada naskah yang berlaku dengan keputusan perubahan."
    dasar = (Dasar(UU30, "Pasal 63"),)
    form = FormPerubahan
    naskah = TemplatNaskah(
        "sk", "naskah/perubahan.html", "823", "Keputusan Perubahan", "{klasifikasi}/{urut}/413.207/{tahun}",
        bahan_tindakan.bagian(aturan.UBAH), bahan_tindakan.NAMA,
    )  # fmt: skip
    syarat = (
        BERLAKU, alasan(aturan.UBAH), PEJABAT, LIMA_HARI, BERTUMPU,
        Syarat("CBT-06", "Ada data yang diperbaiki", Dasar(UU30, "Pasal 63"), aturan.t06_ada_perbaikan),
    )  # fmt: skip

    def akibat_data(self, konteks, np):
        """Each corrected value, as it stands and as it will."""
        kini = (konteks.lain.get("naskah") or {}).get("kini") or {}
        benar = kini | {k: konteks.isian[k] for k in kini if konteks.isian.get(k) not in (None, "")}
        lama, baru = data_tertulis(kini), data_tertulis(benar)
        return [(label, nilai, baru[label]) for label, nilai in lama.items() if nilai != baru[label]]

    def balikkan(self, asal, np, baru, isian):
        """Old rows batal, corrected ones written."""
        asal.perbaiki_akibat(np, baru, isian)


def data_tertulis(nilai):
    """{label: text} of what a perubahan may correct, from the values of ``balik.kini``."""
    hasil = {"TMT": tulis_tanggal(nilai["tmt"])} if nilai.get("tmt") else {}
    if nilai.get("sampai"):
        hasil["Berlaku sampai"] = tulis_tanggal(nilai["sampai"])
    if nilai.get("upah"):
        hasil["Upah"] = tulis_rupiah(nilai["upah"])
    if nilai.get("mkg_tahun") is not None:
        hasil["Masa kerja golongan"] = tulis_masa(nilai["mkg_tahun"] * 12 + (nilai.get("mkg_bulan") or 0))
    if nilai.get("gaji_pokok"):
        hasil["Gaji pokok"] = tulis_rupiah(nilai["gaji_pokok"])
    if "nomor_pertek" in nilai:
        hasil["Nomor pertek"] = nilai["nomor_pertek"] or "–"
        hasil["Tanggal pertek"] = tulis_tanggal(nilai["tanggal_pertek"]) if nilai.get("tanggal_pertek") else "–"
    return hasil


@daftarkan
class PencabutanNaskah(TindakanNaskah):
    """The naskah ends on a date; what held before holds again from then on."""

    slug = "pencabutan-naskah"
    dampak = "Naskah berakhir sejak tanggal pencabutan dan keadaan sebelumnya kembali berlaku."
    nama = "Pencabutan Naskah"
    jenis = aturan.CABUT
    kata_kerja = "Mencabut"
    kata_tombol = "Cabut naskah ini"
    urutan = 2
    uraian = "Mengakhiri naskah yang berlaku sejak suatu tanggal dengan keputusan pencabutan."
    dasar = (Dasar(UU30, "Pasal 64"),)
    form = FormPencabutan
    naskah = TemplatNaskah(
        "sk", "naskah/pencabutan.html", "823", "Keputusan Pencabutan", "{klasifikasi}/{urut}/413.207/{tahun}",
        bahan_tindakan.bagian(aturan.CABUT), bahan_tindakan.NAMA,
    )  # fmt: skip
    syarat = (
        BERLAKU, alasan(aturan.CABUT), PEJABAT, LIMA_HARI, BERTUMPU,
        Syarat(
            "CBT-08", "Berlaku ke depan, tidak mendahului naskah semula", Dasar(UU30, "Pasal 64 ayat (4)"),
            aturan.t08_tmt_cabut,
        ),
    )  # fmt: skip


@daftarkan
class PembatalanNaskah(TindakanNaskah):
    """The naskah falls: as if it had never been, or from the annulment on, as the flaw demands."""

    slug = "pembatalan-naskah"
    dampak = "Naskah dibatalkan dan akibatnya pada riwayat dibalik tanpa menghapus baris."
    nama = "Pembatalan Naskah"
    jenis = aturan.BATAL
    kata_kerja = "Membatalkan"
    kata_tombol = "Batalkan naskah ini"
    urutan = 3
    uraian = "Membatalkan naskah yang cacat wewenang, prosedur, atau substansi dengan keputusan pembatalan."
    dasar = (Dasar(UU30, "Pasal 66"), Dasar(UU30, "Pasal 70"), Dasar(UU30, "Pasal 71"))
    form = FormPembatalan
    naskah = TemplatNaskah(
        "sk", "naskah/pencabutan.html", "823", "Keputusan Pembatalan", "{klasifikasi}/{urut}/413.207/{tahun}",
        bahan_tindakan.bagian(aturan.BATAL), bahan_tindakan.NAMA,
    )  # fmt: skip
    syarat = (
        BERLAKU, alasan(aturan.BATAL), PEJABAT, LIMA_HARI, BERTUMPU,
        Syarat(
            "CBT-07", "Akibatnya menurut jenis cacatnya", Dasar(UU30, "Pasal 70 ayat (2)"),
            aturan.t07_akibat_menurut_cacat,
            dasar_lain=(Dasar(UU30, "Pasal 66 ayat (4)"), Dasar(UU30, "Pasal 71 ayat (2)")),
        ),
    )  # fmt: skip


TINDAKAN = {aturan.UBAH: "perubahan-naskah", aturan.CABUT: "pencabutan-naskah", aturan.BATAL: "pembatalan-naskah"}
