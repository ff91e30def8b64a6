"""Impor berkas sistem nasional: pelamar, hasil SKD, hasil SKB, hasil seleksi kompetensi PPPK.

Headers are matched by name (``kepegawaian.impor.lembar``); a preview names each row in error with the column, the reason and
the remedy. ``terapkan`` writes every clean row or, while one is in error, nothing; ``urungkan`` takes a whole import back while
nothing rests on it. Reading order: ``impor_baris`` (columns, one reader per kind), ``unggah``, ``terapkan``, ``urungkan``.
"""

import hashlib

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.impor import wadah
from kepegawaian.impor.ekspor import tulis_daftar
from kepegawaian.impor.lembar import buka_daftar
from pengadaan.models import ImporSeleksi, NilaiSeleksi, Pelamar
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.impor_baris import KOLOM, SINONIM, WAJIB, BacaNilai, BacaPelamar
from pengadaan.seleksi.perbuatan import kunci, simpan_naik

MAKS_GALAT = 500


def jenis_boleh(seleksi):
    """Kinds of files a selection takes: [(kode, nama)]."""
    nama = dict(ImporSeleksi.JENIS)
    kode = ("pelamar", "skd", "skb") if seleksi.cpns else ("pelamar", "kompetensi")
    return [(k, nama[k]) for k in kode]


def contoh_xlsx(jenis, baris=()):
    """An empty sheet with the headings of a kind, or filled with ``baris``."""
    return tulis_daftar(dict(ImporSeleksi.JENIS)[jenis], KOLOM[jenis], list(baris))


# ── upload and preview ───────────────────────────────────────────────────────────────────────────────


def unggah(pk, jenis, berkas, nama, *, oleh):
    """Reads the file and keeps what it says as a preview; raises DitolakSeleksi when it is no such file."""
    pesan = f"Berkas tidak mempunyai kolom {', '.join(WAJIB[jenis])}; pakai lembar contohnya atau ubah judul kolomnya."
    try:
        _, letak, isi = buka_daftar(berkas, KOLOM[jenis], WAJIB[jenis], SINONIM, pesan, panjang=True)
    except wadah.BerkasDitolak as galat:
        raise DitolakSeleksi(str(galat)) from galat
    if not isi:
        raise DitolakSeleksi("Berkas hanya berisi judul kolom, tanpa satu baris data pun.")
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "berjalan")
        if jenis not in dict(jenis_boleh(s)):
            raise DitolakSeleksi("Jenis berkas itu tidak dipakai pada seleksi ini.")
        baca = BacaPelamar(s) if jenis == "pelamar" else BacaNilai(s, jenis)
        for nomor, sel_ in isi:
            baca.satu(nomor, sel_, letak)
        s.impor.filter(jenis=jenis, status="pratinjau").update(status="ditinggal")
        batch = ImporSeleksi.objects.create(
            seleksi=s, jenis=jenis, nama_berkas=nama[-200:], sha256=sidik, kolom=list(letak), baris=baca.baris,
            galat=baca.galat[:MAKS_GALAT], sama=baca.sama, oleh=oleh.pengguna, diunggah_pada=oleh.kini,
        )  # fmt: skip
        jejak.catat("seleksi_asn_unggah", s, pada=oleh.kini, nama=s.nama, berkas=batch.nama_berkas)
    return batch


# ── apply and undo ───────────────────────────────────────────────────────────────────────────────────


