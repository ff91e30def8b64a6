"""Presensi: berkas mesin presensi → pratinjau → terapkan, batalkan. The doors (container, cells, batch) are those of SIASN.

One sheet (the first with NIP and TANGGAL) or a csv, a row a day: NIP, TANGGAL, MASUK, PULANG, KEADAAN, TERLAMBAT,
PULANG CEPAT (minutes). Where the machine gives no minutes they are counted from the working hours the clerk states at
upload (``ringkasan["jam"]``). A day recorded already is replaced by a new row, never rewritten; undoing a batch brings
the rows it had replaced back as new rows.

    unggah(berkas, nama, per_tanggal, oleh, jam=(), alamat="") -> BatchImpor   raises BerkasDitolak
    baca(batch_id), terapkan(batch_id, oleh, alamat), batalkan(batch_id, oleh, alamat) -> BatchImpor
    galat_xlsx(batch) -> BytesIO
"""

# Names of tables come from our models, values are always parameters.
# ruff: noqa: S608

import hashlib
import io
import logging
from collections import Counter
from datetime import date, datetime, time, timedelta

from django.core.files import File
from django.db import connection
from django.utils import timezone

from kepegawaian.impor import sel, tulis
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.impor.pratinjau import hitung, tandai_ganda
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import BarisImpor, BatchImpor, Presensi, ProfilKini

log = logging.getLogger(__name__)
KOLOM = ("NIP", "TANGGAL", "MASUK", "PULANG", "KEADAAN", "TERLAMBAT", "PULANG CEPAT")
WAJIB = ("NIP", "TANGGAL")
TANPA_KOLOM = "Berkas tidak mempunyai kolom NIP dan TANGGAL; pakai satu baris tiap pegawai tiap hari."
SINONIM = {
    "NIP BARU": "NIP", "JAM MASUK": "MASUK", "SCAN MASUK": "MASUK", "JAM PULANG": "PULANG", "SCAN PULANG": "PULANG",
    "STATUS": "KEADAAN", "KETERANGAN": "KEADAAN", "MENIT TERLAMBAT": "TERLAMBAT", "MENIT PULANG CEPAT": "PULANG CEPAT",
}  # fmt: skip
KEADAAN = {
    "HADIR": "hadir", "H": "hadir", "TANPA KETERANGAN": "tanpa_keterangan", "TK": "tanpa_keterangan",
    "ALPA": "tanpa_keterangan", "A": "tanpa_keterangan", "IZIN": "izin", "I": "izin", "SAKIT": "sakit", "S": "sakit",
    "CUTI": "cuti", "C": "cuti", "DINAS LUAR": "dinas_luar", "DL": "dinas_luar",
}  # fmt: skip
# Functions (batch) -> sentence or "": who must not lose its rows any more; other apps add theirs.
PENGHALANG = []
# Functions (batch) called inside the act once its days are written or withdrawn; they only queue work.
SESUDAH = []


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


def _buka(berkas, *, terperiksa=False):
    """(sheet name, {column: index}, rows with their number) of the first sheet with NIP and TANGGAL."""
    return buka_daftar(berkas, KOLOM, WAJIB, SINONIM, TANPA_KOLOM, terperiksa=terperiksa, panjang=True)


