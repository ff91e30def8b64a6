"""SIASN demo: jawaban rekaan bagi beberapa orang selagi sambungan mati, lewat pengambilan, perbandingan, dan antrean yang sama.

A stand-in (``kepegawaian.siasn.peraga``) answers in the place of BKN: it knows what the portal knows, but for what is changed
here on purpose. What is kept of it is marked ``contoh``; no name, number or value is of a real person.
"""

import contextlib
import datetime as dt
import json

from django.utils import timezone

from kepegawaian.impor.padanan import PREDIKAT_SIASN, RATING_SIASN
from kepegawaian.jejak import sebagai
from kepegawaian.models import (
    BatchImpor,
    JawabanSiasn,
    KirimSiasn,
    Pengguna,
    ProfilKini,
    RiwayatDiklat,
    RiwayatKinerja,
    RiwayatPangkat,
)
from kepegawaian.siasn import ambil, kirim, pembatalan, peraga, peta, terima

ALAMAT = "127.0.0.1"
JENIS = ("data-utama", "golongan", "kursus", "skp", "penghargaan")
BIMTEK = {
    "id": "rk-contoh", "jenisDiklatId": "8", "namaKursus": "Bimbingan Teknis Arsip Dinamis", "noSertipikat": "B-17/CONTOH/2024",
    "institusiPenyelenggara": "Penyelenggara contoh", "jumlahJam": "20", "tanggalKursus": "04-03-2024",
    "tanggalSelesaiKursus": "06-03-2024",
}  # fmt: skip
TOLAK = "Data kursus dengan nomor sertifikat tersebut sudah ada pada riwayat diklat (contoh jawaban BKN)."
PREDIKAT, RATING = ({v: k for k, v in p.items() if k.isdigit()} for p in (PREDIKAT_SIASN, RATING_SIASN))
# What becomes of each of our rows that is asked to be sent.
KIRIMAN = ("terkirim", "ditolak", "berubah", "batal", "mati", "terlambat", "menunggu")


class PekerjaMati(BaseException):
    """A worker that is killed while it sends: nobody handles this, as nobody handles that."""


class LayananContoh:
    """What stands in for SIASN. ``isi``: {(path, NIP): rows}; ``ulah``: status and JSON of the next call of a method."""

    def __init__(self):
        self.isi, self.ulah = {}, {}

    def jawab(self, metode, jalan, badan):
        """(status, bytes, headers) of one call."""
        if (ulah := self.ulah.pop(metode, None)) is not None:
            if isinstance(ulah, type):
                raise ulah
            return ulah[0], json.dumps(ulah[1]).encode(), ulah[2]
        if metode == "POST":
            return (
                200,
                json.dumps({"success": True, "message": "ok", "mapData": {"rwKursusId": "rk-terkirim"}}).encode(),
                {},
            )
        pokok, nip = jalan.rsplit("/", 1)
        baris = self.isi.get((pokok, nip))
        if not baris:
            return 404, json.dumps({"code": 0, "data": "Data tidak ditemukan"}).encode(), {}
        return 200, json.dumps({"code": "1", "data": baris[0] if pokok.endswith("data-utama") else baris}).encode(), {}


def isi_siasn(tokoh=()):
    """Plays all of it, ``tokoh`` (NIP) left out; nothing where nobody of the office may take values over, nothing twice."""
    akun = Pengguna.objects.filter(
        pegawai__kini__unit__kode="SUB13", pegawai__kini__aktif=True, is_active=True
    ).order_by("pk")
    oleh = akun.filter(nama_pengguna__in=tokoh).first() or akun.first()  # one of the printed list may undo it
    if oleh is None or JawabanSiasn.objects.exists():
        return
    baris, lain = _kursus(tokoh, oleh), LayananContoh()
    utama = _orang_utama(tokoh, {b.pegawai_id for b in baris}, oleh)
    with peraga.pakai(lain):
        if utama is not None:
            _bandingkan(lain, utama, oleh)
            _terima(utama, oleh)
        for apa, satu in zip(KIRIMAN, baris, strict=False):
            _kirim(lain, apa, satu, oleh)
        for satu in baris[len(KIRIMAN) : len(KIRIMAN) + 1]:
            _tertunda(lain, satu.pegawai, oleh)


