"""Pelatihan demo: katalog, rencana dua tahun, dan kegiatan pada tiap tahap; sertifikat pada tiap langkahnya.

Every act goes through the door of its page, by who holds it, on its own day. A kegiatan is a play of ``p`` (a generator
of moments), so that letters take their numbers in the order of their dates.
"""

import datetime as dt

from diklat.models import ButirRencana
from diklat.pelatihan import evaluasi, hadir, hasil, kegiatan, peserta, rencana, surat
from diklat.pelatihan.hak import kantor_langkah
from diklat.pelatihan.rute import UNIT
from kepegawaian.models import JenisDiklat, Kompetensi, LatihanStruktural, Pegawai, Pengguna, ProfilKini
from layanan import naskah
from tata_kelola.demo.korpri import _Panggung
from tata_kelola.demo.pelatihan_isi import KATALOG, RENCANA, SARAN, SESI
from tata_kelola.demo.pelatihan_sertifikat import mainkan_sertifikat
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "pelatihan"
BANYAK_PEJABAT = 400  # looked through for those who still need the level
CALON = 9  # nominated at most


def staf(unit):
    """A staf of the subbid who heads nothing; None in a very small regency."""
    orang = ProfilKini.objects.filter(unit__kode=unit, aktif=True).exclude(jenis_jabatan="struktural")
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


def kepala(unit):
    """Who heads the unit today, or None."""
    orang = ProfilKini.objects.filter(jabatan__kode=f"KEPALA-{unit}", aktif=True)
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).first()


class _Main(_Panggung):
    """Who acts: by the kind of holder of a step and the kelompok of the kegiatan."""

    def __init__(self, p):
        super().__init__(p.hari_ini)
        self.p = p
        unit = sorted({*UNIT.values(), "SUB31"})
        self.akun = {u: staf(u) for u in unit} | {
            f"KEPALA-{u}": kepala(u) for u in (*unit, "BID3", "SEKRET", "BKPSDM", "SETDA")
        }
        perekam = Pengguna.objects.filter(penugasan__peran="perekam_pimpinan", is_active=True)
        self.akun["BUPATI"] = perekam.first()

    @property
    def lengkap(self):
        """Every office of the play has somebody."""
        return all(self.akun.values())

    def siapa(self, pemegang, kelompok, hari, jam=10):
        """The Pelaku who holds a step, so many days from today."""
        return self.oleh(self.akun[kantor_langkah(pemegang, kelompok) or UNIT[kelompok]], hari, jam)


def mainkan_pelatihan(p):
    """Catalogue and plans now; the kegiatan as plays of ``p`` (Pementasan)."""
    main = _Main(p)
    if not main.lengkap:  # a very small regency
        return
    katalog = _katalog(main)
    _rencana(main, katalog)
    biasa = p.bebas(
        ProfilKini.objects.filter(jenis_jabatan="pelaksana", opd__isnull=False).exclude(opd__kode="BKPSDM")
    )
    orang = list(Pegawai.objects.filter(kini__in=biasa[:120]).select_related("kini"))
    tokoh = list(Pegawai.objects.filter(nip__in=p.tokoh, kini__jenis_jabatan__in=("pelaksana", "fungsional"),
                                        kini__aktif=True).select_related("kini")[:2])  # fmt: skip
    p.catat(orang)
    for nomor, mulai, selesai, sampai, kuota, ikut in (
        (4, -70, -68, "selesai", 8, orang[0:14]), (9, -40, -39, "sertifikat", 7, orang[94:120]),
        (13, -7, -5, "sertifikat baru", 8, orang[74:94]), (20, -12, -12, "sttpl", 5, orang[52:66]),
        (10, -1, 1, "pelatihan", 8, [*tokoh, *orang[66:74]]), (6, 12, 16, "surat_tugas", 5, orang[22:30]),
        (12, 25, 27, "verifikasi", 10, orang[30:38]), (5, 30, 34, "batal", 20, orang[38:42]),
        (18, 35, 36, "usul", 20, orang[42:48]), (7, 60, 62, "persiapan", 25, ()), (22, 20, 21, "usul", 5, orang[48:52]),
    ):  # fmt: skip
        p.tambah(BAGIAN, _satu(main, katalog[nomor], mulai, selesai, sampai, kuota, ikut))
    _berjenjang(main, katalog)


