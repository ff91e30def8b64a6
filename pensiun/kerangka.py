"""Kerangka semua layanan pemberhentian: syarat bersama, berkas, rute, dan akibatnya.

Law: PP 11/2017 Ps. 238-308; PerBKN 2/2018 (pertek), 3/2020; regulasi pensiun §8 (documents), §9 (route and effect). A kind is
one file in ``pensiun/layanan/`` that declares its own rules, wording and documents.
"""

from dataclasses import replace
from functools import partial

from kepegawaian.aturan import SATYALANCANA, tambah_bulan, tulis_rupiah, tulis_tanggal
from kepegawaian.profil import profil_satu
from layanan import aturan_pengabdian as pgb, katalog, tanda_kehormatan
from layanan.forms_luar import PertekForm, SkLuarForm
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat
from layanan.sensus import Skenario
from layanan.susulan import Kecuali
from pensiun import akibat, bahan, rencana
from pensiun.aturan import sebab, umum
from pensiun.forms_berhenti import DpcpForm, SerahForm

PP11 = "PP 11/2017"
PBKN3 = Dasar("PerBKN 3/2020")
UU11 = Dasar("UU 11/1969", "Pasal 9")
PS305 = Dasar(PP11, "Pasal 305")
PS27 = Dasar("PP 99/2000", "Pasal 27")
STAF = katalog.staf("SUB43")
BAGIAN = ("pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "kinerja", "hukuman", "ikatan", "tinggal", "tanggungan",
          "kontrak", "penghargaan")  # fmt: skip
DICETAK = "bila SK ditetapkan Bupati"


def presiden(k):
    """PP 11/2017 Ps. 288-289, 306: JF ahli utama by the Presiden; a limit of pangkat only where the setting names one."""
    batas = k.acuan.golongan(k.acuan.setelan("pensiun_presiden_golongan", k.tanggal))
    tinggi = batas is not None and k.profil.golongan_urutan is not None and k.profil.golongan_urutan >= batas.urutan
    return k.profil.jenjang == "ahli_utama" or tinggi


bupati = Kecuali(presiden)


# ── rules shared ─────────────────────────────────────────────────────────────────────────────────────


def syarat_umum(kode=""):
    """BHT-01 of a kind ("": the one chosen)."""
    return Syarat("BHT-01", "Status kepegawaian sesuai jenisnya dan belum berhenti", Dasar("UU 20/2023", "Pasal 52"),
                  umum.bht01(kode))  # fmt: skip


def syarat_hak(kode="", *, masa=True, usia=False, keyakinan="pasti"):
    """The rules of the right to a pension: PEN-1 (masa kerja), PEN-2 (usia), PEN-4."""
    hasil = []
    if masa:
        hasil.append(Syarat("PEN-1", "Masa kerja pensiun mencukupi", UU11, umum.pen1(kode), keyakinan=keyakinan,
                            dasar_lain=(PS305,)))  # fmt: skip
    if usia:
        hasil.append(Syarat("PEN-2", "Usia mencukupi untuk hak pensiun", UU11, umum.pen2(kode), keyakinan=keyakinan,
                            dasar_lain=(PS305,)))  # fmt: skip
    hasil.append(Syarat("PEN-4", "Hak pensiun, atau pernyataan tanpa hak pensiun", PS305, umum.pen4(kode),
                        keyakinan=keyakinan))  # fmt: skip
    return tuple(hasil)


DIS8 = Syarat("DIS-8", "Tidak sedang dalam pemeriksaan disiplin", Dasar("PerBKN 3/2020", "Pasal 5 ayat (6)"),
              umum.dis8_diperiksa, rahasia=True, dasar_lain=(Dasar("PerBKN 2/2019", "Pasal 6"),))  # fmt: skip
BHT03 = Syarat("BHT-03", "Ada janda, duda, atau anak yang berhak", Dasar("UU 11/1969", "Pasal 16-17"), umum.ada_ahli_waris,
               keyakinan="sebagian")  # fmt: skip
BHT08 = Syarat("BHT-08", "Dasar pemberhentiannya terbukti", Dasar(PP11), sebab.bht08_terbukti, keyakinan="sebagian",
               dasar_lain=(Dasar("PP 49/2018", "Pasal 52-53"),))  # fmt: skip
