"""Templat naskah pada halaman setelan: keadaan tiap layanan, bedanya kata demi kata, dan nama yang dapat dipakai."""

import difflib
import re
from dataclasses import dataclass

from layanan import katalog, lembar, pratinjau, templat as bahasa, templat_kantor
from layanan.galat import DitolakAlur
from layanan.konteks import konteks_usulan
from layanan.models import VersiTemplat

KATA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\n|[^\S\n]+|[^\s{]+|\{")


@dataclass(frozen=True, slots=True)
class KeadaanTemplat:
    """What has wording of its own, with its versions: in force today, set for later, konsep, and the past."""

    layanan: katalog.Layanan | lembar.LembarKolektif | lembar.KataSurat
    kini: VersiTemplat | None
    nanti: tuple[VersiTemplat, ...]
    konsep: VersiTemplat | None
    lalu: tuple[VersiTemplat, ...]


def keadaan(layanan, versi, hari_ini):
    """KeadaanTemplat of the versions of one layanan, newest first."""
    hidup = [v for v in versi if v.status == "berlaku"]
    kini = next(
        (
            v
            for v in hidup
            if v.berlaku_sejak <= hari_ini and (v.berlaku_sampai is None or v.berlaku_sampai >= hari_ini)
        ),
        None,
    )
    nanti = tuple(v for v in hidup if v.berlaku_sejak > hari_ini)
    konsep = next((v for v in versi if v.status == "konsep"), None)
    lalu = tuple(v for v in versi if v not in (kini, konsep, *nanti))
    return KeadaanTemplat(layanan, kini, nanti, konsep, lalu)


def semua(hari_ini):
    """[KeadaanTemplat] of every layanan and collective decree; one query."""
    versi = list(VersiTemplat.objects.order_by("-versi"))
    return [keadaan(la, [v for v in versi if v.layanan == la.slug], hari_ini) for la in lembar.semua()]


def sebut_akun(pengguna):
    """Name of the person behind an account, "" for none."""
    if pengguna is None:
        return ""
    kini = getattr(pengguna.pegawai, "kini", None)
    return kini.nama_lengkap if kini else pengguna.nama or pengguna.nama_pengguna


def beda(lama, baru):
    """[(jenis, text)] word by word: sama, hapus, tambah; lines are kept, a name in {{ }} is one word."""
    a, b = KATA.findall(lama), KATA.findall(baru)
    hasil, hapus, tambah = [], "", ""
    for apa, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        kiri, kanan = "".join(a[i1:i2]), "".join(b[j1:j2])
        # A mere space between two changes belongs to both, else every word is struck out one by one.
        if apa != "equal" or (kiri == " " and (hapus or tambah)):
            hapus, tambah = hapus + kiri, tambah + kanan
            continue
        hasil += [("hapus", hapus), ("tambah", tambah), ("sama", kiri)]
        hapus = tambah = ""
    return [(jenis, teks) for jenis, teks in (*hasil, ("hapus", hapus), ("tambah", tambah)) if teks]


def banding(layanan, lama, baru):
    """Parts of a version beside another wording: [{bagian, beda, berubah}]."""
    return [
        {
            "bagian": b,
            "beda": beda(lama.get(b.kode, ""), baru.get(b.kode, "")),
            "berubah": lama.get(b.kode, "").split() != baru.get(b.kode, "").split(),
        }
        for b in layanan.naskah.bagian
    ]


def usulan_contoh(layanan, hak, banyak=8):
    """Running usulan of the layanan the reader may open and is not about himself, newest first."""
    daftar = templat_kantor.usulan_bernaskah(layanan.slug).terlihat_oleh(hak)
    daftar = daftar.filter(status__in=("diproses", "dikembalikan"))
    return list(daftar.exclude(pegawai_id=hak.pegawai_id or 0).select_related("pegawai__kini")[:banyak])


def nama_dengan_nilai(layanan, usulan, hari_ini):
    """([(name, value)], sentence) of every name: values of ``usulan``, or the declared examples without one."""
    nama = bahasa.nama_tersedia(layanan.naskah)
    if usulan is None:
        return list(nama.items()), ""
    try:
        data = pratinjau.data_mentah(layanan, konteks_usulan(usulan, tanggal=hari_ini))
    except DitolakAlur as galat:
        return list(nama.items()), str(galat)
    return [(jalur, bahasa.ambil(data, jalur)) for jalur in nama], ""


def isi_awal(layanan, satu, hari_ini, acuan):
    """Wording the editor opens with: the konsep, else what is in force today."""
    _versi, teks = templat_kantor.teks_berlaku(layanan, hari_ini, acuan)
    return teks | (satu.konsep.bagian if satu.konsep else {})
