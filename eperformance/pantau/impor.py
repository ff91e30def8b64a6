"""Impor kinerja periodik dari e-Kinerja BKN: berkas → pratinjau → terapkan, batalkan. Containers and cells are those of SIASN's door.

One sheet (the first with NIP, periodikId and kuadranKinerjaNilai) or a csv, a row a person and masa. A masa the portal itself has
set is not replaced; one imported earlier is withdrawn and written anew, and stands again when the batch is undone. The yearly
predikat goes through ``kepegawaian.impor`` (sheet RW SKP), which knows BKN's headings and codes.

    unggah(berkas, nama, per_tanggal, oleh, alamat="") -> BatchImpor   raises BerkasDitolak
    baca(batch_id), terapkan(batch_id, oleh, alamat), batalkan(batch_id, oleh, alamat) -> BatchImpor
    galat_xlsx(batch) -> BytesIO
"""

import hashlib
import io
import logging
from calendar import monthrange
from collections import Counter
from datetime import date

from django.core.files import File
from django.utils import timezone

from eperformance import aturan
from kepegawaian.impor import sel, tulis
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.padanan import PREDIKAT_SIASN, RATING_SIASN
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.impor.pratinjau import hitung, tandai_ganda
from kepegawaian.impor.rujukan import baku
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import BarisImpor, BatchImpor, KinerjaPeriodik, ProfilKini

log = logging.getLogger(__name__)
JENIS = "kinerja"
# As BKN's service names them; headings are matched in capitals, blanks and underscores aside.
KOLOM = {
    "NIP": "nip", "TAHUN": "tahun", "PERIODIKID": "periodik", "BULANMULAIPENILAIAN": "bulan_mulai",
    "BULANSELESAIPENILAIAN": "bulan_selesai", "TAHUNMULAIPENILAIAN": "tahun_mulai",
    "TAHUNSELESAIPENILAIAN": "tahun_selesai", "HASILKINERJANILAI": "hasil_kerja", "PERILAKUKERJANILAI": "perilaku",
    "KUADRANKINERJANILAI": "predikat", "PENILAINAMA": "penilai_nama", "PENILAINIPNRP": "penilai_nip",
}  # fmt: skip
WAJIB = ("NIP", "PERIODIKID", "KUADRANKINERJANILAI")
SINONIM = {
    "NIP BARU": "NIP", "PERIODIK ID": "PERIODIKID", "PERIODIK": "PERIODIKID", "PERIODIKNAMA": "PERIODIKID",
    "BULAN MULAI PENILAIAN": "BULANMULAIPENILAIAN", "BULAN MULAI": "BULANMULAIPENILAIAN",
    "BULANMULAIPENILAN": "BULANMULAIPENILAIAN", "BULAN SELESAI PENILAIAN": "BULANSELESAIPENILAIAN",
    "BULAN SELESAI": "BULANSELESAIPENILAIAN", "BULANSELESAIPENILAN": "BULANSELESAIPENILAIAN",
    "TAHUN MULAI PENILAIAN": "TAHUNMULAIPENILAIAN", "TAHUN SELESAI PENILAIAN": "TAHUNSELESAIPENILAIAN",
    "HASIL KINERJA NILAI": "HASILKINERJANILAI", "HASILKINERJA": "HASILKINERJANILAI", "HASIL KERJA": "HASILKINERJANILAI",
    "PERILAKU KERJA NILAI": "PERILAKUKERJANILAI", "PERILAKUKERJA": "PERILAKUKERJANILAI", "PERILAKU": "PERILAKUKERJANILAI",
    "KUADRAN KINERJA NILAI": "KUADRANKINERJANILAI", "KUADRANKINERJA": "KUADRANKINERJANILAI",
    "KUADRANNILAI": "KUADRANKINERJANILAI", "PREDIKAT": "KUADRANKINERJANILAI", "NAMAPENILAI": "PENILAINAMA",
    "PENILAI NAMA": "PENILAINAMA", "PENILAI NIP": "PENILAINIPNRP", "NIPNRPPENILAI": "PENILAINIPNRP",
}  # fmt: skip
TANPA_KOLOM = "Berkas tidak mempunyai kolom NIP, periodikId, dan kuadranKinerjaNilai; pakai berkas kinerja periodik e-Kinerja BKN."
PERIODIK = {"1": "1", "BULANAN": "1", "BULAN": "1", "2": "2", "TRIWULAN": "2", "TRIWULANAN": "2"}
PANJANG = {"1": 1, "2": 3}  # months
SEBUTAN = {
    "tahun": "Tahun", "periodik": "Periodik", "mulai": "Mulai", "sampai": "Sampai", "hasil_kerja": "Hasil kerja",
    "perilaku": "Perilaku", "predikat": "Predikat", "penilai_nama": "Penilai", "penilai_nip": "NIP penilai",
}  # fmt: skip
# Functions (batch) -> sentence or "": who must not lose its rows any more; other apps add theirs.
PENGHALANG = []
# Functions (batch) called inside the act once its rows are written or withdrawn; they only queue work.
SESUDAH = []


