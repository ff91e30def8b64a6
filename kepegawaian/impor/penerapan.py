"""Penerapan: menulis hasil pratinjau, seribu orang tiap transaksi, satu batch pada satu waktu.

Each chunk compares once more with the database, so it may be run twice: what stands there already is not
written again. A worker that died leaves its finished chunks (``ringkasan["sampai_nip"]``); the next run goes
on behind them. When the database refuses a chunk, it is repeated person by person and then row by row, and
the reason is written on the row that caused it.
"""

import logging

from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone

from kepegawaian import profil
from kepegawaian.impor import keadaan, tulis
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.jeda import tanpa_pengumpul
from kepegawaian.impor.kunci import TERAPKAN, kunci
from kepegawaian.impor.lembar import RIWAYAT, UTAMA, judul_baku
from kepegawaian.impor.pratinjau import JENIS_UTAMA, bandingkan, hitung, kelompokkan
from kepegawaian.impor.rencana import GALAT, Konteks
from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import BarisImpor, BatchImpor, Pengguna

log = logging.getLogger(__name__)
POTONG = 1000
# Constraint of the database -> what the clerk must know; the checks before should leave none of these.
KALIMAT_DB = {
    "satu_plt_tiap_jabatan": "jabatan ini sudah mempunyai Plt. lain pada masa itu",
    "plt_plh_tidak_tumpang": "masa Plt./Plh. ini bertumpang dengan masa yang sudah tercatat",
    "kontrak_tidak_tumpang": "masa kontrak bertumpang dengan kontrak yang sudah tercatat",
    "tinggal_tidak_tumpang": "masa ini bertumpang dengan masa sejenis yang sudah tercatat",
    "cuti_tidak_tumpang": "masa cuti bertumpang dengan cuti lain yang sudah tercatat",
    "pemeriksaan_tidak_tumpang": "masa pemeriksaan bertumpang dengan yang sudah tercatat",
    "pangkat_setelah_berhenti": "golongan jatuh setelah pegawai berhenti atau pensiun",
    "nip_18_angka": "NIP harus 18 angka",
}


class SedangDipakai(Exception):
    """Another batch is being applied or undone; try again in a moment."""


def terapkan(batch_id, oleh_id=None, alamat=""):
    """Applies a previewed batch (or goes on with a broken-off one) and returns it.

    ``oleh_id``: the Pengguna who asked for it, by default who uploaded. Raises SedangDipakai while another
    batch is at work; a batch that is neither previewed nor broken off is left alone.
    """
    with kunci(TERAPKAN) as dapat, tanpa_pengumpul():
        if not dapat:
            raise SedangDipakai("Batch lain sedang diterapkan atau dibatalkan; coba lagi sebentar.")
        milik = BatchImpor.objects.filter(pk=batch_id)
        if milik.filter(status="pratinjau").update(status="menerapkan", kemajuan=0):
            milik.update(ringkasan=milik.get().ringkasan | {"mulai": timezone.now().isoformat(), "oleh_id": oleh_id})
        batch = milik.get()
        if batch.status == "menerapkan":
            Penerapan(batch, alamat).jalankan()
    return milik.get()


