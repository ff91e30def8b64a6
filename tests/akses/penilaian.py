"""Penilaian kinerja pada dunia akses: dua rekan ani di sekolahnya, ani sendiri yang sudah dinilai, distribusi DISDIK.

``rekan`` is ditetapkan with a quarter that is set, ``siap`` accepted his result, both assessed by the head of the school.
"""

import json
from datetime import date, timedelta

from django.utils import timezone

from eperformance import siklus
from eperformance.models import CapaianOrganisasi, DistribusiOpd, Evaluasi, MasaPerbaikan, PeriodeKinerja, Skp
from eperformance.penilaian import masa, nilai
from eperformance.penilaian.hitung import hitung
from kepegawaian.models import UnitKerja

TAHUN = date.today().year - 1
M = f"masa={TAHUN}-0"
PENILAI = frozenset({"kepsek", "kepsek_lain", "kepala_opd", "kepala_opd_lain", "kaban", "sekda", "perekam"})
BACA = frozenset({"staf12", "staf13", "penangan", "kaban", "inspektorat"})
# Group -> personas; the sentences are those of desain.md §7 and of the brief of the three steps.
KELOMPOK = {
    "penilai": PENILAI,  # "own staff": who heads a unit, and the pimpinan for the heads
    "penilai_ani": frozenset({"kepsek"}),
    "distribusi": BACA | {"kepala_opd", "kepala_opd_lain", "sekda", "perekam"},
    "distribusi_disdik": BACA | {"kepala_opd", "sekda", "perekam"},
    "pemantau_kinerja": BACA | PENILAI | {"operator", "operator_lain"},
    "kinerja_kelola": frozenset({"kaban"}),  # SUB41 and the heads above; no persona works there
}


def isi_penilaian(d):
    """Fills ``d``: skp_ani (dinilai), skp_rekan (ditetapkan), skp_siap (accepted), distribusi, masa_perbaikan."""
    periode, _ = PeriodeKinerja.objects.get_or_create(
        tahun=TAHUN,
        defaults={
            "susun_mulai": date(TAHUN - 1, 12, 1), "tetap_sampai": date(TAHUN, 1, 31), "nilai_mulai": date(TAHUN, 12, 1),
            "nilai_sampai": date.today() + timedelta(days=30),
        },
    )  # fmt: skip
    rekan, siap = d.usulan["kaban"].pegawai, d.usulan["pertek"].pegawai
    ids = [d.ani.pk, rekan.pk, siap.pk]
    siklus.buka_banyak(periode, ids, pada=timezone.now())
    Skp.objects.filter(pegawai__in=ids, periode=periode).update(status="ditetapkan", ditetapkan_pada=timezone.now())
    d.skp_ani, d.skp_rekan, d.skp_siap = (Skp.objects.get(pegawai=p, periode=periode) for p in ids)
    d.masa_lalu, oleh = masa.satu(periode, 0), d.oleh("kepsek")

    def sah(skp, m, hasil="sesuai"):
        nilai.simpan(skp.pk, m, hasil=hasil, perilaku="sesuai", catatan="", versi=0, oleh=oleh)
        return nilai.sahkan(skp.pk, m, versi=1, oleh=oleh)

    d.evaluasi_ani, d.evaluasi_siap = sah(d.skp_ani, d.masa_lalu), sah(d.skp_siap, d.masa_lalu, "di_bawah")
    d.evaluasi_rekan = sah(d.skp_rekan, masa.satu(periode, 1))
    Evaluasi.objects.filter(pk=d.evaluasi_siap.pk).update(diterima_pada=timezone.now())
    d.disdik, d.dinkes = (UnitKerja.objects.get(kode=k) for k in ("DISDIK", "DINKES"))
    umum = {"oleh": d.akun["perekam"], "sebagai": "Perekam", "pada": timezone.now()}
    CapaianOrganisasi.objects.create(periode=periode, opd=d.disdik, capaian="Baik", dasar="PK", **umum)
    DistribusiOpd.objects.create(periode=periode, opd=d.disdik, jumlah={"Baik": 2}, **umum)
    d.masa_perbaikan = MasaPerbaikan.objects.create(
        pegawai=siap,
        evaluasi=d.evaluasi_siap,
        mulai=date.today(),
        sampai=date.today() + timedelta(days=180),
        pada=timezone.now(),
    )


