"""Perbuatan pada register sarana: the only writer of Barang, Ruang and what hangs on them.

Each act: who may → lock → state and version allow → change → Jejak, in one transaction.
"""

from contextlib import contextmanager

from django.db import IntegrityError

from eperformance.galat import VersiLama
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from layanan.galat import DitolakAlur
from tata_kelola.anggaran import BERPAGU
from tata_kelola.hak import memiliki, mengelola
from tata_kelola.models import Barang, KeadaanBarang, KebutuhanBarang, Pemeliharaan, Ruang

BASI = "Data ini sudah diubah di tempat lain sejak halaman Anda dibuka. Periksa lagi, lalu ulangi."
MEDAN = ("kode", "nama", "kategori", "merek", "tahun", "nilai")
MEDAN_BUTUH = ("tahun", "unit", "simpul", "nama", "kategori", "jumlah", "satuan", "harga", "alasan")


def _catat(aksi, objek, oleh, /, **isi):
    jejak.catat(
        aksi, objek, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, **{k: str(v)[:200] for k, v in isi.items()}
    )


def _periksa(oleh):
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakAlur("Register sarana diisi oleh Sekretariat BKPSDM.")


@contextmanager
def _satu(model, pk, versi, oleh):
    """The locked row for one change; its version rises at the end."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = model.objects.select_for_update(of=("self",)).get(pk=pk)
        if versi is not None and satu.versi != versi:
            raise VersiLama(satu, BASI)
        yield satu
        satu.versi += 1
        satu.save()


@contextmanager
def _barang(pk, versi, oleh):
    """The locked thing, still on the register."""
    _periksa(oleh)
    with _satu(Barang, pk, versi, oleh) as barang:
        if barang.dilepas_pada is not None:
            raise DitolakAlur("Barang ini sudah dikeluarkan dari register.")
        yield barang


def _tahun(data, oleh):
    if data["tahun"] > oleh.hari_ini.year:
        raise DitolakAlur("Tahun perolehan belum tiba.")


def buat_ruang(data, *, oleh):
    """A room. Refused: who may not, a code that is taken."""
    _periksa(oleh)
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            ruang = Ruang.objects.create(kode=data["kode"], nama=data["nama"], unit=data["unit"])
            _catat("sarana_ruang", ruang, oleh, ruang=ruang)
    except IntegrityError as galat:
        raise DitolakAlur(f"Kode ruang {data['kode']} sudah dipakai.") from galat
    return ruang


def buat_barang(data, *, oleh):
    """A thing with its first state. Refused: who may not, a code that is taken, a year to come."""
    _periksa(oleh)
    _tahun(data, oleh)
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            barang = Barang.objects.create(**{k: data[k] for k in MEDAN}, dibuat_pada=oleh.kini)
            _keadaan(barang, data, oleh)
            _catat("sarana_barang", barang, oleh, barang=barang)
    except IntegrityError as galat:
        raise DitolakAlur(f"Kode barang {data['kode']} sudah dipakai.") from galat
    return barang


def ubah_barang(pk, data, *, versi, oleh):
    """Corrects what the thing is; where and how it is goes by ``catat_keadaan``."""
    _tahun(data, oleh)
    try:
        with _barang(pk, versi, oleh) as barang:
            for medan in MEDAN:
                setattr(barang, medan, data[medan])
            _catat("sarana_barang", barang, oleh, barang=barang)
    except IntegrityError as galat:
        raise DitolakAlur(f"Kode barang {data['kode']} sudah dipakai.") from galat
    return barang


def _keadaan(barang, data, oleh):
    return KeadaanBarang.objects.create(
        barang=barang, ruang=data["ruang"], kondisi=data["kondisi"], pemegang=data.get("pemegang"),
        catatan=data.get("catatan", ""), oleh=oleh.pengguna, pada=oleh.kini,
    )  # fmt: skip


def catat_keadaan(pk, data, *, versi, oleh):
    """Another room, condition or holder; the former ones stay."""
    with _barang(pk, versi, oleh) as barang:
        satu = _keadaan(barang, data, oleh)
        _catat(
            "sarana_keadaan", barang, oleh, barang=barang, kondisi=satu.get_kondisi_display().lower(), ruang=satu.ruang
        )
    return satu


def pelihara(pk, *, tanggal, uraian, biaya, berikutnya, versi, oleh):
    """A maintenance that was done and when the next is due. Refused: a day to come, a next one not after it."""
    if tanggal > oleh.hari_ini:
        raise DitolakAlur("Tanggal pemeliharaan belum tiba; yang dicatat yang sudah dikerjakan.")
    if berikutnya is not None and berikutnya <= tanggal:
        raise DitolakAlur("Pemeliharaan berikutnya harus sesudah yang dicatat ini.")
    with _barang(pk, versi, oleh) as barang:
        satu = Pemeliharaan.objects.create(
            barang=barang, tanggal=tanggal, uraian=uraian, biaya=biaya, berikutnya=berikutnya, oleh=oleh.pengguna,
            pada=oleh.kini,
        )  # fmt: skip
        _catat("sarana_pelihara", barang, oleh, barang=barang, uraian=uraian)
    return satu


def lepas(pk, *, alasan, versi, oleh):
    """Takes the thing off the register; its history stays readable."""
    with _barang(pk, versi, oleh) as barang:
        barang.dilepas_pada, barang.alasan_lepas = oleh.kini, alasan
        _catat("sarana_lepas", barang, oleh, barang=barang, alasan=alasan)
    return barang


# ── needs ────────────────────────────────────────────────────────────────────────────────────────────


def usulkan(data, *, oleh):
    """A need of a unit for a year that is not over. Refused: who does not write for the unit, a simpul that bears no budget."""
    if not memiliki(oleh.hak, acuan_kini(), data["unit"]):
        raise DitolakAlur("Kebutuhan diusulkan oleh unit yang memerlukannya atau Sekretariat BKPSDM.")
    if data["tahun"] < oleh.hari_ini.year:
        raise DitolakAlur("Kebutuhan diusulkan bagi tahun ini atau tahun yang akan datang.")
    simpul = data.get("simpul")
    if simpul is not None and simpul.jenis not in BERPAGU:
        raise DitolakAlur("Kebutuhan dibebankan pada kegiatan atau sub-kegiatan.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = KebutuhanBarang.objects.create(
            **{k: data.get(k) for k in MEDAN_BUTUH}, oleh=oleh.pengguna, pada=oleh.kini
        )
        _catat("sarana_usul", satu, oleh, barang=satu.nama, tahun=satu.tahun)
    return satu


def putuskan(pk, *, status, catatan, versi, oleh):
    """The Sekretariat agrees or not, once. Refused: who proposed it, a refusal without its reason, what was decided before."""
    _periksa(oleh)
    if status == "ditolak" and not catatan:
        raise DitolakAlur("Tulis mengapa kebutuhan ini tidak disetujui.")
    with _satu(KebutuhanBarang, pk, versi, oleh) as satu:
        if satu.status != "diusulkan":
            raise DitolakAlur("Kebutuhan ini sudah diputuskan.")
        if satu.oleh_id == oleh.pengguna.pk:
            raise DitolakAlur("Usul sendiri diputuskan orang lain di Sekretariat.")
        satu.status, satu.catatan = status, catatan
        _catat("sarana_putus", satu, oleh, barang=satu.nama, hasil=satu.get_status_display().lower())
    return satu
