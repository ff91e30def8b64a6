"""Kabupaten rekaan di database: berkasnya masuk tanpa galat, COPY sama dengan impor, salinannya sah."""

import csv
from collections import Counter, defaultdict
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from kepegawaian import impor, nip as aturan_nip
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import kgb_berikut, tambah_bulan
from kepegawaian.bangkit import bangkitkan, langsung, tulis_xlsx
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import BarisImpor, Pegawai, ProfilKini
from kepegawaian.profil import profil, segarkan

PER = date(2026, 11, 24)


def impor_berkas(jalur, *, terapkan):
    with jalur.open("rb") as isi:
        batch = impor.unggah(isi, jalur.name, PER, None)
    batch = impor.baca(batch.pk)
    assert batch.status == "pratinjau", batch.pesan
    return impor.terapkan(batch.pk) if terapkan else batch


def potret():
    """What ProfilKini says of everybody, by NIP."""
    kolom = [f.attname for f in ProfilKini._meta.concrete_fields if f.attname != "pegawai_id"]
    return {r["nip"]: r for r in ProfilKini.objects.values(*kolom)}


@pytest.mark.django_db
@pytest.mark.lambat
def test_berkas_bersih_masuk_tanpa_galat(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    jumlah = 350
    jalur = tulis_xlsx(bangkitkan(jumlah, 5, PER), tmp_path)
    batch = impor_berkas(jalur[0], terapkan=True)
    assert batch.ringkasan["galat"] == 0
    assert batch.ringkasan["referensi"] == 0
    assert batch.ringkasan["selisih"] == 0
    assert ProfilKini.objects.count() == jumlah


@pytest.mark.django_db
def test_csv_terbaca_pengimpor(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    jalur = tulis_xlsx(bangkitkan(25, 5, PER), tmp_path, bentuk="csv")
    for berkas in (jalur[0], next(j for j in jalur if "RW PANGKAT" in j.name)):
        ringkasan = impor_berkas(berkas, terapkan="Data ASN" in berkas.name).ringkasan
        assert ringkasan["galat"] == 0
        assert ringkasan["baru"] + ringkasan["berubah"] + ringkasan["sama"] >= 25


@pytest.mark.django_db
@pytest.mark.lambat
def test_baris_yang_ditolak_impor_tepat_yang_tercatat(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    jalur = tulis_xlsx(bangkitkan(400, 6, PER, 25.0), tmp_path)
    batch = impor_berkas(jalur[0], terapkan=False)
    with jalur[-1].open(encoding="utf-8", newline="") as berkas:
        catatan = list(csv.DictReader(berkas))
    hasil = {(b.lembar, b.nomor): b for b in BarisImpor.objects.filter(batch=batch)}
    for k in catatan:
        galat = hasil[k["LEMBAR"], int(k["BARIS"])].hasil == "galat"
        assert galat == (k["MENOLAK"] == "ya"), k
    salah = {(k["LEMBAR"], int(k["BARIS"])) for k in catatan if k["MENOLAK"] == "ya"}
    lain = {b.nip for kunci, b in hasil.items() if b.hasil == "galat" and kunci not in salah}
    # A person whose main row is refused takes his riwayat rows along.
    assert lain <= {k["NIP"] for k in catatan if k["LEMBAR"] == "Data ASN" and k["MENOLAK"] == "ya"}


@pytest.mark.django_db
@pytest.mark.lambat
def test_langsung_dan_lewat_berkas_memberi_profil_yang_sama(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    jumlah = 320
    jalur = tulis_xlsx(bangkitkan(jumlah, 7, PER), tmp_path)
    lewat_impor, kurang = potret_impor(jalur[0]), {"per"}
    isi_database(jumlah, 7, PER, proses=1)
    lewat_copy = potret()
    assert lewat_copy.keys() == lewat_impor.keys()
    for kunci, satu in lewat_copy.items():
        beda = {
            k: (satu[k], lewat_impor[kunci][k]) for k in satu if k not in kurang and satu[k] != lewat_impor[kunci][k]
        }
        assert beda == {}, kunci


class _Batal(Exception):
    pass


def potret_impor(jalur):
    """The picture after the import, which is then taken back so that the database is empty again."""
    try:
        with transaction.atomic():
            impor_berkas(jalur, terapkan=True)
            segarkan(per=PER)  # the import looks at people as they are today, and a running CLTN grows by the month
            hasil = potret()
            raise _Batal
    except _Batal:
        return hasil


def indeks_riwayat():
    with connection.cursor() as kursor:
        kursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'kepegawaian_riwayat%' ORDER BY 1")
        return kursor.fetchall()


@pytest.mark.django_db
@pytest.mark.lambat
def test_salinan_sql_bernomor_sah_dan_tidak_menduduki_kursi(monkeypatch):
    # From this size on the plain indexes rest while the rows are written.
    monkeypatch.setattr(langsung, "DASAR", 300)
    sebelum = indeks_riwayat()
    isi_database(900, 8, PER, proses=1, dasar=300)
    assert indeks_riwayat() == sebelum
    nip = list(Pegawai.objects.values_list("nip", "tanggal_lahir", "jenis_kelamin"))
    assert len(nip) == len({n for n, *_ in nip}) == 900
    for nomor, lahir, kelamin in nip:
        temuan = aturan_nip.periksa(nomor, hari_ini=PER, tanggal_lahir=lahir, jenis_kelamin=kelamin)
        assert [t for t in temuan if t.berat == aturan_nip.TOLAK] == []
    assert ProfilKini.objects.count() == 900
    kini = ProfilKini.objects.filter(aktif=True, jabatan__unit__isnull=False).values_list("jabatan_id", flat=True)
    assert len(kini) == len(set(kini))


@pytest.mark.django_db
@pytest.mark.lambat
def test_setiap_bulan_ada_kgb_bagi_pns_dan_pppk():
    isi_database(600, 9, PER, proses=1)
    acuan, jatuh, terlambat = acuan_kini(), defaultdict(Counter), []
    for p in profil(per=PER, bagian=("pangkat", "jejak_pangkat", "gaji", "hukuman", "kontrak", "kinerja", "tinggal")):
        if not p.aktif or p.status == "PPPK_PW":
            continue
        kgb = kgb_berikut(p, acuan)
        if kgb and kgb.tmt <= PER:
            terlambat.append(p.nip)
        elif kgb:
            jatuh[p.status][kgb.tmt] += 1
    depan = [tambah_bulan(date(2026, 12, 1), i) for i in range(6)]
    for status in ("PNS", "PPPK"):
        assert all(jatuh[status][t] for t in depan), (status, jatuh[status])
    assert 1 <= len(terlambat) <= 12


@pytest.mark.django_db
def test_perintah_menolak_dengan_satu_kalimat(tmp_path):
    with pytest.raises(CommandError, match="paling sedikit 1"):
        call_command("bangkitkan", jumlah=0, keluaran=str(tmp_path))
    with pytest.raises(CommandError, match="sejak 01-01-2024"):
        call_command("bangkitkan", jumlah=5, keluaran=str(tmp_path), per_tanggal=date(2023, 12, 31))
    call_command("bangkitkan", jumlah=30, keluaran=str(tmp_path), verbosity=0)
    assert (tmp_path / "data-asn.xlsx").exists()
    call_command("bangkitkan", jumlah=40, langsung=True, proses=1, per_tanggal=PER, akun="rahasia-contoh")
    assert Pegawai.objects.filter(pengguna__isnull=False).count() == 40
    with pytest.raises(CommandError, match="sudah berisi pegawai"):
        call_command("bangkitkan", jumlah=40, langsung=True)
