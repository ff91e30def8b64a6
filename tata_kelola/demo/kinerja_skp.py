"""SKP demo: tahun lalu dan tahun ini bagi BKPSDM dan kantor Dinas Pendidikan, dari kepala sampai staf, pada tiap keadaan.

Drafts are opened at once, as the Subbidang Evaluasi Kinerja does; everything else goes through the acts of the pages, each by
the one who held the office on that day. What the law refuses (no atasan, no node of the tree) stays where it stands.
"""

import datetime as dt
from itertools import cycle

from django.utils import timezone

from eperformance import siklus
from eperformance.aturan_skp import ASPEK_WAJIB
from eperformance.models import HasilKerja, Indikator, PeriodeKinerja, Skp
from eperformance.skp import dialog, matriks, susun
from eperformance.skp.induk import induk_pilihan, memakai_pohon, simpul_pilihan
from kepegawaian import akses, jejak
from kepegawaian.acuan import acuan_kini, acuan_tetap
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna, ProfilKini, RiwayatJabatan
from layanan.galat import DitolakAlur
from layanan.pelaku import Pelaku

KANTOR = ("BKPSDM", "DISDIK")
LAIN = ("DINKES", "SETDA", "DISKOMINFO")
PALING, PALING_LAIN, PALING_LALU = 64, 10, 34
# Where a staf's SKP of this year stands: (last act, days after its deadline, negative before it).
KEADAAN = (
    ("tetapkan", -12), ("tetapkan", -9), ("ajukan", -3), ("tetapkan", -7), ("kembalikan", -5), ("tetapkan", -15), ("draf", 0),
    ("tetapkan", -4), ("ajukan", 9), ("tetapkan", -11), ("kembalikan", 12), ("tetapkan", -6), ("kosong", 0), ("batal", 0),
)  # fmt: skip
SEBAB = (
    "Target waktu terlalu longgar; tahun lalu sudah lima hari.",
    "Indikator kualitas belum dapat diukur. Sebutkan cara menghitungnya.",
    "Hasil kerja kedua masih berupa kegiatan; tulis hasilnya.",
)
KEPALA = (
    ("Sasaran {unit} tercapai", "sasaran", 100, "persen", 95),
    ("Layanan {unit} selesai tepat waktu", "layanan", 240, "layanan", 98),
    ("Laporan dan arsip {unit} tertib", "laporan", 12, "laporan", 100),
)
STAF = (
    ("Berkas layanan {unit} diperiksa tanpa kesalahan", "berkas", 180, "berkas", 99),
    ("Bahan laporan {unit} tersedia sebelum jatuh tempo", "bahan laporan", 12, "laporan", 100),
)
DUKUNGAN = (("dukungan", "Komputer dan akses ke portal"), ("pertanggungjawaban", "Laporan triwulanan kepada atasan"),
            ("konsekuensi", "Predikat menjadi dasar penghargaan dan pembinaan"))  # fmt: skip
DIALOG = (
    (False, "Mohon target kuantitas disesuaikan dengan capaian tahun lalu."),
    (True, "Sudah saya naikkan sepuluh persen, waktunya tetap lima hari."),
    (False, "Baik. Indikator kualitas tolong sebutkan sumber datanya."),
)


