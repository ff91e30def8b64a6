"""Korpri demo: pengurus beberapa unit, kegiatan pada tiap keadaan, dan tulisan Abdi Negara pada tiap meja.

Played by the Subbid Pembinaan Korps Profesi ASN and by members through the acts of the pages, each on its own day.
"""

import datetime as dt
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna, ProfilKini, UnitKerja
from kesejahteraan.korpri import kegiatan, pengurus, redaksi
from layanan.pelaku import Pelaku
from tata_kelola.demo.pindaian import pindaian

BERPENGURUS = ("KAB", "DISDIK", "DINKES", "BKPSDM", "SETDA", "DISKOMINFO")
CABANG = [("Tenis meja", 3), ("Bulu tangkis", 4), ("Catur", None)]
TULISAN = (
    ("inovasi", "Antrean layanan lewat telepon", "terbit",
     "Nomor antrean diambil dari telepon; warga datang saat gilirannya saja.", 40),
    ("artikel", "Menata arsip kepegawaian dalam seratus hari", "terbit",
     "Pengalaman satu subbagian memindai dan menata berkas pegawai.", 33),
    ("inovasi", "Papan informasi pasar yang diperbarui setiap pagi", "terbit",
     "Harga bahan pokok terbaca di pasar dan di laman pada jam yang sama.", 21),
    ("artikel", "Korpri dan semangat melayani", "terbit", "Catatan dari peringatan hari ulang tahun Korpri.", 12),
    ("artikel", "Berita lama yang sudah tidak berlaku", "ditarik", "Jadwal pelayanan bulan lalu.", 28),
    ("inovasi", "Kartu pengingat kontrol pasien", "diajukan", "Pesan singkat sehari sebelum jadwal kontrol.", 14),
    ("artikel", "Membaca slip gaji sendiri", "diajukan", "Komponen gaji dalam bahasa sehari-hari.", 2),
    ("inovasi", "Kebun sekolah yang dirawat bergiliran", "dikembalikan", "Satu kelas satu petak selama satu musim.", 6),
    ("artikel", "Catatan perjalanan dinas yang hemat", "draf", "Daftar periksa sebelum berangkat.", 1),
)  # fmt: skip
SEBAB = {
    "dikembalikan": "Tambahkan berapa kelas yang ikut dan siapa yang merawat saat libur.",
    "ditarik": "Jadwalnya sudah lewat.",
}
ISI = (
    "{ringkas}\n\nKami mulai dari satu loket selama dua minggu, mencatat keluhan setiap sore, lalu memperbaikinya esok hari. "
    "Sesudah sebulan cara ini dipakai di semua loket.\n\nYang perlu disiapkan hanya satu petugas yang bersedia mencatat dan "
    "kepala unit yang membaca catatannya. Contoh rekaan bagi peragaan portal."
)


def staf_korpri():
    """A staf of the Subbid Pembinaan Korps Profesi ASN who heads nothing; None in a very small regency."""
    orang = ProfilKini.objects.filter(unit__kode="SUB23", aktif=True).exclude(jenis_jabatan="struktural")
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


class _Panggung:
    """Who acts and when: ``oleh(akun, hari)`` is the actor so many days from today at ten in the morning."""

    def __init__(self, hari_ini):
        self.hari_ini, self.acuan, self._hak = hari_ini, acuan_kini(), {}

    def pada(self, hari, jam=10):
        return timezone.make_aware(dt.datetime.combine(self.hari_ini + dt.timedelta(days=hari), dt.time(jam)))

    def oleh(self, akun, hari, jam=10):
        if akun.pk not in self._hak:  # nobody of the play changes office meanwhile
            self._hak[akun.pk] = hitung_hak(akun, per=self.hari_ini, acuan=self.acuan)
        return Pelaku(akun, self._hak[akun.pk], "127.0.0.1", self.pada(hari, jam))


def mainkan_korpri(p):
    """Plays all of it for ``p`` (Pementasan); the printed accounts take part where members do."""
    staf = staf_korpri()
    if staf is None:
        return
    main = _Panggung(p.hari_ini)
    biasa = Pengguna.objects.filter(is_active=True, pegawai__kini__aktif=True).exclude(pk=staf.pk)
    tokoh = biasa.filter(nama_pengguna__in=p.tokoh, pegawai__kini__jenis_jabatan__in=("fungsional", "pelaksana"))
    tokoh = sorted(tokoh, key=lambda t: p.tokoh.index(t.nama_pengguna))[:3]
    lain = biasa.filter(pegawai__kini__jenis_jabatan="pelaksana").exclude(pk__in=[t.pk for t in tokoh]).order_by("pk")
    orang = [*tokoh, *lain[:9]]
    _pengurus(main, staf)
    _kegiatan(main, staf, orang)
    _tulisan(main, staf, orang)


