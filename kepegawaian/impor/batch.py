"""Batch: dari unggahan sampai laporan; apa yang dipakai halaman dan ``manage.py impor``.

``unggah`` refuses at once what is no table of ours; the rest goes to ``pratinjau`` and ``penerapan``.
"""

import hashlib
import io
from collections import defaultdict

from django.core.files import File
from django.utils import timezone

from kepegawaian.impor.ekspor import penulis, tulis_sel
from kepegawaian.impor.lembar import KOLOM_GALAT, LEMBAR_KUNCI, RIWAYAT, buka, judul_baku
from kepegawaian.impor.riwayat import judul_medan, rujukan_medan
from kepegawaian.impor.rujukan import MODEL, Rujukan
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import BarisImpor, BatchImpor, KamusReferensi, ProfilKini


def unggah(berkas, nama, per_tanggal, oleh, alamat=""):
    """Checks the container, the sheets and the headers, then keeps the file; raises BerkasDitolak.

    ``berkas``: seekable binary file. ``per_tanggal``: the date the file says its data to be of.
    """
    buku = buka(berkas, nama)
    berkas.seek(0)
    sidik = hashlib.file_digest(berkas, "sha256").hexdigest()
    berkas.seek(0)
    with sebagai(oleh, alamat):
        ringkasan = {}
        sama = BatchImpor.objects.filter(sha256=sidik, status="diterapkan").first()
        if sama is not None:
            ringkasan["pernah_diterapkan"] = sama.pk
        batch = BatchImpor(
            nama_berkas=nama[-200:], sha256=sidik, per_tanggal=per_tanggal, oleh=oleh, ringkasan=ringkasan
        )
        batch.file.save(f"{sidik[:16]}{'.csv' if buku.catatan else '.xlsx'}", File(berkas), save=False)
        batch.save()
        catat("impor_unggah", batch, berkas=batch.nama_berkas)
    return batch


def galat_xlsx(batch):
    """The rows in error as they came, with column, reason and remedy appended: an xlsx to mend and send again."""
    per_lembar = defaultdict(dict)
    baris = BarisImpor.objects.filter(batch=batch, hasil="galat")
    for lembar, nomor, galat in baris.values_list("lembar", "nomor", "galat"):
        per_lembar[lembar][nomor] = [
            "\n".join(dict.fromkeys(g[k] for g in galat if g[k])) for k in ("kolom", "sebab", "perbaikan")
        ]
    with batch.file.open("rb") as berkas:
        buku = buka(berkas, batch.nama_berkas, terperiksa=True)
    hasil = io.BytesIO()
    with penulis(hasil) as tujuan:
        for tabel in buku.tabel:
            if not per_lembar[tabel.nama]:
                continue
            kolom = [i for i, j in enumerate(tabel.judul) if judul_baku(j) not in KOLOM_GALAT]
            lembar = tujuan.lembar(tabel.nama, [*(str(tabel.judul[i]) for i in kolom), *KOLOM_GALAT])
            for nomor, sel in tabel.baris():
                if catatan := per_lembar[tabel.nama].get(nomor):
                    isi = [sel[i] if i < len(sel) else "" for i in kolom]
                    lebih = [s for s in sel[len(tabel.judul) :] if s not in ("", None)]
                    tulis_sel(lembar, [*isi, *catatan, *lebih])
    hasil.seek(0)
    return hasil


def tidak_ada_di_ekspor(batch):
    """ProfilKini of the active pegawai whom the file does not name; a missing row is no deletion, only a question."""
    utama = batch.ringkasan.get("lembar_utama")
    if not utama:
        return ProfilKini.objects.none()
    disebut = BarisImpor.objects.filter(batch=batch, lembar=utama).values("nip")
    return ProfilKini.objects.filter(aktif=True).exclude(nip__in=disebut)