_KP = {
    "KP-P01": ("Masa kerja 30 tahun atau lebih: paling singkat 1 bulan dalam pangkat", pgb.masa_pengabdian("KP-P01"), "pasti"),
    "KP-P02": ("Masa kerja 20 sampai 30 tahun: paling singkat 1 tahun dalam pangkat", pgb.masa_pengabdian("KP-P02"), "pasti"),
    "KP-P03": ("Masa kerja 10 sampai 20 tahun: paling singkat 2 tahun dalam pangkat", pgb.masa_pengabdian("KP-P03"), "pasti"),
    "KP-P04": ("Tidak dijatuhi hukuman disiplin sedang atau berat dalam 1 tahun terakhir", pgb.p04_disiplin, "pasti"),
    "KP-P05": ("Predikat kinerja sekurang-kurangnya Baik 1 tahun terakhir", pgb.p05_predikat, "pasti"),
}  # fmt: skip


def _pada_pengabdian(aturan, kode, k):
    """The rule asked on the TMT of the KP pengabdian."""
    kp = rencana.konteks_pengabdian(k, kode)
    return aturan(kp) if kp else katalog.perlu_diperiksa("TMT kenaikan pangkat pengabdiannya belum diketahui.")


def syarat_pengabdian(kode, *yang):
    """The rules of the KP pengabdian in the same SK (T-15), those named; asked only when the form wants it."""
    return tuple(
        Syarat(kp, _KP[kp][0], PS27, partial(_pada_pengabdian, _KP[kp][1], kode), keyakinan=_KP[kp][2],
               rahasia=kp == "KP-P04")
        for kp in yang
    )  # fmt: skip


# ── documents (§8) ───────────────────────────────────────────────────────────────────────────────────


def _ada(hubungan):
    return lambda k: any(t.hubungan == hubungan for t in k.profil.tanggungan)


def dokumen_pensiun(*tambahan, pernyataan=True):
    """Documents of a pension, then those of one kind; what the dosir has is not asked again."""
    diri = (
        DokumenSyarat("pernyataan_pidana", "Surat pernyataan tidak sedang dalam proses pidana dan tidak pernah dipidana"),
        DokumenSyarat("pernyataan_hukdis", "Surat pernyataan tidak dijatuhi hukuman disiplin sedang atau berat 1 tahun terakhir"),
        DokumenSyarat("pernyataan_bmd", "Surat pernyataan pengembalian barang milik daerah"),
    )  # fmt: skip
    return (
        DokumenSyarat("surat_pengantar", "Surat pengantar perangkat daerah", wajib=False,
                      keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pns", "SK PNS", dosir="status"),
        DokumenSyarat("sk_pangkat", "SK kenaikan pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_pmk", "SK peninjauan masa kerja", dosir="masa_kerja", bila=lambda k: k.profil.pmk_bulan > 0,
                      kapan="bila masa kerjanya pernah ditinjau"),
        DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan"),
        DokumenSyarat("sk_kgb", "Surat KGB terakhir", dosir="gaji"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("susunan_keluarga", "Daftar susunan keluarga"),
        DokumenSyarat("akta_nikah", "Akta nikah", dosir="keluarga", bila=_ada("pasangan"), kapan="bila bersuami atau beristri"),
        DokumenSyarat("akta_cerai", "Akta cerai atau akta kematian suami atau istri", wajib=False, kapan="bila ada"),
        DokumenSyarat("akta_anak", "Akta lahir anak di bawah 25 tahun, dan surat keterangan kuliah", bila=_ada("anak"),
                      kapan="bila ada anak yang tertanggung"),
        *(diri if pernyataan else ()),
        DokumenSyarat("sk_cltn", "SK cuti di luar tanggungan negara", dosir="tinggal", bila=lambda k: k.profil.cltn_bulan > 0,
                      kapan="bila pernah"),
        DokumenSyarat("identitas", "KTP, KK, NPWP, rekening, dan pas foto"),
        DokumenSyarat("tabungan_perumahan", "Pengembalian tabungan perumahan", wajib=False,
                      keterangan="Bila pernah menjadi peserta; ketentuannya masih berubah."),
        *tambahan,
    )  # fmt: skip


# ── route (§9) ───────────────────────────────────────────────────────────────────────────────────────


def alur_berhenti(naskah, *, dpcp=True, pertek=True, opd=True, sisipan=(), akhir=()):
    """OPD, Subbidang Pensiun with the DPCP, Kabid, Kepala BKD, pertek of BKN, the SK of the Bupati or of the Presiden.

    ``sisipan``: steps between Kepala BKD and pertek; ``akhir``: steps after the SK is handed over.
    """
    depan = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False),
    ) if opd else ()  # fmt: skip
    daftar = (
        Langkah("dpcp", "Penyusunan DPCP", STAF, sla_hari_kerja=3, naskah=bahan.DPCP, tombol="Terbitkan DPCP"),
        Langkah("dpcp_kembali", "Penerimaan DPCP yang ditandatangani", STAF, sla_hari_kerja=10, form=DpcpForm,
                tombol="Catat DPCP yang kembali"),
    ) if dpcp else ()  # fmt: skip
    bkn = (
        Langkah("pertek", "Pertimbangan teknis BKN", STAF, katalog.REKAM, sla_hari_kerja=15, form=PertekForm,
                hasil={"bts": "verifikasi_bkd", "tms": "TOLAK"}, jalur="BKN", tombol="Rekam pertimbangan teknis"),
    ) if pertek else ()  # fmt: skip
    return (
        *depan,
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", STAF, sla_hari_kerja=3),
        *daftar,
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB43"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                paraf=True, boleh_tolak=True),
        *sisipan,
        *bkn,
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2, bila=bupati,
                kapan=DICETAK),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2,
                bila=bupati, kapan=DICETAK),
        Langkah("rekam_sk_luar", "Perekaman SK Presiden", STAF, katalog.REKAM, sla_hari_kerja=30, form=SkLuarForm,
                naskah=naskah, bila=presiden, jalur="luar", tombol="Rekam SK dan berlakukan",
                kapan="bila JF ahli utama"),
        Langkah("serahkan", "Penyerahan SK", STAF, katalog.SERAHKAN, sla_hari_kerja=3, form=SerahForm,
                tombol="Catat penyerahan SK"),
        *akhir,
        Langkah("pembaruan", "Pembaruan data SIASN, Taspen, dan gaji", katalog.staf("SUB13"), katalog.SERAHKAN,
                sla_hari_kerja=3),
    )  # fmt: skip


