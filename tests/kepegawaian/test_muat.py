"""Tabel acuan: angkanya benar, setiap baris berdasar, dan memuat ulang tidak mengubah apa pun."""

import csv
import itertools
import re
import shutil
from collections import Counter, defaultdict
from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Q

from kepegawaian import models as m
from kepegawaian.management.commands import muat_referensi
from kepegawaian.models.dasar import Peristiwa
from kepegawaian.muat import FOLDER, TABEL, GalatAcuan, muat_semua
from tests.dunia_bersama import bersama

pytestmark = pytest.mark.django_db

# gaji-dan-kgb.md: sel yang beredar dengan angka keliru.
SEL_RAWAN = {
    ("III/c", 2): 3_121_700,
    ("IV/d", 6): 4_085_900,
    ("II/a", 21): 3_024_900,
    ("II/d", 31): 3_999_600,
    ("II/b", 3): 2_385_000,
    ("I", 26): 2_900_900,
    ("I/a", 0): 1_685_700,
    ("IV/e", 32): 6_373_200,
    ("XVII", 32): 7_329_000,
}
SEBUTAN = re.compile(
    r"\b(?:UU|PP|Perpres|Keppres|PermenPANRB|Permendagri|Permenkes|PerBKN|PerLAN|Per[kK]a BKN|Kepka BKN"
    r"|Kepmen PANRB|Perbup Lamongan|SE BKN|SE PANRB|Surat BKN) \d[\w./-]*\d"
)
BARIS_MKG = {
    ("I/a", "I"): range(0, 27, 2),
    ("I/b", "I/c", "I/d", "II", "III", "IV"): range(3, 28, 2),
    ("II/a", "V"): [0, *range(1, 34, 2)],
    ("II/b", "II/c", "II/d", "VI", "VII", "VIII"): range(3, 34, 2),
    ("III/a", "IV/e", "IX", "XVII"): range(0, 33, 2),
}


def baca_csv(nama):
    """Rows of one CSV as dicts."""
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def salin(tmp_path, nama, ubah):
    """A copy of the data folder in which ``ubah`` rewrote the text of one CSV."""
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    berkas = folder / f"{nama}.csv"
    teks = berkas.read_text(encoding="utf-8")
    baru = ubah(teks)
    assert baru != teks
    berkas.write_text(baru, encoding="utf-8")
    return folder


def kolom_gaji():
    """Pay table as {golongan: {mkg: rupiah}}."""
    hasil = defaultdict(dict)
    for sel in m.TabelGaji.objects.all():
        hasil[sel.golongan_id][sel.mkg] = sel.gaji
    return hasil


def jejak_perubahan():
    """Number of VersiAcuan and the sizes of all event tables: what a change would raise."""
    peristiwa = [x for x in apps.get_app_config("kepegawaian").get_models() if issubclass(x, Peristiwa)]
    assert peristiwa
    return m.VersiAcuan.objects.get().nomor, {x.__name__: x.objects.count() for x in peristiwa}


@pytest.fixture
@bersama
def termuat(db):
    """All reference tables loaded."""
    return muat_semua()


def test_setiap_baris_csv_ada_di_database(termuat):
    for tabel in TABEL:
        assert tabel.model._default_manager.count() == len(baca_csv(tabel.nama)), tabel.nama
    assert m.VersiAcuan.objects.get().pk == 1


def test_tabel_gaji_272_sel_tiap_jenis_dan_baris_mkg_benar(termuat):
    jumlah = Counter(m.TabelGaji.objects.values_list("golongan__jenis", flat=True))
    assert jumlah == {"PNS": 272, "PPPK": 272}
    kolom = kolom_gaji()
    for golongan, mkg in BARIS_MKG.items():
        for kode in golongan:
            assert sorted(kolom[kode]) == list(mkg), kode


@pytest.mark.parametrize(("golongan", "mkg"), SEL_RAWAN)
def test_sel_gaji_yang_sering_keliru(termuat, golongan, mkg):
    assert m.TabelGaji.objects.get(golongan=golongan, mkg=mkg).gaji == SEL_RAWAN[golongan, mkg]


def test_langkah_gaji_mengikuti_pola_dan_pppk_115_persen_pns(termuat):
    kolom = kolom_gaji()
    for kode, isi in kolom.items():
        baris = sorted(isi)
        for dari, ke in itertools.pairwise(baris):
            langkah = 1 + 0.0315 * (ke - dari) / 2
            assert abs(isi[ke] - isi[dari] * langkah) <= 120, (kode, ke)
    urut = {(g.jenis, g.urutan): g.kode for g in m.Golongan.objects.all()}
    for n in range(1, 18):
        pns, pppk = kolom[urut["PNS", n]], kolom[urut["PPPK", n]]
        assert pns.keys() == pppk.keys()
        assert all(abs(pppk[mkg] - pns[mkg] * 1.15) <= 180 for mkg in pns), urut["PPPK", n]


