"""Pengadaan demo: seleksi yang sudah menjadi CPNS, yang SK-nya sedang berjalan, yang sedang dinilai, dan PPPK; semua orang rekaan.

Played by the Subbid Formasi dan Pengadaan and by the candidates through the acts of the pages, each on its own day. One function is
called from outside: ``mainkan_pengadaan``.
"""

import datetime as dt
import random
from datetime import timedelta
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kepegawaian import impor as ekspor
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.bangkit.nama import nama_rekaan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Jabatan, Pegawai, Pengguna, ProfilKini, UnitKerja
from layanan import alur, katalog
from layanan.pelaku import Pelaku
from pengadaan.models import BarisUsulNip, Formasi, Pemberkasan
from pengadaan.seleksi import hasil, impor, pemberkasan, pengganti, perbuatan, usul
from pengadaan.seleksi.forms import LAMA
from tata_kelola.demo.orang import SANDI, Akun
from tata_kelola.demo.panggung import Sutradara, segar
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "pengadaan CPNS dan PPPK"
UNIT = ("DISDIK-SUBBAG1", "DINKES-SUBBAG1", "SETDA", "DISKOMINFO")
JABATAN = "P-PENELAAH-TEKNIS-KEBIJAKAN"
PENDIDIKAN = "S-1 Administrasi Publik / S-1 Manajemen"
KALIMAT = {
    "kembalikan": "Gelar pada data diri berbeda dengan ijazahnya; perbaiki lebih dulu.",
    "tolak": "Yang bersangkutan ternyata masih terikat pada instansi lain.",
    "pasal": "PP 11/2017 Pasal 23",
    "batalkan": "Diajukan ulang bersama rombongan berikutnya.",
}
# (step at which it stands, last act, late): every status and step once.
BABAK_SK = (
    ("selesai", "", False), ("spmt", "", False), ("serahkan", "", False), ("tanda_tangan", "", False), ("penetapan", "", False),
    ("paraf_sekda", "", False), ("persetujuan_kaban", "", True), ("persetujuan_kaban", "tolak", False), ("periksa_kabid", "", False),
    ("periksa_kasubbid", "", False), ("telaah", "", True), ("telaah", "kembalikan", False), ("draf", "", False), ("draf", "batalkan", False),
)  # fmt: skip
BABAK_PPPK = (*BABAK_SK[:4], ("perjanjian", "", False), ("perjanjian", "", True), *BABAK_SK[4:])
BABAK_PNS = (
    ("selesai", "", False), ("sumpah", "", False), ("jadwal_sumpah", "", False), ("serahkan", "", False), *BABAK_SK[3:],
)  # fmt: skip
KURANG = "Pindaian ijazah terpotong pada bagian bawah; unggah kembali seluruh halaman."


def staf_formasi():
    """A staf of the Subbid Formasi dan Pengadaan who heads nothing; None in a very small regency."""
    orang = ProfilKini.objects.filter(unit__kode="SUB21", aktif=True).exclude(jenis_jabatan="struktural")
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


def calon_contoh():
    """[Akun] of one candidate whose papers wait for him, to be printed with the other demo accounts; [] without any."""
    p = Pemberkasan.objects.filter(status="dikembalikan").select_related("pelamar__pengguna").order_by("pk").first()
    return (
        [Akun("Peserta seleksi, berkas dikembalikan", p.pelamar.pengguna.nama_pengguna, p.pelamar.nama)] if p else []
    )


def formasi_contoh():
    """[Akun] of the Subbid Formasi dan Pengadaan: its staf and its head, to be printed with the other demo accounts."""
    kasub = Pengguna.objects.filter(
        pegawai__kini__jabatan__kode="KEPALA-SUB21", pegawai__kini__aktif=True, is_active=True
    )
    orang = (("Staf Subbidang Formasi", staf_formasi()), ("Kasubbid Formasi", kasub.order_by("pk").first()))
    return [Akun(sebutan, a.nama_pengguna, a.pegawai.kini.nama) for sebutan, a in orang if a]


