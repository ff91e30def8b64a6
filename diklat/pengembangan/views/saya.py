"""Riwayat pengembangan saya: apa yang sudah diikuti, JP tahun ini, yang wajib dan yang dianjurkan, dengan pengajuannya."""

from django.db.models import F, OuterRef, Subquery
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from diklat.models import TugasBelajar
from diklat.pengembangan import anjuran
from kepegawaian import akses
from kepegawaian.models import Dosir, RiwayatDiklat
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil
from layanan.models import Usulan
from layanan.tampilan import url_regulasi

PELIHAT = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")


def riwayat(pegawai_id):
    """[dict] of the RiwayatDiklat that stand, newest first, each with the id of its scan (``berkas``).

    All of them in one query: one person has dozens, and counting them costs as much as reading them.
    """
    berkas = Dosir.objects.filter(riwayat_jenis="diklat", riwayat_id=OuterRef("pk")).order_by("-pk")
    return list(
        RiwayatDiklat.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada=None).order_by("-tmt", "-pk").values(
            "nama", "penyelenggara", "tmt", "jp", "nomor_sertifikat", nama_jenis=F("jenis__nama"),
            jenjang=F("latihan_struktural__nama"), berkas=Subquery(berkas.values("pk")[:1]),
        )
    )  # fmt: skip


def _usulan(pegawai_id):
    """(reports under way, number of the tugas belajar whose perjanjian may be drawn up or None); one query."""
    semua = (
        Usulan.objects.filter(pegawai=pegawai_id, layanan__in=("belajar-mandiri", "tugas-belajar"), status__in=Usulan.BERJALAN)
        .select_related("langkah_kini").order_by("-dibuat_pada")
        .only("nomor", "layanan", "status", "ringkas", "isian", "langkah_kini__nama")
    )  # fmt: skip
    laporan, perjanjian = [], None
    for u in semua:
        if u.layanan == "belajar-mandiri":
            laporan.append(u)
        elif u.status != "diproses" and "sampai" in u.isian:
            perjanjian = perjanjian or u.nomor
    return laporan[:20], perjanjian


@akses.masuk
@require_safe
def pengembangan_detail(request, nip=None):
    """One person: JP against the year's limit, what must be taken and why, what may be taken and what it gives, history."""
    pegawai = ambil(request, nip, ("kini__jabatan",))
    saya = pegawai.pk == request.hak.pegawai_id
    if not saya and not request.hak.punya(*PELIHAT):
        raise Http404
    p = profil_satu(pegawai.pk, per=request.hari_ini, bagian=anjuran.BAGIAN)
    g = anjuran.susun(p, request.acuan, request.hari_ini)
    berjalan, perjanjian = _usulan(pegawai.pk)
    isi = {
        "pegawai": pegawai, "kini": pegawai.kini, "saya": saya, "p": p, "g": g, "pppk": p.status in anjuran.aturan.PPPK,
        "boleh_lapor": saya and request.hak.punya("asn"), "potongan": potong(request, riwayat(pegawai.pk)),
        "berjalan": berjalan, "perjanjian": perjanjian,
        "wajib": [(w, url_regulasi(w.dasar.peraturan), w.sampai is not None and w.sampai < request.hari_ini,
                   next((b for b in g.buka if b.jenjang == w.kode), None)) for w in g.wajib],
        "tubel": list(TugasBelajar.objects.filter(pegawai=pegawai).exclude(keadaan="batal")),
        "ikatan": [i for i in p.ikatan if i.jenis == "TUBEL" and (i.sampai is None or i.sampai >= request.hari_ini)],
        "meter": _meter(g), "ip_skor": g.ip.skor / 100 if g.ip else None, "ip_maks": g.ip.maks // 100 if g.ip else None,
    }  # fmt: skip
    return render(request, "diklat/pengembangan/saya.html", isi)


def _meter(g):
    """(label, kind, reason) of the JP meter; None when the year is unknown."""
    if g.masa is None:
        return None
    if g.masa.minimal:
        kurang = g.masa.batas - g.jp
        alasan = (
            f"Kurang {kurang} JP lagi sampai akhir tahun (DIK-01)."
            if kurang > 0
            else "Paling sedikit 20 JP sudah terpenuhi (DIK-01)."
        )
        return f"JP tahun {g.masa.dari.year}, paling sedikit {g.masa.batas}", "perhatian" if kurang > 0 else "", alasan
    sisa = g.masa.batas - g.jp
    alasan = (
        f"Masih dapat {sisa} JP dalam tahun kontrak ini (DIK-02)."
        if sisa >= 0
        else f"Melebihi {g.masa.batas} JP dalam tahun kontrak (DIK-02)."
    )
    return "JP tahun kontrak, paling banyak", "gagal" if sisa < 0 else "", alasan
