"""Penempatan PNS dan mutasi di dalam kabupaten (M1, M6). Dasar: PP 11/2017 Pasal 190-197; PerBKN 5/2019.

The sixteen steps of ``regulasi/alur-layanan.md`` §1: step 1 (vacancies) is the rancangan page and the peta jabatan,
steps 2-16 are this route. Rules: ``mutasi/aturan.py``; facts about others: ``mutasi/fakta.py``; printed data:
``mutasi/bahan.py``; effect: ``mutasi/akibat.py``. A post that is sworn in (struktural, JF) takes its TMT from the
pelantikan, so its SK is applied only there; a pelaksana from the SK.
"""

from dataclasses import replace
from datetime import date, timedelta

from kepegawaian.aturan import PPPK, pensiun_pindah, tulis_tanggal
from kepegawaian.profil_isi import UjiKompetensi
from layanan import akibat as akibat_umum, katalog, naskah as berkas_naskah
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, SkKolektif, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario
from mutasi import akibat, aturan, bahan, fakta
from mutasi.forms import (
    JENIS_PENEMPATAN,
    IzinForm,
    PelantikanForm,
    PembaruanForm,
    PenempatanForm,
    SidangForm,
    SpmtForm,
)

PP11, PBKN5 = "PP 11/2017", Dasar("PerBKN 5/2019")
PS190 = Dasar(PP11, "Pasal 190")
LANTIK = Dasar("PerBKN 7/2017")
OPD_TUJUAN = katalog.Alamat("kantor", "opd_tujuan")
STAF, KABAN = katalog.staf("SUB11"), katalog.jabatan("KEPALA-BKPSDM")
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
SYARAT_M1 = ("MUT-01", "MUT-02", "MUT-03", "MUT-04", "MUT-05", "MUT-06", "MUT-08", "MUT-09")
SYARAT_M6 = ("MUT-01", "MUT-04", "MUT-08", "MUT-09")


def surat(judul, templat="naskah/surat.html", jenis="surat"):
    """How the own letter of a step is printed; several sign a berita acara, on paper."""
    return TemplatNaskah(jenis, templat, "800", judul, POLA, elektronik=jenis == "surat")


def _tujuan(k):
    return k.lain.get("tujuan") or {}


def dilantik(k):
    """PerBKN 7/2017: struktural and JF posts are sworn in, a pelaksana is not."""
    return _tujuan(k).get("jenis") in ("struktural", "fungsional")


def _tanpa_pelantikan(k):
    return not dilantik(k)


def _punya_asal(k):
    return bool(k.profil.opd_id) and k.isian.get("jenis") != aturan.M6_PERTAMA


def _beda_opd(k):
    return _tujuan(k).get("opd") != k.profil.opd


def _disidangkan(k):
    return _tujuan(k).get("kelompok") in k.acuan.setelan("mut_sidang_kelompok", k.tanggal)


def _masa_larangan(k):
    return aturan.larangan_pilkada(k) is not None


