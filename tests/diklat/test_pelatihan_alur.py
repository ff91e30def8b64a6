"""Kegiatan pelatihan dari awal sampai sertifikat pada riwayat: tiap langkah oleh pemegangnya, lewat HTTP dan perbuatan."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from diklat.models import EvaluasiPasca, HadirSesi, KegiatanPelatihan, PesertaPelatihan, RencanaPelatihan
from diklat.pelatihan import evaluasi, hadir, hasil, kegiatan, peserta, surat
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pengembangan import kebutuhan
from kepegawaian import tugas
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Naskah, Pemberitahuan, RiwayatDiklat
from layanan import alur, naskah
from layanan.galat import BukanWewenang
from layanan.models import Usulan
from tests.diklat.pelatihan_orang import HARI_INI, buat_orang, isian
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def orang(db):
    return buat_orang()


def alamat(nama, *lain):
    return reverse(f"diklat:{nama}", args=lain)


def buat(orang, siapa="staf33", pelatihan=None, **lain):
    jawab = orang.masuk(siapa).post(alamat("kegiatan_create"), isian(pelatihan or orang.teknis, **lain))
    assert jawab.status_code == 302, jawab.content.decode()[:3000]
    return KegiatanPelatihan.objects.latest("pk")


def langkah(k, kode, oleh, **lain):
    k.refresh_from_db()
    return kegiatan.selesaikan(k.pk, kode, versi=k.versi, oleh=oleh, **lain)


def geser_hari(k, hari):
    """The calendar goes on: every date of the kegiatan lies so many days earlier."""
    beda = dt.timedelta(days=hari)
    for m in ("buka", "tutup", "mulai", "selesai"):
        setattr(k, m, getattr(k, m) - beda)
    k.save()


def sampai_peserta(orang, *nama, kuota=2):
    """A technical kegiatan whose participants are chosen out of ``nama``, in this order."""
    k = buat(orang, kuota=kuota)
    langkah(k, "persiapan", orang.oleh("kasub33"), catatan="KAK 12/2026")
    for satu in nama:
        orang.masuk(satu).post(alamat("kalender_daftar", k.pk))
    geser_hari(k, 6)
    langkah(k, "usul", orang.oleh("staf33"))
    for p in k.peserta.all():
        peserta.putuskan(p.pk, True, "Berkas lengkap.", oleh=orang.oleh("staf33"))
    langkah(k, "verifikasi", orang.oleh("staf33"))
    langkah(k, "peringkat", orang.oleh("kasub33"))
    langkah(k, "persetujuan", orang.oleh("kabid3"))
    k.refresh_from_db()
    return k


def keadaan(k):
    return {p.pegawai.kini.nama.split()[0].lower(): p.status for p in k.peserta.select_related("pegawai__kini")}


def segar(u):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini").get(pk=u.pk)


def test_daftar_tunggu_naik_bila_ada_yang_mundur(orang):
    k = sampai_peserta(orang, "ani", "budi", "citra")
    assert keadaan(k) == {"ani": "peserta", "budi": "peserta", "citra": "cadangan"}
    klien = orang.masuk("ani")
    assert "Undurkan diri" in klien.get(alamat("kalender_detail", k.pk)).content.decode()
    klien.post(alamat("kalender_mundur", k.pk), {"alasan": "Sakit"})
    assert keadaan(k) == {"ani": "mundur", "budi": "peserta", "citra": "peserta"}
    judul = Pemberitahuan.objects.filter(pengguna=orang.akun["citra"]).values_list("judul", flat=True)
    assert f"Anda peserta {k.nama}" in judul


def test_teknis_sampai_sertifikat_pada_riwayat(orang):
    k = sampai_peserta(orang, "ani", "budi")
    with pytest.raises(DitolakDiklat, match="belum bersurat tugas"):
        langkah(k, "surat_tugas", orang.oleh("staf33"))
    (tugas,) = surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("staf33"))
    assert (tugas.kantor, len(tugas.naskah.data["peserta"])) == ("KABAN", 2)
    naskah.cetak(tugas.naskah_id)
    surat.sahkan(tugas.pk, pdf(), oleh=orang.oleh("staf33"))
    assert orang.masuk("ani").get(alamat("surat_download", tugas.pk)).status_code == 200
    assert orang.masuk("eko").get(alamat("surat_download", tugas.pk)).status_code == 404
    langkah(k, "surat_tugas", orang.oleh("staf33"))
    geser_hari(k, (k.selesai - HARI_INI).days)
    data = {"tanggal": k.mulai, "mulai": dt.time(8), "selesai": dt.time(14), "materi": "Tata naskah"}
    sesi = hadir.simpan_sesi(k.pk, None, data, oleh=orang.oleh("staf33"))
    ids = [p.pk for p in k.peserta.all()]
    hadir.catat(sesi.pk, ids, oleh=orang.oleh("staf33"))
    langkah(k, "pelatihan", orang.oleh("staf33"))
    klien = orang.masuk("staf33")
    satu, dua = k.peserta.select_related("pegawai__kini").order_by("pk")
    isi = {f"{satu.pk}-pre": "50", f"{satu.pk}-post": "80", f"{satu.pk}-nilai": "82,5", f"{dua.pk}-nilai": "60"}
    assert klien.post(alamat("nilai", k.pk), isi).status_code == 302
    satu.refresh_from_db()
    dua.refresh_from_db()
    assert (satu.nilai, satu.lulus, dua.lulus) == (Decimal("82.50"), True, False)
    assert dua.catatan_hasil == "Nilai 60 di bawah 70."
    langkah(k, "hasil", orang.oleh("staf33"))
    assert hasil.ajukan_sertifikat(k.pk, oleh=orang.oleh("staf33")) == 1
    u = Usulan.objects.get(layanan="sertifikat-pelatihan")
    alur.setujui(segar(u), oleh=orang.oleh("kasub33"), versi=segar(u).versi_baris)
    alur.tetapkan(segar(u), oleh=orang.oleh("staf33"), versi=segar(u).versi_baris)
    sertifikat = Naskah.objects.get(jenis="sertifikat")
    naskah.cetak(sertifikat.pk)
    alur.sahkan(segar(u), oleh=orang.oleh("kaban"), versi=segar(u).versi_baris, file=pdf())
    baris = RiwayatDiklat.objects.get(pegawai=satu.pegawai)
    assert (baris.tmt, baris.jp, baris.jenis_id) == (k.selesai, 8, "8")
    assert baris.nomor_sertifikat == f"{sertifikat.nomor}-001"
    assert baris.naskah_pegawai.naskah_id == sertifikat.pk
    assert not RiwayatDiklat.objects.filter(pegawai=dua.pegawai).exists()
    langkah(k, "riwayat", orang.oleh("staf33"))
    langkah(k, "pasca", orang.oleh("staf33"))
    e = EvaluasiPasca.objects.get()
    assert e.peserta_id == satu.pk
    langkah(k, "laporan", orang.oleh("kabid3"), catatan="Laporan 800/9/2026")
    k.refresh_from_db()
    assert k.tahap == "selesai"


def putuskan(k, orang):
    """From the final list to the decision of the Bupati: budget, nota dinas, Sekda, recorder."""
    langkah(k, "anggaran", orang.oleh("sekretaris"))
    with pytest.raises(DitolakDiklat, match="nota dinas"):
        langkah(k, "nota_dinas", orang.oleh("kaban"))
    surat.terbitkan(k.pk, "nota_dinas", oleh=orang.oleh("staf32"))
    langkah(k, "nota_dinas", orang.oleh("kaban"))
    with pytest.raises(BukanWewenang):
        langkah(k, "setuju_sekda", orang.oleh("kaban"))


def test_sekda_dan_bupati_menyetujui_daftar_dari_halaman_mereka_sendiri(orang):
    """Alur layanan §2 step 7: KABAN, then SEKDA, then BUPATI; each finds it among his tasks, and nothing else opens."""
    k = buat(orang, "staf32", orang.pka, mandiri="", kuota=1)
    KegiatanPelatihan.objects.filter(pk=k.pk).update(tahap="seleksi")
    k.langkah.filter(urutan=1).update(keadaan="selesai", selesai_pada=timezone.now())
    k.langkah.filter(kode="anggaran").update(keadaan="kini", masuk_pada=timezone.now())
    for n, siapa in enumerate((orang.kabid, orang.kabid_dua), 1):
        PesertaPelatihan.objects.create(
            kegiatan=k, pegawai=siapa, status="ms", asal="opd", urutan=n, diusulkan_oleh=orang.akun["operator"],
            diusulkan_pada=timezone.now(),
        )  # fmt: skip
    putuskan(k, orang)
    halaman, kirim = alamat("putusan_detail", k.pk), alamat("langkah_selesai", k.pk, "setuju_sekda")
    for lain in ("kaban", "staf32", "perekam", "operator"):
        assert orang.masuk(lain).get(halaman).status_code == 404
    sekda = orang.masuk("sekda")
    assert halaman in sekda.get(reverse("tata_kelola:tugas_list")).content.decode()
    isi = sekda.get(halaman).content.decode()
    assert isi.index("ADMINISTRATOR BARU") < isi.index("ADMINISTRATOR LAIN")
    assert "Setujui 1 peserta" in isi
    assert "daftar tunggu" in isi
    for tertutup in ("peserta_list", "nilai", "jadwal", "kegiatan_detail"):
        assert orang.masuk("perekam").get(alamat(tertutup, k.pk)).status_code in (403, 404)
    k.refresh_from_db()
    kembali = alamat("langkah_kembali", k.pk, "setuju_sekda")
    assert sekda.post(kembali, {"versi": k.versi, "catatan": "Utamakan yang belum PKA"}).status_code == 302
    assert kegiatan.langkah_kini(k).kode == "nota_dinas"
    langkah(k, "nota_dinas", orang.oleh("kaban"))
    k.refresh_from_db()
    assert sekda.post(kirim, {"versi": k.versi, "catatan": ""}).status_code == 302
    assert sekda.get(halaman).status_code == 404
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["perekam"], url=halaman).exists()
    perekam = orang.masuk("perekam")
    assert halaman in perekam.get(reverse("tata_kelola:tugas_list")).content.decode()
    k.refresh_from_db()
    jawab = perekam.post(alamat("langkah_selesai", k.pk, "persetujuan"), {"versi": k.versi})
    assert (jawab.status_code, jawab.url) == (302, reverse("tata_kelola:tugas_list"))
    assert sorted(k.peserta.values_list("urutan", "status")) == [(1, "peserta"), (2, "cadangan")]


def test_struktural_delapan_belas_langkah_dan_sttpl_dari_luar(orang):
    """The fifteen of alur layanan §2; steps 6 and 7 name two and three officials, each with a step of his own."""
    k = buat(orang, "staf32", orang.pka, mandiri="", kuota=1)
    kode = list(k.langkah.values_list("kode", flat=True))
    assert len(kode) == 18
    o32 = orang.oleh("staf32")
    langkah(k, "kebutuhan", o32)
    with pytest.raises(BukanWewenang):
        langkah(k, "edaran", o32)
    surat.terbitkan(k.pk, "edaran", oleh=o32)
    langkah(k, "edaran", orang.oleh("kaban"))
    assert "Surat edaran" in orang.masuk("kaban").get(alamat("kegiatan_detail", k.pk)).content.decode()
    calon = orang.masuk("staf32").get(alamat("nominasi_create", k.pk)).content.decode()
    assert "ADMINISTRATOR BARU" in calon
    assert "ANI PELAKSANA" not in calon
    orang.masuk("staf32").post(
        alamat("nominasi_create", k.pk), {"id": [orang.kabid.nip, orang.kabid_dua.nip, orang.ani.nip]}
    )
    assert set(keadaan(k)) == {"administrator"}
    assert k.peserta.count() == 2  # the pelaksana holds no post of the level
    geser_hari(k, 6)
    langkah(k, "usul", o32)
    for p in k.peserta.all():
        peserta.putuskan(p.pk, True, "Lengkap.", oleh=o32)
    langkah(k, "verifikasi", o32)
    kedua = k.peserta.order_by("urutan")[1]
    peserta.geser(kedua.pk, 1, "Lebih dulu dilantik", oleh=orang.oleh("kasub32"))
    langkah(k, "peringkat", orang.oleh("kasub32"))
    kegiatan.kembalikan(
        k.pk, "periksa", versi=kegiatan.kunci_versi(k.pk), oleh=orang.oleh("kabid3"), catatan="Cek lagi"
    )
    langkah(k, "peringkat", orang.oleh("kasub32"))
    langkah(k, "periksa", orang.oleh("kabid3"))
    putuskan(k, orang)
    langkah(k, "setuju_sekda", orang.oleh("sekda"))
    langkah(k, "persetujuan", orang.oleh("perekam"))
    kedua.refresh_from_db()
    assert kedua.status == "peserta"
    surat.terbitkan(k.pk, "pengiriman", oleh=o32)
    with pytest.raises(DitolakDiklat, match="nomor dan tanggal"):
        langkah(k, "pengiriman", orang.oleh("kaban"))
    langkah(k, "pengiriman", orang.oleh("kaban"), nomor="893/1/2026", tanggal=HARI_INI)
    saran = peserta.saran_plh(kedua.pegawai.kini, alur.acuan_kini())
    assert saran == [] or all(s.pk != kedua.pegawai_id for s in saran)
    (tugas,) = surat.terbitkan(k.pk, "surat_tugas", oleh=o32)
    assert tugas.kantor == "SEKDA"
    langkah(k, "surat_tugas", o32)
    geser_hari(k, (k.selesai - HARI_INI).days)
    langkah(k, "pelatihan", o32)
    langkah(k, "monitoring", orang.oleh("kasub32"), catatan="Baik")
    hasil.isi_nilai(k.pk, {kedua.pk: {"nilai": Decimal("85")}}, oleh=o32)
    langkah(k, "hasil", o32)
    hasil.ajukan_sertifikat(k.pk, oleh=o32)
    u = Usulan.objects.get(layanan="sertifikat-pelatihan")
    assert [r["kode"] for r in u.rute] == ["periksa_kasubbid", "rekam_sttpl"]
    alur.setujui(segar(u), oleh=orang.oleh("kasub32"), versi=segar(u).versi_baris)
    data = {"nomor_sk": "STTPL/77/2026", "tanggal_sk": HARI_INI.isoformat(), "pejabat": "Kepala BPSDM Jawa Timur"}
    alur.rekam(segar(u), data, oleh=o32, versi=segar(u).versi_baris, file=pdf())
    baris = RiwayatDiklat.objects.get(pegawai_id=kedua.pegawai_id)
    assert (baris.nomor_sertifikat, baris.latihan_struktural.jenjang) == ("STTPL/77/2026", "PKA")


def test_kehadiran_lewat_qr_sekali_dan_hanya_oleh_dirinya(orang, settings):
    k = sampai_peserta(orang, "ani", "budi")
    surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("staf33"))
    langkah(k, "surat_tugas", orang.oleh("staf33"))
    geser_hari(k, (k.mulai - HARI_INI).days)
    kini = timezone.localtime()
    data = {"tanggal": HARI_INI, "mulai": dt.time(0, 0), "selesai": dt.time(23, 59), "materi": f"Sesi {kini:%H}"}
    sesi = hadir.simpan_sesi(k.pk, None, data, oleh=orang.oleh("staf33"))
    assert orang.masuk("staf33").get(alamat("sesi_qr", sesi.pk)).status_code == 200
    assert orang.masuk("ani").get(alamat("sesi_qr", sesi.pk)).status_code == 403
    klien = orang.masuk("ani")
    jawab = klien.get(alamat("hadir", hadir.token(sesi)))
    kunci = jawab.context["kunci"]
    assert klien.post(alamat("hadir_isi"), {"kunci": kunci}).status_code == 302
    assert HadirSesi.objects.get().cara == "qr"
    klien.post(alamat("hadir_isi"), {"kunci": kunci})  # twice is once
    assert HadirSesi.objects.count() == 1
    assert orang.masuk("budi").post(alamat("hadir_isi"), {"kunci": kunci}).status_code == 403
    assert "bukan peserta" in orang.masuk("eko").get(alamat("hadir", hadir.token(sesi))).content.decode()
    assert klien.get(alamat("hadir", hadir.token(sesi)[:-2] + "xx")).status_code == 410
    # a tick taken away never removes a scan
    hadir.catat(sesi.pk, [], oleh=orang.oleh("staf33"))
    assert HadirSesi.objects.count() == 1


def test_qr_yang_basi_ditolak(orang, monkeypatch):
    k = sampai_peserta(orang, "ani")
    geser_hari(k, (k.mulai - HARI_INI).days)
    data = {"tanggal": HARI_INI, "mulai": dt.time(0, 0), "selesai": dt.time(23, 59), "materi": "Sesi"}
    sesi = hadir.simpan_sesi(k.pk, None, data, oleh=orang.oleh("staf33"))
    lama = hadir.token(sesi)
    monkeypatch.setattr(hadir, "umur", lambda tanggal: -1)
    jawab = orang.masuk("ani").get(alamat("hadir", lama))
    assert jawab.status_code == 410
    assert "kedaluwarsa" in jawab.content.decode()


def test_evaluasi_tingkat_satu_tanpa_nama_dan_pasca_oleh_atasan(orang):
    k = sampai_peserta(orang, "ani")
    surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("staf33"))
    langkah(k, "surat_tugas", orang.oleh("staf33"))
    klien = orang.masuk("ani")
    isi = dict.fromkeys(("materi", "pengajar", "metode", "sarana", "layanan"), 5) | {"teks": "Tambah praktik"}
    assert klien.post(alamat("evaluasi_create", k.pk), isi).status_code == 422  # not before the last day
    geser_hari(k, (k.selesai - HARI_INI).days)
    assert klien.post(alamat("evaluasi_create", k.pk), isi).status_code == 302
    halaman = orang.masuk("staf33").get(alamat("evaluasi_detail", k.pk)).content.decode()
    assert "Tambah praktik" in halaman
    assert "ANI PELAKSANA" not in halaman
    p = k.peserta.get()
    e = EvaluasiPasca.objects.create(peserta=p, buka=HARI_INI, tenggat=HARI_INI + dt.timedelta(days=180))
    atasan = evaluasi.atasan([p.pegawai.kini], alur.acuan_kini(), HARI_INI)[p.pegawai_id]
    assert orang.kepala_opd.pk in atasan
    assert evaluasi.ingatkan(HARI_INI) == 1
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["kepala_opd"], kunci=f"pasca:{e.pk}:buka").exists()
    isi = dict.fromkeys(("diterapkan", "mutu", "mandiri", "berbagi", "aksi"), 4) | {"teks": "Rajin"}
    assert orang.masuk("kabid").post(alamat("pasca_update", e.pk), isi).status_code == 403
    assert orang.masuk("kepala_opd").post(alamat("pasca_update", e.pk), isi).status_code == 302
    e.refresh_from_db()
    assert (e.penilai_id, e.jawaban["mutu"]) == (orang.kepala_opd.pk, 4)


def test_batal_memberi_tahu_semua(orang):
    k = sampai_peserta(orang, "ani", "budi", "citra")
    klien = orang.masuk("staf33")
    isi = {"catatan": "Anggaran dialihkan", "versi": k.versi}
    assert klien.post(alamat("kegiatan_batalkan", k.pk), isi).status_code == 302
    for nama in ("ani", "budi", "citra"):
        assert Pemberitahuan.objects.filter(pengguna=orang.akun[nama], judul=f"Dibatalkan: {k.nama}").exists(), nama
    assert klien.post(alamat("kegiatan_batalkan", k.pk), isi).status_code == 404


def test_halaman_basi_ditolak(orang):
    k = buat(orang)
    lama = k.versi
    langkah(k, "persiapan", orang.oleh("kasub33"), catatan="KAK")
    with pytest.raises(DitolakDiklat, match="sudah berubah"):
        kegiatan.batalkan(k.pk, "Alasan", versi=lama, oleh=orang.oleh("staf33"))


def test_operator_hanya_menominasikan_orangnya(orang):
    k = buat(orang)
    langkah(k, "persiapan", orang.oleh("kasub33"), catatan="KAK")
    klien = orang.masuk("operator")
    klien.post(alamat("nominasi_create", k.pk), {"id": [orang.ani.nip, orang.eko.nip]})
    assert [p.pegawai_id for p in PesertaPelatihan.objects.all()] == [orang.ani.pk]
    assert orang.ani.nip[:8] in klien.get(alamat("peserta_list", k.pk)).content.decode()
    assert orang.masuk("irma").post(alamat("nominasi_create", k.pk), {"id": [orang.eko.nip]}).status_code == 403


def test_latsar_hanya_bagi_cpns(orang):
    k = buat(orang, "staf32", orang.latsar)
    langkah(k, "kebutuhan", orang.oleh("staf32"))
    surat.terbitkan(k.pk, "edaran", oleh=orang.oleh("staf32"))
    langkah(k, "edaran", orang.oleh("kaban"))
    assert "CPNS BARU" in orang.masuk("staf32").get(alamat("nominasi_create", k.pk)).content.decode()
    jawab = orang.masuk("ani").post(alamat("kalender_daftar", k.pk), follow=True).content.decode()
    assert "Latsar hanya bagi CPNS" in jawab
    orang.masuk("cpns").post(alamat("kalender_daftar", k.pk))
    assert keadaan(k) == {"cpns": "diusulkan"}


def judul_tugas(orang, nama):
    return [b.judul for b in tugas.susun(orang.oleh(nama).hak, HARI_INI, acuan_kini())]


def test_tugas_operator_kabid_dan_staf(orang):
    k = buat(orang)
    langkah(k, "persiapan", orang.oleh("kasub33"), catatan="KAK 12/2026")
    assert f"Usulkan calon: {k.nama}" in judul_tugas(orang, "operator")
    orang.masuk("ani").post(alamat("kalender_daftar", k.pk))
    assert f"Usulkan calon: {k.nama}" not in judul_tugas(orang, "operator")  # one of its own people is in
    r = RencanaPelatihan.objects.create(tahun=HARI_INI.year + 1, status="diajukan")
    assert f"Periksa rencana pelatihan {r.tahun}" in judul_tugas(orang, "kabid3")
    assert f"Periksa rencana pelatihan {r.tahun}" not in judul_tugas(orang, "kaban")
    k = sampai_peserta(orang, "budi")
    (s,) = surat.terbitkan(k.pk, "surat_tugas", oleh=orang.oleh("staf33"))
    naskah.cetak(s.naskah_id)
    assert f"Surat tugas {s.naskah.nomor} menunggu tanda tangan" in judul_tugas(orang, "staf33")


def test_kebutuhan_masuk_rencana_dengan_jp_dan_anggaran_katalog(orang):
    r = RencanaPelatihan.objects.create(tahun=HARI_INI.year + 1)
    orang.teknis.biaya = 500_000
    orang.teknis.save()
    klien = orang.masuk("staf31")
    isi = klien.get(alamat("butir_create", r.pk) + f"?pelatihan={orang.teknis.pk}&sasaran=12").context["form"].initial
    assert (isi["pelatihan"], isi["sasaran"], isi["jp"], isi["anggaran"]) == (orang.teknis.pk, 12, 8, 6_000_000)
    assert klien.get(alamat("butir_create", r.pk) + "?pelatihan=x&sasaran=-1").status_code == 200
    orang.kabid.kini.refresh_from_db()
    kebutuhan.hitung(HARI_INI)
    teks = klien.get(reverse("diklat:kebutuhan_list") + "?tampil=rencana").content.decode()
    assert f"Ke rencana {r.tahun}" in teks
    assert f"pelatihan={orang.pka.pk}" in teks  # the two administrators still need PKA
    assert f"Ke rencana {r.tahun}" not in orang.masuk("irma").get(
        reverse("diklat:kebutuhan_list") + "?tampil=rencana"
    ).content.decode()  # fmt: skip


def test_sekali_tekan_mendaftar_dari_pengembangan_saya(orang, django_assert_max_num_queries):
    k = buat(orang)
    langkah(k, "persiapan", orang.oleh("kasub33"), catatan="KAK 12/2026")
    klien, url = orang.masuk("ani"), reverse("diklat:pengembangan_saya")
    klien.get(url)
    with django_assert_max_num_queries(12):
        isi = klien.get(url).content.decode()
    assert f'action="{alamat("kalender_daftar", k.pk)}"' in isi
    klien.post(alamat("kalender_daftar", k.pk))
    assert f'action="{alamat("kalender_daftar", k.pk)}"' not in klien.get(url).content.decode()
