"""Perpanjangan perjanjian kerja PPPK, juga paruh waktu. Dasar: PP 49/2018 Ps. 37; Permen PANRB 70/2020; Kepmen PANRB 16/2025.

The OPD proposes at least six months before the end (many at once under one letter); the Menteri answers, or is taken to agree
after three months; then comes the agreement with two signatures, and the decree. Its effect is a further RiwayatKontrak from
the day after the running one; pay, KGB and post stay as they are. Rules: ``pengadaan/kontrak/aturan.py``.
"""

from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, tambah_bulan, tulis_tanggal
from kepegawaian.models import KebutuhanJabatan, KinerjaPeriodik, ProfilKini, RiwayatKontrak
from kepegawaian.profil import profil_satu
from layanan import akibat, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import BatasHukum, Dasar, DokumenSyarat, Langkah, Layanan, daftarkan
from layanan.sensus import Skenario
from pengadaan.kontrak import aturan, bahan
from pengadaan.kontrak.forms import JawabanMenteriForm, PerpanjanganForm, TembusanForm

STAF = katalog.staf("SUB21")


def _penuh(k):
    """The Menteri is asked for a PPPK; a paruh waktu is extended by the PPK himself (Kepmen PANRB 16/2025)."""
    return k.profil.status != aturan.PARUH


