"""Akun: masuk, kunci, aktivasi, kode sekali pakai, sandi baru, slip."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kepegawaian import akun
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Jejak, Pemberitahuan, Pengguna
from tests.pabrik import SANDI, buat_akun, buat_pegawai, tugaskan

BARU = "Kali-Blawi-Surut-81"


@pytest.fixture
def kode(orang):
    """A fresh code of ani."""
    return akun.terbitkan_kode(orang.akun["ani"], acuan=acuan_kini(), pada=timezone.now(), lewat="slip")


def aktifkan(klien, nip, kode, sandi=BARU, ulang=None):
    return klien.post(
        "/aktivasi/", {"nip": nip, "kode": kode, "sandi_baru": sandi, "sandi_ulang": sandi if ulang is None else ulang}
    )


def masukkan(klien, nip, sandi, **lain):
    return klien.post("/masuk/", {"username": nip, "password": sandi, **lain})


def buat_sandi(pengguna, sandi=SANDI):
    pengguna.set_password(sandi)
    pengguna.save()


# --- log in -------------------------------------------------------------------------------------------------------


def test_masuk_dengan_nip_berspasi_dan_tercatat(orang, hasher_produksi):
    buat_sandi(orang.akun["ani"])
    assert orang.akun["ani"].password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    nip, klien = orang.ani.nip, Client()
    jawab = masukkan(klien, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", SANDI)
    assert jawab.status_code == 302
    assert klien.get("/saya/").status_code == 200
    assert Jejak.objects.get(aksi="masuk").oleh_id == orang.akun["ani"].pk


@pytest.mark.parametrize(
    ("tujuan", "ke"),
    [
        ("/saya/riwayat/", "/saya/riwayat/"),
        ("https://jahat.example/", "/"),
        ("//jahat.example", "/"),
        ("javascript:x", "/"),
    ],
)
def test_masuk_hanya_menuju_halaman_portal(orang, tujuan, ke):
    buat_sandi(orang.akun["ani"])
    assert masukkan(Client(), orang.ani.nip, SANDI, next=tujuan).url == ke


def test_gagal_masuk_tidak_membedakan_akun_yang_tidak_ada(orang):
    buat_sandi(orang.akun["ani"])
    salah, tiada = masukkan(Client(), orang.ani.nip, "keliru"), masukkan(Client(), "199901012020011001", "keliru")
    assert salah.context["form"].errors == tiada.context["form"].errors
    catatan = Jejak.objects.get(aksi="masuk_gagal")
    assert (catatan.objek_id, catatan.data) == (orang.akun["ani"].pk, {})


def test_akun_terkunci_sesudah_delapan_kali_salah_dan_terbuka_oleh_sandi_baru(orang):
    buat_sandi(orang.akun["ani"])
    klien = Client()
    status = [masukkan(klien, orang.ani.nip, f"keliru{n}").status_code for n in range(8)]
    assert status[:7] == [200] * 7
    assert status[7] == 429
    assert masukkan(klien, orang.ani.nip, SANDI).status_code == 429
    kode = akun.terbitkan_kode(orang.akun["ani"], acuan=acuan_kini(), pada=timezone.now(), lewat="slip")
    assert aktifkan(klien, orang.ani.nip, kode).status_code == 302
    assert masukkan(klien, orang.ani.nip, BARU).status_code == 302


def test_akun_tertutup_dan_yang_tanpa_peran_tidak_masuk(orang):
    buat_sandi(orang.akun["ani"])
    Pengguna.objects.filter(pk=orang.akun["ani"].pk).update(is_active=False)
    assert "tidak cocok" in masukkan(Client(), orang.ani.nip, SANDI).content.decode()
    lama = buat_pegawai(nama="LAMA", kedudukan="99", tmt_kedudukan=date.today() - timedelta(days=91))
    buat_akun(lama, sandi=SANDI)
    jawab = masukkan(Client(), lama.nip, SANDI)
    assert "sudah ditutup" in jawab.content.decode()
    assert Client().get("/saya/").url.startswith("/masuk/?next=")


def test_keluar_hanya_dengan_post(orang):
    ani = orang.masuk("ani")
    assert ani.get("/keluar/").status_code == 405
    assert ani.post("/keluar/").status_code == 302
    assert ani.get("/saya/").status_code == 302
    assert Jejak.objects.filter(aksi="keluar").count() == 1


# --- the code -----------------------------------------------------------------------------------------------------


def test_aktivasi_dengan_kode_lalu_masuk_dan_kode_tidak_berlaku_lagi(orang, kode):
    klien = Client()
    assert aktifkan(klien, orang.ani.nip, f" {kode[:4].lower()}-{kode[4:]} ").status_code == 302
    assert masukkan(klien, orang.ani.nip, BARU).status_code == 302
    assert aktifkan(Client(), orang.ani.nip, kode, "Sandi-Lain-Lagi-9").status_code == 200
    assert Jejak.objects.filter(aksi="akun_aktivasi", objek_id=orang.akun["ani"].pk).count() == 1


def test_kode_hanya_tersimpan_sebagai_sidik_dan_tidak_di_jejak(orang, kode):
    pengguna = orang.akun["ani"]
    pengguna.refresh_from_db()
    assert len(kode) == 8
    assert set(kode) <= set(akun.ABJAD)
    assert re.fullmatch("[0-9a-f]{64}", pengguna.kode_hash)
    assert kode not in str(list(Jejak.objects.values()))


def test_kode_lewat_waktu_ditolak_tepat_sesudah_batasnya(orang, kode):
    pengguna = Pengguna.objects.get(pk=orang.akun["ani"].pk)
    batas, acuan = pengguna.kode_sampai, acuan_kini()
    assert batas - timezone.now() < timedelta(hours=acuan.setelan("akun_kode_berlaku_jam", date.today()))
    lewat = batas + timedelta(seconds=1)
    assert akun.pasang_sandi(orang.ani.nip, kode, BARU, acuan=acuan, pada=lewat) is None
    assert akun.pasang_sandi(orang.ani.nip, kode, BARU, acuan=acuan, pada=batas) == pengguna


def test_kode_hangus_sesudah_lima_kali_salah(orang, kode):
    for _ in range(4):
        aktifkan(Client(), orang.ani.nip, "AAAAAAAA")
    assert Pengguna.objects.get(pk=orang.akun["ani"].pk).kode_hash
    aktifkan(Client(), orang.ani.nip, "AAAAAAAA")
    assert Pengguna.objects.get(pk=orang.akun["ani"].pk).kode_hash == ""
    assert aktifkan(Client(), orang.ani.nip, kode).status_code == 200


def test_kode_orang_lain_dan_nip_yang_tidak_ada_mendapat_jawaban_yang_sama(orang, kode):
    lain = aktifkan(Client(), orang.eko.nip, kode).context["form"].errors
    tiada = aktifkan(Client(), "199901012020011001", kode).context["form"].errors
    assert lain == tiada
    assert "kode" in lain


@pytest.mark.parametrize(
    ("sandi", "sebab"),
    [("pendek1", "12"), ("1986051700", "angka"), ("x19860517x1", "tanggal lahir"), ("x17051986yz", "tanggal lahir")],
)
def test_sandi_lemah_ditolak_tanpa_menghanguskan_kode(orang, kode, sandi, sebab):
    jawab = aktifkan(Client(), orang.ani.nip, kode, sandi)
    assert sebab in str(jawab.context["form"].errors["sandi_baru"])
    assert aktifkan(Client(), orang.ani.nip, kode).status_code == 302


def test_dua_sandi_yang_berbeda_ditolak_dan_nip_tetap_terketik(orang, kode):
    jawab = aktifkan(Client(), orang.ani.nip, kode, ulang="lain")
    assert "tidak sama" in jawab.content.decode()
    assert f'value="{orang.ani.nip}"' in jawab.content.decode()
    assert BARU not in jawab.content.decode()


def test_terlalu_banyak_percobaan_kode_ditahan(orang):
    for _ in range(12):
        aktifkan(Client(), orang.ani.nip, "AAAAAAAA")
    kode = akun.terbitkan_kode(orang.akun["ani"], acuan=acuan_kini(), pada=timezone.now(), lewat="slip")
    jawab = aktifkan(Client(), orang.ani.nip, kode)
    assert "Terlalu banyak percobaan" in jawab.content.decode()


# --- forgotten ----------------------------------------------------------------------------------------------------


def test_lupa_sandi_mengirim_kode_ke_surel_tercatat(orang, tugas_langsung):
    assert Client().post("/lupa-sandi/", {"nip": orang.ani.nip}).url == "/aktivasi/"
    surat = mail.outbox[0]
    assert surat.to == ["ani@contoh.id"]
    kode = re.search(r"\b([2-9A-Z]{4}-[2-9A-Z]{4})\b", surat.body)[1]
    assert aktifkan(Client(), orang.ani.nip, kode).status_code == 302


def test_lupa_sandi_menjawab_sama_bagi_siapa_pun(orang, tugas_langsung):
    tanpa_surel = orang.citra
    jawab = []
    for nip in (orang.ani.nip, "199901012020011001", tanpa_surel.nip):
        klien = Client()
        jawab.append(klien.post("/lupa-sandi/", {"nip": nip}, follow=True).content.decode().split("<main")[1])
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    assert len({token.sub("", j) for j in jawab}) == 1
    assert [s.to for s in mail.outbox] == [["ani@contoh.id"]]


def test_lupa_sandi_dibatasi_tiap_nip(orang, tugas_langsung):
    for _ in range(6):
        Client().post("/lupa-sandi/", {"nip": orang.ani.nip})
    assert len(mail.outbox) == 4


def test_sandi_baru_mengakhiri_sesi_lain(orang):
    buat_sandi(orang.akun["ani"])
    hp, kantor = Client(), Client()
    masukkan(hp, orang.ani.nip, SANDI)
    masukkan(kantor, orang.ani.nip, SANDI)
    salah = kantor.post("/ganti-sandi/", {"sandi_lama": "bukan", "sandi_baru": BARU, "sandi_ulang": BARU})
    assert "tidak cocok" in salah.content.decode()
    isi = {"sandi_lama": SANDI, "sandi_baru": BARU, "sandi_ulang": BARU}
    assert kantor.post("/ganti-sandi/", isi).status_code == 302
    assert kantor.get("/saya/").status_code == 200
    assert hp.get("/saya/").status_code == 302


# --- slips --------------------------------------------------------------------------------------------------------


def test_operator_mencetak_slip_bagi_pegawainya_saja(orang):
    budi = orang.masuk("budi")
    assert budi.get(f"/pegawai/{orang.ani.nip}/kode/").status_code == 405
    isi = budi.post(f"/pegawai/{orang.ani.nip}/kode/").content.decode()
    kode = re.search(r"\b([2-9A-Z]{4}-[2-9A-Z]{4})\b", isi)[1]
    assert budi.post(f"/pegawai/{orang.eko.nip}/kode/").status_code == 404
    assert orang.masuk("ani").post(f"/pegawai/{orang.ani.nip}/kode/").status_code == 403
    catatan = Jejak.objects.get(aksi="akun_kode")
    assert (catatan.oleh_id, catatan.pegawai_id, catatan.data) == (
        orang.akun["budi"].pk,
        orang.ani.pk,
        {"lewat": "slip"},
    )
    assert aktifkan(Client(), orang.ani.nip, kode).status_code == 302


def test_slip_tidak_diterbitkan_bagi_wewenang_yang_lebih_luas(orang):
    budi = orang.masuk("budi")
    assert budi.post(f"/pegawai/{orang.dewi.nip}/kode/").status_code == 302
    assert budi.post(f"/pegawai/{orang.budi.nip}/kode/").status_code == 302
    assert not Jejak.objects.filter(aksi="akun_kode").exists()
    assert orang.masuk("citra").post(f"/pegawai/{orang.dewi.nip}/kode/").status_code == 200


def test_pemilik_akun_aktif_diberi_tahu_ketika_slipnya_dicetak(orang):
    buat_sandi(orang.akun["ani"])
    orang.masuk("budi").post(f"/pegawai/{orang.ani.nip}/kode/")
    assert Pemberitahuan.objects.get().pengguna_id == orang.akun["ani"].pk


def test_slip_banyak_hanya_bagi_yang_belum_aktif_di_unitnya(orang):
    buat_sandi(orang.akun["fajar"])
    budi = orang.masuk("budi")
    daftar = {p.nip for p in budi.get("/akun/slip/").context["potongan"]}
    assert daftar == {orang.ani.nip, orang.budi.nip, orang.dewi.nip}
    jawab = budi.post("/akun/slip/", {"id": [orang.ani.nip, orang.dewi.nip, orang.eko.nip]})
    assert [s["akun"].nama_pengguna for s in jawab.context["slip"]] == [orang.ani.nip]
    assert [a.nama_pengguna for a in jawab.context["ditolak"]] == [orang.dewi.nip]
    assert orang.masuk("fajar").get("/akun/slip/").status_code == 403


PENCETAK = [
    ("budi", "ani", True), ("budi", "fajar", True), ("budi", "dewi", False), ("budi", "budi", False),
    ("dewi", "budi", True), ("dewi", "dewi", False), ("citra", "budi", True), ("citra", "dewi", True),
    ("citra", "citra", False), ("citra", "gita", False), ("gita", "citra", True), ("gita", "gita", False),
    ("fajar", "ani", False), ("ani", "eko", False),
]  # fmt: skip


@pytest.mark.parametrize(("pencetak", "sasaran", "boleh"), PENCETAK)
def test_siapa_boleh_menerbitkan_kode_bagi_siapa(orang, pencetak, sasaran, boleh):
    def hak(nama):
        return hitung_hak(orang.akun[nama], per=date.today(), acuan=acuan_kini())

    assert akun.boleh_terbitkan(hak(pencetak), hak(sasaran)) is boleh


# --- the admin ----------------------------------------------------------------------------------------------------


def test_admin_menutup_akun_dan_pemiliknya_keluar_pada_permintaan_berikut(orang):
    ani, gita, pk = orang.masuk("ani"), orang.masuk("gita"), orang.akun["ani"].pk
    assert ani.get("/saya/").status_code == 200
    assert gita.get(f"/akun/{pk}/tutup/").status_code == 405
    gita.post(f"/akun/{pk}/tutup/")
    assert ani.get("/saya/").url.startswith("/masuk/")
    gita.post(f"/akun/{pk}/buka/")
    assert [j.aksi for j in Jejak.objects.filter(objek_id=pk, aksi__startswith="akun_").order_by("id")] == [
        "akun_tutup",
        "akun_buka",
    ]


def test_hanya_admin_mengelola_akun_dan_bukan_akunnya_sendiri(orang):
    for nama in ("ani", "budi", "citra", "dewi"):
        assert orang.masuk(nama).get("/akun/").status_code == 403
        assert orang.masuk(nama).post(f"/akun/{orang.akun['eko'].pk}/tutup/").status_code == 403
    gita, sendiri = orang.masuk("gita"), orang.akun["gita"].pk
    gita.post(f"/akun/{sendiri}/tutup/")
    gita.post(
        f"/akun/{sendiri}/penugasan/", {"peran": "staf_bkd", "unit": "SUB12", "sejak": "2026-01-01", "dasar": "x"}
    )
    assert Pengguna.objects.get(pk=sendiri).is_active
    assert list(orang.akun["gita"].penugasan.values_list("peran", flat=True)) == ["admin"]


def test_tugas_dicatat_dan_diakhiri_dengan_dasarnya(orang):
    gita, pk = orang.masuk("gita"), orang.akun["eko"].pk
    isi = {"peran": "operator_opd", "unit": "", "sejak": "2026-01-01", "dasar": "800/7/2026"}
    kosong = gita.post(f"/akun/{pk}/penugasan/", isi)
    assert kosong.status_code == 422
    assert "memerlukan unit kerja" in kosong.content.decode()
    assert 'value="800/7/2026"' in kosong.content.decode()
    assert gita.post(f"/akun/{pk}/penugasan/", isi | {"unit": "DINKES"}).status_code == 302
    eko = orang.masuk("eko")
    assert eko.get("/pegawai/").status_code == 200
    tugas = orang.akun["eko"].penugasan.get()
    assert gita.get(f"/penugasan/{tugas.pk}/akhiri/").status_code == 200
    gita.post(f"/penugasan/{tugas.pk}/akhiri/", {"sampai": (date.today() - timedelta(days=1)).isoformat()})
    assert eko.get("/pegawai/").status_code == 403
    assert Jejak.objects.filter(aksi="penugasan_ubah", objek_id=tugas.pk).count() == 2


def test_daftar_akun_disaring_dan_tetap_murah(orang, django_assert_max_num_queries):
    gita = orang.masuk("gita")
    buat_sandi(orang.akun["ani"])
    tugaskan(orang.akun["eko"], "operator_opd", "DINKES")

    def nama(saringan):
        return {a.nama_pengguna for a in gita.get(f"/akun/?{saringan}").context["potongan"]}

    assert nama("keadaan=aktif") == {orang.ani.nip}
    assert nama("q=eko") == {orang.eko.nip}
    assert nama("tugas=on") == {orang.eko.nip, orang.budi.nip, "admin"}
    with django_assert_max_num_queries(12):
        gita.get("/akun/")


def test_kode_yang_dikirim_memakai_jam_setelan(orang):
    pada = timezone.make_aware(datetime(2026, 11, 1, 10))
    akun.terbitkan_kode(orang.akun["ani"], acuan=acuan_kini(), pada=pada, lewat="slip")
    assert Pengguna.objects.get(pk=orang.akun["ani"].pk).kode_sampai == pada + timedelta(hours=24)
