"""Penyelesaian tugas belajar dan pengaktifan kembali, atau penghentiannya. Dasar: SE PANRB 28/2021; Perpres 12/1961.

Finished: kedudukan 01, the bond counted from the finish. Stopped: kedudukan 01, no bond, and the cost to repay, computed and
shown with its source. Placement (M6), pencantuman gelar and KP are services of their own.
"""

from datetime import timedelta

from diklat.layanan.perpanjangan_tugas_belajar import tubel_contoh
from diklat.layanan.tugas_belajar import MENGINGAT, PERIKSA, PERPRES12, SE28, SETELAN, STAF, TERBIT
from diklat.tugas_belajar import akibat, aturan, fakta
from diklat.tugas_belajar.forms import SelesaiForm
from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from layanan import bahan_keputusan, bahan_naskah as bahan, katalog
from layanan.katalog import DokumenSyarat, Langkah, Layanan, Syarat, daftarkan, perlu_diperiksa, tidak, ya
from layanan.sensus import Skenario

NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Penyelesaian Tugas Belajar", "800.1.11",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini {% if d.lulus %}telah menyelesaikan{% else %}tidak "
    "menyelesaikan{% endif %} {{ d.studi.judul }};",
    MENGINGAT,
    "{% if d.lulus %}Menyatakan selesai{% else %}Menghentikan{% endif %} tugas belajarnya, dengan hari terakhir belajar tanggal "
    "{{ d.selesai.tulis }}, dan mengaktifkan kembali sebagai Pegawai Negeri Sipil terhitung mulai tanggal {{ d.tmt.tulis }}.\n"
    "{% if d.lulus %}Wajib menjalani ikatan dinas sampai dengan tanggal {{ d.ikatan.tulis }}{% else %}{% if d.bayar %}Wajib "
    "mengembalikan biaya pendidikan sebesar {{ d.ganti_rugi.tulis }}{% else %}Tidak ada biaya pendidikan yang dikembalikan"
    "{% endif %}{% endif %}.",
    nama=(("lulus", True), ("bayar", True), ("studi.judul", "S-2 Ilmu Administrasi Publik, Universitas Airlangga"), ("selesai.tulis", "31 Agustus 2028"),
          ("ikatan.tulis", "31 Agustus 2032"), ("ganti_rugi.tulis", "Rp60.000.000")),
)  # fmt: skip


def lulus(k):
    """He finished."""
    return k.isian.get("hasil") != "berhenti"


def biaya_diketahui(k):
    """Perpres 12/1961: what is to be repaid is known when the study is stopped."""
    if lulus(k):
        return ya("Selesai; tidak ada biaya yang dikembalikan.")
    tubel = k.lain.get("tubel")
    if tubel is None:
        return perlu_diperiksa("Riwayat tugas belajar belum dibaca.")
    rugi = ganti_rugi(k)
    if rugi is None:
        return tidak("Isi biaya yang sudah diterima; biaya itu dikembalikan bila tugas belajar dihentikan.")
    return ya(f"Yang dikembalikan {tulis_rupiah(rugi)}.", k.acuan.setelan("tb_ganti_rugi", k.tanggal))


def ganti_rugi(k):
    """Rupiah to repay, None when unknown, 0 for own cost."""
    tubel, diterima = k.lain.get("tubel") or {}, k.isian.get("biaya_diterima")
    if tubel.get("sendiri"):
        return 0
    biaya = int(diterima) if diterima not in (None, "") else tubel.get("biaya")
    return aturan.ganti_rugi(k.acuan, biaya=biaya, tanggal=k.tanggal)