def _pengurus(main, staf):
    """Boards of a few units; that of DISDIK follows one whose term has ended."""
    for n, unit in enumerate(UnitKerja.objects.filter(kode__in=BERPENGURUS).order_by("kode")):
        milik = ProfilKini.objects.filter(aktif=True, status="PNS").order_by("-golongan_urutan", "nip")
        orang = list((milik if unit.jenis == "kabupaten" else milik.filter(opd=unit)).select_related("pegawai")[:4])
        isi = {"nomor_sk": f"800/{n + 11}/413.204/2025", "tanggal_sk": main.hari_ini - dt.timedelta(days=410)}
        if unit.kode == "DISDIK" and orang:
            lama = {"sejak": main.hari_ini - dt.timedelta(days=1800), "sampai": main.hari_ini - dt.timedelta(days=401)}
            pengurus.tambah(
                unit, isi | lama | {"pegawai": orang[-1].pegawai, "jabatan": "ketua"}, oleh=main.oleh(staf, -1700)
            )
        baru = {"sejak": main.hari_ini - dt.timedelta(days=400), "sampai": main.hari_ini + dt.timedelta(days=1425)}
        for kini, jabatan in zip(orang, ("ketua", "sekretaris", "bendahara"), strict=False):
            pengurus.tambah(
                unit, isi | baru | {"pegawai": kini.pegawai, "jabatan": jabatan}, oleh=main.oleh(staf, -399)
            )


def _siapkan(
    main, staf, nama, jenis, hari, *, cabang=(), kapasitas=None, umumkan=True, tempat="Pendopo Lokatantra", jam=8
):
    """A kegiatan on that day, prepared and announced three weeks before."""
    mulai = main.pada(hari, jam)
    data = {
        "jenis": jenis, "nama": nama, "uraian": "Acara, narasumber, dan tanya jawab.\nBawa tanda pengenal. Contoh rekaan.",
        "tempat": tempat, "mulai": mulai, "selesai": mulai + dt.timedelta(hours=4), "tutup": timezone.localdate(mulai),
        "kapasitas": kapasitas, "khusus_pengurus": jenis == "pembinaan",
    }  # fmt: skip
    k = kegiatan.simpan(None, data, list(cabang), oleh=main.oleh(staf, hari - 21))
    return kegiatan.umumkan(k.pk, oleh=main.oleh(staf, hari - 20)) if umumkan else k


def _ikut(main, k, orang, hari):
    """Each registers; by turns in the cabang."""
    cabang = list(k.cabang.all())
    return [
        kegiatan.daftar(k.pk, o.pegawai_id, cabang[i % len(cabang)].pk if cabang else None, oleh=main.oleh(o, hari))
        for i, o in enumerate(orang)
    ]


