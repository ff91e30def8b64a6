"""Cadangan sungguhan: PostgreSQL, pg_dump, and folders; backed up, lost, restored elsewhere, opened by its owner.

One backup of the demo is made for the module, while somebody writes on; what was written later must not be in it.
"""

import json
import os
import shutil

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.test import Client, override_settings
from django.urls import reverse

from bkd_portal.lokal.tempat import ganti_basis, pastikan_basis, sambungan
from kepegawaian.models import Dosir, Jejak, Naskah, Pegawai, RiwayatPangkat
from tata_kelola import cadangan
from tata_kelola.cadangan import alat
from tests import panggung_demo

DARI_DEMO = True
SANDI = "portal-bkd-contoh"
KUNCI = Fernet.generate_key().decode()
TITIPAN = b"%PDF-1.4 titipan"


@pytest.fixture(scope="module")
def hasil(basis_e2e, tmp_path_factory):
    """(folder of the backup, its manifest, what it said); a document and a row come while it is being made."""
    folder, kata = tmp_path_factory.mktemp("cadangan") / "satu", []

    def lapor(kalimat):
        kata.append(kalimat)
        if kalimat.startswith("Basis data"):  # the snapshot stands, nothing is dumped yet
            p = Pegawai.objects.order_by("pk").first()
            d = Dosir(
                pegawai=p, jenis="lain", nama_asli="susulan.pdf", akhiran="pdf", mime="application/pdf", ukuran=1
            )
            d.file.save("susulan.pdf", ContentFile(TITIPAN), save=False)
            d.sha256 = alat.sidik(d.file.path)
            d.save()

    with override_settings(CADANGAN_KUNCI=KUNCI):
        manifes = cadangan.buat(folder, lapor=lapor)
    return folder, manifes, kata


@pytest.fixture
def di_tempat_baru(hasil, tmp_path):
    """An empty database on the same server, empty folders and an empty cache number: another machine."""
    asal, nama = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_pulih"
    server = ganti_basis(os.environ["DATABASE_URL"], "postgres")
    connection.close()
    pastikan_basis(server, nama, baru=True)
    connection.settings_dict["NAME"] = nama
    dokumen, tte = tmp_path / "dokumen", tmp_path / "tte"
    with override_settings(MEDIA_ROOT=str(dokumen), TTE_DIR=str(tte), CADANGAN_KUNCI=KUNCI):
        yield dokumen, tte
    connection.close()
    connection.settings_dict["NAME"] = asal
    with sambungan(server) as kursor:
        kursor.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')


def satu(sql):
    with connection.cursor() as kursor:
        kursor.execute(sql)
        return kursor.fetchone()[0]


def test_cadangan_memuat_saat_snapshot_dan_semua_yang_disebutnya(hasil):
    folder, manifes, _ = hasil
    dosir = Dosir.objects.count()
    assert manifes["tabel"]["kepegawaian_dosir"] == dosir - 1  # the one that came later is not in it
    assert manifes["tabel"]["kepegawaian_jejak"] == Jejak.objects.count()
    assert (manifes["dokumen"]["hilang"], manifes["dokumen"]["beda"]) == ([], [])
    assert manifes["dokumen"]["jumlah"] >= Naskah.objects.exclude(berkas_sah="").count() > 0
    assert json.loads((folder / "manifes.json").read_text())["sidik"]
    assert (folder.stat().st_mode & 0o777, (folder / "basis.dump").stat().st_mode & 0o777) == (0o700, 0o600)
    baris = (folder / "dokumen.sha256").read_text().splitlines()[0]
    assert baris.split("  ")[0] == alat.sidik(folder / baris.split("  ")[1])


