"""Impor nilai IP ASN resmi dari SIASN: berkas → pratinjau → terapkan, batalkan. Containers and cells are those of SIASN's door.

One sheet (the first with NIP and the four dimensions) or a csv, a row a person and year, named as the service ``nilaiipasn``
names its fields. A value recorded earlier is shown as changed; applied, it is withdrawn and the new one written, and it stands
again when the batch is undone. What the portal computed is never touched.

    unggah(berkas, nama, tahun, per_tanggal, oleh, alamat="") -> BatchImpor   raises BerkasDitolak
    baca(batch_id), terapkan(batch_id, oleh, alamat), batalkan(batch_id, oleh, alamat) -> BatchImpor
    galat_xlsx(batch) -> BytesIO
"""

import hashlib
import io
import logging
from collections import Counter
from decimal import Decimal

from django.core.files import File
from django.utils import timezone

from indeks.bkn.models import NilaiResmi
from indeks.tabel import DIMENSI
from kepegawaian.impor import sel, tulis
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
JENIS = "ip"
KOLOM = ("NIP", "TAHUN", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN", "SUBTOTAL", "KETERANGAN_KUALIFIKASI",
         "KETERANGAN_KOMPETENSI", "KETERANGAN_KINERJA", "KETERANGAN_DISIPLIN", "CREATED_AT")  # fmt: skip
