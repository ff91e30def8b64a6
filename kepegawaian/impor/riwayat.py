"""Riwayat: satu baris lembar riwayat menjadi nilai bersih menurut kolom dan model tujuannya."""

from functools import cache, partial

from django.db import models

from kepegawaian.impor import sel
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.format import NIP
from kepegawaian.impor.lembar import LEMBAR_KUNCI
from kepegawaian.impor.padanan import PREDIKAT_SIASN, RATING_SIASN, STATUS
from kepegawaian.impor.rujukan import baku
from kepegawaian.impor.sel import SelSalah
from kepegawaian.models import JENIS_RIWAYAT
from kepegawaian.models.riwayat import Riwayat

DASAR = frozenset(f.attname for f in Riwayat._meta.local_fields) | {"id"}
_KOLOM_ID = {"unit": "UNOR ID", "jabatan": "JABATAN ID"}
_PENUGASAN = {"DEFINITIF": "D", "PELAKSANA TUGAS (PLT)": "PLT", "PELAKSANA HARIAN (PLH)": "PLH"}


@cache
def medan(kunci):
    """The value fields of a kind of riwayat: attname -> model field, in order of the model."""
    return {f.attname: f for f in JENIS_RIWAYAT[kunci]._meta.concrete_fields if f.attname not in DASAR}


@cache
def judul_medan(kunci):
    """attname -> header of the sheet, for the list of changes."""
    model = JENIS_RIWAYAT[kunci]
    nama = {f.name: f.attname for f in model._meta.concrete_fields}
    lembar = LEMBAR_KUNCI.get(kunci)
    return {nama[k.medan]: k.judul for k in (lembar.kolom if lembar else ()) if k.medan in nama}


@cache
def rujukan_medan(kunci):
    """attname -> list of references, for foreign keys."""
    hasil = {nama[:-3]: nama for nama in medan(kunci) if nama.endswith("_id")}
    lembar = LEMBAR_KUNCI.get(kunci)
    jenis = {k.medan: k.jenis[4:] for k in (lembar.kolom if lembar else ()) if k.jenis.startswith("ref:")}
    return {attname: jenis.get(nama, nama) for nama, attname in hasil.items() if nama != "siasn"}


def _pilihan(peta, isi):
    isi = sel.teks(isi)
    if isi is None:
        return None
    if (kunci := peta.get(baku(isi))) is None:
        daftar = ", ".join(dict.fromkeys(str(k) for k in peta.values()))
        raise SelSalah(f"“{isi[:40]}” tidak dikenal", f"Isi salah satu dari: {daftar}.")
    return kunci


def peta_pilihan(field):
    """Every writing of the choices of a field -> the stored word."""
    peta = {}
    for kunci, label in field.choices:
        peta |= {baku(kunci): kunci, baku(label): kunci, baku(kunci.replace("_", " ")): kunci}
    if field.model.__name__ == "RiwayatStatus":
        peta |= STATUS
    if field.name == "penugasan":
        peta |= _PENUGASAN
    if field.name == "predikat":
        peta |= PREDIKAT_SIASN
    return peta


def _pembaca(kolom, field):
    """(method of Pembaca, arguments) that reads a column into its field."""
    if kolom.jenis == "tanggal":
        return "tanggal", (sel.tanggal,)
    if kolom.jenis == "bulat":
        maks = 2147483647 if isinstance(field, (models.PositiveIntegerField, models.BigIntegerField)) else 32767
        if field.name == "mkg_bulan":
            maks = 11
        return "ingat", (sel.bulat, maks)
    if kolom.jenis == "desimal":
        return "ingat", (sel.desimal, field.max_digits, field.decimal_places)
    if kolom.jenis == "ya_tidak":
        return "ingat", (sel.ya_tidak,)
    if kolom.medan == "nip":
        return "ambil", (sel.nip,)
    if kolom.medan == "jenis_kelamin":
        return "ingat", (sel.kelamin,)
    if field.choices:
        return "ingat", (partial(_pilihan, peta_pilihan(field)),)
    return "teks", (sel.teks, field.max_length)


@cache
def _rencana_baca(kunci):
    """[(header, attname, kind of reference or None, method, arguments, required)] of a sheet."""
    model = JENIS_RIWAYAT[kunci]
    field = {f.name: f for f in model._meta.concrete_fields}
    hasil = []
    for k in LEMBAR_KUNCI[kunci].kolom:
        # The first column says whose row it is; a field of that name (NIP of a relative) has a column of its own.
        if k == NIP or k.medan not in field:
            continue
        if k.jenis.startswith("ref:"):
            hasil.append((k.judul, field[k.medan].attname, k.jenis[4:], "teks", (sel.teks,), k.wajib))
        else:
            cara, bekal = _pembaca(k, field[k.medan])
            hasil.append((k.judul, field[k.medan].attname, None, cara, bekal, k.wajib))
    # The date first: references are looked up as of it; the post last: its unit tells doubles apart.
    return sorted(hasil, key=lambda r: (r[1] != "tmt", r[1] == "jabatan_id"))


