"""Daftar: DUK and rekap of everybody by the worker, their print, and the live pages of posts and recaps."""

import gc
import os
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kepangkatan.daftar import berkas, rekap, susun
from kepangkatan.periode import hitung
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import DaftarResmi, UnitKerja
from tests.bench import aspek
from tests.bench.ukur import jam, puncak_mb, ulang

KALI = 100  # so that the 95th percentile is not the worst of a few on a machine that stutters
ANGGARAN_DUK = {10_000: 10.0}
ANGGARAN_REKAP = {10_000: 5.0}
ANGGARAN_KP = {10_000: 30.0}
CETAK_PALING_BANYAK = 10_000


def ukur(akun, jumlah, papan):
    """DUK of last December, recaps of any date, and every page of the group."""
    per = date(timezone.localdate().year - 1, 12, 31)
    duk = _susun("duk", per)
    papan.catat(
        "DUK semua, disusun dan disimpan", jumlah, duk[1], "s", ANGGARAN_DUK.get(jumlah), f"{duk[0].jumlah} PNS"
    )
    nominatif = _susun("nominatif", per)
    papan.catat("nominatif semua", jumlah, nominatif[1], "s", ANGGARAN_DUK.get(jumlah), f"{nominatif[0].jumlah} ASN")
    with jam() as j:
        semua = rekap.semua(per)
    papan.catat("rekap sembilan kategori, tanggal lampau", jumlah, j.detik, "s", ANGGARAN_REKAP.get(jumlah))
    beda = sum(r.total != nominatif[0].jumlah for r in semua.values())
    papan.catat("rekap yang jumlahnya beda dari nominatif", jumlah, beda, "", 0)
    with jam() as j:
        berkas.tulis_xlsx(duk[0])
    papan.catat("DUK xlsx", jumlah, j.detik, "s")
    if jumlah <= CETAK_PALING_BANYAK and os.environ.get("TANPA_PDF") != "1":
        with jam() as j:
            pdf = berkas.tulis_pdf(duk[0])
        papan.catat("DUK PDF", jumlah, j.detik, "s", None, f"{len(pdf) / 1e6:.1f} MB; puncak {puncak_mb()[0]:.0f} MB")
        if tempat := os.environ.get("SIMPAN_PDF"):
            with open(tempat, "wb") as keluar:
                keluar.write(pdf)
    _kelayakan(jumlah, papan)
    _halaman(akun, jumlah, papan, duk[0])


def _kelayakan(jumlah, papan):
    """Eligibility of everybody for the period of KP in work: every rule of every kind near him."""
    tmt = hitung.periode_kini(acuan_kini(), timezone.localdate(), 1)[0]
    with jam() as j:
        periode = hitung.hitung(tmt)
    layak = periode.baris.filter(hasil__in=("ya", "periksa")).count()
    papan.catat(
        "kelayakan KP semua, satu periode", jumlah, j.detik, "s", ANGGARAN_KP.get(jumlah),
        f"{layak} layak, {periode.baris.count()} dekat, dari {periode.diperiksa} PNS",
    )  # fmt: skip


def _susun(jenis, per):
    daftar = susun.minta(jenis, per)
    with jam() as j:
        susun.kerjakan(daftar.pk)
    daftar = DaftarResmi.objects.get(pk=daftar.pk)
    if daftar.status != "konsep":
        raise RuntimeError(daftar.pesan)
    return daftar, j.detik


def _halaman(akun, jumlah, papan, duk):
    disdik = UnitKerja.objects.get(kode="DISDIK").pk
    kp = hitung.periode_kini(acuan_kini(), timezone.localdate(), 1)[0].isoformat()
    halaman = [
        ("periode KP", "kaban", reverse("kepangkatan:periode_detail", args=[kp]), 60),
        ("DUK", "kaban", reverse("daftar:daftar_detail", args=[duk.pk]) + "?halaman=5", 60),
        ("DUK cari", "kaban", reverse("daftar:daftar_detail", args=[duk.pk]) + "?q=siti", 60),
        ("nominatif kini", "staf", reverse("daftar:nominatif_list"), 60),
        ("nominatif kini operator", "operator", reverse("daftar:nominatif_list"), 60),
        *((f"rekap {k}", "kaban", reverse("daftar:rekap_list") + f"?kategori={k}", 500) for k in rekap.KATEGORI),
        ("peta jabatan", "asn", reverse("jabatan:peta_list"), 500),
        ("peta jabatan DISDIK", "staf", reverse("jabatan:peta_detail", args=[disdik]), 500),
        ("bezetting", "staf", reverse("jabatan:bezetting_list"), 500),
        ("jabatan kosong", "kaban", reverse("jabatan:kosong_list") + "?keadaan=semua", 500),
        ("penertiban", "staf", reverse("jabatan:penertiban_list"), 500),
    ]
    masuk = aspek.klien(akun)
    gc.collect()
    gc.freeze()  # what the DUK left behind is not the page's to sweep
    for nama, peran, url, anggaran in [*halaman, *aspek.halaman(akun, jumlah, papan)]:
        _satu(masuk[peran], nama, url, anggaran, jumlah, papan)


def _satu(klien, nama, url, anggaran, jumlah, papan):
    from django.db import connection  # noqa: PLC0415 - after django.setup()
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

    jawab = klien.get(url)
    if jawab.status_code != 200:
        papan.catat(f"{nama}: jawaban", jumlah, jawab.status_code, "kode", 200)
        return
    with CaptureQueriesContext(connection) as tangkap:
        klien.get(url)
    banyak = len(tangkap)
    median, p95 = ulang(lambda: klien.get(url), KALI)
    papan.catat(f"{nama}: p95", jumlah, p95, "ms", anggaran, f"median {median:.1f}")
    papan.catat(f"{nama}: queries", jumlah, banyak, "", 12)
    # Reports and workspaces show a whole; their size is theirs.
    papan.catat(f"{nama}: HTML", jumlah, len(jawab.content) / 1024, "KB", None if anggaran > aspek.DAFTAR else 60)
