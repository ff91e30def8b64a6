"""Isi demo: the whole play in order, each part through the door an office would use."""

import contextlib
import tempfile
import time
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from indeks.kualitas import hitung as kualitas
from indeks.models import RekapKualitas
from kepegawaian import bangkit, impor, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.faktor import tulis_rahasia
from kepegawaian.models import Pengguna, ProfilKini, Setelan
from layanan import katalog, rekap
from layanan.tte import SANDI_UJI as SANDI_TTE
from tata_kelola import potret, setelan
from tata_kelola.demo import babak
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.berdua import berdua
from tata_kelola.demo.berhenti import tambah_berhenti
from tata_kelola.demo.cuti import tambah_cuti
from tata_kelola.demo.daftar import isi_daftar, isi_kebutuhan
from tata_kelola.demo.disiplin import tambah_disiplin
from tata_kelola.demo.gaji import isi_gaji
from tata_kelola.demo.karier import mainkan_karier
from tata_kelola.demo.kebutuhan import mainkan_kebutuhan
from tata_kelola.demo.kehadiran import isi_kehadiran
from tata_kelola.demo.keluarga import tambah_keluarga
from tata_kelola.demo.kinerja_penilaian import mainkan_penilaian
from tata_kelola.demo.kinerja_pohon import hitung_pohon, mainkan_pohon
from tata_kelola.demo.kinerja_realisasi import mainkan_realisasi
from tata_kelola.demo.kinerja_skp import mainkan_skp
from tata_kelola.demo.kontrak import mainkan_kontrak
from tata_kelola.demo.korpri import mainkan_korpri
from tata_kelola.demo.mutasi import tambah_mutasi
from tata_kelola.demo.naskah import tambah_tindakan
from tata_kelola.demo.nilai_bkn import isi_nilai_bkn
from tata_kelola.demo.orang import RAHASIA_CONTOH, SANDI, pemohon_contoh, siapkan_akun
from tata_kelola.demo.panggung import Sutradara, isi_dosir
from tata_kelola.demo.pangkat import tambah_pangkat
from tata_kelola.demo.pejabat import KANTOR_TTE, jadikan_pendatang, ketidakhadiran, susun
from tata_kelola.demo.pelatihan import mainkan_pelatihan
from tata_kelola.demo.pengadaan import calon_contoh, formasi_contoh, mainkan_pengadaan
from tata_kelola.demo.pengembangan import mainkan_pengembangan
from tata_kelola.demo.penghargaan import selesaikan_penghargaan, tambah_penghargaan
from tata_kelola.demo.pensiun import isi_pensiun
from tata_kelola.demo.peremajaan import tambah_peremajaan
from tata_kelola.demo.seleksi import mainkan_seleksi
from tata_kelola.demo.siasn import isi_siasn
from tata_kelola.demo.tanda_tangan import tandatangani_sebagian
from tata_kelola.demo.tata import isi_tata
from tata_kelola.demo.templat import isi_templat
from tata_kelola.demo.tugas_belajar import mainkan_tugas_belajar
from tata_kelola.demo.ujian import mainkan_ujian


