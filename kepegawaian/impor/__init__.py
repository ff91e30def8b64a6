"""Pintu SIASN: unggah → pratinjau → terapkan, batalkan, dan ekspor dalam bentuk yang sama.

Sources: the 67 columns of "Ekspor Data ASN" of SIASN and its web-service field names, and riwayat sheets of
our own (``format.py``). Columns are matched by name, never by number.

Reading order, the way a file goes: ``format`` (sheets and columns), ``wadah`` (a file that is not what it
claims stops here), ``lembar`` (sheets, headers, rows), ``sel`` (the eleven cell rules), ``rujukan`` (references
and the queue of unknown ones), ``utama`` and ``riwayat`` (a row becomes clean values), ``keadaan`` (what is
recorded now), ``rencana`` and ``susun`` (compare), ``pratinjau``, ``penerapan``, ``pembatalan``, ``tulis`` (COPY),
``ekspor``, ``batch`` (what pages call).

For pages and commands::

    unggah(berkas, nama, per_tanggal, oleh, alamat="") -> BatchImpor    raises BerkasDitolak(kalimat)
    baca(batch_id) -> BatchImpor          preview; again after answers in the queue; status pratinjau or gagal
    terapkan(batch_id, oleh_id=None, alamat="") -> BatchImpor           raises SedangDipakai
    batalkan(batch_id, oleh, alamat="") -> BatchImpor                   raises PembatalanDitolak, SedangDipakai
    catat_penolakan(batch_id, sebab="")    what the page says when undoing in the background was refused
    galat_xlsx(batch) -> BytesIO          rows in error, to mend and send again
    tidak_ada_di_ekspor(batch) -> queryset of ProfilKini
    jawab_referensi(kamus_id, jawaban, oleh, abaikan=False) -> KamusReferensi      raises ValueError
    pilihan_referensi(jenis) -> [(kunci, nama)]
    rincian(batch, baris, rujukan=None) -> [(judul, teks)]              a new row, for the screen
    tulis_67(sasaran, file, sensitif=False), tulis_daftar(judul, kolom, baris) -> BytesIO
    PENGHALANG: list of (batch, pegawai_ids) -> {pegawai_id: sebab}; who must not be undone

Reading and applying belong in a task: ``kepegawaian.tasks.baca_batch`` and ``terapkan_batch`` through
``kepegawaian.antrean.antrekan``. While they run, ``status`` is membaca or menerapkan and ``kemajuan`` of ``jumlah`` rows
are done. ``BatchImpor.ringkasan`` holds: baru, berubah, sama, galat (rows), lembar {name: {hasil: n}},
lembar_utama, lembar_diabaikan, kolom_asing {sheet: [headers not read]}, kolom_galat {column: n}, tanggal
{sheet: {column: {how written: n}}}, sandi and pemisah (csv), referensi (unknown texts), selisih (rows),
pernah_diterapkan (id of an applied batch of the same file), tertulis {kunci: rows, akun: n} after applying,
batal {riwayat, ditulis_kembali, kolom, kolom_tetap, tetap: [{nip, nama, sebab}]} after undoing,
batal_ditolak (why the worker did not undo it).
``BarisImpor.perubahan`` may hold NIK and other masked columns (key ``kolom``): mask them on screen.
"""

from importlib import import_module

# Loaded when first asked for: ``kepegawaian.impor.format`` must be readable without Django (``bangkit``).
_TEMPAT = {
    "batch": ("galat_xlsx", "jawab_referensi", "pilihan_referensi", "rincian", "tidak_ada_di_ekspor", "unggah"),
    "ekspor": ("tulis_67", "tulis_daftar"),
    "pembatalan": ("PENGHALANG", "PembatalanDitolak", "batalkan", "catat_penolakan"),
    "penerapan": ("SedangDipakai", "terapkan"),
    "pratinjau": ("baca",),
    "wadah": ("BerkasDitolak",),
}
_ASAL = {nama: modul for modul, isi in _TEMPAT.items() for nama in isi}


def __getattr__(nama):
    """The functions above, from the module each lives in."""
    if nama not in _ASAL:
        raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
    return getattr(import_module(f"{__name__}.{_ASAL[nama]}"), nama)
