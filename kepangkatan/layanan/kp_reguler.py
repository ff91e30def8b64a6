"""Kenaikan pangkat (KP) reguler. Dasar: PP 99/2000 Pasal 6-8 jo. PP 12/2002; PerBKN 2/2025; PerBKN 4/2025.

Rules: ``kepangkatan/aturan/``. Route and documents: regulasi kenaikan-pangkat §5, §7; effect: §8. Up to
III/d the SK is printed here and signed by the Bupati; from IV/a the SK of Gubernur or Presiden is recorded.
"""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from kepangkatan import bahan_sk
from kepangkatan.aturan import periode, reguler, umum
from kepangkatan.forms import KpRegulerForm, PertekForm, SkLuarForm
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, kgb_berikut, tambah_bulan, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Jabatan, RiwayatGaji, RiwayatPangkat
from kepegawaian.profil import profil_satu
from layanan import akibat, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, SkKolektif, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario
from layanan.susulan import Kecuali

PP99, PP12, PBKN25 = "PP 99/2000", "PP 12/2002", "PerBKN 2/2025"
PERIODE_BARU = Dasar("PerBKN 4/2025")
KEPKA = Dasar("Kepka BKN 12/2002")
TERIKAT_ATASAN_SAMPAI = date(2025, 5, 31)
JENIS_KP = "101"
DICETAK = "bila SK ditetapkan di kabupaten"


# ── when a document or a step applies ────────────────────────────────────────────────────────────────


def _lintas_golongan(k):
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


def _dicetak(k):
    penetap = bahan_sk.penetap(k)
    return bool(penetap and penetap.dicetak)