class SutradaraFormasi(Sutradara):
    """Usulan of first SK and of SK PNS, made by the subbid; answers the forms of the steps."""

    def __init__(self, slug, p, staf):
        super().__init__(katalog.ambil(slug), p.hari_ini, cetak=p.cetak)
        self.staf, self.kalimat, self.surat = staf, KALIMAT, count(901)
        saksi = ProfilKini.objects.filter(aktif=True, status="PNS", golongan_urutan__gte=14).order_by("nip")
        self.saksi = list(saksi.values_list("nip", flat=True)[:2])

    def pengusul_untuk(self, pegawai):
        """Always the staf of the subbid."""
        return self.staf

    def satu_langkah(self, usulan, pada, **jawab):
        """A step with a form of its own is answered; the others as always."""
        isi = self.isian_langkah(usulan, timezone.localdate(pada).isoformat())
        if isi is None:
            return super().satu_langkah(usulan, pada, **jawab)
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi)
        return segar(usulan)

    def isian_langkah(self, usulan, hari):
        """Answers of the form of the waiting step, or None when it asks nothing."""
        mulai = max(usulan.isian.get("tmt") or hari, hari)
        saksi = dict(zip(("saksi_1", "saksi_2"), self.saksi, strict=False))
        return {
            "spmt": {"tanggal_spmt": mulai},
            "jadwal_sumpah": {"tanggal": mulai, "pukul": "09.00 WIB", "tempat": "Pendopo Lokatantra"},
            "sumpah": {"tanggal_sumpah": mulai, "tempat": "Pendopo Lokatantra", "rohaniwan": "H. Abdul Ghofur, S.Ag."} | saksi,
        }.get(usulan.langkah_kini.kode)  # fmt: skip

    def lakon_sk(self, baris, sampai, **cara):
        """The play of the SK of one who has his NIP."""
        pegawai = Pegawai.objects.select_related("kini__opd").get(pelamar=baris.pelamar_id)
        usulan = yield from self.lakon(pegawai, sampai, **cara)
        BarisUsulNip.objects.filter(pk=baris.pk).update(usulan=usulan)
        return usulan


