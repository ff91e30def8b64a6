"""Mutasi demo: pasangan suami istri lewat lembar RW KELUARGA, usulan pada tiap status, satu Plt, satu rancangan.

As few usulan as show every part: placements into vacant posts of pengawas and into a unit, moves out and in, an order of
Plt that stands, and a confidential rancangan in which a wife would work directly under her husband. Assignments outside and
SPMJ: ``penugasan.py``.
"""

from datetime import timedelta
from itertools import count

from django.core.files import File
from django.utils import timezone

from kepegawaian import akses, impor
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jabatan, Pegawai, Pengguna, ProfilKini
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from mutasi import perbuatan
from tata_kelola.demo.panggung import Sutradara, layak
from tata_kelola.demo.penugasan import tambah_penugasan
from tata_kelola.demo.pindaian import pindaian

# (step at which it stands, last act, late) of the placements into posts of pengawas; "selesai" first, its people are the
# witnesses.
BABAK = (("selesai", "", False), ("spmj", "", False), ("spmt", "", False), ("pelantikan", "", False),
         ("tanda_tangan", "", False), ("keputusan", "", False), ("sidang_tpk", "", True), ("nota_dinas", "", False),
         ("telaah", "", False), ("persetujuan_tujuan", "", True), ("telaah", "kembalikan", False),
         ("nota_dinas", "tolak", False), ("periksa_kasubbid", "batalkan", False), ("draf", "", False))  # fmt: skip
KALIMAT = {
    "kembalikan": "Surat persetujuan perangkat daerah tujuan belum menyebut jabatannya; mintakan surat yang lengkap.",
    "tolak": "Jabatannya akan dihapus pada penataan organisasi tahun depan.",
    "pasal": "PP 11/2017 Pasal 190",
    "batalkan": "Perangkat daerah tujuan menarik permintaannya.",
}
KELUARGA = ("NIP", "ANGGOTA", "HUBUNGAN", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "KEADAAN", "TERTANGGUNG",
            "PEKERJAAN", "NOMOR AKTA", "NIP ANGGOTA", "SEKOLAH SAMPAI", "SUDAH KAWIN", "BERPENGHASILAN", "TMT")  # fmt: skip
STAF = "SUB11"
BAGIAN = "penempatan, mutasi masuk dan keluar, Plt."


def tambah_mutasi(p):
    """Adds everything of the docstring to the plays of ``p`` (Pementasan), as far as there are people and empty posts."""
    hari_ini, tokoh = p.hari_ini, p.tokoh
    staf = ProfilKini.objects.filter(unit__kode=STAF, aktif=True).exclude(jenis_jabatan="struktural").order_by("nip")
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is None:  # a very small regency
        return
    pasangan = suami_istri(hari_ini, tokoh)
    kosong = iter(_jabatan_kosong(hari_ini))
    _penempatan(p, akun, kosong)
    _keluar(p, akun)
    _masuk(p, akun, kosong)
    _plt(p, akun, kosong)
    tambah_penugasan(p, SutradaraMutasi(katalog.ambil("penugasan-luar"), hari_ini, akun, cetak=p.cetak))
    _rancangan(p, akun, pasangan, kosong)


# ── families ─────────────────────────────────────────────────────────────────────────────────────────


def suami_istri(hari_ini, tokoh):
    """(ProfilKini of a head, ProfilKini of his wife or her husband): couples by the import sheet RW KELUARGA."""
    bawahan = Jabatan.objects.filter(eselon_id="IV.a", kepala_unit=True, berlaku_sampai__isnull=True)
    kepala = ProfilKini.objects.filter(
        aktif=True, jenis_kelamin="L", jabatan__kepala_unit=True, jabatan__unit_id__in=bawahan.values("unit__induk_id")
    ).exclude(nip__in=tokoh)  # fmt: skip
    pria = list(kepala.exclude(eselon_id__in=("II.a", "II.b")).select_related("jabatan__unit").order_by("nip")[:4])
    wanita = ProfilKini.objects.filter(aktif=True, status="PNS", jenis_jabatan="pelaksana", jenis_kelamin="P")
    wanita = list(wanita.filter(golongan_urutan__gte=10).exclude(nip__in=tokoh).order_by("nip")[: len(pria)])
    pasangan = list(zip(pria, wanita, strict=False))
    baris = [_baris(a, b) for a, b in pasangan] + [_baris(b, a) for a, b in pasangan]
    if baris:
        _impor(baris, hari_ini)
    return pasangan


def _baris(siapa, pasangannya):
    lahir = pasangannya.tanggal_lahir.strftime("%d-%m-%Y")
    return (siapa.nip, "pasangan-1", "pasangan", pasangannya.nama, lahir, pasangannya.jenis_kelamin, "hidup", "ya", "PNS",
            "", pasangannya.nip, "", "ya", "ya", "01-06-2014")  # fmt: skip


def _impor(baris, hari_ini):
    nama = "keluarga-asn.xlsx"
    batch = impor.unggah(File(impor.tulis_daftar("RW KELUARGA", KELUARGA, baris), nama), nama, hari_ini, None)
    impor.baca(batch.pk)
    impor.terapkan(batch.pk)


