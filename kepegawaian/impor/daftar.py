"""Impor satu daftar polos: berkas → pratinjau → terapkan, batalkan. One shape for presensi, kinerja periodik and nilai BKN.

One sheet (the first with the columns ``wajib``) or a csv, a row a fact of a person; containers, cells and batches are those of
SIASN's door. What stands already is shown as changed; applied, it is withdrawn and the new row written, and it stands again when
the batch is undone. A kind says in a subclass what its columns are, how a row is read and compared, and how it is written.
"""

import hashlib
import io
import logging
from collections import Counter

from django.core.files import File
from django.utils import timezone

from kepegawaian.impor import tulis
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.impor.pratinjau import hitung, tandai_ganda
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import BarisImpor, BatchImpor, ProfilKini

log = logging.getLogger(__name__)
TERBACA = ("diunggah", "membaca", "pratinjau", "gagal")  # a batch that may be read (again)
KOLOM_GALAT = ("KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI")


def diganti(batch):
    """What a row says that this batch has replaced."""
    return f"Diganti impor {batch.pk}"


def pembaca(b, letak, isi):
    """Function (column, reader) -> value of the cells ``isi``, None when empty; a bad cell becomes an error of the row ``b``."""

    def baca(kolom, fungsi):
        i = letak.get(kolom)
        mentah = isi[i] if i is not None and i < len(isi) else None
        try:
            return None if mentah in ("", None) else fungsi(mentah)
        except SelSalah as galat:
            b.tolak(kolom, galat.sebab, galat.perbaikan)
            return None

    return baca


