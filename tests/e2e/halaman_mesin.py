"""Tabel halaman mesin: nama URL → siapa membukanya → bagaimana menemukan obyek yang paling kaya di panggung.

A new page of the engine: one ``L`` line here. An address that is no page, or is seen elsewhere: one entry below with
its reason. A name in neither fails ``test_setiap_halaman_ada_pada_tabel``.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone

from kepegawaian.models import (
    BatchImpor,
    HariLibur,
    HubunganNaskah,
    JawabanSiasn,
    Naskah,
    ProfilKini,
    RiwayatKeluarga,
)
from layanan import katalog
from layanan.models import BatchTte, NomorTerpakai, PermintaanTte, SuratPengantar, Usulan
from penggajian.models import HasilTpp, TppBulan
from tata_kelola.models import Barang, KebutuhanBarang, MitigasiRisiko, PaguAnggaran, Pemeliharaan, Risiko
from tests.e2e.cari import pk
from tests.e2e.panggung_mesin import (
    ADMIN,
    ASN,
    DIKEMBALIKAN,
    DOKUMENTASI,
    INSPEKTORAT,
    KABAN,
    KABID,
    STAF,
)

TAMU = ""
TINDAKAN = ("perubahan-naskah", "pencabutan-naskah", "pembatalan-naskah")


class L(NamedTuple):
    """One look at a page: name of the URL, role, arguments and query found on the stage, words that must stand there."""

    nama: str
    peran: str
    argumen: Callable = lambda p: ()
    kueri: str = ""
    kata: str = ""

    def __str__(self):
        return "-".join(x for x in (self.nama.split(":")[1], self.kueri.replace("=", "-"), self.kata.lower()) if x)


def _dikenai(slug):
    """The naskah an act of this layanan changed, revoked or annulled."""
    return lambda p: (HubunganNaskah.objects.filter(baru__usulan__usulan__layanan=slug).latest("pk").lama_id,)


def _mengenai(slug):
    return lambda p: (HubunganNaskah.objects.filter(baru__usulan__usulan__layanan=slug).latest("pk").baru_id,)


def _berlaku(slug):
    """A letter that stands and that nothing was done to."""
    berlaku = Naskah.objects.filter(
        tahap="ditandatangani", usulan__usulan__layanan="kgb", usulan__usulan__status="selesai"
    )
    return lambda p: (berlaku.filter(dikenai__isnull=True).latest("pk").pk, slug)


def _milik_dikembalikan(p):
    return _usulan(status="dikembalikan", pegawai__nip=p.akun[DIKEMBALIKAN])(p)


def _usulan(**saring):
    return lambda p: (Usulan.objects.filter(**saring).latest("pk").nomor,)


def _tetap(*argumen):
    return lambda p: argumen


def _dipesan(p):
    return (NomorTerpakai.objects.filter(naskah__isnull=True, batal_pada__isnull=True).latest("pk").pk,)


def _kepala_opd(p):
    """A head of an OPD whose absence the staff may record."""
    return (ProfilKini.objects.filter(aktif=True, jabatan__kode="KEPALA-DINKES").first().nip,)


def _siasn(jenis):
    """The person of the demo whom SIASN answered about in every way."""
    utama = JawabanSiasn.objects.filter(jenis="data-utama", terbaru=True)
    return lambda p: (utama.first().pegawai.nip, jenis)


def _libur(p):
    return (HariLibur.objects.filter(jenis="cuti_bersama", tanggal__gte=timezone.localdate()).first().tanggal,)


def _token(slug):
    return lambda p: (Naskah.objects.get(pk=_dikenai(slug)(p)[0]).token,)


def _berkeluarga(p):
    """Somebody with a child on the pay list."""
    anak = RiwayatKeluarga.objects.filter(hubungan="anak", tertanggung=True, dibatalkan_pada=None)
    return (ProfilKini.objects.filter(aktif=True, pegawai__in=anak.values("pegawai")).order_by("nip").first().nip,)


def _tpp(status):
    return lambda p: (TppBulan.objects.get(status=status).pk,)


def _hasil_tpp(p):
    return (HasilTpp.objects.filter(bulan__status="ditetapkan", keadaan="dibayar").order_by("pk").first().pk,)


def _risiko(p):
    """A risk seen in data, with its mitigation."""
    return (Risiko.objects.filter(ditutup_pada=None).exclude(isyarat="").exclude(mitigasi=None).first().pk,)


def _berpagu(p):
    return (PaguAnggaran.objects.first().simpul_id,)


def _terpelihara(p):
    """A thing with maintenance behind it."""
    return (Pemeliharaan.objects.filter(barang__dilepas_pada=None).latest("pk").barang_id,)


def _presensi(p):
    return (BatchImpor.objects.get(jenis="presensi", status="pratinjau").pk,)


# Maps of every shape: linear, two ways out, over a naskah, the longest one. Random routes: ``tests/layanan/test_peta.py``.
PETA = ("kgb", "kp-reguler", "pencabutan-naskah", "penempatan")
HALAMAN = (
    # ── what may be asked for, and how it goes ──
    L("layanan:katalog_list", ASN),
    L("layanan:katalog_detail", ASN, _tetap("kgb")),
    L("layanan:katalog_detail", STAF, _tetap("pembatalan-naskah"), kata="Pembatalan"),
    *(L("layanan:peta_detail", KABID, _tetap(slug), kata=katalog.ambil(slug).nama) for slug in PETA),
    L("layanan:peta_list", KABAN),
    L("layanan:nominatif_list", STAF, _tetap("kgb")),
    # ── usulan on their way ──
    L("layanan:usulan_detail", DIKEMBALIKAN, _milik_dikembalikan),
    L("layanan:pratinjau_detail", KABID, _usulan(layanan="kp-reguler", langkah_kini__kode="periksa_kabid")),
    L("layanan:pengantar_list", STAF),
    L("layanan:pengantar_create", STAF),
    L("layanan:pengantar_detail", STAF, lambda p: (SuratPengantar.objects.latest("pk").pk,)),
    L("layanan:halangan_list", STAF),
    L("layanan:halangan_pilih", STAF, kueri="q=ida"),
    L("layanan:halangan_create", STAF, _kepala_opd),
    # ── signatures ──
    L("layanan:tte_list", KABAN),
    L("layanan:surat_tandatangani", KABAN),
    L("layanan:tte_detail", KABAN, lambda p: (BatchTte.objects.get(status="menunggu_sandi").pk,), kata="Terhenti."),
    L("layanan:tte_cocokkan", KABAN, lambda p: (PermintaanTte.objects.get(status="perlu_dicocokkan").pk,)),
    # ── naskah ──
    L("layanan:naskah_list", STAF),
    L("layanan:naskah_detail", STAF, _dikenai("perubahan-naskah"), kata="Diubah"),
    L("layanan:naskah_detail", STAF, _dikenai("pencabutan-naskah"), kata="Dicabut"),
    L("layanan:naskah_detail", STAF, _dikenai("pembatalan-naskah"), kata="Dibatalkan"),
    L("layanan:naskah_detail", STAF, _mengenai("perubahan-naskah"), kata="Mengubah"),
    *(L("layanan:naskah_tindak", STAF, _berlaku(slug), kata=katalog.ambil(slug).nama) for slug in TINDAKAN),
    L("layanan:register_list", STAF),
    L("layanan:register_list", STAF, kueri="cetak=1"),
    L("layanan:register_pesan", STAF),
    L("layanan:register_pakai", STAF, _dipesan),
    L("layanan:register_batal", STAF, _dipesan),
    L("layanan:verifikasi", TAMU, _token("perubahan-naskah"), kata="diubah"),
    L("layanan:verifikasi", TAMU, _token("pencabutan-naskah"), kata="dicabut"),
    L("layanan:verifikasi", TAMU, _token("pembatalan-naskah"), kata="dibatalkan"),
    # ── own work and notices ──
    L("tata_kelola:hari_pertama", ADMIN, kata="Dikerjakan:"),
    L("tata_kelola:tugas_list", KABID),
    L("tata_kelola:hak_kewajiban_saya", ASN, kata="Tanggal penting"),
    L("tata_kelola:hak_kewajiban", STAF, _berkeluarga, kata="Tunjangan anak"),
    L("tata_kelola:pemberitahuan", KABAN),
    L("tata_kelola:cari", STAF, kueri="q=822"),
    L("kepegawaian:saringan_list", STAF, kata="Guru di Babat"),
    L("kepegawaian:kabar_saya", KABID),
    L("kepegawaian:kiriman_list", ADMIN, kata="Gagal"),
    # ── SIASN: off by default; what was kept of it (data contoh of the demo) stays readable ──
    L("siasn:sambungan", STAF, kata="belum dinyalakan"),
    L("siasn:sambungan", STAF, kueri="status=mengirim", kata="terlambat"),
    L("siasn:banding", STAF, _siasn("golongan"), kata="tidak terbaca"),
    L("siasn:banding", STAF, _siasn("data-utama"), kata="SIASN kosong"),
    L("siasn:banding", STAF, _siasn("penghargaan"), kata="SIASN menjawab kosong"),
    L("siasn:selisih_list", STAF, kata="data contoh"),
    L("siasn:peta_list", STAF, kata="belum dicoba"),
    L("siasn:terima_list", DOKUMENTASI, kata="Batalkan Data utama"),
    L("siasn:saya", ASN, kata="belum dinyalakan"),
    # ── the law and the office's settings ──
    L("tata_kelola:regulasi_list", KABID),
    L("tata_kelola:regulasi_detail", KABID, _tetap("pp-99-2000")),
    L("tata_kelola:aturan_list", KABID),
    L("tata_kelola:referensi_list", STAF),
    L("tata_kelola:referensi_detail", STAF, _tetap("hukuman")),
    L("tata_kelola:gaji_detail", STAF),
    L("tata_kelola:setelan_list", KABID),
    L("tata_kelola:setelan_update", KABID, _tetap("tte_kantor")),
    L("tata_kelola:langkah_list", KABID),
    L("tata_kelola:langkah_update", KABID, _tetap("kgb", "verifikasi_bkd")),
    L("tata_kelola:libur_list", KABID),
    L("tata_kelola:libur_delete", KABID, _libur),
    L("tata_kelola:templat_list", STAF),
    L("tata_kelola:templat_detail", STAF, _tetap("kp-reguler")),
    L("tata_kelola:templat_update", KABID, _tetap("kp-reguler"), kueri="usulan="),
    L("tata_kelola:templat_versi", KABID, _tetap("kp-reguler", 2), kata="Memberlakukan"),
    L("tata_kelola:templat_versi", KABID, _tetap("kp-reguler", 1), kata="Masa berlaku"),
    L("tata_kelola:jejak_list", INSPEKTORAT),
    L("tata_kelola:sensitif_list", INSPEKTORAT),
    L("tata_kelola:retensi_list", INSPEKTORAT, kata="asumsi"),
    L("tata_kelola:data_pribadi", ASN, kata="Siapa melihat data saya"),
    L("tata_kelola:panduan_list", STAF),
    L("tata_kelola:panduan_detail", STAF, _tetap("templat")),
    # ── the BKD's own management ──
    L("tata_kelola:aspek_list", ASN, kata="Jaminan pensiun"),
    L("tata_kelola:kepatuhan_list", KABAN, kata="tepat waktu"),
    L("tata_kelola:kepatuhan_list", KABAN, kueri="tampil=bulan"),
    L("tata_kelola:kepatuhan_detail", KABAN, _tetap("kp-reguler"), kata="Semua langkah"),
    L("tata_kelola:kepatuhan_langkah", KABAN, kueri="hasil=lewat&masa=12", kata="lewat"),
    L("tata_kelola:tinjauan_list", KABAN, kata="Tidak berlaku lagi"),
    L("tata_kelola:tinjauan_detail", KABAN, _tetap("pp-100-2000"), kata="Yang harus berubah"),
    L("tata_kelola:tinjauan_create", KABAN, _tetap("pp-100-2000")),
    L("tata_kelola:dasbor", KABAN, kata="Gelombang pensiun"),
    L("tata_kelola:angka_detail", KABAN, _tetap("golongan"), kata="Rumus"),
    L("tata_kelola:laporan_list", KABAN, kata="PDF"),
    L("tata_kelola:laporan_create", KABAN),
    L("tata_kelola:risiko_list", KABAN, kata="Isyarat dari data"),
    L("tata_kelola:risiko_detail", KABAN, _risiko, kata="Riwayat penilaian"),
    L("tata_kelola:risiko_create", KABAN, kueri="isyarat=regulasi"),
    *(L(f"tata_kelola:{n}", KABAN, _risiko) for n in ("risiko_update", "risiko_nilai", "mitigasi_create", "risiko_tutup")),
    L("tata_kelola:tindak_lanjut_create", KABAN, lambda p: (MitigasiRisiko.objects.filter(risiko=_risiko(p)[0]).first().pk,)),
    L("tata_kelola:anggaran_list", KABAN, kata="Di bawah rencana"),
    L("tata_kelola:pagu_create", KABAN, _berpagu, kata="Pagu setahun"),
    L("tata_kelola:realisasi_create", KABAN, lambda p: (*_berpagu(p), 1)),
    L("tata_kelola:sarana_list", KABAN, kata="Pemegang"),
    L("tata_kelola:sarana_list", KABAN, kueri="jatuh=1", kata="Pemeliharaannya lewat"),
    L("tata_kelola:sarana_detail", KABAN, _terpelihara, kata="Riwayat keadaan"),
    L("tata_kelola:sarana_detail", KABAN, pk(Barang, dilepas_pada__isnull=False), kata="Sudah dikeluarkan"),
    L("tata_kelola:sarana_create", KABAN, kata="Kode barang"),
    *(L(f"tata_kelola:sarana_{n}", KABAN, _terpelihara) for n in ("update", "keadaan", "pelihara", "lepas")),
    L("tata_kelola:ruang_list", KABAN, kata="Unduh KIR"),
    L("tata_kelola:ruang_create", KABAN),
    L("tata_kelola:barang_kebutuhan", KABAN, kata="Perkiraan biaya"),
    L("tata_kelola:barang_kebutuhan_create", KABAN, kata="Dibebankan pada kegiatan"),
    L("tata_kelola:barang_kebutuhan_putus", KABAN, pk(KebutuhanBarang, status="diusulkan")),
    L("tata_kelola:proses_bisnis", KABAN, kata="Belum cocok"),
    L("tata_kelola:bagan", KABAN, kata="Daftar unit"),
    L("tata_kelola:terbuka_list", TAMU, kata="Unduh CSV"),
    L("tata_kelola:terbuka_detail", TAMU, _tetap("kelamin-usia"), kata="Perempuan"),
    # ── pay ──
    L("penggajian:gaji_list", ASN),
    L("penggajian:gaji_list", STAF, kueri="golongan=II/b&mkg_tahun=2&tanggal=2026-11-01", kata="GAJI-03"),
    L("penggajian:kgb_list", STAF, kata="dua belas bulan ke depan"),
    L("penggajian:perubahan_list", STAF, kata="kantor keuangan"),
    L("penggajian:penghasilan_saya", ASN),
    L("penggajian:penghasilan_detail", STAF, _berkeluarga, kata="Anak pada daftar gaji"),
    L("penggajian:tanggungan_list", STAF),
    L("penggajian:tpp_list", KABAN, kata="Ditetapkan"),
    L("penggajian:tpp_detail", KABAN, _tpp("draf"), kata="Yang kurang"),
    L("penggajian:tpp_hasil", KABAN, _hasil_tpp, kata="Capaian disiplin"),
    L("penggajian:tpp_saya", ASN),
    L("penggajian:tpp_atur", KABAN, kata="Contoh, bukan Perbup"),
    *(L("penggajian:tpp_atur_create", KABAN, _tetap(apa), kata="Dasar hukum") for apa in ("pagu", "potongan", "aturan")),
    L("penggajian:presensi_list", STAF),
    L("penggajian:presensi_create", STAF),
    L("penggajian:presensi_detail", STAF, _presensi, kata="bukan keadaan kehadiran"),
)  # fmt: skip

# Pages that open by a click only; the stories of ``test_layar_mesin`` come by them.
DIKLIK = {
    "layanan:kotak_setujui", "layanan:kotak_kolektif", "layanan:kotak_tandatangani", "layanan:tte_create",
    "tata_kelola:templat_berlakukan",
}  # fmt: skip
# Pages of distress, by their context; ``test_halaman_penolakan_dan_galat`` shows them.
GALAT = {
    "413.html": {"maks": 5},
    "429.html": {"menit": 15},
    "500.html": {"nomor": "a1b2c3d4"},
    "507.html": {},
    "akun/terkunci.html": {"failure_limit": 8},
}


def jawab_galat(nama, isi):
    """Answers a request of the browser with this page."""
    kepala = {"Content-Type": "text/html; charset=utf-8", "Server-Timing": f'templat;desc="{nama}"'}
    return lambda jalur: jalur.fulfill(body=render_to_string(nama, isi), headers=kepala)


# Seen by ``test_pekerjaan_utama``.
SUDAH = {"layanan:usulan_create", "layanan:usulan_list", "layanan:kotak_list", "tata_kelola:beranda"}
PERBUATAN = "POST saja: bertindak lalu mengarahkan ke halaman yang ada pada tabel"
UNDUHAN = "berkas, bukan halaman"
BUKAN_HALAMAN = {
    **dict.fromkeys(
        [f"layanan:usulan_{kata}" for kata in (
            "update", "ajukan", "setujui", "rekam", "tetapkan", "sahkan", "tandatangani", "kembalikan", "tolak",
            "batalkan",
        )]
        + [
            "layanan:nominatif_ajukan", "layanan:pratinjau_create", "layanan:berkas_create", "layanan:berkas_periksa",
            "layanan:halangan_batalkan", "layanan:surat_sahkan", "layanan:tte_lanjutkan", "layanan:tte_lepas", "tata_kelola:libur_create",
            "tata_kelola:pemberitahuan_baca_semua", "tata_kelola:salinan_create", "tata_kelola:pemberitahuan_buka", "tata_kelola:templat_cabut",
            "tata_kelola:pemberitahuan_baca_semua", "tata_kelola:pemberitahuan_buka", "tata_kelola:templat_cabut",
            "kepegawaian:saringan_create", "kepegawaian:saringan_update", "kepegawaian:saringan_delete",
            "kepegawaian:kiriman_ulangi", "penggajian:tpp_hitung", "penggajian:tpp_tetapkan", "penggajian:presensi_baca",
            "penggajian:presensi_terapkan", "penggajian:presensi_batalkan", *(f"siasn:{apa}" for apa in (
                "token_tempel", "token_buang", "ambil_create", "ambil_henti", "ambil_lanjut", "kirim_ulang", "kirim_batal",
                "ambil", "terima", "terima_batal", "kirim",
            )),
        ],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"layanan:{apa}_ekspor" for apa in ("nominatif", "usulan", "kotak", "naskah", "register")]
        + [f"penggajian:{apa}" for apa in ("kgb_ekspor", "perubahan_ekspor", "tanggungan_ekspor", "tpp_ekspor", "presensi_galat")]
        + ["layanan:berkas_download", "layanan:naskah_download", "layanan:petikan_download", "tata_kelola:jejak_download",
           "tata_kelola:laporan_download", "tata_kelola:terbuka_download", "tata_kelola:salinan_download",
           "tata_kelola:sarana_label", "tata_kelola:ruang_kartu"]
        + [f"tata_kelola:{apa}_ekspor" for apa in (
            "aspek", "kepatuhan", "tinjauan", "dasbor", "risiko", "anggaran", "proses", "sarana", "barang_kebutuhan",
        )],
        UNDUHAN,
    ),
    "layanan:pratinjau_lembar": "isi bingkai pada pratinjau_detail, terlihat bersama halamannya",
    "layanan:kolektif_konsep": "lembar keputusan di tab baru, tanpa kerangka portal",
    "layanan:pratinjau_download": "potongan htmx dan PDF konsep",
    "tata_kelola:sehat": "jawaban bagi penyeimbang beban",
    "tata_kelola:sehat_hidup": "jawaban bagi penyeimbang beban",
    "tata_kelola:sehat_siap": "jawaban bagi penyeimbang beban",
    "tata_kelola:metrik": "angka bagi Prometheus",
    "tata_kelola:favicon": "gambar",
    "tata_kelola:galeri": "hanya pada DEBUG",
}  # fmt: skip