def _berjenjang(main, katalog):
    """PKP that waits for its STTPL or the Sekda, PKA late at verification or before the Bupati, Latsar still open."""
    kini = main.p.bebas(ProfilKini.objects.filter(status="PNS"))
    pengawas = _yang(kini.filter(eselon__diklat="PKP"), BANYAK_PEJABAT)
    administrator = _yang(kini.filter(eselon__diklat="PKA"), BANYAK_PEJABAT)
    cpns = _yang(ProfilKini.objects.filter(status="CPNS", aktif=True).order_by("nip"), BANYAK_PEJABAT)
    for nomor, mulai, selesai, sampai, kuota, ikut, jp in (
        (2, -130, -30, "sttpl", 4, pengawas, 900), (1, 20, 125, "terlambat", 3, administrator, 908),
        (3, 25, 80, "usul", 30, cpns, 600), (2, 26, 130, "setuju_sekda", 3, pengawas[::-1], 900),
        (1, 24, 128, "persetujuan", 2, administrator[::-1], 908),
    ):  # fmt: skip
        main.p.tambah(BAGIAN, _satu(main, katalog[nomor], mulai, selesai, sampai, kuota, ikut, jp=jp))


def _yang(daftar, banyak):
    return list(Pegawai.objects.filter(kini__in=daftar[:banyak]).select_related("kini"))


def _katalog(main):
    oleh = main.oleh(main.akun["SUB31"], -400)
    hasil_ = []
    for nama, kelompok, jenis, jenjang, latihan, metode, jp, sasaran, siapa, biaya, kompetensi in KATALOG:
        data = {
            "nama": nama, "kelompok": kelompok, "jenis": JenisDiklat.objects.get(kode=jenis), "jenjang": jenjang,
            "latihan_struktural": latihan and LatihanStruktural.objects.get(kode=latihan), "metode": metode, "jp": jp,
            "sasaran": sasaran, "penyelenggara": siapa, "biaya": biaya, "uraian": "", "dasar": "", "aktif": True,
        }  # fmt: skip
        pilih = Kompetensi.objects.filter(kode__in=kompetensi.split())
        hasil_.append(rencana.simpan_katalog(None, data, pilih, versi=None, oleh=oleh))
    return hasil_


def _rencana(main, katalog):
    """This year's plan is set, next year's waits for the Kabid."""
    tahun = main.hari_ini.year
    for t, hari, aksi in ((tahun, -330, ("ajukan", "setujui", "tetapkan")), (tahun + 1, -10, ("ajukan",))):
        r = rencana.buka(t, oleh=main.oleh(main.akun["SUB31"], hari))
        for nomor, sasaran, bulan, lama, sumber in RENCANA:
            p = katalog[nomor]
            mulai = dt.date(t, bulan, 6)
            data = {
                "pelatihan": p, "sasaran": sasaran, "jp": p.jp, "mulai": mulai,
                "selesai": mulai + dt.timedelta(days=lama - 1), "anggaran": sasaran * (p.biaya or 0), "sumber": sumber,
                "keterangan": "",
            }  # fmt: skip
            rencana.simpan_butir(r.pk, None, data, versi=None, oleh=main.oleh(main.akun["SUB31"], hari))
        for n, a in enumerate(aksi):
            siapa = main.akun[{"ajukan": "SUB31", "setujui": "KEPALA-BID3", "tetapkan": "KEPALA-BKPSDM"}[a]]
            rencana.tindak(r.pk, a, versi=None, oleh=main.oleh(siapa, hari + n + 1))


# ── one kegiatan ─────────────────────────────────────────────────────────────────────────────────────


