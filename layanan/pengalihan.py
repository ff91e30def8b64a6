"""Pengalihan: ke jabatan mana sebuah langkah pergi hari ini bila jabatan tujuannya kosong atau pejabatnya berhalangan.

A vacant office is held by its Plt/Plh, else by the office above it (desain.md §5). An official absent for the
working days of the setting ``eskalasi_hari_kerja`` without a Plh counts as vacant. A strategic decision is
never taken by a Plt/Plh (UU 30/2014 Pasal 14 ayat (7); PLT-05), so for it only a definitive holder counts.
"""

from collections import defaultdict
from datetime import timedelta

from kepegawaian import akses
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Halangan, Jabatan
from layanan import katalog

MEMUTUS = (katalog.TETAPKAN, katalog.TANDA_TANGAN)
BUPATI = {"kantor_luar": "BUPATI", "nama": "Bupati"}


def memutus(slug, aksi):
    """True when the step of that layanan takes a strategic decision; of a layanan no longer declared, False."""
    try:
        return katalog.ambil(slug).strategis and aksi in MEMUTUS
    except KeyError:
        return False


def alamat_kini(alamat, *, pegawai_id, tanggal, acuan, memutus):
    """(address, reason): the office itself with "", or the one that stands in for it today and why.

    ``alamat`` as ``rute.alamat`` resolves it; duties, persons and outside offices are returned as they are.
    ``memutus``: the step takes a strategic decision. Nobody decides on himself: an office held by
    ``pegawai_id`` alone is passed over.
    """
    if "jabatan" not in alamat:
        return alamat, ""
    tangga = _tangga(alamat["jabatan"], acuan)
    pemangku = akses.pemangku(tanggal, [j.pk for j in tangga])
    halangan = _halangan([p.pegawai_id for daftar in pemangku.values() for p in daftar], tanggal, acuan)
    sebab = ""
    for jabatan in tangga:
        halang = _mengapa_tidak(jabatan, pemangku.get(jabatan.pk, ()), halangan, pegawai_id, memutus)
        if not halang:
            if jabatan.pk == alamat["jabatan"]:
                return alamat, ""
            return {"jabatan": jabatan.pk, "unit_jabatan": jabatan.unit_id, "nama": jabatan.nama}, sebab
        sebab = sebab or halang
    return BUPATI, sebab


def kosong(jabatan_ids, *, tanggal, acuan):
    """(ids of the offices in which nobody can act on ``tanggal``, {(pegawai, jabatan)} of all who hold one); three queries."""
    pemangku = akses.pemangku(tanggal, jabatan_ids)
    orang = {(p.pegawai_id, jabatan) for jabatan, daftar in pemangku.items() for p in daftar}
    halangan = _halangan([pegawai for pegawai, _ in orang], tanggal, acuan)
    diisi = {jabatan for pegawai, jabatan in orang if pegawai not in halangan}
    return set(jabatan_ids) - diisi, orang


def pelaksana(jabatan_id, *, tanggal, pegawai_id=None, memutus=False):
    """The Pemangku who acts in the office on ``tanggal`` and whose name it prints, or None when nobody holds it.

    The definitive holder; while he is recorded absent, be it for one day, the Plh/Plt; ``memutus`` and
    ``pegawai_id`` as in ``alamat_kini``. Where all are absent, the first: the step has not gone up yet.
    """
    calon = [
        p
        for p in akses.pemangku(tanggal, [jabatan_id]).get(jabatan_id, ())
        if p.pegawai_id != pegawai_id and (p.sifat == "D" or not memutus)
    ]
    if len(calon) < 2:
        return calon[0] if calon else None
    absen = set(_absen([p.pegawai_id for p in calon], tanggal).values_list("pegawai_id", flat=True))
    return next((p for p in calon if p.pegawai_id not in absen), calon[0])


def _tangga(jabatan_id, acuan):
    """The office and the heads above it, nearest first, up to the Sekda."""
    awal = Jabatan.objects.get(pk=jabatan_id)
    unit = acuan.unit.get(awal.unit_id)
    jalur = list(reversed(unit.jalur)) if unit else []
    if not awal.kepala_unit and unit:
        jalur.insert(0, unit.id)
    atas = Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True, unit_id__in=jalur)
    menurut_unit = {j.unit_id: j for j in atas}
    sekda = Jabatan.objects.filter(kode=KODE_SEKDA).first()
    tangga = [awal]
    for satu in (*(menurut_unit.get(u) for u in jalur), sekda):
        if satu is not None and satu.pk not in {j.pk for j in tangga}:
            tangga.append(satu)
    return tangga


def _mengapa_tidak(jabatan, pemangku, halangan, pegawai_id, memutus):
    """Why nobody can act in this office today, or ""."""
    lain = [p for p in pemangku if p.pegawai_id != pegawai_id]
    if not lain:
        return f"{jabatan.nama} {'adalah pemohon sendiri' if pemangku else 'kosong dan tidak ada Plt./Plh.'}"
    hadir = [p for p in lain if p.pegawai_id not in halangan]
    if not hadir:
        sejak = min(halangan[p.pegawai_id] for p in lain)
        return f"{jabatan.nama} berhalangan sejak {tulis_tanggal(sejak)} dan tidak ada Plh."
    if memutus and all(p.sifat != "D" for p in hadir):
        return f"{jabatan.nama} hanya dijabat Plt./Plh.; keputusan strategis naik (UU 30/2014 Pasal 14)."
    return ""


def _halangan(pegawai_ids, tanggal, acuan):
    """{pegawai: since when} of those absent today for at least the working days of the setting, without a break."""
    batas = acuan.setelan("eskalasi_hari_kerja", tanggal)
    kini = _absen(pegawai_ids, tanggal).values("pegawai_id")
    baris = Halangan.objects.filter(pegawai_id__in=kini, sejak__lte=tanggal, dibatalkan_pada__isnull=True)
    masa = defaultdict(list)
    for pegawai, sejak, sampai in baris.order_by("-sampai", "-sejak").values_list("pegawai_id", "sejak", "sampai"):
        masa[pegawai].append((sejak, sampai))
    lama = {pegawai: _mulai(daftar, tanggal, acuan) for pegawai, daftar in masa.items()}
    return {
        pegawai: sejak
        for pegawai, sejak in lama.items()
        if acuan.hari_kerja(sejak) + acuan.selisih_hari_kerja(sejak, tanggal) >= batas
    }


def _absen(pegawai_ids, tanggal):
    """The recorded absences of these people that cover ``tanggal``."""
    return Halangan.objects.filter(
        pegawai_id__in=pegawai_ids, sejak__lte=tanggal, sampai__gte=tanggal, dibatalkan_pada__isnull=True
    )


def _mulai(masa, tanggal, acuan):
    """First day of the unbroken absence that covers ``tanggal``; ``masa``: (sejak, sampai), the last to end first.

    Leave that is followed by illness is one absence: only a working day in between breaks it.
    """
    mulai = tanggal
    for sejak, sampai in masa:
        sela = (sampai + timedelta(days=i) for i in range(1, (mulai - sampai).days))
        if any(acuan.hari_kerja(hari) for hari in sela):
            break
        mulai = min(mulai, sejak)
    return mulai
