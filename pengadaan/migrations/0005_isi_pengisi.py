"""Yang lulus mengisi formasi hasilnya; yang sudah mencatat pengunduran diri mendapat catatan pembatalan kelulusannya."""

from django.db import migrations
from django.db.models import F
from django.utils import timezone


def isi(apps, schema_editor):
    pelamar, berkas = apps.get_model("pengadaan", "Pelamar"), apps.get_model("pengadaan", "Pemberkasan")
    hasil, batal = apps.get_model("pengadaan", "HasilSeleksi"), apps.get_model("pengadaan", "PembatalanKelulusan")
    for pelamar_id, formasi_id in hasil.objects.filter(formasi__isnull=False).values_list("pelamar_id", "formasi_id"):
        pelamar.objects.filter(pk=pelamar_id).update(mengisi_id=formasi_id)
    batal.objects.bulk_create(
        batal(pelamar_id=p, sebab="mundur", dasar=alasan, dicatat_oleh_id=oleh, dicatat_pada=pada or timezone.now())
        for p, alasan, oleh, pada in berkas.objects.filter(status="mundur").values_list(
            "pelamar_id", "alasan", "diperiksa_oleh_id", F("diperiksa_pada")
        )
    )


def kosongkan(apps, schema_editor):
    apps.get_model("pengadaan", "PembatalanKelulusan").objects.all().delete()
    apps.get_model("pengadaan", "Pelamar").objects.update(mengisi=None)


class Migration(migrations.Migration):
    dependencies = [("pengadaan", "0004_pembatalan_kelulusan")]

    operations = [migrations.RunPython(isi, kosongkan)]