def _satu(main, p, mulai, selesai, sampai, kuota, ikut, jp=None):
    """The play of one kegiatan up to ``sampai``; yields the moment before each act."""
    awal = min(mulai - 40, -12) if sampai != "terlambat" else -45
    tutup = min(mulai - 22, -4) if sampai not in ("usul", "persiapan") else 6
    tutup = -25 if sampai == "terlambat" else min(tutup, mulai)
    buat = main.siapa("staf", p.kelompok, awal)
    yield buat.kini
    hari = {n: main.hari_ini + dt.timedelta(days=d) for n, d in
            (("buka", awal + 3), ("tutup", tutup), ("mulai", mulai), ("selesai", selesai))}  # fmt: skip
    butir = ButirRencana.objects.filter(pelatihan=p, rencana__tahun=hari["mulai"].year).first()
    data = {
        "pelatihan": p, "butir": butir, "nama": f"{p.nama} angkatan I tahun {hari['mulai'].year}",
        "penyelenggara": p.penyelenggara, "tempat": "Ruang pelatihan BKPSDM" if jp is None else "Kampus BPSDM Surabaya",
        "metode": p.metode, "jp": jp or p.jp or 8, "kuota": kuota, "mandiri": jp is None, "persyaratan": "",
        "biaya": kuota * (p.biaya or 0) if selesai < 0 else None, **hari,
    }  # fmt: skip
    k = kegiatan.simpan(None, data, oleh=buat)
    if sampai == "persiapan":
        return
    yield from _buka(main, k, awal)
    usul = main.siapa("staf", k.pelatihan.kelompok, max(awal + 6, min(tutup - 4, -1)))
    yield usul.kini
    calon = _lolos(k, ikut)
    if not calon:  # nobody of a small regency needs it; the call for candidates stays open
        return
    peserta.nominasikan(k.pk, calon, asal="bkd", oleh=usul)
    if sampai != "usul":
        yield from _pilih(main, k, tutup, sampai)


def _lolos(k, ikut):
    """The first of ``ikut`` whom the conditions let through, as the page of candidates shows them."""
    hasil = peserta.tanya(k, [p.pk for p in ikut])
    return [p for p in ikut if not peserta.sebab_gagal(hasil[p.pk])][:CALON]


def lewati(main, k, kode, hari, **isi):
    """Finishes one step by its holder."""
    k.refresh_from_db()
    pemegang = k.langkah.get(kode=kode).pemegang
    oleh = main.siapa(pemegang, k.pelatihan.kelompok, hari)
    kegiatan.selesaikan(k.pk, kode, versi=k.versi, oleh=oleh, **isi)


def _terbit(main, k, kode, hari):
    """Issues a letter, prints it, and records its signature the next day."""
    oleh = main.siapa("staf", k.pelatihan.kelompok, hari)
    for s in surat.terbitkan(k.pk, kode, oleh=oleh):
        if main.p.cetak:
            naskah.cetak(s.naskah_id)
            pindai = pindaian(s.naskah.perihal, s.naskah.nomor, tanda_tangan=s.naskah.penandatangan)
            surat.sahkan(s.pk, pindai, oleh=main.siapa("staf", k.pelatihan.kelompok, min(hari + 1, 0), 15))


def _buka(main, k, awal):
    """Up to the day nominations open."""
    pertama = k.langkah.first().kode
    yield main.pada(awal + 2)
    surat_masuk = {"nomor": "005/118/2026", "tanggal": k.buka} if pertama == "undangan" else {}
    lewati(main, k, pertama, awal + 2, catatan="Sesuai kerangka acuan.", **surat_masuk)
    if pertama == "kebutuhan":
        yield main.pada(awal + 3)
        _terbit(main, k, "edaran", awal + 3)
        lewati(main, k, "edaran", awal + 3)


def _pilih(main, k, tutup, sampai):
    """Verification, ranking, the final list with its waiting list."""
    kelompok = k.pelatihan.kelompok
    yield main.pada(tutup + 1)
    lewati(main, k, "usul", tutup + 1)
    if sampai == "batal":
        kegiatan.batalkan(k.pk, "Anggarannya dialihkan pada perubahan APBD.", versi=kegiatan.kunci_versi(k.pk),
                          oleh=main.siapa("staf", kelompok, tutup + 2))  # fmt: skip
        return
    calon = list(k.peserta.order_by("pk"))
    for n, x in enumerate(calon):
        if sampai in ("verifikasi", "terlambat") and n >= len(calon) // 2:
            return
        ms = n != len(calon) - 1 or len(calon) < 6
        alasan = "Berkas lengkap." if ms else "Surat keterangan sehat belum ada."
        peserta.putuskan(x.pk, ms, alasan, oleh=main.siapa("staf", kelompok, tutup + 2))
    for n, kode in enumerate(k.langkah.filter(tahap="seleksi").values_list("kode", flat=True)):
        if kode == sampai:
            return
        yield main.pada(tutup + 2, min(11 + n, 17))
        if kode == "nota_dinas":
            _terbit(main, k, "nota_dinas", tutup + 2)
        lewati(main, k, kode, tutup + 2)
    if sampai != "surat_tugas":
        yield from _laksanakan(main, k, tutup, sampai)


