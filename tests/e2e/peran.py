"""Orang-orang cerita pekerjaan utama: kantor yang sudah hidup, dan berkas SIASN yang masih harus diimpor."""

import csv
import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.core.files import File

from kepegawaian import bangkit, impor
from kepegawaian.models import PejabatLuar, Pengguna, Penugasan, UnitKerja

SANDI = "payung biru di teras"
SANDI_ASN = "sepeda tua kakek 17"
JUMLAH, BENIH, SALAH = 320, 7, 2.0
# Office people whose place of birth is written differently in the two files.
BERUBAH, EJAAN_LAMA = 3, "Lamongann"
DASAR = "Surat tugas 800/1/413.204/2026"


@dataclass
class Cerita:
    """What the tests of the story know and hand on to each other."""

    hari_ini: dt.date
    peran: dict[str, str]
    orang: dict
    berkas: Path
    kesalahan: list
    nomor: str = ""
    catatan: dict = field(default_factory=dict)

    def nama(self, peran):
        """The name in the file of the person in this role."""
        return self.orang[self.peran[peran]].nama

    @property
    def asn(self):
        """The person who is promoted."""
        return self.orang[self.peran["pelaksana_siap_kp"]]


def siapkan(folder, hari_ini):
    """Imports the office and gives it passwords and duties; the file with everybody else waits for the clerk."""
    semua = list(bangkit.bangkitkan(JUMLAH, BENIH, hari_ini, SALAH))
    kantor = [o for o in semua if o.jabatan.startswith("KEPALA-") or o.skenario == "staf"]
    peran = bangkit.peran_demo(semua)
    ejaan = [(o, o.pegawai["tempat_lahir"]) for o in kantor[:BERUBAH]]
    for o, _ in ejaan:
        o.pegawai["tempat_lahir"] = EJAAN_LAMA
    _impor(bangkit.tulis_xlsx(kantor, folder / "kantor")[0], hari_ini)
    for o, semula in ejaan:
        o.pegawai["tempat_lahir"] = semula
    berkas, kesalahan = bangkit.tulis_xlsx(semua, folder / "semua", nama="ekspor-data-asn")
    _akun([o.nip for o in kantor], peran, hari_ini)
    return Cerita(hari_ini, peran, {o.nip: o for o in semua}, berkas, _baca(kesalahan))


def _impor(jalur, hari_ini):
    with jalur.open("rb") as berkas:
        batch = impor.unggah(File(berkas, jalur.name), jalur.name, hari_ini, None)
    impor.baca(batch.pk)
    impor.terapkan(batch.pk)


def _baca(jalur):
    with jalur.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _akun(nip, peran, hari_ini):
    """Passwords of the office people; duties that are no post; the Bupati and the clerk who records for him."""
    sejak = hari_ini - dt.timedelta(days=30)
    sandi = make_password(SANDI)
    Pengguna.objects.filter(nama_pengguna__in=nip).update(password=sandi)
    perekam = Pengguna.objects.create(nama_pengguna="perekam.bupati", nama="Perekam Keputusan Bupati", password=sandi)
    tugas = [(perekam, "perekam_pimpinan", None)]
    for kunci, opd in (("operator_disdik", "DISDIK"), ("operator_dinkes", "DINKES")):
        tugas.append((Pengguna.objects.get(nama_pengguna=peran[kunci]), "operator_opd", opd))
    for akun, apa, opd in tugas:
        unit = UnitKerja.objects.get(kode=opd) if opd else None
        Penugasan.objects.create(pengguna=akun, peran=apa, unit=unit, sejak=sejak, dasar=DASAR)
    PejabatLuar.objects.create(
        kantor="BUPATI", sejak=dt.date(2025, 2, 20), jabatan="Bupati Lamongan",
        nama="H. Wiratama Adiguna, S.E., M.M.", dasar="contoh rekaan",
    )  # fmt: skip
