"""Dasar semua layanan kenaikan pangkat: syarat umum, berkas, rute, SK, dan akibatnya.

Law: PP 99/2000 jo. PP 12/2002; regulasi kenaikan-pangkat §3 (KP-U), §5 (documents), §7 (route), §8 (effect). A kind
is one file in ``kepangkatan/layanan/`` that declares its own rules and wording; ``kp_reguler.py`` shows how.
"""

from dataclasses import replace
from functools import partial

from kepangkatan import bahan_sk
from kepangkatan.aturan import periode, reguler, umum
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, kgb_berikut, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.aturan_kp import efek_kp, setelah_kp
from kepegawaian.models import RiwayatGaji, RiwayatPangkat
from kepegawaian.profil import profil_satu
from layanan import akibat, katalog
from layanan.forms_luar import PertekForm, SkLuarForm
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, SkKolektif, Syarat, TemplatNaskah
from layanan.susulan import Kecuali

PP99, PP12 = "PP 99/2000", "PP 12/2002"
PERIODE_BARU = Dasar("PerBKN 4/2025")
KEPKA = Dasar("Kepka BKN 12/2002")
DICETAK = "bila SK ditetapkan di kabupaten"
POLA_NOMOR = "{klasifikasi}/{urut}/413.207/{tahun}"
BAGIAN_PROFIL = (
    "pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "ujian",
    "tinggal",
)  # fmt: skip


# ── when a document or a step applies ────────────────────────────────────────────────────────────────


def lintas_golongan(k):
    """Does the KP cross to III/a or IV/a, so that ujian dinas is asked for?"""
    baru = umum.golongan_baru(k)
    p = k.profil
    return bool(baru and p.golongan_urutan and any(p.golongan_urutan <= b < baru.urutan for b in reguler.UJIAN_DINAS))


def _pendidikan_naik(k):
    p = k.profil
    return bool(
        p.tahun_lulus and p.tmt_pangkat and p.tahun_lulus >= p.tmt_pangkat.year and p.tmt_pangkat != p.tmt_cpns
    )


def _pernah_mutasi(k):
    p = k.profil
    return bool(p.tmt_unit and p.tmt_pangkat and p.tmt_unit > p.tmt_pangkat)


def dicetak(k):
    """Is the decree of the new rank printed here (PejabatPenetapKP)?"""
    penetap = bahan_sk.penetap(k)
    return bool(penetap and penetap.dicetak)


# ── shared declarations ──────────────────────────────────────────────────────────────────────────────

U01 = Syarat("KP-U01", "Berstatus PNS aktif, bukan CPNS", Dasar(PP99, "Pasal 1"), umum.u01_pns_aktif)
U07 = Syarat("KP-U07", "Naik setingkat dari pangkat terakhir", Dasar(PP99, "Pasal 1"), umum.u07_setingkat)


def syarat_umum(*, kinerja="kp_tahun_kinerja", minimal=umum.BAIK, keyakinan="asumsi", setingkat=True):
    """KP-U01..U08 for one kind: which setting counts its years of performance, and whether it rises one step only."""
    return (
        U01,
        Syarat(
            "KP-U02", "TMT jatuh pada periode kenaikan pangkat", PERIODE_BARU, umum.u02_periode,
            dasar_lain=(Dasar("PerBKN 4/2023"), Dasar(PP99)),
        ),
        Syarat(
            "KP-U03", "Tidak menjalani hukuman disiplin sedang atau berat dan tidak sedang diperiksa",
            Dasar("PP 94/2021"), umum.u03_disiplin, dasar_lain=(KEPKA,), rahasia=True,
        ),
        Syarat(
            "KP-U04", "Tidak diberhentikan sementara, tidak CLTN, tidak menerima uang tunggu", KEPKA,
            umum.u04_tidak_lepas_tugas,
        ),
        Syarat(
            "KP-U05", "Hasil kinerja tahun-tahun yang disyaratkan sudah ada", Dasar("PP 30/2019"),
            partial(umum.u05_hasil_kinerja_ada, setelan=kinerja), keyakinan=keyakinan,
            dasar_lain=(Dasar("PermenPANRB 6/2022"),),
        ),
        Syarat(
            "KP-U06", f"Predikat kinerja sekurang-kurangnya {minimal[0]} pada tiap tahun itu", Dasar(PP99),
            partial(umum.u06_predikat_baik, setelan=kinerja, minimal=minimal), keyakinan=keyakinan,
            dasar_lain=(Dasar("PerBKN 3/2023"),),
        ),
        *((U07,) if setingkat else ()),
        Syarat(
            "KP-U08", "Riwayat pangkat menyambung dan sama dengan SIASN", Dasar("Praktik BKN"),
            umum.u08_riwayat_sinkron, keyakinan="sebagian",
        ),
    )  # fmt: skip