@daftarkan
class SelesaiTugasBelajar(Layanan):
    """The end of one tugas belajar."""

    slug = "selesai-tugas-belajar"
    nama = "Penyelesaian Tugas Belajar dan Pengaktifan Kembali"
    aspek = "d"
    uraian = "Menyatakan tugas belajar selesai atau dihentikan, dan mengaktifkan kembali PNS-nya."
    dampak = "Kembali aktif; ikatan dinas dihitung sejak selesai, atau biaya dikembalikan bila dihentikan."
    strategis = True
    pemilik = "SUB31"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (SE28, PERPRES12)
    mengingat = MENGINGAT
    bagian = ("pangkat", "jabatan", "unit", "tinggal", "ikatan")
    form = SelesaiForm
    naskah = NASKAH
    syarat = (
        Syarat("TB-09", "Sedang menjalani tugas belajar", SE28, aturan.tb_berjalan),
        Syarat(
            "TB-10",
            "Biaya yang dikembalikan diketahui bila dihentikan",
            PERPRES12,
            biaya_diketahui,
            keyakinan="asumsi",
        ),
    )
    dokumen = (
        DokumenSyarat("ijazah", "Ijazah atau surat keterangan lulus", bila=lulus, kapan="bila lulus"),
        DokumenSyarat("transkrip", "Transkrip nilai"),
        DokumenSyarat("keterangan_kampus", "Surat keterangan perguruan tinggi tentang penghentian", bila=lambda k: not lulus(k),
                      kapan="bila dihentikan"),
        DokumenSyarat("lapor_diri", "Surat laporan diri"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=2),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan ikatan dinas", STAF, sla_hari_kerja=3),
        *PERIKSA,
        *TERBIT,
    )

    def siapkan(self, profil, isian):
        """The study that runs."""
        return {"tubel": fakta.berjalan(profil.pegawai_id, fakta.BELAJAR)}

    def isian_awal(self, profil, tanggal, acuan):
        """Finished on the last day of its period, or yesterday when that lies ahead."""
        tubel = fakta.berjalan(profil.pegawai_id, fakta.BELAJAR)
        kemarin = tanggal - timedelta(days=1)
        selesai = min(tubel["sampai"], kemarin) if tubel else kemarin
        return {"hasil": "lulus", "selesai": selesai, "tmt": selesai + timedelta(days=1)}

    def ringkas(self, profil, isian):
        """``Selesai 31 Agustus 2028``."""
        kata = "Dihentikan" if isian.get("hasil") == "berhenti" else "Selesai"
        return f"{kata} {tulis_tanggal(isian.get('selesai'))}"

    def akibat(self, konteks):
        """Kedudukan, bond, or repayment."""
        tubel, selesai = konteks.lain.get("tubel"), konteks.isian.get("selesai")
        if not tubel or not selesai:
            return []
        baris = (
            [("Kedudukan hukum", konteks.profil.kedudukan_nama or "–", "Aktif")]
            if tubel["cara"] == aturan.DIBEBASKAN
            else []
        )
        if lulus(konteks):
            ikatan = _ikatan(konteks)
            return [*baris, ("Ikatan dinas (asumsi)", "berjalan sejak mulai belajar",
                             f"{ikatan.bulan} bulan, sampai {tulis_tanggal(ikatan.sampai)}")]  # fmt: skip
        rugi = ganti_rugi(konteks)
        return [*baris, ("Ikatan dinas", "direncanakan", "tidak ada"),
                ("Biaya yang dikembalikan (asumsi)", "–", "belum diketahui" if rugi is None else tulis_rupiah(rugi))]  # fmt: skip

    def data_naskah(self, konteks):
        """The decree; ``selesai``, ``ikatan`` or ``ganti_rugi`` {rupiah, tulis}."""
        tubel, isi, selesai = konteks.lain.get("tubel") or {}, konteks.isian, konteks.isian.get("selesai")
        ikatan = _ikatan(konteks) if tubel and selesai else None
        rugi = None if lulus(konteks) else ganti_rugi(konteks)
        lain = {
            "studi": {"judul": tubel.get("judul", "")}, "lulus": lulus(konteks), "bayar": rugi != 0,
            "selesai": bahan.hari(selesai) or {"iso": "", "tulis": "……"},
            "ikatan": {"iso": f"{ikatan.sampai}" if ikatan else "", "tulis": tulis_tanggal(ikatan.sampai) if ikatan else "……"},
            "ganti_rugi": {"rupiah": rugi, "tulis": "……" if rugi is None else tulis_rupiah(rugi)},
        }  # fmt: skip
        rincian = [("Tugas belajar", lain["studi"]["judul"]), ("Hari terakhir belajar", lain["selesai"]["tulis"])]
        if isi.get("ipk"):
            rincian.append(("IPK", str(isi["ipk"]).replace(".", ",")))
        return bahan_keputusan.data(
            self,
            konteks,
            tentang=f"{'PENYELESAIAN' if lulus(konteks) else 'PENGHENTIAN'} TUGAS BELAJAR",
            setelan=SETELAN,
            rincian=rincian,
            lain=lain,
        )

    data_konsep = data_naskah

    def terapkan(self, naskah_pegawai):
        """Kedudukan 01, TUBEL cut, the bond or the repayment."""
        akibat.selesaikan(naskah_pegawai)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """He studies again."""
        Layanan.batalkan_akibat(self, naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        akibat.balik_selesai(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """Finished; stopped at the cost of the state, its amount unknown; nobody's study."""
        dibayar = tubel_contoh(tanggal) | {"sendiri": False, "biaya": None}
        henti = {"hasil": "berhenti", "selesai": tanggal}
        return [
            Skenario("lulus", tanggal, isian=lambda p, a: {"hasil": "lulus", "selesai": tanggal},
                     lain=lambda p, a: {"tubel": tubel_contoh(tanggal)}, maks=100),
            Skenario("berhenti", tanggal, isian=lambda p, a: henti, lain=lambda p, a: {"tubel": dibayar}, maks=100),
            Skenario("tidak ada", tanggal, lain=lambda p, a: {"tubel": {}}, maks=100),
        ]  # fmt: skip


def _ikatan(konteks):
    tubel = konteks.lain["tubel"]
    return aturan.ikatan(konteks.acuan, cara=tubel["cara"], mulai=tubel["mulai"], selesai=konteks.isian["selesai"],
                         luar_negeri=tubel["luar_negeri"])  # fmt: skip
