"""Perpanjangan tugas belajar. Dasar: SE PANRB 28/2021.

A further period that joins the first, together at most a year (setting); the bond is planned anew.
"""

from datetime import timedelta

from diklat.layanan.tugas_belajar import MENGINGAT, PERIKSA, PERPRES12, SE28, SETELAN, TERBIT, VERIFIKASI
from diklat.tugas_belajar import akibat, aturan, fakta
from diklat.tugas_belajar.forms import PerpanjanganForm
from kepegawaian.aturan import tulis_tanggal
from layanan import bahan_keputusan, bahan_naskah as bahan
from layanan.katalog import DokumenSyarat, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Perpanjangan Tugas Belajar", "800.1.11",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini belum menyelesaikan {{ d.studi.judul }} dalam jangka "
    "waktu yang diberikan karena {{ d.alasan }};",
    MENGINGAT,
    "Memperpanjang tugas belajar terhitung mulai tanggal {{ d.tmt.tulis }} sampai dengan tanggal {{ d.sampai.tulis }}.\n"
    "Ketentuan dalam keputusan pemberian tugas belajar tetap berlaku selama perpanjangan.",
    nama=(("studi.judul", "S-2 Ilmu Administrasi Publik, Universitas Airlangga"), ("alasan", "penelitian belum selesai"),
          ("semula.tulis", "31 Agustus 2027"), ("sampai.tulis", "29 Februari 2028")),
)  # fmt: skip


@daftarkan
class PerpanjanganTugasBelajar(Layanan):
    """One extension."""

    slug = "perpanjangan-tugas-belajar"
    nama = "Perpanjangan Tugas Belajar"
    aspek = "d"
    uraian = "Perpanjangan jangka waktu tugas belajar yang belum selesai, seluruhnya paling lama satu tahun."
    dampak = "Masa tugas belajar dan ikatan dinasnya bertambah."
    strategis = True
    pemilik = "SUB31"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (SE28, PERPRES12)
    mengingat = MENGINGAT
    bagian = ("pangkat", "jabatan", "unit", "tinggal", "ikatan", "kinerja")
    form = PerpanjanganForm
    naskah = NASKAH
    syarat = (
        Syarat("TB-09", "Sedang menjalani tugas belajar", SE28, aturan.tb_berjalan),
        Syarat("TB-08P", "Perpanjangan tidak melebihi batasnya", SE28, aturan.tb08_perpanjangan, keyakinan="sebagian"),
    )
    dokumen = (
        DokumenSyarat("keterangan_kampus", "Surat keterangan perguruan tinggi tentang kemajuan belajar"),
        DokumenSyarat("transkrip", "Transkrip sementara"),
        DokumenSyarat("jaminan_biaya", "Jaminan biaya selama perpanjangan, atau pernyataan biaya sendiri"),
    )
    alur = (*VERIFIKASI, *PERIKSA, *TERBIT)

    def siapkan(self, profil, isian):
        """The study that runs."""
        return {"tubel": fakta.berjalan(profil.pegawai_id, profil.kedudukan)}

    def isian_awal(self, profil, tanggal, acuan):
        """Half a year from the day after the present end."""
        tubel = fakta.berjalan(profil.pegawai_id, fakta.BELAJAR)
        mulai = (tubel["sampai"] if tubel else tanggal) + timedelta(days=1)
        return {"tmt": mulai, "sampai": aturan.akhir(mulai, 6)}

    def ringkas(self, profil, isian):
        """``Sampai 29 Februari 2028``."""
        return f"Sampai {tulis_tanggal(isian.get('sampai'))}"

    def akibat(self, konteks):
        """Its end, and the end of the bond."""
        tubel, sampai = konteks.lain.get("tubel"), konteks.isian.get("sampai")
        if not tubel or not sampai:
            return []
        dulu, nanti = (
            aturan.ikatan(
                konteks.acuan, cara=tubel["cara"], mulai=tubel["mulai"], selesai=s, luar_negeri=tubel["luar_negeri"]
            )
            for s in (tubel["sampai"], sampai)
        )
        return [
            ("Tugas belajar sampai", tulis_tanggal(tubel["sampai"]), tulis_tanggal(sampai)),
            ("Ikatan dinas sampai (asumsi)", tulis_tanggal(dulu.sampai), tulis_tanggal(nanti.sampai)),
        ]

    def data_naskah(self, konteks):
        """The decree; ``semula``: the end it replaces."""
        tubel, isi = konteks.lain.get("tubel") or {}, konteks.isian
        lain = {"studi": {"judul": tubel.get("judul", "")}, "alasan": _anak_kalimat(isi.get("alasan") or ""),
                "semula": bahan.hari(tubel.get("sampai")) or {"iso": "", "tulis": ""},
                "sampai": bahan.hari(isi.get("sampai")) or {"iso": "", "tulis": "……"}}  # fmt: skip
        rincian = (("Tugas belajar", lain["studi"]["judul"]), ("Semula sampai", lain["semula"]["tulis"]),
                   ("Diperpanjang sampai", lain["sampai"]["tulis"]))  # fmt: skip
        return bahan_keputusan.data(
            self, konteks, tentang="PERPANJANGAN TUGAS BELAJAR", setelan=SETELAN, rincian=rincian, lain=lain
        )

    data_konsep = data_naskah

    def terapkan(self, naskah_pegawai):
        """The further period and the new bond."""
        akibat.perpanjang(naskah_pegawai)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """The end of before stands again."""
        Layanan.batalkan_akibat(self, naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        akibat.balik_perpanjang(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """In time, too long, nobody's, not read."""

        def lain(p, a):
            return {"tubel": tubel_contoh(tanggal)}

        return [
            Skenario(
                "setengah tahun", tanggal, isian=lambda p, a: {"sampai": aturan.akhir(tanggal, 6)}, lain=lain, maks=100
            ),
            Skenario(
                "dua tahun", tanggal, isian=lambda p, a: {"sampai": aturan.akhir(tanggal, 24)}, lain=lain, maks=100
            ),
            Skenario("tidak ada", tanggal, lain=lambda p, a: {"tubel": {}}, maks=20),
        ]


def _anak_kalimat(teks):
    """A reason as it stands inside a sentence: no full stop, and a small letter unless the word is all capitals."""
    teks = teks.strip().rstrip(".;, ")
    return teks if teks[1:2].isupper() else teks[:1].lower() + teks[1:]


def tubel_contoh(tanggal):
    """A study that ended the day before ``tanggal``, for the census."""
    sampai = tanggal - timedelta(days=1)
    return {"pk": None, "judul": "S-2 Hukum", "cara": aturan.TETAP, "mulai": aturan.akhir(sampai, -24), "sampai": sampai,
            "sampai_awal": sampai, "luar_negeri": False, "biaya": 0, "sendiri": True}  # fmt: skip