def isi_demo(jumlah=2000, seed=2026, *, susulan=300, lapor=print, dasar=None):
    """Fills an empty portal: people, accounts, dosir, usulan in every status and step, an import to look at, index.

    ``susulan``: people in that second file, which waits with its mistakes; 0: none. ``dasar()`` is called once people,
    accounts, pangkat, pay and index stand: from then on the portal is worth opening, while the other aspects are still
    played beside it.
    """
    hari_ini = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder, _Jam(lapor) as jam, _tanpa_catatan_kueri():
        dunia = bangkit.Dunia.dari_db()
        orang, plt, plh = susun(list(bangkit.bangkitkan(jumlah, seed, hari_ini, dunia=dunia)), hari_ini, dunia)
        peran = bangkit.peran_demo(orang) | {"plt_kepala": plt and plt.nip, "plh_kepala": plh and plh.nip}
        jadikan_pendatang(orang, dunia, peran.values())
        jalur = bangkit.tulis_xlsx(orang, Path(folder) / "utama")
        jam(f"{jumlah} orang rekaan")
        _impor(jalur[0], "data-asn-lamongan.xlsx", hari_ini, terapkan=True)
        jam("impor diterapkan")
        _setel_tte()
        akun = siapkan_akun({k: nip for k, nip in peran.items() if nip})
        _contoh_dosir(akun)
        jam("akun dan dosir")
        isi_templat(akun, hari_ini)
        _atur_langkah(hari_ini)
        salah = bangkit.bangkitkan(susulan, seed + 1, hari_ini, 15.0) if susulan else ()
        berkas = susulan and bangkit.tulis_xlsx(salah, Path(folder) / "salah")[0]
        tercetak = []

        def buka():
            if dasar is None:
                return
            _hitung(lapor)
            tercetak[:] = [*akun[:3], *pemohon_contoh(), *akun[3:], *formasi_contoh()]
            _tulis_akun(tercetak)
            dasar()

        _mainkan(hari_ini, jam, akun, plt, plh, berkas, buka)
        _hitung(lapor)
        isi_nilai_bkn(hari_ini)
        jam("nilai BKN tahun lalu")
        akun = tercetak or [*akun[:3], *pemohon_contoh(), *akun[3:], *formasi_contoh()]
        akun = [*akun, *calon_contoh()]  # his selection is played in the second half
        jam.mulai = time.monotonic()
        isi_tata(hari_ini, cetak=find_spec("weasyprint") is not None and _pango())
        jam("anggaran, risiko, tinjauan regulasi, potret dan laporan bulanan")
        isi_siasn([a.nama_pengguna for a in akun])
        jam("jawaban SIASN rekaan dan antreannya")
        rekap.kirim(_hari_kerja(hari_ini))
        jam("rekap pagi bagi pejabat dan petugas")
    _tulis_akun(akun)
    return akun


@contextlib.contextmanager
def _tanpa_catatan_kueri():
    """Within: the connection keeps no text of each statement, which DEBUG asks for and nobody reads."""
    connection.make_debug_cursor = connection.make_cursor
    try:
        yield
    finally:
        del connection.make_debug_cursor


def _hitung(lapor):
    """What the night would compute: who is eligible for a KP period, the index, and who is due for what."""
    jam = _Jam(lapor)
    call_command("hitung_kelayakan")
    jam("kelayakan kenaikan pangkat tiga periode")
    call_command("hitung_indeks")
    call_command("hitung_indeks", generasi="A")
    jam("indeks dan yang akan datang")
    if not RekapKualitas.objects.exists():  # a night a month ago, so that there is a trend and what is overdue
        kualitas.hitung(potret.hari_akhir(potret.bulan_lalu(timezone.localdate())))
    call_command("hitung_kualitas")
    jam("temuan kualitas data")
    call_command("isi_pohon")
    jam("nilai pohon kinerja dari portal")


def _hari_kerja(tanggal):
    """Today, or the last working day before it: the digest of a Sunday is nobody's."""
    while not acuan_kini().hari_kerja(tanggal):
        tanggal -= timedelta(days=1)
    return tanggal


class _Jam:
    """Reports each part with its seconds."""

    def __init__(self, lapor):
        self.lapor, self.mulai = lapor, time.monotonic()

    def __enter__(self):
        self.mulai = time.monotonic()
        return self

    def __exit__(self, *_):
        return False

    def __call__(self, apa, detik=None):
        """Says what is done and how long it took: ``detik``, or the time since the last line."""
        kini = time.monotonic()
        self.lapor(f"  {apa} ({kini - self.mulai if detik is None else detik:.1f} detik)")
        self.mulai = kini


