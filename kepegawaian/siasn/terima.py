"""Terima: nilai SIASN yang dipilih petugas menjadi baris riwayat baru bersumber SIASN. The one door for it.

Append-only: a row it changes is marked batal and followed by the new one, a row that rests on a naskah is left alone. The
answer it rests on is kept in the batch (``BatchImpor`` jenis ``ws``). One transaction, with its jejak.
"""

from django.utils import timezone

from kepegawaian import profil
from kepegawaian.impor import keadaan, tulis
from kepegawaian.impor.baris import Baris
from kepegawaian.impor.rencana import GALAT, SELISIH, Konteks, Penyusun, kosong
from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.impor.susun import susun_riwayat
from kepegawaian.jejak import catat
from kepegawaian.models import BatchImpor, JawabanSiasn, Pegawai
from kepegawaian.siasn import baca, banding, peta
from kepegawaian.siasn.galat import TerimaDitolak

BERUBAH = "Data portal atau jawaban SIASN sudah berubah sejak halaman ini dibuka. Tinjau lagi."
JENIS_BACA = ("kedudukan", "pangkat", "unit", "identitas")


def terima(pegawai, jenis, *, jawaban_id, nomor, lokal_id, medan, oleh):
    """Takes over ``medan`` (attnames) of row ``nomor`` of an answer; returns the words of what changed.

    ``lokal_id``: the row of ours the clerk saw beside it, None when there was none. Inside ``jejak.sebagai``. Effects: lock,
    compare once more, batch with the answer, riwayat row (the replaced one batal), profile, jejak.
    """
    pegawai = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    jawaban = JawabanSiasn.objects.filter(pk=jawaban_id, pegawai=pegawai, jenis=jenis.kode, terbaru=True).first()
    if jawaban is None or nomor >= len(jawaban.isi):
        raise TerimaDitolak(BERUBAH)
    if not jenis.terima:
        raise TerimaDitolak(jenis.catatan)
    baris = baca.baris_jenis(jenis, pegawai.nip, jawaban.isi, rujukan := Rujukan())
    p = next((p for p in banding.bandingkan(pegawai, jenis, baris) if p.nomor == nomor), None)
    if p is None or getattr(p.lokal, "pk", None) != lokal_id:
        raise TerimaDitolak(BERUBAH)
    if p.galat and jenis.kode != "data-utama":
        raise TerimaDitolak(f"Baris SIASN ini belum dapat dibaca: {'; '.join(p.galat)}.")
    if p.sebab:
        raise TerimaDitolak(p.sebab)
    pilih = [b for b in p.butir if b.boleh and b.keadaan in ("beda", "isi") and (p.lokal is None or b.medan in medan)]
    if not pilih:
        raise TerimaDitolak("Pilih sedikitnya satu isian SIASN yang berbeda dari portal.")
    batch = _batch(jawaban, jenis, nomor, pegawai, pilih, oleh)
    if jenis.kode == "data-utama":
        _tulis_pegawai(batch, pegawai, baris[0]["nilai"], pilih)
    else:
        _tulis_riwayat(batch, pegawai, jenis, baris[nomor]["nilai"], p, pilih, rujukan)
    profil.segarkan([pegawai.pk], per=timezone.localdate())
    catat("siasn_terima", batch, pegawai=pegawai, jenis=jenis.nama, medan=", ".join(b.sebutan for b in pilih)[:300])
    JawabanSiasn.objects.filter(pk=jawaban.pk).update(baris=baris, **banding.jumlah(pegawai, jenis, baris))
    return [b.sebutan for b in pilih]


