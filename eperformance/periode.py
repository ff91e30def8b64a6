"""Tahun kinerja: membuka dan mengatur kalendernya, dan membuat draf SKP bagi semua pegawai. Sole writer of PeriodeKinerja.

Law: PP 30/2019; Permen PANRB 6/2022: SKP drafted in December, ditetapkan in January, the year assessed by the end of January
after it. ``minta_draf`` queues, ``kerjakan`` makes the drafts in ranges (each a transaction; run twice nobody has two).
"""

import hashlib
import logging
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from eperformance import siklus
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import Evaluasi, PembukaanSkp, PeriodeKinerja, Skp
from eperformance.penilai import mengelola
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import ProfilKini

log = logging.getLogger(__name__)
POTONG = 500
MEDAN = (
    "tahun", "pendekatan", "periodik", "susun_mulai", "tetap_sampai", "nilai_mulai", "nilai_sampai", "hari_periodik",
    "rekan_boleh", "dasar",
)  # fmt: skip


def bawaan(tahun):
    """The calendar of a year as the law has it."""
    return {
        "tahun": tahun, "pendekatan": "kuantitatif", "periodik": "triwulan", "susun_mulai": date(tahun - 1, 12, 1),
        "tetap_sampai": date(tahun, 1, 31), "nilai_mulai": date(tahun + 1, 1, 1), "nilai_sampai": date(tahun + 1, 1, 31),
        "hari_periodik": 7, "rekan_boleh": True, "dasar": "",
    }  # fmt: skip


def sidik(periode):
    """What a form was opened on: changes with any field."""
    return hashlib.sha256("|".join(str(getattr(periode, n)) for n in MEDAN).encode()).hexdigest()[:16]


def simpan(tahun, data, *, oleh, semula=""):
    """Opens the year of ``data`` (``tahun`` None) or changes that one; returns it. By SUB41 and the heads above.

    Refused: a year that exists; another rhythm once periodic evaluations stand; VersiLama when it is no longer ``semula``.
    """
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakKinerja("Tahun kinerja diatur oleh Subbidang Evaluasi Kinerja.")
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            periode = PeriodeKinerja()
            if tahun is not None:
                periode = PeriodeKinerja.objects.select_for_update().get(tahun=tahun)
                if semula and sidik(periode) != semula:
                    raise VersiLama(periode, "Tahun kinerja ini sudah diubah di tempat lain sejak Anda membukanya.")
                _tolak_irama(periode, data)
            for nama, nilai in data.items():
                setattr(periode, nama, nilai)
            periode.save()
            jejak.catat(
                "periode_kinerja", periode, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, tahun=periode.tahun
            )
    except IntegrityError as galat:
        raise DitolakKinerja(f"Tahun kinerja {data['tahun']} sudah dibuka.") from galat
    return periode


def _tolak_irama(periode, data):
    """The rhythm of evaluation gives its numbers a meaning; it stays once one of them is used."""
    if data["periodik"] == periode.periodik:
        return
    if Evaluasi.objects.filter(skp__periode=periode, jenis="periodik").exists():
        raise DitolakKinerja(
            "Evaluasi periodik tahun ini sudah ada; bulanan atau triwulanan tidak dapat diganti lagi."
        )


# ── drafts for everybody ─────────────────────────────────────────────────────────────────────────────