def test_setiap_baris_berdasar_dan_setiap_peraturan_yang_disebut_tercatat(termuat):
    kode = set(m.Regulasi.objects.values_list("kode", flat=True))
    for tabel in TABEL:
        for baris in baca_csv(tabel.nama):
            dasar = baris.get("dasar", baris.get("dasar_hukum"))
            assert dasar is None or any(k in dasar for k in kode), (tabel.nama, baris)
            assert tabel.nama == "regulasi" or dasar or baris["sumber"], (tabel.nama, baris)
            for teks in (dasar, baris.get("sumber"), baris.get("status")):
                assert set(SEBUTAN.findall(teks or "")) <= kode, (tabel.nama, baris)


def test_unit_membentuk_satu_pohon_berakar_pada_kabupaten(termuat):
    induk = dict(m.UnitKerja.objects.values_list("kode", "induk__kode"))
    assert [k for k, i in induk.items() if i is None] == ["KAB"]
    for kode in induk:
        jejak = []
        while kode is not None:
            assert kode not in jejak, f"lingkaran pada {kode}"
            jejak.append(kode)
            kode = induk[kode]
        assert jejak[-1] == "KAB"


def test_anak_unit_ada_dalam_masa_induknya_dan_yang_berakhir_punya_pengganti(termuat):
    for u in m.UnitKerja.objects.select_related("induk", "pengganti"):
        assert u.induk is None or u.berlaku_sejak >= u.induk.berlaku_sejak, u.kode
        assert (u.berlaku_sampai is None) == (u.pengganti is None), u.kode
        assert u.pengganti is None or u.pengganti.berlaku_sejak > u.berlaku_sampai, u.kode


def test_setiap_unit_punya_satu_kepala_berkode_kepala(termuat):
    kepala = defaultdict(list)
    for j in m.Jabatan.objects.filter(kepala_unit=True).select_related("unit"):
        assert j.kode == f"KEPALA-{j.unit.kode}"
        assert j.jenis == ("fungsional" if j.unit.jenis in ("sekolah", "puskesmas") else "struktural"), j.kode
        assert (j.berlaku_sejak, j.berlaku_sampai) == (j.unit.berlaku_sejak, j.unit.berlaku_sampai), j.kode
        kepala[j.unit.kode].append(j)
    units = set(m.UnitKerja.objects.exclude(kode="KAB").values_list("kode", flat=True))
    assert kepala.keys() == units
    assert all(len(x) == 1 for x in kepala.values())


def test_struktur_bkd_dan_eselonnya(termuat):
    unit = m.UnitKerja.objects.get(kode="SUB12")
    assert [unit.induk.kode, unit.induk.induk.kode, unit.induk.induk.induk.kode] == ["BID1", "BKPSDM", "KAB"]
    eselon = dict(m.Jabatan.objects.filter(kepala_unit=True).values_list("unit__kode", "eselon_id"))
    harap = {"SETDA": "II.a", "BKPSDM": "II.b", "SEKRET": "III.a", "BID1": "III.b", "SUB12": "IV.a", "KEC05": "III.a"}
    assert {k: eselon[k] for k in harap} == harap
    assert m.UnitKerja.objects.filter(kode="BKD", pengganti__kode="BKPSDM", berlaku_sampai="2020-12-31").exists()
    assert m.UnitKerja.objects.filter(jenis="opd", berlaku_sampai=None).count() == 36 + 27


def test_bup_setiap_jabatan_dikenal_dan_sesuai_jenjangnya(termuat):
    kode = set(m.BUP.objects.values_list("kode", flat=True))
    for j in m.Jabatan.objects.all():
        assert j.bup_kode in kode, j.kode
        if j.jenis == "fungsional" and j.nama_jf != "Guru":
            assert j.bup_kode == f"JF_{j.jenjang.upper()}", j.kode
    assert set(m.Jabatan.objects.filter(nama_jf="Guru").values_list("bup_kode", flat=True)) == {
        "JF_GURU",
        "JF_GURU_UTAMA",
    }


def test_nama_jabatan_yang_berlaku_tidak_kembar(termuat):
    nama = Counter(m.Jabatan.objects.filter(berlaku_sampai=None).values_list("nama", flat=True))
    assert [n for n, banyak in nama.items() if banyak > 1] == []


def test_setara_pendidikan_ada_pada_tabel_hukum(termuat):
    setara = set(m.TingkatPendidikan.objects.values_list("setara", flat=True))
    assert setara <= set(m.PendidikanGolongan.objects.values_list("setara", flat=True))
    sltp = m.PendidikanGolongan.objects.get(setara="SLTP")
    assert (sltp.golongan_awal_id, sltp.mkg_awal_tahun, sltp.puncak_reguler_id) == ("I/c", 3, "II/c")