def _kunci_impor(pk, *status):
    milik = ImporSeleksi.objects.select_related("seleksi").get(pk=pk)
    s = kunci(milik.seleksi_id, "berjalan")
    batch = ImporSeleksi.objects.select_for_update(of=("self",)).get(pk=pk)
    if batch.status not in status:
        raise DitolakSeleksi(f"Impor ini {batch.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    return s, batch


def terapkan(pk, *, oleh):
    """Writes every row of a preview, all or none. Raises DitolakSeleksi while one is in error or the data changed meanwhile."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, batch = _kunci_impor(pk, "pratinjau")
        if batch.galat:
            raise DitolakSeleksi(f"{len(batch.galat)} kesalahan belum diperbaiki; tidak ada baris yang disimpan.")
        if not batch.baris:
            raise DitolakSeleksi("Tidak ada baris baru; semuanya sudah tercatat sama.")
        (_tulis_pelamar if batch.jenis == "pelamar" else _tulis_nilai)(s, batch)
        batch.status, batch.diterapkan_pada = "diterapkan", oleh.kini
        batch.save(update_fields=["status", "diterapkan_pada"])
        simpan_naik(s)
        jejak.catat(
            "seleksi_asn_impor",
            s,
            pada=oleh.kini,
            nama=s.nama,
            jumlah=len(batch.baris),
            berkas=batch.get_jenis_display().lower(),
        )
    return batch


def _tulis_pelamar(s, batch):
    nomor = [b["nomor_peserta"] for b in batch.baris]
    if s.pelamar.filter(nomor_peserta__in=nomor).exists():
        raise DitolakSeleksi("Sebagian pelamar sudah tercatat oleh impor lain; unggah kembali berkasnya.")
    if {b["formasi_id"] for b in batch.baris} - set(s.formasi.values_list("pk", flat=True)):
        raise DitolakSeleksi("Formasi seleksi ini sudah berubah; unggah kembali berkasnya.")
    Pelamar.objects.bulk_create(
        [Pelamar(seleksi=s, impor=batch, **{k: v for k, v in b.items() if k != "nomor"}) for b in batch.baris],
        batch_size=500,
    )


def _tulis_nilai(s, batch):
    orang = [b["pelamar_id"] for b in batch.baris]
    if s.pelamar.filter(pk__in=orang).exclude(administrasi="ms").exists() or s.pelamar.filter(
        pk__in=orang
    ).count() != len(orang):
        raise DitolakSeleksi("Keputusan administrasi sebagian peserta sudah berubah; unggah kembali berkasnya.")
    NilaiSeleksi.objects.filter(pelamar_id__in=orang, tes=batch.jenis, batal=False, ganti__isnull=True).update(
        ganti=batch
    )
    lewati = ("nomor", "nomor_peserta", "ganti")
    NilaiSeleksi.objects.bulk_create(
        [
            NilaiSeleksi(tes=batch.jenis, impor=batch, **{k: v for k, v in b.items() if k not in lewati})
            for b in batch.baris
        ],
        batch_size=500,
    )


def urungkan(pk, *, oleh):
    """Takes an applied import back: its rows go, the scores they had replaced hold again. Refused while something rests on it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, batch = _kunci_impor(pk, "diterapkan")
        if sebab := sandaran(batch):
            raise DitolakSeleksi(sebab)
        if batch.jenis == "pelamar":
            batch.pelamar.all().delete()
        else:
            batch.nilai.update(batal=True)
            NilaiSeleksi.objects.filter(ganti=batch).update(ganti=None)
        batch.status, batch.dibatalkan_pada = "dibatalkan", oleh.kini
        batch.save(update_fields=["status", "dibatalkan_pada"])
        simpan_naik(s)
        jejak.catat("seleksi_asn_urung", s, pada=oleh.kini, nama=s.nama, berkas=batch.get_jenis_display().lower())
    return batch


def sandaran(batch):
    """Why an applied import cannot be undone, or ""."""
    if batch.seleksi.berhasil:
        return "Hasil seleksi sudah ditetapkan; impornya tidak dapat diurungkan."
    if batch.jenis == "pelamar":
        if NilaiSeleksi.objects.filter(pelamar__impor=batch).exists():
            return "Nilai ujian sebagian pelamarnya sudah diimpor; urungkan impor nilai itu lebih dulu."
        if batch.pelamar.exclude(administrasi="").exists():
            return "Sebagian pelamarnya sudah diputus administrasinya."
    if NilaiSeleksi.objects.filter(ganti__isnull=False, impor=batch, batal=False).exists():
        return "Sebagian nilainya sudah digantikan impor yang lebih baru; urungkan yang itu lebih dulu."
    if batch.jenis == "skd":
        lanjut = NilaiSeleksi.objects.filter(pelamar__in=batch.nilai.values("pelamar"), tes="skb").filter(
            Q(batal=False)
        )
        if lanjut.exists():
            return "Hasil SKB sudah diimpor; urungkan impor SKB lebih dulu."
    return ""