class _Panggung:
    """Who acts and when; rights are those of the day."""

    def __init__(self, hari_ini):
        self.hari_ini, self.acuan, self._hak, self._kantor = hari_ini, acuan_kini(), {}, {}
        self.akun = {}

    def pada(self, hari, jam=9):
        """A moment not later than today, on a working day."""
        hari = min(hari, self.hari_ini)
        while not self.acuan.hari_kerja(hari):
            hari -= dt.timedelta(days=1)
        return timezone.make_aware(dt.datetime.combine(hari, dt.time(jam)))

    def oleh(self, pegawai_id, pada):
        """The actor at that moment."""
        hari = timezone.localdate(pada)
        kunci = (pegawai_id, hari.year, hari.month)
        if kunci not in self._hak:
            self._hak[kunci] = hitung_hak(self.akun[pegawai_id], per=hari, acuan=self.acuan)
        return Pelaku(self.akun[pegawai_id], self._hak[kunci], "127.0.0.1", pada)

    def penilai(self, skp, pada):
        """Whoever decided on it that day, or None; for the Bupati his recorder."""
        if skp.penilai_id is None:
            return self.perekam(pada)
        hari = timezone.localdate(pada)
        kunci = (skp.penilai_id, hari.year, hari.month)
        if kunci not in self._kantor:
            orang = akses.pemangku(hari, [skp.penilai_id]).get(skp.penilai_id, ())
            self._kantor[kunci] = orang[0].pegawai_id if orang else None
        orang = self._kantor[kunci]
        if orang is None or orang == skp.pegawai_id:
            return None
        self.kenal([orang])
        return self.oleh(orang, pada) if orang in self.akun else None

    def perekam(self, pada):
        """The clerk of the Bupati, with the duty he has today."""
        if "BUPATI" not in self._kantor:
            akun = Pengguna.objects.filter(penugasan__peran="perekam_pimpinan", is_active=True).order_by("pk").first()
            hak = akun and hitung_hak(akun, per=self.hari_ini, acuan=self.acuan)
            self._kantor["BUPATI"] = akun and (akun, hak)
        milik = self._kantor["BUPATI"]
        return milik and Pelaku(*milik, "127.0.0.1", pada)

    def kenal(self, ids):
        """Loads the accounts of these pegawai."""
        baru = [i for i in ids if i not in self.akun]
        if baru:
            self.akun |= {a.pegawai_id: a for a in Pengguna.objects.filter(pegawai_id__in=baru, is_active=True)}


def mainkan_skp(p):
    """Plays both years for ``p`` (Pementasan); nothing where nobody keeps the calendar."""
    kantor = ProfilKini.objects.filter(unit__kode="SUB41", aktif=True).order_by("nip").values_list("pk", flat=True)
    main = _Panggung(p.hari_ini)
    main.kenal(list(kantor))
    petugas = next((k for k in kantor if k in main.akun), None)
    if petugas is None:
        return
    with acuan_tetap(main.acuan):
        for tahun, banyak in ((p.hari_ini.year - 1, PALING_LALU), (p.hari_ini.year, PALING)):
            periode = _periode(tahun)
            orang = _orang(main, banyak, p.tokoh)
            skp = _buka(main, periode, orang, petugas)
            _susun(main, periode, skp, lalu=tahun < p.hari_ini.year)
        _plt(main, periode)
        _pindah(main, periode, petugas)


def _periode(tahun):
    """The year with the calendar of the law, when nobody has opened it."""
    return PeriodeKinerja.objects.get_or_create(
        tahun=tahun,
        defaults={
            "susun_mulai": dt.date(tahun - 1, 12, 1), "tetap_sampai": dt.date(tahun, 1, 31),
            "nilai_mulai": dt.date(tahun, 12, 1), "nilai_sampai": dt.date(tahun + 1, 1, 31),
            "dasar": f"Surat edaran contoh 800/77/413.204/{tahun - 1}",
        },
    )[0]  # fmt: skip


def _orang(main, banyak, tokoh):
    """ProfilKini of the two offices from the top down, the printed accounts always, some heads and staf of others."""
    unit = main.acuan.unit
    kantor = ProfilKini.objects.filter(aktif=True, opd__kode__in=KANTOR).exclude(
        unit__jenis__in=("sekolah", "upt", "puskesmas")
    )
    semua = list(kantor.select_related("unit"))
    semua.sort(key=lambda k: (len(unit[k.unit_id].jalur), k.jenis_jabatan != "struktural", k.nip))
    pilih = [k for k in semua if k.jenis_jabatan == "struktural"] + [
        k for k in semua if k.jenis_jabatan != "struktural"
    ]
    lain = ProfilKini.objects.filter(aktif=True, opd__kode__in=LAIN, unit__isnull=False).select_related("unit")
    lain = sorted(lain.order_by("-golongan_urutan", "nip")[:PALING_LAIN], key=lambda k: len(unit[k.unit_id].jalur))
    tokoh = list(ProfilKini.objects.filter(aktif=True, nip__in=tokoh, unit__isnull=False).select_related("unit"))
    hasil = {k.pk: k for k in [*pilih[:banyak], *lain, *tokoh]}
    dalam = lambda k: (len(unit[k.unit_id].jalur), k.jenis_jabatan != "struktural", k.nip)  # noqa: E731 - one key, used once
    return sorted(hasil.values(), key=dalam)


