"""Baca: jawaban mentah menjadi baris yang portal mengerti, lalu disimpan. An unknown field is kept, a bad one named.

The rows go through the reader of the import sheets (``impor.riwayat.baca_baris``): the same dates, codes, references and
sentences. What it does not know is counted in the queue of references, as of a file.
"""

import hashlib
import json
import re
from calendar import monthrange
from datetime import date

from django.db import transaction
from django.utils import timezone

from kepegawaian.impor import riwayat, sel
from kepegawaian.impor.baris import Pembaca
from kepegawaian.impor.lembar import Tabel
from kepegawaian.impor.rencana import Konteks, kosong
from kepegawaian.impor.rujukan import ABAIKAN
from kepegawaian.impor.sel import SelSalah
from kepegawaian.models import Jabatan, JawabanSiasn
from kepegawaian.siasn import banding, peraga, peta

_JENJANG = sorted(((nama.upper(), kode) for kode, nama in Jabatan.JENJANG), key=lambda x: -len(x[0]))


def baku(nama):
    """A name without case, blanks, underscores."""
    return re.sub(r"[^a-z0-9]", "", str(nama).lower())


_UMUM = frozenset(map(baku, peta.UMUM))


def kenal(jenis):
    """Every name of a kind that is read, or known to be of no use."""
    if jenis.kode == "data-utama":
        nama = [n for *_, ns, _ in peta.UTAMA for n in ns] + [n for _, ns, *_ in peta.PROFIL for n in ns]
        nama += peta.ABAI["data-utama"].split()
    else:
        nama = [n for m in jenis.medan for n in m.nama] + peta.ABAI.get(jenis.kode, "").split()
    return _UMUM | frozenset(map(baku, nama))


def isian(mentah):
    """{name in ``baku`` writing: value} of the filled fields; texts that mean empty are left out."""
    return {
        baku(k): v for k, v in mentah.items()
        if v is not None and not (isinstance(v, str) and v.strip().lower() in sel.KOSONG)
    }  # fmt: skip


def ambil(isi, nama):
    """The first filled value among several names."""
    return next((isi[baku(n)] for n in nama if baku(n) in isi), None)


def sidik(isi):
    """Hash of an answer; the order of fields does not matter."""
    return hashlib.sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def baris_jenis(jenis, nip, mentah, rujukan):
    """[{nilai, tampil, galat, asing, id}] of the raw rows of one kind; a row of another NIP is never read as his."""
    hasil = _baris_jenis(jenis, nip, mentah, rujukan)
    for satu, asli in zip(hasil, mentah, strict=True):
        lain = str(isian(asli).get("nipbaru", nip)).strip()
        if lain != nip:
            satu |= {"nilai": {}, "tampil": {}, "galat": ["SIASN menjawab baris ini atas NIP lain"]}
    return hasil


def _baris_jenis(jenis, nip, mentah, rujukan):
    if jenis.kode == "data-utama":
        return [_utama(satu, rujukan) for satu in mentah]
    if jenis.riwayat == "keluarga":
        return [_keluarga(jenis, satu) for satu in mentah]
    judul = ["NIP", *(j for j, _ in jenis.tetap), *(m.judul for m in jenis.medan)]
    tabel = Tabel(f"SIASN {jenis.nama}", jenis.riwayat, judul, {j: [i] for i, j in enumerate(judul)}, None, 0)
    pembaca, konteks, hasil = Pembaca(tabel), Konteks("9999-12-31", rujukan, {}), []
    for nomor, satu in enumerate(mentah, 1):
        isi = _turunkan(jenis.kode, isian(satu))
        sel_sel = [nip, *(v for _, v in jenis.tetap), *(_sel(ambil(isi, m.nama)) for m in jenis.medan)]
        baris = riwayat.baca_baris(tabel, pembaca, rujukan, nomor, sel_sel)
        nilai = {n: v for n, v in baris.nilai.items() if not kosong(v)}
        hasil.append(
            {
                "id": str(satu.get("id") or "")[:64],
                "nilai": nilai,
                "tampil": {n: _tampil(konteks, jenis.riwayat, n, v) for n, v in nilai.items()},
                "galat": [f"{g['kolom']}: {g['sebab']}" if g["kolom"] else g["sebab"] for g in baris.galat],
                "catatan": baris.catatan,
                "asing": _asing(jenis, satu),
            }
        )
    return hasil