def _baris(d):
    p = f"s{d.skp_rekan.pk}"
    return {
        "masa": f"{TAHUN}-0",
        f"{p}-hasil": "sesuai",
        f"{p}-perilaku": "sesuai",
        f"{p}-catatan": "",
        f"{p}-versi": 0,
        f"{p}-awal": "||0",
    }


def halaman(H, pos):
    """Lines of HALAMAN."""
    return (
        H("eperformance:penilaian_list", "penilai", kueri=M),
        H("eperformance:penilaian_ekspor", "penilai", kueri=M),
        pos("eperformance:penilaian_simpan"),
        pos("eperformance:penilaian_baris", lambda d: (d.skp_rekan.pk,)),
        H("eperformance:skp_penilaian", "ani", lambda d: (d.skp_ani.pk,)),
        *(pos(f"eperformance:skp_{n}", lambda d: (d.skp_ani.pk,)) for n in ("terima", "keberatan", "final")),
        H("eperformance:evaluasi_ganti", "penilai_ani", lambda d: (d.evaluasi_rekan.pk,)),
        pos("eperformance:evaluasi_cetak", lambda d: (d.evaluasi_ani.pk,)),
        H("eperformance:evaluasi_unduh", "ani", lambda d: (d.evaluasi_ani.pk, "lain"), (302,)),
        H("eperformance:distribusi_list", "distribusi", kueri=M),
        H("eperformance:distribusi_ekspor", "distribusi", kueri=M),
        H("eperformance:distribusi_detail", "distribusi_disdik", lambda d: (d.disdik.pk,), kueri=M),
        *(pos(f"eperformance:distribusi_{n}", lambda d: (d.disdik.pk,)) for n in ("capaian", "tetapkan")),
        H("eperformance:distribusi_unduh", "distribusi_disdik", lambda d: (d.disdik.pk,), (302,), M),
        *(H("eperformance:perbaikan_list", "pemantau_kinerja", kueri=f"tampil={t}") for t in ("perbaikan", "penghargaan", "tanpa-skp")),
        H("eperformance:perbaikan_ekspor", "pemantau_kinerja", kueri="tampil=tanpa-skp"),
        H("eperformance:perbaikan_update", "kinerja_kelola", lambda d: (d.masa_perbaikan.pk,)),
    )  # fmt: skip


def perbuatan(P, ani):
    """Lines of PERBUATAN; ``ani``: who may read her record."""
    jumlah = {"alasan": ""}
    penilai = KELOMPOK["penilai_ani"]
    return (
        P("eperformance:penilaian_simpan", penilai, isi=lambda d: _baris(d) | {"tindakan": "simpan"}),
        P("eperformance:penilaian_baris", penilai, lambda d: (d.skp_rekan.pk,), _baris),
        P("eperformance:skp_terima", frozenset({"ani"}), lambda d: (d.skp_ani.pk,)),
        P("eperformance:skp_keberatan", frozenset({"ani"}), lambda d: (d.skp_ani.pk,)),
        P("eperformance:skp_final", KELOMPOK["kinerja_kelola"], lambda d: (d.skp_siap.pk,)),
        P("eperformance:evaluasi_ganti", penilai, lambda d: (d.evaluasi_rekan.pk,),
          lambda d: {"hasil": "di_atas", "perilaku": "sesuai", "alasan": "Bukti tambahan diterima."}),
        P("eperformance:evaluasi_cetak", ani, lambda d: (d.evaluasi_ani.pk,), berubah=False),  # work for the worker
        P("eperformance:distribusi_capaian", frozenset({"perekam", "sekda"}), lambda d: (d.dinkes.pk,),
          lambda d: {"capaian": "Baik", "dasar": "PK tercapai", "versi": 0}),
        P("eperformance:distribusi_tetapkan", frozenset({"kepala_opd"}), lambda d: (d.disdik.pk,),
          lambda d: jumlah | {"jumlah": json.dumps(hitung(d.masa_lalu, [d.disdik.pk])[d.disdik.pk].jumlah)}),
        P("eperformance:perbaikan_update", KELOMPOK["kinerja_kelola"], lambda d: (d.masa_perbaikan.pk,),
          lambda d: {"status": "pulih", "catatan": "Kinerjanya membaik."}),
    )  # fmt: skip
