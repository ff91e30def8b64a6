"""Hukum sebagai kasus: every case of ``tests/kasus/*.yaml`` holds; the runner is strict and tells what differs."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kepegawaian.acuan import acuan_kini
from layanan import katalog
from layanan.profil_kasus import KasusSalah
from layanan.uji_kasus import Kasus, baca, jalankan, susun_konteks

FOLDER = Path(__file__).parent / "kasus"
BERKAS = sorted(FOLDER.glob("*.yaml"))
KASUS = [k for b in BERKAS for k in baca(b)]
LAYANAN = {"layanan": "kp-reguler", "profil": {"status": "CPNS"}, "isian": {"tmt": "2026-12-01"}}


@pytest.fixture(scope="module")
def acuan(django_db_setup, django_db_blocker):
    """The tables as they are shipped, read once: a case asks the database nothing."""
    with django_db_blocker.unblock():
        return acuan_kini()


@pytest.mark.parametrize("kasus", KASUS, ids=lambda k: f"{k.berkas}:{k.id}")
def test_kasus(kasus, acuan):
    putusan = jalankan(kasus, acuan)
    assert putusan.lulus, "\n".join(putusan.beda)


def test_id_kasus_tidak_berulang_di_semua_berkas():
    id_ = [k.id for k in KASUS]
    assert sorted({i for i in id_ if id_.count(i) > 1}) == []


def test_tiap_kasus_menyebut_sumber_dan_keyakinan():
    assert [k.id for k in KASUS if not k.isi.get("sumber") or not k.isi.get("keyakinan")] == []


@pytest.mark.django_db
def test_tiap_syarat_punya_kasus_terpenuhi_dan_tidak():
    """One eligible and one ineligible case per condition, as gaya.md §9 asks."""
    jawaban = {}
    for kasus in KASUS:
        if "layanan" in kasus.isi:
            layanan, konteks = susun_konteks(kasus.isi, acuan_kini())
            for syarat, hasil in layanan.periksa(konteks):
                jawaban.setdefault(syarat.kode, set()).add(hasil.jawaban)
    kurang = {
        s.kode: {katalog.YA, katalog.TIDAK} - jawaban.get(s.kode, set())
        for layanan in katalog.semua()
        for s in layanan.syarat
    }
    assert {k: v for k, v in kurang.items() if v} == {}


# Rules that never ask a person: what is not recorded is not there, or the shipped table has no gap.
TANPA_RAGU = {
    "KP-I04": "tanda lulus yang tidak tercatat tidak ada",
    "KP-P04": "hukuman yang tidak tercatat tidak ada",
    "KP-U02": "tabel periode tidak berlubang sejak 2000",
    "KP-U05": "hasil kinerja yang tidak tercatat tidak ada",
    "CBT-01": "menyebut naskahnya sendiri", "CBT-02": "menyebut naskahnya sendiri", "CBT-03": "menyebut naskahnya sendiri",
    "CBT-06": "menyebut naskahnya sendiri",
}  # fmt: skip


@pytest.mark.django_db
def test_tiap_syarat_punya_kasus_perlu_diperiksa():
    """A fact the portal may lack is asked of a person, never taken for granted (T-18); each such rule shows when."""
    jawaban = {}
    for kasus in KASUS:
        if "layanan" in kasus.isi:
            layanan, konteks = susun_konteks(kasus.isi, acuan_kini())
            for syarat, hasil in layanan.periksa(konteks):
                jawaban.setdefault(syarat.kode, set()).add(hasil.jawaban)
    assert {k for k, v in jawaban.items() if katalog.PERIKSA not in v} == set(TANPA_RAGU)


def _beda(isi):
    return jalankan(Kasus("uji.yaml", 1, isi), acuan_kini()).beda


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"harapan": {}}, "layanan atau fungsi"),
        ({**LAYANAN, "fungsi": "gaji", "harapan": {}}, "layanan atau fungsi"),
        ({**LAYANAN}, "harapan tidak ada"),
        ({**LAYANAN, "harapan": {}, "hasil": 1}, "kunci tidak dikenal: hasil"),
        ({**LAYANAN, "harapan": {"layak": True}}, "harapan layanan hanya boleh berisi"),
        ({**LAYANAN, "harapan": {"gagal": ["KP-X99"]}}, "kode syarat tidak dikenal"),
        ({**LAYANAN, "layanan": "kp", "harapan": {}}, "layanan 'kp' tidak dikenal"),
        ({**LAYANAN, "profil": {"gol": "III/a"}, "harapan": {}}, "profil tidak mengenal: gol"),
        ({**LAYANAN, "profil": {"golongan": "V/a"}, "harapan": {}}, "golongan 'V/a' tidak dikenal"),
        ({**LAYANAN, "profil": {"kinerja": [{"tahun": 2025}]}, "harapan": {}}, "kurang ['predikat']"),
        ({**LAYANAN, "profil": {"tmt_pangkat": "1 Mei"}, "harapan": {}}, "bukan tanggal"),
        ({**LAYANAN, "isian": {"tmt": "2026-12-01", "pangkat": 1}, "harapan": {}}, "isian tidak dikenal: pangkat"),
        ({**LAYANAN, "isian": {}, "harapan": {}}, "tanggal tidak ada"),
        ({"fungsi": "gajih", "masukan": {}, "harapan": 1}, "fungsi 'gajih' tidak dikenal"),
        ({"fungsi": "bulan_antara", "masukan": {"dari": "2026-01-01"}, "harapan": 1}, "salah tulis: masukan"),
        (
            {
                "fungsi": "bulan_antara",
                "masukan": {"dari": "2026-01-01", "sampai": "2026-02-01", "x": 1},
                "harapan": 1,
            },
            "salah tulis: masukan",
        ),
        ({**LAYANAN, "setelan": {"kp_tahun": 1}, "harapan": {}}, "setelan tidak dikenal"),
    ],
)
@pytest.mark.django_db
def test_kasus_yang_salah_tulis_disebut_salahnya(isi, pesan):
    assert any(pesan in b for b in _beda(isi)), _beda(isi)


@pytest.mark.django_db
def test_harapan_yang_keliru_gagal_dengan_sebabnya():
    assert _beda({**LAYANAN, "harapan": {"boleh": True}})[0].startswith("boleh: diharapkan True, hasilnya False")
    isi = {"fungsi": "gaji", "masukan": {"golongan": "III/a", "mkg_tahun": 0, "tanggal": "2026-01-01"}}
    assert _beda({**isi, "harapan": {"gaji_pokok": 1}}) == ["gaji_pokok: diharapkan 1, hasilnya 2785700"]
    assert _beda({**isi, "harapan": {"tidak_ada": 1}}) == ["tidak_ada: tidak dihasilkan"]


def test_kunci_yang_tertulis_dua_kali_ditolak(tmp_path):
    berkas = tmp_path / "ganda.yaml"
    berkas.write_text("- {id: A, fungsi: gaji, fungsi: mkg, harapan: 1}\n", encoding="utf-8")
    with pytest.raises(KasusSalah, match="tertulis dua kali"):
        baca(berkas)


def test_id_ganda_dan_isi_yang_bukan_daftar_ditolak(tmp_path):
    for teks in ("- {id: A}\n- {id: A}\n", "hanya teks\n", "- satu\n", "[tidak: tutup"):
        berkas = tmp_path / "salah.yaml"
        berkas.write_text(teks, encoding="utf-8")
        with pytest.raises(KasusSalah, match=r"salah\.yaml"):
            baca(berkas)


@pytest.mark.django_db
def test_perintah_mencetak_tabel_dan_keluar_satu_bila_gagal(tmp_path, capsys):
    berkas = tmp_path / "satu.yaml"
    isi = "masukan: {golongan: III/a, mkg_tahun: 0, tanggal: 2026-01-01}"
    baik = f"- {{id: B1, judul: cocok, fungsi: gaji, {isi}, harapan: {{gaji_pokok: 2785700}}}}\n"
    berkas.write_text(baik, encoding="utf-8")
    call_command("uji_kasus", str(berkas))
    assert "1 kasus: 1 lulus, 0 gagal." in capsys.readouterr().out
    berkas.write_text(baik + baik.replace("B1", "B2").replace("2785700", "1"), encoding="utf-8")
    with pytest.raises(SystemExit) as keluar:
        call_command("uji_kasus", str(berkas))
    assert keluar.value.code == 1
    keluaran = capsys.readouterr().out
    assert "GAGAL  gaji_pokok: diharapkan 1, hasilnya 2785700" in keluaran
    assert "2 kasus: 1 lulus, 1 gagal." in keluaran


@pytest.mark.django_db
def test_perintah_tanpa_berkas_atau_berkas_hilang_ditolak(tmp_path):
    with pytest.raises(CommandError, match="berkas kasus"):
        call_command("uji_kasus")
    with pytest.raises(CommandError, match=r"tiada\.yaml"):
        call_command("uji_kasus", str(tmp_path / "tiada.yaml"))


@pytest.mark.django_db
def test_daftar_menyebut_semua_fungsi_layanan_dan_syarat(capsys):
    call_command("uji_kasus", "--daftar")
    keluaran = capsys.readouterr().out
    for nama in katalog.fungsi_terdaftar():
        assert f"\n  {nama}\n" in keluaran
    for layanan in katalog.semua():
        assert f"  {layanan.slug}: {layanan.nama}" in keluaran
        for s in layanan.syarat:
            assert f"    {s.kode}: {s.uraian}" in keluaran
    assert "    kinerja: daftar {tahun, predikat, nilai, id} atau {tahun: predikat}" in keluaran
