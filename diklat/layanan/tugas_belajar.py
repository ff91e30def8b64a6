"""Tugas belajar. Dasar: SE PANRB 28/2021; Perpres 12/1961.

Released from duty, or beside the work; own cost, sponsor, or the state. Effect (``tugas_belajar.akibat``): the monitoring
row and the bond of both; who is released stands on kedudukan 03 with his period (RiwayatTinggal TUBEL, so TPP and
penempatan follow) and gives up a structural or functional post. Extension and finish: the files beside this one.
"""

from dataclasses import replace
from datetime import date

from diklat.tugas_belajar import akibat, aturan, fakta
from diklat.tugas_belajar.forms import HasilSeleksiForm, TugasBelajarForm
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan import bahan_keputusan, bahan_naskah as bahan, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

SE28, PERPRES12 = Dasar("SE PANRB 28/2021"), Dasar("Perpres 12/1961")
SETELAN = "tb_penanda_tangan"
STAF = katalog.staf("SUB31")
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "Perpres 12/1961")
CARA, BIAYA, JENJANG = dict(aturan.CARA), dict(aturan.BIAYA), dict(aturan.JENJANG)
NAMA = (
    ("studi.jenjang", "S-2"), ("studi.prodi", "Ilmu Administrasi Publik"), ("studi.sekolah", "Universitas Airlangga"),
    ("studi.cara", "Dibebaskan dari tugas jabatan"), ("studi.biaya", "APBD"), ("sampai.tulis", "31 Agustus 2028"),
    ("jabatan_selama", "Penelaah Teknis Kebijakan"), ("dibebaskan", True), ("ikatan.kali", "dua"), ("ikatan.tulis", "31 Agustus 2032"),
)  # fmt: skip
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Pemberian Tugas Belajar", "800.1.11",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat dan lulus seleksi untuk mengikuti "
    "pendidikan {{ d.studi.jenjang }} {{ d.studi.prodi }} pada {{ d.studi.sekolah }};",
    MENGINGAT,
    "Memberikan tugas belajar pada program {{ d.studi.jenjang }} {{ d.studi.prodi }}, {{ d.studi.sekolah }}, terhitung mulai tanggal "
    "{{ d.tmt.tulis }} sampai dengan tanggal {{ d.sampai.tulis }}.\n"
    "{% if d.dibebaskan %}Selama tugas belajar dibebaskan dari tugas jabatannya"
    "{% if d.jabatan_selama %} dan berkedudukan sebagai {{ d.jabatan_selama }} pada {{ d.pegawai.unit }}{% endif %}"
    "{% else %}Selama tugas belajar tetap menjalankan tugas jabatannya{% endif %}.\n"  # a line never ends with a tag
    "Biaya pendidikan: {{ d.studi.biaya }}.\n"
    "Wajib melaporkan kemajuan belajar tiap semester, melapor paling lama satu bulan sesudah selesai, dan menjalani ikatan dinas "
    "{{ d.ikatan.kali }} kali lamanya belajar; apabila tidak, wajib mengembalikan biaya pendidikan.",
    nama=NAMA,
)  # fmt: skip
PERIKSA = (
    Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB31"), sla_hari_kerja=2),
    Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID3"), sla_hari_kerja=2, paraf=True),
    Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2, paraf=True,
            boleh_tolak=True),
    Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True, wajib=False),
)  # fmt: skip
TERBIT = (
    Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
    Langkah(
        "tanda_tangan", "Penandatanganan SK", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN, sla_hari_kerja=3
    ),
    Langkah("serahkan", "Penyerahan SK", STAF, katalog.SERAHKAN, sla_hari_kerja=2),
)
VERIFIKASI = (
    Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=2),
    Langkah(
        "rekomendasi_opd",
        "Rekomendasi kepala perangkat daerah",
        katalog.kepala_opd,
        sla_hari_kerja=3,
        boleh_tolak=False,
    ),
    Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", STAF, sla_hari_kerja=3),
)


def sendiri(k):
    """Own cost."""
    return k.isian.get("biaya") == "sendiri"


