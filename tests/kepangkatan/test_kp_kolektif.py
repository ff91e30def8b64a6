"""SK kolektif KP reguler: kata-kata bawaan, lampiran dengan OPD dan NIP berspasi, dan petikan satu lembar."""

import io

import pytest
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Naskah
from layanan import checks, kolektif, lembar
from layanan.cetak import buat_pdf
from layanan.pelaku import Pelaku
from tests.kepangkatan.test_kp_reguler import HARI_INI, KP, TMT, ani, buat_usulan, konteks  # noqa: F401 - ani: a fixture
from tests.pabrik import buat_pegawai

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(ani):  # noqa: F811 - the fixture
    """Frozen data of ani as the petikan of a collective decree has them, certified by Kepala BKPSDM."""
    buat_pegawai(nama="Dewi Kartika", unit="BKPSDM", jabatan="KEPALA-BKPSDM", golongan="IV/c")
    usulan, saat = buat_usulan(ani), timezone.now()
    return kolektif.data_orang(usulan, KP, konteks(ani), Pelaku(None, None, "", saat))


def teks(pdf):
    halaman = PdfReader(io.BytesIO(pdf)).pages
    return len(halaman), " ".join(" ".join(h.extract_text() for h in halaman).split())


def test_kata_kata_bawaan_dan_lampirannya(data):
    jadi = lembar.LembarKolektif(KP).data([data, data], HARI_INI, acuan_kini())
    assert list(checks.cacat(KP)) == []
    assert jadi["menimbang"] == [
        (
            "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam lampiran keputusan ini memenuhi syarat dan dipandang "
            "cakap untuk dinaikkan pangkatnya setingkat lebih tinggi;"
        )
    ]
    assert [d["urutan"] for d in jadi["diktum"]] == ["KESATU", "KEDUA", "KETIGA"]
    assert jadi["diktum"][0]["isi"].startswith("Pegawai Negeri Sipil yang namanya tersebut dalam lajur 2 lampiran")
    assert jadi["mengingat"] == data["mengingat"]
    p = data["pegawai"]
    n = p["nip"]
    opd = [p["opd"]] if p["opd"] != p["unit"] else []
    assert jadi["baris"][0][0] == [p["nama"], f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}", p["unit"], *opd]


def test_unit_di_bawah_opd_disebut_dengan_opdnya(data):
    data["pegawai"] |= {"unit": "UPT SDN 1 Sukodadi", "opd": "Dinas Pendidikan"}
    (siapa, *_), *_ = KP.kolektif.data([data])["baris"]
    assert siapa[2:] == ["UPT SDN 1 Sukodadi", "Dinas Pendidikan"]


def test_petikan_satu_lembar_dengan_pengesahan(data):
    data["pegawai"] |= {"nama": "RADEN RORO SITI AMINAH RAHMAWATI KUSUMANINGRUM, S.Pd., M.Pd.",
                        "unit": "UPT Satuan Pendidikan Sekolah Dasar Negeri 1 Sukodadi", "opd": "Dinas Pendidikan"}  # fmt: skip
    beku = data | {"nomor": "823/14/413.207/2026", "tanggal": TMT.isoformat(), "usulan": "US-2026-000001"}
    sk = Naskah(jenis="sk", perihal="Keputusan", nomor=beku["nomor"], dibuat_pada=timezone.now(), token="t" * 22)
    lembar_, isi = teks(buat_pdf(sk, templat=KP.naskah.templat, data=beku))
    assert lembar_ == 1
    assert "Untuk petikan yang sah sesuai dengan aslinya" in isi
    assert data["pengesah"]["nama"] in isi
    assert "Kepala Badan Kepegawaian" in isi or "KEPALA BADAN KEPEGAWAIAN" in isi
    lembar_, isi = teks(
        buat_pdf(sk, templat=KP.naskah.templat, data={k: v for k, v in beku.items() if k != "pengesah"})
    )
    assert "sesuai dengan aslinya" not in isi