def _impor(jalur, nama, per_tanggal, *, terapkan=False):
    """The same door as the page: upload, read, and apply when asked."""
    with Path(jalur).open("rb") as berkas:
        batch = impor.unggah(File(berkas, nama), nama, per_tanggal, None)
    impor.baca(batch.pk)
    if terapkan:
        impor.terapkan(batch.pk)
    return batch


def _contoh_dosir(akun):
    nip = [a.nama_pengguna for a in akun if a.nama_pengguna.isdigit()]
    for kini in ProfilKini.objects.filter(nip__in=nip).select_related("pegawai__kini"):
        isi_dosir(kini.pegawai)


def _mainkan(hari_ini, jam, akun, plt, plh, susulan, buka):
    """Chooses who is played, then plays two halves at once; what is done today comes last.

    ``buka()`` is called when the first half stands, whatever the second still has to play.
    """
    tokoh = [a.nama_pengguna for a in akun]
    p = Pementasan(hari_ini, find_spec("weasyprint") is not None and _pango(), tokoh)
    isi_kebutuhan(hari_ini)
    menunggu = babak.kenaikan_pangkat(p)
    babak.gaji_berkala(p, plt, plh)
    tambah_pangkat(p)
    tambah_tindakan(p)
    jam("orang bagi usulan pangkat dan gaji dipilih")
    lain = p.panggung_lain()

    def utama(lapor):
        _pangkat_gaji(p, _Jam(lapor), menunggu)
        buka()
        _kinerja(p, _Jam(lapor))

    def lanjutan(lapor, terpakai):
        sisa = p.panggung_lain()
        sisa.catat_id(terpakai)
        _aspek_sisa(sisa, _Jam(lapor))

    berdua(lambda lapor, serahkan: _aspek_lain(lain, _Jam(lapor), susulan, serahkan), utama, lanjutan, jam.lapor)
    jam.mulai = time.monotonic()
    mainkan_penilaian(p)  # writes the results of last year, on which usulan of the other half rest
    hitung_pohon(p)
    jam("penilaian kinerja, distribusi, keberatan")
    isi_gaji(hari_ini, tokoh)
    jam("presensi dan TPP")
    isi_kehadiran(p)
    jam("kehadiran: ambang, koreksi presensi, putusan gaji")
    ketidakhadiran(katalog.ambil("kgb"), hari_ini, tokoh, plh)  # moves what waits: nobody may play meanwhile
    jam("ketidakhadiran pejabat")
    isi_pensiun(hari_ini)
    jam("nominatif pensiun dan pelepasan purna tugas")


def _pangkat_gaji(p, jam, menunggu):
    """The registers of pangkat and pay: nobody else takes a number there."""
    _mainkan_semua(p, jam)
    babak.sk_kolektif(p, menunggu, timezone.now())
    jam("SK kolektif yang menunggu tanda tangan")
    tandatangani_sebagian(p.sutradara("kgb"))
    jam("tanda tangan elektronik sekaligus")


def _kinerja(p, jam):
    """The tree of goals, SKP and what was achieved: it takes no number and nobody away from another play."""
    mainkan_pohon(p)
    jam("pohon kinerja dan tahun kinerja")
    mainkan_skp(p)
    jam("SKP, dialog, matriks peran hasil")
    mainkan_realisasi(p)
    jam("realisasi, bukti, umpan balik")


def _aspek_sisa(p, jam):
    """What the first half takes over from the second, of registers in which nobody there takes a number."""
    tambah_disiplin(p)
    jam("orang bagi kasus disiplin dipilih")
    tambah_cuti(p)
    jam("orang bagi cuti dipilih")
    tambah_berhenti(p)
    jam("orang bagi pemberhentian dan MPP dipilih")
    tambah_penghargaan(p)
    jam("orang bagi penghargaan dan perlindungan dipilih")
    mainkan_pengembangan(p)
    jam("belajar mandiri dan kebutuhan pelatihan")
    mainkan_tugas_belajar(p)
    jam("tugas belajar dan ikatan dinas")
    _mainkan_semua(p, jam)
    selesaikan_penghargaan(p)
    jam("surat usul, Keppres, dan nilai juri")


