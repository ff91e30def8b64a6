"""Orang bagi uji pelatihan: subbid penyelenggara dan kepalanya, pejabat yang wajib PKA dan PKP, pelaksana, CPNS, operator."""

from datetime import date, timedelta
from types import SimpleNamespace

from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from diklat.models import Pelatihan
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import JenisDiklat, LatihanStruktural
from layanan import alur
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tugaskan

HARI_INI = date.today()
MAU = {
    "staf32": {"nama": "STAF STRUKTURAL", "unit": "SUB32"},
    "kasub32": {"nama": "KASUB STRUKTURAL", "unit": "SUB32", "jabatan": "KEPALA-SUB32", "golongan": "III/d"},
    "staf33": {"nama": "STAF TEKNIS", "unit": "SUB33"},
    "kasub33": {"nama": "KASUB TEKNIS", "unit": "SUB33", "jabatan": "KEPALA-SUB33", "golongan": "III/d"},
    "staf31": {"nama": "STAF PROGRAM", "unit": "SUB31"},
    "kabid3": {"nama": "KABID DIKLAT", "unit": "BID3", "jabatan": "KEPALA-BID3", "golongan": "IV/a"},
    "kaban": {"nama": "KABAN UJI", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
    "sekretaris": {"nama": "SEKRETARIS BADAN", "unit": "SEKRET", "jabatan": "KEPALA-SEKRET", "golongan": "IV/a"},
    "kabid": {"nama": "ADMINISTRATOR BARU", "unit": "BID1", "jabatan": "KEPALA-BID1", "golongan": "IV/a"},
    "kabid_dua": {"nama": "ADMINISTRATOR LAIN", "unit": "BID2", "jabatan": "KEPALA-BID2", "golongan": "IV/a"},
    "kepala_opd": {"nama": "KEPALA DISDIK", "unit": "DISDIK", "jabatan": "KEPALA-DISDIK", "golongan": "IV/c"},
    "operator": {"nama": "OPERATOR DISDIK", "unit": "DISDIK-SUBBAG1"},
    "ani": {"nama": "ANI PELAKSANA", "unit": "DISDIK-SUBBAG1"},
    "budi": {"nama": "BUDI PELAKSANA", "unit": "DISDIK-SUBBAG1"},
    "citra": {"nama": "CITRA PELAKSANA", "unit": "DISDIK-SUBBAG1"},
    "eko": {"nama": "EKO PUSKESMAS", "unit": "PKM-PUCUK", "kelamin": "L"},
    "sekda": {"nama": "SEKDA UJI", "unit": "SETDA", "jabatan": "KEPALA-SETDA", "golongan": "IV/d"},
}  # fmt: skip


class Orang(SimpleNamespace):
    """People by name; ``akun`` their accounts."""

    def masuk(self, nama):
        return masuk(Client(), self.akun[nama])

    def oleh(self, nama, hari=0):
        """The Pelaku of a person, ``hari`` days from today."""
        akun = self.akun[nama]
        hak = hitung_hak(akun, per=HARI_INI, acuan=acuan_kini())
        return alur.Pelaku(akun, hak, "127.0.0.1", timezone.now() + timedelta(days=hari))


def buat_orang():
    """Everybody of ``MAU``, their accounts, and the catalogue used by the tests."""
    cache.clear()
    o = Orang(batch=buat_batch(), akun={})
    for nama, isi in MAU.items():
        setattr(o, nama, buat_pegawai(batch=o.batch, tmt=date(2010, 3, 1), **isi))
        o.akun[nama] = buat_akun(getattr(o, nama))
    o.cpns = buat_pegawai(batch=o.batch, nama="CPNS BARU", unit="SUB13", status="CPNS",
                          tmt=HARI_INI - timedelta(days=100), lahir=date(2001, 2, 3))  # fmt: skip
    o.akun["cpns"] = buat_akun(o.cpns)
    o.akun["perekam"] = buat_akun(nama_pengguna="uji.perekam", nama="Perekam keputusan Bupati")
    tugaskan(o.akun["perekam"], "perekam_pimpinan")
    tugaskan(o.akun["operator"], "operator_opd", "DISDIK")
    o.akun["irma"] = buat_akun(nama_pengguna="irma", nama="Inspektorat")
    tugaskan(o.akun["irma"], "inspektorat")
    o.pka = _pelatihan(
        "PKA", "struktural", "1", jenjang="PKA", latihan_struktural=LatihanStruktural.objects.get(kode="3")
    )
    o.latsar = _pelatihan("Latsar CPNS", "latsar", "13", jenjang="LATSAR")
    o.teknis = _pelatihan("Bimtek tata naskah dinas", "teknis", "8", jp=8)
    o.kirim = _pelatihan("Workshop kearsipan", "pengiriman", "4", jp=8)
    return o


def _pelatihan(nama, kelompok, jenis, **lain):
    return Pelatihan.objects.create(
        nama=nama, kelompok=kelompok, jenis=JenisDiklat.objects.get(kode=jenis), sasaran="ASN", penyelenggara="BKPSDM",
        **lain,
    )  # fmt: skip


def isian(pelatihan, **lain):
    """Form of a kegiatan whose nomination is open today and whose training begins in three weeks."""
    hari = {k: (HARI_INI + timedelta(days=n)).isoformat() for k, n in
            (("buka", -5), ("tutup", 5), ("mulai", 20), ("selesai", 21))}  # fmt: skip
    return {
        "pelatihan": pelatihan.pk, "nama": f"{pelatihan.nama} angkatan I", "penyelenggara": "BKPSDM", "tempat": "Aula",
        "metode": "klasikal", "kuota": 2, "jp": 8, "mandiri": "on", **hari,
    } | lain  # fmt: skip
