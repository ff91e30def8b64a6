"""Dunia akses: seorang dari tiap peran, dan milik ani (guru DISDIK) pada setiap keadaan yang punya alamat.

``buat_dunia()`` is called once for a module; every test works in a savepoint on it (``conftest.dunia``).
"""

from datetime import date, timedelta
from types import SimpleNamespace

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from disiplin.kehadiran.perbuatan import hentikan_gaji
from indeks import malam
from karier import potret
from karier.models import AsesorUji, KegiatanUji, PesertaUji
from kepangkatan.daftar import berkas as daftar_berkas, susun
from kepangkatan.models import Ujian
from kepegawaian import dosir, impor, jejak, kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.impor import presensi
from kepegawaian.models import (
    Halangan,
    HariLibur,
    KamusReferensi,
    Kiriman,
    Pegawai,
    Pemberitahuan,
    Penugasan,
    Presensi,
    SaringanTersimpan,
)
from kesejahteraan.cuti.models import CatatanCuti
from kesejahteraan.penghargaan import periode as periode_slks
from kesejahteraan.penghargaan.models import Juri, Pemilihan
from layanan import alur, katalog
from layanan.katalog import BagianNaskah, DokumenSyarat, Langkah, TemplatNaskah
from layanan.models import VersiTemplat
from layanan.templat_kantor import sidik
from mutasi.models import BarisRancangan, Rancangan
from penggajian.models import HasilTpp, TppBulan
from pensiun.models import Pelepasan, PesertaPelepasan
from tests.akses.disiplin import isi_disiplin
from tests.akses.indeks import isi_indeks
from tests.akses.kebutuhan import isi_kebutuhan
from tests.akses.kinerja import isi_kinerja
from tests.akses.kinerja_pantau import isi_kinerja_pantau
from tests.akses.korpri import isi_korpri
from tests.akses.pelatihan import isi_pelatihan
from tests.akses.penilaian import isi_penilaian
from tests.akses.pohon import isi_pohon
from tests.akses.seleksi import isi_seleksi
from tests.akses.seleksi_asn import isi_seleksi_asn
from tests.akses.tata import isi_tata
from tests.akses.tubel import isi_tubel
from tests.akses.usulan import isi_tanda_tangan, isi_usulan
from tests.kepegawaian.impor.conftest import baca, orang as baris_orang, siasn, terapkan
from tests.layanan.conftest import FormPertekUji, LayananUji, pdf
from tests.layanan.ttd import LayananTte
from tests.pabrik import SANDI, buat_akun, buat_batch, buat_pegawai, tambah, tugaskan, unit_kode