def _buka(main, periode, orang, petugas):
    """Drafts of all of them at once, by the Subbidang Evaluasi Kinerja in December; returns {pegawai: Skp} in their order."""
    pada = main.pada(periode.susun_mulai + dt.timedelta(days=6))
    ids = [k.pk for k in orang]
    oleh = main.oleh(petugas, pada)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        baru = siklus.buka_banyak(PeriodeKinerja.objects.select_for_update().get(pk=periode.pk), ids, pada=pada)
        jejak.catat(
            "skp_buka_banyak",
            periode,
            pada=pada,
            sebagai_jabatan=oleh.hak.sebutan,
            tahun=periode.tahun,
            jumlah=len(baru),
        )
    main.kenal(ids)
    ikut = ("periode", "pegawai__kini__unit", "unit", "penilai__unit")
    skp = {
        s.pegawai_id: s
        for s in Skp.objects.filter(periode=periode, pegawai__in=ids, status="draf").select_related(*ikut)
    }
    return [skp[i] for i in ids if i in skp and i in main.akun]


def _susun(main, periode, daftar, *, lalu):
    """Fills and decides each, atasan before staf, so that the links are true."""
    keadaan, sebab = cycle(KEADAAN), cycle(SEBAB)
    for n, s in enumerate(daftar):
        kepala = s.jenjang in ("jpt", "administrator", "pengawas")
        aksi, hari = (
            ("tetapkan", -25 + min(len(main.acuan.unit[s.unit_id].jalur), 6)) if kepala or lalu else next(keadaan)
        )
        if aksi == "kosong":
            continue
        pada = main.pada(periode.tetap_sampai + dt.timedelta(days=hari), 9 + n % 7)
        try:
            _isi(s, kepala, main.oleh(s.pegawai_id, pada))
            _jalankan(main, s, aksi, pada, next(sebab), bicara=not lalu and n % 6 == 0)
        except DitolakAlur:  # a rule says no, or he was not in service that day: it stays as it is, as in an office
            continue
        if kepala and not lalu:
            _matriks(main, s, pada)


def _isi(s, kepala, oleh):
    """Two or three hasil kerja with indikator, and the attachments; a cell of the matrix is taken up first."""
    induk = simpul_pilihan(s) if memakai_pohon(s) else induk_pilihan(s)
    nama = " ".join(s.unit.nama.split())
    for u in matriks.usul_bagi(s)[:1]:
        hasil = matriks.ambil(u.pk, s.pk, oleh=oleh)
        with jejak.sebagai(oleh.pengguna):
            Indikator.objects.bulk_create(Indikator(hasil=hasil, **i) for i in _indikator("tugas", 48, "tugas", 98))
    for n, (kata, benda, banyak, satuan, mutu) in enumerate(KEPALA if kepala else STAF):
        pilih = induk[n % len(induk)].pk if induk else None
        isi = {"rencana": kata.format(unit=nama)[:500], "jenis": "utama"}
        isi |= (
            {"simpul_id": pilih, "perspektif": HasilKerja.PERSPEKTIF[n][0]}
            if memakai_pohon(s)
            else {"induk_id": pilih}
        )
        baris = [
            susun.Baris(f"b{i}", Indikator, None, 0, x) for i, x in enumerate(_indikator(benda, banyak, satuan, mutu))
        ]
        susun.buat_hasil(s.pk, isi, baris, oleh=oleh)
    baris = [
        susun.Baris(f"l{i}", susun.LampiranSkp, None, 0, {"jenis": jenis, "isi": teks})
        for i, (jenis, teks) in enumerate(DUKUNGAN)
    ]
    susun.simpan_lampiran(s.pk, baris, oleh=oleh, sendiri=True)


def _indikator(benda, banyak, satuan, mutu):
    nilai = ((f"Jumlah {benda} yang selesai", banyak, satuan), (f"Persentase {benda} tanpa perbaikan", mutu, "persen"),
             ("Lama penyelesaian rata-rata", 5, "hari kerja"))  # fmt: skip
    return [
        {
            "aspek": a,
            "uraian": u,
            "target": "",
            "target_angka": t,
            "satuan": s,
            "arah": "turun" if a == "waktu" else "naik",
        }
        for a, (u, t, s) in zip(ASPEK_WAJIB, nilai, strict=True)
    ]


