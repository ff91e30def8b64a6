"""Dari hasil seleksi sampai PNS: beku, pemberkasan, NIP, SK CPNS dan gajinya, akun yang beralih, SK PNS, sumpah; dan PPPK."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import gaji_dibayar, tambah_bulan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import (
    Dosir,
    Naskah,
    Pegawai,
    Pengguna,
    ProfilKini,
    RiwayatGaji,
    RiwayatIkatan,
    RiwayatJabatan,
    RiwayatKontrak,
)
from kepegawaian.profil import profil_satu, segarkan
from layanan import alur
from layanan.models import NaskahUsulan, Usulan
from pengadaan.models import HasilSeleksi, Pelamar
from pengadaan.seleksi import cpns, hasil, pemberkasan, pengganti, perbuatan, usul
from pengadaan.seleksi.galat import DitolakSeleksi
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import tambah
from tests.pengadaan import seleksi_orang as alat
from tests.pengadaan.seleksi_orang import (
    KINI,
    baris_pelamar,
    buat_formasi,
    buat_seleksi,
    impor_berkas,
    lengkapi_berkas,
    nip_untuk,
    pelaku,
    pemegang,
    sampai_hasil,
    sampai_lengkap,
    sampai_nip,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def k(db):
    return alat.kantor()


def segar(u):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=u.pk)


def jalankan(k, u, jawab=None, sampai=None):
    """Presses the button of every step until ``sampai`` waits or the usulan ends; ``jawab``: {kode: answers}."""
    u = segar(u)
    while u.status == "diproses" and u.langkah_kini.kode != sampai:
        kode, aksi, oleh = u.langkah_kini.kode, u.langkah_kini.aksi, pemegang(k, u)
        if aksi == "tetapkan":
            alur.tetapkan(u, oleh=oleh, versi=u.versi_baris)
            Naskah.objects.filter(usulan__usulan=u, tahap="menunggu_cetak").update(tahap="tercetak")
        elif aksi == "tanda_tangan":
            alur.sahkan(u, oleh=oleh, versi=u.versi_baris, file=pdf())
        else:
            periksa = {h["kode"]: "Sudah dilihat." for h in u.hasil_syarat}
            alur.setujui(u, oleh=oleh, versi=u.versi_baris, periksa=periksa, data=(jawab or {}).get(kode))
        u = segar(u)
    return u


# ── result ───────────────────────────────────────────────────────────────────────────────────────────


def test_hasil_dibekukan_dan_dihitung_ulang_sama(k):
    s = sampai_hasil(k, banyak=4)
    kode = {h.pelamar.nomor_peserta[-1]: (h.kode, h.peringkat) for h in HasilSeleksi.objects.select_related("pelamar")}
    assert kode == {"1": ("lulus", 1), "2": ("tidak", 2), "3": ("tidak", 3), "4": ("tidak_skb", None)}
    # 99+120+190 = 409; 409/550*40 = 29,7454…; 89*0,6 = 53,4
    assert str(HasilSeleksi.objects.get(kode="lulus").akhir) == "83.145"
    dihitung, masalah = hasil.hitung(s, acuan_kini())
    assert masalah == []
    assert {p.nomor_peserta: x.kode for p, x in dihitung} == {
        h.pelamar.nomor_peserta: h.kode for h in HasilSeleksi.objects.select_related("pelamar")
    }
    with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
        HasilSeleksi.objects.update(kode="lulus")
    with pytest.raises(DitolakSeleksi, match="hasil ditetapkan"):
        hasil.tetapkan(s.pk, oleh=k.oleh("fina"))


def test_pengumuman_menyebut_nomor_peserta_dan_nama_tersamar_saja(k):
    s = sampai_hasil(k)
    teks = str(s.pengumuman.data)
    assert "260100001" in teks
    assert "C**** A W*****" in teks
    assert "Wijaya" not in teks
    assert s.pengumuman.nomor.startswith("810/")


def test_hasil_tidak_ditetapkan_selama_administrasi_atau_nilai_belum_lengkap(k):
    buat_formasi()
    s = buat_seleksi(k)
    impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani"), baris_pelamar("2", "Budi"))
    with pytest.raises(DitolakSeleksi, match="2 pelamar belum diputus"):
        hasil.tetapkan(s.pk, oleh=k.oleh("fina"))
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    impor_berkas(k, s, "skd", ("1", 100, 120, 190, "YA"))
    with pytest.raises(DitolakSeleksi, match="Nilai SKD 2 belum ada"):
        hasil.tetapkan(s.pk, oleh=k.oleh("fina"))


def test_formulir_basi_ditolak(k):
    buat_formasi()
    s = buat_seleksi(k)
    perbuatan.umumkan(s.pk, oleh=k.oleh("fina"), versi=s.versi)
    with pytest.raises(DitolakSeleksi, match="sudah diubah orang lain"):
        perbuatan.umumkan(s.pk, oleh=k.oleh("fina"), versi=s.versi)


# ── papers ───────────────────────────────────────────────────────────────────────────────────────────


def test_akun_calon_terbatas_dan_berkas_diperiksa_satu_per_satu(k):
    s = sampai_hasil(k)
    assert pemberkasan.buka(s.pk, KINI + timedelta(days=5), oleh=k.oleh("fina"), kirim=False) == 1
    pelamar = Pelamar.objects.get(pemberkasan__isnull=False)
    hak = hitung_hak(pelamar.pengguna, per=KINI, acuan=acuan_kini())
    assert (hak.peran, hak.pegawai_id, hak.hanya_calon) == ({"calon"}, None, True)
    p = lengkapi_berkas(pelamar.pemberkasan)
    with pytest.raises(DitolakSeleksi, match="Belum diperiksa"):
        pemberkasan.putuskan(p.pk, None, "", oleh=k.oleh("fina"))
    semua = list(pelamar.berkas.filter(diganti_pada__isnull=True))
    for b in semua[1:]:
        pemberkasan.periksa(b.pk, "sesuai", "", oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="Tulis apa"):
        pemberkasan.periksa(semua[0].pk, "kembali", "", oleh=k.oleh("fina"))
    pemberkasan.periksa(semua[0].pk, "kembali", "Tidak terbaca.", oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="tenggat perbaikan"):
        pemberkasan.putuskan(p.pk, None, "", oleh=k.oleh("fina"))
    p = pemberkasan.putuskan(p.pk, KINI + timedelta(days=3), "", oleh=k.oleh("fina"))
    assert (p.status, "Tidak terbaca." in p.alasan) == ("dikembalikan", True)
    calon = pelaku(pelamar.pengguna)
    with pytest.raises(DitolakSeleksi, match="Belum diperbaiki"):
        pemberkasan.kirim(p.pk, oleh=calon)
    with pytest.raises(DitolakSeleksi, match="sudah diperiksa dan sesuai"):
        pemberkasan.unggah(p.pk, semua[1].kode, pdf(), oleh=calon)
    pemberkasan.unggah(p.pk, semua[0].kode, pdf(lebar=444), oleh=calon)
    pemberkasan.kirim(p.pk, oleh=calon)
    pemberkasan.periksa(
        pelamar.berkas.get(kode=semua[0].kode, diganti_pada__isnull=True).pk, "sesuai", "", oleh=k.oleh("fina")
    )
    assert pemberkasan.putuskan(p.pk, None, "", oleh=k.oleh("fina")).status == "lengkap"


def test_tenggat_lewat_menutup_isian_dan_mundur_menutup_akun(k):
    s = sampai_hasil(k)
    pemberkasan.buka(s.pk, KINI, oleh=k.oleh("fina"), kirim=False)
    p = Pelamar.objects.get(pemberkasan__isnull=False).pemberkasan
    p.tenggat = KINI - timedelta(days=1)
    p.save()
    with pytest.raises(DitolakSeleksi, match="Tenggat pemberkasan sudah lewat"):
        pemberkasan.unggah(p.pk, "skck", pdf(), oleh=pelaku(p.pelamar.pengguna))
    pemberkasan.perpanjang(p.pk, KINI + timedelta(days=2), oleh=k.oleh("fina"))
    pemberkasan.unggah(p.pk, "skck", pdf(), oleh=pelaku(p.pelamar.pengguna))
    pengganti.batalkan(p.pelamar_id, "mundur", "Surat 1 tanggal hari ini", oleh=k.oleh("fina"))
    assert Pengguna.objects.get(pk=p.pelamar.pengguna_id).is_active is False


def test_orang_lain_tidak_dapat_mengisi(k):
    s = sampai_hasil(k, banyak=2, jumlah=2)
    pemberkasan.buka(s.pk, KINI, oleh=k.oleh("fina"), kirim=False)
    a, b = Pelamar.objects.filter(pemberkasan__isnull=False)
    with pytest.raises(DitolakSeleksi, match="bukan milik Anda"):
        pemberkasan.unggah(a.pemberkasan.pk, "skck", pdf(), oleh=pelaku(b.pengguna))


# ── NIP ──────────────────────────────────────────────────────────────────────────────────────────────


def test_nip_diperiksa_dan_pegawai_lahir_tanpa_masuk_daftar_aktif(k):
    s = sampai_hasil(k)
    sampai_lengkap(k, s)
    tmt = KINI.replace(day=1)
    u = usul.buat(s.pk, "813/1", KINI, tmt, None, oleh=k.oleh("fina"))
    b = u.baris.select_related("pelamar").get()
    isi = {
        "status": "terbit",
        "nip": nip_untuk(b.pelamar, tambah_bulan(tmt, 1)),
        "nomor_pertek": "AB-1",
        "tanggal_pertek": KINI,
        "tmt": tmt,
    }
    with pytest.raises(DitolakSeleksi, match="NIP-07"):
        usul.rekam(b.pk, isi, pdf(), oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="NIP-03"):
        usul.rekam(b.pk, isi | {"nip": nip_untuk(b.pelamar, tmt, kode="21")}, pdf(), oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="Pindaian"):
        usul.rekam(b.pk, isi | {"nip": nip_untuk(b.pelamar, tmt)}, None, oleh=k.oleh("fina"))
    b = usul.rekam(b.pk, isi | {"nip": nip_untuk(b.pelamar, tmt)}, pdf(), oleh=k.oleh("fina"))
    kini = ProfilKini.objects.get(nip=b.nip)
    assert (kini.nama, kini.aktif, kini.kedudukan_id, kini.unit_id, kini.status) == (
        b.pelamar.nama,
        False,
        "51",
        None,
        None,
    )
    assert {"ijazah", "skck", "pertek_nip"} <= set(
        Dosir.objects.filter(pegawai__nip=b.nip).values_list("jenis", flat=True)
    )
    with pytest.raises(DitolakSeleksi, match="sudah direkam"):
        usul.rekam(b.pk, isi, pdf(), oleh=k.oleh("fina"))


def test_jawaban_banyak_semua_atau_tidak_sama_sekali(k):
    s = sampai_hasil(k, banyak=3, jumlah=2)
    sampai_lengkap(k, s)
    tmt = KINI.replace(day=1)
    u = usul.buat(s.pk, "813/1", KINI, tmt, None, oleh=k.oleh("fina"))
    a, b = (x.pelamar for x in u.baris.select_related("pelamar"))
    baik = (a.nomor_peserta, nip_untuk(a, tmt), "AB-1", f"{KINI:%d-%m-%Y}", f"{tmt:%d-%m-%Y}", "TERBIT", "")
    salah = alat.xlsx(usul.KOLOM_JAWAB, baik, (b.nomor_peserta, "123", "AB-2", f"{KINI:%d-%m-%Y}", "", "TERBIT", ""))
    with pytest.raises(DitolakSeleksi, match=r"baris 3.*NIP-01"):
        usul.rekam_banyak(u.pk, salah, pdf(), oleh=k.oleh("fina"))
    assert Pegawai.objects.filter(nip=nip_untuk(a, tmt)).exists() is False
    lembar = alat.xlsx(usul.KOLOM_JAWAB, baik, (b.nomor_peserta, "", "", "", "", "BTL", "Ijazah tidak terbaca"))
    assert usul.rekam_banyak(u.pk, lembar, pdf(), oleh=k.oleh("fina")) == 2
    assert [x.status for x in u.baris.order_by("pelamar__nomor_peserta")] == ["terbit", "btl"]
    assert b.pemberkasan.__class__.objects.get(pelamar=b).status == "dikirim"


# ── SK CPNS → SK PNS ─────────────────────────────────────────────────────────────────────────────────


def cpns_baru(k, **lain):
    """A CPNS of this month by SK, with his SPMT."""
    s = sampai_hasil(k, **lain)
    u = sampai_nip(k, s)
    assert usul.usulkan_sk(u.pk, oleh=k.oleh("fina")) == (1, [])
    usulan = jalankan(k, u.baris.get().usulan, {"spmt": {"tanggal_spmt": KINI.isoformat()}})
    assert usulan.status == "selesai", usulan.langkah_kini
    return s, usulan


def test_sk_cpns_menulis_riwayat_gaji_80_persen_dan_akun_beralih(k):
    s, usulan = cpns_baru(k, pengabdian_tahun=10)
    p, tmt = profil_satu(usulan.pegawai_id, per=KINI), KINI.replace(day=1)
    assert (p.status, p.kedudukan, p.aktif, p.golongan, p.unit, p.tmt_cpns) == (
        "CPNS",
        "01",
        True,
        "III/a",
        alat.unit_kode(alat.UNIT).nama,
        tmt,
    )
    assert p.nama_lengkap == "Calon A Wijaya, S.KM."
    gaji = RiwayatGaji.objects.get(pegawai=usulan.pegawai)
    assert (gaji.jenis, gaji.gaji_pokok, gaji.mkg_tahun) == ("CPNS", 2785700, 0)  # PP 5/2024, III/a MKG 0
    assert gaji_dibayar("CPNS", gaji.gaji_pokok, acuan_kini(), KINI) == 2228560  # 80%
    sk = NaskahUsulan.objects.get(usulan=usulan, surat=False).naskah
    assert sk.data["gaji"]["dibayar"]["rupiah"] == 2228560
    ikatan = RiwayatIkatan.objects.get(pegawai=usulan.pegawai)
    assert (ikatan.jenis, ikatan.tmt, ikatan.sampai) == ("FORMASI", tmt, tambah_bulan(tmt, 120) - timedelta(days=1))
    assert RiwayatJabatan.objects.get(pegawai=usulan.pegawai, dibatalkan_pada=None).tanggal_spmt == KINI
    akun = Pengguna.objects.get(pegawai=usulan.pegawai)
    assert (akun.nama_pengguna, akun.pelamar.seleksi_id) == (usulan.pegawai.nip, s.pk)
    assert hitung_hak(akun, per=KINI, acuan=acuan_kini()).peran >= {"asn"}
    assert hitung_hak(akun, per=KINI + timedelta(days=1), acuan=acuan_kini()).peran == {"asn"}


def test_satu_sk_kolektif_untuk_dua_cpns(k):
    s = sampai_hasil(k, banyak=3, jumlah=2)
    u = sampai_nip(k, s)
    assert usul.usulkan_sk(u.pk, oleh=k.oleh("fina"))[0] == 2
    semua = [jalankan(k, b.usulan, sampai="penetapan") for b in u.baris.all()]
    naskah, gagal = alur.tetapkan_kolektif([(x, x.versi_baris) for x in semua], oleh=k.oleh("fina"))
    assert gagal == {}
    assert [b[0][0] for b in naskah.data["baris"]] == ["Calon A Wijaya, S.KM.", "Calon B Wijaya, S.KM."]
    Naskah.objects.filter(pk=naskah.pk).update(tahap="tercetak")
    x = segar(semua[0])
    alur.sahkan(x, oleh=pemegang(k, x), versi=x.versi_baris, file=pdf())
    assert ProfilKini.objects.filter(pegawai__pelamar__seleksi=s, status="CPNS", aktif=True).count() == 2


def test_cpns_menjadi_pns_dengan_gaji_penuh_dan_sumpah(k):
    _, usulan = cpns_baru(k)
    pegawai, tmt = usulan.pegawai, tambah_bulan(KINI.replace(day=1), 12)
    fina = k.oleh("fina")
    draf = alur.buat_draf(
        alur.katalog.ambil("sk-pns"), Pegawai.objects.select_related("kini").get(pk=pegawai.pk), oleh=fina
    )
    with pytest.raises(alur.SyaratBelumTerpenuhi, match="CPN-16a"):
        alur.ajukan(draf, oleh=fina, versi=draf.versi_baris)
    tambah(
        pegawai, "diklat", tmt=KINI, jenis_id="13", nama="Pelatihan Dasar CPNS Golongan III", nomor_sertifikat="L-1"
    )
    tambah(pegawai, "kinerja", tmt=KINI, tahun=KINI.year, predikat="Baik")
    draf = segar(draf)
    assert draf.isian["tmt"] == tmt.isoformat()
    draf = alur.ubah_isian(
        draf, {"tmt": tmt.isoformat(), "sehat": "ya", "nomor_sehat": "445/1"}, oleh=fina, versi=draf.versi_baris
    )
    for kode in ("sk_cpns", "sertifikat_latsar", "surat_sehat_pns"):
        draf = segar(draf)
        if not draf.berkas.filter(kode=kode, diganti_pada__isnull=True).exists():
            alur.berkas.pasang(draf, kode, pdf(), oleh=fina, versi=draf.versi_baris)
    draf = segar(draf)
    alur.ajukan(draf, oleh=fina, versi=draf.versi_baris)
    saksi = [k.kasub.nip, k.kabid.nip]
    jawab = {
        "jadwal_sumpah": {"tanggal": tmt.isoformat(), "pukul": "09.00", "tempat": "Pendopo"},
        "sumpah": {"tanggal_sumpah": tmt.isoformat(), "tempat": "Pendopo", "rohaniwan": "H. Ahmad", "saksi_1": saksi[0], "saksi_2": saksi[1]},
    }  # fmt: skip
    selesai = jalankan(k, draf, jawab)
    assert selesai.status == "selesai", selesai.langkah_kini
    p = profil_satu(pegawai.pk, per=tmt)
    assert (p.status, p.tmt_pns, p.golongan, p.mkg_dekret) == ("PNS", tmt, "III/a", 12)
    gaji = RiwayatGaji.objects.get(pegawai=pegawai, jenis="PNS")
    assert (gaji.tmt, gaji.gaji_pokok, gaji.mkg_tahun, gaji.mkg_bulan) == (tmt, 2785700, 1, 0)
    surat = set(NaskahUsulan.objects.filter(usulan=selesai, surat=True).values_list("naskah__perihal", flat=True))
    assert surat == {"Undangan Pengambilan Sumpah/Janji PNS", "Berita Acara Pengambilan Sumpah/Janji PNS"}


def test_pantauan_cpns_menandai_yang_lewat_satu_tahun(k):
    from tests.pabrik import buat_pegawai  # noqa: PLC0415 - one person for this test

    lama = buat_pegawai(nama="Lama Wati", status="CPNS", tmt=tambah_bulan(KINI.replace(day=1), -15), unit="SUB12")
    pas = buat_pegawai(nama="Pas Wati", status="CPNS", tmt=tambah_bulan(KINI.replace(day=1), -12), unit="SUB12")
    baru = buat_pegawai(nama="Baru Wati", status="CPNS", tmt=tambah_bulan(KINI.replace(day=1), -3), unit="SUB12")
    segarkan([lama.pk, pas.pk, baru.pk], per=KINI)
    hak = k.oleh("fina").hak
    semua = {x.kini.nama: x for x in cpns.susun(hak, KINI)}
    assert [(semua[n].bulan, semua[n].lewat, semua[n].jauh_lewat) for n in ("Lama Wati", "Pas Wati", "Baru Wati")] == [
        (15, True, True), (12, True, False), (3, False, False),
    ]  # fmt: skip
    assert "CPNS belum lulus Latsar." in semua["Lama Wati"].kurang
    assert cpns.boleh_usul(semua["Lama Wati"], hak) is False


# ── PPPK ─────────────────────────────────────────────────────────────────────────────────────────────


def test_pppk_sampai_kontrak_dan_gaji(k):
    buat_formasi("PPPK")
    s = buat_seleksi(k, "PPPK")
    impor_berkas(
        k, s, "pelamar", baris_pelamar("9001", "Calon Kontrak", lahir=KINI.replace(year=KINI.year - 30, day=1))
    )
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    impor_berkas(k, s, "kompetensi", ("9001", 300, 100, 50, 30, "YA", "YA"))
    s = hasil.tetapkan(s.pk, oleh=k.oleh("fina"))
    u = sampai_nip(k, s)
    assert ProfilKini.objects.get(pegawai__pelamar__seleksi=s).kedudukan_id == "52"
    assert usul.usulkan_sk(u.pk, oleh=k.oleh("fina")) == (1, [])
    usulan = jalankan(k, u.baris.get().usulan, {"spmt": {"tanggal_spmt": KINI.isoformat()}})
    assert usulan.status == "selesai", usulan.langkah_kini
    p, tmt = profil_satu(usulan.pegawai_id, per=KINI), KINI.replace(day=1)
    assert (p.status, p.kedudukan, p.golongan) == ("PPPK", "P1", "IX")
    kontrak = RiwayatKontrak.objects.get(pegawai=usulan.pegawai)
    assert (kontrak.tmt, kontrak.sampai, kontrak.golongan_id) == (tmt, tambah_bulan(tmt, 60) - timedelta(days=1), "IX")
    gaji = RiwayatGaji.objects.get(pegawai=usulan.pegawai)
    assert (gaji.jenis, gaji.gaji_pokok) == ("KONTRAK", 3203600)  # Perpres 11/2024, IX MKG 0
    perihal = set(NaskahUsulan.objects.filter(usulan=usulan).values_list("naskah__perihal", flat=True))
    assert perihal == {"Perjanjian Kerja", "Keputusan Pengangkatan PPPK", "Surat Pernyataan Melaksanakan Tugas"}
