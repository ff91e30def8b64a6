"""Perbuatan pada pohon kinerja dan simpulnya: the only writer of Pohon and Simpul (indicators: ``indikator``).

Each act: lock the tree → who may → its version and status allow → change → version + 1 → Jejak, in one transaction. Nothing that
something rests on is deleted; it is ended and stays readable.
"""

from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError
from django.db.models import Max

from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import HasilKerja, IndikatorPohon, Pohon, RealisasiPohon, Simpul, TargetPohon
from eperformance.pohon import rumus
from eperformance.pohon.hak import mengatur
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan

HIDUP = ("draf", "berlaku")
BASI = "Pohon ini sudah diubah di tempat lain sejak halaman Anda dibuka. Periksa keadaannya, lalu ulangi."
ALIH = {"berlaku": ("draf", "arsip"), "arsip": ("berlaku",)}
KATA = {"berlaku": "memberlakukan", "arsip": "mengarsipkan"}


def periksa_pengatur(oleh):
    """Refuses everybody but those who run the tree."""
    if not mengatur(oleh.hak, acuan_kini()):
        raise DitolakKinerja("Pohon kinerja diubah oleh Subbidang Evaluasi Kinerja atau Sekretariat BKPSDM.")


@contextmanager
def mengubah(pohon_id, versi, apa, *, oleh, status=HIDUP):
    """The locked tree for one change described by ``apa``; raises its version and writes the Jejak at the end.

    Refused: who may not, a version that has gone on (VersiLama), a status that is none of ``status``.
    """
    periksa_pengatur(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        pohon = Pohon.objects.select_for_update().get(pk=pohon_id)
        if versi is not None and pohon.versi != versi:
            raise VersiLama(pohon, BASI)
        if pohon.status not in status:
            raise DitolakKinerja(
                f"Pohon {pohon.tahun} {pohon.get_status_display().lower()}; tidak dapat diubah begitu."
            )
        yield pohon
        pohon.versi += 1
        pohon.save()
        catat(pohon, apa, oleh)


def catat(pohon, apa, oleh):
    """One Jejak on the tree."""
    isi = {"tahun": pohon.tahun, "apa": apa[:200]}
    jejak.catat("pohon_simpan", pohon, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, **isi)


# ── trees ────────────────────────────────────────────────────────────────────────────────────────────


def buat(tahun, dasar, *, oleh):
    """An empty draft of a year; refused when it has one."""
    periksa_pengatur(oleh)
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            pohon = Pohon.objects.create(tahun=tahun, dasar=dasar)
            catat(pohon, "membuat pohon kosong", oleh)
    except IntegrityError as galat:
        raise DitolakKinerja(f"Pohon kinerja {tahun} sudah ada.") from galat
    return pohon


def atur(pohon_id, dasar, *, oleh, versi):
    """Another document it rests on."""
    with mengubah(pohon_id, versi, f"dasar penetapan: {dasar}", oleh=oleh) as pohon:
        pohon.dasar = dasar
    return pohon


def alihkan(pohon_id, status, *, oleh, versi):
    """draf → berlaku → arsip, and an archived one back to berlaku. An empty tree does not come into force."""
    with mengubah(pohon_id, versi, KATA[status], oleh=oleh, status=ALIH[status]) as pohon:
        if status == "berlaku" and not pohon.simpul.filter(jenis="tujuan", berakhir=None).exists():
            raise DitolakKinerja("Pohon belum memuat satu tujuan pun; isi dulu, lalu berlakukan.")
        pohon.status = status
    return pohon


def salin(pohon_id, tahun, *, oleh, dasar=""):
    """A draft of ``tahun`` with everything of this tree that has not ended: simpul, indicators, targets. Returns it.

    A unit that is gone by then gives way to its successor. Realised values stay where they are.
    """
    periksa_pengatur(oleh)
    try:
        with jejak.sebagai(oleh.pengguna, oleh.alamat):
            asal = Pohon.objects.select_for_update().get(pk=pohon_id)
            baru = Pohon.objects.create(tahun=tahun, dasar=dasar, asal=asal)
            peta = _salin_simpul(asal, baru, date(tahun, 1, 1))
            _salin_indikator(peta)
            catat(baru, f"menyalin {len(peta)} simpul dari pohon {asal.tahun}", oleh)
    except IntegrityError as galat:
        raise DitolakKinerja(f"Pohon kinerja {tahun} sudah ada.") from galat
    return baru


def _salin_simpul(asal, baru, per):
    """{old id: new Simpul}, level by level; what hangs on an ended simpul is left out with it."""
    peta, lama = {}, list(asal.simpul.filter(berakhir=None).select_related("unit").order_by("urutan", "pk"))
    for jenis in rumus.TINGKAT:
        for s in lama:
            if s.jenis != jenis or (s.induk_id is not None and s.induk_id not in peta):
                continue
            unit = _unit_pada(s.unit, per)
            peta[s.pk] = Simpul(
                pohon=baru, induk=peta[s.induk_id] if s.induk_id else None, jenis=s.jenis, kode=s.kode, uraian=s.uraian,
                unit=unit, jabatan_id=s.jabatan_id if unit == s.unit else kepala(unit.pk), urutan=s.urutan,
            )  # fmt: skip
        Simpul.objects.bulk_create([b for i, b in peta.items() if b.jenis == jenis])
    return peta


def _unit_pada(unit, per):
    while unit.berlaku_sampai and unit.berlaku_sampai < per and unit.pengganti_id:
        unit = unit.pengganti
    return unit


def _salin_indikator(peta):
    lama = list(IndikatorPohon.objects.filter(simpul__in=peta).order_by("pk"))
    medan = ("uraian", "rumus", "satuan", "arah", "sumber", "cakupan", "catatan", "urutan")
    baru = IndikatorPohon.objects.bulk_create(
        IndikatorPohon(simpul=peta[i.simpul_id], **{m: getattr(i, m) for m in medan}) for i in lama
    )
    pasangan = {i.pk: b for i, b in zip(lama, baru, strict=True)}
    TargetPohon.objects.bulk_create(
        TargetPohon(indikator=pasangan[t.indikator_id], triwulan=t.triwulan, nilai=t.nilai)
        for t in TargetPohon.objects.filter(indikator__in=pasangan)
    )


# ── simpul ───────────────────────────────────────────────────────────────────────────────────────────


def kepala(unit_id):
    """Id of the post that heads a unit today, None without one."""
    kursi = Jabatan.objects.filter(unit_id=unit_id, kepala_unit=True, berlaku_sampai=None)
    return kursi.values_list("pk", flat=True).first()


def _ambil(pohon, simpul_id):
    return Simpul.objects.select_for_update().get(pk=simpul_id, pohon=pohon)


def simpan_simpul(pohon_id, simpul_id, data, *, oleh, versi):
    """Adds (``simpul_id`` None, under ``data["induk"]``) or changes a simpul {jenis, kode, uraian, unit}; returns it."""
    apa = f"{'mengubah' if simpul_id else 'menambah'} {data['jenis'].replace('_', '-')} “{data['uraian']}”"
    with mengubah(pohon_id, versi, apa, oleh=oleh) as pohon:
        simpul = _ambil(pohon, simpul_id) if simpul_id else Simpul(pohon=pohon, induk=data.get("induk"))
        if simpul_id is None:
            _tolak_induk(pohon, simpul.induk)
            simpul.urutan = _urutan_berikut(pohon, simpul.induk_id)
        _tolak_tingkat(data["jenis"], simpul.induk)
        if simpul_id and (bawah := [a for a in simpul.anak.all() if not rumus.boleh_di_bawah(a.jenis, data["jenis"])]):
            raise DitolakKinerja(f"“{bawah[0].uraian}” di bawahnya tidak dapat bergantung pada tingkat itu.")
        for nama in ("jenis", "kode", "uraian", "unit"):
            setattr(simpul, nama, data[nama])
        simpul.jabatan_id = kepala(simpul.unit_id)
        simpul.save()
    return simpul


def pindah_simpul(simpul, induk, *, oleh, versi):
    """Hangs a simpul with everything below it on another induk (None: on top). Refused where it would make a circle."""
    with mengubah(simpul.pohon_id, versi, f"memindah “{simpul.uraian}”", oleh=oleh) as pohon:
        satu = _ambil(pohon, simpul.pk)
        _tolak_induk(pohon, induk)
        if induk is not None and rumus.melingkar(satu.pk, induk.pk, dict(pohon.simpul.values_list("pk", "induk_id"))):
            raise DitolakKinerja("Simpul tidak dapat bergantung pada dirinya sendiri atau pada yang di bawahnya.")
        _tolak_tingkat(satu.jenis, induk)
        satu.induk, satu.urutan = induk, _urutan_berikut(pohon, induk.pk if induk else None)
        satu.save()
    return satu


def geser_simpul(simpul, arah, *, oleh, versi):
    """One place up (-1) or down (1) among its siblings; at the end nothing moves."""
    with mengubah(simpul.pohon_id, versi, f"mengurutkan “{simpul.uraian}”", oleh=oleh) as pohon:
        saudara = list(pohon.simpul.filter(induk=simpul.induk_id).order_by("urutan", "pk"))
        letak = next(i for i, s in enumerate(saudara) if s.pk == simpul.pk)
        ke = min(max(letak + arah, 0), len(saudara) - 1)
        saudara.insert(ke, saudara.pop(letak))
        for urutan, s in enumerate(saudara, 1):
            s.urutan = urutan
        Simpul.objects.bulk_update(saudara, ["urutan"])


def akhiri_simpul(simpul, *, oleh, versi, buka=False):
    """Ends a simpul and all below it (or takes the end back): it stays readable, takes no realisasi and no new SKP."""
    apa = f"{'memakai lagi' if buka else 'mengakhiri'} “{simpul.uraian}”"
    with mengubah(simpul.pohon_id, versi, apa, oleh=oleh) as pohon:
        if buka and simpul.induk_id and pohon.simpul.filter(pk=simpul.induk_id, berakhir__isnull=False).exists():
            raise DitolakKinerja("Simpul di atasnya sudah diakhiri; pakai lagi yang di atas dulu.")
        ids = keturunan(pohon, simpul.pk)
        pohon.simpul.filter(pk__in=ids).update(berakhir=None if buka else oleh.hari_ini)


def hapus_simpul(simpul, *, oleh, versi):
    """Deletes a simpul nothing rests on: no branch, no hasil kerja of an SKP, no realised value."""
    with mengubah(simpul.pohon_id, versi, f"menghapus “{simpul.uraian}”", oleh=oleh) as pohon:
        satu = _ambil(pohon, simpul.pk)
        if alasan := halangan_hapus(satu):
            raise DitolakKinerja(alasan)
        satu.delete()


def halangan_hapus(simpul):
    """Why a simpul cannot be deleted, as a sentence; "" when it can."""
    if simpul.anak.exists():
        return "Masih ada simpul di bawahnya; pindahkan atau hapus dulu."
    if HasilKerja.objects.filter(simpul=simpul).exists():
        return "Sudah dipakai pada SKP; akhiri saja, jangan dihapus."
    if RealisasiPohon.objects.filter(indikator__simpul=simpul).exists():
        return "Indikatornya sudah berisi realisasi; akhiri saja, jangan dihapus."
    if any(_lain(simpul, rel) for rel in Simpul._meta.related_objects):
        return "Sudah berisi pagu atau realisasi anggaran; akhiri saja, jangan dihapus."
    return ""


def _lain(simpul, rel):
    """Does a register of another app hold rows of this simpul?"""
    if rel.related_model._meta.app_label == simpul._meta.app_label:
        return False
    return rel.related_model._default_manager.filter(**{rel.field.name: simpul}).exists()


def keturunan(pohon, simpul_id):
    """Ids of a simpul and everything below it; one query."""
    anak = {}
    for pk, induk in pohon.simpul.values_list("pk", "induk_id"):
        anak.setdefault(induk, []).append(pk)
    hasil, antre = [], [simpul_id]
    while antre:
        hasil.append(antre.pop())
        antre += anak.get(hasil[-1], ())
    return hasil


def _tolak_induk(pohon, induk):
    if induk is not None and (induk.pohon_id != pohon.pk or induk.berakhir):
        raise DitolakKinerja("Induknya bukan simpul yang masih dipakai pada pohon ini.")


def _tolak_tingkat(jenis, induk):
    if not rumus.boleh_di_bawah(jenis, induk.jenis if induk else None):
        raise DitolakKinerja(
            "Urutannya tujuan, sasaran, program, kegiatan, sub-kegiatan; hanya tujuan yang berada di puncak."
        )


def _urutan_berikut(pohon, induk_id):
    return (pohon.simpul.filter(induk_id=induk_id).aggregate(n=Max("urutan"))["n"] or 0) + 1
