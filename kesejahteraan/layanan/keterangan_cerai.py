"""Surat keterangan untuk melakukan perceraian bagi PNS tergugat. Dasar: PP 45/1990 Pasal 3; SE BAKN 48/SE/1990.

Another product than the permit of the plaintiff (``izin_cerai.py``): who is sued tells his office within six working days and
asks the court to wait; he is given a statement, never a refusal.
"""

from datetime import timedelta

from kesejahteraan.layanan.izin_cerai import CRI01, CRI02, DOKUMEN, PS3
from kesejahteraan.perkawinan import aturan, bahan, rute
from kesejahteraan.perkawinan.forms import KeteranganCeraiForm
from layanan.katalog import DokumenSyarat, Syarat, daftarkan
from layanan.langkah import FormHasil
from layanan.sensus import Skenario


@daftarkan
class KeteranganCerai(rute.IzinPerkawinan):
    """A statement for the court."""

    slug = "keterangan-cerai"
    nama = "Surat Keterangan Perceraian (Tergugat)"
    uraian = (
        "PNS yang digugat cerai memberitahukannya kepada atasan dalam enam hari kerja dan meminta surat keterangan."
    )
    dampak = "Surat keterangannya diserahkan ke pengadilan; data keluarga berubah sesudah akta cerai dilaporkan."
    sebutan_perkara = "pemberitahuan gugatan perceraian"
    judul_pembinaan = "Berita Acara Pembinaan"
    form = KeteranganCeraiForm
    syarat = (
        CRI01, CRI02,
        Syarat("CRI-06", "Diberitahukan dalam 6 hari kerja sejak gugatan diterima", PS3, aturan.cri06_enam_hari,
               dasar_lain=(rute.SE48,), keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (*DOKUMEN, DokumenSyarat("gugatan", "Relaas panggilan dan surat gugatan"))
    alur = (
        rute.pembinaan(judul_pembinaan), rute.PERTIMBANGAN, rute.VERIFIKASI,
        rute.mediasi("I", wajib=True), rute.mediasi("II"),
        rute.mediasi("III", {k: v for k, v in rute.MEDIASI.items() if k != "lanjut"}),
        *rute.putus({"keterangan": "Diberikan surat keterangan"}, FormHasil),
    )  # fmt: skip
    naskah = bahan.TEMPLAT_KETERANGAN

    def akibat(self, konteks):
        """What the statement is for."""
        pihak = bahan.pasangan(konteks)
        return [("Perkawinan", f"dengan {pihak['nama']}", "tetap sampai akta cerai terbit"),
                ("Surat keterangan bagi pengadilan", "belum ada", "terbit")]  # fmt: skip

    def data_naskah(self, konteks):
        """The statement; its keys in ``bahan.py``."""
        isi = konteks.isian
        return bahan.putusan(
            self, konteks, tentang="", hasil="keterangan",
            perkara={"nomor": isi.get("nomor_gugatan") or "-", "pengadilan": isi.get("pengadilan") or "-"},
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """In time, late, in the wrong order, not filled in."""

        def isian(hari):
            def buat(p, acuan):
                hidup = aturan.pasangan_hidup(p)
                return {"anggota": hidup[0].anggota if hidup else "pasangan-lain",
                        "tanggal_gugatan": tanggal - timedelta(days=hari), "tanggal_lapor": tanggal}  # fmt: skip

            return buat

        return [
            Skenario("tepat waktu", tanggal, isian=isian(5)),
            Skenario("terbalik", tanggal, isian=isian(-3)),
            Skenario("terlambat", tanggal, isian=isian(30), maks=50),
            Skenario("belum diisi", tanggal, isian=lambda p, a: {}, maks=50),
        ]
