"""Penanganan pelanggaran disiplin PNS. Dasar: PP 94/2021; PerBKN 6/2022; PP 79/2021.

The process of ``regulasi/alur-layanan.md`` §3: steps 1 to 6 (atasan) and 7 to 19 (tim, BKD, decision, delivery, upaya
administratif) are this route. Confidential: only handlers, the holders of its steps and the tim open it; the person reads
his own summonses, BAP and SK on his page. Rules: ``disiplin/aturan.py``, ``syarat.py``; facts: ``fakta.py``; letters:
``bahan.py``; effect, on the day it comes into force: ``akibat.py``.
"""

from dataclasses import replace

from django.urls import reverse

from disiplin import akibat, aturan, bahan, cpns, fakta, kasus as perkara, syarat
from disiplin.forms import (
    HadirForm,
    HadirKeduaForm,
    IsianKasus,
    KeputusanForm,
    LhpForm,
    PanggilanForm,
    PanggilanKeduaForm,
    PembebasanForm,
    PemeriksaanForm,
    SidangForm,
    TelaahForm,
    TimForm,
    TtdBapForm,
)
from disiplin.forms_akhir import DokumentasiForm, PengirimanForm, PenyampaianForm, PutusanForm, UpayaForm, diterima
from disiplin.kabar import beri_tahu_terperiksa
from disiplin.tabel import jenis_hukuman, sebut_norma
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from layanan import katalog, rute
from layanan.bahan_keputusan import templat_keputusan
from layanan.katalog import BatasHukum, Dasar, DokumenSyarat, Langkah, Layanan, TemplatNaskah, daftarkan
from layanan.konteks import jawaban_langkah, susun_konteks
from layanan.sensus import Skenario

PP94, PP79 = "PP 94/2021", "PP 79/2021"
PBKN6 = Dasar("PerBKN 6/2022")
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
STAF, KABAN = katalog.staf("SUB11"), katalog.jabatan("KEPALA-BKPSDM")
PEJABAT, PENYAMPAI = katalog.Alamat("kantor", "pejabat"), katalog.Alamat("kantor", "penyampai")
PEMERIKSA = ("panggilan_1", "kehadiran_1", "panggilan_2", "kehadiran_2", "pemeriksaan", "tanda_tangan_bap", "lhp")
PEMUTUS = ("keputusan", "tanda_tangan", "penyampaian")
WAKIL = {"ringan": "R2", "sedang": "S2", "berat": "B2"}  # a kind of each level, while only the level is expected
# Steps whose answer ends the case, brings the penalty into force, or names who goes on.
MENENTUKAN = ("telaah_atasan", "telaah", "bentuk_tim", "lhp", "keputusan", "upaya", "keberatan", "banding")
HADIR = {"hadir": "Hadir", "tidak_hadir": "Tidak hadir"}
SISA = {"tidak_cukup": "Tidak cukup bukti, tidak dilanjutkan"}
UPAYA = {"tidak_ada": "Tidak ada upaya administratif", "keberatan": "Keberatan", "banding": "Banding administratif"}


def surat(judul, templat="naskah/surat.html", jenis="surat"):
    """How the own letter of a step is printed."""
    return TemplatNaskah(jenis, templat, "862", judul, POLA)


def _sk():
    """The SK: worded like other decrees, but in force by PP 94/2021 Ps. 38, not on the day it is set."""
    sk = templat_keputusan(
        "Keputusan Hukuman Disiplin", "862.1", bahan.MENIMBANG, bahan.MENGINGAT, bahan.DIKTUM, bahan.NAMA
    )
    bagian = tuple(replace(b, bawaan=bahan.DIKTUM) if b.kode == "diktum" else b for b in sk.bagian)
    return replace(sk, templat="naskah/hukuman_disiplin.html", bagian=bagian)


def _ringan(k):
    return k.isian.get("perkiraan") == "ringan"


