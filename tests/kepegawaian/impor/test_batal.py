"""Pembatalan: tidak menghapus, mengembalikan yang lama, dan menyebut nama siapa yang tertahan."""

from datetime import date

import pytest

from kepegawaian import impor, profil, tasks
from kepegawaian.impor.pembatalan import PENGHALANG
from kepegawaian.models import (
    JENIS_RIWAYAT,
    BatchImpor,
    Jejak,
    Pegawai,
    Pengguna,
    ProfilKini,
    RiwayatPangkat,
    SelisihSiasn,
    UnitKerja,
)
from tests.kepegawaian.impor.conftest import ANI, NIP, galat, orang, riwayat, siasn, terapkan
from tests.pabrik import buat_akun, buat_pegawai

pytestmark = pytest.mark.django_db
UBAH = ANI | {
    "NOMOR HP": "0899",
    "AGAMA ID": "2",
    "KPKN ID": "K1",
    "GELAR BELAKANG": "S.E., M.M.",
    "MK TAHUN": "5",
    "UNOR NAMA": "Dinas Kesehatan",
}


def isi_semua():
    """Everything in force, by kind: what an undo must bring back."""
    return {
        kunci: sorted(
            model.objects.filter(dibatalkan_pada__isnull=True).values_list(
                "pegawai__nip",
                "tmt",
                "batch",
                *(f.attname for f in model._meta.local_fields if f.name in ("nama", "mkg_tahun")),
            ),
            key=str,
        )
        for kunci, model in JENIS_RIWAYAT.items()
    }


def test_membatalkan_mengembalikan_riwayat_kolom_dan_profil():
    terapkan(siasn([ANI]))
    sebelum, pegawai = isi_semua(), Pegawai.objects.values().get()
    kini = ProfilKini.objects.values().get()
    batch = terapkan(siasn([UBAH, orang(2)]))
    assert isi_semua() != sebelum
    jumlah = {k: m.objects.count() for k, m in JENIS_RIWAYAT.items()}
    batch = impor.batalkan(batch.pk, None)
    assert batch.status == "dibatalkan"
    assert isi_semua() == sebelum
    assert Pegawai.objects.values().get(nip=NIP) == pegawai
    assert ProfilKini.objects.values().get() == kini
    assert all(m.objects.count() >= jumlah[k] for k, m in JENIS_RIWAYAT.items())
    batal = batch.ringkasan["batal"]
    assert (batal["tetap"], batal["kolom"], batal["kolom_tetap"], batal["ditulis_kembali"]) == ([], 3, [], 1)


def test_baris_batal_menyebut_sebab_dan_pelakunya():
    citra = buat_akun(buat_pegawai(nama="Citra", lahir=date(1980, 1, 1)))
    batch = terapkan(siasn([ANI]))
    impor.batalkan(batch.pk, citra, "10.0.0.7")
    baris = RiwayatPangkat.objects.filter(pegawai__nip=NIP).first()
    assert (baris.dibatalkan_sebab, baris.dibatalkan_oleh_id) == (f"Impor {batch.pk} dibatalkan", citra.pk)
    jejak = Jejak.objects.filter(aksi="impor_batal").get()
    assert (jejak.oleh_id, jejak.dari) == (citra.pk, f"10.0.0.7 batal impor {batch.pk}")


def test_pegawai_yang_hanya_dibuat_batch_itu_hilang_dari_daftar_tetapi_tidak_dihapus():
    batch = terapkan(siasn([ANI]))
    impor.batalkan(batch.pk, None)
    assert Pegawai.objects.filter(nip=NIP).exists()
    assert all(riwayat(k) == [] for k in JENIS_RIWAYAT)
    assert not ProfilKini.objects.exists()
    assert not Pengguna.objects.get(nama_pengguna=NIP).is_active
    profil.segarkan(per=date.today())
    tasks.segarkan_semua()
    assert not ProfilKini.objects.exists()


def test_pegawai_yang_dibatalkan_dapat_diimpor_kembali_dan_dibatalkan_lagi():
    impor.batalkan(terapkan(siasn([ANI])).pk, None)
    batch = terapkan(siasn([ANI | {"NOMOR HP": "0899"}]))
    assert batch.ringkasan["baru"] == 1
    assert ProfilKini.objects.get().nama == "ANI LESTARI"
    assert Pengguna.objects.get(nama_pengguna=NIP).is_active
    assert Pegawai.objects.get().nomor_hp == "0899"
    impor.batalkan(batch.pk, None)
    assert not ProfilKini.objects.exists()


def test_akun_yang_ditutup_admin_tidak_dibuka_impor():
    terapkan(siasn([ANI]))
    Pengguna.objects.update(is_active=False)
    terapkan(siasn([UBAH]))
    assert not Pengguna.objects.get(nama_pengguna=NIP).is_active


