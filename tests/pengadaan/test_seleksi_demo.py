"""Demo pengadaan: setiap keadaan dan langkah ada, tanpa satu permainan pun yang berhenti di tengah."""

from collections import Counter

import pytest
from django.utils import timezone

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Naskah, Pegawai, Pengguna, ProfilKini
from layanan import katalog
from layanan.models import Usulan
from pengadaan.models import BarisUsulNip, HasilSeleksi, ImporSeleksi, PembatalanKelulusan, Pemberkasan, Seleksi
from pengadaan.seleksi import cpns, hasil
from tata_kelola.demo import orang, percetakan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.pengadaan import calon_contoh, mainkan_pengadaan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def test_setiap_keadaan_dimainkan(monkeypatch):
    hari_ini = timezone.localdate()
    isi_database(1200, 3, hari_ini, proses=1)
    for pegawai in Pegawai.objects.filter(pengguna__isnull=True, kini__aktif=True):
        Pengguna.objects.create(nama_pengguna=pegawai.nip, pegawai=pegawai)
    orang.siapkan_akun({})
    monkeypatch.setattr(percetakan, "kirim", lambda _u, n: Naskah.objects.filter(pk=n).update(tahap="tercetak"))
    p = Pementasan(hari_ini, True, [])
    mainkan_pengadaan(p)
    p.mainkan()
    assert p.berhenti == []
    assert Counter(Seleksi.objects.values_list("jenis", "status")) == {
        ("CPNS", "selesai"): 1, ("CPNS", "ditetapkan"): 1, ("CPNS", "berjalan"): 1, ("PPPK", "ditetapkan"): 1,
    }  # fmt: skip
    assert set(Pemberkasan.objects.values_list("status", flat=True)) == {k for k, _ in Pemberkasan.STATUS}
    assert set(BarisUsulNip.objects.values_list("status", flat=True)) == {k for k, _ in BarisUsulNip.STATUS}
    assert {b.tahap for b in PembatalanKelulusan.objects.all()} == {"dicatat", "diumumkan"}
    assert PembatalanKelulusan.objects.get(sebab="tms").pengganti is not None
    assert {"lulus", "tidak", "tidak_ambang", "tms"} <= set(HasilSeleksi.objects.values_list("kode", flat=True))
    assert ImporSeleksi.objects.get(status="pratinjau").galat != []
    for slug in ("sk-cpns", "pengangkatan-pppk", "sk-pns"):
        milik = Usulan.objects.filter(layanan=slug)
        assert set(milik.values_list("status", flat=True)) == {s for s, _ in Usulan.STATUS}, slug
        langkah = {s.kode for s in katalog.ambil(slug).alur}
        assert set(milik.filter(status="diproses").values_list("langkah_kini__kode", flat=True)) == langkah, slug
    assert cpns.saring(cpns.susun(_melihat(), hari_ini), "lewat") != []
    s = Seleksi.objects.get(status="berjalan")
    dihitung, masalah = hasil.hitung(s, katalog_acuan())
    assert masalah == []
    kembar = Counter(x.peringkat_skd for _, x in dihitung if x.peringkat_skd)
    assert max(kembar.values()) > 1
    assert ProfilKini.objects.filter(aktif=True, nama="").count() == 0
    assert len(calon_contoh()) == 1


def katalog_acuan():
    from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - read after the play

    return acuan_kini()


def _melihat():
    from kepegawaian.hak import Hak  # noqa: PLC0415 - a reader of everybody

    return Hak(0, timezone.localdate(), frozenset({"pejabat_bkd"}))
