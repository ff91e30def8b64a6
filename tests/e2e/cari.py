"""Mencari obyek di panggung aspek: argumen URL bagi satu baris tabel halaman."""

from kepegawaian.models import Penugasan, ProfilKini, UnitKerja
from layanan.models import Usulan
from tests.e2e.panggung_mesin import OPERATOR


def pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def tetap(*argumen):
    return lambda p: argumen


def nip(peran):
    return lambda p: (p.akun[peran],)


def usulan(layanan, **saring):
    return lambda p: (Usulan.objects.filter(layanan=layanan, **saring).earliest("pk").nomor,)


def rekan(*depan):
    """A colleague of the operator, in the OPD he serves."""

    def cari(p):
        tugas = Penugasan.objects.get(pengguna__nama_pengguna=p.akun[OPERATOR], peran="operator_opd")
        orang = ProfilKini.objects.filter(opd_id=tugas.unit_id, aktif=True, status="PNS").exclude(nip=p.akun[OPERATOR])
        return (*depan, orang.order_by("nip").first().nip)

    return cari


def unit(p):
    return (UnitKerja.objects.get(kode="DISDIK").pk,)