def _laksanakan(main, k, tutup, sampai):
    """Letters, the training itself with its presence, scores."""
    hari = tutup + 3
    yield main.pada(hari)
    if k.langkah.filter(kode="pengiriman").exists():
        _terbit(main, k, "pengiriman", hari)
        lewati(
            main, k, "pengiriman", hari, nomor="893/201/BPSDM/2026", tanggal=main.hari_ini + dt.timedelta(days=hari)
        )
    _terbit(main, k, "surat_tugas", hari)
    lewati(main, k, "surat_tugas", hari + 1)
    k.refresh_from_db()
    akhir = (k.selesai - main.hari_ini).days
    if k.pelatihan.kelompok == "teknis":
        yield main.pada(hari + 1, 12)
        _sesi(main, k)
    if sampai == "pelatihan":
        return
    yield main.pada(akhir, 16)
    lewati(main, k, "pelatihan", akhir)
    if k.langkah.filter(kode="monitoring").exists():
        lewati(main, k, "monitoring", akhir + 1, catatan="Kehadiran dan tugas baik.")
    _evaluasi(main, k, akhir)
    daftar = {
        x.pk: {"pre": 52 + n, "post": 74 + n, "nilai": 64 if n == 3 else 78 + n, "catatan": ""}
        for n, x in enumerate(k.peserta.filter(status="peserta").order_by("urutan"))
    }
    oleh = main.siapa("staf", k.pelatihan.kelompok, akhir + 2)
    hasil.isi_nilai(k.pk, daftar, oleh=oleh)
    lewati(main, k, "hasil", akhir + 2)
    yield from mainkan_sertifikat(main, k, akhir + 3, sampai, lewati)


def _sesi(main, k):
    """Three sessions a day; those that are over have their presence, today's only of some."""
    hari, kelompok = k.mulai, k.pelatihan.kelompok
    oleh = main.siapa("staf", kelompok, min(0, (k.mulai - main.hari_ini).days))
    while hari <= k.selesai:
        for materi, mulai, selesai in SESI:
            data = {"tanggal": hari, "mulai": dt.time(mulai), "selesai": dt.time(selesai), "pengajar": "Widyaiswara",
                    "tempat": "", "materi": f"{materi}, hari {(hari - k.mulai).days + 1}"}  # fmt: skip
            s = hadir.simpan_sesi(k.pk, None, data, oleh=oleh)
            if hari <= main.hari_ini:
                ids = list(k.peserta.filter(status="peserta").order_by("urutan").values_list("pk", flat=True))
                if hari == main.hari_ini:
                    ids = ids[: len(ids) // 2] if materi == SESI[0][0] else []
                if ids:
                    hadir.catat(s.pk, ids, oleh=main.siapa("staf", kelompok, (hari - main.hari_ini).days, selesai))
        hari += dt.timedelta(days=1)


def _evaluasi(main, k, hari):
    """What some participants thought of it."""
    daftar = k.peserta.filter(status="peserta").select_related("pegawai__pengguna").order_by("pk")
    for n, x in enumerate(daftar[:5]):
        akun = Pengguna.objects.filter(pegawai_id=x.pegawai_id, is_active=True).first()
        if akun:
            x.kegiatan = k
            jawab = {kode: 3 + (n + i) % 3 for i, kode in enumerate(evaluasi.NAMA_1)}
            evaluasi.isi(x, jawab, SARAN[n % len(SARAN)] if n < 3 else "", oleh=main.oleh(akun, hari, 17))