def test_periode_kp_berganti_tanpa_celah(termuat):
    baris = list(m.PeriodeKP.objects.order_by("berlaku_sejak"))
    assert [b.bulan for b in baris] == [[4, 10], [2, 4, 6, 8, 10, 12], list(range(1, 13))]
    for lama, baru in itertools.pairwise(baris):
        assert (baru.berlaku_sejak - lama.berlaku_sampai).days == 1


def test_penetap_kp_menutup_semua_golongan_satu_kali(termuat):
    urutan = {g.kode: g.urutan for g in m.Golongan.objects.filter(jenis="PNS")}
    tutup = []
    for p in m.PejabatPenetapKP.objects.all():
        tutup += range(urutan[p.golongan_min_id], urutan[p.golongan_maks_id] + 1)
        assert p.dicetak == (p.kantor == "BUPATI")
    assert sorted(tutup) == list(range(2, 18))


def test_hukuman_25_persen_belum_berlaku_dan_siasn_id_tidak_kembar(termuat):
    assert set(m.JenisHukuman.objects.filter(berlaku_sejak__gt=date(2100, 1, 1)).values_list("kode", flat=True)) == {
        "S1",
        "S2",
        "S3",
    }
    siasn = list(m.JenisHukuman.objects.exclude(siasn_id="").values_list("siasn_id", flat=True))
    assert len(siasn) == len(set(siasn)) == 21
    tahan = Q(tahan_kgb=True, tahan_kp=True)
    assert not m.JenisHukuman.objects.filter(tahan, tingkat="ringan").exists()


def test_kedudukan_aktif_dan_akhir_tidak_bersamaan(termuat):
    assert not m.KedudukanHukum.objects.filter(aktif=True, akhir=True).exists()
    sifat = {k.kode: (k.aktif, k.akhir) for k in m.KedudukanHukum.objects.all()}
    assert [sifat[k] for k in ("01", "02", "20", "P1")] == [(True, False)] * 4
    assert [sifat[k] for k in ("66", "77", "88", "98", "99", "P3")] == [(False, True)] * 6
    assert sifat["14"] == (False, False)


def test_libur_2026_menurut_skb(termuat):
    tanggal = list(m.HariLibur.objects.filter(tanggal__year=2026).values_list("tanggal", flat=True))
    assert len(tanggal) == 17
    assert {date(2026, 3, 21), date(2026, 3, 22), date(2026, 5, 27)} <= set(tanggal)
    perkiraan = m.HariLibur.objects.filter(dasar__contains="asumsi")
    assert {h.tanggal.year for h in perkiraan} == {2027}


def test_muat_ulang_tidak_mengubah_apa_pun(termuat):
    awal = jejak_perubahan()
    hasil = muat_semua()
    assert [(h.tabel, h.baru, h.ubah) for h in hasil if h.baru or h.ubah] == []
    assert jejak_perubahan() == awal


def test_muat_ulang_menjaga_perubahan_kantor(termuat):
    m.Setelan.objects.filter(kunci="anak_maks").update(nilai=3)
    m.Setelan.objects.create(kunci="anak_maks", nilai=1, uraian="-", berlaku_sejak=date(2027, 1, 1), dasar="PP 7/1977")
    m.UnitKerja.objects.filter(kode="DISDIK").update(nama="Dinas Pendidikan dan Olahraga", dasar="Perda baru")
    m.UnitKerja.objects.filter(kode="DLH").update(berlaku_sampai=date(2026, 12, 31))
    m.Jabatan.objects.filter(kode="KEPALA-DISDIK").update(nama="Kepala Dinas Pendidikan dan Olahraga", kelas=15)
    m.PejabatPenetapKP.objects.filter(golongan_min="IV/a").update(berlaku_sampai=date(2026, 12, 31))
    m.Golongan.objects.filter(kode="IX").update(siasn_id="X9")
    m.HariLibur.objects.filter(tanggal=date(2027, 3, 10)).delete()
    muat_semua()
    assert list(m.Setelan.objects.filter(kunci="anak_maks").values_list("nilai", flat=True)) == [3, 1]
    assert m.UnitKerja.objects.get(kode="DISDIK").nama == "Dinas Pendidikan dan Olahraga"
    assert m.UnitKerja.objects.get(kode="DISDIK").dasar == "Perda baru"
    assert m.UnitKerja.objects.get(kode="DLH").berlaku_sampai == date(2026, 12, 31)
    assert m.Jabatan.objects.get(kode="KEPALA-DISDIK").kelas == 15
    assert m.PejabatPenetapKP.objects.get(golongan_min="IV/a").berlaku_sampai == date(2026, 12, 31)
    assert m.Golongan.objects.get(kode="IX").siasn_id == "X9"
    assert not m.HariLibur.objects.filter(tanggal=date(2027, 3, 10)).exists()