@daftarkan
class HukumanDisiplin(Layanan):
    """One case from the allegation to the end of the penalty."""

    slug = fakta.SLUG
    nama = "Penanganan Pelanggaran Disiplin"
    aspek = "k"
    uraian = "Kasus pelanggaran disiplin dari dugaan, panggilan, dan pemeriksaan sampai hukuman berlaku. Rahasia."
    dampak = (
        "Hukuman berlaku pada harinya menurut PP 94/2021 Pasal 38; akibatnya tercatat pada riwayat sejak hari itu."
    )
    strategis = True
    rahasia = True
    tetap_tertutup = True
    tanya_diri = False
    halaman_buat = "disiplin:kasus_create"
    pengusul = ("atasan", "staf_bkd")
    pemilik = "SUB11"
    dasar = (Dasar(PP94), PBKN6, Dasar(PP79))
    mengingat = bahan.MENGINGAT
    akibat_terlambat = "Atasan yang tidak memanggil, memeriksa, atau melaporkan dihukum lebih berat."
    dasar_terlambat = Dasar(PP94, "Pasal 28")
    bagian = ("pangkat", "gaji", "jabatan", "unit", "hukuman")
    form = IsianKasus
    syarat = syarat.SYARAT
    naskah = _sk()
    dokumen = (
        DokumenSyarat("laporan", "Laporan, pengaduan, atau bukti awal", wajib=False),
        DokumenSyarat("rekap_presensi", "Rekap presensi", wajib=False, bila=lambda k: "4f" in (k.isian.get("dugaan") or ()),
                      kapan="bila tidak masuk kerja"),
    )  # fmt: skip
    alur = (
        Langkah("telaah_atasan", "Telaah awal atasan langsung", katalog.atasan_langsung, sla_hari_kerja=2, form=TelaahForm,
                sebutan={"atasan": "Panggil dan periksa sendiri", "teruskan": "Teruskan kepada BKD", **SISA},
                hasil={"atasan": "panggilan_1", "teruskan": "telaah", "tidak_cukup": "SELESAI"}, boleh_tolak=False,
                bila=_ringan, kapan="bila perkiraannya ringan"),
        Langkah("telaah", "Telaah staf dan penentuan jalur", STAF, sla_hari_kerja=3, form=TelaahForm,
                sebutan={"tim": "Bentuk tim pemeriksa", "atasan": "Diperiksa atasan langsung", **SISA},
                hasil={"tim": "periksa_kasubbid", "atasan": "panggilan_1", "tidak_cukup": "SELESAI"}),
        Langkah("periksa_kasubbid", "Pemeriksaan telaah oleh kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=1),
        Langkah("periksa_kabid", "Pemeriksaan telaah oleh kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=1),
        Langkah("bentuk_tim", "Pembentukan tim pemeriksa", KABAN, sla_hari_kerja=3, form=TimForm, boleh_tolak=False,
                sebutan={"bebas": "Bentuk tim, dan bebaskan sementara dari tugas jabatan", "tanpa": "Bentuk tim saja"},
                hasil={"tanpa": "panggilan_1"}, tombol="Tetapkan tim dan terbitkan keputusannya",
                naskah=surat("Keputusan Tim Pemeriksa", "naskah/disiplin_keputusan.html", "sk")),
        Langkah("pembebasan", "Pembebasan sementara dari tugas jabatan", katalog.atasan_langsung, sla_hari_kerja=1,
                form=PembebasanForm, boleh_tolak=False, tombol="Terbitkan pembebasan sementara",
                naskah=surat("Keputusan Pembebasan Sementara", "naskah/disiplin_keputusan.html", "sk")),
        Langkah("panggilan_1", "Panggilan I", katalog.atasan_langsung, sla_hari_kerja=2, form=PanggilanForm, boleh_tolak=False,
                naskah=surat("Surat Panggilan I"), tombol="Terbitkan panggilan I"),
        Langkah("kehadiran_1", "Kehadiran pada panggilan I", katalog.atasan_langsung, sla_hari_kerja=8, form=HadirForm,
                sebutan=HADIR, hasil={"hadir": "pemeriksaan", "tidak_hadir": "panggilan_2"}, boleh_tolak=False),
        Langkah("panggilan_2", "Panggilan II", katalog.atasan_langsung, sla_hari_kerja=2, form=PanggilanKeduaForm, boleh_tolak=False,
                naskah=surat("Surat Panggilan II"), tombol="Terbitkan panggilan II"),
        Langkah("kehadiran_2", "Kehadiran pada panggilan II", katalog.atasan_langsung, sla_hari_kerja=8, form=HadirKeduaForm,
                sebutan=HADIR, hasil={"hadir": "pemeriksaan", "tidak_hadir": "lhp"}, boleh_tolak=False),
        Langkah("pemeriksaan", "Pemeriksaan tertutup", katalog.atasan_langsung, sla_hari_kerja=3, form=PemeriksaanForm,
                boleh_tolak=False, tombol="Cetak berita acara",
                naskah=surat("Berita Acara Pemeriksaan", "naskah/disiplin_bap.html", "berita_acara")),
        Langkah("tanda_tangan_bap", "Penandatanganan berita acara", katalog.atasan_langsung, sla_hari_kerja=2, form=TtdBapForm,
                sebutan={"ditandatangani": "Ditandatangani keduanya", "menolak": "Yang diperiksa menolak menandatangani"},
                boleh_tolak=False),
        Langkah("lhp", "Laporan hasil pemeriksaan", katalog.atasan_langsung, sla_hari_kerja=5, form=LhpForm,
                hasil={"di_opd": "keputusan", "ke_bkd": "", "tim": "periksa_kasubbid", "tidak_terbukti": "SELESAI"},
                boleh_tolak=False, tombol="Terbitkan laporan hasil pemeriksaan",
                naskah=surat("Laporan Hasil Pemeriksaan", "naskah/berita_acara.html", "berita_acara")),
        Langkah("telaah_lhp", "Telaah kewenangan dan hasil pemeriksaan", STAF, sla_hari_kerja=3),
        Langkah("lhp_kasubbid", "Pemeriksaan hasil oleh kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=1,
                paraf=True),
        Langkah("lhp_kabid", "Pemeriksaan hasil oleh kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=1, paraf=True),
        Langkah("nota_dinas", "Nota dinas hasil pemeriksaan", KABAN, sla_hari_kerja=1, paraf=True, boleh_tolak=False,
                naskah=surat("Nota Dinas Hasil Pemeriksaan"), tombol="Terbitkan nota dinas"),
        Langkah("sidang", "Sidang pertimbangan", katalog.jabatan("SEKDA"), sla_hari_kerja=5, form=SidangForm, wajib=False,
                boleh_tolak=False, naskah=surat("Berita Acara Sidang Pertimbangan", "naskah/berita_acara.html", "berita_acara")),
        Langkah("keputusan", "Keputusan pejabat yang berwenang menghukum", PEJABAT, sla_hari_kerja=3, form=KeputusanForm,
                sebutan={"dijatuhi": "Dijatuhi hukuman", "dibebaskan": "Tidak dijatuhi hukuman"},
                hasil={"dibebaskan": "SELESAI"}, boleh_tolak=False),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2,
                boleh_tolak=False),
        Langkah("penyampaian", "Penyampaian tertutup kepada yang bersangkutan", PENYAMPAI, katalog.SERAHKAN, sla_hari_kerja=14,
                form=PenyampaianForm, sebutan={"disampaikan": "Diterima yang bersangkutan", "tidak_hadir": "Tidak hadir, dikirim"},
                hasil={"disampaikan": "upaya"}, batas_hukum=BatasHukum(14, "hari_kerja", Dasar(PP94, "Pasal 37 ayat (3)")),
                naskah=surat("Tanda Terima", "naskah/berita_acara.html", "berita_acara"), tombol="Rekam penyampaian"),
        Langkah("pengiriman", "Pengiriman ke alamat terakhir", STAF, katalog.SERAHKAN, sla_hari_kerja=3, form=PengirimanForm,
                batas_hukum=BatasHukum(3, "hari_kerja", Dasar("PerBKN 6/2022", "Pasal 49 ayat (8)")),
                naskah=surat("Bukti Pengiriman", "naskah/berita_acara.html", "berita_acara"), tombol="Rekam pengiriman"),
        Langkah("upaya", "Masa upaya administratif", STAF, katalog.SERAHKAN, sla_hari_kerja=15, form=UpayaForm, sebutan=UPAYA,
                hasil={"tidak_ada": "dokumentasi", "keberatan": "keberatan", "banding": "banding"}, tombol="Simpan"),
        Langkah("keberatan", "Putusan keberatan", STAF, katalog.REKAM, sla_hari_kerja=21, form=PutusanForm,
                hasil={"dikuatkan": "dokumentasi", "diubah": "dokumentasi", "dibatalkan": "SELESAI"}, tombol="Rekam putusan",
                batas_hukum=BatasHukum(21, "hari_kerja", Dasar(PP79, "Pasal 5"))),
        Langkah("banding", "Putusan BPASN", STAF, katalog.REKAM, sla_hari_kerja=65, form=PutusanForm, jalur="BPASN",
                hasil={"dibatalkan": "SELESAI"}, tombol="Rekam putusan",
                batas_hukum=BatasHukum(65, "hari_kerja", Dasar(PP79, "Pasal 13-16"))),
        Langkah("dokumentasi", "Pencatatan pada SIASN dan arsip rahasia", STAF, katalog.SERAHKAN, sla_hari_kerja=3,
                form=DokumentasiForm, tombol="Tandai sudah tercatat"),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Everything known of the case of this person; keys in ``disiplin/syarat.py``."""
        return fakta.susun(profil, isian)

    def isian_awal(self, profil, tanggal, acuan):
        """The day is today, found by the atasan, light: all to be changed."""
        return {"sumber": "atasan", "kejadian": tanggal, "perkiraan": "ringan"}

    def ringkas(self, profil, isian):
        """``Pasal 4 huruf f``: neither act nor level stands in a list."""
        norma = isian.get("dugaan") or ()
        return "; ".join(sebut_norma(n).removeprefix("PP 94/2021 ") for n in norma) or "belum diisi"

    def periksa(self, konteks):
        """Whether he serves and was punished before, from the start; the rest once a penalty is recommended."""
        ada = bool(syarat.putusan(konteks))
        return [(s, s.periksa(konteks)) for s in self.syarat
                if (ada or s.kode in syarat.AWAL) and s.berlaku(konteks.tanggal)]  # fmt: skip

    # ── addresses ────────────────────────────────────────────────────────────────────────────────────

    def _pejabat(self, konteks):
        kode = syarat.putusan(konteks).get("jenis") or WAKIL.get(konteks.isian.get("perkiraan"), "B2")
        return fakta.pejabat(konteks.profil, kode, konteks.acuan, konteks.tanggal)

    def kantor_langkah(self, kode, konteks):
        """Who decides by the table of authority; who delivers: he, or Kepala BKD for the Bupati."""
        kantor, _ = self._pejabat(konteks)
        return "KEPALA-BKPSDM" if kode == "penyampai" and kantor == "BUPATI" else kantor

    def sebutan_kantor(self, kode):
        """In words."""
        if kode == "penyampai":
            return "opd", "Pejabat yang menghukum atau yang ditunjuknya"
        return "pimpinan", "Pejabat yang berwenang menghukum"

    def kantor_penandatangan(self, konteks):
        """Who imposes it signs it."""
        return self._pejabat(konteks)[0]

    def penanda_tangan(self, acuan, tanggal):
        """By the table of authority."""
        return ["pejabat yang berwenang menghukum menurut jenjang jabatan pegawai dan tingkat hukumannya"]

    def _alamatkan(self, usulan, kasus, konteks, *, pemutus):
        """Addresses known on the way: the chair of the tim, and (``pemutus``) the office that decides."""
        baru = {}
        if ketua := perkara.ketua_tim(kasus):
            baru |= dict.fromkeys(PEMERIKSA, ketua)
        if pemutus:
            for langkah in PEMUTUS:
                baru[langkah] = rute.alamat(self.langkah(langkah).kepada, self, konteks, konteks.acuan)
            kasus.pejabat_jenjang = self._pejabat(konteks)[1]
            kasus.save(update_fields=["pejabat_jenjang"])
        if baru:
            rute.tetapkan_alamat(usulan, baru)

    # ── the steps ────────────────────────────────────────────────────────────────────────────────────

    def tmt_menyusul(self, konteks):
        """In force some weeks after it was received, or as the upaya administratif decides."""
        return True

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """Tim, examination, competent office, and what ends or brings the penalty into force."""
        kasus, hasil = perkara.berkas_kasus(usulan), jawaban.get("hasil", "")
        if kode == "bentuk_tim":
            anggota = {u: jawaban[u] for u in ("atasan", "pengawasan", "kepegawaian", "lain") if jawaban.get(u)}
            perkara.bentuk_tim(kasus, anggota, jawaban["ketua"], oleh=oleh)
        if kode in ("panggilan_1", "panggilan_2"):
            perkara.mulai_diperiksa(usulan, oleh)
        if kode == "lhp" and hasil != "tidak_terbukti":
            kasus.norma = jawaban["norma"]
            kasus.save(update_fields=["norma"])
        if kode == "keputusan" and hasil == "dijatuhi":
            kasus.jenis, kasus.jabatan_baru = jawaban["jenis"], jawaban.get("jabatan_baru") or ""
            kasus.save(update_fields=["jenis", "jabatan_baru"])
        if kode in MENENTUKAN:
            langkah = jawaban_langkah(usulan.langkah.all()) | {kode: jawaban}
            k = susun_konteks(self, usulan.pegawai_id, usulan.isian, oleh.hari_ini, langkah=langkah)
            self._alamatkan(usulan, kasus, k, pemutus=kode in ("lhp", "keputusan") and bool(syarat.putusan(k)))
            self._akhir(usulan, kasus, kode, hasil, jawaban, k, oleh)
        beri_tahu_terperiksa(usulan, kode, oleh=oleh)

    def _akhir(self, usulan, kasus, kode, hasil, jawaban, k, oleh):
        sk = k.lain.get("tanggal_sk")
        if hasil == "tidak_cukup":
            perkara.akhiri(usulan, kasus, "tidak_dilanjutkan", oleh)
        elif hasil in ("tidak_terbukti", "dibebaskan"):
            perkara.akhiri(usulan, kasus, "tidak_terbukti", oleh)
        elif hasil == "dibatalkan":
            perkara.akhiri(usulan, kasus, "dibatalkan", oleh)
        elif kode == "upaya" and hasil == "tidak_ada":
            tmt = perkara.hari_berlaku(k.acuan, diterima(k), oleh.hari_ini)
            perkara.jatuhkan(usulan, kasus, tmt, acuan=k.acuan, tanggal_sk=sk, oleh=oleh)
        elif kode in ("keberatan", "banding"):
            kasus.jenis = jawaban.get("jenis_baru") or kasus.jenis
            tmt = perkara.tanggal(jawaban["mulai"])
            perkara.jatuhkan(usulan, kasus, tmt, acuan=k.acuan, tanggal_sk=sk, oleh=oleh)

    def setelah_berhenti(self, usulan, oleh):
        """A case that is withdrawn leaves nobody under examination."""
        perkara.akhiri(usulan, perkara.berkas_kasus(usulan), "tidak_dilanjutkan", oleh)

    # ── what is printed and written ──────────────────────────────────────────────────────────────────

    def akibat(self, konteks):
        """The penalty, what it does, and that it begins on its own day."""
        kode = syarat.putusan(konteks).get("jenis")
        jenis = jenis_hukuman().get(kode or "")
        if jenis is None:
            return []
        rezim = aturan.dijatuhkan(kode, konteks.acuan.setelan("rezim_hukuman_sedang", konteks.tanggal))
        baris = [("Hukuman disiplin", "–", f"{jenis.nama} ({kode})")]
        if rezim != kode:
            baris.append(
                ("Dijatuhkan sebagai (PP 94/2021 Pasal 42)", kode, f"{jenis_hukuman()[rezim].nama} ({rezim})")
            )
        if konteks.profil.status == "CPNS" and jenis.tingkat in cpns.TINGKAT:
            baris.append(
                ("Status kepegawaian", "CPNS", f"diberhentikan sebagai CPNS ({cpns.DASAR}); diusulkan sesudah berlaku")
            )
        if jenis.bulan:
            baris.append(("KP dan KGB", "menurut waktunya", "ditahan sampai hukuman berakhir"))
        if terima := diterima(konteks):
            tmt = perkara.hari_berlaku(konteks.acuan, terima, konteks.tanggal)
            baris.append(("Berlaku bila tanpa upaya administratif", "–", tulis_tanggal(tmt)))
        return baris

    def data_naskah(self, konteks):
        """The SK; keys in ``disiplin/bahan.py``."""
        return bahan.data_sk(self, konteks)

    def data_surat(self, kode, konteks):
        """The letters of the steps."""
        jawab = konteks.langkah.get(kode) or {}
        ketua = self._ketua(konteks)
        if kode in ("panggilan_1", "panggilan_2"):
            return bahan.panggilan(self, konteks, jawab, "I" if kode.endswith("1") else "II", ketua)
        if kode in ("pemeriksaan", "lhp"):
            return getattr(bahan, "bap" if kode == "pemeriksaan" else "lhp")(self, konteks, jawab, ketua)
        if kode in ("penyampaian", "pengiriman"):
            return bahan.tanda_terima(self, konteks, jawab, PENYAMPAI if kode == "penyampaian" else KABAN)
        if kode == "nota_dinas":
            return bahan.nota(self, konteks)
        return {"bentuk_tim": bahan.sk_tim, "pembebasan": bahan.pembebasan, "sidang": bahan.sidang}[kode](
            self, konteks, jawab
        )

    def _ketua(self, konteks):
        kasus = fakta.kasus_berjalan(konteks.profil.pegawai_id)
        return (kasus and perkara.ketua_tim(kasus)) or katalog.atasan_langsung

    def tautan(self, usulan, hak):
        """The page of the BAP; of a CPNS whose penalty is in force the pemberhentian that follows."""
        bap = [("Pemeriksaan dan berita acara", reverse("disiplin:pemeriksaan", args=[usulan.nomor]))]
        return [*bap, *cpns.tautan(usulan, hak, acuan_kini())]

    def terapkan(self, naskah_pegawai):
        """The rows of the penalty, dated the day it came into force."""
        akibat.terapkan(naskah_pegawai)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """Every row reversed, and the case known as annulled."""
        super().batalkan_akibat(naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        perkara.tandai_dibatalkan(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """Cases of every level over the regency, well and badly prepared; facts as if their papers were there."""
        return [
            Skenario(n, tanggal, isian=_isian_uji, lain=_fakta_uji(i)) for i, n in enumerate(("tertib", "tercecer"))
        ]


def _isian_uji(profil, acuan):
    return {"kejadian": profil.per, "dugaan": ["4f"], "perkiraan": "ringan"}


def _fakta_uji(cara):
    jenjang = ("pengawas", "administrator", "bupati")

    def lain(profil, acuan):
        n = (profil.pegawai_id or 0) + cara
        jenis = ("R2", "S1", "B1", "B3")[n % 4]
        lalu = [{"jenis": "R3", "norma": ["4f"], "nomor": "862.1/1"}] if n % 5 == 0 else []
        return {
            "putusan": {"jenis": jenis, "norma": ["4f"] if n % 3 else ["3d"]}, "pejabat": jenjang[n % 3],
            "tim": ["Ketua: A"] if n % 2 else [], "bap": n % 2, "luput": 2 if n % 7 == 0 else 0, "lalu": lalu,
            "lain_kasus": ["862.1/9"] if n % 11 == 0 else [], "rekap": None if n % 13 == 0 else {"hari": (5, 12, 22, 30)[(n + (n % 5 == 1)) % 4], "berturut": 0},
        }  # fmt: skip

    return lain
