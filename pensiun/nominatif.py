"""Nominatif pensiun: siapa mencapai BUP dalam masa pengingat, sejauh mana usulannya, dan draf yang dibuat sendiri tiap malam.

Law: PP 11/2017 (DPCP fifteen months ahead); months in the setting ``pensiun_jadwal_bulan``. ``siapkan`` is the nightly
job: it makes the missing drafts of the layanan ``pensiun-bup`` through ``alur`` and reminds the person and his OPD. Run
again it finds nothing to do: a draft exists once per TMT, a notice once per stage and TMT.
"""

import logging
from collections import Counter, defaultdict

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak, kabar
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.hak import Hak
from kepegawaian.models import Pegawai, Pengguna, Penugasan, ProfilKini
from kepegawaian.peristiwa import ambil
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import SERAHKAN, TANDA_TANGAN, TETAPKAN
from layanan.models import LangkahUsulan, NaskahUsulan, Usulan
from layanan.pelaku import Pelaku
from pensiun import jadwal

log = logging.getLogger(__name__)
SLUG = "pensiun-bup"
SUBBID = "SUB43"
HIDUP = ("draf", "diproses", "dikembalikan", "selesai")
STATUS = ("PNS", "CPNS")
PERISTIWA = "pensiun"


# ── who stands where ─────────────────────────────────────────────────────────────────────────────────


def daftar(hak, hari_ini, bulan):
    """ProfilKini in scope whose TMT pensiun lies ahead within the longest reminder, with ``keadaan``, ``nomor``, ``tmt_usul``.

    ``bulan``: ``jadwal.jadwal``. ``keadaan`` is a key of ``jadwal.KEADAAN``, from the latest living usulan of the pension; one
    whose SK was revoked or annulled is none.
    """
    gugur = NaskahUsulan.objects.filter(
        usulan=OuterRef("pk"), surat=False, naskah__status__in=("dicabut", "dibatalkan")
    )
    akhir = tambah_bulan(hari_ini.replace(day=1), max(bulan.values()))
    usulan = Usulan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), layanan__startswith="pensiun-", status__in=HIDUP, tertutup=False
    ).exclude(Exists(gugur)).order_by("-pk")  # fmt: skip
    pertek = LangkahUsulan.objects.filter(usulan_id=OuterRef("usulan_id"), kode__contains="pertek", keadaan="selesai")
    orang = ProfilKini.objects.filter(
        hak.lingkup(), aktif=True, status__in=STATUS, tmt_pensiun__gt=hari_ini, tmt_pensiun__lte=akhir
    )
    kolom = {"status_usul": "status", "kode_langkah": "langkah_kini__kode", "aksi_langkah": "langkah_kini__aksi",
             "nomor": "nomor", "tmt_usul": "tmt", "usulan_id": "pk", "nama_langkah": "langkah_kini__nama"}  # fmt: skip
    orang = orang.annotate(**{k: Subquery(usulan.values(v)[:1]) for k, v in kolom.items()})
    return orang.annotate(
        keadaan=Case(
            When(status_usul__isnull=True, then=Value("belum")),
            When(status_usul="selesai", then=Value("selesai")),
            When(status_usul__in=("draf", "dikembalikan"), then=Value("dpcp")),
            When(kode_langkah__contains="pertek", then=Value("pertek")),
            When(aksi_langkah=SERAHKAN, then=Value("penyerahan")),
            When(aksi_langkah__in=(TETAPKAN, TANDA_TANGAN), then=Value("sk")),
            When(Exists(pertek), then=Value("sk")),
            default=Value("dpcp"),
            output_field=CharField(),
        )
    )


def _lewat(hari_ini, bulan):
    """Q: the next stage has passed its deadline. The date stands first: the state costs a look at the usulan."""
    syarat = Q(pk__in=[])
    for keadaan, batas in jadwal.batas_terlambat(hari_ini, bulan).items():
        syarat |= Q(tmt_pensiun__lt=batas) & Q(keadaan=keadaan)
    return syarat


def terlambat(orang, hari_ini, bulan, *, ya=True):
    """Those of ``daftar`` whose next stage has passed its deadline; with ``ya`` False the others."""
    syarat = _lewat(hari_ini, bulan)
    return orang.filter(syarat if ya else ~syarat)


def hitung(orang, hari_ini, bulan):
    """({state: how many}, how many are late); one query, which asks the state of each once."""
    jumlah, lewat = Counter(), 0
    for keadaan, tmt, n in orang.order_by().values_list("keadaan", "tmt_pensiun").annotate(n=Count("pk")):
        jumlah[keadaan] += n
        lewat += n if jadwal.kedudukan(keadaan, tmt, hari_ini, bulan).terlambat else 0
    return jumlah, lewat


# ── the nightly job ──────────────────────────────────────────────────────────────────────────────────


def layanan_bup():
    """The layanan ``pensiun-bup``, or None where it is not installed."""
    try:
        return katalog.ambil(SLUG)
    except KeyError:
        return None


def siapkan(hari_ini, *, pada=None, maks=None):
    """Makes missing drafts and sends the reminders of the month; (drafts made, [(name, why not)], notices sent).

    ``maks``: at most so many drafts, the nearest TMT first. Each draft is a transaction of its own.
    """
    acuan, pada = acuan_kini(), pada or timezone.now()
    bulan = jadwal.jadwal(acuan, hari_ini)
    buat, gagal = 0, []
    layanan = layanan_bup()
    if layanan is None:
        log.info("Layanan %s belum terpasang; draf tidak dibuat.", SLUG)
    elif acuan.setelan("pensiun_draf_otomatis", hari_ini) and "dpcp" in bulan:
        buat, gagal = _buat_draf(layanan, _tanpa_usulan(hari_ini, bulan["dpcp"]), acuan, hari_ini, pada, maks)
    return buat, gagal, ingatkan(hari_ini, bulan, pada)