def jawab_referensi(kamus_id, jawaban, oleh, *, abaikan=False, alamat=""):
    """Remembers what an unknown text means (key of its table), or that it is to be ignored; returns the row.

    Raises ValueError when the key does not exist. An open preview must be read again to see the answer.
    """
    with sebagai(oleh, alamat):
        kamus = KamusReferensi.objects.select_for_update().get(pk=kamus_id)
        jawaban = "" if abaikan else str(jawaban).strip()
        if not abaikan and not _ada(kamus.jenis, jawaban):
            raise ValueError(f"“{jawaban}” tidak ada pada daftar {kamus.jenis.replace('_', ' ')}.")
        kamus.jawaban, kamus.abaikan = jawaban, abaikan
        kamus.dijawab_oleh, kamus.dijawab_pada = oleh, timezone.now()
        kamus.save()
        catat("impor_kamus", kamus, teks=kamus.teks, jawaban=jawaban, abaikan=abaikan)
    return kamus


def _ada(jenis, jawaban):
    model = MODEL[jenis]
    if jenis in ("unit", "jabatan") and not jawaban.isdigit():
        return False
    return model.objects.filter(pk=jawaban).exists()


def pilihan_referensi(jenis):
    """[(key, name)] an officer may answer with, for the queue of ``jenis``."""
    if jenis == "unit":
        r = Rujukan()
        return sorted(((u.id, " - ".join((u.nama, *r.leluhur(u)))) for u in r.unit.values()), key=lambda x: x[1])
    return list(MODEL[jenis].objects.values_list("pk", "kode" if jenis == "golongan" else "nama"))


def rincian(batch, baris, rujukan=None):
    """[(header, text)] of a clean row for the screen, references by name. ``rujukan``: one Rujukan for many rows."""
    rujukan = rujukan or Rujukan()
    if baris.lembar == batch.ringkasan.get("lembar_utama"):
        return _rincian_utama(baris.nip, baris.nilai, rujukan)
    kunci = RIWAYAT[judul_baku(baris.lembar)].kunci
    judul, acuan = judul_medan(kunci), rujukan_medan(kunci)
    urut = [k.judul for k in LEMBAR_KUNCI[kunci].kolom]
    isi = [
        (judul.get(n, n), rujukan.tampil(acuan[n], v) if n in acuan else _tampil(v)) for n, v in baris.nilai.items()
    ]
    return sorted(isi, key=lambda x: urut.index(x[0]) if x[0] in urut else 99)


def _rincian_utama(nip, nilai, rujukan):
    """The facts of a main row, those that are there."""
    pangkat, jabatan = nilai.get("pangkat", {}), nilai.get("jabatan", {})
    didik = nilai.get("pendidikan", {})
    isi = {
        "NIP": nip,
        **{k.replace("_", " ").upper(): v for k, v in nilai.get("identitas", {}).items()},
        "STATUS CPNS PNS": nilai.get("status"),
        "KEDUDUKAN HUKUM": rujukan.tampil("kedudukan", nilai.get("kedudukan")),
        "TMT CPNS": nilai.get("tmt_cpns"),
        "TMT PNS": nilai.get("tmt_pns"),
        "GOL AWAL": nilai.get("gol_awal"),
        "GOL AKHIR": pangkat.get("golongan_id"),
        "TMT GOLONGAN": pangkat.get("tmt"),
        "JABATAN": rujukan.tampil("jabatan", jabatan.get("jabatan_id")),
        "TMT JABATAN": jabatan.get("tmt"),
        "UNOR": rujukan.tampil("unit", nilai.get("unit")),
        "PENDIDIKAN": f"{rujukan.tampil('tingkat_pendidikan', didik.get('tingkat_id'))} {didik.get('nama', '')}".strip(),
        "TAHUN LULUS": didik.get("tahun_lulus"),
    }
    return [(k, _tampil(v)) for k, v in isi.items() if v]


def _tampil(nilai):
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    nilai = str(nilai)
    return f"{nilai[8:]}-{nilai[5:7]}-{nilai[:4]}" if len(nilai) == 10 and nilai[4] == nilai[7] == "-" else nilai
