"""Perbuatan pada katalog dan rencana tahunan. Each: right → lock → status and version allow? → change → Jejak."""

from django.db import transaction
from django.db.models import Count, Q, Sum

from diklat.models import ButirRencana, KegiatanPelatihan, Pelatihan, RencanaPelatihan
from diklat.pelatihan import hak
from diklat.pelatihan.galat import BASI, DitolakDiklat
from diklat.pelatihan.rute import BIDANG, BKD
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini

# act -> (status before, status after, who, words of the Jejak)
TINDAKAN = {
    "ajukan": (("disusun",), "diajukan", "perencana", "mengajukan"),
    "setujui": (("diajukan",), "disetujui", f"KEPALA-{BIDANG}", "menyetujui"),
    "tetapkan": (("disetujui",), "ditetapkan", f"KEPALA-{BKD}", "menetapkan"),
    "kembalikan": (("diajukan", "disetujui"), "disusun", "", "mengembalikan"),
}


def simpan_katalog(pk, data, kompetensi, *, versi, oleh):
    """Makes (``pk`` None) or changes an item of the catalogue; refused when it changed since the form was opened."""
    hak.harus(hak.kelola_katalog(oleh.hak, acuan_kini()), "Katalog disusun Bidang Pendidikan dan Pelatihan.")
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = Pelatihan.objects.select_for_update().get(pk=pk) if pk else Pelatihan()
        if pk and p.versi != versi:
            raise DitolakDiklat(BASI.replace("Kegiatan", "Butir katalog"))
        for nama, nilai in data.items():
            setattr(p, nama, nilai)
        p.versi = (p.versi + 1) if pk else 1
        p.save()
        p.kompetensi.set(kompetensi)
        jejak.catat("diklat_katalog", p, pada=oleh.kini, nama=p.nama)
    return p


