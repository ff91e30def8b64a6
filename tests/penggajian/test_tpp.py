"""TPP sebulan: tanpa konfigurasi tidak ada angka; hasil dijelaskan; draf dihitung ulang; yang ditetapkan beku."""

import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from python_calamine import load_workbook

from bkd_portal.celery import app
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.models import KinerjaPeriodik, Pemberitahuan, Presensi, Setelan
from penggajian import tpp
from penggajian.models import AturanTpp, HasilTpp, PaguTpp, TppBulan
from penggajian.tasks import sapu_tpp
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah, tugaskan

pytestmark = pytest.mark.django_db
KINI = date.today().replace(day=1)
BULAN = tambah_bulan(KINI, -1)
SEJAK = tambah_bulan(KINI, -3)
PAGU = {"kriteria": "beban_kerja", "kelas_7": "2000000", "berlaku_sejak": SEJAK.isoformat(), "dasar": "Perbup uji 1/2026 lampiran I", "keyakinan": "asumsi"}  # fmt: skip


def hari_kerja(bulan):
    hari = (bulan + timedelta(days=i) for i in range(31))
    return [h for h in hari if h.month == bulan.month and acuan_kini().hari_kerja(h)]


@pytest.fixture
def kantor(tugas_langsung):
    """One with presensi and predikat, one on CLTN, one without presensi; staf and head of SUB41, an operator."""
    batch = buat_batch()
    orang = {}
    for nama, kedudukan in (("HADIR", "01"), ("CLTN", "02"), ("KOSONG", "01")):
        p = buat_pegawai(nama=nama, unit="DISDIK-SUBBAG1", kedudukan=kedudukan, batch=batch)
        tambah(p, "kinerja", batch=batch, tmt=date(BULAN.year, 1, 20), tahun=BULAN.year - 1, predikat="Baik")
        orang[nama] = p
    for h in hari_kerja(BULAN):
        Presensi.objects.create(pegawai=orang["HADIR"], tanggal=h, keadaan="hadir", batch=batch)
    akun = {
        "hadir": buat_akun(orang["HADIR"]),
        "staf": buat_akun(buat_pegawai(nama="STAF", unit="SUB41", batch=batch)),
        "kepala": buat_akun(
            buat_pegawai(nama="KASUB", unit="SUB41", jabatan="KEPALA-SUB41", golongan="III/d", batch=batch)
        ),
        "lain": buat_akun(buat_pegawai(nama="STAF LAIN", unit="SUB12", batch=batch)),
        "operator": buat_akun(buat_pegawai(nama="BUDI", unit="DISDIK-SUBBAG1", kelamin="L", batch=batch)),
    }
    tugaskan(akun["operator"], "operator_opd", "DISDIK")
    kelas = orang["HADIR"].riwayatjabatan.get().jabatan.kelas
    return orang, akun, {nama: masuk(Client(), a) for nama, a in akun.items()}, kelas


def atur(klien, kelas):
    pagu = {k: v for k, v in PAGU.items() if k != "kelas_7"} | {f"kelas_{kelas}": "2000000"}
    assert klien.post("/penggajian/tpp/atur/pagu/", pagu).status_code == 302
    bersama = {k: PAGU[k] for k in ("berlaku_sejak", "dasar", "keyakinan")}
    assert klien.post("/penggajian/tpp/atur/aturan/", bersama | {"predikat_1": "90"}).status_code == 302
    potongan = bersama | {
        "jenis": "terlambat",
        "dari_1": "1",
        "sampai_1": "30",
        "persen_1": "0.5",
        "dari_2": "31",
        "persen_2": "1",
    }
    assert klien.post("/penggajian/tpp/atur/potongan/", potongan).status_code == 302


def hitung(klien, capture):
    with capture(execute=True):
        assert klien.post("/penggajian/tpp/hitung/", {"bulan": BULAN.isoformat()}).status_code == 302
    return TppBulan.objects.get()


def hasil(nama):
    return HasilTpp.objects.get(pegawai__kini__nama=nama)


def test_tanpa_konfigurasi_menyebut_yang_kurang(kantor, django_capture_on_commit_callbacks):
    _, _, klien, kelas = kantor
    satu = hitung(klien["staf"], django_capture_on_commit_callbacks)
    assert satu.status == "draf"
    assert hasil("HADIR").rupiah is None
    assert f"Pagu kelas jabatan {kelas} belum diatur" in hasil("HADIR").kurang
    assert hasil("CLTN").keadaan == "tidak_berhak"
    isi = klien["staf"].get("/penggajian/tpp/").content.decode()
    assert "Pagu per kelas jabatan belum diatur." in isi
    with pytest.raises(tpp.TppDitolak, match="Belum seorang pun"):
        tpp.tetapkan(satu.pk, oleh=None)


