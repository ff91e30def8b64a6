"""Pejabat demo: satu kepala OPD yang kosong dengan Plt., satu yang berhalangan dengan Plh., dan ketidakhadiran lain.

Who is Plt. or Plh. stands in the file that is imported (sheet RW JABATAN, JENIS PENUGASAN), as an office would send
it: ``susun`` shapes the invented people before they are written. Absences come through ``layanan.halangan``.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kepegawaian import akses
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Jabatan, Pengguna, ProfilKini
from layanan import alih, halangan
from layanan.models import LangkahUsulan
from tata_kelola.demo.panggung import Sutradara

KANTOR_TTE = ("DISDIK", "BKPSDM")
TETAP = (*KANTOR_TTE, "DINKES", "SETDA")  # offices of the printed accounts keep their heads
LAMA_PLT, LAMA_PLH = 75, 2  # days since when; a Plt. has signed already, a Plh. has just begun


@dataclass(frozen=True)
class Pengganti:
    """A stand-in of the play: the OPD he leads for now, and his NIP."""

    opd: str
    nip: str


def susun(orang, hari_ini, dunia):
    """(people, Plt or None, Plh or None): the head of one OPD is left out of the file, his Plt is written into it.

    The two OPD are the greatest whose heads are no printed accounts, so that somebody there is due for something.
    """
    opd = {kode: unit.opd or kode for kode, unit in dunia.unit.items()}
    kepala = {opd[o.unit]: o for o in orang if o.aktif and o.jabatan == f"KEPALA-{opd[o.unit]}"}
    besar = [kode for kode, _ in Counter(opd[o.unit] for o in orang if o.aktif).most_common()]
    pejabat = [o for o in orang if o.aktif and o.jabatan.startswith("KEPALA-") and o.unit in opd]
    pejabat = [o for o in pejabat if dunia.jabatan[o.jabatan].eselon and opd[o.unit] not in TETAP]
    hasil = {}
    for jenis, mulai, lama in (("PLT", LAMA_PLT, 180), ("PLH", LAMA_PLH, 12)):
        tmt = hari_ini - timedelta(days=mulai)
        for kode in besar:
            if kode not in kepala or kode in TETAP or kode in {p.opd for p in hasil.values()}:
                continue
            kantor = kepala[kode]
            if wakil := _wakil(pejabat, kantor, opd, dunia, tmt, {p.nip for p in hasil.values()}):
                wakil.riwayat["jabatan"].append(_tugas(jenis, kantor, tmt, lama))
                hasil[jenis] = Pengganti(kode, wakil.nip)
                break
    if "PLT" in hasil:
        orang = [o for o in orang if o is not kepala[hasil["PLT"].opd]]
    return orang, hasil.get("PLT"), hasil.get("PLH")


def jadikan_pendatang(orang, dunia, kecuali, banyak=8):
    """Makes the last few pelaksana of III/b or III/c PNS of another instansi, who stand in the file but are not aktif here."""
    calon = [
        o for o in orang
        if o.aktif and o.status == "PNS" and not o.skenario and not o.kesalahan and o.nip not in kecuali
        and o.kini("pangkat").get("golongan") in ("III/b", "III/c") and dunia.jabatan[o.jabatan].jenis == "pelaksana"
    ]  # fmt: skip
    for o in calon[-banyak:]:
        o.unit, o.riwayat["unit"] = "", []
        o.riwayat["jabatan"] = [j | {"unit": ""} for j in o.riwayat["jabatan"]]
        o.riwayat["kedudukan"][0]["kedudukan"] = "52"


def _wakil(pejabat, kepala, opd, dunia, tmt, kecuali):
    """Who stands in: the highest of the same OPD, else any head, without another such duty; None when nobody can."""
    calon = [
        o for o in pejabat
        if o is not kepala and o.nip not in kecuali
        and all(b["penugasan"] == "D" and b["tmt"] < tmt for b in o.riwayat["jabatan"])
    ]  # fmt: skip
    return min(
        calon,
        key=lambda o: (opd[o.unit] != opd[kepala.unit], dunia.jabatan[o.jabatan].eselon, o.nip),
        default=None,
    )


def _tugas(jenis, kepala, tmt, lama):
    """The row of a Plt or Plh in the sheet RW JABATAN."""
    surat = tmt - timedelta(days=1)
    return {
        "penugasan": jenis, "jabatan": kepala.jabatan, "unit": kepala.unit, "tmt": tmt,
        "sampai": tmt + timedelta(days=lama), "nomor_sk": f"821.2/{surat:%m%d}/413.204/{surat.year}",
        "tanggal_sk": surat, "pejabat": "Bupati Lamongan",
    }  # fmt: skip


def ketidakhadiran(layanan, hari_ini, tokoh, plh):
    """Three absences: one OPD has a Plh., one has none so that what waits there has gone up, one comes next week."""
    staf = Pengguna.objects.filter(pegawai__kini__unit__kode="SUB12", is_active=True).order_by("pk").first()
    oleh = Sutradara(layanan, hari_ini).pelaku(staf, timezone.now())
    kepala = Jabatan.objects.filter(kepala_unit=True, unit__jenis="opd", berlaku_sampai__isnull=True)
    kepala = kepala.exclude(kode__in=(KODE_SEKDA, *(f"KEPALA-{k}" for k in TETAP)))
    definitif = {
        jabatan: daftar[0].pegawai_id
        for jabatan, daftar in akses.pemangku(hari_ini, kepala.values_list("pk", flat=True)).items()
        if len(daftar) == 1 and daftar[0].sifat == "D"
    }
    if plh:
        _absen(_kepala(plh.opd, hari_ini), hari_ini - timedelta(days=LAMA_PLH), 9, "cuti", "Cuti tahunan", oleh)
    bebas = ProfilKini.objects.filter(pk__in=definitif.values()).exclude(nip__in=tokoh).values_list("pk", flat=True)
    bebas = set(bebas)
    menunggu = set(LangkahUsulan.objects.filter(keadaan="menunggu").values_list("jabatan_id", flat=True))
    urut = sorted(definitif, key=lambda j: (j not in menunggu, j))
    kepala_bebas = [definitif[j] for j in urut if definitif[j] in bebas]  # none in a very small regency
    for pegawai in kepala_bebas[:1]:
        _absen(pegawai, hari_ini - timedelta(days=7), 14, "sakit", "Rawat inap", oleh)
    for pegawai in kepala_bebas[1:][-1:]:
        _absen(pegawai, hari_ini + timedelta(days=7), 2, "dinas_luar", "Rapat di Surabaya", oleh)
    alih.alihkan_semua(timezone.now())


def _kepala(opd, hari_ini):
    jabatan = Jabatan.objects.get(kode=f"KEPALA-{opd}")
    return akses.pemangku(hari_ini, [jabatan.pk])[jabatan.pk][0].pegawai_id


def _absen(pegawai_id, sejak, hari, sebab, keterangan, oleh):
    halangan.catat(
        pegawai_id, sejak=sejak, sampai=sejak + timedelta(days=hari), sebab=sebab, keterangan=keterangan, oleh=oleh
    )
