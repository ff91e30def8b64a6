"""E-performance under load: the last week of January, 200 people at once on 2 cores.

``PEMAKAI=200`` users of a closed model (think time 20–30 s, logins spread over a minute) save realisasi and rate their staff
through gunicorn on loopback, by a generator that is a process of its own; its CPU is printed beside. Afterwards the
database is asked whether every value somebody was told is saved stands there, saved just as often: no lost write.
"""

import os
import statistics
import tempfile
from datetime import date, timedelta
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from eperformance import siklus
from eperformance.aturan import nomor_masa
from eperformance.models import Evaluasi, PeriodeKinerja, Realisasi, Skp
from kepegawaian import akses
from tests.bench.beban.panggung import SANDI, akun, jalankan, p95

ANGGARAN_P95 = 300
# Three results with three indicators each, for every SKP of the year; the head of each office serves as ditetapkan.
ISI = """
    UPDATE eperformance_skp SET status = 'ditetapkan', ditetapkan_pada = now(), diajukan_pada = now(), versi = 3
     WHERE periode_id = %(periode)s;
    INSERT INTO eperformance_hasilkerja (skp_id, jenis, rencana, perspektif, penugasan, sendiri, urutan, versi, diubah_pada)
    SELECT s.id, 'utama', 'Hasil kerja ' || n, '', '', false, n, 1, now()
      FROM eperformance_skp s, generate_series(1, 3) n WHERE s.periode_id = %(periode)s
       AND NOT EXISTS (SELECT 1 FROM eperformance_hasilkerja lama WHERE lama.skp_id = s.id);
    INSERT INTO eperformance_indikator
        (hasil_id, aspek, uraian, target, target_angka, satuan, arah, urutan, versi, diubah_pada)
    SELECT h.id, a.aspek, 'Indikator ' || a.aspek, '', 100, 'berkas', 'naik', a.urut, 1, now()
      FROM eperformance_hasilkerja h JOIN eperformance_skp s ON s.id = h.skp_id,
           (VALUES ('kuantitas', 1), ('kualitas', 2), ('waktu', 3)) a(aspek, urut)
     WHERE s.periode_id = %(periode)s AND NOT EXISTS (SELECT 1 FROM eperformance_indikator lama WHERE lama.hasil_id = h.id);
"""


def isi(hari_ini):
    """A year that runs, with an SKP ditetapkan of everybody; its evaluation is open. Returns the PeriodeKinerja."""
    tahun = hari_ini.year
    with transaction.atomic():
        periode, _ = PeriodeKinerja.objects.update_or_create(  # other parts of the bench may have opened it
            tahun=tahun,
            defaults={
                "susun_mulai": date(tahun - 1, 12, 1), "tetap_sampai": date(tahun, 1, 31), "periodik": "triwulan",
                "nilai_mulai": hari_ini - timedelta(days=5), "nilai_sampai": hari_ini + timedelta(days=60), "dasar": "bench",
            },
        )  # fmt: skip
        siklus.buka_banyak(periode, None, pada=timezone.now())
        with connection.cursor() as kursor:
            kursor.execute(ISI, {"periode": periode.pk})
    with connection.cursor() as kursor:
        kursor.execute("VACUUM ANALYZE")
    return periode


def pemakai(periode, banyak, hari_ini):
    """[{nama, sandi, peran, jalan, masa}]: nine in ten save their realisasi, one in ten rates at least eight people."""
    penilai = banyak // 10
    kantor = (
        Skp.objects.filter(periode=periode, penilai__isnull=False)
        .values_list("penilai_id").annotate(n=Count("pk")).filter(n__gte=8).order_by("-n", "penilai_id")
    )  # fmt: skip
    pemangku = akses.pemangku(hari_ini, [k for k, _ in kantor])
    kepala = [pemangku[k][0].pegawai_id for k, _ in kantor if pemangku.get(k)][:penilai]
    lain = Skp.objects.filter(periode=periode).exclude(pegawai__in=kepala).order_by("pk")
    masa = f"{periode.tahun}-{nomor_masa(periode.periodik, hari_ini)}"
    orang = {pk: ("penilai", f"{reverse('eperformance:penilaian_list')}?masa={masa}") for pk in kepala}
    for pk, skp in lain.values_list("pegawai_id", "pk")[: banyak - len(kepala)]:
        orang[pk] = ("pegawai", reverse("eperformance:skp_realisasi", args=[skp]))
    ada = akun(orang)
    return [{"nama": ada[pk], "sandi": SANDI, "peran": p, "jalan": j, "masa": masa} for pk, (p, j) in orang.items()]


