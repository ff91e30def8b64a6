"""Presensi: berkas mesin presensi → pratinjau → terapkan, batalkan.

One sheet (the first with NIP and TANGGAL) or a csv, a row a day: NIP, TANGGAL, MASUK, PULANG, KEADAAN, TERLAMBAT,
PULANG CEPAT (minutes). Where the machine gives no minutes they are counted from the working hours the clerk states at
upload (``ringkasan["jam"]``). A day recorded already is replaced by a new row, never rewritten; undoing a batch brings
the rows it had replaced back as new rows. The shape is that of ``impor.daftar``; a month of a regency is written in SQL.

    unggah(berkas, nama, per_tanggal, oleh, jam=(), alamat="") -> BatchImpor   raises BerkasDitolak
    IMPOR.baca, .terapkan, .batalkan, .galat_xlsx
"""

# Names of tables come from our models, values are always parameters.
# ruff: noqa: S608

from datetime import date, datetime, time, timedelta

from django.db import connection
from django.utils import timezone

from kepegawaian.impor import sel
from kepegawaian.impor.daftar import ImporDaftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import Presensi

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
_CABUT = f"""
    UPDATE {_TABEL} SET dibatalkan_pada = now(), dibatalkan_batch_id = %(batch)s
    WHERE batch_id = %(batch)s AND dibatalkan_pada IS NULL"""
_KEMBALI = f"""
    INSERT INTO {_TABEL} (pegawai_id, tanggal, masuk, pulang, keadaan, menit_terlambat, menit_pulang_cepat, batch_id)
    SELECT DISTINCT ON (p.pegawai_id, p.tanggal) p.pegawai_id, p.tanggal, p.masuk, p.pulang, p.keadaan,
           p.menit_terlambat, p.menit_pulang_cepat, p.batch_id
    FROM {_TABEL} p WHERE p.dibatalkan_batch_id = %(batch)s AND p.batch_id <> %(batch)s
      AND NOT EXISTS (SELECT 1 FROM {_TABEL} x WHERE x.pegawai_id = p.pegawai_id AND x.tanggal = p.tanggal
                      AND x.dibatalkan_pada IS NULL)
    ORDER BY p.pegawai_id, p.tanggal, p.id DESC"""


class ImporPresensi(ImporDaftar):
    """Days of presensi."""

    jenis, judul = "presensi", "Presensi"
    kolom, wajib, sinonim, tanpa_kolom = KOLOM, WAJIB, SINONIM, TANPA_KOLOM
    kolom_ganda, sebutan_ganda = "TANGGAL", "Hari ini"
    model, diingat = Presensi, ("jam",)

    def periksa_kepala(self, letak, ringkasan):
        """Minutes are in the file, or counted from the hours of the office."""
        if not ringkasan.get("jam") and not {"TERLAMBAT", "PULANG CEPAT"} <= letak.keys():
            raise BerkasDitolak(
                "Berkas tidak mempunyai kolom TERLAMBAT dan PULANG CEPAT; isi jam kerja kantor supaya menitnya dapat dihitung."
            )

    def baca_baris(self, b, baca, batch):
        """One row with clean values, or with its errors."""
        b.nip = baca("NIP", sel.nip) or ""
        tanggal = baca("TANGGAL", lambda x: sel.tanggal(x)[0])
        masuk, pulang = baca("MASUK", _jam), baca("PULANG", _jam)
        keadaan = baca("KEADAAN", _keadaan)
        telat, cepat = (baca(k, lambda x: sel.bulat(x, 1440)) for k in ("TERLAMBAT", "PULANG CEPAT"))
        if not b.nip and not b.galat:
            b.tolak("NIP", "NIP kosong", "Isi NIP 18 angka.")
        if not tanggal and not b.galat:
            b.tolak("TANGGAL", "tanggal kosong", "Isi tanggal hh-bb-tttt.")
        if tanggal and tanggal > timezone.localdate().isoformat():
            b.tolak("TANGGAL", "tanggal sesudah hari ini", "Periksa tanggalnya.")
        if keadaan is None and not b.galat:
            if not masuk and not pulang:
                b.tolak("KEADAAN", "keadaan dan jam keduanya kosong",
                        "Isi keadaan: Hadir, TK, Izin, Sakit, Cuti, Dinas Luar.")  # fmt: skip
            keadaan = "hadir"
        if keadaan == "hadir":
            telat, cepat = _isi_menit(b, masuk, pulang, telat, cepat, batch.ringkasan.get("jam") or ())
        elif keadaan and (telat or cepat):
            b.tolak("TERLAMBAT", "menit terlambat atau pulang cepat hanya bagi yang hadir", "Kosongkan menitnya.")
        b.nilai = {
            "tanggal": tanggal, "masuk": masuk, "pulang": pulang, "keadaan": keadaan, "terlambat": telat or 0,
            "cepat": cepat or 0,
        }  # fmt: skip

    def kunci(self, nilai):
        """A day."""
        return (nilai["tanggal"],)

    def tercatat(self, ids, nilai):
        """What stands for the days asked about, as a row says it."""
        if not ids:
            return {}
        hari = [date.fromisoformat(n["tanggal"]) for n in nilai]
        baris = Presensi.objects.filter(
            pegawai_id__in=ids, tanggal__range=(min(hari), max(hari)), dibatalkan_pada=None
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

    def banding(self, b, lama):
        """The same, or changed in these columns."""
        beda = [k for k, v in b.nilai.items() if v != lama[k]]
        b.hasil = "berubah" if beda else "sama"
        b.perubahan = [{"kolom": k.upper(), "lama": str(lama[k] or ""), "baru": str(b.nilai[k] or "")} for k in beda]

    def tulis(self, batch):
        """In two statements, however many days."""
        with connection.cursor() as kursor:
            kursor.execute(_GANTI, {"batch": batch.pk})
            kursor.execute(_ISI, {"batch": batch.pk})
            return kursor.rowcount

    def cabut(self, batch):
        """In two statements, however many days."""
        with connection.cursor() as kursor:
            kursor.execute(_CABUT, {"batch": batch.pk})
            batal = kursor.rowcount
            kursor.execute(_KEMBALI, {"batch": batch.pk})
            return batal, kursor.rowcount


IMPOR = ImporPresensi()


def unggah(berkas, nama, per_tanggal, oleh, *, jam=(), alamat=""):
    """Keeps the file. ``jam``: (masuk, pulang) of the office as HH:MM, where the machine gives no minutes."""
    return IMPOR.unggah(berkas, nama, per_tanggal, oleh, ringkasan={"jam": list(jam)}, alamat=alamat)