def test_dipulihkan_di_tempat_baru_pegawai_masuk_dan_membuka_dokumennya(hasil, di_tempat_baru, capsys):
    folder, manifes, _ = hasil
    dokumen, tte = di_tempat_baru
    call_command("pulihkan", str(folder))
    kata = capsys.readouterr().out
    assert f"Pulih: {sum(manifes['tabel'].values())} baris" in kata
    assert sorted(p.name for p in (tte / "p12").iterdir()) == sorted(
        p.name for p in (panggung_demo.folder() / "tte" / "p12").iterdir()
    )
    assert len(list((tte / "akar").iterdir())) > 0
    d = Dosir.objects.filter(pegawai__pengguna__nama_pengguna__in=panggung_demo.kisah().akun.values()).first()
    klien = Client()
    assert klien.post("/masuk/", {"username": d.pegawai.nip, "password": SANDI}).status_code == 302
    jawab = klien.get(reverse("kepegawaian:dosir_download", args=[d.pk]))
    assert jawab.status_code == 200
    assert b"".join(jawab.streaming_content) == (dokumen / d.file.name).read_bytes()
    with pytest.raises(DatabaseError):  # riwayat is append-only there, too
        RiwayatPangkat.objects.update(mkg_tahun=1)

    # A second restore over it is refused; told to, it leaves nothing of what stood there.
    with connection.cursor() as kursor:
        kursor.execute("CREATE TABLE sisa (x int)")
    with pytest.raises(CommandError, match="sudah berisi"):
        call_command("pulihkan", str(folder))
    cadangan.pulihkan(folder, timpa=True, lapor=lambda kalimat: None)
    assert satu("SELECT count(*) FROM pg_tables WHERE tablename = 'sisa'") == 0
    assert satu("SELECT count(*) FROM django_session") == 0  # the session above, and all of the old day


def rusakkan(folder, tmp_path, ubah):
    salinan = tmp_path / "rusak"
    shutil.copytree(folder, salinan)
    ubah(salinan)
    return salinan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (lambda f: (f / "manifes.json").unlink(), "bukan cadangan yang selesai"),
        (
            lambda f: (f / "manifes.json").write_text((f / "manifes.json").read_text().replace("jumlah", "jumlh")),
            "berubah sejak",
        ),
        (lambda f: (f / "basis.dump").write_bytes(b"x"), "tidak utuh"),
        (lambda f: next((f / "dokumen").rglob("*.pdf")).write_bytes(b"x"), "1 berkas hilang atau berubah"),
    ],
    ids=["tanpa manifes", "manifes disunting", "dump rusak", "dokumen rusak"],
)
def test_cadangan_rusak_ditolak_sebelum_apa_pun_disentuh(hasil, di_tempat_baru, tmp_path, ubah, kata):
    with pytest.raises(cadangan.GalatCadangan, match=kata):
        cadangan.pulihkan(rusakkan(hasil[0], tmp_path, ubah), lapor=lambda kalimat: None)
    assert satu("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    assert not di_tempat_baru[0].exists()


def test_cadangan_dari_portal_lebih_baru_ditolak(hasil, di_tempat_baru, monkeypatch):
    from tata_kelola.cadangan import pulih  # noqa: PLC0415 - only here

    asli = pulih.baca_manifes
    monkeypatch.setattr(
        pulih, "baca_manifes", lambda s: (m := asli(s)) and m | {"migrasi": [*m["migrasi"], "layanan.9999_esok"]}
    )
    with pytest.raises(cadangan.GalatCadangan, match=r"lebih baru.*layanan.9999_esok"):
        cadangan.pulihkan(hasil[0], lapor=lambda kalimat: None)


def test_cadangan_berikutnya_menautkan_dokumen_lama_dan_menyebut_yang_hilang(hasil, tmp_path, tmp_path_factory):
    folder, *_ = hasil
    lama = sorted((folder / "dokumen").rglob("*.pdf"))[0]
    nama = lama.relative_to(folder / "dokumen")
    sah = Naskah.objects.exclude(berkas_sah="").order_by("pk").first()
    dua, kata = folder.parent / "dua", []
    asal = settings.MEDIA_ROOT
    dokumen = tmp_path / "dokumen"
    shutil.copytree(asal, dokumen)
    (dokumen / sah.berkas_sah.name).unlink()
    kurang = pytest.raises(cadangan.GalatCadangan, match="1 dokumen yang disebut basis data tidak ada")
    with override_settings(MEDIA_ROOT=str(dokumen), CADANGAN_KUNCI=""), kurang:
        cadangan.buat(dua, lama=folder, lapor=kata.append)
    assert (dua / "dokumen" / nama).stat().st_ino == lama.stat().st_ino
    assert json.loads((dua / "manifes.json").read_text())["dokumen"]["hilang"] == [sah.berkas_sah.name]
    assert any("tidak ikut dicadangkan" in k for k in kata)
    assert not (dua / "tte" / "p12.rahasia").exists()
    with pytest.raises(cadangan.GalatCadangan, match="sudah berisi"):
        cadangan.buat(dua)