@daftarkan
class KenaikanPangkatReguler(Layanan):
    """KP reguler for a PNS without struktural or fungsional post."""

    slug = "kp-reguler"
    nama = "Kenaikan Pangkat Reguler"
    aspek = "c"
    uraian = "Kenaikan pangkat setingkat bagi PNS pelaksana yang sudah empat tahun dalam pangkatnya."
    dampak = (
        "Mulai TMT pangkat naik setingkat, dan gaji pokok mengikuti golongan barunya; masa kerja golongan berlanjut."
    )
    strategis = True
    pemilik = "SUB12"
    surat_pengantar = True
    akibat_terlambat = "Lewat masa usul, kenaikan pangkatnya menunggu periode berikutnya."
    dasar_terlambat = PERIODE_BARU
    dapat_diperbaiki = ("tmt", "mkg_tahun", "mkg_bulan", "gaji_pokok", "nomor_pertek", "tanggal_pertek")
    dasar = (Dasar(PP99, "Pasal 6-8"), Dasar(PP12), Dasar(PBKN25), PERIODE_BARU)
    bagian = (
        "pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat",
        "ujian", "tinggal",
    )  # fmt: skip
    form = KpRegulerForm
    naskah = TemplatNaskah(
        jenis="sk",
        templat="naskah/kp_reguler.html",
        klasifikasi="823",
        judul="Keputusan Kenaikan Pangkat",
        pola_nomor="{klasifikasi}/{urut}/413.207/{tahun}",
        bagian=bahan_sk.BAGIAN,
        nama=bahan_sk.NAMA,
    )
    kolektif = SkKolektif(
        naskah=TemplatNaskah(
            jenis="sk", templat="naskah/kolektif.html", klasifikasi="823",
            judul="Keputusan Kenaikan Pangkat (kolektif)", pola_nomor=naskah.pola_nomor,
            bagian=bahan_sk.BAGIAN_KOLEKTIF, nama=bahan_sk.NAMA_KOLEKTIF,
        ),
        umum=bahan_sk.umum_kolektif,
        kolom=bahan_sk.KOLOM_KOLEKTIF,
    )  # fmt: skip
    syarat = (
        Syarat("KP-U01", "Berstatus PNS aktif, bukan CPNS", Dasar(PP99, "Pasal 1"), umum.u01_pns_aktif),
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
            umum.u05_hasil_kinerja_ada, keyakinan="asumsi", dasar_lain=(Dasar("PermenPANRB 6/2022"),),
        ),
        Syarat(
            "KP-U06", "Predikat kinerja sekurang-kurangnya Baik pada tiap tahun itu", Dasar(PP99),
            umum.u06_predikat_baik, keyakinan="asumsi", dasar_lain=(Dasar("PerBKN 3/2023"),),
        ),
        Syarat("KP-U07", "Naik setingkat dari pangkat terakhir", Dasar(PP99, "Pasal 1"), umum.u07_setingkat),
        Syarat(
            "KP-U08", "Riwayat pangkat menyambung dan sama dengan SIASN", Dasar("Praktik BKN"),
            umum.u08_riwayat_sinkron, keyakinan="sebagian",
        ),
        Syarat(
            "KP-R01", "Tidak memangku jabatan struktural atau fungsional", Dasar(PP99, "Pasal 6"),
            reguler.r01_tanpa_jabatan,
        ),
        Syarat(
            "KP-R02", "Paling singkat 4 tahun dalam pangkat terakhir", Dasar(PP99, "Pasal 7"), reguler.r02_empat_tahun
        ),
        Syarat(
            "KP-R03", "Tidak melampaui pangkat tertinggi menurut pendidikan", Dasar(PP99, "Pasal 8"),
            reguler.r03_puncak_pendidikan, dasar_lain=(Dasar(PP12),),
        ),
        Syarat(
            "KP-R05", "Lulus ujian dinas bila pindah golongan ke III/a atau IV/a, kecuali dibebaskan",
            Dasar(PP99, "Pasal 30-31"), reguler.r05_ujian_dinas,
        ),
        Syarat(
            "KP-R06", "Tidak melampaui pangkat atasan langsung", Dasar(PP12, "Pasal 6"), reguler.r06_pangkat_atasan,
            keyakinan="sebagian", berlaku_sampai=TERIKAT_ATASAN_SAMPAI, dasar_lain=(Dasar(PBKN25),),
        ),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat(
            "surat_pengantar", "Surat pengantar OPD", wajib=False,
            keterangan="Boleh satu surat untuk banyak usulan; diisi nomornya saat diajukan.",
        ),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pns", "SK PNS", dosir="status"),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
        DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
        DokumenSyarat("ijazah", "Ijazah dan transkrip nilai", dosir="pendidikan", bila=_pendidikan_naik,
                      kapan="bila lulus sejak pangkat terakhir"),
        DokumenSyarat("sk_pmk", "SK peninjauan masa kerja", dosir="masa_kerja", bila=lambda k: k.profil.pmk_bulan > 0,
                      kapan="bila masa kerjanya pernah ditinjau"),
        DokumenSyarat("sk_mutasi", "SK mutasi", wajib=False, dosir="unit", bila=_pernah_mutasi,
                      kapan="bila pindah unit sejak pangkat terakhir"),
        DokumenSyarat("stlud", "Surat tanda lulus ujian dinas atau bukti pembebasannya", dosir="ujian",
                      bila=_lintas_golongan, kapan="bila naik ke golongan III/a atau IV/a"),
    )  # fmt: skip
    alur = (
        Langkah(
            "verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
            boleh_tolak=False,  # he passes on; whether the rank is given is not his to decide
        ),
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
            "pertek", "Pertimbangan teknis BKN", katalog.staf("SUB12"), katalog.REKAM, sla_hari_kerja=10,
            form=PertekForm, hasil={"bts": "verifikasi_bkd", "tms": "TOLAK"}, jalur="BKN",
            tombol="Rekam pertimbangan teknis",
        ),
        Langkah(
            "penetapan", "Penetapan nomor dan pencetakan SK", katalog.staf("SUB12"), katalog.TETAPKAN,
            sla_hari_kerja=2, bila=_dicetak, kapan=DICETAK,
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2,
            bila=_dicetak, kapan=DICETAK,
        ),
        Langkah(
            "rekam_sk_luar", "Perekaman SK dari Gubernur atau Presiden", katalog.staf("SUB12"), katalog.REKAM,
            sla_hari_kerja=20, form=SkLuarForm, naskah=naskah, bila=Kecuali(_dicetak), jalur="luar",
            tombol="Rekam SK dan berlakukan", kapan="bila SK ditetapkan Gubernur atau Presiden",
        ),
        Langkah("serahkan", "Penyerahan petikan", katalog.staf("SUB12"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Golongan of the direct superior, only where KP-R06 still asks for it."""
        tmt = isian.get("tmt")
        return {"golongan_atasan": golongan_atasan(profil)} if tmt and tmt <= TERIKAT_ATASAN_SAMPAI else {}

    def isian_awal(self, profil, tanggal, acuan):
        """The first TMT still open to proposals on which four years in rank are complete, and one step up."""
        baru = acuan.golongan_berikut(profil.golongan)
        return {"tmt": reguler.tmt_usul(profil, tanggal, acuan), "golongan_baru": baru.kode if baru else None}

    def ringkas(self, profil, isian):
        """``II/d ke III/a, TMT 1 Desember 2026``."""
        return (
            f"{profil.golongan or '–'} ke {isian.get('golongan_baru') or '–'}, TMT {tulis_tanggal(isian.get('tmt'))}"
        )

    def periksa(self, konteks):
        """One who is no PNS has no pangkat: only KP-U01 applies to him."""
        if konteks.profil.status in PPPK:
            syarat = self.syarat[0]
            return [(syarat, syarat.periksa(konteks))]
        return super().periksa(konteks)

    def tenggat_usul(self, tmt, acuan):
        """Last day of the proposal window (setting kp_tutup_*, practice of BKN)."""
        return periode.jendela_usul(acuan, tmt)[1] if acuan.bulan_kp(tmt) else None

    def jatuh_tempo(self, profil, acuan, tanggal):
        """The next TMT on which KP reguler is possible by time, post and education."""
        return reguler.jatuh_tempo(profil, acuan, tanggal)

    def dicetak(self, konteks):
        """Up to III/d; above it the SK is made by Gubernur or Presiden and only recorded."""
        return _dicetak(konteks)

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
        efek = reguler.efek_kp(p, baru, konteks.tanggal, acuan)
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
        baru = acuan.golongan(np.data["isian"]["golongan_baru"])
        efek = reguler.efek_kp(profil, baru, np.tmt, acuan)
        mkg = akibat.beku(np, "baru", "mkg") or (bahan_sk.masa(efek.mkg_baru) or {})
        gaji = akibat.beku(np, "baru", "gaji", "rupiah") or (efek.gaji and efek.gaji.rupiah)
        pertek = bahan_sk.pertek_usulan(np.data.get("usulan"))
        akibat.gantikan(RiwayatPangkat, np)
        RiwayatPangkat.objects.create(
            **akibat.kolom_sk(np),
            golongan_id=baru.kode,
            jenis_kp_id=JENIS_KP,
            mkg_tahun=mkg.get("tahun"),
            mkg_bulan=mkg.get("bulan"),
            nomor_pertek=pertek.get("nomor_pertek") or "",
            tanggal_pertek=pertek.get("tanggal_pertek") or None,
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

    def skenario_sensus(self, tanggal):
        """Next period, mid-month, two steps up, and a TMT under KP-R06."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        return [
            Skenario("periode berikut", berikut),
            Skenario("tengah bulan", berikut.replace(day=15)),
            Skenario("dua tingkat", berikut, isian=_dua_tingkat),
            Skenario("masih terikat pangkat atasan", date(2025, 4, 1), siapkan=True, maks=300),
        ]


def _dua_tingkat(profil, acuan):
    satu = acuan.golongan_berikut(profil.golongan)
    dua = satu and acuan.golongan_berikut(satu.kode)
    return {"golongan_baru": dua.kode} if dua else {}


def _tulis_kgb(kgb):
    return f"{tulis_tanggal(kgb.tmt)} (MKG {kgb.baris} tahun)" if kgb else "tidak ada lagi"


def setelah_kp(profil, baru, efek, tmt):
    """The profile as it will be once the KP holds: what the next KGB date is computed from."""
    return replace(
        profil,
        golongan=baru.kode,
        golongan_urutan=baru.urutan,
        tmt_pangkat=tmt,
        tmt_gaji=tmt,
        tmt_dekret=tmt,
        mkg_dekret=efek.mkg_baru,
        tmt_mkg_nol=tambah_bulan(tmt, -efek.mkg_baru),
    )


def golongan_atasan(profil):
    """Golongan of the direct superior on the date of the profile: head of the unit or of the one above, then Sekda."""
    jalur = list(reversed(profil.jalur_unit or ()))
    kepala = Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True)
    calon = kepala.filter(Q(unit_id__in=jalur) | Q(kode=KODE_SEKDA)).values_list("unit_id", "pk")
    urut = sorted(calon, key=lambda j: jalur.index(j[0]) if j[0] in jalur else len(jalur))
    urut = [pk for _, pk in urut if pk != profil.jabatan_id]
    pemangku = akses.pemangku(profil.per, urut)
    for jabatan in urut:
        for p in pemangku.get(jabatan, ()):
            if p.pegawai_id != profil.pegawai_id:
                return profil_satu(p.pegawai_id, per=profil.per, bagian=("pangkat",)).golongan
    return None
