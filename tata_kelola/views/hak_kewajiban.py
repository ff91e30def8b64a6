"""Hak dan kewajiban: tiap orang miliknya sendiri, petugas milik pegawai dalam cakupannya."""

from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from kepegawaian import hak_kewajiban as daftar, jejak
from kepegawaian.akses import masuk
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil
from layanan import katalog
from layanan.tampilan import url_regulasi

TANDA = {"hak": "terpenuhi", "kewajiban": "info", "larangan": "perhatian"}


def _alamat(nama, *args):
    try:
        return reverse(nama, args=args) if nama else ""
    except NoReverseMatch:
        return ""


def _tautan(b, nip, slug, saya):
    """(address, words) of where to go, or ("", "").

    A service only where the catalogue has it and the reader is the person himself; else the page of that aspect.
    """
    if saya and b.layanan in slug:
        return reverse("layanan:katalog_detail", args=[b.layanan]), "Buka layanan"
    url = _alamat(b.url_name) if nip is None else _alamat(b.url_lain, nip)
    return (url, b.tautan or "Buka") if url else ("", "")


def tampil(b, nip, slug, saya):
    """What the template needs of a Butir besides itself."""
    url, teks = _tautan(b, nip, slug, saya)
    return {
        "b": b, "jenis": daftar.JENIS[b.jenis], "tanda": TANDA[b.jenis], "url": url, "teks": teks,
        "dasar": [(f"{p} {pasal}".strip(), url_regulasi(p)) for p, pasal in b.dasar],
    }  # fmt: skip


@masuk
@require_safe
def hak_kewajiban(request, nip=None):
    """Every right and duty with its article; own figures only to who may read that part of the record."""
    pegawai = ambil(request, nip)
    saya = pegawai.pk == request.hak.pegawai_id
    p = profil_satu(pegawai.pk, per=request.hari_ini, bagian=daftar.bagian())
    kelompok = daftar.susun(p, request.acuan, boleh=lambda b: request.hak.boleh_bagian(pegawai.pk, b))
    if not saya:
        terbaca = {b.bagian for *_, isi in kelompok for b in isi if not b.tertutup and (b.milik or b.fakta)}
        if peka := [x for x in daftar.PEKA if x in terbaca]:
            with request.sebagai():
                jejak.catat_sensitif(pegawai.pk, ", ".join(peka))
    slug = {la.slug for la in katalog.semua()}
    isi = {
        "pegawai": pegawai, "kini": pegawai.kini, "saya": saya, "nip": nip, "purna": p.berhenti,
        "kelompok": [(k, nama, ikon, [tampil(b, nip, slug, saya) for b in isi]) for k, nama, ikon, isi in kelompok],
        "tanggal": daftar.tanggal_penting(kelompok, request.hari_ini)[:8],
        "tertutup": any(b.tertutup for *_, isi in kelompok for b in isi),
    }  # fmt: skip
    return render(request, "tata_kelola/hak_kewajiban.html", isi)
