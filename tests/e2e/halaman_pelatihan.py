"""Halaman pelatihan bagi ``halaman_aspek``; obyeknya dari demo (``tata_kelola/demo/pelatihan.py``)."""

from django.utils import timezone

from diklat.models import KegiatanPelatihan, Pelatihan, PesertaPelatihan, RencanaPelatihan, SesiPelatihan
from diklat.pelatihan import hadir
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_aspek import DIKLAT_TEKNIS, PESERTA_PELATIHAN, sesi_hadir
from tests.e2e.panggung_mesin import ASN, INSPEKTORAT, KABAN, OPERATOR

SEKDA = "Sekretaris Daerah"


def _pk(model, **saring):
    return lambda p: (model.objects.filter(**saring).earliest("pk").pk,)


def _langkah(p):
    return (KegiatanPelatihan.objects.filter(tahap="berlangsung").earliest("pk").pk, "pelatihan")


def _putusan(p):
    return (KegiatanPelatihan.objects.filter(langkah__kode="setuju_sekda", langkah__keadaan="kini").earliest("pk").pk,)


def _sesi(p):
    return SesiPelatihan.objects.filter(kegiatan__tahap="berlangsung").values_list("kegiatan_id", "pk").earliest("pk")


def _dibuka(p):
    """A training that takes nominations today."""
    return (KegiatanPelatihan.objects.filter(tahap="nominasi", tutup__gte=timezone.localdate()).earliest("pk").pk,)


def _pindaian(p):
    """What the QR of a session says to the phone of somebody who attends it."""
    return (hadir.token(SesiPelatihan.objects.get(pk=sesi_hadir()[0])),)


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("diklat:katalog_list", DIKLAT_TEKNIS),
        L("diklat:katalog_create", DIKLAT_TEKNIS),
        L("diklat:katalog_detail", OPERATOR, _pk(Pelatihan, jenjang="PKA"), kata="Nama lama"),
        L("diklat:katalog_update", DIKLAT_TEKNIS, _pk(Pelatihan, jenjang="PKA")),
        L("diklat:rencana_list", SEKDA),
        L("diklat:rencana_detail", KABAN, _pk(RencanaPelatihan, status="ditetapkan"), kata="Realisasi"),
        L("diklat:kalender", ASN),
        L("diklat:kalender_detail", ASN, _pk(KegiatanPelatihan, tahap="nominasi"), kata="Kuota"),
        L("diklat:kegiatan_list", DIKLAT_TEKNIS),
        L("diklat:kegiatan_list", OPERATOR, kueri="tahap=semua"),
        L("diklat:kegiatan_create", DIKLAT_TEKNIS),
        L("diklat:kegiatan_detail", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung"), kata="Pemegang"),
        L("diklat:kegiatan_detail", INSPEKTORAT, _pk(KegiatanPelatihan, pelatihan__kelompok="struktural"), kata="STTPL"),
        L("diklat:putusan_detail", SEKDA, _putusan, kata="Urutan calon"),
        L("diklat:kegiatan_update", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung")),
        L("diklat:kegiatan_batalkan", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung")),
        L("diklat:langkah_selesai", DIKLAT_TEKNIS, _langkah),
        L("diklat:peserta_list", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung")),
        L("diklat:peserta_detail", DIKLAT_TEKNIS, _pk(PesertaPelatihan, kegiatan__tahap="berlangsung"), kata="Syarat"),
        L("diklat:peserta_lepas", DIKLAT_TEKNIS, _pk(PesertaPelatihan, kegiatan__tahap="berlangsung", status="peserta")),
        L("diklat:jadwal", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung"), kata="JP"),
        L("diklat:sesi_create", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung")),
        L("diklat:sesi_update", DIKLAT_TEKNIS, _sesi),
        L("diklat:sesi_detail", DIKLAT_TEKNIS, _pk(SesiPelatihan, kegiatan__tahap="berlangsung"), kata="Dicatat"),
        L("diklat:sesi_qr", DIKLAT_TEKNIS, _pk(SesiPelatihan, kegiatan__tahap="berlangsung"), kata="Pindai"),
        L("diklat:nilai", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung"), kata="Uji awal"),
        L("diklat:nilai_impor", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="berlangsung")),
        L("diklat:evaluasi_detail", DIKLAT_TEKNIS, _pk(KegiatanPelatihan, tahap="selesai"), kata="Rata-rata"),
        L("diklat:hadir", PESERTA_PELATIHAN, _pindaian, kata="Kehadiran"),
        L("diklat:nominasi_create", OPERATOR, _dibuka),
        L("diklat:pasca_list", KABAN),
        L("diklat:surat_tandatangani", KABAN),
    )  # fmt: skip


BUKAN = {
    **dict.fromkeys(
        [f"diklat:{n}" for n in (
            "rencana_create", "rencana_lakukan", "butir_delete", "kalender_daftar", "surat_create", "sertifikat_ajukan",
            "peserta_lakukan", "sesi_delete", "hadir_isi",
        )],
        PERBUATAN,
    ),
    **dict.fromkeys(
        [f"diklat:{n}" for n in (
            "katalog_ekspor", "kegiatan_cetak", "rencana_ekspor", "rencana_download", "kegiatan_ekspor", "peserta_ekspor", "nilai_ekspor",
            "surat_download",
        )],
        UNDUHAN,
    ),
    **dict.fromkeys(
        ("diklat:butir_create", "diklat:butir_update", "diklat:kalender_mundur", "diklat:evaluasi_create",
         "diklat:langkah_kembali", "diklat:surat_sahkan", "diklat:pasca_update"),
        "form biasa pada keadaan yang panggung ini belum tentu punya; bentuknya sama dengan form di tabel",
    ),
}  # fmt: skip