def _mainkan_semua(p, jam):
    """Plays what was added to ``p`` and reports it by its parts."""
    p.mainkan()
    for bagian, detik in p.detik.items():
        jam(bagian, detik)
    p.sebut_berhenti(jam.lapor)
    jam.mulai = time.monotonic()


def _aspek_lain(p, jam, susulan, serahkan):
    """Karier, mutasi, lists, and the file of further people that waits with its mistakes.

    ``serahkan`` is told whom it has chosen as soon as it chooses nobody any more.
    """
    Sutradara.surat = count(301)  # the other half counts the letters of the OPD from one on
    mainkan_karier(p)
    jam("uji kompetensi dan peta talenta")
    mainkan_seleksi(p)
    jam("seleksi terbuka JPT")
    mainkan_ujian(p)
    jam("ujian dinas")
    mainkan_korpri(p)
    jam("Korpri dan Abdi Negara")
    isi_daftar(p)
    jam("DUK dan nominatif")
    tambah_mutasi(p)
    jam("orang bagi usulan mutasi dipilih")
    tambah_keluarga(p)
    tambah_peremajaan(p)
    jam("orang bagi keluarga, perkawinan, dan peremajaan data dipilih")
    mainkan_kebutuhan(p)
    jam("ABK dan formasi")
    mainkan_pengadaan(p)
    jam("seleksi, pemberkasan, CPNS")
    mainkan_kontrak(p)
    jam("orang bagi perpanjangan PPPK dipilih")
    mainkan_pelatihan(p)
    jam("katalog, rencana, dan kegiatan pelatihan")
    serahkan(p.terpakai)
    _mainkan_semua(p, jam)
    if susulan:
        _impor(susulan, "susulan-perlu-diperbaiki.xlsx", p.hari_ini)
        jam("berkas susulan dengan kesalahan, siap ditinjau")


def _setel_tte():
    """Two offices sign electronically from the start of the play; the others, the Bupati too, on paper."""
    asal = Setelan.objects.filter(kunci="tte_kantor").order_by("-berlaku_sejak").first()
    Setelan.objects.create(
        kunci="tte_kantor", nilai=asal.nilai | {f"KEPALA-{k}": "lokal" for k in KANTOR_TTE}, uraian=asal.uraian,
        berlaku_sejak=date(2026, 1, 1), dasar="Keputusan contoh 800/2/413.204/2026", keyakinan="asumsi",
    )  # fmt: skip


def _atur_langkah(hari_ini):
    """The office gives one step a working day more from today on; usulan under way keep their frozen route."""
    layanan = katalog.ambil("kp-reguler")
    with jejak.sebagai(Pengguna.objects.get(nama_pengguna="admin.sistem")):
        setelan.atur_langkah(
            layanan, layanan.langkah("periksa_kabid"), kepada="", sla=3, dipakai=True, berlaku_sejak=hari_ini,
            dasar="Nota dinas contoh 800/45/413.204/2026",
        )  # fmt: skip


def _pango():
    """True when WeasyPrint can really load its libraries."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - asks whether Pango is there
    except OSError:
        return False
    return True


def _tulis_akun(akun):
    """Writes the list ``make run`` prints, beside the document folder."""
    lebar = max(len(a.peran) for a in akun)
    baris = [f"{a.peran:<{lebar}}  {a.nama_pengguna:<20} {a.nama}" for a in akun]
    baris.append(f"Kata sandi semua akun contoh: {SANDI}")
    baris.append(f"Kunci langkah kedua admin.cadangan bagi aplikasi autentikator: {tulis_rahasia(RAHASIA_CONTOH)}")
    baris.append(f"Kata sandi sertifikat uji (Kepala BKD, Kepala Dinas Pendidikan): {SANDI_TTE}")
    Path(settings.MEDIA_ROOT).parent.joinpath("akun_demo.txt").write_text("\n".join(baris) + "\n", encoding="utf-8")
