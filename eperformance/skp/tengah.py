"""Di tengah tahun: SKP whose pegawai has moved to another unit or post since; found by the riwayat, ended and opened anew.

The day is that of the riwayat (TMT), never typed: the old SKP ends the day before, the new one begins on it. A Plt or Plh is
no second SKP; it gives a hasil kerja tambahan (``susun.saran_plt``).
"""

from datetime import timedelta

from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Greatest
from django.urls import reverse

from eperformance import siklus
from eperformance.galat import DitolakKinerja
from eperformance.models import Skp
from eperformance.penilai import KANTOR, mengelola, menilai
from eperformance.skp.salin import salin
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna, RiwayatUnit

BERJALAN = (*Skp.TERBUKA, "diajukan", "ditetapkan")
ALASAN = "Pindah unit atau jabatan sejak {}"


def berbeda(hari_ini):
    """SKP running on ``hari_ini`` whose pegawai works elsewhere or in another post; ``tmt``: since when."""
    unit = (
        RiwayatUnit.objects.filter(pegawai=OuterRef("pegawai_id"), dibatalkan_pada=None, tmt__lte=hari_ini)
        .order_by("-tmt").values("tmt")[:1]
    )  # fmt: skip
    pindah_unit = ~Q(unit_id=F("pegawai__kini__unit_id"))
    pindah_jabatan = Q(pegawai__kini__jabatan_id__isnull=False) & (
        Q(jabatan_id__isnull=True) | ~Q(jabatan_id=F("pegawai__kini__jabatan_id"))
    )
    return (
        Skp.objects.filter(mulai__lte=hari_ini, sampai__gte=hari_ini, status__in=BERJALAN)
        .filter(pegawai__kini__aktif=True, pegawai__kini__unit_id__isnull=False)
        .filter(pindah_unit | pindah_jabatan)
        .annotate(
            tmt_unit=Case(When(pindah_unit, then=Subquery(unit))),
            tmt_jabatan=Case(When(pindah_jabatan, then=F("pegawai__kini__tmt_jabatan"))),
        )
        .annotate(tmt=Greatest("tmt_unit", "tmt_jabatan"))  # PostgreSQL: the known one when the other is unknown
    )


def mungkin_berbeda(skp):
    """Can it be among ``berbeda``? Asks nothing: ``pegawai.kini`` is at hand."""
    kini = skp.pegawai.kini
    lain = kini.unit_id != skp.unit_id or kini.jabatan_id not in (None, skp.jabatan_id)
    return skp.status in BERJALAN and lain


def alasan_tidak(skp):
    """Why one click cannot do it (``skp`` of ``berbeda``), "" when it can."""
    if skp.tmt is None:
        return "TMT pindahnya belum tercatat pada riwayat."
    if skp.tmt <= skp.mulai and skp.status not in Skp.TERBUKA:
        return "Pindahnya sebelum SKP ini dimulai; minta penilai mengembalikannya dahulu."
    return ""


def boleh(hak, skp):
    """The person himself, his penilai, and SUB41."""
    return not hak.hanya_baca and (
        skp.pegawai_id == hak.pegawai_id or menilai(hak, skp) or mengelola(hak, acuan_kini())
    )


