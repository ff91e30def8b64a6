"""Pratinjau: membaca berkas satu batch, membandingkannya dengan yang tercatat, dan menyimpan hasil per baris.

Nothing of a pegawai changes here. May be run again (after answers in KamusReferensi) as long as the batch
has not been applied; a run that died is simply run again.
"""

import logging
from collections import Counter, defaultdict

from django.db import transaction
from django.utils import timezone

from kepegawaian.impor import keadaan, riwayat, tulis
from kepegawaian.impor.baris import Pembaca
from kepegawaian.impor.jeda import tanpa_pengumpul
from kepegawaian.impor.kunci import kunci
from kepegawaian.impor.lembar import UTAMA, buka
from kepegawaian.impor.rencana import GALAT, SAMA, Konteks
from kepegawaian.impor.rujukan import Rujukan, simpan_antrean
from kepegawaian.impor.susun import susun
from kepegawaian.impor.utama import PembacaUtama
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import BarisImpor, BatchImpor

log = logging.getLogger(__name__)
POTONG = 1000
JENIS_UTAMA = ("identitas", "status", "kedudukan", "pangkat", "jabatan", "unit", "pendidikan")
BOLEH_DIBACA = ("diunggah", "membaca", "pratinjau", "gagal")


def baca(batch_id):
    """Reads and previews a batch; returns it. A refused file leaves it ``gagal`` with the sentence."""
    with kunci(batch_id) as dapat, tanpa_pengumpul():
        if dapat:
            _baca(batch_id)
    return BatchImpor.objects.get(pk=batch_id)


def _baca(batch_id):
    milik = BatchImpor.objects.filter(pk=batch_id)
    if not milik.filter(status__in=BOLEH_DIBACA).update(status="membaca", kemajuan=0, jumlah=0, pesan=""):
        return
    batch = milik.get()
    try:
        Pratinjau(batch).jalankan()
    except BerkasDitolak as galat:
        _gagal(milik, str(galat))
    except Exception:
        log.exception("Batch impor %s gagal dibaca", batch_id)
        _gagal(milik, "Terjadi kesalahan di portal saat membaca berkas ini; tidak ada yang berubah. Coba baca ulang.")
        raise


def _gagal(milik, kalimat):
    with transaction.atomic():
        BarisImpor.objects.filter(batch__in=milik).delete()
        milik.update(status="gagal", pesan=kalimat[:400], ringkasan={})


class Pratinjau:
    """One reading of one batch."""

    def __init__(self, batch):
        self.batch = batch
        self.per = batch.per_tanggal.isoformat()
        self.rujukan = Rujukan()
        self.utama, self.riwayat = [], []
        self.tanggal = {}

    def jalankan(self):
        """Read, compare, write."""
        with self.batch.file.open("rb") as berkas:
            self.buku = buka(berkas, self.batch.nama_berkas, terperiksa=True)
        for tabel in self.buku.tabel:
            self._baca_tabel(tabel)
        self._tandai_ganda()
        self._maju(jumlah=len(self.utama) + len(self.riwayat))
        self._bandingkan()
        self._simpan()

    def _baca_tabel(self, tabel):
        pembaca = Pembaca(tabel)
        if tabel.jenis == UTAMA:
            hari_ini = timezone.localdate()
            satu = PembacaUtama(tabel, pembaca, self.rujukan, self.per, hari_ini).baca
            self.utama += [satu(nomor, sel) for nomor, sel in tabel.baris()]
        else:
            self.riwayat += [
                riwayat.baca_baris(tabel, pembaca, self.rujukan, nomor, sel) for nomor, sel in tabel.baris()
            ]
        tabel.semua = tuple
        if pembaca.bentuk_tanggal:
            self.tanggal[tabel.nama] = pembaca.bentuk_tanggal

    def _tandai_ganda(self):
        """One person or one riwayat row written twice."""
        tandai_ganda(self.utama, lambda b: b.nip, "NIP BARU", "NIP ini")
        tandai_ganda(self.utama, lambda b: b.nilai["pegawai"].get("pns_id", "").upper(), "PNS ID", "PNS ID ini")
        letak = keadaan.kunci_rec
        tandai_ganda(
            self.riwayat,
            lambda b: b.nip and (b.nip, b.jenis, *letak(b.jenis, b.nilai.get("tmt"), b.nilai)),
            "",
            "Baris riwayat ini",
        )

    def _bandingkan(self):
        konteks = Konteks(self.per, self.rujukan, keadaan.jabatan_plt())
        jenis = {*JENIS_UTAMA, *(b.jenis for b in self.riwayat)}
        per_nip = kelompokkan(self.utama, self.riwayat)
        nips, selesai = list(per_nip), 0
        for awal in range(0, len(nips), POTONG):
            potongan = {n: per_nip[n] for n in nips[awal : awal + POTONG]}
            bandingkan(potongan, jenis, konteks)
            selesai += sum(len(r) + (u is not None) for u, r in potongan.values())
            self._maju(kemajuan=selesai)
        for b in (*self.utama, *self.riwayat):
            b.hasil = b.hasil or GALAT

    def _maju(self, **angka):
        BatchImpor.objects.filter(pk=self.batch.pk).update(**angka)

    def _simpan(self):
        semua = [*self.utama, *self.riwayat]
        with transaction.atomic():
            BarisImpor.objects.filter(batch=self.batch).delete()
            tulis.tulis_baris_impor(self.batch.pk, semua)
            simpan_antrean(self.rujukan.antrean)
            BatchImpor.objects.filter(pk=self.batch.pk).update(
                status="pratinjau", pesan="", kemajuan=len(semua), jumlah=len(semua), ringkasan=self._ringkasan(semua)
            )

    def _ringkasan(self, semua):
        """The report of the preview, as shown above the rows."""
        lembar = defaultdict(Counter)
        kolom_galat = Counter()
        for b in semua:
            lembar[b.lembar][b.hasil] += 1
            kolom_galat.update(g["kolom"] for g in b.galat)
        return {
            **{k: v for k, v in self.batch.ringkasan.items() if k == "pernah_diterapkan"},
            **hitung(b.hasil for b in semua),
            "lembar": lembar,
            "lembar_utama": next((t.nama for t in self.buku.tabel if t.jenis == UTAMA), ""),
            "lembar_diabaikan": self.buku.diabaikan,
            "kolom_asing": {t.nama: t.asing for t in self.buku.tabel if t.asing},
            "kolom_galat": dict(kolom_galat.most_common(20)),
            "tanggal": self.tanggal,
            "referensi": len(self.rujukan.antrean),
            "selisih": sum(b.perlu for b in semua),
            **self.buku.catatan,
        }