def _batch(jawaban, jenis, nomor, pegawai, pilih, oleh):
    """The source of the new row: the answer, letter for letter, and what each field said before and says now."""
    return BatchImpor.objects.create(
        jenis="ws", nama_berkas=f"SIASN {jenis.nama}", file="", sha256=jawaban.sidik, status="diterapkan", jumlah=1, kemajuan=1,
        per_tanggal=timezone.localdate(jawaban.dilihat_pada), diterapkan_pada=timezone.now(), oleh=oleh,
        pegawai=pegawai, ringkasan={
            "medan": [{"medan": b.medan, "sebutan": b.sebutan, "lama": b.portal, "baru": b.siasn} for b in pilih],
            "jawaban": jawaban.pk, "jenis": jenis.kode, "sumber": jawaban.sumber, "isi": jawaban.isi[nomor],
            "diambil_pada": jawaban.diambil_pada.isoformat(), "dilihat_pada": jawaban.dilihat_pada.isoformat(),
        },
    )  # fmt: skip


def _tulis_pegawai(batch, pegawai, nilai, pilih):
    """Columns of the Pegawai row; the batch keeps what stood before, so that it can be put back."""
    kolom = {k for k, *_ in peta.UTAMA}
    for b in pilih:
        if b.medan not in kolom or kosong(nilai.get(b.medan)):
            raise TerimaDitolak("Isian ini berubah lewat riwayatnya sendiri.")
        batas = Pegawai._meta.get_field(b.medan.removesuffix("_id") if b.medan != "pns_id" else b.medan).max_length
        if batas and len(str(nilai[b.medan])) > batas:
            raise TerimaDitolak(f"{b.sebutan} dari SIASN lebih panjang daripada {batas} huruf.")
        if b.medan == "nik" and not (nilai["nik"].isdigit() and len(nilai["nik"]) == 16):
            raise TerimaDitolak("NIK dari SIASN bukan 16 angka.")
        if b.medan == "pns_id" and Pegawai.objects.filter(pns_id=nilai["pns_id"]).exclude(pk=pegawai.pk).exists():
            raise TerimaDitolak("PNS ID itu di portal milik pegawai lain.")
    for m in batch.ringkasan["medan"]:
        m |= {"dari": getattr(pegawai, m["medan"]), "ke": nilai[m["medan"]]}
        setattr(pegawai, m["medan"], m["ke"])
    pegawai.save(update_fields=[b.medan for b in pilih])
    batch.save(update_fields=["ringkasan"])


def _tulis_riwayat(batch, pegawai, jenis, nilai, p, pilih, rujukan):
    """One row by the planner of the import: it knows what would overlap, and what rests on a naskah."""
    if p.lokal is None:
        isi = dict(nilai)
    else:
        kini = banding.nilai_lokal(jenis, p.lokal)
        # The key exactly as ours is written: a difference of case must not make a second row.
        kunci = {"tmt": kini["tmt"]} | {n: kini[n] for n in keadaan.identitas(jenis.riwayat) if n != "tmt"}
        isi = {b.medan: nilai[b.medan] for b in pilih} | kunci
        if jenis.riwayat == "jabatan":
            isi |= {"penugasan": kini["penugasan"]} | (
                {} if kini["penugasan"] == "D" else {"jabatan_id": kini["jabatan_id"]}
            )
    (orang,) = keadaan.cari_pegawai([pegawai.nip], [], kunci_baris=True)
    keadaan.isi_riwayat([orang], {*JENIS_BACA, jenis.riwayat})
    susun = Penyusun(orang, Konteks(batch.per_tanggal.isoformat(), rujukan, keadaan.jabatan_plt()))
    b = Baris("layanan SIASN", 1, jenis.riwayat, pegawai.nip, nilai=isi)
    susun_riwayat(susun, b)
    if b.galat or b.hasil == GALAT:
        raise TerimaDitolak("; ".join(g["sebab"] for g in b.galat) or "Baris ini ditolak.")
    if b.hasil == SELISIH or not susun.hasil()[0]:
        raise TerimaDitolak("Baris portal bersandar pada naskah; hanya naskah perubahan yang dapat mengubahnya.")
    tulis.tulis_riwayat(batch.pk, [susun])
    tulis.tulis_selisih(batch.pk, batch.per_tanggal, [susun])
