"""Izin melakukan perceraian bagi PNS penggugat. Dasar: PP 45/1990 Pasal 3; PP 10/1983 Pasal 5-7, 12; SE BAKN 08/SE/1983.

Rules: ``kesejahteraan/perkawinan/aturan.py``; route and letters: ``rute.py``, ``bahan.py``. The divorce itself is reported
with ``lapor_cerai.py``.
"""

from datetime import timedelta

from kesejahteraan.perkawinan import aturan, bahan, rute
from kesejahteraan.perkawinan.forms import IzinCeraiForm
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PS3, PS7 = Dasar("PP 45/1990", "Pasal 3"), Dasar("PP 10/1983", "Pasal 7")
CRI01 = Syarat("CRI-01", "Berkedudukan sebagai PNS; bagi PPPK dianjurkan", PS3, aturan.cri01_pns, keyakinan="sebagian")
CRI02 = Syarat("CRI-02", "Perkawinannya tercatat dan belum berakhir", PS3, aturan.cri02_terikat, keyakinan="sebagian")
DOKUMEN = (
    DokumenSyarat("permohonan", "Surat permohonan atau pemberitahuan bermeterai"),
    DokumenSyarat("akta_nikah", "Akta atau buku nikah"),
    DokumenSyarat("kartu_keluarga", "Kartu keluarga"),
    DokumenSyarat("ktp_pasangan", "KTP suami dan istri"),
    DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat", wajib=False),
    DokumenSyarat("sk_pns", "SK PNS", dosir="status", wajib=False),
    DokumenSyarat("pernyataan_pasangan", "Surat pernyataan suami/istri menerima atau menolak beserta alasan", wajib=False),
    DokumenSyarat("surat_desa", "Surat keterangan desa atau kelurahan", wajib=False),
    DokumenSyarat("bp4", "Berita acara BP4", wajib=False),
)  # fmt: skip


@daftarkan
class IzinCerai(rute.IzinPerkawinan):
    """Permit or refusal, in writing."""

    slug = "izin-cerai"
    nama = "Izin Perceraian (Penggugat)"
    uraian = "PNS yang akan menggugat cerai meminta izin pejabat; didahului nasihat atasan dan mediasi."
    dampak = "Izin atau penolakannya tertulis; data keluarga baru berubah sesudah akta cerai dilaporkan."
    sebutan_perkara = "permohonan izin perceraian"
    judul_pembinaan = "Berita Acara Pembinaan"
    form = IzinCeraiForm
    syarat = (
        CRI01, CRI02,
        Syarat("CRI-03", "Sekurang-kurangnya satu dari enam alasan yang dibenarkan", rute.SE08, aturan.cri03_alasan,
               dasar_lain=(PS7,), keyakinan="sebagian"),
        Syarat("CRI-04", "Alasannya dibuktikan", rute.SE08, aturan.cri04_bukti),
        Syarat("CRI-05", "Tidak bertentangan dengan agama, peraturan, dan akal sehat", PS7, aturan.cri05_agama,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        *DOKUMEN,
        DokumenSyarat("bukti_alasan", "Bukti alasan (putusan, laporan, visum, atau pernyataan saksi)"),
    )
    alur = (
        rute.pembinaan(judul_pembinaan), rute.PERTIMBANGAN, rute.VERIFIKASI,
        rute.mediasi("I", wajib=True), rute.mediasi("II"),
        rute.mediasi("III", {k: v for k, v in rute.MEDIASI.items() if k != "lanjut"}),
        *rute.putus({"izin": "Diberikan izin", "tolak": "Ditolak"}),
    )  # fmt: skip
    naskah = bahan.templat_keputusan(
        "Keputusan atas Permohonan Izin Perceraian", "melakukan perceraian",
        '{% if d.hasil == "tolak" %}Menolak permohonan izin melakukan perceraian yang bersangkutan dengan '
        "{{ d.pasangan.sebutan }}nya, {{ d.pasangan.nama }}, karena {{ d.perkara.tolak }}.\n"
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.{% else %}Memberikan izin kepada yang bersangkutan untuk melakukan "
        "perceraian dengan {{ d.pasangan.sebutan }}nya, {{ d.pasangan.nama }}.\n"
        "Yang bersangkutan wajib melaporkan perceraiannya paling lambat satu bulan sesudah akta cerai terbit.\n"
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.{% endif %}",
    )  # fmt: skip

    def akibat(self, konteks):
        """What a permit opens, and what stays."""
        pihak = bahan.pasangan(konteks)
        return [("Perkawinan", f"dengan {pihak['nama']}", "tetap sampai akta cerai terbit"),
                ("Gugatan ke pengadilan", "belum boleh", "boleh bila diizinkan")]  # fmt: skip

    def data_naskah(self, konteks):
        """The decision; its keys in ``bahan.py``."""
        hasil = self.diputus(konteks) or "izin"
        alasan = bahan.sebut_alasan(konteks, aturan.ALASAN_CERAI, "alasan")
        tentang = "PENOLAKAN IZIN PERCERAIAN" if hasil == "tolak" else "PEMBERIAN IZIN PERCERAIAN"
        return bahan.putusan(self, konteks, tentang=tentang, hasil=hasil,
                             perkara={"alasan": alasan, "tolak": self.tolak(konteks)})  # fmt: skip

    def skenario_sensus(self, tanggal):
        """All grounds proven; illness only, unproven, objected to; before anybody looked."""
        setuju = {"pertimbangan_opd": {"pertimbangan": "-", "keberatan": []}}
        tolak = {"pertimbangan_opd": {"pertimbangan": "-", "keberatan": ["agama"]}}

        def isian(**isi):
            def buat(p, acuan):
                hidup = aturan.pasangan_hidup(p)
                return {"anggota": hidup[0].anggota if hidup else "pasangan-lain", "tmt": tanggal} | isi

            return buat

        sah = isian(alasan=["selisih"], bukti="BP4 12/2026")
        return [
            Skenario("terbukti", tanggal, isian=sah, lain=lambda p, a: setuju),
            Skenario("istri sakit", tanggal, isian=isian(alasan=["sakit"]), lain=lambda p, a: tolak),
            Skenario("belum diisi", tanggal + timedelta(days=1), isian=lambda p, a: {}, maks=50),
        ]
