"""Pembatalan: nilai SIASN yang telanjur diterima ditarik kembali tanpa menghapus apa pun. The one door for it.

The row that was added becomes batal and what it had replaced is written again by the act that undoes an import
(``impor.pembatalan.tarik``); a column of Pegawai gets its old value back. Refused, with the reason, when something rests on it:
a later row, a naskah or usulan of this person since then, or a value somebody has changed. One transaction, with its jejak.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from kepegawaian import profil
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.impor.pembatalan import tarik, tertahan
from kepegawaian.jejak import catat
from kepegawaian.models import JENIS_RIWAYAT, BatchImpor, JawabanSiasn, Pegawai
from kepegawaian.siasn import banding, peta
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.uraian import URAIAN

SEBAB = "Nilai SIASN nomor {} dibatalkan"


def boleh(batch, hak):
    """May this person undo it: who took it over, while he is staf BKD, or an admin; never of his own data."""
    if batch.pegawai_id is None or batch.pegawai_id == hak.pegawai_id or batch.status != "diterapkan":
        return False
    return hak.punya("admin") or (hak.punya("staf_bkd") and batch.oleh_id == hak.pengguna_id)


def batalkan(pk, *, oleh):
    """Undoes one taking over; returns how many rows were written again. Inside ``jejak.sebagai``; raises TerimaDitolak.

    Effects: lock, what rests on it, rows batal (old ones written again) or columns back, batch ``dibatalkan``, profile,
    counts of the newest answer, jejak.
    """
    milik = BatchImpor.objects.filter(jenis="ws", pegawai__isnull=False)
    pegawai = Pegawai.objects.select_for_update().get(pk=milik.values_list("pegawai_id", flat=True).get(pk=pk))
    batch = milik.select_for_update(of=("self",)).get(pk=pk)
    if batch.status != "diterapkan":
        raise TerimaDitolak("Nilai SIASN ini sudah dibatalkan.")
    jenis, kembali = peta.TABEL[batch.ringkasan["jenis"]], 0
    if jenis.riwayat:
        _periksa_baris(batch, pegawai, jenis)
        try:
            with transaction.atomic():
                _, kembali = tarik(batch, [pegawai.pk], SEBAB.format(batch.pk))
        except IntegrityError as galat:
            raise TerimaDitolak(
                "Riwayat yang dicatat sesudahnya bertumpang dengan keadaan lama; batalkan yang lebih baru dahulu."
            ) from galat
    else:
        _kembalikan_kolom(batch, pegawai)
    batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
    batch.ringkasan["batal"] = {"ditulis_kembali": kembali, "oleh": oleh.pk}
    batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
    profil.segarkan([pegawai.pk], per=timezone.localdate())
    sebutan = ", ".join(m["sebutan"] for m in batch.ringkasan.get("medan", ()))[:300]
    catat("siasn_terima_batal", batch, pegawai=pegawai, jenis=jenis.nama, medan=sebutan or "satu baris")
    _hitung_lagi(pegawai, jenis)
    return kembali


def _periksa_baris(batch, pegawai, jenis):
    """Raises TerimaDitolak when a row, a naskah or a usulan rests on what this batch wrote."""
    for kunci in dict.fromkeys((jenis.riwayat, "unit")):  # a definitive post brought its unit along
        model, uraian = JENIS_RIWAYAT[kunci], URAIAN[kunci]
        for baris in model.objects.filter(batch=batch):
            sebut = f"{uraian.nama} {uraian.kata_tmt} {tulis_tanggal(baris.tmt)}"
            if baris.dibatalkan_pada:
                raise TerimaDitolak(
                    f"{sebut} yang tercatat waktu itu sudah diganti ({baris.dibatalkan_sebab}); batalkan penggantinya dahulu."
                )
            if uraian.berdiri and (lain := _sesudah(model, baris)):
                raise TerimaDitolak(
                    f"{uraian.nama} {uraian.kata_tmt} {tulis_tanggal(lain.tmt)} dicatat sesudahnya dan melanjutkan baris ini;"
                    " batalkan yang itu dahulu."
                )
    if sebab := tertahan(batch, [pegawai.pk]).get(pegawai.pk):
        raise TerimaDitolak(f"Tidak dapat dibatalkan: {sebab}.")


def _sesudah(model, baris):
    """A later row in force of a standing fact that was recorded after ``baris``, or None."""
    daftar = model.objects.filter(
        pegawai_id=baris.pegawai_id, dibatalkan_pada=None, tmt__gt=baris.tmt, pk__gt=baris.pk
    ).exclude(batch=baris.batch_id)
    if hasattr(baris, "penugasan"):
        daftar = daftar.filter(penugasan="D") if baris.penugasan == "D" else daftar.none()
    return daftar.order_by("tmt").first()


def _kembalikan_kolom(batch, pegawai):
    """Old values into the columns of Pegawai, where they still are as the taking over left them."""
    medan = batch.ringkasan.get("medan", ())
    if not medan or any("ke" not in m for m in medan):
        raise TerimaDitolak("Nilai lamanya belum tersimpan pada pencatatan ini; perbaiki lewat Peremajaan Data.")
    for m in medan:
        if getattr(pegawai, m["medan"]) != m["ke"]:
            raise TerimaDitolak(f"{m['sebutan']} sudah diubah lagi sesudahnya; yang terakhir itu dibiarkan.")
        setattr(pegawai, m["medan"], m["dari"])
    try:
        with transaction.atomic():
            pegawai.save(update_fields=[m["medan"] for m in medan])
    except IntegrityError as galat:
        raise TerimaDitolak("Nilai lamanya kini milik pegawai lain; periksa PNS ID keduanya.") from galat


def _hitung_lagi(pegawai, jenis):
    """The counts beside the newest answer of this kind, as the portal stands now."""
    jawaban = JawabanSiasn.objects.filter(pegawai=pegawai, jenis=jenis.kode, terbaru=True).first()
    if jawaban:
        JawabanSiasn.objects.filter(pk=jawaban.pk).update(**banding.jumlah(pegawai, jenis, jawaban.baris))
