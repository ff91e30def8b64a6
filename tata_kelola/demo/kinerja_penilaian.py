"""Penilaian demo: tahun lalu sampai final, keberatan, distribusi yang menyimpang; tahun ini evaluasi sah, draf, terlambat.

Played by the pejabat penilai themselves through the acts of the pages, each on its own day, on whatever SKP stands ditetapkan.
The yearly predikat is the one the imported riwayat has, so that nothing decided on it before is shaken.
"""

import datetime as dt
from itertools import groupby

from django.utils import timezone

from eperformance.aturan import PREDIKAT
from eperformance.galat import DitolakKinerja
from eperformance.models import CapaianOrganisasi, PeriodeKinerja, Skp
from eperformance.penilaian import distribusi, final, keberatan, masa, nilai
from eperformance.penilaian.hitung import hitung
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Naskah, Pengguna, RiwayatKinerja, UnitKerja
from layanan import alur, katalog, naskah
from layanan.galat import DitolakAlur
from layanan.pelaku import Pelaku

PALING_BANYAK = 160  # SKP of one year that are rated, so that the demo stays quick
CETAK = 4
RATING = dict(zip(PREDIKAT, (("di_atas", "di_atas"), ("sesuai", "sesuai"), ("di_bawah", "sesuai"), ("sesuai", "di_bawah"), ("di_bawah", "di_bawah")), strict=True))  # fmt: skip
ALASAN = "Target perjanjian kinerja tahun itu dilampaui seluruhnya dan buktinya sudah diverifikasi Bagian Organisasi."


class _Pemain:
    """Who acts and when: the account that holds an office, or records for the Bupati; None where there is none."""

    def __init__(self, hari_ini):
        self.hari_ini, self.acuan, self._hak, self._akun = hari_ini, acuan_kini(), {}, {}

    def pada(self, tanggal):
        return timezone.make_aware(dt.datetime.combine(tanggal, dt.time(10)))

    def oleh(self, akun, tanggal):
        if akun.pk not in self._hak:  # nobody of the play changes office meanwhile
            self._hak[akun.pk] = hitung_hak(akun, per=self.hari_ini, acuan=self.acuan)
        return Pelaku(akun, self._hak[akun.pk], "127.0.0.1", self.pada(tanggal))

    def penilai(self, skp):
        """Account of the pejabat penilai of an SKP today."""
        return self.kantor(skp.penilai_id) if skp.penilai_id else self.perekam()

    def kantor(self, jabatan_id):
        """Account of who holds an office today."""
        if jabatan_id not in self._akun:
            orang = [p.pegawai_id for p in akses.pemangku(self.hari_ini, [jabatan_id]).get(jabatan_id, ())]
            self._akun[jabatan_id] = Pengguna.objects.filter(pegawai__in=orang, is_active=True).order_by("pk").first()
        return self._akun[jabatan_id]

    def perekam(self):
        """The clerk who records what the Bupati decides."""
        return Pengguna.objects.filter(penugasan__peran="perekam_pimpinan", is_active=True).order_by("pk").first()


def mainkan_penilaian(p):
    """Plays all of it for ``p`` (Pementasan); does nothing where no SKP is ditetapkan."""
    main = _Pemain(p.hari_ini)
    for periode in PeriodeKinerja.objects.filter(tahun__in=(p.hari_ini.year - 1, p.hari_ini.year)).order_by("tahun"):
        skp = _skp(periode)
        if not skp:
            continue
        _periodik(main, periode, skp)
        if periode.tahun < p.hari_ini.year:
            _tahunan(main, periode, skp, p.cetak)


def _skp(periode):
    """SKP ditetapkan of whole groups of one penilai, up to the limit."""
    semua = Skp.objects.filter(periode=periode, status="ditetapkan").select_related(
        "periode", "jabatan", "opd", "pegawai__kini"
    )
    hasil = []
    for _, milik in groupby(semua.order_by("penilai_id", "pk"), key=lambda s: s.penilai_id):
        hasil += list(milik)
        if len(hasil) >= PALING_BANYAK:
            break
    return hasil


def _periodik(main, periode, skp):
    """The short times that are over: all set but the last, of which a third is a draft and a sixth not begun."""
    lewat = [m for m in masa.semua(periode) if not m.tahunan and m.sampai < main.hari_ini]
    for m in lewat[-4:]:
        for i, s in enumerate(skp):
            if s.mulai > m.sampai or s.sampai < m.mulai:
                continue
            akhir = m is lewat[-1] and periode.tahun == main.hari_ini.year
            if akhir and i % 6 == 5:
                continue  # late: nobody has begun
            hasil, perilaku = RATING["Sangat Baik" if i % 9 == 4 else "Butuh Perbaikan" if i % 17 == 9 else "Baik"]
            hari = min(m.sampai + dt.timedelta(days=4 if i % 7 else 12), main.hari_ini)
            _nilai(main, s, m, hasil, perilaku, hari, sah=not (akhir and i % 3 == 1))


def _nilai(main, s, m, hasil, perilaku, hari, *, sah=True):
    """Ratings of one SKP by its penilai; None where nobody holds the office or the act is refused."""
    akun = main.penilai(s)
    if akun is None or akun.pegawai_id == s.pegawai_id:
        return None
    try:
        e = nilai.simpan(s.pk, m, hasil=hasil, perilaku=perilaku, catatan="", versi=0, oleh=main.oleh(akun, hari))
        return nilai.sahkan(s.pk, m, versi=e.versi, oleh=main.oleh(akun, hari)) if sah else e
    except DitolakKinerja:
        return None


