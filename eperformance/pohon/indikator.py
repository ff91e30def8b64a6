"""Perbuatan pada indikator: isinya, targetnya, realisasinya. The only writer of IndikatorPohon, TargetPohon, RealisasiPohon."""

from eperformance.aturan import masa_ke
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import IndikatorPohon, Pohon, RealisasiPohon, TargetPohon
from eperformance.pohon.hak import mengisi
from eperformance.pohon.perbuatan import mengubah
from eperformance.pohon.rumus import nama_masa
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini

MEDAN = ("uraian", "rumus", "satuan", "arah", "sumber", "cakupan", "catatan")


def simpan(simpul, indikator_id, data, target, *, oleh, versi):
    """Adds or changes an indicator and its targets {triwulan: value or None}; returns it."""
    apa = f"{'mengubah' if indikator_id else 'menambah'} indikator “{data['uraian']}”"
    with mengubah(simpul.pohon_id, versi, apa, oleh=oleh):
        satu = IndikatorPohon(simpul=simpul, urutan=simpul.indikator.count() + 1)
        if indikator_id:
            satu = IndikatorPohon.objects.select_for_update().get(pk=indikator_id, simpul=simpul)
        for nama in MEDAN:
            setattr(satu, nama, data[nama])
        satu.save()
        lama = {t.triwulan: t for t in satu.target.all()}
        for triwulan, nilai in target.items():
            if nilai is None and triwulan in lama:
                lama[triwulan].delete()
            elif nilai is not None and triwulan not in lama:
                TargetPohon.objects.create(indikator=satu, triwulan=triwulan, nilai=nilai)
            elif nilai is not None and lama[triwulan].nilai != nilai:
                lama[triwulan].nilai = nilai
                lama[triwulan].save()
    return satu


def hapus(indikator, *, oleh, versi):
    """Deletes an indicator that has no realised value."""
    with mengubah(indikator.simpul.pohon_id, versi, f"menghapus indikator “{indikator.uraian}”", oleh=oleh):
        if indikator.realisasi.exists():
            raise DitolakKinerja("Indikator ini sudah berisi realisasi; tidak dapat dihapus.")
        indikator.delete()


def halangan_realisasi(indikator, triwulan, tanggal):
    """Why no value can be typed for a triwulan on a date, as a sentence; "" when it can."""
    simpul = indikator.simpul
    if simpul.pohon.status != "berlaku":
        return (
            f"Pohon {simpul.pohon.tahun} {simpul.pohon.get_status_display().lower()}; realisasi diisi selama berlaku."
        )
    if simpul.berakhir:
        return "Simpul ini sudah diakhiri."
    if indikator.sumber:
        return "Indikator ini dihitung portal sendiri dan tidak diketik."
    mulai, _ = masa_ke(simpul.pohon.tahun, "triwulan", triwulan or 4)
    if tanggal < mulai:
        return f"{nama_masa(triwulan)} belum mulai."
    return ""


def isi_realisasi(indikator_id, triwulan, nilai, keterangan, *, oleh, terakhir=None):
    """Types a value: a new row, the earlier ones stay. ``terakhir``: id of the row the form was opened on (0: none).

    By who runs the tree, or the head or operator of the unit that owns the simpul. VersiLama when somebody was quicker.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = (
            IndikatorPohon.objects.select_for_update(of=("self",)).select_related("simpul__pohon").get(pk=indikator_id)
        )
        if not mengisi(oleh.hak, acuan_kini(), satu.simpul):
            raise DitolakKinerja("Realisasi diisi oleh kepala atau operator unit pemilik, atau pengelola pohon.")
        if alasan := halangan_realisasi(satu, triwulan, oleh.hari_ini):
            raise DitolakKinerja(alasan)
        kini = satu.realisasi.filter(triwulan=triwulan).order_by("-pk").first()
        if terakhir is not None and (kini.pk if kini else 0) != terakhir:
            raise VersiLama(kini, "Realisasi masa ini sudah diisi orang lain sejak halaman Anda dibuka.")
        baru = RealisasiPohon.objects.create(
            indikator=satu, triwulan=triwulan, nilai=nilai, asal="ketik", keterangan=keterangan, oleh=oleh.pengguna,
            pada=oleh.kini,
        )  # fmt: skip
        jejak.catat(
            "pohon_realisasi", satu.simpul.pohon, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan,
            indikator=f"{satu.uraian}, {nama_masa(triwulan)}"[:200],
        )  # fmt: skip
    return baru


def kunci_pohon(pohon_id):
    """The tree while values are written; whoever comes second waits."""
    return Pohon.objects.select_for_update().get(pk=pohon_id)
