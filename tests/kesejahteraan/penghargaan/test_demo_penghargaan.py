"""Demo penghargaan dan perlindungan: di kabupaten kecil tiap lakonnya berdiri pada langkah yang dimaksud, tanpa terhenti."""

import os
from collections import Counter
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from kepegawaian import profil
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Naskah, Pengguna, ProfilKini, RiwayatKlaim, RiwayatPenghargaan
from kesejahteraan.penghargaan.models import KelayakanSlks, NilaiJuri, Pemilihan, SuratUsulSlks
from layanan.models import Usulan
from tata_kelola.demo import penghargaan
from tata_kelola.demo.babak import Pementasan
from tests.pabrik import buat_akun, tugaskan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def test_demo_penghargaan_dan_perlindungan():
    hari_ini = date.today()
    isi_database(600, 1, hari_ini, proses=1)
    profil.segarkan(per=hari_ini)
    ada = set(Pengguna.objects.values_list("pegawai_id", flat=True))
    aktif = ProfilKini.objects.filter(aktif=True)
    Pengguna.objects.bulk_create(Pengguna(nama_pengguna=p.nip, pegawai_id=p.pk) for p in aktif if p.pk not in ada)
    for opd in ("DISDIK", "DINKES"):
        staf = Pengguna.objects.filter(pegawai__kini__unit__kode__startswith=f"{opd}-SUBBAG").order_by("pk").first()
        tugaskan(staf, "operator_opd", opd)
    tugaskan(buat_akun(nama_pengguna="perekam", nama="Perekam"), "perekam_pimpinan")
    p, mulai = Pementasan(hari_ini, True, []), process_time()
    penghargaan.tambah_penghargaan(p)
    p.mainkan()
    penghargaan.selesaikan_penghargaan(p)
    lama = process_time() - mulai
    assert p.berhenti == []
    berdiri = Counter(
        (u.layanan, u.langkah_kini.kode if u.langkah_kini else u.status)
        for u in Usulan.objects.select_related("langkah_kini")
    )
    rencana = Counter(("satyalancana", s) for s, akhir, _ in penghargaan.BABAK if not akhir)
    rencana |= Counter(("klaim-jkm", s) for s, akhir, _ in penghargaan.JKM)
    rencana |= Counter(("klaim-jkk", s) for s, akhir, *_ in penghargaan.JKK if not akhir)
    rencana |= Counter(("bantuan-hukum", s) for s, *_ in penghargaan.BANTUAN)
    assert rencana - berdiri == Counter(), berdiri
    assert RiwayatPenghargaan.objects.filter(nomor_piagam__startswith="SLKS").count() == penghargaan.LALU
    assert RiwayatKlaim.objects.get().program == "JKM"
    assert SuratUsulSlks.objects.get().banyak == penghargaan.LALU
    assert set(Pemilihan.objects.values_list("status", flat=True)) == {"penilaian", "draf"}
    assert NilaiJuri.objects.count() > 0
    assert KelayakanSlks.objects.filter(hasil__in=("ya", "periksa")).exists()
    assert KelayakanSlks.objects.filter(hasil__in=("hampir", "belum")).exists()
    if folder := os.environ.get("ALBUM"):  # keeps the letters, to be looked at
        for n in Naskah.objects.exclude(berkas_cetak=""):
            Path(folder, f"{n.pk}-{n.perihal[:40]}.pdf").write_bytes(n.berkas_cetak.read())
    print(f"{lama:.1f} detik CPU", {bagian: round(detik, 1) for bagian, detik in p.detik.items()})
