"""Laporan bulanan pimpinan: dibekukan saat dibuat, dicetak pekerja sekali; dibuat ulang berarti versi berikutnya.

A month that has ended is reported as it stood on its last day: people from its potret (``tata_kelola.potret``), the index from the
last night up to that day, adherence of the month. Only the running month shows the moment it is made, and says so. Other
months than these two can be made once their potret exists, never from the people of today. The last report is what the
dashboard compares with.
"""

import logging
from datetime import date, timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.template.loader import render_to_string

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.hak import RAHASIA
from kepegawaian.models import Pengguna
from layanan import katalog
from layanan.bahan_naskah import kop_kantor
from layanan.galat import DitolakAlur
from tata_kelola import kepatuhan, pimpinan, potret
from tata_kelola.hak import mengelola
from tata_kelola.models import LaporanBulanan

log = logging.getLogger(__name__)
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
         "Desember")  # fmt: skip
BANYAK = 13


def sebut_bulan(bulan):
    """``November 2026``."""
    return f"{BULAN[bulan.month - 1]} {bulan.year}"


def pilihan(hari_ini):
    """The months a report may be made of: the running one, the one before, and older ones whose potret was taken."""
    awal = hari_ini.replace(day=1)
    lalu = tambah_bulan(awal, -1)
    return [awal, lalu, *(b for b in potret.bulan_ada() if b < lalu)][:BANYAK]


def terakhir(sebelum=None):
    """The newest LaporanBulanan, of a month before ``sebelum`` when it is given; None without one."""
    semua = LaporanBulanan.objects.order_by("-bulan", "-versi")
    return (semua.filter(bulan__lt=sebelum) if sebelum else semua).first()


def dasar_banding(hari_ini):
    """(frozen figures the dashboard compares with, their day): the last report of an earlier month; (None, None) without one."""
    lama = terakhir(hari_ini.replace(day=1))
    return (None, None) if lama is None else (lama.data["mentah"], date.fromisoformat(lama.data["per"]))


def susun(bulan, hari_ini, acuan, pengguna_id):
    """Everything a report prints, as JSON: figures by section, OPD with change and reason, adherence of its month.

    The Potret of a month that has ended is taken here when no night has done it yet.
    """
    mentah, sejak = dasar_banding(bulan)
    satu = None
    if potret.hari_akhir(bulan) < hari_ini:
        potret.buat(bulan, acuan, hari_ini)
        satu = potret.ambil(bulan)
    per = satu.per if satu else hari_ini
    hak = SimpleNamespace(
        pengguna_id=pengguna_id, rahasia_tertutup=tuple(RAHASIA), punya=lambda *_: False, lihat_semua=False
    )
    papan = pimpinan.susun(hak, acuan, per, dasar=mentah, potret=satu)
    return {
        "kop": kop_kantor(acuan, hari_ini, ""), "bulan": sebut_bulan(bulan), "per": per.isoformat(), "sementara": satu is None,
        "banding": sejak.isoformat() if sejak else "", "sebab": papan.sebab,
        "bagian": [
            [nama, [{"nama": a.nama, "nilai": a.nilai, "rumus": a.rumus, "sumber": a.sumber, "kolom": a.kolom,
                     "rincian": [[str(x) for x in r[:2]] for r in a.rincian]} for a in angka]]
            for nama, angka in papan.bagian()
        ],
        "opd": [
            [u.nama, n, ukur, pimpinan.tulis(total, 2), _ubah(ubah), _sebab(ubah)]
            for u, n, ukur, total, ubah in sorted(papan.menurut_opd, key=lambda b: b[0].nama)
        ],
        "kepatuhan": _kepatuhan(bulan, per), "sampai": per.isoformat(), "mentah": papan.mentah,
    }  # fmt: skip


def _ubah(ubah):
    return "" if not ubah else f"{'+' if ubah[0][1] > 0 else ''}{pimpinan.tulis(ubah[0][1], 2)}"


def _sebab(ubah):
    return "; ".join(f"{k} {'+' if v > 0 else ''}{pimpinan.tulis(v, 2)}" for k, v in ubah[1:3])


def _kepatuhan(dari, sampai):
    """[[layanan, steps, percent in time, late, past the law]] of one month, confidential layanan left out."""
    isi = {slug: p for (slug, _), bulan in kepatuhan.hitung(dari, sampai).items() for p in bulan.values()}
    return [
        [la.nama, p.langkah, pimpinan.tulis(p.persen, 1), p.lewat, p.hukum]
        for la in katalog.semua()
        if la.slug not in RAHASIA and (p := isi.get(la.slug))
    ]


