"""Perbuatan pemantauan: laporan semester, pencatatan dari kertas, pemutusan ikatan dinas, rencana kebutuhan, pengingat.

Each act: right → lock → state and version allow? → change → Jejak → notice, in one transaction; refused with a sentence.
"""

from django.db.models import Max
from django.urls import reverse

from diklat.models import LaporanSemester, RencanaTugasBelajar, TugasBelajar
from diklat.tugas_belajar import daftar
from kepegawaian import dosir, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import memegang
from kepegawaian.models import Pegawai, Pengguna
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.penerima import Alamat, penerima_banyak

PENGELOLA = ("SUB31",)
AKHIR_HARI = 60  # days before the end at which the student is told
BASI = "Data ini sudah berubah sejak halaman Anda dibuka. Periksa keadaannya lalu ulangi."


def kelola(hak, acuan):
    """Monitors tugas belajar: staf and heads of the Subbid that owns it."""
    return not hak.hanya_baca and memegang(hak, acuan, PENGELOLA)


def _harus_kelola(oleh):
    if not kelola(oleh.hak, acuan_kini()):
        raise BukanWewenang("Pemantauan tugas belajar dilakukan Subbidang yang mengurusnya.")


def boleh_lapor(hak, t):
    """The person himself, the operator of his unit, or the office."""
    sendiri = t.pegawai_id == hak.pegawai_id
    return sendiri or t.pegawai.kini.unit_id in hak.unit_operator or kelola(hak, acuan_kini())


def _kunci(pk, versi=None):
    t = TugasBelajar.objects.select_for_update().get(pk=pk)
    if versi is not None and t.versi != versi:
        raise DitolakAlur(BASI)
    return t


