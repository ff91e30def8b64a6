"""Pantauan KGB: siapa jatuh tempo pada suatu bulan, dan sampai di mana suratnya. Set-based; no rule of law here.

Who is due comes from the nightly list through ``layanan.nominatif``; how far a letter is, from its usulan. Somebody
whose letter has taken effect is no longer due, so both are asked.
"""

from collections import defaultdict

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Value, When

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini
from layanan import katalog, nominatif
from layanan.models import Usulan

SLUG = "kgb"
BANYAK_BULAN = 13
MATI = ("ditolak", "dibatalkan")


def usulan_kgb():
    """Usulan of KGB that stand: neither refused nor withdrawn."""
    return Usulan.objects.filter(layanan=SLUG).exclude(status__in=MATI)


def tenggat(bulan, acuan):
    """Last day on which the letters of a month are in time (PP 7/1977 Pasal 12)."""
    return katalog.ambil(SLUG).tenggat_usul(bulan, acuan)


def daftar(bulan, hak):
    """ProfilKini of everyone in scope who is due in the month or has a usulan for it, with ``keadaan``; None: no night yet."""
    due = nominatif.rentang(SLUG, bulan, tambah_bulan(bulan, 1), hak)
    if due is None:
        return None
    milik = usulan_kgb().filter(pegawai_id=OuterRef("pegawai_id"), tmt=bulan)
    syarat = Q(pegawai_id__in=due.order_by().values("pegawai_id")) | Q(
        pegawai_id__in=usulan_kgb().filter(tmt=bulan).order_by().values("pegawai_id")
    )
    keadaan = Case(
        When(Exists(milik.filter(status="selesai")), then=Value("terbit")),
        When(Exists(milik), then=Value("proses")),
        default=Value("belum"),
        output_field=CharField(),
    )
    orang = ProfilKini.objects.filter(hak.lingkup(), syarat)
    return orang.annotate(keadaan=keadaan).select_related("jabatan")


def hitung_bulan(awal, hak):
    """[(month, {belum, proses, terbit})] of ``BANYAK_BULAN`` months, two queries; None: no night yet."""
    akhir = tambah_bulan(awal, BANYAK_BULAN)
    due = nominatif.rentang(SLUG, awal, akhir, hak)
    if due is None:
        return None
    hasil = defaultdict(lambda: {"belum": 0, "proses": 0, "terbit": 0})
    milik = usulan_kgb().filter(pegawai_id=OuterRef("pegawai_id"), tmt=OuterRef("tanggal"))
    for tanggal, n in due.order_by().filter(~Exists(milik)).values_list("tanggal").annotate(n=Count("pk")):
        hasil[tanggal.replace(day=1)]["belum"] += n
    usulan = usulan_kgb().filter(hak.lingkup("pegawai__kini__"), tmt__gte=awal, tmt__lt=akhir)
    for tmt, status, n in usulan.order_by().values_list("tmt", "status").annotate(n=Count("pk")):
        hasil[tmt.replace(day=1)]["terbit" if status == "selesai" else "proses"] += n
    return [(bulan, hasil[bulan]) for bulan in (tambah_bulan(awal, i) for i in range(BANYAK_BULAN))]


def surat(bulan, ids):
    """{pegawai_id: Usulan with its step} of these people for the month, one query."""
    daftar_usulan = usulan_kgb().filter(tmt=bulan, pegawai_id__in=ids).select_related("langkah_kini")
    return {u.pegawai_id: u for u in daftar_usulan}


def syarat_malam(bulan, ids, hak):
    """{pegawai_id: (layak, sentence)} as the night judged them, one query."""
    due = nominatif.rentang(SLUG, bulan, tambah_bulan(bulan, 1), hak)
    if due is None:
        return {}
    return {
        i: (layak, (ket or {}).get("kalimat", ""))
        for i, layak, ket in due.order_by().filter(pegawai_id__in=ids).values_list("pegawai_id", "layak", "keterangan")
    }
