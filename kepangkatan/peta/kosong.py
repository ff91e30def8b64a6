"""Jabatan kosong dan yang akan kosong pada tanggal mana pun, dan penertiban data jabatan hari ini; each one SQL."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from kepangkatan.daftar.bentuk import Bagian, Baris, Kolom, hari
from kepangkatan.peta import keadaan
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini

BULAN = 12
KOSONG = Bagian(
    "kosong",
    "Jabatan kosong",
    (
        Kolom("Jabatan", ("Jabatan", "Eselon")),
        Kolom("Unit kerja", lebar=60),
        Kolom("Keadaan", ("Keadaan", "Sejak atau TMT pensiun"), 34),
        Kolom("Pengganti sementara", ("Plt. atau Plh.", "Sampai"), 46),
        Kolom("Pejabat yang akan pensiun", lebar=46),
    ),
    "Jabatan struktural dan kepala unit tanpa pejabat definitif pada tanggal itu, dan yang pejabatnya pensiun dalam 12 bulan "
    "sesudahnya. Bagi tanggal mendatang yang mencapai batas usia pensiun sebelumnya dihitung sudah pensiun.",
)
SEBUTAN = {"PLT": "Plt.", "PLH": "Plh."}
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
        """Nobody holds it on the day."""
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


def jabatan_kosong(per, *, sepengetahuan=None):
    """[Kosong] on any day, vacant ones first, the highest eselon on top; one query."""
    batas = tambah_bulan(per, BULAN)
    daftar = [Kosong(*b) for b in keadaan.jalankan("kosong", per, sepengetahuan=sepengetahuan, batas=batas)]
    return sorted(daftar, key=lambda k: (not k.kosong, k.eselon or "z", k.kosong_sejak or k.tmt_pensiun, k.nama))


def susun(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """(parts, rows) of the official list of vacant posts on ``per``; names as they are written today."""
    acuan = acuan_kini()
    cabang = None if unit_id is None else acuan.turunan([unit_id])
    daftar = [k for k in jabatan_kosong(per, sepengetahuan=sepengetahuan) if cabang is None or k.unit_id in cabang]
    orang = ProfilKini.objects.in_bulk({i for k in daftar for i in (k.pegawai_id, k.plt_id)} - {None})
    nama = {pk: o.nama_lengkap for pk, o in orang.items()}
    return [KOSONG], [
        Baris("kosong", nomor, sel(k, acuan, nama), unit_id=k.unit_id, nama=k.nama)
        for nomor, k in enumerate(daftar, 1)
    ]


def sel(k, acuan, nama):
    """Cells of the columns of ``KOSONG``; ``nama`` {pegawai id: name}."""
    unit = acuan.unit.get(k.unit_id)
    sejak = hari(k.kosong_sejak) if k.pernah else "belum pernah terisi"
    plt = f"{SEBUTAN.get(k.plt, '')} {nama.get(k.plt_id, '')}".strip()
    return [
        [k.nama, k.eselon],
        [unit.nama if unit else ""],
        ["Kosong", sejak] if k.kosong else ["Akan kosong", hari(k.tmt_pensiun)],
        [plt, hari(k.plt_sampai)] if plt else ["", ""],
        ["" if k.kosong else nama.get(k.pegawai_id, "")],
    ]


def penertiban(per):
    """[Temuan] by kind and name; one query."""
    daftar = [Temuan(*baris) for baris in keadaan.jalankan("penertiban", per)]
    urut = {kode: i for i, kode in enumerate(TEMUAN)}
    return sorted(daftar, key=lambda t: (urut[t.temuan], t.jabatan, t.pegawai_id or 0))


def hitung(daftar):
    """[(code, name, how many)] of the findings."""
    banyak = Counter(t.temuan for t in daftar)
    return [(kode, nama, banyak[kode]) for kode, (nama, _) in TEMUAN.items()]