def unggah(berkas, nama, per_tanggal, oleh, *, jam=(), alamat=""):
    """Checks the container and the headers, then keeps the file. ``jam``: (masuk, pulang) of the office as HH:MM."""
    _, letak, baris = _buka(berkas)
    if not baris:
        raise BerkasDitolak("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
    if not jam and not {"TERLAMBAT", "PULANG CEPAT"} <= letak.keys():
        raise BerkasDitolak(
            "Berkas tidak mempunyai kolom TERLAMBAT dan PULANG CEPAT; isi jam kerja kantor supaya menitnya dapat dihitung."
        )
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    berkas.seek(0)
    with sebagai(oleh, alamat):
        batch = BatchImpor(
            jenis="presensi", nama_berkas=nama[-200:], sha256=sidik, per_tanggal=per_tanggal, oleh=oleh,
            ringkasan={"jam": list(jam)},
        )  # fmt: skip
        batch.file.save(
            f"{sidik[:16]}{'.csv' if nama.lower().endswith('.csv') else '.xlsx'}", File(berkas), save=False
        )
        batch.save()
        catat("impor_unggah", batch, berkas=batch.nama_berkas)
    return batch


def baca(batch_id):
    """Reads the file and compares it with what is recorded; a refused one is ``gagal`` with its sentence."""
    milik = BatchImpor.objects.filter(pk=batch_id, jenis="presensi")
    if not milik.filter(status__in=("diunggah", "membaca", "pratinjau", "gagal")).update(status="membaca", pesan=""):
        return milik.get()
    batch = milik.get()
    try:
        with batch.file.open("rb") as berkas:
            lembar, letak, isi = _buka(berkas, terperiksa=True)
        daftar = [_baca_baris(lembar, letak, nomor, s, batch.ringkasan.get("jam") or ()) for nomor, s in isi]
        _bandingkan(daftar)
        with sebagai(None):
            BarisImpor.objects.filter(batch=batch).delete()
            tulis.tulis_baris_impor(batch.pk, daftar)
            ringkasan = {"jam": batch.ringkasan.get("jam", []), **hitung(b.hasil for b in daftar)}
            ringkasan["kolom_galat"] = dict(Counter(g["kolom"] for b in daftar for g in b.galat).most_common(20))
            milik.update(status="pratinjau", kemajuan=len(daftar), jumlah=len(daftar), ringkasan=ringkasan)
    except BerkasDitolak as galat:
        milik.update(status="gagal", pesan=str(galat)[:400])
    except Exception:
        log.exception("Batch presensi %s gagal dibaca", batch_id)
        milik.update(status="gagal", pesan="Terjadi kesalahan di portal saat membaca berkas ini; coba baca ulang.")
        raise
    return milik.get()


def _jam(nilai):
    """HH:MM of a cell with a time of day, or None."""
    if isinstance(nilai, datetime):
        nilai = nilai.time()
    if isinstance(nilai, timedelta):
        detik = int(nilai.total_seconds()) % 86400
        nilai = time(detik // 3600, detik % 3600 // 60)
    if isinstance(nilai, time):
        return f"{nilai:%H:%M}"
    isi = sel.teks(nilai)
    if isi is None:
        return None
    bagian = isi.replace(".", ":").split(":")
    if (
        len(bagian) in (2, 3)
        and all(b.isascii() and b.isdigit() for b in bagian)
        and int(bagian[0]) < 24
        and int(bagian[1]) < 60
    ):
        return f"{int(bagian[0]):02d}:{int(bagian[1]):02d}"
    raise SelSalah(f"“{isi[:20]}” bukan jam", "Tulis jam sebagai jj:mm, misalnya 07:25.")


def _keadaan(nilai):
    isi = sel.teks(nilai)
    if isi is None:
        return None
    if isi.upper() not in KEADAAN:
        raise SelSalah(f"“{isi[:40]}” bukan keadaan kehadiran", "Pilih Hadir, TK, Izin, Sakit, Cuti, atau Dinas Luar.")
    return KEADAAN[isi.upper()]


def _menit(jam):
    return int(jam[:2]) * 60 + int(jam[3:5])


def _baca_baris(lembar, letak, nomor, isi, jam):
    """One row with clean values, or with its errors."""
    b = Baris(lembar, nomor, "presensi")

    def ambil(kolom, pembaca):
        i = letak.get(kolom)
        mentah = isi[i] if i is not None and i < len(isi) else None
        try:
            return None if mentah == "" else pembaca(mentah)
        except SelSalah as galat:
            b.tolak(kolom, galat.sebab, galat.perbaikan)
            return None

    b.nip = ambil("NIP", sel.nip) or ""
    tanggal = ambil("TANGGAL", lambda x: sel.tanggal(x)[0])
    masuk, pulang = ambil("MASUK", _jam), ambil("PULANG", _jam)
    keadaan = ambil("KEADAAN", _keadaan)
    telat, cepat = (ambil(k, lambda x: sel.bulat(x, 1440)) for k in ("TERLAMBAT", "PULANG CEPAT"))
    if not b.nip and not b.galat:
        b.tolak("NIP", "NIP kosong", "Isi NIP 18 angka.")
    if not tanggal and not b.galat:
        b.tolak("TANGGAL", "tanggal kosong", "Isi tanggal hh-bb-tttt.")
    if keadaan is None and not b.galat:
        if not masuk and not pulang:
            b.tolak(
                "KEADAAN", "keadaan dan jam keduanya kosong", "Isi keadaan: Hadir, TK, Izin, Sakit, Cuti, Dinas Luar."
            )
        keadaan = "hadir"
    if keadaan == "hadir":
        telat, cepat = _isi_menit(b, masuk, pulang, telat, cepat, jam)
    elif keadaan and (telat or cepat):
        b.tolak("TERLAMBAT", "menit terlambat atau pulang cepat hanya bagi yang hadir", "Kosongkan menitnya.")
    b.nilai = {
        "tanggal": tanggal, "masuk": masuk, "pulang": pulang, "keadaan": keadaan, "terlambat": telat or 0,
        "cepat": cepat or 0,
    }  # fmt: skip
    return b


def _isi_menit(b, masuk, pulang, telat, cepat, jam):
    """Minutes of a present day: as the machine gives them, else from the office hours; unknown ones are refused."""
    if telat is None:
        if jam and masuk:
            telat = max(0, _menit(masuk) - _menit(jam[0]))
        elif jam:
            b.tolak("MASUK", "jam masuk kosong", "Isi jam masuk, menit terlambat, atau keadaannya.")
    if cepat is None:
        if jam and pulang:
            cepat = max(0, _menit(jam[1]) - _menit(pulang))
        elif jam:
            b.tolak("PULANG", "jam pulang kosong", "Isi jam pulang, menit pulang cepat, atau keadaannya.")
    return telat, cepat


def _bandingkan(daftar):
    """Marks what is new, changed, the same or wrong; two queries for any number of rows."""
    orang = {
        n: (i, nama)
        for n, i, nama in ProfilKini.objects.filter(nip__in={b.nip for b in daftar if b.nip}).values_list(
            "nip", "pegawai_id", "nama"
        )
    }
    hari_ini = timezone.localdate().isoformat()
    for b in daftar:
        b.nama = orang[b.nip][1] if b.nip in orang else ""
        if b.nip and b.nip not in orang:
            b.tolak("NIP", "NIP ini tidak tercatat di portal", "Periksa NIP, atau impor data pegawainya dahulu.")
        if b.nilai["tanggal"] and b.nilai["tanggal"] > hari_ini:
            b.tolak("TANGGAL", "tanggal sesudah hari ini", "Periksa tanggalnya.")
    tandai_ganda(daftar, lambda b: b.nip and (b.nip, b.nilai["tanggal"]), "TANGGAL", "Hari ini")
    ada = _tercatat([b for b in daftar if not b.galat], orang)
    for b in daftar:
        if b.galat:
            b.hasil = "galat"
        elif b.hasil != "sama":
            lama = ada.get((orang[b.nip][0], b.nilai["tanggal"]))
            b.hasil = "baru" if lama is None else "sama" if lama == b.nilai else "berubah"
            if b.hasil == "berubah":
                b.perubahan = [{"kolom": k.upper(), "lama": str(lama[k] or ""), "baru": str(v or "")} for k, v in b.nilai.items() if v != lama[k]]  # fmt: skip


def _tercatat(daftar, orang):
    """{(pegawai_id, ISO date): values} of what stands for the days of these rows."""
    if not daftar:
        return {}
    hari = [date.fromisoformat(b.nilai["tanggal"]) for b in daftar]
    baris = Presensi.objects.filter(
        pegawai_id__in={orang[b.nip][0] for b in daftar}, tanggal__range=(min(hari), max(hari)), dibatalkan_pada=None
    )
    return {
        (p, t.isoformat()): {
            "tanggal": t.isoformat(), "masuk": f"{m:%H:%M}" if m else None, "pulang": f"{k:%H:%M}" if k else None,
            "keadaan": s, "terlambat": telat, "cepat": cepat,
        }
        for p, t, m, k, s, telat, cepat in baris.values_list(
            "pegawai_id", "tanggal", "masuk", "pulang", "keadaan", "menit_terlambat", "menit_pulang_cepat"
        )
    }  # fmt: skip


# ── applying and undoing ─────────────────────────────────────────────────────────────────────────────

_TABEL = Presensi._meta.db_table
_GANTI = f"""
    UPDATE {_TABEL} p SET dibatalkan_pada = now(), dibatalkan_batch_id = %(batch)s
    FROM kepegawaian_barisimpor b JOIN kepegawaian_pegawai o ON o.nip = b.nip
    WHERE b.batch_id = %(batch)s AND b.hasil IN ('baru', 'berubah') AND p.pegawai_id = o.id
      AND p.tanggal = (b.nilai->>'tanggal')::date AND p.dibatalkan_pada IS NULL"""
_ISI = f"""
    INSERT INTO {_TABEL} (pegawai_id, tanggal, masuk, pulang, keadaan, menit_terlambat, menit_pulang_cepat, batch_id)
    SELECT o.id, (b.nilai->>'tanggal')::date, (b.nilai->>'masuk')::time, (b.nilai->>'pulang')::time, b.nilai->>'keadaan',
           (b.nilai->>'terlambat')::int, (b.nilai->>'cepat')::int, b.batch_id
    FROM kepegawaian_barisimpor b JOIN kepegawaian_pegawai o ON o.nip = b.nip
    WHERE b.batch_id = %(batch)s AND b.hasil IN ('baru', 'berubah')"""
_KEMBALI = f"""
    INSERT INTO {_TABEL} (pegawai_id, tanggal, masuk, pulang, keadaan, menit_terlambat, menit_pulang_cepat, batch_id)
    SELECT DISTINCT ON (p.pegawai_id, p.tanggal) p.pegawai_id, p.tanggal, p.masuk, p.pulang, p.keadaan,
           p.menit_terlambat, p.menit_pulang_cepat, p.batch_id
    FROM {_TABEL} p WHERE p.dibatalkan_batch_id = %(batch)s AND p.batch_id <> %(batch)s
      AND NOT EXISTS (SELECT 1 FROM {_TABEL} x WHERE x.pegawai_id = p.pegawai_id AND x.tanggal = p.tanggal
                      AND x.dibatalkan_pada IS NULL)
    ORDER BY p.pegawai_id, p.tanggal, p.id DESC"""


def terapkan(batch_id, *, oleh=None, alamat=""):
    """Writes a previewed batch in one transaction; one that is applied already is left alone."""
    with sebagai(oleh, f"{alamat} impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis="presensi")
        if batch.status not in ("pratinjau", "menerapkan"):
            return batch
        tulis.tenangkan_pemicu()
        with connection.cursor() as kursor:
            kursor.execute(_GANTI, {"batch": batch.pk})
            kursor.execute(_ISI, {"batch": batch.pk})
            batch.ringkasan["tertulis"] = kursor.rowcount
        batch.status, batch.diterapkan_pada = "diterapkan", timezone.now()
        batch.save(update_fields=["status", "diterapkan_pada", "ringkasan"])
        catat("impor_terap", batch, berkas=batch.nama_berkas)
        for kabari in SESUDAH:
            kabari(batch)
    return batch


def batalkan(batch_id, *, oleh, alamat=""):
    """Withdraws an applied batch; the rows it had replaced stand again. Raises PembatalanDitolak."""
    with sebagai(oleh, f"{alamat} batal impor {batch_id}".strip()):
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id, jenis="presensi")
        if batch.status != "diterapkan":
            raise PembatalanDitolak(f"Batch ini {batch.get_status_display().lower()}, bukan diterapkan.")
        for halangan in PENGHALANG:
            if sebab := halangan(batch):
                raise PembatalanDitolak(sebab)
        with connection.cursor() as kursor:
            kursor.execute(
                f"UPDATE {_TABEL} SET dibatalkan_pada = now(), dibatalkan_batch_id = %(batch)s"
                " WHERE batch_id = %(batch)s AND dibatalkan_pada IS NULL", {"batch": batch.pk},
            )  # fmt: skip
            batch.ringkasan["batal"] = kursor.rowcount
            kursor.execute(_KEMBALI, {"batch": batch.pk})
            batch.ringkasan["kembali"] = kursor.rowcount
        batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
        batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
        catat("impor_batal", batch, berkas=batch.nama_berkas)
        for kabari in SESUDAH:
            kabari(batch)
    return batch


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
    return tulis_daftar("Presensi", [*kolom, "KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI"], baris, io.BytesIO())