WAJIB = ("NIP", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN")
SINONIM = {
    "NIP BARU": "NIP", "NIPBARU": "NIP", "TAHUN PENGUKURAN": "TAHUN", "NILAI KUALIFIKASI": "KUALIFIKASI",
    "NILAI KOMPETENSI": "KOMPETENSI", "NILAI KINERJA": "KINERJA", "NILAI DISIPLIN": "DISIPLIN", "TOTAL": "SUBTOTAL",
    "SUB TOTAL": "SUBTOTAL", "NILAI": "SUBTOTAL", "NILAI TOTAL": "SUBTOTAL", "NILAI IP ASN": "SUBTOTAL", "CREATED AT": "CREATED_AT",
    "CREATEDAT": "CREATED_AT", **{f"KETERANGAN {d.upper()}": f"KETERANGAN_{d.upper()}" for d in DIMENSI},
}  # fmt: skip
TANPA_KOLOM = "Berkas tidak mempunyai kolom NIP, KUALIFIKASI, KOMPETENSI, KINERJA, dan DISIPLIN; pakai ekspor nilai IP ASN dari SIASN."
SEBUTAN = {"tahun": "Tahun", **{d: nama for d, (nama, _) in DIMENSI.items()}, "total": "Nilai"}
TAHUN_PERTAMA = 2019


def _diganti(batch):
    return f"Diganti impor {batch.pk}"


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


def _buka(berkas, *, terperiksa=False):
    return buka_daftar(berkas, KOLOM, WAJIB, SINONIM, TANPA_KOLOM, terperiksa=terperiksa, panjang=True)


def unggah(berkas, nama, tahun, per_tanggal, oleh, *, alamat=""):
    """Checks the container and the headers, then keeps the file. ``tahun``: of rows that name none."""
    _, _, baris = _buka(berkas)
    if not baris:
        raise BerkasDitolak("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    berkas.seek(0)
    with sebagai(oleh, alamat):
        batch = BatchImpor(
            jenis=JENIS, nama_berkas=nama[-200:], sha256=sidik, per_tanggal=per_tanggal, oleh=oleh, ringkasan={"tahun": tahun}
        )  # fmt: skip
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
    batch = milik.get()
    tahun = batch.ringkasan.get("tahun")
    try:
        with batch.file.open("rb") as berkas:
            lembar, letak, isi = _buka(berkas, terperiksa=True)
        daftar = [_baca_baris(lembar, letak, nomor, s, tahun, batch.per_tanggal.year) for nomor, s in isi]
        _bandingkan(daftar)
        with sebagai(None):
            BarisImpor.objects.filter(batch=batch_id).delete()
            tulis.tulis_baris_impor(batch_id, daftar)
            ringkasan = {"tahun": tahun, **hitung(b.hasil for b in daftar)}
            ringkasan["kolom_galat"] = dict(Counter(g["kolom"] for b in daftar for g in b.galat).most_common(20))
            milik.update(status="pratinjau", kemajuan=len(daftar), jumlah=len(daftar), ringkasan=ringkasan)
    except BerkasDitolak as galat:
        milik.update(status="gagal", pesan=str(galat)[:400])
    except Exception:
        log.exception("Batch nilai IP ASN %s gagal dibaca", batch_id)
        milik.update(status="gagal", pesan="Terjadi kesalahan di portal saat membaca berkas ini; coba baca ulang.")
        raise
    return milik.get()


def angka(nilai, maks):
    """A score of 0..``maks`` with at most two decimals, as 15, 22.5 or "22,50"; None when the cell is empty."""
    isi = sel.desimal(nilai, 5, 2)
    if isi is not None and Decimal(isi) > maks:
        raise SelSalah(f"{_koma(isi)} lebih dari {maks}", "Periksa kolomnya; mungkin tertukar dengan dimensi lain.")
    return None if isi is None else Decimal(isi)


def _saat(nilai):
    return nilai.isoformat() if hasattr(nilai, "isoformat") else sel.teks(nilai)


def _baca_baris(lembar, letak, nomor, isi, tahun_bawaan, tahun_kini):
    """One row with clean values, or with its errors."""
    b = Baris(lembar, nomor, JENIS)

    def baca_(kolom, pembaca):
        i = letak.get(kolom)
        mentah = isi[i] if i is not None and i < len(isi) else None
        try:
            return None if mentah in ("", None) else pembaca(mentah)
        except SelSalah as galat:
            b.tolak(kolom, galat.sebab, galat.perbaikan)
            return None

    b.nip = baca_("NIP", sel.nip) or ""
    tahun = baca_("TAHUN", lambda x: sel.tahun(x)[0]) or tahun_bawaan
    nilai = {d: baca_(d.upper(), lambda x, m=maks: angka(x, m)) for d, (_, maks) in DIMENSI.items()}
    total = baca_("SUBTOTAL", lambda x: angka(x, 100))
    salah = {g["kolom"] for g in b.galat}
    for kolom, ada in (("NIP", b.nip), *((d.upper(), nilai[d] is not None) for d in DIMENSI)):
        if not ada and kolom not in salah:
            b.tolak(kolom, f"{kolom} kosong", f"Isi {kolom}; nilai yang belum ada ditulis 0.")
    if "TAHUN" not in salah and not (tahun and TAHUN_PERTAMA <= tahun <= tahun_kini):
        b.tolak(
            "TAHUN", f"tahun {tahun or 'kosong'} tidak masuk akal", f"Tahun pengukuran {TAHUN_PERTAMA}–{tahun_kini}."
        )
    if not b.galat:
        jumlah = sum(nilai.values())
        if total is not None and total != jumlah:
            b.tolak(
                "SUBTOTAL",
                f"jumlah keempat dimensi {_koma(jumlah)}, bukan {_koma(total)}",
                "Periksa baris ini pada SIASN.",
            )
        keterangan = {d: (baca_(f"KETERANGAN_{d.upper()}", sel.teks) or "")[:300] for d in DIMENSI}
        b.nilai = {
            "tahun": tahun, **{d: str(n) for d, n in nilai.items()}, "total": str(jumlah),
            "keterangan": {d: k for d, k in keterangan.items() if k}, "dihitung_bkn": (baca_("CREATED_AT", _saat) or "")[:40],
        }  # fmt: skip
    return b


def _koma(n):
    return str(n).replace(".", ",")


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
    tandai_ganda(daftar, lambda b: b.nip and b.nilai and (b.nip, b.nilai["tahun"]), "TAHUN", "Tahun ini")
    ada = _tercatat({orang[b.nip][0] for b in daftar if not b.galat})
    for b in daftar:
        if not b.galat and b.hasil != "sama":
            _banding_satu(b, ada.get((orang[b.nip][0], b.nilai["tahun"])))
        if b.galat:
            b.hasil = "galat"


def _banding_satu(b, lama):
    """Outcome of one row beside the NilaiResmi ``lama`` that stands, or None."""
    if lama is None:
        b.hasil = "baru"
        return
    beda = [d for d in (*DIMENSI, "total") if str(getattr(lama, d)) != b.nilai[d]]
    b.hasil = "berubah" if beda or lama.keterangan != b.nilai["keterangan"] else "sama"
    b.perubahan = [{"kolom": SEBUTAN[d], "lama": _koma(getattr(lama, d)), "baru": _koma(b.nilai[d])} for d in beda]
    if b.hasil == "berubah" and not beda:
        b.perubahan = [{"kolom": "Keterangan", "lama": "keterangan lama", "baru": "keterangan baru"}]


def _tercatat(ids):
    return {
        (n.pegawai_id, n.tahun): n for n in NilaiResmi.objects.filter(pegawai_id__in=ids, dibatalkan_pada=None)
    }  # fmt: skip


# ── applying and undoing ─────────────────────────────────────────────────────────────────────────────


def terapkan(batch_id, *, oleh=None, alamat=""):
    """Writes a previewed batch in one transaction; one that is applied already is left alone."""
    with sebagai(oleh, f"{alamat} impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis=JENIS)
        if batch.status != "pratinjau":
            return batch
        baris = list(BarisImpor.objects.filter(batch=batch, hasil__in=("baru", "berubah")).values_list("nip", "nilai"))
        orang = dict(ProfilKini.objects.filter(nip__in={n for n, _ in baris}).values_list("nip", "pegawai_id"))
        ada = _tercatat(set(orang.values()))
        milik = [(orang[nip], nilai) for nip, nilai in baris if nip in orang]
        ganti = [ada[i, n["tahun"]].pk for i, n in milik if (i, n["tahun"]) in ada]
        NilaiResmi.objects.filter(pk__in=ganti, dibatalkan_pada=None).update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=_diganti(batch)
        )
        NilaiResmi.objects.bulk_create(
            [NilaiResmi(pegawai_id=i, batch=batch, **n) for i, n in milik], batch_size=1000
        )  # fmt: skip
        batch.ringkasan["tertulis"] = len(milik)
        batch.status, batch.diterapkan_pada = "diterapkan", timezone.now()
        batch.save(update_fields=["status", "diterapkan_pada", "ringkasan"])
        catat("impor_terap", batch, berkas=batch.nama_berkas)
    return batch


def batalkan(batch_id, *, oleh, alamat=""):
    """Withdraws an applied batch; the values it had replaced stand again as new rows. Raises PembatalanDitolak."""
    with sebagai(oleh, f"{alamat} batal impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis=JENIS)
        if batch.status != "diterapkan":
            raise PembatalanDitolak(f"Batch ini {batch.get_status_display().lower()}, bukan diterapkan.")
        milik = NilaiResmi.objects.filter(batch=batch, dibatalkan_pada=None)
        batch.ringkasan["batal"] = milik.update(
            dibatalkan_pada=timezone.now(), dibatalkan_sebab=f"Impor {batch.pk} dibatalkan"
        )
        lama = list(NilaiResmi.objects.filter(dibatalkan_sebab=_diganti(batch)).order_by("pk"))
        ada = _tercatat({n.pegawai_id for n in lama})
        kembali = [n for n in lama if (n.pegawai_id, n.tahun) not in ada]
        for n in kembali:
            n.pk, n.dicatat_pada, n.dibatalkan_pada, n.dibatalkan_sebab = None, timezone.now(), None, ""
        NilaiResmi.objects.bulk_create(kembali, batch_size=1000)
        batch.ringkasan["kembali"] = len(kembali)
        batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
        batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
        catat("impor_batal", batch, berkas=batch.nama_berkas)
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
    return tulis_daftar("Nilai IP ASN", [*kolom, "KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI"], baris, io.BytesIO())
