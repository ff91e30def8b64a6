"""Kenaikan jenjang jabatan fungsional. Dasar: PermenPANRB 1/2023; PerBKN 3/2023; PP 11/2017.

KP-J03: AK of the jenjang, uji kompetensi, kebutuhan, predikat Baik, all four (``aturan/jenjang.py``). At its TMT the
post changes and angka kredit begins anew (§4). The Bupati signs below Ahli Utama; that of Ahli Utama is recorded.
"""

from decimal import Decimal

from kepangkatan.aturan import angka_kredit as ak, jenjang
from kepangkatan.forms_jabatan import KenaikanJenjangForm, jabatan_berikut
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import awal_bulan_berikut, tulis_tanggal
from kepegawaian.models import Jabatan, KebutuhanJabatan, ProfilKini, RiwayatAngkaKredit, RiwayatJabatan
from kepegawaian.profil import profil_satu
from layanan import akibat, bahan_keputusan, katalog
from layanan.forms_luar import SkLuarForm
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PBKN3, PANRB1 = Dasar("PerBKN 3/2023"), Dasar("PermenPANRB 1/2023")
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PermenPANRB 1/2023", "PerBKN 3/2023")
JENJANG = Syarat("KP-J03", "Angka kredit jenjang, uji kompetensi, kebutuhan jabatan, dan predikat Baik terpenuhi", PBKN3,
                 jenjang.j03_kenaikan_jenjang, dasar_lain=(PANRB1,))  # fmt: skip
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Kenaikan Jenjang Jabatan Fungsional", "821.2",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah memenuhi angka kredit, lulus uji "
    "kompetensi, dan tersedia kebutuhan jabatannya, sehingga memenuhi syarat untuk dinaikkan jenjang jabatan "
    "fungsionalnya;",
    MENGINGAT,
    "Terhitung mulai tanggal {{ d.tmt.tulis }} dinaikkan jenjang jabatan fungsionalnya dari {{ d.jabatan.lama }} menjadi "
    "{{ d.jabatan.baru }} dengan angka kredit {{ d.jabatan.ak_dasar }}.",
    nama=(("jabatan.lama", "Perencana Ahli Pertama"), ("jabatan.baru", "Perencana Ahli Muda"),
          ("jabatan.ak_dasar", "0")),
)  # fmt: skip


def _tujuan(konteks):
    """The Jabatan asked for, or None."""
    kunci = konteks.isian.get("jabatan_tujuan")
    return Jabatan.objects.filter(pk=kunci).first() if kunci else None


def dicetak(konteks):
    """Below Ahli Utama the decree is made here."""
    return ak.jenjang_berikut(konteks.acuan, konteks.profil.jenjang, konteks.tanggal) != "ahli_utama"


def _dari_luar(konteks):
    return not dicetak(konteks)


