"""Dasbor pimpinan dan laporan bulanan: angka dengan tangan, tautan menurut peran, sebab perubahan, beku dan berversi."""

import re
from datetime import date, timedelta

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from indeks import malam
from kepegawaian.aturan import tambah_bulan
from layanan.galat import DitolakAlur
from tata_kelola import laporan, pimpinan
from tata_kelola.models import LaporanBulanan
from tests.pabrik import unit_kode
from tests.tata_kelola.conftest import pertanyaan

HARI_INI = timezone.localdate()
DASBOR = "tata_kelola:dasbor"


def test_komposisi_dihitung_dari_yang_aktif(buka, client):
    # ani, budi, kadis, citra, cici, kasub, kabid, dewi, eko, and the Sekda of this folder
    jawab = buka("dewi", reverse(DASBOR))
    angka = jawab.context["papan"].angka
    assert angka["pegawai"].nilai == "10"
    kelamin = {nama: nilai for nama, nilai, _ in angka["kelamin"].rincian}
    assert kelamin == {"Perempuan": "7 (70,0%)", "Laki-laki": "3 (30,0%)"}
    assert pertanyaan(client, reverse(DASBOR)) <= 12
    assert client.get(reverse("tata_kelola:dasbor_ekspor")).status_code == 200


def test_satu_opd_menyaring_angka_dan_tautannya(buka):
    disdik = unit_kode("DISDIK")
    angka = buka("dewi", f"{reverse(DASBOR)}?opd={disdik.pk}").context["papan"].angka
    assert angka["pegawai"].nilai == "3"
    assert angka["pegawai"].rincian[0][2] == f"{reverse('kepegawaian:pegawai_list')}?status=PNS&opd={disdik.pk}"
    assert buka("dewi", f"{reverse(DASBOR)}?opd=x").status_code == 404
    assert buka("dewi", f"{reverse(DASBOR)}?opd={unit_kode('SUB12').pk}").status_code == 404


def test_pimpinan_tanpa_daftar_orang_mendapat_rincian_tanpa_tautan_orang(buka):
    jawab = buka("perekam", reverse("tata_kelola:angka_detail", args=["pegawai"]))
    a = jawab.context["a"]
    assert (a.daftar, {url for *_, url in a.rincian}) == ("", {""})
    assert buka("dewi", reverse("tata_kelola:angka_detail", args=["pegawai"])).context["a"].daftar
    assert buka("dewi", reverse("tata_kelola:angka_detail", args=["tidak-ada"])).status_code == 404


def test_setiap_angka_dapat_ditanya_kenapa(buka, client):
    papan = buka("dewi", reverse(DASBOR)).context["papan"]
    for kode in papan.angka:
        jawab = client.get(reverse("tata_kelola:angka_detail", args=[kode]))
        assert jawab.status_code == 200
        assert papan.angka[kode].rumus
        for *_, url in jawab.context["a"].rincian:
            assert not url or client.get(url).status_code == 200, url


def bilangan(teks):
    """``1.234``, ``3 (70,0%)`` or ``98,8% dari 125`` as the number of rows it stands for."""
    return int((re.search(r"dari ([\d.]+)", teks) or re.match(r"([\d.]+)", teks))[1].replace(".", ""))


@pytest.mark.parametrize("opd", ["", "DISDIK"])
def test_angka_sama_dengan_banyaknya_baris_di_baliknya(buka, client, opd):
    malam.hitung(HARI_INI, hari_ini=HARI_INI, sekarang=timezone.now)
    kueri = f"?opd={unit_kode(opd).pk}" if opd else ""
    papan = buka("dewi", reverse(DASBOR) + kueri).context["papan"]
    diperiksa = set()
    for a in papan.angka.values():
        rincian = a.rincian if a.kode not in ("indeks", "jp_per_asn") else []  # means, not counts
        for nama, nilai, url in rincian:
            isi = client.get(url).context if url else {}
            if "potongan" in isi:
                assert isi["potongan"].jumlah + (isi.get("lain") or 0) == bilangan(nilai), (a.kode, nama, url)
                diperiksa.add(a.kode)
    assert diperiksa >= {"pegawai", "status", "kelamin", "jabatan", "golongan", "usia", "terukur", "kosong"}


def test_jatuh_tempo_setahun_sama_dengan_daftarnya(buka, client):
    malam.hitung(HARI_INI, hari_ini=HARI_INI, sekarang=timezone.now)
    angka = buka("dewi", reverse(DASBOR)).context["papan"].angka
    for kode in ("kp", "kgb", "kontrak"):
        assert client.get(angka[kode].daftar).context["potongan"].jumlah == bilangan(angka[kode].nilai), kode


def test_hukuman_tanpa_nama(buka):
    a = buka("dewi", reverse("tata_kelola:angka_detail", args=["hukuman"])).context["a"]
    assert [r[0] for r in a.rincian] == ["Ringan", "Sedang", "Berat"]
    assert {r[2] for r in a.rincian} == {""}