@daftarkan
class PerpanjanganPppk(Layanan):
    """One extension of one contract; several end together in one collective decree."""

    slug = "perpanjangan-pppk"
    dapat_diperbaiki = ("sampai", "upah")
    nama = "Perpanjangan Perjanjian Kerja PPPK"
    aspek = "b"
    uraian = "Perpanjangan masa hubungan perjanjian kerja PPPK dan PPPK paruh waktu menurut kinerja dan kebutuhan."
    dampak = "Perjanjian kerjanya berlaku sampai tanggal yang baru; gaji, KGB, dan jabatannya tetap."
    strategis = False
    pemilik = "SUB21"
    surat_pengantar = True
    akibat_terlambat = "Perjanjian kerjanya berakhir, dan ia tidak dapat bekerja lagi sesudah itu."
    dasar_terlambat = aturan.PANRB70
    dasar = (Dasar("PP 49/2018", "Pasal 37"), aturan.PANRB70, aturan.PANRB16)
    mengingat = bahan.MENGINGAT
    bagian = ("pangkat", "unit", "jabatan", "kinerja", "kontrak")
    form = PerpanjanganForm
    naskah = bahan.NASKAH
    kolektif = bahan.KOLEKTIF
    syarat = tuple(aturan.PPK.values())
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat usul perangkat daerah", wajib=False,
                      keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
        DokumenSyarat("perjanjian_lama", "Perjanjian kerja yang berjalan", dosir="kontrak"),
        DokumenSyarat("sk_pppk", "SK pengangkatan PPPK", dosir="status"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja (SKP) tahun terakhir", dosir="kinerja"),
        DokumenSyarat("pernyataan_kebutuhan", "Pernyataan kebutuhan dengan peta jabatan"),
        DokumenSyarat("surat_sehat", "Surat keterangan sehat"),
        DokumenSyarat("bebas_hukdis", "Pernyataan tidak sedang menjalani hukuman disiplin berat"),
    )  # fmt: skip
    alur = (
        Langkah("persetujuan_opd", "Usul kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3, boleh_tolak=False),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB21"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID2"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2, paraf=True,
                boleh_tolak=True),
        Langkah("jawaban_menteri", "Usul kepada dan jawaban Menteri PANRB", STAF, katalog.REKAM, sla_hari_kerja=65,
                form=JawabanMenteriForm, hasil={"tolak": "TOLAK"}, jalur="Menteri PANRB", tombol="Rekam jawaban Menteri",
                bila=_penuh, kapan="bagi PPPK, bukan paruh waktu", batas_hukum=BatasHukum(3, "bulan", aturan.PANRB70)),
        Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True, wajib=False),
        Langkah("perjanjian", "Perjanjian kerja perpanjangan", STAF, sla_hari_kerja=5, naskah=bahan.PERJANJIAN,
                tombol="Terbitkan perjanjian kerja"),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(bahan.SETELAN), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("tembusan_bkn", "Tembusan kepada Kepala BKN", STAF, katalog.SERAHKAN, sla_hari_kerja=5, form=TembusanForm,
                tombol="Catat tembusan BKN"),
        Langkah("serahkan", "Penyerahan SK dan perjanjian", STAF, katalog.SERAHKAN, sla_hari_kerja=5),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Need and holders of the post, quarters of the last year, and the number of the running contract."""
        return fakta(profil, isian.get("tmt") or profil.per)

    def isian_awal(self, profil, tanggal, acuan):
        """From the day after the running contract, for its own length inside the law."""
        akhir = profil.kontrak_sampai
        return {
            "tmt": aturan.esok(akhir) if akhir else None, "sampai": aturan.usul_sampai(profil, acuan, tanggal),
            "tanggal_usul": tanggal, "kebutuhan": "", "kompetensi": "", "surat_menteri": "",
            "upah": profil.upah if profil.status == aturan.PARUH else None,
        }  # fmt: skip

    def tenggat_usul(self, tmt, acuan):
        """Six months before the running contract ends (PPK-5)."""
        return aturan.batas_usul(tmt - timedelta(days=1), acuan.setelan("kontrak_usul_bulan", tmt))

    def ringkas(self, profil, isian):
        """``Sampai 31 Desember 2031, mulai 1 Januari 2027``."""
        return f"Sampai {tulis_tanggal(isian.get('sampai'))}, mulai {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """PPPK and paruh waktu have laws of their own; of anybody else only PPK-2 speaks."""
        status = konteks.profil.status
        kode = aturan.BAGI_PARUH if status == aturan.PARUH else aturan.BAGI_PPPK if status in PPPK else ("PPK-2",)
        return [(s, s.periksa(konteks)) for s in self.syarat if s.kode in kode and s.berlaku(konteks.tanggal)]

    def akibat(self, konteks):
        """Until when the contract runs; what stays."""
        p, sampai = konteks.profil, konteks.isian.get("sampai")
        if sampai is None:
            return []
        return [("Perjanjian kerja sampai", tulis_tanggal(p.kontrak_sampai), tulis_tanggal(sampai)),
                ("Golongan dan gaji", p.golongan or "–", "tetap")]  # fmt: skip

    def data_naskah(self, konteks):
        """What the decree prints. DitolakAlur when its length is not known."""
        if konteks.isian.get("sampai") is None:
            raise DitolakAlur("Masa perpanjangannya belum diisi.")
        return bahan.data_sk(self, konteks)

    def data_surat(self, kode, konteks):
        """The agreement of the step ``perjanjian``."""
        return bahan.data_perjanjian(self, konteks)

    def terapkan(self, naskah_pegawai):
        """One RiwayatKontrak dated TMT; whatever else the person has stays."""
        np, isian = naskah_pegawai, naskah_pegawai.data["isian"]
        if akibat.sudah_diterapkan(np, RiwayatKontrak):
            return
        sampai = date.fromisoformat(akibat.beku(np, "masa", "iso") or isian["sampai"])
        bentrok = RiwayatKontrak.objects.filter(pegawai_id=np.pegawai_id, dibatalkan_pada=None, tmt__lte=sampai).filter(
            Q(sampai=None) | Q(sampai__gte=np.tmt)).exclude(tmt=np.tmt)  # fmt: skip
        if bentrok.exists():
            raise DitolakAlur("Ada perjanjian kerja lain pada masa itu; periksa riwayat kontraknya.")
        profil = profil_satu(np.pegawai_id, per=np.tmt, bagian=("pangkat",))
        akibat.gantikan(RiwayatKontrak, np)
        RiwayatKontrak.objects.create(
            **akibat.kolom_sk(np), sampai=sampai, golongan_id=profil.golongan, paruh_waktu=profil.status == aturan.PARUH,
            upah=akibat.beku(np, "upah", "rupiah") or None,
        )  # fmt: skip

    def galat_perbaikan(self, profil, isian, acuan):
        """A corrected last day obeys PPK-2 and PPK-3."""
        kalimat = aturan.galat_masa(isian.get("tmt"), isian.get("sampai"), aturan.hari_terakhir_bup(profil), acuan)
        return {"sampai": kalimat} if kalimat else {}

    def skenario_sensus(self, tanggal):
        """Contracts that end half a year ahead: in order, bad performance, too long, late, unknown; paruh waktu likewise."""
        akhir = tambah_bulan(tanggal.replace(day=1), 8) - timedelta(days=1)
        tmt, acuan = aturan.esok(akhir), acuan_kini()
        lain = {"kebutuhan": 9, "terisi": 3, "triwulan": ["Baik"] * 4}

        def andai(status, **ganti):
            return lambda p: replace(
                p, status=status, kontrak_mulai=tambah_bulan(tmt, -60 if status == "PPPK" else -12), kontrak_sampai=akhir, **ganti)  # fmt: skip

        def isi(bulan, **ganti):
            dasar = {"sampai": tambah_bulan(tmt, bulan) - timedelta(days=1), "tanggal_usul": tanggal, "kebutuhan": "ya",
                     "kompetensi": "ya"}  # fmt: skip
            return lambda p, a: dasar | ganti

        sehat = {"kinerja": (aturan_kinerja(tanggal.year - 1, "Baik"),)}
        buruk = {"kinerja": (aturan_kinerja(tanggal.year - 1, "Kurang"),)}
        muda = aturan.batas_usul(akhir, acuan.setelan("kontrak_usul_bulan", tmt)) + timedelta(days=9)
        s = lambda nama, status, isian, ganti, maks=300, **tambah: Skenario(  # noqa: E731 - one line for each scenario below
            nama, tmt, isian=isian, lain=lambda p, a: lain | tambah, andai=andai(status, **ganti), maks=maks)  # fmt: skip
        return [
            s("PPPK setahun", "PPPK", isi(12), sehat, 1500), s("PPPK terlalu lama", "PPPK", isi(72), sehat),
            s("PPPK terlalu singkat", "PPPK", isi(6), sehat), s("PPPK kinerja kurang", "PPPK", isi(12), buruk),
            s("PPPK terlambat", "PPPK", isi(12, tanggal_usul=muda), sehat),
            s("PPPK tidak tercatat", "PPPK", lambda p, a: {}, {"kinerja": ()}, 20),
            s("paruh waktu setahun", aturan.PARUH, isi(12), sehat, 600), s("paruh waktu dua tahun", aturan.PARUH, isi(24), sehat),
            s("paruh waktu tidak stabil", aturan.PARUH, isi(12), sehat, triwulan=["Baik", "Kurang", "Baik", "Baik"]),
            Skenario("bukan PPPK", tmt, isian=isi(12), maks=200),
        ]  # fmt: skip


def aturan_kinerja(tahun, predikat):
    """A yearly result for a scenario."""
    from kepegawaian.profil import Kinerja  # noqa: PLC0415 - a scenario of the census only

    return Kinerja(tahun, predikat, None, None)


def fakta(profil, tanggal):
    """{kebutuhan, terisi, triwulan, kontrak} of a Profil: facts about others the rules and the decree need; four queries."""
    butuh = KebutuhanJabatan.objects.filter(
        unit_id=profil.unit_id, jabatan_id=profil.jabatan_id, berlaku_sejak__lte=tanggal
    )
    butuh = butuh.filter(Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=tanggal)).order_by("-berlaku_sejak")
    terisi = ProfilKini.objects.filter(aktif=True, unit_id=profil.unit_id, jabatan_id=profil.jabatan_id).count()
    akhir = profil.kontrak_sampai
    triwulan = KinerjaPeriodik.objects.filter(
        pegawai_id=profil.pegawai_id,
        periodik="2",
        dibatalkan_pada=None,
        sampai__gt=tambah_bulan(tanggal, -15),
        sampai__lt=tanggal,
    )
    lama = (
        RiwayatKontrak.objects.filter(pegawai_id=profil.pegawai_id, sampai=akhir, dibatalkan_pada=None)
        .order_by("-pk")
        .first()
    )
    return {
        "kebutuhan": butuh.values_list("kebutuhan", flat=True).first(), "terisi": terisi,
        "triwulan": list(triwulan.order_by("-sampai").values_list("predikat", flat=True)[:4]),
        "kontrak": {"nomor": lama.nomor_sk if lama else ""},
    }  # fmt: skip
