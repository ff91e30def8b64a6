"""Fakta tentang orang lain bagi aturan mutasi: jabatan tujuan, pemangkunya, kebutuhannya, dan suami/istri.

Read for one person by ``siapkan()`` of the layanan, and for all rows of a rancangan at once by ``rancangan.py``; the
shape is told in ``mutasi/aturan.py``. Usulan of others are only asked whether they move away.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import (
    Jabatan,
    KebutuhanJabatan,
    NaskahPegawai,
    ProfilKini,
    RiwayatJabatan,
    RiwayatKeluarga,
    UnitKerja,
)
from kepegawaian.standar import Standar
from layanan.models import Usulan

PENEMPATAN = "penempatan"


def unit_tujuan(jabatan, kode_unit):
    """The UnitKerja a post is taken in: the post's own for a structural one, else the one chosen; None when unknown."""
    if jabatan is not None and jabatan.unit_id:
        return jabatan.unit
    return UnitKerja.objects.filter(kode=kode_unit or "").first()


def cari_jabatan(kode):
    """The Jabatan of a kode with its eselon and unit, or None."""
    return Jabatan.objects.select_related("eselon", "unit").filter(kode=kode or "").first()


def uraikan(jabatan, unit, acuan):
    """``tujuan`` of the rules: plain values of a post in a unit."""
    simpul = acuan.unit.get(unit.pk) if unit else None
    opd = acuan.unit.get(simpul.opd_id) if simpul else None
    return {
        "id": jabatan.pk, "kode": jabatan.kode, "nama": jabatan.nama, "jenis": jabatan.jenis,
        "eselon": jabatan.eselon_id or "", "kelompok": jabatan.eselon.kelompok if jabatan.eselon else "",
        "jenjang": jabatan.jenjang, "kelas": jabatan.kelas, "kepala_unit": jabatan.kepala_unit,
        "unit_id": unit.pk if unit else None, "unit": unit.nama if unit else "", "unit_kode": unit.kode if unit else "",
        "opd": opd.nama if opd else "", "opd_kode": opd.kode if opd else "",
    }  # fmt: skip


def peta(jabatan, unit, tanggal):
    """(people the peta jabatan asks for in this post of this unit, has the unit a peta at all) on a date; one query.

    A structural post is one where nothing is set; else None when it is not set.
    """
    baris = KebutuhanJabatan.objects.filter(unit=unit, berlaku_sejak__lte=tanggal)
    baris = baris.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal)).order_by("berlaku_sejak")
    semua = dict(baris.values_list("jabatan_id", "kebutuhan")) if unit else {}
    return semua.get(jabatan.pk, 1 if jabatan.jenis == "struktural" else None), bool(semua)


def pemangku(jabatan, unit, tanggal, *, selain):
    """(names of the definitive holders who stay, sentences about those who are being moved) on a date.

    Of a post many units have (JF, pelaksana) only the people of that unit count.
    """
    ids = [p.pegawai_id for p in akses.pemangku(tanggal, [jabatan.pk]).get(jabatan.pk, ()) if p.sifat == "D"]
    orang = ProfilKini.objects.filter(pk__in=ids).exclude(pk=selain or 0)
    if not jabatan.unit_id:
        orang = orang.filter(unit=unit)
    orang = list(orang.order_by("nama"))
    pergi = _pergi([o.pk for o in orang], jabatan.kode, unit)
    tetap = [o.nama_lengkap for o in orang if o.pk not in pergi]
    return tetap, [f"{o.nama_lengkap} diusulkan pindah ({pergi[o.pk]})" for o in orang if o.pk in pergi]


def _pergi(ids, kode, unit):
    """{pegawai: nomor usulan} of those who have a running placement into another post or unit."""
    berjalan = Usulan.objects.filter(layanan=PENEMPATAN, pegawai_id__in=ids, status__in=Usulan.BERJALAN)
    return {
        u.pegawai_id: u.nomor
        for u in berjalan
        if u.isian.get("jabatan_tujuan") not in ("", None)
        and (u.isian["jabatan_tujuan"] != kode or u.isian.get("unit_tujuan") not in ("", unit.kode if unit else ""))
    }


def tanggal_sk(pegawai_id):
    """Day on which the placement decree that waits for its pelantikan was signed, or None."""
    np = NaskahPegawai.objects.select_related("naskah").filter(
        pegawai_id=pegawai_id, tmt__isnull=True, naskah__tahap="ditandatangani", naskah__status="berlaku",
        data__layanan=PENEMPATAN,
    ).order_by("-pk").first()  # fmt: skip
    return timezone.localdate(np.naskah.ditandatangani_pada) if np else None


# ── husband and wife ─────────────────────────────────────────────────────────────────────────────────