@pytest.mark.parametrize(
    ("lama", "baru", "harapan"),
    [
        (
            {"total": 70, "kualifikasi": 14, "kompetensi": 28, "kinerja": 24, "disiplin": 4, "gen": "C"},
            {"total": 71.5, "kualifikasi": 14, "kompetensi": 30, "kinerja": 23.5, "disiplin": 4, "gen": "C"},
            [("total", 1.5), ("kompetensi", 2.0), ("kinerja", -0.5)],
        ),
        ({"total": 70, "gen": "B"}, {"total": 71, "gen": "C"}, []),
        (None, {"total": 71, "gen": "C"}, []),
        ({"total": None, "gen": "C"}, {"total": 71, "gen": "C"}, []),
    ],
)
def test_sebab_perubahan_menurut_dimensi(lama, baru, harapan):
    isi = dict.fromkeys(pimpinan.DIMENSI)
    assert pimpinan.sebab(lama and isi | lama, isi | baru) == harapan


# ── laporan bulanan ──────────────────────────────────────────────────────────────────────────────────


def bulan_lalu():
    return tambah_bulan(HARI_INI.replace(day=1), -1)


def oleh(kantor, nama="dewi"):
    return kantor.oleh(nama, timezone.now())


def test_laporan_dibekukan_dan_dibuat_ulang_menjadi_versi(kantor):
    satu = laporan.minta(bulan_lalu(), oleh=oleh(kantor))
    assert (satu.versi, satu.status, satu.data["mentah"]["pegawai"]) == (1, "antre", 10)
    with pytest.raises(DitolakAlur, match="sudah ada"):
        laporan.minta(bulan_lalu(), oleh=oleh(kantor))
    dua = laporan.minta(bulan_lalu(), alasan="Impor susulan", oleh=oleh(kantor))
    assert (dua.versi, dua.alasan, LaporanBulanan.objects.count()) == (2, "Impor susulan", 2)


def test_laporan_hanya_bulan_ini_dan_lalu_oleh_sekretariat(kantor):
    with pytest.raises(DitolakAlur, match="bulan ini dan bulan lalu"):
        laporan.minta(tambah_bulan(bulan_lalu(), -1), oleh=oleh(kantor))
    with pytest.raises(DitolakAlur, match="Sekretariat"):
        laporan.minta(bulan_lalu(), oleh=oleh(kantor, "citra"))


def test_laporan_tercetak_tidak_dapat_diubah(kantor):
    satu = laporan.minta(bulan_lalu(), oleh=oleh(kantor))
    for sql in ("UPDATE tata_kelola_laporanbulanan SET versi = 3", "DELETE FROM tata_kelola_laporanbulanan"):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(sql)
    LaporanBulanan.objects.filter(pk=satu.pk).update(status="jadi", file="x.pdf")
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        LaporanBulanan.objects.filter(pk=satu.pk).update(file="y.pdf")


def test_jadwal_membuat_laporan_bulan_lalu_sekali(kantor):
    satu = laporan.buat_malam(HARI_INI, timezone.now())
    assert (satu.bulan, satu.oleh) == (bulan_lalu(), None)
    assert laporan.buat_malam(HARI_INI, timezone.now()) is None


def test_laporan_dicetak_dari_angka_beku_dan_sapuan_menemukan_yang_tertinggal(kantor, settings, tmp_path):
    pytest.importorskip("weasyprint")
    settings.MEDIA_ROOT = tmp_path
    satu = laporan.minta(bulan_lalu(), oleh=oleh(kantor))
    assert laporan.tertinggal(timezone.now()) == []
    assert laporan.tertinggal(timezone.now() + timedelta(minutes=6)) == [satu.pk]
    jadi = laporan.cetak(satu.pk)
    assert jadi.status == "jadi"
    teks = "\n".join(h.extract_text() for h in PdfReader(jadi.file.path).pages)
    assert laporan.sebut_bulan(bulan_lalu()).upper() in teks
    assert "ASN aktif" in teks
    assert "Ani Lestari" not in teks
    assert laporan.cetak(satu.pk).file.name == jadi.file.name


def test_formulir_laporan(kantor, buka, client, tugas_langsung, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    alamat = reverse("tata_kelola:laporan_create")
    assert buka("citra", alamat).status_code == 403
    assert buka("dewi", alamat).status_code == 200
    assert client.post(alamat, {"bulan": bulan_lalu().isoformat(), "alasan": ""}).status_code == 302
    assert client.post(alamat, {"bulan": bulan_lalu().isoformat(), "alasan": ""}).status_code == 422
    satu = LaporanBulanan.objects.get()
    assert client.get(reverse("tata_kelola:laporan_download", args=[satu.pk])).status_code == 302
    assert laporan.sebut_bulan(date(2026, 11, 1)) == "November 2026"
    assert pertanyaan(client, reverse("tata_kelola:laporan_list")) <= 12