class Panggung:
    """Who acts and when: ``oleh(hari)`` is the staf so many days before today at ten; ``calon(p, hari)`` a candidate."""

    def __init__(self, p, staf):
        self.p, self.staf, self.acuan = p, staf, acuan_kini()
        self.acak, self.nomor, self.urut = random.Random(1703), count(1), count(701)
        self._berkas = {}

    def pelaku(self, akun, hari):
        """An account so many days ago."""
        pada = timezone.make_aware(dt.datetime.combine(self.p.hari_ini - timedelta(days=hari), dt.time(10)))
        return Pelaku(akun, hitung_hak(akun, per=timezone.localdate(pada), acuan=self.acuan), "127.0.0.1", pada)

    def oleh(self, hari):
        """The staf of the subbid."""
        return self.pelaku(self.staf, hari)

    def lembar(self, judul):
        """A scan, drawn once for each title."""
        if judul not in self._berkas:
            self._berkas[judul] = pindaian(judul, "Berkas calon ASN", tanda_tangan="Calon").read()
        return SimpleUploadedFile("pindaian.pdf", self._berkas[judul], content_type="application/pdf")

    # ── a selection up to its scores ──

    def seleksi(self, jenis, tahun, mundur, formasi, **lain):
        """A running selection announced ``mundur`` days ago over ``formasi`` [(unit, jalur, how many)]."""
        for unit, jalur, jumlah in formasi:
            Formasi.objects.get_or_create(
                tahun=tahun, jenis=jenis, jabatan=Jabatan.objects.get(kode=JABATAN), unit=UnitKerja.objects.get(kode=unit), jalur=jalur,
                defaults={
                    "pendidikan": PENDIDIKAN, "jumlah_usul": jumlah, "jumlah_ditetapkan": jumlah, "status": "ditetapkan",
                    "nomor_penetapan": f"Kepmen PANRB contoh {tahun}", "tanggal_penetapan": self.p.hari_ini - timedelta(days=mundur + 30),
                },
            )  # fmt: skip
        mulai, tahap = self.p.hari_ini - timedelta(days=mundur), {}
        for kode, lama in LAMA.items():
            tahap[kode] = (mulai, mulai + timedelta(days=lama - 1))
            mulai += timedelta(days=lama)
        nama = {"CPNS": "CPNS", "PPPK": "PPPK"}[jenis]
        data = {
            "nama": f"Seleksi {nama} Kabupaten Lamongan {tahun}", "tahun": tahun, "jenis": jenis, "nomor_pengumuman": f"810/{tahun}/413.207/{tahun}",
            "tanggal_pengumuman": tahap["pengumuman"][0], "pengabdian_tahun": 10 if jenis == "CPNS" else 0,
        } | lain  # fmt: skip
        s = perbuatan.simpan(None, data, tahap, oleh=self.oleh(mundur + 2))
        s = perbuatan.mulai(s.pk, oleh=self.oleh(mundur + 1))
        return perbuatan.umumkan(s.pk, oleh=self.oleh(mundur))

    def impor(self, s, jenis, baris, hari):
        """Uploads and applies one file."""
        berkas = SimpleUploadedFile(f"{jenis}-{s.tahun}.xlsx", impor.contoh_xlsx(jenis, baris).read())
        batch = impor.unggah(s.pk, jenis, berkas, berkas.name, oleh=self.oleh(hari))
        return batch if batch.galat else impor.terapkan(batch.pk, oleh=self.oleh(hari))

    def pelamar(self, s, formasi, banyak, usia=27):
        """Rows of invented applicants, ``banyak`` for each post of ``formasi``; a few the law stops or must be looked at."""
        hasil_ = []
        for unit, jalur, jumlah in formasi:
            for i in range(banyak * jumlah):
                kelamin = self.acak.choice("LP")
                lahir = tambah_bulan(self.p.hari_ini, -12 * usia - self.acak.randrange(1, 60)) - timedelta(
                    days=self.acak.randrange(27)
                )
                nomor = f"24{s.tahun}{s.pk:02d}{next(self.nomor):05d}"
                tua = i == banyak * jumlah - 1 and jumlah > 1
                hasil_.append((
                    nomor, "", nama_rekaan(self.acak, kelamin), "Lamongan", f"{lahir:%d-%m-%Y}", kelamin, "S1", "S-1 Administrasi Publik",
                    f"3,{self.acak.randrange(10, 95)}", JABATAN, unit, jalur.upper(), None, f"calon{nomor}@contoh.id", "", "Swasta",
                    "TIDAK", "YA" if tua else "TIDAK", "TIDAK", "YA", "YA", "" if i == 0 and jumlah > 1 and s.status == "berjalan" and banyak > 3 else "YA",
                ))  # fmt: skip
        return hasil_

    def dinilai(self, s, baris, hari, *, skb=True):
        """Administrative check and scores: SKD with ties at the border, SKB for those who go on."""
        self.impor(s, "pelamar", baris, hari)
        perbuatan.putuskan_semua(s.pk, oleh=self.oleh(hari - 8))
        for p in s.pelamar.filter(administrasi=""):
            perbuatan.putuskan(
                p, True, "Kesediaan ditempatkan tercantum pada surat pernyataannya.", oleh=self.oleh(hari - 9)
            )
        ms = list(s.pelamar.filter(administrasi="ms").order_by("formasi_id", "nomor_peserta"))
        if not s.cpns:
            nilai = [(p.nomor_peserta, 250 + self.acak.randrange(150), 110, 40, 28, "YA", "YA") for p in ms]
            self.impor(s, "kompetensi", nilai, hari - 30)
            return
        nilai = []
        for i, p in enumerate(ms):
            tertinggal = p.formasi.jalur == "disabilitas"
            twk, tiu, tkp = 70 + self.acak.randrange(60), 90 + self.acak.randrange(60), 170 + self.acak.randrange(45)
            if i % 11 == 5 and not tertinggal:
                twk = 50  # below the passing mark
            if i % 7 in (2, 3):
                twk, tiu, tkp = 80, 110, 185  # equal in all four
            nilai.append((p.nomor_peserta, twk, tiu, tkp, "TIDAK" if i % 13 == 12 else "YA"))
        self.impor(s, "skd", nilai, hari - 25)
        if skb:
            ikut = [p.nomor_peserta for p, _ in hasil.peserta_skb(s, self.acuan)]
            self.impor(
                s,
                "skb",
                [(n, f"{60 + self.acak.randrange(35)},{self.acak.randrange(100, 999)}", "YA") for n in ikut],
                hari - 40,
            )

    # ── papers and NIP ──

    def buka(self, s, hari, tenggat):
        """Opens the pemberkasan ``hari`` days ago; every account gets the demo password."""
        pemberkasan.buka(s.pk, self.p.hari_ini - timedelta(days=tenggat), oleh=self.oleh(hari), kirim=False)
        akun = Pengguna.objects.filter(pelamar__seleksi=s)
        contoh = Pengguna()
        contoh.set_password(SANDI)
        akun.update(password=contoh.password)
        return [p.pemberkasan for p in s.pelamar.filter(pemberkasan__isnull=False).order_by("nomor_peserta")]

    def isi(self, p, hari, *, kirim=True, berkas=None):
        """The candidate fills and uploads, all or the first ``berkas`` pieces."""
        calon = self.pelaku(p.pelamar.pengguna, hari)
        data = {
            "agama_id": "1", "jenis_kawin_id": "4", "alamat": "Jalan Contoh Nomor 1, Lamongan", "sekolah": "Universitas Contoh", "tahun_lulus": 2021,
            "nomor_ijazah": f"IJ-{p.pk:05d}", "gelar_belakang": "S.A.P.",
        }  # fmt: skip
        pemberkasan.isi_drh(p.pk, data, oleh=calon)
        for kode, nama, *_ in pemberkasan.dokumen(p.pelamar.seleksi)[:berkas]:
            pemberkasan.unggah(p.pk, kode, self.lembar(nama), oleh=calon)
        return pemberkasan.kirim(p.pk, oleh=calon) if kirim else p

    def periksa(self, p, hari, *, salah="", selesai=True):
        """The subbid looks at every piece; ``salah``: kode of the one that goes back."""
        oleh = self.oleh(hari)
        for b in p.pelamar.berkas.filter(diganti_pada__isnull=True):
            pemberkasan.periksa(
                b.pk, "kembali" if b.kode == salah else "sesuai", KURANG if b.kode == salah else "", oleh=oleh
            )
        if selesai:
            pemberkasan.putuskan(p.pk, self.p.hari_ini + timedelta(days=5), "", oleh=oleh)

    def nip(self, u, baris, hari, tmt):
        """BKN answers with a NIP that fits."""
        p = baris.pelamar
        kode = f"{tmt:%m}" if u.seleksi.cpns else "21"
        nomor = f"{p.tanggal_lahir:%Y%m%d}{tmt:%Y}{kode}{1 if p.jenis_kelamin == 'L' else 2}{next(self.urut)}"
        oleh = self.oleh(hari)
        data = {
            "status": "terbit",
            "nip": nomor,
            "nomor_pertek": f"PT-3524{baris.pk:05d}",
            "tanggal_pertek": oleh.hari_ini,
            "tmt": tmt,
        }
        usul.rekam(baris.pk, data, self.lembar("Persetujuan teknis NIP"), oleh=oleh)
        baris.refresh_from_db()
        return baris

    def usulkan(self, s, hari, tmt, calon=None):
        """One letter to BKN; returns (letter, rows)."""
        oleh = self.oleh(hari)
        u = usul.buat(
            s.pk,
            f"813/{s.pk}{hari}/413.207/{oleh.hari_ini.year}",
            oleh.hari_ini,
            tmt,
            calon and [p.pelamar_id for p in calon],
            oleh=oleh,
        )
        return u, list(u.baris.select_related("pelamar").order_by("pelamar__nomor_peserta"))


