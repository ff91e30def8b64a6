"""Akibat naskah pada riwayat: potongan yang dipakai ``terapkan`` semua layanan.

Rows rest on the NaskahPegawai, bear its TMT, and never overwrite: a standing row of the same TMT is marked
batal by the naskah that takes its place. Runs inside the transaction of signing (``layanan.naskah``).
"""

from django.db.models.functions import Now

from kepegawaian import dosir
from kepegawaian.models import Dosir, RiwayatJabatan
from kepegawaian.models.dasar import Pelaku


def sudah_diterapkan(naskah_pegawai, model):
    """True when this naskah has already written its row of ``model``; then nothing is written again."""
    return model.objects.filter(naskah_pegawai=naskah_pegawai).exists()


def gantikan(model, naskah_pegawai):
    """Marks the standing row of the same person and TMT batal, since unique (pegawai, tmt); returns how many."""
    lama = model.objects.filter(
        pegawai_id=naskah_pegawai.pegawai_id, tmt=naskah_pegawai.tmt, dibatalkan_pada__isnull=True
    ).exclude(naskah_pegawai=naskah_pegawai)
    naskah = naskah_pegawai.naskah
    return lama.update(
        dibatalkan_pada=Now(),
        dibatalkan_oleh_id=Pelaku(),
        dibatalkan_sebab=f"Digantikan {naskah.perihal} {naskah.nomor}"[:200],
        dibatalkan_naskah=naskah_pegawai,
    )


def kolom_sk(naskah_pegawai):
    """The columns every riwayat row takes from its naskah."""
    naskah = naskah_pegawai.naskah
    return {
        "pegawai_id": naskah_pegawai.pegawai_id,
        "tmt": naskah_pegawai.tmt,
        "naskah_pegawai": naskah_pegawai,
        "nomor_sk": naskah.nomor,
        "tanggal_sk": naskah.tanggal,
        "pejabat": naskah.penetap,
    }


def beku(naskah_pegawai, *jalan):
    """A value of the frozen data by its path, or None: what was printed is what is recorded."""
    # In a collective decree each person's own values stand beside his name.
    nilai = naskah_pegawai.data.get("naskah") or naskah_pegawai.naskah.data
    for kunci in jalan:
        nilai = nilai.get(kunci) if isinstance(nilai, dict) else None
    return nilai


def catat_spmt(usulan, tanggal):
    """The day he took up the post, on the row its naskah made: the row is written again with it, its scan too."""
    baris = (
        RiwayatJabatan.objects.filter(
            naskah_pegawai__naskah__usulan__usulan=usulan, penugasan="D", dibatalkan_pada__isnull=True
        ).order_by("-pk").first()
    )  # fmt: skip
    if baris is None or baris.tanggal_spmt == tanggal:
        return
    kolom = ("pegawai_id", "tmt", "naskah_pegawai_id", "nomor_sk", "tanggal_sk", "pejabat", "penugasan", "jabatan_id",
             "unit_id", "tmt_pelantikan", "arah")  # fmt: skip
    RiwayatJabatan.objects.filter(pk=baris.pk).update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_sebab="Ditulis kembali dengan tanggal SPMT"
    )
    baru = RiwayatJabatan.objects.create(**{k: getattr(baris, k) for k in kolom}, tanggal_spmt=tanggal)
    for lama in Dosir.objects.filter(riwayat_jenis="jabatan", riwayat_id=baris.pk):
        with lama.file.open("rb") as berkas:
            isi = dosir.Isi(berkas.read(), lama.mime, lama.akhiran, lama.nama_asli)
        dosir.simpan(lama.pegawai_id, lama.jenis, isi, riwayat_jenis="jabatan", riwayat_id=baru.pk)
