"""Perbuatan dasar: accounts, the record, import, the engine, management, lists and the index."""

from datetime import date, timedelta

from kepegawaian import saringan
from tests.akses import argumen as ke, tata
from tests.akses.baris import P
from tests.akses.dunia import TANPA_NIP, berkas_impor
from tests.akses.indeks import berkas_ip
from tests.akses.kelompok import KELOMPOK, SEMUA, STAF
from tests.layanan.conftest import pdf
from tests.layanan.ttd import SANDI as SANDI_TTE
from tests.pabrik import SANDI

HARI_INI, BESOK = date.today(), date.today() + timedelta(days=1)
_PENGUSUL = frozenset({"ani", "operator", "staf12"})  # the person, his operator, the subbid that owns the layanan
_PEMBACA_NIK = STAF | {"operator", "inspektorat"}
_SANDI = {"sandi_lama": SANDI, "sandi_baru": "Rawa-Semando-41", "sandi_ulang": "Rawa-Semando-41"}
_DASAR = {"berlaku_sejak": BESOK.isoformat(), "dasar": "SK Kepala BKD 800/1/2026"}
_TUGAS = {"peran": "inspektorat", "sejak": HARI_INI.isoformat(), "dasar": "Surat tugas 800/2/2026"}


def _versi(kode, **lain):
    return lambda d: {"versi": d.usulan[kode].versi_baris, **lain}


def _versi_draf(isi=dict):
    return lambda d: {"versi": d.draf.versi_baris, **isi()}