# ── the layanan ──────────────────────────────────────────────────────────────────────────────────────


class LayananBerhenti(Layanan):
    """What every kind has in common; a kind declares slug, nama, dasar, form, syarat, naskah, alur.

    ``jenis``: code of JenisPemberhentian, "" where the form chooses; ``sebab_berhenti``: "karena …" on the decree;
    ``berpertek``: BKN gives a pertek.
    """

    aspek = "l"
    dampak = (
        "Mulai TMT ia berhenti: jabatannya kosong, usulannya yang belum selesai ditutup, dan akunnya hanya membaca datanya "
        "sendiri selama 90 hari."
    )
    strategis = True
    pemilik = "SUB43"
    surat_pengantar = True
    pengusul = ("operator_opd", "staf_bkd")
    bagian = BAGIAN
    mengingat = bahan.MENGINGAT
    akibat_terlambat = "SK pensiun harus diterima paling lambat sebulan sebelum TMT, agar pensiun dibayar tanpa jeda."
    dasar_terlambat = PBKN3
    jenis = ""
    sebab_berhenti = ""
    berpertek = True

    def kode(self, isian):
        """The kind of this usulan."""
        return self.jenis or isian.get("jenis") or ""

    def karena(self, konteks, r):
        """Cause as the decree writes it, after "karena"."""
        return self.sebab_berhenti or r.jenis.nama[0].lower() + r.jenis.nama[1:]

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK."""
        return "BUPATI"

    def dicetak(self, konteks):
        """Of JF ahli utama the SK is made by the Presiden and only recorded."""
        return not presiden(konteks)

    def penanda_tangan(self, acuan, tanggal):
        """In words."""
        return ["Bupati; bagi JF ahli utama Presiden, SK-nya direkam"]

    def periksa(self, konteks):
        """Who has another status is told only that; the right is not asked of who goes without it, nor the KP unless wanted."""
        hasil = [(s, s.periksa(konteks)) for s in self.syarat if s.kode == "BHT-01"]
        if any(h.jawaban == katalog.TIDAK for _, h in hasil):
            return hasil
        return hasil + [
            (s, s.periksa(konteks)) for s in self.syarat if s.kode != "BHT-01" and self._ditanya(s, konteks)
        ]

    def _ditanya(self, s, k):
        if not s.berlaku(k.tanggal):
            return False
        if s.kode in ("PEN-1", "PEN-2", "BHT-03") and umum.melepas_hak(k):
            return False
        if s.kode.startswith("KP-P"):
            kp = rencana.konteks_pengabdian(k, self.kode(k.isian)) if rencana.diminta(k) else None
            return kp is not None and s.kode in pgb.syarat_berlaku(kp)
        return True

    def tenggat_usul(self, tmt, acuan):
        """Setelan pensiun_usul_bulan_sebelum."""
        return tambah_bulan(tmt, -acuan.setelan("pensiun_usul_bulan_sebelum", tmt)) if tmt and self.berpertek else None

    def ringkas(self, profil, isian):
        """``Mencapai batas usia pensiun, TMT 1 Desember 2026``."""
        return f"{self.nama}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """Kedudukan, right to a pension, rank, post."""
        p, r = konteks.profil, rencana.susun(konteks, self.kode(konteks.isian))
        if r is None:
            return []
        baris = [
            ("Kedudukan hukum", p.kedudukan_nama or "–", f"{r.kedudukan}, mulai {tulis_tanggal(konteks.tanggal)}"),
            ("Hak pensiun", "–", {True: "ya", False: "tidak ada"}.get(r.berhak, "belum dapat ditentukan")),
        ]
        if r.pengabdian:
            kp = r.pengabdian
            baris.append(("Pangkat pengabdian", p.golongan or "–", f"{kp.golongan}, TMT {tulis_tanggal(kp.tmt)}"))
            if kp.gaji:
                baris.append(("Gaji pokok", tulis_rupiah(p.gaji_pokok), tulis_rupiah(kp.gaji)))
        if r.jenis.sifat == tanda_kehormatan.TIDAK_HORMAT and (punya := _satyalancana(p)):
            baris.append(("Satyalancana Karya Satya", f"kelas {', '.join(punya)}", "dicabut (UU 20/2009)"))
        return [*baris, ("Jabatan", p.jabatan or "–", "kosong mulai TMT")]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``pensiun/bahan.py``. DitolakAlur without the pertek it needs."""
        return bahan.data_sk(self, konteks)

    def data_konsep(self, konteks):
        """The same before BKN has answered."""
        return bahan.data_sk(self, konteks, konsep=True)

    def data_surat(self, kode, konteks):
        """The DPCP."""
        return bahan.data_dpcp(self, konteks)

    def terapkan(self, naskah_pegawai):
        """Kedudukan, pemberhentian, KP pengabdian, and the end of his periods, dated the TMT."""
        akibat.berhentikan(naskah_pegawai, self)

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """He serves again: see ``pensiun.akibat.batalkan``."""
        akibat.batalkan(naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)

    def perbaiki_akibat(self, naskah_pegawai, naskah_baru, isian):
        """The rows of one SK may bear two TMT (pension and KP pengabdian): such an SK is not corrected row by row."""
        if (naskah_pegawai.naskah.data.get("pengabdian") or {}).get("golongan"):
            raise DitolakAlur(
                "SK ini juga memuat kenaikan pangkat pengabdian; cabut SK-nya, lalu terbitkan yang baru."
            )
        super().perbaiki_akibat(naskah_pegawai, naskah_baru, isian)


def _satyalancana(p):
    """Classes he holds, lowest first."""
    return [kelas for kelas, kode in SATYALANCANA.items() if any(a.jenis == kode for a in p.penghargaan)]


def skenario_diperiksa(tmt, isian):
    """A scenario of the census: everybody as if he were under examination."""
    return Skenario("diperiksa", tmt, isian=lambda p, a: isian, maks=50, andai=lambda p: replace(p, diperiksa=True))


def profil_tmt(konteks, tmt):
    """The Konteks moved to another TMT, its profile too."""
    return replace(konteks, tanggal=tmt, profil=profil_satu(konteks.profil.pegawai_id, per=tmt))
