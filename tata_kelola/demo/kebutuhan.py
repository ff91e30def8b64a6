"""Kebutuhan demo: ABK pada tiap keadaan bagi beberapa OPD; formasi tahun lalu dan tahun ini ditetapkan, tahun depan diusulkan.

Played by operators, the Subbid Formasi and the offices above it through the same acts as their pages. The letter to the
Menteri takes a number of a register and is a play of its own, in the order of its moments.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan, Pengguna, ProfilKini, UnitKerja
from layanan import katalog, naskah as modul_naskah
from pengadaan.kebutuhan import analisis, aturan, proyeksi, rencana, usul
from pengadaan.kebutuhan.hak import SEKRETARIS
from pengadaan.models import AnalisisJabatan, Formasi, RencanaKebutuhan
from tata_kelola.demo.panggung import Sutradara
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "usul formasi"
TUGAS = (("Menelaah dan menyiapkan bahan", "Bahan", 30), ("Menyusun konsep dokumen dan laporan", "Laporan", 50),
         ("Memperbarui data dan arsip", "Data", 20))  # fmt: skip
KANTOR = ("KEPALA-SUB21", "KEPALA-BID2", "KEPALA-BKPSDM", "KEPALA-SETDA")
POS = 5
NOMOR = "188/{}/KEP/413.013/{}"


def mainkan_kebutuhan(p):
    """Plays all of the docstring, as far as there are operators and offices."""
    main = Sutradara(katalog.ambil("perpanjangan-pppk"), p.hari_ini)
    kantor = [_pemegang(kode) for kode in KANTOR]
    perekam = Pengguna.objects.filter(penugasan__peran="perekam_pimpinan", is_active=True).order_by("pk").first()
    opd = [(i, akun) for i, akun in sorted(main.pengusul.items(), key=lambda x: x[0] or 0) if i][:3]
    sekretaris = usul.terisi(SEKRETARIS, p.hari_ini) and _pemegang(SEKRETARIS) is None  # held by a Plt nobody plays
    if None in kantor or perekam is None or not opd or sekretaris:  # a very small regency
        return
    tahun = p.hari_ini.year
    for t, sampai, mundur in (
        (tahun - 1, "ditetapkan", 60),
        (tahun, "ditetapkan", 50),
        (tahun + 1, "disampaikan", 40),
    ):
        _satu_tahun(p, main, opd[:2], kantor, perekam, t, sampai, mundur)
    _sedang_disusun(main, opd, kantor, tahun + 2)


def _pemegang(kode):
    orang = ProfilKini.objects.filter(aktif=True, jabatan__kode=kode)
    return Pengguna.objects.filter(pegawai_id__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


def _pos(opd_id, hari_ini):
    """Posts of an OPD that recruit, the fullest first."""
    daftar = proyeksi.susun(hari_ini, proyeksi.batas_tahun(hari_ini), acuan_kini().turunan([opd_id]))
    ada = [s for s in daftar if not s.kursi and s.terisi and s.jenis != "struktural"]
    return sorted(ada, key=lambda s: (-s.terisi, s.nama, s.unit_id))[:POS]


def _abk(s, tahun, butuh, oleh):
    """The draft of one post whose work comes to ``butuh`` people."""
    jabatan, unit = Jabatan.objects.get(pk=s.jabatan_id), UnitKerja.objects.get(pk=s.unit_id)
    a = analisis.buat(unit, jabatan, tahun, oleh=oleh)
    isi = {"cara": a.cara, "jenis_rasio": a.jenis_rasio, "rasio": a.rasio,
           "informasi": {"ikhtisar": f"Melaksanakan tugas {jabatan.nama} pada {unit.nama}.",
                         "kualifikasi": "S-1/D-IV sesuai bidang tugasnya"}}  # fmt: skip
    tugas = []
    if a.cara == aturan.RASIO:
        kode = ("rombel", "rombel_guru") if a.jenis_rasio == "rombel" else ("layanan", "layanan_orang")
        isi["rasio"] = {
            kode[0]: str(butuh * (1 if kode[0] == "rombel" else 3000)),
            kode[1]: "1" if kode[0] == "rombel" else "3000",
        }
    else:
        menit = Decimal(butuh * a.wke_menit)
        tugas = [
            {"uraian": u, "hasil": h, "volume": menit * bagian / 100 / 60, "norma_menit": Decimal(60)}
            for u, h, bagian in TUGAS
        ]
    return analisis.simpan(a.pk, a.versi, isi, tugas, oleh=oleh)


def _satu_tahun(p, main, opd, kantor, perekam, tahun, sampai, mundur):
    """ABK sah, plans accepted, the usul on its way, its letter signed, and for past years the decision of the Menteri."""
    saat = main.saat(12, mundur=mundur)
    kasub, *atasan = kantor
    for opd_id, operator in opd:
        oleh = main.pelaku(operator, saat[0])
        daftar = [_abk(s, tahun, s.terisi + 1 + (s.jabatan_id + tahun) % 2, oleh).pk for s in _pos(opd_id, p.hari_ini)]
        if not daftar:
            continue
        analisis.ajukan(daftar, oleh=main.pelaku(operator, saat[1]))
        hari = timezone.localdate(saat[2])
        analisis.sahkan(daftar, NOMOR.format(opd_id, tahun), hari, date(min(tahun, p.hari_ini.year), 1, 1) + timedelta(days=tahun > p.hari_ini.year),
                        oleh=main.pelaku(kasub, saat[2]))  # fmt: skip
        _rencana(main, opd_id, operator, kasub, tahun, saat[3:6])
    if RencanaKebutuhan.objects.filter(tahun=tahun, status="diterima").exists():
        u = usul.rekap(tahun, oleh=main.pelaku(kasub, saat[6]))
        for n in range(5):  # up to the Sekda, who signs on a later day; an empty post of the Sekretaris is passed over
            if u.status == "sekda":
                break
            u = usul.setujui(u.pk, u.versi, oleh=main.pelaku(_pemegang(usul.JALAN[u.status][0]), saat[min(6 + n, 8)]))
        p.tambah(BAGIAN, _surat(p, main, u, (atasan[-1], perekam, kasub), sampai, saat[9:]))


def _rencana(main, opd_id, operator, kasub, tahun, saat):
    oleh = main.pelaku(operator, saat[0])
    r = rencana.buat(UnitKerja.objects.get(pk=opd_id), tahun, oleh=oleh)
    rencana.isi_sendiri(r.pk, r.versi, oleh=oleh)
    _hanya_berabk(r)
    r.refresh_from_db()
    r = rencana.lampirkan_renstra(
        r.pk, r.versi, pindaian("Rencana strategis", r.opd.nama), tahun - 1, tahun + 4, oleh=oleh
    )
    r = rencana.pindah(r.pk, r.versi, "ajukan", oleh=main.pelaku(operator, saat[1]))
    return rencana.pindah(r.pk, r.versi, "terima", oleh=main.pelaku(kasub, saat[2]))


def _hanya_berabk(r):
    """Posts that only have the example's kebutuhan, not an analysis of that year, are left to a later year."""
    sah = set(AnalisisJabatan.objects.filter(tahun=r.tahun).values_list("unit_id", "jabatan_id"))
    for b in r.baris.all():
        if (b.unit_id, b.jabatan_id) not in sah:
            b.delete()