@daftarkan
class KenaikanJenjang(Layanan):
    """From one jenjang of a JF to the next."""

    slug = "kenaikan-jenjang"
    nama = "Kenaikan Jenjang Jabatan Fungsional"
    aspek = "c"
    uraian = "Kenaikan ke jenjang jabatan fungsional berikutnya setelah angka kredit dan uji kompetensi terpenuhi."
    dampak = "Mulai TMT jabatannya menjadi jenjang berikutnya dan angka kreditnya dihitung dari awal jenjang itu."
    strategis = True
    pemilik = "SUB12"
    surat_pengantar = True
    dasar = (PANRB1, PBKN3)
    bagian = ("pangkat", "gaji", "unit", "jabatan", "kinerja", "angka_kredit", "kompetensi", "jejak_jabatan")
    mengingat = MENGINGAT
    form = KenaikanJenjangForm
    naskah = NASKAH
    syarat = (JENJANG,)
    dokumen = (
        DokumenSyarat("pak", "Penetapan angka kredit", dosir="angka_kredit"),
        DokumenSyarat("uji_kompetensi", "Sertifikat uji kompetensi", dosir="uji_kompetensi"),
        DokumenSyarat("sk_jabatan", "SK jabatan fungsional terakhir", dosir="jabatan"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
        DokumenSyarat("kebutuhan", "Persetujuan kebutuhan jabatan fungsional"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", katalog.staf("SUB12"), sla_hari_kerja=3),
        Langkah(
            "periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB12"), sla_hari_kerja=2
        ),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2),
        Langkah(
            "persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
            boleh_tolak=True, paraf=True,
        ),
        Langkah(
            "penetapan", "Penetapan nomor dan pencetakan SK", katalog.staf("SUB12"), katalog.TETAPKAN,
            sla_hari_kerja=2, bila=dicetak, kapan="bila di bawah Ahli Utama",
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2,
            bila=dicetak, kapan="bila di bawah Ahli Utama",
        ),
        Langkah(
            "rekam_sk_luar", "Perekaman SK Presiden", katalog.staf("SUB12"), katalog.REKAM, sla_hari_kerja=20,
            form=SkLuarForm, naskah=NASKAH, bila=_dari_luar, jalur="luar", tombol="Rekam SK dan berlakukan",
            kapan="bila ke Ahli Utama",
        ),
        Langkah("serahkan", "Penyerahan petikan", katalog.staf("SUB12"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Kebutuhan of the post asked for in his unit or the one above, and how many hold it there."""
        return kebutuhan_unit(isian.get("jabatan_tujuan"), profil, profil.per)

    def isian_awal(self, profil, tanggal, acuan):
        """The first of next month and the post of the next jenjang."""
        tujuan = jabatan_berikut(profil, acuan, tanggal)
        return {"tmt": awal_bulan_berikut(tanggal), "jabatan_tujuan": tujuan[0].pk if tujuan else ""}

    def ringkas(self, profil, isian):
        """``Perencana Ahli Pertama ke jenjang berikutnya, TMT 1 Desember 2026``."""
        return f"{profil.jabatan or '–'} ke jenjang berikutnya, TMT {tulis_tanggal(isian.get('tmt'))}"

    def dicetak(self, konteks):
        """Below Ahli Utama."""
        return dicetak(konteks)

    def kantor_penandatangan(self, konteks):
        """The Bupati below Ahli Utama."""
        return "BUPATI"

    def akibat(self, konteks):
        """Post and angka kredit, before and from the TMT on."""
        tujuan = _tujuan(konteks)
        if tujuan is None:
            return []
        dasar = ak.ak_dasar(konteks.acuan, tujuan.jenjang, konteks.profil.golongan, konteks.tanggal)
        return [
            ("Jabatan", konteks.profil.jabatan or "–", tujuan.nama),
            ("Angka kredit jenjang", ak.tulis_angka(konteks.profil.angka_kredit), ak.tulis_angka(dasar)),
        ]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_keputusan.py``."""
        tujuan = _tujuan(konteks)
        dasar = (
            ak.ak_dasar(konteks.acuan, tujuan.jenjang, konteks.profil.golongan, konteks.tanggal) if tujuan else None
        )
        baru = tujuan.nama if tujuan else ""
        return bahan_keputusan.data(
            self, konteks, tentang="KENAIKAN JENJANG JABATAN FUNGSIONAL PEGAWAI NEGERI SIPIL",
            rincian=(("Jenjang baru", baru), ("Angka kredit terakhir", ak.tulis_angka(konteks.profil.angka_kredit))),
            lain={"jabatan": {"lama": konteks.profil.jabatan or "", "baru": baru, "ak_dasar": ak.tulis_angka(dasar)}},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """RiwayatJabatan of the next jenjang, and an AK dasar from which angka kredit begins anew."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatJabatan):
            return
        profil = profil_satu(np.pegawai_id, per=np.tmt)
        tujuan = Jabatan.objects.get(pk=np.data["isian"]["jabatan_tujuan"])
        akibat.gantikan(RiwayatJabatan, np)
        RiwayatJabatan.objects.create(
            **akibat.kolom_sk(np), jabatan=tujuan, unit_id=profil.unit_id, penugasan="D", arah="vertikal"
        )
        dasar = ak.ak_dasar(acuan_kini(), tujuan.jenjang, profil.golongan, np.tmt)
        RiwayatAngkaKredit.objects.create(
            **akibat.kolom_sk(np), jenis="dasar", jenjang=tujuan.jenjang, sampai=np.tmt, jumlah=dasar or Decimal(0)
        )

    def skenario_sensus(self, tanggal):
        """A place is free, and none is; nobody of the regency has a uji kompetensi unless it is supposed."""
        tmt = awal_bulan_berikut(tanggal)
        bebas, penuh = {"kebutuhan": 3, "terisi": 1}, {"kebutuhan": 3, "terisi": 3}
        return [
            Skenario("tersedia", tmt, lain=lambda p, a: bebas, andai=jenjang.andai_lulus_uji),
            Skenario("terisi penuh", tmt, lain=lambda p, a: penuh, maks=300),
        ]


def kebutuhan_unit(jabatan_id, profil, tanggal):
    """{kebutuhan, terisi} of a post at the nearest unit upward that has a row in the peta jabatan, or {}."""
    jalur = list(reversed(profil.jalur_unit or ()))
    if not (jabatan_id and jalur):
        return {}
    baris = KebutuhanJabatan.objects.filter(jabatan_id=jabatan_id, unit_id__in=jalur, berlaku_sejak__lte=tanggal)
    berlaku = [b for b in baris if b.berlaku_sampai is None or b.berlaku_sampai >= tanggal]
    if not berlaku:
        return {}
    dekat = min(berlaku, key=lambda b: (jalur.index(b.unit_id), -b.berlaku_sejak.toordinal()))
    terisi = ProfilKini.objects.filter(jabatan_id=jabatan_id, jalur_unit__contains=[dekat.unit_id], aktif=True)
    return {"kebutuhan": dekat.kebutuhan, "terisi": terisi.exclude(pegawai_id=profil.pegawai_id).count()}
