"""Peninjauan masa kerja (PMK). Dasar: PP 98/2000 jo. PP 11/2002; PP 7/1977 (pay by MKG); keputusan-tafsir T-14.

Experience with a private badan hukum: half, at most 8 years, spells of at least one unbroken year
(``aturan/masa_kerja.py``). It adds to masa kerja seluruhnya and to MKG, so that the pay is looked up anew.
"""

from datetime import timedelta

from kepangkatan.aturan import masa_kerja
from kepangkatan.forms_jabatan import PmkForm
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import awal_bulan_berikut, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import RiwayatGaji, RiwayatMasaKerja
from kepegawaian.profil import profil_satu
from layanan import akibat, bahan_keputusan, bahan_naskah as bahan, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PP98, PP11 = Dasar("PP 98/2000"), Dasar("PP 11/2002")
SETELAN = "pmk_penanda_tangan"
MENGINGAT = ("UU 20/2023", "PP 7/1977", "PP 5/2024", "PP 11/2002", "PP 11/2017", "PP 17/2020")
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Peninjauan Masa Kerja", "823",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mempunyai pengalaman kerja pada badan hukum "
    "swasta yang dapat diperhitungkan sebagai masa kerja golongan;",
    MENGINGAT,
    "Terhitung mulai tanggal {{ d.tmt.tulis }} masa kerja golongannya ditambah {{ d.pmk.tambahan }} dari "
    "{{ d.pmk.lama }} menjadi {{ d.pmk.baru }}, dan diberikan gaji pokok sebesar {{ d.pmk.gaji.tulis }} "
    "({{ d.pmk.gaji.terbilang }}).",
    nama=(("pmk.tambahan", "2 tahun 0 bulan"), ("pmk.lama", "8 tahun 3 bulan"), ("pmk.baru", "10 tahun 3 bulan"),
          ("pmk.gaji.tulis", "Rp3.252.900"),
          ("pmk.gaji.terbilang", "tiga juta dua ratus lima puluh dua ribu sembilan ratus rupiah")),
)  # fmt: skip


@daftarkan
class PeninjauanMasaKerja(Layanan):
    """Earlier private service recognised in MKG and pay."""

    slug = "pmk"
    nama = "Peninjauan Masa Kerja"
    aspek = "c"
    uraian = "Pengalaman kerja pada badan hukum swasta sebelum diangkat dihitung separuh, paling lama delapan tahun."
    dampak = "Masa kerja golongan bertambah, gaji pokok mengikuti barisnya, dan KGB berikutnya lebih cepat."
    strategis = True
    pemilik = "SUB12"
    surat_pengantar = True
    dasar = (PP98, PP11)
    dapat_diperbaiki = ("tmt", "gaji_pokok", "mkg_tahun", "mkg_bulan")
    bagian = ("pangkat", "jejak_pangkat", "gaji", "unit", "jabatan")
    mengingat = MENGINGAT
    form = PmkForm
    naskah = NASKAH
    syarat = (
        Syarat("T-14", "Pengalaman pada badan hukum swasta, tiap kali setahun atau lebih, sebelum diangkat", PP11,
               masa_kerja.t14_pengalaman, dasar_lain=(PP98,)),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("pengalaman", "Surat keterangan pengalaman kerja"),
        DokumenSyarat("badan_hukum", "Akta atau pengesahan badan hukum tempat bekerja"),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("ijazah", "Ijazah saat pengalaman itu diperoleh", dosir="pendidikan"),
    )
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3),
        Langkah("verifikasi_bkd", "Verifikasi pengalaman dan hitungan", katalog.staf("SUB12"), sla_hari_kerja=3),
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
        """The first of next month."""
        return {"tmt": awal_bulan_berikut(tanggal)}

    def ringkas(self, profil, isian):
        """``Diakui 2 tahun 0 bulan, TMT 1 Desember 2026``."""
        return f"Diakui {tulis_masa(isian.get('bulan') or 0)}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """The one rule, for everybody."""
        return [(s, s.periksa(konteks)) for s in self.syarat]

    def akibat(self, konteks):
        """MKG and pay, before and from the TMT on."""
        bulan = konteks.isian.get("bulan")
        efek = _efek(konteks, bulan)
        if not bulan or efek is None:
            return []
        lama, baru, gaji = efek
        return [
            ("Masa kerja golongan", tulis_masa(lama), tulis_masa(baru)),
            ("Gaji pokok", tulis_rupiah(konteks.profil.gaji_pokok), tulis_rupiah(gaji.rupiah)),
        ]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_keputusan.py``. DitolakAlur without MKG or pay."""
        bulan, p = konteks.isian.get("bulan") or 0, konteks.profil
        efek = _efek(konteks, bulan)
        if efek is None:
            raise DitolakAlur("Masa kerja golongan belum tercatat; lengkapi riwayat pangkat atau gaji lebih dulu.")
        lama, baru, gaji = efek
        if gaji.rupiah is None:
            raise DitolakAlur(gaji.kalimat)
        masa = masa_kerja.masa_diisi(konteks.isian)
        return bahan_keputusan.data(
            self, konteks, tentang="PENINJAUAN MASA KERJA PEGAWAI NEGERI SIPIL", setelan=SETELAN,
            rincian=[("Gaji pokok lama", tulis_rupiah(p.gaji_pokok)), *((n, _sebut(a, b)) for a, b, n in masa)],
            lain={"pmk": {"tambahan": tulis_masa(bulan), "lama": tulis_masa(lama), "baru": tulis_masa(baru),
                          "gaji": bahan.uang(gaji.rupiah), "mkg": bahan.masa(baru), "bulan": bulan}},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """One RiwayatMasaKerja and one RiwayatGaji (PMK) dated TMT."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatMasaKerja):
            return
        isian, acuan = np.data["isian"], acuan_kini()
        profil = profil_satu(np.pegawai_id, per=np.tmt)
        bulan = akibat.beku(np, "pmk", "bulan") or isian["bulan"]
        _, baru, gaji = masa_kerja.efek_pmk(profil, bulan, np.tmt, acuan)
        badan = "; ".join(filter(None, (isian.get(f"badan_{i}") for i in (1, 2, 3))))
        RiwayatMasaKerja.objects.create(**akibat.kolom_sk(np), pengalaman=badan[:200], bulan=bulan)
        mkg = akibat.beku(np, "pmk", "mkg") or bahan.masa(baru)
        akibat.gantikan(RiwayatGaji, np)
        RiwayatGaji.objects.create(
            **akibat.kolom_sk(np), jenis="PMK", golongan_id=profil.golongan,
            gaji_pokok=akibat.beku(np, "pmk", "gaji", "rupiah") or gaji.rupiah,
            mkg_tahun=mkg["tahun"], mkg_bulan=mkg["bulan"],
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Four years of a company before anybody was born into service; eleven months."""
        lama = {"badan_1": "PT", "mulai_1": tanggal.replace(year=1970), "akhir_1": tanggal.replace(year=1974)}
        pendek = lama | {"akhir_1": tanggal.replace(year=1970, month=12)}
        return [
            Skenario("empat tahun", tanggal, isian=lambda p, a: lama),
            Skenario("kurang setahun", tanggal, isian=lambda p, a: pendek, maks=300),
        ]


def _efek(konteks, bulan):
    return masa_kerja.efek_pmk(konteks.profil, bulan or 0, konteks.tanggal, konteks.acuan)


def _sebut(mulai, akhir):
    """``1 Januari 2005 sampai 31 Desember 2008``: a spell for the decree; ``akhir`` is the day after its last."""
    return f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(akhir - timedelta(days=1))}"