# ── the stage ────────────────────────────────────────────────────────────────────────────────────────


class SutradaraMutasi(Sutradara):
    """Answers the forms of the steps; usulan are made by staf of the Subbidang Mutasi."""

    def __init__(self, layanan, hari_ini, akun, *, cetak):
        super().__init__(layanan, hari_ini, cetak=cetak)
        self.akun, self.surat = akun, count(501)  # letters of its own
        self.kalimat = KALIMAT
        saksi = ProfilKini.objects.filter(aktif=True, golongan_urutan__gte=14).order_by("nip")
        self.saksi = list(saksi.values_list("nip", flat=True)[:2])

    def pengusul_untuk(self, pegawai):
        """Always the staf of the Subbidang Mutasi."""
        return self.akun

    def satu_langkah(self, usulan, pada, **jawab):
        """A step with a form of its own is answered; the others as always."""
        isi = self.isian_langkah(usulan, timezone.localdate(pada).isoformat())
        if isi is None:
            return super().satu_langkah(usulan, pada, **jawab)
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi)
        return type(usulan).objects.select_related("langkah_kini__jabatan", "pegawai__kini__opd").get(pk=usulan.pk)

    def isian_langkah(self, usulan, hari):
        """Answers of the form of the waiting step, or None when it asks nothing (or somebody outside answers)."""
        saksi = dict(zip(("saksi_1", "saksi_2"), self.saksi, strict=False))
        tmt = (usulan.isian.get("tmt") or hari) if usulan.isian.get("unit_tujuan") else hari
        return {
            "sidang_tpk": {"tanggal_sidang": hari, "anggota_hadir": "5", "hasil": "direkomendasikan",
                           "pertimbangan": "Kinerja dan kompetensinya memenuhi kebutuhan jabatan."},
            "pelantikan": {"tanggal_pelantikan": hari, "tempat": "Pendopo Lokatantra", "rohaniwan": "H. Abdul Ghofur, S.Ag."}
            | saksi,
            "spmt": {"tanggal_spmt": max(tmt, hari)},
            "pembaruan": {"siasn": "on", "tembusan": "on"},
            "mulai": {"tanggal_mulai": usulan.isian.get("tmt"), "nomor_surat": f"204/SDM.02-SD/3524/{hari[:4]}"},
            "skpp": {"nomor_skpp": f"900/{usulan.pk}/413.203/{hari[:4]}", "tanggal_skpp": hari},
        }.get(usulan.langkah_kini.kode)  # fmt: skip

    def jawaban(self, usulan, pada):
        """Answers of BKN and of the Gubernur."""
        hari, nomor = timezone.localdate(pada).isoformat(), f"{usulan.pk:05d}"
        return {"hasil": "disetujui", "nomor": f"PT-MUT-{nomor}", "tanggal": hari, "catatan": "", "tmt_sk": usulan.tmt.isoformat(),
                "nomor_sk": f"824/{nomor}/204.3/{pada.year}", "tanggal_sk": hari, "pejabat": "Gubernur Jawa Timur"}  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of what came from outside."""
        return pindaian(
            usulan.langkah_kini.nama, isi["nomor"], usulan.pegawai.kini.nama_lengkap, tanda_tangan=isi["pejabat"]
        )

    def coba(self, pegawai, sampai, **lain):
        """The play of a usulan; a step nobody in this regency can hold ends it where it stands."""
        try:
            return (yield from self.lakon(pegawai, sampai, **lain))
        except DitolakAlur:
            return None


def _jabatan_kosong(hari_ini):
    """Vacant posts of pengawas, outside of the BKD first to last by kode."""
    semua = list(
        Jabatan.objects.filter(eselon_id="IV.a", berlaku_sampai__isnull=True).select_related("unit").order_by("kode")
    )
    pegang = akses.pemangku(hari_ini, [j.pk for j in semua])
    return [j for j in semua if not pegang.get(j.pk)]


def _calon():
    """PNS who may be placed: pelaksana of III/b or above without a usulan."""
    orang = ProfilKini.objects.filter(status="PNS", jenis_jabatan="pelaksana", golongan_urutan__gte=10)
    return orang.filter(pegawai__usulan__isnull=True).exclude(unit__kode=STAF).order_by("-nip")


def _penempatan(p, akun, kosong):
    sutradara = SutradaraMutasi(katalog.ambil("penempatan"), p.hari_ini, akun, cetak=p.cetak)
    for (sampai, akhir, terlambat), jabatan in zip(BABAK, kosong, strict=False):
        isian = {
            "jenis": "M1_ANTAR",
            "alasan": "promosi",
            "jabatan_tujuan": jabatan.kode,
            "unit_tujuan": jabatan.unit.kode,
        }
        opd = sutradara.acuan.unit[jabatan.unit_id].opd_id
        calon = _calon().exclude(opd_id=opd).exclude(opd__isnull=True)
        for pegawai in p.pilih("penempatan", calon, 1, isian):
            p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, akhir=akhir, isian=isian, terlambat=terlambat))


def _keluar(p, akun):
    """A move to another regency that waits for its pertek, one that is being examined, a returned one, and a draft."""
    hari_ini = p.hari_ini
    sutradara = SutradaraMutasi(katalog.ambil("mutasi-keluar"), hari_ini, akun, cetak=p.cetak)
    isian = {
        "jenis": "M2", "instansi_lain": "Pemerintah Kabupaten Gresik", "jabatan_penerima": "Penelaah Teknis Kebijakan",
        "nomor_surat": "800/412/437.73/2026", "tanggal_surat": (hari_ini - timedelta(days=40)).isoformat(),
        "nomor_bebas_temuan": "700/118/413.100/2026", "tanggal_bebas_temuan": (hari_ini - timedelta(days=35)).isoformat(),
    }  # fmt: skip
    babak = (
        ("pertek", ""),
        ("periksa_kabid", ""),
        ("telaah", "kembalikan"),
        ("persetujuan_kaban", "tolak"),
        ("draf", ""),
    )
    orang = p.pilih("mutasi-keluar", _calon(), len(babak), isian)
    for pegawai, (sampai, akhir) in zip(orang, babak, strict=False):
        p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, akhir=akhir, isian=isian))


def _masuk(p, akun, kosong):
    """PNS of another instansi, imported as not aktif: one works here now, one waits for his PPK, one is being examined."""
    sutradara = SutradaraMutasi(katalog.ambil("mutasi-masuk"), p.hari_ini, akun, cetak=p.cetak)
    luar, dipakai = ProfilKini.objects.filter(kedudukan_id="52").order_by("nip"), []
    for sampai, jabatan in zip(("selesai", "persetujuan_asal", "periksa_kabid"), kosong, strict=False):
        isian = {
            "jenis": "M2", "tmt": tambah_bulan(p.hari_ini.replace(day=1), 1).isoformat(),
            "instansi_lain": "Pemerintah Kota Surabaya", "jabatan_tujuan": jabatan.kode, "unit_tujuan": jabatan.unit.kode,
            "nomor_surat": "800/97/436.8/2026", "tanggal_surat": (p.hari_ini - timedelta(days=60)).isoformat(),
            "nomor_bebas_temuan": "700/31/436.7/2026",
            "tanggal_bebas_temuan": (p.hari_ini - timedelta(days=58)).isoformat(),
        }  # fmt: skip
        for pegawai in layak(sutradara.layanan, luar.exclude(pk__in=dipakai), p.hari_ini, 1, isian):
            dipakai.append(pegawai.pk)
            p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, isian=isian))


def _plt(p, akun, kosong):
    """One order that stands: a head of equal level acts in an empty post from yesterday on for three months."""
    jabatan = next(kosong, None)
    if jabatan is None:
        return
    sutradara = SutradaraMutasi(katalog.ambil("plt-plh"), p.hari_ini, akun, cetak=p.cetak)
    mulai = p.hari_ini - timedelta(days=1)
    isian = {
        "sifat": "PLT", "jabatan": jabatan.kode, "sebab": "kosong", "tmt": mulai.isoformat(),
        "sampai": (tambah_bulan(mulai, 3) - timedelta(days=1)).isoformat(), "kewenangan": ["skp", "cuti", "surat_tugas"],
    }  # fmt: skip
    setara = ProfilKini.objects.filter(eselon_id="IV.a", pegawai__usulan__isnull=True)
    for pegawai in p.pilih("plt-plh", setara, 1, isian):
        p.tambah(BAGIAN, sutradara.coba(pegawai, "selesai", isian=isian))


def _rancangan(p, akun, pasangan, kosong):
    """A wife into the bidang her husband heads, a head into the next empty post, and who might follow him."""
    hari_ini = p.hari_ini
    oleh = Sutradara(katalog.ambil("penempatan"), hari_ini).pelaku(akun, timezone.now())
    rancangan = perbuatan.buat(
        nama="Rotasi pengawas triwulan pertama", tmt=tambah_bulan(hari_ini.replace(day=1), 2), oleh=oleh
    )

    def tempatkan(kini, jabatan):
        pegawai = Pegawai.objects.select_related("kini").get(pk=kini.pk)
        perbuatan.tambah_baris(rancangan, pegawai=pegawai, jabatan=jabatan, unit=jabatan.unit, oleh=oleh)

    for suami, istri in pasangan:
        bawahan = Jabatan.objects.filter(
            unit__induk_id=suami.jabatan.unit_id, kepala_unit=True, berlaku_sampai__isnull=True
        )
        if jabatan := bawahan.select_related("unit").first():
            tempatkan(istri, jabatan)
            break
    tujuan = next(kosong, None)
    kepala = p.bebas(ProfilKini.objects.filter(eselon_id="IV.a", pegawai__usulan__isnull=True).order_by("-nip"))
    if tujuan is not None and (satu := kepala.select_related("jabatan__unit").first()):
        tempatkan(satu, tujuan)