def _diganti(batch):
    return f"Diganti impor {batch.pk}"


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


def _buka(berkas, *, terperiksa=False):
    return buka_daftar(berkas, tuple(KOLOM), WAJIB, SINONIM, TANPA_KOLOM, terperiksa=terperiksa, panjang=True)


def unggah(berkas, nama, per_tanggal, oleh, *, alamat=""):
    """Checks the container and the headers, then keeps the file."""
    _, _, baris = _buka(berkas)
    if not baris:
        raise BerkasDitolak("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    berkas.seek(0)
    with sebagai(oleh, alamat):
        batch = BatchImpor(jenis=JENIS, nama_berkas=nama[-200:], sha256=sidik, per_tanggal=per_tanggal, oleh=oleh)
        akhiran = ".csv" if nama.lower().endswith(".csv") else ".xlsx"
        batch.file.save(f"{sidik[:16]}{akhiran}", File(berkas), save=False)
        batch.save()
        catat("impor_unggah", batch, berkas=batch.nama_berkas)
    return batch


def baca(batch_id):
    """Reads the file and compares it with what is recorded; a refused one is ``gagal`` with its sentence."""
    milik = BatchImpor.objects.filter(pk=batch_id, jenis=JENIS)
    if not milik.filter(status__in=("diunggah", "membaca", "pratinjau", "gagal")).update(status="membaca", pesan=""):
        return milik.get()
    try:
        with milik.get().file.open("rb") as berkas:
            lembar, letak, isi = _buka(berkas, terperiksa=True)
        daftar = [_baca_baris(lembar, letak, nomor, s) for nomor, s in isi]
        _bandingkan(daftar)
        with sebagai(None):
            BarisImpor.objects.filter(batch=batch_id).delete()
            tulis.tulis_baris_impor(batch_id, daftar)
            ringkasan = hitung(b.hasil for b in daftar)
            ringkasan["kolom_galat"] = dict(Counter(g["kolom"] for b in daftar for g in b.galat).most_common(20))
            milik.update(status="pratinjau", kemajuan=len(daftar), jumlah=len(daftar), ringkasan=ringkasan)
    except BerkasDitolak as galat:
        milik.update(status="gagal", pesan=str(galat)[:400])
    except Exception:
        log.exception("Batch kinerja %s gagal dibaca", batch_id)
        milik.update(status="gagal", pesan="Terjadi kesalahan di portal saat membaca berkas ini; coba baca ulang.")
        raise
    return milik.get()


def _pilih(peta, sebut):
    def pembaca(nilai):
        isi = sel.teks(nilai)
        if isi is None:
            return None
        if (hasil := peta.get(baku(isi))) is None:
            raise SelSalah(f"“{isi[:30]}” bukan {sebut}", "Tulis kode SIASN atau katanya.")
        return hasil

    return pembaca


def _tahun(nilai):
    return sel.tahun(nilai)[0]


_PEMBACA = {
    "nip": sel.nip, "tahun": _tahun, "tahun_mulai": _tahun, "tahun_selesai": _tahun,
    "bulan_mulai": lambda x: sel.bulat(x, 12), "bulan_selesai": lambda x: sel.bulat(x, 12),
    "periodik": _pilih(PERIODIK, "periodik (1 bulanan, 2 triwulan)"), "hasil_kerja": _pilih(RATING_SIASN, "rating 1–3"),
    "perilaku": _pilih(RATING_SIASN, "rating 1–3"), "predikat": _pilih(PREDIKAT_SIASN, "predikat 1–5"),
    "penilai_nama": lambda x: (sel.teks(x) or "")[:160], "penilai_nip": lambda x: (sel.nomor(x) or "")[:18],
}  # fmt: skip


def _baca_baris(lembar, letak, nomor, isi):
    """One row with clean values, or with its errors."""
    b = Baris(lembar, nomor, JENIS)
    n = {}
    for kolom, nama in KOLOM.items():
        i = letak.get(kolom)
        mentah = isi[i] if i is not None and i < len(isi) else None
        try:
            n[nama] = None if mentah in ("", None) else _PEMBACA[nama](mentah)
        except SelSalah as galat:
            b.tolak(kolom, galat.sebab, galat.perbaikan)
            n[nama] = None
    b.nip = n.pop("nip") or ""
    for kolom, nama in (("NIP", "nip"), ("PERIODIKID", "periodik"), ("KUADRANKINERJANILAI", "predikat"), ("BULANMULAIPENILAIAN", "bulan_mulai")):  # fmt: skip
        kosong = not b.nip if nama == "nip" else n[nama] is None
        if kosong and not any(g["kolom"] == kolom for g in b.galat):
            b.tolak(kolom, f"{kolom} kosong", f"Isi {kolom}.")
    if not b.galat:
        _masa(b, n)
    if not b.galat:
        _periksa_predikat(b, n)
    b.nilai = {k: n.get(k) or "" for k in SEBUTAN}
    return b


def _masa(b, n):
    """First and last day of the masa; ``mulai`` and ``sampai`` as ISO dates."""
    tahun = n["tahun_mulai"] or n["tahun"]
    akhir = n["bulan_selesai"] or n["bulan_mulai"] + PANJANG[n["periodik"]] - 1
    tahun_akhir = n["tahun_selesai"] or tahun
    if tahun is None:
        b.tolak("TAHUN", "tahun kosong", "Isi tahun dengan empat angka.")
        return
    if not 1 <= n["bulan_mulai"] <= 12 or not 1 <= akhir <= 12 or (tahun_akhir, akhir) < (tahun, n["bulan_mulai"]):
        b.tolak(
            "BULANSELESAIPENILAIAN", "bulan selesai mendahului bulan mulai, atau di luar 1–12", "Periksa bulannya."
        )
        return
    if (tahun_akhir - tahun) * 12 + akhir - n["bulan_mulai"] + 1 > PANJANG[n["periodik"]]:
        b.tolak(
            "BULANSELESAIPENILAIAN",
            "masanya lebih panjang daripada periodiknya",
            "Bulanan satu bulan, triwulan tiga bulan.",
        )
        return
    mulai = date(tahun, n["bulan_mulai"], 1)
    sampai = date(tahun_akhir, akhir, monthrange(tahun_akhir, akhir)[1])
    if sampai > timezone.localdate():
        b.tolak("BULANSELESAIPENILAIAN", "masanya belum berakhir", "Periksa bulan dan tahunnya.")
    n |= {"tahun": n["tahun"] or tahun, "mulai": mulai.isoformat(), "sampai": sampai.isoformat()}


def _periksa_predikat(b, n):
    """Permen PANRB 6/2022: where both ratings are given the predikat follows from them."""
    kode = {v: k for k, v in aturan.RATING.items()}
    mestinya = aturan.predikat(kode.get(n["hasil_kerja"]), kode.get(n["perilaku"]))
    if mestinya and mestinya != n["predikat"]:
        b.tolak(
            "KUADRANKINERJANILAI", f"kedua ratingnya memberi {mestinya}, bukan {n['predikat']} (PermenPANRB 6/2022)",
            "Periksa rating atau predikatnya.",
        )  # fmt: skip


def _bandingkan(daftar):
    """Marks what is new, changed, the same or wrong; two queries for any number of rows."""
    orang = {
        n: (i, nama)
        for n, i, nama in ProfilKini.objects.filter(nip__in={b.nip for b in daftar if b.nip}).values_list(
            "nip", "pegawai_id", "nama"
        )
    }
    for b in daftar:
        b.nama = orang[b.nip][1] if b.nip in orang else ""
        if b.nip and b.nip not in orang:
            b.tolak("NIP", "NIP ini tidak tercatat di portal", "Periksa NIP, atau impor data pegawainya dahulu.")
    tandai_ganda(daftar, lambda b: b.nip and (b.nip, b.nilai["periodik"], b.nilai["mulai"]), "PERIODIKID", "Masa ini")
    ada = _tercatat({orang[b.nip][0] for b in daftar if not b.galat})
    for b in daftar:
        if not b.galat and b.hasil != "sama":
            _banding_satu(b, ada.get((orang[b.nip][0], b.nilai["periodik"], b.nilai["mulai"])))
        if b.galat:
            b.hasil = "galat"


def _banding_satu(b, k):
    """Outcome of one row beside the KinerjaPeriodik ``k`` that stands, or None."""
    if k is None:
        b.hasil = "baru"
        return
    lama = {n: _iso(getattr(k, n)) for n in SEBUTAN}
    beda = {n for n in SEBUTAN if str(lama[n]) != str(b.nilai[n])}
    if k.skp is not None:
        if k.predikat == b.nilai["predikat"]:
            b.hasil = "sama"
        else:
            b.tolak(
                "KUADRANKINERJANILAI", f"masa ini ditetapkan pada portal: {k.predikat}",
                "Yang ditetapkan pada portal tidak diganti impor; perbaiki di e-Kinerja BKN, atau hapus baris ini.",
            )  # fmt: skip
        return
    b.hasil = "berubah" if beda else "sama"
    b.perubahan = [{"kolom": SEBUTAN[n], "lama": str(lama[n]), "baru": str(b.nilai[n])} for n in SEBUTAN if n in beda]


def _iso(nilai):
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _tercatat(ids):
    return {
        (k.pegawai_id, k.periodik, k.mulai.isoformat()): k
        for k in KinerjaPeriodik.objects.filter(pegawai_id__in=ids, dibatalkan_pada=None)
    }


# ── applying and undoing ─────────────────────────────────────────────────────────────────────────────


def terapkan(batch_id, *, oleh=None, alamat=""):
    """Writes a previewed batch in one transaction; one that is applied already is left alone.

    What the portal has set for a masa meanwhile stands: such a row is passed over.
    """
    with sebagai(oleh, f"{alamat} impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis=JENIS)
        if batch.status not in ("pratinjau", "menerapkan"):
            return batch
        tulis.tenangkan_pemicu()
        baris = list(BarisImpor.objects.filter(batch=batch, hasil__in=("baru", "berubah")).values_list("nip", "nilai"))
        orang = dict(ProfilKini.objects.filter(nip__in={n for n, _ in baris}).values_list("nip", "pegawai_id"))
        ada, ganti, baru = _tercatat(set(orang.values())), [], []
        for nip, nilai in baris:
            lama = ada.get((orang.get(nip), nilai["periodik"], nilai["mulai"]))
            if nip not in orang or (lama is not None and lama.skp is not None):
                continue
            if lama is not None:
                ganti.append(lama.pk)
            baru.append(KinerjaPeriodik(pegawai_id=orang[nip], batch=batch, **nilai))
        KinerjaPeriodik.objects.filter(pk__in=ganti).update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=_diganti(batch)
        )
        KinerjaPeriodik.objects.bulk_create(baru, batch_size=1000)
        batch.ringkasan["tertulis"] = len(baru)
        batch.status, batch.diterapkan_pada = "diterapkan", timezone.now()
        batch.save(update_fields=["status", "diterapkan_pada", "ringkasan"])
        catat("impor_terap", batch, berkas=batch.nama_berkas)
        for kabari in SESUDAH:
            kabari(batch)
    return batch


def batalkan(batch_id, *, oleh, alamat=""):
    """Withdraws an applied batch; the rows it had replaced stand again. Raises PembatalanDitolak."""
    with sebagai(oleh, f"{alamat} batal impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis=JENIS)
        if batch.status != "diterapkan":
            raise PembatalanDitolak(f"Batch ini {batch.get_status_display().lower()}, bukan diterapkan.")
        for halangan in PENGHALANG:
            if sebab := halangan(batch):
                raise PembatalanDitolak(sebab)
        milik = KinerjaPeriodik.objects.filter(batch=batch, dibatalkan_pada=None)
        batch.ringkasan["batal"] = milik.update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=f"Impor {batch.pk} dibatalkan"
        )
        lama = list(KinerjaPeriodik.objects.filter(dibatalkan_sebab=_diganti(batch)).order_by("pk"))
        ada = _tercatat({k.pegawai_id for k in lama})
        kembali = [k for k in lama if (k.pegawai_id, k.periodik, k.mulai.isoformat()) not in ada]
        for k in kembali:
            k.pk, k.dicatat_pada, k.dibatalkan_pada, k.dibatalkan_sebab = None, timezone.now(), None, ""
        KinerjaPeriodik.objects.bulk_create(kembali, batch_size=1000)
        batch.ringkasan["kembali"] = len(kembali)
        batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
        batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
        catat("impor_batal", batch, berkas=batch.nama_berkas)
        for kabari in SESUDAH:
            kabari(batch)
    return batch


def tertinggal(sebelum):
    """Ids of files that wait to be read since a broker was away."""
    menunggu = BatchImpor.objects.filter(jenis=JENIS, status__in=("diunggah", "membaca"), diunggah_pada__lt=sebelum)
    return list(menunggu.values_list("pk", flat=True))


def galat_xlsx(batch):
    """The rows in error with reason and remedy, to mend and send again."""
    with batch.file.open("rb") as berkas:
        _, letak, isi = _buka(berkas, terperiksa=True)
    catatan = dict(BarisImpor.objects.filter(batch=batch, hasil="galat").values_list("nomor", "galat"))
    kolom = list(letak)
    baris = (
        [*(s[letak[k]] if letak[k] < len(s) else "" for k in kolom),
         *("\n".join(dict.fromkeys(g[x] for g in catatan[n] if g[x])) for x in ("kolom", "sebab", "perbaikan"))]
        for n, s in isi if n in catatan
    )  # fmt: skip
    return tulis_daftar("Kinerja periodik", [*kolom, "KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI"], baris, io.BytesIO())