def _jalankan(main, s, aksi, pada, sebab, *, bicara):
    """The acts up to ``aksi``."""
    oleh, penilai = main.oleh(s.pegawai_id, pada), main.penilai(s, pada)
    if bicara and penilai is not None:
        for dari_pegawai, kata in DIALOG:
            dialog.ucapkan(s.pk, kata, oleh=oleh if dari_pegawai else penilai)
    if aksi == "batal":
        siklus.batalkan(s.pk, "Dibuat dua kali; disusun ulang sesudah pembagian tugas.", oleh=oleh, versi=1)
    elif aksi != "draf":
        siklus.ajukan(s.pk, oleh=oleh, versi=1)
        if penilai is None or aksi == "ajukan":
            return
        if aksi == "kembalikan":
            siklus.kembalikan(s.pk, sebab, oleh=penilai, versi=2)
        else:
            siklus.tetapkan(s.pk, oleh=penilai, versi=2)


def _matriks(main, s, pada):
    """The head shares his first hasil kerja among two thirds of his staff; the last one he does himself."""
    hasil = list(s.hasil.filter(jenis="utama").order_by("urutan"))
    oleh = main.oleh(s.pegawai_id, main.pada(main.hari_ini) if pada is None else pada)
    kantor = [s.jabatan_id] if s.jabatan_id else []
    orang = list(matriks.bawahan_jabatan(kantor, main.hari_ini, kecuali=s.pegawai_id)[:9])
    sel = [
        matriks.Sel(f"s{i}", hasil[0].pk, o.pk, None, 0, f"Bahan {_pokok(hasil[0].rencana)} disiapkan dan diperiksa"[:500])
        for i, o in enumerate(orang) if i % 3 < 2
    ]  # fmt: skip
    try:
        matriks.simpan(s.pk, sel, oleh=oleh, sendiri=True)
        if len(hasil) > 2:
            matriks.tandai_sendiri(hasil[-1].pk, True, oleh=oleh, versi=hasil[-1].versi)
    except DitolakAlur:  # his office of that day had other staff
        return


def _pokok(rencana):
    """The words of a hasil kerja inside those of another: without its own "Bahan … disiapkan dan diperiksa"."""
    inti = rencana.removeprefix("Bahan ").removesuffix(" disiapkan dan diperiksa")
    return inti[:1].lower() + inti[1:]


def _plt(main, periode):
    """Somebody who is Plt today takes it up as hasil kerja tambahan, if his SKP is still open."""
    plt = RiwayatJabatan.objects.filter(
        penugasan="PLT", dibatalkan_pada=None, tmt__lte=main.hari_ini, sampai__gte=main.hari_ini
    )
    for s in Skp.objects.filter(
        periode=periode, pegawai__in=plt.values("pegawai_id"), status__in=(*Skp.TERBUKA, "ditetapkan")
    ):
        pada = main.pada(main.hari_ini)
        main.kenal([s.pegawai_id])
        oleh, penilai = main.oleh(s.pegawai_id, pada), main.penilai(s, pada)
        kantor = next((k for k in oleh.hak.kantor if k.sifat == "PLT"), None)
        try:
            if s.status == "ditetapkan" and penilai is not None:
                siklus.kembalikan(s.pk, "Tambahkan tugas sebagai Plt.", oleh=penilai, versi=s.versi)
            if kantor is not None:
                susun.saran_plt(s.pk, kantor, oleh=oleh)
        except DitolakAlur:
            continue


def _pindah(main, periode, petugas):
    """A staf whose SKP was ended in mid-year, and who has a second one for the rest of it."""
    akhir = max(dt.date(periode.tahun, 2, 28), main.hari_ini - dt.timedelta(days=70))
    s = (
        Skp.objects.filter(periode=periode, status="ditetapkan", jenjang="pelaksana", sampai__gt=akhir)
        .order_by("pk")
        .first()
    )
    if s is None or akhir >= main.hari_ini:
        return
    oleh = main.oleh(petugas, main.pada(akhir))
    if oleh.hak.pegawai_id == s.pegawai_id:
        return
    sebab = "Penataan tugas di dalam perangkat daerah (contoh)"
    siklus.akhiri(s.pk, akhir, sebab, oleh=oleh, versi=s.versi)
    siklus.buka(s.pegawai_id, periode.pk, oleh=oleh, mulai=akhir + dt.timedelta(days=1), pendahulu=s, alasan=sebab)
