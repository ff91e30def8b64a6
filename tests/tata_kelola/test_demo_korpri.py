"""Demo Korpri: tiap keadaan kegiatan dan tulisan ada, dimainkan lewat perbuatannya, tanpa berat."""

from datetime import date

import pytest
from django.utils import timezone

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pengguna, ProfilKini
from kesejahteraan.models import EdisiKorpri, KegiatanKorpri, PengurusKorpri, PesertaKorpri, TulisanKorpri
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.korpri import mainkan_korpri, staf_korpri

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
HARI_INI = date.today()


def test_demo_korpri_menampilkan_tiap_keadaan():
    isi_database(900, 3, HARI_INI, proses=1)
    kini = ProfilKini.objects.values_list("pegawai_id", "nip")
    Pengguna.objects.bulk_create(
        [Pengguna(nama_pengguna=nip, pegawai_id=pk) for pk, nip in kini], ignore_conflicts=True
    )
    assert staf_korpri() is not None
    tokoh = list(
        Pengguna.objects.filter(pegawai__kini__jenis_jabatan="fungsional").values_list("nama_pengguna", flat=True)[:2]
    )
    mainkan_korpri(Pementasan(HARI_INI, False, tokoh))
    assert set(KegiatanKorpri.objects.values_list("status", flat=True)) == {"rencana", "dibuka", "selesai", "batal"}
    assert KegiatanKorpri.objects.filter(status="dibuka", selesai__lt=timezone.now()).exists()
    assert set(TulisanKorpri.objects.values_list("status", flat=True)) == {s for s, _ in TulisanKorpri.STATUS}
    assert set(PesertaKorpri.objects.values_list("status", flat=True)) >= {"terdaftar", "cadangan"}
    assert PesertaKorpri.objects.filter(peringkat=1).exists()
    assert PesertaKorpri.objects.filter(cara_hadir="kode").exists()
    assert PengurusKorpri.objects.filter(sampai__lt=HARI_INI).exists()
    assert EdisiKorpri.objects.get().tulisan.filter(status="terbit").count() == 2