@daftarkan
class Penempatan(Layanan):
    """M1 and M6: the kind is chosen in the form."""

    slug = "penempatan"
    nama = "Penempatan dan Mutasi dalam Kabupaten"
    aspek = "g"
    uraian = "Penempatan pegawai pada jabatan dan unit lain di lingkungan Pemerintah Kabupaten Lamongan."
    dampak = "Jabatan dan unit kerjanya berganti sejak TMT; bagi yang dilantik sejak tanggal pelantikan."
    strategis = True
    pemilik = "SUB11"
    surat_pengantar = True
    dasar = (Dasar(PP11, "Pasal 190-197"), PBKN5)
    bagian = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "tinggal", "ikatan", "tanggungan", "kompetensi")
    form = PenempatanForm
    naskah = TemplatNaskah(
        jenis="sk", templat="naskah/penempatan.html", klasifikasi="824", judul="Keputusan Penempatan dalam Jabatan",
        pola_nomor=POLA, bagian=bahan.BAGIAN, nama=bahan.NAMA,
    )  # fmt: skip
    kolektif = SkKolektif(
        naskah=TemplatNaskah(
            jenis="sk", templat="naskah/kolektif.html", klasifikasi="824",
            judul="Keputusan Penempatan dalam Jabatan (kolektif)", pola_nomor=POLA,
            bagian=bahan.BAGIAN_KOLEKTIF, nama=bahan.NAMA_KOLEKTIF,
        ),
        umum=bahan.umum_kolektif, kolom=bahan.KOLOM_KOLEKTIF,
    )  # fmt: skip
    syarat = (
        Syarat("MUT-01", "Berstatus PNS; CPNS hanya pada formasinya", PBKN5, aturan.m01_status),
        Syarat("MUT-02", "Paling singkat 2 tahun di jabatan sekarang", PS190, aturan.m02_masa_minimal,
               dasar_lain=(Dasar("PerBKN 5/2019", "Pasal 2"),)),
        Syarat("MUT-03", "Lebih dari 5 tahun di jabatan: perlu rotasi", PS190, aturan.m03_perlu_rotasi,
               dasar_lain=(Dasar("PerBKN 5/2019", "Pasal 2"),)),
        Syarat("MUT-04", "Tidak dalam proses atau menjalani hukuman disiplin atau peradilan", PBKN5,
               aturan.m04_bebas_kasus, rahasia=True),
        Syarat("MUT-05", "Tidak tugas belajar dan tidak terikat ikatan dinas", PBKN5, aturan.m05_bebas_ikatan),
        Syarat("MUT-06", "Kinerja dua tahun terakhir paling rendah Baik", PBKN5, aturan.m06_kinerja),
        Syarat("MUT-08", "Jabatan tujuan ada pada peta jabatan, dibutuhkan, dan sesuai kompetensi dan pola karier", PBKN5,
               aturan.m08_kebutuhan, dasar_lain=(Dasar("PermenPANRB 22/2021"), Dasar("PermenPANRB 38/2017"))),
        Syarat("MUT-09", "Suami/istri tidak menjadi atasan atau bawahan langsung", PS190,
               aturan.m09_bukan_atasan_pasangan, keyakinan="sebagian"),
        Syarat("JAB-08", "Pangkat paling rendah satu tingkat di bawah pangkat terendah eselonnya",
               Dasar("PP 13/2002"), aturan.j08_pangkat, keyakinan="sebagian"),
        Syarat("JAB-09", "Jabatan struktural tujuan lowong pada TMT", Dasar("PP 18/2016"), aturan.j09_lowong),
        Syarat("PLT-S1", "SK ditandatangani sebelum pelantikan", Dasar("UU 20/2023"), aturan.s1_sk_sebelum_pelantikan,
               keyakinan="sebagian", dasar_lain=(LANTIK,)),
        Syarat("PLT-S2", "Rohaniwan dan dua saksi yang pangkatnya tidak lebih rendah", LANTIK, aturan.s2_saksi,
               keyakinan="sebagian"),
        Syarat("PLT-S3", "SPMT tidak mendahului pelantikan", LANTIK, aturan.s3_spmt, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat usul perangkat daerah", wajib=False,
                      keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan."),
        DokumenSyarat("permohonan", "Surat permohonan pegawai", bila=lambda k: k.isian.get("alasan") == "permohonan",
                      kapan="bila atas permohonan sendiri"),
        DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan", bila=_punya_asal,
                      kapan="selain penempatan pertama"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja", bila=_punya_asal,
                      kapan="selain penempatan pertama"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja", bila=_punya_asal,
                      kapan="selain penempatan pertama"),
    )  # fmt: skip
    alur = (
        Langkah("persetujuan_asal", "Persetujuan perangkat daerah asal", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False, bila=_punya_asal, kapan="selain penempatan pertama"),
        Langkah("persetujuan_tujuan", "Persetujuan perangkat daerah tujuan", OPD_TUJUAN, sla_hari_kerja=3,
                boleh_tolak=False, bila=_beda_opd, kapan="bila pindah perangkat daerah"),
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=2),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan terhadap peta jabatan dan pola karier", katalog.jabatan("KEPALA-BID1"),
                sla_hari_kerja=2, paraf=True),
        Langkah("periksa_sekretaris", "Pemeriksaan administrasi", katalog.jabatan("KEPALA-SEKRET"), sla_hari_kerja=1,
                paraf=True, wajib=False),
        Langkah("nota_dinas", "Nota dinas kepada Sekretaris Daerah", KABAN, sla_hari_kerja=1, paraf=True,
                boleh_tolak=True, naskah=surat("Nota Dinas Penempatan Pegawai"), tombol="Setujui dan terbitkan nota dinas"),
        Langkah("sidang_tpk", "Sidang Tim Penilai Kinerja", katalog.jabatan("SEKDA"), sla_hari_kerja=3, form=SidangForm,
                sebutan={"direkomendasikan": "Direkomendasikan", "tidak": "Tidak direkomendasikan"},
                hasil={"tidak": "TOLAK"}, bila=_disidangkan, kapan="bila jabatan administrator atau pengawas",
                naskah=surat("Berita Acara Sidang Tim Penilai Kinerja", "naskah/berita_acara.html", "berita_acara")),
        Langkah("izin_mendagri", "Izin Menteri Dalam Negeri", STAF, katalog.REKAM, sla_hari_kerja=20, form=IzinForm,
                hasil={"tidak": "TOLAK"}, jalur="Kemendagri", bila=_masa_larangan, tombol="Rekam surat izin",
                kapan="bila TMT-nya pada masa larangan pilkada"),
        Langkah("keputusan", "Keputusan Bupati", katalog.jabatan("BUPATI"), sla_hari_kerja=2, boleh_tolak=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("pelantikan", "Pelantikan dan pengambilan sumpah", KABAN, katalog.SERAHKAN, sla_hari_kerja=20,
                form=PelantikanForm, bila=dilantik, kapan="bila jabatan struktural atau fungsional",
                tombol="Rekam pelantikan dan terbitkan berita acara",
                batas_hukum=katalog.BatasHukum(30, "hari", LANTIK),
                naskah=surat("Berita Acara Pengambilan Sumpah/Janji Jabatan", "naskah/berita_acara.html", "berita_acara")),
        Langkah("pernyataan", "Surat pernyataan pelantikan", KABAN, katalog.SERAHKAN, sla_hari_kerja=3, bila=dilantik,
                kapan="bila dilantik", naskah=surat("Surat Pernyataan Pelantikan", "naskah/pernyataan.html"),
                tombol="Terbitkan surat pernyataan pelantikan"),
        Langkah("serahkan", "Penyerahan petikan", STAF, katalog.SERAHKAN, sla_hari_kerja=3, bila=_tanpa_pelantikan,
                kapan="bila tanpa pelantikan"),
        Langkah("spmt", "Surat pernyataan melaksanakan tugas", OPD_TUJUAN, katalog.SERAHKAN, sla_hari_kerja=3,
                form=SpmtForm, naskah=surat("Surat Pernyataan Melaksanakan Tugas", "naskah/pernyataan.html"), tombol="Terbitkan SPMT"),
        Langkah("spmj", "Surat pernyataan masih menduduki jabatan", OPD_TUJUAN, katalog.SERAHKAN, sla_hari_kerja=3,
                naskah=surat(bahan.SPMJ, "naskah/pernyataan.html"), bila=dilantik, kapan="bila dilantik", wajib=False,
                tombol="Terbitkan SPMJ"),
        Langkah("pembaruan", "Pembaruan data dan tembusan", katalog.staf("SUB13"), katalog.SERAHKAN, sla_hari_kerja=1,
                form=PembaruanForm, tombol="Tandai sudah diperbarui"),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Post, its holders, its need, and husband or wife."""
        return fakta.susun(profil, isian)

    def isian_awal(self, profil, tanggal, acuan):
        """A first of month, and the kind that fits his state."""
        berikut = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        jenis = aturan.M6_PERTAMA if profil.status in ("CPNS", "PPPK") else aturan.M1_DALAM
        kembali = profil.tinggal in ("TUBEL", "CLTN", "TUGAS") or profil.kedudukan in ("02", "03")
        return {"jenis": aturan.M6_KEMBALI if kembali else jenis, "alasan": "kebutuhan", "tmt": berikut,
                "unit_tujuan": "", "jabatan_tujuan": ""}  # fmt: skip

    def ringkas(self, profil, isian):
        """``Kepala Subbidang Mutasi, TMT 1 Desember 2026``."""
        jabatan = fakta.cari_jabatan(isian.get("jabatan_tujuan"))
        return f"{jabatan.nama if jabatan else 'jabatan belum dipilih'}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """Each kind has its own conditions; those of the eselon only for struktural, of the pelantikan once it is there.

        Who is no PNS does not move at all: only MUT-01 says so.
        """
        m1 = konteks.isian.get("jenis") in (*aturan.M1, None)
        if m1 and konteks.profil.status in ("CPNS", *PPPK):
            return [(s, s.periksa(konteks)) for s in self.syarat if s.kode == "MUT-01"]
        berlaku = SYARAT_M1 if m1 else SYARAT_M6
        if not _tujuan(konteks) or _tujuan(konteks).get("jenis") == "struktural":
            berlaku = (*berlaku, "JAB-08", "JAB-09")
        for kode, langkah in (("PLT-S1", "pelantikan"), ("PLT-S2", "pelantikan"), ("PLT-S3", "spmt")):
            if konteks.lain.get(langkah):
                berlaku = (*berlaku, kode)
        return [(s, s.periksa(konteks)) for s in self.syarat if s.kode in berlaku and s.berlaku(konteks.tanggal)]

    def kantor_langkah(self, kode, konteks):
        """``opd_tujuan``: the head of the OPD the post belongs to; of none, the Sekda."""
        opd = _tujuan(konteks).get("opd_kode")
        return f"KEPALA-{opd}" if opd else "SEKDA"

    def sebutan_kantor(self, kode):
        """In words."""
        return "opd", "Kepala perangkat daerah tujuan"

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK; the office may delegate by the setting pelimpahan_tanda_tangan."""
        return "BUPATI"

    def akibat(self, konteks):
        """Post, unit, direction."""
        p, tujuan = konteks.profil, _tujuan(konteks)
        jabatan = fakta.cari_jabatan(konteks.isian.get("jabatan_tujuan"))
        if not tujuan or jabatan is None:
            return []
        baris = [("Jabatan", p.jabatan or "–", tujuan["nama"]), ("Unit kerja", p.unit or "–", tujuan["unit"] or "–")]
        if p.opd != tujuan["opd"]:
            baris.append(("Perangkat daerah", p.opd or "–", tujuan["opd"] or "–"))
        bup = konteks.acuan.bup_tahun(jabatan.bup_kode, konteks.tanggal)
        if pensiun := pensiun_pindah(p, bup, konteks.tanggal, jabatan.nama):
            baris.append(("TMT pensiun", *pensiun))
        arah = akibat.arah_profil(p, jabatan)
        return [*baris, ("Arah perpindahan", "–", arah.capitalize())] if arah else baris

    def tmt_menyusul(self, konteks):
        """A post that is sworn in takes its TMT from the pelantikan."""
        return dilantik(konteks)

    def data_naskah(self, konteks):
        """What the petikan prints; keys in ``mutasi/bahan.py``."""
        jenis = dict(JENIS_PENEMPATAN).get(konteks.isian.get("jenis"), "")
        return bahan.data_penempatan(self, konteks, jenis=jenis, dilantik=dilantik(konteks))

    def data_surat(self, kode, konteks):
        """The letters of the steps."""
        jawab = konteks.langkah.get(kode) or {}
        if kode == "nota_dinas":
            return bahan.nota_dinas(self, konteks, dict(JENIS_PENEMPATAN).get(konteks.isian.get("jenis"), ""))
        if kode == "sidang_tpk":
            return bahan.berita_acara_tpk(self, konteks, jawab)
        if kode == "pelantikan":
            return bahan.berita_acara_sumpah(self, konteks, jawab)
        if kode == "pernyataan":
            return bahan.pernyataan_pelantikan(self, konteks)
        if kode == "spmj":
            return bahan.spmj(self, konteks)
        return bahan.spmt(self, konteks, jawab)

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The pelantikan gives the TMT and applies the SK; the SPMT notes the first working day on the post."""
        if kode == "pelantikan":
            berkas_naskah.berlakukan_menyusul(usulan, date.fromisoformat(jawaban["tanggal_pelantikan"]), oleh)
        elif kode == "spmt":
            akibat_umum.catat_spmt(usulan, date.fromisoformat(jawaban["tanggal_spmt"]))

    def terapkan(self, naskah_pegawai):
        """RiwayatJabatan with its direction, and RiwayatUnit where the unit changes, dated TMT."""
        jabatan = fakta.cari_jabatan(naskah_pegawai.data["isian"].get("jabatan_tujuan"))
        akibat.jabatan_dan_unit(naskah_pegawai, dilantik=bool(jabatan) and jabatan.jenis != "pelaksana")

    def skenario_sensus(self, tanggal):
        """A vacant seat, the own post again, a full one under the spouse, first placement, and a pelantikan."""
        berikut = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        return skenario(berikut)


# ── census ───────────────────────────────────────────────────────────────────────────────────────────


def _kursi(profil, **ganti):
    return {
        "kode": "X", "nama": "Kepala Subbagian", "jenis": "struktural", "eselon": "III.b", "kelompok": "administrator",
        "jenjang": "", "unit_id": 0, "unit": "Subbagian", "opd": profil.opd, "opd_kode": "", "kepala_unit": True,
    } | ganti  # fmt: skip


def _lowong(profil, acuan):
    return {"tujuan": _kursi(profil), "kebutuhan": 1, "pemangku": [], "keluarga_tercatat": True, "pasangan": []}


def _berstandar(profil, acuan):
    return _lowong(profil, acuan) | {"standar": {"INT": 4}, "nama_kompetensi": {"INT": "Integritas"}}


def _diuji(profil):
    hari = profil.per - timedelta(days=90)
    return replace(profil, uji_kompetensi=(UjiKompetensi("promosi", "KMS", hari, None, None, None, (("INT", 2),)),))


def _sendiri(profil, acuan):
    return _lowong(profil, acuan) | {"tujuan": _kursi(profil, kode=profil.jabatan_kode, unit_id=profil.unit_id)}


def _penuh(profil, acuan):
    pasangan = [{"nama": "Pasangan", "hubungan": "atasan"}]
    return _lowong(profil, acuan) | {"pemangku": ["Orang lain"], "pasangan": pasangan}


def _lantik(profil, acuan):
    hari = date(2026, 12, 10)
    genap = (profil.pegawai_id or 0) % 2
    jawab = {"tanggal_pelantikan": hari, "rohaniwan": "Rohaniwan", "saksi_1": "1", "saksi_2": "2"}
    return _lowong(profil, acuan) | {
        "pelantikan": jawab, "spmt": {"tanggal_spmt": hari - timedelta(days=1 if genap else 0)},
        "tanggal_sk": hari - timedelta(days=3) if genap else None, "urutan_saksi": [12, 12 if genap else 14],
    }  # fmt: skip


def skenario(berikut):
    """The scenarios of the placement on a TMT."""
    m1, m6 = {"jenis": aturan.M1_ANTAR, "jabatan_tujuan": "X"}, {"jenis": aturan.M6_PERTAMA, "jabatan_tujuan": "X"}
    return [
        Skenario("jabatan lowong", berikut, isian=lambda p, a: m1, lain=_lowong),
        Skenario("kompetensi kurang", berikut, isian=lambda p, a: m1, lain=_berstandar, andai=_diuji, maks=100),
        Skenario("jabatan sendiri", berikut, isian=lambda p, a: m1, lain=_sendiri),
        Skenario("penuh, pasangan atasan", berikut, isian=lambda p, a: m1, lain=_penuh),
        Skenario("penempatan pertama", berikut, isian=lambda p, a: m6, lain=_lowong),
        Skenario("pelantikan", berikut, isian=lambda p, a: m1, lain=_lantik),
    ]