@daftarkan
class LayananTugasBelajar(Layanan):
    """One tugas belajar of one PNS."""

    slug = "tugas-belajar"
    nama = "Tugas Belajar"
    aspek = "d"
    uraian = (
        "Tugas belajar dibebaskan dari tugas atau tetap menjalankan tugas, dengan biaya negara, sponsor, atau sendiri."
    )
    dampak = (
        "Masa belajar dan ikatan dinasnya tercatat; yang dibebaskan berkedudukan tugas belajar dan melepas jabatan struktural "
        "atau fungsionalnya."
    )
    strategis = True
    pemilik = "SUB31"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (SE28, PERPRES12)
    mengingat = MENGINGAT
    bagian = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "tinggal", "ikatan")
    form = TugasBelajarForm
    naskah = NASKAH
    syarat = (
        Syarat("TB-01", "Paling singkat 1 tahun sejak diangkat PNS", SE28, aturan.tb01_masa_pns),
        Syarat("TB-02", "Kinerja paling rendah Baik", SE28, aturan.tb02_kinerja, keyakinan="sebagian"),
        Syarat("TB-03", "Tidak dihukum sedang atau berat, tidak diberhentikan sementara, tidak pernah gagal tugas belajar", SE28,
               aturan.tb03_disiplin, rahasia=True),
        Syarat("TB-04", "Sisa masa kerja sebelum BUP cukup", SE28, aturan.tb04_sisa_masa, keyakinan="asumsi"),
        Syarat("TB-05", "Program studi terakreditasi", SE28, aturan.tb05_akreditasi, keyakinan="sebagian"),
        Syarat("TB-06", "Program studi ada dalam rencana kebutuhan", SE28, aturan.tb06_rencana, keyakinan="sebagian"),
        Syarat("TB-07", "Batas usia menurut ketentuan lama", SE28, aturan.tb07_usia, keyakinan="sebagian"),
        Syarat("TB-08", "Jangka waktu tidak melebihi jenjangnya", SE28, aturan.tb08_lama, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("rekomendasi", "Surat rekomendasi kepala perangkat daerah"),
        DokumenSyarat("lulus_seleksi", "Surat diterima (LoA) atau keterangan lulus seleksi perguruan tinggi"),
        DokumenSyarat("jaminan_biaya", "Surat jaminan biaya atau pemberian beasiswa", bila=lambda k: not sendiri(k),
                      kapan="bila bukan biaya sendiri"),
        DokumenSyarat("biaya_mandiri", "Surat pernyataan biaya sendiri", bila=sendiri, kapan="bila biaya sendiri"),
        DokumenSyarat("akreditasi", "Akreditasi program studi"),
        DokumenSyarat("perjanjian", "Perjanjian tugas belajar dan ikatan dinas",
                      keterangan="Konsepnya diunduh pada Pengembangan saya, sesudah cara, tanggal mulai, dan tanggal akhirnya disimpan."),
        DokumenSyarat("sehat", "Surat keterangan sehat"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
        DokumenSyarat("bebas_hukdis", "Surat pernyataan tidak sedang menjalani hukuman disiplin"),
    )  # fmt: skip
    alur = (
        *VERIFIKASI,
        Langkah("seleksi", "Seleksi tugas belajar", STAF, katalog.REKAM, sla_hari_kerja=10, form=HasilSeleksiForm,
                hasil={"tidak": "TOLAK"}, jalur="Tim seleksi tugas belajar", tombol="Rekam hasil seleksi"),
        *PERIKSA,
        *TERBIT,
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The need plan, an earlier failure, and the post meanwhile."""
        return {
            "rencana": fakta.rencana(profil.per.year, isian.get("rencana"), profil.opd_id),
            "gagal": fakta.gagal_terakhir(profil.pegawai_id),
            "selama": fakta.nama_jabatan(isian.get("jabatan_selama")),
        }

    def isian_awal(self, profil, tanggal, acuan):
        """The next level, from the first of September, beside the work."""
        mulai = date(tanggal.year + (tanggal.month > 7), 9, 1)
        jenjang = {"S1": "S2", "D4": "S2", "S2": "S3"}.get(profil.pendidikan, "S1")
        tahun = acuan.setelan("tb_lama_maks", tanggal)[jenjang]
        return {"cara": aturan.TETAP, "jenjang": jenjang, "biaya": "sendiri", "tmt": mulai,
                "sampai": aturan.akhir(mulai, 12 * tahun), "jabatan_selama": "", "rencana": ""}  # fmt: skip

    def ringkas(self, profil, isian):
        """``S-2 Ilmu Administrasi Publik, Universitas Airlangga``."""
        if not isian.get("prodi"):
            return self.nama
        return f"{JENJANG.get(isian.get('jenjang'), '')} {isian['prodi']}, {isian.get('sekolah') or '–'}"

    def akibat(self, konteks):
        """Period, kedudukan, post, allowance, bond."""
        p, isi = konteks.profil, konteks.isian
        if not isi.get("sampai") or not isi.get("cara"):
            return []
        baris = [("Tugas belajar", "–", f"{tulis_tanggal(konteks.tanggal)} – {tulis_tanggal(isi['sampai'])}")]
        if isi["cara"] == aturan.DIBEBASKAN:
            baris.append(("Kedudukan hukum", p.kedudukan_nama or "–", "Tugas belajar"))
            if isi.get("jabatan_selama"):
                baris.append(("Jabatan", p.jabatan or "–", konteks.lain.get("selama") or "–"))
                baris.append(("Tunjangan jabatan", "menurut jabatannya", "berhenti bersama jabatannya"))
        ikatan = _ikatan(konteks)
        return [*baris, ("Ikatan dinas (asumsi)", "–", f"{ikatan.bulan} bulan, sampai {tulis_tanggal(ikatan.sampai)}")]

    def data_naskah(self, konteks):
        """The decree; keys in ``NAMA`` and ``layanan/bahan_keputusan.py``."""
        isi, ikatan = konteks.isian, _ikatan(konteks)
        studi = {"jenjang": JENJANG.get(isi.get("jenjang"), ""), "prodi": isi.get("prodi") or "", "sekolah": isi.get("sekolah") or "",
                 "cara": CARA.get(isi.get("cara"), ""), "biaya": BIAYA.get(isi.get("biaya"), "")}  # fmt: skip
        if isi.get("sponsor"):
            studi["biaya"] += f" ({isi['sponsor']})"
        kali = konteks.acuan.setelan("tb_ikatan_kali", konteks.tanggal).get(isi.get("cara"), 0)
        rincian = (("Program", f"{studi['jenjang']} {studi['prodi']}"), ("Perguruan tinggi", studi["sekolah"]), ("Cara", studi["cara"]),
                   ("Masa", f"{tulis_tanggal(konteks.tanggal)} sampai dengan {tulis_tanggal(isi.get('sampai'))}"))  # fmt: skip
        lain = {
            "studi": studi, "sampai": bahan.hari(isi.get("sampai")) or {"iso": "", "tulis": "……"},
            "dibebaskan": isi.get("cara") == aturan.DIBEBASKAN, "jabatan_selama": konteks.lain.get("selama") or "",
            "ikatan": {"kali": {1: "satu", 2: "dua", 3: "tiga"}.get(kali, str(kali)),
                       "tulis": tulis_tanggal(ikatan.sampai) if ikatan else "……"},
        }  # fmt: skip
        return bahan_keputusan.data(
            self, konteks, tentang="PEMBERIAN TUGAS BELAJAR", setelan=SETELAN, rincian=rincian, lain=lain
        )

    data_konsep = data_naskah

    def terapkan(self, naskah_pegawai):
        """The period, the kedudukan, the bond; ``tugas_belajar.akibat``."""
        akibat.mulai(naskah_pegawai)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """Its rows fall as those of any decree, the monitoring with them."""
        Layanan.batalkan_akibat(self, naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        akibat.balik_mulai(naskah_pegawai, cara=cara, tmt=tmt)

    def skenario_sensus(self, tanggal):
        """In order; too long, not accredited, not planned; failed before; abroad, nothing filled in; the old age caps."""
        mulai = tambah_bulan(tanggal.replace(day=1), 1)
        baik = {"cara": aturan.TETAP, "jenjang": "S2", "akreditasi": "Unggul", "sampai": aturan.akhir(mulai, 24)}
        buruk = baik | {"cara": aturan.DIBEBASKAN, "akreditasi": "C", "sampai": aturan.akhir(mulai, 36)}
        ada, tiada = {"ada": True, "cocok": "S-2 Hukum tahun 2027"}, {"ada": True, "cocok": ""}
        lama = date(2021, 9, 1)
        return [
            Skenario("lengkap", mulai, isian=lambda p, a: baik, lain=lambda p, a: {"rencana": ada, "gagal": None}),
            Skenario("kurang", mulai, isian=lambda p, a: buruk,
                     lain=lambda p, a: {"rencana": tiada, "gagal": tambah_bulan(tanggal, -6)}),
            Skenario("belum diisi", mulai, isian=lambda p, a: {"luar_negeri": True}, maks=60,
                     andai=lambda p: replace(p, tmt_pns=None)),
            Skenario("ketentuan lama", lama, isian=lambda p, a: baik | {"sampai": aturan.akhir(lama, 24)},
                     lain=lambda p, a: {"rencana": ada, "gagal": None}, maks=60),
        ]  # fmt: skip


def _ikatan(konteks):
    """The bond as planned, or None while the answers are not complete."""
    isi = konteks.isian
    if not isi.get("sampai") or isi.get("cara") not in CARA:
        return None
    return aturan.ikatan(konteks.acuan, cara=isi["cara"], mulai=konteks.tanggal, selesai=isi["sampai"],
                         luar_negeri=bool(isi.get("luar_negeri")))  # fmt: skip