def _kegiatan(main, staf, orang):
    """Every state: over, over with a contest, over but not closed, today, open and full, open, in preparation, called off."""
    lewat = _siapkan(main, staf, "Sosialisasi dan pembinaan anggota Korpri", "sosialisasi", -30)
    peserta = _ikut(main, lewat, orang, -35)
    kegiatan.catat_hadir(lewat.pk, {x.pk: i % 5 != 4 for i, x in enumerate(peserta)}, oleh=main.oleh(staf, -30, 11))
    kegiatan.unggah(lewat.pk, "Pembukaan oleh ketua dewan pengurus", _foto(0), oleh=main.oleh(staf, -29))
    kegiatan.unggah(lewat.pk, "Tanya jawab dengan anggota", _foto(1), oleh=main.oleh(staf, -29))
    kegiatan.unggah(lewat.pk, "Notula", pindaian("Notula", lewat.nama), oleh=main.oleh(staf, -29))
    laporan = "Acara berjalan lancar. Anggota meminta penyuluhan hukum diadakan dua kali setahun."
    kegiatan.selesaikan(lewat.pk, laporan, oleh=main.oleh(staf, -29, 11))
    lomba = _siapkan(main, staf, "Pekan olahraga Korpri", "minat_bakat", -18, cabang=CABANG, tempat="GOR Lamongan")
    peserta = [x for x in _ikut(main, lomba, orang, -22) if x.status == "terdaftar"]
    kegiatan.catat_hadir(lomba.pk, {x.pk: True for x in peserta}, oleh=main.oleh(staf, -18, 11))
    nomor, capaian = {}, {}
    for x in peserta:
        n = nomor[x.cabang_id] = nomor.get(x.cabang_id, 0) + 1
        capaian[x.pk] = (n, f"Juara {n}") if n <= 2 else (None, "")
    kegiatan.isi_capaian(lomba.pk, capaian, oleh=main.oleh(staf, -17))
    kegiatan.unggah(lomba.pk, "Penyerahan piala", _foto(2), oleh=main.oleh(staf, -17))
    kegiatan.selesaikan(lomba.pk, "Tiga cabang dipertandingkan dalam satu hari.", oleh=main.oleh(staf, -17, 11))
    _ikut(
        main, _siapkan(main, staf, "Pembinaan rohani anggota", "sosialisasi", -5), orang[3:8], -9
    )  # late: not closed yet
    kini = _siapkan(
        main, staf, "Senam dan bakti lingkungan Korpri", "sosialisasi", 0, jam=6, tempat="Alun-alun Lamongan"
    )
    type(kini).objects.filter(pk=kini.pk).update(selesai=main.pada(0, 23))
    for x in _ikut(main, kini, orang[:6], -4)[3:]:
        akun = next(o for o in orang if o.pegawai_id == x.pegawai_id)
        kegiatan.konfirmasi(kini.pk, kini.kode_hadir, oleh=main.oleh(akun, 0, 1))
    penuh = _siapkan(main, staf, "Penyuluhan bantuan hukum bagi ASN", "bantuan_hukum", 6, kapasitas=5)
    _ikut(main, penuh, orang[3:10], -2)
    _ikut(main, penuh, orang[:1], -1)
    _ikut(main, _siapkan(main, staf, "Lomba pidato dan paduan suara", "minat_bakat", 16, cabang=[("Pidato", 10), ("Paduan suara", None)]),
          orang[4:7], -1)  # fmt: skip
    _siapkan(main, staf, "Rapat kerja dewan pengurus", "pembinaan", 19)
    _siapkan(main, staf, "Upacara hari ulang tahun Korpri", "sosialisasi", 60, umumkan=False)
    batal = _siapkan(main, staf, "Jalan sehat", "minat_bakat", 9)
    _ikut(main, batal, orang[6:8], -6)
    kegiatan.batalkan(batal.pk, oleh=main.oleh(staf, -3))


def _tulisan(main, staf, orang):
    """Each tulisan on its desk; what is published before the last month makes an edition."""
    terbit = []
    for n, (jenis, judul, akhir, ringkas, hari) in enumerate(TULISAN):
        penulis = orang[n % len(orang)]
        data = {
            "jenis": jenis,
            "judul": judul,
            "ringkasan": ringkas,
            "isi": ISI.format(ringkas=ringkas),
            "gambar_uraian": "",
        }
        file = None
        if n % 3 == 0:
            file, data["gambar_uraian"] = _foto(3 + n), "Suasana pelayanan, gambar rekaan"
        t = redaksi.simpan(None, data, file, oleh=main.oleh(penulis, -hari - 2))
        if akhir == "draf":
            continue
        t = redaksi.ajukan(t.pk, oleh=main.oleh(penulis, -hari - 1), versi=t.versi)
        if akhir in ("terbit", "ditarik"):
            t = redaksi.putuskan(t.pk, "terbit", "", oleh=main.oleh(staf, -hari), versi=t.versi)
        if akhir in SEBAB:
            t = redaksi.putuskan(t.pk, akhir, SEBAB[akhir], oleh=main.oleh(staf, 1 - hari), versi=t.versi)
        if t.status == "terbit" and hari > 30:
            terbit.append(t.pk)
    redaksi.buat_edisi(
        "Melayani dengan sederhana", main.hari_ini - dt.timedelta(days=25), terbit, oleh=main.oleh(staf, -25)
    )


def _foto(n):
    """A drawn landscape standing in for a photograph; each ``n`` another one."""
    lebar, tinggi = 800, 600
    gambar = Image.new("RGB", (lebar, tinggi), (206 - n * 6, 226, 232))
    pena = ImageDraw.Draw(gambar)
    pena.ellipse((560 - n * 30, 70, 680 - n * 30, 190), fill=(245, 214, 130))
    pena.polygon([(0, 420), (220 + n * 20, 210), (460, 420)], fill=(76, 120, 104))
    pena.polygon([(300, 430), (560, 250 + n * 8), (800, 430)], fill=(58, 98, 92))
    pena.rectangle((0, 415, lebar, tinggi), fill=(132, 160, 96))
    for x in range(40, lebar, 90):
        pena.ellipse((x, 440 + (x * 7 + n * 13) % 60, x + 34, 474 + (x * 7 + n * 13) % 60), fill=(90, 70, 60))
        pena.rectangle((x + 4, 474 + (x * 7 + n * 13) % 60, x + 30, 560), fill=(15, 92, 102))
    keluar = io.BytesIO()
    gambar.save(keluar, "JPEG", quality=80)
    return SimpleUploadedFile("foto.jpg", keluar.getvalue(), content_type="image/jpeg")
