"""Langkah kegiatan: apa yang harus ada sebelum sebuah langkah selesai, dan akibatnya sesudah itu.

Called by ``kegiatan.selesaikan`` under the lock. ``SIAP[kode](k, oleh)`` returns a sentence of what is missing, or "";
``AKIBAT[kode](k, oleh)`` does what follows.
"""

from django.db.models import Q

from diklat.pelatihan import evaluasi, kabar, peserta
from diklat.pelatihan.galat import DitolakDiklat
from kepegawaian.aturan import tulis_tanggal
from layanan.models import Usulan


def harus_siap(k, kode, oleh):
    """Raises DitolakDiklat with what is still missing."""
    if kalimat := SIAP.get(kode, lambda *_: "")(k, oleh):
        raise DitolakDiklat(kalimat)


def akibat(k, kode, oleh):
    """What the finished step brings about."""
    AKIBAT.get(kode, lambda *_: None)(k, oleh)


# ── what must be there ───────────────────────────────────────────────────────────────────────────────


def _edaran(k, oleh):
    return "" if k.surat.filter(kode="edaran").exists() else "Terbitkan surat edarannya lebih dulu."


def _usul(k, oleh):
    if oleh.hari_ini <= k.tutup:
        return f"Nominasi masih dibuka sampai {tulis_tanggal(k.tutup)}; ubah tanggal tutupnya bila ditutup lebih awal."
    return "" if k.peserta.exclude(status__in=k.peserta.model.LEPAS).exists() else "Belum ada seorang pun calon."


def _verifikasi(k, oleh):
    sisa = k.peserta.filter(status="diusulkan").count()
    if sisa:
        return f"{sisa} calon belum diperiksa."
    return "" if k.peserta.filter(status="ms").exists() else "Tidak ada calon yang memenuhi syarat; batalkan kegiatan."


def _nota_dinas(k, oleh):
    return "" if k.surat.filter(kode="nota_dinas").exists() else "Terbitkan nota dinasnya lebih dulu."


def _pengiriman(k, oleh):
    return "" if k.surat.filter(kode="pengiriman").exists() else "Terbitkan surat pengirimannya lebih dulu."


def _surat_tugas(k, oleh):
    sisa = k.peserta.filter(status="peserta", surat_tugas=None).count()
    return f"{sisa} peserta belum bersurat tugas." if sisa else ""


def _pelatihan(k, oleh):
    if oleh.hari_ini < k.selesai:
        return f"Pelatihan baru selesai {tulis_tanggal(k.selesai)}."
    return ""


def _hasil(k, oleh):
    sisa = k.peserta.filter(status="peserta", lulus=None).count()
    if sisa:
        return f"Hasil {sisa} peserta belum diisi."
    return "" if k.jp else "Sertifikat tanpa jumlah JP (DIK-03); isi jumlah JP kegiatan ini lebih dulu."


def _riwayat(k, oleh):
    lulus = k.peserta.filter(status="peserta", lulus=True)
    if lulus.filter(Q(usulan=None) | Q(usulan__status__in=("dibatalkan", "ditolak"))).exists():
        return "Ajukan sertifikat peserta yang lulus lebih dulu."
    jalan = lulus.filter(usulan__status__in=Usulan.BERJALAN).count()
    return f"Sertifikat {jalan} peserta belum ditandatangani atau direkam." if jalan else ""


SIAP = {
    "edaran": _edaran, "usul": _usul, "verifikasi": _verifikasi, "nota_dinas": _nota_dinas, "pengiriman": _pengiriman,
    "surat_tugas": _surat_tugas, "pelatihan": _pelatihan, "hasil": _hasil, "riwayat": _riwayat,
}  # fmt: skip


# ── what follows ─────────────────────────────────────────────────────────────────────────────────────


def _buka(k, oleh):
    isi = f"Usulkan calon sampai {tulis_tanggal(k.tutup)}; kuota {k.kuota}, mulai {tulis_tanggal(k.mulai)}."
    kabar.operator(k, f"Nominasi dibuka: {k.nama}", isi, oleh)


AKIBAT = {
    "edaran": _buka, "persiapan": _buka, "undangan": _buka, "verifikasi": peserta.peringkatkan,
    "persetujuan": peserta.tetapkan, "pasca": evaluasi.jadwalkan,
}  # fmt: skip
