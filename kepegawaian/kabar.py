"""Kabar: pemberitahuan kepada pengguna, dan kiriman ke luar portal yang lahir dalam transaksi yang sama.

``beri_tahu`` writes the bell and, for the channels each person has on, one ``Kiriman``; workers send those after the
commit (``kiriman``). Who does the running act is not told of it: the database knows him (``jejak.sebagai``).
Read ``peristiwa`` first. Called as ``jejak.beri_tahu`` everywhere.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import F, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from kepegawaian import peristiwa as tabel
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import antrekan
from kepegawaian.models.dasar import Pelaku
from kepegawaian.models.jejak import Pemberitahuan
from kepegawaian.models.kabar import Kiriman, PilihanKabar
from kepegawaian.models.penugasan import Pengguna
from kepegawaian.nomor_hp import bakukan

# A gathered notice leaves the portal when nothing has been added to it for so long.
TENGGANG = timedelta(minutes=2)
# What happened longer ago and is recorded only now (demo, a late clerk) rings the bell and goes no further.
USANG = timedelta(hours=24)
SEKALI = 50  # messages a task sends, so that a slow mail server does not hold one worker for an hour


@dataclass(frozen=True, slots=True)
class Orang:
    """A recipient: the account and the addresses it has."""

    pk: int
    surel: str
    nomor: str

    def alamat(self, saluran):
        """Address on that channel, "" when there is none or the office has not installed it."""
        if saluran == tabel.WHATSAPP:
            return self.nomor if settings.WA_WEBHOOK_URL else ""
        return self.surel


def orang(ids, *, kecuali_pelaku=True):
    """[Orang] of the open accounts among ``ids``, without the one who does the running act; one query."""
    daftar = Pengguna.objects.filter(pk__in=set(ids), is_active=True).order_by("pk")
    if kecuali_pelaku:
        daftar = daftar.alias(pelaku=Coalesce(Pelaku(), 0)).exclude(pk=F("pelaku"))
    kolom = ("pk", "email", "pegawai__email_gov", "pegawai__email", "pegawai__nomor_hp", "pegawai_id")
    return [
        Orang(pk, (gov or pribadi) if pegawai else email, bakukan(hp or ""))
        for pk, email, gov, pribadi, hp, pegawai in daftar.values_list(*kolom)
    ]


def beri_tahu(pengguna_ids, *, kunci, judul, isi="", url="", pada, peristiwa="umum", rahasia=False, juga_pelaku=False):
    """Writes one notice for each open account, once per ``kunci``, and queues what leaves the portal.

    ``peristiwa``: its code in ``kepegawaian.peristiwa``. ``rahasia``: outside the portal nothing is told but that there
    is something. ``juga_pelaku``: tell the one who acts, too: his account is at stake, or it is the result of his own order. Three queries, two more per sending.
    """
    sumber = tabel.ambil(peristiwa)
    penerima = orang(pengguna_ids, kecuali_pelaku=not juga_pelaku)
    tulis(penerima, sumber, {o.pk: (judul, isi) for o in penerima}, kunci=kunci, url=url, pada=pada, rahasia=rahasia)


def tulis(penerima, sumber, teks, *, kunci, url, pada, rahasia=False):
    """The notices of one event whose text differs per person. ``teks``: {pengguna_id: (judul, isi)}."""
    Pemberitahuan.objects.bulk_create(
        [
            Pemberitahuan(
                pengguna_id=o.pk, kunci=kunci, judul=teks[o.pk][0][:160], isi=teks[o.pk][1][:400], url=url, pada=pada,
                peristiwa=sumber.kode, rahasia=rahasia,
            )
            for o in penerima
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    _antre(penerima, sumber, kunci, pada)


def kumpulkan(pengguna_ids, *, kunci, judul, isi, url, pada, peristiwa, rahasia=False):
    """Adds one to the gathered notice ``kunci`` of each account: "37 usulan …" instead of 37 notices.

    ``judul``: the words after the number. Written in the act's own transaction, so a worker that dies half-way leaves
    the true number. It leaves the portal when TENGGANG has passed without another one.
    """
    sumber, penerima = tabel.ambil(peristiwa), orang(pengguna_ids)
    ids = [o.pk for o in penerima]
    Pemberitahuan.objects.bulk_create(
        [
            Pemberitahuan(pengguna_id=i, kunci=kunci, pada=pada, peristiwa=peristiwa, rahasia=rahasia, banyak=0)
            for i in ids
        ],
        ignore_conflicts=True,
    )
    jumlah = Cast(F("banyak") + 1, CharField())
    Pemberitahuan.objects.filter(kunci=kunci, pengguna_id__in=ids).update(
        banyak=F("banyak") + 1, judul=Concat(jumlah, Value(f" {judul}"[:150])), isi=isi[:400], url=url, pada=pada,
        dibaca_pada=None,
    )  # fmt: skip
    _antre(penerima, sumber, kunci, pada, tunda=TENGGANG)


def saluran_bagi(penerima, sumber):
    """{pengguna_id: [saluran]} on which each wants this event and can be reached; one query, none without addresses."""
    if not any(o.alamat(s) for o in penerima for s in tabel.SALURAN):
        return {}
    pilihan = {
        (p, s): aktif
        for p, s, aktif in PilihanKabar.objects.filter(
            peristiwa=sumber.kode, pengguna_id__in=[o.pk for o in penerima]
        ).values_list("pengguna_id", "saluran", "aktif")
    }
    acuan, tanggal = acuan_kini(), timezone.localdate()
    hasil = {}
    for o in penerima:
        mau = [
            s
            for s in tabel.SALURAN
            if o.alamat(s) and tabel.dipakai(sumber, s, pilihan.get((o.pk, s)), acuan, tanggal)
        ]
        if mau:
            hasil[o.pk] = mau
    return hasil


def _antre(penerima, sumber, kunci, pada, tunda=None):
    """One Kiriman per person and channel, in this transaction; the task after the commit, at once or by the sweep."""
    from kepegawaian.tasks import kirim_kiriman  # noqa: PLC0415 - tasks import everything that tells somebody

    kini = timezone.now()
    if pada < kini - USANG:
        return
    mau = saluran_bagi(penerima, sumber)
    if not mau:
        return
    kabar = Pemberitahuan.objects.filter(kunci=kunci, pengguna_id__in=mau).values_list("pengguna_id", "pk")
    baris = [(pk, s) for pengguna, pk in kabar for s in mau[pengguna]]
    berikut = kini + tunda if tunda else kini
    Kiriman.objects.bulk_create(
        [Kiriman(pemberitahuan_id=pk, saluran=s, berikut_pada=berikut) for pk, s in baris], ignore_conflicts=True
    )
    milik = Kiriman.objects.filter(pemberitahuan_id__in={pk for pk, _ in baris}, status="menunggu")
    if tunda:
        milik.update(berikut_pada=berikut)
        return
    ids = list(milik.order_by("pk").values_list("pk", flat=True))
    for mulai in range(0, len(ids), SEKALI):
        antrekan(kirim_kiriman, ids[mulai : mulai + SEKALI])