def test_muat_ulang_memperbaiki_angka_hukum_dan_mengisi_yang_kosong(termuat):
    m.TabelGaji.objects.filter(golongan="III/c", mkg=2).update(gaji=3_121_100)
    m.UnitKerja.objects.filter(kode="BKD").update(pengganti=None)
    m.Jabatan.objects.filter(kode="KEPALA-DISDIK").update(kelas=None)
    hasil = {h.tabel: (h.baru, h.ubah) for h in muat_semua() if h.baru or h.ubah}
    assert hasil == {"tabel_gaji": (0, 1), "unit_kerja": (0, 1), "jabatan": (0, 1)}
    assert m.TabelGaji.objects.get(golongan="III/c", mkg=2).gaji == 3_121_700
    assert m.UnitKerja.objects.get(kode="BKD").pengganti.kode == "BKPSDM"


def test_unit_baru_pada_berkas_masuk_bersama_kepalanya_kecuali_sudah_berkepala(termuat, tmp_path):
    m.Jabatan.objects.filter(kode="KEPALA-DLH").update(kode="KADIN-LINGKUNGAN")
    unit = "DLH-BID9,Bidang Baru,bidang,DLH,2026-01-01,,,5,PP 18/2016\n"
    folder = salin(tmp_path, "unit_kerja", lambda t: t + unit)
    hasil = {h.tabel: h.baru for h in muat_semua(folder) if h.baru or h.ubah}
    assert hasil == {"unit_kerja": 1}
    assert m.UnitKerja.objects.get(kode="DLH-BID9").induk.kode == "DLH"
    assert not m.Jabatan.objects.filter(kode="KEPALA-DLH").exists()


@pytest.mark.parametrize(
    ("nama", "ubah", "pesan"),
    [
        ("tabel_gaji", ("\nI/a,0,", "\nI/z,0,"), "tabel_gaji.csv baris 2 kolom golongan: I/z tidak ada"),
        ("tabel_gaji", ("1685700,2024-01-01", "1685700,2024-13-01"), "tabel_gaji.csv baris 2 kolom berlaku_sejak:"),
        ("tabel_gaji", ("\nI/a,2,", "\nI/a,0,"), "tabel_gaji.csv baris 3 kolom golongan: I/a, 0, 2024-01-01 sudah"),
        ("unit_kerja", ("Subbidang Mutasi,subbidang,BID1", "Subbidang Mutasi,subbidang,BID0"), "kolom induk: BID0"),
        ("unit_kerja", ("KAB,Pemerintah", "KAB,,Pemerintah"), "unit_kerja.csv baris 2: 10 kolom, seharusnya 9."),
        ("kedudukan_hukum", ("Aktif,ya", "Aktif,benar"), "baris 2 kolom aktif: benar bukan ya atau tidak."),
        ("setelan", ("kp_tahun_kinerja,2", "kp_tahun_kinerja,dua"), "setelan.csv baris 2 kolom nilai: dua bukan JSON"),
        ("bup", ("kode,jabatan", "kode,posisi"), "bup.csv baris 1 kolom posisi: kolom tidak dikenal."),
        ("bup", ("kode,jabatan,tahun", "kode,jabatan,jabatan"), "bup.csv baris 1: ada kolom yang tertulis dua kali."),
        ("agama", ("1,Islam", "1,"), "agama.csv baris 2 kolom nama: wajib diisi."),
    ],
)
def test_berkas_yang_keliru_ditolak_dengan_letaknya(tmp_path, nama, ubah, pesan):
    folder = salin(tmp_path, nama, lambda t: t.replace(*ubah, 1))
    sebelum = m.Regulasi.objects.count(), m.VersiAcuan.objects.get().nomor
    with pytest.raises(GalatAcuan) as galat:
        muat_semua(folder)
    assert pesan in str(galat.value)
    assert (m.Regulasi.objects.count(), m.VersiAcuan.objects.get().nomor) == sebelum


def test_perintah_mencetak_jumlah_dan_satu_kalimat_bila_gagal(capsys, monkeypatch, tmp_path):
    call_command("muat_referensi")
    assert f"{len(TABEL)} tabel" in capsys.readouterr().out
    call_command("muat_referensi")
    assert "tidak ada perubahan" in capsys.readouterr().out
    folder = salin(tmp_path, "agama", lambda t: t.replace("1,Islam", "1,", 1))
    monkeypatch.setattr(muat_referensi, "muat_semua", lambda: muat_semua(folder))
    with pytest.raises(CommandError, match=r"database tidak berubah\. agama\.csv baris 2 kolom nama"):
        call_command("muat_referensi")