PERBUATAN = (
    P("kepegawaian:keluar", KELOMPOK["akun"]),
    P("kepegawaian:ganti_sandi", KELOMPOK["akun"], isi=lambda d: _SANDI),
    P("tata_kelola:salinan_create", SEMUA - frozenset(TANPA_NIP)),
    P("kepegawaian:sesi_akhiri", KELOMPOK["akun"], isi=lambda d: {"sesi": "lain"}, berubah=False),
    P("kepegawaian:faktor_pasang", KELOMPOK["akun"]),
    P("kepegawaian:faktor_lepas", KELOMPOK["akun"], isi=lambda d: {"kode": "123456"}, berubah=False),
    P("kepegawaian:faktor_pulih", KELOMPOK["akun"], isi=lambda d: {"kode": "123456"}, berubah=False),
    P("kepegawaian:faktor_atur_ulang", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,), berubah=False),
    P("kepegawaian:kabar_saya", SEMUA, isi=lambda d: {"umum-surel": "on"}),
    P("kepegawaian:kiriman_ulangi", KELOMPOK["admin"], isi=lambda d: {"pilih": [d.kiriman.pk]}),
    P("kepegawaian:akun_tutup", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,)),
    P("kepegawaian:akun_buka", KELOMPOK["admin"], lambda d: (d.tertutup.pk,)),
    P("kepegawaian:akun_kode", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,)),
    P("kepegawaian:penugasan_create", KELOMPOK["admin"], lambda d: (d.akun["ani"].pk,), lambda d: _TUGAS),
    P("kepegawaian:penugasan_akhiri", KELOMPOK["admin"], lambda d: (d.tugas.pk,), lambda d: {"sampai": HARI_INI.isoformat()}),
    P("kepegawaian:slip_create", STAF | {"operator", "kepala_opd", "kaban"}, isi=lambda d: {"id": [d.ani.nip]}),
    P("kepegawaian:pegawai_kode", STAF | {"operator", "kepala_opd", "kaban"}, ke.nip),
    P("kepegawaian:saya_nik", KELOMPOK["diri"], berubah=False),
    P("kepegawaian:nik_tampil", _PEMBACA_NIK | {"ani"}, ke.nip, berubah=False),  # others are recorded, oneself is not
    P("kepegawaian:dosir_create", KELOMPOK["ani_dosir_ubah"], ke.nip, lambda d: {"jenis": "lain", "file": pdf(lebar=277)}),
    P("kepegawaian:impor_create", STAF, isi=lambda d: {"file": berkas_impor(), "per_tanggal": "2026-01-01"}),
    P("kepegawaian:impor_baca", STAF, lambda d: (d.pratinjau.pk,), berubah=False),  # work for the worker
    P("kepegawaian:impor_terapkan", STAF, lambda d: (d.pratinjau.pk,), berubah=False),
    P("kepegawaian:impor_batalkan", STAF, lambda d: (d.terap.pk,)),
    P("indeks:bkn_impor", STAF, isi=lambda d: {"file": berkas_ip(d), "tahun": 2025}),
    P("indeks:bkn_baca", STAF, lambda d: (d.ip_batch.pk,), berubah=False),  # work for the worker
    P("indeks:bkn_terapkan", STAF, lambda d: (d.ip_batch.pk,)),
    P("indeks:bkn_batalkan", STAF, lambda d: (d.ip_terap.pk,)),
    P("kepegawaian:kamus_jawab", STAF, lambda d: (d.kamus.pk,), lambda d: {"jawaban": d.ani.kini.unit_id}),
    P("daftar:daftar_create", KELOMPOK["bkd"], isi=lambda d: {"jenis": "duk", "per": "2025-12-31", "unit": ""}),
    P("daftar:daftar_cetak", KELOMPOK["bkd"], lambda d: (d.konsep.pk,), berubah=False),  # work for the worker
    P("daftar:daftar_tetapkan", KELOMPOK["kaban"], lambda d: (d.konsep.pk,), lambda d: {"tanggal": HARI_INI, "diumumkan": HARI_INI}),
    P("daftar:daftar_koreksi", KELOMPOK["bkd"], lambda d: (d.duk.pk,), lambda d: {"alasan": "Data baru."}),
    P("daftar:daftar_buang", KELOMPOK["bkd"], lambda d: (d.konsep.pk,)),
    P("daftar:keberatan_create", KELOMPOK["bkd"], lambda d: (d.duk.pk,),
      lambda d: {"nip": d.kepsek.nip, "tanggal": HARI_INI, "uraian": "Nomor saya."}),
    P("daftar:keberatan_putus", KELOMPOK["kaban"], lambda d: (d.keberatan.pk,),
      lambda d: {"putusan": "ditolak", "tanggal": HARI_INI, "alasan": "Sudah benar."}),
    P("layanan:usulan_create", _PENGUSUL, lambda d: ("uji-kosong",), lambda d: {"nip": d.ani.nip}),
    P("layanan:nominatif_ajukan", _PENGUSUL - {"ani"}, lambda d: ("uji-kosong",),
      lambda d: {"bulan": "2027-01", "pilih": [d.ani.nip]}),
    P("layanan:usulan_update", _PENGUSUL, ke.draf, _versi_draf(lambda: {"tmt": "2027-03-01"})),
    P("layanan:usulan_ajukan", _PENGUSUL, ke.draf, _versi_draf()),
    P("layanan:usulan_batalkan", _PENGUSUL, ke.draf, _versi_draf(lambda: {"alasan": "Keliru."})),
    P("layanan:usulan_batalkan", _PENGUSUL, ke.usulan("verifikasi_opd"), _versi("verifikasi_opd", alasan="Keliru.")),
    P("layanan:berkas_create", _PENGUSUL, lambda d: (d.draf.nomor, "surat_pengantar"), _versi_draf(lambda: {"berkas": pdf(lebar=288)})),
    P("layanan:usulan_setujui", frozenset({"kepala_opd"}), ke.usulan("verifikasi_opd"), _versi("verifikasi_opd")),
    P("layanan:usulan_setujui", frozenset({"staf12"}), ke.usulan("verifikasi_bkd"), _versi("verifikasi_bkd")),
    P("layanan:usulan_setujui", frozenset({"kaban"}), ke.usulan("kaban"), _versi("kaban")),
    P("layanan:usulan_kembalikan", frozenset({"kepala_opd"}), ke.usulan("verifikasi_opd"),
      _versi("verifikasi_opd", ke="pemohon", alasan="Lengkapi.")),
    P("layanan:usulan_tolak", frozenset({"kaban"}), ke.usulan("kaban"), _versi("kaban", alasan="Belum.", pasal="PP 99/2000 Pasal 7")),
    P("layanan:usulan_rekam", frozenset({"staf12"}), ke.usulan("pertek"), _versi("pertek", nomor_pertek="PT-2", hasil="ms")),
    P("layanan:usulan_tetapkan", frozenset({"staf12"}), ke.usulan("penetapan"), _versi("penetapan")),
    P("layanan:usulan_sahkan", frozenset({"perekam"}), ke.usulan("tanda_tangan"),
      lambda d: {"versi": d.usulan["tanda_tangan"].versi_baris, "berkas": pdf(lebar=299)}),
    # the letter of a step: recorded by the holders of that step, here staff of the subbid
    P("layanan:surat_sahkan", frozenset({"staf12"}), lambda d: (d.usulan["kaban"].nomor, d.surat_langkah.pk),
      lambda d: {"berkas": pdf(lebar=312)}),
    P("layanan:usulan_tandatangani", frozenset({"kaban"}), lambda d: (d.siap_tte.nomor,),
      lambda d: {"versi": d.siap_tte.versi_baris, "sandi": SANDI_TTE}),
    P("layanan:tte_create", frozenset({"kaban"}),
      isi=lambda d: {"pilih": [f"{d.siap_tte.nomor}:{d.siap_tte.versi_baris}"], "sandi": SANDI_TTE}),
    P("layanan:tte_lanjutkan", frozenset({"kaban"}), lambda d: (d.batch_tte.pk,), lambda d: {"sandi": SANDI_TTE}),
    P("layanan:tte_lepas", STAF | {"kaban"}, lambda d: (d.batch_tte.pk,)),
    P("layanan:tte_cocokkan", STAF | {"kaban"}, lambda d: (d.ragu.pk,), lambda d: {"aksi": "lepas", "alasan": "Tidak ada di sana."}),
    P("layanan:berkas_periksa", frozenset({"kepala_opd"}), lambda d: ke.tempel(d.jalan), lambda d: {"hasil": "sesuai"}),
    P("layanan:halangan_create", KELOMPOK["pencatat_kepala_opd"], lambda d: (d.kepala_opd.nip,), lambda d: {
        "sejak": BESOK.isoformat(), "sampai": BESOK.isoformat(), "sebab": "dinas_luar"}),
    P("layanan:halangan_batalkan", KELOMPOK["pencatat_kepala_opd"], lambda d: (d.halangan.pk,)),
    P("layanan:naskah_tindak", frozenset({"staf12"}), lambda d: (d.naskah.pk, "pencabutan-naskah"),
      lambda d: {"naskah": d.naskah.pk, "alasan": "substansi", "uraian": "Keliru.", "ditemukan": HARI_INI.isoformat(),
                 "tmt": "2027-01-01"}),
    P("layanan:register_pesan", frozenset({"staf12"}), isi=lambda d: {"klasifikasi": "AKSES", "perihal": "Kertas", "sebab": "Luring"}),
    P("layanan:register_pakai", frozenset({"staf12"}), lambda d: (d.pesanan.pk,),
      lambda d: {"tanggal": HARI_INI.isoformat(), "penetap": "Bupati Lamongan", "berkas": pdf(lebar=311)}),
    P("layanan:register_batal", frozenset({"staf12"}), lambda d: (d.pesanan.pk,), lambda d: {"sebab": "Tidak jadi."}),
    P("layanan:kotak_setujui", frozenset({"kepala_opd"}), isi=lambda d: {
        "pilih": [f"{d.jalan.nomor}:{d.jalan.versi_baris}"], "sah": "1"}),
    P("tata_kelola:pemberitahuan_buka", frozenset({"ani"}), lambda d: (d.kabar.pk,)),
    # the seal is that of staf12: nobody else saves with it, nobody else's bookmark is renamed or removed
    P("kepegawaian:saringan_create", frozenset({"staf12"}), isi=lambda d: {
        "cap": saringan.cap(d.akun["staf12"].pk, "/pegawai/"), "kueri": "q=ani", "nama": "Ani saja"}),
    P("kepegawaian:saringan_update", frozenset({"staf12"}), lambda d: (d.saringan.pk,), lambda d: {"nama": "Nama lain"}),
    P("kepegawaian:saringan_delete", frozenset({"staf12"}), lambda d: (d.saringan.pk,)),
    P("tata_kelola:setelan_update", KELOMPOK["setelan_ubah"], lambda d: ("akun_kode_berlaku_jam",),
      lambda d: {"nilai": "48", "keyakinan": "asumsi", **_DASAR}),
    P("tata_kelola:langkah_update", KELOMPOK["setelan_ubah"], lambda d: ("kgb", "verifikasi_bkd"), lambda d: {"sla": "4", **_DASAR}),
    P("layanan:pratinjau_create", KELOMPOK["pemutus_ani"], ke.usulan("verifikasi_opd")),
    P("tata_kelola:templat_update", KELOMPOK["penyusun"], lambda d: ("uji-akses",),
      lambda d: {**d.isian_templat, "bagian_menimbang": "bahwa lebih baik;"}),
    P("tata_kelola:templat_berlakukan", frozenset({"kaban", "admin"}), lambda d: ("uji-akses", 2),
      lambda d: {"berlaku_sejak": BESOK.isoformat(), "dilihat": d.isian_templat["semula"]}),
    P("tata_kelola:templat_cabut", KELOMPOK["setelan_ubah"], lambda d: ("uji-akses", 1), lambda d: {"alasan": "Keliru."}),
    P("tata_kelola:libur_create", KELOMPOK["setelan_ubah"],
      isi=lambda d: {"tanggal": d.libur.tanggal + timedelta(days=7), "nama": "Cuti bersama", "dasar": "SKB uji"}),
    P("tata_kelola:libur_delete", KELOMPOK["setelan_ubah"], lambda d: (d.libur.tanggal,), lambda d: {"alasan": "SKB dicabut"}),
    *tata.perbuatan(P, KELOMPOK, HARI_INI),
)  # fmt: skip