def _surat(p, main, u, akun, sampai, saat):
    """The Sekda's approval numbers the letter; its scan and the Kepmen follow."""
    sekda, perekam, kasub = akun
    yield saat[0]
    u = usul.setujui(u.pk, u.versi, oleh=main.pelaku(sekda, saat[0]))
    if not p.cetak:
        return
    yield saat[1]
    modul_naskah.cetak(u.surat_id)
    u = usul.sahkan(
        u.pk,
        u.versi,
        pindaian(surat_perihal(u), u.surat.nomor, tanda_tangan="Bupati Lamongan"),
        oleh=main.pelaku(perekam, saat[1]),
    )
    if sampai != "ditetapkan":
        return
    yield saat[2]
    milik = Formasi.objects.filter(tahun=u.tahun).order_by("prioritas", "pk")
    jumlah = {f.pk: f.jumlah_usul if n % 4 else f.jumlah_usul // 2 for n, f in enumerate(milik)}
    usul.tetapkan(u.pk, u.versi, f"Kepmen PANRB {400 + u.tahun % 100}/{u.tahun}", timezone.localdate(saat[2]),
                  pindaian("Keputusan Menteri PANRB", f"Formasi {u.tahun}"), jumlah, oleh=main.pelaku(kasub, saat[2]))  # fmt: skip


def surat_perihal(u):
    """What the scan is called."""
    return f"Usul kebutuhan pegawai {u.tahun}"


def _sedang_disusun(main, opd, kantor, tahun):
    """Of the year after next: drafts, some sent, one returned; a plan begun and one being checked where there are two OPD."""
    saat, kasub = main.saat(4), kantor[0]
    for n, (opd_id, operator) in enumerate(opd):
        oleh, semua = main.pelaku(operator, saat[0]), []
        for s in _pos(opd_id, main.hari_ini):
            semua.append(_abk(s, tahun, s.terisi + 1, oleh))
        kirim = [a.pk for a in semua[: 4 - n]]
        if kirim:
            analisis.ajukan(kirim, oleh=main.pelaku(operator, saat[1]))
            a = type(semua[0]).objects.get(pk=kirim[0])
            analisis.kembalikan(
                a.pk, a.versi, "Volume rapat dan perjalanan dinas belum dimasukkan.", oleh=main.pelaku(kasub, saat[2])
            )
        if n < 2:
            r = rencana.buat(UnitKerja.objects.get(pk=opd_id), tahun, oleh=main.pelaku(operator, saat[3]))
            rencana.isi_sendiri(r.pk, r.versi, oleh=main.pelaku(operator, saat[3]))
