"""Kabar kepada atasan langsung: bawahannya mencapai ambang. PP 94/2021 Pasal 26: he must summon and examine him.

One notice per person, year and type, however often the night counts; the direct superior only, never the person's OPD.
"""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.jejak import beri_tahu, sebagai
from kepegawaian.models import Jabatan, Pemberitahuan, Pengguna, ProfilKini, RekapKehadiran


def bawahan_langsung(hak, awalan=""):
    """Q over ProfilKini of those whose direct superior ``hak`` is today: staff of the units he heads, and heads of the
    units directly below."""
    unit = {k.unit_id for k in hak.kantor if k.kepala and k.unit_id}
    if not unit:
        return Q(pk__in=[])
    staf = Q(**{f"{awalan}unit_id__salah_satu": unit}) & ~Q(**{f"{awalan}jabatan_id__in": hak.jabatan_ids})
    kepala = Q(**{f"{awalan}unit__induk_id__salah_satu": unit, f"{awalan}jabatan__kepala_unit": True})
    return (staf | kepala) & ~Q(**{f"{awalan}pegawai_id": hak.pegawai_id or 0})


def atasan(daftar, acuan, tanggal):
    """{pegawai_id: set of accounts of his direct superior} of ProfilKini ``daftar``; three queries for any number."""
    jalur = {k.pegawai_id: list(reversed(acuan.unit[k.unit_id].jalur)) for k in daftar if k.unit_id in acuan.unit}
    kepala = Jabatan.objects.filter(
        kepala_unit=True, berlaku_sampai__isnull=True, unit_id__in={u for j in jalur.values() for u in j}
    )
    menurut_unit = dict(kepala.values_list("unit_id", "pk"))
    jabatan = {}
    for k in daftar:
        calon = (menurut_unit.get(u) for u in jalur.get(k.pegawai_id, ()))
        jabatan[k.pegawai_id] = next((j for j in calon if j and j != k.jabatan_id), None)
    pegang = akses.pemangku(tanggal, sorted({j for j in jabatan.values() if j}))
    orang = {j: {p.pegawai_id for p in daftar_} for j, daftar_ in pegang.items()}
    semua = set().union(*orang.values()) if orang else set()
    akun = dict(Pengguna.objects.filter(pegawai_id__in=semua, is_active=True).values_list("pegawai_id", "pk"))
    return {
        i: {akun[p] for p in orang.get(j, ()) if p in akun and p != i} for i, j in jabatan.items() if j is not None
    }


def kabari(tahun, *, ids=None):
    """Tells the direct superiors of everybody at a threshold who have not been told of this type; returns how many people."""
    hari_ini = timezone.localdate()
    if tahun < hari_ini.year - 1:
        return 0
    capai = RekapKehadiran.objects.filter(tahun=tahun).exclude(kode="")
    if ids is not None:
        capai = capai.filter(pegawai_id__salah_satu=ids)
    capai = {r.pegawai_id: r for r in capai}
    daftar = list(ProfilKini.objects.filter(aktif=True, pegawai_id__in=capai).order_by("pk"))
    kunci = {k.pegawai_id: f"absen-{k.pegawai_id}-{tahun}-{capai[k.pegawai_id].kode}" for k in daftar}
    sudah = set(Pemberitahuan.objects.filter(kunci__in=kunci.values()).values_list("kunci", flat=True))
    daftar = [k for k in daftar if kunci[k.pegawai_id] not in sudah]
    tujuan = atasan(daftar, acuan_kini(), hari_ini) if daftar else {}
    with sebagai(None):
        for k in daftar:
            r = capai[k.pegawai_id]
            if penerima := tujuan.get(k.pegawai_id):
                beri_tahu(
                    penerima, kunci=kunci[k.pegawai_id], judul="Bawahan Anda perlu dipanggil",
                    isi=f"{k.nama}: {r.jumlah} hari tidak masuk tanpa alasan sah tahun {tahun}. Panggil dan periksa (PP 94/2021 Pasal 26).",
                    url=reverse("disiplin:presensi_orang", args=[k.nip]), pada=timezone.now(), peristiwa="ketidakhadiran",
                    rahasia=True,
                )  # fmt: skip
    return len(daftar)