def minta(bulan, *, alasan="", oleh):
    """A LaporanBulanan of ``bulan`` with figures frozen now; the worker prints it after the commit.

    Refused: who may not, another month than ``pilihan``, a further version without its reason. Effects: row, Jejak.
    """
    if not mengelola(oleh.hak, acuan_kini()):
        raise DitolakAlur("Laporan bulanan dibuat oleh Sekretariat BKPSDM.")
    if bulan not in pilihan(oleh.hari_ini):
        raise DitolakAlur(
            "Laporan hanya dapat dibuat bagi bulan ini dan bulan lalu, atau bulan yang potretnya sudah tersimpan."
        )
    return _buat(bulan, oleh.hari_ini, pada=oleh.kini, alasan=alasan, oleh=oleh)


def buat_malam(hari_ini, pada):
    """The report of the month that has ended, unless it has one; the LaporanBulanan or None."""
    bulan = tambah_bulan(hari_ini.replace(day=1), -1)
    if LaporanBulanan.objects.filter(bulan=bulan).exists():
        return None
    return _buat(bulan, hari_ini, pada=pada)


def _buat(bulan, hari_ini, *, pada, alasan="", oleh=None):
    acuan, pengguna = acuan_kini(), oleh and oleh.pengguna
    data = susun(bulan, hari_ini, acuan, _penanya(pengguna))
    with jejak.sebagai(pengguna, oleh.alamat if oleh else ""):
        _kunci(bulan)
        lama = LaporanBulanan.objects.filter(bulan=bulan).order_by("-versi").first()
        if lama is not None and not alasan:
            raise DitolakAlur(
                f"Laporan {sebut_bulan(bulan)} sudah ada. Tulis mengapa dibuat ulang; versi lama tetap tersimpan."
            )
        satu = LaporanBulanan.objects.create(
            bulan=bulan,
            versi=lama.versi + 1 if lama else 1,
            alasan=alasan if lama else "",
            data=data,
            oleh=pengguna,
            pada=pada,
        )
        jejak.catat("laporan_bulanan", satu, pada=pada, bulan=sebut_bulan(bulan), versi=satu.versi)
    return satu


def _penanya(pengguna):
    """An account id for the one query of all figures, which asks from the row of an account."""
    return pengguna.pk if pengguna else Pengguna.objects.order_by("pk").values_list("pk", flat=True).first()


def _kunci(bulan):
    """One maker of a month at a time: the next version is counted under the lock."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x4C4250, bulan.year * 12 + bulan.month])


# ── printing ─────────────────────────────────────────────────────────────────────────────────────────


def cetak(pk):
    """Prints a report from its frozen figures, once; what goes wrong stands on its row. Worker only (needs Pango)."""
    satu = LaporanBulanan.objects.get(pk=pk)
    if satu.status == "jadi":
        return satu
    try:
        pdf = tulis_pdf(satu)
    except Exception as galat:
        log.exception("laporan bulanan %s gagal dicetak", pk)
        LaporanBulanan.objects.filter(pk=pk).exclude(status="jadi").update(
            status="gagal", pesan=f"{type(galat).__name__}: {galat}"[:300]
        )
        raise
    satu.file.save(f"laporan-{satu.bulan:%Y-%m}-v{satu.versi}.pdf", ContentFile(pdf), save=False)
    with transaction.atomic():
        LaporanBulanan.objects.filter(pk=pk).exclude(status="jadi").update(
            status="jadi", file=satu.file.name, pesan=""
        )
    return LaporanBulanan.objects.get(pk=pk)


def tulis_pdf(satu):
    """Bytes of the PDF: upright A4, heads on every page."""
    from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

    huruf, lembar = gaya("css/laporan-cetak.css")
    d = satu.data
    isi = {"d": d, "l": satu} | {
        k: tulis_tanggal(date.fromisoformat(d[k])) if d[k] else "" for k in ("per", "banding", "sampai")
    }
    isi["sebab"] = [(k, f"{'+' if v > 0 else ''}{pimpinan.tulis(v, 2)}") for k, v in d["sebab"]]
    return dokumen(render_to_string("tata_kelola/laporan_cetak.html", isi)).write_pdf(
        stylesheets=lembar, font_config=huruf
    )


def tertinggal(sekarang):
    """Ids of reports a dead worker or an emptied broker lost."""
    lama = sekarang - timedelta(minutes=5)
    return list(LaporanBulanan.objects.filter(status="antre", pada__lt=lama).values_list("pk", flat=True))