def lapor(t, nomor, isi, file, *, oleh):
    """Sends the report of semester ``nomor`` with its KHS; returns the LaporanSemester. Raises dosir.BerkasDitolak."""
    if not boleh_lapor(oleh.hak, t):
        raise BukanWewenang("Laporan semester dikirim pegawainya sendiri atau operator perangkat daerahnya.")
    terima = dosir.terima(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = _kunci(t.pk)
        tagihan = {x.semester.nomor: x for x in daftar.tagihan(acuan_kini(), t, t.laporan.all(), oleh.hari_ini)}
        satu = tagihan.get(nomor)
        if satu is None or t.keadaan == "batal":
            raise DitolakAlur("Semester itu belum berjalan atau bukan milik tugas belajar ini.")
        if satu.laporan is not None and satu.laporan.status != "dikembalikan":
            raise DitolakAlur(f"Laporan semester {nomor} sudah dikirim.")
        putaran = (t.laporan.filter(semester=nomor).aggregate(n=Max("putaran"))["n"] or 0) + 1
        berkas = dosir.simpan(t.pegawai_id, "laporan_tugas_belajar", terima, pada=oleh.kini)
        r = LaporanSemester.objects.create(
            tugas_belajar=t, semester=nomor, putaran=putaran, berkas=berkas, dikirim_oleh=oleh.pengguna,
            dikirim_pada=oleh.kini, **isi,
        )  # fmt: skip
        jejak.catat("tb_lapor", t, pegawai=t.pegawai_id, pada=oleh.kini, semester=nomor)
    return r


def periksa(pk, hasil, alasan, *, oleh):
    """Accepts a report or sends it back; the person is told when it comes back."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = LaporanSemester.objects.select_for_update().select_related("tugas_belajar").get(pk=pk)
        t = r.tugas_belajar
        if r.status != "dikirim":
            raise DitolakAlur("Laporan ini sudah diperiksa.")
        if t.pegawai_id == oleh.hak.pegawai_id:
            raise BukanWewenang("Laporan sendiri diperiksa petugas lain.")
        r.status, r.alasan, r.diperiksa_oleh, r.diperiksa_pada = hasil, alasan, oleh.pengguna, oleh.kini
        r.save(update_fields=["status", "alasan", "diperiksa_oleh", "diperiksa_pada"])
        jejak.catat("tb_periksa", t, pegawai=t.pegawai_id, pada=oleh.kini, semester=r.semester, hasil=hasil)
        if hasil == "dikembalikan":
            _beri_tahu(t, f"tb-kembali-{r.pk}", f"Perbaiki laporan semester {r.semester}", alasan, oleh.kini)
    return r


def _beri_tahu(t, kunci, judul, isi, pada, *, akun=None):
    """Tells the student, or the accounts given."""
    if akun is None:
        akun = Pengguna.objects.filter(pegawai_id=t.pegawai_id).values_list("pk", flat=True)
    jejak.beri_tahu(list(akun), kunci=kunci, judul=judul[:160], isi=isi, pada=pada, peristiwa="tugas_belajar",
                    url=reverse("diklat:tugas_belajar_detail", args=[t.pk]))  # fmt: skip


def catat(pegawai, data, *, oleh):
    """A study whose SK is older than the portal is monitored from now on; its riwayat came with the import."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        if TugasBelajar.objects.filter(pegawai=pegawai, keadaan="berjalan").exists():
            raise DitolakAlur("Ia sudah mempunyai tugas belajar yang berjalan.")
        t = TugasBelajar.objects.create(pegawai=pegawai, sampai_awal=data["sampai"], **data)
        jejak.catat("tb_catat", t, pegawai=pegawai.pk, pada=oleh.kini, studi=str(t)[:120])
    return t


def putus(pk, *, tanggal, sebab, ganti_rugi, versi, oleh):
    """The bond is broken: the day, why, and the amount to repay."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = _kunci(pk, versi)
        if not t.terikat:
            raise DitolakAlur("Tidak ada ikatan dinas yang sedang dijalani.")
        if not t.ikatan_mulai <= tanggal <= t.ikatan_sampai:
            raise DitolakAlur(
                f"Ikatan dinasnya {tulis_tanggal(t.ikatan_mulai)} sampai {tulis_tanggal(t.ikatan_sampai)}."
            )
        t.diputus, t.sebab_putus, t.ganti_rugi, t.versi = tanggal, sebab, ganti_rugi, t.versi + 1
        t.save(update_fields=["diputus", "sebab_putus", "ganti_rugi", "versi"])
        jejak.catat("tb_putus", t, pegawai=t.pegawai_id, pada=oleh.kini, tanggal=f"{tanggal}", jumlah=ganti_rugi)
        _beri_tahu(t, f"tb-putus-{t.pk}", "Ikatan dinas tugas belajar Anda diputus", sebab, oleh.kini)
    return t


def lunas(pk, *, tanggal, versi, oleh):
    """The repayment is settled."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = _kunci(pk, versi)
        if not t.ganti_rugi or t.ganti_rugi_lunas:
            raise DitolakAlur("Tidak ada ganti rugi yang belum lunas.")
        if tanggal > oleh.hari_ini:
            raise DitolakAlur("Tanggal lunas belum tiba.")
        t.ganti_rugi_lunas, t.versi = tanggal, t.versi + 1
        t.save(update_fields=["ganti_rugi_lunas", "versi"])
        jejak.catat("tb_lunas", t, pegawai=t.pegawai_id, pada=oleh.kini, tanggal=f"{tanggal}")
    return t


def simpan_rencana(rencana, *, oleh):
    """A new row of the need plan (an unsaved RencanaTugasBelajar)."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        sama = RencanaTugasBelajar.objects.filter(
            tahun=rencana.tahun,
            jenjang=rencana.jenjang,
            prodi__iexact=rencana.prodi,
            opd=rencana.opd,
            dicoret_pada=None,
        )
        if sama.exists():
            raise DitolakAlur("Bidang studi itu sudah ada dalam rencana tahun tersebut.")
        rencana.dibuat_oleh, rencana.dibuat_pada = oleh.pengguna, oleh.kini
        rencana.save()
        jejak.catat("tb_rencana", rencana, pada=oleh.kini, rencana=str(rencana)[:120])
    return rencana


def coret_rencana(pk, *, oleh):
    """A row leaves the plan; usulan under way keep what they were judged by."""
    _harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = RencanaTugasBelajar.objects.select_for_update().get(pk=pk)
        if r.dicoret_pada is None:
            r.dicoret_pada = oleh.kini
            r.save(update_fields=["dicoret_pada"])
            jejak.catat("tb_rencana_coret", r, pada=oleh.kini, rencana=str(r)[:120])
    return r


def ingatkan(hari_ini, *, sekarang):
    """Tells who has to report a semester or whose study ends; the office hears of those that are late. How many.

    A semester: when it has ended, and once more when the day has passed. The end: ``AKHIR_HARI`` days ahead, and when it
    has passed. May run any number of times a day: each notice has a key of its own.
    """
    acuan, semua = acuan_kini(), list(
        TugasBelajar.objects.filter(keadaan="berjalan").select_related("pegawai__kini").prefetch_related("laporan")
    )  # fmt: skip
    banyak, kantor = 0, _petugas(acuan, hari_ini)
    with jejak.sebagai(None):
        for t in semua:
            for kunci, judul, isi, lewat in [*_kabar_laporan(acuan, t, hari_ini), *_kabar_akhir(t, hari_ini)]:
                _beri_tahu(t, kunci, judul, isi, sekarang)
                if lewat:
                    _beri_tahu(
                        t, f"{kunci}-bkd", f"{judul}: {t.pegawai.kini.nama_lengkap}", isi, sekarang, akun=kantor
                    )
                banyak += 1
    return banyak


def _petugas(acuan, hari_ini):
    """Accounts of the staf of the Subbid that monitors."""
    unit = acuan.unit_kode.get(PENGELOLA[0])
    if unit is None:
        return []
    alamat = Alamat(peran="staf_bkd", unit_id=unit.id)
    return penerima_banyak([alamat], hari_ini)[alamat]


def _kabar_laporan(acuan, t, hari_ini):
    """(key, title, text, late) of every semester that wants a report."""
    for x in daftar.tagihan(acuan, t, t.laporan.all(), hari_ini):
        if not x.wajib or x.kata == "dikembalikan":
            continue
        lewat, s = x.jenis == "gagal", x.semester
        judul = f"Laporan semester {s.nomor} tugas belajar {'terlambat' if lewat else 'menunggu'}"
        isi = f"IP dan KHS-nya dikirim paling lambat {tulis_tanggal(s.tenggat)}."
        yield f"tb-{t.pk}-{s.nomor}-{'lewat' if lewat else 'mulai'}", judul, isi, lewat


def _kabar_akhir(t, hari_ini):
    """(key, title, text, late) of a study whose end is near or past; an extension moves the end and asks anew."""
    sisa = (t.sampai - hari_ini).days
    if sisa > AKHIR_HARI:
        return
    isi = "Ajukan penyelesaian bila sudah lulus, atau perpanjangan bila belum."
    if sisa >= 0:
        yield f"tb-{t.pk}-akhir-{t.sampai}", f"Tugas belajar berakhir {tulis_tanggal(t.sampai)}", isi, False
    else:
        yield f"tb-{t.pk}-habis-{t.sampai}", f"Masa tugas belajar habis {tulis_tanggal(t.sampai)}", isi, True