def hitung(hasil):
    """Rows per result, zeros included."""
    return {**dict.fromkeys(("baru", "berubah", "sama", "galat"), 0), **Counter(hasil)}


def kelompokkan(utama, riwayat):
    """nip -> (row of the main sheet or None, [riwayat rows]), of the rows that can be planned."""
    per_nip = {}
    for b in utama:
        if b.nip and b.hasil != SAMA and (b.nip not in per_nip or not b.galat):
            per_nip[b.nip] = (b, [])
    for b in riwayat:
        if b.nip and b.hasil != SAMA and not b.galat:
            per_nip.setdefault(b.nip, (None, []))[1].append(b)
    return per_nip


def bandingkan(per_nip, jenis, konteks, *, kunci_baris=False):
    """Plans the rows of some persons against the database; returns their Penyusun."""
    pns_id = [b.nilai["pegawai"].get("pns_id", "") for b, _ in per_nip.values() if b is not None]
    pns_id = [x for x in pns_id if x]
    varian = {v for x in pns_id for v in (x, x.upper(), x.lower())}
    ada = keadaan.cari_pegawai(per_nip, varian, kunci_baris=kunci_baris)
    keadaan.isi_riwayat(ada, jenis)
    oleh_nip = {o.nip: o for o in ada}
    oleh_pns = {o.data["pns_id"].upper(): o for o in ada if o.data["pns_id"]}
    hasil = []
    for nip, (utama, baris) in per_nip.items():
        orang = oleh_nip.get(nip)
        if utama is not None and not utama.galat:
            _periksa_pns_id(utama, orang, oleh_pns)
        nama = utama.nama if utama is not None else nama_orang(orang)
        for b in baris:
            b.nama = nama
        hasil.append(susun(orang or keadaan.Orang(nip), utama, baris, konteks))
    return hasil


def nama_orang(orang):
    """The newest recorded name."""
    recs = orang.riwayat["identitas"].values() if orang else ()
    return max(recs, key=lambda r: r.tmt).nilai["nama"] if recs else ""


def _periksa_pns_id(b, orang, oleh_pns):
    """Match key: PNS ID, then NIP. Where they point to two people, nobody is overwritten (NIP-08)."""
    pns_id = b.nilai["pegawai"].get("pns_id")
    if not pns_id:
        return
    lain = oleh_pns.get(pns_id.upper())
    if lain is not None and lain.nip != b.nip:
        b.tolak(
            "PNS ID",
            f"PNS ID ini di portal milik {nama_orang(lain) or 'pegawai lain'} dengan NIP {lain.nip}",
            "Bila BKN memperbaiki NIP, perbaiki NIP di portal lebih dahulu; bila tidak, perbaiki PNS ID.",
        )
    elif orang is not None and orang.data["pns_id"]:
        if orang.data["pns_id"].upper() != pns_id.upper():
            b.tolak(
                "PNS ID",
                f"NIP sudah dipakai oleh {nama_orang(orang) or 'pegawai lain'} dengan PNS ID lain"
                f" ({orang.data['pns_id']}) (NIP-08)",
                "Periksa PNS ID dan NIP di SIASN; portal tidak menimpa salah satunya.",
            )
        else:
            b.nilai["pegawai"]["pns_id"] = orang.data["pns_id"]


def tandai_ganda(daftar, kunci_baris, kolom, sebutan):
    """Marks rows that say one thing twice: of equal ones the first counts, of unequal ones none."""
    kelompok = defaultdict(list)
    for b in daftar:
        if not b.galat and (k := kunci_baris(b)):
            kelompok[k].append(b)
    for isi in kelompok.values():
        if len(isi) == 1:
            continue
        if all(b.nilai == isi[0].nilai and b.nip == isi[0].nip for b in isi):
            for b in isi[1:]:
                if b.jenis == UTAMA:
                    b.tolak(kolom, f"{sebutan} sudah tertulis di baris {isi[0].nomor}", "Hapus baris ganda ini.")
                else:
                    b.hasil = SAMA
                    b.catatan.append(f"Baris ganda: sama dengan baris {isi[0].nomor}.")
            continue
        for b in isi:
            nomor = ", ".join(str(x.nomor) for x in isi if x is not b)
            b.tolak(kolom, f"{sebutan} tertulis lagi di baris {nomor} dengan isi berbeda", "Sisakan baris yang benar.")