def _calon(tokoh, oleh):
    """People nobody of the printed list is: no usulan waits for them, and SIASN knows them."""
    calon = ProfilKini.objects.filter(aktif=True, pegawai__pns_id__isnull=False, pegawai__usulan__isnull=True)
    return calon.exclude(nip__in=tokoh).exclude(pk=oleh.pegawai_id).order_by("-nip")


def _kursus(tokoh, oleh):
    """One training each of as many people as are sent for, one more for the run that waits."""
    semua = RiwayatDiklat.objects.filter(
        pegawai__in=_calon(tokoh, oleh).order_by().values("pk"), dibatalkan_pada=None, jp__isnull=False
    ).exclude(jenis_id="1")
    return list(
        semua.select_related("pegawai").order_by("pegawai_id", "-pk").distinct("pegawai_id")[: len(KIRIMAN) + 1]
    )


def _orang_utama(tokoh, terpakai, oleh):
    """Somebody with three decrees of pangkat and a result of last year or the one before, else nobody."""
    pangkat = RiwayatPangkat.objects.filter(dibatalkan_pada=None).order_by()
    for kini in _calon(tokoh, oleh).exclude(pk__in=terpakai).filter(status="PNS").select_related("pegawai")[:60]:
        if pangkat.filter(pegawai=kini.pegawai_id).count() >= 3 and _skp(kini.pegawai):
            return kini.pegawai
    return None


# ── comparing ────────────────────────────────────────────────────────────────────────────────────────


def _bandingkan(lain, pegawai, oleh):
    """Fetches every kind of difference about one person: the same, another, SIASN's alone, ours alone, unreadable, empty."""
    nip = pegawai.nip
    pangkat = _golongan(pegawai)
    pangkat[-1] |= {"skNomor": "823/17/CONTOH", "isianBaruSiasn": "contoh"}
    ganjil = {
        "id": "rg-contoh",
        "golonganId": pangkat[0]["golonganId"],
        "tmtGolongan": "31-02-2020",
        "skNomor": "823/18/CONTOH",
    }
    lain.isi |= {
        ("/pns/data-utama", nip): [_utama(pegawai)], ("/pns/rw-golongan", nip): [*pangkat[1:], ganjil],
        ("/pns/rw-kursus", nip): [BIMTEK], ("/pns/rw-skp22", nip): _skp(pegawai),
    }  # fmt: skip
    _ambil(pegawai, JENIS, oleh)


def _utama(pegawai):
    return {
        "id": pegawai.pns_id, "nipBaru": pegawai.nip, "nama": pegawai.kini.nama, "email": pegawai.email,
        "alamat": "Jl. Contoh Nomor 17, Lamongan", "noHp": "0812-0000-1717", "golRuangAkhirId": pegawai.kini.golongan.siasn_id,
    }  # fmt: skip


def _golongan(pegawai):
    """Our rows as SIASN would say them, the oldest first."""
    daftar = RiwayatPangkat.objects.filter(pegawai=pegawai, dibatalkan_pada=None).select_related("golongan")
    return [
        {"id": f"rg-{b.pk}", "golonganId": b.golongan.siasn_id, "tmtGolongan": f"{b.tmt:%d-%m-%Y}", "skNomor": b.nomor_sk}
        for b in daftar.order_by("tmt")
    ]  # fmt: skip


def _skp(pegawai):
    """Our results since 2022, in the figures of SIASN."""
    daftar = RiwayatKinerja.objects.filter(pegawai=pegawai, dibatalkan_pada=None, tahun__gte=2022).order_by("tahun")
    return [
        {
            "id": f"rs-{b.pk}", "tahun": str(b.tahun), "KuadranKinerjaNilai": PREDIKAT.get(b.predikat, ""),
            "hasilKinerjaNilai": RATING.get(b.hasil_kerja, ""), "PerilakuKerjaNilai": RATING.get(b.perilaku, ""),
        }
        for b in daftar
    ]  # fmt: skip