def _tanpa_usulan(hari_ini, bulan):
    """Pegawai due for their DPCP who have no living usulan of a pension, and never had one of this TMT."""
    ada = Usulan.objects.filter(pegawai_id=OuterRef("pk"), layanan__startswith="pensiun-")
    orang = Pegawai.objects.filter(
        kini__aktif=True, kini__status__in=STATUS, kini__tmt_pensiun__gt=hari_ini,
        kini__tmt_pensiun__lte=tambah_bulan(hari_ini, bulan),
    )  # fmt: skip
    orang = orang.exclude(Exists(ada.filter(Q(status__in=HIDUP) | Q(layanan=SLUG, tmt=OuterRef("kini__tmt_pensiun")))))
    return orang.select_related("kini").order_by("kini__tmt_pensiun", "nip")


def _buat_draf(layanan, orang, acuan, hari_ini, pada, maks):
    unit = acuan.unit_kode.get(SUBBID)
    # The portal itself acts: no account, the rights of the subbid that owns the layanan.
    hak = Hak(0, hari_ini, peran=frozenset({"staf_bkd"}), sebutan="Portal",
              unit_staf=frozenset({unit.id} if unit else ()), unit_operator=frozenset(acuan.unit))  # fmt: skip
    oleh, buat, gagal = Pelaku(None, hak, "", pada), 0, []
    for pegawai in orang[:maks] if maks else orang.iterator(chunk_size=500):
        try:
            alur.buat_draf(layanan, pegawai, oleh=oleh)
            buat += 1
        except DitolakAlur as galat:
            gagal.append((pegawai.kini.nama, str(galat)))
    return buat, gagal


# ── reminders ────────────────────────────────────────────────────────────────────────────────────────

KALIMAT = {
    "daftar": "Batas usia pensiun Anda tercapai {kelak}. Periksa data, keluarga, dan dokumen Anda dari sekarang.",
    "dpcp": "Data perorangan calon penerima pensiun (DPCP) diisi sekarang; TMT pensiun Anda {tmt}.",
    "mpp": "Masa persiapan pensiun dapat dimohon sejak sekarang; TMT pensiun Anda {tmt}.",
    "pertek": "Usul pensiun Anda dikirim ke BKN bulan ini; TMT pensiun {tmt}.",
    "sk": "SK pensiun Anda ditetapkan bulan ini; TMT pensiun {tmt}.",
    "pelepasan": "SK pensiun diserahkan dan pelepasan purna tugas berlangsung bulan ini; TMT pensiun {tmt}.",
}


def ingatkan(hari_ini, bulan, pada):
    """Tells each person, and the operator and head of his OPD by number; how many accounts were told. Idempotent."""
    banyak = 0
    for tahap, tmt in jadwal.diingatkan(hari_ini, bulan):
        orang = ProfilKini.objects.filter(aktif=True, status__in=STATUS, tmt_pensiun=tmt)
        per_opd = defaultdict(list)
        for pegawai_id, opd_id in orang.values_list("pegawai_id", "opd_id"):
            per_opd[opd_id].append(pegawai_id)
        if not per_opd:
            continue
        ids = [i for daftar_id in per_opd.values() for i in daftar_id]
        akun = list(Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True))
        tulis = tulis_tanggal(tmt)
        jejak.beri_tahu(
            akun, kunci=f"pensiun:{tahap}:{tmt:%Y-%m}", judul=f"Pensiun: {jadwal.TAHAP[tahap]}"[:160],
            isi=KALIMAT[tahap].format(tmt=tulis, kelak=f"dengan TMT {tulis}"), url=reverse("pensiun:perkiraan_saya"),
            pada=pada, peristiwa=PERISTIWA,
        )  # fmt: skip
        banyak += len(akun) + _ingatkan_opd(tahap, tmt, per_opd, hari_ini, pada)
    return banyak


def _ingatkan_opd(tahap, tmt, per_opd, hari_ini, pada):
    """One notice for each operator and head of an OPD: how many of its people are at this stage."""
    teks = {}
    for pengguna, opd in _pengelola(per_opd, hari_ini):
        n = len(per_opd[opd]) + int(teks.get(pengguna, ("0 ", ""))[0].split()[0])
        teks[pengguna] = (f"{n} pegawai TMT pensiun {tulis_tanggal(tmt)}", jadwal.TAHAP[tahap] + ".")
    if teks:
        url = f"{reverse('pensiun:nominatif_list')}?bulan={tmt:%Y-%m}"
        penerima = kabar.orang(teks)
        kabar.tulis(penerima, ambil(PERISTIWA), teks, kunci=f"pensiun-opd:{tahap}:{tmt:%Y-%m}", url=url, pada=pada)
    return len(teks)


def _pengelola(per_opd, hari_ini):
    """(account id, OPD id) of the operators and heads of these OPD, each pair once."""
    opd = [i for i in per_opd if i]
    pasangan = set(
        Penugasan.objects.filter(peran="operator_opd", unit_id__in=opd, sejak__lte=hari_ini)
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=hari_ini)).values_list("pengguna_id", "unit_id")
    )  # fmt: skip
    kepala = ProfilKini.objects.filter(aktif=True, jabatan__kepala_unit=True, jabatan__unit_id__in=opd)
    pasangan |= set(
        kepala.filter(pegawai__pengguna__is_active=True).values_list("pegawai__pengguna", F("jabatan__unit_id"))
    )
    return sorted(p for p in pasangan if p[0])