def mainkan_pengadaan(p):
    """Plays the four selections and the SK PNS of CPNS of the regency; ``p`` as in ``babak``."""
    staf = staf_formasi()
    if staf is None:
        return
    g = Panggung(p, staf)
    unit = [u for u in UNIT if UnitKerja.objects.filter(kode=u).exists()]
    _selesai(g, unit)
    _sk_berjalan(g, unit)
    _sedang_dinilai(g, unit)
    _pppk(g, unit)
    sutradara = SutradaraFormasi("sk-pns", p, staf)
    calon = ProfilKini.objects.filter(status="CPNS", tmt_cpns__lte=p.hari_ini - timedelta(days=330))
    isian = {"sehat": "ya", "nomor_sehat": "445/128/413.209", "latsar": ""}
    for pegawai, (sampai, akhir, terlambat) in zip(
        p.pilih("sk-pns", calon, len(BABAK_PNS), isian), BABAK_PNS, strict=False
    ):
        p.tambah(BAGIAN, sutradara.lakon(pegawai, sampai, akhir=akhir, isian=isian, terlambat=terlambat))


def _lengkap(g, s, hari):
    """Everybody's papers complete."""
    for p in g.buka(s, hari, hari - 14):
        g.isi(p, hari - 3)
        g.periksa(Pemberkasan.objects.select_related("pelamar__seleksi").get(pk=p.pk), hari - 6)


