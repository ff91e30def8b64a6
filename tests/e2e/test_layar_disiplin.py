"""Layar kasus disiplin di peramban sungguhan: tiap langkah yang bertanya, berita acara, laporan, dan surat saya.

A small office of its own instead of the whole demo. Each page passes axe and fits a desk and a small phone; ``ALBUM=folder``
keeps pictures, ``ALBUM_SURAT=folder`` the letters of the steps as PDF.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from disiplin import kasus as perkara
from layanan import naskah as modul_naskah
from tests.disiplin.conftest import Lakon, isi_kantor
from tests.disiplin.test_kasus import berat
from tests.e2e.panggung_mesin import Panggung
from tests.e2e.ukuran import LAYAR, buka, lebar_isi, ubah_lebar

pytestmark = pytest.mark.usefixtures("panggung", "peladen")
HALAMAN = ("daftar", "pilih", "baru", "telaah", "panggilan", "pemeriksaan", "tanya", "lhp", "tim", "keputusan", "penyampaian",
           "upaya", "laporan", "satu_laporan", "lapor", "saya", "tanpa_periode", "tanpa_pohon", "tanpa_skp")  # fmt: skip


@dataclass
class PanggungDisiplin(Panggung):
    """``halaman``: {page: (who opens it, address)}."""

    halaman: dict


@pytest.fixture(scope="module")
def panggung(basis_e2e):
    """Cases at the steps that ask something, before the web server starts."""
    k = isi_kantor()
    hasil = {"daftar": ("sari", reverse("disiplin:kasus_list")), "lapor": ("", reverse("disiplin:lapor")),
             "laporan": ("sari", reverse("disiplin:laporan_list")),
             "pilih": ("kasubbag", reverse("disiplin:kasus_create") + "?q=re"),
             "baru": ("kasubbag", reverse("disiplin:kasus_create") + f"?nip={k.rekan.nip}")}  # fmt: skip

    def pada(nama, siapa, usulan):
        hasil[nama] = (siapa, reverse("layanan:usulan_detail", args=[usulan.nomor]))

    def orang(nama):
        return _orang(k, nama)

    main = Lakon(k)
    pada("telaah", "kasubbag", main.buka(orang("Telaah Satu")))
    u = main.maju(main.buka(orang("Panggil Dua")), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    pada("panggilan", "kasubbag", u)
    u = main.maju(main.panggil(main.maju(main.buka(orang("Periksa Tiga")), "telaah_atasan", hasil="atasan", pertimbangan="Ada.")),
                  "kehadiran_1", hasil="hadir")  # fmt: skip
    main.tulis_bap(u, "kasubbag")
    bap = perkara.buat_bap(perkara.berkas_kasus(u), {"tentang": "saksi", "nama": "Saksi Mata", "jabatan": "Petugas loket",
                           "tanggal": main.hari, "tempat": "Ruang rapat", "cara": "virtual"}, oleh=main.oleh("kasubbag"))  # fmt: skip
    perkara.isi_bap(
        bap, [("Apa yang Saudara lihat?", "Loket kosong sejak pukul sembilan.")], oleh=main.oleh("kasubbag")
    )
    hasil["pemeriksaan"] = ("kasubbag", reverse("disiplin:pemeriksaan", args=[u.nomor]))
    hasil["tanya"] = ("kasubbag", reverse("disiplin:bap_update", args=[u.nomor, bap.pk]))
    main = Lakon(k)
    u = main.maju(main.buka(orang("Hasil Empat")), "telaah_atasan", hasil="atasan", pertimbangan="Ada bukti.")
    pada("lhp", "kasubbag", main.periksa(u))
    u = main.buka(orang("Tim Lima"), oleh="sari", perkiraan="berat", dugaan=["5k"])
    u = main.maju(
        main.maju(main.maju(u, "telaah", hasil="tim", pertimbangan="Berat."), "periksa_kasubbid"), "periksa_kabid"
    )
    pada("tim", "dewi", u)
    main = Lakon(k)
    pada("keputusan", "kasubbag", main.sampai_lhp(orang("Putus Enam"), jenis="R2"))
    main = Lakon(k)
    u = main.maju(
        main.sampai_lhp(orang("Serah Tujuh"), jenis="R2"),
        "keputusan",
        hasil="dijatuhi",
        jenis="R2",
        alasan="Setimpal.",
    )
    pada("penyampaian", "kasubbag", main.maju(main.maju(u, "penetapan"), "tanda_tangan"))
    main = Lakon(k)
    u = main.putuskan(main.sampai_lhp(k.ani, jenis="R3"), jenis="R3")
    main.cetak(u, surat=True)
    pada("upaya", "sari", u)
    hasil["saya"] = ("ani", reverse("disiplin:saya"))
    # What this office does not have: years of SKP and a tree.
    hasil |= {"tanpa_periode": ("dewi", reverse("eperformance:papan")), "tanpa_pohon": ("dewi", reverse("eperformance:pohon_list")),
              "tanpa_skp": ("ani", reverse("eperformance:realisasi_saya"))}  # fmt: skip
    laporan = perkara.laporkan({"terlapor": "Ani Lestari", "uraian": "Sering meninggalkan tempat kerja.", "unit": "Dinas Kesehatan"},
                               pada=timezone.now())  # fmt: skip
    hasil["satu_laporan"] = ("sari", reverse("disiplin:laporan_detail", args=[laporan.pk]))
    if folder := os.environ.get("ALBUM_SURAT"):
        _cetak(k, Lakon(k), Path(folder))
    return PanggungDisiplin({nama: akun.nama_pengguna for nama, akun in k.akun.items()}, hasil)


def _orang(k, nama):
    from tests.pabrik import buat_akun, buat_pegawai  # noqa: PLC0415 - one use

    pegawai = buat_pegawai(nama=nama, unit="DINKES-SUBBAG1", golongan="III/a")
    k.akun[nama] = buat_akun(pegawai)
    return pegawai


def _cetak(k, main, folder):
    """Every letter of a heavy case as a file, for a look with one's own eyes."""
    k.ani = k.rekan
    u = main.maju(berat(k, main, jenis="B3", bebas="bebas"), "tanda_tangan")
    u = main.maju(u, "penyampaian", hasil="disampaikan", tanggal_terima=main.hari.isoformat())
    for tautan in u.naskah.select_related("naskah"):
        if tautan.naskah.tahap == "menunggu_cetak":
            modul_naskah.cetak(tautan.naskah_id)
        n = type(tautan.naskah).objects.get(pk=tautan.naskah_id)
        if tautan.surat and n.berkas_cetak:
            (folder / f"{tautan.langkah}.pdf").write_bytes(n.berkas_cetak.read())
    from layanan.cetak import buat_pdf  # noqa: PLC0415 - needs Pango

    sk = u.naskah.get(surat=False).naskah
    (folder / "sk.pdf").write_bytes(buat_pdf(sk))


@pytest.mark.parametrize("nama", HALAMAN)
def test_halaman(nama, panggung, layar, axe):
    siapa, alamat = panggung.halaman[nama]
    page = layar(siapa)
    assert buka(page, alamat).status == 200, alamat
    for lebar, tinggi in LAYAR:
        ubah_lebar(page, lebar, tinggi)
        isi = lebar_isi(page, lebar)
        if folder := os.environ.get("ALBUM"):
            page.screenshot(path=Path(folder) / f"{nama}-{lebar}.png", full_page=True)
        assert isi <= lebar, f"{page.url}: halaman {isi} px di layar {lebar} px"
    axe(page)
    assert page.context.pengawas.keluhan() == [], page.url