class ImporDaftar:
    """One kind of list. The last five methods are a kind's own; those of ``model`` may be taken as they are.

    ``penghalang``: functions (batch) -> sentence or "", who must not lose its rows any more; ``sesudah``: functions (batch)
    called inside the act once its rows are written or withdrawn, they only queue work. Other apps add theirs to both.
    """

    jenis = ""  # BatchImpor.jenis
    judul = ""  # of the sheet of errors, and in the log
    kolom, wajib, sinonim, tanpa_kolom = (), (), {}, ""
    kolom_ganda, sebutan_ganda = "", ""  # column and words of a key that stands twice
    model = None

    def __init__(self):
        self.penghalang, self.sesudah = [], []

    # ── reading ──

    def buka(self, berkas, *, terperiksa=False):
        """(sheet name, {column: index}, rows with their number)."""
        kolom, kata = tuple(self.kolom), self.tanpa_kolom
        return buka_daftar(berkas, kolom, self.wajib, self.sinonim, kata, terperiksa=terperiksa, panjang=True)

    def unggah(self, berkas, nama, per_tanggal, oleh, *, ringkasan=None, alamat=""):
        """Checks the container and the headers, then keeps the file; ``ringkasan``: what reading must know. Raises BerkasDitolak."""
        _, letak, baris = self.buka(berkas)
        if not baris:
            raise BerkasDitolak("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
        self.periksa_kepala(letak, ringkasan or {})
        berkas.seek(0)
        sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
        berkas.seek(0)
        with sebagai(oleh, alamat):
            batch = BatchImpor(
                jenis=self.jenis, nama_berkas=nama[-200:], sha256=sidik, per_tanggal=per_tanggal, oleh=oleh,
                ringkasan=ringkasan or {},
            )  # fmt: skip
            akhiran = ".csv" if nama.lower().endswith(".csv") else ".xlsx"
            batch.file.save(f"{sidik[:16]}{akhiran}", File(berkas), save=False)
            batch.save()
            catat("impor_unggah", batch, berkas=batch.nama_berkas)
        return batch

    def baca(self, batch_id):
        """Reads the file and compares it with what is recorded; a refused one is ``gagal`` with its sentence."""
        milik = BatchImpor.objects.filter(pk=batch_id, jenis=self.jenis)
        if not milik.filter(status__in=TERBACA).update(status="membaca", pesan=""):
            return milik.get()
        batch = milik.get()
        try:
            with batch.file.open("rb") as berkas:
                lembar, letak, isi = self.buka(berkas, terperiksa=True)
            daftar = [self._satu(lembar, letak, nomor, s, batch) for nomor, s in isi]
            self._bandingkan(daftar)
            with sebagai(None):
                BarisImpor.objects.filter(batch=batch_id).delete()
                tulis.tulis_baris_impor(batch_id, daftar)
                ringkasan = {k: batch.ringkasan[k] for k in self.diingat if k in batch.ringkasan}
                ringkasan |= hitung(b.hasil for b in daftar)
                ringkasan["kolom_galat"] = dict(Counter(g["kolom"] for b in daftar for g in b.galat).most_common(20))
                milik.update(status="pratinjau", kemajuan=len(daftar), jumlah=len(daftar), ringkasan=ringkasan)
        except BerkasDitolak as galat:
            milik.update(status="gagal", pesan=str(galat)[:400])
        except Exception:
            log.exception("Batch %s %s gagal dibaca", self.judul, batch_id)
            milik.update(status="gagal", pesan="Terjadi kesalahan di portal saat membaca berkas ini; coba baca ulang.")
            raise
        return milik.get()

    def _satu(self, lembar, letak, nomor, isi, batch):
        b = Baris(lembar, nomor, self.jenis)
        self.baca_baris(b, pembaca(b, letak, isi), batch)
        return b

    def _bandingkan(self, daftar):
        """Marks what is new, changed, the same or wrong; two queries for any number of rows."""
        orang = {
            nip: (i, nama)
            for nip, i, nama in ProfilKini.objects.filter(nip__in={b.nip for b in daftar if b.nip}).values_list(
                "nip", "pegawai_id", "nama"
            )
        }
        for b in daftar:
            b.nama = orang[b.nip][1] if b.nip in orang else ""
            if b.nip and b.nip not in orang:
                b.tolak("NIP", "NIP ini tidak tercatat di portal", "Periksa NIP, atau impor data pegawainya dahulu.")
        tandai_ganda(daftar, lambda b: b.nip and (b.nip, *self.kunci(b.nilai)), self.kolom_ganda, self.sebutan_ganda)
        bersih = [b for b in daftar if not b.galat]
        ada = self.tercatat({orang[b.nip][0] for b in bersih}, [b.nilai for b in bersih])
        for b in bersih:
            if b.hasil != "sama":
                lama = ada.get((orang[b.nip][0], *self.kunci(b.nilai)))
                if lama is None:
                    b.hasil = "baru"
                else:
                    self.banding(b, lama)
        for b in daftar:
            if b.galat:
                b.hasil = "galat"

    # ── applying and undoing ──

    def _kunci(self, batch_id):
        return BatchImpor.objects.select_for_update().get(pk=batch_id, jenis=self.jenis)

    def terapkan(self, batch_id, *, oleh=None, alamat=""):
        """Writes a previewed batch in one transaction; one that is applied already is left alone."""
        with sebagai(oleh, f"{alamat} impor {batch_id}".strip()):
            batch = self._kunci(batch_id)
            if batch.status not in ("pratinjau", "menerapkan"):
                return batch
            tulis.tenangkan_pemicu()
            batch.ringkasan["tertulis"] = self.tulis(batch)
            batch.status, batch.diterapkan_pada = "diterapkan", timezone.now()
            batch.save(update_fields=["status", "diterapkan_pada", "ringkasan"])
            catat("impor_terap", batch, berkas=batch.nama_berkas)
            for kabari in self.sesudah:
                kabari(batch)
        return batch

    def batalkan(self, batch_id, *, oleh, alamat=""):
        """Withdraws an applied batch; the rows it had replaced stand again. Raises PembatalanDitolak."""
        with sebagai(oleh, f"{alamat} batal impor {batch_id}".strip()):
            batch = self._kunci(batch_id)
            if batch.status != "diterapkan":
                raise PembatalanDitolak(f"Batch ini {batch.get_status_display().lower()}, bukan diterapkan.")
            for halangan in self.penghalang:
                if sebab := halangan(batch):
                    raise PembatalanDitolak(sebab)
            batch.ringkasan["batal"], batch.ringkasan["kembali"] = self.cabut(batch)
            batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
            batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
            catat("impor_batal", batch, berkas=batch.nama_berkas)
            for kabari in self.sesudah:
                kabari(batch)
        return batch

    def tertinggal(self, sebelum):
        """Ids of files that wait to be read since a broker was away."""
        menunggu = BatchImpor.objects.filter(
            jenis=self.jenis, status__in=("diunggah", "membaca"), diunggah_pada__lt=sebelum
        )
        return list(menunggu.values_list("pk", flat=True))

    def galat_xlsx(self, batch):
        """The rows in error with reason and remedy, to mend and send again."""
        with batch.file.open("rb") as berkas:
            _, letak, isi = self.buka(berkas, terperiksa=True)
        catatan = dict(BarisImpor.objects.filter(batch=batch, hasil="galat").values_list("nomor", "galat"))
        kolom = list(letak)
        baris = (
            [*(s[letak[k]] if letak[k] < len(s) else "" for k in kolom),
             *("\n".join(dict.fromkeys(g[x] for g in catatan[n] if g[x])) for x in ("kolom", "sebab", "perbaikan"))]
            for n, s in isi if n in catatan
        )  # fmt: skip
        return tulis_daftar(self.judul, [*kolom, *KOLOM_GALAT], baris, io.BytesIO())

    # ── what a kind says ──

    diingat = ()  # keys of ``ringkasan`` of the upload that reading must know

    def periksa_kepala(self, letak, ringkasan):
        """Raises BerkasDitolak when the columns do not suffice for this upload."""

    def baca_baris(self, b, baca, batch):
        """Fills ``b.nip`` and ``b.nilai`` (JSON-native) with ``baca(column, reader)``, or ``b.tolak``s."""
        raise NotImplementedError

    def kunci(self, nilai):
        """What besides the person one row stands for, as a tuple: of two such one counts."""
        raise NotImplementedError

    def banding(self, b, lama):
        """Sets ``b.hasil`` and ``b.perubahan`` beside what stands, or ``b.tolak``s."""
        raise NotImplementedError

    def tercatat(self, ids, nilai):
        """{(pegawai_id, *kunci): row that stands} of the people ``ids``; ``nilai``: of the rows asked about. One query."""
        baris = self.model.objects.filter(pegawai_id__in=ids, dibatalkan_pada=None)
        return {(r.pegawai_id, *self.kunci_baris(r)): r for r in baris}

    def kunci_baris(self, r):
        """``kunci`` of a row of ``model``."""
        raise NotImplementedError

    def dilindungi(self, lama):
        """True for a row that an import must not replace."""
        return False

    def tulis(self, batch):
        """Withdraws what the batch replaces and writes its rows; how many."""
        baris = list(BarisImpor.objects.filter(batch=batch, hasil__in=("baru", "berubah")).values_list("nip", "nilai"))
        orang = dict(ProfilKini.objects.filter(nip__in={n for n, _ in baris}).values_list("nip", "pegawai_id"))
        ada, ganti, baru = self.tercatat(set(orang.values()), [n for _, n in baris]), [], []
        for nip, nilai in baris:
            lama = ada.get((orang.get(nip), *self.kunci(nilai)))
            if nip not in orang or (lama is not None and self.dilindungi(lama)):
                continue
            if lama is not None:
                ganti.append(lama.pk)
            baru.append(self.model(pegawai_id=orang[nip], batch=batch, **nilai))
        self.model.objects.filter(pk__in=ganti, dibatalkan_pada=None).update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=diganti(batch)
        )
        self.model.objects.bulk_create(baru, batch_size=1000)
        return len(baru)

    def cabut(self, batch):
        """Withdraws the rows of the batch and lets stand again what they had replaced: (how many, how many)."""
        batal = self.model.objects.filter(batch=batch, dibatalkan_pada=None).update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=f"Impor {batch.pk} dibatalkan"
        )
        lama = list(self.model.objects.filter(dibatalkan_sebab=diganti(batch)).order_by("pk"))
        ada = self.tercatat({r.pegawai_id for r in lama}, ())
        kembali = [r for r in lama if (r.pegawai_id, *self.kunci_baris(r)) not in ada]
        for r in kembali:
            r.pk, r.dicatat_pada, r.dibatalkan_pada, r.dibatalkan_sebab = None, timezone.now(), None, ""
        self.model.objects.bulk_create(kembali, batch_size=1000)
        return batal, len(kembali)