def _tampil(konteks, kunci, nama, nilai):
    """A clean value in the words our own rows have for it."""
    if nama == "tmt":
        return nilai
    field = riwayat.medan(kunci)[nama]
    return dict(field.flatchoices).get(nilai, nilai) if field.choices else konteks.tampil(kunci, nama, nilai)


def _sel(nilai):
    """A JSON value as a cell of a sheet."""
    if nilai is None or isinstance(nilai, list | dict):
        return ""
    if isinstance(nilai, bool):
        return "1" if nilai else "0"
    return nilai if isinstance(nilai, str) else str(nilai)


def _asing(jenis, satu):
    """{field: text} of what the table does not know; kept and shown, never used."""
    kenal_ini = kenal(jenis)
    return {
        str(k)[:60]: str(v)[:200] for k, v in satu.items() if baku(k) not in kenal_ini and v not in (None, "", [], {})
    }


def _turunkan(kode, isi):
    """Fields SIASN holds in pieces, or in a form of its own."""
    if (
        kode == "pendidikan"
        and (tahun := str(isi.get("tahunlulus", "")))
        and not re.fullmatch(r"\d{4}", tahun.strip())
    ):
        isi.setdefault("tgllulus", tahun)  # sometimes a full date
        isi["tahunlulus"] = (
            tahun.strip()[-4:] if re.fullmatch(r"\d\d-\d\d-\d{4}", tahun.strip()) else tahun.strip()[:4]
        )
    if kode == "masa-kerja":
        tahun = ambil(isi, ("masaKerjaTahun", "tasaKerjaTahun"))
        isi["bulan"] = str(_angka(tahun) * 12 + _angka(isi.get("masakerjabulan")))
    if kode == "angka-kredit":
        _angka_kredit(isi)
    if kode == "penghargaan" and str(isi.get("hargaid", "")).isdigit():
        isi["hargaid"] = str(int(isi["hargaid"]))
    return isi


def _angka_kredit(isi):
    ya = {k for k in ("iskonversi", "isintegrasi", "isangkakreditpertama") if str(isi.get(k)).lower() in ("true", "1")}
    isi["jenis"] = "integrasi" if "isintegrasi" in ya else "pertama" if "isangkakreditpertama" in ya else "konversi"
    nama = str(isi.get("namajabatan", "")).upper()
    if jenjang := next((kode for kata, kode in _JENJANG if nama.endswith(kata)), ""):
        isi["jenjang"] = jenjang
    for awal, tujuan in (("mulai", "mulai"), ("selesai", "selesai")):
        bulan = _angka(ambil(isi, (f"bulan{awal}penailan", f"bulan{awal}penilaian")))
        tahun = _angka(ambil(isi, (f"tahun{awal}penailan", f"tahun{awal}penilaian")))
        if 1 <= bulan <= 12 and 1900 < tahun < 2101:
            isi[tujuan] = date(tahun, bulan, 1 if awal == "mulai" else monthrange(tahun, bulan)[1]).isoformat()


def _angka(nilai):
    teks = str(nilai or "").strip()
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 0