SEKOLAH = "SDN-BABAT-14"
HARI_INI = date.today()
# persona -> what ``buat_pegawai`` makes; the four of TANPA_NIP have an account only.
BERNIP = {
    "ani": {"unit": SEKOLAH, "jabatan": "JF-GURU-MUDA", "email": "ani@contoh.id"},
    "eko": {"unit": "PKM-PUCUK", "kelamin": "L"},
    "pensiunan": {"unit": SEKOLAH, "kedudukan": "99", "tmt_kedudukan": HARI_INI - timedelta(days=30)},
    "pensiunan_lama": {"unit": SEKOLAH, "kedudukan": "99", "tmt_kedudukan": HARI_INI - timedelta(days=400)},
    "kepsek": {"unit": SEKOLAH, "jabatan": f"KEPALA-{SEKOLAH}", "golongan": "IV/a"},
    "kepsek_lain": {"unit": "SMPN-BABAT-1", "jabatan": "KEPALA-SMPN-BABAT-1", "golongan": "IV/a"},
    "operator": {"unit": "DISDIK-SUBBAG1"},
    "operator_lain": {"unit": "DINKES-SUBBAG1"},
    "kepala_opd": {"unit": "DISDIK", "jabatan": "KEPALA-DISDIK", "golongan": "IV/c"},
    "kepala_opd_lain": {"unit": "DINKES", "jabatan": "KEPALA-DINKES", "golongan": "IV/c"},
    "staf12": {"unit": "SUB12"},
    "staf13": {"unit": "SUB13"},
    "penangan": {"unit": "SUB11"},
    "kaban": {"unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekda": {"unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
}
TANPA_NIP = ("perekam", "inspektorat", "admin")
# A candidate of a selection: his account is born by the pemberkasan.
PERSONA = ("anonim", *BERNIP, *TANPA_NIP, "calon")
NIP_IMPOR = baris_orang(803)["NIP BARU"]
RANCANGAN = "ROTASI RAHASIA AKSES"
NIK, KELUARGA, HUKUMAN = "3524014505860001", "ZULAIKHA PUTRI ANI", "862/77/RHS/2024"


def berkas_presensi(nip, hari=1):
    """A file with one day of a person and one row in error."""
    tanggal = f"{HARI_INI - timedelta(days=hari):%d-%m-%Y}"
    xlsx = impor.tulis_daftar("Presensi", presensi.KOLOM, [(nip, tanggal, "07:30", "16:00", "", 0, 0), ("1", tanggal)])
    return SimpleUploadedFile("presensi.xlsx", xlsx.read())


class LayananAkses(LayananUji):
    """A short route with every kind of step; each step belongs to somebody else."""

    slug = "uji-akses"
    nama = "Layanan uji akses"
    nominatif = True
    dokumen = (DokumenSyarat("surat_pengantar", "Surat pengantar OPD", wajib=False),)
    alur = (
        Langkah("verifikasi_opd", "Verifikasi OPD", katalog.kepala_opd),
        Langkah("verifikasi_bkd", "Verifikasi BKD", katalog.staf("SUB12")),
        Langkah("kaban", "Kepala BKD", katalog.jabatan("KEPALA-BKPSDM"), boleh_tolak=True),
        Langkah("pertek", "Pertek BKN", katalog.staf("SUB12"), katalog.REKAM, form=FormPertekUji),
        Langkah("penetapan", "Penetapan", katalog.staf("SUB12"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN),
    )
    naskah = TemplatNaskah(
        "sk", "naskah/kp_reguler.html", "AKSES", "Keputusan uji akses", "AKSES/{urut}/{tahun}",
        bagian=(BagianNaskah("menimbang", "Menimbang", "bahwa {{ d.nama }} cakap;", "daftar"),), nama=(("nama", "Siti"),),
    )  # fmt: skip


class LayananDraf(LayananAkses):
    """The same once more: ani has a running usulan of one and a draft of the other."""

    slug = "uji-draf"
    nama = "Layanan uji draf"


class LayananKosong(LayananAkses):
    """And one ani has no usulan of."""

    slug = "uji-kosong"
    nama = "Layanan uji kosong"


class LayananTtd(LayananTte):
    """Signed electronically by Kepala BKD."""

    slug = "uji-akses-tte"


LAYANAN = (LayananAkses, LayananDraf, LayananKosong, LayananTtd)


class Dunia(SimpleNamespace):
    """People and objects by name; ``akun`` the accounts, ``usulan`` one of each step."""

    def oleh(self, nama):
        """The Pelaku of a persona today."""
        akun = self.akun[nama]
        return alur.Pelaku(akun, hitung_hak(akun, per=HARI_INI, acuan=acuan_kini()), "127.0.0.1")


def buat_dunia():
    """Makes everybody and everything; needs the layanan above registered."""
    cache.clear()
    d = Dunia(akun={}, usulan={}, alamat={}, batch=buat_batch())
    for nama, isi in BERNIP.items():
        pegawai = buat_pegawai(nama=f"PERSONA {nama.upper()}", batch=d.batch, **isi)
        setattr(d, nama, pegawai)
        d.akun[nama] = buat_akun(pegawai, sandi=SANDI)
    for nama in TANPA_NIP:
        d.akun[nama] = buat_akun(nama_pengguna=f"uji.{nama}", nama=f"Akun {nama}", sandi=SANDI)
        tugaskan(d.akun[nama], "perekam_pimpinan" if nama == "perekam" else nama)
    d.tertutup = buat_akun(nama_pengguna="uji.tertutup", is_active=False)
    tugaskan(d.akun["operator"], "operator_opd", "DISDIK")
    tugaskan(d.akun["operator_lain"], "operator_opd", "DINKES")
    _riwayat(d)
    _kantor(d)
    _impor(d)
    isi_usulan(d, SEKOLAH, HARI_INI)
    isi_tanda_tangan(d)
    _karier(d)
    isi_korpri(d)
    isi_kinerja(d)
    isi_tubel(d)
    isi_pelatihan(d)
    _tpp(d)
    _kehadiran(d)
    _penghargaan(d)
    _rancangan(d)
    isi_disiplin(d, SEKOLAH, HARI_INI)
    isi_kebutuhan(d)
    _cuti(d)
    _daftar(d)
    _pensiun(d)
    isi_pohon(d, HARI_INI)
    isi_tata(d, HARI_INI)
    isi_kinerja_pantau(d)
    isi_penilaian(d)
    d.putaran = malam.hitung(HARI_INI, hari_ini=HARI_INI, sekarang=timezone.now)
    isi_indeks(d, HARI_INI)
    d.ani = Pegawai.objects.select_related("kini").get(pk=d.ani.pk)
    return d


def _daftar(d):
    """A DUK that stands with an objection of ani, a konsep, and the nominatif of DISDIK that stands."""
    d.duk, d.konsep = (susun.minta("duk", HARI_INI) for _ in range(2))
    d.nominatif = susun.minta("nominatif", HARI_INI, unit_id=d.kepala_opd.kini.opd_id)
    for satu in (d.duk, d.konsep, d.nominatif):
        susun.kerjakan(satu.pk)
    for satu in (d.duk, d.nominatif):
        susun.tetapkan(satu.pk, tanggal=HARI_INI, oleh=d.akun["kaban"])
    daftar_berkas.cetak(d.duk.pk, pdf=False)
    d.keberatan = susun.ajukan_keberatan(d.duk, d.ani.pk, tanggal=HARI_INI, uraian="Nomor", oleh=d.akun["staf12"])


def _riwayat(d):
    """Rows of every part of ani's record, the confidential ones with words of their own, and a scan of each."""
    Pegawai.objects.filter(pk=d.ani.pk).update(nik=NIK)
    isi = {"batch": d.batch, "segarkan": False}
    tambah(
        d.ani, "keluarga", tmt=date(2016, 1, 1), anggota="1", hubungan="anak", nama=KELUARGA, tertanggung=True, **isi
    )
    hukuman = tambah(d.ani, "hukuman", tmt=date(2024, 2, 1), jenis_id="R2", nomor_sk=HUKUMAN, **isi)
    tambah(d.ani, "pemeriksaan", tmt=date(2023, 1, 1), sampai=date(2023, 2, 1), **isi)
    tambah(d.ani, "pendidikan", tmt=date(2012, 8, 1), tingkat_id="40", nama="S-1 PGSD", **isi)
    tambah(d.ani, "kinerja", tmt=date(HARI_INI.year, 1, 20), tahun=HARI_INI.year - 1, predikat="Baik", **isi)
    pangkat = d.ani.riwayatpangkat.get()
    d.dosir = {
        bagian: dosir.simpan(d.ani.pk, jenis, dosir.terima(pdf(f"{bagian}.pdf", lebar)), riwayat_jenis=riwayat, riwayat_id=kunci)
        for lebar, (bagian, jenis, riwayat, kunci) in enumerate(
            [("kerja", "sk_pangkat", "pangkat", pangkat.pk), ("keluarga", "akta", "keluarga", None),
             ("hukuman", "sk_hukuman", "hukuman", hukuman.pk)], start=401
        )
    }  # fmt: skip


def _cuti(d):
    """What the operator recorded from the paper of ani."""
    d.catatan_cuti = CatatanCuti.objects.create(
        pegawai=d.ani, tahun=HARI_INI.year - 1, jenis="dipakai", hari=12, sumber="formulir", dicatat_oleh=d.akun["operator"],
        dicatat_pada=timezone.now(),
    )  # fmt: skip


def _tpp(d):
    """A month of TPP that is ditetapkan and a draft, with ani in both."""
    kini = HARI_INI.replace(day=1)
    d.tpp = TppBulan.objects.create(bulan=tambah_bulan(kini, -2), status="draf")
    d.tpp_draf = TppBulan.objects.create(bulan=tambah_bulan(kini, -1), status="draf", ringkasan={"dibayar": 1})
    isi = {"pegawai": d.ani, "keadaan": "dibayar", "rupiah": 1, "pagu": 1}
    d.tpp_ani = HasilTpp.objects.create(bulan=d.tpp, **isi)
    HasilTpp.objects.create(bulan=d.tpp_draf, **isi)
    TppBulan.objects.filter(pk=d.tpp.pk).update(status="ditetapkan", ditetapkan_pada=timezone.now())
    d.tpp.refresh_from_db()
    d.presensi, d.presensi_terap = (
        presensi.unggah(berkas_presensi(d.ani.nip, hari), "presensi.xlsx", HARI_INI, None) for hari in (1, 2)
    )
    d.presensi = presensi.IMPOR.baca(d.presensi.pk)
    presensi.IMPOR.baca(d.presensi_terap.pk)
    d.presensi_terap = presensi.IMPOR.terapkan(d.presensi_terap.pk)


def _kehadiran(d):
    """Last year's March without a word, of ani and of eko; eko's salary is stopped."""
    tahun = HARI_INI.year - 1
    hari, batch = [date(tahun, 3, i) for i in range(1, 32)], buat_batch(jenis="presensi")
    for orang in (d.ani, d.eko):
        Presensi.objects.bulk_create(
            Presensi(pegawai=orang, tanggal=t, keadaan="tanpa_keterangan", batch=batch) for t in hari
        )
    kehadiran.hitung(tahun)
    d.henti = hentikan_gaji(d.eko, tahun, alasan="Sepuluh hari tanpa kabar.", oleh=d.oleh("penangan"))


def _pensiun(d):
    """A ceremony of today with ani as its peserta, and a draft of months in which nobody retires."""
    isi = {"tmt_dari": date(2031, 2, 1), "tmt_sampai": date(2031, 3, 1), "tanggal": HARI_INI, "tempat": "Pendopo",
           "dibuat_pada": timezone.now()}  # fmt: skip
    d.pelepasan = Pelepasan.objects.create(nama="Pelepasan uji", status="ditetapkan", **isi)
    d.pelepasan_draf = Pelepasan.objects.create(nama="Pelepasan draf", **isi)
    data = dict.fromkeys(("nama", "nip", "pangkat", "golongan", "jabatan", "unit", "opd", "masa_kerja"), "-")
    d.peserta_lepas = PesertaPelepasan.objects.create(
        pelepasan=d.pelepasan, pegawai=d.ani, tmt=date(2031, 2, 1), urut=1, data=data
    )


def _kantor(d):
    """What the office keeps: a duty that runs, a holiday to come, a notice, a queue of unknown texts."""
    d.tugas = Penugasan.objects.get(pengguna=d.akun["operator"])
    d.libur = HariLibur.objects.create(
        tanggal=HARI_INI + timedelta(days=40), nama="Cuti bersama uji", jenis="cuti_bersama", dasar="SKB uji"
    )
    d.saringan = SaringanTersimpan.objects.create(
        pengguna=d.akun["staf12"], nama="Guru", alamat="/pegawai/", kueri="q=guru"
    )
    d.kabar = Pemberitahuan.objects.create(
        pengguna=d.akun["ani"], pada=timezone.now(), judul="Kabar bagi ani", kunci="uji-akses", url="/usulan/"
    )
    nanti = HARI_INI + timedelta(days=60)  # far enough that no step goes up meanwhile
    d.halangan = Halangan.objects.create(
        pegawai=d.kepala_opd, sejak=nanti, sampai=nanti, sebab="cuti", dicatat_oleh=d.akun["operator"],
        dicatat_pada=timezone.now(),
    )  # fmt: skip
    _templat(d)
    d.kiriman = Kiriman.objects.create(
        pemberitahuan=d.kabar, saluran="surel", status="gagal", berikut_pada=timezone.now(), galat="Server surel mati."
    )
    d.kamus = KamusReferensi.objects.create(jenis="unit", teks="Dinas Entah", jumlah=3)


def _templat(d):
    """A wording in force, and a konsep by somebody outside the table that was seen on a real usulan."""
    bagian = {"menimbang": "bahwa {{ d.nama }} layak;"}
    isi = {"layanan": "uji-akses", "bagian": bagian, "alasan": "Nota dinas 800/3/2026", "diubah_pada": timezone.now(),
           "dibuat_oleh": d.akun["pensiunan"]}  # fmt: skip
    VersiTemplat.objects.create(**isi, versi=1, status="berlaku", berlaku_sejak=HARI_INI,
                                disetujui_oleh=d.akun["kaban"], disetujui_pada=timezone.now())  # fmt: skip
    konsep = VersiTemplat.objects.create(**isi, versi=2)
    jejak.catat("templat_pratinjau", konsep, templat="uji-akses versi 2", usulan="US-1", sidik=sidik(bagian))
    d.isian_templat = {
        "bagian_menimbang": bagian["menimbang"],
        "alasan": "Nota dinas 800/4/2026",
        "semula": sidik(bagian),
    }


def _impor(d):
    """One batch with an error row in preview, one applied."""
    baris = [baris_orang(801), baris_orang(802, **{"TANGGAL LAHIR": "bukan tanggal"})]
    d.pratinjau = baca(siasn(baris), oleh=d.akun["staf12"])
    d.terap = terapkan(siasn([baris_orang(803)]), oleh=d.akun["staf12"])
    assert d.pratinjau.ringkasan["galat"] == 1, "dunia akses memerlukan satu baris galat"


def _karier(d):
    """A kegiatan uji kompetensi that ani is registered for, and the talent map of this year."""
    d.ujian = Ujian.objects.create(
        jenis="UD1", nama="Ujian dinas tingkat I", pengumuman="Terbuka.", status="diumumkan", tempat="Aula",
        buka=date.today(), tutup=date.today() + timedelta(days=3), tanggal=date.today() + timedelta(days=9),
        ruang=[{"nama": "Aula", "kapasitas": 30}], dibuat_pada=timezone.now(),
    )  # fmt: skip
    d.kegiatan_uji = KegiatanUji.objects.create(
        nama="Pemetaan uji", tujuan="pemetaan", metode=["wawancara"], tanggal_mulai=HARI_INI, tanggal_selesai=HARI_INI,
        tempat="Aula", dibuat_oleh=d.akun["kaban"], dibuat_pada=timezone.now(),
    )  # fmt: skip
    AsesorUji.objects.create(kegiatan=d.kegiatan_uji, nama="Dr. Ratna", instansi="BKN")
    d.peserta_uji = PesertaUji.objects.create(
        kegiatan=d.kegiatan_uji, pegawai=d.ani, sasaran=d.ani.riwayatjabatan.get().jabatan
    )
    potret.hitung(HARI_INI)
    isi_seleksi(d)
    isi_seleksi_asn(d)


def _penghargaan(d):
    """The Satyalancana list of the award ahead, and a selection whose proposals run, with ani as juror."""
    d.periode_slks = periode_slks.hitung(periode_slks.tahun_kini(acuan_kini(), HARI_INI))
    d.pemilihan = Pemilihan.objects.create(
        tahun=HARI_INI.year, nama="Pemilihan uji akses", pengumuman="Terbuka.", status="dibuka", buka=HARI_INI,
        tutup=HARI_INI + timedelta(days=3), wawancara=HARI_INI + timedelta(days=9), dibuat_pada=timezone.now(),
    )  # fmt: skip
    d.juri = Juri.objects.create(pemilihan=d.pemilihan, nama="PERSONA ANI", unsur="Guru", pengguna=d.akun["ani"])


def _rancangan(d):
    """A confidential rancangan of the Subbidang Mutasi, with one row that violates nothing and one more member."""
    d.rancangan = Rancangan.objects.create(
        nama=RANCANGAN, tmt=HARI_INI + timedelta(days=30), dibuat_oleh=d.akun["penangan"], dibuat_pada=timezone.now()
    )
    d.rancangan.anggota.add(d.akun["penangan"], d.akun["staf13"])
    pegawai = buat_pegawai(nama="REKAN MUTASI", unit="SUB21", batch=d.batch)
    d.baris_rancangan = BarisRancangan.objects.create(
        rancangan=d.rancangan, pegawai=pegawai, jabatan=pegawai.riwayatjabatan.get().jabatan, unit=unit_kode("SUB22")
    )


def berkas_impor():
    """A small xlsx of SIASN as an upload."""
    return SimpleUploadedFile("data-asn.xlsx", siasn([baris_orang(804)]).read(), content_type=impor.__name__)
