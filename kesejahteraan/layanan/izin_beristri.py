"""Izin beristri lebih dari seorang. Dasar: PP 10/1983 Pasal 4, 9, 10 jo. PP 45/1990 Pasal 4; SE BAKN 48/SE/1990.

The conditions are POL-1..POL-4 (``kesejahteraan/perkawinan/aturan.py``). A female PNS may not be a second wife at all: her
request is refused at the door.
"""

from kesejahteraan.perkawinan import aturan, bahan, rute
from kesejahteraan.perkawinan.forms import IzinBeristriForm
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PP10, PP45 = "PP 10/1983", "PP 45/1990"
NASIHAT = "Pemanggilan dan Nasihat Suami Istri"


def _alternatif(*kode):
    return lambda k: bool(set(k.isian.get("alternatif") or ()) & set(kode))


@daftarkan
class IzinBeristri(rute.IzinPerkawinan):
    """Permit or refusal, in writing."""

    slug = "izin-beristri"
    nama = "Izin Beristri Lebih dari Seorang"
    uraian = "PNS pria yang akan beristri lagi memerlukan izin pejabat; PNS wanita dilarang menjadi istri kedua dan seterusnya."
    dampak = (
        "Izin atau penolakannya tertulis; istri tercatat sesudah perkawinannya dilaporkan, tanpa tunjangan tambahan."
    )
    sebutan_perkara = "permohonan izin beristri lebih dari seorang"
    judul_pembinaan = "Berita Acara Pembinaan"
    form = IzinBeristriForm
    dasar = (
        Dasar(PP10, "Pasal 4"),
        Dasar(PP10, "Pasal 9"),
        Dasar(PP10, "Pasal 10"),
        Dasar(PP45, "Pasal 4"),
        rute.SE48,
    )
    syarat = (
        Syarat("POL-1", "Pemohon PNS pria", Dasar(PP45, "Pasal 4 ayat (2)"), aturan.pol1_pemohon),
        Syarat("POL-2", "Sekurang-kurangnya satu syarat alternatif terbukti", Dasar(PP10, "Pasal 10"), aturan.pol2_alternatif),
        Syarat("POL-3", "Semua syarat kumulatif dipenuhi", Dasar(PP10, "Pasal 10"), aturan.pol3_kumulatif),
        Syarat("POL-4", "Tidak bertentangan dengan agama, peraturan, akal sehat, atau tugas", Dasar(PP10, "Pasal 10"),
               aturan.pol4_tidak_ditolak),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("permohonan", "Surat permohonan bermeterai"),
        DokumenSyarat("akta_nikah", "Surat nikah"),
        DokumenSyarat("kartu_keluarga", "Kartu keluarga"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat", wajib=False),
        DokumenSyarat("surat_dokter", "Surat dokter pemerintah", bila=_alternatif("cacat", "keturunan"),
                      kapan="bila alasannya cacat, penyakit, atau keturunan"),
        DokumenSyarat("pernyataan_istri", "Surat pernyataan tentang kewajiban istri", bila=_alternatif("kewajiban"),
                      kapan="bila alasannya kewajiban istri"),
        DokumenSyarat("persetujuan", "Persetujuan tertulis istri bermeterai"),
        DokumenSyarat("pajak", "Keterangan penghasilan dan bukti pajak penghasilan"),
        DokumenSyarat("pernyataan_adil", "Pernyataan berlaku adil bermeterai"),
    )  # fmt: skip
    alur = (
        rute.pembinaan(judul_pembinaan, {"lanjut": "Tetap pada permohonannya", "rukun": "Mencabut permohonannya"}),
        rute.PERTIMBANGAN, rute.VERIFIKASI,
        rute.mediasi("I", {"lanjut": "Tetap pada permohonannya", "rukun": "Mencabut permohonannya"}, wajib=True, nama=NASIHAT),
        *rute.putus({"izin": "Diberikan izin", "tolak": "Ditolak"}),
    )  # fmt: skip
    naskah = bahan.templat_keputusan(
        "Keputusan atas Permohonan Izin Beristri Lebih dari Seorang", "beristri lebih dari seorang",
        '{% if d.hasil == "tolak" %}Menolak permohonan izin beristri lebih dari seorang karena {{ d.perkara.tolak }}.\n'
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.{% else %}Memberikan izin kepada yang bersangkutan untuk beristri "
        "lebih dari seorang dengan calon istri {{ d.pasangan.nama }}.\n"
        "Yang bersangkutan wajib melaporkan perkawinannya paling lambat satu tahun sesudah akad nikah.\n"
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.{% endif %}",
    )  # fmt: skip

    def akibat(self, konteks):
        """What a permit opens."""
        return [("Perkawinan dengan istri berikutnya", "dilarang tanpa izin", "boleh bila diizinkan"),
                ("Tunjangan istri", "satu istri sah", "tetap satu istri sah")]  # fmt: skip

    def data_naskah(self, konteks):
        """The decision; its keys in ``bahan.py``."""
        hasil, isi = self.diputus(konteks) or "izin", konteks.isian
        tentang = (
            "PENOLAKAN IZIN BERISTRI LEBIH DARI SEORANG"
            if hasil == "tolak"
            else "PEMBERIAN IZIN BERISTRI LEBIH DARI SEORANG"
        )
        alasan = bahan.sebut_alasan(konteks, aturan.ALTERNATIF, "alternatif")
        return bahan.putusan(
            self, konteks, tentang=tentang, hasil=hasil, perkara={"alasan": alasan, "tolak": self.tolak(konteks)},
            calon=isi.get("calon") or "-",
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """All proven; nothing proven; half filled in; before the head of the OPD looked."""
        setuju = {"pertimbangan_opd": {"pertimbangan": "-", "keberatan": []}}
        penuh = {"alternatif": ["cacat"], "bukti_alternatif": "445/12/2026", "persetujuan_istri": "ya", "penghasilan": "ya",
                 "adil": "ya"}  # fmt: skip
        return [
            Skenario("lengkap", tanggal, isian=lambda p, a: penuh, lain=lambda p, a: setuju),
            Skenario("kosong", tanggal, isian=lambda p, a: {"persetujuan_istri": "tidak"}, lain=lambda p, a: setuju),
            Skenario("separuh", tanggal, isian=lambda p, a: {"alternatif": ["cacat"], "adil": "ya"}, maks=50),
        ]
