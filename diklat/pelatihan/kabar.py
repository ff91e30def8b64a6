"""Pemberitahuan pelatihan: kepada peserta, perangkat daerah, dan pemegang langkah. Called inside the acts."""

from django.urls import reverse

from diklat.pelatihan.hak import BUPATI, kantor_langkah
from diklat.pelatihan.rute import PEMUTUS, UNIT
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan, Pengguna, Penugasan
from layanan.penerima import Alamat, penerima_banyak


def orang(kegiatan, ids, kunci, judul, isi, oleh):
    """Tells the people ``ids`` (pegawai); the link leads to the page of the kegiatan for an ASN."""
    akun = Pengguna.objects.filter(pegawai_id__in=list(ids)).values_list("pk", flat=True)
    jejak.beri_tahu(
        akun, kunci=f"pelatihan:{kegiatan.pk}:{kunci}", judul=judul[:160], isi=isi[:400], pada=oleh.kini,
        url=reverse("diklat:kalender_detail", args=[kegiatan.pk]), peristiwa="pelatihan",
    )  # fmt: skip


def operator(kegiatan, judul, isi, oleh):
    """Tells every operator OPD that nominations are open."""
    tugas = Penugasan.objects.filter(peran="operator_opd", sejak__lte=oleh.hari_ini)
    akun = [t.pengguna_id for t in tugas if t.sampai is None or t.sampai >= oleh.hari_ini]
    jejak.beri_tahu(
        akun, kunci=f"pelatihan:{kegiatan.pk}:buka", judul=judul[:160], isi=isi[:400], pada=oleh.kini,
        url=reverse("diklat:kegiatan_detail", args=[kegiatan.pk]), peristiwa="pelatihan",
    )  # fmt: skip


def alamat_langkah(kegiatan_id, pemegang):
    """Page on which the holder of a step does it."""
    return reverse("diklat:putusan_detail" if pemegang in PEMUTUS else "diklat:kegiatan_detail", args=[kegiatan_id])


def langkah(kegiatan, satu, oleh):
    """Tells who holds the step the kegiatan has just reached."""
    kode = kantor_langkah(satu.pemegang, kegiatan.pelatihan.kelompok)
    if kode == BUPATI:
        alamat = Alamat(kantor_luar=BUPATI)
    elif kode:
        jabatan = Jabatan.objects.filter(kode=kode).first()
        alamat = jabatan and Alamat(jabatan_id=jabatan.pk)
    else:
        unit = acuan_kini().unit_kode.get(UNIT[kegiatan.pelatihan.kelompok])
        alamat = unit and Alamat(peran="staf_bkd", unit_id=unit.id)
    if not alamat:
        return
    jejak.beri_tahu(
        penerima_banyak([alamat], oleh.hari_ini)[alamat], kunci=f"pelatihan:{kegiatan.pk}:{satu.kode}:{kegiatan.versi}",
        judul=f"{satu.nama}: {kegiatan.nama}"[:160], isi="Langkah kegiatan pelatihan tiba di meja Anda.", pada=oleh.kini,
        url=alamat_langkah(kegiatan.pk, satu.pemegang), peristiwa="langkah_masuk",
    )  # fmt: skip