def minta_draf(periode_id, *, oleh):
    """Queues drafts for everybody in service who has none in the year; returns the PembukaanSkp. Refused while one runs."""
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakKinerja("Draf bagi semua pegawai dibuat oleh Subbidang Evaluasi Kinerja.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        periode = PeriodeKinerja.objects.select_for_update().get(pk=periode_id)
        if periode.pembukaan.filter(status="antre").exists():
            raise DitolakKinerja("Draf bagi semua pegawai sedang dibuat; tunggu sampai selesai.")
        return PembukaanSkp.objects.create(
            periode=periode, diminta_oleh=oleh.pengguna, diminta_pada=oleh.kini, alamat=oleh.alamat or "",
            bergerak_pada=oleh.kini, semua=ProfilKini.objects.filter(aktif=True).count(),
        )  # fmt: skip


def kerjakan(pembukaan_id):
    """Works off a request, range after range, and tells who asked; one that is finished or held elsewhere is left alone."""
    try:
        while _satu_rentang(pembukaan_id):
            pass
    except Exception:
        PembukaanSkp.objects.filter(pk=pembukaan_id, status="antre").update(
            status="gagal", selesai_pada=timezone.now()
        )
        log.exception("Draf SKP bagi semua pegawai berhenti: permintaan %s", pembukaan_id)
        kabari(pembukaan_id)
        raise
    kabari(pembukaan_id)


def _satu_rentang(pembukaan_id):
    """The next ``POTONG`` people in one transaction; False when there is nothing (more) to do."""
    kini = timezone.now()
    with transaction.atomic():
        satu = PembukaanSkp.objects.select_for_update(skip_locked=True, of=("self",)).select_related("diminta_oleh")
        satu = satu.filter(pk=pembukaan_id, status="antre").first()
        if satu is None:
            return False
        with jejak.sebagai(satu.diminta_oleh, satu.alamat):
            periode = PeriodeKinerja.objects.select_for_update().get(pk=satu.periode_id)
            orang = ProfilKini.objects.filter(aktif=True, pegawai_id__gt=satu.sampai_pegawai).order_by("pegawai_id")
            ids = list(orang.values_list("pegawai_id", flat=True)[:POTONG])
            if ids:
                satu.dibuat += len(siklus.buka_banyak(periode, ids, pada=kini))
                satu.diperiksa, satu.sampai_pegawai = satu.diperiksa + len(ids), ids[-1]
            else:
                satu.status, satu.selesai_pada = "selesai", kini
                jejak.catat("skp_buka_banyak", periode, pada=kini, tahun=periode.tahun, jumlah=satu.dibuat)
            satu.bergerak_pada = kini
            satu.save()
    return bool(ids)


def lengkapi(pada):
    """The night: drafts for those who joined since everybody got theirs; returns how many.

    Only of years that run or are being drafted, and for which the Subbidang has had drafts made for everybody.
    """
    hari = timezone.localdate(pada)
    tahun = PeriodeKinerja.objects.filter(
        susun_mulai__lte=hari, tahun__gte=hari.year, pembukaan__status="selesai"
    ).distinct()
    return sum(_lengkapi(pk, pada) for pk in tahun.values_list("pk", flat=True))


def _lengkapi(periode_id, pada):
    with jejak.sebagai(None):
        periode = PeriodeKinerja.objects.select_for_update().get(pk=periode_id)
        punya = Skp.objects.filter(pegawai=OuterRef("pegawai"), periode=periode).exclude(status="batal")
        ids = list(ProfilKini.objects.filter(~Exists(punya), aktif=True).values_list("pegawai_id", flat=True))
        baru = siklus.buka_banyak(periode, ids, pada=pada) if ids else []
        if baru:
            jejak.catat("skp_buka_banyak", periode, pada=pada, tahun=periode.tahun, jumlah=len(baru))
    return len(baru)


def kabari(pembukaan_id):
    """Tells who asked that the drafts are made, or that it stopped; once a request."""
    satu = PembukaanSkp.objects.select_related("periode").filter(pk=pembukaan_id).first()
    if satu is None or satu.status == "antre" or satu.diminta_oleh_id is None:
        return
    berhasil = satu.status == "selesai"
    jejak.beri_tahu(
        [satu.diminta_oleh_id], kunci=f"draf-skp:{satu.pk}:{satu.status}",
        judul=f"Draf SKP {satu.periode.tahun} {'selesai dibuat' if berhasil else 'berhenti dibuat'}",
        isi=f"{satu.dibuat} draf baru dari {satu.diperiksa} pegawai yang diperiksa.",
        url=reverse("eperformance:periode_list"), pada=timezone.now(), peristiwa=siklus.PERISTIWA, juga_pelaku=True,
    )  # fmt: skip


def tertinggal(sejak=timedelta(minutes=10)):
    """Ids of requests that have not moved for so long that their task must have been lost."""
    lama = PembukaanSkp.objects.filter(status="antre", bergerak_pada__lt=timezone.now() - sejak)
    return list(lama.values_list("pk", flat=True))


def hiasi(daftar):
    """Gives each PeriodeKinerja ``orang`` with an SKP, ``ditetapkan`` of them, and ``terakhir`` (PembukaanSkp); three queries."""
    skp = Skp.objects.exclude(status="batal").order_by().values("periode_id")
    skp = skp.annotate(
        orang=Count("pegawai_id", distinct=True), sah=Count("pegawai_id", distinct=True, filter=Q(status__in=Skp.SAH))
    )
    angka = {b["periode_id"]: (b["orang"], b["sah"]) for b in skp}
    terakhir = {}
    for p in PembukaanSkp.objects.order_by("id"):
        terakhir[p.periode_id] = p
    for satu in daftar:
        satu.orang, satu.ditetapkan = angka.get(satu.pk, (0, 0))
        satu.terakhir = terakhir.get(satu.pk)
    return daftar
