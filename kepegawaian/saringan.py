"""Saringan tersimpan: menyimpan isi saringan sebuah daftar dengan nama sendiri, dipakai lagi sekali tekan.

The page of a list seals its own path for its reader (``cap``); saving takes sealed paths only, so that what is kept
leads nowhere but to a list of this portal that he could open. Rights are asked by that page again, at every visit.
The saved ones come with the badges of the menu, in the one query every page asks anyway.
"""

import json

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F
from django.http import QueryDict

from kepegawaian.hak import LENCANA_SEKALIGUS
from kepegawaian.hitung import Larik
from kepegawaian.models import Pengguna, SaringanTersimpan

TERBANYAK = SaringanTersimpan.TERBANYAK
# What is no filter: the page one stands on, how many rows, what only speaks to this one answer.
BUKAN_SARINGAN = ("halaman", "baris", "csrfmiddlewaretoken", "hitung")
_segel = Signer(salt="saringan-tersimpan")


class SaringanDitolak(Exception):
    """Why a filter cannot be kept, in a sentence for its owner."""


def _larik(hak):
    daftar = SaringanTersimpan.objects.filter(pengguna_id=hak.pengguna_id).order_by("nama", "id")
    isi = {"kunci": F("pk"), "sebut": F("nama"), "jalur": F("alamat"), "tanya": F("kueri")}
    return Larik(daftar.values(**isi)[:TERBANYAK])


LENCANA_SEKALIGUS["saringan"] = _larik


def tersimpan(hak):
    """[{kunci, sebut, jalur, tanya}] of an account, by name; no query of its own."""
    isi = hak.lencana["saringan"]
    return json.loads(isi) if isinstance(isi, str) else isi or []


def cap(pengguna_id, alamat):
    """The path of a list as its page hands it out to this person."""
    return _segel.sign_object({"milik": pengguna_id, "alamat": alamat})


def bersihkan(teks):
    """A query string with nothing but filters: no page, no size, nothing empty."""
    isi = QueryDict(teks[:4000].lstrip("?"), mutable=True)
    for nama in list(isi):
        nilai = [n for n in isi.getlist(nama) if n]
        if nama in BUKAN_SARINGAN or not nilai:
            del isi[nama]
        else:
            isi.setlist(nama, nilai)
    return isi.urlencode()


def _alamat(pengguna_id, cap_alamat):
    try:
        isi = _segel.unsign_object(cap_alamat)
    except BadSignature:
        isi = {}
    if isi.get("milik") != pengguna_id:
        raise SaringanDitolak(
            "Saringan hanya dapat disimpan dari daftarnya sendiri; buka daftarnya, lalu simpan lagi."
        )
    return isi["alamat"]


def _nama(nama):
    nama = " ".join(nama.split())
    if not nama:
        raise SaringanDitolak("Beri nama saringannya lebih dulu, mis. “Guru Babat III/d”.")
    if len(nama) > 60:
        raise SaringanDitolak("Nama saringan paling panjang 60 huruf.")
    return nama


def simpan(pengguna, cap_alamat, kueri, nama):
    """Keeps a filter; the same name on the same list is replaced. Returns the SaringanTersimpan."""
    alamat, nama, kueri = _alamat(pengguna.pk, cap_alamat), _nama(nama), bersihkan(kueri)
    if not kueri:
        raise SaringanDitolak("Daftar ini sedang tidak disaring. Pilih saringannya dulu, lalu simpan.")
    if len(kueri) > 1000 or len(alamat) > 200:
        raise SaringanDitolak("Saringan ini terlalu panjang untuk disimpan; kurangi pilihannya.")
    with transaction.atomic():
        Pengguna.objects.select_for_update().get(pk=pengguna.pk)  # two tabs at once count one after the other
        milik = SaringanTersimpan.objects.filter(pengguna=pengguna)
        if satu := milik.filter(alamat=alamat, nama=nama).first():
            satu.kueri = kueri
            satu.save(update_fields=["kueri"])
            return satu
        if milik.count() >= TERBANYAK:
            raise SaringanDitolak(f"Sudah ada {TERBANYAK} saringan tersimpan; hapus dulu satu yang tidak dipakai.")
        return SaringanTersimpan.objects.create(pengguna=pengguna, nama=nama, alamat=alamat, kueri=kueri)


def ganti_nama(saringan, nama):
    """Another name for a saved filter; two of one list never bear the same."""
    nama = _nama(nama)
    with transaction.atomic():
        Pengguna.objects.select_for_update().get(pk=saringan.pengguna_id)
        kembar = SaringanTersimpan.objects.filter(pengguna_id=saringan.pengguna_id, alamat=saringan.alamat, nama=nama)
        if kembar.exclude(pk=saringan.pk).exists():
            raise SaringanDitolak(f"Nama “{nama}” sudah dipakai saringan lain pada daftar yang sama.")
        SaringanTersimpan.objects.filter(pk=saringan.pk).update(nama=nama)
