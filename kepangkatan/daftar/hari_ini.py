"""Nominatif hari ini: satu halaman dari ProfilKini, menurut unit kerja lalu urutan DUK di dalam unit.

Ten thousand people are counted by unit, never sorted: the units that stand on the page are known from the counts, and
only their people are put in order.
"""

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kepangkatan.aturan.duk import urutan
from kepangkatan.daftar.nominatif import STATUS, urut_unit
from kepegawaian.aturan import usia_tahun
from kepegawaian.models.dasar import Letak
from kepegawaian.penomoran import potong_sekali
from kepegawaian.templatetags.portal import nip, tampil

DIBACA = ("jabatan", "unit", "opd", "pendidikan")
SEKALI, UNIT_SEKALI = 2000, 100  # people, and units, that are read at one time where everybody is read
BELUM = "Unit kerja belum tercatat"


def urut_dalam_unit(acuan, tanggal):
    """Keys of the order inside a unit: those of the DUK that ProfilKini holds, PNS first."""
    letak = urutan(acuan, tanggal).jabatan
    tingkat = Coalesce(
        Letak("eselon_id", {k: i for k, i in letak.items() if "." in k}),
        Letak("jenjang", {k: i for k, i in letak.items() if "." not in k and k != "pelaksana"}),
        Letak("jenis_jabatan", {"pelaksana": letak["pelaksana"]}),
    )
    return (
        Letak("status", {s: i for i, s in enumerate(STATUS)}),
        F("golongan_urutan").desc(nulls_last=True), "tmt_pangkat", tingkat, "tmt_jabatan", "tmt_cpns",
        F("pendidikan__urutan").desc(nulls_last=True), "tanggal_lahir", "nip",
    )  # fmt: skip


def halaman(request, daftar):
    """The asked page (Potongan) of a queryset of ProfilKini, counted to the end; two queries."""
    banyak, unit = _unit(daftar, request.acuan)
    jumlah = sum(banyak.values())

    def ambil(awal, ukuran):
        tampil, lewat = _unit_halaman(unit, banyak, awal, ukuran)
        return list(_orang(daftar, tampil, request)[lewat : lewat + ukuran]) if tampil else [], jumlah

    return potong_sekali(request, ambil)


def semua(request, daftar):
    """Everybody of the queryset in the same order, a few units at a time."""
    banyak, unit = _unit(daftar, request.acuan)
    while unit:
        kini, orang = [], 0
        while unit and orang < SEKALI and len(kini) < UNIT_SEKALI:
            kini.append(unit.pop(0))
            orang += banyak[kini[-1]]
        yield from _orang(daftar, kini, request)


def _unit(daftar, acuan):
    """({unit id: people}, unit ids in the order of the official list); None is the unit of those without one."""
    banyak, letak = dict(daftar.order_by().values_list("unit_id").annotate(n=Count("pk"))), urut_unit(acuan)
    return banyak, sorted(banyak, key=lambda pk: (pk not in letak, letak.get(pk, ()), pk or 0))


def _orang(daftar, unit, request):
    """The people of these units, in the order of ``unit`` and inside it."""
    letak = Letak("unit_id", {pk: i for i, pk in enumerate(unit) if pk is not None})  # who has none comes last
    pilih = Q(unit_id__in=[pk for pk in unit if pk is not None])
    if None in unit:
        pilih |= Q(unit_id=None)
    dalam = urut_dalam_unit(request.acuan, request.hari_ini)
    return daftar.filter(pilih).select_related(*DIBACA).order_by(letak, *dalam)


def _unit_halaman(unit, banyak, awal, ukuran):
    """(units that stand on the page, how many of their people come before it)."""
    tampil, lewat, sampai = [], awal, 0
    for pk in unit:
        mulai, sampai = sampai, sampai + banyak[pk]
        if sampai <= awal:
            lewat = awal - sampai
        elif mulai < awal + ukuran:
            tampil.append(pk)
    return tampil, lewat


# ── rows as HTML ─────────────────────────────────────────────────────────────────────────────────────


def baris_html(orang, hari_ini):
    """The rows of the table, a line over each unit; written here, since a page has some two hundred cells."""
    hasil, kini = [], -1
    for p in orang:
        if p.unit_id != kini:
            kini = p.unit_id
            hasil.append(
                f'<tr class="baris-kelompok"><th scope="rowgroup" colspan="7">{escape(_judul_unit(p))}</th></tr>'
            )
        hasil.append(_baris(p, hari_ini))
    return mark_safe("".join(hasil))  # noqa: S308 - every part is escaped where it is put in


def _judul_unit(p):
    atas = f"{p.opd.nama} · " if p.opd and p.opd_id != p.unit_id else ""
    return atas + (p.unit.nama if p.unit else BELUM)


def _baris(p, hari_ini):
    url = reverse("kepegawaian:pegawai_detail", args=[p.nip])
    sel = (
        ("Golongan", _dua(p.golongan_id, _hari(p.tmt_pangkat))),
        ("Jabatan", _dua(p.jabatan and p.jabatan.nama, f"{p.eselon_id or ''} {_hari(p.tmt_jabatan)}")),
        ("Pendidikan", escape(tampil(p.pendidikan and p.pendidikan.nama))),
        ("L/P", escape(p.jenis_kelamin)),
        ("Usia", usia_tahun(p.tanggal_lahir, hari_ini)),
        ("Status", STATUS.get(p.status, "")),
    )
    kanan = "".join(
        f'<td data-label="{judul}"{" class=angka-kolom" if judul == "Usia" else ""}>{isi}</td>' for judul, isi in sel
    )
    nama = f'<a href="{url}"><b>{escape(p.nama_lengkap)}</b></a>'
    return f'<tr><th scope="row">{nama}<small><span class="text-nowrap">{nip(p.nip)}</span></small></th>{kanan}</tr>'


def _dua(atas, bawah):
    return f"<span>{escape(tampil(atas))}<small>{escape(bawah.strip())}</small></span>"


def _hari(tanggal):
    return f"{tanggal:%d-%m-%Y}" if tanggal else ""