def sesuaikan(skp_id, *, oleh):
    """Ends the old SKP the day before the TMT and opens the new one; a draft that never held is replaced. Returns the new."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        lama = siklus.kunci(skp_id, None, *BERJALAN)
        if not boleh(oleh.hak, lama):
            raise DitolakKinerja("SKP disesuaikan oleh pemiliknya, penilainya, atau Subbidang Evaluasi Kinerja.")
        temuan = berbeda(oleh.hari_ini).filter(pk=skp_id).first()
        if temuan is None:
            raise DitolakKinerja("SKP ini sudah sesuai dengan unit dan jabatannya.")
        if sebab := alasan_tidak(temuan):
            raise DitolakKinerja(sebab)
        alasan, sampai = ALASAN.format(temuan.tmt.strftime("%d-%m-%Y")), lama.sampai
        if temuan.tmt <= lama.mulai:
            siklus.pindah(lama, "batal", oleh=oleh, aksi="skp_batal", catatan_akhir=alasan)
            baru = _buka(lama, lama.mulai, sampai, alasan, oleh)
            if oleh.hak.pegawai_id == lama.pegawai_id and lama.hasil.exists():
                salin(baru.pk, lama.pk, oleh=oleh)
        else:
            siklus.pindah(
                lama, lama.status, oleh=oleh, aksi="skp_akhiri", sampai=temuan.tmt - timedelta(days=1), alasan=alasan
            )
            baru = _buka(lama, temuan.tmt, sampai, alasan, oleh)
        akun = Pengguna.objects.filter(pegawai_id=lama.pegawai_id, is_active=True).values_list("pk", flat=True)
        siklus.kabari(baru, akun, f"SKP {lama.periode.tahun} Anda disesuaikan", alasan, oleh)
    return baru


def boleh_mengakhiri(hak, skp):
    """SUB41 and the penilai (nobody his own), while its year is not assessed and there is a day to draw it in to."""
    wewenang = not hak.hanya_baca and (menilai(hak, skp) or mengelola(hak, acuan_kini()))
    return wewenang and skp.pegawai_id != hak.pegawai_id and skp.status in BERJALAN and skp.mulai < skp.sampai


def akhiri(skp_id, sampai, alasan, *, oleh, buka, versi):
    """Ends an SKP by hand on a day, and opens the rest of the year (``buka``). Returns the new Skp or None."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        semula = Skp.objects.values_list("sampai", flat=True).get(pk=skp_id)
        lama = siklus.akhiri(skp_id, sampai, alasan, oleh=oleh, versi=versi)
        return _buka(lama, sampai + timedelta(days=1), semula, lama.alasan, oleh) if buka else None


def _buka(lama, mulai, sampai, alasan, oleh):
    """The draft of the rest of the year; also when his penilai, who opens none otherwise, has asked for it."""
    baru = siklus.buka_banyak(
        lama.periode, [lama.pegawai_id], pada=oleh.kini, mulai=mulai, sampai=sampai, pendahulu=lama, alasan=alasan
    )
    if not baru:
        raise DitolakKinerja("SKP baru tidak dapat dibuka: masa itu sudah terisi, atau unit kerjanya belum tercatat.")
    siklus.catat(baru[0], "skp_buka", oleh)
    return baru[0]


def kabarkan(hari_ini, *, sekarang):
    """The night: tells each person found, and SUB41 how many there are; each once. Returns the number found."""
    temuan = list(berbeda(hari_ini).filter(tmt__isnull=False).select_related("periode").order_by("pk"))
    akun = dict(
        Pengguna.objects.filter(pegawai_id__in=[s.pegawai_id for s in temuan], is_active=True).values_list(
            "pegawai_id", "pk"
        )
    )
    with jejak.sebagai(None):
        for s in temuan:
            if s.pegawai_id in akun:
                jejak.beri_tahu(
                    [akun[s.pegawai_id]], kunci=f"skp-pindah:{s.pk}:{s.tmt:%Y%m%d}", judul="SKP perlu disesuaikan",
                    isi=f"Unit atau jabatan Anda berubah sejak {s.tmt:%d-%m-%Y}, SKP {s.periode.tahun} belum.",
                    url=reverse("eperformance:skp_saya"), pada=sekarang, peristiwa=siklus.PERISTIWA,
                )  # fmt: skip
        if temuan:
            kantor = Pengguna.objects.filter(pegawai__kini__unit__kode=KANTOR, is_active=True)
            jejak.beri_tahu(
                list(kantor.values_list("pk", flat=True)), kunci=f"skp-pindah:{hari_ini:%Y%W}",
                judul=f"{len(temuan)} SKP perlu disesuaikan", isi="Pegawainya pindah unit atau jabatan di tengah tahun.",
                url=reverse("eperformance:penyesuaian_list"), pada=sekarang, peristiwa=siklus.PERISTIWA,
            )  # fmt: skip
    return len(temuan)