def test_sebulan_dihitung_dan_dijelaskan(kantor, django_capture_on_commit_callbacks):
    _, _, klien, kelas = kantor
    atur(klien["staf"], kelas)
    satu = hitung(klien["staf"], django_capture_on_commit_callbacks)
    h = hasil("HADIR")
    assert (h.keadaan, h.pagu, h.kinerja, h.disiplin) == ("dibayar", 2000000, 90, 100)
    assert h.rupiah == 1880000  # 2.000.000 x (60% x 90% + 40%)
    assert hasil("KOSONG").kurang == ["Presensi bulan ini belum ada"]
    assert satu.ringkasan["jumlah"] == 1880000
    assert "Rp2.000.000 x (60% x 90% + 40% x 100%) = Rp1.880.000" in klien["staf"].get(f"/penggajian/tpp/hasil/{h.pk}/").content.decode()  # fmt: skip
    assert klien["hadir"].get(f"/penggajian/tpp/hasil/{h.pk}/").status_code == 404, "draf belum terlihat"
    assert klien["operator"].get(f"/penggajian/tpp/{satu.pk}/").status_code == 404


def test_penetapan_oleh_kepala_lalu_beku(kantor, django_capture_on_commit_callbacks):
    _, akun, klien, kelas = kantor
    atur(klien["kepala"], kelas)
    satu = hitung(klien["kepala"], django_capture_on_commit_callbacks)
    assert klien["staf"].post(f"/penggajian/tpp/{satu.pk}/tetapkan/").status_code == 403
    klien["kepala"].post(f"/penggajian/tpp/{satu.pk}/tetapkan/")
    satu.refresh_from_db()
    assert (satu.status, satu.ditetapkan_oleh) == ("ditetapkan", akun["kepala"])
    assert satu.konfigurasi["dasar"] == ["Perbup uji 1/2026 lampiran I"]
    with pytest.raises(DatabaseError), transaction.atomic():
        HasilTpp.objects.update(rupiah=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        TppBulan.objects.update(status="draf")
    with pytest.raises(tpp.TppDitolak, match="sudah ditetapkan"):
        tpp.minta(BULAN, oleh=akun["kepala"])
    jawab = klien["staf"].post("/penggajian/tpp/atur/pagu/", PAGU)
    assert jawab.status_code == 422
    assert "sudah ditetapkan" in jawab.content.decode()
    assert "Rp1.880.000" in klien["hadir"].get("/penggajian/tpp/saya/").content.decode()
    assert klien["hadir"].get(f"/penggajian/tpp/hasil/{hasil('KOSONG').pk}/").status_code == 404
    ekspor = klien["operator"].get(f"/penggajian/tpp/{satu.pk}/ekspor/")
    baris = load_workbook(io.BytesIO(b"".join(ekspor.streaming_content))).get_sheet_by_index(0).to_python()
    assert {b[1]: b[11] for b in baris[1:]}["HADIR"] in (1880000, "1880000")


def test_konfigurasi_hanya_diubah_sub41_dan_wajib_berdasar(kantor):
    _, _, klien, _ = kantor
    assert klien["lain"].post("/penggajian/tpp/atur/pagu/", PAGU).status_code == 403
    assert klien["operator"].get("/penggajian/tpp/atur/").status_code == 403
    assert klien["staf"].post("/penggajian/tpp/atur/pagu/", PAGU | {"dasar": ""}).status_code == 422
    assert klien["staf"].post("/penggajian/tpp/atur/aturan/", PAGU | {"bobot_kinerja": "60", "bobot_disiplin": "30"}).status_code == 422  # fmt: skip
    assert not PaguTpp.objects.exists()
    assert not AturanTpp.objects.exists()
    assert klien["staf"].get("/penggajian/tpp/atur/").status_code == 200
    assert klien["staf"].get("/penggajian/tpp/atur/potongan/").status_code == 200


def test_pagu_terbaru_menggantikan_dan_yang_lama_tetap(kantor):
    _, _, klien, _ = kantor
    klien["staf"].post("/penggajian/tpp/atur/pagu/", PAGU)
    klien["staf"].post("/penggajian/tpp/atur/pagu/", PAGU | {"kelas_7": "2500000", "berlaku_sejak": BULAN.isoformat()})
    lama, _ = tpp.konfigurasi_pada(SEJAK, acuan_kini())
    baru, _ = tpp.konfigurasi_pada(BULAN, acuan_kini())
    assert (lama.pagu_kelas(7), baru.pagu_kelas(7)) == (2000000, 2500000)


def test_bulan_yang_belum_berakhir_ditolak(kantor):
    _, akun, _, _ = kantor
    with pytest.raises(tpp.TppDitolak, match="sesudah bulannya berakhir"):
        tpp.minta(KINI, oleh=akun["staf"])


# ── the worker that died, and who asked ──────────────────────────────────────────────────────────────


def lonceng(akun):
    return list(
        Pemberitahuan.objects.filter(pengguna=akun, peristiwa="tpp").order_by("pk").values_list("judul", flat=True)
    )


def test_yang_meminta_diberi_tahu_bila_selesai(kantor, django_capture_on_commit_callbacks):
    _, akun, klien, _ = kantor
    satu = hitung(klien["staf"], django_capture_on_commit_callbacks)
    assert lonceng(akun["staf"]) == [f"TPP {NAMA_BULAN[BULAN.month]} {BULAN.year} selesai dihitung"]
    kabar = Pemberitahuan.objects.get(pengguna=akun["staf"], peristiwa="tpp")
    assert kabar.url == f"/penggajian/tpp/{satu.pk}/"
    assert "belum lengkap" in kabar.isi
    # Asked once more, told once more; a task that comes twice tells nothing again.
    hitung(klien["staf"], django_capture_on_commit_callbacks)
    tpp.hitung(satu.pk)
    assert len(lonceng(akun["staf"])) == 2
    assert lonceng(akun["kepala"]) == []


def test_yang_meminta_diberi_tahu_bila_gagal(kantor, monkeypatch):
    _, akun, _, _ = kantor
    satu = tpp.minta(BULAN, oleh=akun["staf"])

    def rusak(*_):
        raise RuntimeError("basis data hilang")

    monkeypatch.setattr(tpp, "presensi_bulan", rusak)
    with pytest.raises(RuntimeError):
        tpp.hitung(satu.pk, oleh=akun["staf"])
    satu.refresh_from_db()
    assert satu.status == "gagal"
    assert lonceng(akun["staf"]) == [f"TPP {NAMA_BULAN[BULAN.month]} {BULAN.year} gagal dihitung"]


def test_hitungan_yang_pekerjanya_mati_disapu_kembali(kantor):
    """Asked for, then the worker died: the row still waits; the sweep takes what is ten minutes old, once."""
    _, akun, _, _ = kantor
    satu = tpp.minta(BULAN, oleh=akun["staf"])
    assert tpp.tertinggal() == []
    TppBulan.objects.filter(pk=satu.pk).update(diminta_pada=timezone.now() - timedelta(minutes=11))
    assert tpp.tertinggal() == [(satu.pk, akun["staf"].pk)]
    sapu_tpp()
    satu.refresh_from_db()
    assert (satu.status, satu.dihitung_oleh) == ("draf", akun["staf"])
    assert HasilTpp.objects.filter(bulan=satu).exists()
    assert tpp.tertinggal() == []
    assert app.conf.beat_schedule["sapu-tpp"]["task"] == sapu_tpp.name


def test_sumber_predikat_memakai_predikat_periodik_bulan_itu(kantor, django_capture_on_commit_callbacks):
    """Monthly before quarterly, the latest known; who has none is told and gets no figure (T-18)."""
    orang, _, klien, kelas = kantor
    atur(klien["staf"], kelas)
    Setelan.objects.create(
        kunci="tpp_sumber_produktivitas", nilai="predikat", berlaku_sejak=SEJAK, dasar="Perbup uji", keyakinan="asumsi"
    )
    akhir = KINI - timedelta(days=1)
    baris = {"pegawai": orang["HADIR"], "tahun": BULAN.year, "skp": 1}
    KinerjaPeriodik.objects.create(
        periodik="2", mulai=tambah_bulan(BULAN, -1), sampai=tambah_bulan(KINI, 1), predikat="Kurang", **baris
    )
    lama = KinerjaPeriodik.objects.create(periodik="1", mulai=BULAN, sampai=akhir, predikat="Sangat Kurang", **baris)
    KinerjaPeriodik.objects.filter(pk=lama.pk).update(dibatalkan_pada=timezone.now(), dibatalkan_sebab="diganti")
    KinerjaPeriodik.objects.create(periodik="1", mulai=BULAN, sampai=akhir, predikat="Baik", **baris)
    hitung(klien["staf"], django_capture_on_commit_callbacks)
    h = hasil("HADIR")
    assert (h.keadaan, h.kinerja, h.rupiah) == ("dibayar", 90, 1880000)
    nama = f"{NAMA_BULAN[BULAN.month]} {BULAN.year}"
    assert f"Predikat periodik bulan {nama} belum ditetapkan pejabat penilai" in hasil("KOSONG").kurang