def _keluarga(jenis, satu):
    isi, nilai, galat = isian(satu), {"hubungan": "pasangan" if jenis.kode == "pasangan" else "anak"}, []
    for attname, nama, baca in (
        ("nama", ("nama",), sel.teks), ("tanggal_lahir", ("tglLahir",), lambda v: sel.tanggal(v)[0]),
        ("jenis_kelamin", ("jenisKelamin",), sel.kelamin), ("nomor_akta", ("noAktaMenikah",), sel.teks),
    ):  # fmt: skip
        try:
            if (v := ambil(isi, nama)) is not None and (v := baca(_sel(v))) is not None:
                nilai[attname] = v
        except SelSalah as salah:
            galat.append(salah.sebab)
    if "nama" not in nilai:
        galat.append("nama kosong")
    return {"id": str(satu.get("id") or "")[:64], "nilai": nilai, "tampil": dict(nilai), "galat": galat, "catatan": [],
            "asing": {}}  # fmt: skip


def _utama(satu, rujukan):
    """Data utama: values by column of Pegawai, and by words what is only compared."""
    isi, nilai, tampil, galat = isian(satu), {}, {}, []
    for kolom, sebutan, nama, daftar in peta.UTAMA:
        v = ambil(isi, nama)
        teks = " ".join(_sel(v).split()) if v is not None else ""
        if kolom == "pns_id" and str(satu.get("nipBaru", "")) == teks:
            teks = ""
        if not teks:
            continue
        if daftar:
            kunci = rujukan.kode(daftar, teks, None)
            if kunci is None or kunci is ABAIKAN:
                galat.append(f"{sebutan}: “{teks[:40]}” belum dikenal")
                continue
            nilai[kolom], tampil[kolom] = kunci, rujukan.tampil(daftar, kunci)
        else:
            nilai[kolom] = tampil[kolom] = teks[:300]
    for sebutan, nama, _atribut, daftar in peta.PROFIL:
        v = ambil(isi, nama)
        teks = " ".join(_sel(v).split()) if v is not None else ""
        if not teks:
            continue
        if daftar:
            kunci = rujukan.kode(daftar, teks, None)
            nilai[sebutan] = teks if kunci is None or kunci is ABAIKAN else kunci
            tampil[sebutan] = rujukan.tampil(daftar, kunci) if kunci not in (None, ABAIKAN) else teks
        else:
            nilai[sebutan] = tampil[sebutan] = _iso(teks)
    return {"id": str(satu.get("id") or "")[:64], "nilai": nilai, "tampil": tampil, "galat": galat, "catatan": [],
            "asing": _asing(peta.TABEL["data-utama"], satu)}  # fmt: skip


def _iso(teks):
    """dd-mm-yyyy as ISO; any other text as it is."""
    try:
        return sel.tanggal(teks)[0] if re.fullmatch(r"\d\d-\d\d-\d{4}", teks) else teks
    except SelSalah:
        return teks


def simpan(pegawai, jenis, jawaban, rujukan, *, sumber="", pada=None):
    """Keeps an answer: a further row when it says something else, else the moment it was confirmed. In one transaction."""
    sumber = sumber or ("contoh" if peraga.kini() is not None else "layanan")
    kini, hash_isi = pada or timezone.now(), sidik(jawaban.isi)
    baris = baris_jenis(jenis, pegawai.nip, jawaban.isi, rujukan)
    with transaction.atomic():
        hitung = banding.jumlah(pegawai, jenis, baris)
        milik = JawabanSiasn.objects.select_for_update().filter(pegawai=pegawai, jenis=jenis.kode, terbaru=True)
        lama = milik.first()
        if lama is not None and lama.sidik == hash_isi and lama.sumber == sumber:
            milik.update(dilihat_pada=kini, baris=baris, **hitung)
            lama.refresh_from_db()
            return lama
        milik.update(terbaru=False)
        return JawabanSiasn.objects.create(
            pegawai=pegawai, jenis=jenis.kode, keadaan="kosong" if jawaban.kosong else "isi", sumber=sumber,
            isi=jawaban.isi, sidik=hash_isi, baris=baris, diambil_pada=kini, dilihat_pada=kini, **hitung,
        )  # fmt: skip