def _selesai(g, unit):
    """Two years ago: CPNS now, beyond one year. Their SK comes after the TMT: the demo's offices are held since 400 days."""
    tahun, formasi = g.p.hari_ini.year - 2, [(u, "umum", 1) for u in unit[:3]]
    s = g.seleksi("CPNS", tahun, 620, formasi)
    g.dinilai(s, g.pelamar(s, formasi, 3), 600)
    s = hasil.tetapkan(s.pk, oleh=g.oleh(540))
    _lengkap(g, s, 530)
    tmt = tambah_bulan(g.p.hari_ini.replace(day=1), -12)
    mundur = (g.p.hari_ini - tmt).days
    u, baris = g.usulkan(s, mundur + 60, tmt)
    baris = [g.nip(u, b, mundur + 40, tmt) for b in baris]
    sutradara = SutradaraFormasi("sk-cpns", g.p, g.staf)
    g.p.langsung([g.p.berwaktu(BAGIAN, sutradara.lakon_sk(b, "selesai", mundur=mundur - 30)) for b in baris])
    if not s.pelamar.filter(mengisi__isnull=False, pegawai__isnull=True).exists():
        perbuatan.tutup(s.pk, oleh=g.oleh(mundur - 35))


def _sk_berjalan(g, unit):
    """Last year: NIP given, the SK in every status and step."""
    tahun, n = g.p.hari_ini.year - 1, len(BABAK_SK)
    formasi = [(u, "umum", -(-n // len(unit))) for u in unit]
    s = g.seleksi("CPNS", tahun, 300, formasi)
    g.dinilai(s, g.pelamar(s, formasi, 3), 280)
    s = hasil.tetapkan(s.pk, oleh=g.oleh(210))
    _lengkap(g, s, 200)
    tmt = g.p.hari_ini.replace(day=1)
    u, baris = g.usulkan(s, 120, tmt)
    baris = [g.nip(u, b, 70, tmt) for b in baris[:n]]
    sutradara = SutradaraFormasi("sk-cpns", g.p, g.staf)
    for b, (sampai, akhir, terlambat) in zip(baris, BABAK_SK, strict=False):
        g.p.tambah(BAGIAN, sutradara.lakon_sk(b, sampai, akhir=akhir, terlambat=terlambat))


def _sedang_dinilai(g, unit):
    """This year: scores imported with ties, one file with faults waits, the result not set yet."""
    tahun, formasi = g.p.hari_ini.year, [(unit[0], "umum", 3), (unit[0], "disabilitas", 1), (unit[1], "umum", 2)]
    s = g.seleksi("CPNS", tahun, 95, formasi)
    g.dinilai(s, g.pelamar(s, formasi, 5), 75)
    salah = [
        (p.nomor_peserta, "101,5" if i == 0 else "", "") for i, p in enumerate(s.pelamar.filter(administrasi="ms")[:4])
    ]
    berkas = SimpleUploadedFile("skb-susulan.xlsx", ekspor.tulis_daftar("SKB", impor.KOLOM["skb"], salah).read())
    impor.unggah(s.pk, "skb", berkas, berkas.name, oleh=g.oleh(2))


def _pppk(g, unit):
    """A PPPK one: candidates in every state of their papers, usul in every step, SK in every step."""
    tahun, n = g.p.hari_ini.year - 1, len(BABAK_PPPK)
    formasi = [(u, "umum", -(-(n + 11) // len(unit))) for u in unit]
    s = g.seleksi("PPPK", tahun, 200, formasi)
    g.dinilai(s, g.pelamar(s, formasi, 2, usia=33), 185)
    s = hasil.tetapkan(s.pk, oleh=g.oleh(120))
    calon = g.buka(s, 115, 100)
    keadaan, sisa = calon[:7], calon[7:]
    for p in sisa:
        g.isi(p, 110)
        g.periksa(Pemberkasan.objects.select_related("pelamar__seleksi").get(pk=p.pk), 105)
    tmt = g.p.hari_ini.replace(day=1)
    u, baris = g.usulkan(s, 95, tmt, sisa[: n + 3])
    hari = {"btl": "Ijazah tidak terbaca.", "tms": "Nomor ijazah tidak ditemukan pada PDDikti."}
    for b, (status, catatan) in zip(baris[n:], hari.items(), strict=False):
        usul.rekam(
            b.pk, {"status": status, "catatan": catatan}, None, oleh=g.oleh(60)
        )  # one more waits for its answer, late
    _satu_diganti(g, s, baris[n + 1] if len(baris) > n + 1 else None)
    _keadaan_berkas(g, keadaan)
    sutradara = SutradaraFormasi("pengangkatan-pppk", g.p, g.staf)
    for b, (sampai, akhir, terlambat) in zip([g.nip(u, b, 60, tmt) for b in baris[:n]], BABAK_PPPK, strict=False):
        g.p.tambah(BAGIAN, sutradara.lakon_sk(b, sampai, akhir=akhir, terlambat=terlambat))


def _satu_diganti(g, s, baris):
    """Whom BKN refused: his pass is called off, the next in rank proposed, agreed to, and announced; numbered by the day."""
    if baris is not None:
        g.p.tambah(BAGIAN, _lakon_diganti(g, s, baris.pelamar_id))


def _lakon_diganti(g, s, pelamar_id):
    yield g.oleh(50).kini
    pengganti.batalkan(pelamar_id, "tms", "Jawaban BKN: nomor ijazah tidak ditemukan pada PDDikti", oleh=g.oleh(50))
    yield g.oleh(48).kini
    pengganti.usulkan(s.pk, oleh=g.oleh(48))
    yield g.oleh(40).kini
    pengganti.umumkan(s.pk, f"B-1204/Panselnas/{g.oleh(40).hari_ini.year}", g.oleh(40).hari_ini, oleh=g.oleh(40))


def _lakon_mundur(g, pelamar_id):
    yield g.oleh(5).kini
    sebab = "Surat pengunduran diri bermeterai, diterima pada pekerjaan lain"
    pengganti.batalkan(pelamar_id, "mundur", sebab, oleh=g.oleh(5))


def _keadaan_berkas(g, calon):
    """One candidate in each state: untouched and late, filling, waiting, half checked, returned, complete, withdrawn."""
    besok = g.p.hari_ini + timedelta(days=7)
    for p in calon[1:7]:
        pemberkasan.perpanjang(p.pk, besok, oleh=g.oleh(20))
    g.isi(calon[1], 12, kirim=False, berkas=4)
    g.isi(calon[2], 10)
    for p, cara in ((calon[3], {"selesai": False}), (calon[4], {"salah": "ijazah"}), (calon[5], {})):
        g.isi(p, 9)
        g.periksa(Pemberkasan.objects.select_related("pelamar__seleksi").get(pk=p.pk), 6, **cara)
    g.p.tambah(BAGIAN, _lakon_mundur(g, calon[6].pelamar_id))
