"""Pohon kinerja demo: tahun lalu (arsip, empat triwulan terisi), tahun ini (berlaku), tahun depan (draf), dan kalendernya.

The BKD's own tree (``eperformance.pohon.muat``). This year is typed and counted through the acts of the pages; last year's
values were handed in on paper and are recorded as such. All figures are made up.
"""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from eperformance import periode
from eperformance.aturan import masa_ke, nomor_masa
from eperformance.models import IndikatorPohon, PeriodeKinerja, Pohon, RealisasiPohon
from eperformance.pohon import indikator, muat, perbuatan, portal
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna, ProfilKini
from layanan.pelaku import Pelaku

SE = "Surat Edaran contoh 800/{n}/413.204/{tahun}"
# Share of the target by turns: most is reached, some is not; None leaves the running quarter open.
BAGIAN = ("1.02", "0.96", "1.1", "0.84", "1", "0.93", "0.55", "1.05", None, "0.78")


def mainkan_pohon(p):
    """Plays all of it for ``p`` (Pementasan); nothing in a regency without Subbid Evaluasi Kinerja."""
    staf = staf_kinerja()
    if staf is None:
        return
    hari_ini, hak = p.hari_ini, hitung_hak(staf, per=p.hari_ini, acuan=acuan_kini())

    def oleh(hari):
        return Pelaku(staf, hak, "127.0.0.1", timezone.make_aware(dt.datetime.combine(hari, dt.time(9, 20))))

    tahun = hari_ini.year
    for n, satu in enumerate((tahun - 1, tahun, tahun + 1), 41):
        if not PeriodeKinerja.objects.filter(tahun=satu).exists():
            hari = min(dt.date(satu - 1, 11, 20), hari_ini)
            periode.simpan(None, periode.bawaan(satu) | {"dasar": SE.format(n=n, tahun=hari.year)}, oleh=oleh(hari))
    _tahun_lalu(tahun - 1, oleh)
    _tahun_ini(tahun, hari_ini, oleh)


def hitung_pohon(p):
    """Counts the portal's own indicators again, once SKP and penilaian have been played."""
    staf, pohon = staf_kinerja(), Pohon.objects.filter(tahun=p.hari_ini.year, status="berlaku").first()
    if staf is not None and pohon is not None:
        hak = hitung_hak(staf, per=p.hari_ini, acuan=acuan_kini())
        pada = timezone.make_aware(dt.datetime.combine(p.hari_ini, dt.time(9, 50)))
        portal.hitung_sekarang(pohon.pk, oleh=Pelaku(staf, hak, "127.0.0.1", pada))


def staf_kinerja():
    """A staf of the Subbid Evaluasi Kinerja, else its head; None in a very small regency."""
    orang = ProfilKini.objects.filter(unit__kode="SUB41", aktif=True)
    akun = Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True)
    return akun.order_by("pegawai__kini__jabatan__kepala_unit", "pk").first()


def _buat(tahun, hari, oleh):
    pohon, _ = muat.muat(tahun, oleh=oleh(hari).pengguna, pada=oleh(hari).kini)
    return perbuatan.alihkan(pohon.pk, "berlaku", oleh=oleh(hari + dt.timedelta(days=9)), versi=pohon.versi)


def _nilai(target, letak):
    """A believable value for a target, by turns; None leaves it open."""
    bagian = BAGIAN[letak % len(BAGIAN)]
    return None if bagian is None or not target else (target * Decimal(bagian)).quantize(Decimal(1))


def _tahun_lalu(tahun, oleh):
    """All four quarters of everything, then the archive."""
    pohon = _buat(tahun, dt.date(tahun, 1, 8), oleh)
    baris = []
    for letak, satu in enumerate(_indikator(pohon)):
        for t in satu.target.all():
            if t.triwulan and (nilai := _nilai(t.nilai, letak)) is not None:
                hari = masa_ke(tahun, "triwulan", t.triwulan)[1] + dt.timedelta(days=6)
                baris.append(
                    RealisasiPohon(
                        indikator=satu, triwulan=t.triwulan, nilai=min(nilai, 100) if satu.satuan == "persen" else nilai,
                        asal="ketik", oleh=oleh(hari).pengguna, pada=oleh(hari).kini,
                        keterangan=f"Laporan kinerja {tahun} (contoh)",
                    )
                )  # fmt: skip
    with jejak.sebagai(oleh(dt.date(tahun, 12, 31)).pengguna):
        RealisasiPohon.objects.bulk_create(baris)
    perbuatan.alihkan(pohon.pk, "arsip", oleh=oleh(dt.date(tahun + 1, 2, 3)), versi=pohon.versi)


def _tahun_ini(tahun, hari_ini, oleh):
    """Typed quarter by quarter, counted by the portal, and copied into next year's draft."""
    pohon = _buat(tahun, dt.date(tahun, 1, 2), oleh)
    kini = nomor_masa("triwulan", hari_ini)
    for letak, satu in enumerate(_indikator(pohon)):
        if satu.sumber:
            continue
        for t in satu.target.all():
            nilai = _nilai(t.nilai, letak)
            if not 0 < t.triwulan <= kini or nilai is None or (t.triwulan == kini and letak % 4 == 1):
                continue
            hari = min(masa_ke(tahun, "triwulan", t.triwulan)[1] + dt.timedelta(days=5), hari_ini)
            nilai = min(nilai, Decimal(100)) if satu.satuan == "persen" else nilai
            indikator.isi_realisasi(satu.pk, t.triwulan, nilai, "Laporan bulanan subbidang (contoh)", oleh=oleh(hari))
    for triwulan in range(1, kini):
        akhir = masa_ke(tahun, "triwulan", triwulan)[1]
        with jejak.sebagai(None):
            portal.isi(pohon, akhir, pada=oleh(akhir + dt.timedelta(days=1)).kini)
    portal.hitung_sekarang(pohon.pk, oleh=oleh(hari_ini))
    if not Pohon.objects.filter(tahun=tahun + 1).exists():
        perbuatan.salin(
            pohon.pk, tahun + 1, oleh=oleh(hari_ini), dasar=f"Rancangan Perjanjian Kinerja {tahun + 1} (contoh)"
        )


def _indikator(pohon):
    return (
        IndikatorPohon.objects.filter(simpul__pohon=pohon)
        .order_by("simpul__urutan", "urutan")
        .prefetch_related("target")
    )
