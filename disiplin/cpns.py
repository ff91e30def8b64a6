"""CPNS yang dijatuhi hukuman sedang atau berat: diberhentikan sebagai CPNS. Dasar: PP 11/2017 Pasal 36-37 jo. PP 17/2020.

The penalty does not dismiss him by itself: the handlers propose the pemberhentian, a service of another aspect that is
reached by its slug through the engine's own start page. Who is in this list drops out once it is proposed.
"""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from disiplin.tabel import BERAT, SEDANG
from kepegawaian.models import RiwayatHukuman, RiwayatKedudukan, RiwayatStatus
from layanan import katalog
from layanan.models import Usulan
from layanan.wewenang import boleh_mengusulkan

SLUG = "pemberhentian-lain"
DASAR = "PP 11/2017 Pasal 36-37"
WAJIB = "CPNS yang dijatuhi hukuman disiplin tingkat sedang atau berat diberhentikan sebagai CPNS"
TINGKAT = (SEDANG, BERAT)


def belum_diusulkan(hari_ini, acuan, *, kecuali=None):
    """RiwayatHukuman in force on ``hari_ini``, sedang or berat, imposed on one who is still a CPNS, while neither his
    dismissal nor a usulan for it stands. ``kecuali``: id of the pegawai who reads, nobody handles himself."""
    orang = {"pegawai_id": OuterRef("pegawai_id")}
    cpns = RiwayatStatus.objects.filter(**orang, status="CPNS", tmt__lte=OuterRef("tmt"), dibatalkan_pada=None)
    henti = RiwayatKedudukan.objects.filter(**orang, kedudukan__akhir=True, dibatalkan_pada=None)
    usulan = Usulan.objects.filter(**orang, layanan=SLUG).exclude(status__in=("ditolak", "dibatalkan"))
    return (
        RiwayatHukuman.objects.filter(
            Exists(cpns), ~Exists(henti), ~Exists(usulan), jenis__tingkat__in=TINGKAT, tmt__lte=hari_ini,
            dibatalkan_pada=None, pegawai__kini__status="CPNS",
        )
        .exclude(jenis_id__in=acuan.setelan("ip_kode_bukan_hukuman", hari_ini)).exclude(pegawai_id=kecuali or 0)
        .order_by("pegawai_id", "tmt").distinct("pegawai_id")
    )  # fmt: skip


def halaman_usul(nip):
    """The start page of the pemberhentian with the person found."""
    return f"{reverse('layanan:usulan_create', args=[SLUG])}?{urlencode({'q': nip})}"


def boleh_usul(pegawai, hak):
    """May he propose it here and now?"""
    return boleh_mengusulkan(katalog.ambil(SLUG), pegawai, hak)


def tautan(usulan, hak, acuan):
    """[(text, address)] for the page of a case: the pemberhentian to be proposed; [] for everybody else, and once it is."""
    if not boleh_usul(usulan.pegawai, hak):
        return []
    if not belum_diusulkan(hak.per, acuan).filter(pegawai_id=usulan.pegawai_id).exists():
        return []
    return [("Usulkan pemberhentian sebagai CPNS", halaman_usul(usulan.pegawai.nip))]