def ukur(jumlah, papan):
    """Fills, runs the load and asks the database; figures and errors go to ``papan``."""
    hari_ini = timezone.localdate()
    periode = isi(hari_ini)
    banyak = int(os.environ.get("PEMAKAI", "200"))
    rencana = {
        "naik": int(os.environ.get("NAIK", "60")), "lama": int(os.environ.get("LAMA", "240")), "pikir": [20, 30],
        "babak": "tests.bench.beban.kinerja:Pemakai", "pemakai": pemakai(periode, banyak, hari_ini),
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        hasil = jalankan(Path(folder), rencana)
    _tulis(hasil, banyak, jumlah, papan)


def _tulis(hasil, banyak, jumlah, papan):
    sebut = f"{banyak} pemakai e-kinerja"
    semua = sorted(ms for nama, daftar in hasil["permintaan"].items() if not nama.startswith("masuk") for ms in daftar)
    papan.catat(f"{sebut}: galat", jumlah, len(hasil["galat"]), "", 0, "; ".join(hasil["galat"][:3]))
    papan.catat(f"{sebut}: p95 semua permintaan sesudah masuk", jumlah, p95(semua), "ms", ANGGARAN_P95,
                f"median {statistics.median(semua):.0f}, {len(semua)} requests in {hasil['dinding']:.0f} s")  # fmt: skip
    for nama, daftar in sorted(hasil["permintaan"].items()):
        papan.catat(f"{sebut}, {nama}", jumlah, p95(sorted(daftar)), "ms", None,
                    f"p95 of {len(daftar)}; median {statistics.median(daftar):.0f}")  # fmt: skip
    papan.catat(f"{sebut}: CPU pembangkit", jumlah, hasil["cpu"], "s", None, f"of {hasil['dinding']:.0f} s on 2 cores")
    hilang, simpan = _hilang(hasil["catatan"])
    papan.catat(
        f"{sebut}: simpanan yang hilang", jumlah, len(hilang), "", 0, f"{simpan} saved; " + "; ".join(hilang[:3])
    )
    basi = sum(c.get("basi", 0) for c in hasil["catatan"])
    papan.catat(f"{sebut}: tab basi yang ditolak", jumlah, basi, "", None, "each answered 409, none overwrote")


def _hilang(catatan):
    """(sentences, number of saves): a remembered value that is not in the database, or not saved that often.

    Keys as the users of ``beban/kinerja.py`` write them: a realisasi by number of the masa and indicator, a rating by SKP.
    """
    ingat = {k: v for c in catatan for k, v in c.items() if ":" in k}
    hilang, simpan = [], sum(kali for _, kali in ingat.values())
    ids = [int(k.rpartition(":i")[2]) for k in ingat if k[:2] == "r:"]
    angka = {f"r:{r.nomor}:i{r.indikator_id}": r for r in Realisasi.objects.filter(indikator__in=ids)}
    nilai = {f"e:{e.skp_id}": e for e in Evaluasi.objects.filter(skp__in=[int(k[2:]) for k in ingat if k[:2] == "e:"])}
    for kunci, (isi_akhir, kali) in ingat.items():
        baris = (angka | nilai).get(kunci)
        ada = (
            None if baris is None else str(int(baris.angka)) if kunci[0] == "r" else f"{baris.hasil}/{baris.perilaku}"
        )
        if ada != isi_akhir or baris.versi < kali:
            hilang.append(f"{kunci}: diberi tahu {isi_akhir} ({kali} kali), tersimpan {ada}")
    return hilang, simpan
