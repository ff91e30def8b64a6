"""Tulis: baris RiwayatKeluarga dari sebuah naskah. Inside the transaction in which the naskah takes effect.

The newest row of a member holds, so an event that is told late is written under its own date and carried into the rows that
were recorded after it: each of those is marked batal by the naskah and written again with what changed.
"""

import re

from django.db.models.functions import Now

from kepegawaian.models import RiwayatKartu, RiwayatKeluarga
from kepegawaian.models.dasar import Pelaku

KOLOM = ("hubungan", "nama", "tanggal_lahir", "jenis_kelamin", "keadaan", "tertanggung", "pekerjaan", "nomor_akta", "nip",
         "sekolah_sampai", "kawin", "berpenghasilan", "istri_ke")  # fmt: skip


def sudah(np, model=RiwayatKeluarga):
    """True when this naskah has written its rows already."""
    return model.objects.filter(naskah_pegawai=np).exists()


def kunci_baru(pegawai_id, hubungan):
    """A key no member of this family has had: ``anak-3``."""
    ada = RiwayatKeluarga.objects.filter(pegawai_id=pegawai_id).values_list("anggota", flat=True)
    nomor = [int(cocok[1]) for a in ada if (cocok := re.fullmatch(rf"{hubungan}-(\d+)", a))]
    return f"{hubungan}-{max(nomor, default=0) + 1}"


def tambah(np, hubungan, tmt, **nilai):
    """A new member since ``tmt``; returns his key."""
    anggota = kunci_baru(np.pegawai_id, hubungan)
    RiwayatKeluarga.objects.create(
        pegawai_id=np.pegawai_id, naskah_pegawai=np, tmt=tmt, anggota=anggota, hubungan=hubungan, **nilai
    )
    return anggota


def ubah(np, anggota, tmt, **nilai):
    """What changed of a member on ``tmt``; nothing when there is no such member."""
    semua = list(
        RiwayatKeluarga.objects.select_for_update()
        .filter(pegawai_id=np.pegawai_id, anggota=anggota, dibatalkan_pada__isnull=True).order_by("tmt", "id")
    )  # fmt: skip
    if not semua:
        return
    lama = [b for b in semua if b.tmt <= tmt]
    sesudah = [b for b in semua if b.tmt > tmt]
    dasar = lama[-1] if lama else semua[0]
    digeser = sesudah + ([dasar] if dasar.tmt == tmt else [])
    _batalkan(RiwayatKeluarga, digeser, np)
    for baris, hari in ((dasar, tmt), *((b, b.tmt) for b in sesudah)):
        isi = {k: getattr(baris, k) for k in KOLOM} | nilai
        RiwayatKeluarga.objects.create(pegawai_id=np.pegawai_id, naskah_pegawai=np, tmt=hari, anggota=anggota, **isi)


def akhiri_kartu(np, anggota, hari):
    """KARIS or KARSU of a spouse one was divorced from ends on ``hari`` (Kep BAKN 1158a/KEP/1983)."""
    kartu = list(RiwayatKartu.objects.filter(
        pegawai_id=np.pegawai_id, anggota=anggota, jenis__in=("KARIS", "KARSU"), sampai__isnull=True,
        dibatalkan_pada__isnull=True, tmt__lte=hari,
    ))  # fmt: skip
    _batalkan(RiwayatKartu, kartu, np)
    for k in kartu:
        RiwayatKartu.objects.create(
            pegawai_id=np.pegawai_id, naskah_pegawai=np, tmt=k.tmt, sampai=hari, jenis=k.jenis, nomor=k.nomor,
            anggota=k.anggota, nomor_sk=k.nomor_sk, tanggal_sk=k.tanggal_sk, pejabat=k.pejabat,
        )  # fmt: skip


def _batalkan(model, baris, np):
    model.objects.filter(pk__in=[b.pk for b in baris]).update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
        dibatalkan_sebab=f"Ditulis kembali menurut {np.naskah.perihal} {np.naskah.nomor}"[:200],
    )  # fmt: skip


def pasangan_hidup(pegawai_id):
    """How many spouses stand in the family record as living and not divorced, at their newest row."""
    terbaru = (
        RiwayatKeluarga.objects.filter(pegawai_id=pegawai_id, hubungan="pasangan", dibatalkan_pada__isnull=True)
        .order_by("anggota", "-tmt").distinct("anggota")
    )  # fmt: skip
    return sum(b.keadaan == "hidup" for b in terbaru)