class Penerapan:
    """One run over one batch."""

    def __init__(self, batch, alamat):
        self.batch = batch
        self.oleh = Pengguna.objects.filter(pk=batch.ringkasan.get("oleh_id") or batch.oleh_id).first()
        self.alamat = f"{alamat} impor {batch.pk}".strip()
        self.per = batch.per_tanggal.isoformat()
        self.rujukan = Rujukan()
        self.tertulis = dict(batch.ringkasan.get("tertulis", {}))
        self.jenis_lembar = {}

    def jalankan(self):
        """All chunks behind the last finished one, then the report."""
        batch = self.batch
        daftar = list(
            BarisImpor.objects.filter(batch=batch)
            .exclude(nilai={})
            .exclude(hasil=GALAT)
            .order_by("nip", "id")
            .values_list("nip", "id")
        )
        batch.jumlah = len(daftar)
        BatchImpor.objects.filter(pk=batch.pk).update(jumlah=len(daftar))
        sampai = batch.ringkasan.get("sampai_nip", "")
        batch.kemajuan = sum(nip <= sampai for nip, _ in daftar)
        for potongan in _potong([x for x in daftar if x[0] > sampai]):
            self._terapkan(potongan)
        self._selesai()

    def _terapkan(self, potongan):
        """One chunk; refused by the database, once more person by person. A lost connection ends the run."""
        sebelum = dict(self.tertulis)
        try:
            with sebagai(self.oleh, self.alamat):
                tulis.tenangkan_pemicu()
                ubah = self._tulis(self._ambil([i for _, i in potongan]))
                self._maju(potongan, ubah)
        except OperationalError:
            raise
        except DatabaseError as galat:
            log.warning("Potongan impor %s diulang per orang: %s", self.batch.pk, galat)
            self.tertulis = sebelum
            with sebagai(self.oleh, self.alamat):
                tulis.tenangkan_pemicu()
                with connection.cursor() as kursor:
                    kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                self._maju(potongan, self._per_orang(self._ambil([i for _, i in potongan])))

    def _ambil(self, ids):
        """nip -> (main row, riwayat rows) of these BarisImpor."""
        utama, riwayat = [], []
        kolom = ("id", "lembar", "nomor", "nip", "nama", "hasil", "nilai")
        for id_, nama_lembar, nomor, nip, nama, hasil, nilai in (
            BarisImpor.objects.filter(pk__in=ids).exclude(hasil=GALAT).order_by("id").values_list(*kolom)
        ):
            jenis = self._jenis(nama_lembar)
            b = Baris(nama_lembar, nomor, jenis, nip, nama, nilai, id=id_)
            b.perlu = hasil == "sama"
            (utama if jenis == UTAMA else riwayat).append(b)
        return kelompokkan(utama, riwayat)

    def _jenis(self, nama_lembar):
        """UTAMA, or the kind of riwayat a sheet holds."""
        if nama_lembar not in self.jenis_lembar:
            utama = nama_lembar == self.batch.ringkasan["lembar_utama"]
            self.jenis_lembar[nama_lembar] = UTAMA if utama else RIWAYAT[judul_baku(nama_lembar)].kunci
        return self.jenis_lembar[nama_lembar]

    def _tulis(self, per_nip):
        """Plans and writes the rows of these persons; returns their Baris."""
        baris = [b for u, r in per_nip.values() for b in (*([u] if u is not None else ()), *r)]
        konteks = Konteks(self.per, self.rujukan, keadaan.jabatan_plt())
        penyusun = bandingkan(per_nip, {*JENIS_UTAMA, *(b.jenis for b in baris)} - {UTAMA}, konteks, kunci_baris=True)
        kembali = [p.orang.id for p in penyusun if p.orang.id and p.orang.baru_awal]
        tulis.tulis_pegawai(penyusun)
        jumlah = tulis.tulis_riwayat(self.batch.pk, penyusun)
        tulis.tulis_selisih(self.batch.pk, self.batch.per_tanggal, penyusun)
        ids = [p.orang.id for p in penyusun if p.orang.id]
        profil.segarkan(ids, per=timezone.localdate())
        jumlah["akun"] = tulis.buat_akun(ids, kembali)
        for kunci_jumlah, banyak in jumlah.items():
            self.tertulis[kunci_jumlah] = self.tertulis.get(kunci_jumlah, 0) + banyak
        return baris

    def _per_orang(self, per_nip):
        """Each person in a savepoint of his own; of one who is refused, each row in one."""
        semua = []
        for nip, (utama, riwayat) in per_nip.items():
            try:
                with transaction.atomic():
                    semua += self._tulis({nip: (utama, riwayat)})
            except DatabaseError:
                semua += self._per_baris(nip, utama, riwayat)
        return semua

    def _per_baris(self, nip, utama, riwayat):
        """The main row first, since a new person begins with it."""
        semua = []
        for b in (*([utama] if utama is not None else ()), *riwayat):
            b = Baris(b.lembar, b.nomor, b.jenis, b.nip, b.nama, b.nilai, id=b.id)
            sebelum = dict(self.tertulis)
            try:
                with transaction.atomic():
                    self._tulis({nip: (b, []) if b.jenis == UTAMA else (None, [b])})
            except DatabaseError as galat:
                self.tertulis = sebelum
                b.tolak("", alasan(galat), "Perbaiki baris ini, lalu kirim lagi sebagai berkas galat.")
                b.hasil, b.perubahan = GALAT, []
            semua.append(b)
        return semua

    def _maju(self, potongan, baris):
        """Writes what became of the rows, and how far the batch is, in the transaction of the chunk."""
        simpan_hasil(baris)
        self.batch.kemajuan += len(potongan)
        self.batch.ringkasan |= {"sampai_nip": potongan[-1][0], "tertulis": self.tertulis}
        BatchImpor.objects.filter(pk=self.batch.pk).update(
            kemajuan=self.batch.kemajuan, ringkasan=self.batch.ringkasan
        )

    def _selesai(self):
        batch = self.batch
        with sebagai(self.oleh, self.alamat):
            hasil = BarisImpor.objects.filter(batch=batch).values_list("hasil", flat=True)
            ringkasan = batch.ringkasan | hitung(hasil) | {"tertulis": self.tertulis}
            ringkasan.pop("sampai_nip", None)
            BatchImpor.objects.filter(pk=batch.pk).update(
                status="diterapkan", ringkasan=ringkasan, diterapkan_pada=timezone.now(), pesan=""
            )
            catat(
                "impor_terap",
                batch,
                berkas=batch.nama_berkas,
                **{k: ringkasan[k] for k in ("baru", "berubah", "sama", "galat")},
                akun=self.tertulis.get("akun", 0),
            )


