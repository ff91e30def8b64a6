"""Jabatan kosong dan yang akan kosong, dan penertiban data jabatan; each one SQL over today's state."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.db import connection

from kepangkatan.peta.bezetting import baca_sql
from kepegawaian.aturan import tambah_bulan

BULAN = 12
KEADAAN = (("kosong", "Kosong"), ("akan", "Akan kosong dalam 12 bulan"), ("semua", "Keduanya"))
TEMUAN = {
    "berakhir": ("Jabatannya sudah berakhir", "Pejabat masih tercatat pada jabatan atau unit yang sudah tidak berlaku."),
    "beda_unit": ("Unit kerja berbeda", "Unit pegawai tidak sama dengan unit jabatannya."),
    "ganda": ("Lebih dari satu pejabat", "Satu kursi dipegang lebih dari satu orang."),
    "tanpa_kelas": ("Tanpa kelas jabatan", "Kelas jabatan belum tercatat, sehingga tunjangan dan peta jabatan tidak lengkap."),
    "tanpa_jabatan": ("Tanpa jabatan", "Pegawai aktif yang jabatannya belum tercatat."),
}  # fmt: skip


class Kosong(NamedTuple):
    """A seat without a definitive holder, or whose holder retires within a year.

    ``pernah``: ``kosong_sejak`` is the day the last holder left, not the day the post began.
    """

    jabatan_id: int
    nama: str
    eselon: str
    unit_id: int
    jenis: str
    pegawai_id: int | None
    tmt_pensiun: date | None
    kosong_sejak: date | None
    pernah: bool
    plt: str | None
    plt_id: int | None
    plt_sampai: date | None

    @property
    def kosong(self):
        """Nobody holds it today."""
        return self.kosong_sejak is not None


class Temuan(NamedTuple):
    """One finding; ``banyak``: holders of the seat, or people in a post without kelas."""

    temuan: str
    jabatan_id: int | None
    jabatan: str
    unit_id: int | None
    pegawai_id: int | None
    unit_pegawai: int | None
    banyak: int


def jabatan_kosong(per):
    """[Kosong], vacant ones first, the highest eselon on top; one query."""
    with connection.cursor() as kursor:
        kursor.execute(baca_sql("kosong"), {"per": per, "batas": tambah_bulan(per, BULAN)})
        daftar = [Kosong(*baris) for baris in kursor.fetchall()]
    return sorted(daftar, key=lambda k: (not k.kosong, k.eselon or "z", k.kosong_sejak or k.tmt_pensiun, k.nama))


def penertiban(per):
    """[Temuan] by kind and name; one query."""
    with connection.cursor() as kursor:
        kursor.execute(baca_sql("penertiban"), {"per": per})
        daftar = [Temuan(*baris) for baris in kursor.fetchall()]
    urut = {kode: i for i, kode in enumerate(TEMUAN)}
    return sorted(daftar, key=lambda t: (urut[t.temuan], t.jabatan, t.pegawai_id or 0))


def hitung(daftar):
    """[(code, name, how many)] of the findings."""
    banyak = Counter(t.temuan for t in daftar)
    return [(kode, nama, banyak[kode]) for kode, (nama, _) in TEMUAN.items()]