def test_yang_sudah_menjadi_dasar_naskah_tetap_dan_disebut_namanya(bernaskah):
    batch = terapkan(siasn([ANI, orang(2)]))
    ani = Pegawai.objects.get(nip=NIP)
    baris = bernaskah(ani, "pangkat", date(2026, 10, 1), golongan_id="III/c", mkg_tahun=11, mkg_bulan=1)
    naskah = baris.naskah_pegawai.naskah
    type(naskah).objects.filter(pk=naskah.pk).update(dibuat_pada=batch.diterapkan_pada)
    batch = impor.batalkan(batch.pk, None)
    (tetap,) = batch.ringkasan["batal"]["tetap"]
    assert (tetap["nip"], tetap["nama"]) == (NIP, "ANI LESTARI, S.E.")
    assert "821.2/7/2026" in tetap["sebab"]
    assert len(riwayat("pangkat")) == 3
    assert riwayat("pangkat", orang(2)["NIP BARU"]) == []


def test_naskah_sebelum_batch_tidak_menghalangi(bernaskah):
    terapkan(siasn([ANI]))
    baris = bernaskah(
        Pegawai.objects.get(nip=NIP), "pangkat", date(2026, 4, 1), golongan_id="III/c", mkg_tahun=11, mkg_bulan=1
    )
    batch = terapkan(siasn([UBAH]))
    batch = impor.batalkan(batch.pk, None)
    assert batch.ringkasan["batal"]["tetap"] == []
    assert Pegawai.objects.get(nip=NIP).nomor_hp == "081234567890"
    baris.refresh_from_db()
    assert baris.dibatalkan_pada is None


def test_penghalang_dari_luar_menahan_orangnya():
    batch = terapkan(siasn([ANI, orang(2)]))
    ani = Pegawai.objects.get(nip=NIP)
    PENGHALANG.append(lambda b, ids: {ani.pk: "usulan KP sedang berjalan"} if ani.pk in ids else {})
    try:
        batch = impor.batalkan(batch.pk, None)
    finally:
        PENGHALANG.pop()
    assert batch.ringkasan["batal"]["tetap"] == [
        {"nip": NIP, "nama": "ANI LESTARI, S.E.", "sebab": "usulan KP sedang berjalan"}
    ]
    assert len(riwayat("pangkat")) == 2


def test_kolom_yang_sudah_diubah_orang_lain_tidak_dikembalikan():
    terapkan(siasn([ANI]))
    batch = terapkan(siasn([UBAH]))
    Pegawai.objects.update(nomor_hp="0855")
    batch = impor.batalkan(batch.pk, None)
    p = Pegawai.objects.get()
    assert (p.nomor_hp, p.agama_id, p.tambahan) == ("0855", "1", {})
    assert batch.ringkasan["batal"]["kolom_tetap"] == [{"nip": NIP, "kolom": "NOMOR HP"}]


def test_batch_lama_dibatalkan_setelah_batch_baru_tidak_mengusik_yang_baru():
    satu = terapkan(siasn([ANI]))
    dua = terapkan(siasn([UBAH]))
    impor.batalkan(satu.pk, None)
    assert riwayat("pangkat", NIP, "mkg_tahun") == [("2019-04-01", 5)]
    impor.batalkan(dua.pk, None)
    assert riwayat("pangkat") == []
    assert not ProfilKini.objects.exists()


def test_selisih_batch_itu_ikut_pergi(bernaskah):
    terapkan(siasn([ANI]))
    dinkes = UnitKerja.objects.get(nama="Dinas Kesehatan")
    bernaskah(Pegawai.objects.get(nip=NIP), "unit", date(2026, 5, 1), unit=dinkes)
    batch = terapkan(siasn([ANI | {"NOMOR HP": "0899"}]))
    assert SelisihSiasn.objects.count() == 1
    impor.batalkan(batch.pk, None)
    assert not SelisihSiasn.objects.exists()


def test_hanya_batch_yang_diterapkan_dapat_dibatalkan_dan_hanya_sekali():
    batch = terapkan(siasn([ANI]))
    impor.batalkan(batch.pk, None)
    with pytest.raises(impor.PembatalanDitolak, match="dibatalkan, bukan diterapkan"):
        impor.batalkan(batch.pk, None)
    tasks.batalkan_batch(batch.pk)
    assert BatchImpor.objects.get(pk=batch.pk).status == "dibatalkan"


def test_riwayat_lama_yang_kini_bertumpang_menolak_pembatalan_dengan_sebabnya():
    kontrak = {"NIP": NIP, "TMT KONTRAK": "01-01-2024", "SAMPAI": "31-12-2028"}
    terapkan(siasn([ANI], RW_KONTRAK=[kontrak]))
    dua = terapkan(siasn(RW_KONTRAK=[kontrak | {"SAMPAI": "31-12-2024"}]))
    terapkan(siasn(RW_KONTRAK=[kontrak | {"TMT KONTRAK": "01-01-2025"}]))
    with pytest.raises(impor.PembatalanDitolak, match="batalkan batch yang lebih baru dahulu"):
        impor.batalkan(dua.pk, None)
    assert BatchImpor.objects.get(pk=dua.pk).status == "diterapkan"
    assert len(riwayat("kontrak")) == 2


def test_galat_tidak_ikut_dibatalkan():
    batch = terapkan(siasn([ANI, orang(2, NAMA="")]))
    assert len(galat(batch)) == 1
    assert impor.batalkan(batch.pk, None).status == "dibatalkan"
