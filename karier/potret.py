"""Potret talenta: one map a year, computed from the profiles in one pass, frozen by an act.

Law: PermenPANRB 3/2020. Population: active PNS with a recorded post. The map of a year is computed anew every night (``malam``)
and whenever somebody presses, until it is frozen; then it never changes, so that movement over the years can be shown.
"""

from itertools import islice

from django.db.models import Count, Exists, OuterRef, Subquery
from django.utils import timezone

from karier.aturan import talenta
from karier.galat import DitolakKarier
from karier.models import BarisTalenta, PotretTalenta
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan_jabatan import kunci_tingkat, tingkat
from kepegawaian.profil import profil
from layanan.katalog import Konteks

BAGIAN = ("unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kompetensi", "jejak_jabatan")
SETELAN = (
    "talenta_bobot",
    "talenta_batas_potensial",
    "talenta_kinerja",
    "talenta_poin_rekam_jejak",
    "talenta_asesmen_bulan",
)


def hitung(tanggal, *, pada=None):
    """Computes the map of ``tanggal.year`` as of that day; returns the PotretTalenta. Refused once it is frozen."""
    acuan, pada = acuan_kini(), pada or timezone.now()
    with jejak.sebagai(None):
        potret, _ = PotretTalenta.objects.select_for_update().get_or_create(
            tahun=tanggal.year, defaults={"per_tanggal": tanggal, "dihitung_pada": pada}
        )
        if potret.dibekukan_pada:
            raise DitolakKarier(f"Peta talenta {potret.tahun} sudah dibekukan.")
        potret.per_tanggal, potret.dihitung_pada = tanggal, pada
        potret.setelan = {k: acuan.setelan(k, tanggal) for k in SETELAN}
        potret.save()
        potret.baris.all().delete()
        orang = (p for p in profil(per=tanggal, bagian=BAGIAN) if p.status == "PNS" and p.aktif and p.jabatan_id)
        while kelompok := list(islice(orang, 1000)):
            BarisTalenta.objects.bulk_create(_baris(potret, p, tanggal, acuan) for p in kelompok)
        jejak.catat("talenta_hitung", potret, pada=pada, tahun=potret.tahun)
    return potret


def malam(tanggal, *, pada=None):
    """The map of the year as of the night of ``tanggal``; None when it is frozen. The same night twice gives the same map."""
    if PotretTalenta.objects.filter(tahun=tanggal.year, dibekukan_pada__isnull=False).exists():
        return None
    try:
        return hitung(tanggal, pada=pada)
    except DitolakKarier:  # frozen while it waited for the lock
        return None


def _baris(potret, p, tanggal, acuan):
    n = talenta.nilai(Konteks(p, {}, tanggal, acuan))
    letak = (p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    return BarisTalenta(
        potret=potret, pegawai_id=p.pegawai_id, kotak=n.kotak, kinerja=n.kinerja, potensial=n.potensial, skor=n.skor,
        bagian={k: str(v) for k, v in n.bagian}, sebab=n.sebab, opd_id=p.opd_id, kelompok=kunci_tingkat(*letak),
        tingkat=tingkat(acuan, tanggal, *letak),
    )  # fmt: skip


def bekukan(tahun, *, oleh):
    """Freezes the map of a year for good."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        potret = PotretTalenta.objects.select_for_update().filter(tahun=tahun).first()
        if potret is None or potret.dibekukan_pada:
            raise DitolakKarier("Peta talenta tahun itu belum dihitung atau sudah dibekukan.")
        potret.dibekukan_pada = oleh.kini
        potret.save(update_fields=["dibekukan_pada"])
        jejak.catat("talenta_beku", potret, pada=oleh.kini, tahun=tahun)
    return potret


def sebelumnya(potret, pegawai_ids):
    """{pegawai id: kotak} on the latest frozen map before ``potret``, and its year (None: there is none)."""
    lama = PotretTalenta.objects.filter(tahun__lt=potret.tahun, dibekukan_pada__isnull=False).first()
    if lama is None:
        return {}, None
    return dict(lama.baris.filter(pegawai_id__in=list(pegawai_ids)).values_list("pegawai_id", "kotak")), lama.tahun


def tahunan(opd_id=None):
    """[(PotretTalenta, {kotak or None: people})] of every year, oldest first, as a whole or of one OPD; two queries."""
    baris = BarisTalenta.objects.filter(opd_id=opd_id) if opd_id else BarisTalenta.objects
    jumlah = {}
    for potret, kotak, n in baris.order_by().values_list("potret_id", "kotak").annotate(n=Count("pk")):
        jumlah.setdefault(potret, {})[kotak] = n
    return [(p, jumlah.get(p.pk, {})) for p in PotretTalenta.objects.order_by("tahun")]


def perpindahan(lama, baru, opd_id=None):
    """{(kotak on the map ``lama``, kotak on ``baru``): people} of those on both, by the OPD of ``baru``; None: no box."""
    baris = baru.baris.filter(opd_id=opd_id) if opd_id else baru.baris.all()
    dulu = BarisTalenta.objects.filter(potret=lama, pegawai_id=OuterRef("pegawai_id"))
    pasang = baris.filter(Exists(dulu)).annotate(dulu=Subquery(dulu.values("kotak")[:1]))
    return {(d, k): n for d, k, n in pasang.order_by().values_list("dulu", "kotak").annotate(n=Count("pk"))}