def baca_baris(tabel, pembaca, rujukan, nomor, sel_sel):
    """The Baris of one row of a riwayat sheet."""
    baris = Baris(tabel.nama, nomor, tabel.jenis)
    pembaca.mulai(baris, sel_sel)
    baris.nip = pembaca.ambil("NIP", sel.nip) or ""
    if baris.nip and not (len(baris.nip) == 18 and baris.nip.isdigit()):
        panjang = sum(ch.isdigit() for ch in baris.nip)
        baris.tolak("NIP", f"NIP harus 18 angka; yang diterima {panjang} angka.", "Tulis NIP 18 angka sebagai teks.")
    elif not baris.nip and not baris.galat:
        baris.tolak("NIP", "NIP kosong", "Isi NIP 18 angka sebagai teks.")
    nilai = baris.nilai
    for judul, attname, jenis, cara, bekal, wajib in _rencana_baca(tabel.jenis):
        banyak = len(baris.galat)
        isi = None if pembaca.mentah(judul) is None else getattr(pembaca, cara)(judul, *bekal)
        if isi is None and jenis in _KOLOM_ID:
            isi = pembaca.ambil(_KOLOM_ID[jenis], sel.teks)
        if isi is not None and jenis:
            isi = _rujuk(pembaca, rujukan, tabel.jenis, judul, jenis, isi, nilai, wajib)
        if isi is not None:
            nilai[attname] = isi
        elif wajib and len(baris.galat) == banyak and not baris.lewati:
            baris.tolak(judul, f"{judul} kosong", f"Isi {judul}.")
    _lengkapi(baris)
    return baris


def _rujuk(pembaca, rujukan, kunci, judul, jenis, isi, nilai, wajib):
    per = nilai.get("tmt") or "9999-12-31"
    if jenis == "unit":
        id_, nama = pembaca.ambil(_KOLOM_ID[jenis], sel.teks), pembaca.ambil(judul, sel.teks)
        return pembaca.rujuk(judul, isi, rujukan.cari_unit(id_, nama, None, per, boleh_lama=True), wajib=wajib)
    if jenis == "jabatan":
        id_, jenis_id = pembaca.ambil(_KOLOM_ID[jenis], sel.teks), pembaca.ambil("JENIS JABATAN ID", sel.teks)
        nama, unit = pembaca.ambil(judul, sel.teks), nilai.get("unit_id")
        return pembaca.rujuk(judul, isi, rujukan.cari_jabatan(id_, nama, jenis_id, unit, None, per), wajib=wajib)
    if jenis == "golongan" and not isi.isdigit() and sel.golongan(isi) is None:
        pembaca.baris.tolak(judul, f"“{isi[:40]}” bukan golongan", "Tulis seperti III/b, atau IX untuk PPPK.")
        return None
    return pembaca.rujuk(judul, isi, rujukan.kode(jenis, isi, None), wajib=wajib)


def _lengkapi(baris):
    """What the sheet leaves to be understood, and what one row alone can contradict."""
    nilai, kunci = baris.nilai, baris.jenis
    if kunci == "kinerja" and "tahun" in nilai:
        if not 1970 <= nilai["tahun"] <= 2100:
            baris.tolak("TAHUN", f"tahun {nilai['tahun']} di luar jangkauan", "Tulis tahun dengan empat angka.")
        nilai.setdefault("tmt", f"{nilai['tahun']}-12-31")
        for rating in ("hasil_kerja", "perilaku"):
            if rating in nilai:
                nilai[rating] = RATING_SIASN.get(baku(nilai[rating]), nilai[rating])
    if kunci == "pendidikan" and "tmt" in nilai:
        nilai.setdefault("tahun_lulus", int(nilai["tmt"][:4]))
    if kunci == "jabatan":
        nilai.setdefault("penugasan", "D")
        if nilai["penugasan"] == "D" and nilai.pop("sampai", None):
            baris.catatan.append(
                "SAMPAI pada jabatan definitif tidak dicatat: jabatan berakhir oleh baris berikutnya."
            )
    if nilai.get("nip") == baris.nip:
        del nilai["nip"]
        baris.catatan.append("NIP ANGGOTA sama dengan NIP pegawainya sendiri; tidak dicatat.")
    elif nilai.get("nip") and not (len(nilai["nip"]) == 18 and nilai["nip"].isdigit()):
        baris.tolak("NIP ANGGOTA", "NIP harus 18 angka", "Tulis NIP 18 angka sebagai teks, atau kosongkan.")
    if nilai.get("sampai") and nilai.get("tmt") and nilai["sampai"] < nilai["tmt"]:
        baris.tolak("SAMPAI", "tanggal akhir mendahului tanggal mulai", "Perbaiki salah satu tanggalnya.")
