"""Demo of the lists: in a small regency it leaves a DUK that stands, a konsep, kebutuhan, and usulan of cards."""

from datetime import date

import pytest

from kepegawaian import profil
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import DaftarResmi, KebutuhanJabatan, Pengguna, ProfilKini
from layanan.models import Usulan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.daftar import BABAK, isi_daftar, isi_kebutuhan
from tests.pabrik import tugaskan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def test_isi_daftar_demo():
    hari_ini = date.today()
    isi_database(600, 1, hari_ini, proses=1)
    profil.segarkan(per=hari_ini)
    ada = set(Pengguna.objects.values_list("pegawai_id", flat=True))
    Pengguna.objects.bulk_create(
        Pengguna(nama_pengguna=p.nip, pegawai_id=p.pk)
        for p in ProfilKini.objects.filter(aktif=True)
        if p.pk not in ada
    )
    staf = Pengguna.objects.filter(pegawai__kini__unit__kode__startswith="DISDIK-SUBBAG").order_by("pk").first()
    tugaskan(staf, "operator_opd", "DISDIK")
    p = Pementasan(hari_ini, False, [])
    isi_kebutuhan(hari_ini)
    isi_daftar(p)
    p.mainkan()
    assert set(DaftarResmi.objects.values_list("jenis", "status")) == {("duk", "ditetapkan"), ("nominatif", "konsep")}
    assert DaftarResmi.objects.get(jenis="duk").jumlah > 100
    assert KebutuhanJabatan.objects.exists()
    assert Usulan.objects.filter(layanan="kartu").count() == len(BABAK)
