"""Gaji dan tunjangan yang berhenti atau dibayarkan kembali sebulan, di samping gaji pokok yang berubah (``perubahan.py``).

Three causes, each with its basis: decisions on the salary after ten days of absence (PP 94/2021 Ps. 15 ayat (2), T-02;
confidential), cuti besar (allowance of the post, PP 11/2017 Ps. 316-318), and CLTN (all pay, PP 11/2017 Ps. 334-337). A
fact belongs to the month it takes effect in, or to the month it became known when that is later, as a change of gaji
pokok does. The law gives days, no shares of a month: the days are shown, the pay office settles the month.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import DateField, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast

from kepegawaian import kehadiran
from kepegawaian.aturan import bulan_antara, tambah_bulan, tulis_tanggal
from kepegawaian.hak import KEDUDUKAN_CLTN, memegang
from kepegawaian.hitung import awal_hari
from kepegawaian.models import PutusanGaji, RiwayatCuti, RiwayatKedudukan
from layanan import katalog

PUTUSAN, CUTI = "HENTI", "CUTI"
SEBAB = {PUTUSAN: "Gaji dihentikan atau dibayarkan (ketidakhadiran)", CUTI: "Cuti besar dan CLTN"}
DASAR_CB, DASAR_CLTN = "PP 11/2017 Pasal 316-318; PerBKN 24/2017", "PP 11/2017 Pasal 334-337; PerBKN 24/2017"
SEHARI = timedelta(days=1)
BERDIRI = {"dibatalkan_pada__isnull": True, "pegawai__kini__isnull": False}


class Hentian(NamedTuple):
    """A row of the list: ``apa`` in words, from ``tmt`` to ``sampai`` (None: until further notice).

    ``dasar``: the law or decision it rests on; ``keterangan``: what the pay office needs besides; ``nomor``,
    ``tanggal``: of the decree; ``rapel``: whole months that are paid afterwards.
    """

    pegawai: Any
    apa: str
    tmt: date
    sampai: date | None
    dasar: str
    keterangan: str = ""
    nomor: str = ""
    tanggal: date | None = None
    rapel: int = 0
    henti: bool = True


def boleh_putusan(hak, acuan):
    """May he read decisions on the salary: who handles discipline, and who handles pay (owner of the KGB); nobody else."""
    return hak.penangan_disiplin or memegang(hak, acuan, [katalog.ambil("kgb").pemilik])


def sebab_bagi(hak, acuan):
    """[(kode, nama)] of the causes this reader may filter by."""
    return [(k, n) for k, n in SEBAB.items() if k != PUTUSAN or boleh_putusan(hak, acuan)]


def _waktu(bulan, kolom="tmt", geser=timedelta()):
    """Q of rows that concern the month: in force in it and known by its end, or in force before and known only in it.

    ``geser``: days between ``kolom`` and the day it takes effect (pay resumes the day after the last day of a leave).
    """
    awal, akhir = awal_hari(bulan), awal_hari(tambah_bulan(bulan, 1))
    dari, sampai = bulan - geser, tambah_bulan(bulan, 1) - geser
    kini = Q(**{f"{kolom}__gte": dari, f"{kolom}__lt": sampai}, dicatat_pada__lt=akhir)
    return kini | Q(**{f"{kolom}__lt": dari}, dicatat_pada__gte=awal, dicatat_pada__lt=akhir)


def _putusan(bulan, lingkup, kecuali):
    return kehadiran.putusan_gaji(bulan).filter(lingkup, pegawai__kini__isnull=False).exclude(pegawai_id=kecuali or 0)


def _cuti_mulai(bulan, lingkup):
    """First days of cuti besar and CLTN; not the same leave written again (cut short), nor a CLTN that only goes on."""
    semua = RiwayatCuti.objects.filter(lingkup, _waktu(bulan), jenis__in=("CB", "CLTN"), **BERDIRI)
    sama = RiwayatCuti.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tmt=OuterRef("tmt"), jenis=OuterRef("jenis"), dicatat_pada__lt=awal_hari(bulan)
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    lanjut = RiwayatCuti.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), jenis="CLTN", dibatalkan_pada__isnull=True,
        sampai=Cast(OuterRef("tmt") - Value(SEHARI), DateField()),
    )  # fmt: skip
    return semua.filter(~Exists(sama.filter(tmt__lt=bulan))).exclude(Q(jenis="CLTN") & Exists(lanjut))


def _cuti_usai(bulan, lingkup):
    """Cuti besar whose last day is over: the allowance is paid again from the day after."""
    return RiwayatCuti.objects.filter(lingkup, _waktu(bulan, "sampai", SEHARI), jenis="CB", **BERDIRI)


def _aktif_kembali(bulan, lingkup):
    """Kedudukan that ends a CLTN: pay begins again with the pengaktifan, not with the last day of the leave."""
    sebelum = RiwayatKedudukan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tmt__lt=OuterRef("tmt"), dibatalkan_pada__isnull=True
    ).order_by("-tmt").values("kedudukan_id")[:1]  # fmt: skip
    return (
        RiwayatKedudukan.objects.filter(lingkup, _waktu(bulan), kedudukan__aktif=True, **BERDIRI)
        .exclude(kedudukan_id__in=KEDUDUKAN_CLTN)
        .annotate(dulu=Subquery(sebelum)).filter(dulu__in=KEDUDUKAN_CLTN)
    )  # fmt: skip


def sumber(bulan, hak, acuan):
    """{kind: (cause, queryset with the column ``berlaku``)} of the month for this reader."""
    lingkup, tmt = hak.lingkup("pegawai__kini__"), F("tmt")
    esok = Cast(F("sampai") + Value(SEHARI), DateField())
    hasil = {
        "mulai": (CUTI, _cuti_mulai(bulan, lingkup), tmt),
        "usai": (CUTI, _cuti_usai(bulan, lingkup), esok),
        "aktif": (CUTI, _aktif_kembali(bulan, lingkup), tmt),
    }
    if boleh_putusan(hak, acuan):
        hasil["putusan"] = (PUTUSAN, _putusan(bulan, lingkup, hak.pegawai_id), tmt)
    return hasil


# ── one row ──────────────────────────────────────────────────────────────────────────────────────────


def baris(jenis, satu, bulan):
    """The Hentian of a row of the source ``jenis``, in the month that begins on ``bulan``."""
    return {"mulai": _baris_mulai, "usai": _baris_usai, "aktif": _baris_aktif, "putusan": _baris_putusan}[jenis](
        satu, bulan
    )


def _baris_mulai(c, bulan):
    sk = {"nomor": c.nomor_sk, "tanggal": c.tanggal_sk}
    if c.jenis == "CB":
        apa = "Tunjangan jabatan dihentikan: cuti besar"
        return Hentian(c.pegawai, apa, c.tmt, c.sampai, DASAR_CB, "Gaji pokok, tunjangan keluarga, dan tunjangan pangan tetap.",
                       **sk)  # fmt: skip
    return Hentian(c.pegawai, "Gaji dihentikan: cuti di luar tanggungan negara", c.tmt, None, DASAR_CLTN,
                   f"Cuti sampai {tulis_tanggal(c.sampai)}; dibayarkan lagi sejak pengaktifan kembali.", **sk)  # fmt: skip


def _baris_usai(c, bulan):
    tmt = c.sampai + SEHARI
    return Hentian(
        c.pegawai, "Tunjangan jabatan dibayarkan kembali: cuti besar selesai", tmt, None, DASAR_CB,
        f"Cuti besar {tulis_tanggal(c.tmt)} sampai {tulis_tanggal(c.sampai)}.", c.nomor_sk, c.tanggal_sk,
        max(0, bulan_antara(tmt.replace(day=1), bulan)), henti=False,
    )  # fmt: skip


def _baris_aktif(k, bulan):
    return Hentian(
        k.pegawai, "Gaji dibayarkan kembali: aktif sesudah CLTN", k.tmt, None, DASAR_CLTN, "", k.nomor_sk, k.tanggal_sk,
        max(0, bulan_antara(k.tmt.replace(day=1), bulan)), henti=False,
    )  # fmt: skip


def _baris_putusan(p, bulan):
    hari = f"{p.hari} hari kerja terus-menerus, {tulis_tanggal(p.absen_dari)} sampai {tulis_tanggal(p.absen_sampai)}"
    apa = p.get_jenis_display()
    if p.jenis == "henti":
        return Hentian(p.pegawai, apa, p.tmt, None, p.dasar, f"{hari}; sampai diputus dibayarkan.")
    if p.jenis == "bayar":
        rapel = max(0, bulan_antara(p.tmt, bulan))
        return Hentian(
            p.pegawai, apa, p.tmt, None, p.dasar, f"Atas penghentian karena {hari}.", rapel=rapel, henti=False
        )
    banyak = bulan_antara(p.tmt, p.sampai) + 1
    return Hentian(p.pegawai, apa, p.tmt, p.sampai, p.dasar, f"{banyak} bulan disetor ke kas daerah; {hari}.")


def muat(jenis, kunci):
    """{pk: row} of the source ``jenis``, with its people; one query."""
    model = {"putusan": PutusanGaji, "aktif": RiwayatKedudukan}.get(jenis, RiwayatCuti)
    return model.objects.select_related("pegawai__kini").in_bulk(kunci)
