"""Klien SIASN: membaca satu jenis data satu pegawai, dan menyimpan satu baris. No database here.

The status of HTTP alone is never trusted: an answer counts as *empty* only when SIASN says so in its envelope, anything
unreadable is a failure. A read is tried again, a write never: ``kirim`` reads back first.
"""

import json
import time
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.conf import settings

from kepegawaian.siasn import jalur, peraga, sakelar, token
from kepegawaian.siasn.galat import DitolakSiasn, Terganggu, TidakPasti, TokenHabis

JEDA = (0.5, 2)  # seconds before the second and third try of a read
TUNGGU_429 = 60
TIDAK_ADA = ("tidak ditemukan", "not found", "tidak ada data", "data kosong")
DITUTUP = "SIASN menolak akses (HTTP 403): periksa hak akun SSO dan alamat IP peladen yang terdaftar di BKN."


class Jawaban(NamedTuple):
    """``kosong``: SIASN said that it has nothing; else ``isi``, a list of raw rows."""

    kosong: bool
    isi: list


def baca(jalan, nip, **kueri):
    """Reads ``GET {jalan}/{nip}``; raises Terganggu, TokenHabis, DitolakSiasn or SiasnMati."""
    for i, jeda in enumerate((0, *JEDA)):
        time.sleep(jeda * settings.SIASN["jeda"])
        try:
            return _baca(jalan, nip, kueri)
        except Terganggu as galat:
            if i == len(JEDA) or galat.tunggu:
                raise
    raise AssertionError


def _baca(jalan, nip, kueri):
    tujuan = f"{jalan}/{quote(nip, safe='')}" if nip else jalan
    if kueri:
        tujuan += f"?{urlencode(kueri)}"
    status, data = _panggil("GET", tujuan, nama=jalan)
    if isinstance(data, dict) and "data" in data:
        isi, kode = data["data"], str(data.get("code", "1"))
        if isinstance(isi, str):
            return _kosong_atau_galat(status, isi)
        if status == 200 and kode == "1":
            isi = [isi] if isinstance(isi, dict) and isi else isi or []
            if isinstance(isi, list) and all(isinstance(b, dict) for b in isi):
                return Jawaban(not isi, isi)
        if status == 404 and not isi:
            return Jawaban(True, [])
    elif isinstance(data, dict) and (kata := _pesan(data)):
        return _kosong_atau_galat(status, kata)
    _gagal(f"SIASN menjawab HTTP {status} dalam bentuk yang tidak dikenal.")
    return None


def _kosong_atau_galat(status, kata):
    """``data`` (or ``message``) is a text: "nothing found", or a refusal."""
    if any(t in kata.lower() for t in TIDAK_ADA):
        return Jawaban(True, [])
    if status < 500:
        raise DitolakSiasn(f"SIASN: {kata[:250]}")
    return _gagal(f"SIASN: {kata[:200]} (HTTP {status}).")


def simpan(jalan, muatan):
    """``POST {jalan}``; returns the id SIASN gives in ``mapData`` ("" when none).

    Raises DitolakSiasn with BKN's own words; TidakPasti when nobody can say whether it was written.
    """
    badan = json.dumps(muatan, ensure_ascii=False).encode()
    status, data = _panggil("POST", jalan, badan, nama=jalan, tulis=True)
    if isinstance(data, dict):
        sukses = data.get("success", data.get("code"))
        if status < 300 and str(sukses).lower() in ("true", "1"):
            peta = data.get("mapData") or data.get("data")
            return next((str(v) for k, v in peta.items() if k.lower().endswith("id") and v), "") if isinstance(peta, dict) else ""  # fmt: skip
        if status < 500 and (kata := _pesan(data)):
            raise DitolakSiasn(kata[:300])
    sakelar.gagal(kalimat := f"Jawaban SIASN atas kiriman tidak terbaca (HTTP {status}).")
    raise TidakPasti(kalimat)


def _pesan(data):
    for kunci in ("message", "error_description", "data", "error"):
        if isinstance(data.get(kunci), str) and data[kunci].strip():
            return " ".join(data[kunci].split())
    return ""


def _gagal(kalimat, tunggu=None):
    sakelar.gagal(kalimat)
    raise Terganggu(kalimat, tunggu)


def _panggil(metode, jalan, badan=None, *, nama, tulis=False):
    """(status, parsed JSON or None); a refused token is renewed once."""
    if (contoh := peraga.kini()) is not None:
        return _periksa(*contoh.jawab(metode, jalan, badan), tulis=tulis)
    sakelar.periksa()
    for ulang in (True, False):
        try:
            kepala = token.kepala() | {"Accept": "application/json"}
            if badan is not None:
                kepala["Content-Type"] = "application/json"
            sakelar.antre()
            url = settings.SIASN["url"].rstrip("/") + jalan
            status, isi, lain = jalur.panggil(metode, url, badan, kepala, nama=nama, tulis=tulis)
        except (Terganggu, TidakPasti) as galat:
            sakelar.gagal(str(galat))
            raise
        if status != 401:
            break
        token.buang("apim")
        if settings.SIASN["sandi"] or not ulang:
            token.buang("sso")
    return _periksa(status, isi, lain, tulis=tulis)


def _periksa(status, isi, kepala, *, tulis):
    if status == 401:
        raise TokenHabis(token.HABIS)
    if status == 403:
        raise TokenHabis(DITUTUP)
    if status == 429:
        tunggu = kepala.get("Retry-After", "")
        _gagal("SIASN meminta portal memperlambat panggilan.", int(tunggu) if tunggu.isdigit() else TUNGGU_429)
    try:
        data = json.loads(isi)
    except ValueError:
        data = None
    if data is None and not tulis:
        _gagal(f"SIASN menjawab HTTP {status} yang bukan data (isi kosong, terpotong, atau halaman gangguan).")
    if data is not None and (status < 500):
        sakelar.berhasil()
    return status, data