def _ambil(pegawai, jenis, oleh):
    with sebagai(oleh, ALAMAT):
        satu = ambil.minta(jenis=jenis, pegawai=pegawai, oleh=oleh)
    ambil.lanjutkan(satu.pk)


def _tertunda(lain, pegawai, oleh):
    """A run that SIASN asked to wait, and one a clerk stopped."""
    lain.ulah["GET"] = (429, {"message": "too many requests"}, {"Retry-After": "3600"})
    _ambil(pegawai, ("golongan", "kursus"), oleh)
    unit = pegawai.kini.unit
    with sebagai(oleh, ALAMAT):
        henti = ambil.minta(jenis=("skp",), unit=unit, oleh=oleh)
        ambil.hentikan(henti.pk)


# ── taking over, and back ────────────────────────────────────────────────────────────────────────────


def _terima(pegawai, oleh):
    """An address that stays, and a training that was somebody else's: taken over, then undone by the same clerk."""
    _terima_satu(pegawai, "data-utama", oleh, lokal_id=pegawai.pk, medan=["alamat"])
    _terima_satu(pegawai, "kursus", oleh, lokal_id=None, medan=[])
    with sebagai(oleh, ALAMAT):
        pembatalan.batalkan(BatchImpor.objects.filter(jenis="ws", pegawai=pegawai).latest("pk").pk, oleh=oleh)


def _terima_satu(pegawai, jenis, oleh, **apa):
    jawaban = JawabanSiasn.objects.get(pegawai=pegawai, jenis=jenis, terbaru=True)
    with sebagai(oleh, ALAMAT):
        terima.terima(pegawai, peta.TABEL[jenis], jawaban_id=jawaban.pk, nomor=0, oleh=oleh, **apa)


# ── the queue ────────────────────────────────────────────────────────────────────────────────────────


def _kirim(lain, apa, baris, oleh):
    """One of our trainings is asked to be sent; what becomes of it is ``apa``."""
    pegawai, kursus = baris.pegawai, peta.TABEL["kursus"]
    _ambil(pegawai, ("kursus",), oleh)
    with sebagai(oleh, ALAMAT):
        satu = kirim.minta(pegawai, kursus, baris.pk, oleh=oleh)
    if apa == "menunggu":
        return
    if apa == "batal":
        with sebagai(oleh, ALAMAT):
            kirim.batalkan(satu.pk)
        return
    if apa == "ditolak":
        lain.ulah["POST"] = (400, {"success": False, "message": TOLAK}, {})
    elif apa == "mati":
        lain.ulah["POST"] = PekerjaMati
    elif apa == "terlambat":
        lain.ulah["GET"] = (429, {"message": "too many requests"}, {"Retry-After": "60"})
    elif apa == "berubah":
        lain.isi[kursus.jalur, pegawai.nip] = [_seperti(baris) | {"jumlahJam": str(baris.jp + 4)}]
    with contextlib.suppress(PekerjaMati):
        kirim.kirim(satu.pk)
    if apa == "terkirim":
        lain.isi[kursus.jalur, pegawai.nip] = [_seperti(baris)]
        _ambil(pegawai, ("kursus",), oleh)
    if apa in ("mati", "terlambat"):  # since yesterday nobody has taken it up
        KirimSiasn.objects.filter(pk=satu.pk).update(
            berikut_pada=timezone.now() - dt.timedelta(days=1),
            diminta_pada=timezone.now() - dt.timedelta(days=1, hours=2),
        )


def _seperti(b):
    """A training of ours as SIASN would say it."""
    mulai = {"tanggalKursus": f"{b.tanggal_mulai:%d-%m-%Y}"} if b.tanggal_mulai else {}
    return mulai | {
        "id": f"rk-{b.pk}", "jenisDiklatId": b.jenis_id, "namaKursus": b.nama, "noSertipikat": b.nomor_sertifikat,
        "institusiPenyelenggara": b.penyelenggara, "jumlahJam": str(b.jp), "tanggalSelesaiKursus": f"{b.tmt:%d-%m-%Y}",
    }  # fmt: skip