def buka(tahun, *, oleh):
    """The plan of a year; the one that is there when somebody was faster."""
    _harus_perencana(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r, baru = RencanaPelatihan.objects.get_or_create(tahun=tahun)
        if baru:
            jejak.catat("diklat_rencana", r, pada=oleh.kini, tahun=r.tahun)
    return r


def _harus_perencana(oleh):
    hak.harus(hak.kelola_rencana(oleh.hak, acuan_kini()), "Rencana disusun Subbidang Program dan Evaluasi Diklat.")


def _kunci(pk, versi):
    r = RencanaPelatihan.objects.select_for_update().get(pk=pk)
    if versi is not None and r.versi != versi:
        raise DitolakDiklat(BASI.replace("Kegiatan", "Rencana"))
    return r


def simpan_butir(rencana_id, butir_id, data, *, versi, oleh):
    """Makes or changes an item while the plan is drawn up; one training once a starting day."""
    _harus_perencana(oleh)
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci(rencana_id, versi)
        if not r.terbuka:
            raise DitolakDiklat(f"{r}: {r.get_status_display().lower()}; butirnya tidak dapat diubah lagi.")
        if data["mulai"].year != r.tahun:
            raise DitolakDiklat(f"Rencana ini bagi tahun {r.tahun}.")
        b = r.butir.get(pk=butir_id) if butir_id else ButirRencana(rencana=r)
        kembar = r.butir.filter(pelatihan=data["pelatihan"], mulai=data["mulai"]).exclude(pk=butir_id)
        if kembar.exists():
            raise DitolakDiklat("Pelatihan itu sudah direncanakan pada tanggal mulai yang sama.")
        for nama, nilai in data.items():
            setattr(b, nama, nilai)
        b.save()
        _naik(r)
        jejak.catat("diklat_rencana", r, pada=oleh.kini, tahun=r.tahun)
    return b


def hapus_butir(butir, *, oleh):
    """Takes an item out that no kegiatan rests on."""
    _harus_perencana(oleh)
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci(butir.rencana_id, None)
        if not r.terbuka:
            raise DitolakDiklat("Rencana yang sudah diajukan tidak dapat diubah.")
        if butir.kegiatan.exists():
            raise DitolakDiklat("Sudah ada kegiatan yang bersandar pada butir ini.")
        r.butir.filter(pk=butir.pk).delete()
        _naik(r)
        jejak.catat("diklat_rencana", r, pada=oleh.kini, tahun=r.tahun)


def _naik(r, *medan):
    r.versi += 1
    r.save(update_fields=["versi", *medan])


def boleh(r, aksi, h, acuan):
    """May he do ``aksi`` on the plan as it stands?"""
    dari, _, siapa, _ = TINDAKAN[aksi]
    if r.status not in dari:
        return False
    if aksi == "kembalikan":
        siapa = TINDAKAN["setujui" if r.status == "diajukan" else "tetapkan"][2]
    return hak.kelola_rencana(h, acuan) if siapa == "perencana" else hak.memegang_kantor(h, siapa)


def tindak(pk, aksi, *, versi, oleh, catatan=""):
    """Moves the plan on: ajukan, setujui (Kabid), tetapkan (Kepala BKD), kembalikan with a reason."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci(pk, versi)
        hak.harus(boleh(r, aksi, oleh.hak, acuan_kini()), "Langkah ini milik pejabat lain, atau sudah lewat.")
        if aksi == "ajukan" and not r.butir.exists():
            raise DitolakDiklat("Rencana belum mempunyai satu butir pun.")
        if aksi == "kembalikan" and not catatan.strip():
            raise DitolakDiklat("Tulis apa yang harus diperbaiki.")
        r.status, r.catatan = TINDAKAN[aksi][1], catatan.strip()[:400]
        if aksi == "setujui":
            r.disetujui_oleh, r.disetujui_pada = oleh.pengguna, oleh.kini
        elif aksi == "tetapkan":
            r.ditetapkan_oleh, r.ditetapkan_pada = oleh.pengguna, oleh.kini
        _naik(r, "status", "catatan", "disetujui_oleh", "disetujui_pada", "ditetapkan_oleh", "ditetapkan_pada")
        jejak.catat("diklat_rencana_langkah", r, pada=oleh.kini, tahun=r.tahun, apa=TINDAKAN[aksi][3],
                    sebagai_jabatan=oleh.hak.sebutan)  # fmt: skip
    return r


def butir_nyata(rencana):
    """Items with what came of them: ``kegiatan_n``, ``lulus_n``, ``terpakai`` (rupiah); three queries for any number."""
    butir = list(rencana.butir.select_related("pelatihan").order_by("mulai", "pk"))
    kegiatan = KegiatanPelatihan.objects.filter(butir__rencana=rencana).exclude(tahap="batal").order_by()
    uang = {k["butir_id"]: k for k in kegiatan.values("butir_id").annotate(n=Count("pk"), uang=Sum("biaya"))}
    ikut = kegiatan.values("butir_id").annotate(
        ikut=Count("peserta", filter=Q(peserta__status="peserta")),
        lulus=Count("peserta", filter=Q(peserta__lulus=True)),
    )
    orang = {k["butir_id"]: k for k in ikut}
    for b in butir:
        satu, isi = uang.get(b.pk, {}), orang.get(b.pk, {})
        b.kegiatan_n, b.terpakai = satu.get("n", 0), satu.get("uang")
        b.ikut_n, b.lulus_n = isi.get("ikut", 0), isi.get("lulus", 0)
    return butir


def jumlah(butir):
    """Totals of the plan and of what came of it."""
    return {
        "sasaran": sum(b.sasaran for b in butir), "anggaran": sum(b.anggaran for b in butir),
        "ikut": sum(b.ikut_n for b in butir), "lulus": sum(b.lulus_n for b in butir),
        "terpakai": sum(b.terpakai or 0 for b in butir), "kegiatan": sum(b.kegiatan_n for b in butir),
    }  # fmt: skip


def dengan_jumlah(daftar):
    """Plans with ``butir_n``, ``sasaran_n``, ``anggaran_n`` and what came of them; three queries for any number."""
    daftar = list(
        daftar.annotate(butir_n=Count("butir"), sasaran_n=Sum("butir__sasaran"), anggaran_n=Sum("butir__anggaran"))
    )
    kegiatan = KegiatanPelatihan.objects.filter(butir__rencana__in=daftar).exclude(tahap="batal").order_by()
    uang = dict(kegiatan.values_list("butir__rencana").annotate(Sum("biaya")))
    orang = dict(kegiatan.filter(peserta__status="peserta").values_list("butir__rencana").annotate(Count("peserta")))
    for r in daftar:
        r.terpakai_n, r.ikut_n = uang.get(r.pk) or 0, orang.get(r.pk, 0)
    return daftar