def pasangan(profil, tujuan, acuan):
    """[{nama, hubungan}] of the ASN he is married to by either one's family record, as they would stand after the move.

    hubungan None: not in the portal, or no longer active. One query.
    """
    nip = {t.nip: t.nama for t in profil.tanggungan if t.hubungan == "pasangan" and t.nip}
    sebaliknya = RiwayatKeluarga.objects.filter(
        nip=profil.nip or "-", hubungan="pasangan", keadaan="hidup", dibatalkan_pada__isnull=True
    )
    semua = ProfilKini.objects.select_related("jabatan").filter(
        Q(nip__in=nip) | Q(pk__in=sebaliknya.values("pegawai_id"))
    )
    orang = {k.nip: k for k in semua}
    hasil = []
    for satu, nama in (nip | {n: n for n in orang if n not in nip}).items():
        kini = orang.get(satu)
        kini = kini if kini is not None and kini.aktif else None
        letak = kini and letak_jabatan(kini.unit_id, kini.jabatan)
        hubungan = hubungan_langsung(letak, (tujuan["unit_id"], tujuan["kepala_unit"]), acuan) if kini else None
        hasil.append({"nama": kini.nama_lengkap if kini else nama, "hubungan": hubungan})
    return hasil


def letak_jabatan(unit_id, jabatan):
    """(unit, is its head) of somebody."""
    if jabatan is not None and jabatan.kepala_unit:
        return jabatan.unit_id, True
    return unit_id, False


def hubungan_langsung(pasangan_, orang, acuan):
    """What the first would be to the second: ``atasan``, ``bawahan`` or "". Each is (unit id, heads it)."""
    if _atasan(pasangan_, orang, acuan):
        return "atasan"
    return "bawahan" if _atasan(orang, pasangan_, acuan) else ""


def _atasan(a, b, acuan):
    """Is a the direct superior of b: head of b's unit, or of the unit above the one b heads?"""
    if not a[1] or a[0] is None or b[0] is None:
        return False
    if not b[1]:
        return a[0] == b[0]
    unit = acuan.unit.get(b[0])
    return unit is not None and unit.induk_id == a[0]


# ── all together ─────────────────────────────────────────────────────────────────────────────────────


def susun(profil, isian):
    """``Konteks.lain`` of a placement into isian.jabatan_tujuan and isian.unit_tujuan on the date of the profile."""
    acuan = acuan_kini()
    lain = {"tujuan": None, "keluarga_tercatat": bool(profil.tanggungan)}
    jabatan = cari_jabatan(isian.get("jabatan_tujuan"))
    if jabatan is None:
        return lain
    unit = unit_tujuan(jabatan, isian.get("unit_tujuan"))
    tujuan = uraikan(jabatan, unit, acuan)
    tetap, pindah = pemangku(jabatan, unit, profil.per, selain=profil.pegawai_id)
    orang = pasangan(profil, tujuan, acuan)
    standar = Standar(profil.per, [jabatan.pk])
    butuh, berpeta = peta(jabatan, unit, profil.per)
    return lain | {
        "tujuan": tujuan, "kebutuhan": butuh if unit else None, "pemangku": tetap,
        "peta_ada": berpeta, "standar": standar.bagi(jabatan),
        "nama_kompetensi": standar.nama,
        "pindah": pindah, "pasangan": orang, "keluarga_tercatat": bool(profil.tanggungan or orang),
    }  # fmt: skip


def susun_plt(profil, isian):
    """``Konteks.lain`` of an order for isian.jabatan: the office, its definitive holders, its other Plt, his own orders."""
    jabatan = cari_jabatan(isian.get("jabatan"))
    if jabatan is None:
        return {"tujuan": None}
    ids = akses.pemangku(profil.per, [jabatan.pk]).get(jabatan.pk, ())
    nama = {o.pk: o.nama_lengkap for o in ProfilKini.objects.filter(pk__in=[p.pegawai_id for p in ids])}
    lalu = RiwayatJabatan.objects.filter(
        pegawai_id=profil.pegawai_id, jabatan=jabatan, penugasan=isian.get("sifat") or "PLT", sampai__lt=profil.per,
        sampai__gte=tambah_bulan(profil.per, -12), dibatalkan_pada__isnull=True,
    )  # fmt: skip
    return {
        "tujuan": uraikan(jabatan, jabatan.unit, acuan_kini()),
        "pemangku": [nama[p.pegawai_id] for p in ids if p.sifat == "D" and p.pegawai_id in nama],
        "plt_lain": [nama[p.pegawai_id] for p in ids if p.sifat == "PLT" and p.pegawai_id in nama],
        "lalu": beruntun(list(lalu.order_by("tmt").values_list("tmt", "sampai")), profil.per),
    }


def beruntun(masa, mulai):
    """Of periods in order those that run without a gap up to the day before ``mulai``."""
    hasil, sebelum = [], mulai - timedelta(days=1)
    for awal, akhir in reversed(masa):
        if akhir != sebelum:
            break
        hasil.insert(0, (awal, akhir))
        sebelum = awal - timedelta(days=1)
    return hasil
