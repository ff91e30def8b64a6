"""Laporan pemantauan kinerja triwulanan per OPD: dihitung saat diminta, dibekukan, dicetak pekerja.

Practice: alur-layanan §4 step 13 (asumsi). Shares ditetapkan and dievaluasi, people without SKP, units in which everybody is Sangat
Baik. Penalties stand on the page of who handles them only, never in the frozen report.
"""

import logging
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.db.models import Count, Q
from django.template.loader import render_to_string

from eperformance.models import LaporanKinerja
from eperformance.pantau import bahan
from eperformance.pantau.keadaan import Tinjauan
from eperformance.realisasi import masa
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatHukuman
from kepegawaian.templatetags.portal import angka, desimal
from layanan.bahan_naskah import kop_kantor

log = logging.getLogger(__name__)
KOLOM = ("OPD", "PEGAWAI", "BELUM ADA SKP", "DIAJUKAN", "DITETAPKAN", "% DITETAPKAN", "DIEVALUASI", "% DIEVALUASI",
         "TERLAMBAT", "SANGAT BAIK", "BAIK", "BUTUH PERBAIKAN", "KURANG", "SANGAT KURANG", "UNIT SEMUA SANGAT BAIK")  # fmt: skip


def tinjauan(periode, triwulan, hari_ini):
    """The Tinjauan of a quarter: its masa, or the last month of it where the year is monthly."""
    nomor = triwulan if periode.periodik == "triwulan" else triwulan * 3
    return Tinjauan(periode, masa.satu(periode.tahun, periode.periodik, nomor), hari_ini)


def susun(t, acuan, baris=None):
    """(Hitungan of all, [(Hitungan of an OPD, [names of its units in which everybody is Sangat Baik])])."""
    baris = bahan.hitung(t, semua=True) if baris is None else baris
    semua, menurut = bahan.lipat(t, baris, bahan.menurut_opd(acuan))
    _, unit = bahan.lipat(t, baris, lambda _opd, unit: unit)
    sempurna = {}
    for u, h in unit.items():
        if h.sempurna and u in acuan.unit:
            sempurna.setdefault(acuan.unit[u].opd_id or u, []).append(acuan.unit[u].nama)
    return semua, [(h, sorted(sempurna.get(h.unit_id, []))) for h in bahan.urut(acuan, menurut)]


def isi_baris(h, sempurna, nama=None):
    """One row as it is exported and frozen."""
    bulat = [None if (p := h.persen(k)) is None else round(p, 1) for k in ("ditetapkan", "dievaluasi")]
    return [
        nama or h.nama, h.pegawai, h.status["tanpa"], h.tahap["diajukan"], h.tahap["ditetapkan"], bulat[0],
        h.tahap["dievaluasi"], bulat[1], h.lambat, *(n for _, n in h.daftar_predikat), "; ".join(sempurna),
    ]  # fmt: skip


def hukuman(hari_ini):
    """{opd id: people with a penalty in force}; for handlers of discipline only."""
    berlaku = Q(tmt__lte=hari_ini, dibatalkan_pada=None) & (Q(sampai=None) | Q(sampai__gte=hari_ini))
    hitung = RiwayatHukuman.objects.filter(berlaku, pegawai__kini__aktif=True).order_by()
    return dict(hitung.values_list("pegawai__kini__opd_id").annotate(Count("pegawai_id", distinct=True)))


# ── frozen and printed ───────────────────────────────────────────────────────────────────────────────


def minta(periode, triwulan, *, oleh):
    """Freezes the figures of a quarter as of now; the worker prints them. Returns the LaporanKinerja."""
    acuan = acuan_kini()
    t = tinjauan(periode, triwulan, oleh.hari_ini)
    semua, daftar = susun(t, acuan)
    data = {
        "kop": kop_kantor(acuan, oleh.hari_ini, ""), "masa": t.nama, "tahun": periode.tahun, "kolom": list(KOLOM),
        "baris": [isi_baris(h, s) for h, s in daftar], "jumlah": isi_baris(semua, [], "Jumlah"),
        "per": oleh.hari_ini.isoformat(), "tetap_sampai": periode.tetap_sampai.isoformat(),
        "batas": t.m.batas(periode.hari_periodik).isoformat(),
    }  # fmt: skip
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = LaporanKinerja.objects.create(
            periode=periode, triwulan=triwulan, data=data, oleh=oleh.pengguna, pada=oleh.kini
        )
        jejak.catat("kinerja_laporan", satu, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, masa=t.nama)
    return satu


def cetak(pk):
    """Prints a report from its frozen figures; twice gives the same. Worker only (needs Pango)."""
    satu = LaporanKinerja.objects.get(pk=pk)
    if satu.status == "jadi":
        return satu
    try:
        pdf = tulis_pdf(satu)
    except Exception:
        log.exception("Laporan kinerja %s gagal dicetak", pk)
        LaporanKinerja.objects.filter(pk=pk, status="antre").update(status="gagal")
        raise
    satu.file.save(f"laporan-kinerja-{satu.periode.tahun}-tw{satu.triwulan}-{pk}.pdf", ContentFile(pdf), save=False)
    LaporanKinerja.objects.filter(pk=pk).exclude(status="jadi").update(status="jadi", file=satu.file.name)
    return LaporanKinerja.objects.get(pk=pk)


def tulis_pdf(satu):
    """Bytes of the PDF: landscape A4, heads on every page."""
    from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

    huruf, lembar = gaya("css/laporan-cetak.css", "css/pantau-cetak.css")
    d = satu.data
    tanggal = {k: tulis_tanggal(date.fromisoformat(d[n])) for k, n in (("per", "per"), ("tetap", "tetap_sampai"), ("batas", "batas"))}  # fmt: skip
    isi = {"d": d, "baris": [_teks(b) for b in d["baris"]], "jumlah": _teks(d["jumlah"])} | tanggal
    html = render_to_string("eperformance/pantau/laporan_cetak.html", isi)
    return dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)


def _teks(baris):
    """The cells of a row in words."""
    return [
        "–" if s is None else desimal(s, 1) if isinstance(s, float) else angka(s) if isinstance(s, int) else s
        for s in baris
    ]


def tertinggal(sekarang):
    """Ids of reports a dead worker or an emptied broker lost."""
    lama = sekarang - timedelta(minutes=5)
    return list(LaporanKinerja.objects.filter(status="antre", pada__lt=lama).values_list("pk", flat=True))