STLUD = DokumenSyarat(
    "stlud", "Surat tanda lulus ujian dinas atau bukti pembebasannya", dosir="ujian", bila=lintas_golongan,
    kapan="bila naik ke golongan III/a atau IV/a",
)  # fmt: skip


def dokumen_kp(*tambahan, kinerja=2):
    """Documents of all kinds (§5) with ``kinerja`` years of performance, then those of one kind."""
    tahunan = (
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
    )
    return (
        DokumenSyarat(
            "surat_pengantar", "Surat pengantar OPD", wajib=False,
            keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan.",
        ),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pns", "SK PNS", dosir="status"),
        *tahunan[:kinerja],
        DokumenSyarat("ijazah", "Ijazah dan transkrip nilai", dosir="pendidikan", bila=_pendidikan_naik,
                      kapan="bila lulus sejak pangkat terakhir"),
        DokumenSyarat("sk_pmk", "SK peninjauan masa kerja", dosir="masa_kerja", bila=lambda k: k.profil.pmk_bulan > 0,
                      kapan="bila masa kerjanya pernah ditinjau"),
        DokumenSyarat("sk_mutasi", "SK mutasi", wajib=False, dosir="unit", bila=_pernah_mutasi,
                      kapan="bila pindah unit sejak pangkat terakhir"),
        *tambahan,
    )  # fmt: skip


def templat_sk(judul, bagian, nama=()):
    """The petikan of one kind: its title, its wording, and the names its wording may use besides the common ones."""
    return TemplatNaskah(
        jenis="sk", templat="naskah/kp_reguler.html", klasifikasi="823", judul=judul, pola_nomor=POLA_NOMOR,
        bagian=bagian, nama=(*bahan_sk.NAMA, *nama),
    )  # fmt: skip


def kolektif_kp(judul):
    """One decree for many of a kind, with a lampiran."""
    return SkKolektif(
        naskah=TemplatNaskah(
            jenis="sk", templat="naskah/kolektif.html", klasifikasi="823", judul=f"{judul} (kolektif)",
            pola_nomor=POLA_NOMOR, bagian=bahan_sk.BAGIAN_KOLEKTIF, nama=bahan_sk.NAMA_KOLEKTIF,
        ),
        umum=bahan_sk.umum_kolektif,
        kolom=bahan_sk.KOLOM_KOLEKTIF,
    )  # fmt: skip