def _tahunan(main, periode, skp, cetak):
    """The year: capaian, ratings, acceptance, distribution, final; the last ones fresh, with keberatan under way."""
    m, awal = masa.satu(periode, 0), dt.date(main.hari_ini.year, 1, 12)
    opd = _capaian(main, m, {s.opd_id for s in skp}, awal)
    impor = dict(RiwayatKinerja.objects.filter(
        pegawai__in=[s.pegawai_id for s in skp], tahun=periode.tahun, dibatalkan_pada=None
    ).values_list("pegawai", "predikat"))  # fmt: skip
    baru = max(min(10, len(skp) // 4), 1)
    for i, s in enumerate(skp[:-baru]):
        if i % 11 == 10:
            continue  # late: the year is over and he is not assessed
        hasil, perilaku = RATING[impor.get(s.pegawai_id) or ("Sangat Baik" if i % 8 == 3 else "Baik")]
        e = _nilai(main, s, m, hasil, perilaku, awal + dt.timedelta(days=3 + i % 12), sah=i % 13 != 12)
        if e is not None and e.status == "sah" and i % 3 == 0:
            _terima(main, s, e, awal + dt.timedelta(days=18))
    _distribusi(main, m, opd, awal + dt.timedelta(days=32))
    final.finalkan_semua(main.pada(awal + dt.timedelta(days=33)))
    _baru(main, m, skp[-baru:], impor)
    if cetak:
        terbit = Naskah.objects.filter(jenis__in=("penilaian_kinerja", "distribusi_kinerja"), tahap="menunggu_cetak")
        for pk in [
            *terbit.order_by("-jenis", "pk").values_list("pk", flat=True)[:CETAK],
            *terbit.order_by("jenis").values_list("pk", flat=True)[:2],
        ]:
            naskah.cetak(pk)


def _capaian(main, m, ids, awal):
    """The Bupati sets the achievement of all of these perangkat daerah but the last; those it is set for."""
    akun = main.perekam()
    opd = list(UnitKerja.objects.filter(pk__in=ids, jenis="opd").order_by("kode"))
    if akun is None:
        return []
    for i, u in enumerate(opd[: max(len(opd) - 1, 1)]):
        capaian, dasar = (
            ("Istimewa", "Perjanjian Kinerja tercapai 108,4%"),
            ("Baik", "Perjanjian Kinerja tercapai 97,6%"),
        )[i % 2]
        distribusi.tetapkan_capaian(u, m, capaian=capaian, dasar=dasar, versi=0, oleh=main.oleh(akun, awal))
    return opd


def _terima(main, s, e, hari):
    akun = Pengguna.objects.filter(pegawai=s.pegawai_id, is_active=True).first()
    if akun is not None:
        nilai.terima(e.pk, oleh=main.oleh(akun, hari))


def _distribusi(main, m, opd, hari):
    """Heads set their distribution, one that departs with its reason; every fourth has not come to it."""
    ada = set(CapaianOrganisasi.objects.filter(periode=m.periode, nomor=0).values_list("opd", flat=True))
    banyak = hitung(m, ada)
    for i, u in enumerate(u for u in opd if u.pk in ada and banyak[u.pk].dinilai):
        kepala = u.jabatan.filter(kepala_unit=True, berlaku_sampai__isnull=True).first()
        akun = kepala and main.kantor(kepala.pk)
        if i % 4 == 3 or akun is None:
            continue
        distribusi.tetapkan(u, m, alasan=ALASAN, jumlah=None, oleh=main.oleh(akun, hari))


def _baru(main, m, skp, impor):
    """Set in the last days: each waits for the pegawai in another way: keberatan running, decided, drafted, accepted, silent."""
    for i, s in enumerate(skp):
        hasil, perilaku = RATING[impor.get(s.pegawai_id) or "Baik"]
        e = _nilai(main, s, m, hasil, perilaku, main.hari_ini - dt.timedelta(days=5))
        akun = Pengguna.objects.filter(pegawai=s.pegawai_id, is_active=True).first()
        if e is None or akun is None or i % 5 == 4:
            continue
        if i % 5 == 3:
            nilai.terima(e.pk, oleh=main.oleh(akun, main.hari_ini - dt.timedelta(days=2)))
            continue
        _keberatan(main, s, e, akun, putus=i % 5 == 1, ajukan=i % 5 != 2)


def _keberatan(main, s, e, akun, *, putus, ajukan):
    oleh = main.oleh(akun, main.hari_ini - dt.timedelta(days=3))
    isian = {
        "evaluasi": e.pk,
        "alasan": "Realisasi triwulan keempat sudah diunggah tetapi belum terbaca saat penilaian.",
    }
    try:
        usulan = alur.buat_draf(katalog.ambil(keberatan.SLUG), s.pegawai, oleh=oleh, isian=isian)
        if ajukan:
            usulan = alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
        langkah = usulan.langkah_kini
        pejabat = langkah and (main.kantor(langkah.jabatan_id) if langkah.jabatan_id else main.perekam())
        if putus and pejabat is not None:
            data = {
                "hasil": "tetap",
                "rating_hasil": "",
                "rating_perilaku": "",
                "catatan": "Buktinya sudah dihitung pada realisasi triwulan itu.",
            }
            alur.setujui(
                usulan,
                oleh=main.oleh(pejabat, main.hari_ini - dt.timedelta(days=1)),
                versi=usulan.versi_baris,
                data=data,
            )
    except DitolakAlur:
        return  # nobody holds the office above, or the draft exists
