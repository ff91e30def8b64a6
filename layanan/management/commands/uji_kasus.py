"""``manage.py uji_kasus BERKAS…``: menjalankan berkas kasus hukum dan mencetak tabel hasilnya.

Exit code 1 when a case fails or cannot be read. ``--daftar`` prints all functions with their inputs, all
layanan with their answers and rules, and the profile fields, so that cases from elsewhere can be rewritten.
"""

import inspect
import sys
from dataclasses import fields

from django.core.management.base import BaseCommand, CommandError

from kepegawaian.acuan import acuan_kini
from kepegawaian.profil import (
    Diklat,
    Hukuman,
    Ikatan,
    JabatanLama,
    Kartu,
    Kinerja,
    Pangkat,
    Penghargaan,
    Profil,
    Tanggungan,
    Tinggal,
    TundaKgb,
    Ujian,
    UjiKompetensi,
)
from layanan import katalog
from layanan.profil_kasus import LARIK, KasusSalah
from layanan.uji_kasus import baca, jalankan

BARIS = {
    "kinerja": Kinerja,
    "hukuman": Hukuman,
    "diklat": Diklat,
    "ujian": Ujian,
    "penghargaan": Penghargaan,
    "kartu": Kartu,
    "jejak_pangkat": Pangkat,
    "jejak_jabatan": JabatanLama,
    "uji_kompetensi": UjiKompetensi,
    "ikatan": Ikatan,
    "tunda_kgb": TundaKgb,
    "jejak_tinggal": Tinggal,
    "tanggungan": Tanggungan,
}


class Command(BaseCommand):
    help = "Menjalankan berkas kasus (YAML atau JSON), atau mencetak daftar fungsi dan layanan yang dapat diuji."

    def add_arguments(self, parser):
        """Files, or --daftar."""
        parser.add_argument("berkas", nargs="*", help="berkas kasus")
        parser.add_argument("--daftar", action="store_true", help="cetak nama fungsi, layanan, dan isi profil")
        parser.add_argument("--hanya-gagal", action="store_true", help="cetak kasus yang gagal saja")

    def handle(self, *, berkas, daftar, hanya_gagal, **lain):
        """Prints the table; exit code 1 on the first failing file is kept to the end."""
        if daftar:
            for baris in susun_daftar():
                self.stdout.write(baris)
            return
        if not berkas:
            raise CommandError("Sebutkan berkas kasus, atau pakai --daftar.")
        putusan = []
        for jalan in berkas:
            try:
                kasus = baca(jalan)
            except KasusSalah as galat:
                raise CommandError(str(galat)) from galat
            putusan += [jalankan(k, acuan_kini()) for k in kasus]
        self.cetak([p for p in putusan if not (hanya_gagal and p.lulus)])
        gagal = sum(not p.lulus for p in putusan)
        self.stdout.write(f"{len(putusan)} kasus: {len(putusan) - gagal} lulus, {gagal} gagal.")
        if gagal:
            sys.exit(1)

    def cetak(self, putusan):
        """One line a case: id, what it asks, result, first difference; further differences below it."""
        lebar = max([len(p.kasus.id) for p in putusan] + [2])
        sasaran = max([len(p.kasus.sasaran) for p in putusan] + [4])
        self.stdout.write(f"{'id':<{lebar}}  {'yang diuji':<{sasaran}}  {'kasus':<48}  hasil  beda")
        for p in putusan:
            beda = p.beda or [""]
            hasil = "lulus" if p.lulus else "GAGAL"
            self.stdout.write(
                f"{p.kasus.id:<{lebar}}  {p.kasus.sasaran:<{sasaran}}  {p.kasus.apa[:48]:<48}  {hasil}  {beda[0]}".rstrip()
            )
            for lanjut in beda[1:]:
                self.stdout.write(" " * (lebar + sasaran + 61) + lanjut)


def susun_daftar():
    """Lines of --daftar."""
    yield "FUNGSI (fungsi: nama, masukan: …, harapan: …)"
    for nama, fungsi in katalog.fungsi_terdaftar().items():
        yield f"\n  {nama}"
        for p in inspect.signature(fungsi).parameters.values():
            if p.name != "acuan":
                yield f"    {_parameter(p)}"
        for baris in inspect.cleandoc(fungsi.__doc__ or "").splitlines():
            yield f"      {baris}".rstrip()
    yield "\nLAYANAN (layanan: slug, profil: …, tanggal: …, isian: …, lain: …, harapan: …)"
    for layanan in katalog.semua():
        yield from _layanan(layanan)
    yield "\nPROFIL (semua boleh dikosongkan: yang tidak ditulis berarti belum diketahui)"
    for f in fields(Profil):
        if f.name != "per":
            yield f"    {f.name}: {_bentuk(f)}"
    yield "\nHARAPAN layanan: boleh, gagal [kode], periksa [kode], ya [kode], tanpa [kode], paling_cepat {kode: tanggal},"
    yield "kalimat {kode: teks}. Pada kasus mana pun: setelan {kunci: nilai} mengganti setelan kantor."


def _parameter(p):
    if p.kind is p.VAR_KEYWORD:
        return f"**{p.name}: lihat keterangan"
    tipe = "" if p.annotation is p.empty else f": {_tipe(p.annotation)}"
    wajib = "wajib" if p.default is p.empty else f"bawaan {p.default!r}"
    return f"{p.name}{tipe} ({wajib})"


def _layanan(layanan):
    yield f"\n  {layanan.slug}: {layanan.nama}"
    medan = layanan.form.base_fields if layanan.form else {}
    for nama, m in medan.items():
        pilihan = ", ".join(str(k) for k, _ in m.choices) if hasattr(m, "choices") else ""
        yield f"    isian {nama}: {type(m).__name__}, {m.label}" + (f" [{pilihan}]" if pilihan else "")
    for s in layanan.syarat:
        batas = f", sejak {s.berlaku_sejak}" if s.berlaku_sejak else ""
        batas += f", sampai {s.berlaku_sampai}" if s.berlaku_sampai else ""
        yield f"    {s.kode}: {s.uraian} ({s.dasar}; {s.keyakinan}{batas})"
    yield f"    bagian profil: {', '.join(layanan.bagian)}"


def _bentuk(f):
    if f.name in LARIK:
        kolom = list(BARIS[f.name]._fields)
        kolom = ["golongan" if k == "urutan" else k for k in kolom]
        return f"daftar {{{', '.join(kolom)}}}" + (" atau {tahun: predikat}" if f.name == "kinerja" else "")
    return _tipe(f.type)


def _tipe(tipe):
    """A type as text, without modules."""
    return inspect.formatannotation(tipe).replace("datetime.", "").replace("decimal.", "")