def alur_kp(naskah, *, sisipan=(), pertek=PertekForm):
    """The route of §7: OPD, BKD up to its head, pertek of BKN, the decree printed here or recorded, petikan.

    ``sisipan``: steps of one kind after the verification; ``pertek``: the form of BKN's answer.
    """
    return (
        Langkah(
            "verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
            boleh_tolak=False,  # he passes on; whether the rank is given is not his to decide
        ),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", katalog.staf("SUB12"), sla_hari_kerja=3),
        *sisipan,
        Langkah(
            "periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB12"), sla_hari_kerja=2
        ),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2),
        Langkah(
            "persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
            boleh_tolak=True, paraf=True,
        ),
        Langkah(
            "pertek", "Pertimbangan teknis BKN", katalog.staf("SUB12"), katalog.REKAM, sla_hari_kerja=10,
            form=pertek, hasil={"bts": "verifikasi_bkd", "tms": "TOLAK"}, jalur="BKN",
            tombol="Rekam pertimbangan teknis",
        ),
        Langkah(
            "penetapan", "Penetapan nomor dan pencetakan SK", katalog.staf("SUB12"), katalog.TETAPKAN,
            sla_hari_kerja=2, bila=dicetak, kapan=DICETAK,
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2,
            bila=dicetak, kapan=DICETAK,
        ),
        Langkah(
            "rekam_sk_luar", "Perekaman SK dari Gubernur atau Presiden", katalog.staf("SUB12"), katalog.REKAM,
            sla_hari_kerja=20, form=SkLuarForm, naskah=naskah, bila=Kecuali(dicetak), jalur="luar",
            tombol="Rekam SK dan berlakukan", kapan="bila SK ditetapkan Gubernur atau Presiden",
        ),
        Langkah("serahkan", "Penyerahan petikan", katalog.staf("SUB12"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip


# ── the layanan ──────────────────────────────────────────────────────────────────────────────────────


class LayananKP(Layanan):
    """What every kind of KP has in common; a kind declares slug, nama, dasar, jenis_kp, form, syarat, naskah, alur.

    ``jenis_kp``: code of JenisKP; ``tentang``: title line of the decree; ``mengingat``: regulations its wording names.
    """

    aspek = "c"
    dampak = (
        "Mulai TMT pangkat naik setingkat, dan gaji pokok mengikuti golongan barunya; masa kerja golongan berlanjut."
    )
    strategis = True
    pemilik = "SUB12"
    surat_pengantar = True
    akibat_terlambat = "Lewat masa usul, kenaikan pangkatnya menunggu periode berikutnya."
    dasar_terlambat = PERIODE_BARU
    dapat_diperbaiki = ("tmt", "mkg_tahun", "mkg_bulan", "gaji_pokok", "nomor_pertek", "tanggal_pertek")
    bagian = BAGIAN_PROFIL
    jenis_kp = ""
    tentang = "KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL"
    mengingat = bahan_sk.MENGINGAT

    def tmt_pertama(self, profil, acuan):
        """The first TMT of this kind by time alone, or None when unknown."""
        return None

    def target(self, profil, acuan, tanggal):
        """The Golongan this kind lifts to; one step up unless the kind says otherwise."""
        return acuan.golongan_berikut(profil.golongan)

    def data_khusus(self, konteks, *, konsep=False):
        """What the decree of this kind prints besides; keys as in the ``nama`` of its templat."""
        return {}

    def isian_awal(self, profil, tanggal, acuan):
        """The first TMT still open to proposals on which the time in rank is complete, and the rank it lifts to."""
        baru = self.target(profil, acuan, tanggal)
        tmt = periode.usul_pertama(acuan, tanggal, self.tmt_pertama(profil, acuan))
        return {"tmt": tmt, "golongan_baru": baru.kode if baru else None}

    def ringkas(self, profil, isian):
        """``II/d ke III/a, TMT 1 Desember 2026``."""
        return (
            f"{profil.golongan or '–'} ke {isian.get('golongan_baru') or '–'}, TMT {tulis_tanggal(isian.get('tmt'))}"
        )

    def periksa(self, konteks):
        """One who is no PNS has no pangkat: only KP-U01 applies to him."""
        if konteks.profil.status in PPPK and self.syarat[0] is U01:
            return [(U01, U01.periksa(konteks))]
        return super().periksa(konteks)

    def tenggat_usul(self, tmt, acuan):
        """Last day of the proposal window (setting kp_tutup_*, practice of BKN)."""
        return periode.jendela_usul(acuan, tmt)[1] if acuan.bulan_kp(tmt) else None

    def dicetak(self, konteks):
        """Up to III/d; above it the SK is made by Gubernur or Presiden and only recorded."""
        return dicetak(konteks)

    def penanda_tangan(self, acuan, tanggal):
        """Each row of the table PejabatPenetapKP that holds on ``tanggal``."""
        return bahan_sk.sebut_penetap(acuan, tanggal)

    def kantor_penandatangan(self, konteks):
        """Office of the table PejabatPenetapKP for the new rank."""
        penetap = bahan_sk.penetap(konteks)
        return penetap.kantor if penetap else None

    def akibat(self, konteks):
        """Pangkat, MKG, gaji pokok and next KGB, before and from the TMT on."""
        p, baru, acuan = konteks.profil, umum.golongan_baru(konteks), konteks.acuan
        if baru is None or p.golongan_urutan is None or baru.kode == p.golongan:
            return []
        baris = [("Pangkat", f"{p.pangkat}, {p.golongan}", f"{baru.pangkat}, {baru.kode}")]
        efek = efek_kp(p, baru, konteks.tanggal, acuan)
        if efek.mkg_baru is None:
            return baris
        kgb = kgb_berikut(setelah_kp(p, baru, efek, konteks.tanggal), acuan)
        lama = kgb_berikut(p, acuan, sejak=konteks.tanggal)
        return [
            *baris,
            ("Masa kerja golongan", tulis_masa(efek.mkg_lama), tulis_masa(efek.mkg_baru)),
            ("Gaji pokok", tulis_rupiah(p.gaji_pokok), tulis_rupiah(efek.gaji.rupiah)),
            ("KGB berikutnya", _tulis_kgb(lama), _tulis_kgb(kgb)),
        ]

    def data_naskah(self, konteks):
        """What the petikan prints; keys in ``kepangkatan/bahan_sk.py``. DitolakAlur without pertek or MKG."""
        return bahan_sk.data_kp(self, konteks, bahan_sk.pertek(konteks.profil.pegawai_id, self.slug))

    def data_konsep(self, konteks):
        """The same before BKN has answered."""
        return bahan_sk.data_kp(self, konteks, bahan_sk.pertek(konteks.profil.pegawai_id, self.slug), konsep=True)

    def terapkan(self, naskah_pegawai):
        """One RiwayatPangkat and one RiwayatGaji dated TMT; the KGB cycle stays, since MKG runs on (§8)."""
        np, acuan = naskah_pegawai, acuan_kini()
        if akibat.sudah_diterapkan(np, RiwayatPangkat):
            return
        profil = profil_satu(np.pegawai_id, per=np.tmt)
        baru = acuan.golongan(np.data["isian"].get("golongan_baru")) or self.target(profil, acuan, np.tmt)
        efek = efek_kp(profil, baru, np.tmt, acuan)
        mkg = akibat.beku(np, "baru", "mkg") or (bahan_sk.masa(efek.mkg_baru) or {})
        gaji = akibat.beku(np, "baru", "gaji", "rupiah") or (efek.gaji and efek.gaji.rupiah)
        pertek = bahan_sk.pertek_usulan(np.data.get("usulan"))
        akibat.gantikan(RiwayatPangkat, np)
        RiwayatPangkat.objects.create(
            **akibat.kolom_sk(np),
            golongan_id=baru.kode,
            jenis_kp_id=self.jenis_kp,
            mkg_tahun=mkg.get("tahun"),
            mkg_bulan=mkg.get("bulan"),
            nomor_pertek=pertek.get("nomor_pertek") or "",
            tanggal_pertek=pertek.get("tanggal_pertek") or None,
            angka_kredit=profil.angka_kredit if profil.jenis_jabatan == "fungsional" else None,
        )
        if gaji and mkg:
            akibat.gantikan(RiwayatGaji, np)
            RiwayatGaji.objects.create(
                **akibat.kolom_sk(np),
                jenis="KP",
                golongan_id=baru.kode,
                gaji_pokok=gaji,
                mkg_tahun=mkg["tahun"],
                mkg_bulan=mkg["bulan"],
            )


def _tulis_kgb(kgb):
    return f"{tulis_tanggal(kgb.tmt)} (MKG {kgb.baris} tahun)" if kgb else "tidak ada lagi"


def dua_tingkat(profil, acuan):
    """Answers that ask for two steps up: a scenario of the census."""
    satu = acuan.golongan_berikut(profil.golongan)
    dua = satu and acuan.golongan_berikut(satu.kode)
    return {"golongan_baru": dua.kode} if dua else {}


def bermasalah(profil):
    """The profile as if he were under examination, suspended, and recorded otherwise in SIASN: for the census."""
    return replace(profil, diperiksa=True, kedudukan="04", selisih_siasn=("TMT GOLONGAN",))