def simpan_hasil(baris):
    """What apply found per row: old values for the undo, and rows refused only now.

    The preview's word stands (``baru`` stays ``baru``); a chunk run twice must not turn it into ``sama``.
    """
    galat = [b for b in baris if b.galat]
    ubah = [b for b in baris if b.perubahan and not b.galat]
    with connection.cursor() as kursor:
        if galat:
            kursor.execute(
                "UPDATE kepegawaian_barisimpor t SET hasil = 'galat', perubahan = '[]', galat = x.galat"
                " FROM jsonb_to_recordset(%s::jsonb) AS x(id bigint, galat jsonb) WHERE t.id = x.id",
                [tulis.jsonkan([{"id": b.id, "galat": b.galat} for b in galat])],
            )
        if ubah:
            kursor.execute(
                "UPDATE kepegawaian_barisimpor t SET perubahan = x.perubahan FROM jsonb_to_recordset(%s::jsonb)"
                " AS x(id bigint, perubahan jsonb) WHERE t.id = x.id AND t.perubahan IS DISTINCT FROM x.perubahan",
                [tulis.jsonkan([{"id": b.id, "perubahan": b.perubahan} for b in ubah])],
            )


def alasan(galat):
    """The true reason of a refusal of the database, as a sentence."""
    diag = getattr(galat.__cause__, "diag", None)
    nama = getattr(diag, "constraint_name", None)
    if nama in KALIMAT_DB:
        return KALIMAT_DB[nama]
    pesan = getattr(diag, "message_primary", None) or str(galat).split("\n")[0]
    return f"ditolak database ({nama or 'tanpa nama'}): {pesan}"[:300]


def _potong(daftar):
    """Chunks of (nip, id) holding at most POTONG persons, never splitting one."""
    potongan, orang = [], set()
    for nip, id_ in daftar:
        if nip not in orang and len(orang) == POTONG:
            yield potongan
            potongan, orang = [], set()
        orang.add(nip)
        potongan.append((nip, id_))
    if potongan:
        yield potongan
